/*
 * dokumen.h - the register of documents (P-14, P-15, P-17, U-13).
 *
 * A document begins as draft (draf), is tied to an official who is to sign
 * it, and gets number, date and code in the transaction of his signature
 * (berlaku).  It ends as dicabut (revoked) or diganti (a new draft takes its
 * place).  The BAST of a return needs no official: the suite seals it when the
 * return is made, and it is revoked with it.  Drawing and signing is dokumen/terbit; what a stranger may see of
 * it is model/verifikasi.
 */
#ifndef MODEL_DOKUMEN_H
#define MODEL_DOKUMEN_H

#include "../lib/db.h"
#include "../lib/role.h"

#define DOKUMEN_KODE_BYTES  16 /* of the code: 128 random bits */
#define DOKUMEN_ALASAN_MIN  3  /* characters of a reason */
#define DOKUMEN_ALASAN_MAKS 500

/* bast surat-balasan surat-selesai pemusnahan bast-kembali, ended by NULL.
   The first three belong to a ticket, and this is the order they are signed
   in; the last belongs to a return of cards and is sealed, not signed. */
extern const char *const dokumen_jenis[];

/* draf berlaku dicabut diganti, ended by NULL. */
extern const char *const dokumen_status[];

/* ---- drafts ---- */

/*
 * Make the drafts of a ticket whose cards are all done: BAST, reply letter,
 * statement of completion.  In the transaction of the last card; drafts that
 * are there already stay, but have to be put to an official again.
 * ERR_NOT_FOUND without such a ticket.
 */
enum err dokumen_siapkan(struct db *db, const struct pelaku *p,
			 int64_t proses_id);

struct saksi {
	const char *nama;
	const char *jabatan;
};

/*
 * Make the draft of a destruction protocol for the n waiting cards with their
 * witnesses (at least 2), and tie the cards to it.  ERR_CONFLICT when one of
 * the cards is not on the list or in another protocol already.
 */
enum err dokumen_pemusnahan(struct db *db, const struct pelaku *p,
			    const int64_t *kartu_ids, size_t n,
			    const struct saksi *saksi, size_t n_saksi,
			    int64_t *dokumen_id);

/*
 * The draft of the BAST of a return by an institution, in the transaction that
 * makes the return (model/pengembalian); its id to *id.  When the return names
 * the document, dokumen_perihal_kembali() makes the tickets of its cards the
 * subject.
 */
enum err dokumen_siapkan_kembali(struct db *db, const struct pelaku *p,
				 int64_t lembaga_id, int64_t *id);
enum err dokumen_perihal_kembali(struct db *db, int64_t id);

/* ---- reading ---- */

struct dokumen {
	int64_t id;
	const char *jenis;
	int64_t proses_id; /* 0: of no ticket */
	int64_t permintaan_id;
	int64_t tiket;
	const char *status_proses; /* NULL: of no ticket */
	int64_t lembaga_id;
	int64_t produsen_id;
	const char *lembaga; /* names; NULL */
	const char *produsen;
	const char *nomor;         /* NULL while a draft */
	const char *tanggal;       /* YYYY-MM-DD; NULL while a draft */
	const char *perihal;       /* title of the request, or tickets */
	const char *kode;          /* NULL while a draft */
	int64_t penandatangan_id;  /* 0: nobody yet, or sealed by the suite */
	const char *penandatangan; /* name, position */
	const char *jabatan;
	const char *status;
	const char *sha256;         /* of the signed PDF; NULL while a draft */
	int64_t ukuran;             /* bytes */
	const char *ditandatangani; /* UTC moments; NULL */
	const char *dicabut;
	const char *dibuat;
	const char *alasan;   /* why revoked or replaced */
	int64_t pengganti_id; /* 0: none */
};

/* One that p may see.  ERR_NOT_FOUND. */
enum err dokumen_ambil(struct db *db, const struct pelaku *p, int64_t id,
		       struct dokumen *out);

/* What a page of the list is to hold. */
struct dokumen_saring {
	const char *jenis;  /* NULL: all */
	const char *status; /* NULL: all */
	int64_t tahun;      /* of the number; 0: all */
	bool saya;          /* only what waits for p's own signature */
	const char *cari;   /* ticket code, or beginning of a number; NULL */
	bool turun;         /* newest first */
	bool mundur;        /* the rows before the cursor */
	int64_t id;         /* of the cursor row; 0: first page */
	int64_t banyak;     /* at most so many rows */
};

/*
 * A page of the documents p may see, in the order of the page (also when
 * mundur).  *total is how many there are, *pasti false when it is only "at
 * least".
 */
enum err dokumen_daftar(struct db *db, const struct pelaku *p,
			const struct dokumen_saring *s, struct dokumen **out,
			size_t *n, int64_t *total, bool *pasti);

/* Years in which numbers were given, latest first. */
enum err dokumen_tahun(struct db *db, int64_t **out, size_t *n);

/* Who may be asked to sign. */
struct pejabat {
	int64_t id;
	const char *nama;
	const char *jabatan; /* NULL: none */
};
enum err dokumen_pejabat(struct db *db, struct pejabat **out, size_t *n);

/* What happened to a document, oldest first.  The id must come from a row
   that p may see. */
struct dokumen_catatan {
	const char *waktu;    /* UTC */
	const char *tindakan; /* dokumen-disiapkan ...-pengganti ...-diajukan
				 ...-ditandatangani ...-disegel ...-dicabut
				 ...-diganti */
	const char *nama;     /* who; NULL: the system */
	const char *rincian;  /* number replaced, official, number given, or
				 reason; NULL: none */
};
enum err dokumen_riwayat(struct db *db, int64_t id,
			 struct dokumen_catatan **out, size_t *n);

/* ---- before the signature, and after ---- */

/*
 * Put a draft to an official for signature; with semua the other drafts of
 * its ticket, too.  The ticket goes from dokumen to tanda-tangan.  Timeline
 * and message `dokumen-diajukan` to the official.  ERR_INPUT: he is not an
 * active official; ERR_CONFLICT: it is no draft, or its ticket's state
 * forbids it; ERR_NOT_FOUND.
 */
enum err dokumen_ajukan(struct db *db, const struct pelaku *p, int64_t id,
			int64_t pejabat_id, bool semua);

/*
 * Revoke a document: admin any, an official what he signed.  A ticket in
 * siap-serah goes back to dokumen; the cards of a destruction protocol, also
 * of its mere draft, wait again.  Timeline and message `dokumen-dicabut` to
 * both sides.  ERR_CONFLICT: it is not valid any more (or a ticket's draft);
 * ERR_FORBIDDEN: another official's; ERR_NOT_FOUND.
 */
enum err dokumen_cabut(struct db *db, const struct pelaku *p, int64_t id,
		       const char *alasan);

/*
 * Replace a document by a new draft, whose id goes to *baru: a valid one
 * becomes diganti, a revoked one of a ticket stays dicabut.  For admin.  A
 * ticket in siap-serah goes back to dokumen.  ERR_CONFLICT: it is a draft or
 * has been replaced; ERR_NOT_FOUND.
 */
enum err dokumen_ganti(struct db *db, const struct pelaku *p, int64_t id,
		       const char *alasan, int64_t *baru);

/*
 * Revoke the BAST of a return that is called off, in its transaction.  By
 * dokumen_cabut() it cannot be revoked, nor replaced.
 */
enum err dokumen_cabut_kembali(struct db *db, const struct pelaku *p,
			       int64_t id, const char *alasan);

/* ---- signing: used by dokumen/terbit alone ---- */

/* A document about to be signed. */
struct penerbitan {
	int64_t id;
	const char *jenis;
	int64_t proses_id; /* 0: of no ticket */
	int64_t permintaan_id;
	const char *status_proses;
	int64_t tahun;
	int64_t urut;
	const char *nomor;
	const char *tanggal; /* YYYY-MM-DD */
	const char *kode;
	const char *waktu; /* UTC */
	bool segel;        /* by the suite's seal, not by an official */
	/* filled in by the caller before dokumen_selesai_terbit() */
	const char *sha256;
	int64_t ukuran;
};

/*
 * Lock a draft and its ticket in the caller's transaction; fills *t up to
 * status_proses.  ERR_NOT_FOUND; ERR_FORBIDDEN: p is not the official it was
 * put to; ERR_CONFLICT: it is no draft, or its ticket's state forbids it.
 */
enum err dokumen_kunci_terbit(struct db *db, const struct pelaku *p, int64_t id,
			      struct penerbitan *t);

/* The same for a document that the suite seals.  ERR_CONFLICT: it is none of
   these, or no draft. */
enum err dokumen_kunci_segel(struct db *db, int64_t id, struct penerbitan *t);

/*
 * Give a locked draft number, date and code.  From here on others who want a
 * number of its kind wait, and whatever fails must undo the transaction.  All
 * numbers of a transaction are taken before anything is read without a lock:
 * such a read opens a snapshot, in which a number that somebody else takes
 * meanwhile makes the transaction begin again.
 */
enum err dokumen_nomori(struct db *db, struct penerbitan *t);

/*
 * The signed file is in the store: the draft becomes berlaku, with timeline,
 * audit and message `dokumen-ditandatangani`; the last one of a ticket makes
 * it siap-serah; the cards of a destruction protocol are dimusnahkan.  In the
 * same transaction.
 */
enum err dokumen_selesai_terbit(struct db *db, const struct pelaku *p,
				const struct penerbitan *t);

/* The number as printed: {urut} and {tahun} of the pattern filled in. */
const char *dokumen_nomor(struct arena *a, const char *pola, int64_t urut,
			  int64_t tahun);

/* All that is printed on a document.  Texts are NULL where there is none. */
struct dokumen_isi {
	const char *jenis;
	const char *status;
	struct {
		const char *username, *nama, *nip, *jabatan;
	} pejabat;
	struct {
		int64_t tiket; /* 0: of no ticket */
		int64_t jumlah;
		int64_t jumlah_gagal; /* cards that had to be replaced */
		const char *judul, *nomor, *fungsi;
		const char *diajukan, *mulai, *tuntas; /* UTC */
		const char *nomor_bast;
	} proses;
	struct {
		const char *nama, *kode, *alamat, *kota;
	} lembaga, produsen;
	struct {
		const char *nama, *identitas, *jabatan; /* identitas masked */
	} wakil;
	struct {
		/* who gives back, and why */
		const char *nama, *jabatan, *alasan, *catatan;
	} kembali;
	struct kartu_cetak {
		const char *seri_kartu, *sam_id, *pcid, *seri_mesin;
	} * kartu; /* of a BAST, also of a return */
	size_t n_kartu;
	struct kartu_rusak {
		const char *seri_kartu, *alasan, *keterangan;
	} * rusak; /* of a destruction protocol */
	size_t n_rusak;
	struct saksi *saksi;
	size_t n_saksi;
};

/* Collect it.  Rights were looked at before.  ERR_NOT_FOUND. */
enum err dokumen_isi(struct db *db, int64_t id, struct dokumen_isi *out);

#endif
