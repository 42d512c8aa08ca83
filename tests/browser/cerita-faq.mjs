// cerita-faq.mjs - Frequent Asked Question as people use it: an admin writes
// an answer, sees it before it is saved, puts it in its place and takes a
// change back; a clerk on a phone without scripts searches, reads and votes.
// Every page on the way is checked and photographed.  Proves U-11, U-12.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { demo, sql, unik } from '../http/bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';

const tanda = unik('lampu');
const tanya = `Apa arti ${tanda} yang berkedip pada pembaca?`;
let browser, admin, tamu;

const lihat = pelihat('faq');

before(async () => {
  browser = await buka();
  admin = await halaman(browser);
  tamu = await halaman(browser, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } });
});

after(async () => {
  // The list is the demo's again.
  sql(`UPDATE faq SET aktif = 0 WHERE tanya LIKE '%${tanda}%'`);
  await browser?.close();
});

langkah('an admin writes, and is told what cannot be read', async () => {
  await masuk(admin, demo('admin'));
  await admin.getByRole('link', { name: 'Frequent Asked Question' }).click();
  await lihat(admin, '01-umum-admin');
  await admin.getByRole('link', { name: 'Kelola pertanyaan' }).click();
  await lihat(admin, '02-kelola');
  await admin.getByRole('link', { name: 'Tulis pertanyaan' }).click();
  await admin.getByText('Cara menulis jawaban').click();
  await lihat(admin, '03-tulis');
  await admin.getByLabel('Pertanyaan').fill(tanya);
  await admin.getByLabel('Kelompok')
    .selectOption({ label: 'Kartu SAM dan pembaca KTP-el' });
  await admin.getByLabel('Jawaban', { exact: true }).fill('Lampu **merah ' +
    'berarti kartu SAM belum terbaca.\n\nCobalah:\n- matikan pembaca;\n' +
    '- pasang kembali kartu SAM.\n\nLihat [panduan](/panduan/aktivasi).');
  await klik(admin, 'Pratinjau');
  await terlihat(admin, 'Tanda bintang di sini tidak punya pasangan');
  await terlihat(admin, 'Baris 1:');
  await lihat(admin, '04-galat');
  assert.equal(await admin.getByLabel('Pertanyaan').inputValue(), tanya);
});

langkah('sees it before it is saved', async () => {
  const jawab = admin.getByLabel('Jawaban', { exact: true });
  await jawab.fill((await jawab.inputValue()).replace('**merah', '**merah**'));
  await klik(admin, 'Pratinjau');
  const p = admin.getByRole('region', { name: 'Pratinjau: belum disimpan' });
  assert.equal(await p.locator('strong').innerText(), 'merah');
  assert.equal(await p.getByRole('listitem').count(), 2);
  assert.equal(await p.getByRole('link', { name: 'panduan' })
    .getAttribute('href'), '/panduan/aktivasi');
  assert.equal(await admin.getByLabel('Kelompok')
    .evaluate((s) => s.selectedOptions[0].text),
  'Kartu SAM dan pembaca KTP-el');
  await lihat(admin, '05-pratinjau');
  await tamu.goto('/faq');
  assert.equal(await tamu.getByText(tanya).count(), 0);
  await klik(admin, 'Simpan');
  await terlihat(admin, 'Pertanyaan sudah disimpan dan tampil untuk semua');
  await lihat(admin, '06-tersimpan');
});

langkah('puts it in its place', async () => {
  await admin.goto('/faq/kelola');
  const tabel = admin.getByRole('table',
    { name: 'Pertanyaan dalam kelompok Kartu SAM dan pembaca KTP-el' });
  const urutan = (baris) => baris.locator('.utama').allInnerTexts();
  const semua = tabel.locator('tbody tr');
  const awal = await urutan(semua);
  assert.equal(awal.at(-1), tanya);
  await klik(admin, `Naik ${tanya}`);
  await terlihat(admin, 'Urutan sudah diubah.');
  assert.equal((await urutan(semua)).at(-2), tanya);
  assert.equal(new URL(admin.url()).hash.slice(0, 5), '#faq-');
  await lihat(admin, '07-digeser');
  // Those that are switched on, in this order.
  const tampil = await urutan(semua
    .filter({ has: admin.locator('.lencana.baik') }));
  await tamu.goto('/faq');
  assert.deepEqual((await tamu.locator('summary').allInnerTexts())
    .slice(0, tampil.length), tampil);
});

langkah('a clerk on a phone without scripts searches, reads, votes',
  async () => {
    await tamu.goto('/');
    await tamu.getByRole('link', { name: 'Frequent Asked Question' }).click();
    await lihat(tamu, '08-umum', false);
    await tamu.getByRole('searchbox').fill(`kenapa ${tanda} berkedip?`);
    await klik(tamu, 'Cari');
    await terlihat(tamu, '1 pertanyaan cocok dengan');
    // One result lies open.
    await terlihat(tamu, 'matikan pembaca;');
    await lihat(tamu, '09-hasil', false);
    await tamu.getByRole('link', { name: /^Buka halaman jawaban ini/ }).click();
    assert.equal(await tamu.getByRole('heading', { level: 1 }).innerText(),
      tanya);
    await lihat(tamu, '10-jawaban', false);
    await klik(tamu, 'Tidak');
    await terlihat(tamu, 'Terima kasih, pendapat Anda sudah dicatat.');
    await terlihat(tamu, 'Jawaban Anda: Tidak');
    await klik(tamu, 'Ya');
    await terlihat(tamu, 'Jawaban Anda: Ya');
    await lihat(tamu, '11-suara', false);
    await tamu.getByRole('link', { name: 'Semua pertanyaan' }).click();
    await tamu.getByRole('searchbox').fill('zebra ungu');
    await klik(tamu, 'Cari');
    await terlihat(tamu, 'Tidak ada yang cocok');
    await lihat(tamu, '12-tidak-ada', false);
    await tamu.getByRole('link', { name: 'Tampilkan semua' }).click();
    await terlihat(tamu, 'Data balikan');
  });

langkah('a change is taken back, and all of it can be read', async () => {
  await admin.goto('/faq/kelola');
  await admin.getByRole('link', { name: tanya, exact: true }).click();
  await terlihat(admin, '1 ya, 0 tidak (100% ya)');
  await admin.getByRole('link', { name: 'Ubah', exact: true }).click();
  await admin.getByLabel('Jawaban', { exact: true }).fill('Keliru sama sekali.');
  await klik(admin, 'Simpan');
  await terlihat(admin, 'Perubahan sudah disimpan.');
  await admin.getByRole('link', { name: 'Lihat versi 1' }).click();
  await terlihat(admin, 'matikan pembaca;');
  await lihat(admin, '13-versi');
  await klik(admin, 'Pulihkan versi ini');
  await terlihat(admin, 'Versi lama sudah dipulihkan sebagai versi baru.');
  await terlihat(admin, 'Dipulihkan dari versi 1');
  await terlihat(admin, 'matikan pembaca;');
  await lihat(admin, '14-riwayat');
});

langkah('switched off, nobody sees it any more', async () => {
  await klik(admin, 'Nonaktifkan');
  await terlihat(admin, 'Pertanyaan ini tidak tampil lagi.');
  await tamu.goto(`/faq?cari=${tanda}`);
  await terlihat(tamu, 'Tidak ada yang cocok');
  await klik(admin, 'Aktifkan');
  await tamu.reload();
  await terlihat(tamu, tanya);
});

langkah('a group is made and renamed', async () => {
  await admin.goto('/faq/kelola');
  await admin.getByRole('link', { name: 'Tambah kelompok' }).click();
  await lihat(admin, '15-kelompok');
  await klik(admin, 'Simpan');
  await terlihat(admin, 'Nama kelompok wajib diisi.');
  await admin.getByLabel('Nama kelompok').fill(`Kelompok ${tanda}`);
  await klik(admin, 'Simpan');
  await terlihat(admin, 'Kelompok baru sudah dibuat.');
  await admin.getByRole('link', { name: `Ubah nama kelompok Kelompok ${tanda}` })
    .click();
  await admin.getByLabel('Nama kelompok').fill(`Alat ${tanda}`);
  await klik(admin, 'Simpan');
  await terlihat(admin, `Alat ${tanda}`);
});
