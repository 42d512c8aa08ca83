<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-laporan.xsl: chapter: reports, their filters, figures, files. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'laporan']/sub[@kode = 'buka']" mode="isi">
  <p>Buka <xsl:apply-templates select="$layar[@kode = 'laporan']"/> dan pilih laporannya. Lembaga pengguna, Dinas, dan produsen melihat angka lembaganya sendiri; Ditjen melihat semuanya.</p>
  <ul>
    <li><b>Rekap permintaan personalisasi</b>: permintaan dan kartu yang diminta menurut waktu, lembaga, produsen, status, dan fungsi.</li>
    <li><b>Kartu selesai per hari</b>: kartu yang dipersonalisasi dibandingkan dengan kapasitas.</li>
    <li><b>Lama setiap langkah</b>: hari kerja setiap langkah dibandingkan dengan norma.</li>
    <li><b>Rekap aktivasi</b> dan <b>Pembaca aktif per wilayah</b>, untuk lembaga dan Ditjen.</li>
    <li><b>Aktivitas akun</b>, hanya untuk admin.</li>
  </ul>
</xsl:template>

<xsl:template match="bab[@kode = 'laporan']/sub[@kode = 'saring']" mode="isi">
  <ol>
    <li>Pada <b>Baris menurut</b> pilih arti setiap baris, misalnya Bulan atau Lembaga.</li>
    <li>Isi <b>Dari tanggal</b> dan <b>Sampai tanggal</b>. Tanpa isian, yang tampil ialah dua belas bulan terakhir, atau tiga puluh hari terakhir bila barisnya tanggal. Laporan per hari paling panjang 366 hari.</li>
    <li>Bila perlu, persempit dengan saringan lain. <b>Kode lembaga</b> ialah enam angka kode lembaga.</li>
    <li>Pilih <b>Tampilkan</b>.</li>
  </ol>
  <p>Saringan tersimpan pada alamat halaman: simpan sebagai markah untuk membukanya lagi dengan angka terbaru.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'laporan']/sub[@kode = 'baca']" mode="isi">
  <p>Grafik dibuat dari angka tabel di bawahnya; <b>Lihat sebagai tabel</b> menampilkan angka yang digambar saja. Baris terakhir tabel ialah jumlahnya.</p>
  <ul>
    <li><b>Median</b>: separuh tiket tidak lebih lama dari ini.</li>
    <li><b>Persentil 90</b>: sembilan dari sepuluh tiket tidak lebih lama dari ini.</li>
    <li><b>Terlambat</b>: banyaknya tiket yang lebih lama dari <b>Norma</b>, yang diatur admin.</li>
  </ul>
  <p>Langkah dihitung pada bulan selesainya, dalam hari kerja. Bila daftar hari libur diubah, juga untuk hari yang sudah lewat, angkanya ikut berubah, sama seperti pada halaman tiketnya. Norma dan kapasitas selalu yang berlaku sekarang.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'laporan'"/>
    <xsl:with-param name="alt" select="'Laporan Rekap permintaan personalisasi: grafik menurut bulan.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'laporan']/sub[@kode = 'unduh']" mode="isi">
  <p>Di kanan atas tabel pilih <b>CSV</b>, <b>XLSX</b>, atau <b>PDF</b>. Isinya menurut saringan yang sedang tampil, dengan semua baris. Nama berkas memuat saringan dan waktu pembuatannya; lembar PDF memakai kop surat dan memuat saringan itu di bawah judulnya. PDF ini tidak ditandatangani.</p>
  <p>Halamannya sendiri juga dapat dicetak dari peramban, lengkap dengan grafiknya.</p>
</xsl:template>

</xsl:stylesheet>
