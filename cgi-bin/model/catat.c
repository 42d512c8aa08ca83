/* catat.c - see catat.h; messages to people are in pesan.c. */
#include "catat.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

#define RINCIAN_MAKS 1000

SQL(Q_AUDIT,
    "INSERT INTO audit (waktu, akun_id, username, lembaga_id, alamat_ip,"
    " tindakan, objek, objek_id, rincian)"
    " VALUES (?, ?, (SELECT username FROM akun WHERE id = ?), ?, ?, ?, ?, ?,"
    " ?)");
SQL(Q_RIWAYAT,
    "INSERT INTO permintaan_riwayat (permintaan_id, waktu, akun_id, kode,"
    " dari, ke, catatan) VALUES (?, ?, ?, ?, ?, ?, ?)");
/* text cut to max characters, never inside one. */
static const char *cut(struct arena *a, const char *text, size_t max)
{
	size_t n = 0;
	const char *p = text;

	if (text == NULL)
		return NULL;
	while (*p != '\0') {
		if (((unsigned char)*p & 0xC0) != 0x80 && n++ == max)
			return arena_strndup(a, text, (size_t)(p - text));
		p++;
	}
	return text;
}

enum err audit_catat(struct db *db, const struct pelaku *p,
		     const char *tindakan, const char *objek, int64_t objek_id,
		     const char *rincian)
{
	struct arena *a = db_arena(db);

	return db_exec(db, &Q_AUDIT, clock_now(a, 0), DB_ID(p->akun), p->akun,
		       DB_ID(p->lembaga), p->alamat_ip, tindakan, objek,
		       objek_id, cut(a, rincian, RINCIAN_MAKS));
}

struct peristiwa *peristiwa_baca(struct db *db, struct rows *r, size_t *n)
{
	struct peristiwa *out =
	    arena_array(db_arena(db), db_count(r) + 1, sizeof(*out));

	for (*n = 0; db_next(r); (*n)++)
		out[*n] = (struct peristiwa){
			.waktu = db_text(r, 0),
			.oleh = db_text(r, 1),
			.lembaga = db_text(r, 2),
			.kode = db_text(r, 3),
			.dari = db_text(r, 4),
			.ke = db_text(r, 5),
			.catatan = db_text(r, 6),
		};
	return out;
}

const char *catat_rincian(struct arena *a, const char *dari, const char *ke,
			  const char *catatan)
{
	struct buf b = { .a = a };

	if (ke != NULL)
		buf_printf(&b, "%s > %s", dari == NULL ? "" : dari, ke);
	if (catatan != NULL)
		buf_printf(&b, "%s%s", b.n > 0 ? "; " : "", catatan);
	return b.n > 0 ? b.p : NULL;
}

enum err riwayat_catat(struct db *db, const struct pelaku *p,
		       int64_t permintaan_id, const char *kode,
		       const char *dari, const char *ke, const char *catatan)
{
	struct arena *a = db_arena(db);
	enum err e = db_exec(db, &Q_RIWAYAT, permintaan_id, clock_now(a, 0),
			     DB_ID(p->akun), kode, dari, ke,
			     cut(a, catatan, RINCIAN_MAKS));

	if (e != OK)
		return e;
	return audit_catat(db, p, kode, "permintaan", permintaan_id,
			   catat_rincian(a, dari, ke, catatan));
}
