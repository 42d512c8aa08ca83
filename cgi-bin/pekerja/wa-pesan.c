/* wa-pesan.c - see wa-pesan.h. */
#include "wa-pesan.h"
#include "../lib/json.h"
#include "../lib/text.h"

#include <string.h>

#define ID_MAKS    150
#define GALAT_MAKS 200

const char *wa_nomor(struct arena *a, const char *telepon)
{
	struct buf b = { .a = a };
	const char *p = telepon + strspn(telepon, " ");
	bool asing = *p == '+';

	for (p += asing; *p != '\0'; p++) {
		bool nol = b.n == 0 && *p == '0';

		if (nol && !asing && p[1] != '0')
			buf_text(&b, "62");
		else if (*p >= '0' && *p <= '9' && !nol)
			buf_char(&b, *p);
		else if (strchr(" -.()", *p) == NULL)
			return NULL;
	}
	return b.n >= 8 && b.n <= 15 ? b.p : NULL;
}

static void isi_templat(struct arena *a, json *akar, const char *nama,
			const char *kata)
{
	json *t = json_put(a, akar, "template", json_new_object(a));
	json *bagian, *satu;

	json_put_text(a, akar, "type", "template");
	json_put_text(a, t, "name", nama);
	json_put_text(a, json_put(a, t, "language", json_new_object(a)), "code",
		      "id");
	bagian = json_put(a, t, "components", json_new_array(a));
	bagian = json_add(a, bagian, json_new_object(a));
	json_put_text(a, bagian, "type", "body");
	satu = json_put(a, bagian, "parameters", json_new_array(a));
	satu = json_add(a, satu, json_new_object(a));
	json_put_text(a, satu, "type", "text");
	json_put_text(a, satu, "text", kata);
}

static void isi_teks(struct arena *a, json *akar, const char *kata)
{
	json *t = json_put(a, akar, "text", json_new_object(a));

	json_put_text(a, akar, "type", "text");
	json_put_bool(a, t, "preview_url", false);
	json_put_text(a, t, "body", kata);
}

struct blob wa_pesan(struct arena *a, const char *nomor, const char *kata,
		     const char *templat)
{
	json *akar = json_new_object(a);

	json_put_text(a, akar, "messaging_product", "whatsapp");
	json_put_text(a, akar, "to", nomor);
	if (templat != NULL)
		isi_templat(a, akar, templat, kata);
	else
		isi_teks(a, akar, kata);
	return json_write(a, akar);
}

/* A short text of the answer that may be shown; NULL: it is none. */
static const char *kata_dari(struct arena *a, const json *o, const char *nama,
			     size_t maks)
{
	const char *p = json_text(json_member(o, nama));
	size_t n = p == NULL ? 0 : strlen(p);

	if (n == 0 || !text_ok(p, n))
		return NULL;
	for (n = n > maks ? maks : n; ((unsigned char)p[n] & 0xC0) == 0x80;)
		n--;
	return text_fold(a, arena_strndup(a, p, n));
}

static const char *galat_dari(struct arena *a, const json *akar)
{
	const json *g = json_member(akar, "error");
	const char *kata;

	if (g == NULL || json_kind(g) != J_OBJECT)
		return NULL;
	kata = kata_dari(a, g, "message", GALAT_MAKS);
	return arena_printf(a, "%lld %s",
			    (long long)json_number(json_member(g, "code")),
			    kata == NULL ? "" : kata);
}

bool wa_jawaban(struct arena *a, const char *p, size_t n,
		struct wa_jawaban *out)
{
	static const struct json_limits batas = {
		.max_bytes = 1 << 20,
		.max_depth = 8,
		.max_values = 10000,
		.max_digits = 40,
	};
	struct json_fault salah;
	json *akar;

	*out = (struct wa_jawaban){ 0 };
	if (json_read(a, p, n, &batas, &akar, &salah) != OK ||
	    json_kind(akar) != J_OBJECT)
		return false;
	out->id = kata_dari(a, json_element(json_member(akar, "messages"), 0),
			    "id", ID_MAKS);
	out->galat = galat_dari(a, akar);
	return true;
}
