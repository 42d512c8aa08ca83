/* titipan-halaman.c - see titipan-halaman.h.  The bytes are texts, each with
 * its NUL: the path, then name and value of each field. */
#include "titipan-halaman.h"
#include "lib/config.h"
#include "lib/cookie.h"
#include "lib/session.h"
#include "lib/text.h"

#include <string.h>

#define LANJUT_MAKS 900

const char *titipan_jalur(const char *s)
{
	if (s == NULL || s[0] != '/' || s[1] == '/' || s[1] == '\\' ||
	    strlen(s) > LANJUT_MAKS || strncmp(s, "/login", 6) == 0)
		return NULL;
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7F ||
		    *p == '\\')
			return NULL;
	return s;
}

static void tambah(struct buf *b, const char *teks)
{
	buf_text(b, teks);
	buf_char(b, '\0');
}

struct blob titipan_dari_isian(struct req *r)
{
	const char *jalur = titipan_jalur(form_value(r, "lanjut"));
	struct buf b = { .a = r->a };
	const char **nama;
	size_t n;

	if (jalur == NULL)
		return (struct blob){ NULL, 0 };
	tambah(&b, jalur);
	nama = form_values(r, "isi-nama", &n);
	for (size_t i = 0; i < n; i++) {
		size_t m, j = 0;
		const char **isi;

		while (j < i && strcmp(nama[j], nama[i]) != 0)
			j++;
		if (j < i) /* a repeated field: had with the first */
			continue;
		isi = form_values(r, arena_printf(r->a, "isi.%s", nama[i]), &m);
		for (size_t k = 0; k < m; k++) {
			tambah(&b, nama[i]);
			tambah(&b, isi[k]);
		}
	}
	return (struct blob){ (unsigned char *)b.p, b.n };
}

/* The next text; NULL at the end. */
static const char *ambil(struct blob *t)
{
	const char *s = (const char *)t->p;
	size_t n;

	if (t->p == NULL || t->n == 0)
		return NULL;
	n = strnlen(s, t->n);
	if (n == t->n)
		return NULL;
	t->p += n + 1;
	t->n -= n + 1;
	return s;
}

/* <lanjutan> with the fields; false when no form waits. */
static bool tambah_ruas(struct req *r, struct blob t)
{
	const char *jalur = ambil(&t), *nama, *isi;
	elem *e;

	if (jalur == NULL || t.n == 0)
		return false;
	e = el_add(r->page, "lanjutan");
	el_attr(e, "jalur", jalur);
	while ((nama = ambil(&t)) != NULL && (isi = ambil(&t)) != NULL)
		el_attr(el_add_text(e, "ruas", isi), "nama", nama);
	return true;
}

void titipan_lanjut(struct req *r, struct blob titipan)
{
	struct blob t = titipan;
	const char *jalur = titipan_jalur(ambil(&t));

	if (jalur == NULL || !tambah_ruas(r, titipan)) {
		req_redirect(r, NULL, "%s", jalur ? jalur : "/beranda");
		return;
	}
	/* With the token of the session that has just begun. */
	el_attr(el_find(r->page, "lanjutan"), "csrf", session_csrf(r));
	req_view(r, "lanjutkan");
}

void titipan_ke_masuk(struct req *r, struct blob titipan)
{
	struct blob t = titipan;
	const char *jalur = ambil(&t);

	if (jalur != NULL && !tambah_ruas(r, titipan))
		el_attr(el_add(r->page, "masuk"), "lanjut", jalur);
}

const char *titipan_kue(struct req *r, const char *nama)
{
	bool tls = strncmp(config_get("alamat", ""), "https:", 6) == 0;
	const char *nilai;
	size_t n;

	/* With TLS the prefix keeps out what another host name set. */
	nilai =
	    cookie_find(r->a, req_header_in(r, "Cookie"),
			tls ? arena_printf(r->a, "__Host-%s", nama) : nama, &n);
	return n == 1 ? nilai : NULL;
}
