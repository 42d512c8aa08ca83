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
#include <pthread.h>

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

/*
 * Whose a transfer is, and what he does with it.  Each connection has a thread
 * of its own, because libcurl waits for a mail server's last answer without
 * doing anything else meanwhile, also in its multi interface.  A thread only
 * runs curl_easy_perform(): the database, XSLT and the log are the main one's.
 */
enum tahap {
	TAHAP_LOWONG,	/* main: without a message */
	TAHAP_SIAP,	/* thread: to be begun */
	TAHAP_JALAN,	/* thread */
	TAHAP_MENUNGGU, /* main: held right before its text goes out */
	TAHAP_BATAL,	/* thread: its text must not go out */
	TAHAP_SELESAI,	/* main: to be judged */
	TAHAP_DINILAI,	/* main: to be marked in the database */
};

/* One message on its way. */
struct transfer {
	enum tahap tahap; /* under kirim_kunci */
	pthread_t utas;
	struct arena *a; /* everything of this message */
	CURL *curl;	 /* kept from message to message */
	CURLcode hasil;	 /* of TAHAP_SELESAI */
	bool ragu;	 /* the database knows that its text may go out */
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
   names, to be freed; NULL, with a line in the log, when it cannot be
   read. */
char *kirim_rahasia(const char *nama_konfig);

/* A number of the configuration within its bounds; biasa when it has none. */
int64_t kirim_angka(const char *nama, int64_t biasa, int64_t min,
		    int64_t maks);

/* "kode: what was said", shortened, without what cannot be shown; from a. */
const char *kirim_galat(struct arena *a, const char *kode, const char *kata);

/* Guards every tahap. */
extern pthread_mutex_t kirim_kunci;

/* The thread of a transfer; false when it cannot be made. */
bool kirim_utas(struct transfer *t);

/* What is done with it next; its thread learns of it: to begin, to go on
   (TAHAP_JALAN) or not to. */
void kirim_serahkan(struct transfer *t, enum tahap tahap);

/* Wait, with kirim_kunci held, until a thread has something for main, at most
   so long. */
void kirim_tunggu(int64_t ms);

/* What every transfer has: time-outs, no signals, the error text. */
void kirim_dasar(struct transfer *t);

/* The calendar file of a message that tells of days (RFC 5545); p NULL when it
   does not. */
struct blob kirim_kalender(struct arena *a, const struct kiriman_keluar *k,
			   const char *perihal, const char *uid);

#endif
