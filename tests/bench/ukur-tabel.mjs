// ukur-tabel.mjs - the table of data balikan at twice the buffer pool (B-19):
// loading against an empty table, looking up a NIK against reading by primary
// key.  The database is tests/bench/tumbuh's own; its long runs and what they
// decided are in tests/bench/README.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { akar, dirVar } from '../http/bantu.mjs';
import { goal, tengah, tulis } from './alat.mjs';

export function ukurTabel() {
  const keluar = execFileSync(join(akar, 'tests/bench/tumbuh'), ['--singkat'],
    { encoding: 'utf8', env: { ...process.env,
      TUMBUH_VAR: join(dirVar, 'tumbuh') } });
  const angka = {};
  for (const b of keluar.trim().split('\n')) {
    const [nama, ...isi] = b.split(' ');
    (angka[nama] ??= []).push(isi.map(Number));
  }
  const apa = (nama, i) => tengah(angka[nama].map((x) => x[i]));
  const [kosong, penuh] = [apa('kosong', 0), apa('penuh', 0)];
  tulis('Data balikan: 3.2 M rows of 900 institutions, buffer pool 128 MB');
  tulis(`  a sorted file of 300 000 rows, with the index: ${kosong} rows/s ` +
    `into an empty table, ${penuh} into this one`);
  for (const [nama, teks] of [['NIK', 'a NIK through all institutions'],
    ['key', 'a row by its primary key      ']])
    tulis(`  ${teks}: p50 ${apa(nama, 0)} ms, p99 ${apa(nama, 1)} ms`);
  tulis();
  const rasio = tengah(angka.penuh.map((x, i) => x[0] / angka.kosong[i][0]));
  goal('loading at twice the buffer pool / empty', rasio.toFixed(2),
    rasio >= 0.8, '>= 0.8');
  goal('NIK through 900 institutions, p99 / p99 of a key',
    apa('ratio', 0).toFixed(1), apa('ratio', 0) <= 5, '<= 5');
}
