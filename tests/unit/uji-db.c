/*
 * uji-db.c - lib/db against a real server: values both ways, errors,
 * transactions; and every statement of the suite against the real schema.
 *
 * SIFILMA_KONFIG names the unit tests' configuration (user sf_uji).
 */
#include "lib/config.h"
#include "lib/db.h"
#include "lib/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

SQL(Q_DROP, "DROP TABLE IF EXISTS uji_db");
SQL(Q_CREATE,
    "CREATE TABLE uji_db (id BIGINT AUTO_INCREMENT PRIMARY KEY, n BIGINT,"
    " t VARCHAR(200) CHARACTER SET utf8mb4, b VARBINARY(64), d DATE,"
    " w DATETIME(3), x MEDIUMTEXT, UNIQUE KEY uji_db_t (t)) ENGINE=InnoDB");
SQL(Q_ADD, "INSERT INTO uji_db (n, t, b, d, w, x) VALUES (?, ?, ?, ?, ?, ?)");
SQL(Q_GET, "SELECT n, t, b, d, w, x FROM uji_db WHERE id = ?");
SQL(Q_SUM, "SELECT COUNT(*), COALESCE(SUM(n), 0) FROM uji_db");
SQL(Q_MORE, "UPDATE uji_db SET n = n + ? WHERE id = ?");
SQL(Q_READ, "SELECT n FROM uji_db WHERE id = ?");
SQL(Q_SET, "UPDATE uji_db SET n = ? WHERE id = ?");
SQL(Q_SELF, "SELECT CONNECTION_ID()");
SQL(Q_KILL, "KILL CONNECTION ?");
SQL(Q_ALIVE, "SELECT COUNT(*) FROM information_schema.PROCESSLIST"
	     " WHERE ID = ?");
/* Pairs: a moment, and the server's own text of it. */
#define MOMENT(n)                                                              \
	"CAST(? AS DATETIME(" n ")), CAST(CAST(? AS DATETIME(" n ")) AS CHAR)"
SQL(Q_MOMENTS, "SELECT " MOMENT("0") ", " MOMENT("1") ", " MOMENT("3") ", "
	       MOMENT("6") ", MAX(w), CAST(MAX(w) AS CHAR),"
	       " MAX(COALESCE(w, d)), CAST(MAX(COALESCE(w, d)) AS CHAR)"
	       " FROM uji_db");
SQL(Q_WRONG, "SELECT nothing FROM uji_db WHERE id = ?");

static struct arena *arena;
static struct db *db;

static struct db *another(void)
{
	struct db *d = db_new("uji");

	assert_non_null(d);
	db_use_arena(d, arena_new());
	return d;
}

static void done_with(struct db *d)
{
	struct arena *a = db_arena(d);

	db_free(d);
	arena_free(a);
}

static void moments_are_text(void **state)
{
	static const char *const times[] = {
		"2026-11-22 13:02:59.987654", "1000-01-01 00:00:00",
		"9999-12-31 23:59:59.5", "2024-02-29 00:00:00.001", NULL,
	};
	struct rows *r;

	(void)state;
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		const char *t = times[i];

		assert_int_equal(db_exec(db, &Q_ADD, 1, NULL, NULL, NULL, t,
					 NULL),
				 OK);
		assert_int_equal(db_one(db, &r, &Q_MOMENTS, t, t, t, t, t, t, t,
					t),
				 OK);
		for (unsigned k = 0; k < 12; k += 2) {
			if (db_null(r, k + 1))
				assert_null(db_text(r, k));
			else
				assert_string_equal(db_text(r, k),
						    db_text(r, k + 1));
		}
	}
}

static int each(void **state)
{
	(void)state;
	arena_reset(arena);
	return db_exec(db, &Q_DROP) != OK || db_exec(db, &Q_CREATE) != OK;
}

static void values_go_both_ways(void **state)
{
	static const unsigned char bytes[] = { 0, 1, 255, 0, 39 };
	char *long_text = arena_alloc(arena, 300001);
	struct rows *r;

	(void)state;
	memset(long_text, 'x', 300000);
	assert_int_equal(db_exec(db, &Q_ADD, INT64_MIN,
				 "Bank \xF0\x9F\x98\x80 'Maju' \\",
				 ((struct blob){ bytes, 5 }), "2024-02-29",
				 "2019-10-09 03:57:00.123",
				 (const char *)long_text),
			 OK);
	assert_int_equal(db_affected(db), 1);
	assert_int_equal(db_one(db, &r, &Q_GET, db_last_id(db)), OK);
	assert_true(db_int(r, 0) == INT64_MIN);
	assert_string_equal(db_text(r, 1), "Bank \xF0\x9F\x98\x80 'Maju' \\");
	assert_int_equal(db_blob(r, 2).n, 5);
	assert_memory_equal(db_blob(r, 2).p, bytes, 5);
	assert_string_equal(db_text(r, 3), "2024-02-29");
	assert_string_equal(db_text(r, 4), "2019-10-09 03:57:00.123");
	assert_string_equal(db_text(r, 5), long_text);
	assert_false(db_next(r));
	assert_int_equal(db_exec(db, &Q_ADD, DB_NULL, NULL, DB_NULL, NULL, NULL,
				 ""),
			 OK);
	assert_int_equal(db_one(db, &r, &Q_GET, db_last_id(db)), OK);
	assert_true(db_null(r, 0));
	assert_null(db_text(r, 1));
	assert_null(db_text(r, 3));
	assert_string_equal(db_text(r, 5), "");
	assert_int_equal(db_one(db, &r, &Q_GET, 999), ERR_NOT_FOUND);
}

static void errors_are_told_apart(void **state)
{
	struct rows *r;

	(void)state;
	assert_int_equal(db_exec(db, &Q_ADD, 1, "sama", DB_NULL, NULL, NULL,
				 NULL),
			 OK);
	assert_int_equal(db_exec(db, &Q_ADD, 1, "sama", DB_NULL, NULL, NULL,
				 NULL),
			 ERR_CONFLICT);
	assert_string_equal(db_duplicate_key(db), "uji_db_t");
	assert_int_equal(db_query(db, &r, &Q_WRONG, 1), ERR_INTERNAL);
	/* Strict mode: nothing is cut in silence. */
	assert_int_equal(db_exec(db, &Q_ADD, 1, "x", DB_NULL, "2023-02-30",
				 NULL, NULL),
			 ERR_INTERNAL);
}

static enum err add_then(struct db *d, void *ctx)
{
	enum err e = db_exec(d, &Q_ADD, 7, NULL, DB_NULL, NULL, NULL, NULL);

	return e == OK ? *(enum err *)ctx : e;
}

static void a_failed_transaction_leaves_nothing(void **state)
{
	enum err outcomes[] = { ERR_INPUT, OK, ERR_CONFLICT };
	struct rows *r;

	(void)state;
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(db_transaction(db, add_then, &outcomes[i]),
				 outcomes[i]);
	assert_int_equal(db_one(db, &r, &Q_SUM), OK);
	assert_int_equal(db_int(r, 0), 1);
	assert_false(db_in_transaction(db));
}

/* --- lost updates and deadlocks --- */

static int64_t row_a, row_b;

static enum err read_then_write(struct db *d, void *ctx)
{
	int64_t *id = ctx;
	struct rows *r;
	enum err e = db_one(d, &r, &Q_READ, *id);

	return e == OK ? db_exec(d, &Q_SET, db_int(r, 0) + 1, *id) : e;
}

static enum err one_then_other(struct db *d, void *ctx)
{
	bool turned = *(bool *)ctx;
	enum err e = db_exec(d, &Q_MORE, 1, turned ? row_b : row_a);

	return e == OK ? db_exec(d, &Q_MORE, 1, turned ? row_a : row_b) : e;
}

struct writer {
	bool turned;
	int failures;
};

#define ROUNDS 100

static void *run_writer(void *ctx)
{
	struct writer *w = ctx;
	struct db *d = another();

	for (int i = 0; i < ROUNDS; i++) {
		if (db_transaction(d, one_then_other, &w->turned) != OK)
			w->failures++;
		if (db_transaction(d, read_then_write, &row_a) != OK)
			w->failures++;
		arena_reset(db_arena(d));
	}
	done_with(d);
	return NULL;
}

static void concurrent_writers_lose_nothing(void **state)
{
	struct writer w[4] = { { false, 0 }, { true, 0 }, { false, 0 },
			       { true, 0 } };
	pthread_t t[4];
	struct rows *r;
	int done = 0;

	(void)state;
	assert_int_equal(db_exec(db, &Q_ADD, 0, "a", DB_NULL, NULL, NULL, NULL),
			 OK);
	row_a = db_last_id(db);
	assert_int_equal(db_exec(db, &Q_ADD, 0, "b", DB_NULL, NULL, NULL, NULL),
			 OK);
	row_b = db_last_id(db);
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&t[i], NULL, run_writer, &w[i]),
				 0);
	for (int i = 0; i < 4; i++) {
		pthread_join(t[i], NULL);
		done += w[i].failures;
	}
	/* Whoever gave up after all tries changed nothing; the others all
	   count, whatever the order. */
	assert_int_equal(db_one(db, &r, &Q_SUM), OK);
	assert_true(db_int(r, 1) <= 4 * ROUNDS * 3);
	assert_true(db_int(r, 1) >= 4 * ROUNDS * 3 - 2 * done);
	assert_int_equal(done, 0);
}

/* Nobody waits for ever: after enough tries, or enough time, it is over. */
static void tries_come_to_an_end(void **state)
{
	struct db_tries t = { 0 }, slow = { .failed = 1, .since_us = -60000000 };
	int n = 0;

	(void)state;
	assert_false(db_again(&t, OK));
	assert_false(db_again(&t, ERR_BUSY));
	while (db_again(&t, ERR_RETRY))
		n++;
	assert_int_equal(n, 19);
	assert_false(db_again(&slow, ERR_RETRY));
}

static void a_lost_connection_comes_back(void **state)
{
	struct db *killer = another();
	struct rows *r;

	(void)state;
	assert_int_equal(db_one(db, &r, &Q_SELF), OK);
	assert_int_equal(db_exec(killer, &Q_KILL, db_int(r, 0)), OK);
	/* A read outside a transaction is simply repeated. */
	assert_int_equal(db_one(db, &r, &Q_SUM), OK);
	assert_int_equal(db_begin(db), OK);
	assert_int_equal(db_one(db, &r, &Q_SELF), OK);
	assert_int_equal(db_exec(killer, &Q_KILL, db_int(r, 0)), OK);
	/* Inside one, the whole transaction must run again. */
	assert_int_equal(db_exec(db, &Q_MORE, 1, 1), ERR_RETRY);
	/* and nothing of its rest may slip in behind it on its own. */
	assert_int_equal(db_exec(db, &Q_MORE, 1, 1), ERR_RETRY);
	db_rollback(db);
	assert_false(db_in_transaction(db));
	assert_int_equal(db_one(db, &r, &Q_SUM), OK);
	done_with(killer);
}

/* After a night without a visitor, or a restart of the server. */
static void a_write_outlives_an_idle_connection(void **state)
{
	struct db *killer = another();
	struct rows *r;
	int64_t self, row;

	(void)state;
	assert_int_equal(db_exec(db, &Q_ADD, 1, NULL, NULL, NULL, NULL, NULL),
			 OK);
	row = db_last_id(db);
	assert_int_equal(db_one(db, &r, &Q_SELF), OK);
	self = db_int(r, 0);
	assert_int_equal(db_exec(killer, &Q_KILL, self), OK);
	do {
		assert_int_equal(db_one(killer, &r, &Q_ALIVE, self), OK);
	} while (db_int(r, 0) != 0);
	/* The server cannot have had it, so it is sent again: once. */
	assert_int_equal(db_exec(db, &Q_MORE, 1, row), OK);
	assert_int_equal(db_one(db, &r, &Q_READ, row), OK);
	assert_int_equal(db_int(r, 0), 2);
	done_with(killer);
}

/* --- every statement --- */

static int refused;

static void prepare_one(void *ctx, struct sql *s)
{
	/* This test's own are about a table that is made and dropped. */
	if (strstr(s->text, "uji_db") != NULL || s == &Q_KILL)
		return;
	if (db_check(ctx, s) != OK) {
		print_error("refused: %s: %s\n", s->name, s->text);
		refused++;
	}
}

static void every_statement_fits_the_schema(void **state)
{
	(void)state;
	assert_true(db_each_statement(prepare_one, db) > 50);
	assert_int_equal(refused, 0);
}

static int start(void **state)
{
	(void)state;
	if (!config_load())
		return 1;
	arena = arena_new();
	db = db_new("uji");
	if (arena == NULL || db == NULL)
		return 1;
	db_use_arena(db, arena);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	each(state);
	db_exec(db, &Q_DROP);
	db_free(db);
	arena_free(arena);
	return 0;
}

/* ---- loading ---- */

SQL_LOAD(L_ROWS, "LOAD DATA LOCAL INFILE 'x' IGNORE INTO TABLE uji_db"
		 " CHARACTER SET binary FIELDS TERMINATED BY '\\t'"
		 " ESCAPED BY '' LINES TERMINATED BY '\\n' (n, t)");
SQL_LOAD(L_PASSWD, "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE uji_db"
		   " FIELDS TERMINATED BY ':' (t)");

struct lines {
	int from, to;	/* what is given: numbers from..to-1 */
	int fail_at;	/* the source gives up before this one; -1: never */
};

static int give(void *ctx, char *p, unsigned n)
{
	struct lines *l = ctx;

	if (l->from == l->fail_at)
		return -1;
	if (l->from == l->to)
		return 0;
	l->from++;
	return snprintf(p, n, "%d\tbaris \\ %d\n", l->from - 1, l->from - 1);
}

static enum err load_some(struct db *d, void *ctx)
{
	struct db_loaded done;
	enum err e = db_load(d, &L_ROWS, give, ctx, &done);

	if (e == OK)
		assert_int_equal(done.records, 1000);
	return e;
}

static struct db *a_loader(void)
{
	struct db *d = db_new_loader("uji");

	assert_non_null(d);
	db_use_arena(d, arena_new());
	return d;
}

static void rows_are_loaded_from_memory(void **state)
{
	struct lines l = { 1, 1001, -1 };
	struct db *d = a_loader();
	struct db_loaded done;
	struct rows *r;

	(void)state;
	assert_int_equal(db_load(d, &L_ROWS, give, &l, &done), OK);
	assert_int_equal(done.records, 1000);
	assert_int_equal(done.skipped, 0);
	assert_int_equal(done.deleted, 0);
	assert_int_equal(done.warnings, 0);
	assert_int_equal(db_one(db, &r, &Q_SUM), OK);
	assert_int_equal(db_int(r, 0), 1000);
	assert_int_equal(db_int(r, 1), 500500);
	/* What was there already is skipped, and that is told. */
	l = (struct lines){ 991, 1011, -1 };
	assert_int_equal(db_load(d, &L_ROWS, give, &l, &done), OK);
	assert_int_equal(done.records, 20);
	assert_int_equal(done.skipped, 10);
	/* Nothing at all. */
	l = (struct lines){ 1, 1, -1 };
	assert_int_equal(db_load(d, &L_ROWS, give, &l, &done), OK);
	assert_int_equal(done.records, 0);
	done_with(d);
}

static void a_source_that_gives_up_leaves_nothing(void **state)
{
	struct lines l = { 1, 1001, 500 };
	struct db *d = a_loader();
	struct rows *r;

	(void)state;
	assert_int_equal(db_transaction(d, load_some, &l), ERR_INTERNAL);
	assert_int_equal(db_one(db, &r, &Q_SUM), OK);
	assert_int_equal(db_int(r, 0), 0);
	/* The connection is as good as before. */
	l = (struct lines){ 1, 1001, -1 };
	assert_int_equal(db_transaction(d, load_some, &l), OK);
	assert_int_equal(db_one(d, &r, &Q_SUM), OK);
	assert_int_equal(db_int(r, 0), 1000);
	done_with(d);
}

static void nobody_else_gives_anything(void **state)
{
	struct lines l = { 1, 1001, -1 };
	struct db_loaded done;
	struct db *d = a_loader();
	struct rows *r;

	(void)state;
	assert_int_equal(db_load(db, &L_ROWS, give, &l, &done), ERR_FORBIDDEN);
	assert_int_equal(l.from, 1); /* nobody asked */
	/* The name in the statement says nothing, either. */
	assert_int_equal(db_load(d, &L_PASSWD, give, &l, &done), OK);
	assert_int_equal(db_one(db, &r, &Q_SUM), OK);
	assert_int_equal(db_int(r, 0), done.records - done.skipped);
	assert_int_equal(done.records, 1000);
	done_with(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(values_go_both_ways, each),
		cmocka_unit_test_setup(moments_are_text, each),
		cmocka_unit_test_setup(errors_are_told_apart, each),
		cmocka_unit_test_setup(a_failed_transaction_leaves_nothing,
				       each),
		cmocka_unit_test_setup(concurrent_writers_lose_nothing, each),
		cmocka_unit_test(tries_come_to_an_end),
		cmocka_unit_test_setup(a_lost_connection_comes_back, each),
		cmocka_unit_test_setup(a_write_outlives_an_idle_connection,
				       each),
		cmocka_unit_test_setup(rows_are_loaded_from_memory, each),
		cmocka_unit_test_setup(a_source_that_gives_up_leaves_nothing,
				       each),
		cmocka_unit_test_setup(nobody_else_gives_anything, each),
		cmocka_unit_test(every_statement_fits_the_schema),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
