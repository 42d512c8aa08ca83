/*
 * aktivasi-halaman.h - what the files of program aktivasi share: the route
 * table and the list of requests are aktivasi.c, one request, its rows and
 * tokens aktivasi-permintaan.c, the register of cards and "Do Aktivasi"
 * aktivasi-kartu.c, files of many cards aktivasi-massal.c, returns
 * aktivasi-kembali.c, the trace of a serial aktivasi-lacak.c, readers by place
 * aktivasi-peta.c, what the public may fetch aktivasi-publik.c.
 */
#ifndef AKTIVASI_HALAMAN_H
#define AKTIVASI_HALAMAN_H

#include "lib/app.h"

#endif
