// cerita-pesan.mjs - how people are told, as they see it: the bell and its
// count, going to what it is about, which messages one wants, and the outbox
// of the staff with a message that is sent again (U-18, U-19, U-20).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { akar, akunBaru, demo, lembagaBaru, Orang, pdf, q, sql, tunggu, unik }
  from '../http/bantu.mjs';
import { buka, klik, masuk, periksa, potret, ruang, terlihat }
  from './bantu.mjs';

const judul = `Pembaca untuk kantor cabang ${unik('')}`;
let browser, page, staf, produsen, permintaan;

before(async () => {
  browser = await buka();
  produsen = akunBaru('produsen', lembagaBaru('produsen'));
  page = await (await ruang(browser)).newPage();
  staf = await (await ruang(browser)).newPage();
  await masuk(page, produsen);
  const bank = await Orang.masuk(akunBaru('pengguna',
    lembagaBaru('bhi-pusat')));
  const j = await bank.post('/permintaan', { nomor: unik('7/'), judul,
    produsen: produsen.lembaga, jumlah: 4, fungsi: 'R', aksi: 'kirim' },
  { berkas: { nama: 'surat.pdf', isi: pdf() } });
  assert.equal(j.status, 303, j.teks);
  permintaan = Number(/(\d+)$/.exec(j.lokasi)[1]);
});

after(() => browser.close());

async function lihat(orang, nama) {
  await periksa(orang, nama);
  await potret(orang, nama);
}

const lonceng = (kata) => page.getByRole('link', { name: kata, exact: true });

test('U-19 the bell tells how many are unread and leads to them', async () => {
  await page.goto('/beranda');
  await lonceng('Notifikasi: 1 belum dibaca').click();
  await page.waitForURL('**/notifikasi');
  await terlihat(page, 'Permintaan baru untuk disetujui');
  await terlihat(page, judul);
  await terlihat(page, 'Belum dibaca');
  await lihat(page, 'pesan-01-notifikasi');
  await klik(page, 'Buka Permintaan baru untuk disetujui');
  await page.waitForURL(`**/permintaan/${permintaan}`);
  await terlihat(page, judul);
  assert.equal(await lonceng('Notifikasi: tidak ada yang baru').count(), 1);
  await page.goto('/notifikasi?status=belum');
  await terlihat(page, 'Tidak ada yang cocok');
  await page.goto('/notifikasi');
  await terlihat(page, 'Sudah dibaca');
});

test('U-19 many at once are marked as read', async () => {
  sql(`INSERT INTO notifikasi (akun_id, templat, data, dibuat)
    SELECT ${produsen.id}, 'selesai', CONCAT('tiket=T', LPAD(seq, 8, '0'),
    '\\njudul=Uji'), UTC_TIMESTAMP(3) FROM seq_1_to_120`);
  await page.goto('/beranda');
  await lonceng('Notifikasi: lebih dari 99 belum dibaca').click();
  await lihat(page, 'pesan-02-banyak');
  await klik(page, 'Tandai semua sudah dibaca');
  await terlihat(page, 'Semua notifikasi ditandai sudah dibaca.');
  assert.equal(await lonceng('Notifikasi: tidak ada yang baru').count(), 1);
});

test('U-19 one says which messages come by e-mail and by WhatsApp',
  async () => {
    await page.goto('/notifikasi');
    await page.getByRole('link', { name: 'Pilihan pesan', exact: true })
      .click();
    await page.waitForURL('**/notifikasi/pilihan');
    await terlihat(page, `${produsen.username}@uji.example`);
    const kotak = (nama) => page.getByRole('checkbox', { name: nama });
    const tiket = 'Tiket: jadwal, produksi, serah terima';
    assert.ok(await kotak(`E-mail tentang ${tiket}`).isChecked());
    assert.ok(!await kotak(`WhatsApp tentang ${tiket}`).isChecked());
    await kotak(`WhatsApp tentang ${tiket}`).check();
    await kotak('E-mail tentang Dokumen dan tanda tangan').uncheck();
    await lihat(page, 'pesan-03-pilihan');
    await klik(page, 'Simpan');
    await terlihat(page, 'Pilihan Anda sudah disimpan.');
    assert.ok(await kotak(`WhatsApp tentang ${tiket}`).isChecked());
    assert.ok(!await kotak('E-mail tentang Dokumen dan tanda tangan')
      .isChecked());
  });

test('U-18 staff read the outbox and send again what was given up',
  async () => {
    const kepada = `${unik('mati')}@uji.example`;
    const id = Number(sql(`INSERT INTO kotak_keluar (saluran, kepada, templat,
      data, status, coba, berikut, galat, dibuat) VALUES ('surel',
      ${q(kepada)}, 'permintaan-ditolak', 'id=1\\nnomor=1\\njudul=Uji', 'gagal',
      12, NULL, 'smtp-550: 550 5.1.1 Mailbox unavailable', UTC_TIMESTAMP(3));
      SELECT LAST_INSERT_ID()`)[0][0]);
    await masuk(staf, demo('admin'));
    await staf.goto('/beranda');
    await staf.getByRole('link', { name: 'Kotak Keluar', exact: true })
      .click();
    await staf.waitForURL('**/kotak-keluar');
    await terlihat(staf, 'Mode pengembangan');
    await lihat(staf, 'pesan-04-kotak-keluar');
    await staf.goto(`/kotak-keluar?kepada=${kepada}`);
    await terlihat(staf, '12 kali dicoba');
    await terlihat(staf, '550 5.1.1 Mailbox unavailable');
    await staf.getByText('Permintaan ditolak produsen').first().click();
    await terlihat(staf, 'Yth. Bapak/Ibu');
    await lihat(staf, 'pesan-05-gagal');
    await klik(staf, `Kirim ulang Permintaan ditolak produsen kepada ${
      kepada}`);
    await terlihat(staf, 'Pesan masuk antrean lagi');
    // Nothing is sent here: it is shown.
    await tunggu(() => sql(`SELECT status FROM kotak_keluar
      WHERE id = ${id}`)[0][0] === 'tampil');
  });

test('U-20 the WhatsApp button takes the ticket along', async () => {
  const [lama] = sql(`SELECT nilai FROM pengaturan
    WHERE nama = 'kantor_wa' AND nilai <> ''`);
  const [[id, tiket]] = sql(`SELECT id, CONCAT('T', LPAD(tiket, 8, '0'))
    FROM proses ORDER BY id DESC LIMIT 1`);
  sql("UPDATE pengaturan SET nilai = '6281234567890' WHERE nama = 'kantor_wa'");
  try {
    // Programs ask for the office's number once a minute; a new one at once.
    const suite = join(akar, 'nginx', 'suite');
    execFileSync(suite, ['restart', 'proses']);
    const tombol = staf.getByRole('link', { name: 'WhatsApp', exact: true });
    await tunggu(async () => {
      await staf.goto(`/proses/${id}`);
      return await tombol.count() === 1;
    }, 20000);
    const ke = new URL(await tombol.getAttribute('href'));
    assert.equal(`${ke.host}${ke.pathname}`, 'wa.me/6281234567890');
    assert.match(ke.searchParams.get('text'), new RegExp(tiket));
    const kotak = await tombol.boundingBox();
    const layar = staf.viewportSize();
    assert.ok(kotak.x + kotak.width > layar.width * 0.8 &&
      kotak.y + kotak.height > layar.height * 0.8);
  } finally {
    sql(`UPDATE pengaturan SET nilai = ${q(lama?.[0] ?? '')}
      WHERE nama = 'kantor_wa'`);
  }
});
