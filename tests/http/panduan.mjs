// panduan.mjs - the guide: every chapter has words, its links lead somewhere
// for the one who reads it, and each label it quotes is on a screen.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { akar, akunBaru, lembagaBaru, Orang } from './bantu.mjs';

const PERAN = { pengguna: 'kementerian', produsen: 'produsen',
  dinas: 'dinas-kabkota', admin: 'ditjen', pejabat: 'ditjen',
  verifikator: 'dinas-kabkota', pemohon: 'bhi-kabkota' };
// Whose chapters come first.
const PERTAMA = {
  tamu: ['memulai', 'verifikasi', 'manifes'],
  pengguna: ['memulai', 'permintaan', 'verifikasi', 'perjanjian', 'aktivasi',
    'manifes', 'masa-berlaku', 'perubahan-kartu', 'lacak', 'laporan'],
  produsen: ['memulai', 'persetujuan', 'verifikasi', 'lacak', 'laporan'],
  admin: ['memulai', 'pekerjaan-ditjen', 'tanda-tangan', 'verifikasi',
    'perjanjian', 'aktivasi', 'manifes', 'masa-berlaku', 'perubahan-kartu',
    'lacak', 'laporan', 'administrasi'],
  pejabat: ['memulai', 'tanda-tangan', 'verifikasi', 'perjanjian', 'manifes',
    'perubahan-kartu', 'lacak', 'laporan'],
  pemohon: ['memulai', 'verifikasi'],
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
  assert.equal(bab.length, 14);
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
    assert.ok(sub.length >= 3, kode);
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
      `panduan-${kode}.xsl`), 'utf8').matchAll(/match="sub\[@kode = '([^']+)'/g)]
      .map((m) => m[1]);
    assert.deepEqual(ditulis, sub, kode);
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
    for (const t of tautan(h).filter((x) => /^(#|\/panduan)/.test(x.href))) {
      const ke = t.href.startsWith('#') ? `/panduan/${dari}${t.href}` : t.href;
      assert.ok(judul.has(ke), `${dari}: ${ke} exists`);
      if (judul.get(ke))
        assert.equal(t.teks.replace(/^Bab (sebelum|berikut)nya: /, ''),
          judul.get(ke), `${dari}: ${ke}`);
    }
  }
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
const layar = berkas.filter((n) => !panduan.includes(n)).map(baca)
  .join('\n');

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
    if (n.startsWith('bagian'))
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
