// tus-bantu.mjs - what the tests of uploads share: requests of tus 1.0.0 as a
// person sends them, and ones whose line breaks.  Nothing here knows a page.

import http from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alamat, dirVar, lembagaBaru, akunBaru, Orang } from './bantu.mjs';

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

/** One request of tus; headers with null are left out. */
export function tus(o, cara, jalur, headers = {}, badan = null) {
  const h = { 'tus-resumable': '1.0.0', 'x-csrf-token': o.csrf, ...headers };
  for (const n of Object.keys(h)) if (h[n] === null) delete h[n];
  return o.kirim(cara, jalur, h, badan);
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

/** A PATCH that announces all of badan and hangs up after `sampai` bytes. */
export function putus(o, jalur, dari, badan, sampai, headers = {}) {
  return new Promise((selesai) => {
    const u = new URL(alamat);
    const r = http.request({ host: u.hostname, port: u.port, method: 'PATCH',
      path: jalur, agent: false, localAddress: o.dari || undefined,
      headers: { 'tus-resumable': '1.0.0', 'x-csrf-token': o.csrf,
        cookie: [...o.kue].map(([n, v]) => `${n}=${v}`).join('; '),
        'content-type': JENIS, 'upload-offset': String(dari),
        'content-length': badan.length, ...headers } });
    r.on('error', () => selesai());
    r.on('close', () => selesai());
    r.write(badan.subarray(0, sampai), () => r.destroy());
  });
}

/** The bytes that came of an upload. */
export function isi(jalur) {
  return readFileSync(join(dirVar, 'simpanan', 'unggahan',
    jalur.split('/').at(-1)));
}
