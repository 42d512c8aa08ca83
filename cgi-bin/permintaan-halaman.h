/*
 * permintaan-halaman.h - what the files of program permintaan share: routes,
 * cards and downloads are permintaan.c, the list permintaan-tabel.c, the detail
 * page permintaan-lihat.c, forms permintaan-formulir.c.
 */
#ifndef PERMINTAAN_HALAMAN_H
#define PERMINTAAN_HALAMAN_H

#include "lembaga-halaman.h"
#include "model/permintaan.h"

/* Add <permintaan …/> with its files and what may be done (<boleh aksi=/>). */
elem *halaman_permintaan(struct req *r, const struct permintaan *k);

/* Add its <pesanan>s and <disposisi>s.  Errors of db_query(). */
enum err halaman_pesanan(struct req *r, elem *e, const struct permintaan *k);
enum err halaman_disposisi(struct req *r, elem *e, const struct permintaan *k);

/* Add <kartu>s: the rows k[dari] up to, not with, k[sampai]. */
void halaman_kartu(elem *e, const struct seri_kartu *k, size_t dari,
		   size_t sampai);

/* Handler of permintaan-lihat.c. */
enum err lihat(struct req *r);

/* Handlers of permintaan-tabel.c. */
enum err daftar(struct req *r);
enum err unduh_daftar(struct req *r);

/* Handlers of permintaan-formulir.c. */
enum err form_baru(struct req *r);
enum err buat(struct req *r);
enum err form_ubah(struct req *r);
enum err ubah(struct req *r);
enum err form_setujui(struct req *r);
enum err setujui(struct req *r);
enum err laporan_seri(struct req *r);
/* The page of every other action; which one is the last word of the path. */
enum err form_langkah(struct req *r);
enum err hapus(struct req *r);
enum err tarik(struct req *r);
enum err tolak(struct req *r);
enum err daftarkan(struct req *r);
enum err disposisi(struct req *r);
enum err terima(struct req *r);
enum err kembalikan(struct req *r);

#endif
