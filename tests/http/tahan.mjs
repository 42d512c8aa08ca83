// tahan.mjs - what was acknowledged stays: programs and the database are
// killed under a mixed load, forms are sent 64 times at once, and hundreds
// ask for numbers and places in the plan together.  Afterwards the tables and
// the file store must agree with each other and with every answer that was
// given (security.md, "What is proved", 1 and 6).
//
// It has a suite of its own, because others would not like theirs killed.
// TAHAN_BANYAK is the number of requests of each part (default 300;
// `make faults` takes 2000), TAHAN_PENULIS that of concurrent writers.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PROSES, akar, anak, baca, beban, bunuh, cepat, gawat, gigih, hitung,
  isi, jaga, jalankan, masuk, mulai, rumah, sampaiMenjawab, selesai, suite,
  tidur, utuhkah } from './tahan-bantu.mjs';

const BANYAK = Number(process.env.TAHAN_BANYAK || 300);
const PENULIS = Number(process.env.TAHAN_PENULIS || 60);
const SEKALIGUS = 6; // stories told at the same time

let b; // bantu.mjs, of our own suite

// ---- people ----------------------------------------------------------------

const o = {}; // bank, produsen, admin, pejabat
let idBank, idProd, PDF;

before(async () => {
  b = await mulai('tahan');
  idBank = b.lembagaBaru('bhi-pusat');
  idProd = b.lembagaBaru('produsen');
  const pejabat = b.akunBaru('pejabat', rumah.ditjen);
  execFileSync(join(akar, 'nginx', 'buat-kunci'), ['pejabat',
    pejabat.username, `Orang ${pejabat.username}`, join(rumah.dir, 'kunci')]);
  const akun = { bank: b.akunBaru('pengguna', idBank),
    produsen: b.akunBaru('produsen', idProd),
    admin: b.akunBaru('admin', rumah.ditjen), pejabat };
  for (const [n, a] of Object.entries(akun)) o[n] = await masuk(a);
  PDF = { nama: 'surat.pdf', isi: b.pdf(), tipe: 'application/pdf' };
});

after(selesai);

const uji = (nama, f) => test(nama, () => jaga(f));

// ---- a load that forgets nothing it was told -------------------------------

const diakui = []; // [request id, code of the timeline]
const kartuDiakui = []; // serials entered as personal
const sesiDiakui = []; // people whose sign-in was answered

async function versi(siapa, id) {
  const j = await baca(siapa, `/permintaan/${id}`);
  assert.equal(j.status, 200, j.teks);
  return j.nilai('/halaman/permintaan/@versi');
}

async function langkah(siapa, id, aksi, kode, isian = {}, berkas = null) {
  await isi(siapa, `/permintaan/${id}/${aksi}`,
    { versi: await versi(siapa, id), ...isian }, berkas);
  diakui.push([id, kode]);
}

const hari = (geser) => new Date(Date.now() + 7 * 3600e3 + geser * 864e5)
  .toISOString().slice(0, 10);

let nomorSam = 0;
const sam = () => `30154B02${(++nomorSam).toString(16).padStart(8, '0')}`
  .toUpperCase();

async function masukLagi() {
  const baru = new b.Orang();
  await baca(baru, '/login');
  const j = await gigih(() => baru.post('/login', {
    username: o.bank.akun.username, sandi: o.bank.akun.sandi }));
  assert.equal(j.status, 303, j.teks);
  sesiDiakui.push(baru);
}

/** From the first form to "Diterima", or to one of the other ends. */
async function cerita() {
  const jumlah = 1 + Math.floor(Math.random() * 3);
  const u = b.unik('T').toUpperCase();
  const nasib = Math.random();
  if (nasib < 0.3) await masukLagi();
  const j = await isi(o.bank, '/permintaan', { nomor: `${u}/1`,
    judul: 'Uji tahan', produsen: idProd, jumlah, fungsi: 'R', catatan: '',
    aksi: 'kirim' }, { berkas: PDF });
  const id = Number(j.lokasi.match(/(\d+)$/)[1]);
  diakui.push([id, 'dibuat'], [id, 'diajukan']);
  if (nasib < 0.1)
    return langkah(o.bank, id, 'tarik', 'ditarik', { alasan: 'Tidak jadi' });
  if (nasib < 0.2)
    return langkah(o.produsen, id, 'tolak', 'ditolak', { alasan: 'Tidak ada' });
  const seri = Array.from({ length: jumlah }, (_, i) => `${u}K${i}`);
  await langkah(o.produsen, id, 'setujui', 'disetujui', { jalur: 'langsung',
    'po1-nomor': 'PO/1', 'po1-tanggal': '2026-01-05', 'po1-jumlah': jumlah,
    'seri-ketik': seri.map((s) => `${s};${s}M`).join('\n') },
  { 'po1-berkas': PDF, pks: PDF });
  await langkah(o.admin, id, 'daftarkan', 'terdaftar', {
    'agenda-nomor': u, 'agenda-tanggal': hari(-5) });
  await langkah(o.admin, id, 'disposisi', 'disposisi', {
    'tanggal-dirjen': hari(-4), 'tanggal-fpddk': hari(-3),
    'tanggal-kasubdit': hari(-2) });
  await langkah(o.admin, id, 'terima', 'diterima-ditjen');
  await baca(o.bank, '/permintaan?status=diterima');
  const l = await baca(o.admin, `/permintaan/${id}`);
  const proses = l.nilai('/halaman/permintaan/@proses');
  const tiket = l.nilai('/halaman/permintaan/@tiket');
  if (nasib < 0.3) return null;
  for (const s of seri) {
    const no = sam();
    await isi(o.admin, `/proses/${proses}/produksi`, { seri_kartu: s,
      sam_id: no, pcid: `PC${no}`, status: 'personal' });
    kartuDiakui.push(s);
  }
  diakui.push([id, 'produksi-selesai']);
  const d = (await baca(o.admin, `/dokumen?cari=${tiket}`))
    .semua('/halaman/daftar/baris/@id').map((x) => x.value);
  assert.equal(d.length, 3);
  await isi(o.admin, `/dokumen/${d[0]}/ajukan`, {
    pejabat: o.pejabat.akun.id, semua: 'ya' });
  diakui.push([id, 'dokumen-diajukan']);
  await isi(o.pejabat, '/dokumen/tanda-tangan', { 'dokumen[]': d,
    sandi: o.pejabat.akun.sandi });
  diakui.push([id, 'siap-serah']);
  const p = await baca(o.bank, `/dokumen/${d[0]}/berkas`);
  assert.equal(p.isi.subarray(0, 5).toString(), '%PDF-');
  await isi(o.admin, `/proses/${proses}/serah-terima`, { nama: 'Wakil Uji',
    identitas: '123456', jabatan: 'Kurir', mewakili: 'produsen',
    tanggal: hari(0) });
  diakui.push([id, 'diserahkan']);
  await isi(o.produsen, `/proses/${proses}/diterima`, {});
  diakui.push([id, 'kartu-diterima']);
  return null;
}

const pencerita = () => Array(SEKALIGUS).fill(cerita);

// ---- whom we kill ------------------------------------------------------------

const program = { beranda: '/beranda', permintaan: '/permintaan/baru',
  proses: '/proses', dokumen: '/dokumen', login: '/login', akun: '/akun' };

// ---- what must be true afterwards ------------------------------------------------

/** [what, SQL that must find nothing]. */
const aturan = [
  ['status and timeline differ', `SELECT p.id, p.status, r.ke
    FROM permintaan p LEFT JOIN permintaan_riwayat r ON r.id = (
      SELECT MAX(id) FROM permintaan_riwayat WHERE permintaan_id = p.id
      AND kode IN ('dibuat', 'diajukan', 'ditarik', 'ditolak', 'disetujui',
        'terdaftar', 'dikembalikan', 'diterima-ditjen'))
    WHERE NOT p.status <=> r.ke`],
  ['ticket and timeline differ', `SELECT p.id, p.status, r.ke
    FROM proses p LEFT JOIN permintaan_riwayat r ON r.id = (
      SELECT MAX(id) FROM permintaan_riwayat
      WHERE permintaan_id = p.permintaan_id AND ke IN ('antri', 'produksi',
        'dokumen', 'tanda-tangan', 'siap-serah', 'diserahkan', 'selesai'))
    WHERE NOT p.status <=> r.ke`],
  ['a step was taken twice', `SELECT permintaan_id, kode, COUNT(*) n
    FROM permintaan_riwayat WHERE kode <> 'dokumen-ditandatangani'
    GROUP BY permintaan_id, kode HAVING n > 1`],
  ['timeline and audit differ', `SELECT permintaan_id, kode, SUM(n) FROM (
    SELECT permintaan_id, kode, COUNT(*) n FROM permintaan_riwayat
      GROUP BY permintaan_id, kode
    UNION ALL SELECT objek_id, tindakan, -COUNT(*) FROM audit
      WHERE objek = 'permintaan' GROUP BY objek_id, tindakan) x
    GROUP BY permintaan_id, kode HAVING SUM(n) <> 0`],
  ['accepted without a ticket, or the other way', `SELECT p.id, p.status, t.id
    FROM permintaan p LEFT JOIN proses t ON t.permintaan_id = p.id
    WHERE (p.status = 'diterima') <> (t.id IS NOT NULL)`],
  ['cards are missing or too many', `SELECT p.id, p.status, p.jumlah,
    COUNT(k.id) n FROM permintaan p
    LEFT JOIN kartu k ON k.permintaan_id = p.id AND k.hidup = 1
    GROUP BY p.id HAVING n <> IF(p.status IN ('disetujui', 'terdaftar',
      'dikembalikan', 'diterima'), p.jumlah, 0)`],
  ['done cards are counted wrong', `SELECT t.id, t.selesai_kartu,
    COUNT(k.id) n FROM proses t LEFT JOIN kartu k
    ON k.permintaan_id = t.permintaan_id AND k.hidup = 1
    AND k.status IN ('personal', 'diserahkan')
    GROUP BY t.id HAVING n <> t.selesai_kartu`],
  ['a ticket is further than its cards', `SELECT id, status, jumlah,
    selesai_kartu FROM proses WHERE (selesai_kartu = jumlah) <>
    (status NOT IN ('antri', 'produksi', 'batal'))`],
  ['documents do not fit the ticket', `SELECT t.id, t.status, COUNT(d.id) n,
    COALESCE(SUM(d.status = 'berlaku'), 0) s FROM proses t
    LEFT JOIN dokumen d ON d.proses_id = t.id GROUP BY t.id
    HAVING n <> IF(t.status IN ('antri', 'produksi'), 0, 3)
    OR s <> IF(t.status IN ('siap-serah', 'diserahkan', 'selesai'), 3, 0)`],
  ['a document is half signed', `SELECT id, status FROM dokumen WHERE
    (status = 'berlaku') <> (nomor IS NOT NULL AND kode IS NOT NULL
    AND sha256 IS NOT NULL AND urut IS NOT NULL)`],
  ['numbers of documents have gaps', `SELECT d.jenis, d.tahun, COUNT(*),
    COUNT(DISTINCT urut), MAX(urut), r.terakhir FROM dokumen d
    LEFT JOIN deret r ON r.nama = d.jenis AND r.tahun = d.tahun
    WHERE d.urut IS NOT NULL GROUP BY d.jenis, d.tahun
    HAVING COUNT(*) <> MAX(urut) OR COUNT(DISTINCT urut) <> MAX(urut)
    OR NOT MAX(urut) <=> r.terakhir`],
  ['tickets have gaps', `SELECT n, akhir, terakhir FROM
    (SELECT COUNT(DISTINCT tiket) n, COALESCE(MAX(tiket), 0) akhir,
      COALESCE((SELECT terakhir FROM deret WHERE nama = 'tiket'), 0) terakhir
      FROM proses) x WHERE n <> akhir OR akhir <> terakhir`],
  ['handover without its row', `SELECT t.id, t.status FROM proses t
    LEFT JOIN serah_terima s ON s.proses_id = t.id
    WHERE (t.status IN ('diserahkan', 'selesai')) <>
      (s.proses_id IS NOT NULL)`],
  ['the plan does not hold what is to be done', `SELECT t.id, t.status,
    t.jumlah, t.selesai_kartu, COALESCE(SUM(j.jumlah), 0) n
    FROM proses t LEFT JOIN jadwal j ON j.proses_id = t.id
    AND j.tanggal >= DATE(t.dibuat + INTERVAL 7 HOUR)
    WHERE t.status IN ('antri', 'produksi') GROUP BY t.id
    HAVING n NOT BETWEEN t.jumlah - t.selesai_kartu AND t.jumlah`],
  ['a day is overfull', `SELECT tanggal, SUM(jumlah) FROM jadwal
    GROUP BY tanggal HAVING SUM(jumlah) > 250`],
  ['a form acted and does not know where it led', `SELECT kunci, jalur
    FROM kiriman WHERE tujuan IS NULL`],
  ['a sent request without its letter', `SELECT id FROM permintaan
    WHERE terkirim = 1 AND berkas_id IS NULL`],
];

const semuaUtuh = () => utuhkah(aturan);

async function semuaDiingat() {
  const ada = new Map();
  for (const [id, kode, n] of b.sql(`SELECT permintaan_id, kode, COUNT(*)
      FROM permintaan_riwayat GROUP BY permintaan_id, kode`))
    ada.set(`${id} ${kode}`, Number(n));
  for (const [id, kode] of diakui)
    assert.equal(ada.get(`${id} ${kode}`), 1, `${id} ${kode}`);
  const kartu = new Set(b.sql(`SELECT seri_kartu FROM kartu
    WHERE status IN ('personal', 'diserahkan')`).map((x) => x[0]));
  for (const s of kartuDiakui) assert.ok(kartu.has(s), s);
  for (const s of sesiDiakui)
    assert.equal((await s.get('/beranda')).status, 200);
}

// ---- the tests ---------------------------------------------------------------

uji(`a program killed during ${BANYAK} requests: nothing is lost`,
  async () => {
    const waktu = [];
    const nama = Object.keys(program);
    await beban(BANYAK, pencerita(), async (jalan, sudah) => {
      const selang = 20;
      for (let berikut = selang; jalan(); berikut += selang) {
        while (jalan() && sudah() < berikut) await tidur(5);
        if (!jalan()) break;
        const n = nama[Math.floor(Math.random() * nama.length)];
        bunuh(n);
        waktu.push(await sampaiMenjawab(o.admin, program[n]));
      }
    });
    cepat(waktu, 1000, 'a program');
    await b.tunggu(() => Object.keys(program).every((n) =>
      anak(n).length >= PROSES));
    semuaUtuh();
    await semuaDiingat();
    gawat(Object.keys(program));
  });

uji(`MariaDB killed during ${BANYAK} requests: nothing is lost`,
  async () => {
    const waktu = [];
    const kali = Math.max(2, Math.round(BANYAK / 250));
    await beban(BANYAK, pencerita(), async (jalan, sudah) => {
      for (let i = 0; i < kali; i++) {
        while (jalan() && sudah() < BANYAK * (i + 0.5) / kali)
          await tidur(5);
        const [pid] = anak('basis');
        // Killed as a crash, and asked to end as an upgrade does.
        process.kill(pid, i % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
        if (i % 2 !== 0) await b.tunggu(() => anak('basis')[0] !== pid);
        waktu.push(await sampaiMenjawab(o.admin, '/permintaan'));
      }
    });
    cepat(waktu, 5000, 'the database');
    semuaUtuh();
    await semuaDiingat();
    console.log(`# ${hitung.terkirim} answered, ${hitung.ulang} sent ` +
      `again, ${hitung.putus} given up, ${diakui.length} steps acknowledged`);
  });

/** All at once, each on its own connection; sent again while 503. */
const serentak = (n, kerja) => Promise.all(Array.from({ length: n },
  (_, i) => gigih(() => kerja(i), false)));

uji('the same form 64 times at once: one effect, 64 equal answers',
  async () => {
    const nomor = b.unik('64/');
    const k = b.kunci();
    const jawab = await serentak(64, () => o.bank.post('/permintaan', {
      kunci: k, csrf: o.bank.csrfSesi, nomor, judul: 'Enam puluh empat', produsen: idProd, jumlah: 1,
      fungsi: 'R', catatan: '', aksi: 'kirim' }, { berkas: PDF }));
    for (const j of jawab) {
      assert.equal(j.status, 303, j.teks);
      assert.equal(j.lokasi, jawab[0].lokasi);
      assert.deepEqual(j.headers['set-cookie'], jawab[0].headers['set-cookie']);
    }
    assert.equal(b.sql(`SELECT COUNT(*) FROM permintaan
      WHERE nomor = ${b.q(nomor)}`)[0][0], '1');
    const id = jawab[0].lokasi.match(/(\d+)$/)[1];
    const t = b.kunci();
    const v = await versi(o.bank, id);
    const tarik = await serentak(64, () => o.bank.post(
      `/permintaan/${id}/tarik`, { kunci: t, csrf: o.bank.csrfSesi, versi: v,
        alasan: 'Ganda' }));
    for (const j of tarik) {
      assert.equal(j.status, 303, j.teks);
      assert.equal(j.lokasi, tarik[0].lokasi);
    }
    semuaUtuh();
  });

/** Requests that wait for acceptance, made as the programs make them. */
function siapDiterima(n) {
  const tanda = b.unik('W');
  b.sql(`INSERT INTO permintaan (lembaga_id, produsen_id, nomor, judul, jumlah,
      fungsi, berkas_id, status, pembuat_id, dibuat, diajukan, diputus,
      agenda_nomor, agenda_tanggal, versi)
    SELECT ${idBank}, ${idProd}, CONCAT('${tanda}/', seq), 'Bersama', 3, 'R',
      (SELECT MIN(id) FROM berkas), 'terdaftar', ${o.bank.akun.id},
      UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), '1',
      CURRENT_DATE - INTERVAL 5 DAY, 4 FROM seq_1_to_${n};
    INSERT INTO permintaan_riwayat (permintaan_id, waktu, kode, ke)
    SELECT id, dibuat, 'terdaftar', 'terdaftar' FROM permintaan
      WHERE nomor LIKE '${tanda}/%';
    INSERT INTO audit (waktu, tindakan, objek, objek_id)
    SELECT dibuat, 'terdaftar', 'permintaan', id FROM permintaan
      WHERE nomor LIKE '${tanda}/%';
    INSERT INTO disposisi (permintaan_id, jabatan, tanggal, akun_id, dicatat)
    SELECT p.id, j.jabatan, CURRENT_DATE - INTERVAL 2 DAY,
      ${o.admin.akun.id}, UTC_TIMESTAMP(3) FROM permintaan p
      JOIN (SELECT 'dirjen' jabatan UNION ALL SELECT 'fpddk'
        UNION ALL SELECT 'kasubdit') j WHERE p.nomor LIKE '${tanda}/%';
    INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status)
    SELECT p.id, seq, UPPER(CONCAT('${tanda}', p.id, 'K', seq)),
      UPPER(CONCAT('${tanda}', p.id, 'M', seq)), 'kosong'
      FROM permintaan p JOIN seq_1_to_3 WHERE p.nomor LIKE '${tanda}/%'`);
  execFileSync(join(akar, 'sql', 'hitung-total'), ['--perbaiki'], {
    env: { ...process.env, SIFILMA_SQL: `${suite} sql` } });
  return b.sql(`SELECT id FROM permintaan WHERE nomor LIKE '${tanda}/%'
    ORDER BY id`).map((x) => x[0]);
}

uji(`${PENULIS} at once: tickets, plan and numbers are exact`, async () => {
  // As many processes as writers stand in the same rows at once.
  jalankan('stop');
  jalankan('start', { SIFILMA_PROSES:
    `2 permintaan=${Math.min(PENULIS, 60)} dokumen=${Math.min(PENULIS, 24)}` });
  // The port may be another one now.
  process.env.SIFILMA_ALAMAT = readFileSync(join(rumah.dir, 'address'), 'utf8');
  b = await import('./bantu.mjs?lagi');
  for (const n of Object.keys(o)) o[n] = Object.assign(new b.Orang(), o[n]);
  const id = siapDiterima(PENULIS);
  const sebelum = Number(b.sql('SELECT COUNT(*) FROM proses')[0][0]);
  const jawab = await serentak(PENULIS, (i) => o.admin.post(
    `/permintaan/${id[i]}/terima`, { versi: 4, csrf: o.admin.csrfSesi,
      kunci: createHash('md5').update(id[i]).digest('hex') }));
  for (const j of jawab) assert.equal(j.status, 303, j.teks);
  assert.equal(Number(b.sql('SELECT COUNT(*) FROM proses')[0][0]),
    sebelum + PENULIS);
  semuaUtuh();

  // The documents of a third of them, each signed by itself.
  const n = Math.max(10, Math.floor(PENULIS / 3));
  const pilih = id.slice(0, n).join(',');
  b.sql(`UPDATE kartu SET status = 'personal',
      sam_id = CONCAT('7A', LPAD(HEX(id), 14, '0')), pcid = CONCAT('P', id),
      dikerjakan = UTC_TIMESTAMP(3) WHERE permintaan_id IN (${pilih});
    UPDATE proses SET status = 'tanda-tangan', selesai_kartu = jumlah,
      mulai = UTC_TIMESTAMP(3), tuntas = UTC_TIMESTAMP(3)
      WHERE permintaan_id IN (${pilih});
    INSERT INTO permintaan_riwayat (permintaan_id, waktu, kode, dari, ke)
    SELECT permintaan_id, UTC_TIMESTAMP(3), 'dokumen-diajukan', 'dokumen',
      'tanda-tangan' FROM proses WHERE permintaan_id IN (${pilih});
    INSERT INTO audit (waktu, tindakan, objek, objek_id)
    SELECT UTC_TIMESTAMP(3), 'dokumen-diajukan', 'permintaan', permintaan_id
      FROM proses WHERE permintaan_id IN (${pilih});
    INSERT INTO dokumen (jenis, proses_id, lembaga_id, produsen_id, perihal,
      penandatangan_id, status, dibuat)
    SELECT j.jenis, p.id, p.lembaga_id, p.produsen_id, 'Bersama',
      ${o.pejabat.akun.id}, 'draf', UTC_TIMESTAMP(3) FROM proses p
      JOIN (SELECT 'bast' jenis UNION ALL SELECT 'surat-balasan'
        UNION ALL SELECT 'surat-selesai') j
      WHERE p.permintaan_id IN (${pilih}) ORDER BY p.id`);
  const dok = b.sql(`SELECT GROUP_CONCAT(d.id) FROM dokumen d
    JOIN proses p ON p.id = d.proses_id WHERE p.permintaan_id IN (${pilih})
    GROUP BY p.id ORDER BY RAND()`).map((x) => x[0].split(','));
  const ttd = await serentak(n, (i) => o.pejabat.post(
    '/dokumen/tanda-tangan', { 'dokumen[]': dok[i], sandi: o.pejabat.akun.sandi,
      csrf: o.pejabat.csrfSesi,
      kunci: createHash('md5').update(`d${dok[i]}`).digest('hex') }));
  for (const j of ttd) assert.equal(j.status, 303, j.teks);
  semuaUtuh();
});
