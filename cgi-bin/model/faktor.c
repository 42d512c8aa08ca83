/* faktor.c - see faktor.h: what an account has, and taking its codes.  Setting
 * up is faktor-ubah.c, remembered devices are faktor-perangkat.c. */
#include "faktor.h"
#include "catat.h"
#include "faktor-dalam.h"
#include "masuk.h"
#include "totp.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/text.h"

#include <inttypes.h>
#include <string.h>

#define MENIT_MS 60000LL
#define JAM_MS   (60 * MENIT_MS)

SQL(Q_AMBIL,
    "SELECT a.username, a.nama, a.email, a.email_sah IS NOT NULL, a.telepon,"
    " f.totp_sejak, f.surel, f.wa, f.wa_ke,"
    " f.totp_baru_dibuat > ?,"
    " (SELECT COUNT(*) FROM faktor_pemulihan p WHERE p.akun_id = a.id"
    " AND p.dipakai IS NULL),"
    " (SELECT MAX(p.dibuat) FROM faktor_pemulihan p WHERE p.akun_id = a.id),"
    " IFNULL((SELECT s.nilai FROM pengaturan s"
    " WHERE s.nama = CONCAT('faktor_wajib_', a.peran)), 'tidak') = 'ya'"
    " FROM akun a LEFT JOIN faktor f ON f.akun_id = a.id WHERE a.id = ?");
SQL(Q_KUNCI, "INSERT INTO faktor (akun_id) VALUES (?)"
	     " ON DUPLICATE KEY UPDATE akun_id = akun_id");
SQL(Q_CARA, "SELECT totp, langkah, surel IS NOT NULL, wa IS NOT NULL"
	    " FROM faktor WHERE akun_id = ? FOR UPDATE");
/* The condition is what makes a code good once, whoever asked before. */
SQL(Q_LANGKAH, "UPDATE faktor SET langkah = ? WHERE akun_id = ?"
	       " AND langkah < ? AND totp IS NOT NULL");
SQL(Q_PEMULIHAN, "UPDATE faktor_pemulihan SET dipakai = ?"
		 " WHERE akun_id = ? AND hash = ? AND dipakai IS NULL");
SQL(Q_SISA, "SELECT COUNT(*) FROM faktor_pemulihan"
	    " WHERE akun_id = ? AND dipakai IS NULL");
SQL(Q_KODE, "SELECT id, hash, ke FROM faktor_kode WHERE akun_id = ?"
	    " AND saluran = ? AND dipakai IS NULL AND berakhir > ?"
	    " AND sisa > 0 ORDER BY id DESC LIMIT 1 FOR UPDATE");
SQL(Q_COBA, "UPDATE faktor_kode SET sisa = sisa - 1"
	    " WHERE id = ? AND sisa > 0 AND dipakai IS NULL");
SQL(Q_TERPAKAI, "UPDATE faktor_kode SET dipakai = ?"
		" WHERE id = ? AND dipakai IS NULL");
SQL(Q_TERKIRIM, "SELECT COUNT(*), MAX(dibuat), MIN(dibuat) FROM faktor_kode"
		" WHERE akun_id = ? AND dibuat > ?");
SQL(Q_GANTI, "UPDATE faktor_kode SET dipakai = ?"
	     " WHERE akun_id = ? AND dipakai IS NULL");
SQL(Q_BARU, "INSERT INTO faktor_kode (akun_id, saluran, ke, hash, dibuat,"
	    " berakhir, sisa) VALUES (?, ?, ?, ?, ?, ?, ?)");

bool faktor_cara_sah(const char *cara)
{
	return strcmp(cara, "totp") == 0 || strcmp(cara, "surel") == 0 ||
	       strcmp(cara, "wa") == 0;
}

enum err faktor_ambil(struct db *db, int64_t akun, struct faktor *out)
{
	struct rows *r;
	enum err e = db_one(
	    db, &r, &Q_AMBIL,
	    clock_now(db_arena(db), -FAKTOR_BARU_MENIT * MENIT_MS), akun);

	if (e != OK)
		return e;
	*out = (struct faktor){
		.username = db_text(r, 0),
		.nama = db_text(r, 1),
		.email = db_text(r, 2),
		.email_sah = db_int(r, 3) != 0,
		.telepon = db_text(r, 4),
		.totp = db_text(r, 5),
		.surel = db_text(r, 6),
		.wa = db_text(r, 7),
		.wa_ke = db_text(r, 8),
		.totp_baru = db_int(r, 9) != 0,
		.pemulihan = db_int(r, 10),
		.pemulihan_dibuat = db_text(r, 11),
		.wajib = db_int(r, 12) != 0,
	};
	return OK;
}

bool faktor_ada(const struct faktor *f)
{
	return f->totp != NULL || f->surel != NULL || f->wa != NULL;
}

/* --- what is secret --- */

/* Read once; a new one needs a restart, as all keys do. */
static const unsigned char *rahasia(void)
{
	static unsigned char kunci[32];
	static bool ada;

	if (!ada)
		ada = crypto_key("faktor", kunci);
	return ada ? kunci : NULL;
}

static const char *guna_akun(struct db *db, const char *guna, int64_t akun)
{
	return arena_printf(db_arena(db), "%s %" PRId64, guna, akun);
}

enum err faktor_bungkus(struct db *db, const char *guna, int64_t akun,
			struct blob isi, struct blob *out)
{
	const unsigned char *kunci = rahasia();

	if (kunci == NULL)
		return ERR_INTERNAL;
	*out = crypto_lock(db_arena(db), kunci, guna_akun(db, guna, akun), isi);
	return OK;
}

enum err faktor_buka(struct db *db, const char *guna, int64_t akun,
		     struct blob isi, struct blob *out)
{
	const unsigned char *kunci = rahasia();

	if (kunci == NULL ||
	    !crypto_unlock(db_arena(db), kunci, guna_akun(db, guna, akun), isi,
			   out))
		return ERR_INTERNAL;
	return OK;
}

enum err faktor_hash(struct db *db, const char *guna, int64_t akun,
		     const char *kode, struct blob *out)
{
	struct arena *a = db_arena(db);
	const unsigned char *kunci = rahasia();
	const char *isi =
	    arena_printf(a, "%s %" PRId64 " %s", guna, akun, kode);
	unsigned char *mac = arena_alloc(a, FAKTOR_HASH);

	if (kunci == NULL)
		return ERR_INTERNAL;
	crypto_hmac(kunci, isi, strlen(isi), mac);
	*out = (struct blob){ mac, FAKTOR_HASH };
	return OK;
}

const char *faktor_rapi(struct arena *a, const char *kode)
{
	char *out = arena_alloc(a, strlen(kode) + 1);
	char *w = out;

	for (const char *p = kode; *p != '\0'; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*w++ = (char)(*p - 'A' + 'a');
		else if (strchr(" -\t", *p) == NULL)
			*w++ = *p;
	}
	return out;
}

enum err faktor_kunci(struct db *db, int64_t akun)
{
	return db_exec(db, &Q_KUNCI, akun);
}

enum err faktor_ambil_kunci(struct db *db, int64_t akun, struct faktor *out)
{
	enum err e = faktor_kunci(db, akun);

	return e == OK ? faktor_ambil(db, akun, out) : e;
}

/* --- a code that was sent --- */

enum err faktor_kode_pakai(struct db *db, int64_t akun, const char *saluran,
			   const char *kode, const char **ke)
{
	const char *kini = clock_now(db_arena(db), 0);
	struct blob hash;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_KODE, akun, saluran, kini);

	*ke = NULL;
	if (e != OK || !db_next(r))
		return e;
	e = db_exec(db, &Q_COBA, db_int(r, 0));
	if (e == OK)
		e = faktor_hash(db, "pesan", akun, kode, &hash);
	if (e != OK || !crypto_equal(hash.p, db_blob(r, 1).p, FAKTOR_HASH))
		return e;
	e = db_exec(db, &Q_TERPAKAI, kini, db_int(r, 0));
	if (e == OK && db_affected(db) > 0)
		*ke = db_text(r, 2);
	return e;
}

/* How long until another one may be sent. */
static enum err jeda(struct db *db, int64_t akun, int64_t *tunggu_detik)
{
	int64_t kini = clock_now_ms(), sampai = 0;
	struct rows *r;
	enum err e =
	    db_one(db, &r, &Q_TERKIRIM, akun, clock_now(db_arena(db), -JAM_MS));

	*tunggu_detik = 0;
	if (e != OK || db_int(r, 0) == 0)
		return e;
	if (db_int(r, 0) >= FAKTOR_KODE_PER_JAM)
		sampai = clock_parse(db_text(r, 2)) + JAM_MS;
	else
		sampai =
		    clock_parse(db_text(r, 1)) + FAKTOR_KODE_JEDA_S * 1000LL;
	if (sampai > kini)
		*tunggu_detik = (sampai - kini + 999) / 1000;
	return *tunggu_detik > 0 ? ERR_RATE : OK;
}

/* Six digits, each as likely as any other. */
static const char *acak_angka(struct arena *a)
{
	uint32_t n;

	do
		crypto_random(&n, sizeof(n));
	while (n >= 4294000000u);
	return arena_printf(a, "%06" PRIu32, n % 1000000);
}

enum err faktor_kirim_ke(struct db *db, int64_t akun, const char *saluran,
			 const char *ke, int64_t *tunggu_detik)
{
	struct arena *a = db_arena(db);
	const char *kode = acak_angka(a), *kini = clock_now(a, 0);
	struct blob hash;
	enum err e = jeda(db, akun, tunggu_detik);

	if (e == OK)
		e = faktor_hash(db, "pesan", akun, kode, &hash);
	if (e == OK)
		e = db_exec(db, &Q_GANTI, kini, akun);
	if (e == OK)
		e = db_exec(db, &Q_BARU, akun, saluran, ke, hash, kini,
			    clock_now(a, FAKTOR_KODE_MENIT * MENIT_MS),
			    FAKTOR_KODE_COBA);
	if (e != OK)
		return e;
	return pesan_rahasia_ke(
	    db, akun, saluran, ke, "kode-masuk",
	    arena_printf(a, "kode=%s\nmenit=%d", kode, FAKTOR_KODE_MENIT));
}

struct kirim {
	int64_t akun;
	const char *saluran;
	int64_t *tunggu_detik;
};

static enum err kirim(struct db *db, void *ctx)
{
	const struct kirim *k = ctx;
	bool wa = strcmp(k->saluran, "wa") == 0;
	struct faktor f;
	enum err e = faktor_ambil_kunci(db, k->akun, &f);

	if (e != OK)
		return e;
	if ((wa ? f.wa : f.surel) == NULL)
		return ERR_CONFLICT;
	return faktor_kirim_ke(db, k->akun, k->saluran, wa ? f.wa_ke : f.email,
			       k->tunggu_detik);
}

enum err faktor_kirim(struct db *db, int64_t akun, const char *saluran,
		      int64_t *tunggu_detik)
{
	struct kirim k = { akun, saluran, tunggu_detik };

	*tunggu_detik = 0;
	return db_transaction(db, kirim, &k);
}

/* --- taking one --- */

static enum err pakai_totp(struct db *db, int64_t akun, const struct rows *r,
			   const char *kode, bool *benar)
{
	struct blob isi;
	int64_t langkah;
	enum err e;

	*benar = false;
	if (db_null(r, 0))
		return OK;
	e = faktor_buka(db, "totp", akun, db_blob(r, 0), &isi);
	if (e != OK)
		return e;
	langkah =
	    totp_cari(isi.p, isi.n, kode, clock_now_ms() / 1000, db_int(r, 1));
	if (langkah == 0)
		return OK;
	e = db_exec(db, &Q_LANGKAH, langkah, akun, langkah);
	*benar = e == OK && db_affected(db) > 0;
	return e;
}

static enum err pakai_pemulihan(struct db *db, int64_t akun, const char *kode,
				bool *benar)
{
	struct arena *a = db_arena(db);
	struct blob hash;
	struct rows *r;
	enum err e = faktor_hash(db, "pemulihan", akun, kode, &hash);

	*benar = false;
	if (e == OK)
		e = db_exec(db, &Q_PEMULIHAN, clock_now(a, 0), akun, hash);
	if (e != OK || db_affected(db) == 0)
		return e;
	*benar = true;
	e = db_one(db, &r, &Q_SISA, akun);
	if (e == OK)
		e = pesan_ke_akun(
		    db, akun, "pemulihan-dipakai",
		    arena_printf(a, "sisa=%" PRId64, db_int(r, 0)));
	return e;
}

enum err faktor_pakai(struct db *db, int64_t akun, const char *kode,
		      const char **cara)
{
	static const char *const saluran[] = { "surel", "wa" };
	const char *ke = NULL;
	bool benar = false;
	struct rows *r;
	enum err e = faktor_kunci(db, akun);

	*cara = NULL;
	kode = faktor_rapi(db_arena(db), kode);
	if (e == OK)
		e = db_one(db, &r, &Q_CARA, akun);
	if (e != OK)
		return e;
	if (!text_digits(kode, TOTP_ANGKA) || strlen(kode) != TOTP_ANGKA) {
		e = pakai_pemulihan(db, akun, kode, &benar);
		*cara = benar ? "pemulihan" : NULL;
		return e;
	}
	e = pakai_totp(db, akun, r, kode, &benar);
	if (benar)
		*cara = "totp";
	for (unsigned i = 0; i < 2 && e == OK && *cara == NULL; i++) {
		if (db_int(r, 2 + i) != 0)
			e = faktor_kode_pakai(db, akun, saluran[i], kode, &ke);
		if (ke != NULL)
			*cara = saluran[i];
	}
	return e;
}

enum err faktor_konfirmasi(struct db *db, const struct pelaku *p,
			   const char *kode, bool *ada, int64_t *tunggu_detik)
{
	struct arena *a = db_arena(db);
	const char *kunci = arena_printf(a, "kode:%" PRId64, p->akun);
	bool benar = false;
	struct rows *r;
	/* Locking: see the password's, model/sandi. */
	enum err e = db_query(db, &r, &Q_CARA, p->akun);

	*ada = e == OK && db_next(r) && !db_null(r, 0);
	if (e != OK || !*ada || kode == NULL)
		return e;
	e = masuk_hitung(db, kunci, MASUK_BEBAS_AKUN, tunggu_detik);
	if (e == OK && *tunggu_detik > 0)
		e = ERR_RATE;
	if (e == OK)
		e = pakai_totp(db, p->akun, r, faktor_rapi(a, kode), &benar);
	if (e != OK)
		return e;
	return benar ? masuk_baik(db, kunci) : ERR_INPUT;
}
