/*
 * permintaan.c - one request moving from state to state (permintaan.h).
 * Reading one is in permintaan-baca.c, the list in permintaan-daftar.c.
 */
#include "permintaan.h"
#include "berkas.h"
#include "catat.h"
#include "jadwal.h"
#include "lembaga.h"
#include "proses.h"
#include "../lib/clock.h"
#include "../lib/text.h"

#include <string.h>

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

/* Load it for an action that p may take now. */
static enum err untuk(struct db *db, const struct pelaku *p, int64_t id,
		      int64_t versi, const char *aksi, struct permintaan *k)
{
	enum err e = permintaan_ambil(db, p, id, k);

	if (e == OK && (!permintaan_boleh(p, k->status, aksi) || k->versi != versi))
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
	enum err e = untuk(db, t->p, t->id, t->versi, "ubah", &k);
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
struct tindakan {
	const struct pelaku *p;
	int64_t id;
	int64_t versi;
	const char *alasan;
	const char *nomor;
	const char *tanggal;
	const struct disposisi *disposisi;
	const struct usai *usai;
	int64_t proses_id;
};

static enum err hapus(struct db *db, void *ctx)
{
	const struct tindakan *s = ctx;
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "hapus", &k);

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
	struct tindakan s = { .p = p, .id = id, .versi = versi };

	return db_transaction(db, hapus, &s);
}

/* The two ways in which a request ends before Ditjen has it. */
static const struct usai {
	const char *aksi;
	const char *status; /* and code of what happened */
	const char *pesan;  /* to the other side */
	bool produsen;	    /* the producer says so */
} usai_ditarik = { "tarik", "ditarik", "permintaan-ditarik", false },
  usai_ditolak = { "tolak", "ditolak", "permintaan-ditolak", true };

static enum err akhiri(struct db *db, void *ctx)
{
	const struct tindakan *s = ctx;
	const struct usai *u = s->usai;
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, u->aksi, &k);

	if (e == OK && u->produsen)
		e = db_exec(db, &Q_DIPUTUS, kini(db), k.id);
	if (e == OK)
		e = pindah(db, s->p, &k, u->status, u->status, s->alasan);
	/* None are stored before the producer decides; a rule all the same. */
	if (e == OK)
		e = seri_bebaskan(db, k.id);
	if (e == OK)
		e = pesan_ke_lembaga(db,
				     u->produsen ? k.lembaga_id : k.produsen_id,
				     u->pesan, data_pesan(db, &k, s->alasan));
	return e;
}

enum err permintaan_tarik(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, const char *alasan)
{
	struct tindakan s = { .p = p, .id = id, .versi = versi,
			     .alasan = alasan, .usai = &usai_ditarik };

	return db_transaction(db, akhiri, &s);
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
	enum err e = untuk(db, t->p, t->id, t->versi, "setujui", &k);

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

enum err permintaan_tolak(struct db *db, const struct pelaku *p, int64_t id,
			  int64_t versi, const char *alasan)
{
	struct tindakan s = { .p = p, .id = id, .versi = versi,
			     .alasan = alasan, .usai = &usai_ditolak };

	return db_transaction(db, akhiri, &s);
}

/* --- Ditjen --- */

SQL(Q_HAPUS_DISPOSISI, "DELETE FROM disposisi WHERE permintaan_id = ?");
SQL(Q_SIMPAN_DISPOSISI,
    "INSERT INTO disposisi (permintaan_id, jabatan, tanggal, catatan, akun_id,"
    " dicatat) VALUES (?, ?, ?, ?, ?, ?)");

static enum err daftarkan(struct db *db, void *ctx)
{
	const struct tindakan *s = ctx;
	struct disposisi lama[DISPOSISI_N];
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "daftarkan", &k);

	if (e == OK)
		e = permintaan_disposisi(db, &k, lama);
	if (e == OK && lama[0].tanggal != NULL &&
	    strcmp(lama[0].tanggal, s->tanggal) < 0)
		e = db_exec(db, &Q_HAPUS_DISPOSISI, k.id);
	if (e == OK)
		e = db_exec(db, &Q_AGENDA, s->nomor, s->tanggal, k.id);
	if (e == OK)
		e = pindah(db, s->p, &k, "terdaftar", "terdaftar", NULL);
	if (e == OK)
		e = pesan_ke_lembaga(db, k.lembaga_id, "permintaan-terdaftar",
				     data_pesan(db, &k, NULL));
	if (e == OK)
		e = pesan_ke_lembaga(db, k.produsen_id, "permintaan-terdaftar",
				     data_pesan(db, &k, NULL));
	return e;
}

enum err permintaan_daftarkan(struct db *db, const struct pelaku *p,
			      int64_t id, int64_t versi, const char *nomor,
			      const char *tanggal)
{
	struct tindakan s = { .p = p, .id = id, .versi = versi, .nomor = nomor,
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
	const struct tindakan *s = ctx;
	const struct disposisi *d = s->disposisi;
	struct disposisi lama[DISPOSISI_N];
	struct buf catatan = { .a = db_arena(db) };
	struct permintaan k;
	size_t mana;
	enum err e = untuk(db, s->p, s->id, s->versi, "disposisi", &k);

	if (e == OK)
		e = permintaan_disposisi(db, &k, lama);
	if (e == OK && disposisi_periksa(d, k.agenda_tanggal,
					 clock_today(catatan.a), &mana) != NULL)
		e = ERR_INPUT;
	if (e == OK)
		e = db_exec(db, &Q_HAPUS_DISPOSISI, k.id);
	for (size_t i = 0; e == OK && i < DISPOSISI_N; i++) {
		if (d[i].tanggal != NULL)
			e = db_exec(db, &Q_SIMPAN_DISPOSISI, k.id,
				    disposisi_jabatan[i], d[i].tanggal,
				    d[i].catatan, s->p->akun, kini(db));
		if (!sama(lama[i].tanggal, d[i].tanggal))
			buf_printf(&catatan, "%s%s: %s",
				   catatan.n > 0 ? "; " : "",
				   disposisi_jabatan[i],
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
	struct tindakan s = { .p = p, .id = id, .versi = versi,
			     .disposisi = d };

	return db_transaction(db, catat_disposisi, &s);
}

static enum err terima(struct db *db, void *ctx)
{
	struct tindakan *s = ctx;
	struct disposisi d[DISPOSISI_N];
	struct permintaan k;
	enum err e = jadwal_kunci(db);

	if (e == OK)
		e = untuk(db, s->p, s->id, s->versi, "terima", &k);
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
	struct tindakan s = { .p = p, .id = id, .versi = versi };
	enum err e = db_transaction(db, terima, &s);

	if (e == OK)
		*proses_id = s.proses_id;
	return e;
}

static enum err kembalikan(struct db *db, void *ctx)
{
	const struct tindakan *s = ctx;
	struct permintaan k;
	enum err e = untuk(db, s->p, s->id, s->versi, "kembalikan", &k);

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
	struct tindakan s = { .p = p, .id = id, .versi = versi,
			     .alasan = alasan };

	return db_transaction(db, kembalikan, &s);
}
