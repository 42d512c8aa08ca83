<?xml version="1.0" encoding="UTF-8"?>
<!-- login-lupa.xsl: asking for a link that sets a new password. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|siapa=Username atau e-mail|'"/>

<xsl:template match="halaman" mode="judul">Lupa password</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Kami akan mengirim tautan untuk membuat password baru ke alamat e-mail akun Anda.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak" action="/login/lupa">
    <xsl:call-template name="form-rahasia"/>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'siapa'"/>
      <xsl:with-param name="lengkap" select="'username'"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Kirim tautan'"/>
      <xsl:with-param name="batal" select="'/login'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
