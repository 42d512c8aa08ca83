/* digest.c - see digest.h (OpenSSL). */
#include "digest.h"

#include <openssl/evp.h>
#include <string.h>

struct digest {
	EVP_MD_CTX *ctx;
	bool broken;
};

static void discard(void *what)
{
	struct digest *d = what;

	EVP_MD_CTX_free(d->ctx);
}

struct digest *digest_new(struct arena *a, const char *algorithm)
{
	const EVP_MD *md = EVP_get_digestbyname(algorithm);
	struct digest *d = arena_alloc(a, sizeof(*d));

	arena_cleanup(a, discard, d);
	d->ctx = EVP_MD_CTX_new();
	if (md == NULL || d->ctx == NULL ||
	    EVP_DigestInit_ex(d->ctx, md, NULL) != 1)
		return NULL;
	return d;
}

void digest_add(struct digest *d, const void *p, size_t n)
{
	d->broken |= EVP_DigestUpdate(d->ctx, p, n) != 1;
}

bool digest_is(struct digest *d, const void *digest, size_t n)
{
	unsigned char own[EVP_MAX_MD_SIZE];
	unsigned got = 0;

	return EVP_DigestFinal_ex(d->ctx, own, &got) == 1 && !d->broken &&
	       got == n && memcmp(own, digest, n) == 0;
}
