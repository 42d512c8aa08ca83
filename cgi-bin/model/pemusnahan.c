/*
 * pemusnahan.c - see pemusnahan.h.
 */
#include "pemusnahan.h"

SQL(Q_DAFTAR,
    "SELECT m.kartu_id, p.id, p.tiket, m.seri_kartu, m.alasan, k.keterangan,"
    " m.masuk, l.nama FROM pemusnahan_kartu m"
    " JOIN kartu k ON k.id = m.kartu_id"
    " JOIN proses p ON p.permintaan_id = k.permintaan_id"
    " JOIN lembaga l ON l.id = p.lembaga_id"
    " WHERE m.dokumen_id IS NULL ORDER BY m.masuk, m.kartu_id LIMIT ?");
SQL(Q_JUMLAH, "SELECT COUNT(*) FROM pemusnahan_kartu WHERE dokumen_id IS NULL");

enum err pemusnahan_daftar(struct db *db, struct pemusnahan **out, size_t *n,
			   int64_t *total)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_JUMLAH);

	if (e != OK)
		return e;
	*total = db_int(r, 0);
	e = db_query(db, &r, &Q_DAFTAR, PEMUSNAHAN_MAKS);
	if (e != OK)
		return e;
	*n = db_count(r);
	*out = arena_array(db_arena(db), *n, sizeof(**out));
	for (size_t i = 0; db_next(r); i++)
		(*out)[i] = (struct pemusnahan){
			.kartu_id = db_int(r, 0),
			.proses_id = db_int(r, 1),
			.tiket = db_int(r, 2),
			.seri_kartu = db_text(r, 3),
			.alasan = db_text(r, 4),
			.keterangan = db_text(r, 5),
			.masuk = db_text(r, 6),
			.lembaga = db_text(r, 7),
		};
	return OK;
}
