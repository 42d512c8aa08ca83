/*
 * balikan-berkas.c - see balikan-berkas.h.  What kind of file it is, the child
 * that reads it, and what its end means.  Judging rows is balikan-baris.c,
 * their way to us balikan-pesan.c.
 */
#include "balikan-berkas.h"

#include "../lib/clock.h"
#include "../lib/csv.h"
#include "../lib/fd.h"
#include "../lib/gunzip.h"
#include "../lib/sandbox.h"
#include "../lib/sniff.h"
#include "../lib/store.h"
#include "../lib/text.h"
#include "../lib/xlsx.h"
#include "balikan-baris.h"
#include "balikan-pesan.h"

#include <setjmp.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES 65536
#define MAJU_US    250000
/* A cell of a text file that is longer has no end. */
#define SEL_CSV (16 * 1024)
/* Memory of the child; strings of a workbook over tabel_batas.teks_bytes go
   to a file of at most TEKS_BERKAS. */
#define MEMORI_BYTES (40u << 20)
#define TEKS_BERKAS  ((int64_t)8 << 30)
/* Unpacked bytes: of an XLSX packed once more, which hardly shrinks; and of
   all, which also bounds the time. */
#define RASIO_XLSX 50
#define LAJU_BYTES ((uint64_t)10 << 20) /* unpacked in a second at least */
#define CPU_MIN_S  60

/* ---- in the child ------------------------------------------------------- */

struct anak {
	struct arena *a;
	const struct balikan_aturan *aturan;
	bool gzip, xlsx; /* how the file is read */
	int fd_in, fd_out;
	int64_t dibaca; /* bytes of a file that is read in order */
	int64_t terakhir; /* clock_steady_us() */
	struct balikan_kurir kurir;
	struct balikan_bacaan periksa;
	struct csv *csv;
	/* what gzip unpacks: its first bytes tell what it is */
	bool tahu;
	bool urai; /* an XLSX: the parent gets it */
	char awal[4096];
	size_t awal_n;
};

static enum err gagal(struct anak *c, const char *kode, size_t nomor)
{
	struct balikan_berkas_galat *g = &c->periksa.galat;

	g->kode = kode;
	g->rinci = nomor == 0 ? NULL : arena_printf(c->a, "%zu", nomor);
	return ERR_INPUT;
}

/* What a reader's fault is called. */
static enum err gagal_tabel(struct anak *c, struct tabel_galat g)
{
	switch (g.kode) {
	case TABEL_UTF16:
		return gagal(c, "utf16", 0);
	case TABEL_LEMBAR:
		return gagal(c, "kosong", 0);
	case TABEL_BARIS_BANYAK:
		return gagal(c, "terlalu-banyak-baris", 0);
	case TABEL_SEL_BANYAK:
	case TABEL_URAI:
	case TABEL_BERAT:
		return gagal(c, "berat", 0);
	default:
		/* TABEL_JENIS too: it began as an archive. */
		return gagal(c, "rusak", g.nomor);
	}
}

static enum err antar(void *ctx, const char *p, size_t n)
{
	const struct anak *c = ctx;

	return sandbox_send(c->fd_out, p, n) == 0 ? OK : ERR_BUSY;
}

/* Tell how far we are, four times a second and at the end. */
static enum err maju(struct anak *c, bool selesai)
{
	int64_t now = clock_steady_us();
	off_t at;

	if (!selesai && now - c->terakhir < MAJU_US)
		return OK;
	c->terakhir = now;
	if (c->xlsx) {
		/* libzip's descriptor and this one are the same file. */
		at = lseek(c->fd_in, 0, selesai ? SEEK_END : SEEK_CUR);
		if (at > c->dibaca)
			c->dibaca = at;
	}
	return balikan_kurir_maju(&c->kurir, c->dibaca, c->periksa.baris);
}

/* A row of a workbook: there is no other place to look at the clock. */
static enum err baris_xlsx(void *ctx, const struct baris *b)
{
	struct anak *c = ctx;
	enum err e = balikan_baris_periksa(&c->periksa, b);

	return e == OK && c->periksa.baris % 256 == 0 ? maju(c, false) : e;
}

static enum err baca_xlsx(struct anak *c)
{
	struct tabel_batas batas = balikan_batas;
	struct tabel_galat galat;
	enum err e;

	batas.teks_fd = SANDBOX_KERJA;
	batas.teks_berkas = TEKS_BERKAS;
	e = xlsx_baca(c->a, c->fd_in, NULL, &batas, baris_xlsx, c, &galat);

	return galat.kode == TABEL_BAIK ? e : gagal_tabel(c, galat);
}

static enum err csv_isi(struct anak *c, const char *p, size_t n)
{
	enum err e = csv_feed(c->csv, p, n);
	struct tabel_galat galat = csv_galat(c->csv);

	return galat.kode == TABEL_BAIK ? e : gagal_tabel(c, galat);
}

/* Enough is known of what gzip unpacks. */
static enum err kenali(struct anak *c)
{
	c->tahu = true;
	switch (sniff((const unsigned char *)c->awal, c->awal_n)) {
	case BERKAS_LAIN:
		return csv_isi(c, c->awal, c->awal_n);
	case BERKAS_ZIP:
	case BERKAS_XLSX:
		c->urai = true;
		return balikan_kurir_urai(&c->kurir, c->awal, c->awal_n);
	default:
		return gagal(c, "jenis", 0);
	}
}

static enum err terurai(void *ctx, const char *p, size_t n)
{
	struct anak *c = ctx;
	enum err e = OK;

	if (!c->tahu) {
		size_t room = sizeof(c->awal) - c->awal_n;
		size_t take = n < room ? n : room;

		memcpy(c->awal + c->awal_n, p, take);
		c->awal_n += take;
		p += take;
		n -= take;
		if (c->awal_n == sizeof(c->awal))
			e = kenali(c);
	}
	if (e != OK || n == 0)
		return e;
	return c->urai ? balikan_kurir_urai(&c->kurir, p, n) : csv_isi(c, p, n);
}

/* CSV, packed or not; an XLSX that is packed. */
static enum err baca_urut(struct anak *c)
{
	static const struct tabel_batas batas = {
		.kolom = 16384,
		.sel_bytes = SEL_CSV,
		.baris_bytes = 256 * 1024,
		.baris = BALIKAN_BARIS_MAKS,
		.lunak = true,
	};
	struct gunzip *g = gunzip_new(c->a, balikan_batas.urai_bytes,
				      balikan_batas.rasio, terurai, c);
	char *p = arena_alloc(c->a, READ_BYTES);
	enum err e = OK;
	ssize_t n;

	c->csv =
	    csv_new(c->a, &batas, '\0', balikan_baris_periksa, &c->periksa);
	while (e == OK && (n = fd_read(c->fd_in, p, READ_BYTES)) != 0) {
		if (n < 0)
			return ERR_INTERNAL;
		c->dibaca += n;
		e = c->gzip ? gunzip_feed(g, p, (size_t)n) :
			      csv_isi(c, p, (size_t)n);
		if (e == OK && !c->urai)
			e = maju(c, false);
	}
	if (e == OK && c->gzip)
		e = gunzip_end(g);
	if (e == OK && c->gzip && !c->tahu)
		e = kenali(c);
	/* No call of ours ends with these: they are gzip's. */
	if (e == ERR_TYPE)
		return gagal(c, "rusak", 0);
	if (e == ERR_TOO_LARGE)
		return gagal(c, "berat", 0);
	if (e == OK && !c->urai) {
		e = csv_end(c->csv);
		if (csv_galat(c->csv).kode != TABEL_BAIK)
			e = gagal_tabel(c, csv_galat(c->csv));
	}
	return e;
}

/* All that the child does; ctx is a struct anak. */
static int kerja(int fd_in, int fd_out, void *ctx)
{
	struct anak *c = ctx;
	jmp_buf full;
	enum err e;

	c->fd_in = fd_in;
	c->fd_out = fd_out;
	/* The parent's arena and its jump are not ours: see sandbox.h. */
	c->a = arena_new();
	if (c->a == NULL || lseek(fd_in, 0, SEEK_SET) != 0)
		return ERR_BUSY;
	if (setjmp(full) != 0)
		return ERR_TOO_LARGE;
	arena_on_full(c->a, &full);
	arena_limit(c->a, MEMORI_BYTES);
	balikan_kurir_mulai(&c->kurir, c->a, antar, c);
	c->periksa.a = c->a;
	c->periksa.aturan = c->aturan;
	c->periksa.kurir = &c->kurir;
	c->terakhir = clock_steady_us();
	e = c->xlsx ? baca_xlsx(c) : baca_urut(c);
	if (e == OK && !c->urai)
		e = balikan_baris_selesai(&c->periksa);
	if (e == OK && !c->urai)
		e = maju(c, true);
	if (c->periksa.galat.kode != NULL &&
	    balikan_kurir_galat(&c->kurir, &c->periksa.galat) != OK)
		return ERR_BUSY;
	return (int)e;
}

/* ---- here --------------------------------------------------------------- */

static enum err tolak_berkas(struct balikan_berkas_galat *g, const char *kode)
{
	g->kode = kode;
	g->rinci = NULL;
	return ERR_INPUT;
}

/*
 * Have a child read fd, bytes long, as c says; what is unpacked goes to urai
 * (NULL: nothing is).
 */
static enum err suruh(struct balikan_penerima *r, int fd, struct anak *c)
{
	uint64_t urai = (uint64_t)r->bytes * balikan_batas.rasio;
	struct sandbox_batas batas = {
		.memori_bytes = MEMORI_BYTES,
		.pesan_bytes = balikan_pesan_maks(),
	};
	struct store_file *teks = NULL;
	enum err e = OK;

	if (!c->xlsx && !c->gzip)
		urai = (uint64_t)r->bytes;
	if (urai > balikan_batas.urai_bytes)
		urai = balikan_batas.urai_bytes;
	batas.cpu_s = CPU_MIN_S + (unsigned)(urai / LAJU_BYTES);
	batas.tunggu_s = 2 * batas.cpu_s;
	if (c->xlsx)
		e = store_begin(r->a, TEKS_BERKAS, &teks);
	if (e != OK)
		return e;
	if (teks != NULL) {
		batas.kerja_fd = store_fd(teks);
		batas.kerja_bytes = TEKS_BERKAS;
	}
	e = sandbox_run(r->a, fd, kerja, c, &batas, balikan_penerima_pesan, r);
	if (r->err != OK)
		return r->err;
	switch (e) {
	case OK:
		return r->galat->kode == NULL ? OK :
						tolak_berkas(r->galat, "rusak");
	case ERR_INPUT:
		return r->galat->kode != NULL ? ERR_INPUT :
						tolak_berkas(r->galat, "rusak");
	case ERR_TYPE:
		return tolak_berkas(r->galat, "rusak");
	case ERR_TOO_LARGE:
		return tolak_berkas(r->galat, "berat");
	default:
		r->galat->kode = NULL;
		return e;
	}
}

/* The file, as it was when the reading began. */
static bool berubah(int fd, const struct stat *awal)
{
	struct stat st;

	return fstat(fd, &st) != 0 || st.st_size != awal->st_size ||
	       st.st_mtim.tv_sec != awal->st_mtim.tv_sec ||
	       st.st_mtim.tv_nsec != awal->st_mtim.tv_nsec;
}

enum err balikan_berkas_baca(struct arena *a, int fd,
			     const struct balikan_aturan *aturan,
			     const struct balikan_berkas_calls *calls,
			     void *ctx, struct balikan_berkas_galat *galat)
{
	struct anak *c = arena_alloc(a, sizeof(*c));
	struct balikan_penerima r = {
		.a = a,
		.aturan = aturan,
		.calls = calls,
		.ctx = ctx,
		.galat = galat,
	};
	char head[READ_BYTES / 16];
	enum berkas_jenis jenis;
	struct stat st;
	ssize_t n;
	enum err e;

	*galat = (struct balikan_berkas_galat){ 0 };
	if (aturan->n == 0)
		return tolak_berkas(galat, "tanpa-parameter");
	if (fstat(fd, &st) != 0)
		return ERR_INTERNAL;
	n = pread(fd, head, sizeof(head), 0);
	if (n < 0)
		return ERR_INTERNAL;
	jenis = sniff((const unsigned char *)head, (size_t)n);
	c->aturan = aturan;
	c->gzip = jenis == BERKAS_GZIP;
	c->xlsx = jenis == BERKAS_ZIP || jenis == BERKAS_XLSX;
	if (!c->gzip && !c->xlsx && jenis != BERKAS_LAIN)
		return tolak_berkas(galat, "jenis");
	r.bytes = r.bytes_asli = (int64_t)st.st_size;
	balikan_penerima_mulai(&r);
	if (c->gzip) {
		e = store_begin(a, r.bytes * RASIO_XLSX, &r.urai);
		if (e != OK)
			return e;
	}
	e = suruh(&r, fd, c);
	if (e == OK && r.urai != NULL && store_bytes(r.urai) > 0) {
		/* It was an XLSX: read what was unpacked of it. */
		int urai = store_fd(r.urai);

		r.bytes = store_bytes(r.urai);
		r.urai = NULL;
		memset(c, 0, sizeof(*c));
		c->aturan = aturan;
		c->xlsx = true;
		e = suruh(&r, urai, c);
	}
	if (e == OK && berubah(fd, &st))
		e = tolak_berkas(galat, "rusak");
	return e;
}
