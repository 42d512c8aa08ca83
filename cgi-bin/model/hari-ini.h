/*
 * hari-ini.h - the day it is: the clock of lib/clock.h as a day of hari.h,
 * which itself knows of no clock.
 */
#ifndef HARI_INI_H
#define HARI_INI_H

#include "hari.h"

/* Today in the office's zone. */
hari_t hari_ini(void);

#endif
