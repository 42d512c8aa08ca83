/*
 * permintaan.c - one request: reading it and moving it from state to state
 * (permintaan.h).  The list is in permintaan-daftar.c.
 */
#include "permintaan.h"
#include "berkas.h"
#include "catat.h"
#include "lembaga.h"
#include "proses.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

const char *const permintaan_status[] = {
	"baru",	     "diajukan",     "ditarik",	 "ditolak", "disetujui",
	"terdaftar", "dikembalikan", "diterima", NULL,
};

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

static const char *const jabatan[DISPOSISI_N] = { "dirjen", "fpddk",
						  "kasubdit" };

enum err permintaan_disposisi(struct db *db, const struct permintaan *k,
			      struct disposisi out[DISPOSISI_N])
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_DISPOSISI, k->id);

	for (size_t i = 0; i < DISPOSISI_N; i++)
		out[i] = (struct disposisi){ .jabatan = jabatan[i] };
	while (e == OK && db_next(r))
		for (size_t i = 0; i < DISPOSISI_N; i++)
			if (strcmp(jabatan[i], db_text(r, 0)) == 0) {
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
	struct peristiwa *p;

	*n = 0;
	if (e != OK)
		return e;
	*n = db_count(r);
	p = arena_array(db_arena(db), *n + 1, sizeof(*p));
	*out = p;
	for (; db_next(r); p++)
		*p = (struct peristiwa){ db_text(r, 0), db_text(r, 1),
					 db_text(r, 2), db_text(r, 3),
					 db_text(r, 4), db_text(r, 5),
					 db_text(r, 6) };
	return OK;
}

/* --- moving on --- */

/*
 * The one conditional UPDATE of every change of state: a request moves only
 * from the state and version that the person saw.
 */
SQL(Q_PINDAH,
    "UPDATE permintaan SET status = ?, alasan = ?, versi = versi + 1"
    " WHERE id = ? AND status = ? AND versi = ?");
SQL(Q_DIAJUKAN, "UPDATE permintaan SET diajukan = ? WHERE id = ?");
SQL(Q_DIPUTUS, "UPDATE permintaan SET diputus = ? WHERE id = ?");
SQL(Q_SELESAI, "UPDATE permintaan SET selesai = ? WHERE id = ?");
SQL(Q_AGENDA, "UPDATE permintaan SET agenda_nomor = ?, agenda_tanggal = ?"
	      " WHERE id = ?");
SQL(Q_PKS, "UPDATE permintaan SET pks_berkas_id = ? WHERE id = ?");
SQL(Q_VERSI, "UPDATE permintaan SET versi = versi + 1"
	     " WHERE id = ? AND status = ? AND versi = ?");

/* One of the states in `boleh` ("diajukan dikembalikan")? */
static bool salah_satu(const char *boleh, const char *status)
{
	size_t n = strlen(status);

	for (const char *p = boleh; p != NULL; p = strchr(p, ' ')) {
		p += *p == ' ';
		if (strncmp(p, status, n) == 0 && (p[n] == ' ' || p[n] == '\0'))
			return true;
	}
	return false;
}

/* Load it for a change from one of the states in boleh. */
static enum err untuk(struct db *db, const struct pelaku *p, int64_t id,
		      int64_t versi, const char *boleh, struct permintaan *k)
{
	enum err e = permintaan_ambil(db, p, id, k);

	if (e == OK && (!salah_satu(boleh, k->status) || k->versi != versi))
		e = ERR_CONFLICT;
	return e;
}

/* k to the state ke, with totals and timeline; kode names what happened. */
static enum err pindah(struct db *db, const struct pelaku *p,
		       const struct permintaan *k, const char *ke,
		       const char *kode, const char *alasan)
{
	/* Always in the same order, so that two changes do not deadlock. */
	bool dulu = strcmp(k->status, ke) < 0;
	enum err e = db_exec(db, &Q_PINDAH, ke, alasan, k->id, k->status,
			     k->versi);

	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK)
		e = riwayat_catat(db, p, k->id, kode, k->status, ke, alasan);
	if (e == OK)
		e = permintaan_total(db, k->lembaga_id, k->produsen_id,
				     dulu ? k->status : ke, dulu ? -1 : 1);
	if (e == OK)
		e = permintaan_total(db, k->lembaga_id, k->produsen_id,
				     dulu ? ke : k->status, dulu ? 1 : -1);
	return e;
}

/* What the templates of messages get. */
static const char *data_pesan(struct db *db, const struct permintaan *k,
			      const char *alasan)
{
	struct buf b = { .a = db_arena(db) };

	buf_printf(&b, "id=%lld\nnomor=%s\njudul=%s\njumlah=%lld\nlembaga=%s"
		       "\nprodusen=%s",
		   (long long)k->id, k->nomor, k->judul, (long long)k->jumlah,
		   k->lembaga, k->produsen);
	/* A line a value; the whole reason is on the page. */
	if (alasan != NULL && strlen(alasan) <= 500)
		buf_printf(&b, "\nalasan=%s", text_fold(b.a, alasan));
	return b.p;
}

static const char *kini(struct db *db)
{
	return clock_now(db_arena(db), 0);
}

/* --- the institution --- */

SQL(Q_BUAT,
    "INSERT INTO permintaan (lembaga_id, produsen_id, nomor, judul, jumlah,"
    " fungsi, berkas_id, catatan, status, pembuat_id, dibuat)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'baru', ?, ?)");
SQL(Q_UBAH,
    "UPDATE permintaan SET produsen_id = ?, nomor = ?, judul = ?, jumlah = ?,"
    " fungsi = ?, berkas_id = ?, catatan = ?, versi = versi + 1"
    " WHERE id = ? AND lembaga_id = ? AND status = 'baru' AND versi = ?");
SQL(Q_HAPUS_RIWAYAT, "DELETE FROM permintaan_riwayat WHERE permintaan_id = ?");
SQL(Q_HAPUS, "DELETE FROM permintaan WHERE id = ? AND lembaga_id = ?"
	     " AND status = 'baru' AND versi = ?");
SQL(Q_HAPUS_BERKAS, "DELETE FROM berkas WHERE id = ?");

struct tulis {
	const struct pelaku *p;
	const struct permintaan_isian *in;
	bool kirim;
	int64_t id;
	int64_t versi;
	bool terpakai; /* the number is another request's */
};

static enum err periksa_isian(struct db *db, const struct tulis *t)
{
	enum err e;

	if (strcmp(t->in->fungsi, "RW") == 0 && t->p->role != ROLE_DINAS)
		return ERR_INPUT;
	e = lembaga_adalah_produsen(db, t->in->produsen_id);
	return e;
}

static enum err ajukan(struct db *db, const struct pelaku *p, int64_t id)
{
	struct permintaan k;
	enum err e = permintaan_ambil(db, p, id, &k);

	if (e == OK && k.surat.id == 0)
		e = ERR_INPUT;
	if (e == OK)
		e = pindah(db, p, &k, "diajukan", "diajukan", NULL);
	if (e == OK)
		e = db_exec(db, &Q_DIAJUKAN, kini(db), id);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.produsen_id, "permintaan-diajukan",
				     data_pesan(db, &k, NULL));
	return e;
}

static enum err buat(struct db *db, void *ctx)
{
	struct tulis *t = ctx;
	const struct permintaan_isian *in = t->in;
	int64_t surat = 0;
	enum err e = periksa_isian(db, t);

	if (e == OK && in->surat != NULL)
		e = berkas_simpan(db, t->p, in->surat, &surat);
	if (e == OK)
		e = db_exec(db, &Q_BUAT, t->p->lembaga, in->produsen_id,
			    in->nomor, in->judul, in->jumlah, in->fungsi,
			    DB_ID(surat), in->catatan, t->p->akun, kini(db));
	t->terpakai = e == ERR_CONFLICT;
	if (e != OK)
		return e;
	t->id = db_last_id(db);
	e = riwayat_catat(db, t->p, t->id, "dibuat", NULL, "baru", NULL);
	if (e == OK)
		e = permintaan_total(db, t->p->lembaga, in->produsen_id,
				     "baru", 1);
	if (e == OK && t->kirim)
		e = ajukan(db, t->p, t->id);
	return e;
}

enum err permintaan_buat(struct db *db, const struct pelaku *p,
			 const struct permintaan_isian *in, bool kirim,
			 int64_t *id, bool *terpakai)
{
	struct tulis t = { .p = p, .in = in, .kirim = kirim };
	enum err e = db_transaction(db, buat, &t);

	*terpakai = t.terpakai;
	if (e == OK)
		*id = t.id;
	return e;
}

static enum err ubah(struct db *db, void *ctx)
{
	struct tulis *t = ctx;
	const struct permintaan_isian *in = t->in;
	struct permintaan k;
	int64_t surat = 0;
	enum err e = untuk(db, t->p, t->id, t->versi, "baru", &k);
	bool boleh = e == OK;

	if (e == OK)
		e = periksa_isian(db, t);
	if (e == OK && in->surat != NULL)
		e = berkas_simpan(db, t->p, in->surat, &surat);
	if (e == OK)
		e = db_exec(db, &Q_UBAH, in->produsen_id, in->nomor, in->judul,
			    in->jumlah, in->fungsi,
			    DB_ID(surat != 0 ? surat : k.surat.id),
			    in->catatan, k.id, t->p->lembaga, t->versi);
	t->terpakai = e == ERR_CONFLICT && boleh;
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	/* Nobody else has seen a draft's letter: the old one can go. */
	if (e == OK && surat != 0 && k.surat.id != 0)
		e = db_exec(db, &Q_HAPUS_BERKAS, k.surat.id);
	if (e == OK && in->produsen_id != k.produsen_id) {
		e = permintaan_total(db, k.lembaga_id, k.produsen_id, "baru",
				     -1);
		if (e == OK)
			e = permintaan_total(db, k.lembaga_id,
					     in->produsen_id, "baru", 1);
	}
	if (e == OK)
		e = audit_catat(db, t->p, "permintaan-diubah", "permintaan",
				k.id, in->nomor);
	if (e == OK && t->kirim)
		e = ajukan(db, t->p, k.id);
	return e;
}

enum err permintaan_ubah(struct db *db, const struct pelaku *p, int64_t id,
			 int64_t versi, const struct permintaan_isian *in,
			 bool kirim, bool *terpakai)
{
	struct tulis t = { .p = p, .in = in, .kirim = kirim, .id = id,
			   .versi = versi };
	enum err e = db_transaction(db, ubah, &t);

	*terpakai = t.terpakai;
	return e;
}

/* What the simple changes are given. */
struct langkah {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	const char *alasan;
	const char *nomor;
	const char *tanggal;
	const struct disposisi *disposisi;
	int64_t proses_id;
};

static enum err hapus(struct db *db, void *ctx)
{
	const struct langkah *s = ctx;
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "baru", &k);

	if (e == OK)
		e = db_exec(db, &Q_HAPUS_RIWAYAT, k.id);
	if (e == OK)
		e = db_exec(db, &Q_HAPUS, k.id, s->p->lembaga, s->versi);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK && k.surat.id != 0)
		e = db_exec(db, &Q_HAPUS_BERKAS, k.surat.id);
	if (e == OK)
		e = permintaan_total(db, k.lembaga_id, k.produsen_id, "baru",
				     -1);
	if (e == OK)
		e = audit_catat(db, s->p, "permintaan-dihapus", "permintaan",
				k.id, k.nomor);
	return e;
}

enum err permintaan_hapus(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi)
{
	struct langkah s = { .p = p, .id = id, .versi = versi };

	return db_transaction(db, hapus, &s);
}

static enum err tarik(struct db *db, void *ctx)
{
	const struct langkah *s = ctx;
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "diajukan", &k);

	if (e == OK)
		e = pindah(db, s->p, &k, "ditarik", "ditarik", s->alasan);
	/* None are stored before the producer decides; a rule all the same. */
	if (e == OK)
		e = seri_bebaskan(db, k.id);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.produsen_id, "permintaan-ditarik",
				     data_pesan(db, &k, s->alasan));
	return e;
}

enum err permintaan_tarik(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, const char *alasan)
{
	struct langkah s = { .p = p, .id = id, .versi = versi,
			     .alasan = alasan };

	return db_transaction(db, tarik, &s);
}

/* --- the producer --- */

SQL(Q_HAPUS_PESANAN, "DELETE FROM pesanan WHERE permintaan_id = ?");
SQL(Q_SIMPAN_PESANAN,
    "INSERT INTO pesanan (permintaan_id, urut, dari, kepada, nomor, tanggal,"
    " jumlah, berkas_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

struct setuju {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	const struct persetujuan *s;
};

static enum err simpan_pesanan(struct db *db, const struct pelaku *p,
			       const struct permintaan *k,
			       const struct persetujuan *s)
{
	enum err e = db_exec(db, &Q_HAPUS_PESANAN, k->id);

	for (size_t i = 0; e == OK && i < s->n_pesanan; i++) {
		const struct pesanan *po = &s->pesanan[i];
		int64_t berkas = po->berkas.id;

		if (po->baru != NULL)
			e = berkas_simpan(db, p, po->baru, &berkas);
		if (e == OK && berkas == 0)
			e = ERR_INPUT;
		if (e == OK)
			e = db_exec(db, &Q_SIMPAN_PESANAN, k->id, i + 1,
				    po->dari, po->kepada, po->nomor,
				    po->tanggal, po->jumlah, berkas);
	}
	return e;
}

static enum err setujui(struct db *db, void *ctx)
{
	const struct setuju *t = ctx;
	struct permintaan k;
	int64_t pks;
	bool ulang;
	enum err e = untuk(db, t->p, t->id, t->versi, "diajukan dikembalikan",
			   &k);

	if (e != OK)
		return e;
	ulang = strcmp(k.status, "dikembalikan") == 0;
	if ((t->s->seri != NULL ? (int64_t)t->s->seri->n : k.kartu) !=
		    k.jumlah ||
	    (t->s->seri != NULL && t->s->seri->n_galat > 0) ||
	    t->s->n_pesanan < 1)
		return ERR_INPUT;
	pks = k.pks.id;
	if (t->s->pks != NULL)
		e = berkas_simpan(db, t->p, t->s->pks, &pks);
	if (e == OK && pks == 0)
		e = ERR_INPUT;
	if (e == OK)
		e = simpan_pesanan(db, t->p, &k, t->s);
	if (e == OK && t->s->seri != NULL)
		e = seri_simpan(db, k.id, t->s->seri);
	if (e == OK)
		e = db_exec(db, &Q_PKS, pks, k.id);
	if (e == OK)
		e = db_exec(db, &Q_DIPUTUS, kini(db), k.id);
	if (e == OK)
		e = pindah(db, t->p, &k, "disetujui",
			   ulang ? "diajukan-ulang" : "disetujui", NULL);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.lembaga_id, "permintaan-disetujui",
				     data_pesan(db, &k, NULL));
	if (e == OK)
		e = pesan_ke_peran(db, "admin", "permintaan-masuk",
				   data_pesan(db, &k, NULL));
	return e;
}

enum err permintaan_setujui(struct db *db, const struct pelaku *p, int64_t id,
			    int64_t versi, const struct persetujuan *s)
{
	struct setuju t = { p, id, versi, s };

	return db_transaction(db, setujui, &t);
}

static enum err tolak(struct db *db, void *ctx)
{
	const struct langkah *s = ctx;
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "diajukan dikembalikan",
			   &k);

	if (e == OK)
		e = db_exec(db, &Q_DIPUTUS, kini(db), k.id);
	if (e == OK)
		e = pindah(db, s->p, &k, "ditolak", "ditolak", s->alasan);
	if (e == OK)
		e = seri_bebaskan(db, k.id);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.lembaga_id, "permintaan-ditolak",
				     data_pesan(db, &k, s->alasan));
	return e;
}

enum err permintaan_tolak(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, const char *alasan)
{
	struct langkah s = { .p = p, .id = id, .versi = versi,
			     .alasan = alasan };

	return db_transaction(db, tolak, &s);
}

/* --- Ditjen --- */

SQL(Q_HAPUS_DISPOSISI, "DELETE FROM disposisi WHERE permintaan_id = ?");
SQL(Q_SIMPAN_DISPOSISI,
    "INSERT INTO disposisi (permintaan_id, jabatan, tanggal, catatan, akun_id,"
    " dicatat) VALUES (?, ?, ?, ?, ?, ?)");

static enum err daftarkan(struct db *db, void *ctx)
{
	const struct langkah *s = ctx;
	struct disposisi lama[DISPOSISI_N];
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "disetujui", &k);

	if (e == OK)
		e = permintaan_disposisi(db, &k, lama);
	if (e == OK && lama[0].tanggal != NULL &&
	    strcmp(lama[0].tanggal, s->tanggal) < 0)
		e = db_exec(db, &Q_HAPUS_DISPOSISI, k.id);
	if (e == OK)
		e = db_exec(db, &Q_AGENDA, s->nomor, s->tanggal, k.id);
	if (e == OK)
		e = pindah(db, s->p, &k, "terdaftar", "terdaftar", NULL);
	return e;
}

enum err permintaan_daftarkan(struct db *db, const struct pelaku *p,
			      int64_t id, int64_t versi, const char *nomor,
			      const char *tanggal)
{
	struct langkah s = { .p = p, .id = id, .versi = versi, .nomor = nomor,
			     .tanggal = tanggal };

	return db_transaction(db, daftarkan, &s);
}

const char *disposisi_periksa(const struct disposisi d[DISPOSISI_N],
			      const char *agenda, const char *hari_ini,
			      size_t *mana)
{
	const char *lalu = agenda;

	for (size_t i = 0; i < DISPOSISI_N; i++) {
		*mana = i;
		if (d[i].tanggal == NULL)
			continue;
		if (i > 0 && d[i - 1].tanggal == NULL) {
			*mana = i - 1;
			return "urutan";
		}
		if (strcmp(d[i].tanggal, hari_ini) > 0)
			return "masa-depan";
		if (lalu != NULL && strcmp(d[i].tanggal, lalu) < 0)
			return i == 0 ? "sebelum-agenda" : "sebelum-atasan";
		lalu = d[i].tanggal;
	}
	return NULL;
}

static bool sama(const char *x, const char *y)
{
	return x == NULL || y == NULL ? x == y : strcmp(x, y) == 0;
}

static enum err catat_disposisi(struct db *db, void *ctx)
{
	const struct langkah *s = ctx;
	const struct disposisi *d = s->disposisi;
	struct disposisi lama[DISPOSISI_N];
	struct buf catatan = { .a = db_arena(db) };
	struct permintaan k;
	size_t mana;
	enum err e = untuk(db, s->p, s->id, s->versi, "terdaftar", &k);

	if (e == OK)
		e = permintaan_disposisi(db, &k, lama);
	if (e == OK && disposisi_periksa(d, k.agenda_tanggal,
					 clock_today(catatan.a), &mana) != NULL)
		e = ERR_INPUT;
	if (e == OK)
		e = db_exec(db, &Q_HAPUS_DISPOSISI, k.id);
	for (size_t i = 0; e == OK && i < DISPOSISI_N; i++) {
		if (d[i].tanggal != NULL)
			e = db_exec(db, &Q_SIMPAN_DISPOSISI, k.id, jabatan[i],
				    d[i].tanggal, d[i].catatan, s->p->akun,
				    kini(db));
		if (!sama(lama[i].tanggal, d[i].tanggal))
			buf_printf(&catatan, "%s%s: %s",
				   catatan.n > 0 ? "; " : "", jabatan[i],
				   d[i].tanggal == NULL ? "-" : d[i].tanggal);
	}
	if (e == OK)
		e = db_exec(db, &Q_VERSI, k.id, k.status, k.versi);
	if (e == OK && db_affected(db) == 0)
		e = ERR_CONFLICT;
	if (e == OK && catatan.n > 0)
		e = riwayat_catat(db, s->p, k.id, "disposisi", NULL, NULL,
				  catatan.p);
	return e;
}

enum err permintaan_catat_disposisi(struct db *db, const struct pelaku *p,
				    int64_t id, int64_t versi,
				    const struct disposisi d[DISPOSISI_N])
{
	struct langkah s = { .p = p, .id = id, .versi = versi,
			     .disposisi = d };

	return db_transaction(db, catat_disposisi, &s);
}

static enum err terima(struct db *db, void *ctx)
{
	struct langkah *s = ctx;
	struct disposisi d[DISPOSISI_N];
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "terdaftar", &k);

	if (e == OK)
		e = permintaan_disposisi(db, &k, d);
	if (e == OK && d[DISPOSISI_N - 1].tanggal == NULL)
		e = ERR_INPUT;
	if (e == OK)
		e = db_exec(db, &Q_SELESAI, kini(db), k.id);
	if (e == OK)
		e = pindah(db, s->p, &k, "diterima", "diterima-ditjen", NULL);
	/* Last: the ticket's number is locked from here to the COMMIT. */
	if (e == OK)
		e = proses_buat(db, s->p, k.id, &s->proses_id);
	return e;
}

enum err permintaan_terima(struct db *db, const struct pelaku *p, int64_t id,
			   int64_t versi, int64_t *proses_id)
{
	struct langkah s = { .p = p, .id = id, .versi = versi };
	enum err e = db_transaction(db, terima, &s);

	if (e == OK)
		*proses_id = s.proses_id;
	return e;
}

static enum err kembalikan(struct db *db, void *ctx)
{
	const struct langkah *s = ctx;
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "disetujui terdaftar",
			   &k);

	if (e == OK)
		e = pindah(db, s->p, &k, "dikembalikan", "dikembalikan",
			   s->alasan);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.produsen_id,
				     "permintaan-dikembalikan",
				     data_pesan(db, &k, s->alasan));
	if (e == OK)
		e = pesan_ke_lembaga(db, k.lembaga_id,
				     "permintaan-dikembalikan",
				     data_pesan(db, &k, s->alasan));
	return e;
}

enum err permintaan_kembalikan(struct db *db, const struct pelaku *p,
			       int64_t id, int64_t versi, const char *alasan)
{
	struct langkah s = { .p = p, .id = id, .versi = versi,
			     .alasan = alasan };

	return db_transaction(db, kembalikan, &s);
}
