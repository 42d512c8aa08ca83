-- The request: from the institution's letter to its acceptance by Ditjen.

CREATE TABLE permintaan (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	lembaga_id BIGINT NOT NULL COMMENT 'institution that asks',
	produsen_id BIGINT NOT NULL COMMENT 'producer it is addressed to',
	nomor VARCHAR(60) NOT NULL COMMENT 'the institution''s own letter number',
	judul VARCHAR(150) NOT NULL COMMENT 'title',
	jumlah INT NOT NULL COMMENT 'number of readers = cards, 1..100000',
	fungsi CHAR(2) NOT NULL COMMENT 'R or RW',
	berkas_id BIGINT NULL COMMENT 'the letter, PDF; NULL only in a draft',
	catatan VARCHAR(1000) NULL COMMENT 'notes',
	status VARCHAR(16) NOT NULL COMMENT 'baru diajukan ditarik ditolak disetujui terdaftar dikembalikan diterima',
	alasan VARCHAR(1000) NULL COMMENT 'reason of the last refusal or return',
	pembuat_id BIGINT NOT NULL COMMENT 'account that made it',
	dibuat DATETIME(3) NOT NULL COMMENT 'Tgl Buat',
	diajukan DATETIME(3) NULL COMMENT 'sent to the producer',
	diputus DATETIME(3) NULL COMMENT 'producer decided (last time)',
	pks_berkas_id BIGINT NULL COMMENT 'copy of the agreement, from the producer',
	agenda_nomor VARCHAR(40) NULL COMMENT 'agenda number of the letter at Ditjen',
	agenda_tanggal DATE NULL COMMENT 'letter received',
	selesai DATETIME(3) NULL COMMENT 'accepted by Ditjen: a ticket exists',
	versi INT NOT NULL DEFAULT 1 COMMENT 'grows with each change: lost updates are refused',
	terkirim TINYINT AS (status <> 'baru') PERSISTENT COMMENT '1 once it is no draft: what producers and Ditjen see',
	UNIQUE KEY permintaan_nomor (lembaga_id, nomor),
	-- One index for each set of filters, in the order of the list, so that
	-- no page of it reads more entries than it shows (P-20).  Letters: l
	-- lembaga, p produsen, s status, t terkirim; InnoDB adds the id.
	KEY permintaan_l (lembaga_id, dibuat),
	KEY permintaan_lp (lembaga_id, produsen_id, dibuat),
	KEY permintaan_ls (lembaga_id, status, dibuat),
	KEY permintaan_lps (lembaga_id, produsen_id, status, dibuat),
	KEY permintaan_lt (lembaga_id, terkirim, dibuat),
	KEY permintaan_lpt (lembaga_id, produsen_id, terkirim, dibuat),
	KEY permintaan_pt (produsen_id, terkirim, dibuat),
	KEY permintaan_ps (produsen_id, status, dibuat),
	KEY permintaan_t (terkirim, dibuat),
	KEY permintaan_s (status, dibuat),
	-- The other orders, with the filter by status at most.
	KEY permintaan_ls_nomor (lembaga_id, status, nomor),
	KEY permintaan_pt_nomor (produsen_id, terkirim, nomor),
	KEY permintaan_ps_nomor (produsen_id, status, nomor),
	KEY permintaan_t_nomor (terkirim, nomor),
	KEY permintaan_s_nomor (status, nomor),
	KEY permintaan_l_jumlah (lembaga_id, jumlah),
	KEY permintaan_ls_jumlah (lembaga_id, status, jumlah),
	KEY permintaan_pt_jumlah (produsen_id, terkirim, jumlah),
	KEY permintaan_ps_jumlah (produsen_id, status, jumlah),
	KEY permintaan_t_jumlah (terkirim, jumlah),
	KEY permintaan_s_jumlah (status, jumlah),
	FULLTEXT KEY permintaan_cari (nomor, judul),
	CONSTRAINT permintaan_ke_lembaga FOREIGN KEY (lembaga_id) REFERENCES lembaga (id),
	CONSTRAINT permintaan_ke_produsen FOREIGN KEY (produsen_id) REFERENCES lembaga (id),
	CONSTRAINT permintaan_ke_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
	CONSTRAINT permintaan_ke_pks FOREIGN KEY (pks_berkas_id) REFERENCES berkas (id),
	CONSTRAINT permintaan_ke_pembuat FOREIGN KEY (pembuat_id) REFERENCES akun (id)
) COMMENT 'requests for SAM cards';

CREATE TABLE permintaan_total (
	lembaga_id BIGINT NOT NULL COMMENT 'institution; 0: all of them together',
	produsen_id BIGINT NOT NULL COMMENT 'producer; 0: all of them together',
	status VARCHAR(16) NOT NULL COMMENT 'status',
	jumlah BIGINT NOT NULL COMMENT 'number of requests',
	PRIMARY KEY (lembaga_id, produsen_id, status)
) COMMENT 'maintained counts, one for every filter of the list, so that no page counts 100 000 rows; sql/hitung-total recomputes and compares';

CREATE TABLE permintaan_riwayat (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	permintaan_id BIGINT NOT NULL COMMENT 'which case',
	waktu DATETIME(3) NOT NULL COMMENT 'when',
	akun_id BIGINT NULL COMMENT 'who; NULL: the system',
	kode VARCHAR(32) NOT NULL COMMENT 'what happened: dibuat diajukan … diserahkan diterima',
	dari VARCHAR(16) NULL COMMENT 'status before',
	ke VARCHAR(16) NULL COMMENT 'status after',
	catatan VARCHAR(1000) NULL COMMENT 'note or reason',
	KEY permintaan_riwayat_permintaan (permintaan_id, id),
	KEY permintaan_riwayat_waktu (waktu),
	CONSTRAINT riwayat_ke_permintaan FOREIGN KEY (permintaan_id) REFERENCES permintaan (id),
	CONSTRAINT riwayat_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'timeline of a case, from request to handover';

CREATE TABLE kartu (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	permintaan_id BIGINT NOT NULL COMMENT 'case it belongs to',
	urut INT NOT NULL COMMENT 'row in the serial list, from 1',
	seri_kartu VARCHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'serial of the blank SAM card, upper case without blanks',
	seri_mesin VARCHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'serial of the reader, upper case without blanks',
	status VARCHAR(14) NOT NULL COMMENT 'kosong personal gagal rusak terkunci diganti diserahkan (later: token aktif …)',
	sam_id CHAR(16) CHARACTER SET ascii NULL COMMENT 'personalised SAM id: 8 bytes, upper-case hex',
	pcid VARCHAR(32) NULL COMMENT 'PCID written into the card',
	pengganti_id BIGINT NULL COMMENT 'the card that replaces this failed one',
	dikerjakan DATETIME(3) NULL COMMENT 'when production judged it',
	dikerjakan_oleh BIGINT NULL COMMENT 'by whom',
	keterangan VARCHAR(250) NULL COMMENT 'what was wrong',
	hidup TINYINT NULL DEFAULT 1 COMMENT '1 while its serials are taken; NULL when its request was refused, withdrawn, or the card replaced',
	UNIQUE KEY kartu_seri_hidup (seri_kartu, hidup),
	UNIQUE KEY kartu_mesin_hidup (seri_mesin, hidup),
	UNIQUE KEY kartu_sam_id (sam_id),
	KEY kartu_permintaan (permintaan_id, urut),
	KEY kartu_permintaan_status (permintaan_id, hidup, status, urut),
	KEY kartu_terakhir (permintaan_id, dikerjakan),
	KEY kartu_status (status, id),
	KEY kartu_dikerjakan (dikerjakan, permintaan_id, sam_id),
	CONSTRAINT kartu_ke_permintaan FOREIGN KEY (permintaan_id) REFERENCES permintaan (id),
	CONSTRAINT kartu_ke_pengganti FOREIGN KEY (pengganti_id) REFERENCES kartu (id),
	CONSTRAINT kartu_ke_akun FOREIGN KEY (dikerjakan_oleh) REFERENCES akun (id)
) COMMENT 'SAM cards with their readers';

CREATE TABLE pesanan (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	permintaan_id BIGINT NOT NULL COMMENT 'request',
	urut TINYINT NOT NULL COMMENT '1, or 2 behind a reseller',
	dari VARCHAR(150) NOT NULL COMMENT 'who orders',
	kepada VARCHAR(150) NOT NULL COMMENT 'from whom',
	nomor VARCHAR(60) NOT NULL COMMENT 'purchase order number',
	tanggal DATE NOT NULL COMMENT 'its date',
	jumlah INT NOT NULL COMMENT 'readers it states',
	berkas_id BIGINT NOT NULL COMMENT 'PDF',
	UNIQUE KEY pesanan_urut (permintaan_id, urut),
	CONSTRAINT pesanan_ke_permintaan FOREIGN KEY (permintaan_id) REFERENCES permintaan (id),
	CONSTRAINT pesanan_ke_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id)
) COMMENT 'purchase orders from institution to producer';

CREATE TABLE disposisi (
	permintaan_id BIGINT NOT NULL COMMENT 'request',
	jabatan VARCHAR(12) NOT NULL COMMENT 'dirjen fpddk kasubdit, in this order',
	tanggal DATE NOT NULL COMMENT 'date of the decision',
	catatan VARCHAR(250) NULL COMMENT 'what was written',
	akun_id BIGINT NOT NULL COMMENT 'who recorded it',
	dicatat DATETIME(3) NOT NULL COMMENT 'when',
	PRIMARY KEY (permintaan_id, jabatan),
	CONSTRAINT disposisi_ke_permintaan FOREIGN KEY (permintaan_id) REFERENCES permintaan (id),
	CONSTRAINT disposisi_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
) COMMENT 'the decisions that pass a letter on';
