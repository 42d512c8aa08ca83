// bantu.mjs - what the browser tests share: Debian's Chromium, signing in as
// a person does, and looking at a page with axe, html-validate and a camera.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';
import { alamat, dirVar } from '../http/bantu.mjs';

const perlu = createRequire(import.meta.url);
const axe = readFileSync(perlu.resolve('axe-core/axe.min.js'), 'utf8');

export const dirGambar = process.env.SIFILMA_GAMBAR ||
  join(dirVar, 'screenshots');
mkdirSync(dirGambar, { recursive: true });

/** Debian's Chromium without anything that calls home. */
export function buka() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
      '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
      '--disable-dev-shm-usage'],
  });
}

/** A context of one person: own cookies, Indonesian, the zone of Jakarta. */
export function ruang(browser, pilihan = {}) {
  return browser.newContext({ baseURL: alamat, locale: 'id-ID',
    timezoneId: 'Asia/Jakarta', viewport: { width: 1280, height: 900 },
    ...pilihan });
}

/** Sign in through the form. */
export async function masuk(page, akun) {
  await page.goto('/login');
  await page.getByLabel('Username').fill(akun.username);
  await page.getByLabel('Password', { exact: true }).fill(akun.sandi);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL('**/beranda');
}

/** What came over the wire as the last page of each. */
const sumber = new WeakMap();

/** A page in a browser of its own, for pelihat(). */
export async function halaman(browser, pilihan) {
  const page = await (await ruang(browser, pilihan)).newPage();
  page.on('response', (r) => {
    if (r.request().isNavigationRequest() && r.frame() === page.mainFrame() &&
        /text\/html/.test(r.headers()['content-type'] || ''))
      sumber.set(page, r);
  });
  return page;
}

// The first step that did not come to its end.
let putus = null;

/** A test that stands on the earlier ones of its file. */
export function langkah(nama, isi) {
  test(nama, async () => {
    assert.equal(putus, null, 'the step before did not come to its end');
    putus = nama;
    await isi();
    putus = null;
  });
}

/** Press a button by its whole name. */
export function klik(page, nama) {
  return page.getByRole('button', { name: nama, exact: true }).click();
}

/** Wait until the person can read this text somewhere on the page. */
export async function terlihat(page, teks) {
  try {
    await page.getByText(teks).filter({ visible: true }).first()
      .waitFor({ timeout: 15000 });
  } catch (e) {
    const ada = await page.locator('main').innerText().catch(() => '');
    throw new Error(`"${teks}" is not to be seen at ${page.url()}, but:\n` +
      ada.slice(0, 1500), { cause: e });
  }
}

/** Today in Jakarta, as a field for dates takes it. */
export function hariIni() {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' })
    .format(new Date());
}

const aturan = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of taste of that tool, not of HTML.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'no-implicit-button-type': 'error',
    // Our own serialiser writes attributes always with a value.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
  },
});

/** The source as it came over the wire must be valid HTML. */
export async function periksaHtml(teks, nama) {
  const hasil = await aturan.validateString(teks);
  const salah = hasil.results.flatMap((r) => r.messages)
    .filter((m) => m.severity === 2)
    .map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
  assert.deepEqual(salah, [], `html-validate on ${nama}`);
}

/** axe finds nothing on the page as it stands; aturan: only these rules. */
export async function periksaAxe(page, nama, aturan = ['wcag2a', 'wcag2aa',
  'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']) {
  if (!await page.evaluate(() => Boolean(window.axe)))
    await page.evaluate(axe);
  const hasil = await page.evaluate((runOnly) =>
    window.axe.run(document, { runOnly, resultTypes: ['violations'] }),
  aturan);
  const salah = hasil.violations.map((v) => `${v.id}: ${v.help} (${v.nodes
    .slice(0, 3).map((n) => n.target.join(' ')).join('; ')})`);
  assert.deepEqual(salah, [], `axe on ${nama}`);
}

/** Nothing sticks out sideways, and no table of the column it stands in. */
export async function periksaLebar(page, nama) {
  const [isi, layar, tabel] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, window.innerWidth,
      Math.max(0, ...[...document.querySelectorAll('main .tabel')].map((t) =>
        t.getBoundingClientRect().right -
        t.parentElement.getBoundingClientRect().right))]);
  assert.ok(isi <= layar, `${nama}: ${isi} px wide on ${layar} px`);
  assert.ok(tabel < 1, `${nama}: a table sticks out by ${tabel} px`);
}

/** Four pictures: wide and 360 px, light and dark. */
export async function potret(page, nama) {
  const lama = page.viewportSize();
  const lebar = [];
  const ukur = (px) => periksaLebar(page, `${nama} at ${px} px`)
    .catch((e) => lebar.push(e));
  for (const [sebutan, width] of [['lebar', 1280], ['360', 360]]) {
    await page.setViewportSize({ width, height: 900 });
    await ukur(width);
    // The rest of a long list looks like its beginning.
    const height = Math.min(5000, await page.evaluate(() =>
      document.documentElement.scrollHeight));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ fullPage: true, path: join(dirGambar,
        `${nama}-${sebutan}-${colorScheme === 'dark' ? 'gelap' : 'terang'}` +
        '.png'), clip: { x: 0, y: 0, width, height } });
    }
  }
  await page.setViewportSize({ width: 320, height: 900 });
  await ukur(320);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(lama);
  // Told when all pictures are there, because they show why.
  if (lebar.length > 0) throw lebar[0];
}

/** axe in light and, for what differs there, in dark. */
export async function periksa(page, nama) {
  await periksaAxe(page, `${nama}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await periksaAxe(page, `${nama}, dark`, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Gives lihat(page, nama, skrip): a page of halaman() is valid HTML; with
 * scripts also axe in light and dark; its pictures are AWALAN-nama. */
export const pelihat = (awalan) => async (page, nama, skrip = true) => {
  await periksaHtml(await sumber.get(page).text(), nama);
  if (skrip) await periksa(page, nama);
  await potret(page, `${awalan}-${nama}`);
};
