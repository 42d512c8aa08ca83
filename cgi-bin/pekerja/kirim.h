/*
 * kirim.h - what the files of the worker pekerja-notifikasi share: a transfer
 * in the making, and the channels that begin one and judge how it ended.
 */
#ifndef KIRIM_H
#define KIRIM_H

#include "../lib/arena.h"
#include "../lib/blob.h"
#include "../model/kotak-kirim.h"

#include <curl/curl.h>

#define JAWABAN_MAKS 16384 /* bytes of an answer that are read */
#define KATA_SERVER  200   /* of what a server said, kept for staff */

enum nasib {
	NASIB_TERKIRIM,
	NASIB_LAGI,   /* this message, after a pause */
	NASIB_ISTIRAHAT, /* the whole channel rests, this message too */
	NASIB_GAGAL,  /* given up: it will never be taken */
};

struct kirim_akhir {
	enum nasib nasib;
	const char *galat;    /* code and what was said; from the transfer's a */
	const char *pesan_id; /* of NASIB_TERKIRIM */
	int64_t jeda_ms;      /* the server's own wish; 0: none */
};

/* One message on its way. */
struct transfer {
	struct arena *a; /* everything of this message */
	CURL *curl;	 /* kept from message to message */
	bool jalan;	 /* in the multi handle */
	bool selesai;	 /* ended, not yet marked in the database */
	bool menunggu;	 /* held right before its text goes out */
	bool ragu;	 /* the database knows that it may go out */
	bool batal;	 /* it must not go out */
	int64_t id;
	int64_t coba;
	const char *pesan_id;
	struct kirim_akhir akhir;

	struct blob isi; /* what is sent */
	size_t terbaca;
	char jawaban[JAWABAN_MAKS + 1];
	size_t n_jawaban;
	char galat[CURL_ERROR_SIZE];
	struct curl_slist *daftar; /* recipients, or headers */
};

/* What a message says, from xslt/surel.xsl. */
struct kata {
	const char *perihal;
	const char *teks;
	const char *singkat;
	const char *html;
};

struct saluran_kirim {
	const char *nama; /* surel wa */
	/* There is talk before the text, so it can be held right before; else a
	   message is in doubt as soon as it is claimed. */
	bool berdialog;
	/* Read the configuration; false, with a line in the log, when it is
	   wrong. */
	bool (*mulai)(void);
	/* Fill t->curl for a message; false when it cannot be sent at all:
	   t->akhir tells why. */
	bool (*siapkan)(struct transfer *t, const struct kiriman_keluar *k,
			const struct kata *kata);
	/* How it ended, into t->akhir. */
	void (*nilai)(struct transfer *t, CURLcode hasil);
};

extern const struct saluran_kirim saluran_surel;
extern const struct saluran_kirim saluran_wa;

/* A password or token: the first line of the file that the configuration
   names; NULL, with a line in the log, when it cannot be read.  Kept for
   good. */
const char *kirim_rahasia(const char *nama_konfig);

/* A number of the configuration within its bounds; biasa when it has none. */
int64_t kirim_angka(const char *nama, int64_t biasa, int64_t min,
		    int64_t maks);

/* "kode: what was said", shortened, without what cannot be shown; from a. */
const char *kirim_galat(struct arena *a, const char *kode, const char *kata);

/* What every transfer has: time-outs, no signals, the error text. */
void kirim_dasar(struct transfer *t);

/* The calendar file of a message that tells of days (RFC 5545); p NULL when it
   does not. */
struct blob kirim_kalender(struct arena *a, const struct kiriman_keluar *k,
			   const char *perihal, const char *uid);

#endif
