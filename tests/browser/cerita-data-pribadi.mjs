// cerita-data-pribadi.mjs - personal data as people meet it: a clerk on a phone
// without scripts reads what is kept about him, takes it along and asks to be
// erased; an admin refuses, then agrees; afterwards he cannot sign in, and
// others see a number where his name was.  Every page on the way is checked
// and photographed.  Proves U-25; the dashboards of the roles U-09.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { akunBaru, demo, lembagaBaru, sql, tunggu, unik }
  from '../http/bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';

let browser, admin, orang, akun;
const nama = `Sari ${unik('Dewi')}`;

const lihat = pelihat('data');

before(async () => {
  browser = await buka();
  admin = await halaman(browser);
  orang = await halaman(browser, { javaScriptEnabled: false,
    acceptDownloads: true, viewport: { width: 360, height: 740 } });
  const lembaga = lembagaBaru('kementerian');
  akun = akunBaru('pengguna', lembaga);
  akunBaru('pengguna', lembaga);
  sql(`UPDATE akun SET nama = '${nama}' WHERE id = ${akun.id}`);
});

after(async () => { await browser?.close(); });

langkah('what is kept about oneself, and taking it along', async () => {
  await masuk(orang, akun);
  await lihat(orang, '01-dasbor-kosong', false);
  await orang.goto('/akun/profil');
  await orang.getByRole('link', { name: 'Data Pribadi', exact: true }).click();
  await terlihat(orang, 'UU Nomor 27 Tahun 2022');
  await lihat(orang, '02-disimpan', false);
  const sandi = orang.getByLabel('Password', { exact: true });
  await sandi.fill('salah sekali');
  await klik(orang, 'Unduh ZIP');
  await terlihat(orang, /salah/i);
  await lihat(orang, '03-sandi-salah', false);
  await sandi.fill(akun.sandi);
  const [unduhan] = await Promise.all([orang.waitForEvent('download'),
    klik(orang, 'Unduh ZIP')]);
  assert.match(unduhan.suggestedFilename(), /^data-pribadi-.*\.zip$/);
  const zip = readFileSync(await unduhan.path());
  assert.equal(zip.subarray(0, 2).toString(), 'PK');
});

/** Ask to be erased, from the page of one's data. */
async function minta() {
  await orang.goto('/akun/data');
  await orang.getByRole('link', { name: 'Minta data saya dihapus' }).click();
  await terlihat(orang, 'tidak dapat dibatalkan');
  await orang.getByLabel('Password', { exact: true }).fill(akun.sandi);
  await klik(orang, 'Minta penghapusan');
  await terlihat(orang, 'Permintaan penghapusan sudah dikirim');
}

langkah('asks, takes it back, asks again', async () => {
  await orang.goto('/akun/data/hapus');
  await lihat(orang, '04-minta', false);
  await minta();
  await lihat(orang, '05-diminta', false);
  await klik(orang, 'Tarik permintaan');
  await terlihat(orang, 'Data Anda tetap ada');
  await minta();
});

langkah('an admin sees it on the dashboard and refuses with a reason',
  async () => {
    await masuk(admin, demo('admin'));
    await lihat(admin, '06-dasbor-admin');
    await admin.getByRole('link', { name: /permintaan penghapusan/ }).click();
    await lihat(admin, '07-daftar');
    await admin.getByRole('row', { name: new RegExp(nama) })
      .filter({ hasText: 'Menunggu' }).getByRole('link').click();
    await lihat(admin, '08-permintaan');
    await admin.getByRole('link', { name: 'Tolak' }).click();
    await klik(admin, 'Tolak permintaan');
    await terlihat(admin, 'Galat');
    await lihat(admin, '09-tolak-galat');
    await admin.getByLabel('Alasan penolakan').fill('Masih ada pemeriksaan');
    await klik(admin, 'Tolak permintaan');
    await terlihat(admin, 'Permintaan ditolak.');
    await orang.goto('/akun/data');
    await terlihat(orang, 'Masih ada pemeriksaan');
  });

langkah('agrees the second time; a number is left', async () => {
  await minta();
  await admin.goto('/admin/data-pribadi?status=diajukan');
  await admin.getByRole('row', { name: new RegExp(nama) })
    .getByRole('link').click();
  await admin.getByRole('link', { name: 'Setujui' }).click();
  await lihat(admin, '10-setujui');
  await klik(admin, 'Setujui dan hapus');
  await terlihat(admin, 'Permintaan disetujui.');
  await tunggu(() => sql(`SELECT status FROM akun
    WHERE id = ${akun.id}`)[0][0] === 'dihapus', 20000);
  await admin.reload();
  await terlihat(admin, 'Selesai dihapus');
  await lihat(admin, '11-selesai');
  await admin.goto(`/admin/akun/${akun.id}`);
  await terlihat(admin, `Akun dihapus #${akun.id}`);
  assert.equal(await admin.getByText(nama).count(), 0);
  await lihat(admin, '12-akun');
  await orang.goto('/beranda');
  assert.match(orang.url(), /\/login/);
  await orang.getByLabel('Username').fill(akun.username);
  await orang.getByLabel('Password', { exact: true }).fill(akun.sandi);
  await klik(orang, 'Masuk');
  await terlihat(orang, 'Username atau password salah');
});

for (const peran of ['pengguna', 'produsen', 'dinas', 'pejabat',
  'verifikator', 'pemohon'])
  test(`U-09 the dashboard of ${peran}`, async () => {
    const page = await halaman(browser);
    await masuk(page, demo(peran));
    await terlihat(page, 'Menunggu Anda');
    await lihat(page, `13-dasbor-${peran}`);
    await page.context().close();
  });
