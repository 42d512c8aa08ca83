/*
 * balikan-urut.c - see balikan-urut.h.
 *
 * A row on the disk is eight bytes of NIK, two of length (both in the order of
 * this machine), then the value: the files live as long as one job here.
 */
#include "balikan-urut.h"
#include "../lib/fd.h"
#include "../lib/log.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define KEPALA	   10
#define SANGGA	   (256 * 1024) /* buffer of a file being written */
#define SANGGA_GABUNG 8192 /* the least of one being merged; a row fits */
#define SANGGA_BACA (64 * 1024)
#define KEPING	   8192 /* rows between two beats */

#define ANGKA	   (1u << 11) /* values of a digit of the radix sort */
#define PUTARAN	   5	      /* digits of a NIK: 55 bits */

/* Where a row of the run stands. */
struct tunjuk {
	uint64_t nik;
	size_t letak;
};

struct berkas {
	char *nama;
	int fd;
	int64_t panjang;
};

struct tulis {
	int fd;
	unsigned char *p;
	size_t n;
	int64_t bytes;
};

struct balikan_urut {
	struct arena *a;
	const char *folder;
	const char *nama;
	struct balikan_urut_batas batas;
	/* one piece of memory: first for a run, then for what is merged */
	unsigned char *ruang;
	size_t n_ruang;
	unsigned char *isi; /* rows of the run */
	size_t n_isi, maks_isi;
	struct tunjuk *tunjuk, *sela;
	size_t n, maks;
	struct berkas *lari; /* sorted files, in the order of their rows */
	size_t n_lari, cap_lari;
	unsigned urutan; /* of the next file's name */
	struct tulis w;
	struct balikan_urut_baca *baca; /* `cabang` of them */
	const char *jadi; /* the file being written, which is not finished */
};

static void lepas(struct berkas *b)
{
	if (b->fd >= 0)
		close(b->fd);
	b->fd = -1;
	if (b->nama != NULL)
		unlink(b->nama);
	b->nama = NULL;
}

static void buang(void *apa)
{
	struct balikan_urut *u = apa;

	for (size_t i = 0; i < u->n_lari; i++)
		lepas(&u->lari[i]);
	if (u->w.fd >= 0)
		close(u->w.fd);
	u->w.fd = -1;
	if (u->jadi != NULL)
		unlink(u->jadi);
	u->jadi = NULL;
}

struct balikan_urut *balikan_urut_mulai(struct arena *a, const char *folder,
					const char *nama,
					const struct balikan_urut_batas *b)
{
	struct balikan_urut *u = arena_alloc(a, sizeof(*u));
	/* A quarter each for where rows stand, half for the rows; at least one
	   of any length has room. */
	size_t seperempat = b->memori / 4 > KEPALA + BALIKAN_URUT_ISI ?
				b->memori / 4 :
				KEPALA + BALIKAN_URUT_ISI;

	seperempat -= seperempat % sizeof(struct tunjuk);
	u->a = a;
	u->folder = arena_strdup(a, folder);
	u->nama = arena_strdup(a, nama);
	u->batas = *b;
	u->w.fd = -1;
	arena_cleanup(a, buang, u);
	u->n_ruang = 4 * seperempat > b->cabang * (size_t)SANGGA_GABUNG ?
			 4 * seperempat :
			 b->cabang * (size_t)SANGGA_GABUNG;
	u->ruang = arena_raw(a, u->n_ruang);
	u->maks = seperempat / sizeof(struct tunjuk);
	u->tunjuk = (void *)u->ruang;
	u->sela = u->tunjuk + u->maks;
	u->isi = (void *)(u->sela + u->maks);
	u->maks_isi = 2 * seperempat;
	u->w.p = arena_raw(a, SANGGA);
	return u;
}

/* --- writing --- */

static enum err siram(struct tulis *w)
{
	enum err e = fd_write(w->fd, w->p, w->n) ? OK : fd_error("sorting");

	w->n = 0;
	return e;
}

static enum err tulis_baris(struct tulis *w, uint64_t nik,
			    const unsigned char *isi, uint16_t n)
{
	enum err e = w->n + KEPALA + n > SANGGA ? siram(w) : OK;

	if (e != OK)
		return e;
	memcpy(w->p + w->n, &nik, sizeof(nik));
	memcpy(w->p + w->n + sizeof(nik), &n, sizeof(n));
	if (n > 0)
		memcpy(w->p + w->n + KEPALA, isi, n);
	w->n += KEPALA + (size_t)n;
	w->bytes += KEPALA + n;
	return OK;
}

/* A new file to write to; the one before must be finished. */
static enum err buka_tulis(struct balikan_urut *u, const char *nama)
{
	u->w.fd = open(nama, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
	u->w.n = 0;
	u->w.bytes = 0;
	if (u->w.fd < 0)
		return fd_error(nama);
	u->jadi = nama;
	return OK;
}

static enum err lari_baru(struct balikan_urut *u, char **nama)
{
	*nama = arena_printf(u->a, "%s/%s-%u", u->folder, u->nama,
			     u->urutan++);
	return buka_tulis(u, *nama);
}

/* What was written is the next sorted file. */
static enum err lari_jadi(struct balikan_urut *u, char *nama)
{
	enum err e = siram(&u->w);

	u->lari = arena_grow(u->a, u->lari, u->n_lari, &u->cap_lari,
			     sizeof(*u->lari));
	u->lari[u->n_lari++] =
	    (struct berkas){ nama, u->w.fd, u->w.bytes };
	u->w.fd = -1;
	u->jadi = NULL;
	return e;
}

/* --- in memory --- */

/* Sort u->tunjuk by NIK; equal ones stay in their order. */
static void radiks(struct balikan_urut *u)
{
	static uint32_t banyak[PUTARAN][ANGKA];
	struct tunjuk *dari = u->tunjuk, *ke = u->sela, *tukar;

	memset(banyak, 0, sizeof(banyak));
	for (size_t i = 0; i < u->n; i++)
		for (unsigned k = 0; k < PUTARAN; k++)
			banyak[k][dari[i].nik >> (11 * k) & (ANGKA - 1)]++;
	for (unsigned k = 0; k < PUTARAN; k++) {
		uint32_t letak = 0;
		bool satu = false;

		for (unsigned v = 0; v < ANGKA; v++) {
			uint32_t n = banyak[k][v];

			satu = satu || n == u->n;
			banyak[k][v] = letak;
			letak += n;
		}
		if (satu)
			continue; /* all have the same digit */
		for (size_t i = 0; i < u->n; i++)
			ke[banyak[k][dari[i].nik >> (11 * k) & (ANGKA - 1)]++] =
			    dari[i];
		tukar = dari;
		dari = ke;
		ke = tukar;
	}
	u->tunjuk = dari;
	u->sela = ke;
}

/* Write the run that is in memory. */
static enum err tuang(struct balikan_urut *u)
{
	char *nama;
	enum err e;

	if (u->n == 0)
		return OK;
	radiks(u);
	e = lari_baru(u, &nama);
	for (size_t i = 0; e == OK && i < u->n; i++) {
		const unsigned char *p = u->isi + u->tunjuk[i].letak;
		uint16_t n;

		memcpy(&n, p, sizeof(n));
		e = tulis_baris(&u->w, u->tunjuk[i].nik, p + sizeof(n), n);
	}
	u->n = 0;
	u->n_isi = 0;
	return e == OK ? lari_jadi(u, nama) : e;
}

enum err balikan_urut_tambah(struct balikan_urut *u, uint64_t nik,
			     const char *isi, size_t n)
{
	uint16_t panjang = (uint16_t)n;
	enum err e = OK;

	if (n > BALIKAN_URUT_ISI || nik >> (11 * PUTARAN) != 0)
		return ERR_INPUT;
	if (u->n == u->maks || u->n_isi + sizeof(panjang) + n > u->maks_isi)
		e = tuang(u);
	if (e != OK)
		return e;
	u->tunjuk[u->n++] = (struct tunjuk){ nik, u->n_isi };
	memcpy(u->isi + u->n_isi, &panjang, sizeof(panjang));
	if (n > 0)
		memcpy(u->isi + u->n_isi + sizeof(panjang), isi, n);
	u->n_isi += sizeof(panjang) + n;
	return OK;
}

/* --- reading --- */

static void siapkan(struct balikan_urut_baca *b, unsigned char *p, size_t cap,
		    int fd, int64_t letak, int64_t panjang)
{
	*b = (struct balikan_urut_baca){ .fd = fd,
					 .letak = letak,
					 .sisa = panjang,
					 .p = p,
					 .cap = cap };
}

void balikan_urut_buka(struct balikan_urut_baca *b, struct arena *a, int fd,
		       int64_t letak, int64_t panjang)
{
	siapkan(b, arena_raw(a, SANGGA_BACA), SANGGA_BACA, fd, letak, panjang);
}

void balikan_urut_ulang(struct balikan_urut_baca *b, int64_t letak,
			int64_t panjang)
{
	siapkan(b, b->p, b->cap, b->fd, letak, panjang);
}

/* So many bytes in the buffer at b->dari. */
static bool penuhi(struct balikan_urut_baca *b, size_t perlu)
{
	while (b->ada - b->dari < perlu) {
		size_t muat;
		ssize_t n;

		if (b->dari > 0) {
			memmove(b->p, b->p + b->dari, b->ada - b->dari);
			b->ada -= b->dari;
			b->dari = 0;
		}
		muat = b->cap - b->ada;
		if ((int64_t)muat > b->sisa)
			muat = (size_t)b->sisa;
		n = fd_read_at(b->fd, b->p + b->ada, muat, (off_t)b->letak);
		if (n <= 0)
			return false;
		b->ada += (size_t)n;
		b->letak += n;
		b->sisa -= n;
	}
	return true;
}

bool balikan_urut_baris(struct balikan_urut_baca *b)
{
	uint64_t nik;
	uint16_t n;

	if (b->rusak || (b->sisa == 0 && b->dari == b->ada))
		return false;
	if (!penuhi(b, KEPALA)) {
		b->rusak = true;
		return false;
	}
	memcpy(&nik, b->p + b->dari, sizeof(nik));
	memcpy(&n, b->p + b->dari + sizeof(nik), sizeof(n));
	if (n > BALIKAN_URUT_ISI || nik < b->nik ||
	    !penuhi(b, KEPALA + (size_t)n)) {
		b->rusak = true;
		return false;
	}
	b->nik = nik;
	b->isi = (struct blob){ b->p + b->dari + KEPALA, n };
	b->dari += KEPALA + (size_t)n;
	return true;
}

/* --- merging --- */

/* A heap of the files that still have rows: the one with the lowest NIK, of
   equal ones the earliest, is first. */
struct tumpuk {
	struct balikan_urut_baca *baca;
	unsigned *urutan;
	unsigned n;
};

static bool dahulu(const struct tumpuk *t, unsigned x, unsigned y)
{
	unsigned i = t->urutan[x], k = t->urutan[y];

	return t->baca[i].nik != t->baca[k].nik ?
		       t->baca[i].nik < t->baca[k].nik :
		       i < k;
}

static void turunkan(struct tumpuk *t, unsigned i)
{
	for (;;) {
		unsigned anak = 2 * i + 1, tukar;

		if (anak >= t->n)
			return;
		if (anak + 1 < t->n && dahulu(t, anak + 1, anak))
			anak++;
		if (!dahulu(t, anak, i))
			return;
		tukar = t->urutan[i];
		t->urutan[i] = t->urutan[anak];
		t->urutan[anak] = tukar;
		i = anak;
	}
}

struct gabung {
	struct balikan_urut *u;
	enum err (*potong)(void *ctx, int64_t letak, int64_t panjang,
			   int64_t baris); /* NULL: not the last merge */
	enum err (*denyut)(void *ctx);
	void *ctx;
	int64_t letak; /* of the part being written */
	int64_t baris;
	uint64_t nik;
};

/* The part that was written ends here. */
static enum err tutup_potongan(struct gabung *g)
{
	struct tulis *w = &g->u->w;
	enum err e = OK;

	if (g->potong != NULL && g->baris > 0)
		e = g->potong(g->ctx, g->letak, w->bytes - g->letak, g->baris);
	g->letak = w->bytes;
	g->baris = 0;
	return e;
}

static enum err tulis_gabung(struct gabung *g,
			     const struct balikan_urut_baca *b)
{
	enum err e = OK;

	if (g->baris >= g->u->batas.potongan && b->nik != g->nik)
		e = tutup_potongan(g);
	g->nik = b->nik;
	g->baris++;
	return e == OK ? tulis_baris(&g->u->w, b->nik, b->isi.p,
				     (uint16_t)b->isi.n) :
			 e;
}

/* Merge n sorted files into what is being written; they are removed. */
static enum err gabung(struct gabung *g, struct berkas *lari, unsigned n)
{
	struct balikan_urut *u = g->u;
	unsigned *urutan = arena_array(u->a, n, sizeof(*urutan));
	struct tumpuk t = { u->baca, urutan, 0 };
	size_t sangga = u->n_ruang / u->batas.cabang;
	unsigned keping = 0;
	enum err e = OK;

	for (unsigned i = 0; i < n; i++) {
		siapkan(&t.baca[i], u->ruang + i * sangga, sangga, lari[i].fd,
			0, lari[i].panjang);
		if (balikan_urut_baris(&t.baca[i]))
			urutan[t.n++] = i;
	}
	for (unsigned i = t.n / 2; i-- > 0;)
		turunkan(&t, i);
	while (e == OK && t.n > 0) {
		struct balikan_urut_baca *b = &t.baca[urutan[0]];

		e = tulis_gabung(g, b);
		if (!balikan_urut_baris(b))
			urutan[0] = urutan[--t.n];
		turunkan(&t, 0);
		if (e == OK && ++keping == KEPING) {
			keping = 0;
			e = g->denyut(g->ctx);
		}
	}
	for (unsigned i = 0; i < n; i++) {
		if (e == OK && t.baca[i].rusak) {
			log_error("sorting: a sorted run is damaged");
			e = ERR_INTERNAL;
		}
		lepas(&lari[i]);
	}
	return e;
}

/* One level: groups of `cabang` files become one each. */
static enum err satu_tingkat(struct balikan_urut *u, struct gabung *g)
{
	struct berkas *lama = u->lari;
	size_t n = u->n_lari, banyak;
	enum err e = OK;

	u->lari = NULL;
	u->n_lari = 0;
	u->cap_lari = 0;
	for (size_t i = 0; i < n; i += banyak) {
		char *nama;

		banyak = n - i < u->batas.cabang ? n - i : u->batas.cabang;
		if (e == OK)
			e = lari_baru(u, &nama);
		if (e == OK)
			e = gabung(g, lama + i, (unsigned)banyak);
		if (e == OK)
			e = lari_jadi(u, nama);
		/* What did not come to its turn goes, too. */
		for (size_t k = 0; e != OK && k < banyak; k++)
			lepas(&lama[i + k]);
	}
	return e;
}

/* What was written last stays over a power cut, its name too. */
static enum err mantapkan(struct balikan_urut *u)
{
	int fd = open(u->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum err e = OK;

	if (fd < 0)
		return fd_error(u->folder);
	if (fsync(u->w.fd) != 0 || fsync(fd) != 0)
		e = fd_error("sorting: fsync");
	close(fd);
	return e;
}

enum err balikan_urut_selesai(struct balikan_urut *u,
			      enum err (*potong)(void *ctx, int64_t letak,
						 int64_t panjang,
						 int64_t baris),
			      enum err (*denyut)(void *ctx), void *ctx)
{
	struct gabung g = { .u = u, .denyut = denyut, .ctx = ctx };
	const char *nama = arena_printf(u->a, "%s/%s", u->folder, u->nama);
	unsigned cabang = u->batas.cabang;
	enum err e = tuang(u);

	u->baca = arena_array(u->a, cabang, sizeof(*u->baca));
	while (e == OK && u->n_lari > cabang)
		e = satu_tingkat(u, &g);
	if (e == OK)
		e = buka_tulis(u, nama);
	g.potong = potong;
	g.letak = 0;
	g.baris = 0;
	if (e == OK)
		e = gabung(&g, u->lari, (unsigned)u->n_lari);
	if (e == OK)
		e = siram(&u->w);
	if (e == OK)
		e = tutup_potongan(&g);
	if (e == OK)
		e = mantapkan(u);
	if (e == OK)
		u->jadi = NULL; /* it stays */
	return e;
}
