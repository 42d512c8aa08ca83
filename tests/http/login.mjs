// login.mjs - signing in and out of its ways: U-02, U-06 (forgotten), and the
// form whose session ended while it was filled in (U-08, U-26).

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { akunBaru, lembagaBaru, Orang, q, sql, unik } from './bantu.mjs';

let lembaga;

before(() => { lembaga = lembagaBaru('kementerian'); });

/** All tests come from one address: its counter must not stop the others. */
function ampuni() {
  sql("DELETE FROM gagal_masuk WHERE kunci LIKE 'ip:%'");
}

async function coba(orang, username, sandi, lagi = {}) {
  await orang.get('/login');
  const mulai = process.hrtime.bigint();
  const j = await orang.post('/login', { username, sandi, ...lagi });
  j.ms = Number(process.hrtime.bigint() - mulai) / 1e6;
  ampuni();
  return j;
}

/** The link in the latest message of a template to an account. */
export function tautan(akunId, templat) {
  const [[data]] = sql(`SELECT REPLACE(data, '\\n', '|') FROM kotak_keluar
    WHERE akun_id = ${akunId} AND templat = ${q(templat)}
    ORDER BY id DESC LIMIT 1`);
  return /jalur=([^|]+)/.exec(data)[1];
}

test('U-02 username and password, and on to where one wanted', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = new Orang();
  const arah = await o.html('/permintaan?status=baru');
  assert.equal(arah.status, 303);
  assert.equal(arah.lokasi, '/login?lanjut=%2Fpermintaan%3Fstatus%3Dbaru');
  const j = await o.get(arah.lokasi);
  assert.equal(j.nilai('/halaman/masuk/@lanjut'), '/permintaan?status=baru');
  const k = await coba(o, a.username, a.sandi,
    { lanjut: '/permintaan?status=baru' });
  assert.equal(k.status, 303);
  assert.equal(k.lokasi, '/permintaan?status=baru');
  assert.equal((await o.get('/beranda')).nilai('/halaman/sesi/@username'),
    a.username);
  // Who is in already is led on.
  assert.equal((await o.get('/login')).lokasi, '/beranda');
});

test('U-02 the cookie is new at sign-in and hidden from scripts', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = new Orang();
  const j = await coba(o, a.username, a.sandi);
  const sid = j.headers['set-cookie'].find((k) => /^sid=/.test(k));
  assert.match(sid, /^sid=[0-9a-f]{64};/);
  assert.match(sid, /HttpOnly/);
  assert.match(sid, /SameSite=Lax/);
  const [[simpan]] = sql(`SELECT COUNT(*) FROM sesi WHERE akun_id = ${a.id}
    AND hash = UNHEX(SHA2(${q(o.kue.get('sid'))}, 256))`);
  assert.equal(simpan, '1');
});

test('never on to another site', async () => {
  const a = akunBaru('pengguna', lembaga);
  for (const lanjut of ['//jahat.example/', 'https://jahat.example/',
    '/\\jahat.example', '/login', '/a\r\nSet-Cookie: x=y', '/login/lupa',
    `/${'a'.repeat(2000)}`]) {
    const j = await coba(new Orang(), a.username, a.sandi, { lanjut });
    assert.equal(j.status, 303, lanjut);
    assert.equal(j.lokasi, '/beranda', lanjut);
  }
});

test('U-02 the same answer for unknown and wrong', async () => {
  const a = akunBaru('pengguna', lembaga);
  const salah = await coba(new Orang(), a.username, 'bukan sandinya');
  const tiada = await coba(new Orang(), unik('x'), 'bukan sandinya');
  const polos = (j) => j.teks
    .replace(/(rujukan|kunci|csrf|kini)="[^"]*"/g, '$1=""')
    .replace(/<ruas nama="username">[^<]*/, '<ruas nama="username">');
  assert.equal(salah.status, 422);
  assert.equal(salah.galat[''], 'masuk-salah');
  assert.equal(polos(salah), polos(tiada));
  // What was typed is there again, but not the password.
  assert.equal(salah.nilai('/halaman/isian/ruas[@nama="username"]'),
    a.username);
  assert.ok(!salah.teks.includes('bukan sandinya'));
});

test('U-02 the same time for unknown and wrong', async () => {
  // Pairs, one after the other, so that a busy machine delays both alike.
  const beda = [];
  for (let i = 0; i < 15; i++) {
    const a = akunBaru('pengguna', lembaga);
    const urut = i % 2 ? [a.username, unik('x')] : [unik('x'), a.username];
    const t = {};
    for (const u of urut)
      t[u] = (await coba(new Orang(), u, 'bukan sandinya')).ms;
    const tiada = t[urut.find((u) => u !== a.username)];
    beda.push(t[a.username] / tiada);
  }
  beda.sort((x, y) => x - y);
  const tengah = beda[7];
  assert.ok(tengah > 0.75 && tengah < 1.33,
    `median ratio ${tengah.toFixed(2)}`);
});

test('U-02 held after repeated failures, told to the owner', async () => {
  const a = akunBaru('pengguna', lembaga);
  const kenal = new Orang();
  assert.equal((await coba(kenal, a.username, a.sandi)).status, 303);
  await kenal.post('/akun/keluar', { csrf: (await kenal.get('/beranda'))
    .nilai('/halaman/kiriman/@csrf') });
  for (let i = 0; i < 5; i++)
    assert.equal((await coba(new Orang(), a.username, 'x')).galat[''],
      'masuk-salah');
  const j = await coba(new Orang(), a.username, a.sandi);
  assert.equal(j.status, 422);
  assert.equal(j.galat[''], 'masuk-tunggu');
  assert.ok(Number(j.nilai('/halaman/galat/@nilai')) >= 1);
  assert.equal(sql(`SELECT COUNT(*) FROM kotak_keluar WHERE akun_id = ${a.id}
    AND templat = 'akun-ditahan'`)[0][0], '1');
  // An unknown name is held like that, and nobody gets a message.
  const tiada = unik('x');
  for (let i = 0; i < 5; i++) await coba(new Orang(), tiada, 'x');
  assert.equal((await coba(new Orang(), tiada, 'x')).galat[''],
    'masuk-tunggu');
  // The device he signed in with before still gets in.
  assert.ok(kenal.kue.get('perangkat'));
  assert.equal((await coba(kenal, a.username, a.sandi)).status, 303);
});

test('U-03 an account that is not active does not get in', async () => {
  const a = akunBaru('pengguna', lembaga);
  for (const [status, kode] of [['menunggu', 'akun-menunggu'],
    ['ditolak', 'akun-ditolak'], ['nonaktif', 'akun-nonaktif']]) {
    sql(`UPDATE akun SET status = ${q(status)} WHERE id = ${a.id}`);
    const j = await coba(new Orang(), a.username, a.sandi);
    assert.equal(j.status, 422);
    assert.equal(j.galat[''], kode);
    // A guesser learns nothing of it.
    assert.equal((await coba(new Orang(), a.username, 'x')).galat[''],
      'masuk-salah');
  }
});

test('empty, doubled and foreign input is told and kept (U-26)', async () => {
  const o = new Orang();
  let j = await coba(o, '', '');
  assert.deepEqual(j.galat, { username: 'wajib', sandi: 'wajib' });
  j = await coba(o, ['a', 'b'], 'x');
  assert.equal(j.galat.username, 'ganda');
  await o.get('/login');
  j = await o.kirim('POST', '/login',
    { 'content-type': 'application/x-www-form-urlencoded' },
    `csrf=${o.csrf}&username=%FF%FE&sandi=x`);
  assert.equal(j.status, 422);
  assert.equal(j.galat.username, 'utf8');
  j = await o.post('/login', { csrf: 'salah', username: 'budi', sandi: 'x' });
  assert.equal(j.status, 403);
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="username"]'), 'budi');
});

test('U-06 forgotten password by link, once, for those who exist',
  async () => {
    const a = akunBaru('pengguna', lembaga);
    const o = new Orang();
    await o.get('/login/lupa');
    const ada = await o.post('/login/lupa', { siapa: a.username });
    const tiada = await o.post('/login/lupa', { siapa: unik('x') });
    assert.equal(ada.status, 303);
    assert.equal(tiada.status, 303);
    assert.equal(ada.lokasi, tiada.lokasi);
    assert.equal((await o.get(ada.lokasi)).nilai('/halaman/pesan/@kode'),
      'tautan-dikirim');
    const ke = tautan(a.id, 'sandi-lupa');
    assert.match(ke, /^\/login\/sandi\/[0-9a-f]{64}$/);
    // Only its digest is stored beside the message.
    assert.equal(sql(`SELECT COUNT(*) FROM akun_tautan WHERE akun_id =
      ${a.id} AND hash = UNHEX(SHA2(${q(ke.split('/').pop())}, 256))`)[0][0],
    '1');
    const lain = await Orang.masuk(a);
    let j = await o.get(ke);
    assert.equal(j.nilai('/halaman/akun/@username'), a.username);
    j = await o.post(ke, { 'sandi-baru': 'pendek', 'sandi-ulang': 'pendek' });
    assert.equal(j.galat['sandi-baru'], 'sandi-pendek');
    j = await o.post(ke, { 'sandi-baru': 'rahasia123',
      'sandi-ulang': 'rahasia123' });
    assert.equal(j.galat['sandi-baru'], 'lazim');
    j = await o.post(ke, { 'sandi-baru': 'kuda lumping biru',
      'sandi-ulang': 'kuda lumping hijau' });
    assert.equal(j.galat['sandi-ulang'], 'tidak-cocok');
    assert.ok(!j.teks.includes('kuda lumping'));
    j = await o.post(ke, { 'sandi-baru': 'kuda lumping biru',
      'sandi-ulang': 'kuda lumping biru' });
    assert.equal(j.status, 303);
    // Used up; all sessions are over; the new one works.
    assert.equal((await o.get(ke)).status, 410);
    assert.equal((await lain.html('/beranda')).status, 303);
    assert.equal((await coba(new Orang(), a.username, a.sandi)).galat[''],
      'masuk-salah');
    assert.equal((await coba(new Orang(), a.username, 'kuda lumping biru'))
      .status, 303);
    assert.equal((await o.get(`/login/sandi/${'0'.repeat(64)}`)).status, 404);
  });

test('a link that is too old', async () => {
  const a = akunBaru('pengguna', lembaga);
  const o = new Orang();
  await o.get('/login/lupa');
  await o.post('/login/lupa', { siapa: `${a.username}@uji.example` });
  const ke = tautan(a.id, 'sandi-lupa');
  sql(`UPDATE akun_tautan SET berakhir = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE
    WHERE akun_id = ${a.id}`);
  assert.equal((await o.get(ke)).status, 410);
});

test('U-08 a form whose session ended goes on after signing in', async () => {
  const a = akunBaru('admin', lembagaBaru('ditjen'));
  const o = await Orang.masuk(a);
  await o.get('/admin/libur');
  sql(`UPDATE sesi SET terakhir = UTC_TIMESTAMP(3) - INTERVAL 31 MINUTE
    WHERE akun_id = ${a.id}`);
  const isian = { tanggal: '2031-02-03', nama: 'Hari <Uji> & "Coba"',
    jenis: 'libur' };
  const j = await o.post('/admin/libur', isian);
  assert.equal(j.status, 401);
  assert.equal(j.nilai('/halaman/lanjutan/@jalur'), '/admin/libur');
  const bawaan = { lanjut: '/admin/libur' };
  const nama = [];
  for (const e of j.semua('/halaman/lanjutan/ruas')) {
    nama.push(e.getAttribute('nama'));
    bawaan[`isi.${e.getAttribute('nama')}`] = e.textContent;
  }
  assert.deepEqual(nama.sort(), ['jenis', 'nama', 'tanggal']);
  bawaan['isi-nama'] = nama;
  // A slip at the password loses nothing.
  let k = await coba(o, a.username, 'salah', bawaan);
  assert.equal(k.nilai('/halaman/isian/ruas[@nama="isi.nama"]'), isian.nama);
  k = await coba(o, a.username, a.sandi, bawaan);
  assert.equal(k.status, 200);
  assert.equal(k.nilai('/halaman/lanjutan/@jalur'), '/admin/libur');
  assert.equal(k.nilai('/halaman/lanjutan/ruas[@nama="nama"]'), isian.nama);
  const m = await o.post('/admin/libur', { ...isian,
    csrf: k.nilai('/halaman/lanjutan/@csrf') });
  assert.equal(m.status, 303);
  assert.equal(sql("SELECT nama FROM libur WHERE tanggal = '2031-02-03'")[0][0],
    isian.nama);
  sql("DELETE FROM libur WHERE tanggal = '2031-02-03'");
});

test('a foreign page cannot have its form handed back', async () => {
  const o = new Orang();
  const j = await o.post('/admin/libur', { nama: 'x' }, null,
    { 'sec-fetch-site': 'cross-site', origin: 'https://jahat.example' });
  assert.equal(j.status, 403);
  assert.ok(!j.teks.includes('lanjutan'));
});
