// isian.mjs - what goes wrong while somebody fills in forms, as he meets it:
// errors, a session that ends, a second click, the Back button, no mouse, no
// scripts, a small screen.  Every test makes its own people and records.
//
// Proves U-08, U-26, U-27, P-02, P-04 and the shared rules of the forms and
// lists (spec 00) from a person's side.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Orang, akunBaru, lembagaBaru, pdf, q, sql, unik }
  from '../http/bantu.mjs';
import { buka, hariIni, klik, masuk, periksa, potret, ruang, terlihat }
  from './bantu.mjs';

let browser, produsen, namaProdusen;

before(async () => {
  browser = await buka();
  namaProdusen = `PT Isian ${unik()}`;
  produsen = akunBaru('produsen', lembagaBaru('produsen', namaProdusen));
});
after(async () => { await browser.close(); });

const surat = (name = 'surat.pdf') =>
  ({ name, mimeType: 'application/pdf', buffer: pdf(name) });

/** A clerk with an institution of his own. */
const petugas = () => akunBaru('pengguna', lembagaBaru('bhi-pusat'));

/** A page in a browser of its own; signed in when an account is given. */
async function halaman(akun, pilihan) {
  const page = await (await ruang(browser, pilihan)).newPage();
  if (akun) await masuk(page, akun);
  return page;
}

/** A request that was sent to the producer; its id. */
async function diajukan(akun, jumlah = 2) {
  const o = await Orang.masuk(akun);
  const j = await o.post('/permintaan', { nomor: unik('N/'), judul:
    'Permintaan untuk uji isian', produsen: produsen.lembaga, jumlah,
  fungsi: 'R', aksi: 'kirim' }, { berkas: { nama: 'surat.pdf', isi: pdf(),
    tipe: 'application/pdf' } });
  assert.equal(j.status, 303, j.teks);
  return Number(/\d+/.exec(j.lokasi)[0]);
}

/** How many requests an institution has. */
const banyak = (akun) => Number(sql(`SELECT COUNT(*) FROM permintaan
  WHERE lembaga_id = ${akun.lembaga}`)[0][0]);

/** His sessions have been idle for too long. */
const sesiHabis = (akun) => sql(`UPDATE sesi SET terakhir =
  terakhir - INTERVAL 31 MINUTE WHERE akun_id = ${akun.id}`);

const idFokus = (page) => page.evaluate(() => document.activeElement.id);

/** The form of a request, filled in. */
async function isi(page, nomor, lain = {}) {
  await page.getByLabel('No. Permintaan').fill(nomor);
  await page.getByLabel('Judul Permintaan').fill(lain.judul ||
    'Pengadaan <b>2026</b> & lanjutan');
  await page.getByLabel('Produsen Dituju').selectOption(namaProdusen);
  await page.getByLabel('Jumlah Mesin').fill(lain.jumlah || '2');
  await page.getByLabel('Catatan / Keterangan')
    .fill('Baris satu\nBaris dua "kutip"');
  if (lain.berkas !== null)
    await page.getByLabel('Berkas Permintaan')
      .setInputFiles(lain.berkas || surat());
}

/** Everything isi() wrote is still there. */
async function masihAda(page, nomor) {
  const nilai = (label) => page.getByLabel(label).inputValue();
  assert.equal(await nilai('No. Permintaan'), nomor);
  assert.equal(await nilai('Judul Permintaan'),
    'Pengadaan <b>2026</b> & lanjutan');
  assert.equal(await nilai('Produsen Dituju'), String(produsen.lembaga));
  assert.equal(await nilai('Catatan / Keterangan'),
    'Baris satu\nBaris dua "kutip"');
}

for (const [cara, javaScriptEnabled] of [['with scripts', true],
  ['without scripts', false]])
  test(`errors lose nothing, not even the file, ${cara}`, async () => {
    const akun = petugas();
    const page = await halaman(akun, { javaScriptEnabled });
    const nomor = unik('045/');
    await page.goto('/permintaan/baru');
    await isi(page, nomor, { jumlah: 'dua ratus' });
    await klik(page, 'Kirim');
    await terlihat(page, 'Ada yang perlu diperbaiki');
    assert.match(await page.title(), /^Galat: /);
    await masihAda(page, nomor);
    assert.equal(await page.getByLabel('Jumlah Mesin').inputValue(),
      'dua ratus');
    await terlihat(page, 'surat.pdf');
    await terlihat(page, 'sudah diterima.');
    const ruas = page.getByLabel('Jumlah Mesin');
    assert.equal(await ruas.getAttribute('aria-invalid'), 'true');
    const ket = await ruas.getAttribute('aria-describedby');
    assert.match(await page.locator(`#${ket.split(' ').pop()}`)
      .textContent(), /harus berupa angka bulat/);
    if (javaScriptEnabled) {
      await page.waitForFunction(() =>
        document.activeElement.id === 'galat');
      await periksa(page, 'the form with an error');
      await potret(page, 'isian-galat');
    }
    await page.locator('#galat').getByRole('link').click();
    await page.waitForURL('**#r-jumlah');
    if (javaScriptEnabled) assert.equal(await idFokus(page), 'r-jumlah');
    // Another file instead of it, and a second error.
    await page.getByLabel('Berkas Permintaan')
      .setInputFiles(surat('lain.pdf'));
    await klik(page, 'Kirim');
    await terlihat(page, 'lain.pdf');
    await ruas.fill('2');
    await klik(page, 'Kirim');
    await terlihat(page, 'Permintaan sudah dikirim kepada produsen.');
    await terlihat(page, 'lain.pdf');
    assert.equal(banyak(akun), 1);
    await page.context().close();
  });

test('a PDF that is none is refused and the rest stays', async () => {
  const akun = petugas();
  const page = await halaman(akun);
  const nomor = unik('045/');
  await page.goto('/permintaan/baru');
  await isi(page, nomor, { berkas: { name: 'surat.pdf', mimeType:
    'application/pdf', buffer: Buffer.from('bukan PDF sama sekali') } });
  await klik(page, 'Kirim');
  await terlihat(page, 'Ada yang perlu diperbaiki');
  await masihAda(page, nomor);
  assert.equal(await page.locator('.berkas-ada').count(), 0);
  await page.getByLabel('Berkas Permintaan').setInputFiles(surat());
  await klik(page, 'Kirim');
  await terlihat(page, 'Permintaan sudah dikirim kepada produsen.');
  await page.context().close();
});

for (const [cara, javaScriptEnabled] of [['with scripts', true],
  ['without scripts', false]])
  test(`a session that ends in a long form loses nothing, ${cara}`,
    async () => {
      const akun = petugas();
      const page = await halaman(akun, { javaScriptEnabled });
      const nomor = unik('045/');
      await page.goto('/permintaan/baru');
      await isi(page, nomor);
      sesiHabis(akun);
      await klik(page, 'Kirim');
      await terlihat(page, 'Sesi Anda sudah berakhir');
      assert.equal(banyak(akun), 0);
      if (javaScriptEnabled) {
        await periksa(page, 'sign-in in the middle of a form');
        await potret(page, 'isian-sesi-berakhir');
      }
      await page.getByLabel('Username').fill(akun.username);
      await page.getByLabel('Password', { exact: true }).fill('salah-dulu');
      await klik(page, 'Masuk');
      await terlihat(page, 'Username atau password salah.');
      await page.getByLabel('Password', { exact: true }).fill(akun.sandi);
      await klik(page, 'Masuk');
      await terlihat(page, 'Lanjutkan pekerjaan Anda');
      assert.equal(banyak(akun), 0, 'nothing is done unasked');
      if (javaScriptEnabled) {
        await periksa(page, 'Lanjutkan');
        await potret(page, 'isian-lanjutkan');
      }
      await page.getByText(/^Lihat isian/).click();
      await terlihat(page, nomor);
      await klik(page, 'Lanjutkan');
      await terlihat(page, 'Permintaan sudah dikirim kepada produsen.');
      await terlihat(page, 'surat.pdf');
      await terlihat(page, 'Pengadaan <b>2026</b> & lanjutan');
      assert.equal(banyak(akun), 1);
      await page.context().close();
    });

test('the time-out is told before, and what was typed comes back (U-08)',
  async () => {
    const akun = petugas();
    const context = await ruang(browser);
    const page = await context.newPage();
    await page.clock.install();
    await masuk(page, akun);
    await page.goto('/permintaan/baru');
    const nomor = unik('045/');
    await isi(page, nomor, { berkas: null });
    const dialog = page.getByRole('dialog');
    await page.clock.fastForward('27:00');
    assert.equal(await dialog.isVisible(), false);
    await page.clock.fastForward('01:30');
    await dialog.waitFor();
    await terlihat(page, 'Sesi Anda hampir berakhir');
    await potret(page, 'isian-sesi-hampir-berakhir');
    await klik(dialog, 'Tetap masuk');
    await dialog.waitFor({ state: 'hidden' });
    await masihAda(page, nomor);

    sesiHabis(akun);
    await page.clock.fastForward('31:00');
    await terlihat(page, 'Sesi Anda sudah berakhir.');
    await page.getByRole('link', { name: 'Masuk kembali' }).click();
    await page.waitForURL('**/login?lanjut=**');
    await page.getByLabel('Username').fill(akun.username);
    await page.getByLabel('Password', { exact: true }).fill(akun.sandi);
    await klik(page, 'Masuk');
    await page.waitForURL('**/permintaan/baru');
    await masihAda(page, nomor);
    await context.close();
  });

for (const [cara, javaScriptEnabled, berkas] of [
  ['with scripts and a file', true, undefined],
  ['without scripts', false, null]])
  test(`a double click acts once, ${cara}`, async () => {
    const akun = petugas();
    const page = await halaman(akun, { javaScriptEnabled });
    await page.goto('/permintaan/baru');
    await isi(page, unik('045/'), { berkas });
    await page.getByRole('button', { name: 'Simpan draf' }).dblclick();
    await terlihat(page, 'Draf sudah disimpan.');
    assert.equal(banyak(akun), 1);

    // Back to the form and once more.
    const alamatDraf = page.url();
    await page.goBack();
    await page.getByRole('heading', { name: 'Buat permintaan' }).waitFor();
    assert.notEqual(page.url(), alamatDraf);
    assert.equal(banyak(akun), 1);
    await page.context().close();
  });

test('Back and chips keep the state of a list', async () => {
  const akun = petugas();
  const o = await Orang.masuk(akun);
  for (const judul of ['Kantor pusat', 'Cabang timur', 'Cabang barat'])
    assert.equal((await o.post('/permintaan', { nomor: unik('L/'), judul,
      produsen: produsen.lembaga, jumlah: 3, fungsi: 'R', aksi: 'draf' },
    {})).status, 303);
  const page = await halaman(akun);
  await page.goto('/permintaan');
  const baris = page.locator('tbody tr');
  assert.equal(await baris.count(), 3);
  await page.getByLabel('Nomor atau judul').fill('Cabang');
  await page.getByLabel('Status').selectOption('Draf (baru)');
  await klik(page, 'Cari');
  await page.waitForURL(/cari=Cabang/);
  await terlihat(page, 'Menampilkan 1–2 dari 2');
  await page.getByRole('link', { name: '10', exact: true }).click();
  await page.waitForURL(/per=10/);
  const alamatDaftar = page.url();
  await baris.first().getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /^Permintaan L\// })
    .waitFor();
  await page.goBack();
  assert.equal(page.url(), alamatDaftar);
  await terlihat(page, 'Menampilkan 1–2 dari 2');
  assert.equal(await page.getByLabel('Nomor atau judul').inputValue(),
    'Cabang');
  await potret(page, 'isian-daftar-tersaring');
  await page.locator('.keping').filter({ hasText: 'Cabang' }).click();
  await terlihat(page, 'Menampilkan 1–3 dari 3');
  assert.match(page.url(), /status=baru/);
  await page.context().close();
});

test('three bad rows in a serial list are named, nothing else is lost',
  async () => {
    const akun = petugas();
    const id = await diajukan(akun, 200);
    const page = await halaman(produsen);
    const t = unik('').toUpperCase();
    const baris = Array.from({ length: 200 }, (_, i) =>
      [`K${t}${i}`, `M${t}${i}`]);
    const csv = (b) => ({ name: 'seri.csv', mimeType: 'text/csv', buffer:
      Buffer.from('seri_kartu,seri_mesin\n' + b.map((x) => x.join(','))
        .join('\n')) });
    const salah = baris.map((x) => [...x]);
    salah[9][0] = '';
    salah[99][1] = salah[98][1];
    salah[149][0] = '???';
    await page.goto(`/permintaan/${id}/setujui`);
    await page.getByLabel('Berkas daftar seri').setInputFiles(csv(salah));
    await page.getByLabel('Nomor surat pesanan', { exact: true })
      .fill(`PO/${t}`);
    await page.getByLabel('Tanggal surat pesanan', { exact: true })
      .fill(hariIni());
    await page.getByLabel('Jumlah mesin pada surat pesanan', { exact: true })
      .fill('200');
    await page.getByLabel('Berkas surat pesanan', { exact: true })
      .setInputFiles(surat('po.pdf'));
    await page.getByLabel('Salinan PKS').setInputFiles(surat('pks.pdf'));
    await klik(page, 'Setujui dan kirim ke Ditjen');
    await terlihat(page, 'Baris yang perlu diperbaiki');
    const galat = page.locator('#laporan-seri tbody tr');
    assert.equal(await galat.count(), 3);
    await periksa(page, 'a serial list with errors');
    await potret(page, 'isian-daftar-seri');
    const [unduhan] = await Promise.all([page.waitForEvent('download'),
      page.getByRole('link', { name: /Unduh laporan lengkap/ }).click()]);
    assert.match(unduhan.suggestedFilename(), /\.csv$/);
    assert.equal(await page.getByLabel('Nomor surat pesanan',
      { exact: true }).inputValue(), `PO/${t}`);
    await terlihat(page, 'po.pdf');
    await terlihat(page, 'pks.pdf');
    await page.getByLabel('Berkas daftar seri').setInputFiles(csv(baris));
    await klik(page, 'Setujui dan kirim ke Ditjen');
    await terlihat(page, 'diteruskan kepada Ditjen Dukcapil');
    await terlihat(page, '(200 kartu)');
    await page.context().close();
  });

test('by keyboard alone: skip link, order, visible focus, menu (U-27)',
  async () => {
    const akun = petugas();
    const page = await halaman(akun);
    const tekan = (k) => page.keyboard.press(k);
    const terang = () => page.evaluate(() => {
      const g = getComputedStyle(document.activeElement);
      return g.outlineStyle !== 'none' && parseFloat(g.outlineWidth) >= 2;
    });
    await page.goto('/permintaan/baru');
    await tekan('Tab');
    assert.equal(await page.evaluate(() =>
      document.activeElement.textContent), 'Lompat ke isi');
    await tekan('Enter');
    assert.equal(await idFokus(page), 'isi');
    const nomor = unik('KB/');
    const tulis = async (id, teks) => {
      await tekan('Tab');
      assert.equal(await idFokus(page), id);
      assert.ok(await terang(), `focus is seen on ${id}`);
      if (teks) await page.keyboard.type(teks);
    };
    await tulis('r-nomor', nomor);
    await tulis('r-judul', 'Dengan papan ketik saja');
    await tulis('r-produsen', namaProdusen);
    await tulis('r-jumlah', '4');
    await tulis('r-fungsi-R', '');
    await tulis('r-berkas', '');
    await tulis('r-catatan', 'Tanpa tetikus');
    await tekan('Tab'); // Kirim
    await tekan('Tab');
    assert.equal(await page.evaluate(() =>
      document.activeElement.textContent), 'Simpan draf');
    assert.ok(await terang());
    await tekan('Enter');
    await terlihat(page, 'Draf sudah disimpan.');
    await terlihat(page, 'Dengan papan ketik saja');

    // The menu of one's own account opens with Enter, closes with Escape.
    await page.locator('.orang > summary').focus();
    await tekan('Enter');
    await page.getByRole('link', { name: 'Ubah Password' }).waitFor();
    await tekan('Escape');
    await page.getByRole('link', { name: 'Ubah Password' })
      .waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() =>
      document.activeElement.tagName), 'SUMMARY');
    await page.context().close();
  });

test('a phone without scripts: menu, sign-out', async () => {
  const akun = petugas();
  const page = await halaman(akun, { javaScriptEnabled: false,
    viewport: { width: 360, height: 740 } });
  const menu = page.getByRole('navigation', { name: 'Menu utama' });
  assert.equal(await menu.isVisible(), false);
  await page.locator('.lipat > summary').click();
  await menu.waitFor();
  await menu.getByRole('link', { name: 'Proses Personalisasi' }).click();
  await page.waitForURL('**/proses');
  await page.locator('.orang > summary').click();
  await klik(page, 'Keluar');
  await terlihat(page, 'Anda sudah keluar.');
  await page.goto('/beranda');
  await page.waitForURL('**/login**');
  await page.context().close();
});

test('registration without scripts', async () => {
  const page = await halaman(null, { javaScriptEnabled: false });
  const username = unik('tanpa');
  await page.goto('/register');
  await klik(page, 'Daftar');
  await terlihat(page, 'Ada yang perlu diperbaiki');
  assert.match(await page.title(), /^Galat: /);
  await page.getByLabel('Nama User').fill('Tanpa Skrip');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true })
    .fill('Gerimis-Sore-Bandung-5');
  await page.getByLabel('Ulangi password').fill('Gerimis-Sore-Bandung-6');
  await page.getByLabel('E-mail').fill(`${username}@uji.example`);
  await page.getByLabel('Nomor Telepon').fill('081234567890');
  await page.getByLabel('Belum ada dalam daftar').check();
  await page.getByLabel('Nama Lembaga baru').fill('Bank Tanpa Skrip');
  await page.getByLabel('Jenis Lembaga')
    .selectOption('Badan hukum Indonesia, pusat');
  await page.getByLabel('Alamat', { exact: true }).fill('Jalan Sepi 2');
  await page.getByLabel('Kota').fill('Bandung');
  await page.getByLabel('Provinsi').selectOption({ index: 2 });
  await klik(page, 'Daftar');
  await terlihat(page, 'Kedua password baru tidak sama.');
  assert.equal(await page.getByLabel('Nama Lembaga baru').inputValue(),
    'Bank Tanpa Skrip');
  assert.equal(await page.getByLabel('Password', { exact: true })
    .inputValue(), '', 'a password is never sent back');
  for (const ruas of ['Password', 'Ulangi password'])
    await page.getByLabel(ruas, { exact: true })
      .fill('Gerimis-Sore-Bandung-5');
  await klik(page, 'Daftar');
  await terlihat(page, 'Pendaftaran diterima');
  assert.equal(sql(`SELECT status FROM akun
    WHERE username = ${q(username)}`)[0][0], 'menunggu');
  await page.context().close();
});

test('approval without scripts, the list typed (P-04)', async () => {
  const akun = petugas();
  const id = await diajukan(akun, 2);
  const page = await halaman(produsen, { javaScriptEnabled: false });
  const t = unik('').toUpperCase();
  await page.goto(`/permintaan/${id}`);
  await page.getByRole('link', { name: 'Setujui dan isi daftar seri' })
    .click();
  await page.getByLabel('Atau ketik / tempel di sini')
    .fill(`T${t}1;U${t}1\nT${t}2;U${t}2`);
  await page.getByLabel('Melalui perantara (dua surat pesanan)').check();
  await page.getByLabel('Nomor surat pesanan', { exact: true })
    .fill('PO/1');
  await page.getByLabel('Tanggal surat pesanan', { exact: true })
    .fill(hariIni());
  await page.getByLabel('Jumlah mesin pada surat pesanan', { exact: true })
    .fill('2');
  await page.getByLabel('Berkas surat pesanan', { exact: true })
    .setInputFiles(surat('po1.pdf'));
  await page.getByLabel('Salinan PKS').setInputFiles(surat('pks.pdf'));
  await klik(page, 'Setujui dan kirim ke Ditjen');
  // The second order was forgotten; all of the first is kept.
  await terlihat(page, 'Nomor surat pesanan kedua wajib diisi.');
  assert.equal(await page.getByLabel('Nomor surat pesanan',
    { exact: true }).inputValue(), 'PO/1');
  assert.match(await page.getByLabel('Atau ketik / tempel di sini')
    .inputValue(), new RegExp(`T${t}2;U${t}2`));
  await terlihat(page, 'po1.pdf');
  await page.getByLabel('Nama perantara').fill('CV Perantara Jaya');
  await page.getByLabel('Nomor surat pesanan kedua').fill('PO/2');
  await page.getByLabel('Tanggal surat pesanan kedua').fill(hariIni());
  await page.getByLabel('Jumlah mesin pada surat pesanan kedua').fill('2');
  await page.getByLabel('Berkas surat pesanan kedua')
    .setInputFiles(surat('po2.pdf'));
  await klik(page, 'Setujui dan kirim ke Ditjen');
  await terlihat(page, 'diteruskan kepada Ditjen Dukcapil');
  await terlihat(page, 'CV Perantara Jaya');
  await page.context().close();
});

test('pages of errors say what to do, with a reference (U-26)', async () => {
  const akun = petugas();
  const page = await halaman(akun);
  const id = await diajukan(akun);
  const lain = await diajukan(petugas());
  for (const [jalur, status, nama] of [['/tidak-ada-di-sini', 404, '404'],
    [`/permintaan/${lain}`, 404, '404-lembaga-lain'],
    ['/admin/akun', 403, '403'],
    [`/permintaan/${id}/ubah`, 409, '409']]) {
    const j = await page.goto(jalur);
    assert.equal(j.status(), status, jalur);
    await periksa(page, jalur);
    await potret(page, `galat-${nama}`);
    await page.getByText(/[0-9a-f]{16}/).first().waitFor();
    await page.getByRole('main').getByRole('link').first().waitFor();
  }
  await page.context().close();
});
