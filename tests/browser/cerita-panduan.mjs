// cerita-panduan.mjs - the guide as a clerk uses it: on a telephone, without
// scripts, he looks for a word and opens its section; at his desk he prints
// the whole, and the sheets are looked at.  Proves "Upload Manual Book".

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { demo } from '../http/bantu.mjs';
import { buka, dirGambar, klik, masuk, periksa, periksaHtml, periksaLebar,
  potret, ruang, terlihat } from './bantu.mjs';

let browser;

before(async () => { browser = await buka(); });
after(async () => { await browser?.close(); });

async function sumber(page, url) {
  const jawab = await page.goto(url);
  assert.equal(jawab.status(), 200, url);
  await periksaHtml(await jawab.text(), url);
}

test('a clerk on a telephone looks for "token" and reads', async () => {
  const page = await (await ruang(browser, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } })).newPage();
  await masuk(page, demo('pengguna'));
  await page.goto('/panduan');
  await page.getByLabel('Cari dalam panduan').fill('Token');
  await klik(page, 'Cari');
  await terlihat(page, 'bagian memuat “Token”');
  await periksaHtml(await page.content(), 'results');
  assert.match(await page.locator('mark').first().innerText(), /token/i);
  await periksaLebar(page, 'results at 360 px');
  await potret(page, 'panduan-cari');
  await page.getByRole('link', { name: 'Token kartu', exact: true }).click();
  await page.waitForURL('**/panduan/aktivasi#token');
  const bagian = page.getByRole('region', { name: 'Token kartu' });
  assert.ok(await bagian.isVisible());
  // It is where he looks, not somewhere below.
  const { y } = await bagian.boundingBox();
  assert.ok(y > -100 && y < 740, `section at ${y}`);
  await periksaLebar(page, 'chapter at 360 px');
  await page.context().close();
});

test('what is not there is said', async () => {
  const page = await (await ruang(browser)).newPage();
  await sumber(page, '/panduan?cari=kucing');
  await terlihat(page, 'Tidak ada yang cocok');
  await periksa(page, 'no results');
  await potret(page, 'panduan-cari-kosong');
  await page.context().close();
});

test('pictures come when they come into sight', async () => {
  const page = await (await ruang(browser)).newPage();
  await sumber(page, '/panduan/memulai');
  const gambar = page.locator('main img');
  assert.ok(await gambar.count() >= 3);
  for (const g of await gambar.all()) {
    await g.scrollIntoViewIfNeeded();
    await page.waitForFunction((i) => i.complete && i.naturalWidth > 0,
      await g.elementHandle());
    // No more than the column, and not out of shape.
    const [w, h, nw, nh] = await g.evaluate((i) => [i.clientWidth,
      i.clientHeight, i.naturalWidth, i.naturalHeight]);
    assert.ok(w <= nw && Math.abs(w / h - nw / nh) < 0.05, `${w} x ${h}`);
  }
  await page.context().close();
});

test('he prints the whole guide of his role', async () => {
  const page = await (await ruang(browser)).newPage();
  const dir = mkdtempSync(join(tmpdir(), 'panduan-'));
  try {
    await masuk(page, demo('pengguna'));
    await page.goto('/panduan');
    await page.getByRole('link', { name: 'Cetak buku panduan' }).click();
    await page.evaluate(() => { window.print = () => { window.sudah = 1; }; });
    await klik(page, 'Cetak');
    assert.equal(await page.evaluate(() => window.sudah), 1);
    await periksa(page, 'the whole guide');
    // The pictures wait for nobody to scroll to them.
    await page.waitForFunction(() => [...document.querySelectorAll('main img')]
      .every((i) => i.complete && i.naturalWidth > 0));
    const pdf = join(dir, 'panduan.pdf');
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
    assert.match(info, /Page size:\s+59[45][.0-9]* x 84[12].*A4/);
    const lembar = execFileSync('pdftotext', ['-layout', pdf, '-'],
      { encoding: 'utf8' }).split('\f').slice(0, -1);
    assert.ok(lembar.length > 10 && lembar.length < 60, `${lembar.length}`);
    assert.match(lembar[0], /Buku panduan[^]*Daftar isi/);
    // A chapter begins on a sheet of its own; nothing of the frame is left.
    const bab = await page.locator('article h2').allInnerTexts();
    assert.ok(bab.length > 8);
    for (const b of bab)
      assert.equal(lembar.filter((l) => l.trimStart().startsWith(b)).length,
        1, b);
    assert.doesNotMatch(lembar.join('\n'), /Ctrl\+P|Kotak Keluar|Menu utama/);
    for (const [i, l] of lembar.entries())
      assert.ok(l.trim().length > 20 || execFileSync('pdfimages', ['-list',
        '-f', String(i + 1), '-l', String(i + 1), pdf]).length > 200,
      `sheet ${i + 1} is not empty`);
    execFileSync('pdftoppm', ['-r', '50', '-png', '-l', '6', pdf,
      join(dirGambar, 'panduan-cetak')]);
  } finally {
    rmSync(dir, { recursive: true });
    await page.context().close();
  }
});
