/*
 * status.c - program: how the installation is doing, for staff (U-24).  What
 * is good or bad is decided in model/operasi and model/sertifikat; what to do
 * then is told by xslt/status.xsl.  For machines: status-metrik.c.
 */
#include "status-halaman.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/metrics.h"
#include "lib/xsl.h"
#include "model/operasi.h"
#include "model/sertifikat.h"

#include <openssl/crypto.h>
#include <sodium.h>
#include <string.h>
#include <zlib.h>

#define PEKERJA_MAKS 32

const char *const *status_pekerja(struct req *r)
{
	/* By Makefile.am: "cgi-bin/pekerja/penyegel-audit cgi-bin/..." */
	char *semua = arena_strdup(r->a, SIFILMA_PEKERJA);
	const char **out = arena_array(r->a, PEKERJA_MAKS + 1, sizeof(*out));
	char *sisa = NULL;
	size_t n = 0;

	for (char *p = strtok_r(semua, " ", &sisa);
	     p != NULL && n < PEKERJA_MAKS; p = strtok_r(NULL, " ", &sisa)) {
		const char *garis = strrchr(p, '/');

		out[n++] = garis == NULL ? p : garis + 1;
	}
	out[n] = NULL;
	return out;
}

void status_tergesa(struct req *r)
{
	db_patience(r->db, 2, 2);
}

/* The page while it is filled, and what was found bad on it. */
struct lembar {
	struct req *r;
	int64_t awas;
	int64_t buruk;
};

/* Every judgement of the page goes through here. */
static void nilai(struct lembar *l, elem *e, enum keadaan k)
{
	el_attr(e, "keadaan", keadaan_kode(k));
	l->awas += k == AWAS;
	l->buruk += k == BURUK;
}

static enum err basis(struct lembar *l, struct op_basis *b)
{
	enum err e = operasi_basis(l->r->db, b);
	elem *x;

	if (e != OK)
		return e;
	x = el_add(l->r->page, "basis");
	nilai(l, x, b->baca_saja || !b->lumat_aman ? BURUK : BAIK);
	el_int(x, "nyala-detik", b->nyala_detik);
	el_int(x, "perintah", b->perintah);
	el_int(x, "bita", b->byte);
	el_flag(x, "baca-saja", b->baca_saja);
	el_flag(x, "lumat-aman", b->lumat_aman);
	x = el_add(l->r->page, "sambungan");
	nilai(l, x, operasi_sambungan(b));
	el_int(x, "kini", b->sambungan);
	el_int(x, "maks", b->maks);
	el_int(x, "pernah", b->pernah);
	x = el_add(l->r->page, "log-biner");
	nilai(l, x, !b->log_biner ? KETERANGAN : b->log_aman ? BAIK : AWAS);
	el_flag(x, "nyala", b->log_biner);
	el_int(x, "hari", b->simpan_detik / 86400);
	x = el_add(l->r->page, "replikasi");
	nilai(l, x, KETERANGAN);
	el_int(x, "replika", b->replika);
	el_int(x, "galera", b->galera);
	return OK;
}

static enum err antrean(struct lembar *l)
{
	struct op_antrean a[OP_ANTREAN];
	struct op_rantai rantai;
	enum err e = operasi_antrean(l->r->db, a);
	elem *x;

	for (size_t i = 0; i < OP_ANTREAN && e == OK; i++) {
		x = el_add(l->r->page, "antrean");
		el_attr(x, "kode", a[i].kode);
		nilai(l, x, a[i].keadaan);
		el_int(x, "jumlah", a[i].jumlah);
		el_int(x, "detik", a[i].detik);
	}
	if (e == OK)
		e = operasi_rantai(l->r->db, &rantai);
	if (e != OK)
		return e;
	x = el_add(l->r->page, "rantai");
	nilai(l, x, rantai.keadaan);
	el_time(l->r->a, x, "waktu", rantai.waktu);
	el_int(x, "nomor", rantai.nomor);
	if (rantai.rusak != 0)
		el_int(x, "rusak", rantai.rusak);
	return OK;
}

static void satu_ruang(struct lembar *l, struct op_ruang u)
{
	elem *x = el_add(l->r->page, "ruang");

	el_attr(x, "kode", u.kode);
	nilai(l, x, u.keadaan);
	if (!u.ada)
		return;
	el_int(x, "bebas", u.bebas);
	el_int(x, "total", u.total);
	el_int(x, "terpakai", u.terpakai);
}

static void satu_cadangan(struct req *r, elem *x, const struct op_cadangan *c)
{
	el_attr(x, "nama", c->nama);
	el_time(r->a, x, "selesai", c->selesai);
	el_flag(x, "baik", c->baik);
	el_int(x, "bita", c->byte);
	el_int(x, "detik", c->detik);
	el_flag(x, "terkunci", c->terkunci);
	el_attr(x, "sebab", c->sebab);
}

static enum err cadangan(struct lembar *l)
{
	struct op_cadangan *c, baik;
	int64_t umur;
	size_t n;
	enum err e = operasi_cadangan(l->r->db, &c, &n, &baik, &umur);
	elem *x;

	if (e != OK)
		return e;
	x = el_add(l->r->page, "cadangan");
	nilai(l, x, operasi_umur_cadangan(c, n, umur));
	if (umur >= 0) {
		el_int(x, "umur-detik", umur);
		satu_cadangan(l->r, x, &baik);
	}
	for (size_t i = 0; i < n; i++)
		satu_cadangan(l->r, el_add(x, "hasil"), &c[i]);
	return OK;
}

static enum err denyut(struct lembar *l)
{
	struct op_denyut *d;
	size_t n;
	enum err e = operasi_denyut(l->r->db, status_pekerja(l->r), &d, &n);

	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++) {
		elem *x = el_add(l->r->page, "pekerja");

		el_attr(x, "nama", d[i].pekerja);
		nilai(l, x, d[i].keadaan);
		el_attr(x, "mesin", d[i].mesin);
		el_time(l->r->a, x, "mulai", d[i].mulai);
		if (d[i].detik >= 0)
			el_int(x, "detik", d[i].detik);
	}
	return OK;
}

static void versi(struct req *r, const char *kode, const char *nilai_versi)
{
	elem *x = el_add(r->page, "versi");

	el_attr(x, "kode", kode);
	el_attr(x, "nilai", nilai_versi);
}

static enum err semua_versi(struct lembar *l, const struct op_basis *b)
{
	const char *nama;
	bool selesai;
	int64_t nomor;
	enum err e = operasi_migrasi(l->r->db, &nomor, &nama, &selesai);
	elem *x;

	if (e != OK)
		return e;
	versi(l->r, "suite", config_get("versi", SIFILMA_VERSI));
	versi(l->r, "nginx", req_server(l->r));
	versi(l->r, "mariadb", b->versi);
	versi(l->r, "mariadb-klien", db_client_version());
	versi(l->r, "openssl", OpenSSL_version(OPENSSL_VERSION_STRING));
	versi(l->r, "libxml2", xsl_xml_version());
	versi(l->r, "libxslt", xsl_xslt_version());
	versi(l->r, "libsodium", sodium_version_string());
	versi(l->r, "zlib", zlibVersion());
	x = el_add(l->r->page, "migrasi");
	nilai(l, x, selesai ? BAIK : BURUK);
	el_int(x, "nomor", nomor);
	el_attr(x, "nama", nama);
	return OK;
}

static void sertifikat(struct lembar *l)
{
	struct op_kunci k[OP_KUNCI];
	struct op_sertifikat *s;
	size_t n = sertifikat_semua(l->r->a, &s);
	elem *x;

	for (size_t i = 0; i < n; i++) {
		x = el_add(l->r->page, "sertifikat");
		el_attr(x, "kode", s[i].kode);
		nilai(l, x, s[i].keadaan);
		el_attr(x, "nama", s[i].nama);
		el_time(l->r->a, x, "sampai", s[i].sampai);
		if (s[i].sampai != NULL)
			el_int(x, "hari", s[i].hari);
	}
	sertifikat_kunci(l->r->a, k);
	for (size_t i = 0; i < OP_KUNCI; i++) {
		x = el_add(l->r->page, "kunci");
		el_attr(x, "kode", k[i].kode);
		nilai(l, x, k[i].keadaan);
		el_flag(x, "ada", k[i].ada);
		el_flag(x, "terbuka", k[i].terbuka);
		if (k[i].ada)
			el_int(x, "hari", k[i].hari);
	}
}

static void hitungan(struct req *r)
{
	struct metrics *m;
	size_t n = metrics_read(r->a, &m);

	for (size_t i = 0; i < n; i++) {
		uint64_t semua = metrics_count(&m[i], METRICS_STATUS_MIN,
					       METRICS_STATUS_MAX);
		elem *x = el_add(r->page, "program");

		el_attr(x, "nama", m[i].program);
		el_int(x, "permintaan", (int64_t)semua);
		el_int(x, "galat",
		       (int64_t)metrics_count(&m[i], 500, METRICS_STATUS_MAX));
		if (semua > 0)
			el_int(x, "rata-us", (int64_t)(m[i].sum_us / semua));
	}
}

/* GET /status */
static enum err halaman(struct req *r)
{
	struct lembar l = { .r = r };
	struct op_basis b = { 0 };
	enum err e;
	elem *x;

	status_tergesa(r);
	e = basis(&l, &b);
	if (e == OK)
		e = antrean(&l);
	if (e == OK)
		e = cadangan(&l);
	if (e == OK)
		e = denyut(&l);
	if (e == OK)
		e = semua_versi(&l, &b);
	if (e != OK)
		return e;
	satu_ruang(&l, operasi_ruang("simpanan", config_get("simpanan", NULL)));
	satu_ruang(&l, operasi_ruang("basis", b.folder));
	sertifikat(&l);
	hitungan(r);
	x = el_add(r->page, "semua");
	el_attr(x, "keadaan",
		keadaan_kode(l.buruk > 0 ? BURUK :
			     l.awas > 0	 ? AWAS :
					   BAIK));
	el_int(x, "awas", l.awas);
	el_int(x, "buruk", l.buruk);
	return OK;
}

static const struct route routes[] = {
	{ M_GET, "/status", ROLE_DITJEN, 0, "status", halaman, NULL },
	{ M_GET, "/status/sehat", ROLE_SEMUA, 0, NULL, status_sehat, NULL },
	{ M_GET, "/metrics", ROLE_SEMUA, LOCAL, NULL, status_metrik, NULL },
};

static const struct program program = { "status", routes, COUNT(routes) };

int main(int argc, char **argv)
{
	return app_main(argc, argv, &program);
}
