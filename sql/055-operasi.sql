-- Operations: signs of life of the workers, results of backups, and how large
-- the database is, for /status.  Times are UTC.

CREATE TABLE denyut (
	pekerja VARCHAR(40) CHARACTER SET ascii NOT NULL COMMENT 'worker',
	mesin VARCHAR(64) NOT NULL COMMENT 'machine it runs on',
	mulai DATETIME(3) NOT NULL COMMENT 'its process began',
	waktu DATETIME(3) NOT NULL COMMENT 'a round was done, told at most every ten seconds',
	jeda_ms BIGINT NOT NULL COMMENT 'pause after that round, in milliseconds',
	PRIMARY KEY (pekerja, mesin)
) COMMENT 'signs of life of the workers';

CREATE TABLE cadangan (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	mulai DATETIME(3) NOT NULL COMMENT 'begun',
	selesai DATETIME(3) NOT NULL COMMENT 'ended, well or not',
	hasil VARCHAR(8) NOT NULL COMMENT 'baik gagal',
	nama VARCHAR(80) NULL COMMENT 'name of its folder; NULL: none was made',
	byte BIGINT NULL COMMENT 'size of all that was written, in bytes',
	terkunci TINYINT NOT NULL COMMENT '1: encrypted for the recipients of the configuration',
	sebab VARCHAR(200) NULL COMMENT 'why it failed, as the command said',
	KEY cadangan_hasil (hasil, id)
) COMMENT 'backups, written by sql/cadangkan when each has ended';

-- Whoever may read it learns the one figure, not the tables.
CREATE SQL SECURITY DEFINER VIEW ukuran_basis AS
	SELECT CAST(IFNULL(SUM(DATA_LENGTH + INDEX_LENGTH), 0) AS SIGNED) AS byte
	FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE();
