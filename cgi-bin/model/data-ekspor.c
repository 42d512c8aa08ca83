/* data-ekspor.c - see data-pribadi.h: what is kept of a person, kind by kind,
 * and nothing of others. */
#include "data-pribadi.h"
#include "catat.h"

SQL(Q_AKUN,
    "SELECT a.id, a.username, a.nama, a.peran, l.nama, a.jabatan, a.nip,"
    " a.email, a.email_sah, a.telepon, a.alamat, a.kota, a.provinsi, a.status,"
    " a.dibuat, a.diputus, a.masuk_terakhir, a.sandi_diubah,"
    " a.foto IS NOT NULL FROM akun a"
    " LEFT JOIN lembaga l ON l.id = a.lembaga_id"
    " WHERE a.id = ? AND a.id > ? LIMIT ?");
SQL(Q_PERSETUJUAN,
    "SELECT 1, kelompok, saluran, nyala FROM pilihan_pesan"
    " WHERE akun_id = ? AND ? = 0 ORDER BY kelompok, saluran LIMIT ?");
SQL(Q_FAKTOR, "SELECT akun_id, totp_sejak, surel, wa, wa_ke FROM faktor"
	      " WHERE akun_id = ? AND akun_id > ? LIMIT ?");
SQL(Q_SESI, "SELECT id, dibuat, terakhir, berakhir, ditutup, alamat_ip, agen"
	    " FROM sesi WHERE akun_id = ? AND id > ? ORDER BY id LIMIT ?");
SQL(Q_PERANGKAT,
    "SELECT id, dibuat, terakhir, berakhir, dicabut, alamat_ip, agen"
    " FROM faktor_perangkat WHERE akun_id = ? AND id > ?"
    " ORDER BY id LIMIT ?");
SQL(Q_TAUTAN, "SELECT id, tujuan, data, dibuat, berakhir, dipakai"
	      " FROM akun_tautan WHERE akun_id = ? AND id > ?"
	      " ORDER BY id LIMIT ?");
SQL(Q_PESAN, "SELECT id, saluran, kepada, templat,"
	     " IF(rahasia = 1, NULL, data), status, dibuat, terkirim"
	     " FROM kotak_keluar WHERE akun_id = ? AND id > ?"
	     " ORDER BY id LIMIT ?");
SQL(Q_NOTIFIKASI, "SELECT id, templat, data, dibuat, dibaca FROM notifikasi"
		  " WHERE akun_id = ? AND id > ? ORDER BY id LIMIT ?");
SQL(Q_PERMINTAAN,
    "SELECT id, waktu, permintaan_id, kode, dari, ke, catatan"
    " FROM permintaan_riwayat WHERE akun_id = ? AND id > ?"
    " ORDER BY id LIMIT ?");
SQL(Q_AKTIVASI, "SELECT id, waktu, aktivasi_id, kode, dari, ke, catatan"
		" FROM aktivasi_riwayat WHERE akun_id = ? AND id > ?"
		" ORDER BY id LIMIT ?");
SQL(Q_KARTU, "SELECT id, waktu, kartu_id, kode, dari, ke, catatan"
	     " FROM kartu_riwayat WHERE akun_id = ? AND id > ?"
	     " ORDER BY id LIMIT ?");
SQL(Q_PERJANJIAN, "SELECT id, waktu, perjanjian_id, kode, catatan"
		  " FROM perjanjian_riwayat WHERE akun_id = ? AND id > ?"
		  " ORDER BY id LIMIT ?");
SQL(Q_BERKAS, "SELECT id, nama, jenis, ukuran, dibuat FROM berkas"
	      " WHERE akun_id = ? AND id > ? ORDER BY id LIMIT ?");
SQL(Q_BALIKAN, "SELECT id, dibuat, sumber, nama, bytes, status"
	       " FROM balikan_kiriman WHERE akun_id = ? AND id > ?"
	       " ORDER BY id LIMIT ?");
SQL(Q_TOKEN, "SELECT id, nama, awalan, dibuat, berakhir, terakhir, dicabut"
	     " FROM balikan_token WHERE akun_id = ? AND id > ?"
	     " ORDER BY id LIMIT ?");
/* What he did: details only when it was about himself. */
SQL(Q_AUDIT_OLEH,
    "SELECT id, waktu, tindakan, objek, objek_id, alamat_ip,"
    " IF(objek = 'akun' AND objek_id = ?, rincian, NULL) FROM audit"
    " WHERE akun_id = ? AND id > ? ORDER BY id LIMIT ?");
/* What others did about him: neither who nor from where. */
SQL(Q_AUDIT_TENTANG,
    "SELECT id, waktu, tindakan, rincian FROM audit WHERE objek = 'akun'"
    " AND objek_id = ? AND NOT akun_id <=> ? AND id > ?"
    " ORDER BY id LIMIT ?");
SQL(Q_PENGHAPUSAN,
    "SELECT id, diminta, tenggat, status, alasan, balasan, diputus"
    " FROM penghapusan WHERE akun_id = ? AND id > ? ORDER BY id LIMIT ?");

#define RIWAYAT(apa)                                                           \
	{                                                                      \
		{ "waktu", 't' }, { apa, 0 }, { "kode", 0 }, { "dari", 0 },    \
		    { "ke", 0 }, { "catatan", 0 },                             \
	}
#define MASUK                                                                  \
	{                                                                      \
		{ "dibuat", 't' }, { "terakhir", 't' }, { "berakhir", 't' },   \
		    { "ditutup", 't' }, { "alamat_ip", 0 }, { "agen", 0 },     \
	}

const struct data_kategori data_kategori[] = {
	{ "akun",
	  { { "username", 0 },
	    { "nama", 0 },
	    { "peran", 0 },
	    { "lembaga", 0 },
	    { "jabatan", 0 },
	    { "nip", 0 },
	    { "email", 0 },
	    { "email_sah", 't' },
	    { "telepon", 0 },
	    { "alamat", 0 },
	    { "kota", 0 },
	    { "provinsi", 0 },
	    { "status", 0 },
	    { "dibuat", 't' },
	    { "diputus", 't' },
	    { "masuk_terakhir", 't' },
	    { "sandi_diubah", 't' },
	    { "foto", 'b' } },
	  &Q_AKUN,
	  1 },
	{ "persetujuan",
	  { { "kelompok", 0 }, { "saluran", 0 }, { "nyala", 'b' } },
	  &Q_PERSETUJUAN,
	  1 },
	{ "faktor",
	  { { "totp_sejak", 't' },
	    { "surel_sejak", 't' },
	    { "wa_sejak", 't' },
	    { "wa_ke", 0 } },
	  &Q_FAKTOR,
	  1 },
	{ "sesi", MASUK, &Q_SESI, 1 },
	{ "perangkat", MASUK, &Q_PERANGKAT, 1 },
	{ "tautan",
	  { { "tujuan", 0 },
	    { "data", 0 },
	    { "dibuat", 't' },
	    { "berakhir", 't' },
	    { "dipakai", 't' } },
	  &Q_TAUTAN,
	  1 },
	{ "pesan",
	  { { "saluran", 0 },
	    { "kepada", 0 },
	    { "templat", 0 },
	    { "data", 0 },
	    { "status", 0 },
	    { "dibuat", 't' },
	    { "terkirim", 't' } },
	  &Q_PESAN,
	  1 },
	{ "notifikasi",
	  { { "templat", 0 },
	    { "data", 0 },
	    { "dibuat", 't' },
	    { "dibaca", 't' } },
	  &Q_NOTIFIKASI,
	  1 },
	{ "permintaan", RIWAYAT("permintaan"), &Q_PERMINTAAN, 1 },
	{ "aktivasi", RIWAYAT("aktivasi"), &Q_AKTIVASI, 1 },
	{ "kartu", RIWAYAT("kartu"), &Q_KARTU, 1 },
	{ "perjanjian",
	  { { "waktu", 't' },
	    { "perjanjian", 0 },
	    { "kode", 0 },
	    { "catatan", 0 } },
	  &Q_PERJANJIAN,
	  1 },
	{ "berkas",
	  { { "nama", 0 }, { "jenis", 0 }, { "ukuran", 0 }, { "dibuat", 't' } },
	  &Q_BERKAS,
	  1 },
	{ "balikan",
	  { { "dibuat", 't' },
	    { "sumber", 0 },
	    { "nama", 0 },
	    { "ukuran", 0 },
	    { "status", 0 } },
	  &Q_BALIKAN,
	  1 },
	{ "token",
	  { { "nama", 0 },
	    { "awalan", 0 },
	    { "dibuat", 't' },
	    { "berakhir", 't' },
	    { "terakhir", 't' },
	    { "dicabut", 't' } },
	  &Q_TOKEN,
	  1 },
	{ "audit-oleh",
	  { { "waktu", 't' },
	    { "tindakan", 0 },
	    { "objek", 0 },
	    { "objek_id", 0 },
	    { "alamat_ip", 0 },
	    { "rincian", 0 } },
	  &Q_AUDIT_OLEH,
	  2 },
	{ "audit-tentang",
	  { { "waktu", 't' }, { "tindakan", 0 }, { "rincian", 0 } },
	  &Q_AUDIT_TENTANG,
	  2 },
	{ "penghapusan",
	  { { "diminta", 't' },
	    { "tenggat", 0 },
	    { "status", 0 },
	    { "alasan", 0 },
	    { "balasan", 0 },
	    { "diputus", 't' } },
	  &Q_PENGHAPUSAN,
	  1 },
};
const size_t data_kategori_n = sizeof(data_kategori) / sizeof(*data_kategori);

enum err data_baca(struct db *db, const struct data_kategori *k, int64_t akun,
		   int64_t sesudah, struct rows **out)
{
	const int64_t sekali = DATA_SEKALI;

	return k->akun == 2 ?
		   db_query(db, out, k->baca, akun, akun, sesudah, sekali) :
		   db_query(db, out, k->baca, akun, sesudah, sekali);
}

enum err data_catat_unduh(struct db *db, const struct pelaku *p)
{
	return audit_catat(db, p, "data-diunduh", "akun", p->akun, NULL);
}
