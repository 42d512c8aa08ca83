/*
 * sandbox-anak.h - the child's side of lib/sandbox: giving up every right.
 * Used by sandbox.c only.
 */
#ifndef SANDBOX_ANAK_H
#define SANDBOX_ANAK_H

#include "sandbox.h"

#include <stdbool.h>

/*
 * Called in the fresh child.  Moves fd_in (or -1) to descriptor 0 and fd_out
 * to 1, closes the rest and gives up all rights; parent is the parent's
 * process id.  False when something that must work did not: do no work then.
 */
bool sandbox_lepas(int fd_in, int fd_out, int parent,
		   const struct sandbox_batas *batas);

#endif
