// ukur.mjs - the measuring of `make bench`; tests/bench/jalankan has made and
// started everything.  Numbers of one run belong together, those of two runs
// or machines do not: hence ratios.

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { akar, alamat, demo, dirVar, kirim, Orang, sql } from
  '../http/bantu.mjs';

const PUTARAN = Number(process.env.BENCH_PUTARAN || 5);
const DETIK = Number(process.env.BENCH_DETIK || 2);
const MEMORI = Number(process.env.BENCH_MEMORI || 100000);
const SAMBUNGAN = 8;
const bangun = process.env.SIFILMA_BANGUN || akar;

const baris = [];
function tulis(teks = '') {
  baris.push(teks);
  console.log(teks);
  writeFileSync(join(dirVar, 'hasil.txt'), `${baris.join('\n')}\n`);
}

const tengah = (x) => {
  const y = [...x].sort((a, b) => a - b);
  return y.length % 2 ? y[(y.length - 1) / 2] :
    (y[y.length / 2 - 1] + y[y.length / 2]) / 2;
};

/** One line of the list of goals. */
const tujuan = [];
function goal(nama, hasil, tercapai, target) {
  tujuan.push(`  ${tercapai ? 'reached' : 'MISSED '}  ${nama}: ${hasil} ` +
    `(goal ${target})`);
}

// ---- processes and their time ----------------------------------------------

function anakDari(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
      .split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

const layanan = (nama) => anakDari(readFileSync(join(dirVar, 'run',
  `${nama}.jaga`), 'utf8').trim());

/** Microseconds of the processor that pids have used. */
function cpu(pids) {
  let detak = 0;
  for (const p of pids) {
    const s = readFileSync(`/proc/${p}/stat`, 'utf8');
    const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
    detak += Number(f[11]) + Number(f[12]);
  }
  return detak * 10000;
}

/** A program's copies that serve. */
const pelayan = (nama) => layanan(nama).flatMap(anakDari);

const nginx = layanan('nginx').flatMap(anakDari);
const basis = layanan('basis');

// ---- load ----------------------------------------------------------------------

function wrk(jalur, { kue = '', detik = DETIK, lua = null,
  sambungan = SAMBUNGAN } = {}) {
  const a = ['-t1', `-c${sambungan}`, `-d${detik}s`, '--timeout', '30s'];
  if (kue) a.push('-H', `Cookie: ${kue}`);
  if (lua) a.push('-s', lua);
  const r = spawnSync('wrk', [...a, `${alamat}${jalur}`],
    { encoding: 'utf8' });
  const n = Number(r.stdout.match(/(\d+) requests in/)?.[1] || 0);
  const galat = /Non-2xx or 3xx responses: (\d+)/.exec(r.stdout);
  if (galat) throw new Error(`${jalur}: ${galat[1]} of ${n} failed`);
  return { n, laju: Number(r.stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]) };
}

/** Variants in turn: { name: { laju, app, nginx, db, jumlah } } (medians). */
function bergantian(ragam, putaran = PUTARAN) {
  const semua = {};
  for (const r of ragam) {
    semua[r.nama] = [];
    wrk(r.jalur, { ...r, detik: 1 });
  }
  for (let i = 0; i < putaran; i++)
    for (const r of ragam) {
      const app = r.app();
      const awal = [cpu(app), cpu(nginx), cpu(basis)];
      const { n, laju } = wrk(r.jalur, r);
      const c = [cpu(app), cpu(nginx), cpu(basis)]
        .map((x, k) => (x - awal[k]) / n);
      semua[r.nama].push({ laju, app: c[0], nginx: c[1], db: c[2],
        jumlah: c[0] + c[1] + c[2] });
    }
  const hasil = {};
  for (const [nama, x] of Object.entries(semua)) {
    hasil[nama] = { mentah: x };
    for (const k of ['laju', 'app', 'nginx', 'db', 'jumlah'])
      hasil[nama][k] = tengah(x.map((y) => y[k]));
  }
  return hasil;
}

/** Median of the ratios of each round. */
const rasio = (h, atas, bawah, apa = 'laju') => tengah(h[atas].mentah
  .map((x, i) => x[apa] / h[bawah].mentah[i][apa]));

function tabel(h) {
  tulis('                       requests/s   CPU µs per request');
  tulis('                                    app    nginx  db     sum');
  for (const [nama, x] of Object.entries(h))
    tulis(`  ${nama.padEnd(20)} ${x.laju.toFixed(0).padStart(9)}    ` +
      [x.app, x.nginx, x.db, x.jumlah].map((y) => y.toFixed(0).padStart(5))
        .join('  '));
}

// ---- measures --------------------------------------------------------------------

const admin = await Orang.masuk(demo('admin'));
const kue = [...admin.kue].map(([n, v]) => `${n}=${v}`).join('; ');
const php = process.env.BENCH_PID_PHP ?
  () => anakDari(process.env.BENCH_PID_PHP) : null;
const DAFTAR = '/permintaan?status=diterima';

async function ukuran(jalur) {
  const j = await kirim('GET', jalur, { cookie: kue, accept: 'text/html' });
  if (j.status !== 200) throw new Error(`${jalur}: ${j.status}`);
  return j.isi.length;
}

async function daftar() {
  const bita = await ukuran(DAFTAR);
  const berkas = join(dirVar, 'htdocs', 'aset', 'bench.txt');
  writeFileSync(berkas, Buffer.alloc(bita, 'x'));
  const ragam = [
    { nama: 'static file', jalur: '/aset/bench.txt', app: () => [] },
    { nama: 'FastCGI hello', jalur: '/_bench/halo',
      app: () => anakDari(process.env.BENCH_PID_HALO) },
    { nama: 'two queries', jalur: '/_bench/dua', kue,
      app: () => anakDari(process.env.BENCH_PID_DUA) },
    { nama: 'ours', jalur: DAFTAR, kue, app: () => pelayan('permintaan') },
    { nama: 'ours, page 1600', jalur: `${DAFTAR}&setelah=${jauh()}&dari=40001`,
      kue, app: () => pelayan('permintaan') }];
  if (php)
    ragam.push({ nama: 'PHP, emulated', jalur: `/_bench/php?status=diterima`,
      kue, app: php },
    { nama: 'PHP, native', jalur: '/_bench/php-asli?status=diterima', kue,
      app: php });
  tulis(`List of requests: 25 of 100 000 rows, filter, session; ` +
    `${bita} bytes${php ? `, PHP's ${await ukuran(
      '/_bench/php?status=diterima')}` : ''}`);
  const h = bergantian(ragam);
  tabel(h);
  const dua = rasio(h, 'ours', 'two queries', 'jumlah');
  goal('CPU of the list page / two queries', dua.toFixed(2), dua <= 1.35,
    '<= 1.35');
  if (php) {
    const em = rasio(h, 'ours', 'PHP, emulated');
    goal('requests/s of the list page / PHP emulated', em.toFixed(2),
      em >= 1.5, '>= 1.5');
    tulis(`  ours / PHP: emulated ${em.toFixed(2)}, native ${
      rasio(h, 'ours', 'PHP, native').toFixed(2)} (requests/s)`);
  }
  tulis();
}

/** Cursor of a row far down the list. */
function jauh() {
  const [id, waktu] = sql(`SELECT id, dibuat FROM permintaan
    WHERE status = 'diterima' ORDER BY dibuat DESC, id DESC
    LIMIT 1 OFFSET 40000`)[0];
  return encodeURIComponent(`${id}~${waktu}`);
}

async function masuk() {
  const tamu = new Orang();
  await tamu.get('/login');
  const a = demo('pengguna');
  const badan = new URLSearchParams({ csrf: tamu.csrf, username: a.username,
    sandi: a.sandi }).toString();
  const lua = join(dirVar, 'masuk.lua');
  writeFileSync(lua, `wrk.method = "POST"
wrk.body = ${JSON.stringify(badan)}
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
`);
  const ragam = [{ nama: 'ours', jalur: '/login', lua, sambungan: 2,
    kue: [...tamu.kue].map(([n, v]) => `${n}=${v}`).join('; '),
    app: () => pelayan('login') }];
  if (php)
    ragam.push({ nama: 'PHP', jalur: '/_bench/php-masuk', lua, sambungan: 2,
      app: php });
  tulis('Signing in (argon2id, 64 MiB)');
  const h = bergantian(ragam);
  tabel(h);
  if (php)
    tulis(`  ours / PHP password_verify: ${rasio(h, 'ours', 'PHP')
      .toFixed(2)} (requests/s)`);
  tulis();
}

async function verifikasi() {
  const kode = sql(`SELECT kode FROM dokumen WHERE status = 'berlaku'
    AND kode IS NOT NULL LIMIT 1`)[0]?.[0];
  if (!kode) {
    tulis('Verification page: no signed document\n');
    return;
  }
  const h = bergantian([
    { nama: 'list', jalur: DAFTAR, kue, app: () => pelayan('permintaan') },
    { nama: 'verification', jalur: `/verifikasi/${kode}`,
      app: () => pelayan('verifikasi') }]);
  tulis('Verification page beside the list page');
  tabel(h);
  const r = rasio(h, 'verification', 'list');
  goal('requests/s of the verification page / list page', r.toFixed(2),
    r >= 0.9, '>= 0.9');
  tulis();
}

function dokumen() {
  const alat = join(bangun, 'tests', 'bench', 'dokumen-laju');
  const kunci = join(dirVar, 'kunci');
  const pejabat = demo('pejabat').username;
  const ukur = (apa, kartu) => tengah(Array.from({ length: PUTARAN },
    () => Number(execFileSync(alat, [apa, String(DETIK), String(kartu),
      join(akar, 'xslt', 'dokumen', 'bast.xsl'),
      join(kunci, 'tanda-tangan', `${pejabat}.pem`), join(kunci, 'ca.pem')],
    { encoding: 'utf8', env: { ...process.env,
      SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') } }))));
  const satu = ukur('bast', 3);
  const banyak = ukur('bast', 250);
  const qr = ukur('qr', 0);
  const manifes = ukur('manifes', 0);
  tulis('Documents per second of one core');
  tulis(`  BAST of 3 cards, signed and verified    ${satu.toFixed(1)}`);
  tulis(`  BAST of 250 cards, signed and verified  ${banyak.toFixed(1)}`);
  tulis(`  QR code as a vector path                ${qr.toFixed(0)}`);
  tulis(`  manifest, signed and verified           ${manifes.toFixed(0)}`);
  tulis();
  goal('signed one-page letters per second and core', satu.toFixed(0),
    satu >= 100, '>= 100');
  goal('signed manifests per second and core', manifes.toFixed(0),
    manifes >= 2000, '>= 2000');
  goal('signed BAST of 250 cards per second and core', banyak.toFixed(1),
    banyak >= 15, '>= 15');
}

/** Private bytes of each process, in KB. */
const pribadi = (pids) => pids.map((p) => {
  const s = readFileSync(`/proc/${p}/smaps_rollup`, 'utf8');
  return [...s.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)]
    .reduce((n, x) => n + Number(x[1]), 0);
});

function memori() {
  const pids = pelayan('permintaan');
  const titik = [];
  let n = 0;
  const lebih = (sampai) => {
    while (n < sampai) n += wrk(DAFTAR, { kue, detik: 10 }).n;
    titik.push([n, Math.max(...pribadi(pids))]);
  };
  tulis('Private memory of a process of the list, the larger one');
  lebih(1000);
  lebih(MEMORI / 2);
  lebih(MEMORI);
  for (const [jumlah, kb] of titik)
    tulis(`  after ${String(jumlah).padStart(8)} requests: ${kb} KB`);
  const [a, z] = [titik[1], titik[2]];
  const landai = (z[1] - a[1]) / (z[0] - a[0]) * 1e6;
  tulis(`  slope: ${landai.toFixed(0)} KB per 1 000 000 requests`);
  tulis();
  goal('private memory of a process', `${(z[1] / 1024).toFixed(1)} MB`,
    z[1] <= 3072, '<= 3 MB');
  goal('growth per 1 000 000 requests', `${landai.toFixed(0)} KB`,
    Math.abs(landai) < 512, 'flat');
}

// ---- all of it --------------------------------------------------------------------

tulis(`SI-FILMA bench, ${new Date().toISOString()}, ${cpus().length} × ` +
  `${cpus()[0].model}; load before: ${readFileSync('/proc/loadavg', 'utf8')
    .split(' ')[0]}; ${PUTARAN} rounds of ${DETIK} s`);
tulis('Numbers of another run or machine cannot be compared, ratios can.');
tulis();
for (const [apa, kerja] of [['list', daftar], ['sign-in', masuk],
  ['verification', verifikasi], ['documents', dokumen], ['memory', memori]]) {
  try {
    await kerja();
  } catch (e) {
    tulis(`${apa}: not measured: ${e.message}\n`);
  }
}
const mulai = Number(process.env.BENCH_MULAI);
const lagi = Number(process.env.BENCH_MULAI_LAGI);
tulis(`Start: from nothing to the first page ${mulai} s (the demo's year: ` +
  `${process.env.BENCH_MULAI_DEMO} s more), again ${lagi} s`);
tulis();
goal('suite from nothing to the first page', `${mulai} s`, mulai <= 10,
  '<= 10 s');
goal('second start', `${lagi} s`, lagi <= 3, '<= 3 s');
tulis('Goals (instructions, rows read and bytes are in make check):');
for (const t of tujuan) tulis(t);
