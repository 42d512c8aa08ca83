// cerita-faktor.mjs - a second factor as a person meets it: a QR code, ten
// recovery codes, the code at the next sign-in, a device that is remembered,
// a lost telephone, and the admin who helps (U-05).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { akunBaru, demo, lembagaBaru, sql, totp } from '../http/bantu.mjs';
import { buka, klik, langkah, masuk, periksa, periksaHtml, potret, ruang,
  terlihat } from './bantu.mjs';

let browser, dir, page, akun, rahasia, pemulihan;

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cerita-faktor-'));
  browser = await buka();
  akun = akunBaru('pemohon', lembagaBaru('bhi-kabkota'));
  page = await (await ruang(browser, { acceptDownloads: true })).newPage();
});

after(async () => {
  await browser.close();
  rmSync(dir, { recursive: true });
  sql(`UPDATE pengaturan SET nilai = 'tidak'
    WHERE nama = 'faktor_wajib_pemohon'`);
});

/** A page as it is: valid, nothing for axe, photographed. */
async function lihat(p, nama) {
  await periksaHtml(await p.content(), nama);
  await periksa(p, nama);
  await potret(p, `faktor-${nama}`);
}

async function sandi(p) {
  await p.goto('/login');
  await p.getByLabel('Username').fill(akun.username);
  await p.getByLabel('Password', { exact: true }).fill(akun.sandi);
  await klik(p, 'Masuk');
}

async function kode(p, isi, ingat = false) {
  await p.getByLabel('Kode 6 angka').fill(isi);
  if (ingat) await p.getByLabel('Ingat perangkat ini 30 hari').check();
  await klik(p, 'Masuk');
}

/** A code may be given again; people would wait half a minute. */
const lupakan = () => sql(`UPDATE faktor SET langkah = 0
  WHERE akun_id = ${akun.id}`);

langkah('who must have one is led to it and nowhere else', async () => {
  sql(`UPDATE pengaturan SET nilai = 'ya'
    WHERE nama = 'faktor_wajib_pemohon'`);
  await sandi(page);
  await page.waitForURL('**/akun/faktor');
  sql(`UPDATE pengaturan SET nilai = 'tidak'
    WHERE nama = 'faktor_wajib_pemohon'`);
  await terlihat(page, 'Untuk peran Anda, kode sekali pakai wajib');
  assert.equal(await page.getByRole('navigation', { name: 'Menu utama' })
    .count(), 0);
  await lihat(page, '01-wajib');
  await page.goto('/panduan');
  await page.waitForURL('**/akun/faktor');
});

langkah('an authenticator by QR code or by typing', async () => {
  await page.getByRole('link', { name: /^Pasang ?: Aplikasi/ })
    .click();
  await page.getByLabel('Password', { exact: true }).fill('bukan ini');
  await klik(page, 'Lanjut');
  await terlihat(page, 'Password salah.');
  await lihat(page, '02-password-salah');
  await page.getByLabel('Password', { exact: true }).fill(akun.sandi);
  await klik(page, 'Lanjut');
  await page.waitForURL('**/akun/faktor/totp');
  await page.getByRole('img', { name: /Kode QR/ }).waitFor();
  rahasia = (await page.locator('b.kode').textContent()).replace(/ /g, '');
  // What the picture says is what is to be typed.
  const uri = await page.getByRole('link',
    { name: 'Buka di aplikasi autentikator' }).getAttribute('href');
  assert.equal(new URL(uri).searchParams.get('secret'), rahasia);
  await lihat(page, '03-qr');
  // A camera reads it off the screen, in the dark colours, too.
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('img', { name: /Kode QR/ })
      .screenshot({ path: join(dir, 'qr.png') });
    assert.equal(execFileSync('zbarimg', ['--quiet', '--raw',
      join(dir, 'qr.png')], { encoding: 'utf8' }).trim(), uri);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByLabel('Kode 6 angka').fill('000000');
  await klik(page, 'Konfirmasi');
  await terlihat(page, 'Kode salah, sudah dipakai');
  await page.getByLabel('Kode 6 angka').fill(totp(rahasia));
  await klik(page, 'Konfirmasi');
  await terlihat(page, 'Sepuluh kode untuk');
});

langkah('recovery codes are shown once, to print or to save', async () => {
  pemulihan = await page.locator('li b.kode').allTextContents();
  assert.equal(pemulihan.length, 10);
  await lihat(page, '04-kode-pemulihan');
  const [berkas] = await Promise.all([page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh kode' }).click()]);
  assert.equal(berkas.suggestedFilename(), 'kode-pemulihan-si-filma.txt');
  const teks = readFileSync(await berkas.path(), 'utf8');
  for (const k of [...pemulihan, akun.username]) assert.ok(teks.includes(k));
  await page.getByRole('link', { name: 'Sudah saya simpan, lanjutkan' })
    .click();
  await page.waitForURL('**/beranda');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  lupakan();
});

langkah('the code at the next sign-in; the device is remembered', async () => {
  await page.context().clearCookies();
  await sandi(page);
  await page.waitForURL('**/login/kode');
  await lihat(page, '05-kode-masuk');
  await kode(page, '000000');
  await terlihat(page, 'Kode salah, sudah dipakai');
  await lihat(page, '06-kode-salah');
  await kode(page, totp(rahasia), true);
  await page.waitForURL('**/beranda');
  await page.goto('/akun/faktor');
  await terlihat(page, 'Perangkat ini');
  await lihat(page, '07-perangkat');
  await page.getByText(`Orang ${akun.username}`).first().click();
  await klik(page, 'Keluar');
  await page.waitForURL('**/login');
  await sandi(page);
  await page.waitForURL('**/beranda');
});

langkah('"Cabut": from now on it is asked again', async () => {
  await page.goto('/akun/faktor');
  await page.getByRole('button', { name: /^Cabut perangkat/ }).click();
  await terlihat(page, 'akan diminta kode ketika masuk lagi');
  await page.context().clearCookies({ name: 'sid' });
  lupakan();
  await sandi(page);
  await page.waitForURL('**/login/kode');
});

langkah('a lost telephone: a recovery code', async () => {
  await page.getByRole('link', { name: 'Pakai kode pemulihan' }).click();
  await lihat(page, '08-pemulihan');
  await page.getByLabel('Kode pemulihan').fill(pemulihan[3].toUpperCase());
  await klik(page, 'Masuk');
  await page.waitForURL('**/beranda');
  await page.goto('/akun/faktor');
  await terlihat(page, '9 tersisa');
  await page.getByRole('link', { name: 'Buat kode baru' }).click();
  await lihat(page, '09-kode-baru');
});

langkah('codes by e-mail, too', async () => {
  await page.goto('/akun/faktor');
  await page.getByRole('link', { name: /^Pasang ?: Kode lewat e-mail/ })
    .click();
  await lihat(page, '10-email');
  await page.getByLabel('Password', { exact: true }).fill(akun.sandi);
  await klik(page, 'Lanjut');
  await terlihat(page, 'Kode sudah dikirim ke');
  const [[data]] = sql(`SELECT REPLACE(data, '\\n', '|') FROM kotak_keluar
    WHERE akun_id = ${akun.id} AND templat = 'kode-masuk'
    ORDER BY id DESC LIMIT 1`);
  await lihat(page, '11-email-kode');
  await page.getByLabel('Kode 6 angka').fill(/kode=(\d+)/.exec(data)[1]);
  await klik(page, 'Konfirmasi');
  await terlihat(page, 'Faktor kedua sudah aktif.');
  await page.getByRole('link', { name: /^Matikan ?: Kode lewat e-mail/ })
    .click();
  await lihat(page, '12-matikan');
  await page.context().clearCookies();
  await sandi(page);
  await page.waitForURL('**/login/kode');
  await page.getByRole('button', { name: /^Kirim kode ke/ }).waitFor();
  await potret(page, 'faktor-13-pilihan');
});

langkah('an admin takes all of it away', async () => {
  const admin = await (await ruang(browser)).newPage();
  await masuk(admin, demo('admin'));
  await admin.goto(`/admin/akun/${akun.id}`);
  await terlihat(admin, 'aplikasi autentikator, kode lewat e-mail');
  await admin.getByRole('link', { name: 'Atur ulang faktor kedua' }).click();
  await admin.getByLabel('Alasan').fill('Ponsel hilang, sudah ditelepon');
  await lihat(admin, '14-admin');
  await klik(admin, 'Atur ulang faktor kedua');
  await terlihat(admin, 'Faktor kedua sudah dihapus');
  await potret(admin, 'faktor-15-admin-selesai');
  await admin.goto('/admin/pengaturan');
  await terlihat(admin, 'Wajib untuk pejabat');
  await potret(admin, 'faktor-16-pengaturan');
  await sandi(page);
  await page.waitForURL('**/beranda');
});
