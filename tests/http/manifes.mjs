// manifes.mjs - a manifest as people and auditors meet it: the signed XML and
// the sheet, who may fetch them, what a stranger learns by its code, and the
// public revocation list, which nginx answers alone.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { akar, akunBaru, demo, dirVar, kirim, lembagaBaru, Orang, sql, tunggu,
  unik } from './bantu.mjs';

const bangun = process.env.SIFILMA_BANGUN || akar;
const DAFTAR = '/aktivasi/daftar-cabut.xml';
const folder = mkdtempSync(join(tmpdir(), 'uji-manifes-'));
const rng = (nama) => join(akar, 'xslt', 'dokumen', nama);

let bank, lain, produsen, lembaga, kartu, manifes, perjanjian, minta;
let nomorKartu = 0;

function taruh(nama, isi) {
  const jalur = join(folder, nama);
  writeFileSync(jalur, isi);
  return jalur;
}

function jalan(perintah, ...argumen) {
  return spawnSync(perintah, argumen, { maxBuffer: 64 << 20 });
}

const sah = (berkas, ...opsi) =>
  jalan('xmlsec1', '--verify', ...opsi, berkas).status === 0;

/** A card that had a manifest until its agreement was over, and that is
 * marked for a new one: the worker issues it. */
async function kartuAktif() {
  const seri = unik('K').toUpperCase();
  const sam = createHash('sha256').update(seri).digest('hex').slice(0, 16)
    .toUpperCase();
  nomorKartu += 1;
  const [[id]] = sql(`INSERT INTO kartu (permintaan_id, urut, seri_kartu,
    seri_mesin, status, sam_id, pcid) VALUES (${minta}, ${nomorKartu},
    '${seri}', 'MSN${seri}', 'nonaktif', '${sam}', 'PC01');
    SET @k = LAST_INSERT_ID();
    INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id, sam_id,
    seri_mesin, fungsi, outlet, alamat, wilayah_kode, lintang, bujur,
    perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status,
    tidak_berlaku, sebab) VALUES (MD5('${seri}'), @k, ${lembaga},
    ${perjanjian}, '${sam}', 'MSN${seri}', 'R', 'Cabang "Uji" & Kawan',
    'Jalan Uji 1', '3273051003', -6.914744, 107.60981, '2026-01-31',
    '2026-01-01', '2026-01-31', '2026-01-01', 'berakhir', '2026-02-01',
    'perjanjian');
    UPDATE kartu SET manifes_id = LAST_INSERT_ID(),
    perlu_manifes = 'perpanjangan' WHERE id = @k; SELECT @k;`);
  const baru = await tunggu(() => sql(`SELECT m.id, m.kode, m.seri_mesin
    FROM kartu k JOIN manifes m ON m.id = k.manifes_id WHERE k.id = ${id}
    AND k.status = 'aktif' AND m.status = 'berlaku'`)[0], 30000);
  return { id, sam, seri, manifes: baru[0], kode: baru[1], mesin: baru[2] };
}

/** As the suspension of its card does it. */
function cabut(k, sebab = 'penangguhan') {
  sql(`UPDATE manifes SET status = 'dicabut', sebab = '${sebab}',
    tidak_berlaku = UTC_TIMESTAMP(3) WHERE id = ${k.manifes}`);
}

const daftar = (headers = {}) => kirim('GET', DAFTAR, headers);
const nomor = (j) => Number(/ nomor="(\d+)"/.exec(j.teks)[1]);

before(async () => {
  lembaga = lembagaBaru('bhi-pusat', 'PT Bank Manifes & Rekan');
  bank = await Orang.masuk(akunBaru('pengguna', lembaga));
  lain = await Orang.masuk(akunBaru('pengguna', lembagaBaru('bhi-pusat')));
  const pembuat = lembagaBaru('produsen');
  produsen = await Orang.masuk(akunBaru('produsen', pembuat));
  [[minta]] = sql(`INSERT INTO permintaan (lembaga_id, produsen_id, nomor,
    judul, jumlah, fungsi, status, pembuat_id, dibuat) VALUES (${lembaga},
    ${pembuat}, '${unik('N')}', 'Uji manifes', 9, 'R', 'diterima',
    ${bank.akun.id}, UTC_TIMESTAMP(3)); SELECT LAST_INSERT_ID();`);
  [[perjanjian]] = sql(`INSERT INTO perjanjian (lembaga_id, nomor, judul,
    mulai, berakhir, elemen, metode, status, dibuat, dibuat_oleh) VALUES
    (${lembaga}, '${unik('PKS/')}', 'Uji', CURDATE() - INTERVAL 400 DAY,
    CURDATE() + INTERVAL 400 DAY, 'nik', 'card-reader', 'berlaku',
    UTC_TIMESTAMP(3), ${bank.akun.id}); SELECT LAST_INSERT_ID();`);
  kartu = await kartuAktif();
  manifes = await bank.kirim('GET', `/aktivasi/manifes/${kartu.manifes}/xml`);
  assert.equal(manifes.status, 200, manifes.teks);
});

after(() => rmSync(folder, { recursive: true }));

/** The published certificates, as files. */
async function sertifikat() {
  const hasil = {};
  for (const n of ['sertifikat', 'otoritas']) {
    const j = await kirim('GET', `/aktivasi/${n}.pem`);
    assert.equal(j.status, 200);
    assert.match(j.headers['content-type'], /^application\/x-pem-file/);
    hasil[n] = taruh(`${n}.pem`, j.isi);
    assert.doesNotMatch(j.teks, /PRIVATE/);
  }
  return hasil;
}

test('A-06 xmlsec1 believes the manifest by the published certificate',
  async () => {
    const s = await sertifikat();
    const berkas = taruh('m.xml', manifes.isi);
    assert.ok(sah(berkas, '--pubkey-cert-pem', s.sertifikat));
    assert.ok(sah(berkas, '--trusted-pem', s.otoritas));
    const tepat = ['--enabled-key-data', 'key-name', '--pubkey-cert-pem',
      s.sertifikat];
    assert.ok(sah(berkas, ...tepat));
    const teks = manifes.teks;
    const atribut = [...teks.slice(0, teks.indexOf('<Signature'))
      .matchAll(/ ([a-z-]+)="([^"]+)"/g)].filter((x) =>
      x.index > teks.indexOf('<manifes') && x[1] !== 'xmlns');
    assert.ok(atribut.length >= 18);
    for (const x of atribut) {
      const di = x.index + x[0].length - 2;
      const ubah = taruh('u.xml', teks.slice(0, di) +
        (teks[di] === '7' ? '8' : '7') + teks.slice(di + 1));
      assert.ok(!sah(ubah, ...tepat), x[1]);
    }
  });

/** The command the guide tells auditors, but for its two files. */
const perintah = async (jalur, dari) => (await new Orang().html(jalur)).teks
  .match(/xmlsec1 (--verify [^<]*) sertifikat\.pem [a-z-]+\.xml/)[1]
  .split(' ').slice(dari);

/** m with other facts and a signature of somebody else's key. */
function palsu(nama, m, xml, opsi) {
  const rangka = taruh('rangka.xml', xml(m.replace('fungsi="R"', 'fungsi="RW"')
    .replace(/<(DigestValue|SignatureValue)>[^<]*/g, '<$1>')
    .replace(/<X509Data>[^]*<\/X509Data>/, '<X509Data/>')));
  const hasil = join(folder, nama);
  const r = jalan('xmlsec1', '--sign', ...opsi, '--output', hasil, rangka);
  assert.equal(r.status, 0, r.stderr.toString());
  return hasil;
}

test('A-06 the command that the guide tells believes no other key', async () => {
  const s = await sertifikat();
  const berkas = taruh('m.xml', manifes.isi);
  const kunci = join(dirVar, 'kunci', 'segel-dokumen.pem');
  const pem = (apa, nama) => taruh(nama, readFileSync(kunci, 'utf8')
    .match(new RegExp(`-----BEGIN ${apa}-----[^]*?-----END ${apa}-----\\n`))
    [0]);
  // A key of nobody's, handed along; a certificate of nobody's; one of our
  // own authority, for documents.
  jalan('openssl', 'genrsa', '-out', join(folder, 'rsa.key'), '2048');
  jalan('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
    'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=x', '-keyout',
    join(folder, 'x.key'), '-out', join(folder, 'x.crt'));
  const semua = [
    palsu('p1.xml', manifes.teks, (x) => x.replace('<X509Data/>',
      '<KeyValue/>').replace('#ecdsa-sha256', '#rsa-sha256'),
    ['--privkey-pem', join(folder, 'rsa.key')]),
    palsu('p2.xml', manifes.teks, (x) => x, ['--privkey-pem',
      `${join(folder, 'x.key')},${join(folder, 'x.crt')}`]),
    palsu('p3.xml', manifes.teks, (x) => x, ['--privkey-pem',
      `${pem('PRIVATE KEY', 's.key')},${pem('CERTIFICATE', 's.crt')}`]),
  ];
  // What makes the guide's options necessary.
  assert.ok(sah(semua[0], '--pubkey-cert-pem', s.sertifikat));
  assert.ok(sah(semua[2], '--trusted-pem', s.otoritas));
  for (const jalur of ['/panduan/manifes', `/verifikasi/${kartu.kode}`]) {
    const opsi = [...await perintah(jalur, 1), s.sertifikat];
    assert.ok(sah(berkas, ...opsi));
    for (const x of semua) assert.ok(!sah(x, ...opsi), x);
    const daftarBerkas = taruh('d.xml', (await tunggu(async () => {
      const j = await daftar();
      return j.status === 200 ? j : null;
    }, 30000)).isi);
    assert.ok(sah(daftarBerkas, ...opsi));
  }
});

test('A-05 the manifest follows the schema in the tree', () => {
  const berkas = taruh('m.xml', manifes.isi);
  const r = jalan('xmllint', '--noout', '--relaxng', rng('manifes.rng'),
    berkas);
  assert.equal(r.status, 0, r.stderr.toString());
  assert.match(manifes.teks, new RegExp(`sam-id="${kartu.sam}"`));
  assert.match(manifes.teks, /nama="PT Bank Manifes &amp; Rekan"/);
  assert.match(manifes.teks, / menggantikan="[0-9a-f]{32}"/);
  assert.match(manifes.headers['content-type'], /^application\/xml/);
  assert.match(manifes.headers['content-disposition'],
    new RegExp(`^attachment; filename="manifes-${kartu.sam}-${
      kartu.kode.slice(0, 8)}\\.xml"`));
});

test('A-07 the sheet leads to the verification page', async () => {
  const j = await bank.kirim('GET', `/aktivasi/manifes/${kartu.manifes}/pdf`);
  assert.equal(j.status, 200);
  assert.equal(j.headers['content-type'], 'application/pdf');
  const pdf = taruh('m.pdf', j.isi);
  const teks = execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
  assert.match(teks, /LEMBAR MANIFEST/);
  assert.match(teks, new RegExp(kartu.kode));
  assert.match(teks, /PT Bank Manifes & Rekan/);
  // The region by its names.
  assert.match(teks, /Jawa Barat/i);
  execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf,
    join(folder, 'm')]);
  const qr = execFileSync('zbarimg', ['-q', '--raw', '-Sdisable',
    '-Sqrcode.enable', join(folder, 'm.png')]).toString().trim();
  assert.ok(qr.endsWith(`/verifikasi/${kartu.kode}`), qr);
  const v = await new Orang().get(new URL(qr).pathname);
  assert.equal(v.nilai('/halaman/manifes/@status'), 'berlaku');
});

test('manifests are for those who may see the card', async () => {
  for (const jenis of ['xml', 'pdf']) {
    const jalur = `/aktivasi/manifes/${kartu.manifes}/${jenis}`;
    assert.equal((await lain.get(jalur)).status, 404);
    assert.equal((await produsen.get(jalur)).status, 403);
    assert.equal((await new Orang().get(jalur)).status, 401);
    for (const p of ['admin', 'pejabat'])
      assert.equal((await (await Orang.masuk(demo(p)))
        .kirim('GET', jalur)).status, 200);
  }
});

test('A-07 a stranger learns what is needed to believe it', async () => {
  const o = new Orang();
  const j = await o.get(`/verifikasi/${kartu.kode}`);
  assert.equal(j.status, 200);
  assert.equal(j.nilai('/halaman/manifes/@status'), 'berlaku');
  assert.match(j.nilai('/halaman/manifes/@lembaga'), /^PT B•••/);
  assert.equal(j.nilai('/halaman/manifes/@seri-mesin'),
    `MS•••${kartu.mesin.slice(-2)}`);
  for (const rahasia of [kartu.sam, kartu.mesin, 'Manifes & Rekan',
    'Jalan Uji', 'Cabang', '6.914'])
    assert.ok(!j.teks.includes(rahasia), rahasia);
  assert.equal(j.headers['cache-control'], 'no-store');
  const html = await o.html(`/verifikasi/${kartu.kode}`);
  assert.match(html.teks, /Manifes tercatat dan berlaku/);
  // Typed by hand, as with documents.
  const k = await o.get(`/verifikasi?kode=${
    kartu.kode.match(/..../g).join('-').toUpperCase()}`);
  assert.equal(k.lokasi, `/verifikasi/${kartu.kode}`);
  // No file of it is compared here.
  const unggah = await o.post(`/verifikasi/${kartu.kode}`, { kunci: null },
    { pdf: { nama: 'x.pdf', isi: '%PDF-1.4', tipe: 'application/pdf' } });
  assert.equal(unggah.status, 404);
});

test('A-08 the date alone ends it', async () => {
  const [[sampai]] = sql(`SELECT berlaku_sampai FROM manifes
    WHERE id = ${kartu.manifes}`);
  try {
    sql(`UPDATE manifes SET berlaku_sampai = CURDATE() - INTERVAL 3 DAY
      WHERE id = ${kartu.manifes}`);
    const j = await new Orang().get(`/verifikasi/${kartu.kode}`);
    assert.equal(j.nilai('/halaman/manifes/@status'), 'berakhir');
  } finally {
    sql(`UPDATE manifes SET berlaku_sampai = '${sampai}'
      WHERE id = ${kartu.manifes}`);
  }
});

test('A-12 a revoked manifest comes onto the signed list', async () => {
  const s = await sertifikat();
  const k = await kartuAktif();
  const mula = await tunggu(async () => {
    const j = await daftar();
    return j.status === 200 ? j : null;
  });
  assert.ok(!mula.teks.includes(k.kode));
  cabut(k);
  const j = await tunggu(async () => {
    const x = await daftar();
    return x.teks.includes(`id="${k.kode}"`) ? x : null;
  }, 30000);
  assert.ok(nomor(j) > nomor(mula));
  const berkas = taruh('d.xml', j.isi);
  assert.equal(jalan('xmllint', '--noout', '--relaxng',
    rng('daftar-cabut.rng'), berkas).status, 0);
  assert.ok(sah(berkas, '--trusted-pem', s.otoritas));
  assert.ok(!sah(taruh('u.xml', j.teks.replace(k.kode, '0'.repeat(32))),
    '--trusted-pem', s.otoritas));
  // And everywhere else it says so.
  const v = await new Orang().get(`/verifikasi/${k.kode}`);
  assert.equal(v.nilai('/halaman/manifes/@status'), 'dicabut');
  assert.equal(v.nilai('/halaman/manifes/@sebab'), 'penangguhan');
  const pdf = taruh('c.pdf', (await bank.kirim('GET',
    `/aktivasi/manifes/${k.manifes}/pdf`)).isi);
  assert.match(execFileSync('pdftotext', [pdf, '-']).toString(),
    /TIDAK BERLAKU/);
});

test('A-12 the list is cheap to poll: ETag, 304, gzip', async () => {
  const j = await daftar();
  assert.equal(j.status, 200);
  assert.equal(j.headers['content-type'], 'application/xml');
  assert.match(j.headers['cache-control'], /^public, max-age=\d+$/);
  const tag = j.headers.etag;
  assert.ok(tag);
  const lagi = await daftar({ 'if-none-match': tag });
  assert.equal(lagi.status, 304);
  assert.equal(lagi.isi.length, 0);
  assert.equal(lagi.headers.etag, tag);
  assert.equal((await daftar({ 'if-none-match': '"lain"' })).status, 200);
  assert.equal((await daftar({ 'if-modified-since':
    j.headers['last-modified'] })).status, 304);
  const gz = await daftar({ 'accept-encoding': 'gzip' });
  assert.equal(gz.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gz.isi).toString(), j.teks);
  assert.equal((await daftar({ 'accept-encoding': 'gzip',
    'if-none-match': gz.headers.etag })).status, 304);
  assert.ok([403, 404, 405].includes((await kirim('POST', DAFTAR,
    { 'content-length': '0' })).status));
});

test('A-12 without nginx the program hands the same list out', async () => {
  const j = await daftar();
  const tanya = (tambah) => {
    const r = spawnSync(join(bangun, 'cgi-bin', 'aktivasi.fcgi'), [], {
      maxBuffer: 64 << 20, input: '', env: { ...process.env,
        SIFILMA_KONFIG: join(dirVar, 'sifilma.conf'),
        GATEWAY_INTERFACE: 'CGI/1.1', SERVER_PROTOCOL: 'HTTP/1.1',
        REQUEST_METHOD: 'GET', PATH_INFO: DAFTAR, QUERY_STRING: '',
        REMOTE_ADDR: '127.0.0.1', CONTENT_LENGTH: '0', ...tambah } });
    assert.equal(r.status, 0, r.stderr.toString());
    const batas = r.stdout.indexOf('\r\n\r\n');
    return [r.stdout.subarray(0, batas).toString(),
      r.stdout.subarray(batas + 4)];
  };
  const [kepala, isi] = tanya({});
  assert.match(kepala, /^Status: 200/);
  assert.deepEqual(isi, j.isi);
  assert.ok(kepala.includes(`ETag: ${j.headers.etag}`));
  assert.match(kepala, /Cache-Control: no-cache/);
  const [kepala304, kosong] = tanya({ HTTP_IF_NONE_MATCH: j.headers.etag });
  assert.match(kepala304, /^Status: 304/);
  assert.doesNotMatch(kepala304, /Content-Length/);
  assert.equal(kosong.length, 0);
});

test('A-12 50 000 entries are answered without any program', async (t) => {
  const tanda = unik('b');
  try {
    sql(`INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id,
      sam_id, seri_mesin, fungsi, alamat, wilayah_kode, lintang, bujur,
      perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status,
      tidak_berlaku, sebab) SELECT MD5(CONCAT('${tanda}', seq)),
      ${kartu.id}, ${lembaga}, ${perjanjian}, '${kartu.sam}', '${tanda}',
      'R', '-', '3273051003', 0, 0, CURDATE() + INTERVAL 100 DAY, CURDATE(),
      CURDATE() + INTERVAL 100 DAY, UTC_TIMESTAMP(3), 'diganti',
      UTC_TIMESTAMP(3), 'pindah' FROM seq_1_to_50000`);
    const j = await tunggu(async () => {
      const x = await daftar();
      return Number(/ jumlah="(\d+)"/.exec(x.teks)[1]) >= 50000 ? x : null;
    }, 60000);
    assert.equal(j.teks.split('<cabut ').length - 1,
      Number(/ jumlah="(\d+)"/.exec(j.teks)[1]));
    const mula = Date.now();
    const tag = j.headers.etag;
    for (let i = 0; i < 500; i++)
      assert.equal((await daftar({ 'if-none-match': tag })).status, 304);
    t.diagnostic(`${Math.round(500 / (Date.now() - mula) * 1000)
    } polls a second, one after another`);
    // nginx asked nobody: no time of an upstream in its log.
    const baris = await tunggu(() => readFileSync(join(dirVar, 'log',
      'nginx.log'), 'utf8').split('\n').filter((b) =>
      b.includes(`"GET ${DAFTAR}" 304`)));
    assert.ok(baris.length >= 500);
    for (const b of baris)
      assert.match(b, / - [0-9a-f]{32}$/);
  } finally {
    // The day of one is over: the list is made anew without them.
    sql(`DELETE FROM manifes WHERE seri_mesin = '${tanda}';
      UPDATE cabutan SET hingga = '2000-01-01'`);
  }
});
