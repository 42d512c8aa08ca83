// permintaan.mjs - the request from draft to ticket through the running
// suite: P-01 ... P-06, P-20, P-21, and bad input (U-26).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, test } from 'node:test';
import { Orang, akar, akunBaru, dirVar, kunci, lembagaBaru, pdf, q, sql, unik }
  from './bantu.mjs';

const PDF = { nama: 'surat.pdf', isi: pdf(), tipe: 'application/pdf' };
let bank, bankLain, dinas, prod, prodLain, admin, pejabat;
let idBank, idProd, idProdLain;

before(async () => {
  idBank = lembagaBaru('bhi-pusat');
  idProd = lembagaBaru('produsen', `Produsen ${unik()}`);
  idProdLain = lembagaBaru('produsen');
  const ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  dinas = await orang('dinas', lembagaBaru('dinas-kabkota'));
  prod = await orang('produsen', idProd);
  prodLain = await orang('produsen', idProdLain);
  admin = await orang('admin', ditjen);
  pejabat = await orang('pejabat', ditjen);
  for (const o of [bank, bankLain, dinas, prod, prodLain, admin, pejabat])
    await o.get('/permintaan');
});

const isian = (lain = {}) => ({ nomor: unik('045/'), judul: 'Pengadaan uji',
  produsen: idProd, jumlah: 2, fungsi: 'R', catatan: 'baris 1\nbaris 2',
  aksi: 'kirim', ...lain });

const nomorDari = (j) => Number(j.lokasi.match(/\/permintaan\/(\d+)$/)[1]);

async function buat(orang, lain = {}, berkas = { berkas: PDF }) {
  const j = await orang.post('/permintaan', isian(lain), berkas);
  assert.equal(j.status, 303, j.teks);
  return nomorDari(j);
}

const versi = async (orang, id) =>
  (await orang.get(`/permintaan/${id}`)).nilai('/halaman/permintaan/@versi');

const status = (id) => sql(`SELECT status FROM permintaan
  WHERE id = ${id}`)[0]?.[0];

/** Rows "K;M" that no other test has. */
function seri(n) {
  const u = unik('S').toUpperCase();
  return Array.from({ length: n }, (_, i) => [`${u}K${i}`, `${u}M${i}`]);
}

const teksSeri = (baris) => baris.map((b) => b.join(';')).join('\n');

const isianSetuju = (lain = {}) => ({ jalur: 'langsung',
  'po1-nomor': 'PO/1', 'po1-tanggal': '2026-01-05', 'po1-jumlah': 100000,
  ...lain });

async function setujui(id, lain = {}, berkas = { 'po1-berkas': PDF,
  pks: PDF }) {
  return prod.post(`/permintaan/${id}/setujui`, isianSetuju({
    versi: await versi(prod, id), ...lain }), berkas);
}

async function sampaiDisetujui(jumlah = 2) {
  const id = await buat(bank, { jumlah });
  const j = await setujui(id, { 'seri-ketik': teksSeri(seri(jumlah)) });
  assert.equal(j.status, 303, j.teks);
  return id;
}

const hari = (geser) => new Date(Date.now() + 7 * 3600e3 + geser * 864e5)
  .toISOString().slice(0, 10);

async function sampaiTerdaftar(tanggal = hari(-10)) {
  const id = await sampaiDisetujui();
  const j = await admin.post(`/permintaan/${id}/daftarkan`, {
    versi: await versi(admin, id), 'agenda-nomor': '123/A',
    'agenda-tanggal': tanggal });
  assert.equal(j.status, 303, j.teks);
  return id;
}

const disposisi = async (id, d) => admin.post(`/permintaan/${id}/disposisi`, {
  versi: await versi(admin, id), 'tanggal-dirjen': d[0],
  'tanggal-fpddk': d[1], 'tanggal-kasubdit': d[2] });

test('P-01 a draft needs no file, is kept, sent later', async () => {
  const id = await buat(bank, { aksi: 'draf' }, null);
  let j = await bank.get(`/permintaan/${id}`);
  assert.equal(j.nilai('/halaman/permintaan/@status'), 'baru');
  assert.equal(j.nilai('/halaman/permintaan/catatan'), 'baris 1\nbaris 2');
  assert.ok(j.nilai('/halaman/permintaan/@dibuat'));
  assert.equal((await prod.get(`/permintaan/${id}`)).status, 404);
  assert.equal((await admin.get(`/permintaan/${id}`)).status, 404);
  // Sending wants the letter.
  const v = await versi(bank, id);
  j = await bank.post(`/permintaan/${id}/ubah`, isian({ versi: v }), {});
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { berkas: 'berkas-wajib' });
  j = await bank.post(`/permintaan/${id}/ubah`,
    isian({ versi: v, judul: 'Judul & <baru>' }), { berkas: PDF });
  assert.equal(j.status, 303);
  j = await prod.get(`/permintaan/${id}`);
  assert.equal(j.nilai('/halaman/permintaan/@status'), 'diajukan');
  assert.equal(j.nilai('/halaman/permintaan/@judul'), 'Judul & <baru>');
  const b = await prod.get(`/permintaan/${id}/berkas/surat`);
  assert.equal(b.status, 200);
  assert.deepEqual(b.isi, PDF.isi);
  assert.match(b.headers['content-disposition'], /^attachment/);
});

test('P-01 U-26 everything wrong is told at once, typed values come back',
  async () => {
    const j = await bank.post('/permintaan', { nomor: '', judul: 'ab',
      produsen: 'x', jumlah: '100.001', fungsi: 'X', catatan: 'tetap <ada>',
      aksi: 'kirim' }, { berkas: { nama: 'a.pdf', isi: 'bukan pdf' } });
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { nomor: 'wajib', judul: 'terlalu-pendek',
      produsen: 'angka', jumlah: 'terlalu-besar', fungsi: 'pilihan',
      berkas: 'berkas-jenis' });
    assert.equal(j.nilai('/halaman/isian/ruas[@nama="catatan"]'),
      'tetap <ada>');
    assert.equal(j.nilai('/halaman/isian/ruas[@nama="jumlah"]'), '100.001');
  });

test('P-01 a good file survives a wrong form', async () => {
  let j = await bank.post('/permintaan', isian({ judul: '' }),
    { berkas: PDF });
  assert.equal(j.status, 422);
  const simpan = j.nilai('/halaman/isian/ruas[@nama="berkas-tersimpan"]');
  assert.ok(simpan);
  assert.equal(
    j.nilai('/halaman/isian/ruas[@nama="berkas-tersimpan"]/@berkas'),
    'surat.pdf');
  j = await bank.post('/permintaan', isian({ 'berkas-tersimpan': simpan }),
    {});
  assert.equal(j.status, 303, j.teks);
  const b = await bank.get(`${j.lokasi}/berkas/surat`);
  assert.deepEqual(b.isi, PDF.isi);
});

test('P-01 RW is for dinas, the number is unique in the institution',
  async () => {
    const nomor = unik('7/');
    await buat(bank, { nomor });
    let j = await bank.post('/permintaan', isian({ nomor }), { berkas: PDF });
    assert.deepEqual(j.galat, { nomor: 'sudah-dipakai' });
    await buat(bankLain, { nomor });
    j = await bank.post('/permintaan', isian({ fungsi: 'RW' }),
      { berkas: PDF });
    assert.deepEqual(j.galat, { fungsi: 'rw-dinas' });
    await buat(dinas, { fungsi: 'RW' });
    sql(`UPDATE lembaga SET aktif = 0 WHERE id = ${idProdLain}`);
    j = await bank.post('/permintaan', isian({ produsen: idProdLain }),
      { berkas: PDF });
    sql(`UPDATE lembaga SET aktif = 1 WHERE id = ${idProdLain}`);
    assert.deepEqual(j.galat, { produsen: 'produsen-nonaktif' });
  });

test('P-01 a letter over 10 MB is refused by the form', async () => {
  const isi = Buffer.concat([pdf().subarray(0, 20),
    Buffer.alloc(10 * 1024 * 1024 + 1, 0x20), pdf().subarray(20)]);
  const j = await bank.post('/permintaan', isian(),
    { berkas: { nama: 'besar.pdf', isi } });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { berkas: 'berkas-besar' });
});

test('P-02 a draft is edited and deleted, a sent one is not', async () => {
  const id = await buat(bank, { aksi: 'draf' });
  const v = await versi(bank, id);
  assert.equal((await bankLain.get(`/permintaan/${id}/ubah`)).status, 404);
  assert.equal((await bankLain.post(`/permintaan/${id}/hapus`, { versi: v }))
    .status, 404);
  assert.equal((await bank.get(`/permintaan/${id}/hapus`)).status, 200);
  let j = await bank.post(`/permintaan/${id}/hapus`, { versi: v });
  assert.equal(j.lokasi, '/permintaan');
  assert.equal((await bank.get(`/permintaan/${id}`)).status, 404);

  const kirim = await buat(bank);
  assert.equal((await bank.get(`/permintaan/${kirim}/ubah`)).status, 409);
  j = await bank.post(`/permintaan/${kirim}/hapus`,
    { versi: await versi(bank, kirim) });
  assert.equal(j.status, 409);
  assert.equal(status(kirim), 'diajukan');
});

test('P-02 two who edit one draft: the second is told', async () => {
  const id = await buat(bank, { aksi: 'draf' });
  const v = await versi(bank, id);
  let j = await bank.post(`/permintaan/${id}/ubah`,
    isian({ versi: v, aksi: 'draf', judul: 'yang pertama' }), {});
  assert.equal(j.status, 303);
  j = await bank.post(`/permintaan/${id}/ubah`,
    isian({ versi: v, aksi: 'draf', judul: 'yang kedua' }), {});
  assert.equal(j.status, 409);
  assert.equal(j.nilai('/halaman/galat/@kode'), 'berubah');
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="judul"]'), 'yang kedua');
  assert.notEqual(j.nilai('/halaman/permintaan/@versi'), v);
});

test('P-02 withdrawing until the producer decides', async () => {
  const id = await buat(bank);
  const j = await bank.post(`/permintaan/${id}/tarik`,
    { versi: await versi(bank, id), alasan: 'Salah produsen' });
  assert.equal(j.status, 303);
  assert.equal(status(id), 'ditarik');
  assert.equal((await prod.get(`/permintaan/${id}/setujui`)).status, 409);
  const lanjut = await sampaiDisetujui();
  assert.equal((await bank.get(`/permintaan/${lanjut}/tarik`)).status, 409);
});

test('U-26 sent twice acts once, at once or later', async () => {
  const k = kunci();
  const isi = isian({ kunci: k });
  const jawab = await Promise.all(Array.from({ length: 8 },
    () => bank.post('/permintaan', isi, { berkas: PDF })));
  for (const j of jawab) {
    assert.equal(j.status, 303);
    assert.equal(j.lokasi, jawab[0].lokasi);
  }
  assert.equal(sql(`SELECT COUNT(*) FROM permintaan
    WHERE nomor = ${q(isi.nomor)}`)[0][0], '1');
});

test('U-26 doubled and non-UTF-8 values are told at their field', async () => {
  const j = await bank.kirim('POST', '/permintaan', { 'content-type':
    'multipart/form-data; boundary=x' }, Buffer.concat([
    ...Object.entries(isian({ csrf: bank.csrf, kunci: kunci() }))
      .map(([n, v]) => `--x\r\nContent-Disposition: form-data; name="${n}"` +
        `\r\n\r\n${v}\r\n`)
      .concat('--x\r\nContent-Disposition: form-data; name="jumlah"' +
        '\r\n\r\n3\r\n', '--x\r\nContent-Disposition: form-data; ' +
        'name="judul"\r\n\r\n')
      .filter((b) => !b.includes('name="judul"\r\n\r\nP'))
      .map((b) => Buffer.from(b)),
    Buffer.from([0x41, 0xff, 0xfe]), Buffer.from('\r\n--x--\r\n')]));
  assert.equal(j.status, 422);
  assert.equal(j.galat.jumlah, 'ganda');
  assert.equal(j.galat.judul, 'utf8');
});

test('U-08 U-26 the session ends in the middle of the approval: all that ' +
  'was typed and uploaded goes along to the sign-in', async () => {
  const id = await buat(bank, { jumlah: 1 });
  const o = await Orang.masuk(akunBaru('produsen', idProd));
  const v = await versi(o, id);
  sql(`UPDATE sesi SET terakhir = terakhir - INTERVAL 31 MINUTE
    WHERE akun_id = ${o.akun.id}`);
  const daftar = teksSeri(seri(1));
  const j = await o.post(`/permintaan/${id}/setujui`, isianSetuju({
    versi: v, 'seri-ketik': daftar }), { 'po1-berkas': PDF, pks: PDF });
  assert.equal(j.status, 401);
  assert.equal(j.nilai('/halaman/lanjutan/@jalur'),
    `/permintaan/${id}/setujui`);
  assert.equal(j.nilai('/halaman/lanjutan/ruas[@nama="seri-ketik"]'), daftar);
  assert.ok(j.nilai('/halaman/lanjutan/ruas[@nama="pks-tersimpan"]'));
  assert.ok(j.nilai('/halaman/lanjutan/ruas[@nama="po1-berkas-tersimpan"]'));
  assert.equal(status(id), 'diajukan');
});

test('P-03 each sees his own; filters, order and pages', async () => {
  const lembaga = lembagaBaru('bhi-pusat');
  const o = await Orang.masuk(akunBaru('pengguna', lembaga));
  await o.get('/permintaan');
  const kata = unik('judul');
  const ids = [];
  for (let i = 0; i < 12; i++)
    ids.push(await buat(o, { judul: `${kata} ke ${i}`, jumlah: 50 - i,
      aksi: i % 3 === 0 ? 'draf' : 'kirim' }));
  const baris = (j) => j.semua('/halaman/daftar/baris/@id')
    .map((x) => Number(x.value));
  let j = await o.get('/permintaan?per=10');
  assert.deepEqual(baris(j), ids.slice(2).reverse());
  assert.equal(j.nilai('/halaman/daftar/@total'), '12');
  assert.equal(j.nilai('/halaman/daftar/@sampai'), '10');
  j = await o.get(j.nilai('/halaman/daftar/@berikut'));
  assert.deepEqual(baris(j), [ids[1], ids[0]]);
  assert.equal(j.nilai('/halaman/daftar/@dari'), '11');
  j = await o.get(j.nilai('/halaman/daftar/@sebelum'));
  assert.deepEqual(baris(j), ids.slice(2).reverse());
  j = await o.get('/permintaan?per=10&urut=jumlah&arah=naik');
  assert.deepEqual(baris(j), ids.slice(2).reverse());
  j = await o.get('/permintaan?status=baru');
  assert.deepEqual(baris(j), [ids[9], ids[6], ids[3], ids[0]]);
  assert.equal(j.nilai('/halaman/daftar/@total'), '4');
  assert.equal(j.nilai('/halaman/daftar/saring/@hapus'), '/permintaan');
  j = await o.get(`/permintaan?produsen=${idProdLain}`);
  assert.deepEqual(baris(j), []);
  j = await o.get(`/permintaan?cari=${kata}&status=diajukan`);
  assert.equal(j.nilai('/halaman/daftar/@total'), '8');
  j = await o.get(`/permintaan?tgl-dari=${hari(1)}`);
  assert.deepEqual(baris(j), []);
  j = await o.get(`/permintaan?tgl-dari=${hari(0)}&tgl-sampai=${hari(0)}`);
  assert.equal(j.nilai('/halaman/daftar/@total'), '12');
  // Nonsense in the address is ignored.
  j = await o.get('/permintaan?status=x&per=7&urut=y&setelah=1~abc' +
    '&tgl-dari=2026-99-99&produsen=-1');
  assert.equal(baris(j).length, 12);

  // Producer and staff: all but drafts; by the institution's code.
  const kode = sql(`SELECT kode FROM lembaga WHERE id = ${lembaga}`)[0][0];
  for (const x of [prod, admin, pejabat]) {
    j = await x.get(`/permintaan?lembaga=${kode}`);
    assert.equal(j.nilai('/halaman/daftar/@total'), '8');
    assert.equal(baris(j).length, 8);
  }
  j = await prodLain.get(`/permintaan?lembaga=${kode}`);
  assert.deepEqual(baris(j), []);
  j = await bank.get(`/permintaan?lembaga=${kode}&cari=${kata}`);
  assert.deepEqual(baris(j), []);
  assert.equal((await bankLain.get(`/permintaan/${ids[1]}`)).status, 404);
  assert.equal((await prodLain.get(`/permintaan/${ids[1]}`)).status, 404);
  for (const b of ['surat', 'pks', 'po-1'])
    assert.equal((await bankLain.get(`/permintaan/${ids[1]}/berkas/${b}`))
      .status, 404);

  // The same list as files.
  j = await o.get('/permintaan/unduh/csv?status=baru');
  assert.match(j.headers['content-type'], /text\/csv/);
  assert.equal(j.teks.trim().split('\r\n').length, 5);
  assert.ok(j.teks.includes(kata));
  j = await o.get('/permintaan/unduh/xlsx');
  assert.equal(j.isi.subarray(0, 2).toString(), 'PK');
  assert.equal((await o.get('/permintaan/unduh/pdf')).status, 404);
});

test('P-03 a cell that looks like a formula is neutralised', async () => {
  const nomor = unik('=1+');
  await buat(bank, { nomor });
  const j = await bank.get('/permintaan/unduh/csv');
  assert.ok(j.teks.includes(`'${nomor}`));
});

test('P-04 approval: all that is missing is told', async () => {
  const id = await buat(bank);
  const j = await prod.post(`/permintaan/${id}/setujui`,
    { versi: 2, jalur: 'perantara' }, {});
  assert.equal(j.status, 422);
  const g = j.galat;
  for (const r of ['po1-nomor', 'po1-tanggal', 'po1-jumlah', 'po2-nomor',
    'po2-tanggal', 'po2-jumlah', 'perantara'])
    assert.equal(g[r], 'wajib', r);
  for (const r of ['po1-berkas', 'po2-berkas', 'pks', 'seri-berkas'])
    assert.equal(g[r], 'berkas-wajib', r);
  assert.equal((await prodLain.get(`/permintaan/${id}/setujui`)).status, 404);
  assert.equal((await bank.get(`/permintaan/${id}/setujui`)).status, 403);
});

test('P-04 approval through a reseller, with an uploaded list', async () => {
  const id = await buat(bank, { jumlah: 3 });
  const baris = seri(3);
  const csv = `Seri Kartu SAM Kosong,Seri Mesin\r\n${baris
    .map((b) => b.join(',')).join('\r\n')}\r\n`.toLowerCase();
  const j = await setujui(id, { jalur: 'perantara', perantara: 'CV Antara',
    'po2-nomor': 'PO/2', 'po2-tanggal': '2026-01-06', 'po2-jumlah': 3 },
  { 'seri-berkas': { nama: 'seri.csv', isi: csv }, 'po1-berkas': PDF,
    'po2-berkas': { ...PDF, nama: 'po2.pdf' }, pks: PDF });
  assert.equal(j.status, 303, j.teks);
  const l = await bank.get(`/permintaan/${id}`);
  assert.equal(l.nilai('/halaman/permintaan/@status'), 'disetujui');
  assert.equal(l.nilai('//pesanan[1]/@kepada'), 'CV Antara');
  assert.equal(l.nilai('//pesanan[2]/@dari'), 'CV Antara');
  assert.equal(l.nilai('//cuplikan/kartu[1]/@seri-kartu'),
    baris[0][0].toUpperCase());
  const k = await bank.get(`/permintaan/${id}/kartu`);
  assert.equal(k.nilai('/halaman/daftar/@total'), '3');
  const c = await prod.get(`/permintaan/${id}/kartu/csv`);
  assert.equal(c.teks.trim().split('\r\n').length, 4);
  for (const b of ['po-1', 'po-2', 'pks'])
    assert.equal((await admin.get(`/permintaan/${id}/berkas/${b}`)).status,
      200);
});

test('P-04 bad rows are named as the spreadsheet numbers them', async () => {
  const terpakai = seri(1);
  const lama = await buat(bank, { jumlah: 1 });
  assert.equal((await setujui(lama, { 'seri-ketik': teksSeri(terpakai) }))
    .status, 303);
  const id = await buat(bank, { jumlah: 6 });
  const b = seri(6);
  const csv = ['seri kartu;seri mesin', b[0].join(';'), '',
    `${b[0][0]};${b[1][1]}`, `${terpakai[0][0]};${b[2][1]}`, `;${b[3][1]}`,
    `${b[4][0]};@@1`, b[5].join(';')].join('\n');
  const j = await setujui(id, {}, { 'seri-berkas': { nama: 's.csv',
    isi: csv }, 'po1-berkas': PDF, pks: PDF });
  assert.equal(j.status, 422);
  const salah = j.semua('/halaman/galat[@ruas="seri-baris"]').map((e) =>
    `${e.getAttribute('baris')} ${e.getAttribute('kode')}`);
  assert.deepEqual(salah, ['4 kartu-ganda', '5 kartu-terpakai',
    '6 kartu-kosong', '7 mesin-bentuk']);
  const tautan = j.nilai('/halaman/galat[@kode="daftar-salah"]/@nilai');
  const l = await prod.get(tautan);
  assert.equal(l.status, 200);
  assert.equal(l.teks.trim().split('\r\n').length, 5);
  assert.ok(l.teks.includes('4,' + b[0][0] + ',kartu-ganda,2'));
  assert.equal((await prodLain.get(tautan)).status, 404);
  assert.equal((await prod.get(tautan.replace(/segel=.*/, 'segel=0')))
    .status, 404);
  // Nothing was stored, and the upload is kept for the next try.
  assert.equal(sql(`SELECT COUNT(*) FROM kartu
    WHERE permintaan_id = ${id}`)[0][0], '0');
  assert.ok(j.nilai('/halaman/isian/ruas[@nama="pks-tersimpan"]'));
  assert.equal(status(id), 'diajukan');
});

test('P-04 the count must be that of the request', async () => {
  const id = await buat(bank, { jumlah: 3 });
  const j = await setujui(id, { 'seri-ketik': teksSeri(seri(2)),
    'po1-jumlah': 2, 'po1-tanggal': hari(1) });
  assert.equal(j.status, 422);
  assert.equal(j.galat['seri-ketik'], 'jumlah-seri');
  assert.equal(j.galat['po1-jumlah'], 'kurang-dari-mesin');
  assert.equal(j.galat['po1-tanggal'], 'masa-depan');
});

test('P-04 the template can be filled in and sent', async () => {
  for (const jenis of ['csv', 'xlsx']) {
    const j = await prod.get(`/permintaan/contoh-seri/${jenis}`);
    assert.equal(j.status, 200);
    assert.match(j.headers['content-disposition'], new RegExp(`\\.${jenis}`));
  }
  // The list of one request, downloaded as XLSX, is a list for another once
  // the first was refused: its serials are free again.
  const id = await sampaiDisetujui(2);
  const x = await prod.get(`/permintaan/${id}/kartu/xlsx`);
  await admin.post(`/permintaan/${id}/kembalikan`, {
    versi: await versi(admin, id), alasan: 'Pesanan salah' });
  const lain = await buat(bank, { jumlah: 2 });
  const berkas = { 'seri-berkas': { nama: 's.xlsx', isi: x.isi },
    'po1-berkas': PDF, pks: PDF };
  let j = await setujui(lain, {}, berkas);
  assert.equal(j.status, 422);
  assert.equal(j.semua('/halaman/galat[@kode="kartu-terpakai"]').length, 2);
  j = await prod.post(`/permintaan/${id}/tolak`, {
    versi: await versi(prod, id), alasan: 'Tidak jadi' });
  assert.equal(j.status, 303, j.teks);
  j = await setujui(lain, {}, berkas);
  assert.equal(j.status, 303, j.teks);
});

test('P-04 refusing needs a reason', async () => {
  const id = await buat(bank);
  let j = await prod.post(`/permintaan/${id}/tolak`,
    { versi: await versi(prod, id), alasan: ' ' });
  assert.deepEqual(j.galat, { alasan: 'wajib' });
  j = await prod.post(`/permintaan/${id}/tolak`,
    { versi: await versi(prod, id), alasan: 'Bukan pelanggan kami' });
  assert.equal(j.status, 303);
  j = await bank.get(`/permintaan/${id}`);
  assert.equal(j.nilai('/halaman/permintaan/alasan'), 'Bukan pelanggan kami');
  assert.equal(j.nilai('//peristiwa[1]/@kode'), 'ditolak');
});

test('P-05 letter, chain in order, dates that can be', async () => {
  const id = await sampaiDisetujui();
  assert.equal((await admin.get(`/permintaan/${id}/disposisi`)).status, 409);
  let j = await admin.post(`/permintaan/${id}/daftarkan`, {
    versi: await versi(admin, id), 'agenda-nomor': '9',
    'agenda-tanggal': hari(2) });
  assert.deepEqual(j.galat, { 'agenda-tanggal': 'masa-depan' });
  j = await admin.post(`/permintaan/${id}/daftarkan`, {
    versi: await versi(admin, id), 'agenda-nomor': '9',
    'agenda-tanggal': hari(-5) });
  assert.equal(j.status, 303);
  for (const [d, galat] of [
    [['', '', ''], { 'tanggal-dirjen': 'wajib' }],
    [[hari(-6), '', ''], { 'tanggal-dirjen': 'sebelum-agenda' }],
    [[hari(-4), '', hari(-3)], { 'tanggal-fpddk': 'urutan' }],
    [[hari(-4), hari(-5), ''], { 'tanggal-fpddk': 'sebelum-atasan' }],
    [[hari(-4), hari(-3), hari(1)], { 'tanggal-kasubdit': 'masa-depan' }],
    [['2026-02-30', '', ''], { 'tanggal-dirjen': 'tanggal' }]]) {
    j = await disposisi(id, d);
    assert.equal(j.status, 422, JSON.stringify(d));
    assert.deepEqual(j.galat, galat);
  }
  assert.equal((await disposisi(id, [hari(-4), '', ''])).status, 303);
  j = await admin.post(`/permintaan/${id}/terima`,
    { versi: await versi(admin, id) });
  assert.deepEqual(j.galat, { '': 'disposisi-belum-lengkap' });
  assert.equal((await disposisi(id, [hari(-4), hari(-4), hari(0)])).status,
    303);
  j = await admin.get(`/permintaan/${id}`);
  assert.equal(j.nilai('//disposisi[@jabatan="kasubdit"]/@tanggal'), hari(0));
  assert.equal((await pejabat.get(`/permintaan/${id}/terima`)).status, 403);
});

test('P-05 returned, mended, resubmitted: nothing typed is lost', async () => {
  const id = await sampaiTerdaftar();
  let j = await admin.post(`/permintaan/${id}/kembalikan`, {
    versi: await versi(admin, id), alasan: 'Tanggal PO keliru' });
  assert.equal(j.status, 303);
  j = await prod.get(`/permintaan/${id}/setujui`);
  assert.equal(j.status, 200);
  assert.equal(j.nilai('/halaman/permintaan/alasan'), 'Tanggal PO keliru');
  assert.equal(j.nilai('//pesanan[1]/@nomor'), 'PO/1');
  assert.equal(j.nilai('//pks/@nama'), 'surat.pdf');
  const kartu = sql(`SELECT seri_kartu FROM kartu WHERE permintaan_id = ${id}
    ORDER BY urut`);
  // Only the date is mended; list and files stay.
  j = await setujui(id, { 'po1-tanggal': '2026-01-04' }, {});
  assert.equal(j.status, 303, j.teks);
  assert.equal(status(id), 'disetujui');
  assert.deepEqual(sql(`SELECT seri_kartu FROM kartu
    WHERE permintaan_id = ${id} ORDER BY urut`), kartu);
  j = await admin.get(`/permintaan/${id}`);
  assert.equal(j.nilai('//pesanan/@tanggal'), '2026-01-04');
  assert.equal(j.nilai('//peristiwa[1]/@kode'), 'diajukan-ulang');
  // The letter's number is offered again.
  j = await admin.get(`/permintaan/${id}/daftarkan`);
  assert.equal(j.nilai('/halaman/permintaan/@agenda-nomor'), '123/A');
  // A new list replaces the old one; its own serials are no doubles.
  await admin.post(`/permintaan/${id}/kembalikan`, {
    versi: await versi(admin, id), alasan: 'Seri kedua salah' });
  const baru = [[kartu[0][0], 'LAIN-1' + id], [seri(1)[0][0], 'LAIN-2' + id]];
  j = await setujui(id, { 'seri-ketik': teksSeri(baru) }, {});
  assert.equal(j.status, 303, j.teks);
  assert.deepEqual(sql(`SELECT seri_kartu, seri_mesin FROM kartu
    WHERE permintaan_id = ${id} ORDER BY urut`), baru);
});

test('P-06 acceptance makes one ticket, however often it is sent',
  async () => {
    const id = await sampaiTerdaftar();
    assert.equal((await disposisi(id, [hari(-4), hari(-3), hari(-2)])).status,
      303);
    const v = await versi(admin, id);
    const k = kunci();
    const jawab = await Promise.all(Array.from({ length: 4 }, () =>
      admin.post(`/permintaan/${id}/terima`, { versi: v, kunci: k })));
    for (const j of jawab) assert.equal(j.status, 303, j.teks);
    const j = await bank.get(`/permintaan/${id}`);
    assert.match(j.nilai('/halaman/permintaan/@tiket'), /^T\d{8}$/);
    assert.equal(sql(`SELECT COUNT(*) FROM proses
      WHERE permintaan_id = ${id}`)[0][0], '1');
    assert.equal((await admin.post(`/permintaan/${id}/kembalikan`,
      { versi: v, alasan: 'terlambat' })).status, 409);
  });

/** Counts of the test's own institutions that differ from the table. */
function beda(...lembaga) {
  const kita = lembaga.map(String);
  let keluar;
  try {
    keluar = execFileSync('sql/hitung-total', { cwd: akar, encoding: 'utf8',
      env: { ...process.env, SIFILMA_VAR: dirVar,
        SIFILMA_SQL: 'nginx/suite sql' } });
  } catch (e) {
    assert.equal(e.status, 1, e.stderr);
    keluar = e.stdout;
  }
  return keluar.split('\n').map((x) => x.split('\t'))
    .filter((x) => x[0] === 'permintaan' && kita.includes(x[1]));
}

test('P-20 the maintained counts are those of the table', () => {
  const lembaga = lembagaBaru('bhi-pusat');
  assert.deepEqual(beda(idBank, bankLain.akun.lembaga, lembaga), []);
  // And the command that says so sees a wrong one.
  sql(`INSERT INTO permintaan_total VALUES (${lembaga}, 1, 'baru', 3)`);
  try {
    assert.deepEqual(beda(lembaga), [['permintaan', String(lembaga), '1',
      'baru', '3', '0']]);
  } finally {
    sql(`DELETE FROM permintaan_total WHERE lembaga_id = ${lembaga}`);
  }
});

test('P-21 10 000 rows: three bad ones are named, then all are stored ' +
  'within one request', async () => {
  const n = 10000;
  const id = await buat(bank, { jumlah: n });
  const baris = seri(n);
  const berkas = (b) => ({ 'seri-berkas': { nama: 'seri.csv',
    isi: `Seri Kartu,Seri Mesin\n${b.map((x) => x.join(',')).join('\n')}` },
  'po1-berkas': PDF, pks: PDF });
  const rusak = baris.map((b) => [...b]);
  rusak[16] = ['', rusak[16][1]];
  rusak[4999] = [rusak[4999][0], rusak[0][1]];
  rusak[9999] = ['x y?', rusak[9999][1]];
  let j = await setujui(id, {}, berkas(rusak));
  assert.equal(j.status, 422);
  assert.deepEqual(j.semua('/halaman/galat[@ruas="seri-baris"]').map((e) =>
    `${e.getAttribute('baris')} ${e.getAttribute('kode')}`),
  ['18 kartu-kosong', '5001 mesin-ganda', '10001 kartu-bentuk']);
  const mulai = Date.now();
  j = await setujui(id, {}, berkas(baris));
  const lama = Date.now() - mulai;
  assert.equal(j.status, 303, j.teks);
  assert.ok(lama < 3000, `${lama} ms`);
  j = await prod.get(`/permintaan/${id}/kartu?per=100`);
  assert.equal(j.nilai('/halaman/daftar/@total'), String(n));
  assert.equal(j.semua('/halaman/daftar/kartu').length, 100);
  // All of them again in another request: each is refused.
  const lagi = await buat(bank, { jumlah: n });
  j = await setujui(lagi, {}, berkas(baris));
  assert.equal(j.status, 422);
  assert.equal(j.nilai('/halaman/galat[@kode="daftar-salah"]/@baris'),
    String(2 * n));
  assert.equal(j.semua('/halaman/galat[@ruas="seri-baris"]').length, 100);
});
