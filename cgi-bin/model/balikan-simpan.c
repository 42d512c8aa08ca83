/*
 * balikan-simpan.c - see balikan-simpan.h.
 *
 * Rows are locked in the order of their NIKs, then the institution's, then the
 * sending's: as files are loaded (balikan-potong.c), so that who waits for
 * another is not waited for.
 */
#include "balikan-simpan.h"
#include "../lib/clock.h"
#include "balikan-dalam.h"
#include "balikan-jejak.h"
#include "balikan-total.h"

#include <stdlib.h>
#include <string.h>

SQL(Q_KIRIMAN, "SELECT id FROM balikan_kiriman WHERE lembaga_id = ?"
	       " AND sumber = ? AND tanggal = ? AND versi_id = ? AND tutup = 0"
	       " AND status = 'selesai' ORDER BY id DESC LIMIT 1");
SQL(Q_KIRIMAN_TERKUNCI,
    "SELECT id FROM balikan_kiriman WHERE lembaga_id = ? AND sumber = ?"
    " AND tanggal = ? AND versi_id = ? AND tutup = 0 AND status = 'selesai'"
    " ORDER BY id DESC LIMIT 1 LOCK IN SHARE MODE");
/* The day's last one: refused records may stand with any of them. */
SQL(Q_KIRIMAN_HARI,
    "SELECT id FROM balikan_kiriman WHERE lembaga_id = ? AND sumber = ?"
    " AND tanggal = ? AND versi_id = ? AND status = 'selesai'"
    " ORDER BY id DESC LIMIT 1 LOCK IN SHARE MODE");
/* The last file that is still worked on, or taken back. */
#define GOYAH                                                                  \
	"SELECT COALESCE(MAX(id), 0) FROM balikan_kiriman"                     \
	" FORCE INDEX (balikan_kiriman_kerja) WHERE lembaga_id = ?"            \
	" AND status IN ('antri', 'periksa', 'muat', 'urung')"
SQL(Q_GOYAH, GOYAH);
SQL(Q_GOYAH_TERKUNCI, GOYAH " LOCK IN SHARE MODE");
SQL(Q_TUTUP, "UPDATE balikan_kiriman SET tutup = 1 WHERE lembaga_id = ?"
	     " AND sumber = ? AND tutup = 0");
/* One of refused records alone, when no other is newer. */
SQL(Q_BUKA, "UPDATE balikan_kiriman SET tutup = 0 WHERE lembaga_id = ?"
	    " AND sumber = ? AND tanggal = ? AND versi_id = ? AND tutup = 1"
	    " AND diterima + diperbarui + tetap = 0 AND id = (SELECT"
	    " MAX(n.id) FROM balikan_kiriman n WHERE n.lembaga_id = ?)");
SQL(Q_BUAT, "INSERT INTO balikan_kiriman (lembaga_id, akun_id, token_id,"
	    " sumber, versi_id, tanggal, status, tutup, dibuat, mulai,"
	    " selesai) VALUES (?, ?, ?, ?, ?, ?, 'selesai', ?, ?, ?, ?)");
SQL(Q_CATAT, "UPDATE balikan_kiriman SET baris = baris + ?,"
	     " diterima = diterima + ?, diperbarui = diperbarui + ?,"
	     " tetap = tetap + ?, ditolak = ditolak + ?, selesai = ?"
	     " WHERE id = ? AND tutup = 0");
SQL(Q_CATAT_TOLAK, "UPDATE balikan_kiriman SET baris = baris + ?,"
		   " ditolak = ditolak + ? WHERE id = ?");
SQL(Q_BARU, "INSERT INTO balikan (lembaga_id, nik, kiriman_id, isi)"
	    " VALUES (?, ?, ?, ?)");
SQL(Q_GANTI, "UPDATE balikan SET kiriman_id = ?, isi = ?"
	     " WHERE lembaga_id = ? AND nik = ?");
SQL(Q_URUT, "SELECT COALESCE(MAX(urut) + 1, 0) FROM balikan_lama"
	    " WHERE lembaga_id = ? AND nik = ? AND diganti_id = ?");
SQL(Q_LAMA, "INSERT INTO balikan_lama (lembaga_id, nik, diganti_id, urut,"
	    " kiriman_id, isi) VALUES (?, ?, ?, ?, ?, ?)");

/* A row there is. */
struct ada {
	uint64_t nik;
	int64_t kiriman;
	struct blob isi;
};

struct simpan {
	struct db *db;
	const struct balikan_pengirim *who;
	int64_t versi;
	const struct balikan_rekaman *r;
	size_t n;
	enum balikan_hasil *hasil;
	const char *tanggal;
	const char *kini;
	int64_t kiriman;
	size_t *urut;	   /* of r, by NIK, equal ones as they came */
	struct ada *ada;   /* by NIK */
	size_t n_ada;
	int64_t terbaru;   /* the newest sending among them */
	int64_t goyah;	   /* a file up to here may yet change them; 0: none */
	uint64_t *baru;	   /* NIKs that had no row */
	size_t n_baru;
	struct balikan_versi_ingat ingat;
	struct balikan_hitung h;
};

static int banding(const void *x, const void *y, void *ctx)
{
	const struct balikan_rekaman *r = ctx;
	size_t i = *(const size_t *)x, k = *(const size_t *)y;

	if (r[i].nik != r[k].nik)
		return r[i].nik < r[k].nik ? -1 : 1;
	return i < k ? -1 : i > k;
}

/* A value that LOAD DATA may take (files): no control character but the
   separator. */
static bool bersih(const unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] < ' ' && p[i] != BALIKAN_PEMISAH)
			return false;
	return true;
}

static bool pantas(const struct simpan *s, const struct balikan_versi *v)
{
	if (s->n > BALIKAN_SIMPAN_MAKS || s->h.ditolak < 0 ||
	    s->h.ditolak > BALIKAN_SIMPAN_MAKS - (int64_t)s->n ||
	    s->who->lembaga == 0 || v->lembaga_id != s->who->lembaga)
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (s->r[i].isi.n > BALIKAN_ISI_MAKS ||
		    !bersih(s->r[i].isi.p, s->r[i].isi.n))
			return false;
	return true;
}

/* Lock the rows there are. */
static enum err kunci(struct simpan *s)
{
	struct arena *a = db_arena(s->db);
	uint64_t *nik = arena_array(a, s->n + 1, sizeof(*nik));
	struct rows *r;
	size_t n = 0;
	enum err e;

	s->urut = arena_array(a, s->n + 1, sizeof(*s->urut));
	for (size_t i = 0; i < s->n; i++)
		s->urut[i] = i;
	qsort_r(s->urut, s->n, sizeof(*s->urut), banding, (void *)s->r);
	for (size_t i = 0; i < s->n; i++)
		if (n == 0 || nik[n - 1] != s->r[s->urut[i]].nik)
			nik[n++] = s->r[s->urut[i]].nik;
	s->baru = arena_array(a, n + 1, sizeof(*s->baru));
	e = db_query(s->db, &r, balikan_q_ada, balikan_nik_json(a, nik, n),
		     s->who->lembaga);
	if (e != OK)
		return e;
	s->ada = arena_array(a, db_count(r) + 1, sizeof(*s->ada));
	while (db_next(r)) {
		s->ada[s->n_ada++] = (struct ada){ (uint64_t)db_int(r, 0),
						   db_int(r, 1),
						   db_blob(r, 2) };
		if (db_int(r, 1) > s->terbaru)
			s->terbaru = db_int(r, 1);
	}
	return OK;
}

static enum err cari_kiriman(struct simpan *s, struct sql *q)
{
	struct rows *r;
	enum err e = db_query(s->db, &r, q, s->who->lembaga, s->who->sumber,
			      s->tanggal, s->versi);

	s->kiriman = e == OK && db_next(r) ? db_int(r, 0) : 0;
	return e;
}

static enum err cari_goyah(struct simpan *s, struct sql *q)
{
	struct rows *r;
	enum err e = db_one(s->db, &r, q, s->who->lembaga);

	s->goyah = e == OK ? db_int(r, 0) : 0;
	return e;
}

/* A new one; tutup: no record comes to it. */
static enum err buat_kiriman(struct simpan *s, bool tutup)
{
	const struct balikan_pengirim *who = s->who;
	enum err e = db_exec(s->db, &Q_BUAT, who->lembaga, DB_ID(who->akun),
			     DB_ID(who->token), who->sumber, s->versi,
			     s->tanggal, tutup, s->kini, s->kini, s->kini);

	if (e == OK)
		s->kiriman = db_last_id(s->db);
	return e;
}

/* As good as a new one, if there is such: no row stands on it, and nothing is
   newer. */
static enum err buka_kiriman(struct simpan *s)
{
	enum err e = db_exec(s->db, &Q_BUKA, s->who->lembaga, s->who->sumber,
			     s->tanggal, s->versi, s->who->lembaga);

	if (e == OK && db_affected(s->db) == 1)
		return cari_kiriman(s, &Q_KIRIMAN_TERKUNCI);
	s->kiriman = 0;
	return e;
}

/*
 * The sending that they belong to, newer than what they replace: a file, or the
 * other source's sending, may have come between.
 */
static enum err pilih_kiriman(struct simpan *s)
{
	struct db *db = s->db;
	enum err e = cari_kiriman(s, &Q_KIRIMAN);

	/* All files before one that is still open were there when it was made,
	   and none of them is taken back while it is there. */
	if (e != OK || (s->kiriman != 0 && s->kiriman >= s->terbaru))
		return e == OK ? cari_goyah(s, &Q_GOYAH) : e;
	/* One after another, lest each makes one of its own. */
	e = balikan_total_kunci(db, s->who->lembaga);
	if (e == OK)
		e = cari_goyah(s, &Q_GOYAH_TERKUNCI);
	if (e == OK)
		e = cari_kiriman(s, &Q_KIRIMAN_TERKUNCI);
	if (e != OK || (s->kiriman != 0 && s->kiriman >= s->terbaru))
		return e;
	e = db_exec(db, &Q_TUTUP, s->who->lembaga, s->who->sumber);
	if (e == OK)
		e = buka_kiriman(s);
	return e == OK && s->kiriman == 0 ? buat_kiriman(s, false) : e;
}

/* Bytes of no length are not NULL. */
static struct blob isi_param(struct blob isi)
{
	return isi.p != NULL ?
		       isi :
		       (struct blob){ (const unsigned char *)"", 0 };
}

/* Value `dari` of a NIK becomes a former one. */
static enum err catat_lama(struct simpan *s, const struct ada *dari,
			   int64_t *urut)
{
	struct rows *r;
	enum err e = OK;

	if (*urut < 0) {
		e = db_one(s->db, &r, &Q_URUT, s->who->lembaga,
			   (int64_t)dari->nik, s->kiriman);
		*urut = e == OK ? db_int(r, 0) : -1;
	}
	if (e == OK)
		e = db_exec(s->db, &Q_LAMA, s->who->lembaga,
			    (int64_t)dari->nik, s->kiriman, *urut,
			    dari->kiriman, isi_param(dari->isi));
	++*urut;
	return e;
}

/* One record; `kini` is the NIK's value so far, kiriman 0: none. */
static enum err satu(struct simpan *s, size_t i, struct ada *kini,
		     int64_t *urut)
{
	const struct balikan_rekaman *r = &s->r[i];
	bool sama = false;
	enum err e = OK;

	if (kini->kiriman == 0) {
		s->hasil[i] = BALIKAN_DITERIMA;
		s->h.diterima++;
	} else {
		if (kini->isi.n == r->isi.n &&
		    (r->isi.n == 0 ||
		     memcmp(kini->isi.p, r->isi.p, r->isi.n) == 0))
			e = balikan_versi_sama(s->db, &s->ingat, kini->kiriman,
					       s->versi, &sama);
		s->hasil[i] = sama ? BALIKAN_TETAP : BALIKAN_DIPERBARUI;
		s->h.tetap += sama;
		s->h.diperbarui += !sama;
		/* What it confirms may yet be taken back, or overwritten by an
		   older file: then it is this sending's from now on. */
		if (e == OK && sama && s->goyah < kini->kiriman)
			return OK;
		if (e == OK)
			e = catat_lama(s, kini, urut);
	}
	kini->kiriman = s->kiriman;
	kini->isi = r->isi;
	return e;
}

/* All records of the NIK of s->urut[i]; the next NIK's to *sesudah.  k: of the
   rows there are, the first that is not of an earlier NIK. */
static enum err satu_nik(struct simpan *s, size_t i, size_t *k,
			 size_t *sesudah)
{
	struct ada kini = { .nik = s->r[s->urut[i]].nik }, dulu;
	int64_t urut = -1;
	enum err e = OK;

	if (*k < s->n_ada && s->ada[*k].nik == kini.nik)
		kini = s->ada[(*k)++];
	dulu = kini;
	for (; e == OK && i < s->n && s->r[s->urut[i]].nik == kini.nik; i++)
		e = satu(s, s->urut[i], &kini, &urut);
	*sesudah = i;
	if (e != OK)
		return e;
	if (dulu.kiriman == 0) {
		s->baru[s->n_baru++] = kini.nik;
		e = db_exec(s->db, &Q_BARU, s->who->lembaga, (int64_t)kini.nik,
			    kini.kiriman, isi_param(kini.isi));
		/* Another one was faster by a moment. */
		return e == ERR_CONFLICT ? ERR_RETRY : e;
	}
	if (urut < 0)
		return OK;
	return db_exec(s->db, &Q_GANTI, kini.kiriman, isi_param(kini.isi),
		       s->who->lembaga, (int64_t)kini.nik);
}

/* What all share. */
static enum err hitung(struct simpan *s)
{
	struct db *db = s->db;
	enum err e;

	e = balikan_total_tambah(db, s->who->lembaga, s->who->sumber,
				 s->tanggal, &s->h);
	if (e == OK)
		e = balikan_total_terakhir(db, s->who->lembaga, s->kiriman,
					   s->kini);
	if (e == OK)
		e = db_exec(db, &Q_CATAT, (int64_t)s->n + s->h.ditolak,
			    s->h.diterima, s->h.diperbarui, s->h.tetap,
			    s->h.ditolak, s->kini, s->kiriman);
	/* A file came, and closed it. */
	return e == OK && db_affected(db) != 1 ? ERR_RETRY : e;
}

/*
 * Nothing was good.  A sending for that alone is closed from the beginning:
 * without a row it keeps no file from being taken back, as long as none can
 * come to it.  It is not the institution's last one either.
 */
static enum err hitung_tolakan(struct simpan *s)
{
	struct db *db = s->db;
	enum err e = balikan_total_kunci(db, s->who->lembaga);

	if (e == OK)
		e = cari_kiriman(s, &Q_KIRIMAN_HARI);
	if (e == OK && s->kiriman == 0)
		e = buat_kiriman(s, true);
	if (e == OK)
		e = balikan_total_tambah(db, s->who->lembaga, s->who->sumber,
					 s->tanggal, &s->h);
	return e == OK ? db_exec(db, &Q_CATAT_TOLAK, s->h.ditolak,
				 s->h.ditolak, s->kiriman) :
			 e;
}

enum err balikan_simpan(struct db *db, const struct balikan_pengirim *who,
			const struct balikan_versi *v,
			const struct balikan_rekaman *r, size_t n,
			size_t ditolak, enum balikan_hasil *hasil)
{
	struct arena *a = db_arena(db);
	struct simpan s = { .db = db,
			    .who = who,
			    .versi = v->id,
			    .r = r,
			    .n = n,
			    .hasil = hasil,
			    .tanggal = clock_today(a),
			    .kini = clock_now(a, 0),
			    .h = { .ditolak = (int64_t)ditolak } };
	size_t k = 0;
	enum err e;

	if (n == 0 && ditolak == 0)
		return OK;
	if (!pantas(&s, v))
		return ERR_INPUT;
	if (n == 0)
		return hitung_tolakan(&s);
	e = kunci(&s);
	if (e == OK)
		e = pilih_kiriman(&s);
	for (size_t i = 0; e == OK && i < n;)
		e = satu_nik(&s, i, &k, &i);
	if (e == OK)
		e = balikan_jejak_tambah(db, who->lembaga, s.baru, s.n_baru);
	return e == OK ? hitung(&s) : e;
}
