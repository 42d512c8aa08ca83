/*
 * balikan-jaringan.c - the networks of balikan-token.h: addresses are read and
 * written by inet_pton() and inet_ntop(); here are the prefix and the bits.
 */
#include "balikan-token.h"
#include "../lib/text.h"

#include <arpa/inet.h>
#include <string.h>

struct jaringan {
	int keluarga;          /* AF_INET or AF_INET6 */
	unsigned char bit[16]; /* the first 4 of IPv4 */
	unsigned prefiks;
};

static unsigned panjang(int keluarga)
{
	return keluarga == AF_INET ? 32 : 128;
}

/* ::ffff:192.0.2.0/120 is 192.0.2.0/24. */
static void ke_ipv4(struct jaringan *j)
{
	static const unsigned char depan[12] = { [10] = 0xff, [11] = 0xff };

	if (j->keluarga != AF_INET6 || j->prefiks < 96 ||
	    memcmp(j->bit, depan, sizeof(depan)) != 0)
		return;
	memmove(j->bit, j->bit + 12, 4);
	j->keluarga = AF_INET;
	j->prefiks -= 96;
}

static void bersihkan(struct jaringan *j)
{
	for (unsigned i = j->prefiks; i < panjang(j->keluarga); i++)
		j->bit[i / 8] &= (unsigned char)~(0x80u >> i % 8);
}

/* The n bytes at s: an address, perhaps with /prefix. */
static bool baca(const char *s, size_t n, struct jaringan *j)
{
	char teks[INET6_ADDRSTRLEN];
	const char *garis = memchr(s, '/', n);
	size_t alamat_n = garis == NULL ? n : (size_t)(garis - s);
	int64_t prefiks;

	if (alamat_n == 0 || alamat_n >= sizeof(teks))
		return false;
	memcpy(teks, s, alamat_n);
	teks[alamat_n] = '\0';
	if (strlen(teks) != alamat_n)
		return false;
	j->keluarga = strchr(teks, ':') == NULL ? AF_INET : AF_INET6;
	if (inet_pton(j->keluarga, teks, j->bit) != 1)
		return false;
	j->prefiks = panjang(j->keluarga);
	if (garis != NULL) {
		size_t sisa = n - alamat_n - 1;

		if (sisa == 0 || sisa > 3 || (sisa > 1 && garis[1] == '0'))
			return false;
		memcpy(teks, garis + 1, sisa);
		teks[sisa] = '\0';
		if (!text_digits(teks, 3) || !text_to_int(teks, &prefiks) ||
		    prefiks > panjang(j->keluarga))
			return false;
		j->prefiks = (unsigned)prefiks;
	}
	ke_ipv4(j);
	bersihkan(j);
	return true;
}

static const char *tulis(struct arena *a, const struct jaringan *j)
{
	char teks[INET6_ADDRSTRLEN];

	inet_ntop(j->keluarga, j->bit, teks, sizeof(teks));
	return j->prefiks == panjang(j->keluarga) ?
		   arena_strdup(a, teks) :
		   arena_printf(a, "%s/%u", teks, j->prefiks);
}

static bool sudah_ada(const struct jaringan *semua, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (semua[i].keluarga == semua[n].keluarga &&
		    semua[i].prefiks == semua[n].prefiks &&
		    memcmp(semua[i].bit, semua[n].bit,
			   panjang(semua[n].keluarga) / 8) == 0)
			return true;
	return false;
}

const char *balikan_jaringan_rapi(struct arena *a, const char *teks,
				  const char **salah)
{
	struct jaringan semua[BALIKAN_JARINGAN_MAKS + 1];
	struct buf b = { .a = a };
	size_t n = 0;

	*salah = NULL;
	while (teks != NULL && *teks != '\0') {
		size_t baris = strcspn(teks, "\r\n \t,;");

		if (baris > 0) {
			if (n == BALIKAN_JARINGAN_MAKS ||
			    !baca(teks, baris, &semua[n])) {
				*salah = arena_strndup(a, teks, baris);
				return NULL;
			}
			if (!sudah_ada(semua, n)) {
				buf_printf(&b, "%s%s", n == 0 ? "" : "\n",
					   tulis(a, &semua[n]));
				n++;
			}
		}
		teks += baris;
		teks += strspn(teks, "\r\n \t,;");
	}
	return b.p;
}

static bool di_dalam(const struct jaringan *j, const struct jaringan *ip)
{
	struct jaringan x = *ip;

	if (j->keluarga != ip->keluarga)
		return false;
	x.prefiks = j->prefiks;
	bersihkan(&x);
	return memcmp(x.bit, j->bit, panjang(j->keluarga) / 8) == 0;
}

bool balikan_jaringan_cocok(const char *alamat, const char *ip)
{
	struct jaringan dari, j;

	if (alamat == NULL)
		return true;
	if (ip == NULL || strchr(ip, '/') != NULL ||
	    !baca(ip, strlen(ip), &dari))
		return false;
	while (*alamat != '\0') {
		size_t n = strcspn(alamat, "\n");

		if (baca(alamat, n, &j) && di_dalam(&j, &dari))
			return true;
		alamat += n;
		alamat += *alamat == '\n';
	}
	return false;
}
