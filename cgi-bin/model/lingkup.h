/*
 * lingkup.h - whose tickets a person may see, as parameters of a statement.
 *
 * pengguna and dinas see their institution's, produsen those addressed to it,
 * Ditjen's staff all; anybody else none.
 */
#ifndef LINGKUP_H
#define LINGKUP_H

#include "../lib/role.h"

/*
 * The limit inside a WHERE about `proses p` or `permintaan p`: three
 * parameters, LINGKUP(l).
 */
#define LINGKUP_SQL "(p.lembaga_id = ? OR p.produsen_id = ? OR ?)"
#define LINGKUP(l)  (l).lembaga, (l).produsen, (l).semua

struct lingkup {
	int64_t lembaga;  /* 0: none */
	int64_t produsen; /* 0: none */
	int64_t semua;    /* 1: every ticket */
};

static inline struct lingkup lingkup_dari(const struct pelaku *p)
{
	return (struct lingkup){
		.lembaga = (p->role & ROLE_PEMINTA) != 0 ? p->lembaga : 0,
		.produsen = (p->role & ROLE_PRODUSEN) != 0 ? p->lembaga : 0,
		.semua = (p->role & ROLE_DITJEN) != 0,
	};
}

#endif
