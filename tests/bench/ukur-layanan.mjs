// ukur-layanan.mjs - how fast machines send data balikan by the web service:
// a thousand records a call, and one: part of `make bench` (ukur.mjs).

import { kirim } from '../http/bantu.mjs';
import { STORE, bersihkan, pengirim, token, wilayah }
  from '../http/balikan-bantu.mjs';
import { basis, cpu, pelayan, tulis } from './alat.mjs';

const SEKALI = 1000; // records of a large call
const BESAR = 40; // large calls
const KECIL = 1600; // small ones
const TIAP_TOKEN = 80; // a minute, below the rate of a token

/** The n-th NIK, over the serial numbers of as many days as it takes. */
const banyakNik = (n) => wilayah + String(1 + Math.floor(n / 9999 / 12) % 28)
  .padStart(2, '0') + String(1 + Math.floor(n / 9999) % 12).padStart(2, '0') +
  '90' + String(1 + n % 9999).padStart(4, '0');

const rekaman = (n, nilai) => ({ NIK: banyakNik(n), NO_CIF: `CIF${nilai}${n}`,
  NO_HP: '081234567890', JUMLAH: n });

/** Send all bodies with so many connections at once; seconds. */
async function kirimSemua(badan, tokens, sekaligus) {
  let ke = 0;
  const mulai = process.hrtime.bigint();
  const satu = async () => {
    while (ke < badan.length) {
      const i = ke++;
      const j = await kirim('POST', STORE, {
        authorization: `Bearer ${tokens[i % tokens.length].teks}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(badan[i]) }, badan[i]);
      if (j.status !== 200 || JSON.parse(j.teks).ditolak > 0)
        throw new Error(`${STORE}: ${j.status} ${j.teks.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: sekaligus }, satu));
  return Number(process.hrtime.bigint() - mulai) / 1e9;
}

async function ukur(nama, badan, tokens, sekaligus, rekamanTiap) {
  const app = pelayan('balikan-api');
  const awal = [cpu(app), cpu(basis)];
  const s = await kirimSemua(badan, tokens, sekaligus);
  const [a, b] = [cpu(app) - awal[0], cpu(basis) - awal[1]]
    .map((x) => x / badan.length / 1000);
  tulis(`  ${nama.padEnd(34)} ${(badan.length * rekamanTiap / s).toFixed(0)
    .padStart(7)} records/s ${(badan.length / s).toFixed(0)
    .padStart(6)} calls/s   CPU ms per call: app ${a.toFixed(2)}, db ${
    b.toFixed(2)}`);
}

export async function layananWeb() {
  const l = pengirim();
  const tokens = Array.from({ length: Math.ceil(KECIL / TIAP_TOKEN) },
    () => token(l));
  const besar = (nilai) => Array.from({ length: BESAR }, (_, i) =>
    JSON.stringify(Array.from({ length: SEKALI }, (__, k) =>
      rekaman(i * SEKALI + k, nilai))));
  tulis('Web service of data balikan, three parameters a record');
  await ukur('1 000 a call, new, one sender', besar('a'), tokens, 1, SEKALI);
  await ukur('1 000 a call, unchanged', besar('a'), tokens, 1, SEKALI);
  await ukur('1 000 a call, other values', besar('b'), tokens, 1, SEKALI);
  await ukur('one a call, new, eight at once', Array.from({ length: KECIL },
    (_, i) => JSON.stringify(rekaman(BESAR * SEKALI + i, 'a'))), tokens, 8, 1);
  tulis();
  bersihkan();
}

