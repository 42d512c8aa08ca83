// aktivasi.mjs - requests for activation and tokens through the running
// suite: A-01, A-02, P-19, and two people at once.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Orang, akunBaru, kunci, lembagaBaru, pdf, q, sql, unik } from
  './bantu.mjs';
import { diserahkan } from './serah.mjs';

let bank, bankDua, bankLain, prod, admin, pejabat;
let idBank, idProd;

before(async () => {
  idBank = lembagaBaru('bhi-pusat');
  idProd = lembagaBaru('produsen');
  const ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  bankDua = await orang('pengguna', idBank);
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  prod = await orang('produsen', idProd);
  admin = await orang('admin', ditjen);
  pejabat = await orang('pejabat', ditjen);
  for (const o of [bank, bankDua, bankLain, prod, admin, pejabat])
    await o.get('/beranda');
});

const tiket = (n) => diserahkan(idBank, idProd, bank.akun.id, n);
const surat = { berkas: { nama: 'surat.pdf', isi: pdf() } };
const idDari = (j) => Number(/\/aktivasi\/(\d+)/.exec(j.lokasi)[1]);
const baris = (id) => sql(`SELECT status, versi, jumlah FROM aktivasi
  WHERE id = ${id}`)[0];
const versi = (id) => Number(baris(id)[1]);
const statusKartu = (t) => sql(`SELECT DISTINCT status FROM kartu
  WHERE permintaan_id = ${t.permintaan}`).map((x) => x[0]);
const isi = (t, lain = {}) => ({ nomor: unik('045/A/'), judul: 'Aktivasi uji',
  proses: t.id, jumlah: t.kartu.length, aksi: 'kirim', ...lain });

/** A draft (aksi draf) or a sent request; its id. */
async function buat(t, lain = {}, berkas = surat) {
  const j = await bank.post('/aktivasi', isi(t, lain), berkas);
  assert.equal(j.status, 303, j.teks);
  return idDari(j);
}

async function setujui(id) {
  const j = await admin.post(`/aktivasi/${id}/setujui`, { versi: versi(id) });
  assert.equal(j.status, 303, j.teks);
}

test('P-19 a handed-over ticket leads to its request for activation',
  async () => {
    const t = tiket(3);
    let j = await bank.html(`/proses/${t.id}`);
    assert.match(j.teks, new RegExp(`/aktivasi/baru\\?proses=${t.id}"`));
    j = await bank.get(`/aktivasi/baru?proses=${t.id}`);
    assert.equal(j.nilai('/halaman/pilih/@proses'), String(t.id));
    assert.equal(j.nilai(`//pilihan[@nama='proses']/opsi[@nilai='${t.id}']` +
      '/@ket'), '3');
    // Not another institution's, nor one that names nothing of ours.
    j = await bankLain.get(`/aktivasi/baru?proses=${t.id}`);
    assert.equal(j.status, 200);
    assert.equal(j.semua(`//opsi[@nilai='${t.id}']`).length, 0);
    for (const v of ['abc', '-1', '0', '99999999999999999999'])
      assert.equal((await bank.get(`/aktivasi/baru?proses=${v}`)).status, 200);
  });

test('A-01 a request holds the first free cards of the ticket with their ' +
  'readers, and is shown to those concerned', async () => {
  const t = tiket(5);
  const id = await buat(t, { jumlah: 3, catatan: 'Tiga dahulu' });
  assert.deepEqual(baris(id), ['diajukan', '2', '3']);
  assert.deepEqual(sql(`SELECT kartu_id, seri_mesin, hidup FROM aktivasi_kartu
    WHERE aktivasi_id = ${id} ORDER BY urut`),
  t.kartu.slice(0, 3).map((k) => [String(k.id), k.mesin, '1']));
  let j = await bank.get(`/aktivasi/${id}`);
  assert.equal(j.nilai('/halaman/aktivasi/@tiket'), t.kode);
  assert.equal(j.nilai('/halaman/aktivasi/catatan'), 'Tiga dahulu');
  assert.equal(j.semua('/halaman/cuplikan/kartu').length, 3);
  assert.match(j.nilai('/halaman/cuplikan/kartu[1]/@sam-id'),
    /^([0-9A-F]{2} ){7}[0-9A-F]{2}$/);
  for (const [o, s] of [[admin, 200], [pejabat, 200], [bankDua, 200],
    [bankLain, 404], [prod, 403]])
    for (const p of ['', '/baris', '/daftar/csv', '/berkas'])
      assert.equal((await o.get(`/aktivasi/${id}${p}`)).status, s, p);
  j = await admin.get('/aktivasi?status=diajukan');
  assert.ok(j.nilai(`//baris[@id='${id}']/@nomor`));
  assert.deepEqual(sql(`SELECT kode FROM aktivasi_riwayat
    WHERE aktivasi_id = ${id} ORDER BY id`), [['dibuat'], ['diajukan']]);
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE templat = 'aktivasi-diajukan' AND akun_id = ${admin.akun.id}
    AND data LIKE '%/aktivasi/${id}'`)[0][0], '1');
  // The rest of the ticket is another request's.
  const lagi = await buat(t, { jumlah: 2 });
  assert.deepEqual(sql(`SELECT kartu_id FROM aktivasi_kartu
    WHERE aktivasi_id = ${lagi} ORDER BY urut`),
  t.kartu.slice(3).map((k) => [String(k.id)]));
});

test('A-01 what is wrong is told, and what was typed comes back', async () => {
  const t = tiket(2);
  let j = await bank.post('/aktivasi', isi(t, { jumlah: 3 }), surat);
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { jumlah: 'melebihi-kartu' });
  assert.equal(j.nilai("/halaman/galat/@nilai"), '2');
  assert.equal(j.nilai("//isian/ruas[@nama='judul']"), 'Aktivasi uji');
  assert.ok(j.nilai("//isian/ruas[@nama='berkas-tersimpan']"));
  j = await bank.post('/aktivasi', { aksi: 'draf' });
  assert.deepEqual(Object.keys(j.galat).sort(),
    ['judul', 'jumlah', 'nomor', 'proses']);
  j = await bank.post('/aktivasi', isi(t));
  assert.deepEqual(j.galat, { berkas: 'berkas-wajib' });
  j = await bankLain.post('/aktivasi', isi(t), surat);
  assert.deepEqual(j.galat, { proses: 'tidak-ada' });
  j = await bank.post('/aktivasi', isi(t), { berkas: { nama: 'a.pdf',
    isi: 'bukan pdf' } });
  assert.deepEqual(j.galat, { berkas: 'berkas-jenis' });
  assert.equal(sql(`SELECT COUNT(*) FROM aktivasi
    WHERE proses_id = ${t.id}`)[0][0], '0');
  const nomor = unik('045/B/');
  await buat(t, { nomor });
  const u = tiket(1);
  j = await bank.post('/aktivasi', isi(u, { nomor }), surat);
  assert.deepEqual(j.galat, { nomor: 'sudah-dipakai' });
  j = await bank.post('/aktivasi', isi(t, { jumlah: 1 }), surat);
  assert.deepEqual(j.galat, { proses: 'kartu-habis' });
  for (const o of [prod, admin, pejabat])
    assert.equal((await o.post('/aktivasi', isi(u), surat)).status, 403);
});

test('A-01 sent twice acts once; two requests at once never share a card',
  async () => {
    const t = tiket(4);
    const satu = { ...isi(t, { jumlah: 1 }), kunci: kunci(),
      csrf: bank.csrf };
    const dua = await Promise.all([1, 2, 3].map(() =>
      bank.post('/aktivasi', satu, surat)));
    assert.deepEqual(dua.map((j) => j.status), [303, 303, 303]);
    assert.equal(new Set(dua.map((j) => j.lokasi)).size, 1);
    // Three are left, six want one each.
    const j = await Promise.all(Array.from({ length: 6 }, (_, i) =>
      (i % 2 ? bank : bankDua).post('/aktivasi', isi(t, { jumlah: 1 }),
        surat)));
    const jadi = j.filter((x) => x.status === 303).length;
    assert.equal(jadi, 3, j.map((x) => x.status).join());
    for (const x of j.filter((y) => y.status !== 303))
      assert.deepEqual(x.galat, { proses: 'kartu-habis' });
    assert.equal(sql(`SELECT COUNT(DISTINCT kartu_id) FROM aktivasi_kartu
      WHERE hidup = 1 AND aktivasi_id IN (SELECT id FROM aktivasi
      WHERE proses_id = ${t.id})`)[0][0], '4');
  });

test('A-01 a draft is changed, sent, deleted by its institution alone',
  async () => {
    const t = tiket(4), u = tiket(2);
    const id = await buat(t, { aksi: 'draf', jumlah: 2 }, null);
    assert.equal((await admin.get(`/aktivasi/${id}`)).status, 404);
    assert.equal((await bankLain.get(`/aktivasi/${id}/ubah`)).status, 404);
    const data = { nomor: unik('045/C/'), judul: 'Diubah', proses: t.id };
    const ubah = (lain, berkas = null) => bank.post(`/aktivasi/${id}/ubah`,
      { ...data, jumlah: 2, aksi: 'draf', versi: versi(id), ...lain },
      berkas);
    const kartu = () => sql(`SELECT kartu_id FROM aktivasi_kartu
      WHERE aktivasi_id = ${id} ORDER BY urut`).map((x) => Number(x[0]));
    assert.equal((await ubah({ jumlah: 4 })).status, 303);
    assert.deepEqual(kartu(), t.kartu.map((k) => k.id));
    assert.equal((await ubah({ jumlah: 1 })).status, 303);
    assert.deepEqual(kartu(), [t.kartu[0].id]);
    assert.equal((await ubah({ jumlah: 5 })).galat.jumlah, 'melebihi-kartu');
    assert.equal((await ubah({ proses: u.id })).status, 303);
    assert.deepEqual(kartu(), u.kartu.map((k) => k.id));
    assert.equal((await ubah({ versi: 1 })).status, 409);
    // Sending needs the letter.
    let j = await bank.post(`/aktivasi/${id}/kirim`, { versi: versi(id) });
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { '': 'surat-belum-ada' });
    assert.equal((await ubah({ proses: u.id }, surat)).status, 303);
    j = await bank.post(`/aktivasi/${id}/kirim`, { versi: versi(id) });
    assert.equal(j.status, 303, j.teks);
    assert.equal(baris(id)[0], 'diajukan');
    assert.equal((await ubah({})).status, 409);
    j = await bank.post(`/aktivasi/${id}/hapus`, { versi: versi(id) });
    assert.equal(j.status, 409);
    const draf = await buat(t, { aksi: 'draf' });
    j = await bankLain.post(`/aktivasi/${draf}/hapus`, { versi: 1 });
    assert.equal(j.status, 404);
    j = await bank.post(`/aktivasi/${draf}/hapus`, { versi: versi(draf) });
    assert.equal(j.lokasi, '/aktivasi');
    assert.equal((await bank.get(`/aktivasi/${draf}`)).status, 404);
    assert.equal(sql(`SELECT COUNT(*) FROM aktivasi_kartu
      WHERE aktivasi_id = ${draf}`)[0][0], '0');
    assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek = 'aktivasi'
      AND objek_id = ${draf} AND tindakan = 'aktivasi-dihapus'`)[0][0], '1');
  });

/** What the page of rows has, as its form would send it. */
async function isian(id, hal = 1) {
  const j = await bank.get(`/aktivasi/${id}/baris?hal=${hal}`);
  const f = { versi: versi(id), hal, aksi: 'simpan' };
  for (const k of j.semua('//rincian/kartu')) {
    const n = k.getAttribute('urut');
    f[`kartu-${n}`] = k.getAttribute('seri-kartu');
    f[`mesin-${n}`] = k.getAttribute('seri-mesin');
    f[`outlet-${n}`] = k.getAttribute('outlet') || '';
    f[`alamat-${n}`] = k.getAttribute('alamat') || '';
  }
  return f;
}

test('A-01 rows are edited in pages of fifty', async () => {
  const t = tiket(60);
  const id = await buat(t, { aksi: 'draf', jumlah: 55 });
  let f = await isian(id);
  assert.equal(Object.keys(f).length, 3 + 200);
  // Another card of the ticket, by its SAM id; a reader changed; a place.
  f['kartu-1'] = t.kartu[59].sam.replace(/(..)/g, '$1 ');
  f['mesin-2'] = ` ${t.u.toLowerCase()} m 99 `;
  f['outlet-2'] = 'Cabang "Utama" \\ & <Bandung>';
  f['alamat-2'] = 'Jalan   Asia Afrika 1';
  f.aksi = 'lanjut';
  let j = await bank.post(`/aktivasi/${id}/baris`, f);
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, `/aktivasi/${id}/baris?hal=2`);
  assert.deepEqual(sql(`SELECT kartu_id, seri_mesin, outlet, alamat
    FROM aktivasi_kartu WHERE aktivasi_id = ${id} AND urut IN (1, 2)
    ORDER BY urut`), [[String(t.kartu[59].id), t.kartu[0].mesin, 'NULL',
    'NULL'], [String(t.kartu[1].id), `${t.u}M99`,
    'Cabang "Utama" \\ & <Bandung>', 'Jalan Asia Afrika 1']]);
  // Two cards of one page change places.
  f = await isian(id);
  [f['kartu-3'], f['kartu-4']] = [f['kartu-4'], f['kartu-3']];
  assert.equal((await bank.post(`/aktivasi/${id}/baris`, f)).status, 303);
  f = await isian(id, 2);
  assert.equal(Object.keys(f).length, 3 + 20);
  f['outlet-55'] = 'Terakhir';
  assert.equal((await bank.post(`/aktivasi/${id}/baris`, f)).status, 303);
  assert.equal(sql(`SELECT COUNT(*) FROM aktivasi_kartu
    WHERE aktivasi_id = ${id}`)[0][0], '55');

  // What is wrong stands at its field, and all that was typed is kept.
  const lain = tiket(1);
  await buat(lain);
  f = await isian(id);
  Object.assign(f, { 'kartu-1': '', 'mesin-2': 'x!', 'kartu-5':
    lain.kartu[0].kartu, 'kartu-6': f['kartu-7'], 'kartu-8':
    t.kartu[50].kartu, 'mesin-9': f['mesin-10'], 'mesin-11':
    lain.kartu[0].mesin, 'outlet-12': 'o'.repeat(151),
  'alamat-13': 'a'.repeat(251) });
  j = await bank.post(`/aktivasi/${id}/baris`, f);
  assert.equal(j.status, 422);
  const g = j.galat;
  assert.deepEqual(g, { 'kartu-1': 'kartu-kosong', 'mesin-2': 'mesin-bentuk',
    'kartu-5': 'kartu-tidak-ada', 'kartu-7': 'kartu-ganda', 'kartu-8':
    'kartu-ganda', 'mesin-10': 'mesin-ganda', 'mesin-11': 'mesin-terpakai',
    'outlet-12': 'outlet-panjang', 'alamat-13': 'alamat-panjang' });
  assert.equal(j.nilai("//galat[@ruas='kartu-8']/@nilai"), '51');
  assert.equal(j.nilai("//isian/ruas[@nama='mesin-2']"), 'x!');
  // An old page does not win.
  f = await isian(id);
  f.versi -= 1;
  assert.equal((await bank.post(`/aktivasi/${id}/baris`, f)).status, 409);
  // A card somebody else's request took meanwhile.
  f = await isian(id, 2);
  const rebut = await buat(t, { jumlah: 1 });
  const [diambil] = sql(`SELECT k.seri_kartu FROM aktivasi_kartu r JOIN kartu k
    ON k.id = r.kartu_id WHERE r.aktivasi_id = ${rebut}`)[0];
  f['kartu-51'] = diambil;
  j = await bank.post(`/aktivasi/${id}/baris`, f);
  assert.equal(j.galat['kartu-51'], 'kartu-dipakai');
  for (const [o, s] of [[bankLain, 404], [admin, 403], [prod, 403]])
    assert.equal((await o.post(`/aktivasi/${id}/baris`, f)).status, s);
  const kirim = await bank.post(`/aktivasi/${id}/kirim`, { versi:
    versi(id) });
  assert.equal(kirim.status, 303);
  f.versi = versi(id);
  assert.equal((await bank.post(`/aktivasi/${id}/baris`, f)).status, 409);
});

const csv = (s) => ({ berkas: { nama: 'daftar.csv', isi: s } });
const pisah = (teks) => teks.replace(/^\uFEFF/, '').trim().split(/\r?\n/)
  .map((b) => b.split(/[;,]/));

test('A-01 the list goes out as CSV and XLSX and comes back', async () => {
  const t = tiket(3);
  const id = await buat(t, { aksi: 'draf' });
  let j = await bank.get(`/aktivasi/${id}/daftar/csv`);
  assert.equal(j.status, 200);
  const b = pisah(j.teks);
  assert.equal(b.length, 4);
  assert.equal(b[0].length, 6);
  assert.deepEqual(b[1].slice(0, 4), [t.kartu[0].kartu,
    t.kartu[0].sam.replace(/(..)(?=.)/g, '$1 '), t.kartu[0].pcid,
    t.kartu[0].mesin]);
  b[1][4] = 'Cabang Satu';
  b[2][5] = 'Jalan Dua';
  // By SAM id alone, and in another order.
  b[3][0] = '';
  const kirim = (baris, v = versi(id)) => bank.post(`/aktivasi/${id}/impor`,
    { versi: v }, csv(baris.map((x) => x.join(';')).join('\n')));
  j = await kirim([b[0], b[3], b[2], b[1]]);
  assert.equal(j.status, 303, j.teks);
  assert.deepEqual(sql(`SELECT kartu_id, outlet, alamat FROM aktivasi_kartu
    WHERE aktivasi_id = ${id} ORDER BY urut`), [
    [String(t.kartu[2].id), 'NULL', 'NULL'],
    [String(t.kartu[1].id), 'NULL', 'Jalan Dua'],
    [String(t.kartu[0].id), 'Cabang Satu', 'NULL']]);
  // The workbook it gives is one it takes.
  j = await bank.get(`/aktivasi/${id}/daftar/xlsx`);
  assert.equal(j.status, 200);
  const x = await bank.post(`/aktivasi/${id}/impor`, { versi: versi(id) },
    { berkas: { nama: 'daftar.xlsx', isi: j.isi } });
  assert.equal(x.status, 303, x.teks);
  assert.equal(sql(`SELECT outlet FROM aktivasi_kartu
    WHERE aktivasi_id = ${id} AND urut = 3`)[0][0], 'Cabang Satu');
});

test('A-01 a wrong list is refused whole, row by row', async () => {
  const t = tiket(4);
  const id = await buat(t, { aksi: 'draf' });
  const impor = (s, o = bank) => o.post(`/aktivasi/${id}/impor`,
    { versi: versi(id) }, csv(s));
  const k = (i) => t.kartu[i];
  let j = await impor(`Seri;SAM;PCID;Mesin;Outlet;Alamat
${k(0).kartu};${k(1).sam};;${k(0).mesin};a;b
${k(1).kartu};;;;a;b
BUKAN-1;;;${k(2).mesin};a;b
${k(3).kartu};;;${k(3).mesin};${'o'.repeat(151)};b`);
  assert.equal(j.status, 422);
  const g = j.semua("//galat[@ruas='impor-baris']").map((x) =>
    [x.getAttribute('baris'), x.getAttribute('kode')].join(' '));
  assert.deepEqual(g, ['2 sam-lain', '3 mesin-kosong', '4 kartu-tidak-ada',
    '5 outlet-panjang']);
  const laporan = j.nilai("//galat[@kode='daftar-salah']/@nilai");
  const l = await bank.get(laporan);
  assert.equal(l.status, 200);
  assert.match(l.teks, /sam-lain/);
  assert.equal((await bankDua.get(laporan)).status, 404);
  assert.equal((await bankLain.get(laporan)).status, 404);
  j = await impor(`${k(0).kartu};;;${k(0).mesin}\n`);
  assert.deepEqual(j.galat, { berkas: 'jumlah-baris' });
  j = await impor('"tak tertutup\n');
  assert.match(j.galat.berkas, /^tabel-/);
  j = await bank.post(`/aktivasi/${id}/impor`, { versi: versi(id) });
  assert.deepEqual(j.galat, { berkas: 'berkas-wajib' });
  j = await bank.post(`/aktivasi/${id}/impor`, { versi: versi(id) },
    { berkas: { nama: 'daftar.xlsx', isi: 'PK rusak' } });
  assert.equal(j.status, 422);
  assert.equal((await impor('x', bankLain)).status, 404);
  assert.equal((await impor('x', admin)).status, 403);
  assert.deepEqual(sql(`SELECT DISTINCT outlet FROM aktivasi_kartu
    WHERE aktivasi_id = ${id}`), [['NULL']]);
});

test('A-02 refused or withdrawn: its cards are free again', async () => {
  const t = tiket(2);
  const id = await buat(t);
  let j = await admin.post(`/aktivasi/${id}/tolak`, { versi: versi(id),
    alasan: 'x' });
  assert.deepEqual(j.galat, { alasan: 'terlalu-pendek' });
  for (const [o, s] of [[bank, 403], [pejabat, 403], [prod, 403]])
    assert.equal((await o.post(`/aktivasi/${id}/tolak`, { versi: 2,
      alasan: 'Surat salah' })).status, s);
  j = await admin.post(`/aktivasi/${id}/tolak`, { versi: versi(id),
    alasan: 'Surat belum ditandatangani' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(baris(id)[0], 'ditolak');
  j = await bank.get(`/aktivasi/${id}`);
  assert.equal(j.nilai('/halaman/aktivasi/alasan'),
    'Surat belum ditandatangani');
  const dua = await buat(t);
  assert.equal((await bankLain.post(`/aktivasi/${dua}/tarik`,
    { versi: 2 })).status, 404);
  j = await bank.post(`/aktivasi/${dua}/tarik`, { versi: versi(dua) });
  assert.equal(j.status, 303, j.teks);
  assert.equal((await bank.post(`/aktivasi/${dua}/tarik`, { versi:
    versi(dua) })).status, 409);
  assert.equal((await admin.post(`/aktivasi/${dua}/setujui`, { versi:
    versi(dua) })).status, 409);
  await buat(t);
  assert.deepEqual(statusKartu(t), ['diserahkan']);
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar WHERE templat =
    'aktivasi-ditolak' AND akun_id = ${bank.akun.id} AND data LIKE
    '%/aktivasi/${id}\\n%'`)[0][0], '1');
});

test('A-02 approval: one token a card, thirty days, with history', async () => {
  const t = tiket(3);
  const id = await buat(t, { jumlah: 2 });
  for (const [o, s] of [[bank, 403], [pejabat, 403], [prod, 403]])
    assert.equal((await o.post(`/aktivasi/${id}/setujui`,
      { versi: 2 })).status, s);
  assert.equal((await admin.post(`/aktivasi/${id}/setujui`,
    { versi: 1 })).status, 409);
  const kirim = { versi: versi(id), kunci: kunci(), csrf: admin.csrf };
  const dua = await Promise.all([1, 2].map(() =>
    admin.post(`/aktivasi/${id}/setujui`, kirim)));
  assert.deepEqual(dua.map((j) => j.status), [303, 303]);
  assert.deepEqual(sql(`SELECT kartu_id, hidup, TIMESTAMPDIFF(DAY, dibuat,
    berakhir), LENGTH(acak), LENGTH(hash) FROM token WHERE aktivasi_id = ${id}
    ORDER BY kartu_id`), t.kartu.slice(0, 2).map((k) =>
    [String(k.id), '1', '30', '16', '32']));
  assert.deepEqual(sql(`SELECT status FROM kartu
    WHERE permintaan_id = ${t.permintaan} ORDER BY urut`),
  [['token'], ['token'], ['diserahkan']]);
  assert.deepEqual(sql(`SELECT kode, dari, ke, akun_id FROM kartu_riwayat
    WHERE kartu_id = ${t.kartu[0].id}`), [['token', 'diserahkan', 'token',
    String(admin.akun.id)]]);
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE tindakan = 'kartu-token'
    AND objek_id = ${t.kartu[1].id}`)[0][0], '1');
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar WHERE templat =
    'aktivasi-disetujui' AND akun_id = ${bank.akun.id} AND data LIKE
    '%/aktivasi/${id}'`)[0][0], '1');
  // Totals kept by triggers, and no list shows what is not one's own.
  assert.deepEqual(sql(`SELECT jumlah FROM aktivasi_total WHERE lembaga_id =
    ${idBank} AND status = 'disetujui'`), sql(`SELECT COUNT(*) FROM aktivasi
    WHERE lembaga_id = ${idBank} AND status = 'disetujui'`));
});

test('A-02 approval while the institution withdraws: one of the two',
  async () => {
    const hasil = new Set();
    for (let i = 0; i < 12; i++) {
      const t = tiket(3);
      const id = await buat(t);
      const v = versi(id);
      const ya = () => admin.post(`/aktivasi/${id}/setujui`, { versi: v });
      const tidak = () => bank.post(`/aktivasi/${id}/tarik`, { versi: v });
      const j = await Promise.all(i % 2 ? [ya(), tidak()] :
        [tidak(), ya()].reverse());
      const [setuju, tarik] = j.map((x) => x.status);
      assert.deepEqual([setuju, tarik].sort(), [303, 409]);
      const status = baris(id)[0];
      assert.equal(status, setuju === 303 ? 'disetujui' : 'ditarik');
      hasil.add(status);
      assert.deepEqual(statusKartu(t),
        [status === 'disetujui' ? 'token' : 'diserahkan']);
      assert.equal(sql(`SELECT COUNT(*) FROM token
        WHERE aktivasi_id = ${id}`)[0][0],
      status === 'disetujui' ? '3' : '0');
      assert.equal(sql(`SELECT COUNT(*) FROM aktivasi_kartu
        WHERE aktivasi_id = ${id} AND hidup = 1`)[0][0],
      status === 'disetujui' ? '3' : '0');
      assert.equal(sql(`SELECT COUNT(*) FROM aktivasi_riwayat
        WHERE aktivasi_id = ${id}`)[0][0], '3');
    }
    assert.ok(hasil.size >= 1);
  });

test('A-02 a card that is no longer handed over stops the approval',
  async () => {
    const t = tiket(2);
    const id = await buat(t);
    sql(`UPDATE kartu SET status = 'rusak' WHERE id = ${t.kartu[1].id}`);
    const j = await admin.post(`/aktivasi/${id}/setujui`, { versi:
      versi(id) });
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { '': 'kartu-berubah' });
    assert.equal(baris(id)[0], 'diajukan');
    assert.equal(sql(`SELECT COUNT(*) FROM token
      WHERE aktivasi_id = ${id}`)[0][0], '0');
    assert.equal(sql(`SELECT status FROM kartu
      WHERE id = ${t.kartu[0].id}`)[0][0], 'diserahkan');
  });

const TANDA = /^[2-9ACDEFHJKMNPQRTVWXY]{5}-[2-9ACDEFHJKMNPQRTVWXY]{5}$/;
const buka = async (o, id, lain = {}) => o.post(`/aktivasi/${id}/token`,
  lain);
const jejak = (id, kode) => Number(sql(`SELECT COUNT(*) FROM aktivasi_riwayat
  WHERE aktivasi_id = ${id} AND kode = ${q(kode)}`)[0][0]);

test('A-02 tokens are shown to the institution alone, each opening leaves ' +
  'its trace', async () => {
  const t = tiket(60);
  const id = await buat(t);
  assert.equal((await bank.get(`/aktivasi/${id}/token`)).status, 409);
  assert.equal((await buka(bank, id)).status, 409);
  await setujui(id);
  let j = await bank.get(`/aktivasi/${id}/token`);
  assert.equal(j.status, 200);
  assert.equal(j.semua('//tokens/kartu[@token]').length, 0);
  assert.equal(j.semua("//tokens/kartu[@keadaan='siap']").length, 50);
  assert.equal(jejak(id, 'token-dibuka'), 0);
  assert.equal((await admin.get(`/aktivasi/${id}/token`)).status, 200);
  for (const [o, s] of [[admin, 403], [pejabat, 403], [prod, 403],
    [bankLain, 404]])
    assert.equal((await buka(o, id)).status, s);

  j = await buka(bank, id);
  assert.equal(j.status, 200);
  assert.match(j.headers['cache-control'], /no-store/);
  const token = j.semua('//tokens/kartu').map((k) => k.getAttribute('token'));
  assert.equal(token.length, 50);
  assert.equal(new Set(token).size, 50);
  for (const x of token) assert.match(x, TANDA);
  assert.equal(jejak(id, 'token-dibuka'), 1);
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE tindakan =
    'aktivasi-token-dibuka' AND objek_id = ${id}
    AND akun_id = ${bank.akun.id}`)[0][0], '1');
  const pembukaan = j.nilai('//tokens/@pembukaan');
  // The next page and the file are of the same opening.
  j = await buka(bank, id, { pembukaan, hal: 2 });
  assert.equal(j.semua('//tokens/kartu[@token]').length, 10);
  const f = await bank.post(`/aktivasi/${id}/token/csv`, { pembukaan });
  assert.equal(f.status, 200);
  assert.match(f.headers['content-type'], /text\/csv/);
  assert.match(f.headers['cache-control'], /no-store/);
  const b = pisah(f.teks);
  assert.equal(b.length, 61);
  assert.equal(b[1][1], token[0]);
  assert.equal(b[1][8], t.kartu[0].kartu);
  // Filled in, it is what "Massal" takes.
  assert.deepEqual(b[0].slice(0, 8), ['No. Identitas Kartu SAM',
    'Token Kartu SAM', 'No. Mesin', 'Nama Outlet', 'Alamat Outlet',
    'Kode Wilayah', 'Latitude', 'Longitude']);
  assert.equal((await bank.post(`/aktivasi/${id}/token/xlsx`,
    { pembukaan })).status, 200);
  assert.equal(jejak(id, 'token-dibuka'), 1);
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE tindakan =
    'aktivasi-token-diunduh' AND objek_id = ${id}`)[0][0], '2');
  // A colleague has to open them himself, and an old opening is over.
  for (const x of ['', '0', '1', pembukaan])
    assert.equal((await bankDua.post(`/aktivasi/${id}/token/csv`,
      { pembukaan: x })).status, 410);
  sql(`UPDATE aktivasi_riwayat SET waktu = waktu - INTERVAL 16 MINUTE
    WHERE id = ${pembukaan}`);
  assert.equal((await buka(bank, id, { pembukaan })).status, 410);
  assert.equal((await bank.post(`/aktivasi/${id}/token/csv`,
    { pembukaan })).status, 410);
  // The same tokens, opened again; nothing of them in the database.
  j = await buka(bankDua, id);
  assert.equal(j.semua('//tokens/kartu')[0].getAttribute('token'), token[0]);
  assert.equal(jejak(id, 'token-dibuka'), 2);
  const polos = token[0].replace('-', '');
  assert.equal(sql(`SELECT COUNT(*) FROM token WHERE aktivasi_id = ${id}
    AND (hash = UNHEX(SHA2(${q(polos)}, 256)) OR acak LIKE
    ${q(`%${polos}%`)})`)[0][0], '0');
});

test('A-02 issued anew: the old one is void', async () => {
  const t = tiket(3);
  const id = await buat(t);
  await setujui(id);
  const semua = async () => {
    const j = await buka(bank, id);
    return j.semua('//tokens/kartu').map((k) => k.getAttribute('token'));
  };
  const lama = await semua();
  let j = await bank.get(`/aktivasi/${id}/token-ulang?kartu=` +
    `${t.kartu[1].id}`);
  assert.equal(j.nilai('//aktivasi/kartu/@seri-kartu'), t.kartu[1].kartu);
  j = await bank.post(`/aktivasi/${id}/token-ulang`, { kartu:
    t.kartu[1].id });
  assert.equal(j.status, 303, j.teks);
  const satu = await semua();
  assert.deepEqual([satu[0], satu[2]], [lama[0], lama[2]]);
  assert.notEqual(satu[1], lama[1]);
  // All that wait, by Ditjen, who sees none; a used one stays.
  sql(`UPDATE token SET dipakai = UTC_TIMESTAMP(3) WHERE hidup = 1
    AND kartu_id = ${t.kartu[0].id};
    UPDATE kartu SET status = 'aktif' WHERE id = ${t.kartu[0].id}`);
  j = await admin.post(`/aktivasi/${id}/token-ulang`, {});
  assert.equal(j.status, 303, j.teks);
  const dua = await semua();
  assert.equal(dua[0], '');
  assert.notEqual(dua[1], satu[1]);
  assert.notEqual(dua[2], satu[2]);
  assert.deepEqual(sql(`SELECT kartu_id, COUNT(*), SUM(hidup) FROM token
    WHERE aktivasi_id = ${id} GROUP BY kartu_id ORDER BY kartu_id`)
    .map((x) => x.slice(1)), [['1', 'NULL'], ['3', '1'], ['2', '1']]);
  assert.equal(jejak(id, 'token-ulang'), 2);
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar WHERE templat =
    'token-ulang' AND akun_id = ${bank.akun.id} AND data LIKE
    '%/aktivasi/${id}'`)[0][0], '2');
  // An active card has no token to issue; nonsense is not "all".
  for (const [o, kartu, s] of [[bank, t.kartu[0].id, 409],
    [bank, 999999999, 404], [bank, 'abc', 400], [bankLain, t.kartu[1].id,
      404], [pejabat, t.kartu[1].id, 403], [prod, t.kartu[1].id, 403]])
    assert.equal((await o.post(`/aktivasi/${id}/token-ulang`,
      { kartu })).status, s, `${kartu}`);
  // One that has expired is told so and not shown.
  sql(`UPDATE token SET berakhir = UTC_TIMESTAMP(3) WHERE hidup = 1
    AND kartu_id = ${t.kartu[2].id}`);
  j = await buka(bank, id);
  assert.equal(j.nilai('//tokens/kartu[3]/@keadaan'), 'kedaluwarsa');
  assert.equal(j.nilai('//tokens/kartu[3]/@token'), '');
  assert.equal(j.nilai('//tokens/kartu[1]/@keadaan'), 'terpakai');
});

test('A-02 issued anew by two at once: one good token a card', async () => {
  const t = tiket(20);
  const id = await buat(t);
  await setujui(id);
  const j = await Promise.all([bank, bankDua, admin, bank, admin].map((o) =>
    o.post(`/aktivasi/${id}/token-ulang`, {})));
  for (const x of j) assert.equal(x.status, 303, x.teks);
  assert.deepEqual(sql(`SELECT COUNT(*), SUM(hidup), COUNT(DISTINCT kartu_id)
    FROM token WHERE aktivasi_id = ${id}`)[0], ['120', '20', '20']);
});

test('A-01 the list: filters, search, pages, file', async () => {
  const lembaga = lembagaBaru('kementerian');
  const o = await Orang.masuk(akunBaru('pengguna', lembaga));
  const t = diserahkan(lembaga, idProd, o.akun.id, 30);
  const u = unik('cari');
  for (let i = 0; i < 12; i++) {
    const j = await o.post('/aktivasi', { ...isi(t), jumlah: 1, judul:
      `Aktivasi ${i === 7 ? u : 'biasa'}`, aksi: i % 3 ? 'draf' : 'kirim' },
    surat);
    assert.equal(j.status, 303, j.teks);
  }
  let j = await o.get('/aktivasi?per=10');
  assert.equal(j.nilai('/halaman/daftar/@total'), '12');
  assert.equal(j.semua('//daftar/baris').length, 10);
  const depan = j.semua('//daftar/baris').map((b) => b.getAttribute('id'));
  j = await o.get(j.nilai('/halaman/daftar/@berikut'));
  assert.equal(j.semua('//daftar/baris').length, 2);
  j = await o.get(j.nilai('/halaman/daftar/@sebelum'));
  assert.deepEqual(j.semua('//daftar/baris').map((b) =>
    b.getAttribute('id')), depan);
  j = await o.get('/aktivasi?urut=tanggal&arah=naik&per=10');
  assert.notEqual(j.nilai('//daftar/baris[1]/@id'), depan[0]);
  j = await o.get('/aktivasi?status=baru');
  assert.equal(j.nilai('/halaman/daftar/@total'), '8');
  j = await o.get(`/aktivasi?cari=${u}`);
  assert.equal(j.semua('//daftar/baris').length, 1);
  const [kode] = sql(`SELECT kode FROM lembaga WHERE id = ${lembaga}`)[0];
  j = await admin.get(`/aktivasi?lembaga=${kode}`);
  assert.equal(j.nilai('/halaman/daftar/@total'), '4');
  assert.equal(j.semua('//daftar/baris').length, 4);
  j = await admin.get(`/aktivasi?lembaga=${kode}&status=baru`);
  assert.ok(j.semua("//daftar/baris[@status='baru']").length === 0);
  j = await bankLain.get(`/aktivasi?lembaga=${kode}`);
  assert.equal(j.semua('//daftar/baris').length, 0);
  j = await o.get('/aktivasi/unduh/csv?status=baru');
  assert.equal(pisah(j.teks).length, 9);
  assert.equal((await o.get('/aktivasi/unduh/xlsx')).status, 200);
  assert.equal((await o.get('/aktivasi/unduh/doc')).status, 404);
  assert.equal((await prod.get('/aktivasi')).status, 403);
});
