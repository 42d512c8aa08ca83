/* memo.c - see memo.h.  A hash table whose entries also stand in a ring, the
   one used last in front. */
#include "memo.h"

#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 1024u /* a power of two */

struct entry {
	struct entry *next; /* of the bucket */
	struct entry *newer;
	struct entry *older;
	uint64_t hash;
	size_t key_n;
	size_t value_n;
	unsigned char bytes[]; /* key, then value */
};

static struct entry *buckets[BUCKETS];
static struct entry *newest, *oldest;
static size_t used;

/* Keyed, so that nobody outside can choose texts that share a bucket. */
static uint64_t hash_of(struct blob key)
{
	static unsigned char secret[crypto_shorthash_KEYBYTES];
	static bool ready;
	uint64_t h;

	if (!ready) {
		crypto_shorthash_keygen(secret);
		ready = true;
	}
	crypto_shorthash((unsigned char *)&h, key.p, key.n, secret);
	return h;
}

static struct entry **place_of(uint64_t hash, struct blob key)
{
	struct entry **at = &buckets[hash & (BUCKETS - 1)];

	while (*at != NULL &&
	       ((*at)->hash != hash || (*at)->key_n != key.n ||
		memcmp((*at)->bytes, key.p, key.n) != 0))
		at = &(*at)->next;
	return at;
}

static size_t size_of(const struct entry *e)
{
	return sizeof(*e) + e->key_n + e->value_n;
}

static void unring(struct entry *e)
{
	*(e->newer != NULL ? &e->newer->older : &newest) = e->older;
	*(e->older != NULL ? &e->older->newer : &oldest) = e->newer;
}

static void ring(struct entry *e)
{
	e->newer = NULL;
	e->older = newest;
	*(newest != NULL ? &newest->newer : &oldest) = e;
	newest = e;
}

static void drop(struct entry *e)
{
	struct entry **at = &buckets[e->hash & (BUCKETS - 1)];

	while (*at != e)
		at = &(*at)->next;
	*at = e->next;
	unring(e);
	used -= size_of(e);
	free(e);
}

struct blob memo_find(struct arena *a, struct blob key)
{
	struct entry *e = *place_of(hash_of(key), key);
	struct blob found = { NULL, 0 };

	if (e == NULL)
		return found;
	unring(e);
	ring(e);
	found.n = e->value_n;
	found.p = (unsigned char *)arena_strndup(
		a, (char *)e->bytes + e->key_n, e->value_n);
	return found;
}

void memo_keep(struct blob key, struct blob value)
{
	uint64_t hash = hash_of(key);
	struct entry **at = place_of(hash, key);
	struct entry *e;

	if (*at != NULL || key.n > MEMO_BYTES / 8 || value.n > MEMO_BYTES / 8)
		return;
	e = malloc(sizeof(*e) + key.n + value.n);
	if (e == NULL)
		return;
	e->hash = hash;
	e->key_n = key.n;
	e->value_n = value.n;
	memcpy(e->bytes, key.p, key.n);
	memcpy(e->bytes + key.n, value.p, value.n);
	while (oldest != NULL && used + size_of(e) > MEMO_BYTES)
		drop(oldest);
	e->next = buckets[hash & (BUCKETS - 1)];
	buckets[hash & (BUCKETS - 1)] = e;
	ring(e);
	used += size_of(e);
}

void memo_clear(void)
{
	while (oldest != NULL)
		drop(oldest);
}

size_t memo_used(void)
{
	return used;
}
