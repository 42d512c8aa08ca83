// manual.mjs - manuals that staff upload (B-18 "Upload Manual Book"): who finds
// and downloads which, editions, bad files, the same form twice, withdrawing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Orang, akunBaru, demo, kunci, lembagaBaru, pdf, q, sql, unik }
  from './bantu.mjs';

const PERAN = { tamu: null, pengguna: 'kementerian', produsen: 'produsen',
  dinas: 'dinas-kabkota', pejabat: 'ditjen', pemohon: 'bhi-kabkota' };
const BOLEH = { umum: Object.keys(PERAN),
  akun: Object.keys(PERAN).filter((p) => p !== 'tamu'),
  lembaga: ['pengguna', 'produsen', 'dinas', 'pejabat'],
  ditjen: ['pejabat'] };
const orang = {};
let admin;

const naskah = (isi = pdf(unik('Manual ')), nama = 'manual.pdf') =>
  ({ nama, isi, tipe: 'application/pdf' });

async function unggah(isian = {}, berkas = naskah()) {
  const j = await admin.post('/panduan/manual/baru', { judul: unik('Manual '),
    untuk: 'umum', ...isian }, { berkas });
  assert.equal(j.status, 303, j.teks);
  return Number(/\/(\d+)$/.exec(j.lokasi)[1]);
}
const ubah = (id, isian, berkas) => admin.post(`/panduan/manual/${id}/ubah`,
  isian, berkas ? { berkas } : null);
const saklar = (id, aktif) =>
  admin.post(`/panduan/manual/${id}/saklar`, { aktif });
const judul = (id) => sql(`SELECT judul FROM manual WHERE id = ${id}`)[0][0];
const edisi = (id) => Number(sql(`SELECT COUNT(*) FROM manual_edisi
  WHERE manual_id = ${id}`)[0][0]);

before(async () => {
  admin = await Orang.masuk(demo('admin'));
  for (const [p, jenis] of Object.entries(PERAN))
    orang[p] = jenis ? await Orang.masuk(akunBaru(p, lembagaBaru(jenis))) :
      new Orang();
});

const awal = Number(sql('SELECT COALESCE(MAX(id), 0) FROM manual')[0][0]);
after(() => sql(`UPDATE manual SET aktif = 0 WHERE id > ${awal}`));

for (const untuk of Object.keys(BOLEH)) {
  test(`for ${untuk}: found and downloaded by those, by nobody else`,
    async () => {
      const isi = pdf(unik('Isi '));
      const id = await unggah({ untuk }, naskah(isi, 'Juknis 2026.pdf'));
      for (const p of Object.keys(PERAN)) {
        const boleh = BOLEH[untuk].includes(p);
        const ada = (await orang[p].get('/panduan'))
          .semua(`/halaman/manual[@id = '${id}']`).length;
        assert.equal(ada, boleh ? 1 : 0, p);
        const j = await orang[p].get(`/panduan/manual/${id}/berkas`);
        // A visitor may be one of them whose session has ended.
        assert.equal(j.status, boleh ? 200 : p === 'tamu' ? 401 : 404, p);
        const cari = await orang[p].get(`/panduan?cari=${
          encodeURIComponent(judul(id))}`);
        assert.equal(cari.semua(`/halaman/manual[@id = '${id}']`).length,
          boleh ? 1 : 0, p);
        if (!boleh) continue;
        assert.deepEqual(j.isi, isi);
        assert.equal(j.headers['content-type'], 'application/pdf');
        assert.match(j.headers['content-disposition'], /Juknis 2026\.pdf/);
      }
    });
}

test('the next edition is what people get; staff have the earlier', async () => {
  const [satu, dua] = [pdf('satu'), pdf('dua')];
  const id = await unggah({ untuk: 'akun' }, naskah(satu));
  const sama = { judul: judul(id), untuk: 'akun', versi: 1 };
  // The file that is there is no new edition.
  assert.equal((await ubah(id, sama, naskah(satu))).status, 303);
  assert.equal(edisi(id), 1);
  assert.equal((await ubah(id, sama, naskah(dua, 'baru.pdf'))).status, 303);
  assert.equal(edisi(id), 2);
  const j = await orang.pengguna.get(`/panduan/manual/${id}/berkas`);
  assert.deepEqual(j.isi, dua);
  assert.deepEqual((await admin.get(`/panduan/manual/${id}/berkas/1`)).isi,
    satu);
  assert.equal((await admin.get(`/panduan/manual/${id}/berkas/3`)).status, 404);
  assert.equal((await orang.pengguna.get(`/panduan/manual/${id}/berkas/1`))
    .status, 403);
  // Who still has the first version before him changes nothing.
  const lama = await ubah(id, { ...sama, judul: unik('Lain ') });
  assert.equal(lama.status, 409);
  assert.equal(judul(id), sama.judul);
  const lihat = await admin.get(`/panduan/manual/${id}`);
  assert.deepEqual(lihat.semua('/halaman/edisi/@nomor').map((a) => a.value),
    ['2', '1']);
  // The earlier edition goes; the present one stays whoever asks.
  const hapus = (nomor) => `/panduan/manual/${id}/hapus/${nomor}`;
  assert.equal((await admin.get(hapus(2))).status, 409);
  assert.equal((await admin.post(hapus(2))).status, 409);
  assert.equal((await admin.get(hapus(1))).status, 200);
  const berkas = sql(`SELECT berkas_id FROM manual_edisi
    WHERE manual_id = ${id} AND nomor = 1`)[0][0];
  assert.equal((await admin.post(hapus(1))).status, 303);
  assert.equal((await admin.post(hapus(1))).status, 404);
  assert.equal((await admin.get(`/panduan/manual/${id}/berkas/1`)).status, 404);
  assert.equal(sql(`SELECT COUNT(*) FROM berkas WHERE id = ${berkas}`)[0][0],
    '0');
  // Who may have it is in the log.
  await ubah(id, { ...sama, untuk: 'umum', versi: 2 });
  assert.deepEqual(sql(`SELECT tindakan, rincian FROM audit
    WHERE objek = 'manual' AND objek_id = ${id} ORDER BY id`),
  [["manual-dibuat", ` > akun; ${sama.judul}`],
    ['manual-edisi-baru', `akun > akun; ${sama.judul}`],
    ['manual-edisi-dihapus', 'edisi 1'],
    ['manual-diubah', `akun > umum; ${sama.judul}`]]);
});

test('two at once: one title, one next edition', async () => {
  const nama = unik('Manual ');
  const satu = await Promise.all([1, 2].map(() => admin.post(
    '/panduan/manual/baru', { judul: nama, untuk: 'umum' },
    { berkas: naskah() })));
  assert.deepEqual(satu.map((j) => j.status).sort(), [303, 422]);
  const id = Number(sql(`SELECT id FROM manual WHERE judul = ${q(nama)}`)[0][0]);
  const dua = await Promise.all([1, 2].map(() => ubah(id, { judul: nama,
    untuk: 'umum', versi: 1 }, naskah())));
  assert.deepEqual(dua.map((j) => j.status).sort(), [303, 409]);
  assert.equal(edisi(id), 2);
});

test('withdrawn: nobody but the admin has it', async () => {
  const id = await unggah();
  assert.equal((await saklar(id, 'tidak')).status, 303);
  // A form that was opened before is of another state.
  assert.equal((await ubah(id, { judul: judul(id), untuk: 'akun', versi: 1 }))
    .status, 409);
  for (const p of Object.keys(PERAN))
    assert.equal((await orang[p].get(`/panduan/manual/${id}/berkas`)).status,
      404, p);
  assert.equal((await admin.get(`/panduan/manual/${id}/berkas`)).status, 200);
  assert.equal((await saklar(id, 'tidak')).status, 409);
  assert.equal((await saklar(id, 'ya')).status, 303);
  assert.equal((await orang.tamu.get(`/panduan/manual/${id}/berkas`)).status,
    200);
});

test('what is wrong is told, and nothing is kept of it', async () => {
  const sudah = judul(await unggah());
  const n = () => sql('SELECT COUNT(*) FROM manual')[0][0];
  const banyak = n();
  const baik = { judul: unik('Manual '), untuk: 'umum' };
  for (const [isian, berkas, galat] of [
    [{ ...baik, judul: '' }, naskah(), { judul: 'wajib' }],
    [{ ...baik, judul: 'x'.repeat(121) }, naskah(),
      { judul: 'terlalu-panjang' }],
    [{ ...baik, judul: sudah.toUpperCase() }, naskah(),
      { judul: 'sudah-dipakai' }],
    [{ ...baik, untuk: 'semua' }, naskah(), { untuk: 'pilihan' }],
    [{ ...baik, untuk: '' }, naskah(), { untuk: 'wajib' }],
    [baik, null, { berkas: 'berkas-wajib' }],
    [baik, naskah(Buffer.alloc(0)), { berkas: 'berkas-kosong' }],
    [baik, naskah(Buffer.from('PK\x03\x04 bukan PDF')),
      { berkas: 'berkas-jenis' }],
    [baik, naskah(Buffer.concat([pdf('x'), Buffer.alloc(20 << 20, 32)])),
      { berkas: 'berkas-besar' }]]) {
    const j = await admin.post('/panduan/manual/baru', isian,
      berkas ? { berkas } : {});
    assert.equal(j.status, 422, j.teks.slice(0, 300));
    assert.deepEqual(j.galat, galat);
  }
  assert.equal(n(), banyak);
  const id = await unggah();
  for (const [isian, galat] of [
    [{ judul: sudah, untuk: 'umum', versi: 1 }, { judul: 'sudah-dipakai' }],
    [{ judul: 'Baik', untuk: 'umum' }, { versi: 'wajib' }]]) {
    const j = await ubah(id, isian);
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, galat);
  }
  assert.equal((await ubah(999999999, { ...baik, versi: 1 })).status, 404);
  assert.equal((await saklar(id, 'mungkin')).status, 422);
  assert.equal((await admin.get('/panduan/manual/999999999')).status, 404);
});

test('sent twice it is there once', async () => {
  const isian = { judul: unik('Manual '), untuk: 'umum', kunci: kunci() };
  const berkas = naskah();
  const [satu, dua] = await Promise.all([1, 2].map(() =>
    admin.post('/panduan/manual/baru', isian, { berkas })));
  const lagi = await admin.post('/panduan/manual/baru', isian, { berkas });
  for (const j of [satu, dua, lagi])
    assert.ok([303, 409].includes(j.status), `status ${j.status}`);
  assert.equal(lagi.status, 303);
  assert.equal(sql(`SELECT COUNT(*) FROM manual
    WHERE judul = ${q(isian.judul)}`)[0][0], '1');
});
