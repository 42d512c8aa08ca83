// cerita-unggah.mjs - a file of data balikan on a line of 512 kbit/s that
// breaks: sent by our own page, by tus-js-client in a browser, and without
// scripts; paused, gone on with after the page was closed and after signing in
// again, given up.  Every page on the way is checked and photographed.
// Proves B-04.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { akunBaru, alamat, dirVar, lembagaBaru, q, sql, tunggu, unik }
  from '../http/bantu.mjs';
import { buka, halaman, klik, langkah, masuk, pelihat, terlihat }
  from './bantu.mjs';
import { Saluran } from './saluran.mjs';

const klien = readFileSync(createRequire(import.meta.url)
  .resolve('tus-js-client/dist/tus.min.js'), 'utf8');
const lembaga = lembagaBaru('kementerian');
const petugas = akunBaru('pengguna', lembaga);
let browser, dir, p, polos, jalur, cdp;

const lihat = pelihat('unggah');

/** A table of n rows, in a file of its own. */
function tabel(nama, n) {
  const isi = ['NIK,NO_CIF', ...Array.from({ length: n }, (_, i) =>
    `32040101019${String(i % 100).padStart(2, '0')}${
      String(1 + i % 999).padStart(3, '0')},${
      randomBytes(12).toString('hex')}`)].join('\n');
  writeFileSync(join(dir, nama), `${isi}\n`);
  return join(dir, nama);
}

/** The page that is loaded now has a line as it is, or of 512 kbit/s. */
async function bebas() {
  await cdp?.detach();
  cdp = null;
}
async function lambat() {
  await bebas();
  cdp = await p.context().newCDPSession(p);
  await cdp.send('Network.enable');
  await saluran(false);
}
const saluran = (offline) => cdp.send('Network.emulateNetworkConditions',
  { offline, latency: 200, downloadThroughput: 64 << 10,
    uploadThroughput: 64 << 10 });

/** The line is gone, and comes back; the browser sees it, too. */
async function putus() {
  jalur.putus();
  await saluran(true);
}
async function sambung() {
  jalur.sambung();
  await saluran(false);
}

/** What the server has of the newest upload of a name. */
const terkirim = (nama) => Number(sql(`SELECT letak FROM unggahan
  WHERE lembaga_id = ${lembaga} AND nama = ${q(nama)}
  ORDER BY id DESC LIMIT 1`)[0]?.[0] ?? 0);

/** The file that became the sending at hand, unpacked when it was packed. */
async function sampai(url, asal) {
  const id = /\/balikan\/kiriman\/([0-9]+)/.exec(url)[1];
  const sha = await tunggu(() => sql(`SELECT sha256 FROM balikan_kiriman
    WHERE id = ${id} AND sha256 IS NOT NULL`)[0]?.[0], 20000);
  let isi = readFileSync(join(dirVar, 'simpanan', sha.slice(0, 2), sha));
  if (isi[0] === 0x1f && isi[1] === 0x8b) isi = gunzipSync(isi);
  const sidik = (b) => createHash('sha256').update(b).digest('hex');
  assert.equal(sidik(isi), sidik(readFileSync(asal)));
}

/** Choose a file and press the button. */
async function pilih(berkas, cepat = false) {
  await p.goto('/balikan/unggah');
  await p.getByLabel('Berkas data').setInputFiles(berkas);
  await (cepat ? bebas() : lambat());
  await klik(p, 'Kirim');
}

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cerita-unggah-'));
  browser = await buka();
  jalur = await Saluran.buka(alamat);
  p = await halaman(browser, { baseURL: jalur.alamat });
  polos = await halaman(browser, { javaScriptEnabled: false });
});

after(async () => {
  await browser?.close();
  jalur?.tutup();
  if (dir) rmSync(dir, { recursive: true });
});

langkah('the page, before there is anything', async () => {
  await masuk(p, petugas);
  await p.goto('/balikan/unggah');
  await lihat(p, '01-kosong');
});

langkah('a line of 512 kbit/s breaks twice: the file arrives', async () => {
  const nama = `${unik('tabel')}.csv`;
  const berkas = tabel(nama, 40000);
  await pilih(berkas);
  await terlihat(p, 'Sedang mengirim.');
  for (const bagian of [0.2, 0.5]) {
    await p.waitForFunction((b) => {
      const x = document.querySelector('.tus progress');
      return x.value / x.max > b;
    }, bagian, { timeout: 60000 });
    const hitungan = await p.locator('.tus [data-hitung]').innerText();
    await putus();
    assert.match(hitungan, new RegExp('^[0-9,]+ MB / [0-9,]+ MB · ' +
      '[0-9.]+ KB/dtk · sisa [0-9]+ (dtk|menit)$'));
    await terlihat(p, 'Sambungan terputus.');
    if (bagian === 0.2) await lihat(p, '02-terputus');
    const kini = terkirim(nama);
    await sambung();
    await tunggu(() => terkirim(nama) > kini, 60000);
  }
  await p.waitForURL('**/balikan/kiriman/*', { timeout: 90000 });
  // Packed on the way: less than the file has gone over the line.
  assert.ok(terkirim(nama) < 0.8 * readFileSync(berkas).length);
  await sampai(p.url(), berkas);
});

langkah('paused, closed, gone on with, signed in again', async () => {
  const nama = `${unik('lanjut')}.csv`;
  const berkas = tabel(nama, 90000);
  await pilih(berkas);
  await tunggu(() => terkirim(nama) > 100000, 60000);
  await klik(p, 'Jeda');
  await terlihat(p, 'Dijeda.');
  await lihat(p, '03-dijeda');
  await tunggu(async () => {
    const lama = terkirim(nama);
    await p.waitForTimeout(1500);
    return terkirim(nama) === lama;
  }, 20000);
  const awal = terkirim(nama);
  await klik(p, 'Lanjutkan');
  await tunggu(() => terkirim(nama) > awal, 60000);
  await p.goto('/balikan');
  await p.goto('/balikan/unggah');
  await terlihat(p, nama);
  await lihat(p, '04-belum-selesai');
  const tengah = terkirim(nama);
  assert.ok(tengah >= awal);
  await pilih(berkas);
  await tunggu(() => terkirim(nama) > tengah, 60000);
  // The session ends; in another tab one signs in again.
  sql(`DELETE FROM sesi WHERE akun_id = ${petugas.id}`);
  await putus();
  await terlihat(p, 'Sambungan terputus.');
  await sambung();
  await terlihat(p, 'Sesi Anda sudah berakhir.');
  await lihat(p, '05-masuk-lagi');
  const lain = await p.context().newPage();
  await masuk(lain, petugas);
  await lain.close();
  await p.waitForURL('**/balikan/kiriman/*', { timeout: 90000 });
  await sampai(p.url(), berkas);
  assert.equal(sql(`SELECT COUNT(*) FROM unggahan WHERE nama = ${q(nama)}`)
    [0][0], '1', 'one upload all along');
});

langkah('begun in another browser: told, and it begins anew', async () => {
  const nama = `${unik('lain')}.csv`;
  const berkas = tabel(nama, 90000);
  const kode = randomBytes(16).toString('hex');
  sql(`INSERT INTO unggahan (kode, lembaga_id, akun_id, nama, cara, letak,
    status, dibuat, diubah, berakhir) VALUES (${q(kode)}, ${lembaga},
    ${petugas.id}, ${q(nama)}, 'sebagian', 5000, 'terbuka',
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 DAY)`);
  await p.goto('/balikan/unggah');
  await terlihat(p, 'dilanjutkan hanya di peramban asalnya');
  const lanjut = p.getByRole('button', { name: `Lanjutkan mengirim ${nama}` });
  assert.equal(await lanjut.isVisible(), false);
  await lihat(p, '04-peramban-lain');
  await pilih(berkas);
  await terlihat(p, 'yang ini mulai dari awal');
  await tunggu(() => terkirim(nama) > 50000, 60000);
  await p.goto('/balikan');
  await p.goto('/balikan/unggah');
  // The one that was begun here can be gone on with, the other cannot.
  assert.equal(await lanjut.filter({ visible: true }).count(), 1);
  for (let i = 0; i < 2; i++) {
    await p.getByRole('link', { name: `Hapus unggahan ${nama}` }).first()
      .click();
    await klik(p, 'Ya, hapus unggahan');
  }
});

langkah('given up while it is sent, and from the list', async () => {
  const nama = `${unik('batal')}.csv`;
  const berkas = tabel(nama, 90000);
  const status = () => sql(`SELECT status FROM unggahan
    WHERE nama = ${q(nama)} ORDER BY id DESC LIMIT 1`)[0]?.[0];
  await pilih(berkas);
  await tunggu(() => terkirim(nama) > 50000, 60000);
  // The list is shown anew once it is gone.
  await Promise.all([p.waitForEvent('load'), klik(p, 'Batalkan')]);
  await tunggu(() => status() === 'batal');
  await pilih(berkas);
  await tunggu(() => status() === 'terbuka' && terkirim(nama) > 50000, 60000);
  await p.goto('/balikan');
  await p.goto('/balikan/unggah');
  await p.getByRole('link', { name: `Hapus unggahan ${nama}` }).click();
  await lihat(p, '06-hapus');
  await klik(p, 'Ya, hapus unggahan');
  await terlihat(p, 'Unggahan yang belum selesai itu sudah dihapus.');
  assert.equal(status(), 'batal');
});

langkah('an XLSX is sent as it is', async () => {
  const berkas = join(dir, `${unik('buku')}.xlsx`);
  writeFileSync(berkas, Buffer.concat([Buffer.from('PK\x03\x04'),
    Buffer.alloc(40), Buffer.from('xl/workbook.xml'), randomBytes(9 << 20)]));
  await pilih(berkas, true);
  await p.waitForURL('**/balikan/kiriman/*', { timeout: 30000 });
  await sampai(p.url(), berkas);
});

langkah('more than the institution may have is told', async () => {
  sql(`INSERT INTO balikan_lembaga (lembaga_id, kuota_mb)
    VALUES (${lembaga}, 1) ON DUPLICATE KEY UPDATE kuota_mb = 1`);
  const berkas = join(dir, `${unik('kuota')}.xlsx`);
  writeFileSync(berkas, Buffer.alloc(3 << 20, 1));
  await pilih(berkas, true);
  await terlihat(p, 'Kuota penyimpanan lembaga Anda tidak cukup.');
  await lihat(p, '07-kuota');
  sql(`UPDATE balikan_lembaga SET kuota_mb = NULL
    WHERE lembaga_id = ${lembaga}`);
});

langkah('without scripts the plain form does it', async () => {
  const berkas = tabel(`${unik('polos')}.csv`, 2000);
  await masuk(polos, petugas);
  await polos.goto('/balikan/unggah');
  await klik(polos, 'Kirim');
  await terlihat(polos, 'Pilih berkas untuk Berkas data.');
  await lihat(polos, '08-polos-galat', false);
  await polos.getByLabel('Berkas data').setInputFiles(berkas);
  await polos.getByLabel('Semua baris atau tidak sama sekali').check();
  await klik(polos, 'Kirim');
  await polos.waitForURL('**/balikan/kiriman/*');
  await sampai(polos.url(), berkas);
});

/** tus-js-client in the page; what it said: { url, kiriman, galat, ulang }. */
function dengan(nama, bytes, pilihan) {
  return p.evaluate(([n, panjang, opsi]) => new Promise((selesai) => {
    const isi = new Uint8Array(panjang);
    for (let i = 0; i < panjang; i += 4) {
      const x = Math.imul(i + 1, 2654435761);
      isi[i] = x; isi[i + 1] = x >> 8; isi[i + 2] = x >> 16;
      isi[i + 3] = x >> 24;
    }
    const hasil = { ulang: 0 };
    const u = new window.tus.Upload(new File([isi], n, { lastModified: 7 }), {
      endpoint: '/balikan/unggah/tus',
      headers: { 'X-CSRF-Token':
        document.querySelector('input[name=csrf]').value },
      retryDelays: [0, 300, 600, 1000, 2000, 3000, 5000, 5000],
      metadata: { filename: n, filetype: 'text/csv', cara: 'semua' },
      onShouldRetry(e) {
        hasil.ulang++;
        const s = e.originalResponse ? e.originalResponse.getStatus() : 0;
        return s === 0 || s >= 500 || s === 409 || s === 423;
      },
      onAfterResponse(_, j) {
        hasil.kiriman = j.getHeader('X-Kiriman') || hasil.kiriman;
      },
      onProgress(n2) { window.sampaiMana = n2; },
      onError(e) { selesai({ ...hasil, galat: String(e) }); },
      onSuccess() { selesai({ ...hasil, url: u.url }); },
      ...opsi,
    });
    window.unggahan = u;
    window.sampaiMana = 0;
    u.findPreviousUploads().then((lama) => {
      hasil.lama = lama.length;
      if (lama.length) u.resumeFromPreviousUpload(lama[0]);
      u.start();
    });
  }), [nama, bytes, pilihan]);
}

function samaDengan(id, panjang) {
  const isi = Buffer.alloc(panjang);
  for (let i = 0; i < panjang; i += 4)
    isi.writeInt32LE(Math.imul(i + 1, 2654435761), i);
  return tunggu(() => sql(`SELECT sha256 FROM balikan_kiriman
    WHERE id = ${id} AND sha256 IS NOT NULL`)[0]?.[0], 20000)
    .then((sha) => assert.equal(sha,
      createHash('sha256').update(isi).digest('hex')));
}

langkah('tus-js-client: each way of sending that it knows', async () => {
  await bebas();
  await p.goto('/balikan/unggah');
  await p.evaluate(klien);
  for (const [i, opsi] of [{}, { chunkSize: 100000 },
    { uploadDataDuringCreation: true },
    { uploadDataDuringCreation: true, chunkSize: 65536 },
    { overridePatchMethod: true, chunkSize: 100000 },
    { uploadLengthDeferred: true, chunkSize: 100000 }].entries()) {
    const j = await dengan(unik(`klien-${i}`), 400000, opsi);
    assert.equal(j.galat, undefined, JSON.stringify([opsi, j]));
    await samaDengan(j.kiriman, 400000);
  }
});

langkah('tus-js-client on a line that breaks, and after the page was ' +
  'loaded anew', async () => {
  const nama = unik('klien-putus');
  await lambat();
  let janji = dengan(nama, 700000, { chunkSize: 150000 });
  for (const batas of [120000, 320000]) {
    await p.waitForFunction((b) => window.sampaiMana > b, batas,
      { timeout: 60000 });
    await putus();
    await p.waitForTimeout(1200);
    await sambung();
  }
  await p.waitForFunction(() => window.sampaiMana > 400000, null,
    { timeout: 60000 });
  janji.catch(() => {});
  await bebas();
  await p.reload();
  await p.evaluate(klien);
  assert.ok(terkirim(nama) >= 300000);
  janji = await dengan(nama, 700000, { chunkSize: 150000 });
  assert.equal(janji.galat, undefined);
  assert.equal(janji.lama, 1, 'it remembers the upload');
  await samaDengan(janji.kiriman, 700000);
  assert.equal(sql(`SELECT COUNT(*) FROM unggahan WHERE nama = ${q(nama)}`)
    [0][0], '1');
});

langkah('tus-js-client gives one up', async () => {
  const nama = unik('klien-batal');
  await lambat();
  dengan(nama, 700000, { chunkSize: 100000 }).catch(() => {});
  await p.waitForFunction(() => window.sampaiMana > 120000, null,
    { timeout: 60000 });
  await p.evaluate(() => window.unggahan.abort(true));
  assert.equal(sql(`SELECT status FROM unggahan WHERE nama = ${q(nama)}`)
    [0][0], 'batal');
});
