-- The second factor (U-05): TOTP, a code by message, recovery codes, devices
-- that are remembered, and the sign-in that waits between the two factors.

ALTER TABLE sesi
	ADD COLUMN terbatas TINYINT NOT NULL DEFAULT 0 COMMENT '1: good for setting up the second factor only';

CREATE TABLE faktor (
	akun_id BIGINT NOT NULL PRIMARY KEY COMMENT 'whose',
	totp VARBINARY(80) NULL COMMENT 'shared secret of the authenticator, encrypted (key faktor); NULL: none',
	totp_sejak DATETIME(3) NULL COMMENT 'when it was confirmed by a code',
	langkah BIGINT NOT NULL DEFAULT 0 COMMENT 'last step of 30 s whose code was accepted: none is accepted twice',
	totp_baru VARBINARY(80) NULL COMMENT 'a secret that waits for its first code, encrypted',
	totp_baru_dibuat DATETIME(3) NULL COMMENT 'when it was made; good for an hour',
	surel DATETIME(3) NULL COMMENT 'since when codes may be sent by e-mail; NULL: not',
	wa DATETIME(3) NULL COMMENT 'since when by WhatsApp; NULL: not',
	wa_ke VARCHAR(20) NULL COMMENT 'the phone number that was confirmed by a code',
	CONSTRAINT faktor_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'second factors of accounts: a row when there is or was one';

CREATE TABLE faktor_pemulihan (
	akun_id BIGINT NOT NULL COMMENT 'whose',
	hash BINARY(32) NOT NULL COMMENT 'HMAC of the code under the key faktor',
	dibuat DATETIME(3) NOT NULL COMMENT 'made',
	dipakai DATETIME(3) NULL COMMENT 'used: good once',
	PRIMARY KEY (akun_id, hash),
	CONSTRAINT faktor_pemulihan_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'recovery codes, ten at a time';

CREATE TABLE faktor_kode (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	akun_id BIGINT NOT NULL COMMENT 'whose',
	saluran VARCHAR(8) NOT NULL COMMENT 'surel wa',
	ke VARCHAR(150) NOT NULL COMMENT 'address or number it went to',
	hash BINARY(32) NOT NULL COMMENT 'HMAC of the code under the key faktor',
	dibuat DATETIME(3) NOT NULL COMMENT 'sent',
	berakhir DATETIME(3) NOT NULL COMMENT 'not good after',
	sisa TINYINT NOT NULL COMMENT 'tries that are left',
	dipakai DATETIME(3) NULL COMMENT 'used, or a newer one was sent',
	KEY faktor_kode_akun (akun_id, dipakai, id),
	KEY faktor_kode_dibuat (dibuat),
	CONSTRAINT faktor_kode_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'codes sent by message';

CREATE TABLE faktor_perangkat (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	akun_id BIGINT NOT NULL COMMENT 'whose',
	hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie',
	dibuat DATETIME(3) NOT NULL COMMENT 'remembered since',
	terakhir DATETIME(3) NOT NULL COMMENT 'last sign-in with it',
	berakhir DATETIME(3) NOT NULL COMMENT 'forgotten after',
	dicabut DATETIME(3) NULL COMMENT 'forgotten before',
	alamat_ip VARCHAR(45) NOT NULL COMMENT 'address then',
	agen VARCHAR(200) NOT NULL COMMENT 'browser then',
	UNIQUE KEY faktor_perangkat_hash (hash),
	KEY faktor_perangkat_akun (akun_id, dicabut, berakhir),
	KEY faktor_perangkat_berakhir (berakhir),
	CONSTRAINT faktor_perangkat_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'devices that are not asked for the second factor for 30 days';

CREATE TABLE masuk_tunda (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie',
	akun_id BIGINT NOT NULL COMMENT 'whose password was right',
	dibuat DATETIME(3) NOT NULL COMMENT 'when',
	berakhir DATETIME(3) NOT NULL COMMENT 'no code is taken after',
	dipakai DATETIME(3) NULL COMMENT 'led to a session, or good for none: once',
	alamat_ip VARCHAR(45) NOT NULL COMMENT 'address at the password',
	agen VARCHAR(200) NOT NULL COMMENT 'browser at the password',
	titipan MEDIUMBLOB NULL COMMENT 'where to go on and the form that was interrupted, encrypted (key faktor)',
	UNIQUE KEY masuk_tunda_hash (hash),
	KEY masuk_tunda_akun (akun_id, dipakai),
	KEY masuk_tunda_berakhir (berakhir),
	CONSTRAINT masuk_tunda_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'sign-ins between password and second factor';

INSERT INTO pengaturan (nama, nilai, jenis, kelompok, urut, min, maks) VALUES
('faktor_wajib_admin', 'ya', 'ya-tidak', 'keamanan', 1, NULL, NULL),
('faktor_wajib_pejabat', 'ya', 'ya-tidak', 'keamanan', 2, NULL, NULL),
('faktor_wajib_produsen', 'ya', 'ya-tidak', 'keamanan', 3, NULL, NULL),
('faktor_wajib_dinas', 'ya', 'ya-tidak', 'keamanan', 4, NULL, NULL),
('faktor_wajib_pengguna', 'tidak', 'ya-tidak', 'keamanan', 5, NULL, NULL),
('faktor_wajib_verifikator', 'tidak', 'ya-tidak', 'keamanan', 6, NULL, NULL),
('faktor_wajib_pemohon', 'tidak', 'ya-tidak', 'keamanan', 7, NULL, NULL);
