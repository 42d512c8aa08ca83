// verifikasi.mjs - what a stranger learns of a document (U-16), and that a
// changed file is never taken for the real one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Orang, demo, dirVar, pdf, q, sql } from './bantu.mjs';

let asli, lain, berkas, berkasLain;

/** A signed document of the demo data, with its file. */
async function contoh(lewati = 0) {
  const [[id, kode, sha, nomor, lembaga, produsen]] = sql(`SELECT d.id,
    d.kode, d.sha256, d.nomor, l.nama, p.nama FROM dokumen d
    JOIN lembaga l ON l.id = d.lembaga_id JOIN lembaga p ON
    p.id = d.produsen_id WHERE d.status = 'berlaku' AND d.jenis = 'bast'
    AND l.nama LIKE '% %' ORDER BY d.id LIMIT 1 OFFSET ${lewati}`);
  const admin = await Orang.masuk(demo('admin'));
  const b = await admin.kirim('GET', `/dokumen/${id}/berkas`);
  assert.equal(b.status, 200);
  return [{ id, kode, sha, nomor, lembaga, produsen }, b.isi];
}

before(async () => {
  [asli, berkas] = await contoh();
  [lain, berkasLain] = await contoh(1);
});

async function tamu() {
  const o = new Orang();
  await o.get('/verifikasi');
  return o;
}

const unggah = (o, jalur, isi, nama = 'bast.pdf') => o.post(jalur,
  { kunci: null }, { pdf: { nama, isi, tipe: 'application/pdf' } });

const hasil = (j) => j.nilai('/halaman/hasil/@kode');

test('U-16 the code shows the document, the parties masked', async () => {
  const o = await tamu();
  const j = await o.get(`/verifikasi/${asli.kode}`);
  assert.equal(j.status, 200);
  assert.equal(j.nilai('/halaman/dokumen/@nomor'), asli.nomor);
  assert.equal(j.nilai('/halaman/dokumen/@jenis'), 'bast');
  assert.equal(j.nilai('/halaman/dokumen/@status'), 'berlaku');
  assert.ok(j.nilai('/halaman/dokumen/@penandatangan'));
  assert.doesNotMatch(j.teks, new RegExp(asli.lembaga));
  assert.doesNotMatch(j.teks, new RegExp(asli.produsen));
  assert.match(j.nilai('/halaman/dokumen/@lembaga'), /•••/);
  assert.equal(j.headers['cache-control'], 'no-store');
  // Nothing that leads further in.
  assert.doesNotMatch(j.teks, /sha256=|proses=|id="/);
});

test('U-16 a code typed by hand: blanks, capitals, the whole address',
  async () => {
    const o = await tamu();
    const pasang = asli.kode.match(/..../g).join(' ').toUpperCase();
    for (const k of [asli.kode, pasang, pasang.replace(/ /g, '-'),
      `https://contoh.go.id/verifikasi/${asli.kode}`]) {
      const j = await o.get(`/verifikasi?kode=${encodeURIComponent(k)}`);
      assert.equal(j.status, 303, k);
      assert.equal(j.lokasi, `/verifikasi/${asli.kode}`);
    }
    for (const k of ['', 'abc', `${asli.kode}0`, 'z'.repeat(32)]) {
      const j = await o.get(`/verifikasi?kode=${encodeURIComponent(k)}`);
      assert.equal(j.status, 422);
      assert.ok(j.galat.kode);
      assert.equal(j.nilai("/halaman/isian/ruas[@nama = 'kode']"), k);
    }
  });

test('U-16 nobody\'s code and no code get the same answer', async () => {
  const o = await tamu();
  const halaman = [];
  for (const k of ['0'.repeat(32), `${asli.kode.slice(0, 31)}${
    asli.kode[31] === '0' ? '1' : '0'}`, 'abc']) {
    const j = await o.get(`/verifikasi/${k}`);
    assert.equal(j.status, 404);
    halaman.push(j.teks.replaceAll(k, '').replace(
      /(rujukan|kunci|csrf|kini)="[^"]*"/g, ''));
  }
  assert.equal(new Set(halaman).size, 1);
});

test('U-16 a draft has no page', async () => {
  const draf = sql('SELECT COUNT(*) FROM dokumen WHERE status = \'draf\' ' +
    'AND kode IS NOT NULL');
  assert.deepEqual(draf, [['0']]);
});

test('U-16 the file itself is known again, byte for byte', async () => {
  const o = await tamu();
  for (const jalur of ['/verifikasi', `/verifikasi/${asli.kode}`]) {
    const j = await unggah(o, jalur, berkas);
    assert.equal(j.status, 200, j.teks);
    assert.equal(hasil(j), 'identik');
    assert.equal(j.nilai('/halaman/dokumen/@nomor'), asli.nomor);
    assert.equal(j.nilai('/halaman/hasil/@sha256'), asli.sha);
  }
  const j = await unggah(o, `/verifikasi/${asli.kode}`, berkasLain);
  assert.equal(hasil(j), 'lain');
  assert.doesNotMatch(j.teks, new RegExp(lain.nomor));
});

test('U-16 one changed byte anywhere is noticed', async () => {
  const n = berkas.length;
  const tempat = [300, 1000, Math.floor(n / 3), Math.floor(n / 2),
    n - 3000, n - 1500, n - 30];
  const o = await tamu();
  for (const t of tempat) {
    const b = Buffer.from(berkas);
    b[t] ^= 1;
    const j = await unggah(o, `/verifikasi/${asli.kode}`, b);
    assert.equal(j.status, 200, `byte ${t}: ${j.teks}`);
    assert.equal(hasil(j), 'berubah', `byte ${t}`);
  }
  const dua = await tamu();
  for (const t of tempat) {
    const b = Buffer.from(berkas);
    b[t] ^= 1;
    const j = await unggah(dua, '/verifikasi', b);
    assert.ok(['berubah', 'bukan'].includes(hasil(j)), `byte ${t}`);
  }
  // In what the page says, it is told apart from a foreign file.
  const b = Buffer.from(berkas);
  b[Math.floor(n / 3)] ^= 1;
  assert.equal(hasil(await unggah(await tamu(), '/verifikasi', b)),
    'berubah');
  // Something added, something cut.
  const tiga = await tamu();
  for (const x of [Buffer.concat([berkas, Buffer.from('\n')]),
    Buffer.concat([berkas, berkas]), berkas.subarray(0, n - 1)]) {
    const j = await unggah(tiga, `/verifikasi/${asli.kode}`, x);
    assert.ok(j.status === 422 || ['berubah', 'bukan'].includes(hasil(j)));
  }
});

test('U-16 a foreign PDF, no PDF, nothing, too much', async () => {
  const o = await tamu();
  for (const jalur of ['/verifikasi', `/verifikasi/${asli.kode}`]) {
    let j = await unggah(o, jalur, pdf('Surat palsu'));
    assert.equal(hasil(j), 'bukan');
    j = await unggah(o, jalur, Buffer.from('bukan pdf'), 'x.pdf');
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { pdf: 'berkas-jenis' });
    j = await o.post(jalur, { kunci: null }, {});
    assert.deepEqual(j.galat, { pdf: 'berkas-wajib' });
    j = await unggah(o, jalur, Buffer.concat([pdf(),
      Buffer.alloc(10 * 1024 * 1024)]));
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { pdf: 'berkas-besar' });
  }
});

test('U-16 revoked and replaced documents say so', async () => {
  const o = await tamu();
  const ubah = (s) => sql(`UPDATE dokumen SET status = '${s}', dicabut =
    ${s === 'berlaku' ? 'NULL' : 'UTC_TIMESTAMP(3)'} WHERE id = ${lain.id}`);
  for (const s of ['dicabut', 'diganti']) {
    try {
      ubah(s);
      let j = await o.get(`/verifikasi/${lain.kode}`);
      assert.equal(j.nilai('/halaman/dokumen/@status'), s);
      j = await unggah(o, '/verifikasi', berkasLain);
      assert.equal(hasil(j), 'identik');
      assert.equal(j.nilai('/halaman/dokumen/@status'), s);
      const h = await o.html(`/verifikasi/${lain.kode}`);
      assert.match(h.teks, /tidak berlaku/);
    } finally {
      ubah('berlaku');
    }
  }
});

test('U-16 asking too often is refused, found or not', async () => {
  const batas = /^batas_pelan = (\d+)$/m.exec(readFileSync(
    join(dirVar, 'sifilma.conf'), 'utf8'))?.[1] ?? '30';
  const o = await tamu();
  const ip = o.dari ?? '127.0.0.1';
  const hitung = () => Number(sql(`SELECT COALESCE(SUM(jumlah), 0) FROM laju
    WHERE kunci = ${q(`verifikasi:${ip}`)}`)[0][0]);
  const mula = hitung();
  assert.equal((await o.get(`/verifikasi/${asli.kode}`)).status, 200);
  await o.get(`/verifikasi/${'0'.repeat(32)}`);
  await unggah(o, '/verifikasi', pdf());
  assert.equal(hitung(), mula + 3);
  // As if the minute's share were used up (this minute's and the next one's).
  const menit = Math.floor(Date.now() / 60000);
  sql(`REPLACE INTO laju (kunci, jendela, jumlah) VALUES
    (${q(`verifikasi:${ip}`)}, ${menit}, ${batas}),
    (${q(`verifikasi:${ip}`)}, ${menit + 1}, ${batas})`);
  for (const k of [asli.kode, '0'.repeat(32)]) {
    const j = await o.get(`/verifikasi/${k}`);
    assert.equal(j.status, 429);
    assert.ok(Number(j.headers['retry-after']) > 0);
  }
  assert.equal((await unggah(o, '/verifikasi', berkas)).status, 429);
  // Another address is not concerned.
  assert.equal((await (await tamu()).get(`/verifikasi/${asli.kode}`)).status,
    200);
});
