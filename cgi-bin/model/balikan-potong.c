/*
 * balikan-potong.c - one part of a sorted file is loaded (B-09, B-10): its rows,
 * the former values they replace, the search index, the totals and the part's
 * mark, in one transaction.
 *
 * The part is read three times: once to see what each row is, then for the rows
 * that are new and for those that replace one.  Only NIKs are kept in memory.
 * Rows go to the server by LOAD DATA: it skips silently what is there already,
 * so what it says of them is compared.
 */
#include "balikan-dalam.h"
#include "../lib/clock.h"
#include "../lib/fd.h"
#include "../lib/log.h"
#include "balikan-akhir.h"
#include "balikan-jejak.h"
#include "balikan-param.h"
#include "balikan-total.h"
#include "balikan-urut.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TANYA  1000	 /* NIKs looked up at once */
#define SANGGA (64 * 1024) /* of what is written or handed to the server */
#define ANGKA  128	 /* bytes of a line beside its value, at most */

/* What is locked here nobody else takes, so each goes on with another one. */
SQL(Q_AMBIL, "SELECT nomor, letak, panjang, baris FROM balikan_potongan"
	     " WHERE kiriman_id = ? AND status = 'antri' ORDER BY nomor LIMIT 1"
	     " FOR UPDATE SKIP LOCKED");
SQL(Q_TANDAI, "UPDATE balikan_potongan SET status = 'selesai'"
	      " WHERE kiriman_id = ? AND nomor = ? AND status = 'antri'");
SQL(Q_TUGAS, "SELECT lembaga_id, tanggal, pekerja, versi_id"
	     " FROM balikan_kiriman"
	     " WHERE id = ? AND status = 'muat'");
SQL(Q_RENTANG, "SELECT 1 FROM balikan WHERE lembaga_id = ? AND nik >= ?"
	       " AND nik <= ? LIMIT 1");
SQL(Q_URUT_LAMA, "SELECT COALESCE(MAX(urut) + 1, 0) FROM balikan_lama"
		 " WHERE lembaga_id = ? AND nik = ? AND diganti_id = ?");
SQL(Q_MAJU, "UPDATE balikan_kiriman SET diterima = diterima + ?,"
	    " diperbarui = diperbarui + ?, tetap = tetap + ?"
	    " WHERE id = ? AND status = 'muat'");
SQL(Q_SISA, "SELECT 1 FROM balikan_potongan WHERE kiriman_id = ?"
	    " AND status = 'antri' LIMIT 1");
SQL(Q_SELESAI, "UPDATE balikan_kiriman SET status = 'selesai', selesai = ?,"
	       " sewa = NULL WHERE id = ? AND status = 'muat'");
SQL(Q_HILANG, "UPDATE balikan_kiriman SET status = 'urung', galat = 'hilang',"
	      " urung_nik = NULL, sewa = NULL WHERE id = ?"
	      " AND status = 'muat'");

#define CARA                                                                   \
	" CHARACTER SET binary FIELDS TERMINATED BY '\\t' ESCAPED BY ''"       \
	" LINES TERMINATED BY '\\n'"
#define BALIKAN CARA " (lembaga_id, nik, kiriman_id, isi)"
SQL_LOAD(L_BARU, "LOAD DATA LOCAL INFILE 'baru' IGNORE INTO TABLE balikan"
		 BALIKAN);
SQL_LOAD(L_GANTI, "LOAD DATA LOCAL INFILE 'ganti' REPLACE INTO TABLE balikan"
		  BALIKAN);
SQL_LOAD(L_LAMA, "LOAD DATA LOCAL INFILE 'lama' IGNORE INTO TABLE balikan_lama"
		 CARA " (lembaga_id, nik, diganti_id, urut, kiriman_id, isi)");

/* NIKs, ascending. */
struct niks {
	uint64_t *p;
	size_t n, cap;
};

/* The NIK that is being looked at. */
struct kini {
	bool ada;	 /* it has a value: the table's, or an earlier row's */
	bool tabel;	 /* the table has it */
	bool ganti;	 /* another value than the table's */
	int64_t kiriman; /* of the value */
	struct blob isi;
	int64_t urut; /* of the next former value */
	bool usang;   /* the table's is newer than this file */
};

struct potong {
	struct db *db;
	struct arena *a;	/* of one try */
	struct arena *sebentar; /* of one statement's result */
	int64_t id;
	int64_t lembaga;
	int64_t versi;
	const char *tanggal;
	int fd; /* the sorted file */
	int64_t nomor, letak, panjang, baris;
	struct balikan_urut_baca baca;
	struct niks semua; /* each once */
	struct niks baru;  /* inserted */
	struct niks ganti; /* replaced */
	bool lowong;	   /* the table has none of them */
	struct rows *tabel; /* what it has of some */
	bool di_tabel;	    /* there is a current row of it */
	struct kini kini;
	unsigned char isi[BALIKAN_ISI_MAKS]; /* of kini */
	struct balikan_versi_ingat ingat;
	struct balikan_hitung h;
	int lama; /* lines for balikan_lama; -1: none yet */
	int64_t n_lama;
	char sangga[SANGGA];
	size_t n_sangga;
	bool ada;     /* a part was free */
	bool rusak;   /* the sorted file is */
	bool selesai; /* it was the last part */
};

static void tambah(struct potong *p, struct niks *k, uint64_t nik)
{
	k->p = arena_grow(p->a, k->p, k->n, &k->cap, sizeof(*k->p));
	k->p[k->n++] = nik;
}

/* ---- lines for the server ---- */

static char *angka(char *w, uint64_t v)
{
	char teks[20];
	unsigned n = 0;

	do {
		teks[n++] = (char)('0' + v % 10);
		v /= 10;
	} while (v > 0);
	while (n > 0)
		*w++ = teks[--n];
	return w;
}

static char *kolom(char *w, uint64_t v)
{
	w = angka(w, v);
	*w++ = '\t';
	return w;
}

static char *isi_baris(char *w, struct blob isi)
{
	if (isi.n > 0)
		memcpy(w, isi.p, isi.n);
	w[isi.n] = '\n';
	return w + isi.n + 1;
}

/* ---- former values, written to a file first ---- */

static enum err siram(struct potong *p)
{
	if (!fd_write(p->lama, p->sangga, p->n_sangga))
		return fd_error("former values");
	p->n_sangga = 0;
	return OK;
}

static void tutup(struct potong *p)
{
	if (p->lama >= 0)
		close(p->lama);
	p->lama = -1;
}

/* A file that nobody else sees. */
static enum err buka_lama(struct potong *p)
{
	const char *nama = arena_printf(p->a, "%s/lama-%lld-%ld",
					balikan_folder(p->a, p->id),
					(long long)p->nomor, (long)getpid());

	p->lama = open(nama, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (p->lama < 0)
		return fd_error("former values");
	unlink(nama);
	return OK;
}

/* A former value of nik: kiriman's isi, replaced by (or too old for) diganti. */
static enum err catat_lama(struct potong *p, uint64_t nik, int64_t diganti,
			   int64_t kiriman, struct blob isi)
{
	enum err e = p->lama < 0 ? buka_lama(p) : OK;
	char *w;

	if (e == OK && p->n_sangga + isi.n + ANGKA > SANGGA)
		e = siram(p);
	if (e != OK)
		return e;
	w = kolom(p->sangga + p->n_sangga, (uint64_t)p->lembaga);
	w = kolom(w, nik);
	w = kolom(w, (uint64_t)diganti);
	w = kolom(w, (uint64_t)p->kini.urut++);
	w = kolom(w, (uint64_t)kiriman);
	w = isi_baris(w, isi);
	p->n_sangga = (size_t)(w - p->sangga);
	p->n_lama++;
	return OK;
}

/* ---- what each row is ---- */

/* All NIKs of the part, each once; and is the part what it should be? */
static void baca_nik(struct potong *p)
{
	int64_t n = 0;

	balikan_urut_ulang(&p->baca, p->letak, p->panjang);
	while (balikan_urut_baris(&p->baca)) {
		uint64_t nik = p->baca.nik;

		if (p->semua.n == 0 || p->semua.p[p->semua.n - 1] != nik)
			tambah(p, &p->semua, nik);
		n++;
	}
	p->rusak = p->baca.rusak || n != p->baris || n == 0;
}

/* Look up the next NIKs from number `dari` on, locking their rows. */
static enum err tanya(struct potong *p, size_t dari)
{
	size_t n = p->semua.n - dari < TANYA ? p->semua.n - dari : TANYA;
	enum err e;

	p->di_tabel = false;
	if (p->lowong)
		return OK;
	arena_reset(p->sebentar);
	db_use_arena(p->db, p->sebentar);
	e = db_query(p->db, &p->tabel, balikan_q_ada,
		     balikan_nik_json(p->sebentar, p->semua.p + dari, n),
		     p->lembaga);
	db_use_arena(p->db, p->a);
	p->di_tabel = e == OK && db_next(p->tabel);
	return e;
}

/* The value of the NIK is now this. */
static void setel(struct potong *p, int64_t kiriman, struct blob isi)
{
	if (isi.n > 0)
		memcpy(p->isi, isi.p, isi.n);
	p->kini.kiriman = kiriman;
	p->kini.isi = (struct blob){ p->isi, isi.n };
	p->kini.ada = true;
}

/* The next NIK: what the table has of it. */
static enum err mulai_nik(struct potong *p, uint64_t nik)
{
	struct rows *r;
	enum err e;

	p->kini = (struct kini){ .ada = false };
	if (!p->di_tabel || (uint64_t)db_int(p->tabel, 0) != nik)
		return OK;
	if (db_blob(p->tabel, 2).n > sizeof(p->isi))
		return ERR_INTERNAL;
	setel(p, db_int(p->tabel, 1), db_blob(p->tabel, 2));
	p->kini.tabel = true;
	p->kini.usang = p->kini.kiriman > p->id;
	p->di_tabel = db_next(p->tabel);
	if (!p->kini.usang)
		return OK;
	e = db_one(p->db, &r, &Q_URUT_LAMA, p->lembaga, (int64_t)nik,
		   p->kini.kiriman);
	if (e == OK)
		p->kini.urut = db_int(r, 0);
	return e;
}

static void akhiri_nik(struct potong *p, uint64_t nik)
{
	if (p->kini.ganti)
		tambah(p, &p->ganti, nik);
	else if (!p->kini.tabel)
		tambah(p, &p->baru, nik);
}

/* One row of the file. */
static enum err golongkan(struct potong *p, uint64_t nik, struct blob isi)
{
	struct kini *k = &p->kini;
	bool sama = false;
	enum err e = OK;

	if (!k->ada) {
		p->h.diterima++;
		setel(p, p->id, isi);
		return OK;
	}
	if (k->usang) {
		p->h.tetap++;
		return catat_lama(p, nik, k->kiriman, p->id, isi);
	}
	if (k->isi.n == isi.n &&
	    (isi.n == 0 || memcmp(k->isi.p, isi.p, isi.n) == 0))
		e = balikan_versi_sama(p->db, &p->ingat, k->kiriman, p->versi,
				       &sama);
	if (e != OK)
		return e;
	if (sama) {
		p->h.tetap++;
		return OK;
	}
	p->h.diperbarui++;
	e = catat_lama(p, nik, p->id, k->kiriman, k->isi);
	k->ganti = k->tabel;
	setel(p, p->id, isi);
	return e;
}

static enum err golongkan_semua(struct potong *p)
{
	size_t i = 0; /* of the NIK in p->semua */
	struct rows *r;
	enum err e;

	e = db_query(p->db, &r, &Q_RENTANG, p->lembaga, (int64_t)p->semua.p[0],
		     (int64_t)p->semua.p[p->semua.n - 1]);
	if (e != OK)
		return e;
	p->lowong = !db_next(r);
	e = tanya(p, 0);
	if (e == OK)
		e = mulai_nik(p, p->semua.p[0]);
	balikan_urut_ulang(&p->baca, p->letak, p->panjang);
	while (e == OK && balikan_urut_baris(&p->baca)) {
		if (p->baca.nik != p->semua.p[i]) {
			akhiri_nik(p, p->semua.p[i++]);
			if (i % TANYA == 0)
				e = tanya(p, i);
			if (e == OK)
				e = mulai_nik(p, p->baca.nik);
		}
		if (e == OK)
			e = golongkan(p, p->baca.nik, p->baca.isi);
	}
	if (e == OK)
		akhiri_nik(p, p->semua.p[i]);
	return e;
}

/* ---- to the server ---- */

/* The last row of each NIK of a list, as lines. */
struct alir {
	struct potong *p;
	const struct niks *niks;
	size_t i;
	bool ada; /* a row is in p->baca that was not looked at */
	size_t dari, sampai; /* of the lines in p->sangga */
};

/* Fill p->sangga with lines. */
static void isi_sangga(struct alir *s)
{
	struct potong *p = s->p;
	char *w = p->sangga;

	while (s->i < s->niks->n &&
	       (size_t)(w - p->sangga) + BALIKAN_ISI_MAKS + ANGKA <= SANGGA) {
		uint64_t nik = s->niks->p[s->i];
		char *mulai = w;

		while (s->ada && p->baca.nik < nik)
			s->ada = balikan_urut_baris(&p->baca);
		/* Of several rows the last one stays. */
		while (s->ada && p->baca.nik == nik) {
			w = kolom(mulai, (uint64_t)p->lembaga);
			w = kolom(w, nik);
			w = kolom(w, (uint64_t)p->id);
			w = isi_baris(w, p->baca.isi);
			s->ada = balikan_urut_baris(&p->baca);
		}
		s->i++;
	}
	s->dari = 0;
	s->sampai = (size_t)(w - p->sangga);
}

static int alirkan(void *ctx, char *ke, unsigned n)
{
	struct alir *s = ctx;

	if (s->dari == s->sampai)
		isi_sangga(s);
	if (s->p->baca.rusak)
		return -1;
	if (n > s->sampai - s->dari)
		n = (unsigned)(s->sampai - s->dari);
	memcpy(ke, s->p->sangga + s->dari, n);
	s->dari += n;
	return (int)n;
}

/* Did the server do with all of them what it should?  What it skipped somebody
   else has written meanwhile: the part is done again. */
static enum err periksa_muat(const struct db_loaded *l, int64_t banyak,
			     bool ganti)
{
	if (l->records == banyak && l->skipped == 0 && l->warnings == 0 &&
	    l->deleted == (ganti ? banyak : 0))
		return OK;
	if (l->records == banyak && l->skipped > 0)
		return ERR_RETRY;
	log_error("loading: %lld rows, %lld deleted, %lld skipped, %lld "
		  "warnings of %lld",
		  (long long)l->records, (long long)l->deleted,
		  (long long)l->skipped, (long long)l->warnings,
		  (long long)banyak);
	return ERR_INTERNAL;
}

static enum err muat(struct potong *p, struct sql *q, const struct niks *niks,
		     bool ganti)
{
	struct alir s = { .p = p, .niks = niks };
	struct db_loaded l;
	enum err e;

	if (niks->n == 0)
		return OK;
	balikan_urut_ulang(&p->baca, p->letak, p->panjang);
	s.ada = balikan_urut_baris(&p->baca);
	e = db_load(p->db, q, alirkan, &s, &l);
	return e == OK ? periksa_muat(&l, (int64_t)niks->n, ganti) : e;
}

static int alirkan_lama(void *ctx, char *ke, unsigned n)
{
	struct potong *p = ctx;

	return (int)fd_read(p->lama, ke, n);
}

static enum err muat_lama(struct potong *p)
{
	struct db_loaded l;
	enum err e;

	if (p->n_lama == 0)
		return OK;
	e = siram(p);
	if (e == OK && lseek(p->lama, 0, SEEK_SET) != 0)
		e = fd_error("former values");
	if (e == OK)
		e = db_load(p->db, &L_LAMA, alirkan_lama, p, &l);
	return e == OK ? periksa_muat(&l, p->n_lama, false) : e;
}

/* ---- the transaction ---- */

static enum err ambil(struct potong *p)
{
	struct rows *r;
	enum err e = db_query(p->db, &r, &Q_AMBIL, p->id);

	p->ada = e == OK && db_next(r);
	if (!p->ada)
		return e;
	p->nomor = db_int(r, 0);
	p->letak = db_int(r, 1);
	p->panjang = db_int(r, 2);
	p->baris = db_int(r, 3);
	e = db_exec(p->db, &Q_TANDAI, p->id, p->nomor);
	return e == OK && db_affected(p->db) != 1 ? ERR_RETRY : e;
}

/* What all share, so last: others wait for it. */
static enum err hitung(struct potong *p)
{
	struct db *db = p->db;
	struct rows *r;
	enum err e;

	e = balikan_total_tambah(db, p->lembaga, "berkas", p->tanggal, &p->h);
	if (e == OK)
		e = balikan_total_dilayani(db, p->lembaga, p->baris);
	if (e == OK)
		e = db_exec(db, &Q_MAJU, p->h.diterima, p->h.diperbarui,
			    p->h.tetap, p->id);
	if (e == OK && db_affected(db) != 1)
		e = ERR_CONFLICT; /* cancelled meanwhile */
	/* The file's row is held: who comes last sees all the others' marks. */
	if (e == OK)
		e = db_query(db, &r, &Q_SISA, p->id);
	p->selesai = e == OK && !db_next(r);
	if (!p->selesai)
		return e;
	e = db_exec(db, &Q_SELESAI, clock_now(p->a, 0), p->id);
	return e == OK ? balikan_akhir(db, p->lembaga, p->id, true) : e;
}

static enum err kerjakan(struct db *db, void *ctx)
{
	struct potong *p = ctx;
	enum err e;

	arena_reset(p->a);
	p->semua = p->baru = p->ganti = (struct niks){ 0 };
	p->h = (struct balikan_hitung){ 0 };
	p->ingat = (struct balikan_versi_ingat){ 0 };
	p->n_lama = 0;
	p->n_sangga = 0;
	p->selesai = false;
	tutup(p);
	balikan_urut_buka(&p->baca, p->a, p->fd, 0, 0);
	e = ambil(p);
	if (e != OK || !p->ada)
		return e;
	baca_nik(p);
	if (p->rusak)
		return ERR_GONE;
	e = golongkan_semua(p);
	if (e == OK)
		e = muat_lama(p);
	if (e == OK)
		e = muat(p, &L_BARU, &p->baru, false);
	if (e == OK)
		e = muat(p, &L_GANTI, &p->ganti, true);
	if (e == OK)
		e = balikan_jejak_tambah(db, p->lembaga, p->baru.p, p->baru.n);
	return e == OK ? hitung(p) : e;
}

/* ---- from outside ---- */

static void bebaskan(void *arena)
{
	arena_free(arena);
}

static struct arena *arena_milik(struct arena *a)
{
	struct arena *baru = arena_new();

	if (baru != NULL)
		arena_cleanup(a, bebaskan, baru);
	return baru;
}

/* The sorted file is not what it was: what was loaded of it is taken back. */
static enum err hilang(struct db *db, int64_t id)
{
	log_error("balikan %lld: its sorted file is gone or damaged",
		  (long long)id);
	return db_exec(db, &Q_HILANG, id);
}

enum err balikan_potong(struct db *db, int64_t id, bool *ada)
{
	struct arena *a = db_arena(db);
	struct potong *p = arena_alloc(a, sizeof(*p));
	struct rows *r;
	enum err e = db_query(db, &r, &Q_TUGAS, id);

	*ada = false;
	if (e != OK || !db_next(r))
		return e;
	*p = (struct potong){ .db = db, .id = id, .lama = -1 };
	p->lembaga = db_int(r, 0);
	p->tanggal = db_text(r, 1);
	p->versi = db_int(r, 3);
	p->a = arena_milik(a);
	p->sebentar = arena_milik(a);
	if (p->a == NULL || p->sebentar == NULL)
		return ERR_BUSY;
	p->fd = open(arena_printf(a, "%s/%s", balikan_folder(a, id),
				  balikan_nama_urut(a, db_text(r, 2))),
		     O_RDONLY | O_CLOEXEC);
	if (p->fd < 0)
		return errno == ENOENT ? hilang(db, id) :
					 fd_error("sorted file");
	db_use_arena(db, p->a);
	e = db_transaction(db, kerjakan, p);
	db_use_arena(db, a);
	tutup(p);
	close(p->fd);
	*ada = p->ada;
	if (e == ERR_GONE)
		e = hilang(db, id);
	if (e == OK && p->selesai)
		balikan_buang_folder(a, id);
	return e == ERR_CONFLICT ? OK : e;
}
