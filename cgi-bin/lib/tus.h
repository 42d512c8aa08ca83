/*
 * tus.h - what stands in the headers of tus 1.0.0, the protocol of uploads
 * that go on after a break (https://tus.io/protocols/resumable-upload).
 * Reading and writing of texts; what is done with them is the program's.
 */
#ifndef TUS_H
#define TUS_H

#include "arena.h"
#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TUS_VERSION "1.0.0"
/* Keys of Upload-Metadata, and its length. */
#define TUS_PAIRS	 16
#define TUS_METADATA_MAX 4096
/* Bytes of the longest digest there is. */
#define TUS_DIGEST 32

/*
 * A length or an offset: digits only, at most 2^53 (what a script can count).
 * False for anything else, NULL too.
 */
bool tus_number(const char *s, int64_t *out);

/* One pair of Upload-Metadata; value is "" when the key stands alone.  It is
   text (text_ok()), or NULL when what came is none. */
struct tus_pair {
	const char *key;
	const char *value;
};

/*
 * Upload-Metadata: pairs "key base64" with commas between, keys of visible
 * ASCII without comma or blank, none twice.  NULL is no pair.  From a.
 * ERR_BAD_REQUEST: it is not so, or over the bounds above.
 */
enum err tus_metadata(struct arena *a, const char *s, struct tus_pair **out,
		      size_t *n);

/* The value of a key; NULL: it is not there, or no text. */
const char *tus_value(const struct tus_pair *p, size_t n, const char *key);

/* The same header of these pairs, whose keys are ours; from a. */
const char *tus_metadata_write(struct arena *a, const struct tus_pair *p,
			       size_t n);

struct tus_checksum {
	const char *algorithm; /* sha1 sha256 md5 */
	unsigned char digest[TUS_DIGEST];
	size_t n;
};

/* The algorithms, as Tus-Checksum-Algorithm lists them. */
#define TUS_ALGORITHMS "sha1,sha256,md5"

/*
 * Upload-Checksum: "algorithm base64".  ERR_BAD_REQUEST: it is not so, the
 * digest has another length, or we do not know the algorithm.
 */
enum err tus_checksum(const char *s, struct tus_checksum *out);

/* Upload-Expires: "Sun, 22 Nov 2026 16:09:26 GMT" (RFC 9110, 5.6.7) of a UTC
   time in ms; from a. */
const char *tus_date(struct arena *a, int64_t ms);

#endif
