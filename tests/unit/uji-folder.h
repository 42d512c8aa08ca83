/*
 * uji-folder.h - a folder for the files of a test program.
 */
#ifndef UJI_FOLDER_H
#define UJI_FOLDER_H

#include <stdbool.h>

/* The folder: its path, "" before folder_buat(). */
extern char folder[64];

/* Make one below /tmp whose name begins with `nama`; false: not made. */
bool folder_buat(const char *nama);

/* Remove it with all that is in it; false: something stays. */
bool folder_hapus(void);

/* Write a file of it; false: not written. */
bool folder_tulis(const char *nama, const char *isi);

#endif
