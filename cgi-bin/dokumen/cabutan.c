/* cabutan.c - see cabutan.h. */
#include "cabutan.h"

#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/fd.h"
#include "../lib/log.h"
#include "../model/cabutan.h"
#include "tanda-xml.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define RUANG_NAMA "urn:sifilma:daftar-cabut:1"
#define NAMA       "daftar-cabut.xml"
#define GZIP       (15 + 16) /* zlib: largest window, gzip's frame */
#define MAKS_BYTES (1 << 28)

/* ---- the document ---- */

static void buang_dokumen(void *apa)
{
	xmlDocPtr *doc = apa;

	if (*doc != NULL)
		xmlFreeDoc(*doc);
}

/* "2026-11-22 05:45:16.123" as "2026-11-22T05:45:16Z". */
static bool waktu(xmlNodePtr n, const char *nama, const char *utc)
{
	char teks[32];

	snprintf(teks, sizeof(teks), "%.10sT%.8sZ", utc, utc + 11);
	return xmlNewProp(n, BAD_CAST nama, BAD_CAST teks) != NULL;
}

static bool angka(xmlNodePtr n, const char *nama, int64_t nilai)
{
	char teks[24];

	snprintf(teks, sizeof(teks), "%lld", (long long)nilai);
	return xmlNewProp(n, BAD_CAST nama, BAD_CAST teks) != NULL;
}

/* One line of the list. */
static bool butir(xmlDocPtr doc, xmlNodePtr akar, const struct cabut *c)
{
	xmlNodePtr n = xmlNewDocNode(doc, akar->ns, BAD_CAST "cabut", NULL);

	if (n == NULL)
		return false;
	xmlAddChild(akar, n);
	return xmlNewProp(n, BAD_CAST "id", BAD_CAST c->kode) != NULL &&
	       waktu(n, "sejak", c->sejak) &&
	       xmlNewProp(n, BAD_CAST "sebab", BAD_CAST c->sebab) != NULL &&
	       xmlAddChild(akar, xmlNewDocText(doc, BAD_CAST "\n")) != NULL;
}

static bool isi(xmlDocPtr doc, int64_t nomor, const char *terbit,
		const struct cabut *c, size_t n)
{
	xmlNodePtr akar =
	    xmlNewDocNode(doc, NULL, BAD_CAST "daftar-cabut", NULL);
	xmlNsPtr ns;
	bool baik;

	if (akar == NULL)
		return false;
	xmlDocSetRootElement(doc, akar);
	ns = xmlNewNs(akar, BAD_CAST RUANG_NAMA, NULL);
	if (ns == NULL)
		return false;
	xmlSetNs(akar, ns);
	baik = xmlNewProp(akar, BAD_CAST "versi", BAD_CAST "1") != NULL &&
	       angka(akar, "nomor", nomor) && waktu(akar, "terbit", terbit) &&
	       angka(akar, "jumlah", (int64_t)n) &&
	       xmlAddChild(akar, xmlNewDocText(doc, BAD_CAST "\n")) != NULL;
	for (size_t i = 0; i < n && baik; i++)
		baik = butir(doc, akar, &c[i]);
	return baik;
}

static enum err kempa(struct arena *a, struct blob xml, struct blob *gz)
{
	z_stream z = { 0 };
	unsigned char *p;
	size_t cap;
	enum err e = ERR_INTERNAL;

	cap = compressBound((uLong)xml.n) + 32;
	p = arena_alloc(a, cap);
	if (deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP, 8,
			 Z_DEFAULT_STRATEGY) != Z_OK)
		return ERR_BUSY;
	z.next_in = (Bytef *)xml.p;
	z.avail_in = (uInt)xml.n;
	z.next_out = p;
	z.avail_out = (uInt)cap;
	if (deflate(&z, Z_FINISH) == Z_STREAM_END) {
		*gz = (struct blob){ p, z.total_out };
		e = OK;
	}
	deflateEnd(&z);
	return e;
}

static enum err tulis(struct arena *a, int64_t nomor, const char *terbit,
		      const struct cabut *c, size_t n, struct blob *gz)
{
	xmlDocPtr *doc = arena_alloc(a, sizeof(*doc));
	struct blob xml;
	enum err e;

	arena_cleanup(a, buang_dokumen, doc);
	*doc = xmlNewDoc(BAD_CAST "1.0");
	if (*doc == NULL || !isi(*doc, nomor, terbit, c, n))
		return ERR_BUSY;
	e = tanda_xml(a, *doc, &xml);
	return e == OK ? kempa(a, xml, gz) : e;
}

enum err cabutan_terbitkan(struct db *db, bool *baru)
{
	struct arena *a = db_arena(db);
	const char *hari = clock_today(a), *terbit = clock_now(a, 0);
	struct cabut *c = NULL;
	struct blob gz = { NULL, 0 };
	int64_t lama = 0, nomor;
	size_t n = 0;
	enum err e;

	*baru = false;
	e = cabutan_perlu(db, hari, &lama, baru);
	if (e != OK || !*baru)
		return e;
	nomor = cabutan_berikut(lama, terbit);
	e = cabutan_daftar(db, hari, &c, &n);
	if (e == OK)
		e = tulis(a, nomor, terbit, c, n, &gz);
	if (e == OK)
		e = cabutan_simpan(db, lama, nomor, terbit, c, n, gz);
	if (e == OK)
		e = cabutan_tandai(db, hari, nomor, c, n);
	*baru = e == OK;
	return e == ERR_CONFLICT ? OK : e;
}

/* ---- the files ---- */

/* What kempa() made; its last four bytes tell the size (RFC 1952). */
static enum err mekarkan(struct arena *a, struct blob gz, struct blob *xml)
{
	z_stream z = { 0 };
	const unsigned char *u;
	unsigned char *p;
	size_t n;
	int hasil;

	if (gz.n < 18)
		return ERR_INTERNAL;
	u = gz.p + gz.n - 4;
	n = (size_t)u[0] | (size_t)u[1] << 8 | (size_t)u[2] << 16 |
	    (size_t)u[3] << 24;
	if (n > MAKS_BYTES)
		return ERR_INTERNAL;
	p = arena_alloc(a, n + 1);
	if (inflateInit2(&z, GZIP) != Z_OK)
		return ERR_BUSY;
	z.next_in = (Bytef *)gz.p;
	z.avail_in = (uInt)gz.n;
	z.next_out = p;
	z.avail_out = (uInt)n;
	hasil = inflate(&z, Z_FINISH);
	inflateEnd(&z);
	if (hasil != Z_STREAM_END || z.total_out != n)
		return ERR_INTERNAL;
	*xml = (struct blob){ p, n };
	return OK;
}

static const char *jalur(struct arena *a, const char *nama)
{
	return arena_printf(a, "%s/%s", config_get("terbitan", "terbitan"),
			    nama);
}

/* Readers see the old file or the new one, never a part. */
static enum err taruh(struct arena *a, const char *nama, struct blob b,
		      time_t saat)
{
	const char *tujuan = jalur(a, nama);
	const char *baru = arena_printf(a, "%s.%ld", tujuan, (long)getpid());
	const struct timespec t[2] = { { saat, 0 }, { saat, 0 } };
	int fd = open(baru, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	bool baik;

	if (fd < 0) {
		log_error("%s: %s", baru, strerror(errno));
		return ERR_DISK;
	}
	/* For the web server, whatever the umask is. */
	baik = fchmod(fd, 0644) == 0 && fd_write(fd, b.p, b.n) &&
	       futimens(fd, t) == 0 && fsync(fd) == 0;
	baik = close(fd) == 0 && baik && rename(baru, tujuan) == 0;
	if (!baik) {
		log_error("%s: %s", tujuan, strerror(errno));
		unlink(baru);
	}
	return baik ? OK : ERR_DISK;
}

enum err cabutan_pasang(struct db *db, int64_t *nomor)
{
	struct arena *a = db_arena(db);
	struct blob gz, xml;
	const char *terbit;
	int64_t kini;
	time_t saat;
	enum err e = cabutan_nomor(db, &kini);

	if (e != OK || kini == 0 ||
	    (kini == *nomor && access(jalur(a, NAMA), R_OK) == 0))
		return e;
	e = cabutan_ambil(db, &kini, &terbit, &gz);
	if (e == OK)
		e = mekarkan(a, gz, &xml);
	if (e != OK)
		return e;
	saat = (time_t)(clock_parse(terbit) / 1000);
	e = taruh(a, NAMA ".gz", gz, saat);
	if (e == OK)
		e = taruh(a, NAMA, xml, saat);
	if (e == OK)
		*nomor = kini;
	return e;
}

static void tutup(void *apa)
{
	int *fd = apa;

	if (*fd >= 0)
		close(*fd);
}

enum err cabutan_baca(struct arena *a, struct blob *xml, time_t *terbit)
{
	int *fd = arena_alloc(a, sizeof(*fd));
	unsigned char *p;
	struct stat st;
	size_t n = 0;
	ssize_t k;

	*fd = -1;
	arena_cleanup(a, tutup, fd);
	*fd = open(jalur(a, NAMA), O_RDONLY | O_CLOEXEC);
	if (*fd < 0)
		return errno == ENOENT ? ERR_NOT_FOUND : ERR_INTERNAL;
	if (fstat(*fd, &st) != 0 || st.st_size <= 0 || st.st_size > MAKS_BYTES)
		return ERR_INTERNAL;
	p = arena_alloc(a, (size_t)st.st_size);
	while (n < (size_t)st.st_size &&
	       (k = read(*fd, p + n, (size_t)st.st_size - n)) > 0)
		n += (size_t)k;
	if (n != (size_t)st.st_size)
		return ERR_INTERNAL;
	*xml = (struct blob){ p, n };
	*terbit = st.st_mtime;
	return OK;
}
