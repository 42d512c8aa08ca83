// ukur-pesan.mjs - how many messages the worker sends in a second (U-18), to
// servers that take them at once and to ones that think for a moment: part of
// `make bench` (ukur.mjs).

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { akar, dirVar, sql, tunggu } from '../http/bantu.mjs';
import { serverWa } from '../http/pesan-bantu.mjs';
import { basis, cpu, goal, layanan, tulis } from './alat.mjs';

const BANYAK = Number(process.env.BENCH_PESAN || 2000);

/** A mail server that keeps nothing, so that it is not what is measured. */
function serverCepat(tundaMs) {
  const s = { n: 0 };
  const server = net.createServer((soket) => {
    let sisa = '', isi = false;
    soket.setNoDelay(true);
    soket.on('error', () => {});
    soket.write('220 bench\r\n');
    soket.on('data', (b) => {
      sisa += b.toString('latin1');
      for (;;) {
        if (isi) {
          const akhir = sisa.indexOf('\r\n.\r\n');
          if (akhir < 0) return;
          sisa = sisa.slice(akhir + 5);
          isi = false;
          s.n++;
          setTimeout(() => soket.write('250 OK\r\n'), tundaMs);
          continue;
        }
        const akhir = sisa.indexOf('\r\n');
        if (akhir < 0) return;
        const kata = sisa.slice(0, 4).toUpperCase();
        sisa = sisa.slice(akhir + 2);
        isi = kata === 'DATA';
        soket.write(isi ? '354 go\r\n' : kata === 'QUIT' ? '221 bye\r\n' :
          '250 OK\r\n');
      }
    });
  });
  return new Promise((r) => {
    server.listen(0, '127.0.0.1', () => {
      s.port = server.address().port;
      s.hentikan = () => server.close();
      r(s);
    });
  });
}

const berkas = join(dirVar, 'sifilma.conf');
const suite = (...a) => execFileSync(join(akar, 'nginx', 'suite'), a,
  { encoding: 'utf8' });

async function pekerja(konfig, isi) {
  const [lama] = layanan('pekerja-notifikasi');
  writeFileSync(berkas, konfig + Object.entries(isi)
    .map(([n, v]) => `${n} = ${v}\n`).join(''));
  suite('restart', 'pekerja-notifikasi');
  return tunggu(() => {
    const kini = layanan('pekerja-notifikasi');
    return kini.length > 0 && kini[0] !== lama && kini;
  }, 30000);
}

/** Messages a second, and µs of worker and database for each. */
async function kirim(saluran, proses) {
  const awal = [proses, basis].map(cpu);
  sql(`INSERT INTO kotak_keluar (saluran, kepada, templat, data, dibuat,
    berikut) SELECT '${saluran}', IF('${saluran}' = 'wa', CONCAT('0812',
    LPAD(seq, 8, '0')), CONCAT('bench', seq, '@uji.example')), 'tiket-terbit',
    'tiket=T00000001\\njudul=Pengadaan pembaca KTP-el\\nmulai=2026-12-01\\nselesai=2026-12-05',
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM seq_1_to_${BANYAK}`);
  const mulai = Date.now();
  await tunggu(() => sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE saluran = '${saluran}' AND berikut IS NOT NULL`)[0][0] === '0',
  300000);
  const ms = Date.now() - mulai;
  const gagal = Number(sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE (kepada LIKE 'bench%' OR saluran = 'wa') AND status <> 'terkirim'
    AND templat = 'tiket-terbit' AND data LIKE 'tiket=T00000001\\n%' `)[0][0]);
  if (gagal) throw new Error(`${gagal} messages were not sent`);
  const hasil = { laju: 1000 * BANYAK / ms, cpu: [proses, basis].map((p, i) =>
    (cpu(p) - awal[i]) / BANYAK) };
  sql("DELETE FROM kotak_keluar WHERE templat = 'tiket-terbit'");
  return hasil;
}

export async function ukurPesan() {
  const konfig = readFileSync(berkas, 'utf8');
  const wa = await serverWa();
  const server = [];
  writeFileSync(join(dirVar, 'wa-token'), 'bench\n');
  // What waits already, or is shown, is not sent to them.
  sql("UPDATE kotak_keluar SET status = 'tampil', berikut = NULL");
  const dasar = (port) => ({ smtp_url: `smtp://127.0.0.1:${port}`,
    smtp_tls: 'tanpa', pengirim: 'bench@dukcapil.example', surel_laju: 0,
    wa_url: wa.url, wa_token_berkas: join(dirVar, 'wa-token'), wa_laju: 0 });
  tulis();
  tulis(`Messages (${BANYAK} of them with a calendar file; a second, and µs ` +
    'of the processor each: worker, database)');
  try {
    let h;
    for (const [nama, tunda, sambungan] of [
      ['e-mail, a server that takes at once, 4 connections', 0, 4],
      ['e-mail, a server that thinks for 50 ms, 4 connections', 50, 4],
      ['e-mail, a server that thinks for 50 ms, 16 connections', 50, 16]]) {
      const s = await serverCepat(tunda);
      server.push(s);
      const p = await pekerja(konfig, { ...dasar(s.port),
        surel_sambungan: sambungan });
      h = await kirim('surel', p);
      tulis(`  ${nama.padEnd(58)} ${h.laju.toFixed(0).padStart(5)}/s  ` +
        `${h.cpu.map((x) => x.toFixed(0).padStart(5)).join(' ')}`);
      if (tunda === 0)
        goal('e-mails', `${h.laju.toFixed(0)}/s`, h.laju >= 200, '≥ 200/s');
    }
    h = await kirim('wa', layanan('pekerja-notifikasi'));
    tulis(`  ${'WhatsApp, 4 connections'.padEnd(58)} ` +
      `${h.laju.toFixed(0).padStart(5)}/s  ` +
      `${h.cpu.map((x) => x.toFixed(0).padStart(5)).join(' ')}`);
  } finally {
    await pekerja(konfig, {});
    for (const s of server) s.hentikan();
    await wa.hentikan();
  }
}
