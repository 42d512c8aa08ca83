/*
 * status-metrik.c - the state of the installation for machines (U-24): one
 * word for a load balancer or monitor, and everything as Prometheus' text
 * format, version 0.0.4, for this host alone (guard LOCAL).  A database that is
 * away is a figure here, not a failure.
 */
#include "status-halaman.h"
#include "lib/clock.h"
#include "lib/config.h"
#include "lib/metrics.h"
#include "lib/text.h"
#include "model/operasi.h"
#include "model/retensi.h"
#include "model/sertifikat.h"

#include <inttypes.h>
#include <string.h>

/* GET /status/sehat: 200 when people can work, else 503 and what is missing. */
enum err status_sehat(struct req *r)
{
	bool basis, simpanan;
	const char *teks;

	status_tergesa(r);
	basis = operasi_hidup(r->db) == OK;
	simpanan =
	    operasi_ruang("simpanan", config_get("simpanan", NULL)).bebas > 0;
	teks = arena_printf(r->a,
			    "{\"sehat\":%s,\"basis\":%s,\"simpanan\":%s}\n",
			    basis && simpanan ? "true" : "false",
			    basis ? "true" : "false",
			    simpanan ? "true" : "false");
	if (!basis || !simpanan)
		req_status(r, 503);
	req_send_bytes(r, "application/json",
		       (struct blob){ (const unsigned char *)teks,
				      strlen(teks) },
		       NULL);
	return OK;
}

/* --- the format --- */

static void kepala(struct buf *b, const char *nama, const char *jenis,
		   const char *arti)
{
	buf_printf(b, "# HELP %s %s\n# TYPE %s %s\n", nama, arti, nama, jenis);
}

/* One series without labels, with its head. */
static void satu(struct buf *b, const char *nama, const char *jenis,
		 const char *arti, int64_t nilai)
{
	kepala(b, nama, jenis, arti);
	buf_printf(b, "%s %" PRId64 "\n", nama, nilai);
}

/* The value of a label: backslash, quote and line end are escaped. */
static const char *label(struct arena *a, const char *s)
{
	struct buf b = { .a = a };

	buf_text(&b, "");
	for (; *s != '\0'; s++) {
		if (*s == '\n')
			buf_text(&b, "\\n");
		else if (*s == '\\' || *s == '"')
			buf_printf(&b, "\\%c", *s);
		else
			buf_printf(&b, "%c", *s);
	}
	return b.p == NULL ? "" : b.p;
}

/* One row of series that a label tells apart; their head is kepala()'s. */
static void seri(struct buf *b, const char *nama, const char *ruas,
		 const char *isi, int64_t nilai)
{
	buf_printf(b, "%s{%s=\"%s\"} %" PRId64 "\n", nama, ruas,
		   label(b->a, isi), nilai);
}

static void detik(struct buf *b, int64_t us)
{
	buf_printf(b, "%" PRId64 ".%06" PRId64, us / 1000000, us % 1000000);
}

/* --- requests --- */

static void permintaan(struct buf *b, const struct metrics *m, size_t n)
{
	kepala(b, "sifilma_requests_total", "counter",
	       "Requests answered, by program and HTTP status.");
	for (size_t i = 0; i < n; i++)
		for (int s = METRICS_STATUS_MIN; s <= METRICS_STATUS_MAX; s++)
			if (metrics_count(&m[i], s, s) > 0)
				buf_printf(b,
					   "sifilma_requests_total{program="
					   "\"%s\",status=\"%d\"} %" PRIu64
					   "\n",
					   m[i].program, s,
					   metrics_count(&m[i], s, s));
}

static void lama(struct buf *b, const struct metrics *m, size_t n)
{
	static const char nama[] = "sifilma_request_duration_seconds";

	kepala(b, nama, "histogram",
	       "Time from reading a request to its answer, by program.");
	for (size_t i = 0; i < n; i++) {
		uint64_t jumlah = 0;

		for (int k = 0; k < METRICS_BUCKETS; k++) {
			jumlah += m[i].bucket[k];
			buf_printf(b, "%s_bucket{program=\"%s\",le=\"", nama,
				   m[i].program);
			detik(b, metrics_bucket_us[k]);
			buf_printf(b, "\"} %" PRIu64 "\n", jumlah);
		}
		jumlah += m[i].bucket[METRICS_BUCKETS];
		buf_printf(b, "%s_bucket{program=\"%s\",le=\"+Inf\"} %" PRIu64
			   "\n%s_sum{program=\"%s\"} ",
			   nama, m[i].program, jumlah, nama, m[i].program);
		detik(b, (int64_t)m[i].sum_us);
		buf_printf(b, "\n%s_count{program=\"%s\"} %" PRIu64 "\n", nama,
			   m[i].program, jumlah);
	}
}

/* --- what the database knows --- */

static enum err basis(struct req *r, struct buf *b, struct op_basis *o)
{
	enum err e = operasi_basis(r->db, o);

	if (e != OK)
		return e;
	satu(b, "sifilma_database_uptime_seconds", "gauge",
	     "Since the start of the database.", o->nyala_detik);
	satu(b, "sifilma_database_connections", "gauge", "Connections now.",
	     o->sambungan);
	satu(b, "sifilma_database_connections_max", "gauge",
	     "Connections it takes.", o->maks);
	satu(b, "sifilma_database_statements_total", "counter",
	     "Statements since its start.", o->perintah);
	satu(b, "sifilma_database_size_bytes", "gauge", "Tables and indexes.",
	     o->byte);
	satu(b, "sifilma_database_read_only", "gauge",
	     "1: it takes no changes.", o->baca_saja);
	satu(b, "sifilma_database_binary_log", "gauge",
	     "1: the binary log is on.", o->log_biner);
	return OK;
}

static enum err antrean(struct req *r, struct buf *b)
{
	struct op_antrean a[OP_ANTREAN];
	struct op_rantai rantai;
	enum err e = operasi_antrean(r->db, a);

	if (e != OK)
		return e;
	kepala(b, "sifilma_queue_length", "gauge",
	       "What waits for a worker, by queue.");
	for (size_t i = 0; i < OP_ANTREAN; i++)
		seri(b, "sifilma_queue_length", "queue", a[i].kode,
		     a[i].jumlah);
	kepala(b, "sifilma_queue_oldest_seconds", "gauge",
	       "Age of what has waited longest, by queue.");
	for (size_t i = 0; i < OP_ANTREAN; i++)
		seri(b, "sifilma_queue_oldest_seconds", "queue", a[i].kode,
		     a[i].detik);
	e = operasi_rantai(r->db, &rantai);
	if (e == OK)
		satu(b, "sifilma_audit_chain_broken", "gauge",
		     "1: the last check of the audit log found a bad seal.",
		     rantai.rusak != 0);
	return e;
}

static enum err cadangan(struct req *r, struct buf *b)
{
	struct op_cadangan *c, baik;
	int64_t umur;
	size_t n;
	enum err e = operasi_cadangan(r->db, &c, &n, &baik, &umur);

	if (e != OK)
		return e;
	if (umur >= 0) {
		satu(b, "sifilma_backup_age_seconds", "gauge",
		     "Since the last good backup.", umur);
		satu(b, "sifilma_backup_size_bytes", "gauge",
		     "Size of the last good backup.", baik.byte);
		satu(b, "sifilma_backup_duration_seconds", "gauge",
		     "What the last good backup took.", baik.detik);
	}
	if (n > 0)
		satu(b, "sifilma_backup_failed", "gauge",
		     "1: the last backup failed.", !c[0].baik);
	return OK;
}

static enum err retensi(struct req *r, struct buf *b)
{
	struct retensi_angka a[RETENSI_JENIS + 1];
	enum err e = retensi_ringkas(r->db, a);

	if (e != OK)
		return e;
	kepala(b, "sifilma_personal_data_erased_total", "counter",
	       "Personal data erased because its time was over or its owner"
	       " asked, by kind.");
	for (size_t i = 0; i <= RETENSI_JENIS; i++)
		seri(b, "sifilma_personal_data_erased_total", "kind",
		     a[i].jenis, a[i].jumlah);
	return OK;
}

static enum err denyut(struct req *r, struct buf *b)
{
	struct op_denyut *d;
	size_t n;
	enum err e = operasi_denyut(r->db, status_pekerja(r), &d, &n);

	if (e != OK)
		return e;
	kepala(b, "sifilma_worker_up", "gauge",
	       "1: the worker's last round is no more than two minutes late.");
	for (size_t i = 0; i < n; i++)
		seri(b, "sifilma_worker_up", "worker", d[i].pekerja,
		     d[i].keadaan == BAIK);
	kepala(b, "sifilma_worker_silent_seconds", "gauge",
	       "Since the worker's last sign of life.");
	for (size_t i = 0; i < n; i++)
		if (d[i].detik >= 0)
			seri(b, "sifilma_worker_silent_seconds", "worker",
			     d[i].pekerja, d[i].detik);
	return OK;
}

static enum err info(struct req *r, struct buf *b)
{
	const char *nama;
	bool selesai;
	int64_t nomor;
	enum err e = operasi_migrasi(r->db, &nomor, &nama, &selesai);

	if (e != OK)
		return e;
	satu(b, "sifilma_migration_number", "gauge",
	     "Number of the last change of the schema.", nomor);
	satu(b, "sifilma_migration_half_done", "gauge",
	     "1: it was begun and not finished.", !selesai);
	return OK;
}

/* --- what this machine knows --- */

static void ruang(struct buf *b, const struct op_ruang *u, size_t n)
{
	kepala(b, "sifilma_disk_free_bytes", "gauge",
	       "Free for programs where files and database are.");
	for (size_t i = 0; i < n; i++)
		if (u[i].ada)
			seri(b, "sifilma_disk_free_bytes", "place", u[i].kode,
			     u[i].bebas);
	kepala(b, "sifilma_disk_size_bytes", "gauge",
	       "Size of the file system where files and database are.");
	for (size_t i = 0; i < n; i++)
		if (u[i].ada)
			seri(b, "sifilma_disk_size_bytes", "place", u[i].kode,
			     u[i].total);
}

static void sertifikat(struct req *r, struct buf *b)
{
	struct op_sertifikat *s;
	size_t n = sertifikat_semua(r->a, &s);

	kepala(b, "sifilma_certificate_expiry_timestamp_seconds", "gauge",
	       "When a certificate ends, seconds since 1970.");
	for (size_t i = 0; i < n; i++)
		if (s[i].sampai != NULL)
			buf_printf(b,
				   "sifilma_certificate_expiry_timestamp_"
				   "seconds{kind=\"%s\",number=\"%zu\","
				   "subject=\"%s\"} %" PRId64 "\n",
				   s[i].kode, i, label(r->a, s[i].nama),
				   clock_parse(s[i].sampai) / 1000);
}

/* GET /metrics */
enum err status_metrik(struct req *r)
{
	struct buf b = { .a = r->a };
	struct op_basis o = { 0 };
	struct op_ruang u[2];
	struct metrics *m;
	size_t n = metrics_read(r->a, &m);
	enum err e;

	status_tergesa(r);
	kepala(&b, "sifilma_info", "gauge", "Version of the suite.");
	seri(&b, "sifilma_info", "version",
	     config_get("versi", SIFILMA_VERSI), 1);
	permintaan(&b, m, n);
	lama(&b, m, n);
	e = basis(r, &b, &o);
	if (e == OK)
		e = antrean(r, &b);
	if (e == OK)
		e = cadangan(r, &b);
	if (e == OK)
		e = retensi(r, &b);
	if (e == OK)
		e = denyut(r, &b);
	if (e == OK)
		e = info(r, &b);
	satu(&b, "sifilma_database_up", "gauge",
	     "1: the database answered all that was asked for this page.",
	     e == OK);
	u[0] = operasi_ruang("simpanan", config_get("simpanan", NULL));
	u[1] = operasi_ruang("basis", o.folder);
	ruang(&b, u, COUNT(u));
	sertifikat(r, &b);
	req_send_bytes(r, "text/plain; version=0.0.4; charset=utf-8",
		       (struct blob){ (const unsigned char *)b.p, b.n }, NULL);
	return OK;
}
