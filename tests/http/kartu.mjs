// kartu.mjs - the register of cards, "Do Aktivasi", relocation, sanctions and
// bulk activation through the running suite,
// and several people at once.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from
  'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Orang, akar, akunBaru, dirVar, kunci, lembagaBaru, sql, tunggu }
  from './bantu.mjs';
import { bertoken as kartuBertoken, perjanjian } from './serah.mjs';

let bank, bankDua, bankLain, prod, admin, pejabat;
let idBank, idProd, kodeBank;
const DESA = '9801011001';

before(async () => {
  sql(`INSERT IGNORE INTO wilayah (kode, nama) VALUES ('98', 'Provinsi Uji'),
    ('9801', 'Kota Uji'), ('980101', 'Kecamatan Uji'),
    ('${DESA}', 'Kelurahan Uji'), ('9802', 'Kota Lain')`);
  idBank = lembagaBaru('bhi-pusat');
  kodeBank = sql(`SELECT kode FROM lembaga WHERE id = ${idBank}`)[0][0];
  idProd = lembagaBaru('produsen');
  const ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  bankDua = await orang('pengguna', idBank);
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  prod = await orang('produsen', idProd);
  admin = await orang('admin', ditjen);
  pejabat = await orang('pejabat', ditjen);
  perjanjian(idBank, bank.akun.id);
});

after(() => sql("DELETE FROM wilayah WHERE kode LIKE '98%'"));

const bertoken = (n) => kartuBertoken(bank, admin, idProd, n);

const pasang = (sam) => sam.match(/../g).join(' ').toLowerCase();
const isi = (k, lain = {}) => ({ sam_id: pasang(k.sam), token: k.token,
  seri_mesin: k.mesin, outlet: 'KCP Uji', alamat: 'Jalan Uji No. 1',
  lintang: '-6,914744', bujur: '107.60981', provinsi: '98', kota: '9801',
  kecamatan: '980101', kelurahan: DESA, ...lain });
const aktifkan = (o, k, lain) =>
  o.post(`/aktivasi/kartu/${k.id}/aktifkan`, isi(k, lain));
const status = (k) => sql(`SELECT status FROM kartu WHERE id = ${k.id}`)[0][0];
const manifes = (k) => sql(`SELECT id, status, COALESCE(sebab, ''), alamat
  FROM manifes WHERE kartu_id = ${k.id} ORDER BY id`);
const riwayat = (k) => sql(`SELECT kode FROM kartu_riwayat
  WHERE kartu_id = ${k.id} ORDER BY id`).map((x) => x[0]);

test('A-03 the drop-downs of regions work without scripts, and what was ' +
  'typed stays', async () => {
  const [k] = await bertoken(1);
  const jalur = `/aktivasi/kartu/${k.id}/aktifkan`;
  let j = await bank.get(jalur);
  assert.equal(j.status, 200);
  assert.equal(j.nilai('/halaman/tempat/@seri-mesin'), k.mesin);
  assert.ok(j.semua("/halaman/pilihan[@nama='provinsi']/opsi").length > 0);
  assert.equal(j.semua("/halaman/pilihan[@nama='kota']/opsi").length, 0);
  j = await bank.post(`${jalur}/wilayah`, { ...isi(k), sam_id: 'belum',
    kota: '', kecamatan: '', kelurahan: '' });
  assert.equal(j.status, 200);
  assert.deepEqual(j.galat, {});
  assert.equal(j.nilai("/halaman/isian/ruas[@nama='sam_id']"), 'belum');
  assert.equal(j.nilai("/halaman/isian/ruas[@nama='token']"), k.token);
  assert.deepEqual(j.semua("/halaman/pilihan[@nama='kota']/opsi/@nilai")
    .map((a) => a.value).sort(), ['9801', '9802']);
  assert.equal(j.semua("/halaman/pilihan[@nama='kecamatan']/opsi").length, 0);
  j = await bank.post(`${jalur}/wilayah`, isi(k));
  assert.equal(j.nilai('/halaman/wilayah/@kode'), DESA);
  // Another province: what was chosen below it is chosen no longer.
  j = await bank.post(`${jalur}/wilayah`, isi(k, { kota: '9802' }));
  assert.equal(j.nilai('/halaman/wilayah/@kode'), '');
  assert.equal(j.nilai('/halaman/wilayah/@kota'), '9802');
  // The HTML has a button beside each.
  j = await bank.html(jalur);
  assert.equal(j.teks.match(/formaction="[^"]*\/wilayah#r-/g).length, 3);
  // For the script.
  j = await bank.get('/aktivasi/wilayah?induk=98');
  assert.equal(j.nilai("//opsi[@nilai='9801']"), 'Kota Uji');
  assert.equal((await bank.get('/aktivasi/wilayah?induk=x')).status, 404);
  assert.equal(status(k), 'token');
});

test('A-03 Do Aktivasi: all that is wrong is told together, then the card ' +
  'is active and its manifest is there', async () => {
  const [k, l] = await bertoken(2);
  let j = await aktifkan(bank, k, { sam_id: pasang(l.sam), token: '',
    kelurahan: '', lintang: '107.6', seri_mesin: '' });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { sam_id: 'sam-lain', token: 'wajib',
    seri_mesin: 'wajib', lintang: 'di-luar-indonesia', kelurahan: 'wajib' });
  assert.equal(j.nilai("/halaman/isian/ruas[@nama='outlet']"), 'KCP Uji');
  j = await aktifkan(bank, k, { provinsi: '', kota: '', kecamatan: '',
    kelurahan: '' });
  assert.deepEqual(j.galat, { provinsi: 'wajib' });
  j = await aktifkan(bank, k, { kelurahan: '9801019999' });
  assert.deepEqual(j.galat, { kelurahan: 'tidak-ada' });
  assert.equal(status(k), 'token');
  assert.equal(sql(`SELECT COUNT(*) FROM token_salah
    WHERE kartu_id = ${k.id}`)[0][0], '0');
  // Typing is forgiving: small letters, blanks instead of the hyphen.
  j = await aktifkan(bank, k, { token: k.token.toLowerCase()
    .replace('-', ' '), sam_id: k.sam });
  assert.equal(j.status, 303, j.teks);
  assert.equal(status(k), 'aktif');
  assert.deepEqual(riwayat(k), ['token', 'aktif']);
  j = await bank.get(`/aktivasi/kartu/${k.id}`);
  assert.equal(j.nilai('/halaman/kartu/@status'), 'aktif');
  assert.equal(j.nilai('/halaman/kartu/@wilayah'), DESA);
  assert.equal(j.nilai('/halaman/kartu/@lintang'), '-6.914744');
  const m = j.nilai('/halaman/kartu/manifes/@id');
  const x = await bank.get(`/aktivasi/manifes/${m}/xml`);
  assert.equal(x.status, 200);
  assert.match(x.teks, new RegExp(k.sam));
  assert.equal((await bank.get(`/aktivasi/manifes/${m}/pdf`)).status, 200);
  assert.equal((await bankLain.get(`/aktivasi/manifes/${m}/xml`)).status,
    404);
  // A reader has one card.
  j = await aktifkan(bank, l, { seri_mesin: k.mesin });
  assert.deepEqual(j.galat, { seri_mesin: 'mesin-terpakai' });
  // Wrong state: form and post.
  assert.equal((await bank.get(`/aktivasi/kartu/${k.id}/aktifkan`)).status,
    409);
  j = await aktifkan(bank, k);
  assert.equal(j.status, 409);
  assert.deepEqual(j.galat, { '': 'kartu-aktif' });
  // Another institution's card is not there.
  assert.equal((await bankLain.get(`/aktivasi/kartu/${l.id}`)).status, 404);
  assert.equal((await bankLain.get(`/aktivasi/kartu/${l.id}/aktifkan`))
    .status, 404);
  assert.equal((await aktifkan(bankLain, l)).status, 404);
  assert.equal((await aktifkan(admin, l)).status, 403);
  assert.equal((await aktifkan(prod, l)).status, 403);
});

test('A-03 without an agreement in force nothing is issued', async () => {
  const [k] = await bertoken(1);
  sql(`UPDATE perjanjian SET status = 'dihentikan'
    WHERE lembaga_id = ${idBank}`);
  const j = await aktifkan(bank, k);
  sql(`UPDATE perjanjian SET status = 'berlaku' WHERE lembaga_id = ${idBank}`);
  assert.equal(j.status, 409);
  assert.deepEqual(j.galat, { '': 'tanpa-perjanjian' });
  assert.equal(status(k), 'token');
});

test('A-03 sent twice, and eight times at once, acts once', async () => {
  const [k, l] = await bertoken(2);
  const sama = { kunci: kunci() };
  const satu = await aktifkan(bank, k, sama);
  const dua = await aktifkan(bank, k, sama);
  assert.deepEqual([satu.status, dua.status, dua.lokasi],
    [303, 303, satu.lokasi]);
  assert.equal(manifes(k).length, 1);
  sama.kunci = kunci();
  const j = await Promise.all(Array.from({ length: 8 }, () =>
    aktifkan(bank, l, sama)));
  for (const x of j) assert.equal(x.status, 303, x.teks);
  assert.equal(manifes(l).length, 1);
  assert.deepEqual(riwayat(l), ['token', 'aktif']);
});

test('A-03 two operators at the same card at once: one activates it',
  async () => {
    const kartu = await bertoken(4);
    for (const k of kartu) {
      const j = await Promise.all([bank, bankDua, bank, bankDua]
        .map((o) => aktifkan(o, k)));
      assert.deepEqual(j.map((x) => x.status).sort(), [303, 409, 409, 409]);
      assert.equal(manifes(k).length, 1);
    }
  });

test('A-03 five wrong tokens lock the card for an hour, and the lock stays ' +
  'though the activation is undone', async () => {
  const [k, l] = await bertoken(2);
  for (let i = 1; i <= 5; i++) {
    const j = await aktifkan(bank, k, { token: l.token });
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { token: i < 5 ? 'token-salah' :
      'token-terkunci' });
    assert.equal(j.nilai("/halaman/galat[@ruas='token']/@nilai"),
      i < 5 ? String(5 - i) : '60');
  }
  let j = await aktifkan(bankDua, k);
  assert.deepEqual(j.galat, { token: 'token-terkunci' });
  assert.equal(status(k), 'token');
  assert.deepEqual(sql(`SELECT jumlah, tahan_sampai > UTC_TIMESTAMP() +
    INTERVAL 58 MINUTE FROM token_salah WHERE kartu_id = ${k.id}`)[0],
  ['5', '1']);
  sql(`UPDATE token_salah SET tahan_sampai = UTC_TIMESTAMP() -
    INTERVAL 1 SECOND WHERE kartu_id = ${k.id}`);
  j = await aktifkan(bank, k);
  assert.equal(j.status, 303, j.teks);
  // Many wrong ones at once get no more than their share.
  const [m] = await bertoken(1);
  const semua = await Promise.all(Array.from({ length: 12 }, () =>
    aktifkan(bank, m, { token: k.token })));
  const kode = semua.map((x) => x.galat.token);
  assert.equal(kode.filter((x) => x === 'token-salah').length, 4);
  assert.equal(kode.filter((x) => x === 'token-terkunci').length, 8);
});

test('A-13 relocation: a new manifest replaces the old', async () => {
  const [k, l] = await bertoken(2);
  await aktifkan(bank, k);
  const jalur = `/aktivasi/kartu/${k.id}/pindah`;
  let j = await bank.get(jalur);
  assert.equal(j.nilai('/halaman/tempat/@alamat'), 'Jalan Uji No. 1');
  assert.equal(j.nilai('/halaman/wilayah/@kode'), DESA);
  j = await bank.post(jalur, isi(k));
  assert.deepEqual([j.status, j.galat], [422, { '': 'tempat-sama' }]);
  j = await bank.post(jalur, isi(k, { alamat: '' }));
  assert.deepEqual([j.status, j.galat], [422, { alamat: 'wajib' }]);
  const sama = { kunci: kunci(), alamat: 'Jalan Baru No. 2' };
  for (let i = 0; i < 2; i++) {
    j = await bank.post(jalur, isi(k, sama));
    assert.equal(j.status, 303, j.teks);
  }
  const m = manifes(k);
  assert.deepEqual(m.map((x) => x.slice(1)), [
    ['diganti', 'pindah', 'Jalan Uji No. 1'],
    ['berlaku', '', 'Jalan Baru No. 2']]);
  assert.deepEqual(riwayat(k), ['token', 'aktif', 'pindah']);
  assert.equal((await bank.post(`/aktivasi/kartu/${l.id}/pindah`, isi(l)))
    .status, 409);
  assert.equal((await bankLain.post(jalur, isi(k))).status, 404);
  assert.equal((await admin.post(jalur, isi(k))).status, 403);
});

test('A-11 a sanction revokes at once, lifting re-issues', async () => {
  const [k, l, m] = await bertoken(3);
  for (const x of [k, l, m])
    assert.equal((await aktifkan(bank, x)).status, 303);
  const t = '/aktivasi/kartu/tangguhkan', p = '/aktivasi/kartu/pulihkan';
  assert.equal((await bank.get(`${t}?kartu[]=${k.id}`)).status, 403);
  assert.equal((await pejabat.get(`${t}?kartu[]=${k.id}`)).status, 403);
  assert.equal((await admin.get(t)).status, 303);
  let j = await admin.get(`${t}?kartu[]=${k.id}&kartu[]=${l.id}`);
  assert.equal(j.semua('/halaman/sanksi/kartu').length, 2);
  j = await admin.post(t, { 'kartu[]': [k.id, l.id], alasan: '' });
  assert.deepEqual([j.status, j.galat], [422, { alasan: 'wajib' }]);
  assert.equal(j.semua('/halaman/sanksi/kartu').length, 2);
  j = await admin.post(t, { 'kartu[]': [k.id, l.id],
    alasan: 'Laporan penyalahgunaan' });
  assert.equal(j.status, 303, j.teks);
  assert.deepEqual([status(k), status(l), status(m)],
    ['ditangguhkan', 'ditangguhkan', 'aktif']);
  assert.equal(manifes(k)[0][1], 'dicabut');
  // All or none.
  j = await admin.post(t, { 'kartu[]': [m.id, l.id], alasan: 'sekali lagi' });
  assert.equal(j.status, 409);
  assert.equal(status(m), 'aktif');
  j = await bank.get(`/aktivasi/kartu/${k.id}`);
  assert.equal(j.nilai('/halaman/linimasa/peristiwa[1]'),
    'Laporan penyalahgunaan');
  j = await admin.post(p, { 'kartu[]': k.id, alasan: '' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(status(k), 'aktif');
  assert.deepEqual(manifes(k).map((x) => x[1]), ['dicabut', 'berlaku']);
  // All of an institution; the worker issues the manifests.
  j = await admin.get(`${t}?lembaga=${kodeBank}`);
  assert.ok(Number(j.nilai('/halaman/sanksi/@jumlah')) >= 2);
  j = await admin.post(t, { lembaga: kodeBank, alasan: 'Sanksi lembaga' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(sql(`SELECT COUNT(*) FROM kartu WHERE lembaga_id = ${idBank}
    AND status = 'aktif'`)[0][0], '0');
  assert.equal(sql(`SELECT COUNT(*) FROM manifes WHERE lembaga_id = ${idBank}
    AND status = 'berlaku'`)[0][0], '0');
  j = await admin.post(p, { lembaga: kodeBank, alasan: '' });
  assert.equal(j.status, 303, j.teks);
  await tunggu(() => sql(`SELECT COUNT(*) FROM kartu
    WHERE lembaga_id = ${idBank} AND status = 'ditangguhkan'`)[0][0] === '0',
  90000);
  assert.deepEqual([status(k), status(l), status(m)],
    ['aktif', 'aktif', 'aktif']);
  assert.equal((await admin.get(`${t}?lembaga=000000`)).status, 404);
});

test('A-09 the register: filters, each number finds its card, and only ' +
  'those concerned see it', async () => {
  const [k] = await bertoken(1);
  await aktifkan(bank, k);
  const id = (j) => j.semua('/halaman/daftar/kartu/@id').map((a) => a.value);
  for (const cari of [k.kartu, k.mesin, k.sam, pasang(k.sam), k.pcid]) {
    const u = `/aktivasi/kartu?cari=${encodeURIComponent(cari)}`;
    assert.deepEqual(id(await bank.get(u)), [String(k.id)]);
    assert.deepEqual(id(await pejabat.get(u)), [String(k.id)]);
    assert.deepEqual(id(await bankLain.get(u)), []);
  }
  assert.equal((await prod.get('/aktivasi/kartu')).status, 403);
  let j = await bank.get('/aktivasi/kartu?status=aktif&per=10');
  assert.ok(id(j).includes(String(k.id)));
  assert.equal(j.semua("/halaman/daftar/kartu[@status != 'aktif']").length,
    0);
  j = await admin.get(`/aktivasi/kartu?lembaga=${kodeBank}&status=aktif`);
  assert.ok(id(j).includes(String(k.id)));
  // The institution's own filter is nobody else's.
  j = await bankLain.get(`/aktivasi/kartu?lembaga=${kodeBank}`);
  assert.deepEqual(id(j), []);
  // Pages by their neighbour, there and back.
  const satu = await bank.get('/aktivasi/kartu?per=10');
  const dua = await bank.get(satu.nilai('/halaman/daftar/@berikut'));
  assert.ok(Number(id(dua)[0]) < Number(id(satu)[9]));
  assert.deepEqual(id(await bank.get(dua.nilai('/halaman/daftar/@sebelum'))),
    id(satu));
  j = await bank.get(`/aktivasi/kartu/unduh/csv?cari=${k.kartu}`);
  assert.match(j.teks, new RegExp(`${k.kartu},${pasang(k.sam)
    .toUpperCase()},${k.pcid},${k.mesin},aktif`));
  assert.equal((await bank.get('/aktivasi/kartu/unduh/xlsx')).status, 200);
  // From its making to now.
  j = await bank.get(`/aktivasi/kartu/${k.id}`);
  assert.deepEqual(j.semua('/halaman/linimasa/peristiwa/@kode')
    .map((a) => a.value), ['aktif', 'token', 'dipersonalisasi']);
});

// --- many by a file ---

const KEPALA = 'sam_id,token,seri_mesin,outlet,alamat,kode_wilayah,' +
  'latitude,longitude\n';
const barisCsv = (k, lain = {}) => {
  const v = { sam: pasang(k.sam), token: k.token, mesin: k.mesin,
    desa: DESA, ...lain };
  return `${v.sam},${v.token},${v.mesin},KCP Uji,"Jalan Uji, 1",${v.desa},` +
    '-6.9147,107.6098\n';
};
const kirim = (o, teks, nama = 'aktivasi.csv', lain = {}) =>
  o.post('/aktivasi/massal/baru', lain, { berkas: { nama, isi: teks } });
const idMassal = (j) => Number(/\/massal\/(\d+)/.exec(j.lokasi)[1]);
const selesai = (o, id) => tunggu(async () => {
  const j = await o.get(`/aktivasi/massal/${id}`);
  return j.nilai('/halaman/massal/@status') === 'selesai' ? j : null;
}, 60000);

test('A-04 a file of many cards: a result a row, the wrong ones as a file, ' +
  'an archive of manifests', async () => {
  const kartu = await bertoken(6);
  const teks = KEPALA + barisCsv(kartu[0]) + barisCsv(kartu[1]) +
    barisCsv(kartu[2], { token: kartu[3].token }) +
    barisCsv(kartu[3], { sam: '' }) + barisCsv(kartu[4], { desa: '1' }) +
    barisCsv(kartu[1]) + barisCsv(kartu[5]);
  let j = await kirim(bank, teks);
  assert.equal(j.status, 303, j.teks);
  const id = idMassal(j);
  j = await selesai(bank, id);
  assert.equal(j.headers.refresh, undefined);
  assert.deepEqual(['jumlah', 'berhasil', 'gagal'].map((a) =>
    j.nilai(`/halaman/massal/@${a}`)), ['7', '3', '4']);
  assert.deepEqual(j.semua('/halaman/daftar/baris').map((b) =>
    `${b.getAttribute('nomor')} ${b.getAttribute('status')} ${
      b.getAttribute('ruas')} ${b.getAttribute('kode')}`.trim()), [
    '2 berhasil', '3 berhasil', '4 gagal token token-salah',
    '5 gagal sam_id wajib', '6 gagal wilayah format',
    '7 gagal  kartu-aktif', '8 berhasil']);
  assert.equal(status(kartu[0]), 'aktif');
  assert.equal(status(kartu[2]), 'token');
  // No token is kept.
  assert.equal(sql(`SELECT COUNT(*) FROM massal_baris WHERE massal_id = ${id}
    AND token_hash IS NOT NULL`)[0][0], '0');
  j = await bank.get(`/aktivasi/massal/${id}?status=gagal`);
  assert.equal(j.semua('/halaman/daftar/baris').length, 4);
  j = await bank.get(`/aktivasi/massal/${id}/galat/csv`);
  assert.match(j.teks, /4,[^,]+,token,token-salah/);
  assert.equal((await bank.get(`/aktivasi/massal/${id}/galat/xlsx`)).status,
    200);
  j = await bank.get(`/aktivasi/massal/${id}/zip`);
  assert.equal(j.headers['content-type'], 'application/zip');
  const di = mkdtempSync(join(tmpdir(), 'massal-'));
  try {
    writeFileSync(join(di, 'm.zip'), j.isi);
    execFileSync('unzip', ['-q', 'm.zip'], { cwd: di });
    const xml = readdirSync(di).filter((n) => n.endsWith('.xml')).sort();
    assert.equal(xml.length, 3);
    assert.match(xml[0], new RegExp(`^00002-manifes-${kartu[0].sam}-`));
    assert.match(readFileSync(join(di, xml[0]), 'utf8'),
      new RegExp(kartu[0].mesin));
  } finally {
    rmSync(di, { recursive: true });
  }
  for (const akhir of ['', '/zip', '/galat/csv']) {
    const u = `/aktivasi/massal/${id}${akhir}`;
    assert.equal((await bankLain.get(u)).status, 404);
    assert.equal((await pejabat.get(u)).status, 200);
    assert.equal((await prod.get(u)).status, 403);
  }
  j = await bank.get('/aktivasi/massal');
  assert.equal(j.nilai('/halaman/daftar/baris[1]/@id'), String(id));
  assert.equal((await bankLain.get('/aktivasi/massal'))
    .semua(`/halaman/daftar/baris[@id='${id}']`).length, 0);
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE akun_id = ${bank.akun.id} AND templat = 'massal-selesai'`)[0][0],
  '1');
});

test('A-04 the template holds the cards that wait; the list of tokens is a ' +
  'file of its kind', async () => {
  const [k] = await bertoken(1);
  let j = await bank.get('/aktivasi/massal/templat/csv');
  assert.ok(j.teks.startsWith(`\ufeff${KEPALA.trim()}`), j.teks);
  assert.match(j.teks, new RegExp(pasang(k.sam).toUpperCase()));
  assert.equal((await bank.get('/aktivasi/massal/templat/xlsx')).status, 200);
  // Sent back as it is: every row says that its token is missing.
  j = await kirim(bank, j.teks);
  j = await selesai(bank, idMassal(j));
  assert.equal(j.nilai('/halaman/massal/@berhasil'), '0');
  assert.equal(j.nilai('/halaman/daftar/baris[1]/@kode'), 'wajib');
});

test('A-04 what is no such file', async () => {
  for (const [teks, kode] of [
    ['sam_id,token\n1,2\n', 'kolom-kurang'],
    [KEPALA, 'tanpa-baris'],
    [`${KEPALA}"x`, 'tabel-kutip-terbuka'],
    ['%PDF-1.4\n', 'berkas-jenis'],
    [KEPALA + 'a,'.repeat(40), 'tabel-kolom'],
  ]) {
    const j = await kirim(bank, teks);
    assert.equal(j.status, 422, teks);
    assert.deepEqual(j.galat, { berkas: kode });
  }
  const j = await bank.post('/aktivasi/massal/baru', {}, {});
  assert.deepEqual([j.status, j.galat], [422, { berkas: 'berkas-wajib' }]);
  assert.equal((await kirim(admin, KEPALA)).status, 403);
});

test('A-04 a file of tokens is not kept while one signs in again',
  async () => {
    const o = await Orang.masuk(akunBaru('pengguna', idBank));
    await o.get('/aktivasi/massal/baru');
    sql(`UPDATE sesi SET terakhir = terakhir - INTERVAL 31 MINUTE
      WHERE akun_id = ${o.akun.id}`);
    const j = await kirim(o, KEPALA + '1,2,3,4,5,6,7,8\n');
    assert.equal(j.status, 401);
    assert.equal(j.nilai('/halaman/lanjutan/@jalur'),
      '/aktivasi/massal/baru');
    assert.equal(j.semua("//ruas[contains(@nama, 'tersimpan')]").length, 0);
  });

test('A-04 a worker that is killed loses nothing and does nothing twice',
  async () => {
    const kartu = await bertoken(120);
    const id = idMassal(await kirim(bank, KEPALA +
      kartu.map((k) => barisCsv(k)).join('')));
    for (let i = 0; i < 4; i++) {
      const [pid] = execFileSync(join(akar, 'nginx', 'suite'),
        ['pid', 'pengaktif-massal'], { encoding: 'utf8',
          env: { ...process.env, SIFILMA_VAR: dirVar } }).split(/\s/);
      if (pid) {
        try {
          process.kill(Number(pid), 'SIGKILL');
        } catch (e) {
          if (e.code !== 'ESRCH') throw e;
        }
      }
    }
    const j = await selesai(bank, id);
    assert.equal(j.nilai('/halaman/massal/@berhasil'), '120');
    assert.deepEqual(sql(`SELECT COUNT(*), COUNT(DISTINCT f.kartu_id),
      COUNT(DISTINCT b.baris) FROM massal_baris b JOIN manifes f
      ON f.id = b.manifes_id JOIN kartu k ON k.manifes_id = f.id
      WHERE b.massal_id = ${id} AND f.status = 'berlaku'
      AND k.status = 'aktif'`)[0], ['120', '120', '120']);
  });

test('A-04 200 rows in two files at once against 150 cards: exact',
  async () => {
    const kartu = await bertoken(150);
    const teks = (dari, sampai) => KEPALA +
      kartu.slice(dari, sampai).map((k) => barisCsv(k)).join('');
    const sama = { kunci: kunci() };
    const [a, b, c] = await Promise.all([
      kirim(bank, teks(0, 80), 'a.csv', sama),
      kirim(bankDua, teks(30, 150), 'b.csv'),
      kirim(bank, teks(0, 80), 'a.csv', sama)]);
    assert.equal(c.lokasi, a.lokasi);
    const x = await selesai(bank, idMassal(a));
    const y = await selesai(bankDua, idMassal(b));
    const jumlah = (apa) => Number(x.nilai(`/halaman/massal/@${apa}`)) +
      Number(y.nilai(`/halaman/massal/@${apa}`));
    assert.deepEqual([jumlah('jumlah'), jumlah('berhasil'), jumlah('gagal')],
      [200, 150, 50]);
    assert.deepEqual(sql(`SELECT COUNT(*), COUNT(DISTINCT kartu_id),
      SUM(status = 'berlaku') FROM manifes
      WHERE kartu_id IN (${kartu.map((k) => k.id).join(',')})`)[0],
    ['150', '150', '150']);
  });
