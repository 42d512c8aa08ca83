// tahan-bantu.mjs - what the tests that kill things share: a suite of their
// own, because others would not like theirs killed, people who press "send"
// again until there is an answer, and whom to kill.  What must be true
// afterwards is told by tahan.mjs and tahan-aktivasi.mjs.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync,
  writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROSES = 2; // processes of a program, as nginx/suite starts them
const SABAR_MS = 30000; // how long somebody presses "send" again

export const akar = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const suite = join(akar, 'nginx', 'suite');
const induk = process.env.SIFILMA_VAR || join(akar, 'var');

/** The suite at hand: dir its folder, b bantu.mjs of it, ditjen the Ditjen's
 * id there.  utuh: no test has failed, so nothing need be kept. */
export const rumah = { dir: null, b: null, ditjen: 0, utuh: false };

/** The load so far: answered, sent again after a 503 or a broken connection,
 * given up (whether they acted is unknown). */
export const hitung = { terkirim: 0, ulang: 0, putus: 0 };

export function jalankan(cara, lain = {}) {
  const env = { ...process.env, SIFILMA_VAR: rumah.dir,
    SIFILMA_TANPA_DEMO: 'ya', SIFILMA_TANPA_WILAYAH: 'ya',
    SIFILMA_PROSES: `${PROSES} login=4`, ...lain };
  delete env.SIFILMA_PORT;
  delete env.SIFILMA_UJI;
  return execFileSync(suite, [].concat(cara), { env, encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Start it in a folder of that name; bantu.mjs of it is the answer.  It has
 * one account, the first admin, with a password others may copy. */
export async function mulai(nama) {
  rumah.dir = join(induk, nama);
  try { jalankan('stop'); } catch { /* nothing ran */ }
  rmSync(rumah.dir, { recursive: true, force: true });
  mkdirSync(rumah.dir, { recursive: true });
  jalankan('start');
  // One account of the suite that made us be, with its password's hash.
  const baris = readFileSync(join(induk, 'accounts.tsv'), 'utf8').split('\n')
    .find((x) => x && !x.startsWith('#') && !x.startsWith('username\t'));
  const [username] = baris.split('\t');
  const hash = execFileSync(suite, ['sql', '--batch', '--raw',
    '--skip-column-names', '-e',
    `SELECT sandi FROM akun WHERE username = '${username}'`],
  { env: { ...process.env, SIFILMA_VAR: induk }, encoding: 'utf8' }).trim();
  writeFileSync(join(rumah.dir, 'accounts.tsv'), `${baris}\n`);
  process.env.SIFILMA_VAR = rumah.dir;
  process.env.SIFILMA_ALAMAT = readFileSync(join(rumah.dir, 'address'),
    'utf8');
  const b = await import('./bantu.mjs');
  rumah.b = b;
  // What is tried here is not the second factor.
  b.sql(`UPDATE pengaturan SET nilai = 'tidak'
    WHERE nama LIKE 'faktor_wajib%'`);
  rumah.ditjen = b.lembagaBaru('ditjen');
  b.sql(`INSERT INTO akun (username, nama, sandi, peran, lembaga_id, email,
    telepon, alamat, kota, provinsi, status, dibuat) VALUES
    (${b.q(username)}, 'Admin Uji', ${b.q(hash)}, 'admin', ${rumah.ditjen},
    'admin@uji.example', '0812', 'Jalan Uji', 'Kota', 'Provinsi', 'aktif',
    UTC_TIMESTAMP(3))`);
  rumah.utuh = true;
  return b;
}

/** Somebody signed in, who remembers the token of his session himself. */
export async function masuk(akun) {
  const o = await rumah.b.Orang.masuk(akun);
  // A page in between may be an error page, which knows no session while the
  // database is away.
  o.csrfSesi = o.csrf;
  return o;
}

export function selesai() {
  try { jalankan('stop'); } catch { /* it had not started */ }
  // What is left tells why, when something went wrong.
  if (rumah.utuh) rmSync(rumah.dir, { recursive: true, force: true });
}

/** Run f; when it fails, the folder is kept. */
export async function jaga(f) {
  try {
    await f();
  } catch (e) {
    rumah.utuh = false;
    throw e;
  }
}

// ---- a load that forgets nothing it was told -------------------------------

export class Menyerah extends Error {}

export const tidur = (ms) => new Promise((r) => { setTimeout(r, ms); });

/**
 * Do it until there is an answer, with the same key each time, as a person
 * would; but one in ten gives up at the first failure.
 */
export async function gigih(kerja, bolehMenyerah = true) {
  const akhir = Date.now() + SABAR_MS;
  for (;;) {
    let j = null;
    try {
      j = await kerja();
    } catch (e) {
      if (!e.code) throw e;
    }
    if (j && j.status !== 503) {
      assert.ok(j.status < 500, `${j.status}: ${j.teks.slice(0, 500)}`);
      hitung.terkirim++;
      return j;
    }
    if (bolehMenyerah && Math.random() < 0.1) {
      hitung.putus++;
      throw new Menyerah();
    }
    hitung.ulang++;
    assert.ok(Date.now() < akhir, 'no answer for too long');
    await tidur(30);
  }
}

export const baca = (siapa, jalur) => gigih(() => siapa.get(jalur));

export async function isi(siapa, jalur, isian, berkas = null,
  bolehMenyerah = true) {
  const form = { kunci: rumah.b.kunci(), csrf: siapa.csrfSesi, ...isian };
  const j = await gigih(() => siapa.post(jalur, form, berkas),
    bolehMenyerah);
  assert.equal(j.status, 303, `${jalur}: ${j.status} ${j.teks}`);
  return j;
}

/** So many stories at the same time, told again and again until `banyak`
 * requests were answered, while gangguan(jalan, sudah) disturbs them. */
export async function beban(banyak, pencerita, gangguan) {
  const mulai = hitung.terkirim;
  let jalan = true;
  const semua = pencerita.map(async (cerita) => {
    while (hitung.terkirim - mulai < banyak) {
      try {
        await cerita();
      } catch (e) {
        if (!(e instanceof Menyerah)) throw e;
      }
    }
  });
  const habis = Promise.all(semua).finally(() => { jalan = false; });
  await Promise.all([habis,
    gangguan(() => jalan, () => hitung.terkirim - mulai)]);
}

// ---- whom we kill ------------------------------------------------------------

const anakDari = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`,
  'utf8').trim().split(' ').filter(Boolean).map(Number);

/** The program itself, and its copies that serve. */
export function anak(nama) {
  try {
    const satu = anakDari(readFileSync(join(rumah.dir, 'run',
      `${nama}.jaga`), 'utf8').trim());
    return [...satu, ...satu.flatMap(anakDari)];
  } catch {
    return [];
  }
}

/** Kill one of its processes, or sometimes all: then nobody else answers. */
export function bunuh(nama) {
  const korban = anak(nama);
  for (const pid of Math.random() < 0.3 ? korban : korban.slice(0, 1))
    try { process.kill(pid, 'SIGKILL'); } catch { /* gone */ }
}

/** Milliseconds until jalur is answered again. */
export async function sampaiMenjawab(siapa, jalur) {
  const mulai = Date.now();
  for (;;) {
    try {
      const j = await siapa.get(jalur);
      if (j.status < 500) return Date.now() - mulai;
      assert.equal(j.status, 503, j.teks);
    } catch (e) {
      if (!e.code) throw e;
    }
    assert.ok(Date.now() - mulai < SABAR_MS, `${jalur} stays away`);
    await tidur(20);
  }
}

/** Half of them within the goal; the machine may be busy with other tests. */
export function cepat(waktu, batas, apa) {
  const urut = [...waktu].sort((x, y) => x - y);
  const tengah = urut[Math.floor((urut.length - 1) / 2)];
  console.log(`# ${apa}: ${urut.length} kills, back after ${tengah} ms ` +
    `(most: ${urut.at(-1)} ms; goal ${batas} ms)`);
  assert.ok(tengah <= batas, `${apa}: ${urut.join(' ')} ms`);
  assert.ok(urut.at(-1) <= 5 * batas, `${apa}: ${urut.join(' ')} ms`);
}

// ---- what must be true afterwards --------------------------------------------

/** rules: [[what, SQL that must find nothing], …]; then the counts that are
 * kept, and the files that rows refer to. */
export function utuhkah(aturan) {
  for (const [apa, teks] of aturan) {
    const r = rumah.b.sql(`SET SESSION sql_mode = ''; ${teks}`);
    assert.deepEqual(r.slice(0, 5), [], apa);
  }
  try {
    execFileSync(join(akar, 'sql', 'hitung-total'), { encoding: 'utf8',
      env: { ...process.env, SIFILMA_SQL: `${suite} sql` } });
  } catch (e) {
    assert.fail(`maintained counts differ:\n${e.stdout}${e.stderr}`);
  }
  // Every file that a row refers to is there, and is what it says.
  const simpanan = join(rumah.dir, 'simpanan');
  const perlu = rumah.b.sql(`SELECT DISTINCT sha256, ukuran FROM berkas
    UNION SELECT sha256, ukuran FROM dokumen WHERE sha256 IS NOT NULL`);
  for (const [sha, ukuran] of perlu)
    assert.equal(statSync(join(simpanan, sha.slice(0, 2), sha)).size,
      Number(ukuran), sha);
  for (const f of readdirSync(simpanan, { recursive: true })) {
    const nama = f.split('/').pop();
    if (!/^[0-9a-f]{64}$/.test(nama)) continue;
    assert.equal(createHash('sha256').update(readFileSync(
      join(simpanan, f))).digest('hex'), nama);
  }
}

/** A handler that fell over would have said so. */
export function gawat(nama) {
  const buruk = /ERROR|error|Assertion|memory is out|signal (?!9\b)\d+/;
  const biasa = /database(:| lost)|signal 9|killed/;
  for (const n of nama) {
    const log = readFileSync(join(rumah.dir, 'log', `${n}.log`), 'utf8')
      .split('\n').filter((x) => buruk.test(x) && !biasa.test(x));
    assert.deepEqual(log.slice(0, 5), [], n);
  }
}
