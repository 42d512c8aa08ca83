// faktor-masuk.mjs - signing in with a second factor (U-05): codes that are
// good once, also a thousand times at once, guessing, what waits meanwhile,
// devices that are remembered, and who must have a factor.

import assert from 'node:assert/strict';
import http from 'node:http';
import { beforeEach, test } from 'node:test';
import { akunBaru, alamat, lembagaBaru, Orang, sql, totp, unik }
  from './bantu.mjs';
import { ampuni, beri, diDalam, jejak, kabar, lupakanLangkah, orangBaru,
  pasang, sandiDulu } from './faktor-bantu.mjs';

beforeEach(ampuni);

test('signing in: no session before the code, each code once', async () => {
  const pemilik = await orangBaru();
  const { rahasia } = await pasang(pemilik);
  const a = pemilik.akun;
  const o = new Orang();
  await o.get('/login');
  let j = await o.post('/login', { username: a.username, sandi: a.sandi });
  assert.equal(j.lokasi, '/login/kode');
  assert.ok(!o.kue.has('sid') && !o.kue.has('perangkat'));
  const tunda = j.headers['set-cookie'].find((k) => /^tunda=/.test(k));
  assert.match(tunda, /^tunda=[0-9a-f]{64};.*HttpOnly.*Max-Age=600/);
  assert.equal(sql(`SELECT COUNT(*) FROM masuk_tunda WHERE akun_id = ${a.id}
    AND hash = UNHEX(SHA2('${o.kue.get('tunda')}', 256))`)[0][0], '1');
  assert.equal(await diDalam(o), false);
  j = await o.get('/login/kode');
  assert.equal(j.nilai('/halaman/faktor/@totp'), 'ya');
  assert.equal(j.semua('/halaman/sesi').length, 0);
  j = await beri(o, '');
  assert.equal(j.galat.kode, 'wajib');
  j = await beri(o, totp(rahasia, 40));
  assert.equal(j.status, 422);
  assert.equal(j.galat.kode, 'kode-salah');
  assert.equal((await beri(o, totp(rahasia), { csrf: 'x' })).status, 403);
  const kode = totp(rahasia);
  const lama = new Map(o.kue);
  j = await beri(o, kode.replace(/^.../, '$& '));
  assert.equal(j.status, 303);
  assert.equal(j.lokasi, '/beranda');
  assert.ok(o.kue.has('sid') && !o.kue.has('tunda'));
  assert.equal(await diDalam(o), true);
  assert.equal(sql(`SELECT rincian FROM audit WHERE objek_id = ${a.id}
    AND tindakan = 'masuk' ORDER BY id DESC LIMIT 1`)[0][0], 'totp');
  // The same code again, and the same record again.
  const p = await sandiDulu(a);
  assert.equal((await beri(p, kode)).galat.kode, 'kode-salah');
  o.kue = lama;
  j = await beri(o, totp(rahasia, 1));
  assert.equal(j.lokasi, '/login');
  assert.equal(jejak(a, 'masuk-kode-gagal'), 2);
});

test('a clock may be wrong by one step', async () => {
  const pemilik = await orangBaru();
  const { rahasia } = await pasang(pemilik);
  for (const [geser, boleh] of [[-2, false], [2, false], [-1, true],
    [1, true]]) {
    const o = await sandiDulu(pemilik.akun);
    // Not while one step becomes the next.
    const sisa = 30000 - (Date.now() % 30000);
    if (sisa < 2000)
      await new Promise((r) => { setTimeout(r, sisa + 50); });
    const j = await beri(o, totp(rahasia, geser));
    assert.equal(j.status, boleh ? 303 : 422, `${geser} steps`);
    lupakanLangkah(pemilik.akun);
  }
});

test('where one wanted to go, and an interrupted form, wait for the code',
  async () => {
    const a = akunBaru('admin', lembagaBaru('ditjen'));
    const { rahasia } = await pasang(await Orang.masuk(a));
    let o = await sandiDulu(a, new Orang(), { lanjut: '/admin/audit?x=1' });
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/admin/audit?x=1');
    lupakanLangkah(a);
    const bawaan = { lanjut: '/admin/libur',
      'isi-nama': ['nama', 'tanggal', 'nama'], 'isi.nama': ['Hari <A>', 'B'],
      'isi.tanggal': '2031-02-04' };
    o = await sandiDulu(a, new Orang(), bawaan);
    // Nothing of it in plain text.
    const [[titipan]] = sql(`SELECT HEX(titipan) FROM masuk_tunda
      WHERE akun_id = ${a.id} ORDER BY id DESC LIMIT 1`);
    assert.ok(!titipan.includes(Buffer.from('Hari').toString('hex')
      .toUpperCase()));
    // A slip loses nothing.
    assert.equal((await beri(o, '000000')).status, 422);
    let j = await beri(o, totp(rahasia));
    assert.equal(j.status, 200);
    assert.equal(j.nilai('/halaman/lanjutan/@jalur'), '/admin/libur');
    assert.deepEqual(j.semua('/halaman/lanjutan/ruas').map((e) =>
      [e.getAttribute('nama'), e.textContent]),
    [['nama', 'Hari <A>'], ['nama', 'B'], ['tanggal', '2031-02-04']]);
    j = await o.post('/admin/libur', { nama: 'x',
      csrf: j.nilai('/halaman/lanjutan/@csrf') });
    assert.equal(j.status, 422);
    // It waited too long: the password once more, and all is there.
    lupakanLangkah(a);
    o = await sandiDulu(a, new Orang(), bawaan);
    sql(`UPDATE masuk_tunda SET berakhir = UTC_TIMESTAMP(3)
      - INTERVAL 1 SECOND WHERE akun_id = ${a.id}`);
    j = await beri(o, totp(rahasia));
    assert.equal(j.status, 401);
    assert.equal(j.galat[''], 'masuk-ulang');
    assert.equal(j.nilai('/halaman/lanjutan/ruas[@nama="tanggal"]'),
      '2031-02-04');
    assert.equal(await diDalam(o), false);
    // A page without a form is simply gone.
    assert.equal((await o.html('/login/kode')).lokasi, '/login');
  });

test('never on to another site after the code', async () => {
  const a = (await orangBaru()).akun;
  const { rahasia } = await pasang(await Orang.masuk(a));
  for (const lanjut of ['//jahat.example/', 'https://jahat.example/',
    '/login/kode']) {
    const o = await sandiDulu(a, new Orang(), { lanjut });
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/beranda', lanjut);
    lupakanLangkah(a);
  }
});

/** One form, without waiting for its page; its status and cookies. */
function tembak(agent, kue, isian, dari) {
  return new Promise((selesai, gagal) => {
    const u = new URL(alamat);
    const isi = new URLSearchParams(isian).toString();
    const r = http.request({ host: u.hostname, port: u.port, method: 'POST',
      path: '/login/kode', agent, localAddress: dari, headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(isi), accept: 'application/xml',
        cookie: [...kue].map(([n, v]) => `${n}=${v}`).join('; ') } }, (res) => {
      res.resume();
      res.on('end', () => selesai({ status: res.statusCode,
        masuk: (res.headers['set-cookie'] || [])
          .some((k) => /^sid=[0-9a-f]{64}/.test(k)) }));
    });
    r.on('error', gagal);
    r.end(isi);
  });
}

test('one code, a thousand times by fifty connections: one session',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia, pemulihan } = await pasang(pemilik);
    const sesi = () => Number(sql(`SELECT COUNT(*) FROM sesi
      WHERE akun_id = ${a.id}`)[0][0]);
    // Ten sign-ins of the same person wait, each in a browser of its own.
    for (const kode of [() => totp(rahasia), () => pemulihan[0]]) {
      const orang = [];
      for (let i = 0; i < 10; i++) orang.push(await sandiDulu(a));
      lupakanLangkah(a);
      sql("DELETE FROM gagal_masuk WHERE kunci LIKE 'kode:%'");
      const awal = sesi();
      const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
      const isi = kode();
      const jawab = await Promise.all(Array.from({ length: 1000 }, (_, i) => {
        const o = orang[i % orang.length];
        return tembak(agent, o.kue, { csrf: o.csrf, kode: isi });
      }));
      agent.destroy();
      assert.equal(jawab.filter((j) => j.masuk).length, 1);
      assert.equal(sesi(), awal + 1);
      assert.ok(jawab.every((j) => [303, 422].includes(j.status)),
        [...new Set(jawab.map((j) => j.status))].join());
    }
  });

test('nor do the first five of them, whom no counter holds', async () => {
  const pemilik = await orangBaru();
  const a = pemilik.akun;
  const { rahasia } = await pasang(pemilik);
  for (let putaran = 0; putaran < 5; putaran++) {
    const orang = [];
    for (let i = 0; i < 5; i++) orang.push(await sandiDulu(a));
    lupakanLangkah(a);
    sql("DELETE FROM gagal_masuk");
    const kode = totp(rahasia);
    const jawab = await Promise.all(orang.map((o) => tembak(undefined, o.kue,
      { csrf: o.csrf, kode })));
    assert.equal(jawab.filter((j) => j.masuk).length, 1);
    assert.equal(jawab.filter((j) => j.status === 422).length, 4);
  }
});

test('guessing codes is slowed like guessing passwords, and told',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia } = await pasang(pemilik);
    const o = await sandiDulu(a);
    for (let i = 0; i < 5; i++)
      assert.equal((await beri(o, '000000')).galat.kode, 'kode-salah');
    let j = await beri(o, totp(rahasia));
    assert.equal(j.galat[''], 'masuk-tunggu');
    assert.ok(Number(j.nilai('/halaman/galat/@nilai')) >= 1);
    // A new sign-in is no way around it, nor is a recovery code.
    j = await beri(await sandiDulu(a), totp(rahasia));
    assert.equal(j.galat[''], 'masuk-tunggu');
    assert.equal(kabar(a, 'kode-ditebak'), 1);
    assert.equal(jejak(a, 'masuk-kode-gagal'), 5);
    // After the wait it goes on.
    sql(`UPDATE gagal_masuk SET tahan_sampai = terakhir
      WHERE kunci = 'kode:${a.id}'`);
    assert.equal((await beri(o, totp(rahasia))).status, 303);
    assert.equal(sql(`SELECT COUNT(*) FROM gagal_masuk
      WHERE kunci = 'kode:${a.id}'`)[0][0], '0');
  });

test('nobody learns of a factor before the password', async () => {
  const ada = await orangBaru();
  await pasang(ada);
  const tanpa = akunBaru('pengguna', lembagaBaru('kementerian'));
  const polos = async (username) => {
    const o = new Orang();
    await o.get('/login');
    const j = await o.post('/login', { username, sandi: 'bukan sandinya' });
    assert.ok(!o.kue.has('tunda'));
    return j.teks.replace(/(rujukan|kunci|csrf|kini)="[^"]*"/g, '$1=""')
      .replace(/<ruas nama="username">[^<]*/, '');
  };
  const satu = await polos(ada.akun.username);
  assert.equal(await polos(tanpa.username), satu);
  assert.equal(await polos(unik('x')), satu);
});

test('a sign-in that waits: expired, stolen, of a closed account',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia } = await pasang(pemilik);
    let o = await sandiDulu(a);
    // Another place with another browser; one of them alone is no matter.
    const pencuri = new Orang();
    await pencuri.get('/login');
    pencuri.kue.set('tunda', o.kue.get('tunda'));
    assert.notEqual(pencuri.dari, o.dari);
    let j = await pencuri.post('/login/kode', { kode: totp(rahasia) }, null,
      { 'user-agent': 'Lain/1.0' });
    assert.equal(j.lokasi, '/login');
    assert.equal(await diDalam(pencuri), false);
    for (const t of [null, '', '0'.repeat(64), 'x'.repeat(64)]) {
      const p = new Orang();
      await p.get('/login');
      if (t !== null) p.kue.set('tunda', t);
      j = await beri(p, totp(rahasia));
      assert.equal(j.lokasi, '/login');
      assert.equal((await p.html('/login/kode')).lokasi, '/login');
    }
    const pindah = new Orang();
    await pindah.get('/login');
    pindah.kue.set('tunda', o.kue.get('tunda'));
    assert.equal((await beri(pindah, totp(rahasia))).status, 303);

    lupakanLangkah(a);
    o = await sandiDulu(a);
    sql(`UPDATE masuk_tunda SET berakhir = UTC_TIMESTAMP(3)
      WHERE akun_id = ${a.id}`);
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/login');

    o = await sandiDulu(a);
    sql(`UPDATE akun SET status = 'nonaktif' WHERE id = ${a.id}`);
    assert.equal((await beri(o, totp(rahasia))).galat[''], 'akun-nonaktif');
    sql(`UPDATE akun SET status = 'aktif' WHERE id = ${a.id}`);
    // A new password ends what waits.
    assert.equal((await pemilik.post('/akun/sandi', { 'sandi-lama': a.sandi,
      'sandi-baru': 'gajah terbang ungu',
      'sandi-ulang': 'gajah terbang ungu' })).status, 303);
    assert.equal((await beri(o, totp(rahasia))).lokasi, '/login');
  });

test('a device is remembered for 30 days, and forgotten when told so',
  async () => {
    const pemilik = await orangBaru();
    const a = pemilik.akun;
    const { rahasia } = await pasang(pemilik);
    const ingatkan = async (o) => {
      lupakanLangkah(a);
      await sandiDulu(a, o);
      const j = await beri(o, totp(rahasia), { ingat: 'ya' });
      assert.equal(j.status, 303);
      const kue = j.headers['set-cookie'].find((k) => /^ingat=/.test(k));
      assert.match(kue, /HttpOnly.*Max-Age=2592000/);
    };
    const masuk = async (o) => {
      o.kue.delete('sid');
      await o.get('/login');
      return (await o.post('/login', { username: a.username,
        sandi: a.sandi })).lokasi;
    };
    const o = new Orang();
    await ingatkan(o);
    await o.get('/beranda');
    await o.post('/akun/keluar');
    assert.equal(await masuk(o), '/beranda');
    assert.equal(sql(`SELECT rincian FROM audit WHERE objek_id = ${a.id}
      AND tindakan = 'masuk' ORDER BY id DESC LIMIT 1`)[0][0],
    'perangkat-diingat');
    // Not for somebody else, not when changed, not made up.
    const lain = await orangBaru();
    await pasang(lain);
    const ini = o.kue.get('ingat');
    for (const [siapa, kue] of [[lain.akun, ini],
      [lain.akun, ini.replace(/^\d+/, String(lain.akun.id))],
      [a, ini.slice(0, -1) + (ini.endsWith('0') ? '1' : '0')],
      [a, `${a.id}-${'0'.repeat(32)}-${'0'.repeat(64)}`],
      [a, `${a.id}`], [a, '-'], [a, 'x'.repeat(3000)]]) {
      const p = new Orang();
      p.kue.set('ingat', kue);
      await sandiDulu(siapa, p);
    }
    await o.get('/beranda');
    // On the list, with what it is; taken from there.
    let j = await o.get('/akun/faktor');
    assert.equal(j.nilai('/halaman/perangkat/@ini'), 'ya');
    const id = j.nilai('/halaman/perangkat/@id');
    assert.equal((await lain.post(`/akun/faktor/perangkat/${id}/cabut`))
      .status, 404);
    assert.equal((await o.post(`/akun/faktor/perangkat/${id}/cabut`)).status,
      303);
    assert.equal((await o.post(`/akun/faktor/perangkat/${id}/cabut`)).status,
      404);
    assert.equal(await masuk(o), '/login/kode');
    // All at once.
    await ingatkan(o);
    const p = new Orang();
    await ingatkan(p);
    assert.equal(await masuk(o), '/beranda');
    await p.get('/beranda');
    assert.equal((await p.post('/akun/faktor/perangkat/cabut')).status, 303);
    assert.equal(await masuk(o), '/login/kode');
    // Thirty days.
    await ingatkan(o);
    sql(`UPDATE faktor_perangkat SET berakhir = UTC_TIMESTAMP(3)
      WHERE akun_id = ${a.id}`);
    assert.equal(await masuk(o), '/login/kode');
    // Another factor, a new password.
    await ingatkan(o);
    await pemilik.post('/akun/faktor/totp/aktifkan', { sandi: a.sandi });
    const baru = (await pemilik.get('/akun/faktor/totp'))
      .semua('/halaman/faktor/kelompok').map((e) => e.textContent).join('');
    assert.notEqual(baru, rahasia);
    j = await pemilik.post('/akun/faktor/totp', { kode: totp(baru) });
    assert.equal(j.lokasi, '/akun/faktor');
    assert.equal(await masuk(o), '/login/kode');
    // The old authenticator is no good any more.
    lupakanLangkah(a);
    await o.get('/login/kode');
    assert.equal((await beri(o, totp(rahasia))).galat.kode, 'kode-salah');
    assert.equal((await beri(o, totp(baru), { ingat: 'ya' })).status, 303);
    await pemilik.post('/akun/sandi', { 'sandi-lama': a.sandi,
      'sandi-baru': 'gajah terbang ungu',
      'sandi-ulang': 'gajah terbang ungu' });
    a.sandi = 'gajah terbang ungu';
    assert.equal(await masuk(o), '/login/kode');
  });

/** A role that no other test asks the setting of. */
async function wajib(isi) {
  const atur = (nilai) => sql(`UPDATE pengaturan SET nilai = '${nilai}'
    WHERE nama = 'faktor_wajib_pemohon'`);
  atur('ya');
  try {
    return await isi();
  } finally {
    atur('tidak');
  }
}

test('who must have one gets nothing but the way to set it up', async () => {
  const a = akunBaru('pemohon', lembagaBaru('bhi-kabkota'));
  const o = new Orang();
  o.akun = a;
  await wajib(async () => {
    await o.get('/login');
    const j = await o.post('/login', { username: a.username, sandi: a.sandi,
      lanjut: '/akun/sesi', 'isi-nama': 'catatan', 'isi.catatan': 'penting' });
    assert.equal(j.lokasi, '/akun/faktor');
    const f = await o.get('/akun/faktor');
    assert.equal(f.status, 200);
    assert.equal(f.nilai('/halaman/sesi/@terbatas'), 'ya');
  });
  assert.equal((await o.html('/beranda')).lokasi, '/akun/faktor');
  let j = await o.get('/beranda');
  assert.equal(j.status, 403);
  assert.equal(j.nilai('/halaman/kesalahan/@kode'), 'faktor-wajib');
  for (const jalur of ['/akun/profil', '/akun/sandi', '/akun/faktor/lanjut',
    '/akun/faktor/pemulihan', '/panduan', '/', '/verifikasi'])
    assert.equal((await o.get(jalur)).status, 403, jalur);
  assert.equal((await o.post('/akun/sandi', { 'sandi-lama': a.sandi,
    'sandi-baru': 'gajah terbang ungu',
    'sandi-ulang': 'gajah terbang ungu' })).status, 403);
  assert.ok(!(await o.html('/akun/faktor')).teks.includes('class="menu"'));
  await o.get('/akun/faktor');
  assert.equal((await o.post('/akun/sesi/perpanjang')).status, 200);
  // Set up, and in: under a new cookie, with the form that waited.
  const lama = new Map(o.kue);
  const { jawab } = await pasang(o);
  assert.equal(jawab.nilai('/halaman/pemulihan/@lanjut'), 'ya');
  assert.notEqual(o.kue.get('sid'), lama.get('sid'));
  assert.equal(await diDalam(o), true);
  j = await o.get('/akun/faktor/lanjut');
  assert.equal(j.nilai('/halaman/lanjutan/@jalur'), '/akun/sesi');
  assert.equal(j.nilai('/halaman/lanjutan/ruas[@nama="catatan"]'), 'penting');
  const p = new Orang();
  p.kue = lama;
  assert.equal(await diDalam(p), false);
  // The last one stays.
  await wajib(async () => {
    const k = await o.post('/akun/faktor/totp/matikan', { sandi: a.sandi });
    assert.equal(k.galat[''], 'faktor-terakhir');
  });
});

test('once there is a factor the password alone sets up no other', async () => {
  const a = akunBaru('pemohon', lembagaBaru('bhi-kabkota'));
  const o = new Orang(), lain = new Orang();
  o.akun = a;
  await wajib(async () => {
    for (const x of [lain, o]) {
      await x.get('/login');
      const j = await x.post('/login', { username: a.username,
        sandi: a.sandi });
      assert.equal(j.lokasi, '/akun/faktor');
      await x.get('/akun/faktor');
    }
    await pasang(o);
    const j = await lain.post('/akun/faktor/totp/aktifkan',
      { sandi: a.sandi });
    assert.equal(j.status, 401, j.teks);
    assert.equal((await lain.html('/akun/faktor')).status, 303);
  });
  assert.equal(await diDalam(o), true);
});

test('a limited session may end itself', async () => {
  const a = akunBaru('pemohon', lembagaBaru('bhi-kabkota'));
  const o = new Orang();
  await wajib(async () => {
    await o.get('/login');
    await o.post('/login', { username: a.username, sandi: a.sandi });
  });
  await o.get('/akun/faktor');
  assert.equal((await o.post('/akun/keluar')).lokasi, '/login');
  assert.equal((await o.html('/akun/faktor')).status, 303);
});
