// tahan-aktivasi.mjs - what was acknowledged stays, in the life of readers:
// programs and workers are killed while cards are activated one by one and by
// files, moved, suspended, renewed and given back.  Afterwards nothing that
// was acknowledged is lost, nothing is half done, and nothing was done twice
// (security.md, "What is proved", 1 and 6; A-02 ... ... A-11).
//
// As tahan.mjs, which also says what TAHAN_BANYAK is.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { anak, baca, beban, bunuh, cepat, gawat, gigih, hitung, isi,
  jaga, masuk, mulai, rumah, sampaiMenjawab, selesai, tidur, utuhkah }
  from './tahan-bantu.mjs';

const BANYAK = Number(process.env.TAHAN_BANYAK || 300);
const BANK = 4; // institutions, each with a story of its own
const DESA = '9801011001';

let b, serah, PDF, admin, idProd;
/** Institutions: { orang, lembaga, pks, akhir (days from today) }. */
const bank = [];

before(async () => {
  b = await mulai('tahan-aktivasi');
  serah = await import('./serah.mjs');
  b.sql(`INSERT INTO wilayah (kode, nama) VALUES ('98', 'Provinsi Uji'),
    ('9801', 'Kota Uji'), ('980101', 'Kecamatan Uji'),
    ('${DESA}', 'Kelurahan Uji')`);
  PDF = { nama: 'surat.pdf', isi: b.pdf(), tipe: 'application/pdf' };
  idProd = b.lembagaBaru('produsen');
  admin = await masuk(b.akunBaru('admin', rumah.ditjen));
  for (let i = 0; i < BANK; i++) bank.push(await bankBaru());
});

after(selesai);

const uji = (nama, f) => test(nama, () => jaga(f));

async function bankBaru() {
  const lembaga = b.lembagaBaru('bhi-pusat');
  const orang = await masuk(b.akunBaru('pengguna', lembaga));
  return { orang, lembaga, akhir: 400, pks: serah.perjanjian(lembaga,
    orang.akun.id, hari(-100), hari(400)) };
}

// ---- a load that forgets nothing it was told -------------------------------

/** "table id code" -> how often it was acknowledged, how often tried. */
const diakui = new Map();
const dicoba = new Map();
/** Files of cards that were acknowledged: [id, rows]. */
const massalDiakui = [];

const tambah = (peta, k) => peta.set(k, (peta.get(k) || 0) + 1);

/** A step that leaves one row of history at each of these. */
async function langkah(tabel, id, kode, kerja) {
  const semua = [].concat(id).map((x) => `${tabel} ${x} ${kode}`);
  for (const k of semua) tambah(dicoba, k);
  const j = await kerja();
  for (const k of semua) tambah(diakui, k);
  return j;
}

function hari(geser) {
  return new Date(Date.now() + 7 * 3600e3 + geser * 864e5).toISOString()
    .slice(0, 10);
}

const pasang = (sam) => sam.match(/../g).join(' ');
const tempat = (k, lain = {}) => ({ sam_id: pasang(k.sam), token: k.token,
  seri_mesin: k.mesin, outlet: 'KCP Uji', alamat: 'Jalan Uji No. 1',
  lintang: '-6,914744', bujur: '107.60981', provinsi: '98', kota: '9801',
  kecamatan: '980101', kelurahan: DESA, ...lain });

const aktifkan = (o, k, bolehMenyerah) => langkah('kartu', k.id, 'aktif',
  () => isi(o, `/aktivasi/kartu/${k.id}/aktifkan`, tempat(k), null,
    bolehMenyerah));

async function kirimBerkas(o, kartu) {
  const teks = 'sam_id,token,seri_mesin,outlet,alamat,kode_wilayah,' +
    'latitude,longitude\n' + kartu.map((k) => `${pasang(k.sam)},${k.token},${
    k.mesin},KCP,Jalan Uji 2,${DESA},-6.9,107.6\n`).join('');
  const j = await isi(o, '/aktivasi/massal/baru', {},
    { berkas: { nama: 'a.csv', isi: teks } });
  const id = Number(/\/massal\/(\d+)/.exec(j.lokasi)[1]);
  massalDiakui.push([id, kartu.length]);
  for (const k of kartu) {
    tambah(dicoba, `kartu ${k.id} aktif`);
    tambah(diakui, `kartu ${k.id} aktif`);
  }
  return id;
}

async function berkasSelesai(o, id) {
  const akhir = Date.now() + 60000;
  for (;;) {
    const j = await baca(o, `/aktivasi/massal/${id}`);
    if (j.nilai('/halaman/massal/@status') === 'selesai') return;
    assert.ok(Date.now() < akhir, `file ${id} is never done`);
    await tidur(100);
  }
}

const versi = async (siapa, jalur, simpul) => (await baca(siapa, jalur))
  .nilai(`/halaman/${simpul}/@versi`);

/** A request for n cards, sent; its id and cards. */
async function minta(o, n) {
  const t = serah.diserahkan(o.akun.lembaga, idProd, o.akun.id, n);
  const j = await isi(o, '/aktivasi', { nomor: b.unik('045/T/'),
    judul: 'Uji tahan', proses: t.id, jumlah: n, aksi: 'kirim' },
  { berkas: PDF });
  const id = Number(/\/aktivasi\/(\d+)/.exec(j.lokasi)[1]);
  for (const kode of ['dibuat', 'diajukan']) {
    tambah(dicoba, `aktivasi ${id} ${kode}`);
    tambah(diakui, `aktivasi ${id} ${kode}`);
  }
  return { id, kartu: t.kartu };
}

const putuskan = async (siapa, id, aksi, kode, lain = {}) =>
  langkah('aktivasi', id, kode, async () => isi(siapa,
    `/aktivasi/${id}/${aksi}`, { ...lain,
      versi: await versi(siapa, `/aktivasi/${id}`, 'aktivasi') }));

/** Cards with their tokens. */
async function bertoken(o, n) {
  const { id, kartu } = await minta(o, n);
  await putuskan(admin, id, 'setujui', 'disetujui');
  for (const k of kartu) {
    tambah(dicoba, `kartu ${k.id} token`);
    tambah(diakui, `kartu ${k.id} token`);
  }
  const token = new Map();
  let pembukaan;
  for (let hal = 1; hal <= Math.ceil(n / 50); hal++) {
    const j = await gigih(() => o.post(`/aktivasi/${id}/token`, { hal,
      csrf: o.csrfSesi, ...(pembukaan ? { pembukaan } : {}) }));
    assert.equal(j.status, 200, j.teks);
    pembukaan = j.nilai('/halaman/tokens/@pembukaan');
    for (const k of j.semua('/halaman/tokens/kartu'))
      token.set(Number(k.getAttribute('id')), k.getAttribute('token'));
  }
  for (const k of kartu) k.token = token.get(k.id);
  return kartu;
}

/** The agreement lasts one day longer. */
async function perpanjang(x) {
  const jalur = `/admin/perjanjian/${x.pks}`;
  const v = await versi(admin, jalur, 'perjanjian');
  // Who gave up does not know whether that day was the one.
  x.akhir++;
  await langkah('perjanjian', x.pks, 'diperpanjang', () => isi(admin,
    `${jalur}/perpanjang`, { versi: v, berakhir: hari(x.akhir),
      addendum: `ADD/${x.akhir}` }, { berkas: PDF }));
}

/** From the request to cards that came back. */
async function cerita(x) {
  const o = x.orang;
  const nasib = Math.random();
  if (nasib < 0.15) {
    const { id } = await minta(o, 2);
    if (nasib < 0.07)
      await putuskan(o, id, 'tarik', 'ditarik', { alasan: 'Tidak jadi' });
    else
      await putuskan(admin, id, 'tolak', 'ditolak', { alasan: 'Belum' });
    return;
  }
  const kartu = await bertoken(o, 7);
  for (const k of kartu.slice(0, 3)) await aktifkan(o, k);
  const massal = await kirimBerkas(o, kartu.slice(3, 6));
  await langkah('kartu', kartu[0].id, 'pindah', () => isi(o,
    `/aktivasi/kartu/${kartu[0].id}/pindah`, tempat(kartu[0],
      { alamat: 'Jalan Baru No. 2' })));
  if (nasib > 0.5) await perpanjang(x);
  const dua = kartu.slice(1, 3).map((k) => k.id);
  await langkah('kartu', dua, 'tangguh', () => isi(admin,
    '/aktivasi/kartu/tangguhkan', { 'kartu[]': dua, alasan: 'Uji saja' }));
  await langkah('kartu', dua, 'pulih', () => isi(admin,
    '/aktivasi/kartu/pulihkan', { 'kartu[]': dua, alasan: '' }));
  await berkasSelesai(o, massal);
  // One that was never activated goes back, too.
  const pulang = [kartu[0], kartu[3], kartu[6]].map((k) => k.id);
  const j = await isi(o, '/aktivasi/kembali', { alasan: 'tutup',
    catatan: '', pengirim_nama: 'Siti Uji', pengirim_jabatan: 'Kepala',
    'kartu[]': pulang });
  const id = Number(/kembali\/(\d+)/.exec(j.lokasi)[1]);
  if (nasib < 0.25) {
    await isi(o, `/aktivasi/kembali/${id}/batal`, { alasan: 'Tidak jadi' });
    return;
  }
  await isi(o, `/aktivasi/kembali/${id}/kirim`, { resi: 'Pos 1' });
  await langkah('kartu', pulang, 'kembali', () => isi(admin,
    `/aktivasi/kembali/${id}/terima`));
}

// ---- what must be true afterwards --------------------------------------------

/** A row of history of each kind issues a manifest. */
const TERBIT = "'aktif', 'pindah', 'pulih', 'perpanjang'";

const aturan = [
  ['an active card has one manifest in force, no other has one', `SELECT k.id,
    k.status, COUNT(m.id) n FROM kartu k LEFT JOIN manifes m
    ON m.kartu_id = k.id AND m.status = 'berlaku' GROUP BY k.id
    HAVING n <> (k.status = 'aktif')`],
  ['the card does not know its latest manifest', `SELECT k.id, k.manifes_id,
    MAX(m.id) FROM kartu k LEFT JOIN manifes m ON m.kartu_id = k.id
    GROUP BY k.id HAVING NOT k.manifes_id <=> MAX(m.id)`],
  ['a manifest without its XML, or with another\'s', `SELECT m.id FROM manifes m
    LEFT JOIN manifes_xml x ON x.manifes_id = m.id WHERE x.manifes_id IS NULL
    OR LOCATE(m.kode, x.xml) = 0 OR LOCATE(m.sam_id, x.xml) = 0
    OR LOCATE(m.seri_mesin, x.xml) = 0 OR LOCATE('SignatureValue', x.xml) = 0`],
  ['a manifest does not replace the one before it', `SELECT m.id,
    m.pendahulu_id FROM manifes m WHERE NOT m.pendahulu_id <=> (SELECT
    MAX(l.id) FROM manifes l WHERE l.kartu_id = m.kartu_id AND l.id < m.id)`],
  ['a manifest without the move that issued it, or two', `SELECT m.id,
    COUNT(r.id) n FROM manifes m LEFT JOIN kartu_riwayat r
    ON r.manifes_id = m.id AND r.kode IN (${TERBIT})
    GROUP BY m.id HAVING n <> 1`],
  ['a move without its manifest', `SELECT id, kode FROM kartu_riwayat
    WHERE kode IN (${TERBIT}) AND manifes_id IS NULL`],
  ['status and history of a card differ', `SELECT k.id, k.status, r.ke
    FROM kartu k LEFT JOIN kartu_riwayat r ON r.id = (SELECT MAX(id)
      FROM kartu_riwayat WHERE kartu_id = k.id AND ke IS NOT NULL)
    WHERE k.status <> COALESCE(r.ke, 'diserahkan')`],
  ['history has a gap', `SELECT r.id, r.kode, r.dari, l.ke FROM
    kartu_riwayat r JOIN kartu_riwayat l ON l.id = (SELECT MAX(id)
      FROM kartu_riwayat WHERE kartu_id = r.kartu_id AND id < r.id
      AND ke IS NOT NULL) WHERE r.dari IS NOT NULL AND r.dari <> l.ke`],
  ['what happens once in a life happened twice', `SELECT kartu_id, kode,
    COUNT(*) n FROM kartu_riwayat WHERE kode IN ('token', 'aktif', 'kembali')
    GROUP BY kartu_id, kode HAVING n > 1`],
  ['history of cards and audit differ', `SELECT kartu_id, kode, SUM(n) FROM (
    SELECT kartu_id, kode, COUNT(*) n FROM kartu_riwayat
      GROUP BY kartu_id, kode
    UNION ALL SELECT objek_id, SUBSTR(tindakan, 7), -COUNT(*) FROM audit
      WHERE objek = 'kartu' GROUP BY objek_id, tindakan) x
    GROUP BY kartu_id, kode HAVING SUM(n) <> 0`],
  ['activated without using its token, or the other way', `SELECT k.id,
    COUNT(t.dipakai) n, COUNT(DISTINCT m.kartu_id) m FROM kartu k
    LEFT JOIN token t ON t.kartu_id = k.id
    LEFT JOIN manifes m ON m.kartu_id = k.id AND m.pendahulu_id IS NULL
    GROUP BY k.id HAVING n <> m`],
  ['tokens and cards that wait differ', `SELECT k.id, k.status, COUNT(t.id) n
    FROM kartu k LEFT JOIN token t ON t.kartu_id = k.id AND t.hidup = 1
    GROUP BY k.id HAVING n <> (k.status = 'token')`],
  ['status and timeline of a request differ', `SELECT a.id, a.status, r.ke
    FROM aktivasi a LEFT JOIN aktivasi_riwayat r ON r.id = (SELECT MAX(id)
      FROM aktivasi_riwayat WHERE aktivasi_id = a.id AND ke IS NOT NULL)
    WHERE NOT a.status <=> r.ke`],
  ['timeline of requests and audit differ', `SELECT aktivasi_id, kode, SUM(n)
    FROM (SELECT aktivasi_id, kode, COUNT(*) n FROM aktivasi_riwayat
      GROUP BY aktivasi_id, kode
    UNION ALL SELECT objek_id, SUBSTR(tindakan, 10), -COUNT(*) FROM audit
      WHERE objek = 'aktivasi' GROUP BY objek_id, tindakan) x
    GROUP BY aktivasi_id, kode HAVING SUM(n) <> 0`],
  ['rows of a request hold other cards than they should', `SELECT a.id,
    a.status, k.status, r.hidup FROM aktivasi_kartu r
    JOIN aktivasi a ON a.id = r.aktivasi_id JOIN kartu k ON k.id = r.kartu_id
    WHERE NOT r.hidup <=> IF(a.status IN ('ditarik', 'ditolak')
      OR k.status = 'dikembalikan', NULL, 1)`],
  ['an approved request has not all its tokens', `SELECT a.id, a.status,
    a.jumlah, COUNT(DISTINCT t.kartu_id) n FROM aktivasi a LEFT JOIN token t
    ON t.aktivasi_id = a.id GROUP BY a.id
    HAVING n <> IF(a.status = 'disetujui', a.jumlah, 0)`],
  ['a file and its rows differ', `SELECT m.id, m.status, m.jumlah, m.berhasil,
    m.gagal FROM massal m JOIN massal_baris r ON r.massal_id = m.id GROUP BY m.id
    HAVING m.status <> 'selesai' OR m.berhasil <> SUM(r.status = 'berhasil')
    OR m.gagal <> SUM(r.status = 'gagal') OR m.jumlah <> COUNT(*)
    OR SUM(r.status = 'antri') > 0 OR COUNT(r.token_hash) > 0
    OR COUNT(DISTINCT r.manifes_id) <> m.berhasil`],
  ['a file was told of not once', `SELECT m.id, COUNT(k.id) n FROM massal m
    LEFT JOIN kotak_keluar k ON k.templat = 'massal-selesai'
    AND k.data REGEXP CONCAT('/aktivasi/massal/', m.id, '([^0-9]|$)')
    GROUP BY m.id HAVING n <> 1`],
  ['a return and its cards differ', `SELECT p.id, p.status, k.id, k.status,
    x.hidup, b.kartu_id FROM pengembalian p
    JOIN pengembalian_kartu x ON x.pengembalian_id = p.id
    JOIN kartu k ON k.id = x.kartu_id
    LEFT JOIN pemusnahan_kartu b ON b.kartu_id = k.id AND b.alasan = 'kembali'
    WHERE (x.hidup IS NULL) <> (p.status = 'batal')
    OR (p.status = 'diterima') <> (x.hidup = 1 AND k.status = 'dikembalikan'
      AND b.kartu_id IS NOT NULL) AND x.hidup = 1`],
  ['a return without its sealed protocol', `SELECT p.id, p.status, d.status
    FROM pengembalian p LEFT JOIN dokumen d ON d.id = p.dokumen_id
    WHERE d.sha256 IS NULL OR d.nomor IS NULL OR d.kode IS NULL
    OR d.status <> IF(p.status = 'batal', 'dicabut', 'berlaku')`],
  ['numbers of protocols have gaps', `SELECT d.jenis, d.tahun, COUNT(*),
    MAX(urut), r.terakhir FROM dokumen d LEFT JOIN deret r
    ON r.nama = d.jenis AND r.tahun = d.tahun WHERE d.jenis = 'bast-kembali'
    GROUP BY d.jenis, d.tahun HAVING COUNT(*) <> MAX(urut)
    OR COUNT(DISTINCT urut) <> MAX(urut) OR NOT MAX(urut) <=> r.terakhir`],
  ['timeline of agreements and audit differ', `SELECT perjanjian_id, kode,
    SUM(n) FROM (SELECT perjanjian_id, kode, COUNT(*) n
      FROM perjanjian_riwayat GROUP BY perjanjian_id, kode
    UNION ALL SELECT objek_id, SUBSTR(tindakan, 12), -COUNT(*) FROM audit
      WHERE objek = 'perjanjian' GROUP BY objek_id, tindakan) x
    GROUP BY perjanjian_id, kode HAVING SUM(n) <> 0`],
  ['a manifest in force ends on another day than its agreement', `SELECT m.id,
    m.berlaku_sampai, p.berakhir FROM manifes m JOIN perjanjian p
    ON p.id = m.perjanjian_id WHERE m.status = 'berlaku'
    AND (m.berlaku_sampai <> p.berakhir
      OR m.perjanjian_berakhir <> p.berakhir)`],
  ['a form acted and does not know where it led', `SELECT kunci, jalur
    FROM kiriman WHERE tujuan IS NULL`],
];

/** Nothing is left for the workers to do. */
async function tenang() {
  await b.tunggu(() => b.sql(`SELECT
    (SELECT COUNT(*) FROM kartu WHERE perlu_manifes IS NOT NULL)
    + (SELECT COUNT(*) FROM massal WHERE status <> 'selesai')
    + (SELECT COUNT(*) FROM manifes WHERE perlu_cabut = 1)`)[0][0] === '0',
  60000 + BANYAK * 20);
}

function semuaDiingat() {
  const ada = new Map();
  for (const tabel of ['kartu', 'aktivasi', 'perjanjian'])
    for (const [id, kode, n] of b.sql(`SELECT ${tabel}_id, kode, COUNT(*)
        FROM ${tabel}_riwayat GROUP BY ${tabel}_id, kode`))
      ada.set(`${tabel} ${id} ${kode}`, Number(n));
  for (const [k, n] of diakui) {
    const m = ada.get(k) || 0;
    assert.ok(m >= n, `${k}: acknowledged ${n} times, there ${m} times`);
    assert.ok(m <= dicoba.get(k),
      `${k}: tried ${dicoba.get(k)} times, there ${m} times`);
  }
  for (const [id, baris] of massalDiakui)
    assert.deepEqual(b.sql(`SELECT berhasil, gagal FROM massal
      WHERE id = ${id}`)[0], [String(baris), '0'], `file ${id}`);
}

/** Some of the signatures, by the ordinary command. */
function tandaTangan() {
  const f = join(rumah.dir, 'm.xml');
  for (const [x] of b.sql(`SELECT REPLACE(TO_BASE64(x.xml), '\\n', '')
      FROM manifes_xml x JOIN manifes m ON m.id = x.manifes_id
      WHERE m.status = 'berlaku' ORDER BY RAND() LIMIT 20`)) {
    writeFileSync(f, Buffer.from(x, 'base64'));
    const r = spawnSync('xmlsec1', ['--verify',
      '--enabled-key-data', 'key-name', '--pubkey-cert-pem',
      join(rumah.dir, 'kunci', 'manifes.pem'), f]);
    assert.equal(r.status, 0, r.stderr.toString());
  }
}

async function periksa(nama) {
  await tenang();
  utuhkah(aturan);
  semuaDiingat();
  tandaTangan();
  gawat(nama);
}

// ---- the tests ---------------------------------------------------------------

const program = { aktivasi: '/aktivasi', admin: '/admin/perjanjian' };
const pekerja = ['pengaktif-massal', 'penjaga-masa', 'penerbit-cabutan'];

uji(`programs and workers killed during ${BANYAK} requests of activation: ` +
  'nothing is lost or half done', async () => {
  const waktu = [];
  const nama = [...Object.keys(program), ...pekerja];
  await beban(BANYAK, bank.map((x) => () => cerita(x)),
    async (jalan, sudah) => {
      const selang = 12;
      for (let berikut = selang; jalan(); berikut += selang) {
        while (jalan() && sudah() < berikut) await tidur(5);
        if (!jalan()) break;
        // The program that does most of it is hit most often.
        const n = Math.random() < 0.4 ? 'aktivasi' :
          nama[Math.floor(Math.random() * nama.length)];
        bunuh(n);
        if (program[n]) waktu.push(await sampaiMenjawab(admin, program[n]));
      }
    });
  cepat(waktu, 1000, 'a program of activation');
  await periksa(nama);
  console.log(`# ${hitung.terkirim} answered, ${hitung.ulang} sent again, ${
    hitung.putus} given up, ${diakui.size} kinds of steps acknowledged`);
});

/** Give a worker work while it holds nothing and stands still, and kill it, so
 * that none of the work is done before one looks. */
async function selagiDiam(nama, beri) {
  const pid = await b.tunggu(() => {
    const ini = anak(nama)[0];
    if (!ini) return 0;
    process.kill(ini, 'SIGSTOP');
    if (angka(`SELECT COUNT(*) FROM information_schema.INNODB_TRX t
      JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
      WHERE p.USER = 'sf_${nama.replaceAll('-', '_')}'`) === 0) return ini;
    process.kill(ini, 'SIGCONT');
    return 0;
  });
  try {
    return await beri();
  } finally {
    process.kill(pid, 'SIGKILL');
  }
}

/**
 * Kill a worker, wait for the next, let it work for a moment, kill that one;
 * until there is nothing to do.  How often it was in the middle.
 */
async function rentetan(nama, sisa) {
  let tengah = 0;
  for (let i = 0; i < 400; i++) {
    const lama = sisa();
    if (lama === 0) break;
    const pid = await b.tunggu(() => anak(nama)[0]);
    // Longer each time: it needs some tens of milliseconds to begin.
    await tidur(20 + Math.random() * (60 + 4 * i));
    try { process.kill(pid, 'SIGKILL'); } catch { /* gone */ }
    await b.tunggu(() => !anak(nama).includes(pid));
    if (sisa() < lama) tengah++;
  }
  await b.tunggu(() => sisa() === 0, 60000);
  return tengah;
}

const angka = (teks) => Number(b.sql(teks)[0][0]);

uji(`pengaktif-massal killed again and again over a file of ${BANYAK} rows, ` +
  'then penjaga-masa while all of them are renewed', async () => {
  const x = await bankBaru();
  const kartu = await bertoken(x.orang, BANYAK);
  const massal = await selagiDiam('pengaktif-massal',
    () => kirimBerkas(x.orang, kartu));
  let tengah = await rentetan('pengaktif-massal', () =>
    angka(`SELECT COUNT(*) FROM massal_baris WHERE massal_id = ${massal}
      AND status = 'antri'`));
  console.log(`# pengaktif-massal: killed ${tengah} times in the middle`);
  assert.ok(tengah > 0);
  await periksa(pekerja);
  assert.equal(angka(`SELECT COUNT(*) FROM kartu
    WHERE lembaga_id = ${x.lembaga} AND status = 'aktif'`), BANYAK);

  await selagiDiam('penjaga-masa', () => perpanjang(x));
  tengah = await rentetan('penjaga-masa', () =>
    angka(`SELECT COUNT(*) FROM kartu WHERE lembaga_id = ${x.lembaga}
      AND perlu_manifes IS NOT NULL`));
  console.log(`# penjaga-masa: killed ${tengah} times in the middle`);
  assert.ok(tengah > 0);
  await periksa(pekerja);
  // Each renewed once, none twice.
  assert.deepEqual(b.sql(`SELECT COUNT(*), COUNT(DISTINCT kartu_id)
    FROM kartu_riwayat r JOIN kartu k ON k.id = r.kartu_id
    WHERE k.lembaga_id = ${x.lembaga} AND r.kode = 'perpanjang'`)[0],
  [String(BANYAK), String(BANYAK)]);
});

uji('MariaDB killed while a file is activated and an agreement renewed: the ' +
  'workers go on', async () => {
  const x = await bankBaru();
  const n = Math.max(100, Math.round(BANYAK / 3));
  const kartu = await bertoken(x.orang, n);
  const basis = async () => {
    process.kill(anak('basis')[0], 'SIGKILL');
    await sampaiMenjawab(admin, '/aktivasi');
  };
  const massal = await kirimBerkas(x.orang, kartu);
  await tidur(Math.random() * 300);
  await basis();
  await berkasSelesai(x.orang, massal);
  await perpanjang(x);
  await tidur(Math.random() * 5000);
  await basis();
  await tenang();
  utuhkah(aturan);
  semuaDiingat();
});
