/*
 * uji-perjanjian-bantu.h - what uji-perjanjian and uji-masa share:
 * institutions, agreements and cards of their own, and a clock that is moved.
 *
 * Ids of their rows: institutions 940001 (the bank) and 940002 (a Dinas), each
 * with the request of that id, 940003 (a producer), 940009 (Ditjen); cards from
 * 940000.  isi() makes it 1 March 2026.
 */
#ifndef UJI_PERJANJIAN_BANTU_H
#define UJI_PERJANJIAN_BANTU_H

#include "model/perjanjian-masa.h"
#include "uji-basis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

extern const struct pelaku admin, bank, lain;

/* Set-up and teardown of a test that needs the database. */
int isi(void **state);
int kosongkan(void **state);
#define UJI(nama) cmocka_unit_test_setup_teardown(nama, isi, kosongkan)

/* Noon of a day in the office's zone becomes now. */
void pergi(const char *hari);

/* An agreement of the bank as the form gives it, with a number of its own. */
struct perjanjian_isian contoh(const char *mulai, const char *berakhir);

/* Record one; its id. */
int64_t catat(struct perjanjian_isian in);
int64_t buat(const char *mulai, const char *berakhir);

/* So many cards of a request in a state, with ids above awal; with a manifest
   each for all its cards in that state; both. */
void pasang_kartu(int64_t permintaan, int64_t awal, int64_t banyak,
		  const char *status);
enum err pasang_manifes(struct db *basis, int64_t permintaan,
			const char *status, int64_t perjanjian,
			const char *status_manifes);
void pasang(int64_t permintaan, int64_t awal, int64_t banyak,
	    const char *status, int64_t perjanjian, const char *status_manifes);

/* How many cards of a request are in a state (ditandai 1: and marked for a
   new manifest); manifests of an agreement; events in its timeline. */
int64_t kartu(int64_t permintaan, const char *status, int64_t ditandai);
int64_t manifes(int64_t perjanjian, const char *status);
int64_t riwayat(int64_t perjanjian, const char *kode);

/* Messages to the bank; the data of the last one to *data (NULL: unwanted). */
int64_t surat(const char *templat, const char **data);

/* So many cards have "nonaktif" in their history, each once. */
void nonaktif_tercatat(int64_t permintaan, int64_t banyak,
		       const char **catatan);

/* A round of the worker on a day, without what signs. */
void putaran(const char *hari);

#endif
