/*
 * balikan-upload.c - program: files of data balikan come in (B-04): the page,
 * a plain form for browsers without scripts, and tus (balikan-tus.c).
 */
#include "balikan-upload-halaman.h"
#include "lib/store.h"
#include "model/balikan-kiriman.h"
#include "model/balikan-param.h"

#define BERKAS_MAKS (4LL << 30)
/* Of a multipart body what is not the file. */
#define BINGKAI_MAKS (64 << 10)

static const char *const jenis_berkas[] = { "csv", "xlsx", "gz", NULL };
static const char *const semua_cara[] = { "sebagian", "semua", NULL };

struct isian {
	struct upload *berkas;
	const char *cara;
};

static const struct field ruas[] = {
	{ "berkas", F_FILE, offsetof(struct isian, berkas), 0, BERKAS_MAKS,
	  F_REQUIRED, jenis_berkas },
	{ "cara", F_CHOICE, offsetof(struct isian, cara), 0, 0, F_REQUIRED,
	  semua_cara },
};

static int jalur_semua(void)
{
	int semua = app_processes() - UNGGAH_SISA_PROSES;

	return semua < 1 ? 1 : semua;
}

enum err unggah_jalur(struct req *r)
{
	return unggahan_lane(r->a, r->who.lembaga, UNGGAH_JALUR_LEMBAGA,
			     jalur_semua());
}

bool unggah_jalur_penuh(struct req *r)
{
	return unggahan_lanes_full(r->a, jalur_semua());
}

/* --- the page --- */

static elem *tambah_unggahan(struct req *r, elem *x, const struct unggah *u)
{
	elem *e = el_add(x, "unggahan");

	el_attr(e, "kode", u->kode);
	el_attr(e, "nama", u->nama);
	el_attr(e, "cara", u->cara);
	el_attr(e, "oleh", u->oleh);
	if (u->bytes >= 0)
		el_int(e, "bytes", u->bytes);
	el_int(e, "letak", u->letak);
	el_time(r->a, e, "diubah", u->diubah);
	el_time(r->a, e, "berakhir", u->berakhir);
	return e;
}

static enum err halaman(struct req *r)
{
	struct balikan_versi v;
	struct unggah_batas b;
	struct unggah *u;
	size_t n;
	elem *x;
	enum err e = unggah_batas(r->db, r->who.lembaga, &b);

	if (e == OK)
		e = unggah_daftar(r->db, &r->who, &u, &n);
	if (e != OK)
		return e;
	x = el_add(r->page, "batas");
	el_int(x, "maks", b.maks);
	el_int(x, "kuota", b.kuota);
	el_int(x, "terpakai", b.terpakai);
	el_int(x, "sisa", unggah_sisa(&b));
	el_int(x, "simpan-hari", balikan_simpan_hari(r->db));
	for (size_t i = 0; i < n; i++)
		tambah_unggahan(r, r->page, &u[i]);
	/* A file that comes before there are parameters cannot be read. */
	e = balikan_versi_kini(r->db, r->who.lembaga, &v);
	el_flag(x, "tanpa-parameter", e == ERR_NOT_FOUND);
	return e == ERR_NOT_FOUND ? OK : e;
}

/* --- the plain form --- */

/* Before its body is read: may so much come? */
static enum err boleh(struct req *r, int64_t length, int64_t *max)
{
	struct unggah_batas b;
	enum err e = unggah_batas(r->db, r->who.lembaga, &b);

	if (e != OK)
		return e;
	*max = b.maks + BINGKAI_MAKS;
	if (length > *max)
		return form_error(r, "berkas", "berkas-maks");
	if (length - BINGKAI_MAKS > unggah_sisa(&b) || unggah_sisa(&b) == 0)
		return form_error(r, "berkas", "kuota");
	return unggah_jalur(r);
}

static enum err kirim(struct req *r)
{
	struct isian in = { 0 };
	struct kiriman_baru baru;
	int64_t id = 0;
	enum err e = form_bind(r, ruas, COUNT(ruas), &in);

	if (e != OK)
		return e;
	baru = (struct kiriman_baru){ .sha256 = in.berkas->sha256,
				      .nama = in.berkas->name,
				      .bytes = in.berkas->bytes,
				      .cara = in.cara };
	e = balikan_kiriman_buat(r->db, &r->who, &baru, &id);
	if (e == OK)
		req_redirect(r, "balikan-diterima", "/balikan/kiriman/%lld",
			     (long long)id);
	return e;
}

/* --- giving one up --- */

static enum err hapus_halaman(struct req *r)
{
	struct unggah u;
	enum err e = unggah_ambil(r->db, &r->who, req_code(r, "kode"), &u);

	if (e == OK)
		tambah_unggahan(r, r->page, &u);
	return e;
}

static enum err hapus(struct req *r)
{
	enum err e = unggah_batal(r->db, &r->who, req_code(r, "kode"));

	if (e == OK)
		req_redirect(r, "unggahan-dihapus", "/balikan/unggah");
	return e;
}

/* --- the program --- */

static const struct route routes[] = {
	{ M_GET, "/balikan/unggah", ROLE_PEMINTA, 0, "balikan-unggah", halaman,
	  NULL },
	{ M_POST, "/balikan/unggah", ROLE_PEMINTA, CSRF | ONCE | FILES | LARGE,
	  "balikan-unggah", kirim, halaman },
	{ M_GET, "/balikan/unggah/{kode}/hapus", ROLE_PEMINTA, 0,
	  "balikan-unggah-hapus", hapus_halaman, NULL },
	{ M_POST, "/balikan/unggah/{kode}/hapus", ROLE_PEMINTA, CSRF | ONCE,
	  "balikan-unggah-hapus", hapus, NULL },
	{ M_OPTIONS, UNGGAH_TUS, ROLE_PEMINTA, STREAM, NULL, tus_kemampuan,
	  NULL },
	{ M_POST, UNGGAH_TUS, ROLE_PEMINTA, CSRF | STREAM, NULL, tus_buat,
	  NULL },
	{ M_GET, UNGGAH_TUS "/{kode}", ROLE_PEMINTA, STREAM, NULL, tus_letak,
	  NULL },
	{ M_PATCH, UNGGAH_TUS "/{kode}", ROLE_PEMINTA, CSRF | STREAM, NULL,
	  tus_tambah, NULL },
	{ M_DELETE, UNGGAH_TUS "/{kode}", ROLE_PEMINTA, CSRF | STREAM, NULL,
	  tus_hapus, NULL },
};

static const struct program program = { "balikan-upload", routes,
					COUNT(routes) };

int main(int argc, char **argv)
{
	app_admit(boleh);
	app_always(tus_versi);
	return app_main(argc, argv, &program);
}
