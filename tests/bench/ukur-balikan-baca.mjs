// ukur-balikan-baca.mjs - files of data balikan, read and judged (B-07, B-19):
// CSV in MB/s of one core, workbooks beside Python's openpyxl, and the memory
// of both processes.  Part of `make bench` (ukur.mjs).

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { akar, dirVar } from '../http/bantu.mjs';
import { goal, PUTARAN, tengah, tulis } from './alat.mjs';

const bangun = process.env.SIFILMA_BANGUN || akar;
const BARIS = Number(process.env.BENCH_BALIKAN || 1000000);
const alat = join(bangun, 'tests', 'bench', 'balikan-baca');

// As a program that takes the values would: rows as they come, nothing kept.
const PYTHON = `
import resource, sys, openpyxl
n = 0
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(
        values_only=True):
    n += 1
r = resource.getrusage(resource.RUSAGE_SELF)
print(n - 1, r.ru_utime + r.ru_stime, r.ru_maxrss)
`;

function kami(berkas) {
  const [baris, bita, induk, anak, rssInduk, rssAnak] = execFileSync(alat,
    ['ukur', berkas], { encoding: 'utf8', env: { ...process.env,
      SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') } }).trim().split(' ')
    .map(Number);
  return { baris, bita, cpu: induk + anak, rssInduk, rssAnak };
}

function python(berkas) {
  const p = spawnSync('/usr/bin/python3', ['-c', PYTHON, berkas],
    { encoding: 'utf8' });
  if (p.status !== 0) return null;
  const [baris, cpu, rss] = p.stdout.trim().split(' ').map(Number);
  return { baris, cpu, rss };
}

export function balikanBaca() {
  const folder = join(dirVar, 'balikan-baca');
  const kecil = join(folder, 'kecil');
  mkdirSync(kecil, { recursive: true });
  execFileSync(alat, ['buat', folder, String(BARIS)]);
  execFileSync(alat, ['buat', kecil, String(Math.min(BARIS, 300000))]);
  tulis(`Files of data balikan, ${BARIS} rows: processor time of parent and ` +
    'child together, peak memory of each');
  const hasil = {};
  for (let i = 0; i < PUTARAN; i++)
    for (const nama of ['data.csv', 'data.csv.gz', 'sebaris.xlsx',
      'bersama.xlsx'])
      (hasil[nama] ??= []).push(kami(join(folder, nama)));
  const isi = hasil['data.csv'][0].bita;
  for (const [nama, h] of Object.entries(hasil)) {
    const cpu = tengah(h.map((x) => x.cpu));
    const teks = nama.endsWith('xlsx') ? '' :
      `, ${(isi / cpu / 1e6).toFixed(0)} MB/s of text`;
    tulis(`  ${nama.padEnd(13)} ${(h[0].baris / cpu / 1000).toFixed(0)
      .padStart(5)} thousand rows/s${teks}; ${
      (h[0].rssInduk / 1024).toFixed(1)} + ${
      (Math.max(...h.map((x) => x.rssAnak)) / 1024).toFixed(1)} MB`);
  }
  const laju = tengah(hasil['data.csv'].map((x) => isi / x.cpu / 1e6));
  goal('checking a CSV, MB/s of one core', laju.toFixed(0), laju >= 150,
    '>= 150');
  const kb = Math.max(...['sebaris.xlsx', 'bersama.xlsx'].flatMap((n) =>
    hasil[n].map((x) => x.rssAnak)));
  goal(`memory of the reader, XLSX of ${BARIS} rows`,
    `${(kb / 1024).toFixed(1)} MB`, kb <= 16 * 1024, '<= 16 MB');
  const nisbah = [];
  for (let i = 0; i < PUTARAN; i++) {
    const p = python(join(kecil, 'sebaris.xlsx'));
    if (!p) {
      tulis('  without python3-openpyxl nothing to compare with');
      break;
    }
    const k = kami(join(kecil, 'sebaris.xlsx'));
    nisbah.push((k.baris / k.cpu) / (p.baris / p.cpu));
    if (i === 0)
      tulis(`  openpyxl, read only: ${(p.baris / p.cpu / 1000).toFixed(1)
      } thousand rows/s, ${(p.rss / 1024).toFixed(0)} MB`);
  }
  if (nisbah.length > 0) {
    const r = tengah(nisbah);
    goal('rows/s of an XLSX, checked / openpyxl, unchecked', r.toFixed(1),
      r >= 15, '>= 15');
  }
  rmSync(folder, { recursive: true });
  tulis();
}
