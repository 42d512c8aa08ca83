/*
 * penduduk.c - see penduduk.h.
 */
#include "penduduk.h"

SQL(Q_AMBIL, "SELECT nama, LPAD(no_kk, 16, '0'), tempat_lahir, tanggal_lahir,"
	     " jenis_kelamin, alamat, wilayah_kode, status FROM penduduk"
	     " WHERE nik = ?");

enum err penduduk_ambil(struct db *db, uint64_t nik, struct penduduk *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_AMBIL, (int64_t)nik);

	if (e == OK)
		*out = (struct penduduk){
			.nama = db_text(r, 0),
			.no_kk = db_text(r, 1),
			.tempat_lahir = db_text(r, 2),
			.tanggal_lahir = db_text(r, 3),
			.jenis_kelamin = db_text(r, 4),
			.alamat = db_text(r, 5),
			.wilayah_kode = db_text(r, 6),
			.status = db_text(r, 7),
		};
	return e;
}
