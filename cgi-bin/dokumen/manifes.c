/* manifes.c - see manifes.h. */
#include "manifes.h"

#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/view.h"
#include "../lib/xsl.h"
#include "../model/wilayah.h"
#include "kop.h"
#include "susun.h"
#include "tanda-xml.h"

#include <string.h>

static const char *lembar(struct arena *a, const char *nama)
{
	return arena_printf(a, "%s/dokumen/%s.xsl", config_get("xslt", "xslt"),
			    nama);
}

/* "2026-11-22 05:45:16.123" as "2026-11-22T05:45:16Z". */
static const char *waktu_xml(struct arena *a, const char *utc)
{
	return arena_printf(a, "%.10sT%.8sZ", utc, utc + 11);
}

/* The facts; the vocabulary is at the head of xslt/dokumen/manifes-xml.xsl.
   Returns <tempat>. */
static elem *fakta(struct arena *a, elem *akar, const struct manifes *m)
{
	elem *tempat, *e;

	el_attr(akar, "id", m->kode);
	el_attr(akar, "menggantikan", m->pendahulu);
	el_attr(akar, "diterbitkan", waktu_xml(a, m->diterbitkan));
	e = el_add(akar, "kartu");
	el_attr(e, "sam-id", m->sam_id);
	el_attr(e, "pcid", m->pcid);
	el_attr(e, "seri", m->seri_kartu);
	el_attr(e, "fungsi", m->fungsi);
	el_attr(el_add(akar, "mesin"), "seri", m->seri_mesin);
	e = el_add(akar, "lembaga");
	el_attr(e, "kode", m->lembaga_kode);
	el_attr(e, "nama", m->lembaga);
	tempat = el_add(akar, "tempat");
	el_attr(tempat, "outlet", m->outlet);
	el_attr(tempat, "alamat", m->alamat);
	el_attr(tempat, "wilayah", m->wilayah_kode);
	el_attr(tempat, "lintang", m->lintang);
	el_attr(tempat, "bujur", m->bujur);
	e = el_add(akar, "perjanjian");
	el_attr(e, "nomor", m->perjanjian_nomor);
	el_attr(e, "berakhir", m->perjanjian_berakhir);
	e = el_add(akar, "berlaku");
	el_attr(e, "dari", m->berlaku_dari);
	el_attr(e, "sampai", m->berlaku_sampai);
	return tempat;
}

enum err manifes_tulis(struct db *db, const struct manifes *m, struct blob *xml)
{
	struct arena *a = db_arena(db);
	struct view *v = view_new(a, "manifes");
	void *doc = NULL;
	enum err e;

	fakta(a, view_root(v), m);
	if (!view_ok(v))
		return ERR_BUSY;
	e = xsl_doc(a, view_doc(v), lembar(a, "manifes-xml"), &doc);
	return e == OK ? tanda_xml(a, doc, xml) : e;
}

enum err manifes_terbitkan(struct db *db, const struct pelaku *p,
			   struct manifes *m, const char *sebab)
{
	struct blob xml;
	enum err e = manifes_tulis(db, m, &xml);

	if (e == OK)
		e = manifes_simpan(db, p, m, (const char *)xml.p, xml.n, sebab);
	return e;
}

/* ---- the sheet ---- */

/* Names of the region, as far as it is known: a dissolved village has no name
   any more. */
static enum err isi_wilayah(struct db *db, elem *tempat, const char *kode)
{
	static const char *const nama[] = { "provinsi", "kabkota", "kecamatan",
					    "desa" };
	struct wilayah jalur[4];
	size_t n = 0;
	enum err e = wilayah_jalur(db, kode, jalur, &n);

	for (size_t i = 0; i < n; i++)
		el_attr(tempat, nama[i], jalur[i].nama);
	return e == ERR_NOT_FOUND ? OK : e;
}

static bool masih_berlaku(struct arena *a, const struct manifes *m)
{
	return strcmp(m->status, "berlaku") == 0 &&
	       strcmp(m->berlaku_sampai, clock_today(a)) >= 0;
}

enum err manifes_lembar(struct db *db, const struct manifes *m,
			struct blob *pdf)
{
	struct arena *a = db_arena(db);
	struct view *v = view_new(a, "dokumen");
	elem *akar = view_root(v), *e;
	enum err err;

	el_attr(akar, "jenis", "manifes");
	el_attr(akar, "status", masih_berlaku(a, m) ? "berlaku" : "draf");
	el_attr(akar, "nomor", "");
	el_attr(akar, "tanggal",
		arena_strndup(a, clock_local(a, m->diterbitkan), 10));
	el_attr(akar, "kode", m->kode);
	el_attr(akar, "alamat-verifikasi",
		arena_printf(a, "%s/verifikasi/%s", config_get("alamat", ""),
			     m->kode));
	el_attr(akar, "zona", clock_zone_name());
	dokumen_kop(db, akar);
	e = el_add(akar, "manifes");
	/* In the office's zone, as everything that is read by people. */
	el_time(a, e, "waktu", m->diterbitkan);
	el_attr(e, "status", m->status);
	el_time(a, e, "tidak-berlaku", m->tidak_berlaku);
	err = isi_wilayah(db, fakta(a, e, m), m->wilayah_kode);
	if (err == OK && !view_ok(v))
		err = ERR_BUSY;
	if (err != OK)
		return err;
	return dokumen_susun(a, view_doc(v), lembar(a, "manifes"),
			     (time_t)(clock_parse(m->diterbitkan) / 1000), pdf);
}
