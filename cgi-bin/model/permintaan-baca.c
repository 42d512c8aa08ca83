/*
 * permintaan-baca.c - one request as it is: its parts, its timeline, and what
 * may be done to it (permintaan.h).
 */
#include "permintaan.h"

#include <string.h>

const char *const permintaan_status[] = {
	"baru",	     "diajukan",     "ditarik",	 "ditolak", "disetujui",
	"terdaftar", "dikembalikan", "diterima", NULL,
};

static const struct {
	const char *aksi;
	unsigned siapa;
	const char *dari[3];
} aturan[] = {
	{ "ubah", ROLE_PEMINTA, { "baru" } },
	{ "hapus", ROLE_PEMINTA, { "baru" } },
	{ "tarik", ROLE_PEMINTA, { "diajukan" } },
	{ "setujui", ROLE_PRODUSEN, { "diajukan", "dikembalikan" } },
	{ "tolak", ROLE_PRODUSEN, { "diajukan", "dikembalikan" } },
	{ "daftarkan", ROLE_ADMIN, { "disetujui" } },
	{ "disposisi", ROLE_ADMIN, { "terdaftar" } },
	{ "terima", ROLE_ADMIN, { "terdaftar" } },
	{ "kembalikan", ROLE_ADMIN, { "disetujui", "terdaftar" } },
};

const char *const permintaan_aksi[] = {
	"ubah",	     "hapus",	  "tarik",  "setujui",	  "tolak",
	"daftarkan", "disposisi", "terima", "kembalikan", NULL,
};

bool permintaan_boleh(const struct pelaku *p, const char *status,
		      const char *aksi)
{
	for (size_t i = 0; i < COUNT(aturan); i++) {
		if (strcmp(aturan[i].aksi, aksi) != 0 ||
		    !(aturan[i].siapa & p->role))
			continue;
		for (size_t j = 0; j < COUNT(aturan[i].dari); j++)
			if (aturan[i].dari[j] != NULL &&
			    strcmp(aturan[i].dari[j], status) == 0)
				return true;
	}
	return false;
}

/* --- reading --- */

#define AMBIL                                                                  \
	"SELECT p.id, p.lembaga_id, p.produsen_id, l.nama, d.nama, p.nomor,"   \
	" p.judul, p.jumlah, p.fungsi, p.catatan, p.status, p.alasan, a.nama," \
	" p.dibuat, p.diajukan, p.diputus, p.selesai, p.agenda_nomor,"         \
	" p.agenda_tanggal, p.versi, s.id, s.nama, s.ukuran, k.id, k.nama,"    \
	" k.ukuran, t.id, t.tiket,"                                            \
	" (SELECT COUNT(*) FROM kartu WHERE permintaan_id = p.id"              \
	"  AND pengganti_id IS NULL)"                                          \
	" FROM permintaan p JOIN lembaga l ON l.id = p.lembaga_id"             \
	" JOIN lembaga d ON d.id = p.produsen_id"                              \
	" JOIN akun a ON a.id = p.pembuat_id"                                  \
	" LEFT JOIN berkas s ON s.id = p.berkas_id"                            \
	" LEFT JOIN berkas k ON k.id = p.pks_berkas_id"                        \
	" LEFT JOIN proses t ON t.permintaan_id = p.id WHERE p.id = ?"

SQL(Q_AMBIL_PEMINTA, AMBIL " AND p.lembaga_id = ?");
SQL(Q_AMBIL_PRODUSEN, AMBIL " AND p.produsen_id = ? AND p.terkirim = 1");
SQL(Q_AMBIL_DITJEN, AMBIL " AND p.terkirim = 1");
SQL(Q_PESANAN, "SELECT p.dari, p.kepada, p.nomor, p.tanggal, p.jumlah, b.id,"
	       " b.nama, b.ukuran FROM pesanan p"
	       " JOIN berkas b ON b.id = p.berkas_id"
	       " WHERE p.permintaan_id = ? ORDER BY p.urut");
SQL(Q_DISPOSISI, "SELECT jabatan, tanggal, catatan FROM disposisi"
		 " WHERE permintaan_id = ?");
SQL(Q_RIWAYAT, "SELECT r.waktu, a.nama, l.nama, r.kode, r.dari, r.ke,"
	       " r.catatan FROM permintaan_riwayat r"
	       " LEFT JOIN akun a ON a.id = r.akun_id"
	       " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
	       " WHERE r.permintaan_id = ? ORDER BY r.id DESC");

static struct lampiran lampiran(struct rows *r, unsigned kolom)
{
	return (struct lampiran){ db_int(r, kolom), db_text(r, kolom + 1),
				  db_int(r, kolom + 2) };
}

enum err permintaan_ambil(struct db *db, const struct pelaku *p, int64_t id,
			  struct permintaan *out)
{
	struct rows *r;
	enum err e;

	if (p->role & ROLE_PEMINTA)
		e = db_one(db, &r, &Q_AMBIL_PEMINTA, id, p->lembaga);
	else if (p->role == ROLE_PRODUSEN)
		e = db_one(db, &r, &Q_AMBIL_PRODUSEN, id, p->lembaga);
	else if (p->role & ROLE_DITJEN)
		e = db_one(db, &r, &Q_AMBIL_DITJEN, id);
	else
		e = ERR_NOT_FOUND;
	if (e != OK)
		return e;
	*out = (struct permintaan){
		.id = db_int(r, 0),
		.lembaga_id = db_int(r, 1),
		.produsen_id = db_int(r, 2),
		.lembaga = db_text(r, 3),
		.produsen = db_text(r, 4),
		.nomor = db_text(r, 5),
		.judul = db_text(r, 6),
		.jumlah = db_int(r, 7),
		.fungsi = db_text(r, 8),
		.catatan = db_text(r, 9),
		.status = db_text(r, 10),
		.alasan = db_text(r, 11),
		.pembuat = db_text(r, 12),
		.dibuat = db_text(r, 13),
		.diajukan = db_text(r, 14),
		.diputus = db_text(r, 15),
		.selesai = db_text(r, 16),
		.agenda_nomor = db_text(r, 17),
		.agenda_tanggal = db_text(r, 18),
		.versi = db_int(r, 19),
		.surat = lampiran(r, 20),
		.pks = lampiran(r, 23),
		.proses_id = db_int(r, 26),
		.tiket = db_int(r, 27),
		.kartu = db_int(r, 28),
	};
	return OK;
}

enum err permintaan_pesanan(struct db *db, const struct permintaan *k,
			    struct pesanan out[PESANAN_MAKS], size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_PESANAN, k->id);

	*n = 0;
	while (e == OK && *n < PESANAN_MAKS && db_next(r))
		out[(*n)++] = (struct pesanan){
			.dari = db_text(r, 0),
			.kepada = db_text(r, 1),
			.nomor = db_text(r, 2),
			.tanggal = db_text(r, 3),
			.jumlah = db_int(r, 4),
			.berkas = lampiran(r, 5),
		};
	return e;
}

const char *const disposisi_jabatan[DISPOSISI_N] = { "dirjen", "fpddk",
						     "kasubdit" };

enum err permintaan_disposisi(struct db *db, const struct permintaan *k,
			      struct disposisi out[DISPOSISI_N])
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DISPOSISI, k->id);

	for (size_t i = 0; i < DISPOSISI_N; i++)
		out[i] = (struct disposisi){ .jabatan = disposisi_jabatan[i] };
	while (e == OK && db_next(r))
		for (size_t i = 0; i < DISPOSISI_N; i++)
			if (strcmp(disposisi_jabatan[i], db_text(r, 0)) == 0) {
				out[i].tanggal = db_text(r, 1);
				out[i].catatan = db_text(r, 2);
			}
	return e;
}

enum err permintaan_riwayat(struct db *db, const struct permintaan *k,
			    struct peristiwa **out, size_t *n)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RIWAYAT, k->id);

	*n = 0;
	if (e == OK)
		*out = peristiwa_baca(db, r, n);
	return e;
}
