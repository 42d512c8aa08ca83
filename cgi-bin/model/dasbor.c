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
SQL(Q_AKUN, "SELECT COUNT(*) FROM akun WHERE status = 'menunggu'");
SQL(Q_PERJANJIAN,
    "SELECT COUNT(*) FROM perjanjian WHERE status = 'berlaku'"
    " AND mulai <= ? AND berakhir >= ? AND berakhir <= ? + INTERVAL ? DAY"
    " AND (? = 1 OR lembaga_id = ?)");

SQL(Q_AKTIVASI, "SELECT status, jumlah FROM aktivasi_total"
		" WHERE lembaga_id = ?");
SQL(Q_TOKEN, "SELECT COUNT(*) FROM kartu FORCE INDEX (kartu_lembaga_status)"
	     " WHERE lembaga_id = ? AND hidup = 1 AND status = 'token'");
SQL(Q_KEMBALI, "SELECT COUNT(*) FROM pengembalian WHERE status = 'dikirim'");

/* What a role looks at: where a figure comes from and its list. */
static const struct butir {
	unsigned role;
	char dari; /* p permintaan_total, t proses_total, s status of proses,
		      d drafts to sign, a accounts, k aktivasi_total,
		      j agreements that end soon, o cards with an open token,
		      r returns on their way */
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
	{ ROLE_PEMINTA, 'o', "", "kartu-token",
	  "/aktivasi/kartu?status=token", true },
	{ ROLE_ADMIN, 'j', "", "perjanjian-segera",
	  "/admin/perjanjian?status=segera", true },
	{ ROLE_PEMINTA, 'j', "", "perjanjian-segera",
	  "/aktivasi/perjanjian?status=segera", true },
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
		e = db_one(db, &r, &Q_AKUN);
		akun = e == OK ? db_int(r, 0) : 0;
		if (e == OK)
			e = db_one(db, &r, &Q_KEMBALI);
		kembali = e == OK ? db_int(r, 0) : 0;
	}
	if (e == OK && (p->role & ROLE_PEMINTA) != 0) {
		e = db_one(db, &r, &Q_TOKEN, l.lembaga);
		terbuka = e == OK ? db_int(r, 0) : 0;
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
					 akun;
		if (nilai == 0 && b->bila_ada)
			continue;
		out[(*n)++] = (struct hitungan){ b->kode, b->href, nilai };
	}
	return e;
}

/* --- what changed --- */

#define PERUBAHAN                                                              \
	"SELECT h.waktu, p.id, p.nomor, p.judul, h.kode, h.ke, a.nama"         \
	" FROM permintaan_riwayat h"                                           \
	" JOIN permintaan p ON p.id = h.permintaan_id"                         \
	" LEFT JOIN akun a ON a.id = h.akun_id"

/* Staff: the last rows of all that was sent. */
SQL(Q_PERUBAHAN_SEMUA, PERUBAHAN " WHERE p.terkirim = 1"
				 " ORDER BY h.id DESC LIMIT 10");
/*
 * An institution or producer: the timelines of its newest cases, because a
 * case that moves is a new one; walking the whole log back to find ten rows
 * of a small institution would read it all.
 */
SQL(Q_PERUBAHAN_LEMBAGA,
    PERUBAHAN " JOIN (SELECT id FROM permintaan WHERE lembaga_id = ?"
	      "  ORDER BY dibuat DESC LIMIT 30) k ON k.id = p.id"
	      " ORDER BY h.id DESC LIMIT 10");
SQL(Q_PERUBAHAN_PRODUSEN,
    PERUBAHAN " JOIN (SELECT id FROM permintaan WHERE produsen_id = ?"
	      "  AND terkirim = 1 ORDER BY dibuat DESC LIMIT 30) k"
	      " ON k.id = p.id ORDER BY h.id DESC LIMIT 10");

enum err dasbor_perubahan(struct db *db, const struct pelaku *p,
			     struct perubahan **out, size_t *n)
{
	struct perubahan *x;
	struct rows *r;
	enum err e;

	*n = 0;
	if (p->role & ROLE_DITJEN)
		e = db_query(db, &r, &Q_PERUBAHAN_SEMUA);
	else if (p->role & ROLE_PEMINTA)
		e = db_query(db, &r, &Q_PERUBAHAN_LEMBAGA, p->lembaga);
	else if (p->role & ROLE_PRODUSEN)
		e = db_query(db, &r, &Q_PERUBAHAN_PRODUSEN, p->lembaga);
	else
		return OK;
	if (e != OK)
		return e;
	*n = db_count(r);
	x = arena_array(db_arena(db), *n + 1, sizeof(*x));
	*out = x;
	for (; db_next(r); x++) {
		x->waktu = db_text(r, 0);
		x->permintaan_id = db_int(r, 1);
		x->nomor = db_text(r, 2);
		x->judul = db_text(r, 3);
		x->kode = db_text(r, 4);
		x->ke = db_text(r, 5);
		x->oleh = db_text(r, 6);
	}
	return OK;
}

/* --- late cases --- */

SQL(Q_TERLAMBAT,
    "SELECT p.id, p.tiket, k.judul, l.nama, p.status, p.estimasi_selesai"
    " FROM proses p JOIN permintaan k ON k.id = p.permintaan_id"
    " JOIN lembaga l ON l.id = p.lembaga_id"
    " WHERE p.kelompok = 'progress' AND p.estimasi_selesai < ?"
    " AND p.status IN ('antri', 'produksi')"
    " ORDER BY p.estimasi_selesai, p.tiket LIMIT 10");
SQL(Q_TERLAMBAT_N, "SELECT COUNT(*) FROM proses WHERE kelompok = 'progress'"
		   " AND estimasi_selesai < ?"
		   " AND status IN ('antri', 'produksi')");

enum err dasbor_terlambat(struct db *db, const char *hari_ini,
			     struct terlambat **out, size_t *n, int64_t *total)
{
	struct terlambat *x;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_TERLAMBAT, hari_ini);

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
	e = db_one(db, &r, &Q_TERLAMBAT_N, hari_ini);
	if (e == OK)
		*total = db_int(r, 0);
	return e;
}
