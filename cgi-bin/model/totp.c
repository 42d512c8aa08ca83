/* totp.c - see totp.h. */
#include "totp.h"
#include "../lib/crypto.h"
#include "../lib/text.h"

#include <stdio.h>
#include <string.h>

char *totp_base32(struct arena *a, const unsigned char *p, size_t n)
{
	static const char huruf[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	char *out = arena_alloc(a, (n * 8 + 4) / 5 + 1);
	char *w = out;
	unsigned isi = 0, bit = 0;

	for (size_t i = 0; i < n; i++) {
		isi = isi << 8 | p[i];
		for (bit += 8; bit >= 5; bit -= 5)
			*w++ = huruf[isi >> (bit - 5) & 31];
		isi &= 31;
	}
	if (bit > 0)
		*w++ = huruf[isi << (5 - bit) & 31];
	return out;
}

int64_t totp_langkah(int64_t detik)
{
	return detik / TOTP_DETIK;
}

bool totp_kode(const unsigned char *rahasia, size_t n, int64_t langkah,
	       char out[TOTP_ANGKA + 1])
{
	unsigned char hitung[8], mac[SHA1_BYTES];
	const unsigned char *p;
	uint32_t angka;

	for (int i = 0; i < 8; i++)
		hitung[i] = (unsigned char)((uint64_t)langkah >> (56 - 8 * i));
	out[0] = '\0';
	if (!crypto_hmac_sha1(rahasia, n, hitung, sizeof(hitung), mac))
		return false;
	/* Dynamic truncation (RFC 4226, 5.3). */
	p = mac + (mac[SHA1_BYTES - 1] & 15);
	angka = ((uint32_t)p[0] & 0x7F) << 24 | (uint32_t)p[1] << 16 |
		(uint32_t)p[2] << 8 | p[3];
	snprintf(out, TOTP_ANGKA + 1, "%06u", (unsigned)(angka % 1000000));
	return true;
}

int64_t totp_cari(const unsigned char *rahasia, size_t n, const char *kode,
		  int64_t detik, int64_t sesudah)
{
	int64_t kini = totp_langkah(detik), ini = 0;

	if (strlen(kode) != TOTP_ANGKA)
		return 0;
	for (int64_t i = kini + TOTP_GESER; i >= kini - TOTP_GESER; i--) {
		char harap[TOTP_ANGKA + 1];

		if (totp_kode(rahasia, n, i, harap) &&
		    crypto_equal(harap, kode, TOTP_ANGKA) && i > sesudah)
			ini = i;
	}
	return ini;
}

char *totp_uri(struct arena *a, const char *username, const char *base32)
{
	return arena_printf(a,
			    "otpauth://totp/SI-FILMA:%s?secret=%s"
			    "&issuer=SI-FILMA&algorithm=SHA1&digits=%d"
			    "&period=%d",
			    text_url(a, username), base32, TOTP_ANGKA,
			    TOTP_DETIK);
}
