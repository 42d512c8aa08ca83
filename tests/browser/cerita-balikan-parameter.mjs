// cerita-balikan-parameter.mjs - a clerk tells what his institution sends for
// each NIK: with scripts, and on a phone without; he takes both templates along
// and sends one record by form.  Every page on the way is checked and
// photographed.  Proves B-01, B-02, B-03.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { Orang, akunBaru, lembagaBaru, sql } from '../http/bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';

const lembaga = lembagaBaru('kementerian');
const akun = akunBaru('pengguna', lembaga);
const NIK = '3171010101900001';
let browser, meja, telepon;

const lihat = pelihat('balikan-parameter');

/** The fields of the n'th parameter of the form. */
const ruas = (page, n) =>
  page.getByRole('group', { name: `Parameter ${n}`, exact: true });
const tombol = (page, n, nama) => ruas(page, n)
  .getByRole('button', { name: `${nama} parameter ${n}`, exact: true }).click();
const nama = (page) => page.getByLabel('Nama', { exact: true })
  .evaluateAll((x) => x.map((e) => e.value));

before(async () => {
  browser = await buka();
  meja = await halaman(browser);
  telepon = await halaman(browser, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } });
});

after(async () => {
  sql(['balikan', 'balikan_lama', 'balikan_harian', 'balikan_lembaga',
    'balikan_jejak', 'balikan_kiriman'].map((t) =>
    `DELETE FROM ${t} WHERE lembaga_id = ${lembaga};`).join('\n'));
  await browser?.close();
});

langkah('nothing can be sent before there are parameters', async () => {
  await masuk(meja, akun);
  await meja.goto('/balikan/formulir');
  await terlihat(meja, 'Belum ada parameter');
  await lihat(meja, '01-form-tanpa-parameter');
  await meja.goto('/balikan/parameter');
  await lihat(meja, '02-belum-ada');
  await meja.getByRole('link', { name: 'Buat parameter' }).click();
  await lihat(meja, '03-form-kosong');
});

langkah('each kind shows its own fields', async () => {
  const satu = ruas(meja, 1);
  await satu.getByLabel('Nama', { exact: true }).fill('no_cif');
  assert.ok(await satu.getByLabel('Panjang').isVisible());
  assert.ok(await satu.getByLabel('Daftar pilihan').isHidden());
  await satu.getByLabel('Jenis').selectOption({ label: 'Pilihan' });
  assert.ok(await satu.getByLabel('Panjang').isHidden());
  assert.ok(await satu.getByLabel('Daftar pilihan').isVisible());
  await satu.getByLabel('Jenis').selectOption({ label: 'Teks' });
  await klik(meja, 'Tambah parameter');
  await meja.waitForURL('**/ubah#parameter-2');
  await ruas(meja, 2).getByLabel('Nama', { exact: true }).fill('no_cif');
  await ruas(meja, 2).getByLabel('Jenis')
    .selectOption({ label: 'Nomor telepon' });
  // Enter goes on to the check, not to a row's button.
  await ruas(meja, 1).getByLabel('Panjang').press('Enter');
  await terlihat(meja, 'Parameter 1: tulis panjangnya.');
  await terlihat(meja, 'Parameter 2: nama NO_CIF sudah dipakai');
  await lihat(meja, '04-galat');
  assert.deepEqual(await nama(meja), ['no_cif', 'no_cif']);
});

langkah('he sees what he saves', async () => {
  await ruas(meja, 1).getByLabel('Panjang').fill('20');
  await ruas(meja, 1).getByLabel('Wajib diisi').check();
  await ruas(meja, 2).getByLabel('Nama', { exact: true }).fill('NO_HP');
  await klik(meja, 'Lanjut: periksa');
  await terlihat(meja, 'Periksa jawaban Anda');
  await lihat(meja, '05-periksa');
  await klik(meja, 'Kembali mengubah');
  assert.deepEqual(await nama(meja), ['no_cif', 'NO_HP']);
  assert.ok(await ruas(meja, 1).getByLabel('Wajib diisi').isChecked());
  await klik(meja, 'Lanjut: periksa');
  await klik(meja, 'Simpan parameter');
  await terlihat(meja, 'Parameter sudah disimpan sebagai versi baru');
  await lihat(meja, '06-tersimpan');
});

langkah('both templates come along', async () => {
  const unduh = async (nama) => {
    const [d] = await Promise.all([meja.waitForEvent('download'),
      meja.getByRole('link', { name: nama }).click()]);
    return [d.suggestedFilename(), readFileSync(await d.path())];
  };
  const [csv, isi] = await unduh('Template CSV');
  assert.match(csv, /^data-balikan-[0-9]{6}-v1\.csv$/);
  assert.equal(isi.toString(), '\ufeffNIK,NO_CIF,NO_HP\r\n');
  const [xlsx, buku] = await unduh('Template Excel');
  assert.match(xlsx, /^data-balikan-[0-9]{6}-v1\.xlsx$/);
  assert.equal(buku.subarray(0, 2).toString(), 'PK');
});

langkah('on a phone, without scripts: rows are added, moved, taken away',
  async () => {
    await masuk(telepon, akun);
    await telepon.goto('/balikan/parameter');
    await telepon.getByRole('link', { name: 'Ubah parameter' }).click();
    // Every field is there, and says what it is for.
    assert.ok(await ruas(telepon, 1).getByLabel('Daftar pilihan').isVisible());
    for (let i = 0; i < 3; i++) await klik(telepon, 'Tambah parameter');
    const isi = async (n, nama, jenis, lagi = {}) => {
      const f = ruas(telepon, n);
      await f.getByLabel('Nama', { exact: true }).fill(nama);
      await f.getByLabel('Jenis').selectOption({ label: jenis });
      for (const [l, v] of Object.entries(lagi))
        await f.getByLabel(l).fill(v);
    };
    await isi(3, 'STATUS', 'Pilihan', { 'Daftar pilihan': 'Aktif\nTutup' });
    await isi(4, 'SALAH', 'Teks');
    await isi(5, 'TGL_BUKA', 'Tanggal');
    await tombol(telepon, 4, 'Hapus');
    assert.deepEqual(await nama(telepon),
      ['NO_CIF', 'NO_HP', 'STATUS', 'TGL_BUKA']);
    await tombol(telepon, 4, 'Naik');
    await tombol(telepon, 1, 'Turun');
    assert.deepEqual(await nama(telepon),
      ['NO_HP', 'NO_CIF', 'TGL_BUKA', 'STATUS']);
    assert.equal(await ruas(telepon, 4).getByLabel('Daftar pilihan')
      .inputValue(), 'Aktif\nTutup');
    await lihat(telepon, '07-tanpa-skrip', false);
    await klik(telepon, 'Lanjut: periksa');
    await terlihat(telepon, 'Ditambahkan');
    await terlihat(telepon, 'Pindah urutan');
    await lihat(telepon, '08-periksa-versi-2', false);
    await klik(telepon, 'Simpan parameter');
    await terlihat(telepon, 'Yang berlaku: versi 2');
    await lihat(telepon, '09-versi-2', false);
    await telepon.getByRole('link', { name: '1', exact: true }).click();
    await terlihat(telepon, 'Versi ini sudah diganti');
    await lihat(telepon, '10-versi-lama', false);
  });

langkah('one record by form: what is wrong first, then sent', async () => {
  await meja.goto('/balikan/formulir');
  await lihat(meja, '11-formulir');
  await meja.getByLabel('NIK').fill(NIK.slice(0, 15));
  await meja.getByLabel('NO_HP').fill('nol delapan');
  await meja.getByLabel('TGL_BUKA').fill('2025-01-31');
  await meja.getByLabel('STATUS').selectOption({ label: 'Tutup' });
  await klik(meja, 'Simpan');
  await terlihat(meja, 'NIK tidak 16 angka.');
  await terlihat(meja, 'NO_CIF: Nilai wajib diisi');
  assert.match(await meja.title(), /^Galat: /);
  assert.equal(await meja.getByLabel('STATUS').inputValue(), 'Tutup');
  assert.equal(await meja.getByLabel('TGL_BUKA').inputValue(), '2025-01-31');
  await lihat(meja, '12-formulir-galat');
  await meja.getByLabel('NIK').fill(NIK);
  await meja.getByLabel('NO_HP').fill('0812 0000 0001');
  await meja.getByLabel('NO_CIF').fill('CIF-77');
  await klik(meja, 'Simpan');
  await terlihat(meja, 'Data sudah disimpan: NIK ini baru');
  assert.equal(await meja.getByLabel('NIK').inputValue(), '');
  await lihat(meja, '13-formulir-tersimpan');
  assert.equal(new URL(meja.url()).search, '');
});

langkah('sent again on the phone: nothing changes', async () => {
  await telepon.goto('/balikan/formulir');
  await telepon.getByLabel('NIK').fill(NIK);
  await telepon.getByLabel('NO_HP').fill('+6281200000001');
  await telepon.getByLabel('NO_CIF').fill('CIF-77');
  await telepon.getByLabel('TGL_BUKA').fill('2025-01-31');
  await telepon.getByLabel('STATUS').selectOption({ label: 'Tutup' });
  await klik(telepon, 'Simpan');
  await terlihat(telepon, 'Tidak ada yang berubah');
  assert.deepEqual(sql(`SELECT REPLACE(CONVERT(isi USING utf8mb4), CHAR(31),
    '/') FROM balikan WHERE lembaga_id = ${lembaga}`),
  [['+6281200000001/CIF-77/2025-01-31/Tutup']]);
});

langkah('a colleague was faster: both lists are there to compare', async () => {
  await meja.goto('/balikan/parameter/ubah');
  await klik(meja, 'Tambah parameter');
  await ruas(meja, 5).getByLabel('Nama', { exact: true }).fill('SALDO');
  await ruas(meja, 5).getByLabel('Jenis').selectOption({ label: 'Angka' });
  await ruas(meja, 5).getByLabel('Panjang').fill('15');
  await klik(meja, 'Lanjut: periksa');
  await terlihat(meja, 'Parameter versi 3');
  const teman = await Orang.masuk(akunBaru('pengguna', lembaga));
  const j = await teman.post('/balikan/parameter', { dasar: 2, banyak: 1,
    'nama-1': 'NPWP', 'jenis-1': 'angka', 'panjang-1': 16,
    'pola-1': '9999999999999999' });
  assert.equal(j.status, 303, j.teks);
  await klik(meja, 'Simpan parameter');
  await terlihat(meja, 'Parameter sudah diubah orang lain');
  await terlihat(meja, 'Yang berlaku sekarang: versi 3');
  assert.deepEqual(await nama(meja),
    ['NO_HP', 'NO_CIF', 'TGL_BUKA', 'STATUS', 'SALDO']);
  await lihat(meja, '14-berubah');
  await klik(meja, 'Lanjut: periksa');
  await terlihat(meja, 'Dihapus');
  await lihat(meja, '15-periksa-sesudah-berubah');
  await klik(meja, 'Simpan parameter');
  await terlihat(meja, 'Yang berlaku: versi 4');
});
