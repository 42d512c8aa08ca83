/* sniff.c - see sniff.h. */
#include "sniff.h"
#include "fd.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TAIL_BYTES 2048u

static bool starts(const unsigned char *p, size_t n, const char *magic,
		   size_t magic_n)
{
	return n >= magic_n && memcmp(p, magic, magic_n) == 0;
}

static bool is_pdf(const unsigned char *p, size_t n)
{
	return n >= 8 && memcmp(p, "%PDF-", 5) == 0 &&
	       (p[5] == '1' || p[5] == '2') && p[6] == '.' && p[7] >= '0' &&
	       p[7] <= '9';
}

static bool has_xlsx_part(const unsigned char *p, size_t n)
{
	static const char *const part[] = { "xl/workbook.xml", "xl/worksheets/",
					    "xl/sharedStrings.xml",
					    "xl/styles.xml", "xl/_rels/" };

	for (size_t i = 0; i < sizeof(part) / sizeof(*part); i++)
		if (memmem(p, n, part[i], strlen(part[i])) != NULL)
			return true;
	return false;
}

enum berkas_jenis sniff(const unsigned char *p, size_t n)
{
	if (is_pdf(p, n))
		return BERKAS_PDF;
	if (starts(p, n, "\x89PNG\r\n\x1a\n", 8))
		return BERKAS_PNG;
	if (starts(p, n, "\xff\xd8\xff", 3))
		return BERKAS_JPEG;
	if (n >= 12 && starts(p, n, "RIFF", 4) && memcmp(p + 8, "WEBP", 4) == 0)
		return BERKAS_WEBP;
	if (starts(p, n, "PK\x03\x04", 4))
		return has_xlsx_part(p, n) ? BERKAS_XLSX : BERKAS_ZIP;
	/* RFC 1952: deflate is the only method there is. */
	if (starts(p, n, "\x1f\x8b\x08", 3))
		return BERKAS_GZIP;
	if (starts(p, n, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
		return BERKAS_OLE;
	return BERKAS_LAIN;
}

bool sniff_pdf(const unsigned char *head, size_t head_n,
	       const unsigned char *tail, size_t tail_n)
{
	const unsigned char *end, *p, *next;

	if (!is_pdf(head, head_n) || tail_n == 0)
		return false;
	if (tail_n > TAIL_BYTES) {
		tail += tail_n - TAIL_BYTES;
		tail_n = TAIL_BYTES;
	}
	end = tail + tail_n;
	/* The last startxref counts: an update appends a newer one. */
	p = NULL;
	next = tail;
	while ((next = memmem(next, (size_t)(end - next), "startxref", 9)) !=
	       NULL) {
		next += 9;
		p = next;
	}
	if (p == NULL)
		return false;
	while (p < end && (*p == ' ' || *p == '\r' || *p == '\n'))
		p++;
	if (p == end || *p < '0' || *p > '9')
		return false;
	return memmem(p, (size_t)(end - p), "%%EOF", 5) != NULL;
}

enum err sniff_pdf_fd(int fd)
{
	unsigned char head[16];
	unsigned char tail[TAIL_BYTES];
	ssize_t head_n, tail_n;
	struct stat st;
	off_t from;

	if (fstat(fd, &st) != 0)
		return ERR_INTERNAL;
	from =
	    st.st_size > (off_t)TAIL_BYTES ? st.st_size - (off_t)TAIL_BYTES : 0;
	head_n = fd_read_at(fd, head, sizeof(head), 0);
	tail_n = fd_read_at(fd, tail, sizeof(tail), from);
	if (head_n < 0 || tail_n < 0)
		return ERR_INTERNAL;
	return sniff_pdf(head, (size_t)head_n, tail, (size_t)tail_n) ? OK :
								       ERR_TYPE;
}
