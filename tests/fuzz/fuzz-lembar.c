/*
 * fuzz-lembar.c - the XML of a workbook: sheet, shared strings, styles, workbook
 * and its relationships, with a 0x1e between two of them; those missing are
 * plain ones.  What libzip would give of an archive of them is given by the
 * functions below, in pieces whose size is the first byte (of every fourth size
 * twice: shared strings in memory, and in a file), so that the fuzzer
 * plays with XML, not with checksums.  Archives are fuzz-xlsx.c.
 */
#include "sasaran-xlsx.h"

#include <zip.h>

#define PARTS	  6 /* of them the last is always the plain one */
#define SEPARATOR 0x1e

static const char *const path[PARTS] = {
	"xl/s.xml",
	"xl/t.xml",
	"xl/g.xml",
	"xl/w.xml",
	"xl/_rels/w.xml.rels",
	"_rels/.rels",
};

static const char *const plain[PARTS] = {
	"<worksheet><sheetData/></worksheet>",
	"<sst><si><t>a</t></si></sst>",
	"<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
	"</styleSheet>",
	"<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>",
	"<r><Relationship Id='1' Type='/worksheet' Target='s.xml'/>"
	"<Relationship Id='2' Type='/sharedStrings' Target='t.xml'/>"
	"<Relationship Id='3' Type='/styles' Target='g.xml'/></r>",
	"<r><Relationship Id='1' Type='/officeDocument' "
	"Target='xl/w.xml'/></r>",
};

/* ---- the archive --------------------------------------------------------- */

struct zip {
	int fd;
};

struct zip_file {
	const char *p;
	size_t n;
};

static struct zip archive;
static struct zip_file part[PARTS];
static size_t piece;

zip_t *zip_fdopen(int fd, int flags, int *why)
{
	(void)flags;
	(void)why;
	archive.fd = fd;
	return &archive;
}

void zip_discard(zip_t *z)
{
	close(z->fd);
}

zip_int64_t zip_get_num_entries(zip_t *z, zip_flags_t flags)
{
	(void)z;
	(void)flags;
	return PARTS;
}

zip_int64_t zip_name_locate(zip_t *z, const char *name, zip_flags_t flags)
{
	(void)z;
	(void)flags;
	for (zip_int64_t i = 0; i < PARTS; i++)
		if (strcasecmp(path[i], name) == 0)
			return i;
	return -1;
}

int zip_stat_index(zip_t *z, zip_uint64_t i, zip_flags_t flags, zip_stat_t *st)
{
	(void)z;
	(void)flags;
	harus(i < PARTS);
	*st = (zip_stat_t){ .valid = ZIP_STAT_COMP_METHOD,
			    .comp_method = ZIP_CM_STORE };
	return 0;
}

zip_file_t *zip_fopen_index(zip_t *z, zip_uint64_t i, zip_flags_t flags)
{
	struct zip_file *f = malloc(sizeof(*f));

	(void)z;
	(void)flags;
	harus(i < PARTS && f != NULL);
	*f = part[i];
	return f;
}

zip_int64_t zip_fread(zip_file_t *f, void *p, zip_uint64_t n)
{
	if (n > f->n)
		n = f->n;
	if (n > piece)
		n = piece;
	memcpy(p, f->p, n);
	f->p += n;
	f->n -= n;
	return (zip_int64_t)n;
}

int zip_fclose(zip_file_t *f)
{
	free(f);
	return 0;
}

/* ---- the target ---------------------------------------------------------- */

/* The parts of the n bytes at p. */
static void split(const char *p, size_t n)
{
	for (int i = 0; i < PARTS; i++) {
		const char *end = n == 0 ? NULL : memchr(p, SEPARATOR, n);
		size_t here = end == NULL ? n : (size_t)(end - p);
		size_t used = end == NULL ? n : here + 1;

		part[i] = (struct zip_file){ p, here };
		if (here == 0 || i == PARTS - 1)
			part[i] = (struct zip_file){ plain[i],
						     strlen(plain[i]) };
		p += used;
		n -= used;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	struct arena *a;

	if (size == 0)
		return 0;
	/* A regular file that says how much was sent, no more. */
	if (fd < 0)
		fd = memfd_create("lembar", 0);
	harus(fd >= 0 && ftruncate(fd, (off_t)size) == 0);
	piece = data[0] == 0 ? 8192 : data[0];
	split((const char *)data + 1, size - 1);
	a = arena_new();
	run_both(a, fd, data[0] % 4 == 0);
	arena_free(a);
	return 0;
}
