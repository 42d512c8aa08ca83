// data-pribadi.mjs - personal data (U-25, UU 27/2022): what is kept and to be
// had by oneself alone, the request for erasure and its decision, erasure that
// leaves no trace but what the law keeps, and what is erased because its time
// is over, by the worker, run with a moved clock, twice, and killed half-way.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Orang, akar, akunBaru, demo, dirVar, kunci, lembagaBaru, q, sql,
  tunggu, unik } from './bantu.mjs';

const bangun = process.env.SIFILMA_BANGUN || akar;
const pekerja = join(bangun, 'cgi-bin', 'pekerja', 'penjaga-retensi');
let admin;
let lembaga;

before(async () => {
  admin = await Orang.masuk(demo('admin'));
  lembaga = lembagaBaru('kementerian');
  // Somebody who goes on with the institution's work.
  akunBaru('pengguna', lembaga);
});

const angka = (teks) => Number(sql(teks)[0][0]);

/** Configuration of the suite with its clock moved by so many days. */
function konfigurasi(geser) {
  const ke = join(dirVar, `retensi-${geser}.conf`);
  writeFileSync(ke, `${readFileSync(join(dirVar, 'sifilma.conf'), 'utf8')}
jam_geser_detik = ${geser * 86400}\n`);
  return ke;
}

function putaran(geser = 0) {
  return execFileSync(pekerja, ['--sekali'], { encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SIFILMA_KONFIG: konfigurasi(geser) } });
}

/** A person whose name, address and phone nobody else has. */
function orangUnik(peran = 'pengguna', di = lembaga) {
  const a = akunBaru(peran, di, unik('dp'));
  const tanda = unik('x');
  a.nama = `Nama ${tanda}`;
  a.email = `${tanda}@orang.example`;
  a.telepon = `08${String(Math.random()).slice(2, 12)}`;
  sql(`UPDATE akun SET nama = ${q(a.nama)}, email = ${q(a.email)},
    telepon = ${q(a.telepon)} WHERE id = ${a.id}`);
  return a;
}

/** Unpack: { name: Buffer }. */
function bongkar(zip) {
  const folder = mkdtempSync(join(tmpdir(), 'uji-data-'));
  writeFileSync(join(folder, 'a.zip'), zip);
  execFileSync('python3', ['-c', `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1] + '/a.zip')
assert z.testzip() is None
z.extractall(sys.argv[1] + '/isi')`, folder]);
  const isi = {};
  for (const n of execFileSync('find', [join(folder, 'isi'), '-type', 'f'],
    { encoding: 'utf8' }).split('\n').filter(Boolean))
    isi[n.slice(join(folder, 'isi').length + 1)] = readFileSync(n);
  rmSync(folder, { recursive: true });
  return isi;
}

const minta = (o, lagi = {}) => o.post('/akun/data/hapus',
  { alasan: '', sandi: o.akun.sandi, ...lagi });
const terakhir = (id) => angka(`SELECT MAX(id) FROM penghapusan
  WHERE akun_id = ${id}`);
const status = (id) => sql(`SELECT status FROM penghapusan WHERE id =
  ${id}`)[0][0];
const setujui = (id, siapa = admin) =>
  siapa.post(`/admin/data-pribadi/${id}/setujui`);

/** Every column of text, and rows of it that hold one of the words. */
function jejak(kata) {
  const kolom = sql(`SELECT TABLE_NAME, COLUMN_NAME
    FROM information_schema.COLUMNS c JOIN information_schema.TABLES t
    USING (TABLE_SCHEMA, TABLE_NAME) WHERE TABLE_SCHEMA = DATABASE()
    AND TABLE_TYPE = 'BASE TABLE' AND (DATA_TYPE LIKE '%char'
    OR DATA_TYPE LIKE '%text' OR DATA_TYPE LIKE '%blob'
    OR DATA_TYPE LIKE '%binary')`);
  assert.ok(kolom.length > 100);
  return sql(kolom.map(([t, k]) => `SELECT '${t}.${k}', COUNT(*) FROM \`${t}\`
    WHERE ${kata.map((x) => `INSTR(CAST(\`${k}\` AS BINARY),
      CAST(${q(x)} AS BINARY))`).join(' OR ')} HAVING COUNT(*) > 0`)
    .join(' UNION ALL ')).map(([di]) => di).sort();
}

test('U-25 the page says what is kept, why, how long, on what ground',
  async () => {
    const o = await Orang.masuk(orangUnik());
    const j = await o.get('/akun/data');
    assert.equal(j.status, 200);
    assert.match(j.headers['cache-control'], /no-store/);
    assert.equal(j.semua('/halaman/kategori').length, 18);
    assert.equal(j.nilai('/halaman/umur/@sesi'),
      sql("SELECT nilai FROM pengaturan WHERE nama = 'retensi_sesi'")[0][0]);
    const html = (await o.html('/akun/data')).teks;
    const baris = html.slice(html.indexOf('<tbody>'),
      html.indexOf('</tbody>')).split('<tr>').slice(1);
    assert.equal(baris.length, 18);
    for (const b of baris)
      assert.equal(b.match(/<td[^>]*>[^]*?<\/td>/g)
        .filter((x) => x.replace(/<[^>]*>/g, '').trim().length < 5).length, 0,
      b);
    assert.equal((await new Orang().html('/akun/data')).status, 303);
  });

test('U-25 all of one\'s own and nothing of others is taken along',
  async () => {
    const a = orangUnik();
    const lain = orangUnik();
    const o = await Orang.masuk(a);
    const p = await Orang.masuk(lain);
    await p.get('/akun/data');
    sql(`INSERT INTO permintaan (lembaga_id, produsen_id, nomor, judul, jumlah,
        fungsi, status, pembuat_id, dibuat) VALUES (${lembaga}, ${lembaga},
        ${q(unik('n'))}, 'Uji', 1, 'R', 'baru', ${a.id}, UTC_TIMESTAMP(3));
      SET @p = LAST_INSERT_ID();
      INSERT INTO permintaan_riwayat (permintaan_id, waktu, akun_id, kode,
        catatan) VALUES (@p, UTC_TIMESTAMP(3), ${a.id}, 'dibuat',
        '=2+2 "kutip" \\\\ ékor'), (@p, UTC_TIMESTAMP(3), ${lain.id}, 'dibuat',
        'milik lain ${lain.nama}');
      INSERT INTO notifikasi (akun_id, templat, data, dibuat) SELECT ${a.id},
        'selesai', CONCAT('nomor=', seq), UTC_TIMESTAMP(3)
        FROM seq_1_to_2345;
      INSERT INTO kotak_keluar (saluran, kepada, akun_id, templat, data,
        rahasia, status, dibuat) VALUES ('surel', ${q(a.email)}, ${a.id},
        'sandi-lupa', 'jalur=/login/sandi/RAHASIA', 1, 'terkirim',
        UTC_TIMESTAMP(3));
      INSERT INTO audit (waktu, akun_id, username, tindakan, objek, objek_id,
        alamat_ip, rincian) VALUES
        (UTC_TIMESTAMP(3), ${lain.id}, ${q(lain.username)}, 'akun-diubah',
          'akun', ${a.id}, '203.0.113.77', 'tentang saya'),
        (UTC_TIMESTAMP(3), ${a.id}, ${q(a.username)}, 'akun-ditolak', 'akun',
          ${lain.id}, '127.0.0.1', 'tentang ${lain.nama}')`);
    for (const x of [a, lain])
      sql(`INSERT INTO balikan_token (lembaga_id, akun_id, nama, sidik, awalan,
          berakhir, dibuat) VALUES (${lembaga}, ${x.id}, ${q(`Token ${x.nama}`)},
          RANDOM_BYTES(32), 'abcdef01', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
        INSERT INTO balikan_kiriman (lembaga_id, akun_id, sumber, tanggal,
          status, nama, bytes, dibuat) VALUES (${lembaga}, ${x.id}, 'berkas',
          UTC_DATE(), 'batal', ${q(`${x.username}.csv`)}, 7,
          UTC_TIMESTAMP(3))`);
    const j = await o.post('/akun/data/unduh', { sandi: a.sandi });
    assert.equal(j.status, 200, j.teks);
    assert.equal(j.headers['content-type'], 'application/zip');
    assert.match(j.headers['cache-control'], /no-store/);
    assert.match(j.headers['content-disposition'],
      /attachment; filename="?data-pribadi-\d{4}-\d\d-\d\d\.zip/);
    const isi = bongkar(j.isi);
    const d = JSON.parse(isi['data.json'].toString());
    assert.equal(Object.keys(d).length, 19);
    assert.equal(d.akun[0].nama, a.nama);
    assert.equal(d.akun[0].email, a.email);
    assert.equal(d.notifikasi.length, 2345);
    assert.equal(new Set(d.notifikasi.map((x) => x.data)).size, 2345);
    assert.deepEqual(d.token.map((x) => x.nama), [`Token ${a.nama}`]);
    assert.deepEqual(d.balikan.map((x) => [x.nama, x.ukuran, x.status]),
      [[`${a.username}.csv`, '7', 'batal']]);
    assert.equal(isi['data.json'].includes('sidik'), false);
    assert.equal(d.permintaan.length, 1);
    assert.equal(d.permintaan[0].catatan, '=2+2 "kutip" \\ ékor');
    assert.match(d.permintaan[0].waktu, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.ok(d.sesi.length >= 1 && d.sesi[0].alamat_ip);
    assert.ok(d['audit-oleh'].some((x) => x.tindakan === 'data-diunduh'));
    assert.equal(d['audit-tentang'].filter((x) => x.rincian ===
      'tentang saya').length, 1);
    // Tables of all, formulas harmless; a page for people.
    const csv = isi['tabel/permintaan.csv'].toString();
    assert.match(csv, /'=2\+2/);
    assert.equal(isi['tabel/notifikasi.csv'].toString().trim().split('\n')
      .length, 2346);
    const html = isi['baca.html'].toString();
    assert.match(html, /^<!DOCTYPE html>/i);
    assert.ok(html.includes(a.nama) && html.includes('tabel/notifikasi.csv'));
    const semua = Object.values(isi).map((b) => b.toString('latin1')).join();
    for (const x of [lain.nama, lain.email, lain.username, '203.0.113.77',
      'RAHASIA', '$argon2'])
      assert.equal(semua.includes(x), false, x);
    assert.equal(angka(`SELECT COUNT(*) FROM audit WHERE akun_id = ${a.id}
      AND tindakan = 'data-diunduh' AND objek_id = ${a.id}`), 1);
  });

test('U-25 a wrong password gives nothing, and is not guessed for long',
  async () => {
    const o = await Orang.masuk(orangUnik());
    assert.equal((await o.post('/akun/data/unduh', { sandi: '' })).status, 422);
    for (let i = 0; i < 5; i++) {
      const j = await o.post('/akun/data/unduh', { sandi: 'salah' });
      assert.equal(j.status, 422);
      assert.equal(j.galat.sandi, 'salah');
    }
    assert.equal((await o.post('/akun/data/unduh', { sandi: o.akun.sandi }))
      .galat.sandi, 'masuk-tunggu');
    assert.equal((await o.post('/akun/data/unduh', { csrf: 'x',
      sandi: o.akun.sandi })).status, 403);
    assert.equal(angka(`SELECT COUNT(*) FROM audit WHERE tindakan =
      'data-diunduh' AND akun_id = ${o.akun.id}`), 0);
  });

test('U-25 asked once, told to admins without a name, taken back',
  async () => {
    const a = orangUnik();
    const o = await Orang.masuk(a);
    assert.equal((await minta(o, { sandi: 'salah' })).galat.sandi, 'salah');
    const panjang = await minta(o, { alasan: 'a'.repeat(501) });
    assert.equal(panjang.galat.alasan, 'terlalu-panjang');
    assert.equal(panjang.nilai('/halaman/isian/ruas[@nama="alasan"]').length,
      501);
    const k = kunci();
    for (let i = 0; i < 2; i++)
      assert.equal((await minta(o, { kunci: k, alasan: 'Pindah kerja' }))
        .lokasi, '/akun/data');
    assert.equal((await minta(o)).status, 409);
    assert.equal(angka(`SELECT COUNT(*) FROM penghapusan
      WHERE akun_id = ${a.id}`), 1);
    const id = terakhir(a.id);
    assert.equal(angka(`SELECT DATEDIFF(tenggat,
      DATE(diminta + INTERVAL 7 HOUR)) FROM penghapusan WHERE id = ${id}`),
    angka("SELECT nilai FROM pengaturan WHERE nama = 'hapus_norma'"));
    const kabar = sql(`SELECT DISTINCT REPLACE(data, '\\n', ' ')
      FROM notifikasi WHERE templat = 'data-hapus-baru'
      AND data LIKE 'jalur=/admin/data-pribadi/${id}\\n%'`);
    assert.equal(kabar.length, 1);
    assert.equal(kabar[0][0].includes(a.nama), false);
    assert.equal((await o.get('/akun/data'))
      .nilai('/halaman/penghapusan/@status'), 'diajukan');
    assert.equal((await o.post('/akun/data/hapus/tarik')).lokasi,
      '/akun/data');
    assert.equal(status(id), 'ditarik');
    assert.equal((await o.post('/akun/data/hapus/tarik')).status, 409);
    assert.equal((await setujui(id)).status, 409);
    assert.equal((await minta(o)).status, 303);
  });

test('U-25 only admins decide, and not about themselves', async () => {
  const a = orangUnik();
  const o = await Orang.masuk(a);
  await minta(o);
  const id = terakhir(a.id);
  for (const peran of ['pejabat', 'produsen', 'pengguna', 'pemohon']) {
    const x = await Orang.masuk(demo(peran));
    for (const jalur of ['', `/${id}`, `/${id}/setujui`, `/${id}/tolak`])
      assert.equal((await x.get(`/admin/data-pribadi${jalur}`)).status, 403);
    assert.equal((await setujui(id, x)).status, 403);
  }
  assert.equal((await admin.get('/admin/data-pribadi/999999999')).status, 404);
  assert.equal((await setujui(999999999)).status, 404);
  const sendiri = await Orang.masuk(akunBaru('admin', lembagaBaru('ditjen')));
  await minta(sendiri);
  const milik = terakhir(sendiri.akun.id);
  assert.equal((await sendiri.get(`/admin/data-pribadi/${milik}`))
    .nilai('/halaman/penghapusan/@saya'), 'ya');
  assert.equal((await setujui(milik, sendiri)).status, 409);
  assert.equal((await sendiri.post(`/admin/data-pribadi/${milik}/tolak`,
    { alasan: 'Coba sendiri' })).status, 409);
  // Refused with a reason, that the person is told.
  assert.equal((await admin.post(`/admin/data-pribadi/${id}/tolak`,
    { alasan: 'ya' })).galat.alasan, 'terlalu-pendek');
  const k = kunci();
  for (let i = 0; i < 2; i++)
    assert.equal((await admin.post(`/admin/data-pribadi/${id}/tolak`,
      { kunci: k, alasan: 'Masih diperiksa' })).status, 303);
  assert.equal((await admin.post(`/admin/data-pribadi/${id}/tolak`,
    { alasan: 'Masih diperiksa' })).status, 409);
  assert.equal((await o.get('/akun/data'))
    .nilai('/halaman/penghapusan/@balasan'), 'Masih diperiksa');
  assert.equal(angka(`SELECT COUNT(*) FROM kotak_keluar WHERE templat =
    'data-hapus-ditolak' AND akun_id = ${a.id}`), 1);
  const d = await admin.get('/admin/data-pribadi?status=ditolak');
  assert.equal(d.semua(`/halaman/daftar/baris[@id="${id}"]`).length, 1);
  assert.equal(d.semua('/halaman/daftar/baris[@status!="ditolak"]').length, 0);
  assert.equal(d.semua('/halaman/retensi/jenis').length, 8);
});

test('U-25 work that nobody else could go on with comes first', async () => {
  const sendiri = lembagaBaru('bhi-pusat');
  const a = orangUnik('pengguna', sendiri);
  const o = await Orang.masuk(a);
  const produsen = lembagaBaru('produsen');
  const id = angka(`INSERT INTO permintaan (lembaga_id, produsen_id, nomor,
    judul, jumlah, fungsi, status, pembuat_id, dibuat) VALUES (${sendiri},
    ${produsen}, ${q(unik('n'))}, 'Uji', 1, 'R', 'baru', ${a.id},
    UTC_TIMESTAMP(3)); SELECT LAST_INSERT_ID()`);
  sql(`INSERT INTO permintaan_total VALUES (${sendiri}, 0, 'baru', 1)`);
  const j = await o.get('/akun/data/hapus');
  assert.equal(j.nilai('/halaman/hambatan/@kode'), 'permintaan');
  assert.equal(j.nilai('/halaman/hambatan/@nilai'), '1');
  assert.equal((await minta(o)).status, 409);
  // A colleague goes on.
  const rekan = akunBaru('pengguna', sendiri);
  assert.equal((await minta(o)).status, 303);
  // He is gone again before the decision.
  sql(`UPDATE akun SET status = 'nonaktif' WHERE id = ${rekan.id}`);
  assert.equal((await setujui(terakhir(a.id))).status, 409);
  assert.equal((await admin.get(`/admin/data-pribadi/${terakhir(a.id)}`))
    .nilai('/halaman/hambatan/@kode'), 'permintaan');
  sql(`DELETE FROM permintaan WHERE id = ${id};
    DELETE FROM permintaan_total WHERE lembaga_id = ${sendiri}`);
  assert.equal((await setujui(terakhir(a.id))).status, 303);

  const p = orangUnik('pejabat', lembagaBaru('ditjen'));
  const pejabat = await Orang.masuk(p);
  sql(`INSERT INTO dokumen (jenis, perihal, penandatangan_id, status, dibuat)
    VALUES ('bast', 'Uji', ${p.id}, 'draf', UTC_TIMESTAMP(3))`);
  assert.equal((await pejabat.get('/akun/data/hapus'))
    .nilai('/halaman/hambatan/@kode'), 'dokumen');
  assert.equal((await minta(pejabat)).status, 409);
  sql(`DELETE FROM dokumen WHERE penandatangan_id = ${p.id}`);
  assert.equal((await minta(pejabat)).status, 303);
});

test('U-25 after erasure nothing says who it was, but what the law keeps',
  async () => {
    // Registered by himself: admins were told his name.
    const milik = lembagaBaru('bhi-pusat');
    const a = orangUnik('pengguna', milik);
    const o = await Orang.masuk(a);
    const lain = await Orang.masuk(a);
    const rahasia = [a.nama, a.email, a.telepon, 'Jalan Rahasia 9',
      'Agen-Rahasia'];
    sql(`UPDATE akun SET alamat = 'Jalan Rahasia 9', jabatan = 'Analis',
        nip = '19990101', lembaga_baru = ${q(a.nama)}, versi = 5
        WHERE id = ${a.id};
      UPDATE lembaga SET pic_nama = ${q(a.nama)}, pic_telepon =
        ${q(a.telepon)} WHERE id = ${milik};
      UPDATE sesi SET agen = 'Agen-Rahasia' WHERE akun_id = ${a.id};
      INSERT INTO notifikasi (akun_id, templat, data, dibuat)
        SELECT id, 'akun-baru', ${q(`username=${a.username}\nnama=${a.nama}`)},
        UTC_TIMESTAMP(3) FROM akun WHERE peran = 'admin' AND status = 'aktif';
      INSERT INTO kotak_keluar (saluran, kepada, akun_id, templat, data,
        status, dibuat, berikut) SELECT 'surel', email, id, 'akun-baru',
        ${q(`username=${a.username}\nnama=${a.nama}`)}, 'terkirim',
        UTC_TIMESTAMP(3), NULL FROM akun WHERE peran = 'admin' LIMIT 1;
      INSERT INTO kotak_keluar (saluran, kepada, akun_id, templat, data,
        status, dibuat, berikut) VALUES ('wa', ${q(a.telepon)}, ${a.id},
        'selesai', '', 'antri', UTC_TIMESTAMP(3), '2099-01-01'),
        ('surel', ${q(`lama-${a.email}`)}, ${a.id}, 'selesai', '', 'terkirim',
        UTC_TIMESTAMP(3), NULL);
      INSERT INTO akun_tautan (akun_id, tujuan, hash, data, dibuat, berakhir)
        VALUES (${a.id}, 'email-baru', UNHEX(SHA2(${q(a.email)}, 256)),
        ${q(a.email)}, UTC_TIMESTAMP(3), '2099-01-01');
      INSERT INTO faktor (akun_id, wa, wa_ke) VALUES (${a.id},
        UTC_TIMESTAMP(3), ${q(a.telepon)});
      INSERT INTO faktor_kode (akun_id, saluran, ke, hash, dibuat, berakhir,
        sisa) VALUES (${a.id}, 'wa', ${q(a.telepon)},
        UNHEX(SHA2(${q(a.email)}, 256)), UTC_TIMESTAMP(3), '2099-01-01', 5);
      INSERT INTO faktor_perangkat (akun_id, hash, dibuat, terakhir, berakhir,
        alamat_ip, agen) VALUES (${a.id}, UNHEX(SHA2(${q(a.nama)}, 256)),
        UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), '2099-01-01', '::1',
        'Agen-Rahasia');
      INSERT INTO pilihan_pesan VALUES (${a.id}, 'wa', 'akun', 1);
      INSERT INTO permintaan (lembaga_id, produsen_id, nomor, judul, jumlah,
        fungsi, status, pembuat_id, dibuat) VALUES (${milik}, ${milik},
        ${q(unik('n'))}, 'Uji', 1, 'R', 'ditarik', ${a.id},
        UTC_TIMESTAMP(3));
      SET @p = LAST_INSERT_ID();
      INSERT INTO permintaan_riwayat (permintaan_id, waktu, akun_id, kode)
        VALUES (@p, UTC_TIMESTAMP(3), ${a.id}, 'dibuat')`);
    assert.ok(jejak(rahasia).length >= 10);
    await minta(o, { alasan: `Saya ${a.nama}` });
    const id = terakhir(a.id);
    const k = kunci();
    const setuju = () => admin.post(`/admin/data-pribadi/${id}/setujui`,
      { kunci: k });
    assert.equal((await setuju()).status, 303);
    assert.equal((await setuju()).status, 303);
    // Closed at once, whatever the worker does.
    assert.equal((await lain.html('/beranda')).status, 303);
    await assert.rejects(Orang.masuk(a));
    await tunggu(() => status(id) === 'selesai', 20000);
    putaran();
    putaran();
    // What it was told with goes once it was sent (development: shown).
    await tunggu(() => {
      putaran();
      return angka(`SELECT COUNT(*) FROM kotak_keluar
        WHERE akun_id = ${a.id}`) === 0;
    }, 30000);
    assert.deepEqual(jejak(rahasia), []);
    // What the page says is kept: his username, here and in the audit log.
    assert.deepEqual(jejak([a.username]).filter((x) => !['akun.username',
      'audit.username', 'notifikasi.data', 'kotak_keluar.data'].includes(x)),
    []);
    for (const t of ['sesi', 'faktor', 'faktor_kode', 'faktor_perangkat',
      'faktor_pemulihan', 'masuk_tunda', 'akun_tautan', 'pilihan_pesan',
      'notifikasi', 'kotak_keluar'])
      assert.equal(angka(`SELECT COUNT(*) FROM ${t} WHERE akun_id = ${a.id}`),
        0, t);
    assert.deepEqual(sql(`SELECT nama, status, sandi IS NULL, email, telepon
      FROM akun WHERE id = ${a.id}`)[0],
    [`Akun dihapus #${a.id}`, 'dihapus', '1', '', '']);
    await assert.rejects(Orang.masuk(a));
    sql("DELETE FROM gagal_masuk WHERE kunci LIKE 'ip:%'");
    // Others see a number; the timeline stands; nobody gets the username.
    const detail = await admin.get(`/admin/akun/${a.id}`);
    assert.equal(detail.nilai('/halaman/akun/@nama'),
      `Akun dihapus #${a.id}`);
    assert.equal(angka(`SELECT COUNT(*) FROM permintaan_riwayat
      WHERE akun_id = ${a.id}`), 1);
    assert.equal((await admin.post(`/admin/akun/${a.id}/ubah`, {
      nama: 'Hidup Lagi', peran: 'pengguna', lembaga: milik,
      email: 'lagi@uji.example', telepon: '081200000000' })).status, 409);
    assert.equal((await admin.post(`/admin/akun/${a.id}/buka`)).status, 409);
    assert.equal((await admin.post('/admin/akun', { username: a.username,
      nama: 'Orang Baru', peran: 'pengguna', lembaga: milik,
      email: 'baru@uji.example', telepon: '081200000000' })).galat.username,
    'sudah-dipakai');
    assert.equal(angka(`SELECT COUNT(*) FROM audit WHERE tindakan =
      'data-dihapus' AND objek = 'akun' AND objek_id = ${a.id}`), 1);
    // No message finds him any more.
    assert.equal(angka(`SELECT COUNT(*) FROM kotak_keluar WHERE kepada =
      ''`), 0);
    // The chain of the audit log is whole.
    assert.match(execFileSync(join(bangun, 'cgi-bin', 'pekerja',
      'penyegel-audit'), ['--periksa'], { encoding: 'utf8',
      env: { ...process.env, SIFILMA_KONFIG: join(dirVar, 'sifilma.conf') } }),
    /^UTUH/);
  });

test('U-25 two workers at once and one killed erase each person once',
  async () => {
    const semua = [];
    for (let i = 0; i < 6; i++) {
      const a = orangUnik();
      semua.push(a.id);
      sql(`INSERT INTO penghapusan (akun_id, asal, status, diminta, tenggat)
        VALUES (${a.id}, 'orang', 'disetujui', UTC_TIMESTAMP(3),
        CURRENT_DATE)`);
    }
    const env = { ...process.env, SIFILMA_KONFIG: konfigurasi(0) };
    const mati = spawn(pekerja, ['--sekali'], { env, stdio: 'ignore' });
    setTimeout(() => mati.kill('SIGKILL'), 15);
    await Promise.all([mati, spawn(pekerja, ['--sekali'], { env,
      stdio: 'ignore' }), spawn(pekerja, ['--sekali'], { env,
      stdio: 'ignore' })].map((p) => new Promise((r) => {
      p.on('exit', r);
    })));
    putaran();
    const di = semua.join(', ');
    assert.equal(angka(`SELECT COUNT(*) FROM akun WHERE status = 'dihapus'
      AND id IN (${di})`), 6);
    assert.equal(angka(`SELECT COUNT(*) FROM audit WHERE tindakan =
      'data-dihapus' AND objek = 'akun' AND objek_id IN (${di})`), 6);
  });

test('U-25 what is over is erased after its days, and counted', async () => {
  const a = orangUnik();
  const ditolak = orangUnik();
  const hari = Object.fromEntries(sql(`SELECT nama, nilai FROM pengaturan
    WHERE nama LIKE 'retensi%'`));
  const lalu = (n) => `UTC_TIMESTAMP(3) - INTERVAL ${n} DAY`;
  // One row too old and one just not, of every kind.
  const isi = (nama, buat) => [Number(hari[`retensi_${nama}`]) + 1,
    Number(hari[`retensi_${nama}`]) - 1].map(buat).join('\n');
  const hash = () => `UNHEX(SHA2(${q(unik())}, 256))`;
  const kabar = (st) => isi('pesan', (n) => `INSERT INTO kotak_keluar (saluran,
    kepada, akun_id, templat, data, status, dibuat, berikut) VALUES ('surel',
    'a@b.example', ${a.id}, 'selesai', '', '${st}', ${lalu(n)}, NULL);`);
  sql(`${isi('sesi', (n) => `INSERT INTO sesi (hash, akun_id, dibuat, terakhir,
      berakhir, alamat_ip, agen) VALUES (${hash()}, ${a.id}, ${lalu(n)},
      ${lalu(n)}, ${lalu(n)}, '::1', '');`)}
    ${isi('masuk', (n) => `INSERT INTO gagal_masuk VALUES
      (${q(`akun:${a.username}${n}`)}, 1, ${lalu(n)}, ${lalu(n)});`)}
    ${isi('tautan', (n) => `INSERT INTO akun_tautan (akun_id, tujuan, hash,
      dibuat, berakhir) VALUES (${a.id}, 'sandi', ${hash()}, ${lalu(n)},
      ${lalu(n)});`)}
    ${kabar('terkirim')} ${kabar('gagal')} ${kabar('tampil')}
    INSERT INTO kotak_keluar (saluran, kepada, akun_id, templat, data, status,
      dibuat, berikut) VALUES ('surel', 'a@b.example', ${a.id}, 'selesai', '',
      'mengirim', ${lalu(9999)}, '2099-01-01');
    ${isi('notifikasi', (n) => `INSERT INTO notifikasi (akun_id, templat, data,
      dibuat) VALUES (${a.id}, 'selesai', '', ${lalu(n)});`)}
    ${isi('perangkat', (n) => `INSERT INTO faktor_perangkat (akun_id, hash,
      dibuat, terakhir, berakhir, alamat_ip, agen) VALUES (${a.id}, ${hash()},
      ${lalu(n)}, ${lalu(n)}, ${lalu(n)}, '::1', '');`)}
    UPDATE akun SET status = 'ditolak', diputus =
      ${lalu(Number(hari.retensi_pendaftaran) + 1)} WHERE id = ${ditolak.id}`);
  const tetap = () => sql(`SELECT (SELECT COUNT(*) FROM audit
    WHERE tindakan NOT IN ('retensi', 'data-dihapus', 'masuk')),
    (SELECT COUNT(*) FROM permintaan_riwayat),
    (SELECT COUNT(*) FROM dokumen), (SELECT COUNT(*) FROM berkas)`)[0];
  const jumlah = () => Object.fromEntries(sql(`SELECT jenis, SUM(jumlah)
    FROM retensi GROUP BY jenis`).map(([j, n]) => [j, Number(n)]));
  const sebelum = jumlah();
  const arsip = tetap();
  putaran();
  const sesudah = jumlah();
  const ada = (t) => angka(`SELECT COUNT(*) FROM ${t}`);
  const w = `WHERE akun_id = ${a.id}`;
  assert.equal(ada(`sesi ${w}`), 1);
  assert.equal(ada(`gagal_masuk WHERE kunci LIKE 'akun:${a.username}%'`), 1);
  assert.equal(ada(`akun_tautan ${w}`), 1);
  assert.equal(ada(`kotak_keluar ${w}`), 4);
  assert.equal(ada(`notifikasi ${w}`), 1);
  assert.equal(ada(`faktor_perangkat ${w}`), 1);
  assert.equal(sql(`SELECT status FROM akun WHERE id = ${ditolak.id}`)[0][0],
    'dihapus');
  assert.deepEqual(jejak([ditolak.nama, ditolak.email, ditolak.telepon]), []);
  for (const [j, n] of Object.entries({ sesi: 1, masuk: 1, tautan: 1, pesan: 3,
    notifikasi: 1, perangkat: 1, pendaftaran: 1 }))
    assert.ok(sesudah[j] - (sebelum[j] || 0) >= n, j);
  assert.deepEqual(tetap(), arsip);
  assert.match(sql(`SELECT rincian FROM audit WHERE tindakan = 'retensi'
    ORDER BY id DESC LIMIT 1`)[0][0], /pendaftaran \d+/);
  // Again: nothing is left to do.  (Messages of others grow old meanwhile.)
  putaran();
  assert.deepEqual({ ...jumlah(), pesan: 0 }, { ...sesudah, pesan: 0 });
  assert.equal(ada(`kotak_keluar ${w}`), 4);
  // Two days on the others are over, too.
  putaran(2);
  assert.equal(ada(`akun_tautan ${w}`), 0);
  assert.equal(ada(`kotak_keluar ${w}`), 1);
  assert.equal(ada(`notifikasi ${w}`), 0);
  assert.deepEqual(tetap(), arsip);
  sql(`DELETE FROM kotak_keluar ${w}`);
  // On the admin's page.
  const h = await admin.get('/admin/data-pribadi');
  assert.equal(Number(h.nilai(
    '/halaman/retensi/jenis[@kode="pesan"]/@jumlah')), jumlah().pesan);
});

test('U-25 the days are settings, with bounds', async () => {
  const j = await admin.get('/admin/pengaturan');
  const isian = Object.fromEntries(j.semua('/halaman/pengaturan')
    .filter((p) => p.getAttribute('jenis') !== 'ya-tidak' ||
      p.textContent === 'ya')
    .map((p) => [p.getAttribute('nama'), p.textContent]));
  assert.equal(Object.keys(isian).filter((n) => n.startsWith('retensi_'))
    .length, 8);
  const k = await admin.post('/admin/pengaturan', { ...isian,
    retensi_audit: '4', retensi_pesan: '0', hapus_norma: 'x' });
  assert.equal(k.status, 422);
  assert.deepEqual([k.galat.retensi_audit, k.galat.retensi_pesan,
    k.galat.hapus_norma], ['terlalu-kecil', 'terlalu-kecil', 'angka']);
});
