<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-maju.xsl: of the page of a sending only its progress, which
     aset/hidup.js asks for again and again. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-maju.xsl"/>

<xsl:template match="halaman">
  <xsl:apply-templates select="balikan" mode="maju"/>
</xsl:template>

</xsl:stylesheet>
