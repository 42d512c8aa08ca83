-- Frequent Asked Question: groups, entries with their history and addresses,
-- votes; and the entries that the suite comes with (U-11, U-12).

CREATE TABLE faq_kelompok (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	nama VARCHAR(80) NOT NULL COMMENT 'heading',
	urut INT NOT NULL COMMENT 'place on the page, from 1',
	versi INT NOT NULL DEFAULT 1 COMMENT 'grows with each change of the name',
	UNIQUE KEY faq_kelompok_nama (nama),
	KEY faq_kelompok_urut (urut, id)
) COMMENT 'groups of questions';

CREATE TABLE faq (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'key',
	kelompok_id BIGINT NOT NULL COMMENT 'group',
	urut INT NOT NULL COMMENT 'place in the group, from 1',
	alamat VARCHAR(80) CHARACTER SET ascii NOT NULL COMMENT 'present address: /faq/ALAMAT',
	tanya VARCHAR(200) NOT NULL COMMENT 'the question',
	jawab VARCHAR(6000) NOT NULL COMMENT 'the answer in light markup, see lib/markup.h',
	aktif TINYINT NOT NULL DEFAULT 1 COMMENT '1: everybody sees it',
	versi INT NOT NULL DEFAULT 1 COMMENT 'number of the present version in faq_versi',
	diubah DATETIME(3) NOT NULL COMMENT 'question or answer changed last',
	ya INT NOT NULL DEFAULT 0 COMMENT 'votes: it helped; maintained',
	tidak INT NOT NULL DEFAULT 0 COMMENT 'votes: it did not; maintained',
	UNIQUE KEY faq_alamat_kini (alamat),
	KEY faq_kelompok_isi (kelompok_id, urut, id),
	CONSTRAINT faq_ke_kelompok FOREIGN KEY (kelompok_id) REFERENCES faq_kelompok (id)
) COMMENT 'questions and answers';

CREATE TABLE faq_alamat (
	alamat VARCHAR(80) CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'an address that an entry has or had: it leads there for ever',
	faq_id BIGINT NOT NULL COMMENT 'entry',
	KEY faq_alamat_faq (faq_id),
	CONSTRAINT faq_alamat_ke_faq FOREIGN KEY (faq_id) REFERENCES faq (id)
) COMMENT 'addresses of entries, old ones too';

CREATE TABLE faq_versi (
	faq_id BIGINT NOT NULL COMMENT 'entry',
	versi INT NOT NULL COMMENT 'number, from 1; the highest is the present one',
	waktu DATETIME(3) NOT NULL COMMENT 'when',
	akun_id BIGINT NULL COMMENT 'who; NULL: came with the suite',
	asal INT NULL COMMENT 'version that was restored by this one; NULL: written',
	kelompok_id BIGINT NOT NULL COMMENT 'group',
	tanya VARCHAR(200) NOT NULL COMMENT 'the question',
	jawab VARCHAR(6000) NOT NULL COMMENT 'the answer',
	PRIMARY KEY (faq_id, versi),
	CONSTRAINT faq_versi_ke_faq FOREIGN KEY (faq_id) REFERENCES faq (id),
	CONSTRAINT faq_versi_ke_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
	CONSTRAINT faq_versi_ke_kelompok FOREIGN KEY (kelompok_id) REFERENCES faq_kelompok (id)
) COMMENT 'every version of an entry; rows are never changed';

CREATE TABLE faq_suara (
	faq_id BIGINT NOT NULL COMMENT 'entry',
	pemilih BINARY(32) NOT NULL COMMENT 'keyed digest of a cookie that ends with the browser or the session, other for each entry: says nothing about a person',
	membantu TINYINT NOT NULL COMMENT '1: it helped, 0: it did not',
	PRIMARY KEY (faq_id, pemilih),
	CONSTRAINT faq_suara_ke_faq FOREIGN KEY (faq_id) REFERENCES faq (id)
) COMMENT 'votes, one a visit';

INSERT INTO faq_kelompok (id, nama, urut) VALUES
(1, 'Kartu SAM dan pembaca KTP-el', 1),
(2, 'Personalisasi dan aktivasi', 2),
(3, 'Data balikan', 3);

INSERT INTO faq (id, kelompok_id, urut, alamat, tanya, jawab, diubah) VALUES
(1, 1, 1, 'apa-itu-kartu-sam', 'Apa itu kartu SAM?',
'Kartu SAM (*Secure Access Module*) adalah kartu pintar kecil yang dipasang di dalam pembaca KTP-el. Cip pada KTP-el terkunci; **kartu SAM menyimpan kunci untuk membukanya**, sehingga hanya pembaca yang berhak yang dapat membaca isinya. Tanpa kartu SAM, pembaca sebaik apa pun tidak dapat membaca cip KTP-el.

Kartu SAM yang masih kosong belum berisi kunci. Kuncinya ditulis oleh Ditjen Dukcapil; pekerjaan ini disebut *personalisasi*. Setelah itu kartu diaktifkan, yaitu dipasangkan dengan satu pembaca, satu tempat, dan satu lembaga lewat berkas konfigurasi yang disebut *manifes*.

Setiap kartu mempunyai nomor identitas 8 bita yang tercetak pada kartunya, misalnya 30 15 4B 01 00 00 12 34. Karena kartu ini adalah kunci, simpan dan catat seperti Anda menyimpan kunci kantor.',
UTC_TIMESTAMP(3)),
(2, 1, 2, 'pembaca-baru-langsung-dipakai', 'Apakah pembaca KTP-el yang baru dibeli langsung dapat dipakai?',
'**Belum.** Pembaca yang baru dibeli masih harus didaftarkan dan diaktifkan. Urutannya:

1. Lembaga Anda mempunyai perjanjian kerja sama (PKS) yang berlaku dengan Ditjen Dukcapil.
2. Kartu SAM untuk pembaca itu diminta, dipersonalisasi, dan diserahkan kepada produsennya.
3. Lembaga mengajukan permintaan aktivasi dengan nomor seri setiap pembaca.
4. Setelah disetujui, setiap kartu mendapat token. Kartu diaktifkan dengan token itu, nomor mesin, dan alamat tempat pembaca dipasang.
5. Berkas manifes yang terbit dipasang pada pembaca.

Belilah pembaca dari produsen yang terdaftar pada Kementerian Dalam Negeri. Bila pembaca kelak dipindahkan ke tempat lain, laporkan dahulu di SI-FILMA, karena manifesnya menyebut tempat yang lama. Langkah lengkapnya ada pada [panduan aktivasi kartu](/panduan/aktivasi).',
UTC_TIMESTAMP(3)),
(3, 1, 3, 'ktp-el-tidak-terbaca', 'Mengapa KTP-el tidak terbaca oleh pembaca?',
'Bila pembaca bekerja baik untuk KTP-el lain, penyebabnya hampir selalu ada pada kartu yang tidak terbaca itu:

- **Cipnya rusak**, misalnya karena kartu tertekuk, terlalu panas, atau pernah dijepit stapler.
- **Antenanya putus.** Antena adalah kawat halus di sekeliling bagian dalam kartu, yang menghubungkan cip dengan pembaca. Kartu yang retak, dilubangi, atau dipotong kehilangan antenanya walaupun dari luar tampak utuh.

Cobalah dahulu: keluarkan kartu dari dompet atau sampulnya, letakkan rata dan diam pada tanda di pembaca, lalu ulangi dengan KTP-el lain. Bila *semua* KTP-el tidak terbaca, periksalah pembaca, kartu SAM, dan masa berlaku manifesnya.

KTP-el yang cip atau antenanya rusak tidak dapat diperbaiki. Pemiliknya dapat meminta penggantian pada Dinas Dukcapil setempat; sementara itu identitasnya diperiksa dengan cara lain menurut aturan lembaga Anda.',
UTC_TIMESTAMP(3)),
(4, 1, 4, 'sidik-jari-gagal', 'Mengapa sidik jari kadang gagal dicocokkan?',
'Pembaca membandingkan sidik jari yang ditempelkan dengan sidik jari yang direkam ketika KTP-el dibuat. Kegagalan biasanya berasal dari salah satu hal ini:

- **Jarinya.** Jari yang ditempelkan bukan jari yang direkam, atau kulitnya kering, basah, luka, atau aus karena pekerjaan.
- **Sensornya.** Kaca sensor kotor atau berminyak, tergores, atau terkena cahaya langsung.
- **Ambang kecocokan.** Bila ambangnya tinggi, pembaca lebih aman dari orang lain tetapi lebih sering menolak pemilik yang benar.

Yang dapat dilakukan: bersihkan sensor dengan kain lembut dan kering, bersihkan jari, tempelkan bagian tengah jari dengan tekanan ringan, lalu coba jari lain yang juga direkam. Bila orang yang sama selalu gagal pada beberapa pembaca, arahkan ia ke Dinas Dukcapil untuk memeriksa rekamannya. Jangan menurunkan ambang tanpa persetujuan pejabat yang berwenang di lembaga Anda.',
UTC_TIMESTAMP(3)),
(5, 1, 5, 'data-dalam-ktp-el', 'Data apa saja yang tersimpan di dalam KTP-el?',
'Di dalam cip KTP-el tersimpan:

- **data demografi**, seperti NIK, nama, tempat dan tanggal lahir, jenis kelamin, alamat, agama, status perkawinan, pekerjaan, dan kewarganegaraan;
- **foto** pemegang kartu;
- **tanda tangan** pemegang kartu.

Sidik jari dipakai untuk memastikan bahwa orang yang membawa kartu adalah pemiliknya; gunanya untuk dicocokkan, bukan untuk ditampilkan.

Isi cip hanya dapat dibaca oleh pembaca yang berkartu SAM aktif. Bagian mana yang boleh dipakai lembaga Anda tercantum dalam perjanjian kerja sama. Gunakan data seperlunya untuk layanan yang sedang berjalan, jangan menyalinnya untuk keperluan lain, dan lindungi sesuai Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.',
UTC_TIMESTAMP(3)),
(6, 1, 6, 'pembacaan-online-atau-offline', 'Apakah KTP-el dibaca secara online atau offline?',
'**Membaca cip dengan pembaca berlangsung offline.** Kartu SAM di dalam pembaca membuka cip KTP-el, lalu data dan sidik jari diperiksa di tempat itu juga. Tidak ada sambungan ke pusat data Ditjen Dukcapil, jadi pembaca tetap bekerja walaupun jaringan terputus.

**Mencari data dengan NIK berlangsung online.** Web portal dan web service menanyakan data penduduk langsung ke pusat data, sehingga memerlukan jaringan, hak akses, dan perjanjian yang menyebut cara akses itu.

Perbedaannya penting. Pembacaan offline menunjukkan isi kartu ketika kartu itu dicetak dan membuktikan bahwa kartunya asli; pencarian online menunjukkan keadaan data terakhir. Kewajiban mengirim data balikan juga berbeda di antara keduanya: baca [Apakah data balikan harus dikirim?](/faq/data-balikan-wajib).',
UTC_TIMESTAMP(3)),
(7, 2, 1, 'lama-personalisasi', 'Berapa lama personalisasi kartu SAM, dan mengapa?',
'Personalisasi memerlukan **1 sampai 5 hari kerja** setelah permintaan lengkap dan disposisinya selesai. Lamanya bergantung pada jumlah kartu dan panjang antrean, karena Ditjen Dukcapil mengerjakan paling banyak **250 kartu sehari**. Setiap kartu diisi kuncinya satu per satu dan diperiksa, jadi tidak dapat dipercepat dengan mengerjakan semuanya sekaligus.

Contoh: ketika permintaan Anda sebanyak 250 kartu masuk, sudah ada 500 kartu di depan antrean.

1. Hari kerja pertama: 250 kartu milik permintaan sebelumnya.
2. Hari kerja kedua: 250 kartu sisanya.
3. Hari kerja ketiga: 250 kartu Anda.

Antrean disusun menurut tanggal disposisi, bukan tanggal surat. Sisa kapasitas suatu hari dipakai permintaan berikutnya; hari Sabtu, Minggu, dan hari libur tidak dihitung. Perkiraan mulai dan selesai tiket Anda ada di halaman Proses Personalisasi.',
UTC_TIMESTAMP(3)),
(8, 2, 2, 'lama-aktivasi', 'Berapa lama aktivasi kartu SAM?',
'Paling lama **13 hari kerja** sejak surat permintaan aktivasi disiapkan. Rinciannya:

- surat permintaan dan lampirannya: 2–3 hari kerja;
- penerimaan dan disposisi di Ditjen Dukcapil: 2–5 hari kerja;
- surat balasan: 2–3 hari kerja;
- penyerahan manifes: 1–2 hari kerja.

Mengaktifkan kartunya sendiri hanya beberapa menit. Setelah permintaan disetujui, setiap kartu mendapat token yang berlaku 30 hari; masukkan token itu bersama nomor mesin dan alamatnya, dan manifes langsung dapat diunduh. Untuk banyak kartu, unggah satu berkas berisi semuanya.

Yang paling sering memperlambat adalah nomor seri yang tidak cocok dan perjanjian kerja sama yang sudah berakhir. Periksa keduanya sebelum mengirim permintaan. Cara mengisinya ada pada [panduan aktivasi kartu](/panduan/aktivasi).',
UTC_TIMESTAMP(3)),
(9, 2, 3, 'lama-seluruhnya', 'Berapa lama seluruh proses sampai kartu SAM diterima?',
'Dari surat permintaan sampai kartu diserahterimakan umumnya diperlukan **14 sampai 21 hari kerja**. Waktu itu terdiri atas lima langkah:

1. produsen mengirim surat dan lampirannya, 2–3 hari;
2. Ditjen Dukcapil menerima, menyetujui, dan mendisposisikan surat, 2–5 hari;
3. Subdit Keamanan Informasi menjadwalkan dan mempersonalisasi kartu, 1–5 hari;
4. berita acara, surat balasan, dan surat keterangan selesai dibuat dan ditandatangani, 2–3 hari;
5. kartu diserahkan kepada wakil produsen, 1–2 hari.

Permintaan yang lengkap dan antrean yang pendek dapat selesai lebih cepat. Jumlah kartu yang besar, berkas yang dikembalikan untuk diperbaiki, atau hari libur panjang membuatnya lebih lama. Kemajuan setiap langkah dan hari kerja yang sudah terpakai dapat Anda lihat pada tiketnya. Aktivasi kartu sesudahnya dihitung tersendiri: baca [Berapa lama aktivasi kartu SAM?](/faq/lama-aktivasi).',
UTC_TIMESTAMP(3)),
(10, 3, 1, 'data-balikan-wajib', 'Apakah data balikan harus dikirim?',
'Itu bergantung pada cara lembaga Anda memakai data kependudukan:

- **Akses online: ya, wajib.** Lembaga yang mencari data lewat web portal atau web service mengirim data balikan atas NIK yang dilayaninya.
- **Pembacaan offline: tidak.** Pembaca yang hanya membaca cip KTP-el di tempat tidak mengambil data dari pusat data Ditjen Dukcapil, sehingga tidak ada data balikan yang harus dikirim.

Data balikan adalah NIK beserta nomor pengenal yang lembaga Anda miliki untuk orang itu, misalnya nomor nasabah, nomor pelanggan, atau nomor penerima bantuan. Gunanya agar data kependudukan tetap akurat dan dapat dipadankan dengan data layanan publik.

Lembaga yang memakai akses online tetapi tidak mengirim data balikan dapat kehilangan aksesnya. Rincian data yang dikirim dan jadwalnya mengikuti perjanjian kerja sama dan petunjuk teknisnya.',
UTC_TIMESTAMP(3));

INSERT INTO faq_alamat (alamat, faq_id) SELECT alamat, id FROM faq;
INSERT INTO faq_versi (faq_id, versi, waktu, kelompok_id, tanya, jawab)
SELECT id, 1, diubah, kelompok_id, tanya, jawab FROM faq;
