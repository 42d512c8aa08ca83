// dasbor.mjs - the dashboard of each role (U-09): every figure equals what
// plain rows say, leads to its list, and is limited to what the person may
// see; late cases, recent changes of both kinds, and what an empty one says.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Orang, akunBaru, demo, lembagaBaru, q, sql, unik }
  from './bantu.mjs';

const angka = (teks) => Number(sql(teks)[0][0]);
const hariIni = 'DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)';

/** What each figure is, counted over the rows themselves. */
function hitung(kode, p) {
  const milik = { produsen: `produsen_id = ${p.lembaga}`,
    admin: '1', pejabat: '1' }[p.peran] || `lembaga_id = ${p.lembaga}`;
  const kasus = (status) => `SELECT COUNT(*) FROM permintaan
    WHERE status = '${status}' AND ${milik}`;
  const proses = (status) => `SELECT COUNT(*) FROM proses
    WHERE status = '${status}' AND ${milik}`;
  const aktivasi = (status) => `SELECT COUNT(*) FROM aktivasi
    WHERE status = '${status}' AND ${milik}`;
  return angka({
    'akun-menunggu': "SELECT COUNT(*) FROM akun WHERE status = 'menunggu'",
    'permintaan-baru': kasus('baru'),
    'permintaan-diputuskan': kasus('diajukan'),
    'permintaan-diajukan': kasus('diajukan'),
    'permintaan-dikembalikan': kasus('dikembalikan'),
    'permintaan-didaftarkan': kasus('disetujui'),
    'permintaan-disposisi': kasus('terdaftar'),
    'proses-produksi': proses('produksi'),
    'proses-dokumen': proses('dokumen'),
    'proses-siap-serah': proses('siap-serah'),
    'proses-diambil': proses('siap-serah'),
    'proses-diserahkan': proses('diserahkan'),
    'proses-berjalan': `SELECT COUNT(*) FROM proses WHERE status IN ('antri',
      'produksi', 'dokumen', 'tanda-tangan') AND ${milik}`,
    'dokumen-tanda-tangan': `SELECT COUNT(*) FROM dokumen
      WHERE status = 'draf' AND penandatangan_id = ${p.id}`,
    'aktivasi-diputuskan': aktivasi('diajukan'),
    'aktivasi-diajukan': aktivasi('diajukan'),
    'aktivasi-baru': aktivasi('baru'),
    'kembali-dikirim': "SELECT COUNT(*) FROM pengembalian WHERE status = 'dikirim'",
    'kembali-disusun': `SELECT COUNT(*) FROM pengembalian
      WHERE status = 'disusun' AND ${milik}`,
    'kartu-token': `SELECT COUNT(*) FROM kartu k JOIN permintaan m
      ON m.id = k.permintaan_id WHERE k.status = 'token' AND k.hidup = 1
      AND m.${milik}`,
    'perjanjian-segera': `SELECT COUNT(*) FROM perjanjian
      WHERE status = 'berlaku' AND mulai <= ${hariIni} AND berakhir
      BETWEEN ${hariIni} AND ${hariIni} + INTERVAL 60 DAY AND ${milik}`,
    'hapus-diajukan': "SELECT COUNT(*) FROM penghapusan WHERE status = 'diajukan'",
    'pesan-gagal': `SELECT LEAST(COUNT(*), 1000) FROM kotak_keluar
      WHERE status = 'gagal'`,
  }[kode]);
}

const wajib = {
  pengguna: ['permintaan-baru', 'permintaan-diajukan', 'proses-berjalan',
    'aktivasi-diajukan'],
  dinas: ['permintaan-baru', 'permintaan-diajukan', 'proses-berjalan',
    'aktivasi-diajukan'],
  produsen: ['permintaan-diputuskan', 'permintaan-dikembalikan',
    'proses-diambil', 'proses-diserahkan', 'proses-berjalan'],
  admin: ['akun-menunggu', 'permintaan-didaftarkan', 'permintaan-disposisi',
    'proses-produksi', 'proses-dokumen', 'proses-siap-serah',
    'proses-berjalan', 'aktivasi-diputuskan'],
  pejabat: ['dokumen-tanda-tangan', 'proses-berjalan'],
  verifikator: [], pemohon: [],
};
const bila = {
  pengguna: ['aktivasi-baru', 'kembali-disusun', 'kartu-token',
    'perjanjian-segera'],
  admin: ['kembali-dikirim', 'perjanjian-segera', 'hapus-diajukan',
    'pesan-gagal'],
};
bila.dinas = bila.pengguna;

const siapa = {};

before(async () => {
  // One of each that is seldom.
  sql(`INSERT INTO penghapusan (akun_id, asal, status, diminta, tenggat)
      SELECT id, 'orang', 'diajukan', UTC_TIMESTAMP(3), CURRENT_DATE
      FROM akun WHERE id = ${akunBaru('pemohon', lembagaBaru('bhi-pusat')).id};
    INSERT INTO kotak_keluar (saluran, kepada, templat, data, status, dibuat,
      berikut) VALUES ('surel', 'x@uji.example', 'selesai', '', 'gagal',
      UTC_TIMESTAMP(3), NULL)`);
  for (const peran of Object.keys(wajib)) {
    const a = demo(peran);
    const [[id, lembaga]] = sql(`SELECT id, IFNULL(lembaga_id, 0) FROM akun
      WHERE username = ${q(a.username)}`);
    siapa[peran] = { ...a, id: Number(id), lembaga: Number(lembaga),
      orang: await Orang.masuk(a) };
  }
});

for (const peran of Object.keys(wajib))
  test(`U-09 figures of ${peran} are those of the rows, and lead to a list`,
    async () => {
      const p = siapa[peran];
      const j = await p.orang.get('/beranda');
      assert.equal(j.status, 200);
      const ada = j.semua('/halaman/hitungan');
      const kode = ada.map((h) => h.getAttribute('kode'));
      const harap = [...wajib[peran], ...(bila[peran] || [])
        .filter((k) => hitung(k, p) > 0)];
      assert.deepEqual([...kode].sort(), harap.sort());
      const html = (await p.orang.html('/beranda')).teks;
      for (const h of ada) {
        const [k, n] = [h.getAttribute('kode'), h.getAttribute('nilai')];
        assert.equal(Number(n), hitung(k, p), k);
        assert.equal((await p.orang.get(h.getAttribute('href'))).status, 200);
      }
      // Each in words.
      for (const li of html.match(/<ul class="hitungan">[^]*?<\/ul>/)?.[0]
        .match(/<li>[^]*?<\/li>/g) || [])
        assert.match(li.replace(/<[^>]*>/g, ' ').trim(), /\d+\+?\s+\S.{8}/);
      assert.match(html, /Selamat datang/);
      assert.match(html, /<p class="lead">.{40}/);
    });

test('U-09 late cases of one\'s own, of all for the staff', async () => {
  for (const peran of ['pengguna', 'dinas', 'produsen', 'admin', 'pejabat']) {
    const p = siapa[peran];
    const milik = { produsen: `produsen_id = ${p.lembaga}`, admin: '1',
      pejabat: '1' }[peran] || `lembaga_id = ${p.lembaga}`;
    const j = await p.orang.get('/beranda');
    const di = `FROM proses WHERE status IN ('antri', 'produksi')
      AND estimasi_selesai < ${hariIni} AND ${milik}`;
    assert.equal(Number(j.nilai('/halaman/terlambat/@total')),
      angka(`SELECT COUNT(*) ${di}`), peran);
    assert.deepEqual(j.semua('/halaman/terlambat/baris')
      .map((b) => b.getAttribute('id')), sql(`SELECT id ${di}
      ORDER BY estimasi_selesai, tiket LIMIT 10`).map(([id]) => id), peran);
  }
  for (const peran of ['verifikator', 'pemohon'])
    assert.equal((await siapa[peran].orang.get('/beranda'))
      .semua('/halaman/terlambat | /halaman/perubahan').length, 0);
});

test('U-09 today\'s load is the plan\'s, against the capacity', async () => {
  const j = await siapa.admin.orang.get('/beranda');
  const h = j.semua('/halaman/beban/hari');
  assert.equal(h.length, 5);
  for (const x of h) {
    const hari = q(x.getAttribute('tanggal'));
    // Of each ticket what is planned, or more when more was done already.
    assert.equal(Number(x.getAttribute('muatan')), angka(`SELECT
      IFNULL(SUM(banyak), 0) FROM (SELECT GREATEST(SUM(rencana), SUM(selesai))
      banyak FROM (SELECT proses_id, jumlah rencana, 0 selesai FROM jadwal
      WHERE tanggal = ${hari} UNION ALL SELECT p.id, 0, COUNT(*) FROM kartu k
      JOIN proses p ON p.permintaan_id = k.permintaan_id
      WHERE DATE(k.dikerjakan + INTERVAL 7 HOUR) = ${hari}
      AND k.sam_id IS NOT NULL GROUP BY p.id) x GROUP BY proses_id) y`),
    x.getAttribute('tanggal'));
  }
});

test('U-09 recent changes: of requests and activation, one\'s own alone',
  async () => {
    const milik = lembagaBaru('bhi-pusat');
    const lain = lembagaBaru('bhi-pusat');
    const produsen = lembagaBaru('produsen');
    const a = akunBaru('pengguna', milik);
    const b = akunBaru('pengguna', lain);
    const buat = (di, oleh, tanda) => sql(`INSERT INTO permintaan (lembaga_id,
        produsen_id, nomor, judul, jumlah, fungsi, status, pembuat_id, dibuat)
        VALUES (${di}, ${produsen}, ${q(tanda)}, ${q(`Minta ${tanda}`)}, 1,
        'R', 'diterima', ${oleh}, UTC_TIMESTAMP(3));
      SET @p = LAST_INSERT_ID();
      INSERT INTO permintaan_riwayat (permintaan_id, waktu, akun_id, kode, ke)
        VALUES (@p, UTC_TIMESTAMP(3), ${oleh}, 'diajukan', 'diajukan');
      INSERT INTO deret (nama, tahun, terakhir) VALUES ('tiket', 0, 1)
        ON DUPLICATE KEY UPDATE terakhir = terakhir + 1;
      INSERT INTO proses (tiket, permintaan_id, lembaga_id, produsen_id,
        jumlah, disposisi, estimasi_mulai, estimasi_selesai, status, dibuat)
        SELECT terakhir, @p, ${di}, ${produsen}, 1, CURRENT_DATE,
        CURRENT_DATE, CURRENT_DATE, 'selesai', UTC_TIMESTAMP(3) FROM deret
        WHERE nama = 'tiket' AND tahun = 0;
      INSERT INTO aktivasi (lembaga_id, proses_id, nomor, judul, jumlah,
        status, pembuat_id, dibuat) VALUES (${di}, LAST_INSERT_ID(),
        ${q(tanda)}, ${q(`Aktif ${tanda}`)}, 1, 'ditarik', ${oleh},
        UTC_TIMESTAMP(3));
      INSERT INTO aktivasi_riwayat (aktivasi_id, waktu, akun_id, kode, ke)
        VALUES (LAST_INSERT_ID(), UTC_TIMESTAMP(3) + INTERVAL 1 SECOND,
        ${oleh}, 'diajukan', 'diajukan')`);
    const tanda = unik('m');
    buat(milik, a.id, tanda);
    buat(lain, b.id, unik('l'));
    const j = await (await Orang.masuk(a)).get('/beranda');
    assert.deepEqual(j.semua('/halaman/perubahan/baris/@judul')
      .map((x) => x.value), [`Aktif ${tanda}`, `Minta ${tanda}`]);
    assert.ok(j.nilai('/halaman/perubahan/baris[1]/@aktivasi'));
    const s = await siapa.admin.orang.get('/beranda');
    const waktu = s.semua('/halaman/perubahan/baris/@waktu')
      .map((x) => x.value);
    assert.equal(waktu.length, 10);
    assert.deepEqual(waktu, [...waktu].sort().reverse());
    assert.ok(s.semua('/halaman/perubahan/baris/@judul')
      .some((x) => x.value === `Aktif ${tanda}`));
    for (const x of s.semua('/halaman/perubahan/baris').slice(0, 4)) {
      const id = x.getAttribute('aktivasi');
      assert.equal((await siapa.admin.orang.get(id ? `/aktivasi/${id}` :
        `/permintaan/${x.getAttribute('permintaan')}`)).status, 200);
    }
    // Producers see their requests, nothing of activation.
    const p = await (await Orang.masuk(akunBaru('produsen', produsen)))
      .get('/beranda');
    assert.equal(p.semua('/halaman/perubahan/baris').length, 2);
    assert.equal(p.semua('/halaman/perubahan/baris/@aktivasi').length, 0);
  });

test('U-09 an empty dashboard says what to do', async () => {
  for (const [peran, jenis, kata] of [
    ['pengguna', 'kementerian', /Belum ada permintaan\. Siapkan surat/],
    ['produsen', 'produsen', /Belum ada permintaan yang ditujukan/],
    ['pemohon', 'bhi-kabkota', /Tidak ada yang menunggu Anda/]]) {
    const o = await Orang.masuk(akunBaru(peran, lembagaBaru(jenis)));
    const html = (await o.html('/beranda')).teks;
    assert.match(html, kata, peran);
    for (const [, ke] of html.slice(html.indexOf('<main'))
      .matchAll(/href="(\/panduan[^"#]*)"/g))
      assert.equal((await o.get(ke)).status, 200, ke);
  }
});
