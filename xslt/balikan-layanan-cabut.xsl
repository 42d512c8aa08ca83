<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-layanan-cabut.xsl: before a token is revoked, by its institution or
     by the admin, who is told whose it is: lembaga (B-05, B-18). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Cabut token</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/balikan">Data Balikan</a></li>
  <xsl:choose>
    <xsl:when test="lembaga"><li><a href="/balikan/pantau/{lembaga/@id}"><xsl:value-of select="lembaga/@nama"/></a></li></xsl:when>
    <xsl:otherwise><li><a href="/balikan/layanan">Web Service</a></li></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/balikan/layanan/', token/@id, '/cabut')"/>
    <xsl:with-param name="batal">
      <xsl:choose>
        <xsl:when test="lembaga"><xsl:value-of select="concat('/balikan/pantau/', lembaga/@id)"/></xsl:when>
        <xsl:otherwise>/balikan/layanan</xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
    <xsl:with-param name="teks" select="'Ya, cabut token ini'"/>
    <xsl:with-param name="isi">
      <p>
        <xsl:text>Token </xsl:text>
        <b><xsl:value-of select="token/@nama"/></b>
        <xsl:text> (</xsl:text>
        <span class="kode"><xsl:value-of select="token/@awalan"/>…</span>
        <xsl:text>) </xsl:text>
        <xsl:if test="lembaga">milik <b><xsl:value-of select="lembaga/@nama"/></b><xsl:text>, </xsl:text></xsl:if>
        <xsl:choose>
          <xsl:when test="token/@terakhir">terakhir dipakai <xsl:apply-templates select="token/@terakhir" mode="waktu"/>.</xsl:when>
          <xsl:otherwise>belum pernah dipakai.</xsl:otherwise>
        </xsl:choose>
      </p>
      <p>Sistem yang memakainya tidak dapat mengirim lagi sampai diberi token baru. Ini tidak dapat dibalikkan.<xsl:if test="lembaga"> Lembaganya diberi tahu.</xsl:if></p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
