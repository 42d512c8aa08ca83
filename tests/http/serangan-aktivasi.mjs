// serangan-aktivasi.mjs - attacks on activation that must fail: somebody
// else's reader, an opening of tokens that outlives them, a manifest that
// outlives its agreement.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Orang, akar, akunBaru, lembagaBaru, pdf, sql, tunggu, unik } from
  './bantu.mjs';
import { diserahkan, perjanjian } from './serah.mjs';

let bank, bankLain, admin, idProd;
const DESA = '9701011001';

before(async () => {
  sql(`INSERT IGNORE INTO wilayah (kode, nama) VALUES ('97', 'Provinsi Uji'),
    ('9701', 'Kota Uji'), ('970101', 'Kecamatan Uji'),
    ('${DESA}', 'Kelurahan Uji')`);
  const orang = (peran, lembaga) => Orang.masuk(akunBaru(peran, lembaga));
  idProd = lembagaBaru('produsen');
  bank = await orang('pengguna', lembagaBaru('bhi-pusat'));
  bankLain = await orang('pengguna', lembagaBaru('bhi-pusat'));
  admin = await orang('admin', lembagaBaru('ditjen'));
  for (const o of [bank, bankLain]) perjanjian(o.akun.lembaga, o.akun.id);
});

after(() => sql("DELETE FROM wilayah WHERE kode LIKE '97%'"));

/** An approved request of o: { id, kartu: [{ id, sam, mesin, … }] }. */
async function disetujui(o, n) {
  const t = diserahkan(o.akun.lembaga, idProd, o.akun.id, n);
  let j = await o.post('/aktivasi', { nomor: unik('045/S/'),
    judul: 'Aktivasi uji', proses: t.id, jumlah: n, aksi: 'kirim' },
  { berkas: { nama: 'surat.pdf', isi: pdf() } });
  assert.equal(j.status, 303, j.teks);
  const id = Number(/\/aktivasi\/(\d+)/.exec(j.lokasi)[1]);
  j = await admin.post(`/aktivasi/${id}/setujui`, { versi: sql(`SELECT versi
    FROM aktivasi WHERE id = ${id}`)[0][0] });
  assert.equal(j.status, 303, j.teks);
  return { id, kartu: t.kartu };
}

/** The tokens of a request on a page of them: { id of card: token }. */
const tokens = (j) => Object.fromEntries(j.semua('/halaman/tokens/kartu')
  .map((k) => [k.getAttribute('id'), k.getAttribute('token')]));

const isi = (k, lain = {}) => ({ sam_id: k.sam, token: k.token,
  seri_mesin: k.mesin, alamat: 'Jalan Uji No. 1', lintang: '-6.914744',
  bujur: '107.60981', provinsi: '97', kota: '9701', kecamatan: '970101',
  kelurahan: DESA, ...lain });
const aktifkan = (o, k, lain) =>
  o.post(`/aktivasi/kartu/${k.id}/aktifkan`, isi(k, lain));

test('A-03 A-13 a reader that another institution bought is not taken, ' +
  'used or not', async () => {
  const [a, b] = [await disetujui(bank, 1), await disetujui(bankLain, 2)];
  const [korban] = a.kartu, [x, y] = b.kartu;
  Object.entries(tokens(await bankLain.post(`/aktivasi/${b.id}/token`)))
    .forEach(([id, t]) => { b.kartu.find((k) => k.id === Number(id)).token =
      t; });
  const tolak = { seri_mesin: 'mesin-lembaga-lain' };
  let j = await aktifkan(bankLain, x, { seri_mesin: korban.mesin });
  assert.deepEqual([j.status, j.galat], [422, tolak]);
  j = await aktifkan(bankLain, x);
  assert.equal(j.status, 303, j.teks);
  j = await bankLain.post(`/aktivasi/kartu/${x.id}/pindah`,
    isi(x, { seri_mesin: korban.mesin.toLowerCase() }));
  assert.deepEqual([j.status, j.galat], [422, tolak]);
  j = await bankLain.post('/aktivasi/massal/baru', {}, { berkas: {
    nama: 'm.csv', isi: `sam_id,token,seri_mesin,alamat,kode_wilayah,` +
      `latitude,longitude\n${y.sam},${y.token},${korban.mesin},Jalan Uji 2,` +
      `${DESA},-6.2,106.8\n` } });
  const massal = /(\d+)$/.exec(j.lokasi)[1];
  await tunggu(() => sql(`SELECT 1 FROM massal WHERE id = ${massal}
    AND status = 'selesai'`).length === 1, 30000);
  assert.deepEqual(sql(`SELECT ruas, galat FROM massal_baris
    WHERE massal_id = ${massal}`), [Object.entries(tolak)[0]]);
  // Another one of its own is its own affair, and the owner is not hindered.
  j = await aktifkan(bankLain, y, { seri_mesin: `${y.mesin}B` });
  assert.equal(j.status, 303, j.teks);
  [korban.token] = Object.values(tokens(await bank.post(
    `/aktivasi/${a.id}/token`)));
  j = await aktifkan(bank, korban);
  assert.equal(j.status, 303, j.teks);
});

test('A-02 new tokens are not seen through an old opening', async () => {
  const { id, kartu } = await disetujui(bank, 2);
  const jalur = `/aktivasi/${id}/token`;
  const terbuka = () => sql(`SELECT COUNT(*) FROM aktivasi_riwayat
    WHERE aktivasi_id = ${id} AND kode = 'token-dibuka'`)[0][0];
  let j = await bank.post(jalur);
  const lama = tokens(j);
  const pembukaan = j.nilai('/halaman/tokens/@pembukaan');
  j = await bank.post(jalur, { pembukaan });
  assert.deepEqual([j.status, tokens(j), terbuka()], [200, lama, '1']);
  j = await admin.post(`${jalur}-ulang`, { kartu: kartu[0].id });
  assert.equal(j.status, 303, j.teks);
  for (const u of [jalur, `${jalur}/csv`, `${jalur}/xlsx`]) {
    j = await bank.post(u, { pembukaan });
    assert.equal(j.status, 410, u);
    for (const t of Object.values(lama)) assert.ok(!j.teks.includes(t));
  }
  j = await bank.post(jalur);
  assert.equal(j.status, 200);
  assert.notEqual(tokens(j)[kartu[0].id], lama[kartu[0].id]);
  assert.equal(tokens(j)[kartu[1].id], lama[kartu[1].id]);
  assert.equal(terbuka(), '2');
});

test('A-03 A-09 what cannot be a serial is refused, and found nowhere',
  async () => {
    const { kartu: [k] } = await disetujui(bank, 1);
    for (const x of ['\u00c1BC1', '\u0663\u0664\u0665\u0666', '\ud83d\ude001234',
      `${k.mesin}\u0301`, "' OR 1=1 --", '\\1234']) {
      const j = await aktifkan(bank, k, { seri_mesin: x, token: '' });
      assert.deepEqual([j.status, j.galat], [422, { token: 'wajib',
        seri_mesin: 'format' }], x);
      for (const u of ['kartu', 'kartu/unduh/csv', 'kembali', 'kembali/baru',
        'lacak', 'perjanjian', 'peta/lembaga']) {
        const c = await bank.get(`/aktivasi/${u}?cari=` +
          encodeURIComponent(x));
        assert.equal(c.status, 200, `${u} ${x}`);
        assert.ok(!c.teks.includes(k.kartu));
      }
    }
    // Typed with blanks and in small letters it is the same number.
    const j = await bank.get('/aktivasi/kartu?cari=' + encodeURIComponent(
      k.mesin.toLowerCase().replace(/(...)/, '$1 ')));
    assert.deepEqual(j.semua('/halaman/daftar/kartu/@id').map((a) => a.value),
      [String(k.id)]);
  });

/**
 * An activation of a card that holds its agreement's lock and is not done
 * yet; the promise is fulfilled when it is.
 */
async function sedangAktif(o, k, pks, sampai) {
  const anak = spawn(join(akar, 'nginx', 'suite'), ['sql', '--batch',
    '--unbuffered', '--skip-column-names'], { env: process.env });
  const selesai = new Promise((res, rej) => anak.on('exit', (kode) =>
    (kode === 0 ? res() : rej(new Error(`sql: ${kode}`)))));
  anak.stdin.end(`START TRANSACTION; SELECT id FROM kartu WHERE id = ${k.id}
    FOR UPDATE; SELECT id FROM perjanjian WHERE id = ${pks}
    LOCK IN SHARE MODE;
    INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id, sam_id,
    seri_mesin, fungsi, alamat, wilayah_kode, lintang, bujur,
    perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status)
    VALUES (MD5('${k.mesin}'), ${k.id}, ${o.akun.lembaga}, ${pks},
    '${k.sam}', '${k.mesin}', 'R', 'Jalan', '${DESA}', -6, 106, '${sampai}',
    UTC_DATE(), '${sampai}', UTC_TIMESTAMP(3), 'berlaku');
    UPDATE kartu SET status = 'aktif', manifes_id = LAST_INSERT_ID()
    WHERE id = ${k.id}; SELECT 'siap'; SELECT SLEEP(1.5); COMMIT;`);
  await new Promise((res) => anak.stdout.on('data', (b) =>
    String(b).includes('siap') && res()));
  return { selesai };
}

test('A-08 what is activated while its agreement is stopped, or its end is ' +
  'corrected, does not outlive it', async () => {
  const o = await Orang.masuk(akunBaru('pengguna', lembagaBaru('bhi-pusat')));
  const { kartu: [k, l] } = diserahkan(o.akun.lembaga, idProd, o.akun.id, 2);
  const pks = perjanjian(o.akun.lembaga, o.akun.id, '2020-01-01',
    '2037-12-31');
  const jalur = `/admin/perjanjian/${pks}`;
  const baris = (id) => sql(`SELECT nomor, versi FROM perjanjian
    WHERE id = ${id}`)[0];
  const [nomor] = baris(pks);
  const ubah = (berakhir) => admin.post(`${jalur}/ubah`, { nomor,
    judul: 'Pemanfaatan data kependudukan', mulai: '2020-01-01', berakhir,
    'elemen[]': ['nik', 'nama'], 'metode[]': 'card-reader',
    versi: baris(pks)[1] });
  // Before there is a manifest, its end can be corrected.
  let j = await ubah('2038-12-31');
  assert.equal(j.status, 303, j.teks);
  const satu = await sedangAktif(o, k, pks, '2038-12-31');
  j = await ubah('2037-12-31');
  await satu.selesai;
  assert.deepEqual([j.status, j.galat], [422,
    { berakhir: 'sudah-dipakai-manifes' }]);
  const dua = await sedangAktif(o, l, pks, '2038-12-31');
  j = await admin.post(`${jalur}/hentikan`, { versi: baris(pks)[1],
    alasan: 'Perjanjian dihentikan' });
  assert.equal(j.status, 303, j.teks);
  assert.deepEqual(sql(`SELECT k.status, m.status FROM kartu k
    JOIN manifes m ON m.id = k.manifes_id WHERE k.id IN (${k.id}, ${l.id})`),
  [['nonaktif', 'berakhir'], ['nonaktif', 'berakhir']]);
  await dua.selesai;
});
