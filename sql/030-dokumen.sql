-- The register of documents, and destruction of cards.

CREATE TABLE dokumen (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	jenis VARCHAR(16) NOT NULL COMMENT 'bast surat-balasan surat-selesai pemusnahan',
	proses_id BIGINT NULL COMMENT 'ticket it belongs to; NULL: destruction protocol of several',
	lembaga_id BIGINT NULL COMMENT 'institution that may see it',
	produsen_id BIGINT NULL COMMENT 'producer that may see it',
	tahun SMALLINT NULL COMMENT 'year of the number; NULL while a draft',
	urut INT NULL COMMENT 'number in the year, gap-free; NULL while a draft',
	nomor VARCHAR(60) NULL COMMENT 'number as printed',
	tanggal DATE NULL COMMENT 'date on the document',
	perihal VARCHAR(200) NOT NULL COMMENT 'title of the request; the tickets of a destruction protocol',
	kode CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'verification code: 128 random bits in hex',
	penandatangan_id BIGINT NULL COMMENT 'official who is to sign or has signed',
	status VARCHAR(8) NOT NULL COMMENT 'draf berlaku dicabut diganti',
	sha256 CHAR(64) CHARACTER SET ascii NULL COMMENT 'of the signed PDF, also its place in the store',
	ukuran BIGINT NULL COMMENT 'bytes of the signed PDF',
	ditandatangani DATETIME(3) NULL COMMENT 'when',
	dicabut DATETIME(3) NULL COMMENT 'revoked or replaced',
	alasan VARCHAR(500) NULL COMMENT 'why revoked or replaced',
	pengganti_id BIGINT NULL COMMENT 'document that replaces it',
	dibuat DATETIME(3) NOT NULL COMMENT 'draft made',
	UNIQUE KEY dokumen_nomor (jenis, tahun, urut),
	UNIQUE KEY dokumen_kode (kode),
	KEY dokumen_proses (proses_id, jenis),
	KEY dokumen_status (status, penandatangan_id, id),
	KEY dokumen_lembaga (lembaga_id, id),
	KEY dokumen_produsen (produsen_id, id),
	KEY dokumen_sha256 (sha256),
	KEY dokumen_nomor_teks (nomor),
	CONSTRAINT dokumen_ke_proses FOREIGN KEY (proses_id) REFERENCES proses (id),
	CONSTRAINT dokumen_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT dokumen_ke_produsen FOREIGN KEY (produsen_id) REFERENCES lembaga (id),
	CONSTRAINT dokumen_ke_penandatangan FOREIGN KEY (penandatangan_id) REFERENCES akun (id),
	CONSTRAINT dokumen_ke_pengganti FOREIGN KEY (pengganti_id) REFERENCES dokumen (id)
) COMMENT 'register of documents';

CREATE TABLE pemusnahan_kartu (
	kartu_id BIGINT NOT NULL PRIMARY KEY COMMENT 'damaged or locked card',
	dokumen_id BIGINT NULL COMMENT 'protocol that lists it; NULL: waits',
	seri_kartu VARCHAR(32) NOT NULL COMMENT 'its serial, as then',
	alasan VARCHAR(14) NOT NULL COMMENT 'rusak terkunci gagal; batal: ticket cancelled after it was personalised',
	masuk DATETIME(3) NOT NULL COMMENT 'put on the list',
	KEY pemusnahan_dokumen (dokumen_id),
	CONSTRAINT pemusnahan_ke_kartu FOREIGN KEY (kartu_id) REFERENCES kartu (id),
	CONSTRAINT pemusnahan_ke_dokumen FOREIGN KEY (dokumen_id) REFERENCES dokumen (id)
) COMMENT 'cards to be destroyed';

CREATE TABLE pemusnahan_saksi (
	dokumen_id BIGINT NOT NULL COMMENT 'protocol',
	urut TINYINT NOT NULL COMMENT 'order on the page',
	nama VARCHAR(100) NOT NULL COMMENT 'witness',
	jabatan VARCHAR(100) NOT NULL COMMENT 'position',
	PRIMARY KEY (dokumen_id, urut),
	CONSTRAINT saksi_ke_dokumen FOREIGN KEY (dokumen_id) REFERENCES dokumen (id)
) COMMENT 'witnesses of a destruction';

INSERT INTO pengaturan (nama, nilai, jenis, kelompok, urut, min, maks) VALUES
('kantor_induk', 'Kementerian Dalam Negeri Republik Indonesia', 'teks', 'kantor', 0, 0, 150);
