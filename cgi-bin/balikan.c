/*
 * balikan.c - program: data balikan, what institutions send back about a NIK
 * (B-01 ... B-18).  The route table and the institution's overview; the rest
 * is in the files that balikan-halaman.h names.
 */
#include "balikan-halaman.h"
#include "lib/clock.h"

/* Failed files are shown on the overview for so long. */
#define GAGAL_MS (30LL * 24 * 3600 * 1000)

/* --- the overview --- */

static enum err ikhtisar(struct req *r)
{
	struct balikan_ikhtisar i;
	elem *x;
	enum err e = balikan_ikhtisar(r->db, r->who.lembaga,
				      clock_now(r->a, -GAGAL_MS), &i);

	if (e != OK)
		return e;
	x = el_add(r->page, "ikhtisar");
	el_int(x, "versi", i.versi);
	el_int(x, "ruas", i.ruas);
	el_int(x, "baris", i.baris);
	el_time(r->a, x, "terakhir", i.terakhir);
	el_int(x, "jalan", i.jalan);
	el_int(x, "gagal", i.gagal);
	return OK;
}

/* --- the program --- */

static const struct route routes[] = {
	{ M_GET, "/balikan", ROLE_PEMINTA, 0, "balikan", ikhtisar, NULL },

	/* Parameters and templates (balikan-parameter.c, balikan-templat.c). */
	{ M_GET, "/balikan/parameter", ROLE_PEMINTA, 0, "balikan-parameter",
	  parameter_lihat, NULL },
	{ M_POST, "/balikan/parameter", ROLE_PEMINTA, CSRF | ONCE,
	  "balikan-parameter-periksa", parameter_simpan, parameter_form_lagi },
	{ M_GET, "/balikan/parameter/ubah", ROLE_PEMINTA, 0,
	  "balikan-parameter-form", parameter_form, NULL },
	{ M_POST, "/balikan/parameter/ubah", ROLE_PEMINTA, CSRF,
	  "balikan-parameter-form", parameter_ubah, parameter_form_lagi },
	{ M_GET, "/balikan/parameter/{id}", ROLE_PEMINTA, 0,
	  "balikan-parameter", parameter_versi, NULL },
	{ M_GET, "/balikan/templat", ROLE_PEMINTA, 0, "balikan-templat",
	  templat_unduh, NULL },
};

static const struct program program = { "balikan", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
