// tus-bantu.mjs - what the tests of uploads share: requests of tus 1.0.0 as a
// person sends them, and ones whose line breaks.  Nothing here knows a page.

import { equal } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { akunBaru, alamat, dirVar, lembagaBaru, Orang, sql, tunggu }
  from './bantu.mjs';

export const TUS = '/balikan/unggah/tus';
export const JENIS = 'application/offset+octet-stream';

/** Somebody of an institution of his own. */
export async function pengirim() {
  const lembaga = lembagaBaru('kementerian');
  const o = await Orang.masuk(akunBaru('pengguna', lembaga));
  o.lembaga = lembaga;
  await o.get('/balikan/unggah');
  return o;
}

export const b64 = (teks) => Buffer.from(teks).toString('base64');

/** One request of tus; headers with null are left out.  Whatever the answer
    is, it says the version. */
export async function tus(o, cara, jalur, headers = {}, badan = null) {
  const h = { 'tus-resumable': '1.0.0', 'x-csrf-token': o.csrf, ...headers };
  for (const n of Object.keys(h)) if (h[n] === null) delete h[n];
  const j = await o.kirim(cara, jalur, h, badan);
  if (jalur.startsWith(TUS))
    equal(j.headers['tus-resumable'], '1.0.0', `${cara} ${jalur}: ${j.status}`);
  return j;
}

/** Begin an upload; its address. */
export async function mulai(o, bytes, isian = { filename: 'data.csv' },
  headers = {}) {
  const j = await tus(o, 'POST', TUS, {
    ...(bytes === null ? { 'upload-defer-length': '1' } :
      { 'upload-length': String(bytes) }),
    'upload-metadata': Object.entries(isian).map(([n, v]) =>
      `${n} ${b64(v)}`).join(','),
    ...headers });
  if (j.status !== 201) throw new Error(`creation: ${j.status} ${j.teks}`);
  return j.lokasi;
}

export function tambah(o, jalur, letak, badan, headers = {}) {
  return tus(o, 'PATCH', jalur, { 'content-type': JENIS,
    'upload-offset': String(letak), ...headers }, badan);
}

/** Where the server has got to. */
export async function letak(o, jalur) {
  const j = await tus(o, 'HEAD', jalur);
  if (j.status !== 200) throw new Error(`HEAD: ${j.status}`);
  return Number(j.headers['upload-offset']);
}

function kepala(o, badan, dari, headers) {
  const h = { 'tus-resumable': '1.0.0', 'x-csrf-token': o.csrf,
    cookie: [...o.kue].map(([n, v]) => `${n}=${v}`).join('; '),
    'content-type': JENIS, 'upload-offset': String(dari),
    'content-length': badan.length, ...headers };
  for (const n of Object.keys(h)) if (h[n] === null) delete h[n];
  return h;
}

/**
 * A PATCH (or method) of which the first `sampai` bytes are written and then
 * nothing more; { r, jawab }: the request, and its answer when one comes
 * ({ status, headers }, null when the line breaks).
 */
export function buka(o, jalur, dari, badan, sampai, headers = {},
  method = 'PATCH') {
  const u = new URL(alamat);
  const r = http.request({ host: u.hostname, port: u.port, method,
    path: jalur, agent: false, localAddress: o.dari || undefined,
    headers: kepala(o, badan, dari, headers) });
  const jawab = new Promise((selesai) => {
    r.on('response', (res) => {
      res.resume();
      res.on('close', () => selesai({ status: res.statusCode,
        headers: res.headers }));
    });
    r.on('error', () => selesai(null));
  });
  const tulis = new Promise((selesai) => {
    r.write(badan.subarray(0, sampai), () => selesai());
  });
  return { r, jawab, tulis };
}

/** A PATCH that announces all of badan and hangs up after `sampai` bytes. */
export async function putus(o, jalur, dari, badan, sampai, headers = {}) {
  const k = buka(o, jalur, dari, badan, sampai, headers);
  await k.tulis;
  k.r.destroy();
  await k.jawab;
}

const berkas = (jalur) => join(dirVar, 'simpanan', 'unggahan',
  jalur.split('/').at(-1));

/** The bytes that came of an upload that is not whole; ada(): are there any? */
export const isi = (jalur) => readFileSync(berkas(jalur));
export const ada = (jalur) => existsSync(berkas(jalur));

const sha256 = (b) => createHash('sha256').update(b).digest('hex');

/** The sending has exactly these bytes, wherever its file is by now. */
export async function sama(kiriman, badan) {
  const [[kode, bytes]] = sql(`SELECT u.kode, k.bytes FROM balikan_kiriman k
    JOIN unggahan u ON u.id = k.unggahan_id WHERE k.id = ${kiriman}`);
  const sidik = await tunggu(() => {
    try {
      return sha256(isi(kode));
    } catch {
      // A worker has taken it into the store.
      return sql(`SELECT COALESCE(sha256, '') FROM balikan_kiriman
        WHERE id = ${kiriman}`)[0][0];
    }
  });
  return Number(bytes) === badan.length && sidik === sha256(badan);
}
