/* uji-buang.c - see uji-buang.h. */
#include "uji-buang.h"

/* A column that refers to its own table is emptied: it is an order of rows. */
SQL(Q_BUANG,
    "BEGIN NOT ATOMIC"
    " DECLARE t VARCHAR(64) DEFAULT ?;"
    " DECLARE dari BIGINT DEFAULT ?;"
    " DECLARE sampai BIGINT DEFAULT ?;"
    " FOR k IN (SELECT TABLE_NAME AS tabel, COLUMN_NAME AS kolom"
    "  FROM information_schema.KEY_COLUMN_USAGE"
    "  WHERE TABLE_SCHEMA = DATABASE()"
    "  AND REFERENCED_TABLE_NAME = t AND REFERENCED_COLUMN_NAME = 'id') DO"
    "  EXECUTE IMMEDIATE CONCAT(IF(k.tabel = t,"
    "   CONCAT('UPDATE ', k.tabel, ' SET ', k.kolom, ' = NULL'),"
    "   CONCAT('DELETE FROM ', k.tabel)),"
    "   ' WHERE ', k.kolom, ' BETWEEN ? AND ?') USING dari, sampai;"
    " END FOR;"
    " EXECUTE IMMEDIATE CONCAT('DELETE FROM ', t,"
    "  ' WHERE id BETWEEN ? AND ?') USING dari, sampai;"
    " END");
SQL(Q_PESAN, "DELETE FROM kotak_keluar WHERE akun_id BETWEEN ? AND ?");

enum err buang(struct db *db, const char *tabel, int64_t dari, int64_t sampai)
{
	return db_exec(db, &Q_BUANG, tabel, dari, sampai);
}

enum err buang_orang(struct db *db, int64_t dari, int64_t sampai)
{
	enum err e = db_exec(db, &Q_PESAN, dari, sampai);

	if (e == OK)
		e = buang(db, "akun", dari, sampai);
	return e == OK ? buang(db, "lembaga", dari, sampai) : e;
}
