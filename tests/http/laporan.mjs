// laporan.mjs - the reports (U-21): each figure against one computed anew from
// the plain rows, whoever asks; wrong filters; CSV, XLSX and PDF say the same.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { akar, akunBaru, dirVar, lembagaBaru, Orang, q, sql, tunggu, unik }
  from './bantu.mjs';
import { aktifkan } from './pembaca.mjs';
import { diserahkan, perjanjian } from './serah.mjs';

const STATUS = ['baru', 'diajukan', 'ditarik', 'ditolak', 'disetujui',
  'terdaftar', 'dikembalikan', 'diterima'];
const HARI = 864e5;
const WIB = 7 * 36e5;
// Days in which no other test makes anything.
const DARI = '2025-02-03';
const SAMPAI = '2025-09-12';

const o = {};
let nama, minta, tiket, kartu, libur;

/** A number below n that is the same in every run. */
let benih = 7;
function acak(n) {
  benih = (Math.imul(benih, 1103515245) + 12345) >>> 0;
  return (benih >>> 8) % n;
}

const iso = (ms) => new Date(ms).toISOString();
const utc = (ms) => iso(ms).slice(0, 23).replace('T', ' ');
/** Local day of a moment. */
const hari = (ms) => iso(ms + WIB).slice(0, 10);
const per = { hari: (x) => hari(x.dibuat), bulan: (x) => hari(x.dibuat)
  .slice(0, 7), tahun: (x) => hari(x.dibuat).slice(0, 4),
status: (x) => x.status, fungsi: (x) => x.fungsi,
lembaga: (x) => String(x.lembaga), produsen: (x) => String(x.produsen) };

/** Cases at random: from draft to cards received, each with its days. */
function karang() {
  minta = [];
  tiket = [];
  kartu = [];
  const awal = Date.parse(`${DARI}T00:00:00Z`) - 10 * HARI;
  for (let i = 0; i < 150; i++) {
    // Near midnight of Jakarta more often than not.
    const dibuat = awal + acak(240) * HARI + (acak(2) ? 16.9 * 36e5 +
      acak(30) * 6e4 : acak(86400) * 1000);
    const m = { lembaga: acak(3) ? o.satu.akun.lembaga : o.dua.akun.lembaga,
      produsen: acak(3) ? o.prod.akun.lembaga : o.lain.akun.lembaga,
      status: i % 2 ? 'diterima' : STATUS[acak(8)], jumlah: 1 + acak(4),
      dibuat, nomor: unik('LAP/') };
    m.fungsi = m.lembaga === o.dua.akun.lembaga && acak(2) ? 'RW' : 'R';
    m.diajukan = dibuat + 36e5;
    m.agenda = dibuat + acak(6) * HARI;
    minta.push(m);
  }
  sql(`INSERT INTO permintaan (lembaga_id, produsen_id, nomor, judul, jumlah,
    fungsi, status, pembuat_id, dibuat, diajukan, agenda_tanggal) VALUES ${
    minta.map((m) => `(${m.lembaga}, ${m.produsen}, ${q(m.nomor)}, 'Uji',
      ${m.jumlah}, ${q(m.fungsi)}, ${q(m.status)}, ${o.satu.akun.id},
      ${q(utc(m.dibuat))}, ${q(utc(m.diajukan))}, ${q(hari(m.agenda))})`)
      .join(',')};
    INSERT INTO permintaan_total (lembaga_id, produsen_id, status, jumlah)
    SELECT l, p, status, n FROM (SELECT IF(a.s & 1, m.lembaga_id, 0) l,
      IF(a.s & 2, m.produsen_id, 0) p, m.status, COUNT(*) n FROM permintaan m
      JOIN (SELECT 0 s UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL
      SELECT 3) a WHERE m.lembaga_id IN (${o.satu.akun.lembaga},
      ${o.dua.akun.lembaga}) GROUP BY l, p, m.status) x
    ON DUPLICATE KEY UPDATE jumlah = permintaan_total.jumlah + x.n`);
  const id = new Map(sql(`SELECT nomor, id FROM permintaan WHERE lembaga_id
    IN (${o.satu.akun.lembaga}, ${o.dua.akun.lembaga})`));
  for (const m of minta) m.id = Number(id.get(m.nomor));
  let nomor = Number(sql(`INSERT INTO deret (nama, tahun, terakhir)
    VALUES ('tiket', 0, 200) ON DUPLICATE KEY UPDATE
    terakhir = terakhir + 200; SELECT terakhir FROM deret
    WHERE nama = 'tiket' AND tahun = 0`)[0][0]) - 200;
  for (const m of minta.filter((x) => x.status === 'diterima')) {
    const t = { ...m, nomor: ++nomor, tahap: acak(4),
      disposisi: m.agenda + acak(8) * HARI };
    t.tuntas = t.disposisi + acak(12) * HARI + acak(86400) * 1000;
    t.tanda = t.tuntas + acak(6) * HARI;
    t.diterima = t.tanda + acak(5) * HARI;
    tiket.push(t);
    for (let i = 1; i <= t.jumlah; i++)
      kartu.push({ ...t, urut: i, gagal: acak(6) === 0,
        kapan: t.tahap > 0 ? t.tuntas - acak(3) * HARI : null });
  }
  const n = (ada, ms) => (ada ? q(utc(ms)) : 'NULL');
  sql(`INSERT INTO proses (tiket, permintaan_id, lembaga_id, produsen_id,
      jumlah, disposisi, estimasi_mulai, estimasi_selesai, status, tuntas,
      diterima, dibuat) VALUES ${
    tiket.map((t) => `(${t.nomor}, ${t.id}, ${t.lembaga}, ${t.produsen},
      ${t.jumlah}, ${q(hari(t.disposisi))}, ${q(hari(t.disposisi))},
      ${q(hari(t.disposisi))}, ${q(['antri', 'dokumen',
      'siap-serah', 'selesai'][t.tahap])}, ${n(t.tahap > 0, t.tuntas)},
      ${n(t.tahap > 2, t.diterima)}, ${q(utc(t.disposisi))})`).join(',')};
    INSERT INTO dokumen (jenis, proses_id, perihal, status, ditandatangani,
      dibuat) SELECT 'bast', id, 'Uji', 'draf', NULL, tuntas FROM proses
      WHERE permintaan_id IN (${tiket.map((t) => t.id)})
      AND tuntas IS NOT NULL;
    ${tiket.filter((t) => t.tahap > 1).map((t) => `UPDATE dokumen d
      JOIN proses p ON p.id = d.proses_id SET d.status = 'berlaku',
      d.ditandatangani = ${q(utc(t.tanda))}
      WHERE p.permintaan_id = ${t.id};`).join('\n')}
    INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status,
      sam_id, dikerjakan) VALUES ${kartu.map((k) => `(${k.id}, ${k.urut},
      ${q(`${k.id}LK${k.urut}`)}, ${q(`${k.id}LM${k.urut}`)},
      ${q(!k.kapan ? 'kosong' : k.gagal ? 'gagal' : 'personal')},
      ${k.kapan && !k.gagal ? `LPAD(HEX(${k.id} * 100 + ${k.urut} +
        0x7100000000000000), 16, '0')` : 'NULL'},
      ${n(k.kapan, k.kapan)})`).join(',')}`);
}

before(async () => {
  nama = unik('Lembaga Laporan ');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  o.satu = await orang('pengguna', lembagaBaru('bhi-pusat',
    `${nama} Satu & <1>`));
  o.dua = await orang('dinas', lembagaBaru('dinas-provinsi', `${nama} Dua`));
  o.prod = await orang('produsen', lembagaBaru('produsen', `${nama} Prod`));
  o.lain = await orang('produsen', lembagaBaru('produsen', `${nama} Lain`));
  const ditjen = lembagaBaru('ditjen');
  o.admin = await orang('admin', ditjen);
  o.pejabat = await orang('pejabat', ditjen);
  karang();
  libur = new Set(sql('SELECT tanggal FROM libur').flat());
});

/** A report's rows: { key: { column: figure } }; and the row of totals. */
async function laporan(siapa, alamat) {
  const j = await siapa.get(`/laporan/${alamat}`);
  assert.equal(j.status, 200, `${alamat}: ${j.teks.slice(0, 400)}`);
  const kolom = j.semua('/halaman/laporan/kolom')
    .map((k) => k.getAttribute('kode'));
  const angka = (b) => Object.fromEntries(Array.from(
    b.getElementsByTagName('n')).map((x, i) => [kolom[i],
    x.textContent === '' ? null : Number(x.textContent)]));
  return { j, kolom,
    baris: Object.fromEntries(j.semua('/halaman/laporan/baris')
      .map((b) => [b.getAttribute('kunci'), angka(b)])),
    jumlah: j.semua('/halaman/laporan/jumlah').map(angka)[0] };
}

const kode = (orang) => sql(`SELECT kode FROM lembaga
  WHERE id = ${orang.akun.lembaga}`)[0][0];
const rentang = `tgl-dari=${DARI}&tgl-sampai=${SAMPAI}`;
const dalam = (ms) => hari(ms) >= DARI && hari(ms) <= SAMPAI;

/** Rows without those that are all zero. */
const berisi = (baris) => Object.fromEntries(Object.entries(baris)
  .filter(([, b]) => Object.values(b).some((v) => v)));

/** Who may see what of the made cases. */
const milik = () => [
  [o.satu, '', (m) => m.lembaga === o.satu.akun.lembaga],
  [o.dua, '', (m) => m.lembaga === o.dua.akun.lembaga],
  [o.prod, '', (m) => m.produsen === o.prod.akun.lembaga &&
    m.status !== 'baru'],
  [o.prod, `&lembaga=${kode(o.dua)}`, (m) => m.lembaga ===
    o.dua.akun.lembaga && m.produsen === o.prod.akun.lembaga &&
    m.status !== 'baru'],
  [o.admin, `&lembaga=${kode(o.satu)}`, (m) => m.lembaga ===
    o.satu.akun.lembaga && m.status !== 'baru'],
  [o.pejabat, `&produsen=${o.lain.akun.lembaga}`, (m) => m.produsen ===
    o.lain.akun.lembaga && m.status !== 'baru']];

test('U-21 requests by each kind of row, for each person', async () => {
  for (const [siapa, tambah, boleh] of milik())
    for (const p of Object.keys(per))
      for (const s of ['', '&status=diterima', '&fungsi=RW']) {
        const harap = {};
        for (const m of minta.filter((x) => boleh(x) && dalam(x.dibuat) &&
          (!s.includes('status') || x.status === 'diterima') &&
          (!s.includes('fungsi') || x.fungsi === 'RW'))) {
          const b = (harap[per[p](m)] ??= { permintaan: 0, kartu: 0 });
          if (p !== 'status') b[m.status] = (b[m.status] || 0) + 1;
          b.permintaan++;
          b.kartu += m.jumlah;
        }
        const l = await laporan(siapa,
          `personalisasi?per=${p}&${rentang}${tambah}${s}`);
        const ada = berisi(l.baris);
        assert.deepEqual(Object.keys(ada).sort(), Object.keys(harap).sort());
        for (const [k, b] of Object.entries(harap))
          for (const [c, v] of Object.entries(b))
            assert.equal(ada[k][c], v, `${siapa.akun.peran} ${p}${s} ${k} ${c}`);
        assert.equal(l.jumlah.permintaan, Object.values(harap)
          .reduce((a, b) => a + b.permintaan, 0));
        assert.equal(l.jumlah.kartu, Object.values(harap)
          .reduce((a, b) => a + b.kartu, 0));
        // A draft is nobody's business but its institution's.
        assert.equal(p !== 'status' && l.kolom.includes('baru'),
          p !== 'status' && ['pengguna', 'dinas'].includes(siapa.akun.peran));
      }
});

test('U-21 all of it for Ditjen equals a plain count', async () => {
  const hitung = () => sql(`SELECT status, COUNT(*), SUM(jumlah)
    FROM permintaan IGNORE INDEX (permintaan_rekap)
    WHERE DATE(dibuat + INTERVAL 7 HOUR) BETWEEN '${DARI}' AND '${SAMPAI}'
    AND status <> 'baru' GROUP BY status`);
  const benar = hitung();
  for (const p of Object.keys(per)) {
    const l = await laporan(o.admin, `personalisasi?per=${p}&${rentang}`);
    assert.deepEqual(hitung(), benar);
    assert.equal(l.jumlah.permintaan,
      benar.reduce((a, b) => a + Number(b[1]), 0), p);
    assert.equal(l.jumlah.kartu,
      benar.reduce((a, b) => a + Number(b[2]), 0), p);
    if (p !== 'status')
      for (const [s, n] of benar)
        assert.equal(l.jumlah[s], Number(n), `${p} ${s}`);
  }
});

test('U-21 cards done on each day against the capacity', async () => {
  const biasa = Number(sql(`SELECT nilai FROM pengaturan
    WHERE nama = 'kapasitas_harian'`)[0][0]);
  const khusus = new Map(sql('SELECT tanggal, jumlah FROM kapasitas'));
  for (const [siapa, tambah, boleh] of milik()) {
    const harap = {};
    for (let h = Date.parse(`${DARI}T00:00:00Z`); iso(h).slice(0, 10) <=
      SAMPAI; h += HARI) {
      const d = iso(h).slice(0, 10);
      const kerja = ![0, 6].includes(new Date(h).getUTCDay()) &&
        !libur.has(d);
      harap[d] = { selesai: 0, gagal: 0, kapasitas: !kerja ? 0 :
        Number(khusus.get(d) ?? biasa) };
    }
    for (const k of kartu.filter((x) => x.kapan && boleh(x) &&
      dalam(x.kapan)))
      harap[hari(k.kapan)][k.gagal ? 'gagal' : 'selesai']++;
    let l = await laporan(siapa, `kartu?${rentang}${tambah}`);
    assert.deepEqual(l.baris, berisi(harap));
    const bulan = {};
    for (const [d, b] of Object.entries(harap)) {
      const m = (bulan[d.slice(0, 7)] ??= { selesai: 0, gagal: 0,
        kapasitas: 0 });
      for (const c of Object.keys(b)) m[c] += b[c];
    }
    l = await laporan(siapa, `kartu?per=bulan&${rentang}${tambah}`);
    assert.deepEqual(l.baris, bulan);
    for (const c of ['selesai', 'gagal', 'kapasitas'])
      assert.equal(l.jumlah[c], Object.values(harap)
        .reduce((a, b) => a + b[c], 0));
  }
});

/** Working days after dari up to and with sampai. */
function hariKerja(dari, sampai) {
  let n = 0;
  for (let h = Date.parse(`${dari}T00:00:00Z`) + HARI;
    iso(h).slice(0, 10) <= sampai; h += HARI)
    if (![0, 6].includes(new Date(h).getUTCDay()) &&
      !libur.has(iso(h).slice(0, 10))) n++;
  return n;
}

/** The steps of a ticket that have ended: [step, last day, working days]. */
function langkah(t) {
  const b = [hari(t.diajukan), hari(t.agenda), hari(t.disposisi),
    t.tahap > 0 ? hari(t.tuntas) : null, t.tahap > 1 ? hari(t.tanda) : null,
    t.tahap > 2 ? hari(t.diterima) : null];
  const x = [];
  for (let i = 1; i < 6; i++)
    if (b[i]) x.push([i, b[i], hariKerja(b[i - 1], b[i])]);
  if (b[5]) x.push([6, b[5], hariKerja(b[0], b[5])]);
  return x;
}

const NORMA = ['norma_surat', 'norma_disposisi', 'norma_personalisasi',
  'norma_dokumen', 'norma_serah_terima'];

function harapan(h, norma) {
  const n = h.length;
  h.sort((a, b) => a - b);
  return n === 0 ? { tiket: 0, median: null, p90: null, terlama: null, norma,
    terlambat: null } : { tiket: n, median: (h[Math.floor((n - 1) / 2)] +
    h[Math.floor(n / 2)]) / 2, p90: h[Math.ceil(0.9 * n - 1e-9) - 1],
  terlama: h[n - 1], norma, terlambat: h.filter((x) => x > norma).length };
}

test('U-21 P-13 working days of the steps: median, percentile, late',
  async () => {
    const norma = NORMA.map((x) => Number(sql(`SELECT nilai FROM pengaturan
      WHERE nama = '${x}'`)[0][0]));
    norma.push(norma.reduce((a, b) => a + b, 0));
    const periksa = async () => {
      for (const [siapa, tambah, boleh] of milik()) {
        const semua = tiket.filter(boleh).flatMap(langkah)
          .filter(([, d]) => d >= '2025-03-01' && d <= '2025-08-31');
        let l = await laporan(siapa, `langkah?bln-dari=2025-03&bln-sampai=${
          '2025-08'}${tambah}`);
        for (let i = 1; i <= 6; i++)
          assert.deepEqual(l.baris[i], harapan(semua.filter(([s]) => s === i)
            .map((x) => x[2]), norma[i - 1]), `${siapa.akun.peran} ${i}`);
        l = await laporan(siapa, `langkah?per=bulan&langkah=3&bln-dari=${
          '2025-03'}&bln-sampai=2025-08${tambah}`);
        for (let m = 3; m <= 8; m++)
          assert.deepEqual(l.baris[`2025-0${m}`], harapan(semua.filter(([s,
            d]) => s === 3 && d.startsWith(`2025-0${m}`)).map((x) => x[2]),
          norma[2]), `${m}`);
        assert.deepEqual(l.jumlah, harapan(semua.filter(([s]) => s === 3)
          .map((x) => x[2]), norma[2]));
      }
    };
    await periksa();
    // A holiday that is made known late moves what lies around it.
    const d = ['2025-05-07', '2025-06-03'].filter((x) => !libur.has(x));
    for (const x of d) {
      sql(`INSERT INTO libur VALUES (${q(x)}, 'Uji', 'libur',
        UTC_TIMESTAMP(3))`);
      libur.add(x);
    }
    await periksa();
    sql(`DELETE FROM libur WHERE nama = 'Uji'`);
    for (const x of d) libur.delete(x);
    await periksa();
  });

test('U-21 activation: requests, cards activated, manifests that ended',
  async () => {
    const t = diserahkan(o.satu.akun.lembaga, o.prod.akun.lembaga,
      o.satu.akun.id, 6);
    aktifkan(t.kartu, o.satu.akun.lembaga, perjanjian(o.satu.akun.lembaga,
      o.satu.akun.id));
    const hariAktif = ['2024-03-31 16:59:59', '2024-03-31 17:00:00',
      '2024-04-02 05:00:00', '2024-04-02 06:00:00', '2024-05-01 00:00:00',
      '2024-05-02 00:00:00'];
    t.kartu.forEach((k, i) => sql(`UPDATE manifes SET
      diterbitkan = '${hariAktif[i]}' ${i === 5 ? `, pendahulu_id =
      ${t.kartu[4].manifes}` : ''} ${i === 4 ? `, status = 'dicabut',
      sebab = 'pengembalian', tidak_berlaku = '2024-05-02 00:00:00'` : ''}
      WHERE id = ${k.manifes}`));
    for (const [i, s] of ['baru', 'diajukan', 'disetujui', 'ditolak',
      'disetujui'].entries())
      sql(`INSERT INTO aktivasi (lembaga_id, proses_id, nomor, judul, jumlah,
        status, pembuat_id, dibuat) VALUES (${o.satu.akun.lembaga}, ${t.id},
        ${q(unik('A/'))}, 'Uji', ${i + 1}, '${s}', ${o.satu.akun.id},
        '2024-0${4 + i % 2}-10 02:00:00')`);
    const r = 'tgl-dari=2024-01-01&tgl-sampai=2024-12-31';
    let l = await laporan(o.satu, `aktivasi?per=bulan&${r}`);
    assert.deepEqual(berisi(l.baris), {
      '2024-03': { baru: 0, diajukan: 0, ditarik: 0, disetujui: 0, ditolak: 0,
        permintaan: 0, kartu: 0, diaktifkan: 1, pengganti: 0, berhenti: 0 },
      '2024-04': { baru: 1, diajukan: 0, ditarik: 0, disetujui: 2, ditolak: 0,
        permintaan: 3, kartu: 9, diaktifkan: 3, pengganti: 0, berhenti: 0 },
      '2024-05': { baru: 0, diajukan: 1, ditarik: 0, disetujui: 0, ditolak: 1,
        permintaan: 2, kartu: 6, diaktifkan: 1, pengganti: 1, berhenti: 1 } });
    l = await laporan(o.satu, `aktivasi?per=status&${r}`);
    assert.deepEqual(l.jumlah, { permintaan: 5, kartu: 15 });
    // Drafts are the institution's own.
    l = await laporan(o.admin, `aktivasi?per=lembaga&${r}&lembaga=${
      kode(o.satu)}`);
    assert.deepEqual(Object.values(l.baris), [{ diajukan: 1, ditarik: 0,
      disetujui: 2, ditolak: 1, permintaan: 4, kartu: 14, diaktifkan: 5,
      pengganti: 1, berhenti: 1 }]);
    assert.equal((await laporan(o.dua, `aktivasi?${r}`)).jumlah.diaktifkan, 0);
    assert.equal((await o.prod.get('/laporan/aktivasi')).status, 403);
    // Readers in use, by region, then down to the institution.
    l = await laporan(o.satu, 'pembaca');
    assert.deepEqual(l.baris, { 32: { kabkota: 1, lembaga: 1, r: 5, rw: 0,
      pembaca: 5 } });
    const j = await o.satu.get(l.j.nilai('/halaman/laporan/baris/@href'));
    assert.equal(j.nilai('/halaman/laporan/@per'), 'kabkota');
    assert.equal(j.nilai('/halaman/laporan/baris/@kunci'), '3273');
    l = await laporan(o.admin, `pembaca?prov=32&kab=3273&lembaga=${
      kode(o.satu)}`);
    assert.deepEqual(Object.values(l.baris), [{ r: 5, rw: 0, pembaca: 5 }]);
    assert.equal((await laporan(o.satu, 'pembaca?fungsi=RW')).jumlah.pembaca,
      0);
  });

test('U-21 what accounts do, for admin alone', async () => {
  const akun = akunBaru('pengguna', o.satu.akun.lembaga, unik('aktif'));
  const tamu = new Orang();
  await tamu.get('/login');
  await tamu.post('/login', { username: akun.username, sandi: 'salah-sekali' });
  const p = await Orang.masuk(akun);
  await Orang.masuk(akun);
  const j = await p.post('/permintaan', { nomor: unik('045/AK/'),
    judul: 'Uji akun', produsen: o.prod.akun.lembaga, jumlah: 3, fungsi: 'R',
    aksi: 'draf' });
  assert.equal(j.status, 303, j.teks);
  const alamat = `akun?lembaga=${kode(o.satu)}&peran=pengguna`;
  let l;
  // Counted when the worker has sealed the log.
  await tunggu(async () => {
    l = await laporan(o.admin, alamat);
    return l.baris[akun.username]?.masuk === 2 &&
      l.baris[akun.username]?.tindakan > 0;
  }, 30000);
  const [[m, g, t]] = sql(`SELECT SUM(tindakan = 'masuk'),
    SUM(tindakan = 'masuk-gagal'),
    SUM(tindakan NOT IN ('masuk', 'masuk-gagal')) FROM audit
    WHERE (tindakan = 'masuk-gagal' AND objek = 'akun'
    AND objek_id = ${akun.id}) OR (tindakan <> 'masuk-gagal'
    AND akun_id = ${akun.id})`);
  assert.deepEqual(l.baris[akun.username], { masuk: Number(m),
    'gagal-masuk': Number(g), tindakan: Number(t) });
  assert.equal(Number(g), 1);
  for (const x of ['hari', 'bulan', 'peran', 'lembaga']) {
    const k = await laporan(o.admin, `${alamat}&per=${x}`);
    assert.equal(k.jumlah.akun, 2, x);
    assert.ok(k.jumlah.masuk >= 3, x);
  }
  for (const x of ['satu', 'dua', 'prod', 'pejabat'])
    assert.equal((await o[x].get('/laporan/akun')).status, 403, x);
});

test('U-21 U-26 a wrong filter is told, and kept as typed', async () => {
  const salah = [
    ['personalisasi?per=abad', { per: 'pilihan' }],
    ['personalisasi?per=langkah', { per: 'pilihan' }],
    ['kartu?per=lembaga', { per: 'pilihan' }],
    ['kartu?tgl-dari=2026-02-30', { 'tgl-dari': 'tanggal' }],
    ['kartu?tgl-dari=kemarin&tgl-sampai=besok', { 'tgl-dari': 'tanggal',
      'tgl-sampai': 'tanggal' }],
    ['personalisasi?tgl-dari=2026-02-02&tgl-sampai=2026-02-01',
      { 'tgl-sampai': 'sebelum-awal' }],
    ['personalisasi?per=hari&tgl-dari=2024-01-01&tgl-sampai=2025-01-01',
      { 'tgl-sampai': 'rentang-hari' }],
    ['personalisasi?tgl-dari=1990-01-01', { 'tgl-sampai': 'rentang' }],
    ['langkah?bln-dari=2026-13', { 'bln-dari': 'bulan' }],
    ['langkah?bln-dari=2026-05&bln-sampai=2026-04',
      { 'bln-sampai': 'sebelum-awal' }],
    ['langkah?langkah=7', { langkah: 'pilihan' }],
    ['langkah?jenis=warung', { jenis: 'pilihan' }],
    ['personalisasi?status=hilang&fungsi=X', { status: 'pilihan',
      fungsi: 'pilihan' }],
    ['personalisasi?lembaga=999999', { lembaga: 'tidak-ada' }],
    ['personalisasi?produsen=abc', { produsen: 'angka' }],
    [`personalisasi?produsen=${o.satu.akun.lembaga}`,
      { produsen: 'pilihan' }],
    ['pembaca?prov=xx', { prov: 'wilayah' }],
    ['pembaca?prov=32&kab=1101', { kab: 'wilayah' }],
    ['akun?peran=raja', { peran: 'pilihan' }]];
  for (const [alamat, galat] of salah) {
    const [jalur, tanya] = alamat.split('?');
    for (const x of [`/laporan/${alamat}`,
      `/laporan/${jalur}/unduh/csv?${tanya}`]) {
      const j = await o.admin.get(x);
      assert.equal(j.status, 422, x);
      assert.deepEqual(j.galat, galat, x);
      assert.equal(j.nilai('/halaman/laporan/@kode'), jalur);
    }
    const h = await o.admin.html(`/laporan/${alamat}`);
    assert.equal(h.status, 422);
    assert.match(h.teks, /<title>Galat: /);
  }
  const h = await o.admin.html('/laporan/personalisasi?lembaga=999999');
  assert.match(h.teks, /value="999999"/);
  // Whose figures they are is no filter of theirs.
  for (const [siapa, x] of [[o.satu, `lembaga=${kode(o.dua)}`],
    [o.prod, `produsen=${o.lain.akun.lembaga}`]]) {
    const j = await siapa.get(`/laporan/personalisasi?${x}`);
    assert.equal(j.status, 422);
    assert.equal(Object.values(j.galat)[0], 'bukan-anda');
  }
  assert.equal((await o.admin.get('/laporan/kartu/unduh/exe')).status, 404);
  assert.equal((await new Orang().get('/laporan')).status, 401);
});

/** Cells of the only sheet of a workbook. */
function lembar(isi) {
  const kerja = mkdtempSync(join(tmpdir(), 'sf-lap-'));
  writeFileSync(join(kerja, 'x.xlsx'), isi);
  const baca = (f) => {
    try {
      return execFileSync('unzip', ['-p', join(kerja, 'x.xlsx'), f],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch { return ''; }
  };
  const teks = [...baca('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)</g)]
    .map((x) => x[1]);
  const polos = (s) => s.replace(/&lt;/g, '<').replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"').replace(/&amp;/g, '&');
  const baris = [...baca('xl/worksheets/sheet1.xml')
    .matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((b) =>
    [...b[1].matchAll(/<c r="[A-Z]+\d+"([^>]*)>(.*?)<\/c>/gs)].map((c) => {
      if (/t="inlineStr"/.test(c[1]))
        return polos(c[2].replace(/<[^>]*>/g, ''));
      const v = c[2].replace(/<[^>]*>/g, '');
      return /t="s"/.test(c[1]) ? polos(teks[Number(v)]) : v;
    }));
  rmSync(kerja, { recursive: true });
  return baris;
}

function teksPdf(isi) {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: isi,
    encoding: 'utf8' });
}

test('U-21 CSV, XLSX and PDF say what the page says', async () => {
  for (const [siapa, jalur, tanya] of [
    [o.satu, 'personalisasi', `per=bulan&${rentang}`],
    [o.admin, 'personalisasi', `per=lembaga&${rentang}&lembaga=${kode(o.satu)}`],
    [o.prod, 'kartu', `per=bulan&${rentang}`],
    [o.satu, 'langkah', 'bln-dari=2025-03&bln-sampai=2025-08'],
    [o.satu, 'pembaca', '']]) {
    const l = await laporan(siapa, `${jalur}?${tanya}`);
    const unduh = (k) => siapa.get(`/laporan/${jalur}/unduh/${k}?${tanya}`);
    const csv = await unduh('csv');
    assert.match(csv.headers['content-type'], /text\/csv/);
    const baris = csv.teks.replace(/^\uFEFF/, '').trim().split('\r\n')
      .map((b) => [...b.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map((x) => x[1].replace(/^"|"$/g, '').replace(/""/g, '"'))
        .slice(0, -1));
    const angka = (b) => b.slice(-l.kolom.length)
      .map((x) => (x === '' ? null : Number(x)));
    const harap = Object.values(l.baris).concat(l.jumlah ? [l.jumlah] : [])
      .map((b) => l.kolom.map((k) => b[k]));
    assert.deepEqual(baris.slice(1).map(angka), harap, jalur);
    const xlsx = await unduh('xlsx');
    const isi = lembar(xlsx.isi);
    assert.deepEqual(isi[0], baris[0], jalur);
    assert.equal(isi.length, baris.length);
    isi.slice(1).forEach((b, i) => assert.deepEqual(
      b.filter((x) => x !== ''), baris[i + 1].filter((x) => x !== '')));
    // The printed one: letterhead, whose, period, when, and each figure.
    const pdf = await unduh('pdf');
    assert.equal(pdf.headers['content-type'], 'application/pdf');
    const kertas = teksPdf(pdf.isi);
    assert.match(kertas, /DIREKTORAT JENDERAL/);
    assert.match(kertas, /Dibuat\s+:\s+\d\d \w+ \d{4} \d\d:\d\d WIB/);
    assert.match(kertas, /tidak\s+(Halaman \d+ dari \d+\s+)?ditandatangani/);
    const nilai = Object.values(l.jumlah || l.baris[1])
      .filter((v) => v !== null);
    for (const v of nilai)
      assert.ok(kertas.includes(new Intl.NumberFormat('id-ID').format(v)),
        `${jalur} ${v}`);
    const satuLembaga = `${nama} Satu & <1>`.replace(/\s+/g, ' ');
    if (siapa === o.satu || tanya.includes('lembaga='))
      assert.ok(kertas.replace(/\s+/g, ' ').includes(satuLembaga), jalur);
  }
  const j = await o.admin.get(`/laporan/personalisasi/unduh/pdf?per=status&${
    rentang}&lembaga=${kode(o.satu)}&fungsi=R`);
  assert.match(j.headers['content-disposition'], new RegExp(`filename="${
    'laporan-personalisasi-status-'}${DARI}-${SAMPAI}-lembaga-${kode(o.satu)
  }-fungsi-R-dibuat-\\d{8}-\\d{4}\\.pdf"`));
  const t = teksPdf(j.isi);
  assert.match(t, /03 Feb 2025 – 12 Sep 2025/);
  assert.match(t, /Fungsi\s+:\s+R \(baca\)/);
});

test('U-21 the chart is drawn from the figures of the table', async () => {
  for (const x of [`personalisasi?per=bulan&${rentang}`, `kartu?${rentang}`,
    'langkah?bln-dari=2025-03&bln-sampai=2025-08']) {
    const l = await laporan(o.satu, x);
    const h = await o.satu.html(`/laporan/${x}`);
    assert.match(h.teks, /Lihat sebagai tabel/);
    assert.doesNotMatch(h.teks, /NaN|Infinity|style="/);
    const utama = Number(l.j.nilai('/halaman/laporan/@utama')) - 1;
    const maks = Number(l.j.nilai('/halaman/laporan/@maks'));
    const nilai = Object.values(l.baris).map((b) => b[l.kolom[utama]])
      .filter((v) => v > 0);
    assert.ok(nilai.length > 0 && maks >= Math.max(...nilai));
    const batang = x.startsWith('langkah') ?
      [...h.teks.matchAll(/<rect class="isi" height="18" rx="2" width="([\d.]+)%"/g)] :
      [...h.teks.matchAll(/<rect class="isi"[^>]* height="([\d.]+)"/g)];
    assert.equal(batang.length, nilai.length);
    batang.forEach((b, i) => assert.ok(
      Math.abs(Number(b[1]) - 100 * nilai[i] / maks) < 0.06, `${x} ${i}`));
  }
  // Which there are for whom.
  const ada = async (siapa) => (await siapa.get('/laporan'))
    .semua('/halaman/lihat').map((e) => e.getAttribute('kode'));
  assert.deepEqual(await ada(o.prod), ['personalisasi', 'kartu', 'langkah']);
  assert.equal((await ada(o.satu)).length, 6);
  assert.equal((await ada(o.admin)).length, 7);
  assert.equal((await ada(o.pejabat)).length, 6);
});

test('U-21 what is maintained equals what is counted anew', () => {
  const env = { ...process.env, SIFILMA_VAR: dirVar,
    SIFILMA_SQL: `${join(akar, 'nginx', 'suite')} sql` };
  let keluar = '';
  try {
    execFileSync(join(akar, 'sql', 'hitung-total'), { env, encoding: 'utf8' });
  } catch (e) {
    keluar = e.stdout;
  }
  // Other tests make requests by SQL, which counts nothing of lists.
  const beda = keluar.split('\n')
    .filter((b) => /^(langkah|histogram|pembaca|aktivitas)\t/.test(b));
  assert.deepEqual(beda, []);
});
