// cerita.mjs - the whole story of one request, as five people and a stranger
// live it in their browsers: from "Daftar akun" to "Diterima", and a look at
// the BAST with a phone.  What each of them sees is checked, and every page
// on the way is photographed.
//
// Proves U-02, U-03, P-01, P-02, P-04 ... P-07, P-09, P-12, P-13,
// P-15 ... P-18, U-13 ... U-17 as a person meets them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { akunBaru, alamat, demo, kunci, lembagaBaru, pdf, sql, unik }
  from '../http/bantu.mjs';
import { buka, hariIni, klik, langkah, masuk, potret, ruang, terlihat }
  from './bantu.mjs';

const KARTU = 6;
const tanda = unik('').toUpperCase();
const namaLembaga = `Bank Cerita ${tanda}`;
const nomor = `045/${tanda}/UMUM/2026`;
const judul = `Pengadaan pembaca KTP-el ${tanda}`;
const petugas = { username: unik('petugas'), sandi: 'Kopi-Tubruk-Pagi-81' };
const seriKartu = Array.from({ length: KARTU }, (_, i) => `KS-${tanda}-${i}`);
const seriGanti = `KS-${tanda}-G`;
const samId = () => kunci().slice(0, 16).toUpperCase().match(/../g).join(' ');

let browser, dir, admin, pejabat, produsen, namaProdusen;
/** Pages of the people: each has a browser of his own. */
const p = {};
/** Address of the request and of the ticket, code of the ticket. */
const kini = {};

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cerita-'));
  browser = await buka();
  namaProdusen = `PT Pembaca Cerita ${tanda}`;
  produsen = akunBaru('produsen', lembagaBaru('produsen', namaProdusen));
  admin = demo('admin');
  pejabat = demo('pejabat');
  for (const siapa of ['petugas', 'produsen', 'admin', 'pejabat', 'orang'])
    p[siapa] = await (await ruang(browser)).newPage();
});

after(async () => {
  await browser.close();
  rmSync(dir, { recursive: true });
});

/** A file of the test's own to choose in a form. */
function berkas(name, buffer) {
  return { name, mimeType: /\.pdf$/.test(name) ? 'application/pdf' :
    'text/csv', buffer };
}

/** What a link with a download gives. */
async function unduh(page, tautan) {
  const [d] = await Promise.all([page.waitForEvent('download'),
    tautan.click()]);
  return readFileSync(await d.path());
}

langkah('a clerk registers for a new institution (U-03)', async () => {
  const page = p.petugas;
  await page.goto('/');
  await potret(page, 'cerita-01-depan');
  await page.goto('/login');
  await page.getByRole('link', { name: 'Daftar akun di sini' }).click();
  await page.getByLabel('Nama User').fill('Rina Cerita');
  await page.getByLabel('Username').fill(petugas.username);
  await page.getByLabel('Password', { exact: true }).fill(petugas.sandi);
  await terlihat(page, 'Kekuatan: kuat.');
  await page.getByLabel('Ulangi password').fill(petugas.sandi);
  await page.getByLabel('E-mail').fill(`${petugas.username}@cerita.example`);
  await page.getByLabel('Nomor Telepon').fill('0812 3456 7890');
  await page.getByLabel('Belum ada dalam daftar').check();
  await page.getByLabel('Nama Lembaga baru').fill(namaLembaga);
  await page.getByLabel('Jenis Lembaga')
    .selectOption('Badan hukum Indonesia, pusat');
  await page.getByLabel('Alamat', { exact: true }).fill('Jalan Cerita 1');
  await page.getByLabel('Kota').fill('Jakarta Pusat');
  await page.getByLabel('Provinsi').selectOption({ index: 1 });
  await potret(page, 'cerita-02-daftar');
  await klik(page, 'Daftar');
  await page.waitForURL('**/register/selesai');
  await terlihat(page, 'Pendaftaran diterima');
  await potret(page, 'cerita-03-pendaftaran-diterima');

  // Not before an admin has looked at it.
  await page.goto('/login');
  await page.getByLabel('Username').fill(petugas.username);
  await page.getByLabel('Password', { exact: true }).fill(petugas.sandi);
  await klik(page, 'Masuk');
  await terlihat(page, 'Akun Anda belum diverifikasi oleh admin.');
});

langkah('the link of the message confirms the address', async () => {
  await masuk(p.admin, admin);
  await potret(p.admin, 'cerita-04-dasbor-admin');
  await p.admin.getByRole('link', { name: 'Kotak Keluar' }).click();
  await p.admin.getByLabel('Alamat atau nomor penerima')
    .fill(`${petugas.username}@cerita.example`);
  await p.admin.keyboard.press('Enter');
  await p.admin.getByText('Konfirmasi alamat e-mail Anda').click();
  await potret(p.admin, 'cerita-05-kotak-keluar');
  const tautan = await p.admin.getByRole('link',
    { name: /\/register\/konfirmasi\// }).getAttribute('href');
  await p.petugas.goto(tautan);
  await terlihat(p.petugas, `${petugas.username}@cerita.example`);
  await potret(p.petugas, 'cerita-06-konfirmasi');
  await klik(p.petugas, 'Ya, ini alamat saya');
  await terlihat(p.petugas, 'alamat e-mail Anda sudah dikonfirmasi');
});

langkah('an admin verifies the account and makes the institution',
  async () => {
    const page = p.admin;
    await page.getByRole('link', { name: 'Pengguna', exact: true }).click();
    await page.getByLabel('Status').selectOption('Menunggu verifikasi');
    await page.getByLabel('Nama, username, e-mail, atau lembaga')
      .fill(petugas.username);
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: petugas.username })
      .getByRole('link').first().click();
    await terlihat(page, 'Terkonfirmasi');
    await potret(page, 'cerita-07-akun-menunggu');
    await page.getByRole('link', { name: 'Setujui', exact: true }).click();
    await terlihat(page, namaLembaga);
    await potret(page, 'cerita-08-setujui-akun');
    await klik(page, 'Setujui');
    await terlihat(page, 'Akun sudah disetujui dan dapat dipakai.');
  });

langkah('the clerk writes a draft and sends it with its letter (P-01, P-02)',
  async () => {
    const page = p.petugas;
    await masuk(page, petugas);
    await terlihat(page, 'Selamat datang, Rina Cerita');
    await potret(page, 'cerita-09-dasbor-pengguna');
    await page.getByRole('link', { name: 'Permintaan Personalisasi' })
      .click();
    await terlihat(page, 'Belum ada permintaan');
    await potret(page, 'cerita-10-permintaan-kosong');
    await page.getByRole('link', { name: 'Buat permintaan' }).first()
      .click();
    await page.getByLabel('No. Permintaan').fill(nomor);
    await page.getByLabel('Judul Permintaan').fill(judul);
    await page.getByLabel('Produsen Dituju').selectOption(namaProdusen);
    await page.getByLabel('Jumlah Mesin').fill(String(KARTU + 1));
    await klik(page, 'Simpan draf');
    await terlihat(page, 'Draf sudah disimpan.');
    await terlihat(page, 'berkas surat permintaan belum ada');
    await potret(page, 'cerita-11-draf');
    await page.getByRole('link', { name: 'Ubah atau kirim' }).click();
    assert.equal(await page.getByLabel('Judul Permintaan').inputValue(),
      judul);
    await page.getByLabel('Jumlah Mesin').fill(String(KARTU));
    await page.getByLabel('Berkas Permintaan')
      .setInputFiles(berkas('surat.pdf', pdf('Surat cerita')));
    await potret(page, 'cerita-12-ubah-draf');
    await klik(page, 'Kirim');
    await terlihat(page, 'Permintaan sudah dikirim kepada produsen.');
    await terlihat(page, `Menunggu keputusan ${namaProdusen}`);
    kini.permintaan = page.url().split('?')[0];
    assert.match(kini.permintaan, /\/permintaan\/\d+$/);
    await potret(page, 'cerita-13-diajukan');
    assert.equal(await page.getByRole('link', { name: 'Ubah atau kirim' })
      .count(), 0, 'read-only once sent');
  });

langkah('the producer approves with list, order and agreement (P-04)',
  async () => {
    const page = p.produsen;
    await masuk(page, produsen);
    await page.getByRole('link',
      { name: 'permintaan menunggu persetujuan Anda' }).click();
    await page.getByRole('link', { name: nomor, exact: true }).click();
    await terlihat(page, 'Lembaga ini meminta persetujuan Anda.');
    await page.getByRole('link', { name: 'Setujui dan isi daftar seri' })
      .click();
    await page.getByLabel('Berkas daftar seri')
      .setInputFiles(berkas('seri.csv', Buffer.from(
        'seri_kartu;seri_mesin\r\n' + seriKartu.map((s, i) =>
          `${s};MESIN-${tanda}-${i}\r\n`).join(''))));
    await page.getByLabel('Nomor surat pesanan', { exact: true })
      .fill(`PO/${tanda}/1`);
    await page.getByLabel('Tanggal surat pesanan', { exact: true })
      .fill(hariIni());
    await page.getByLabel('Jumlah mesin pada surat pesanan', { exact: true })
      .fill(String(KARTU));
    await page.getByLabel('Berkas surat pesanan', { exact: true })
      .setInputFiles(berkas('po.pdf', pdf('Surat pesanan')));
    await page.getByLabel('Salinan PKS')
      .setInputFiles(berkas('pks.pdf', pdf('Perjanjian')));
    await potret(page, 'cerita-14-setujui');
    await klik(page, 'Setujui dan kirim ke Ditjen');
    await terlihat(page, 'diteruskan kepada Ditjen Dukcapil');
    await terlihat(page, seriKartu[0]);
    await potret(page, 'cerita-15-disetujui');
  });

langkah('the letter is registered and returned once (P-05)', async () => {
  const page = p.admin;
  await page.goto('/permintaan?status=disetujui');
  await page.getByLabel('Nomor atau judul').fill(nomor);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: nomor, exact: true }).click();
  await page.getByRole('link', { name: 'Daftarkan surat' }).click();
  await page.getByLabel('Nomor agenda').fill(`AG-${tanda}`);
  await page.getByLabel('Tanggal surat diterima').fill(hariIni());
  await potret(page, 'cerita-16-daftarkan');
  await klik(page, 'Daftarkan surat');
  await terlihat(page, 'Surat sudah didaftarkan.');
  await page.getByRole('link', { name: 'Kembalikan' }).click();
  await page.getByLabel('Alasan')
    .fill('Surat pesanan belum bertanda tangan.');
  await potret(page, 'cerita-17-kembalikan');
  await klik(page, 'Kembalikan kepada produsen');
  await terlihat(page, 'Permintaan sudah dikembalikan kepada produsen');
});

langkah('the producer mends and resubmits; nothing typed is lost (P-05)',
  async () => {
    const page = p.produsen;
    await page.goto('/beranda');
    await page.getByRole('link',
      { name: 'permintaan dikembalikan untuk diperbaiki' }).click();
    await page.getByRole('link', { name: nomor, exact: true }).click();
    await terlihat(page, 'Surat pesanan belum bertanda tangan.');
    await page.getByRole('link', { name: 'Perbaiki dan ajukan ulang' })
      .click();
    assert.equal(await page.getByLabel('Nomor surat pesanan',
      { exact: true }).inputValue(), `PO/${tanda}/1`);
    await terlihat(page, 'po.pdf');
    await terlihat(page, 'pks.pdf');
    await terlihat(page, 'Daftar seri yang tersimpan');
    await page.getByLabel('Berkas surat pesanan', { exact: true })
      .setInputFiles(berkas('po-2.pdf', pdf('Surat pesanan, bertanda')));
    await potret(page, 'cerita-18-perbaiki');
    await klik(page, 'Ajukan ulang');
    await terlihat(page, 'diteruskan kepada Ditjen Dukcapil');
  });

langkah('disposisi down to the Kasubdit, then acceptance: a ticket (P-06)',
  async () => {
    const page = p.admin;
    await page.goto(kini.permintaan);
    // Returned before any disposisi: it may have to be registered again.
    const daftarkan = page.getByRole('link', { name: 'Daftarkan surat' });
    if (await daftarkan.count()) {
      await daftarkan.click();
      assert.equal(await page.getByLabel('Nomor agenda').inputValue(),
        `AG-${tanda}`, 'what was typed before the return is kept');
      await klik(page, 'Daftarkan surat');
    }
    await page.getByRole('link', { name: 'Catat disposisi' }).click();
    const satu = (nama) => page.getByRole('group', { name: nama });
    await satu('Direktur Jenderal').getByLabel('Tanggal disposisi')
      .fill(hariIni());
    await satu('Direktur Jenderal').getByLabel('Isi disposisi')
      .fill('Setuju, proses sesuai ketentuan');
    await satu('Direktur FPDDK').getByLabel('Tanggal disposisi')
      .fill(hariIni());
    await klik(page, 'Simpan disposisi');
    await terlihat(page, 'Disposisi sudah dicatat.');
    assert.equal(await page.getByRole('link', { name: 'Terima permintaan' })
      .count(), 0, 'not before the chain is whole');
    await page.getByRole('link', { name: 'Catat disposisi' }).click();
    await satu('Kepala Subdirektorat').getByLabel('Tanggal disposisi')
      .fill(hariIni());
    await potret(page, 'cerita-19-disposisi');
    await klik(page, 'Simpan disposisi');
    await page.getByRole('link', { name: 'Terima permintaan' }).click();
    await potret(page, 'cerita-20-terima');
    await klik(page, 'Ya, terima permintaan');
    await terlihat(page, 'Kode tiket diterbitkan');
    await potret(page, 'cerita-21-diterima');
    await page.getByRole('link', { name: /^Lihat tiket T\d{8}$/ }).click();
    kini.tiket = (await page.getByRole('heading', { level: 1 })
      .textContent()).replace('Tiket ', '');
    kini.proses = page.url().split('?')[0];
    assert.match(kini.tiket, /^T\d{8}$/);
    await potret(page, 'cerita-22-tiket');
  });

/** ISO 8601 week of a day, "2026-W47". */
function pekanIso(tahun, bulan, tgl) {
  const kamis = new Date(Date.UTC(tahun, bulan, tgl));
  kamis.setUTCDate(kamis.getUTCDate() + 4 - (kamis.getUTCDay() || 7));
  const awal = Date.UTC(kamis.getUTCFullYear(), 0, 1);
  const pekan = Math.ceil(((kamis - awal) / 86400000 + 1) / 7);
  return `${kamis.getUTCFullYear()}-W${String(pekan).padStart(2, '0')}`;
}

langkah('the calendar shows the ticket (P-07, P-09)', async () => {
  const page = p.admin;
  const [tgl, bulan, tahun] = (await page.locator('.ringkasan > div')
    .filter({ hasText: 'Estimasi Mulai' }).locator('dd').textContent())
    .split(' ');
  const ke = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei',
    'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'].indexOf(bulan);
  const kapan = `${tahun}-${String(1 + ke).padStart(2, '0')}`;
  await page.goto('/proses/kalender');
  await page.getByLabel(/^Bulan/).fill(kapan);
  await klik(page, 'Tampilkan');
  await page.locator('.kalender').waitFor();
  await potret(page, 'cerita-23-kalender');
  // A month shows only the first tickets of a long day, a week all of them.
  await page.goto(`/proses/kalender?minggu=${pekanIso(Number(tahun), ke,
    Number(tgl))}`);
  await page.getByRole('link', { name: kini.tiket }).first().waitFor();
  await potret(page, 'cerita-24-pekan');
  // The institution follows it as well, and sees only its own.
  await p.petugas.goto(`/proses/kalender?bulan=${kapan}`);
  const lihat = await p.petugas.locator('.kalender a')
    .filter({ hasText: /^T\d{8}$/ }).allTextContents();
  assert.deepEqual([...new Set(lihat)], [kini.tiket]);
});

langkah('cards by scanner; one is damaged and replaced (P-12)', async () => {
  const page = p.admin;
  const pindai = async (...isi) => {
    for (const x of isi) {
      await page.keyboard.type(x);
      await page.keyboard.press('Enter');
    }
  };
  const seri = page.getByLabel('Seri kartu kosong');
  // The focus is in the field without a hand on the mouse.
  const siap = () => page.waitForFunction(() =>
    document.activeElement?.id === 'r-seri_kartu' &&
    document.activeElement.value === '');
  await page.goto(kini.proses);
  await page.getByRole('link', { name: 'Mulai personalisasi' }).click();
  await siap();
  await potret(page, 'cerita-24-produksi');
  await siap();
  const sam = samId();
  await pindai(seriKartu[0], sam, `PC-${tanda}-0`);
  await terlihat(page, 'Kartu tercatat. Pindai kartu berikutnya.');
  await terlihat(page, `1 / ${KARTU} kartu`);

  // The same SAM id again is refused, and what was scanned stays.
  await siap();
  await pindai(seriKartu[1], sam, `PC-${tanda}-1`);
  await terlihat(page, 'Satu nomor hanya untuk satu kartu.');
  assert.equal(await seri.inputValue(), seriKartu[1]);
  assert.match(await page.title(), /^Galat: /);
  await potret(page, 'cerita-25-sam-dipakai');
  await page.getByLabel('No. Identitas Kartu SAM').fill(samId());
  await klik(page, 'Catat kartu');
  await terlihat(page, `2 / ${KARTU} kartu`);

  // One is broken.
  await seri.fill(seriKartu[2]);
  await page.getByText('Kartu gagal, rusak, atau terkunci').click();
  await page.getByLabel('Status kartu').selectOption('Rusak');
  await page.getByLabel('Keterangan').fill('Retak pada cip');
  await klik(page, 'Catat kartu bermasalah');
  await terlihat(page, 'Kartu dicatat bermasalah.');
  await potret(page, 'cerita-26-kartu-rusak');
  await page.getByRole('link', { name: `Ganti kartu ${seriKartu[2]}` })
    .click();
  await page.getByLabel('Seri kartu pengganti').fill(seriGanti);
  await potret(page, 'cerita-27-ganti');
  await klik(page, 'Ganti kartu');
  await terlihat(page, 'Kartu pengganti sudah masuk daftar.');
  await siap();
  await pindai(seriGanti, samId(), `PC-${tanda}-2`);
  await terlihat(page, `3 / ${KARTU} kartu`);

  // Producer and institution see the same bar (P-13).
  for (const [siapa, orang] of [['produsen', p.produsen],
    ['pengguna', p.petugas]]) {
    await orang.goto(kini.proses);
    await terlihat(orang, `3 / ${KARTU} kartu`);
    await potret(orang, `cerita-28-kemajuan-${siapa}`);
  }
});

langkah('the rest of the cards by file (P-12)', async () => {
  const page = p.admin;
  await page.goto(`${kini.proses}/produksi`);
  await page.getByRole('link', { name: /sekaligus dari berkas/ }).click();
  await page.getByLabel('Berkas hasil personalisasi')
    .setInputFiles(berkas('hasil.csv', Buffer.from(
      'seri_kartu;sam_id;pcid;status;keterangan\r\n' +
      seriKartu.slice(3).map((s, i) =>
        `${s};${samId()};PC-${tanda}-${i + 3};personal;\r\n`).join(''))));
  await potret(page, 'cerita-29-berkas');
  await klik(page, 'Catat dari berkas');
  await terlihat(page, 'Semua kartu tiket ini selesai dipersonalisasi.');
  await terlihat(page, `${KARTU} / ${KARTU} kartu`);
  await potret(page, 'cerita-30-produksi-selesai');
});

langkah('drafts without QR are submitted to the official (P-15)', async () => {
  const page = p.admin;
  await page.getByRole('link', { name: /Berita Acara Serah Terima/ }).click();
  await terlihat(page, 'Nomor diberikan ketika dokumen ditandatangani.');
  await potret(page, 'cerita-31-konsep');
  const id = /\/dokumen\/(\d+)/.exec(page.url())[1];
  const konsep = await page.context().request
    .get(`/dokumen/${id}/konsep`);
  assert.equal(konsep.headers()['content-type'], 'application/pdf');
  writeFileSync(join(dir, 'konsep.pdf'), await konsep.body());
  assert.deepEqual(bacaQr('konsep.pdf'), [], 'a draft bears no QR');
  await page.getByLabel('Pejabat penanda tangan').selectOption({ index: 1 });
  const dipilih = await page.getByLabel('Pejabat penanda tangan')
    .locator('option:checked').getAttribute('value');
  kini.pejabat = sql(`SELECT username FROM akun WHERE id = ${dipilih}`)[0][0];
  assert.equal(await page.getByLabel(/Ajukan semua konsep/).isChecked(),
    true);
  await klik(page, 'Ajukan');
  await terlihat(page, 'Dokumen sudah diajukan.');
});

langkah('the official signs the three with his password (U-15)', async () => {
  const page = p.pejabat;
  await masuk(page, { ...pejabat, username: kini.pejabat });
  await page.getByRole('link', { name: 'dokumen menunggu tanda tangan Anda' })
    .click();
  const baris = page.getByRole('row').filter({ hasText: kini.tiket });
  assert.equal(await baris.count(), 3);
  for (const b of await baris.all())
    await b.getByRole('checkbox').check();
  await potret(page, 'cerita-32-menunggu-tanda-tangan');
  await klik(page, 'Tanda tangani yang dipilih');
  await page.getByLabel('Password Anda').fill('bukan-password-ini');
  await klik(page, 'Tanda tangani');
  await terlihat(page, 'Password Anda salah.');
  await page.getByLabel('Password Anda').fill(pejabat.sandi);
  await potret(page, 'cerita-33-tanda-tangan');
  await klik(page, 'Tanda tangani');
  await terlihat(page, 'Dokumen yang dipilih sudah ditandatangani');
  const nomorDokumen = sql(`SELECT nomor FROM dokumen d
    JOIN proses t ON t.id = d.proses_id
    WHERE t.tiket = ${Number(kini.tiket.slice(1))}
    AND d.status = 'berlaku' ORDER BY d.jenis`);
  assert.equal(nomorDokumen.length, 3);
});

langkah('handover: a reseller is refused, the producer gets it (P-16)',
  async () => {
    const page = p.admin;
    await page.goto(kini.proses);
    await terlihat(page, 'Semua dokumen sudah ditandatangani.');
    await page.getByRole('link', { name: 'Catat serah terima' }).click();
    await page.getByLabel('Nama wakil produsen').fill('Budi Wakil');
    await page.getByLabel('Nomor identitas').fill('3171010101900001');
    await page.getByLabel('Jabatan').fill('Manajer Logistik');
    await page.getByLabel('Perantara (reseller)').check();
    await klik(page, 'Catat serah terima');
    await terlihat(page, 'hanya diserahkan kepada wakil produsen');
    assert.equal(await page.getByLabel('Nama wakil produsen').inputValue(),
      'Budi Wakil');
    await potret(page, 'cerita-34-reseller-ditolak');
    await page.getByLabel(`Produsen: ${namaProdusen}`).check();
    await klik(page, 'Catat serah terima');
    await terlihat(page, 'Serah terima sudah dicatat.');
    await potret(page, 'cerita-35-diserahkan');
    assert.equal((await page.content()).includes('3171010101900001'), false,
      'the identity number is masked');
  });

langkah('the producer presses "Diterima" (P-16, P-18)', async () => {
  const page = p.produsen;
  await page.goto('/beranda');
  await page.getByRole('link', { name: /tiket menunggu tombol “Diterima”/ })
    .click();
  await page.getByRole('link', { name: kini.tiket }).click();
  await page.getByRole('link', { name: 'Diterima', exact: true }).click();
  await potret(page, 'cerita-36-diterima');
  await klik(page, 'Diterima');
  await terlihat(page, 'tiket ini selesai');
  for (const t of ['Draf dibuat', 'Permintaan diajukan kepada produsen',
    'Permintaan dikembalikan kepada produsen', 'Kode tiket diterbitkan',
    'Kartu dan BAST diserahkan kepada wakil produsen',
    'Produsen menyatakan sudah menerima'])
    await terlihat(page, t);
  await potret(page, 'cerita-37-selesai');
});

langkah('the institution downloads the BAST (P-17)', async () => {
  const page = p.petugas;
  await page.goto(kini.proses);
  await page.getByRole('link', { name: /Berita Acara Serah Terima/ }).click();
  await potret(page, 'cerita-38-bast');
  const isi = await unduh(page, page.getByRole('link',
    { name: 'Unduh PDF' }));
  writeFileSync(join(dir, 'bast.pdf'), isi);
  const teks = execFileSync('pdftotext', ['-layout', join(dir, 'bast.pdf'),
    '-'], { encoding: 'utf8' });
  assert.ok(teks.includes('BERITA ACARA SERAH TERIMA'));
  for (const s of [...seriKartu.filter((x) => x !== seriKartu[2]),
    seriGanti])
    assert.ok(teks.includes(s), `${s} is on the BAST`);
  assert.ok(!teks.includes(seriKartu[2]), 'the broken card is not');
  const tanda_tangan = execFileSync('pdfsig', ['-nocert',
    join(dir, 'bast.pdf')], { encoding: 'utf8' });
  assert.match(tanda_tangan, /Signature is Valid/);
  assert.match(tanda_tangan, /Total document signed/);
});

/** What zbarimg reads from a PDF's pages at 150 dpi. */
function bacaQr(nama) {
  const awalan = join(dir, `${nama}-hal`);
  execFileSync('pdftoppm', ['-r', '150', '-gray', join(dir, nama), awalan]);
  const hal = execFileSync('bash', ['-c', 'ls "$1"*.pgm', '-', awalan],
    { encoding: 'utf8' }).trim().split('\n');
  return hal.flatMap((h) => {
    try {
      return execFileSync('zbarimg', ['--quiet', '--raw', h],
        { encoding: 'utf8' }).trim().split('\n');
    } catch (e) {
      if (e.status === 4) return []; // nothing found
      throw e;
    }
  });
}

langkah('a stranger scans the QR and checks the file (U-16, U-17)',
  async () => {
    const page = p.orang;
    const [url] = bacaQr('bast.pdf');
    assert.ok(url.startsWith(`${alamat}/verifikasi/`), url);
    await page.goto(url);
    await terlihat(page, 'Dokumen tercatat dan berlaku.');
    await terlihat(page, 'Nama para pihak disamarkan.');
    assert.equal((await page.content()).includes(namaLembaga), false);
    await potret(page, 'cerita-39-verifikasi');
    const asli = readFileSync(join(dir, 'bast.pdf'));
    await page.getByLabel('Berkas PDF').setInputFiles(
      berkas('bast.pdf', asli));
    await klik(page, 'Periksa berkas');
    await terlihat(page, 'Berkas asli.');
    await potret(page, 'cerita-40-asli');
    const ubahan = Buffer.from(asli);
    ubahan[Math.floor(ubahan.length / 3)] ^= 1;
    await page.getByLabel('Berkas PDF').setInputFiles(
      berkas('bast.pdf', ubahan));
    await klik(page, 'Periksa berkas');
    await page.getByText(/Berkas sudah berubah\.|Bukan berkas dokumen kami\./)
      .first().waitFor();
    await potret(page, 'cerita-41-berubah');
  });
