/*
 * wilayah-halaman.h - drop-downs of regions, for the programs whose forms or
 * filters ask for a place.
 */
#ifndef WILAYAH_HALAMAN_H
#define WILAYAH_HALAMAN_H

#include "lib/app.h"

/* Provinces as <pilihan nama="provinsi">, by their names: where the name is
   what is stored. */
enum err halaman_provinsi(struct req *r);

/*
 * Four drop-downs by code, each with what lies in the choice before it:
 * <pilihan nama="provinsi|kota|kecamatan|kelurahan">.  What was chosen is what
 * the form sent, or, when it is shown first, the village `kode` (NULL: none).
 * Adds <wilayah kode= provinsi= kota= kecamatan= kelurahan=/>, kode only when
 * it is a whole way down to a village.
 */
enum err halaman_wilayah(struct req *r, const char *kode);

/*
 * <pilihan nama=> for a filter: the provinces, or with prov its regencies, in
 * which there are readers that this person may see.  Errors of db_query().
 */
enum err halaman_wilayah_kartu(struct req *r, const char *nama,
			       const char *prov);

#endif
