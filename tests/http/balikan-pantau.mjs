// balikan-pantau.mjs - data balikan as Ditjen's staff see it (B-15 ... B-17):
// the dashboard's figures are those of the rows, monitoring and who owes,
// searching a NIK with its purpose and its audit, the report (B-18).

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Orang, akunBaru, demo, dirVar, lembagaBaru, q, sql, unik }
  from './bantu.mjs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const angka = (teks) => Number(sql(teks)[0][0]);
const hariIni = "DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)";
const NIK = '3174010203900007';
const SUSUN = "UNHEX('1F')";
const o = {};

/** A sending of an institution with rows of the NIK, as the loader writes. */
function kiriman(lembaga, akun, versi, isi, hari = 0) {
  const id = angka(`INSERT INTO balikan_kiriman (lembaga_id, akun_id, sumber,
    versi_id, tanggal, status, baris, diterima, ditolak, dibuat, selesai)
    VALUES (${lembaga}, ${akun}, 'berkas', ${versi},
    ${hariIni} - INTERVAL ${hari} DAY, 'selesai', 4, 1, 3,
    UTC_TIMESTAMP() - INTERVAL ${hari} DAY,
    UTC_TIMESTAMP() - INTERVAL ${hari} DAY) RETURNING id`);
  sql(`INSERT INTO balikan (lembaga_id, nik, kiriman_id, isi) VALUES
    (${lembaga}, ${NIK}, ${id}, CONCAT_WS(${SUSUN}, ${isi.map(q).join(',')}))`);
  // The index knows a regency's NIKs by fingerprint; NULL is "always look".
  for (const [n, nol] of [[4, 1e4], [6, 1e2], [8, 1]])
    sql(`INSERT IGNORE INTO balikan_jejak (blok, lembaga_id, jumlah, sidik)
      VALUES (${Number(NIK.slice(0, n)) * nol}, ${lembaga}, 1, NULL)`);
  sql(`INSERT INTO balikan_lembaga (lembaga_id, baris, kiriman_id, terakhir)
    VALUES (${lembaga}, 1, ${id}, UTC_TIMESTAMP() - INTERVAL ${hari} DAY)`);
  sql(`INSERT INTO balikan_harian (tanggal, lembaga_id, sumber, diterima,
    ditolak) VALUES (${hariIni} - INTERVAL ${hari} DAY, ${lembaga}, 'berkas',
    1, 3)`);
  return id;
}

function versi(lembaga, akun, nama) {
  const id = angka(`INSERT INTO balikan_versi (lembaga_id, nomor, akun_id,
    dibuat) VALUES (${lembaga}, 1, ${akun}, UTC_TIMESTAMP()) RETURNING id`);
  nama.forEach((n, i) => sql(`INSERT INTO balikan_ruas (versi_id, urutan, nama,
    jenis, panjang, wajib) VALUES (${id}, ${i + 1}, ${q(n)}, 'teks', 30, 0)`));
  return id;
}

before(async () => {
  o.satu = akunBaru('pengguna', lembagaBaru('bhi-pusat'));
  o.dua = akunBaru('pengguna', lembagaBaru('kementerian'));
  o.v1 = versi(o.satu.lembaga, o.satu.id, ['NO_CIF', 'CATATAN']);
  o.v2 = versi(o.dua.lembaga, o.dua.id, ['NO_PESERTA']);
  o.k1 = kiriman(o.satu.lembaga, o.satu.id, o.v1, ['CIF-1', '<b>&"x']);
  o.k2 = kiriman(o.dua.lembaga, o.dua.id, o.v2, ['P-2'], 200);
  o.admin = await Orang.masuk(demo('admin'));
  o.pejabat = await Orang.masuk(demo('pejabat'));
  o.pengguna = await Orang.masuk(o.satu);
});

test('B-15 the dashboard: figures of the totals, seven days, top and last', async () => {
  const d = await o.admin.get('/balikan');
  assert.equal(d.status, 200);
  assert.equal(Number(d.nilai('//ringkas/@baris')),
    angka('SELECT SUM(baris) FROM balikan_lembaga'));
  assert.equal(Number(d.nilai('//ringkas/@semua')), angka(`SELECT
    SUM(diterima + diperbarui + tetap + ditolak) FROM balikan_harian
    WHERE tanggal = ${hariIni}`));
  assert.equal(Number(d.nilai('//ringkas/@lembaga')),
    angka('SELECT COUNT(*) FROM balikan_lembaga WHERE baris > 0'));
  assert.equal(Number(d.nilai('count(//hari-hari/hari)')), 7);
  assert.equal(Number(d.nilai('sum(//hari-hari/hari/@semua)')), angka(`SELECT
    SUM(diterima + diperbarui + tetap + ditolak) FROM balikan_harian
    WHERE tanggal > ${hariIni} - INTERVAL 7 DAY`));
  for (const s of ['berkas', 'formulir', 'layanan'])
    assert.equal(Number(d.nilai(
      `//grafik[@nama = "sumber"]/batang[@sumber = "${s}"]/@nilai`)),
    angka(`SELECT COALESCE(SUM(diterima + diperbarui + tetap + ditolak), 0)
      FROM balikan_harian WHERE sumber = '${s}'
      AND tanggal > ${hariIni} - INTERVAL 7 DAY`), s);
  const h = await o.admin.html('/balikan');
  for (const x of ['Berkas', 'Formulir', 'Layanan web'])
    assert.ok(h.teks.includes(`<span class="grafik-label">${x}</span>`), x);
  assert.ok(Number(d.nilai('count(//terbanyak/lembaga)')) <= 10);
  assert.equal(d.nilai(`//terbaru/lembaga[@id = ${o.satu.lembaga}]/@kiriman`),
    String(o.k1));
});

test('B-15 an institution has its own overview at the same address', async () => {
  const d = await o.pengguna.get('/balikan');
  assert.equal(d.status, 200);
  assert.equal(Number(d.nilai('count(//ringkas)')), 0);
  assert.equal(d.nilai('//ikhtisar/@baris'), '1');
});

test('B-16 monitoring: search, order, page after page, file', async () => {
  const kode = sql(`SELECT kode FROM lembaga WHERE id = ${o.satu.lembaga}`)[0][0];
  let d = await o.pejabat.get(`/balikan/pantau?cari=${kode}`);
  assert.equal(d.nilai('count(//baris)'), '1');
  assert.equal(d.nilai('//baris/@baris'), '1');
  const semua = angka(`SELECT COUNT(*) FROM lembaga WHERE aktif
    AND jenis NOT IN ('produsen', 'ditjen')`);
  for (const urut of ['nama', 'baris', 'terakhir'])
    for (const arah of ['naik', 'turun']) {
      const lihat = new Set();
      let ke = `/balikan/pantau?urut=${urut}&arah=${arah}&per=100`;
      for (let i = 0; ke && i < 200; i++) {
        d = await o.admin.get(ke);
        assert.equal(d.status, 200);
        assert.equal(Number(d.nilai('//daftar/@total')), semua);
        for (const { value: id } of d.semua('//daftar/baris/@id')) {
          assert.ok(!lihat.has(id), `${urut} ${arah}: ${id} twice`);
          lihat.add(id);
        }
        ke = d.nilai('//daftar/@berikut');
      }
      assert.equal(lihat.size, semua, `${urut} ${arah}`);
    }
  const berkas = await o.admin.get(`/balikan/pantau/unduh/csv?cari=${kode}`);
  assert.match(berkas.teks, new RegExp(`^.?${kode},`, 'm'));
});

test('B-16 one institution: months, sources, parameters; 404 for a producer', async () => {
  const d = await o.admin.get(`/balikan/pantau/${o.satu.lembaga}`);
  assert.equal(d.status, 200);
  assert.equal(d.nilai('count(//grafik/batang)'), '12');
  assert.equal(d.nilai('//sumber/baris[@sumber = "berkas"]/@ditolak'), '3');
  assert.equal(d.nilai('count(//parameter/ruas)'), '2');
  const produsen = angka("SELECT id FROM lembaga WHERE jenis = 'produsen' LIMIT 1");
  assert.equal((await o.admin.get(`/balikan/pantau/${produsen}`)).status, 404);
});

test('B-16 who owes: readers in use and nothing sent for so many months', async () => {
  const ada = async (bulan) => (await o.admin.get(
    `/balikan/tunggakan?bulan=${bulan}&per=100&cari=${kode2}`))
    .nilai('count(//daftar/baris)') === '1';
  const kode2 = sql(`SELECT kode FROM lembaga WHERE id = ${o.dua.lembaga}`)[0][0];
  assert.equal(await ada(3), false, 'no reader: owes nothing');
  sql(`INSERT INTO pembaca_total (kab, lembaga_id, fungsi, jumlah, lintang,
    bujur) VALUES ('3174', ${o.dua.lembaga}, 'R', 5, 0, 0)`);
  assert.equal(await ada(3), true);
  assert.equal(await ada(12), false, 'sent 200 days ago');
  assert.equal((await o.admin.get('/balikan/tunggakan?bulan=abc')).status, 200);
  sql(`DELETE FROM pembaca_total WHERE lembaga_id = ${o.dua.lembaga}`);
});

test('B-16 who never sent owes once it is old enough, and is told', async () => {
  const baru = akunBaru('pengguna', lembagaBaru('bhi-pusat'));
  const kode = sql(`SELECT kode FROM lembaga WHERE id = ${baru.lembaga}`)[0][0];
  const orang = await Orang.masuk(baru);
  const terdaftar = async (bulan) => (await o.admin.get(
    `/balikan/tunggakan?bulan=${bulan}&cari=${kode}`))
    .nilai('count(//daftar/baris)') === '1';
  const diberitahu = async () => {
    const d = await orang.get('/balikan');
    assert.equal(d.nilai('/halaman/lanjut/@kode'), 'parameter');
    return d.nilai('count(/halaman/tunggakan)') === '1';
  };
  sql(`INSERT INTO pembaca_total (kab, lembaga_id, fungsi, jumlah, lintang,
    bujur) VALUES ('3174', ${baru.lembaga}, 'R', 2, 0, 0)`);
  assert.equal(await terdaftar(1), false, 'made just now');
  assert.equal(await diberitahu(), false);
  sql(`UPDATE lembaga SET dibuat = UTC_TIMESTAMP(3) - INTERVAL 5 MONTH
    WHERE id = ${baru.lembaga}`);
  assert.equal(await terdaftar(3), true);
  assert.equal(await terdaftar(24), false);
  assert.equal(await diberitahu(), true);
  assert.match((await orang.html('/balikan')).teks, /belum ada kiriman yang/);
  sql(`INSERT INTO balikan_lembaga (lembaga_id, terakhir)
    VALUES (${baru.lembaga}, UTC_TIMESTAMP(3) - INTERVAL 4 MONTH)`);
  assert.equal(await terdaftar(3), true);
  assert.match((await orang.html('/balikan')).teks, /selama lebih dari 3 bulan/);
  sql(`DELETE FROM pembaca_total WHERE lembaga_id = ${baru.lembaga}`);
  assert.equal(await diberitahu(), false, 'without readers nothing is owed');
  sql(`DELETE FROM balikan_lembaga WHERE lembaga_id = ${baru.lembaga}`);
});

test('B-17 a NIK: identity, what each sent, in the audit log with its purpose', async () => {
  sql(`INSERT INTO penduduk (nik, no_kk, nama, tempat_lahir, tanggal_lahir,
    jenis_kelamin, alamat, wilayah_kode, status) VALUES (${NIK},
    3174010203900100, 'Uji Penduduk', 'Jakarta', '1990-03-02', 'L',
    'Jl. Uji 1', (SELECT MIN(kode) FROM wilayah WHERE kode LIKE '317401____'),
    'hidup') ON DUPLICATE KEY UPDATE nama = nama`);
  const perlu = `Pengaduan ${unik()}`;
  const d = await o.pejabat.post('/balikan/penduduk',
    { nik: NIK, keperluan: perlu });
  assert.equal(d.status, 200);
  assert.equal(d.nilai('//identitas/@nama'), 'Uji Penduduk');
  const milik = (id) => `//temuan/lembaga[@id = ${id}]`;
  assert.equal(d.nilai(`${milik(o.satu.lembaga)}/nilai[@nama = "NO_CIF"]`),
    'CIF-1');
  assert.equal(d.nilai(`${milik(o.satu.lembaga)}/nilai[@nama = "CATATAN"]`),
    '<b>&"x');
  assert.equal(d.nilai(`${milik(o.dua.lembaga)}/nilai[@nama = "NO_PESERTA"]`),
    'P-2');
  assert.equal(d.nilai('//temuan/@nik'), '3174**********07');
  const catat = sql(`SELECT tindakan, objek, rincian, akun_id FROM audit
    WHERE rincian LIKE ${q(`%${perlu}%`)}`);
  assert.equal(catat.length, 1);
  assert.equal(catat[0][0], 'balikan-dicari');
  assert.ok(!catat[0][2].includes(NIK), 'no NIK in the audit log');
  assert.match(catat[0][2], /sidik [0-9a-f]{16}/);
  for (const f of readdirSync(join(dirVar, 'log')))
    assert.ok(!readFileSync(join(dirVar, 'log', f), 'latin1').includes(NIK),
      `no NIK in ${f}`);
});

test('B-17 bad input searches nothing and keeps what was typed', async () => {
  const n = () => angka("SELECT COUNT(*) FROM audit WHERE tindakan = 'balikan-dicari'");
  const awal = n();
  for (const [nik, kode] of [['', 'wajib'], ['123', 'nik-panjang'],
    ['3174010203900000', 'nik-nol'], ['3174013203900001', 'nik-tanggal'],
    ['3174010213900001', 'nik-bulan'], ['0074010203900001', 'nik-provinsi'],
    ['31740102039000O7', 'nik-angka']]) {
    const d = await o.admin.post('/balikan/penduduk',
      { nik, keperluan: 'Pengaduan warga' });
    assert.equal(d.status, 422, nik);
    assert.equal(d.nilai('//galat[@ruas = "nik"]/@kode'), kode, nik);
    assert.equal(d.nilai('//isian/ruas[@nama = "nik"]'), nik);
  }
  const d = await o.admin.post('/balikan/penduduk', { nik: NIK, keperluan: 'x' });
  assert.equal(d.status, 422);
  assert.equal(n(), awal);
  assert.equal((await o.pengguna.get('/balikan/penduduk')).status, 403);
  assert.equal((await o.pengguna.get(`/balikan/pantau/${o.dua.lembaga}`)).status, 403);
});

test('B-18 the report: rows by period, institution, kind, source', async () => {
  const kode = sql(`SELECT kode FROM lembaga WHERE id = ${o.satu.lembaga}`)[0][0];
  for (const per of ['bulan', 'hari', 'tahun', 'lembaga', 'jenis', 'sumber']) {
    const d = await o.admin.get(`/laporan/balikan?per=${per}&lembaga=${kode}`);
    assert.equal(d.status, 200, per);
    assert.equal(d.nilai('//laporan/jumlah/n[1]'), '4', per);
    assert.equal(d.nilai('//laporan/jumlah/n[5]'), '3', per);
  }
  const punya = await o.pengguna.get('/laporan/balikan');
  assert.equal(punya.nilai('//laporan/jumlah/n[1]'), '4');
  for (const jenis of ['csv', 'xlsx', 'pdf'])
    assert.equal((await o.admin.get(`/laporan/balikan/unduh/${jenis}?lembaga=${kode}`))
      .status, 200, jenis);
});
