// alat.mjs - what the measuring of `make bench` is done with: load by wrk, time
// of the processor, medians and ratios, and the report.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alamat, demo, dirVar, Orang } from '../http/bantu.mjs';

export const PUTARAN = Number(process.env.BENCH_PUTARAN || 5);
export const DETIK = Number(process.env.BENCH_DETIK || 2);
const SAMBUNGAN = 8;

const baris = [];
export function tulis(teks = '') {
  baris.push(teks);
  console.log(teks);
  writeFileSync(join(dirVar, 'hasil.txt'), `${baris.join('\n')}\n`);
}

export const tengah = (x) => {
  const y = [...x].sort((a, b) => a - b);
  return y.length % 2 ? y[(y.length - 1) / 2] :
    (y[y.length / 2 - 1] + y[y.length / 2]) / 2;
};

/** One line of the list of goals. */
export const tujuan = [];
export function goal(nama, hasil, tercapai, target) {
  tujuan.push(`  ${tercapai ? 'reached' : 'MISSED '}  ${nama}: ${hasil} ` +
    `(goal ${target})`);
}

// ---- processes and their time ----------------------------------------------

export function anakDari(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
      .split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

export const layanan = (nama) => anakDari(readFileSync(join(dirVar, 'run',
  `${nama}.jaga`), 'utf8').trim());

/** Microseconds of the processor that pids have used. */
export function cpu(pids) {
  let detak = 0;
  for (const p of pids) {
    const s = readFileSync(`/proc/${p}/stat`, 'utf8');
    const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
    detak += Number(f[11]) + Number(f[12]);
  }
  return detak * 10000;
}

/** A program's copies that serve. */
export const pelayan = (nama) => layanan(nama).flatMap(anakDari);

export const nginx = layanan('nginx').flatMap(anakDari);
export const basis = layanan('basis');

// ---- load ----------------------------------------------------------------------

export function wrk(jalur, { kue = '', detik = DETIK, lua = null,
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
export function bergantian(ragam, putaran = PUTARAN) {
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
export const rasio = (h, atas, bawah, apa = 'laju') => tengah(h[atas].mentah
  .map((x, i) => x[apa] / h[bawah].mentah[i][apa]));

export function tabel(h) {
  tulis('                       requests/s   CPU µs per request');
  tulis('                                    app    nginx  db     sum');
  for (const [nama, x] of Object.entries(h))
    tulis(`  ${nama.padEnd(20)} ${x.laju.toFixed(0).padStart(9)}    ` +
      [x.app, x.nginx, x.db, x.jumlah].map((y) => y.toFixed(0).padStart(5))
        .join('  '));
}

/** Cookies of somebody signed in, as a header has them. */
export const kueDari = (o) => [...o.kue].map(([n, v]) => `${n}=${v}`)
  .join('; ');

// The page that others are compared with, as an admin sees it.
export const admin = await Orang.masuk(demo('admin'));
export const kue = kueDari(admin);
export const DAFTAR = '/permintaan?status=diterima';
