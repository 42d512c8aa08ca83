<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-faktor-matikan.xsl: the password before a second factor goes. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/faktor.xsl"/>

<xsl:template match="halaman" mode="judul">Matikan: <xsl:apply-templates select="faktor/@cara" mode="cara"/></xsl:template>

<xsl:template match="halaman" mode="remah"><xsl:call-template name="remah-faktor"/></xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/akun/faktor/', faktor/@cara, '/matikan')"/>
    <xsl:with-param name="teks" select="'Matikan'"/>
    <xsl:with-param name="batal" select="'/akun/faktor'"/>
    <xsl:with-param name="isi">
      <p>
        <xsl:apply-templates select="faktor/@cara" mode="cara"/>
        <xsl:text> tidak dapat dipakai lagi untuk masuk, dan perangkat yang diingat dilupakan.</xsl:text>
        <xsl:if test="count(faktor/@*[name() = 'totp' or name() = 'surel' or name() = 'wa']) = 1"> Ini cara yang terakhir: kode pemulihan ikut dihapus, dan setelah ini password saja cukup untuk masuk.</xsl:if>
      </p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-sandi"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
