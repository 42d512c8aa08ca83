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
#include "../lib/config.h"
#include "../lib/crypto.h"
#include "../lib/db.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "../model/audit.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define SEKALIGUS  500   /* seals in one transaction */
#define JEDA_MS    1000  /* between two looks */
#define MUNDUR_ID  10000 /* ids below the last seal looked at again */
#define JAM_MS     (3600 * 1000LL)
#define SEMUA_MS   JAM_MS        /* every so often all rows are looked at */
#define PERIKSA_MS (24 * JAM_MS) /* and the chain is checked */

SQL(Q_KUNCI, "SELECT GET_LOCK('sifilma-penyegel-audit', 0)");
SQL(Q_MASIH, "SELECT IS_USED_LOCK('sifilma-penyegel-audit') ="
	     " CONNECTION_ID()");

/* Rate limits an hour old, forms a week old, failed sign-ins two days old. */
SQL(Q_SAPU_LAJU, "DELETE FROM laju WHERE jendela < ? LIMIT 5000");
SQL(Q_SAPU_KIRIMAN, "DELETE FROM kiriman WHERE dibuat < ? LIMIT 5000");
SQL(Q_SAPU_GAGAL, "DELETE FROM gagal_masuk WHERE terakhir < ? LIMIT 5000");

static volatile sig_atomic_t selesai;

static void henti(int sinyal)
{
	(void)sinyal;
	selesai = 1;
}

static void tidur(long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000L };

	nanosleep(&t, NULL); /* a signal ends it */
}

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
static bool segel_semua(struct db *db, struct arena *a,
			const unsigned char *kunci, int64_t sejak_id)
{
	int64_t n = SEKALIGUS;
	enum err e = OK;

	while (n == SEKALIGUS && e == OK && !selesai) {
		arena_reset(a);
		e = audit_segel(db, kunci, sejak_id, SEKALIGUS, &n);
	}
	if (e != OK)
		log_error("not sealed: %s", err_code(e));
	return e == OK;
}

static bool segel_baru(struct db *db, struct arena *a,
		       const unsigned char *kunci, bool semua)
{
	int64_t id = 0;

	arena_reset(a);
	if (!sendirian(db))
		return false;
	if (!semua && audit_terakhir(db, &id) != OK)
		return false;
	id = id > MUNDUR_ID ? id - MUNDUR_ID : 0;
	return segel_semua(db, a, kunci, semua ? 0 : id);
}

static void sapu(struct db *db, struct arena *a)
{
	bool lagi = true;

	while (lagi && !selesai) {
		int64_t n = 0;
		enum err e =
		    db_exec(db, &Q_SAPU_LAJU, clock_now_ms() / 60000 - 60);

		n = db_affected(db);
		if (e == OK)
			e = db_exec(db, &Q_SAPU_KIRIMAN,
				    clock_now(a, -7 * 24 * JAM_MS));
		n += db_affected(db);
		if (e == OK)
			e = db_exec(db, &Q_SAPU_GAGAL,
				    clock_now(a, -48 * JAM_MS));
		n += db_affected(db);
		lagi = e == OK && n > 0;
	}
}

static void periksa_berkala(struct db *db, struct arena *a,
			    const unsigned char *kunci)
{
	struct audit_periksa p;

	arena_reset(a);
	if (audit_periksa(db, kunci, &p, 0, NULL, NULL) != OK)
		return;
	if (p.rusak != 0)
		log_error("the audit chain is broken at seal %" PRId64 " (%s)",
			  p.rusak, p.sebab);
	audit_catat_periksa(db, &p);
}

static int layani(struct db *db, struct arena *a, const unsigned char *kunci)
{
	int64_t semua = 0, periksa = 0;
	struct sigaction sa = { .sa_handler = henti, .sa_flags = SA_RESTART };

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	while (!selesai) {
		int64_t kini = clock_now_ms();
		bool lengkap = kini - semua >= SEMUA_MS;

		if (segel_baru(db, a, kunci, lengkap)) {
			if (lengkap) {
				semua = kini;
				sapu(db, a);
			}
			if (kini - periksa >= PERIKSA_MS) {
				periksa = kini;
				periksa_berkala(db, a, kunci);
			}
		}
		if (!selesai)
			tidur(JEDA_MS);
	}
	return 0;
}

static int kepala(struct db *db, struct arena *a)
{
	int64_t nomor;
	struct blob mac;
	const char *waktu;
	enum err e = audit_kepala(db, &nomor, &mac, &waktu);

	if (e == ERR_NOT_FOUND)
		printf("0\t-\t-\n");
	else if (e == OK)
		printf("%" PRId64 "\t%s\t%s\n", nomor,
		       text_hex(a, mac.p, mac.n), waktu);
	return e == OK || e == ERR_NOT_FOUND ? 0 : 2;
}

static int periksa(struct db *db, const unsigned char *kunci, int argc,
		   char **argv)
{
	unsigned char mac[AUDIT_MAC];
	struct audit_periksa p;
	int64_t pada = 0;
	bool cocok = true;

	if (argc == 4 && (!text_to_int(argv[2], &pada) || pada < 1 ||
			  !text_from_hex(argv[3], mac, sizeof(mac)))) {
		fprintf(stderr, "penyegel-audit: NUMBER and MAC as --kepala"
				" prints them\n");
		return 2;
	}
	if (audit_periksa(db, kunci, &p, pada, mac, pada > 0 ? &cocok : NULL) !=
	    OK) {
		fprintf(stderr, "penyegel-audit: the log cannot be read\n");
		return 2;
	}
	if (p.rusak != 0) {
		printf("RUSAK\tsegel %" PRId64 "\tbaris %" PRId64 "\t%s\n",
		       p.rusak, p.audit_id, p.sebab);
		return 1;
	}
	if (!cocok) {
		printf("RUSAK\tsegel %" PRId64 "\tkepala berbeda\n", pada);
		return 1;
	}
	printf("UTUH\t%" PRId64 " segel\n", p.nomor);
	return 0;
}

static int jalankan(struct db *db, struct arena *a, int argc, char **argv)
{
	const char *cara = argc > 1 ? argv[1] : "";
	unsigned char kunci[32];

	if (strcmp(cara, "--kepala") == 0 && argc == 2)
		return kepala(db, a);
	if (!crypto_start() || !crypto_key("segel", kunci))
		return 2;
	if (strcmp(cara, "--periksa") == 0 && (argc == 2 || argc == 4))
		return periksa(db, kunci, argc, argv);
	if (strcmp(cara, "--sekali") == 0 && argc == 2) {
		if (segel_baru(db, a, kunci, true))
			return 0;
		fprintf(stderr, "penyegel-audit: another one runs, or the"
				" database does not answer\n");
		return 2;
	}
	if (argc == 1)
		return layani(db, a, kunci);
	fprintf(stderr, "usage: penyegel-audit [--sekali | --kepala |"
			" --periksa [NUMBER MAC]]\n");
	return 2;
}

int main(int argc, char **argv)
{
	struct arena *a = NULL;
	struct db *db = NULL;
	int keluar = 2;

	log_context("penyegel-audit", NULL);
	if (!config_load())
		return 2;
	a = arena_new();
	db = db_new("penyegel-audit");
	if (a != NULL && db != NULL) {
		db_use_arena(db, a);
		keluar = jalankan(db, a, argc, argv);
	}
	db_free(db);
	arena_free(a);
	return keluar;
}
