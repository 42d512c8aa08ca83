<?xml version="1.0" encoding="UTF-8"?>
<!-- A dashboard: counts and a chart. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../../../xslt/layout.xsl"/>
<xsl:import href="../../../xslt/bagian/grafik.xsl"/>

<xsl:template match="halaman" mode="judul">Selamat datang, <xsl:value-of select="sesi/@nama"/></xsl:template>
<xsl:template match="halaman" mode="isi">
  <h2>Menunggu Anda</h2>
  <ul class="hitungan">
    <xsl:for-each select="hitungan">
      <li><a href="{@href}"><b><xsl:apply-templates select="@nilai" mode="angka"/></b><xsl:text> </xsl:text><xsl:value-of select="@nama"/></a></li>
    </xsl:for-each>
  </ul>
  <section class="kotak"><xsl:apply-templates select="grafik"><xsl:with-param name="judul" select="'Kartu per hari kerja'"/><xsl:with-param name="kolom" select="'Hari'"/></xsl:apply-templates></section>
</xsl:template>
</xsl:stylesheet>
