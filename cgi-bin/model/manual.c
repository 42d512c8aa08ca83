/* manual.c - see manual.h. */
#include "manual.h"
#include "catat.h"
#include "../lib/clock.h"

#include <string.h>

#define KOLOM                                                                  \
	"SELECT b.id, b.judul, b.untuk, b.aktif, b.versi, b.edisi, e.waktu,"   \
	" f.id, f.nama, f.jenis, f.ukuran FROM manual b"                       \
	" JOIN manual_edisi e ON e.manual_id = b.id AND e.nomor = b.edisi"     \
	" JOIN berkas f ON f.id = e.berkas_id"

SQL(Q_SEMUA, KOLOM " ORDER BY b.judul, b.id");
SQL(Q_AMBIL, KOLOM " WHERE b.id = ?");
SQL(Q_EDISI, "SELECT e.nomor, e.waktu, a.nama, f.id, f.nama, f.jenis, f.ukuran"
	     " FROM manual_edisi e JOIN akun a ON a.id = e.akun_id"
	     " JOIN berkas f ON f.id = e.berkas_id WHERE e.manual_id = ?"
	     " ORDER BY e.nomor DESC");
SQL(Q_BERKAS,
    "SELECT berkas_id FROM manual_edisi WHERE manual_id = ? AND nomor = ?");
SQL(Q_BUAT, "INSERT INTO manual (judul, untuk) VALUES (?, ?)");
SQL(Q_KUNCI, "SELECT b.judul, b.untuk, b.versi, b.edisi, f.sha256 FROM manual b"
	     " JOIN manual_edisi e ON e.manual_id = b.id AND e.nomor = b.edisi"
	     " JOIN berkas f ON f.id = e.berkas_id WHERE b.id = ? FOR UPDATE");
SQL(Q_UBAH, "UPDATE manual SET judul = ?, untuk = ?, edisi = ?,"
	    " versi = versi + 1 WHERE id = ?");
SQL(Q_TERBIT, "INSERT INTO manual_edisi (manual_id, nomor, berkas_id, waktu,"
	      " akun_id) VALUES (?, ?, ?, ?, ?)");
SQL(Q_AKTIF, "UPDATE manual SET aktif = ?, versi = versi + 1"
	     " WHERE id = ? AND aktif <> ?");
SQL(Q_EDISI_KUNCI, "SELECT b.edisi, e.berkas_id FROM manual b"
		   " JOIN manual_edisi e ON e.manual_id = b.id"
		   " WHERE b.id = ? AND e.nomor = ? FOR UPDATE");
SQL(Q_HAPUS, "DELETE FROM manual_edisi WHERE manual_id = ? AND nomor = ?");
SQL(Q_HAPUS_BERKAS, "DELETE FROM berkas WHERE id = ?");
SQL(Q_ADA, "SELECT id FROM manual WHERE id = ?");

const char *const manual_untuk[] = { "umum", "akun", "lembaga", "ditjen",
				     NULL };
static const unsigned pembaca[] = { ROLE_SEMUA, ROLE_MASUK, ROLE_KASUS,
				    ROLE_DITJEN };

unsigned manual_pembaca(const char *untuk)
{
	for (size_t i = 0; i < COUNT(pembaca); i++)
		if (strcmp(manual_untuk[i], untuk) == 0)
			return pembaca[i];
	return 0;
}

/* --- reading --- */

static struct berkas berkas_di(const struct rows *r, unsigned kolom)
{
	return (struct berkas){ .id = db_int(r, kolom),
				.nama = db_text(r, kolom + 1),
				.jenis = db_text(r, kolom + 2),
				.ukuran = db_int(r, kolom + 3) };
}

static void isi(const struct rows *r, struct manual *b)
{
	*b = (struct manual){ .id = db_int(r, 0),
			      .judul = db_text(r, 1),
			      .untuk = db_text(r, 2),
			      .aktif = db_int(r, 3) != 0,
			      .versi = db_int(r, 4),
			      .edisi = db_int(r, 5),
			      .terbit = db_text(r, 6),
			      .berkas = berkas_di(r, 7) };
}

static enum err boleh(const struct pelaku *p, const struct manual *b)
{
	if (p->role == ROLE_ADMIN ||
	    (b->aktif && (manual_pembaca(b->untuk) & p->role) != 0))
		return OK;
	return b->aktif && p->role == ROLE_TAMU ? ERR_LOGIN : ERR_NOT_FOUND;
}

enum err manual_semua(struct db *db, const struct pelaku *p,
		      struct manual **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_SEMUA);

	*n = 0;
	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	while (db_next(r)) {
		isi(r, &(*out)[*n]);
		*n += boleh(p, &(*out)[*n]) == OK;
	}
	return OK;
}

enum err manual_ambil(struct db *db, const struct pelaku *p, int64_t id,
		      struct manual *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id);

	if (e == OK)
		isi(r, out);
	return e == OK ? boleh(p, out) : e;
}

enum err manual_edisi_semua(struct db *db, int64_t id,
			    struct manual_edisi **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_EDISI, id);

	*n = 0;
	if (e != OK)
		return e;
	*out = arena_array(db_arena(db), db_count(r) + 1, sizeof(**out));
	for (; db_next(r); (*n)++)
		(*out)[*n] = (struct manual_edisi){ .nomor = db_int(r, 0),
						    .waktu = db_text(r, 1),
						    .oleh = db_text(r, 2),
						    .berkas = berkas_di(r, 3) };
	return OK;
}

enum err manual_berkas(struct db *db, int64_t id, int64_t nomor,
		       struct berkas *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_BERKAS, id, nomor);

	return e == OK ? berkas_ambil(db, db_int(r, 0), out) : e;
}

/* --- changes --- */

struct ubahan {
	const struct pelaku *p;
	const struct manual_isian *in;
	int64_t id;
	int64_t versi;
	int64_t nomor; /* of an edition */
	bool aktif;
	bool lain; /* result: another has the title */
};

/* The file that came as edition nomor. */
static enum err terbitkan(struct db *db, const struct ubahan *u, int64_t nomor)
{
	int64_t berkas;
	enum err e = berkas_simpan(db, u->p, u->in->berkas, &berkas);

	if (e == OK)
		e = db_exec(db, &Q_TERBIT, u->id, nomor, berkas,
			    clock_now(db_arena(db), 0), u->p->akun);
	return e;
}

static enum err catat(struct db *db, const struct ubahan *u,
		      const char *tindakan, const char *rincian)
{
	return audit_catat(db, u->p, tindakan, "manual", u->id, rincian);
}

static enum err buat(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	enum err e = db_exec(db, &Q_BUAT, u->in->judul, u->in->untuk);

	if (e != OK)
		return e;
	u->id = db_last_id(db);
	e = terbitkan(db, u, 1);
	return e == OK ? catat(db, u, "manual-dibuat",
			       catat_rincian(db_arena(db), NULL, u->in->untuk,
					     u->in->judul)) :
			 e;
}

enum err manual_buat(struct db *db, const struct pelaku *p,
		     const struct manual_isian *in, int64_t *id)
{
	struct ubahan u = { .p = p, .in = in };
	enum err e;

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = db_transaction(db, buat, &u);
	*id = u.id;
	return e;
}

/* Nothing is written when nothing differs. */
static enum err ubah(struct db *db, void *ctx)
{
	struct ubahan *u = ctx;
	const struct manual_isian *in = u->in;
	struct rows *r;
	int64_t edisi;
	bool baru;
	enum err e = db_one(db, &r, &Q_KUNCI, u->id);

	if (e == OK && db_int(r, 2) != u->versi)
		e = ERR_CONFLICT;
	if (e != OK)
		return e;
	baru = in->berkas != NULL &&
	       strcmp(in->berkas->sha256, db_text(r, 4)) != 0;
	edisi = db_int(r, 3) + baru;
	if (!baru && strcmp(in->judul, db_text(r, 0)) == 0 &&
	    strcmp(in->untuk, db_text(r, 1)) == 0)
		return OK;
	e = db_exec(db, &Q_UBAH, in->judul, in->untuk, edisi, u->id);
	u->lain = e == ERR_CONFLICT;
	if (e == OK && baru)
		e = terbitkan(db, u, edisi);
	if (e != OK)
		return e;
	return catat(
	    db, u, baru ? "manual-edisi-baru" : "manual-diubah",
	    catat_rincian(db_arena(db), db_text(r, 1), in->untuk, in->judul));
}

enum err manual_ubah(struct db *db, const struct pelaku *p, int64_t id,
		     int64_t versi, const struct manual_isian *in, bool *lain)
{
	struct ubahan u = { .p = p, .in = in, .id = id, .versi = versi };
	enum err e;

	*lain = false;
	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	e = db_transaction(db, ubah, &u);
	*lain = u.lain;
	return e;
}

static enum err hapus_edisi(struct db *db, void *ctx)
{
	const struct ubahan *u = ctx;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_EDISI_KUNCI, u->id, u->nomor);

	if (e == OK && db_int(r, 0) == u->nomor)
		e = ERR_CONFLICT;
	if (e == OK)
		e = db_exec(db, &Q_HAPUS, u->id, u->nomor);
	if (e == OK)
		e = db_exec(db, &Q_HAPUS_BERKAS, db_int(r, 1));
	if (e != OK)
		return e;
	return catat(
	    db, u, "manual-edisi-dihapus",
	    arena_printf(db_arena(db), "edisi %lld", (long long)u->nomor));
}

enum err manual_hapus_edisi(struct db *db, const struct pelaku *p, int64_t id,
			    int64_t nomor)
{
	struct ubahan u = { .p = p, .id = id, .nomor = nomor };

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, hapus_edisi, &u);
}

static enum err atur_aktif(struct db *db, void *ctx)
{
	const struct ubahan *u = ctx;
	struct rows *r;
	enum err e = db_exec(db, &Q_AKTIF, u->aktif, u->id, u->aktif);

	if (e == OK && db_affected(db) == 0) {
		e = db_one(db, &r, &Q_ADA, u->id);
		return e == OK ? ERR_CONFLICT : e;
	}
	if (e != OK)
		return e;
	return catat(db, u, u->aktif ? "manual-ditampilkan" : "manual-ditarik",
		     NULL);
}

enum err manual_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			   bool aktif)
{
	struct ubahan u = { .p = p, .id = id, .aktif = aktif };

	if (p->role != ROLE_ADMIN)
		return ERR_FORBIDDEN;
	return db_transaction(db, atur_aktif, &u);
}
