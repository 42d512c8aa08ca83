// tahan-pesan.mjs - the worker that sends messages is killed between sending
// and marking, again and again: no message is lost, and nobody gets one more
// than twice (U-18; security.md, "What is proved", 1).
//
// As tahan.mjs; TAHAN_BANYAK is the number of messages.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serverSurel, serverWa } from './pesan-bantu.mjs';
import { anak, gawat, jaga, jalankan, mulai, rumah, selesai, tidur }
  from './tahan-bantu.mjs';

const BANYAK = Number(process.env.TAHAN_BANYAK || 300);
const MATI_MS = 150; // about so long does a worker live

let b, surel, wa;

before(async () => {
  b = await mulai('tahan-pesan');
  // Slow enough that most kills come while something is on its way.
  surel = await serverSurel('--tunda', '40');
  wa = await serverWa();
  const berkas = join(rumah.dir, 'sifilma.conf');
  writeFileSync(join(rumah.dir, 'wa-token'), 'rahasia-uji\n');
  writeFileSync(berkas, `${readFileSync(berkas, 'utf8')}
smtp_url = smtp://127.0.0.1:${surel.port}
smtp_tls = tanpa
surel_laju = 0
surel_sambungan = 4
pengirim = surat@dukcapil.example
wa_url = ${wa.url}
wa_token_berkas = ${join(rumah.dir, 'wa-token')}
wa_laju = 0
`);
  jalankan(['restart', 'pekerja-notifikasi']);
});

after(async () => {
  selesai();
  await surel?.hentikan();
  await wa?.hentikan();
});

const angka = (teks) => Number(b.sql(teks)[0][0]);

test('U-18 killed between sending and marking: none lost, none thrice',
  () => jaga(async () => {
    b.sql(`INSERT INTO kotak_keluar (saluran, kepada, templat, data, dibuat,
      berikut) SELECT IF(seq % 5 = 0, 'wa', 'surel'),
      IF(seq % 5 = 0, CONCAT('0812', LPAD(seq, 8, '0')),
      CONCAT('tahan', seq, '@uji.example')), 'permintaan-ditolak',
      'id=1\\nnomor=1\\njudul=Uji', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
      FROM seq_1_to_${BANYAK}`);
    let kali = 0;
    const akhir = Date.now() + 1000 * (60 + BANYAK);
    for (;;) {
      const sisa = angka(`SELECT COUNT(*) FROM kotak_keluar
        WHERE berikut IS NOT NULL`);
      if (sisa === 0) break;
      assert.ok(Date.now() < akhir, `${sisa} are still queued`);
      // A claim lasts minutes: here it ends as soon as its worker is dead.
      const [pid] = anak('pekerja-notifikasi');
      await tidur(MATI_MS * 2 * Math.random());
      if (!pid || sisa < 5) {
        await tidur(100);
      } else {
        try { process.kill(pid, 'SIGKILL'); kali++; } catch { /* gone */ }
        await b.tunggu(() => anak('pekerja-notifikasi')[0] !== pid);
      }
      try {
        b.sql(`UPDATE kotak_keluar SET berikut = UTC_TIMESTAMP(3)
          WHERE status = 'mengirim' AND dipegang IS NOT NULL
          AND berikut > UTC_TIMESTAMP(3) AND berikut < UTC_TIMESTAMP(3) +
          INTERVAL 298 SECOND OR status = 'antri'`);
      } catch (e) {
        // Overtaken by a worker: in the next round again.
        if (!/ERROR 1213/.test(e.message)) throw e;
      }
      if (sisa < 5) await tidur(2500);
    }
    const kena = new Map();
    const tambah = (k) => kena.set(k, (kena.get(k) || 0) + 1);
    await b.tunggu(() => surel.surat.length + wa.minta.length >= angka(
      "SELECT COUNT(*) FROM kotak_keluar WHERE status = 'terkirim'"));
    for (const s of surel.surat) tambah(s.to[0]);
    for (const m of wa.minta) tambah(`0${m.to.slice(2)}`);
    let dua = 0, putus = 0, hampa = 0;
    const id = new Map();
    for (const s of surel.surat) {
      const lama = id.get(s.to[0]);
      assert.ok(!lama || lama === s.headers['message-id']);
      id.set(s.to[0], s.headers['message-id']);
    }
    for (const [kepada, status, galat] of b.sql(`SELECT kepada, status,
      IFNULL(galat, '') FROM kotak_keluar`)) {
      const n = kena.get(kepada) || 0;
      assert.ok(n <= 2, `${kepada} came ${n} times`);
      dua += n === 2;
      if (status === 'terkirim') {
        assert.ok(n >= 1, `${kepada} is marked and did not come`);
      } else {
        // Broken twice: left to a person, who sees it.
        assert.deepEqual([status, galat], ['gagal', 'terputus'], kepada);
        putus++;
        hampa += n === 0;
      }
    }
    console.log(`# ${BANYAK} messages, ${kali} kills: ${dua} came twice, ` +
      `${putus} were left to a person (${hampa} of them had not come)`);
    assert.ok(kali >= 5, `only ${kali} kills`);
    gawat(['pekerja-notifikasi']);
  }));
