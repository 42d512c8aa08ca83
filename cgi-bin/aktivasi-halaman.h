/*
 * aktivasi-halaman.h - what the files of program aktivasi share: the route
 * table and the list of requests are aktivasi.c, one request and its forms
 * aktivasi-permintaan.c, its rows aktivasi-baris.c, its tokens
 * aktivasi-token.c, the register of cards aktivasi-kartu.c, "Do Aktivasi" and
 * relocation aktivasi-tempat.c, suspensions aktivasi-sanksi.c,
 * files of many cards aktivasi-massal.c, returns aktivasi-kembali.c, the trace
 * of a serial aktivasi-lacak.c, readers by place aktivasi-peta.c, what the
 * public may fetch aktivasi-publik.c.
 */
#ifndef AKTIVASI_HALAMAN_H
#define AKTIVASI_HALAMAN_H

#include "lib/app.h"
#include "model/aktivasi.h"

/* Add <aktivasi …/> with its letter and what may be done (<boleh aksi=/>). */
elem *halaman_aktivasi(struct req *r, const struct aktivasi *k);

/* One that the person may see and, now, do this to; another state is
   ERR_CONFLICT. */
enum err aktivasi_untuk(struct req *r, const char *aksi, struct aktivasi *k);

/* Add <kartu …/>: a row of a request. */
elem *halaman_baris(elem *parent, const struct aktivasi_baris *b);

/*
 * Pages of numbered rows: which one the address asks for (?hal=), made to fit,
 * with <lembar hal= dari= sampai= banyak= per=/> on the page.
 */
struct lembar {
	int64_t hal;
	int64_t dari; /* first and last row of it */
	int64_t sampai;
};
struct lembar halaman_lembar(struct req *r, int64_t hal, int64_t jumlah);

/* Rows on one of them. */
#define LEMBAR_BARIS 50

/* Handlers of aktivasi-permintaan.c. */
enum err minta_form_baru(struct req *r);
enum err minta_buat(struct req *r);
enum err minta_lihat(struct req *r);
enum err minta_berkas(struct req *r);
enum err minta_form_ubah(struct req *r);
enum err minta_ubah(struct req *r);
/* The page of every other action; which one is the last word of the path. */
enum err minta_form_langkah(struct req *r);
enum err minta_hapus(struct req *r);
enum err minta_kirim(struct req *r);
enum err minta_tarik(struct req *r);
enum err minta_setujui(struct req *r);
enum err minta_tolak(struct req *r);

/* Handlers of aktivasi-baris.c. */
enum err baris_lihat(struct req *r);
enum err baris_simpan(struct req *r);
enum err baris_templat(struct req *r);
enum err baris_form_impor(struct req *r);
enum err baris_impor(struct req *r);
enum err baris_laporan(struct req *r);

/* Handlers of aktivasi-publik.c: files for machines. */
enum err publik_sertifikat(struct req *r);
enum err publik_otoritas(struct req *r);
enum err publik_daftar_cabut(struct req *r);
enum err manifes_unduh_xml(struct req *r);
enum err manifes_unduh_pdf(struct req *r);

/* Handlers of aktivasi-kembali.c. */
enum err kembali_daftar(struct req *r);
enum err kembali_form(struct req *r);
enum err kembali_catat(struct req *r);
enum err kembali_lihat(struct req *r);
/* The page of a step; which one is the last word of the path. */
enum err kembali_langkah(struct req *r);
enum err kembali_kirim(struct req *r);
enum err kembali_terima(struct req *r);
enum err kembali_batal(struct req *r);

/* Handlers of aktivasi-lacak.c. */
enum err lacak_depan(struct req *r);
enum err lacak_lihat(struct req *r);

/* Handlers of aktivasi-peta.c. */
enum err peta_lihat(struct req *r);
enum err peta_unduh(struct req *r);
enum err peta_lembaga(struct req *r);
enum err peta_lembaga_unduh(struct req *r);

struct buku;

/* Add <kartu …/>: a card of the register (aktivasi-kartu.c). */
elem *halaman_buku(elem *parent, const struct buku *b);

/* Handlers of aktivasi-kartu.c. */
enum err kartu_daftar_halaman(struct req *r);
enum err kartu_unduh(struct req *r);
enum err kartu_lihat(struct req *r);

/* Handlers of aktivasi-tempat.c; activation or relocation by the path. */
enum err kartu_form(struct req *r);
enum err kartu_form_wilayah(struct req *r);
enum err wilayah_pilihan(struct req *r);
enum err kartu_aktifkan(struct req *r);
enum err kartu_pindah(struct req *r);

/* Handlers of aktivasi-sanksi.c; suspending or lifting by the path. */
enum err sanksi_tampil(struct req *r);
enum err kartu_tangguh(struct req *r);
enum err kartu_pulih(struct req *r);

/* Handlers of aktivasi-massal.c. */
enum err massal_daftar_halaman(struct req *r);
enum err massal_kirim(struct req *r);
enum err massal_templat(struct req *r);
enum err massal_lihat(struct req *r);
enum err massal_galat(struct req *r);
enum err massal_zip(struct req *r);

/* Handlers of aktivasi-token.c. */
enum err halaman_token(struct req *r);
enum err buka_token(struct req *r);
enum err unduh_token(struct req *r);
enum err form_token_ulang(struct req *r);
enum err token_ulang(struct req *r);

#endif
