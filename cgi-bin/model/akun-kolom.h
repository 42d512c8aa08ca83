/* akun-kolom.h - what akun.c and akun-cari.c read of an account, and nobody
 * else. */
#ifndef AKUN_KOLOM_H
#define AKUN_KOLOM_H

#include "akun.h"

#define AKUN_KOLOM                                                             \
	"SELECT a.id, a.username, a.nama, a.peran, a.lembaga_id, a.jabatan,"   \
	" a.nip, a.email, a.email_sah, a.telepon, a.alamat, a.kota,"           \
	" a.provinsi, a.status, a.alasan, a.lembaga_baru, a.lembaga_jenis,"    \
	" a.masuk_terakhir, a.sandi_diubah, a.dibuat, a.diputus, l.nama,"      \
	" l.kode, l.jenis, a.sandi IS NOT NULL, a.versi, a.foto"               \
	" FROM akun a LEFT JOIN lembaga l ON l.id = a.lembaga_id"

/* The current row of a query that begins with AKUN_KOLOM. */
void akun_isi(struct rows *r, struct akun *a);

#endif
