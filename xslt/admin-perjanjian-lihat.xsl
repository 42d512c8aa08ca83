<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-perjanjian-lihat.xsl: one agreement for the admin. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/perjanjian.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Perjanjian ', perjanjian/@nomor)"/>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/perjanjian">Perjanjian</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="perjanjian/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', perjanjian/@lembaga)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="perjanjian" mode="lihat"/>
</xsl:template>

</xsl:stylesheet>
