/*
 * keep.h - a number of processes doing the same are kept alive: by jaga, for
 * programs that it executes, and by every program of the suite, for copies of
 * itself (lib/app).
 *
 * A process that was killed is started again at once, without limit; one that
 * ends by itself within a second (a wrong configuration, a crash at start) is
 * tried again every half second.  TERM and INT end all and wait for them; HUP
 * lets all be replaced.  Needs libc alone.
 */
#ifndef KEEP_H
#define KEEP_H

#define KEEP_MAX 64 /* processes */

/*
 * Keep n (1..KEEP_MAX) copies of this process alive until told to end; they
 * end, too, when this one is killed.  Returns KEEP_CHILD in each copy, with
 * signals as they are at a start, and KEEP_END here when all have ended.
 * name is for messages on standard error.
 */
enum keep { KEEP_CHILD, KEEP_END };
enum keep keep_alive(int n, const char *name);

#endif
