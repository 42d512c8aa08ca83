/*
 * db.c - see db.h: connections, statements, transactions.  Reading results is
 * db-rows.c, loading db-load.c; no other file talks to MariaDB's client library.
 *
 * A connection is made at its first use and after a loss; automatic reconnect
 * stays off, because it silently drops prepared statements and transactions.
 */
#include "db-private.h"
#include "clock.h"
#include "config.h"
#include "crypto.h"
#include "log.h"

#include <errno.h>
#include <fcntl.h>
#include <errmsg.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MAX_PARAMS 64
#define TRIES      20
#define TRIES_US   10000000
#define CONNECT_S  5
#define ANSWER_S   60

/* The statements of the whole program, side by side (see SQL()). */
extern struct sql __start_sql_teks[] __attribute__((weak));
extern struct sql __stop_sql_teks[] __attribute__((weak));

size_t db_each_statement(void (*visit)(void *ctx, struct sql *s), void *ctx)
{
	size_t n = 0;

	for (struct sql *s = __start_sql_teks; s < __stop_sql_teks; s++, n++)
		if (visit != NULL)
			visit(ctx, s);
	return n;
}

struct db_param db_param_text(const char *s)
{
	if (s == NULL)
		return DB_NULL;
	return (struct db_param){ DB_PARAM_TEXT, 0,
				  { (const unsigned char *)s, strlen(s) } };
}

struct db_param db_param_blob(struct blob b)
{
	if (b.p == NULL)
		return DB_NULL;
	return (struct db_param){ DB_PARAM_BLOB, 0, b };
}

/* --- connection --- */

static void disconnect(struct db *db)
{
	size_t n = db_each_statement(NULL, NULL);

	for (size_t i = 0; i < n; i++) {
		if (db->prepared[i] != NULL)
			mysql_stmt_close(db->prepared[i]);
		db->prepared[i] = NULL;
	}
	if (db->connection != NULL)
		mysql_close(db->connection);
	db->connection = NULL;
	db->in_transaction = false;
}

static char *copy(const char *s)
{
	return strdup(s == NULL ? "" : s);
}

struct db *db_new_as(const char *socket, const char *database,
		     const char *user, const char *password)
{
	struct db *db = calloc(1, sizeof(*db));
	size_t n = db_each_statement(NULL, NULL);

	if (db == NULL)
		return NULL;
	db->connect_s = CONNECT_S;
	db->answer_s = ANSWER_S;
	db->socket = copy(socket);
	db->database = copy(database);
	db->user = copy(user);
	db->password = copy(password);
	db->prepared = calloc(n + 1, sizeof(MYSQL_STMT *));
	if (db->socket == NULL || db->database == NULL || db->user == NULL ||
	    db->password == NULL || db->prepared == NULL) {
		db_free(db);
		return NULL;
	}
	return db;
}

struct db *db_new(const char *program)
{
	char path[512];
	char password[128] = "";
	char user[64];
	ssize_t n = 0;
	int fd;

	snprintf(user, sizeof(user), "sf_%s", program);
	for (char *p = user; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	snprintf(path, sizeof(path), "%s/%s",
		 config_get("basis_sandi_dir", "."), program);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		n = read(fd, password, sizeof(password) - 1);
		close(fd);
	}
	if (fd < 0 || n < 0)
		log_error("cannot read %s: %s", path, strerror(errno));
	password[n < 0 ? 0 : n] = '\0';
	password[strcspn(password, "\r\n")] = '\0';
	return db_new_as(config_get("basis_socket", ""),
			 config_get("basis_nama", "sifilma"), user, password);
}

struct db *db_new_loader(const char *program)
{
	struct db *db = db_new(program);

	if (db != NULL)
		db_let_load(db);
	return db;
}

void db_let_load(struct db *db)
{
	db->loader = true;
}

void db_free(struct db *db)
{
	if (db == NULL)
		return;
	if (db->prepared != NULL)
		disconnect(db);
	free(db->socket);
	free(db->database);
	free(db->user);
	free(db->password);
	free(db->prepared);
	free(db);
}

void db_patience(struct db *db, unsigned connect_s, unsigned answer_s)
{
	if (db->in_transaction ||
	    (db->connect_s == connect_s && db->answer_s == answer_s))
		return;
	db->connect_s = connect_s;
	db->answer_s = answer_s;
	disconnect(db);
}

const char *db_client_version(void)
{
	return mysql_get_client_info();
}

void db_use_arena(struct db *db, struct arena *a)
{
	db->arena = a;
}

struct arena *db_arena(struct db *db)
{
	return db->arena;
}

int64_t db_affected(const struct db *db)
{
	return db->affected;
}

int64_t db_last_id(const struct db *db)
{
	return db->last_id;
}

const char *db_duplicate_key(const struct db *db)
{
	return db->duplicate_key;
}

bool db_in_transaction(const struct db *db)
{
	return db->in_transaction;
}

enum err db_connect(struct db *db)
{
	/* Found rows, so that an UPDATE that changes nothing counts too. */
	const unsigned long flags = CLIENT_FOUND_ROWS;
	my_bool no = 0;

	if (db->connection != NULL)
		return OK;
	db->connection = mysql_init(NULL);
	if (db->connection == NULL)
		return ERR_BUSY;
	mysql_options(db->connection, MYSQL_OPT_CONNECT_TIMEOUT,
		      &db->connect_s);
	mysql_options(db->connection, MYSQL_OPT_READ_TIMEOUT, &db->answer_s);
	mysql_options(db->connection, MYSQL_OPT_WRITE_TIMEOUT, &db->answer_s);
	mysql_options(db->connection, MYSQL_OPT_RECONNECT, &no);
	mysql_options(db->connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	db_prepare_loading(db);
	if (mysql_real_connect(db->connection, NULL, db->user, db->password,
			       db->database, 0, db->socket, flags) == NULL) {
		log_error("database: %s", mysql_error(db->connection));
		disconnect(db);
		return ERR_BUSY;
	}
	return OK;
}

static bool is_lost(unsigned code)
{
	switch (code) {
	case CR_SERVER_GONE_ERROR:
	case CR_SERVER_LOST:
	case CR_CONN_HOST_ERROR:
	case CR_CONNECTION_ERROR:
	case ER_SERVER_SHUTDOWN:
	case ER_CONNECTION_KILLED:
	case ER_UNKNOWN_STMT_HANDLER:
	case CR_COMMANDS_OUT_OF_SYNC:
		return true;
	default:
		return false;
	}
}

/* Take the key's name out of "Duplicate entry 'x' for key 'name'". */
static void note_duplicate(struct db *db, const char *message)
{
	const char *end = strrchr(message, '\'');
	const char *start = end;

	db->duplicate_key[0] = '\0';
	while (start != NULL && start > message && start[-1] != '\'')
		start--;
	if (start != NULL)
		snprintf(db->duplicate_key, sizeof(db->duplicate_key), "%.*s",
			 (int)(end - start), start);
}

enum err db_judge(struct db *db, const struct sql *s, unsigned code,
		  const char *message)
{
	switch (code) {
	case ER_DUP_ENTRY:
	case ER_DUP_ENTRY_WITH_KEY_NAME:
		note_duplicate(db, message);
		return ERR_CONFLICT;
	case ER_ROW_IS_REFERENCED_2:
	case ER_NO_REFERENCED_ROW_2:
		db->duplicate_key[0] = '\0';
		return ERR_CONFLICT;
	case ER_LOCK_DEADLOCK:
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_CHECKREAD: /* innodb_snapshot_isolation */
		return ERR_RETRY;
	case ER_UNKNOWN_COM_ERROR: /* a Galera node that is not ready */
	case ER_CON_COUNT_ERROR:
		return ERR_BUSY;
	case ER_RECORD_FILE_FULL: /* a table in memory, or the disk */
		log_error("%s: %s", s->name, message);
		return ERR_BUSY;
	default:
		break;
	}
	if (is_lost(code)) {
		bool inside = db->in_transaction;

		db->unsent = code == CR_SERVER_GONE_ERROR;
		log_error("database lost in %s: %s", s->name, message);
		disconnect(db);
		db->broken = inside;
		/* Nothing of the transaction is left: it may run again. */
		return inside ? ERR_RETRY : ERR_BUSY;
	}
	log_error("%s: %u %s", s->name, code, message);
	return ERR_INTERNAL;
}

static enum err prepare(struct db *db, struct sql *s, MYSQL_STMT **out)
{
	MYSQL_STMT **place = &db->prepared[s - __start_sql_teks];
	my_bool yes = 1;
	enum err e = db->broken ? ERR_RETRY : db_connect(db);

	if (e != OK)
		return e;
	if (*place == NULL) {
		MYSQL_STMT *stmt = mysql_stmt_init(db->connection);

		if (stmt == NULL)
			return ERR_BUSY;
		if (mysql_stmt_prepare(stmt, s->text, strlen(s->text)) != 0) {
			e = db_judge(db, s, mysql_stmt_errno(stmt),
				  mysql_stmt_error(stmt));
			mysql_stmt_close(stmt);
			return e;
		}
		mysql_stmt_attr_set(stmt, STMT_ATTR_UPDATE_MAX_LENGTH, &yes);
		*place = stmt;
	}
	*out = *place;
	return OK;
}

enum err db_check(struct db *db, struct sql *s)
{
	MYSQL_STMT *stmt;

	return prepare(db, s, &stmt);
}

static enum err execute(struct db *db, struct sql *s, const struct db_param *p,
			size_t n, MYSQL_STMT **out)
{
	MYSQL_BIND bind[MAX_PARAMS];
	MYSQL_STMT *stmt = NULL;
	enum err e = prepare(db, s, &stmt);

	if (e != OK)
		return e;
	if (n > MAX_PARAMS || mysql_stmt_param_count(stmt) != n) {
		log_error("%s: %zu parameters for %lu", s->name, n,
			  mysql_stmt_param_count(stmt));
		return ERR_INTERNAL;
	}
	memset(bind, 0, sizeof(bind));
	for (size_t i = 0; i < n; i++) {
		switch (p[i].kind) {
		case DB_PARAM_NULL:
			bind[i].buffer_type = MYSQL_TYPE_NULL;
			break;
		case DB_PARAM_INT:
			bind[i].buffer_type = MYSQL_TYPE_LONGLONG;
			bind[i].buffer = (void *)&p[i].number;
			break;
		case DB_PARAM_TEXT:
		case DB_PARAM_BLOB:
			bind[i].buffer_type = p[i].kind == DB_PARAM_TEXT ?
						      MYSQL_TYPE_STRING :
						      MYSQL_TYPE_BLOB;
			bind[i].buffer = (void *)p[i].bytes.p;
			bind[i].buffer_length = p[i].bytes.n;
			break;
		}
	}
	if ((n > 0 && mysql_stmt_bind_param(stmt, bind) != 0) ||
	    mysql_stmt_execute(stmt) != 0)
		return db_judge(db, s, mysql_stmt_errno(stmt),
			     mysql_stmt_error(stmt));
	*out = stmt;
	return OK;
}

enum err db_exec_params(struct db *db, struct sql *s, const struct db_param *p,
			size_t n)
{
	bool may_repeat = !db->in_transaction && db->connection != NULL;
	struct db_tries tries = { 0 };
	MYSQL_STMT *stmt;
	enum err e = execute(db, s, p, n, &stmt);

	/* The server ended the connection since its last use (restarted, or a
	   night without a visitor): that is no loss of this write. */
	if (e == ERR_BUSY && may_repeat && db->connection == NULL && db->unsent)
		e = execute(db, s, p, n, &stmt);
	/* By itself it is a transaction, of which nothing was done. */
	while (!db->in_transaction && db_again(&tries, e))
		e = execute(db, s, p, n, &stmt);
	if (e != OK)
		return e;
	db->affected = (int64_t)mysql_stmt_affected_rows(stmt);
	db->last_id = (int64_t)mysql_stmt_insert_id(stmt);
	return OK;
}

static enum err query_once(struct db *db, struct rows **out, struct sql *s,
			   const struct db_param *p, size_t n)
{
	MYSQL_STMT *stmt;
	enum err e = execute(db, s, p, n, &stmt);

	if (e != OK)
		return e;
	if (mysql_stmt_store_result(stmt) != 0)
		return db_judge(db, s, mysql_stmt_errno(stmt),
				mysql_stmt_error(stmt));
	e = db_read_result(db->arena, s, stmt, out);
	mysql_stmt_free_result(stmt);
	return e;
}

enum err db_query_params(struct db *db, struct rows **out, struct sql *s,
			 const struct db_param *p, size_t n)
{
	bool may_repeat = !db->in_transaction && db->connection != NULL;
	enum err e = query_once(db, out, s, p, n);

	/* A read outside a transaction is repeated once after a loss. */
	if (e == ERR_BUSY && may_repeat && db->connection == NULL)
		e = query_once(db, out, s, p, n);
	return e;
}

enum err db_one_params(struct db *db, struct rows **out, struct sql *s,
		       const struct db_param *p, size_t n)
{
	enum err e = db_query_params(db, out, s, p, n);

	if (e == OK && !db_next(*out))
		e = ERR_NOT_FOUND;
	return e;
}

/* --- transactions --- */

static struct sql BEGIN_WORK = { "BEGIN", "START TRANSACTION" };
static struct sql COMMIT_WORK = { "COMMIT", "COMMIT" };

enum err db_begin(struct db *db)
{
	enum err e = OK;

	db->broken = false;
	for (int i = 0; i < 2; i++) {
		e = db_connect(db);
		if (e != OK)
			return e;
		if (mysql_real_query(db->connection, BEGIN_WORK.text,
				     strlen(BEGIN_WORK.text)) == 0) {
			db->in_transaction = true;
			return OK;
		}
		e = db_judge(db, &BEGIN_WORK, mysql_errno(db->connection),
			  mysql_error(db->connection));
		if (db->connection != NULL)
			return e;
	}
	return e;
}

enum err db_commit(struct db *db)
{
	enum err e;

	if (db->connection == NULL || !db->in_transaction)
		return ERR_RETRY;
	if (mysql_real_query(db->connection, COMMIT_WORK.text,
			     strlen(COMMIT_WORK.text)) == 0) {
		db->in_transaction = false;
		return OK;
	}
	db->in_transaction = false; /* so that a loss here is ERR_BUSY */
	e = db_judge(db, &COMMIT_WORK, mysql_errno(db->connection),
		  mysql_error(db->connection));
	return e;
}

void db_rollback(struct db *db)
{
	if (db->connection != NULL && db->in_transaction &&
	    mysql_rollback(db->connection) != 0)
		disconnect(db);
	db->in_transaction = false;
	db->broken = false;
}

/* Random, so that those who met once do not meet again in step. */
static void pause_after(int failed)
{
	unsigned char byte;
	int64_t most_us = 1000LL << (failed < 7 ? failed : 7);
	struct timespec t = { 0, 0 };

	crypto_random(&byte, 1);
	t.tv_nsec = (long)(most_us * (byte + 1) / 256 * 1000);
	nanosleep(&t, NULL);
}

bool db_again(struct db_tries *t, enum err e)
{
	if (e != ERR_RETRY)
		return false;
	if (t->failed++ == 0)
		t->since_us = clock_steady_us();
	if (t->failed == TRIES || clock_steady_us() - t->since_us > TRIES_US)
		return false;
	pause_after(t->failed);
	return true;
}

static enum err try_transaction(struct db *db,
				enum err (*work)(struct db *, void *),
				void *ctx)
{
	enum err e = db_begin(db);

	if (e != OK)
		return e;
	e = work(db, ctx);
	if (e == OK)
		return db_commit(db);
	db_rollback(db);
	return e;
}

enum err db_transaction(struct db *db, enum err (*work)(struct db *, void *),
			void *ctx)
{
	struct db_tries tries = { 0 };
	enum err e;

	if (db->in_transaction)
		return work(db, ctx);
	do
		e = try_transaction(db, work, ctx);
	while (db_again(&tries, e));
	return e == ERR_RETRY ? ERR_BUSY : e;
}
