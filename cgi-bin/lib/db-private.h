/*
 * db-private.h - what the files of lib/db share; nobody else includes it.
 */
#ifndef DB_PRIVATE_H
#define DB_PRIVATE_H

#include "db.h"

#include <mysql.h>

struct db {
	char *socket;
	char *database;
	char *user;
	char *password;
	MYSQL *connection; /* NULL: not connected */
	MYSQL_STMT **prepared; /* by place in sql_teks */
	struct arena *arena;
	int64_t affected;
	int64_t last_id;
	unsigned connect_s; /* see db_patience() */
	unsigned answer_s;
	bool loader; /* may load, see db_new_loader() */
	bool in_transaction;
	bool unsent; /* the last loss was noticed when sending: the server has
			not had that statement */
	bool broken; /* lost inside a transaction: nothing runs until it ends,
			lest the rest of it be done alone */
	char duplicate_key[80];
};

/* --- db.c --- */

/* Connect if need be.  ERR_BUSY. */
enum err db_connect(struct db *db);

/* What an error of the server means to the caller; a lost connection is
   closed.  Logged, unless it may happen to a correct program. */
enum err db_judge(struct db *db, const struct sql *s, unsigned code,
		  const char *message);

/* --- db-load.c --- */

/* A new connection may, or may not, be asked for bytes by the server. */
void db_prepare_loading(struct db *db);

/* --- db-rows.c --- */

/* The stored result of an executed statement, in the arena; *out too.
   ERR_INTERNAL, logged as s, when it is no query or cannot be read. */
enum err db_read_result(struct arena *a, const struct sql *s,
			MYSQL_STMT *stmt, struct rows **out);

#endif
