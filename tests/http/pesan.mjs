// pesan.mjs - messages from the change of state to the receiver (U-18, U-19):
// the outbox, the worker that sends it to a real mail server and a WhatsApp
// gateway, what it does when they are away or refuse, the staff's page, the
// bell, preferences.
//
// It has a suite of its own: its worker sends all messages there are.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serverSurel, serverWa } from './pesan-bantu.mjs';
import { anak, jaga, jalankan, masuk, mulai, rumah, selesai, tidur }
  from './tahan-bantu.mjs';

let b, surel, wa, admin, konfig;

before(async () => {
  b = await mulai('pesan');
  surel = await serverSurel();
  wa = await serverWa();
  konfig = readFileSync(join(rumah.dir, 'sifilma.conf'), 'utf8');
  writeFileSync(join(rumah.dir, 'wa-token'), 'rahasia-uji\n');
  b.sql(`UPDATE pengaturan SET nilai = 'tidak'
    WHERE nama LIKE 'faktor_wajib%'`);
  admin = await masuk(b.akunBaru('admin', rumah.ditjen));
  await atur(biasa());
});

after(async () => {
  selesai();
  await surel?.hentikan();
  await wa?.hentikan();
});

const uji = (nama, f) => test(nama, () => jaga(f));

const biasa = () => ({ smtp_url: `smtp://127.0.0.1:${surel.port}`,
  smtp_tls: 'tanpa', pengirim: 'SI-FILMA – Uji <surat@dukcapil.example>',
  wa_url: wa.url, wa_token_berkas: join(rumah.dir, 'wa-token'),
  kirim_batas_detik: 2 });

/** The worker and the pages with these lines in the configuration. */
async function atur(isi) {
  writeFileSync(join(rumah.dir, 'sifilma.conf'), konfig +
    Object.entries(isi).map(([n, v]) => `${n} = ${v}\n`).join(''));
  for (const nama of ['pekerja-notifikasi', 'notifikasi']) {
    const lama = new Set(anak(nama));
    jalankan(['restart', nama]);
    await b.tunggu(() => {
      const kini = anak(nama);
      return kini.length > 0 && !kini.some((p) => lama.has(p));
    });
  }
}

const baris = (id) => {
  const [status, coba, galat, berikut, terkirim, pesanId, data] =
    b.sql(`SELECT status, coba, IFNULL(galat, ''), IFNULL(TIMESTAMPDIFF(SECOND,
      UTC_TIMESTAMP(), berikut), ''), IFNULL(terkirim, ''),
      IFNULL(pesan_id, ''), REPLACE(data, '\\n', '|') FROM kotak_keluar
      WHERE id = ${id}`)[0];
  return { status, coba: Number(coba), galat, terkirim, pesanId, data,
    detik: Number(berikut) };
};

/** A row of the outbox as the model writes it. */
function pesan(kepada, lain = {}) {
  const k = { saluran: 'surel', templat: 'permintaan-ditolak', rahasia: 0,
    data: 'id=1\nnomor=1/UJI\njudul=Uji & coba\nprodusen=PT Uji', ...lain };
  return Number(b.sql(`INSERT INTO kotak_keluar (saluran, kepada, templat,
    data, rahasia, dibuat, berikut) VALUES (${b.q(k.saluran)},
    ${b.q(kepada)}, ${b.q(k.templat)}, ${b.q(k.data)}, ${k.rahasia},
    UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)); SELECT LAST_INSERT_ID()`)[0][0]);
}

const sampai = (id, syarat, batas) => b.tunggu(() => {
  const k = baris(id);
  return syarat(k) && k;
}, batas);
const status = (id, apa) => sampai(id, (k) => k.status === apa);
const untuk = (alamat) => surel.surat.filter((s) => s.to.includes(alamat));
/** So many have come there; the server tells us a moment later. */
const tiba = (alamat, n = 1) => b.tunggu(() => {
  const x = untuk(alamat);
  return x.length >= n && x;
});

/** Its pause is over. */
const segera = (id) => b.sql(`UPDATE kotak_keluar SET berikut =
  UTC_TIMESTAMP(3) WHERE id = ${id} AND berikut IS NOT NULL`);

uji('U-18 a change of state is an e-mail in the receiver\'s box', async () => {
  const idProd = b.lembagaBaru('produsen');
  const bank = await masuk(b.akunBaru('pengguna', b.lembagaBaru('bhi-pusat')));
  const produsen = await masuk(b.akunBaru('produsen', idProd));
  b.sql(`UPDATE akun SET nama = 'Renée Óscar "Uji" Ŝimun'
    WHERE id = ${produsen.akun.id}`);
  const judul = 'Pembaca “KTP-el” untuk kantor cabang é di seluruh Indonesia';
  const pdf = { nama: 'surat.pdf', isi: b.pdf() };
  let j = await bank.post('/permintaan', { nomor: b.unik('10/'), judul,
    produsen: idProd, jumlah: 2, fungsi: 'R', aksi: 'kirim' },
  { berkas: pdf });
  assert.equal(j.status, 303, j.teks);
  const m = Number(/(\d+)$/.exec(j.lokasi)[1]);
  const [s] = await tiba(`${produsen.akun.username}@uji.example`);
  assert.equal(s.headers.subject, 'Permintaan baru untuk disetujui');
  assert.equal(s.headers.to, '"Renée Óscar \\"Uji\\" Ŝimun" ' +
    `<${produsen.akun.username}@uji.example>`);
  assert.match(s.headers.from, /SI-FILMA – Uji <surat@dukcapil\.example>/);
  assert.equal(s.from, 'surat@dukcapil.example');
  assert.equal(s.headers['auto-submitted'], 'auto-generated');
  assert.match(s.headers['list-unsubscribe'], /\/notifikasi\/pilihan>$/);
  assert.ok(s.headers.date && s.headers['message-id']);
  assert.deepEqual([s.defects, s.parts.flatMap((p) => p.defects)], [[], []]);
  assert.ok(s.ascii);
  assert.ok(s.longest <= 78, String(s.longest));
  assert.deepEqual(s.parts.map((p) => p.type), ['text/plain', 'text/html']);
  for (const p of s.parts) {
    assert.ok(p.content.includes(judul), p.content);
    assert.ok(p.content.includes(`/permintaan/${m}`), p.content);
  }
  await b.tunggu(() => b.sql(`SELECT status FROM kotak_keluar
    WHERE akun_id = ${produsen.akun.id}`)[0][0] === 'terkirim');

  // The ticket comes with its days as a calendar file.
  const langkah = async (siapa, aksi, isian, berkas) => {
    j = await siapa.post(`/permintaan/${m}/${aksi}`, { ...isian,
      versi: b.sql(`SELECT versi FROM permintaan WHERE id = ${m}`)[0][0] },
    berkas);
    assert.equal(j.status, 303, `${aksi}: ${j.teks}`);
  };
  const hari = (g) => new Date(Date.now() + 7 * 3600e3 + g * 864e5)
    .toISOString().slice(0, 10);
  const u = b.unik('P').toUpperCase();
  await langkah(produsen, 'setujui', { jalur: 'langsung',
    'po1-nomor': u, 'po1-tanggal': hari(-6), 'po1-jumlah': 2,
    'seri-ketik': `${u}A;${u}B\n${u}C;${u}D` },
  { 'po1-berkas': pdf, pks: pdf });
  await langkah(admin, 'daftarkan', { 'agenda-nomor': u,
    'agenda-tanggal': hari(-5) });
  await langkah(admin, 'disposisi', { 'tanggal-dirjen': hari(-4),
    'tanggal-fpddk': hari(-3), 'tanggal-kasubdit': hari(-2) });
  await langkah(admin, 'terima', {});
  const t = await b.tunggu(() => untuk(`${bank.akun.username}@uji.example`)
    .find((x) => x.headers.subject.startsWith('Tiket personalisasi terbit')));
  const ics = t.parts.find((p) => p.type === 'text/calendar');
  assert.equal(ics.name, 'jadwal.ics');
  const [mulaiHari, akhirHari] = b.sql(`SELECT estimasi_mulai,
    DATE_ADD(estimasi_selesai, INTERVAL 1 DAY) FROM proses
    WHERE permintaan_id = ${m}`)[0].map((x) => x.replaceAll('-', ''));
  assert.match(ics.content, new RegExp(`DTSTART;VALUE=DATE:${mulaiHari}`));
  assert.match(ics.content, new RegExp(`DTEND;VALUE=DATE:${akhirHari}`));
  // No copy of a letter, no NIK in any of them.
  for (const x of surel.surat) {
    assert.ok(x.parts.every((p) => /^text\//.test(p.type)));
    assert.doesNotMatch(JSON.stringify(x.parts), /\b\d{16}\b/);
  }
});

uji('U-18 the same message has the same Message-ID at every try', async () => {
  const id = pesan('tutup1@uji.example');
  await sampai(id, (k) => k.status === 'antri' && k.coba === 1);
  await b.tunggu(() => { segera(id); return baris(id).coba >= 2; }, 20000);
  const [x, y] = await tiba('tutup1@uji.example', 2);
  assert.equal(x.headers['message-id'], y.headers['message-id']);
  assert.match(x.headers['message-id'], new RegExp(
    `^<sifilma\\.${id}\\.[0-9a-f]{16}@dukcapil\\.example>$`));
  b.sql(`DELETE FROM kotak_keluar WHERE id = ${id}`);
  await atur(biasa()); // without the rest that a broken line brings
});

uji('U-18 refused for good is a dead letter; staff send it again', async () => {
  const id = pesan('tolak1@uji.example');
  let k = await status(id, 'gagal');
  assert.equal(k.coba, 1);
  assert.match(k.galat, /^smtp-550: .*Kotak surat tidak ada/);
  let j = await admin.get('/kotak-keluar?status=gagal');
  const jalur = `/halaman/daftar/baris[@id = '${id}']`;
  assert.equal(j.nilai(`${jalur}/@ulang`), 'ya');
  assert.match(j.nilai(`${jalur}/@galat`), /^smtp-550/);
  assert.ok(Number(j.nilai("/halaman/saluran[@nama = 'surel']/@gagal")) >= 1);
  const kunci = b.kunci();
  j = await admin.post(`/kotak-keluar/${id}/ulang`, { kunci });
  assert.equal(j.status, 303);
  j = await admin.post(`/kotak-keluar/${id}/ulang`, { kunci });
  assert.equal(j.status, 303); // the same form acts once
  k = await status(id, 'gagal');
  assert.equal(b.sql(`SELECT COUNT(*) FROM audit WHERE tindakan =
    'pesan-dikirim-ulang' AND objek_id = ${id}`)[0][0], '1');
  // Repaired meanwhile: it goes out.
  b.sql(`UPDATE kotak_keluar SET kepada = 'baik1@uji.example'
    WHERE id = ${id}`);
  j = await admin.post('/kotak-keluar/ulang');
  assert.equal(j.status, 303);
  k = await status(id, 'terkirim');
  assert.ok(k.terkirim && k.pesanId.startsWith(`sifilma.${id}.`));
  // What was sent is not sent again.
  j = await admin.post(`/kotak-keluar/${id}/ulang`);
  assert.equal(j.status, 409);
  assert.equal((await admin.post('/kotak-keluar/999999999/ulang')).status,
    404);
});

uji('U-18 "later" is tried again after growing pauses', async () => {
  const id = pesan('nanti1@uji.example');
  for (const [n, menit] of [[1, 1], [2, 2], [3, 4], [4, 8]]) {
    const k = await b.tunggu(() => {
      const x = baris(id);
      return x.status === 'antri' && x.coba === n && x;
    });
    assert.match(k.galat, /^smtp-451/);
    assert.ok(k.detik >= 60 * menit * 0.8 - 5 &&
      k.detik <= 60 * menit * 1.2 + 1, `try ${n}: ${k.detik} s`);
    segera(id);
  }
  // After the last try it is given up.
  await sampai(id, (k) => k.status === 'antri' && k.coba === 5);
  b.sql(`UPDATE kotak_keluar SET coba = 11, berikut = UTC_TIMESTAMP(3)
    WHERE id = ${id}`);
  const k = await status(id, 'gagal');
  assert.equal(k.coba, 12);
});

uji('U-18 a mail server that is away: queued, then sent', async () => {
  // A port at which nobody listens.
  const port = await new Promise((r) => {
    const s = net.createServer().listen(0, '127.0.0.1', () => {
      const p = s.address().port;
      s.close(() => r(p));
    });
  });
  await atur({ ...biasa(), smtp_url: `smtp://127.0.0.1:${port}` });
  const id = pesan('hilang@uji.example');
  const k = await sampai(id, (x) => x.status === 'antri' && x.coba === 1);
  assert.match(k.galat, /^sambungan/);
  assert.ok(k.detik > 40);
  await atur(biasa());
  segera(id);
  await status(id, 'terkirim');
  assert.equal((await tiba('hilang@uji.example')).length, 1);
});

uji('U-18 TLS and a password; without TLS the password is not sent',
  async () => {
    const [cert, key] = ['cert', 'key'].map((x) => join(rumah.dir, x));
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt',
      'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj',
      '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
      '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const aman = await serverSurel('--tls', cert, key, '--sandi', 'kantor',
      'Sandi Surel');
    writeFileSync(join(rumah.dir, 'sandi-surel'), 'Sandi Surel\n');
    const isi = { ...biasa(), smtp_url: `smtp://localhost:${aman.port}`,
      smtp_tls: 'wajib', smtp_akun: 'kantor', kirim_ca: cert,
      smtp_sandi_berkas: join(rumah.dir, 'sandi-surel') };
    try {
      await atur(isi);
      const id = pesan('aman@uji.example');
      await status(id, 'terkirim');
      await b.tunggu(() => aman.surat.length > 0);
      assert.deepEqual([aman.surat[0].tls, aman.surat[0].authenticated],
        [true, true]);
      // A server that has no TLS, or that nobody vouches for, gets nothing.
      for (const salah of [{ kirim_ca: '/dev/null' },
        { smtp_url: `smtp://127.0.0.1:${surel.port}` }]) {
        await atur({ ...isi, ...salah });
        const lain = pesan('takaman@uji.example');
        const k = await sampai(lain, (x) => x.coba === 1 &&
          x.status === 'antri');
        assert.match(k.galat, /^(sambungan|smtp-)/);
        b.sql(`DELETE FROM kotak_keluar WHERE id = ${lain}`);
      }
      // A wrong password is our own mistake: no message is given up for it.
      writeFileSync(join(rumah.dir, 'sandi-surel'), 'salah\n');
      await atur(isi);
      const lain = pesan('aman2@uji.example');
      const k = await sampai(lain, (x) => x.coba === 1 &&
        x.status === 'antri');
      assert.match(k.galat, /smtp-535/);
      assert.equal(untuk('takaman@uji.example').length, 0);
    } finally {
      await aman.hentikan();
      await atur(biasa());
    }
  });

uji('U-18 WhatsApp: as text, with the token; 429, 500, 4xx, silence, nonsense',
  async () => {
    const semua = { 628111: 200, 628222: [429, { 'retry-after': '600' }, '{}'],
      628333: 500, 628444: 400, 628555: 'diam', 628666: 'sampah' };
    wa.jawab = (nomor) => semua[nomor.slice(0, 6)] ?? 200;
    const kirim = async (nomor, syarat) => {
      const id = pesan(nomor, { saluran: 'wa' });
      const k = await sampai(id, syarat, 15000);
      // The channel rests after a failure; the next one need not wait for it.
      await atur(biasa());
      return { id, ...k };
    };
    const gagal = (k) => k.coba === 1 && k.status !== 'mengirim';
    let k = await kirim('0811 1000-1', gagal);
    assert.equal(k.status, 'terkirim');
    const [m] = wa.minta.filter((x) => x.to === '6281110001');
    assert.match(k.pesanId, /^wamid\./);
    assert.equal(m.token, 'Bearer rahasia-uji');
    assert.deepEqual([m.body.messaging_product, m.body.type],
      ['whatsapp', 'text']);
    assert.match(m.text, /^SI-FILMA - Permintaan ditolak produsen\. /);
    assert.match(m.text, /Uji & coba/);
    assert.doesNotMatch(m.text, /\n/);
    k = await kirim('+62 822 2000-2', gagal);
    assert.equal(k.status, 'antri');
    assert.match(k.galat, /^http-429/);
    assert.ok(k.detik > 580 && k.detik <= 600, `${k.detik} s`);
    k = await kirim('08333000003', gagal);
    assert.equal(k.status, 'antri');
    assert.match(k.galat, /^http-500: 131000 Ditolak untuk uji/);
    k = await kirim('08444000004', gagal);
    assert.equal(k.status, 'gagal');
    assert.match(k.galat, /^http-400: 131000/);
    k = await kirim('08555000005', gagal);
    assert.equal(k.status, 'antri');
    assert.match(k.galat, /^waktu/);
    k = await kirim('08666000006', gagal);
    assert.equal(k.status, 'antri');
    assert.equal(k.galat, 'jawaban');
    k = await kirim('bukan nomor', (x) => x.status === 'gagal');
    assert.equal(k.galat, 'nomor');
    b.sql("DELETE FROM kotak_keluar WHERE saluran = 'wa'");
    wa.jawab = () => 200;
  });

uji('U-18 a message template of the gateway', async () => {
  await atur({ ...biasa(), wa_templat: 'pemberitahuan' });
  const id = pesan('0811', { saluran: 'wa' });
  await status(id, 'gagal'); // too short to be a number
  const lain = pesan('081199900001', { saluran: 'wa' });
  await status(lain, 'terkirim');
  const { body } = wa.minta.at(-1);
  assert.deepEqual([body.type, body.template.name,
    body.template.language.code], ['template', 'pemberitahuan', 'id']);
  assert.match(body.template.components[0].parameters[0].text, /^SI-FILMA/);
  await atur(biasa());
});

uji('U-18 secrets: sent, then wiped; never shown to staff in production',
  async () => {
    const rahasia = { templat: 'sandi-lupa', rahasia: 1,
      data: 'jalur=/login/sandi/kodeRAHASIA123\njam=2' };
    await atur({ ...biasa(), mode: 'produksi' });
    // The program of the page is in production, too.
    const id = pesan('rahasia@uji.example', rahasia);
    await status(id, 'terkirim');
    const [s] = await tiba('rahasia@uji.example');
    assert.match(s.parts[0].content, /kodeRAHASIA123/);
    assert.ok(!s.headers['list-unsubscribe']);
    assert.equal(baris(id).data, '');
    const mati = pesan('tolak2@uji.example', rahasia);
    await status(mati, 'gagal');
    assert.equal(baris(mati).data, '');
    const antri = pesan('nanti2@uji.example', rahasia);
    await sampai(antri, (k) => k.coba === 1 && k.status === 'antri');
    assert.match(baris(antri).data, /kodeRAHASIA123/);
    for (const tipe of ['get', 'html']) {
      const j = await admin[tipe]('/kotak-keluar');
      assert.equal(j.status, 200);
      assert.doesNotMatch(j.teks, /kodeRAHASIA123/);
    }
    assert.equal((await admin.post(`/kotak-keluar/${mati}/ulang`)).status,
      409);
    // What waited for days is given up, and its secret with it.
    b.sql(`UPDATE kotak_keluar SET dibuat = dibuat - INTERVAL 4 DAY,
      berikut = berikut - INTERVAL 4 DAY WHERE id = ${antri}`);
    await atur({ mode: 'produksi' });
    const k = await status(antri, 'gagal');
    assert.deepEqual([k.galat, k.data], ['kedaluwarsa', '']);
    // Nothing is configured: it stays queued, and the page says so.
    const tunda = pesan('menunggu@uji.example');
    await tidur(2500);
    assert.deepEqual([baris(tunda).status, baris(tunda).coba], ['antri', 0]);
    let j = await admin.get('/kotak-keluar');
    assert.equal(j.nilai("/halaman/saluran[@nama = 'surel']/@siap"), '');
    assert.ok(Number(j.nilai("/halaman/saluran[@nama = 'surel']/@antri"))
      >= 1);
    assert.match((await admin.html('/kotak-keluar')).teks,
      /Belum diatur: pesan menunggu/);
    // In development it is shown instead, whole.
    await atur({});
    await status(tunda, 'tampil');
    const lagi = pesan('pengembang@uji.example', rahasia);
    await status(lagi, 'tampil');
    j = await admin.html('/kotak-keluar');
    assert.match(j.teks, /\/login\/sandi\/kodeRAHASIA123/);
    await atur(biasa());
  });

uji('U-18 rights: the outbox is the admin\'s; the old address leads there',
  async () => {
    const bank = await masuk(b.akunBaru('pengguna',
      b.lembagaBaru('bhi-pusat')));
    assert.equal((await bank.get('/kotak-keluar')).status, 403);
    assert.equal((await bank.post('/kotak-keluar/1/ulang')).status, 403);
    const j = await admin.get('/admin/kotak-keluar?status=gagal');
    assert.deepEqual([j.status, j.lokasi],
      [303, '/kotak-keluar?status=gagal']);
  });

uji('U-19 the bell: what came, how many are unread, reading one and all',
  async () => {
    const lembaga = b.lembagaBaru('bhi-pusat');
    const orang = await masuk(b.akunBaru('pengguna', lembaga));
    const lain = await masuk(b.akunBaru('pengguna', lembaga));
    const id = b.sql(`INSERT INTO notifikasi (akun_id, templat, data, dibuat)
      VALUES (${orang.akun.id}, 'permintaan-ditolak',
      'id=7\\nnomor=1\\njudul=A', UTC_TIMESTAMP(3)),
      (${orang.akun.id}, 'tiket-terbit', 'tiket=T00000007\\njudul=B',
      UTC_TIMESTAMP(3)), (${orang.akun.id}, 'sandi-diganti', 'alamat=::1',
      UTC_TIMESTAMP(3)); SELECT id FROM notifikasi
      WHERE akun_id = ${orang.akun.id} ORDER BY id`).flat().map(Number);
    let j = await orang.get('/notifikasi');
    assert.equal(j.nilai('/halaman/sesi/@belum'), '3');
    assert.deepEqual(j.semua('/halaman/daftar/baris/surat/@ke')
      .map((x) => x.value), ['/akun/sesi', '/proses?cari=T00000007',
      '/permintaan/7']);
    j = await orang.html('/akun/profil');
    assert.match(j.teks, /aria-label="Notifikasi: 3 belum dibaca"/);
    // Going to what it is about is reading it.
    j = await orang.post(`/notifikasi/${id[1]}/buka`);
    assert.deepEqual([j.status, j.lokasi], [303, '/proses?cari=T00000007']);
    j = await orang.post(`/notifikasi/${id[0]}/dibaca`);
    assert.equal(j.status, 303);
    j = await orang.get('/notifikasi?status=belum');
    assert.equal(j.nilai('/halaman/sesi/@belum'), '1');
    assert.deepEqual(j.semua('/halaman/daftar/baris/@id')
      .map((x) => Number(x.value)), [id[2]]);
    // Somebody else's are not there.
    assert.equal((await lain.post(`/notifikasi/${id[2]}/buka`)).status, 404);
    assert.equal((await lain.get('/notifikasi')).nilai('/halaman/sesi/@belum'),
      '0');
    // All at once, but not what came after the page was shown.
    const sampaiId = j.nilai('/halaman/@terbaru');
    b.sql(`INSERT INTO notifikasi (akun_id, templat, data, dibuat) VALUES
      (${orang.akun.id}, 'selesai', 'tiket=T00000009', UTC_TIMESTAMP(3))`);
    j = await orang.post('/notifikasi/dibaca', { sampai: sampaiId });
    assert.equal(j.status, 303);
    j = await orang.get('/notifikasi?status=belum');
    assert.deepEqual(j.semua('/halaman/daftar/baris/surat/@templat')
      .map((x) => x.value), ['selesai']);
    assert.equal((await orang.post('/notifikasi/dibaca', { sampai: 'x' }))
      .status, 400);
  });

uji('U-19 preferences: e-mail off, WhatsApp on, the bell always', async () => {
  const idProd = b.lembagaBaru('produsen');
  const bank = await masuk(b.akunBaru('pengguna', b.lembagaBaru('bhi-pusat')));
  const produsen = await masuk(b.akunBaru('produsen', idProd));
  const nomor = `0813${String(produsen.akun.id).padStart(8, '0')}`;
  b.sql(`UPDATE akun SET telepon = '${nomor}' WHERE id = ${produsen.akun.id}`);
  const ajukan = async () => {
    const j = await bank.post('/permintaan', { nomor: b.unik('11/'),
      judul: 'Uji pilihan', produsen: idProd, jumlah: 1, fungsi: 'R',
      aksi: 'kirim' }, { berkas: { nama: 'surat.pdf', isi: b.pdf() } });
    assert.equal(j.status, 303, j.teks);
  };
  const kini = () => b.sql(`SELECT GROUP_CONCAT(saluran ORDER BY id) FROM
    kotak_keluar WHERE akun_id = ${produsen.akun.id}
    UNION ALL SELECT COUNT(*) FROM notifikasi
    WHERE akun_id = ${produsen.akun.id}`).flat();
  await ajukan();
  assert.deepEqual(kini(), ['surel', '1']);
  let j = await produsen.get('/notifikasi/pilihan');
  assert.deepEqual(j.semua('/halaman/pilihan-pesan/kelompok[@surel]').length,
    7);
  assert.equal(j.semua('/halaman/pilihan-pesan/kelompok[@wa]').length, 0);
  j = await produsen.post('/notifikasi/pilihan', { 'surel[]': ['proses'],
    'wa[]': ['permintaan', 'tak-dikenal'] });
  assert.equal(j.status, 303, j.teks);
  j = await produsen.get('/notifikasi/pilihan');
  assert.deepEqual(j.semua('/halaman/pilihan-pesan/kelompok[@surel]/@kode')
    .map((x) => x.value), ['proses', 'akun']); // the account's stay on
  assert.deepEqual(j.semua('/halaman/pilihan-pesan/kelompok[@wa]/@kode')
    .map((x) => x.value), ['permintaan']);
  await ajukan();
  assert.deepEqual(kini(), ['surel,wa', '2']);
  await b.tunggu(() => wa.minta.some((x) => x.to === `62${nomor.slice(1)}`));
});

uji('U-18 the rate of a channel is kept', async () => {
  await atur({ ...biasa(), surel_laju: 60 });
  const id = Array.from({ length: 25 }, (_, i) =>
    pesan(`laju${i}@uji.example`));
  const terkirim = () => Number(b.sql(`SELECT COUNT(*) FROM kotak_keluar
    WHERE id IN (${id}) AND status = 'terkirim'`)[0][0]);
  // Ten at once, then one a second.
  await b.tunggu(() => terkirim() >= 10);
  const awal = Date.now();
  await tidur(1000);
  assert.ok(terkirim() <= 10 + Math.ceil((Date.now() - awal) / 1000) + 2,
    String(terkirim()));
  await atur(biasa());
  await b.tunggu(() => terkirim() === 25, 20000);
});
