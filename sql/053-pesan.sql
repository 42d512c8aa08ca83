-- Messages: sending with retries, the bell, what a person wants to be told
-- and by which channel.

ALTER TABLE kotak_keluar
	MODIFY status VARCHAR(8) NOT NULL DEFAULT 'antri' COMMENT 'antri mengirim terkirim gagal; tampil: shown on the page instead of sent (development)',
	ADD COLUMN rahasia TINYINT NOT NULL DEFAULT 0 COMMENT '1: data holds a link or code; never shown to staff, wiped when sent or dead' AFTER data,
	ADD COLUMN coba INT NOT NULL DEFAULT 0 COMMENT 'tries begun' AFTER status,
	ADD COLUMN putus INT NOT NULL DEFAULT 0 COMMENT 'tries whose end nobody saw: the message may have gone out' AFTER coba,
	ADD COLUMN berikut DATETIME(3) NULL DEFAULT '2000-01-01 00:00:00' COMMENT 'antri: not before; mengirim: the claim ends; NULL: nothing more is to be done' AFTER putus,
	ADD COLUMN dipegang CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'mengirim: the claim of the worker that sends it' AFTER berikut,
	ADD COLUMN galat VARCHAR(300) NULL COMMENT 'why the last try failed: a code, then what the server said' AFTER dipegang,
	ADD COLUMN terkirim DATETIME(3) NULL COMMENT 'when it was taken by the mail server or gateway' AFTER galat,
	ADD COLUMN pesan_id VARCHAR(150) NULL COMMENT 'Message-ID, or what the gateway calls it' AFTER terkirim,
	ADD KEY kotak_keluar_giliran (saluran, berikut, id);

-- Messages from before that hold a link.
UPDATE kotak_keluar SET rahasia = 1
	WHERE templat IN ('email-konfirmasi', 'akun-dibuat', 'sandi-lupa', 'sandi-tautan');

CREATE TABLE pilihan_pesan (
	akun_id BIGINT NOT NULL COMMENT 'whose',
	saluran VARCHAR(8) NOT NULL COMMENT 'surel wa',
	kelompok VARCHAR(12) NOT NULL COMMENT 'group of messages, see model/templat.h',
	nyala TINYINT NOT NULL COMMENT '1: wanted; without a row e-mail is, WhatsApp is not',
	PRIMARY KEY (akun_id, saluran, kelompok),
	CONSTRAINT pilihan_pesan_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id) ON DELETE CASCADE
) COMMENT 'which messages a person wants by which channel';

CREATE TABLE notifikasi (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	akun_id BIGINT NOT NULL COMMENT 'whose',
	templat VARCHAR(40) NOT NULL COMMENT 'message code, worded by xslt/pesan-keluar.xsl',
	data VARCHAR(2000) NOT NULL COMMENT 'name=value lines; no secret, no NIK',
	dibuat DATETIME(3) NOT NULL COMMENT 'written, in the transaction of the change it tells of',
	dibaca DATETIME(3) NULL COMMENT 'when the person had read it; NULL: not yet',
	KEY notifikasi_akun (akun_id, id),
	KEY notifikasi_belum (akun_id, dibaca, id),
	CONSTRAINT notifikasi_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id) ON DELETE CASCADE
) COMMENT 'the bell: what each person was told on the pages';

ALTER TABLE sesi
	ADD COLUMN notif_belum INT NOT NULL DEFAULT 0 COMMENT 'unread messages of the bell when last counted, at most 100';
