<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-perjanjian.xsl: the list of agreements for the admin. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/perjanjian.xsl"/>

<xsl:template match="halaman" mode="judul">Perjanjian</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol utama" href="/admin/perjanjian/baru">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
    <xsl:text>Catat perjanjian</xsl:text>
  </a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="daftar-perjanjian"/>
</xsl:template>

</xsl:stylesheet>
