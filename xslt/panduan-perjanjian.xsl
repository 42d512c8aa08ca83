<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-perjanjian.xsl: chapter: cooperation agreements (PKS). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'perjanjian']/sub[@kode = 'untuk-apa']" mode="isi">
  <p>Perjanjian kerja sama (PKS) menentukan data apa yang boleh dipakai sebuah lembaga, dengan cara apa, dan sampai kapan. Kartu SAM hanya dapat diaktifkan selama lembaganya mempunyai perjanjian yang berlaku dengan metode akses <b>Card reader</b>. Manifes setiap kartu berlaku sampai hari terakhir perjanjian itu.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'perjanjian']/sub[@kode = 'lihat']" mode="isi">
  <p>Lembaga melihat perjanjiannya pada <xsl:apply-templates select="$layar[@kode = 'perjanjian']"/>, yaitu bagian paling kanan dari <xsl:apply-templates select="$layar[@kode = 'aktivasi']"/>: masa berlaku, <b>Elemen Data</b>, <b>Metode Akses</b>, berkasnya, dan jumlah kartu menurut perjanjian itu. Statusnya:</p>
  <dl class="ringkasan">
    <div><dt><b>Belum mulai</b></dt><dd>Hari pertamanya belum tiba.</dd></div>
    <div><dt><b>Berlaku</b></dt><dd>Kartu dapat diaktifkan.</dd></div>
    <div><dt><b>Akan berakhir</b></dt><dd>Berlaku, tetapi berakhir dalam 60 hari.</dd></div>
    <div><dt><b>Berakhir</b></dt><dd>Hari terakhirnya sudah lewat.</dd></div>
    <div><dt><b>Dihentikan</b></dt><dd>Dihentikan sebelum waktunya, dengan alasan.</dd></div>
  </dl>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'perjanjian'"/>
    <xsl:with-param name="alt" select="'Daftar Perjanjian: nomor, masa berlaku, dan status.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'perjanjian']/sub[@kode = 'catat']" mode="isi">
  <p>Admin Ditjen mencatat perjanjian yang sudah ditandatangani kedua pihak:</p>
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'admin-perjanjian']"/> pada menu Administrasi, lalu pilih <b>Catat perjanjian</b>.</li>
    <li>Pilih lembaganya, isi <b>Nomor Perjanjian</b>, <b>Judul Perjanjian</b>, <b>Mulai Berlaku</b>, dan <b>Berakhir</b>.</li>
    <li>Centang <b>Elemen Data</b> dan <b>Metode Akses</b> yang disebut dalam naskah. <b>Kuota per Hari</b> boleh dikosongkan.</li>
    <li>Sertakan PDF naskahnya pada <b>Berkas Perjanjian</b>, lalu pilih <b>Simpan</b>. Lembaganya diberi tahu.</li>
  </ol>
</xsl:template>

<xsl:template match="bab[@kode = 'perjanjian']/sub[@kode = 'ubah']" mode="isi">
  <p><b>Ubah</b> hanya untuk memperbaiki salah catat. Tanggal yang sudah tercantum pada manifes tidak dapat diubah di sana; pakailah <b>Perpanjang</b> atau <b>Hentikan</b>, seperti pada bab <a href="/panduan/masa-berlaku">Masa berlaku dan perpanjangan</a>.</p>
</xsl:template>

</xsl:stylesheet>
