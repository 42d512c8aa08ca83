// cerita-laporan.mjs - the reports as people use them: from the menu to the
// figures, filters by hand, a mistake and its mending, the chart as a table,
// the files, and the page on paper; with scripts and without.  Proves U-21 and
// U-27 as a person meets them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { akunDemo, demo, q, sql } from '../http/bantu.mjs';
import { buka, klik, masuk, periksa, periksaHtml, potret, ruang, terlihat }
  from './bantu.mjs';

let browser, dir;

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cerita-laporan-'));
  browser = await buka();
});

after(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true });
});

async function halaman(akun, pilihan) {
  const page = await (await ruang(browser, pilihan)).newPage();
  await masuk(page, akun);
  return page;
}

/** Cells of the large table, row by row, as they are read. */
const tabel = (page) => page.$$eval('main > table.tabel tr', (b) =>
  b.map((r) => [...r.cells].map((c) => c.innerText.trim())));

/** A figure as the pages write it. */
const angka = (n) => new Intl.NumberFormat('id-ID').format(n);

async function unduh(page, nama) {
  const [d] = await Promise.all([page.waitForEvent('download'),
    page.getByRole('link', { name: nama, exact: true }).click()]);
  const f = join(dir, d.suggestedFilename());
  await d.saveAs(f);
  return f;
}

test('U-21 an admin counts a year of requests by institution', async () => {
  const page = await halaman(demo('admin'));
  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  await page.waitForURL('**/laporan');
  await page.getByRole('link', { name: 'Rekap permintaan personalisasi' })
    .click();
  await terlihat(page, 'Lihat sebagai tabel');
  await periksa(page, 'laporan personalisasi');
  await potret(page, 'laporan-personalisasi');
  // Other rows, other states.
  await page.getByLabel('Baris menurut').selectOption('Lembaga');
  await page.getByLabel('Dari tanggal').fill('2020-01-01');
  await page.getByLabel('Sampai tanggal').fill('2029-12-31');
  await klik(page, 'Tampilkan');
  await page.waitForURL(/per=lembaga/);
  const [[terbanyak]] = sql(`SELECT COUNT(*) FROM permintaan
    WHERE status <> 'baru' GROUP BY lembaga_id ORDER BY 1 DESC LIMIT 1`);
  const t = await tabel(page);
  assert.equal(t[0][0], 'Lembaga');
  assert.equal(t[1].at(-2), angka(terbanyak));
  assert.equal(t.at(-1)[0], 'Jumlah');
  const [semua] = sql(`SELECT COUNT(*), SUM(jumlah) FROM permintaan
    WHERE status <> 'baru'`);
  assert.deepEqual(t.at(-1).slice(-2), semua.map((n) => angka(n)));
  await page.getByLabel('Status').selectOption('Diterima');
  await klik(page, 'Tampilkan');
  await page.waitForURL(/status=diterima/);
  assert.equal((await tabel(page)).at(-1).at(-2), angka(sql(`SELECT COUNT(*)
    FROM permintaan WHERE status = 'diterima'`)[0][0]));
  // The filter is a chip; taking it away shows all again.
  await page.getByRole('link', { name: /Hapus saringan Status/ }).click();
  await page.waitForURL((u) => !u.search.includes('status'));
  assert.equal((await tabel(page)).at(-1).at(-2), angka(semua[0]));
  // The chart's own table says what the chart shows.
  await page.getByText('Lihat sebagai tabel').click();
  const kecil = await page.$$eval('figure table tbody tr', (b) =>
    b.map((r) => [...r.cells].map((c) => c.innerText.trim())));
  const besar = await tabel(page);
  kecil.forEach((r, i) => assert.deepEqual(r, [besar[i + 1][0],
    besar[i + 1].at(-2)]));
  assert.ok(kecil.length > 3);
  await page.context().close();
});

test('U-21 U-26 a wrong period is mended where it was typed', async () => {
  const page = await halaman(demo('admin'));
  await page.goto('/laporan/kartu');
  await page.getByLabel('Dari tanggal').fill('2026-03-01');
  await page.getByLabel('Sampai tanggal').fill('2026-02-01');
  await page.getByLabel('Kode lembaga').fill('000000');
  await klik(page, 'Tampilkan');
  await terlihat(page, 'Ada yang perlu diperbaiki');
  assert.match(await page.title(), /^Galat: /);
  await terlihat(page, 'Akhir periode mendahului awalnya');
  await periksa(page, 'laporan kartu galat');
  await potret(page, 'laporan-kartu-galat');
  await page.getByRole('link', { name: /Tidak ada lembaga dengan kode itu/ })
    .click();
  assert.equal(await page.evaluate(() => document.activeElement.id),
    'r-lembaga');
  assert.equal(await page.getByLabel('Dari tanggal').inputValue(),
    '2026-03-01');
  await page.getByLabel('Kode lembaga').fill('');
  await page.getByLabel('Sampai tanggal').fill('2026-03-31');
  await klik(page, 'Tampilkan');
  await terlihat(page, 'Kapasitas');
  const selesai = sql(`SELECT COUNT(sam_id) FROM kartu
    WHERE DATE(dikerjakan + INTERVAL 7 HOUR) BETWEEN '2026-03-01'
    AND '2026-03-31'`)[0][0];
  assert.equal((await tabel(page)).at(-1)[1], angka(selesai));
  await page.context().close();
});

test('U-21 files bear their filters, and say what the page says', async () => {
  const page = await halaman(demo('admin'));
  await page.goto('/laporan/langkah');
  await periksaHtml(await (await page.goto('/laporan/langkah')).text(),
    'laporan langkah');
  const t = await tabel(page);
  const csv = await unduh(page, 'CSV');
  assert.match(csv, /laporan-langkah-langkah-\d{4}-\d\d-\d{4}-\d\d-dibuat-\d{8}-\d{4}\.csv$/);
  const baris = readFileSync(csv, 'utf8').trim().split('\r\n').slice(1);
  assert.equal(baris.length, 6);
  assert.equal(baris[0].split(',')[1], t[1][1].replace(/\./g, ''));
  const xlsx = await unduh(page, 'XLSX');
  assert.equal(readFileSync(xlsx).subarray(0, 2).toString(), 'PK');
  const pdf = await unduh(page, 'PDF');
  const kertas = execFileSync('pdftotext', ['-layout', pdf, '-'],
    { encoding: 'utf8' });
  assert.match(kertas, /LAMA SETIAP LANGKAH/);
  for (const b of t.slice(1))
    assert.match(kertas.replace(/ +/g, ' '), new RegExp(b.join(' ')
      .replace(/[.()]/g, '\\$&')));
  await page.context().close();
});

test('U-21 one\'s own figures alone, without scripts', async () => {
  const akun = akunDemo.find((a) => a.peran === 'pengguna');
  const page = await halaman(akun, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } });
  await page.goto('/laporan');
  assert.equal(await page.getByText('Aktivitas akun').count(), 0);
  await page.goto('/laporan/personalisasi?tgl-dari=2020-01-01&' +
    'tgl-sampai=2029-12-31&per=tahun');
  assert.equal(await page.getByLabel('Kode lembaga').count(), 0);
  const milik = sql(`SELECT COUNT(*) FROM permintaan p JOIN akun a
    ON a.lembaga_id = p.lembaga_id WHERE a.username = ${q(akun.username)}`);
  await page.getByLabel('Baris menurut').selectOption('Fungsi');
  await klik(page, 'Tampilkan');
  await page.waitForURL(/per=fungsi/);
  const t = await tabel(page);
  assert.equal(t.at(-1).at(-2), angka(milik[0][0]));
  await potret(page, 'laporan-lembaga');
  const j = await page.goto('/laporan/akun');
  assert.equal(j.status(), 403);
  await page.context().close();
});

test('U-27 a report is printed as a report', async () => {
  const page = await halaman(demo('pejabat'));
  await page.goto('/laporan/aktivasi');
  const t = await tabel(page);
  const f = join(dir, 'cetak.pdf');
  await page.pdf({ path: f, format: 'A4', printBackground: false });
  const kertas = execFileSync('pdftotext', ['-layout', f, '-'],
    { encoding: 'utf8' });
  assert.match(kertas, /Rekap aktivasi/);
  assert.match(kertas, new RegExp(`Jumlah\\s+${t.at(-1).slice(1)
    .map((x) => x.replace(/\./g, '\\.')).join('\\s+')}`));
  assert.doesNotMatch(kertas, /Tampilkan|CSV|Permintaan Personalisasi/);
  // The drawing keeps its columns on paper.
  const tinggi = await page.evaluate(async () => {
    const x = document.querySelector('.waktu svg').getBoundingClientRect();
    return x.height;
  });
  assert.ok(tinggi > 100);
  await page.context().close();
});
