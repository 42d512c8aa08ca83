// hitungan.mjs - what speed is made of and no machine changes: instructions
// for a list page outside the database, bytes until somebody who signed in
// sees his page (performance.md, goals 2 and 5).  That no page of a list reads
// more rows than it shows is tests/unit/uji-permintaan.c; seconds and ratios
// are `make bench`.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from
  'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Orang, akar, demo, dirVar, kirim, tunggu } from './bantu.mjs';

// For a page that was shown before (the goal is 1.5e6), and what a page of rows that
// nobody has seen takes now, and a tenth.
const INSTRUKSI_MAKS = 1.3e6;
const INSTRUKSI_BARU_MAKS = 5.8e6;
const HALAMAN_PERTAMA_MAKS = 60 * 1024;
const CSS_MAKS = 25 * 1024;
const JS_MAKS = 15 * 1024;

const bangun = process.env.SIFILMA_BANGUN || akar;
const program = join(bangun, 'cgi-bin', 'permintaan.fcgi');
const valgrind = ['/usr/bin/valgrind', '/usr/local/bin/valgrind']
  .find((x) => existsSync(x));

/** Text of a request to a FastCGI program, and its whole answer. */
function fastcgi(soket, variabel) {
  const rekam = (jenis, isi) => {
    const kepala = Buffer.alloc(8);
    kepala[0] = 1;
    kepala[1] = jenis;
    kepala.writeUInt16BE(1, 2);
    kepala.writeUInt16BE(isi.length, 4);
    return Buffer.concat([kepala, isi]);
  };
  const panjang = (n) => {
    if (n < 128) return Buffer.from([n]);
    const x = Buffer.alloc(4);
    x.writeUInt32BE((n | 0x80000000) >>> 0);
    return x;
  };
  const pasang = Object.entries(variabel).flatMap(([n, v]) =>
    [panjang(Buffer.byteLength(n)), panjang(Buffer.byteLength(v)),
      Buffer.from(n), Buffer.from(v)]);
  return new Promise((selesai, gagal) => {
    const s = net.connect(soket);
    const bagian = [];
    s.on('error', gagal);
    s.on('data', (x) => bagian.push(x));
    s.on('close', () => {
      const semua = Buffer.concat(bagian);
      const keluar = [];
      for (let i = 0; i + 8 <= semua.length;) {
        const n = semua.readUInt16BE(i + 4);
        if (semua[i + 1] === 6)
          keluar.push(semua.subarray(i + 8, i + 8 + n));
        i += 8 + n + semua[i + 6];
      }
      selesai(Buffer.concat(keluar).toString('utf8'));
    });
    s.write(Buffer.concat([
      rekam(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
      rekam(4, Buffer.concat(pasang)), rekam(4, Buffer.alloc(0)),
      rekam(5, Buffer.alloc(0))]));
  });
}

test('P-20 a list page takes no more instructions than it did', {
  skip: !valgrind ? 'valgrind is not installed' :
    readFileSync(program).includes('__asan_init') ?
      'built with sanitizers' : false }, async (t) => {
  const o = await Orang.masuk(demo('admin'));
  const kerja = mkdtempSync(join(tmpdir(), 'sf-hitung-'));
  const soket = join(kerja, 's');
  const p = spawn(join(bangun, 'cgi-bin', 'pekerja', 'jaga'), ['-s', soket,
    '1', valgrind, '--tool=callgrind', '--dump-before=request_serve',
    `--callgrind-out-file=${kerja}/c`, program], {
    env: { ...process.env, SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') },
    stdio: 'ignore' });
  const berakhir = new Promise((r) => { p.on('exit', r); });
  try {
    await tunggu(() => existsSync(soket));
    const minta = (cari) => fastcgi(soket, { REQUEST_METHOD: 'GET',
      REQUEST_URI: `/permintaan?${cari}`, PATH_INFO: '/permintaan',
      QUERY_STRING: cari, SERVER_PROTOCOL: 'HTTP/1.1',
      REMOTE_ADDR: '127.0.0.1', HTTP_HOST: 'localhost',
      HTTP_ACCEPT: 'text/html', REQUEST_ID: '0123456789abcdef0123456789abcdef',
      HTTP_COOKIE: [...o.kue].map(([n, v]) => `${n}=${v}`).join('; ') });
    // The first connects, prepares, and reads what is kept.
    let cari = 'status=diterima';
    for (let i = 0; i < 8; i++) {
      const j = await minta(cari);
      assert.match(j, /^Status: 200/);
      assert.equal(j.split('<td class="utama"').length - 1, 25);
      // From the sixth on each shows the next page.
      if (i >= 5)
        cari = j.match(/rel="next" href="\/permintaan\?([^"]*)"/)[1]
          .replaceAll('&amp;', '&');
    }
  } finally {
    p.kill('SIGTERM');
    await berakhir;
  }
  // Each part holds what was done since the request before began.
  const n = readdirSync(kerja).filter((f) => /^c\.\d+$/.test(f))
    .map((f) => readFileSync(join(kerja, f), 'utf8'))
    .filter((x) => /--dump-before/.test(x) || /^totals:/m.test(x))
    .map((x) => Number(x.match(/^(?:totals|summary): (\d+)/m)[1]))
    .sort((x, y) => x - y);
  rmSync(kerja, { recursive: true, force: true });
  // Smallest first: five that were shown before, one of new rows, and last the
  // first with the connection, and the start.
  t.diagnostic(`${n[2]} instructions, ${n[5]} for new rows`);
  assert.ok(n[2] > 1e5 && n[2] <= INSTRUKSI_MAKS, `${n.join(' ')}`);
  assert.ok(n[5] > n[4] && n[5] <= INSTRUKSI_BARU_MAKS, `${n.join(' ')}`);
});

test('the first page after signing in is at most 60 KB with all it needs',
  async (t) => {
    const o = await Orang.masuk(demo('admin'));
    const kue = [...o.kue].map(([n, v]) => `${n}=${v}`).join('; ');
    const ambil = async (jalur) => {
      const j = await kirim('GET', jalur, { cookie: kue, accept: 'text/html',
        'accept-encoding': 'gzip' });
      assert.equal(j.status, 200, jalur);
      const gzip = j.headers['content-encoding'] === 'gzip';
      return { bita: j.isi.length + JSON.stringify(j.headers).length,
        isi: j.isi.length,
        teks: (gzip ? gunzipSync(j.isi) : j.isi).toString('utf8') };
    };
    const halaman = await ambil('/beranda');
    const aset = new Set([...halaman.teks.matchAll(
      /(?:src|href)="(\/aset\/[^"#]+)/g)].map((x) => x[1]));
    let semua = halaman.bita;
    for (const a of aset) semua += (await ambil(a)).bita;
    t.diagnostic(`${semua} bytes in ${1 + aset.size} files`);
    assert.ok(aset.size >= 3);
    assert.ok(semua <= HALAMAN_PERTAMA_MAKS, `${semua} bytes`);

    let js = 0;
    for (const f of readdirSync(join(akar, 'htdocs', 'aset'))) {
      if (/\.css$/.test(f))
        assert.ok((await ambil(`/aset/${f}`)).isi <= CSS_MAKS, f);
      if (/\.js$/.test(f)) js += (await ambil(`/aset/${f}`)).isi;
    }
    assert.ok(js <= JS_MAKS, `${js} bytes of scripts`);
  });
