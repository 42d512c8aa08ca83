/*
 * balikan-halaman.h - what the files of program balikan share.  The route
 * table and the institution's overview are balikan.c; sendings are
 * balikan-kiriman.c; each other file is named above its handlers.
 */
#ifndef BALIKAN_HALAMAN_H
#define BALIKAN_HALAMAN_H

#include "lib/app.h"
#include "model/balikan-kiriman.h"
#include "model/balikan-param.h"
#include "model/balikan-token.h"

/* Who sends, and who reads all sendings. */
#define BALIKAN_BACA (ROLE_PEMINTA | ROLE_DITJEN)

/* Add a sending as the element `nama`: its summary and counts. */
elem *halaman_kiriman(struct req *r, elem *parent, const char *nama,
		      const struct balikan_kiriman *k);

/* Handlers of balikan-kiriman.c: sendings (B-06, B-08). */
enum err kiriman_daftar(struct req *r);
enum err kiriman_galat(struct req *r);
enum err kiriman_unduh(struct req *r);
enum err kiriman_lihat(struct req *r);
enum err kiriman_tolakan(struct req *r);
enum err kiriman_langkah(struct req *r);
enum err kiriman_batal(struct req *r);
enum err kiriman_urungkan(struct req *r);

/* balikan-pantau.c: Ditjen's dashboard, institutions, who owes data. */
enum err balikan_dasbor(struct req *r);
enum err pantau_daftar(struct req *r);
enum err pantau_lihat(struct req *r);
enum err pantau_unduh(struct req *r);
enum err tunggakan_daftar(struct req *r);
enum err tunggakan_unduh(struct req *r);

/* Months after which an institution owes data, when there is no setting
   balikan_tunggak_bulan. */
#define TUNGGAK_BULAN 3

/* UTC, in the request's arena: since when an institution must have sent
   nothing to owe data for `bulan` months of the calendar
   (balikan_menunggak()). */
const char *tunggakan_sebelum(struct req *r, int64_t bulan);

/* balikan-penduduk.c: what is known of a NIK. */
enum err penduduk_cari(struct req *r);

/* Add a parameter as <ruas>, the urut'th from 1. */
elem *halaman_ruas(elem *parent, const struct balikan_ruas *s, size_t urut);

/* Handlers of balikan-parameter.c: the parameters (B-01). */
enum err parameter_lihat(struct req *r);
enum err parameter_versi(struct req *r);
enum err parameter_form(struct req *r);
enum err parameter_form_lagi(struct req *r);
enum err parameter_ubah(struct req *r);
enum err parameter_simpan(struct req *r);

/* balikan-formulir.c: one record by form (B-03). */
enum err formulir(struct req *r);
enum err formulir_simpan(struct req *r);

/* balikan-templat.c: the file to fill in (B-02). */
enum err templat_unduh(struct req *r);

/* Add a token as <token>. */
void halaman_token(struct req *r, elem *parent, const struct balikan_token *t);

/* Handlers of balikan-layanan.c: the web service's tokens (B-05). */
enum err layanan_lihat(struct req *r);
enum err layanan_buat(struct req *r);
enum err layanan_cabut_langkah(struct req *r);
enum err layanan_cabut(struct req *r);

#endif
