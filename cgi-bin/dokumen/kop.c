/* kop.c - see kop.h. */
#include "kop.h"
#include "../model/pengaturan.h"

void dokumen_kop(struct db *db, elem *root)
{
	struct arena *a = db_arena(db);
	elem *kop = el_add(root, "kop");

	el_attr(kop, "lambang", "ya");
	el_add_text(kop, "instansi", pengaturan_teks(db, "kantor_induk", ""));
	el_add_text(kop, "kantor", pengaturan_teks(db, "kantor_nama", ""));
	el_add_text(kop, "alamat", pengaturan_teks(db, "kantor_alamat", ""));
	el_add_text(kop, "kontak",
		    arena_printf(a, "%s \xC2\xB7 %s",
				 pengaturan_teks(db, "kantor_telepon", ""),
				 pengaturan_teks(db, "kantor_surel", "")));
}
