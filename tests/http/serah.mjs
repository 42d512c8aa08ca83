// serah.mjs - a ticket whose cards were handed over, for tests that begin
// where personalisation ends.

import assert from 'node:assert/strict';
import { pdf, q, sql, unik } from './bantu.mjs';

let nomorSam = Math.floor(Math.random() * 0xffffffff);

/** A SAM id no other test has, as stored. */
export function samBaru() {
  return `30154B${(Math.floor(Math.random() * 256)).toString(16)
    .padStart(2, '0')}${(nomorSam++ >>> 0).toString(16)
    .padStart(8, '0')}`.toUpperCase();
}

/**
 * A finished ticket of an institution and a producer with `jumlah` cards
 * that are handed over: { id (of proses), permintaan, tiket, kode, u, kartu:
 * [{ id, urut, kartu, mesin, sam, pcid }] }.  oleh is an account of the
 * institution.
 */
export function diserahkan(lembaga, produsen, oleh, jumlah, fungsi = 'R') {
  const u = unik('S').toUpperCase();
  const kartu = Array.from({ length: jumlah }, (_, i) => ({ urut: i + 1,
    kartu: `${u}K${i + 1}`, mesin: `${u}M${i + 1}`, sam: samBaru(),
    pcid: `PC${u}${i + 1}` }));
  const isi = kartu.map((k) => `(@m, ${k.urut}, ${q(k.kartu)}, ${q(k.mesin)},
    'diserahkan', ${q(k.sam)}, ${q(k.pcid)}, UTC_TIMESTAMP(3))`);
  const baris = sql(`INSERT INTO permintaan (lembaga_id, produsen_id, nomor,
    judul, jumlah, fungsi, status, pembuat_id, dibuat, diajukan, diputus,
    selesai, agenda_nomor, agenda_tanggal) VALUES (${lembaga}, ${produsen},
    ${q(u)}, ${q(`Uji ${u}`)}, ${jumlah}, ${q(fungsi)}, 'diterima', ${oleh},
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
    ${q(u)}, UTC_DATE());
    SET @m = LAST_INSERT_ID();
    INSERT INTO permintaan_total VALUES (0, 0, 'diterima', 1),
    (${lembaga}, 0, 'diterima', 1), (0, ${produsen}, 'diterima', 1),
    (${lembaga}, ${produsen}, 'diterima', 1)
    ON DUPLICATE KEY UPDATE jumlah = jumlah + 1;
    INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin, status,
    sam_id, pcid, dikerjakan) VALUES ${isi.join(',')};
    START TRANSACTION;
    INSERT INTO deret (nama, tahun, terakhir) VALUES ('tiket', 0, 1)
    ON DUPLICATE KEY UPDATE terakhir = terakhir + 1;
    SELECT terakhir INTO @t FROM deret WHERE nama = 'tiket' AND tahun = 0;
    INSERT INTO proses (tiket, permintaan_id, lembaga_id, produsen_id, jumlah,
    selesai_kartu, disposisi, estimasi_mulai, estimasi_selesai, status, mulai,
    tuntas, diserahkan, diterima, dibuat) VALUES (@t, @m, ${lembaga},
    ${produsen}, ${jumlah}, ${jumlah}, UTC_DATE(), UTC_DATE(), UTC_DATE(),
    'selesai', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
    SET @p = LAST_INSERT_ID();
    COMMIT;
    SELECT @p, @m, @t, id, urut FROM kartu WHERE permintaan_id = @m
    ORDER BY urut;`);
  baris.forEach((b, i) => { kartu[i].id = Number(b[3]); });
  const [p, m, t] = baris[0].map(Number);
  return { id: p, permintaan: m, tiket: t,
    kode: `T${String(t).padStart(8, '0')}`, u, kartu };
}

/** An agreement of the institution that allows card readers; its id. */
export function perjanjian(lembaga, oleh, mulai = '2020-01-01',
  berakhir = '2099-12-31', metode = 'card-reader') {
  return Number(sql(`INSERT INTO perjanjian (lembaga_id, nomor, judul, mulai,
    berakhir, elemen, metode, status, dibuat, dibuat_oleh) VALUES (${lembaga},
    ${q(unik('PKS/'))}, 'Pemanfaatan data kependudukan', ${q(mulai)},
    ${q(berakhir)}, 'nik nama', ${q(metode)}, 'berlaku', UTC_TIMESTAMP(3),
    ${oleh}); SELECT LAST_INSERT_ID();`)[0][0]);
}

/** A day so many days from today, in Jakarta. */
const hari = (geser) => new Intl.DateTimeFormat('en-CA',
  { timeZone: 'Asia/Jakarta' }).format(new Date(Date.now() + geser * 864e5));

/**
 * The same as diserahkan(), but gone through by people, page by page, with
 * letters, orders and signed documents: the whole chain is there.  orang:
 * { bank, produsen, admin, pejabat }, each signed in.
 */
export async function lewatHalaman(orang, jumlah) {
  const { bank, produsen, admin, pejabat } = orang;
  const u = unik('H').toUpperCase();
  const surat = { nama: 'surat.pdf', isi: pdf(), tipe: 'application/pdf' };
  const kirim = async (siapa, jalur, isian = {}, berkas = null) => {
    const j = await siapa.post(jalur, isian, berkas);
    assert.equal(j.status, 303, `${jalur}: ${j.teks}`);
    return j.lokasi;
  };
  const m = /(\d+)$/.exec(await kirim(bank, '/permintaan', {
    nomor: `${u}/UMUM`, judul: `Pengadaan pembaca ${u}`,
    produsen: produsen.akun.lembaga, jumlah, fungsi: 'R', aksi: 'kirim' },
  { berkas: surat }))[1];
  const langkah = async (siapa, aksi, isian, berkas) => kirim(siapa,
    `/permintaan/${m}/${aksi}`, { ...isian, versi: sql(`SELECT versi
      FROM permintaan WHERE id = ${m}`)[0][0] }, berkas);
  const kartu = Array.from({ length: jumlah }, (_, i) => ({ urut: i + 1,
    kartu: `${u}K${i + 1}`, mesin: `${u}M${i + 1}`, sam: samBaru(),
    pcid: `PC${u}${i + 1}` }));
  await langkah(produsen, 'setujui', { jalur: 'langsung',
    'po1-nomor': `PO/${u}`, 'po1-tanggal': hari(-6), 'po1-jumlah': jumlah,
    'seri-ketik': kartu.map((k) => `${k.kartu};${k.mesin}`).join('\n') },
  { 'po1-berkas': surat, pks: surat });
  await langkah(admin, 'daftarkan', { 'agenda-nomor': u,
    'agenda-tanggal': hari(-5) });
  await langkah(admin, 'disposisi', { 'tanggal-dirjen': hari(-4),
    'tanggal-fpddk': hari(-3), 'tanggal-kasubdit': hari(-2) });
  await langkah(admin, 'terima', {});
  const [id, tiket] = sql(`SELECT id, tiket FROM proses
    WHERE permintaan_id = ${m}`)[0].map(Number);
  for (const k of kartu)
    await kirim(admin, `/proses/${id}/produksi`, { seri_kartu: k.kartu,
      sam_id: k.sam, pcid: k.pcid, status: 'personal' });
  const dok = sql(`SELECT id FROM dokumen WHERE proses_id = ${id}
    ORDER BY id`).flat();
  await kirim(admin, `/dokumen/${dok[0]}/ajukan`, {
    pejabat: pejabat.akun.id, semua: 'ya' });
  await kirim(pejabat, '/dokumen/tanda-tangan', { 'dokumen[]': dok,
    sandi: pejabat.akun.sandi });
  await kirim(admin, `/proses/${id}/serah-terima`, { nama: 'Wakil Uji',
    identitas: '123456', jabatan: 'Kurir', mewakili: 'produsen',
    tanggal: hari(0) });
  await kirim(produsen, `/proses/${id}/diterima`);
  sql(`SELECT id FROM kartu WHERE permintaan_id = ${m} ORDER BY urut`)
    .forEach(([k], i) => { kartu[i].id = Number(k); });
  return { id, permintaan: Number(m), tiket,
    kode: `T${String(tiket).padStart(8, '0')}`, u, kartu };
}

/**
 * n cards of an institution with their tokens: asked for by bank, approved by
 * admin (both signed in), the tokens opened.  As diserahkan() gives them, with
 * .token of each; .aktivasi is the request.
 */
export async function bertoken(bank, admin, produsen, n) {
  const t = diserahkan(bank.akun.lembaga, produsen, bank.akun.id, n);
  let j = await bank.post('/aktivasi', { nomor: unik('045/K/'),
    judul: 'Aktivasi uji', proses: t.id, jumlah: n, aksi: 'kirim' },
  { berkas: { nama: 'surat.pdf', isi: pdf() } });
  assert.equal(j.status, 303, j.teks);
  const id = Number(/\/aktivasi\/(\d+)/.exec(j.lokasi)[1]);
  const versi = sql(`SELECT versi FROM aktivasi WHERE id = ${id}`)[0][0];
  j = await admin.post(`/aktivasi/${id}/setujui`, { versi });
  assert.equal(j.status, 303, j.teks);
  const token = {};
  let pembukaan;
  for (let hal = 1; hal <= Math.ceil(n / 50); hal++) {
    j = await bank.post(`/aktivasi/${id}/token`, { hal,
      ...(pembukaan ? { pembukaan } : {}) });
    assert.equal(j.status, 200, j.teks);
    pembukaan = j.nilai('/halaman/tokens/@pembukaan');
    for (const k of j.semua('/halaman/tokens/kartu'))
      token[k.getAttribute('id')] = k.getAttribute('token');
  }
  return t.kartu.map((k) => ({ ...k, token: token[k.id], aktivasi: id }));
}
