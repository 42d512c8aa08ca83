/* kotak-keluar.c - see kotak-keluar.h. */
#include "kotak-keluar.h"

#include <string.h>

#define KOLOM                                                                  \
	"SELECT k.id, k.saluran, k.kepada, a.nama, k.templat, k.data,"         \
	" k.status, k.dibuat FROM kotak_keluar k"                              \
	" LEFT JOIN akun a ON a.id = k.akun_id"
#define SARING                                                                 \
	" WHERE (? IS NULL OR k.status = ?) AND (? IS NULL OR k.kepada = ?)"

SQL(Q_LAMA, KOLOM SARING " AND (? = 0 OR k.id < ?) ORDER BY k.id DESC"
			 " LIMIT ?");
SQL(Q_BARU, KOLOM SARING " AND k.id > ? ORDER BY k.id LIMIT ?");
SQL(Q_JUMLAH, "SELECT COUNT(*) FROM kotak_keluar k" SARING);

enum err kotak_daftar(struct db *db, const char *status, const char *kepada,
		      bool mundur, int64_t id, int64_t banyak,
		      struct surat **out, size_t *n, int64_t *total)
{
	struct surat *s;
	struct rows *r;
	size_t i = 0;
	enum err e = mundur ? db_query(db, &r, &Q_BARU, status, status, kepada,
				       kepada, id, banyak) :
			      db_query(db, &r, &Q_LAMA, status, status, kepada,
				       kepada, id, id, banyak);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n + 1, sizeof(**out));
	for (; db_next(r); i++) {
		s = &(*out)[mundur ? *n - 1 - i : i];
		s->id = db_int(r, 0);
		s->saluran = db_text(r, 1);
		s->kepada = db_text(r, 2);
		s->nama = db_text(r, 3);
		s->templat = db_text(r, 4);
		s->data = db_text(r, 5);
		s->status = db_text(r, 6);
		s->dibuat = db_text(r, 7);
	}
	e = db_one(db, &r, &Q_JUMLAH, status, status, kepada, kepada);
	if (e == OK)
		*total = db_int(r, 0);
	return e;
}

bool kotak_isi(struct arena *a, const char **tempat, const char **nama,
	       const char **nilai)
{
	const char *p = *tempat + strspn(*tempat, "\n");
	size_t n = strcspn(p, "\n");
	const char *sama = memchr(p, '=', n);

	if (n == 0)
		return false;
	*tempat = p + n;
	*nama = arena_strndup(a, p, sama == NULL ? n : (size_t)(sama - p));
	*nilai = sama == NULL ?
		     "" :
		     arena_strndup(a, sama + 1, (size_t)(p + n - sama) - 1);
	return true;
}
