// cerita-balikan-staf.mjs - a member of Ditjen's staff and data balikan: the
// dashboard, an institution found and looked at, its sendings, who owes, a NIK
// searched with its purpose, the report; with and without scripts (B-15 to
// B-18).  And what who owes reads.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { akunBaru, demo, lembagaBaru, sql, unik } from '../http/bantu.mjs';
import { buka, halaman, klik, masuk, pelihat, terlihat }
  from './bantu.mjs';

const lihat = pelihat('balikan-staf');
const NIK = '3273014107850003';
const o = { nama: `PT Uji Balikan ${unik()}` };
let browser;

before(async () => {
  browser = await buka();
  const lembaga = lembagaBaru('bhi-pusat', o.nama);
  o.petugas = akunBaru('pengguna', lembaga);
  const akun = o.petugas.id;
  const hari = 'DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)';
  sql(`INSERT INTO balikan_versi (lembaga_id, nomor, akun_id, dibuat)
      VALUES (${lembaga}, 1, ${akun}, UTC_TIMESTAMP());
    SET @v = LAST_INSERT_ID();
    INSERT INTO balikan_ruas (versi_id, urutan, nama, jenis, panjang, wajib)
      VALUES (@v, 1, 'NO_CIF', 'teks', 20, 1), (@v, 2, 'NO_HP', 'telepon', 16, 0);
    INSERT INTO balikan_kiriman (lembaga_id, akun_id, sumber, versi_id, tanggal,
      status, baris, diterima, dibuat, selesai, nama) VALUES (${lembaga},
      ${akun}, 'berkas', @v, ${hari}, 'selesai', 1, 1, UTC_TIMESTAMP(),
      UTC_TIMESTAMP(), 'nasabah.csv');
    SET @k = LAST_INSERT_ID();
    INSERT INTO balikan (lembaga_id, nik, kiriman_id, isi) VALUES (${lembaga},
      ${NIK}, @k, CONCAT('CIF-9001', CHAR(31), '+6281200000001'));
    INSERT INTO balikan_jejak (blok, lembaga_id, jumlah, sidik) VALUES
      (32730000, ${lembaga}, 1, NULL), (32730100, ${lembaga}, 1, NULL),
      (32730141, ${lembaga}, 1, NULL);
    INSERT INTO balikan_lembaga (lembaga_id, baris, kiriman_id, terakhir)
      VALUES (${lembaga}, 1, @k, UTC_TIMESTAMP());
    INSERT INTO balikan_harian (tanggal, lembaga_id, sumber, diterima)
      VALUES (${hari}, ${lembaga}, 'berkas', 1);
    INSERT INTO balikan_token (lembaga_id, akun_id, nama, sidik, awalan,
      berakhir, dibuat) SELECT ${lembaga}, ${akun}, nama, RANDOM_BYTES(32),
      '12ab', UTC_TIMESTAMP(3) + INTERVAL 30 DAY, UTC_TIMESTAMP(3)
      FROM (SELECT 'Mesin true' AS nama UNION SELECT 'Mesin false') x;
    INSERT IGNORE INTO penduduk (nik, no_kk, nama, tempat_lahir, tanggal_lahir,
      jenis_kelamin, alamat, wilayah_kode, status) SELECT ${NIK},
      3273010101850001, 'Uji Warga', 'Bandung', '1985-07-01', 'P',
      'Jl. Contoh 1', MIN(kode), 'hidup' FROM wilayah
      WHERE kode LIKE '327301____'`);
});
after(() => browser.close());

for (const skrip of [true, false])
  test(`data balikan for staff, ${skrip ? 'with' : 'without'} scripts`, async () => {
    const page = await halaman(browser, { javaScriptEnabled: skrip });
    const potret = (nama) => lihat(page, skrip ? nama : `${nama}-tanpa-skrip`,
      skrip);
    await masuk(page, demo('admin'));
    await page.getByRole('link', { name: 'Data Balikan' }).first().click();
    await terlihat(page, 'Tujuh hari terakhir');
    await terlihat(page, 'baris seluruhnya');
    await potret('dasbor');

    await page.getByRole('link', { name: 'Monitoring' }).click();
    await page.getByLabel('Nama atau kode lembaga').fill(o.nama);
    await klik(page, 'Cari');
    await potret('pantau');
    await page.getByRole('link', { name: new RegExp(`baris, ${o.nama}`) }).click();
    await terlihat(page, 'Dua belas bulan terakhir');
    await terlihat(page, 'NO_CIF');
    await potret('lembaga');

    await page.getByRole('link', { name: `Cabut token Mesin ${skrip}` })
      .click();
    await potret('cabut-token');
    await klik(page, 'Ya, cabut token ini');
    await terlihat(page, 'Token sudah dicabut dan lembaganya diberi tahu');
    assert.equal(await page.getByRole('link',
      { name: `Cabut token Mesin ${skrip}` }).count(), 0);

    await page.getByRole('link', { name: 'Kiriman', exact: true }).click();
    await page.getByLabel('Kode lembaga').fill('abc');
    await page.getByLabel('Dari tanggal').fill('2026-01-02');
    await page.getByLabel('Sampai tanggal').fill('2026-01-01');
    await klik(page, 'Cari');
    await terlihat(page, 'Tidak ada lembaga dengan kode itu.');
    await terlihat(page, 'Sampai tanggal mendahului dari tanggal.');
    assert.equal(await page.getByLabel('Kode lembaga').inputValue(), 'abc');
    await potret('kiriman-galat');
    await page.getByLabel('Kode lembaga').fill('');
    await page.getByLabel('Dari tanggal').fill('2026-01-01');
    await page.getByLabel('Sampai tanggal').fill('');
    await page.getByLabel('Nama berkas atau nomor kiriman').fill('nasabah.csv');
    await klik(page, 'Cari');
    await terlihat(page, o.nama);
    await potret('kiriman');

    await page.getByRole('link', { name: 'Tunggakan' }).click();
    await terlihat(page, 'tidak mengirim data balikan selama');
    await potret('tunggakan');

    await page.getByRole('link', { name: 'Data Penduduk' }).click();
    await page.getByLabel('NIK').fill('327301410785000');
    await page.getByLabel('Keperluan').fill('Pengaduan nomor 12/2026');
    await klik(page, 'Cari dan catat');
    await terlihat(page, 'NIK tidak 16 angka');
    await potret('penduduk-galat');
    await page.getByLabel('NIK', { exact: true }).fill(NIK);
    await klik(page, 'Cari dan catat');
    await terlihat(page, 'Uji Warga');
    await terlihat(page, 'CIF-9001');
    assert.ok(!page.url().includes(NIK));
    assert.ok(!(await page.title()).includes(NIK));
    await potret('penduduk');

    await page.getByRole('link', { name: 'Grafik Statistik' }).click();
    await terlihat(page, 'Rekap data balikan');
    await potret('laporan');
    await page.context().close();
  });

test('who owes reads it beside his next step', async () => {
  const l = o.petugas.lembaga;
  sql(`UPDATE lembaga SET dibuat = UTC_TIMESTAMP(3) - INTERVAL 2 YEAR
      WHERE id = ${l};
    UPDATE balikan_lembaga SET terakhir = UTC_TIMESTAMP(3) - INTERVAL 1 YEAR
      WHERE lembaga_id = ${l};
    INSERT INTO pembaca_total (kab, lembaga_id, fungsi, jumlah, lintang, bujur)
      VALUES ('3174', ${l}, 'R', 1, 0, 0)`);
  const page = await halaman(browser);
  await masuk(page, o.petugas);
  await page.goto('/balikan');
  await terlihat(page, 'Lembaga Anda menunggak data balikan:');
  await terlihat(page, 'Langkah berikutnya untuk Anda');
  await lihat(page, 'menunggak');
  sql(`DELETE FROM pembaca_total WHERE lembaga_id = ${l}`);
});
