/* err.c - the table of err.h. */
#include "err.h"

#include <stddef.h>

static const struct {
	int status;
	const char *code;
} table[ERR_N] = {
	[OK] = { 200, "baik" },
	[ERR_INPUT] = { 422, "isian" },
	[ERR_BAD_REQUEST] = { 400, "permintaan-rusak" },
	[ERR_LOGIN] = { 401, "belum-masuk" },
	[ERR_FORBIDDEN] = { 403, "tidak-berhak" },
	[ERR_FACTOR] = { 403, "faktor-wajib" },
	[ERR_CSRF] = { 403, "formulir-kedaluwarsa" },
	[ERR_NOT_FOUND] = { 404, "tidak-ada" },
	[ERR_METHOD] = { 405, "cara-salah" },
	[ERR_CONFLICT] = { 409, "berubah" },
	[ERR_GONE] = { 410, "tautan-habis" },
	[ERR_PRECONDITION] = { 412, "versi-lain" },
	[ERR_TOO_LARGE] = { 413, "terlalu-besar" },
	[ERR_QUOTA] = { 413, "kuota" },
	[ERR_TYPE] = { 415, "jenis-berkas" },
	[ERR_LOCKED] = { 423, "sedang-dipakai" },
	[ERR_RATE] = { 429, "terlalu-sering" },
	[ERR_CHECKSUM] = { 460, "rusak-di-jalan" },
	[ERR_INTERNAL] = { 500, "kesalahan-kami" },
	[ERR_BUSY] = { 503, "sibuk" },
	[ERR_DISK] = { 507, "penuh" },
	[ERR_RETRY] = { 503, "sibuk" },
};

int err_status(enum err e)
{
	return (unsigned)e < ERR_N ? table[e].status : 500;
}

const char *err_code(enum err e)
{
	return (unsigned)e < ERR_N ? table[e].code : "kesalahan-kami";
}
