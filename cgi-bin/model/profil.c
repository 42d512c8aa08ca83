/* profil.c - see profil.h. */
#include "profil.h"
#include "../lib/text.h"
#include "akun.h"
#include "catat.h"

#include <string.h>

SQL(Q_UBAH, "UPDATE akun SET nama = ?, telepon = ?, alamat = ?, kota = ?,"
	    " provinsi = ?, versi = versi + 1"
	    " WHERE id = ? AND versi = ? AND status = 'aktif'");
SQL(Q_FOTO, "UPDATE akun SET foto = ?, versi = versi + 1"
	    " WHERE id = ? AND status = 'aktif' AND NOT foto <=> ?");
SQL(Q_BOLEH, "SELECT 1 FROM akun WHERE foto = ? AND (? OR id = ?) LIMIT 1");

struct kerja {
	const struct pelaku *p;
	const struct profil *baru;
	const char *foto;
};

/* Names of what differs, parted by ", "; "" for nothing.  *penting: the name
   or the phone is among them. */
static const char *beda(struct arena *a, const struct akun *lama,
			const struct profil *baru, bool *penting)
{
	const struct {
		const char *nama, *lama, *baru;
		bool penting;
	} ruas[] = {
		{ "nama", lama->nama, baru->nama, true },
		{ "telepon", lama->telepon, baru->telepon, true },
		{ "alamat", lama->alamat, baru->alamat, false },
		{ "kota", lama->kota, baru->kota, false },
		{ "provinsi", lama->provinsi, baru->provinsi, false },
	};
	struct buf b = { .a = a };

	*penting = false;
	for (size_t i = 0; i < sizeof(ruas) / sizeof(*ruas); i++) {
		if (strcmp(ruas[i].lama, ruas[i].baru) == 0)
			continue;
		buf_printf(&b, "%s%s", b.n == 0 ? "" : ", ", ruas[i].nama);
		*penting = *penting || ruas[i].penting;
	}
	return b.n == 0 ? "" : b.p;
}

static enum err ubah(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	const struct profil *baru = k->baru;
	struct arena *a = db_arena(db);
	const char *apa;
	struct akun lama;
	bool penting;
	enum err e = akun_ambil(db, k->p->akun, &lama);

	if (e != OK)
		return e;
	if (lama.versi != baru->versi)
		return ERR_CONFLICT;
	apa = beda(a, &lama, baru, &penting);
	if (*apa == '\0')
		return OK;
	e = db_exec(db, &Q_UBAH, baru->nama, baru->telepon, baru->alamat,
		    baru->kota, baru->provinsi, k->p->akun, baru->versi);
	if (e != OK)
		return e;
	if (db_affected(db) == 0)
		return ERR_CONFLICT;
	/* Which fields, never what was in them: the log outlives a person's
	   erasure. */
	e = audit_catat(db, k->p, "profil-diubah", "akun", k->p->akun, apa);
	if (e == OK && penting)
		e = pesan_ke_akun(db, k->p->akun, "profil-diubah",
				  arena_printf(a, "apa=%s\nalamat=%s", apa,
					       k->p->alamat_ip));
	return e;
}

enum err profil_ubah(struct db *db, const struct pelaku *p,
		     const struct profil *baru)
{
	struct kerja k = { .p = p, .baru = baru };

	return db_transaction(db, ubah, &k);
}

static enum err foto(struct db *db, void *ctx)
{
	const struct kerja *k = ctx;
	enum err e = db_exec(db, &Q_FOTO, k->foto, k->p->akun, k->foto);

	if (e != OK)
		return e;
	/* The same picture once more is no change. */
	if (db_affected(db) == 0)
		return k->foto == NULL ? ERR_CONFLICT : OK;
	return audit_catat(db, k->p,
			   k->foto == NULL ? "foto-dihapus" : "foto-diganti",
			   "akun", k->p->akun, NULL);
}

enum err foto_ganti(struct db *db, const struct pelaku *p, const char *sha256)
{
	struct kerja k = { .p = p, .foto = sha256 };

	return db_transaction(db, foto, &k);
}

enum err foto_boleh(struct db *db, const struct pelaku *p, const char *sha256)
{
	struct rows *r;

	return db_one(db, &r, &Q_BOLEH, sha256, p->role == ROLE_ADMIN,
		      p->akun);
}
