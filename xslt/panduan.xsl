<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan.xsl: the contents of the guide, the reader's chapters first. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/panduan.xsl"/>

<xsl:template match="halaman" mode="judul">Panduan</xsl:template>

<xsl:template match="halaman" mode="remah"/>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Cara memakai SI-FILMA, satu bab untuk satu pekerjaan. Setiap bab dapat dicetak.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section aria-labelledby="untuk-anda">
    <h2 id="untuk-anda">
      <xsl:choose>
        <xsl:when test="sesi">Untuk pekerjaan Anda</xsl:when>
        <xsl:otherwise>Untuk semua orang</xsl:otherwise>
      </xsl:choose>
    </h2>
    <div class="dua"><xsl:apply-templates select="bab[@untuk]"/></div>
  </section>
  <xsl:if test="bab[not(@untuk)]">
    <section aria-labelledby="bab-lain">
      <h2 id="bab-lain">
        <xsl:choose>
          <xsl:when test="sesi">Bab lain</xsl:when>
          <xsl:otherwise>Untuk pemegang akun</xsl:otherwise>
        </xsl:choose>
      </h2>
      <div class="dua"><xsl:apply-templates select="bab[not(@untuk)]"/></div>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="bab">
  <section class="kotak" aria-labelledby="bab-{@kode}">
    <h3 id="bab-{@kode}"><a href="/panduan/{@kode}"><xsl:apply-templates select="." mode="nama-bab"/></a></h3>
    <p><xsl:apply-templates select="." mode="ringkas"/></p>
    <ul>
      <xsl:for-each select="sub">
        <li><a href="/panduan/{../@kode}#{@kode}"><xsl:apply-templates select="." mode="nama-sub"/></a></li>
      </xsl:for-each>
    </ul>
  </section>
</xsl:template>

</xsl:stylesheet>
