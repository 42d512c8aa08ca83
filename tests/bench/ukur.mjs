// ukur.mjs - the measuring of `make bench`; tests/bench/jalankan has made and
// started everything.  Numbers of one run belong together, those of two runs
// or machines do not: hence ratios.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { akar, demo, dirVar, kirim, Orang, sql } from '../http/bantu.mjs';
import { anakDari, bergantian, DAFTAR, DETIK, goal, kue, kueDari, pelayan,
  PUTARAN, rasio, tabel, tengah, tujuan, tulis, wrk } from './alat.mjs';
import { aktivasi } from './ukur-aktivasi.mjs';
import { ukurPesan } from './ukur-pesan.mjs';
import { laporan } from './ukur-laporan.mjs';
import { layananWeb } from './ukur-layanan.mjs';
import { balikanBaca } from './ukur-balikan-baca.mjs';
import { balikanMuat } from './ukur-balikan-muat.mjs';
import { ukurTabel } from './ukur-tabel.mjs';

const BAGIAN = (process.env.BENCH_BAGIAN || '').split(' ').filter(Boolean);
const MEMORI = Number(process.env.BENCH_MEMORI || 100000);
const bangun = process.env.SIFILMA_BANGUN || akar;

// ---- measures --------------------------------------------------------------------

const php = process.env.BENCH_PID_PHP ?
  () => anakDari(process.env.BENCH_PID_PHP) : null;

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
    kue: kueDari(tamu),
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
  ['verification', verifikasi], ['documents', dokumen],
  ['reports', laporan], ['activation', aktivasi], ['messages', ukurPesan],
  ['files', balikanBaca], ['load', balikanMuat], ['table', ukurTabel],
  ['web', layananWeb], ['memory', memori]]) {
  if (BAGIAN.length > 0 && !BAGIAN.includes(apa)) continue;
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
