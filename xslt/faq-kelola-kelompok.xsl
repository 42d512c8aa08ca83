<?xml version="1.0" encoding="UTF-8"?>
<!-- faq-kelola-kelompok.xsl: a group of questions, new or renamed (U-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/faq.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="kelompok">Ubah nama kelompok</xsl:when>
    <xsl:otherwise>Tambah kelompok</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/faq">Frequent Asked Question</a></li>
  <li><a href="/faq/kelola">Kelola pertanyaan</a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak">
    <xsl:attribute name="action">
      <xsl:text>/faq/kelola/kelompok</xsl:text>
      <xsl:if test="kelompok"><xsl:value-of select="concat('/', kelompok/@id)"/></xsl:if>
    </xsl:attribute>
    <xsl:call-template name="form-rahasia"/>
    <xsl:if test="kelompok">
      <xsl:call-template name="ruas-rahasia">
        <xsl:with-param name="nama" select="'versi'"/>
        <xsl:with-param name="nilai" select="kelompok/@versi"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="petunjuk" select="'Menjadi judul di halaman umum, misalnya: Data balikan.'"/>
      <xsl:with-param name="nilai" select="kelompok/@nama"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan'"/>
      <xsl:with-param name="batal" select="'/faq/kelola'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
