// faktor-bantu.mjs - what the tests of the second factor share: setting one up,
// the two steps of signing in, and what they leave behind.

import assert from 'node:assert/strict';
import { akunBaru, lembagaBaru, Orang, sql, totp } from './bantu.mjs';

let lembaga;

/** Somebody of an institution of the tests' own, signed in. */
export function orangBaru(peran = 'pengguna') {
  lembaga ||= lembagaBaru('kementerian');
  return Orang.masuk(akunBaru(peran, lembaga));
}

/** All come from one network: its counter must not stop the next test. */
export const ampuni = () =>
  sql("DELETE FROM gagal_masuk WHERE kunci LIKE 'ip:%'");

/** A code of an authenticator may be given again. */
export const lupakanLangkah = (akun) =>
  sql(`UPDATE faktor SET langkah = 0 WHERE akun_id = ${akun.id}`);

/** Set an authenticator up; its secret and the recovery codes. */
export async function pasang(o, sandi = o.akun.sandi) {
  let j = await o.post('/akun/faktor/totp/aktifkan', { sandi });
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, '/akun/faktor/totp');
  j = await o.get('/akun/faktor/totp');
  const rahasia = j.semua('/halaman/faktor/kelompok')
    .map((e) => e.textContent).join('');
  assert.match(rahasia, /^[A-Z2-7]{32}$/);
  j = await o.post('/akun/faktor/totp', { kode: totp(rahasia) });
  assert.equal(j.status, 200, j.teks);
  lupakanLangkah(o.akun);
  return { rahasia, pemulihan: j.semua('/halaman/pemulihan/kode')
    .map((e) => e.textContent), jawab: j };
}

/** Through the password, to the page that asks for the code. */
export async function sandiDulu(akun, o = new Orang(), lagi = {}) {
  await o.get('/login');
  const j = await o.post('/login', { username: akun.username,
    sandi: akun.sandi, ...lagi });
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, '/login/kode');
  o.akun = akun;
  await o.get('/login/kode');
  return o;
}

/** Give a code. */
export const beri = (o, kode, lagi = {}) => o.post('/login/kode',
  { kode, ...lagi });

/** Is there a session? */
export async function diDalam(o) {
  return (await o.html('/beranda')).status === 200;
}

/** Rows of the audit log and of the bell about an account. */
export const jejak = (akun, tindakan) => Number(sql(`SELECT COUNT(*)
  FROM audit WHERE objek_id = ${akun.id} AND tindakan = '${tindakan}'`)[0][0]);
export const kabar = (akun, templat) => Number(sql(`SELECT COUNT(*)
  FROM notifikasi WHERE akun_id = ${akun.id}
  AND templat = '${templat}'`)[0][0]);

/** The code that was sent last. */
export function kodePesan(akun, saluran) {
  const [[data, rahasia, kepada]] = sql(`SELECT REPLACE(data, '\\n', '|'),
    rahasia, kepada FROM kotak_keluar WHERE akun_id = ${akun.id}
    AND templat = 'kode-masuk' AND saluran = '${saluran}'
    ORDER BY id DESC LIMIT 1`);
  assert.equal(rahasia, '1');
  return { kode: /kode=(\d{6})/.exec(data)[1], kepada };
}

/** Nobody has to wait between two messages. */
export const mundurkan = (akun) => sql(`UPDATE faktor_kode SET dibuat = dibuat
  - INTERVAL 2 HOUR WHERE akun_id = ${akun.id}`);
