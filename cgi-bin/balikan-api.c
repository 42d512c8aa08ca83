/*
 * balikan-api.c - program: the web service of data balikan, for institutions'
 * machines (B-13, B-14).  What a record may hold is model/balikan-terima.h;
 * tokens, model/balikan-token.h; all of it in words for clients,
 * xslt/balikan-openapi.json.
 */
#include "lib/api.h"
#include "lib/config.h"
#include "lib/log.h"
#include "lib/rate.h"
#include "lib/text.h"
#include "model/balikan-jawaban.h"
#include "model/balikan-nilai.h"
#include "model/balikan-terima.h"
#include "model/balikan-token.h"
#include "model/pengaturan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LAJU_MENIT       120
#define OPENAPI_MAKS     (512 * 1024)
#define OPENAPI_SIMPAN_S 3600

/* --- who asks --- */

/* What must not stand in an address, where everybody on the way notes it. */
static bool rahasia_di_alamat(struct req *r)
{
	static const char *const nama[] = {
		"token",
		"access_token",
		"nik",
	};

	for (size_t i = 0; i < COUNT(nama); i++)
		if (form_named(r, nama[i]))
			return true;
	return false;
}

/*
 * The token: of Authorization: Bearer (RFC 6750), of the header token, or of
 * the field token of a form, as clients of the former service send it.  NULL:
 * there is none; *ruas: it was that field.
 */
static enum err cari_token(struct req *r, const char **token, bool *ruas)
{
	const char *h = req_header_in(r, "Authorization");
	struct api_body b;
	enum err e;

	*ruas = false;
	if (h != NULL && strncasecmp(h, "Bearer ", 7) == 0) {
		*token = h + 7 + strspn(h + 7, " ");
		return OK;
	}
	*token = req_header_in(r, "Token");
	if (*token != NULL || r->method != M_POST)
		return OK;
	e = api_body(r, &b);
	for (size_t i = 0; e == OK && i < b.n && *token == NULL; i++)
		if (strcasecmp(b.pair[i].name, "token") == 0)
			*token = b.pair[i].value;
	*ruas = *token != NULL;
	/* Whose a body is that nobody can read is not asked any more. */
	return e;
}

static enum err bukan_siapa(struct req *r, const char *kode)
{
	enum err e = strcmp(kode, "token-salah") == 0 ?
			 rate_count(r, "balikan-api") :
			 OK;

	if (e != OK)
		return e;
	req_header_out(r, "WWW-Authenticate",
		       strcmp(kode, "token-salah") == 0 ?
			   "Bearer realm=\"data-balikan\","
			   " error=\"invalid_token\"" :
			   "Bearer realm=\"data-balikan\"");
	return api_problem(r, ERR_LOGIN, kode);
}

/* How often this token may still ask (the fields of the IETF drafts up to
   ratelimit-headers-06, which clients know). */
static enum err laju(struct req *r, const struct balikan_mesin *m)
{
	struct rate laju;
	enum err e = rate_count_key(
	    r->db, arena_printf(r->a, "balikan-api:t%lld", (long long)m->token),
	    pengaturan_angka(r->db, "balikan_laju_menit", LAJU_MENIT), &laju);
	const char *detik = arena_printf(r->a, "%lld", (long long)laju.reset_s);

	if (e != OK && e != ERR_RATE)
		return e;
	req_header_out(r, "RateLimit-Limit",
		       arena_printf(r->a, "%lld", (long long)laju.limit));
	req_header_out(r, "RateLimit-Remaining",
		       arena_printf(r->a, "%lld", (long long)laju.left));
	req_header_out(r, "RateLimit-Reset", detik);
	req_header_out(r, "RateLimit-Policy",
		       arena_printf(r->a, "%lld;w=60", (long long)laju.limit));
	if (e == ERR_RATE)
		req_header_out(r, "Retry-After", detik);
	return e;
}

/* Whose machine is it?  *ruas as of cari_token(). */
static enum err siapa(struct req *r, struct balikan_mesin *m, bool *ruas)
{
	const char *token = NULL, *kode;
	enum err e;

	if (rahasia_di_alamat(r))
		return api_problem(r, ERR_BAD_REQUEST, "token-di-alamat");
	e = cari_token(r, &token, ruas);
	if (e != OK)
		return e;
	if (token == NULL || *token == '\0')
		return bukan_siapa(r, "token-tiada");
	e = balikan_token_kenal(r->db, token, r->ip, m, &kode);
	if (e == ERR_LOGIN)
		return bukan_siapa(r, "token-salah");
	if (kode != NULL)
		return api_problem(r, e, kode);
	return e == OK ? laju(r, m) : e;
}

static enum err versi_kini(struct req *r, const struct balikan_mesin *m,
			   struct balikan_versi *v)
{
	enum err e = balikan_versi_kini(r->db, m->lembaga, v);

	return e == ERR_NOT_FOUND ?
		   api_problem(r, ERR_CONFLICT, "tanpa-parameter") :
		   e;
}

/* --- GET /databalikan/api/getparam_bylembaga --- */

static void satu_parameter(struct arena *a, json *larik,
			   const struct balikan_ruas *p)
{
	json *o = json_add(a, larik, json_new_object(a)), *pilihan;

	json_put_text(a, o, "nama", p->nama);
	json_put_text(a, o, "jenis", balikan_jenis_nama[p->jenis]);
	json_put_int(a, o, "panjang", p->panjang);
	json_put_bool(a, o, "wajib", p->wajib);
	if (p->pola != NULL)
		json_put_text(a, o, "pola", p->pola);
	if (p->pilihan == NULL)
		return;
	pilihan = json_put(a, o, "pilihan", json_new_array(a));
	for (size_t i = 0; p->pilihan[i] != NULL; i++)
		json_add_text(a, pilihan, p->pilihan[i]);
}

static enum err getparam(struct req *r)
{
	struct balikan_mesin m;
	struct balikan_versi v;
	json *o, *l;
	bool ruas;
	enum err e = siapa(r, &m, &ruas);

	if (e == OK)
		e = versi_kini(r, &m, &v);
	if (e != OK)
		return e;
	o = json_new_object(r->a);
	l = json_put(r->a, o, "lembaga", json_new_object(r->a));
	json_put_text(r->a, l, "kode", m.lembaga_kode);
	json_put_text(r->a, l, "nama", m.lembaga_nama);
	json_put_int(r->a, o, "versi", v.nomor);
	l = json_put(r->a, o, "parameter", json_new_array(r->a));
	for (size_t i = 0; i < v.n; i++)
		satu_parameter(r->a, l, &v.ruas[i]);
	api_send(r, o);
	return OK;
}

/* --- POST /databalikan/api/store --- */

/* What one call brings, and what becomes of it. */
struct kiriman {
	struct req *r;
	struct balikan_mesin mesin;
	struct balikan_versi versi;
	struct api_body badan;
	bool semua; /* all or nothing */
	bool lewati_token; /* a form's field token is no part of the record */
	struct balikan_terima *baris;
	size_t n;
	size_t ditolak;
	struct balikan_jawaban jawaban; /* kunci NULL: none */
};

/* ?cara=sebagian (as without it) or semua. */
static enum err baca_cara(struct req *r, bool *semua)
{
	const char *cara = form_value(r, "cara");

	*semua = cara != NULL && strcmp(cara, "semua") == 0;
	if (cara != NULL && !*semua && strcmp(cara, "sebagian") != 0)
		return api_problem(r, ERR_INPUT, "cara-tak-dikenal");
	return OK;
}

/* The key is a string of structured fields (RFC 8941), in quotes; bare ones are
   taken, too. */
static enum err baca_kunci(struct req *r, const char **kunci)
{
	const char *h = req_header_in(r, "Idempotency-Key");
	size_t n = h == NULL ? 0 : strlen(h);

	*kunci = NULL;
	if (h == NULL)
		return OK;
	if (n >= 2 && h[0] == '"' && h[n - 1] == '"') {
		h++;
		n -= 2;
	}
	for (size_t i = 0; i < n; i++)
		if (h[i] <= ' ' || h[i] > '~' || h[i] == '"' || h[i] == '\\')
			n = 0;
	if (n == 0 || n > BALIKAN_JAWABAN_KUNCI)
		return api_problem(r, ERR_BAD_REQUEST, "kunci-rusak");
	*kunci = arena_strndup(r->a, h, n);
	return OK;
}

static bool dilewati(const struct kiriman *k, const struct pair *p)
{
	return k->lewati_token && strcasecmp(p->name, "token") == 0;
}

/* A form is the same whatever stands between its parts, and without its
   token. */
static void sidik_kiriman(struct kiriman *k)
{
	struct buf b = { .a = k->r->a };

	buf_printf(&b, "%s\n%s\n%d\n", k->r->route->path, k->badan.type,
		   k->semua);
	if (k->badan.pair == NULL)
		buf_bytes(&b, (const char *)k->badan.bytes.p, k->badan.bytes.n);
	for (size_t i = 0; i < k->badan.n; i++) {
		const struct pair *p = &k->badan.pair[i];

		if (dilewati(k, p))
			continue;
		buf_printf(&b, "%zu %zu ", p->name_n, p->n);
		buf_bytes(&b, p->name, p->name_n);
		buf_bytes(&b, p->value, p->n);
	}
	crypto_sha256(b.p, b.n, k->jawaban.sidik);
}

static enum err baca_json(struct kiriman *k)
{
	struct req *r = k->r;
	struct json_fault f;
	const char *kode;
	json *j;
	enum err e = json_read(r->a, k->badan.bytes.p, k->badan.bytes.n,
			       &balikan_terima_batas, &j, &f);

	if (e != OK) {
		if (f.line > 0) {
			json_put_int(r->a, api_problem_more(r), "baris",
				     (int64_t)f.line);
			json_put_int(r->a, api_problem_more(r), "kolom",
				     (int64_t)f.column);
		}
		return api_problem(r, e == ERR_INPUT ? ERR_BAD_REQUEST : e,
				   arena_printf(r->a, "json-%s", f.code));
	}
	kode = balikan_terima_json(r->a, j, &k->versi, &k->baris, &k->n);
	if (kode == NULL)
		return OK;
	return api_problem(r,
			   strcmp(kode, "terlalu-banyak-baris") == 0 ?
			       ERR_TOO_LARGE :
			       ERR_INPUT,
			   kode);
}

static enum err baca_baris(struct kiriman *k)
{
	struct req *r = k->r;
	enum err e = balikan_wilayah_muat(r->db);
	size_t n = 0;

	for (size_t i = 0; i < k->badan.n; i++)
		n += !dilewati(k, &k->badan.pair[i]);
	if (e == OK && strcmp(k->badan.type, "application/json") == 0) {
		e = baca_json(k);
	} else if (e == OK && n == 0) {
		e = api_problem(r, ERR_INPUT, "tanpa-rekaman");
	} else if (e == OK) {
		k->baris = balikan_terima_formulir(
		    r->a, k->badan.pair, k->badan.n,
		    k->lewati_token ? "token" : NULL, &k->versi);
		k->n = 1;
	}
	for (size_t i = 0; e == OK && i < k->n; i++)
		k->ditolak += !k->baris[i].sah;
	return e;
}

static void tulis_galat(struct arena *a, json *o,
			const struct balikan_terima *b)
{
	json *larik = json_put(a, o, "galat", json_new_array(a));

	for (size_t i = 0; i < b->n_galat; i++) {
		json *g = json_add(a, larik, json_new_object(a));

		json_put_text(a, g, "ruas", b->galat[i].ruas);
		json_put_text(a, g, "kode", b->galat[i].kode);
	}
}

static void tulis_peringatan(struct arena *a, json *o, const char *kode)
{
	json *larik = json_put(a, o, "peringatan", json_new_array(a));
	json *p = json_add(a, larik, json_new_object(a));

	json_put_text(a, p, "ruas", "NIK");
	json_put_text(a, p, "kode", kode);
}

/* Counts and the records one by one into o; hasil: of those that are good, in
   their order, or NULL: nothing was stored. */
static void tulis_hasil(struct kiriman *k, json *o,
			const enum balikan_hasil *hasil)
{
	static const char *const kata[] = {
		[BALIKAN_DITERIMA] = "baru",
		[BALIKAN_DIPERBARUI] = "diperbarui",
		[BALIKAN_TETAP] = "tetap",
	};
	int64_t jumlah[COUNT(kata)] = { 0 };
	struct arena *a = k->r->a;
	json *larik = json_new_array(a);

	for (size_t i = 0; i < k->n; i++) {
		const struct balikan_terima *b = &k->baris[i];
		json *satu = json_add(a, larik, json_new_object(a));

		json_put_int(a, satu, "baris", (int64_t)i + 1);
		json_put_text(a, satu, "hasil",
			      !b->sah       ? "ditolak" :
			      hasil == NULL ? "tidak-disimpan" :
					      kata[*hasil]);
		if (!b->sah)
			tulis_galat(a, satu, b);
		if (b->peringatan != NULL)
			tulis_peringatan(a, satu, b->peringatan);
		if (b->sah && hasil != NULL)
			jumlah[*hasil++]++;
	}
	json_put_int(a, o, "versi", k->versi.nomor);
	json_put_int(a, o, "jumlah", (int64_t)k->n);
	for (size_t i = 0; i < COUNT(kata); i++)
		json_put_int(a, o, kata[i], jumlah[i]);
	json_put_int(a, o, "ditolak", (int64_t)k->ditolak);
	if (hasil == NULL)
		json_put_int(a, o, "tidak-disimpan",
			     (int64_t)(k->n - k->ditolak));
	json_put(a, o, "hasil", larik);
}

/* In a transaction: the records, and the answer to the key. */
static enum err simpan(struct db *db, void *ctx)
{
	struct kiriman *k = ctx;
	const struct balikan_pengirim pengirim = {
		.lembaga = k->mesin.lembaga,
		.token = k->mesin.token,
		.sumber = "layanan",
	};
	struct arena *a = k->r->a;
	size_t n = 0;
	struct balikan_rekaman *rekaman =
	    arena_array(a, k->n, sizeof(*rekaman));
	enum balikan_hasil *hasil = arena_array(a, k->n, sizeof(*hasil));
	json *o = json_new_object(a);
	enum err e;

	for (size_t i = 0; i < k->n; i++)
		if (k->baris[i].sah)
			rekaman[n++] = k->baris[i].rekaman;
	e = balikan_simpan(db, &pengirim, &k->versi, rekaman, n, k->ditolak,
			   hasil);
	if (e != OK)
		return e;
	tulis_hasil(k, o, hasil);
	k->jawaban.status = 200;
	k->jawaban.isi = json_write(a, o);
	return k->jawaban.kunci == NULL ?
		   OK :
		   balikan_jawaban_simpan(db, &k->jawaban);
}

static enum err jawab(struct kiriman *k)
{
	req_send_bytes(k->r, "application/json", k->jawaban.isi, NULL);
	return OK;
}

/* The key is ours (or there is none): do it. */
static enum err kerjakan(struct kiriman *k)
{
	enum err e;

	if (k->semua && k->ditolak > 0) {
		tulis_hasil(k, api_problem_more(k->r), NULL);
		e = api_problem(k->r, ERR_INPUT, "ada-yang-ditolak");
	} else {
		e = db_transaction(k->r->db, simpan, k);
		if (e == OK)
			return jawab(k);
		if (e == ERR_INPUT)
			e = ERR_INTERNAL; /* of ours: all of it was checked */
	}
	if (k->jawaban.kunci == NULL)
		return e;
	/* Perhaps it was committed, and the answer to that was lost. */
	if (e == ERR_BUSY && balikan_jawaban_lihat(k->r->db, &k->jawaban) == OK)
		return jawab(k);
	balikan_jawaban_lepas(k->r->db, &k->jawaban);
	/* Somebody took the key over. */
	return e == ERR_CONFLICT ? api_problem(k->r, e, "kunci-berjalan") : e;
}

static enum err dengan_kunci(struct kiriman *k)
{
	enum err e;

	if (k->jawaban.kunci == NULL)
		return kerjakan(k);
	k->jawaban.token = k->mesin.token;
	sidik_kiriman(k);
	e = balikan_jawaban_mulai(k->r->db, &k->jawaban);
	if (e == ERR_CONFLICT)
		return api_problem(k->r, e, "kunci-berjalan");
	if (e == ERR_INPUT)
		return api_problem(k->r, e, "kunci-lain");
	if (e != OK)
		return e;
	if (k->jawaban.status == 0)
		return kerjakan(k);
	req_header_out(k->r, "Idempotent-Replayed", "true");
	return jawab(k);
}

static enum err store(struct req *r)
{
	struct kiriman k = { .r = r };
	enum err e = siapa(r, &k.mesin, &k.lewati_token);

	if (e == OK)
		e = baca_cara(r, &k.semua);
	if (e == OK)
		e = baca_kunci(r, &k.jawaban.kunci);
	if (e == OK)
		e = api_body(r, &k.badan);
	if (e == OK)
		e = versi_kini(r, &k.mesin, &k.versi);
	/* A parameter may be called so; then the field is that, unless the
	   token was there. */
	if (e == OK && balikan_ruas_cari(&k.versi, "token") == k.versi.n)
		k.lewati_token = true;
	if (e == OK)
		e = baca_baris(&k);
	return e == OK ? dengan_kunci(&k) : e;
}

/* --- GET /databalikan/api/openapi.json --- */

/* Read once in a process; a new one comes with a new version of us. */
static struct blob openapi_baca(struct arena *a)
{
	static unsigned char *isi;
	static size_t n;
	const char *nama = arena_printf(a, "%s/balikan-openapi.json",
					config_get("xslt", "xslt"));
	FILE *f;

	if (isi != NULL)
		return (struct blob){ isi, n };
	f = fopen(nama, "rbe");
	isi = f == NULL ? NULL : malloc(OPENAPI_MAKS);
	if (isi != NULL)
		n = fread(isi, 1, OPENAPI_MAKS, f);
	if (f == NULL || n == 0 || ferror(f)) {
		log_error("cannot read %s", nama);
		free(isi);
		isi = NULL;
	}
	if (f != NULL)
		fclose(f);
	return (struct blob){ isi, n };
}

static enum err openapi(struct req *r)
{
	struct blob isi = openapi_baca(r->a);

	if (isi.p == NULL)
		return ERR_INTERNAL;
	req_keep(r, OPENAPI_SIMPAN_S);
	req_send_bytes(r, "application/json", isi, NULL);
	return OK;
}

/* --- the program --- */

static const struct route routes[] = {
	{ M_GET, "/databalikan/api/getparam_bylembaga", ROLE_SEMUA, API, NULL,
	  getparam, NULL },
	{ M_POST, "/databalikan/api/store", ROLE_SEMUA, API, NULL, store,
	  NULL },
	{ M_GET, "/databalikan/api/openapi.json", ROLE_SEMUA, API, NULL,
	  openapi, NULL },
};

static const struct program program = { "balikan-api", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
