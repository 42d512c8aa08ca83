/*
 * langkah.c - see langkah.h.
 */
#include "langkah.h"

void langkah_hitung(const struct libur *libur, const struct norma *norma,
		    const hari_t batas[BATAS_N], hari_t kini, bool berhenti,
		    struct langkah_hasil out[LANGKAH_N])
{
	hari_t penuh[BATAS_N], sesudah = HARI_TAK_ADA;

	for (int i = BATAS_N - 1; i >= 0; i--) {
		if (batas[i] != HARI_TAK_ADA)
			sesudah = batas[i];
		penuh[i] = batas[i] != HARI_TAK_ADA ? batas[i] : sesudah;
	}
	for (int i = 0; i < LANGKAH_N; i++) {
		struct langkah_hasil *h = &out[i];

		*h = (struct langkah_hasil){ .status = LANGKAH_BELUM,
					     .dari = HARI_TAK_ADA,
					     .sampai = HARI_TAK_ADA };
		if (penuh[i] == HARI_TAK_ADA)
			continue;
		h->dari = penuh[i];
		if (penuh[i + 1] != HARI_TAK_ADA) {
			h->status = LANGKAH_SELESAI;
			h->sampai = penuh[i + 1];
		} else if (!berhenti) {
			h->status = LANGKAH_BERJALAN;
			h->sampai = kini;
		} else {
			h->dari = HARI_TAK_ADA;
			continue;
		}
		h->terpakai = hari_kerja_antara(libur, h->dari, h->sampai);
		h->terlambat = norma_terlambat(&norma[i], h->terpakai);
	}
}
