// dokumen.mjs - the register of documents through the running suite: drafts,
// signing, numbers, revoking and replacing.  Proves U-13 ... U-17, P-14, P-15
// and P-17.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Orang, akar, akunBaru, alamat, dirVar, kunci, lembagaBaru, q, sql,
  totp, unik } from './bantu.mjs';

let bank, bankLain, prod, prodLain, admin, pejabat, pejabatLain;
let idBank, idProd, ditjen, folder;

/** An official with a signing key of this installation. */
async function pejabatBaru() {
  const a = akunBaru('pejabat', ditjen);
  execFileSync(join(akar, 'nginx', 'buat-kunci'), ['pejabat', a.username,
    `Orang ${a.username}`, join(dirVar, 'kunci')]);
  sql(`UPDATE akun SET jabatan = 'Direktur Uji', nip = '197001011990011001'
    WHERE id = ${a.id}`);
  return Orang.masuk(a);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uji-dokumen-'));
  idBank = lembagaBaru('bhi-pusat', 'PT Bank Uji Sentosa');
  idProd = lembagaBaru('produsen', 'PT Pembaca Uji');
  ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  prod = await orang('produsen', idProd);
  prodLain = await orang('produsen', lembagaBaru('produsen'));
  admin = await orang('admin', ditjen);
  pejabat = await pejabatBaru();
  pejabatLain = await pejabatBaru();
});

after(() => rmSync(folder, { recursive: true, force: true }));

let nomorSam = Math.floor(Math.random() * 0xffffffff);

/**
 * A ticket whose cards are all personalised and whose drafts were made, as
 * the last card leaves it: { id, permintaan, kode, draf: { bast, ... } }.
 */
function tiketDokumen(jumlah = 2, kind = ['bast', 'surat-balasan',
  'surat-selesai']) {
  const u = unik('D').toUpperCase();
  const kartu = Array.from({ length: jumlah }, (_, i) => `(@id, ${i + 1},
    '${u}K${i + 1}', '${u}M${i + 1}', 'personal', 'A0154B01${
  ((nomorSam++) >>> 0).toString(16).padStart(8, '0').toUpperCase()}',
    'PC${i + 1}', UTC_TIMESTAMP(3), ${admin.akun.id})`);
  const [[permintaan, id, tiket]] = sql(`INSERT INTO permintaan (lembaga_id,
    produsen_id, nomor, judul, jumlah, fungsi, status, pembuat_id, dibuat,
    diajukan, selesai) VALUES (${idBank}, ${idProd}, ${q(u)},
    ${q(`Uji & <${u}>`)}, ${jumlah}, 'R', 'diterima', ${bank.akun.id},
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
    SET @id = LAST_INSERT_ID();
    INSERT INTO permintaan_total VALUES (0, 0, 'diterima', 1),
    (${idBank}, 0, 'diterima', 1), (0, ${idProd}, 'diterima', 1),
    (${idBank}, ${idProd}, 'diterima', 1)
    ON DUPLICATE KEY UPDATE jumlah = jumlah + 1;
    INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status,
    sam_id, pcid, dikerjakan, dikerjakan_oleh) VALUES ${kartu.join(',')};
    INSERT INTO deret VALUES ('tiket', 0, 1)
    ON DUPLICATE KEY UPDATE terakhir = LAST_INSERT_ID(terakhir + 1);
    SET @t = (SELECT terakhir FROM deret WHERE nama = 'tiket');
    INSERT INTO proses (tiket, permintaan_id, lembaga_id, produsen_id,
    jumlah, selesai_kartu, disposisi, estimasi_mulai, estimasi_selesai,
    status, mulai, tuntas, dibuat) VALUES (@t, @id, ${idBank}, ${idProd},
    ${jumlah}, ${jumlah}, CURDATE(), CURDATE(), CURDATE(), 'dokumen',
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
    SET @p = LAST_INSERT_ID(); SELECT @id, @p, @t;`);
  const draf = {};
  for (const k of kind)
    draf[k] = Number(sql(`INSERT INTO dokumen (jenis, proses_id, lembaga_id,
      produsen_id, perihal, status, dibuat) VALUES (${q(k)}, ${id},
      ${idBank}, ${idProd}, ${q(`Uji & <${u}>`)}, 'draf', UTC_TIMESTAMP(3));
      SELECT LAST_INSERT_ID();`)[0][0]);
  return { id: Number(id), permintaan: Number(permintaan), u, draf,
    kode: `T${tiket.padStart(8, '0')}` };
}

const ajukan = (id, o = pejabat, isian = { semua: 'ya' }) => admin.post(
  `/dokumen/${id}/ajukan`, { pejabat: o.akun.id, ...isian });

const tandaTangani = (id, o = pejabat, isian = {}) => o.post(
  `/dokumen/${id}/tanda-tangan`, { sandi: o.akun.sandi, ...isian });

const baris = (id, kolom) => sql(`SELECT ${kolom} FROM dokumen
  WHERE id = ${id}`)[0];
const statusTiket = (t) => sql(`SELECT status FROM proses
  WHERE id = ${t.id}`)[0][0];

/** Numbers of a kind and year begin at 1, without a gap or a double. */
function rapat(jenis) {
  const cacat = sql(`SELECT d.tahun, COUNT(*), COUNT(DISTINCT urut),
    MIN(urut), MAX(urut), r.terakhir FROM dokumen d JOIN deret r
    ON r.nama = d.jenis AND r.tahun = d.tahun WHERE d.jenis = ${q(jenis)}
    AND d.urut IS NOT NULL GROUP BY d.tahun, r.terakhir
    HAVING MIN(urut) <> 1 OR MAX(urut) <> COUNT(*)
    OR COUNT(*) <> COUNT(DISTINCT urut) OR MAX(urut) <> r.terakhir`);
  assert.deepEqual(cacat, []);
}

const simpan = (nama, isi) => {
  const f = join(folder, nama);
  writeFileSync(f, isi);
  return f;
};

const alat = (perintah, argumen) => execFileSync(perintah, argumen,
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' } });

/** All that a PDF says, without white space: lines may break anywhere. */
const kataPdf = (nama, isi) => alat('pdftotext', ['-layout',
  simpan(nama, isi), '-']).replace(/\s+/g, '');

/** What a phone would read from the pages at 150 dpi; '' for nothing. */
function bacaQr(nama, f) {
  alat('pdftoppm', ['-r', '150', '-png', f, join(folder, nama)]);
  // It ends with an error when a page has none.
  return alat('sh', ['-c',
    `zbarimg -q --raw ${folder}/${nama}-*.png || true`]).trim();
}

test('P-15 U-13 U-15 U-17 a ticket\'s documents from draft to signature',
  async () => {
    const t = tiketDokumen(7);
    const d = t.draf;
    let j = await admin.get(`/dokumen/${d.bast}`);
    assert.equal(j.nilai('/halaman/dokumen/@status'), 'draf');
    assert.equal(j.nilai('/halaman/dokumen/boleh/@ajukan'), 'ya');

    // A draft bears neither number nor QR.
    const konsep = await admin.get(`/dokumen/${d.bast}/konsep`);
    assert.equal(konsep.headers['content-type'], 'application/pdf');
    const kf = simpan('konsep.pdf', konsep.isi);
    const kt = alat('pdftotext', ['-layout', kf, '-']);
    assert.match(kt, /KONSEP/);
    assert.match(kt, new RegExp(`${t.u}K7`));
    assert.doesNotMatch(kt, /verifikasi\//);
    assert.equal(bacaQr('k', kf), '');
    assert.equal(baris(d.bast, 'nomor, kode')[0], 'NULL');

    j = await ajukan(d.bast);
    assert.equal(j.status, 303, j.teks);
    assert.equal(statusTiket(t), 'tanda-tangan');
    for (const k of Object.values(d))
      assert.equal(baris(k, 'penandatangan_id')[0], String(pejabat.akun.id));
    assert.ok(sql(`SELECT 1 FROM kotak_keluar WHERE akun_id =
      ${pejabat.akun.id} AND templat = 'dokumen-diajukan'`).length > 0);

    // It waits on the official's list, and on nobody else's.
    j = await pejabat.get('/dokumen?tunggu=saya&per=100');
    assert.ok(j.semua(`/halaman/daftar/baris[@id = '${d.bast}']`).length);
    j = await pejabatLain.get('/dokumen?tunggu=saya&per=100');
    assert.equal(j.semua(`/halaman/daftar/baris[@id = '${d.bast}']`).length,
      0);

    j = await pejabat.get(`/dokumen/${d.bast}/tanda-tangan`);
    assert.equal(j.nilai('/halaman/tanda-tangan/dokumen/@perihal'),
      `Uji & <${t.u}>`);
    j = await tandaTangani(d.bast);
    assert.equal(j.status, 303, j.teks);
    assert.equal(statusTiket(t), 'tanda-tangan');

    const [nomor, kode, sha, ukuran] = baris(d.bast,
      'nomor, kode, sha256, ukuran');
    assert.match(nomor, /^470\/\d+\/BAST\/Dukcapil\/\d{4}$/);
    assert.match(kode, /^[0-9a-f]{32}$/);

    // The letters name the BAST's number.
    assert.equal((await tandaTangani(d['surat-balasan'])).status, 303);
    assert.equal((await tandaTangani(d['surat-selesai'])).status, 303);
    assert.equal(statusTiket(t), 'siap-serah');
    const surat = await prod.kirim('GET',
      `/dokumen/${d['surat-balasan']}/berkas`);
    assert.match(kataPdf('s.pdf', surat.isi), new RegExp(nomor));

    // The file is what the register says, signed, and its QR leads here.
    const b = await bank.kirim('GET', `/dokumen/${d.bast}/berkas`);
    assert.equal(b.status, 200);
    assert.equal(b.isi.length, Number(ukuran));
    assert.match(b.headers['content-disposition'],
      /^attachment; filename="bast-470-\d+-BAST-Dukcapil-\d{4}\.pdf"/);
    const f = simpan('bast.pdf', b.isi);
    assert.equal(alat('sha256sum', [f]).slice(0, 64), sha);
    assert.match(alat('pdfsig', ['-nocert', f]), /Signature is Valid/);
    assert.equal(bacaQr('b', f), `${alamat}/verifikasi/${kode}`);
    const teks = alat('pdftotext', ['-layout', f, '-']);
    for (let i = 1; i <= 7; i++)
      assert.match(teks, new RegExp(`${t.u}K${i}\\b`));
    assert.match(teks, /A0 15 4B 01 /);

    // P-17: printed in place, too.
    const tampil = await prod.kirim('GET',
      `/dokumen/${d.bast}/berkas?tampil=ya`);
    assert.match(tampil.headers['content-disposition'], /^inline/);
    // Timeline, audit, messages.
    assert.equal(sql(`SELECT COUNT(*) FROM permintaan_riwayat WHERE
      permintaan_id = ${t.permintaan}
      AND kode = 'dokumen-ditandatangani'`)[0][0], '3');
    assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek = 'dokumen' AND
      objek_id = ${d.bast} AND tindakan = 'dokumen-ditandatangani'
      AND rincian LIKE ${q(`%${sha}%`)}`)[0][0], '1');
    assert.ok(sql(`SELECT 1 FROM kotak_keluar WHERE akun_id =
      ${prod.akun.id} AND templat = 'dokumen-ditandatangani'`).length >= 3);
    for (const k of Object.keys(d)) rapat(k);
  });

test('U-13 another institution sees nothing of it', async () => {
  const t = tiketDokumen(1);
  const id = t.draf.bast;
  await ajukan(id);
  assert.equal((await tandaTangani(id)).status, 303);
  for (const o of [bankLain, prodLain]) {
    for (const ekor of ['', '/berkas'])
      assert.equal((await o.get(`/dokumen/${id}${ekor}`)).status, 404);
    const j = await o.get(`/dokumen?cari=${t.kode}`);
    assert.equal(j.nilai('/halaman/daftar/@total'), '0');
  }
  for (const o of [bank, prod, admin, pejabatLain]) {
    const j = await o.get(`/dokumen?cari=${t.kode}`);
    assert.equal(j.nilai('/halaman/daftar/@total'), '3');
    assert.equal((await o.get(`/dokumen/${id}`)).status, 200);
    assert.equal((await o.get(`/dokumen/${id}/berkas`)).status, 200);
  }
  // Drafts are read by Ditjen alone; there is no signed file yet.
  const draf = t.draf['surat-balasan'];
  assert.equal((await bank.get(`/dokumen/${draf}/konsep`)).status, 403);
  assert.equal((await bank.get(`/dokumen/${draf}/berkas`)).status, 404);
});

test('U-15 only the named official, with his password', async () => {
  const t = tiketDokumen(1);
  const id = t.draf.bast;
  const dulu = () => sql(`SELECT terakhir FROM deret WHERE nama = 'bast'
    AND tahun = YEAR(CURDATE() + INTERVAL 7 HOUR)`);
  // Nobody was asked yet.
  assert.equal((await tandaTangani(id)).status, 403);
  await ajukan(id);
  assert.equal((await tandaTangani(id, pejabatLain)).status, 403);
  const mula = dulu();
  let j = await tandaTangani(id, pejabat, { sandi: 'Bukan-Sandinya-1' });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { sandi: 'salah' });
  assert.doesNotMatch(j.teks, /Bukan-Sandinya/);
  j = await tandaTangani(id, pejabat, { sandi: '' });
  assert.deepEqual(j.galat, { sandi: 'wajib' });
  assert.equal(baris(id, 'status')[0], 'draf');
  assert.deepEqual(dulu(), mula);

  // Wrong tries are counted although the transaction does nothing else.
  const lain = await pejabatBaru();
  await ajukan(id, lain);
  for (let i = 0; i < 5; i++) {
    j = await tandaTangani(id, lain, { sandi: `Bukan-${i}-Sandinya` });
    assert.deepEqual(j.galat, { sandi: 'salah' });
  }
  j = await tandaTangani(id, lain);
  assert.deepEqual(j.galat, { sandi: 'sandi-tunggu' });
  assert.equal(baris(id, 'status')[0], 'draf');
});

test('U-15 an official without a key is told; nothing is left behind',
  async () => {
    const tanpa = await Orang.masuk(akunBaru('pejabat', ditjen));
    const t = tiketDokumen(1);
    await ajukan(t.draf.bast, tanpa);
    const j = await tandaTangani(t.draf.bast, tanpa);
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { '': 'kunci-tidak-ada' });
    assert.equal(baris(t.draf.bast, 'status')[0], 'draf');
    rapat('bast');
  });

test('a form sent twice signs once', async () => {
  const t = tiketDokumen(1);
  const id = t.draf.bast;
  await ajukan(id);
  const k = kunci();
  const dua = await Promise.all([1, 2, 3].map(() => tandaTangani(id, pejabat,
    { kunci: k })));
  for (const j of dua) {
    assert.equal(j.status, 303, j.teks);
    assert.equal(j.lokasi, `/dokumen/${id}`);
  }
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek = 'dokumen' AND
    objek_id = ${id} AND tindakan = 'dokumen-ditandatangani'`)[0][0], '1');
  // And again with another key: it does not wait any more.
  const j = await tandaTangani(id);
  assert.equal(j.status, 409);
  rapat('bast');
});

test('U-13 twenty signatures at once: numbers without gap or double',
  async () => {
    const dua = [pejabat, pejabatLain];
    const kerja = Array.from({ length: 20 }, (_, i) => {
      const t = tiketDokumen(1, ['bast']);
      return { id: t.draf.bast, o: dua[i % 2] };
    });
    for (const k of kerja)
      assert.equal((await ajukan(k.id, k.o)).status, 303);
    const j = await Promise.all(kerja.map((k) => tandaTangani(k.id, k.o)));
    for (const x of j) assert.equal(x.status, 303, x.teks);
    const nomor = kerja.map((k) => baris(k.id, 'nomor')[0]);
    assert.equal(new Set(nomor).size, 20);
    rapat('bast');
  });

test('U-15 several with one password, all or none', async () => {
  const t = tiketDokumen(1);
  const s = tiketDokumen(1);
  await ajukan(t.draf.bast);
  await ajukan(s.draf.bast);
  const semua = [...Object.values(t.draf), ...Object.values(s.draf)];
  let j = await pejabat.get('/dokumen/tanda-tangan?' +
    semua.map((i) => `dokumen[]=${i}`).join('&'));
  assert.equal(j.semua('/halaman/tanda-tangan/dokumen').length, 6);
  // One of them is another official's: none is signed.
  assert.equal((await ajukan(s.draf.bast, pejabatLain, {})).status, 303);
  j = await pejabat.post('/dokumen/tanda-tangan', { 'dokumen[]': semua,
    sandi: pejabat.akun.sandi });
  assert.equal(j.status, 403);
  for (const i of semua) assert.equal(baris(i, 'status')[0], 'draf');
  // Now all, the letters before the BAST and one twice: it comes first all
  // the same.
  await ajukan(s.draf.bast);
  j = await pejabat.post('/dokumen/tanda-tangan', { sandi:
    pejabat.akun.sandi, 'dokumen[]': [...semua.reverse(), semua[0]] });
  assert.equal(j.status, 303, j.teks);
  for (const i of semua) assert.equal(baris(i, 'status')[0], 'berlaku');
  assert.equal(statusTiket(t), 'siap-serah');
  assert.equal(statusTiket(s), 'siap-serah');
  const b = await admin.kirim('GET',
    `/dokumen/${t.draf['surat-selesai']}/berkas`);
  assert.match(kataPdf('ss.pdf', b.isi),
    new RegExp(baris(t.draf.bast, 'nomor')[0]));
  // One is signed already: the others stay as they are.
  const u = tiketDokumen(1);
  await ajukan(u.draf.bast);
  await tandaTangani(u.draf.bast);
  j = await pejabat.post('/dokumen/tanda-tangan', { 'dokumen[]':
    Object.values(u.draf), sandi: pejabat.akun.sandi });
  assert.equal(j.status, 409);
  assert.deepEqual(j.galat, { '': 'tidak-menunggu' });
  assert.equal(baris(u.draf['surat-selesai'], 'status')[0], 'draf');
  for (const k of Object.keys(u.draf)) rapat(k);
});

test('U-13 revoking and replacing', async () => {
  const t = tiketDokumen(2);
  await ajukan(t.draf.bast);
  for (const i of Object.values(t.draf)) await tandaTangani(i);
  assert.equal(statusTiket(t), 'siap-serah');
  // A reason is asked for, and what was typed comes back.
  let j = await admin.post(`/dokumen/${t.draf.bast}/cabut`, { alasan: 'x' });
  assert.deepEqual(j.galat, { alasan: 'terlalu-pendek' });
  assert.equal(j.nilai("/halaman/isian/ruas[@nama = 'alasan']"), 'x');
  assert.equal((await pejabatLain.post(`/dokumen/${t.draf.bast}/cabut`,
    { alasan: 'salah ketik' })).status, 403);

  j = await admin.post(`/dokumen/${t.draf.bast}/ganti`,
    { alasan: 'Nama produsen salah' });
  assert.equal(j.status, 303, j.teks);
  const baru = Number(j.lokasi.split('/').pop());
  assert.deepEqual(baris(t.draf.bast, 'status, pengganti_id'),
    ['diganti', String(baru)]);
  assert.equal(statusTiket(t), 'dokumen');
  assert.equal((await admin.post(`/dokumen/${t.draf.bast}/ganti`,
    { alasan: 'sekali lagi' })).status, 409);
  await ajukan(baru);
  assert.equal(statusTiket(t), 'tanda-tangan');
  assert.equal((await tandaTangani(baru)).status, 303);
  assert.equal(statusTiket(t), 'siap-serah');

  // The official takes his letter back; the ticket waits for another.
  const surat = t.draf['surat-selesai'];
  j = await pejabat.post(`/dokumen/${surat}/cabut`, { alasan: 'Keliru' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(statusTiket(t), 'dokumen');
  assert.equal((await pejabat.post(`/dokumen/${surat}/cabut`,
    { alasan: 'Keliru' })).status, 409);
  j = await admin.post(`/dokumen/${surat}/ganti`, { alasan: 'Pengganti' });
  const surat2 = Number(j.lokasi.split('/').pop());
  assert.equal(baris(surat, 'status')[0], 'dicabut');
  await ajukan(surat2);
  await tandaTangani(surat2);
  assert.equal(statusTiket(t), 'siap-serah');
  for (const k of Object.keys(t.draf)) rapat(k);
});

test('P-14 a destruction protocol with witnesses', async () => {
  const t = tiketDokumen(3, []);
  const kartu = sql(`SELECT id, seri_kartu FROM kartu WHERE permintaan_id =
    ${t.permintaan} ORDER BY urut`);
  sql(`UPDATE kartu SET status = 'rusak', sam_id = NULL,
    keterangan = 'chip retak' WHERE permintaan_id = ${t.permintaan};
    INSERT INTO pemusnahan_kartu (kartu_id, seri_kartu, alasan, masuk)
    SELECT id, seri_kartu, 'rusak', UTC_TIMESTAMP(3) FROM kartu
    WHERE permintaan_id = ${t.permintaan};`);
  const buat = (pilih) => admin.post('/proses/pemusnahan', {
    'kartu[]': pilih.map((k) => k[0]), 'saksi-1-nama': 'Saksi Satu',
    'saksi-1-jabatan': 'Auditor', 'saksi-2-nama': 'Saksi Dua',
    'saksi-2-jabatan': 'Arsiparis' });
  let j = await buat(kartu.slice(0, 2));
  assert.equal(j.status, 303, j.teks);
  const batal = Number(j.lokasi.split('/').pop());
  assert.equal(baris(batal, 'perihal')[0], t.kode);
  // A wrong draft is given up: its cards wait again.
  assert.equal((await admin.post(`/dokumen/${batal}/cabut`,
    { alasan: 'Saksi keliru' })).status, 303);
  j = await buat(kartu);
  const id = Number(j.lokasi.split('/').pop());
  assert.equal((await bank.get(`/dokumen/${id}`)).status, 404);
  assert.equal((await prod.get(`/dokumen/${id}`)).status, 404);
  assert.equal((await ajukan(id)).status, 303);
  assert.equal((await tandaTangani(id)).status, 303);
  const b = await admin.kirim('GET', `/dokumen/${id}/berkas`);
  const teks = alat('pdftotext', ['-layout', simpan('bap.pdf', b.isi), '-']);
  for (const [, seri] of kartu) assert.match(teks, new RegExp(seri));
  assert.match(teks, /Saksi Satu/);
  assert.match(teks, /Saksi Dua/);
  rapat('pemusnahan');
});

test('P-15 a card taken back: the same drafts, put to the official anew',
  async () => {
    const t = tiketDokumen(2);
    await ajukan(t.draf.bast);
    const [[kartu, seri]] = sql(`SELECT id, seri_kartu FROM kartu WHERE
      permintaan_id = ${t.permintaan} AND urut = 2`);
    let j = await admin.post(`/proses/${t.id}/produksi/${kartu}/urung`, {});
    assert.equal(j.status, 303, j.teks);
    assert.equal(statusTiket(t), 'produksi');
    assert.equal((await tandaTangani(t.draf.bast)).status, 409);
    j = await admin.post(`/proses/${t.id}/produksi`, { seri_kartu: seri,
      sam_id: `A0154B01${((nomorSam++) >>> 0).toString(16).padStart(8, '0')}`,
      pcid: 'PC2' });
    assert.equal(j.status, 303, j.teks);
    assert.equal(statusTiket(t), 'dokumen');
    assert.deepEqual(sql(`SELECT id FROM dokumen WHERE proses_id = ${t.id}
      ORDER BY id`).map((r) => Number(r[0])), Object.values(t.draf));
    assert.equal((await tandaTangani(t.draf.bast)).status, 403);
    await ajukan(t.draf.bast);
    assert.equal((await tandaTangani(t.draf.bast)).status, 303);
  });

test('states: what is not a waiting draft is refused', async () => {
  const t = tiketDokumen(1);
  const id = t.draf.bast;
  // Not somebody who may sign.
  let j = await ajukan(id, admin);
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { pejabat: 'pilihan' });
  j = await admin.post(`/dokumen/${id}/ajukan`, {});
  assert.deepEqual(j.galat, { pejabat: 'wajib' });
  // The ticket went back to production meanwhile.
  await ajukan(id);
  sql(`UPDATE proses SET status = 'produksi' WHERE id = ${t.id}`);
  assert.equal((await tandaTangani(id)).status, 409);
  assert.equal((await ajukan(id)).status, 409);
  sql(`UPDATE proses SET status = 'tanda-tangan' WHERE id = ${t.id}`);
  // A card is missing: nothing is signed, no number is lost.
  sql(`UPDATE kartu SET status = 'kosong', sam_id = NULL
    WHERE permintaan_id = ${t.permintaan}`);
  assert.equal((await tandaTangani(id)).status, 409);
  rapat('bast');
  // A ticket's draft is not revoked, a draft not replaced.
  assert.equal((await admin.post(`/dokumen/${id}/cabut`,
    { alasan: 'tidak bisa' })).status, 409);
  assert.equal((await admin.post(`/dokumen/${id}/ganti`,
    { alasan: 'tidak bisa' })).status, 409);
  assert.equal((await admin.get('/dokumen/999999999999')).status, 404);
});

test('U-13 the list: filters, pages, nonsense', async () => {
  for (let i = 0; i < 4; i++) tiketDokumen(1);
  const j = await bank.get('/dokumen?per=10');
  const total = Number(j.nilai('/halaman/daftar/@total'));
  assert.ok(total >= 12);
  const lihat = new Set();
  let jalur = '/dokumen?per=10';
  while (jalur) {
    const h = await bank.get(jalur);
    for (const b of h.semua('/halaman/daftar/baris/@id')) lihat.add(b.value);
    jalur = h.nilai('/halaman/daftar/@berikut');
  }
  assert.equal(lihat.size, total);
  for (const [saring, syarat] of [['jenis=bast', "@jenis = 'bast'"],
    ['status=berlaku', "@status = 'berlaku'"],
    ['status=draf', "@status = 'draf' or @status = 'menunggu-tanda-tangan'"]])
  {
    const h = await bank.get(`/dokumen?${saring}&per=100`);
    assert.ok(h.semua('/halaman/daftar/baris').length > 0, saring);
    assert.equal(h.semua(`/halaman/daftar/baris[not(${syarat})]`).length, 0);
  }
  const h = await bank.get('/dokumen?jenis=x&status=y&tahun=z&per=7&' +
    'setelah=abc&urut=kode');
  assert.equal(h.status, 200);
  assert.equal((await bank.get("/dokumen?cari=%25' OR 1=1".replace(/ /g,
    '+'))).nilai('/halaman/daftar/@total'), '0');
});

test('the key files are nobody\'s but the programs\'', () => {
  const f = join(dirVar, 'kunci', 'tanda-tangan',
    `${pejabat.akun.username}.pem`);
  assert.equal(alat('stat', ['-c', '%a', f]).trim(), '600');
  assert.match(readFileSync(f, 'utf8'), /BEGIN CERTIFICATE/);
});

test('P-17 A-09 a BAST replaced after activation lists every card', async () => {
  const t = tiketDokumen(3);
  await ajukan(t.draf.bast);
  for (const d of Object.values(t.draf))
    assert.equal((await tandaTangani(d)).status, 303);
  sql(`UPDATE proses SET status = 'selesai', diserahkan = UTC_TIMESTAMP(3),
      diterima = UTC_TIMESTAMP(3) WHERE id = ${t.id};
    UPDATE kartu SET status = ELT(urut, 'aktif', 'dikembalikan',
      'dimusnahkan') WHERE permintaan_id = ${t.permintaan}`);
  let j = await admin.post(`/dokumen/${t.draf.bast}/ganti`,
    { alasan: 'Salah ketik nama' });
  assert.equal(j.status, 303, j.teks);
  const baru = Number(j.lokasi.match(/(\d+)$/)[1]);
  assert.equal((await ajukan(baru)).status, 303);
  j = await tandaTangani(baru);
  assert.equal(j.status, 303, j.teks);
  j = await bank.get(`/dokumen/${baru}/berkas`);
  const teks = kataPdf('setelah.pdf', j.isi);
  for (const k of [1, 2, 3]) assert.ok(teks.includes(`${t.u}K${k}`));
});

test('U-15 U-05 an official with an authenticator signs with its code, too',
  async () => {
    const o = await pejabatBaru();
    await o.post('/akun/faktor/totp/aktifkan', { sandi: o.akun.sandi });
    const rahasia = (await o.get('/akun/faktor/totp'))
      .semua('/halaman/faktor/kelompok').map((e) => e.textContent).join('');
    assert.equal((await o.post('/akun/faktor/totp', { kode: totp(rahasia) }))
      .status, 200);
    const t = tiketDokumen(2);
    assert.equal((await ajukan(t.draf.bast, o)).status, 303);
    const jalur = `/dokumen/${t.draf.bast}/tanda-tangan`;
    assert.equal((await o.get(jalur)).nilai('/halaman/tanda-tangan/@kode'),
      'ya');
    let j = await tandaTangani(t.draf.bast, o);
    assert.equal(j.status, 422);
    assert.equal(j.galat.kode, 'kode-salah');
    j = await tandaTangani(t.draf.bast, o, { sandi: 'salah',
      kode: totp(rahasia, 1) });
    assert.equal(j.galat.sandi, 'salah');
    // The one that switched it on was used up.
    j = await tandaTangani(t.draf.bast, o, { kode: totp(rahasia) });
    assert.equal(j.galat.kode, 'kode-salah');
    assert.equal(baris(t.draf.bast, 'status')[0], 'draf');
    const kode = totp(rahasia, 1);
    assert.equal((await tandaTangani(t.draf.bast, o, { kode })).status, 303);
    assert.equal(baris(t.draf.bast, 'status')[0], 'berlaku');
    // Once; and guessing is slowed.
    for (let i = 0; i < 5; i++) {
      j = await tandaTangani(t.draf['surat-balasan'], o, { kode });
      assert.equal(j.galat.kode, 'kode-salah');
    }
    j = await tandaTangani(t.draf['surat-balasan'], o, { kode });
    assert.equal(j.galat.kode, 'sandi-tunggu');
    // Without one the password is enough, as the page says.
    assert.equal((await pejabat.get('/dokumen/tanda-tangan?dokumen%5B%5D=' +
      t.draf['surat-selesai'])).nilai('/halaman/tanda-tangan/@kode'), '');
  });
