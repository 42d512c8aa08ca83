-- Personal data (UU 27/2022): requests for erasure, how long what is kept, and
-- how much was erased because its time was over.

CREATE TABLE penghapusan (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	akun_id BIGINT NOT NULL COMMENT 'whose data',
	asal VARCHAR(8) NOT NULL COMMENT 'orang: the person asked; retensi: a refused registration whose time was over',
	alasan VARCHAR(500) NULL COMMENT 'why, in the person''s words; erased with the rest',
	status VARCHAR(10) NOT NULL COMMENT 'diajukan ditarik ditolak disetujui (the worker is to erase) selesai',
	terbuka TINYINT AS (IF(status IN ('diajukan', 'disetujui'), 1, NULL)) PERSISTENT COMMENT '1 while it is open: one at a time',
	diminta DATETIME(3) NOT NULL COMMENT 'asked',
	tenggat DATE NOT NULL COMMENT 'last day for the decision, by the norm then',
	diputus DATETIME(3) NULL COMMENT 'decided, or withdrawn',
	diputus_oleh BIGINT NULL COMMENT 'by whom; NULL: the system',
	balasan VARCHAR(500) NULL COMMENT 'why it was refused',
	selesai DATETIME(3) NULL COMMENT 'erased',
	pesan_id BIGINT NULL COMMENT 'outbox row that tells the person; goes once it was sent',
	UNIQUE KEY penghapusan_terbuka (akun_id, terbuka),
	KEY penghapusan_status (status, id),
	KEY penghapusan_pesan (pesan_id),
	CONSTRAINT penghapusan_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
	CONSTRAINT penghapusan_ke_pemutus FOREIGN KEY (diputus_oleh) REFERENCES akun (id)
) COMMENT 'requests to erase a person''s data';

CREATE TABLE retensi (
	jenis VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'what: sesi masuk tautan pesan notifikasi perangkat pendaftaran permintaan',
	tanggal DATE NOT NULL COMMENT 'day in the office''s zone',
	jumlah BIGINT NOT NULL COMMENT 'rows (of the last two: accounts) erased',
	PRIMARY KEY (jenis, tanggal)
) COMMENT 'what was erased because its time was over or a person asked; counted in the transaction that erases';

ALTER TABLE akun
	MODIFY status VARCHAR(12) NOT NULL COMMENT 'menunggu aktif ditolak nonaktif; dihapus: the person is erased, id and username stay so that no other gets them';
-- What is over is found without reading the rest.
ALTER TABLE akun_tautan ADD KEY akun_tautan_berakhir (berakhir);
ALTER TABLE notifikasi ADD KEY notifikasi_dibuat (dibuat);
ALTER TABLE kotak_keluar ADD KEY kotak_keluar_umur (status, dibuat);

INSERT INTO pengaturan (nama, nilai, jenis, kelompok, urut, min, maks) VALUES
('hapus_norma', '3', 'angka', 'retensi', 1, 1, 30),
('retensi_sesi', '90', 'angka', 'retensi', 2, 1, 730),
('retensi_masuk', '2', 'angka', 'retensi', 3, 1, 90),
('retensi_tautan', '30', 'angka', 'retensi', 4, 1, 365),
('retensi_pesan', '90', 'angka', 'retensi', 5, 7, 1825),
('retensi_notifikasi', '180', 'angka', 'retensi', 6, 30, 1825),
('retensi_perangkat', '30', 'angka', 'retensi', 7, 1, 365),
('retensi_pendaftaran', '365', 'angka', 'retensi', 8, 30, 1825),
('retensi_audit', '10', 'angka', 'retensi', 9, 5, 100);
