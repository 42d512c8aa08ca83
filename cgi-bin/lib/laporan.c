/* laporan.c - see laporan.h. */
#include "laporan.h"
#include "crypto.h"
#include "store.h"

enum err laporan_tabel(struct req *r, const char *ruas, struct tabel_galat g)
{
	return form_error_row(
	    r, ruas, arena_printf(r->a, "tabel-%s", tabel_kode_nama(g.kode)),
	    (int64_t)g.nomor, NULL);
}

static const char *segel(struct req *r, const char *jenis, const char *sha256)
{
	return crypto_seal(r->a,
			   arena_printf(r->a, "laporan-%s:%lld:%lld", jenis,
					(long long)r->who.akun,
					(long long)req_id(r, "id")),
			   sha256);
}

enum err laporan_simpan(struct req *r, const char *jenis, struct blob csv,
			const char **akhir)
{
	const char *sha256, *cap;
	enum err e = store_put(r->a, csv.p, csv.n, &sha256);

	if (e != OK)
		return e;
	cap = segel(r, jenis, sha256);
	if (cap == NULL)
		return ERR_INTERNAL;
	*akhir = arena_printf(r->a, "%s?segel=%s", sha256, cap);
	return OK;
}

enum err laporan_kirim(struct req *r, const char *jenis, const char *nama)
{
	const char *sha256 = req_code(r, "kode");
	const char *cap = form_value(r, "segel");
	const char *benar = segel(r, jenis, sha256);

	if (cap == NULL || benar == NULL || !crypto_equal_text(benar, cap) ||
	    !store_has(r->a, sha256, NULL))
		return ERR_NOT_FOUND;
	nama = req_id(r, "id") == 0 ? arena_printf(r->a, "%s.csv", nama) :
				      arena_printf(r->a, "%s-%lld.csv", nama,
						   (long long)req_id(r, "id"));
	req_send_stored(r, sha256, "text/csv; charset=utf-8", nama, false);
	return OK;
}
