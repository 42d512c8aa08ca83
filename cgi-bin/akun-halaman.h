/* akun-halaman.h - handlers of program akun that are not in akun.c. */
#ifndef AKUN_HALAMAN_H
#define AKUN_HALAMAN_H

#include "lib/app.h"

/* akun-faktor.c: the second factor, {kode} is totp, surel or wa. */
enum err faktor_tampil(struct req *r);
enum err faktor_langkah(struct req *r);
enum err faktor_aktifkan(struct req *r);
enum err faktor_pasang(struct req *r);
enum err faktor_sahkan(struct req *r);
enum err faktor_lepas(struct req *r);
enum err faktor_lanjut(struct req *r);
enum err pemulihan_tampil(struct req *r);
enum err pemulihan_baru(struct req *r);
enum err perangkat_cabut(struct req *r);
enum err perangkat_cabut_semua(struct req *r);

#endif
