/*
 * fuzz-xlsx.c - a workbook as it lies on the disk: the archive, what is packed
 * in it, and whatever XML that gives.  XML that the fuzzer knows is fuzz-lembar.c.
 */
#include "sasaran-xlsx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	struct arena *a = arena_new();

	if (fd < 0)
		fd = memfd_create("xlsx", 0);
	harus(a != NULL && fd >= 0);
	harus(ftruncate(fd, 0) == 0);
	harus(pwrite(fd, data, size, 0) == (ssize_t)size);
	run_both(a, fd, size % 4 == 0);
	arena_free(a);
	return 0;
}
