/*
 * panduan-halaman.h - program panduan: what its files share.  The chapters and
 * the pages are panduan.c, the search is panduan-cari.c, manuals that staff
 * upload are panduan-manual.c.
 */
#ifndef PANDUAN_HALAMAN_H
#define PANDUAN_HALAMAN_H

#include "lib/app.h"
#include "lib/text.h"

#define SUB_MAKS 12

struct bab {
	const char *kode;
	unsigned siapa;            /* whose work it tells of */
	const char *sub[SUB_MAKS]; /* its sections; NULL after the last of
				      fewer */
};

/* Has it a section i? */
static inline bool bab_punya(const struct bab *b, size_t i)
{
	return i < SUB_MAKS && b->sub[i] != NULL;
}

extern const struct bab panduan_buku[];
extern const size_t panduan_bab_n;

/* Add all chapters, and the names of all pages, to the root of a view. */
void panduan_isi(elem *ke);

/*
 * Add to r->page what a search finds: <pencarian cari= jumlah=> and for each
 * section <temuan bab= sub=><kutip>…<tanda>…</tanda>…</kutip></temuan>.
 * Found is a section that holds each word of cari, or one beginning with it,
 * in its text, its title or its chapter's; upper case and accents are
 * nothing.  In the order of urut (panduan_bab_n chapters), those first whose
 * titles alone hold all.  Errors: those of xsl_tree(), at the first search.
 */
enum err panduan_cari(struct req *r, const struct bab *const urut[],
		      const char *cari);

/* Does teks hold each word of cari, by these rules? */
bool panduan_cocok(const char *cari, const char *teks);

/* Add the manuals this person may download to r->page (<manual id= judul= …>);
   of a search those whose title fits it. */
enum err panduan_manual_daftar(struct req *r, const char *cari);

/* Pages and forms of one manual. */
enum err manual_unduh(struct req *r);
enum err manual_lihat(struct req *r);
enum err manual_form_ubah(struct req *r);
enum err manual_unggah(struct req *r);
enum err manual_simpan(struct req *r);
enum err manual_saklar(struct req *r);
enum err manual_form_hapus(struct req *r);
enum err manual_hapus(struct req *r);

#endif
