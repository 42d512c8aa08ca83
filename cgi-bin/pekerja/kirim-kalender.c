/* kirim-kalender.c - the days of a ticket as a calendar file (RFC 5545). */
#include "../lib/text.h"
#include "../model/hari.h"
#include "../model/templat.h"
#include "kirim.h"

#include <string.h>

#define BARIS_MAKS 75 /* bytes, RFC 5545 3.1 */

/* NAME:value, escaped (3.3.11) and folded, never inside a character. */
static void baris(struct buf *b, const char *nama, const char *nilai)
{
	size_t kolom = strlen(nama) + 1;

	buf_printf(b, "%s:", nama);
	for (const char *p = nilai; *p != '\0'; p++) {
		bool sandi = strchr("\\;,", *p) != NULL;

		if (((unsigned char)*p & 0xC0) != 0x80 &&
		    kolom + 4 > BARIS_MAKS) {
			buf_text(b, "\r\n ");
			kolom = 1;
		}
		if (sandi)
			buf_char(b, '\\');
		buf_char(b, *p);
		kolom += sandi ? 2 : 1;
	}
	buf_text(b, "\r\n");
}

/* 20261122 of a day. */
static const char *tanggal(struct arena *a, hari_t hari)
{
	char teks[HARI_TEKS];

	hari_tulis(hari, teks);
	return arena_printf(a, "%.4s%.2s%.2s", teks, teks + 5, teks + 8);
}

struct blob kirim_kalender(struct arena *a, const struct kiriman_keluar *k,
			   const char *perihal, const char *uid)
{
	const char *tempat = k->data, *nama, *nilai;
	hari_t mulai = 0, selesai = 0;
	bool ada_mulai = false, ada_selesai = false;
	struct buf b = { .a = a };

	while (templat_isi(a, &tempat, &nama, &nilai)) {
		if (strcmp(nama, "mulai") == 0)
			ada_mulai = hari_baca(nilai, &mulai);
		else if (strcmp(nama, "selesai") == 0)
			ada_selesai = hari_baca(nilai, &selesai);
	}
	if (!ada_mulai || !ada_selesai || selesai < mulai)
		return (struct blob){ 0 };
	buf_text(&b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
		     "PRODID:-//SI-FILMA//Jadwal//ID\r\nMETHOD:PUBLISH\r\n"
		     "BEGIN:VEVENT\r\n");
	baris(&b, "UID", uid);
	baris(&b, "DTSTAMP",
	      arena_printf(a, "%.4s%.2s%.2sT%.2s%.2s%.2sZ", k->dibuat,
			   k->dibuat + 5, k->dibuat + 8, k->dibuat + 11,
			   k->dibuat + 14, k->dibuat + 17));
	baris(&b, "DTSTART;VALUE=DATE", tanggal(a, mulai));
	/* The day after the last one (3.6.1). */
	baris(&b, "DTEND;VALUE=DATE", tanggal(a, selesai + 1));
	baris(&b, "SUMMARY", perihal);
	buf_text(&b, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
	return (struct blob){ (unsigned char *)b.p, b.n };
}
