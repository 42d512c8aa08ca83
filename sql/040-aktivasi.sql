-- Activation: agreements, requests, tokens, manifests, the life of a card.

CREATE TABLE perjanjian (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	lembaga_id BIGINT NOT NULL COMMENT 'institution that may use the data',
	nomor VARCHAR(80) NOT NULL COMMENT 'number of the agreement (PKS)',
	judul VARCHAR(200) NOT NULL COMMENT 'its title',
	mulai DATE NOT NULL COMMENT 'first day',
	berakhir DATE NOT NULL COMMENT 'last day; an extension moves it',
	elemen VARCHAR(500) NOT NULL COMMENT 'data elements it grants: codes joined by blanks',
	metode VARCHAR(60) NOT NULL COMMENT 'ways of access, joined by blanks: card-reader web-portal web-service',
	kuota BIGINT NULL COMMENT 'look-ups a day; NULL: not limited',
	berkas_id BIGINT NULL COMMENT 'the agreement, PDF',
	status VARCHAR(12) NOT NULL COMMENT 'berlaku dihentikan; that its time is over is told by berakhir',
	alasan VARCHAR(500) NULL COMMENT 'why it was stopped',
	dibuat DATETIME(3) NOT NULL COMMENT 'recorded',
	dibuat_oleh BIGINT NOT NULL COMMENT 'by whom',
	versi INT NOT NULL DEFAULT 1 COMMENT 'grows with each change',
	UNIQUE KEY perjanjian_nomor (lembaga_id, nomor),
	KEY perjanjian_lembaga (lembaga_id, status, berakhir),
	KEY perjanjian_berakhir (status, berakhir, id),
	KEY perjanjian_urut (berakhir, id),
	CONSTRAINT perjanjian_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT perjanjian_ke_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
	CONSTRAINT perjanjian_ke_akun FOREIGN KEY (dibuat_oleh) REFERENCES akun (id)
) COMMENT 'cooperation agreements (PKS)';

CREATE TABLE perjanjian_riwayat (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	perjanjian_id BIGINT NOT NULL COMMENT 'which agreement',
	waktu DATETIME(3) NOT NULL COMMENT 'when',
	akun_id BIGINT NULL COMMENT 'who; NULL: the system',
	kode VARCHAR(32) NOT NULL COMMENT 'dicatat diubah diperpanjang dihentikan diingatkan berakhir',
	catatan VARCHAR(500) NULL COMMENT 'from and to, or reason',
	berkas_id BIGINT NULL COMMENT 'document of the change (addendum), PDF',
	KEY perjanjian_riwayat_perjanjian (perjanjian_id, id),
	CONSTRAINT perjanjian_riwayat_ke_perjanjian FOREIGN KEY (perjanjian_id) REFERENCES perjanjian (id),
	CONSTRAINT perjanjian_riwayat_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
	CONSTRAINT perjanjian_riwayat_ke_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id)
) COMMENT 'timeline of an agreement';

CREATE TABLE perjanjian_pengingat (
	perjanjian_id BIGINT NOT NULL COMMENT 'agreement',
	berakhir DATE NOT NULL COMMENT 'the end that was told of: an extension begins anew',
	hari SMALLINT NOT NULL COMMENT 'days before: 60 30 7, or 0 for the end itself',
	waktu DATETIME(3) NOT NULL COMMENT 'when it was written to the outbox',
	PRIMARY KEY (perjanjian_id, berakhir, hari),
	CONSTRAINT pengingat_ke_perjanjian FOREIGN KEY (perjanjian_id) REFERENCES perjanjian (id)
) COMMENT 'reminders given: each once (A-08)';

CREATE TABLE aktivasi (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	lembaga_id BIGINT NOT NULL COMMENT 'institution that asks',
	proses_id BIGINT NOT NULL COMMENT 'handed-over ticket whose cards are activated',
	nomor VARCHAR(60) NOT NULL COMMENT 'the institution''s own letter number',
	judul VARCHAR(150) NOT NULL COMMENT 'subject of the letter',
	jumlah INT NOT NULL COMMENT 'readers = rows',
	berkas_id BIGINT NULL COMMENT 'the signed letter, PDF; NULL only in a draft',
	catatan VARCHAR(1000) NULL COMMENT 'notes',
	status VARCHAR(12) NOT NULL COMMENT 'baru diajukan ditarik disetujui ditolak',
	alasan VARCHAR(1000) NULL COMMENT 'reason of the refusal',
	pembuat_id BIGINT NOT NULL COMMENT 'account that made it',
	dibuat DATETIME(3) NOT NULL COMMENT 'Tgl Buat',
	diajukan DATETIME(3) NULL COMMENT 'sent',
	diputus DATETIME(3) NULL COMMENT 'approved or refused',
	diputus_oleh BIGINT NULL COMMENT 'by whom',
	versi INT NOT NULL DEFAULT 1 COMMENT 'grows with each change',
	terkirim TINYINT AS (status <> 'baru') PERSISTENT COMMENT '1 once it is no draft: what Ditjen sees',
	UNIQUE KEY aktivasi_nomor (lembaga_id, nomor),
	KEY aktivasi_l (lembaga_id, dibuat),
	KEY aktivasi_ls (lembaga_id, status, dibuat),
	KEY aktivasi_t (terkirim, dibuat),
	KEY aktivasi_s (status, dibuat),
	KEY aktivasi_proses (proses_id),
	FULLTEXT KEY aktivasi_cari (nomor, judul),
	CONSTRAINT aktivasi_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT aktivasi_ke_proses FOREIGN KEY (proses_id) REFERENCES proses (id),
	CONSTRAINT aktivasi_ke_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
	CONSTRAINT aktivasi_ke_pembuat FOREIGN KEY (pembuat_id) REFERENCES akun (id),
	CONSTRAINT aktivasi_ke_pemutus FOREIGN KEY (diputus_oleh) REFERENCES akun (id)
) COMMENT 'requests for activation (A-01, A-02)';

CREATE TABLE aktivasi_total (
	lembaga_id BIGINT NOT NULL COMMENT 'institution; 0: all of them together',
	status VARCHAR(12) NOT NULL COMMENT 'status',
	jumlah BIGINT NOT NULL COMMENT 'number of requests',
	PRIMARY KEY (lembaga_id, status)
) COMMENT 'counts kept by triggers, so that no list counts; sql/hitung-total recomputes and compares';

CREATE TRIGGER aktivasi_total_baru AFTER INSERT ON aktivasi FOR EACH ROW
	INSERT INTO aktivasi_total (lembaga_id, status, jumlah)
	VALUES (0, NEW.status, 1), (NEW.lembaga_id, NEW.status, 1)
	ON DUPLICATE KEY UPDATE jumlah = jumlah + 1;
CREATE TRIGGER aktivasi_total_hapus AFTER DELETE ON aktivasi FOR EACH ROW
	UPDATE aktivasi_total SET jumlah = jumlah - 1
	WHERE status = OLD.status AND lembaga_id IN (0, OLD.lembaga_id);
CREATE TRIGGER aktivasi_total_pindah AFTER UPDATE ON aktivasi FOR EACH ROW
	INSERT INTO aktivasi_total (lembaga_id, status, jumlah)
	SELECT l, s, n FROM
	(SELECT 0 AS l UNION ALL SELECT OLD.lembaga_id) lembaga,
	(SELECT OLD.status AS s, -1 AS n UNION ALL SELECT NEW.status, 1) beda
	WHERE OLD.status <> NEW.status
	ON DUPLICATE KEY UPDATE jumlah = jumlah + n;

CREATE TABLE aktivasi_riwayat (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	aktivasi_id BIGINT NOT NULL COMMENT 'which request',
	waktu DATETIME(3) NOT NULL COMMENT 'when',
	akun_id BIGINT NULL COMMENT 'who; NULL: the system',
	kode VARCHAR(32) NOT NULL COMMENT 'dibuat diubah diajukan ditarik disetujui ditolak token-dibuka token-ulang',
	dari VARCHAR(12) NULL COMMENT 'status before',
	ke VARCHAR(12) NULL COMMENT 'status after',
	catatan VARCHAR(1000) NULL COMMENT 'note or reason',
	KEY aktivasi_riwayat_aktivasi (aktivasi_id, id),
	CONSTRAINT aktivasi_riwayat_ke_aktivasi FOREIGN KEY (aktivasi_id) REFERENCES aktivasi (id),
	CONSTRAINT aktivasi_riwayat_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'timeline of a request for activation';

CREATE TABLE aktivasi_kartu (
	aktivasi_id BIGINT NOT NULL COMMENT 'request',
	urut INT NOT NULL COMMENT 'row, from 1',
	kartu_id BIGINT NOT NULL COMMENT 'SAM card',
	seri_mesin VARCHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'reader it goes into, as in the ticket unless changed',
	outlet VARCHAR(150) NULL COMMENT 'name of the place',
	alamat VARCHAR(250) NULL COMMENT 'its address',
	hidup TINYINT NULL DEFAULT 1 COMMENT '1 while the row holds its card; NULL when the request was refused or withdrawn, or the card came back',
	PRIMARY KEY (aktivasi_id, urut),
	UNIQUE KEY aktivasi_kartu_hidup (kartu_id, hidup),
	KEY aktivasi_kartu_mesin (seri_mesin, hidup),
	CONSTRAINT aktivasi_kartu_ke_aktivasi FOREIGN KEY (aktivasi_id) REFERENCES aktivasi (id),
	CONSTRAINT aktivasi_kartu_ke_kartu FOREIGN KEY (kartu_id) REFERENCES kartu (id)
) COMMENT 'cards a request names';

CREATE TABLE token (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	kartu_id BIGINT NOT NULL COMMENT 'card it opens',
	aktivasi_id BIGINT NOT NULL COMMENT 'request it was issued for',
	acak BINARY(16) NOT NULL COMMENT 'random: with the secret of the program it gives the token again, alone it gives nothing',
	hash BINARY(32) NOT NULL COMMENT 'HMAC of the token under the same secret',
	dibuat DATETIME(3) NOT NULL COMMENT 'issued',
	berakhir DATETIME(3) NOT NULL COMMENT 'not good after (30 days)',
	dipakai DATETIME(3) NULL COMMENT 'used: good once',
	batal DATETIME(3) NULL COMMENT 'voided by a later one, or with its card',
	hidup TINYINT AS (CASE WHEN dipakai IS NULL AND batal IS NULL THEN 1 END) PERSISTENT COMMENT '1 while it may be used',
	UNIQUE KEY token_hidup (kartu_id, hidup),
	KEY token_aktivasi (aktivasi_id, kartu_id),
	CONSTRAINT token_ke_kartu FOREIGN KEY (kartu_id) REFERENCES kartu (id),
	CONSTRAINT token_ke_aktivasi FOREIGN KEY (aktivasi_id) REFERENCES aktivasi (id)
) COMMENT 'tokens: one good one a card (A-02)';

CREATE TABLE token_salah (
	kartu_id BIGINT NOT NULL PRIMARY KEY COMMENT 'card',
	jumlah INT NOT NULL COMMENT 'wrong tokens in a row',
	tahan_sampai DATETIME(3) NULL COMMENT 'no try is taken before',
	terakhir DATETIME(3) NOT NULL COMMENT 'last wrong one',
	CONSTRAINT token_salah_ke_kartu FOREIGN KEY (kartu_id) REFERENCES kartu (id)
) COMMENT 'wrong tokens: five lock a card''s activation for an hour (A-03)';

CREATE TABLE manifes (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	kode CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'manifest id and verification code: 128 random bits in hex',
	kartu_id BIGINT NOT NULL COMMENT 'card',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	perjanjian_id BIGINT NOT NULL COMMENT 'agreement that allows it',
	sam_id CHAR(16) CHARACTER SET ascii NOT NULL COMMENT '8 bytes, upper-case hex',
	pcid VARCHAR(32) NULL COMMENT 'PCID of the card',
	seri_mesin VARCHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'reader',
	fungsi CHAR(2) NOT NULL COMMENT 'R or RW',
	outlet VARCHAR(150) NULL COMMENT 'name of the place',
	alamat VARCHAR(250) NOT NULL COMMENT 'its address',
	wilayah_kode VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'village code, 10 digits',
	lintang DECIMAL(8,6) NOT NULL COMMENT 'latitude, decimal degrees, south negative',
	bujur DECIMAL(9,6) NOT NULL COMMENT 'longitude, decimal degrees',
	perjanjian_berakhir DATE NOT NULL COMMENT 'end of the agreement as printed',
	berlaku_dari DATE NOT NULL COMMENT 'first day',
	berlaku_sampai DATE NOT NULL COMMENT 'last day, not after the agreement''s',
	diterbitkan DATETIME(3) NOT NULL COMMENT 'issued',
	pendahulu_id BIGINT NULL COMMENT 'manifest it replaces',
	status VARCHAR(8) NOT NULL COMMENT 'berlaku diganti dicabut berakhir',
	tidak_berlaku DATETIME(3) NULL COMMENT 'since when it is not good',
	sebab VARCHAR(16) NULL COMMENT 'why: pindah perpanjangan pemulihan penangguhan pengembalian perjanjian',
	cabutan_nomor BIGINT NULL COMMENT 'first revocation list that names it; 0: none had to, for its time was over',
	perlu_cabut TINYINT AS (CASE WHEN tidak_berlaku IS NOT NULL AND cabutan_nomor IS NULL THEN 1 END) PERSISTENT COMMENT '1 while it waits for a revocation list',
	berlaku TINYINT AS (CASE WHEN status = 'berlaku' THEN 1 END) PERSISTENT COMMENT '1 while it is in force',
	prov CHAR(2) CHARACTER SET ascii AS (LEFT(wilayah_kode, 2)) PERSISTENT COMMENT 'province, for recaps',
	kab CHAR(4) CHARACTER SET ascii AS (LEFT(wilayah_kode, 4)) PERSISTENT COMMENT 'regency or city, for recaps',
	UNIQUE KEY manifes_kode (kode),
	UNIQUE KEY manifes_kartu_berlaku (kartu_id, berlaku),
	UNIQUE KEY manifes_mesin_berlaku (seri_mesin, berlaku),
	KEY manifes_kartu (kartu_id, id),
	-- Recaps and the map read these two alone, never the rows.
	KEY manifes_peta (status, prov, kab, lembaga_id, fungsi, lintang, bujur),
	KEY manifes_lembaga (lembaga_id, status, prov, kab, fungsi, lintang, bujur),
	KEY manifes_perjanjian (perjanjian_id, status, berlaku_sampai),
	KEY manifes_masa (status, berlaku_sampai),
	KEY manifes_cabut (perlu_cabut, id),
	KEY manifes_mesin (seri_mesin),
	CONSTRAINT manifes_akhir CHECK (status = 'berlaku' OR (tidak_berlaku IS NOT NULL AND sebab IS NOT NULL)),
	CONSTRAINT manifes_ke_kartu FOREIGN KEY (kartu_id) REFERENCES kartu (id),
	CONSTRAINT manifes_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT manifes_ke_perjanjian FOREIGN KEY (perjanjian_id) REFERENCES perjanjian (id),
	CONSTRAINT manifes_ke_pendahulu FOREIGN KEY (pendahulu_id) REFERENCES manifes (id)
) COMMENT 'manifests: card, reader, place, institution (A-05)';

CREATE TABLE manifes_xml (
	manifes_id BIGINT NOT NULL PRIMARY KEY COMMENT 'manifest',
	xml MEDIUMBLOB NOT NULL COMMENT 'the signed XML, byte for byte',
	CONSTRAINT manifes_xml_ke_manifes FOREIGN KEY (manifes_id) REFERENCES manifes (id)
) COMMENT 'the manifests themselves';

-- One row: the revocation list itself.  Every machine copies it from here.
CREATE TABLE cabutan (
	id TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1',
	nomor BIGINT NOT NULL COMMENT 'number of the list last published; 0: none was yet',
	terbit DATETIME(3) NULL COMMENT 'when it was published',
	jumlah BIGINT NULL COMMENT 'manifests it names',
	hingga DATE NULL COMMENT 'first day on which one of them is over, and so leaves it, is the day after; NULL: it names none',
	isi LONGBLOB NULL COMMENT 'the signed XML, gzip'
) COMMENT 'the revocation list that was published last (A-12)';
INSERT INTO cabutan (id, nomor) VALUES (1, 0);

CREATE TABLE kartu_riwayat (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	kartu_id BIGINT NOT NULL COMMENT 'card',
	waktu DATETIME(3) NOT NULL COMMENT 'when',
	akun_id BIGINT NULL COMMENT 'who; NULL: the system',
	kode VARCHAR(24) NOT NULL COMMENT 'token aktif pindah tangguh pulih-diminta pulih perpanjang nonaktif tanpa-perjanjian mesin-terpakai kembali musnah',
	dari VARCHAR(14) NULL COMMENT 'status before',
	ke VARCHAR(14) NULL COMMENT 'status after',
	catatan VARCHAR(500) NULL COMMENT 'place, or reason',
	manifes_id BIGINT NULL COMMENT 'manifest issued or revoked by it',
	KEY kartu_riwayat_kartu (kartu_id, id),
	CONSTRAINT kartu_riwayat_ke_kartu FOREIGN KEY (kartu_id) REFERENCES kartu (id),
	CONSTRAINT kartu_riwayat_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
	CONSTRAINT kartu_riwayat_ke_manifes FOREIGN KEY (manifes_id) REFERENCES manifes (id)
) COMMENT 'what happened to a card after its handover (A-09)';

ALTER TABLE kartu
	MODIFY status VARCHAR(14) NOT NULL COMMENT 'kosong personal gagal rusak terkunci diganti diserahkan token aktif ditangguhkan nonaktif dikembalikan dimusnahkan',
	ADD lembaga_id BIGINT NULL COMMENT 'institution of its request, for lists',
	ADD manifes_id BIGINT NULL COMMENT 'its latest manifest; NULL: never activated',
	ADD perlu_manifes VARCHAR(12) NULL COMMENT 'why the worker is to issue a new manifest: perpanjangan pemulihan',
	ADD KEY kartu_lembaga (lembaga_id, hidup, id),
	ADD KEY kartu_lembaga_status (lembaga_id, hidup, status, id),
	ADD KEY kartu_hidup_status (hidup, status, id),
	ADD KEY kartu_perlu (perlu_manifes, id),
	ADD KEY kartu_pcid (pcid),
	-- Once its card came back, a reader may be bought another one.
	ADD mesin_hidup TINYINT AS (CASE WHEN hidup = 1 AND status NOT IN ('dikembalikan', 'dimusnahkan') THEN 1 END) PERSISTENT COMMENT '1 while its reader is taken',
	DROP KEY kartu_mesin_hidup,
	ADD UNIQUE KEY kartu_mesin_hidup (seri_mesin, mesin_hidup),
	ADD CONSTRAINT kartu_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	ADD CONSTRAINT kartu_ke_manifes FOREIGN KEY (manifes_id) REFERENCES manifes (id);
UPDATE kartu k JOIN permintaan m ON m.id = k.permintaan_id SET k.lembaga_id = m.lembaga_id;
CREATE TRIGGER kartu_punya_lembaga BEFORE INSERT ON kartu FOR EACH ROW
	SET NEW.lembaga_id = (SELECT m.lembaga_id FROM permintaan m WHERE m.id = NEW.permintaan_id);

CREATE TABLE massal (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	lembaga_id BIGINT NOT NULL COMMENT 'institution',
	akun_id BIGINT NOT NULL COMMENT 'who sent the file',
	nama VARCHAR(150) NOT NULL COMMENT 'name of the file; the file itself is not kept, for it holds tokens',
	jumlah INT NOT NULL COMMENT 'rows',
	berhasil INT NOT NULL DEFAULT 0 COMMENT 'rows activated so far',
	gagal INT NOT NULL DEFAULT 0 COMMENT 'rows refused so far',
	status VARCHAR(8) NOT NULL COMMENT 'antri jalan selesai',
	dibuat DATETIME(3) NOT NULL COMMENT 'sent',
	selesai DATETIME(3) NULL COMMENT 'last row done',
	KEY massal_status (status, id),
	KEY massal_lembaga (lembaga_id, id),
	CONSTRAINT massal_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT massal_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'activations of many cards by one file (A-04)';

CREATE TABLE massal_baris (
	massal_id BIGINT NOT NULL COMMENT 'the file',
	baris INT NOT NULL COMMENT 'row as a spreadsheet numbers it',
	sam_id CHAR(16) CHARACTER SET ascii NULL COMMENT 'SAM id; NULL: unreadable',
	token_hash BINARY(32) NULL COMMENT 'SHA-256 of the token in the row',
	seri_mesin VARCHAR(32) CHARACTER SET ascii NULL COMMENT 'reader',
	outlet VARCHAR(150) NULL COMMENT 'place',
	alamat VARCHAR(250) NULL COMMENT 'its address',
	wilayah_kode VARCHAR(10) CHARACTER SET ascii NULL COMMENT 'village',
	lintang DECIMAL(8,6) NULL COMMENT 'latitude',
	bujur DECIMAL(9,6) NULL COMMENT 'longitude',
	status VARCHAR(8) NOT NULL COMMENT 'antri berhasil gagal',
	galat VARCHAR(32) NULL COMMENT 'why it was refused',
	ruas VARCHAR(16) NULL COMMENT 'field at fault',
	manifes_id BIGINT NULL COMMENT 'manifest issued',
	PRIMARY KEY (massal_id, baris),
	KEY massal_baris_status (massal_id, status, baris),
	CONSTRAINT massal_baris_ke_massal FOREIGN KEY (massal_id) REFERENCES massal (id),
	CONSTRAINT massal_baris_ke_manifes FOREIGN KEY (manifes_id) REFERENCES manifes (id)
) COMMENT 'rows of such a file with their results';

CREATE TABLE pengembalian (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	lembaga_id BIGINT NOT NULL COMMENT 'institution that returns cards',
	alasan VARCHAR(16) NOT NULL COMMENT 'rusak tutup selesai lain',
	catatan VARCHAR(500) NULL COMMENT 'in words',
	jumlah INT NOT NULL COMMENT 'cards',
	status VARCHAR(8) NOT NULL COMMENT 'disusun dikirim diterima batal',
	dokumen_id BIGINT NULL COMMENT 'BAST of return',
	pengirim_nama VARCHAR(100) NOT NULL COMMENT 'who hands over for the institution',
	pengirim_jabatan VARCHAR(100) NOT NULL COMMENT 'position',
	pembuat_id BIGINT NOT NULL COMMENT 'account that made it',
	dibuat DATETIME(3) NOT NULL COMMENT 'declared',
	dikirim DATETIME(3) NULL COMMENT 'cards and BAST sent',
	resi VARCHAR(60) NULL COMMENT 'how they were sent',
	pengirim_id BIGINT NULL COMMENT 'account that said so',
	diterima DATETIME(3) NULL COMMENT 'Ditjen has them',
	penerima_id BIGINT NULL COMMENT 'who confirmed',
	dibatalkan DATETIME(3) NULL COMMENT 'called off',
	pembatal_id BIGINT NULL COMMENT 'by whom',
	batal_alasan VARCHAR(500) NULL COMMENT 'and why',
	KEY pengembalian_lembaga (lembaga_id, id),
	KEY pengembalian_status (status, id),
	KEY pengembalian_ls (lembaga_id, status, id),
	CONSTRAINT pengembalian_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT pengembalian_ke_dokumen FOREIGN KEY (dokumen_id) REFERENCES dokumen (id),
	CONSTRAINT pengembalian_ke_pembuat FOREIGN KEY (pembuat_id) REFERENCES akun (id),
	CONSTRAINT pengembalian_ke_pengirim FOREIGN KEY (pengirim_id) REFERENCES akun (id),
	CONSTRAINT pengembalian_ke_penerima FOREIGN KEY (penerima_id) REFERENCES akun (id),
	CONSTRAINT pengembalian_ke_pembatal FOREIGN KEY (pembatal_id) REFERENCES akun (id)
) COMMENT 'returns of SAM cards (A-10)';

CREATE TABLE pengembalian_kartu (
	pengembalian_id BIGINT NOT NULL COMMENT 'return',
	kartu_id BIGINT NOT NULL COMMENT 'card',
	hidup TINYINT NULL DEFAULT 1 COMMENT '1 unless the return was called off: a card is in one return at a time',
	PRIMARY KEY (pengembalian_id, kartu_id),
	UNIQUE KEY pengembalian_kartu_hidup (kartu_id, hidup),
	CONSTRAINT pengembalian_kartu_ke_pengembalian FOREIGN KEY (pengembalian_id) REFERENCES pengembalian (id),
	CONSTRAINT pengembalian_kartu_ke_kartu FOREIGN KEY (kartu_id) REFERENCES kartu (id)
) COMMENT 'cards of a return';

-- The BAST of a return is a document of the register; what came back waits
-- for destruction.
ALTER TABLE dokumen
	MODIFY jenis VARCHAR(16) NOT NULL COMMENT 'bast surat-balasan surat-selesai pemusnahan bast-kembali';
ALTER TABLE pemusnahan_kartu
	MODIFY alasan VARCHAR(14) NOT NULL COMMENT 'rusak terkunci gagal; batal: ticket cancelled after it was personalised; kembali: returned by the institution';
INSERT INTO pengaturan (nama, nilai, jenis, kelompok, urut, min, maks) VALUES
('nomor_bast_kembali', '470/{urut}/BASTK/Dukcapil/{tahun}', 'teks', 'nomor', 5, 6, 60);

UPDATE pengaturan SET nilai = 'ya' WHERE nama = 'sistem_aktivasi';
