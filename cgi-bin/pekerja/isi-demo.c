/*
 * isi-demo.c - fills an empty database with invented institutions, people and
 * a year of work, so that every page has something to show.
 *
 *	isi-demo orang FILE	institutions and accounts; FILE gets the list
 *	isi-demo libur FILE	public holidays from an .ics file
 *	isi-demo riwayat	the year, by the model's own functions
 *
 * Works as the database's owner (the Unix user who started it) and only when
 * mode = pengembangan.  The history is isi-demo-riwayat.c.
 */
#include "isi-demo.h"
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/crypto.h"
#include "../lib/worker.h"
#include "../model/akun.h"
#include "../model/ics.h"
#include "../model/lembaga.h"
#include "../model/libur.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Institutions and accounts are there before the year of history begins. */
#define SEJAK_MS (400LL * 24 * 3600 * 1000)

/* One institution with the account of its operator. */
static const struct orang {
	const char *jenis;
	const char *lembaga; /* NULL: the one above */
	const char *kota;
	const char *provinsi;
	const char *wilayah;
	bool asing;
	const char *peran;
	const char *username;
	const char *nama;
	const char *jabatan;
	const char *nip;
} orang[] = {
	{ "ditjen", "Direktorat Jenderal Kependudukan dan Pencatatan Sipil",
	  "Jakarta Selatan", "DKI Jakarta", "3174", false, "admin", "admin",
	  "Rina Kusumawardani", "Analis Keamanan Informasi", NULL },
	{ NULL, NULL, NULL, NULL, NULL, false, "admin", "admin.dua",
	  "Bagas Hartono", "Pranata Komputer", NULL },
	{ NULL, NULL, NULL, NULL, NULL, false, "pejabat", "direktur",
	  "Dr. Surya Wirawan, M.Si.",
	  "Direktur Fasilitasi Pemanfaatan Data dan Dokumen Kependudukan",
	  "197003151995031001" },
	{ NULL, NULL, NULL, NULL, NULL, false, "pejabat", "dirjen",
	  "Prof. Dr. Laksmi Prabawati, S.H., M.H.",
	  "Direktur Jenderal Kependudukan dan Pencatatan Sipil",
	  "196711201992032002" },
	{ "produsen", "PT Pembaca Kartu Nusantara", "Bandung", "Jawa Barat",
	  "3273", false, "produsen", "produsen.pkn", "Yudi Setiawan", NULL, NULL },
	{ "produsen", "PT Sandi Teknologi Andalan", "Tangerang", "Banten",
	  "3671", false, "produsen", "produsen.sta", "Maya Anggraini", NULL, NULL },
	{ "produsen", "PT Mikro Aksara Mandiri", "Surabaya", "Jawa Timur",
	  "3578", false, "produsen", "produsen.mam", "Hendra Gunadi", NULL, NULL },
	{ "lembaga-negara", "Badan Jaminan Kesejahteraan Contoh",
	  "Jakarta Pusat", "DKI Jakarta", "3171", false, "pengguna", "bjkc",
	  "Dewi Lestari", NULL, NULL },
	{ "kementerian", "Kementerian Urusan Sosial Contoh", "Jakarta Pusat",
	  "DKI Jakarta", "3171", false, "pengguna", "kusc", "Agus Salim",
	  NULL, NULL },
	{ "bhi-pusat", "PT Bank Maju & Jaya Bersama Tbk", "Jakarta Selatan",
	  "DKI Jakarta", "3174", false, "pengguna", "bankmaju",
	  "Budi Santoso", NULL, NULL },
	{ "bhi-pusat", "PT Bank Samudra Raya", "Jakarta Selatan",
	  "DKI Jakarta", "3174", true, "pengguna", "samudra", "Sinta Dewanti",
	  NULL, NULL },
	{ "bhi-pusat", "PT Asuransi Cempaka Sejahtera", "Jakarta Selatan",
	  "DKI Jakarta", "3174", true, "pengguna", "cempaka", "Toni Wijaya",
	  NULL, NULL },
	{ "bhi-pusat", "PT Gadai Makmur Sentosa", "Jakarta Timur",
	  "DKI Jakarta", "3175", false, "pengguna", "gadai", "Nur Hasanah",
	  NULL, NULL },
	{ "opd-provinsi", "Badan Pendapatan Daerah Provinsi Contoh",
	  "Semarang", "Jawa Tengah", "3374", false, "pengguna", "bapenda",
	  "Slamet Riyanto", NULL, NULL },
	{ "bhi-provinsi", "PT Bank Pembangunan Daerah Contoh", "Bandung",
	  "Jawa Barat", "3273", false, "pengguna", "bankdaerah", "Euis Komariah",
	  NULL, NULL },
	{ "bhi-provinsi", "RSUD Provinsi Sehat Sentosa", "Denpasar", "Bali",
	  "5171", false, "pengguna", "rsud", "I Made Artawan", NULL, NULL },
	{ "opd-kabkota", "Dinas Sosial Kota Contoh", "Makassar",
	  "Sulawesi Selatan", "7371", false, "pengguna", "dinsos",
	  "Andi Rahmawati", NULL, NULL },
	{ "opd-kabkota", "Badan Keuangan Kabupaten Contoh", "Sleman",
	  "DI Yogyakarta", "3404", false, "pengguna", "bkad",
	  "Rahmat Hidayat", NULL, NULL },
	{ "bhi-kabkota", "PD BPR Artha Kabupaten Contoh", "Banyumas",
	  "Jawa Tengah", "3302", false, "pengguna", "bprartha", "Wahyu Nugroho",
	  NULL, NULL },
	{ "dinas-provinsi",
	  "Dinas Kependudukan dan Pencatatan Sipil Provinsi Contoh",
	  "Semarang", "Jawa Tengah", "3374", false, "dinas", "dinasprov",
	  "Kartika Sari", NULL, NULL },
	{ "dinas-kabkota",
	  "Dinas Kependudukan dan Pencatatan Sipil Kota Contoh", "Makassar",
	  "Sulawesi Selatan", "7371", false, "dinas", "dinaskota",
	  "Fajar Nugraha", NULL, NULL },
	{ NULL, NULL, NULL, NULL, NULL, false, "verifikator", "verifikator",
	  "Ratna Puspita", "Pengelola Pelayanan", NULL },
	{ NULL, NULL, NULL, NULL, NULL, false, "pemohon", "pemohon",
	  "Joko Susilo", NULL, NULL },
};

SQL(Q_AKUN, "INSERT INTO akun (username, nama, sandi, peran, lembaga_id,"
	    " jabatan, nip, email, email_sah, telepon, alamat, kota, provinsi,"
	    " status, sandi_diubah, dibuat, diputus)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '081200000000',"
	    " 'Jalan Contoh Nomor 10', ?, ?, 'aktif', ?, ?, ?)");
SQL(Q_SIAPA, "SELECT id, lembaga_id, nama FROM akun WHERE username = ?");

static enum err buat_lembaga(struct demo *d, const struct orang *o, int64_t *id)
{
	struct lembaga l = {
		.nama = o->lembaga,
		.jenis = o->jenis,
		.alamat = "Jalan Contoh Nomor 10",
		.kota = o->kota,
		.provinsi = o->provinsi,
		.wilayah_kode = o->wilayah,
		.pic_nama = o->nama,
		.pic_telepon = "081200000000",
		.asing = o->asing,
		.aktif = true,
	};
	static const struct pelaku sistem = { .nama = "sistem" };
	enum err e = lembaga_simpan(d->db, &sistem, &l);

	*id = l.id;
	return e;
}

static enum err buat_akun(struct demo *d, const struct orang *o,
			  const struct orang *tempat, int64_t lembaga,
			  const char *hash)
{
	struct arena *a = db_arena(d->db);
	const char *now = clock_now(a, 0);
	bool warga = strcmp(o->peran, "pemohon") == 0;

	return db_exec(d->db, &Q_AKUN, o->username, o->nama, hash, o->peran,
		       DB_ID(warga ? 0 : lembaga), o->jabatan, o->nip,
		       arena_printf(a, "%s@contoh.example", o->username), now,
		       tempat->kota, tempat->provinsi, now, now, now);
}

enum err demo_orang(struct demo *d, const char *sandi, const char *path)
{
	char *hash = crypto_password_hash(db_arena(d->db), sandi);
	const struct orang *tempat = NULL;
	int64_t lembaga = 0;
	enum err e = hash == NULL ? ERR_BUSY : OK;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "w");

	if (f == NULL)
		return ERR_DISK;
	clock_shift(-SEJAK_MS);
	for (size_t i = 0; e == OK && i < sizeof(orang) / sizeof(*orang); i++) {
		const struct orang *o = &orang[i];

		if (o->lembaga != NULL) {
			tempat = o;
			e = buat_lembaga(d, o, &lembaga);
		}
		if (e == OK)
			e = buat_akun(d, o, tempat, lembaga, hash);
		fprintf(f, "%s\t%s\t%s\t%s\n", o->username, sandi, o->peran,
			strcmp(o->peran, "pemohon") == 0 ? "-" :
							   tempat->lembaga);
	}
	clock_shift(0);
	if (fclose(f) != 0)
		e = ERR_DISK;
	return e;
}

static enum err kenali(struct demo *d, const struct orang *o, struct pelaku *p)
{
	struct rows *r;
	enum err e = db_one(d->db, &r, &Q_SIAPA, o->username);

	if (e != OK)
		return e;
	*p = (struct pelaku){ .akun = db_int(r, 0),
			      .lembaga = db_int(r, 1),
			      .role = role_from_name(o->peran),
			      .nama = strdup(db_text(r, 2)),
			      .alamat_ip = "127.0.0.1" };
	return p->nama == NULL ? ERR_BUSY : OK;
}

enum err demo_kenali(struct demo *d)
{
	size_t produsen = 0, peminta = 0;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < sizeof(orang) / sizeof(*orang); i++) {
		const struct orang *o = &orang[i];
		unsigned role = role_from_name(o->peran);

		if (strcmp(o->username, "admin") == 0)
			e = kenali(d, o, &d->admin);
		else if (strcmp(o->username, "direktur") == 0)
			e = kenali(d, o, &d->pejabat);
		else if (role == ROLE_PRODUSEN && produsen < DEMO_PRODUSEN)
			e = kenali(d, o, &d->produsen[produsen++]);
		else if (role & ROLE_PEMINTA && peminta < DEMO_PEMINTA)
			e = kenali(d, o, &d->peminta[peminta++]);
	}
	return e;
}

/* A password for this installation's demo alone: "Demo-7f3a-19c2-Uji". */
static const char *acak_sandi(struct arena *a)
{
	return arena_printf(a, "Demo-%s-%s-Uji", crypto_random_hex(a, 2),
			    crypto_random_hex(a, 2));
}

static enum err muat_libur(struct demo *d, const char *path)
{
	struct arena *a = db_arena(d->db);
	static char text[256 * 1024];
	struct libur_baru *hari;
	struct ics_galat galat;
	struct libur_hasil hasil;
	size_t n, n_hari;
	FILE *f = fopen(path, "re");
	enum err e;

	if (f == NULL)
		return ERR_NOT_FOUND;
	n = fread(text, 1, sizeof(text), f);
	fclose(f);
	e = ics_baca(a, text, n, &hari, &n_hari, &galat);
	return e == OK ? libur_impor(d->db, &d->admin, hari, n_hari, false,
				     &hasil) :
			 e;
}

static enum err jalankan(struct db *db, int argc, char **argv)
{
	static struct demo d; /* holds names for the whole run */
	enum err e;

	if (!config_development()) {
		fputs("isi-demo: only where mode = pengembangan\n", stderr);
		return ERR_FORBIDDEN;
	}
	d.db = db;
	db_let_load(db);
	if (argc == 3 && strcmp(argv[1], "orang") == 0)
		return demo_orang(&d, acak_sandi(db_arena(db)), argv[2]);
	e = demo_kenali(&d);
	if (e != OK)
		return e;
	if (argc == 3 && strcmp(argv[1], "libur") == 0)
		return muat_libur(&d, argv[2]);
	if (argc == 2 && strcmp(argv[1], "riwayat") == 0)
		return demo_riwayat(&d);
	fputs("usage: isi-demo orang FILE | libur FILE | riwayat\n", stderr);
	return ERR_BAD_REQUEST;
}

int main(int argc, char **argv)
{
	return worker_tool("isi-demo", argc, argv, jalankan);
}
