// balikan-formulir.mjs - one record of data balikan by form: who may, what is
// refused with all that was typed, what becomes of a NIK sent again, a form
// sent twice, and parameters that changed meanwhile.  Proves B-03, B-07, B-09.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Orang, akunBaru, demo, dirVar, kunci, lembagaBaru, sql }
  from './bantu.mjs';

const FORM = '/balikan/formulir';
const lembaga = [];

const PARAMETER = [{ nama: 'NO_CIF', jenis: 'teks', panjang: '8',
  wajib: 'ya' }, { nama: 'SALDO', jenis: 'angka', panjang: '6' },
{ nama: 'BUKA', jenis: 'tanggal' }, { nama: 'HP', jenis: 'telepon' },
{ nama: 'JENIS', jenis: 'pilihan', pilihan: 'Tabungan\nKredit' },
{ nama: 'VERSI', jenis: 'teks', panjang: '7', pola: 'AA-9999' }];

async function parameter(o, dasar, baris) {
  const f = { dasar, banyak: baris.length };
  baris.forEach((b, i) => {
    for (const [n, v] of Object.entries(b)) f[`${n}-${i + 1}`] = v;
  });
  const j = await o.post('/balikan/parameter', f);
  assert.equal(j.status, 303, j.teks);
}

/** Somebody of an institution with these parameters. */
async function petugas(baris = PARAMETER) {
  const l = lembagaBaru('kementerian');
  lembaga.push(l);
  const o = await Orang.masuk(akunBaru('pengguna', l));
  if (baris.length > 0) await parameter(o, 0, baris);
  return o;
}

after(() => sql(lembaga.map((l) => ['balikan', 'balikan_lama',
  'balikan_harian', 'balikan_lembaga', 'balikan_jejak', 'balikan_kiriman']
  .map((t) => `DELETE FROM ${t} WHERE lembaga_id = ${l};`).join('') +
  `DELETE r FROM balikan_ruas r JOIN balikan_versi v ON v.id = r.versi_id
  WHERE v.lembaga_id = ${l};
  DELETE FROM balikan_versi WHERE lembaga_id = ${l};`).join('\n')));

const versi = async (o) => (await o.get(FORM)).nilai('/halaman/parameter/@id');
const kirim = async (o, isian, lagi = {}) => {
  const f = { versi: lagi.versi || await versi(o), ...lagi };
  for (const [n, v] of Object.entries(isian))
    f[n === 'nik' ? n : `p-${n}`] = v;
  return o.post(FORM, f);
};
const pesan = async (o) => (await o.get(FORM)).nilai('/halaman/pesan/@kode');

/** What there is of an institution: NIK and values, / between them. */
const isi = (o, tabel = 'balikan') => sql(`SELECT nik,
  REPLACE(CONVERT(isi USING utf8mb4), CHAR(31), '/') FROM ${tabel}
  WHERE lembaga_id = ${o.akun.lembaga} ORDER BY nik`).map((b) => b.join(' '));
const kiriman = (o) => sql(`SELECT sumber, status, baris, diterima,
  diperbarui, tetap, ditolak FROM balikan_kiriman
  WHERE lembaga_id = ${o.akun.lembaga}`).map((b) => b.join(' '));

/** NIKs with sound codes; nobody's. */
let urut = Math.floor(Math.random() * 8000) + 1000;
const nik = (wilayah = '317101') => `${wilayah}010190${++urut}`;

test('only institutions that send; without parameters there is none',
  async () => {
    for (const peran of ['admin', 'produsen', 'verifikator']) {
      const o = await Orang.masuk(demo(peran));
      assert.equal((await o.get(FORM)).status, 403, peran);
      assert.equal((await o.post(FORM, { nik: nik() })).status, 403, peran);
    }
    const o = await petugas([]);
    const j = await o.get(FORM);
    assert.equal(j.status, 200);
    assert.equal(j.semua('/halaman/parameter').length, 0);
    assert.equal((await o.post(FORM, { versi: 1, nik: nik() })).status, 409);
  });

test('fields follow the parameters', async () => {
  const o = await petugas();
  const j = await o.html(FORM);
  assert.match(j.teks, /<input type="date"[^>]*name="p-BUKA"/);
  assert.match(j.teks, /<input type="tel"[^>]*name="p-HP"/);
  assert.match(j.teks, /name="p-SALDO"[^>]*inputmode="numeric"/);
  assert.match(j.teks,
    /<select[^>]*name="p-JENIS"[^]*<option>Tabungan<\/option>/);
  assert.match(j.teks, /Menurut pola AA-9999/);
  assert.match(j.teks, /name="nik"[^>]*inputmode="numeric"/);
});

test('new, the same, changed; the former value is kept', async () => {
  const o = await petugas();
  const n = nik();
  const lengkap = { nik: n, NO_CIF: ' c-1 ', SALDO: '1500', BUKA: '2025-01-31',
    HP: '0812 0000 0001', JENIS: 'Kredit', VERSI: 'AB-1234' };
  let j = await kirim(o, lengkap);
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, FORM);
  assert.equal(await pesan(o), 'rekaman-baru');
  const satu = `${n} c-1/1500/2025-01-31/+6281200000001/Kredit/AB-1234`;
  assert.deepEqual(isi(o), [satu]);

  j = await kirim(o, { ...lengkap, HP: '+6281200000001', BUKA: '31/01/2025' });
  assert.equal(j.status, 303);
  assert.equal(await pesan(o), 'rekaman-tetap');
  j = await kirim(o, { nik: n, NO_CIF: 'c-2' });
  assert.equal(j.status, 303);
  assert.equal(await pesan(o), 'rekaman-diperbarui');
  assert.deepEqual(isi(o), [`${n} c-2/////`]);
  assert.deepEqual(isi(o, 'balikan_lama'), [satu]);
  assert.deepEqual(kiriman(o), ['formulir selesai 3 1 1 1 0']);
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE akun_id = ${o.akun.id}
    AND tindakan = 'balikan-rekaman'`)[0][0], '3');
});

test('what is wrong is told at its field, and all that was typed stays',
  async () => {
    const o = await petugas();
    const salah = { nik: '3.17401E+15', NO_CIF: '', SALDO: '1.000.000',
      BUKA: '31 Januari', HP: '12', JENIS: 'Lain', VERSI: 'AB-12X4' };
    const j = await kirim(o, salah);
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { nik: 'nik-ilmiah', 'p-NO_CIF': 'wajib',
      'p-SALDO': 'terlalu-panjang', 'p-BUKA': 'tanggal', 'p-HP': 'telepon',
      'p-JENIS': 'pilihan', 'p-VERSI': 'pola' });
    for (const [n, v] of Object.entries(salah))
      assert.equal(j.nilai(`/halaman/isian/ruas[@nama="${n === 'nik' ? n :
        `p-${n}`}"]`), v, n);
    // No NIK in what a person is told, nor in the address.
    assert.doesNotMatch(j.teks.replace(/<isian>[^]*<\/isian>/, ''), /3\.174/);
    assert.equal(j.nilai('/halaman/@jalur'), FORM);
    for (const [n, kode] of [['', 'kosong'], ['317101010190000', 'nik-panjang'],
      ['31710101019000x1', 'nik-angka'], [nik('991101'), 'nik-provinsi'],
      [`317101320190${urut}`, 'nik-tanggal'],
      [`317101011390${urut}`, 'nik-bulan'], ['3171010101900000', 'nik-nol']])
      assert.equal((await kirim(o, { nik: n, NO_CIF: 'x' })).galat.nik, kode,
        n);
    assert.deepEqual(isi(o), []);
    assert.deepEqual(kiriman(o), []);
  });

test('a region that is not there is a warning only', async () => {
  const o = await petugas();
  assert.equal((await kirim(o, { nik: nik('319901'), NO_CIF: 'x' })).status,
    303);
  assert.equal(await pesan(o), 'rekaman-baru-awas');
  assert.equal(isi(o).length, 1);
});

test('sent twice, and by many at once, it acts once', async () => {
  const o = await petugas();
  const n = nik(), k = kunci(), v = await versi(o);
  const semua = await Promise.all(Array.from({ length: 8 }, () =>
    kirim(o, { nik: n, NO_CIF: 'sekali' }, { kunci: k, versi: v })));
  assert.deepEqual(semua.map((j) => j.status), Array(8).fill(303));
  assert.deepEqual(kiriman(o), ['formulir selesai 1 1 0 0 0']);
  // With keys of their own they are as many records.
  const lagi = await Promise.all(Array.from({ length: 8 }, (_, i) =>
    kirim(o, { nik: i % 2 ? n : nik(), NO_CIF: 'sekali' }, { versi: v })));
  assert.deepEqual(lagi.map((j) => j.status), Array(8).fill(303));
  assert.deepEqual(kiriman(o), ['formulir selesai 9 5 0 4 0']);
  assert.equal(isi(o).length, 5);
});

test('parameters that changed meanwhile: 409 with what he typed', async () => {
  const o = await petugas();
  const v = await versi(o), n = nik();
  await parameter(o, 1, [...PARAMETER.slice(0, 2), { nama: 'BARU',
    jenis: 'teks', panjang: '5' }]);
  const j = await kirim(o, { nik: n, NO_CIF: 'c-9', HP: '0812' },
    { versi: v });
  assert.equal(j.status, 409);
  assert.deepEqual(j.galat, { '': 'berubah' });
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="nik"]'), n);
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="p-NO_CIF"]'), 'c-9');
  const baru = j.nilai('/halaman/parameter/@id');
  assert.notEqual(baru, v);
  assert.deepEqual(j.semua('/halaman/parameter/ruas/@nama')
    .map((a) => a.value), ['NO_CIF', 'SALDO', 'BARU']);
  assert.equal((await kirim(o, { nik: n, NO_CIF: 'c-9' }, { versi: baru }))
    .status, 303);
  assert.deepEqual(isi(o), [`${n} c-9//`]);
  // Another institution's version is as good as an old one.
  assert.equal((await kirim(o, { nik: n, NO_CIF: 'c' },
    { versi: await versi(await petugas()) })).status, 409);
});

test('two institutions send of one NIK and do not meet', async () => {
  const [a, b] = [await petugas(), await petugas()];
  const n = nik();
  await kirim(a, { nik: n, NO_CIF: 'a' });
  await kirim(b, { nik: n, NO_CIF: 'b' });
  assert.equal(await pesan(b), 'rekaman-baru');
  assert.deepEqual([isi(a), isi(b)], [[`${n} a/////`], [`${n} b/////`]]);
});

test('no NIK of theirs is in a log', async () => {
  const o = await petugas();
  const n = nik();
  await kirim(o, { nik: n, NO_CIF: 'x' });
  await kirim(o, { nik: n, NO_CIF: '' });
  const log = join(dirVar, 'log');
  for (const f of readdirSync(log))
    assert.ok(!readFileSync(join(log, f), 'utf8').includes(n), f);
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE rincian LIKE
    '%${n}%'`)[0][0], '0');
});
