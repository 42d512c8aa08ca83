/*
 * fuzz-faq.c - any bytes into markup_read(), which reads the answers of the
 * FAQ: it must answer, and what it gives must be what markup.h promises.
 */
#include "sasaran.h"

#include "lib/markup.h"
#include "lib/text.h"

/* How far into the text its words, in their order, have been found. */
struct jejak {
	const char *p;
	const char *akhir;
};

static bool kosong(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The words stand in the text in this order; blanks and signs fall out. */
static void dari_teks(struct jejak *j, const char *kata)
{
	for (; *kata != '\0'; kata++) {
		if (*kata == ' ')
			continue;
		while (j->p < j->akhir && *j->p != *kata)
			j->p++;
		harus(j->p < j->akhir && !kosong(*j->p));
		j->p++;
	}
}

static void alamat(const char *url)
{
	harus(strlen(url) <= MARKUP_URL_MAX);
	harus(strpbrk(url, " \t\r\n\"<>\\()`{}|^") == NULL);
	if (url[0] == '/')
		harus(url[1] != '/');
	else
		harus(strncmp(url, "https://", 8) == 0 &&
		      strcspn(url + 8, "/?#") > 2 &&
		      memchr(url + 8, '@', strcspn(url + 8, "/?#")) == NULL);
}

/* What may stand below what; di is the set of kinds around it. */
static void periksa(const struct markup *m, unsigned di, struct jejak *j)
{
	unsigned ini = di | 1u << m->kind;
	bool baris = m->kind == MARKUP_PARAGRAPH || m->kind == MARKUP_ITEM ||
		     m->kind == MARKUP_EMPHASIS || m->kind == MARKUP_STRONG ||
		     m->kind == MARKUP_LINK;

	harus((di & 1u << m->kind) == 0);
	harus((m->text != NULL) ==
	      (m->kind == MARKUP_TEXT || m->kind == MARKUP_LINK));
	if (m->kind == MARKUP_TEXT) {
		harus(m->first == NULL && m->text[0] != '\0');
		harus(text_ok(m->text, strlen(m->text)));
		harus(strpbrk(m->text, "\r\n\t") == NULL);
		dari_teks(j, m->text);
		return;
	}
	harus(m->first != NULL && m->last != NULL && m->last->next == NULL);
	for (const struct markup *k = m->first; k != NULL; k = k->next) {
		if (m->kind == MARKUP_ROOT)
			harus(k->kind == MARKUP_PARAGRAPH ||
			      k->kind == MARKUP_BULLETS ||
			      k->kind == MARKUP_NUMBERS);
		else if (!baris)
			harus(k->kind == MARKUP_ITEM);
		else if (m->kind == MARKUP_LINK)
			harus(k->kind == MARKUP_TEXT && k->next == NULL);
		else
			harus(k->kind >= MARKUP_EMPHASIS);
		periksa(k, ini, j);
	}
	if (m->kind == MARKUP_LINK) {
		alamat(m->text);
		dari_teks(j, m->text);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	char *text = salin(data, size);
	struct markup_error galat;
	struct markup *m;
	size_t baris = 1;

	harus(a != NULL);
	for (size_t i = 0; i < size; i++)
		baris += text[i] == '\n';
	if (markup_read(a, text, size, &m, &galat) == OK) {
		struct jejak j = { text, text + size };

		harus(galat.code == MARKUP_OK && m->kind == MARKUP_ROOT);
		periksa(m, 0, &j);
	} else {
		harus(m == NULL && galat.code > MARKUP_OK &&
		      galat.code < MARKUP_CODES && galat.line <= baris);
		harus(markup_code_name(galat.code) != NULL);
	}
	free(text);
	arena_free(a);
	return 0;
}
