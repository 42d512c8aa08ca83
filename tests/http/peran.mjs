// peran.mjs - role × route: every route of every program, as its table
// declares it (PROGRAM --routes), asked by every role, with and without the
// form's token.  A route that is declared is in the matrix; there is no list
// to forget it in.  Proves: rights of 00 "Roles", U-10, U-26.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { akar, akunBaru, kunci, lembagaBaru, Orang, sql } from './bantu.mjs';

const bangun = process.env.SIFILMA_BANGUN || akar;
const PERAN = ['tamu', 'pengguna', 'produsen', 'dinas', 'admin', 'pejabat',
  'verifikator', 'pemohon'];

const rute = readdirSync(join(bangun, 'cgi-bin'))
  .filter((n) => n.endsWith('.fcgi'))
  .flatMap((n) => execFileSync(join(bangun, 'cgi-bin', n), ['--routes'],
    { encoding: 'utf8' }).trim().split('\n').map((baris) => {
    const [cara, jalur, siapa, jaga, tampilan] = baris.split('\t');
    return { program: n.replace('.fcgi', ''), cara, jalur,
      siapa: siapa.split(','), jaga: jaga.split(','), tampilan };
  }));

/** A path with ids that belong to nobody. */
function isi(jalur) {
  return jalur.replace(/\{kode\}/g, 'f'.repeat(32))
    .replace(/\{[a-z_]+\}/g, '999999999999');
}

/**
 * Ask as the route wants it: a form, or for STREAM headers alone (those of
 * tus are understood by its routes and by nobody else).
 */
function tanya(o, r, isian = {}, asal = {}) {
  const jalur = isi(r.jalur);
  if (!r.jaga.includes('STREAM'))
    return r.cara === 'GET' ? o.get(jalur) : o.post(jalur, isian, null, asal);
  const csrf = 'csrf' in isian ? isian.csrf : o.csrf;
  return o.kirim(r.cara, jalur, { 'tus-resumable': '1.0.0', ...asal,
    ...(csrf === null ? {} : { 'x-csrf-token': csrf }) },
  r.cara === 'GET' ? null : '');
}

const mengubah = (r) => ['POST', 'PATCH', 'DELETE'].includes(r.cara);

const orang = {};

before(async () => {
  const jenis = { pengguna: 'kementerian', produsen: 'produsen',
    dinas: 'dinas-kabkota', admin: 'ditjen', pejabat: 'ditjen',
    verifikator: 'dinas-kabkota', pemohon: 'bhi-kabkota' };
  for (const p of PERAN) {
    if (p === 'tamu') {
      orang[p] = new Orang();
      await orang[p].get('/login');
    } else {
      orang[p] = await Orang.masuk(akunBaru(p, lembagaBaru(jenis[p])));
    }
  }
});

/** Ask anew when the last question signed the person out. */
async function orangUntuk(p) {
  if (p === 'tamu') return orang[p];
  const j = await orang[p].get('/beranda');
  if (j.status !== 200) orang[p] = await Orang.masuk(orang[p].akun);
  return orang[p];
}

test('every program has routes, and no two the same', () => {
  assert.ok(new Set(rute.map((r) => r.program)).size >= 9);
  const nama = rute.map((r) => `${r.cara} ${r.jalur}`);
  assert.equal(new Set(nama).size, nama.length);
});

test('what changes something is guarded', () => {
  for (const r of rute.filter((x) => mengubah(x) && !x.jaga.includes('API')))
    assert.ok(r.jaga.includes('CSRF'), `${r.jalur} has no CSRF guard`);
  // Machines have no cookies to be sent unasked: all of their program.
  for (const p of new Set(rute.filter((x) => x.jaga.includes('API'))
    .map((x) => x.program)))
    for (const r of rute.filter((x) => x.program === p))
      assert.deepEqual(r.jaga, ['API'], r.jalur);
});

// Who must have a second factor and has none yet may open only what is marked
// LIMITED, whatever his role (U-05).
// (The revocation list is a file, which the web server itself sends.)
test('a limited session: every other route is closed', async (t) => {
  const buka = rute.filter((r) => r.jaga.includes('LIMITED'));
  for (const r of buka)
    assert.match(r.jalur, /^\/akun\/(faktor|keluar|sesi\/perpanjang)/);
  for (const p of PERAN.filter((x) => x !== 'tamu')) {
    const o = await Orang.masuk(akunBaru(p, lembagaBaru('kementerian')));
    sql(`UPDATE sesi SET terbatas = 1 WHERE akun_id = ${o.akun.id}`);
    await t.test(p, async () => {
      for (const r of rute.filter((x) => x.siapa.includes(p) &&
        !x.jaga.includes('LOCAL') && !x.jaga.includes('API') &&
        x.jalur !== '/aktivasi/daftar-cabut.xml')) {
        const j = await tanya(o, r);
        const kode = j.status === 403 ?
          j.nilai('/halaman/kesalahan/@kode') : '';
        if (buka.includes(r))
          assert.notEqual(kode, 'faktor-wajib', r.jalur);
        else
          assert.equal(kode, 'faktor-wajib', `${r.cara} ${r.jalur}`);
        if (r.jalur === '/akun/keluar') {
          Object.assign(o, await Orang.masuk(o.akun));
          sql(`UPDATE sesi SET terbatas = 1 WHERE akun_id = ${o.akun.id}`);
        }
      }
    });
  }
});

// Once a minute a session's activity is written and its bell counted, in
// whichever program the person is: each needs the rights for it.
test('back after some minutes, with news in the bell', async (t) => {
  for (const r of rute.filter((x) => x.cara === 'GET' &&
    !x.jaga.includes('API') && !x.jaga.includes('LOCAL'))) {
    const p = PERAN.find((x) => x !== 'tamu' && r.siapa.includes(x));
    if (!p) continue;
    await t.test(`${p}: ${r.jalur}`, async () => {
      const o = await orangUntuk(p);
      sql(`UPDATE sesi SET terakhir = terakhir - INTERVAL 5 MINUTE,
        notif_belum = 99 WHERE akun_id = ${o.akun.id}`);
      const j = await tanya(o, r);
      assert.ok(j.status < 500, `status ${j.status}`);
      if (r.jalur === '/aktivasi/daftar-cabut.xml') return; // nginx's
      assert.deepEqual(sql(`SELECT COUNT(*) FROM sesi WHERE notif_belum = 99
        AND ditutup IS NULL AND akun_id = ${o.akun.id}`), [['0']]);
    });
  }
});

for (const r of rute) {
  test(`${r.cara} ${r.jalur}`, async (t) => {
    const jalur = isi(r.jalur);
    for (const p of PERAN) {
      const boleh = r.siapa.includes(p);
      await t.test(`${p}: ${boleh ? 'may' : 'may not'}`, async () => {
        const o = await orangUntuk(p);
        if (!boleh) {
          const j = await tanya(o, r);
          assert.equal(j.status, p === 'tamu' ? 401 : 403);
          return;
        }
        if (r.jaga.includes('API')) {
          // Who is signed in is nobody there; a token is asked for.
          const j = await tanya(o, r);
          assert.equal(j.status, r.jalur.endsWith('.json') ? 200 : 401);
          assert.match(j.headers['content-type'],
            /^application\/(problem\+)?json/);
          assert.equal(j.headers['set-cookie'], undefined);
          return;
        }
        if (r.jaga.includes('LOCAL')) {
          // For this host's own programs: nobody reaches it by this server.
          assert.equal((await tanya(o, r)).status, 404);
          return;
        }
        if (!mengubah(r)) {
          const j = await tanya(o, r);
          if (r.jalur.includes('{'))
            assert.ok([404, 410].includes(j.status), `status ${j.status}`);
          else
            assert.ok([200, 303, 204].includes(j.status),
              `status ${j.status}`);
          return;
        }
        // Without the token nothing is done, whoever asks.
        const tanpa = await tanya(o, r, { csrf: null });
        assert.equal(tanpa.status, 403);
        const salah = await tanya(o, r, { csrf: '0'.repeat(64) });
        assert.equal(salah.status, 403);
        const asing = await tanya(o, r, {},
          { origin: 'https://jahat.example' });
        assert.equal(asing.status, 403);
        if (r.jaga.includes('ONCE')) {
          const polos = await tanya(o, r, { kunci: null });
          assert.equal(polos.status, 400);
        }
        // Empty, with the token: an answer of ours, never a crash.
        const kosong = await tanya(o, r, { kunci: kunci() });
        assert.ok([200, 204, 303, 400, 404, 409, 410, 415, 422, 429]
          .includes(kosong.status), `status ${kosong.status}`);
      });
    }
    if (r.cara === 'POST' &&
        !rute.some((x) => x.cara === 'GET' && x.jalur === r.jalur)) {
      await t.test('GET is not its method', async () => {
        // Another pattern may fit the same path; then it is that one's.
        const j = await orang.tamu.get(jalur);
        assert.ok([405, 401, 404, 303, 200].includes(j.status));
      });
    }
  });
}
