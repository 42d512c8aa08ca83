-- Data balikan (B): what institutions send back about a NIK.
--
-- The rows of a country are in `balikan`, clustered by institution and NIK: a
-- file is loaded in the order of its NIKs, so that whatever the table's size
-- each page of it is touched once (figures: tests/bench/README).  No foreign
-- key and no second index there: each would cost a look-up a row.

CREATE TABLE balikan_versi (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	nomor INT NOT NULL COMMENT 'from 1; the highest is in force',
	akun_id BIGINT NOT NULL COMMENT 'who made it',
	dibuat DATETIME(3) NOT NULL COMMENT 'UTC',
	UNIQUE KEY balikan_versi_nomor (lembaga_id, nomor),
	CONSTRAINT balikan_versi_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT balikan_versi_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'versions of an institution''s parameters (B-01)';

CREATE TABLE balikan_ruas (
	versi_id INT UNSIGNED NOT NULL COMMENT 'the version',
	urutan SMALLINT NOT NULL COMMENT 'from 1',
	nama VARCHAR(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'column name, A-Z 0-9 _, e.g. NO_CIF; never NIK',
	jenis VARCHAR(8) NOT NULL COMMENT 'teks angka tanggal telepon pilihan',
	panjang SMALLINT NOT NULL COMMENT 'most characters',
	wajib TINYINT NOT NULL COMMENT '1: must be filled in',
	pola VARCHAR(60) NULL COMMENT 'teks, angka: pattern, 9 a digit, A a letter, X either, else itself; NULL: any',
	pilihan VARCHAR(2000) NULL COMMENT 'pilihan: what may stand there, one a line',
	PRIMARY KEY (versi_id, urutan),
	UNIQUE KEY balikan_ruas_nama (versi_id, nama),
	CONSTRAINT balikan_ruas_ke_versi FOREIGN KEY (versi_id) REFERENCES balikan_versi (id)
) COMMENT 'the parameters of a version, in order';

CREATE TABLE unggahan (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	kode CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its name in the address and in the file store, random',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	akun_id BIGINT NOT NULL COMMENT 'who sends it',
	nama VARCHAR(150) NOT NULL COMMENT 'name of the file, the sender''s',
	cara VARCHAR(8) NOT NULL COMMENT 'sebagian: good rows are taken; semua: all or nothing',
	bytes BIGINT NULL COMMENT 'length announced; NULL: not yet known',
	letak BIGINT NOT NULL DEFAULT 0 COMMENT 'bytes received and flushed',
	status VARCHAR(8) NOT NULL COMMENT 'terbuka lengkap batal',
	dibuat DATETIME(3) NOT NULL COMMENT 'UTC',
	diubah DATETIME(3) NOT NULL COMMENT 'UTC, of the last bytes',
	berakhir DATETIME(3) NOT NULL COMMENT 'UTC; what is not complete by then is removed',
	UNIQUE KEY unggahan_kode (kode),
	KEY unggahan_lembaga (lembaga_id, status, berakhir),
	KEY unggahan_berakhir (status, berakhir),
	CONSTRAINT unggahan_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT unggahan_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'files on their way by tus (B-04)';

CREATE TABLE balikan_kiriman (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key; of two sendings of an institution the higher is the newer',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	akun_id BIGINT NULL COMMENT 'who sent it; NULL: a machine',
	token_id BIGINT NULL COMMENT 'token of the machine (the first of the day)',
	sumber VARCHAR(9) NOT NULL COMMENT 'berkas: a file; formulir, layanan: a day''s single records',
	versi_id INT UNSIGNED NULL COMMENT 'version of the parameters; NULL: the header was not read yet',
	tanggal DATE NOT NULL COMMENT 'day in the office''s zone',
	status VARCHAR(11) NOT NULL COMMENT 'antri periksa muat selesai gagal urung (rows are being taken back) batal diurungkan',
	tutup TINYINT NOT NULL DEFAULT 0 COMMENT '1: takes no more records (formulir, layanan: a file came after it)',
	cara VARCHAR(8) NOT NULL DEFAULT 'sebagian' COMMENT 'sebagian: good rows are taken; semua: all or nothing',
	nama VARCHAR(150) NULL COMMENT 'name of the file',
	sha256 CHAR(64) CHARACTER SET ascii NULL COMMENT 'the file in the store; NULL: none, or not yet moved there, or deleted',
	unggahan_id BIGINT NULL COMMENT 'where the file came from',
	bytes BIGINT NOT NULL DEFAULT 0 COMMENT 'size of the file',
	dibaca BIGINT NOT NULL DEFAULT 0 COMMENT 'bytes of it checked so far',
	baris BIGINT NOT NULL DEFAULT 0 COMMENT 'rows in the file (so far while checking)',
	diterima BIGINT NOT NULL DEFAULT 0 COMMENT 'new rows',
	diperbarui BIGINT NOT NULL DEFAULT 0 COMMENT 'rows that replaced a former value',
	tetap BIGINT NOT NULL DEFAULT 0 COMMENT 'rows equal to what is there, or older than it',
	ditolak BIGINT NOT NULL DEFAULT 0 COMMENT 'refused rows',
	galat VARCHAR(24) NULL COMMENT 'code: why the whole file failed',
	galat_rinci VARCHAR(1000) NULL COMMENT 'names of columns and the like, never a value',
	laporan CHAR(64) CHARACTER SET ascii NULL COMMENT 'CSV of refused rows with their errors, in the store; NULL: none or deleted',
	dibuat DATETIME(3) NOT NULL COMMENT 'UTC',
	mulai DATETIME(3) NULL COMMENT 'checking began, UTC',
	mulai_muat DATETIME(3) NULL COMMENT 'loading began, UTC',
	selesai DATETIME(3) NULL COMMENT 'all was done, UTC',
	berkas_hapus DATETIME(3) NULL COMMENT 'its files were deleted, UTC',
	sewa DATETIME(3) NULL COMMENT 'a worker has it until then (checking, taking back), UTC',
	pekerja CHAR(16) CHARACTER SET ascii NULL COMMENT 'which worker',
	urung_nik BIGINT UNSIGNED NULL COMMENT 'taking back has come to this NIK',
	urung_oleh BIGINT NULL COMMENT 'who asked to take it back',
	UNIQUE KEY balikan_kiriman_unggahan (unggahan_id),
	KEY balikan_kiriman_lembaga (lembaga_id, id),
	KEY balikan_kiriman_kerja (status, lembaga_id, id),
	KEY balikan_kiriman_sumber (lembaga_id, sumber, tanggal, id),
	KEY balikan_kiriman_sha256 (sha256),
	KEY balikan_kiriman_laporan (laporan),
	KEY balikan_kiriman_hapus (berkas_hapus, selesai),
	CONSTRAINT balikan_kiriman_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT balikan_kiriman_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
	CONSTRAINT balikan_kiriman_ke_versi FOREIGN KEY (versi_id) REFERENCES balikan_versi (id),
	CONSTRAINT balikan_kiriman_ke_unggahan FOREIGN KEY (unggahan_id) REFERENCES unggahan (id)
) COMMENT 'sendings: files, and what came record by record on a day (B-06)';

CREATE TABLE balikan_potongan (
	kiriman_id INT UNSIGNED NOT NULL COMMENT 'the file',
	nomor INT UNSIGNED NOT NULL COMMENT 'from 1, in the order of NIKs',
	letak BIGINT NOT NULL COMMENT 'where it begins in the sorted file',
	panjang BIGINT NOT NULL COMMENT 'its bytes',
	baris INT UNSIGNED NOT NULL COMMENT 'its rows',
	status VARCHAR(7) NOT NULL COMMENT 'antri selesai',
	PRIMARY KEY (kiriman_id, nomor),
	KEY balikan_potongan_antri (kiriman_id, status, nomor)
) COMMENT 'parts of a file that are loaded in one transaction each, which holds the row and marks it done (B-10)';

CREATE TABLE balikan_tolak (
	kiriman_id INT UNSIGNED NOT NULL COMMENT 'the file',
	urut SMALLINT NOT NULL COMMENT 'from 1; the first 100 faults',
	baris BIGINT NOT NULL COMMENT 'row as a spreadsheet numbers it',
	ruas VARCHAR(40) NOT NULL COMMENT 'column; empty: the row as a whole',
	nilai VARCHAR(80) NULL COMMENT 'what stood there, a NIK masked',
	kode VARCHAR(24) NOT NULL COMMENT 'reason',
	PRIMARY KEY (kiriman_id, urut)
) COMMENT 'first faults of a file, for its page (B-08)';

CREATE TABLE balikan_tolak_total (
	kiriman_id INT UNSIGNED NOT NULL COMMENT 'the file',
	ruas VARCHAR(40) NOT NULL COMMENT 'column; empty: the row as a whole',
	kode VARCHAR(24) NOT NULL COMMENT 'reason; peringatan ones begin with ?',
	jumlah BIGINT NOT NULL COMMENT 'rows',
	PRIMARY KEY (kiriman_id, kode, ruas)
) COMMENT 'faults of a file by reason';

CREATE TABLE balikan (
	lembaga_id INT UNSIGNED NOT NULL COMMENT 'institution',
	nik BIGINT UNSIGNED NOT NULL COMMENT 'NIK, 16 digits',
	kiriman_id INT UNSIGNED NOT NULL COMMENT 'sending it came with, which names the version of the parameters',
	isi VARBINARY(4000) NOT NULL COMMENT 'values in the order of the version''s parameters, U+001F between them',
	PRIMARY KEY (lembaga_id, nik)
) COMMENT 'data balikan: the newest values an institution sent of a NIK';

CREATE TABLE balikan_lama (
	lembaga_id INT UNSIGNED NOT NULL COMMENT 'institution',
	nik BIGINT UNSIGNED NOT NULL COMMENT 'NIK',
	diganti_id INT UNSIGNED NOT NULL COMMENT 'sending that replaced it (or that it was too old for)',
	urut INT UNSIGNED NOT NULL COMMENT 'from 0: several times in one sending',
	kiriman_id INT UNSIGNED NOT NULL COMMENT 'sending it came with',
	isi VARBINARY(4000) NOT NULL COMMENT 'the former values',
	PRIMARY KEY (lembaga_id, nik, diganti_id, urut)
) COMMENT 'former values of data balikan (B-09)';

CREATE TABLE balikan_lembaga (
	lembaga_id BIGINT NOT NULL PRIMARY KEY COMMENT 'institution',
	baris BIGINT NOT NULL DEFAULT 0 COMMENT 'its rows in balikan',
	kiriman_id INT UNSIGNED NULL COMMENT 'last sending that changed or confirmed something',
	terakhir DATETIME(3) NULL COMMENT 'when, UTC',
	terlayani BIGINT NOT NULL DEFAULT 0 COMMENT 'rows done by the workers, for fair turns (B-11)',
	kuota_mb INT NULL COMMENT 'disk for files on their way; NULL: as Pengaturan says',
	KEY balikan_lembaga_baris (baris),
	KEY balikan_lembaga_terakhir (terakhir),
	CONSTRAINT balikan_lembaga_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id)
) COMMENT 'what is maintained of each institution that sends';

CREATE TABLE balikan_harian (
	tanggal DATE NOT NULL COMMENT 'day in the office''s zone',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	sumber VARCHAR(9) NOT NULL COMMENT 'berkas formulir layanan',
	diterima BIGINT NOT NULL DEFAULT 0 COMMENT 'new rows',
	diperbarui BIGINT NOT NULL DEFAULT 0 COMMENT 'replaced rows',
	tetap BIGINT NOT NULL DEFAULT 0 COMMENT 'unchanged rows',
	ditolak BIGINT NOT NULL DEFAULT 0 COMMENT 'refused rows',
	PRIMARY KEY (tanggal, lembaga_id, sumber),
	KEY balikan_harian_lembaga (lembaga_id, tanggal)
) COMMENT 'maintained totals by day: what was loaded on it; a sending taken back is subtracted from its own day (B-15)';

CREATE TABLE balikan_token (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	akun_id BIGINT NOT NULL COMMENT 'who made it',
	nama VARCHAR(60) NOT NULL COMMENT 'what it is for',
	sidik BINARY(32) NOT NULL COMMENT 'SHA-256 of the token (256 random bits)',
	awalan CHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'its first characters, to tell tokens apart',
	alamat VARCHAR(1000) NULL COMMENT 'networks it may come from, one a line (CIDR); NULL: any',
	berakhir DATETIME(3) NOT NULL COMMENT 'UTC',
	dibuat DATETIME(3) NOT NULL COMMENT 'UTC',
	dicabut DATETIME(3) NULL COMMENT 'UTC',
	dicabut_oleh BIGINT NULL COMMENT 'who revoked it',
	terakhir DATETIME(3) NULL COMMENT 'last use, to the minute, UTC',
	UNIQUE KEY balikan_token_sidik (sidik),
	KEY balikan_token_lembaga (lembaga_id, id),
	CONSTRAINT balikan_token_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT balikan_token_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'tokens of the web service (B-05)';

CREATE TABLE balikan_jawaban (
	token_id BIGINT NOT NULL COMMENT 'token',
	kunci VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Idempotency-Key',
	sidik BINARY(32) NOT NULL COMMENT 'SHA-256 of path, type and body',
	status SMALLINT NOT NULL COMMENT 'HTTP status of the answer',
	jawaban MEDIUMBLOB NOT NULL COMMENT 'the answer',
	dibuat DATETIME(3) NOT NULL COMMENT 'UTC',
	PRIMARY KEY (token_id, kunci),
	KEY balikan_jawaban_umur (dibuat)
) COMMENT 'answers of the web service, for requests sent again (B-14)';

CREATE TABLE penduduk (
	nik BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'NIK',
	no_kk BIGINT UNSIGNED NOT NULL COMMENT 'family card, as of now',
	nama VARCHAR(100) NOT NULL COMMENT 'full name',
	tempat_lahir VARCHAR(60) NOT NULL COMMENT 'place of birth',
	tanggal_lahir DATE NOT NULL COMMENT 'date of birth',
	jenis_kelamin CHAR(1) CHARACTER SET ascii NOT NULL COMMENT 'L or P',
	alamat VARCHAR(150) NOT NULL COMMENT 'street address',
	wilayah_kode VARCHAR(10) NOT NULL COMMENT 'village, see wilayah',
	status VARCHAR(10) NOT NULL COMMENT 'hidup meninggal pindah'
) COMMENT 'source of residents: filled by the adapter of the installation; synthetic ones in the demo';

INSERT INTO pengaturan (nama, nilai, jenis, kelompok, urut, min, maks) VALUES
('balikan_maks_mb', '4096', 'angka', 'balikan', 1, 1, 4096),
('balikan_kuota_mb', '10240', 'angka', 'balikan', 2, 10, 1000000),
('balikan_unggah_jam', '72', 'angka', 'balikan', 3, 1, 720),
('balikan_simpan_hari', '30', 'angka', 'balikan', 4, 1, 365),
('balikan_tunggak_bulan', '3', 'angka', 'balikan', 5, 1, 24),
('balikan_laju_menit', '120', 'angka', 'balikan', 6, 1, 10000);
