/* surat-halaman.c - see surat-halaman.h. */
#include "surat-halaman.h"
#include "lib/config.h"
#include "model/templat.h"

void surat_isi(struct arena *a, elem *surat, const char *templat,
	       const char *nama, const char *data)
{
	const char *tempat = data, *kunci, *nilai;

	el_attr(surat, "templat", templat);
	el_attr(surat, "nama", nama);
	el_attr(surat, "alamat", config_get("alamat", ""));
	el_attr(surat, "ke", templat_ke(a, templat, data));
	while (templat_isi(a, &tempat, &kunci, &nilai))
		el_attr(el_add_text(surat, "isi", nilai), "nama", kunci);
}
