/*
 * penyegel-audit.c - seals the audit log (U-23; the chain is in
 * model/audit.h).  It alone can read the key kunci_dir/segel.  Once an hour
 * it also sweeps rows that are needed for a while only.
 *
 *	penyegel-audit		seal what comes in, until SIGTERM
 *	penyegel-audit --sekali	seal what there is
 *	penyegel-audit --kepala	print number, mac and time of the last seal
 *	penyegel-audit --periksa [NUMBER MAC]
 *		check the whole chain, and that seal NUMBER (printed once by
 *		--kepala) still has that MAC; ends with 1, naming the first
 *		bad row, when it does not fit
 */
#include "../lib/clock.h"
#include "../lib/crypto.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "../lib/worker.h"
#include "../model/audit.h"

#include <inttypes.h>
#include <stdio.h>

#define SEKALIGUS  500   /* seals in one transaction */
#define JEDA_MS    1000  /* between two looks */
#define MUNDUR_ID  10000 /* ids below the last seal looked at again */
#define JAM_MS     (3600 * 1000LL)
#define SEMUA_MS   JAM_MS        /* every so often all rows are looked at */
#define PERIKSA_MS (24 * JAM_MS) /* and the chain is checked */

SQL(Q_KUNCI, "SELECT GET_LOCK('sifilma-penyegel-audit', 0)");
SQL(Q_MASIH, "SELECT IS_USED_LOCK('sifilma-penyegel-audit') ="
	     " CONNECTION_ID()");

/* Rate limits an hour old, forms a week old, codes and sign-ins that waited
   for one a day old.  What a setting decides about is penjaga-retensi's. */
SQL(Q_SAPU_LAJU, "DELETE FROM laju WHERE jendela < ? LIMIT 5000");
SQL(Q_SAPU_KIRIMAN, "DELETE FROM kiriman WHERE dibuat < ? LIMIT 5000");
SQL(Q_SAPU_KODE, "DELETE FROM faktor_kode WHERE dibuat < ? LIMIT 5000");
SQL(Q_SAPU_TUNDA, "DELETE FROM masuk_tunda WHERE berakhir < ? LIMIT 5000");

static unsigned char kunci[32];

/*
 * True when this is the only sealer: the lock belongs to the connection, so a
 * new connection has to take it anew.
 */
static bool sendirian(struct db *db)
{
	struct rows *r;

	if (db_one(db, &r, &Q_MASIH) == OK && db_int(r, 0) == 1)
		return true;
	return db_one(db, &r, &Q_KUNCI) == OK && db_int(r, 0) == 1;
}

/* Seal all there is above sejak_id.  False when it did not work. */
static bool segel_semua(struct db *db, int64_t sejak_id)
{
	int64_t n = SEKALIGUS;
	enum err e = OK;

	while (n == SEKALIGUS && e == OK && !worker_ended()) {
		arena_reset(db_arena(db));
		e = audit_segel(db, kunci, sejak_id, SEKALIGUS, &n);
	}
	if (e != OK)
		log_error("not sealed: %s", err_code(e));
	return e == OK;
}

static bool segel_baru(struct db *db, bool semua)
{
	int64_t id = 0;

	if (!sendirian(db))
		return false;
	if (!semua && audit_terakhir(db, &id) != OK)
		return false;
	id = id > MUNDUR_ID ? id - MUNDUR_ID : 0;
	return segel_semua(db, semua ? 0 : id);
}

static void sapu(struct db *db)
{
	static const struct {
		struct sql *hapus;
		int64_t umur_ms;
	} tabel[] = {
		{ &Q_SAPU_KIRIMAN, 7 * 24 * JAM_MS },
		{ &Q_SAPU_KODE, 24 * JAM_MS },
		{ &Q_SAPU_TUNDA, 24 * JAM_MS },
	};
	struct arena *a = db_arena(db);
	bool lagi = true;

	while (lagi && !worker_ended()) {
		enum err e =
		    db_exec(db, &Q_SAPU_LAJU, clock_now_ms() / 60000 - 60);
		int64_t n = db_affected(db);

		for (size_t i = 0;
		     i < sizeof(tabel) / sizeof(*tabel) && e == OK; i++) {
			e = db_exec(db, tabel[i].hapus,
				    clock_now(a, -tabel[i].umur_ms));
			n += db_affected(db);
		}
		lagi = e == OK && n > 0;
	}
}

static void periksa_berkala(struct db *db)
{
	struct audit_periksa p;

	arena_reset(db_arena(db));
	if (audit_periksa(db, kunci, &p, 0, NULL, NULL) != OK)
		return;
	if (p.rusak != 0)
		log_error("the audit chain is broken at seal %" PRId64 " (%s)",
			  p.rusak, p.sebab);
	audit_catat_periksa(db, &p);
}

static int64_t tinjau(struct db *db)
{
	static int64_t semua, diperiksa;
	int64_t kini = clock_now_ms();
	bool lengkap = kini - semua >= SEMUA_MS;

	if (!segel_baru(db, lengkap))
		return JEDA_MS;
	if (lengkap) {
		semua = kini;
		sapu(db);
	}
	if (kini - diperiksa >= PERIKSA_MS) {
		diperiksa = kini;
		periksa_berkala(db);
	}
	return JEDA_MS;
}

static int sekali(struct db *db, char **sisa)
{
	(void)sisa;
	if (segel_baru(db, true))
		return 0;
	fprintf(stderr, "penyegel-audit: another one runs, or the database"
			" does not answer\n");
	return WORKER_UNABLE;
}

static int kepala(struct db *db, char **sisa)
{
	int64_t nomor;
	struct blob mac;
	const char *waktu;
	enum err e = audit_kepala(db, &nomor, &mac, &waktu);

	(void)sisa;
	if (e == ERR_NOT_FOUND)
		printf("0\t-\t-\n");
	else if (e == OK)
		printf("%" PRId64 "\t%s\t%s\n", nomor,
		       text_hex(db_arena(db), mac.p, mac.n), waktu);
	return e == OK || e == ERR_NOT_FOUND ? 0 : WORKER_UNABLE;
}

static int periksa(struct db *db, char **sisa)
{
	unsigned char mac[AUDIT_MAC];
	struct audit_periksa p;
	int64_t pada = 0;
	bool cocok = true;

	if (sisa[0] != NULL &&
	    (!text_to_int(sisa[0], &pada) || pada < 1 || sisa[1] == NULL ||
	     !text_from_hex(sisa[1], mac, sizeof(mac)))) {
		fprintf(stderr, "penyegel-audit: NUMBER and MAC as --kepala"
				" prints them\n");
		return WORKER_UNABLE;
	}
	if (audit_periksa(db, kunci, &p, pada, mac, pada > 0 ? &cocok : NULL) !=
	    OK) {
		fprintf(stderr, "penyegel-audit: the log cannot be read\n");
		return WORKER_UNABLE;
	}
	if (p.rusak != 0) {
		printf("RUSAK\tsegel %" PRId64 "\tbaris %" PRId64 "\t%s\n",
		       p.rusak, p.audit_id, p.sebab);
		return WORKER_FAILED;
	}
	if (!cocok) {
		printf("RUSAK\tsegel %" PRId64 "\tkepala berbeda\n", pada);
		return WORKER_FAILED;
	}
	printf("UTUH\t%" PRId64 " segel\n", p.nomor);
	return 0;
}

static bool siap(void)
{
	return crypto_key("segel", kunci);
}

static const struct worker pekerja = {
	.name = "penyegel-audit",
	.usage = "[--sekali | --kepala | --periksa [NUMBER MAC]]",
	.start = siap,
	.round = tinjau,
	.options = { { "--sekali", 0, sekali },
		     { "--kepala", 0, kepala },
		     { "--periksa", 2, periksa } },
};

int main(int argc, char **argv)
{
	return worker_main(argc, argv, &pekerja);
}
