<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-sandi.xsl: changing one's password (U-06). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Ubah Password</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip">
    <xsl:with-param name="nama" select="'sandi'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:text>Setelah diganti, sesi Anda di perangkat lain langsung berakhir.</xsl:text>
    <xsl:if test="akun/@sandi-diubah">
      <xsl:text> Terakhir diganti </xsl:text>
      <xsl:apply-templates select="akun/@sandi-diubah" mode="tanggal"/>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak" action="/akun/sandi">
    <xsl:call-template name="form-rahasia"/>
    <input type="hidden" id="r-username" name="untuk" autocomplete="username" value="{akun/@username}"/>
    <xsl:call-template name="ruas-sandi">
      <xsl:with-param name="nama" select="'sandi-lama'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-sandi-baru">
      <xsl:with-param name="min" select="akun/@sandi-min"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Ganti password'"/>
      <xsl:with-param name="batal" select="'/akun/profil'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
