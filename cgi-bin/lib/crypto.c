/* crypto.c - see crypto.h. */
#include "crypto.h"
#include "config.h"
#include "log.h"
#include "text.h"

#include <errno.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES   crypto_aead_xchacha20poly1305_ietf_ABYTES

#define PASSWORD_OPS crypto_pwhash_OPSLIMIT_INTERACTIVE
#define PASSWORD_MEM crypto_pwhash_MEMLIMIT_INTERACTIVE

bool crypto_start(void)
{
	return sodium_init() >= 0;
}

void crypto_random(void *out, size_t n)
{
	randombytes_buf(out, n);
}

char *crypto_random_hex(struct arena *a, size_t n)
{
	unsigned char *bytes = arena_alloc(a, n);

	crypto_random(bytes, n);
	return text_hex(a, bytes, n);
}

void crypto_base64(struct buf *b, const void *p, size_t n)
{
	size_t bytes = sodium_base64_ENCODED_LEN(
	    n, sodium_base64_VARIANT_ORIGINAL); /* with the NUL */

	buf_room(b, bytes);
	sodium_bin2base64(b->p + b->n, bytes, p, n,
			  sodium_base64_VARIANT_ORIGINAL);
	b->n += bytes - 1;
}

void crypto_sha256(const void *p, size_t n, unsigned char out[SHA256_BYTES])
{
	crypto_hash_sha256(out, p, n);
}

struct blob crypto_sha256_text(struct arena *a, const char *text)
{
	unsigned char *out = arena_alloc(a, SHA256_BYTES);

	crypto_sha256(text, strlen(text), out);
	return (struct blob){ out, SHA256_BYTES };
}

void crypto_hmac(const unsigned char key[32], const void *p, size_t n,
		 unsigned char out[SHA256_BYTES])
{
	crypto_auth_hmacsha256(out, p, n, key);
}

bool crypto_hmac_sha1(const void *key, size_t n_key, const void *p, size_t n,
		      unsigned char out[SHA1_BYTES])
{
	unsigned int len = 0;

	return HMAC(EVP_sha1(), key, (int)n_key, p, n, out, &len) != NULL &&
	       len == SHA1_BYTES;
}

struct blob crypto_lock(struct arena *a, const unsigned char key[32],
			const char *purpose, struct blob plain)
{
	unsigned char *out = arena_alloc(a, NONCE_BYTES + plain.n + TAG_BYTES);
	unsigned long long n = 0;

	crypto_random(out, NONCE_BYTES);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
	    out + NONCE_BYTES, &n, plain.p, plain.n,
	    (const unsigned char *)purpose, strlen(purpose), NULL, out, key);
	return (struct blob){ out, NONCE_BYTES + (size_t)n };
}

bool crypto_unlock(struct arena *a, const unsigned char key[32],
		   const char *purpose, struct blob locked, struct blob *plain)
{
	unsigned long long n = 0;
	unsigned char *out;

	if (locked.p == NULL || locked.n < NONCE_BYTES + TAG_BYTES)
		return false;
	out = arena_alloc(a, locked.n - NONCE_BYTES - TAG_BYTES + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(
		out, &n, NULL, locked.p + NONCE_BYTES, locked.n - NONCE_BYTES,
		(const unsigned char *)purpose, strlen(purpose), locked.p,
		key) != 0)
		return false;
	*plain = (struct blob){ out, (size_t)n };
	return true;
}

bool crypto_key(const char *name, unsigned char key[32])
{
	char path[512];
	char hex[80] = "";
	bool fine;
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", config_get("kunci_dir", "."),
		 name);
	f = fopen(path, "re");
	if (f == NULL) {
		log_error("cannot read key %s: %s", path, strerror(errno));
		return false;
	}
	fine = fgets(hex, sizeof(hex), f) != NULL;
	fclose(f);
	hex[strcspn(hex, "\r\n")] = '\0';
	fine = fine && text_from_hex(hex, key, 32);
	sodium_memzero(hex, sizeof(hex));
	if (!fine)
		log_error("key %s is not 64 hex digits", path);
	return fine;
}

char *crypto_seal(struct arena *a, const char *purpose, const char *text)
{
	static unsigned char key[32];
	static bool have_key;
	unsigned char mac[SHA256_BYTES];
	char *all;

	if (!have_key)
		have_key = crypto_key("rahasia", key);
	if (!have_key)
		return NULL;
	all = arena_printf(a, "%s\n%s", purpose, text);
	crypto_hmac(key, all, strlen(all), mac);
	return text_hex(a, mac, sizeof(mac));
}

bool crypto_equal(const void *x, const void *y, size_t n)
{
	return sodium_memcmp(x, y, n) == 0;
}

bool crypto_equal_text(const char *x, const char *y)
{
	size_t n;

	if (x == NULL || y == NULL)
		return false;
	n = strlen(x);
	return n == strlen(y) && crypto_equal(x, y, n);
}

char *crypto_password_hash(struct arena *a, const char *password)
{
	char *hash = arena_alloc(a, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str(hash, password, strlen(password), PASSWORD_OPS,
			      PASSWORD_MEM) != 0)
		return NULL;
	return hash;
}

bool crypto_password_ok(const char *hash, const char *password)
{
	/* The hash of a random text nobody kept. */
	static const char nobody[] =
		"$argon2id$v=19$m=65536,t=2,p=1$"
		"c29tZXNhbHRzb21lc2FsdA$"
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
	char padded[crypto_pwhash_STRBYTES] = "";
	bool right;

	snprintf(padded, sizeof(padded), "%s", hash == NULL ? nobody : hash);
	right = crypto_pwhash_str_verify(padded, password,
					 strlen(password)) == 0;
	return hash != NULL && right;
}

bool crypto_password_old(const char *hash)
{
	char padded[crypto_pwhash_STRBYTES] = "";

	snprintf(padded, sizeof(padded), "%s", hash);
	return crypto_pwhash_str_needs_rehash(padded, PASSWORD_OPS,
					      PASSWORD_MEM) != 0;
}
