/* uji-dokumen-bantu.c - see uji-dokumen-bantu.h. */
#include "uji-dokumen-bantu.h"
#include "uji-folder.h"

#include <fcntl.h>
#include <libxml/parser.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <setjmp.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

extern char **environ;

/*
 * For the leak sanitizer, which calls it by this name: fontconfig keeps
 * offsets instead of pointers in its cache, and so looks leaky.
 */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

int buat_folder(void **state)
{
	(void)state;
	return !folder_buat("uji-dokumen");
}

int hapus_folder(void **state)
{
	(void)state;
	return !folder_hapus();
}

char *berkas(struct arena *a, const char *name)
{
	return arena_printf(a, "%s/%s", folder, name);
}

char *sumber(struct arena *a, const char *name)
{
	const char *dir = getenv("srcdir");

	return arena_printf(a, "%s/%s", dir == NULL ? "." : dir, name);
}

void tulis(const char *path, const void *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, p, n), n);
	close(fd);
}

char *jalankan(struct arena *a, const char *const argv[], int *status)
{
	posix_spawn_file_actions_t actions;
	size_t n = 0, cap = 1 << 20;
	char *out = arena_alloc(a, cap);
	int pipes[2], got;
	ssize_t k;
	pid_t pid;

	assert_int_equal(pipe2(pipes, O_CLOEXEC), 0);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, pipes[1], 1);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	if (posix_spawnp(&pid, argv[0], &actions, NULL,
			 (char *const *)(uintptr_t)argv, environ) != 0)
		fail_msg("cannot run %s: is it installed?", argv[0]);
	posix_spawn_file_actions_destroy(&actions);
	close(pipes[1]);
	while (n < cap - 1 && (k = read(pipes[0], out + n, cap - 1 - n)) > 0)
		n += (size_t)k;
	close(pipes[0]);
	assert_int_equal(waitpid(pid, &got, 0), pid);
	assert_true(WIFEXITED(got));
	if (WEXITSTATUS(got) == 127)
		fail_msg("cannot run %s: is it installed?", argv[0]);
	if (status != NULL)
		*status = WEXITSTATUS(got);
	return out;
}

char *teks_pdf(struct arena *a, struct blob pdf, unsigned page)
{
	char *path = berkas(a, "teks.pdf");
	const char *first = arena_printf(a, "%u", page == 0 ? 1 : page);
	const char *last = arena_printf(a, "%u", page == 0 ? 9999 : page);
	const char *const argv[] = { "pdftotext", "-layout", "-f", first, "-l",
				     last,        path,      "-",  NULL };

	tulis(path, pdf.p, pdf.n);
	return jalankan(a, argv, NULL);
}

unsigned jumlah_halaman(struct arena *a, struct blob pdf)
{
	char *path = berkas(a, "info.pdf"), *out;
	const char *const argv[] = { "pdfinfo", path, NULL };

	tulis(path, pdf.p, pdf.n);
	out = strstr(jalankan(a, argv, NULL), "Pages:");
	assert_non_null(out);
	return (unsigned)strtoul(out + 6, NULL, 10);
}

char *baca_qr(struct arena *a, struct blob pdf)
{
	char *path = berkas(a, "qr.pdf"), *found = arena_strdup(a, "");
	const char *const render[] = { "pdftoppm", "-r", "150",
				       "-png",     path, berkas(a, "qr"),
				       NULL };
	unsigned i, n = jumlah_halaman(a, pdf);

	tulis(path, pdf.p, pdf.n);
	jalankan(a, render, NULL);
	for (i = 1; i <= n; i++) {
		const char *name = arena_printf(a, "qr-%u.png", i);
		const char *const argv[] = { "zbarimg",
					     "-q",
					     "--raw",
					     "-Sdisable",
					     "-Sqrcode.enable",
					     berkas(a, name),
					     NULL };

		assert_true(n < 10);
		assert_int_equal(access(argv[5], R_OK), 0);
		found = arena_printf(a, "%s%s", found, jalankan(a, argv, NULL));
		unlink(argv[5]);
	}
	return found;
}

static void free_doc(void *doc)
{
	xmlFreeDoc(doc);
}

xmlDocPtr xml(struct arena *a, const char *text)
{
	xmlDocPtr doc = xmlReadMemory(text, (int)strlen(text), "uji", NULL, 0);

	assert_non_null(doc);
	arena_cleanup(a, free_doc, doc);
	return doc;
}

xmlDocPtr contoh(struct arena *a, unsigned n, const char *status)
{
	xmlDocPtr doc =
	    xmlReadFile(sumber(a, "tests/unit/data/dokumen-bast.xml"), NULL, 0);
	xmlNode *root, *k, *next;
	unsigned i;

	assert_non_null(doc);
	arena_cleanup(a, free_doc, doc);
	root = xmlDocGetRootElement(doc);
	xmlSetProp(root, BAD_CAST "status", BAD_CAST status);
	if (strcmp(status, "draf") == 0)
		xmlSetProp(root, BAD_CAST "nomor", BAD_CAST "");
	if (n == 0)
		return doc;
	for (k = root->children; k != NULL; k = next) {
		next = k->next;
		if (strcmp((const char *)k->name, "kartu") == 0) {
			xmlUnlinkNode(k);
			xmlFreeNode(k);
		}
	}
	for (i = 1; i <= n; i++) {
		k = xmlNewChild(root, NULL, BAD_CAST "kartu", NULL);
		xmlNewProp(k, BAD_CAST "seri-kosong",
			   BAD_CAST arena_printf(a, "KSG-%06u", i));
		xmlNewProp(k, BAD_CAST "sam-id",
			   BAD_CAST arena_printf(a, "04A1B2C3%08X", i * 7919));
		xmlNewProp(k, BAD_CAST "pcid",
			   BAD_CAST arena_printf(a, "PC%08u", 8100 + i));
		xmlNewProp(k, BAD_CAST "seri-mesin",
			   BAD_CAST arena_printf(a, "RDR-%07u", 500 + i));
	}
	return doc;
}

static X509 *read_cert(const char *path)
{
	FILE *f = fopen(path, "r");
	X509 *cert;

	assert_non_null(f);
	cert = PEM_read_X509(f, NULL, NULL, NULL);
	fclose(f);
	assert_non_null(cert);
	return cert;
}

static void extension(X509 *cert, int nid, const char *value)
{
	X509_EXTENSION *e = X509V3_EXT_conf_nid(NULL, NULL, nid, value);

	assert_non_null(e);
	assert_int_equal(X509_add_ext(cert, e, -1), 1);
	X509_EXTENSION_free(e);
}

void buat_kunci(const char *name, const struct kunci_uji *k)
{
	struct arena *a = arena_new();
	EVP_PKEY *key = EVP_EC_gen("P-256"), *issuer_key = key;
	X509 *cert = X509_new(), *issuer = cert;
	static long serial = 1000;
	X509_NAME *subject;
	char pem_path[160];
	FILE *pem, *crt;
	char line[256];

	assert_non_null(key);
	assert_non_null(cert);
	X509_set_version(cert, X509_VERSION_3);
	ASN1_INTEGER_set(X509_get_serialNumber(cert), ++serial);
	ASN1_TIME_set(X509_getm_notBefore(cert), SAAT + k->hari_mulai * 86400L);
	ASN1_TIME_set(X509_getm_notAfter(cert), SAAT + k->hari_akhir * 86400L);
	subject = X509_get_subject_name(cert);
	X509_NAME_add_entry_by_txt(subject, "C", MBSTRING_ASC,
				   (const unsigned char *)"ID", -1, -1, 0);
	X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
				   (const unsigned char *)k->cn, -1, -1, 0);
	X509_set_pubkey(cert, key);
	if (k->penerbit != NULL) {
		FILE *f = fopen(
		    berkas(a, arena_printf(a, "%s.pem", k->penerbit)), "r");

		assert_non_null(f);
		issuer_key = PEM_read_PrivateKey(f, NULL, NULL, NULL);
		fclose(f);
		issuer = read_cert(
		    berkas(a, arena_printf(a, "%s.crt", k->penerbit)));
	}
	X509_set_issuer_name(cert, X509_get_subject_name(issuer));
	extension(cert, NID_basic_constraints,
		  k->ca ? "critical,CA:TRUE" : "critical,CA:FALSE");
	extension(cert, NID_key_usage,
		  k->ca ? "critical,keyCertSign,cRLSign" :
			  "critical,digitalSignature,nonRepudiation");
	assert_true(X509_sign(cert, issuer_key, EVP_sha256()) > 0);

	snprintf(pem_path, sizeof(pem_path), "%s",
		 berkas(a, arena_printf(a, "%s.pem", name)));
	pem = fopen(pem_path, "w");
	crt = fopen(berkas(a, arena_printf(a, "%s.crt", name)), "w");
	assert_non_null(pem);
	assert_non_null(crt);
	assert_int_equal(chmod(pem_path, 0600), 0);
	if (k->sandi == NULL)
		PEM_write_PrivateKey(pem, key, NULL, NULL, 0, NULL, NULL);
	else
		PEM_write_PrivateKey(pem, key, EVP_aes_128_cbc(), NULL, 0, NULL,
				     (void *)(uintptr_t)k->sandi);
	PEM_write_X509(pem, cert);
	PEM_write_X509(crt, cert);
	/* The chain: everything above, as found in the issuer's file. */
	if (k->penerbit != NULL) {
		FILE *f = fopen(
		    berkas(a, arena_printf(a, "%s.pem", k->penerbit)), "r");
		bool in = false;

		assert_non_null(f);
		while (fgets(line, sizeof(line), f) != NULL) {
			if (strstr(line, "BEGIN CERT") != NULL)
				in = true;
			if (in)
				fputs(line, pem);
		}
		fclose(f);
	}
	fclose(pem);
	fclose(crt);
	if (k->penerbit != NULL) {
		X509_free(issuer);
		EVP_PKEY_free(issuer_key);
	}
	X509_free(cert);
	EVP_PKEY_free(key);
	arena_free(a);
}
