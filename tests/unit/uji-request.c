/*
 * uji-request.c - one request through lib/request without a web server or a
 * database: routes, methods, bodies, typed fields, CSRF (U-26).
 */
#include "uji-request-bantu.h"
#include "lib/crypto.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* --- a program to speak to --- */

static struct isian seen;
static int runs;

static enum err show(struct req *r)
{
	el_add(r->page, "formulir");
	return OK;
}

static enum err take(struct req *r)
{
	enum err e;

	seen = (struct isian){ 0 };
	e = form_bind(r, isian_fields, ISIAN_FIELDS, &seen);
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

static char taken[256];
static size_t taken_n;
static bool taken_end;
static enum method taken_by;

/* Reads its body itself, in small pieces. */
static enum err stream(struct req *r)
{
	size_t n;

	taken_n = 0;
	taken_by = r->method;
	while ((n = req_body(r, taken + taken_n, 7, &taken_end)) > 0)
		taken_n += n;
	req_header_out(r, "Upload-Offset", "17");
	req_send_nothing(r, 204);
	return OK;
}

static const struct route routes[] = {
	{ M_GET, "/coba", ROLE_SEMUA, 0, "coba", show, NULL },
	{ M_POST, "/coba", ROLE_SEMUA, CSRF | FILES, "coba", take, show },
	{ M_GET, "/coba/{id}", ROLE_SEMUA, PUBLIC, "coba", one, NULL },
	{ M_GET, "/coba/kode/{kode}", ROLE_SEMUA, 0, "coba", show, NULL },
	{ M_GET, "/coba/rahasia", ROLE_MASUK, 0, "coba", show, NULL },
	{ M_GET, "/coba/setempat", ROLE_SEMUA, LOCAL, "coba", show, NULL },
	{ M_PATCH, "/coba/alir", ROLE_SEMUA, CSRF | STREAM, NULL, stream,
	  NULL },
	{ M_DELETE, "/coba/alir", ROLE_SEMUA, CSRF | STREAM, NULL, stream,
	  NULL },
	{ M_GET, "/coba/alir", ROLE_SEMUA, STREAM, NULL, stream, NULL },
	{ M_OPTIONS, "/coba/alir", ROLE_MASUK, STREAM, NULL, stream, NULL },
	{ M_DELETE, "/coba/17", ROLE_SEMUA, CSRF, NULL, take, NULL },
};
static const struct program program = { "coba", routes, COUNT(routes) };

/* --- speaking to it --- */

static int ask(void)
{
	int status = web_ask(&program);

	assert_int_not_equal(status, -1);
	return status;
}

static int get(const char *method, const char *target)
{
	web_clear();
	web_set("REQUEST_METHOD", method);
	web_set("REQUEST_URI", target);
	web_set("HTTP_ACCEPT", "application/xml");
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

	web_clear();
	web.body = body;
	web.body_n = n;
	snprintf(number, sizeof(number), "%zu", n);
	snprintf(cookie, sizeof(cookie), "pra=%s", PRA);
	web_set("REQUEST_METHOD", "POST");
	web_set("REQUEST_URI", "/coba");
	web_set("HTTP_ACCEPT", "application/xml");
	web_set("HTTP_COOKIE", cookie);
	web_set("CONTENT_TYPE", type);
	web_set("CONTENT_LENGTH", length == NULL ? number : length);
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

/* Only the web server can say that a request is this host's own. */
static void local_ones_are_for_this_host(void **state)
{
	static const char *const no[] = { "HTTP_SIFILMA_SETEMPAT",
					  "HTTP_X_FORWARDED_FOR", "REMOTE_ADDR",
					  "HTTP_HOST" };

	(void)state;
	assert_int_equal(get("GET", "/coba/setempat"), 404);
	for (size_t i = 0; i < COUNT(no); i++) {
		web_clear();
		web_set("REQUEST_METHOD", "GET");
		web_set("REQUEST_URI", "/coba/setempat?SIFILMA_SETEMPAT=ya");
		web_set("HTTP_ACCEPT", "application/xml");
		web_set(no[i], i == 0 ? "ya" : "127.0.0.1");
		assert_int_equal(ask(), 404);
	}
	web_clear();
	web_set("REQUEST_METHOD", "GET");
	web_set("REQUEST_URI", "/coba/setempat");
	web_set("HTTP_ACCEPT", "application/xml");
	web_set("SIFILMA_SETEMPAT", "ya");
	assert_int_equal(ask(), 200);
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
			      "tanggal=2024-02-29&surel=A%40B.id&ya=ya"),
			 303);
	assert_true(has("Location: /ada/1500\r\n"));
	assert_true(has("Set-Cookie: pesan=tersimpan;"));
	assert_int_equal(seen.jumlah, 1500);
	assert_true(seen.ya);
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
	web_set("HTTP_ORIGIN", "https://jahat.example");
	web_set("HTTP_HOST", "filma.example");
	assert_int_equal(ask(), 403);
	assert_false(has("<formulir/>"));
	post("judul=abc&jumlah=1");
	web_set("HTTP_SEC_FETCH_SITE", "cross-site");
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

/* A request of a script: the token in a header, any body.  NULL: none. */
static int script(const char *method, const char *other, const char *key,
		  const char *body, const char *length)
{
	static char cookie[100];

	web_clear();
	web.body = body;
	web.body_n = strlen(body);
	snprintf(cookie, sizeof(cookie), "pra=%s", PRA);
	web_set("REQUEST_METHOD", method);
	web_set("REQUEST_URI", "/coba/alir");
	/* An address that is none of a script's has a page. */
	web_set("HTTP_ACCEPT", "application/xml");
	web_set("HTTP_COOKIE", cookie);
	web_set("HTTP_X_CSRF_TOKEN", key);
	web_set("HTTP_X_HTTP_METHOD_OVERRIDE", other);
	web_set("CONTENT_TYPE", "application/offset+octet-stream");
	web_set("CONTENT_LENGTH", length);
	return ask();
}

static void streams_are_read_by_their_handler(void **state)
{
	static const char body[] = "first line\nsecond=&%\001\377";
	static const size_t steps[] = { 0, 1, 3 };

	(void)state;
	for (size_t i = 0; i < COUNT(steps); i++) {
		web.step = steps[i];
		assert_int_equal(script("PATCH", NULL, token(), body, NULL),
				 204);
		assert_int_equal(taken_by, M_PATCH);
		assert_int_equal(taken_n, strlen(body));
		assert_memory_equal(taken, body, taken_n);
		assert_true(taken_end);
		assert_true(has("Upload-Offset: 17"));
		assert_false(has("Content-Length"));
	}
	web.step = 0;
	/* As much as was announced and no more; and a cut is seen. */
	script("PATCH", NULL, token(), body, "5");
	assert_int_equal(taken_n, 5);
	assert_true(taken_end);
	script("PATCH", NULL, token(), body, "500");
	assert_int_equal(taken_n, strlen(body));
	assert_false(taken_end);
	script("HEAD", NULL, NULL, "", "0");
	assert_int_equal(taken_by, M_GET);
	assert_true(has("Upload-Offset: 17"));
}

static void streams_want_their_token_in_a_header(void **state)
{
	(void)state;
	taken_n = 99;
	assert_int_equal(script("PATCH", NULL, NULL, "x", NULL), 403);
	assert_int_equal(script("PATCH", NULL, "", "x", NULL), 403);
	assert_int_equal(script("DELETE", NULL, PRA, "x", NULL), 403);
	assert_int_equal(taken_n, 99);
	/* A script reads XML, and nobody is led to a form. */
	assert_true(has("kode=\"formulir-kedaluwarsa\""));
	assert_int_equal(script("OPTIONS", NULL, NULL, "", NULL), 401);
	assert_true(has("kode=\"belum-masuk\""));
	assert_int_equal(script("DELETE", NULL, token(), "", NULL), 204);
	assert_int_equal(taken_by, M_DELETE);
}

static void a_post_may_name_another_method(void **state)
{
	(void)state;
	assert_int_equal(script("POST", "PATCH", token(), "x", NULL), 204);
	assert_int_equal(taken_by, M_PATCH);
	assert_int_equal(script("POST", "DELETE", token(), "x", NULL), 204);
	assert_int_equal(taken_by, M_DELETE);
	assert_int_equal(script("POST", "PATCH", NULL, "x", NULL), 403);
	assert_int_equal(script("POST", "GET", token(), "x", NULL), 405);
	assert_int_equal(script("POST", "patch", token(), "x", NULL), 405);
	assert_int_equal(script("POST", NULL, token(), "x", NULL), 405);
	assert_int_equal(script("PATCH", "DELETE", token(), "x", NULL), 204);
	assert_int_equal(taken_by, M_PATCH);
	assert_int_equal(script("PUT", NULL, token(), "x", NULL), 405);
	/* Of other routes it is not heeded. */
	script("POST", "DELETE", token(), "x", NULL);
	for (size_t i = 0; i < web.n; i++)
		if (strcmp(web.names[i], "REQUEST_URI") == 0)
			web.values[i] = "/coba/17";
	assert_int_equal(ask(), 405);
}

static int start(void **state)
{
	(void)state;
	return !web_start();
}

static int stop(void **state)
{
	(void)state;
	web_stop();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(routes_are_found),
		cmocka_unit_test(local_ones_are_for_this_host),
		cmocka_unit_test(other_paths_are_not),
		cmocka_unit_test(typed_fields_arrive),
		cmocka_unit_test(all_faults_are_told_together),
		cmocka_unit_test(missing_doubled_and_foreign_bytes),
		cmocka_unit_test(forms_from_elsewhere_are_refused),
		cmocka_unit_test(bodies_have_bounds),
		cmocka_unit_test(files_are_kept_once_and_checked),
		cmocka_unit_test(an_upload_outlives_a_mistake),
		cmocka_unit_test(a_cut_body_does_nothing),
		cmocka_unit_test(streams_are_read_by_their_handler),
		cmocka_unit_test(streams_want_their_token_in_a_header),
		cmocka_unit_test(a_post_may_name_another_method),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
