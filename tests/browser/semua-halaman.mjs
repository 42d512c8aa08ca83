// semua-halaman.mjs - every page each role can reach by following links:
// valid HTML, nothing for axe in light and dark, no sideways scrolling down
// to 320 px, no console error; and its picture, wide and 360 px, light and
// dark, in var/screenshots.  Proves U-27.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { akunBaru, akunDemo, alamat, lembagaBaru, q, sql }
  from '../http/bantu.mjs';
import { buka, masuk, periksa, periksaHtml, potret, ruang }
  from './bantu.mjs';

let browser;

let contoh; // an account that is there for its pages alone

before(async () => {
  browser = await buka();
  // A request for erasure that waits to be decided.
  contoh = akunBaru('pengguna', lembagaBaru('kementerian')).id;
  sql(`INSERT INTO penghapusan (akun_id, asal, alasan, status, diminta, tenggat)
    VALUES (${contoh}, 'orang', 'Pindah kerja', 'diajukan', UTC_TIMESTAMP(3),
    CURRENT_DATE)`);
  // A file of data balikan that has not come whole, of each who sends some.
  sql(`INSERT INTO unggahan (kode, lembaga_id, akun_id, nama, cara, bytes,
    letak, status, dibuat, diubah, berakhir) SELECT MD5(RAND()), lembaga_id, id,
    'separuh-jalan.csv', 'sebagian', 104857600, 52428800, 'terbuka',
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 DAY
    FROM akun WHERE username IN (${akunDemo.filter((a) =>
    ['pengguna', 'dinas'].includes(a.peran)).map((a) => q(a.username))})`);
});
after(async () => {
  sql(`DELETE FROM penghapusan WHERE akun_id = ${contoh}`);
  sql(`DELETE FROM unggahan WHERE nama = 'separuh-jalan.csv'`);
  await browser.close();
});

/**
 * One name for all pages of a kind: /permintaan/12 is permintaan-id.  What
 * benih() marks behind # is a kind of its own.
 */
function jenis(url) {
  const u = new URL(url);
  if (u.hash.startsWith('#=')) return u.hash.slice(2);
  const kunci = [...u.searchParams.keys()].filter((k) =>
    ['minggu', 'tahun', 'status', 'untuk'].includes(k));
  return (u.pathname.slice(1)
    .replace(/\b[0-9a-f]{32,}\b/g, 'kode')
    .replace(/^faq\/(?!kelola(\/|$)).+/, 'faq/kode')
    .replace(/[0-9]{4}-[0-9]{2}-[0-9]{2}/g, 'tanggal')
    .replace(/(^|\/)[0-9]+(?=\/|$)/g, '$1id') || 'depan')
    .replace(/\//g, '-') + kunci.sort().map((k) => `-${k}`).join('');
}

/** Links that a person may follow without changing anything. */
function layak(href, asal) {
  const u = new URL(href, asal);
  return u.origin === new URL(asal).origin &&
    !u.pathname.startsWith('/aset/') &&
    !/\.(csv|xlsx|pdf)$/.test(u.pathname) &&
    !/\/(berkas|unduh|konsep|templat|ekspor)(\/|$|\.)/.test(u.pathname) &&
    // What a file was refused for; the reports themselves are pages.
    !/.\/laporan(\/|$|\.)/.test(u.pathname);
}

/** Cases in every state this account may see: their pages differ. */
function benih(akun) {
  if (['verifikator', 'pemohon'].includes(akun.peran)) return [];
  const milik = `SELECT lembaga_id FROM akun
    WHERE username = ${q(akun.username)}`;
  const batas = { pengguna: `lembaga_id = (${milik})`,
    dinas: `lembaga_id = (${milik})`,
    produsen: `produsen_id = (${milik}) AND status <> 'baru'`,
    admin: `status <> 'baru'`, pejabat: '1' }[akun.peran];
  const satu = (tabel) => sql(`SELECT MAX(id), status FROM ${tabel}
    WHERE ${batas} GROUP BY status`)
    .map(([id, status]) => `/${tabel}/${id}#=${tabel}-${status}`);
  // Files of data balikan: every state, and each reason one has failed for.
  const berkas = akun.peran === 'produsen' ? [] : sql(`SELECT MAX(id), status,
    COALESCE(galat, '') FROM balikan_kiriman WHERE ${/^lembaga/.test(batas) ?
    batas : '1'} GROUP BY status, galat`)
    .map(([id, status, galat]) => `/balikan/kiriman/${id}#=balikan-kiriman-${
      status}-${galat}`);
  return [...(akun.peran === 'pejabat' ? [] : satu('permintaan')),
    ...satu('proses'), ...berkas];
}

/** The same for everybody: once is enough. */
const umum = new Set();
const untukSemua = (nama) => /^(depan|verifikasi|akun-|panduan-|faq-kode)/.test(nama);

/** Open a page; null when it is a file. */
async function bukaHalaman(page, url) {
  try {
    const jawab = await page.goto(url);
    return /text\/html/.test(jawab.headers()['content-type'] || '') ? jawab :
      null;
  } catch (e) {
    if (/Download is starting|ERR_ABORTED/.test(e.message)) return null;
    throw e;
  }
}

async function jelajah(t, peran, akun) {
  const context = await ruang(browser);
  const page = await context.newPage();
  const galat = [];
  page.on('console', (m) => {
    if (m.type() === 'error') galat.push(`${page.url()}: ${m.text()}`);
  });
  page.on('pageerror', (e) => galat.push(`${page.url()}: ${e}`));
  if (akun) await masuk(page, akun);
  const antre = akun ? ['/beranda', ...benih(akun)] :
    ['/', '/login', '/register', '/verifikasi',
      '/panduan?cari=token#=panduan-cari'];
  const dikenal = new Set();
  let tautan = 0;
  while (antre.length > 0) {
    const url = new URL(antre.shift(), alamat).href;
    const nama = jenis(url);
    if (dikenal.has(nama) || umum.has(nama)) continue;
    dikenal.add(nama);
    if (untukSemua(nama)) umum.add(nama);
    await t.test(`${peran}: ${nama}`, async () => {
      galat.length = 0;
      const jawab = await bukaHalaman(page, url);
      if (!jawab) return;
      assert.equal(jawab.status(), 200, url);
      await periksaHtml(await jawab.text(), `${peran} ${url}`);
      const semua = (await page.$$eval('a[href]',
        (a) => a.map((x) => x.href))).filter((href) => layak(href, url));
      tautan += semua.length;
      antre.push(...semua);
      await periksa(page, `${peran} ${url}`);
      await potret(page, `${peran}-${nama}`);
      assert.deepEqual(galat, []);
    });
  }
  await context.close();
  assert.ok(tautan > 3, 'links are followed');
}

test('visitor', (t) => jelajah(t, 'tamu', null));
for (const peran of ['pengguna', 'produsen', 'dinas', 'admin', 'pejabat',
  'verifikator', 'pemohon'])
  test(peran, (t) => jelajah(t, peran,
    akunDemo.find((a) => a.peran === peran)));
