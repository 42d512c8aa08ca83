/* uji-perjanjian-bantu.c - see uji-perjanjian-bantu.h. */
#include "uji-perjanjian-bantu.h"
#include "lib/clock.h"
#include "uji-buang.h"

#include <string.h>

SQL(Q_LEMBAGA,
    "INSERT INTO lembaga (id, kode, nama, jenis, alamat, kota, provinsi,"
    " dibuat) VALUES (?, ?, 'Uji', ?, '-', '-', '-', '2026-01-01')");
SQL(Q_AKUN,
    "INSERT INTO akun (id, username, nama, peran, lembaga_id, email, telepon,"
    " alamat, kota, provinsi, status, dibuat) VALUES (?, ?, 'Uji', ?, ?,"
    " 'uji@uji.example', '0', '-', '-', '-', 'aktif', '2026-01-01')");
SQL(Q_MINTA,
    "INSERT INTO permintaan (id, lembaga_id, produsen_id, nomor, judul,"
    " jumlah, fungsi, status, pembuat_id, dibuat) VALUES (?, ?, 940003, ?,"
    " 'Uji', 1000, 'R', 'diterima', 940001, '2026-01-01')");
SQL(Q_KARTU,
    "INSERT INTO kartu (id, permintaan_id, urut, seri_kartu, seri_mesin,"
    " status, sam_id) SELECT ? + seq, ?, seq, CONCAT('UK', ? + seq),"
    " CONCAT('UM', ? + seq), ?, LPAD(HEX(? + seq), 16, '0')"
    " FROM seq_1_to_1000 WHERE seq <= ?");
SQL(Q_MANIFES,
    "INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id, sam_id,"
    " seri_mesin, fungsi, alamat, wilayah_kode, lintang, bujur,"
    " perjanjian_berakhir, berlaku_dari, berlaku_sampai, diterbitkan, status,"
    " tidak_berlaku, sebab)"
    " SELECT MD5(CONCAT(k.id, p.id)), k.id, k.lembaga_id, p.id, k.sam_id,"
    " k.seri_mesin, 'R', 'Jalan Uji 1', '3273010001', 0, 0, p.berakhir,"
    " p.mulai, p.berakhir, '2026-01-01', x.status,"
    " IF(x.status = 'berlaku', NULL, '2026-01-01'),"
    " IF(x.status = 'berlaku', NULL, 'penangguhan')"
    " FROM (SELECT ? AS status) x JOIN kartu k JOIN perjanjian p ON p.id = ?"
    " WHERE k.permintaan_id = ? AND k.status = ?");
SQL(Q_MANIFES_KARTU, "UPDATE kartu k JOIN manifes m ON m.kartu_id = k.id"
		     " SET k.manifes_id = m.id WHERE m.perjanjian_id = ?");
SQL(Q_STATUS, "SELECT COUNT(*) FROM kartu WHERE permintaan_id = ?"
	      " AND status = ? AND (? = 0 OR perlu_manifes = 'perpanjangan')");
SQL(Q_MANIFES_STATUS, "SELECT COUNT(*) FROM manifes WHERE perjanjian_id = ?"
		      " AND status = ? AND (status = 'berlaku' OR"
		      " (sebab = 'perjanjian' AND tidak_berlaku IS NOT NULL))");
SQL(Q_RIWAYAT_KARTU,
    "SELECT COUNT(*), COUNT(DISTINCT h.kartu_id), MIN(h.catatan)"
    " FROM kartu_riwayat h JOIN kartu k ON k.id = h.kartu_id"
    " WHERE k.permintaan_id = ? AND h.kode = 'nonaktif' AND h.dari = 'aktif'"
    " AND h.ke = 'nonaktif' AND h.manifes_id = k.manifes_id");
SQL(Q_SURAT, "SELECT data FROM kotak_keluar WHERE templat = ?"
	     " AND akun_id = ? ORDER BY id");
SQL(Q_RIWAYAT, "SELECT COUNT(*) FROM perjanjian_riwayat"
	       " WHERE perjanjian_id = ? AND kode = ?");
SQL(H_RIWAYAT_KARTU, "DELETE FROM kartu_riwayat WHERE kartu_id >= 940000"
		     " AND kartu_id < 950000");
SQL(H_MANIFES_ID, "UPDATE kartu SET manifes_id = NULL WHERE id >= 940000"
		  " AND id < 950000");
SQL(H_MANIFES, "DELETE FROM manifes WHERE kartu_id >= 940000"
	       " AND kartu_id < 950000");
SQL(H_KARTU, "DELETE FROM kartu WHERE id >= 940000 AND id < 950000");
SQL(H_MINTA, "DELETE FROM permintaan WHERE id >= 940000 AND id < 950000");
SQL(H_INGAT, "DELETE g FROM perjanjian_pengingat g JOIN perjanjian p"
	     " ON p.id = g.perjanjian_id WHERE p.lembaga_id >= 940000"
	     " AND p.lembaga_id < 950000");
SQL(H_RIWAYAT, "DELETE h FROM perjanjian_riwayat h JOIN perjanjian p"
	       " ON p.id = h.perjanjian_id WHERE p.lembaga_id >= 940000"
	       " AND p.lembaga_id < 950000");
SQL(H_PERJANJIAN, "DELETE FROM perjanjian WHERE lembaga_id >= 940000"
		  " AND lembaga_id < 950000");

const struct pelaku admin = { .akun = 940009,
			      .lembaga = 940009,
			      .role = ROLE_ADMIN };
const struct pelaku bank = { .akun = 940001,
			     .lembaga = 940001,
			     .role = ROLE_PENGGUNA };
const struct pelaku lain = { .akun = 940002,
			     .lembaga = 940002,
			     .role = ROLE_PENGGUNA };

void pergi(const char *hari)
{
	clock_shift(0);
	clock_shift(clock_parse(arena_printf(arena, "%s 12:00:00.000", hari)) -
		    clock_zone_hours() * INT64_C(3600000) - clock_now_ms());
	assert_string_equal(clock_today(arena), hari);
}

int kosongkan(void **state)
{
	static struct sql *const semua[] = {
		&H_RIWAYAT_KARTU, &H_MANIFES_ID, &H_MANIFES, &H_KARTU,
		&H_MINTA,	  &H_INGAT,	 &H_RIWAYAT, &H_PERJANJIAN,
	};

	(void)state;
	clock_shift(0);
	arena_reset(arena);
	for (size_t i = 0; i < COUNT(semua); i++)
		if (db_exec(db, semua[i]) != OK)
			return 1;
	return buang_orang(db, 940000, 949999) != OK;
}

int isi(void **state)
{
	static const struct {
		int64_t id;
		const char *kode, *jenis, *peran;
	} l[] = { { 940001, "940001", "bhi-pusat", "pengguna" },
		  { 940002, "940002", "dinas-provinsi", "dinas" },
		  { 940003, "940003", "produsen", "produsen" },
		  { 940009, "940009", "ditjen", "admin" } };

	if (kosongkan(state) != 0)
		return 1;
	for (size_t i = 0; i < COUNT(l); i++)
		if (db_exec(db, &Q_LEMBAGA, l[i].id, l[i].kode, l[i].jenis) !=
			OK ||
		    db_exec(db, &Q_AKUN, l[i].id, l[i].kode, l[i].peran,
			    l[i].id) != OK)
			return 1;
	if (db_exec(db, &Q_MINTA, 940001, 940001, "UJI/1") != OK ||
	    db_exec(db, &Q_MINTA, 940002, 940002, "UJI/2") != OK)
		return 1;
	pergi("2026-03-01");
	return 0;
}

struct perjanjian_isian contoh(const char *mulai, const char *berakhir)
{
	static int nomor;

	return (struct perjanjian_isian){
		.lembaga_id = 940001,
		.nomor = arena_printf(arena, "PKS/%d", ++nomor),
		.judul = "Uji",
		.mulai = mulai,
		.berakhir = berakhir,
		.elemen = "nik nama",
		.metode = "card-reader",
	};
}

int64_t catat(struct perjanjian_isian in)
{
	struct perjanjian_galat g;
	int64_t id = 0;

	assert_int_equal(perjanjian_buat(db, &admin, &in, &id, &g), OK);
	assert_true(id > 0);
	return id;
}

int64_t buat(const char *mulai, const char *berakhir)
{
	return catat(contoh(mulai, berakhir));
}

void pasang_kartu(int64_t permintaan, int64_t awal, int64_t banyak,
		  const char *status)
{
	assert_int_equal(db_exec(db, &Q_KARTU, awal, permintaan, awal, awal,
				 status, awal, banyak),
			 OK);
}

enum err pasang_manifes(struct db *basis, int64_t permintaan,
			const char *status, int64_t perjanjian,
			const char *status_manifes)
{
	enum err e = db_exec(basis, &Q_MANIFES, status_manifes, perjanjian,
			     permintaan, status);

	return e == OK ? db_exec(basis, &Q_MANIFES_KARTU, perjanjian) : e;
}

void pasang(int64_t permintaan, int64_t awal, int64_t banyak,
	    const char *status, int64_t perjanjian, const char *status_manifes)
{
	pasang_kartu(permintaan, awal, banyak, status);
	assert_int_equal(
	    pasang_manifes(db, permintaan, status, perjanjian, status_manifes),
	    OK);
}

static int64_t satu_angka(enum err e, const struct rows *r)
{
	assert_int_equal(e, OK);
	return db_int(r, 0);
}

int64_t kartu(int64_t permintaan, const char *status, int64_t ditandai)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_STATUS, permintaan, status, ditandai);

	return satu_angka(e, r);
}

int64_t manifes(int64_t perjanjian, const char *status)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_MANIFES_STATUS, perjanjian, status);

	return satu_angka(e, r);
}

int64_t riwayat(int64_t perjanjian, const char *kode)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_RIWAYAT, perjanjian, kode);

	return satu_angka(e, r);
}

int64_t surat(const char *templat, const char **data)
{
	struct rows *r;

	assert_int_equal(db_query(db, &r, &Q_SURAT, templat, 940001), OK);
	while (db_next(r))
		if (data != NULL)
			*data = db_text(r, 0);
	return (int64_t)db_count(r);
}

void putaran(const char *hari)
{
	int64_t n;

	pergi(hari);
	assert_int_equal(masa_akhiri(db, hari, &n), OK);
	assert_int_equal(masa_tandai(db, hari, &n), OK);
	assert_int_equal(masa_ingatkan(db, hari, &n), OK);
}

void nonaktif_tercatat(int64_t permintaan, int64_t banyak, const char **catatan)
{
	struct rows *r;

	assert_int_equal(db_one(db, &r, &Q_RIWAYAT_KARTU, permintaan), OK);
	assert_int_equal(db_int(r, 0), banyak);
	assert_int_equal(db_int(r, 1), banyak);
	if (catatan != NULL)
		*catatan = db_text(r, 2);
}
