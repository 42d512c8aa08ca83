<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-indeks.xsl: no page, but what panduan-cari.c searches: an element
     a chapter, in it one a section, each by its code, with titles and words. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian/teks.xsl"/>
<xsl:import href="bagian/panduan.xsl"/>
<xsl:import href="bagian/panduan-isi.xsl"/>

<xsl:template match="/halaman">
  <indeks><xsl:apply-templates select="bab" mode="indeks"/></indeks>
</xsl:template>

<xsl:template match="bab" mode="indeks">
  <xsl:variable name="bab"><xsl:apply-templates select="." mode="nama-bab"/></xsl:variable>
  <xsl:element name="{@kode}">
    <xsl:for-each select="sub">
      <xsl:variable name="sub"><xsl:apply-templates select="." mode="nama-sub"/></xsl:variable>
      <xsl:element name="{@kode}">
        <xsl:attribute name="judul"><xsl:value-of select="concat($bab, ' ', $sub)"/></xsl:attribute>
        <xsl:apply-templates select="." mode="isi"/>
      </xsl:element>
    </xsl:for-each>
  </xsl:element>
</xsl:template>

</xsl:stylesheet>
