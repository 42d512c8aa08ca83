/* uji-folder.c - see uji-folder.h. */
#include "uji-folder.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

char folder[64];

bool folder_buat(const char *nama)
{
	snprintf(folder, sizeof(folder), "/tmp/%s-XXXXXX", nama);
	return mkdtemp(folder) != NULL;
}

static int hapus(const char *path, const struct stat *st, int flag,
		 struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

bool folder_hapus(void)
{
	return nftw(folder, hapus, 8, FTW_DEPTH | FTW_PHYS) == 0;
}

bool folder_tulis(const char *nama, const char *isi)
{
	char path[200];
	FILE *f;
	bool baik;

	snprintf(path, sizeof(path), "%s/%s", folder, nama);
	f = fopen(path, "w");
	if (f == NULL)
		return false;
	baik = fputs(isi, f) >= 0;
	return fclose(f) == 0 && baik;
}
