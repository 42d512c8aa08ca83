/*
 * perjanjian-baca.c - agreements as they are read: the one in force, one by
 * id, the list and its counts, timeline, cards (perjanjian.h).
 */
#include "perjanjian.h"
#include "hari.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

const char *const perjanjian_metode[] = { "card-reader", "web-portal",
					  "web-service", NULL };

const char *const perjanjian_elemen[] = {
	"nik",
	"no-kk",
	"nama",
	"jenis-kelamin",
	"tempat-lahir",
	"tanggal-lahir",
	"status-kawin",
	"pekerjaan",
	"alamat",
	"rt",
	"rw",
	"kelurahan",
	"kecamatan",
	"kabupaten",
	"provinsi",
	"agama",
	"golongan-darah",
	"pendidikan",
	"kewarganegaraan",
	"nama-ibu",
	"foto",
	"sidik-jari",
	"tanda-tangan",
	NULL,
};

const char *const perjanjian_keadaan[] = { "akan",     "berlaku",    "segera",
					   "berakhir", "dihentikan", NULL };

/* Place of each in perjanjian_keadaan, as Q_HITUNG numbers them. */
enum { AKAN, BERLAKU, SEGERA, BERAKHIR, DIHENTIKAN };

bool perjanjian_memuat(const char *daftar, const char *kode)
{
	size_t n = strlen(kode);

	while (daftar != NULL && *daftar != '\0') {
		size_t m = strcspn(daftar, " ");

		if (n > 0 && m == n && memcmp(daftar, kode, n) == 0)
			return true;
		daftar += m;
		daftar += strspn(daftar, " ");
	}
	return false;
}

/* --- one --- */

#define KOLOM                                                                  \
	"SELECT p.id, p.lembaga_id, l.kode, l.nama, p.nomor, p.judul,"         \
	" p.mulai, p.berakhir, p.elemen, p.metode, p.kuota, p.berkas_id,"      \
	" b.nama, b.ukuran, p.status, p.alasan, p.dibuat, p.versi"             \
	" FROM perjanjian p JOIN lembaga l ON l.id = p.lembaga_id"             \
	" LEFT JOIN berkas b ON b.id = p.berkas_id"

/* Whose p may see: Ditjen's staff (1) all, others their institution's. */
#define LINGKUP " AND (? = 1 OR p.lembaga_id = ?)"

static int64_t lingkup_semua(const struct pelaku *p)
{
	return (p->role & ROLE_DITJEN) != 0;
}

static int64_t lingkup_lembaga(const struct pelaku *p)
{
	return (p->role & ROLE_PEMINTA) != 0 ? p->lembaga : 0;
}

/* The way of access stands between blanks in the column. */
#define METODE " AND CONCAT(' ', p.metode, ' ') LIKE CONCAT('% ', ?, ' %')"

#define BERLAKU_SYARAT                                                         \
	" WHERE p.lembaga_id = ? AND p.status = 'berlaku'"                     \
	" AND p.mulai <= ? AND p.berakhir >= ?" METODE                         \
	" ORDER BY p.berakhir DESC, p.id DESC LIMIT 1"

SQL(Q_BERLAKU, KOLOM BERLAKU_SYARAT);
/* The lock is on the agreement alone: the others are only names. */
SQL(Q_PEGANG,
    "SELECT p.id FROM perjanjian p" BERLAKU_SYARAT " LOCK IN SHARE MODE");
SQL(Q_SATU, KOLOM " WHERE p.id = ?");
SQL(Q_AMBIL, KOLOM " WHERE p.id = ?" LINGKUP);

static int64_t jarak(const char *dari, const char *ke)
{
	hari_t a = 0, b = 0;

	hari_baca(dari, &a);
	hari_baca(ke, &b);
	return (int64_t)b - a;
}

/* Its state on a day. */
static const char *keadaan(const struct perjanjian *k, const char *hari)
{
	if (strcmp(k->status, "berlaku") != 0)
		return perjanjian_keadaan[DIHENTIKAN];
	if (k->sisa < 0)
		return perjanjian_keadaan[BERAKHIR];
	if (strcmp(k->mulai, hari) > 0)
		return perjanjian_keadaan[AKAN];
	return perjanjian_keadaan[k->sisa <= PERJANJIAN_SEGERA ? SEGERA :
								 BERLAKU];
}

static void isi(struct rows *r, const char *hari, struct perjanjian *k)
{
	k->id = db_int(r, 0);
	k->lembaga_id = db_int(r, 1);
	k->lembaga_kode = db_text(r, 2);
	k->lembaga = db_text(r, 3);
	k->nomor = db_text(r, 4);
	k->judul = db_text(r, 5);
	k->mulai = db_text(r, 6);
	k->berakhir = db_text(r, 7);
	k->elemen = db_text(r, 8);
	k->metode = db_text(r, 9);
	k->kuota = db_int(r, 10);
	k->berkas_id = db_int(r, 11);
	k->berkas = db_text(r, 12);
	k->berkas_bita = db_int(r, 13);
	k->status = db_text(r, 14);
	k->alasan = db_text(r, 15);
	k->dibuat = db_text(r, 16);
	k->versi = db_int(r, 17);
	k->sisa = jarak(hari, k->berakhir);
	k->keadaan = keadaan(k, hari);
}

enum err perjanjian_berlaku_metode(struct db *db, int64_t lembaga_id,
				   const char *metode, const char *hari,
				   struct perjanjian *out)
{
	struct rows *r;
	enum err e;

	if (db_in_transaction(db)) {
		e = db_one(db, &r, &Q_PEGANG, lembaga_id, hari, hari, metode);
		if (e == OK)
			e = db_one(db, &r, &Q_SATU, db_int(r, 0));
	} else {
		e = db_one(db, &r, &Q_BERLAKU, lembaga_id, hari, hari, metode);
	}
	if (e == OK)
		isi(r, hari, out);
	return e;
}

enum err perjanjian_berlaku(struct db *db, int64_t lembaga_id, const char *hari,
			    struct perjanjian *out)
{
	return perjanjian_berlaku_metode(db, lembaga_id, perjanjian_metode[0],
					 hari, out);
}

enum err perjanjian_ambil(struct db *db, const struct pelaku *p, int64_t id,
			  struct perjanjian *out)
{
	struct rows *r;
	enum err e =
	    db_one(db, &r, &Q_AMBIL, id, lingkup_semua(p), lingkup_lembaga(p));

	if (e == OK)
		isi(r, clock_today(db_arena(db)), out);
	return e;
}

/* --- the list --- */

#define SARING                                                                 \
	" WHERE (? IS NULL OR p.nomor LIKE CONCAT('%', ?, '%')"                \
	" OR p.judul LIKE CONCAT('%', ?, '%')"                                 \
	" OR l.nama LIKE CONCAT('%', ?, '%'))"                                 \
	" AND (? = 0 OR p.lembaga_id = ?)"                                     \
	" AND (? IS NULL OR CONCAT(' ', p.metode, ' ')"                        \
	"  LIKE CONCAT('% ', ?, ' %'))" LINGKUP
/* A state is a status and where both ends may lie. */
#define KEADAAN                                                                \
	" AND (? IS NULL OR p.status = ?)"                                     \
	" AND p.mulai >= ? AND p.mulai <= ?"                                   \
	" AND p.berakhir >= ? AND p.berakhir <= ?"
#define HALAMAN(kolom, banding, arah)                                          \
	KOLOM SARING KEADAAN " AND (? IS NULL OR (" kolom ", p.id) " banding   \
			     " (?, ?)) ORDER BY " kolom " " arah               \
			     ", p.id " arah " LIMIT ?"

SQL(Q_BERAKHIR_NAIK, HALAMAN("p.berakhir", ">", "ASC"));
SQL(Q_BERAKHIR_TURUN, HALAMAN("p.berakhir", "<", "DESC"));
SQL(Q_MULAI_NAIK, HALAMAN("p.mulai", ">", "ASC"));
SQL(Q_MULAI_TURUN, HALAMAN("p.mulai", "<", "DESC"));
SQL(Q_NOMOR_NAIK, HALAMAN("p.nomor", ">", "ASC"));
SQL(Q_NOMOR_TURUN, HALAMAN("p.nomor", "<", "DESC"));
SQL(Q_LEMBAGA_NAIK, HALAMAN("l.nama", ">", "ASC"));
SQL(Q_LEMBAGA_TURUN, HALAMAN("l.nama", "<", "DESC"));
SQL(Q_HITUNG,
    "SELECT CASE WHEN p.status <> 'berlaku' THEN 4 WHEN p.berakhir < ? THEN 3"
    " WHEN p.mulai > ? THEN 0 WHEN p.berakhir <= ? THEN 2 ELSE 1 END AS k,"
    " COUNT(*) FROM perjanjian p JOIN lembaga l ON l.id = p.lembaga_id" SARING
    " GROUP BY k");

static struct sql *halaman(const struct perjanjian_saring *s)
{
	static const struct {
		const char *urut;
		struct sql *naik, *turun;
	} semua[] = {
		{ "mulai", &Q_MULAI_NAIK, &Q_MULAI_TURUN },
		{ "nomor", &Q_NOMOR_NAIK, &Q_NOMOR_TURUN },
		{ "lembaga", &Q_LEMBAGA_NAIK, &Q_LEMBAGA_TURUN },
	};
	bool turun = s->turun != s->mundur;

	for (size_t i = 0; i < COUNT(semua); i++)
		if (strcmp(s->urut, semua[i].urut) == 0)
			return turun ? semua[i].turun : semua[i].naik;
	return turun ? &Q_BERAKHIR_TURUN : &Q_BERAKHIR_NAIK;
}

const char *perjanjian_kunci(const struct perjanjian_saring *s,
			     const struct perjanjian *b)
{
	if (strcmp(s->urut, "mulai") == 0)
		return b->mulai;
	if (strcmp(s->urut, "nomor") == 0)
		return b->nomor;
	if (strcmp(s->urut, "lembaga") == 0)
		return b->lembaga;
	return b->berakhir;
}

/* The day so many days after `hari`; from a. */
static const char *sesudah(struct arena *a, const char *hari, int banyak)
{
	hari_t h = 0;

	hari_baca(hari, &h);
	return hari_teks(a, h + banyak);
}

/* What a state means, as parameters of KEADAAN. */
struct batas {
	const char *status;
	const char *mulai[2];
	const char *berakhir[2];
};

static struct batas batas(struct arena *a, const char *mau)
{
	const char *kini = clock_today(a);
	struct batas b = { NULL,
			   { "1000-01-01", "9999-12-31" },
			   { "1000-01-01", "9999-12-31" } };

	if (mau == NULL)
		return b;
	if (strcmp(mau, "dihentikan") == 0) {
		b.status = "dihentikan";
		return b;
	}
	b.status = "berlaku";
	if (strcmp(mau, "berakhir") == 0) {
		b.berakhir[1] = sesudah(a, kini, -1);
		return b;
	}
	b.berakhir[0] = kini;
	if (strcmp(mau, "akan") == 0) {
		b.mulai[0] = sesudah(a, kini, 1);
		return b;
	}
	b.mulai[1] = kini;
	if (strcmp(mau, "segera") == 0)
		b.berakhir[1] = sesudah(a, kini, PERJANJIAN_SEGERA);
	return b;
}

enum err perjanjian_daftar(struct db *db, const struct pelaku *p,
			   const struct perjanjian_saring *s,
			   struct perjanjian **out, size_t *n)
{
	struct arena *a = db_arena(db);
	const char *cari = text_like(a, s->cari);
	const char *kini = clock_today(a);
	const char *kunci = s->id == 0 ? NULL : s->kunci;
	struct batas b = batas(a, s->keadaan);
	struct rows *r;
	size_t i = 0;
	enum err e;

	*n = 0;
	e = db_query(db, &r, halaman(s), cari, cari, cari, cari, s->lembaga,
		     s->lembaga, s->metode, s->metode, lingkup_semua(p),
		     lingkup_lembaga(p), b.status, b.status, b.mulai[0],
		     b.mulai[1], b.berakhir[0], b.berakhir[1], kunci, kunci,
		     s->id, s->banyak);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(a, *n + 1, sizeof(**out));
	for (; db_next(r); i++)
		isi(r, kini, &(*out)[s->mundur ? *n - 1 - i : i]);
	return OK;
}

enum err perjanjian_hitung(struct db *db, const struct pelaku *p,
			   const struct perjanjian_saring *s, int64_t *total,
			   int64_t per[PERJANJIAN_KEADAAN_N])
{
	struct arena *a = db_arena(db);
	const char *cari = text_like(a, s->cari);
	const char *kini = clock_today(a);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_HITUNG, kini, kini,
			      sesudah(a, kini, PERJANJIAN_SEGERA), cari, cari,
			      cari, cari, s->lembaga, s->lembaga, s->metode,
			      s->metode, lingkup_semua(p), lingkup_lembaga(p));

	if (e != OK)
		return e;
	memset(per, 0, PERJANJIAN_KEADAAN_N * sizeof(*per));
	*total = 0;
	while (db_next(r)) {
		per[db_int(r, 0)] = db_int(r, 1);
		*total += db_int(r, 1);
	}
	per[BERLAKU] += per[SEGERA];
	for (size_t i = 0; i < PERJANJIAN_KEADAAN_N; i++)
		if (s->keadaan != NULL &&
		    strcmp(s->keadaan, perjanjian_keadaan[i]) == 0)
			*total = per[i];
	return OK;
}

/* --- what belongs to one --- */

SQL(Q_RIWAYAT,
    "SELECT h.id, h.waktu, a.nama, l.nama, h.kode, h.catatan, h.berkas_id,"
    " b.nama, b.ukuran FROM perjanjian_riwayat h"
    " LEFT JOIN akun a ON a.id = h.akun_id"
    " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
    " LEFT JOIN berkas b ON b.id = h.berkas_id"
    " WHERE h.perjanjian_id = ? ORDER BY h.id DESC");
/* A manifest that is not its card's latest one any more counts as issued. */
SQL(Q_KARTU, "SELECT k.status, COUNT(*), COUNT(k.perlu_manifes) FROM manifes m"
	     " LEFT JOIN kartu k ON k.id = m.kartu_id AND k.manifes_id = m.id"
	     " AND k.hidup = 1 WHERE m.perjanjian_id = ? GROUP BY k.status");

enum err perjanjian_riwayat(struct db *db, const struct perjanjian *k,
			    struct perjanjian_peristiwa **out, size_t *n)
{
	struct perjanjian_peristiwa *x;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RIWAYAT, k->id);

	if (e != OK)
		return e;
	*n = db_count(r);
	x = arena_array(db_arena(db), *n + 1, sizeof(*x));
	*out = x;
	for (; db_next(r); x++) {
		x->id = db_int(r, 0);
		x->apa.waktu = db_text(r, 1);
		x->apa.oleh = db_text(r, 2);
		x->apa.lembaga = db_text(r, 3);
		x->apa.kode = db_text(r, 4);
		x->apa.catatan = db_text(r, 5);
		x->berkas_id = db_int(r, 6);
		x->berkas = db_text(r, 7);
		x->berkas_bita = db_int(r, 8);
	}
	return OK;
}

enum err perjanjian_kartu(struct db *db, int64_t id,
			  struct perjanjian_kartu *out)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_KARTU, id);

	*out = (struct perjanjian_kartu){ 0 };
	while (e == OK && db_next(r)) {
		const char *status = db_null(r, 0) ? "" : db_text(r, 0);

		if (strcmp(status, "aktif") == 0)
			out->aktif = db_int(r, 1);
		else if (strcmp(status, "nonaktif") == 0)
			out->nonaktif = db_int(r, 1);
		else if (strcmp(status, "ditangguhkan") == 0)
			out->ditangguhkan = db_int(r, 1);
		out->menunggu += db_int(r, 2);
		out->manifes += db_int(r, 1);
	}
	return e;
}
