// lacak.mjs - any serial leads to the whole way of its card (A-09), within
// what a person may see.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Orang, akunBaru, lembagaBaru, pdf, q, sql, unik } from './bantu.mjs';
import { aktifkan } from './pembaca.mjs';
import { diserahkan, perjanjian } from './serah.mjs';

let bank, bankLain, prod, prodLain, admin, pejabat, idBank, idProd, t, k;

before(async () => {
  idBank = lembagaBaru('bhi-pusat', 'PT Bank Lacak');
  idProd = lembagaBaru('produsen', 'PT Pembaca Lacak');
  const ditjen = lembagaBaru('ditjen');
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  bank = await orang('pengguna', idBank);
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  prod = await orang('produsen', idProd);
  prodLain = await orang('produsen', lembagaBaru('produsen'));
  admin = await orang('admin', ditjen);
  pejabat = await orang('pejabat', ditjen);
  const pks = perjanjian(idBank, bank.akun.id);
  t = diserahkan(idBank, idProd, bank.akun.id, 2);
  [k] = t.kartu;
  // The parts before and after that serah.mjs leaves out.
  sql(`INSERT INTO permintaan_riwayat (permintaan_id, waktu, akun_id, kode,
      dari, ke) VALUES (${t.permintaan}, '2026-01-02 03:00:00',
      ${bank.akun.id}, 'diajukan', 'baru', 'diajukan');
    INSERT INTO berkas (sha256, nama, jenis, ukuran, dibuat) VALUES
      (SHA2(UUID(), 256), 'po.pdf', 'pdf', ${pdf().length},
      UTC_TIMESTAMP(3));
    INSERT INTO pesanan (permintaan_id, urut, dari, kepada, nomor, tanggal,
      jumlah, berkas_id) VALUES (${t.permintaan}, 1, 'PT Bank Lacak',
      'PT Pembaca Lacak', ${q(`PO/${t.u}`)}, '2025-12-01', 2,
      LAST_INSERT_ID());
    INSERT INTO dokumen (jenis, proses_id, lembaga_id, produsen_id, nomor,
      tanggal, perihal, status, ditandatangani, dibuat) VALUES ('bast',
      ${t.id}, ${idBank}, ${idProd}, ${q(`BAST/${t.u}`)}, '2026-02-01',
      'Uji', 'berlaku', '2026-02-01 02:00:00', '2026-02-01 01:00:00');
    INSERT INTO aktivasi (lembaga_id, proses_id, nomor, judul, jumlah,
      status, pembuat_id, dibuat) VALUES (${idBank}, ${t.id},
      ${q(`AK/${t.u}`)}, 'Aktivasi uji', 2, 'disetujui', ${bank.akun.id},
      UTC_TIMESTAMP(3));
    SET @a = LAST_INSERT_ID();
    INSERT INTO aktivasi_riwayat (aktivasi_id, waktu, akun_id, kode) VALUES
      (@a, UTC_TIMESTAMP(3), ${admin.akun.id}, 'disetujui');
    INSERT INTO aktivasi_kartu (aktivasi_id, urut, kartu_id, seri_mesin)
      VALUES (@a, 1, ${k.id}, ${q(`${t.u}BARU`)}),
      (@a, 2, ${t.kartu[1].id}, ${q(t.kartu[1].mesin)})`);
  k.mesin = `${t.u}PINDAH`;
  aktifkan(t.kartu, idBank, pks, () => ({ wilayah: '3273010001',
    outlet: 'Cabang Rahasia' }));
});

const cari = (o, teks) => o.get(`/aktivasi/lacak?cari=${
  encodeURIComponent(teks)}`);

test('A-09 every serial finds its card', async () => {
  const sam = k.sam.match(/../g).join(' ').toLowerCase();
  for (const s of [k.kartu, k.kartu.toLowerCase(), ` ${k.kartu} `, k.sam, sam,
    k.pcid, `${t.u}M1`, `${t.u}BARU`, k.mesin, k.kode,
    `https://contoh.example/verifikasi/${k.kode}`]) {
    const j = await cari(bank, s);
    assert.equal(j.status, 303, s);
    assert.equal(j.lokasi, `/aktivasi/lacak/${k.id}`, s);
  }
  // A ticket has several: a choice.
  const j = await cari(bank, t.kode.toLowerCase());
  assert.equal(j.status, 200);
  assert.deepEqual(j.semua('/halaman/temuan/kartu').map((x) =>
    Number(x.getAttribute('id'))).sort((a, b) => a - b),
  t.kartu.map((x) => x.id));
  for (const s of ['TIDAK ADA', '0', '%', "' OR 1=1 --", '<b>', 'é'.repeat(99)])
    assert.equal((await cari(bank, s)).nilai('count(/halaman/temuan/kartu)'),
      '0', s);
  assert.equal((await cari(bank, '')).status, 200);
  assert.equal((await cari(bank, 'x'.repeat(500))).status, 200);
});

test('A-09 the whole chain on one page, in order', async () => {
  const j = await admin.get(`/aktivasi/lacak/${k.id}`);
  assert.equal(j.status, 200);
  const tahap = Object.fromEntries(j.semua('/halaman/rantai/tahap').map((x) =>
    [x.getAttribute('nama'), x]));
  assert.deepEqual(Object.keys(tahap), ['perjanjian', 'pesanan', 'permintaan',
    'tiket', 'personal', 'bast', 'serah', 'aktivasi', 'manifes', 'kembali',
    'musnah']);
  for (const n of Object.keys(tahap))
    assert.equal(tahap[n].hasAttribute('waktu'),
      n !== 'kembali' && n !== 'musnah', n);
  assert.equal(tahap.pesanan.getAttribute('acuan'), `PO/${t.u}`);
  assert.equal(tahap.permintaan.getAttribute('jalur'),
    `/permintaan/${t.permintaan}`);
  assert.equal(tahap.tiket.getAttribute('acuan'), t.kode);
  assert.equal(tahap.bast.getAttribute('acuan'), `BAST/${t.u}`);
  assert.equal(tahap.aktivasi.getAttribute('acuan'), `AK/${t.u}`);
  const waktu = j.semua('/halaman/linimasa/peristiwa/@waktu')
    .map((x) => x.value.slice(0, 10));
  assert.deepEqual(waktu, [...waktu].sort());
  assert.equal(j.nilai('/halaman/tempat/@outlet'), 'Cabang Rahasia');
  assert.equal(j.nilai('/halaman/tempat/@kabkota') !== '', true);
  assert.equal(j.nilai('/halaman/manifes/@kode'), k.kode);
  // Every link on it opens for the person who looks.
  for (const o of [admin, bank, prod, pejabat]) {
    const h = await o.get(`/aktivasi/lacak/${k.id}`);
    const ke = new Set(h.semua('//@jalur').map((x) => x.value)
      .filter((x) => x !== `/aktivasi/lacak/${k.id}`));
    assert.ok(ke.size >= 4);
    for (const x of ke)
      assert.equal((await o.get(x)).status, 200, `${o.akun.peran} ${x}`);
  }
});

test('A-09 a producer follows its own readers, not where they stand',
  async () => {
    let j = await cari(prod, k.kartu);
    assert.equal(j.lokasi, `/aktivasi/lacak/${k.id}`);
    j = await prod.get(j.lokasi);
    assert.equal(j.status, 200);
    assert.doesNotMatch(j.teks, /Rahasia|Jalan Uji 1|-6\.91|Kantor Uji/);
    assert.equal(j.nilai('count(/halaman/manifes)'), '0');
    assert.equal(j.nilai('/halaman/tempat/@seri-mesin'), k.mesin);
    for (const o of [prodLain, bankLain]) {
      assert.equal((await o.get(`/aktivasi/lacak/${k.id}`)).status, 404);
      for (const s of [k.kartu, k.sam, k.pcid, k.mesin, k.kode, t.kode])
        assert.equal((await cari(o, s)).nilai('count(/halaman/temuan/kartu)'),
          '0', s);
    }
  });

test('A-09 a card that was replaced, and one without an agreement',
  async () => {
    const u = unik('G').toUpperCase();
    // One that begins next year is no step that the card has taken.
    perjanjian(bankLain.akun.lembaga, bankLain.akun.id,
      `${new Date().getUTCFullYear() + 1}-02-01`);
    const lain = diserahkan(bankLain.akun.lembaga, idProd, bankLain.akun.id,
      1);
    sql(`INSERT INTO kartu (permintaan_id, urut, seri_kartu, seri_mesin,
      status, pengganti_id, dikerjakan, keterangan, hidup) VALUES
      (${lain.permintaan}, 1, ${q(u)}, ${q(lain.kartu[0].mesin)}, 'diganti',
      ${lain.kartu[0].id}, UTC_TIMESTAMP(3), 'Chip retak', NULL)`);
    let j = await cari(bankLain, u);
    assert.equal(j.status, 303);
    j = await bankLain.get(j.lokasi);
    assert.equal(j.nilai('/halaman/kartu/@status'), 'diganti');
    assert.equal(j.nilai('/halaman/kartu/@hidup'), '');
    assert.equal(j.nilai(
      "/halaman/linimasa/peristiwa[@kode = 'pengganti']/@jalur"),
    `/aktivasi/lacak/${lain.kartu[0].id}`);
    assert.equal(j.nilai(
      "/halaman/rantai/tahap[@nama = 'perjanjian']/@waktu"), '');
    // Both cards had that reader.
    j = await cari(bankLain, lain.kartu[0].mesin);
    assert.equal(j.semua('/halaman/temuan/kartu').length, 2);
  });
