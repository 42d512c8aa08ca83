-- Accounts, institutions, sessions, files, settings, outbox, audit:
-- what every system of the suite stands on.  Times are UTC.

CREATE TABLE lembaga (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	kode CHAR(6) NOT NULL COMMENT 'institution code, six digits',
	nama VARCHAR(150) NOT NULL COMMENT 'name as on letters',
	jenis VARCHAR(24) NOT NULL COMMENT 'kind: lembaga-negara kementerian bhi-pusat opd-provinsi bhi-provinsi opd-kabkota bhi-kabkota produsen dinas-provinsi dinas-kabkota ditjen',
	alamat VARCHAR(250) NOT NULL COMMENT 'street address',
	kota VARCHAR(80) NOT NULL COMMENT 'city or regency',
	provinsi VARCHAR(80) NOT NULL COMMENT 'province',
	wilayah_kode VARCHAR(10) NULL COMMENT 'region code, see wilayah',
	pic_nama VARCHAR(100) NULL COMMENT 'person in charge',
	pic_telepon VARCHAR(20) NULL COMMENT 'phone of the person in charge',
	asing TINYINT NOT NULL DEFAULT 0 COMMENT '1: foreign-majority owned (BHI)',
	aktif TINYINT NOT NULL DEFAULT 1 COMMENT '0: closed; its accounts cannot sign in',
	dibuat DATETIME(3) NOT NULL COMMENT 'row made',
	UNIQUE KEY lembaga_kode (kode),
	KEY lembaga_jenis (jenis, aktif, nama)
) COMMENT 'institutions of every kind, producers, regional offices, Ditjen';

CREATE TABLE akun (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	username VARCHAR(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'sign-in name, case does not matter',
	nama VARCHAR(100) NOT NULL COMMENT 'full name',
	sandi VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'argon2id hash; NULL: none yet',
	peran VARCHAR(12) NOT NULL COMMENT 'role, see lib/role.h',
	lembaga_id BIGINT NULL COMMENT 'institution; NULL only while a new one awaits verification',
	jabatan VARCHAR(100) NULL COMMENT 'position (officials)',
	nip VARCHAR(20) NULL COMMENT 'staff number (officials)',
	email VARCHAR(150) NOT NULL COMMENT 'address for messages, lower case',
	email_sah DATETIME(3) NULL COMMENT 'when the address was confirmed by link',
	telepon VARCHAR(20) NOT NULL COMMENT 'phone',
	alamat VARCHAR(250) NOT NULL COMMENT 'street address',
	kota VARCHAR(80) NOT NULL COMMENT 'city or regency',
	provinsi VARCHAR(80) NOT NULL COMMENT 'province',
	status VARCHAR(12) NOT NULL COMMENT 'menunggu aktif ditolak nonaktif',
	alasan VARCHAR(500) NULL COMMENT 'reason of a refusal or closing',
	lembaga_baru VARCHAR(150) NULL COMMENT 'name of a new institution asked for at registration',
	lembaga_jenis VARCHAR(24) NULL COMMENT 'its kind',
	masuk_terakhir DATETIME(3) NULL COMMENT 'last sign-in',
	sandi_diubah DATETIME(3) NULL COMMENT 'last change of password',
	dibuat DATETIME(3) NOT NULL COMMENT 'registered',
	diputus_oleh BIGINT NULL COMMENT 'admin who verified or refused',
	diputus DATETIME(3) NULL COMMENT 'when',
	UNIQUE KEY akun_username (username),
	KEY akun_email (email),
	KEY akun_status (status, id),
	KEY akun_lembaga (lembaga_id, status),
	CONSTRAINT akun_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT akun_ke_pemutus FOREIGN KEY (diputus_oleh) REFERENCES akun (id)
) COMMENT 'accounts: one per person';

CREATE TABLE akun_tautan (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	akun_id BIGINT NOT NULL COMMENT 'whose',
	tujuan VARCHAR(12) NOT NULL COMMENT 'email: confirm the address; sandi: set a password',
	hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the code in the link',
	data VARCHAR(150) NULL COMMENT 'the address to confirm',
	dibuat DATETIME(3) NOT NULL COMMENT 'made',
	berakhir DATETIME(3) NOT NULL COMMENT 'not good after',
	dipakai DATETIME(3) NULL COMMENT 'used: good once',
	UNIQUE KEY akun_tautan_hash (hash),
	KEY akun_tautan_akun (akun_id, tujuan),
	CONSTRAINT akun_tautan_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'links sent by message, good once';

CREATE TABLE sesi (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie',
	akun_id BIGINT NOT NULL COMMENT 'who',
	dibuat DATETIME(3) NOT NULL COMMENT 'signed in',
	terakhir DATETIME(3) NOT NULL COMMENT 'last request, to the minute',
	berakhir DATETIME(3) NOT NULL COMMENT 'not good after, whatever happens',
	ditutup DATETIME(3) NULL COMMENT 'ended by sign-out or for another reason',
	alamat_ip VARCHAR(45) NOT NULL COMMENT 'address at sign-in',
	agen VARCHAR(200) NOT NULL COMMENT 'browser at sign-in',
	UNIQUE KEY sesi_hash (hash),
	KEY sesi_akun (akun_id, ditutup, terakhir),
	KEY sesi_berakhir (berakhir),
	CONSTRAINT sesi_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'sign-ins';

CREATE TABLE gagal_masuk (
	kunci VARCHAR(80) NOT NULL PRIMARY KEY COMMENT 'akun:<name> or ip:<address>',
	jumlah INT NOT NULL COMMENT 'failures in a row',
	terakhir DATETIME(3) NOT NULL COMMENT 'last failure',
	tahan_sampai DATETIME(3) NOT NULL COMMENT 'no try is taken before',
	KEY gagal_masuk_terakhir (terakhir)
) COMMENT 'failed sign-ins, for slow-down and lock';

CREATE TABLE laju (
	kunci VARCHAR(100) NOT NULL COMMENT 'what is limited: <program>:<address>',
	jendela BIGINT NOT NULL COMMENT 'minute since 1970',
	jumlah INT NOT NULL COMMENT 'requests in that minute',
	PRIMARY KEY (kunci, jendela),
	KEY laju_jendela (jendela)
) COMMENT 'rate limits of public pages';

CREATE TABLE kiriman (
	kunci CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'key of the form that was sent',
	akun_id BIGINT NOT NULL COMMENT 'who; 0: a visitor',
	jalur VARCHAR(200) NOT NULL COMMENT 'path it was sent to',
	tujuan VARCHAR(300) NULL COMMENT 'where the answer led',
	pesan VARCHAR(60) NULL COMMENT 'message shown there',
	dibuat DATETIME(3) NOT NULL COMMENT 'when; swept after a week',
	KEY kiriman_dibuat (dibuat)
) COMMENT 'forms that have acted: a second sending gets the same answer';

CREATE TABLE berkas (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'place in the file store',
	nama VARCHAR(150) NOT NULL COMMENT 'name as sent',
	jenis VARCHAR(8) NOT NULL COMMENT 'pdf csv xlsx ics',
	ukuran BIGINT NOT NULL COMMENT 'bytes',
	akun_id BIGINT NULL COMMENT 'who sent it; NULL: the system',
	dibuat DATETIME(3) NOT NULL COMMENT 'when',
	KEY berkas_sha256 (sha256),
	CONSTRAINT berkas_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'files in the store that a row refers to';

CREATE TABLE pengaturan (
	nama VARCHAR(40) CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'name of the setting',
	nilai VARCHAR(2000) NOT NULL COMMENT 'value',
	jenis VARCHAR(12) NOT NULL COMMENT 'teks angka ya-tidak paragraf',
	kelompok VARCHAR(20) NOT NULL COMMENT 'group on the settings page',
	urut INT NOT NULL COMMENT 'order on the page',
	min BIGINT NULL COMMENT 'least number or length',
	maks BIGINT NULL COMMENT 'greatest number or length',
	diubah DATETIME(3) NULL COMMENT 'last change',
	diubah_oleh BIGINT NULL COMMENT 'by whom'
) COMMENT 'settings an admin may change';

INSERT INTO pengaturan (nama, nilai, jenis, kelompok, urut, min, maks) VALUES
('kantor_nama', 'Direktorat Jenderal Kependudukan dan Pencatatan Sipil', 'teks', 'kantor', 1, 3, 150),
('kantor_unit', 'Subdirektorat Keamanan Informasi', 'teks', 'kantor', 2, 3, 150),
('kantor_alamat', 'Jalan Contoh Nomor 1, Jakarta Selatan', 'teks', 'kantor', 3, 3, 250),
('kantor_telepon', '021-5550100', 'teks', 'kantor', 4, 3, 40),
('kantor_surel', 'layanan@dukcapil.example', 'teks', 'kantor', 5, 3, 100),
('kantor_wa', '', 'teks', 'kantor', 6, 0, 16),
('kantor_kota', 'Jakarta', 'teks', 'kantor', 7, 3, 80),
('kantor_jam', 'Senin–Jumat 08.00–16.00', 'teks', 'kantor', 8, 0, 100),
('kapasitas_harian', '250', 'angka', 'jadwal', 1, 1, 100000),
('norma_surat', '3', 'angka', 'norma', 1, 1, 60),
('norma_disposisi', '5', 'angka', 'norma', 2, 1, 60),
('norma_personalisasi', '5', 'angka', 'norma', 3, 1, 60),
('norma_dokumen', '3', 'angka', 'norma', 4, 1, 60),
('norma_serah_terima', '2', 'angka', 'norma', 5, 1, 60),
('nomor_bast', '470/{urut}/BAST/Dukcapil/{tahun}', 'teks', 'nomor', 1, 6, 60),
('nomor_surat_balasan', '470/{urut}/Dukcapil/{tahun}', 'teks', 'nomor', 2, 6, 60),
('nomor_surat_selesai', '470/{urut}/KET/Dukcapil/{tahun}', 'teks', 'nomor', 3, 6, 60),
('nomor_pemusnahan', '470/{urut}/BAP/Dukcapil/{tahun}', 'teks', 'nomor', 4, 6, 60),
('sistem_aktivasi', 'tidak', 'ya-tidak', 'sistem', 1, NULL, NULL),
('beranda_tentang', 'SI-FILMA mencatat perjalanan kartu SAM pembaca KTP-el, dari surat permintaan sampai serah terima, dalam satu tempat.', 'paragraf', 'beranda', 1, 0, 2000);

CREATE TABLE kotak_keluar (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	saluran VARCHAR(8) NOT NULL COMMENT 'surel wa',
	kepada VARCHAR(150) NOT NULL COMMENT 'e-mail address or phone',
	akun_id BIGINT NULL COMMENT 'whose it is, when somebody with an account',
	templat VARCHAR(40) NOT NULL COMMENT 'message code, worded by xslt/pesan-keluar.xsl',
	data VARCHAR(2000) NOT NULL COMMENT 'what the template needs: name=value lines; no NIK, no password',
	status VARCHAR(8) NOT NULL DEFAULT 'antri' COMMENT 'antri terkirim gagal',
	dibuat DATETIME(3) NOT NULL COMMENT 'written, in the transaction of the change it tells of',
	KEY kotak_keluar_status (status, id),
	KEY kotak_keluar_akun (akun_id, id)
) COMMENT 'messages to people, sent by a worker';

CREATE TABLE audit (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key; not the order of commit',
	waktu DATETIME(3) NOT NULL COMMENT 'when',
	akun_id BIGINT NULL COMMENT 'who; NULL: a visitor or the system',
	username VARCHAR(40) NULL COMMENT 'his name then',
	lembaga_id BIGINT NULL COMMENT 'his institution then',
	alamat_ip VARCHAR(45) NULL COMMENT 'from where',
	tindakan VARCHAR(40) NOT NULL COMMENT 'what: permintaan-dibuat …',
	objek VARCHAR(24) NOT NULL COMMENT 'kind of thing: permintaan akun …',
	objek_id BIGINT NOT NULL COMMENT 'its key',
	rincian VARCHAR(1000) NULL COMMENT 'from, to, note; no NIK, no secret',
	KEY audit_waktu (waktu),
	KEY audit_objek (objek, objek_id),
	KEY audit_akun (akun_id, id)
) COMMENT 'append-only: written in the transaction of the change';

CREATE TABLE audit_segel (
	nomor BIGINT NOT NULL PRIMARY KEY COMMENT 'gap-free, from 1, given by the sealer',
	audit_id BIGINT NOT NULL COMMENT 'the sealed row',
	mac BINARY(32) NOT NULL COMMENT 'HMAC-SHA-256 over the previous mac and the canonical row',
	UNIQUE KEY audit_segel_audit (audit_id),
	CONSTRAINT audit_segel_ke_audit FOREIGN KEY (audit_id) REFERENCES audit (id)
) COMMENT 'the hash chain over audit';

CREATE TABLE audit_pemeriksaan (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	waktu DATETIME(3) NOT NULL COMMENT 'when the chain was checked from its beginning',
	nomor BIGINT NOT NULL COMMENT 'last seal that was checked',
	rusak_nomor BIGINT NULL COMMENT 'first seal that does not fit; NULL: the chain is whole',
	sebab VARCHAR(12) NULL COMMENT 'what is wrong there: isi celah hilang'
) COMMENT 'results of checking the chain, written by the sealer';

CREATE TRIGGER audit_tetap BEFORE UPDATE ON audit FOR EACH ROW
	SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append-only';
CREATE TRIGGER audit_kekal BEFORE DELETE ON audit FOR EACH ROW
	SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append-only';
CREATE TRIGGER audit_segel_tetap BEFORE UPDATE ON audit_segel FOR EACH ROW
	SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append-only';
CREATE TRIGGER audit_segel_kekal BEFORE DELETE ON audit_segel FOR EACH ROW
	SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append-only';
