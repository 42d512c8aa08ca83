// proses.mjs - the ticket from acceptance to handover through the running
// suite: P-06 ... P-14, P-16, P-18, and two people at once.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Orang, akunBaru, demo, kunci, lembagaBaru, q, sql, unik } from
  './bantu.mjs';

let bank, bankLain, prod, prodLain, admin, admin2, pejabat;
let idBank, idProd;

const hari = (geser) => new Date(Date.now() + 7 * 3600e3 + geser * 864e5)
  .toISOString().slice(0, 10);

before(async () => {
  idBank = lembagaBaru('bhi-pusat');
  idProd = lembagaBaru('produsen');
  const ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  prod = await orang('produsen', idProd);
  prodLain = await orang('produsen', lembagaBaru('produsen'));
  admin = await orang('admin', ditjen);
  admin2 = await orang('admin', ditjen);
  // Only the officials of the installation have a key to sign with.
  pejabat = await Orang.masuk(demo('pejabat'));
  pejabat.akun.id = Number(sql(`SELECT id FROM akun
    WHERE username = ${q(pejabat.akun.username)}`)[0][0]);
  for (const o of [bank, bankLain, prod, prodLain, admin, admin2, pejabat])
    await o.get('/proses');
});

/** A registered request with its cards, ready to be accepted; its id. */
function terdaftar(jumlah, disposisi = hari(-1)) {
  const u = unik('P').toUpperCase();
  const kartu = Array.from({ length: jumlah }, (_, i) =>
    `(@id, ${i + 1}, '${u}K${i + 1}', '${u}M${i + 1}', 'kosong')`);
  const id = Number(sql(`INSERT INTO permintaan (lembaga_id, produsen_id,
    nomor, judul, jumlah, fungsi, status, pembuat_id, dibuat, diajukan,
    diputus, agenda_nomor, agenda_tanggal) VALUES (${idBank}, ${idProd},
    ${q(u)}, ${q(`Uji ${u}`)}, ${jumlah}, 'R', 'terdaftar', ${bank.akun.id},
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ${q(u)},
    ${q(disposisi)});
    SET @id = LAST_INSERT_ID();
    INSERT INTO permintaan_total VALUES (0, 0, 'terdaftar', 1),
    (${idBank}, 0, 'terdaftar', 1), (0, ${idProd}, 'terdaftar', 1),
    (${idBank}, ${idProd}, 'terdaftar', 1)
    ON DUPLICATE KEY UPDATE jumlah = jumlah + 1;
    INSERT INTO disposisi SELECT @id, j, ${q(disposisi)}, NULL,
    ${admin.akun.id}, UTC_TIMESTAMP(3) FROM (SELECT 'dirjen' j UNION SELECT
    'fpddk' UNION SELECT 'kasubdit') x;
    INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status)
    VALUES ${kartu.join(',')}; SELECT @id;`)[0][0]);
  return { id, u };
}

const terima = (permintaan, o = admin) => o.post(
  `/permintaan/${permintaan}/terima`, { versi: 1 });

/** A ticket: its id, its request's id, and the stem of its serials. */
async function tiket(jumlah, disposisi) {
  const { id, u } = terdaftar(jumlah, disposisi);
  const j = await terima(id);
  assert.equal(j.status, 303, j.teks);
  const [p] = sql(`SELECT id, tiket FROM proses WHERE permintaan_id = ${id}`);
  return { id: Number(p[0]), tiket: Number(p[1]), permintaan: id, u,
    kode: `T${p[1].padStart(8, '0')}`, seri: (i) => `${u}K${i}` };
}

let nomorSam = Math.floor(Math.random() * 0xffffffff);
const samBaru = () => `30154B01${(nomorSam++ >>> 0).toString(16)
  .padStart(8, '0')}`.toUpperCase();

const pindai = (t, i, lain = {}, o = admin) => o.post(
  `/proses/${t.id}/produksi`, { seri_kartu: t.seri(i), sam_id: samBaru(),
    pcid: `PC${i}`, ...lain });

const baris = (t, lain = '*') => sql(`SELECT ${lain} FROM proses
  WHERE id = ${t.id}`)[0];
const status = (t) => baris(t, 'status')[0];

/** Every card of a ticket, by file. */
async function semuaKartu(t, jumlah) {
  const isi = Array.from({ length: jumlah }, (_, i) =>
    `${t.seri(i + 1)};${samBaru()};PC${i + 1};;`).join('\n');
  const j = await admin.post(`/proses/${t.id}/produksi/berkas`, {},
    { berkas: { nama: 'hasil.csv', isi } });
  assert.equal(j.status, 303, j.teks);
}

/** To siap-serah, through the three signatures. */
async function siapSerah(t) {
  const draf = sql(`SELECT id FROM dokumen WHERE proses_id = ${t.id}
    AND status = 'draf' ORDER BY id`).map((d) => Number(d[0]));
  assert.equal(draf.length, 3);
  let j = await admin.post(`/dokumen/${draf[0]}/ajukan`, {
    pejabat: pejabat.akun.id, semua: 'ya' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(status(t), 'tanda-tangan');
  for (const d of draf) {
    await pejabat.get(`/dokumen/${d}/tanda-tangan`);
    j = await pejabat.post(`/dokumen/${d}/tanda-tangan`, {
      sandi: pejabat.akun.sandi });
    assert.equal(j.status, 303, j.teks);
  }
  assert.equal(status(t), 'siap-serah');
}

/**
 * No coming day of the stored plan holds more than it can, and every card
 * that waits is in it.  (Today holds what was done, whatever day it is.)
 */
function rencanaBenar() {
  const lebih = sql(`SELECT j.tanggal, SUM(j.jumlah), COALESCE(MAX(k.jumlah),
    (SELECT nilai FROM pengaturan WHERE nama = 'kapasitas_harian')) kap
    FROM jadwal j LEFT JOIN kapasitas k ON k.tanggal = j.tanggal
    WHERE j.tanggal > ${q(hari(0))} GROUP BY j.tanggal HAVING SUM(j.jumlah) > CAST(kap AS SIGNED)
    OR DAYOFWEEK(j.tanggal) IN (1, 7) OR EXISTS (SELECT 1 FROM libur l
    WHERE l.tanggal = j.tanggal)`);
  assert.deepEqual(lebih, []);
  const kurang = sql(`SELECT p.id FROM proses p
    WHERE p.status IN ('antri', 'produksi') AND p.selesai_kartu = 0
    AND p.jumlah <> (SELECT COALESCE(SUM(j.jumlah), 0) FROM jadwal j
    WHERE j.proses_id = p.id)`);
  assert.deepEqual(kurang, []);
}

test('P-06 acceptance makes one ticket with the next number, also when sent ' +
  'twice', async () => {
  const { id } = terdaftar(2);
  const isian = { versi: 1, kunci: kunci(), csrf: admin.csrf };
  const dua = await Promise.all([1, 2].map(() => admin.post(
    `/permintaan/${id}/terima`, isian)));
  assert.deepEqual(dua.map((j) => j.status), [303, 303]);
  const p = sql(`SELECT tiket, status FROM proses WHERE permintaan_id = ${id}`);
  assert.equal(p.length, 1);
  assert.equal(p[0][1], 'antri');
  const lagi = await terima(id);
  assert.equal(lagi.status, 409);
});

test('P-06 numbers have no gaps and no doubles under concurrent acceptance',
  async () => {
    const minta = Array.from({ length: 12 }, () => terdaftar(1).id);
    const awal = Number(sql(`SELECT terakhir FROM deret
      WHERE nama = 'tiket' AND tahun = 0`)[0][0]);
    let sisa = minta;
    // 503 is an honest "come again" under contention; nothing may be lost.
    for (let i = 0; sisa.length && i < 20; i++) {
      const j = await Promise.all(sisa.map((id, k) =>
        terima(id, k % 2 ? admin2 : admin)));
      for (const x of j) assert.ok([303, 503].includes(x.status), x.teks);
      sisa = sisa.filter((_, k) => j[k].status !== 303);
    }
    assert.deepEqual(sisa, []);
    const n = sql(`SELECT tiket FROM proses WHERE permintaan_id IN
      (${minta.join(',')}) ORDER BY tiket`).map((x) => Number(x[0]));
    assert.equal(new Set(n).size, 12);
    const semua = sql(`SELECT COUNT(*), MAX(tiket) - MIN(tiket) + 1
      FROM proses WHERE tiket > ${awal}`)[0];
    assert.equal(semua[0], semua[1]);
    rencanaBenar();
  });

test('P-07 P-08 a request over a day goes on; closing a day moves it and ' +
  'tells; the plan returns', async () => {
  const t = await tiket(251);
  rencanaBenar();
  const rencana = () => sql(`SELECT tanggal, jumlah FROM jadwal
    WHERE proses_id = ${t.id} ORDER BY tanggal`);
  const lama = rencana();
  assert.ok(lama.length >= 2);
  assert.equal(lama.reduce((a, x) => a + Number(x[1]), 0), 251);
  const [mulai, selesai] = baris(t, 'estimasi_mulai, estimasi_selesai');
  assert.equal(mulai, lama[0][0]);
  assert.equal(selesai, lama.at(-1)[0]);

  const tutup = lama.at(-1)[0];
  let j = await admin.get(`/proses/kalender/${tutup}`);
  assert.equal(j.status, 200);
  assert.ok(j.nilai(`/halaman/hari/tiket[@kode='${t.kode}']/@jumlah`));
  j = await admin.post(`/proses/kalender/${tutup}`, { cara: 'tutup',
    alasan: 'Pemeliharaan' });
  assert.equal(j.status, 303, j.teks);
  rencanaBenar();
  assert.ok(!rencana().some((x) => x[0] === tutup));
  assert.notEqual(baris(t, 'estimasi_selesai')[0], selesai);
  const pesan = () => Number(sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE templat = 'estimasi-berubah' AND akun_id = ${bank.akun.id}
    AND data LIKE 'tiket=${t.kode}%'`)[0][0]);
  assert.equal(pesan(), 1);
  // The same again moves nothing and tells nobody.
  j = await admin.post(`/proses/kalender/${tutup}`, { cara: 'tutup',
    alasan: 'Pemeliharaan lagi' });
  assert.equal(j.status, 303);
  assert.equal(pesan(), 1);
  j = await bank.get(`/proses/kalender?bulan=${tutup.slice(0, 7)}`);
  assert.equal(j.nilai(`//hari[@tanggal='${tutup}']/@tutup`), 'ya');

  j = await admin.post(`/proses/kalender/${tutup}`, { cara: 'biasa',
    alasan: 'Selesai lebih cepat' });
  assert.equal(j.status, 303);
  assert.deepEqual(rencana(), lama);
  assert.equal(pesan(), 2);
  rencanaBenar();
  assert.equal((await admin.post(`/proses/${t.id}/batal`,
    { alasan: 'Uji selesai' })).status, 303);
});

test('P-07 P-08 two admins change the plan while requests are accepted: ' +
  'the plan that stays is right', async () => {
  const t = await tiket(600);
  const hariT = sql(`SELECT tanggal FROM jadwal WHERE proses_id = ${t.id}
    AND tanggal > ${q(hari(0))} ORDER BY tanggal LIMIT 2`).map((x) => x[0]);
  const ubah = (o, h, isian) => o.post(`/proses/kalender/${h}`,
    { alasan: 'Uji bersama', ...isian });
  const ulang = async (f) => {
    for (let i = 0; i < 20; i++) {
      const j = await f();
      if (j.status !== 503) return j;
    }
    throw new Error('always busy');
  };
  const minta = [0, 1, 2].map(() => terdaftar(40).id);
  const j = await Promise.all([
    ulang(() => ubah(admin, hariT[0], { cara: 'tutup' })),
    ulang(() => ubah(admin2, hariT[1], { cara: 'ubah', jumlah: 100 })),
    ...minta.map((id, k) => ulang(() => terima(id, k % 2 ? admin2 : admin)))]);
  assert.deepEqual([...new Set(j.map((x) => x.status))], [303]);
  rencanaBenar();
  for (const h of hariT)
    assert.equal((await ubah(admin, h, { cara: 'biasa' })).status, 303);
  rencanaBenar();
  assert.equal((await admin.post(`/proses/${t.id}/batal`,
    { alasan: 'Uji selesai' })).status, 303);
});

test('P-08 a day that cannot change, and wrong numbers', async () => {
  let j = await admin.post(`/proses/kalender/${hari(-3)}`, { cara: 'tutup',
    alasan: 'Uji' });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { '': 'hari-lalu' });
  let minggu = 7;
  while (new Date(`${hari(minggu)}T00:00Z`).getUTCDay() !== 0) minggu++;
  j = await admin.post(`/proses/kalender/${hari(minggu)}`, { cara: 'ubah',
    jumlah: 100, alasan: 'Uji' });
  assert.deepEqual([j.status, j.galat], [422, { '': 'bukan-hari-kerja' }]);
  j = await admin.post(`/proses/kalender/${hari(minggu + 1)}`, {
    cara: 'ubah', jumlah: '100001', alasan: '' });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { jumlah: 'terlalu-besar', alasan: 'wajib' });
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="jumlah"]'), '100001');
  j = await admin.post(`/proses/kalender/${hari(minggu + 1)}`, {
    cara: 'ubah', alasan: 'Uji' });
  assert.deepEqual(j.galat, { jumlah: 'wajib' });
  assert.equal((await admin.get('/proses/kalender/2026-02-30')).status, 404);
  assert.equal((await bank.get(`/proses/kalender/${hari(1)}`)).status, 403);
});

test('P-08 moving a ticket: its own estimate, the reason in the timeline, ' +
  'not after it has begun', async () => {
  const t = await tiket(3);
  const nanti = hari(60);
  let j = await admin.post(`/proses/${t.id}/pindah`, { cara: 'tunda',
    tanggal: nanti, alasan: 'Mesin belum siap' });
  assert.equal(j.status, 303, j.teks);
  assert.ok(baris(t, 'estimasi_mulai')[0] >= nanti);
  j = await bank.get(`/proses/${t.id}`);
  assert.equal(j.nilai('//peristiwa[@kode="dipindahkan"]'),
    `${nanti} Mesin belum siap`);
  j = await admin.post(`/proses/${t.id}/pindah`, { cara: 'antrean',
    alasan: 'Sudah siap' });
  assert.equal(j.status, 303);
  assert.ok(baris(t, 'estimasi_mulai')[0] < nanti);
  j = await admin.post(`/proses/${t.id}/pindah`, { cara: 'tunda',
    tanggal: hari(-1), alasan: 'Uji' });
  assert.deepEqual([j.status, j.galat], [422, { tanggal: 'hari-lalu' }]);
  assert.equal((await pindai(t, 1)).status, 303);
  j = await admin.post(`/proses/${t.id}/pindah`, { cara: 'tunda',
    tanggal: nanti, alasan: 'Terlambat' });
  assert.deepEqual([j.status, j.galat], [409, { '': 'sudah-mulai' }]);
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="alasan"]'), 'Terlambat');
});

test('P-09 the calendar: month and week, load for all, tickets only for ' +
  'their own', async () => {
  const t = await tiket(5);
  const mulai = baris(t, 'estimasi_mulai')[0];
  const jalur = `/proses/kalender?bulan=${mulai.slice(0, 7)}`;
  const milik = await bank.get(jalur);
  assert.ok(milik.semua(`//tiket[@kode='${t.kode}']`).length > 0);
  const lain = await bankLain.get(jalur);
  assert.equal(lain.semua('//tiket').length, 0);
  assert.equal(lain.nilai(`//hari[@tanggal='${mulai}']/@rencana`),
    milik.nilai(`//hari[@tanggal='${mulai}']/@rencana`));
  for (const h of milik.semua('//hari[not(@lalu) and not(@ini)]'))
    assert.ok(Number(h.getAttribute('rencana')) <=
      Number(h.getAttribute('kapasitas')));
  const pekan = await admin.get('/proses/kalender?minggu=2026-W01');
  assert.equal(pekan.semua('//hari').length, 7);
  assert.equal(pekan.nilai('//hari[1]/@tanggal'), '2025-12-29');
  for (const salah of ['bulan=2026-13', 'bulan=x', 'minggu=2026-W60',
    'minggu='])
    assert.equal((await admin.get(`/proses/kalender?${salah}`)).status, 200);
});

test('P-11 the list: filter, search, order, pages, and whose it is',
  async () => {
    const a = await tiket(1), b = await tiket(1), c = await tiket(1);
    const kode = (j) => j.semua('/halaman/daftar/baris')
      .map((n) => n.getAttribute('kode'));
    let j = await bank.get('/proses?per=10');
    assert.deepEqual(kode(j).slice(0, 3), [c.kode, b.kode, a.kode]);
    assert.equal(j.nilai('/halaman/daftar/@total'), sql(`SELECT COUNT(*)
      FROM proses WHERE lembaga_id = ${idBank}`)[0][0]);
    assert.equal((await prod.get('/proses')).semua('//baris').length > 0,
      true);
    for (const o of [bankLain, prodLain]) {
      assert.equal((await o.get('/proses')).nilai('/halaman/daftar/@total'),
        '0');
      for (const lagi of ['', '/kartu', '/kartu/csv', '/berkas'])
        assert.equal((await o.get(`/proses/${a.id}${lagi}`)).status, 404);
      assert.equal(kode(await o.get(`/proses?cari=${a.kode}`)).length, 0);
    }
    assert.deepEqual(kode(await admin.get(`/proses?cari=${b.kode}`)),
      [b.kode]);
    assert.deepEqual(kode(await bank.get(`/proses?cari=${b.u}`)), [b.kode]);
    assert.equal((await admin.post(`/proses/${b.id}/batal`,
      { alasan: 'Salah permintaan' })).status, 303);
    const di = async (kelompok, o = bank) =>
      kode(await o.get(`/proses?per=100&kelompok=${kelompok}`));
    assert.ok((await di('rejected')).includes(b.kode));
    assert.ok(!(await di('progress')).includes(b.kode));
    assert.ok((await di('progress')).includes(a.kode));
    assert.ok(!(await di('approved')).includes(a.kode));
    // Forward and back over pages of ten gives everything once, in order:
    // all that was there before (others work at the same time); by estimate
    // only what no plan moves any more.
    for (const urut of ['tiket&arah=turun', 'tiket&arah=naik',
      'estimasi&arah=naik&kelompok=approved',
      'estimasi&arah=turun&kelompok=approved']) {
      const ada = sql(`SELECT CONCAT('T', LPAD(tiket, 8, '0')) FROM proses
        WHERE ${/approved/.test(urut) ? "status = 'selesai'" : '1'}`)
        .map((x) => x[0]);
      const maju = [];
      let jalur = `/proses?per=10&urut=${urut}`, sebelum;
      while (jalur) {
        j = await admin.get(jalur);
        maju.push(...kode(j));
        sebelum = j.nilai('/halaman/daftar/@sebelum');
        jalur = j.nilai('/halaman/daftar/@berikut');
      }
      assert.equal(new Set(maju).size, maju.length);
      assert.deepEqual(ada.filter((k) => !maju.includes(k)), []);
      j = await admin.get(sebelum);
      const mulai = maju.indexOf(kode(j)[0]);
      assert.deepEqual(kode(j), maju.slice(mulai, mulai + 10));
    }
    assert.equal((await admin.get(
      '/proses?kelompok=x&urut=x&per=7&setelah=abc~x')).status, 200);
  });

test('P-12 P-13 card by card: scanned, counted, last one makes the ' +
  'documents', async () => {
  const t = await tiket(3);
  const sam = samBaru();
  let j = await pindai(t, 1, { seri_kartu: ` ${t.seri(1).toLowerCase()} `,
    sam_id: sam.toLowerCase().replace(/(..)/g, '$1 ').trim() });
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi.replace(/^https?:\/\/[^/]+/, ''),
    `/proses/${t.id}/produksi`);
  j = await admin.get(`/proses/${t.id}/produksi`);
  assert.equal(j.nilai('/halaman/proses/@selesai'), '1');
  assert.equal(j.nilai('/halaman/terakhir/kartu[1]/@sam'),
    sam.replace(/(..)/g, '$1 ').trim());
  assert.equal(j.nilai('/halaman/berikutnya/kartu/@seri-kartu'), t.seri(2));
  j = await bank.get(`/proses/${t.id}`);
  assert.equal(j.nilai('/halaman/proses/@status'), 'produksi');
  assert.equal(j.nilai('/halaman/langkah/tahap[@nomor=3]/@keadaan'),
    'berjalan');
  // The SAM id is unique in the system: the answer names whose it is.
  j = await pindai(t, 2, { sam_id: sam });
  assert.deepEqual([j.status, j.galat], [422, { sam_id: 'sam-dipakai' }]);
  assert.equal(j.nilai('/halaman/galat/@nilai'), `${t.kode} 1`);
  assert.match((await admin.html(`/proses/${t.id}/produksi`)).teks,
    /Pindai satu kartu/);
  const lain = await tiket(1);
  j = await pindai(lain, 1, { sam_id: sam });
  assert.equal(j.nilai('/halaman/galat/@nilai'), `${t.kode} 1`);
  // Wrong in every way; typed values come back.
  j = await pindai(t, 2, { sam_id: '30 15 4B', pcid: 'P 1' });
  assert.deepEqual([j.status, j.galat], [422, { sam_id: 'format' }]);
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="pcid"]'), 'P 1');
  j = await pindai(t, 2, { sam_id: '', pcid: '' });
  assert.deepEqual(j.galat, { sam_id: 'wajib', pcid: 'wajib' });
  j = await pindai(t, 2, { seri_kartu: 'TIDAKADA1' });
  assert.deepEqual([j.status, j.galat],
    [422, { seri_kartu: 'kartu-tidak-ada' }]);
  j = await pindai(t, 1);
  assert.deepEqual([j.status, j.galat], [409, { seri_kartu: 'kartu-sudah' }]);
  j = await pindai(t, 2, { status: 'gagal', sam_id: '', pcid: '' });
  assert.deepEqual([j.status, j.galat], [422, { keterangan: 'wajib' }]);
  // The last card.
  assert.equal((await pindai(t, 2)).status, 303);
  j = await pindai(t, 3);
  assert.match(j.lokasi, new RegExp(`/proses/${t.id}$`));
  assert.deepEqual(baris(t, 'status, selesai_kartu'), ['dokumen', '3']);
  assert.equal(sql(`SELECT COUNT(*) FROM dokumen WHERE proses_id = ${t.id}
    AND status = 'draf'`)[0][0], '3');
  j = await pindai(t, 3);
  assert.equal(j.status, 409);
  assert.deepEqual(j.galat, { '': 'tiket-status' });
  rencanaBenar();
});

test('P-12 the same form sent 8 times at once acts once', async () => {
  const t = await tiket(2);
  const isian = { sam_id: samBaru(), kunci: kunci(), csrf: admin.csrf };
  const j = await Promise.all(Array.from({ length: 8 }, () =>
    pindai(t, 1, isian)));
  assert.deepEqual([...new Set(j.map((x) => x.status))], [303]);
  assert.deepEqual([...new Set(j.map((x) => x.lokasi))].length, 1);
  assert.deepEqual(baris(t, 'status, selesai_kartu'), ['produksi', '1']);
});

test('P-12 two admins at one card: one enters it, the other is told; ' +
  'at one ticket: nothing is lost', async () => {
  const t = await tiket(6);
  let j = await Promise.all([pindai(t, 1), pindai(t, 1, {}, admin2)]);
  assert.deepEqual(j.map((x) => x.status).sort(), [303, 409]);
  assert.equal(baris(t, 'selesai_kartu')[0], '1');
  const sam = samBaru();
  j = await Promise.all([pindai(t, 2, { sam_id: sam }),
    pindai(t, 3, { sam_id: sam }, admin2)]);
  assert.deepEqual(j.map((x) => x.status).sort(), [303, 422]);
  const sisa = sql(`SELECT urut FROM kartu WHERE permintaan_id =
    ${t.permintaan} AND status = 'kosong'`).map((x) => Number(x[0]));
  j = await Promise.all(sisa.map((i, k) =>
    pindai(t, i, {}, k % 2 ? admin2 : admin)));
  for (const x of j) assert.ok([303, 503].includes(x.status), x.teks);
  const kali = sql(`SELECT COUNT(*) FROM kartu WHERE permintaan_id =
    ${t.permintaan} AND status = 'personal'`)[0][0];
  assert.equal(baris(t, 'selesai_kartu')[0], kali);
  if (kali === '6') assert.equal(status(t), 'dokumen');
});

test('P-12 P-14 failed, damaged, replaced, undone; destruction protocol ' +
  'with witnesses', async () => {
  const t = await tiket(3);
  const cacat = (i, s) => pindai(t, i, { sam_id: '', pcid: '', status: s,
    keterangan: 'Chip tidak menjawab' });
  assert.equal((await cacat(1, 'gagal')).status, 303);
  assert.equal((await cacat(2, 'rusak')).status, 303);
  assert.equal((await cacat(3, 'terkunci')).status, 303);
  assert.deepEqual(baris(t, 'status, selesai_kartu'), ['produksi', '0']);
  const kartu = (i) => sql(`SELECT id, status, seri_kartu, seri_mesin
    FROM kartu WHERE permintaan_id = ${t.permintaan} AND urut = ${i}
    AND hidup = 1`)[0];
  const tunggu = () => sql(`SELECT m.seri_kartu, m.alasan
    FROM pemusnahan_kartu m JOIN kartu k ON k.id = m.kartu_id
    WHERE k.permintaan_id = ${t.permintaan} ORDER BY k.urut`);
  assert.deepEqual(tunggu(), [[t.seri(2), 'rusak'], [t.seri(3), 'terkunci']]);
  // A failed card may be tried again, a damaged one not.
  let j = await pindai(t, 2);
  assert.deepEqual([j.status, j.galat], [409, { seri_kartu: 'kartu-cacat' }]);
  assert.equal((await pindai(t, 1)).status, 303);
  // Taking back: the counter goes down, the SAM id is free again.
  const [id1] = kartu(1);
  assert.equal((await admin.get(`/proses/${t.id}/produksi/${id1}/urung`))
    .status, 200);
  j = await admin.post(`/proses/${t.id}/produksi/${id1}/urung`);
  assert.equal(j.status, 303, j.teks);
  assert.equal(kartu(1)[1], 'kosong');
  assert.equal(baris(t, 'selesai_kartu')[0], '0');
  j = await admin.post(`/proses/${t.id}/produksi/${id1}/urung`);
  assert.equal(j.status, 409);
  const [id3] = kartu(3);
  assert.equal((await admin.post(`/proses/${t.id}/produksi/${id3}/urung`))
    .status, 303);
  assert.deepEqual(tunggu(), [[t.seri(2), 'rusak']]);
  // Replacing: a new row takes place and reader.
  const [id2, , , mesin] = kartu(2);
  const ganti = (seri) => admin.post(
    `/proses/${t.id}/produksi/${id2}/ganti`, { seri_baru: seri });
  assert.deepEqual((await ganti(t.seri(1))).galat,
    { seri_baru: 'sudah-dipakai' });
  assert.deepEqual((await ganti(t.seri(2))).galat,
    { seri_baru: 'sudah-dipakai' });
  assert.deepEqual((await ganti('a b;c!')).galat, { seri_baru: 'format' });
  assert.equal(kartu(2)[1], 'rusak');
  const baru = unik('G').toUpperCase();
  assert.equal((await ganti(baru)).status, 303);
  assert.deepEqual(kartu(2).slice(1), ['kosong', baru, mesin]);
  assert.equal((await ganti(`${baru}X`)).status, 404);
  assert.equal(sql(`SELECT pengganti_id FROM kartu WHERE id = ${id2}`)[0][0],
    kartu(2)[0]);
  assert.equal((await pindai(t, 2, { seri_kartu: baru })).status, 303);

  // The list, and the protocol.
  j = await admin.get('/proses/pemusnahan');
  assert.ok(j.semua(`//kartu[@id='${id2}']`).length === 1 ||
    Number(j.nilai('/halaman/pemusnahan/@total')) > 500);
  assert.equal((await pejabat.get('/proses/pemusnahan')).status, 200);
  assert.equal((await prod.get('/proses/pemusnahan')).status, 403);
  const saksi = { 'saksi-1-nama': 'Saksi Satu',
    'saksi-1-jabatan': 'Staf', 'saksi-2-nama': 'Saksi Dua',
    'saksi-2-jabatan': 'Staf' };
  j = await admin.post('/proses/pemusnahan', { 'kartu[]': id2,
    'saksi-1-nama': 'Saksi Satu', 'saksi-1-jabatan': 'Staf' });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { 'saksi-2-nama': 'wajib',
    'saksi-2-jabatan': 'wajib' });
  j = await admin.post('/proses/pemusnahan', saksi);
  assert.deepEqual(j.galat, { kartu: 'kartu-wajib' });
  j = await admin.post('/proses/pemusnahan', { 'kartu[]': id2, ...saksi });
  assert.equal(j.status, 303, j.teks);
  const dokumen = Number(j.lokasi.match(/\/dokumen\/(\d+)$/)[1]);
  assert.deepEqual(sql(`SELECT jenis, status FROM dokumen
    WHERE id = ${dokumen}`)[0], ['pemusnahan', 'draf']);
  j = await admin2.post('/proses/pemusnahan', { 'kartu[]': id2, ...saksi });
  assert.deepEqual([j.status, j.galat], [409, { kartu: 'kartu-berubah' }]);
});

test('P-12 by file: bad rows named, all or nothing, or the good ones; ' +
  'the same file again changes nothing', async () => {
  const t = await tiket(4);
  const s = [1, 2, 3, 4].map(samBaru);
  const kirim = (isi, lain = {}, nama = 'hasil.csv') => admin.post(
    `/proses/${t.id}/produksi/berkas`, lain, { berkas: { nama, isi } });
  const salah = [
    'seri_kartu;sam_id;pcid;status;keterangan',
    `${t.seri(1)};${s[0]};PC1;personal;`,
    `${t.seri(2)};${s[0]};PC2;personal;`,
    `TIDAKADA9;${s[2]};PC3;;`,
    `${t.seri(3)};zz;PC3;;`,
    `${t.seri(4)};;;rusak;Patah`,
    `${t.seri(1)};${s[1]};PC9;;`].join('\r\n');
  let j = await kirim(salah);
  assert.equal(j.status, 422, j.teks);
  const galat = () => j.semua('/halaman/galat').map((g) =>
    [g.getAttribute('baris'), g.getAttribute('kode')]);
  assert.deepEqual(galat(), [['', 'baris-salah'],
    ['3', 'sam_id.sam-dipakai'], ['4', 'seri_kartu.kartu-tidak-ada'],
    ['5', 'sam_id.format'], ['7', 'seri_kartu.kartu-sudah']]);
  assert.equal(j.nilai('/halaman/galat[1]/@nilai'), '4 0');
  assert.deepEqual(baris(t, 'status, selesai_kartu'), ['antri', '0']);
  assert.match((await admin.html(`/proses/${t.id}/produksi/berkas`)).teks,
    /Simpan baris yang benar/);
  j = await kirim(salah, { sebagian: 'ya' });
  assert.equal(j.status, 422);
  assert.equal(j.nilai('/halaman/galat[1]/@nilai'), '4 2');
  assert.equal(j.nilai('/halaman/proses/@selesai'), '1');
  assert.deepEqual(baris(t, 'status, selesai_kartu'), ['produksi', '1']);
  // Again: what is known is no fault and not counted twice.
  j = await kirim([`${t.seri(1)};${s[0]};PC1`, `${t.seri(4)};;;rusak;Patah`]
    .join('\n'));
  assert.equal(j.status, 303, j.teks);
  assert.equal(baris(t, 'selesai_kartu')[0], '1');
  j = await kirim('', {});
  assert.deepEqual(j.galat, { berkas: 'berkas-kosong' });
  j = await kirim('a;"b\nc', {});
  assert.equal(j.status, 422);
  assert.match(j.galat.berkas, /^tabel-/);
  j = await kirim(Buffer.from('%PDF-1.4\n%%EOF\n'), {}, 'x.csv');
  assert.equal(j.status, 422);
  j = await kirim('seri_kartu;sam_id\n');
  assert.deepEqual(j.galat, { berkas: 'tanpa-baris' });
  const contoh = await admin.get(
    `/proses/${t.id}/produksi/templat/csv`);
  assert.equal(contoh.status, 200);
  assert.ok(contoh.teks.includes(t.seri(2)));
  assert.ok(!contoh.teks.includes(`${t.seri(1)},`));
});

test('P-12 a file of 2 000 cards, in one request, to the documents',
  async () => {
    const t = await tiket(2000, hari(-2));
    await semuaKartu(t, 2000);
    assert.deepEqual(baris(t, 'status, selesai_kartu'), ['dokumen', '2000']);
    const csv = await bank.get(`/proses/${t.id}/kartu/csv`);
    assert.equal(csv.teks.trim().split('\r\n').length, 2001);
    const xlsx = await prod.get(`/proses/${t.id}/kartu/xlsx`);
    assert.equal(xlsx.isi.subarray(0, 2).toString(), 'PK');
    rencanaBenar();
  });

test('P-13 the cards: pages, filter, search', async () => {
  const t = await tiket(30);
  await pindai(t, 7);
  let j = await bank.get(`/proses/${t.id}/kartu`);
  const urut = () => j.semua('/halaman/daftar/kartu')
    .map((n) => Number(n.getAttribute('urut')));
  assert.deepEqual(urut(), Array.from({ length: 25 }, (_, i) => i + 1));
  assert.equal(j.nilai('/halaman/daftar/@total'), '30');
  j = await bank.get(j.nilai('/halaman/daftar/@berikut'));
  assert.deepEqual(urut(), [26, 27, 28, 29, 30]);
  j = await prod.get(`/proses/${t.id}/kartu?status=personal`);
  assert.deepEqual(urut(), [7]);
  assert.equal(j.nilai('/halaman/daftar/@total'), '1');
  j = await prod.get(`/proses/${t.id}/kartu?cari=${t.seri(12)}`);
  assert.deepEqual(urut(), [12]);
  j = await prod.get(`/proses/${t.id}/kartu?status=rusak`);
  assert.deepEqual(urut(), []);
});

test('P-16 P-18 handover: only to the producer, received by him, taken back ' +
  'before that', async () => {
  const t = await tiket(2);
  const ke = (x) => `/proses/${t.id}/${x}`;
  const wakil = { nama: 'Dewi Wakil', identitas: '3204990000000001',
    jabatan: 'Manajer Logistik', mewakili: 'produsen', tanggal: hari(0) };
  let j = await admin.post(ke('serah-terima'), wakil);
  assert.deepEqual([j.status, j.galat], [409, { '': 'tiket-status' }]);
  await semuaKartu(t, 2);
  // A wrong entry can be taken back while nothing is signed.
  const [kartu] = sql(`SELECT id, seri_kartu FROM kartu
    WHERE permintaan_id = ${t.permintaan} AND urut = 2`);
  j = await admin.post(ke(`produksi/${kartu[0]}/urung`));
  assert.equal(j.status, 303);
  assert.equal(status(t), 'produksi');
  assert.equal((await pindai(t, 2)).status, 303);
  assert.equal(status(t), 'dokumen');
  await siapSerah(t);
  j = await admin.post(ke(`produksi/${kartu[0]}/urung`));
  assert.equal(j.status, 409);
  assert.equal((await prod.post(ke('diterima'))).status, 409);

  for (const siapa of ['reseller', 'lembaga']) {
    j = await admin.post(ke('serah-terima'), { ...wakil, mewakili: siapa });
    assert.deepEqual([j.status, j.galat], [422,
      { mewakili: 'bukan-produsen' }]);
    assert.equal(j.nilai('/halaman/isian/ruas[@nama="nama"]'), 'Dewi Wakil');
  }
  j = await admin.post(ke('serah-terima'), { ...wakil, nama: '',
    tanggal: '2026-02-30' });
  assert.deepEqual(j.galat, { nama: 'wajib', tanggal: 'tanggal' });
  for (const tanggal of [hari(1), hari(-1)]) {
    j = await admin.post(ke('serah-terima'), { ...wakil, tanggal });
    assert.deepEqual([j.status, j.galat], [422,
      { tanggal: 'tanggal-serah' }]);
  }
  j = await admin.post(ke('serah-terima'), wakil);
  assert.equal(j.status, 303, j.teks);
  assert.equal(status(t), 'diserahkan');
  j = await admin.post(ke('serah-terima'), wakil);
  assert.equal(j.status, 409);
  j = await bank.get(`/proses/${t.id}`);
  assert.equal(j.nilai('/halaman/serah-terima/@identitas'),
    '3204**********01');
  // Others may neither receive nor take back.
  assert.equal((await prodLain.post(ke('diterima'))).status, 404);
  assert.equal((await prodLain.post(ke('serah-terima/batal'),
    { alasan: 'Bukan saya' })).status, 404);
  assert.equal((await bank.post(ke('diterima'))).status, 403);
  j = await prod.post(ke('serah-terima/batal'), { alasan: '' });
  assert.deepEqual([j.status, j.galat], [422, { alasan: 'wajib' }]);
  j = await prod.post(ke('serah-terima/batal'),
    { alasan: 'Wakil itu bukan pegawai kami' });
  assert.equal(j.status, 303);
  assert.equal(status(t), 'siap-serah');
  assert.equal((await admin.post(ke('serah-terima'), wakil)).status, 303);
  // "Diterima", pressed twice at once.
  const isian = { kunci: kunci(), csrf: prod.csrf };
  const dua = await Promise.all([prod.post(ke('diterima'), isian),
    prod.post(ke('diterima'), isian)]);
  assert.deepEqual(dua.map((x) => x.status), [303, 303]);
  assert.equal(status(t), 'selesai');
  assert.equal((await prod.post(ke('diterima'))).status, 409);
  assert.equal(sql(`SELECT COUNT(*) FROM kartu WHERE permintaan_id =
    ${t.permintaan} AND status = 'diserahkan'`)[0][0], '2');

  j = await bank.get(`/proses/${t.id}`);
  const kode = j.semua('//peristiwa').map((p) => p.getAttribute('kode'));
  for (const k of ['diterima-ditjen', 'tiket-terbit', 'produksi-mulai',
    'produksi-berkas', 'produksi-selesai', 'produksi-dibuka', 'siap-serah',
    'diserahkan', 'serah-terima-dibatalkan', 'kartu-diterima'])
    assert.ok(kode.includes(k), k);
  assert.equal(kode.filter((k) => k === 'kartu-diterima').length, 1);
  const tahap = j.semua('//tahap').map((x) => x.getAttribute('keadaan'));
  assert.deepEqual(tahap, Array(5).fill('selesai'));
  assert.equal(sql(`SELECT COUNT(*) FROM proses_total x JOIN (SELECT
    lembaga_id l, kelompok k, COUNT(*) n FROM proses
    WHERE lembaga_id = ${idBank} GROUP BY lembaga_id, kelompok) y
    ON y.l = x.lembaga_id AND y.k = x.kelompok AND x.produsen_id = 0
    WHERE x.jumlah <> y.n`)[0][0], '0');
});

test('a cancelled ticket frees its serials, destroys what bears keys, and ' +
  'is over', async () => {
  const t = await tiket(2);
  assert.equal((await pindai(t, 1)).status, 303);
  let j = await admin.post(`/proses/${t.id}/batal`, { alasan: 'x' });
  assert.deepEqual([j.status, j.galat], [422, { alasan: 'terlalu-pendek' }]);
  j = await admin.post(`/proses/${t.id}/batal`,
    { alasan: 'Lembaga membatalkan' });
  assert.equal(j.status, 303, j.teks);
  assert.deepEqual(sql(`SELECT hidup, status FROM kartu WHERE permintaan_id =
    ${t.permintaan} ORDER BY urut`), [['1', 'personal'], ['NULL', 'kosong']]);
  assert.equal(sql(`SELECT m.alasan FROM pemusnahan_kartu m JOIN kartu k
    ON k.id = m.kartu_id WHERE k.permintaan_id = ${t.permintaan}`)[0][0],
  'batal');
  assert.equal((await pindai(t, 2)).status, 409);
  assert.equal((await admin.post(`/proses/${t.id}/batal`,
    { alasan: 'Sekali lagi' })).status, 409);
  assert.equal(sql(`SELECT COUNT(*) FROM jadwal WHERE proses_id =
    ${t.id}`)[0][0], '0');
  j = await bank.get(`/proses/${t.id}`);
  assert.equal(j.nilai('/halaman/proses/@kelompok'), 'rejected');
  assert.equal(j.semua('//tahap[@keadaan="berjalan"]').length, 0);
  rencanaBenar();
});
