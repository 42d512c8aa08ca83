/*
 * verifikasi.c - see verifikasi.h.
 */
#include "verifikasi.h"
#include "../lib/text.h"

#include <string.h>

#define KOLOM                                                                  \
	"SELECT d.id, d.jenis, d.nomor, d.tanggal, a.nama, a.jabatan,"         \
	" d.ditandatangani, d.status, d.dicabut, l.nama, r.nama, d.sha256,"    \
	" d.ukuran, g.nomor FROM dokumen d"                                    \
	" LEFT JOIN akun a ON a.id = d.penandatangan_id"                       \
	" LEFT JOIN lembaga l ON l.id = d.lembaga_id"                          \
	" LEFT JOIN lembaga r ON r.id = d.produsen_id"                         \
	" LEFT JOIN dokumen g ON g.id = d.pengganti_id"

SQL(Q_KODE, KOLOM " WHERE d.kode = ?");
SQL(Q_BERKAS, KOLOM " WHERE d.sha256 = ? ORDER BY d.id LIMIT 1");

/* Words of so few letters tell nothing: PT, CV, Tbk. */
#define KATA_PENDEK 3
#define TITIK       "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2"

const char *verifikasi_samarkan(struct arena *a, const char *nama)
{
	struct buf b = { .a = a };

	if (nama == NULL)
		return NULL;
	buf_text(&b, "");
	while (*nama != '\0') {
		size_t n = strcspn(nama, " ");
		size_t satu = 1;

		while (((unsigned char)nama[satu] & 0xC0) == 0x80)
			satu++;
		if (n == 0) {
			buf_char(&b, *nama++);
			continue;
		}
		if (text_length(arena_strndup(a, nama, n)) <= KATA_PENDEK) {
			buf_bytes(&b, nama, n);
		} else {
			buf_bytes(&b, nama, satu);
			buf_text(&b, TITIK);
		}
		nama += n;
	}
	return b.p;
}

const char *verifikasi_baca_kode(struct arena *a, const char *s)
{
	static const char jalur[] = "/verifikasi/";
	const char *ekor = strstr(s, jalur);
	char *out = arena_alloc(a, VERIFIKASI_KODE + 1);
	size_t n = 0;

	if (ekor != NULL)
		s = ekor + sizeof(jalur) - 1;
	for (; *s != '\0'; s++) {
		char c = *s >= 'A' && *s <= 'F' ? (char)(*s - 'A' + 'a') : *s;

		if (c == ' ' || c == '-')
			continue;
		if (n == VERIFIKASI_KODE ||
		    strchr("0123456789abcdef", c) == NULL)
			return NULL;
		out[n++] = c;
	}
	return n == VERIFIKASI_KODE ? out : NULL;
}

static enum err isi(struct db *db, struct rows *r, struct verifikasi *out)
{
	struct arena *a = db_arena(db);

	*out = (struct verifikasi){
		.id = db_int(r, 0),
		.jenis = db_text(r, 1),
		.nomor = db_text(r, 2),
		.tanggal = db_text(r, 3),
		.penandatangan = db_text(r, 4),
		.jabatan = db_text(r, 5),
		.ditandatangani = db_text(r, 6),
		.status = db_text(r, 7),
		.dicabut = db_text(r, 8),
		.lembaga = verifikasi_samarkan(a, db_text(r, 9)),
		.produsen = verifikasi_samarkan(a, db_text(r, 10)),
		.sha256 = db_text(r, 11),
		.ukuran = db_int(r, 12),
		.nomor_pengganti = db_text(r, 13),
	};
	return OK;
}

enum err verifikasi_kode(struct db *db, const char *kode,
			 struct verifikasi *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KODE, kode);

	return e == OK ? isi(db, r, out) : e;
}

enum err verifikasi_berkas(struct db *db, const char *sha256,
			   struct verifikasi *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_BERKAS, sha256);

	return e == OK ? isi(db, r, out) : e;
}
