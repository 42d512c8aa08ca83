/*
 * hari-ini.c - the day it is.
 */
#include "hari-ini.h"
#include "../lib/clock.h"

hari_t hari_ini(void)
{
	return hari_dari_detik(clock_now_ms() / 1000,
			       (enum zona)clock_zone_hours());
}
