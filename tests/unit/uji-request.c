/*
 * uji-request.c - one request through lib/request without a web server or a
 * database: routes, methods, bodies, typed fields, CSRF (U-26).
 */
#include "lib/app-private.h"
#include "lib/config.h"
#include "lib/crypto.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- a program to speak to --- */

struct isian {
	const char *judul;
	int64_t jumlah;
	const char *fungsi;
	const char *tanggal;
	const char *surel;
	const char *sandi;
	struct upload *berkas;
	bool setuju;
};

static struct isian seen;
static int runs;

static const char *const FUNGSI[] = { "R", "RW", NULL };
static const char *const PDF[] = { "pdf", NULL };
static const struct field fields[] = {
	{ "judul", F_TEXT, offsetof(struct isian, judul), 3, 20, F_REQUIRED,
	  NULL },
	{ "jumlah", F_INT, offsetof(struct isian, jumlah), 1, 100000,
	  F_REQUIRED, NULL },
	{ "fungsi", F_CHOICE, offsetof(struct isian, fungsi), 0, 0, F_OPTIONAL,
	  FUNGSI },
	{ "tanggal", F_DATE, offsetof(struct isian, tanggal), 0, 0, F_OPTIONAL,
	  NULL },
	{ "surel", F_EMAIL, offsetof(struct isian, surel), 0, 0, F_OPTIONAL,
	  NULL },
	{ "sandi", F_SECRET, offsetof(struct isian, sandi), 0, 100, F_OPTIONAL,
	  NULL },
	{ "berkas", F_FILE, offsetof(struct isian, berkas), 0, 100000,
	  F_OPTIONAL, PDF },
	{ "setuju", F_BOOL, offsetof(struct isian, setuju), 0, 0, F_OPTIONAL,
	  NULL },
};

static enum err show(struct req *r)
{
	el_add(r->page, "formulir");
	return OK;
}

static enum err take(struct req *r)
{
	enum err e;

	seen = (struct isian){ 0 };
	e = form_bind(r, fields, COUNT(fields), &seen);
	if (e != OK)
		return e;
	runs++;
	req_redirect(r, "tersimpan", "/ada/%lld", (long long)seen.jumlah);
	return OK;
}

static enum err one(struct req *r)
{
	el_int(el_add(r->page, "satu"), "id", req_id(r, "id"));
	return OK;
}

static const struct route routes[] = {
	{ M_GET, "/coba", ROLE_SEMUA, 0, "coba", show, NULL },
	{ M_POST, "/coba", ROLE_SEMUA, CSRF | FILES, "coba", take, show },
	{ M_GET, "/coba/{id}", ROLE_SEMUA, PUBLIC, "coba", one, NULL },
	{ M_GET, "/coba/kode/{kode}", ROLE_SEMUA, 0, "coba", show, NULL },
	{ M_GET, "/coba/rahasia", ROLE_MASUK, 0, "coba", show, NULL },
};
static const struct program program = { "coba", routes, COUNT(routes) };

/* --- a web server --- */

static struct {
	const char *names[16];
	const char *values[16];
	size_t n;
	const char *body;
	size_t body_n;
	size_t body_at;
	size_t step; /* bytes a read gives at most */
	char out[1 << 20];
	size_t out_n;
} web;

static size_t web_read(void *ctx, char *p, size_t n)
{
	size_t left = web.body_n - web.body_at;

	(void)ctx;
	if (n > left)
		n = left;
	if (web.step != 0 && n > web.step)
		n = web.step;
	memcpy(p, web.body + web.body_at, n);
	web.body_at += n;
	return n;
}

static bool web_write(void *ctx, const char *p, size_t n)
{
	(void)ctx;
	if (web.out_n + n >= sizeof(web.out))
		return false;
	memcpy(web.out + web.out_n, p, n);
	web.out_n += n;
	web.out[web.out_n] = '\0';
	return true;
}

static const char *web_variable(void *ctx, const char *name)
{
	(void)ctx;
	for (size_t i = 0; i < web.n; i++)
		if (strcmp(web.names[i], name) == 0)
			return web.values[i];
	return NULL;
}

static void set(const char *name, const char *value)
{
	web.names[web.n] = name;
	web.values[web.n++] = value;
}

static struct arena *arena;
static struct db *db;

static int ask(void)
{
	static const struct app_io io = { NULL, web_read, web_write,
					  web_variable };
	int status = 0;

	web.out_n = 0;
	web.body_at = 0;
	request_serve(arena, db, &program, &io);
	assert_int_equal(sscanf(web.out, "Status: %d", &status), 1);
	return status;
}

static int get(const char *method, const char *target)
{
	web.n = 0;
	web.body_n = 0;
	set("REQUEST_METHOD", method);
	set("REQUEST_URI", target);
	set("HTTP_ACCEPT", "application/xml");
	return ask();
}

static const char PRA[] =
	"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/* POST to /coba as a visitor with the cookie PRA and its right token. */
static int post_bytes(const char *type, const char *body, size_t n,
		      const char *length)
{
	static char number[24];
	static char cookie[100];

	web.n = 0;
	web.body = body;
	web.body_n = n;
	snprintf(number, sizeof(number), "%zu", n);
	snprintf(cookie, sizeof(cookie), "pra=%s", PRA);
	set("REQUEST_METHOD", "POST");
	set("REQUEST_URI", "/coba");
	set("HTTP_ACCEPT", "application/xml");
	set("HTTP_COOKIE", cookie);
	set("CONTENT_TYPE", type);
	set("CONTENT_LENGTH", length == NULL ? number : length);
	return ask();
}

static const char *token(void)
{
	static char text[80];
	struct arena *a = arena_new();

	snprintf(text, sizeof(text), "%s", crypto_seal(a, "csrf", PRA));
	arena_free(a);
	return text;
}

static int post(const char *body)
{
	static char all[8192];

	snprintf(all, sizeof(all), "csrf=%s&%s", token(), body);
	return post_bytes("application/x-www-form-urlencoded", all,
			  strlen(all), NULL);
}

static bool has(const char *text)
{
	return strstr(web.out, text) != NULL;
}

/* --- the tests --- */

static void routes_are_found(void **state)
{
	(void)state;
	assert_int_equal(get("GET", "/coba"), 200);
	assert_int_equal(get("GET", "/coba?x=1"), 200);
	assert_int_equal(get("GET", "/coba/17"), 200);
	assert_true(has("<satu id=\"17\"/>"));
	assert_int_equal(get("GET", "/coba/kode/aB-9"), 200);
	assert_int_equal(get("GET", "/%63oba"), 200);
	assert_int_equal(get("HEAD", "/coba"), 200);
	assert_false(has("<halaman"));
}

static void other_paths_are_not(void **state)
{
	static const char *const no[] = { "/coba/", "/coba/0", "/coba/017",
					  "/coba/-1", "/coba/1x",
					  "/coba/1234567890123456789",
					  "/coba/17/ubah", "/cob", "/",
					  "/coba/kode/", "/coba/kode/a.b" };

	(void)state;
	for (size_t i = 0; i < COUNT(no); i++)
		assert_int_equal(get("GET", no[i]), 404);
	assert_int_equal(get("GET", "/coba/%zz"), 400);
	assert_int_equal(get("GET", "/coba/%00"), 400);
	assert_int_equal(get("GET", "/coba/%ff"), 400);
	assert_int_equal(get("POST", "/coba/17"), 405);
	assert_int_equal(get("DELETE", "/coba"), 405);
	assert_int_equal(get("GET", "/coba/rahasia"), 401);
}

static void typed_fields_arrive(void **state)
{
	(void)state;
	assert_int_equal(post("judul=++Kartu++SAM+&jumlah=1.500&fungsi=RW&"
			      "tanggal=2024-02-29&surel=A%40B.id&setuju=ya"),
			 303);
	assert_true(has("Location: /ada/1500\r\n"));
	assert_true(has("Set-Cookie: pesan=tersimpan;"));
	assert_int_equal(seen.jumlah, 1500);
	assert_true(seen.setuju);
	assert_null(seen.berkas);
}

static void all_faults_are_told_together(void **state)
{
	(void)state;
	assert_int_equal(post("judul=a&jumlah=0&fungsi=X&tanggal=2023-02-29&"
			      "surel=x&sandi=rahasia1"),
			 422);
	assert_true(has("<galat ruas=\"judul\" kode=\"terlalu-pendek\""));
	assert_true(has("<galat ruas=\"jumlah\" kode=\"terlalu-kecil\""));
	assert_true(has("<galat ruas=\"fungsi\" kode=\"pilihan\""));
	assert_true(has("<galat ruas=\"tanggal\" kode=\"tanggal\""));
	assert_true(has("<galat ruas=\"surel\" kode=\"email\""));
	/* What was typed comes back, a secret does not. */
	assert_true(has("<ruas nama=\"judul\">a</ruas>"));
	assert_false(has("rahasia1"));
	assert_true(has("<formulir/>"));
}

static void missing_doubled_and_foreign_bytes(void **state)
{
	(void)state;
	assert_int_equal(post("jumlah=x"), 422);
	assert_true(has("<galat ruas=\"judul\" kode=\"wajib\""));
	assert_true(has("<galat ruas=\"jumlah\" kode=\"angka\""));
	assert_int_equal(post("judul=abc&judul=def&jumlah=1"), 422);
	assert_true(has("<galat ruas=\"judul\" kode=\"ganda\""));
	assert_int_equal(post("judul=ab%ff&jumlah=1"), 422);
	assert_true(has("<galat ruas=\"judul\" kode=\"utf8\""));
	assert_int_equal(post("judul=ab%01c&jumlah=1"), 422);
	assert_int_equal(post("judul=ab%00c&jumlah=1"), 422);
	assert_int_equal(post("judul=%zz"), 400);
	assert_int_equal(post("%ff=1"), 400);
	assert_int_equal(post("judul=abcdefghijklmnopqrstu&jumlah=1"), 422);
	assert_true(has("maks=\"20\""));
}

static void forms_from_elsewhere_are_refused(void **state)
{
	static const char form[] = "csrf=0&judul=abc&jumlah=1";
	int before = runs;

	(void)state;
	/* A wrong token from our own site: the form is shown again. */
	assert_int_equal(post_bytes("application/x-www-form-urlencoded", form,
				    strlen(form), NULL),
			 403);
	assert_true(has("kode=\"formulir-kedaluwarsa\""));
	assert_true(has("<ruas nama=\"judul\">abc</ruas>"));
	/* From another site nothing is shown, whatever the token. */
	post("judul=abc&jumlah=1");
	set("HTTP_ORIGIN", "https://jahat.example");
	set("HTTP_HOST", "filma.example");
	assert_int_equal(ask(), 403);
	assert_false(has("<formulir/>"));
	post("judul=abc&jumlah=1");
	set("HTTP_SEC_FETCH_SITE", "cross-site");
	assert_int_equal(ask(), 403);
	assert_int_equal(runs, before + 2);
}

static void bodies_have_bounds(void **state)
{
	static const char form[] = "judul=abc&jumlah=1";

	(void)state;
	assert_int_equal(post_bytes("application/x-www-form-urlencoded", form,
				    strlen(form), "99999999999"),
			 413);
	assert_int_equal(post_bytes("application/x-www-form-urlencoded", form,
				    strlen(form), "-1"),
			 400);
	assert_int_equal(post_bytes("application/x-www-form-urlencoded", form,
				    strlen(form), "4000"),
			 400); /* the line broke */
	assert_int_equal(post_bytes("text/plain", form, strlen(form), NULL),
			 415);
	assert_int_equal(post_bytes("application/json", "{}", 2, NULL), 415);
}

/* A whole PDF, small. */
#define PDF_TEXT                                                               \
	"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\n0000000000 65535 f \n"    \
	"trailer\n<</Size 1>>\nstartxref\n30\n%%EOF\n"

static int post_file(const char *content, size_t step)
{
	static char all[8192];

	snprintf(all, sizeof(all),
		 "--X\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
		 "%s\r\n--X\r\nContent-Disposition: form-data; name=\"judul\""
		 "\r\n\r\nabc\r\n--X\r\nContent-Disposition: form-data; "
		 "name=\"jumlah\"\r\n\r\n5\r\n--X\r\nContent-Disposition: "
		 "form-data; name=\"berkas\"; filename=\"surat.pdf\"\r\n"
		 "Content-Type: application/pdf\r\n\r\n%s\r\n--X--\r\n",
		 token(), content);
	web.step = step;
	return post_bytes("multipart/form-data; boundary=X", all, strlen(all),
			  NULL);
}

static void files_are_kept_once_and_checked(void **state)
{
	struct arena *a = arena_new();
	char sha256[65];

	(void)state;
	for (size_t step = 0; step < 4; step++) {
		assert_int_equal(post_file(PDF_TEXT, step), 303);
		assert_non_null(seen.berkas);
	}
	web.step = 0;
	assert_int_equal(post_file("bukan PDF", 0), 422);
	assert_true(has("<galat ruas=\"berkas\" kode=\"berkas-jenis\""));
	assert_int_equal(post_file("%PDF-1.4\ncut", 0), 422);
	assert_int_equal(post_file("", 0), 422);
	assert_true(has("<galat ruas=\"berkas\" kode=\"berkas-kosong\""));
	unsigned char digest[32];
	crypto_sha256(PDF_TEXT, strlen(PDF_TEXT), digest);
	snprintf(sha256, sizeof(sha256), "%s", text_hex(a, digest, 32));
	assert_true(store_has(a, sha256, NULL));
	arena_free(a);
}

/* An upload outlives a mistake elsewhere in the form (nothing is lost). */
static void an_upload_outlives_a_mistake(void **state)
{
	char *start, *end;
	char body[2048];
	char value[1024];
	struct arena *a = arena_new();

	(void)state;
	assert_int_equal(post_file(PDF_TEXT, 0), 303);
	/* The same with a wrong number. */
	char *five = strstr((char *)web.body, "\r\n5\r\n");
	five[2] = 'x';
	assert_int_equal(ask(), 422);
	assert_true(has("nama=\"berkas-tersimpan\" berkas=\"surat.pdf\""));
	start = strchr(strstr(web.out, "berkas-tersimpan"), '>') + 1;
	end = strchr(start, '<');
	snprintf(value, sizeof(value), "%.*s", (int)(end - start), start);
	snprintf(body, sizeof(body),
		 "judul=abc&jumlah=5&berkas-tersimpan=%s", text_url(a, value));
	assert_int_equal(post(body), 303);
	assert_non_null(seen.berkas);
	/* A token that was tampered with stands for nothing. */
	value[3] = value[3] == 'a' ? 'b' : 'a';
	snprintf(body, sizeof(body),
		 "judul=abc&jumlah=5&berkas-tersimpan=%s", text_url(a, value));
	assert_int_equal(post(body), 303);
	assert_null(seen.berkas);
	arena_free(a);
}

/* Cut anywhere, a body is refused and the handler never runs. */
static void a_cut_body_does_nothing(void **state)
{
	(void)state;
	assert_int_equal(post_file(PDF_TEXT, 0), 303);
	size_t whole = web.body_n;
	int before = runs;

	for (size_t n = 0; n < whole - 4; n += 7) {
		web.body_n = n;
		assert_int_equal(ask(), 400);
	}
	assert_int_equal(runs, before);
}

/* --- a place to work in --- */

static char folder[] = "/tmp/uji-request-XXXXXX";

static int start(void **state)
{
	char path[200];
	FILE *f;

	(void)state;
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/rahasia", folder);
	f = fopen(path, "w");
	if (f == NULL)
		return 1;
	fprintf(f, "%064d\n", 7);
	fclose(f);
	snprintf(path, sizeof(path), "%s/conf", folder);
	f = fopen(path, "w");
	if (f == NULL)
		return 1;
	fprintf(f, "simpanan = %s\nkunci_dir = %s\nalamat = http://x\n", folder,
		folder);
	fclose(f);
	setenv("SIFILMA_KONFIG", path, 1);
	arena = arena_new();
	db = db_new_as("/nonexistent/socket", "", "", "");
	return !config_load() || !crypto_start() || arena == NULL || db == NULL;
}

static int stop(void **state)
{
	(void)state;
	arena_free(arena);
	db_free(db);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(routes_are_found),
		cmocka_unit_test(other_paths_are_not),
		cmocka_unit_test(typed_fields_arrive),
		cmocka_unit_test(all_faults_are_told_together),
		cmocka_unit_test(missing_doubled_and_foreign_bytes),
		cmocka_unit_test(forms_from_elsewhere_are_refused),
		cmocka_unit_test(bodies_have_bounds),
		cmocka_unit_test(files_are_kept_once_and_checked),
		cmocka_unit_test(an_upload_outlives_a_mistake),
		cmocka_unit_test(a_cut_body_does_nothing),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
