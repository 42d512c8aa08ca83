<?xml version="1.0" encoding="UTF-8"?>
<!-- laporan.xsl: the reports there are for this person (U-21). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/laporan-kata.xsl"/>

<xsl:template match="halaman" mode="judul">Reports</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:choose>
      <xsl:when test="$peran = 'admin' or $peran = 'pejabat'">Rekap seluruh pekerjaan, dengan saringan, tabel, dan grafik. Setiap laporan dapat diunduh sebagai CSV, XLSX, dan PDF.</xsl:when>
      <xsl:otherwise>Rekap pekerjaan <xsl:value-of select="sesi/@lembaga"/>, dengan saringan, tabel, dan grafik. Setiap laporan dapat diunduh sebagai CSV, XLSX, dan PDF.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:variable name="peran" select="string(/halaman/sesi/@peran)"/>

<xsl:template match="halaman" mode="isi">
  <div class="dua">
    <xsl:for-each select="lihat">
      <section class="kotak" aria-labelledby="lap-{@kode}">
        <h2 id="lap-{@kode}">
          <a href="/laporan/{@kode}">
            <xsl:call-template name="kata">
              <xsl:with-param name="peta" select="$judul-laporan"/>
              <xsl:with-param name="kode" select="@kode"/>
            </xsl:call-template>
          </a>
        </h2>
        <p>
          <xsl:call-template name="kata">
            <xsl:with-param name="peta" select="$ringkas-laporan"/>
            <xsl:with-param name="kode" select="@kode"/>
          </xsl:call-template>
        </p>
      </section>
    </xsl:for-each>
  </div>
</xsl:template>

</xsl:stylesheet>
