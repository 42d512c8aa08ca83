/*
 * rekap-pembaca.c - see rekap.h: readers in use by region, as peta.h counts
 * them.
 */
#include "rekap.h"
#include "peta.h"

static void isi(struct rekap_baris *b, const struct peta_baris *p, bool lembaga)
{
	size_t k = 0;

	if (!lembaga) {
		b->n[k++] = p->kabkota;
		b->n[k++] = p->lembaga;
	}
	b->n[k++] = p->r;
	b->n[k++] = p->rw;
	b->n[k] = p->jumlah;
}

enum err rekap_pembaca(struct db *db, const struct pelaku *p,
		       const struct rekap_saring *s, struct rekap *out)
{
	static const struct rekap_kolom kolom[] = {
		{ "kabkota", RUPA_ANGKA }, { "lembaga", RUPA_ANGKA },
		{ "r", RUPA_ANGKA },       { "rw", RUPA_ANGKA },
		{ "pembaca", RUPA_ANGKA }, { NULL, RUPA_ANGKA },
	};
	struct peta_saring saring = { .prov = s->prov,
				      .kab = s->kab,
				      .fungsi = s->fungsi,
				      .lembaga = s->lembaga };
	bool lembaga = s->kab != NULL;
	struct peta_baris *b, jumlah;
	size_t n;
	enum err e = peta_rinci(db, p, &saring, &b, &n, &jumlah);

	rekap_mulai(out,
		    lembaga         ? PER_LEMBAGA :
		    s->prov != NULL ? PER_KABKOTA :
				      PER_PROVINSI,
		    lembaga ? kolom + 2 : kolom);
	out->utama = (int)out->n_kolom - 1;
	if (e != OK)
		return e;
	out->n = n;
	out->baris = arena_array(db_arena(db), n + 1, sizeof(*out->baris));
	for (size_t i = 0; i < n; i++) {
		out->baris[i].kunci = b[i].kode;
		out->baris[i].kode = b[i].kode;
		out->baris[i].nama = b[i].nama;
		isi(&out->baris[i], &b[i], lembaga);
	}
	isi(&out->jumlah, &jumlah, lembaga);
	return OK;
}
