/* pengaturan.c - see pengaturan.h. */
#include "pengaturan.h"
#include "catat.h"
#include "../lib/clock.h"
#include "../lib/log.h"
#include "../lib/text.h"

#include <stdlib.h>
#include <string.h>

SQL(Q_MUAT, "SELECT nama, nilai FROM pengaturan");
SQL(Q_SEMUA,
    "SELECT p.nama, p.nilai, p.jenis, p.kelompok, p.min, p.maks, p.diubah,"
    " a.nama FROM pengaturan p LEFT JOIN akun a ON a.id = p.diubah_oleh"
    " ORDER BY FIELD(p.kelompok, 'beranda', 'keamanan', 'sistem', 'nomor',"
    " 'norma', 'jadwal', 'kantor') DESC, p.kelompok, p.urut");
SQL(Q_AMBIL, "SELECT nilai FROM pengaturan WHERE nama = ? FOR UPDATE");
SQL(Q_SIMPAN, "UPDATE pengaturan SET nilai = ?, diubah = ?, diubah_oleh = ?"
	      " WHERE nama = ?");

/* What this process last read; rebuilt whole, so no value is half old. */
static struct {
	struct {
		char *nama;
		char *nilai;
	} * isi;
	size_t n;
	int64_t dibaca; /* clock_steady_us(); 0: never */
} ingatan;

static void kosongkan(void)
{
	for (size_t i = 0; i < ingatan.n; i++) {
		free(ingatan.isi[i].nama);
		free(ingatan.isi[i].nilai);
	}
	free(ingatan.isi);
	ingatan.isi = NULL;
	ingatan.n = 0;
}

static void ganti(struct rows *r)
{
	kosongkan();
	ingatan.dibaca = 0;
	ingatan.isi = calloc(db_count(r) + 1, sizeof(*ingatan.isi));
	if (ingatan.isi == NULL)
		return;
	while (db_next(r)) {
		char *nama = strdup(db_text(r, 0));
		char *nilai = strdup(db_text(r, 1));

		if (nama == NULL || nilai == NULL) {
			free(nama);
			free(nilai);
			return;
		}
		ingatan.isi[ingatan.n].nama = nama;
		ingatan.isi[ingatan.n++].nilai = nilai;
	}
	ingatan.dibaca = clock_steady_us();
}

static void segarkan(struct db *db)
{
	struct rows *r;

	if (ingatan.dibaca != 0 &&
	    clock_steady_us() - ingatan.dibaca <
		PENGATURAN_SEGAR_S * 1000000LL)
		return;
	/* The caller's next statement meets the same trouble and reports it;
	   until then the old values serve. */
	if (db_query(db, &r, &Q_MUAT) == OK)
		ganti(r);
	else
		log_error("settings could not be read");
}

const char *pengaturan_teks(struct db *db, const char *nama,
			    const char *otherwise)
{
	segarkan(db);
	for (size_t i = 0; i < ingatan.n; i++)
		if (strcmp(ingatan.isi[i].nama, nama) == 0 &&
		    ingatan.isi[i].nilai[0] != '\0')
			return arena_strdup(db_arena(db), ingatan.isi[i].nilai);
	return otherwise;
}

int64_t pengaturan_angka(struct db *db, const char *nama, int64_t otherwise)
{
	const char *nilai = pengaturan_teks(db, nama, NULL);
	int64_t angka;

	if (nilai == NULL || !text_to_int(nilai, &angka))
		return otherwise;
	return angka;
}

bool pengaturan_ya(struct db *db, const char *nama, bool otherwise)
{
	const char *nilai = pengaturan_teks(db, nama, NULL);

	return nilai == NULL ? otherwise : strcmp(nilai, "ya") == 0;
}

void pengaturan_lupakan(void)
{
	ingatan.dibaca = 0;
}

enum err pengaturan_semua(struct db *db, struct pengaturan **out, size_t *n)
{
	struct pengaturan *s;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_SEMUA);

	if (e != OK)
		return e;
	*n = db_count(r);
	s = arena_array(db_arena(db), *n + 1, sizeof(*s));
	*out = s;
	for (; db_next(r); s++) {
		s->nama = db_text(r, 0);
		s->nilai = db_text(r, 1);
		s->jenis = db_text(r, 2);
		s->kelompok = db_text(r, 3);
		s->min = db_int(r, 4);
		s->maks = db_int(r, 5);
		s->diubah = db_text(r, 6);
		s->pengubah = db_text(r, 7);
	}
	return OK;
}

static const char *periksa_angka(const struct pengaturan *s, const char *nilai)
{
	int64_t angka;

	if (*nilai == '\0')
		return "wajib";
	if (!text_to_int(nilai, &angka))
		return "angka";
	if (angka < s->min)
		return "terlalu-kecil";
	return angka > s->maks ? "terlalu-besar" : NULL;
}

const char *pengaturan_periksa(const struct pengaturan *s, const char *nilai)
{
	size_t n = text_length(nilai);

	if (strcmp(s->jenis, "angka") == 0)
		return periksa_angka(s, nilai);
	if (strcmp(s->jenis, "ya-tidak") == 0)
		return strcmp(nilai, "ya") == 0 || strcmp(nilai, "tidak") == 0 ?
			   NULL :
			   "pilihan";
	if (n == 0 && s->min > 0)
		return "wajib";
	if ((int64_t)n < s->min)
		return "terlalu-pendek";
	if ((int64_t)n > s->maks)
		return "terlalu-panjang";
	/* Without it every document would bear the same number. */
	if (strncmp(s->nama, "nomor_", 6) == 0 &&
	    strstr(nilai, "{urut}") == NULL)
		return "urut";
	return NULL;
}

struct simpan {
	const struct pelaku *p;
	const char *nama;
	const char *nilai;
};

static enum err simpan(struct db *db, void *ctx)
{
	const struct simpan *s = ctx;
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, s->nama);

	if (e != OK)
		return e;
	if (strcmp(db_text(r, 0), s->nilai) == 0)
		return OK;
	e = db_exec(db, &Q_SIMPAN, s->nilai, clock_now(a, 0), DB_ID(s->p->akun),
		    s->nama);
	if (e != OK)
		return e;
	return audit_catat(
	    db, s->p, "pengaturan-diubah", "pengaturan", 0,
	    arena_printf(a, "%s: %s > %s", s->nama, db_text(r, 0), s->nilai));
}

enum err pengaturan_simpan(struct db *db, const struct pelaku *p,
			   const char *nama, const char *nilai)
{
	struct simpan s = { p, nama, nilai };

	pengaturan_lupakan();
	return db_transaction(db, simpan, &s);
}
