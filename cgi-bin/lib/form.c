/* form.c - see form.h: declared fields against what was typed.  Files are in
   form-file.c. */
#include "form.h"
#include "app-private.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

const char *const form_yes_no[] = { "ya", "tidak", NULL };
const char *const form_pdf[] = { "pdf", NULL };

const char *form_value(struct req *r, const char *name)
{
	for (size_t i = 0; i < r->x->n_values; i++)
		if (strcmp(r->x->values[i].name, name) == 0)
			return r->x->values[i].clean ? r->x->values[i].value :
						       NULL;
	return NULL;
}

bool form_named(struct req *r, const char *name)
{
	for (size_t i = 0; i < r->x->n_values; i++)
		if (strcasecmp(r->x->values[i].name, name) == 0)
			return true;
	return false;
}

const char **form_values(struct req *r, const char *name, size_t *count)
{
	const char **out = arena_array(r->a, r->x->n_values + 1, sizeof(*out));

	*count = 0;
	for (size_t i = 0; i < r->x->n_values; i++)
		if (strcmp(r->x->values[i].name, name) == 0 &&
		    r->x->values[i].clean)
			out[(*count)++] = r->x->values[i].value;
	return out;
}

static struct fault *add_fault(struct req *r, const char *field,
			       const char *code)
{
	static struct fault spare;
	struct app_private *x = r->x;
	struct fault *f;

	if (x->faults == NULL)
		x->faults = arena_array(r->a, MAX_FAULTS, sizeof(*x->faults));
	if (x->n_faults == MAX_FAULTS) {
		spare = (struct fault){ 0 };
		return &spare;
	}
	f = &x->faults[x->n_faults++];
	*f = (struct fault){ .field = arena_strdup(r->a, field),
			     .code = arena_strdup(r->a, code) };
	return f;
}

enum err form_error(struct req *r, const char *field, const char *code)
{
	add_fault(r, field, code);
	return ERR_INPUT;
}

enum err form_error_row(struct req *r, const char *field, const char *code,
			int64_t row, const char *value)
{
	struct fault *f = add_fault(r, field, code);

	f->row = row;
	f->value = arena_strdup(r->a, value);
	return ERR_INPUT;
}

bool form_failed(struct req *r)
{
	return r->x->n_faults > 0;
}

/* --- one field --- */

void form_fault_bounds(struct req *r, const struct field *f,
		       const char *code)
{
	struct fault *fault = add_fault(r, f->name, code);

	fault->has_bounds = true;
	fault->min = f->min;
	fault->max = f->max;
}

/* The value of a field; NULL when not sent, empty, or reported as wrong. */
static const char *single(struct req *r, const struct field *f, bool *wrong)
{
	const char *value = NULL;
	size_t times = 0;

	*wrong = false;
	for (size_t i = 0; i < r->x->n_values; i++) {
		if (strcmp(r->x->values[i].name, f->name) != 0)
			continue;
		times++;
		if (!r->x->values[i].clean) {
			form_error(r, f->name, "utf8");
			*wrong = true;
			return NULL;
		}
		if (value == NULL)
			value = r->x->values[i].value;
	}
	if (times > 1) {
		form_error(r, f->name, "ganda");
		*wrong = true;
		return NULL;
	}
	return value;
}

/* LF line ends, no blanks at the ends. */
static const char *tidy_lines(struct arena *a, const char *s)
{
	char *out = text_trim(a, text_visible(a, s));
	char *w = out;

	for (const char *p = out; *p != '\0'; p++) {
		if (*p == '\r') {
			if (p[1] != '\n')
				*w++ = '\n';
		} else {
			*w++ = *p;
		}
	}
	*w = '\0';
	return out;
}

static bool real_date(const char *s)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	int y, m, d, used = 0;

	if (strlen(s) != 10 ||
	    strspn(s, "0123456789-") != 10 ||
	    sscanf(s, "%4d-%2d-%2d%n", &y, &m, &d, &used) != 3 || used != 10)
		return false;
	if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1)
		return false;
	if (m == 2 && (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)))
		return d <= 29;
	return d <= days[m - 1];
}

/* Good enough to catch a slip; the link in the message proves the rest. */
static bool like_email(const char *s)
{
	const char *at = strchr(s, '@');
	const char *dot = at == NULL ? NULL : strrchr(at, '.');

	return at != NULL && at > s && strchr(at + 1, '@') == NULL &&
	       dot != NULL && dot > at + 1 && strlen(dot) >= 3 &&
	       strpbrk(s, " ,;<>()[]\\\"\t\n") == NULL && strlen(s) <= 150;
}

static bool like_phone(const char *s)
{
	size_t digits = 0;

	for (const char *p = s; *p != '\0'; p++) {
		if (*p >= '0' && *p <= '9')
			digits++;
		else if (!(*p == '+' && p == s))
			return false;
	}
	return digits >= 8 && digits <= 15;
}

static bool is_code(const char *s)
{
	for (; *s != '\0'; s++)
		if (!((*s >= '0' && *s <= '9') || (*s >= 'A' && *s <= 'Z') ||
		      (*s >= 'a' && *s <= 'z') || strchr("-_./", *s) != NULL))
			return false;
	return true;
}

static char *without(struct arena *a, const char *s, const char *drop)
{
	char *out = arena_alloc(a, strlen(s) + 1);
	char *w = out;

	for (; *s != '\0'; s++)
		if (strchr(drop, *s) == NULL)
			*w++ = *s;
	return out;
}

bool form_in_choices(const struct field *f, const char *value)
{
	for (const char *const *c = f->choices; c != NULL && *c != NULL; c++)
		if (strcmp(*c, value) == 0)
			return true;
	return false;
}

static void check_length(struct req *r, const struct field *f,
			 const char *value)
{
	int64_t n = (int64_t)text_length(value);

	if (f->max > 0 && n > f->max)
		form_fault_bounds(r, f, "terlalu-panjang");
	else if (n < f->min)
		form_fault_bounds(r, f, "terlalu-pendek");
}

/* The digits of "1250", "1.250" or "1 250": a mark stands between thousands
   and nowhere else, for "1.5" is not 15.  What is none stays as it is. */
static const char *without_marks(struct arena *a, const char *s)
{
	size_t n = strcspn(s, ". ");

	if (s[n] == '\0' || n < 1 || n > 3)
		return s;
	for (const char *p = s + n; *p != '\0'; p += 4)
		if (*p != s[n] || strspn(p + 1, "0123456789") < 3)
			return s;
	return without(a, s, ". ");
}

static void bind_int(struct req *r, const struct field *f, const char *value,
		     int64_t *out)
{
	const char *plain = without_marks(r->a, value);
	int64_t n;

	if (!text_to_int(plain, &n))
		form_error(r, f->name, "angka");
	else if (n < f->min)
		form_fault_bounds(r, f, "terlalu-kecil");
	else if (n > f->max)
		form_fault_bounds(r, f, "terlalu-besar");
	else
		*out = n;
}

static void lower(char *s)
{
	for (; *s != '\0'; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
}

static const char *tidy_phone(struct arena *a, const char *value)
{
	return without(a, text_fold(a, value), " -().");
}

static const char *tidy_email(struct arena *a, const char *value)
{
	char *folded = text_fold(a, value);

	lower(folded);
	return folded;
}

const char *form_email(struct arena *a, const char *s)
{
	const char *tidied = tidy_email(a, s);

	return like_email(tidied) ? tidied : NULL;
}

const char *form_phone(struct arena *a, const char *s)
{
	const char *tidied = tidy_phone(a, s);

	return like_phone(tidied) ? tidied : NULL;
}

/* What a text kind makes of the raw value: "" when nothing is left. */
static const char *tidy(struct req *r, const struct field *f,
			const char *value)
{
	switch (f->kind) {
	case F_SECRET:
		return value;
	case F_LINES:
		return tidy_lines(r->a, value);
	case F_PHONE:
		return tidy_phone(r->a, value);
	case F_EMAIL:
		return tidy_email(r->a, value);
	default:
		return text_fold(r->a, value);
	}
}

static void bind_text(struct req *r, const struct field *f, void *out)
{
	const char **place = (const char **)((char *)out + f->offset);
	bool wrong;
	const char *raw = single(r, f, &wrong);
	const char *value;

	if (wrong)
		return;
	value = raw == NULL ? "" : tidy(r, f, raw);
	if (*value == '\0') {
		if (f->flags & F_REQUIRED)
			form_error(r, f->name, "wajib");
		return;
	}
	switch (f->kind) {
	case F_INT:
		bind_int(r, f, value, (int64_t *)(void *)place);
		return;
	case F_DATE:
		if (!real_date(value)) {
			form_error(r, f->name, "tanggal");
			return;
		}
		break;
	case F_CHOICE:
		if (!form_in_choices(f, value)) {
			form_error(r, f->name, "pilihan");
			return;
		}
		break;
	case F_CODE:
		if (!is_code(value))
			form_error(r, f->name, "format");
		else
			check_length(r, f, value);
		break;
	case F_EMAIL:
		if (!like_email(value))
			form_error(r, f->name, "email");
		break;
	case F_PHONE:
		if (!like_phone(value))
			form_error(r, f->name, "telepon");
		break;
	default:
		check_length(r, f, value);
		break;
	}
	*place = value;
}

enum err form_bind(struct req *r, const struct field *fields, size_t n,
		   void *out)
{
	size_t before = r->x->n_faults;

	r->x->fields = fields;
	r->x->n_fields = n;
	for (size_t i = 0; i < n; i++) {
		const struct field *f = &fields[i];

		if (f->kind == F_FILE)
			form_bind_file(r, f, out);
		else if (f->kind == F_BOOL)
			*(bool *)((char *)out + f->offset) =
				form_value(r, f->name) != NULL;
		else
			bind_text(r, f, out);
	}
	return r->x->n_faults > before ? ERR_INPUT : OK;
}

/* --- back to the page --- */

static const struct field *field_of(struct req *r, const char *name)
{
	for (size_t i = 0; i < r->x->n_fields; i++)
		if (strcmp(r->x->fields[i].name, name) == 0)
			return &r->x->fields[i];
	return NULL;
}

static bool is_private(struct req *r, const char *name)
{
	const struct field *f = field_of(r, name);

	return strcmp(name, "csrf") == 0 || strcmp(name, "kunci") == 0 ||
	       strncmp(name, "sandi", 5) == 0 ||
	       (f != NULL && f->kind == F_SECRET);
}

static void show_kept(elem *isian, const char *name, const struct upload *u,
		      const char *token)
{
	elem *e = el_add_text(isian, "ruas", token);

	el_attr(e, "nama", name);
	el_attr(e, "berkas", u->name);
	el_int(e, "bita", u->bytes);
}

/* A file kept when the form was sent before; one that came now is instead of
   it. */
static void show_kept_before(struct req *r, elem *isian, const char *name,
			     const char *token)
{
	const char *field = arena_strndup(r->a, name, strlen(name) - 10);
	const struct field *f = field_of(r, field);
	struct upload *u = form_kept(r, token), now;

	if (u != NULL && (f == NULL || !form_keep_sent(r, f, &now)))
		show_kept(isian, name, u, token);
}

/* Place of a fault's field in the form; those of no field come last. */
static size_t place_of(struct req *r, const struct fault *f)
{
	const struct field *field = field_of(r, f->field);

	return field == NULL ? r->x->n_fields : (size_t)(field - r->x->fields);
}

/* What handlers found comes after what form_bind() found: one order for all.
   Faults of one field stay as they were reported. */
static void in_form_order(struct req *r)
{
	struct fault *f = r->x->faults;

	for (size_t i = 1; i < r->x->n_faults; i++) {
		struct fault one = f[i];
		size_t place = place_of(r, &one);
		size_t k = i;

		for (; k > 0 && place_of(r, &f[k - 1]) > place; k--)
			f[k] = f[k - 1];
		f[k] = one;
	}
}

void form_show(struct req *r)
{
	struct app_private *x = r->x;
	elem *isian = el_add(r->page, "isian");

	for (size_t i = 0; i < x->n_values; i++) {
		const char *name = x->values[i].name;
		const char *value = x->values[i].value;
		size_t n = strlen(name);

		if (!x->values[i].clean || is_private(r, name))
			continue;
		/* "isi." is of a form that the sign-in page carries: its
		   files are those of somebody not signed in yet. */
		if (n > 10 && strcmp(name + n - 10, "-tersimpan") == 0 &&
		    strncmp(name, "isi.", 4) != 0)
			show_kept_before(r, isian, name, value);
		else
			el_attr(el_add_text(isian, "ruas", value), "nama",
				name);
	}
	for (size_t i = 0; i < x->n_fields; i++) {
		const struct field *f = &x->fields[i];
		struct upload u;

		if (f->kind == F_FILE && !(f->flags & F_PASSING) &&
		    form_keep_sent(r, f, &u))
			show_kept(isian,
				  arena_printf(r->a, "%s-tersimpan", f->name),
				  &u, form_keep_token(r, r->who.akun, &u));
	}
	in_form_order(r);
	for (size_t i = 0; i < x->n_faults; i++) {
		const struct fault *f = &x->faults[i];
		elem *e = el_add(r->page, "galat");

		el_attr(e, "ruas", f->field);
		el_attr(e, "kode", f->code);
		if (f->row > 0)
			el_int(e, "baris", f->row);
		el_attr(e, "nilai", f->value);
		if (f->has_bounds) {
			el_int(e, "min", f->min);
			el_int(e, "maks", f->max);
		}
	}
}

void form_echo(struct req *r, const struct field *fields, size_t n)
{
	r->x->fields = fields;
	r->x->n_fields = n;
	r->x->n_faults = 0;
	form_show(r);
}

enum err form_blank(struct req *r)
{
	(void)r;
	return OK;
}

elem *form_choices(struct req *r, const char *name)
{
	elem *e = el_add(r->page, "pilihan");

	el_attr(e, "nama", name);
	return e;
}

elem *form_option(elem *choices, const char *value, const char *label)
{
	elem *e = el_add_text(choices, "opsi", label);

	el_attr(e, "nilai", value);
	return e;
}

elem *form_option_id(elem *choices, int64_t id, const char *label)
{
	elem *e = el_add_text(choices, "opsi", label);

	el_int(e, "nilai", id);
	return e;
}

void form_codes(struct req *r, const char *name, const char *const *codes)
{
	elem *e = form_choices(r, name);

	for (; *codes != NULL; codes++)
		form_option(e, *codes, NULL);
}
