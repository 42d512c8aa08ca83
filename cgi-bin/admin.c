/*
 * admin.c - what Ditjen's staff manage: accounts, institutions, agreements,
 * settings, holidays, the audit log, the outbox (U-22, U-23).  Only the routes
 * are here; the handlers of each area are in admin-*.c.
 */
#include "admin-halaman.h"
#include "perjanjian-halaman.h"

static enum err ke_akun(struct req *r)
{
	req_redirect(r, NULL, "/admin/akun");
	return OK;
}

#define ADMIN ROLE_ADMIN
#define KIRIM (CSRF | ONCE)

static const struct route routes[] = {
	{ M_GET, "/admin", ADMIN, 0, NULL, ke_akun, NULL },

	{ M_GET, "/admin/akun", ADMIN, 0, "admin-akun", akun_list, NULL },
	{ M_GET, "/admin/akun/baru", ADMIN, 0, "admin-akun-form", akun_form_new,
	  NULL },
	{ M_POST, "/admin/akun", ADMIN, KIRIM, "admin-akun-form", akun_create,
	  akun_form_new },
	{ M_GET, "/admin/akun/{id}", ADMIN, 0, "admin-akun-lihat", akun_show,
	  NULL },
	{ M_GET, "/admin/akun/{id}/ubah", ADMIN, 0, "admin-akun-form",
	  akun_form_edit, NULL },
	{ M_POST, "/admin/akun/{id}/ubah", ADMIN, KIRIM, "admin-akun-form",
	  akun_edit, akun_form_edit },
	{ M_GET, "/admin/akun/{id}/setujui", ADMIN, 0, "admin-akun-setujui",
	  akun_form_approve, NULL },
	{ M_POST, "/admin/akun/{id}/setujui", ADMIN, KIRIM,
	  "admin-akun-setujui", akun_approve, akun_form_approve },
	{ M_GET, "/admin/akun/{id}/tolak", ADMIN, 0, "admin-akun-tolak",
	  akun_show, NULL },
	{ M_POST, "/admin/akun/{id}/tolak", ADMIN, KIRIM, "admin-akun-tolak",
	  akun_refuse, akun_show },
	{ M_GET, "/admin/akun/{id}/tutup", ADMIN, 0, "admin-akun-tutup",
	  akun_show, NULL },
	{ M_POST, "/admin/akun/{id}/tutup", ADMIN, KIRIM, "admin-akun-tutup",
	  akun_close, akun_show },
	{ M_POST, "/admin/akun/{id}/buka", ADMIN, KIRIM, "admin-akun-lihat",
	  akun_open, akun_show },
	{ M_POST, "/admin/akun/{id}/tautan", ADMIN, KIRIM, "admin-akun-lihat",
	  akun_send_link, akun_show },
	{ M_GET, "/admin/akun/{id}/faktor", ADMIN, 0, "admin-akun-faktor",
	  faktor_form_reset, NULL },
	{ M_POST, "/admin/akun/{id}/faktor", ADMIN, KIRIM, "admin-akun-faktor",
	  faktor_reset, faktor_form_reset },
	{ M_GET, "/admin/akun/massal", ADMIN, 0, "admin-akun-massal",
	  form_blank, NULL },
	{ M_POST, "/admin/akun/massal", ADMIN, KIRIM | FILES,
	  "admin-akun-massal", massal_upload, form_blank },
	{ M_GET, "/admin/akun/massal/templat/{kode}", ADMIN, 0, NULL,
	  massal_template, NULL },
	{ M_GET, "/admin/akun/massal/laporan/{kode}", ADMIN, 0, NULL,
	  massal_report, NULL },
	{ M_GET, "/admin/akun/massal/{kode}", ADMIN, 0, "admin-akun-massal",
	  massal_preview, form_blank },
	{ M_POST, "/admin/akun/massal/{kode}", ADMIN, KIRIM,
	  "admin-akun-massal", massal_create, form_blank },

	{ M_GET, "/admin/lembaga", ADMIN, 0, "admin-lembaga", lembaga_list,
	  NULL },
	{ M_GET, "/admin/lembaga/baru", ADMIN, 0, "admin-lembaga-form",
	  lembaga_form_new, NULL },
	{ M_POST, "/admin/lembaga", ADMIN, KIRIM, "admin-lembaga-form",
	  lembaga_create, lembaga_form_new },
	{ M_GET, "/admin/lembaga/{id}", ADMIN, 0, "admin-lembaga-form",
	  lembaga_form_edit, NULL },
	{ M_POST, "/admin/lembaga/{id}", ADMIN, KIRIM, "admin-lembaga-form",
	  lembaga_edit, lembaga_form_edit },
	{ M_GET, "/admin/lembaga/{id}/tutup", ADMIN, 0, "admin-lembaga-tutup",
	  lembaga_show, NULL },
	{ M_POST, "/admin/lembaga/{id}/tutup", ADMIN, KIRIM,
	  "admin-lembaga-tutup", lembaga_close, lembaga_show },
	{ M_POST, "/admin/lembaga/{id}/buka", ADMIN, KIRIM,
	  "admin-lembaga-form", lembaga_open, lembaga_form_edit },

	{ M_GET, "/admin/perjanjian", ADMIN, 0, "admin-perjanjian",
	  perjanjian_list, NULL },
	{ M_GET, "/admin/perjanjian/baru", ADMIN, 0, "admin-perjanjian-form",
	  perjanjian_form_new, NULL },
	{ M_POST, "/admin/perjanjian", ADMIN, KIRIM | FILES,
	  "admin-perjanjian-form", perjanjian_create, perjanjian_form_new },
	{ M_GET, "/admin/perjanjian/unduh/{kode}", ADMIN, 0, NULL,
	  perjanjian_export, NULL },
	{ M_GET, "/admin/perjanjian/{id}", ADMIN, 0, "admin-perjanjian-lihat",
	  perjanjian_show, NULL },
	{ M_GET, "/admin/perjanjian/{id}/berkas/{kode}", ADMIN, 0, NULL,
	  perjanjian_file, NULL },
	{ M_GET, "/admin/perjanjian/{id}/ubah", ADMIN, 0,
	  "admin-perjanjian-form", perjanjian_form_edit, NULL },
	{ M_POST, "/admin/perjanjian/{id}/ubah", ADMIN, KIRIM | FILES,
	  "admin-perjanjian-form", perjanjian_edit, perjanjian_form_edit },
	{ M_GET, "/admin/perjanjian/{id}/perpanjang", ADMIN, 0,
	  "admin-perjanjian-langkah", perjanjian_form_step, NULL },
	{ M_POST, "/admin/perjanjian/{id}/perpanjang", ADMIN, KIRIM | FILES,
	  "admin-perjanjian-langkah", perjanjian_extend,
	  perjanjian_form_step },
	{ M_GET, "/admin/perjanjian/{id}/hentikan", ADMIN, 0,
	  "admin-perjanjian-langkah", perjanjian_form_step, NULL },
	{ M_POST, "/admin/perjanjian/{id}/hentikan", ADMIN, KIRIM,
	  "admin-perjanjian-langkah", perjanjian_stop, perjanjian_form_step },

	{ M_GET, "/admin/pengaturan", ADMIN, 0, "admin-pengaturan",
	  pengaturan_form, NULL },
	{ M_POST, "/admin/pengaturan", ADMIN, KIRIM, "admin-pengaturan",
	  pengaturan_save, pengaturan_form },
	{ M_GET, "/admin/rute", ADMIN, 0, "admin-rute", rute_show, NULL },

	{ M_GET, "/admin/libur", ADMIN, 0, "admin-libur", libur_list, NULL },
	{ M_POST, "/admin/libur", ADMIN, KIRIM, "admin-libur", libur_add,
	  libur_list },
	{ M_GET, "/admin/libur/{kode}/hapus", ADMIN, 0, "admin-libur-hapus",
	  libur_show, NULL },
	{ M_POST, "/admin/libur/{kode}/hapus", ADMIN, KIRIM,
	  "admin-libur-hapus", libur_delete, libur_show },
	{ M_GET, "/admin/libur/impor", ADMIN, 0, "admin-libur-impor",
	  form_blank, NULL },
	{ M_POST, "/admin/libur/impor", ADMIN, KIRIM | FILES,
	  "admin-libur-impor", libur_upload, form_blank },
	{ M_GET, "/admin/libur/impor/{id}", ADMIN, 0, "admin-libur-periksa",
	  libur_preview, NULL },
	{ M_POST, "/admin/libur/impor/{id}", ADMIN, KIRIM,
	  "admin-libur-periksa", libur_import, libur_preview },

	{ M_GET, "/admin/data-pribadi", ADMIN, 0, "admin-data-pribadi",
	  hapus_list, NULL },
	{ M_GET, "/admin/data-pribadi/{id}", ADMIN, 0,
	  "admin-data-pribadi-lihat", hapus_show, NULL },
	{ M_GET, "/admin/data-pribadi/{id}/setujui", ADMIN, 0,
	  "admin-data-pribadi-setujui", hapus_show, NULL },
	{ M_POST, "/admin/data-pribadi/{id}/setujui", ADMIN, KIRIM,
	  "admin-data-pribadi-setujui", hapus_approve, hapus_show },
	{ M_GET, "/admin/data-pribadi/{id}/tolak", ADMIN, 0,
	  "admin-data-pribadi-tolak", hapus_show, NULL },
	{ M_POST, "/admin/data-pribadi/{id}/tolak", ADMIN, KIRIM,
	  "admin-data-pribadi-tolak", hapus_refuse, hapus_show },

	{ M_GET, "/admin/audit", ADMIN, 0, "admin-audit", audit_list, NULL },
	{ M_GET, "/admin/audit/ekspor", ADMIN, 0, NULL, audit_export, NULL },
	{ M_GET, "/admin/kotak-keluar", ADMIN, 0, NULL, kotak_pindah, NULL },
};

static const struct program program = { "admin", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
