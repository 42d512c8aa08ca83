/*
 * sertifikat.h - until when the certificates of kunci_dir are good, and how
 * old and how open the secrets there are (U-24).  Reads certificates and the
 * facts of files, never a key: those of officials and of the document seal are
 * their programs' alone, so nginx/buat-kunci keeps copies of their certificates
 * in kunci_dir/sertifikat.
 */
#ifndef SERTIFIKAT_H
#define SERTIFIKAT_H

#include "operasi.h"

struct op_sertifikat {
	const char *kode;   /* ca manifes segel-dokumen pejabat */
	const char *nama;   /* who it was issued to */
	const char *sejak;  /* UTC, NULL: it cannot be read */
	const char *sampai; /* UTC */
	int64_t hari;       /* days left; negative: it is over */
	enum keadaan keadaan;
};

/*
 * CA, manifests, document seal, then officials by user name.  60 days before
 * the end: AWAS; 14 days: BURUK.  One that is missing or unreadable is BURUK
 * (an official's is not missed).  Returns how many; *out from a.
 */
size_t sertifikat_semua(struct arena *a, struct op_sertifikat **out);

struct op_kunci {
	const char *kode; /* rahasia segel token faktor ca-kunci.pem
			     manifes.key segel-dokumen.pem */
	int64_t hari;     /* since it was made */
	bool ada;
	bool terbuka; /* others than owner and group may read it */
	enum keadaan keadaan;
};

/* The secrets of kunci_dir: missing or open ones are BURUK. */
#define OP_KUNCI 7
void sertifikat_kunci(struct arena *a, struct op_kunci out[OP_KUNCI]);

#endif
