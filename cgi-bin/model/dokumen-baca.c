/*
 * dokumen-baca.c - see dokumen.h: the list, one document, its history, who
 * may sign.
 */
#include "dokumen.h"
#include "../lib/form.h"
#include "../lib/text.h"
#include "lingkup.h"
#include "proses.h"

#include <string.h>

#define HITUNG_MAKS 1000 /* a list is not counted beyond */

#define KOLOM                                                                  \
	"SELECT d.id, d.jenis, d.proses_id, p.permintaan_id, p.tiket,"         \
	" p.status, d.lembaga_id, d.produsen_id, l.nama, r.nama, d.nomor,"     \
	" d.tanggal, d.perihal, d.kode, d.penandatangan_id, a.nama,"           \
	" a.jabatan, d.status, d.sha256, d.ukuran, d.ditandatangani,"          \
	" d.dicabut, d.dibuat, d.alasan, d.pengganti_id "
#define NAMA                                                                   \
	" LEFT JOIN proses p ON p.id = d.proses_id"                            \
	" LEFT JOIN lembaga l ON l.id = d.lembaga_id"                          \
	" LEFT JOIN lembaga r ON r.id = d.produsen_id"                         \
	" LEFT JOIN akun a ON a.id = d.penandatangan_id "
/* Six parameters; NULL and 0 are no filter. */
#define SARING                                                                 \
	" AND (? IS NULL OR d.jenis = ?) AND (? IS NULL OR d.status = ?)"      \
	" AND (? = 0 OR d.tahun = ?)"
#define TURUN " AND d.id < ? ORDER BY d.id DESC LIMIT ?"
#define NAIK  " AND d.id > ? ORDER BY d.id LIMIT ?"

#define SEMUA    "FROM dokumen d FORCE INDEX (PRIMARY)"
#define LEMBAGA  "FROM dokumen d FORCE INDEX (dokumen_lembaga)"
#define PRODUSEN "FROM dokumen d FORCE INDEX (dokumen_produsen)"
#define SAYA     "FROM dokumen d FORCE INDEX (dokumen_status)"
#define CARI                                                                   \
	"FROM (SELECT id AS ke FROM dokumen WHERE nomor LIKE ? UNION"          \
	" SELECT y.id FROM proses x JOIN dokumen y ON y.proses_id = x.id"      \
	" WHERE x.tiket = ?) c JOIN dokumen d ON d.id = c.ke"

#define DAFTAR(id, dari, syarat)                                               \
	SQL(Q_##id##_TURUN, KOLOM dari NAMA " WHERE " syarat SARING TURUN);    \
	SQL(Q_##id##_NAIK, KOLOM dari NAMA " WHERE " syarat SARING NAIK);      \
	SQL(Q_##id##_HITUNG, "SELECT COUNT(*) FROM (SELECT 1 " dari            \
			     " WHERE " syarat SARING " LIMIT ?) sebanyak")

DAFTAR(SEMUA, SEMUA, "TRUE");
DAFTAR(LEMBAGA, LEMBAGA, "d.lembaga_id = ?");
DAFTAR(PRODUSEN, PRODUSEN, "d.produsen_id = ?");
DAFTAR(SAYA, SAYA, "d.status = 'draf' AND d.penandatangan_id = ?");
DAFTAR(CARI, CARI, "(d.lembaga_id = ? OR d.produsen_id = ? OR ?)");

SQL(Q_AMBIL,
    KOLOM "FROM dokumen d" NAMA
	  " WHERE d.id = ? AND (d.lembaga_id = ? OR d.produsen_id = ? OR ?)");
SQL(Q_TAHUN, "SELECT DISTINCT tahun FROM deret WHERE nama IN ('bast',"
	     " 'surat-balasan', 'surat-selesai', 'pemusnahan',"
	     " 'bast-kembali')"
	     " ORDER BY tahun DESC");
SQL(Q_PEJABAT, "SELECT id, nama, jabatan FROM akun WHERE peran = 'pejabat'"
	       " AND status = 'aktif' ORDER BY nama, id");
SQL(Q_RIWAYAT, "SELECT u.waktu, u.tindakan, a.nama, u.rincian FROM audit u"
	       " LEFT JOIN akun a ON a.id = u.akun_id"
	       " WHERE u.objek = 'dokumen' AND u.objek_id = ? ORDER BY u.id");

static void isi(const struct rows *r, struct dokumen *d)
{
	*d = (struct dokumen){
		.id = db_int(r, 0),
		.jenis = db_text(r, 1),
		.proses_id = db_int(r, 2),
		.permintaan_id = db_int(r, 3),
		.tiket = db_int(r, 4),
		.status_proses = db_text(r, 5),
		.lembaga_id = db_int(r, 6),
		.produsen_id = db_int(r, 7),
		.lembaga = db_text(r, 8),
		.produsen = db_text(r, 9),
		.nomor = db_text(r, 10),
		.tanggal = db_text(r, 11),
		.perihal = db_text(r, 12),
		.kode = db_text(r, 13),
		.penandatangan_id = db_int(r, 14),
		.penandatangan = db_text(r, 15),
		.jabatan = db_text(r, 16),
		.status = db_text(r, 17),
		.sha256 = db_text(r, 18),
		.ukuran = db_int(r, 19),
		.ditandatangani = db_text(r, 20),
		.dicabut = db_text(r, 21),
		.dibuat = db_text(r, 22),
		.alasan = db_text(r, 23),
		.pengganti_id = db_int(r, 24),
	};
}

enum err dokumen_ambil(struct db *db, const struct pelaku *p, int64_t id,
		       struct dokumen *out)
{
	struct lingkup l = lingkup_dari(p);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id, LINGKUP(l));

	if (e == OK)
		isi(r, out);
	return e;
}

/* Parameters of a statement, one after the other. */
struct deretan {
	struct db_param p[16];
	size_t n;
};

static void tambah_int(struct deretan *d, int64_t v)
{
	d->p[d->n++] = db_param_int(v);
}

static void tambah_teks(struct deretan *d, const char *s)
{
	d->p[d->n++] = db_param_text(s);
}

/* Which statements, and the parameters that come before SARING. */
static void pilih(struct db *db, const struct pelaku *p,
		  const struct dokumen_saring *s, struct sql *cara[3],
		  struct deretan *d)
{
	static struct sql *const semua[] = { &Q_SEMUA_NAIK, &Q_SEMUA_TURUN,
					     &Q_SEMUA_HITUNG };
	static struct sql *const lembaga[] = { &Q_LEMBAGA_NAIK,
					       &Q_LEMBAGA_TURUN,
					       &Q_LEMBAGA_HITUNG };
	static struct sql *const produsen[] = { &Q_PRODUSEN_NAIK,
						&Q_PRODUSEN_TURUN,
						&Q_PRODUSEN_HITUNG };
	static struct sql *const saya[] = { &Q_SAYA_NAIK, &Q_SAYA_TURUN,
					    &Q_SAYA_HITUNG };
	static struct sql *const cari[] = { &Q_CARI_NAIK, &Q_CARI_TURUN,
					    &Q_CARI_HITUNG };
	struct lingkup l = lingkup_dari(p);
	struct sql *const *c = semua;
	int64_t tiket = 0;

	if (s->cari != NULL) {
		c = cari;
		tiket_baca(s->cari, &tiket);
		tambah_teks(d, arena_printf(db_arena(db), "%s%%",
					    text_like(db_arena(db), s->cari)));
		tambah_int(d, tiket);
		tambah_int(d, l.lembaga);
		tambah_int(d, l.produsen);
		tambah_int(d, l.semua);
	} else if (s->saya) {
		c = saya;
		tambah_int(d, p->akun);
	} else if (!l.semua) {
		c = l.lembaga != 0 ? lembaga : produsen;
		tambah_int(d, l.lembaga != 0 ? l.lembaga : l.produsen);
	}
	memcpy(cara, c, 3 * sizeof(*cara));
}

static void tambah_saring(struct deretan *d, const struct dokumen_saring *s)
{
	tambah_teks(d, s->jenis);
	tambah_teks(d, s->jenis);
	tambah_teks(d, s->status);
	tambah_teks(d, s->status);
	tambah_int(d, s->tahun);
	tambah_int(d, s->tahun);
}

enum err dokumen_daftar(struct db *db, const struct pelaku *p,
			const struct dokumen_saring *s, struct dokumen **out,
			size_t *n, int64_t *total, bool *pasti)
{
	bool turun = s->turun != s->mundur;
	struct deretan d = { .n = 0 };
	struct sql *cara[3];
	struct rows *r, *jumlah;
	size_t awal;
	enum err e;

	pilih(db, p, s, cara, &d);
	tambah_saring(&d, s);
	awal = d.n;
	tambah_int(&d, s->id > 0 ? s->id : turun ? INT64_MAX : 0);
	tambah_int(&d, s->banyak);
	e = db_query_params(db, &r, cara[turun], d.p, d.n);
	if (e != OK)
		return e;
	d.n = awal;
	tambah_int(&d, HITUNG_MAKS + 1);
	e = db_one_params(db, &jumlah, cara[2], d.p, d.n);
	if (e != OK)
		return e;
	*pasti = db_int(jumlah, 0) <= HITUNG_MAKS;
	*total = *pasti ? db_int(jumlah, 0) : HITUNG_MAKS;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		isi(r, &(*out)[s->mundur ? *n - 1 - i : i]);
	return OK;
}

enum err dokumen_tahun(struct db *db, int64_t **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_TAHUN);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = db_int(r, 0);
	return OK;
}

enum err dokumen_pejabat(struct db *db, struct pejabat **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_PEJABAT);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct pejabat){
			.id = db_int(r, 0),
			.nama = db_text(r, 1),
			.jabatan = db_text(r, 2),
		};
	return OK;
}

/* What a person needs of the audit row's "a; b": of a signature the number,
   of an end the reason. */
static const char *ringkas(struct arena *a, const char *tindakan,
			   const char *rincian)
{
	const char *koma = rincian == NULL ? NULL : strstr(rincian, "; ");

	if (strcmp(tindakan, "dokumen-disiapkan") == 0)
		return NULL;
	if (koma == NULL)
		return rincian;
	return strcmp(tindakan, "dokumen-ditandatangani") == 0 ||
		       strcmp(tindakan, "dokumen-disegel") == 0 ?
		   arena_strndup(a, rincian, (size_t)(koma - rincian)) :
		   koma + 2;
}

enum err dokumen_riwayat(struct db *db, int64_t id,
			 struct dokumen_catatan **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RIWAYAT, id);

	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct dokumen_catatan){
			.waktu = db_text(r, 0),
			.tindakan = db_text(r, 1),
			.nama = db_text(r, 2),
			.rincian =
			    ringkas(db_arena(db), db_text(r, 1), db_text(r, 3)),
		};
	return OK;
}
