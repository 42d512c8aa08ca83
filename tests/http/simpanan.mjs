// simpanan.mjs - the file store's sweeper: what no row refers to goes, and
// only when it is old.  Proves U-16 (a compared file is not kept).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Orang, akar, akunBaru, dirVar, lembagaBaru, pdf, sql, unik }
  from './bantu.mjs';
import { png } from './orang-bantu.mjs';

const sapu = (jam) => execFileSync(join(process.env.SIFILMA_BANGUN || akar,
  'cgi-bin', 'pekerja', 'sapu-simpanan'), ['--sekali', String(jam)],
{ env: { ...process.env, SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') },
  stdio: ['ignore', 'pipe', 'ignore'] });

const letak = (sha) => join(dirVar, 'simpanan', sha.slice(0, 2), sha);

const tuakan = (f, jam) => {
  const t = Date.now() / 1000 - jam * 3600;
  utimesSync(f, t, t);
};

let peminta;

/** A file of a form that came back and was never sent again. */
async function unggah() {
  const isi = pdf(`Surat ${unik()}`);
  peminta ??= await Orang.masuk(akunBaru('pengguna',
    lembagaBaru('kementerian')));
  await peminta.get('/permintaan/baru');
  const j = await peminta.post('/permintaan', { aksi: 'draf' },
    { berkas: { nama: 'a.pdf', isi } });
  assert.equal(j.status, 422, j.teks);
  return letak(createHash('sha256').update(isi).digest('hex'));
}

test('U-16 old files without a row are removed, others stay', async () => {
  const lama = await unggah();
  const baru = await unggah();
  const [[sha]] = sql(`SELECT sha256 FROM dokumen WHERE status = 'berlaku'
    LIMIT 1`);
  const [[shaBerkas]] = sql('SELECT sha256 FROM berkas LIMIT 1');
  const sisa = join(dirVar, 'simpanan', `baru-${unik()}`);
  writeFileSync(sisa, 'setengah');
  for (const f of [lama, letak(sha), letak(shaBerkas), sisa]) tuakan(f, 30);
  sapu(24);
  assert.equal(existsSync(lama), false);
  assert.equal(existsSync(sisa), false);
  assert.ok(existsSync(baru));
  assert.ok(existsSync(letak(sha)));
  assert.ok(existsSync(letak(shaBerkas)));
  // Not as old as asked for.
  tuakan(baru, 30);
  sapu(48);
  assert.ok(existsSync(baru));
});

test('U-07 a picture stays as long as it is somebody\'s', async () => {
  const o = await Orang.masuk(akunBaru('pengguna',
    lembagaBaru('kementerian')));
  await o.get('/akun/foto');
  const warna = [...randomBytes(3)];
  const kirim = await o.post('/akun/foto', {},
    { foto: { nama: 'a.png', isi: png(20, 20, warna) } });
  assert.equal(kirim.status, 303, kirim.teks);
  const [[sha]] = sql(`SELECT foto FROM akun WHERE id = ${o.akun.id}`);
  tuakan(letak(sha), 30);
  sapu(24);
  assert.equal((await o.get(`/akun/foto/${sha}`)).status, 200);
  await o.post('/akun/foto/hapus');
  sapu(24);
  assert.equal(existsSync(letak(sha)), false);
});

test('what a killed sweeper put aside comes back', () => {
  const [[sha]] = sql(`SELECT sha256 FROM dokumen WHERE status = 'berlaku'
    ORDER BY id DESC LIMIT 1`);
  const f = letak(sha);
  renameSync(f, join(dirname(f), `buang-${sha}`));
  sapu(24);
  assert.ok(existsSync(f));
});
