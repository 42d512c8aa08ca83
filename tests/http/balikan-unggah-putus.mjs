// balikan-unggah-putus.mjs - files of data balikan over a bad line: cuts at
// random bytes, silence, a killed process, two at once, a full disk, answers
// before the body is over; and what a process needs in memory.  Proves B-04.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { akar, dirVar, kunci, multipart, q, sql, tunggu } from './bantu.mjs';
import { buka, isi, letak, mulai, pengirim, putus, sama, tambah, tus, TUS }
  from './tus-bantu.mjs';

let o;

before(async () => { o = await pengirim(); });

const proses = () => execFileSync(join(akar, 'nginx', 'suite'),
  ['pid', 'balikan-upload'], { encoding: 'utf8',
    env: { ...process.env, SIFILMA_VAR: dirVar } })
  .trim().split(/\s+/).map(Number);

/** Bytes that differ everywhere, the same for the same number. */
function bytes(n, benih) {
  const b = Buffer.alloc(n);
  let i = 0;
  for (let k = 0; i < n; k++)
    i += createHash('sha256').update(`${benih}:${k}`).digest().copy(b, i);
  return b;
}

/** Where it has got to, once nobody writes any more.  Programs that were killed
    answer 503 until they are there again. */
async function diam(p, u) {
  let lama = -1;
  return tunggu(async () => {
    const kini = await letak(p, u).catch((e) => {
      if (!/ 50[23]$/.test(e.message)) throw e;
    });
    const tetap = kini !== undefined && kini === lama;
    lama = kini;
    return tetap && { kini };
  }).then((x) => x.kini);
}

test('fifty cuts at random bytes: the same bytes in the end', async () => {
  const badan = bytes(3 << 20, 'potong');
  const u = await mulai(o, badan.length);
  let dari = 0;
  for (let i = 0; i < 50; i++) {
    const sisa = badan.subarray(dari);
    // Mostly a little, so that there are fifty; sometimes to the last byte.
    const sampai = Math.floor(Math.random() * Math.min(sisa.length,
      2 * sisa.length / (50 - i)));
    await putus(o, u, dari, sisa, sampai,
      i % 3 === 0 ? { 'transfer-encoding': 'chunked',
        'content-length': null } : {});
    const baru = await diam(o, u);
    assert.ok(baru >= dari && baru <= dari + sampai,
      `${baru} of ${dari} to ${dari + sampai}`);
    dari = baru;
  }
  assert.ok(dari > badan.length / 4, `only ${dari} came through 50 cuts`);
  assert.ok(isi(u).subarray(0, dari).equals(badan.subarray(0, dari)));
  const j = await tambah(o, u, dari, badan.subarray(dari));
  assert.equal(j.status, 204);
  assert.ok(await sama(j.headers['x-kiriman'], badan));
});

test('a cut part with a checksum is not kept', async () => {
  const badan = bytes(300000, 'sidik');
  const u = await mulai(o, badan.length);
  const h = { 'upload-checksum': `sha256 ${createHash('sha256').update(badan)
    .digest('base64')}` };
  await putus(o, u, 0, badan, 200000, h);
  assert.equal(await diam(o, u), 0);
  const j = await tambah(o, u, 0, badan, h);
  assert.ok(await sama(j.headers['x-kiriman'], badan));
});

test('creation whose line breaks: what came is there', async () => {
  const badan = bytes(500000, 'buat');
  const p = await pengirim();
  const k = buka(p, TUS, 0, badan, 300000, { 'upload-offset': null,
    'upload-length': badan.length }, 'POST');
  await k.tulis;
  k.r.destroy();
  const kode = await tunggu(() => sql(`SELECT kode FROM unggahan
    WHERE lembaga_id = ${p.lembaga} AND letak > 0`)[0]?.[0]);
  const u = `${TUS}/${kode}`;
  const dari = await diam(p, u);
  assert.ok(dari > 0 && dari <= 300000);
  const j = await tambah(p, u, dari, badan.subarray(dari));
  assert.ok(await sama(j.headers['x-kiriman'], badan));
});

test('processes killed in mid-body: what was noted is kept', async () => {
  const badan = bytes(12 << 20, 'mati');
  const u = await mulai(o, badan.length);
  let dari = 0;
  for (const sampai of [5 << 20, 100000, 6 << 20]) {
    const k = buka(o, u, dari, badan.subarray(dari), sampai);
    await k.tulis;
    const lama = dari;
    // All of it has been written; noted, but for the last few megabytes.
    await tunggu(() => isi(u).length === lama + sampai);
    for (const pid of proses()) process.kill(pid, 'SIGKILL');
    const jawab = await k.jawab;
    assert.ok(jawab === null || jawab.status >= 500, `${jawab?.status}`);
    k.r.destroy();
    dari = await diam(o, u);
    assert.ok(dari >= lama && dari <= lama + sampai);
    assert.ok(sampai < (4 << 20) || dari >= lama + (4 << 20),
      'at most 4 MiB have to be sent again');
  }
  const j = await tambah(o, u, dari, badan.subarray(dari));
  assert.equal(j.status, 204);
  assert.ok(await sama(j.headers['x-kiriman'], badan));
});

test('killed when all is here and before it is a sending', async () => {
  const badan = bytes(1000, 'penuh');
  const u = await mulai(o, badan.length);
  await tambah(o, u, 0, badan.subarray(0, 999));
  // As a process leaves it that was killed between its two transactions.
  const { appendFileSync } = await import('node:fs');
  const kode = u.split('/').at(-1);
  appendFileSync(join(dirVar, 'simpanan', 'unggahan', kode),
    badan.subarray(999));
  sql(`UPDATE unggahan SET letak = 1000 WHERE kode = ${q(kode)}`);
  const j = await tus(o, 'HEAD', u);
  assert.equal(j.headers['upload-offset'], '1000');
  assert.ok(await sama(j.headers['x-kiriman'], badan));
});

test('a silent line is given up, and its bytes stay', async () => {
  const badan = bytes(200000, 'diam');
  const u = await mulai(o, badan.length);
  const k = buka(o, u, 0, badan, 150000);
  await tunggu(() => isi(u).length === 150000);
  const mulaiMs = Date.now();
  // While it still moves nobody else may; one who comes later waits for its
  // end, and then is told where to go on.
  assert.equal((await tambah(o, u, 0, badan)).status, 423);
  await new Promise((r) => { setTimeout(r, 4000); });
  const lain = await tambah(o, u, 0, badan);
  assert.equal(lain.status, 409);
  const jawab = await k.jawab;
  const lama = Date.now() - mulaiMs;
  assert.ok(lama > 10000 && lama < 25000, `${lama} ms`);
  assert.equal(jawab.status, 204);
  assert.equal(jawab.headers['upload-offset'], '150000');
  k.r.destroy();
  const j = await tambah(o, u, 150000, badan.subarray(150000));
  assert.ok(await sama(j.headers['x-kiriman'], badan));
});

test('four at once for an institution, others unharmed', async () => {
  const badan = bytes(100000, 'jalur');
  const lain = await pengirim();
  const terbuka = [];
  for (let i = 0; i < 4; i++) {
    const u = await mulai(o, badan.length);
    const k = buka(o, u, 0, badan, 50000);
    await k.tulis;
    terbuka.push(k);
    await tunggu(() => isi(u).length > 0);
  }
  const u = await mulai(o, badan.length);
  const j = await tambah(o, u, 0, badan);
  assert.equal(j.status, 503);
  assert.ok(Number(j.headers['retry-after']) > 0);
  assert.equal((await o.get('/balikan/unggah')).status, 200);
  const v = await mulai(lain, badan.length);
  assert.equal((await tambah(lain, v, 0, badan)).status, 204);
  for (const k of terbuka) k.r.destroy();
  await tunggu(async () => (await tambah(o, u, 0, badan)).status === 204);
});

/** Writes badan slowly until an answer comes; { status, terkirim }. */
async function sambil(p, jalur, dari, panjang, headers, cara = 'PATCH') {
  const potong = Buffer.alloc(64 << 10, 65);
  const k = buka(p, jalur, dari, { length: panjang, subarray: () => potong },
    0, headers, cara);
  let terkirim = potong.length, jawab = null;
  k.jawab.then((x) => { jawab = x ?? { status: 0 }; });
  while (jawab === null && terkirim < panjang) {
    k.r.write(potong);
    terkirim += potong.length;
    await new Promise((r) => { setTimeout(r, 10); });
  }
  k.r.destroy();
  return { ...jawab, terkirim };
}

test('an answer comes before the body is over', async () => {
  const u = await mulai(o, 1000);
  const lain = await pengirim();
  const panjang = 60 << 20;
  for (const [nama, status, p, dari, h] of [
    ['too large', 413, o, 0, {}],
    ['another offset', 409, o, 17, {}],
    ['no token', 403, o, 0, { 'x-csrf-token': '0'.repeat(64) }],
    ['another\'s', 404, lain, 0, {}],
    ['signed out', 401, o, 0, { cookie: '' }],
    ['wrong type', 415, o, 0, { 'content-type': 'text/csv' }]]) {
    const j = await sambil(p, u, dari, panjang, h);
    assert.equal(j.status, status, nama);
    assert.ok(j.terkirim < panjang / 2, `${nama}: after ${j.terkirim}`);
  }
  assert.equal(await letak(o, u), 0);
});

test('the plain form: cut in mid-body, and refused before it', async () => {
  const p = await pengirim();
  const m = multipart({ csrf: p.csrf, kunci: kunci(), cara: 'semua' },
    { berkas: { nama: 'a.csv', isi: bytes(3 << 20, 'polos')
      .toString('hex') } });
  const form = { 'content-type': m.tipe, 'tus-resumable': null,
    'upload-offset': null, accept: 'application/xml' };
  const baru = () => readdirSync(join(dirVar, 'simpanan'))
    .filter((n) => n.startsWith('baru-'));
  const k = buka(p, '/balikan/unggah', 0, m.isi, 4 << 20, form, 'POST');
  await tunggu(() => baru().length > 0);
  k.r.destroy();
  await tunggu(() => baru().length === 0);
  assert.deepEqual(sql(`SELECT id FROM balikan_kiriman
    WHERE lembaga_id = ${p.lembaga}`), []);
  sql(`INSERT INTO balikan_lembaga (lembaga_id, kuota_mb)
    VALUES (${p.lembaga}, 1) ON DUPLICATE KEY UPDATE kuota_mb = 1`);
  const j = await sambil(p, '/balikan/unggah', 0, 60 << 20, form, 'POST');
  assert.equal(j.status, 422);
  assert.ok(j.terkirim < 30 << 20, `after ${j.terkirim}`);
  assert.deepEqual(baru(), []);
});

test('a full disk: 507, and what fitted is kept', async (t) => {
  const dir = join(dirVar, 'simpanan', 'unggahan');
  mkdirSync(dir, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m,mode=0770',
      'tmpfs', dir], { stdio: 'ignore' });
  } catch {
    t.skip('no tmpfs can be mounted here');
    return;
  }
  try {
    const p = await pengirim();
    const badan = bytes(9 << 20, 'penuh');
    assert.equal((await tus(p, 'POST', TUS,
      { 'upload-length': String(badan.length) })).status, 507);
    const u = await mulai(p, null);
    const j = await tambah(p, u, 0, badan);
    assert.equal(j.status, 507);
    const dari = await letak(p, u);
    // A little is left for others.
    assert.ok(dari > 4 << 20 && dari < 5.8 * (1 << 20), `${dari}`);
    assert.ok(isi(u).subarray(0, dari).equals(badan.subarray(0, dari)));
    execFileSync('mount', ['-o', 'remount,size=12m', dir]);
    const k = await tambah(p, u, dari, badan.subarray(dari));
    assert.equal(k.status, 204);
    assert.ok(isi(u).equals(badan));
    await tus(p, 'DELETE', u);
  } finally {
    execFileSync('umount', ['-l', dir]);
  }
});

/** Private memory of all processes of the program, in KB. */
const memori = () => Math.max(...proses().map((pid) =>
  Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`,
    'utf8'))[1])));

test('memory stays flat however much comes', async () => {
  const badan = randomBytes(48 << 20);
  const u = await mulai(o, badan.length);
  await tambah(o, u, 0, badan.subarray(0, 1 << 20));
  const awal = memori();
  const j = await tambah(o, u, 1 << 20, badan.subarray(1 << 20));
  assert.equal(j.status, 204);
  const naik = memori() - awal;
  assert.ok(naik < 2048, `${naik} KB more after 47 MB`);
});
