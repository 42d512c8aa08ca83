// peta.mjs - readers in use by region and institution: figures of page,
// chart, map and files, within what a person may see.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Orang, akunBaru, lembagaBaru, sql, unik } from './bantu.mjs';
import { aktifkan } from './pembaca.mjs';
import { diserahkan, perjanjian } from './serah.mjs';

let satu, dua, prod, admin, idSatu, idDua, nama, wilayah;

/** Province, regency and village that exist here, by how far down the list. */
function desa(lewati) {
  const [[kode]] = sql(`SELECT kode FROM wilayah WHERE CHAR_LENGTH(kode) = 10
    ORDER BY kode LIMIT 1 OFFSET ${lewati}`);
  return kode;
}

before(async () => {
  nama = unik('Lembaga Peta ');
  idSatu = lembagaBaru('bhi-pusat', `${nama} Satu & <1>`);
  idDua = lembagaBaru('bhi-pusat', `${nama} Dua`);
  const ditjen = lembagaBaru('ditjen');
  const idProd = lembagaBaru('produsen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  satu = await orang('pengguna', idSatu);
  dua = await orang('pengguna', idDua);
  prod = await orang('produsen', idProd);
  admin = await orang('admin', ditjen);
  wilayah = [desa(0), desa(30000), desa(60000)];
  const titik = [[5.55, 95.32], [-6.9, 107.6], [-2.53, 140.7]];
  const t = diserahkan(idSatu, idProd, satu.akun.id, 9);
  aktifkan(t.kartu, idSatu, perjanjian(idSatu, satu.akun.id), (i) => {
    const w = i < 5 ? 0 : i < 8 ? 1 : 2;
    return { wilayah: wilayah[w], lintang: titik[w][0] + i / 1000,
      bujur: titik[w][1] };
  });
  const u = diserahkan(idDua, idProd, dua.akun.id, 4, 'RW');
  aktifkan(u.kartu, idDua, perjanjian(idDua, dua.akun.id),
    () => ({ wilayah: wilayah[1], lintang: titik[1][0], bujur: titik[1][1] }),
    'RW');
  // Not in use: revoked, replaced.
  sql(`UPDATE manifes SET status = 'dicabut', sebab = 'pengembalian',
    tidak_berlaku = UTC_TIMESTAMP(3) WHERE id = ${u.kartu[3].manifes}`);
});

const prov = (i) => wilayah[i].slice(0, 2);
const kab = (i) => wilayah[i].slice(0, 4);
const angka = (j, apa) => Number(j.nilai(`/halaman/jumlah/@${apa}`));
const baris = (j) => Object.fromEntries(j.semua('/halaman/daftar/baris')
  .map((b) => [b.getAttribute('kode'), Number(b.getAttribute('jumlah'))]));

test('A-14 provinces, regencies, institutions of one\'s own', async () => {
  let j = await satu.get('/aktivasi/peta');
  assert.equal(j.status, 200);
  assert.equal(angka(j, 'jumlah'), 9);
  assert.equal(angka(j, 'r'), 9);
  assert.equal(angka(j, 'lembaga'), 1);
  assert.deepEqual(baris(j), { [prov(0)]: 5, [prov(1)]: 3, [prov(2)]: 1 });
  assert.equal(j.semua('/halaman/peta/titik').length, 3);
  assert.equal(j.semua('/halaman/grafik/batang').length, 3);
  assert.equal(j.nilai('/halaman/peta/@dekat'), '');
  // Down: one province, then one regency.
  j = await satu.get(j.nilai(`/halaman/daftar/baris[@kode = '${prov(0)}']/@href`));
  assert.deepEqual(baris(j), { [kab(0)]: 5 });
  assert.equal(angka(j, 'jumlah'), 5);
  assert.equal(j.nilai('/halaman/peta/@dekat'), 'ya');
  j = await satu.get(j.nilai('/halaman/daftar/baris/@href'));
  assert.equal(j.nilai('/halaman/jumlah/@per'), 'lembaga');
  assert.equal(j.semua('/halaman/daftar/baris').length, 1);
  assert.equal(j.nilai('/halaman/daftar/baris/@nama'), `${nama} Satu & <1>`);
  assert.equal(j.semua('/halaman/peta/titik').length, 5);
  // A regency of another province is no filter.
  j = await satu.get(`/aktivasi/peta?prov=${prov(0)}&kab=${kab(1)}`);
  assert.equal(angka(j, 'jumlah'), 5);
  j = await satu.get('/aktivasi/peta?fungsi=RW');
  assert.equal(angka(j, 'jumlah'), 0);
  for (const k of ['prov=xx', 'prov=999', 'kab=3273', 'lembaga=-1',
    'fungsi=X', `lembaga=${idDua}`])
    assert.equal(angka(await satu.get(`/aktivasi/peta?${k}`), 'jumlah'), 9, k);
});

test('A-14 all of them for Ditjen, one institution by its link', async () => {
  const semua = Number(sql(`SELECT COUNT(*) FROM manifes
    WHERE status = 'berlaku'`)[0][0]);
  let j = await admin.get('/aktivasi/peta');
  // Other tests may make some meanwhile.
  assert.ok(angka(j, 'jumlah') >= semua);
  assert.equal(Object.values(baris(j)).reduce((a, b) => a + b, 0),
    angka(j, 'jumlah'));
  j = await admin.get(`/aktivasi/peta?lembaga=${idDua}`);
  assert.equal(angka(j, 'jumlah'), 3);
  assert.equal(angka(j, 'rw'), 3);
  assert.equal(j.nilai("/halaman/daftar/saring[@nama = 'lembaga']/@teks"),
    `${nama} Dua`);
  j = await admin.get(`/aktivasi/peta?prov=${prov(1)}&kab=${kab(1)}`);
  const l = Object.fromEntries(j.semua('/halaman/daftar/baris').map((b) =>
    [b.getAttribute('nama'), b.getAttribute('jumlah')]));
  assert.equal(l[`${nama} Satu & <1>`], '3');
  assert.equal(l[`${nama} Dua`], '3');
  assert.equal((await prod.get('/aktivasi/peta')).status, 403);
});

test('A-14 the points of the map lie inside it', async () => {
  for (const k of ['', `?prov=${prov(1)}`, `?prov=${prov(1)}&kab=${kab(1)}`]) {
    const j = await satu.get(`/aktivasi/peta${k}`);
    const n = (x) => Number(j.nilai(`/halaman/peta/@${x}`));
    const titik = j.semua('/halaman/peta/titik');
    assert.ok(titik.length > 0);
    for (const p of titik) {
      const [x, y, r] = ['x', 'y', 'r'].map((a) => Number(p.getAttribute(a)));
      assert.ok(x > n('kiri') && x < n('kiri') + n('lebar'), `${k} x ${x}`);
      assert.ok(y > n('atas') && y < n('atas') + n('tinggi'), `${k} y ${y}`);
      assert.ok(r > 0 && r < n('tinggi') / 10);
    }
    const jaring = j.semua('/halaman/peta/bujur').length;
    assert.ok(jaring >= 4 && jaring <= 13, `${jaring} lines`);
  }
  const h = await satu.html('/aktivasi/peta');
  assert.match(h.teks, /<svg viewBox="94500 -6500 47000 18000"/);
  assert.doesNotMatch(h.teks, /NaN|style="/);
});

test('A-14 recap by institution: order, search, pages', async () => {
  const url = `/aktivasi/peta/lembaga?cari=${encodeURIComponent(nama)}`;
  let j = await admin.get(url);
  const urut = () => j.semua('/halaman/daftar/baris').map((b) =>
    `${b.getAttribute('nama').slice(nama.length)} ${
      b.getAttribute('jumlah')}`);
  assert.deepEqual(urut(), [' Satu & <1> 9', ' Dua 3']);
  j = await admin.get(`${url}&urut=nama&arah=naik`);
  assert.deepEqual(urut(), [' Dua 3', ' Satu & <1> 9']);
  j = await satu.get('/aktivasi/peta/lembaga');
  assert.equal(j.nilai('/halaman/daftar/@total'), '1');
  assert.equal(j.nilai('/halaman/jumlah/@jumlah'), '9');
  // Through all pages, there and back, each once.
  const awalan = unik('Rekap ');
  for (let i = 0; i < 12; i++) {
    const id = lembagaBaru('bhi-pusat', `${awalan} ${i}`);
    const t = diserahkan(id, prod.akun.lembaga, satu.akun.id, 1 + (i % 3));
    aktifkan(t.kartu, id, perjanjian(id, satu.akun.id));
  }
  for (const o of ['jumlah&arah=turun', 'nama&arah=naik']) {
    const ada = new Set();
    j = await admin.get(`/aktivasi/peta/lembaga?cari=${
      encodeURIComponent(awalan)}&per=10&urut=${o}`);
    const pertama = urut();
    for (;;) {
      for (const b of j.semua('/halaman/daftar/baris'))
        ada.add(b.getAttribute('id'));
      const ke = j.nilai('/halaman/daftar/@berikut');
      if (!ke) break;
      j = await admin.get(ke);
    }
    assert.equal(ada.size, 12, o);
    j = await admin.get(j.nilai('/halaman/daftar/@sebelum'));
    assert.deepEqual(urut(), pertama, o);
  }
});

test('A-14 CSV and XLSX say the same', async () => {
  let j = await satu.get(`/aktivasi/peta/unduh/csv?prov=${prov(0)}`);
  assert.equal(j.status, 200);
  assert.match(j.headers['content-disposition'], /pembaca-aktif\.csv/);
  const isi = j.teks.replace(/^\uFEFF/, '').trim().split('\r\n');
  assert.equal(isi.length, 2);
  assert.match(isi[1], new RegExp(`^${prov(0)},.*,5,0,5$`));
  assert.ok(isi[1].includes(`${nama} Satu & <1>`));
  j = await satu.get('/aktivasi/peta/unduh/xlsx');
  assert.equal(j.isi.subarray(0, 2).toString(), 'PK');
  j = await admin.get(`/aktivasi/peta/lembaga/csv?cari=${
    encodeURIComponent(nama)}`);
  assert.equal(j.teks.trim().split('\r\n').length, 3);
  j = await satu.get('/aktivasi/peta/lembaga/csv');
  assert.equal(j.teks.trim().split('\r\n').length, 2);
  assert.equal((await satu.get('/aktivasi/peta/unduh/exe')).status, 404);
});
