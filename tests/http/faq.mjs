// faq.mjs - Frequent Asked Question through its pages: what visitors find and
// how they vote, what staff write, and what is refused on the way.
// Proves U-11, U-12.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Orang, akar, akunBaru, demo, dirVar, kunci, lembagaBaru, q, sql,
  unik } from './bantu.mjs';

const admin = await Orang.masuk(demo('admin'));
const tanda = unik('faq');
let kelompok;

/** A question of the test's own; its id. */
async function tulis(isian = {}) {
  const j = await admin.post('/faq/kelola', { kelompok,
    tanya: `Apa itu ${unik(tanda)}?`, jawab: 'Ini *contoh* **baik**.',
    ...isian });
  assert.equal(j.status, 303, j.teks);
  return Number(j.lokasi.split('/').pop());
}
const alamat = (id) => sql(`SELECT alamat FROM faq WHERE id = ${id}`)[0][0];
const versi = (id) =>
  Number(sql(`SELECT versi FROM faq WHERE id = ${id}`)[0][0]);
const suara = (id) => sql(`SELECT ya, tidak,
  (SELECT COUNT(*) FROM faq_suara WHERE faq_id = id),
  (SELECT COALESCE(SUM(membantu), 0) FROM faq_suara WHERE faq_id = id)
  FROM faq WHERE id = ${id}`)[0].map(Number);
const audit = (tindakan, id) => Number(sql(`SELECT COUNT(*) FROM audit WHERE
  tindakan = ${q(tindakan)} AND objek_id = ${id}`)[0][0]);

before(async () => {
  const j = await admin.post('/faq/kelola/kelompok', { nama: `Uji ${tanda}` });
  assert.equal(j.status, 303, j.teks);
  kelompok = Number(j.lokasi.split('-').pop());
});

// The list is again what the suite comes with.
const awal = Number(sql('SELECT MAX(id) FROM faq')[0][0]);
after(() => sql(`UPDATE faq SET aktif = 0 WHERE id > ${awal}`));

// --- everybody ---

test('the entries of U-12 are there, each at its own address', async () => {
  const tamu = new Orang();
  const j = await tamu.get('/faq');
  assert.equal(j.status, 200);
  assert.match(j.headers['cache-control'], /^no-cache$/);
  const daftar = j.semua('/halaman/kelompok/entri/@alamat').map((a) => a.value);
  assert.equal(j.nilai('/halaman/pencarian/@jumlah'), String(daftar.length));
  for (const a of ['lama-personalisasi', 'data-balikan-wajib',
    'lama-aktivasi', 'apa-itu-kartu-sam', 'sidik-jari-gagal',
    'pembaca-baru-langsung-dipakai', 'ktp-el-tidak-terbaca',
    'data-dalam-ktp-el', 'pembacaan-online-atau-offline',
    'lama-seluruhnya']) {
    assert.ok(daftar.includes(a), a);
    const s = await tamu.get(`/faq/${a}`);
    assert.equal(s.status, 200, a);
    assert.ok(s.semua('/halaman/faq/jawab//alinea').length > 1, a);
  }
  // The example of the 250 cards a day comes out on the third day (P-07).
  const l = (await tamu.get('/faq/lama-personalisasi'))
    .nilai('/halaman/faq/jawab');
  assert.match(l, /250 kartu sehari/);
  assert.match(l, /Hari kerja ketiga: 250 kartu Anda/);
});

test('links in the answers lead somewhere', async () => {
  const tamu = new Orang();
  const ke = (await tamu.get('/faq')).semua('//pranala/@ke')
    .map((a) => a.value);
  assert.ok(ke.length > 3);
  for (const x of new Set(ke.filter((y) => y.startsWith('/'))))
    assert.equal((await tamu.get(x)).status, 200, x);
});

test('a search wants all words, in any order, and says what it found',
  async () => {
    const tamu = new Orang();
    const cari = async (apa) => {
      const j = await tamu.get(`/faq?cari=${encodeURIComponent(apa)}`);
      assert.equal(j.status, 200);
      return j;
    };
    let j = await cari('  SENSOR   jari ');
    assert.equal(j.nilai('/halaman/pencarian/@cari'), 'SENSOR jari');
    assert.equal(j.nilai('/halaman/kelompok/entri/@alamat'),
      'sidik-jari-gagal');
    assert.equal(j.nilai('/halaman/kelompok/entri/@buka'), 'ya');
    j = await cari('kenapa sidik jari saya gagal?');
    assert.equal(j.nilai('/halaman/pencarian/@jumlah'), '1');
    for (const kosong of ['zebra', 'sensor zebra', '%', '_', '\\', '"', "'",
      '?!', '<script>', '日本', 'x'.repeat(3000)]) {
      j = await cari(kosong);
      assert.equal(j.nilai('/halaman/pencarian/@jumlah'), '0', kosong);
      assert.equal(j.semua('/halaman/kelompok').length, 0);
    }
    // Nothing asked for: everything.
    for (const semua of ['', '   '])
      assert.ok(Number((await cari(semua))
        .nilai('/halaman/pencarian/@jumlah')) >= 10);
    const h = await tamu.html('/faq?cari=zebra');
    assert.match(h.teks, /Tidak ada yang cocok/);
    // What is no text at all is no search.
    assert.equal((await tamu.get('/faq?cari=%ff')).status, 200);
  });

test('no other address, and none of another form', async () => {
  const tamu = new Orang();
  for (const x of ['tidak-ada', '1', 'LAMA-AKTIVASI-X', 'a'.repeat(80)])
    assert.equal((await tamu.get(`/faq/${x}`)).status, 404, x);
  for (const x of ['a'.repeat(81), 'a_b', 'a.b', '%00', 'a%2fb', '../faq'])
    assert.ok([400, 404].includes((await tamu.get(`/faq/${x}`)).status), x);
});

test('menu and landing page lead to it', async () => {
  assert.match((await new Orang().html('/')).teks, /href="\/faq"/);
  for (const [peran, jenis] of [['pengguna', 'kementerian'],
    ['produsen', 'produsen'], ['pemohon', 'bhi-kabkota']]) {
    const o = await Orang.masuk(akunBaru(peran, lembagaBaru(jenis)));
    const h = (await o.html('/faq')).teks;
    assert.match(h, /<nav class="menu".*href="\/faq" aria-current="page"/s);
    assert.doesNotMatch(h, /\/faq\/kelola/);
  }
  assert.match((await admin.html('/faq')).teks, /href="\/faq\/kelola"/);
});

// --- votes ---

test('one vote a visit; a second one replaces it', async () => {
  const id = await tulis();
  const ke = `/faq/${alamat(id)}`;
  const tamu = new Orang();
  await tamu.get(ke);
  let j = await tamu.post(`${ke}/suara`, { membantu: 'ya' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, ke);
  j = await tamu.get(ke);
  assert.equal(j.nilai('/halaman/pesan/@kode'), 'suara-dicatat');
  assert.equal(j.nilai('/halaman/faq/@pilihan'), 'ya');
  await tamu.post(`${ke}/suara`, { membantu: 'ya' });
  assert.deepEqual(suara(id), [1, 0, 1, 1]);
  await tamu.post(`${ke}/suara`, { membantu: 'tidak' });
  assert.deepEqual(suara(id), [0, 1, 1, 0]);
  // Somebody else, and somebody who is signed in.
  for (const o of [new Orang(), await Orang.masuk(demo('pengguna'))]) {
    await o.get(ke);
    assert.equal((await o.get(ke)).nilai('/halaman/faq/@pilihan'), '');
    await o.post(`${ke}/suara`, { membantu: 'ya' });
  }
  assert.deepEqual(suara(id), [2, 1, 3, 2]);
  // Of a person nothing is kept.
  const [[p]] = sql(`SELECT HEX(pemilih) FROM faq_suara WHERE faq_id = ${id}
    LIMIT 1`);
  assert.equal(p.length, 64);
  assert.ok(![...tamu.kue.values()].some((v) => p.toLowerCase().includes(v) ||
    v.includes(p.toLowerCase())));
  assert.equal(audit('faq-diubah', id), 0);
});

test('the command that counts anew sees a wrong count', async () => {
  const id = await tulis();
  // What it says of this one; others' figures are others'.
  const beda = () => {
    let keluar;
    try {
      keluar = execFileSync('sql/hitung-total', { cwd: akar, encoding: 'utf8',
        env: { ...process.env, SIFILMA_VAR: dirVar,
          SIFILMA_SQL: 'nginx/suite sql' } });
    } catch (e) {
      assert.equal(e.status, 1, e.stderr);
      keluar = e.stdout;
    }
    return keluar.split('\n').filter((x) => x.startsWith(`faq\t0\t0\t${id}\t`));
  };
  assert.deepEqual(beda(), []);
  sql(`UPDATE faq SET ya = 7 WHERE id = ${id}`);
  try {
    assert.deepEqual(beda(), [`faq\t0\t0\t${id}\t7 0\t0 0`]);
  } finally {
    sql(`UPDATE faq SET ya = 0 WHERE id = ${id}`);
  }
});

test('what is no vote is refused', async () => {
  const id = await tulis();
  const ke = `/faq/${alamat(id)}`;
  const tamu = new Orang();
  await tamu.get(ke);
  for (const membantu of ['', 'mungkin', null]) {
    const j = await tamu.post(`${ke}/suara`, { membantu });
    assert.equal(j.status, 422);
    assert.ok(j.galat.membantu);
  }
  assert.equal((await tamu.post(`${ke}/suara`, { membantu: 'ya', csrf: null }))
    .status, 403);
  assert.equal((await tamu.post('/faq/tidak-ada/suara', { membantu: 'ya' }))
    .status, 404);
  assert.deepEqual(suara(id), [0, 0, 0, 0]);
  // Sent twice at once: one vote.
  const isi = { membantu: 'ya', kunci: kunci() };
  const hasil = await Promise.all([1, 2, 3, 4, 5].map(() =>
    tamu.post(`${ke}/suara`, isi)));
  for (const j of hasil) assert.equal(j.status, 303);
  assert.deepEqual(suara(id), [1, 0, 1, 1]);
});

// --- staff ---

test('others may not', async () => {
  const id = await tulis();
  for (const o of [new Orang(), await Orang.masuk(demo('pejabat')),
    await Orang.masuk(demo('pengguna'))]) {
    const tolak = o.akun ? 403 : 401;
    await o.get('/faq');
    for (const x of ['', '/baru', `/${id}`, `/${id}/ubah`, `/${id}/versi/1`,
      '/kelompok/baru', `/kelompok/${kelompok}`])
      assert.equal((await o.get(`/faq/kelola${x}`)).status, tolak, x);
    for (const [x, isi] of [['', { kelompok, tanya: 'Curang sekali?',
      jawab: 'x' }], [`/${id}/saklar`, { aktif: 'tidak' }],
    [`/${id}/geser`, { arah: 'naik' }], [`/${id}/versi/1`, { versi: 1 }],
    ['/pratinjau', { jawab: 'x' }], ['/kelompok', { nama: 'Curang' }]])
      assert.equal((await o.post(`/faq/kelola${x}`, isi)).status, tolak, x);
  }
  assert.equal(versi(id), 1);
});

test('written, it is there for everybody', async () => {
  const tanya = `Bagaimana ${tanda} & <b>tebal</b> ditulis?`;
  const id = await tulis({ tanya, jawab: 'Satu *dua*\ntiga.\r\n\r\n' +
    '- **empat**\n- [lima](/panduan)\n\n1. [enam](https://x.example.go.id/?a=1)' });
  const j = await new Orang().get(`/faq/${alamat(id)}`);
  assert.equal(j.nilai('/halaman/faq/@tanya'), tanya);
  const x = '/halaman/faq/jawab';
  assert.equal(j.nilai(`${x}/alinea`), 'Satu dua tiga.');
  assert.equal(j.nilai(`${x}/alinea/miring`), 'dua');
  assert.equal(j.nilai(`${x}/daftar-titik/butir[1]/tebal`), 'empat');
  assert.equal(j.nilai(`${x}/daftar-titik/butir[2]/pranala/@ke`), '/panduan');
  assert.equal(j.nilai(`${x}/daftar-nomor/butir/pranala`), 'enam');
  const h = (await new Orang().html(`/faq/${alamat(id)}`)).teks;
  assert.match(h, /&amp; &lt;b&gt;tebal&lt;\/b&gt; ditulis\?<\/h1>/);
  assert.match(h, /<p>Satu <em>dua<\/em> tiga\.<\/p>/);
  assert.match(h, new RegExp('<a href="https://x.example.go.id/\\?a=1" ' +
    'rel="noopener noreferrer">enam</a>'));
  assert.equal(audit('faq-dibuat', id), 1);
});

test('what is wrong is told with its line, and what was typed stays',
  async () => {
    const baik = { kelompok, tanya: 'Pertanyaan yang baik?', jawab: 'Baik.' };
    for (const [isi, galat] of [
      [{ tanya: '' }, { tanya: 'wajib' }],
      [{ tanya: 'Pendek' }, { tanya: 'terlalu-pendek' }],
      [{ tanya: 'x'.repeat(201) }, { tanya: 'terlalu-panjang' }],
      [{ jawab: '' }, { jawab: 'wajib' }],
      [{ jawab: 'x'.repeat(6001) }, { jawab: 'terlalu-panjang' }],
      [{ kelompok: '' }, { kelompok: 'wajib' }],
      [{ kelompok: '999999999' }, { kelompok: 'pilihan' }],
      [{ alamat: 'Huruf Besar' }, { alamat: 'format' }],
      [{ alamat: 'kelola' }, { alamat: 'format' }],
      [{ alamat: '../x' }, { alamat: 'format' }],
      [{ alamat: 'lama-aktivasi' }, { alamat: 'sudah-dipakai' }],
      [{ tanya: ['Dua kali ditulis?', 'Dua kali?'] }, { tanya: 'ganda' }],
    ]) {
      const j = await admin.post('/faq/kelola', { ...baik, ...isi });
      assert.equal(j.status, 422, JSON.stringify(isi));
      assert.deepEqual(j.galat, galat);
      assert.equal(j.nilai('/halaman/isian/ruas[@nama="jawab"]'),
        isi.jawab ?? baik.jawab);
    }
    for (const [jawab, kode, baris] of [
      ['satu\n\ndua *tiga', 'markah-bintang-terbuka', 3],
      ['\n\n  satu **dua', 'markah-bintang-terbuka', 3],
      ['- a\nb', 'markah-sesudah-daftar', 2],
      ['1. a\n3. b', 'markah-nomor', 2],
      ['* a', 'markah-tanda-butir', 1],
      ['a\r\n\r\n[b', 'markah-kurung', 3],
    ]) {
      const j = await admin.post('/faq/kelola', { ...baik, jawab });
      assert.equal(j.status, 422);
      assert.deepEqual(j.galat, { jawab: kode });
      assert.equal(Number(j.nilai('/halaman/galat/@baris')), baris, jawab);
      assert.equal(j.nilai('/halaman/isian/ruas[@nama="jawab"]')
        .replace(/\r/g, ''), jawab.replace(/\r/g, ''));
    }
    assert.equal(Number(sql(`SELECT COUNT(*) FROM faq
      WHERE tanya = ${q(baik.tanya)}`)[0][0]), 0);
  });

// Every sentence of the codes is written: none ends in the general one.
test('each fault of the markup has its own sentence', async () => {
  const kalimat = new Set();
  for (const jawab of ['* a', '-', '2. a', '- a\n  - b', '- a\nb', '*a',
    '***a***', '*a *b* c*', '[a', '[](/b)', '[a](b)']) {
    const o = await admin.kirim('POST', '/faq/kelola', { accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({ csrf: admin.csrf, kunci: kunci(), kelompok,
      tanya: 'Pertanyaan yang baik?', jawab }).toString());
    assert.equal(o.status, 422);
    const k = o.teks.match(/href="#r-jawab">Baris \d: (.*?)<\/a>/s)[1];
    assert.doesNotMatch(k, /tidak dapat diterima/);
    kalimat.add(k);
  }
  assert.equal(kalimat.size, 11);
});

test('links that lead elsewhere are refused', async () => {
  for (const x of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)',
    'data:text/html;base64,x', 'vbscript:x', 'http://x.example', '//x.example',
    '/\\x.example', 'https://a@x.example', 'https:x', 'mailto:a@b.example',
    '&#106;avascript:x', ' /a', '/a b', '/"onclick="x', 'https://x.example\\@y']) {
    const j = await admin.post('/faq/kelola', { kelompok,
      tanya: 'Pertanyaan yang baik?', jawab: `a\n[b](${x})` });
    assert.equal(j.status, 422, x);
    assert.match(j.galat.jawab, /^markah-(alamat|kurung)$/, x);
    assert.equal(j.nilai('/halaman/galat/@baris'), '2', x);
  }
});

test('no text becomes markup of the page, wherever it is shown', async () => {
  const racun = `${tanda}"'><script>alert(1)</script><img src=x onerror=a>&amp;`;
  const nama = `${racun.slice(0, 70)}`;
  let j = await admin.post('/faq/kelola/kelompok', { nama });
  assert.equal(j.status, 303, j.teks);
  const g = Number(j.lokasi.split('-').pop());
  const id = await tulis({ kelompok: g, tanya: racun,
    jawab: `${racun} *${racun.replace(/[*[\]]/g, '')}*\n\n- ${racun}\n\n` +
      `[${racun}](/panduan?a='b)` });
  assert.match(alamat(id), /^[a-z0-9-]+$/);
  const tamu = new Orang();
  const halaman = [await tamu.html('/faq'),
    await tamu.html(`/faq?cari=${encodeURIComponent(racun)}`),
    await tamu.html(`/faq/${alamat(id)}`),
    await admin.html('/faq/kelola'), await admin.html(`/faq/kelola/${id}`),
    await admin.html(`/faq/kelola/${id}/ubah`),
    await admin.html(`/faq/kelola/${id}/versi/1`),
    await admin.html('/faq/kelola/baru'),
    await admin.html(`/faq/kelola/kelompok/${g}`)];
  await admin.get('/faq/kelola');
  for (const isi of [{ jawab: racun, tanya: racun, alamat: racun },
    { jawab: '*', tanya: racun, alamat: racun }])
    halaman.push(await admin.kirim('POST', '/faq/kelola/pratinjau',
      { accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams({ csrf: admin.csrf, kelompok: g, ...isi })
        .toString()));
  for (const [i, h] of halaman.entries()) {
    assert.ok([200, 422].includes(h.status), `page ${i}: ${h.status}`);
    assert.doesNotMatch(h.teks, /<script>alert|<img src=x|"onerror/, `${i}`);
    if (i !== 7) assert.ok(h.teks.includes(tanda), `page ${i}`);
  }
  sql(`UPDATE faq SET aktif = 0 WHERE id = ${id}`);
});

test('the preview shows the answer, keeps what was typed, saves nothing',
  async () => {
    const isi = { kelompok, tanya: 'Belum ada?', jawab: 'Ini **tebal**.',
      alamat: 'belum-ada' };
    let j = await admin.post('/faq/kelola/pratinjau', { ...isi, kunci: null });
    assert.equal(j.status, 200);
    assert.equal(j.nilai('/halaman/pratinjau/@tanya'), 'Belum ada?');
    assert.equal(j.nilai('/halaman/pratinjau/alinea/tebal'), 'tebal');
    for (const [n, v] of Object.entries(isi))
      assert.equal(j.nilai(`/halaman/isian/ruas[@nama="${n}"]`), String(v));
    assert.equal(Number(sql(`SELECT COUNT(*) FROM faq
      WHERE tanya = ${q(isi.tanya)}`)[0][0]), 0);
    // Also when nothing else is filled in yet.
    j = await admin.post('/faq/kelola/pratinjau', { jawab: 'a' });
    assert.equal(j.status, 200);
    j = await admin.post('/faq/kelola/pratinjau', { ...isi, jawab: 'x\n*y' });
    assert.equal(j.status, 422);
    assert.deepEqual(j.galat, { jawab: 'markah-bintang-terbuka' });
    assert.equal(j.nilai('/halaman/galat/@baris'), '2');
    assert.equal(j.semua('/halaman/pratinjau').length, 0);
    // Of one that is there: its version goes along.
    const id = await tulis();
    j = await admin.post(`/faq/kelola/${id}/pratinjau`,
      { ...isi, versi: 1 });
    assert.equal(j.status, 200);
    assert.equal(j.nilai('/halaman/faq/@id'), String(id));
    assert.equal(j.nilai('/halaman/isian/ruas[@nama="versi"]'), '1');
    assert.equal(versi(id), 1);
    assert.equal((await admin.post('/faq/kelola/999999999/pratinjau', isi))
      .status, 404);
  });

test('sent twice, one question', async () => {
  const tanya = `Sekali saja ${unik(tanda)}?`;
  const isi = { kelompok, tanya, jawab: 'Ya.', kunci: kunci() };
  const hasil = await Promise.all([1, 2, 3, 4].map(() =>
    admin.post('/faq/kelola', isi)));
  for (const j of hasil) assert.equal(j.status, 303);
  assert.equal(new Set(hasil.map((j) => j.lokasi)).size, 1);
  assert.equal(Number(sql(`SELECT COUNT(*) FROM faq
    WHERE tanya = ${q(tanya)}`)[0][0]), 1);
  // Asked in the same words at the same time: each has its address.
  const id = (await Promise.all([1, 2, 3].map(() => admin.post('/faq/kelola',
    { kelompok, tanya, jawab: 'Ya.' })))).map((j) => {
    assert.equal(j.status, 303, j.teks);
    return Number(j.lokasi.split('/').pop());
  });
  assert.equal(new Set(id.map(alamat)).size, 3);
});

test('a change is a version; a lost update is refused; any is restored',
  async () => {
    const id = await tulis({ tanya: `Versi pertama ${tanda}?` });
    const isi = { kelompok, tanya: `Versi kedua ${tanda}?`, jawab: 'Dua.',
      alamat: alamat(id) };
    const ke = `/faq/kelola/${id}`;
    let j = await admin.post(`${ke}/ubah`, { ...isi, versi: 1 });
    assert.equal(j.status, 303, j.teks);
    // Of two who saw the same version one wins.
    j = await admin.post(`${ke}/ubah`, { ...isi, versi: 1, jawab: 'Kalah.' });
    assert.equal(j.status, 409);
    assert.equal(j.nilai('/halaman/galat/@kode'), 'berubah');
    assert.equal(j.nilai('/halaman/isian/ruas[@nama="jawab"]'), 'Kalah.');
    const hasil = await Promise.all(['A', 'B', 'C'].map((x) =>
      admin.post(`${ke}/ubah`, { ...isi, versi: 2, jawab: `${x}.` })));
    assert.deepEqual(hasil.map((x) => x.status).sort(), [303, 409, 409]);
    j = await admin.get(ke);
    assert.deepEqual(j.semua('/halaman/versi/@nomor').map((a) => a.value),
      ['3', '2', '1']);
    assert.ok(j.nilai('/halaman/versi[1]/@oleh'));
    j = await admin.get(`${ke}/versi/1`);
    assert.equal(j.nilai('/halaman/versi/@tanya'), `Versi pertama ${tanda}?`);
    assert.equal(j.nilai('/halaman/versi/jawab/alinea/tebal'), 'baik');
    assert.equal((await admin.get(`${ke}/versi/9`)).status, 404);
    // Seen as the second, it is the third by now.
    assert.equal((await admin.post(`${ke}/versi/1`, { versi: 2 })).status, 409);
    assert.equal((await admin.post(`${ke}/versi/9`, { versi: 3 })).status, 404);
    j = await admin.post(`${ke}/versi/1`, { versi: 3 });
    assert.equal(j.status, 303, j.teks);
    j = await admin.get(ke);
    assert.equal(j.nilai('/halaman/pesan/@kode'), 'faq-dipulihkan');
    assert.equal(j.nilai('/halaman/faq/@tanya'), `Versi pertama ${tanda}?`);
    assert.equal(j.nilai('/halaman/versi[1]/@nomor'), '4');
    assert.equal(j.nilai('/halaman/versi[1]/@asal'), '1');
    assert.equal(audit('faq-dipulihkan', id), 1);
    assert.equal(audit('faq-diubah', id), 2);
    // Nothing differs: nothing is written.
    const sama = { kelompok, tanya: `Versi pertama ${tanda}?`,
      jawab: 'Ini *contoh* **baik**.', versi: 4 };
    assert.equal((await admin.post(`${ke}/ubah`, sama)).status, 303);
    assert.equal(versi(id), 4);
  });

test('an old address still leads there', async () => {
  const id = await tulis({ alamat: `${tanda}-lama` });
  const tamu = new Orang();
  const isi = { kelompok, tanya: 'Pindah ke alamat lain?', jawab: 'Ya.' };
  let j = await admin.post(`/faq/kelola/${id}/ubah`, { ...isi, versi: 1,
    alamat: `${tanda}-baru` });
  assert.equal(j.status, 303, j.teks);
  j = await tamu.get(`/faq/${tanda}-lama`);
  assert.equal(j.status, 303);
  assert.equal(j.lokasi, `/faq/${tanda}-baru`);
  assert.equal((await tamu.get(j.lokasi)).status, 200);
  // Emptied, it stays; a vote at the old one counts.
  j = await admin.post(`/faq/kelola/${id}/ubah`, { ...isi, versi: 2,
    alamat: '', jawab: 'Tetap.' });
  assert.equal(j.status, 303, j.teks);
  assert.equal(alamat(id), `${tanda}-baru`);
  assert.equal((await tamu.post(`/faq/${tanda}-lama/suara`,
    { membantu: 'ya' })).status, 303);
  assert.deepEqual(suara(id), [1, 0, 1, 1]);
  // Nobody else gets it.
  j = await admin.post('/faq/kelola', { ...isi, alamat: `${tanda}-lama` });
  assert.deepEqual(j.galat, { alamat: 'sudah-dipakai' });
});

test('switched off, it is gone for all; switched on, it is back', async () => {
  const id = await tulis();
  const ke = `/faq/${alamat(id)}`;
  const tamu = new Orang();
  await tamu.get(ke);
  let j = await admin.post(`/faq/kelola/${id}/saklar`, { aktif: 'tidak' });
  assert.equal(j.status, 303, j.teks);
  for (const o of [tamu, admin]) {
    assert.equal((await o.get(ke)).status, 404);
    assert.ok(!(await o.get('/faq')).teks.includes(ke.slice(5)));
  }
  assert.equal((await tamu.post(`${ke}/suara`, { membantu: 'ya' })).status,
    404);
  assert.equal((await admin.get('/faq/kelola'))
    .nilai(`/halaman/kelompok/entri[@id="${id}"]/@status`), 'nonaktif');
  assert.equal((await admin.get(`/faq/kelola/${id}`)).status, 200);
  // Already so.
  j = await admin.post(`/faq/kelola/${id}/saklar`, { aktif: 'tidak' });
  assert.equal(j.status, 409);
  assert.equal((await admin.post(`/faq/kelola/${id}/saklar`, { aktif: 'x' }))
    .status, 422);
  j = await admin.post(`/faq/kelola/${id}/saklar`, { aktif: 'ya' });
  assert.equal(j.status, 303);
  assert.equal((await tamu.get(ke)).status, 200);
  assert.equal(audit('faq-dinonaktifkan', id), 1);
  assert.equal(audit('faq-diaktifkan', id), 1);
});

test('moved up and down, also by many at once', async () => {
  let j = await admin.post('/faq/kelola/kelompok',
    { nama: `Urutan ${unik()}` });
  const g = Number(j.lokasi.split('-').pop());
  const [a, b, c] = [await tulis({ kelompok: g }), await tulis({ kelompok: g }),
    await tulis({ kelompok: g })];
  const urutan = async () => (await new Orang().get('/faq'))
    .semua(`/halaman/kelompok[@id="${g}"]/entri/@alamat`).map((x) => x.value);
  const geser = (id, arah) => admin.post(`/faq/kelola/${id}/geser`, { arah });
  j = await geser(c, 'naik');
  assert.equal(j.status, 303, j.teks);
  assert.equal(j.lokasi, `/faq/kelola#faq-${c}`);
  assert.deepEqual(await urutan(), [a, c, b].map(alamat));
  await geser(a, 'turun');
  assert.deepEqual(await urutan(), [c, a, b].map(alamat));
  assert.equal((await geser(c, 'naik')).status, 303);
  assert.deepEqual(await urutan(), [c, a, b].map(alamat));
  for (const arah of ['', 'kiri']) {
    j = await geser(a, arah);
    assert.equal(j.status, 422);
  }
  assert.equal((await geser(999999999, 'naik')).status, 404);
  const banyak = await Promise.all(Array.from({ length: 8 }, (_, i) =>
    geser([a, b, c][i % 3], i % 2 ? 'naik' : 'turun')));
  for (const x of banyak) assert.equal(x.status, 303, x.teks);
  assert.deepEqual(sql(`SELECT urut FROM faq WHERE kelompok_id = ${g}
    ORDER BY urut`).map(([x]) => x), ['1', '2', '3']);
  // Its group, too.
  j = await admin.post(`/faq/kelola/kelompok/${g}/geser`, { arah: 'naik' });
  assert.equal(j.status, 303);
  assert.equal((await admin.post('/faq/kelola/kelompok/999999999/geser',
    { arah: 'naik' })).status, 404);
});

test('groups: renamed, not twice the same, none lost', async () => {
  const nama = `Kelompok ${unik()}`;
  let j = await admin.post('/faq/kelola/kelompok', { nama });
  const ke = `/faq/kelola/kelompok/${j.lokasi.split('-').pop()}`;
  j = await admin.post('/faq/kelola/kelompok', { nama });
  assert.equal(j.status, 422);
  assert.deepEqual(j.galat, { nama: 'sudah-dipakai' });
  for (const [n, g] of [['', 'wajib'], ['ab', 'terlalu-pendek'],
    ['x'.repeat(81), 'terlalu-panjang']])
    assert.deepEqual((await admin.post('/faq/kelola/kelompok', { nama: n }))
      .galat, { nama: g });
  j = await admin.post(ke, { nama: `${nama} baru`, versi: 1 });
  assert.equal(j.status, 303, j.teks);
  j = await admin.post(ke, { nama: 'Yang kalah', versi: 1 });
  assert.equal(j.status, 409);
  assert.equal(j.nilai('/halaman/isian/ruas[@nama="nama"]'), 'Yang kalah');
  assert.equal((await admin.get('/faq/kelola/kelompok/999999999')).status,
    404);
  // Without a question it is not seen.
  assert.ok(!(await new Orang().get('/faq')).teks.includes(nama));
  assert.ok((await admin.get('/faq/kelola')).teks.includes(`${nama} baru`));
});

test('a list costs one statement, a page three', async () => {
  const hitung = async (jalur) => {
    const tanya = () => Number(sql(`SELECT SUM(VARIABLE_VALUE) FROM
      information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'Com_stmt_execute'`)
      [0][0]);
    const tamu = new Orang();
    await tamu.get('/faq');
    let paling = Infinity;
    // Others are at work meanwhile: the least of some tries is ours.
    for (let i = 0; i < 12; i++) {
      const awal = tanya();
      await tamu.get(jalur);
      paling = Math.min(paling, tanya() - awal);
    }
    return paling;
  };
  // One is the frame's, once in a while.
  for (const [jalur, paling] of [['/faq', 2], ['/faq?cari=kartu+sam', 2],
    ['/faq/lama-aktivasi', 4]]) {
    const n = await hitung(jalur);
    assert.ok(n >= 1 && n <= paling, `${jalur}: ${n} statements`);
  }
});
