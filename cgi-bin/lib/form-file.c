/*
 * form-file.c - files of a form: what was sent against its field, and the
 * tokens by which a file that was kept comes back with the form.
 */
#include "app-private.h"
#include "crypto.h"
#include "form.h"

#include <string.h>

#define NAME_MAX_CHARS 150

static const char *keep_text(struct arena *a, const struct upload *u)
{
	return arena_printf(a, "%s:%s:%lld:%s", u->sha256, u->kind,
			    (long long)u->bytes, u->name);
}

const char *form_keep_token(struct req *r, int64_t akun, const struct upload *u)
{
	const char *purpose =
	    arena_printf(r->a, "unggahan:%lld", (long long)akun);
	const char *mac = crypto_seal(r->a, purpose, keep_text(r->a, u));

	return mac == NULL ?
		   NULL :
		   arena_printf(r->a, "%s:%s", mac, keep_text(r->a, u));
}

struct upload *form_kept(struct req *r, const char *token)
{
	struct upload *u = arena_alloc(r->a, sizeof(*u));
	char *text = arena_strdup(r->a, token);
	char *part[4];
	const char *again;
	int64_t there;

	for (size_t i = 0; i < COUNT(part); i++) {
		char *colon = strchr(text, ':');

		if (colon == NULL)
			return NULL;
		*colon = '\0';
		part[i] = text;
		text = colon + 1;
	}
	u->sha256 = part[1];
	u->kind = part[2];
	u->name = text;
	if (!text_to_int(part[3], &u->bytes))
		return NULL;
	again = form_keep_token(r, r->who.akun, u);
	if (again == NULL || !crypto_equal_text(again, token) ||
	    !store_has(r->a, u->sha256, &there) || there != u->bytes)
		return NULL;
	return u;
}

static const char *cut_name(struct arena *a, const char *name)
{
	const char *p = name;
	size_t n = 0;

	while (*p != '\0' && n < NAME_MAX_CHARS) {
		p++;
		while (((unsigned char)*p & 0xC0) == 0x80)
			p++;
		n++;
	}
	return arena_strndup(a, name, (size_t)(p - name));
}

/* The file sent for a field (the last of several), NULL without one; how many
   there were to *times when that is not NULL. */
static struct sent_file *file_of(struct req *r, const struct field *f,
				 size_t *times)
{
	struct sent_file *sent = NULL;
	size_t n = 0;

	for (size_t i = 0; i < r->x->n_files; i++) {
		if (strcmp(r->x->files[i].field, f->name) != 0)
			continue;
		sent = &r->x->files[i];
		n++;
	}
	if (times != NULL)
		*times = n;
	return sent;
}

/* Describe what was sent in *u.  NULL, or the code of what is wrong with it. */
static const char *look_at(struct req *r, const struct field *f,
			   struct sent_file *sent, struct upload *u)
{
	*u = (struct upload){ .bytes = store_bytes(sent->file) };
	if (u->bytes == 0)
		return "berkas-kosong";
	if (u->bytes > f->max)
		return "berkas-besar";
	u->kind = body_file_kind(r, sent);
	if (u->kind == NULL || !form_in_choices(f, u->kind))
		return "berkas-jenis";
	u->name = cut_name(r->a, *sent->name == '\0' ? "berkas" : sent->name);
	return NULL;
}

/* The file of an earlier sending of the form; NULL without one. */
static struct upload *kept_file(struct req *r, const struct field *f)
{
	const char *name = arena_printf(r->a, "%s-tersimpan", f->name);
	const char *token = f->flags & F_PASSING ? NULL : form_value(r, name);
	struct upload *u =
	    token == NULL || *token == '\0' ? NULL : form_kept(r, token);

	return u != NULL && form_in_choices(f, u->kind) ? u : NULL;
}

void form_bind_file(struct req *r, const struct field *f, void *out)
{
	struct upload **place = (struct upload **)((char *)out + f->offset);
	size_t times;
	struct sent_file *sent = file_of(r, f, &times);
	struct upload *u;
	const char *wrong;

	if (times > 1) {
		form_error(r, f->name, "ganda");
		return;
	}
	if (sent == NULL) {
		*place = kept_file(r, f);
		if (*place == NULL && f->flags & F_REQUIRED)
			form_error(r, f->name, "berkas-wajib");
		return;
	}
	u = arena_alloc(r->a, sizeof(*u));
	wrong = look_at(r, f, sent, u);
	if (wrong != NULL) {
		if (u->bytes > f->max)
			form_fault_bounds(r, f, wrong);
		else
			form_error(r, f->name, wrong);
		return;
	}
	if (f->flags & F_PASSING) {
		u->file = sent->file;
		u->sha256 = store_sha256(sent->file);
	} else if (store_keep(sent->file, &u->sha256) != OK) {
		form_error(r, f->name, "berkas-disk");
		return;
	}
	*place = u;
}

bool form_keep_sent(struct req *r, const struct field *f, struct upload *u)
{
	struct sent_file *sent = file_of(r, f, NULL);

	return sent != NULL && look_at(r, f, sent, u) == NULL &&
	       store_keep(sent->file, &u->sha256) == OK;
}
