<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-administrasi.xsl: chapter: accounts, institutions, settings, holidays and the log. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'verifikasi-akun']" mode="isi">
  <ol>
    <li>Dashboard menghitung <b>pendaftaran akun menunggu verifikasi</b>. Buka <xsl:apply-templates select="$layar[@kode = 'admin-akun']"/> dan pilih <b>Verifikasi</b>.</li>
    <li>Pastikan orang dan lembaganya benar, misalnya dengan menelepon lembaganya. Perhatikan apakah alamat e-mailnya <b>Terkonfirmasi</b>.</li>
    <li>Pilih <b>Setujui</b>, atau <b>Tolak</b> dengan alasan. Bila pendaftar meminta lembaga baru, lembaga itu dibuat bersama persetujuan; periksa dahulu apakah lembaganya sudah ada dengan ejaan lain.</li>
  </ol>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'admin-akun'"/>
    <xsl:with-param name="alt" select="'Daftar Pengguna dengan peran, lembaga, dan status setiap akun.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'akun']" mode="isi">
  <ul>
    <li><b>Buat akun</b> membuat akun yang langsung aktif, juga untuk admin dan pejabat. Pemiliknya menerima tautan untuk membuat password pertama. Pejabat wajib mempunyai jabatan dan NIP, karena tercetak pada dokumen.</li>
    <li><b>Buat banyak akun</b> membuat sampai 1.000 akun sekaligus dari satu berkas. Isi <b>Templat XLSX</b> atau <b>Templat CSV</b>, lalu pilih <b>Periksa berkas</b>. Bila ada yang salah, setiap kesalahan ditampilkan dengan nomor barisnya dan dapat diunduh sebagai laporan; tidak satu akun pun dibuat. Bila semuanya benar, periksa daftarnya lalu pilih <b>Buat semua akun</b>. Password tidak pernah ditulis dalam berkas: setiap orang menerima tautan untuk membuatnya sendiri.</li>
    <li><b>Ubah</b> mengganti datanya. Mengganti peran, lembaga, atau e-mail mengakhiri semua sesi akun itu.</li>
    <li><b>Kirim tautan password</b> membantu orang yang tidak dapat masuk. Anda tidak pernah melihat password orang lain.</li>
    <li><b>Atur ulang faktor kedua</b> menolong orang yang kehilangan ponsel dan kode pemulihannya. Pastikan lebih dahulu bahwa yang meminta benar orangnya, misalnya dengan menelepon nomor kantornya.</li>
    <li><b>Nonaktifkan</b> menutup akun dan mengakhiri semua sesinya; datanya tetap ada. <b>Aktifkan lagi</b> membukanya kembali.</li>
  </ul>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'massal']" mode="isi">
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'admin-massal']"/> dan unduh <b>Templat XLSX</b> atau <b>Templat CSV</b>.</li>
    <li>Tulis satu baris untuk setiap orang, paling banyak 1.000. Kode lembaga ada pada <xsl:apply-templates select="$layar[@kode = 'admin-lembaga']"/>. Jangan menulis password. Akun pejabat dibuat satu per satu.</li>
    <li>Pilih berkasnya, lalu <b>Periksa berkas</b>. Bila satu baris saja salah, tidak ada akun yang dibuat; kesalahannya tampil pada <b>Baris yang perlu diperbaiki</b>.</li>
    <li>Baca daftar akun yang akan dibuat, lalu pilih <b>Buat semua akun</b>. Akunnya langsung aktif, dan setiap orang menerima tautan untuk membuat password pertama, berlaku 72 jam.</li>
  </ol>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'akun-massal'"/>
    <xsl:with-param name="alt" select="'Halaman Buat banyak akun: templat untuk diunduh dan isian berkas yang akan diperiksa.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'lembaga']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'admin-lembaga']"/> memuat lembaga pengguna, Dinas, produsen, dan Ditjen. <b>Tambah lembaga</b> meminta nama, jenis, alamat, dan <b>Kode wilayah</b>; <b>Kode Lembaga</b> terdiri atas 6 angka dan boleh dikosongkan. <b>Nonaktifkan lembaga</b> mengeluarkan semua akunnya; permintaan, tiket, dan dokumennya tetap ada. <b>Kuota berkas data balikan</b> memberi satu lembaga ruang lain daripada yang ditetapkan di Pengaturan.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'pengaturan']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'admin-pengaturan']"/> berisi nama dan alamat kantor pada kop surat, <b>Kapasitas personalisasi per hari</b>, norma waktu, pola nomor dokumen, dan teks halaman depan. Mengubah kapasitas menyusun ulang seluruh rencana. Pola nomor harus memuat {urut}; {tahun} diganti tahunnya. Pada <b>Faktor kedua ketika masuk</b> ditentukan peran mana yang wajib memberi kode sekali pakai. Akhiri dengan <b>Simpan pengaturan</b>.</p>
  <p><xsl:apply-templates select="$layar[@kode = 'admin-rute']"/> menampilkan siapa yang boleh membuka halaman mana.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'libur']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'admin-libur']"/> menentukan hari kerja, jadi setiap perubahan menyusun ulang rencana personalisasi. Sekali setahun pilih <b>Impor .ics</b>, kirim kalender hari libur pemerintah, lalu <b>Lihat perubahan</b>; belum ada yang disimpan sebelum Anda memilih <b>Simpan hari libur</b>. Satu hari ditambahkan pada <b>Tambah atau ubah satu hari</b>.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'faq']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'faq']"/> terbuka untuk siapa saja, juga tanpa akun. Isinya ditulis di <xsl:apply-templates select="$layar[@kode = 'admin-faq']"/>.</p>
  <ol>
    <li>Pilih <b>Tulis pertanyaan</b>. Tulis pertanyaannya seperti orang menanyakannya, pilih kelompoknya, lalu tulis jawabannya. Cara menulis daftar, huruf tebal, dan tautan ada di bawah <b>Cara menulis jawaban</b>.</li>
    <li><b>Pratinjau</b> menampilkan jawaban seperti akan terlihat; belum ada yang disimpan. Bila ada tanda yang keliru, Anda diberi tahu barisnya.</li>
    <li><b>Simpan</b>. Pertanyaan langsung tampil untuk semua orang.</li>
  </ol>
  <ul>
    <li><b>Naik</b> dan <b>Turun</b> mengatur urutan pertanyaan di dalam kelompoknya, dan urutan kelompok. <b>Tambah kelompok</b> membuat judul baru.</li>
    <li><b>Nonaktifkan</b> menyembunyikan pertanyaan; tidak ada yang dihapus, dan <b>Aktifkan</b> menampilkannya lagi.</li>
    <li>Setiap perubahan menjadi versi baru di <b>Riwayat</b>. Buka versi yang lama dan pilih <b>Pulihkan versi ini</b> untuk memakainya kembali.</li>
    <li><b>Alamat halaman</b> boleh diganti; alamat yang lama tetap menuju ke pertanyaan yang sama.</li>
    <li><b>Apakah ini membantu?</b> menghitung pendapat pembaca, satu kali untuk setiap kunjungan. Siapa yang menjawab tidak dicatat.</li>
  </ul>
  <p>Jawaban tentang lamanya personalisasi menyebut 250 kartu sehari. Bila <b>Kapasitas personalisasi per hari</b> diubah, ubah juga jawaban itu.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'manual']" mode="isi">
  <p>Panduan ini sudah ada di setiap pemasangan. Buku lain, misalnya petunjuk teknis Ditjen, diunggah di <xsl:apply-templates select="$layar[@kode = 'admin-manual']"/> sebagai PDF paling besar 20 MB. Tulis judulnya dan pilih pada <b>Untuk</b> siapa yang boleh mengunduhnya; mereka menemukannya di bagian <b>Buku manual</b> pada halaman Panduan.</p>
  <ul>
    <li>Bila isinya berubah, buka bukunya lewat <b>Kelola</b>, lalu <b>Ubah atau unggah edisi baru</b>. Edisi dihitung sendiri dan yang lama tetap tersimpan di sana; <b>Hapus</b> membuang edisi lama yang tidak boleh disimpan.</li>
    <li><b>Tarik buku ini</b> menyembunyikannya dari semua orang selain admin; <b>Tampilkan lagi</b> mengembalikannya.</li>
  </ul>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'log']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'admin-log']"/> mencatat semua tindakan: waktu, siapa, apa, dan dari alamat jaringan mana. Catatan tidak dapat diubah. Setiap baris disegel berantai; hasil pemeriksaan rantai itu tampil di bagian atas. Bila tertulis bahwa rantainya rusak, segera hubungi pengelola sistem dan jangan menghapus apa pun.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'pesan']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'admin-kotak-keluar']"/> memuat pesan kepada orang lewat e-mail dan WhatsApp, dengan statusnya: <b>Menunggu dikirim</b>, <b>Sedang dikirim</b>, <b>Terkirim</b>, atau <b>Gagal</b>. Tautan dan kode rahasia tidak ditampilkan: isinya hanya untuk penerimanya.</p>
  <ul>
    <li>Pengiriman yang gagal dicoba lagi dengan jeda yang makin panjang. Setelah dua belas kali, pesan berstatus <b>Gagal</b> beserta sebabnya.</li>
    <li>Perbaiki sebabnya dahulu, misalnya alamat yang salah, lalu pilih <b>Kirim ulang</b>, atau <b>Kirim ulang semua yang gagal</b>. Pesan yang rahasianya sudah dihapus tidak dapat dikirim ulang; kirimlah tautan baru dari halaman akunnya.</li>
  </ul>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'kotak-keluar'"/>
    <xsl:with-param name="alt" select="'Halaman Kotak Keluar: jumlah pesan yang menunggu dan gagal untuk setiap cara, dan daftar pesan.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'administrasi']/sub[@kode = 'data-pribadi']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'admin-data-pribadi']"/> memuat permintaan orang agar data pribadinya dihapus. Buka satu permintaan, pastikan memang pemiliknya yang meminta, lalu pilih <b>Setujui</b>, atau <b>Tolak</b> dengan alasan yang sah. Putuskan sebelum tenggatnya. Yang disetujui tidak dapat dikembalikan.</p>
  <p>Data yang masa simpannya habis dihapus sendiri. Masa simpan diatur pada bagian <b>Data pribadi dan masa simpan</b> di <xsl:apply-templates select="$layar[@kode = 'admin-pengaturan']"/>. Log tindakan dan dokumen tidak dihapus.</p>
</xsl:template>

</xsl:stylesheet>
