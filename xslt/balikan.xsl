<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan.xsl: an institution's overview of its data balikan. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:template match="halaman" mode="judul">Data Balikan</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak" aria-labelledby="judul-ikhtisar">
    <h2 id="judul-ikhtisar">Data lembaga Anda</h2>
    <dl class="ringkasan">
      <div><dt>Baris data balikan</dt><dd><xsl:apply-templates select="ikhtisar/@baris" mode="angka"/></dd></div>
      <div>
        <dt>Terakhir mengirim</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="ikhtisar/@terakhir"><xsl:apply-templates select="ikhtisar/@terakhir" mode="waktu"/></xsl:when>
            <xsl:otherwise>Belum pernah</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
    </dl>
  </section>
</xsl:template>

</xsl:stylesheet>
