/* retensi.c - see retensi.h. */
#include "retensi.h"
#include "catat.h"
#include "data-pribadi.h"
#include "hari-ini.h"
#include "pengaturan.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>


static const struct pelaku sistem = { 0 };

const struct retensi_jenis retensi_jenis[] = {
	{ "sesi", "retensi_sesi", 90 },
	{ "masuk", "retensi_masuk", 2 },
	{ "tautan", "retensi_tautan", 30 },
	{ "pesan", "retensi_pesan", 90 },
	{ "notifikasi", "retensi_notifikasi", 180 },
	{ "perangkat", "retensi_perangkat", 30 },
	{ "pendaftaran", "retensi_pendaftaran", 365 },
};

/* --- counting --- */

SQL(Q_HITUNG, "INSERT INTO retensi (jenis, tanggal, jumlah) VALUES (?, ?, ?)"
	      " ON DUPLICATE KEY UPDATE jumlah = jumlah + VALUES(jumlah)");
SQL(Q_RINGKAS, "SELECT jenis, SUM(jumlah), SUM(IF(tanggal > ?, jumlah, 0)),"
	       " MAX(tanggal) FROM retensi GROUP BY jenis");

static enum err hitung(struct db *db, const char *jenis, int64_t n)
{
	return db_exec(db, &Q_HITUNG, jenis, clock_today(db_arena(db)), n);
}

enum err retensi_ringkas(struct db *db,
			 struct retensi_angka out[RETENSI_JENIS + 1])
{
	char sejak[HARI_TEKS];
	struct rows *r;
	enum err e;

	hari_tulis(hari_ini() - 30, sejak);
	e = db_query(db, &r, &Q_RINGKAS, (const char *)sejak);
	for (size_t i = 0; i <= RETENSI_JENIS; i++)
		out[i] = (struct retensi_angka){
			.jenis = i < RETENSI_JENIS ? retensi_jenis[i].kode :
						     "permintaan",
		};
	while (e == OK && db_next(r))
		for (size_t i = 0; i <= RETENSI_JENIS; i++)
			if (strcmp(out[i].jenis, db_text(r, 0)) == 0) {
				out[i].jumlah = db_int(r, 1);
				out[i].baru = db_int(r, 2);
				out[i].terakhir = db_text(r, 3);
			}
	return e;
}

enum err retensi_catat(struct db *db, const char *rincian)
{
	return audit_catat(db, &sistem, "retensi", "retensi", 0, rincian);
}

/* --- one person --- */

SQL(Q_ORANG, "SELECT username, nama, telepon, lembaga_id FROM akun"
	     " WHERE id = ? FOR UPDATE");
SQL(H_SESI, "DELETE FROM sesi WHERE akun_id = ?");
SQL(H_KODE, "DELETE FROM faktor_kode WHERE akun_id = ?");
SQL(H_PEMULIHAN, "DELETE FROM faktor_pemulihan WHERE akun_id = ?");
SQL(H_PERANGKAT, "DELETE FROM faktor_perangkat WHERE akun_id = ?");
SQL(H_FAKTOR, "DELETE FROM faktor WHERE akun_id = ?");
SQL(H_TUNDA, "DELETE FROM masuk_tunda WHERE akun_id = ?");
SQL(H_TAUTAN, "DELETE FROM akun_tautan WHERE akun_id = ?");
SQL(H_PILIHAN, "DELETE FROM pilihan_pesan WHERE akun_id = ?");
SQL(H_NOTIFIKASI, "DELETE FROM notifikasi WHERE akun_id = ?");
SQL(H_PESAN, "DELETE FROM kotak_keluar WHERE akun_id = ?");
SQL(H_GAGAL, "DELETE FROM gagal_masuk WHERE kunci IN (?, ?, ?)");
/* Admins were told his name when he registered.  First read, without locks,
   for it is a long way through the table. */
SQL(Q_LONCENG, "SELECT id FROM notifikasi WHERE templat = 'akun-baru'"
	       " AND data LIKE ?");
SQL(Q_SURAT, "SELECT id FROM kotak_keluar WHERE templat = 'akun-baru'"
	     " AND data LIKE ?");
SQL(U_LONCENG, "UPDATE notifikasi SET data = ? WHERE id = ?");
SQL(U_SURAT, "UPDATE kotak_keluar SET data = ? WHERE id = ?");
/* A new institution took its contact from the person who registered it. */
SQL(U_LEMBAGA,
    "UPDATE lembaga SET pic_telepon = IF(pic_nama = ? OR pic_telepon = ?,"
    " NULL, pic_telepon), pic_nama = IF(pic_nama = ?, NULL, pic_nama)"
    " WHERE id = ? AND (pic_nama = ? OR pic_telepon = ?)");
SQL(U_AKUN,
    "UPDATE akun SET nama = ?, sandi = NULL, jabatan = NULL, nip = NULL,"
    " email = '', email_sah = NULL, telepon = '', alamat = '', kota = '',"
    " provinsi = '', status = 'dihapus', alasan = NULL, lembaga_baru = NULL,"
    " lembaga_jenis = NULL, masuk_terakhir = NULL, sandi_diubah = NULL,"
    " foto = NULL, versi = versi + 1 WHERE id = ?");

struct orang {
	int64_t akun;
	const char *username;
	const char *nama;
	const char *telepon;
	int64_t lembaga;
	const char *pengganti; /* his name from now on */
};

static enum err hapus_milik(struct db *db, const struct orang *o)
{
	static struct sql *const semua[] = {
		&H_SESI,   &H_KODE,  &H_PEMULIHAN, &H_PERANGKAT, &H_FAKTOR,
		&H_TUNDA,  &H_TAUTAN, &H_PILIHAN,  &H_NOTIFIKASI, &H_PESAN,
	};
	struct arena *a = db_arena(db);
	char *kecil = arena_strdup(a, o->username);
	enum err e = OK;

	for (size_t i = 0; e == OK && i < sizeof(semua) / sizeof(*semua); i++)
		e = db_exec(db, semua[i], o->akun);
	for (char *p = kecil; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return e == OK ? db_exec(db, &H_GAGAL, arena_printf(a, "akun:%s", kecil),
				 arena_printf(a, "sandi:%" PRId64, o->akun),
				 arena_printf(a, "kode:%" PRId64, o->akun)) :
			 e;
}

/* His name in messages to others. */
static enum err hapus_sebutan(struct db *db, const struct orang *o)
{
	static struct sql *const cari[] = { &Q_LONCENG, &Q_SURAT };
	static struct sql *const ubah[] = { &U_LONCENG, &U_SURAT };
	struct arena *a = db_arena(db);
	const char *pola = arena_printf(a, "username=%s\nnama=%%",
					text_like(a, o->username));
	const char *data = arena_printf(a, "username=%s\nnama=%s", o->username,
					o->pengganti);
	enum err e = OK;

	for (size_t i = 0; e == OK && i < 2; i++) {
		struct rows *r;

		e = db_query(db, &r, cari[i], pola);
		while (e == OK && db_next(r))
			e = db_exec(db, ubah[i], data, db_int(r, 0));
	}
	return e;
}

/* All of a person, in a transaction. */
static enum err hapus_orang(struct db *db, int64_t akun)
{
	struct orang o = { .akun = akun };
	struct rows *r;
	enum err e = db_one(db, &r, &Q_ORANG, akun);

	if (e != OK)
		return e;
	o.username = db_text(r, 0);
	o.nama = db_text(r, 1);
	o.telepon = db_text(r, 2);
	o.lembaga = db_int(r, 3);
	o.pengganti =
	    arena_printf(db_arena(db), "Akun dihapus #%" PRId64, akun);
	e = hapus_milik(db, &o);
	if (e == OK)
		e = hapus_sebutan(db, &o);
	if (e == OK)
		e = db_exec(db, &U_LEMBAGA, o.nama, o.telepon, o.nama,
			    o.lembaga, o.nama, o.telepon);
	if (e == OK)
		e = db_exec(db, &U_AKUN, o.pengganti, akun);
	if (e == OK)
		e = audit_catat(db, &sistem, "data-dihapus", "akun", akun,
				NULL);
	return e;
}

/* --- people who asked --- */

SQL(Q_BERIKUT, "SELECT id, akun_id FROM penghapusan WHERE status = 'disetujui'"
	       " ORDER BY id LIMIT 1 FOR UPDATE");
SQL(Q_SALIN, "SELECT username, email FROM akun WHERE id = ?");
SQL(Q_KABAR,
    "INSERT INTO kotak_keluar (saluran, kepada, akun_id, templat, data,"
    " rahasia, dibuat, berikut) VALUES ('surel', ?, ?, 'data-dihapus', ?, 1,"
    " ?, ?)");
SQL(Q_SELESAI, "UPDATE penghapusan SET status = 'selesai', alasan = NULL,"
	       " selesai = ?, pesan_id = ? WHERE id = ?");
SQL(Q_AKHIR, "SELECT h.id, h.pesan_id FROM penghapusan h"
	     " LEFT JOIN kotak_keluar k ON k.id = h.pesan_id"
	     " WHERE h.pesan_id > 0 AND k.berikut IS NULL LIMIT 100");
SQL(H_KABAR, "DELETE FROM kotak_keluar WHERE id = ?");
SQL(U_AKHIR, "UPDATE penghapusan SET pesan_id = NULL WHERE id = ?");

static enum err jalankan(struct db *db, void *ctx)
{
	bool *ada = ctx;
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	int64_t id, akun;
	const char *username, *email;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_BERIKUT);

	*ada = e == OK && db_next(r);
	if (e != OK || !*ada)
		return e;
	id = db_int(r, 0);
	akun = db_int(r, 1);
	e = db_one(db, &r, &Q_SALIN, akun);
	if (e != OK)
		return e;
	username = db_text(r, 0);
	email = db_text(r, 1);
	e = hapus_orang(db, akun);
	/* He is to be told (article 45); goes with hapus_pesan_akhir(). */
	if (e == OK)
		e = db_exec(db, &Q_KABAR, email, akun,
			    arena_printf(a, "username=%s", username), kini,
			    kini);
	if (e == OK)
		e = db_exec(db, &Q_SELESAI, kini, db_last_id(db), id);
	return e == OK ? hitung(db, "permintaan", 1) : e;
}

enum err hapus_jalankan(struct db *db, bool *ada)
{
	return db_transaction(db, jalankan, ada);
}

static enum err pesan_akhir(struct db *db, void *ctx)
{
	int64_t *n = ctx;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_AKHIR);

	for (*n = 0; e == OK && db_next(r); (*n)++) {
		e = db_exec(db, &H_KABAR, db_int(r, 1));
		if (e == OK)
			e = db_exec(db, &U_AKHIR, db_int(r, 0));
	}
	return e;
}

enum err hapus_pesan_akhir(struct db *db, int64_t *n)
{
	return db_transaction(db, pesan_akhir, n);
}

/* --- what is over --- */

/* In the order of an index, so that what is not over is not read. */
SQL(S_SESI, "DELETE FROM sesi WHERE berakhir < ? ORDER BY berakhir LIMIT ?");
SQL(S_MASUK, "DELETE FROM gagal_masuk WHERE terakhir < ?"
	     " ORDER BY terakhir LIMIT ?");
SQL(S_TAUTAN, "DELETE FROM akun_tautan WHERE berakhir < ?"
	      " ORDER BY berakhir LIMIT ?");
SQL(S_TERKIRIM, "DELETE FROM kotak_keluar WHERE status = 'terkirim'"
		" AND dibuat < ? ORDER BY dibuat LIMIT ?");
SQL(S_GAGAL, "DELETE FROM kotak_keluar WHERE status = 'gagal'"
	     " AND dibuat < ? ORDER BY dibuat LIMIT ?");
SQL(S_TAMPIL, "DELETE FROM kotak_keluar WHERE status = 'tampil'"
	      " AND dibuat < ? ORDER BY dibuat LIMIT ?");
SQL(S_NOTIFIKASI, "DELETE FROM notifikasi WHERE dibuat < ?"
		  " ORDER BY dibuat LIMIT ?");
SQL(S_PERANGKAT, "DELETE FROM faktor_perangkat WHERE berakhir < ?"
		 " ORDER BY berakhir LIMIT ?");
/* Few at once: each is a person. */
SQL(Q_DITOLAK, "SELECT id FROM akun WHERE status = 'ditolak' AND diputus < ?"
	       " ORDER BY id LIMIT 20 FOR UPDATE");
SQL(Q_CATAT_DITOLAK,
    "INSERT INTO penghapusan (akun_id, asal, status, diminta, tenggat, diputus,"
    " selesai) VALUES (?, 'retensi', 'selesai', ?, ?, ?, ?)");

static struct sql *const sapu[RETENSI_JENIS][3] = {
	{ &S_SESI },	   { &S_MASUK },     { &S_TAUTAN },
	{ &S_TERKIRIM, &S_GAGAL, &S_TAMPIL },
	{ &S_NOTIFIKASI }, { &S_PERANGKAT }, { NULL },
};

struct potong {
	size_t i;
	int64_t n;
};

static enum err sapu_pendaftaran(struct db *db, const char *batas, int64_t *n)
{
	struct arena *a = db_arena(db);
	const char *kini = clock_now(a, 0);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DITOLAK, batas);

	for (; e == OK && db_next(r); (*n)++) {
		e = hapus_orang(db, db_int(r, 0));
		if (e == OK)
			e = db_exec(db, &Q_CATAT_DITOLAK, db_int(r, 0), kini,
				    clock_today(a), kini, kini);
	}
	return e;
}

static enum err potong(struct db *db, void *ctx)
{
	struct potong *p = ctx;
	const struct retensi_jenis *j = &retensi_jenis[p->i];
	int64_t hari = pengaturan_angka(db, j->setelan, j->bawaan);
	const char *batas = clock_now(db_arena(db), -hari * CLOCK_DAY_MS);
	enum err e = OK;

	p->n = 0;
	if (sapu[p->i][0] == NULL)
		e = sapu_pendaftaran(db, batas, &p->n);
	for (size_t k = 0; e == OK && k < 3 && sapu[p->i][k] != NULL &&
			   p->n < RETENSI_SEKALI;
	     k++) {
		e = db_exec(db, sapu[p->i][k], batas, RETENSI_SEKALI - p->n);
		p->n += e == OK ? db_affected(db) : 0;
	}
	return e == OK && p->n > 0 ? hitung(db, j->kode, p->n) : e;
}

enum err retensi_sapu(struct db *db, size_t i, int64_t *n)
{
	struct potong p = { .i = i };
	enum err e = db_transaction(db, potong, &p);

	*n = p.n;
	return e;
}
