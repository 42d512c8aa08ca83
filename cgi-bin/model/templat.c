/* templat.c - see templat.h. */
#include "templat.h"
#include "../lib/text.h"

#include <string.h>

const char *const templat_kelompok_semua[] = {
	"permintaan", "proses",	 "dokumen", "aktivasi",
	"perjanjian", "balikan", "akun",    NULL,
};

/* By the beginning of the code; the whole code where it ends without '-'. */
static const struct {
	const char *awal;
	const char *kelompok;
} aturan[] = {
	{ "permintaan-", "permintaan" },
	{ "tiket-", "proses" },
	{ "estimasi-", "proses" },
	{ "produksi-", "proses" },
	{ "siap-serah", "proses" },
	{ "diserahkan", "proses" },
	{ "serah-terima-", "proses" },
	{ "selesai", "proses" },
	{ "dokumen-", "dokumen" },
	{ "aktivasi-", "aktivasi" },
	{ "token-", "aktivasi" },
	{ "kartu-", "aktivasi" },
	{ "massal-", "aktivasi" },
	{ "pengembalian-", "aktivasi" },
	{ "perjanjian-", "perjanjian" },
	{ "balikan-", "balikan" },
};

const char *templat_kelompok(const char *templat)
{
	for (size_t i = 0; i < sizeof(aturan) / sizeof(*aturan); i++) {
		const char *awal = aturan[i].awal;
		size_t n = strlen(awal);

		if (awal[n - 1] == '-' ? strncmp(templat, awal, n) == 0 :
					 strcmp(templat, awal) == 0)
			return aturan[i].kelompok;
	}
	return "akun";
}

bool templat_isi(struct arena *a, const char **tempat, const char **nama,
		 const char **nilai)
{
	const char *p = *tempat + strspn(*tempat, "\n");
	size_t n = strcspn(p, "\n");
	const char *sama = memchr(p, '=', n);

	if (n == 0)
		return false;
	*tempat = p + n;
	*nama = arena_strndup(a, p, sama == NULL ? n : (size_t)(sama - p));
	*nilai = sama == NULL ?
		     "" :
		     arena_strndup(a, sama + 1, (size_t)(p + n - sama) - 1);
	return true;
}

/* Of messages whose data names no page. */
static const struct {
	const char *templat;
	const char *ke;
} halaman[] = {
	{ "akun-baru", "/admin/akun?status=menunggu" },
	{ "akun-disetujui", "/login" },
	{ "akun-ditahan", "/akun/sesi" },
	{ "email-diganti", "/akun/profil" },
	{ "profil-diubah", "/akun/profil" },
	{ "sandi-diganti", "/akun/sesi" },
};

/* The first of several: what a person typed stands behind our own. */
static void pertama(const char **tempat, const char *nilai)
{
	if (*tempat == NULL && *nilai != '\0')
		*tempat = nilai;
}

const char *templat_ke(struct arena *a, const char *templat, const char *data)
{
	const char *jalur = NULL, *id = NULL, *tiket = NULL;
	const char *nama, *nilai;

	while (templat_isi(a, &data, &nama, &nilai)) {
		if (strcmp(nama, "jalur") == 0)
			pertama(&jalur, nilai);
		else if (strcmp(nama, "id") == 0)
			pertama(&id, nilai);
		else if (strcmp(nama, "tiket") == 0)
			pertama(&tiket, nilai);
	}
	/* Not "//host" or "/\host": that is another site's. */
	if (jalur != NULL && jalur[0] == '/' && jalur[1] != '/' &&
	    jalur[1] != '\\')
		return jalur;
	if (id != NULL && strncmp(templat, "permintaan-", 11) == 0)
		return arena_printf(a, "/permintaan/%s", text_url(a, id));
	if (tiket != NULL)
		return arena_printf(a, "/proses?cari=%s", text_url(a, tiket));
	for (size_t i = 0; i < sizeof(halaman) / sizeof(*halaman); i++)
		if (strcmp(templat, halaman[i].templat) == 0)
			return halaman[i].ke;
	return NULL;
}
