<?xml version="1.0" encoding="UTF-8"?>
<!-- masalah.xsl: no page, but the words of a problem document (lib/api.h):
     the page that explains it, its title and what to do. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian/masalah.xsl"/>

<xsl:template match="/masalah">
  <masalah jenis="/balikan/layanan/masalah#{@kode}">
    <xsl:attribute name="judul">
      <xsl:call-template name="judul-masalah"><xsl:with-param name="kode" select="@kode"/></xsl:call-template>
    </xsl:attribute>
    <xsl:attribute name="rinci">
      <xsl:call-template name="rinci-masalah"><xsl:with-param name="kode" select="@kode"/></xsl:call-template>
    </xsl:attribute>
  </masalah>
</xsl:template>

</xsl:stylesheet>
