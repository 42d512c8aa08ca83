<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-perjanjian.xsl: an institution's agreements, to be read. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/perjanjian.xsl"/>

<xsl:template match="halaman" mode="judul">Perjanjian</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:call-template name="daftar-perjanjian"/>
</xsl:template>

</xsl:stylesheet>
