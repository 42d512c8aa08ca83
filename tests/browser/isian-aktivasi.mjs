// isian-aktivasi.mjs - what goes wrong while somebody fills in the forms of
// activation, with scripts and without: what was typed, ticked and chosen is
// there again, and the error says what to do.  Every test makes its own
// people and cards.
//
// Proves and the shared rules of
// forms (spec 00) from a person's side.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Orang, akunBaru, demo, lembagaBaru, pdf, sql, unik }
  from '../http/bantu.mjs';
import { aktifkan } from '../http/pembaca.mjs';
import { bertoken, diserahkan, perjanjian } from '../http/serah.mjs';
import { buka, hariIni, klik, masuk, periksa, potret, ruang, terlihat }
  from './bantu.mjs';

const CARA = [['with scripts', true], ['without scripts', false]];
// Dago, Coblong, Kota Bandung, Jawa Barat.
const DAGO = ['JAWA BARAT', 'KOTA BANDUNG', 'Coblong', 'Dago'];
const KODE_DAGO = '3273021004';
const WILAYAH = ['Provinsi', 'Kabupaten/Kota', 'Kecamatan', 'Kelurahan'];

let browser, idProd, admin;

before(async () => {
  browser = await buka();
  idProd = lembagaBaru('produsen');
  admin = await Orang.masuk(demo('admin'));
});
after(async () => { await browser.close(); });

/** A clerk whose institution has an agreement. */
function petugas() {
  const akun = akunBaru('pengguna', lembagaBaru('bhi-pusat'));
  akun.pks = perjanjian(akun.lembaga, akun.id);
  return akun;
}

/** A page in a browser of its own; signed in when an account is given. */
async function halaman(akun, pilihan) {
  const page = await (await ruang(browser, pilihan)).newPage();
  if (akun) await masuk(page, akun);
  return page;
}

const kartuBertoken = async (akun, n) =>
  bertoken(await Orang.masuk(akun), admin, idProd, n);

/** Active cards of his. */
function kartuAktif(akun, n) {
  const t = diserahkan(akun.lembaga, idProd, akun.id, n);
  aktifkan(t.kartu, akun.lembaga, akun.pks, () => ({ wilayah: KODE_DAGO }));
  return t.kartu;
}

const berkas = (name, isi) => ({ name, buffer: Buffer.from(isi), mimeType:
  /\.pdf$/.test(name) ? 'application/pdf' : 'text/csv' });
const surat = () => berkas('surat.pdf', pdf());
const keadaan = (k) => sql(`SELECT status FROM kartu WHERE id = ${k.id}`)[0][0];
const nilai = (page, label) => page.getByLabel(label, { exact: true })
  .inputValue();
const pasang = (sam) => sam.match(/../g).join(' ');

/** Choose from the top down; without scripts each choice is sent. */
async function pilih(page, nama, javaScriptEnabled) {
  for (const [i, teks] of nama.entries()) {
    await page.getByLabel(WILAYAH[i], { exact: true })
      .selectOption({ label: teks });
    if (!javaScriptEnabled && i < 3) await klik(page, `Pilih ${WILAYAH[i]}`);
  }
}

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-01 a wrong request keeps its letter and all that was typed, ${cara}`,
    async () => {
      const akun = petugas();
      const t = diserahkan(akun.lembaga, idProd, akun.id, 2);
      const page = await halaman(akun, { javaScriptEnabled });
      await page.goto(`/aktivasi/baru?proses=${t.id}`);
      await page.getByLabel('No. Permintaan').fill('045/"A" & <b>');
      await page.getByLabel('Judul Permintaan').fill('Aktivasi <b>2026</b>');
      await page.getByLabel('Jumlah Mesin').fill('3');
      await page.getByLabel('Catatan / Keterangan').fill('Satu\nDua "dua"');
      await page.getByLabel('Berkas Permintaan').setInputFiles(surat());
      await klik(page, 'Kirim sekarang');
      await terlihat(page, 'tersedia 2 kartu.');
      assert.match(await page.title(), /^Galat: /);
      await terlihat(page, 'surat.pdf');
      assert.equal(await nilai(page, 'No. Permintaan'), '045/"A" & <b>');
      assert.equal(await nilai(page, 'Judul Permintaan'),
        'Aktivasi <b>2026</b>');
      assert.equal(await nilai(page, 'No. Permohonan Perso'), String(t.id));
      assert.equal(await page.getByLabel('Catatan / Keterangan').inputValue(),
        'Satu\nDua "dua"');
      if (javaScriptEnabled) await periksa(page, 'a wrong request');
      await page.getByLabel('Jumlah Mesin').fill('2');
      await klik(page, 'Kirim sekarang');
      await terlihat(page, 'Permintaan aktivasi sudah dikirim');
      await terlihat(page, 'surat.pdf');
      await page.context().close();
    });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-01 wrong rows stand where they were typed, ${cara}`, async () => {
    const akun = petugas();
    const t = diserahkan(akun.lembaga, idProd, akun.id, 4);
    const o = await Orang.masuk(akun);
    const j = await o.post('/aktivasi', { nomor: unik('N/'),
      judul: 'Uji isian', proses: t.id, jumlah: 4, aksi: 'draf' },
    { berkas: { nama: 'surat.pdf', isi: pdf() } });
    const id = /\/aktivasi\/(\d+)/.exec(j.lokasi)[1];
    const page = await halaman(akun, { javaScriptEnabled });
    await page.goto(`/aktivasi/${id}/baris`);
    await page.getByLabel('No. Mesin, baris 1').fill('x!');
    await page.getByLabel('No. Seri Kartu SAM, baris 2').fill('');
    await page.getByLabel('No. Mesin, baris 4').fill(t.kartu[2].mesin);
    await page.getByLabel('Nama Outlet, baris 3').fill('Cabang "Tiga" & <3>');
    await klik(page, 'Simpan');
    await terlihat(page, 'Ada yang perlu diperbaiki');
    await terlihat(page, 'Bentuk No. Mesin salah');
    await terlihat(page, 'No. Mesin ini sudah ada di baris 3');
    assert.equal(await nilai(page, 'No. Mesin, baris 1'), 'x!');
    assert.equal(await nilai(page, 'No. Seri Kartu SAM, baris 2'), '');
    assert.equal(await nilai(page, 'No. Mesin, baris 4'), t.kartu[2].mesin);
    assert.equal(await nilai(page, 'Nama Outlet, baris 3'),
      'Cabang "Tiga" & <3>');
    if (javaScriptEnabled) {
      await periksa(page, 'wrong rows');
      await potret(page, 'isian-aktivasi-baris');
    }
    // The summary leads to the field.
    await page.locator('#galat').getByRole('link').first().click();
    await page.waitForURL('**#r-mesin-1');
    await page.getByLabel('No. Mesin, baris 1').fill(t.kartu[0].mesin);
    await page.getByLabel('No. Seri Kartu SAM, baris 2')
      .fill(pasang(t.kartu[1].sam));
    await page.getByLabel('No. Mesin, baris 4').fill(t.kartu[3].mesin);
    await klik(page, 'Simpan');
    await terlihat(page, 'Daftar mesin sudah disimpan.');
    assert.equal(await nilai(page, 'Nama Outlet, baris 3'),
      'Cabang "Tiga" & <3>');

    // The same list as a file with two wrong rows: none is taken.
    await page.goto(`/aktivasi/${id}/impor`);
    await page.getByLabel('Berkas daftar mesin').setInputFiles(berkas('d.csv',
      'seri;sam;pcid;mesin;outlet;alamat\n' + t.kartu.map((k, i) =>
        `${i === 1 ? 'BUKAN-1' : k.kartu};;;${i === 3 ? '' : k.mesin
        };Dari berkas;\n`).join('')));
    await klik(page, 'Isi daftar');
    await terlihat(page, 'Baris yang perlu diperbaiki');
    await terlihat(page, 'Kartu ini bukan kartu tiket permintaan ini.');
    await terlihat(page, 'No. Mesin belum diisi.');
    if (javaScriptEnabled) await periksa(page, 'a list with wrong rows');
    assert.equal(sql(`SELECT COUNT(*) FROM aktivasi_kartu
      WHERE aktivasi_id = ${id} AND outlet = 'Dari berkas'`)[0][0], '0');
    await page.context().close();
  });

/** "Do Aktivasi", filled in. */
async function isiAktivasi(page, k, javaScriptEnabled, lain = {}) {
  const v = { sam: pasang(k.sam), token: k.token, mesin: k.mesin,
    outlet: 'KCP "Dago" & <1>', lintang: '-6.884123', bujur: '107.613621',
    alamat: 'Jalan Dago 1\nLantai 2', ...lain };
  for (const [label, apa] of [['No. Identitas Kartu SAM', 'sam'],
    ['Token Kartu SAM', 'token'], ['No. Mesin', 'mesin'],
    ['Nama Outlet', 'outlet'], ['Latitude', 'lintang'],
    ['Longitude', 'bujur'], ['Alamat', 'alamat']])
    await page.getByLabel(label).fill(v[apa]);
  await pilih(page, v.wilayah || DAGO, javaScriptEnabled);
}

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-03 a wrong "Do Aktivasi" keeps all of it, ${cara}`, async () => {
    const akun = petugas();
    const [k, l] = await kartuBertoken(akun, 2);
    const page = await halaman(akun, { javaScriptEnabled });
    await page.goto(`/aktivasi/kartu/${k.id}/aktifkan`);
    // Nothing at all.
    await page.getByLabel('No. Mesin').fill('');
    await page.evaluate(() => document.querySelectorAll('[required]')
      .forEach((x) => x.removeAttribute('required')));
    await klik(page, 'Aktifkan kartu');
    await terlihat(page, 'Pilih Provinsi.');
    assert.ok(await page.locator('#galat').getByRole('link').count() >= 6);
    if (javaScriptEnabled) await periksa(page, '"Do Aktivasi", empty');
    // The other card's number, latitude and longitude mixed up.
    await isiAktivasi(page, k, javaScriptEnabled, { sam: pasang(l.sam),
      lintang: '107,613621', bujur: '-6,884123' });
    await klik(page, 'Aktifkan kartu');
    await terlihat(page, 'Nomor ini bukan nomor kartu ini.');
    await terlihat(page, 'Periksa apakah Latitude dan Longitude tertukar.');
    assert.equal(await nilai(page, 'No. Identitas Kartu SAM'),
      pasang(l.sam));
    assert.equal(await nilai(page, 'Token Kartu SAM'), k.token);
    assert.equal(await nilai(page, 'Latitude'), '107,613621');
    assert.equal(await page.getByLabel('Nama Outlet').inputValue(),
      'KCP "Dago" & <1>');
    assert.equal(await nilai(page, 'Alamat'), 'Jalan Dago 1\nLantai 2');
    assert.equal(await nilai(page, 'Kelurahan'), KODE_DAGO);
    assert.equal(await page.locator('#kode-wilayah').textContent(),
      KODE_DAGO);
    if (javaScriptEnabled) {
      await periksa(page, '"Do Aktivasi" with errors');
      await potret(page, 'isian-aktivasi-salah');
    }
    // Another province empties what was chosen below it.
    await page.getByLabel('Provinsi', { exact: true })
      .selectOption({ label: 'BALI' });
    if (!javaScriptEnabled) await klik(page, 'Pilih Provinsi');
    assert.equal(await nilai(page, 'Kelurahan'), '');
    assert.equal((await page.locator('#kode-wilayah').textContent()).trim(),
      '–');
    await isiAktivasi(page, k, javaScriptEnabled);
    // Enter in a field sends the form, not the first "Pilih".
    await page.getByLabel('Latitude').press('Enter');
    await terlihat(page, 'Kartu sudah aktif dan manifesnya terbit.');
    await terlihat(page, 'KCP "Dago" & <1>');
    assert.deepEqual([keadaan(k), keadaan(l)], ['aktif', 'token']);
    await page.context().close();
  });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-03 five wrong tokens: the page says how many are left, ${cara}`,
    async () => {
      const akun = petugas();
      const [k] = await kartuBertoken(akun, 1);
      const page = await halaman(akun, { javaScriptEnabled });
      await page.goto(`/aktivasi/kartu/${k.id}/aktifkan`);
      await isiAktivasi(page, k, javaScriptEnabled, { token: 'AAAAA-AAAAA' });
      for (let sisa = 4; sisa > 0; sisa--) {
        await klik(page, 'Aktifkan kartu');
        await terlihat(page, `Token salah. ${sisa} percobaan lagi`);
        assert.equal(await nilai(page, 'Token Kartu SAM'), 'AAAAA-AAAAA');
      }
      await klik(page, 'Aktifkan kartu');
      await terlihat(page, 'Coba lagi dalam 60 menit.');
      // The right one helps no more, and all else is still there.
      await page.getByLabel('Token Kartu SAM').fill(k.token);
      await klik(page, 'Aktifkan kartu');
      await terlihat(page, 'Aktivasi kartu ini dikunci');
      assert.equal(await nilai(page, 'Kelurahan'), KODE_DAGO);
      assert.equal(keadaan(k), 'token');
      if (javaScriptEnabled) await potret(page, 'isian-aktivasi-terkunci');
      await page.context().close();
    });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-03 a double click and a session that ends: one manifest, ${cara}`,
    async () => {
      const akun = petugas();
      const [k, l] = await kartuBertoken(akun, 2);
      const page = await halaman(akun, { javaScriptEnabled });
      await page.goto(`/aktivasi/kartu/${k.id}/aktifkan`);
      await isiAktivasi(page, k, javaScriptEnabled);
      await page.getByRole('button', { name: 'Aktifkan kartu' }).dblclick();
      await terlihat(page, 'Kartu sudah aktif dan manifesnya terbit.');
      await page.goto(`/aktivasi/kartu/${l.id}/aktifkan`);
      await isiAktivasi(page, l, javaScriptEnabled);
      sql(`UPDATE sesi SET terakhir = terakhir - INTERVAL 31 MINUTE
        WHERE akun_id = ${akun.id}`);
      await klik(page, 'Aktifkan kartu');
      await terlihat(page, 'Sesi Anda sudah berakhir');
      assert.equal(keadaan(l), 'token');
      await page.getByLabel('Username').fill(akun.username);
      await page.getByLabel('Password', { exact: true }).fill(akun.sandi);
      await klik(page, 'Masuk');
      await terlihat(page, 'Lanjutkan pekerjaan Anda');
      await klik(page, 'Lanjutkan');
      await terlihat(page, 'Kartu sudah aktif dan manifesnya terbit.');
      assert.equal(sql(`SELECT COUNT(*) FROM manifes
        WHERE kartu_id IN (${k.id}, ${l.id})`)[0][0], '2');
      await page.context().close();
    });

test('A-03 no location, no regions from the script: the way by hand is there',
  async () => {
    const akun = petugas();
    const [k] = await kartuBertoken(akun, 1);
    // Nobody gave the permission.
    const page = await halaman(akun, { permissions: [] });
    await page.goto(`/aktivasi/kartu/${k.id}/aktifkan`);
    await page.getByLabel('Latitude').fill('-6.5');
    await klik(page, 'Pakai lokasi perangkat ini');
    await terlihat(page, 'Lokasi tidak didapat.');
    assert.equal(await nilai(page, 'Latitude'), '-6.5');
    await page.route('**/aktivasi/wilayah?*', (r) => r.abort());
    await page.getByLabel('Provinsi', { exact: true })
      .selectOption({ label: DAGO[0] });
    await page.getByRole('button', { name: 'Pilih Provinsi' }).waitFor();
    await klik(page, 'Pilih Provinsi');
    await page.unroute('**/aktivasi/wilayah?*');
    assert.equal(await nilai(page, 'Latitude'), '-6.5');
    await page.getByLabel('Kabupaten/Kota').selectOption({ label: DAGO[1] });
    await page.getByLabel('Kecamatan').selectOption({ label: DAGO[2] });
    await isiAktivasi(page, k, true);
    await klik(page, 'Aktifkan kartu');
    await terlihat(page, 'Kartu sudah aktif dan manifesnya terbit.');
    await page.context().close();
  });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-13 a move that moves nothing, or to nowhere, ${cara}`, async () => {
    const akun = petugas();
    const [k] = kartuAktif(akun, 1);
    const page = await halaman(akun, { javaScriptEnabled });
    await page.goto(`/aktivasi/kartu/${k.id}/pindah`);
    await klik(page, 'Terbitkan manifes baru');
    await terlihat(page, 'Ubah yang berpindah lebih dahulu.');
    await page.getByLabel('Longitude').fill('timur');
    await page.getByLabel('Alamat').fill('Jalan <i>Baru</i> 2');
    await klik(page, 'Terbitkan manifes baru');
    await terlihat(page, 'Longitude harus berupa derajat desimal');
    assert.equal(await nilai(page, 'Longitude'), 'timur');
    assert.equal(await nilai(page, 'Alamat'), 'Jalan <i>Baru</i> 2');
    assert.equal(await nilai(page, 'Kelurahan'), KODE_DAGO);
    if (javaScriptEnabled) await periksa(page, 'a wrong move');
    await page.getByLabel('Longitude').fill('107,7');
    await klik(page, 'Terbitkan manifes baru');
    await terlihat(page, 'Tempat mesin sudah diganti.');
    await page.context().close();
  });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-04 a file that is none is refused with its reason, ${cara}`,
    async () => {
      const akun = petugas();
      const [k] = await kartuBertoken(akun, 1);
      const page = await halaman(akun, { javaScriptEnabled });
      const kirim = async (nama, isi, pesan) => {
        await page.goto('/aktivasi/massal/baru');
        await page.getByLabel('Berkas aktivasi')
          .setInputFiles(berkas(nama, isi));
        await klik(page, 'Kirim dan aktifkan');
        await terlihat(page, pesan);
      };
      await kirim('a.csv', 'sam_id,token\n1,2\n',
        'Berkas tidak mempunyai kolom');
      if (javaScriptEnabled) await periksa(page, 'a wrong file');
      await kirim('a.csv', '%PDF-1.4\n', 'Ada yang perlu diperbaiki');
      await kirim('a.csv', 'sam_id,token,seri_mesin,outlet,alamat,' +
        'kode_wilayah,latitude,longitude\n', 'tidak berisi satu baris');
      assert.equal(keadaan(k), 'token');
      await page.context().close();
    });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-10 a wrong return keeps what was ticked and typed, ${cara}`,
    async () => {
      const akun = petugas();
      const kartu = kartuAktif(akun, 3);
      const page = await halaman(akun, { javaScriptEnabled });
      await page.goto('/aktivasi/kembali/baru');
      await page.getByLabel(`Pilih kartu ${kartu[0].kartu}`).check();
      await page.getByLabel('Nomor seri kartu atau SAM ID')
        .fill(`${kartu[1].kartu}\nBUKAN-KARTU-9`);
      await page.getByLabel('Alasan pengembalian').selectOption('Lainnya');
      await page.getByLabel('Keterangan').fill('Sisa "lelang" & <2>');
      await page.getByLabel('Nama yang menyerahkan').fill('Siti "A" Isian');
      await page.getByLabel('Jabatannya').fill('Kepala');
      await klik(page, 'Terbitkan berita acara');
      await terlihat(page, '“BUKAN-KARTU-9” bukan nomor seri');
      assert.equal(await page.getByLabel(`Pilih kartu ${kartu[0].kartu}`)
        .isChecked(), true);
      assert.equal(await page.getByLabel(`Pilih kartu ${kartu[2].kartu}`)
        .isChecked(), false);
      assert.equal(await page.getByLabel('Alasan pengembalian')
        .inputValue(), 'lain');
      assert.equal(await page.getByLabel('Nama yang menyerahkan')
        .inputValue(), 'Siti "A" Isian');
      assert.equal(await page.getByLabel('Keterangan').inputValue(),
        'Sisa "lelang" & <2>');
      if (javaScriptEnabled) {
        await periksa(page, 'a wrong return');
        await potret(page, 'isian-aktivasi-kembali');
      }
      await page.getByLabel('Nomor seri kartu atau SAM ID')
        .fill(kartu[1].kartu);
      await page.getByRole('button', { name: 'Terbitkan berita acara' })
        .dblclick();
      await terlihat(page, 'Berita acara pengembalian sudah diterbitkan.');
      assert.deepEqual(sql(`SELECT COUNT(*), SUM(jumlah) FROM pengembalian
        WHERE lembaga_id = ${akun.lembaga}`)[0], ['1', '2']);
      await page.context().close();
    });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-11 a sanction without a reason keeps its cards, ${cara}`,
    async () => {
      const akun = petugas();
      const kartu = kartuAktif(akun, 2);
      const page = await halaman(demo('admin'), { javaScriptEnabled });
      await page.goto('/aktivasi/kartu/tangguhkan?' + kartu.map((k) =>
        `kartu[]=${k.id}`).join('&'));
      await page.getByLabel('Alasan').fill('   ');
      await klik(page, 'Ya, tangguhkan');
      await terlihat(page, 'Ada yang perlu diperbaiki');
      for (const k of kartu) await terlihat(page, k.kartu);
      if (javaScriptEnabled) await periksa(page, 'a wrong sanction');
      await page.getByLabel('Alasan').fill('Uji sanksi');
      await klik(page, 'Ya, tangguhkan');
      await terlihat(page, 'manifesnya dicabut');
      assert.deepEqual(kartu.map(keadaan), ['ditangguhkan', 'ditangguhkan']);
      await page.context().close();
    });

for (const [cara, javaScriptEnabled] of CARA)
  test(`A-08 a wrong agreement keeps its file and every box, ${cara}`,
    async () => {
      const lembaga = lembagaBaru('bhi-pusat');
      const page = await halaman(demo('admin'), { javaScriptEnabled });
      await page.goto('/admin/perjanjian/baru');
      await page.getByLabel('Lembaga', { exact: true })
        .selectOption({ value: String(lembaga) });
      const nomor = unik('119/');
      await page.getByLabel('Nomor Perjanjian').fill(nomor);
      await page.getByLabel('Judul Perjanjian').fill('Uji "PKS" & <b>');
      await page.getByLabel('Mulai Berlaku').fill(hariIni());
      await page.getByLabel('Berakhir', { exact: true }).fill('2020-01-01');
      await page.getByLabel('Card reader').check();
      await page.getByLabel('NIK', { exact: true }).check();
      await page.getByLabel('Foto wajah').check();
      await page.getByLabel('Kuota per Hari').fill('seribu');
      await page.getByLabel('Berkas Perjanjian')
        .setInputFiles(berkas('pks.pdf', pdf('PKS')));
      await klik(page, 'Simpan');
      await terlihat(page, 'Ada yang perlu diperbaiki');
      await terlihat(page, 'pks.pdf');
      assert.equal(await nilai(page, 'Lembaga'), String(lembaga));
      assert.equal(await page.getByLabel('Judul Perjanjian').inputValue(),
        'Uji "PKS" & <b>');
      assert.equal(await nilai(page, 'Berakhir'), '2020-01-01');
      assert.equal(await page.getByLabel('Kuota per Hari').inputValue(),
        'seribu');
      for (const [label, ya] of [['Card reader', true], ['Foto wajah', true],
        ['Agama', false], ['Web portal', false]])
        assert.equal(await page.getByLabel(label, { exact: true })
          .isChecked(), ya, label);
      if (javaScriptEnabled) await periksa(page, 'a wrong agreement');
      await page.getByLabel('Kuota per Hari').fill('1000');
      await page.getByLabel('Berakhir', { exact: true }).fill('2099-12-31');
      await klik(page, 'Simpan');
      await terlihat(page, 'lebih dari 20 tahun');
      await page.getByLabel('Berakhir', { exact: true })
        .fill(`${Number(hariIni().slice(0, 4)) + 3}-12-31`);
      await klik(page, 'Simpan');
      await terlihat(page, 'pks.pdf');
      assert.equal(sql(`SELECT elemen FROM perjanjian
        WHERE lembaga_id = ${lembaga}`)[0][0], 'nik foto');
      await page.context().close();
    });
