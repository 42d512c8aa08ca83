/*
 * faq-baca.c - questions and answers as they are read (faq.h): the public
 * list with its search, one by its address, groups, versions.
 */
#include "faq.h"
#include "../lib/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define KOLOM                                                                  \
	"SELECT f.id, f.kelompok_id, k.nama, f.alamat, f.tanya, f.jawab,"      \
	" f.aktif, f.versi, f.diubah, f.ya, f.tidak"
#define DARI   " FROM faq_kelompok k JOIN faq f ON f.kelompok_id = k.id"
#define URUTAN " ORDER BY k.urut, k.id, f.urut, f.id"
#define ISI    "CONCAT_WS(' ', f.tanya, f.jawab)"

/* A few dozen rows: the words are looked for in all of them. */
SQL(Q_CARI, KOLOM DARI " WHERE f.aktif = 1 AND " ISI " LIKE ? AND " ISI
		       " LIKE ? AND " ISI " LIKE ? AND " ISI " LIKE ? AND " ISI
		       " LIKE ? AND " ISI " LIKE ?" URUTAN);
SQL(Q_AKTIF, KOLOM DARI " WHERE f.aktif = 1" URUTAN);
SQL(Q_SEMUA, KOLOM DARI URUTAN);
SQL(Q_AMBIL, KOLOM DARI " WHERE f.id = ?");
SQL(Q_ALAMAT, KOLOM " FROM faq_alamat a JOIN faq f ON f.id = a.faq_id"
		    " JOIN faq_kelompok k ON k.id = f.kelompok_id"
		    " WHERE a.alamat = ? AND f.aktif = 1");
#define KELOMPOK                                                               \
	"SELECT k.id, k.nama, k.versi,"                                        \
	" (SELECT COUNT(*) FROM faq f WHERE f.kelompok_id = k.id)"             \
	" FROM faq_kelompok k"
SQL(Q_KELOMPOK, KELOMPOK " ORDER BY k.urut, k.id");
SQL(Q_KELOMPOK_AMBIL, KELOMPOK " WHERE k.id = ?");
#define VERSI                                                                  \
	" FROM faq_versi v JOIN faq_kelompok k ON k.id = v.kelompok_id"        \
	" LEFT JOIN akun a ON a.id = v.akun_id WHERE v.faq_id = ?"
#define VERSI_KOLOM                                                            \
	"SELECT v.versi, v.waktu, a.nama, v.asal, v.kelompok_id, k.nama,"      \
	" v.tanya"
SQL(Q_RIWAYAT, VERSI_KOLOM VERSI " ORDER BY v.versi DESC");
SQL(Q_VERSI, VERSI_KOLOM ", v.jawab" VERSI " AND v.versi = ?");

/* --- the words of a search --- */

/* Words that are in every question. */
static const char *const umum[] = {
	"ada",   "adalah",  "agar",   "apa",     "apakah", "atau",  "bagaimana",
	"bagi",  "berapa",  "bila",   "bisa",    "boleh",  "cara",  "dalam",
	"dan",   "dapat",   "dari",   "dengan",  "di",     "harus", "ini",
	"itu",   "jika",    "ke",     "kenapa",  "lama",   "kalau", "kapan",
	"mana",  "mengapa", "oleh",   "pada",    "perlu",  "saja",  "saya",
	"siapa", "sudah",   "supaya", "tentang", "untuk",  "yang",
};

static bool adalah_umum(const char *kata)
{
	for (size_t i = 0; i < sizeof(umum) / sizeof(umum[0]); i++)
		if (strcasecmp(kata, umum[i]) == 0)
			return true;
	return false;
}

/* ASCII signs part words; what is not ASCII is of a word. */
static bool dari_kata(char c)
{
	return (unsigned char)c >= 0x80 || isalnum((unsigned char)c);
}

static void pilah(struct arena *a, const char *cari, bool semua,
		  const char **out, size_t *n)
{
	while (*cari != '\0' && *n < FAQ_KATA_MAKS) {
		size_t m = 0;
		const char *kata;

		while (dari_kata(cari[m]))
			m++;
		if (m == 0) {
			cari++;
			continue;
		}
		kata = arena_strndup(a, cari, m);
		if (semua || !adalah_umum(kata))
			out[(*n)++] = kata;
		cari += m;
	}
}

const char *const *faq_kata(struct arena *a, const char *cari)
{
	const char **out = arena_array(a, FAQ_KATA_MAKS + 1, sizeof(*out));
	size_t n = 0;

	if (cari != NULL) {
		pilah(a, cari, false, out, &n);
		if (n == 0)
			pilah(a, cari, true, out, &n);
	}
	return out;
}

/* --- entries --- */

static void isi(const struct rows *r, struct faq *f)
{
	f->id = db_int(r, 0);
	f->kelompok_id = db_int(r, 1);
	f->kelompok = db_text(r, 2);
	f->alamat = db_text(r, 3);
	f->tanya = db_text(r, 4);
	f->jawab = db_text(r, 5);
	f->aktif = db_int(r, 6) != 0;
	f->versi = db_int(r, 7);
	f->diubah = db_text(r, 8);
	f->ya = db_int(r, 9);
	f->tidak = db_int(r, 10);
}

static struct faq *isi_semua(struct db *db, struct rows *r, size_t *n)
{
	struct faq *out =
	    arena_array(db_arena(db), db_count(r) + 1, sizeof(*out));

	for (*n = 0; db_next(r); (*n)++)
		isi(r, &out[*n]);
	return out;
}

enum err faq_cari(struct db *db, const char *cari, struct faq **out, size_t *n)
{
	struct arena *a = db_arena(db);
	const char *const *kata = faq_kata(a, cari);
	const char *pola[FAQ_KATA_MAKS];
	struct rows *r;
	enum err e;

	*n = 0;
	*out = NULL;
	for (size_t i = 0; i < FAQ_KATA_MAKS; i++)
		pola[i] = "%";
	for (size_t i = 0; kata[i] != NULL; i++)
		pola[i] = arena_printf(a, "%%%s%%", text_like(a, kata[i]));
	if (cari == NULL) {
		e = db_query(db, &r, &Q_AKTIF);
	} else if (kata[0] == NULL) {
		/* Signs alone are found nowhere. */
		return OK;
	} else {
		e = db_query(db, &r, &Q_CARI, pola[0], pola[1], pola[2],
			     pola[3], pola[4], pola[5]);
	}
	if (e == OK)
		*out = isi_semua(db, r, n);
	return e;
}

enum err faq_semua(struct db *db, struct faq **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_SEMUA);

	if (e == OK)
		*out = isi_semua(db, r, n);
	return e;
}

enum err faq_ambil(struct db *db, int64_t id, struct faq *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id);

	if (e == OK)
		isi(r, out);
	return e;
}

enum err faq_alamat(struct db *db, const char *alamat, struct faq *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_ALAMAT, alamat);

	if (e == OK)
		isi(r, out);
	return e;
}

/* --- groups --- */

static struct faq_kelompok isi_kelompok(const struct rows *r)
{
	return (struct faq_kelompok){ .id = db_int(r, 0),
				      .nama = db_text(r, 1),
				      .versi = db_int(r, 2),
				      .banyak = db_int(r, 3) };
}

enum err faq_kelompok_semua(struct db *db, struct faq_kelompok **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_KELOMPOK);

	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	for (*n = 0; db_next(r); (*n)++)
		(*out)[*n] = isi_kelompok(r);
	return OK;
}

enum err faq_kelompok_ambil(struct db *db, int64_t id, struct faq_kelompok *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KELOMPOK_AMBIL, id);

	if (e == OK)
		*out = isi_kelompok(r);
	return e;
}

/* --- versions --- */

static struct faq_versi isi_versi(const struct rows *r)
{
	return (struct faq_versi){ .versi = db_int(r, 0),
				   .waktu = db_text(r, 1),
				   .oleh = db_text(r, 2),
				   .asal = db_int(r, 3),
				   .kelompok_id = db_int(r, 4),
				   .kelompok = db_text(r, 5),
				   .tanya = db_text(r, 6) };
}

enum err faq_riwayat(struct db *db, int64_t id, struct faq_versi **out,
		     size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RIWAYAT, id);

	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	for (*n = 0; db_next(r); (*n)++)
		(*out)[*n] = isi_versi(r);
	return OK;
}

enum err faq_versi_ambil(struct db *db, int64_t id, int64_t versi,
			 struct faq_versi *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_VERSI, id, versi);

	if (e == OK) {
		*out = isi_versi(r);
		out->jawab = db_text(r, 7);
	}
	return e;
}
