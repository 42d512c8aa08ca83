/*
 * jadwal.c - see jadwal.h: making and changing the plan.  Reading it for the
 * calendar is jadwal-baca.c, the rules are rencana.c.
 */
#include "jadwal.h"
#include "../lib/clock.h"
#include "../lib/form.h"
#include "../lib/log.h"
#include "../lib/text.h"
#include "catat.h"
#include "deret.h"
#include "hari-ini.h"
#include "proses.h"

#include <string.h>

SQL(Q_BIASA, "SELECT CAST(nilai AS SIGNED) FROM pengaturan"
	     " WHERE nama = 'kapasitas_harian'");
SQL(Q_LIBUR, "SELECT tanggal FROM libur ORDER BY tanggal");
SQL(Q_KHUSUS, "SELECT tanggal, jumlah FROM kapasitas WHERE tanggal >= ?"
	      " ORDER BY tanggal");
SQL(Q_HARI_INI,
    "SELECT p.id, p.status IN ('antri', 'produksi'), COUNT(*)"
    " FROM kartu k JOIN proses p ON p.permintaan_id = k.permintaan_id"
    " WHERE k.dikerjakan >= ? AND k.dikerjakan < ? AND k.sam_id IS NOT NULL"
    " GROUP BY p.id, p.status");
SQL(Q_ANTREAN,
    "SELECT p.id, p.tiket, p.disposisi, p.jumlah, p.selesai_kartu, p.mulai,"
    " p.paling_awal, p.estimasi_mulai, p.estimasi_selesai, p.lembaga_id,"
    " p.produsen_id, m.judul"
    " FROM proses p JOIN permintaan m ON m.id = p.permintaan_id"
    " WHERE p.status IN ('antri', 'produksi') ORDER BY p.disposisi, p.tiket");
SQL(Q_KUNCI, "INSERT INTO deret (nama, tahun, terakhir)"
	     " VALUES ('jadwal', 0, 0)"
	     " ON DUPLICATE KEY UPDATE terakhir = terakhir");
SQL(Q_HAPUS, "DELETE FROM jadwal");
SQL(Q_ISI,
    "INSERT INTO jadwal (tanggal, proses_id, jumlah)"
    " SELECT t, p, n FROM JSON_TABLE(?, '$[*]' COLUMNS (t DATE PATH '$[0]',"
    " p BIGINT PATH '$[1]', n INT PATH '$[2]')) baru");
SQL(Q_TAKSIR,
    "UPDATE proses p JOIN JSON_TABLE(?, '$[*]' COLUMNS ("
    " id BIGINT PATH '$[0]', m DATE PATH '$[1]', s DATE PATH '$[2]')) baru"
    " ON baru.id = p.id"
    " SET p.estimasi_mulai = baru.m, p.estimasi_selesai = baru.s");
SQL(Q_USANG, "SELECT EXISTS (SELECT 1 FROM jadwal WHERE tanggal < ?)");
SQL(Q_ATUR,
    "INSERT INTO kapasitas (tanggal, jumlah, alasan, akun_id, dicatat)"
    " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE jumlah = VALUES (jumlah),"
    " alasan = VALUES (alasan), akun_id = VALUES (akun_id),"
    " dicatat = VALUES (dicatat)");
SQL(Q_BIASAKAN, "DELETE FROM kapasitas WHERE tanggal = ?");
SQL(Q_PINDAH, "UPDATE proses SET paling_awal = ?, alasan_pindah = ?"
	      " WHERE id = ? AND status = 'antri'");
SQL(Q_ADA, "SELECT permintaan_id FROM proses WHERE id = ?");

/* A ticket in the queue, beside what the plan needs of it. */
struct tiket {
	int64_t lembaga;
	int64_t produsen;
	const char *judul;
	const char *lama_mulai; /* estimate so far; NULL: none yet */
	const char *lama_selesai;
	int32_t hari_ini; /* cards done today */
};

/* All that a plan is made of. */
struct bahan {
	hari_t kini;
	struct rencana_aturan aturan;
	struct antrean *antrean;
	struct tiket *tiket; /* same order */
	size_t n;
};

static hari_t hari_sel(const struct rows *r, unsigned kolom)
{
	hari_t h = HARI_TAK_ADA;

	hari_baca(db_text(r, kolom), &h);
	return h;
}

enum err jadwal_libur(struct db *db, struct libur *out)
{
	struct rows *r;
	hari_t *hari;
	size_t n = 0;
	enum err e = db_query(db, &r, &Q_LIBUR);

	if (e != OK)
		return e;
	hari = arena_array(db_arena(db), db_count(r), sizeof(*hari));
	while (db_next(r))
		hari[n++] = hari_sel(r, 0);
	*out = (struct libur){ .hari = hari, .n = n };
	return OK;
}

/* Capacities set by an admin, and what today has used up already. */
static enum err baca_khusus(struct db *db, struct bahan *b, int32_t terpakai)
{
	char kini[HARI_TEKS];
	struct hari_khusus *k;
	struct rows *r;
	size_t n = 0;
	enum err e;

	hari_tulis(b->kini, kini);
	e = db_query(db, &r, &Q_KHUSUS, kini);
	if (e != OK)
		return e;
	k = arena_array(db_arena(db), db_count(r) + 1, sizeof(*k));
	k[n++] = (struct hari_khusus){ b->kini, RENCANA_BIASA, terpakai };
	while (db_next(r)) {
		hari_t h = hari_sel(r, 0);

		if (h == b->kini)
			k[0].kapasitas = (int32_t)db_int(r, 1);
		else
			k[n++] =
			    (struct hari_khusus){ h, (int32_t)db_int(r, 1), 0 };
	}
	b->aturan.khusus = k;
	b->aturan.n_khusus = n;
	return OK;
}

static enum err baca_aturan(struct db *db, struct bahan *b)
{
	struct libur *libur = arena_alloc(db_arena(db), sizeof(*libur));
	struct rows *r;
	enum err e = db_query(db, &r, &Q_BIASA);

	if (e != OK)
		return e;
	b->aturan.kapasitas =
	    db_next(r) ? (int32_t)db_int(r, 0) : KAPASITAS_BAWAAN;
	e = jadwal_libur(db, libur);
	b->aturan.libur = libur;
	return e;
}

static enum err baca_antrean(struct db *db, struct bahan *b)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_ANTREAN);

	if (e != OK)
		return e;
	b->n = db_count(r);
	b->antrean = arena_array(a, b->n, sizeof(*b->antrean));
	b->tiket = arena_array(a, b->n, sizeof(*b->tiket));
	for (size_t i = 0; db_next(r); i++) {
		struct antrean *q = &b->antrean[i];

		*q = (struct antrean){
			.id = db_int(r, 0),
			.tiket = (uint32_t)db_int(r, 1),
			.disposisi = hari_sel(r, 2),
			.jumlah = (int32_t)db_int(r, 3),
			.sudah = (int32_t)db_int(r, 4),
			.dimulai = HARI_TAK_ADA,
			.paling_awal = hari_sel(r, 6),
		};
		if (!db_null(r, 5))
			hari_lokal(db_text(r, 5), (enum zona)clock_zone_hours(),
				   &q->dimulai);
		b->tiket[i] = (struct tiket){
			.lama_mulai = db_text(r, 7),
			.lama_selesai = db_text(r, 8),
			.lembaga = db_int(r, 9),
			.produsen = db_int(r, 10),
			.judul = db_text(r, 11),
		};
	}
	return OK;
}

/* Cards done today: *semua of all tickets, and those of each in the queue. */
static enum err baca_hari_ini(struct db *db, struct bahan *b, int32_t *semua)
{
	enum zona zona = (enum zona)clock_zone_hours();
	char dari[WAKTU_TEKS], sampai[WAKTU_TEKS];
	struct rows *r;
	enum err e;

	hari_awal_utc(b->kini, zona, dari);
	hari_awal_utc(b->kini + 1, zona, sampai);
	e = db_query(db, &r, &Q_HARI_INI, dari, sampai);
	*semua = 0;
	while (e == OK && db_next(r)) {
		*semua += (int32_t)db_int(r, 2);
		for (size_t i = 0; db_int(r, 1) != 0 && i < b->n; i++)
			if (b->antrean[i].id == db_int(r, 0))
				b->tiket[i].hari_ini = (int32_t)db_int(r, 2);
	}
	return e;
}

static enum err baca_bahan(struct db *db, struct bahan *b)
{
	int32_t terpakai = 0;
	enum err e;

	b->kini = hari_ini();
	e = baca_aturan(db, b);
	if (e == OK)
		e = baca_antrean(db, b);
	if (e == OK)
		e = baca_hari_ini(db, b, &terpakai);
	if (e == OK)
		e = baca_khusus(db, b, terpakai);
	return e;
}

static void tambah_jatah(struct buf *json, hari_t h, int64_t id, int32_t n)
{
	char tanggal[HARI_TEKS];

	hari_tulis(h, tanggal);
	buf_printf(json, "%s[\"%s\",%lld,%d]", json->n > 1 ? "," : "", tanggal,
		   (long long)id, n);
}

/* The plan into `jadwal`, with what today has seen done already. */
static enum err simpan_jatah(struct db *db, struct bahan *b,
			     const struct rencana *r)
{
	struct buf json = { .a = db_arena(db) };
	enum err e = db_exec(db, &Q_HAPUS);

	buf_char(&json, '[');
	for (size_t i = 0; i < r->n_jatah; i++) {
		const struct jatah *j = &r->jatah[i];
		int32_t n = j->jumlah;

		for (size_t k = 0; j->hari == b->kini && k < b->n; k++) {
			if (b->antrean[k].id == j->id) {
				n += b->tiket[k].hari_ini;
				b->tiket[k].hari_ini = 0;
			}
		}
		tambah_jatah(&json, j->hari, j->id, n);
	}
	for (size_t k = 0; k < b->n; k++)
		if (b->tiket[k].hari_ini > 0)
			tambah_jatah(&json, b->kini, b->antrean[k].id,
				     b->tiket[k].hari_ini);
	buf_char(&json, ']');
	if (e == OK && json.n > 2)
		e = db_exec(db, &Q_ISI, json.p);
	return e;
}

/* Title without the line ends that would begin another value. */
static void tulis_pesan(struct buf *d, const struct antrean *q,
			const struct tiket *t, const char *mulai,
			const char *selesai)
{
	char kode[TIKET_TEKS];

	tiket_tulis(q->tiket, kode);
	buf_printf(d,
		   "tiket=%s\njudul=%s\nlama_mulai=%s\nlama_selesai=%s\n"
		   "mulai=%s\nselesai=%s",
		   kode, text_fold(d->a, t->judul), t->lama_mulai,
		   t->lama_selesai, mulai, selesai);
}

static bool sama(const char *x, const char *y)
{
	return x != NULL && strcmp(x, y) == 0;
}

/*
 * Estimates that differ from the stored ones into *json; and a message to
 * those who knew another one.  That work has begun earlier or later than
 * planned is no news as long as its end stays.
 */
static enum err banding_taksiran(struct db *db, struct bahan *b,
				 const struct rencana *r, struct buf *json,
				 int64_t *pindah)
{
	enum err e = OK;

	for (size_t i = 0; e == OK && i < b->n; i++) {
		const struct antrean *q = &b->antrean[i];
		const struct tiket *t = &b->tiket[i];
		struct buf pesan = { .a = json->a };
		char mulai[HARI_TEKS], selesai[HARI_TEKS];
		bool begun = q->dimulai != HARI_TAK_ADA;

		if (r->taksiran[i].selesai == HARI_TAK_ADA)
			continue;
		hari_tulis(r->taksiran[i].mulai, mulai);
		hari_tulis(r->taksiran[i].selesai, selesai);
		if (sama(t->lama_mulai, mulai) &&
		    sama(t->lama_selesai, selesai))
			continue;
		buf_printf(json, "%s[%lld,\"%s\",\"%s\"]",
			   json->n > 1 ? "," : "", (long long)q->id, mulai,
			   selesai);
		if (t->lama_selesai == NULL ||
		    (begun && sama(t->lama_selesai, selesai)))
			continue;
		(*pindah)++;
		tulis_pesan(&pesan, q, t, mulai, selesai);
		e = pesan_ke_lembaga(db, t->lembaga, "estimasi-berubah",
				     pesan.p);
		if (e == OK)
			e = pesan_ke_lembaga(db, t->produsen,
					     "estimasi-berubah", pesan.p);
	}
	return e;
}

static enum err susun(struct db *db, void *ctx)
{
	struct buf json = { .a = db_arena(db) };
	struct bahan b = { 0 };
	struct rencana r;
	int64_t ke, pindah = 0;
	/*
	 * The lock is a write: a transaction that read before another plan was
	 * committed fails here and is run again on what that one left.
	 */
	enum err e = deret_berikut(db, "jadwal", 0, &ke);

	if (e == OK)
		e = baca_bahan(db, &b);
	if (e != OK)
		return e;
	e = rencana_susun(json.a, &b.aturan, b.antrean, b.n, b.kini, &r);
	if (e == ERR_INPUT) {
		log_error("jadwal: the queue or the settings cannot be right");
		return ERR_INTERNAL;
	}
	if (e == OK)
		e = simpan_jatah(db, &b, &r);
	buf_char(&json, '[');
	if (e == OK)
		e = banding_taksiran(db, &b, &r, &json, &pindah);
	buf_char(&json, ']');
	if (e == OK && json.n > 2)
		e = db_exec(db, &Q_TAKSIR, json.p);
	if (e == OK && ctx != NULL)
		*(int64_t *)ctx = pindah;
	return e;
}

enum err jadwal_kunci(struct db *db)
{
	return db_exec(db, &Q_KUNCI);
}

enum err jadwal_susun(struct db *db, int64_t *pindah)
{
	return db_transaction(db, susun, pindah);
}

enum err jadwal_usang(struct db *db, bool *usang)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_USANG, clock_today(db_arena(db)));

	if (e == OK)
		*usang = db_int(r, 0) != 0;
	return e;
}

/* ---- changes by an admin ---- */

struct perubahan {
	const struct pelaku *p;
	int64_t proses_id;
	hari_t hari;
	int32_t kapasitas;
	const char *alasan;
	int64_t *pindah;
};

static enum err atur_hari(struct db *db, void *ctx)
{
	struct perubahan *u = ctx;
	struct arena *a = db_arena(db);
	struct tanggal t = hari_pecah(u->hari);
	char tanggal[HARI_TEKS];
	struct buf rincian = { .a = a };
	enum err e;

	hari_tulis(u->hari, tanggal);
	if (u->kapasitas == RENCANA_BIASA)
		e = db_exec(db, &Q_BIASAKAN, tanggal);
	else
		e = db_exec(db, &Q_ATUR, tanggal, u->kapasitas, u->alasan,
			    u->p->akun, clock_now(a, 0));
	buf_printf(&rincian, "%s > %d; %s", tanggal, u->kapasitas,
		   u->alasan == NULL ? "" : u->alasan);
	if (e == OK)
		e = audit_catat(db, u->p, "kapasitas-diubah", "kapasitas",
				t.tahun * 10000 + t.bulan * 100 + t.tgl,
				rincian.p);
	return e == OK ? jadwal_susun(db, u->pindah) : e;
}

enum err jadwal_atur_hari(struct db *db, const struct pelaku *p, hari_t hari,
			  int32_t kapasitas, const char *alasan,
			  int64_t *pindah)
{
	struct perubahan u = { .p = p,
			       .hari = hari,
			       .kapasitas = kapasitas,
			       .alasan = alasan,
			       .pindah = pindah };
	struct libur libur;
	enum err e;

	if (!hari_sah(hari) || hari < hari_ini() ||
	    kapasitas < RENCANA_BIASA || kapasitas > KAPASITAS_MAKS)
		return ERR_INPUT;
	e = jadwal_libur(db, &libur);
	if (e == OK && kapasitas != RENCANA_BIASA && !hari_kerja(&libur, hari))
		return ERR_INPUT;
	return e == OK ? db_transaction(db, atur_hari, &u) : e;
}

static enum err pindahkan(struct db *db, void *ctx)
{
	struct perubahan *u = ctx;
	struct arena *a = db_arena(db);
	bool maju = u->hari == HARI_TAK_ADA;
	char tanggal[HARI_TEKS];
	bool berhasil;
	struct rows *r;
	enum err e;

	hari_tulis(u->hari, tanggal);
	e = db_exec(db, &Q_PINDAH, maju ? NULL : tanggal,
		    maju ? NULL : u->alasan, u->proses_id);
	if (e != OK)
		return e;
	berhasil = db_affected(db) > 0;
	e = db_one(db, &r, &Q_ADA, u->proses_id);
	if (e == OK && !berhasil)
		return ERR_CONFLICT;
	if (e == OK)
		e = riwayat_catat(
		    db, u->p, db_int(r, 0),
		    maju ? "pindah-dibatalkan" : "dipindahkan", NULL, NULL,
		    maju ? u->alasan :
			   arena_printf(a, "%s %s", tanggal, u->alasan));
	return e == OK ? jadwal_susun(db, u->pindah) : e;
}

enum err jadwal_pindahkan(struct db *db, const struct pelaku *p,
			  int64_t proses_id, hari_t paling_awal,
			  const char *alasan, int64_t *pindah)
{
	struct perubahan u = { .p = p,
			       .proses_id = proses_id,
			       .hari = paling_awal,
			       .alasan = alasan,
			       .pindah = pindah };

	if (paling_awal != HARI_TAK_ADA &&
	    (!hari_sah(paling_awal) || paling_awal < hari_ini()))
		return ERR_INPUT;
	return db_transaction(db, pindahkan, &u);
}
