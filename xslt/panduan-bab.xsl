<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-bab.xsl: a chapter of the guide, a section a box. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/panduan.xsl"/>
<xsl:import href="bagian/panduan-isi.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:apply-templates select="bab" mode="nama-bab"/>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/panduan">Panduan</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead"><xsl:apply-templates select="bab" mode="ringkas"/></p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="cari-panduan"/>
  <nav class="kotak panduan" aria-labelledby="judul-isi">
    <h2 id="judul-isi">Isi bab ini</h2>
    <ol>
      <xsl:for-each select="bab/sub">
        <li><a href="#{@kode}"><xsl:apply-templates select="." mode="nama-sub"/></a></li>
      </xsl:for-each>
    </ol>
  </nav>
  <xsl:for-each select="bab/sub">
    <section class="kotak panduan" aria-labelledby="{@kode}">
      <h2 id="{@kode}"><xsl:apply-templates select="." mode="nama-sub"/></h2>
      <xsl:apply-templates select="." mode="isi"/>
    </section>
  </xsl:for-each>
  <nav class="tombol-baris tidak-cetak" aria-label="Bab lain">
    <xsl:if test="sebelum">
      <a class="tombol" href="/panduan/{sebelum/@kode}" rel="prev">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kiri'"/></xsl:call-template>
        <span><span class="semu">Bab sebelumnya: </span><xsl:apply-templates select="sebelum" mode="nama-bab"/></span>
      </a>
    </xsl:if>
    <a class="tombol" href="/panduan">Semua bab</a>
    <xsl:if test="sesudah">
      <a class="tombol" href="/panduan/{sesudah/@kode}" rel="next">
        <span><span class="semu">Bab berikutnya: </span><xsl:apply-templates select="sesudah" mode="nama-bab"/></span>
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kanan'"/></xsl:call-template>
      </a>
    </xsl:if>
  </nav>
</xsl:template>

</xsl:stylesheet>
