<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi.xsl: list of requests for activation (A-01). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:template match="halaman" mode="judul">SAM Aktivasi</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
</xsl:template>

</xsl:stylesheet>
