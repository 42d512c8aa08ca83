/* zip-out.c - see zip-out.h. */
#include "zip-out.h"
#include "log.h"

#include <zip.h>

struct zip_out {
	struct arena *a;
	zip_t *zip;	       /* NULL once it was closed */
	zip_source_t *memori; /* where the archive is written */
};

static void buang(void *apa)
{
	struct zip_out *z = apa;

	if (z->zip != NULL)
		zip_discard(z->zip);
	if (z->memori != NULL)
		zip_source_free(z->memori);
	z->zip = NULL;
	z->memori = NULL;
}

enum err zip_out_new(struct arena *a, struct zip_out **out)
{
	struct zip_out *z = arena_alloc(a, sizeof(*z));

	z->a = a;
	arena_cleanup(a, buang, z);
	z->memori = zip_source_buffer_create(NULL, 0, 0, NULL);
	if (z->memori == NULL)
		return ERR_BUSY;
	z->zip = zip_open_from_source(z->memori, ZIP_TRUNCATE, NULL);
	if (z->zip == NULL)
		return ERR_BUSY;
	/* The archive owns one reference; the bytes are read through ours. */
	zip_source_keep(z->memori);
	*out = z;
	return OK;
}

enum err zip_out_tambah(struct zip_out *z, const char *name, struct blob isi)
{
	zip_source_t *s = zip_source_buffer(z->zip, isi.p, isi.n, 0);

	if (s == NULL)
		return ERR_BUSY;
	if (zip_file_add(z->zip, name, s, ZIP_FL_ENC_UTF_8) < 0) {
		zip_source_free(s);
		return zip_error_code_zip(zip_get_error(z->zip)) ==
				       ZIP_ER_EXISTS ?
			       ERR_CONFLICT :
			       ERR_BUSY;
	}
	return OK;
}

enum err zip_out_selesai(struct zip_out *z, struct blob *out)
{
	zip_stat_t st;
	unsigned char *p;

	if (zip_close(z->zip) != 0) {
		log_error("zip: %s", zip_strerror(z->zip));
		return ERR_BUSY;
	}
	z->zip = NULL;
	if (zip_source_stat(z->memori, &st) != 0)
		return ERR_BUSY;
	p = arena_alloc(z->a, st.size + 1);
	if (zip_source_open(z->memori) != 0)
		return ERR_BUSY;
	if (zip_source_read(z->memori, p, st.size) != (zip_int64_t)st.size) {
		zip_source_close(z->memori);
		return ERR_BUSY;
	}
	zip_source_close(z->memori);
	*out = (struct blob){ p, st.size };
	return OK;
}
