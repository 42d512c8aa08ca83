// cerita-orang.mjs - people and their accounts as they use them: one changes
// his profile, puts a picture beside his name, moves to another e-mail
// address and forgets his password; an admin makes many accounts of a table
// that is wrong at first, and one of the new people signs in.  Every page on
// the way is checked and photographed.  Proves U-04, U-06, U-07.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { akunBaru, demo, lembagaBaru, sql, unik } from '../http/bantu.mjs';
import { csv, png } from '../http/orang-bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';

let browser, budi, tamu, admin, akun, kode;

const lihat = pelihat('orang');

/** The link in the latest message of a template to an account. */
function tautan(id, templat) {
  const [[data]] = sql(`SELECT REPLACE(data, '\n', '|') FROM kotak_keluar
    WHERE akun_id = ${id} AND templat = '${templat}'
    ORDER BY id DESC LIMIT 1`);
  return /jalur=([^|]+)/.exec(data)[1];
}

before(async () => {
  browser = await buka();
  const lembaga = lembagaBaru('kementerian', `Kementerian Uji ${unik()}`);
  [[kode]] = sql(`SELECT kode FROM lembaga WHERE id = ${lembaga}`);
  akun = akunBaru('pengguna', lembaga);
  budi = await halaman(browser);
  tamu = await halaman(browser, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } });
  admin = await halaman(browser);
});

after(async () => { await browser?.close(); });

langkah('the profile is changed, and what is wrong is told', async () => {
  await masuk(budi, akun);
  await budi.locator('.orang > summary').click();
  await budi.getByRole('link', { name: 'Profil Saya' }).click();
  await lihat(budi, '01-profil');
  await budi.getByRole('link', { name: 'Ubah profil' }).click();
  await lihat(budi, '02-ubah');
  await budi.getByLabel('Nama', { exact: true }).fill('Budi Santoso');
  await budi.getByLabel('Nomor Telepon').fill('nol delapan');
  await klik(budi, 'Simpan');
  await terlihat(budi, 'Nomor Telepon harus berupa nomor telepon');
  assert.equal(await budi.getByLabel('Nama', { exact: true }).inputValue(),
    'Budi Santoso');
  await lihat(budi, '03-ubah-galat');
  await budi.getByLabel('Nomor Telepon').fill('0812 3456 7890');
  await klik(budi, 'Simpan');
  await terlihat(budi, 'Perubahan sudah disimpan.');
  await terlihat(budi, 'Budi Santoso');
});

langkah('a picture stands beside the name', async () => {
  await budi.getByRole('link', { name: 'Pasang foto' }).click();
  await lihat(budi, '04-foto');
  await budi.getByLabel('Foto', { exact: true }).setInputFiles({
    name: 'foto.jpg', mimeType: 'image/jpeg',
    buffer: Buffer.from('bukan gambar sama sekali') });
  await klik(budi, 'Simpan foto');
  await terlihat(budi, 'Foto harus berupa JPEG, PNG, atau WebP.');
  await lihat(budi, '05-foto-galat');
  // A WebP as browsers make them.
  const webp = await budi.evaluate(async () => {
    const c = document.createElement('canvas');
    c.width = 640;
    c.height = 480;
    const g = c.getContext('2d');
    g.fillStyle = '#7aa7c7';
    g.fillRect(0, 0, 640, 480);
    g.fillStyle = '#e8b88a';
    g.beginPath();
    g.arc(320, 200, 110, 0, 7);
    g.fill();
    g.fillStyle = '#1c4f7c';
    g.beginPath();
    g.ellipse(320, 480, 200, 170, 0, 0, 7);
    g.fill();
    const b = await new Promise((r) => { c.toBlob(r, 'image/webp', 0.9); });
    return [...new Uint8Array(await b.arrayBuffer())];
  });
  await budi.getByLabel('Foto', { exact: true }).setInputFiles({
    name: 'saya.webp', mimeType: 'image/webp', buffer: Buffer.from(webp) });
  await klik(budi, 'Simpan foto');
  await terlihat(budi, 'Foto Anda sudah disimpan.');
  for (const foto of [budi.getByAltText('Foto Anda'),
    budi.locator('header img.foto')])
    assert.equal(await foto.evaluate(async (i) => {
      await i.decode();
      return i.naturalWidth;
    }), 256);
  await lihat(budi, '06-foto-ada');
  await budi.getByRole('link', { name: 'Ganti foto' }).click();
  await lihat(budi, '07-foto-ganti');
  await budi.getByLabel('Foto', { exact: true }).setInputFiles({
    name: 'a.png', mimeType: 'image/png', buffer: png(90, 60, [200, 90, 0]) });
  await klik(budi, 'Simpan foto');
  await terlihat(budi, 'Foto Anda sudah disimpan.');
});

langkah('a new e-mail address waits for its link', async () => {
  await budi.getByRole('link', { name: 'Ganti e-mail' }).click();
  await lihat(budi, '08-email');
  await budi.getByLabel('Alamat e-mail baru')
    .fill(`${akun.username}@baru.example`);
  await budi.getByLabel('Password Anda').fill('bukan ini');
  await klik(budi, 'Kirim tautan konfirmasi');
  await terlihat(budi, 'Password Anda salah.');
  await lihat(budi, '09-email-galat');
  await budi.getByLabel('Password Anda').fill(akun.sandi);
  await klik(budi, 'Kirim tautan konfirmasi');
  await terlihat(budi, 'Alamat e-mail baru menunggu konfirmasi');
  await lihat(budi, '10-email-menunggu');
  await klik(budi, 'Kirim ulang tautan');
  await terlihat(budi, 'Tautan baru sudah dikirim.');
  await klik(budi, 'Batalkan pergantian alamat e-mail');
  await terlihat(budi, 'Pergantian alamat e-mail dibatalkan.');
  await budi.getByRole('link', { name: 'Ganti e-mail' }).click();
  await budi.getByLabel('Alamat e-mail baru')
    .fill(`${akun.username}@baru.example`);
  await budi.getByLabel('Password Anda').fill(akun.sandi);
  await klik(budi, 'Kirim tautan konfirmasi');
  // On the phone, without scripts, by the link of the message.
  await tamu.goto(tautan(akun.id, 'email-baru'));
  await lihat(tamu, '11-konfirmasi', false);
  await klik(tamu, 'Ya, ini alamat saya');
  await terlihat(tamu, 'alamat e-mail Anda sudah dikonfirmasi');
  await budi.goto('/akun/profil');
  await terlihat(budi, `${akun.username}@baru.example`);
  assert.equal(await budi.getByText('menunggu konfirmasi').count(), 0);
});

langkah('the old address can take it back', async () => {
  await tamu.goto(tautan(akun.id, 'email-batal'));
  await terlihat(tamu, `${akun.username}@uji.example`);
  await lihat(tamu, '12-batal', false);
  await klik(tamu, 'Bukan saya, hentikan');
  await terlihat(tamu, 'Pergantian alamat e-mail dihentikan');
  await budi.goto('/akun/profil');
  assert.match(budi.url(), /\/login\?/);
});

langkah('a forgotten password is made anew by a link', async () => {
  await tamu.goto('/login');
  await tamu.getByRole('link', { name: /[Ll]upa password/ }).click();
  await lihat(tamu, '13-lupa', false);
  await klik(tamu, 'Kirim tautan');
  await terlihat(tamu, 'Username atau e-mail wajib diisi.');
  for (const siapa of [unik('tiada'), `${akun.username}@uji.example`]) {
    await tamu.goto('/login/lupa');
    await tamu.getByLabel('Username atau e-mail').fill(siapa);
    await klik(tamu, 'Kirim tautan');
    // The same whether there is such an account.
    await terlihat(tamu, 'Bila akun itu ada, kami sudah mengirim tautan');
  }
  const ke = tautan(akun.id, 'sandi-lupa');
  await tamu.goto(ke);
  await terlihat(tamu, 'atas nama Budi Santoso');
  await lihat(tamu, '14-sandi-baru', false);
  await tamu.getByLabel('Password baru', { exact: true }).fill('sayur lodeh');
  await tamu.getByLabel('Ulangi password', { exact: true }).fill('sayur asam');
  await klik(tamu, 'Simpan password');
  await terlihat(tamu, 'Kedua password baru tidak sama.');
  await lihat(tamu, '15-sandi-galat', false);
  await tamu.getByLabel('Password baru', { exact: true }).fill('sayur lodeh');
  await tamu.getByLabel('Ulangi password', { exact: true }).fill('sayur lodeh');
  await klik(tamu, 'Simpan password');
  await terlihat(tamu, 'Password baru sudah disimpan. Silakan masuk.');
  await masuk(tamu, { ...akun, sandi: 'sayur lodeh' });
  await tamu.goto(ke);
  await terlihat(tamu, 'Tautan tidak berlaku lagi');
  await terlihat(tamu, 'Mintalah tautan yang baru');
  await lihat(tamu, '16-tautan-habis', false);
});

const KOLOM = ['nama', 'username', 'email', 'telepon', 'peran',
  'kode_lembaga', 'alamat', 'kota', 'provinsi'];

langkah('many accounts: first wrong, then right', async () => {
  const u = [unik('a'), unik('b'), unik('c')];
  const tabel = (telepon, siapa) => csv([KOLOM,
    ['Andi Wijaya', u[0], `${u[0]}@uji.example`, telepon, 'pengguna', kode,
      '', '', ''],
    ['Rina Kusuma', u[1], `${u[1]}@uji.example`, '081200001111', 'pengguna',
      kode, 'Jalan Kenanga 7', 'Kota Contoh', 'Provinsi Contoh'],
    ['Tono', siapa, `${u[2]}@uji.example`, '081200002222', 'pengguna', kode,
      '', '', '']]);
  await masuk(admin, demo('admin'));
  await admin.getByRole('link', { name: 'Pengguna', exact: true }).click();
  await admin.getByRole('link', { name: 'Buat banyak akun' }).click();
  await lihat(admin, '17-massal');
  const isi = (teks) => admin.getByLabel('Berkas akun').setInputFiles({
    name: 'akun.csv', mimeType: 'text/csv', buffer: Buffer.from(teks) });
  await isi(tabel('tidak ada', u[0]));
  await klik(admin, 'Periksa berkas');
  await terlihat(admin, 'Belum ada satu akun pun yang dibuat.');
  await terlihat(admin, 'Bukan nomor telepon.');
  await terlihat(admin, 'Username ini sudah ada pada baris 2.');
  await lihat(admin, '18-massal-galat');
  const [unduh] = await Promise.all([admin.waitForEvent('download'),
    admin.getByRole('link', { name: 'Unduh laporan lengkap (CSV)' })
      .click()]);
  assert.equal(unduh.suggestedFilename(), 'kesalahan-akun.csv');
  await isi(tabel('081200003333', u[2]));
  await klik(admin, 'Periksa berkas');
  await terlihat(admin, 'akan dibuat sekaligus. Belum ada yang disimpan.');
  await lihat(admin, '19-massal-periksa');
  await klik(admin, 'Buat semua akun');
  await terlihat(admin, 'Semua akun dari berkas sudah dibuat.');
  await lihat(admin, '20-massal-selesai');
  // One of them makes a first password and signs in.
  const [[id]] = sql(`SELECT id FROM akun WHERE username = '${u[1]}'`);
  const baru = await halaman(browser);
  await baru.goto(tautan(id, 'akun-dibuat'));
  await terlihat(baru, 'atas nama Rina Kusuma');
  await baru.getByLabel('Password baru', { exact: true }).fill('soto betawi 9');
  await baru.getByLabel('Ulangi password', { exact: true }).fill('soto betawi 9');
  await klik(baru, 'Simpan password');
  await masuk(baru, { username: u[1], sandi: 'soto betawi 9' });
});
