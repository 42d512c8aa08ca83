// balikan-parameter.mjs - parameters of data balikan and the template made of
// them: what the form's buttons do to its rows, what is refused, what a change
// shows before it is saved, and who was faster.  Proves B-01, B-02.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Orang, akunBaru, demo, kunci, lembagaBaru, sql }
  from './bantu.mjs';

const lembaga = [];

/** Somebody of an institution that has no parameters yet. */
async function petugas(peran = 'pengguna',
  jenis = { pengguna: 'kementerian', dinas: 'dinas-kabkota' }[peran]) {
  const l = lembagaBaru(jenis);
  lembaga.push(l);
  return Orang.masuk(akunBaru(peran, l));
}

after(() => sql(lembaga.map((l) => `DELETE r FROM balikan_ruas r
  JOIN balikan_versi v ON v.id = r.versi_id WHERE v.lembaga_id = ${l};
  DELETE FROM balikan_versi WHERE lembaga_id = ${l};`).join('\n')));

const teks = (nama, lagi = {}) =>
  ({ nama, jenis: 'teks', panjang: '20', ...lagi });

/** Fields of the form for rows. */
function isian(dasar, baris, lagi = {}) {
  const f = { dasar, banyak: baris.length, ...lagi };
  baris.forEach((b, i) => {
    for (const [n, v] of Object.entries(b)) f[`${n}-${i + 1}`] = v;
  });
  return f;
}

const UBAH = '/balikan/parameter/ubah';
const SIMPAN = '/balikan/parameter';
const periksa = (o, dasar, baris) =>
  o.post(UBAH, isian(dasar, baris, { aksi: 'periksa' }));
const simpan = (o, dasar, baris, lagi) =>
  o.post(SIMPAN, isian(dasar, baris, lagi));

/** Rows of the form as it came back. */
const baris = (j) => j.semua('/halaman/rancangan/baris').map((b) => ({
  nama: b.getAttribute('nama'), jenis: b.getAttribute('jenis'),
  panjang: b.getAttribute('panjang') }));
const nama = (j) => baris(j).map((b) => b.nama);

/** What the database has of an institution: version, then rows in order. */
const tersimpan = (o) => sql(`SELECT v.nomor, r.urutan, r.nama, r.jenis,
  r.panjang, r.wajib, COALESCE(r.pola, '-'),
  COALESCE(REPLACE(r.pilihan, '\\n', '/'), '-')
  FROM balikan_versi v JOIN balikan_ruas r ON r.versi_id = v.id
  WHERE v.lembaga_id = ${o.akun.lembaga} ORDER BY v.nomor, r.urutan`)
  .map((b) => b.join(' '));
const audit = (o) => sql(`SELECT COUNT(*) FROM audit WHERE akun_id =
  ${o.akun.id} AND tindakan = 'balikan-parameter'`)[0][0];

test('nobody but people of an institution that sends', async () => {
  for (const peran of ['admin', 'pejabat', 'produsen', 'verifikator']) {
    const o = await Orang.masuk(demo(peran));
    for (const j of [await o.get(SIMPAN), await o.get(UBAH),
      await o.get('/balikan/templat?jenis=csv'),
      await simpan(o, 0, [teks('NO_CIF')])])
      assert.equal(j.status, 403, peran);
  }
  const tamu = new Orang();
  await tamu.get('/login');
  assert.equal((await simpan(tamu, 0, [teks('NO_CIF')])).status, 401);
  assert.equal((await petugas('dinas').then((o) => o.get(SIMPAN))).status,
    200);
});

test('without parameters there is no template', async () => {
  const o = await petugas();
  const j = await o.get('/balikan/templat?jenis=csv');
  assert.equal(j.status, 303);
  assert.equal(j.lokasi, SIMPAN);
  assert.equal((await o.get(SIMPAN)).nilai('/halaman/pesan/@kode'),
    'parameter-belum');
  assert.match((await o.html(SIMPAN)).teks, /Belum ada parameter/);
});

test('the buttons of the form work without anything being right', async () => {
  const o = await petugas();
  let j = await o.get(UBAH);
  assert.deepEqual(nama(j), ['']);
  const tiga = [teks('SATU'), teks('dua'), { nama: '', jenis: '' }];
  const tekan = (aksi) => o.post(UBAH, isian(0, tiga, { aksi }));
  j = await tekan('tambah');
  assert.equal(j.status, 200);
  assert.deepEqual(nama(j), ['SATU', 'dua', '', '']);
  assert.deepEqual(nama(await tekan('hapus-1')), ['dua', '']);
  assert.deepEqual(nama(await tekan('hapus-3')), ['SATU', 'dua']);
  assert.deepEqual(nama(await tekan('naik-2')), ['dua', 'SATU', '']);
  assert.deepEqual(nama(await tekan('turun-2')), ['SATU', '', 'dua']);
  // What no button says changes nothing.
  for (const aksi of ['naik-1', 'turun-3', 'hapus-4', 'hapus-0', 'hapus-',
    'hapus--1', 'naik-99999999999999999999', 'apa-saja'])
    assert.deepEqual(nama(await tekan(aksi)), ['SATU', 'dua', ''], aksi);
  assert.deepEqual(tersimpan(o), []);
  // The last row can go, too; then one is asked for.
  j = await o.post(UBAH, isian(0, [teks('SATU')], { aksi: 'hapus-1' }));
  assert.deepEqual(nama(j), []);
  j = await periksa(o, 0, []);
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { '': 'kosong' });
});

test('60 parameters, not 61', async () => {
  const o = await petugas();
  const banyak = Array.from({ length: 60 }, (_, i) => ({ nama: `P${i}`,
    jenis: 'angka', panjang: '9' }));
  let j = await o.post(UBAH, isian(0, banyak, { aksi: 'tambah' }));
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { '': 'terlalu-banyak' });
  assert.equal(nama(j).length, 60);
  j = await simpan(o, 0, [...banyak, teks('P60')]);
  assert.equal(j.status, 422);
  j = await simpan(o, 0, banyak);
  assert.equal(j.status, 303, j.teks);
  assert.equal(tersimpan(o).length, 60);
});

test('what is wrong is told at its field, and all that was typed stays',
  async () => {
    const o = await petugas();
    const salah = [teks('1CIF'), teks('nik'), teks('NO CIF'), teks('NO_HP'),
      teks('no_hp'), { nama: 'A', jenis: 'lain' }, teks('B', { panjang: 'x' }),
      teks('C', { panjang: '1000' }), { nama: 'D', jenis: 'pilihan' },
      { nama: 'E', jenis: 'pilihan', pilihan: 'Ya\r\nTidak\r\nYA' },
      teks('F', { pola: 'AAA-9999', panjang: '7' }), teks('G'.repeat(41)),
      { nama: 'H', jenis: 'angka', panjang: '5', pola: 'AA999' }];
    for (const j of [await periksa(o, 0, salah), await simpan(o, 0, salah)]) {
      assert.equal(j.status, 422);
      assert.deepEqual(j.galat, { 'nama-1': 'format', 'nama-2': 'nik',
        'nama-3': 'format', 'nama-5': 'ganda', 'jenis-6': 'pilihan',
        'panjang-7': 'angka', 'panjang-8': 'terlalu-besar',
        'pilihan-9': 'wajib', 'pilihan-10': 'ganda',
        'pola-11': 'pola-panjang', 'nama-12': 'terlalu-panjang',
        'pola-13': 'pola' });
      assert.deepEqual(nama(j), salah.map((b) => b.nama));
      assert.equal(j.nilai('/halaman/isian/ruas[@nama="pilihan-10"]'),
        'Ya\r\nTidak\r\nYA');
    }
    assert.deepEqual(tersimpan(o), []);
    // Values of all parameters must fit one row.
    const j = await periksa(o, 0, [teks('A', { panjang: '999' }),
      teks('B', { panjang: '999' })]);
    assert.deepEqual(j.galat, { '': 'isi-panjang' });
    assert.match((await o.kirim('POST', UBAH, { accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({ csrf: o.csrf, ...isian(0, salah,
      { aksi: 'periksa' }) }).toString())).teks,
    /Parameter 5: nama NO_HP sudah dipakai parameter lain\./);
  });

const DUA = [teks('no_cif', { wajib: 'ya' }),
  { nama: 'STATUS', jenis: 'pilihan', pilihan: 'Aktif\r\n\r\n Tutup buku ' }];

test('saved after it was shown what changes; sent twice it is one version',
  async () => {
    const o = await petugas();
    let j = await periksa(o, 0, DUA);
    assert.equal(j.status, 200);
    assert.equal(j.nilai('/halaman/periksa/@nomor'), '1');
    assert.deepEqual(j.semua('/halaman/periksa/ruas/@akibat')
      .map((a) => a.value), ['baru', 'baru']);
    assert.deepEqual(tersimpan(o), [], 'only looked at');
    const k = kunci();
    for (let i = 0; i < 2; i++) {
      j = await simpan(o, 0, DUA, { kunci: k });
      assert.equal(j.status, 303, j.teks);
      assert.equal(j.lokasi, SIMPAN);
    }
    const satu = ['1 1 NO_CIF teks 20 1 - -',
      '1 2 STATUS pilihan 10 0 - Aktif/Tutup buku'];
    assert.deepEqual(tersimpan(o), satu);
    assert.equal(audit(o), '1');
    j = await o.get(SIMPAN);
    assert.equal(j.nilai('/halaman/pesan/@kode'), 'parameter-disimpan');
    assert.equal(j.nilai('/halaman/parameter/@nomor'), '1');
    assert.deepEqual(j.semua('/halaman/parameter/ruas/@nama')
      .map((a) => a.value), ['NO_CIF', 'STATUS']);

    // Unchanged: no version, whether one looked first or not.
    for (const kirim of [periksa, simpan]) {
      j = await kirim(o, 1, DUA);
      assert.equal(j.status, 303);
      assert.equal((await o.get(SIMPAN)).nilai('/halaman/pesan/@kode'),
        'parameter-tetap');
    }
    assert.deepEqual(tersimpan(o), satu);

    // Changed, moved, gone and new.
    const tiga = [{ nama: 'TGL', jenis: 'tanggal' },
      teks('NO_CIF', { panjang: '25' })];
    j = await periksa(o, 1, tiga);
    assert.deepEqual(j.semua('/halaman/periksa/ruas/@akibat')
      .map((a) => a.value), ['baru', 'ubah']);
    assert.equal(j.nilai('/halaman/periksa/ruas/lama/ruas/@panjang'), '20');
    assert.equal(j.nilai('/halaman/periksa/hapus/@nama'), 'STATUS');
    j = await simpan(o, 1, tiga);
    assert.equal(j.status, 303);
    assert.deepEqual(tersimpan(o), [...satu, '2 1 TGL tanggal 10 0 - -',
      '2 2 NO_CIF teks 25 0 - -']);
    assert.equal(audit(o), '2');
    j = await o.get(SIMPAN);
    assert.deepEqual(j.semua('/halaman/versi/@nomor').map((a) => a.value),
      ['2', '1']);
    assert.equal(j.nilai('/halaman/versi[2]/@oleh'), `Orang ${
      o.akun.username}`);
    const lama = j.nilai('/halaman/versi[2]/@id');
    j = await o.get(`/balikan/parameter/${lama}`);
    assert.equal(j.nilai('/halaman/parameter/@nomor'), '1');
    assert.equal(j.nilai('/halaman/parameter/@kini'), '');
    assert.equal(j.semua('/halaman/parameter/ruas').length, 2);

    // It is nobody else's.
    const lain = await petugas();
    assert.equal((await lain.get(`/balikan/parameter/${lama}`)).status, 404);
    assert.equal((await lain.get(SIMPAN)).semua('/halaman/parameter').length,
      0);
  });

test('of two at once the slower one gets 409 with what he typed', async () => {
  const o = await petugas();
  const teman = await Orang.masuk(akunBaru('pengguna', o.akun.lembaga));
  assert.equal((await simpan(o, 0, [teks('A')])).status, 303);
  assert.equal((await simpan(o, 1, [teks('A'), teks('B')])).status, 303);
  const punya = [teks('A'), teks('C')];
  for (const kirim of [periksa, simpan]) {
    const j = await kirim(teman, 1, punya);
    assert.equal(j.status, 409);
    assert.deepEqual(j.galat, { '': 'berubah' });
    assert.deepEqual(nama(j), ['A', 'C']);
    // What is in force stands beside it, and one goes on from there.
    assert.equal(j.nilai('/halaman/parameter/@nomor'), '2');
    assert.equal(j.nilai('/halaman/rancangan/@dasar'), '2');
  }
  assert.equal((await simpan(teman, 2, punya)).status, 303);
  assert.equal(tersimpan(o).at(-1), '3 2 C teks 20 0 - -');

  // Really at once: one version comes of it.
  const balapan = await Promise.all(Array.from({ length: 8 }, (_, i) =>
    simpan(i % 2 ? o : teman, 3, [teks(`D${i}`)])));
  assert.deepEqual(balapan.map((j) => j.status).sort(),
    [303, ...Array(7).fill(409)]);
  assert.equal(tersimpan(o).filter((b) => b.startsWith('4 ')).length, 1);
});

test('the template as CSV', async () => {
  const o = await petugas();
  await simpan(o, 0, DUA);
  const j = await o.get('/balikan/templat?jenis=csv');
  assert.equal(j.status, 200);
  assert.match(j.headers['content-type'], /^text\/csv; charset=utf-8/);
  const kode = sql(`SELECT kode FROM lembaga WHERE id =
    ${o.akun.lembaga}`)[0][0];
  assert.match(j.headers['content-disposition'],
    new RegExp(`^attachment; filename="data-balikan-${kode}-v1\\.csv"`));
  assert.equal(j.teks, '\ufeffNIK,NO_CIF,STATUS\r\n');
  for (const jenis of ['pdf', '', 'CSV'])
    assert.equal((await o.get(`/balikan/templat?jenis=${jenis}`)).status, 404);
  assert.equal((await o.get('/balikan/templat')).lokasi, SIMPAN);
});

/** A workbook as another library than ours sees it, Debian's own. */
function buku(isi) {
  const dir = mkdtempSync(join(tmpdir(), 'templat-'));
  try {
    writeFileSync(join(dir, 't.xlsx'), isi);
    return JSON.parse(execFileSync('/usr/bin/python3', ['-c', `
import json, openpyxl, sys
b = openpyxl.load_workbook(sys.argv[1])
json.dump({s.title: {
  'isi': [[c.value for c in r] for r in s.iter_rows()],
  'beku': s.freeze_panes,
  'kolom': {k: d.number_format for k, d in s.column_dimensions.items()},
  'aturan': [[str(v.sqref), v.type, v.formula1]
    for v in s.data_validations.dataValidation]}
  for s in b.worksheets}, sys.stdout)`, join(dir, 't.xlsx')],
    { encoding: 'utf8' }));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('the template as XLSX', async () => {
  const o = await petugas();
  await simpan(o, 0, [...DUA, { nama: 'HP', jenis: 'telepon' },
    { nama: 'CARA', jenis: 'pilihan', pilihan: '=1+1\nA, B "C"\nX' }]);
  const j = await o.get('/balikan/templat?jenis=xlsx');
  assert.equal(j.status, 200);
  assert.match(j.headers['content-disposition'], /-v1\.xlsx"/);
  const b = buku(j.isi);
  const kepala = ['NIK', 'NO_CIF', 'STATUS', 'HP', 'CARA'];
  assert.deepEqual(Object.keys(b), ['Data', 'Contoh', 'Aturan', 'Pilihan']);
  assert.deepEqual(b.Data.isi, [kepala]);
  for (const s of Object.values(b)) assert.equal(s.beku, 'A2');
  for (const k of 'ABCDE') assert.equal(b.Data.kolom[k], '@', k);
  assert.deepEqual(b.Data.aturan, [['A2:A1048576', 'textLength', '16'],
    ['C2:C1048576', 'list', 'Pilihan!$A$2:$A$3'],
    ['E2:E1048576', 'list', 'Pilihan!$B$2:$B$4']]);
  assert.deepEqual(b.Pilihan.isi, [['STATUS', 'CARA'], ['Aktif', '=1+1'],
    ['Tutup buku', 'A, B "C"'], [null, 'X']]);
  // Two invented rows that are texts; what may stay empty is empty once.
  assert.deepEqual(b.Contoh.isi[0], kepala);
  assert.equal(b.Contoh.isi.length, 3);
  for (const r of b.Contoh.isi.slice(1)) assert.match(r[0], /^[0-9]{16}$/);
  assert.deepEqual(b.Contoh.isi[2].slice(1), ['CONTOH 2', null, null, null]);
  assert.equal(b.Aturan.isi[0].join(), 'Kolom,Wajib,Aturan');
  assert.deepEqual(b.Aturan.isi.slice(1, 6).map((r) => r[0]), kepala);
  assert.match(b.Aturan.isi[3][2],
    /^Pilihan\. Salah satu dari: Aktif; Tutup buku\.$/);
});

test('names of others do not run', async () => {
  const o = await petugas();
  const jahat = '<script>alert(1)</script>';
  const j = await o.kirim('POST', UBAH, { accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded' },
  new URLSearchParams({ csrf: o.csrf, ...isian(0, [teks(jahat, { pola: jahat,
    jenis: 'pilihan', pilihan: jahat })], { aksi: 'periksa' }) }).toString());
  assert.equal(j.status, 422);
  assert.doesNotMatch(j.teks, /<script>alert/);
});
