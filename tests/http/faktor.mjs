// faktor.mjs - the second factor (U-05): setting up, signing in with it,
// codes that are good once, guessing, messages, recovery codes, remembered
// devices, who must have one, and an admin who takes one away.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { before, beforeEach, test } from 'node:test';
import { akar, akunBaru, alamat, dirVar, kunci, lembagaBaru, Orang, sql, totp, unik }
  from './bantu.mjs';

let lembaga;

before(() => { lembaga = lembagaBaru('kementerian'); });
// All come from one network: its counter must not stop the next test.
beforeEach(() => sql("DELETE FROM gagal_masuk WHERE kunci LIKE 'ip:%'"));

const orangBaru = (peran = 'pengguna') => Orang.masuk(akunBaru(peran,
  lembaga));

/** A code of an authenticator may be given again. */
const lupakanLangkah = (akun) =>
  sql(`UPDATE faktor SET langkah = 0 WHERE akun_id = ${akun.id}`);

/** Set an authenticator up; its secret and the recovery codes. */
async function pasang(o, sandi = o.akun.sandi) {
  let j = await o.post('/akun/faktor/totp/aktifkan', { sandi });
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, '/akun/faktor/totp');
  j = await o.get('/akun/faktor/totp');
  const rahasia = j.semua('/halaman/faktor/kelompok')
    .map((e) => e.textContent).join('');
  assert.match(rahasia, /^[A-Z2-7]{32}$/);
  j = await o.post('/akun/faktor/totp', { kode: totp(rahasia) });
  assert.equal(j.status, 200, j.teks);
  lupakanLangkah(o.akun);
  return { rahasia, pemulihan: j.semua('/halaman/pemulihan/kode')
    .map((e) => e.textContent), jawab: j };
}

/** Through the password, to the page that asks for the code. */
async function sandiDulu(akun, o = new Orang(), lagi = {}) {
  await o.get('/login');
  const j = await o.post('/login', { username: akun.username,
    sandi: akun.sandi, ...lagi });
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, '/login/kode');
  o.akun = akun;
  await o.get('/login/kode');
  return o;
}

const beri = (o, kode, lagi = {}) => o.post('/login/kode', { kode, ...lagi });

async function diDalam(o) {
  return (await o.html('/beranda')).status === 200;
}

const jejak = (akun, tindakan) => Number(sql(`SELECT COUNT(*) FROM audit
  WHERE objek_id = ${akun.id} AND tindakan = '${tindakan}'`)[0][0]);
const kabar = (akun, templat) => Number(sql(`SELECT COUNT(*) FROM notifikasi
  WHERE akun_id = ${akun.id} AND templat = '${templat}'`)[0][0]);

/** The code that was sent last. */
function kodePesan(akun, saluran) {
  const [[data, rahasia, kepada]] = sql(`SELECT REPLACE(data, '\\n', '|'),
    rahasia, kepada FROM kotak_keluar WHERE akun_id = ${akun.id}
    AND templat = 'kode-masuk' AND saluran = '${saluran}'
    ORDER BY id DESC LIMIT 1`);
  assert.equal(rahasia, '1');
  return { kode: /kode=(\d{6})/.exec(data)[1], kepada };
}

/** Nobody has to wait between two messages. */
const mundurkan = (akun) => sql(`UPDATE faktor_kode SET dibuat = dibuat
  - INTERVAL 2 HOUR WHERE akun_id = ${akun.id}`);

test('setting up an authenticator: password, QR code, first code',
  async () => {
    const o = await orangBaru();
    const a = o.akun;
    let j = await o.get('/akun/faktor');
    assert.equal(j.nilai('/halaman/faktor/@totp'), '');
    // Nothing to see before the password.
    assert.equal((await o.html('/akun/faktor/totp')).lokasi,
      '/akun/faktor/totp/aktifkan');
    j = await o.post('/akun/faktor/totp/aktifkan', { sandi: 'salah' });
    assert.equal(j.galat.sandi, 'salah');
    assert.equal((await o.post('/akun/faktor/totp/aktifkan',
      { sandi: a.sandi })).status, 303);
    j = await o.get('/akun/faktor/totp');
    const rahasia = j.semua('/halaman/faktor/kelompok')
      .map((e) => e.textContent).join('');
    const uri = j.nilai('/halaman/faktor/@uri');
    assert.ok(uri.startsWith(`otpauth://totp/SI-FILMA:${a.username}?`));
    assert.equal(new URL(uri).searchParams.get('secret'), rahasia);
    assert.match(j.nilai('/halaman/faktor/@gambar'), /^M\d+ \d+h\d+v1h-\d+z/);
    assert.match(j.headers['cache-control'], /no-store/);
    // The same until it is confirmed; a wrong code changes nothing.
    assert.ok((await o.get('/akun/faktor/totp')).teks.includes(uri
      .replace(/&/g, '&amp;')));
    const salah = totp(rahasia, 40);
    j = await o.post('/akun/faktor/totp', { kode: salah });
    assert.equal(j.galat.kode, 'kode-salah');
    assert.ok(!j.teks.includes(salah));
    assert.equal((await o.get('/akun/faktor')).nilai('/halaman/faktor/@totp'),
      '');
    j = await o.post('/akun/faktor/totp', { kode: totp(rahasia) });
    assert.equal(j.status, 200);
    assert.equal(j.semua('/halaman/pemulihan/kode').length, 10);
    assert.ok(!j.teks.includes(rahasia));
    // Nobody sees it again: not on a page, in the database, in a log.
    assert.equal((await o.html('/akun/faktor/totp')).lokasi,
      '/akun/faktor/totp/aktifkan');
    const [[panjang, mentah]] = sql(`SELECT LENGTH(totp), HEX(totp)
      FROM faktor WHERE akun_id = ${a.id}`);
    assert.equal(panjang, '60');
    assert.ok(!mentah.includes(Buffer.from(rahasia).toString('hex')
      .toUpperCase()));
    for (const f of readdirSync(join(dirVar, 'log')))
      assert.ok(!readFileSync(join(dirVar, 'log', f), 'latin1')
        .includes(rahasia), f);
    assert.equal(jejak(a, 'faktor-dipasang'), 1);
    assert.equal(kabar(a, 'faktor-dipasang'), 1);
    assert.equal((await o.get('/akun/faktor'))
      .nilai('/halaman/faktor/@pemulihan'), '10');
  });

test('the code that switched it on is used up', async () => {
  const o = await orangBaru();
  await o.post('/akun/faktor/totp/aktifkan', { sandi: o.akun.sandi });
  const rahasia = (await o.get('/akun/faktor/totp'))
    .semua('/halaman/faktor/kelompok').map((e) => e.textContent).join('');
  const kode = totp(rahasia);
  assert.equal((await o.post('/akun/faktor/totp', { kode })).status, 200);
  const p = await sandiDulu(o.akun);
  assert.equal((await beri(p, kode)).galat.kode, 'kode-salah');
});

test('what is no way to give a code is not there', async () => {
  const o = await orangBaru();
  for (const jalur of ['/akun/faktor/sms', '/akun/faktor/sms/aktifkan',
    '/akun/faktor/sms/matikan']) {
    assert.equal((await o.get(jalur)).status, 404, jalur);
    assert.equal((await o.post(jalur, { sandi: o.akun.sandi, kode: '1' }))
      .status, 404, jalur);
  }
  assert.equal((await o.post('/akun/faktor/totp', { kode: '123456' })).status,
    409);
  assert.equal((await o.post('/akun/faktor/totp/matikan',
    { sandi: o.akun.sandi })).status, 404);
  const j = await o.post('/akun/faktor/pemulihan', { sandi: o.akun.sandi });
  assert.equal(j.status, 409);
});

test('signing in: no session before the code, each code once', async () => {
  const pemilik = await orangBaru();
  const { rahasia } = await pasang(pemilik);
  const a = pemilik.akun;
  const o = new Orang();
  await o.get('/login');
  let j = await o.post('/login', { username: a.username, sandi: a.sandi });
  assert.equal(j.lokasi, '/login/kode');
  assert.ok(!o.kue.has('sid') && !o.kue.has('perangkat'));
  const tunda = j.headers['set-cookie'].find((k) => /^tunda=/.test(k));
  assert.match(tunda, /^tunda=[0-9a-f]{64};.*HttpOnly.*Max-Age=600/);
  assert.equal(sql(`SELECT COUNT(*) FROM masuk_tunda WHERE akun_id = ${a.id}
    AND hash = UNHEX(SHA2('${o.kue.get('tunda')}', 256))`)[0][0], '1');
  assert.equal(await diDalam(o), false);
  j = await o.get('/login/kode');
  assert.equal(j.nilai('/halaman/faktor/@totp'), 'ya');
  assert.equal(j.semua('/halaman/sesi').length, 0);
  j = await beri(o, '');
  assert.equal(j.galat.kode, 'wajib');
  j = await beri(o, totp(rahasia, 40));
  assert.equal(j.status, 422);
  assert.equal(j.galat.kode, 'kode-salah');
  assert.equal((await beri(o, totp(rahasia), { csrf: 'x' })).status, 403);
  const kode = totp(rahasia);
  const lama = new Map(o.kue);
  j = await beri(o, kode.replace(/^.../, '$& '));
  assert.equal(j.status, 303);
  assert.equal(j.lokasi, '/beranda');
  assert.ok(o.kue.has('sid') && !o.kue.has('tunda'));
  assert.equal(await diDalam(o), true);
  assert.equal(sql(`SELECT rincian FROM audit WHERE objek_id = ${a.id}
    AND tindakan = 'masuk' ORDER BY id DESC LIMIT 1`)[0][0], 'totp');
  // The same code again, and the same record again.
  const p = await sandiDulu(a);
  assert.equal((await beri(p, kode)).galat.kode, 'kode-salah');
  o.kue = lama;
  j = await beri(o, totp(rahasia, 1));
  assert.equal(j.lokasi, '/login');
  assert.equal(jejak(a, 'masuk-kode-gagal'), 2);
});

test('a clock may be wrong by one step', async () => {
  const pemilik = await orangBaru();
  const { rahasia } = await pasang(pemilik);
  for (const [geser, boleh] of [[-2, false], [2, false], [-1, true],
    [1, true]]) {
    const o = await sandiDulu(pemilik.akun);
    // Not while one step becomes the next.
    const sisa = 30000 - (Date.now() % 30000);
    if (sisa < 2000)
      await new Promise((r) => { setTimeout(r, sisa + 50); });
    const j = await beri(o, totp(rahasia, geser));
    assert.equal(j.status, boleh ? 303 : 422, `${geser} steps`);
    lupakanLangkah(pemilik.akun);
  }
});

test('where one wanted to go, and an interrupted form, wait for the code',
  async () => {
    const a = akunBaru('admin', lembagaBaru('ditjen'));
    const { rahasia } = await pasang(await Orang.masuk(a));
    let o = await sandiDulu(a, new Orang(), { lanjut: '/admin/audit?x=1' });
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/admin/audit?x=1');
    lupakanLangkah(a);
    const bawaan = { lanjut: '/admin/libur',
      'isi-nama': ['nama', 'tanggal', 'nama'], 'isi.nama': ['Hari <A>', 'B'],
      'isi.tanggal': '2031-02-04' };
    o = await sandiDulu(a, new Orang(), bawaan);
    // Nothing of it in plain text.
    const [[titipan]] = sql(`SELECT HEX(titipan) FROM masuk_tunda
      WHERE akun_id = ${a.id} ORDER BY id DESC LIMIT 1`);
    assert.ok(!titipan.includes(Buffer.from('Hari').toString('hex')
      .toUpperCase()));
    // A slip loses nothing.
    assert.equal((await beri(o, '000000')).status, 422);
    let j = await beri(o, totp(rahasia));
    assert.equal(j.status, 200);
    assert.equal(j.nilai('/halaman/lanjutan/@jalur'), '/admin/libur');
    assert.deepEqual(j.semua('/halaman/lanjutan/ruas').map((e) =>
      [e.getAttribute('nama'), e.textContent]),
    [['nama', 'Hari <A>'], ['nama', 'B'], ['tanggal', '2031-02-04']]);
    j = await o.post('/admin/libur', { nama: 'x',
      csrf: j.nilai('/halaman/lanjutan/@csrf') });
    assert.equal(j.status, 422);
    // It waited too long: the password once more, and all is there.
    lupakanLangkah(a);
    o = await sandiDulu(a, new Orang(), bawaan);
    sql(`UPDATE masuk_tunda SET berakhir = UTC_TIMESTAMP(3)
      - INTERVAL 1 SECOND WHERE akun_id = ${a.id}`);
    j = await beri(o, totp(rahasia));
    assert.equal(j.status, 401);
    assert.equal(j.galat[''], 'masuk-ulang');
    assert.equal(j.nilai('/halaman/lanjutan/ruas[@nama="tanggal"]'),
      '2031-02-04');
    assert.equal(await diDalam(o), false);
    // A page without a form is simply gone.
    assert.equal((await o.html('/login/kode')).lokasi, '/login');
  });

test('never on to another site after the code', async () => {
  const a = (await orangBaru()).akun;
  const { rahasia } = await pasang(await Orang.masuk(a));
  for (const lanjut of ['//jahat.example/', 'https://jahat.example/',
    '/login/kode']) {
    const o = await sandiDulu(a, new Orang(), { lanjut });
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/beranda', lanjut);
    lupakanLangkah(a);
  }
});

/** One form, without waiting for its page; its status and cookies. */
function tembak(agent, kue, isian, dari) {
  return new Promise((selesai, gagal) => {
    const u = new URL(alamat);
    const isi = new URLSearchParams(isian).toString();
    const r = http.request({ host: u.hostname, port: u.port, method: 'POST',
      path: '/login/kode', agent, localAddress: dari, headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(isi), accept: 'application/xml',
        cookie: [...kue].map(([n, v]) => `${n}=${v}`).join('; ') } }, (res) => {
      res.resume();
      res.on('end', () => selesai({ status: res.statusCode,
        masuk: (res.headers['set-cookie'] || [])
          .some((k) => /^sid=[0-9a-f]{64}/.test(k)) }));
    });
    r.on('error', gagal);
    r.end(isi);
  });
}

test('one code, a thousand times by fifty connections: one session',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia, pemulihan } = await pasang(pemilik);
    const sesi = () => Number(sql(`SELECT COUNT(*) FROM sesi
      WHERE akun_id = ${a.id}`)[0][0]);
    // Ten sign-ins of the same person wait, each in a browser of its own.
    for (const kode of [() => totp(rahasia), () => pemulihan[0]]) {
      const orang = [];
      for (let i = 0; i < 10; i++) orang.push(await sandiDulu(a));
      lupakanLangkah(a);
      sql("DELETE FROM gagal_masuk WHERE kunci LIKE 'kode:%'");
      const awal = sesi();
      const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
      const isi = kode();
      const jawab = await Promise.all(Array.from({ length: 1000 }, (_, i) => {
        const o = orang[i % orang.length];
        return tembak(agent, o.kue, { csrf: o.csrf, kode: isi });
      }));
      agent.destroy();
      assert.equal(jawab.filter((j) => j.masuk).length, 1);
      assert.equal(sesi(), awal + 1);
      assert.ok(jawab.every((j) => [303, 422].includes(j.status)),
        [...new Set(jawab.map((j) => j.status))].join());
    }
  });

test('without the counters in the way, too', async () => {
  // Fifty at once are fewer than the address may try; the account's counter
  // is what would let only five through, so each has one try to take back.
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  const { rahasia } = await pasang(pemilik);
  for (let putaran = 0; putaran < 5; putaran++) {
    const orang = [];
    for (let i = 0; i < 5; i++) orang.push(await sandiDulu(a));
    lupakanLangkah(a);
    sql("DELETE FROM gagal_masuk");
    const kode = totp(rahasia);
    const jawab = await Promise.all(orang.map((o) => tembak(undefined, o.kue,
      { csrf: o.csrf, kode })));
    assert.equal(jawab.filter((j) => j.masuk).length, 1);
    assert.equal(jawab.filter((j) => j.status === 422).length, 4);
  }
});

test('guessing codes is slowed like guessing passwords, and told',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia } = await pasang(pemilik);
    const o = await sandiDulu(a);
    for (let i = 0; i < 5; i++)
      assert.equal((await beri(o, '000000')).galat.kode, 'kode-salah');
    let j = await beri(o, totp(rahasia));
    assert.equal(j.galat[''], 'masuk-tunggu');
    assert.ok(Number(j.nilai('/halaman/galat/@nilai')) >= 1);
    // A new sign-in is no way around it, nor is a recovery code.
    j = await beri(await sandiDulu(a), totp(rahasia));
    assert.equal(j.galat[''], 'masuk-tunggu');
    assert.equal(kabar(a, 'kode-ditebak'), 1);
    assert.equal(jejak(a, 'masuk-kode-gagal'), 5);
    // After the wait it goes on.
    sql(`UPDATE gagal_masuk SET tahan_sampai = terakhir
      WHERE kunci = 'kode:${a.id}'`);
    assert.equal((await beri(o, totp(rahasia))).status, 303);
    assert.equal(sql(`SELECT COUNT(*) FROM gagal_masuk
      WHERE kunci = 'kode:${a.id}'`)[0][0], '0');
  });

test('nobody learns of a factor before the password', async () => {
  const ada = await orangBaru();
  await pasang(ada);
  const tanpa = akunBaru('pengguna', lembaga);
  const polos = async (username) => {
    const o = new Orang();
    await o.get('/login');
    const j = await o.post('/login', { username, sandi: 'bukan sandinya' });
    assert.ok(!o.kue.has('tunda'));
    return j.teks.replace(/(rujukan|kunci|csrf|kini)="[^"]*"/g, '$1=""')
      .replace(/<ruas nama="username">[^<]*/, '');
  };
  const satu = await polos(ada.akun.username);
  assert.equal(await polos(tanpa.username), satu);
  assert.equal(await polos(unik('x')), satu);
});

test('a sign-in that waits: expired, stolen, of a closed account',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia } = await pasang(pemilik);
    let o = await sandiDulu(a);
    // Another place with another browser; one of them alone is no matter.
    const pencuri = new Orang();
    await pencuri.get('/login');
    pencuri.kue.set('tunda', o.kue.get('tunda'));
    assert.notEqual(pencuri.dari, o.dari);
    let j = await pencuri.post('/login/kode', { kode: totp(rahasia) }, null,
      { 'user-agent': 'Lain/1.0' });
    assert.equal(j.lokasi, '/login');
    assert.equal(await diDalam(pencuri), false);
    for (const t of [null, '', '0'.repeat(64), 'x'.repeat(64)]) {
      const p = new Orang();
      await p.get('/login');
      if (t !== null) p.kue.set('tunda', t);
      j = await beri(p, totp(rahasia));
      assert.equal(j.lokasi, '/login');
      assert.equal((await p.html('/login/kode')).lokasi, '/login');
    }
    const pindah = new Orang();
    await pindah.get('/login');
    pindah.kue.set('tunda', o.kue.get('tunda'));
    assert.equal((await beri(pindah, totp(rahasia))).status, 303);

    lupakanLangkah(a);
    o = await sandiDulu(a);
    sql(`UPDATE masuk_tunda SET berakhir = UTC_TIMESTAMP(3)
      WHERE akun_id = ${a.id}`);
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/login');

    o = await sandiDulu(a);
    sql(`UPDATE akun SET status = 'nonaktif' WHERE id = ${a.id}`);
    assert.equal((await beri(o, totp(rahasia))).galat[''], 'akun-nonaktif');
    sql(`UPDATE akun SET status = 'aktif' WHERE id = ${a.id}`);
    // A new password ends what waits.
    assert.equal((await pemilik.post('/akun/sandi', { 'sandi-lama': a.sandi,
      'sandi-baru': 'gajah terbang ungu',
      'sandi-ulang': 'gajah terbang ungu' })).status, 303);
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/login');
  });

test('recovery codes: each once, counted, made anew', async () => {
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  const { pemulihan } = await pasang(pemilik);
  assert.equal(new Set(pemulihan).size, 10);
  for (const k of pemulihan) assert.match(k, /^[a-z2-9]{5}-[a-z2-9]{5}$/);
  assert.equal(sql(`SELECT COUNT(*) FROM faktor_pemulihan
    WHERE akun_id = ${a.id} AND hash IN (UNHEX(SHA2('${pemulihan[0]}', 256)),
    UNHEX(SHA2('${pemulihan[0].replace('-', '')}', 256)))`)[0][0], '0');
  let o = await sandiDulu(a);
  let j = await o.get('/login/kode?cara=pemulihan');
  assert.equal(j.nilai('/halaman/faktor/@pakai-pemulihan'), 'ya');
  // As people type them.
  assert.equal((await beri(o, ` ${pemulihan[0].toUpperCase()
    .replace('-', ' ')}`)).status, 303);
  assert.equal(kabar(a, 'pemulihan-dipakai'), 1);
  assert.equal((await o.get('/akun/faktor'))
    .nilai('/halaman/faktor/@pemulihan'), '9');
  o = await sandiDulu(a);
  assert.equal((await beri(o, pemulihan[0])).galat.kode, 'kode-salah');
  assert.equal((await beri(o, pemulihan[1])).status, 303);
  // Somebody else's are none.
  const lain = await orangBaru();
  await pasang(lain);
  assert.equal((await beri(await sandiDulu(lain.akun), pemulihan[2]))
    .galat.kode, 'kode-salah');
  // Anew, after the password; the old ones are no good any more.
  j = await pemilik.post('/akun/faktor/pemulihan', { sandi: 'salah' });
  assert.equal(j.galat.sandi, 'salah');
  const sekali = kunci();
  j = await pemilik.post('/akun/faktor/pemulihan', { sandi: a.sandi,
    kunci: sekali });
  const baru = j.semua('/halaman/pemulihan/kode').map((e) => e.textContent);
  assert.equal(baru.length, 10);
  // Sent twice they are not shown twice.
  j = await pemilik.post('/akun/faktor/pemulihan', { sandi: a.sandi,
    kunci: sekali });
  assert.equal(j.status, 409);
  assert.equal(j.semua('/halaman/pemulihan').length, 0);
  o = await sandiDulu(a);
  assert.equal((await beri(o, pemulihan[3])).galat.kode, 'kode-salah');
  assert.equal((await beri(o, baru[0])).status, 303);
});

test('codes by e-mail: switched on by one, good once, five tries',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    let j = await pemilik.post('/akun/faktor/surel/aktifkan',
      { sandi: a.sandi });
    assert.equal(j.lokasi, '/akun/faktor/surel');
    let k = kodePesan(a, 'surel');
    assert.equal(k.kepada, `${a.username}@uji.example`);
    // Not for everybody to read, and only its HMAC is kept.
    assert.equal(sql(`SELECT COUNT(*) FROM faktor_kode WHERE akun_id = ${a.id}
      AND hash = UNHEX(SHA2('${k.kode}', 256))`)[0][0], '0');
    // At once again is too often.
    j = await pemilik.post('/akun/faktor/surel/aktifkan', { sandi: a.sandi });
    assert.equal(j.galat[''], 'kode-terlalu-sering');
    j = await pemilik.post('/akun/faktor/surel', { kode: '000000' });
    assert.equal(j.galat.kode, 'kode-salah');
    j = await pemilik.post('/akun/faktor/surel', { kode: k.kode });
    assert.equal(j.semua('/halaman/pemulihan/kode').length, 10);

    // Without an authenticator a code is on its way by itself.
    mundurkan(a);
    let o = await sandiDulu(a);
    k = kodePesan(a, 'surel');
    j = await o.get('/login/kode');
    assert.match(j.nilai('/halaman/faktor/@surel'), /^.•••@uji\.example$/);
    assert.equal((await beri(o, k.kode)).status, 303);
    assert.equal((await beri(await sandiDulu(a), k.kode)).galat.kode,
      'kode-salah');

    // Five tries: then the right one is worth nothing.
    mundurkan(a);
    o = await sandiDulu(a);
    k = kodePesan(a, 'surel');
    for (let i = 0; i < 5; i++) {
      assert.equal((await beri(o, k.kode === '111111' ? '222222' : '111111'))
        .galat.kode, 'kode-salah');
      sql(`DELETE FROM gagal_masuk WHERE kunci = 'kode:${a.id}'`);
    }
    assert.equal((await beri(o, k.kode)).galat.kode, 'kode-salah');

    // Another one, please; ten minutes old it is no good.
    mundurkan(a);
    j = await o.post('/login/kode', { aksi: 'surel' });
    assert.equal(j.lokasi, '/login/kode');
    assert.equal((await o.get(j.lokasi)).nilai('/halaman/pesan/@kode'),
      'kode-dikirim-surel');
    k = kodePesan(a, 'surel');
    sql(`UPDATE faktor_kode SET berakhir = UTC_TIMESTAMP(3)
      WHERE akun_id = ${a.id}`);
    assert.equal((await beri(o, k.kode)).galat.kode, 'kode-salah');
    j = await o.post('/login/kode', { aksi: 'surel' });
    assert.equal(j.galat[''], 'kode-terlalu-sering');
    // A way that is off cannot be asked for.
    assert.equal((await o.post('/login/kode', { aksi: 'wa' })).status, 403);
  });

test('an address that is not confirmed gets no codes', async () => {
  const o = await orangBaru();
  sql(`UPDATE akun SET email_sah = NULL WHERE id = ${o.akun.id}`);
  const j = await o.post('/akun/faktor/surel/aktifkan',
    { sandi: o.akun.sandi });
  assert.equal(j.galat[''], 'email-belum-sah');
});

test('codes by WhatsApp go to the number that was confirmed', async () => {
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  await pasang(pemilik);
  assert.equal((await pemilik.post('/akun/faktor/wa/aktifkan',
    { sandi: a.sandi })).status, 303);
  let k = kodePesan(a, 'wa');
  assert.equal(k.kepada, '081200000000');
  assert.equal((await pemilik.post('/akun/faktor/wa', { kode: k.kode }))
    .lokasi, '/akun/faktor');
  // Somebody changes the number: it is not his to confirm.
  sql(`UPDATE akun SET telepon = '089999999999' WHERE id = ${a.id}`);
  mundurkan(a);
  const o = await sandiDulu(a);
  assert.equal((await o.post('/login/kode', { aksi: 'wa' })).status, 303);
  k = kodePesan(a, 'wa');
  assert.equal(k.kepada, '081200000000');
  assert.equal((await beri(o, k.kode)).status, 303);
});

test('a device is remembered for 30 days, and forgotten when told so',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia } = await pasang(pemilik);
    const ingatkan = async (o) => {
      lupakanLangkah(a);
      await sandiDulu(a, o);
      const j = await beri(o, totp(rahasia), { ingat: 'ya' });
      assert.equal(j.status, 303);
      const kue = j.headers['set-cookie'].find((k) => /^ingat=/.test(k));
      assert.match(kue, /HttpOnly.*Max-Age=2592000/);
    };
    const masuk = async (o) => {
      o.kue.delete('sid');
      await o.get('/login');
      return (await o.post('/login', { username: a.username,
        sandi: a.sandi })).lokasi;
    };
    const o = new Orang();
    await ingatkan(o);
    await o.get('/beranda');
    await o.post('/akun/keluar');
    assert.equal(await masuk(o), '/beranda');
    assert.equal(sql(`SELECT rincian FROM audit WHERE objek_id = ${a.id}
      AND tindakan = 'masuk' ORDER BY id DESC LIMIT 1`)[0][0],
    'perangkat-diingat');
    // Not for somebody else, not when changed, not made up.
    const lain = await orangBaru();
    await pasang(lain);
    const ini = o.kue.get('ingat');
    for (const [siapa, kue] of [[lain.akun, ini],
      [lain.akun, ini.replace(/^\d+/, String(lain.akun.id))],
      [a, ini.slice(0, -1) + (ini.endsWith('0') ? '1' : '0')],
      [a, `${a.id}-${'0'.repeat(32)}-${'0'.repeat(64)}`],
      [a, `${a.id}`], [a, '-'], [a, 'x'.repeat(3000)]]) {
      const p = new Orang();
      p.kue.set('ingat', kue);
      await sandiDulu(siapa, p);
    }
    await o.get('/beranda');
    // On the list, with what it is; taken from there.
    let j = await o.get('/akun/faktor');
    assert.equal(j.nilai('/halaman/perangkat/@ini'), 'ya');
    const id = j.nilai('/halaman/perangkat/@id');
    assert.equal((await lain.post(`/akun/faktor/perangkat/${id}/cabut`))
      .status, 404);
    assert.equal((await o.post(`/akun/faktor/perangkat/${id}/cabut`)).status,
      303);
    assert.equal((await o.post(`/akun/faktor/perangkat/${id}/cabut`)).status,
      404);
    assert.equal(await masuk(o), '/login/kode');
    // All at once.
    await ingatkan(o);
    const p = new Orang();
    await ingatkan(p);
    assert.equal(await masuk(o), '/beranda');
    await p.get('/beranda');
    assert.equal((await p.post('/akun/faktor/perangkat/cabut')).status, 303);
    assert.equal(await masuk(o), '/login/kode');
    // Thirty days.
    await ingatkan(o);
    sql(`UPDATE faktor_perangkat SET berakhir = UTC_TIMESTAMP(3)
      WHERE akun_id = ${a.id}`);
    assert.equal(await masuk(o), '/login/kode');
    // Another factor, a new password.
    await ingatkan(o);
    await pemilik.post('/akun/faktor/totp/aktifkan', { sandi: a.sandi });
    const baru = (await pemilik.get('/akun/faktor/totp'))
      .semua('/halaman/faktor/kelompok').map((e) => e.textContent).join('');
    assert.notEqual(baru, rahasia);
    j = await pemilik.post('/akun/faktor/totp', { kode: totp(baru) });
    assert.equal(j.lokasi, '/akun/faktor');
    assert.equal(await masuk(o), '/login/kode');
    // The old authenticator is no good any more.
    lupakanLangkah(a);
    await o.get('/login/kode');
    assert.equal((await beri(o, totp(rahasia))).galat.kode, 'kode-salah');
    assert.equal((await beri(o, totp(baru), { ingat: 'ya' })).status, 303);
    await pemilik.post('/akun/sandi', { 'sandi-lama': a.sandi,
      'sandi-baru': 'gajah terbang ungu',
      'sandi-ulang': 'gajah terbang ungu' });
    a.sandi = 'gajah terbang ungu';
    assert.equal(await masuk(o), '/login/kode');
  });

test('switching off needs the password, and takes all with it', async () => {
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  await pasang(pemilik);
  const j = await pemilik.post('/akun/faktor/totp/matikan',
    { sandi: 'salah' });
  assert.equal(j.galat.sandi, 'salah');
  assert.equal((await pemilik.post('/akun/faktor/totp/matikan',
    { sandi: a.sandi })).status, 303);
  assert.equal(sql(`SELECT COUNT(*) FROM faktor_pemulihan
    WHERE akun_id = ${a.id}`)[0][0], '0');
  assert.equal(jejak(a, 'faktor-dilepas'), 1);
  assert.equal(kabar(a, 'faktor-dilepas'), 1);
  await Orang.masuk(a);
});

/** A role that no other test asks the setting of. */
async function wajib(isi) {
  const atur = (nilai) => sql(`UPDATE pengaturan SET nilai = '${nilai}'
    WHERE nama = 'faktor_wajib_pemohon'`);
  atur('ya');
  try {
    return await isi();
  } finally {
    atur('tidak');
  }
}

test('who must have one gets nothing but the way to set it up', async () => {
  const a = akunBaru('pemohon', lembagaBaru('bhi-kabkota'));
  const o = new Orang();
  o.akun = a;
  await wajib(async () => {
    await o.get('/login');
    const j = await o.post('/login', { username: a.username, sandi: a.sandi,
      lanjut: '/akun/sesi', 'isi-nama': 'catatan', 'isi.catatan': 'penting' });
    assert.equal(j.lokasi, '/akun/faktor');
    const f = await o.get('/akun/faktor');
    assert.equal(f.status, 200);
    assert.equal(f.nilai('/halaman/sesi/@terbatas'), 'ya');
  });
  assert.equal((await o.html('/beranda')).lokasi, '/akun/faktor');
  let j = await o.get('/beranda');
  assert.equal(j.status, 403);
  assert.equal(j.nilai('/halaman/kesalahan/@kode'), 'faktor-wajib');
  for (const jalur of ['/akun/profil', '/akun/sandi', '/akun/faktor/lanjut',
    '/akun/faktor/pemulihan', '/panduan', '/', '/verifikasi'])
    assert.equal((await o.get(jalur)).status, 403, jalur);
  assert.equal((await o.post('/akun/sandi', { 'sandi-lama': a.sandi,
    'sandi-baru': 'gajah terbang ungu',
    'sandi-ulang': 'gajah terbang ungu' })).status, 403);
  assert.ok(!(await o.html('/akun/faktor')).teks.includes('class="menu"'));
  await o.get('/akun/faktor');
  assert.equal((await o.post('/akun/sesi/perpanjang')).status, 200);
  // Set up, and in: under a new cookie, with the form that waited.
  const lama = new Map(o.kue);
  const { jawab } = await pasang(o);
  assert.equal(jawab.nilai('/halaman/pemulihan/@lanjut'), 'ya');
  assert.notEqual(o.kue.get('sid'), lama.get('sid'));
  assert.equal(await diDalam(o), true);
  j = await o.get('/akun/faktor/lanjut');
  assert.equal(j.nilai('/halaman/lanjutan/@jalur'), '/akun/sesi');
  assert.equal(j.nilai('/halaman/lanjutan/ruas[@nama="catatan"]'), 'penting');
  const p = new Orang();
  p.kue = lama;
  assert.equal(await diDalam(p), false);
  // The last one stays.
  await wajib(async () => {
    const k = await o.post('/akun/faktor/totp/matikan', { sandi: a.sandi });
    assert.equal(k.galat[''], 'faktor-terakhir');
  });
});

test('a limited session may end itself', async () => {
  const a = akunBaru('pemohon', lembagaBaru('bhi-kabkota'));
  const o = new Orang();
  await wajib(async () => {
    await o.get('/login');
    await o.post('/login', { username: a.username, sandi: a.sandi });
  });
  await o.get('/akun/faktor');
  assert.equal((await o.post('/akun/keluar')).lokasi, '/login');
  assert.equal((await o.html('/akun/faktor')).status, 303);
});

test('an admin takes the factors of somebody away, with a reason',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia, pemulihan } = await pasang(pemilik);
    const admin = await orangBaru('admin');
    const jalur = `/admin/akun/${a.id}/faktor`;
    let j = await admin.get(`/admin/akun/${a.id}`);
    assert.equal(j.nilai('/halaman/akun/@faktor'), 'ya');
    assert.equal((await admin.get(jalur)).status, 200);
    j = await admin.post(jalur, { alasan: '' });
    assert.equal(j.galat.alasan, 'wajib');
    const tunggu = await sandiDulu(a);
    j = await admin.post(jalur, { alasan: 'ponsel hilang, sudah ditelepon' });
    assert.equal(j.lokasi, `/admin/akun/${a.id}`);
    // All is over: sessions, what waits, codes.
    assert.equal(await diDalam(pemilik), false);
    for (const kode of [totp(rahasia), pemulihan[0]])
      assert.equal((await beri(tunggu, kode)).lokasi, '/login');
    await Orang.masuk(a);
    assert.equal(sql(`SELECT rincian FROM audit WHERE objek_id = ${a.id}
      AND tindakan = 'faktor-diatur-ulang'`)[0][0],
    'ponsel hilang, sudah ditelepon');
    assert.equal(kabar(a, 'faktor-diatur-ulang'), 1);
    assert.equal((await admin.post(jalur, { alasan: 'sekali lagi' })).status,
      409);
    // One's own needs the password instead.
    await pasang(admin);
    assert.equal((await admin.get(`/admin/akun/${admin.akun.id}/faktor`))
      .status, 409);
    assert.equal((await admin.post(`/admin/akun/${admin.akun.id}/faktor`,
      { alasan: 'mau cepat saja' })).status, 409);
    const bukan = await orangBaru();
    assert.equal((await bukan.post(jalur, { alasan: 'ingin saja' })).status,
      403);
  });

test('roles for which it is shipped as required', () => {
  const awal = readFileSync(join(akar, 'sql', '052-faktor.sql'), 'utf8');
  for (const [peran, nilai] of [['admin', 'ya'], ['pejabat', 'ya'],
    ['produsen', 'ya'], ['dinas', 'ya'], ['pengguna', 'tidak']])
    assert.ok(awal.includes(`('faktor_wajib_${peran}', '${nilai}'`), peran);
});
