/*
 * db.h - the database: constant prepared statements, transactions, rows.
 *
 * A statement is a constant text beside the function that uses it:
 *
 *	SQL(Q_CARI, "SELECT id, nama FROM lembaga WHERE kode = ? AND aktif");
 *
 *	e = db_query(db, &rows, &Q_CARI, kode);
 *	while (e == OK && db_next(rows)) ... db_text(rows, 1) ...
 *
 * No statement text is ever put together at run time.  Parameters take any
 * integer type (BIGINT), const char * (NULL is SQL NULL), struct blob (binary;
 * p == NULL is SQL NULL) and DB_NULL.  A test prepares every statement that
 * SQL() declares against the real schema.
 */
#ifndef DB_H
#define DB_H

#include "arena.h"
#include "blob.h"
#include "err.h"

#include <stdbool.h>
#include <stdint.h>

struct db;
struct rows;

struct sql {
	const char *name; /* of the C variable: for the log */
	const char *text;
};

#define SQL(id, ...)                                                           \
	static struct sql id __attribute__((used, section("sql_teks"),         \
					    aligned(8))) = { #id, __VA_ARGS__ }

/*
 * Calls visit(ctx, s) for every statement linked into this program.
 * Returns their number.
 */
size_t db_each_statement(void (*visit)(void *ctx, struct sql *s), void *ctx);

/* Does the server accept the statement?  OK, or the error of db_exec(). */
enum err db_check(struct db *db, struct sql *s);

/* --- parameters; use them through the macros below --- */

struct db_param {
	enum { DB_PARAM_NULL, DB_PARAM_INT, DB_PARAM_TEXT, DB_PARAM_BLOB } kind;
	int64_t number;
	struct blob bytes;
};

static inline struct db_param db_param_int(int64_t v)
{
	return (struct db_param){ DB_PARAM_INT, v, { 0 } };
}
struct db_param db_param_text(const char *s);
struct db_param db_param_blob(struct blob b);
static inline struct db_param db_param_same(struct db_param p)
{
	return p;
}

#define DB_NULL ((struct db_param){ 0 })
/* An id that may be missing: 0 becomes SQL NULL. */
#define DB_ID(v) ((v) == 0 ? DB_NULL : db_param_int(v))

/* NULL itself (void *) is SQL NULL; other pointers do not compile. */
#define DB_PARAM(x)                                                            \
	_Generic((x), char * : db_param_text, const char * : db_param_text,    \
		 void * : db_param_text, struct blob : db_param_blob,          \
		 struct db_param : db_param_same, default : db_param_int)(x)

#define DB_MAP_END(...)
#define DB_MAP_OUT
#define DB_MAP_GET_END2() 0, DB_MAP_END
#define DB_MAP_GET_END1(...) DB_MAP_GET_END2
#define DB_MAP_GET_END(...) DB_MAP_GET_END1
#define DB_MAP_NEXT0(test, next, ...) next DB_MAP_OUT
#define DB_MAP_NEXT1(test, next) DB_MAP_NEXT0(test, next, 0)
#define DB_MAP_NEXT(test, next) DB_MAP_NEXT1(DB_MAP_GET_END test, next)
#define DB_MAP0(f, x, peek, ...)                                               \
	f(x), DB_MAP_NEXT(peek, DB_MAP1)(f, peek, __VA_ARGS__)
#define DB_MAP1(f, x, peek, ...)                                               \
	f(x), DB_MAP_NEXT(peek, DB_MAP0)(f, peek, __VA_ARGS__)
#define DB_EVAL0(...) __VA_ARGS__
#define DB_EVAL1(...) DB_EVAL0(DB_EVAL0(DB_EVAL0(__VA_ARGS__)))
#define DB_EVAL2(...) DB_EVAL1(DB_EVAL1(DB_EVAL1(__VA_ARGS__)))
#define DB_EVAL3(...) DB_EVAL2(DB_EVAL2(DB_EVAL2(__VA_ARGS__)))
#define DB_MAP(f, ...)                                                         \
	DB_EVAL3(DB_MAP1(f, __VA_ARGS__, ()()(), ()()(), ()()(), 0))

#define DB_PARAMS_EMPTY() ((struct db_param[1]){ 0 }), 0
#define DB_PARAMS(...)                                                         \
	((struct db_param[]){ DB_MAP(DB_PARAM, __VA_ARGS__) }),                \
	(sizeof((struct db_param[]){ DB_MAP(DB_PARAM, __VA_ARGS__) }) /        \
	 sizeof(struct db_param))
#define DB_PARAMS_OR_NONE(...)                                                 \
	DB_PARAMS_##__VA_OPT__(SOME)(__VA_ARGS__)
#define DB_PARAMS_() DB_PARAMS_EMPTY()
#define DB_PARAMS_SOME(...) DB_PARAMS(__VA_ARGS__)

/*
 * db_exec(db, &SQL, params...): run a statement that changes something.
 * OK; ERR_CONFLICT when a unique key is taken (db_duplicate_key() names it) or
 * a foreign key forbids it; ERR_RETRY on deadlock, lock time-out or failed
 * certification, outside a transaction after as many tries as one has;
 * ERR_BUSY when the database is away; ERR_INTERNAL else.
 */
#define db_exec(db, sql, ...)                                                  \
	db_exec_params(db, sql, DB_PARAMS_OR_NONE(__VA_ARGS__))

/*
 * db_query(db, &rows, &SQL, params...): run a SELECT and read its whole
 * result into the arena.  *rows is never NULL after OK.  Errors as db_exec().
 */
#define db_query(db, rows, sql, ...)                                           \
	db_query_params(db, rows, sql, DB_PARAMS_OR_NONE(__VA_ARGS__))

/*
 * db_one(db, &rows, &SQL, params...): as db_query(), but there must be a
 * first row, which is made the current one; ERR_NOT_FOUND without one.
 */
#define db_one(db, rows, sql, ...)                                             \
	db_one_params(db, rows, sql, DB_PARAMS_OR_NONE(__VA_ARGS__))

enum err db_exec_params(struct db *db, struct sql *s, const struct db_param *p,
			size_t n);
enum err db_query_params(struct db *db, struct rows **rows, struct sql *s,
			 const struct db_param *p, size_t n);
enum err db_one_params(struct db *db, struct rows **rows, struct sql *s,
		       const struct db_param *p, size_t n);

/* --- loading --- */

/*
 * A LOAD DATA LOCAL INFILE 'x' … as a constant text.  The name of the file says
 * nothing.  Not among db_each_statement(): the server cannot prepare it.
 */
#define SQL_LOAD(id, ...) static struct sql id = { #id, __VA_ARGS__ }

/* Where its bytes come from: put at most n at p.  How many; 0 at the end, -1
   to give up. */
typedef int db_source(void *ctx, char *p, unsigned n);

/* What the server says of it.  LOCAL implies IGNORE: rows that were skipped or
   mended are no error there, so the caller must look. */
struct db_loaded {
	int64_t records;
	int64_t deleted;
	int64_t skipped;
	int64_t warnings;
};

/*
 * Load what source gives, on a connection of db_new_loader().  Errors of
 * db_exec(); ERR_FORBIDDEN, logged, when server or connection does not let
 * load; ERR_INTERNAL when the source gave up: rows it gave may be there, so
 * this is for a transaction.
 */
enum err db_load(struct db *db, struct sql *s, db_source *source, void *ctx,
		 struct db_loaded *out);

/* --- rows --- */

/* Step to the next (at first: the first) row; false after the last. */
bool db_next(struct rows *r);

/* Number of rows in the result. */
size_t db_count(const struct rows *r);

/* Column (from 0) of the current row.  Text and bytes live in the arena;
   db_text() is NULL for SQL NULL, db_int() then is 0. */
int64_t db_int(const struct rows *r, unsigned column);
const char *db_text(const struct rows *r, unsigned column);
struct blob db_blob(const struct rows *r, unsigned column);
bool db_null(const struct rows *r, unsigned column);

/* --- connection --- */

/*
 * A connection that is made at its first use and again after it was lost.
 * user and password as the configuration of PROGRAM gives them.  NULL when
 * memory is out.
 */
struct db *db_new(const char *program);

/* As db_new(), with everything given (tests, tools). */
struct db *db_new_as(const char *socket, const char *database,
		     const char *user, const char *password);

/*
 * As db_new(), for a program that loads many rows: db_load() works on it, and
 * its transactions are READ COMMITTED, so that two loaders whose rows are not
 * the same do not stop each other.  What it reads and then writes it must lock.
 */
struct db *db_new_loader(const char *program);

/* Make one of those of a db that was not used yet. */
void db_let_load(struct db *db);

void db_free(struct db *db);

/*
 * Wait at most so many seconds for a connection and for each answer (usual: 5
 * and 60).  A connection with other limits is made anew, except in a
 * transaction.  For pages that tell whether the database answers.
 */
void db_patience(struct db *db, unsigned connect_s, unsigned answer_s);

/* Version of the client library, e.g. "3.3.14". */
const char *db_client_version(void);

/* Where results of the current request go. */
void db_use_arena(struct db *db, struct arena *a);
struct arena *db_arena(struct db *db);

/* Rows changed by, and AUTO_INCREMENT id of, the last db_exec(). */
int64_t db_affected(const struct db *db);
int64_t db_last_id(const struct db *db);

/* Name of the unique key that the last ERR_CONFLICT was about, or "". */
const char *db_duplicate_key(const struct db *db);

/* --- transactions --- */

/*
 * Run work(db, ctx) in a transaction: committed when it returns OK, undone
 * otherwise.  Run again on ERR_RETRY as long as db_again() says so; so work
 * starts from its ctx alone and changes nothing but the database.
 * Inside a transaction it simply runs work.  Returns what work returned, or
 * ERR_BUSY when the COMMIT's outcome is unknown (the caller's idempotency
 * key tells).
 */
enum err db_transaction(struct db *db, enum err (*work)(struct db *, void *),
			void *ctx);

/*
 * Once more?  What got ERR_RETRY changed nothing and may run again: 20 times in
 * all, none of them begun later than 10 s after the first had failed (waiting
 * for a lock alone may take that long).  True after a pause, random up to 2 ms,
 * doubled each time, at most 128 ms; false when it is over, or for another e.
 * *t is { 0 } at first.
 */
struct db_tries {
	int failed;
	int64_t since_us;
};
bool db_again(struct db_tries *t, enum err e);

/* The same in three parts, for lib/app, which runs whole handlers in one. */
enum err db_begin(struct db *db);
enum err db_commit(struct db *db);
void db_rollback(struct db *db);
bool db_in_transaction(const struct db *db);

#endif
