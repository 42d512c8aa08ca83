-- Reports (U-21): indexes that recaps are read from alone, and the figures
-- that are maintained because no page should count them.
--
-- What is maintained, and when:
--   langkah_tiket, langkah_histogram	in the transaction that ends a step of
--		a ticket, or changes a holiday: they say what the ticket's own
--		page says, whatever the holidays become
--	pembaca_total	in the transaction that issues or ends a manifest
--	aktivitas	when an audit row is sealed, some seconds after it was
--		written: one worker writes it, so nobody waits for his
--		neighbour's row
-- sql/hitung-total recomputes and compares all of it.

CREATE TABLE zona (
	id TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1',
	jam TINYINT NOT NULL COMMENT 'hours east of UTC of the office (zona in sifilma.conf); changed by sql/hitung-total --zona'
) COMMENT 'where a day begins for the maintained figures';
INSERT INTO zona (id, jam) VALUES (1, 7);

ALTER TABLE permintaan
	ADD KEY permintaan_rekap (dibuat, lembaga_id, produsen_id, status, fungsi, jumlah),
	ADD KEY permintaan_rekap_p (produsen_id, dibuat, lembaga_id, status, fungsi, jumlah),
	ADD KEY permintaan_rekap_l (lembaga_id, dibuat, produsen_id, status, fungsi, jumlah);
ALTER TABLE aktivasi
	ADD KEY aktivasi_rekap (dibuat, lembaga_id, status, jumlah);
ALTER TABLE manifes
	ADD KEY manifes_terbit (diterbitkan, lembaga_id, fungsi, pendahulu_id),
	ADD KEY manifes_henti (tidak_berlaku, lembaga_id, fungsi, status);

-- ---- working days of each step (P-13) ----

CREATE TABLE langkah_tiket (
	proses_id BIGINT NOT NULL PRIMARY KEY COMMENT 'ticket',
	lembaga_id BIGINT NOT NULL COMMENT 'its institution',
	produsen_id BIGINT NOT NULL COMMENT 'its producer',
	jenis VARCHAR(24) NOT NULL COMMENT 'kind of the institution now',
	b0 DATE NOT NULL COMMENT 'sent to the producer: step 1 begins; a day that is missing is the next one known, as in model/langkah',
	b1 DATE NOT NULL COMMENT 'letter received: step 1 ends',
	b2 DATE NOT NULL COMMENT 'passed on: step 2 ends',
	b3 DATE NULL COMMENT 'last card done: step 3 ends; NULL: not yet',
	b4 DATE NULL COMMENT 'last document signed: step 4 ends',
	b5 DATE NULL COMMENT 'producer pressed Diterima: step 5 and the whole end',
	h1 SMALLINT NOT NULL COMMENT 'working days of step 1',
	h2 SMALLINT NOT NULL COMMENT 'of step 2',
	h3 SMALLINT NULL COMMENT 'of step 3; NULL: not ended',
	h4 SMALLINT NULL COMMENT 'of step 4',
	h5 SMALLINT NULL COMMENT 'of step 5',
	h6 SMALLINT NULL COMMENT 'of the whole, b0 to b5',
	akhir DATE AS (GREATEST(b1, b2, COALESCE(b3, b2), COALESCE(b4, b2), COALESCE(b5, b2))) PERSISTENT COMMENT 'last day of all: a later holiday changes nothing',
	KEY langkah_tiket_lembaga (lembaga_id),
	KEY langkah_tiket_akhir (akhir, b0),
	CONSTRAINT langkah_ke_proses FOREIGN KEY (proses_id) REFERENCES proses (id)
) COMMENT 'days of each ticket''s steps, kept by triggers';

CREATE TABLE langkah_histogram (
	bulan INT NOT NULL COMMENT 'month in which the step ended, 202611',
	langkah TINYINT NOT NULL COMMENT '1..5, 6: the whole',
	produsen_id BIGINT NOT NULL COMMENT 'producer',
	jenis VARCHAR(24) NOT NULL COMMENT 'kind of the institution',
	hari SMALLINT NOT NULL COMMENT 'working days it took',
	jumlah BIGINT NOT NULL COMMENT 'tickets',
	PRIMARY KEY (bulan, langkah, produsen_id, jenis, hari)
) COMMENT 'how many steps took how long, kept by triggers: median and percentiles are exact without a look at any ticket';

-- What langkah_tiket is to hold: days first, then what lies between them.
CREATE VIEW langkah_batas AS
SELECT p.id AS proses_id, p.lembaga_id, p.produsen_id, l.jenis,
	p.kelompok = 'approved' AS disetujui,
	COALESCE(DATE(m.diajukan + INTERVAL z.jam HOUR), m.agenda_tanggal, p.disposisi) AS b0,
	COALESCE(m.agenda_tanggal, p.disposisi) AS b1,
	p.disposisi AS b2,
	DATE(p.tuntas + INTERVAL z.jam HOUR) AS t3,
	IF(p.kelompok = 'approved', (
		SELECT IF(SUM(d.ditandatangani IS NULL) > 0, NULL, DATE(MAX(d.ditandatangani) + INTERVAL z.jam HOUR))
		FROM dokumen d WHERE d.proses_id = p.id
		AND d.status IN ('draf', 'berlaku') AND d.jenis <> 'pemusnahan'
	), NULL) AS t4,
	DATE(p.diterima + INTERVAL z.jam HOUR) AS b5
FROM proses p JOIN permintaan m ON m.id = p.permintaan_id
JOIN lembaga l ON l.id = p.lembaga_id JOIN zona z ON z.id = 1;

CREATE VIEW langkah_hari AS
SELECT proses_id, lembaga_id, produsen_id, jenis, disetujui, b0, b1, b2,
	COALESCE(t3, t4, b5) AS b3, COALESCE(t4, b5) AS b4, b5
FROM langkah_batas;

-- Weekdays up to a day, less those up to another, less the holidays between:
-- hari_kerja_antara() of model/hari.
CREATE FUNCTION hari_kerja_antara(dari DATE, sampai DATE) RETURNS SMALLINT
READS SQL DATA
RETURN IF(sampai <= dari, 0,
	5 * ((TO_DAYS(sampai) + 5) DIV 7 - (TO_DAYS(dari) + 5) DIV 7)
	+ LEAST(WEEKDAY(sampai) + 1, 5) - LEAST(WEEKDAY(dari) + 1, 5)
	- (SELECT COUNT(*) FROM libur WHERE tanggal > dari
		AND tanggal <= sampai AND WEEKDAY(tanggal) < 5));

CREATE VIEW langkah_benar AS
SELECT proses_id, lembaga_id, produsen_id, jenis, disetujui,
	b0, b1, b2, b3, b4, b5,
	hari_kerja_antara(b0, b1) AS h1, hari_kerja_antara(b1, b2) AS h2,
	hari_kerja_antara(b2, b3) AS h3, hari_kerja_antara(b3, b4) AS h4,
	hari_kerja_antara(b4, b5) AS h5, hari_kerja_antara(b0, b5) AS h6
FROM langkah_hari;

INSERT INTO langkah_tiket (proses_id, lembaga_id, produsen_id, jenis, b0, b1, b2, b3, b4, b5, h1, h2, h3, h4, h5, h6)
SELECT proses_id, lembaga_id, produsen_id, jenis, b0, b1, b2, b3, b4, b5, h1, h2, h3, h4, h5, h6 FROM langkah_benar;

-- One row a step that has ended; what the histogram counts.
CREATE VIEW langkah_selesai AS
SELECT t.proses_id, n.seq AS langkah, t.lembaga_id, t.produsen_id, t.jenis,
	EXTRACT(YEAR_MONTH FROM ELT(n.seq, t.b1, t.b2, t.b3, t.b4, t.b5, t.b5)) AS bulan,
	CAST(ELT(n.seq, t.h1, t.h2, t.h3, t.h4, t.h5, t.h6) AS SIGNED) AS hari
FROM langkah_tiket t JOIN seq_1_to_6 n
WHERE ELT(n.seq, t.h1, t.h2, t.h3, t.h4, t.h5, t.h6) IS NOT NULL;

INSERT INTO langkah_histogram (bulan, langkah, produsen_id, jenis, hari, jumlah)
SELECT bulan, langkah, produsen_id, jenis, hari, COUNT(*) FROM langkah_selesai
GROUP BY bulan, langkah, produsen_id, jenis, hari;

CREATE TRIGGER langkah_tiket_baru AFTER INSERT ON langkah_tiket FOR EACH ROW
	INSERT INTO langkah_histogram (bulan, langkah, produsen_id, jenis, hari, jumlah)
	SELECT EXTRACT(YEAR_MONTH FROM b), n, NEW.produsen_id, NEW.jenis, h, 1 FROM (
	SELECT 1 AS n, NEW.b1 AS b, NEW.h1 AS h
	UNION ALL SELECT 2, NEW.b2, NEW.h2 UNION ALL SELECT 3, NEW.b3, NEW.h3
	UNION ALL SELECT 4, NEW.b4, NEW.h4 UNION ALL SELECT 5, NEW.b5, NEW.h5
	UNION ALL SELECT 6, NEW.b5, NEW.h6) x WHERE h IS NOT NULL
	ON DUPLICATE KEY UPDATE jumlah = jumlah + 1;
CREATE TRIGGER langkah_tiket_pindah AFTER UPDATE ON langkah_tiket FOR EACH ROW
	INSERT INTO langkah_histogram (bulan, langkah, produsen_id, jenis, hari, jumlah)
	SELECT EXTRACT(YEAR_MONTH FROM b), n, p, j, h, beda FROM (
	SELECT n, b, h, OLD.produsen_id AS p, OLD.jenis AS j, -1 AS beda, bb, hh FROM (
	SELECT 1 AS n, OLD.b1 AS b, OLD.h1 AS h, NEW.b1 AS bb, NEW.h1 AS hh
	UNION ALL SELECT 2, OLD.b2, OLD.h2, NEW.b2, NEW.h2 UNION ALL SELECT 3, OLD.b3, OLD.h3, NEW.b3, NEW.h3
	UNION ALL SELECT 4, OLD.b4, OLD.h4, NEW.b4, NEW.h4 UNION ALL SELECT 5, OLD.b5, OLD.h5, NEW.b5, NEW.h5
	UNION ALL SELECT 6, OLD.b5, OLD.h6, NEW.b5, NEW.h6) lama
	UNION ALL
	SELECT n, b, h, NEW.produsen_id, NEW.jenis, 1, bb, hh FROM (
	SELECT 1 AS n, NEW.b1 AS b, NEW.h1 AS h, OLD.b1 AS bb, OLD.h1 AS hh
	UNION ALL SELECT 2, NEW.b2, NEW.h2, OLD.b2, OLD.h2 UNION ALL SELECT 3, NEW.b3, NEW.h3, OLD.b3, OLD.h3
	UNION ALL SELECT 4, NEW.b4, NEW.h4, OLD.b4, OLD.h4 UNION ALL SELECT 5, NEW.b5, NEW.h5, OLD.b5, OLD.h5
	UNION ALL SELECT 6, NEW.b5, NEW.h6, OLD.b5, OLD.h6) baru
	) x WHERE h IS NOT NULL AND NOT (b <=> bb AND h <=> hh
		AND OLD.jenis = NEW.jenis AND OLD.produsen_id = NEW.produsen_id)
	ON DUPLICATE KEY UPDATE jumlah = jumlah + beda;
CREATE TRIGGER langkah_tiket_hapus AFTER DELETE ON langkah_tiket FOR EACH ROW
	INSERT INTO langkah_histogram (bulan, langkah, produsen_id, jenis, hari, jumlah)
	SELECT EXTRACT(YEAR_MONTH FROM b), n, OLD.produsen_id, OLD.jenis, h, -1 FROM (
	SELECT 1 AS n, OLD.b1 AS b, OLD.h1 AS h
	UNION ALL SELECT 2, OLD.b2, OLD.h2 UNION ALL SELECT 3, OLD.b3, OLD.h3
	UNION ALL SELECT 4, OLD.b4, OLD.h4 UNION ALL SELECT 5, OLD.b5, OLD.h5
	UNION ALL SELECT 6, OLD.b5, OLD.h6) x WHERE h IS NOT NULL
	ON DUPLICATE KEY UPDATE jumlah = jumlah - 1;

-- The ticket's row anew; when a document changes (setuju 1) only once its
-- ticket counts as signed.  The days are read once, then counted.
DELIMITER //
CREATE PROCEDURE langkah_susun(tiket BIGINT, setuju TINYINT)
BEGIN
	DECLARE l, p BIGINT;
	DECLARE j VARCHAR(24);
	DECLARE d0, d1, d2, d3, d4, d5 DATE;
	SELECT lembaga_id, produsen_id, jenis, b0, b1, b2, b3, b4, b5
	INTO l, p, j, d0, d1, d2, d3, d4, d5
	FROM langkah_hari WHERE proses_id = tiket AND disetujui >= setuju;
	IF l IS NOT NULL THEN
		INSERT INTO langkah_tiket (proses_id, lembaga_id, produsen_id, jenis, b0, b1, b2, b3, b4, b5, h1, h2, h3, h4, h5, h6)
		VALUES (tiket, l, p, j, d0, d1, d2, d3, d4, d5,
			hari_kerja_antara(d0, d1), hari_kerja_antara(d1, d2), hari_kerja_antara(d2, d3),
			hari_kerja_antara(d3, d4), hari_kerja_antara(d4, d5), hari_kerja_antara(d0, d5))
		ON DUPLICATE KEY UPDATE b0 = VALUES(b0), b1 = VALUES(b1), b2 = VALUES(b2), b3 = VALUES(b3), b4 = VALUES(b4), b5 = VALUES(b5),
		h1 = VALUES(h1), h2 = VALUES(h2), h3 = VALUES(h3), h4 = VALUES(h4), h5 = VALUES(h5), h6 = VALUES(h6);
	END IF;
END//
DELIMITER ;

CREATE TRIGGER langkah_proses_baru AFTER INSERT ON proses FOR EACH ROW
	CALL langkah_susun(NEW.id, 0);
CREATE TRIGGER langkah_proses_hapus BEFORE DELETE ON proses FOR EACH ROW
	DELETE FROM langkah_tiket WHERE proses_id = OLD.id;

DELIMITER //
CREATE TRIGGER langkah_proses_pindah AFTER UPDATE ON proses FOR EACH ROW
	IF NOT (OLD.tuntas <=> NEW.tuntas AND OLD.diterima <=> NEW.diterima
		AND OLD.kelompok = NEW.kelompok AND OLD.disposisi = NEW.disposisi) THEN
		CALL langkah_susun(NEW.id, 0);
	END IF//
CREATE TRIGGER langkah_dokumen_baru AFTER INSERT ON dokumen FOR EACH ROW
	IF NEW.proses_id IS NOT NULL AND NEW.jenis <> 'pemusnahan' THEN
		CALL langkah_susun(NEW.proses_id, 1);
	END IF//
CREATE TRIGGER langkah_dokumen_pindah AFTER UPDATE ON dokumen FOR EACH ROW
	IF NEW.proses_id IS NOT NULL AND NEW.jenis <> 'pemusnahan'
		AND NOT (OLD.status = NEW.status AND OLD.ditandatangani <=> NEW.ditandatangani) THEN
		CALL langkah_susun(NEW.proses_id, 1);
	END IF//

-- A holiday more or less moves every step it lies in by a day.
CREATE TRIGGER langkah_libur_baru AFTER INSERT ON libur FOR EACH ROW
	IF WEEKDAY(NEW.tanggal) < 5 THEN
		UPDATE langkah_tiket SET h1 = h1 - (b0 < NEW.tanggal AND b1 >= NEW.tanggal),
		h2 = h2 - (b1 < NEW.tanggal AND b2 >= NEW.tanggal), h3 = h3 - (b2 < NEW.tanggal AND b3 >= NEW.tanggal),
		h4 = h4 - (b3 < NEW.tanggal AND b4 >= NEW.tanggal), h5 = h5 - (b4 < NEW.tanggal AND b5 >= NEW.tanggal),
		h6 = h6 - (b0 < NEW.tanggal AND b5 >= NEW.tanggal)
		WHERE akhir >= NEW.tanggal AND b0 < NEW.tanggal;
	END IF//
CREATE TRIGGER langkah_libur_hapus AFTER DELETE ON libur FOR EACH ROW
	IF WEEKDAY(OLD.tanggal) < 5 THEN
		UPDATE langkah_tiket SET h1 = h1 + (b0 < OLD.tanggal AND b1 >= OLD.tanggal),
		h2 = h2 + (b1 < OLD.tanggal AND b2 >= OLD.tanggal), h3 = h3 + (b2 < OLD.tanggal AND b3 >= OLD.tanggal),
		h4 = h4 + (b3 < OLD.tanggal AND b4 >= OLD.tanggal), h5 = h5 + (b4 < OLD.tanggal AND b5 >= OLD.tanggal),
		h6 = h6 + (b0 < OLD.tanggal AND b5 >= OLD.tanggal)
		WHERE akhir >= OLD.tanggal AND b0 < OLD.tanggal;
	END IF//
CREATE TRIGGER langkah_lembaga_jenis AFTER UPDATE ON lembaga FOR EACH ROW
	IF OLD.jenis <> NEW.jenis THEN
		UPDATE langkah_tiket SET jenis = NEW.jenis WHERE lembaga_id = NEW.id;
	END IF//
DELIMITER ;

-- ---- readers in use, by regency, institution and function (A-14) ----

CREATE TABLE pembaca_total (
	kab VARCHAR(4) CHARACTER SET ascii NOT NULL COMMENT 'regency or city',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	fungsi CHAR(2) NOT NULL COMMENT 'R or RW',
	jumlah BIGINT NOT NULL COMMENT 'manifests in force',
	lintang DECIMAL(20,6) NOT NULL COMMENT 'their latitudes together: by jumlah, where their middle is',
	bujur DECIMAL(20,6) NOT NULL COMMENT 'their longitudes together',
	prov CHAR(2) CHARACTER SET ascii AS (LEFT(kab, 2)) PERSISTENT COMMENT 'province',
	PRIMARY KEY (kab, lembaga_id, fungsi),
	KEY pembaca_total_lembaga (lembaga_id, kab, fungsi)
) COMMENT 'counts kept by triggers on manifes; no row is everybody''s, so that activations do not wait for each other; sql/hitung-total recomputes and compares';

INSERT INTO pembaca_total (kab, lembaga_id, fungsi, jumlah, lintang, bujur)
SELECT kab, lembaga_id, fungsi, COUNT(*), SUM(lintang), SUM(bujur)
FROM manifes WHERE status = 'berlaku' GROUP BY kab, lembaga_id, fungsi;

DELIMITER //
CREATE TRIGGER pembaca_baru AFTER INSERT ON manifes FOR EACH ROW
	IF NEW.status = 'berlaku' THEN
		INSERT INTO pembaca_total (kab, lembaga_id, fungsi, jumlah, lintang, bujur)
		VALUES (LEFT(NEW.wilayah_kode, 4), NEW.lembaga_id, NEW.fungsi, 1, NEW.lintang, NEW.bujur)
		ON DUPLICATE KEY UPDATE jumlah = jumlah + 1, lintang = lintang + NEW.lintang, bujur = bujur + NEW.bujur;
	END IF//
CREATE TRIGGER pembaca_pindah AFTER UPDATE ON manifes FOR EACH ROW
	IF NOT (OLD.status = NEW.status AND OLD.wilayah_kode = NEW.wilayah_kode AND OLD.lembaga_id = NEW.lembaga_id
		AND OLD.fungsi = NEW.fungsi AND OLD.lintang = NEW.lintang AND OLD.bujur = NEW.bujur) THEN
		IF OLD.status = 'berlaku' THEN
			UPDATE pembaca_total SET jumlah = jumlah - 1, lintang = lintang - OLD.lintang, bujur = bujur - OLD.bujur
			WHERE kab = LEFT(OLD.wilayah_kode, 4) AND lembaga_id = OLD.lembaga_id AND fungsi = OLD.fungsi;
		END IF;
		IF NEW.status = 'berlaku' THEN
			INSERT INTO pembaca_total (kab, lembaga_id, fungsi, jumlah, lintang, bujur)
			VALUES (LEFT(NEW.wilayah_kode, 4), NEW.lembaga_id, NEW.fungsi, 1, NEW.lintang, NEW.bujur)
			ON DUPLICATE KEY UPDATE jumlah = jumlah + 1, lintang = lintang + NEW.lintang, bujur = bujur + NEW.bujur;
		END IF;
	END IF//
CREATE TRIGGER pembaca_hapus AFTER DELETE ON manifes FOR EACH ROW
	IF OLD.status = 'berlaku' THEN
		UPDATE pembaca_total SET jumlah = jumlah - 1, lintang = lintang - OLD.lintang, bujur = bujur - OLD.bujur
		WHERE kab = LEFT(OLD.wilayah_kode, 4) AND lembaga_id = OLD.lembaga_id AND fungsi = OLD.fungsi;
	END IF//
DELIMITER ;

-- ---- what accounts do ----

CREATE TABLE aktivitas (
	tanggal DATE NOT NULL COMMENT 'day in the office''s zone',
	akun_id BIGINT NOT NULL COMMENT 'account',
	masuk BIGINT NOT NULL COMMENT 'sign-ins',
	gagal BIGINT NOT NULL COMMENT 'failed sign-ins',
	tindakan BIGINT NOT NULL COMMENT 'everything else in the audit log',
	PRIMARY KEY (tanggal, akun_id)
) COMMENT 'counted when an audit row is sealed; sql/hitung-total recomputes and compares';

-- Whose an audit row is: of a failed sign-in the account that was tried.
CREATE VIEW aktivitas_baris AS
SELECT a.id, DATE(a.waktu + INTERVAL z.jam HOUR) AS tanggal,
	IF(a.tindakan = 'masuk-gagal' AND a.objek = 'akun', NULLIF(a.objek_id, 0), a.akun_id) AS akun_id,
	a.tindakan = 'masuk' AS masuk, a.tindakan = 'masuk-gagal' AS gagal,
	a.tindakan NOT IN ('masuk', 'masuk-gagal') AS tindakan
FROM audit a JOIN zona z ON z.id = 1;

INSERT INTO aktivitas (tanggal, akun_id, masuk, gagal, tindakan)
SELECT b.tanggal, b.akun_id, SUM(b.masuk), SUM(b.gagal), SUM(b.tindakan)
FROM audit_segel s JOIN aktivitas_baris b ON b.id = s.audit_id
WHERE b.akun_id IS NOT NULL GROUP BY b.tanggal, b.akun_id;

CREATE TRIGGER aktivitas_segel AFTER INSERT ON audit_segel FOR EACH ROW
	INSERT INTO aktivitas (tanggal, akun_id, masuk, gagal, tindakan)
	SELECT b.tanggal, b.akun_id, b.masuk, b.gagal, b.tindakan
	FROM aktivitas_baris b WHERE b.id = NEW.audit_id AND b.akun_id IS NOT NULL
	ON DUPLICATE KEY UPDATE aktivitas.masuk = aktivitas.masuk + b.masuk,
	aktivitas.gagal = aktivitas.gagal + b.gagal, aktivitas.tindakan = aktivitas.tindakan + b.tindakan;
