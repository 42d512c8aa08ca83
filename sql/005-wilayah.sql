-- Region codes, provinces to villages.  sql/muat-wilayah fills them from
-- sql/wilayah.tsv.gz; nothing else writes here.

CREATE TABLE wilayah (
	kode VARCHAR(10) NOT NULL PRIMARY KEY COMMENT 'official code without dots: 2 digits province, 4 regency or city, 6 district, 10 village',
	nama VARCHAR(120) NOT NULL COMMENT 'name as in the source',
	tingkat TINYINT AS (CASE CHAR_LENGTH(kode) WHEN 2 THEN 1 WHEN 4 THEN 2 WHEN 6 THEN 3 WHEN 10 THEN 4 END) STORED COMMENT '1 province, 2 regency or city, 3 district, 4 village',
	induk VARCHAR(10) AS (CASE CHAR_LENGTH(kode) WHEN 4 THEN LEFT(kode, 2) WHEN 6 THEN LEFT(kode, 4) WHEN 10 THEN LEFT(kode, 6) ELSE '' END) STORED COMMENT 'code of the region it lies in; empty for a province',
	KEY wilayah_anak (induk, nama),
	CONSTRAINT wilayah_panjang CHECK (CHAR_LENGTH(kode) IN (2, 4, 6, 10))
) COMMENT 'region codes of Indonesia, see sql/wilayah.LISENSI';

CREATE TABLE wilayah_versi (
	satu TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1: there is one row',
	sumber VARCHAR(80) NOT NULL COMMENT 'package and version the codes come from',
	sha256 CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'of the file that was loaded',
	baris INT NOT NULL COMMENT 'rows it has',
	dimuat DATETIME(3) NOT NULL COMMENT 'when it was loaded, UTC',
	CONSTRAINT wilayah_versi_satu CHECK (satu = 1)
) COMMENT 'which version of the region codes is loaded';
