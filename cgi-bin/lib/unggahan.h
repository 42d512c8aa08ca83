/*
 * unggahan.h - files on their way: bytes that come in several requests, kept
 * in <simpanan>/unggahan/<kode> until all are there.  What may come, how much
 * of it and until when is the domain's business (model/balikan-unggah.h), and
 * so is where the file has got to: the file itself is trusted up to there
 * only, since what stands behind may not be on the disk.
 */
#ifndef UNGGAHAN_H
#define UNGGAHAN_H

#include "arena.h"
#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Digits of a kode, lower-case hex. */
#define UNGGAHAN_KODE 32

/*
 * Make the empty file.  ERR_DISK: no room for so many bytes more (0: not
 * known), or the store cannot be written; ERR_CONFLICT: it is there already.
 */
enum err unggahan_new(struct arena *a, const char *kode, int64_t bytes);

/* One that this process writes to, until the arena is reset. */
struct unggahan;

/*
 * Write on: nobody else does then.  When another process has it and that one
 * has not received anything for some seconds (its line is dead, which it has
 * not noticed yet), it is waited for, UNGGAHAN_WAIT_S at most; otherwise
 * ERR_LOCKED at once.  ERR_NOT_FOUND: there is no such file.
 */
#define UNGGAHAN_WAIT_S 20
enum err unggahan_lock(struct arena *a, const char *kode,
		       struct unggahan **out);

/* Cut off what stands behind the first `offset` bytes and go on there.
   ERR_NOT_FOUND: the file is shorter than that. */
enum err unggahan_seek(struct unggahan *u, int64_t offset);

/* Append.  ERR_DISK when the disk is full, but for what is left to others;
   what fitted is there. */
enum err unggahan_write(struct unggahan *u, const void *p, size_t n);

/* How far it has got. */
int64_t unggahan_offset(const struct unggahan *u);

/* All that was appended is on the disk when this returns OK. */
enum err unggahan_sync(struct unggahan *u);

/* Let others write before the arena is reset. */
void unggahan_unlock(struct unggahan *u);

/* Open for reading until the arena is reset; -1: there is none. */
int unggahan_open(struct arena *a, const char *kode);

/* Remove the file; that there is none is fine.  Who writes to it writes to
   nothing from then on. */
void unggahan_remove(struct arena *a, const char *kode);

/*
 * Call each(ctx, kode) for every file that nobody has written to for so long.
 */
void unggahan_old(struct arena *a, int64_t seconds,
		  void (*each)(void *ctx, const char *kode), void *ctx);

/*
 * A lane: how many send at once, counted on this machine over all processes.
 * One of `of_group` lanes of the group and one of `in_all` lanes are taken
 * until the arena is reset, or the process is gone; half of them are for
 * groups that have none yet.  ERR_BUSY: none is free.
 */
enum err unggahan_lane(struct arena *a, int64_t group, int of_group,
		       int in_all);

/* Are all of them taken, so that others wait?  Of who has one. */
bool unggahan_lanes_full(struct arena *a, int in_all);

#endif
