// admin.mjs - accounts, institutions, settings, holidays, audit log and
// outbox for the admin (U-22, U-23, P-10).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { akar, akunBaru, dirVar, lembagaBaru, Orang, q, sql, tunggu, unik }
  from './bantu.mjs';

let ditjen, admin;
const bangun = process.env.SIFILMA_BANGUN || akar;

before(async () => {
  ditjen = lembagaBaru('ditjen');
  admin = await Orang.masuk(akunBaru('admin', ditjen));
});

function isianAkun(lembaga, lagi = {}) {
  const u = unik('b');
  return { nama: 'Orang Baru', username: u, peran: 'pengguna', lembaga,
    jabatan: '', nip: '', email: `${u}@uji.example`,
    telepon: '081200000000', ...lagi };
}

const idDari = (j) => Number(/\/(\d+)$/.exec(j.lokasi)[1]);

// --- accounts ---

test('U-22 an account made by an admin gets its password by link',
  async () => {
    const l = lembagaBaru('opd-kabkota');
    const d = isianAkun(l);
    const j = await admin.post('/admin/akun', d);
    assert.equal(j.status, 303);
    const id = idDari(j);
    assert.equal((await admin.get(j.lokasi)).nilai('/halaman/akun/@status'),
      'aktif');
    const [[data]] = sql(`SELECT data FROM kotak_keluar WHERE akun_id = ${id}
      AND templat = 'akun-dibuat'`);
    const ke = /jalur=(\S+)/.exec(data)[1];
    const o = new Orang();
    await o.get(ke);
    assert.equal((await o.post(ke, { 'sandi-baru': 'kuda lumping biru',
      'sandi-ulang': 'kuda lumping biru' })).status, 303);
    await Orang.masuk({ username: d.username, sandi: 'kuda lumping biru' });
  });

test('what is wrong with a new account is told at its field', async () => {
  const l = lembagaBaru('kementerian');
  for (const [lagi, ruas, kode] of [
    [{ username: 'a b' }, 'username', 'username'],
    [{ username: admin.akun.username.toUpperCase() }, 'username',
      'sudah-dipakai'],
    [{ peran: 'admin' }, 'peran', 'peran-lembaga'],
    [{ peran: 'raja' }, 'peran', 'pilihan'],
    [{ peran: 'pejabat' }, 'jabatan', 'wajib'],
    [{ lembaga: 999999999 }, 'lembaga', 'pilihan'],
    [{ email: 'x' }, 'email', 'email'],
  ]) {
    const j = await admin.post('/admin/akun', isianAkun(l, lagi));
    assert.equal(j.status, 422, ruas);
    assert.equal(j.galat[ruas], kode);
    assert.equal(j.nilai('/halaman/isian/ruas[@nama="nama"]'), 'Orang Baru');
  }
});

test('a change of rights or address ends the sessions', async () => {
  const l = lembagaBaru('dinas-provinsi');
  const a = akunBaru('dinas', l);
  const o = await Orang.masuk(a);
  const d = { nama: 'Nama Baru', peran: 'dinas', lembaga: l, jabatan: '',
    nip: '', email: `${a.username}@uji.example`, telepon: '081300000000' };
  assert.equal((await admin.post(`/admin/akun/${a.id}/ubah`, d)).status, 303);
  assert.equal((await o.get('/akun/profil')).nilai('/halaman/akun/@nama'),
    'Nama Baru');
  const j = await admin.post(`/admin/akun/${a.id}/ubah`, { ...d,
    peran: 'pejabat', jabatan: 'Kepala Dinas', nip: '197001011990011001' });
  assert.equal(j.status, 303);
  assert.equal((await o.html('/beranda')).status, 303);
  const p = await Orang.masuk(a);
  const k = await admin.post(`/admin/akun/${a.id}/ubah`, { ...d,
    email: `lain.${a.username}@uji.example` });
  assert.equal(k.status, 303);
  assert.equal((await p.html('/beranda')).status, 303);
  assert.equal(sql(`SELECT email_sah IS NULL FROM akun
    WHERE id = ${a.id}`)[0][0], '1');
});

test('closing ends the sessions, opening lets in again', async () => {
  const a = akunBaru('pengguna', lembagaBaru('kementerian'));
  const o = await Orang.masuk(a);
  let j = await admin.post(`/admin/akun/${a.id}/tutup`, { alasan: '' });
  assert.equal(j.galat.alasan, 'wajib');
  j = await admin.post(`/admin/akun/${a.id}/tutup`,
    { alasan: 'Pindah tugas' });
  assert.equal(j.status, 303);
  assert.equal((await o.html('/beranda')).status, 303);
  j = await admin.post(`/admin/akun/${a.id}/tutup`, { alasan: 'Lagi pula' });
  assert.equal(j.status, 409);
  assert.equal((await admin.post(`/admin/akun/${a.id}/buka`)).status, 303);
  await Orang.masuk(a);
  assert.equal((await admin.post(`/admin/akun/${a.id}/buka`)).status, 409);
});

test('nobody locks himself out', async () => {
  const saya = admin.akun.id;
  assert.equal((await admin.post(`/admin/akun/${saya}/tutup`,
    { alasan: 'Coba coba' })).status, 409);
  assert.equal((await admin.post(`/admin/akun/${saya}/ubah`,
    { nama: 'Saya', peran: 'pejabat', lembaga: ditjen, jabatan: 'Direktur',
      nip: '197001011990011001', email: 'x@uji.example',
      telepon: '081200000000' })).status, 409);
  assert.equal((await admin.post(`/admin/lembaga/${ditjen}/tutup`)).status,
    409);
  assert.equal((await admin.get('/admin/akun')).status, 200);
});

test('the list of accounts: search, filters, order, pages', async () => {
  const tanda = unik('zq');
  const l = lembagaBaru('kementerian', `Kementerian ${tanda}`);
  const semua = [];
  for (let i = 0; i < 12; i++)
    semua.push(akunBaru('pengguna', l, `${tanda}.${10 + i}`).username);
  const alamat = `/admin/akun?cari=${tanda}&per=10&urut=username&arah=naik`;
  const j = await admin.get(alamat);
  assert.equal(j.nilai('/halaman/daftar/@total'), '12');
  const nama = (x) => x.semua('/halaman/daftar/baris')
    .map((e) => e.getAttribute('username'));
  assert.deepEqual(nama(j), semua.slice(0, 10));
  const k = await admin.get(j.nilai('/halaman/daftar/@berikut'));
  assert.deepEqual(nama(k), semua.slice(10));
  const m = await admin.get(k.nilai('/halaman/daftar/@sebelum'));
  assert.deepEqual(nama(m), semua.slice(0, 10));
  for (const urut of ['nama', 'username', 'dibuat'])
    for (const arah of ['naik', 'turun']) {
      const satu = await admin.get(
        `/admin/akun?cari=${tanda}&per=10&urut=${urut}&arah=${arah}`);
      const dua = await admin.get(satu.nilai('/halaman/daftar/@berikut'));
      const balik = await admin.get(dua.nilai('/halaman/daftar/@sebelum'));
      assert.equal(new Set([...nama(satu), ...nama(dua)]).size, 12,
        `${urut} ${arah}`);
      assert.deepEqual(nama(balik), nama(satu), `${urut} ${arah}`);
    }
  assert.equal((await admin.get(`/admin/akun?cari=${tanda}&status=ditolak`))
    .nilai('/halaman/daftar/@total'), '0');
  assert.equal((await admin.get(`/admin/akun?cari=${tanda}&peran=pengguna`))
    .nilai('/halaman/daftar/@total'), '12');
  // Signs of LIKE are letters like others.
  assert.equal((await admin.get(`/admin/akun?cari=${tanda}%25`))
    .nilai('/halaman/daftar/@total'), '0');
  // Nonsense shows the list.
  assert.equal((await admin.get('/admin/akun?urut=sandi&per=7&setelah=x&' +
    'status=entah&arah=atas')).status, 200);
});

// --- institutions ---

test('U-22 institutions: new, changed, closed, opened', async () => {
  const nama = `Lembaga <Baru> & ${unik()}`;
  const d = { nama, jenis: 'bhi-pusat', kode: '', alamat: 'Jalan Uji 1',
    kota: 'Bandung', provinsi: 'Jawa Barat', wilayah: '', 'pic-nama': '',
    'pic-telepon': '', asing: 'ya' };
  let j = await admin.post('/admin/lembaga', d);
  assert.equal(j.status, 303);
  const id = idDari(j);
  j = await admin.get(`/admin/lembaga/${id}`);
  assert.equal(j.nilai('/halaman/lembaga/@nama'), nama);
  const kode = j.nilai('/halaman/lembaga/@kode');
  assert.match(kode, /^\d{6}$/);
  assert.equal(j.nilai('/halaman/lembaga/@asing'), 'ya');
  // The code is taken now; another has to be six digits.
  j = await admin.post('/admin/lembaga', { ...d, kode });
  assert.equal(j.galat.kode, 'sudah-dipakai');
  j = await admin.post('/admin/lembaga', { ...d, kode: '12a456' });
  assert.equal(j.galat.kode, 'kode-lembaga');
  j = await admin.post('/admin/lembaga', { ...d, wilayah: '00' });
  assert.equal(j.galat.wilayah, 'tidak-ada');
  j = await admin.post(`/admin/lembaga/${id}`, { ...d, kota: 'Bogor' });
  assert.equal(j.status, 303);
  const [[kota, kini]] = sql(`SELECT kota, kode FROM lembaga
    WHERE id = ${id}`);
  assert.equal(kota, 'Bogor');
  assert.equal(kini, kode);
  const a = akunBaru('pengguna', id);
  const o = await Orang.masuk(a);
  // A kind that does not fit its accounts is refused.
  j = await admin.post(`/admin/lembaga/${id}`, { ...d, jenis: 'produsen' });
  assert.equal(j.galat.jenis, 'jenis-berakun');
  assert.equal((await admin.post(`/admin/lembaga/${id}/tutup`)).status, 303);
  assert.equal((await o.html('/beranda')).status, 303);
  const p = new Orang();
  await p.get('/login');
  j = await p.post('/login', { username: a.username, sandi: a.sandi });
  assert.equal(j.galat[''], 'lembaga-ditutup');
  assert.equal((await admin.post(`/admin/lembaga/${id}/buka`)).status, 303);
  await Orang.masuk(a);
  assert.equal((await admin.get('/admin/lembaga/999999999')).status, 404);
});

test('B-04 the quota of one institution, and as the settings say', async () => {
  const id = lembagaBaru('bhi-pusat');
  const o = await Orang.masuk(akunBaru('pengguna', id));
  const d = { nama: `Lembaga ${unik()}`, jenis: 'bhi-pusat', kode: '',
    alamat: 'Jalan Uji 1', kota: 'Bandung', provinsi: 'Jawa Barat' };
  const kuota = async () => Number((await o.get('/balikan/unggah'))
    .nilai('/halaman/batas/@kuota')) / 1048576;
  const catatan = () => sql(`SELECT rincian FROM audit WHERE objek = 'lembaga'
    AND objek_id = ${id} AND tindakan = 'lembaga-kuota' ORDER BY id`)
    .map((x) => x[0]);
  const biasa = await kuota();
  for (const [isi, kode] of [['9', 'terlalu-kecil'], ['1000001',
    'terlalu-besar'], ['banyak', 'angka']]) {
    const j = await admin.post(`/admin/lembaga/${id}`, { ...d, kuota: isi });
    assert.deepEqual([j.status, j.galat.kuota], [422, kode]);
    assert.equal(j.nilai('/halaman/isian/ruas[@nama = "kuota"]'), isi);
  }
  for (let i = 0; i < 2; i++)
    assert.equal((await admin.post(`/admin/lembaga/${id}`,
      { ...d, kuota: '250' })).status, 303);
  assert.equal(await kuota(), 250);
  let j = await admin.get(`/admin/lembaga/${id}`);
  assert.equal(j.nilai('/halaman/kuota/@mb'), '250');
  assert.equal(Number(j.nilai('/halaman/kuota/@biasa')), biasa);
  assert.match((await admin.html(`/admin/lembaga/${id}`)).teks,
    /name="kuota"[^>]*value="250"/);
  assert.deepEqual(catatan(), ['0 MB > 250 MB'], 'once');
  assert.equal((await admin.post(`/admin/lembaga/${id}`, d)).status, 303);
  assert.equal(await kuota(), 250, 'a form that does not ask leaves it');
  assert.equal((await admin.post(`/admin/lembaga/${id}`, { ...d, kuota: '' }))
    .status, 303);
  assert.equal(await kuota(), biasa);
  assert.deepEqual(catatan(), ['0 MB > 250 MB', '250 MB > 0 MB']);
  j = await admin.html(`/admin/lembaga/${lembagaBaru('produsen')}`);
  assert.ok(!j.teks.includes('name="kuota"'), 'a producer sends none');
  assert.ok(!(await admin.html('/admin/lembaga/baru')).teks
    .includes('name="kuota"'));
  sql(`DELETE FROM balikan_lembaga WHERE lembaga_id = ${id}`);
});

test('the list of institutions', async () => {
  const tanda = unik('zq');
  for (let i = 0; i < 11; i++)
    lembagaBaru('kementerian', `Lembaga ${tanda} ${10 + i}`);
  for (const urut of ['nama', 'kode', 'jenis']) {
    const satu = await admin.get(
      `/admin/lembaga?cari=${tanda}&per=10&urut=${urut}`);
    const dua = await admin.get(satu.nilai('/halaman/daftar/@berikut'));
    const n = (x) => x.semua('/halaman/daftar/baris')
      .map((e) => e.getAttribute('id'));
    assert.equal(new Set([...n(satu), ...n(dua)]).size, 11, urut);
    assert.deepEqual(n(await admin.get(dua.nilai('/halaman/daftar/@sebelum'))),
      n(satu));
  }
});

// --- settings ---

async function isianPengaturan() {
  const j = await admin.get('/admin/pengaturan');
  const d = {};
  for (const e of j.semua('/halaman/pengaturan'))
    if (e.getAttribute('jenis') !== 'ya-tidak' || e.textContent === 'ya')
      d[e.getAttribute('nama')] = e.textContent;
  return d;
}

test('U-22 settings within their bounds, with an audit row', async () => {
  const d = await isianPengaturan();
  let j = await admin.post('/admin/pengaturan', { ...d,
    kapasitas_harian: '0', norma_surat: 'tiga', nomor_bast: '470/BAST',
    kantor_nama: '' });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { kapasitas_harian: 'terlalu-kecil',
    norma_surat: 'angka', nomor_bast: 'urut', kantor_nama: 'wajib' });
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="norma_surat"]'), 'tiga');
  const jam = `Senin–Kamis 0${Math.floor(Math.random() * 9)}.00 ${unik()}`;
  j = await admin.post('/admin/pengaturan', { ...d, kantor_jam: jam });
  assert.equal(j.status, 303);
  assert.equal((await isianPengaturan()).kantor_jam, jam);
  assert.match(sql(`SELECT rincian FROM audit WHERE tindakan =
    'pengaturan-diubah' AND akun_id = ${admin.akun.id}
    ORDER BY id DESC LIMIT 1`)[0][0], /^kantor_jam: /);
  const n = () => sql(`SELECT COUNT(*) FROM audit WHERE tindakan =
    'pengaturan-diubah' AND akun_id = ${admin.akun.id}`)[0][0];
  const dulu = n();
  await admin.post('/admin/pengaturan', { ...d, kantor_jam: jam });
  assert.equal(n(), dulu);
  await admin.post('/admin/pengaturan', d);
});

test('the table of routes is the programs\' own', async () => {
  const j = await admin.get('/admin/rute');
  const ada = j.semua('/halaman/rute/baris').map((e) =>
    `${e.getAttribute('cara')} ${e.getAttribute('jalur')}`);
  const asli = execFileSync(join(bangun, 'cgi-bin', 'akun.fcgi'),
    ['--routes'], { encoding: 'utf8' }).trim().split('\n')
    .map((b) => b.split('\t').slice(0, 2).join(' '));
  for (const r of asli) assert.ok(ada.includes(r), r);
});

// --- holidays ---

const KALENDER = (acara) => ['BEGIN:VCALENDAR', 'VERSION:2.0',
  'PRODID:-//Uji//ID', ...acara.flatMap(([tgl, nama, ket]) =>
    ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${tgl}`, `SUMMARY:${nama}`,
      ...(ket ? [`DESCRIPTION:${ket}`] : []), 'END:VEVENT']),
  'END:VCALENDAR', ''].join('\r\n');

test('P-10 a holiday by hand', async () => {
  const d = { tanggal: '2033-05-06', nama: `Hari ${unik()}`, jenis: 'libur' };
  assert.equal((await admin.post('/admin/libur', d)).lokasi,
    '/admin/libur?tahun=2033');
  const j = await admin.get('/admin/libur?tahun=2033');
  assert.equal(j.nilai('/halaman/libur/baris[@tanggal="2033-05-06"]/@nama'),
    d.nama);
  for (const [lagi, ruas, kode] of [
    [{ tanggal: '2033-02-30' }, 'tanggal', 'tanggal'],
    [{ nama: '' }, 'nama', 'wajib'], [{ jenis: 'pesta' }, 'jenis', 'pilihan'],
  ]) {
    const k = await admin.post('/admin/libur', { ...d, ...lagi });
    assert.equal(k.galat[ruas], kode);
    // The page behind the form is that of the year that was typed.
    assert.equal(k.nilai('/halaman/libur/@tahun'), '2033');
  }
  assert.equal((await admin.get('/admin/libur/2033-05-06/hapus'))
    .nilai('/halaman/libur/@nama'), d.nama);
  assert.equal((await admin.post('/admin/libur/2033-05-06/hapus')).status,
    303);
  assert.equal((await admin.post('/admin/libur/2033-05-06/hapus')).status,
    404);
  assert.equal((await admin.get('/admin/libur/bukan-tanggal/hapus')).status,
    404);
});

test('P-10 an .ics file: first what would change, then the change',
  async () => {
    const lama = `Lama ${unik()}`;
    await admin.post('/admin/libur', { tanggal: '2034-01-03', nama: lama,
      jenis: 'libur' });
    const isi = KALENDER([['20340102', 'Tahun Baru Uji'],
      ['20340103', 'Nama Baru'], ['20340104', 'Cuti Bersama Uji'],
      ['20340105', 'Hari Ibu Uji', 'Perayaan']]);
    let j = await admin.post('/admin/libur/impor', {},
      { berkas: { nama: 'libur.ics', isi } });
    assert.equal(j.status, 303);
    const ke = j.lokasi;
    j = await admin.get(ke);
    const akibat = Object.fromEntries(j.semua('/halaman/impor/baris')
      .map((e) => [e.getAttribute('tanggal'),
        `${e.getAttribute('jenis')} ${e.getAttribute('akibat')}`]));
    assert.deepEqual(akibat, { '2034-01-02': 'libur baru',
      '2034-01-03': 'libur ubah', '2034-01-04': 'cuti baru',
      '2034-01-05': 'perayaan baru' });
    assert.equal(j.nilai('/halaman/impor/baris[@akibat="ubah"]/@lama'), lama);
    assert.equal(sql("SELECT COUNT(*) FROM libur WHERE tanggal = '2034-01-02'"
    )[0][0], '0');
    assert.equal((await admin.post(ke)).lokasi, '/admin/libur?tahun=2034');
    assert.deepEqual(sql(`SELECT tanggal, nama, jenis FROM libur WHERE tanggal
      BETWEEN '2034-01-01' AND '2034-01-31' ORDER BY tanggal`),
    [['2034-01-02', 'Tahun Baru Uji', 'libur'],
      ['2034-01-03', 'Nama Baru', 'libur'],
      ['2034-01-04', 'Cuti Bersama Uji', 'cuti']]);
    sql(`DELETE FROM libur WHERE tanggal BETWEEN '2034-01-01'
      AND '2034-01-31'`);
  });

test('P-10 files that are no calendar are refused with the line', async () => {
  for (const [isi, kode] of [
    ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 'ics-kosong'],
    [KALENDER([['20341332', 'Salah']]), 'ics-tanggal'],
    [KALENDER([['20340102', 'A']]).replace('END:VEVENT',
      'RRULE:FREQ=YEARLY\r\nEND:VEVENT'), 'ics-berulang'],
    ['%PDF-1.4 bukan kalender', 'berkas-jenis'],
    ['', 'berkas-kosong'],
  ]) {
    const j = await admin.post('/admin/libur/impor', {},
      { berkas: { nama: 'libur.ics', isi } });
    assert.equal(j.status, 422, kode);
    assert.equal(j.galat.berkas, kode);
  }
  const j = await admin.post('/admin/libur/impor', {});
  assert.equal(j.galat.berkas, 'berkas-wajib');
  // Another kind of file cannot be imported by its number.
  const [pdf] = sql("SELECT id FROM berkas WHERE jenis = 'pdf' LIMIT 1");
  if (pdf)
    assert.equal((await admin.get(`/admin/libur/impor/${pdf[0]}`)).status,
      404);
});

// --- audit ---

function segel(...argumen) {
  return execFileSync(join(bangun, 'cgi-bin', 'pekerja', 'penyegel-audit'),
    argumen, { encoding: 'utf8', env: { ...process.env,
      SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') } });
}

test('U-23 every row is sealed soon, and the chain is whole', async () => {
  const a = akunBaru('pengguna', lembagaBaru('kementerian'));
  await Orang.masuk(a);
  await tunggu(() => Number(sql(`SELECT COUNT(*) FROM audit a LEFT JOIN
    audit_segel s ON s.audit_id = a.id WHERE a.akun_id = ${a.id} AND s.nomor
    IS NULL`)[0][0]) === 0, 15000);
  const [nomor, mac] = segel('--kepala').trim().split('\t');
  assert.match(mac, /^[0-9a-f]{64}$/);
  assert.match(segel('--periksa', nomor, mac), /^UTUH\t\d+ segel/);
  assert.throws(() => segel('--periksa', nomor, '0'.repeat(64)),
    (e) => e.status === 1 && /kepala berbeda/.test(e.stdout));
  // No number is missing.
  assert.equal(sql(`SELECT MAX(nomor) - COUNT(*) FROM audit_segel`)[0][0],
    '0');
});

test('U-23 the log cannot be changed, not even by its owner', () => {
  assert.throws(() => sql('UPDATE audit SET rincian = 1 LIMIT 1'),
    /append-only/);
  assert.throws(() => sql('DELETE FROM audit_segel LIMIT 1'), /append-only/);
});

test('U-23 search and export', async () => {
  const l = lembagaBaru('kementerian', `=Lembaga ${unik()}`);
  const a = akunBaru('pengguna', l);
  await Orang.masuk(a);
  const alamat = `/admin/audit?username=${a.username}&tindakan=masuk`;
  let j = await admin.get(alamat);
  assert.equal(j.nilai('/halaman/daftar/@total'), '1');
  assert.equal(j.nilai('/halaman/daftar/baris/@objek-id'), String(a.id));
  assert.ok(Number(j.nilai('/halaman/rantai/@segel')) > 0);
  // A day is a day of the office, both ends included.
  const kini = j.nilai('/halaman/@kini').slice(0, 10);
  j = await admin.get(`${alamat}&sejak=${kini}&hingga=${kini}`);
  assert.equal(j.nilai('/halaman/daftar/@total'), '1');
  j = await admin.get(`${alamat}&hingga=2000-01-01`);
  assert.equal(j.nilai('/halaman/daftar/@total'), '0');
  j = await admin.get(alamat);
  const csv = await admin.get(j.nilai('/halaman/daftar/ekspor/@csv'));
  assert.match(csv.headers['content-type'], /^text\/csv/);
  assert.match(csv.headers['content-disposition'], /attachment/);
  const baris = csv.teks.trim().split('\r\n');
  assert.equal(baris.length, 2);
  // A cell that a spreadsheet would take for a formula is made harmless.
  assert.ok(baris[1].includes(`'=Lembaga`), baris[1]);
  assert.equal((await admin.get('/admin/audit?objek-id=x&sejak=kemarin'))
    .status, 200);
});

test('the outbox shows in development what would be sent', async () => {
  const a = akunBaru('pengguna', lembagaBaru('kementerian'));
  assert.equal((await admin.post(`/admin/akun/${a.id}/tautan`)).status, 303);
  const alamat = `/kotak-keluar?kepada=${a.username}@uji.example`;
  const j = await admin.get(alamat);
  assert.equal(j.nilai('/halaman/daftar/@total'), '1');
  assert.match(j.nilai('/halaman/daftar/baris/surat/isi[@nama="jalur"]'),
    /^\/login\/sandi\//);
  const html = (await admin.html(alamat)).teks;
  assert.match(html, /Tautan untuk membuat password/);
  assert.match(html, /href="http[^"]+\/login\/sandi\/[0-9a-f]{64}"/);
});

test('another role has no business here', async () => {
  for (const [peran, jenis] of [['pengguna', 'kementerian'],
    ['produsen', 'produsen'], ['pejabat', 'ditjen']]) {
    const o = await Orang.masuk(akunBaru(peran, lembagaBaru(jenis)));
    for (const jalur of ['/admin/akun', '/admin/audit/ekspor',
      '/admin/pengaturan', '/kotak-keluar'])
      assert.equal((await o.get(jalur)).status, 403, `${peran} ${jalur}`);
    assert.equal((await o.post(`/admin/akun/${admin.akun.id}/tutup`,
      { alasan: 'Coba coba' })).status, 403);
  }
  assert.equal(sql(`SELECT status FROM akun WHERE id = ${admin.akun.id}`
  )[0][0], 'aktif');
  assert.equal(sql(`SELECT COUNT(*) FROM akun WHERE username =
    ${q(admin.akun.username)}`)[0][0], '1');
});
