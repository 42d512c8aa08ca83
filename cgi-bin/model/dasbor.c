/* dasbor.c - see dasbor.h. */
#include "dasbor.h"
#include "lingkup.h"
#include "perjanjian.h"
#include "../lib/clock.h"

#include <string.h>

/*
 * permintaan_total and proses_total hold a row for each set of filters; 0
 * stands for all, so one key of (lembaga, produsen) answers for any role.
 */
SQL(Q_PERMINTAAN, "SELECT status, jumlah FROM permintaan_total"
		  " WHERE lembaga_id = ? AND produsen_id = ?");
SQL(Q_PROSES, "SELECT kelompok, jumlah FROM proses_total"
	      " WHERE lembaga_id = ? AND produsen_id = ?");
/* Tickets in work or to be handed over are never many. */
SQL(Q_SERAH,
    "SELECT status, COUNT(*) FROM proses p"
    " WHERE status IN ('produksi', 'dokumen', 'tanda-tangan',"
    " 'siap-serah', 'diserahkan') AND " LINGKUP_SQL " GROUP BY status");
SQL(Q_TANDA_TANGAN, "SELECT COUNT(*) FROM dokumen"
		    " WHERE status = 'draf' AND penandatangan_id = ?");
/* What only admins look after, in one go; dead letters are not counted for
   ever. */
SQL(Q_ADMIN,
    "SELECT (SELECT COUNT(*) FROM akun WHERE status = 'menunggu'),"
    " (SELECT COUNT(*) FROM pengembalian WHERE status = 'dikirim'),"
    " (SELECT COUNT(*) FROM penghapusan WHERE status = 'diajukan'),"
    " (SELECT COUNT(*) FROM (SELECT 1 FROM kotak_keluar"
    " WHERE status = 'gagal' LIMIT 1000) x)");
SQL(Q_PERJANJIAN,
    "SELECT COUNT(*) FROM perjanjian WHERE status = 'berlaku'"
    " AND mulai <= ? AND berakhir >= ? AND berakhir <= ? + INTERVAL ? DAY"
    " AND (? = 1 OR lembaga_id = ?)");

SQL(Q_AKTIVASI, "SELECT status, jumlah FROM aktivasi_total"
		" WHERE lembaga_id = ?");
/* Of files of data balikan: those that failed since one was taken, and the
   rows refused of that one. */
SQL(Q_PEMINTA,
    "SELECT (SELECT COUNT(*) FROM kartu FORCE INDEX (kartu_lembaga_status)"
    " WHERE lembaga_id = ? AND hidup = 1 AND status = 'token'),"
    " (SELECT COUNT(*) FROM pengembalian WHERE lembaga_id = ?"
    " AND status = 'disusun'),"
    " (SELECT COUNT(*) FROM balikan_kiriman"
    " FORCE INDEX (balikan_kiriman_kerja) WHERE status = 'gagal'"
    " AND lembaga_id = ? AND id > COALESCE((SELECT id FROM balikan_kiriman"
    " FORCE INDEX (balikan_kiriman_kerja) WHERE status = 'selesai'"
    " AND lembaga_id = ? AND sumber = 'berkas'"
    " ORDER BY id DESC LIMIT 1), 0)),"
    " COALESCE((SELECT ditolak FROM balikan_kiriman"
    " FORCE INDEX (balikan_kiriman_kerja) WHERE status = 'selesai'"
    " AND lembaga_id = ? AND sumber = 'berkas' ORDER BY id DESC LIMIT 1),"
    " 0)");

/* What a role looks at: where a figure comes from and its list. */
static const struct butir {
	unsigned role;
	char dari; /* p permintaan_total, t proses_total, s status of proses,
		      d drafts to sign, a accounts, k aktivasi_total,
		      j agreements that end soon, o cards with an open token,
		      r returns on their way, u returns not sent yet,
		      h requests for erasure, m dead letters, b failed files
		      of data balikan, x refused rows of the last one */
	const char *status;
	const char *kode;
	const char *href;
	bool bila_ada; /* not shown when there is none */
} butir[] = {
	{ ROLE_ADMIN, 'a', "", "akun-menunggu",
	  "/admin/akun?status=menunggu", false },
	{ ROLE_PEMINTA, 'p', "baru", "permintaan-baru",
	  "/permintaan?status=baru", false },
	{ ROLE_PRODUSEN, 'p', "diajukan", "permintaan-diputuskan",
	  "/permintaan?status=diajukan", false },
	{ ROLE_PRODUSEN, 'p', "dikembalikan", "permintaan-dikembalikan",
	  "/permintaan?status=dikembalikan", false },
	{ ROLE_ADMIN, 'p', "disetujui", "permintaan-didaftarkan",
	  "/permintaan?status=disetujui", false },
	{ ROLE_ADMIN, 'p', "terdaftar", "permintaan-disposisi",
	  "/permintaan?status=terdaftar", false },
	{ ROLE_PEMINTA, 'p', "diajukan", "permintaan-diajukan",
	  "/permintaan?status=diajukan", false },
	{ ROLE_ADMIN, 's', "produksi", "proses-produksi",
	  "/proses?kelompok=progress", false },
	{ ROLE_ADMIN, 's', "dokumen", "proses-dokumen",
	  "/proses?kelompok=progress", false },
	{ ROLE_PEJABAT, 'd', "", "dokumen-tanda-tangan",
	  "/dokumen?tunggu=saya", false },
	{ ROLE_ADMIN, 's', "siap-serah", "proses-siap-serah",
	  "/proses?kelompok=approved", false },
	{ ROLE_PRODUSEN, 's', "siap-serah", "proses-diambil",
	  "/proses?kelompok=approved", false },
	{ ROLE_PRODUSEN, 's', "diserahkan", "proses-diserahkan",
	  "/proses?kelompok=approved", false },
	{ ROLE_KASUS, 't', "progress", "proses-berjalan",
	  "/proses?kelompok=progress", false },
	{ ROLE_ADMIN, 'k', "diajukan", "aktivasi-diputuskan",
	  "/aktivasi?status=diajukan", false },
	{ ROLE_ADMIN, 'r', "", "kembali-dikirim",
	  "/aktivasi/kembali?status=dikirim", true },
	{ ROLE_PEMINTA, 'k', "diajukan", "aktivasi-diajukan",
	  "/aktivasi?status=diajukan", false },
	{ ROLE_PEMINTA, 'k', "baru", "aktivasi-baru", "/aktivasi?status=baru",
	  true },
	{ ROLE_PEMINTA, 'u', "", "kembali-disusun",
	  "/aktivasi/kembali?status=disusun", true },
	{ ROLE_PEMINTA, 'o', "", "kartu-token",
	  "/aktivasi/kartu?status=token", true },
	{ ROLE_ADMIN, 'j', "", "perjanjian-segera",
	  "/admin/perjanjian?status=segera", true },
	{ ROLE_PEMINTA, 'j', "", "perjanjian-segera",
	  "/aktivasi/perjanjian?status=segera", true },
	{ ROLE_PEMINTA, 'b', "", "balikan-gagal",
	  "/balikan/kiriman?status=gagal", true },
	{ ROLE_PEMINTA, 'x', "", "balikan-ditolak", "/balikan", true },
	{ ROLE_ADMIN, 'h', "", "hapus-diajukan",
	  "/admin/data-pribadi?status=diajukan", true },
	{ ROLE_ADMIN, 'm', "", "pesan-gagal", "/kotak-keluar?status=gagal",
	  true },
};

struct angka {
	const char *nama;
	int64_t nilai;
};

static enum err baca(struct db *db, struct rows *r, struct angka **out)
{
	struct angka *a =
	    arena_array(db_arena(db), db_count(r) + 1, sizeof(*a));

	*out = a;
	for (; db_next(r); a++) {
		a->nama = db_text(r, 0);
		a->nilai = db_int(r, 1);
	}
	return OK;
}

static int64_t dari(const struct angka *a, const char *nama)
{
	for (; a->nama != NULL; a++)
		if (strcmp(a->nama, nama) == 0)
			return a->nilai;
	return 0;
}

enum err dasbor_hitungan(struct db *db, const struct pelaku *p,
			    struct hitungan out[HITUNGAN_MAKS], size_t *n)
{
	struct lingkup l = lingkup_dari(p);
	struct angka *permintaan, *total, *proses, *aktivasi = NULL;
	const char *kini = clock_today(db_arena(db));
	int64_t draf = 0, akun = 0, segera = 0, kembali = 0, terbuka = 0;
	int64_t disusun = 0, hapus = 0, gagal = 0, rusak = 0, ditolak = 0;
	struct rows *r;
	enum err e;

	*n = 0;
	if ((p->role & ROLE_KASUS) == 0)
		return OK;
	e = db_query(db, &r, &Q_PERMINTAAN, l.lembaga, l.produsen);
	if (e == OK)
		e = baca(db, r, &permintaan);
	if (e == OK)
		e = db_query(db, &r, &Q_PROSES, l.lembaga, l.produsen);
	if (e == OK)
		e = baca(db, r, &total);
	if (e == OK)
		e = db_query(db, &r, &Q_SERAH, LINGKUP(l));
	if (e == OK)
		e = baca(db, r, &proses);
	if (e == OK && p->role == ROLE_PEJABAT) {
		e = db_one(db, &r, &Q_TANDA_TANGAN, p->akun);
		draf = e == OK ? db_int(r, 0) : 0;
	}
	if (e == OK && p->role == ROLE_ADMIN) {
		e = db_one(db, &r, &Q_ADMIN);
		akun = e == OK ? db_int(r, 0) : 0;
		kembali = e == OK ? db_int(r, 1) : 0;
		hapus = e == OK ? db_int(r, 2) : 0;
		gagal = e == OK ? db_int(r, 3) : 0;
	}
	if (e == OK && (p->role & ROLE_PEMINTA) != 0) {
		e = db_one(db, &r, &Q_PEMINTA, l.lembaga, l.lembaga, l.lembaga,
			   l.lembaga, l.lembaga);
		terbuka = e == OK ? db_int(r, 0) : 0;
		disusun = e == OK ? db_int(r, 1) : 0;
		rusak = e == OK ? db_int(r, 2) : 0;
		ditolak = e == OK ? db_int(r, 3) : 0;
	}
	if (e == OK && (p->role & (ROLE_ADMIN | ROLE_PEMINTA)) != 0) {
		e = db_query(db, &r, &Q_AKTIVASI, l.lembaga);
		if (e == OK)
			e = baca(db, r, &aktivasi);
	}
	if (e == OK && (p->role & (ROLE_ADMIN | ROLE_PEMINTA)) != 0) {
		e = db_one(db, &r, &Q_PERJANJIAN, kini, kini, kini,
			   (int64_t)PERJANJIAN_SEGERA, l.semua, l.lembaga);
		segera = e == OK ? db_int(r, 0) : 0;
	}
	for (size_t i = 0; e == OK && i < sizeof(butir) / sizeof(*butir); i++) {
		const struct butir *b = &butir[i];
		int64_t nilai;

		if ((b->role & p->role) == 0 || *n == HITUNGAN_MAKS)
			continue;
		nilai = b->dari == 'p' ? dari(permintaan, b->status) :
			b->dari == 't' ? dari(total, b->status) :
			b->dari == 's' ? dari(proses, b->status) :
			b->dari == 'k' ? dari(aktivasi, b->status) :
			b->dari == 'd' ? draf :
			b->dari == 'j' ? segera :
			b->dari == 'o' ? terbuka :
			b->dari == 'r' ? kembali :
			b->dari == 'u' ? disusun :
			b->dari == 'h' ? hapus :
			b->dari == 'm' ? gagal :
			b->dari == 'b' ? rusak :
			b->dari == 'x' ? ditolak :
					 akun;
		if (nilai == 0 && b->bila_ada)
			continue;
		out[(*n)++] = (struct hitungan){ b->kode, b->href, nilai };
	}
	return e;
}

/* --- what changed --- */

#define PERUBAHAN_MAKS 10

/* Walked back from the newest row, never sorted: that is what FORCE says. */
#define PERUBAHAN(riwayat, induk, kasus)                                       \
	"SELECT h.waktu, p.id, p.nomor, p.judul, h.kode, h.ke, a.nama"         \
	" FROM " riwayat " h FORCE INDEX (PRIMARY) STRAIGHT_JOIN " kasus       \
	" p ON p.id = h." induk                                                \
	" LEFT JOIN akun a FORCE INDEX (PRIMARY) ON a.id = h.akun_id"
#define PERUBAHAN_KASUS                                                        \
	PERUBAHAN("permintaan_riwayat", "permintaan_id", "permintaan")
#define PERUBAHAN_AKTIVASI                                                     \
	PERUBAHAN("aktivasi_riwayat", "aktivasi_id", "aktivasi")
#define TERAKHIR " ORDER BY h.id DESC LIMIT 10"

/*
 * An institution or producer: the timelines of its newest cases, because a
 * case that moves is a new one; walking the whole log back to find ten rows
 * of a small institution would read it all.
 */
#define BARU(riwayat, induk, kasus, milik)                                     \
	"SELECT h.waktu, k.id, k.nomor, k.judul, h.kode, h.ke, a.nama"         \
	" FROM (SELECT id, nomor, judul FROM " kasus " WHERE " milik           \
	" ORDER BY dibuat DESC LIMIT 30) k JOIN " riwayat                      \
	" h ON h." induk " = k.id"                                             \
	" LEFT JOIN akun a FORCE INDEX (PRIMARY) ON a.id = h.akun_id"

/* Staff: the last rows of all that was sent. */
SQL(Q_PERUBAHAN_SEMUA, PERUBAHAN_KASUS " WHERE p.terkirim = 1" TERAKHIR);
SQL(Q_AKTIVASI_SEMUA, PERUBAHAN_AKTIVASI " WHERE p.terkirim = 1" TERAKHIR);
SQL(Q_PERUBAHAN_LEMBAGA, BARU("permintaan_riwayat", "permintaan_id",
			      "permintaan", "lembaga_id = ?") TERAKHIR);
SQL(Q_AKTIVASI_LEMBAGA, BARU("aktivasi_riwayat", "aktivasi_id", "aktivasi",
			     "lembaga_id = ?") TERAKHIR);
SQL(Q_PERUBAHAN_PRODUSEN,
    BARU("permintaan_riwayat", "permintaan_id", "permintaan",
	 "produsen_id = ? AND terkirim = 1") TERAKHIR);

static void baca_perubahan(struct rows *r, bool aktivasi, struct perubahan *x)
{
	*x = (struct perubahan){
		.waktu = db_text(r, 0),
		.aktivasi = aktivasi,
		.id = db_int(r, 1),
		.nomor = db_text(r, 2),
		.judul = db_text(r, 3),
		.kode = db_text(r, 4),
		.ke = db_text(r, 5),
		.oleh = db_text(r, 6),
	};
}

/* Both are newest first; so is what comes of them. */
static size_t gabung(struct rows *kasus, struct rows *aktivasi,
		     struct perubahan *out)
{
	struct perubahan a, b;
	bool ada_a = db_next(kasus);
	bool ada_b = aktivasi != NULL && db_next(aktivasi);
	size_t n = 0;

	if (ada_a)
		baca_perubahan(kasus, false, &a);
	if (ada_b)
		baca_perubahan(aktivasi, true, &b);
	while (n < PERUBAHAN_MAKS && (ada_a || ada_b)) {
		if (ada_a && (!ada_b || strcmp(a.waktu, b.waktu) >= 0)) {
			out[n++] = a;
			ada_a = db_next(kasus);
			if (ada_a)
				baca_perubahan(kasus, false, &a);
		} else {
			out[n++] = b;
			ada_b = db_next(aktivasi);
			if (ada_b)
				baca_perubahan(aktivasi, true, &b);
		}
	}
	return n;
}

enum err dasbor_perubahan(struct db *db, const struct pelaku *p,
			  struct perubahan **out, size_t *n)
{
	struct rows *kasus, *aktivasi = NULL;
	enum err e;

	*n = 0;
	if ((p->role & ROLE_KASUS) == 0)
		return OK;
	e = (p->role & ROLE_DITJEN) != 0 ?
		db_query(db, &kasus, &Q_PERUBAHAN_SEMUA) :
		db_query(db, &kasus,
			 (p->role & ROLE_PRODUSEN) != 0 ? &Q_PERUBAHAN_PRODUSEN :
							  &Q_PERUBAHAN_LEMBAGA,
			 p->lembaga);
	/* Producers have no part in activation. */
	if (e == OK && (p->role & ROLE_DITJEN) != 0)
		e = db_query(db, &aktivasi, &Q_AKTIVASI_SEMUA);
	else if (e == OK && (p->role & ROLE_PEMINTA) != 0)
		e = db_query(db, &aktivasi, &Q_AKTIVASI_LEMBAGA, p->lembaga);
	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), PERUBAHAN_MAKS, sizeof(**out));
	*n = gabung(kasus, aktivasi, *out);
	return OK;
}

/* --- late cases --- */

#define LEWAT                                                                  \
	" p.kelompok = 'progress' AND p.estimasi_selesai < ?"                  \
	" AND p.status IN ('antri', 'produksi')"
#define TERLAMBAT(milik)                                                       \
	"SELECT p.id, p.tiket, k.judul, l.nama, p.status, p.estimasi_selesai"  \
	" FROM proses p JOIN permintaan k ON k.id = p.permintaan_id"           \
	" JOIN lembaga l ON l.id = p.lembaga_id WHERE" milik LEWAT             \
	" ORDER BY p.estimasi_selesai, p.tiket LIMIT 10"
#define TERLAMBAT_N(milik) "SELECT COUNT(*) FROM proses p WHERE" milik LEWAT

/* A statement for each limit, so that each has its index. */
SQL(Q_TERLAMBAT, TERLAMBAT(""));
SQL(Q_TERLAMBAT_N, TERLAMBAT_N(""));
SQL(Q_TERLAMBAT_LEMBAGA, TERLAMBAT(" p.lembaga_id = ? AND"));
SQL(Q_TERLAMBAT_LEMBAGA_N, TERLAMBAT_N(" p.lembaga_id = ? AND"));
SQL(Q_TERLAMBAT_PRODUSEN, TERLAMBAT(" p.produsen_id = ? AND"));
SQL(Q_TERLAMBAT_PRODUSEN_N, TERLAMBAT_N(" p.produsen_id = ? AND"));

static enum err tanya_terlambat(struct db *db, const struct pelaku *p,
				const char *hari_ini, bool jumlah,
				struct rows **r)
{
	if (p->role & ROLE_DITJEN)
		return db_query(db, r, jumlah ? &Q_TERLAMBAT_N : &Q_TERLAMBAT,
				hari_ini);
	if (p->role & ROLE_PRODUSEN)
		return db_query(db, r,
				jumlah ? &Q_TERLAMBAT_PRODUSEN_N :
					 &Q_TERLAMBAT_PRODUSEN,
				p->lembaga, hari_ini);
	return db_query(db, r,
			jumlah ? &Q_TERLAMBAT_LEMBAGA_N : &Q_TERLAMBAT_LEMBAGA,
			p->lembaga, hari_ini);
}

enum err dasbor_terlambat(struct db *db, const struct pelaku *p,
			  const char *hari_ini, struct terlambat **out,
			  size_t *n, int64_t *total)
{
	struct terlambat *x;
	struct rows *r;
	enum err e;

	*n = 0;
	*total = 0;
	if ((p->role & ROLE_KASUS) == 0)
		return OK;
	e = tanya_terlambat(db, p, hari_ini, true, &r);
	if (e == OK && db_next(r))
		*total = db_int(r, 0);
	if (e != OK || *total == 0)
		return e;
	e = tanya_terlambat(db, p, hari_ini, false, &r);
	if (e != OK)
		return e;
	*n = db_count(r);
	x = arena_array(db_arena(db), *n + 1, sizeof(*x));
	*out = x;
	for (; db_next(r); x++) {
		x->proses_id = db_int(r, 0);
		x->tiket = db_int(r, 1);
		x->judul = db_text(r, 2);
		x->lembaga = db_text(r, 3);
		x->status = db_text(r, 4);
		x->estimasi_selesai = db_text(r, 5);
	}
	return OK;
}
