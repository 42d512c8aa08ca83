// akun.mjs - one's own account: profile, password, sessions, signing out
// (U-06, U-08), and the dashboard's frame (U-09, U-10).

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { akunBaru, lembagaBaru, Orang, sql } from './bantu.mjs';

let lembaga;

before(() => { lembaga = lembagaBaru('kementerian'); });

const BARU = 'gajah terbang ungu';

function ganti(o, lagi = {}) {
  return o.post('/akun/sandi', { 'sandi-lama': o.akun.sandi,
    'sandi-baru': BARU, 'sandi-ulang': BARU, ...lagi });
}

test('the profile shows one\'s own data', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = await Orang.masuk(a);
  const j = await o.get('/akun/profil');
  assert.equal(j.nilai('/halaman/akun/@username'), a.username);
  assert.equal(j.nilai('/halaman/akun/@email'), `${a.username}@uji.example`);
  assert.match(j.headers['cache-control'], /no-store/);
  assert.equal((await o.get('/akun')).lokasi, '/akun/profil');
});

test('U-06 a new password ends the other sessions, not this one', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = await Orang.masuk(a);
  const lain = await Orang.masuk(a);
  assert.equal((await ganti(o)).status, 303);
  assert.equal((await o.get('/beranda')).status, 200);
  assert.equal((await lain.html('/beranda')).status, 303);
  await Orang.masuk({ ...a, sandi: BARU });
  await assert.rejects(Orang.masuk(a));
  sql("DELETE FROM gagal_masuk WHERE kunci LIKE 'ip:%'");
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar WHERE akun_id = ${a.id}
    AND templat = 'sandi-diganti'`)[0][0], '1');
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek_id = ${a.id}
    AND tindakan = 'sandi-diganti'`)[0][0], '1');
});

test('U-06 rules of the new password', async () => {
  const o = await Orang.masuk(akunBaru('pengguna', lembaga));
  for (const [baru, kode] of [['pendek', 'sandi-pendek'],
    ['rahasia123', 'lazim'], ['qwertyuiop', 'lazim'],
    [`${o.akun.username}99`, 'sandi-username'],
    [o.akun.sandi, 'sandi-sama']]) {
    const j = await ganti(o, { 'sandi-baru': baru, 'sandi-ulang': baru });
    assert.equal(j.status, 422);
    assert.equal(j.galat['sandi-baru'], kode, baru);
    assert.equal(j.semua('/halaman/isian/ruas[contains(@nama, "sandi")]')
      .length, 0);
  }
  const j = await ganti(o, { 'sandi-ulang': 'lain sama sekali' });
  assert.equal(j.galat['sandi-ulang'], 'tidak-cocok');
  const admin = await Orang.masuk(akunBaru('admin', lembagaBaru('ditjen')));
  assert.equal((await admin.get('/akun/sandi'))
    .nilai('/halaman/akun/@sandi-min'), '12');
  const k = await ganti(admin, { 'sandi-baru': 'kR4!x9qzT7m',
    'sandi-ulang': 'kR4!x9qzT7m' });
  assert.equal(k.galat['sandi-baru'], 'sandi-pendek-ditjen');
});

test('U-06 the old password is needed, and not guessed for long', async () => {
  const o = await Orang.masuk(akunBaru('pengguna', lembaga));
  for (let i = 0; i < 5; i++)
    assert.equal((await ganti(o, { 'sandi-lama': 'salah' }))
      .galat['sandi-lama'], 'salah');
  const j = await ganti(o);
  assert.equal(j.galat['sandi-lama'], 'masuk-tunggu');
  assert.equal(sql(`SELECT sandi_diubah IS NULL FROM akun
    WHERE id = ${o.akun.id}`)[0][0], '1');
});

test('sent twice, the password changes once', async () => {
  const o = await Orang.masuk(akunBaru('pengguna', lembaga));
  const sekali = { kunci: 'ab'.repeat(16) };
  sql(`DELETE FROM kiriman WHERE kunci = '${sekali.kunci}'`);
  const [x, y] = await Promise.all([ganti(o, sekali), ganti(o, sekali)]);
  assert.equal(x.status, 303);
  assert.equal(y.status, 303);
  assert.equal(x.lokasi, y.lokasi);
  assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE objek_id = ${o.akun.id}
    AND tindakan = 'sandi-diganti'`)[0][0], '1');
});

test('U-08 one\'s sessions, and ending one of them', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = await Orang.masuk(a);
  const lain = await Orang.masuk(a);
  const j = await o.get('/akun/sesi');
  assert.equal(j.semua('/halaman/sesi-lain/baris').length, 2);
  assert.equal(j.semua('/halaman/sesi-lain/baris[@ini]').length, 1);
  const id = j.nilai('/halaman/sesi-lain/baris[not(@ini)]/@id');
  const ini = j.nilai('/halaman/sesi-lain/baris[@ini]/@id');
  assert.equal((await o.post(`/akun/sesi/${ini}/keluarkan`)).status, 409);
  assert.equal((await o.post(`/akun/sesi/${id}/keluarkan`)).status, 303);
  assert.equal((await lain.html('/beranda')).status, 303);
  assert.equal((await o.get('/akun/sesi'))
    .semua('/halaman/sesi-lain/baris').length, 1);
  // Over already; and another person's is not there at all.
  assert.equal((await o.post(`/akun/sesi/${id}/keluarkan`)).status, 404);
  const b = await Orang.masuk(akunBaru('pengguna', lembaga));
  assert.equal((await b.post(`/akun/sesi/${ini}/keluarkan`)).status, 404);
  assert.equal((await o.get('/beranda')).status, 200);
});

test('U-08 ending all others', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = await Orang.masuk(a);
  const lain = [await Orang.masuk(a), await Orang.masuk(a)];
  assert.equal((await o.post('/akun/sesi/keluarkan-lain')).status, 303);
  for (const x of lain)
    assert.equal((await x.html('/beranda')).status, 303);
  assert.equal((await o.get('/beranda')).status, 200);
});

test('U-08 idle for 30 minutes, or 12 hours old, it is over', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = await Orang.masuk(a);
  sql(`UPDATE sesi SET terakhir = UTC_TIMESTAMP(3) - INTERVAL 29 MINUTE
    WHERE akun_id = ${a.id}`);
  assert.equal((await o.get('/beranda')).status, 200);
  sql(`UPDATE sesi SET terakhir = UTC_TIMESTAMP(3) - INTERVAL 1801 SECOND
    WHERE akun_id = ${a.id}`);
  assert.equal((await o.html('/beranda')).status, 303);
  const p = await Orang.masuk(a);
  sql(`UPDATE sesi SET berakhir = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND
    WHERE akun_id = ${a.id}`);
  assert.equal((await p.html('/beranda')).status, 303);
});

test('U-08 staying signed in', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = await Orang.masuk(a);
  sql(`UPDATE sesi SET terakhir = UTC_TIMESTAMP(3) - INTERVAL 29 MINUTE
    WHERE akun_id = ${a.id}`);
  const j = await o.post('/akun/sesi/perpanjang', { kunci: null });
  assert.equal(j.status, 200);
  assert.ok(Number(j.nilai('/halaman/sesi/@sisa-detik')) > 1700);
  assert.equal((await o.post('/akun/sesi/perpanjang', { csrf: 'x' })).status,
    403);
  const k = await o.post('/akun/sesi/perpanjang', {}, null,
    { accept: 'text/html' });
  assert.equal(k.lokasi, '/akun/sesi');
});

test('U-08 signing out ends the session and clears the browser', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = await Orang.masuk(a);
  const kue = new Map(o.kue);
  assert.equal((await o.post('/akun/keluar', { csrf: 'x' })).status, 403);
  const j = await o.post('/akun/keluar', { kunci: null });
  assert.equal(j.status, 303);
  assert.match(j.headers['clear-site-data'], /"storage"/);
  assert.equal(o.kue.has('sid'), false);
  o.kue = kue;
  assert.equal((await o.html('/beranda')).status, 303);
});

test('U-09 the dashboard of each role, U-10 its menu', async () => {
  const jenis = { pengguna: 'kementerian', produsen: 'produsen',
    dinas: 'dinas-kabkota', admin: 'ditjen', pejabat: 'ditjen',
    verifikator: 'dinas-kabkota', pemohon: 'bhi-kabkota' };
  const harap = { pengguna: ['permintaan-baru', 'permintaan-diajukan',
    'proses-berjalan', 'aktivasi-diajukan'], produsen: ['permintaan-diputuskan',
    'permintaan-dikembalikan', 'proses-diambil', 'proses-diserahkan',
    'proses-berjalan'], pejabat: ['dokumen-tanda-tangan',
    'proses-berjalan'], verifikator: [], pemohon: [] };
  for (const [peran, j] of Object.entries(jenis)) {
    const o = await Orang.masuk(akunBaru(peran, lembagaBaru(j)));
    const d = await o.get('/beranda');
    assert.equal(d.status, 200, peran);
    const kode = d.semua('/halaman/hitungan')
      .map((e) => e.getAttribute('kode'));
    if (harap[peran]) assert.deepEqual(kode, harap[peran], peran);
    // Nothing of other institutions is counted.
    if (!['admin', 'pejabat'].includes(peran))
      for (const h of d.semua('/halaman/hitungan'))
        assert.equal(h.getAttribute('nilai'), '0', peran);
    assert.equal(d.semua('/halaman/beban').length,
      ['admin', 'pejabat'].includes(peran) ? 1 : 0);
    for (const h of d.semua('/halaman/hitungan'))
      assert.equal((await o.get(h.getAttribute('href'))).status, 200,
        h.getAttribute('href'));
    const html = (await o.html('/beranda')).teks;
    assert.equal(html.includes('href="/admin/akun"'), peran === 'admin');
    assert.equal(html.includes('action="/akun/keluar"'), true);
  }
});

test('U-01 the landing page and its doors', async () => {
  const o = new Orang();
  let j = await o.html('/');
  assert.equal(j.status, 200);
  assert.match(j.teks, /Sistem Rekapitulasi Kartu SAM/);
  assert.match(j.teks, /<svg[^>]+class="gambar"/);
  const [[nilai]] = sql(`SELECT nilai FROM pengaturan
    WHERE nama = 'sistem_aktivasi'`);
  assert.equal(j.teks.includes('Sistem Aktivasi Kartu SAM'), nilai === 'ya');
});
