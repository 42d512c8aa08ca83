<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun-tutup.xsl: closing an account, with the reason. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Nonaktifkan akun <xsl:value-of select="akun/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/akun">Pengguna</a></li>
  <li><a href="/admin/akun/{akun/@id}"><xsl:value-of select="akun/@nama"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/akun/', akun/@id, '/tutup')"/>
    <xsl:with-param name="teks" select="'Nonaktifkan akun'"/>
    <xsl:with-param name="batal" select="concat('/admin/akun/', akun/@id)"/>
    <xsl:with-param name="isi">
      <p>Akun <b><xsl:value-of select="akun/@username"/></b> tidak dapat masuk lagi dan semua sesinya langsung berakhir. Data dan riwayatnya tetap ada, dan akun dapat diaktifkan lagi.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'alasan'"/>
        <xsl:with-param name="petunjuk" select="'Ditampilkan kepada pemilik akun ketika ia mencoba masuk'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
