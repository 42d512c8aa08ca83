-- What a person changes about himself (U-07): profile, picture, a new e-mail
-- address that waits to be confirmed.

ALTER TABLE akun
	ADD COLUMN versi INT NOT NULL DEFAULT 1 COMMENT 'counts changes of the profile, so that a lost update is seen',
	ADD COLUMN foto CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SHA-256 of the picture in the file store; NULL: none',
	ADD KEY akun_foto (foto);

ALTER TABLE akun_tautan
	MODIFY COLUMN tujuan VARCHAR(12) NOT NULL COMMENT 'email: confirm the address; email-baru: confirm and change to it; email-batal: stop such a change, data is the old address; sandi: set a password';
