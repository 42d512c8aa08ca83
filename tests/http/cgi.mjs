// cgi.mjs - each program as plain CGI, as on classic shared hosting: started
// once a request with CGI variables, the body on standard input (U-28).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { akar, akunBaru, dirVar, Jawaban, lembagaBaru, sql } from './bantu.mjs';

const bangun = process.env.SIFILMA_BANGUN || akar;
const konfig = join(dirVar, 'uji-cgi.conf');

// Without nginx nobody else can send stored files.
writeFileSync(konfig, `${readFileSync(join(dirVar, 'sifilma.conf'), 'utf8')}
x_accel = tidak
`);

// The same behind TLS.
const konfigTls = join(dirVar, 'uji-cgi-tls.conf');
writeFileSync(konfigTls, readFileSync(konfig, 'utf8')
  .replace(/^alamat *=.*$/m, 'alamat = https://uji.example'));

function cgi(program, cara, jalur, { kue = {}, isi = '', tipe = '',
  terima = 'application/xml', konf = konfig } = {}) {
  const [path, query = ''] = jalur.split('?');
  const r = spawnSync(join(bangun, 'cgi-bin', `${program}.fcgi`), [], {
    input: isi,
    maxBuffer: 64 << 20,
    env: { PATH: process.env.PATH, SIFILMA_KONFIG: konf,
      ASAN_OPTIONS: process.env.ASAN_OPTIONS || '',
      UBSAN_OPTIONS: process.env.UBSAN_OPTIONS || '',
      GATEWAY_INTERFACE: 'CGI/1.1', SERVER_PROTOCOL: 'HTTP/1.1',
      REQUEST_METHOD: cara, PATH_INFO: path, QUERY_STRING: query,
      REMOTE_ADDR: '127.0.0.1', HTTP_ACCEPT: terima,
      HTTP_COOKIE: Object.entries(kue).map(([n, v]) => `${n}=${v}`)
        .join('; '),
      CONTENT_TYPE: tipe, CONTENT_LENGTH: String(Buffer.byteLength(isi)) },
  });
  assert.equal(r.status, 0, r.stderr.toString());
  const batas = r.stdout.indexOf('\r\n\r\n');
  assert.ok(batas > 0, 'there are headers');
  const headers = {};
  for (const baris of r.stdout.subarray(0, batas).toString().split('\r\n')) {
    const [n, ...v] = baris.split(': ');
    if (n.toLowerCase() === 'set-cookie')
      (headers['set-cookie'] ||= []).push(v.join(': '));
    else
      headers[n.toLowerCase()] = v.join(': ');
  }
  for (const k of headers['set-cookie'] || []) {
    const [n, v] = k.split(';')[0].split('=');
    kue[n] = v;
  }
  return new Jawaban(parseInt(headers.status, 10), headers,
    r.stdout.subarray(batas + 4));
}

test('U-28 every program answers as CGI', () => {
  for (const n of readdirSync(join(bangun, 'cgi-bin'))
    .filter((x) => x.endsWith('.fcgi')).map((x) => x.replace('.fcgi', ''))) {
    const j = cgi(n, 'GET', '/tidak-ada-halaman-ini');
    assert.equal(j.status, 404, n);
    if (/^application\/problem\+json/.test(j.headers['content-type']))
      assert.equal(JSON.parse(j.teks).kode, 'tidak-ada', n);
    else
      assert.equal(j.nilai('/halaman/kesalahan/@kode'), 'tidak-ada', n);
  }
});

test('U-28 the landing page is whole HTML', () => {
  const j = cgi('beranda', 'GET', '/', { terima: 'text/html' });
  assert.equal(j.status, 200);
  assert.match(j.teks, /^<!DOCTYPE html>[\s\S]*<\/html>$/);
  assert.equal(Number(j.headers['content-length']), j.isi.length);
});

test('U-28 signing in, a list, and a file without nginx', () => {
  const kue = {};
  const akun = akunBaru('admin', lembagaBaru('ditjen'));
  const form = cgi('login', 'GET', '/login', { kue });
  const isi = new URLSearchParams({ username: akun.username,
    sandi: akun.sandi, csrf: form.nilai('/halaman/kiriman/@csrf'),
    kunci: form.nilai('/halaman/kiriman/@kunci') }).toString();
  const masuk = cgi('login', 'POST', '/login', { kue, isi,
    tipe: 'application/x-www-form-urlencoded' });
  assert.equal(masuk.status, 303);
  const daftar = cgi('permintaan', 'GET', '/permintaan?per=10', { kue });
  assert.equal(daftar.status, 200);
  assert.equal(daftar.nilai('/halaman/daftar/@per'), '10');
  const [[id, sha256, ukuran]] = sql(`SELECT d.id, d.sha256, d.ukuran
    FROM dokumen d WHERE d.status = 'berlaku' ORDER BY d.id LIMIT 1`);
  const berkas = cgi('dokumen', 'GET', `/dokumen/${id}/berkas`, { kue });
  assert.equal(berkas.status, 200);
  assert.equal(berkas.headers['x-accel-redirect'], undefined);
  assert.equal(String(berkas.isi.length), ukuran);
  assert.equal(berkas.isi.subarray(0, 5).toString(), '%PDF-');
  assert.match(sha256, /^[0-9a-f]{64}$/);
});

test('with TLS no cookie counts that another host name could have set', () => {
  const { id } = akunBaru('admin', lembagaBaru('ditjen'));
  const nilai = randomBytes(32).toString('hex');
  sql(`INSERT INTO masuk_tunda (hash, akun_id, dibuat, berakhir, alamat_ip,
    agen) VALUES (UNHEX(SHA2('${nilai}', 256)), ${id}, UTC_TIMESTAMP(3),
    UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE, '127.0.0.1', '')`);
  const lihat = (nama, konf) => cgi('login', 'GET', '/login/kode',
    { kue: { [nama]: nilai }, konf }).status;
  assert.equal(lihat('tunda', konfig), 200);
  assert.equal(lihat('tunda', konfigTls), 303);
  assert.equal(lihat('__Host-tunda', konfigTls), 200);
});
