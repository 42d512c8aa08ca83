// metrik-bantu.mjs - a strict reader of Prometheus' text format 0.0.4, for
// tests: throws at what promtool would complain of, and at what it lets pass
// (series twice, histograms that do not add up).

import assert from 'node:assert/strict';

const NAMA = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/;
const ANGKA = /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]Inf|NaN)$/;

function nilaiDari(teks) {
  assert.match(teks, ANGKA);
  return teks === '+Inf' ? Infinity : teks === '-Inf' ? -Infinity :
    Number(teks);
}

function labelDari(teks) {
  const label = {};
  for (let sisa = teks; sisa !== '';) {
    const m = LABEL.exec(sisa);
    assert.ok(m, `labels: ${teks}`);
    assert.ok(!(m[1] in label), `label twice: ${teks}`);
    assert.doesNotMatch(m[1], /^__/);
    label[m[1]] = m[2].replace(/\\n/g, '\n').replace(/\\(["\\])/g, '$1');
    sisa = sisa.slice(m[0].length);
  }
  return label;
}

/** The family a series belongs to. */
function keluarga(nama, jenis) {
  const pangkal = nama.replace(/_(bucket|sum|count)$/, '');
  return jenis.get(pangkal) === 'histogram' ? pangkal : nama;
}

function periksaHistogram(nama, contoh) {
  const kelompok = new Map();
  for (const c of contoh) {
    const { le, ...sisa } = c.label;
    const k = JSON.stringify(Object.entries(sisa).sort());
    if (!kelompok.has(k)) kelompok.set(k, { ember: [] });
    const g = kelompok.get(k);
    if (c.nama === `${nama}_bucket`) {
      assert.notEqual(le, undefined, `${nama}: a bucket without le`);
      g.ember.push([nilaiDari(le), c.nilai]);
    } else {
      assert.equal(le, undefined);
      g[c.nama.slice(nama.length + 1)] = c.nilai;
    }
  }
  for (const g of kelompok.values()) {
    assert.ok(g.ember.length > 0 && 'sum' in g && 'count' in g, nama);
    for (let i = 1; i < g.ember.length; i++) {
      assert.ok(g.ember[i][0] > g.ember[i - 1][0], `${nama}: order of le`);
      assert.ok(g.ember[i][1] >= g.ember[i - 1][1], `${nama}: shrinks`);
    }
    const akhir = g.ember.at(-1);
    assert.equal(akhir[0], Infinity, `${nama}: no +Inf`);
    assert.equal(akhir[1], g.count, `${nama}: count`);
  }
}

/** { jenis: Map name → type, contoh: [{ nama, label, nilai }] } */
export function metrik(teks) {
  const jenis = new Map();
  const arti = new Set();
  const contoh = [];
  const kelompok = new Map();
  const dikenal = new Set();
  let kini = null;
  assert.ok(teks.endsWith('\n'), 'the last line has an end');
  for (const baris of teks.slice(0, -1).split('\n')) {
    const k = new RegExp(`^# (HELP|TYPE) (${NAMA}) (.+)$`).exec(baris);
    if (k && k[1] === 'HELP') {
      assert.ok(!arti.has(k[2]), `HELP twice: ${k[2]}`);
      arti.add(k[2]);
      continue;
    }
    if (k) {
      assert.ok(!jenis.has(k[2]), `TYPE twice: ${k[2]}`);
      assert.ok(arti.has(k[2]), `${k[2]} has no HELP before`);
      assert.ok(['counter', 'gauge', 'histogram'].includes(k[3]), baris);
      jenis.set(k[2], k[3]);
      kini = k[2];
      kelompok.set(kini, []);
      continue;
    }
    const m = new RegExp(`^(${NAMA})(?:\\{(.*)\\})? (\\S+)$`).exec(baris);
    assert.ok(m, `not a line of the format: ${baris}`);
    const c = { nama: m[1], label: labelDari(m[2] || ''),
      nilai: nilaiDari(m[3]) };
    assert.equal(keluarga(c.nama, jenis), kini, `${baris}: not in its group`);
    const diri = c.nama + JSON.stringify(Object.entries(c.label).sort());
    assert.ok(!dikenal.has(diri), `twice: ${baris}`);
    dikenal.add(diri);
    if (jenis.get(kini) === 'counter') {
      assert.ok(c.nilai >= 0, baris);
      assert.ok(!/_total$/.test(kini) || Number.isInteger(c.nilai), baris);
    }
    kelompok.get(kini).push(c);
    contoh.push(c);
  }
  for (const [nama, isi] of kelompok)
    if (jenis.get(nama) === 'histogram') periksaHistogram(nama, isi);
  return { jenis, contoh };
}
