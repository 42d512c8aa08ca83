/*
 * balikan-tus.c - part of program balikan-upload: tus 1.0.0 with creation,
 * creation-with-upload, creation-defer-length, checksum, expiration and
 * termination (https://tus.io/protocols/resumable-upload).
 *
 * What a script did wrong is a status and a code, as on other pages, never a
 * sentence.
 */
#include "balikan-upload-halaman.h"
#include "lib/clock.h"
#include "lib/digest.h"
#include "lib/text.h"
#include "lib/tus.h"

#include <string.h>

#define JENIS        "application/offset+octet-stream"
#define POTONG_BYTES (64 << 10)
/* How much, and how long, may have to be sent again after a power cut. */
#define CATAT_BYTES (4 << 20)
#define CATAT_MS    5000
/* A turn, and what must come in it: a hundredth of a line of 512 kbit/s. */
#define GILIRAN_MS   60000
#define LAMBAT_BYTES (40 * 1024)

/* --- headers --- */

static void tajuk_angka(struct req *r, const char *nama, int64_t n)
{
	req_header_out(r, nama, arena_printf(r->a, "%lld", (long long)n));
}

void tus_versi(struct req *r)
{
	if (strncmp(r->path, UNGGAH_TUS, strlen(UNGGAH_TUS)) == 0)
		req_header_out(r, "Tus-Resumable", TUS_VERSION);
}

/* An error as an answer of its own; OK stays as the handler made it. */
static enum err akhiri(struct req *r, enum err e)
{
	elem *k;

	if (e == OK)
		return OK;
	if (e == ERR_PRECONDITION)
		req_header_out(r, "Tus-Version", TUS_VERSION);
	k = el_add(r->page, "kesalahan");
	el_int(k, "status", err_status(e));
	el_attr(k, "kode", err_code(e));
	req_status(r, err_status(e));
	return OK;
}

static enum err versi_cocok(struct req *r)
{
	const char *v = req_header_in(r, "Tus-Resumable");

	return v != NULL && strcmp(v, TUS_VERSION) == 0 ? OK : ERR_PRECONDITION;
}

static bool jenis_cocok(struct req *r)
{
	const char *jenis = req_type(r);

	return jenis != NULL && strcmp(jenis, JENIS) == 0;
}

/* What every good answer about an upload tells. */
static void tajuk_unggahan(struct req *r, const struct unggah *u)
{
	tajuk_angka(r, "Upload-Offset", u->letak);
	if (strcmp(u->status, "terbuka") == 0)
		req_header_out(r, "Upload-Expires",
			       tus_date(r->a, clock_parse(u->berakhir)));
}

/* All is here: it becomes a sending, which the answer names. */
static enum err selesaikan(struct req *r, struct unggah *u)
{
	int64_t kiriman;
	enum err e;

	if (!unggah_penuh(u))
		return OK;
	e = unggah_selesai(r->db, &r->who, u, &kiriman);
	if (e == OK)
		tajuk_angka(r, "X-Kiriman", kiriman);
	return e;
}

/* --- receiving --- */

struct terima {
	struct req *r;
	struct unggah *u;
	struct unggahan *f;
	struct digest *d; /* NULL: no checksum was announced */
	struct tus_checksum sum;
	struct arena *sementara; /* of the statements on the way */
	int64_t paling;          /* where the file ends at the latest */
	int64_t dicatat_ms;
	int64_t giliran_ms; /* its turn began, with so many bytes */
	int64_t giliran_letak;
};

static void buang_arena(void *a)
{
	arena_free(a);
}

/* What came so far is kept, whatever happens. */
static enum err catat(struct terima *t)
{
	struct db *db = t->r->db;
	int64_t letak = unggahan_offset(t->f);
	enum err e;

	t->dicatat_ms = clock_now_ms();
	if (letak == t->u->letak)
		return OK;
	e = unggahan_sync(t->f);
	if (e != OK)
		return e;
	db_use_arena(db, t->sementara);
	e = unggah_maju(db, t->u, letak);
	db_use_arena(db, t->r->a);
	arena_reset(t->sementara);
	return e;
}

static bool saatnya(const struct terima *t)
{
	return t->d == NULL &&
	       (unggahan_offset(t->f) - t->u->letak >= CATAT_BYTES ||
		clock_now_ms() - t->dicatat_ms >= CATAT_MS);
}

/*
 * Is it somebody else's turn?  A line on which next to nothing comes keeps no
 * lane, and one that is merely slow keeps it only while others need none: what
 * came is kept and the client goes on with the next piece.
 */
static bool giliran_lain(struct terima *t)
{
	int64_t kini = clock_now_ms();
	int64_t letak = unggahan_offset(t->f);
	bool lambat;

	if (kini - t->giliran_ms < GILIRAN_MS)
		return false;
	lambat = letak - t->giliran_letak < LAMBAT_BYTES;
	t->giliran_ms = kini;
	t->giliran_letak = letak;
	return lambat || (t->d == NULL && unggah_jalur_penuh(t->r));
}

/* The body, up to its end or its break.  With a checksum nothing is kept
   until all of it is there and right. */
static enum err terima_badan(struct terima *t)
{
	char *p = arena_alloc(t->r->a, POTONG_BYTES);
	bool utuh = false;
	enum err e = OK, catatan;
	size_t n;

	while (e == OK && (n = req_body(t->r, p, POTONG_BYTES, &utuh)) > 0) {
		if (unggahan_offset(t->f) + (int64_t)n > t->paling) {
			e = ERR_TOO_LARGE;
			break;
		}
		e = unggahan_write(t->f, p, n);
		if (t->d != NULL)
			digest_add(t->d, p, n);
		if (e == OK && saatnya(t))
			e = catat(t);
		if (e == OK && giliran_lain(t))
			break;
	}
	if (t->d != NULL) {
		if (e != OK)
			return e;
		if (!utuh)
			return ERR_BAD_REQUEST;
		if (!digest_is(t->d, t->sum.digest, t->sum.n))
			return ERR_CHECKSUM;
	}
	/* A full disk, too, keeps what fitted. */
	catatan = e == OK || e == ERR_DISK ? catat(t) : OK;
	return e == OK ? catatan : e;
}

static enum err siapkan_sidik(struct terima *t)
{
	const char *s = req_header_in(t->r, "Upload-Checksum");
	enum err e;

	if (s == NULL)
		return OK;
	e = tus_checksum(s, &t->sum);
	if (e != OK)
		return e;
	t->d = digest_new(t->r->a, t->sum.algorithm);
	return t->d == NULL ? ERR_BAD_REQUEST : OK;
}

/* Where the file ends at the latest; also whether what was announced fits. */
static enum err siapkan_ujung(struct terima *t)
{
	int64_t panjang = req_body_length(t->r);
	struct unggah_batas b;
	enum err e;

	t->paling = t->u->bytes;
	if (t->u->bytes < 0) {
		e = unggah_batas(t->r->db, t->u->lembaga_id, &b);
		if (e != OK)
			return e;
		t->paling = t->u->letak + unggah_sisa(&b);
		if (panjang > 0 && t->u->letak + panjang > t->paling)
			return ERR_QUOTA;
		if (t->paling > b.maks)
			t->paling = b.maks;
	}
	return panjang > 0 && t->u->letak + panjang > t->paling ?
		   ERR_TOO_LARGE :
		   OK;
}

/* Add the body to an upload whose lock we have. */
static enum err terima_kunci(struct req *r, struct unggah *u,
			     struct unggahan *f)
{
	struct terima t = { .r = r, .u = u, .f = f };
	enum err e = siapkan_sidik(&t);

	if (e == OK)
		e = siapkan_ujung(&t);
	if (e == OK)
		e = unggah_jalur(r);
	if (e == OK)
		e = unggahan_seek(f, u->letak);
	if (e != OK)
		return e;
	t.sementara = arena_new();
	if (t.sementara == NULL)
		return ERR_BUSY;
	arena_cleanup(r->a, buang_arena, t.sementara);
	t.dicatat_ms = t.giliran_ms = clock_now_ms();
	t.giliran_letak = u->letak;
	return terima_badan(&t);
}

/* --- OPTIONS --- */

enum err tus_kemampuan(struct req *r)
{
	struct unggah_batas b;
	enum err e = unggah_batas(r->db, r->who.lembaga, &b);

	if (e != OK)
		return e;
	req_header_out(r, "Tus-Version", TUS_VERSION);
	req_header_out(r, "Tus-Extension",
		       "creation,creation-with-upload,creation-defer-length,"
		       "checksum,expiration,termination");
	req_header_out(r, "Tus-Checksum-Algorithm", TUS_ALGORITHMS);
	tajuk_angka(r, "Tus-Max-Size", b.maks);
	req_send_nothing(r, 204);
	return akhiri(r, OK);
}

/* --- POST --- */

struct permulaan {
	int64_t bytes;
	const char *nama;
	const char *cara;
};

static enum err baca_panjang(struct req *r, int64_t *bytes)
{
	const char *length = req_header_in(r, "Upload-Length");
	const char *later = req_header_in(r, "Upload-Defer-Length");

	*bytes = UNGGAH_PANJANG_NANTI;
	if (length == NULL)
		return later != NULL && strcmp(later, "1") == 0 ?
			   OK :
			   ERR_BAD_REQUEST;
	if (later != NULL || !tus_number(length, bytes) || *bytes == 0)
		return ERR_BAD_REQUEST;
	return OK;
}

static enum err baca_permulaan(struct req *r, struct permulaan *m)
{
	struct tus_pair *p;
	size_t n;
	enum err e = versi_cocok(r);

	if (e == OK)
		e = baca_panjang(r, &m->bytes);
	if (e == OK)
		e = tus_metadata(r->a, req_header_in(r, "Upload-Metadata"), &p,
				 &n);
	if (e != OK)
		return e;
	if (req_body_length(r) != 0 && req_type(r) != NULL && !jenis_cocok(r))
		return ERR_TYPE;
	m->nama = tus_value(p, n, "filename");
	if (m->nama == NULL)
		m->nama = tus_value(p, n, "name");
	m->cara = tus_value(p, n, "cara");
	if (m->cara == NULL)
		m->cara = "sebagian";
	return OK;
}

/* A creation whose body could not be taken leaves nothing; one whose line
   broke goes on later. */
static enum err terima_pertama(struct req *r, struct unggah *u)
{
	struct unggahan *f;
	enum err e = unggahan_lock(r->a, u->kode, &f);

	if (e == OK)
		e = terima_kunci(r, u, f);
	if (e == OK)
		e = selesaikan(r, u);
	if (e != OK && u->letak == 0)
		unggah_batal(r->db, &r->who, u->kode);
	return e;
}

enum err tus_buat(struct req *r)
{
	struct permulaan m;
	struct unggah u;
	enum err e = baca_permulaan(r, &m);

	if (e == OK)
		e = unggah_mulai(r->db, &r->who, m.nama, m.cara, m.bytes, &u);
	/* A way that there is not is no field of a form here. */
	if (e == ERR_INPUT)
		e = ERR_BAD_REQUEST;
	if (e == OK && jenis_cocok(r))
		e = terima_pertama(r, &u);
	if (e != OK)
		return akhiri(r, e);
	tajuk_unggahan(r, &u);
	req_header_out(r, "Location",
		       arena_printf(r->a, "/balikan/unggah/tus/%s", u.kode));
	req_send_nothing(r, 201);
	return akhiri(r, OK);
}

/* --- HEAD --- */

enum err tus_letak(struct req *r)
{
	struct unggah u;
	enum err e = versi_cocok(r);

	if (e == OK)
		e = unggah_ambil(r->db, &r->who, req_code(r, "kode"), &u);
	/* The last bytes came, and then something broke. */
	if (e == OK)
		e = selesaikan(r, &u);
	if (e != OK)
		return akhiri(r, e);
	tajuk_unggahan(r, &u);
	if (u.bytes >= 0)
		tajuk_angka(r, "Upload-Length", u.bytes);
	else
		req_header_out(r, "Upload-Defer-Length", "1");
	req_header_out(
	    r, "Upload-Metadata",
	    tus_metadata_write(r->a,
			       (struct tus_pair[]){ { "filename", u.nama },
						    { "cara", u.cara } },
			       2));
	req_send_nothing(r, 200);
	return akhiri(r, OK);
}

/* --- PATCH --- */

static enum err baca_tambahan(struct req *r, int64_t *letak)
{
	enum err e = versi_cocok(r);

	if (e != OK)
		return e;
	if (!jenis_cocok(r))
		return ERR_TYPE;
	return tus_number(req_header_in(r, "Upload-Offset"), letak) ?
		   OK :
		   ERR_BAD_REQUEST;
}

/* The length comes along when it was not known before. */
static enum err catat_panjang(struct req *r, struct unggah *u)
{
	const char *length = req_header_in(r, "Upload-Length");
	int64_t bytes;

	if (length == NULL)
		return OK;
	return tus_number(length, &bytes) && bytes > 0 ?
		   unggah_panjang(r->db, u, bytes) :
		   ERR_BAD_REQUEST;
}

static enum err tambah(struct req *r, int64_t letak, struct unggah *u)
{
	const char *kode = req_code(r, "kode");
	struct unggahan *f;
	enum err e = unggah_ambil(r->db, &r->who, kode, u);

	if (e != OK)
		return e;
	/* A sending already: the file may be somewhere else. */
	if (strcmp(u->status, "terbuka") != 0)
		return letak == u->letak ? OK : ERR_CONFLICT;
	e = unggahan_lock(r->a, kode, &f);
	/* Who had it before us may have got further. */
	if (e == OK)
		e = unggah_ambil(r->db, &r->who, kode, u);
	if (e == OK && letak != u->letak)
		e = ERR_CONFLICT;
	if (e == OK && strcmp(u->status, "terbuka") != 0)
		return OK;
	if (e == OK)
		e = catat_panjang(r, u);
	if (e == OK)
		e = terima_kunci(r, u, f);
	/* The row is there, the file is not, or not all of it. */
	if (e == ERR_NOT_FOUND) {
		unggah_batal(r->db, &r->who, kode);
		e = ERR_GONE;
	}
	return e;
}

enum err tus_tambah(struct req *r)
{
	struct unggah u = { 0 };
	int64_t letak;
	enum err e = baca_tambahan(r, &letak);

	if (e == OK)
		e = tambah(r, letak, &u);
	if (e == OK)
		e = selesaikan(r, &u);
	if (e != OK)
		return akhiri(r, e);
	tajuk_unggahan(r, &u);
	req_send_nothing(r, 204);
	return akhiri(r, OK);
}

/* --- DELETE --- */

enum err tus_hapus(struct req *r)
{
	enum err e = versi_cocok(r);

	if (e == OK)
		e = unggah_batal(r->db, &r->who, req_code(r, "kode"));
	if (e == OK)
		req_send_nothing(r, 204);
	return akhiri(r, e);
}
