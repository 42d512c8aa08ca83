// cerita-balikan.mjs - data balikan as a clerk lives it: nothing is set up yet,
// parameters, a file with bad rows, watching it being checked without loading
// the page anew, the report, the refused rows as a CSV, mended and sent again,
// the same once more, taking back; and what staff sees of it.  Every page on
// the way is checked and photographed.  Proves B-06, B-08, B-09 as a person
// meets them.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { akunBaru, demo, lembagaBaru, q, sql, tunggu, unik }
  from '../http/bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';

const nama = `Bank Balikan ${unik('').toUpperCase()}`;
const lembaga = lembagaBaru('bhi-pusat', nama);
const petugas = akunBaru('pengguna', lembaga);
const kunciBerkas = unik('nasabah-');
let browser, dir, meja, telepon, staf;
/** Ids of the sendings met on the way. */
const id = {};

const lihat = pelihat('balikan');

/** A good NIK, the i'th. */
const nik = (i) => `317101${String(1 + i % 28).padStart(2, '0')}0590${
  String(1 + i).padStart(4, '0')}`;
/** Rows of a file as the office has it; salah: some are bad. */
const baris = (n, salah) => Array.from({ length: n }, (_, i) => {
  const x = [nik(i), `C${1000 + i}`, `0812${String(3000000 + i)}`];
  if (salah && i === 4) x[0] = '3,17101E+15';
  if (salah && i === 9) x[0] = `${nik(i).slice(0, 12)}0000`;
  if (salah && i === 11) x[2] = 'belum punya';
  return x;
});
function tulis(sebutan, kepala, isi) {
  const f = join(dir, sebutan);
  writeFileSync(f, [kepala, ...isi.map((x) => x.join(';'))].join('\r\n'));
  return f;
}

async function kirim(page, berkas) {
  await page.goto('/balikan/unggah');
  await page.getByLabel('Berkas data').setInputFiles(berkas);
  await klik(page, 'Kirim');
  await page.waitForURL(/\/balikan\/kiriman\/\d+$/);
  return Number(/\d+$/.exec(page.url())[0]);
}

const status = (k) => sql(`SELECT status FROM balikan_kiriman
  WHERE id = ${k}`)[0][0];
const angka = (page) => page.$$eval('#maju .hitungan b',
  (b) => b.map((x) => Number(x.innerText.replace(/\./g, ''))));

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cerita-balikan-'));
  browser = await buka();
  meja = await halaman(browser);
  staf = await halaman(browser);
  telepon = await halaman(browser, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } });
});

after(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true });
  sql(['balikan_tolak', 'balikan_tolak_total'].map((t) => `DELETE FROM ${t}
    WHERE kiriman_id IN (SELECT id FROM balikan_kiriman
    WHERE lembaga_id = ${lembaga});`).join('\n'));
  sql(['balikan', 'balikan_lama', 'balikan_harian', 'balikan_lembaga',
    'balikan_jejak', 'balikan_kiriman'].map((t) =>
    `DELETE FROM ${t} WHERE lembaga_id = ${lembaga};`).join('\n'));
});

langkah('the clerk is led to the parameters first', async () => {
  await masuk(meja, petugas);
  await meja.getByRole('link', { name: 'Data Balikan', exact: true }).click();
  await terlihat(meja, 'Tetapkan dahulu parameter');
  await lihat(meja, '01-mula');
  await meja.getByRole('link', { name: 'Tetapkan parameter' }).click();
  await meja.getByRole('link', { name: 'Buat parameter' }).click();
  const ruas = (n) => meja.getByRole('group',
    { name: `Parameter ${n}`, exact: true });
  await ruas(1).getByLabel('Nama', { exact: true }).fill('NO_CIF');
  await ruas(1).getByLabel('Panjang').fill('12');
  await ruas(1).getByLabel('Wajib diisi').check();
  await klik(meja, 'Tambah parameter');
  await meja.waitForURL('**/ubah#parameter-2');
  await ruas(2).getByLabel('Nama', { exact: true }).fill('NO_HP');
  await ruas(2).getByLabel('Jenis').selectOption({ label: 'Nomor telepon' });
  await klik(meja, 'Lanjut: periksa');
  await klik(meja, 'Simpan parameter');
  await terlihat(meja, 'Parameter sudah disimpan');
  await meja.getByRole('link', { name: 'Ikhtisar' }).click();
  await terlihat(meja, 'kirim data balikan yang pertama');
  await lihat(meja, '02-siap');
});

langkah('a file with a foreign column is not taken, and it is said why',
  async () => {
    id.asing = await kirim(meja, tulis(`${kunciBerkas}-asing.csv`,
      'NIK;NO_CIF;ALAMAT', [[nik(1), 'C1', 'Jalan Melati']]));
    await terlihat(meja, 'Berkas tidak dapat diterima');
    await terlihat(meja, 'ALAMAT');
    await lihat(meja, '03-asing');
    // The bell and the overview lead there.
    await meja.goto('/notifikasi');
    await meja.getByRole('button',
      { name: /^Buka Berkas data balikan tidak diterima/ }).click();
    await meja.waitForURL(`**/balikan/kiriman/${id.asing}`);
    await meja.goto('/balikan');
    await terlihat(meja, 'tidak dapat diterima. Lihat sebabnya');
  });

langkah('he watches it being checked; the page is not loaded anew',
  async () => {
    // Another file of his is before it, and somebody has that one.
    const [[jaga]] = sql(`INSERT INTO balikan_kiriman (lembaga_id, akun_id,
      sumber, tanggal, status, nama, dibuat, sewa) VALUES (${lembaga},
      ${petugas.id}, 'berkas', UTC_DATE(), 'periksa', 'lebih-dahulu.csv',
      UTC_TIMESTAMP(3), '2099-01-01'); SELECT LAST_INSERT_ID();`);
    id.satu = await kirim(meja, tulis(`${kunciBerkas}.csv`,
      'NIK;NO_CIF;NO_HP', baris(40, true)));
    await terlihat(meja, 'Menunggu 1 kiriman lembaga Anda yang lebih dahulu.');
    await meja.evaluate(() => { window.tetap = 'ya'; });
    await lihat(meja, '04-menunggu');
    sql(`UPDATE balikan_kiriman SET status = 'periksa', bytes = 1000,
      dibaca = 420, baris = 17, mulai = UTC_TIMESTAMP(3) - INTERVAL 60 SECOND
      WHERE id = ${id.satu}`);
    await terlihat(meja, 'Berkas sedang diperiksa, 40 %.');
    await terlihat(meja, /42 % · 0 baris\/detik · kira-kira 2 menit lagi/);
    await lihat(meja, '05-diperiksa');
    // On a phone without scripts a link loads it anew.
    await masuk(telepon, petugas);
    await telepon.goto(`/balikan/kiriman/${id.satu}`);
    await terlihat(telepon, 'Berkas sedang diperiksa, 40 %.');
    await lihat(telepon, '06-tanpa-skrip', false);
    sql(`UPDATE balikan_kiriman SET status = 'antri', dibaca = 0, baris = 0,
      mulai = NULL WHERE id = ${id.satu};
      UPDATE balikan_kiriman SET status = 'batal', selesai = UTC_TIMESTAMP(3)
      WHERE id = ${jaga}`);
    await terlihat(meja, 'Selesai, dengan baris yang ditolak.');
    await terlihat(meja, 'Sebab penolakan');
    assert.equal(await meja.evaluate(() => window.tetap), 'ya');
    await telepon.getByRole('link', { name: 'Muat ulang halaman ini' }).click();
    await terlihat(telepon, 'Selesai, dengan baris yang ditolak.');
    await lihat(telepon, '06-tanpa-skrip-selesai', false);
  });

langkah('he reads the report', async () => {
  assert.deepEqual(await angka(meja), [37, 0, 0, 3]);
  await meja.reload();
  await lihat(meja, '07-laporan');
  const salah = await meja.$$eval('table:has(th:nth-child(4)) tbody tr',
    (b) => b.map((r) => [...r.cells].map((c) => c.innerText)));
  assert.deepEqual(salah.map((x) => [x[0], x[1]]),
    [['6', 'NIK'], ['11', 'NIK'], ['13', 'NO_HP']]);
  assert.equal(salah[2][2], 'belum punya');
  await terlihat(meja, 'Excel merusak NIK');
  // No NIK can be read in it.
  const isi = await meja.content();
  for (let i = 0; i < 40; i++) assert.ok(!isi.includes(nik(i)));
});

langkah('he takes the refused rows along, mends and sends them', async () => {
  const [d] = await Promise.all([meja.waitForEvent('download'),
    meja.getByRole('link', { name: 'Unduh baris yang ditolak' }).click()]);
  assert.equal(d.suggestedFilename(), `ditolak-kiriman-${id.satu}.csv`);
  let csv = readFileSync(await d.path(), 'utf8');
  assert.match(csv, /^\ufeff?.*NIK.*NO_CIF.*NO_HP/);
  assert.equal(csv.trim().split('\n').length, 4);
  for (const [lama, baru] of [['3,17101E+15', nik(4)],
    [`${nik(9).slice(0, 12)}0000`, nik(9)], ['belum punya', '08123000011']]) {
    assert.ok(csv.includes(lama), lama);
    csv = csv.replace(lama, baru);
  }
  const f = join(dir, `${kunciBerkas}-perbaikan.csv`);
  writeFileSync(f, csv);
  await meja.getByRole('link', { name: 'Kirim berkas perbaikan' }).click();
  id.dua = await kirim(meja, f);
  await terlihat(meja, 'Selesai. Semua baris diterima.');
  assert.deepEqual(await angka(meja), [3, 0, 0, 0]);
  await lihat(meja, '08-perbaikan');
  await meja.goto('/balikan');
  await terlihat(meja, 'Tidak ada yang harus dikerjakan sekarang.');
  assert.deepEqual(await meja.$$eval('.ringkasan dd',
    (x) => x[0].innerText), '40');
});

langkah('the same file again changes nothing, and says so', async () => {
  const f = tulis(`${kunciBerkas}-sama.csv`, 'NIK;NO_CIF;NO_HP',
    baris(40, false));
  id.tiga = await kirim(meja, f);
  await terlihat(meja, 'Semua baris sudah ada dan sama');
  assert.deepEqual(await angka(meja), [0, 0, 40, 0]);
});

langkah('an older one cannot be taken back: the page says which is newer',
  async () => {
    await meja.goto(`/balikan/kiriman/${id.dua}`);
    await meja.getByRole('link', { name: 'Urungkan kiriman' }).click();
    await terlihat(meja, `kiriman ${id.tiga}`);
    await lihat(meja, '09-penghalang');
    assert.equal(await meja.getByRole('button', { name: /urungkan/ }).count(),
      0);
  });

langkah('he takes them back, the newest first', async () => {
  for (const [k, teks] of [[id.tiga, '40 baris yang sama tidak berubah'],
    [id.dua, '3 baris baru dihapus']]) {
    await meja.goto(`/balikan/kiriman/${k}`);
    await meja.getByRole('link', { name: 'Urungkan kiriman' }).click();
    await terlihat(meja, teks);
    if (k === id.dua) await lihat(meja, '10-urungkan');
    await klik(meja, 'Ya, urungkan kiriman ini');
    await terlihat(meja, 'Diurungkan; data kembali seperti sebelum');
    assert.equal(status(k), 'diurungkan');
  }
  await lihat(meja, '11-diurungkan');
  assert.equal(sql(`SELECT COUNT(*) FROM balikan
    WHERE lembaga_id = ${lembaga}`)[0][0], '37');
  await meja.goto('/balikan/kiriman');
  await lihat(meja, '12-daftar');
});

langkah('a file without a column is taken; he is told what to look at',
  async () => {
    // Excel rounded a part of it.
    const isi = Array.from({ length: 12 }, (_, i) => [i % 3 ?
      `${nik(i).slice(0, 14)}${i % 9 + 1}0` : nik(i), `C${1000 + i}`]);
    id.kurang = await kirim(meja, tulis(`${kunciBerkas}-kurang.csv`,
      'NIK;NO_CIF', isi));
    await terlihat(meja, 'Selesai. Semua baris diterima.');
    await terlihat(meja, 'Kolom ini tidak ada dalam berkas');
    await terlihat(meja, 'Baris 3, 4, 6, 7, 9, 10, 11, 12, 13.');
    await terlihat(meja, 'Excel merusak NIK');
    await lihat(meja, '12-peringatan');
  });

langkah('a file that waits is cancelled', async () => {
  const [[jaga]] = sql(`INSERT INTO balikan_kiriman (lembaga_id, akun_id,
    sumber, tanggal, status, nama, dibuat, sewa) VALUES (${lembaga},
    ${petugas.id}, 'berkas', UTC_DATE(), 'periksa', 'lebih-dahulu.csv',
    UTC_TIMESTAMP(3), '2099-01-01'); SELECT LAST_INSERT_ID();`);
  id.batal = await kirim(meja, tulis(`${kunciBerkas}-keliru.csv`,
    'NIK;NO_CIF;NO_HP', baris(5, false)));
  await meja.getByRole('link', { name: 'Batalkan kiriman' }).click();
  await terlihat(meja, 'Belum ada baris yang dimuat.');
  await lihat(meja, '13-batalkan');
  await klik(meja, 'Ya, batalkan kiriman ini');
  await terlihat(meja, 'Dibatalkan; tidak satu baris pun berlaku.');
  sql(`UPDATE balikan_kiriman SET status = 'batal', selesai = UTC_TIMESTAMP(3)
    WHERE id = ${jaga}`);
});

langkah('staff sees it, without NIKs and without the file', async () => {
  const [[kode]] = sql(`SELECT kode FROM lembaga WHERE nama = ${q(nama)}`);
  await masuk(staf, demo('admin'));
  await staf.goto('/balikan');
  await staf.getByRole('link', { name: 'Kiriman', exact: true }).click();
  await staf.getByLabel('Kode lembaga').fill(kode);
  await staf.getByRole('button', { name: 'Cari', exact: true }).click();
  await terlihat(staf, `${kunciBerkas}.csv`);
  await lihat(staf, '14-staf-daftar');
  await staf.getByRole('link', { name: `${kunciBerkas}.csv` }).click();
  await terlihat(staf, 'Sebab penolakan');
  assert.equal(await staf.getByRole('link', { name: /Unduh baris/ }).count(),
    0);
  assert.equal(await staf.getByRole('link', { name: /Urungkan/ }).count(), 0);
  await lihat(staf, '15-staf-laporan');
  await tunggu(() => Number(sql(`SELECT COUNT(*) FROM audit
    WHERE objek = 'balikan' AND objek_id = ${id.satu}
    AND tindakan = 'balikan-tolakan-diunduh'`)[0][0]) === 1);
});
