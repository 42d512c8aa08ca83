/*
 * jalankan-korpus.c - runs one fuzz target over files that are kept, without
 * a fuzzer: what was found once stays found, with any compiler.
 *
 * Arguments are files and folders.  Without any, the program korpus-NAME
 * takes tests/fuzz/corpus/NAME in $srcdir.
 */
#include "sasaran.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

#define FILE_MAX_BYTES (1u << 20)

/* 0 when the file could be read and the target came back. */
static int run_file(const char *path)
{
	static uint8_t bytes[FILE_MAX_BYTES];
	FILE *f = fopen(path, "rb");
	int failed;
	size_t n;

	if (f == NULL) {
		perror(path);
		return 1;
	}
	n = fread(bytes, 1, sizeof(bytes), f);
	failed = ferror(f) || fgetc(f) != EOF;
	fclose(f);
	if (failed) {
		fprintf(stderr, "%s: unreadable or too long\n", path);
		return 1;
	}
	/* Should the target end the process, this line says where. */
	printf("%s\n", path);
	fflush(stdout);
	LLVMFuzzerTestOneInput(bytes, n);
	return 0;
}

/* Number of files run in a folder; -1 on an error. */
static int run_folder(const char *folder)
{
	struct dirent **entry;
	int n = scandir(folder, &entry, NULL, alphasort);
	int done = 0, failed = 0;

	if (n < 0) {
		perror(folder);
		return -1;
	}
	for (int i = 0; i < n; i++) {
		char path[4096];

		if (entry[i]->d_name[0] != '.') {
			snprintf(path, sizeof(path), "%s/%s", folder,
				 entry[i]->d_name);
			failed |= run_file(path);
			done++;
		}
		free(entry[i]);
	}
	free(entry);
	return failed ? -1 : done;
}

int main(int argc, char **argv)
{
	const char *top = getenv("srcdir");
	const char *name = strstr(argv[0], "korpus-");
	char folder[4096];
	struct stat st;
	int done;

	if (argc < 2) {
		while (name != NULL && strstr(name + 1, "korpus-") != NULL)
			name = strstr(name + 1, "korpus-");
		if (name == NULL) {
			fprintf(stderr, "usage: %s FILE|FOLDER...\n", argv[0]);
			return 2;
		}
		snprintf(folder, sizeof(folder), "%s/tests/fuzz/corpus/%s",
			 top == NULL ? "." : top, name + strlen("korpus-"));
		done = run_folder(folder);
		/* An empty corpus proves nothing. */
		return done > 0 ? 0 : 1;
	}
	for (int i = 1; i < argc; i++) {
		if (stat(argv[i], &st) == 0 && S_ISDIR(st.st_mode))
			done = run_folder(argv[i]);
		else
			done = run_file(argv[i]) == 0 ? 1 : -1;
		if (done < 0)
			return 1;
	}
	return 0;
}
