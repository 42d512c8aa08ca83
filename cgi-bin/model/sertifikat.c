/* sertifikat.c - see sertifikat.h. */
#include "sertifikat.h"
#include "../lib/clock.h"
#include "../lib/config.h"
#include "../lib/text.h"

#include <dirent.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define HARI_DETIK 86400
#define SEGERA     60 /* days before the end */
#define MENDESAK   14
#define PEJABAT    500 /* officials shown at most */

static const char *dalam_kunci(struct arena *a, const char *nama)
{
	return arena_printf(a, "%s/%s", config_get("kunci_dir", "."), nama);
}

static void buang(void *apa)
{
	X509 **x = apa;

	X509_free(*x);
}

/* The first certificate of a PEM file, freed with the arena; NULL. */
static X509 *baca(struct arena *a, const char *jalur)
{
	X509 **x = arena_alloc(a, sizeof(*x));
	FILE *f = fopen(jalur, "re");

	*x = NULL;
	if (f == NULL)
		return NULL;
	*x = PEM_read_X509(f, NULL, NULL, NULL);
	fclose(f);
	arena_cleanup(a, buang, x);
	return *x;
}

static const char *waktu(struct arena *a, const ASN1_TIME *t)
{
	char *teks = arena_alloc(a, CLOCK_TEXT_BYTES);
	struct tm tm;

	if (ASN1_TIME_to_tm(t, &tm) != 1)
		return NULL;
	clock_text((int64_t)timegm(&tm) * 1000, teks);
	return teks;
}

static const char *nama_umum(struct arena *a, X509 *x)
{
	const X509_NAME *n = X509_get_subject_name(x);
	int i = X509_NAME_get_index_by_NID(n, NID_commonName, -1);
	unsigned char *utf8 = NULL;
	char teks[300] = "";

	if (i >= 0 &&
	    ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(
					   X509_NAME_get_entry(n, i))) >= 0) {
		snprintf(teks, sizeof(teks), "%s", (char *)utf8);
		OPENSSL_free(utf8);
	}
	/* A name comes from outside when its certificate does. */
	return text_ok(teks, strlen(teks)) ? arena_strdup(a, teks) : "?";
}

static struct op_sertifikat satu(struct arena *a, const char *kode,
				 const char *jalur)
{
	struct op_sertifikat s = { .kode = kode, .nama = "", .keadaan = BURUK };
	X509 *x = baca(a, jalur);
	int64_t sisa_ms;

	if (x == NULL)
		return s;
	s.nama = nama_umum(a, x);
	s.sejak = waktu(a, X509_get0_notBefore(x));
	s.sampai = waktu(a, X509_get0_notAfter(x));
	if (s.sampai == NULL)
		return s;
	sisa_ms = clock_parse(s.sampai) - clock_now_ms();
	s.hari = sisa_ms / (HARI_DETIK * 1000LL) - (sisa_ms < 0);
	s.keadaan = s.hari < MENDESAK ? BURUK : s.hari < SEGERA ? AWAS : BAIK;
	return s;
}

static void tutup(void *apa)
{
	closedir(apa);
}

static int menurut_nama(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* Files NAME.pem of a folder, by name; how many. */
static size_t isi_folder(struct arena *a, const char *folder, const char **nama)
{
	const struct dirent *e;
	DIR *d = opendir(folder);
	size_t n = 0;

	if (d == NULL)
		return 0;
	arena_cleanup(a, tutup, d);
	while (n < PEJABAT && (e = readdir(d)) != NULL) {
		size_t panjang = strlen(e->d_name);

		if (e->d_name[0] != '.' && panjang > 4 &&
		    strcmp(e->d_name + panjang - 4, ".pem") == 0)
			nama[n++] = arena_strdup(a, e->d_name);
	}
	qsort(nama, n, sizeof(*nama), menurut_nama);
	return n;
}

size_t sertifikat_semua(struct arena *a, struct op_sertifikat **out)
{
	struct op_sertifikat *s = arena_array(a, PEJABAT + 3, sizeof(*s));
	const char **nama = arena_array(a, PEJABAT, sizeof(*nama));
	const char *folder = dalam_kunci(a, "sertifikat/pejabat");
	size_t n = 0, banyak = isi_folder(a, folder, nama);

	*out = s;
	s[n++] = satu(a, "ca", dalam_kunci(a, "ca.pem"));
	s[n++] = satu(a, "manifes", dalam_kunci(a, "manifes.pem"));
	s[n++] = satu(a, "segel-dokumen",
		      dalam_kunci(a, "sertifikat/segel-dokumen.pem"));
	for (size_t i = 0; i < banyak; i++)
		s[n++] = satu(a, "pejabat",
			      arena_printf(a, "%s/%s", folder, nama[i]));
	return n;
}

void sertifikat_kunci(struct arena *a, struct op_kunci out[OP_KUNCI])
{
	static const char *const nama[OP_KUNCI] = { "rahasia",
						    "segel",
						    "token",
						    "faktor",
						    "ca-kunci.pem",
						    "manifes.key",
						    "segel-dokumen.pem" };

	for (size_t i = 0; i < OP_KUNCI; i++) {
		struct op_kunci *k = &out[i];
		struct stat st;

		*k = (struct op_kunci){ .kode = nama[i], .keadaan = BURUK };
		if (stat(dalam_kunci(a, nama[i]), &st) != 0) {
			/* It may well be kept elsewhere, off the machine. */
			if (strcmp(nama[i], "ca-kunci.pem") == 0)
				k->keadaan = KETERANGAN;
			continue;
		}
		k->ada = true;
		k->hari = (clock_now_ms() / 1000 - st.st_mtime) / HARI_DETIK;
		k->terbuka = (st.st_mode & S_IRWXO) != 0;
		k->keadaan = k->terbuka ? BURUK : BAIK;
	}
}
