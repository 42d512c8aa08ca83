/*
 * balikan-nilai.c - see balikan-nilai.h.  A country's rows pass here: what is
 * good is found good in one walk over its bytes, what is wrong may take
 * longer.  Where the codes of regions come from is balikan-wilayah.c.
 */
#include "balikan-nilai.h"

#include "../lib/text.h"
#include "hari.h"

#include <string.h>
#include <strings.h>

/* Of balikan_tolak.nilai. */
#define SAMAR_MAKS (BALIKAN_SAMAR_BYTES - 1)

static inline bool is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static inline bool is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* ---- regions ----------------------------------------------------------- */

#define KODE_N 1000000u

/* A bit for each code, by its number of digits. */
static unsigned char provinsi[100 / 8 + 1];
static unsigned char kabupaten[10000 / 8];
static unsigned char kecamatan[KODE_N / 8];

static inline bool ada(const unsigned char *set, unsigned kode)
{
	return (set[kode >> 3] >> (kode & 7) & 1) != 0;
}

void balikan_wilayah_tambah(const char *kode)
{
	size_t n = strlen(kode);
	unsigned char *set = n == 2 ? provinsi :
			     n == 4 ? kabupaten :
			     n == 6 ? kecamatan :
				      NULL;
	unsigned v = 0;

	if (set == NULL || !text_digits(kode, 6))
		return;
	for (; *kode != '\0'; kode++)
		v = v * 10 + (unsigned)(*kode - '0');
	set[v >> 3] = (unsigned char)(set[v >> 3] | 1u << (v & 7));
}

/* ---- what surrounds a value -------------------------------------------- */

/* Bytes of white space, or of what cannot be seen, at s. */
static size_t blank_at(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;

	if (n == 0)
		return 0;
	if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
		return 1;
	if (n >= 2 && p[0] == 0xc2 && p[1] == 0xa0)
		return 2; /* no-break space */
	if (n >= 3 && p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x8b &&
	    p[2] <= 0x8f)
		return 3; /* zero width, directions */
	return n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* Cut white space off both ends. */
static inline void trim(const char **s, size_t *n)
{
	size_t k;

	/* A printing ASCII character at either end: nothing to cut. */
	while (*n > 0 && (unsigned char)(**s - '!') > '~' - '!' &&
	       (k = blank_at(*s, *n)) > 0) {
		*s += k;
		*n -= k;
	}
	while (*n > 0 && (unsigned char)((*s)[*n - 1] - '!') > '~' - '!') {
		for (k = *n < 3 ? *n : 3; k > 0; k--)
			if (blank_at(*s + *n - k, k) == k)
				break;
		if (k == 0)
			break;
		*n -= k;
	}
}

/* Bytes of an apostrophe at s: ' or the curly one. */
static size_t apostrophe_at(const char *s, size_t n)
{
	if (n >= 1 && *s == '\'')
		return 1;
	return n >= 3 && memcmp(s, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* The value without the apostrophe that marked it as text. */
static inline void unmark(const char **s, size_t *n)
{
	size_t mark = apostrophe_at(*s, *n);

	if (mark == 0 || *n == mark)
		return;
	if (!is_digit((*s)[mark]) && memchr("=+-@", (*s)[mark], 4) == NULL)
		return;
	*s += mark;
	*n -= mark;
}

/* ---- NIK ---------------------------------------------------------------- */

/* d[.,]dddE+dd: digits, perhaps a point and digits, and an exponent. */
static bool is_scientific(const char *s, size_t n)
{
	size_t i = 0, from;

	while (i < n && is_digit(s[i]))
		i++;
	if (i == 0)
		return false;
	if (i < n && (s[i] == '.' || s[i] == ','))
		for (i++; i < n && is_digit(s[i]);)
			i++;
	if (i == n || (s[i] | 0x20) != 'e')
		return false;
	i++;
	if (i < n && s[i] == '+')
		i++;
	from = i;
	while (i < n && is_digit(s[i]))
		i++;
	return i == n && i - from >= 1 && i - from <= 3;
}

static bool digits_at(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_digit(s[i]))
			return false;
	return true;
}

/* A number cell that a report wrote: more digits than one keeps, and the
   mark. */
static inline bool is_marked_number(const char *s, size_t n)
{
	const size_t mark = sizeof(BALIKAN_TANDA_BULAT) - 1;

	return n > BALIKAN_BILANGAN_ANGKA + mark && s[n - 1] == '0' &&
	       memcmp(s + n - mark, BALIKAN_TANDA_BULAT, mark) == 0 &&
	       digits_at(s, n - mark);
}

/* Why the n bytes at s are not 16 digits. */
static const char *why_no_nik(const char *s, size_t n)
{
	size_t digits = 0, others = 0, zeros = 0;

	if (is_marked_number(s, n))
		return "nik-bulat";
	if (is_scientific(s, n))
		return "nik-ilmiah";
	for (size_t i = 0; i < n; i++) {
		if (is_digit(s[i]))
			digits++;
		else if (s[i] != ' ' && s[i] != '.' && s[i] != '-')
			others++;
	}
	if (digits == n)
		return "nik-panjang";
	/* 3204...01.0: a program's number. */
	if (n > 17 && (s[16] == '.' || s[16] == ',') && digits == n - 1) {
		for (zeros = 17; zeros < n && s[zeros] == '0';)
			zeros++;
		if (zeros == n)
			return "nik-bulat";
	}
	return others == 0 && digits == BALIKAN_NIK_ANGKA ? "nik-pemisah" :
							    "nik-angka";
}

/* The sixteen digits at s; false when one is none. */
static inline bool sixteen(const char *s, uint64_t *out)
{
	uint64_t v = 0;
	unsigned bad = 0;

	for (int i = 0; i < BALIKAN_NIK_ANGKA; i++) {
		unsigned d = (unsigned char)(s[i] - '0');

		bad |= d > 9;
		v = v * 10 + d;
	}
	*out = v;
	return bad == 0;
}

/* What is wrong with the parts of a NIK before its serial number. */
static const char *check_parts(uint64_t v)
{
	unsigned tanggal = (unsigned)(v / 10000 % 1000000);
	unsigned hari = tanggal / 10000, bulan = tanggal / 100 % 100;

	if (!ada(provinsi, (unsigned)(v / 100000000000000u)))
		return "nik-provinsi";
	if (hari == 0 || hari > 71 || (hari > 31 && hari < 41))
		return "nik-tanggal";
	return bulan == 0 || bulan > 12 ? "nik-bulan" : NULL;
}

const char *balikan_nik_periksa(const char *s, size_t n, bool angka,
				uint64_t *nik)
{
	const char *kode;
	uint64_t v;

	trim(&s, &n);
	unmark(&s, &n);
	if (n == 0)
		return "kosong";
	if (n != BALIKAN_NIK_ANGKA || !sixteen(s, &v))
		return why_no_nik(s, n);
	if (angka)
		return "nik-bulat";
	kode = check_parts(v);
	if (kode != NULL)
		return kode;
	if (v % 10000 == 0)
		return "nik-nol";
	*nik = v;
	return NULL;
}

const char *balikan_nik_peringatan(uint64_t nik)
{
	unsigned kode = (unsigned)(nik / 10000000000u);

	if (kode >= KODE_N || ada(kecamatan, kode))
		return NULL;
	return ada(kabupaten, kode / 100) ? "?kecamatan" : "?kabupaten";
}

void balikan_nik_samar(const char *s, size_t n, char out[BALIKAN_SAMAR_BYTES])
{
	size_t digits = 0, at = 0, used = 0, depan, belakang;

	for (size_t i = 0; i < n; i++)
		digits += is_digit(s[i]);
	depan = digits > 8 ? 4 : digits > 2 ? 1 : 0;
	belakang = digits > 8 ? 2 : 0;
	for (size_t i = 0; i < n && used < SAMAR_MAKS; i++) {
		char c = s[i];

		if (is_digit(c)) {
			if (at >= depan && at + belakang < digits)
				c = '*';
			at++;
		}
		out[used++] = c;
	}
	/* Not in the middle of a character, nor what is none. */
	while (used > 0 && !text_ok(out, used))
		used--;
	out[used] = '\0';
}

char *balikan_nik_tutup(struct arena *a, const char *s)
{
	char *out = s == NULL ? NULL : arena_strdup(a, s);

	for (char *p = out; p != NULL && *p != '\0';) {
		size_t n = strspn(p, "0123456789");

		if (n >= 16)
			memset(p + 4, '*', n - 6);
		p += n > 0 ? n : 1;
	}
	return out;
}

/* ---- cells ------------------------------------------------------------- */

/* 15 digits that are a NIK without its last one. */
static bool is_cut_nik(const char *s, size_t n)
{
	uint64_t v = 0;

	trim(&s, &n);
	unmark(&s, &n);
	if (n != BALIKAN_NIK_ANGKA - 1 || !digits_at(s, n))
		return false;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + (unsigned)(s[i] - '0');
	return check_parts(v * 10) == NULL;
}

static bool has_line_end(const char *s, size_t n)
{
	trim(&s, &n);
	return memchr(s, '\n', n) != NULL || memchr(s, '\r', n) != NULL;
}

const char *balikan_sel_perjelas(const char *kode, const char *s, size_t n)
{
	if (strcmp(kode, "nik-panjang") == 0)
		return is_cut_nik(s, n) ? "nik-potong" : kode;
	if (strcmp(kode, "karakter") == 0 || strcmp(kode, "nik-angka") == 0)
		return has_line_end(s, n) ? "ganti-baris" : kode;
	return kode;
}

/* ---- other values ------------------------------------------------------ */

/*
 * Code points of the n bytes at s; SIZE_MAX when they are not UTF-8 or have a
 * control character.
 */
static size_t characters(const char *s, size_t n)
{
	size_t count = 0;
	unsigned char bad = 0, high = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		high |= c;
		bad |= c < 0x20 || c == 0x7f;
	}
	if (bad != 0)
		return SIZE_MAX;
	if (high < 0x80)
		return n;
	if (!text_ok(s, n))
		return SIZE_MAX;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		count += (c & 0xc0) != 0x80;
		/* U+0080 to U+009F are control characters too. */
		if (c == 0xc2 && (unsigned char)s[i + 1] < 0xa0)
			return SIZE_MAX;
	}
	return count;
}

static bool fits_pattern(const char *pola, const char *s, size_t n)
{
	size_t i = 0;

	for (; pola[i] != '\0' && i < n; i++) {
		bool ok = pola[i] == '9' ? is_digit(s[i]) :
			  pola[i] == 'A' ? is_letter(s[i]) :
			  pola[i] == 'X' ? is_digit(s[i]) || is_letter(s[i]) :
					   pola[i] == s[i];

		if (!ok)
			return false;
	}
	return i == n && pola[i] == '\0';
}

static const char *check_number(const char *s, size_t n, char *out,
				size_t *out_n)
{
	size_t i = n > 1 && *s == '-' ? 1 : 0;
	bool point = false;

	if (!is_digit(s[i]) || !is_digit(s[n - 1]))
		return "angka";
	memcpy(out, s, n);
	for (; i < n; i++) {
		if (is_digit(s[i]))
			continue;
		if (point || (s[i] != '.' && s[i] != ','))
			return "angka";
		point = true;
		out[i] = '.';
	}
	*out_n = n;
	return NULL;
}

static const char *check_date(const char *s, size_t n, char *out, size_t *out_n)
{
	char iso[HARI_TEKS] = "";
	hari_t day;

	if (n != 10)
		return "tanggal";
	if (s[4] == '-' && s[7] == '-') {
		memcpy(iso, s, 10);
	} else if ((s[2] == '-' || s[2] == '/') && s[5] == s[2]) {
		memcpy(iso, s + 6, 4);
		iso[4] = '-';
		memcpy(iso + 5, s + 3, 2);
		iso[7] = '-';
		memcpy(iso + 8, s, 2);
	}
	if (!hari_baca(iso, &day))
		return "tanggal";
	memcpy(out, iso, 10);
	*out_n = 10;
	return NULL;
}

static const char *check_phone(const char *s, size_t n, char *out,
			       size_t *out_n)
{
	char digit[BALIKAN_PANJANG_TELEPON];
	const char *d = digit;
	size_t k = 0, used = 0;
	bool plus = *s == '+';

	/* A number that a program made a fraction of: 0 is no digit of it. */
	if (n > 2 && s[n - 2] == '.' && s[n - 1] == '0')
		return "telepon";
	for (size_t i = plus; i < n; i++) {
		if (is_digit(s[i])) {
			if (k == sizeof(digit))
				return "telepon";
			digit[k++] = s[i];
		} else if (strchr(" .-()", s[i]) == NULL || s[i] == '\0') {
			return "telepon";
		}
	}
	out[used++] = '+';
	if (!plus && k > 1 && *d == '0') {
		if (d[1] == '0') /* 00: another country, or nonsense */
			return "telepon";
		d++;
		k--;
		out[used++] = '6';
		out[used++] = '2';
	} else if (!plus && k >= 9 && k <= 12 && *d == '8') {
		/* A spreadsheet dropped the zero. */
		out[used++] = '6';
		out[used++] = '2';
	} else if (!plus && (k < 2 || memcmp(d, "62", 2) != 0)) {
		return "telepon";
	} else if (plus && (k == 0 || *d == '0')) {
		return "telepon";
	}
	if (used - 1 + k < 8 || used - 1 + k > 15)
		return "telepon";
	memcpy(out + used, d, k);
	used += k;
	/* +62 0812...: the zero is for calls within the country. */
	if (memcmp(out + 1, "620", 3) == 0) {
		used--;
		memmove(out + 3, out + 4, used - 3);
		if (used - 1 < 8 || out[3] == '0')
			return "telepon";
	}
	*out_n = used;
	return NULL;
}

static const char *check_choice(const struct balikan_ruas *r, const char *s,
				size_t n, char *out, size_t *out_n)
{
	for (const char *const *p = r->pilihan; p != NULL && *p != NULL; p++) {
		if (strncasecmp(*p, s, n) != 0 || (*p)[n] != '\0')
			continue;
		if (n > BALIKAN_NILAI_BYTES)
			return "terlalu-panjang";
		memcpy(out, *p, n);
		*out_n = n;
		return NULL;
	}
	return "pilihan";
}

const char *balikan_nilai_periksa(const struct balikan_ruas *r, const char *s,
				  size_t n, bool angka,
				  char out[BALIKAN_NILAI_BYTES], size_t *out_n)
{
	size_t count;

	*out_n = 0;
	trim(&s, &n);
	unmark(&s, &n);
	if (n == 0)
		return r->wajib ? "wajib" : NULL;
	if (angka && n > BALIKAN_BILANGAN_ANGKA && digits_at(s, n))
		return "bulat";
	if (is_marked_number(s, n))
		return "bulat";
	count = characters(s, n);
	if (count == SIZE_MAX)
		return "karakter";
	if (n > 4 && (s[n - 2] == '+' || s[n - 3] == '+' || s[n - 4] == '+') &&
	    is_scientific(s, n))
		return "ilmiah";
	switch (r->jenis) {
	case BALIKAN_TANGGAL:
		return check_date(s, n, out, out_n);
	case BALIKAN_TELEPON:
		return check_phone(s, n, out, out_n);
	case BALIKAN_PILIHAN:
		return check_choice(r, s, n, out, out_n);
	default:
		break;
	}
	if (count > (size_t)r->panjang || n > BALIKAN_NILAI_BYTES)
		return "terlalu-panjang";
	if (r->pola != NULL && !fits_pattern(r->pola, s, n))
		return "pola";
	if (r->jenis == BALIKAN_ANGKA && r->pola == NULL)
		return check_number(s, n, out, out_n);
	memcpy(out, s, n);
	*out_n = n;
	return NULL;
}

bool balikan_nilai_ribuan(const struct balikan_ruas *r, const char *s, size_t n)
{
	if (r->jenis != BALIKAN_ANGKA || r->pola != NULL || n < 5 ||
	    s[n - 4] != '.')
		return false;
	if (*s == '-') {
		s++;
		n--;
	}
	return n <= 7 && *s != '0' && *s != '.';
}
