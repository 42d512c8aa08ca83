// kembali.mjs - cards that come back and are destroyed, through the running
// suite.  Proves A-10 (return with BAST, receipt, manifest revoked), A-09
// (the card's end in its history), U-13 and U-15 for the sealed protocol.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Orang, akar, akunBaru, dirVar, kunci, lembagaBaru, q, sql }
  from './bantu.mjs';
import { aktifkan } from './pembaca.mjs';
import { diserahkan, perjanjian } from './serah.mjs';

let bank, bankLain, admin, adminDua, pejabat, prod;
let idBank, idProd, pks, folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uji-kembali-'));
  idBank = lembagaBaru('bhi-pusat', 'PT Bank Uji Sentosa');
  idProd = lembagaBaru('produsen', 'PT Pembaca Uji');
  const ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  prod = await orang('produsen', idProd);
  admin = await orang('admin', ditjen);
  adminDua = await orang('admin', ditjen);
  const p = akunBaru('pejabat', ditjen);
  execFileSync(join(akar, 'nginx', 'buat-kunci'), ['pejabat', p.username,
    `Orang ${p.username}`, join(dirVar, 'kunci')]);
  pejabat = await Orang.masuk(p);
  pks = perjanjian(idBank, bank.akun.id);
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** Active cards of the bank. */
function kartuAktif(jumlah) {
  const t = diserahkan(idBank, idProd, bank.akun.id, jumlah);
  aktifkan(t.kartu, idBank, pks);
  return t;
}

const isian = (kartu, lain = {}) => ({ alasan: 'tutup',
  catatan: 'Outlet <uji> & tutup', pengirim_nama: 'Siti Uji',
  pengirim_jabatan: 'Kepala Cabang', 'kartu[]': kartu.map((k) => k.id),
  ...lain });

/** Declare; its id. */
async function nyatakan(kartu, lain = {}) {
  const j = await bank.post('/aktivasi/kembali', isian(kartu, lain));
  assert.equal(j.status, 303, j.teks);
  return Number(j.lokasi.match(/kembali\/(\d+)/)[1]);
}

const kirim = (id, o = bank) => o.post(`/aktivasi/kembali/${id}/kirim`,
  { resi: 'Pos Uji 0001' });
const terima = (id, o = admin) => o.post(`/aktivasi/kembali/${id}/terima`);
const batal = (id, o) => o.post(`/aktivasi/kembali/${id}/batal`,
  { alasan: 'Kartu ternyata masih dipakai' });
const status = (k) => sql(`SELECT status FROM kartu WHERE id = ${k.id}`)[0][0];
const statusManifes = (k) => sql(`SELECT status, COALESCE(sebab, '')
  FROM manifes WHERE id = ${k.manifes}`)[0].join(' ');
const keadaan = (id) => sql(`SELECT status FROM pengembalian
  WHERE id = ${id}`)[0][0];
const dokumen = (id) => sql(`SELECT d.id, d.status, d.kode, d.nomor FROM
  dokumen d JOIN pengembalian k ON k.dokumen_id = d.id
  WHERE k.id = ${id}`)[0];

const alat = (perintah, argumen) => execFileSync(perintah, argumen,
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' } });

test('A-10 U-13 U-15 from declaration to destruction', async () => {
  const t = kartuAktif(7);
  const id = await nyatakan(t.kartu);
  let j = await bank.get(`/aktivasi/kembali/${id}`);
  assert.equal(j.nilai('/halaman/pengembalian/@status'), 'disusun');
  assert.equal(j.nilai('/halaman/pengembalian/@jumlah'), '7');
  assert.equal(j.semua('/halaman/pengembalian/kartu').length, 7);
  assert.equal(j.nilai('/halaman/pengembalian/boleh/@kirim'), 'ya');
  // Nothing has happened to the cards yet.
  assert.equal(status(t.kartu[0]), 'aktif');
  assert.equal(statusManifes(t.kartu[0]), 'berlaku ');

  // The protocol is there at once: numbered, sealed, with its QR.
  const [dok, dokStatus, kode, nomor] = dokumen(id);
  assert.equal(dokStatus, 'berlaku');
  j = await bank.get(`/dokumen/${dok}`);
  assert.equal(j.nilai('/halaman/dokumen/@jenis'), 'bast-kembali');
  assert.equal(j.nilai('/halaman/dokumen/@nomor'), nomor);
  assert.equal(j.nilai('/halaman/dokumen/@perihal'), t.kode);
  assert.equal(j.nilai('/halaman/dokumen/boleh/@cabut'), '');
  j = await bank.get(`/dokumen/${dok}/berkas`);
  assert.equal(j.status, 200);
  const f = join(folder, 'bast.pdf');
  writeFileSync(f, j.isi);
  const teks = alat('pdftotext', ['-raw', f, '-']).replace(/\s+/g, '');
  for (const k of t.kartu) {
    assert.ok(teks.includes(k.kartu), k.kartu);
    assert.ok(teks.includes(k.mesin), k.mesin);
  }
  for (const s of [nomor, 'Outlet<uji>&tutup', 'SitiUji', 'KepalaCabang',
    '7(tujuh)keping', 'tempatlayananditutup', 'PTBankUjiSentosa',
    'Disegelsecaraelektronik'])
    assert.ok(teks.includes(s.replace(/\s+/g, '')), s);
  assert.match(alat('pdfsig', ['-nocert', f]), /Signature is Valid/);
  alat('pdftoppm', ['-r', '150', '-png', f, join(folder, 'bast')]);
  assert.match(alat('sh', ['-c', 
    `zbarimg -q --raw ${folder}/bast-*.png || true`]),
    new RegExp(`/verifikasi/${kode}`));
  // Anybody can check it; the institution is masked.
  j = await new Orang().get(`/verifikasi/${kode}`);
  assert.equal(j.nilai('/halaman/dokumen/@jenis'), 'bast-kembali');
  assert.equal(j.nilai('/halaman/dokumen/@status'), 'berlaku');
  assert.doesNotMatch(j.teks, /Bank Uji Sentosa/);
  const umum = new Orang();
  await umum.get('/verifikasi');
  j = await umum.post('/verifikasi', { kunci: null },
    { pdf: { nama: 'a.pdf', isi: readFileSync(f), tipe: 'application/pdf' } });
  assert.equal(j.nilai('/halaman/hasil/@kode'), 'identik');

  assert.equal((await terima(id)).status, 409, 'not sent yet');
  assert.equal((await kirim(id)).status, 303);
  assert.equal(keadaan(id), 'dikirim');
  assert.ok(Number(sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE templat = 'pengembalian-dikirim' AND data LIKE
    ${q(`%kembali/${id}%`)}`)[0][0]) > 0);
  assert.equal((await kirim(id)).status, 409);

  j = await terima(id);
  assert.equal(j.status, 303, j.teks);
  assert.equal(keadaan(id), 'diterima');
  for (const k of t.kartu) {
    assert.equal(status(k), 'dikembalikan');
    assert.equal(statusManifes(k), 'dicabut pengembalian');
    assert.deepEqual(sql(`SELECT kode, dari, ke, catatan FROM kartu_riwayat
      WHERE kartu_id = ${k.id} ORDER BY id DESC LIMIT 1`)[0],
    ['kembali', 'aktif', 'dikembalikan', nomor]);
  }
  assert.equal(sql(`SELECT COUNT(*) FROM pemusnahan_kartu m
    JOIN pengembalian_kartu x ON x.kartu_id = m.kartu_id
    WHERE x.pengembalian_id = ${id} AND m.alasan = 'kembali'`)[0][0], '7');
  assert.equal((await terima(id, adminDua)).status, 409);
  // The reader may get another card, the card's serial is used up.
  const lagi = (seri, mesin) => sql(`INSERT INTO kartu (permintaan_id, urut,
    seri_kartu, seri_mesin, status) VALUES (${t.permintaan}, 99, ${q(seri)},
    ${q(mesin)}, 'kosong')`);
  assert.throws(() => lagi(t.kartu[0].kartu, `${t.u}X`), /kartu_seri_hidup/);
  lagi(`${t.u}BARU`, t.kartu[0].mesin);
  assert.throws(() => lagi(`${t.u}LAIN`, t.kartu[0].mesin),
    /kartu_mesin_hidup/);

  // On the destruction list, and in its protocol.
  j = await admin.get('/proses/pemusnahan');
  const kartu = t.kartu.map((k) => k.id);
  j = await admin.post('/proses/pemusnahan', { 'kartu[]': kartu,
    'saksi-1-nama': 'Saksi Satu', 'saksi-1-jabatan': 'Analis',
    'saksi-2-nama': 'Saksi Dua', 'saksi-2-jabatan': 'Analis' });
  assert.equal(j.status, 303, j.teks);
  const musnah = Number(j.lokasi.match(/dokumen\/(\d+)/)[1]);
  assert.equal(status(t.kartu[0]), 'dikembalikan');
  assert.equal((await admin.post(`/dokumen/${musnah}/ajukan`,
    { pejabat: pejabat.akun.id })).status, 303);
  j = await pejabat.post(`/dokumen/${musnah}/tanda-tangan`,
    { sandi: pejabat.akun.sandi });
  assert.equal(j.status, 303, j.teks);
  for (const k of t.kartu) {
    assert.equal(status(k), 'dimusnahkan');
    assert.deepEqual(sql(`SELECT kode, dari, ke FROM kartu_riwayat
      WHERE kartu_id = ${k.id} ORDER BY id DESC LIMIT 1`)[0],
    ['musnah', 'dikembalikan', 'dimusnahkan']);
  }
  // A protocol that counts no more takes that back.
  j = await admin.post(`/dokumen/${musnah}/cabut`,
    { alasan: 'Salah hitung kartu' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(status(t.kartu[0]), 'dikembalikan');
  assert.equal(sql(`SELECT COUNT(*) FROM pemusnahan_kartu
    WHERE dokumen_id IS NULL AND kartu_id IN (${kartu})`)[0][0], '7');
});

test('A-10 what a return refuses, all that was typed kept', async () => {
  const t = kartuAktif(3);
  const lain = diserahkan(bankLain.akun.lembaga, idProd, bankLain.akun.id, 1);
  let j = await bank.post('/aktivasi/kembali', {});
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { alasan: 'wajib', pengirim_nama: 'wajib',
    pengirim_jabatan: 'wajib', kartu: 'kartu-wajib' });
  j = await bank.post('/aktivasi/kembali', isian([]));
  assert.equal(j.galat.kartu, 'kartu-wajib');
  assert.equal(j.nilai("/halaman/isian/ruas[@nama = 'pengirim_nama']"),
    'Siti Uji');
  // Another institution's card, and one that is nobody's.
  for (const id of [lain.kartu[0].id, 999999999]) {
    j = await bank.post('/aktivasi/kembali', isian([{ id }, t.kartu[0]]));
    assert.equal(j.status, 422);
    assert.equal(j.galat.kartu, 'kartu-tidak-ada');
  }
  j = await bank.post('/aktivasi/kembali', isian([], { seri:
    `${t.kartu[0].kartu}\nTIDAK-ADA\n<b>"']\n${lain.kartu[0].kartu}` }));
  assert.equal(j.status, 422);
  assert.deepEqual(j.semua('/halaman/galat').map((g) =>
    [g.getAttribute('ruas'), g.getAttribute('kode'),
      g.getAttribute('baris')]), [['seri', 'kartu-tidak-ada', '2'],
    ['seri', 'kartu-tidak-ada', '3'], ['seri', 'kartu-tidak-ada', '4']]);
  assert.equal(sql(`SELECT COUNT(*) FROM pengembalian_kartu
    WHERE kartu_id IN (${t.kartu.map((k) => k.id)})`)[0][0], '0');
  // One that was not handed over, one that is asked for.
  sql(`UPDATE kartu SET status = 'personal' WHERE id = ${t.kartu[0].id}`);
  j = await bank.post('/aktivasi/kembali', isian([t.kartu[0]]));
  assert.equal(j.galat.kartu, 'kartu-status');
  // In one return at a time.
  await nyatakan([t.kartu[1]]);
  j = await bank.post('/aktivasi/kembali', isian(t.kartu.slice(1)));
  assert.equal(j.galat.kartu, 'kartu-dikembalikan');
  j = await bank.get('/aktivasi/kembali/baru?cari=' + t.kartu[1].kartu);
  assert.equal(j.semua('/halaman/calon/kartu').length, 0);
  j = await bank.get('/aktivasi/kembali/baru?cari=' +
    t.kartu[2].kartu.toLowerCase());
  assert.equal(j.nilai('/halaman/calon/@pilih'), 'ya');
  assert.equal(j.nilai('/halaman/calon/kartu/@id'), String(t.kartu[2].id));
  // More than one return holds.
  j = await bank.post('/aktivasi/kembali', isian([], { seri: Array.from(
    { length: 501 }, (_, i) => `X${i}`).join('\n') }));
  assert.equal(j.status, 422);
});

test('A-10 cards by serial and SAM id, each once', async () => {
  const t = kartuAktif(3);
  const [a, b, c] = t.kartu;
  const sam = b.sam.match(/../g).join(' ').toLowerCase();
  const id = await nyatakan([a], { seri:
    `${a.kartu.toLowerCase()}\n\n${sam}\n ${c.kartu} ` });
  assert.deepEqual(sql(`SELECT kartu_id FROM pengembalian_kartu
    WHERE pengembalian_id = ${id} ORDER BY kartu_id`).flat().map(Number),
  [a.id, b.id, c.id]);
});

test('A-10 a card that was asked for or has a token', async () => {
  const t = diserahkan(idBank, idProd, bank.akun.id, 2);
  sql(`INSERT INTO aktivasi (lembaga_id, proses_id, nomor, judul, jumlah,
      status, pembuat_id, dibuat) VALUES (${idBank}, ${t.id}, ${q(t.u)},
      'Uji', 2, 'diajukan', ${bank.akun.id}, UTC_TIMESTAMP(3));
    SET @a = LAST_INSERT_ID();
    INSERT INTO aktivasi_kartu (aktivasi_id, urut, kartu_id, seri_mesin)
    VALUES (@a, 1, ${t.kartu[0].id}, 'M1'), (@a, 2, ${t.kartu[1].id}, 'M2');`);
  let j = await bank.post('/aktivasi/kembali', isian(t.kartu));
  assert.equal(j.galat.kartu, 'kartu-diajukan');
  // Approved: the token is void once the card is back.
  sql(`UPDATE aktivasi SET status = 'disetujui' WHERE nomor = ${q(t.u)};
    UPDATE kartu SET status = 'token' WHERE permintaan_id = ${t.permintaan};
    INSERT INTO token (kartu_id, aktivasi_id, acak, hash, dibuat, berakhir)
    SELECT k.id, a.id, RANDOM_BYTES(16), UNHEX(SHA2(UUID(), 256)),
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 30 DAY FROM kartu k
    JOIN aktivasi a ON a.nomor = ${q(t.u)}
    WHERE k.permintaan_id = ${t.permintaan}`);
  const id = await nyatakan(t.kartu);
  await kirim(id);
  j = await terima(id);
  assert.equal(j.status, 303, j.teks);
  assert.equal(sql(`SELECT COUNT(*) FROM token t JOIN kartu k
    ON k.id = t.kartu_id WHERE k.permintaan_id = ${t.permintaan}
    AND t.hidup = 1`)[0][0], '0');
  assert.equal(sql(`SELECT COUNT(*) FROM aktivasi_kartu a JOIN kartu k
    ON k.id = a.kartu_id WHERE k.permintaan_id = ${t.permintaan}
    AND a.hidup = 1`)[0][0], '0');
  assert.equal(status(t.kartu[0]), 'dikembalikan');
});

test('A-10 called off: by the institution before sending, by admin until ' +
  'receipt', async () => {
  const t = kartuAktif(2);
  let id = await nyatakan(t.kartu);
  let j = await batal(id, bank);
  assert.equal(j.status, 303, j.teks);
  assert.equal(keadaan(id), 'batal');
  assert.equal(dokumen(id)[1], 'dicabut');
  assert.equal(status(t.kartu[0]), 'aktif');
  assert.equal((await kirim(id)).status, 409);
  assert.equal((await batal(id, bank)).status, 409);
  // Free again.
  id = await nyatakan(t.kartu);
  await kirim(id);
  assert.equal((await batal(id, bank)).status, 409);
  assert.equal((await batal(id, admin)).status, 303);
  assert.equal((await terima(id)).status, 409);
  assert.equal(statusManifes(t.kartu[0]), 'berlaku ');
  const tanpa = await admin.post(`/aktivasi/kembali/${id}/batal`, {});
  assert.equal(tanpa.status, 422);
  // The protocol goes with its return, not by itself.
  id = await nyatakan(t.kartu);
  const dok = dokumen(id)[0];
  for (const apa of ['cabut', 'ganti']) {
    j = await admin.post(`/dokumen/${dok}/${apa}`, { alasan: 'Uji saja' });
    assert.equal(j.status, 409, apa);
  }
  assert.equal(dokumen(id)[1], 'berlaku');
});

test('A-10 who sees a return, and who may what', async () => {
  const t = kartuAktif(1);
  const id = await nyatakan(t.kartu);
  const [dok, , , nomor] = dokumen(id);
  for (const jalur of [`/aktivasi/kembali/${id}`,
    `/aktivasi/kembali/${id}/kirim`, `/aktivasi/kembali/${id}/batal`,
    `/dokumen/${dok}`])
    assert.equal((await bankLain.get(jalur)).status, 404, jalur);
  assert.equal((await kirim(id, bankLain)).status, 404);
  assert.equal((await batal(id, bankLain)).status, 404);
  assert.equal((await prod.get('/aktivasi/kembali')).status, 403);
  assert.equal((await prod.get(`/dokumen/${dok}`)).status, 404);
  assert.equal((await terima(id, bank)).status, 403);
  assert.equal((await pejabat.get(`/aktivasi/kembali/${id}`)).status, 200);
  assert.equal((await terima(id, pejabat)).status, 403);
  // Lists: by status, by number, by serial.
  for (const cari of [nomor, t.kartu[0].kartu.toLowerCase(),
    t.kartu[0].mesin, t.kartu[0].sam]) {
    for (const o of [bank, admin]) {
      const j = await o.get(`/aktivasi/kembali?cari=${
        encodeURIComponent(cari)}`);
      assert.deepEqual(j.semua('/halaman/daftar/baris').map((b) =>
        b.getAttribute('id')), [String(id)], cari);
    }
    const j = await bankLain.get(`/aktivasi/kembali?cari=${
      encodeURIComponent(cari)}`);
    assert.equal(j.nilai('/halaman/daftar/@total'), '0');
  }
  const j = await bank.get('/aktivasi/kembali?status=disusun&per=10');
  assert.ok(j.semua('/halaman/daftar/baris').length > 0);
  for (const b of j.semua('/halaman/daftar/baris'))
    assert.equal(b.getAttribute('status'), 'disusun');
});

test('A-10 sent twice acts once; two admins at once: one receipt', async () => {
  const t = kartuAktif(2);
  const sekali = { kunci: kunci(), ...isian(t.kartu) };
  const [a, b] = await Promise.all([bank.post('/aktivasi/kembali', sekali),
    bank.post('/aktivasi/kembali', sekali)]);
  assert.equal(a.status, 303, a.teks);
  assert.equal(b.lokasi, a.lokasi);
  const id = Number(a.lokasi.match(/(\d+)$/)[1]);
  await kirim(id);
  const jawab = await Promise.all([terima(id), terima(id, adminDua)]);
  assert.deepEqual(jawab.map((j) => j.status).sort(), [303, 409]);
  assert.equal(sql(`SELECT COUNT(*) FROM kartu_riwayat WHERE kode = 'kembali'
    AND kartu_id IN (${t.kartu.map((k) => k.id)})`)[0][0], '2');
});

test('A-10 many returns of the same cards at once: one gets them', async () => {
  const t = kartuAktif(3);
  const jawab = await Promise.all(Array.from({ length: 8 }, () =>
    bank.post('/aktivasi/kembali', isian(t.kartu))));
  assert.deepEqual(jawab.map((j) => j.status).filter((s) => s === 303), [303]);
  for (const j of jawab) assert.ok([303, 409, 422].includes(j.status));
  // The series of numbers has no gap.
  assert.deepEqual(sql(`SELECT d.tahun FROM dokumen d JOIN deret r
    ON r.nama = d.jenis AND r.tahun = d.tahun WHERE d.jenis = 'bast-kembali'
    GROUP BY d.tahun, r.terakhir HAVING MIN(urut) <> 1
    OR MAX(urut) <> COUNT(*) OR MAX(urut) <> r.terakhir`), []);
});

test('A-10 A-11 A-13 received, moved and suspended at once: one end',
  async () => {
    const [[desa]] = sql(`SELECT kode FROM wilayah
      WHERE CHAR_LENGTH(kode) = 10 ORDER BY kode LIMIT 1`);
    const pindah = (k, i) => bank.post(`/aktivasi/kartu/${k.id}/pindah`, {
      seri_mesin: k.mesin, outlet: `Pindah ${i}`, alamat: `Jalan Baru ${i}`,
      lintang: '-6.9', bujur: '107.6', provinsi: desa.slice(0, 2),
      kota: desa.slice(0, 4), kecamatan: desa.slice(0, 6), kelurahan: desa });
    const t = kartuAktif(4);
    const id = await nyatakan(t.kartu);
    await kirim(id);
    const jawab = await Promise.all([
      ...t.kartu.map((k, i) => pindah(k, i)),
      admin.post('/aktivasi/kartu/tangguhkan', { 'kartu[]':
        t.kartu.map((k) => k.id), alasan: 'Uji sanksi' }),
      terima(id, adminDua), ...t.kartu.map((k, i) => pindah(k, i + 9))]);
    for (const j of jawab)
      assert.ok([303, 409, 422].includes(j.status), `${j.status} ${j.teks}`);
    assert.equal(jawab[5].status, 303);
    for (const k of t.kartu) {
      assert.equal(status(k), 'dikembalikan');
      assert.equal(sql(`SELECT COUNT(*) FROM manifes WHERE kartu_id = ${k.id}
        AND status = 'berlaku'`)[0][0], '0');
      // The history is one chain.
      const h = sql(`SELECT COALESCE(dari, ''), COALESCE(ke, '') FROM
        kartu_riwayat WHERE kartu_id = ${k.id} AND ke IS NOT NULL ORDER BY id`);
      for (let i = 1; i < h.length; i++) assert.equal(h[i][0], h[i - 1][1]);
      assert.equal(h.at(-1)[1], 'dikembalikan');
    }
  });
