// orang.mjs - what people change of themselves: profile, e-mail address,
// picture (U-07); and many accounts by a table (U-04).

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { akunBaru, kirim, lembagaBaru, Orang, q, sql, unik }
  from './bantu.mjs';
import { csv, denganExif, jpeg, png, webp, xlsx } from './orang-bantu.mjs';

let lembaga, kode, ditjen, produsen, kodeProdusen;

before(() => {
  lembaga = lembagaBaru('kementerian');
  ditjen = lembagaBaru('ditjen');
  produsen = lembagaBaru('produsen');
  [[kode]] = sql(`SELECT kode FROM lembaga WHERE id = ${lembaga}`);
  [[kodeProdusen]] = sql(`SELECT kode FROM lembaga WHERE id = ${produsen}`);
});

const orang = () => Orang.masuk(akunBaru('pengguna', lembaga));
const akun = (id, ruas) => sql(`SELECT ${ruas} FROM akun
  WHERE id = ${id}`)[0];
const audit = (id, apa) => Number(sql(`SELECT COUNT(*) FROM audit
  WHERE objek = 'akun' AND objek_id = ${id} AND tindakan = ${q(apa)}`)[0][0]);
const pesan = (id, templat) => sql(`SELECT kepada, rahasia,
  REPLACE(data, '\\n', '|')
  FROM kotak_keluar WHERE akun_id = ${id} AND templat = ${q(templat)}
  ORDER BY id`);

/** The link in the latest message of a template to an account. */
function tautan(id, templat) {
  const [[data]] = sql(`SELECT REPLACE(data, '\\n', '|') FROM kotak_keluar
    WHERE akun_id = ${id} AND templat = ${q(templat)}
    ORDER BY id DESC LIMIT 1`);
  return /jalur=([^|]+)/.exec(data)[1];
}

// --- profile ---

const PROFIL = { nama: 'Sri Rahayu', telepon: '0812 3456 7890',
  alamat: 'Jalan Melati 5', kota: 'Kota Contoh', provinsi: 'Jawa Contoh' };

test('U-07 the profile is changed, told and audited', async () => {
  const o = await orang();
  const { id } = o.akun;
  const lama = akun(id, 'username, peran, lembaga_id, email');
  const f = await o.get('/akun/profil/ubah');
  assert.equal(f.nilai('/halaman/akun/@versi'), '1');
  const j = await o.post('/akun/profil/ubah', { ...PROFIL, versi: 1,
    username: 'lain', peran: 'admin', lembaga: ditjen, lembaga_id: ditjen,
    email: 'lain@uji.example' });
  assert.equal(j.status, 303, j.teks);
  assert.deepEqual(akun(id, 'nama, telepon, alamat, kota, provinsi, versi'),
    ['Sri Rahayu', '081234567890', 'Jalan Melati 5', 'Kota Contoh',
      'Jawa Contoh', '2']);
  // What is not a person's own to change stays.
  assert.deepEqual(akun(id, 'username, peran, lembaga_id, email'), lama);
  assert.equal(audit(id, 'profil-diubah'), 1);
  assert.match(pesan(id, 'profil-diubah')[0][2], /apa=nama, telepon, alamat/);
  assert.deepEqual(sql(`SELECT DISTINCT SUBSTRING_INDEX(rincian, ',', 1)
    FROM audit WHERE tindakan = 'profil-diubah' AND objek_id = ${id}`),
  [['nama']], 'the fields, not what was in them: the log outlives an erasure');
  assert.equal((await o.get('/beranda')).nilai('/halaman/sesi/@nama'),
    'Sri Rahayu');
  // Nothing changed: no trace.  Only the address: no message.
  await o.post('/akun/profil/ubah', { ...PROFIL, versi: 2 });
  assert.equal(audit(id, 'profil-diubah'), 1);
  await o.post('/akun/profil/ubah', { ...PROFIL, alamat: 'Jalan Mawar 1',
    versi: 2 });
  assert.equal(audit(id, 'profil-diubah'), 2);
  assert.equal(pesan(id, 'profil-diubah').length, 1);
});

test('U-07 a change from another window is not lost', async () => {
  const o = await orang();
  await o.post('/akun/profil/ubah', { ...PROFIL, versi: 1 });
  const j = await o.post('/akun/profil/ubah', { ...PROFIL, nama: 'Tua',
    versi: 1 });
  assert.equal(j.status, 409);
  assert.equal(j.galat[''], 'berubah');
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="nama"]'), 'Tua');
  assert.equal(akun(o.akun.id, 'nama')[0], 'Sri Rahayu');
  // Neither one by an admin.
  const admin = await Orang.masuk(akunBaru('admin', ditjen));
  const k = await admin.post(`/admin/akun/${o.akun.id}/ubah`, {
    nama: 'Dari Admin', peran: 'pengguna', lembaga,
    email: `${o.akun.username}@uji.example`, telepon: '08123456789' });
  assert.equal(k.status, 303, k.teks);
  assert.equal((await o.post('/akun/profil/ubah', { ...PROFIL, versi: 2 }))
    .status, 409);
});

test('U-07 a wrong profile keeps what was typed', async () => {
  const o = await orang();
  const j = await o.post('/akun/profil/ubah', { ...PROFIL, nama: '',
    telepon: 'abc', alamat: 'x', kota: 'y'.repeat(81), versi: 1 });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { nama: 'wajib', telepon: 'telepon',
    alamat: 'terlalu-pendek', kota: 'terlalu-panjang' });
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="telepon"]'), 'abc');
  assert.equal((await o.post('/akun/profil/ubah', PROFIL)).status, 422);
  assert.equal((await o.post('/akun/profil/ubah', { ...PROFIL, versi: 1,
    csrf: 'salah' })).status, 403);
});

test('sent twice, the profile changes once', async () => {
  const o = await orang();
  const sama = { ...PROFIL, versi: 1, kunci: 'cd'.repeat(16) };
  sql(`DELETE FROM kiriman WHERE kunci = '${sama.kunci}'`);
  const [x, y] = await Promise.all([o.post('/akun/profil/ubah', sama),
    o.post('/akun/profil/ubah', sama)]);
  assert.deepEqual([x.status, y.status], [303, 303]);
  assert.equal(audit(o.akun.id, 'profil-diubah'), 1);
});

// --- e-mail ---

const minta = (o, email, lagi = {}) => o.post('/akun/email', { email,
  sandi: o.akun.sandi, ...lagi });

test('U-07 a new address counts once it was confirmed', async () => {
  const o = await orang();
  const { id, username } = o.akun;
  const lama = `${username}@uji.example`;
  const baru = `${username}@baru.example`;
  assert.equal((await minta(o, baru.toUpperCase())).status, 303);
  assert.equal(akun(id, 'email')[0], lama);
  // The link to the new one, news to the old one; both are secrets.
  assert.deepEqual(pesan(id, 'email-baru').map((p) => p.slice(0, 2)),
    [[baru, '1']]);
  const [ke] = pesan(id, 'email-batal');
  assert.deepEqual(ke.slice(0, 2), [lama, '1']);
  assert.match(ke[2], new RegExp(`baru=${baru}`));
  let j = await o.get('/akun/profil');
  assert.equal(j.nilai('/halaman/akun/@email-baru'), baru);
  // Opening a link changes nothing; mail scanners do it.
  const tamu = new Orang();
  const link = tautan(id, 'email-baru');
  j = await tamu.get(link);
  assert.equal(j.nilai('/halaman/akun/@email'), baru);
  assert.equal(j.nilai('/halaman/akun/@email-lama'), lama);
  assert.equal(akun(id, 'email')[0], lama);
  const [x, y] = await Promise.all([tamu.post(link), tamu.post(link)]);
  assert.deepEqual([x.status, y.status].sort(), [303, 410]);
  assert.equal(akun(id, 'email')[0], baru);
  assert.equal(audit(id, 'email-diganti'), 1);
  assert.deepEqual(pesan(id, 'email-diganti').map((p) => p[0]).sort(),
    [lama, baru].sort());
  j = await o.get('/akun/profil');
  assert.equal(j.nilai('/halaman/akun/@email-baru'), '');
  assert.equal(j.nilai('/halaman/akun/@email'), baru);
});

test('U-07 the password is asked, and not guessed for long', async () => {
  const o = await orang();
  let j = await minta(o, 'a@baru.example', { sandi: '' });
  assert.equal(j.galat.sandi, 'wajib');
  assert.equal((await minta(o, 'bukan alamat')).galat.email, 'email');
  assert.equal((await minta(o, `${o.akun.username}@uji.example`))
    .galat.email, 'email-sama');
  for (let i = 0; i < 5; i++) {
    j = await minta(o, 'a@baru.example', { sandi: 'salah' });
    assert.equal(j.galat.sandi, 'salah');
    assert.equal(j.nilai('/halaman/isian/ruas[@nama="email"]'),
      'a@baru.example');
    assert.ok(!j.teks.includes('>salah<'));
  }
  j = await minta(o, 'a@baru.example');
  assert.equal(j.galat.sandi, 'masuk-tunggu');
  assert.equal(pesan(o.akun.id, 'email-baru').length, 0);
});

test('U-07 sent again, given up, and not without end', async () => {
  const o = await orang();
  const { id, username } = o.akun;
  assert.equal((await o.post('/akun/email/kirim-ulang')).status, 409);
  assert.equal((await o.post('/akun/email/batal')).status, 409);
  await minta(o, `${username}@satu.example`);
  const pertama = tautan(id, 'email-baru');
  assert.equal((await o.post('/akun/email/kirim-ulang')).status, 303);
  const kedua = tautan(id, 'email-baru');
  const tamu = new Orang();
  assert.equal((await tamu.get(pertama)).status, 410);
  assert.equal((await tamu.get(kedua)).status, 200);
  assert.equal(pesan(id, 'email-batal').length, 1);
  // Another address instead; then the hour is full.
  assert.equal((await minta(o, `${username}@dua.example`)).status, 303);
  assert.equal((await tamu.get(kedua)).status, 410);
  let j = await o.post('/akun/email/kirim-ulang');
  assert.equal(j.status, 422);
  assert.equal(j.galat[''], 'email-sering');
  assert.equal((await minta(o, `${username}@tiga.example`)).galat.email,
    'email-sering');
  // The refused one did not end the one that waits.
  j = await o.get('/akun/profil');
  assert.equal(j.nilai('/halaman/akun/@email-baru'),
    `${username}@dua.example`);
  assert.equal((await o.post('/akun/email/batal')).status, 303);
  assert.equal((await tamu.get(tautan(id, 'email-baru'))).status, 410);
  assert.equal(akun(id, 'email')[0], `${username}@uji.example`);
});

test('U-07 the old address stops a change before and after', async () => {
  for (const sudah of [false, true]) {
    const o = await orang();
    const { id, username } = o.akun;
    const lama = `${username}@uji.example`;
    await minta(o, `${username}@jahat.example`);
    const baru = tautan(id, 'email-baru');
    const batal = tautan(id, 'email-batal');
    const jahat = new Orang();
    await jahat.get(baru);
    if (sudah) {
      assert.equal((await jahat.post(baru)).status, 303);
      assert.equal(akun(id, 'email')[0], `${username}@jahat.example`);
    }
    const tamu = new Orang();
    assert.equal((await tamu.get(batal)).nilai('/halaman/akun/@email-lama'),
      lama);
    assert.equal((await o.get('/beranda')).status, 200);
    assert.equal((await tamu.post(batal)).status, 303);
    assert.equal(akun(id, 'email')[0], lama);
    assert.equal((await jahat.post(baru)).status, 410);
    assert.equal((await tamu.post(batal)).status, 410);
    // Whoever knew the password is out, and a new one can be made.
    assert.equal((await o.html('/beranda')).status, 303);
    assert.equal(pesan(id, 'sandi-tautan').at(-1)[0], lama);
    assert.equal((await tamu.get(tautan(id, 'sandi-tautan'))).status, 200);
    assert.equal(audit(id, 'email-ditolak'), 1);
    assert.equal(audit(id, 'email-dikembalikan'), sudah ? 1 : 0);
  }
});

test('U-07 who took an account over does not silence its owner', async () => {
  const o = await orang();
  const { id, username } = o.akun;
  await minta(o, `${username}@jahat.example`);
  const batal = tautan(id, 'email-batal');
  const jahat = new Orang(), tamu = new Orang();
  // A link for the old address is none for who has the new one, nor back.
  await jahat.get('/login/lupa');
  await jahat.post('/login/lupa', { siapa: username });
  const sebelum = tautan(id, 'sandi-lupa');
  await jahat.get(tautan(id, 'email-baru'));
  assert.equal((await jahat.post(tautan(id, 'email-baru'))).status, 303);
  assert.equal((await tamu.get(sebelum)).status, 410);
  await jahat.get('/login/lupa');
  await jahat.post('/login/lupa', { siapa: username });
  const sandi = tautan(id, 'sandi-lupa');
  assert.equal((await jahat.get(sandi)).status, 200);
  // He "stops" a change of his own, which ends links.
  assert.equal((await minta(o, `${username}@lain.example`)).status, 303);
  const tandingan = tautan(id, 'email-batal');
  assert.notEqual(tandingan, batal);
  await jahat.get(tandingan);
  assert.equal((await jahat.post(tandingan)).status, 303);
  await tamu.get(batal);
  assert.equal((await tamu.post(batal)).status, 303);
  assert.equal(akun(id, 'email')[0], `${username}@uji.example`);
  assert.equal((await jahat.get(sandi)).status, 410);
  assert.equal((await tamu.get(tautan(id, 'sandi-tautan'))).status, 200);
});

test('U-07 the owner\'s link ends those that an intruder got', async () => {
  const o = await orang();
  const { id, username } = o.akun;
  await minta(o, `${username}@jahat.example`);
  const batal = tautan(id, 'email-batal');
  const jahat = new Orang(), tamu = new Orang();
  await jahat.get(tautan(id, 'email-baru'));
  await jahat.post(tautan(id, 'email-baru'));
  await minta(o, `${username}@lain.example`);
  const tandingan = tautan(id, 'email-batal');
  await jahat.get('/login/lupa');
  await jahat.post('/login/lupa', { siapa: username });
  const sandi = tautan(id, 'sandi-lupa');
  await tamu.get(batal);
  assert.equal((await tamu.post(batal)).status, 303);
  for (const j of [tandingan, sandi, tautan(id, 'email-baru')])
    assert.equal((await jahat.get(j)).status, 410, j);
  assert.equal(akun(id, 'email')[0], `${username}@uji.example`);
});

test('an address that was never confirmed gets no power over the account',
  async () => {
    const o = await orang();
    sql(`UPDATE akun SET email_sah = NULL WHERE id = ${o.akun.id}`);
    assert.equal((await minta(o, 'x@baru.example')).status, 303);
    assert.equal(pesan(o.akun.id, 'email-batal').length, 0);
    assert.equal(pesan(o.akun.id, 'email-baru').length, 1);
  });

test('a change that waits does not overtake the admin\'s', async () => {
  const o = await orang();
  const { id, username } = o.akun;
  await minta(o, `${username}@baru.example`);
  const [baru, batal] = [tautan(id, 'email-baru'), tautan(id, 'email-batal')];
  const lupa = new Orang();
  await lupa.get('/login/lupa');
  await lupa.post('/login/lupa', { siapa: username });
  const sandi = tautan(id, 'sandi-lupa');
  const admin = await Orang.masuk(akunBaru('admin', ditjen));
  const j = await admin.post(`/admin/akun/${id}/ubah`, {
    nama: 'Orang', peran: 'pengguna', lembaga, telepon: '08123456789',
    email: `${username}@admin.example` });
  assert.equal(j.status, 303);
  const tamu = new Orang();
  await tamu.get('/login');
  assert.equal((await tamu.post(baru)).status, 410);
  assert.equal((await tamu.post(batal)).status, 410);
  // Whose it was hears of it, not from where the admin did it.
  const [kabar, ...lain] = pesan(id, 'email-diganti');
  assert.deepEqual(kabar, [`${username}@uji.example`, '1',
    `baru=${username}@admin.example`]);
  assert.equal(lain.length, 0);
  assert.match((await admin.html(`/kotak-keluar?kepada=${kabar[0]}`)).teks,
    /Admin mengganti alamat e-mail akun Anda/);
  // It had gone to the address before.
  assert.equal((await tamu.get(sandi)).status, 410);
  assert.equal(akun(id, 'email')[0], `${username}@admin.example`);
  // The admin's own link confirms and changes nothing.
  const sah = tautan(id, 'email-konfirmasi');
  assert.equal((await tamu.get(sah)).nilai('/halaman/akun/@email-lama'), '');
  assert.equal((await tamu.post(sah)).status, 303);
  assert.equal(akun(id, 'email_sah IS NULL')[0], '0');
});

test('links are guessed by nobody, and good for their purpose only',
  async () => {
    const o = await orang();
    await minta(o, `${o.akun.username}@baru.example`);
    const baru = tautan(o.akun.id, 'email-baru').split('/').pop();
    const batal = tautan(o.akun.id, 'email-batal').split('/').pop();
    const tamu = new Orang();
    for (const j of [`/register/konfirmasi/${'0'.repeat(64)}`,
      `/register/batal/${'0'.repeat(64)}`, `/register/batal/${baru}`,
      `/register/konfirmasi/${batal}`, `/login/sandi/${baru}`,
      `/login/sandi/${batal}`])
      assert.equal((await tamu.get(j)).status, 404, j);
    sql(`UPDATE akun_tautan SET berakhir = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE
      WHERE akun_id = ${o.akun.id}`);
    assert.equal((await tamu.get(`/register/konfirmasi/${baru}`)).status, 410);
    assert.equal((await tamu.get(`/register/batal/${batal}`)).status, 410);
    assert.equal((await o.get('/akun/profil'))
      .nilai('/halaman/akun/@email-baru'), '');
  });

// --- picture ---

const unggah = (o, isi, nama = 'foto.jpg') => o.post('/akun/foto', {},
  { foto: { nama, isi, tipe: 'image/jpeg' } });
const GPS = 'GPS -6.1751 106.8650 rumah saya';

test('U-07 pictures of each kind become the small one', async () => {
  const o = await orang();
  const lain = new Set();
  for (const [nama, isi] of [['a.png', png(300, 200)], ['a.webp', webp],
    ['a.jpg', denganExif(GPS)], ['tanpa-akhiran', jpeg],
    ['salah.webp', png(20, 500, [200, 0, 0])]]) {
    const j = await unggah(o, isi, nama);
    assert.equal(j.status, 303, `${nama}: ${j.teks}`);
    const foto = (await o.get('/akun/profil')).nilai('/halaman/akun/@foto');
    const g = await o.get(`/akun/foto/${foto}`);
    assert.equal(g.headers['content-type'], 'image/jpeg');
    assert.equal(g.isi.subarray(0, 3).toString('hex'), 'ffd8ff');
    for (const t of [GPS, 'Exif', 'ICC_PROFILE', 'http://ns.adobe'])
      assert.ok(!g.isi.includes(t), t);
    assert.ok(g.isi.length < 20000);
    // 256 x 256 by its frame header.
    const i = g.isi.indexOf(Buffer.from('ffc0', 'hex'));
    assert.equal(g.isi.subarray(i + 5, i + 9).toString('hex'), '01000100');
    lain.add(foto);
  }
  assert.equal(lain.size, 4);
  // The same picture once more is no change.
  assert.equal(audit(o.akun.id, 'foto-diganti'), 4);
  // What was sent is not kept.
  assert.equal(sql(`SELECT COUNT(*) FROM berkas WHERE akun_id =
    ${o.akun.id}`)[0][0], '0');
});

test('U-07 what is no picture, lies or is too much is refused', async () => {
  const o = await orang();
  const ekor = '<script>alert(1)</script>';
  const besar = png(1, 1);
  besar.writeUInt32BE(40000, 16);
  besar.writeUInt32BE(40000, 20);
  for (const [isi, galat] of [
    [Buffer.from('GIF89a\x01\x00\x01\x00'), 'berkas-jenis'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'berkas-jenis'],
    [Buffer.from(`%PDF-1.4\n${ekor}`), 'berkas-jenis'],
    [Buffer.alloc(0), 'berkas-kosong'],
    [jpeg.subarray(0, jpeg.length - 40), 'gambar-rusak'],
    [png(64, 64).subarray(0, 60), 'gambar-rusak'],
    [webp.subarray(0, 60), 'gambar-rusak'],
    [Buffer.concat([jpeg.subarray(0, 20), Buffer.from(ekor)]),
      'gambar-rusak'],
    // Rows for one picture under the header of another.
    [png(500, 500, [0, 0, 0], Buffer.alloc(10)), 'gambar-rusak'],
    [besar, 'gambar-besar'],
    [Buffer.concat([jpeg, Buffer.alloc(5 << 20)]), 'berkas-besar'],
  ]) {
    const j = await unggah(o, isi);
    assert.equal(j.status, 422, galat);
    assert.equal(j.galat.foto, galat);
  }
  assert.equal((await o.post('/akun/foto', {}, {})).galat.foto,
    'berkas-wajib');
  assert.equal(akun(o.akun.id, 'foto')[0], 'NULL');
  // A polyglot's other half is gone.
  assert.equal((await unggah(o, Buffer.concat([jpeg, Buffer.from(ekor)])))
    .status, 303);
  const [foto] = akun(o.akun.id, 'foto');
  assert.ok(!(await o.get(`/akun/foto/${foto}`)).isi.includes('script'));
});

test('a PNG bomb costs neither time nor the service', async () => {
  const o = await orang();
  // 1.6 thousand million pixels.
  const bom = png(40000, 40000, [0, 0, 0], Buffer.alloc(1 << 20));
  const mulai = Date.now();
  assert.equal((await unggah(o, bom)).galat.foto, 'gambar-besar');
  assert.ok(Date.now() - mulai < 5000);
  assert.equal((await o.get('/akun/profil')).status, 200);
});

test('U-07 only the person and admins see a picture', async () => {
  const o = await orang();
  await unggah(o, png(100, 100, [Date.now() & 255, 9, 99]));
  const [foto] = akun(o.akun.id, 'foto');
  const ke = `/akun/foto/${foto}`;
  const punya = await o.get(ke);
  assert.equal(punya.status, 200);
  assert.equal(punya.headers['cache-control'], 'private, max-age=86400');
  assert.equal(punya.headers['x-content-type-options'], 'nosniff');
  assert.equal(punya.headers.etag, `"${foto}"`);
  const lagi = await o.get(ke, { 'if-none-match': punya.headers.etag });
  assert.equal(lagi.status, 304);
  assert.equal(lagi.isi.length, 0);
  const admin = await Orang.masuk(akunBaru('admin', ditjen));
  assert.equal((await admin.get(ke)).status, 200);
  assert.match((await admin.html(`/admin/akun/${o.akun.id}`)).teks,
    new RegExp(`src="${ke}"`));
  for (const peran of ['pengguna', 'produsen', 'pejabat']) {
    const x = await Orang.masuk(akunBaru(peran, { pengguna: lembaga,
      produsen, pejabat: ditjen }[peran]));
    assert.equal((await x.get(ke)).status, 404, peran);
    assert.equal((await x.get(ke, { 'if-none-match': punya.headers.etag }))
      .status, 404);
  }
  assert.ok([303, 401].includes((await kirim('GET', ke)).status));
  // In the band beside the name, and gone when it is removed.
  assert.match((await o.html('/beranda')).teks, new RegExp(
    `<img class="foto" src="${ke}" alt="" width="32" height="32">`));
  assert.equal((await o.post('/akun/foto/hapus')).status, 303);
  assert.ok(!(await o.html('/beranda')).teks.includes('/akun/foto/'));
  assert.equal((await o.get(ke)).status, 404);
  assert.equal((await o.post('/akun/foto/hapus')).status, 409);
  assert.equal(audit(o.akun.id, 'foto-dihapus'), 1);
});

// --- many accounts ---

const KOLOM = ['nama', 'username', 'email', 'telepon', 'peran',
  'kode_lembaga', 'alamat', 'kota', 'provinsi'];
const satu = (lagi = {}) => {
  const u = unik('m');
  const b = { nama: 'Orang Banyak', username: u, email: `${u}@uji.example`,
    telepon: '081234567890', peran: 'pengguna', kode_lembaga: kode,
    alamat: '', kota: '', provinsi: '', ...lagi };
  return KOLOM.map((k) => b[k]);
};
const kirimTabel = (o, isi, nama = 'akun.csv') =>
  o.post('/admin/akun/massal', {}, { berkas: { nama, isi } });
const adminBaru = () => Orang.masuk(akunBaru('admin', ditjen));

/** The faults of the rows: [row, column, code]. */
const salah = (j) => j.semua('/halaman/galat[starts-with(@ruas, "massal-")]')
  .map((e) => [Number(e.getAttribute('baris')),
    e.getAttribute('ruas').slice(7), e.getAttribute('kode')]);

test('U-04 a table becomes accounts, each with a link', async () => {
  for (const jenis of ['csv', 'xlsx']) {
    const o = await adminBaru();
    const isi = [KOLOM, satu(), satu({ peran: 'Produsen',
      kode_lembaga: kodeProdusen, alamat: 'Jalan Sendiri 9',
      kota: 'Kota Sendiri', provinsi: 'Provinsi Sendiri' })];
    let j = await kirimTabel(o, jenis === 'csv' ? csv(isi) : xlsx(isi),
      `akun.${jenis}`);
    assert.equal(j.status, 303, j.teks);
    const ke = j.lokasi;
    j = await o.get(ke);
    assert.equal(j.status, 200, j.teks);
    assert.equal(j.nilai('/halaman/massal/@jumlah'), '2');
    assert.equal(j.nilai('/halaman/massal/baris[1]/@nomor'), '2');
    // Nothing is made by looking.
    const nama = isi.slice(1).map((b) => q(b[1])).join();
    const ada = () => sql(`SELECT id, username, peran, lembaga_id, alamat,
      kota, status, sandi FROM akun WHERE username IN (${nama}) ORDER BY id`);
    assert.equal(ada().length, 0);
    const jalur = ke.split('?')[0];
    const segel = j.nilai('/halaman/massal/@segel');
    // Of somebody else's seal, or none, nothing is known.
    const lain = await adminBaru();
    assert.equal((await lain.get(ke)).status, 404);
    assert.equal((await lain.post(jalur, { segel })).status, 404);
    assert.equal((await o.post(jalur, {})).status, 404);
    const kunci = `${jenis === 'csv' ? 'ab' : 'cd'}ef`.repeat(8);
    sql(`DELETE FROM kiriman WHERE kunci = '${kunci}'`);
    const [x, y] = await Promise.all([o.post(jalur, { segel, kunci }),
      o.post(jalur, { segel, kunci })]);
    assert.deepEqual([x.status, y.status], [303, 303], x.teks);
    const [a, b] = ada();
    assert.deepEqual(a.slice(2), ['pengguna', String(lembaga), 'Jalan Uji 1',
      'Kota Uji', 'aktif', 'NULL']);
    assert.deepEqual(b.slice(2), ['produsen', String(produsen),
      'Jalan Sendiri 9', 'Kota Sendiri', 'aktif', 'NULL']);
    for (const [id] of [a, b]) {
      assert.equal(audit(id, 'akun-dibuat'), 1);
      const p = pesan(id, 'akun-dibuat');
      assert.equal(p.length, 1);
      assert.ok(!/sandi=|password/i.test(p[0][2]));
    }
    // The link makes the first password, which signs in.
    const tamu = new Orang();
    const link = tautan(a[0], 'akun-dibuat');
    await tamu.get(link);
    assert.equal((await tamu.post(link, { 'sandi-baru': 'gajah terbang ungu',
      'sandi-ulang': 'gajah terbang ungu' })).status, 303);
    await Orang.masuk({ username: a[1], sandi: 'gajah terbang ungu' });
    // Sent anew, all names are taken.
    j = await o.post(jalur, { segel });
    assert.equal(j.status, 422);
    assert.deepEqual(salah(j), [[2, 'username', 'sudah-dipakai'],
      [3, 'username', 'sudah-dipakai']]);
    assert.equal((await o.get(ke)).status, 422);
  }
});

test('U-04 every fault is told by row, and nothing is made', async () => {
  const o = await adminBaru();
  const tutup = lembagaBaru('kementerian');
  sql(`UPDATE lembaga SET aktif = 0 WHERE id = ${tutup}`);
  const [[kodeTutup]] = sql(`SELECT kode FROM lembaga WHERE id = ${tutup}`);
  const baik = satu();
  const isi = [KOLOM, baik, satu({ nama: '' }), [],
    satu({ username: baik[1].toUpperCase() }), satu({ username: 'admin' }),
    satu({ username: 'dua kata' }), satu({ email: 'bukan' }),
    satu({ telepon: '12ab' }), satu({ peran: 'raja' }),
    satu({ peran: 'pejabat' }), satu({ kode_lembaga: '000000' }),
    satu({ kode_lembaga: kodeTutup }), satu({ peran: 'admin' }),
    satu({ alamat: 'x', nama: '=SUM(1)' })];
  let j = await kirimTabel(o, csv(isi));
  assert.equal(j.status, 422);
  assert.equal(j.galat.berkas, 'daftar-salah');
  assert.deepEqual(salah(j), [[3, 'nama', 'wajib'], [5, 'username', 'ganda'],
    [6, 'username', 'sudah-dipakai'], [7, 'username', 'username'],
    [8, 'email', 'email'], [9, 'telepon', 'telepon'], [10, 'peran', 'peran'],
    [11, 'peran', 'peran-pejabat'], [12, 'kode_lembaga', 'lembaga-tiada'],
    [13, 'kode_lembaga', 'lembaga-tutup'], [14, 'peran', 'peran-lembaga'],
    [15, 'alamat', 'terlalu-pendek']]);
  assert.equal(sql(`SELECT COUNT(*) FROM akun WHERE username =
    ${q(baik[1])}`)[0][0], '0');
  // It is to be mended and sent again: it is not kept.
  assert.equal(j.semua('/halaman/isian/ruas[@berkas]').length, 0);
  // All of it in a file, only for the one who sent it.
  const ke = j.nilai('/halaman/galat[@kode="daftar-salah"]/@nilai');
  const lapor = await o.get(ke);
  assert.match(lapor.headers['content-disposition'], /kesalahan-akun\.csv/);
  assert.match(lapor.teks, new RegExp(`\r\n5,username,${baik[1]
    .toUpperCase()},ganda,2\r\n`));
  assert.equal((await (await adminBaru()).get(ke)).status, 404);
  const html = (await o.kirim('POST', '/admin/akun/massal',
    { accept: 'text/html' })).status;
  assert.equal(html, 403);
  // Numbers of a workbook that lost what stood before them.
  j = await kirimTabel(o, xlsx([KOLOM, satu({ telepon: 81234567890 }),
    satu({ kode_lembaga: Number(kode) })]), 'a.xlsx');
  assert.deepEqual(salah(j), [[2, 'telepon', 'telepon-nol']]);
});

test('U-04 files that are no such table', async () => {
  const o = await adminBaru();
  for (const [isi, kodeGalat] of [
    ['nama,username\r\nA,b\r\n', 'kolom-kurang'],
    [csv([KOLOM]), 'tanpa-baris'],
    ['a,"b\r\n', 'tabel-kutip-terbuka'],
    ['PK\x03\x04rusak', 'tabel-jenis'],
    [Buffer.from('ffd8ffe000104a46', 'hex'), 'berkas-jenis'],
    [csv([KOLOM, ...Array(1001).fill(satu())]), 'tabel-baris-banyak'],
  ]) {
    const j = await kirimTabel(o, isi);
    assert.equal(j.status, 422, kodeGalat);
    assert.equal(j.galat.berkas, kodeGalat);
  }
  assert.equal((await o.post('/admin/akun/massal', {}, {})).galat.berkas,
    'berkas-wajib');
  for (const jenis of ['csv', 'xlsx']) {
    const t = await o.get(`/admin/akun/massal/templat/${jenis}`);
    assert.equal(t.status, 200);
    assert.equal((await kirimTabel(o, t.isi, `t.${jenis}`)).galat.berkas,
      'tanpa-baris');
  }
  assert.equal((await o.get('/admin/akun/massal/templat/pdf')).status, 404);
  assert.equal((await o.get(`/admin/akun/massal/${'a'.repeat(64)}`)).status,
    404);
});

test('U-04 a thousand at once, all or none', async () => {
  const o = await adminBaru();
  const awalan = unik('k');
  const isi = [KOLOM, ...Array.from({ length: 1000 }, (_, i) =>
    satu({ username: `${awalan}${i}`, email: `${awalan}${i}@uji.example` }))];
  const j = await kirimTabel(o, csv(isi));
  assert.equal(j.status, 303);
  const segel = /segel=(.+)$/.exec(j.lokasi)[1];
  // Somebody takes one name in between.
  sql(`UPDATE akun SET username = ${q(`${awalan}500`)} WHERE id =
    ${akunBaru('pengguna', lembaga).id}`);
  const k = await o.post(j.lokasi.split('?')[0], { segel });
  assert.equal(k.status, 422);
  assert.deepEqual(salah(k), [[502, 'username', 'sudah-dipakai']]);
  const ada = () => Number(sql(`SELECT COUNT(*) FROM akun
    WHERE username LIKE ${q(`${awalan}%`)}`)[0][0]);
  assert.equal(ada(), 1);
  sql(`UPDATE akun SET username = ${q(unik('z'))} WHERE username =
    ${q(`${awalan}500`)}`);
  const mulai = Date.now();
  assert.equal((await o.post(j.lokasi.split('?')[0], { segel })).status, 303);
  assert.ok(Date.now() - mulai < 20000);
  assert.equal(ada(), 1000);
  sql(`UPDATE akun SET status = 'nonaktif' WHERE username LIKE
    ${q(`${awalan}%`)}`);
});

test('U-04 is the admin\'s alone', async () => {
  const o = await orang();
  for (const j of ['/admin/akun/massal', '/admin/akun/massal/templat/csv',
    `/admin/akun/massal/${'a'.repeat(64)}`])
    assert.equal((await o.get(j)).status, 403, j);
  assert.equal((await kirimTabel(o, csv([KOLOM, satu()]))).status, 403);
});

// --- forgotten password ---

test('U-06 who tried too often gets in with the new password', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = new Orang();
  const coba = async (sandi) => {
    await o.get('/login');
    return o.post('/login', { username: a.username, sandi });
  };
  for (let i = 0; i < 5; i++)
    assert.equal((await coba('salah sekali')).galat[''], 'masuk-salah');
  assert.equal((await coba(a.sandi)).galat[''], 'masuk-tunggu');
  await o.get('/login/lupa');
  await o.post('/login/lupa', { siapa: a.username });
  const ke = tautan(a.id, 'sandi-lupa');
  await o.get(ke);
  // A message in the outbox, as a secret, and none in the bell.
  assert.equal(pesan(a.id, 'sandi-lupa')[0][1], '1');
  assert.equal(sql(`SELECT COUNT(*) FROM notifikasi WHERE akun_id = ${a.id}
    AND templat = 'sandi-lupa'`)[0][0], '0');
  assert.equal((await o.post(ke, { 'sandi-baru': 'gajah terbang ungu',
    'sandi-ulang': 'gajah terbang ungu' })).status, 303);
  assert.equal((await coba('gajah terbang ungu')).status, 303);
});

test('U-06 three links an hour, by name or address, for living accounts',
  async () => {
    const a = akunBaru('pengguna', lembaga);
    const mati = akunBaru('pengguna', lembaga);
    sql(`UPDATE akun SET status = 'nonaktif' WHERE id = ${mati.id}`);
    const o = new Orang();
    for (const siapa of [a.username.toUpperCase(),
      `  ${a.username}@UJI.example `, a.username, a.username, mati.username]) {
      await o.get('/login/lupa');
      const j = await o.post('/login/lupa', { siapa });
      assert.equal(j.status, 303);
      assert.equal(j.lokasi, '/login');
    }
    assert.equal(pesan(a.id, 'sandi-lupa').length, 3);
    assert.equal(pesan(mati.id, 'sandi-lupa').length, 0);
  });
