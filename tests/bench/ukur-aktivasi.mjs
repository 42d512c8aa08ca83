// ukur-aktivasi.mjs - how fast readers are activated, one by one and by a
// file, and the pages that follow: part of `make bench` (ukur.mjs).

import assert from 'node:assert/strict';
import { akunBaru, lembagaBaru, Orang, sql, tunggu } from '../http/bantu.mjs';
import { bertoken, perjanjian } from '../http/serah.mjs';
import { admin, basis, bergantian, cpu, DAFTAR, goal, kue, kueDari, layanan,
  nginx, pelayan, rasio, tabel, tulis } from './alat.mjs';

const MASSAL = Number(process.env.BENCH_MASSAL || 10000);
const SATU = 600; // cards activated one by one, and again with their sheets
const SERENTAK = 8;

let bank, desa;

async function siapkan() {
  const lembaga = lembagaBaru('bhi-pusat');
  bank = await Orang.masuk(akunBaru('pengguna', lembaga));
  perjanjian(lembaga, bank.akun.id);
  // All over the country, as on the map.
  desa = sql(`SELECT kode FROM wilayah WHERE CHAR_LENGTH(kode) = 10
    ORDER BY CRC32(kode) LIMIT ${MASSAL}`).flat();
}

const kartuBertoken = (n) => bertoken(bank, admin, lembagaBaru('produsen'), n);
const tempat = (i) => ({ desa: desa[i % desa.length],
  lintang: (5 - (i * 37 % 1500) / 100).toFixed(4),
  bujur: (96 + (i * 61 % 4400) / 100).toFixed(4) });

/** Each of them, SERENTAK at the same time; ms of the clock, and µs of the
 * processor of each: program, nginx, database. */
async function semua(kartu, kerja) {
  const proses = [pelayan('aktivasi'), nginx, basis];
  const awal = proses.map(cpu);
  const mulai = Date.now();
  let berikut = 0;
  await Promise.all(Array.from({ length: SERENTAK }, async () => {
    while (berikut < kartu.length) await kerja(kartu[berikut++], berikut);
  }));
  const ms = Date.now() - mulai;
  return { laju: 1000 * kartu.length / ms, cpu: proses.map((p, i) =>
    (cpu(p) - awal[i]) / kartu.length) };
}

async function aktifkan(k, i) {
  const t = tempat(i);
  const j = await bank.post(`/aktivasi/kartu/${k.id}/aktifkan`, {
    sam_id: k.sam, token: k.token, seri_mesin: k.mesin, outlet: 'KCP Uji',
    alamat: 'Jalan Uji No. 1', lintang: t.lintang, bujur: t.bujur,
    provinsi: t.desa.slice(0, 2), kota: t.desa.slice(0, 4),
    kecamatan: t.desa.slice(0, 6), kelurahan: t.desa });
  assert.equal(j.status, 303, j.teks);
}

const jalurLembar = (kartu) => sql(`SELECT manifes_id FROM kartu
  WHERE id IN (${kartu.map((k) => k.id)})`).map(([m]) =>
  `/aktivasi/manifes/${m}/pdf`);

async function ambilLembar(jalur) {
  const j = await bank.get(jalur);
  assert.equal(j.headers['content-type'], 'application/pdf');
}

const baris = (nama, h) => tulis(`  ${nama.padEnd(38)} ${
  h.laju.toFixed(0).padStart(6)}    ${[...h.cpu,
  h.cpu.reduce((a, b) => a + b, 0)].map((x) => x.toFixed(0).padStart(5))
  .join('  ')}`);

async function satuPerSatu() {
  const kartu = await kartuBertoken(2 * SATU);
  const tanpa = await semua(kartu.slice(0, SATU), aktifkan);
  const lagi = kartu.slice(SATU);
  const aktif = await semua(lagi, aktifkan);
  const pdf = await semua(jalurLembar(lagi), ambilLembar);
  const dengan = { laju: 1 / (1 / aktif.laju + 1 / pdf.laju),
    cpu: aktif.cpu.map((x, i) => x + pdf.cpu[i]) };
  tulis('Activation by the form, manifest signed and verified');
  tulis('                                        a second    CPU µs of each');
  tulis('                                                  app    nginx  db ' +
    '    sum');
  baris('activated', tanpa);
  baris('activated, and its sheet as PDF', dengan);
  goal('CPU of a whole activation in its program',
    `${(tanpa.cpu[0] / 1000).toFixed(2)} ms`, tanpa.cpu[0] <= 1500,
    '<= 1.5 ms');
  return kartu[0];
}

async function massal() {
  const kartu = await kartuBertoken(MASSAL);
  const isi = 'sam_id,token,seri_mesin,outlet,alamat,kode_wilayah,latitude,' +
    'longitude\n' + kartu.map((k, i) => {
    const t = tempat(i);
    return `${k.sam},${k.token},${k.mesin},Outlet ${i},Jalan Uji ${i},${
      t.desa},${t.lintang},${t.bujur}\n`;
  }).join('');
  const pekerja = layanan('pengaktif-massal');
  const awal = [cpu(pekerja), cpu(basis)];
  const mulai = Date.now();
  const j = await bank.post('/aktivasi/massal/baru', {},
    { berkas: { nama: 'bench.csv', isi } });
  assert.equal(j.status, 303, j.teks);
  const terima = Date.now() - mulai;
  const id = /(\d+)$/.exec(j.lokasi.split('?')[0])[1];
  await tunggu(() => sql(`SELECT status FROM massal
    WHERE id = ${id}`)[0][0] === 'selesai', 600000);
  const [[berhasil, detik]] = sql(`SELECT berhasil,
    TIMESTAMPDIFF(MICROSECOND, dibuat, selesai) / 1000000 FROM massal
    WHERE id = ${id}`);
  assert.equal(Number(berhasil), MASSAL);
  const satu = [cpu(pekerja) - awal[0], cpu(basis) - awal[1]]
    .map((x) => x / MASSAL);
  tulis(`A file of ${MASSAL} cards: read and answered in ${terima} ms, all ` +
    `active after ${Number(detik).toFixed(1)} s, ${
      (MASSAL / detik).toFixed(0)} a second`);
  tulis(`  CPU µs of each: worker ${satu[0].toFixed(0)}, database ${
    satu[1].toFixed(0)}`);
  goal('CPU of a card of a file in its worker',
    `${(satu[0] / 1000).toFixed(2)} ms`, satu[0] <= 1500, '<= 1.5 ms');
  goal(`a file of ${MASSAL} cards`, `${Number(detik).toFixed(1)} s`,
    detik <= MASSAL / 250, `<= ${MASSAL / 250} s`);
}

async function halaman(kartu) {
  const [[kode, banyak]] = sql(`SELECT m.kode, (SELECT COUNT(*) FROM manifes
    WHERE status = 'berlaku') FROM manifes m JOIN kartu k
    ON k.manifes_id = m.id WHERE k.id = ${kartu.id}`);
  const h = bergantian([
    { nama: 'list', jalur: DAFTAR, kue, app: () => pelayan('permintaan') },
    { nama: 'manifest verified', jalur: `/verifikasi/${kode}`,
      app: () => pelayan('verifikasi') },
    { nama: 'sheet, PDF', jalur: jalurLembar([kartu])[0], kue: kueDari(bank),
      app: () => pelayan('aktivasi') },
    // Few at once: what waits after a round would spoil the next.
    { nama: 'map, all', jalur: '/aktivasi/peta', kue, sambungan: 2,
      app: () => pelayan('aktivasi') },
    { nama: 'map, a regency', jalur: `/aktivasi/peta?prov=${
      desa[0].slice(0, 2)}&kab=${desa[0].slice(0, 4)}`, kue,
    sambungan: 2, app: () => pelayan('aktivasi') }]);
  tulis(`Pages after it, beside the list page; ${banyak} readers`);
  tabel(h);
  const r = rasio(h, 'manifest verified', 'list');
  goal('requests/s of a manifest\'s verification / list page', r.toFixed(2),
    r >= 0.9, '>= 0.9');
  tulis(`  map / list: ${rasio(h, 'map, all', 'list').toFixed(2)} ` +
    '(requests/s)');
}

export async function aktivasi() {
  await siapkan();
  const kartu = await satuPerSatu();
  tulis();
  await massal();
  tulis();
  await halaman(kartu);
  tulis();
}
