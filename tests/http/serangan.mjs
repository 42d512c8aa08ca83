// serangan.mjs - attacks on the running suite that must fail: other people's
// records, states out of step, forms sent together, foreign pages, paths,
// uploads, numbers, lists, links.  One test a class; each makes people of its
// own.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { before, test } from 'node:test';
import zlib from 'node:zlib';
import { Orang, akunBaru, alamat, dirVar, kirim, kunci, lembagaBaru, pdf, sql,
  tunggu, unik } from './bantu.mjs';

const PDF = { nama: 'surat.pdf', isi: pdf(), tipe: 'application/pdf' };
const HOST = new URL(alamat).host;
let idBank, idProd, ditjen, bank, bankLain, prod, prodLain, admin, admin2;
let pejabat;

before(async () => {
  idBank = lembagaBaru('bhi-pusat');
  idProd = lembagaBaru('produsen');
  ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  [bank, bankLain, prod, prodLain, admin, admin2, pejabat] =
    await Promise.all([orang('pengguna', idBank),
      orang('pengguna', lembagaBaru('bhi-pusat')), orang('produsen', idProd),
      orang('produsen', lembagaBaru('produsen')), orang('admin', ditjen),
      orang('admin', ditjen), orang('pejabat', ditjen)]);
});

const isian = (lain = {}) => ({ nomor: unik('045/'), judul: 'Pengadaan uji',
  produsen: idProd, jumlah: 2, fungsi: 'R', aksi: 'kirim', ...lain });

async function buat(lain = {}) {
  const j = await bank.post('/permintaan', isian(lain), { berkas: PDF });
  assert.equal(j.status, 303, j.teks);
  return Number(j.lokasi.match(/\/permintaan\/(\d+)$/)[1]);
}

const versi = (id) => sql(`SELECT versi FROM permintaan
  WHERE id = ${id}`)[0][0];
const status = (id) => sql(`SELECT status FROM permintaan
  WHERE id = ${id}`)[0]?.[0];
const seri = (n) => {
  const u = unik('S').toUpperCase();
  return Array.from({ length: n }, (_, i) => `${u}K${i};${u}M${i}`).join('\n');
};
const setuju = (id, lain = {}, berkas = {}, o = prod) =>
  o.post(`/permintaan/${id}/setujui`, { versi: versi(id), jalur: 'langsung',
    'po1-nomor': 'PO/1', 'po1-tanggal': '2026-01-05', 'po1-jumlah': 100,
    ...lain }, { 'po1-berkas': PDF, pks: PDF, ...berkas });
const hari = (geser) => new Date(Date.now() + 7 * 3600e3 + geser * 864e5)
  .toISOString().slice(0, 10);

async function sampaiTerdaftar() {
  const id = await buat();
  let j = await setuju(id, { 'seri-ketik': seri(2) });
  assert.equal(j.status, 303, j.teks);
  j = await admin.post(`/permintaan/${id}/daftarkan`, { versi: versi(id),
    'agenda-nomor': '1/A', 'agenda-tanggal': hari(-10) });
  assert.equal(j.status, 303, j.teks);
  j = await admin.post(`/permintaan/${id}/disposisi`, { versi: versi(id),
    'tanggal-dirjen': hari(-9), 'tanggal-fpddk': hari(-8),
    'tanggal-kasubdit': hari(-7) });
  assert.equal(j.status, 303, j.teks);
  return id;
}

async function sampaiTiket() {
  const id = await sampaiTerdaftar();
  const j = await admin.post(`/permintaan/${id}/terima`,
    { versi: versi(id) });
  assert.equal(j.status, 303, j.teks);
  return { id, tiket: sql(`SELECT id FROM proses
    WHERE permintaan_id = ${id}`)[0][0] };
}

const bersih = (j) => assert.doesNotMatch(j.teks,
  /\/work\/|\/tmp\/|\/usr\/|SELECT |INSERT |UPDATE |mysql|mariadb|\.c:\d/i);

/** Bytes as they are; all that comes back. */
function mentah(teks, ms = 4000) {
  return new Promise((selesai) => {
    const u = new URL(alamat);
    const s = net.connect(u.port, u.hostname);
    const b = [];
    const habis = () => {
      s.destroy();
      selesai(Buffer.concat(b).toString('latin1'));
    };
    s.setTimeout(ms, habis);
    s.on('data', (x) => b.push(x));
    s.on('close', habis);
    s.on('error', habis);
    s.write(teks);
  });
}

test('another institution reaches nothing of a request or a ticket, by any ' +
  'of its addresses', async () => {
  const { id, tiket } = await sampaiTiket();
  const draf = await buat({ aksi: 'draf' });
  const jalur = ['', '/kartu', '/kartu/csv', '/kartu/xlsx', '/berkas/surat',
    '/berkas/pks', '/berkas/po1'].map((x) => `/permintaan/${id}${x}`)
    .concat(['', '/berkas', '/kartu', '/kartu/csv'].map((x) =>
      `/proses/${tiket}${x}`));
  for (const o of [bankLain, prodLain])
    for (const x of jalur)
      assert.ok([403, 404].includes((await o.get(x)).status), x);
  // A draft is its institution's alone, also for those who see all.
  for (const o of [bankLain, prod, prodLain, admin, pejabat])
    for (const x of ['', '/berkas/surat', '/kartu'])
      assert.equal((await o.get(`/permintaan/${draf}${x}`)).status, 404);
  const aksi = { ubah: isian({ versi: 1 }), hapus: { versi: versi(draf) },
    tarik: { versi: versi(draf) } };
  for (const [a, i] of Object.entries(aksi))
    assert.equal((await bankLain.post(`/permintaan/${draf}/${a}`, i)).status,
      404, a);
  const lain = await buat();
  for (const a of ['setujui', 'tolak'])
    assert.equal((await prodLain.post(`/permintaan/${lain}/${a}`, {
      versi: versi(lain), alasan: 'bukan milik saya' })).status, 404, a);
  for (const a of ['diterima', 'serah-terima/batal'])
    assert.equal((await prodLain.post(`/proses/${tiket}/${a}`, { versi: 1,
      alasan: 'bukan milik saya' })).status, 404, a);
  assert.equal(status(lain), 'diajukan');
  assert.equal(status(draf), 'baru');
});

test('documents of others: not their page, not their file, not their draft',
  async () => {
  const { id, tiket } = await sampaiTiket();
  const dok = await tunggu(() => sql(`SELECT id FROM dokumen
    WHERE proses_id = ${tiket}`)[0] || ['0']);
  const semua = dok[0] === '0' ? sql(`SELECT id FROM dokumen
    ORDER BY id LIMIT 3`) : [dok];
  for (const [d] of semua)
    for (const o of [bankLain, prodLain])
      for (const x of ['', '/berkas', '/konsep', '/cabut', '/ganti'])
        assert.ok([403, 404].includes((await o.get(`/dokumen/${d}${x}`))
          .status));
  assert.ok(id > 0);
});

test('states cannot be skipped, nor an old version played again', async () => {
  const id = await buat();
  const v = versi(id);
  const lompat = [[admin, 'terima', {}], [admin, 'daftarkan',
    { 'agenda-nomor': '1', 'agenda-tanggal': hari(-1) }],
  [admin, 'disposisi', {}], [admin, 'kembalikan',
    { alasan: 'terlalu awal' }], [bank, 'hapus', {}],
  [bank, 'ubah', isian()]];
  for (const [o, a, i] of lompat)
    assert.equal((await o.post(`/permintaan/${id}/${a}`, { ...i, versi: v }))
      .status, 409, a);
  assert.equal(status(id), 'diajukan');
  assert.equal((await setuju(id, { 'seri-ketik': seri(2) })).status, 303);
  // Again, with the old and with the new version.
  for (const w of [v, versi(id)])
    assert.equal((await setuju(id, { versi: w, 'seri-ketik': seri(2) }))
      .status, 409);
  assert.equal((await bank.post(`/permintaan/${id}/tarik`, { versi: v }))
    .status, 409);
  for (const w of ['0', '-1', '99999999999999999999', '1e5', '0x1', '١', ''])
    assert.equal((await admin.post(`/permintaan/${id}/daftarkan`, { versi: w,
      'agenda-nomor': '1', 'agenda-tanggal': hari(-1) })).status, 422, w);
  assert.equal(status(id), 'disetujui');
});

test('two who decide at once: one does, the other is told', async () => {
  for (let i = 0; i < 3; i++) {
    const id = await buat();
    const v = versi(id);
    const j = await Promise.all([
      setuju(id, { versi: v, 'seri-ketik': seri(2) }),
      bank.post(`/permintaan/${id}/tarik`, { versi: v }),
      prod.post(`/permintaan/${id}/tolak`, { versi: v,
        alasan: 'tidak dapat dipenuhi' })]);
    assert.deepEqual(j.map((x) => x.status).sort(), [303, 409, 409]);
    assert.equal(sql(`SELECT COUNT(*) FROM permintaan_riwayat
      WHERE permintaan_id = ${id} AND ke IN ('disetujui', 'ditarik',
      'ditolak')`)[0][0], '1');
    assert.equal(sql(`SELECT COUNT(*) FROM kartu
      WHERE permintaan_id = ${id}`)[0][0],
    status(id) === 'disetujui' ? '2' : '0');
  }
  const id = await sampaiTerdaftar();
  const v = versi(id);
  const j = await Promise.all([
    admin.post(`/permintaan/${id}/terima`, { versi: v }),
    admin2.post(`/permintaan/${id}/terima`, { versi: v }),
    admin2.post(`/permintaan/${id}/kembalikan`, { versi: v,
      alasan: 'berkas kurang' })]);
  assert.deepEqual(j.map((x) => x.status).sort(), [303, 409, 409]);
  assert.equal(sql(`SELECT COUNT(*) FROM proses
    WHERE permintaan_id = ${id}`)[0][0],
  status(id) === 'diterima' ? '1' : '0');
});

test('the key of another person or of another page answers nothing',
  async () => {
  const k = kunci();
  const i = isian({ aksi: 'draf', kunci: k });
  const j = await bank.post('/permintaan', i, {});
  assert.equal(j.status, 303);
  assert.equal((await bank.post('/permintaan', i, {})).lokasi, j.lokasi);
  const asing = await bankLain.post('/permintaan', { ...isian(), kunci: k },
    { berkas: PDF });
  assert.equal(asing.status, 409);
  assert.equal(asing.lokasi, undefined);
  const id = j.lokasi.match(/\d+$/)[0];
  const lain = await bank.post(`/permintaan/${id}/hapus`, {
    versi: versi(id), kunci: k });
  assert.equal(lain.status, 409);
  assert.equal(status(id), 'baru');
  for (const buruk of [k.toUpperCase(), k.slice(1), `${k}0`, '', '../x'])
    assert.equal((await bank.post('/permintaan', { ...isian(), kunci: buruk },
      {})).status, 400);
});

test('a form from elsewhere is refused, whatever its headers say',
  async () => {
  const asing = [{ origin: 'null' }, { origin: 'https://jahat.example' },
    { origin: `http://${HOST}.jahat.example` },
    { origin: `http://jahat.example/${HOST}` },
    { origin: `http://jahat.example@${HOST}x` },
    { origin: `http://${HOST}`, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' }, { origin: '' }];
  const n = () => sql(`SELECT COUNT(*) FROM permintaan
    WHERE lembaga_id = ${bankLain.akun.lembaga}`)[0][0];
  const dulu = n();
  for (const h of asing)
    assert.equal((await bankLain.post('/permintaan', isian({ aksi: 'draf' }),
      null, h)).status, 403, JSON.stringify(h));
  // Another's token, and one's own twice with a wrong one first.
  for (const csrf of [bank.csrf, [bank.csrf, bankLain.csrf], ''])
    assert.equal((await bankLain.post('/permintaan', isian({ aksi: 'draf',
      csrf }))).status, 403);
  const tipe = await bankLain.post('/permintaan', isian(), null,
    { 'content-type': 'text/plain' });
  assert.ok([403, 415].includes(tipe.status));
  assert.equal(n(), dulu);
});

test('a session that was given to somebody is not taken over', async () => {
  const a = akunBaru('pengguna', idBank);
  const o = new Orang();
  o.kue.set('sid', 'a'.repeat(64));
  o.kue.set('pra', 'b'.repeat(64));
  await o.get('/login');
  const j = await o.post('/login', { username: a.username, sandi: a.sandi });
  assert.equal(j.status, 303);
  assert.notEqual(o.kue.get('sid'), 'a'.repeat(64));
  const sid = o.kue.get('sid');
  const tanya = (cookie) => kirim('GET', '/beranda', {
    accept: 'application/xml', cookie });
  assert.equal((await tanya(`sid=${sid}`)).status, 200);
  // Two cookies of the name: neither is believed.
  assert.equal((await tanya(`sid=${sid}; sid=${'a'.repeat(64)}`)).status, 401);
  assert.equal((await tanya(`sid=${'a'.repeat(64)}; sid=${sid}`)).status, 401);
  for (const x of [sid.toUpperCase(), `${sid} `.repeat(2), sid.slice(1),
    `${sid}%00`, "' OR 1=1 -- "])
    assert.equal((await tanya(`sid=${x}`)).status, 401);
  // Signing in anew ends the session it was done from.
  await o.get('/beranda');
  await o.post('/login', { username: a.username, sandi: a.sandi });
  assert.equal((await tanya(`sid=${sid}`)).status, 401);
});

test('a change of rights and a closed institution end sessions', async () => {
  const l = lembagaBaru('bhi-pusat');
  const a = akunBaru('pengguna', l);
  const o = await Orang.masuk(a);
  const j = await admin.post(`/admin/akun/${a.id}/ubah`, { nama: 'Orang Uji',
    peran: 'pengguna', lembaga: lembagaBaru('bhi-pusat'),
    email: `${a.username}@uji.example`, telepon: '081200000000' });
  assert.equal(j.status, 303, j.teks);
  assert.equal((await o.get('/beranda')).status, 401);
  const b = await Orang.masuk(akunBaru('pengguna', l));
  sql(`UPDATE lembaga SET aktif = 0 WHERE id = ${l}`);
  assert.equal((await b.get('/beranda')).status, 401);
});

test('no address leads to another site, whatever host is named',
  async () => {
  const a = akunBaru('pengguna', idBank);
  const jahat = ['//jahat.example', '/\\jahat.example', '\\\\jahat.example',
    'https://jahat.example', '/\t/jahat.example', '/%0d%0aX: 1',
    'javascript:alert(1)', '/\r\nSet-Cookie: x=1', ' //jahat.example',
    '/\u2028/jahat', '///jahat.example'];
  for (const lanjut of jahat) {
    const o = new Orang();
    await o.get('/login');
    const j = await o.post('/login', { username: a.username, sandi: a.sandi,
      lanjut });
    assert.equal(j.status, 303);
    assert.ok(j.lokasi === '/beranda' || /^\/%0d%0a/.test(j.lokasi),
      `${lanjut} > ${j.lokasi}`);
    assert.equal(j.headers.x, undefined);
    const g = await o.get(`/login?lanjut=${encodeURIComponent(lanjut)}`);
    assert.ok(!/^(\/\/|\/\\|[a-z]+:)/.test(g.lokasi || ''), g.lokasi);
  }
  // A form handed back goes to one of our addresses as well.
  const o = new Orang();
  await o.get('/login');
  const j = await o.post('/login', { username: a.username, sandi: a.sandi,
    lanjut: '//jahat.example/curi', 'isi-nama': 'nomor', 'isi.nomor': '1' });
  assert.equal(j.lokasi, '/beranda');
  for (const p of ['/aset', '/aset/', '/permintaan/', '/login/', '/_simpanan',
    '/_galat', '/aset/ikon']) {
    const m = await mentah(`GET ${p} HTTP/1.1\r\nHost: jahat.example\r\n` +
      'Connection: close\r\n\r\n');
    assert.doesNotMatch(m, /jahat\.example/i, p);
  }
});

test('links in messages name the configured host', async () => {
  const a = akunBaru('pengguna', idBank);
  const o = new Orang();
  await o.get('/login/lupa');
  const j = await o.post('/login/lupa', { siapa: a.username }, null,
    { host: 'jahat.example', 'x-forwarded-host': 'jahat.example' });
  assert.equal(j.status, 303);
  const [[data]] = sql(`SELECT data FROM kotak_keluar
    WHERE akun_id = ${a.id} AND templat = 'sandi-lupa'`);
  assert.doesNotMatch(data, /jahat/);
  const h = await admin.html('/kotak-keluar');
  assert.equal(h.status, 200);
  assert.doesNotMatch(h.teks, /jahat\.example/);
});

test('a link for a password works once, for its purpose, and its older ' +
  'brothers die with it', async () => {
  const a = akunBaru('pengguna', idBank);
  const o = new Orang();
  await o.get('/login/lupa');
  for (let i = 0; i < 2; i++)
    assert.equal((await o.post('/login/lupa', { siapa: a.username })).status,
      303);
  const kode = sql(`SELECT data FROM kotak_keluar WHERE akun_id = ${a.id}
    AND templat = 'sandi-lupa' ORDER BY id`)
    .map((b) => b[0].match(/[0-9a-f]{64}/)?.[0]).filter((x) => x);
  assert.equal(kode.length, 2);
  const baru = { 'sandi-baru': 'Gajah-Makan-7-Kelapa',
    'sandi-ulang': 'Gajah-Makan-7-Kelapa' };
  const lama = await Orang.masuk(a);
  assert.equal((await o.get(`/register/konfirmasi/${kode[0]}`)).status, 404);
  assert.equal((await o.get(`/login/sandi/${kode[0]}`)).status, 200);
  const j = await Promise.all([0, 1, 2].map(() =>
    o.post(`/login/sandi/${kode[0]}`, baru)));
  assert.equal(j.filter((x) => x.status === 303).length, 1);
  assert.equal((await o.post(`/login/sandi/${kode[1]}`, baru)).status, 410);
  assert.equal((await lama.get('/beranda')).status, 401);
  for (const x of [kode[0].toUpperCase(), '0'.repeat(64), 'x'])
    assert.equal((await o.get(`/login/sandi/${x}`)).status, 404);
});

test('many who ask for one password at once: three messages an hour',
  async () => {
  const a = akunBaru('pengguna', idBank);
  const o = new Orang();
  await o.get('/login/lupa');
  const j = await Promise.all(Array.from({ length: 12 }, () =>
    o.post('/login/lupa', { siapa: a.username })));
  assert.ok(j.every((x) => x.status === 303));
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE akun_id = ${a.id}`)[0][0], '3');
});

test('numbers that are none, or no count of machines', async () => {
  const salah = ['1e5', '0x10', '٣', '-1', '0', '9223372036854775808',
    '18446744073709551617', '1,5', '+2', '２', 'NaN', '1e',
    '1.5', '10.5', '1.0', '1..000', '.5', '5.', '1 0', '1.000.00'];
  for (const jumlah of salah) {
    const j = await bank.post('/permintaan', isian({ aksi: 'draf', jumlah }),
      {});
    assert.equal(j.status, 422, `${jumlah} > ${j.lokasi}`);
    assert.ok(j.galat.jumlah, jumlah);
  }
  for (const produsen of ['0', '-1', '99999999', `${idBank}`,
    '9223372036854775807', `${idProd}.0`])
    assert.ok((await bank.post('/permintaan', isian({ produsen }),
      { berkas: PDF })).galat.produsen, produsen);
  const j = await bank.post('/permintaan', isian({ aksi: 'draf',
    jumlah: '1.250' }), {});
  assert.equal(j.status, 303);
  assert.equal(sql(`SELECT jumlah FROM permintaan
    WHERE id = ${j.lokasi.match(/\d+$/)[0]}`)[0][0], '1250');
});

test('dates that are none, or far away', async () => {
  const id = await buat();
  assert.equal((await setuju(id, { 'seri-ketik': seri(2) })).status, 303);
  for (const t of ['0000-00-00', '9999-12-31', '2026-02-30', '2026-2-1',
    '2026-01-01T00:00', '-001-01-01', '٢٠٢٦-٠١-٠١', '2199-01-01', "1' OR '1"])
    assert.equal((await admin.post(`/permintaan/${id}/daftarkan`, {
      versi: versi(id), 'agenda-nomor': '1', 'agenda-tanggal': t })).status,
    422, t);
  for (const k of ['0000-00-00', '9999-99-99', '2026-02-31', '0', 'x'])
    for (const cara of ['get', 'post'])
      assert.ok([404, 422].includes((await admin[cara](
        `/proses/kalender/${k}`)).status), `${cara} ${k}`);
  assert.equal(status(id), 'disetujui');
});

test('lists: nonsense in every parameter is an answer, not a fault',
  async () => {
  const isi = ['', '-1', '0', '99999999999999999999', "'",
    '%22%3E%3Cscript%3E', '1~', '~', '1~~~', '%00', '%ff', '%f0%9f%92%a9',
    '..%2f', 'a'.repeat(900),
    '1e9', '%E2%80%AE', '0x1', '1;DROP+TABLE+x', '%25'];
  const nama = ['setelah', 'sebelum', 'per', 'urut', 'arah', 'cari', 'status',
    'dari', 'tahun', 'bulan', 'produsen', 'lembaga', 'jenis', 'tunggu',
    'tampil', 'tanggal', 'mulai', 'sampai', 'peran', 'pelaku', 'peristiwa'];
  const jalur = ['/permintaan', '/proses', '/proses/kalender', '/dokumen',
    '/admin/akun', '/admin/lembaga', '/admin/audit', '/admin/libur',
    '/kotak-keluar', '/proses/pemusnahan'];
  for (const p of jalur)
    for (const v of isi) {
      const j = await admin.get(`${p}?${nama.map((n) => `${n}=${v}`)
        .join('&')}`);
      assert.ok([200, 303, 400, 404, 422].includes(j.status),
        `${p} ${v} ${j.status}`);
      bersih(j);
      for (const n of nama.slice(0, 6)) {
        const k = await admin.get(`${p}?${n}=${v}`);
        assert.ok([200, 303, 400, 422].includes(k.status),
          `${p}?${n}=${v} ${k.status}`);
      }
    }
});

test('paths in disguise reach nothing', async () => {
  const jalur = ['/_simpanan/', '/_simpanan/aa/b', '//_simpanan/x',
    '/aset/../_simpanan/x', '/aset/..%2f_simpanan/x', '/%5fsimpanan/x',
    '/_galat/400.html', '/aset/../../etc/passwd', '/aset/%2e%2e/%2e%2e/x',
    '/aset/..%5c..%5cx', '//permintaan', '/permintaan;x', '/permintaan%00',
    '/permintaan.', '/permintaan/', '/permintaan/1%2fkartu',
    '/permintaan/%31%00', '/./permintaan', '/permintaan/01', '/permintaan/+1',
    '/permintaan/1.', '/permintaan/99999999999999999999', '/permintaan/-1',
    '/Permintaan', '/permintaan%0d%0aX-Jahat:1', '/.git/config', '/.htaccess',
    '/aset/.', '/sql/010-permintaan.sql', '/cgi-bin/login.fcgi'];
  for (const p of jalur) {
    const j = await kirim('GET', p, { accept: 'application/xml',
      cookie: `sid=${bank.kue.get('sid')}` });
    assert.ok([400, 403, 404].includes(j.status), `${p} ${j.status}`);
    assert.equal(j.headers['x-jahat'], undefined);
    assert.equal(j.headers['x-accel-redirect'], undefined);
    bersih(j);
  }
  const j = await kirim('GET', '/login', {
    'x-accel-redirect': '/_simpanan/', 'x-original-url': '/admin',
    'x-rewrite-url': '/admin', 'x-forwarded-for': '1.1.1.1' });
  assert.equal(j.status, 200);
});

test('other methods, long lines and broken requests', async () => {
  for (const cara of ['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE',
    'PROPFIND']) {
    const j = await kirim(cara, '/permintaan', {
      cookie: `sid=${bank.kue.get('sid')}`, 'x-rahasia': 'abc' });
    assert.ok([400, 403, 404, 405].includes(j.status), cara);
    assert.doesNotMatch(j.teks, /x-rahasia/i);
  }
  const h = await kirim('HEAD', '/permintaan', {
    cookie: `sid=${bank.kue.get('sid')}` });
  assert.equal(h.status, 200);
  assert.equal(h.isi.length, 0);
  for (const p of [`/${'a'.repeat(5000)}`, `/permintaan?cari=${'a'.repeat(
    5000)}`, `/permintaan?${'a=1&'.repeat(1500)}`]) {
    const j = await bank.get(p);
    assert.ok([400, 404, 413, 414].includes(j.status), String(j.status));
  }
  const sid = bank.kue.get('sid');
  const kepala = `POST /permintaan HTTP/1.1\r\nHost: ${HOST}\r\n` +
    `Cookie: sid=${sid}\r\nConnection: close\r\n` +
    'Content-Type: application/x-www-form-urlencoded\r\n';
  for (const x of ['Content-Length: -1\r\n\r\n', 'Content-Length: 1e3\r\n\r\n',
    'Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef',
    'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'Transfer-Encoding: chunked\r\n\r\nzz\r\n', 'Content-Length: ' +
    '99999999999999999999\r\n\r\n'])
    assert.match(await mentah(kepala + x), /^HTTP\/1\.1 4\d\d/, x);
  assert.match(await mentah(`${kepala}Transfer-Encoding: chunked\r\n\r\n` +
    '3\r\na=1\r\n0\r\n\r\n'), /^HTTP\/1\.1 403/);
});

const kirimBadan = (o, jalur, tipe, isi) => o.kirim('POST', jalur,
  { 'content-type': tipe }, isi);

test('multipart that lies is refused, and nothing is stored', async () => {
  const n = () => sql(`SELECT COUNT(*) FROM permintaan
    WHERE lembaga_id = ${idBank} AND judul = 'Bohong'`)[0][0];
  const bagian = (b, nama, isi, lain = '') => `--${b}\r\n` +
    `Content-Disposition: form-data; name="${nama}"${lain}\r\n\r\n${isi}\r\n`;
  const semua = (b) => Object.entries(isian({ judul: 'Bohong', aksi: 'draf',
    csrf: bank.csrf, kunci: kunci() })).map(([x, v]) => bagian(b, x, v))
    .join('');
  const coba = [
    ['multipart/form-data', semua('x')],
    ['multipart/form-data; boundary=', semua('')],
    [`multipart/form-data; boundary=${'x'.repeat(200)}`,
      `${semua('x'.repeat(200))}--${'x'.repeat(200)}--\r\n`],
    ['multipart/form-data; boundary=x', semua('x')],
    ['multipart/form-data; boundary=x; boundary=y', `${semua('y')}--y--\r\n`],
    ['multipart/form-data; boundary=x', semua('x').replace(/\r\n/g, '\n')],
    ['multipart/mixed; boundary=x', `${semua('x')}--x--\r\n`],
    ['multipart/form-data; boundary=x', `${semua('x')}${bagian('x',
      'a'.repeat(9000), '1')}--x--\r\n`],
    ['multipart/form-data; boundary=x', `${semua('x')}${Array.from(
      { length: 40 }, (_, i) => bagian('x', `f${i}`, 'x',
        `; filename="${i}"`)).join('')}--x--\r\n`]];
  for (const [tipe, isi] of coba) {
    const j = await kirimBadan(bank, '/permintaan', tipe, isi);
    assert.ok([400, 403, 413, 415].includes(j.status),
      `${tipe.slice(0, 50)} ${j.status}`);
  }
  assert.equal(n(), '0');
});

test('files that are not what they are called, or called badly', async () => {
  const html = Buffer.from('<html><script>alert(1)</script></html>');
  const coba = [['x.pdf', html], ['x.pdf', Buffer.alloc(0)],
    ['x.pdf', Buffer.concat([html, pdf()])], ['x.pdf', Buffer.from('%PDF-1.4')],
    ['x.pdf', Buffer.concat([Buffer.from('PK\x03\x04'), pdf()])],
    ['x.svg', Buffer.from('<svg onload="alert(1)"/>')],
    ['x.pdf', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), pdf()])]];
  for (const [nama, isi] of coba) {
    const j = await bank.post('/permintaan', isian(), { berkas: { nama, isi,
      tipe: 'application/pdf' } });
    assert.equal(j.status, 422);
    assert.ok(j.galat.berkas);
  }
  const nama = ['../../../etc/passwd', '..\\..\\x.pdf', 'a\u0000b.pdf',
    `${'n'.repeat(3000)}.pdf`, 'x\u202Efdp.exe', '"; x="y.pdf', 'a;b.pdf',
    'x.html', '.htaccess', '%0d%0aX-Jahat: 1.pdf', '<b>x</b>.pdf', ''];
  for (const x of nama) {
    const j = await bank.post('/permintaan', isian(), { berkas: { nama: x,
      isi: pdf(x.length.toString()), tipe: 'text/html' } });
    if (j.status !== 303) {
      assert.ok([400, 422].includes(j.status), `${x} ${j.status}`);
      continue;
    }
    const f = await bank.get(`${j.lokasi}/berkas/surat`);
    assert.equal(f.status, 200, x);
    assert.equal(f.headers['content-type'], 'application/pdf');
    assert.equal(f.headers['x-content-type-options'], 'nosniff');
    assert.equal(f.headers['x-jahat'], undefined);
    assert.match(f.headers['content-disposition'],
      /^(inline|attachment); filename="[^"\\/]*"; filename\*=UTF-8''[^ "/\\]*$/,
      x);
    const h = await bank.html(j.lokasi);
    assert.doesNotMatch(h.teks, /<b>x<\/b>/);
  }
});

test('a kept upload is its person\'s alone', async () => {
  const unggah = { nama: 'rahasia.pdf', isi: pdf(unik()),
    tipe: 'application/pdf' };
  const j = await bank.post('/permintaan', isian({ jumlah: 'x' }),
    { berkas: unggah });
  assert.equal(j.status, 422);
  const tanda = j.nilai('//isian/ruas[@nama="berkas-tersimpan"]');
  assert.ok(tanda);
  const asing = await bankLain.post('/permintaan', isian({
    'berkas-tersimpan': tanda }), {});
  assert.equal(asing.status, 422);
  assert.ok(asing.galat.berkas);
  const bagian = tanda.split(':');
  for (const x of [[0, '0'.repeat(64)], [1, '1'.repeat(64)], [2, 'xlsx'],
    [3, '1'], [4, 'lain.html'], [1, '../../kunci/rahasia']]) {
    const ubah = [...bagian];
    [, ubah[x[0]]] = [0, x[1]];
    const k = await bank.post('/permintaan', isian({
      'berkas-tersimpan': ubah.join(':') }), {});
    assert.equal(k.status, 422, ubah.join(':'));
  }
  assert.equal((await bank.post('/permintaan', isian({
    'berkas-tersimpan': tanda }), {})).status, 303);
});

test('a sealed report is for the person, the request and the bytes',
  async () => {
  const id = await buat();
  const lain = await buat();
  const j = await setuju(id, { 'seri-ketik': '=1+1;x\n=1+1;x' });
  assert.equal(j.status, 422);
  const tautan = j.nilai('/halaman/galat[@kode="daftar-salah"]/@nilai');
  assert.match(tautan, /laporan-seri\/[0-9a-f]{64}\?segel=/);
  const f = await prod.get(tautan);
  assert.equal(f.status, 200);
  assert.doesNotMatch(f.teks, /(^|;|,|")[=+@]/m);
  const temannya = await Orang.masuk(akunBaru('produsen', idProd));
  for (const [o, x] of [[temannya, tautan], [prodLain, tautan],
    [bank, tautan], [prod, tautan.replace(`/${id}/`, `/${lain}/`)],
    [prod, tautan.replace(/segel=./, 'segel=g')],
    [prod, tautan.replace(/\?.*/, '')],
    [prod, tautan.replace(/[0-9a-f]{64}\?/, `${'0'.repeat(64)}?`)]])
    assert.ok([403, 404].includes((await o.get(x)).status), x);
});

function zip(berkas) {
  const bagian = [];
  const pusat = [];
  let letak = 0;
  for (const [nama, isi] of berkas) {
    const z = zlib.deflateRawSync(isi, { level: 9 });
    const h = Buffer.alloc(30);
    h.writeUInt32LE(0x04034b50, 0);
    h.writeUInt16LE(20, 4);
    h.writeUInt16LE(8, 8);
    h.writeUInt32LE(zlib.crc32 ? zlib.crc32(isi) : 0, 14);
    h.writeUInt32LE(z.length, 18);
    h.writeUInt32LE(isi.length, 22);
    h.writeUInt16LE(nama.length, 26);
    const c = Buffer.alloc(46);
    c.writeUInt32LE(0x02014b50, 0);
    h.copy(c, 6, 4, 30);
    c.writeUInt32LE(letak, 42);
    bagian.push(h, Buffer.from(nama), z);
    pusat.push(c, Buffer.from(nama));
    letak += 30 + nama.length + z.length;
  }
  const p = Buffer.concat(pusat);
  const e = Buffer.alloc(22);
  e.writeUInt32LE(0x06054b50, 0);
  e.writeUInt16LE(berkas.length, 8);
  e.writeUInt16LE(berkas.length, 10);
  e.writeUInt32LE(p.length, 12);
  e.writeUInt32LE(letak, 16);
  return Buffer.concat([...bagian, p, e]);
}

test('serial lists made to hurt', async () => {
  const id = await buat();
  const lembar = 'xl/worksheets/sheet1.xml';
  const buku = '<workbook><sheets><sheet name="a" sheetId="1"/></sheets>' +
    '</workbook>';
  const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM ' +
    '"file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is>' +
    '<t>&a;</t></is></c></row></sheetData></worksheet>';
  const berkas = {
    'bom.xlsx': zip([['xl/workbook.xml', Buffer.from(buku)], [lembar,
      Buffer.alloc(300 << 20, 0x20)]]),
    'xxe.xlsx': zip([['xl/workbook.xml', Buffer.from(buku)], [lembar,
      Buffer.from(doctype)]]),
    'jalur.xlsx': zip([['../../xl/workbook.xml', Buffer.from(buku)]]),
    'potong.xlsx': zip([['xl/workbook.xml', Buffer.from(buku)]])
      .subarray(0, 60),
    'nul.csv': Buffer.from('A1;B1\0\nA2;B2\n'),
    'baris.csv': Buffer.from(Array.from({ length: 100001 },
      (_, i) => `R${i};Q${i}`).join('\n')),
    'kutip.csv': Buffer.from(`"${'a'.repeat(1 << 20)}`),
    'koma.csv': Buffer.from(';'.repeat(1 << 20)),
    'rumus.csv': Buffer.from('=cmd|calc;x\n@SUM(1);y\n'),
    'arah.csv': Buffer.from('A\u202EB;x\nC\u200BD;y\n'),
  };
  for (const [nama, isi] of Object.entries(berkas)) {
    const mulai = Date.now();
    const j = await setuju(id, {}, { 'seri-berkas': { nama, isi } });
    assert.equal(j.status, 422, `${nama} ${j.status}`);
    assert.doesNotMatch(j.teks, /root:x:/);
    assert.ok(Date.now() - mulai < 20000, nama);
    bersih(j);
  }
  assert.equal(status(id), 'diajukan');
  assert.equal(sql(`SELECT COUNT(*) FROM kartu
    WHERE permintaan_id = ${id}`)[0][0], '0');
});

test('calendars made to hurt', async () => {
  const ics = (isi) => Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${isi}` +
    'END:VCALENDAR\r\n');
  const acara = (t, lain = '') => 'BEGIN:VEVENT\r\nUID:1\r\nDTSTART;' +
    `VALUE=DATE:${t}\r\nSUMMARY:Libur\r\n${lain}END:VEVENT\r\n`;
  for (const isi of [ics(acara('20260101', 'RRULE:FREQ=SECONDLY\r\n')),
    ics(acara('20260101', 'RRULE:FREQ=DAILY;COUNT=999999999\r\n')),
    ics(acara('20260101', 'DTEND;VALUE=DATE:99991231\r\n')),
    ics(acara('00000000')), ics(acara('99999999')),
    ics(acara('20260101').repeat(20000)),
    ics('BEGIN:VEVENT\r\n'.repeat(5000)),
    ics(`SUMMARY:${'a'.repeat(1 << 20)}\r\n`),
    ics(`X:a${'\r\n b'.repeat(100000)}\r\n`)]) {
    const mulai = Date.now();
    const j = await admin.post('/admin/libur/impor', {}, { berkas: {
      nama: 'libur.ics', isi } });
    assert.ok([303, 413, 422].includes(j.status), String(j.status));
    assert.ok(Date.now() - mulai < 10000);
    if (j.status === 303) {
      const p = await admin.get(j.lokasi);
      assert.equal(p.status, 200);
    }
  }
});

test('what is typed never becomes markup', async () => {
  const x = '"><script>alert(1)</script>\'{{7*7}}<!--]]>&#x41;';
  const id = await buat({ judul: x, nomor: unik('<i>'), catatan: x });
  for (const o of [bank, prod, admin])
    for (const p of [`/permintaan/${id}`, '/permintaan',
      `/permintaan?cari=${encodeURIComponent(x)}`]) {
      const j = await o.html(p);
      assert.doesNotMatch(j.teks, /<script>alert|<i>/, p);
    }
  const j = await bank.post('/permintaan', isian({ jumlah: x, judul: x }), {},
    { accept: 'text/html' });
  assert.doesNotMatch(j.teks, /<script>alert/);
  const l = await new Orang().html(`/login?lanjut=/${encodeURIComponent(x)}`);
  assert.doesNotMatch(l.teks, /<script>alert/);
});

test('a name that cannot be seen is none, and none is shown backwards',
  async () => {
  for (const judul of ['\u200b\u200b\u200b', '\u00a0\u00a0\u00a0',
    '\u3000\u2003\ufeff', '\u202e\u2066\u2069\u202c', '\u3164\u115f\u2800'])
    assert.equal((await bank.post('/permintaan', isian({ judul,
      aksi: 'draf' }), {})).galat.judul, 'wajib', JSON.stringify(judul));
  const j = await bank.post('/permintaan', isian({ aksi: 'draf',
    judul: 'Bank\u202e\u200b Maju\u00a0\u00a0Jaya',
    catatan: 'a\u202eb\nc' }), {});
  assert.deepEqual(sql(`SELECT judul, HEX(catatan) FROM permintaan
    WHERE id = ${j.lokasi.match(/\d+$/)[0]}`)[0],
  ['Bank Maju Jaya', '61620A63']);
  // Two numbers that look the same are the same.
  const nomor = unik('N/');
  assert.equal((await bank.post('/permintaan', isian({ nomor,
    aksi: 'draf' }), {})).status, 303);
  assert.ok((await bank.post('/permintaan', isian({ nomor: `${nomor}\u200d`,
    aksi: 'draf' }), {})).galat.nomor);
});

test('U-16 files of people nobody knows are looked at and not kept',
  async () => {
  const o = new Orang();
  await o.get('/verifikasi');
  const ada = (isi) => {
    const h = createHash('sha256').update(isi).digest('hex');
    return existsSync(join(dirVar, 'simpanan', h.slice(0, 2), h));
  };
  const asing = pdf(unik());
  const j = await o.post('/verifikasi', {}, { pdf: { nama: 'x.pdf',
    isi: asing } });
  assert.equal(j.nilai('/halaman/hasil/@kode'), 'bukan', j.teks);
  assert.equal(ada(asing), false);
  // Nor with a form that is refused, nor without a session.
  const lain = pdf(unik());
  assert.equal((await o.post('/verifikasi', { csrf: null }, { pdf: {
    nama: 'x.pdf', isi: lain } })).status, 403);
  assert.equal((await o.post('/permintaan', isian(), { berkas: {
    nama: 'x.pdf', isi: lain } })).status, 401);
  assert.equal(ada(lain), false);
  const [milik] = sql(`SELECT sha256, kode FROM dokumen
    WHERE status = 'berlaku' LIMIT 1`);
  if (milik) {
    const isi = readFileSync(join(dirVar, 'simpanan', milik[0].slice(0, 2),
      milik[0]));
    const k = await o.post(`/verifikasi/${milik[1]}`, {}, { pdf: {
      nama: 'x.pdf', isi } });
    assert.equal(k.nilai('/halaman/hasil/@kode'), 'identik');
    assert.equal(ada(isi), true);
  }
});

test('the password that signs is not guessed by asking all at once',
  async () => {
  const o = await Orang.masuk(akunBaru('pejabat', ditjen));
  await Promise.all(Array.from({ length: 24 }, () =>
    o.post('/dokumen/tanda-tangan', { 'dokumen[]': '1', sandi: 'salah' })));
  const [[n]] = sql(`SELECT jumlah FROM gagal_masuk
    WHERE kunci = 'sandi:${o.akun.id}'`);
  assert.ok(Number(n) >= 1 && Number(n) <= 6, n);
});

test('codes of documents cannot be tried out', async () => {
  const o = new Orang();
  const jawab = [];
  for (const k of ['a', '0'.repeat(26), 'f'.repeat(32), '1-1', '1',
    'A'.repeat(80)])
    jawab.push(await o.get(`/verifikasi/${k}`));
  assert.ok(jawab.every((j) => j.status === 404));
  jawab.forEach(bersih);
});

test('somebody who guesses does not lock out a known device', async () => {
  const a = akunBaru('pengguna', idBank);
  const o = await Orang.masuk(a);
  const tebak = new Orang();
  await tebak.get('/login');
  let j;
  for (let i = 0; i < 14; i++)
    j = await tebak.post('/login', { username: a.username, sandi: 'salah' });
  assert.match(j.teks, /masuk-tunggu/);
  assert.equal((await o.get('/beranda')).status, 200);
  o.kue.delete('sid');
  await o.get('/login');
  assert.equal((await o.post('/login', { username: a.username,
    sandi: a.sandi })).status, 303);
  // Nor does the device of somebody else help the one who guesses.
  const milik = await Orang.masuk(akunBaru('pengguna', idBank));
  tebak.kue.set('perangkat', milik.kue.get('perangkat'));
  j = await tebak.post('/login', { username: a.username, sandi: a.sandi });
  assert.match(j.teks, /masuk-tunggu/);
  for (const p of ['1-1', '-', `${a.id}-99999999999-x-`, '%n%s', `${a.id}-`]) {
    tebak.kue.set('perangkat', p);
    assert.match((await tebak.post('/login', { username: a.username,
      sandi: a.sandi })).teks, /masuk-tunggu/);
  }
});

test('no session, no change of password; another\'s session stays',
  async () => {
  const o = new Orang();
  await o.get('/login');
  assert.equal((await o.post('/akun/sandi', { 'sandi-lama': 'x',
    'sandi-baru': 'Gajah-Makan-7-Kelapa',
    'sandi-ulang': 'Gajah-Makan-7-Kelapa' })).status, 401);
  const [[sesi]] = sql(`SELECT MAX(id) FROM sesi
    WHERE akun_id = ${bank.akun.id}`);
  await bankLain.get('/akun/sesi');
  assert.equal((await bankLain.post(`/akun/sesi/${sesi}/keluarkan`)).status,
    404);
  assert.equal((await bank.get('/beranda')).status, 200);
});

test('the log holds no line that was sent to it', async () => {
  const tanda = unik('jahat');
  await kirim('GET', `/permintaan/%0a${tanda}`, {
    'user-agent': `x\t${tanda}` });
  await new Orang().get(`/verifikasi/${tanda}`);
  const j = await bank.get(`/permintaan?cari=%0a${tanda}`);
  assert.ok([200, 400].includes(j.status));
  for (const n of readdirSync(join(dirVar, 'log')))
    for (const b of readFileSync(join(dirVar, 'log', n), 'utf8').split('\n'))
      assert.ok(!b.startsWith(tanda), n);
});
