/*
 * frame.c - what every page has: <halaman> with <kantor>, <sesi>, <kiriman>
 * and <pesan> (vocabulary: xslt/halaman.rng).
 */
#include "app-private.h"
#include "clock.h"
#include "config.h"
#include "crypto.h"
#include "kept.h"
#include "session.h"

#include <stdlib.h>
#include <string.h>

#define OFFICE_FRESH_MS 60000

SQL(Q_OFFICE, "SELECT nama, nilai FROM pengaturan WHERE nama IN"
	      " ('kantor_nama', 'kantor_unit', 'kantor_wa')");

struct office {
	const char *nama;
	const char *unit;
	const char *wa;
};

static enum err load_office(struct db *db, struct arena *a,
			    struct kept_rows *out)
{
	struct office *o = arena_alloc(a, sizeof(*o));
	struct rows *rows;
	enum err e = db_query(db, &rows, &Q_OFFICE);

	while (e == OK && db_next(rows)) {
		const char *name = db_text(rows, 0);

		*(strcmp(name, "kantor_nama") == 0 ? &o->nama :
		  strcmp(name, "kantor_unit") == 0 ? &o->unit :
						     &o->wa) =
			arena_strdup(a, db_text(rows, 1));
	}
	*out = (struct kept_rows){ o, 1 };
	return e;
}

static void add_office(struct req *r)
{
	static struct kept office = { .max_age_ms = OFFICE_FRESH_MS,
				      .load = load_office };
	static const struct office unknown;
	const struct kept_rows *rows;
	const struct office *o;
	elem *e = el_add(r->page, "kantor");

	/* Not worth failing for: an error page has a frame, too. */
	kept_get(&office, r->db, &rows);
	o = rows->n == 0 ? &unknown : rows->rows;
	el_attr(e, "nama", o->nama == NULL ? "" : o->nama);
	el_attr(e, "unit", o->unit == NULL ? "" : o->unit);
	if (o->wa != NULL && *o->wa != '\0')
		el_attr(e, "wa", o->wa);
}

static void add_session(struct req *r)
{
	elem *e;

	if (r->session == 0 || r->who.role == ROLE_TAMU)
		return;
	e = el_add(r->page, "sesi");
	el_attr(e, "nama", r->who.nama);
	el_attr(e, "username", r->x->username);
	el_attr(e, "peran", role_name(r->who.role));
	el_attr(e, "lembaga", r->x->nama_lembaga);
	el_attr(e, "csrf", r->x->csrf);
	el_int(e, "sisa-detik", r->x->seconds_left);
	el_int(e, "belum", r->x->unread);
	el_attr(e, "foto", r->x->foto);
	el_flag(e, "terbatas", r->x->limited);
}

static bool is_message_code(const char *s)
{
	return *s != '\0' && strlen(s) <= 60 &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(s);
}

static void add_message(struct req *r)
{
	const char *code = cookie_in(r, "pesan");

	if (code == NULL || !is_message_code(code))
		return;
	el_attr(el_add(r->page, "pesan"), "kode", code);
	req_cookie_out(r, "pesan", "", -1);
}

/* A part of the frame: with these attributes of <halaman>, ended by NULL, and
   the office. */
static elem *frame_part(struct req *r, const char *name,
			const char *const *attributes)
{
	elem *part = el_add(r->page, name);

	for (; *attributes != NULL; attributes++)
		el_attr(part, *attributes, el_value(r->page, *attributes));
	el_copy_all(part, r->page, "kantor");
	return part;
}

static void add_band(struct req *r)
{
	static const char *const attributes[] = { "versi", NULL };
	elem *part, *e;

	/* That page shows what was typed: nothing of it is kept. */
	if (el_find(r->page, "lanjutan") != NULL)
		return;
	part = frame_part(r, "pita", attributes);
	if (r->session != 0) {
		e = el_add(part, "sesi");
		el_attr(e, "nama", r->who.nama);
		el_attr(e, "lembaga", r->x->nama_lembaga);
		el_flag(e, "terbatas", r->x->limited);
		el_int(e, "belum", r->x->unread);
		el_attr(e, "foto", r->x->foto);
		el_attr(el_add(part, "kiriman"), "csrf", session_csrf(r));
	}
	el_part(part);
}

/* Of the path only counts which line of the menu is meant: as the route has
   it, one menu serves all of its pages. */
static void add_menu(struct req *r)
{
	elem *part = el_add(r->page, "menu");

	el_attr(part, "jalur", r->route == NULL ? r->path : r->route->path);
	el_attr(el_add(part, "sesi"), "peran", role_name(r->who.role));
	el_part(part);
}

/* The same on every page of a path, as long as the session lasts longer than
   its idle time. */
static void add_dialog(struct req *r)
{
	elem *part = el_add(r->page, "dialog"), *e;

	el_attr(part, "jalur", r->path);
	e = el_add(part, "sesi");
	el_attr(e, "username", r->x->username);
	el_int(e, "sisa-detik", r->x->seconds_left);
	el_attr(el_add(part, "kiriman"), "csrf", session_csrf(r));
	el_part(part);
}

void frame_parts(struct req *r)
{
	static const char *const below[] = { "tahun", "versi", "mode", "tiket",
					     NULL };

	add_band(r);
	if (r->session != 0 && !r->x->limited)
		add_menu(r);
	el_part(frame_part(r, "kaki", below));
	if (el_find(r->page, "sesi") != NULL)
		add_dialog(r);
}

enum err frame_new(struct req *r, const char *name)
{
	const char *today = clock_today(r->a);
	elem *e;

	r->view = view_new(r->a, "halaman");
	r->page = view_root(r->view);
	el_attr(r->page, "nama", name);
	el_attr(r->page, "jalur", r->path);
	el_int(r->page, "status", r->x->status);
	el_attr(r->page, "rujukan", r->reference);
	/* With the assets' own mark: it is in their addresses. */
	el_attr(r->page, "versi", config_get("versi", SIFILMA_VERSI));
	el_attr(r->page, "mode",
		config_development() ? "pengembangan" : "produksi");
	el_attr(r->page, "tahun", arena_strndup(r->a, today, 4));
	el_time(r->a, r->page, "kini", clock_now(r->a, 0));
	el_attr(r->page, "zona", clock_zone_name());
	add_office(r);
	add_session(r);
	e = el_add(r->page, "kiriman");
	el_attr(e, "kunci", crypto_random_hex(r->a, 16));
	el_attr(e, "csrf", session_csrf(r));
	if (r->method == M_GET && !r->x->head)
		add_message(r);
	return view_ok(r->view) ? OK : ERR_BUSY;
}
