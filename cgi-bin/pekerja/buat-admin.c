/*
 * buat-admin.c - the first account of an installation, from the command line:
 * everybody else is verified by an admin on a page.
 *
 *	buat-admin USERNAME "FULL NAME" E-MAIL
 *
 * Makes an account with the role admin (and, when there is none, the Ditjen
 * institution it belongs to) and asks for its password on the terminal, or
 * reads it from standard input.  Works as the database's owner (the Unix user
 * who started it).
 */
#include "../lib/worker.h"
#include "../model/akun.h"
#include "../model/lembaga.h"
#include "../model/sandi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

SQL(Q_DITJEN, "SELECT id FROM lembaga WHERE jenis = 'ditjen' ORDER BY id"
	      " LIMIT 1");

static const struct pelaku sistem = { .nama = "buat-admin" };

static enum err ditjen(struct db *db, int64_t *id)
{
	struct lembaga l = {
		.nama = "Direktorat Jenderal Kependudukan dan Pencatatan Sipil",
		.jenis = "ditjen",
		.alamat = "-",
		.kota = "Jakarta Selatan",
		.provinsi = "DKI Jakarta",
		.wilayah_kode = "3174",
		.aktif = true,
	};
	struct rows *r;
	enum err e = db_one(db, &r, &Q_DITJEN);

	if (e == OK)
		*id = db_int(r, 0);
	if (e != ERR_NOT_FOUND)
		return e;
	e = lembaga_simpan(db, &sistem, &l);
	*id = l.id;
	return e;
}

/* One line from standard input, not shown when it is a terminal. */
static bool baca_sandi(char *out, size_t size)
{
	struct termios shown, hidden;
	bool terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
	bool fine;

	if (terminal) {
		fputs("Password: ", stderr);
		hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	}
	fine = fgets(out, (int)size, stdin) != NULL;
	if (terminal) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
		fputc('\n', stderr);
	}
	out[strcspn(out, "\r\n")] = '\0';
	return fine;
}

struct kerja {
	struct akun akun;
	const char *sandi;
};

static enum err buat(struct db *db, void *ctx)
{
	struct kerja *k = ctx;
	enum err e = ditjen(db, &k->akun.lembaga_id);

	if (e == OK)
		e = akun_buat(db, &sistem, &k->akun);
	if (e == OK)
		e = sandi_ganti(db, &sistem, k->akun.id, k->sandi, 0);
	return e;
}

static enum err jalankan(struct db *db, int argc, char **argv)
{
	static char sandi[1024];
	struct kerja k = {
		.akun = { .username = argv[1],
			  .nama = argv[2],
			  .peran = "admin",
			  .email = argv[3],
			  .telepon = "-",
			  .alamat = "-",
			  .kota = "Jakarta Selatan",
			  .provinsi = "DKI Jakarta" },
		.sandi = sandi,
	};
	const char *salah;

	(void)argc;
	if (!akun_username_sah(argv[1])) {
		fputs("buat-admin: 4 to 40 letters, digits and . _ -\n",
		      stderr);
		return ERR_INPUT;
	}
	if (!baca_sandi(sandi, sizeof(sandi)))
		return ERR_INPUT;
	salah = sandi_periksa(sandi, argv[1], ROLE_ADMIN);
	if (salah != NULL) {
		fprintf(stderr, "buat-admin: password refused: %s\n", salah);
		return ERR_INPUT;
	}
	return db_transaction(db, buat, &k);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fputs("usage: buat-admin USERNAME \"FULL NAME\" E-MAIL\n",
		      stderr);
		return EXIT_FAILURE;
	}
	return worker_tool("buat-admin", argc, argv, jalankan);
}
