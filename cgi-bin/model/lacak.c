/*
 * lacak.c - see lacak.h: finding a card, and where it stands.  What happened
 * to it is lacak-jejak.c.
 */
#include "lacak.h"
#include "../lib/text.h"
#include "lingkup.h"
#include "proses.h"
#include "verifikasi.h"

#include <string.h>

/* Every way to a card, each by an index of its own. */
#define CARI                                                                   \
	"(SELECT id AS ke FROM kartu WHERE seri_kartu = ?"                     \
	" UNION SELECT id FROM kartu WHERE seri_mesin = ?"                     \
	" UNION SELECT id FROM kartu WHERE sam_id = ?"                         \
	" UNION SELECT id FROM kartu WHERE pcid = ?"                           \
	" UNION SELECT kartu_id FROM manifes WHERE seri_mesin = ?"             \
	" UNION SELECT kartu_id FROM manifes WHERE kode = ?"                   \
	" UNION SELECT kartu_id FROM aktivasi_kartu WHERE seri_mesin = ?"      \
	" UNION SELECT x.id FROM proses y JOIN kartu x"                        \
	"  ON x.permintaan_id = y.permintaan_id WHERE y.tiket = ?) s"
#define KOLOM                                                                  \
	"SELECT k.id, k.seri_kartu, k.sam_id, k.pcid,"                         \
	" COALESCE(m.seri_mesin, k.seri_mesin), k.status, l.nama, t.tiket,"    \
	" k.hidup "
#define SISA                                                                   \
	" STRAIGHT_JOIN permintaan p ON p.id = k.permintaan_id"                \
	" STRAIGHT_JOIN lembaga l ON l.id = p.lembaga_id"                      \
	" LEFT JOIN manifes m ON m.id = k.manifes_id"                          \
	" LEFT JOIN proses t ON t.permintaan_id = p.id WHERE " LINGKUP_SQL
SQL(Q_CARI, KOLOM "FROM " CARI " STRAIGHT_JOIN kartu k ON k.id = s.ke" SISA
		  " ORDER BY k.id DESC LIMIT ?");
SQL(Q_AMBIL, KOLOM "FROM kartu k" SISA " AND k.id = ?");
SQL(Q_TEMPAT,
    "SELECT m.kode, m.status, m.seri_mesin, m.outlet, m.alamat, m.lintang,"
    " m.bujur, w.nama, x.nama, y.nama, z.nama, m.berlaku_dari,"
    " m.berlaku_sampai FROM kartu k JOIN manifes m ON m.id = k.manifes_id"
    " LEFT JOIN wilayah w ON w.kode = m.wilayah_kode"
    " LEFT JOIN wilayah x ON x.kode = LEFT(m.wilayah_kode, 6)"
    " LEFT JOIN wilayah y ON y.kode = m.kab"
    " LEFT JOIN wilayah z ON z.kode = m.prov WHERE k.id = ?");

const char *lacak_rapi(struct arena *a, const char *s)
{
	static const char boleh[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-_./";
	char *out = arena_strdup(a, s), *w = out;

	for (; *s != '\0'; s++)
		if (*s != ' ')
			*w++ = *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') :
							*s;
	*w = '\0';
	return strspn(out, boleh) == strlen(out) ? out : "";
}

bool lacak_baca(struct arena *a, const char *teks, struct lacak_nomor *out)
{
	const char *rapi = text_fold(a, teks);
	const char *kode = verifikasi_baca_kode(a, rapi);

	*out = (struct lacak_nomor){
		.seri = lacak_rapi(a, rapi),
		.pcid = rapi,
		.kode = kode == NULL ? "" : kode,
	};
	sam_baca(rapi, out->sam);
	/* "69" alone is nobody's ticket code. */
	if (*out->seri == 'T')
		tiket_baca(out->seri, &out->tiket);
	return *out->seri != '\0' || kode != NULL;
}

static void isi(const struct rows *r, struct lacak_kartu *k)
{
	*k = (struct lacak_kartu){
		.id = db_int(r, 0),
		.seri_kartu = db_text(r, 1),
		.sam_id = db_text(r, 2),
		.pcid = db_text(r, 3),
		.seri_mesin = db_text(r, 4),
		.status = db_text(r, 5),
		.lembaga = db_text(r, 6),
		.tiket = db_int(r, 7),
		.hidup = !db_null(r, 8),
	};
}

enum err lacak_cari(struct db *db, const struct pelaku *p, const char *teks,
		    struct lacak_kartu **out, size_t *n)
{
	struct arena *a = db_arena(db);
	struct lingkup l = lingkup_dari(p);
	struct lacak_nomor c;
	struct rows *r;
	enum err e;

	*n = 0;
	if (!lacak_baca(a, teks, &c))
		return OK;
	e = db_query(db, &r, &Q_CARI, c.seri, c.seri, (const char *)c.sam,
		     c.pcid, c.seri, c.kode, c.seri, c.tiket, LINGKUP(l),
		     LACAK_MAKS);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(a, *n + 1, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		isi(r, &(*out)[i]);
	return OK;
}

enum err lacak_ambil(struct db *db, const struct pelaku *p, int64_t id,
		     struct lacak_kartu *out)
{
	struct lingkup l = lingkup_dari(p);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, LINGKUP(l), id);

	if (e == OK)
		isi(r, out);
	return e;
}

enum err lacak_tempat(struct db *db, int64_t kartu_id,
		      struct lacak_tempat *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_TEMPAT, kartu_id);

	if (e == OK)
		*out = (struct lacak_tempat){
			.kode = db_text(r, 0),
			.status = db_text(r, 1),
			.seri_mesin = db_text(r, 2),
			.outlet = db_text(r, 3),
			.alamat = db_text(r, 4),
			.lintang = db_text(r, 5),
			.bujur = db_text(r, 6),
			.kelurahan = db_text(r, 7),
			.kecamatan = db_text(r, 8),
			.kabkota = db_text(r, 9),
			.provinsi = db_text(r, 10),
			.dari = db_text(r, 11),
			.sampai = db_text(r, 12),
		};
	return e;
}
