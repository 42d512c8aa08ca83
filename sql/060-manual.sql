-- Manuals that Ditjen's staff upload and users download ("Upload Manual Book",
-- B-18).  A new file of the same manual is its next edition; earlier ones stay.

CREATE TABLE manual (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	judul VARCHAR(120) NOT NULL COMMENT 'title',
	untuk VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'who may download it: umum akun lembaga ditjen (model/manual.h)',
	aktif TINYINT NOT NULL DEFAULT 1 COMMENT '0: withdrawn, only staff see it',
	edisi INT NOT NULL DEFAULT 1 COMMENT 'number of the present edition in manual_edisi',
	versi INT NOT NULL DEFAULT 1 COMMENT 'grows with each change',
	UNIQUE KEY manual_judul (judul)
) COMMENT 'manuals';

CREATE TABLE manual_edisi (
	manual_id BIGINT NOT NULL COMMENT 'manual',
	nomor INT NOT NULL COMMENT 'number, from 1; the highest is the present one',
	berkas_id BIGINT NOT NULL COMMENT 'PDF',
	waktu DATETIME(3) NOT NULL COMMENT 'when it was uploaded',
	akun_id BIGINT NOT NULL COMMENT 'by whom',
	PRIMARY KEY (manual_id, nomor),
	CONSTRAINT manual_edisi_ke_manual FOREIGN KEY (manual_id) REFERENCES manual (id),
	CONSTRAINT manual_edisi_ke_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
	CONSTRAINT manual_edisi_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'editions of manuals; rows are never changed, earlier ones may be deleted';
