<?xml version="1.0" encoding="UTF-8"?>
<!-- login-sandi.xsl: setting a password by a link. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Buat password baru</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip">
    <xsl:with-param name="nama" select="'sandi'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:text>Untuk akun </xsl:text>
    <b><xsl:value-of select="akun/@username"/></b>
    <xsl:value-of select="concat(' atas nama ', akun/@nama, '.')"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak" action="{@jalur}">
    <xsl:call-template name="form-rahasia"/>
    <!-- For password managers and the strength meter. -->
    <input type="hidden" id="r-username" name="untuk" autocomplete="username" value="{akun/@username}"/>
    <xsl:call-template name="ruas-sandi-baru">
      <xsl:with-param name="min" select="akun/@sandi-min"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan password'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
