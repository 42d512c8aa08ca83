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
SQL(Q_MANIFES, "SELECT m.kode, l.nama, m.seri_mesin, m.fungsi,"
	       " m.berlaku_dari, m.berlaku_sampai, m.diterbitkan, m.status,"
	       " m.sebab, m.tidak_berlaku FROM manifes m"
	       " JOIN lembaga l ON l.id = m.lembaga_id WHERE m.kode = ?");
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

/* Ends that are seen; a serial that short is not seen at all. */
#define SERI_UJUNG 2

const char *verifikasi_samarkan_seri(struct arena *a, const char *seri)
{
	size_t n = seri == NULL ? 0 : strlen(seri);

	if (seri == NULL)
		return NULL;
	if (n <= 2 * SERI_UJUNG)
		return TITIK;
	return arena_printf(a, "%.*s" TITIK "%s", SERI_UJUNG, seri,
			    seri + n - SERI_UJUNG);
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

enum err verifikasi_manifes(struct db *db, const char *kode, const char *hari,
			    struct verifikasi_manifes *out)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_one(db, &r, &Q_MANIFES, kode);

	if (e != OK)
		return e;
	*out = (struct verifikasi_manifes){
		.kode = db_text(r, 0),
		.lembaga = verifikasi_samarkan(a, db_text(r, 1)),
		.seri_mesin = verifikasi_samarkan_seri(a, db_text(r, 2)),
		.fungsi = db_text(r, 3),
		.berlaku_dari = db_text(r, 4),
		.berlaku_sampai = db_text(r, 5),
		.diterbitkan = db_text(r, 6),
		.status = db_text(r, 7),
		.sebab = db_text(r, 8),
		.tidak_berlaku = db_text(r, 9),
	};
	/* The date alone ends it, whether anything has run or not. */
	if (strcmp(out->status, "berlaku") == 0 &&
	    strcmp(out->berlaku_sampai, hari) < 0)
		out->status = "berakhir";
	return OK;
}
