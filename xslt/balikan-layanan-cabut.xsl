<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-layanan-cabut.xsl: before a token is revoked (B-05). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Cabut token</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/balikan">Data Balikan</a></li>
  <li><a href="/balikan/layanan">Web Service</a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/balikan/layanan/', token/@id, '/cabut')"/>
    <xsl:with-param name="batal" select="'/balikan/layanan'"/>
    <xsl:with-param name="teks" select="'Ya, cabut token ini'"/>
    <xsl:with-param name="isi">
      <p>
        <xsl:text>Token </xsl:text>
        <b><xsl:value-of select="token/@nama"/></b>
        <xsl:text> (</xsl:text>
        <span class="kode"><xsl:value-of select="token/@awalan"/>…</span>
        <xsl:text>) </xsl:text>
        <xsl:choose>
          <xsl:when test="token/@terakhir">terakhir dipakai <xsl:apply-templates select="token/@terakhir" mode="waktu"/>.</xsl:when>
          <xsl:otherwise>belum pernah dipakai.</xsl:otherwise>
        </xsl:choose>
      </p>
      <p>Sistem yang memakainya tidak dapat mengirim lagi sampai diberi token baru. Ini tidak dapat dibalikkan.</p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
