// gambar-panduan.mjs - makes the pictures of the guide (make gambar-panduan):
// signs in to the running suite as people of the demo, brings each page to the
// state its chapter tells of, and writes its content as on an office's screen
// (1280 px, light; about 1000 px without the menu), down to where it matters, to htdocs/aset/panduan/NAME.webp; the sizes of all go to
// xslt/bagian/panduan-gambar.xsl.  It changes nothing in the suite but what
// signing in does, and wants the data as `make run` makes them.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { akar, akunDemo, demo, q, sql } from '../http/bantu.mjs';
import { buka, hariIni, masuk, ruang } from './bantu.mjs';

const MAKS = 25 * 1024; // bytes of a picture
const MAKS_SEMUA = 700 * 1024;
const tujuan = join(akar, 'htdocs', 'aset', 'panduan');

/** The demo's account of an institution. */
function milik(lembaga) {
  const [[username]] = sql(`SELECT username FROM akun
    WHERE lembaga_id = ${Number(lembaga)} AND status = 'aktif'
    ORDER BY id LIMIT 1`);
  return akunDemo.find((a) => a.username === username);
}

/** The newest row of a table that is so, and whose institution it is. */
function terbaru(tabel, syarat, kolom = 'lembaga_id') {
  const [baris] = sql(`SELECT id, ${kolom} FROM ${tabel} WHERE ${syarat}
    ORDER BY id DESC LIMIT 1`);
  assert.ok(baris, `the demo has ${tabel} with ${syarat}`);
  return { id: baris[0], akun: milik(baris[1]) };
}

const pengguna = akunDemo.find((a) => a.username === 'bankmaju');
const admin = demo('admin');
const kartuPemilik = (status) => {
  const [baris] = sql(`SELECT k.id, p.lembaga_id, k.seri_kartu FROM kartu k
    JOIN permintaan p ON p.id = k.permintaan_id
    JOIN akun a ON a.lembaga_id = p.lembaga_id AND a.peran = 'pengguna'
    WHERE k.status = ${q(status)} ORDER BY k.id DESC LIMIT 1`);
  return { id: baris[0], akun: milik(baris[1]), seri: baris[2] };
};
const diajukan = terbaru('permintaan', `status = 'diajukan'`, 'produsen_id');
const diterima = terbaru('permintaan',
  `status = 'diterima' AND lembaga_id = 7`);
const tiket = terbaru('proses', `status = 'produksi'`);
const [[lama]] = sql(`SELECT id FROM perjanjian
  WHERE lembaga_id = ${Number(sql(`SELECT lembaga_id FROM akun
    WHERE username = ${q(pengguna.username)}`)[0][0])}
  ORDER BY id DESC LIMIT 1`);
const ditolak = terbaru('balikan_kiriman',
  'ditolak > 0 AND laporan IS NOT NULL');
const siap = kartuPemilik('token');
const aktif = kartuPemilik('aktif');

/*
 * nama, who (none: a visitor), the page; siapkan brings it to its state;
 * tinggi cuts after so many pixels of <main>; semua: the frame, too.
 */
const daftar = [
  { nama: 'daftar', url: '/register', tinggi: 620 },
  { nama: 'masuk', url: '/login', tinggi: 480,
    siapkan: (p) => p.getByLabel('Username').fill('sari.wulandari') },
  { nama: 'faktor', akun: pengguna, url: '/akun/faktor', tinggi: 520 },
  { nama: 'dashboard', akun: pengguna, url: '/beranda', semua: true,
    tinggi: 440 },
  { nama: 'notifikasi', akun: pengguna, url: '/notifikasi', tinggi: 520 },
  { nama: 'pilihan-pesan', akun: pengguna, url: '/notifikasi/pilihan',
    tinggi: 620 },
  { nama: 'permintaan-buat', akun: pengguna, url: '/permintaan/baru',
    tinggi: 640, siapkan: async (p) => {
      await p.getByLabel('No. Permintaan').fill('B/112/PJK/2026');
      await p.getByLabel('Judul Permintaan')
        .fill('Kartu SAM untuk pembaca di kantor cabang');
      await p.getByLabel('Jumlah Mesin').fill('120');
    } },
  { nama: 'permintaan-ikuti', akun: diterima.akun,
    url: `/permintaan/${diterima.id}`, tinggi: 600 },
  { nama: 'persetujuan', akun: diajukan.akun,
    url: `/permintaan/${diajukan.id}/setujui`, tinggi: 640 },
  { nama: 'kalender', akun: admin, url: '/proses/kalender', tinggi: 600 },
  { nama: 'tiket', akun: admin, url: `/proses/${tiket.id}`, tinggi: 600 },
  { nama: 'dokumen', akun: demo('pejabat'), url: '/dokumen', tinggi: 520 },
  { nama: 'verifikasi', url: '/verifikasi', tinggi: 560 },
  { nama: 'perjanjian', akun: pengguna, url: '/aktivasi/perjanjian',
    tinggi: 480 },
  { nama: 'perpanjang', akun: admin,
    url: `/admin/perjanjian/${lama}/perpanjang`, tinggi: 400 },
  { nama: 'aktivasi-minta', akun: siap.akun, url: '/aktivasi', tinggi: 520 },
  { nama: 'aktivasi-satu', akun: siap.akun,
    url: `/aktivasi/kartu/${siap.id}/aktifkan`, tinggi: 640 },
  { nama: 'manifes', akun: aktif.akun, url: `/aktivasi/kartu/${aktif.id}`,
    tinggi: 640 },
  { nama: 'kembali', akun: admin, url: '/aktivasi/kembali', tinggi: 460 },
  { nama: 'balikan-parameter', akun: pengguna, url: '/balikan/parameter',
    tinggi: 300 },
  { nama: 'balikan-kiriman', akun: ditolak.akun,
    url: `/balikan/kiriman/${ditolak.id}`, tinggi: 720 },
  { nama: 'lacak', akun: aktif.akun,
    url: `/aktivasi/lacak?cari=${encodeURIComponent(aktif.seri)}`,
    tinggi: 600 },
  { nama: 'peta', akun: admin, url: '/aktivasi/peta', tinggi: 640 },
  { nama: 'laporan', akun: admin, url: '/laporan/personalisasi', tinggi: 640 },
  { nama: 'admin-akun', akun: admin, url: '/admin/akun', tinggi: 480 },
  { nama: 'akun-massal', akun: admin, url: '/admin/akun/massal',
    tinggi: 330 },
  { nama: 'kotak-keluar', akun: admin, url: '/kotak-keluar', tinggi: 520 },
  { nama: 'status', akun: admin, url: '/status', tinggi: 520 },
];

/**
 * PNG to WebP, small enough: with all or fewer steps of red, green and blue,
 * else with loss.
 */
async function webp(kosong, png) {
  for (const [langkah, mutu] of [[255, 1], [31, 1], [255, 0.9], [255, 0.8],
    [255, 0.7], [255, 0.6]]) {
    const [b64, lebar, tinggi] = await kosong.evaluate(async ([isi, n, m]) => {
      const g = await createImageBitmap(await (await fetch(
        `data:image/png;base64,${isi}`)).blob());
      const k = new OffscreenCanvas(g.width, g.height);
      const c = k.getContext('2d');
      c.drawImage(g, 0, 0);
      const d = c.getImageData(0, 0, g.width, g.height);
      d.data.forEach((x, i) => {
        d.data[i] = Math.round(Math.round(x * n / 255) * 255 / n);
      });
      c.putImageData(d, 0, 0);
      const b = new Uint8Array(await (await k.convertToBlob(
        { type: 'image/webp', quality: m })).arrayBuffer());
      return [btoa(Array.from(b, (x) => String.fromCharCode(x)).join('')),
        g.width, g.height];
    }, [png.toString('base64'), langkah, mutu]);
    const isi = Buffer.from(b64, 'base64');
    if (isi.length <= MAKS) return { isi, lebar, tinggi, mutu };
  }
  return null;
}

const browser = await buka();
const ruangan = new Map();
const ukuran = [];
let semua = 0;

/** The page of one person, signed in. */
async function halaman(akun) {
  if (!ruangan.has(akun)) {
    const page = await (await ruang(browser, {
      viewport: { width: 1280, height: 900 }, colorScheme: 'light',
      reducedMotion: 'reduce' })).newPage();
    if (akun) await masuk(page, akun);
    ruangan.set(akun, page);
  }
  return ruangan.get(akun);
}

/** <main> without what is empty at its right. */
function isi(page) {
  return page.evaluate(() => {
    const m = document.querySelector('main').getBoundingClientRect();
    const kanan = Math.max(...[...document.querySelectorAll('main .kotak, ' +
      'main .saringan, main table, main .kepala-aksi > *')]
      .map((e) => e.getBoundingClientRect().right));
    return { x: m.x, y: m.y, height: m.height,
      width: Math.min(window.innerWidth, kanan + 8) - m.x };
  });
}

try {
  mkdirSync(tujuan, { recursive: true });
  const kosong = await (await browser.newContext()).newPage();
  for (const g of daftar) {
    const page = await halaman(g.akun);
    const jawab = await page.goto(g.url);
    assert.equal(jawab.status(), 200, `${g.nama}: ${g.url}`);
    await g.siapkan?.(page);
    // Nothing is lit up because the mouse is there.
    await page.mouse.move(0, 0);
    await page.evaluate(() => {
      document.activeElement?.blur();
      window.scrollTo(0, 0);
    });
    const kotak = g.semua ? { x: 0, y: 0, width: 1280, height: g.tinggi } :
      await isi(page);
    let hasil = null;
    for (let h = Math.min(kotak.height, g.tinggi); !hasil; h -= 40)
      hasil = await webp(kosong, await page.screenshot({ fullPage: true,
        clip: { ...kotak, height: h } }));
    const { isi: bita, lebar, tinggi, mutu } = hasil;
    writeFileSync(join(tujuan, `${g.nama}.webp`), bita);
    ukuran.push(`${g.nama}=${lebar}x${tinggi}`);
    semua += bita.length;
    console.log(`${g.nama}: ${lebar} x ${tinggi}, ${bita.length} bytes` +
      (mutu < 1 ? `, quality ${mutu}` : ''));
  }
  assert.ok(semua <= MAKS_SEMUA, `${semua} bytes in all`);
  for (const n of readdirSync(tujuan))
    if (!daftar.some((g) => `${g.nama}.webp` === n)) rmSync(join(tujuan, n));
  writeFileSync(join(akar, 'xslt', 'bagian', 'panduan-gambar.xsl'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-gambar.xsl: sizes of the pictures of the guide; written by
     tests/browser/gambar-panduan.mjs together with them. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="ukuran-gambar" select="'|${ukuran.join('|')}|'"/>

</xsl:stylesheet>
`);
  console.log(`${daftar.length} pictures, ${semua} bytes on ${hariIni()}`);
} finally {
  await browser.close();
}
