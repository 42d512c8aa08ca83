/* akun.c - see akun.h.  The list is in akun-cari.c. */
#include "akun-kolom.h"
#include "catat.h"
#include "lembaga.h"
#include "masuk.h"
#include "sandi.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <ctype.h>
#include <string.h>

bool akun_username_sah(const char *username)
{
	size_t n = strlen(username);

	if (n < 3 || n > 40 || !isalnum((unsigned char)username[0]))
		return false;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)username[i] >= 0x80 ||
		    (!isalnum((unsigned char)username[i]) &&
		     strchr("._-", username[i]) == NULL))
			return false;
	return true;
}

SQL(Q_AMBIL, AKUN_KOLOM " WHERE a.id = ?");
SQL(Q_MENUNGGU, "SELECT COUNT(*) FROM akun WHERE status = 'menunggu'");

enum err akun_ambil(struct db *db, int64_t id, struct akun *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, id);

	if (e == OK)
		akun_isi(r, out);
	return e;
}

enum err akun_menunggu(struct db *db, int64_t *n)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_MENUNGGU);

	if (e == OK)
		*n = db_int(r, 0);
	return e;
}

/* --- new ones --- */

SQL(Q_BUAT,
    "INSERT INTO akun (username, nama, sandi, sandi_diubah, peran, lembaga_id,"
    " jabatan, nip, email, telepon, alamat, kota, provinsi, status,"
    " lembaga_baru, lembaga_jenis, dibuat, diputus_oleh, diputus)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

struct kerja {
	const struct pelaku *p;
	const struct akun *a;
	const char *hash;
	int64_t id;
	int64_t lembaga;
	const char *peran;
	const char *alasan;
	bool aktif;
};

/* Role of an account of this active institution.  ERR_NOT_FOUND. */
static enum err jenis_lembaga(struct db *db, int64_t id, const char **jenis)
{
	struct lembaga l;
	enum err e = lembaga_ambil(db, id, &l);

	if (e != OK)
		return e;
	if (!l.aktif)
		return ERR_NOT_FOUND;
	*jenis = l.jenis;
	return OK;
}

static enum err daftarkan(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	const struct akun *a = k->a;
	const char *jenis = a->lembaga_jenis;
	const char *kini = clock_now(db_arena(db), 0);
	struct pelaku sendiri = *k->p;
	enum err e = OK;

	if (a->lembaga_id != 0)
		e = jenis_lembaga(db, a->lembaga_id, &jenis);
	if (e == OK && (jenis == NULL || strcmp(jenis, "ditjen") == 0))
		e = ERR_NOT_FOUND;
	if (e != OK)
		return e;
	k->peran = role_name(lembaga_peran(jenis));
	e = db_exec(db, &Q_BUAT, a->username, a->nama, k->hash, kini, k->peran,
		    DB_ID(a->lembaga_id), DB_NULL, DB_NULL, a->email,
		    a->telepon, a->alamat, a->kota, a->provinsi, AKUN_MENUNGGU,
		    a->lembaga_id != 0 ? NULL : a->lembaga_baru,
		    a->lembaga_id != 0 ? NULL : a->lembaga_jenis, kini, DB_NULL,
		    DB_NULL);
	if (e != OK)
		return e;
	k->id = db_last_id(db);
	sendiri.akun = k->id;
	e = audit_catat(db, &sendiri, "akun-didaftarkan", "akun", k->id,
			k->peran);
	if (e == OK)
		e = tautan_kirim(db, k->id, "email", "email-konfirmasi",
				 a->email, TAUTAN_AKUN_JAM);
	if (e == OK)
		e = pesan_ke_peran(db, "admin", "akun-baru",
				   arena_printf(db_arena(db),
						"username=%s\nnama=%s",
						a->username, a->nama));
	return e;
}

enum err akun_daftarkan(struct db *db, const struct pelaku *p,
			struct akun *baru, const char *hash)
{
	struct kerja k = { .p = p, .a = baru, .hash = hash };
	enum err e = db_transaction(db, daftarkan, &k);

	if (e == OK) {
		baru->id = k.id;
		baru->peran = k.peran;
	}
	return e;
}

static enum err buat(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	const struct akun *a = k->a;
	const char *kini = clock_now(db_arena(db), 0);
	const char *jenis;
	enum err e = jenis_lembaga(db, a->lembaga_id, &jenis);

	if (e != OK)
		return e;
	if (!lembaga_cocok(jenis, role_from_name(a->peran)))
		return ERR_INPUT;
	e = db_exec(db, &Q_BUAT, a->username, a->nama, DB_NULL, DB_NULL,
		    a->peran, a->lembaga_id, a->jabatan, a->nip, a->email,
		    a->telepon, a->alamat, a->kota, a->provinsi, AKUN_AKTIF,
		    DB_NULL, DB_NULL, kini, DB_ID(k->p->akun), kini);
	if (e != OK)
		return e;
	k->id = db_last_id(db);
	e = audit_catat(db, k->p, "akun-dibuat", "akun", k->id, a->peran);
	if (e == OK)
		e = tautan_kirim(db, k->id, "sandi", "akun-dibuat", NULL,
				 TAUTAN_AKUN_JAM);
	return e;
}

enum err akun_buat(struct db *db, const struct pelaku *p, struct akun *baru)
{
	struct kerja k = { .p = p, .a = baru };
	enum err e = db_transaction(db, buat, &k);

	if (e == OK)
		baru->id = k.id;
	return e;
}

/* --- a registration is decided --- */

SQL(Q_SETUJUI, "UPDATE akun SET status = 'aktif', peran = ?, lembaga_id = ?,"
	       " alasan = NULL, diputus_oleh = ?, diputus = ?"
	       " WHERE id = ? AND status = 'menunggu'");
SQL(Q_TOLAK, "UPDATE akun SET status = 'ditolak', alasan = ?, diputus_oleh = ?,"
	     " diputus = ? WHERE id = ? AND status = 'menunggu'");

/* The conditional UPDATE hit nothing: why? */
static enum err kenapa(struct db *db, int64_t id)
{
	struct akun a;
	enum err e = akun_ambil(db, id, &a);

	return e == OK ? ERR_CONFLICT : e;
}

/* The institution that was asked for, made of what the person told. */
static enum err lembaga_dari(struct db *db, const struct pelaku *p,
			     const struct akun *a, struct lembaga *l)
{
	*l = (struct lembaga){
		.nama = a->lembaga_baru,
		.jenis = a->lembaga_jenis,
		.alamat = a->alamat,
		.kota = a->kota,
		.provinsi = a->provinsi,
		.pic_nama = a->nama,
		.pic_telepon = a->telepon,
	};
	if (l->nama == NULL || l->jenis == NULL)
		return ERR_INPUT;
	return lembaga_simpan(db, p, l);
}

static enum err setujui(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	struct arena *ar = db_arena(db);
	const char *jenis;
	struct lembaga l;
	struct akun a;
	enum err e = akun_ambil(db, k->id, &a);

	if (e != OK)
		return e;
	if (strcmp(a.status, AKUN_MENUNGGU) != 0)
		return ERR_CONFLICT;
	k->lembaga = k->a->lembaga_id;
	if (k->lembaga == 0) {
		e = lembaga_dari(db, k->p, &a, &l);
		k->lembaga = l.id;
		jenis = l.jenis;
	} else {
		e = jenis_lembaga(db, k->lembaga, &jenis);
	}
	if (e != OK)
		return e;
	if (!lembaga_cocok(jenis, role_from_name(k->peran)))
		return ERR_INPUT;
	e = db_exec(db, &Q_SETUJUI, k->peran, k->lembaga, k->p->akun,
		    clock_now(ar, 0), k->id);
	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return ERR_CONFLICT;
	e = audit_catat(db, k->p, "akun-disetujui", "akun", k->id, k->peran);
	if (e == OK)
		e = pesan_ke_akun(db, k->id, "akun-disetujui",
				  arena_printf(ar, "username=%s", a.username));
	return e;
}

enum err akun_setujui(struct db *db, const struct pelaku *p, int64_t id,
		      const char *peran, int64_t lembaga_id)
{
	struct akun a = { .lembaga_id = lembaga_id };
	struct kerja k = { .p = p, .a = &a, .id = id, .peran = peran };

	return db_transaction(db, setujui, &k);
}

static enum err tolak(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	struct arena *ar = db_arena(db);
	enum err e = db_exec(db, &Q_TOLAK, k->alasan, k->p->akun,
			     clock_now(ar, 0), k->id);

	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return kenapa(db, k->id);
	e = audit_catat(db, k->p, "akun-ditolak", "akun", k->id, k->alasan);
	if (e == OK)
		e = pesan_ke_akun(db, k->id, "akun-ditolak",
				  arena_printf(ar, "alasan=%s",
					       text_fold(ar, k->alasan)));
	return e;
}

enum err akun_tolak(struct db *db, const struct pelaku *p, int64_t id,
		    const char *alasan)
{
	struct kerja k = { .p = p, .id = id, .alasan = alasan };

	return db_transaction(db, tolak, &k);
}

/* --- changes by an admin --- */

SQL(Q_UBAH, "UPDATE akun SET nama = ?, peran = ?, lembaga_id = ?, jabatan = ?,"
	    " nip = ?, email_sah = IF(email = ?, email_sah, NULL), email = ?,"
	    " telepon = ?, versi = versi + 1"
	    " WHERE id = ? AND status NOT IN ('menunggu', 'dihapus')");

static enum err ubah(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	const struct akun *a = k->a;
	struct arena *ar = db_arena(db);
	const char *jenis;
	struct akun lama;
	bool hak, surel;
	enum err e = akun_ambil(db, a->id, &lama);

	if (e == OK)
		e = jenis_lembaga(db, a->lembaga_id, &jenis);
	if (e != OK)
		return e;
	hak = strcmp(lama.peran, a->peran) != 0 ||
	      lama.lembaga_id != a->lembaga_id;
	surel = strcmp(lama.email, a->email) != 0;
	if (a->id == k->p->akun && hak)
		return ERR_CONFLICT;
	if (!lembaga_cocok(jenis, role_from_name(a->peran)))
		return ERR_INPUT;
	e = db_exec(db, &Q_UBAH, a->nama, a->peran, a->lembaga_id, a->jabatan,
		    a->nip, a->email, a->email, a->telepon, a->id);
	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return ERR_CONFLICT;
	if (hak || surel)
		e = sesi_tutup(db, a->id, 0);
	/* What the person himself asked for is not to overtake this. */
	if (e == OK && surel)
		e = tautan_alamat_mati(db, a->id, 0);
	if (e == OK && surel)
		e = tautan_kirim(db, a->id, "email", "email-konfirmasi",
				 a->email, TAUTAN_AKUN_JAM);
	/* Never confirmed, the old one may be a stranger's. */
	if (e == OK && surel && lama.email_sah != NULL)
		e = pesan_rahasia_ke(db, a->id, "surel", lama.email,
				     "email-diganti",
				     arena_printf(ar, "baru=%s", a->email));
	if (e == OK && hak)
		e = pesan_ke_akun(db, a->id, "akun-diubah", NULL);
	if (e != OK)
		return e;
	return audit_catat(db, k->p, "akun-diubah", "akun", a->id,
			   arena_printf(ar, "%s > %s%s", lama.peran, a->peran,
					surel ? "; e-mail" : ""));
}

enum err akun_ubah(struct db *db, const struct pelaku *p, const struct akun *a)
{
	struct kerja k = { .p = p, .a = a };

	return db_transaction(db, ubah, &k);
}

SQL(Q_TUTUP, "UPDATE akun SET status = 'nonaktif', alasan = ?"
	     " WHERE id = ? AND status = 'aktif'");
SQL(Q_BUKA, "UPDATE akun SET status = 'aktif', alasan = NULL WHERE id = ?"
	    " AND status = 'nonaktif' AND lembaga_id IS NOT NULL");

static enum err atur_aktif(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	enum err e = k->aktif ? db_exec(db, &Q_BUKA, k->id) :
				db_exec(db, &Q_TUTUP, k->alasan, k->id);

	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return kenapa(db, k->id);
	if (!k->aktif)
		e = sesi_tutup(db, k->id, 0);
	if (e == OK)
		e = pesan_ke_akun(
		    db, k->id, k->aktif ? "akun-dibuka" : "akun-ditutup",
		    k->aktif ? NULL :
			       arena_printf(db_arena(db), "alasan=%s",
					    text_fold(db_arena(db),
						      k->alasan)));
	if (e != OK)
		return e;
	return audit_catat(db, k->p, k->aktif ? "akun-dibuka" : "akun-ditutup",
			   "akun", k->id, k->alasan);
}

enum err akun_atur_aktif(struct db *db, const struct pelaku *p, int64_t id,
			 bool aktif, const char *alasan)
{
	struct kerja k = { .p = p, .id = id, .aktif = aktif, .alasan = alasan };

	if (id == p->akun)
		return ERR_CONFLICT;
	return db_transaction(db, atur_aktif, &k);
}
