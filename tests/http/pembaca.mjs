// pembaca.mjs - active readers by SQL, for tests of what comes after an
// activation: cards of a ticket (serah.mjs) with a manifest in force.

import { randomBytes } from 'node:crypto';
import { q, sql } from './bantu.mjs';

/**
 * Make the cards active: kartu as serah.mjs gives them, tempat(i) says where
 * ({ wilayah, lintang, bujur, outlet }).  Sets .manifes and .kode of each.
 */
export function aktifkan(kartu, lembaga, perjanjian, tempat = () => ({}),
  fungsi = 'R') {
  for (let awal = 0; awal < kartu.length; awal += 500) {
    const potong = kartu.slice(awal, awal + 500);
    const isi = potong.map((k, i) => {
      const t = { wilayah: '3273010001', lintang: -6.914744,
        bujur: 107.60981, outlet: 'Kantor Uji', ...tempat(awal + i) };
      k.kode = randomBytes(16).toString('hex');
      return `(${q(k.kode)}, ${k.id}, ${lembaga}, ${perjanjian}, ${q(k.sam)},
        ${q(k.pcid)}, ${q(k.mesin)}, ${q(fungsi)}, ${q(t.outlet)},
        'Jalan Uji 1', ${q(t.wilayah)}, ${t.lintang}, ${t.bujur},
        '2099-12-31', '2026-01-01', '2099-12-31', UTC_TIMESTAMP(3),
        'berlaku')`;
    });
    const id = potong.map((k) => k.id).join(',');
    const baris = sql(`INSERT INTO manifes (kode, kartu_id, lembaga_id,
        perjanjian_id, sam_id, pcid, seri_mesin, fungsi, outlet, alamat,
        wilayah_kode, lintang, bujur, perjanjian_berakhir, berlaku_dari,
        berlaku_sampai, diterbitkan, status) VALUES ${isi.join(',')};
      UPDATE kartu k JOIN manifes m ON m.kartu_id = k.id
        AND m.status = 'berlaku' SET k.status = 'aktif', k.manifes_id = m.id
        WHERE k.id IN (${id});
      INSERT INTO manifes_xml (manifes_id, xml) SELECT id, '<manifes/>'
        FROM manifes WHERE kartu_id IN (${id});
      INSERT INTO kartu_riwayat (kartu_id, waktu, kode, dari, ke, catatan,
        manifes_id) SELECT id, UTC_TIMESTAMP(3), 'aktif', 'token', 'aktif',
        'Kantor Uji', manifes_id FROM kartu WHERE id IN (${id});
      SELECT id, manifes_id FROM kartu WHERE id IN (${id}) ORDER BY id`);
    const ke = new Map(baris.map(([k, m]) => [Number(k), Number(m)]));
    for (const k of potong) k.manifes = ke.get(k.id);
  }
}
