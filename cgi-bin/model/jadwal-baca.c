/*
 * jadwal-baca.c - the plan as the calendar shows it (jadwal.h, P-09).
 *
 * The load of a day is what was done on it, or for today and later what is
 * planned; of today's tickets the greater of the two, because the plan of
 * today includes what had been done when it was made.
 */
#include "jadwal.h"
#include "../lib/clock.h"
#include "hari-ini.h"
#include "lingkup.h"

#define HARI_MAKS 62

/* One row a day and ticket, planned and done side by side; parameters: first
   day, last day (plan), zone in hours, first and last moment (cards). */
#define BEBAN                                                                  \
	"(SELECT tanggal, proses_id, SUM(rencana) AS rencana,"                 \
	" SUM(selesai) AS selesai FROM ("                                      \
	"SELECT tanggal, proses_id, jumlah AS rencana, 0 AS selesai"           \
	" FROM jadwal WHERE tanggal BETWEEN ? AND ?"                           \
	" UNION ALL SELECT DATE(k.dikerjakan + INTERVAL ? HOUR) AS hari,"      \
	" q.id, 0,"                                                            \
	" COUNT(*) FROM kartu k JOIN proses q"                                 \
	" ON q.permintaan_id = k.permintaan_id"                                \
	" WHERE k.dikerjakan >= ? AND k.dikerjakan < ?"                        \
	" AND k.sam_id IS NOT NULL"                                            \
	" GROUP BY hari, q.id) semua"                                          \
	" GROUP BY tanggal, proses_id) b"

SQL(Q_BEBAN, "SELECT tanggal, CAST(SUM(GREATEST(rencana, selesai)) AS SIGNED),"
	     " CAST(SUM(selesai) AS SIGNED) FROM " BEBAN " GROUP BY tanggal"
	     " ORDER BY tanggal");
SQL(Q_TIKET, "SELECT b.tanggal, p.id, p.tiket, m.judul, l.nama, p.status,"
	     " CAST(GREATEST(b.rencana, b.selesai) AS SIGNED),"
	     " CAST(b.selesai AS SIGNED) FROM " BEBAN
	     " JOIN proses p ON p.id = b.proses_id"
	     " JOIN permintaan m ON m.id = p.permintaan_id"
	     " JOIN lembaga l ON l.id = p.lembaga_id WHERE " LINGKUP_SQL
	     " ORDER BY b.tanggal, p.tiket");
SQL(Q_BIASA, "SELECT CAST(nilai AS SIGNED) FROM pengaturan"
	     " WHERE nama = 'kapasitas_harian'");
SQL(Q_LIBUR, "SELECT tanggal, nama, jenis FROM libur"
	     " WHERE tanggal BETWEEN ? AND ?");
SQL(Q_KHUSUS, "SELECT tanggal, jumlah, alasan FROM kapasitas"
	      " WHERE tanggal BETWEEN ? AND ?");

/* The range in the forms the statements want. */
struct rentang {
	hari_t dari, sampai;
	char tanggal_dari[HARI_TEKS];
	char tanggal_sampai[HARI_TEKS];
	char rencana_dari[HARI_TEKS]; /* not before today */
	char utc_dari[WAKTU_TEKS];
	char utc_sampai[WAKTU_TEKS];
	int zona;
};

static hari_t hari_sel(const struct rows *r)
{
	hari_t h = HARI_TAK_ADA;

	hari_baca(db_text(r, 0), &h);
	return h;
}

/* The day a row is about; NULL when it lies outside. */
static struct jadwal_hari *hari_baris(struct jadwal_kisi *k,
				      const struct rentang *t,
				      const struct rows *r)
{
	hari_t h = hari_sel(r);

	return h < t->dari || h > t->sampai ? NULL : &k->hari[h - t->dari];
}

static enum err baca_libur(struct db *db, const struct rentang *t,
			   struct jadwal_kisi *k)
{
	struct rows *r;
	enum err e =
	    db_query(db, &r, &Q_LIBUR, t->tanggal_dari, t->tanggal_sampai);

	for (size_t i = 0; i < k->n_hari; i++) {
		k->hari[i].hari = t->dari + (hari_t)i;
		k->hari[i].kerja = hari_ke_pekan(k->hari[i].hari) <= 5;
	}
	while (e == OK && db_next(r)) {
		struct jadwal_hari *h = hari_baris(k, t, r);

		if (h == NULL)
			continue;
		h->kerja = false;
		h->libur = db_text(r, 1);
		h->jenis = db_text(r, 2);
	}
	return e;
}

static enum err baca_kapasitas(struct db *db, const struct rentang *t,
			       struct jadwal_kisi *k)
{
	int32_t biasa = KAPASITAS_BAWAAN;
	struct rows *r;
	enum err e = db_query(db, &r, &Q_BIASA);

	if (e == OK && db_next(r))
		biasa = (int32_t)db_int(r, 0);
	for (size_t i = 0; i < k->n_hari; i++)
		k->hari[i].kapasitas = k->hari[i].kerja ? biasa : 0;
	if (e == OK)
		e = db_query(db, &r, &Q_KHUSUS, t->tanggal_dari,
			     t->tanggal_sampai);
	while (e == OK && db_next(r)) {
		struct jadwal_hari *h = hari_baris(k, t, r);

		if (h == NULL)
			continue;
		h->khusus = true;
		h->alasan = db_text(r, 2);
		if (h->kerja)
			h->kapasitas = (int32_t)db_int(r, 1);
	}
	return e;
}

static enum err baca_beban(struct db *db, const struct rentang *t,
			   struct jadwal_kisi *k)
{
	struct rows *r;
	enum err e =
	    db_query(db, &r, &Q_BEBAN, t->rencana_dari, t->tanggal_sampai,
		     t->zona, t->utc_dari, t->utc_sampai);

	while (e == OK && db_next(r)) {
		struct jadwal_hari *h = hari_baris(k, t, r);

		if (h == NULL)
			continue;
		h->muatan = (int32_t)db_int(r, 1);
		h->selesai = (int32_t)db_int(r, 2);
	}
	return e;
}

static enum err baca_tiket(struct db *db, const struct pelaku *p,
			   const struct rentang *t, struct jadwal_kisi *k)
{
	struct lingkup l = lingkup_dari(p);
	struct rows *r;
	enum err e =
	    db_query(db, &r, &Q_TIKET, t->rencana_dari, t->tanggal_sampai,
		     t->zona, t->utc_dari, t->utc_sampai, LINGKUP(l));

	if (e != OK)
		return e;
	k->n_tiket = db_count(r);
	k->tiket = arena_array(db_arena(db), k->n_tiket, sizeof(*k->tiket));
	for (size_t i = 0; db_next(r); i++)
		k->tiket[i] = (struct jadwal_tiket){
			.hari = hari_sel(r),
			.proses_id = db_int(r, 1),
			.tiket = db_int(r, 2),
			.judul = db_text(r, 3),
			.lembaga = db_text(r, 4),
			.status = db_text(r, 5),
			.jumlah = (int32_t)db_int(r, 6),
			.selesai = (int32_t)db_int(r, 7),
		};
	return OK;
}

enum err jadwal_baca(struct db *db, const struct pelaku *p, hari_t dari,
		     hari_t sampai, struct jadwal_kisi *out)
{
	struct rentang t = { .dari = dari,
			     .sampai = sampai,
			     .zona = clock_zone_hours() };
	hari_t kini = hari_ini();
	enum err e;

	if (!hari_sah(dari) || !hari_sah(sampai) || sampai < dari ||
	    sampai - dari >= HARI_MAKS)
		return ERR_INPUT;
	hari_tulis(dari, t.tanggal_dari);
	hari_tulis(sampai, t.tanggal_sampai);
	hari_tulis(dari < kini ? kini : dari, t.rencana_dari);
	hari_awal_utc(dari, (enum zona)t.zona, t.utc_dari);
	hari_awal_utc(sampai + 1, (enum zona)t.zona, t.utc_sampai);
	*out = (struct jadwal_kisi){ .n_hari = (size_t)(sampai - dari) + 1 };
	out->hari = arena_array(db_arena(db), out->n_hari, sizeof(*out->hari));
	e = baca_libur(db, &t, out);
	if (e == OK)
		e = baca_kapasitas(db, &t, out);
	if (e == OK)
		e = baca_beban(db, &t, out);
	if (e == OK)
		e = baca_tiket(db, p, &t, out);
	return e;
}
