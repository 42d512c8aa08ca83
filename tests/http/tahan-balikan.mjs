// tahan-balikan.mjs - files of data balikan while workers and the database are
// killed, the disk is full, a file is cut off under its reader: every row
// counts once, and the table is what a simple model says.  Proves B-09, B-10.
//
// A few kills in `make check`, TAHAN_BALIKAN (200) in `make faults`.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync,
  truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { anak, gawat, jaga, jalankan, mulai, rumah, selesai, suite, tidur,
  utuhkah } from './tahan-bantu.mjs';

const BUNUH = Number(process.env.TAHAN_BALIKAN || 15);
const POTONGAN = 500;
let b, simpanan;

process.env.SIFILMA_BALIKAN_SEWA = '1';
process.env.SIFILMA_BALIKAN_POTONGAN = String(POTONGAN);

const uji = (nama, f) => test(nama, () => jaga(f));

before(async () => {
  b = await mulai('tahan-balikan');
  simpanan = join(rumah.dir, 'simpanan');
  b.sql(`INSERT IGNORE INTO wilayah (kode, nama) VALUES ('31', 'Uji'),
    ('3171', 'Uji'), ('317101', 'Uji')`);
});
after(() => {
  delete process.env.SIFILMA_BALIKAN_SEWA;
  delete process.env.SIFILMA_BALIKAN_POTONGAN;
  selesai();
});

const angka = (teks) => Number(b.sql(teks)[0][0]);

/** Which rule must find nothing. */
const aturan = [
  ['a file that is done has counted each of its rows', `SELECT id
    FROM balikan_kiriman WHERE status = 'selesai'
    AND diterima + diperbarui + tetap + ditolak <> baris`],
  ['rows of an institution', `SELECT l.lembaga_id FROM balikan_lembaga l
    WHERE l.baris <> (SELECT COUNT(*) FROM balikan b
    WHERE b.lembaga_id = l.lembaga_id)`],
  ['parts of what is done are done', `SELECT p.kiriman_id
    FROM balikan_potongan p JOIN balikan_kiriman k ON k.id = p.kiriman_id
    WHERE k.status = 'selesai' AND p.status <> 'selesai'`],
  ['nothing of what was taken back', `SELECT b.nik FROM balikan b
    JOIN balikan_kiriman k ON k.id = b.kiriman_id
    WHERE k.status IN ('batal', 'gagal', 'diurungkan')`],
];

// ---- an institution and what it must have ----------------------------------

function lembagaBaru() {
  const id = b.lembagaBaru('bhi-pusat');
  const akun = b.akunBaru('pengguna', id);
  b.sql(`INSERT INTO balikan_versi (lembaga_id, nomor, akun_id, dibuat)
    VALUES (${id}, 1, ${akun.id}, UTC_TIMESTAMP(3));
    INSERT INTO balikan_ruas (versi_id, urutan, nama, jenis, panjang, wajib)
    VALUES (LAST_INSERT_ID(), 1, 'NO_CIF', 'teks', 20, 0)`);
  return { id, akun, isi: new Map() };
}

let benih = 20261122;
function acak(n) {
  benih = (benih * 1103515245 + 12345) % 2147483648;
  return Math.floor(benih / 65536) % n;
}

const nik = (i) => `317101${String(i % 28 + 1).padStart(2, '0')}${
  String(Math.floor(i / 28) % 12 + 1).padStart(2, '0')}${
  String(Math.floor(i / 336) % 100).padStart(2, '0')}${
  String(Math.floor(i / 33600) + 1).padStart(4, '0')}`;

/** A file of so many rows over so many NIKs, some of them bad. */
function berkas(baris, niks, nilai) {
  const b = ['NIK,NO_CIF'];
  for (let i = 0; i < baris; i++)
    b.push(acak(100) === 0 ? '12,x' :
      `${nik((acak(32768) * 32768 + acak(32768)) % niks)},${
        acak(nilai)}`);
  return `${b.join('\n')}\n`;
}

/** What each of its rows is, in their order. */
function tiru(l, teks) {
  const h = { baris: 0, diterima: 0, diperbarui: 0, tetap: 0, ditolak: 0 };
  for (const x of teks.trimEnd().split('\n').slice(1)) {
    const [n, isi] = x.split(',');
    h.baris++;
    if (n.length !== 16) h.ditolak++;
    else if (!l.isi.has(n)) h.diterima++;
    else if (l.isi.get(n) === isi) h.tetap++;
    else h.diperbarui++;
    if (n.length === 16) l.isi.set(n, isi);
  }
  return h;
}

/** Into the store and the queue; its id. */
function kirim(l, teks, sewa = 'NULL') {
  const sha = createHash('sha256').update(teks).digest('hex');
  const folder = join(simpanan, sha.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha), teks);
  l.berkas = join(folder, sha);
  return angka(`INSERT INTO balikan_kiriman (lembaga_id, akun_id, sumber,
    tanggal, status, nama, sha256, bytes, sewa, dibuat) VALUES (${l.id},
    ${l.akun.id}, 'berkas', UTC_DATE(), 'antri', 'uji.csv', '${sha}',
    ${teks.length}, ${sewa}, UTC_TIMESTAMP(3)); SELECT LAST_INSERT_ID()`);
}

const status = (id) => b.sql(`SELECT status FROM balikan_kiriman
  WHERE id = ${id}`)[0][0];
const AKHIR = ['selesai', 'gagal', 'batal', 'diurungkan'];

async function tuntas(id, batas = 60000) {
  await b.tunggu(() => {
    try { return AKHIR.includes(status(id)); } catch { return false; }
  }, batas);
  return status(id);
}

/** The counts of a file are the model's, and the table is. */
function sama(l, id, h) {
  const [k] = b.sql(`SELECT baris, diterima, diperbarui, tetap, ditolak
    FROM balikan_kiriman WHERE id = ${id}`);
  assert.deepEqual(k.map(Number), [h.baris, h.diterima, h.diperbarui, h.tetap,
    h.ditolak]);
  tabel(l);
}

function tabel(l) {
  const ada = b.sql(`SELECT nik, CAST(isi AS CHAR) FROM balikan
    WHERE lembaga_id = ${l.id} ORDER BY nik`);
  const harus = [...l.isi].sort(([x], [y]) => (x < y ? -1 : 1));
  assert.equal(ada.length, harus.length);
  assert.deepEqual(ada, harus);
}

/** Table, history and days of an institution as one text. */
const foto = (l) => JSON.stringify([
  b.sql(`SELECT nik, kiriman_id, isi FROM balikan
    WHERE lembaga_id = ${l.id} ORDER BY nik`),
  b.sql(`SELECT nik, kiriman_id, diganti_id, isi FROM balikan_lama
    WHERE lembaga_id = ${l.id} ORDER BY nik, kiriman_id, diganti_id, urut`),
  b.sql(`SELECT SUM(diterima), SUM(diperbarui), SUM(tetap), SUM(ditolak)
    FROM balikan_harian WHERE lembaga_id = ${l.id}`),
]);

// ---- whom we kill ------------------------------------------------------------

/** Those that work: the copies, not who keeps them. */
const pekerja = () => anak('pekerja-balikan').slice(1);

/** Kill all of them; others come. */
function bunuhSemua() {
  for (const pid of pekerja())
    try { process.kill(pid, 'SIGKILL'); } catch { /* gone */ }
}

/** Kill at random until the file is done; how often it was not. */
async function rentetan(id, banyak) {
  let n = 0;
  while (n < banyak && !AKHIR.includes(status(id))) {
    await tidur(acak(250));
    if (acak(4) === 0) {
      bunuhSemua();
    } else {
      const p = pekerja();
      if (p.length > 0)
        try { process.kill(p[acak(p.length)], 'SIGKILL'); } catch { /* gone */ }
    }
    n++;
  }
  return n;
}

/** The same for ones that wait for a lock: the server would see only after the
 * wait (10 s) that nobody is there any more. */
function bunuhYangMenunggu() {
  const id = b.sql(`SELECT ID FROM information_schema.PROCESSLIST
    WHERE USER = 'sf_pekerja_balikan'`).map(([x]) => x);
  bunuhSemua();
  for (const x of id)
    try { b.sql(`KILL ${x}`); } catch { /* it was gone */ }
}

/** So many of them from now on. */
async function proses(n) {
  const f = join(rumah.dir, 'sifilma.conf');
  writeFileSync(f, readFileSync(f, 'utf8').replace(/balikan_proses =.*/,
    `balikan_proses = ${n}`));
  jalankan(['restart', 'pekerja-balikan']);
  await b.tunggu(() => pekerja().length === n);
}

/** A transaction that holds rows until it is let go. */
class Pegang {
  constructor(teks) {
    this.p = spawn(suite, ['sql', '-n', '-BN'], { env: { ...process.env,
      SIFILMA_VAR: rumah.dir }, stdio: ['pipe', 'pipe', 'inherit'] });
    this.ada = '';
    this.p.stdout.on('data', (d) => { this.ada += d; });
    this.p.stdin.write(`SET innodb_lock_wait_timeout = 30; START TRANSACTION;
      ${teks}; SELECT 'dipegang';\n`);
  }

  siap() {
    return b.tunggu(() => this.ada.includes('dipegang'), 30000);
  }

  lepas() {
    return new Promise((r) => {
      this.p.on('close', r);
      this.p.stdin.end('COMMIT;\n');
    });
  }
}

/** Transactions that wait for a lock: the workers', or (false) ours.  The
 * server tells what it has seen in the last tenth of a second again. */
const menunggu = (siapa) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  return angka(`SELECT COUNT(*)
  FROM information_schema.INNODB_TRX t
  JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
  WHERE t.trx_state = 'LOCK WAIT'
  AND (p.USER = 'sf_pekerja_balikan') = ${siapa}`);
};
const selesaiPotongan = (id) => angka(`SELECT COUNT(*) FROM balikan_potongan
  WHERE kiriman_id = ${id} AND status = 'selesai'`);

// ---- the tests ---------------------------------------------------------------

uji('B-10 killed before and after the commit of the check and of every part: ' +
  'each counts once', async () => {
  const l = lembagaBaru();
  // Something first, so that rows are replaced, too.
  const awal = berkas(1500, 2000, 50);
  const h0 = tiru(l, awal);
  const dulu = kirim(l, awal);
  await tuntas(dulu);
  sama(l, dulu, h0);
  await proses(1);
  const teks = berkas(6000, 4000, 50);
  const id = kirim(l, teks, 'UTC_TIMESTAMP(3) + INTERVAL 1 HOUR');
  const h = tiru(l, teks);
  // All that counts is written together with the file's row, last.  Whoever
  // holds the row has the worker wait there; who holds it next is queued
  // before it is let go, so only one step is done between.
  let ujung = new Pegang(`UPDATE balikan_kiriman SET sewa = NULL
    WHERE id = ${id}`);
  const satuLangkah = async () => {
    const lain = new Pegang(`SELECT id FROM balikan_kiriman WHERE id = ${id}
      FOR UPDATE`);
    await b.tunggu(() => menunggu(false) > 0);
    await ujung.lepas();
    ujung = lain;
    await ujung.siap();
  };
  const sampaiUjung = () => b.tunggu(() => menunggu(true) > 0, 20000);
  try {
    await ujung.siap();
    await satuLangkah();
    await sampaiUjung(); // it is about to take the file
    await satuLangkah();
    await sampaiUjung(); // all is checked, nothing committed
    bunuhYangMenunggu();
    assert.deepEqual([status(id), angka(`SELECT COUNT(*) FROM balikan_potongan
      WHERE kiriman_id = ${id}`)], ['periksa', 0]);
    await sampaiUjung(); // the next one takes it
    await satuLangkah();
    await sampaiUjung();
    await satuLangkah(); // the check is committed
    bunuhSemua();
    assert.equal(status(id), 'muat');
    const semua = angka(`SELECT COUNT(*) FROM balikan_potongan
      WHERE kiriman_id = ${id}`);
    assert.ok(semua >= 6, `${semua} parts`);
    for (let n = 0; n < semua; n++) {
      const sebelum = foto(l);
      await sampaiUjung(); // loaded, counted, marked, not committed
      assert.equal(selesaiPotongan(id), n);
      bunuhYangMenunggu();
      assert.equal(selesaiPotongan(id), n);
      assert.equal(foto(l), sebelum);
      await sampaiUjung();
      await satuLangkah(); // committed
      bunuhSemua();
      assert.equal(selesaiPotongan(id), n + 1);
    }
  } finally {
    await ujung.lepas();
  }
  assert.equal(status(id), 'selesai');
  sama(l, id, h);
  utuhkah(aturan);
  await proses(3);
});

uji(`B-10 workers killed ${BUNUH} times at random, checking, loading, taking ` +
  'back', async () => {
  const l = lembagaBaru();
  let n = 0, putaran = 0;
  while (n < BUNUH) {
    const teks = berkas(20000, putaran % 2 ? 3000 : 30000, 30);
    const sebelum = foto(l), isi = new Map(l.isi);
    const id = kirim(l, teks);
    const h = tiru(l, teks);
    n += await rentetan(id, BUNUH);
    assert.equal(await tuntas(id), 'selesai');
    sama(l, id, h);
    // Every second one is taken back, by the same way.
    if (putaran % 2 === 1) {
      b.sql(`UPDATE balikan_kiriman SET status = 'urung', urung_oleh =
        ${l.akun.id}, urung_nik = NULL WHERE id = ${id}`);
      n += await rentetan(id, BUNUH);
      assert.equal(await tuntas(id), 'diurungkan');
      l.isi = isi;
      assert.equal(foto(l), sebelum);
      tabel(l);
    }
    putaran++;
    utuhkah(aturan);
  }
  console.log(`# ${n} kills over ${putaran} files`);
  gawat(['pekerja-balikan']);
});

uji('B-10 the database killed in the middle of a part', async () => {
  const l = lembagaBaru();
  for (let i = 0; i < Math.max(2, BUNUH / 20); i++) {
    const teks = berkas(30000, 20000, 30);
    const id = kirim(l, teks);
    const h = tiru(l, teks);
    if (i % 2 === 0)
      await b.tunggu(() => status(id) === 'muat' || status(id) === 'selesai');
    await tidur(acak(300));
    process.kill(anak('basis')[0], 'SIGKILL');
    assert.equal(await tuntas(id, 90000), 'selesai');
    sama(l, id, h);
    utuhkah(aturan);
  }
});

uji('B-10 no room for sorting: the file waits, and is done when there is',
  async () => {
    const l = lembagaBaru();
    const kerja = join(simpanan, 'balikan');
    mkdirSync(kerja, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', kerja],
        { stdio: 'ignore' });
    } catch {
      console.log('# no small file system can be made here: left out');
      return;
    }
    let id, h;
    try {
      const teks = berkas(40000, 30000, 30);
      id = kirim(l, teks);
      h = tiru(l, teks);
      await b.tunggu(() => angka(`SELECT sewa > UTC_TIMESTAMP(3) + INTERVAL 5
        SECOND FROM balikan_kiriman WHERE id = ${id}`) === 1);
      assert.ok(['antri', 'periksa'].includes(status(id)));
      assert.deepEqual(b.sql(`SELECT COUNT(*) FROM balikan
        WHERE lembaga_id = ${l.id}`), [['0']]);
    } finally {
      bunuhSemua();
      await tidur(100);
      execFileSync('umount', ['-l', kerja]);
    }
    assert.equal(await tuntas(id), 'selesai');
    sama(l, id, h);
  });

uji('B-10 a file cut off or changed under its reader: counted as it is, or ' +
  'not at all', async () => {
  const l = lembagaBaru();
  let gagal = 0;
  for (let i = 0; i < Math.max(4, BUNUH / 20); i++) {
    const teks = berkas(120000, 30000, 1000);
    const dulu = new Map(l.isi);
    const id = kirim(l, teks);
    const h = tiru(l, teks);
    await b.tunggu(() => status(id) !== 'antri');
    await tidur(acak(60));
    if (i % 2 === 0) truncateSync(l.berkas, Math.floor(teks.length / 3));
    else writeFileSync(l.berkas, teks.replace(/,\d\n/g, ',0\n'));
    if (await tuntas(id) === 'selesai') {
      sama(l, id, h); // it was read before
    } else {
      gagal++;
      assert.equal(status(id), 'gagal');
      assert.match(b.sql(`SELECT galat FROM balikan_kiriman
        WHERE id = ${id}`)[0][0], /^(rusak|hilang)$/);
      l.isi = dulu;
      tabel(l);
    }
    rmSync(l.berkas);
    utuhkah(aturan);
  }
  console.log(`# ${gagal} were refused`);
});

uji('a database that does not let load: the log says so, the file waits',
  async () => {
    const l = lembagaBaru();
    const log = () => readFileSync(join(rumah.dir, 'log',
      'pekerja-balikan.log'), 'utf8');
    b.sql('SET GLOBAL local_infile = 0');
    let id, h;
    try {
      const teks = berkas(100, 100, 5);
      id = kirim(l, teks);
      h = tiru(l, teks);
      await b.tunggu(() => log().includes('set local-infile = 1'));
      assert.equal(status(id), 'muat');
    } finally {
      b.sql('SET GLOBAL local_infile = 1');
    }
    assert.equal(await tuntas(id), 'selesai');
    sama(l, id, h);
  });

// Who was killed after the last commit left its folder: a worker that begins
// sweeps, as all do each hour.
uji('nothing is left in the working folder', async () => {
  const kerja = join(simpanan, 'balikan');
  const sisa = () => (existsSync(kerja) ? readdirSync(kerja) : []);
  bunuhSemua();
  await b.tunggu(() => sisa().length === 0);
});
