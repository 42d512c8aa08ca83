<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun-tolak.xsl: refusing a registration, with the reason. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Tolak pendaftaran <xsl:value-of select="akun/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/akun">Pengguna</a></li>
  <li><a href="/admin/akun/{akun/@id}"><xsl:value-of select="akun/@nama"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/akun/', akun/@id, '/tolak')"/>
    <xsl:with-param name="teks" select="'Tolak pendaftaran'"/>
    <xsl:with-param name="batal" select="concat('/admin/akun/', akun/@id)"/>
    <xsl:with-param name="isi">
      <p>Pendaftaran <b><xsl:value-of select="akun/@username"/></b> akan ditolak. Akun tidak dapat dipakai, dan alasan di bawah dikirim kepada pemohon.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'alasan'"/>
        <xsl:with-param name="petunjuk" select="'Misalnya: surat tugas dari lembaga belum kami terima'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
