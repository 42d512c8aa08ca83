// cerita-aktivasi.mjs - the life of readers as an institution's clerk, an
// admin, an official and an auditor live it in their browsers: from a ticket
// that was handed over, by request, tokens and "Do Aktivasi" with and without
// scripts, to the card that is given back and destroyed.  The auditor has
// ordinary tools only.  Every page on the way is checked and photographed.
//
// Proves P-19, A-01 ... ... A-13 and U-15 as a person meets them.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Orang, akunBaru, alamat, demo, lembagaBaru, pdf, q, sql, tunggu,
  unik } from '../http/bantu.mjs';
import { lewatHalaman } from '../http/serah.mjs';
import { buka, halaman, hariIni, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';

const tanda = unik('').toUpperCase();
const namaLembaga = `Bank Aktivasi ${tanda}`;
const nomor = `045/${tanda}/AKTIVASI`;
const nomorPks = `119/${tanda}/DUKCAPIL`;
// Dago, Coblong, Kota Bandung, Jawa Barat.
const DAGO = ['JAWA BARAT', 'KOTA BANDUNG', 'Coblong', 'Dago'];
const KODE_DAGO = '3273021004';

let browser, dir, petugas, admin, pejabat, tiket, kartu;
/** Pages of the people: each has a browser of his own. */
const p = {};
/** Addresses and ids met on the way. */
const kini = {};

const lihat = pelihat('aktivasi');

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cerita-aktivasi-'));
  const idBank = lembagaBaru('bhi-pusat', namaLembaga);
  petugas = akunBaru('pengguna', idBank);
  admin = demo('admin');
  const idPejabat = sql(`SELECT id FROM akun
    WHERE username = ${q(demo('pejabat').username)}`)[0][0];
  pejabat = { ...demo('pejabat'), id: idPejabat };
  const produsen = akunBaru('produsen', lembagaBaru('produsen',
    `PT Pembaca ${tanda}`));
  tiket = await lewatHalaman({ bank: await Orang.masuk(petugas),
    produsen: await Orang.masuk(produsen), admin: await Orang.masuk(admin),
    pejabat: await Orang.masuk(pejabat) }, 5);
  kartu = tiket.kartu;
  browser = await buka();
  p.petugas = await halaman(browser, { geolocation: { latitude: -6.8841231,
    longitude: 107.6136214 }, permissions: ['geolocation'] });
  p.tanpa = await halaman(browser, { javaScriptEnabled: false });
  for (const siapa of ['admin', 'pejabat']) p[siapa] = await halaman(browser);
  p.orang = await halaman(browser, { viewport: { width: 360, height: 740 } });
});

after(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true });
});

const pasang = (sam) => sam.match(/../g).join(' ');
const berkas = (name, buffer) => ({ name, buffer, mimeType:
  /\.pdf$/.test(name) ? 'application/pdf' : 'text/csv' });

/** What a link or button gives to save; also put into dir by a name. */
async function unduh(page, tautan, nama) {
  const [d] = await Promise.all([page.waitForEvent('download'),
    tautan.click()]);
  const isi = readFileSync(await d.path());
  writeFileSync(join(dir, nama), isi);
  return { isi, nama: d.suggestedFilename() };
}

/** What zbarimg reads from the first page of a PDF at 150 dpi. */
function bacaQr(nama) {
  const gambar = join(dir, nama);
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-singlefile', gambar,
    gambar]);
  return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable',
    '-Sqrcode.enable', `${gambar}.pgm`], { encoding: 'utf8' }).trim();
}

/** Exactly as the verification page says. */
const sah = (nama) => spawnSync('xmlsec1', ['--verify',
  '--enabled-key-data', 'key-name', '--pubkey-cert-pem',
  join(dir, 'sertifikat.pem'), join(dir, nama)]).status === 0;

const keadaan = (k) => sql(`SELECT status FROM kartu WHERE id = ${k.id}`)[0][0];

langkah('the ticket leads to a request with its rows filled (P-19, A-01)',
  async () => {
    const page = p.petugas;
    await masuk(page, petugas);
    await page.goto(`/proses/${tiket.id}`);
    await lihat(page, '01-tiket-selesai');
    await page.getByRole('link', { name: /Permintaan Aktivasi/ }).click();
    await page.getByLabel('No. Permintaan').fill(nomor);
    await page.getByLabel('Judul Permintaan')
      .fill('Aktivasi pembaca KTP-el kantor cabang');
    assert.equal(await page.getByLabel('No. Permohonan Perso').inputValue(),
      String(tiket.id));
    assert.equal(await page.getByLabel('Jumlah Mesin').inputValue(), '5');
    await lihat(page, '02-buat');
    await klik(page, 'Simpan draf');
    await terlihat(page, 'Draf sudah disimpan.');
    kini.aktivasi = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Isi daftar mesin' }).click();
    assert.equal(await page.getByLabel('No. Mesin, baris 5').inputValue(),
      kartu[4].mesin);
    kartu[0].mesin += 'B';
    await page.getByLabel('No. Mesin, baris 1').fill(kartu[0].mesin);
    await page.getByLabel('Nama Outlet, baris 1').fill('KCP Dago');
    await page.getByLabel('Alamat Outlet, baris 1').fill('Jalan Dago 1');
    await lihat(page, '03-daftar-mesin');
    await klik(page, 'Simpan');
    await terlihat(page, 'Daftar mesin sudah disimpan.');
    assert.equal(await page.getByLabel('Nama Outlet, baris 1').inputValue(),
      'KCP Dago');
    await page.getByRole('link', { name: 'Kembali ke permintaan' }).click();
    await terlihat(page, 'tambahkan surat permintaan');
    await lihat(page, '04-draf');
    await page.getByRole('link', { name: 'Ubah', exact: true }).click();
    await page.getByLabel('Berkas Permintaan')
      .setInputFiles(berkas('surat.pdf', pdf('Surat aktivasi')));
    await klik(page, 'Kirim sekarang');
    await terlihat(page, 'Permintaan aktivasi sudah dikirim');
    await terlihat(page, 'KCP Dago');
    await lihat(page, '05-diajukan');
  });

langkah('an admin records the agreement, then approves (A-02, A-08)',
  async () => {
    const page = p.admin;
    await masuk(page, admin);
    await page.goto(kini.aktivasi);
    await terlihat(page, 'Tanpa itu kartu tidak dapat diaktifkan.');
    await lihat(page, '06-tanpa-perjanjian');
    await page.getByRole('link', { name: 'Lihat perjanjian' }).click();
    await page.getByRole('link', { name: 'Catat perjanjian' }).first().click();
    await page.getByLabel('Lembaga').selectOption({ value:
      String(petugas.lembaga) });
    await page.getByLabel('Nomor Perjanjian').fill(nomorPks);
    await page.getByLabel('Judul Perjanjian')
      .fill('Pemanfaatan data kependudukan');
    await page.getByLabel('Mulai Berlaku').fill(hariIni());
    kini.akhir = `${Number(hariIni().slice(0, 4)) + 2}-12-31`;
    await page.getByLabel('Berakhir', { exact: true }).fill(kini.akhir);
    await page.getByLabel('Card reader').check();
    await page.getByLabel('NIK', { exact: true }).check();
    await page.getByLabel('Nama lengkap').check();
    await page.getByLabel('Berkas Perjanjian')
      .setInputFiles(berkas('pks.pdf', pdf('Perjanjian')));
    await lihat(page, '07-perjanjian-baru');
    await klik(page, 'Simpan');
    await terlihat(page, nomorPks);
    await lihat(page, '08-perjanjian');
    await page.goto('/aktivasi?status=diajukan');
    await lihat(page, '09-permintaan-menunggu');
    await page.getByRole('link', { name: nomor, exact: true }).click();
    await page.getByRole('link', { name: 'Setujui', exact: true }).click();
    await lihat(page, '10-setujui');
    await klik(page, 'Ya, setujui dan terbitkan token');
    await terlihat(page, 'token setiap kartu sudah terbit');
    await lihat(page, '11-disetujui-admin');
    // The operator sees that there are tokens, never the tokens.
    await page.getByRole('link', { name: 'Keadaan token' }).click();
    await terlihat(page, 'Token hanya dapat dilihat lembaga pemohon.');
    assert.equal(await page.getByRole('button', { name: 'Buka token' })
      .count(), 0);
    await lihat(page, '12-token-admin');
  });

langkah('the clerk opens the tokens; the opening is in the timeline (A-02)',
  async () => {
    const page = p.petugas;
    await page.goto(kini.aktivasi);
    await page.getByRole('link', { name: 'Token kartu' }).click();
    await klik(page, 'Buka token');
    await terlihat(page, 'Token sedang dibuka');
    const teks = page.locator('td[data-label="Token Kartu SAM"] b');
    assert.equal(await teks.count(), 5);
    kini.token = await teks.allTextContents();
    for (const t of kini.token)
      assert.match(t, /^[2-9A-HJKMNP-Y]{5}-[2-9A-HJKMNP-Y]{5}$/);
    await lihat(page, '13-token');
    const csv = await unduh(page, page.getByRole('button',
      { name: 'Unduh CSV' }), 'token.csv');
    for (const t of kini.token) assert.ok(csv.isi.includes(t));
    await page.getByRole('link', { name: 'Selesai' }).click();
    await terlihat(page, 'Token dibuka');
    assert.ok(!(await page.content()).includes(kini.token[0]));
    await lihat(page, '14-disetujui');
  });

/** From the top down without scripts: choose, press "Pilih", the page comes
 * back with the next list. */
async function pilihTanpaSkrip(page, nama) {
  const label = ['Provinsi', 'Kabupaten/Kota', 'Kecamatan', 'Kelurahan'];
  for (const [i, teks] of nama.entries()) {
    await page.getByLabel(label[i], { exact: true })
      .selectOption({ label: teks });
    if (i < 3) await klik(page, `Pilih ${label[i]}`);
  }
}

langkah('"Do Aktivasi" without scripts, regions by their buttons (A-03)',
  async () => {
    const page = p.tanpa;
    await masuk(page, petugas);
    await page.goto(`${kini.aktivasi}/baris`);
    await page.getByRole('link', { name: kartu[0].kartu, exact: true })
      .click();
    await page.getByRole('link', { name: 'Do Aktivasi' }).click();
    await terlihat(page, 'Tempat mesin');
    assert.equal(await page.getByRole('button',
      { name: 'Pakai lokasi perangkat ini' }).count(), 0);
    // What the request said of it is there.
    assert.equal(await page.getByLabel('No. Mesin').inputValue(),
      kartu[0].mesin);
    assert.equal(await page.getByLabel('Nama Outlet').inputValue(),
      'KCP Dago');
    await page.getByLabel('No. Identitas Kartu SAM')
      .fill(pasang(kartu[0].sam).toLowerCase());
    await page.getByLabel('Token Kartu SAM').fill(kini.token[1]);
    await page.getByLabel('Latitude').fill('-6,884123');
    await page.getByLabel('Longitude').fill('107.613621');
    await page.getByLabel('Alamat').fill('Jalan Ir. H. Juanda 1 "Dago"');
    await pilihTanpaSkrip(page, DAGO);
    assert.equal(await page.getByLabel('Token Kartu SAM').inputValue(),
      kini.token[1]);
    await lihat(page, '15-aktifkan-tanpa-skrip', false);
    // The next row's token was copied.
    await klik(page, 'Aktifkan kartu');
    await terlihat(page, 'Token salah. 4 percobaan lagi');
    assert.equal(await page.getByLabel('Alamat').inputValue(),
      'Jalan Ir. H. Juanda 1 "Dago"');
    assert.equal(await page.getByLabel('Kelurahan').inputValue(), KODE_DAGO);
    assert.equal(await page.locator('#kode-wilayah').textContent(),
      KODE_DAGO);
    await lihat(page, '16-token-salah-tanpa-skrip', false);
    await page.getByLabel('Token Kartu SAM')
      .fill(kini.token[0].toLowerCase().replace('-', ' '));
    await klik(page, 'Aktifkan kartu');
    await terlihat(page, 'Kartu sudah aktif dan manifesnya terbit.');
    await lihat(page, '17-aktif-tanpa-skrip', false);
    assert.equal(keadaan(kartu[0]), 'aktif');
  });

langkah('"Do Aktivasi" with scripts and the browser\'s location (A-03)',
  async () => {
    const page = p.petugas;
    await page.goto(`/aktivasi/kartu?cari=${kartu[1].kartu}`);
    await lihat(page, '18-kartu');
    await page.getByRole('link', { name: kartu[1].kartu, exact: true })
      .click();
    await lihat(page, '19-kartu-bertoken');
    await page.getByRole('link', { name: 'Do Aktivasi' }).click();
    assert.equal(await page.getByRole('button', { name: /^Pilih / })
      .count(), 0);
    await page.getByLabel('No. Identitas Kartu SAM').fill(kartu[1].sam);
    await page.getByLabel('Token Kartu SAM').fill(kini.token[1]);
    await klik(page, 'Pakai lokasi perangkat ini');
    await terlihat(page, 'Latitude dan Longitude sudah terisi.');
    assert.equal(await page.getByLabel('Latitude').inputValue(),
      '-6.884123');
    assert.equal(await page.getByLabel('Longitude').inputValue(),
      '107.613621');
    await page.getByLabel('Alamat').fill('Jalan Tubagus Ismail 2');
    for (const [i, l] of ['Provinsi', 'Kabupaten/Kota', 'Kecamatan',
      'Kelurahan'].entries())
      // It waits until the script has brought the choice.
      await page.getByLabel(l, { exact: true })
        .selectOption({ label: DAGO[i] });
    assert.equal(await page.locator('#kode-wilayah').textContent(),
      KODE_DAGO);
    await lihat(page, '20-aktifkan');
    await klik(page, 'Aktifkan kartu');
    await terlihat(page, 'Kartu sudah aktif dan manifesnya terbit.');
    await lihat(page, '21-aktif');
  });

langkah('manifest and sheet are downloaded; an auditor checks both with ' +
  'ordinary tools (A-04 ... A-07)', async () => {
  const page = p.petugas;
  await page.goto(`/aktivasi/kartu/${kartu[0].id}`);
  const xml = await unduh(page, page.getByRole('link', { name: /^XML/ }),
    'manifes.xml');
  assert.match(xml.nama, new RegExp(`^manifes-${kartu[0].sam}-.*\\.xml$`));
  await unduh(page, page.getByRole('link', { name: /^Lembar PDF/ }),
    'lembar.pdf');

  const tamu = p.orang;
  const url = bacaQr('lembar.pdf');
  assert.ok(url.startsWith(`${alamat}/verifikasi/`), url);
  await tamu.goto(url);
  await terlihat(tamu, 'Manifes tercatat dan berlaku.');
  const isi = await tamu.content();
  for (const rahasia of [namaLembaga, kartu[0].sam, kartu[0].mesin,
    'Juanda'])
    assert.ok(!isi.includes(rahasia), rahasia);
  await lihat(tamu, '22-verifikasi');
  await unduh(tamu, tamu.getByRole('link',
    { name: 'Sertifikat penerbit manifes' }), 'sertifikat.pem');
  assert.ok(sah('manifes.xml'));
  const teks = xml.isi.toString();
  assert.ok(teks.includes(`berlaku-sampai="${kini.akhir}"`) ||
    teks.includes(kini.akhir), 'not longer than the agreement');
  assert.ok(teks.includes(kartu[0].mesin));
  writeFileSync(join(dir, 'ubahan.xml'),
    teks.replace(kartu[0].mesin, kartu[1].mesin));
  assert.ok(!sah('ubahan.xml'), 'another reader');
  const kode = url.split('/').pop();
  assert.ok(teks.includes(kode), 'the sheet is that of the manifest');
});

langkah('three by a file, one row wrong; the archive of manifests (A-04)',
  async () => {
    const page = p.petugas;
    await page.goto('/aktivasi/massal');
    await lihat(page, '23-massal-kosong');
    await page.goto('/aktivasi/massal/baru');
    await lihat(page, '24-massal');
    const tokenDi = (i) => (i === 4 ? kini.token[3] : kini.token[i]);
    await page.getByLabel('Berkas aktivasi').setInputFiles(berkas(
      'cabang.csv', Buffer.from('sam_id;token;seri_mesin;outlet;alamat;' +
      'kode_wilayah;latitude;longitude\r\n' + [2, 3, 4].map((i) =>
        `${pasang(kartu[i].sam)};${tokenDi(i)};${kartu[i].mesin};Cabang ${
          i};"Jalan Cabang; ${i}";${KODE_DAGO};-6,88;107,61\r\n`).join(''))));
    await klik(page, 'Kirim dan aktifkan');
    await page.getByRole('link', { name: 'Unduh semua manifes (ZIP)' })
      .waitFor({ timeout: 30000 });
    await terlihat(page, 'Token salah.');
    assert.equal(await page.getByRole('row').filter({ hasText: 'Berhasil' })
      .count(), 2);
    await lihat(page, '25-massal-hasil');
    await unduh(page, page.getByRole('link',
      { name: 'Unduh semua manifes (ZIP)' }), 'm.zip');
    const daftar = execFileSync('unzip', ['-Z1', join(dir, 'm.zip')],
      { encoding: 'utf8' });
    for (const i of [2, 3]) assert.ok(daftar.includes(kartu[i].sam));
    const galat = await unduh(page, page.getByRole('link',
      { name: 'Baris gagal (CSV)' }), 'galat.csv');
    assert.match(galat.isi.toString(), /token-salah/);
    assert.deepEqual([2, 3, 4].map((i) => keadaan(kartu[i])),
      ['aktif', 'aktif', 'token']);
  });

langkah('the reader moves: a new manifest replaces the old (A-13)',
  async () => {
    const page = p.petugas;
    await page.goto(`/aktivasi/kartu/${kartu[0].id}`);
    await page.getByRole('link', { name: 'Pindahkan mesin' }).click();
    assert.equal(await page.getByLabel('Kelurahan').inputValue(), KODE_DAGO);
    await page.getByLabel('Nama Outlet').fill('KCP Lembang');
    await page.getByLabel('Alamat').fill('Jalan Raya Lembang 3');
    await page.getByLabel('Latitude').fill('-6.811');
    await lihat(page, '26-pindah');
    await klik(page, 'Terbitkan manifes baru');
    await terlihat(page, 'yang lama tidak berlaku lagi');
    await terlihat(page, 'mesin dipindahkan');
    await lihat(page, '27-dipindahkan');
    // Who scans the old sheet learns of it.
    await p.orang.reload();
    await terlihat(p.orang, 'Manifes tidak berlaku lagi: sudah diganti');
    await lihat(p.orang, '28-verifikasi-diganti');
  });

langkah('a sanction and its end (A-11)', async () => {
  const page = p.admin;
  await page.goto(`/aktivasi/kartu/${kartu[0].id}`);
  await page.getByRole('link', { name: 'Tangguhkan' }).click();
  await klik(page, 'Ya, tangguhkan');
  await terlihat(page, 'Ada yang perlu diperbaiki');
  await page.getByLabel('Alasan').fill('Laporan penyalahgunaan data');
  await lihat(page, '29-tangguhkan');
  await klik(page, 'Ya, tangguhkan');
  await terlihat(page, 'manifesnya dicabut');
  await lihat(page, '30-ditangguhkan');
  await p.petugas.goto(`/aktivasi/kartu/${kartu[0].id}`);
  await terlihat(p.petugas, 'Laporan penyalahgunaan data');
  await lihat(p.petugas, '31-ditangguhkan-pengguna');
  // The public list names both manifests that are not good any more.
  const kode = sql(`SELECT kode FROM manifes WHERE kartu_id = ${kartu[0].id}
    ORDER BY id`).flat();
  assert.equal(kode.length, 2);
  await tunggu(async () => {
    const j = await p.orang.context().request
      .get('/aktivasi/daftar-cabut.xml');
    if (!j.ok()) return false;
    const isi = await j.body();
    writeFileSync(join(dir, 'cabut.xml'), isi);
    return kode.every((k) => isi.includes(k));
  }, 30000);
  assert.ok(sah('cabut.xml'));
  await page.getByRole('link', { name: 'Cabut penangguhan' }).click();
  await lihat(page, '32-pulihkan');
  await klik(page, 'Ya, cabut penangguhan');
  await terlihat(page, 'manifes baru sudah terbit');
  assert.equal(keadaan(kartu[0]), 'aktif');
});

langkah('the map and the table of readers (A-14)', async () => {
  const page = p.petugas;
  await page.goto('/aktivasi/peta');
  await terlihat(page, 'Jawa Barat');
  await lihat(page, '33-peta');
  await page.goto('/aktivasi/peta/lembaga');
  await terlihat(page, namaLembaga);
  await lihat(page, '34-peta-lembaga');
});

langkah('the card goes back with its protocol, and Ditjen has it (A-10)',
  async () => {
    const page = p.petugas;
    await page.goto(`/aktivasi/kartu/${kartu[0].id}`);
    await page.getByRole('link', { name: 'Kembalikan kartu' }).click();
    assert.equal(await page.getByLabel(`Pilih kartu ${kartu[0].kartu}`)
      .isChecked(), true);
    await page.getByLabel('Alasan pengembalian')
      .selectOption('Tempat layanan ditutup');
    await page.getByLabel('Nama yang menyerahkan').fill('Siti Cerita');
    await page.getByLabel('Jabatannya').fill('Kepala Cabang');
    await lihat(page, '35-kembalikan');
    await klik(page, 'Terbitkan berita acara');
    await terlihat(page, 'Catat pengiriman');
    await lihat(page, '36-pengembalian');
    kini.kembali = new URL(page.url()).pathname;
    const dok = sql(`SELECT dokumen_id FROM pengembalian WHERE id = ${
      /(\d+)$/.exec(kini.kembali)[1]}`)[0][0];
    await page.goto(`/dokumen/${dok}`);
    await unduh(page, page.getByRole('link', { name: 'Unduh PDF' }),
      'bast.pdf');
    assert.match(execFileSync('pdfsig', ['-nocert', join(dir, 'bast.pdf')],
      { encoding: 'utf8' }), /Signature is Valid/);
    await p.orang.goto(bacaQr('bast.pdf'));
    await terlihat(p.orang, 'Dokumen tercatat dan berlaku.');
    await page.goto(`${kini.kembali}/kirim`);
    await page.getByLabel('Nomor resi atau cara pengiriman')
      .fill('Pos Indonesia P26');
    await lihat(page, '37-kirim');
    await klik(page, 'Catat pengiriman');
    await terlihat(page, 'Kartu dalam pengiriman.');
    await lihat(page, '38-dikirim');

    await p.admin.goto('/aktivasi/kembali?status=dikirim');
    await lihat(p.admin, '39-pengembalian-dikirim');
    await p.admin.goto(`${kini.kembali}/terima`);
    await lihat(p.admin, '40-terima');
    await klik(p.admin, 'Ya, 1 kartu sudah diterima');
    await terlihat(p.admin, 'Ditjen Dukcapil sudah menerima kartunya.');
    await lihat(p.admin, '41-diterima');
    assert.equal(keadaan(kartu[0]), 'dikembalikan');
  });

langkah('destroyed before witnesses, signed by the official (A-09, U-15)',
  async () => {
    const page = p.admin;
    await page.goto('/proses/pemusnahan');
    // The list may be long: of all that wait only this one.
    await page.getByRole('checkbox').evaluateAll((kotak, seri) => {
      for (const k of kotak) k.checked = k.ariaLabel.endsWith(seri);
    }, ` ${kartu[0].kartu}`);
    assert.equal(await page.locator('input:checked').count(), 1);
    await page.getByLabel('Nama saksi 1').fill('Saksi Satu');
    await page.getByLabel('Jabatan saksi 1').fill('Analis');
    await page.getByLabel('Nama saksi 2').fill('Saksi Dua');
    await page.getByLabel('Jabatan saksi 2').fill('Pengawas');
    await lihat(page, '42-pemusnahan');
    await klik(page, 'Buat Berita Acara Pemusnahan');
    await terlihat(page, 'Konsep Berita Acara Pemusnahan sudah dibuat.');
    const dok = new URL(page.url()).pathname;
    await page.getByLabel('Pejabat penanda tangan')
      .selectOption({ value: String(pejabat.id) });
    await lihat(page, '43-konsep-pemusnahan');
    await klik(page, 'Ajukan');
    await terlihat(page, 'Dokumen sudah diajukan.');
    await masuk(p.pejabat, pejabat);
    await p.pejabat.goto(`${dok}/tanda-tangan`);
    await p.pejabat.getByLabel('Password Anda').fill(pejabat.sandi);
    await lihat(p.pejabat, '44-tanda-tangan');
    await klik(p.pejabat, 'Tanda tangani');
    await terlihat(p.pejabat, 'sudah ditandatangani');
    assert.equal(keadaan(kartu[0]), 'dimusnahkan');
  });

langkah('one number leads through the whole life, blank to destroyed (A-09)',
  async () => {
    const page = p.petugas;
    await page.goto('/aktivasi/lacak');
    await lihat(page, '45-lacak');
    for (const cari of [pasang(kartu[0].sam), kartu[0].pcid, kartu[0].mesin,
      kartu[0].kartu]) {
      await page.goto('/aktivasi/lacak');
      await page.getByLabel(/Seri kartu, SAM ID, PCID/).fill(cari);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/aktivasi/lacak/${kartu[0].id}`);
    }
    const tahap = page.locator('ol.langkah > li');
    assert.equal(await tahap.count(), 11);
    assert.equal(await page.locator('ol.langkah > li.selesai').count(), 11,
      await page.locator('ol.langkah').innerText());
    for (const acuan of [nomorPks, `PO/${tiket.u}`, `${tiket.u}/UMUM`,
      tiket.kode, nomor])
      await terlihat(page.locator('ol.langkah'), acuan);
    const peristiwa = (await page.locator('ol.linimasa .linimasa-apa > b')
      .allTextContents()).map((x) => x.trim());
    let di = -1;
    for (const teks of ['Pesanan pembelian', 'Permintaan disetujui produsen',
      'Kode tiket diterbitkan', 'Kartu dipersonalisasi',
      'BAST ditandatangani', 'Produsen menyatakan sudah menerima',
      'Permintaan aktivasi diajukan', 'Token diterbitkan', 'Kartu diaktivasi',
      'Pembaca pindah, manifes diganti', 'Ditangguhkan',
      'Penangguhan dicabut, manifes baru', 'Pengembalian dinyatakan',
      'Kartu dikirim kembali', 'Kartu diterima kembali, manifes dicabut',
      'Kartu dimusnahkan']) {
      di = peristiwa.indexOf(teks, di + 1);
      assert.ok(di >= 0, `${teks} in ${peristiwa.join(' | ')}`);
    }
    await lihat(page, '46-riwayat-lengkap');
  });
