<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-cetak.xsl: all chapters of one role on a page, to be printed. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/panduan.xsl"/>
<xsl:import href="bagian/panduan-isi.xsl"/>

<xsl:template match="halaman" mode="judul">Buku panduan</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/panduan">Panduan</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:text>SI-FILMA untuk </xsl:text>
    <xsl:apply-templates select="@untuk" mode="pembaca"/>
    <xsl:text>, keadaan </xsl:text>
    <xsl:apply-templates select="@kini" mode="tanggal"/>
    <xsl:text>.</xsl:text>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'cetak'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <p class="tidak-cetak">Cetak halaman ini dari peramban (Ctrl+P), atau simpan sebagai PDF dari sana. Ukurannya A4; setiap bab mulai pada halaman baru.</p>
  <p class="tombol-baris tidak-cetak" id="cetak" hidden="hidden"><button class="tombol utama" type="button">Cetak</button></p>
  <nav class="kotak panduan" aria-labelledby="judul-isi">
    <h2 id="judul-isi">Daftar isi</h2>
    <ol class="daftar-bab">
      <xsl:for-each select="bab">
        <li>
          <a href="#{@kode}"><xsl:apply-templates select="." mode="nama-bab"/></a>
          <ul>
            <xsl:for-each select="sub">
              <li><a href="#{../@kode}-{@kode}"><xsl:apply-templates select="." mode="nama-sub"/></a></li>
            </xsl:for-each>
          </ul>
        </li>
      </xsl:for-each>
    </ol>
  </nav>
  <xsl:for-each select="bab">
    <article class="kotak panduan bab" aria-labelledby="{@kode}">
      <h2 id="{@kode}"><xsl:value-of select="concat(position(), '. ')"/><xsl:apply-templates select="." mode="nama-bab"/></h2>
      <p class="lead"><xsl:apply-templates select="." mode="ringkas"/></p>
      <xsl:for-each select="sub">
        <section aria-labelledby="{../@kode}-{@kode}">
          <h3 id="{../@kode}-{@kode}"><xsl:apply-templates select="." mode="nama-sub"/></h3>
          <xsl:apply-templates select="." mode="isi"/>
        </section>
      </xsl:for-each>
    </article>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
