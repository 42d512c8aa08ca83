// panduan.mjs - the guide: every chapter has words and pictures, its links lead
// somewhere for the one who reads it, each label it quotes is on a screen, and
// what is in it is found.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { akar, akunBaru, alamat, lembagaBaru, Orang } from './bantu.mjs';

const PERAN = { pengguna: 'kementerian', produsen: 'produsen',
  dinas: 'dinas-kabkota', admin: 'ditjen', pejabat: 'ditjen',
  verifikator: 'dinas-kabkota', pemohon: 'bhi-kabkota' };
// Whose chapters come first.
const PERTAMA = {
  tamu: ['memulai', 'verifikasi', 'manifes'],
  pengguna: ['memulai', 'akun', 'permintaan', 'verifikasi', 'perjanjian',
    'aktivasi', 'manifes', 'masa-berlaku', 'perubahan-kartu',
    'balikan', 'lacak', 'laporan'],
  produsen: ['memulai', 'akun', 'persetujuan', 'verifikasi', 'lacak',
    'laporan'],
  admin: ['memulai', 'akun', 'pekerjaan-ditjen', 'tanda-tangan', 'verifikasi',
    'perjanjian', 'aktivasi', 'manifes', 'masa-berlaku', 'perubahan-kartu',
    'balikan', 'lacak', 'laporan', 'administrasi', 'status'],
  pejabat: ['memulai', 'akun', 'tanda-tangan', 'verifikasi', 'perjanjian',
    'manifes', 'perubahan-kartu', 'balikan', 'lacak', 'laporan', 'status'],
  pemohon: ['memulai', 'akun', 'verifikasi'],
};
PERTAMA.dinas = PERTAMA.pengguna;
PERTAMA.verifikator = PERTAMA.pemohon;

const orang = { tamu: new Orang() };
let bab;

before(async () => {
  for (const [peran, jenis] of Object.entries(PERAN))
    orang[peran] = await Orang.masuk(akunBaru(peran, lembagaBaru(jenis)));
  bab = (await orang.tamu.get('/panduan')).semua('/halaman/bab')
    .map((b) => b.getAttribute('kode'));
});

/** Text of HTML: without tags, entities resolved. */
const polos = (html) => html.replace(/<[^>]*>/g, '')
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
  .replace(/\s+/g, ' ').trim();
/** What is inside <main>: the frame has links of its own. */
const isi = (html) => html.slice(html.indexOf('<main'),
  html.indexOf('</main>'));
const tautan = (html) => [...isi(html)
  .matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
  .map(([, href, teks]) => ({ href: polos(href), teks: polos(teks) }));

test('everybody sees all chapters, those of his work first', async () => {
  assert.equal(bab.length, 17);
  for (const [peran, o] of Object.entries(orang)) {
    const j = await o.get('/panduan');
    assert.equal(j.status, 200, peran);
    const semua = j.semua('/halaman/bab').map((b) => b.getAttribute('kode'));
    const untuk = j.semua('/halaman/bab[@untuk]')
      .map((b) => b.getAttribute('kode'));
    assert.deepEqual(untuk, PERTAMA[peran], peran);
    assert.deepEqual(semua.slice(0, untuk.length), untuk, peran);
    assert.deepEqual([...semua].sort(), [...bab].sort(), peran);
    // Previous and next follow the same order.
    if (!['tamu', 'pengguna', 'admin'].includes(peran)) continue;
    for (let i = 0; i < semua.length; i++) {
      const b = await o.get(`/panduan/${semua[i]}`);
      assert.equal(b.nilai('/halaman/sebelum/@kode'), semua[i - 1] || '');
      assert.equal(b.nilai('/halaman/sesudah/@kode'), semua[i + 1] || '');
    }
  }
});

test('there is no other chapter', async () => {
  for (const kode of ['tidak-ada', 'MEMULAI', '1'])
    assert.equal((await orang.tamu.get(`/panduan/${kode}`)).status, 404, kode);
});

test('each chapter has contents, and words in every section', async () => {
  for (const kode of bab) {
    const x = await orang.tamu.get(`/panduan/${kode}`);
    const h = (await orang.tamu.html(`/panduan/${kode}`)).teks;
    const sub = x.semua('/halaman/bab/sub').map((s) => s.getAttribute('kode'));
    assert.ok(sub.length >= 2, kode);
    assert.ok(polos(h.match(/<h1>(.*?)<\/h1>/s)[1]).length > 4, kode);
    assert.ok(polos(h.match(/<p class="lead">(.*?)<\/p>/s)[1]).length > 30);
    const menuju = tautan(h).map((t) => t.href);
    for (const s of sub) {
      assert.ok(menuju.includes(`#${s}`), `${kode}#${s} is in the contents`);
      const bagian = h.match(new RegExp(
        `<h2 id="${s}">(.*?)</h2>(.*?)</section>`, 's'));
      assert.ok(polos(bagian[1]).length > 3, `${kode}#${s} has a title`);
      assert.ok(polos(bagian[2]).length > 80, `${kode}#${s} has words`);
    }
    // What is written for a section is shown: none is forgotten in the table.
    const ditulis = [...readFileSync(join(akar, 'xslt',
      `panduan-${kode}.xsl`), 'utf8').matchAll(
      /match="bab\[@kode = '([^']+)'\]\/sub\[@kode = '([^']+)'/g)]
      .map((m) => `${m[1]}/${m[2]}`);
    assert.deepEqual(ditulis, sub.map((s) => `${kode}/${s}`));
  }
});

test('no id is that of a part of the frame', async () => {
  for (const kode of ['', ...bab.map((b) => `/${b}`)]) {
    const id = [...(await orang.admin.html(`/panduan${kode}`)).teks
      .matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
    assert.deepEqual(id.filter((x, i) => id.indexOf(x) !== i), [], kode);
  }
});

test('links to chapters and sections name them as they are', async () => {
  const judul = new Map([['/panduan', null]]);
  const html = {};
  for (const kode of bab) {
    html[kode] = (await orang.tamu.html(`/panduan/${kode}`)).teks;
    judul.set(`/panduan/${kode}`,
      polos(html[kode].match(/<h1>(.*?)<\/h1>/s)[1]));
    for (const [, id, teks] of html[kode]
      .matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/gs))
      judul.set(`/panduan/${kode}#${id}`, polos(teks));
  }
  const daftar = (await orang.tamu.html('/panduan')).teks;
  for (const [dari, h] of [...Object.entries(html), ['', daftar]]) {
    for (const t of tautan(h).filter((x) => /^(#|\/panduan(?!.*\?|\/cetak))/.test(x.href))) {
      const ke = t.href.startsWith('#') ? `/panduan/${dari}${t.href}` : t.href;
      assert.ok(judul.has(ke), `${dari}: ${ke} exists`);
      if (judul.get(ke))
        assert.equal(t.teks.replace(/^Bab (sebelum|berikut)nya: /, ''),
          judul.get(ke), `${dari}: ${ke}`);
    }
  }
});

test('the guide of any role is to be had', async () => {
  for (const [peran, o] of Object.entries(orang)) {
    const untuk = (j) => j.semua('/halaman/bab[@untuk]')
      .map((b) => b.getAttribute('kode'));
    assert.deepEqual(untuk(await orang.tamu.get(`/panduan?untuk=${peran}`)),
      PERTAMA[peran], peran);
    // His own, and another's.
    assert.deepEqual(untuk(await o.get('/panduan/cetak')), PERTAMA[peran]);
    const lain = await o.get('/panduan/cetak?untuk=produsen');
    assert.deepEqual(untuk(lain), PERTAMA.produsen);
    assert.equal(lain.nilai('/halaman/@untuk'), 'produsen');
  }
  assert.equal((await orang.tamu.get('/panduan?untuk=raja'))
    .nilai('/halaman/@untuk'), 'tamu');
});

test('on paper: contents, and every section of every chapter once', async () => {
  const j = await orang.admin.get('/panduan/cetak');
  const h = (await orang.admin.html('/panduan/cetak')).teks;
  const id = [...h.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  assert.deepEqual(id.filter((x, i) => id.indexOf(x) !== i), []);
  const daftar = tautan(h).map((x) => x.href).filter((x) => x[0] === '#');
  const semua = j.semua('/halaman/bab').flatMap((b) => {
    const kode = b.getAttribute('kode');
    return [`#${kode}`, ...j.semua(`/halaman/bab[@kode="${kode}"]/sub`)
      .map((s) => `#${kode}-${s.getAttribute('kode')}`)];
  });
  assert.deepEqual(daftar, semua);
  for (const x of semua) assert.ok(id.includes(x.slice(1)), x);
});

// --- search ---

/** Sections that are found, as chapter#section, in their order. */
async function cari(kata, o = orang.pengguna) {
  const j = await o.get(`/panduan?cari=${encodeURIComponent(kata)}`);
  assert.equal(j.status, 200, kata);
  const x = j.semua('/halaman/temuan').map((t) =>
    `${t.getAttribute('bab')}#${t.getAttribute('sub')}`);
  assert.equal(j.nilai('/halaman/pencarian/@jumlah'), String(x.length));
  return x;
}

test('all words, upper case, accents, beginnings of words', async () => {
  const token = await cari('token');
  // That with the word in its title comes first.
  assert.equal(token[0], 'aktivasi#token');
  assert.ok(token.includes('aktivasi#satu') && token.length > 4);
  for (const sama of ['TOKEN', 'Tóken', 'to\u0301ken', '  token ,', 'toke'])
    assert.deepEqual((await cari(sama)).filter((x) => token.includes(x)),
      token, sama);
  // Not inside a word, and no word is left out.
  assert.deepEqual(await cari('oken'), []);
  const dua = await cari('token bocor');
  assert.deepEqual(dua, ['aktivasi#token']);
  assert.deepEqual(await cari('bocor token'), dua);
  assert.deepEqual(await cari('token zzzz'), []);
  // Title of chapter and section and text together.
  assert.ok((await cari('aktivasi bocor')).includes('aktivasi#token'));
});

test('what is no word finds nothing and breaks nothing', async () => {
  for (const x of [',', '%', '<b>&"', '—', '\u{1f600}', 'x'.repeat(1000),
    'a '.repeat(300)])
    assert.ok(Array.isArray(await cari(x)), x.slice(0, 10));
  assert.deepEqual(await cari('“”'), []);
  // Nothing asked is the contents.
  assert.equal((await orang.tamu.get('/panduan?cari=%20'))
    .semua('/halaman/bab').length, bab.length);
});

test('an excerpt shows the words that were found', async () => {
  const h = (await orang.pengguna.html('/panduan?cari=token+bocor')).teks;
  assert.match(isi(h), /href="\/panduan\/aktivasi#token">Token kartu</);
  assert.match(isi(h), /<mark>[Tt]oken<\/mark>/);
  const j = await orang.pengguna.get('/panduan?cari=a');
  const kutip = j.semua('/halaman/temuan/kutip').map((k) => k.textContent);
  assert.ok(kutip.length > 50);
  for (const k of kutip)
    assert.ok(k.length > 20 && k.length < 300 && !/[<>\ufffd]/.test(k), k);
});

test('every section is found by its own title', async () => {
  for (const kode of bab) {
    const h = (await orang.tamu.html(`/panduan/${kode}`)).teks;
    for (const [, id, judul] of h.matchAll(
      /<section[^>]*><h2 id="([^"]+)">(.*?)<\/h2>/gs))
      assert.ok((await cari(polos(judul), orang.tamu))
        .includes(`${kode}#${id}`), `${kode}#${id}: ${judul}`);
  }
});

test('his own chapters are found first', async () => {
  const x = await cari('alasan', orang.produsen);
  const milik = x.map((t) => PERTAMA.produsen.includes(t.split('#')[0]));
  // Two runs: by title, then by text.
  assert.ok(milik.includes(true) && milik.includes(false));
  assert.ok(milik.lastIndexOf(true) < milik.lastIndexOf(false));
});

// --- pictures ---

/** Width and height of a WebP file (RFC 9649). */
function ukuranWebp(b) {
  assert.equal(b.toString('latin1', 0, 4) + b.toString('latin1', 8, 12),
    'RIFFWEBP');
  const jenis = b.toString('latin1', 12, 16);
  if (jenis === 'VP8 ')
    return [b.readUInt16LE(26) & 0x3fff, b.readUInt16LE(28) & 0x3fff];
  if (jenis === 'VP8L') {
    const n = b.readUInt32LE(21);
    return [(n & 0x3fff) + 1, (n >> 14 & 0x3fff) + 1];
  }
  return [b.readUIntLE(24, 3) + 1, b.readUIntLE(27, 3) + 1];
}

test('each picture is there, in its size, small, described, and used',
  async () => {
    const dir = join(akar, 'htdocs', 'aset', 'panduan');
    const ada = readdirSync(dir).filter((n) => !n.startsWith('.'));
    const dipakai = new Map();
    let bita = 0;
    for (const kode of bab) {
      const h = (await orang.tamu.html(`/panduan/${kode}`)).teks;
      for (const [img] of isi(h).matchAll(/<img\b[^>]*>/g)) {
        const a = Object.fromEntries([...img.matchAll(/(\w+)="([^"]*)"/g)]
          .map((m) => [m[1], m[2]]));
        const nama = a.src.match(
          /^\/aset\/panduan\/([a-z-]+\.webp)\?v=[^"]+$/)?.[1];
        assert.ok(nama, a.src);
        assert.ok(a.alt.length > 25, `${nama}: alt`);
        assert.equal(a.loading, 'lazy', nama);
        assert.deepEqual([Number(a.width), Number(a.height)],
          ukuranWebp(readFileSync(join(dir, nama))), nama);
        dipakai.set(nama, a.src);
      }
      assert.match(isi(h), /<img\b/, `${kode} has a picture`);
    }
    assert.deepEqual([...dipakai.keys()].sort(), ada.sort());
    for (const n of ada) {
      const b = statSync(join(dir, n)).size;
      assert.ok(b <= 25 * 1024, `${n}: ${b} bytes`);
      bita += b;
    }
    assert.ok(bita <= 700 * 1024, `${bita} bytes in all`);
    // One of them over the wire.
    const r = await fetch(new URL(dipakai.get('masuk.webp'), alamat));
    assert.equal(r.status, 200);
    assert.equal(r.headers.get('content-type'), 'image/webp');
    assert.match(r.headers.get('cache-control'), /max-age=31536000/);
    await r.arrayBuffer();
  });

test('pages it speaks of open for each reader, others are no links',
  async () => {
    for (const [peran, o] of Object.entries(orang)) {
      const j = await o.get('/panduan/memulai');
      assert.ok(j.semua('/halaman/layar').length > 20);
      const href = j.semua('/halaman/layar[@href]')
        .map((l) => l.getAttribute('href'));
      for (const l of j.semua('/halaman/layar[not(@href)]'))
        assert.ok(l.getAttribute('kode'), peran);
      for (const h of new Set(href)) {
        const s = (await o.html(h)).status;
        assert.equal(s, 200, `${peran}: ${h}`);
      }
    }
  });

test('files for auditors are where the guide says', async () => {
  const t = tautan((await orang.tamu.html('/panduan/manifes')).teks)
    .filter((x) => x.href.startsWith('/aktivasi/'));
  assert.deepEqual(t.map((x) => x.teks).sort(),
    ['daftar-cabut.xml', 'sertifikat.pem']);
  for (const x of t) {
    assert.equal(x.href, `/aktivasi/${x.teks}`);
    if (x.href.endsWith('.pem'))
      assert.match((await orang.tamu.html(x.href)).teks, /BEGIN CERTIFICATE/);
  }
});

test('the menu and the landing page lead to it', async () => {
  assert.match((await orang.tamu.html('/')).teks, /href="\/panduan"/);
  for (const peran of Object.keys(PERAN))
    assert.match((await orang[peran].html('/panduan')).teks,
      /<nav class="menu".*href="\/panduan" aria-current="page"/s, peran);
});

// --- labels ---

const xslt = join(akar, 'xslt');
const berkas = ['', 'bagian'].flatMap((d) => readdirSync(join(xslt, d))
  .filter((n) => n.endsWith('.xsl')).map((n) => join(d, n)));
const baca = (n) => readFileSync(join(xslt, n), 'utf8')
  .replace(/<!--.*?-->/gs, '').replace(/&#160;/g, ' ').replace(/\s+/g, ' ');
const panduan = berkas.filter((n) => /(^|\/)panduan/.test(n));
// The contents and the manuals are screens, too.
const layar = berkas.filter((n) => !panduan.includes(n) ||
  /^panduan(-manual-\w+)?\.xsl$/.test(n)).map(baca).join('\n');

/**
 * Is this text, whole, a label of some screen: between tags, a quoted text,
 * a value of a word map ('|kode=nada Kata|')?
 */
function adaDiLayar(teks) {
  const aman = teks.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:[>'"]|=(?:(?:netral|info|proses|baik|awas|buruk) )?) ?` +
    `${aman} ?[<'"|]`).test(layar);
}

test('a label that is on no screen is found out', () => {
  assert.ok(adaDiLayar('Setujui dan kirim ke Ditjen'));
  assert.ok(adaDiLayar('Belum mulai'));
  for (const teks of ['Setujui dan kirim', 'Tombol ajaib', 'kirim ke Ditjen'])
    assert.equal(adaDiLayar(teks), false, teks);
});

test('each label it quotes is on a screen', () => {
  let banyak = 0;
  for (const n of panduan) {
    const teks = baca(n);
    const label = [...teks.matchAll(/<b>([^<]+)<\/b>/g)].map((m) => m[1]);
    if (n === join('bagian', 'panduan.xsl'))
      label.push(...teks.match(/name="nama-layar" select="'\|([^"]+)\|'"/)[1]
        .split('|').map((x) => x.split('=')[1]));
    for (const l of label) assert.ok(adaDiLayar(l), `${n}: "${l}"`);
    banyak += label.length;
  }
  assert.ok(banyak > 200, `${banyak} labels`);
});

test('every page it names has a name', () => {
  const nama = baca('bagian/panduan.xsl')
    .match(/name="nama-layar" select="'([^"]+)'"/)[1];
  for (const n of panduan)
    for (const [, kode] of baca(n).matchAll(/\$layar\[@kode = '([^']+)'\]/g))
      assert.ok(nama.includes(`|${kode}=`), `${n}: ${kode}`);
});
