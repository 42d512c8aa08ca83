-- The timeline of a file of data balikan: each change of its state, who made it
-- and when.  Written where the state is, so that none is forgotten.

CREATE TABLE balikan_riwayat (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	kiriman_id INT UNSIGNED NOT NULL COMMENT 'the file',
	waktu DATETIME(3) NOT NULL COMMENT 'when, UTC',
	akun_id BIGINT NULL COMMENT 'who; NULL: the system',
	dari VARCHAR(11) NULL COMMENT 'status before; NULL: it came in',
	ke VARCHAR(11) NOT NULL COMMENT 'status after',
	KEY balikan_riwayat_kiriman (kiriman_id, id)
) COMMENT 'timeline of files of data balikan';

-- What is known of those that came before.
INSERT INTO balikan_riwayat (kiriman_id, waktu, akun_id, dari, ke)
	SELECT id, dibuat, akun_id, NULL, 'antri' FROM balikan_kiriman
	WHERE sumber = 'berkas' ORDER BY id;
INSERT INTO balikan_riwayat (kiriman_id, waktu, dari, ke)
	SELECT id, mulai, 'antri', 'periksa' FROM balikan_kiriman
	WHERE sumber = 'berkas' AND mulai IS NOT NULL ORDER BY id;
INSERT INTO balikan_riwayat (kiriman_id, waktu, dari, ke)
	SELECT id, mulai_muat, 'periksa', 'muat' FROM balikan_kiriman
	WHERE sumber = 'berkas' AND mulai_muat IS NOT NULL ORDER BY id;
INSERT INTO balikan_riwayat (kiriman_id, waktu, akun_id, dari, ke)
	SELECT id, selesai, IF(status = 'batal', urung_oleh, NULL),
	IF(mulai_muat IS NOT NULL, 'muat', IF(mulai IS NULL, 'antri', 'periksa')),
	IF(status IN ('urung', 'diurungkan'), 'selesai', status)
	FROM balikan_kiriman
	WHERE sumber = 'berkas' AND selesai IS NOT NULL ORDER BY id;
INSERT INTO balikan_riwayat (kiriman_id, waktu, akun_id, dari, ke)
	SELECT k.id, a.waktu, a.akun_id, 'selesai', 'urung'
	FROM audit a JOIN balikan_kiriman k ON k.id = a.objek_id
	WHERE a.tindakan = 'balikan-diurungkan' AND a.objek = 'balikan'
	ORDER BY a.id;
-- When the rows were back is not known; it was soon after.
INSERT INTO balikan_riwayat (kiriman_id, waktu, dari, ke)
	SELECT k.id, MAX(a.waktu), 'urung', 'diurungkan'
	FROM audit a JOIN balikan_kiriman k ON k.id = a.objek_id
	WHERE a.tindakan = 'balikan-diurungkan' AND a.objek = 'balikan'
	AND k.status = 'diurungkan' GROUP BY k.id ORDER BY k.id;

CREATE TRIGGER balikan_riwayat_masuk AFTER INSERT ON balikan_kiriman FOR EACH ROW
	INSERT INTO balikan_riwayat (kiriman_id, waktu, akun_id, dari, ke)
	SELECT NEW.id, NEW.dibuat, NEW.akun_id, NULL, NEW.status FROM DUAL
	WHERE NEW.sumber = 'berkas';

-- The office's clock where the row tells it, else the server's.
CREATE TRIGGER balikan_riwayat_pindah AFTER UPDATE ON balikan_kiriman FOR EACH ROW
	INSERT INTO balikan_riwayat (kiriman_id, waktu, akun_id, dari, ke)
	SELECT NEW.id, COALESCE(CASE NEW.status WHEN 'periksa' THEN NEW.mulai
		WHEN 'muat' THEN NEW.mulai_muat WHEN 'selesai' THEN NEW.selesai
		WHEN 'gagal' THEN NEW.selesai WHEN 'batal' THEN NEW.selesai
		ELSE NULL END, UTC_TIMESTAMP(3)),
	IF(NEW.status IN ('urung', 'batal') AND OLD.status <> 'urung',
		NEW.urung_oleh, NULL), OLD.status, NEW.status FROM DUAL
	WHERE NEW.sumber = 'berkas' AND OLD.status <> NEW.status;
