/* manifes.c - see manifes.h. */
#include "manifes.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/text.h"
#include "perjanjian.h"

#include <string.h>

/* Whose cards: two parameters, LINGKUP_K(p). */
#define LINGKUP_K_SQL "(k.lembaga_id = ? OR ?)"
#define LINGKUP_K(p)  punya_lembaga(p), semua(p)

SQL(Q_KARTU,
    "SELECT k.sam_id, k.pcid, k.seri_kartu, k.lembaga_id, n.fungsi, l.kode,"
    " l.nama, m.id, m.kode, m.seri_mesin, m.outlet, m.alamat, m.wilayah_kode,"
    " m.lintang, m.bujur FROM kartu k"
    " JOIN permintaan n ON n.id = k.permintaan_id"
    " JOIN lembaga l ON l.id = k.lembaga_id"
    " LEFT JOIN manifes m ON m.id = k.manifes_id"
    " WHERE k.id = ? AND " LINGKUP_K_SQL);

/* By its key alone: by card it would lock the gap where others put theirs. */
SQL(Q_GANTIKAN, "UPDATE manifes SET status = 'diganti', tidak_berlaku = ?,"
		" sebab = ? WHERE id = ? AND status = 'berlaku'");
SQL(Q_BUAT, "INSERT INTO manifes (kode, kartu_id, lembaga_id, perjanjian_id,"
	    " sam_id, pcid, seri_mesin, fungsi, outlet, alamat, wilayah_kode,"
	    " lintang, bujur, perjanjian_berakhir, berlaku_dari,"
	    " berlaku_sampai, diterbitkan, pendahulu_id, status) VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
	    " 'berlaku')");
SQL(Q_XML, "INSERT INTO manifes_xml (manifes_id, xml) VALUES (?, ?)");
SQL(Q_KARTU_PUNYA, "UPDATE kartu k SET k.manifes_id = ? WHERE k.id = ? AND"
		   " " LINGKUP_K_SQL);
SQL(Q_CABUT, "UPDATE manifes m JOIN kartu k ON k.manifes_id = m.id"
	     " SET m.status = ?, m.tidak_berlaku = ?, m.sebab = ?"
	     " WHERE k.id = ? AND m.status = 'berlaku' AND " LINGKUP_K_SQL);
/* Many cards at once: their ids as one parameter, [1,2,3]. */
SQL(Q_CABUT_BANYAK,
    "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"
    " STRAIGHT_JOIN kartu k ON k.id = j.id"
    " STRAIGHT_JOIN manifes m ON m.id = k.manifes_id"
    " SET m.status = ?, m.tidak_berlaku = ?, m.sebab = ?"
    " WHERE m.status = 'berlaku' AND " LINGKUP_K_SQL);

#define KOLOM                                                                  \
	"SELECT m.id, m.kartu_id, m.lembaga_id, m.perjanjian_id,"              \
	" m.pendahulu_id, m.kode, m.sam_id, m.pcid, k.seri_kartu,"             \
	" m.seri_mesin, m.fungsi, l.kode, l.nama, m.outlet, m.alamat,"         \
	" m.wilayah_kode, m.lintang, m.bujur, j.nomor,"                        \
	" m.perjanjian_berakhir, m.berlaku_dari, m.berlaku_sampai,"            \
	" m.diterbitkan, s.kode, m.status, m.sebab, m.tidak_berlaku"           \
	" FROM manifes m JOIN kartu k ON k.id = m.kartu_id"                    \
	" JOIN lembaga l ON l.id = m.lembaga_id"                               \
	" JOIN perjanjian j ON j.id = m.perjanjian_id"                         \
	" LEFT JOIN manifes s ON s.id = m.pendahulu_id"

SQL(Q_AMBIL, KOLOM " WHERE m.id = ? AND " LINGKUP_K_SQL);
SQL(Q_SEMUA,
    KOLOM " WHERE m.kartu_id = ? AND " LINGKUP_K_SQL " ORDER BY m.id DESC");
SQL(Q_AMBIL_XML, "SELECT x.xml, m.kode FROM manifes m"
		 " JOIN kartu k ON k.id = m.kartu_id"
		 " JOIN manifes_xml x ON x.manifes_id = m.id"
		 " WHERE m.id = ? AND " LINGKUP_K_SQL);

static int64_t punya_lembaga(const struct pelaku *p)
{
	return (p->role & ROLE_PEMINTA) != 0 ? p->lembaga : 0;
}

/* Ditjen's staff, and the system itself, which has no role. */
static int64_t semua(const struct pelaku *p)
{
	return (p->role & ROLE_DITJEN) != 0 || (p->role == 0 && p->akun == 0);
}

static void isi_tempat(struct manifes *m, const struct tempat *t)
{
	m->seri_mesin = t->seri_mesin;
	m->outlet = t->outlet;
	m->alamat = t->alamat;
	m->wilayah_kode = t->wilayah_kode;
	m->lintang = t->lintang;
	m->bujur = t->bujur;
}

static void isi_kartu(struct manifes *m, struct rows *r, const struct tempat *t)
{
	struct tempat lama = {
		.seri_mesin = db_text(r, 9),
		.outlet = db_text(r, 10),
		.alamat = db_text(r, 11),
		.wilayah_kode = db_text(r, 12),
		.lintang = db_text(r, 13),
		.bujur = db_text(r, 14),
	};

	m->sam_id = db_text(r, 0);
	m->pcid = db_text(r, 1);
	m->seri_kartu = db_text(r, 2);
	m->lembaga_id = db_int(r, 3);
	m->fungsi = db_text(r, 4);
	m->lembaga_kode = db_text(r, 5);
	m->lembaga = db_text(r, 6);
	m->pendahulu_id = db_int(r, 7);
	m->pendahulu = db_text(r, 8);
	isi_tempat(m, t == NULL ? &lama : t);
}

enum err manifes_siapkan(struct db *db, const struct pelaku *p,
			 int64_t kartu_id, const struct tempat *t,
			 struct manifes *out)
{
	struct arena *a = db_arena(db);
	struct manifes m = { .kartu_id = kartu_id, .status = "berlaku" };
	struct perjanjian j;
	struct rows *r;
	enum err e;

	e = db_one(db, &r, &Q_KARTU, kartu_id, LINGKUP_K(p));
	if (e != OK)
		return e;
	isi_kartu(&m, r, t);
	if (m.seri_mesin == NULL)
		return ERR_NOT_FOUND;
	if (m.sam_id == NULL)
		return ERR_CONFLICT;
	m.berlaku_dari = clock_today(a);
	e = perjanjian_berlaku(db, m.lembaga_id, m.berlaku_dari, &j);
	if (e != OK)
		return e == ERR_NOT_FOUND ? ERR_GONE : e;
	m.perjanjian_id = j.id;
	m.perjanjian_nomor = j.nomor;
	m.perjanjian_berakhir = j.berakhir;
	m.berlaku_sampai = j.berakhir;
	m.diterbitkan = clock_now(a, 0);
	m.kode = crypto_random_hex(a, MANIFES_KODE_BYTES);
	*out = m;
	return OK;
}

enum err manifes_simpan(struct db *db, const struct pelaku *p,
			struct manifes *m, const char *xml, size_t n,
			const char *sebab)
{
	struct blob isi = { (const unsigned char *)xml, n };
	enum err e = OK;

	if (m->pendahulu_id != 0)
		e = db_exec(db, &Q_GANTIKAN, m->diterbitkan, sebab,
			    m->pendahulu_id);
	if (e == OK)
		e = db_exec(db, &Q_BUAT, m->kode, m->kartu_id, m->lembaga_id,
			    m->perjanjian_id, m->sam_id, m->pcid, m->seri_mesin,
			    m->fungsi, m->outlet, m->alamat, m->wilayah_kode,
			    m->lintang, m->bujur, m->perjanjian_berakhir,
			    m->berlaku_dari, m->berlaku_sampai, m->diterbitkan,
			    DB_ID(m->pendahulu_id));
	if (e != OK)
		return e;
	m->id = db_last_id(db);
	e = db_exec(db, &Q_XML, m->id, isi);
	if (e == OK)
		e = db_exec(db, &Q_KARTU_PUNYA, m->id, m->kartu_id,
			    LINGKUP_K(p));
	if (e == OK && db_affected(db) != 1)
		e = ERR_NOT_FOUND;
	return e;
}

/* What a manifest becomes because of sebab. */
static const char *status_akhir(const char *sebab)
{
	return strcmp(sebab, "perjanjian") == 0 ? "berakhir" : "dicabut";
}

enum err manifes_cabut(struct db *db, const struct pelaku *p, int64_t kartu_id,
		       const char *sebab)
{
	return db_exec(db, &Q_CABUT, status_akhir(sebab),
		       clock_now(db_arena(db), 0), sebab, kartu_id,
		       LINGKUP_K(p));
}

enum err manifes_cabut_banyak(struct db *db, const struct pelaku *p,
			      const int64_t *kartu_ids, size_t n,
			      const char *sebab)
{
	struct arena *a = db_arena(db);
	struct buf id = { .a = a };

	for (size_t i = 0; i < n; i++)
		buf_printf(&id, "%c%lld", i == 0 ? '[' : ',',
			   (long long)kartu_ids[i]);
	if (n == 0)
		return OK;
	buf_char(&id, ']');
	return db_exec(db, &Q_CABUT_BANYAK, (const char *)id.p,
		       status_akhir(sebab), clock_now(a, 0), sebab,
		       LINGKUP_K(p));
}

/* ---- reading ---- */

static void isi(struct rows *r, struct manifes *out)
{
	*out = (struct manifes){
		.id = db_int(r, 0),
		.kartu_id = db_int(r, 1),
		.lembaga_id = db_int(r, 2),
		.perjanjian_id = db_int(r, 3),
		.pendahulu_id = db_int(r, 4),
		.kode = db_text(r, 5),
		.sam_id = db_text(r, 6),
		.pcid = db_text(r, 7),
		.seri_kartu = db_text(r, 8),
		.seri_mesin = db_text(r, 9),
		.fungsi = db_text(r, 10),
		.lembaga_kode = db_text(r, 11),
		.lembaga = db_text(r, 12),
		.outlet = db_text(r, 13),
		.alamat = db_text(r, 14),
		.wilayah_kode = db_text(r, 15),
		.lintang = db_text(r, 16),
		.bujur = db_text(r, 17),
		.perjanjian_nomor = db_text(r, 18),
		.perjanjian_berakhir = db_text(r, 19),
		.berlaku_dari = db_text(r, 20),
		.berlaku_sampai = db_text(r, 21),
		.diterbitkan = db_text(r, 22),
		.pendahulu = db_text(r, 23),
		.status = db_text(r, 24),
		.sebab = db_text(r, 25),
		.tidak_berlaku = db_text(r, 26),
	};
}

enum err manifes_ambil(struct db *db, const struct pelaku *p, int64_t id,
		       struct manifes *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id, LINGKUP_K(p));

	if (e == OK)
		isi(r, out);
	return e;
}

enum err manifes_kartu(struct db *db, const struct pelaku *p, int64_t kartu_id,
		       struct manifes **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_SEMUA, kartu_id, LINGKUP_K(p));

	*n = 0;
	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	while (db_next(r))
		isi(r, &(*out)[(*n)++]);
	return OK;
}

enum err manifes_xml(struct db *db, const struct pelaku *p, int64_t id,
		     struct blob *xml, const char **kode)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL_XML, id, LINGKUP_K(p));

	if (e != OK)
		return e;
	*xml = db_blob(r, 0);
	if (kode != NULL)
		*kode = db_text(r, 1);
	return OK;
}

const char *manifes_nama_berkas(struct arena *a, const struct manifes *m,
				const char *akhiran)
{
	return arena_printf(a, "manifes-%s-%.8s.%s", m->sam_id, m->kode,
			    akhiran);
}
