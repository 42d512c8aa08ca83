/* operasi.c - see operasi.h. */
#include "operasi.h"
#include "../lib/clock.h"
#include "../lib/config.h"

#include <string.h>
#include <strings.h>
#include <sys/statvfs.h>

#define MENIT 60
#define JAM   (60 * MENIT)
#define HARI  (24 * JAM)

SQL(Q_HIDUP, "SELECT @@read_only");
SQL(Q_BASIS, "SELECT VERSION(), @@max_connections, @@log_bin, @@sync_binlog,"
	     " @@binlog_expire_logs_seconds, @@innodb_flush_log_at_trx_commit,"
	     " @@read_only, @@datadir, byte FROM ukuran_basis");
SQL(Q_ANGKA,
    "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM"
    " information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME IN ('UPTIME',"
    " 'THREADS_CONNECTED', 'MAX_USED_CONNECTIONS', 'QUESTIONS',"
    " 'SLAVES_RUNNING', 'WSREP_CLUSTER_SIZE')");
/* What was sent or shown is no queue; those two alone are most rows. */
SQL(Q_PESAN,
    "SELECT SUM(status <> 'gagal'), MIN(CASE WHEN status <> 'gagal' THEN"
    " dibuat END), SUM(status = 'gagal'), MIN(CASE WHEN status = 'gagal'"
    " THEN dibuat END) FROM kotak_keluar WHERE status IN ('antri',"
    " 'mengirim', 'gagal')");
SQL(Q_MASSAL, "SELECT COUNT(*), MIN(CASE WHEN status = 'antri' THEN dibuat"
	      " END) FROM massal WHERE status IN ('antri', 'jalan')");
/* Behind a file of its own institution, or a large one, it may wait long. */
SQL(Q_BALIKAN, "SELECT COUNT(*), MIN(CASE WHEN status = 'antri' THEN dibuat"
	       " END) FROM balikan_kiriman WHERE status IN ('antri', 'periksa',"
	       " 'muat', 'urung')");
SQL(Q_JADWAL,
    "SELECT SUM(jumlah - selesai_kartu), MIN(CASE WHEN estimasi_mulai IS"
    " NULL THEN dibuat END) FROM proses WHERE status IN ('antri',"
    " 'produksi')");
/* Rows behind the last seal: ids are committed out of order, so one may be
   missed until the sealer's next full look; counting all would read all. */
SQL(Q_SEGEL, "SELECT COUNT(*), MIN(waktu) FROM audit WHERE id > (SELECT"
	     " IFNULL(MAX(audit_id), 0) FROM audit_segel WHERE nomor = (SELECT"
	     " MAX(nomor) FROM audit_segel))");
SQL(Q_CABUTAN, "SELECT COUNT(*), MIN(tidak_berlaku) FROM manifes"
	       " WHERE perlu_cabut = 1");
SQL(Q_RANTAI, "SELECT waktu, nomor, rusak_nomor FROM audit_pemeriksaan"
	      " ORDER BY id DESC LIMIT 1");
#define KOLOM_CADANGAN                                                         \
	"SELECT nama, mulai, selesai, hasil = 'baik', byte, terkunci, sebab"   \
	" FROM cadangan"
SQL(Q_CADANGAN, KOLOM_CADANGAN " ORDER BY id DESC LIMIT ?");
SQL(Q_CADANGAN_BAIK,
    KOLOM_CADANGAN " WHERE hasil = 'baik' ORDER BY id DESC LIMIT 1");
SQL(Q_DENYUT, "SELECT pekerja, mesin, mulai, waktu, jeda_ms FROM denyut"
	      " ORDER BY waktu DESC");
SQL(Q_MIGRASI, "SELECT nomor, nama, selesai IS NOT NULL FROM migrasi"
	       " ORDER BY nomor DESC LIMIT 1");

const char *keadaan_kode(enum keadaan k)
{
	static const char *const kode[] = { "keterangan", "baik", "awas",
					    "buruk" };

	return kode[k];
}

enum keadaan keadaan_batas(int64_t nilai, int64_t awas, int64_t buruk)
{
	return nilai >= buruk ? BURUK : nilai >= awas ? AWAS : BAIK;
}

/* Seconds since a UTC time; 0 for NULL and for what is still to come. */
static int64_t umur(const char *utc)
{
	int64_t ms = utc == NULL ? 0 : clock_now_ms() - clock_parse(utc);

	return ms > 0 ? ms / 1000 : 0;
}

enum err operasi_hidup(struct db *db)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_HIDUP);

	return e == OK && db_int(r, 0) != 0 ? ERR_BUSY : e;
}

static void isi_angka(struct op_basis *b, const char *nama, int64_t nilai)
{
	if (strcasecmp(nama, "UPTIME") == 0)
		b->nyala_detik = nilai;
	else if (strcasecmp(nama, "THREADS_CONNECTED") == 0)
		b->sambungan = nilai;
	else if (strcasecmp(nama, "MAX_USED_CONNECTIONS") == 0)
		b->pernah = nilai;
	else if (strcasecmp(nama, "QUESTIONS") == 0)
		b->perintah = nilai;
	else if (strcasecmp(nama, "SLAVES_RUNNING") == 0)
		b->replika = nilai;
	else if (strcasecmp(nama, "WSREP_CLUSTER_SIZE") == 0)
		b->galera = nilai;
}

enum err operasi_basis(struct db *db, struct op_basis *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_BASIS);

	if (e != OK)
		return e;
	*out = (struct op_basis){
		.versi = db_text(r, 0),
		.maks = db_int(r, 1),
		.log_biner = db_int(r, 2) != 0,
		.log_aman = db_int(r, 3) == 1,
		.simpan_detik = db_int(r, 4),
		.lumat_aman = db_int(r, 5) == 1,
		.baca_saja = db_int(r, 6) != 0,
		.folder = db_text(r, 7),
		.byte = db_int(r, 8),
	};
	e = db_query(db, &r, &Q_ANGKA);
	while (e == OK && db_next(r))
		isi_angka(out, db_text(r, 0), db_int(r, 1));
	return e;
}

enum keadaan operasi_sambungan(const struct op_basis *b)
{
	int64_t persen = b->maks > 0 ? b->sambungan * 100 / b->maks : 0;

	return keadaan_batas(persen, 80, 95);
}

static struct op_antrean antrean(const char *kode, int64_t jumlah,
				 const char *tertua, int64_t awas,
				 int64_t buruk)
{
	int64_t detik = umur(tertua);

	return (struct op_antrean){ kode, jumlah, detik,
				    keadaan_batas(detik, awas, buruk) };
}

enum err operasi_antrean(struct db *db, struct op_antrean out[OP_ANTREAN])
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_PESAN);

	if (e != OK)
		return e;
	out[0] = antrean("pesan-antri", db_int(r, 0), db_text(r, 1), 15 * MENIT,
			 2 * JAM);
	out[1] = antrean("pesan-gagal", db_int(r, 2), db_text(r, 3), 1,
			 INT64_MAX);
	e = db_one(db, &r, &Q_MASSAL);
	if (e != OK)
		return e;
	out[2] = antrean("massal", db_int(r, 0), db_text(r, 1), 10 * MENIT,
			 JAM);
	e = db_one(db, &r, &Q_JADWAL);
	if (e != OK)
		return e;
	out[3] = antrean("jadwal", db_int(r, 0), db_text(r, 1), 10 * MENIT,
			 HARI);
	e = db_one(db, &r, &Q_SEGEL);
	if (e != OK)
		return e;
	out[4] = antrean("segel", db_int(r, 0), db_text(r, 1), 2 * MENIT,
			 30 * MENIT);
	e = db_one(db, &r, &Q_CABUTAN);
	if (e == OK)
		out[5] = antrean("cabutan", db_int(r, 0), db_text(r, 1),
				 2 * MENIT, 30 * MENIT);
	if (e == OK)
		e = db_one(db, &r, &Q_BALIKAN);
	if (e == OK)
		out[6] = antrean("balikan", db_int(r, 0), db_text(r, 1), JAM,
				 6 * JAM);
	return e;
}

enum err operasi_rantai(struct db *db, struct op_rantai *out)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_RANTAI);

	*out = (struct op_rantai){ .keadaan = KETERANGAN };
	if (e != OK)
		return e == ERR_NOT_FOUND ? OK : e;
	out->waktu = db_text(r, 0);
	out->nomor = db_int(r, 1);
	out->rusak = db_int(r, 2);
	/* It is checked once a day. */
	out->keadaan = out->rusak != 0 ? BURUK :
		       keadaan_batas(umur(out->waktu), 2 * HARI, INT64_MAX);
	return OK;
}

static struct op_cadangan satu_cadangan(struct rows *r)
{
	int64_t ms = clock_parse(db_text(r, 2)) - clock_parse(db_text(r, 1));

	return (struct op_cadangan){
		.nama = db_text(r, 0),
		.selesai = db_text(r, 2),
		.baik = db_int(r, 3) != 0,
		.byte = db_int(r, 4),
		.detik = ms > 0 ? (ms + 999) / 1000 : 0,
		.terkunci = db_int(r, 5) != 0,
		.sebab = db_text(r, 6),
	};
}

enum err operasi_cadangan(struct db *db, struct op_cadangan **out, size_t *n,
			  struct op_cadangan *baik, int64_t *umur_detik)
{
	struct op_cadangan *c =
	    arena_array(db_arena(db), OP_CADANGAN, sizeof(*c));
	struct rows *r;
	enum err e = db_query(db, &r, &Q_CADANGAN, OP_CADANGAN);

	*n = 0;
	*out = c;
	*baik = (struct op_cadangan){ 0 };
	*umur_detik = -1;
	while (e == OK && db_next(r))
		c[(*n)++] = satu_cadangan(r);
	if (e == OK)
		e = db_one(db, &r, &Q_CADANGAN_BAIK);
	if (e == OK) {
		*baik = satu_cadangan(r);
		*umur_detik = umur(baik->selesai);
	}
	return e == ERR_NOT_FOUND ? OK : e;
}

enum keadaan operasi_umur_cadangan(const struct op_cadangan *c, size_t n,
				   int64_t umur_detik)
{
	enum keadaan k = config_development() ? KETERANGAN : BURUK;

	if (umur_detik >= 0)
		k = keadaan_batas(umur_detik, 26 * JAM, 50 * JAM);
	if (k != BURUK && n > 0 && (!c[0].baik || !c[0].terkunci))
		k = AWAS;
	return k;
}

enum err operasi_denyut(struct db *db, const char *const *pekerja,
			struct op_denyut **out, size_t *n)
{
	struct op_denyut *d;
	struct rows *r;
	size_t banyak = 0;
	enum err e = db_query(db, &r, &Q_DENYUT);

	if (e != OK)
		return e;
	while (pekerja[banyak] != NULL)
		banyak++;
	*n = banyak;
	*out = d = arena_array(db_arena(db), banyak + 1, sizeof(*d));
	for (size_t i = 0; i < banyak; i++)
		d[i] = (struct op_denyut){ .pekerja = pekerja[i],
					   .detik = -1,
					   .keadaan = BURUK };
	/* Newest first: the first one of each counts. */
	while (db_next(r)) {
		size_t i = 0;
		int64_t telat;

		while (i < banyak && strcmp(d[i].pekerja, db_text(r, 0)) != 0)
			i++;
		if (i == banyak || d[i].mesin != NULL)
			continue;
		d[i].mesin = db_text(r, 1);
		d[i].mulai = db_text(r, 2);
		d[i].waktu = db_text(r, 3);
		d[i].detik = umur(d[i].waktu);
		telat = d[i].detik - db_int(r, 4) / 1000;
		d[i].keadaan = keadaan_batas(telat, 2 * MENIT, 30 * MENIT);
	}
	return OK;
}

enum err operasi_migrasi(struct db *db, int64_t *nomor, const char **nama,
			 bool *selesai)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_MIGRASI);

	if (e != OK)
		return e;
	*nomor = db_int(r, 0);
	*nama = db_text(r, 1);
	*selesai = db_int(r, 2) != 0;
	return OK;
}

struct op_ruang operasi_ruang(const char *kode, const char *jalur)
{
	struct op_ruang u = { .kode = kode, .keadaan = KETERANGAN };
	struct statvfs v;

	if (jalur == NULL || statvfs(jalur, &v) != 0 || v.f_blocks == 0)
		return u;
	u.ada = true;
	u.bebas = (int64_t)v.f_bavail * (int64_t)v.f_frsize;
	/* Without what is kept for root, as df counts. */
	u.total = ((int64_t)v.f_blocks - (int64_t)v.f_bfree +
		   (int64_t)v.f_bavail) *
		  (int64_t)v.f_frsize;
	if (u.total > 0)
		u.terpakai = 100 - u.bebas * 100 / u.total;
	u.keadaan = keadaan_batas(u.terpakai, 86, 96);
	return u;
}
