/* session.c - see session.h. */
#include "session.h"
#include "app-private.h"
#include "clock.h"
#include "config.h"
#include "cookie.h"
#include "crypto.h"

#include <string.h>

#define COOKIE_HEX (2 * TOKEN_BYTES)

SQL(Q_LOAD,
    "SELECT s.id, s.akun_id, s.terakhir, s.berakhir, s.ditutup IS NOT NULL,"
    " a.peran, a.nama, a.username, a.status, a.lembaga_id, l.nama, l.aktif,"
    " s.terbatas, s.notif_belum, a.foto"
    " FROM sesi s JOIN akun a ON a.id = s.akun_id"
    " LEFT JOIN lembaga l ON l.id = a.lembaga_id WHERE s.hash = ?");
SQL(Q_TOUCH, "UPDATE sesi SET terakhir = ? WHERE id = ?");
SQL(Q_START, "INSERT INTO sesi (hash, akun_id, dibuat, terakhir, berakhir,"
	     " alamat_ip, agen, terbatas)"
	     " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
/* Many are as good as very many: they are not all counted. */
SQL(Q_UNREAD, "SELECT COUNT(*) FROM (SELECT 1 FROM notifikasi"
	      " WHERE akun_id = ? AND dibaca IS NULL LIMIT 100) x");
SQL(Q_BELL, "UPDATE sesi SET notif_belum = ? WHERE id = ?");
SQL(Q_LIFT, "UPDATE sesi SET terbatas = 0, hash = ?"
	    " WHERE id = ? AND ditutup IS NULL");
SQL(Q_END, "UPDATE sesi SET ditutup = ? WHERE id = ? AND ditutup IS NULL");
SQL(Q_END_LIMITED, "UPDATE sesi SET ditutup = ?"
		   " WHERE akun_id = ? AND ditutup IS NULL AND terbatas = 1");
SQL(Q_END_OTHERS, "UPDATE sesi SET ditutup = ?"
		  " WHERE akun_id = ? AND ditutup IS NULL AND id <> ?");

bool app_is_https(void)
{
	return strncmp(config_get("alamat", ""), "https:", 6) == 0;
}

const char *app_cookie_name(struct req *r, const char *name)
{
	return app_is_https() ? arena_printf(r->a, "__Host-%s", name) : name;
}

const char *cookie_in(struct req *r, const char *name)
{
	size_t count = 0;
	const char *value = cookie_find(r->a, r->x->cookies,
					app_cookie_name(r, name), &count);

	/* Twice: somebody else set one of them; trust neither. */
	return count == 1 ? value : NULL;
}

static bool is_token(const char *s)
{
	return s != NULL && strlen(s) == COOKIE_HEX &&
	       strspn(s, "0123456789abcdef") == COOKIE_HEX;
}

static void make_csrf(struct req *r)
{
	r->x->csrf = crypto_seal(r->a, "csrf", r->x->cookie);
}

/* Fill r->who from the row; false when the session is over. */
static bool living(struct req *r, struct rows *row, int64_t now)
{
	int64_t last = clock_parse(db_text(row, 2));
	int64_t end = clock_parse(db_text(row, 3));
	int64_t idle_end = last + 1000LL * SESSION_IDLE_S;

	if (db_int(row, 4) || strcmp(db_text(row, 8), "aktif") != 0 ||
	    (!db_null(row, 11) && !db_int(row, 11)))
		return false;
	if (now >= end || now >= idle_end) {
		r->x->expired_account = db_int(row, 1);
		return false;
	}
	r->session = db_int(row, 0);
	r->who.akun = db_int(row, 1);
	r->who.lembaga = db_int(row, 9);
	r->who.role = role_from_name(db_text(row, 5));
	r->who.nama = db_text(row, 6);
	r->x->username = db_text(row, 7);
	r->x->nama_lembaga = db_text(row, 10);
	r->x->limited = db_int(row, 12) != 0;
	r->x->unread = db_int(row, 13);
	r->x->foto = db_text(row, 14);
	/* This request is activity: idle time starts anew with it. */
	idle_end = now + 1000LL * SESSION_IDLE_S;
	r->x->seconds_left = ((end < idle_end ? end : idle_end) - now) / 1000;
	return true;
}

enum err session_load(struct req *r)
{
	const char *sid = cookie_in(r, "sid");
	struct rows *row;
	int64_t now = clock_now_ms();
	enum err e;

	r->who = (struct pelaku){ .role = ROLE_TAMU, .alamat_ip = r->ip };
	if (is_token(sid)) {
		e = db_one(r->db, &row, &Q_LOAD, crypto_sha256_text(r->a, sid));
		if (e != OK && e != ERR_NOT_FOUND)
			return e;
		if (e == OK && living(r, row, now)) {
			r->x->cookie = sid;
			make_csrf(r);
			/* Once a minute is exact enough, and no write for
			   every page. */
			if (now - clock_parse(db_text(row, 2)) < 60000)
				return OK;
			e = db_exec(r->db, &Q_TOUCH, clock_now(r->a, 0),
				    r->session);
			return e == OK ? session_unread(r) : e;
		}
	}
	r->x->cookie = cookie_in(r, "pra");
	if (is_token(r->x->cookie))
		make_csrf(r);
	else
		r->x->cookie = NULL;
	return OK;
}

const char *session_csrf(struct req *r)
{
	if (r->x->cookie == NULL) {
		r->x->cookie = crypto_random_hex(r->a, TOKEN_BYTES);
		r->x->new_visitor = true;
		make_csrf(r);
	}
	return r->x->csrf;
}

/* From now on this is the session's cookie. */
static void give_cookie(struct req *r, const char *sid)
{
	req_cookie_out(r, "sid", sid, 0);
	r->x->cookie = sid;
	make_csrf(r);
}

enum err session_start(struct req *r, int64_t akun, bool limited)
{
	const char *sid = crypto_random_hex(r->a, TOKEN_BYTES);
	const char *now = clock_now(r->a, 0);
	enum err e = OK;

	if (r->session != 0)
		e = db_exec(r->db, &Q_END, now, r->session);
	if (e == OK)
		e = db_exec(r->db, &Q_START, crypto_sha256_text(r->a, sid),
			    akun, now, now,
			    clock_now(r->a, 1000LL * SESSION_MAX_S), r->ip,
			    r->agent, limited ? 1 : 0);
	if (e != OK)
		return e;
	r->session = db_last_id(r->db);
	req_cookie_out(r, "pra", "", -1);
	r->x->new_visitor = false;
	give_cookie(r, sid);
	return OK;
}

enum err session_unread(struct req *r)
{
	struct rows *row;
	enum err e;

	if (r->session == 0 || r->x->limited)
		return OK;
	e = db_one(r->db, &row, &Q_UNREAD, r->who.akun);
	if (e != OK || db_int(row, 0) == r->x->unread)
		return e;
	r->x->unread = db_int(row, 0);
	if (r->page != NULL && el_find(r->page, "sesi") != NULL)
		el_int(el_find(r->page, "sesi"), "belum", r->x->unread);
	return db_exec(r->db, &Q_BELL, r->x->unread, r->session);
}

bool session_limited(const struct req *r)
{
	return r->x->limited;
}

enum err session_lift(struct req *r)
{
	const char *sid = crypto_random_hex(r->a, TOKEN_BYTES);
	enum err e =
	    db_exec(r->db, &Q_LIFT, crypto_sha256_text(r->a, sid), r->session);

	if (e == OK && db_affected(r->db) == 0)
		e = ERR_LOGIN;
	if (e != OK)
		return e;
	r->x->limited = false;
	give_cookie(r, sid);
	return frame_new(r, r->route->view == NULL ? "" : r->route->view);
}

enum err session_end(struct req *r)
{
	enum err e = db_exec(r->db, &Q_END, clock_now(r->a, 0), r->session);

	if (e == OK)
		req_cookie_out(r, "sid", "", -1);
	return e;
}

enum err session_end_others(struct db *db, int64_t akun, int64_t but)
{
	return db_exec(db, &Q_END_OTHERS, clock_now(db_arena(db), 0), akun,
		       but);
}

enum err session_end_limited(struct db *db, int64_t akun)
{
	return db_exec(db, &Q_END_LIMITED, clock_now(db_arena(db), 0), akun);
}

int64_t session_seconds_left(struct req *r)
{
	return r->x->seconds_left;
}

int64_t session_expired_account(struct req *r)
{
	return r->x->expired_account;
}
