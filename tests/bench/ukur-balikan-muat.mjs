// ukur-balikan-muat.mjs - a file of data balikan of a new institution, from the
// queue to its end (B-19): checked, sorted, loaded, noted for searching, counted;
// beside a bare LOAD DATA LOCAL INFILE of the same file into a table of the same
// definition and PHP in batches of 1 000; and the memory of the workers.  Part of
// `make bench` (ukur.mjs).

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { akar, akunBaru, dirVar, lembagaBaru, sql } from '../http/bantu.mjs';
import { anakDari, goal, layanan, PUTARAN, tengah, tulis } from './alat.mjs';

const BARIS = Number(process.env.BENCH_BALIKAN || 1000000);
const tidur = (ms) => new Promise((r) => { setTimeout(r, ms); });

/** Clean rows of NIKs in random order. */
function buat(berkas) {
  const urut = new Uint32Array(BARIS).map((_, i) => i);
  let benih = 20261122;
  for (let i = BARIS - 1; i > 0; i--) {
    benih = (Math.imul(benih, 1664525) + 1013904223) >>> 0;
    const k = Math.floor(benih / 4294967296 * (i + 1));
    [urut[i], urut[k]] = [urut[k], urut[i]];
  }
  const prov = sql(`SELECT kode FROM wilayah WHERE tingkat = 3
    ORDER BY kode LIMIT 8`).map(([x]) => x);
  const baris = ['NIK,NO_CIF,NO_HP'];
  for (const k of urut) {
    const dua = (n) => String(n).padStart(2, '0');
    baris.push(`${prov[k % prov.length]}${dua(k % 28 + 1)}${
      dua(Math.floor(k / 28) % 12 + 1)}${dua(Math.floor(k / 336) % 100)}${
      String(Math.floor(k / 33600) % 9999 + 1).padStart(4, '0')},CIF${
      String(k).padStart(9, '0')},+62812${String(k).padStart(8, '0')}`);
  }
  writeFileSync(berkas, `${baris.join('\n')}\n`);
}

function simpan(berkas) {
  const isi = readFileSync(berkas);
  const sha = createHash('sha256').update(isi).digest('hex');
  const folder = join(dirVar, 'simpanan', sha.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha), isi);
  return { sha, bytes: isi.length };
}

/** kB of all processes of the workers, their readers too. */
function memori() {
  let kb = 0;
  const semua = layanan('pekerja-balikan').flatMap((p) => [p,
    ...anakDari(p)]);
  for (const p of semua.flatMap((x) => [x, ...anakDari(x)])
    .filter((x, i, y) => y.indexOf(x) === i))
    try {
      kb += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(
        `/proc/${p}/smaps_rollup`, 'utf8'))[1]);
    } catch { /* it has ended */ }
  return kb;
}

/**
 * One file: seconds from its place in the queue to its end, as its row tells.
 * Who asks meanwhile takes from the two cores what the peers have for
 * themselves, so it is looked at seldom, and memory in a round of its own.
 */
async function kami({ sha, bytes }, lihatMemori = false) {
  const l = lembagaBaru('bhi-pusat');
  const akun = akunBaru('pengguna', l);
  sql(`INSERT INTO balikan_versi (lembaga_id, nomor, akun_id, dibuat)
    VALUES (${l}, 1, ${akun.id}, UTC_TIMESTAMP(3));
    SET @v = LAST_INSERT_ID();
    INSERT INTO balikan_ruas (versi_id, urutan, nama, jenis, panjang, wajib)
    VALUES (@v, 1, 'NO_CIF', 'teks', 20, 1),
    (@v, 2, 'NO_HP', 'telepon', 16, 0)`);
  const [[id]] = sql(`INSERT INTO balikan_kiriman (lembaga_id, akun_id, sumber,
    tanggal, status, nama, sha256, bytes, dibuat) VALUES (${l}, ${akun.id},
    'berkas', UTC_DATE(), 'antri', 'ukur.csv', '${sha}', ${bytes},
    UTC_TIMESTAMP(3)); SELECT LAST_INSERT_ID()`);
  let kb = 0;
  for (;;) {
    await tidur(lihatMemori ? 60 : 1000);
    if (lihatMemori) kb = Math.max(kb, memori());
    const [[status, baik]] = sql(`SELECT status, diterima = baris
      FROM balikan_kiriman WHERE id = ${id}`);
    if (status === 'selesai' && baik === '1') break;
    if (status === 'gagal') throw new Error('the file was refused');
  }
  const [detik, cek] = sql(`SELECT
    TIMESTAMPDIFF(MICROSECOND, dibuat, selesai) / 1e6,
    TIMESTAMPDIFF(MICROSECOND, mulai, mulai_muat) / 1e6
    FROM balikan_kiriman WHERE id = ${id}`)[0].map(Number);
  return { detik, kb, cek };
}

const kosongkan = () => sql(`DROP TABLE IF EXISTS balikan_polos;
  CREATE TABLE balikan_polos LIKE balikan`);

function polos(berkas) {
  kosongkan();
  const mulai = performance.now();
  execFileSync(join(akar, 'nginx', 'suite'), ['sql', '--local-infile=1', '-e',
    `LOAD DATA LOCAL INFILE '${berkas}' INTO TABLE balikan_polos
    FIELDS TERMINATED BY ',' LINES TERMINATED BY '\\n' IGNORE 1 LINES
    (nik, @a, @b) SET lembaga_id = 1, kiriman_id = 1,
    isi = CONCAT(@a, CHAR(31), @b)`]);
  return (performance.now() - mulai) / 1000;
}

function php(berkas) {
  kosongkan();
  const soket = readFileSync(join(dirVar, 'run', 'soket'), 'utf8').trim();
  const p = spawnSync('php', [join(akar, 'tests', 'bench', 'masukkan.php'),
    berkas, String(BARIS)], { encoding: 'utf8', env: { ...process.env,
    BENCH_DSN: `mysql:unix_socket=${soket}/basis.sock;dbname=sifilma`,
    BENCH_USER: process.env.USER || 'root' } });
  return p.status === 0 ? Number(p.stdout) : null;
}

export async function balikanMuat() {
  const berkas = join(dirVar, 'balikan-muat.csv');
  buat(berkas);
  const file = simpan(berkas);
  const h = { kami: [], polos: [], php: [], cek: [] };
  const { kb } = await kami(file, true);
  for (let i = 0; i < PUTARAN; i++) {
    const k = await kami(file);
    h.kami.push(BARIS / k.detik / 1000);
    h.cek.push(k.cek);
    h.polos.push(BARIS / polos(berkas) / 1000);
    const p = php(berkas);
    if (p) h.php.push(BARIS / p / 1000);
  }
  sql('DROP TABLE balikan_polos');
  rmSync(berkas);
  tulis(`Data balikan of a new institution, ${BARIS} rows in random order, ` +
    'thousand rows/s');
  tulis(`  queue to end  ${tengah(h.kami).toFixed(0)} (checking and sorting ${
    tengah(h.cek).toFixed(2)} s of it)`);
  tulis(`  LOAD DATA     ${tengah(h.polos).toFixed(0)}`);
  if (h.php.length > 0) tulis(`  PHP by 1 000  ${tengah(h.php).toFixed(0)}`);
  else tulis('  without php8.2-cli and php8.2-mysql no comparison with PHP');
  const nisbah = (x) => tengah(h.kami.map((y, i) => y / x[i]));
  goal('data balikan, all of it / bare LOAD DATA', nisbah(h.polos).toFixed(2),
    nisbah(h.polos) >= 2.2, '>= 2.2');
  if (h.php.length === PUTARAN)
    goal('data balikan / PHP in batches of 1 000', nisbah(h.php).toFixed(2),
      nisbah(h.php) >= 5, '>= 5');
  const mb = kb / 1024;
  goal('memory of all workers of data balikan', `${mb.toFixed(1)} MB`,
    mb <= 64, '<= 64 MB');
  tulis();
}
