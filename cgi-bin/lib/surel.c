/* surel.c - see surel.h. */
#include "surel.h"
#include "crypto.h"

#include <string.h>
#include <time.h>

#define BARIS_QP   76 /* RFC 2045 6.7 (5) */
#define BARIS_B64  76
#define KATA_MAKS  75 /* an encoded-word, RFC 2047 2 */
#define TAJUK_MAKS 76

/* --- encodings --- */

void surel_base64(struct buf *b, struct blob isi)
{
	const size_t sebaris = BARIS_B64 / 4 * 3;

	for (size_t i = 0; i < isi.n; i += sebaris) {
		size_t n = isi.n - i < sebaris ? isi.n - i : sebaris;

		crypto_base64(b, isi.p + i, n);
		buf_text(b, "\r\n");
	}
}

/* Does a line of quoted-printable take this byte as it is?  akhir: it is the
   last of its line, where a blank would be lost. */
static bool apa_adanya(unsigned char c, bool akhir)
{
	if (c == ' ' || c == '\t')
		return !akhir;
	return c > ' ' && c < 127 && c != '=';
}

void surel_qp(struct buf *b, const char *text)
{
	size_t kolom = 0;

	for (const char *p = text; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;
		bool biasa = apa_adanya(c, p[1] == '\n' || p[1] == '\0');
		size_t lebar = biasa ? 1 : 3;

		if (c == '\n') {
			buf_text(b, "\r\n");
			kolom = 0;
			continue;
		}
		/* One place is the soft break's own. */
		if (kolom + lebar > BARIS_QP - 1) {
			buf_text(b, "=\r\n");
			kolom = 0;
		}
		if (biasa)
			buf_char(b, (char)c);
		else
			buf_printf(b, "=%02X", c);
		kolom += lebar;
	}
	if (kolom > 0)
		buf_text(b, "\r\n");
}

/* --- headers --- */

static bool polos(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || (unsigned char)*s > 126)
			return false;
	return true;
}

/* Bytes of the character at s. */
static size_t huruf(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

/* As many whole characters as fit into one encoded-word of so many places. */
static size_t muat(const char *s, size_t tempat)
{
	size_t bytes = (tempat - strlen("=?UTF-8?B?" "?=")) / 4 * 3, n = 0;

	while (s[n] != '\0' && n + huruf(s + n) <= bytes)
		n += huruf(s + n);
	return n;
}

/* Encoded-words joined by folds; kolom is where the line stands. */
static void kata_sandi(struct buf *b, size_t kolom, const char *s)
{
	while (*s != '\0') {
		size_t tempat = kolom + 20 > TAJUK_MAKS ? 0 :
							  TAJUK_MAKS - kolom;
		size_t n;

		if (tempat == 0) {
			buf_text(b, "\r\n ");
			kolom = 1;
			continue;
		}
		n = muat(s, tempat < KATA_MAKS ? tempat : KATA_MAKS);
		buf_text(b, "=?UTF-8?B?");
		crypto_base64(b, s, n);
		buf_text(b, "?=");
		s += n;
		if (*s != '\0') {
			buf_text(b, "\r\n ");
			kolom = 1;
		}
	}
}

/* Control characters would begin a new header. */
static const char *satu_baris(struct arena *a, const char *text)
{
	char *s = arena_strdup(a, text);

	for (char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 127)
			*p = ' ';
	return s;
}

void surel_kata(struct buf *b, size_t sesudah, const char *text)
{
	const char *s = satu_baris(b->a, text);

	/* What looks like an encoded-word would be read as one. */
	if (polos(s) && sesudah + strlen(s) <= TAJUK_MAKS &&
	    strstr(s, "=?") == NULL)
		buf_text(b, s);
	else
		kata_sandi(b, sesudah, s);
}

/* `Name: "Budi" <budi@x.example>` */
static void tajuk_alamat(struct buf *b, const char *tajuk, const char *nama,
			 const char *alamat)
{
	buf_printf(b, "%s: ", tajuk);
	if (nama != NULL && *nama != '\0') {
		nama = satu_baris(b->a, nama);
		if (polos(nama) && strlen(nama) < TAJUK_MAKS - 20) {
			buf_char(b, '"');
			for (; *nama != '\0'; nama++) {
				if (*nama == '"' || *nama == '\\')
					buf_char(b, '\\');
				buf_char(b, *nama);
			}
			buf_char(b, '"');
		} else {
			kata_sandi(b, strlen(tajuk) + 2, nama);
		}
		buf_text(b, "\r\n ");
	}
	buf_printf(b, "<%s>\r\n", satu_baris(b->a, alamat));
}

static void tajuk_waktu(struct buf *b, int64_t ms)
{
	static const char hari[] = "SunMonTueWedThuFriSat";
	static const char bulan[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	time_t t = (time_t)(ms / 1000);
	struct tm tm;

	gmtime_r(&t, &tm);
	buf_printf(b, "Date: %.3s, %02d %.3s %d %02d:%02d:%02d +0000\r\n",
		   hari + 3 * tm.tm_wday, tm.tm_mday, bulan + 3 * tm.tm_mon,
		   tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* --- body --- */

static void bagian_teks(struct buf *b, const char *jenis, const char *isi)
{
	buf_printf(b,
		   "Content-Type: text/%s; charset=utf-8\r\n"
		   "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
		   jenis);
	surel_qp(b, isi);
}

static void bagian_isi(struct buf *b, const struct surel *s, const char *batas)
{
	if (s->html == NULL) {
		bagian_teks(b, "plain", s->teks);
		return;
	}
	buf_printf(b,
		   "Content-Type: multipart/alternative;\r\n"
		   " boundary=\"%s\"\r\n\r\n--%s\r\n",
		   batas, batas);
	bagian_teks(b, "plain", s->teks);
	buf_printf(b, "\r\n--%s\r\n", batas);
	bagian_teks(b, "html", s->html);
	buf_printf(b, "\r\n--%s--\r\n", batas);
}

static void bagian_lampiran(struct buf *b, const struct surel_lampiran *l)
{
	buf_printf(b,
		   "Content-Type: %s\r\n"
		   "Content-Transfer-Encoding: base64\r\n"
		   "Content-Disposition: attachment;\r\n"
		   " filename*=UTF-8''%s\r\n\r\n",
		   satu_baris(b->a, l->jenis), text_url(b->a, l->nama));
	surel_base64(b, l->isi);
}

/* No line of a body can be one: encoded lines have no "=_". */
static const char *batas_baru(struct arena *a, const struct surel *s, char apa)
{
	unsigned char d[SHA256_BYTES];

	crypto_sha256(s->id, strlen(s->id), d);
	return arena_printf(a, "=_%c%s", apa, text_hex(a, d, 12));
}

struct blob surel_tulis(struct arena *a, const struct surel *s)
{
	struct buf b = { .a = a };
	const char *luar = batas_baru(a, s, 'l'), *dalam = batas_baru(a, s, 'd');

	tajuk_waktu(&b, s->waktu_ms);
	tajuk_alamat(&b, "From", s->dari_nama, s->dari);
	tajuk_alamat(&b, "To", s->kepada_nama, s->kepada);
	buf_text(&b, "Subject: ");
	surel_kata(&b, strlen("Subject: "), s->perihal);
	buf_printf(&b, "\r\nMessage-ID: <%s>\r\n", satu_baris(a, s->id));
	/* No out-of-office answers, please (RFC 3834 5). */
	buf_text(&b, "Auto-Submitted: auto-generated\r\n");
	if (s->daftar != NULL)
		buf_printf(&b, "List-Id: <%s>\r\n", satu_baris(a, s->daftar));
	if (s->berhenti != NULL)
		buf_printf(&b, "List-Unsubscribe:\r\n <%s>\r\n",
			   satu_baris(a, s->berhenti));
	buf_text(&b, "MIME-Version: 1.0\r\n");
	if (s->n_lampiran == 0) {
		bagian_isi(&b, s, dalam);
		return (struct blob){ (unsigned char *)b.p, b.n };
	}
	buf_printf(&b,
		   "Content-Type: multipart/mixed;\r\n"
		   " boundary=\"%s\"\r\n\r\n--%s\r\n",
		   luar, luar);
	bagian_isi(&b, s, dalam);
	for (size_t i = 0; i < s->n_lampiran; i++) {
		buf_printf(&b, "\r\n--%s\r\n", luar);
		bagian_lampiran(&b, &s->lampiran[i]);
	}
	buf_printf(&b, "\r\n--%s--\r\n", luar);
	return (struct blob){ (unsigned char *)b.p, b.n };
}

/* --- addresses --- */

bool surel_alamat_sah(const char *alamat)
{
	const char *di = strchr(alamat, '@');

	if (di == NULL || di == alamat || di[1] == '\0' ||
	    strchr(di + 1, '@') != NULL || strlen(alamat) > 254 ||
	    *alamat == '-')
		return false;
	return polos(alamat) && strpbrk(alamat, " <>\",\\") == NULL;
}

bool surel_pisah(struct arena *a, const char *teks, const char **nama,
		 const char **alamat)
{
	const char *buka = strchr(teks, '<');
	size_t n;

	*nama = NULL;
	if (buka == NULL) {
		*alamat = text_trim(a, teks);
		return surel_alamat_sah(*alamat);
	}
	n = strcspn(buka + 1, ">");
	if (buka[1 + n] != '>')
		return false;
	*alamat = text_trim(a, arena_strndup(a, buka + 1, n));
	*nama = text_trim(a, arena_strndup(a, teks, (size_t)(buka - teks)));
	if (**nama == '\0')
		*nama = NULL;
	return surel_alamat_sah(*alamat);
}
