/*
 * app-private.h - what the files of the request loop share with each other
 * and hide from programs: app.c (processes), request.c (one request),
 * body.c (what was sent), form.c, session.c, response.c, list.c.
 */
#ifndef APP_PRIVATE_H
#define APP_PRIVATE_H

#include "app.h"
#include "store.h"
#include "text.h"

/* The web server's side of a request: FastCGI or plain CGI. */
struct app_io {
	void *ctx;
	/* Bytes of the body, as many as are there: number read, 0 at its end
	   or when it broke, also by silence. */
	size_t (*read)(void *ctx, char *p, size_t n);
	/* Silence of so many seconds breaks it; NULL: that cannot be said. */
	void (*patience)(void *ctx, int seconds);
	/* It broke, or what was read last was its end; NULL: not known. */
	bool (*broken)(void *ctx);
	/* Part of the answer; last: nothing follows.  False when the peer has
	   gone. */
	bool (*write)(void *ctx, const char *p, size_t n, bool last);
	/* A CGI variable, NULL without. */
	const char *(*variable)(void *ctx, const char *name);
};

/* One name=value of the body or the query. */
struct typed {
	const char *name;
	const char *value;
	bool clean; /* UTF-8 that may stand in XML */
};

/* One file of a multipart body. */
struct sent_file {
	const char *field;
	const char *name;
	struct store_file *file;
	bool too_large;
};

/* One <galat>. */
struct fault {
	const char *field;
	const char *code;
	int64_t row;
	const char *value;
	bool has_bounds;
	int64_t min;
	int64_t max;
};

struct header {
	struct header *next;
	const char *name;
	const char *value;
};

#define MAX_PLACES 4
#define MAX_VALUES 2000
#define MAX_FAULTS 200

struct app_private {
	const struct program *program;
	const struct app_io *io;
	const char *raw_target; /* path and query as sent */
	const char *query;
	const char *cookies;
	bool head; /* HEAD: no body */
	bool wants_xml;

	const char *place_names[MAX_PLACES]; /* {id} … of the path */
	const char *place_values[MAX_PLACES];
	size_t n_places;

	struct typed *values;
	size_t n_values;
	size_t cap_values;
	struct sent_file files[16];
	size_t n_files;
	size_t current_file;
	int64_t body_max;   /* of a multipart body */
	int64_t body_taken; /* STREAM: bytes read so far */
	bool patient;	    /* STREAM: the web server's side knows for how
			       long to wait */
	/* Fields of the form that were bound: what may be echoed. */
	const struct field *fields;
	size_t n_fields;

	struct fault *faults;
	size_t n_faults;

	const char *cookie; /* session or visitor's, NULL: none yet */
	bool new_visitor;   /* it was made now and must be sent */
	const char *csrf;
	int64_t seconds_left;
	int64_t unread; /* of the bell, at most 100 */
	bool limited;	    /* the session: see LIMITED */
	const char *foto;   /* of the account; NULL: none */
	int64_t expired_account;
	const char *username;
	const char *nama_lembaga;

	/* the answer */
	int status;
	const char *view;
	const char *location;
	const char *flash;
	struct header *headers;
	const char *type;
	struct blob bytes;
	bool have_bytes;
	const char *stored;
	int keep_s; /* see req_keep() */
	bool commit_anyway;
	const char *allow; /* with ERR_METHOD: those that the path has */

	/* api.c */
	struct api_body *body;
	enum err body_err;
	const char *problem; /* its code; NULL: that of the error */
	struct json_t *problem_more;
};

/* body.c: read and parse the body; ERR_TOO_LARGE, ERR_TYPE, ERR_BAD_REQUEST,
   ERR_DISK.  Values and files are in r->x then. */
enum err body_read(struct req *r);
/* body.c: the query, into the same values (GET). */
enum err query_read(struct req *r);
/* body.c: kind of a sent file by its bytes ("pdf" …), NULL: none we know. */
const char *body_file_kind(struct req *r, struct sent_file *f);

/* stream.c: is the token that came in a header the session's? */
bool stream_token_ok(struct req *r);
/* stream.c: the method that X-HTTP-Method-Override names, else m. */
enum method stream_override(struct req *r, enum method m);

/* stream.c: what the function of app_admit() says; OK without one. */
enum err app_ask_admit(struct req *r, int64_t length, int64_t *max);
/* stream.c: "GET" and so on. */
const char *method_name(enum method m);
/* stream.c: its method; 0 when it is none that a route can have.  HEAD is none. */
enum method method_from_name(const char *name);

/* form.c: put <isian> and <galat> into the page. */
void form_show(struct req *r);
/* form.c: is value one of the field's choices? */
bool form_in_choices(const struct field *f, const char *value);
/* form.c: report a fault together with the field's min and max. */
void form_fault_bounds(struct req *r, const struct field *f,
		       const char *code);

/* form-file.c: the file of a field into its place in *out, or a fault. */
void form_bind_file(struct req *r, const struct field *f, void *out);
/* form-file.c: keep the file that came for a field, for a form that is shown
   again; false when none did or it is not one that the field takes. */
bool form_keep_sent(struct req *r, const struct field *f, struct upload *u);
/* form-file.c: token that stands for a stored upload in a hidden field. */
const char *form_keep_token(struct req *r, int64_t akun,
			    const struct upload *u);
/* form-file.c: the upload of such a token of this person; NULL: it is none. */
struct upload *form_kept(struct req *r, const char *token);

/* frame.c: a new view with <halaman>, <kantor>, <sesi>, <kiriman>, <pesan>. */
enum err frame_new(struct req *r, const char *name);
/* frame.c: what is the same on many pages, for a page that becomes HTML: band
   and menu of who is signed in, as parts (el_part). */
void frame_parts(struct req *r);

/* request.c: everything from the CGI variables to the answer. */
void request_serve(struct arena *a, struct db *db, const struct program *p,
		   const struct app_io *io);

/* response.c: send what r->x holds.  The body of a page is made before. */
void response_send(struct req *r);
void response_reset(struct req *r);

/* Where a name is taken from when a cookie must be found. */
const char *cookie_in(struct req *r, const char *name);
bool app_is_https(void);
const char *app_cookie_name(struct req *r, const char *name);

#endif
