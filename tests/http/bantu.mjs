// bantu.mjs - what every HTTP test uses: a person with a cookie jar who reads
// pages as XML and sends forms, synthetic institutions and accounts of the
// test's own, and the database client.  Nothing here knows a page.
//
// The suite under test is at SIFILMA_ALAMAT, its folder is SIFILMA_VAR
// (default: var in the project's folder, as `make run` leaves it).

import { execFileSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import xpath from 'xpath';

export const akar = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const dirVar = process.env.SIFILMA_VAR || join(akar, 'var');
export const alamat = (process.env.SIFILMA_ALAMAT ||
  readFileSync(join(dirVar, 'address'), 'utf8')).trim().replace(/\/$/, '');

/** Demo accounts: [{ username, sandi, peran, lembaga }]. */
export const akunDemo = readFileSync(join(dirVar, 'accounts.tsv'), 'utf8')
  .split('\n').filter((b) => b && !b.startsWith('#') &&
    !b.startsWith('username\t'))
  .map((b) => b.split('\t'))
  .map(([username, sandi, peran, lembaga]) =>
    ({ username, sandi, peran, lembaga }));

/** First demo account of a role. */
export function demo(peran) {
  const a = akunDemo.find((x) => x.peran === peran);
  if (!a) throw new Error(`no demo account with role ${peran}`);
  return a;
}

/** Run SQL as the database's owner; rows as arrays of strings. */
export function sql(teks) {
  const keluar = execFileSync(join(akar, 'nginx', 'suite'),
    ['sql', '--batch', '--raw', '--skip-column-names'],
    { input: teks, env: { ...process.env, SIFILMA_VAR: dirVar },
      encoding: 'utf8', maxBuffer: 64 << 20 });
  return keluar.split('\n').filter((b) => b !== '').map((b) => b.split('\t'));
}

/** A short text no other test has: "u3f9a…". */
export function unik(awalan = 'u') {
  return awalan + randomBytes(5).toString('hex');
}

/** A key for a form, as the pages make them. */
export function kunci() {
  return randomBytes(16).toString('hex');
}

/** Quote for sql(). */
export function q(teks) {
  return teks === null ? 'NULL' :
    `'${String(teks).replace(/[\\']/g, (c) => `\\${c}`)}'`;
}

export const SANDI = 'Kata-Sandi-Uji-2468';
let hash;

/** An institution of the test's own; its id. */
export function lembagaBaru(jenis, nama = `Lembaga ${unik()}`) {
  for (let i = 0; ; i++) {
    const kode = String(100000 + Math.floor(Math.random() * 899999));
    try {
      return Number(sql(`INSERT INTO lembaga (kode, nama, jenis, alamat,
        kota, provinsi, dibuat) VALUES (${q(kode)}, ${q(nama)}, ${q(jenis)},
        'Jalan Uji 1', 'Kota Uji', 'Provinsi Uji', UTC_TIMESTAMP(3));
        SELECT LAST_INSERT_ID();`)[0][0]);
    } catch (e) {
      if (i > 5) throw e;
    }
  }
}

/** An active account of the test's own; signs in with SANDI. */
export function akunBaru(peran, lembaga, username = unik(peran[0])) {
  if (!hash) {
    const d = akunDemo[0];
    // Made by the programs themselves: take the demo account's hash along
    // with its password.
    hash = { sandi: d.sandi, hash: sql(`SELECT sandi FROM akun
      WHERE username = ${q(d.username)}`)[0][0] };
  }
  const id = Number(sql(`INSERT INTO akun (username, nama, sandi, peran,
    lembaga_id, email, email_sah, telepon, alamat, kota, provinsi, status,
    dibuat) VALUES (${q(username)}, ${q(`Orang ${username}`)},
    ${q(hash.hash)}, ${q(peran)}, ${lembaga},
    ${q(`${username}@uji.example`)}, UTC_TIMESTAMP(3), '081200000000',
    'Jalan Uji 1', 'Kota Uji', 'Provinsi Uji', 'aktif', UTC_TIMESTAMP(3));
    SELECT LAST_INSERT_ID();`)[0][0]);
  return { id, username, sandi: hash.sandi, peran, lembaga };
}

/** An answer: status, headers, text, and (for XML) nodes by XPath. */
export class Jawaban {
  constructor(status, headers, isi) {
    this.status = status;
    this.headers = headers;
    this.isi = isi;
    this.teks = isi.toString('utf8');
    this.lokasi = headers.location;
  }

  get dokumen() {
    if (!this.pohon)
      this.pohon = new DOMParser().parseFromString(this.teks, 'text/xml');
    return this.pohon;
  }

  /** Nodes of an XPath over the page's XML. */
  semua(jalur) {
    return xpath.select(jalur, this.dokumen);
  }

  /** String value of an XPath: attr('/halaman/@nama'). */
  nilai(jalur) {
    return xpath.select(`string(${jalur})`, this.dokumen);
  }

  /** The errors of a form: { judul: 'wajib', … }. */
  get galat() {
    const g = {};
    if (!/xml/.test(this.headers['content-type'] || '')) return g;
    for (const e of this.semua('/halaman/galat'))
      g[e.getAttribute('ruas')] = e.getAttribute('kode');
    return g;
  }
}

/**
 * Send one request as it is; for what a browser would not send.
 * headers and body (Buffer or text) are the caller's; dari is the address
 * it comes from.
 */
export function kirim(cara, jalur, headers = {}, body = null, dari = null) {
  return new Promise((selesai, gagal) => {
    const u = new URL(alamat);
    const r = http.request({ host: u.hostname, port: u.port, method: cara,
      path: jalur, headers, agent: false,
      ...(dari ? { localAddress: dari } : {}) }, (res) => {
      const bagian = [];
      res.on('data', (b) => bagian.push(b));
      res.on('end', () => selesai(new Jawaban(res.statusCode, res.headers,
        Buffer.concat(bagian))));
      res.on('error', gagal);
    });
    r.on('error', gagal);
    if (body !== null) r.write(body);
    r.end();
  });
}

function urlencoded(isian) {
  const p = new URLSearchParams();
  for (const [n, v] of Object.entries(isian))
    for (const x of Array.isArray(v) ? v : [v])
      p.append(n, String(x));
  return p.toString();
}

/** A name in a header of a part, as browsers write it (HTML standard). */
function tajuk(nama) {
  return nama.replace(/"/g, '%22').replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A');
}

/** multipart/form-data of fields and files { name, isi, tipe }. */
export function multipart(isian, berkas, batas = `batas${kunci()}`) {
  const b = [];
  for (const [n, v] of Object.entries(isian))
    for (const x of Array.isArray(v) ? v : [v])
      b.push(Buffer.from(`--${batas}\r\nContent-Disposition: form-data; ` +
        `name="${n}"\r\n\r\n${x}\r\n`));
  for (const [n, f] of Object.entries(berkas))
    b.push(Buffer.from(`--${batas}\r\nContent-Disposition: form-data; ` +
      `name="${n}"; filename="${tajuk(f.nama)}"\r\nContent-Type: ` +
      `${f.tipe || 'application/octet-stream'}\r\n\r\n`),
    Buffer.from(f.isi), Buffer.from('\r\n'));
  b.push(Buffer.from(`--${batas}--\r\n`));
  return { tipe: `multipart/form-data; boundary=${batas}`,
    isi: Buffer.concat(b) };
}

/** Somebody with a browser: keeps cookies, knows the last page's token. */
export class Orang {
  constructor() {
    this.kue = new Map();
    this.csrf = '';
    // Everybody at home: one person's tries do not use up another's rate.
    const b = randomBytes(3);
    this.dari = /\/\/127\./.test(alamat) ?
      `127.${1 + (b[0] % 254)}.${b[1]}.${1 + (b[2] % 254)}` : null;
  }

  /** Signed in with an account { username, sandi }. */
  static async masuk(akun) {
    const o = new Orang();
    await o.get('/login');
    const j = await o.post('/login', { username: akun.username,
      sandi: akun.sandi });
    if (j.status !== 303)
      throw new Error(`sign-in of ${akun.username}: ${j.status} ${j.teks}`);
    o.akun = akun;
    await o.get('/beranda');
    return o;
  }

  async kirim(cara, jalur, headers = {}, body = null) {
    const h = { accept: 'application/xml', ...headers };
    if (this.kue.size)
      h.cookie = [...this.kue].map(([n, v]) => `${n}=${v}`).join('; ');
    if (body !== null && !('content-length' in h) &&
        !('transfer-encoding' in h))
      h['content-length'] = Buffer.byteLength(body);
    const j = await kirim(cara, jalur, h, body, this.dari);
    for (const baris of j.headers['set-cookie'] || []) {
      const [pasang, ...atribut] = baris.split(';');
      const [n, v] = [pasang.slice(0, pasang.indexOf('=')),
        pasang.slice(pasang.indexOf('=') + 1)];
      if (atribut.some((x) => /^\s*max-age=0$/i.test(x))) this.kue.delete(n);
      else this.kue.set(n, v);
    }
    if (/application\/xml/.test(j.headers['content-type'] || '') &&
        j.isi.length > 0) {
      const csrf = j.nilai('/halaman/kiriman/@csrf');
      if (csrf) this.csrf = csrf;
    }
    return j;
  }

  /** A page as XML. */
  get(jalur, headers = {}) {
    return this.kirim('GET', jalur, headers);
  }

  /** A page as HTML. */
  html(jalur) {
    return this.kirim('GET', jalur, { accept: 'text/html' });
  }

  /**
   * A form: csrf and a fresh key are added unless given (null: left out).
   * With berkas { field: { nama, isi, tipe } } it goes as multipart.
   */
  post(jalur, isian = {}, berkas = null, headers = {}) {
    const semua = { csrf: this.csrf, kunci: kunci(), ...isian };
    for (const n of Object.keys(semua))
      if (semua[n] === null || semua[n] === undefined) delete semua[n];
    if (berkas) {
      const m = multipart(semua, berkas);
      return this.kirim('POST', jalur, { 'content-type': m.tipe,
        ...headers }, m.isi);
    }
    return this.kirim('POST', jalur, {
      'content-type': 'application/x-www-form-urlencoded', ...headers },
    urlencoded(semua));
  }
}

/** A small but whole PDF with a text in it. */
export function pdf(teks = 'Surat permintaan') {
  const isi = `BT /F1 12 Tf 72 720 Td (${teks}) Tj ET`;
  const benda = ['<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${isi.length} >>\nstream\n${isi}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  let s = '%PDF-1.4\n';
  const letak = [];
  benda.forEach((b, i) => {
    letak.push(s.length);
    s += `${i + 1} 0 obj\n${b}\nendobj\n`;
  });
  const xref = s.length;
  s += `xref\n0 ${benda.length + 1}\n0000000000 65535 f \n`;
  for (const l of letak) s += `${String(l).padStart(10, '0')} 00000 n \n`;
  s += `trailer\n<< /Size ${benda.length + 1} /Root 1 0 R >>\n` +
    `startxref\n${xref}\n%%EOF\n`;
  return Buffer.from(s, 'latin1');
}

/** Ask again until syarat() is true; for what happens by itself. */
export async function tunggu(syarat, batasMs = 10000) {
  const akhir = Date.now() + batasMs;
  for (;;) {
    const hasil = await syarat();
    if (hasil) return hasil;
    if (Date.now() > akhir) throw new Error('waited in vain');
    await new Promise((r) => { setTimeout(r, 50); });
  }
}

/** Bytes of base32 (RFC 4648). */
function dariBase32(teks) {
  const huruf = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bit = [...teks.replace(/[ =]/g, '')]
    .map((c) => huruf.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bit.match(/.{8}/g).map((b) => parseInt(b, 2)));
}

/** The code an authenticator shows (RFC 6238), so many steps from now. */
export function totp(rahasia, geser = 0) {
  const langkah = Buffer.alloc(8);
  langkah.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + geser));
  const mac = createHmac('sha1', dariBase32(rahasia)).update(langkah).digest();
  const n = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(n % 1000000).padStart(6, '0');
}
