/* wa-pesan.c - see wa-pesan.h. */
#include "wa-pesan.h"
#include "../lib/text.h"

#include <json-c/json.h>
#include <limits.h>
#include <string.h>

#define DALAM_MAKS 8
#define ID_MAKS	   150
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

static void lepas(void *what)
{
	json_object_put(what);
}

/* A new object in parent; NULL when memory is out, as for all below it. */
static struct json_object *anak(struct json_object *parent, const char *nama,
				struct json_object *isi)
{
	if (parent == NULL || isi == NULL ||
	    json_object_object_add(parent, nama, isi) != 0) {
		json_object_put(isi);
		return NULL;
	}
	return isi;
}

static struct json_object *unsur(struct json_object *larik)
{
	struct json_object *o = json_object_new_object();

	if (larik == NULL || o == NULL ||
	    json_object_array_add(larik, o) != 0) {
		json_object_put(o);
		return NULL;
	}
	return o;
}

static bool teks(struct json_object *o, const char *nama, const char *nilai)
{
	return anak(o, nama, json_object_new_string(nilai)) != NULL;
}

static bool isi_templat(struct json_object *akar, const char *nama,
			const char *kata)
{
	struct json_object *t, *bagian, *satu;

	t = anak(akar, "template", json_object_new_object());
	if (!teks(akar, "type", "template") || !teks(t, "name", nama) ||
	    !teks(anak(t, "language", json_object_new_object()), "code", "id"))
		return false;
	bagian = unsur(anak(t, "components", json_object_new_array()));
	if (!teks(bagian, "type", "body"))
		return false;
	satu = unsur(anak(bagian, "parameters", json_object_new_array()));
	return teks(satu, "type", "text") && teks(satu, "text", kata);
}

static bool isi_teks(struct json_object *akar, const char *kata)
{
	struct json_object *t = anak(akar, "text", json_object_new_object());

	return teks(akar, "type", "text") &&
	       anak(t, "preview_url", json_object_new_boolean(false)) != NULL &&
	       teks(t, "body", kata);
}

struct blob wa_pesan(struct arena *a, const char *nomor, const char *kata,
		     const char *templat)
{
	struct json_object *akar = json_object_new_object();
	const char *hasil;
	bool jadi;

	if (akar == NULL)
		return (struct blob){ 0 };
	arena_cleanup(a, lepas, akar);
	jadi = teks(akar, "messaging_product", "whatsapp") &&
	       teks(akar, "to", nomor) &&
	       (templat != NULL ? isi_templat(akar, templat, kata) :
				  isi_teks(akar, kata));
	hasil = jadi ? json_object_to_json_string_ext(akar,
						      JSON_C_TO_STRING_PLAIN) :
		       NULL;
	if (hasil == NULL)
		return (struct blob){ 0 };
	return (struct blob){ (unsigned char *)arena_strdup(a, hasil),
			      strlen(hasil) };
}

/* A short text of the answer that may be shown; NULL: it is none. */
static const char *kata_dari(struct arena *a, struct json_object *o,
			     const char *nama, size_t maks)
{
	struct json_object *s;
	const char *p;
	size_t n;

	if (!json_object_object_get_ex(o, nama, &s) ||
	    !json_object_is_type(s, json_type_string))
		return NULL;
	p = json_object_get_string(s);
	n = (size_t)json_object_get_string_len(s);
	if (n == 0 || strlen(p) != n || !text_ok(p, n))
		return NULL;
	for (n = n > maks ? maks : n; ((unsigned char)p[n] & 0xC0) == 0x80;)
		n--;
	return text_fold(a, arena_strndup(a, p, n));
}

static const char *galat_dari(struct arena *a, struct json_object *akar)
{
	struct json_object *g, *kode;
	const char *kata;
	int64_t nomor = 0;

	if (!json_object_object_get_ex(akar, "error", &g) ||
	    !json_object_is_type(g, json_type_object))
		return NULL;
	kata = kata_dari(a, g, "message", GALAT_MAKS);
	if (json_object_object_get_ex(g, "code", &kode))
		nomor = json_object_get_int64(kode);
	return arena_printf(a, "%lld %s", (long long)nomor,
			    kata == NULL ? "" : kata);
}

bool wa_jawaban(struct arena *a, const char *p, size_t n,
		struct wa_jawaban *out)
{
	struct json_tokener *t = json_tokener_new_ex(DALAM_MAKS);
	struct json_object *akar = NULL, *pesan, *satu;
	bool ada;

	*out = (struct wa_jawaban){ 0 };
	if (t == NULL || n > INT_MAX) {
		json_tokener_free(t);
		return false;
	}
	akar = json_tokener_parse_ex(t, p, (int)n);
	ada = json_object_is_type(akar, json_type_object);
	if (ada && json_object_object_get_ex(akar, "messages", &pesan) &&
	    json_object_is_type(pesan, json_type_array)) {
		satu = json_object_array_get_idx(pesan, 0);
		if (json_object_is_type(satu, json_type_object))
			out->id = kata_dari(a, satu, "id", ID_MAKS);
	}
	if (ada)
		out->galat = galat_dari(a, akar);
	json_object_put(akar);
	json_tokener_free(t);
	return ada;
}
