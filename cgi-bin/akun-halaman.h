/* akun-halaman.h - handlers of program akun that its files share. */
#ifndef AKUN_HALAMAN_H
#define AKUN_HALAMAN_H

#include "lib/app.h"

/* akun.c: is it this person's password?  What is wrong is reported at the
   field; wrong tries count. */
enum err sandi_tanya(struct req *r, const char *ruas, const char *sandi);

/* akun-profil.c: the profile, a new e-mail address */
enum err profil_tampil(struct req *r);
enum err profil_form(struct req *r);
enum err profil_simpan(struct req *r);
enum err email_form(struct req *r);
enum err email_ubah(struct req *r);
enum err email_ulang(struct req *r);
enum err email_batal(struct req *r);

/* akun-foto.c: the picture */
enum err foto_form(struct req *r);
enum err foto_simpan(struct req *r);
enum err foto_hapus(struct req *r);
enum err foto_lihat(struct req *r);

/* akun-data.c: personal data: seeing it, taking it along, having it erased */
enum err data_tampil(struct req *r);
enum err data_unduh(struct req *r);
enum err data_hapus_form(struct req *r);
enum err data_hapus_minta(struct req *r);
enum err data_hapus_tarik(struct req *r);

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
