// balikan-kiriman.mjs - sendings of data balikan as people see them: rights,
// list and files, report, cancelling and taking back (B-06, B-08).  What the
// workers write is put in place here; balikan-muat.mjs has them do it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Orang, akunBaru, kunci, lembagaBaru, q, sql, unik }
  from './bantu.mjs';

let bank, lain, admin, pejabat, idBank, idLain, jagaBank, jagaLain, nama;
const lembaga = [];

/** A sending in some state; its id. */
function kiriman(lembaga, akun, isi = {}) {
  const k = { sumber: 'berkas', status: 'selesai', cara: 'sebagian',
    nama: `${unik('nasabah-')}.csv`, bytes: 1000, dibaca: 1000, baris: 10,
    diterima: 5, diperbarui: 2, tetap: 1, ditolak: 2, ...isi };
  const n = Object.keys(k);
  return Number(sql(`INSERT INTO balikan_kiriman (lembaga_id, akun_id,
    tanggal, dibuat, ${n.join(', ')}) VALUES (${lembaga}, ${akun},
    UTC_DATE(), UTC_TIMESTAMP(3), ${n.map((x) => q(k[x])).join(', ')});
    SELECT LAST_INSERT_ID();`)[0][0]);
}

/**
 * A sending that somebody has, for ever: the workers take the files of an
 * institution one after another, so they leave those after it alone.
 */
function jaga(lembaga, akun) {
  return kiriman(lembaga, akun, { status: 'periksa', baris: 0,
    diterima: 0, diperbarui: 0, tetap: 0, ditolak: 0,
    sewa: '2099-01-01 00:00:00' });
}

/** Parameters of an institution. */
function parameter(lembaga, akun, ...ruas) {
  sql(`INSERT INTO balikan_versi (lembaga_id, nomor, akun_id, dibuat)
    VALUES (${lembaga}, 1, ${akun}, UTC_TIMESTAMP(3));
    SET @v = LAST_INSERT_ID();` + ruas.map((r, i) => `INSERT INTO balikan_ruas
    (versi_id, urutan, nama, jenis, panjang, wajib)
    VALUES (@v, ${i + 1}, ${q(r)}, 'teks', 20, 1);`).join(''));
}

const status = (id) => sql(`SELECT status FROM balikan_kiriman
  WHERE id = ${id}`)[0][0];
const ada = (j) => j.semua('/halaman/daftar/baris')
  .map((b) => Number(b.getAttribute('id')));

before(async () => {
  nama = unik('Bank Balikan & <1> ');
  idBank = lembagaBaru('bhi-pusat', nama);
  idLain = lembagaBaru('bhi-pusat');
  const ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  lain = await orang('dinas', idLain);
  admin = await orang('admin', ditjen);
  pejabat = await orang('pejabat', ditjen);
  jagaBank = jaga(idBank, bank.akun.id);
  jagaLain = jaga(idLain, lain.akun.id);
  lembaga.push(idBank, idLain);
});

// What stands in no maintained total is not left behind.
after(() => {
  const milik = `lembaga_id IN (${lembaga.join(', ')})`;
  for (const t of ['balikan_tolak', 'balikan_tolak_total'])
    sql(`DELETE FROM ${t} WHERE kiriman_id IN
      (SELECT id FROM balikan_kiriman WHERE ${milik})`);
  sql(`DELETE FROM balikan_kiriman WHERE ${milik};
    DELETE FROM balikan_lembaga WHERE ${milik};
    DELETE FROM pembaca_total WHERE ${milik}`);
});

test('overview: the next step follows what was sent', async () => {
  const id = lembagaBaru('bhi-pusat');
  const o = await Orang.masuk(akunBaru('pengguna', id));
  lembaga.push(id);
  const lanjut = async () => {
    const j = await o.get('/balikan');
    assert.equal(j.status, 200);
    assert.equal((await o.html('/balikan')).status, 200);
    return j.nilai('/halaman/lanjut/@kode');
  };
  assert.equal(await lanjut(), 'parameter');
  parameter(id, o.akun.id, 'NO_CIF', 'NO_HP');
  assert.equal(await lanjut(), 'kirim');
  const j = await o.get('/balikan');
  assert.deepEqual(j.semua('/halaman/ikhtisar/kolom')
    .map((k) => k.getAttribute('nama')), ['NO_CIF', 'NO_HP']);
  const k = kiriman(id, o.akun.id, { status: 'periksa',
    sewa: '2099-01-01 00:00:00' });
  assert.equal(await lanjut(), 'jalan');
  sql(`UPDATE balikan_kiriman SET status = 'gagal', galat = 'kosong'
    WHERE id = ${k}`);
  assert.equal(await lanjut(), 'gagal');
  kiriman(id, o.akun.id);
  assert.equal(await lanjut(), 'ditolak');
  kiriman(id, o.akun.id, { ditolak: 0 });
  sql(`INSERT INTO balikan_lembaga (lembaga_id, baris, terakhir)
    VALUES (${id}, 8, UTC_TIMESTAMP(3) - INTERVAL 1 DAY)`);
  assert.equal(await lanjut(), 'lengkap');
  sql(`UPDATE balikan_lembaga SET terakhir = UTC_TIMESTAMP(3) -
    INTERVAL 100 DAY WHERE lembaga_id = ${id}`);
  assert.equal(await lanjut(), 'lengkap', 'without readers it owes nothing');
  sql(`INSERT INTO pembaca_total (kab, lembaga_id, fungsi, jumlah, lintang,
    bujur) VALUES ('3174', ${id}, 'R', 1, 0, 0)`);
  assert.equal(await lanjut(), 'tunggak');
});

test('B-06 list: one\'s own; Ditjen\'s all; filters; files', async () => {
  const a = kiriman(idBank, bank.akun.id);
  const b = kiriman(idBank, bank.akun.id, { status: 'gagal',
    galat: 'kolom-asing', galat_rinci: 'ALAMAT' });
  const c = kiriman(idBank, bank.akun.id, { sumber: 'formulir', nama: null,
    ditolak: 0 });
  const d = kiriman(idLain, lain.akun.id);
  let j = await bank.get('/balikan/kiriman?per=100');
  assert.deepEqual(ada(j).filter((x) => [a, b, c, d].includes(x)), [c, b, a]);
  assert.deepEqual(ada(await bank.get('/balikan/kiriman?status=gagal&per=100'))
    .filter((x) => [a, b, c].includes(x)), [b]);
  j = await bank.get('/balikan/kiriman?sumber=formulir&per=100');
  assert.deepEqual(ada(j), [c]);
  assert.equal(j.nilai('/halaman/daftar/saring/@nilai'), 'formulir');
  // No such filter value: as if it were not there.
  assert.ok(ada(await bank.get('/balikan/kiriman?status=x&sumber=y'))
    .includes(a));
  for (const o of [admin, pejabat]) {
    j = await o.get('/balikan/kiriman?per=100');
    assert.ok(ada(j).includes(d) && ada(j).includes(a));
    assert.equal(j.nilai(`/halaman/daftar/baris[@id = ${a}]/@lembaga`), nama);
  }
  const [[kode]] = sql(`SELECT kode FROM lembaga WHERE id = ${idLain}`);
  j = await admin.get(`/balikan/kiriman?lembaga=${kode}`);
  assert.deepEqual(ada(j), [d, jagaLain]);
  // An institution cannot ask for another's.
  j = await bank.get(`/balikan/kiriman?lembaga=${kode}&per=100`);
  assert.ok(!ada(j).includes(d) && ada(j).includes(a));
  j = await bank.get('/balikan/kiriman?lembaga=abc&per=100');
  assert.equal(j.status, 200);
  // Page by page nothing is lost or doubled.
  for (let i = 0; i < 22; i++) kiriman(idBank, bank.akun.id);
  const semua = [];
  for (let u = '/balikan/kiriman?per=10'; u;) {
    j = await bank.get(u);
    semua.push(...ada(j));
    u = j.nilai('/halaman/daftar/@berikut');
  }
  assert.deepEqual(semua, [...new Set(semua)].sort((x, y) => y - x));
  // And the oldest first, there and back.
  const naik = [];
  let akhir;
  for (let u = '/balikan/kiriman?per=10&arah=naik'; u;) {
    j = await bank.get(u);
    naik.push(...ada(j));
    akhir = j.nilai('/halaman/daftar/@sebelum');
    u = j.nilai('/halaman/daftar/@berikut');
  }
  assert.deepEqual(naik, [...semua].reverse());
  const sisa = ada(j).length;
  assert.deepEqual(ada(await bank.get(akhir)),
    naik.slice(-sisa - 10, -sisa));

  j = await bank.get('/balikan/kiriman/unduh/csv?status=gagal');
  assert.equal(j.status, 200);
  assert.match(j.teks, new RegExp(`^\\ufeff?No\\. Kiriman[^\\n]*\\n${b}[,;]`));
  assert.ok(!j.teks.includes(`\n${d}`));
  j = await bank.get('/balikan/kiriman/unduh/xlsx');
  assert.equal(j.isi.subarray(0, 2).toString(), 'PK');
  assert.equal((await bank.get('/balikan/kiriman/unduh/pdf')).status, 404);
  assert.equal((await bank.html('/balikan/kiriman')).status, 200);
  assert.equal((await admin.html('/balikan/kiriman')).status, 200);
});

test('B-06 list: what it is searched for, days, mistyped filters', async () => {
  const kata = unik('cari').slice(-8);
  const a = kiriman(idBank, bank.akun.id, { nama: `a_${kata}%.csv` });
  const b = kiriman(idBank, bank.akun.id, { nama: `b_${kata}.csv` });
  sql(`UPDATE balikan_kiriman SET tanggal = IF(id = ${a}, '2024-02-03',
    '2024-02-05') WHERE id IN (${a}, ${b})`);
  const lihat = async (tanya, o = bank) =>
    ada(await o.get(`/balikan/kiriman?per=100&${tanya}`));
  assert.deepEqual(await lihat(`cari=${kata}`), [b, a]);
  assert.deepEqual(await lihat(`cari=${kata}`, lain), [], 'not others\'');
  assert.deepEqual(await lihat(`cari=${kata}%25`), [a], '% is a letter');
  assert.ok((await lihat(`cari=${a}`)).includes(a), 'by its number');
  assert.deepEqual(await lihat(`cari=${kata}&tgl-dari=2024-02-04`), [b]);
  assert.deepEqual(await lihat(`cari=${kata}&tgl-sampai=2024-02-04`), [a]);
  assert.deepEqual(await lihat(
    `cari=${kata}&tgl-dari=2024-02-03&tgl-sampai=2024-02-05`), [b, a]);
  let j = await bank.get(`/balikan/kiriman?cari=${kata}&tgl-dari=2024-02-04`);
  assert.equal(j.nilai('/halaman/daftar/@total'), '1');
  assert.deepEqual(j.semua('/halaman/daftar/saring')
    .map((x) => x.getAttribute('nama')), ['cari', 'tgl-dari']);
  j = await bank.get('/balikan/kiriman/unduh/csv' +
    `?cari=${kata}&tgl-dari=2024-02-04`);
  assert.match(j.teks, new RegExp(`\n${b}[,;]`));
  assert.ok(!new RegExp(`\n${a}[,;]`).test(j.teks));
  for (const [tanya, galat, isi] of [
    ['lembaga=999999', { lembaga: 'tidak-ada' }, '999999'],
    ['lembaga=abc', { lembaga: 'tidak-ada' }, 'abc'],
    ['tgl-dari=kemarin', { 'tgl-dari': 'tanggal' }, 'kemarin'],
    ['tgl-dari=2024-02-05&tgl-sampai=2024-02-04',
      { 'tgl-sampai': 'sebelum-awal' }, '2024-02-04']]) {
    for (const x of [`/balikan/kiriman?status=gagal&${tanya}`,
      `/balikan/kiriman/unduh/csv?status=gagal&${tanya}`]) {
      j = await admin.get(x);
      assert.equal(j.status, 422, x);
      assert.deepEqual(j.galat, galat, x);
      assert.deepEqual(ada(j), [], x);
    }
    const h = await admin.html(`/balikan/kiriman?status=gagal&${tanya}`);
    assert.equal(h.status, 422);
    assert.match(h.teks, /<title>Galat: /);
    assert.ok(h.teks.includes(`value="${isi}"`), tanya);
    assert.match(h.teks, /<option value="gagal" selected/);
  }
});

test('another institution\'s sending is not there', async () => {
  const id = kiriman(idBank, bank.akun.id, { laporan: 'a'.repeat(64) });
  for (const akhir of ['', '/tolakan', '/batal', '/urungkan'])
    assert.equal((await lain.get(`/balikan/kiriman/${id}${akhir}`)).status,
      404, akhir);
  for (const aksi of ['batal', 'urungkan'])
    assert.equal((await lain.post(`/balikan/kiriman/${id}/${aksi}`)).status,
      404);
  assert.equal(status(id), 'selesai');
  // Staff read it, but do not get the rows, which have whole NIKs.
  assert.equal((await admin.get(`/balikan/kiriman/${id}`)).status, 200);
  assert.equal((await admin.get(`/balikan/kiriman/${id}/tolakan`)).status, 403);
  assert.equal((await admin.get(`/balikan/kiriman/${id}`))
    .semua('/halaman/balikan/boleh').length, 0);
});

test('B-06 progress: figures, speed, time left, and only it', async () => {
  const id = kiriman(idBank, bank.akun.id, { status: 'periksa', bytes: 4000,
    dibaca: 1000, baris: 100, diterima: 0, diperbarui: 0, tetap: 0,
    ditolak: 3 });
  sql(`UPDATE balikan_kiriman SET mulai = UTC_TIMESTAMP(3) - INTERVAL 10 SECOND
    WHERE id = ${id}`);
  const b = '/halaman/balikan';
  let j = await bank.get(`/balikan/kiriman/${id}`);
  assert.equal(j.nilai(`${b}/@berjalan`), 'ya');
  assert.equal(j.nilai(`${b}/maju/@persen`), '25');
  const laju = Number(j.nilai(`${b}/maju/@laju`));
  assert.ok(laju >= 5 && laju <= 10, `${laju} rows/s`);
  const sisa = Number(j.nilai(`${b}/maju/@sisa-detik`));
  assert.ok(sisa >= 29 && sisa <= 60, `${sisa} s`);
  let h = await bank.html(`/balikan/kiriman/${id}`);
  assert.match(h.teks, /data-hidup="\/balikan\/kiriman\/\d+\?hidup=ya"/);
  assert.match(h.teks, /<noscript>.*Muat ulang halaman ini.*<\/noscript>/s);
  h = await bank.html(`/balikan/kiriman/${id}?hidup=ya`);
  assert.equal(h.status, 200);
  assert.match(h.teks, /<section[^>]*id="maju"[^>]*data-hidup=|data-hidup="[^"]*"[^>]*id="maju"/);
  assert.doesNotMatch(h.teks, /<main|<nav/);
  assert.match(h.teks, /25 %/);

  sql(`UPDATE balikan_kiriman SET status = 'muat', dibaca = bytes, diterima = 40,
    mulai_muat = UTC_TIMESTAMP(3) - INTERVAL 4 SECOND WHERE id = ${id}`);
  j = await bank.get(`/balikan/kiriman/${id}`);
  assert.equal(j.nilai(`${b}/maju/@semua`), '97');
  assert.equal(j.nilai(`${b}/maju/@persen`), '41');
  // One that waits tells how many are before it.
  const dua = kiriman(idBank, bank.akun.id, { status: 'antri', baris: 0,
    diterima: 0, diperbarui: 0, tetap: 0, ditolak: 0 });
  j = await bank.get(`/balikan/kiriman/${dua}`);
  assert.equal(j.nilai(`${b}/@antrean`), '2');
  assert.ok(dua > jagaBank);
  sql(`UPDATE balikan_kiriman SET status = 'batal' WHERE id = ${dua};
    UPDATE balikan_kiriman SET status = 'selesai' WHERE id = ${id}`);
  h = await bank.html(`/balikan/kiriman/${id}?hidup=ya`);
  assert.doesNotMatch(h.teks, /data-hidup/);
});

test('B-08 report: the file, reasons, rows, warnings', async () => {
  parameter(idBank, bank.akun.id, 'NO_CIF', 'NO_HP');
  let id = kiriman(idBank, bank.akun.id, { status: 'gagal',
    galat: 'kolom-asing',
    galat_rinci: 'ALAMAT, KOTA\nNIK, NO_CIF, NO_HP\nNO_HP', baris: 0, diterima: 0,
    diperbarui: 0, tetap: 0, ditolak: 0 });
  let j = await bank.get(`/balikan/kiriman/${id}`);
  assert.equal(j.nilai('/halaman/balikan/rusak/@kode'), 'kolom-asing');
  assert.equal(j.nilai('/halaman/balikan/rusak/@kurang'), 'NO_HP');
  let h = await bank.html(`/balikan/kiriman/${id}`);
  assert.match(h.teks, /<dd>ALAMAT, KOTA</);
  assert.match(h.teks, /<dd>NO_HP</);
  assert.match(h.teks, /NIK, NO_CIF, NO_HP/);

  id = kiriman(idBank, bank.akun.id, { ditolak: 3 });
  sql(`INSERT INTO balikan_tolak (kiriman_id, urut, baris, ruas, nilai, kode)
    VALUES (${id}, 1, 2, 'NIK', '3,17401E+15', 'nik-ilmiah'),
    (${id}, 2, 7, 'NO_CIF', '<script>alert(1)</script>', 'terlalu-panjang'),
    (${id}, 3, 9, 'NIK', '3204••••••••••00', 'nik-nol');
    INSERT INTO balikan_tolak_total (kiriman_id, ruas, kode, jumlah) VALUES
    (${id}, 'NIK', 'nik-ilmiah', 1), (${id}, 'NO_CIF', 'terlalu-panjang', 2),
    (${id}, 'NIK', '?kabupaten', 9)`);
  j = await bank.get(`/balikan/kiriman/${id}`);
  assert.deepEqual(j.semua('/halaman/balikan/sebab')
    .map((s) => s.getAttribute('kode')),
  ['terlalu-panjang', 'nik-ilmiah', '?kabupaten']);
  assert.deepEqual(j.semua('/halaman/balikan/salah')
    .map((s) => s.getAttribute('nomor')), ['2', '7', '9']);
  h = await bank.html(`/balikan/kiriman/${id}`);
  assert.match(h.teks, /&lt;script&gt;alert/);
  assert.match(h.teks, /Excel merusak NIK/);
  assert.match(h.teks, /Peringatan/);
  // Every code of the contract has its own words.
  const kode = ['kosong', 'nik-panjang', 'nik-angka', 'nik-nol',
    'nik-pemisah', 'nik-provinsi', 'nik-tanggal', 'nik-bulan', 'nik-bulat', 'nik-ilmiah',
    'wajib', 'terlalu-panjang', 'angka', 'tanggal', 'telepon', 'pilihan',
    'pola', 'sel-lebih', 'karakter', 'bulat', 'ilmiah', 'kutip',
    'baris-panjang', 'nik-potong', 'ganti-baris', '?kabupaten', '?kecamatan',
    '?ribuan', '?bulat', '?kolom-kurang', '?versi-lama'];
  sql(`DELETE FROM balikan_tolak_total WHERE kiriman_id = ${id};
    INSERT INTO balikan_tolak_total (kiriman_id, ruas, kode, jumlah) VALUES
    ${kode.map((k) => `(${id}, '', ${q(k)}, 1)`).join(', ')}`);
  h = await bank.html(`/balikan/kiriman/${id}`);
  for (const k of kode)
    assert.ok(!h.teks.includes(`>${k}<`), `no words for ${k}`);
  const berkas = ['jenis', 'utf16', 'rusak', 'kosong', 'kolom-kurang',
    'kolom-ganda', 'kolom-asing', 'nik-tiada', 'tanpa-parameter',
    'terlalu-banyak-baris', 'berat', 'ada-yang-ditolak', 'hilang'];
  for (const k of berkas) {
    sql(`UPDATE balikan_kiriman SET status = 'gagal', galat = ${q(k)}
      WHERE id = ${id}`);
    h = await bank.html(`/balikan/kiriman/${id}`);
    assert.doesNotMatch(h.teks, /Berkas tidak dapat dikerjakan\./, k);
  }
});

test('B-07 what Excel did is told wherever there is a sign of it', async () => {
  const id = kiriman(idBank, bank.akun.id);
  for (const [kode, ada] of [['nik-nol', true], ['nik-potong', true],
    ['nik-bulat', true], ['bulat', true], ['?bulat', true], ['wajib', false],
    ['nik-panjang', false], ['?kabupaten', false]]) {
    sql(`DELETE FROM balikan_tolak_total WHERE kiriman_id = ${id};
      INSERT INTO balikan_tolak_total (kiriman_id, ruas, kode, jumlah)
      VALUES (${id}, 'NIK', ${q(kode)}, 3), (${id}, 'NIK', 'kosong', 1)`);
    const h = await bank.html(`/balikan/kiriman/${id}`);
    assert.equal((h.teks.match(/Excel merusak NIK/g) || []).length,
      ada ? 1 : 0, kode);
  }
});

test('B-08 warnings: the rows to look at, the columns that became empty',
  async () => {
    const id = kiriman(idBank, bank.akun.id);
    const [[v]] = sql(`SELECT id FROM balikan_versi
      WHERE lembaga_id = ${idBank}`);
    sql(`UPDATE balikan_kiriman SET versi_id = ${v}, berlaku = 4
      WHERE id = ${id};
      INSERT INTO balikan_tolak_total (kiriman_id, ruas, kode, jumlah, nomor)
      VALUES (${id}, 'NIK', '?kabupaten', 2, '7 1203'),
      (${id}, 'NIK', '?bulat', 900, '2 3 4'),
      (${id}, 'NO_HP', '?kolom-kurang', 900, NULL),
      (${id}, '', '?versi-lama', 900, NULL)`);
    const j = await bank.get(`/balikan/kiriman/${id}`);
    assert.deepEqual(j.semua(
      '/halaman/balikan/sebab[@kode = "?kabupaten"]/di')
      .map((d) => d.getAttribute('nomor')), ['7', '1203']);
    const { teks } = await bank.html(`/balikan/kiriman/${id}`);
    assert.match(teks, /Baris 7, 1\.203\./);
    assert.match(teks, /3 baris pertama: 2, 3, 4\./);
    assert.match(teks, /<td[^>]*>NO_HP<\/td>\s*<td[^>]*>Kolom ini tidak ada/);
    assert.match(teks, /versi 1, padahal yang berlaku versi 4/);
  });

test('B-06 cancelling: at once before loading, taken back while', async () => {
  for (const [dari, ke] of [['antri', 'batal'], ['periksa', 'batal'],
    ['muat', 'urung']]) {
    const id = kiriman(idBank, bank.akun.id, { status: dari });
    const u = `/balikan/kiriman/${id}/batal`;
    assert.equal((await bank.get(u)).status, 200);
    assert.equal((await bank.html(u)).status, 200);
    const k = kunci();
    const j = await bank.post(u, { kunci: k });
    assert.equal(j.status, 303);
    assert.equal(j.lokasi, `/balikan/kiriman/${id}`);
    assert.equal(status(id), ke);
    // Sent twice it acts once.
    assert.equal((await bank.post(u, { kunci: k })).status, 303);
    assert.equal((await bank.post(u)).status, 409);
    assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek = 'balikan' AND
      tindakan = 'balikan-dibatalkan' AND objek_id = ${id}`)[0][0], '1');
    // The worker ends it; in the way of nothing below.
    sql(`UPDATE balikan_kiriman SET status = 'batal' WHERE id = ${id}`);
  }
});

test('states: 409', async () => {
  const pasang = [['selesai', 'batal'], ['gagal', 'batal'], ['batal', 'batal'],
    ['urung', 'batal'], ['diurungkan', 'batal'], ['antri', 'urungkan'],
    ['periksa', 'urungkan'], ['muat', 'urungkan'], ['gagal', 'urungkan'],
    ['batal', 'urungkan'], ['urung', 'urungkan'], ['diurungkan', 'urungkan']];
  const id = kiriman(idLain, lain.akun.id);
  for (const [s, aksi] of pasang) {
    sql(`UPDATE balikan_kiriman SET status = ${q(s)} WHERE id = ${id}`);
    const u = `/balikan/kiriman/${id}/${aksi}`;
    assert.equal((await lain.get(u)).status, 409, `GET ${s} ${aksi}`);
    assert.equal((await lain.post(u)).status, 409, `POST ${s} ${aksi}`);
    assert.equal(status(id), s);
  }
  // Single records are not files.
  const f = kiriman(idLain, lain.akun.id, { sumber: 'layanan', nama: null });
  assert.equal((await lain.post(`/balikan/kiriman/${f}/urungkan`)).status, 409);
  assert.equal(status(f), 'selesai');
  sql(`DELETE FROM balikan_kiriman WHERE id = ${f}`);
});

test('taking back: only the newest, and the page says which is newer',
  async () => {
    const a = kiriman(idLain, lain.akun.id);
    const b = kiriman(idLain, lain.akun.id, { status: 'antri' });
    const u = `/balikan/kiriman/${a}/urungkan`;
    let j = await lain.get(u);
    assert.equal(j.status, 409);
    assert.equal(j.nilai('/halaman/balikan/@penghalang'), String(b));
    assert.match((await lain.html(u)).teks,
      new RegExp(`href="/balikan/kiriman/${b}"`));
    j = await lain.post(u);
    assert.equal(j.status, 409);
    assert.equal(j.nilai('/halaman/balikan/@penghalang'), String(b));
    assert.equal(status(a), 'selesai');
    assert.equal(j.nilai('/halaman/balikan/@satuan'), '');
    // Single records are named first: they cannot be taken back.
    const c = kiriman(idLain, lain.akun.id, { sumber: 'layanan', nama: null });
    j = await lain.get(u);
    assert.equal(j.nilai('/halaman/balikan/@penghalang'), String(c));
    assert.equal(j.nilai('/halaman/balikan/@satuan'), 'ya');
    sql(`DELETE FROM balikan_kiriman WHERE id = ${c}`);
    // One that failed, was cancelled or taken back is no newer one.
    for (const s of ['gagal', 'batal', 'diurungkan']) {
      sql(`UPDATE balikan_kiriman SET status = ${q(s)} WHERE id = ${b}`);
      assert.equal((await lain.get(u)).status, 200, s);
    }
    const k = kunci();
    const jawab = await Promise.all(Array.from({ length: 8 },
      () => lain.post(u, { kunci: k })));
    assert.deepEqual([...new Set(jawab.map((x) => x.status))], [303]);
    assert.equal(status(a), 'urung');
    assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek = 'balikan' AND
      tindakan = 'balikan-diurungkan' AND objek_id = ${a}`)[0][0], '1');
    assert.equal(Number(sql(`SELECT urung_oleh FROM balikan_kiriman
      WHERE id = ${a}`)[0][0]), lain.akun.id);
    sql(`UPDATE balikan_kiriman SET status = 'diurungkan' WHERE id = ${a}`);
  });

test('taking back and cancelling by many at once: one of them does it',
  async () => {
    for (const [dari, aksi] of [['selesai', 'urungkan'], ['antri', 'batal']]) {
      const id = kiriman(idLain, lain.akun.id, { status: dari });
      const jawab = await Promise.all(Array.from({ length: 8 },
        () => lain.post(`/balikan/kiriman/${id}/${aksi}`)));
      assert.deepEqual(jawab.map((j) => j.status).sort(),
        [303, ...Array(7).fill(409)], aksi);
      assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek = 'balikan' AND
        objek_id = ${id}`)[0][0], '1');
      sql(`UPDATE balikan_kiriman SET status = 'batal' WHERE id = ${id}`);
    }
  });

test('a file that is loading: a newer one that waits does not keep it',
  async () => {
    const a = kiriman(idLain, lain.akun.id, { status: 'muat' });
    const b = kiriman(idLain, lain.akun.id, { status: 'antri' });
    assert.equal((await lain.post(`/balikan/kiriman/${a}/batal`)).status, 303);
    assert.equal(status(a), 'urung');
    sql(`UPDATE balikan_kiriman SET status = 'muat' WHERE id = ${a};
      UPDATE balikan_kiriman SET status = 'selesai', sumber = 'formulir'
      WHERE id = ${b}`);
    const j = await lain.post(`/balikan/kiriman/${a}/batal`);
    assert.equal(j.status, 409);
    assert.equal(j.nilai('/halaman/balikan/@penghalang'), String(b));
    sql(`UPDATE balikan_kiriman SET status = 'batal' WHERE id IN (${a}, ${b})`);
  });
