/*
 * dokumen-isi.c - see dokumen.h: all that is printed on a document, from the
 * tables.
 */
#include "dokumen.h"
#include "../lib/text.h"
#include "kartu.h"

#include <string.h>

SQL(Q_POKOK,
    "SELECT d.jenis, d.status, d.proses_id, a.username, a.nama, a.nip,"
    " a.jabatan, p.tiket, p.jumlah, m.judul, m.nomor, m.fungsi, m.diajukan,"
    " p.mulai, p.tuntas, l.nama, l.kode, l.alamat, l.kota, r.nama, r.kode,"
    " r.alamat, r.kota, s.wakil_nama, s.wakil_identitas, s.wakil_jabatan,"
    " p.permintaan_id"
    " FROM dokumen d LEFT JOIN akun a ON a.id = d.penandatangan_id"
    " LEFT JOIN proses p ON p.id = d.proses_id"
    " LEFT JOIN permintaan m ON m.id = p.permintaan_id"
    " LEFT JOIN lembaga l ON l.id = p.lembaga_id"
    " LEFT JOIN lembaga r ON r.id = p.produsen_id"
    " LEFT JOIN serah_terima s ON s.proses_id = p.id WHERE d.id = ?");
SQL(Q_BAST, "SELECT nomor FROM dokumen WHERE proses_id = ? AND jenis = 'bast'"
	    " AND status = 'berlaku' ORDER BY id DESC LIMIT 1");
/* Also those destroyed meanwhile. */
SQL(Q_GAGAL, "SELECT COUNT(*) FROM kartu WHERE permintaan_id = ?"
	     " AND pengganti_id IS NOT NULL");
/* A BAST that is replaced later lists them wherever they have gone since. */
SQL(Q_KARTU, "SELECT seri_kartu, sam_id, pcid, seri_mesin FROM kartu"
	     " WHERE permintaan_id = ? AND hidup = 1 AND status NOT IN"
	     " ('kosong', 'gagal', 'rusak', 'terkunci') ORDER BY urut");
SQL(Q_RUSAK, "SELECT m.seri_kartu, m.alasan, k.keterangan"
	     " FROM pemusnahan_kartu m JOIN kartu k ON k.id = m.kartu_id"
	     " WHERE m.dokumen_id = ? ORDER BY m.masuk, m.kartu_id");
SQL(Q_KEMBALI,
    "SELECT b.id, b.pengirim_nama, b.pengirim_jabatan, b.alasan, b.catatan,"
    " l.nama, l.kode, l.alamat, l.kota FROM pengembalian b"
    " JOIN lembaga l ON l.id = b.lembaga_id WHERE b.dokumen_id = ?");
SQL(Q_KEMBALI_KARTU,
    "SELECT k.seri_kartu, k.sam_id, k.pcid,"
    " COALESCE(m.seri_mesin, k.seri_mesin) FROM pengembalian_kartu x"
    " STRAIGHT_JOIN kartu k ON k.id = x.kartu_id"
    " LEFT JOIN manifes m ON m.id = k.manifes_id"
    " WHERE x.pengembalian_id = ? ORDER BY k.id");
SQL(Q_SAKSI, "SELECT nama, jabatan FROM pemusnahan_saksi"
	     " WHERE dokumen_id = ? ORDER BY urut");

#define IDENTITAS_DEPAN    4
#define IDENTITAS_BELAKANG 2

/* An identity number is not printed whole: its ends are enough to compare
   it with the card that is shown. */
static const char *samarkan(struct arena *a, const char *s)
{
	size_t n = s == NULL ? 0 : strlen(s);
	struct buf b = { .a = a };

	if (n <= IDENTITAS_DEPAN + IDENTITAS_BELAKANG)
		return s;
	for (size_t i = 0; i < n; i++)
		buf_char(&b,
			 i < IDENTITAS_DEPAN || i >= n - IDENTITAS_BELAKANG ?
			     s[i] :
			     'x');
	return b.p;
}

static void isi_pokok(struct arena *a, const struct rows *r,
		      struct dokumen_isi *d)
{
	d->jenis = db_text(r, 0);
	d->status = db_text(r, 1);
	d->pejabat.username = db_text(r, 3);
	d->pejabat.nama = db_text(r, 4);
	d->pejabat.nip = db_text(r, 5);
	d->pejabat.jabatan = db_text(r, 6);
	d->proses.tiket = db_int(r, 7);
	d->proses.jumlah = db_int(r, 8);
	d->proses.judul = db_text(r, 9);
	d->proses.nomor = db_text(r, 10);
	d->proses.fungsi = db_text(r, 11);
	d->proses.diajukan = db_text(r, 12);
	d->proses.mulai = db_text(r, 13);
	d->proses.tuntas = db_text(r, 14);
	d->lembaga.nama = db_text(r, 15);
	d->lembaga.kode = db_text(r, 16);
	d->lembaga.alamat = db_text(r, 17);
	d->lembaga.kota = db_text(r, 18);
	d->produsen.nama = db_text(r, 19);
	d->produsen.kode = db_text(r, 20);
	d->produsen.alamat = db_text(r, 21);
	d->produsen.kota = db_text(r, 22);
	d->wakil.nama = db_text(r, 23);
	d->wakil.identitas = samarkan(a, db_text(r, 24));
	d->wakil.jabatan = db_text(r, 25);
}

static enum err isi_tiket(struct db *db, int64_t proses_id,
			  int64_t permintaan_id, struct dokumen_isi *d)
{
	struct rows *r;
	enum err e = db_query(db, &r, &Q_BAST, proses_id);

	if (e == OK && db_next(r))
		d->proses.nomor_bast = db_text(r, 0);
	if (e == OK)
		e = db_one(db, &r, &Q_GAGAL, permintaan_id);
	if (e == OK)
		d->proses.jumlah_gagal = db_int(r, 0);
	return e;
}

/* The cards that q lists for id. */
static enum err isi_kartu(struct db *db, struct sql *q, int64_t id,
			  struct dokumen_isi *d)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_query(db, &r, q, id);

	if (e != OK)
		return e;
	d->n_kartu = db_count(r);
	d->kartu = arena_array(a, d->n_kartu + 1, sizeof(*d->kartu));
	for (size_t i = 0; db_next(r); i++) {
		char *sam = arena_alloc(a, SAM_TEKS);

		sam_tulis(db_text(r, 1), sam);
		d->kartu[i] = (struct kartu_cetak){
			.seri_kartu = db_text(r, 0),
			.sam_id = sam,
			.pcid = db_text(r, 2),
			.seri_mesin = db_text(r, 3),
		};
	}
	return OK;
}

static enum err isi_musnah(struct db *db, int64_t id, struct dokumen_isi *d)
{
	struct arena *a = db_arena(db);
	struct rows *r;
	enum err e = db_query(db, &r, &Q_RUSAK, id);

	if (e != OK)
		return e;
	d->n_rusak = db_count(r);
	d->rusak = arena_array(a, d->n_rusak + 1, sizeof(*d->rusak));
	for (size_t i = 0; db_next(r); i++)
		d->rusak[i] = (struct kartu_rusak){
			.seri_kartu = db_text(r, 0),
			.alasan = db_text(r, 1),
			.keterangan = db_text(r, 2),
		};
	e = db_query(db, &r, &Q_SAKSI, id);
	if (e != OK)
		return e;
	d->n_saksi = db_count(r);
	d->saksi = arena_array(a, d->n_saksi + 1, sizeof(*d->saksi));
	for (size_t i = 0; db_next(r); i++)
		d->saksi[i] = (struct saksi){ .nama = db_text(r, 0),
					      .jabatan = db_text(r, 1) };
	return OK;
}

static enum err isi_kembali(struct db *db, int64_t id, struct dokumen_isi *d)
{
	struct rows *r;
	enum err e = db_one(db, &r, &Q_KEMBALI, id);

	if (e != OK)
		return e;
	d->kembali.nama = db_text(r, 1);
	d->kembali.jabatan = db_text(r, 2);
	d->kembali.alasan = db_text(r, 3);
	d->kembali.catatan = db_text(r, 4);
	d->lembaga.nama = db_text(r, 5);
	d->lembaga.kode = db_text(r, 6);
	d->lembaga.alamat = db_text(r, 7);
	d->lembaga.kota = db_text(r, 8);
	return isi_kartu(db, &Q_KEMBALI_KARTU, db_int(r, 0), d);
}

enum err dokumen_isi(struct db *db, int64_t id, struct dokumen_isi *out)
{
	struct rows *r;
	int64_t proses_id, permintaan_id;
	enum err e = db_one(db, &r, &Q_POKOK, id);

	if (e != OK)
		return e;
	*out = (struct dokumen_isi){ 0 };
	isi_pokok(db_arena(db), r, out);
	proses_id = db_int(r, 2);
	permintaan_id = db_int(r, 26);
	if (strcmp(out->jenis, "pemusnahan") == 0)
		return isi_musnah(db, id, out);
	if (strcmp(out->jenis, "bast-kembali") == 0)
		return isi_kembali(db, id, out);
	e = isi_tiket(db, proses_id, permintaan_id, out);
	if (e == OK && strcmp(out->jenis, "bast") == 0)
		e = isi_kartu(db, &Q_KARTU, permintaan_id, out);
	return e;
}
