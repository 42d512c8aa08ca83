// cerita-balikan-layanan.mjs - somebody of an institution makes a token for its
// server, the server sends with it, the token is revoked: with scripts, and the
// pages on a phone without.  Every page on the way is checked and photographed.
// Proves B-05.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { alamat } from '../http/bantu.mjs';
import { GETPARAM, Mesin, STORE, bersihkan, isi, nik, pengirim }
  from '../http/balikan-bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';

const lihat = pelihat('balikan-layanan');
const l = pengirim();
const kosong = pengirim([]);
let browser, meja, telepon, mesin;

const tutup = async () => {
  bersihkan();
  await browser?.close();
};

before(async () => {
  browser = await buka();
  meja = await halaman(browser);
  telepon = await halaman(browser, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } });
});

after(tutup);

langkah('the page tells the addresses and what is missing', async () => {
  await masuk(telepon, kosong.akun);
  await telepon.goto('/balikan/layanan');
  await terlihat(telepon, 'Lembaga Anda belum menentukan parameter');
  await terlihat(telepon, `POST ${alamat}${STORE}`);
  await terlihat(telepon, `GET ${alamat}${GETPARAM}`);
  await lihat(telepon, '01-tanpa-parameter', false);
  await masuk(meja, l.akun);
  await meja.goto('/balikan');
  await meja.getByLabel('Bagian Data Balikan')
    .getByRole('link', { name: 'Web Service' }).click();
  await terlihat(meja, 'Belum ada token.');
  await lihat(meja, '02-belum-ada');
});

langkah('what was typed wrong is told and stays', async () => {
  await meja.getByLabel('Alamat jaringan yang boleh memakai')
    .fill('127.0.0.1\nkantor pusat');
  await meja.getByLabel('Masa berlaku').fill('731');
  await klik(meja, 'Buat token');
  await terlihat(meja, 'Ada yang perlu diperbaiki');
  await terlihat(meja, 'Nama token wajib diisi.');
  await terlihat(meja, 'Masa berlaku terlalu besar: paling banyak 730.');
  await terlihat(meja, 'Anda menulis “kantor”.');
  assert.equal(await meja.getByLabel('Alamat jaringan yang boleh memakai')
    .inputValue(), '127.0.0.1\nkantor pusat');
  await lihat(meja, '03-galat');
});

langkah('a token is shown once', async () => {
  await meja.getByLabel('Nama token').fill('Server CBS <utama>');
  await meja.getByLabel('Masa berlaku').fill('90');
  await meja.getByLabel('Alamat jaringan yang boleh memakai')
    .fill('127.0.0.1/8, ::1');
  await klik(meja, 'Buat token');
  await terlihat(meja, 'token tidak akan ditampilkan lagi');
  const teks = await meja.locator('b.kode').innerText();
  assert.match(teks, /^[0-9a-f]{64}$/);
  await lihat(meja, '04-token-baru');
  mesin = new Mesin({ teks });
  await meja.getByRole('link', { name: 'Sudah saya simpan' }).click();
  await terlihat(meja, `${teks.slice(0, 8)}…`);
  await terlihat(meja, 'Belum pernah');
  await terlihat(meja, '127.0.0.0/8');
  assert.ok(!(await meja.content()).includes(teks), 'never again');
});

langkah('the server sends with it, and the page tells when', async () => {
  const j = await mesin.store({ NIK: nik(1), NO_CIF: 'a' });
  assert.equal(j.badan.baru, 1);
  assert.deepEqual(Object.keys(isi(l)), [nik(1)]);
  await meja.reload();
  const baris = meja.getByRole('row', { name: /Server CBS/ });
  assert.match(await baris.innerText(), /Berlaku[\s\S]*\d{2}:\d{2} WIB/);
  await lihat(meja, '05-dipakai');
});

langkah('the problem that a machine is told is explained', async () => {
  const j = await mesin.store('{');
  assert.equal(j.badan.kode, 'json-rusak');
  await meja.goto(j.badan.type);
  const arti = meja.locator('#json-rusak');
  assert.ok((await arti.innerText()).includes(j.badan.title));
  assert.ok((await arti.innerText()).includes(j.badan.detail));
  await lihat(meja, '06-masalah');
});

langkah('revoked after asking, on a phone without scripts', async () => {
  await telepon.context().clearCookies();
  await masuk(telepon, l.akun);
  await telepon.goto('/balikan/layanan');
  await telepon.getByRole('link', { name: 'Cabut token Server CBS' }).click();
  await terlihat(telepon, 'Ini tidak dapat dibalikkan.');
  await lihat(telepon, '07-cabut', false);
  await meja.goto(telepon.url());
  await lihat(meja, '07-cabut-meja');
  assert.equal((await mesin.get(GETPARAM)).status, 200, 'not yet');
  await klik(telepon, 'Ya, cabut token ini');
  await terlihat(telepon, 'Token sudah dicabut.');
  await lihat(telepon, '08-dicabut', false);
  assert.equal((await mesin.get(GETPARAM)).status, 401);
});
