// balikan-unggah.mjs - files of data balikan come in: tus 1.0.0 with all the
// extensions that are announced, rights, bad headers, quota, expiry; the page
// and its plain form.  Breaks of the line are balikan-unggah-putus.mjs.
// Proves B-04.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { akar, akunBaru, dirVar, kirim, Orang, pdf, q, sql, tunggu }
  from './bantu.mjs';
import { ada, b64, isi, JENIS, letak, mulai, pengirim, sama, tambah, tus, TUS }
  from './tus-bantu.mjs';

const CSV = Buffer.from('NIK,NO_CIF\n3204010101900001,17\n');
let o;

before(async () => { o = await pengirim(); });

const milik = (jalur) => jalur.split('/').at(-1);
const baris = (jalur) => sql(`SELECT status, letak, COALESCE(bytes, -1), cara,
  nama FROM unggahan WHERE kode = ${q(milik(jalur))}`)[0];

const sapu = () => execFileSync(join(process.env.SIFILMA_BANGUN || akar,
  'cgi-bin', 'pekerja', 'sapu-simpanan'), ['--sekali'], { stdio: 'ignore',
  env: { ...process.env, SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') } });

/* ---- the protocol ---- */

test('OPTIONS tells what there is', async () => {
  const j = await tus(o, 'OPTIONS', TUS, { 'tus-resumable': null });
  assert.equal(j.status, 204);
  assert.equal(j.headers['tus-version'], '1.0.0');
  assert.equal(j.headers['tus-max-size'], String(2 ** 32));
  assert.equal(j.headers['tus-checksum-algorithm'], 'sha1,sha256,md5');
  assert.deepEqual(j.headers['tus-extension'].split(',').sort(),
    ['checksum', 'creation', 'creation-defer-length', 'creation-with-upload',
      'expiration', 'termination']);
});

test('creation, offset, pieces, and a sending at the end', async () => {
  const u = await mulai(o, CSV.length, { filename: 'data ünï.csv',
    cara: 'semua' });
  assert.match(u, /^\/balikan\/unggah\/tus\/[0-9a-f]{32}$/);
  let j = await tus(o, 'HEAD', u);
  assert.equal(j.status, 200);
  assert.equal(j.headers['upload-offset'], '0');
  assert.equal(j.headers['upload-length'], String(CSV.length));
  assert.equal(j.headers['cache-control'], 'no-store');
  assert.equal(j.headers['tus-resumable'], '1.0.0');
  assert.equal(j.headers['upload-metadata'],
    `filename ${b64('data ünï.csv')},cara ${b64('semua')}`);
  assert.equal(j.isi.length, 0);
  j = await tambah(o, u, 0, CSV.subarray(0, 10));
  assert.equal(j.status, 204);
  assert.equal(j.headers['upload-offset'], '10');
  assert.ok(Date.parse(j.headers['upload-expires']) > Date.now() + 3600e3);
  assert.equal(j.headers['x-kiriman'], undefined);
  assert.deepEqual(isi(u), CSV.subarray(0, 10));
  j = await tambah(o, u, 10, CSV.subarray(10));
  assert.equal(j.headers['upload-offset'], String(CSV.length));
  const id = j.headers['x-kiriman'];
  assert.match(id, /^[0-9]+$/);
  assert.ok(await sama(id, CSV));
  assert.deepEqual(sql(`SELECT lembaga_id, akun_id, sumber, cara, nama
    FROM balikan_kiriman WHERE id = ${id}`)[0].map(String),
  [o.lembaga, o.akun.id, 'berkas', 'semua', 'data ünï.csv'].map(String));
  // The last answer may have been lost: asking again gives the same sending.
  j = await tus(o, 'HEAD', u);
  assert.equal(j.headers['upload-offset'], String(CSV.length));
  assert.equal(j.headers['x-kiriman'], id);
  j = await tambah(o, u, CSV.length, Buffer.alloc(0));
  assert.deepEqual([j.status, j.headers['x-kiriman']], [204, id]);
  assert.equal((await tambah(o, u, 0, CSV)).status, 409);
});

test('creation-with-upload', async () => {
  const j = await tus(o, 'POST', TUS, { 'upload-length': String(CSV.length),
    'content-type': JENIS }, CSV);
  assert.equal(j.status, 201);
  assert.equal(j.headers['upload-offset'], String(CSV.length));
  assert.ok(await sama(j.headers['x-kiriman'], CSV));
  assert.equal(baris(j.lokasi)[4], 'berkas', 'without a name');
  const separuh = await tus(o, 'POST', TUS, {
    'upload-length': String(CSV.length), 'content-type': JENIS },
  CSV.subarray(0, 7));
  assert.equal(separuh.headers['upload-offset'], '7');
  assert.equal(await letak(o, separuh.lokasi), 7);
});

test('creation-defer-length', async () => {
  const u = await mulai(o, null);
  let j = await tus(o, 'HEAD', u);
  assert.equal(j.headers['upload-defer-length'], '1');
  assert.equal(j.headers['upload-length'], undefined);
  j = await tambah(o, u, 0, CSV.subarray(0, 9));
  assert.equal(j.headers['upload-offset'], '9');
  // Less than is here, and another one than before.
  assert.equal((await tambah(o, u, 9, CSV.subarray(9),
    { 'upload-length': '8' })).status, 400);
  j = await tambah(o, u, 9, CSV.subarray(9, 12),
    { 'upload-length': String(CSV.length) });
  assert.equal(j.status, 204);
  assert.equal((await tambah(o, u, 12, CSV.subarray(12),
    { 'upload-length': '999' })).status, 409);
  j = await tus(o, 'HEAD', u);
  assert.equal(j.headers['upload-length'], String(CSV.length));
  j = await tambah(o, u, 12, CSV.subarray(12));
  assert.ok(await sama(j.headers['x-kiriman'], CSV));
});

test('checksum: right, wrong, and none we know', async () => {
  const u = await mulai(o, CSV.length);
  const sidik = (a, b) => `${a} ${createHash(a).update(b).digest('base64')}`;
  let dari = 0;
  for (const a of ['sha1', 'sha256', 'md5']) {
    const potong = CSV.subarray(dari, dari + 5);
    const salah = await tambah(o, u, dari, potong,
      { 'upload-checksum': sidik(a, Buffer.from('lain!')) });
    assert.equal(salah.status, 460, a);
    assert.equal(await letak(o, u), dari, 'nothing of it is kept');
    const benar = await tambah(o, u, dari, potong,
      { 'upload-checksum': sidik(a, potong) });
    assert.equal(benar.status, 204, a);
    dari += 5;
  }
  for (const h of ['crc32 AAAAAA==', 'sha1', 'sha1 ', 'sha1 !!!!',
    'sha1 AAAA', `sha1  ${b64('x'.repeat(20))}`, `SHA1 ${b64('x'.repeat(20))}`,
    `sha256 ${b64('x'.repeat(20))}`, `sha1 ${'A'.repeat(3000)}`])
    assert.equal((await tambah(o, u, dari, CSV.subarray(dari),
      { 'upload-checksum': h })).status, 400, h);
  const j = await tambah(o, u, dari, CSV.subarray(dari));
  assert.ok(await sama(j.headers['x-kiriman'], CSV));
});

test('termination', async () => {
  const u = await mulai(o, 100);
  await tambah(o, u, 0, Buffer.alloc(10, 65));
  assert.ok(ada(u));
  const j = await tus(o, 'DELETE', u);
  assert.equal(j.status, 204);
  assert.equal(ada(u), false);
  for (const [cara, h] of [['HEAD', {}], ['DELETE', {}],
    ['PATCH', { 'content-type': JENIS, 'upload-offset': '10' }]]) {
    const k = await tus(o, cara, u, h, cara === 'PATCH' ? 'x' : null);
    assert.equal(k.status, 410, cara);
    assert.equal(k.headers['upload-offset'], undefined);
  }
  // What is a sending is taken back on its own page.
  const s = await tus(o, 'POST', TUS, { 'upload-length': String(CSV.length),
    'content-type': JENIS }, CSV);
  assert.equal((await tus(o, 'DELETE', s.lokasi)).status, 409);
});

test('expiration: over is over, and its file is swept', async () => {
  const u = await mulai(o, 100);
  await tambah(o, u, 0, Buffer.alloc(10, 65));
  sql(`UPDATE unggahan SET berakhir = UTC_TIMESTAMP(3) - INTERVAL 1 DAY
    WHERE kode = ${q(milik(u))}`);
  assert.equal((await tus(o, 'HEAD', u)).status, 410);
  assert.equal((await tambah(o, u, 10, 'x')).status, 410);
  sapu();
  assert.equal(ada(u), false);
  assert.equal(baris(u)[0], 'batal');
});

test('an upload that came to nothing is forgotten after a month', async () => {
  const [lama, baru, jadi] = [await mulai(o, 100), await mulai(o, 100),
    (await tus(o, 'POST', TUS, { 'upload-length': String(CSV.length),
      'content-type': JENIS }, CSV)).lokasi];
  for (const [u, hari] of [[lama, 31], [baru, 29], [jadi, 31]])
    sql(`UPDATE unggahan SET berakhir = UTC_TIMESTAMP(3) - INTERVAL ${hari} DAY
      WHERE kode = ${q(milik(u))}`);
  sapu();
  sapu(); // the first ended them
  assert.equal(sql(`SELECT COUNT(*) FROM unggahan
    WHERE kode = ${q(milik(lama))}`)[0][0], '0');
  assert.equal(baris(baru)[0], 'batal');
  assert.equal(baris(jadi)[0], 'lengkap');
});

test('files that nobody needs any more are swept, and no others', async () => {
  const dir = join(dirVar, 'simpanan', 'unggahan');
  const tua = (kode) => {
    const f = join(dir, kode);
    writeFileSync(f, 'x');
    utimesSync(f, Date.now() / 1000 - 7200, Date.now() / 1000 - 7200);
    return () => existsSync(f);
  };
  const terbuka = tua(milik(await mulai(o, 100)));
  const tanpa = tua(randomBytes(16).toString('hex'));
  // Its sending came to an end, so nobody reads the file any more.
  const j = await tus(o, 'POST', TUS, { 'upload-length': String(CSV.length),
    'content-type': JENIS }, CSV);
  await tunggu(() => sql(`SELECT 1 FROM balikan_kiriman WHERE status IN
    ('selesai', 'gagal') AND id = ${j.headers['x-kiriman']}`).length, 20000);
  const usai = tua(milik(j.lokasi));
  sapu();
  assert.deepEqual([terbuka(), tanpa(), usai()], [true, false, false]);
});

test('X-HTTP-Method-Override on a POST', async () => {
  const u = await mulai(o, CSV.length);
  const lewat = (cara, h = {}, badan = null) => tus(o, 'POST', u,
    { 'x-http-method-override': cara, ...h }, badan);
  let j = await lewat('PATCH', { 'content-type': JENIS,
    'upload-offset': '0' }, CSV.subarray(0, 3));
  assert.equal(j.status, 204);
  assert.equal(await letak(o, u), 3);
  j = await lewat('DELETE');
  assert.equal(j.status, 204);
  assert.equal((await lewat('PUT')).status, 405);
  assert.equal((await tus(o, 'POST', '/balikan/unggah',
    { 'x-http-method-override': 'DELETE' })).status, 403, 'a form as ever');
});

test('a body without a length, in chunks', async () => {
  const u = await mulai(o, CSV.length);
  const lembar = { 'transfer-encoding': 'chunked', 'content-length': null };
  let j = await tambah(o, u, 0, CSV.subarray(0, 20), lembar);
  assert.equal(j.status, 204, j.teks);
  assert.equal(j.headers['upload-offset'], '20');
  j = await tambah(o, u, 20, Buffer.concat([CSV.subarray(20),
    Buffer.from('more than was announced')]), lembar);
  assert.equal(j.status, 413);
  assert.equal(await letak(o, u), 20);
  j = await tambah(o, u, 20, CSV.subarray(20), lembar);
  assert.ok(await sama(j.headers['x-kiriman'], CSV));
});

/* ---- what is wrong ---- */

test('bad headers', async () => {
  const u = await mulai(o, 100);
  const buat = (h) => tus(o, 'POST', TUS, { 'upload-length': '100', ...h });
  const status = async (p) => (await p).status;
  for (const v of [null, '0.2.2', '1.0', '1.0.0 ', 'x']) {
    const j = await buat({ 'tus-resumable': v === '1.0.0 ' ? '1.0.0x' : v });
    assert.equal(j.status, 412);
    assert.equal(j.headers['tus-version'], '1.0.0');
    for (const [cara, jalur] of [['HEAD', u], ['PATCH', u], ['DELETE', u]])
      assert.equal(await status(tus(o, cara, jalur,
        { 'tus-resumable': v === '1.0.0 ' ? '1.0.0x' : v,
          'content-type': JENIS, 'upload-offset': '0' })), 412);
  }
  for (const v of [null, '', '-1', '0', '1e3', '0x10', '12a', ' ', '1.5',
    '99999999999999999999', '18446744073709551616'])
    assert.equal(await status(buat({ 'upload-length': v })), 400, `${v}`);
  assert.equal(await status(buat({ 'upload-defer-length': '1' })), 400);
  assert.equal(await status(buat({ 'upload-length': null,
    'upload-defer-length': '2' })), 400);
  for (const v of ['filename !!!', 'filename YQ', 'a YQ==,a YQ==', ',',
    'a YQ==,', 'a YQ== x', 'é YQ==', `a ${'A'.repeat(5000)}`,
    `cara ${b64('entah')}`,
    Array.from({ length: 20 }, (_, i) => `k${i}`).join(',')])
    assert.equal(await status(buat({ 'upload-metadata':
      Buffer.from(v).toString('latin1') })), 400, v);
  assert.equal(await status(tus(o, 'POST', TUS, { 'upload-length': '3',
    'content-type': 'text/csv' }, 'abc')), 415);
  for (const t of [null, 'text/csv', 'application/octet-stream',
    'multipart/form-data; boundary=x'])
    assert.equal(await status(tambah(o, u, 0, 'abc', { 'content-type': t })),
      415, `${t}`);
  for (const v of [null, '', '-1', '1e0', '0x0', '99999999999999999999'])
    assert.equal(await status(tambah(o, u, 0, 'abc',
      { 'upload-offset': v })), 400, `${v}`);
  for (const v of ['1', '99', '100', '9007199254740992'])
    assert.equal(await status(tambah(o, u, v, 'abc')), 409, v);
  assert.equal(await status(tambah(o, u, 0, Buffer.alloc(101))), 413);
  assert.equal(await letak(o, u), 0);
  for (const kode of ['0'.repeat(32), 'x', 'f'.repeat(80)])
    assert.equal(await status(tus(o, 'HEAD', `${TUS}/${kode}`)), 404);
});

test('a name that is no text, or too long, is mended', async () => {
  const nama = async (isi) => baris(await mulai(o, 5, isi))[4];
  assert.equal(await nama({ filename: 'x'.repeat(400) }), 'x'.repeat(150));
  assert.equal(await nama({ filename: Buffer.from([0xff, 0xfe]) }), 'berkas');
  assert.equal(await nama({ filename: 'a\0b' }), 'berkas');
  assert.equal(await nama({ filename: '' }), 'berkas');
  assert.equal(await nama({ name: 'dari-uppy.csv' }), 'dari-uppy.csv');
});

test('rights: the institution\'s accounts, with its token, alone', async () => {
  const u = await mulai(o, 100);
  await tambah(o, u, 0, Buffer.alloc(10, 65));
  const rekan = await Orang.masuk(akunBaru('pengguna', o.lembaga));
  const asing = await pengirim();
  const semua = [['HEAD', {}], ['PATCH', { 'content-type': JENIS,
    'upload-offset': '10' }], ['DELETE', {}]];
  for (const [cara, h] of semua) {
    assert.equal((await tus(asing, cara, u, h)).status, 404, cara);
    if (cara === 'HEAD') continue;
    assert.equal((await tus(o, cara, u, { ...h, 'x-csrf-token': null }))
      .status, 403);
    assert.equal((await tus(o, cara, u, { ...h,
      'x-csrf-token': asing.csrf })).status, 403);
    assert.equal((await tus(o, cara, u, { ...h,
      origin: 'https://jahat.example' })).status, 403);
    assert.equal((await tus(o, cara, u, { ...h,
      'sec-fetch-site': 'cross-site' })).status, 403);
  }
  // Nobody is led to a form.
  for (const [cara, h] of semua)
    assert.equal((await kirim(cara, u, { 'tus-resumable': '1.0.0', ...h },
      null)).status, 401, cara);
  assert.equal((await tambah(rekan, u, 10, Buffer.alloc(90, 66))).status, 204);
});

test('too large, and more than the institution may have', async () => {
  const p = await pengirim();
  const j = await tus(p, 'POST', TUS, { 'upload-length': '4294967297' });
  assert.equal(j.status, 413);
  assert.equal(j.nilai('/halaman/kesalahan/@kode'), 'terlalu-besar');
  sql(`INSERT INTO balikan_lembaga (lembaga_id, kuota_mb)
    VALUES (${p.lembaga}, 1) ON DUPLICATE KEY UPDATE kuota_mb = 1`);
  const u = await mulai(p, 1000000);
  const penuh = await tus(p, 'POST', TUS, { 'upload-length': '100000' });
  assert.equal(penuh.status, 413);
  assert.equal(penuh.nilai('/halaman/kesalahan/@kode'), 'kuota');
  // Of an unknown length: what still fits, and no more.
  const d = await mulai(p, null);
  assert.equal((await tambah(p, d, 0, Buffer.alloc(60000))).status, 413);
  assert.equal((await tambah(p, d, 0, Buffer.alloc(40000))).status, 204);
  assert.equal((await tambah(p, d, 40000, Buffer.alloc(9000),
    { 'upload-length': '60000' })).status, 413);
  // What is given up makes room.
  await tus(p, 'DELETE', u);
  assert.equal((await tambah(p, d, 40000, Buffer.alloc(9000),
    { 'upload-length': '60000' })).status, 204);
  // Two at once do not both get the last room.
  const dua = await Promise.all(Array.from({ length: 8 }, () =>
    tus(p, 'POST', TUS, { 'upload-length': '600000' })));
  assert.equal(dua.filter((x) => x.status === 201).length, 1);
});

test('not more than fifty are open at once', async () => {
  const p = await pengirim();
  for (let i = 0; i < 50; i++) await mulai(p, 10);
  const j = await tus(p, 'POST', TUS, { 'upload-length': '10' });
  assert.equal(j.status, 413);
});

test('a session that ends in between loses nothing', async () => {
  const p = await pengirim();
  const u = await mulai(p, CSV.length);
  await tambah(p, u, 0, CSV.subarray(0, 11));
  sql(`DELETE FROM sesi WHERE akun_id = ${p.akun.id}`);
  const j = await tambah(p, u, 11, CSV.subarray(11));
  assert.equal(j.status, 401);
  const lagi = await Orang.masuk(p.akun);
  assert.equal(await letak(lagi, u), 11);
  const k = await tambah(lagi, u, 11, CSV.subarray(11));
  assert.ok(await sama(k.headers['x-kiriman'], CSV));
});

/* ---- the page and its plain form ---- */

test('the page: what may be sent, and what is not whole', async () => {
  const p = await pengirim();
  const u = await mulai(p, 5000, { filename: 'setengah.csv' });
  await tambah(p, u, 0, Buffer.alloc(1234, 65));
  const j = await p.get('/balikan/unggah');
  assert.equal(j.nilai('/halaman/batas/@maks'), '4294967296');
  assert.equal(j.nilai('/halaman/batas/@terpakai'), '5000');
  assert.equal(j.semua('/halaman/unggahan').length, 1);
  assert.equal(j.nilai('/halaman/unggahan/@nama'), 'setengah.csv');
  assert.equal(j.nilai('/halaman/unggahan/@letak'), '1234');
  // Given up on a page of its own; others do not see it.
  const hapus = `/balikan/unggah/${milik(u)}/hapus`;
  assert.equal((await o.get(hapus)).status, 404);
  assert.equal((await o.post(hapus)).status, 404);
  assert.equal((await p.get(hapus)).nilai('/halaman/unggahan/@nama'),
    'setengah.csv');
  const k = await p.post(hapus);
  assert.deepEqual([k.status, k.lokasi], [303, '/balikan/unggah']);
  assert.equal(ada(u), false);
  assert.equal((await p.get('/balikan/unggah')).semua('/halaman/unggahan')
    .length, 0);
});

const polos = (p, nama, isi, cara = 'sebagian') =>
  p.post('/balikan/unggah', { cara }, { berkas: { nama, isi } });

test('the plain form: CSV, gzip, and what is none of them', async () => {
  for (const [nama, isi] of [['a.csv', CSV], ['b.csv.gz', gzipSync(CSV)]]) {
    const j = await polos(o, nama, isi, 'semua');
    assert.equal(j.status, 303, j.teks);
    const id = /^\/balikan\/kiriman\/([0-9]+)$/.exec(j.lokasi)[1];
    const [[sha, n, cara]] = sql(`SELECT sha256, bytes, cara
      FROM balikan_kiriman WHERE id = ${id}`);
    assert.equal(sha, createHash('sha256').update(isi).digest('hex'));
    assert.deepEqual([Number(n), cara], [isi.length, 'semua']);
  }
  let j = await polos(o, 'a.csv', pdf());
  assert.deepEqual([j.status, j.galat.berkas], [422, 'berkas-jenis']);
  j = await polos(o, 'a.csv', '');
  assert.deepEqual([j.status, j.galat.berkas], [422, 'berkas-kosong']);
  j = await polos(o, 'a.csv', CSV, 'entah');
  assert.deepEqual([j.status, j.galat.cara], [422, 'pilihan']);
  j = await o.post('/balikan/unggah', { cara: 'semua' });
  assert.deepEqual([j.status, j.galat.berkas], [422, 'berkas-wajib']);
});

test('the plain form takes more than other forms', async () => {
  const p = await pengirim();
  const besar = Buffer.concat([CSV, randomBytes(30 << 20).toString('hex')
    .match(/.{60}/g).map((x) => Buffer.from(`${x}\n`))].flat());
  assert.ok(besar.length > 40 << 20);
  const j = await polos(p, 'besar.csv', besar);
  assert.equal(j.status, 303, j.teks);
  sql(`UPDATE balikan_lembaga SET kuota_mb = 30
    WHERE lembaga_id = ${p.lembaga}`);
  const k = await polos(p, 'lagi.csv', CSV);
  assert.deepEqual([k.status, k.galat.berkas], [422, 'kuota']);
  assert.ok(k.nilai('/halaman/batas/@sisa') === '0');
  const hari = sql(`SELECT nilai FROM pengaturan
    WHERE nama = 'balikan_simpan_hari'`)[0][0];
  assert.match((await p.html('/balikan/unggah')).teks,
    new RegExp(`dihapus ${hari} hari setelah selesai dikerjakan`));
  // When it is done its page says the day on which its file goes.
  const id = j.lokasi.split('/').pop();
  sql(`UPDATE balikan_kiriman SET status = 'selesai',
    selesai = '2026-03-01 01:00:00' WHERE id = ${id}`);
  assert.equal((await p.get(j.lokasi)).nilai('/halaman/balikan/@hapus-pada')
    .slice(0, 10), new Date(Date.parse('2026-03-01T08:00Z') + hari * 86400000)
    .toISOString().slice(0, 10));
  // Sent to a page that takes no files of this size it is too large.
  const l = await o.post('/balikan/unggah', {}, null, { 'content-length':
    String(4100 * 1048576), 'content-type': 'multipart/form-data; boundary=b',
  });
  assert.equal(l.status, 422);
  assert.equal(l.galat.berkas, 'berkas-maks');
});
