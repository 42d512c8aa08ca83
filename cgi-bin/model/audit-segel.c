/* audit-segel.c - sealing the audit log and checking the chain (audit.h). */
#include "audit.h"
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/text.h"

#include <string.h>

#define SEKALI 1000 /* seals a check reads at once */

#define BARIS                                                                  \
	"a.id, a.waktu, a.akun_id, a.username, a.lembaga_id, a.alamat_ip,"     \
	" a.tindakan, a.objek, a.objek_id, a.rincian"
#define BARIS_KOLOM 10

SQL(Q_BELUM, "SELECT " BARIS " FROM audit a"
	     " LEFT JOIN audit_segel s ON s.audit_id = a.id"
	     " WHERE a.id > ? AND s.nomor IS NULL ORDER BY a.id LIMIT ?");
SQL(Q_KEPALA,
    "SELECT s.nomor, s.mac, a.waktu, s.audit_id FROM audit_segel s"
    " JOIN audit a ON a.id = s.audit_id ORDER BY s.nomor DESC LIMIT 1");
SQL(Q_SEGEL, "INSERT INTO audit_segel (nomor, audit_id, mac)"
	     " VALUES (?, ?, ?)");
SQL(Q_URUT, "SELECT s.nomor, s.audit_id, s.mac, " BARIS
	    " FROM audit_segel s LEFT JOIN audit a ON a.id = s.audit_id"
	    " WHERE s.nomor > ? ORDER BY s.nomor LIMIT ?");
SQL(Q_CATAT, "INSERT INTO audit_pemeriksaan (waktu, nomor, rusak_nomor,"
	     " sebab) VALUES (?, ?, ?, ?)");

static void kanonik_satu(struct buf *b, const char *teks)
{
	if (teks == NULL)
		buf_text(b, "-\n");
	else
		buf_printf(b, "%zu:%s\n", strlen(teks), teks);
}

/* The mac of seal nomor over the columns of BARIS, from column awal on. */
static void mac_baris(struct arena *a, const unsigned char kunci[32],
		      const unsigned char *lama, int64_t nomor,
		      const struct rows *r, unsigned awal,
		      unsigned char out[AUDIT_MAC])
{
	struct buf b = { .a = a };

	buf_bytes(&b, (const char *)lama, AUDIT_MAC);
	buf_text(&b, "sifilma-audit-1\n");
	kanonik_satu(&b, arena_printf(a, "%lld", (long long)nomor));
	for (unsigned i = 0; i < BARIS_KOLOM; i++)
		kanonik_satu(&b, db_text(r, awal + i));
	crypto_hmac(kunci, b.p, b.n, out);
}

struct segel {
	const unsigned char *kunci;
	int64_t sejak_id;
	int64_t banyak;
	int64_t n;
};

static enum err segel(struct db *db, void *ctx)
{
	struct segel *s = ctx;
	struct arena *a = db_arena(db);
	unsigned char mac[AUDIT_MAC] = { 0 };
	int64_t nomor = 0;
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KEPALA);

	s->n = 0;
	if (e != OK && e != ERR_NOT_FOUND)
		return e;
	if (e == OK) {
		nomor = db_int(r, 0);
		if (db_blob(r, 1).n != AUDIT_MAC)
			return ERR_INTERNAL;
		memcpy(mac, db_blob(r, 1).p, AUDIT_MAC);
	}
	e = db_query(db, &r, &Q_BELUM, s->sejak_id, s->banyak);
	while (e == OK && db_next(r)) {
		unsigned char *baru = arena_alloc(a, AUDIT_MAC);

		mac_baris(a, s->kunci, mac, ++nomor, r, 0, baru);
		memcpy(mac, baru, AUDIT_MAC);
		e = db_exec(db, &Q_SEGEL, nomor, db_int(r, 0),
			    ((struct blob){ baru, AUDIT_MAC }));
		s->n++;
	}
	return e;
}

enum err audit_segel(struct db *db, const unsigned char kunci[32],
		     int64_t sejak_id, int64_t banyak, int64_t *n)
{
	struct segel s = { kunci, sejak_id, banyak, 0 };
	enum err e = db_transaction(db, segel, &s);

	*n = e == OK ? s.n : 0;
	return e;
}

enum err audit_terakhir(struct db *db, int64_t *audit_id)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KEPALA);

	*audit_id = e == OK ? db_int(r, 3) : 0;
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err audit_kepala(struct db *db, int64_t *nomor, struct blob *mac,
		      const char **waktu)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KEPALA);

	if (e != OK)
		return e;
	*nomor = db_int(r, 0);
	*mac = db_blob(r, 1);
	*waktu = db_text(r, 2);
	return OK;
}

/* What is wrong with this seal, or NULL; its mac to out. */
static const char *periksa_satu(struct arena *a, const unsigned char kunci[32],
				const struct audit_periksa *p,
				const struct rows *r,
				unsigned char out[AUDIT_MAC])
{
	struct blob mac = db_blob(r, 2);

	if (db_int(r, 0) != p->nomor + 1)
		return "celah";
	if (db_null(r, 3))
		return "hilang";
	mac_baris(a, kunci, p->mac, db_int(r, 0), r, 3, out);
	return mac.n == AUDIT_MAC && crypto_equal(mac.p, out, AUDIT_MAC) ?
		   NULL :
		   "isi";
}

/* The next SEKALI seals, in an arena of their own; *n is how many. */
static enum err periksa_sekian(struct db *db, const unsigned char kunci[32],
			       struct audit_periksa *p, int64_t pada,
			       const unsigned char *mac, bool *cocok, size_t *n)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_URUT, p->nomor, SEKALI);

	*n = 0;
	while (e == OK && p->rusak == 0 && db_next(r)) {
		unsigned char baru[AUDIT_MAC];

		p->sebab = periksa_satu(a, kunci, p, r, baru);
		if (p->sebab != NULL) {
			p->rusak = db_int(r, 0);
			p->audit_id = db_int(r, 1);
			break;
		}
		memcpy(p->mac, baru, AUDIT_MAC);
		p->nomor = db_int(r, 0);
		if (p->nomor == pada && crypto_equal(mac, baru, AUDIT_MAC))
			*cocok = true;
		(*n)++;
	}
	return e;
}

enum err audit_periksa(struct db *db, const unsigned char kunci[32],
		       struct audit_periksa *out, int64_t pada,
		       const unsigned char *mac, bool *cocok)
{
	struct arena *semula = db_arena(db);
	struct arena *a = arena_new();
	enum err e = a == NULL ? ERR_BUSY : OK;
	bool c = false;
	size_t n = 0;

	memset(out, 0, sizeof(*out));
	if (a != NULL)
		db_use_arena(db, a);
	do {
		if (e != OK)
			break;
		e = periksa_sekian(db, kunci, out, pada, mac, &c, &n);
		arena_reset(a);
	} while (n == SEKALI && out->rusak == 0);
	db_use_arena(db, semula);
	arena_free(a);
	if (cocok != NULL)
		*cocok = c;
	return e;
}

enum err audit_catat_periksa(struct db *db, const struct audit_periksa *p)
{
	return db_exec(db, &Q_CATAT, clock_now(db_arena(db), 0), p->nomor,
		       DB_ID(p->rusak), p->sebab);
}
