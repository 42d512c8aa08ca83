/*
 * db-load.c - LOAD DATA LOCAL INFILE from memory (db.h).
 *
 * A server that may ask its client for a file could ask for any: so every
 * connection refuses, but one made for loading, and that one only ever hands
 * out what a source of ours gives, and only while db_load() runs.
 */
#include "db-private.h"
#include "log.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <string.h>

/* What is being loaded. */
struct load {
	db_source *source; /* NULL: nothing, refuse */
	void *ctx;
	bool gave_up;
};

static int begin(void **handle, const char *name, void *load)
{
	(void)name;
	*handle = load;
	return ((struct load *)load)->source == NULL;
}

static int bytes(void *handle, char *p, unsigned n)
{
	struct load *l = handle;
	int got = l->source == NULL ? -1 : l->source(l->ctx, p, n);

	l->gave_up = l->gave_up || got < 0;
	return got;
}

static void end(void *handle)
{
	(void)handle;
}

static int error(void *handle, char *message, unsigned n)
{
	(void)handle;
	snprintf(message, n, "the source of the rows gave up");
	return CR_UNKNOWN_ERROR;
}

static struct load nothing;

static void from(struct db *db, struct load *l)
{
	mysql_set_local_infile_handler(db->connection, begin, bytes, end, error,
				       l);
}

void db_prepare_loading(struct db *db)
{
	unsigned may = db->loader;

	mysql_options(db->connection, MYSQL_OPT_LOCAL_INFILE, &may);
	from(db, &nothing);
	if (db->loader)
		mysql_options(db->connection, MYSQL_INIT_COMMAND,
			      "SET SESSION TRANSACTION ISOLATION LEVEL"
			      " READ COMMITTED");
}

/* "Records: 3  Deleted: 0  Skipped: 0  Warnings: 0" */
static bool read_info(const char *info, struct db_loaded *out)
{
	long long n[4];

	if (info == NULL ||
	    sscanf(info, "Records: %lld Deleted: %lld Skipped: %lld"
			 " Warnings: %lld", &n[0], &n[1], &n[2], &n[3]) != 4)
		return false;
	*out = (struct db_loaded){ n[0], n[1], n[2], n[3] };
	return true;
}

enum err db_load(struct db *db, struct sql *s, db_source *source, void *ctx,
		 struct db_loaded *out)
{
	struct load l = { source, ctx, false };
	unsigned code;
	enum err e = db->broken ? ERR_RETRY : db_connect(db);

	*out = (struct db_loaded){ 0 };
	if (e != OK)
		return e;
	if (!db->loader) {
		log_error("%s: not a connection for loading", s->name);
		return ERR_FORBIDDEN;
	}
	from(db, &l);
	code = mysql_real_query(db->connection, s->text, strlen(s->text)) == 0 ?
		       0 :
		       mysql_errno(db->connection);
	from(db, &nothing);
	if (l.gave_up)
		return ERR_INTERNAL;
	switch (code) {
	case 0:
		break;
	case ER_NOT_ALLOWED_COMMAND:
	case ER_LOAD_INFILE_CAPABILITY_DISABLED:
		log_error("%s: the database does not let load: set local-infile"
			  " = 1 there, see sql/mariadb.cnf", s->name);
		return ERR_FORBIDDEN;
	default:
		return db_judge(db, s, code, mysql_error(db->connection));
	}
	if (!read_info(mysql_info(db->connection), out)) {
		log_error("%s: no answer about the rows", s->name);
		return ERR_INTERNAL;
	}
	return OK;
}
