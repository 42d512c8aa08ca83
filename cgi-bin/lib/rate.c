/* rate.c - see rate.h.  Old minutes are swept by the audit sealer's loop. */
#include "rate.h"
#include "clock.h"
#include "config.h"
#include "text.h"

#include <arpa/inet.h>
#include <stdlib.h>

SQL(Q_COUNT, "INSERT INTO laju (kunci, jendela, jumlah) VALUES (?, ?, 1)"
	     " ON DUPLICATE KEY UPDATE jumlah = jumlah + 1 RETURNING jumlah");

const char *rate_address(struct arena *a, const char *ip)
{
	struct in6_addr n;

	if (ip == NULL)
		return "";
	if (inet_pton(AF_INET6, ip, &n) != 1)
		return arena_printf(a, "%.60s", ip);
	/* All of IPv4 would be one network. */
	if (IN6_IS_ADDR_V4MAPPED(&n))
		return arena_printf(a, "%d.%d.%d.%d", n.s6_addr[12],
				    n.s6_addr[13], n.s6_addr[14],
				    n.s6_addr[15]);
	return arena_printf(a, "%s/64", text_hex(a, n.s6_addr, 8));
}

enum err rate_count_key(struct db *db, const char *key, int64_t limit,
			struct rate *out)
{
	int64_t now_ms = clock_now_ms();
	struct rows *rows;
	enum err e = db_one(db, &rows, &Q_COUNT, key, now_ms / 60000);
	int64_t count = e == OK ? db_int(rows, 0) : 0;

	*out = (struct rate){ limit, count > limit ? 0 : limit - count,
			      60 - now_ms / 1000 % 60 };
	return e == OK && count > limit ? ERR_RATE : e;
}

enum err rate_count(struct req *r, const char *what)
{
	struct rate rate;

	return rate_count_key(
	    r->db, arena_printf(r->a, "%s:%s", what, rate_address(r->a, r->ip)),
	    atoll(config_get("batas_pelan", "30")), &rate);
}
