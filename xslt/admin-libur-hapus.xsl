<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-libur-hapus.xsl: before a holiday is removed. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:variable name="libur-opsi" select="'|libur=Hari libur nasional|cuti=Cuti bersama|perayaan=Perayaan, bukan hari libur|'"/>
<xsl:template match="@jenis|@lama-jenis" mode="libur">
  <xsl:value-of select="substring-before(substring-after($libur-opsi, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-kapasitas']" mode="kalimat">Dengan perubahan ini tidak ada hari kerja yang cukup untuk kartu yang menunggu.</xsl:template>

<xsl:template match="halaman" mode="judul">Hapus hari libur</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/libur?tahun={substring(libur/@tanggal, 1, 4)}">Hari Libur</a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/libur/', libur/@tanggal, '/hapus')"/>
    <xsl:with-param name="teks" select="'Hapus hari libur'"/>
    <xsl:with-param name="batal" select="concat('/admin/libur?tahun=', substring(libur/@tanggal, 1, 4))"/>
    <xsl:with-param name="isi">
      <p>
        <b><xsl:value-of select="libur/@nama"/></b>
        <xsl:text>, </xsl:text>
        <xsl:apply-templates select="libur/@hari" mode="hari"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="libur/@tanggal" mode="tanggal"/>
        <xsl:text>, menjadi hari biasa dan rencana personalisasi disusun ulang.</xsl:text>
      </p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
