// tahan-balikan-api.mjs - machines send records, each call with a key and again
// until it is answered, while the program and the database are killed under
// them and keys are taken over: every record acts once, and every answer is
// the one that was first given.  Proves B-13, B-14.
//
// A few calls in `make check`, TAHAN_BANYAK / 2 in `make faults`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bunuh, cepat, gawat, jaga, mulai, rumah, selesai, tidur, utuhkah }
  from './tahan-bantu.mjs';

const PANGGILAN = Math.floor(Number(process.env.TAHAN_BANYAK || 320) / 2);
const ISI = 20; // records of a call
const MESIN = 8;
const SABAR_MS = 60000;
let b, bb, l;

const uji = (nama, f) => test(nama, () => jaga(f));

before(async () => {
  b = await mulai('tahan-balikan-api');
  b.sql(`INSERT IGNORE INTO wilayah (kode, nama) VALUES ('31', 'Uji'),
    ('3171', 'Uji'), ('317101', 'Uji');
    UPDATE pengaturan SET nilai = '10000'
    WHERE nama = 'balikan_laju_menit'`);
  bb = await import('./balikan-bantu.mjs');
  l = bb.pengirim([['NO_CIF', 'teks', 20, 1]]);
});
after(selesai);

const nik = (n) => `317101${String(1 + n % 28).padStart(2, '0')}0190` +
  String(1 + Math.floor(n / 28)).padStart(4, '0');

/** Send it until there is an answer to it. */
async function gigih(token, kunci, badan) {
  const akhir = Date.now() + SABAR_MS;
  for (;;) {
    let j = null;
    try {
      j = await b.kirim('POST', bb.STORE, {
        authorization: `Bearer ${token.teks}`, 'idempotency-key': kunci,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(badan) }, badan);
    } catch (e) {
      if (!e.code) throw e;
    }
    if (j && j.status === 200) return j;
    if (j && j.status === 409) {
      assert.equal(JSON.parse(j.teks).kode, 'kunci-berjalan');
      // As if its time was over, whether he who has it lives or not.
      try {
        b.sql(`UPDATE balikan_jawaban SET dibuat = dibuat - INTERVAL 1 HOUR
          WHERE token_id = ${token.id} AND kunci = '${kunci}'
          AND status = 0`);
      } catch { /* the database is away */ }
    } else if (j) {
      assert.equal(j.status, 503, j.teks);
      // Whoever says so, the program or the web server for it.
      assert.match(j.headers['content-type'], /^application\/problem\+json/);
      assert.equal(JSON.parse(j.teks).kode, 'sibuk');
      assert.ok(Number(j.headers['retry-after']) > 0);
    }
    assert.ok(Date.now() < akhir, 'no answer for too long');
    await tidur(20);
  }
}

uji('killed while machines send: each record acts once', async () => {
  const jawab = [];
  let ke = 0, jalan = true;
  const mesin = async () => {
    const token = bb.token(l);
    while (ke < PANGGILAN) {
      const i = ke++;
      const kunci = b.kunci();
      const badan = JSON.stringify(Array.from({ length: ISI }, (_, k) =>
        ({ NIK: nik(i * ISI + k), NO_CIF: `C${i}` })));
      const satu = await gigih(token, kunci, badan);
      // Once more: the same answer.
      const dua = await gigih(token, kunci, badan);
      assert.equal(dua.headers['idempotent-replayed'], 'true');
      assert.equal(dua.teks, satu.teks);
      jawab.push(JSON.parse(satu.teks));
    }
  };
  const waktu = [];
  const gangguan = (async () => {
    for (let n = 1; jalan; n++) {
      await tidur(150 + Math.random() * 250);
      if (!jalan) break;
      bunuh('balikan-api');
      if (n % 8 === 0) {
        const awal = Date.now();
        bunuh('basis');
        while (jalan) {
          try {
            b.sql('SELECT 1');
            break;
          } catch { await tidur(20); }
        }
        waktu.push(Date.now() - awal);
      }
    }
  })();
  await Promise.all(Array.from({ length: MESIN }, mesin))
    .finally(() => { jalan = false; });
  await gangguan;
  assert.equal(jawab.length, PANGGILAN);
  for (const j of jawab)
    assert.deepEqual([j.jumlah, j.baru, j.diperbarui, j.tetap, j.ditolak],
      [ISI, ISI, 0, 0, 0]);
  const banyak = String(PANGGILAN * ISI);
  assert.deepEqual(b.sql(`SELECT COUNT(*), COUNT(DISTINCT nik) FROM balikan
    WHERE lembaga_id = ${l.id}`), [[banyak, banyak]]);
  assert.deepEqual(b.sql(`SELECT SUM(baris), SUM(diterima), SUM(diperbarui),
    SUM(tetap) FROM balikan_kiriman WHERE lembaga_id = ${l.id}`),
  [[banyak, banyak, '0', '0']]);
  assert.deepEqual(b.sql(`SELECT COUNT(*) FROM balikan_lama
    WHERE lembaga_id = ${l.id}`), [['0']]);
  utuhkah([['no answer is half', `SELECT kunci FROM balikan_jawaban
    WHERE status = 0`]]);
  gawat(['balikan-api']);
  if (waktu.length > 0) cepat(waktu, 5000, 'database');
});
