// balikan-api.mjs - the web service of data balikan: its two addresses as
// clients of the former service call them, every problem, tokens, networks,
// rates, keys, packed and broken bodies.  Each answer is checked against the
// OpenAPI document (balikan-bantu.mjs).  Proves B-13, B-14.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, deflateSync } from 'node:zlib';
import { after, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Orang, akar, demo, dirVar, kirim, kunci, multipart, q, sql }
  from './bantu.mjs';
import { API, GETPARAM, Mesin, OPENAPI, STORE, bersihkan, isi, nik, parameter,
  pengirim, token, uraian, wilayah } from './balikan-bantu.mjs';

const laju = sql(`SELECT nilai FROM pengaturan
  WHERE nama = 'balikan_laju_menit'`)[0][0];
after(bersihkan);

/** An institution and its machine. */
function mesin(ruas, pilihan) {
  const l = pengirim(ruas);
  const m = new Mesin(token(l, pilihan));
  m.lembaga = l;
  return m;
}

const rekaman = (n, lagi = {}) => ({ NIK: nik(n), NO_CIF: `CIF${n}`, ...lagi });
const hasil = (j) => j.badan.hasil.map((h) => h.hasil);
const galat = (j, i = 0) => (j.badan.hasil[i].galat || [])
  .map((g) => `${g.ruas}:${g.kode}`);

/** Addresses of their own, so that wrong tokens do not use up a rate. */
let alamatKe = 0;
const dari = () => `127.77.${Math.floor(++alamatKe / 250)}.${1 + alamatKe % 250}`;

test('the document is OpenAPI 3.1, and so are its examples', async () => {
  const d = await uraian();
  const v = await new Validator().validate(structuredClone(d));
  assert.ok(v.valid, JSON.stringify(v.errors));
  assert.equal(d.openapi, '3.1.0');
  const { default: Ajv } = await import('ajv/dist/2020.js');
  const { default: formats } = await import('ajv-formats');
  const ajv = new Ajv({ strict: false });
  formats(ajv);
  ajv.addSchema(d, 'd');
  let n = 0;
  const telusur = (o, jalan) => {
    if (o === null || typeof o !== 'object') return;
    if (o.schema && (o.example !== undefined || o.examples)) {
      const s = ajv.getSchema(`d#${jalan}/schema`);
      const semua = o.examples ? Object.values(o.examples).map((x) => x.value) :
        [o.example];
      for (const x of semua) {
        assert.ok(s(x), `${jalan}: ${JSON.stringify(s.errors)}`);
        n++;
      }
    }
    for (const [k, x] of Object.entries(o))
      telusur(x, `${jalan}/${k.replace(/~/g, '~0').replace(/\//g, '~1')}`);
  };
  telusur(d, '');
  assert.ok(n >= 15, `${n} examples`);
});

test('every code of a problem has its words, and is in the document',
  async () => {
    const kata = readFileSync(join(akar, 'xslt/bagian/masalah.xsl'), 'utf8');
    const sumber = ['cgi-bin/lib/api.c', 'cgi-bin/lib/err.c',
      'cgi-bin/lib/json.c', 'cgi-bin/balikan-api.c',
      'cgi-bin/model/balikan-token.c', 'cgi-bin/model/balikan-terima.c']
      .map((f) => readFileSync(join(akar, f), 'utf8'));
    const kode = new Set();
    for (const s of [sumber[0], sumber[3]])
      for (const m of s.matchAll(/"([a-z]+(?:-[a-z0-9]+)+)"/g))
        if (!/^(ya|x-gzip|balikan-api|data-balikan|tidak-disimpan)$/.test(m[1]))
          kode.add(m[1]);
    for (const m of sumber[2].matchAll(/(?:return|code = ) ?"([a-z0-9]+)"/g))
      kode.add(`json-${m[1]}`);
    for (const m of sumber[5].matchAll(/return "([a-z-]+)"/g)) kode.add(m[1]);
    for (const m of sumber[4].matchAll(/kode = "([a-z-]+)"/g)) kode.add(m[1]);
    assert.ok(kode.size > 25, [...kode].join(' '));
    kode.delete('json-besar'); // the body is refused before
    for (const k of kode)
      assert.match(kata, new RegExp(`'\\|${k}=[^~']+~[^|']+`), k);
    for (const k of ['tidak-ada', 'cara-salah', 'sibuk', 'penuh', 'berubah',
      'kesalahan-kami', 'permintaan-rusak', 'terlalu-besar'])
      assert.match(kata, new RegExp(`'\\|${k}=[^~']+~[^|']+`), k);
    const d = JSON.stringify(await uraian());
    for (const k of kode) assert.ok(d.includes(k), k);
  });

test('every code of a record has its words, in the document and on its page',
  async () => {
    const kode = new Set();
    const c = (f) => readFileSync(join(akar, 'cgi-bin/model', f), 'utf8');
    for (const m of c('balikan-nilai.c').matchAll(/"(\??[a-z]+(?:-[a-z]+)*)"/g))
      kode.add(m[1]);
    for (const m of c('balikan-terima.c')
      .matchAll(/(?:galat\([^;]*|kode = |NULL :\s+)"([a-z-]+)"/g))
      kode.add(m[1]);
    // Those of cells of files only (balikan_sel_perjelas).
    for (const k of ['nik-potong', 'ganti-baris']) assert.ok(kode.delete(k), k);
    const { Galat, Peringatan } = (await uraian()).components.schemas;
    const galat = Galat.properties.kode, awas = Peringatan.properties.kode;
    assert.deepEqual([...galat.enum, ...awas.enum].sort(), [...kode].sort());
    const teks = (await kirim('GET', '/balikan/layanan/masalah', {
      accept: 'text/html' })).teks;
    const halaman = Object.fromEntries([...teks.matchAll(
      /<dt><span class="kode">([^<]+)<\/span><\/dt>\s*<dd>([^<]+)<\/dd>/g)]
      .map((m) => [m[1], m[2]]));
    for (const [p, k] of [...galat.enum.map((x) => [galat, x]),
      ...awas.enum.map((x) => [awas, x])]) {
      assert.ok(halaman[k], `${k} is on the page`);
      assert.ok(p.description.includes(`- \`${k}\`: ${halaman[k]}`), k);
    }
  });

test('parameters: the institution, the version, each parameter', async () => {
  const m = mesin([['NO_CIF', 'teks', 20, 1],
    ['JENIS', 'pilihan', 10, 0, 'TABUNGAN\nKREDIT']]);
  const j = await m.get(GETPARAM);
  assert.equal(j.status, 200);
  assert.equal(j.badan.lembaga.kode, sql(`SELECT kode FROM lembaga
    WHERE id = ${m.lembaga.id}`)[0][0]);
  assert.equal(j.badan.versi, 1);
  assert.deepEqual(j.badan.parameter, [
    { nama: 'NO_CIF', jenis: 'teks', panjang: 20, wajib: true },
    { nama: 'JENIS', jenis: 'pilihan', panjang: 10, wajib: false,
      pilihan: ['TABUNGAN', 'KREDIT'] }]);
  const h = await m.kirim('HEAD', GETPARAM);
  assert.equal(h.status, 200);
  assert.equal(h.teks, '');
  assert.equal((await new Mesin(token(pengirim([]))).get(GETPARAM)).badan.kode,
    'tanpa-parameter');
});

test('one record, new, the same, another', async () => {
  const m = mesin();
  let j = await m.store(rekaman(1, { no_hp: '0812-3456-7890', jumlah: 12 }));
  assert.equal(j.status, 200);
  assert.deepEqual(j.badan, { versi: 1, jumlah: 1, baru: 1, diperbarui: 0,
    tetap: 0, ditolak: 0, hasil: [{ baris: 1, hasil: 'baru' }] });
  assert.deepEqual(isi(m.lembaga), { [nik(1)]: ['CIF1', '+6281234567890',
    '12'] });
  j = await m.store([rekaman(1, { no_hp: '+6281234567890', jumlah: '12' })]);
  assert.deepEqual(hasil(j), ['tetap']);
  j = await m.store(rekaman(1, { NO_CIF: 'lain', NO_HP: null }));
  assert.deepEqual(hasil(j), ['diperbarui']);
  assert.deepEqual(isi(m.lembaga), { [nik(1)]: ['lain', '', ''] });
  assert.equal(sql(`SELECT COUNT(*) FROM balikan_lama
    WHERE lembaga_id = ${m.lembaga.id}`)[0][0], '1');
  assert.deepEqual(sql(`SELECT sumber, baris, diterima, diperbarui, tetap,
    token_id FROM balikan_kiriman WHERE lembaga_id = ${m.lembaga.id}`),
  [['layanan', '3', '1', '1', '1', String(m.token.id)]]);
});

test('as clients of the former service send it: forms, token header or field',
  async () => {
    const m = mesin();
    const t = m.token.teks;
    m.token = null;
    const form = 'application/x-www-form-urlencoded';
    const pasang = (o) => new URLSearchParams(o).toString();
    let j = await m.get(GETPARAM, { token: t });
    assert.equal(j.status, 200);
    j = await m.kirim('POST', STORE, { token: t, 'content-type': form },
      pasang(rekaman(2)));
    assert.deepEqual(hasil(j), ['baru']);
    j = await m.kirim('POST', STORE, { 'content-type':
      `${form}; charset=UTF-8` }, pasang({ token: t, ...rekaman(2) }));
    assert.deepEqual(hasil(j), ['tetap']);
    j = await m.kirim('POST', STORE, { 'content-type': form },
      pasang({ token: t }));
    assert.equal(j.badan.kode, 'tanpa-rekaman');
    const mp = multipart({ token: t, ...rekaman(3), jumlah: '' }, {});
    j = await m.kirim('POST', STORE, { 'content-type': mp.tipe }, mp.isi);
    assert.deepEqual(hasil(j), ['baru']);
    const berkas = multipart({ token: t, ...rekaman(3) },
      { f: { nama: 'a.csv', isi: 'NIK' } });
    j = await m.kirim('POST', STORE, { token: t, 'content-type': berkas.tipe },
      berkas.isi);
    assert.equal(j.status, 415);
    assert.equal(j.badan.kode, 'berkas-di-formulir');
    // In both: the field is no part of the record, nor of what a key is for.
    const ganda = { token: t, 'content-type': form,
      'idempotency-key': kunci() };
    j = await m.kirim('POST', STORE, ganda, pasang({ token: t, ...rekaman(4) }));
    assert.deepEqual(hasil(j), ['baru']);
    j = await m.kirim('POST', STORE, ganda, pasang(rekaman(4)));
    assert.equal(j.headers['idempotent-replayed'], 'true');
    j = await m.kirim('POST', STORE, { token: t, 'content-type': form },
      pasang({ Token: 'lain' }));
    assert.equal(j.badan.kode, 'tanpa-rekaman');
    // But for a parameter of that name.
    parameter(m.lembaga.id, m.lembaga.akun.id, [['TOKEN', 'teks', 64, 0]]);
    j = await m.kirim('POST', STORE, { token: t, 'content-type': form },
      pasang({ NIK: nik(4), token: 'nilai' }));
    assert.deepEqual(isi(m.lembaga)[nik(4)], ['nilai']);
    j = await m.kirim('POST', STORE, { 'content-type': form },
      pasang({ NIK: nik(4), token: t }));
    assert.deepEqual(isi(m.lembaga)[nik(4)], ['']);
  });

test('a thousand records at once, and not one more', async () => {
  const m = mesin();
  const semua = Array.from({ length: 1000 }, (_, i) => rekaman(i + 1));
  let j = await m.store(semua);
  assert.equal(j.badan.baru, 1000);
  assert.equal(Object.keys(isi(m.lembaga)).length, 1000);
  j = await m.store(semua);
  assert.equal(j.badan.tetap, 1000);
  j = await m.store([...semua, rekaman(1001)]);
  assert.equal(j.status, 413);
  assert.equal(j.badan.kode, 'terlalu-banyak-baris');
  assert.equal(Object.keys(isi(m.lembaga)).length, 1000);
  // The same NIK twice acts in the order sent.
  j = await m.store([rekaman(1001), rekaman(1001, { NO_CIF: 'b' }),
    rekaman(1001, { NO_CIF: 'b' })]);
  assert.deepEqual(hasil(j), ['baru', 'diperbarui', 'tetap']);
  assert.deepEqual(isi(m.lembaga)[nik(1001)], ['b', '', '']);
});

test('what is wrong with a record is told by parameter and code', async () => {
  const m = mesin([['NO_CIF', 'teks', 5, 1], ['TGL', 'tanggal', 10, 0],
    ['JENIS', 'pilihan', 5, 0, 'A\nB'], ['N', 'angka', 5, 0]]);
  const n = nik(1);
  const kasus = [
    [{}, ['NIK:kosong', 'NO_CIF:wajib']],
    [{ NIK: '', NO_CIF: '' }, ['NIK:kosong', 'NO_CIF:wajib']],
    [{ NIK: n.slice(1), NO_CIF: 'a' }, ['NIK:nik-panjang']],
    [{ NIK: `${n}1`, NO_CIF: 'a' }, ['NIK:nik-panjang']],
    [{ NIK: n.replace(/.$/, 'x'), NO_CIF: 'a' }, ['NIK:nik-angka']],
    [{ NIK: '3.17401E+15', NO_CIF: 'a' }, ['NIK:nik-ilmiah']],
    [{ NIK: `99${n.slice(2)}`, NO_CIF: 'a' }, ['NIK:nik-provinsi']],
    [{ NIK: `${wilayah}3201900001`, NO_CIF: 'a' }, ['NIK:nik-tanggal']],
    [{ NIK: `${wilayah}0113900001`, NO_CIF: 'a' }, ['NIK:nik-bulan']],
    [{ NIK: `${wilayah}0101900000`, NO_CIF: 'a' }, ['NIK:nik-nol']],
    [{ NIK: n, NO_CIF: 'abcdef' }, ['NO_CIF:terlalu-panjang']],
    [{ NIK: n, NO_CIF: 'a\u0007' }, ['NO_CIF:karakter']],
    [{ NIK: n, NO_CIF: 'a\u001fb' }, ['NO_CIF:karakter']],
    [{ NIK: n, NO_CIF: 'a', TGL: '2023-02-29' }, ['TGL:tanggal']],
    [{ NIK: n, NO_CIF: 'a', JENIS: 'C' }, ['JENIS:pilihan']],
    [{ NIK: n, NO_CIF: 'a', N: 'x' }, ['N:angka']],
    [{ NIK: n, NO_CIF: 'a', N: 0.00001 }, ['N:terlalu-panjang']],
    [{ NIK: n, NO_CIF: 'a', N: 1e-7 }, ['N:jenis-nilai']],
    [{ NIK: n, NO_CIF: true }, ['NO_CIF:jenis-nilai']],
    [{ NIK: [n], NO_CIF: { a: 1 } }, ['NIK:jenis-nilai',
      'NO_CIF:jenis-nilai']],
    [{ NIK: n, NO_CIF: 'a', LAIN: 1, ['x'.repeat(90)]: 2 },
      ['LAIN:kolom-asing', `${'x'.repeat(40)}:kolom-asing`]],
    [{ NIK: n, nik: n, NO_CIF: 'a', no_cif: 'b' },
      ['NIK:ganda', 'NO_CIF:ganda']],
    [{ NIK: n, NO_CIF: 'a', versi: 2 }, ['versi:versi']],
    [{ NIK: n, NO_CIF: 'a', versi: 'satu' }, ['versi:versi']],
  ];
  const j = await m.store(kasus.map(([r]) => r));
  assert.equal(j.status, 200);
  assert.equal(j.badan.ditolak, kasus.length);
  kasus.forEach(([r, g], i) =>
    assert.deepEqual(galat(j, i), g, JSON.stringify(r)));
  assert.deepEqual(isi(m.lembaga), {});
  // What looks odd and is good.
  const baik = [{ nik: n, No_Cif: 'é漢😀', versi: 1 },
    { NIK: ` ${nik(2)} `, NO_CIF: 'a', versi: '1', TGL: '31/12/1990' }];
  assert.deepEqual(hasil(await m.store(baik)), ['baru', 'baru']);
  assert.deepEqual(isi(m.lembaga)[nik(2)], ['a', '1990-12-31', '', '']);
  // A regency there is no more is a warning.
  const lama = await m.store({ NIK: '3199990101900001', NO_CIF: 'a' });
  assert.deepEqual(lama.badan.hasil, [{ baris: 1, hasil: 'baru',
    peringatan: [{ ruas: 'NIK', kode: '?kabupaten' }] }]);
});

test('numbers with a point are taken as they are written', async () => {
  const m = mesin([['JUMLAH', 'angka', 25, 0], ['TEKS', 'teks', 20, 0]]);
  const simpan = async (teks) => {
    const j = await m.store(`{"NIK":"${nik(1)}","JUMLAH":${teks}}`);
    return j.badan.ditolak ? galat(j) : isi(m.lembaga)[nik(1)][0];
  };
  for (const x of ['12.5', '-12.50', '0.1', '0.3000000000000000000004', '7.0'])
    assert.equal(await simpan(x), x);
  for (const x of ['1e2', '1.5E3', '1.5e-1'])
    assert.deepEqual(await simpan(x), ['JUMLAH:jenis-nilai'], x);
  assert.equal((await m.store(`{"NIK":"${nik(1)}","JUMLAH":1.}`)).badan.kode,
    'json-rusak');
  assert.deepEqual(hasil(await m.store(`[{"NIK":"${nik(2)}","TEKS":"1.5 a"},
    {"NIK":"${nik(3)}","TEKS":1.5}]`)), ['baru', 'baru']);
  assert.equal(isi(m.lembaga)[nik(2)][1], '1.5 a');
  assert.equal(isi(m.lembaga)[nik(3)][1], '1.5');
  assert.deepEqual(galat(await m.store(`{"NIK":"${nik(1)}","versi":1.0}`)),
    ['versi:versi']);
});

test('a NIK as a number: whole, of 16 digits, or refused', async () => {
  const m = mesin();
  const kirimAngka = async (teks) =>
    m.store(`{"NIK":${teks},"NO_CIF":"a"}`);
  assert.deepEqual(hasil(await kirimAngka(nik(7))), ['baru']);
  assert.deepEqual(Object.keys(isi(m.lembaga)), [nik(7)]);
  for (const [teks, g] of [[`${nik(7)}.0`, 'nik-bulat'],
    ['3.174010101900001e15', 'jenis-nilai'], [`-${nik(7)}`, 'nik-pemisah'],
    [nik(7).slice(0, 15), 'nik-panjang'], [`${nik(7)}1`, 'nik-panjang'],
    ['0', 'nik-panjang']])
    assert.deepEqual(galat(await kirimAngka(teks)), [`NIK:${g}`], teks);
  const j = await kirimAngka('31740101019000011111');
  assert.equal(j.status, 400);
  assert.equal(j.badan.kode, 'json-angka');
});

test('partly as usual, all or nothing when asked', async () => {
  const m = mesin();
  const campur = [rekaman(1), { NIK: 'x', NO_CIF: 'a' }, rekaman(2)];
  let j = await m.store(campur, { cara: 'semua' });
  assert.equal(j.status, 422);
  assert.equal(j.badan.kode, 'ada-yang-ditolak');
  assert.deepEqual(hasil(j), ['tidak-disimpan', 'ditolak', 'tidak-disimpan']);
  const { jumlah, baru, diperbarui, tetap, ditolak } = j.badan;
  assert.deepEqual([jumlah, baru, diperbarui, tetap, ditolak,
    j.badan['tidak-disimpan']], [3, 0, 0, 0, 1, 2]);
  assert.deepEqual(isi(m.lembaga), {});
  assert.deepEqual(hari(m), { kiriman: [], harian: [] });
  j = await m.store(campur, { cara: 'sebagian' });
  assert.deepEqual(hasil(j), ['baru', 'ditolak', 'baru']);
  j = await m.store([rekaman(1), rekaman(3)], { cara: 'semua' });
  assert.deepEqual(hasil(j), ['tetap', 'baru']);
  j = await m.store(rekaman(1), { cara: 'apa' });
  assert.equal(j.badan.kode, 'cara-tak-dikenal');
});

/** The sendings of a machine's institution, and the totals of its days. */
function hari(m) {
  const kolom = 'diterima, diperbarui, tetap, ditolak';
  const angka = (b) => b.map((x) => x.map(Number));
  return {
    kiriman: angka(sql(`SELECT baris, ${kolom} FROM balikan_kiriman
      WHERE lembaga_id = ${m.lembaga.id} ORDER BY id`)),
    harian: angka(sql(`SELECT ${kolom} FROM balikan_harian
      WHERE lembaga_id = ${m.lembaga.id} AND sumber = 'layanan'`)),
  };
}

test('what is refused is counted, once', async () => {
  const m = mesin();
  const salah = { NIK: 'x', NO_CIF: 'a' };
  const terakhir = () => sql(`SELECT terakhir IS NOT NULL FROM balikan_lembaga
    WHERE lembaga_id = ${m.lembaga.id}`)[0][0];
  // Nothing but faults: counted, and no sign of life for all that.
  let j = await m.store([salah, salah]);
  assert.equal(j.badan.ditolak, 2);
  assert.deepEqual(hari(m), { kiriman: [[2, 0, 0, 0, 2]],
    harian: [[0, 0, 0, 2]] });
  assert.equal(terakhir(), '0');
  // Some good ones: the same sending of the day.
  const k = kunci();
  for (let i = 0; i < 3; i++) {
    j = await m.store([rekaman(1), salah, rekaman(2)], { kunci: k });
    assert.deepEqual(hasil(j), ['baru', 'ditolak', 'baru']);
  }
  assert.equal(j.headers['idempotent-replayed'], 'true');
  assert.deepEqual(hari(m), { kiriman: [[5, 2, 0, 0, 3]],
    harian: [[2, 0, 0, 3]] });
  assert.equal(terakhir(), '1');
  // Bodies that are none are no records.
  await m.store('{');
  await m.store([]);
  // Many at once.
  const jawab = await Promise.all(Array.from({ length: 32 },
    () => new Mesin(m.token).store(salah)));
  assert.deepEqual([...new Set(jawab.map((x) => x.status))], [200]);
  assert.deepEqual(hari(m), { kiriman: [[37, 2, 0, 0, 35]],
    harian: [[2, 0, 0, 35]] });
  // Staff see it.
  const admin = await Orang.masuk(demo('admin'));
  const daftar = await admin.get('/balikan/kiriman?lembaga=' +
    sql(`SELECT kode FROM lembaga WHERE id = ${m.lembaga.id}`)[0][0]);
  assert.equal(daftar.nilai('/halaman/daftar/baris/@ditolak'), '35');
});

test('broken, foreign and hostile bodies', async () => {
  const m = mesin();
  const benar = JSON.stringify(rekaman(1));
  const kasus = [
    ['', 400, 'json-rusak'], ['{', 400, 'json-rusak'],
    ['[]', 422, 'tanpa-rekaman'], ['[1]', 422, 'bukan-rekaman'],
    ['[[]]', 422, 'bukan-rekaman'], ['"a"', 400, 'json-rusak'],
    [`${benar}x`, 400, 'json-rusak'], [`\ufeff${benar}`, 400, 'json-rusak'],
    [Buffer.concat([Buffer.from('{"NIK":"'), Buffer.from([0xff]),
      Buffer.from('"}')]), 400, 'json-utf8'],
    ['{"NIK":"1","NIK":"2"}', 400, 'json-ganda'],
    ['{"NIK":"1\\u0000"}', 400, 'json-nul'],
    ['{"NIK":1e400}', 400, 'json-angka'],
    [`{"NIK":${'1'.repeat(100000)}}`, 400, 'json-angka'],
    ['['.repeat(5), 400, 'json-dalam'],
    ['['.repeat(2000000), 400, 'json-dalam'],
    [`[${'{},'.repeat(600000)}{}]`, 413, 'json-banyak'],
    [`{${'"a":1,'.repeat(300000)}"b":1}`, 413, 'json-banyak'],
    [`{"NIK":"${'1'.repeat(2 << 20)}"}`, 413, 'badan-besar'],
  ];
  for (const [badan, status, kode] of kasus) {
    const j = await m.store(badan);
    assert.equal(j.badan.kode, kode, String(badan).slice(0, 40));
    assert.equal(j.status, status);
  }
  const letak = await m.store('{\n "NIK": "1"\n "A": 2}');
  assert.equal(letak.badan.baris, 3);
  for (const tipe of ['text/plain', 'text/json', 'application/xml', null,
    'application/jsonx', 'multipart/form-dat']) {
    const j = await m.store(benar, { headers: { 'content-type': tipe } });
    assert.equal(j.status, 415, tipe);
    assert.equal(j.badan.kode, 'badan-jenis');
  }
  assert.equal((await m.store(benar, { headers: { 'content-type':
    'Application/JSON; charset=utf-8' } })).status, 200);
  for (const tipe of ['multipart/form-data',
    'multipart/form-data; boundary=x']) {
    const j = await m.store('--y\r\n', { headers: { 'content-type': tipe } });
    assert.equal(j.status, 400, tipe);
    assert.equal(j.badan.kode, 'formulir-rusak');
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await m.store('NIK=%zz', { headers: form })).badan.kode,
    'formulir-rusak');
  assert.equal((await m.store('a=1&'.repeat(2001), { headers: form })).status,
    413);
  assert.deepEqual(galat(await m.store(`NIK=${nik(9)}&NO_CIF=a%00b&%00=1`,
    { headers: form })), ['NO_CIF:karakter', '?:kolom-asing']);
  assert.deepEqual(galat(await m.store(`NIK=${nik(9)}&NO_CIF=%ff&%ff=1`,
    { headers: form })), ['NO_CIF:karakter', '?:kolom-asing']);
  // Nothing of a body is in a log (B-12).
  await m.store({ NIK: 'rahasia-sekali', NO_CIF: 'lebih-rahasia' });
  for (const f of readdirSync(join(dirVar, 'log'))) {
    const log = readFileSync(join(dirVar, 'log', f), 'latin1');
    for (const x of ['rahasia-sekali', 'lebih-rahasia', m.token.teks,
      nik(9)])
      assert.ok(!log.includes(x), `${x} in ${f}`);
  }
});

test('packed bodies, and what is too much for them', async () => {
  const m = mesin();
  const gz = (s) => gzipSync(s);
  const kirimGz = (b, cara = 'gzip') =>
    m.store(b, { headers: { 'content-encoding': cara } });
  const teks = JSON.stringify(Array.from({ length: 900 },
    (_, i) => rekaman(i + 1)));
  assert.equal((await kirimGz(gz(teks))).badan.baru, 900);
  assert.deepEqual(hasil(await kirimGz(JSON.stringify(rekaman(1)),
    'identity')), ['tetap']);
  const bom = await kirimGz(gz(Buffer.alloc(200 << 20)));
  assert.equal(bom.status, 413);
  assert.equal(bom.badan.kode, 'badan-besar');
  // Within 2 MiB, but nothing but repetition.
  const ulang = await kirimGz(gz(Buffer.alloc(2000000, 0x20)));
  assert.equal(ulang.status, 413);
  const utuh = gz(teks);
  for (const b of [utuh.subarray(0, utuh.length - 5), Buffer.from('x'),
    Buffer.alloc(0), Buffer.concat([Buffer.from([0x1f, 0x8b]),
      Buffer.alloc(40)]), Buffer.concat([utuh, Buffer.from('sisa')])]) {
    const j = await kirimGz(b);
    assert.equal(j.status, 400);
    assert.equal(j.badan.kode, 'gzip-rusak');
  }
  for (const cara of ['deflate', 'br', 'gzip, gzip', 'zstd']) {
    const j = await kirimGz(deflateSync(teks), cara);
    assert.equal(j.status, 415, cara);
    assert.equal(j.badan.kode, 'badan-kemasan');
    assert.equal(j.headers['accept-encoding'], 'gzip');
  }
  const form = await m.store(gz(`NIK=${nik(5)}&NO_CIF=z`), { headers: {
    'content-encoding': 'gzip',
    'content-type': 'application/x-www-form-urlencoded' } });
  assert.deepEqual(hasil(form), ['diperbarui']);
});

test('no token, wrong ones, and never in an address', async () => {
  const m = mesin();
  const orang = new Mesin(null, dari());
  for (const h of [{}, { authorization: 'Basic YTpi' }, { token: '' },
    { authorization: 'Bearer ' }]) {
    const j = await orang.kirim('GET', GETPARAM, h);
    assert.equal(j.status, 401);
    assert.equal(j.badan.kode, 'token-tiada');
  }
  const l = m.lembaga;
  const mati = token(l, { hari: -1 });
  const dicabut = token(l);
  sql(`UPDATE balikan_token SET dicabut = UTC_TIMESTAMP(3)
    WHERE id = ${dicabut.id}`);
  const teks = new Set();
  for (const t of ['x', 'f'.repeat(64), m.token.teks.toUpperCase() + 'x',
    m.token.teks.slice(0, 63), mati.teks, dicabut.teks, "' OR 1=1 --",
    'a'.repeat(5000)]) {
    const j = await orang.kirim('GET', GETPARAM,
      { authorization: `Bearer ${t}` });
    assert.equal(j.status, 401);
    assert.match(j.headers['www-authenticate'], /error="invalid_token"/);
    teks.add(JSON.stringify({ ...j.badan, instance: '' }));
  }
  assert.equal(teks.size, 1, 'nobody can tell them apart');
  for (const a of [`${GETPARAM}?token=${m.token.teks}`, `${STORE}?NIK=1`,
    `${GETPARAM}?access_token=x`, `${GETPARAM}?toKen=${m.token.teks}`,
    `${STORE}?nIk=1`]) {
    const j = await m.kirim(a.startsWith(STORE) ? 'POST' : 'GET', a);
    assert.equal(j.status, 400);
    assert.equal(j.badan.kode, 'token-di-alamat');
  }
  // Wrong ones are counted by address; right ones from there are not.
  const penuh = new Mesin(null, dari());
  const salah = { authorization: 'Bearer salah' };
  assert.equal((await penuh.kirim('GET', GETPARAM, salah)).status, 401);
  sql(`UPDATE laju SET jumlah = 1000000 WHERE kunci =
    'balikan-api:${penuh.dari}'`);
  const banyak = await penuh.kirim('GET', GETPARAM, salah);
  // (Or the minute was over just now.)
  if (banyak.status !== 401) assert.equal(banyak.badan.kode, 'terlalu-sering');
  else assert.equal(sql(`SELECT COUNT(*) FROM laju WHERE kunci =
    'balikan-api:${penuh.dari}'`)[0][0], '2');
  assert.equal((await penuh.kirim('GET', GETPARAM,
    { authorization: `Bearer ${m.token.teks}` })).status, 200);
});

test('revoked between two calls, an institution closed, last use', async () => {
  const m = mesin();
  assert.equal((await m.store(rekaman(1))).status, 200);
  const terakhir = () => sql(`SELECT terakhir FROM balikan_token
    WHERE id = ${m.token.id}`)[0][0];
  const pertama = terakhir();
  assert.notEqual(pertama, 'NULL');
  assert.equal((await m.get(GETPARAM)).status, 200);
  assert.equal(terakhir(), pertama, 'noted once a minute');
  sql(`UPDATE balikan_token SET terakhir = terakhir - INTERVAL 2 MINUTE
    WHERE id = ${m.token.id}`);
  assert.equal((await m.get(GETPARAM)).status, 200);
  assert.ok(terakhir() >= pertama);
  sql(`UPDATE lembaga SET aktif = 0 WHERE id = ${m.lembaga.id}`);
  const tutup = await m.store(rekaman(2));
  assert.equal(tutup.status, 403);
  assert.equal(tutup.badan.kode, 'lembaga-nonaktif');
  sql(`UPDATE lembaga SET aktif = 1 WHERE id = ${m.lembaga.id};
    UPDATE balikan_token SET dicabut = UTC_TIMESTAMP(3)
    WHERE id = ${m.token.id}`);
  m.dari = dari();
  assert.equal((await m.store(rekaman(2))).status, 401);
  assert.deepEqual(Object.keys(isi(m.lembaga)), [nik(1)]);
});

test('networks a token may come from', async () => {
  const l = pengirim();
  const t = token(l, { alamat: '127.88.0.0/16\n2001:db8::/32\n127.89.1.7' });
  for (const [alamat, status] of [['127.88.255.254', 200],
    ['127.87.255.254', 403], ['127.89.1.7', 200], ['127.89.1.8', 403]]) {
    const j = await new Mesin(t, alamat).get(GETPARAM);
    assert.equal(j.status, status, alamat);
    if (status === 403) assert.equal(j.badan.kode, 'alamat-jaringan');
  }
});

test('another institution sees and changes nothing', async () => {
  const a = mesin(), b = mesin();
  await a.store(rekaman(1, { NO_CIF: 'milik-a' }));
  const j = await b.store(rekaman(1, { NO_CIF: 'milik-b' }));
  assert.deepEqual(hasil(j), ['baru']);
  assert.deepEqual(isi(a.lembaga)[nik(1)], ['milik-a', '', '']);
});

test('a new version is in force at once', async () => {
  const m = mesin();
  await m.store(rekaman(1));
  parameter(m.lembaga.id, m.lembaga.akun.id, [['NPWP', 'teks', 20, 0]]);
  assert.equal((await m.get(GETPARAM)).badan.versi, 2);
  let j = await m.store(rekaman(1, { versi: 1 }));
  assert.deepEqual(galat(j), ['NO_CIF:kolom-asing', 'versi:versi']);
  j = await m.store({ NIK: nik(1), NPWP: '1', versi: 2 });
  assert.deepEqual(hasil(j), ['diperbarui']);
  // A parameter may be called so.
  parameter(m.lembaga.id, m.lembaga.akun.id, [['VERSI', 'teks', 20, 0]]);
  j = await m.store({ NIK: nik(1), versi: 'dua puluh' });
  assert.deepEqual(hasil(j), ['diperbarui']);
});

test('other methods and other paths are problems, too', async () => {
  const m = mesin();
  for (const [cara, jalur, boleh] of [['PUT', STORE, 'POST'],
    ['GET', STORE, 'POST'], ['POST', GETPARAM, 'GET, HEAD'],
    ['DELETE', OPENAPI, 'GET, HEAD'], ['OPTIONS', STORE, 'POST']]) {
    const j = await m.kirim(cara, jalur);
    assert.equal(j.status, 405, `${cara} ${jalur}`);
    assert.equal(j.headers.allow, boleh);
  }
  for (const jalur of ['/databalikan', '/databalikan/', API, `${API}/`,
    `${API}/lain`, `${STORE}/1`, '/databalikan/x']) {
    const j = await kirim('GET', jalur);
    assert.equal(j.status, 404, jalur);
    assert.match(j.headers['content-type'], /^application\/problem\+json/);
    assert.equal(JSON.parse(j.teks).kode, 'tidak-ada');
  }
});

test('too large for the web server is a problem, too', async () => {
  const m = mesin();
  const j = await m.kirim('POST', STORE, { 'content-type': 'application/json' },
    Buffer.alloc(3 << 20, 0x20));
  assert.equal(j.status, 413);
  assert.equal(j.badan.kode, 'badan-besar');
});

test('the rate of a token', async (t) => {
  const atur = (n) => sql(`UPDATE pengaturan SET nilai = '${n}'
    WHERE nama = 'balikan_laju_menit'`);
  const m = mesin();
  const satu = await m.get(GETPARAM);
  assert.equal(satu.headers['ratelimit-limit'], laju);
  assert.equal(satu.headers['ratelimit-policy'], `${laju};w=60`);
  const dua = await m.store('{');
  assert.equal(dua.status, 400);
  const sisa = Number(satu.headers['ratelimit-remaining']);
  assert.ok([sisa - 1, Number(laju) - 1].includes(
    Number(dua.headers['ratelimit-remaining'])), 'problems count, too');
  t.after(() => atur(laju));
  // As many as there may be, in one minute or over its end.
  let j;
  for (let i = 0; i <= 2 * Number(laju); i++) {
    j = await m.get(GETPARAM);
    if (j.status === 429) break;
  }
  assert.equal(j.status, 429);
  assert.equal(j.badan.kode, 'terlalu-sering');
  assert.equal(j.headers['ratelimit-remaining'], '0');
  assert.equal(j.headers['retry-after'], j.headers['ratelimit-reset']);
  // Another token of the same institution has its own.
  assert.equal((await new Mesin(token(m.lembaga)).get(GETPARAM)).status, 200);
});

test('a key: the same answer, another body, a key that is none', async () => {
  const m = mesin();
  const k = kunci();
  const satu = await m.store(rekaman(1), { kunci: k });
  assert.equal(satu.headers['idempotent-replayed'], undefined);
  sql(`DELETE FROM balikan WHERE lembaga_id = ${m.lembaga.id}`);
  for (const bentuk of [k, `"${k}"`]) {
    const lagi = await m.store(rekaman(1), { kunci: bentuk });
    assert.equal(lagi.headers['idempotent-replayed'], 'true');
    assert.equal(lagi.teks, satu.teks);
  }
  assert.deepEqual(isi(m.lembaga), {}, 'nothing was done again');
  for (const [r, pilihan] of [[rekaman(2), {}], [rekaman(1),
    { cara: 'semua' }]]) {
    const lain = await m.store(r, { kunci: k, ...pilihan });
    assert.equal(lain.status, 422);
    assert.equal(lain.badan.kode, 'kunci-lain');
  }
  // Another token's key is another one.
  const kedua = new Mesin(token(m.lembaga));
  assert.deepEqual(hasil(await kedua.store(rekaman(1), { kunci: k })),
    ['baru']);
  for (const x of ['', '""', 'a b', 'a"b', 'x'.repeat(101)])
    assert.equal((await m.store(rekaman(1), { headers:
      { 'idempotency-key': x } })).badan.kode, 'kunci-rusak', x);
  assert.equal((await m.store(rekaman(3), { kunci: 'x'.repeat(100) })).status,
    200);
  // What was refused as a whole was not done: the key is free again.
  const tolak = kunci();
  for (let i = 0; i < 2; i++) {
    const j = await m.store([rekaman(4), {}], { kunci: tolak, cara: 'semua' });
    assert.equal(j.badan.kode, 'ada-yang-ditolak');
  }
  // A form is the same whatever its boundary is.
  const form = kunci();
  const kirimForm = () => {
    const mp = multipart(rekaman(5), {});
    return m.kirim('POST', STORE, { 'content-type': mp.tipe,
      'idempotency-key': form }, mp.isi);
  };
  assert.deepEqual(hasil(await kirimForm()), ['baru']);
  assert.equal((await kirimForm()).headers['idempotent-replayed'], 'true');
});

test('a key that another request has, that died, that is old', async () => {
  const m = mesin();
  const k = kunci();
  const j = await m.store(rekaman(1), { kunci: k });
  const ubah = (apa) => sql(`UPDATE balikan_jawaban SET ${apa}
    WHERE token_id = ${m.token.id} AND kunci = '${k}'`);
  ubah('status = 0, dibuat = UTC_TIMESTAMP(3)');
  let lagi = await m.store(rekaman(1), { kunci: k });
  assert.equal(lagi.status, 409);
  assert.equal(lagi.badan.kode, 'kunci-berjalan');
  ubah('dibuat = dibuat - INTERVAL 3 MINUTE');
  lagi = await m.store(rekaman(1), { kunci: k });
  assert.deepEqual(hasil(lagi), ['tetap']);
  assert.equal(lagi.headers['idempotent-replayed'], undefined);
  ubah('dibuat = dibuat - INTERVAL 25 HOUR');
  lagi = await m.store(rekaman(2), { kunci: k });
  assert.deepEqual(hasil(lagi), ['baru'], 'a day later it is a new key');
  assert.equal(j.status, 200);
});

test('64 at once with one key act once', async () => {
  const m = mesin();
  const k = kunci();
  const semua = Array.from({ length: 200 }, (_, i) => rekaman(i + 1));
  const jawab = await Promise.all(Array.from({ length: 64 },
    () => m.store(semua, { kunci: k })));
  const baik = jawab.filter((j) => j.status === 200);
  assert.ok(baik.length >= 1);
  assert.equal(baik.filter((j) => !j.headers['idempotent-replayed']).length, 1);
  assert.equal(new Set(baik.map((j) => j.teks)).size, 1);
  for (const j of jawab.filter((x) => x.status !== 200))
    assert.equal(j.badan.kode, 'kunci-berjalan');
  const akhir = await m.store(semua, { kunci: k });
  assert.equal(akhir.teks, baik[0].teks);
  assert.deepEqual(sql(`SELECT baris, diterima FROM balikan_kiriman
    WHERE lembaga_id = ${m.lembaga.id}`), [['200', '200']]);
});

test('64 at once without a key, the same records: none is lost', async () => {
  const l = pengirim();
  const semua = [rekaman(1), rekaman(2), rekaman(3)];
  const t = token(l);
  const jawab = await Promise.all(Array.from({ length: 64 },
    () => new Mesin(t).store(semua)));
  assert.deepEqual([...new Set(jawab.map((j) => j.status))], [200]);
  const jumlah = (n) => jawab.reduce((x, j) => x + j.badan[n], 0);
  assert.equal(jumlah('baru'), 3);
  assert.equal(jumlah('tetap'), 63 * 3);
  assert.deepEqual(sql(`SELECT SUM(baris), SUM(diterima), SUM(diperbarui),
    SUM(tetap) FROM balikan_kiriman WHERE lembaga_id = ${l.id}`),
  [['192', '3', '0', '189']]);
});

// --- its page (B-05) ---

test('tokens of another institution are not there, and go once', async () => {
  const a = pengirim(), b = pengirim();
  const o = await Orang.masuk(a.akun), lain = await Orang.masuk(b.akun);
  const baru = { nama: 'Server', hari: '10', jaringan: '::1\n10.0.0.0/8' };
  const sekali = { ...baru, kunci: kunci() };
  const j = await o.post('/balikan/layanan', sekali);
  assert.equal(j.status, 200);
  const teks = j.nilai('/halaman/layanan/baru/@token');
  assert.match(teks, /^[0-9a-f]{64}$/);
  // Sent twice it is made once, and not told again.
  const dua = await o.post('/balikan/layanan', sekali);
  assert.equal(dua.status, 409);
  assert.ok(!dua.teks.includes(teks));
  const daftar = await o.get('/balikan/layanan');
  assert.equal(daftar.semua('/halaman/layanan/token').length, 1);
  assert.ok(!daftar.teks.includes(teks));
  assert.equal(daftar.semua('//token/jaringan').map((x) => x.textContent)
    .join(' '), '::1 10.0.0.0/8');
  const id = daftar.nilai('/halaman/layanan/token/@id');
  const cabut = `/balikan/layanan/${id}/cabut`;
  assert.equal((await lain.get(cabut)).status, 404);
  assert.equal((await lain.post(cabut)).status, 404);
  assert.equal((await lain.get('/balikan/layanan'))
    .semua('/halaman/layanan/token').length, 0);
  assert.equal((await o.get(cabut)).status, 200);
  assert.equal((await o.post(cabut)).status, 303);
  assert.equal((await o.post(cabut)).status, 409);
  assert.equal((await o.get(cabut)).status, 409);
  for (const [ubah, galat] of [[{ nama: '' }, { nama: 'wajib' }],
    [{ hari: '0' }, { hari: 'terlalu-kecil' }],
    [{ hari: '731' }, { hari: 'terlalu-besar' }],
    [{ jaringan: '10.0.0.0/33' }, { jaringan: 'jaringan' }]]) {
    const salah = await o.post('/balikan/layanan', { ...baru, ...ubah });
    assert.equal(salah.status, 422);
    assert.deepEqual(salah.galat, galat);
  }
  sql(`UPDATE balikan_token SET dicabut = NULL WHERE id = ${id};
    INSERT INTO balikan_token (lembaga_id, akun_id, nama, sidik, awalan,
    berakhir, dibuat) SELECT ${a.id}, ${a.akun.id}, 'x',
    RANDOM_BYTES(32), 'x', UTC_TIMESTAMP(3) + INTERVAL 1 DAY, UTC_TIMESTAMP(3)
    FROM seq_1_to_19`);
  const penuh = await o.post('/balikan/layanan', baru);
  assert.equal(penuh.status, 422);
  assert.deepEqual(penuh.galat, { '': 'token-penuh' });
  // Staff read them; nobody but the institution has the page.
  const admin = await Orang.masuk(demo('admin'));
  assert.equal((await admin.get('/balikan/layanan')).status, 403);
  const lihat = await admin.get(`/balikan/pantau/${a.id}`);
  assert.equal(lihat.semua('/halaman/token').length, 20);
});

test('the admin revokes any, and its institution is told (B-18)', async () => {
  const l = pengirim(), t = token(l);
  const cabut = `/balikan/layanan/${t.id}/cabut`;
  assert.equal((await new Mesin(t).store([rekaman(1)])).status, 200);
  const pejabat = await Orang.masuk(demo('pejabat'));
  assert.equal((await pejabat.get(cabut)).status, 403);
  assert.equal((await pejabat.post(cabut)).status, 403);
  const admin = await Orang.masuk(demo('admin'));
  assert.equal((await admin.get(cabut)).nilai('/halaman/lembaga/@id'),
    String(l.id));
  const j = await admin.post(cabut);
  assert.equal(j.status, 303);
  assert.match(j.lokasi, new RegExp(`/balikan/pantau/${l.id}$`));
  assert.equal((await new Mesin(t).store([rekaman(2)])).status, 401);
  assert.equal((await admin.post(cabut)).status, 409);
  assert.equal((await admin.get('/balikan/layanan/999999999/cabut')).status,
    404);
  assert.deepEqual(sql(`SELECT COUNT(*) FROM notifikasi
    WHERE akun_id = ${l.akun.id} AND templat = 'balikan-token-dicabut'`),
  [['1']]);
  const o = await Orang.masuk(l.akun);
  assert.match((await o.html('/notifikasi')).teks,
    /Token Web Service lembaga Anda dicabut/);
  const oleh = sql(`SELECT id FROM akun
    WHERE username = ${q(demo('admin').username)}`)[0][0];
  const kode = sql(`SELECT kode FROM lembaga WHERE id = ${l.id}`)[0][0];
  assert.deepEqual(sql(`SELECT dicabut_oleh FROM balikan_token
    WHERE id = ${t.id}`), [[oleh]]);
  assert.match(sql(`SELECT rincian FROM audit WHERE akun_id = ${oleh} AND
    tindakan = 'balikan-token-dicabut' AND objek_id = ${t.id}`)[0][0],
  new RegExp(`, lembaga ${kode}$`));
  // Nobody is told of what his own institution did, nor of what was over.
  const banyak = () => sql(`SELECT COUNT(*) FROM notifikasi
    WHERE akun_id = ${l.akun.id}`)[0][0];
  const dulu = banyak(), sendiri = token(l), habis = token(l);
  assert.equal((await o.post(`/balikan/layanan/${sendiri.id}/cabut`)).status,
    303);
  sql(`UPDATE balikan_token SET berakhir = dibuat WHERE id = ${habis.id}`);
  assert.equal((await admin.post(`/balikan/layanan/${habis.id}/cabut`)).status,
    303);
  assert.equal(banyak(), dulu);
});
