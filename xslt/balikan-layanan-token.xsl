<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-layanan-token.xsl: a new token, shown this once (B-05). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-layanan.xsl"/>

<xsl:template match="halaman" mode="judul">Token baru</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/balikan">Data Balikan</a></li>
  <li><a href="/balikan/layanan">Web Service</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Salin token ini sekarang ke sistem yang memakainya: token tidak akan ditampilkan lagi.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="t" select="layanan/baru"/>
  <section class="kotak" aria-labelledby="judul-token">
    <h2 id="judul-token"><xsl:value-of select="$t/@nama"/></h2>
    <p><b class="kode"><xsl:value-of select="$t/@token"/></b></p>
    <p>
      <xsl:text>Berlaku </xsl:text>
      <xsl:apply-templates select="$t/@hari" mode="angka"/>
      <xsl:text> hari, dari </xsl:text>
      <xsl:choose>
        <xsl:when test="$t/jaringan">
          <xsl:for-each select="$t/jaringan">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <span class="kode"><xsl:value-of select="."/></span>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>alamat jaringan mana pun</xsl:otherwise>
      </xsl:choose>
      <xsl:text>. Siapa pun yang memegangnya dapat mengirim data atas nama lembaga Anda; simpan seperti menyimpan password.</xsl:text>
    </p>
    <div class="tombol-baris"><a class="tombol utama" href="/balikan/layanan">Sudah saya simpan</a></div>
  </section>
  <xsl:apply-templates select="layanan" mode="contoh"/>
</xsl:template>

</xsl:stylesheet>
