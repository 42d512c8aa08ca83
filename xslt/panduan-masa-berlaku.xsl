<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-masa-berlaku.xsl: chapter: the end of an agreement, and its renewal. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'masa-berlaku']/sub[@kode = 'pengingat']" mode="isi">
  <p>Lembaga diingatkan 60, 30, dan 7 hari sebelum perjanjiannya berakhir. Dashboard menghitung <b>perjanjian berakhir dalam 60 hari</b>, dan statusnya menjadi <b>Akan berakhir</b>. Segera ajukan perpanjangan kepada Ditjen Dukcapil; addendumnya memerlukan waktu.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'masa-berlaku']/sub[@kode = 'berakhir']" mode="isi">
  <p>Setelah hari terakhir lewat:</p>
  <ul>
    <li>manifes kartu-kartunya berakhir, sesuai tanggal yang tertulis di dalamnya;</li>
    <li>kartu yang aktif menjadi <b>Nonaktif</b>;</li>
    <li>kartu baru tidak dapat diaktifkan, dan mesin tidak dapat dipindahkan.</li>
  </ul>
  <p>Tidak ada data yang hilang. Setelah diperpanjang, kartu yang nonaktif karenanya aktif kembali.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'masa-berlaku']/sub[@kode = 'perpanjang']" mode="isi">
  <p>Admin Ditjen membuka perjanjiannya dari <xsl:apply-templates select="$layar[@kode = 'admin-perjanjian']"/>:</p>
  <ol>
    <li>Pilih <b>Perpanjang</b>.</li>
    <li>Isi <b>Berakhir yang baru</b> dan <b>Nomor Addendum</b>, dan sertakan <b>Berkas Addendum</b>.</li>
    <li>Pilih <b>Perpanjang</b> di akhir formulir. Manifes baru terbit sendiri, satu per satu, untuk setiap kartu yang aktif atau nonaktif. Muat ulang halaman perjanjian untuk melihat kemajuannya.</li>
  </ol>
  <p>Lembaga lalu mengunduh manifes yang baru dari <xsl:apply-templates select="$layar[@kode = 'kartu']"/> dan memasangnya pada setiap mesin; yang lama digantikan. Tempat dan mesinnya tidak berubah, dan token tidak diperlukan.</p>
  <p>Perjanjian baru yang dicatat dengan masa lebih panjang mempunyai akibat yang sama seperti perpanjangan.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'perpanjang'"/>
    <xsl:with-param name="alt" select="'Formulir Perpanjang: hari terakhir yang baru dan nomor addendum sebuah perjanjian.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'masa-berlaku']/sub[@kode = 'hentikan']" mode="isi">
  <p><b>Hentikan</b>, ditegaskan dengan <b>Hentikan perjanjian</b>, mengakhiri perjanjian saat itu juga dan tidak dapat dilanjutkan lagi. Alasannya disampaikan kepada lembaga, manifesnya masuk daftar pencabutan, dan kartunya menjadi nonaktif. Untuk bekerja sama lagi diperlukan perjanjian baru.</p>
</xsl:template>

</xsl:stylesheet>
