// ukur-laporan.mjs - how long the pages of the reports take with 100 000
// requests in the tables: part of `make bench` (ukur.mjs).

import { sql } from '../http/bantu.mjs';
import { admin, basis, bergantian, cpu, goal, kue, pelayan, tengah, tulis }
  from './alat.mjs';

const KALI = 15;

/** Median milliseconds of a page, asked for by one person again and again. */
async function halaman(jalur) {
  const ms = [];
  const awal = cpu(basis);
  for (let i = 0; i <= KALI; i++) {
    const mulai = process.hrtime.bigint();
    const j = await admin.html(jalur);
    if (j.status !== 200) throw new Error(`${jalur}: ${j.status}`);
    // The first one reads what lies on the disk.
    if (i > 0) ms.push(Number(process.hrtime.bigint() - mulai) / 1e6);
  }
  return { ms: tengah(ms), db: (cpu(basis) - awal) / 1000 / (KALI + 1) };
}

export async function laporan() {
  const [[banyak, awal, langkah]] = sql(`SELECT (SELECT COUNT(*)
    FROM permintaan), (SELECT DATE(MIN(dibuat)) FROM permintaan),
    (SELECT SUM(jumlah) FROM langkah_histogram)`);
  const semua = `tgl-dari=${awal}`;
  const bulan = `bln-dari=${awal.slice(0, 7)}`;
  const tahun = `tgl-dari=${new Date(Date.now() - 364 * 864e5).toISOString()
    .slice(0, 10)}`;
  tulis(`Reports, ${banyak} requests and ${langkah} ended steps: ms of a ` +
    'page, of these in the database');
  for (const [nama, jalur, batas] of [
    ['requests by month, all of them', `personalisasi?${semua}`, 150],
    ['requests by institution, all', `personalisasi?per=lembaga&${semua}`, 150],
    ['requests by producer, all', `personalisasi?per=produsen&${semua}`, 150],
    ['requests by day, a year', `personalisasi?per=hari&${tahun}`, 150],
    ['cards by day, a year', `kartu?${tahun}`, 150],
    ['cards by month, all, a producer', `kartu?per=bulan&${semua}&produsen=${
      sql(`SELECT MIN(id) FROM lembaga WHERE jenis = 'produsen'`)[0][0]}`, 150],
    ['steps: median, percentile, all', `langkah?${bulan}`, 50],
    ['steps by month, all', `langkah?per=bulan&${bulan}`, 50],
    ['activation by month, all', `aktivasi?${semua}`, 150],
    ['readers by province', 'pembaca', 50],
    ['accounts, a year', `akun?${tahun}`, 150]]) {
    const h = await halaman(`/laporan/${jalur}`);
    tulis(`  ${nama.padEnd(36)} ${h.ms.toFixed(1).padStart(7)}  ${
      h.db.toFixed(1).padStart(7)}`);
    goal(`report: ${nama}`, `${h.ms.toFixed(0)} ms`, h.ms <= batas,
      `<= ${batas} ms`);
  }
  const h = bergantian([{ nama: 'steps', jalur: `/laporan/langkah?${bulan}`,
    kue, app: () => pelayan('laporan') }]);
  tulis(`  steps, eight at once: ${h.steps.laju.toFixed(0)} a second`);
  tulis();
}
