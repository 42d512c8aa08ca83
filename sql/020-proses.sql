-- The process: ticket, plan, production, handover.

CREATE TABLE deret (
	nama VARCHAR(24) CHARACTER SET ascii NOT NULL COMMENT 'series: tiket, bast, …',
	tahun SMALLINT NOT NULL COMMENT 'year; 0: never starts again',
	terakhir BIGINT NOT NULL COMMENT 'last number given',
	PRIMARY KEY (nama, tahun)
) COMMENT 'gap-free number series: one locked row each';

CREATE TABLE proses (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	tiket INT NOT NULL COMMENT 'number of the ticket code T + 8 digits, never reused',
	permintaan_id BIGINT NOT NULL COMMENT 'accepted request',
	lembaga_id BIGINT NOT NULL COMMENT 'of the request, for lists',
	produsen_id BIGINT NOT NULL COMMENT 'of the request, for lists',
	jumlah INT NOT NULL COMMENT 'cards',
	selesai_kartu INT NOT NULL DEFAULT 0 COMMENT 'maintained: cards personalised',
	disposisi DATE NOT NULL COMMENT 'last disposisi: place in the queue',
	paling_awal DATE NULL COMMENT 'moved by admin: not before',
	alasan_pindah VARCHAR(500) NULL COMMENT 'why',
	estimasi_mulai DATE NULL COMMENT 'from the plan',
	estimasi_selesai DATE NULL COMMENT 'from the plan',
	status VARCHAR(16) NOT NULL COMMENT 'antri produksi dokumen tanda-tangan siap-serah diserahkan selesai batal',
	mulai DATETIME(3) NULL COMMENT 'first card worked',
	tuntas DATETIME(3) NULL COMMENT 'last card done',
	diserahkan DATETIME(3) NULL COMMENT 'handed over',
	diterima DATETIME(3) NULL COMMENT 'producer pressed Diterima',
	dibuat DATETIME(3) NOT NULL COMMENT 'ticket made',
	kelompok VARCHAR(8) CHARACTER SET ascii AS (CASE
		WHEN status = 'batal' THEN 'rejected'
		WHEN status IN ('siap-serah', 'diserahkan', 'selesai')
			THEN 'approved'
		ELSE 'progress' END) PERSISTENT
		COMMENT 'the filter of the list: progress approved rejected',
	UNIQUE KEY proses_tiket (tiket),
	UNIQUE KEY proses_permintaan (permintaan_id),
	KEY proses_antri (status, disposisi, tiket),
	KEY proses_kelompok (kelompok, tiket),
	KEY proses_lembaga (lembaga_id, tiket),
	KEY proses_lembaga_kelompok (lembaga_id, kelompok, tiket),
	KEY proses_produsen (produsen_id, tiket),
	KEY proses_produsen_kelompok (produsen_id, kelompok, tiket),
	KEY proses_estimasi (estimasi_selesai, tiket),
	KEY proses_kelompok_estimasi (kelompok, estimasi_selesai, tiket),
	KEY proses_lembaga_estimasi (lembaga_id, estimasi_selesai, tiket),
	KEY proses_lembaga_kel_est (lembaga_id, kelompok, estimasi_selesai, tiket),
	KEY proses_produsen_estimasi (produsen_id, estimasi_selesai, tiket),
	KEY proses_produsen_kel_est (produsen_id, kelompok, estimasi_selesai, tiket),
	CONSTRAINT proses_ke_permintaan FOREIGN KEY (permintaan_id) REFERENCES permintaan (id),
	CONSTRAINT proses_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT proses_ke_produsen FOREIGN KEY (produsen_id) REFERENCES lembaga (id)
) COMMENT 'tickets: accepted requests on their way';

CREATE TABLE proses_total (
	lembaga_id BIGINT NOT NULL COMMENT 'institution; 0: all of them together',
	produsen_id BIGINT NOT NULL COMMENT 'producer; 0: all of them together',
	kelompok VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'as in proses',
	jumlah BIGINT NOT NULL COMMENT 'number of tickets',
	PRIMARY KEY (lembaga_id, produsen_id, kelompok)
) COMMENT 'counts kept by triggers, so that no list counts 100 000 rows; sql/hitung-total recomputes and compares';

CREATE TRIGGER proses_total_baru AFTER INSERT ON proses FOR EACH ROW
	INSERT INTO proses_total (lembaga_id, produsen_id, kelompok, jumlah)
	VALUES (0, 0, NEW.kelompok, 1),
	(0, NEW.produsen_id, NEW.kelompok, 1),
	(NEW.lembaga_id, 0, NEW.kelompok, 1),
	(NEW.lembaga_id, NEW.produsen_id, NEW.kelompok, 1)
	ON DUPLICATE KEY UPDATE jumlah = jumlah + 1;
CREATE TRIGGER proses_total_pindah AFTER UPDATE ON proses FOR EACH ROW
	INSERT INTO proses_total (lembaga_id, produsen_id, kelompok, jumlah)
	SELECT l, p, k, n FROM
	(SELECT 0 AS l UNION ALL SELECT OLD.lembaga_id) lembaga,
	(SELECT 0 AS p UNION ALL SELECT OLD.produsen_id) produsen,
	(SELECT OLD.kelompok AS k, -1 AS n
		UNION ALL SELECT NEW.kelompok, 1) beda
	WHERE OLD.kelompok <> NEW.kelompok
	ON DUPLICATE KEY UPDATE jumlah = jumlah + n;

CREATE TABLE jadwal (
	tanggal DATE NOT NULL COMMENT 'working day',
	proses_id BIGINT NOT NULL COMMENT 'ticket',
	jumlah INT NOT NULL COMMENT 'cards planned on that day, with those done already when the plan was made on that day',
	PRIMARY KEY (tanggal, proses_id),
	KEY jadwal_proses (proses_id, tanggal),
	CONSTRAINT jadwal_ke_proses FOREIGN KEY (proses_id) REFERENCES proses (id)
) COMMENT 'the plan: written anew by model/jadwal for what is not done';

CREATE TABLE kapasitas (
	tanggal DATE NOT NULL PRIMARY KEY COMMENT 'day',
	jumlah INT NOT NULL COMMENT 'cards possible; 0: closed',
	alasan VARCHAR(250) NOT NULL COMMENT 'why',
	akun_id BIGINT NOT NULL COMMENT 'who set it',
	dicatat DATETIME(3) NOT NULL COMMENT 'when',
	CONSTRAINT kapasitas_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'days with another capacity than the setting';

CREATE TABLE libur (
	tanggal DATE NOT NULL PRIMARY KEY COMMENT 'day',
	nama VARCHAR(150) NOT NULL COMMENT 'name of the holiday',
	jenis VARCHAR(8) NOT NULL COMMENT 'libur: public holiday; cuti: collective leave',
	dicatat DATETIME(3) NOT NULL COMMENT 'when'
) COMMENT 'public holidays and collective leave days';

CREATE TABLE serah_terima (
	proses_id BIGINT NOT NULL PRIMARY KEY COMMENT 'ticket',
	wakil_nama VARCHAR(100) NOT NULL COMMENT 'representative of the producer',
	wakil_identitas VARCHAR(40) NOT NULL COMMENT 'his identity number',
	wakil_jabatan VARCHAR(100) NOT NULL COMMENT 'his position',
	tanggal DATE NOT NULL COMMENT 'day of handover',
	akun_id BIGINT NOT NULL COMMENT 'who handed over',
	penerima_id BIGINT NULL COMMENT 'account that pressed Diterima',
	CONSTRAINT serah_terima_ke_proses FOREIGN KEY (proses_id) REFERENCES proses (id),
	CONSTRAINT serah_terima_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
	CONSTRAINT serah_terima_ke_penerima FOREIGN KEY (penerima_id) REFERENCES akun (id)
) COMMENT 'handover to the producer';
