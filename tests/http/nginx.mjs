// nginx.mjs - what nginx does around the programs: security headers on every
// kind of answer, error pages, files and their caching, what cannot be
// reached from outside, limits of size, and a log without queries.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { akar, alamat, dirVar } from './bantu.mjs';

const tuan = new URL(alamat);

/** One request; { status, headers, badan (Buffer) }. */
function minta(path, { method = 'GET', headers = {}, badan = null } = {}) {
  return new Promise((selesai, gagal) => {
    const r = http.request({
      host: tuan.hostname, port: tuan.port, path, method, headers,
    }, (jawab) => {
      const potong = [];
      jawab.on('data', (d) => potong.push(d));
      jawab.on('end', () => selesai({
        status: jawab.statusCode,
        headers: jawab.headers,
        badan: Buffer.concat(potong),
      }));
    });
    r.on('error', gagal);
    r.end(badan);
  });
}

/** Bytes to nginx as they are; the status line of its answer. */
function mentah(teks) {
  return new Promise((selesai, gagal) => {
    const s = net.connect(Number(tuan.port), tuan.hostname);
    let semua = '';
    s.on('data', (d) => { semua += d; });
    s.on('error', gagal);
    s.on('close', () => selesai(semua));
    s.end(teks);
  });
}

async function tunggu(syarat, ms = 10000) {
  const sampai = Date.now() + ms;
  for (;;) {
    const hasil = await syarat();
    if (hasil || Date.now() > sampai) {
      return hasil;
    }
    await new Promise((r) => { setTimeout(r, 20); });
  }
}

const WAJIB = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const JAWABAN = [
  ['a page', '/', 200],
  ['a page that is not there', '/tidak-ada', 404],
  ['a page of a program that is not there', '/login/tidak-ada', 404],
  ['a page that wants a sign-in', '/permintaan', 303],
  ['a style', '/aset/filma.css', 200],
  ['a file that is not there', '/aset/tidak-ada.css', 404],
  ['a folder', '/aset/', 404],
  ['the file store', '/_simpanan/aa/bb', 404],
  ['the pages of errors', '/_galat/503.html', 404],
];

for (const [nama, jalur, status] of JAWABAN) {
  test(`headers: ${nama}`, async () => {
    const j = await minta(jalur);
    assert.equal(j.status, status);
    for (const [h, isi] of Object.entries(WAJIB)) {
      assert.equal(j.headers[h], isi, h);
    }
    const csp = j.headers['content-security-policy'];
    assert.match(csp, /default-src 'none'/);
    assert.match(csp, /frame-ancestors 'none'/);
    assert.doesNotMatch(csp, /unsafe-/);
    assert.ok(j.headers['permissions-policy']);
    assert.equal(j.headers.server, 'nginx');
    assert.equal(j.headers['x-powered-by'], undefined);
    assert.equal(j.headers['strict-transport-security'], undefined,
      'HSTS is for TLS');
    assert.ok(j.headers['cache-control'], 'cache-control');
  });
}

test('each header is sent once', async () => {
  const semua = await mentah(
    `GET / HTTP/1.0\r\nHost: ${tuan.host}\r\n\r\n`);
  const nama = semua.split('\r\n\r\n')[0].split('\r\n').slice(1)
    .map((b) => b.split(':')[0].toLowerCase())
    .filter((h) => !['set-cookie', 'vary'].includes(h));
  assert.deepEqual(nama, [...new Set(nama)]);
});

test('a personal page is kept by nobody', async () => {
  const j = await minta('/login');
  assert.match(j.headers['cache-control'], /no-store/);
});

test('a style with its version is kept for a year, without for minutes',
  async () => {
    const ber = await minta('/aset/filma.css?v=1');
    assert.match(ber.headers['cache-control'], /immutable/);
    const tanpa = await minta('/aset/filma.css');
    assert.match(tanpa.headers['cache-control'], /max-age=300/);
    assert.match(ber.headers['content-type'], /^text\/css; charset=utf-8/);
  });

test('pages name the assets with the installed version', async () => {
  const j = await minta('/');
  const konfig = readFileSync(join(dirVar, 'sifilma.conf'), 'utf8');
  const versi = /^versi = (.*)$/m.exec(konfig)[1];
  assert.ok(j.badan.toString().includes(`/aset/filma.css?v=${versi}`));
});

test('files were compressed beforehand, and are the same', async () => {
  const j = await minta('/aset/filma.css',
    { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(j.headers['content-encoding'], 'gzip');
  assert.equal(Number(j.headers['content-length']), j.badan.length);
  const asli = await minta('/aset/filma.css');
  assert.equal(asli.headers['content-encoding'], undefined);
  assert.deepEqual(gunzipSync(j.badan), asli.badan);
  assert.ok(j.badan.length < asli.badan.length / 2);
});

test('pages are compressed on the way', async () => {
  const j = await minta('/', { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(j.headers['content-encoding'], 'gzip');
  assert.match(gunzipSync(j.badan).toString(), /^<!DOCTYPE html>/);
});

test('the file store is reached through a program only', async () => {
  const nama = `${randomBytes(8).toString('hex')}.txt`;
  const dir = join(dirVar, 'simpanan', 'uji-nginx');
  mkdirSync(dir, { recursive: true });
  try {
    writeFileSync(join(dir, nama), 'rahasia');
    for (const jalur of [`/_simpanan/uji-nginx/${nama}`,
      `/aset/..%2f_simpanan/uji-nginx/${nama}`,
      `/aset/../_simpanan/uji-nginx/${nama}`,
      `/aset../simpanan/uji-nginx/${nama}`,
      `/_galat/../_simpanan/uji-nginx/${nama}`]) {
      const j = await minta(jalur);
      assert.ok([400, 404].includes(j.status), `${jalur}: ${j.status}`);
      assert.ok(!j.badan.includes('rahasia'), jalur);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('nothing of the tree or of the suite is served', async () => {
  for (const jalur of ['/.git/config', '/sifilma.conf', '/var/sifilma.conf',
    '/accounts.tsv', '/aset/../../sifilma.conf', '/aset/..%2f..%2fsifilma.conf',
    '/aset/%2e%2e/%2e%2e/accounts.tsv', '/cgi-bin/login.fcgi',
    '/aset/filma.css.gz/x', '/galat/503.html']) {
    const j = await minta(jalur);
    assert.ok([400, 404].includes(j.status), `${jalur}: ${j.status}`);
  }
});

test('a body over the limit: 413 and a page that says what to do',
  async () => {
    const j = await minta('/login', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(4 * 1024 * 1024),
        Connection: 'close',
      },
      badan: Buffer.alloc(4 * 1024 * 1024, 'a'),
    }).catch((e) => ({ galat: e }));
    // nginx may close before all was sent; then ask again by hand.
    if (j.galat) {
      const semua = await mentah(`POST /login HTTP/1.1\r\nHost: ${tuan.host
      }\r\nContent-Length: 4194304\r\nConnection: close\r\n\r\n`);
      assert.match(semua, /^HTTP\/1\.1 413 /);
      assert.match(semua, /terlalu besar/);
      return;
    }
    assert.equal(j.status, 413);
    assert.match(j.badan.toString(), /terlalu besar/);
    assert.equal(j.headers['x-content-type-options'], 'nosniff');
  });

test('a request that cannot be read: 400 and our page', async () => {
  const semua = await mentah(`GET / HTTP/1.1\r\nHost: ${tuan.host
  }\r\nHost: lain\r\nConnection: close\r\n\r\n`);
  assert.match(semua, /^HTTP\/1\.1 400 /);
  assert.match(semua, /tidak dapat dibaca/);
  assert.match(semua, /Content-Security-Policy/i);
});

test('header lines that are too long: 400 and our page', async () => {
  const semua = await mentah(`GET / HTTP/1.1\r\nHost: ${tuan.host
  }\r\nCookie: a=${'x'.repeat(60000)}\r\nConnection: close\r\n\r\n`);
  assert.match(semua, /^HTTP\/1\.1 400 /);
});

test('TRACE and unknown methods change nothing', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH']) {
    const j = await minta('/login', { method });
    assert.equal(j.status, 405, method);
  }
  const j = await minta('/aset/filma.css', { method: 'DELETE' });
  assert.ok([403, 404, 405].includes(j.status));
});

test('the log has the path and never the query', async () => {
  const kata = `uji${randomBytes(8).toString('hex')}`;
  await minta(`/login?nik=3204${kata}&x=1`, {
    headers: { Referer: `${alamat}/x?ref${kata}=1` },
  });
  await minta(`/tanda-${kata}?q=${kata}rahasia`);
  // Nor what a link that was sent is good for.
  for (const awal of ['/login/sandi', '/register/konfirmasi',
    '/register/batal'])
    await minta(`${awal}/tautan${kata}`);
  const log = join(dirVar, 'log', 'nginx.log');
  const ada = await tunggu(() =>
    readFileSync(log, 'utf8').includes(`/tanda-${kata}"`));
  assert.ok(ada, 'the path is there');
  for (const nama of ['nginx.log', 'nginx-galat.log', 'login.log',
    'beranda.log']) {
    const isi = readFileSync(join(dirVar, 'log', nama), 'utf8');
    assert.ok(!isi.includes(`3204${kata}`), nama);
    assert.ok(!isi.includes(`ref${kata}`), nama);
    assert.ok(!isi.includes(`${kata}rahasia`), nama);
    assert.ok(!isi.includes(`tautan${kata}`), nama);
  }
});

test('the page for a program that is away says so, with Retry-After',
  async () => {
    const isi = readFileSync(join(akar, 'htdocs', 'galat', '503.html'), 'utf8');
    assert.match(isi, /lang="id"/);
    const konf = readFileSync(join(dirVar, 'nginx', 'server.conf'), 'utf8');
    assert.match(konf, /error_page 502 503 504 =503 \/_galat\/503\.html/);
    assert.match(readFileSync(join(dirVar, 'nginx', 'http.conf'), 'utf8'),
      /503 5;/);
  });

const konfLokasi = () => readFileSync(join(dirVar, 'nginx', 'lokasi.conf'),
  'utf8');

/** Routes of the programs that are open to the web: [program, cara, jalur,
 * jaga]. */
function rute() {
  const bangun = process.env.SIFILMA_BANGUN || akar;
  return execFileSync('sh', ['-c', `for p in "${bangun}"/cgi-bin/*.fcgi; do
    n=\${p##*/}; "$p" --routes | sed "s/^/\${n%.fcgi}\t/"; done`],
  { encoding: 'utf8' }).trim().split('\n').map((b) => b.split('\t'))
    .map(([program, cara, jalur, , jaga]) => ({ program, cara, jalur,
      jaga: jaga.split(',') }))
    .filter((r) => !r.jaga.includes('LOCAL'));
}

test('every first segment of the route tables has its location', () => {
  const konf = konfLokasi();
  const bagian = new Set(rute().map((r) => r.jalur.split('/')[1])
    .filter(Boolean));
  assert.ok(bagian.size >= 5);
  for (const b of bagian) {
    assert.ok(konf.includes(`location = /${b} {`), b);
    assert.ok(konf.includes(`location ^~ /${b}/ {`), b);
  }
});

/** The location nginx takes for a path: [its lines]. */
function lokasi(jalur) {
  const semua = konfLokasi().split(/^location /m).slice(1).map((l) =>
    [l.slice(0, l.indexOf(' {')), l]);
  const tepat = semua.find(([n]) => n === `= ${jalur}`);
  const awalan = semua.filter(([n]) =>
    jalur.startsWith(n.replace(/^\^~ /, '')) && !n.startsWith('='))
    .sort((a, b) => b[0].length - a[0].length)[0];
  return (tepat ?? awalan)[1];
}

test('every route is its own program\'s, also below another\'s', () => {
  for (const r of rute()) {
    const l = lokasi(r.jalur.replace(/\{[^}]*\}/g, '7'));
    assert.match(l, new RegExp(`fastcgi_pass sifilma_${
      r.program.replace(/-/g, '_')};`), r.jalur);
  }
});

test('long bodies are handed on as they come, and nobody is refused for ' +
  'sending many pieces', () => {
  const alir = rute().filter((r) => r.jaga.includes('STREAM') ||
    r.jaga.includes('LARGE'));
  assert.ok(alir.length >= 4);
  for (const r of rute()) {
    const jalur = r.jalur.replace(/\{[^}]*\}/g, '7');
    const l = lokasi(jalur);
    if (!alir.some((x) => x.jalur === r.jalur)) {
      assert.doesNotMatch(l, /fastcgi-alir/, jalur);
      continue;
    }
    assert.match(l, /include .*fastcgi-alir\.conf;/, jalur);
    assert.match(l, /limit_req zone=sifilma_alir burst=\d+;/, jalur);
    assert.doesNotMatch(l, /zone=sifilma burst|nodelay/, jalur);
    assert.match(l, /client_max_body_size 4200m;/, jalur);
  }
  assert.match(readFileSync(join(dirVar, 'nginx', 'fastcgi-alir.conf'), 'utf8'),
    /^fastcgi_request_buffering off;$/m);
});
