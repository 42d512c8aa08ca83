<?xml version="1.0" encoding="UTF-8"?>
<!-- The load calendar. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../../../xslt/layout.xsl"/>
<xsl:import href="../../../xslt/bagian/kalender.xsl"/>

<xsl:template match="halaman" mode="judul">Kalender personalisasi</xsl:template>
<xsl:template match="halaman" mode="isi"><xsl:apply-templates select="kalender"/></xsl:template>
</xsl:stylesheet>
