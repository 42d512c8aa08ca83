// balikan-bantu.mjs - what tests of the web service of data balikan share: an
// institution with parameters and a token, and a client that holds every
// answer to the OpenAPI document.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { akunBaru, kirim, lembagaBaru, q, sql } from './bantu.mjs';

export const API = '/databalikan/api';
export const GETPARAM = `${API}/getparam_bylembaga`;
export const STORE = `${API}/store`;
export const OPENAPI = `${API}/openapi.json`;

/** A region that is there: four digits of a regency and six of a district. */
export const wilayah = sql(`SELECT kode FROM wilayah WHERE tingkat = 3
  AND kode LIKE '31%' ORDER BY kode LIMIT 1`)[0][0];

/** The n-th synthetic NIK, whose region there is; n from 1. */
export const nik = (n) => `${wilayah}${n % 2 ? '41' : '01'}0190` +
  String(n).padStart(4, '0');

const lembaga = [];

/** An institution that sends: parameters [name, kind, length, required]. */
export function pengirim(ruas = [['NO_CIF', 'teks', 20, 1],
  ['NO_HP', 'telepon', 16, 0], ['JUMLAH', 'angka', 10, 0]]) {
  const id = lembagaBaru('kementerian');
  const akun = akunBaru('pengguna', id);
  lembaga.push(id);
  if (ruas.length > 0) parameter(id, akun.id, ruas);
  return { id, akun };
}

/** A new version of its parameters. */
export function parameter(id, akun, ruas) {
  sql(`INSERT INTO balikan_versi (lembaga_id, nomor, akun_id, dibuat)
    SELECT ${id}, COALESCE(MAX(nomor), 0) + 1, ${akun}, UTC_TIMESTAMP(3)
    FROM balikan_versi WHERE lembaga_id = ${id};
    SET @v = LAST_INSERT_ID();` + ruas.map(([n, j, p, w, pilihan], i) =>
    `INSERT INTO balikan_ruas (versi_id, urutan, nama, jenis, panjang, wajib,
    pilihan) VALUES (@v, ${i + 1}, ${q(n)}, ${q(j)}, ${p}, ${w},
    ${q(pilihan || null)});`).join('\n'));
}

/** A token of it, straight into the table. */
export function token(l, { alamat = null, hari = 30 } = {}) {
  const t = randomBytes(32).toString('hex');
  const sidik = createHash('sha256').update(t).digest('hex');
  const id = Number(sql(`INSERT INTO balikan_token (lembaga_id, akun_id, nama,
    sidik, awalan, alamat, berakhir, dibuat) VALUES (${l.id}, ${l.akun.id},
    'Uji', UNHEX('${sidik}'), '${t.slice(0, 8)}', ${q(alamat)},
    UTC_TIMESTAMP(3) + INTERVAL ${hari} DAY, UTC_TIMESTAMP(3));
    SELECT LAST_INSERT_ID();`)[0][0]);
  return { id, teks: t };
}

/** What the institution has, by NIK: { nik: values }. */
export function isi(l) {
  return Object.fromEntries(sql(`SELECT nik, HEX(isi) FROM balikan
    WHERE lembaga_id = ${l.id} ORDER BY nik`).map(([n, h]) =>
    [n, Buffer.from(h || '', 'hex').toString().split('\x1f')]));
}

/** Remove all that tests left of these institutions' data. */
export function bersihkan() {
  if (lembaga.length === 0) return;
  const l = lembaga.join(', ');
  sql(`DELETE j FROM balikan_jawaban j JOIN balikan_token t
    ON t.id = j.token_id WHERE t.lembaga_id IN (${l});
    DELETE FROM balikan_token WHERE lembaga_id IN (${l});
    DELETE FROM balikan WHERE lembaga_id IN (${l});
    DELETE FROM balikan_lama WHERE lembaga_id IN (${l});
    DELETE FROM balikan_harian WHERE lembaga_id IN (${l});
    DELETE FROM balikan_lembaga WHERE lembaga_id IN (${l});
    DELETE FROM balikan_kiriman WHERE lembaga_id IN (${l});
    DELETE r FROM balikan_ruas r JOIN balikan_versi v ON v.id = r.versi_id
    WHERE v.lembaga_id IN (${l});
    DELETE FROM balikan_versi WHERE lembaga_id IN (${l});`);
}

// --- the document ---

let dokumen;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);

/** The document as it is served. */
export async function uraian() {
  if (!dokumen) {
    dokumen = JSON.parse((await kirim('GET', OPENAPI)).teks);
    ajv.addSchema(dokumen, 'openapi');
  }
  return dokumen;
}

/** What a $ref leads to, and its pointer. */
function ikuti(o, jalan) {
  if (!o || !o.$ref) return [o, jalan];
  const j = o.$ref.slice(1);
  return [j.split('/').slice(1).reduce((x, k) => x[k], dokumen), j];
}

const luput = (s) => s.replace(/~/g, '~0').replace(/\//g, '~1');

/** Is the answer one that the document tells of? */
export async function periksa(cara, jalur, j) {
  await uraian();
  const kunci = jalur.split('?')[0].slice(API.length);
  const m = cara.toLowerCase();
  const operasi = (dokumen.paths[kunci] || {})[m];
  const tipe = (j.headers['content-type'] || '').split(';')[0];
  let jawab = (operasi ? operasi.responses : {})[j.status];
  let jalan = `/paths/${luput(kunci)}/${m}/responses/${j.status}`;
  if (!operasi) // another method, or no such path: a problem all the same
    [jawab, jalan] = ikuti({ $ref: '#/components/responses/' +
      (j.status === 405 ? 'Metode' : 'KesalahanKami') });
  assert.ok(jawab, `${cara} ${kunci} ${j.status} is in the document`);
  [jawab, jalan] = ikuti(jawab, jalan);
  for (const [n, h] of Object.entries(jawab.headers || {})) {
    const [tajuk] = ikuti(h);
    const nilai = j.headers[n.toLowerCase()];
    assert.ok(nilai !== undefined || !tajuk.required, `header ${n}`);
    if (nilai === undefined) continue;
    const sah = ajv.compile(tajuk.schema);
    assert.ok(sah(tajuk.schema.type === 'integer' ? Number(nilai) : nilai),
      `${n}: ${nilai}`);
  }
  const laju = Object.keys(j.headers).filter((n) => /^ratelimit-/.test(n));
  const kenal = Object.keys(jawab.headers || {}).map((n) => n.toLowerCase());
  for (const n of laju) assert.ok(kenal.includes(n), `${n} of ${j.status}`);
  // After the token was known, which these statuses tell.
  if (operasi && kunci !== '/openapi.json' && [200, 409, 422].includes(j.status))
    assert.equal(laju.length, 4);
  assert.equal(j.headers['x-content-type-options'], 'nosniff');
  assert.equal(j.headers['set-cookie'], undefined);
  assert.equal(j.headers['access-control-allow-origin'], undefined);
  assert.ok(jawab.content[tipe], `${tipe} of ${cara} ${kunci} ${j.status}`);
  if (kunci !== '/openapi.json')
    assert.equal(j.headers['cache-control'], 'no-store');
  const sah = ajv.getSchema(
    `openapi#${jalan}/content/${luput(tipe)}/schema`);
  const badan = JSON.parse(j.teks);
  assert.ok(sah(badan), JSON.stringify(sah.errors));
  if (j.status >= 400) assert.equal(badan.status, j.status);
  return badan;
}

/** A machine: asks with a token and checks every answer. */
export class Mesin {
  constructor(t, dari = null) {
    this.token = t;
    this.dari = dari;
  }

  async kirim(cara, jalur, headers = {}, body = null) {
    const h = { ...(this.token ?
      { authorization: `Bearer ${this.token.teks}` } : {}), ...headers };
    if (body !== null && !('content-length' in h))
      h['content-length'] = Buffer.byteLength(body);
    for (const n of Object.keys(h)) if (h[n] === null) delete h[n];
    const j = await kirim(cara, jalur, h, body, this.dari);
    j.badan = cara === 'HEAD' ? null : await periksa(cara, jalur, j);
    return j;
  }

  get(jalur, headers) {
    return this.kirim('GET', jalur, headers);
  }

  /** Records as JSON. */
  store(isian, { cara, kunci, headers = {} } = {}) {
    const body = typeof isian === 'string' || Buffer.isBuffer(isian) ? isian :
      JSON.stringify(isian);
    return this.kirim('POST', STORE + (cara ? `?cara=${cara}` : ''),
      { 'content-type': 'application/json',
        ...(kunci ? { 'idempotency-key': kunci } : {}), ...headers }, body);
  }
}
