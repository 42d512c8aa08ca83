/* templat.c - see templat.h. */
#include "templat.h"

#include <string.h>

const char *const templat_kelompok_semua[] = {
	"permintaan", "proses", "dokumen", "aktivasi", "perjanjian", "akun",
	NULL,
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
