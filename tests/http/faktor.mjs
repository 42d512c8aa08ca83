// faktor.mjs - the second factor (U-05): setting one up, codes by message,
// recovery codes, switching off, and an admin who takes one away.  Signing in
// with it is faktor-masuk.mjs.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { akar, dirVar, kunci, Orang, sql, totp } from './bantu.mjs';
import { ampuni, beri, diDalam, jejak, kabar, kodePesan, mundurkan,
  orangBaru, pasang, sandiDulu } from './faktor-bantu.mjs';

beforeEach(ampuni);

test('setting up an authenticator: password, QR code, first code',
  async () => {
    const o = await orangBaru();
    const a = o.akun;
    let j = await o.get('/akun/faktor');
    assert.equal(j.nilai('/halaman/faktor/@totp'), '');
    // Nothing to see before the password.
    assert.equal((await o.html('/akun/faktor/totp')).lokasi,
      '/akun/faktor/totp/aktifkan');
    j = await o.post('/akun/faktor/totp/aktifkan', { sandi: 'salah' });
    assert.equal(j.galat.sandi, 'salah');
    assert.equal((await o.post('/akun/faktor/totp/aktifkan',
      { sandi: a.sandi })).status, 303);
    j = await o.get('/akun/faktor/totp');
    const rahasia = j.semua('/halaman/faktor/kelompok')
      .map((e) => e.textContent).join('');
    const uri = j.nilai('/halaman/faktor/@uri');
    assert.ok(uri.startsWith(`otpauth://totp/SI-FILMA:${a.username}?`));
    assert.equal(new URL(uri).searchParams.get('secret'), rahasia);
    assert.match(j.nilai('/halaman/faktor/@gambar'), /^M\d+ \d+h\d+v1h-\d+z/);
    assert.match(j.headers['cache-control'], /no-store/);
    // The same until it is confirmed; a wrong code changes nothing.
    assert.ok((await o.get('/akun/faktor/totp')).teks.includes(uri
      .replace(/&/g, '&amp;')));
    const salah = totp(rahasia, 40);
    j = await o.post('/akun/faktor/totp', { kode: salah });
    assert.equal(j.galat.kode, 'kode-salah');
    assert.ok(!j.teks.includes(salah));
    assert.equal((await o.get('/akun/faktor')).nilai('/halaman/faktor/@totp'),
      '');
    j = await o.post('/akun/faktor/totp', { kode: totp(rahasia) });
    assert.equal(j.status, 200);
    assert.equal(j.semua('/halaman/pemulihan/kode').length, 10);
    assert.ok(!j.teks.includes(rahasia));
    // Nobody sees it again: not on a page, in the database, in a log.
    assert.equal((await o.html('/akun/faktor/totp')).lokasi,
      '/akun/faktor/totp/aktifkan');
    const [[panjang, mentah]] = sql(`SELECT LENGTH(totp), HEX(totp)
      FROM faktor WHERE akun_id = ${a.id}`);
    assert.equal(panjang, '60');
    assert.ok(!mentah.includes(Buffer.from(rahasia).toString('hex')
      .toUpperCase()));
    for (const f of readdirSync(join(dirVar, 'log')))
      assert.ok(!readFileSync(join(dirVar, 'log', f), 'latin1')
        .includes(rahasia), f);
    assert.equal(jejak(a, 'faktor-dipasang'), 1);
    assert.equal(kabar(a, 'faktor-dipasang'), 1);
    assert.equal((await o.get('/akun/faktor'))
      .nilai('/halaman/faktor/@pemulihan'), '10');
  });

test('what one session begins no other sees or confirms', async () => {
  const o = await orangBaru();
  const lain = await Orang.masuk(o.akun);
  await o.post('/akun/faktor/totp/aktifkan', { sandi: o.akun.sandi });
  const rahasia = (await o.get('/akun/faktor/totp'))
    .semua('/halaman/faktor/kelompok').map((e) => e.textContent).join('');
  assert.equal((await lain.html('/akun/faktor/totp')).lokasi,
    '/akun/faktor/totp/aktifkan');
  const j = await lain.post('/akun/faktor/totp', { kode: totp(rahasia) });
  assert.notEqual(j.status, 200);
  assert.equal(j.semua('/halaman/pemulihan/kode').length, 0);
  assert.equal(jejak(o.akun, 'faktor-dipasang'), 0);
  assert.equal((await o.post('/akun/faktor/totp', { kode: totp(rahasia) }))
    .semua('/halaman/pemulihan/kode').length, 10);
});

test('the code that switched it on is used up', async () => {
  const o = await orangBaru();
  await o.post('/akun/faktor/totp/aktifkan', { sandi: o.akun.sandi });
  const rahasia = (await o.get('/akun/faktor/totp'))
    .semua('/halaman/faktor/kelompok').map((e) => e.textContent).join('');
  const kode = totp(rahasia);
  assert.equal((await o.post('/akun/faktor/totp', { kode })).status, 200);
  const p = await sandiDulu(o.akun);
  assert.equal((await beri(p, kode)).galat.kode, 'kode-salah');
});

test('what is no way to give a code is not there', async () => {
  const o = await orangBaru();
  for (const jalur of ['/akun/faktor/sms', '/akun/faktor/sms/aktifkan',
    '/akun/faktor/sms/matikan']) {
    assert.equal((await o.get(jalur)).status, 404, jalur);
    assert.equal((await o.post(jalur, { sandi: o.akun.sandi, kode: '1' }))
      .status, 404, jalur);
  }
  assert.equal((await o.post('/akun/faktor/totp', { kode: '123456' })).status,
    409);
  assert.equal((await o.post('/akun/faktor/totp/matikan',
    { sandi: o.akun.sandi })).status, 404);
  const j = await o.post('/akun/faktor/pemulihan', { sandi: o.akun.sandi });
  assert.equal(j.status, 409);
});

test('recovery codes: each once, counted, made anew', async () => {
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  const { pemulihan } = await pasang(pemilik);
  assert.equal(new Set(pemulihan).size, 10);
  for (const k of pemulihan) assert.match(k, /^[a-z2-9]{5}-[a-z2-9]{5}$/);
  assert.equal(sql(`SELECT COUNT(*) FROM faktor_pemulihan
    WHERE akun_id = ${a.id} AND hash IN (UNHEX(SHA2('${pemulihan[0]}', 256)),
    UNHEX(SHA2('${pemulihan[0].replace('-', '')}', 256)))`)[0][0], '0');
  let o = await sandiDulu(a);
  let j = await o.get('/login/kode?cara=pemulihan');
  assert.equal(j.nilai('/halaman/faktor/@pakai-pemulihan'), 'ya');
  // As people type them.
  assert.equal((await beri(o, ` ${pemulihan[0].toUpperCase()
    .replace('-', ' ')}`)).status, 303);
  assert.equal(kabar(a, 'pemulihan-dipakai'), 1);
  assert.equal((await o.get('/akun/faktor'))
    .nilai('/halaman/faktor/@pemulihan'), '9');
  o = await sandiDulu(a);
  assert.equal((await beri(o, pemulihan[0])).galat.kode, 'kode-salah');
  assert.equal((await beri(o, pemulihan[1])).status, 303);
  // Somebody else's are none.
  const lain = await orangBaru();
  await pasang(lain);
  assert.equal((await beri(await sandiDulu(lain.akun), pemulihan[2]))
    .galat.kode, 'kode-salah');
  // Anew, after the password; the old ones are no good any more.
  j = await pemilik.post('/akun/faktor/pemulihan', { sandi: 'salah' });
  assert.equal(j.galat.sandi, 'salah');
  const sekali = kunci();
  j = await pemilik.post('/akun/faktor/pemulihan', { sandi: a.sandi,
    kunci: sekali });
  const baru = j.semua('/halaman/pemulihan/kode').map((e) => e.textContent);
  assert.equal(baru.length, 10);
  // Sent twice they are not shown twice.
  j = await pemilik.post('/akun/faktor/pemulihan', { sandi: a.sandi,
    kunci: sekali });
  assert.equal(j.status, 409);
  assert.equal(j.semua('/halaman/pemulihan').length, 0);
  o = await sandiDulu(a);
  assert.equal((await beri(o, pemulihan[3])).galat.kode, 'kode-salah');
  assert.equal((await beri(o, baru[0])).status, 303);
});

test('codes by e-mail: switched on by one, good once, five tries',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    let j = await pemilik.post('/akun/faktor/surel/aktifkan',
      { sandi: a.sandi });
    assert.equal(j.lokasi, '/akun/faktor/surel');
    let k = kodePesan(a, 'surel');
    assert.equal(k.kepada, `${a.username}@uji.example`);
    // Not for everybody to read, and only its HMAC is kept.
    assert.equal(sql(`SELECT COUNT(*) FROM faktor_kode WHERE akun_id = ${a.id}
      AND hash = UNHEX(SHA2('${k.kode}', 256))`)[0][0], '0');
    // At once again is too often.
    j = await pemilik.post('/akun/faktor/surel/aktifkan', { sandi: a.sandi });
    assert.equal(j.galat[''], 'kode-terlalu-sering');
    j = await pemilik.post('/akun/faktor/surel', { kode: '000000' });
    assert.equal(j.galat.kode, 'kode-salah');
    j = await pemilik.post('/akun/faktor/surel', { kode: k.kode });
    assert.equal(j.semua('/halaman/pemulihan/kode').length, 10);

    // Without an authenticator a code is on its way by itself.
    mundurkan(a);
    let o = await sandiDulu(a);
    k = kodePesan(a, 'surel');
    j = await o.get('/login/kode');
    assert.match(j.nilai('/halaman/faktor/@surel'), /^.•••@uji\.example$/);
    assert.equal((await beri(o, k.kode)).status, 303);
    assert.equal((await beri(await sandiDulu(a), k.kode)).galat.kode,
      'kode-salah');

    // Five tries: then the right one is worth nothing.
    mundurkan(a);
    o = await sandiDulu(a);
    k = kodePesan(a, 'surel');
    for (let i = 0; i < 5; i++) {
      assert.equal((await beri(o, k.kode === '111111' ? '222222' : '111111'))
        .galat.kode, 'kode-salah');
      sql(`DELETE FROM gagal_masuk WHERE kunci = 'kode:${a.id}'`);
    }
    assert.equal((await beri(o, k.kode)).galat.kode, 'kode-salah');

    // Another one, please; ten minutes old it is no good.
    mundurkan(a);
    j = await o.post('/login/kode', { aksi: 'surel' });
    assert.equal(j.lokasi, '/login/kode');
    assert.equal((await o.get(j.lokasi)).nilai('/halaman/pesan/@kode'),
      'kode-dikirim-surel');
    k = kodePesan(a, 'surel');
    sql(`UPDATE faktor_kode SET berakhir = UTC_TIMESTAMP(3)
      WHERE akun_id = ${a.id}`);
    assert.equal((await beri(o, k.kode)).galat.kode, 'kode-salah');
    j = await o.post('/login/kode', { aksi: 'surel' });
    assert.equal(j.galat[''], 'kode-terlalu-sering');
    // A way that is off cannot be asked for.
    assert.equal((await o.post('/login/kode', { aksi: 'wa' })).status, 403);
  });

test('an address that is not confirmed gets no codes', async () => {
  const o = await orangBaru();
  sql(`UPDATE akun SET email_sah = NULL WHERE id = ${o.akun.id}`);
  const j = await o.post('/akun/faktor/surel/aktifkan',
    { sandi: o.akun.sandi });
  assert.equal(j.galat[''], 'email-belum-sah');
});

test('codes by WhatsApp go to the number that was confirmed', async () => {
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  await pasang(pemilik);
  assert.equal((await pemilik.post('/akun/faktor/wa/aktifkan',
    { sandi: a.sandi })).status, 303);
  let k = kodePesan(a, 'wa');
  assert.equal(k.kepada, '081200000000');
  assert.equal((await pemilik.post('/akun/faktor/wa', { kode: k.kode }))
    .lokasi, '/akun/faktor');
  // Somebody changes the number: it is not his to confirm.
  sql(`UPDATE akun SET telepon = '089999999999' WHERE id = ${a.id}`);
  mundurkan(a);
  const o = await sandiDulu(a);
  assert.equal((await o.post('/login/kode', { aksi: 'wa' })).status, 303);
  k = kodePesan(a, 'wa');
  assert.equal(k.kepada, '081200000000');
  assert.equal((await beri(o, k.kode)).status, 303);
});

test('switching off needs the password, and takes all with it', async () => {
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  await pasang(pemilik);
  const j = await pemilik.post('/akun/faktor/totp/matikan',
    { sandi: 'salah' });
  assert.equal(j.galat.sandi, 'salah');
  assert.equal((await pemilik.post('/akun/faktor/totp/matikan',
    { sandi: a.sandi })).status, 303);
  assert.equal(sql(`SELECT COUNT(*) FROM faktor_pemulihan
    WHERE akun_id = ${a.id}`)[0][0], '0');
  assert.equal(jejak(a, 'faktor-dilepas'), 1);
  assert.equal(kabar(a, 'faktor-dilepas'), 1);
  await Orang.masuk(a);
});

test('an admin takes the factors of somebody away, with a reason',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia, pemulihan } = await pasang(pemilik);
    const admin = await orangBaru('admin');
    const jalur = `/admin/akun/${a.id}/faktor`;
    let j = await admin.get(`/admin/akun/${a.id}`);
    assert.equal(j.nilai('/halaman/akun/@faktor'), 'ya');
    assert.equal((await admin.get(jalur)).status, 200);
    j = await admin.post(jalur, { alasan: '' });
    assert.equal(j.galat.alasan, 'wajib');
    const tunggu = await sandiDulu(a);
    j = await admin.post(jalur, { alasan: 'ponsel hilang, sudah ditelepon' });
    assert.equal(j.lokasi, `/admin/akun/${a.id}`);
    // All is over: sessions, what waits, codes.
    assert.equal(await diDalam(pemilik), false);
    for (const kode of [totp(rahasia), pemulihan[0]])
      assert.equal((await beri(tunggu, kode)).lokasi, '/login');
    await Orang.masuk(a);
    assert.equal(sql(`SELECT rincian FROM audit WHERE objek_id = ${a.id}
      AND tindakan = 'faktor-diatur-ulang'`)[0][0],
    'ponsel hilang, sudah ditelepon');
    assert.equal(kabar(a, 'faktor-diatur-ulang'), 1);
    assert.equal((await admin.post(jalur, { alasan: 'sekali lagi' })).status,
      409);
    // One's own needs the password instead.
    await pasang(admin);
    assert.equal((await admin.get(`/admin/akun/${admin.akun.id}/faktor`))
      .status, 409);
    assert.equal((await admin.post(`/admin/akun/${admin.akun.id}/faktor`,
      { alasan: 'mau cepat saja' })).status, 409);
    const bukan = await orangBaru();
    assert.equal((await bukan.post(jalur, { alasan: 'ingin saja' })).status,
      403);
  });

test('roles for which it is shipped as required', () => {
  const awal = readFileSync(join(akar, 'sql', '052-faktor.sql'), 'utf8');
  for (const [peran, nilai] of [['admin', 'ya'], ['pejabat', 'ya'],
    ['produsen', 'ya'], ['dinas', 'ya'], ['pengguna', 'tidak']])
    assert.ok(awal.includes(`('faktor_wajib_${peran}', '${nilai}'`), peran);
});
