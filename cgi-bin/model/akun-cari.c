/* akun-cari.c - the admin's list of accounts (akun.h). */
#include "akun-kolom.h"
#include "../lib/text.h"

#include <string.h>

void akun_isi(struct rows *r, struct akun *a)
{
	a->id = db_int(r, 0);
	a->username = db_text(r, 1);
	a->nama = db_text(r, 2);
	a->peran = db_text(r, 3);
	a->lembaga_id = db_int(r, 4);
	a->jabatan = db_text(r, 5);
	a->nip = db_text(r, 6);
	a->email = db_text(r, 7);
	a->email_sah = db_text(r, 8);
	a->telepon = db_text(r, 9);
	a->alamat = db_text(r, 10);
	a->kota = db_text(r, 11);
	a->provinsi = db_text(r, 12);
	a->status = db_text(r, 13);
	a->alasan = db_text(r, 14);
	a->lembaga_baru = db_text(r, 15);
	a->lembaga_jenis = db_text(r, 16);
	a->masuk_terakhir = db_text(r, 17);
	a->sandi_diubah = db_text(r, 18);
	a->dibuat = db_text(r, 19);
	a->diputus = db_text(r, 20);
	a->nama_lembaga = db_text(r, 21);
	a->kode_lembaga = db_text(r, 22);
	a->jenis_lembaga = db_text(r, 23);
	a->punya_sandi = db_int(r, 24) != 0;
	a->versi = db_int(r, 25);
	a->foto = db_text(r, 26);
}

/* Usernames are ASCII: compared so, lest the index be lost. */
#define SARING                                                                 \
	" WHERE (? IS NULL OR a.nama LIKE CONCAT('%', ?, '%')"                 \
	" OR a.email LIKE CONCAT('%', ?, '%')"                                 \
	" OR CONVERT(a.username USING utf8mb4) LIKE CONCAT('%', ?, '%')"       \
	" OR l.nama LIKE CONCAT('%', ?, '%'))"                                 \
	" AND (? IS NULL OR a.status = ?) AND (? IS NULL OR a.peran = ?)"      \
	" AND (? = 0 OR a.lembaga_id = ?)"
#define HALAMAN(kolom, banding, arah)                                          \
	AKUN_KOLOM SARING " AND (? IS NULL OR (" kolom ", a.id) " banding      \
			  " (?, ?)) ORDER BY " kolom " " arah ", a.id " arah   \
			  " LIMIT ?"
#define USERNAME "CONVERT(a.username USING utf8mb4)"

SQL(Q_NAMA_NAIK, HALAMAN("a.nama", ">", "ASC"));
SQL(Q_NAMA_TURUN, HALAMAN("a.nama", "<", "DESC"));
SQL(Q_USER_NAIK, HALAMAN(USERNAME, ">", "ASC"));
SQL(Q_USER_TURUN, HALAMAN(USERNAME, "<", "DESC"));
SQL(Q_DIBUAT_NAIK, HALAMAN("a.dibuat", ">", "ASC"));
SQL(Q_DIBUAT_TURUN, HALAMAN("a.dibuat", "<", "DESC"));
SQL(Q_JUMLAH, "SELECT COUNT(*) FROM akun a"
	      " LEFT JOIN lembaga l ON l.id = a.lembaga_id" SARING);

static struct sql *halaman(const struct akun_saring *s)
{
	bool turun = s->turun != s->mundur;

	if (strcmp(s->urut, "nama") == 0)
		return turun ? &Q_NAMA_TURUN : &Q_NAMA_NAIK;
	if (strcmp(s->urut, "username") == 0)
		return turun ? &Q_USER_TURUN : &Q_USER_NAIK;
	return turun ? &Q_DIBUAT_TURUN : &Q_DIBUAT_NAIK;
}

enum err akun_cari(struct db *db, const struct akun_saring *s,
		   struct akun **out, size_t *n, int64_t *total)
{
	const char *cari = text_like(db_arena(db), s->cari);
	struct rows *r;
	struct akun *a;
	size_t i = 0;
	enum err e =
	    db_query(db, &r, halaman(s), cari, cari, cari, cari, cari,
		     s->status, s->status, s->peran, s->peran, s->lembaga,
		     s->lembaga, s->kunci, s->kunci, s->id, s->banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	a = arena_array(db_arena(db), *n + 1, sizeof(*a));
	*out = a;
	for (; db_next(r); i++)
		akun_isi(r, &a[s->mundur ? *n - 1 - i : i]);
	e = db_one(db, &r, &Q_JUMLAH, cari, cari, cari, cari, cari, s->status,
		   s->status, s->peran, s->peran, s->lembaga, s->lembaga);
	if (e == OK)
		*total = db_int(r, 0);
	return e;
}
