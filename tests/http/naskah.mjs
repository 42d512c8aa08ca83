// naskah.mjs - script in every field, looked for in every page: what a person
// typed comes out as text, whoever sees it (security.md 8); and the headers
// that would stop it all the same.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { akunBaru, lembagaBaru, Orang, pdf, q, sql, unik }
  from './bantu.mjs';

// Breaks out of text, attributes, and lists of a spreadsheet.
const RACUN = `"'><script>naskah()</script><img src=x onerror=naskah()>`;
const MENTAH = /<script>naskah|<img src=x|onerror=naskah\(\)>/;

let admin;
let peminta;
let produsen;
let id;

before(async () => {
  const l = lembagaBaru('kementerian', `Kementerian ${RACUN} ${unik()}`);
  const p = lembagaBaru('produsen', `PT ${RACUN} ${unik()}`);
  const akunPeminta = akunBaru('pengguna', l);
  sql(`UPDATE akun SET nama = ${q(`Orang ${RACUN}`)}
    WHERE id = ${akunPeminta.id}`);
  peminta = await Orang.masuk(akunPeminta);
  produsen = await Orang.masuk(akunBaru('produsen', p));
  admin = await Orang.masuk(akunBaru('admin', lembagaBaru('ditjen')));
  const form = await peminta.get('/permintaan/baru');
  assert.equal(form.status, 200);
  const j = await peminta.post('/permintaan', { nomor: `${unik('N')}/${
    RACUN.slice(0, 40)}`, judul: RACUN, produsen: p, jumlah: 2, fungsi: 'R',
  catatan: RACUN, aksi: 'kirim' }, { berkas: { nama: `${RACUN}.pdf`,
    isi: pdf() } });
  assert.equal(j.status, 303, JSON.stringify(j.galat));
  id = Number(sql(`SELECT MAX(id) FROM permintaan WHERE lembaga_id = ${l}`)
    [0][0]);
});

async function aman(o, jalur) {
  const j = await o.html(jalur);
  assert.equal(j.status, 200, jalur);
  assert.doesNotMatch(j.teks, MENTAH, jalur);
  assert.match(j.headers['content-security-policy'], /default-src 'none'/);
  assert.match(j.headers['content-security-policy'], /script-src 'self'/);
  assert.equal(j.headers['x-content-type-options'], 'nosniff');
  return j;
}

test('pages of the one who typed it, of the producer, of Ditjen', async () => {
  for (const [o, jalur] of [[peminta, '/beranda'], [peminta, '/permintaan'],
    [peminta, `/permintaan/${id}`], [peminta, '/akun/profil'],
    [produsen, '/beranda'], [produsen, `/permintaan/${id}`],
    [produsen, `/permintaan/${id}/setujui`],
    [produsen, `/permintaan/${id}/tolak`],
    [admin, '/permintaan'], [admin, `/permintaan/${id}`],
    [admin, '/admin/akun'], [admin, '/admin/lembaga'],
    [admin, '/admin/audit'], [admin, '/kotak-keluar'],
    [admin, '/beranda']])
    await aman(o, jalur);
  const j = await aman(admin, `/permintaan/${id}`);
  assert.match(j.teks, /&lt;script&gt;naskah/, 'it is shown, as text');
});

test('a search and a filter are text, too', async () => {
  const r = encodeURIComponent(RACUN);
  for (const jalur of [`/permintaan?cari=${r}`, `/permintaan?status=${r}`,
    `/permintaan?urut=${r}&arah=${r}&per=${r}&setelah=${r}`,
    `/proses?cari=${r}&kelompok=${r}`, `/dokumen?cari=${r}&jenis=${r}`,
    `/admin/akun?cari=${r}`, `/admin/audit?cari=${r}`])
    await aman(admin, jalur);
});

test('a form that comes back', async () => {
  const j = await peminta.kirim('POST', '/permintaan', { accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded' },
  new URLSearchParams({ csrf: peminta.csrf, kunci: '0'.repeat(32),
    judul: RACUN, nomor: RACUN, catatan: RACUN, jumlah: RACUN,
    fungsi: RACUN, produsen: RACUN }).toString());
  assert.ok([415, 422].includes(j.status));
  assert.doesNotMatch(j.teks, MENTAH);
});

test('an error page says nothing of the address', async () => {
  const j = await new Orang().html(`/${encodeURIComponent(RACUN)}`);
  assert.equal(j.status, 404);
  assert.doesNotMatch(j.teks, /naskah/);
});

test('a spreadsheet does not calculate what was typed', async () => {
  const l = lembagaBaru('kementerian');
  const o = await Orang.masuk(akunBaru('pengguna', l));
  await o.get('/permintaan/baru');
  const p = sql(`SELECT id FROM lembaga WHERE jenis = 'produsen'
    AND aktif LIMIT 1`)[0][0];
  const j = await o.post('/permintaan', { nomor: unik('N'),
    judul: '=HYPERLINK("http://jahat.example")', produsen: p, jumlah: 1,
    fungsi: 'R', aksi: 'draf' });
  assert.equal(j.status, 303, JSON.stringify(j.galat));
  const csv = await o.html('/permintaan/unduh/csv');
  assert.equal(csv.status, 200);
  assert.match(csv.teks, /'=HYPERLINK/);
});
