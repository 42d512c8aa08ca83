// perjanjian.mjs - agreements through their pages: record, correct, extend,
// stop, the institution's own view, and the worker that watches over their
// time, run with a moved clock, twice, and killed half-way.  Proves A-08.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, beforeEach, test } from 'node:test';
import { Orang, akar, akunBaru, demo, dirVar, kunci, lembagaBaru, pdf, q, sql,
  tunggu, unik } from './bantu.mjs';

const bangun = process.env.SIFILMA_BANGUN || akar;
let admin;
// Of the test at hand: any of its agreements renews an institution's cards.
let lembaga;
let orang;

/** A day so many days from today, in Jakarta. */
function hari(tambah = 0) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' })
    .format(new Date(Date.now() + tambah * 86400000));
}

const naskah = () => ({ nama: 'pks.pdf', isi: pdf(unik('PKS ')),
  tipe: 'application/pdf' });

function isian(lain = {}) {
  return { lembaga, nomor: `${unik('119/')}/DUKCAPIL`, judul: 'Uji perjanjian',
    mulai: hari(-100), berakhir: hari(300), 'metode[]': ['card-reader'],
    'elemen[]': ['nik', 'nama'], kuota: '', ...lain };
}

/** Record one; its id. */
async function catat(lain = {}, berkas = naskah()) {
  const j = await admin.post('/admin/perjanjian', isian(lain), { berkas });
  assert.equal(j.status, 303, j.teks);
  return Number(/\/(\d+)$/.exec(j.lokasi)[1]);
}

const versi = (id) => Number(sql(`SELECT versi FROM perjanjian
  WHERE id = ${id}`)[0][0]);

/** Active cards with a manifest under the agreement; ids of the cards. */
function kartu(id, banyak, milik = lembaga) {
  const produsen = lembagaBaru('produsen');
  const tanda = randomBytes(5).toString('hex').toUpperCase();
  sql(`INSERT INTO permintaan (lembaga_id, produsen_id, nomor, judul, jumlah,
      fungsi, status, pembuat_id, dibuat) SELECT ${milik}, ${produsen},
      ${q(tanda)}, 'Uji', ${banyak}, 'R', 'diterima', MIN(id),
      UTC_TIMESTAMP(3) FROM akun;
    SET @m = LAST_INSERT_ID();
    INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status,
      sam_id, pcid) SELECT @m, seq, CONCAT('K${tanda}', seq),
      CONCAT('M${tanda}', seq), 'aktif',
      CONCAT('30', LEFT('${tanda}', 9), LPAD(HEX(seq), 5, '0')),
      CONCAT('P${tanda}', seq) FROM seq_1_to_1000 WHERE seq <= ${banyak};
    INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id, sam_id,
      seri_mesin, fungsi, alamat, wilayah_kode, lintang, bujur,
      perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status)
      SELECT MD5(CONCAT('${tanda}', k.id)), k.id, k.lembaga_id, p.id,
      k.sam_id, k.seri_mesin, 'R', 'Jalan Uji 1', '3273011001', -6.9, 107.6,
      p.berakhir, p.mulai, p.berakhir, UTC_TIMESTAMP(3), 'berlaku'
      FROM kartu k JOIN perjanjian p ON p.id = ${id}
      WHERE k.permintaan_id = @m;
    UPDATE kartu k JOIN manifes m ON m.kartu_id = k.id
      SET k.manifes_id = m.id WHERE k.permintaan_id = @m;`);
  return sql(`SELECT k.id FROM kartu k JOIN permintaan m
    ON m.id = k.permintaan_id WHERE m.nomor = ${q(tanda)} ORDER BY k.id`)
    .map(([x]) => Number(x));
}

const angka = (teks) => Number(sql(teks)[0][0]);
/** Messages to the institution about one agreement. */
const surat = (templat, id) => sql(`SELECT REPLACE(data, '\\n', ' | ')
  FROM kotak_keluar WHERE templat = ${q(templat)} AND akun_id = ${orang.id}
  ORDER BY id`).map(([d]) => d)
  .filter((d) => d.includes(`jalur=/aktivasi/perjanjian/${id} `));

/** Configuration of the suite with its clock moved by so many days. */
function konfigurasi(geser) {
  const asal = readFileSync(join(dirVar, 'sifilma.conf'), 'utf8');
  const ke = join(dirVar, `masa-${geser}.conf`);
  writeFileSync(ke, `${asal}\njam_geser_detik = ${geser * 86400}\n`);
  return ke;
}

const pekerja = join(bangun, 'cgi-bin', 'pekerja', 'penjaga-masa');

/** One round of the worker with the clock moved by so many days. */
function putaran(geser = 0) {
  return execFileSync(pekerja, ['--sekali'], { encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SIFILMA_KONFIG: konfigurasi(geser) } });
}

before(async () => { admin = await Orang.masuk(demo('admin')); });

beforeEach(() => {
  lembaga = lembagaBaru('bhi-pusat');
  orang = akunBaru('pengguna', lembaga);
});

test('an agreement is recorded with its file and can be read', async () => {
  const berkas = naskah();
  const id = await catat({ nomor: '119/"A&B"/<2026>', kuota: '1.500',
    'metode[]': ['web-service', 'card-reader'],
    'elemen[]': ['nama', 'nik', 'nik'] }, berkas);
  const j = await admin.get(`/admin/perjanjian/${id}`);
  assert.equal(j.nilai('/halaman/pesan/@kode'), 'perjanjian-dicatat');
  const k = '/halaman/perjanjian';
  assert.equal(j.nilai(`${k}/@nomor`), '119/"A&B"/<2026>');
  // In the order of the page, each once.
  assert.equal(j.nilai(`${k}/@metode`), 'card-reader web-service');
  assert.equal(j.nilai(`${k}/@elemen`), 'nik nama');
  assert.equal(j.nilai(`${k}/@kuota`), '1500');
  assert.equal(j.nilai(`${k}/@status`), 'berlaku');
  assert.equal(j.nilai(`${k}/@sisa`), '300');
  assert.equal(j.nilai('/halaman/linimasa/peristiwa/@kode'), 'dicatat');
  const b = await admin.get(`/admin/perjanjian/${id}/berkas/pks`);
  assert.equal(b.status, 200);
  assert.match(b.headers['content-disposition'], /attachment.*pks\.pdf/);
  assert.deepEqual(b.isi, berkas.isi);
  for (const x of ['1', '99999', 'lain', '-1'])
    assert.equal((await admin.get(`/admin/perjanjian/${id}/berkas/${x}`))
      .status, 404);
  assert.equal((await admin.get('/admin/perjanjian/999999999')).status, 404);
  assert.equal(angka(`SELECT COUNT(*) FROM audit WHERE objek = 'perjanjian'
    AND objek_id = ${id} AND tindakan = 'perjanjian-dicatat'`), 1);
});

test('what is wrong is told together, and what was typed stays', async () => {
  const salah = isian({ nomor: '', judul: 'x', mulai: '2026-02-30',
    kuota: '0', 'metode[]': [], 'elemen[]': ['nik', 'gaji'],
    lembaga: '' });
  let j = await admin.post('/admin/perjanjian', salah, {});
  assert.equal(j.status, 422);
  // In the order of the form.
  assert.deepEqual(Object.entries(j.galat), Object.entries({
    lembaga: 'wajib', nomor: 'wajib', judul: 'terlalu-pendek',
    mulai: 'tanggal', metode: 'wajib', kuota: 'terlalu-kecil',
    berkas: 'berkas-wajib' }));
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="elemen[]"]'), 'nik');
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="mulai"]'), '2026-02-30');
  assert.ok(j.semua('/halaman/pilihan[@nama="lembaga"]/opsi').length > 2);

  // The file that came with a wrong form need not be chosen again.
  const berkas = naskah();
  const isi = isian({ berakhir: hari(-1) });
  j = await admin.post('/admin/perjanjian', isi, { berkas });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { berakhir: 'sudah-lewat' });
  const simpan = j.nilai('/halaman/isian/ruas[@nama="berkas-tersimpan"]');
  assert.ok(simpan);
  j = await admin.post('/admin/perjanjian', { ...isi, berakhir: hari(0),
    'berkas-tersimpan': simpan });
  assert.equal(j.status, 303, j.teks);
  const b = await admin.get(`${j.lokasi}/berkas/pks`);
  assert.deepEqual(b.isi, berkas.isi);

  // The same number for the same institution.
  j = await admin.post('/admin/perjanjian', { ...isi, berakhir: hari(10) },
    { berkas });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { nomor: 'sudah-dipakai' });
  for (const jenis of ['produsen', 'ditjen']) {
    j = await admin.post('/admin/perjanjian',
      isian({ lembaga: lembagaBaru(jenis) }), { berkas });
    assert.deepEqual(j.galat, { lembaga: 'lembaga-tidak-cocok' });
  }
  j = await admin.post('/admin/perjanjian', isian(),
    { berkas: { nama: 'a.pdf', isi: 'teks biasa', tipe: 'application/pdf' } });
  assert.deepEqual(j.galat, { berkas: 'berkas-jenis' });
});

test('sent twice, one agreement', async () => {
  const isi = isian({ kunci: kunci() });
  const berkas = naskah();
  const hasil = await Promise.all([1, 2, 3, 4].map(() =>
    admin.post('/admin/perjanjian', isi, { berkas })));
  for (const j of hasil) assert.equal(j.status, 303);
  assert.equal(new Set(hasil.map((j) => j.lokasi)).size, 1);
  assert.equal(angka(`SELECT COUNT(*) FROM perjanjian
    WHERE nomor = ${q(isi.nomor)}`), 1);
});

test('corrections: a lost update is refused', async () => {
  const isi = isian();
  const id = await catat(isi);
  const ke = `/admin/perjanjian/${id}/ubah`;
  assert.equal((await admin.get(ke)).nilai('/halaman/perjanjian/@versi'), '1');
  let j = await admin.post(ke, { ...isi, versi: 1, judul: 'Judul baru',
    'elemen[]': ['nik', 'foto'] });
  assert.equal(j.status, 303, j.teks);
  j = await admin.get(j.lokasi);
  assert.equal(j.nilai('/halaman/perjanjian/@judul'), 'Judul baru');
  assert.equal(j.nilai('/halaman/perjanjian/@elemen'), 'nik foto');
  assert.ok(j.nilai('/halaman/perjanjian/berkas/@nama'));
  assert.match(j.nilai('/halaman/linimasa/peristiwa[1]'),
    /judul: Uji perjanjian > Judul baru/);
  j = await admin.post(ke, { ...isi, versi: 1, judul: 'Yang kalah' });
  assert.equal(j.status, 409);
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="judul"]'), 'Yang kalah');
  j = await admin.post(ke, { ...isi, versi: 2, 'metode[]': [] });
  assert.deepEqual(j.galat, { metode: 'wajib' });

  // Days that manifests rely on stay.
  kartu(id, 1);
  j = await admin.get(ke);
  assert.equal(j.nilai('/halaman/perjanjian/@terpakai'), 'ya');
  j = await admin.post(ke, { ...isi, versi: 2, berakhir: hari(400) });
  assert.deepEqual(j.galat, { berakhir: 'sudah-dipakai-manifes' });
  j = await admin.post(ke, { ...isi, versi: 2, 'metode[]': ['web-portal'] });
  assert.deepEqual(j.galat, { metode: 'masih-dipakai-kartu' });
});

test('the list: states, search, ways, order, pages, files', async () => {
  const milik = lembagaBaru('dinas-provinsi', `Dinas ${unik('Z')}`);
  const tanda = unik('DAFTAR');
  const buat = (n, lain) => catat({ lembaga: milik, nomor: `${tanda}/${n}`,
    ...lain });
  await buat(1, { mulai: hari(5), berakhir: hari(90) });
  await buat(2, { berakhir: hari(60), 'metode[]': ['web-portal'] });
  await buat(3, { berakhir: hari(61), judul: '=1+1' });
  const habis = await buat(4, { berakhir: hari(0) });
  sql(`UPDATE perjanjian SET berakhir = ${q(hari(-1))} WHERE id = ${habis}`);
  const henti = await buat(5, { berakhir: hari(500) });
  const j = await admin.post(`/admin/perjanjian/${henti}/hentikan`,
    { versi: 1, alasan: 'Uji penghentian' });
  assert.equal(j.status, 303);

  const dasar = `/admin/perjanjian?lembaga=${milik}`;
  const nomor = async (lain) => (await admin.get(dasar + lain))
    .semua('/halaman/daftar/baris/@nomor').map((x) => x.value.slice(-1))
    .join('');
  assert.equal(await nomor('&urut=nomor&arah=naik'), '12345');
  assert.equal(await nomor('&urut=nomor&arah=turun'), '54321');
  assert.equal(await nomor(''), '51324');
  assert.equal(await nomor('&urut=berakhir&arah=naik'), '42315');
  assert.equal(await nomor('&status=akan'), '1');
  assert.equal(await nomor('&status=segera'), '2');
  assert.equal(await nomor('&status=berlaku'), '32');
  assert.equal(await nomor('&status=berakhir'), '4');
  assert.equal(await nomor('&status=dihentikan'), '5');
  assert.equal(await nomor('&metode=web-portal'), '2');
  assert.equal(await nomor(`&cari=${tanda}/3`), '3');
  assert.equal(await nomor('&cari=%25'), '');
  // Nonsense in the address still shows a list.
  for (const x of ['&status=xx&metode=yy&urut=zz', '&setelah=5~bukan-tanggal',
    "&setelah=1~'%20OR%201", '&per=7', '&lembaga=x'])
    assert.equal((await admin.get(dasar + x)).status, 200, x);

  const semua = await admin.get(dasar);
  const rekap = (k) => semua.nilai(`/halaman/rekap[@keadaan="${k}"]/@jumlah`);
  assert.deepEqual(['akan', 'berlaku', 'segera', 'berakhir', 'dihentikan']
    .map(rekap), ['1', '2', '1', '1', '1']);
  assert.equal(semua.nilai('/halaman/daftar/saring[@nama="lembaga"]/@teks')
    .startsWith('Dinas'), true);

  const csv = await admin.get(semua.nilai('/halaman/daftar/ekspor/@csv'));
  assert.equal(csv.status, 200);
  assert.equal(csv.teks.trim().split(/\r?\n/).length, 6);
  assert.ok(csv.teks.includes("'=1+1"), 'a formula is neutralised');
  const xlsx = await admin.get(semua.nilai('/halaman/daftar/ekspor/@xlsx'));
  assert.equal(xlsx.isi.subarray(0, 2).toString(), 'PK');
});

test('pages of the list, forwards and back', async () => {
  const milik = lembagaBaru('bhi-provinsi');
  const id = await catat({ lembaga: milik });
  sql(`INSERT INTO perjanjian (lembaga_id, nomor, judul, mulai, berakhir,
    elemen, metode, status, dibuat, dibuat_oleh) SELECT lembaga_id,
    CONCAT('N', LPAD(seq, 3, '0')), judul, mulai,
    berakhir + INTERVAL seq DIV 3 DAY, elemen, metode, status, dibuat,
    dibuat_oleh FROM perjanjian, seq_1_to_34 WHERE id = ${id}`);
  for (const urut of ['berakhir', 'mulai', 'nomor', 'lembaga'])
    for (const arah of ['naik', 'turun']) {
      const lihat = [];
      let j = await admin.get(`/admin/perjanjian?lembaga=${milik}&per=10` +
        `&urut=${urut}&arah=${arah}`);
      const satu = () => j.semua('/halaman/daftar/baris/@id')
        .map((x) => x.value);
      assert.equal(j.nilai('/halaman/daftar/@total'), '35');
      const halaman = [satu()];
      for (let ke; (ke = j.nilai('/halaman/daftar/@berikut'));) {
        j = await admin.get(ke);
        halaman.push(satu());
      }
      assert.equal(halaman.length, 4);
      lihat.push(...halaman.flat());
      assert.equal(new Set(lihat).size, 35, `${urut} ${arah}`);
      j = await admin.get(j.nilai('/halaman/daftar/@sebelum'));
      assert.deepEqual(satu(), halaman[2], `${urut} ${arah} back`);
    }
});

test('institutions read their own, and change nothing', async () => {
  const id = await catat({ nomor: unik('MILIK') });
  const lainnya = await Orang.masuk(akunBaru('dinas',
    lembagaBaru('dinas-kabkota')));
  const produsen = await Orang.masuk(akunBaru('produsen',
    lembagaBaru('produsen')));
  const pejabat = await Orang.masuk(demo('pejabat'));
  const saya = await Orang.masuk(orang);
  const ke = `/aktivasi/perjanjian/${id}`;
  let j = await saya.get('/aktivasi/perjanjian');
  assert.equal(j.status, 200);
  assert.ok(j.semua(`/halaman/daftar/baris[@id="${id}"]`).length === 1);
  assert.equal(j.semua(`/halaman/daftar/baris[@lembaga-id != "${lembaga}"]`)
    .length, 0);
  assert.equal((await saya.get(`/aktivasi/perjanjian/unduh/csv`)).status, 200);
  j = await saya.get(ke);
  assert.equal(j.status, 200);
  assert.equal((await saya.get(`${ke}/berkas/pks`)).status, 200);
  // Nothing on it changes anything.
  assert.doesNotMatch((await saya.html(ke)).teks,
    /\/admin\/|perjanjian\/\d+\/(ubah|perpanjang|hentikan)/);
  // Asking for another institution by name does not help.
  j = await lainnya.get(`/aktivasi/perjanjian?lembaga=${lembaga}`);
  assert.equal(j.semua('/halaman/daftar/baris').length, 0);
  assert.equal((await lainnya.get(ke)).status, 404);
  assert.equal((await lainnya.get(`${ke}/berkas/pks`)).status, 404);
  assert.equal((await produsen.get(ke)).status, 403);
  assert.equal((await pejabat.get(ke)).status, 200);
  for (const o of [saya, pejabat, produsen]) {
    assert.equal((await o.get('/admin/perjanjian')).status, 403);
    assert.equal((await o.post(`/admin/perjanjian/${id}/hentikan`,
      { versi: 1, alasan: 'Bukan hak saya' })).status, 403);
  }
  assert.equal(versi(id), 1);
});

test('an extension: addendum, message, manifests signed anew (A-08)',
  async () => {
    const id = await catat({ berakhir: hari(20) });
    const kartu1 = kartu(id, 3);
    const ke = `/admin/perjanjian/${id}/perpanjang`;
    let j = await admin.get(ke);
    assert.equal(j.nilai('/halaman/perjanjian/@aktif'), '3');
    j = await admin.post(ke, { versi: 1, berakhir: hari(20), addendum: '' });
    assert.deepEqual(j.galat, { addendum: 'wajib', berkas: 'berkas-wajib' });
    const berkas = naskah();
    j = await admin.post(ke, { versi: 1, berakhir: hari(20),
      addendum: 'ADD/1' }, { berkas });
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { berakhir: 'harus-lebih' });
    j = await admin.post(ke, { versi: 1, berakhir: hari(385),
      addendum: 'ADD/1' }, { berkas });
    assert.equal(j.status, 303, j.teks);
    j = await admin.get(j.lokasi);
    assert.equal(j.nilai('/halaman/perjanjian/@berakhir'), hari(385));
    const p = '/halaman/linimasa/peristiwa[@kode="diperpanjang"]';
    assert.equal(j.nilai(p), `${hari(20)} > ${hari(385)}; ADD/1`);
    const b = await admin.get(`/admin/perjanjian/${id}/berkas/` +
      j.nilai(`${p}/@id`));
    assert.deepEqual(b.isi, berkas.isi);
    assert.equal(surat('perjanjian-diperpanjang', id).length, 1);
    j = await admin.post(ke, { versi: 1, berakhir: hari(500),
      addendum: 'ADD/2' }, { berkas });
    assert.equal(j.status, 409);

    // The worker of the suite does it by itself, within seconds.
    const berlaku = () => sql(`SELECT m.kartu_id, m.berlaku_sampai
      FROM manifes m JOIN kartu k ON k.manifes_id = m.id
      WHERE m.perjanjian_id = ${id} AND m.status = 'berlaku'
      AND k.status = 'aktif' AND k.perlu_manifes IS NULL ORDER BY 1`);
    await tunggu(() => berlaku().length === 3 &&
      berlaku().every(([, x]) => x === hari(385)), 30000);
    assert.deepEqual(berlaku().map(([k]) => Number(k)), kartu1);
    assert.equal(angka(`SELECT COUNT(*) FROM manifes m JOIN manifes n
      ON n.pendahulu_id = m.id JOIN manifes_xml x ON x.manifes_id = n.id
      WHERE m.perjanjian_id = ${id} AND m.status = 'diganti'
      AND m.sebab = 'perpanjangan'`), 3);
    j = await admin.get(`/admin/perjanjian/${id}`);
    assert.equal(j.nilai('/halaman/perjanjian/kartu/@menunggu'), '0');
    assert.equal(j.nilai('/halaman/perjanjian/kartu/@aktif'), '3');
    // Another round has nothing left to do.
    putaran();
    assert.equal(angka(`SELECT COUNT(*) FROM manifes
      WHERE perjanjian_id = ${id}`), 6);
  });

test('a stop ends manifests and cards at once', async () => {
  const id = await catat();
  kartu(id, 250);
  const ke = `/admin/perjanjian/${id}/hentikan`;
  let j = await admin.get(ke);
  assert.equal(j.nilai('/halaman/perjanjian/@aktif'), '250');
  j = await admin.post(ke, { versi: 1, alasan: 'x' });
  assert.deepEqual(j.galat, { alasan: 'terlalu-pendek' });
  const isi = { versi: 1, alasan: 'Sanksi: laporan tidak ada.',
    kunci: kunci() };
  const hasil = await Promise.all([1, 2, 3].map(() => admin.post(ke, isi)));
  for (const x of hasil) assert.equal(x.status, 303, x.teks);
  assert.equal(angka(`SELECT COUNT(*) FROM kartu k JOIN manifes m
    ON m.id = k.manifes_id WHERE m.perjanjian_id = ${id}
    AND k.status = 'nonaktif' AND m.status = 'berakhir'
    AND m.sebab = 'perjanjian'`), 250);
  assert.equal(angka(`SELECT COUNT(*) FROM kartu_riwayat h JOIN manifes m
    ON m.id = h.manifes_id WHERE m.perjanjian_id = ${id}
    AND h.kode = 'nonaktif'`), 250);
  assert.equal(surat('perjanjian-dihentikan', id).length, 1);
  j = await admin.get(`/admin/perjanjian/${id}`);
  assert.equal(j.nilai('/halaman/perjanjian/@status'), 'dihentikan');
  assert.equal(j.nilai('/halaman/perjanjian/alasan'), isi.alasan);
  // For good: no page changes it any more.
  for (const x of ['ubah', 'perpanjang', 'hentikan']) {
    assert.equal((await admin.get(`/admin/perjanjian/${id}/${x}`)).status,
      409, x);
    assert.equal((await admin.post(`/admin/perjanjian/${id}/${x}`,
      { ...isian(), versi: 2, alasan: 'Sekali lagi' })).status, 409, x);
  }
});

test('the worker with its clock moved, twice and late (A-08)', async () => {
  const id = await catat({ berakhir: hari(7) });
  kartu(id, 5);
  const ingat = () => surat('perjanjian-akan-berakhir', id);
  putaran();
  putaran();
  assert.equal(ingat().length, 1);
  assert.match(ingat()[0], /sisa=7/);
  // Its last day was yesterday by this clock; others end much later.
  sql(`UPDATE perjanjian SET berakhir = ${q(hari(0))} WHERE id = ${id}`);
  const aktif = () => angka(`SELECT COUNT(*) FROM kartu k JOIN manifes m
    ON m.id = k.manifes_id WHERE m.perjanjian_id = ${id}
    AND k.status = 'aktif' AND m.status = 'berlaku'`);
  putaran();
  assert.equal(aktif(), 5);
  putaran(1);
  putaran(1);
  putaran(2);
  assert.equal(aktif(), 0);
  assert.equal(angka(`SELECT COUNT(*) FROM kartu_riwayat h JOIN manifes m
    ON m.id = h.manifes_id WHERE m.perjanjian_id = ${id}
    AND h.kode = 'nonaktif'`), 5);
  const akhir = surat('perjanjian-berakhir', id);
  assert.equal(akhir.length, 1);
  assert.match(akhir[0], /kartu=5/);

  // What the institution reads.
  const j = await admin.html('/kotak-keluar?kepada=' +
    encodeURIComponent(`${orang.username}@uji.example`));
  assert.match(j.teks, /5 kartu SAM menjadi nonaktif/);
});

test('killed while it renews, every card has one manifest (A-08)',
  async () => {
    const id = await catat({ berakhir: hari(30) });
    const semua = kartu(id, 300);
    sql(`UPDATE perjanjian SET berakhir = ${q(hari(200))} WHERE id = ${id};
      UPDATE kartu SET perlu_manifes = 'perpanjangan'
      WHERE id BETWEEN ${semua[0]} AND ${semua.at(-1)}`);
    const konfig = konfigurasi(0);
    const baru = () => angka(`SELECT COUNT(*) FROM manifes
      WHERE perjanjian_id = ${id} AND pendahulu_id IS NOT NULL`);
    let terbunuh = 0;
    for (let i = 0; i < 8; i++) {
      const p = spawn(pekerja, ['--sekali'], { stdio: 'ignore',
        env: { ...process.env, SIFILMA_KONFIG: konfig } });
      const mati = new Promise((r) => { p.on('exit', (_, s) => r(s)); });
      await new Promise((r) => { setTimeout(r, 20 + 15 * i); });
      p.kill('SIGKILL');
      if (await mati === 'SIGKILL') terbunuh++;
    }
    assert.ok(terbunuh > 0);
    putaran();
    await tunggu(() => baru() === 300, 30000);
    assert.equal(angka(`SELECT COUNT(DISTINCT k.id) FROM kartu k
      JOIN manifes m ON m.id = k.manifes_id
      JOIN manifes_xml x ON x.manifes_id = m.id
      WHERE m.perjanjian_id = ${id} AND m.status = 'berlaku'
      AND m.berlaku_sampai = ${q(hari(200))} AND k.status = 'aktif'
      AND k.perlu_manifes IS NULL`), 300);
    assert.equal(angka(`SELECT COUNT(*) FROM manifes
      WHERE perjanjian_id = ${id}`), 600);
    assert.equal(angka(`SELECT COUNT(*) FROM kartu_riwayat h JOIN manifes m
      ON m.id = h.manifes_id WHERE m.perjanjian_id = ${id}
      AND h.kode = 'perpanjang'`), 300);
  });
