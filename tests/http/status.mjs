// status.mjs - the state of the installation: the page for staff, one word for
// a monitor (also when the database is away or silent), figures in
// Prometheus' format for this host alone.  Proves U-24.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { akar, akunBaru, alamat, dirVar, kirim, lembagaBaru, Orang, sql }
  from './bantu.mjs';
import { metrik } from './metrik-bantu.mjs';

const suite = (...arg) => execFileSync(join(akar, 'nginx', 'suite'), arg,
  { env: { ...process.env, SIFILMA_VAR: dirVar }, encoding: 'utf8' });
const setempat = Number(readFileSync(join(dirVar, 'port-setempat'), 'utf8'));
const orang = {};

before(async () => {
  for (const [p, jenis] of [['admin', 'ditjen'], ['pejabat', 'ditjen'],
    ['dinas', 'dinas-kabkota']])
    orang[p] = await Orang.masuk(akunBaru(p, lembagaBaru(jenis)));
});

/** GET from the server for this host. */
function lokal(path, headers = {}, host = '127.0.0.1') {
  return new Promise((selesai, gagal) => {
    const r = http.get({ host, port: setempat, path, headers, agent: false,
      timeout: 20000 }, (j) => {
      let isi = '';
      j.setEncoding('utf8');
      j.on('data', (d) => { isi += d; });
      j.on('end', () => selesai({ status: j.statusCode, headers: j.headers,
        isi }));
    });
    r.on('error', gagal);
  });
}

async function angka(nama, label = {}) {
  const m = metrik((await lokal('/metrics')).isi);
  const s = m.contoh.filter((c) => c.nama === nama &&
    Object.entries(label).every(([n, v]) => c.label[n] === v));
  return s.length === 1 ? s[0].nilai : undefined;
}

async function tunggu(syarat, ms = 20000) {
  const sampai = Date.now() + ms;
  for (;;) {
    const hasil = await syarat();
    if (hasil || Date.now() > sampai) return hasil;
    await new Promise((r) => { setTimeout(r, 100); });
  }
}

// ---- the page ------------------------------------------------------------------

test('staff see how the installation is doing, nobody else does', async () => {
  for (const p of ['admin', 'pejabat']) {
    const j = await orang[p].get('/status');
    assert.equal(j.status, 200, p);
    assert.match((await orang[p].html('/beranda')).teks,
      /<a href="\/status"/, `${p}: in the menu`);
  }
  assert.equal((await orang.dinas.get('/status')).status, 403);
  assert.equal((await new Orang().get('/status')).status, 401);
  assert.doesNotMatch((await orang.dinas.html('/beranda')).teks,
    /<a href="\/status"/);
});

test('everything is there, each with a judgement', async () => {
  const j = await orang.admin.get('/status');
  const KEADAAN = ['baik', 'awas', 'buruk', 'keterangan'];
  for (const n of ['basis', 'sambungan', 'log-biner', 'replikasi', 'rantai',
    'cadangan', 'migrasi'])
    assert.ok(KEADAAN.includes(j.nilai(`/halaman/${n}/@keadaan`)), n);
  const kode = (x, a = 'kode') => j.semua(`/halaman/${x}`)
    .map((e) => e.getAttribute(a));
  assert.deepEqual(kode('antrean'), ['pesan-antri', 'pesan-gagal', 'massal',
    'jadwal', 'segel', 'cabutan', 'balikan']);
  assert.deepEqual(kode('ruang'), ['simpanan', 'basis']);
  for (const r of j.semua('/halaman/ruang'))
    assert.ok(Number(r.getAttribute('bebas')) > 0);
  assert.ok(Number(j.nilai('/halaman/basis/@bita')) > 1e6);
  for (const v of j.semua('/halaman/versi'))
    assert.match(v.getAttribute('nilai'), /[0-9]+\.[0-9]+/,
      v.getAttribute('kode'));
  assert.match(j.nilai('/halaman/versi[@kode = "nginx"]/@nilai'), /^nginx\/1/);
  const [[nomor]] = sql('SELECT MAX(nomor) FROM migrasi');
  assert.equal(j.nilai('/halaman/migrasi/@nomor'), nomor);
  // The certificates: what the key files themselves say.
  const sertifikat = kode('sertifikat');
  for (const k of ['ca', 'manifes', 'segel-dokumen'])
    assert.equal(sertifikat.filter((x) => x === k).length, 1, k);
  const pejabat = execFileSync('ls', [join(dirVar, 'kunci', 'tanda-tangan')],
    { encoding: 'utf8' }).trim().split('\n').length;
  assert.equal(sertifikat.filter((x) => x === 'pejabat').length, pejabat);
  const akhir = execFileSync('openssl', ['x509', '-noout', '-enddate', '-in',
    join(dirVar, 'kunci', 'ca.pem')], { encoding: 'utf8' });
  const hari = (Date.parse(akhir.split('=')[1]) - Date.now()) / 86400000;
  assert.ok(Math.abs(hari -
    Number(j.nilai('/halaman/sertifikat[@kode = "ca"]/@hari'))) <= 1);
  for (const k of j.semua('/halaman/kunci'))
    assert.equal(k.getAttribute('keadaan'), 'baik', k.getAttribute('kode'));
});

test('every worker of the build leaves signs of life', async () => {
  const bangun = process.env.SIFILMA_BANGUN || akar;
  const daftar = readFileSync(join(bangun, 'cgi-bin', 'pekerja', 'daftar'),
    'utf8').trim().split('\n').sort();
  const hidup = await tunggu(async () => {
    const j = await orang.admin.get('/status');
    assert.deepEqual(j.semua('/halaman/pekerja')
      .map((p) => p.getAttribute('nama')).sort(), daftar);
    return j.semua('/halaman/pekerja[@keadaan != "baik"]').length === 0;
  });
  assert.ok(hidup, 'all are well');
});

test('what is bad says so, with what to do', async () => {
  sql(`UPDATE denyut SET waktu = waktu - INTERVAL 10 DAY
    WHERE pekerja = 'sapu-simpanan'`);
  const [[dahulu]] = sql('SELECT COALESCE(MAX(id), 0) FROM cadangan');
  sql(`INSERT INTO cadangan (mulai, selesai, hasil, nama, byte, terkunci)
    VALUES (UTC_TIMESTAMP(3) - INTERVAL 3 DAY - INTERVAL 9 SECOND,
      UTC_TIMESTAMP(3) - INTERVAL 3 DAY, 'baik', 'sifilma-uji', 123456789, 1);
    INSERT INTO cadangan (mulai, selesai, hasil, terkunci, sebab) VALUES
      (UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'gagal', 1, 'sebab-uji')`);
  try {
    const j = await orang.admin.get('/status');
    assert.equal(j.nilai('/halaman/pekerja[@nama = "sapu-simpanan"]/@keadaan'),
      'buruk');
    assert.equal(j.nilai('/halaman/cadangan/@keadaan'), 'buruk');
    assert.equal(j.nilai('/halaman/cadangan/@nama'), 'sifilma-uji');
    assert.equal(j.nilai('/halaman/cadangan/@detik'), '9');
    assert.equal(j.nilai('/halaman/cadangan/hasil[1]/@sebab'), 'sebab-uji');
    assert.equal(j.nilai('/halaman/semua/@keadaan'), 'buruk');
    const h = (await orang.admin.html('/status')).teks;
    assert.match(h, /systemctl restart sifilma-sapu-simpanan/);
    assert.match(h, /sebab-uji/);
    assert.match(h, /<span class="lencana buruk">Gangguan<\/span>/);
    assert.equal(await angka('sifilma_backup_failed'), 1);
    assert.equal(await angka('sifilma_backup_size_bytes'), 123456789);
    const umur = await angka('sifilma_backup_age_seconds');
    assert.ok(Math.abs(umur - 3 * 86400) < 60, `${umur}`);
    assert.equal(await angka('sifilma_worker_up',
      { worker: 'sapu-simpanan' }), 0);
    // A good one of today is well again.
    sql(`INSERT INTO cadangan (mulai, selesai, hasil, nama, byte, terkunci)
      VALUES (UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'baik', 'x', 1, 1)`);
    assert.equal((await orang.admin.get('/status'))
      .nilai('/halaman/cadangan/@keadaan'), 'baik');
  } finally {
    sql(`DELETE FROM cadangan WHERE id > ${dahulu};
      UPDATE denyut SET waktu = UTC_TIMESTAMP(3)
      WHERE pekerja = 'sapu-simpanan'`);
  }
});

test('a key that everybody may read is told', async () => {
  const f = join(dirVar, 'kunci', 'token');
  execFileSync('chmod', ['644', f]);
  try {
    const j = await orang.admin.get('/status');
    assert.equal(j.nilai('/halaman/kunci[@kode = "token"]/@keadaan'), 'buruk');
    assert.equal(j.nilai('/halaman/kunci[@kode = "token"]/@terbuka'), 'ya');
  } finally {
    execFileSync('chmod', ['600', f]);
  }
});

test('certificates that end soon are told in time', async () => {
  const dir = join(dirVar, 'kunci', 'sertifikat', 'pejabat');
  const HARI = { 1: 'buruk', 13: 'buruk', 15: 'awas', 59: 'awas', 62: 'baik' };
  const nama = (h) => `zz-uji-${h}`;
  try {
    for (const h of Object.keys(HARI))
      execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt',
        'ec_paramgen_curve:P-256', '-nodes', '-days', h, '-subj',
        `/CN=${nama(h)} "\\\\"`, '-keyout', '/dev/null', '-out',
        join(dir, `${nama(h)}.pem`)], { stdio: 'ignore' });
    writeFileSync(join(dir, 'zz-uji-rusak.pem'), 'bukan sertifikat');
    const j = await orang.admin.get('/status');
    for (const [h, k] of Object.entries(HARI))
      assert.equal(j.nilai(
        `/halaman/sertifikat[starts-with(@nama, "${nama(h)} ")]/@keadaan`),
      k, h);
    assert.equal(j.semua('/halaman/sertifikat[not(@sampai)]').length, 1);
    // A name with quotes is still a good label.
    assert.equal(metrik((await lokal('/metrics')).isi).contoh.filter((c) =>
      /^zz-uji-[0-9]+ "\\"$/.test(c.label.subject || '')).length, 5);
  } finally {
    for (const h of [...Object.keys(HARI), 'rusak'])
      rmSync(join(dir, `${nama(h)}.pem`), { force: true });
  }
});

// ---- figures for machines -------------------------------------------------------

test('the figures are as Prometheus wants them', async () => {
  const j = await lokal('/metrics');
  assert.equal(j.status, 200);
  assert.equal(j.headers['content-type'],
    'text/plain; version=0.0.4; charset=utf-8');
  const m = metrik(j.isi);
  const nama = new Set(m.contoh.map((c) => c.nama));
  for (const n of ['sifilma_info', 'sifilma_requests_total',
    'sifilma_request_duration_seconds_bucket', 'sifilma_database_up',
    'sifilma_database_connections', 'sifilma_database_size_bytes',
    'sifilma_queue_length', 'sifilma_queue_oldest_seconds',
    'sifilma_worker_up', 'sifilma_disk_free_bytes',
    'sifilma_certificate_expiry_timestamp_seconds',
    'sifilma_audit_chain_broken', 'sifilma_migration_number'])
    assert.ok(nama.has(n), n);
  assert.equal(m.jenis.get('sifilma_request_duration_seconds'), 'histogram');
  assert.equal(await angka('sifilma_database_up'), 1);
});

test('the reader of the format refuses what is wrong', () => {
  const kepala = '# HELP a b\n# TYPE a counter\n';
  metrik(`${kepala}a 1\n`);
  for (const [teks, apa] of [
    [`${kepala}a 1`, 'no line end'],
    ['a 1\n', 'no TYPE'],
    [`${kepala}a 1\na 2\n`, 'twice the same series'],
    [`${kepala}a{x="1"} 1\n${kepala.replace(/a/g, 'c')}c 1\na{x="2"} 1\n`,
      'not in one group'],
    [`${kepala}a{x=1} 1\n`, 'no quotes'],
    [`${kepala}a{x="\n"} 1\n`, 'a line end in a label'],
    [`${kepala}a -1\n`, 'a counter below 0'],
    [`${kepala}a x\n`, 'no number'],
    ['# HELP h b\n# TYPE h histogram\nh_bucket{le="1"} 2\n' +
      'h_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n', 'buckets that shrink'],
    ['# HELP h b\n# TYPE h histogram\nh_bucket{le="1"} 1\nh_sum 1\n' +
      'h_count 1\n', 'no +Inf'],
    ['# HELP h b\n# TYPE h histogram\nh_bucket{le="+Inf"} 1\nh_sum 1\n' +
      'h_count 2\n', 'count is not +Inf']])
    assert.throws(() => metrik(teks), undefined, apa);
});

test('each answer is counted once, by program and status', async () => {
  const label = { program: 'panduan', status: '404' };
  const lalu = (await angka('sifilma_requests_total', label)) || 0;
  const jumlah = (await angka('sifilma_request_duration_seconds_count',
    { program: 'panduan' })) || 0;
  await Promise.all([...Array(20)].map((_, i) =>
    kirim('GET', `/panduan/tidak-ada-${i}`)));
  assert.ok(await tunggu(async () =>
    await angka('sifilma_requests_total', label) === lalu + 20));
  assert.ok(await angka('sifilma_request_duration_seconds_count',
    { program: 'panduan' }) >= jumlah + 20);
});

test('they are for this host alone', async () => {
  for (const [jalur, headers] of [['/metrics', {}], ['/metrics/', {}],
    ['/status/metrics', {}], ['/%6detrics', {}],
    ['/metrics', { 'SIFILMA-SETEMPAT': 'ya' }],
    ['/metrics', { SIFILMA_SETEMPAT: 'ya' }],
    ['/metrics', { host: `127.0.0.1:${setempat}` }],
    ['/metrics', { 'x-forwarded-for': '127.0.0.1' }]]) {
    const j = await kirim('GET', jalur, headers);
    assert.equal(j.status, 404, jalur);
    assert.doesNotMatch(j.teks, /sifilma_requests_total/);
  }
  // Through a proxy it is no more this host that asks.
  for (const h of ['x-forwarded-for', 'forwarded', 'via'])
    assert.equal((await lokal('/metrics', { [h]: '10.0.0.1' })).status, 404);
  // It has no other door, and nothing else is behind it.
  for (const jalur of ['/', '/status', '/login', '/metrics/x', '/status/sehat'])
    assert.equal((await lokal(jalur)).status, 404, jalur);
  const lain = Object.values(networkInterfaces()).flat()
    .filter((a) => a.family === 'IPv4' && !a.internal).map((a) => a.address);
  for (const a of lain)
    await assert.rejects(lokal('/metrics', {}, a), /ECONNREFUSED/, a);
  const konf = readFileSync(join(dirVar, 'nginx', 'lokasi.conf'), 'utf8');
  assert.doesNotMatch(konf, /metrics|SETEMPAT/);
});

// ---- one word --------------------------------------------------------------------

test('a monitor is told in one word', async () => {
  const j = await kirim('GET', '/status/sehat');
  assert.equal(j.status, 200);
  assert.match(j.headers['content-type'], /^application\/json/);
  assert.match(j.headers['cache-control'], /no-store/);
  assert.deepEqual(JSON.parse(j.teks),
    { sehat: true, basis: true, simpanan: true });
});

/** Ask until it is as wanted; how it was and how long that answer took. */
async function sehat(status) {
  let lama;
  const j = await tunggu(async () => {
    const mulai = Date.now();
    const x = await kirim('GET', '/status/sehat');
    lama = Date.now() - mulai;
    return x.status === status ? x : null;
  }, 40000);
  assert.ok(j, `never ${status}`);
  return { j, lama };
}

let diam = null;
after(() => { if (diam) process.kill(diam, 'SIGCONT'); });

test('a database that is silent: 503 in five seconds, figures all the same',
  async () => {
    diam = Number(suite('pid', 'basis').trim());
    process.kill(diam, 'SIGSTOP');
    try {
      const { j, lama } = await sehat(503);
      assert.deepEqual(JSON.parse(j.teks),
        { sehat: false, basis: false, simpanan: true });
      assert.ok(lama < 5000, `${lama} ms`);
      assert.equal(await angka('sifilma_database_up'), 0);
      assert.ok(await angka('sifilma_disk_free_bytes',
        { place: 'simpanan' }) > 0);
    } finally {
      process.kill(diam, 'SIGCONT');
      diam = null;
    }
    const { lama } = await sehat(200);
    assert.ok(lama < 5000);
  });

test('a database that is killed: 503, and well again by itself', async () => {
  // Dead at the moment of asking, or back already: both are true answers.
  suite('restart', 'basis');
  const mulai = Date.now();
  const kata = new Set();
  while (Date.now() - mulai < 3000) {
    const j = await kirim('GET', '/status/sehat');
    assert.ok([200, 503].includes(j.status), `${j.status}`);
    assert.equal(JSON.parse(j.teks).sehat, j.status === 200);
    kata.add(j.status);
  }
  assert.ok(kata.has(200) || (await sehat(200)).j);
});
