// balikan-muat.mjs - files of data balikan from the upload to the rows, through
// the workers: counts, history, the same again, taking back, turns, retention,
// nothing of a file in a log.  Proves B-06, B-08, B-09, B-11, B-12.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Orang, akar, dirVar, sql, tunggu } from './bantu.mjs';
import { bersihkan, isi, nik, parameter, pengirim } from './balikan-bantu.mjs';
import { JENIS, b64, mulai, tambah, tus, TUS } from './tus-bantu.mjs';

const simpanan = join(dirVar, 'simpanan');
const semuaId = [];

after(() => {
  if (semuaId.length > 0)
    for (const t of ['balikan_tolak', 'balikan_tolak_total',
      'balikan_potongan'])
      sql(`DELETE FROM ${t} WHERE kiriman_id IN (${semuaId.join(', ')})`);
  bersihkan();
});

async function orang(l) {
  const o = await Orang.masuk(l.akun);
  o.lembaga = l;
  await o.get('/balikan/unggah');
  return o;
}

/** Send a file in one request; its id. */
async function kirim(o, isi, nama = 'data.csv', cara = 'sebagian') {
  const badan = Buffer.from(isi);
  const j = await tus(o, 'POST', TUS, {
    'upload-length': String(badan.length), 'content-type': JENIS,
    'upload-metadata': `filename ${b64(nama)},cara ${b64(cara)}` }, badan);
  assert.equal(j.status, 201, j.teks);
  const id = Number(j.headers['x-kiriman']);
  semuaId.push(id);
  return id;
}

const keadaan = (id) => sql(`SELECT status, baris, diterima, diperbarui, tetap,
  ditolak, COALESCE(galat, '') FROM balikan_kiriman WHERE id = ${id}`)[0];

async function selesai(id, batas = 30000) {
  return tunggu(() => {
    const k = keadaan(id);
    return ['selesai', 'gagal', 'batal', 'diurungkan'].includes(k[0]) && k;
  }, batas);
}

/** The workers' own sums hold. */
function jumlah(l) {
  assert.deepEqual(sql(`SELECT l.baris FROM balikan_lembaga l
    WHERE l.lembaga_id = ${l.id}`), sql(`SELECT COUNT(*) FROM balikan
    WHERE lembaga_id = ${l.id}`));
}

const csv = (baris) => 'NIK,NO_CIF,NO_HP,JUMLAH\n' +
  baris.map((b) => b.join(',')).join('\n') + '\n';

test('B-06 a file by tus: checked, loaded, told; its page; the bell', async () => {
  const l = pengirim();
  const o = await orang(l);
  // In two pieces.
  const teks = Buffer.from(csv([[nik(1), 'A-1', '08123456789', 5],
    [nik(2), 'A-2', '', ''], ['123', 'A-3', '', ''], [nik(2), '', '', ''],
    [nik(3), 'A-4', '', '']]));
  const u = await mulai(o, teks.length, { filename: 'nasabah.csv',
    cara: 'sebagian' });
  await tambah(o, u, 0, teks.subarray(0, 40));
  const j = await tambah(o, u, 40, teks.subarray(40));
  const id = Number(j.headers['x-kiriman']);
  semuaId.push(id);
  assert.deepEqual(await selesai(id), ['selesai', '5', '3', '0', '0', '2',
    '']);
  assert.deepEqual(Object.keys(isi(l)), [nik(1), nik(2), nik(3)].sort());
  assert.equal(isi(l)[nik(1)][0], 'A-1');
  jumlah(l);
  // The file is in the store, no longer on its way.
  const [[sha]] = sql(`SELECT sha256 FROM balikan_kiriman WHERE id = ${id}`);
  assert.deepEqual(readFileSync(join(simpanan, sha.slice(0, 2), sha)), teks);
  assert.equal(existsSync(join(simpanan, 'unggahan', u.split('/').at(-1))),
    false);
  assert.equal(existsSync(join(simpanan, 'balikan', String(id))), false);
  // Faults, first rows and sums.
  assert.deepEqual(sql(`SELECT baris, ruas, kode FROM balikan_tolak
    WHERE kiriman_id = ${id} ORDER BY urut`), [['4', 'NIK', 'nik-panjang'],
    ['5', 'NO_CIF', 'wajib']]);
  const h = await o.get(`/balikan/kiriman/${id}`);
  assert.equal(h.status, 200);
  const p = await o.kirim('GET', `/balikan/kiriman/${id}/tolakan`);
  assert.equal(p.status, 200);
  assert.match(p.teks, /123,A-3/);
  assert.doesNotMatch(p.teks, /A-4/);
  assert.equal(sql(`SELECT COUNT(*) FROM notifikasi WHERE akun_id =
    ${l.akun.id} AND templat = 'balikan-selesai'`)[0][0], '1');
});

test('B-09 the newest wins, the old value stays; the same file again', async () => {
  const l = pengirim();
  const o = await orang(l);
  const satu = await kirim(o, csv([[nik(1), 'x', '', ''],
    [nik(2), 'y', '', '']]));
  await selesai(satu);
  const lagi = await kirim(o, gzipSync(csv([[nik(1), 'x', '', ''],
    [nik(2), 'y', '', '']])), 'lagi.csv.gz');
  assert.deepEqual((await selesai(lagi)).slice(0, 6), ['selesai', '2', '0',
    '0', '2', '0']);
  const dua = await kirim(o, csv([[nik(2), 'z', '', ''],
    [nik(3), 'w', '', '']]));
  assert.deepEqual((await selesai(dua)).slice(0, 6), ['selesai', '2', '1',
    '1', '0', '0']);
  assert.deepEqual(sql(`SELECT nik, diganti_id, kiriman_id FROM balikan_lama
    WHERE lembaga_id = ${l.id}`), [[nik(2), String(dua), String(satu)]]);
  // Only the newest can be taken back; then all is as it was.
  let j = await o.post(`/balikan/kiriman/${satu}/urungkan`);
  assert.equal(j.status, 409);
  j = await o.post(`/balikan/kiriman/${dua}/urungkan`);
  assert.equal(j.status, 303, j.teks);
  assert.equal((await selesai(dua))[0], 'diurungkan');
  // Its timeline says who did what.
  const siapa = `Orang ${l.akun.username}`;
  j = await o.get(`/balikan/kiriman/${dua}`);
  assert.deepEqual(j.semua('/halaman/linimasa/peristiwa').map((p) =>
    ['dari', 'ke', 'oleh'].map((x) => p.getAttribute(x) || '-')), [
    ['urung', 'diurungkan', '-'], ['selesai', 'urung', siapa],
    ['muat', 'selesai', '-'], ['periksa', 'muat', '-'],
    ['antri', 'periksa', '-'], ['-', 'antri', siapa]]);
  assert.deepEqual(Object.entries(isi(l)).map(([n, v]) => [n, v[0]]),
    [[nik(1), 'x'], [nik(2), 'y']].sort());
  assert.deepEqual(sql(`SELECT COUNT(*) FROM balikan_lama
    WHERE lembaga_id = ${l.id}`), [['0']]);
  jumlah(l);
});

test('B-07 what a file leaves out is told: columns, and the newer version',
  async () => {
    const l = pengirim();
    const o = await orang(l);
    await selesai(await kirim(o, csv([[nik(1), 'x', '08123456789', 5]])));
    const peringatan = (id) => sql(`SELECT ruas, kode, jumlah,
      COALESCE(nomor, '') FROM balikan_tolak_total WHERE kiriman_id = ${id}
      AND kode LIKE '?%' ORDER BY kode, ruas`);
    const a = await kirim(o, `NIK,NO_CIF\n${nik(1)},x\n${nik(2)},y\n1,z\n`);
    assert.equal((await selesai(a))[0], 'selesai');
    assert.deepEqual(peringatan(a), [['JUMLAH', '?kolom-kurang', '2', ''],
      ['NO_HP', '?kolom-kurang', '2', '']]);
    assert.deepEqual(isi(l)[nik(1)], ['x', '', '']);
    // The same columns are those of an older version now.
    parameter(l.id, l.akun.id, [['NO_CIF', 'teks', 20, 1],
      ['NO_HP', 'telepon', 16, 0], ['JUMLAH', 'angka', 10, 0],
      ['NPWP', 'teks', 20, 0]]);
    const asing = `31990001019${nik(1).slice(-5)}`;
    const b = await kirim(o, csv([[nik(1), 'x', '', ''],
      [asing, 'y', '', '']]));
    assert.equal((await selesai(b))[0], 'selesai');
    assert.deepEqual(peringatan(b), [['NIK', '?kabupaten', '1', '3'],
      ['NPWP', '?kolom-kurang', '2', ''], ['', '?versi-lama', '2', '']]);
    const { teks } = await o.html(`/balikan/kiriman/${b}`);
    assert.match(teks, /versi 1, padahal yang berlaku versi 2/);
    assert.match(teks, /Baris 3\./);
    // A number whose separator may be one of thousands; a refused row's not.
    const d = await kirim(o, 'NIK;NO_CIF;NO_HP;JUMLAH;NPWP\n' +
      `${nik(1)};x;;12.500;\n${nik(2)};x;;1,5;\n1;x;;12.500;\n`);
    assert.equal((await selesai(d))[0], 'selesai');
    assert.deepEqual(peringatan(d), [['JUMLAH', '?ribuan', '1', '2']]);
    assert.equal(isi(l)[nik(1)][2], '12.500');
    // All columns: nothing to tell.
    const c = await kirim(o, `NIK,NO_CIF,NO_HP,JUMLAH,NPWP\n${nik(3)},x,,,\n`);
    assert.equal((await selesai(c))[0], 'selesai');
    assert.deepEqual(peringatan(c), []);
  });

test('B-06 all or nothing; a file that is none', async () => {
  const l = pengirim();
  const o = await orang(l);
  const a = await kirim(o, csv([[nik(1), 'x', '', ''], ['1', 'y', '', '']]),
    'semua.csv', 'semua');
  assert.deepEqual(await selesai(a), ['gagal', '2', '0', '0', '0', '1',
    'ada-yang-ditolak']);
  // Two rows: one refused, one not loaded.
  let j = await o.get(`/balikan/kiriman/${a}`);
  assert.equal(j.nilai('/halaman/balikan/@tidak-dimuat'), '1');
  j = await o.get('/balikan/kiriman/unduh/csv');
  assert.match(j.teks, /,gagal,2,0,0,0,1,1,ada-yang-ditolak,/);
  const b = await kirim(o, 'NIK,APA\n1,2\n', 'asing.csv');
  assert.equal((await selesai(b)).at(-1), 'kolom-asing');
  assert.deepEqual(isi(l), {});
  assert.equal(sql(`SELECT COUNT(*) FROM notifikasi WHERE akun_id =
    ${l.akun.id} AND templat = 'balikan-gagal'`)[0][0], '2');
});

/** So many rows of many NIKs. */
function banyak(n, nilai) {
  const b = ['NIK,NO_CIF,NO_HP,JUMLAH'];
  for (let i = 0; i < n; i++) {
    const k = (i * 7919) % n;
    b.push(`${nik(1).slice(0, 6)}${String(k % 28 + 1).padStart(2, '0')}${
      String(Math.floor(k / 28) % 12 + 1).padStart(2, '0')}${
      String(Math.floor(k / 336) % 100).padStart(2, '0')}${
      String(Math.floor(k / 33600) + 1).padStart(4, '0')},${nilai}-${i},,`);
  }
  return b.join('\n') + '\n';
}

test('B-11 twenty rows sent after 300 000 of another institution are done ' +
  'first', async () => {
  const besar = await orang(pengirim()), kecil = await orang(pengirim());
  const a = await kirim(besar, banyak(300000, 'b'), 'besar.csv');
  await tunggu(() => keadaan(a)[0] !== 'antri');
  const mulaiKecil = Date.now();
  const b = await kirim(kecil, banyak(20, 'k'), 'kecil.csv');
  assert.deepEqual((await selesai(b)).slice(0, 3), ['selesai', '20', '20']);
  const lama = Date.now() - mulaiKecil;
  console.log(`# 20 rows after ${lama} ms, beside 300 000: ${keadaan(a)[0]}`);
  assert.ok(lama < 10000, `${lama} ms`);
  assert.deepEqual((await selesai(a, 120000)).slice(0, 4),
    ['selesai', '300000', '300000', '0']);
  const [[x, y]] = sql(`SELECT (SELECT selesai FROM balikan_kiriman
    WHERE id = ${a}), (SELECT selesai FROM balikan_kiriman WHERE id = ${b})`);
  assert.ok(y < x, 'the small one was done first');
  jumlah(besar.lembaga);
});

test('B-06 cancelled while it is loaded: nothing of it stays', async () => {
  const l = pengirim();
  const o = await orang(l);
  await selesai(await kirim(o, csv([[nik(1), 'dulu', '', '']])));
  const id = await kirim(o, banyak(300000, 'c'), 'batal.csv');
  await tunggu(() => keadaan(id)[0] === 'muat' || keadaan(id)[0] === 'selesai',
    60000);
  const j = await o.post(`/balikan/kiriman/${id}/batal`);
  if (j.status === 303) {
    assert.equal((await selesai(id, 60000))[0], 'batal');
    assert.deepEqual(Object.entries(isi(l)).map(([n, v]) => [n, v[0]]),
      [[nik(1), 'dulu']]);
  } else {
    assert.equal(j.status, 409); // it was faster than we
  }
  jumlah(l);
});

test('B-12 after so many days the stored file, the report and what was found ' +
  'are gone; the rows stay', async () => {
  const l = pengirim();
  const o = await orang(l);
  const id = await kirim(o, csv([[nik(1), 'x', '', ''], ['1', 'y', '', '']]));
  await selesai(id);
  sql(`UPDATE balikan_kiriman SET selesai = selesai - INTERVAL 31 DAY
    WHERE id = ${id}`);
  execFileSync(join(process.env.SIFILMA_BANGUN || akar, 'cgi-bin', 'pekerja',
    'pekerja-balikan'), ['--sekali'], { env: { ...process.env,
    SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') } });
  assert.deepEqual(sql(`SELECT COALESCE(sha256, '-'), COALESCE(laporan, '-'),
    berkas_hapus IS NOT NULL FROM balikan_kiriman WHERE id = ${id}`),
  [['-', '-', '1']]);
  assert.equal(Object.keys(isi(l)).length, 1);
  assert.equal((await o.kirim('GET', `/balikan/kiriman/${id}/tolakan`)).status,
    404);
});

test('B-08 a NIK is shown nowhere, in whatever column or name it stands',
  async () => {
    const l = pengirim([['NO_CIF', 'teks', 5, 0]]);
    const o = await orang(l);
    // Columns the wrong way round; a file named by a NIK.
    const id = await kirim(o, `NIK,NO_CIF\n12345,${nik(77)}\n`,
      `data ${nik(78)}.csv`);
    await selesai(id);
    const tutup = (n) => `${n.slice(0, 4)}${'*'.repeat(10)}${n.slice(-2)}`;
    assert.deepEqual(sql(`SELECT nilai FROM balikan_tolak
      WHERE kiriman_id = ${id} AND ruas = 'NO_CIF'`), [[tutup(nik(77))]]);
    const j = await o.get(`/balikan/kiriman/${id}`);
    assert.ok(!j.teks.includes(nik(77)) && !j.teks.includes(nik(78)));
    assert.ok(j.teks.includes(`data ${tutup(nik(78))}.csv`));
    const f = await o.post('/balikan/unggah', { cara: 'sebagian' },
      { berkas: { nama: `${nik(78)}.csv`, isi: `NIK\n${nik(79)}\n` } });
    assert.equal(f.status, 303);
    semuaId.push(Number(f.lokasi.match(/[0-9]+/)[0]));
    await selesai(semuaId.at(-1));
    assert.deepEqual(sql(`SELECT nama FROM balikan_kiriman
      WHERE id = ${semuaId.at(-1)}`), [[`${tutup(nik(78))}.csv`]]);
    assert.equal(sql(`SELECT COUNT(*) FROM notifikasi
      WHERE akun_id = ${l.akun.id} AND data LIKE '%${nik(78)}%'`)[0][0], '0');
  });

test('B-12 nothing of a file is in a log', async () => {
  const l = pengirim();
  const o = await orang(l);
  const rahasia = `RHS${Date.now()}`;
  const id = await kirim(o, csv([[nik(4711), rahasia, '', ''],
    ['3171999999990001', rahasia, '', ''], [nik(1), rahasia, 'bukan', 'x']]));
  await selesai(id);
  await kirim(o, `NIK,${rahasia}\n${nik(4711)},x\n`);
  const log = join(dirVar, 'log');
  for (const f of readdirSync(log)) {
    const teks = readFileSync(join(log, f), 'utf8');
    assert.ok(!teks.includes(rahasia), f);
    assert.ok(!teks.includes(nik(4711)), f);
  }
});
