/*
 * rekap-kartu.c - see rekap.h: cards done on each day against the capacity.
 */
#include "rekap.h"
#include "jadwal.h"
#include "lingkup.h"

/*
 * From the index kartu_dikerjakan alone where all may be seen; else with the
 * ticket of each, whose institution and producer are in its row.
 */
#define HARI                                                                   \
	"SELECT TO_DAYS(k.dikerjakan + INTERVAL ? HOUR) AS h,"                 \
	" COUNT(k.sam_id), COUNT(*) FROM kartu k"                              \
	" FORCE INDEX (kartu_dikerjakan)"
#define KAPAN " k.dikerjakan >= ? AND k.dikerjakan < ? GROUP BY h"
SQL(Q_SEMUA, HARI " WHERE" KAPAN);
SQL(Q_MILIK, HARI " STRAIGHT_JOIN proses q ON q.permintaan_id ="
		  " k.permintaan_id WHERE (? = 0 OR q.lembaga_id = ?)"
		  " AND (? = 0 OR q.produsen_id = ?) AND" KAPAN);
SQL(Q_BIASA, "SELECT CAST(nilai AS SIGNED) FROM pengaturan"
	     " WHERE nama = 'kapasitas_harian'");
SQL(Q_KHUSUS, "SELECT TO_DAYS(tanggal), jumlah FROM kapasitas"
	      " WHERE tanggal BETWEEN ? AND ?");

enum { SELESAI, GAGAL, KAPASITAS };

static const struct rekap_kolom kolom[] = { { "selesai", RUPA_ANGKA },
					    { "gagal", RUPA_ANGKA },
					    { "kapasitas", RUPA_ANGKA },
					    { NULL, RUPA_ANGKA } };

/* The capacity of each day, added to its row. */
static enum err kapasitas(struct db *db, const struct rekap_saring *s,
			  struct rekap *out)
{
	size_t n = (size_t)(s->sampai - s->dari) + 1;
	int32_t *khusus = arena_array(db_arena(db), n, sizeof(*khusus));
	char dari[HARI_TEKS], sampai[HARI_TEKS];
	struct libur libur;
	int64_t biasa = KAPASITAS_BAWAAN;
	struct rows *r;
	enum err e = jadwal_libur(db, &libur);

	if (e == OK)
		e = db_query(db, &r, &Q_BIASA);
	if (e == OK && db_next(r))
		biasa = db_int(r, 0);
	hari_tulis(s->dari, dari);
	hari_tulis(s->sampai, sampai);
	if (e == OK)
		e = db_query(db, &r, &Q_KHUSUS, dari, sampai);
	if (e != OK)
		return e;
	for (size_t i = 0; i < n; i++)
		khusus[i] = RENCANA_BIASA;
	while (db_next(r))
		khusus[db_int(r, 0) - REKAP_HARI_NOL - s->dari] =
		    (int32_t)db_int(r, 1);
	for (size_t i = 0; i < n; i++) {
		hari_t h = s->dari + (hari_t)i;

		if (hari_kerja(&libur, h))
			rekap_hari(out, s->dari, h)->n[KAPASITAS] +=
			    khusus[i] == RENCANA_BIASA ? biasa : khusus[i];
	}
	return OK;
}

/* Days on which nothing could be done and nothing was. */
static void buang_libur(struct rekap *out)
{
	size_t n = 0;

	for (size_t i = 0; i < out->n; i++) {
		const int64_t *v = out->baris[i].n;

		if (v[SELESAI] != 0 || v[GAGAL] != 0 || v[KAPASITAS] != 0)
			out->baris[n++] = out->baris[i];
	}
	out->n = n;
}

enum err rekap_kartu(struct db *db, const struct pelaku *p,
		     const struct rekap_saring *s, struct rekap *out)
{
	struct rekap_rentang t = rekap_rentang(s->dari, s->sampai);
	struct lingkup l = lingkup_dari(p);
	int64_t lembaga = l.lembaga != 0 ? l.lembaga : s->lembaga;
	int64_t produsen = l.produsen != 0 ? l.produsen : s->produsen;
	struct rows *r;
	enum err e;

	rekap_mulai(out, s->per, kolom);
	out->utama = SELESAI;
	out->banding = KAPASITAS;
	if (l.lembaga == 0 && l.produsen == 0 && !l.semua)
		return OK;
	rekap_waktu(db_arena(db), out, s->dari, s->sampai);
	e = lembaga == 0 && produsen == 0 ?
		db_query(db, &r, &Q_SEMUA, t.zona, t.awal, t.akhir) :
		db_query(db, &r, &Q_MILIK, t.zona, lembaga, lembaga, produsen,
			 produsen, t.awal, t.akhir);
	while (e == OK && db_next(r)) {
		struct rekap_baris *b = rekap_hari(
		    out, s->dari, (hari_t)(db_int(r, 0) - REKAP_HARI_NOL));

		if (b == NULL)
			continue;
		b->n[SELESAI] += db_int(r, 1);
		b->n[GAGAL] += db_int(r, 2) - db_int(r, 1);
	}
	if (e == OK)
		e = kapasitas(db, s, out);
	if (e != OK)
		return e;
	if (s->per == PER_HARI)
		buang_libur(out);
	rekap_jumlahkan(out);
	return OK;
}
