// register.mjs - the form Pendaftaran and what comes of it (U-03).

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { akunBaru, kunci, lembagaBaru, Orang, q, sql, unik }
  from './bantu.mjs';

let lembaga, admin;

before(async () => {
  lembaga = lembagaBaru('bhi-pusat');
  admin = await Orang.masuk(akunBaru('admin', lembagaBaru('ditjen')));
});

function isian(lagi = {}) {
  const u = unik('r');
  return { nama: 'Sri <Uji> & Rekan', username: u,
    sandi: 'kuda lumping biru', 'sandi-ulang': 'kuda lumping biru',
    'cara-lembaga': 'ada', lembaga, 'lembaga-nama': '', 'lembaga-jenis': '',
    alamat: 'Jalan Uji Nomor 1', kota: 'Bandung', provinsi: 'Jawa Barat',
    email: `${u}@Uji.Example`, telepon: '0812 3456 7890', ...lagi };
}

async function daftar(data, orang = new Orang()) {
  await orang.get('/register');
  return orang.post('/register', data);
}

function akun(username) {
  const [b] = sql(`SELECT id, status, peran, IFNULL(lembaga_id, 0),
    IFNULL(email_sah, ''), email, telepon, sandi FROM akun
    WHERE username = ${q(username)}`);
  return b && { id: b[0], status: b[1], peran: b[2], lembaga: b[3],
    sah: b[4], email: b[5], telepon: b[6], sandi: b[7] };
}

test('U-03 for an existing institution, up to signing in', async () => {
  const d = isian();
  const o = new Orang();
  const j = await daftar(d, o);
  assert.equal(j.status, 303);
  assert.equal(j.lokasi, '/register/selesai');
  assert.equal((await o.html(j.lokasi)).status, 200);
  const a = akun(d.username);
  assert.equal(a.status, 'menunggu');
  assert.equal(a.peran, 'pengguna');
  assert.equal(a.lembaga, String(lembaga));
  assert.equal(a.email, d.email.toLowerCase());
  assert.equal(a.telepon, '081234567890');
  assert.match(a.sandi, /^\$argon2id\$/);
  assert.equal(a.sah, '');
  // The address is confirmed by a button behind the link, not by the link.
  const [[data]] = sql(`SELECT data FROM kotak_keluar WHERE akun_id = ${a.id}
    AND templat = 'email-konfirmasi'`);
  const ke = /jalur=(\S+)/.exec(data)[1];
  assert.equal((await o.get(ke)).nilai('/halaman/akun/@email'), a.email);
  assert.equal(akun(d.username).sah, '');
  assert.equal((await o.post(ke)).status, 303);
  assert.notEqual(akun(d.username).sah, '');
  assert.equal((await o.get(ke)).status, 410);
  // The admins were told; one of them approves.
  assert.ok(Number(sql(`SELECT COUNT(*) FROM kotak_keluar WHERE templat =
    'akun-baru' AND data LIKE ${q(`%username=${d.username}%`)}`)[0][0]) >= 1);
  assert.equal((await admin.get(`/admin/akun/${a.id}`))
    .nilai('/halaman/akun/@status'), 'menunggu');
  const s = await admin.post(`/admin/akun/${a.id}/setujui`,
    { peran: 'pengguna', lembaga });
  assert.equal(s.status, 303);
  assert.equal(akun(d.username).status, 'aktif');
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar WHERE akun_id = ${a.id}
    AND templat = 'akun-disetujui'`)[0][0], '1');
  const masuk = await Orang.masuk({ username: d.username, sandi: d.sandi });
  assert.equal((await masuk.get('/akun/profil'))
    .nilai('/halaman/akun/@nama'), d.nama);
});

test('U-03 for a new institution, made when it is approved', async () => {
  const nama = `PT Pembaca ${unik()}`;
  const d = isian({ 'cara-lembaga': 'baru', lembaga: '',
    'lembaga-nama': nama, 'lembaga-jenis': 'produsen' });
  assert.equal((await daftar(d)).status, 303);
  const a = akun(d.username);
  assert.equal(a.peran, 'produsen');
  assert.equal(a.lembaga, '0');
  const j = await admin.post(`/admin/akun/${a.id}/setujui`,
    { peran: 'produsen', lembaga: '' });
  assert.equal(j.status, 303);
  const [[jenis, kota, kode]] = sql(`SELECT jenis, kota, kode FROM lembaga
    WHERE nama = ${q(nama)}`);
  assert.equal(jenis, 'produsen');
  assert.equal(kota, 'Bandung');
  assert.match(kode, /^\d{6}$/);
  // It cannot be approved a second time.
  assert.equal((await admin.post(`/admin/akun/${a.id}/setujui`,
    { peran: 'produsen', lembaga: '' })).status, 409);
});

test('U-03 refused with a reason the person is told', async () => {
  const d = isian();
  await daftar(d);
  const a = akun(d.username);
  let j = await admin.post(`/admin/akun/${a.id}/tolak`, { alasan: '' });
  assert.equal(j.galat.alasan, 'wajib');
  j = await admin.post(`/admin/akun/${a.id}/tolak`,
    { alasan: 'Surat tugas belum ada' });
  assert.equal(j.status, 303);
  assert.equal(akun(d.username).status, 'ditolak');
  assert.match(sql(`SELECT data FROM kotak_keluar WHERE akun_id = ${a.id}
    AND templat = 'akun-ditolak'`)[0][0], /Surat tugas belum ada/);
  const o = new Orang();
  await o.get('/login');
  j = await o.post('/login', { username: d.username, sandi: d.sandi });
  assert.equal(j.galat[''], 'akun-ditolak');
  assert.equal(j.nilai('/halaman/galat/@nilai'), 'Surat tugas belum ada');
});

test('all that is wrong is told together, all typed is kept', async () => {
  const d = isian({ nama: '', username: 'a b', sandi: 'pendek',
    'sandi-ulang': 'lain', 'cara-lembaga': 'ada', lembaga: '', alamat: 'x',
    kota: '', email: 'bukan-alamat', telepon: 'nol' });
  const j = await daftar(d);
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { nama: 'wajib', username: 'username',
    alamat: 'terlalu-pendek', kota: 'wajib', email: 'email',
    telepon: 'telepon', sandi: 'sandi-pendek', lembaga: 'wajib' });
  // In the order of the form, whoever found it.
  assert.deepEqual(j.semua('/halaman/galat')
    .map((e) => e.getAttribute('ruas')), ['nama', 'username', 'sandi',
    'email', 'telepon', 'lembaga', 'alamat', 'kota']);
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="email"]'), 'bukan-alamat');
  assert.equal(j.semua('/halaman/isian/ruas[starts-with(@nama, "sandi")]')
    .length, 0);
  const html = await (async () => {
    const o = new Orang();
    await o.get('/register');
    return o.post('/register', d, null, { accept: 'text/html' });
  })();
  assert.match(html.teks, /<title>Galat: Form Pendaftaran/);
  assert.match(html.teks, /href="#r-username"/);
  assert.match(html.teks, /value="bukan-alamat"/);
});

test('rules of the fields', async () => {
  for (const [lagi, ruas, kode] of [
    [{ username: '.titik' }, 'username', 'username'],
    [{ username: 'ab' }, 'username', 'username'],
    [{ sandi: 'indonesia45', 'sandi-ulang': 'indonesia45' }, 'sandi',
      'lazim'],
    [{ 'sandi-ulang': 'lain sekali' }, 'sandi-ulang', 'tidak-cocok'],
    [{ 'cara-lembaga': 'baru', 'lembaga-jenis': 'produsen' }, 'lembaga-nama',
      'wajib'],
    [{ 'cara-lembaga': 'baru', 'lembaga-nama': 'PT X Y' }, 'lembaga-jenis',
      'wajib'],
    [{ 'cara-lembaga': 'baru', 'lembaga-nama': 'Ditjen',
      'lembaga-jenis': 'ditjen' }, 'lembaga-jenis', 'pilihan'],
    [{ 'cara-lembaga': 'entah' }, 'cara-lembaga', 'pilihan'],
    [{ lembaga: 999999999 }, 'lembaga', 'pilihan'],
    [{ lembaga: lembagaBaru('ditjen') }, 'lembaga', 'pilihan'],
    [{ nama: 'a'.repeat(101) }, 'nama', 'terlalu-panjang'],
    [{ username: akunBaru('pengguna', lembaga).username }, 'username',
      'sudah-dipakai'],
  ]) {
    const j = await daftar(isian(lagi));
    assert.equal(j.status, 422, `${ruas} ${kode}`);
    assert.equal(j.galat[ruas], kode);
  }
  const d = isian();
  d.sandi = d['sandi-ulang'] = `${d.username}123`;
  assert.equal((await daftar(d)).galat.sandi, 'sandi-username');
});

test('sent twice, it registers once', async () => {
  const d = { ...isian(), kunci: kunci() };
  const o = new Orang();
  await o.get('/register');
  const j = await Promise.all([1, 2, 3, 4].map(() => o.post('/register', d)));
  for (const x of j) {
    assert.equal(x.status, 303);
    assert.equal(x.lokasi, '/register/selesai');
  }
  assert.equal(sql(`SELECT COUNT(*) FROM akun WHERE username =
    ${q(d.username)}`)[0][0], '1');
});
