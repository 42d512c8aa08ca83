// cerita-manual.mjs - a manual of Ditjen's own: a member of staff uploads it,
// a clerk finds and downloads it without scripts, the next edition replaces
// it, and at last it is withdrawn.  Proves B-18 "Upload Manual Book".

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { akunBaru, alamat, demo, lembagaBaru, pdf, unik }
  from '../http/bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';
import { Saluran } from './saluran.mjs';

const lihat = pelihat('manual');
const judul = `Juknis data balikan ${unik()}`;
const edisi = [pdf('edisi satu'), pdf('edisi dua')];
let browser, jalur, staf, petugas;

before(async () => {
  browser = await buka();
  jalur = await Saluran.buka(alamat);
  staf = await halaman(browser, { baseURL: jalur.alamat });
  petugas = await halaman(browser, { javaScriptEnabled: false });
  await masuk(staf, demo('admin'));
  await masuk(petugas, akunBaru('pengguna', lembagaBaru('kementerian')));
});
after(async () => {
  await browser?.close();
  jalur?.tutup();
});

const berkas = (n) => ({ name: `juknis-${n}.pdf`, mimeType: 'application/pdf',
  buffer: edisi[n - 1] });

/** What the clerk gets who follows the link of that name. */
async function unduhan(nama) {
  const [d] = await Promise.all([petugas.waitForEvent('download'),
    petugas.getByRole('link', { name: nama, exact: true }).click()]);
  return readFileSync(await d.path());
}

langkah('staff upload it; a wrong file is told of and the rest stays',
  async () => {
    await staf.goto('/balikan');
    await staf.getByRole('link', { name: 'Buku manual' }).click();
    await staf.getByRole('link', { name: 'Unggah buku manual' }).click();
    await lihat(staf, 'baru');
    await staf.getByLabel('Judul').fill(judul);
    await staf.getByLabel('Untuk')
      .selectOption('Lembaga, Dinas, produsen, dan Ditjen');
    await staf.getByLabel('Berkas PDF').setInputFiles({ name: 'juknis.pdf',
      mimeType: 'application/pdf', buffer: Buffer.from('bukan PDF') });
    await klik(staf, 'Unggah');
    await terlihat(staf, 'Ada yang perlu diperbaiki');
    await lihat(staf, 'salah');
    assert.equal(await staf.getByLabel('Judul').inputValue(), judul);
    // It tells how far it is, and when the line breaks.
    await staf.getByLabel('Berkas PDF').setInputFiles({ ...berkas(1),
      buffer: Buffer.concat([edisi[0], Buffer.alloc(19 << 20, '\n')]) });
    jalur.tahan();
    await klik(staf, 'Unggah');
    await terlihat(staf, /^Mengirim berkas \d+ %$/);
    jalur.putus();
    await terlihat(staf, 'Sambungan terputus. Isian Anda masih ada');
    jalur.sambung();
    await staf.getByLabel('Berkas PDF').setInputFiles(berkas(1));
    await klik(staf, 'Unggah');
    await terlihat(staf, 'Buku manual sudah diunggah');
    await lihat(staf, 'lihat');
  });

langkah('a clerk finds and downloads it', async () => {
  await petugas.goto('/panduan');
  await lihat(petugas, 'petugas', false);
  assert.deepEqual(await unduhan(judul), edisi[0]);
});

langkah('the next edition', async () => {
  await staf.goto('/panduan');
  await lihat(staf, 'daftar');
  await staf.getByRole('link', { name: `Kelola ${judul}` }).click();
  await staf.getByRole('link', { name: 'Ubah atau unggah edisi baru' }).click();
  await staf.getByLabel('Berkas PDF').setInputFiles(berkas(2));
  await lihat(staf, 'ubah');
  await klik(staf, 'Simpan');
  await terlihat(staf, 'juknis-2.pdf');
  await lihat(staf, 'edisi');
  await petugas.goto('/panduan');
  await terlihat(petugas, 'edisi 2');
  assert.deepEqual(await unduhan(judul), edisi[1]);
});

langkah('an earlier edition is deleted', async () => {
  await staf.getByRole('link', { name: 'Hapus edisi 1' }).click();
  await lihat(staf, 'hapus');
  await klik(staf, 'Ya, hapus edisi ini');
  await terlihat(staf, 'Edisi itu sudah dihapus');
  assert.equal(await staf.getByText('juknis-1.pdf').count(), 0);
});

langkah('withdrawn', async () => {
  await klik(staf, 'Tarik buku ini');
  await terlihat(staf, 'tidak dapat diunduh lagi');
  await lihat(staf, 'ditarik');
  await petugas.goto('/panduan');
  assert.equal(await petugas.getByRole('link', { name: judul }).count(), 0);
});
