<?xml version="1.0" encoding="UTF-8"?>
<!-- verifikasi-lihat.xsl: what the register says of one document, reached by
     its QR code (U-16, U-17). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/dokumen.xsl"/>
<xsl:import href="bagian/verifikasi.xsl"/>

<xsl:template match="halaman" mode="judul">Verifikasi dokumen</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead"><xsl:apply-templates select="dokumen" mode="sebutan"/></p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="hasil"/>
  <xsl:apply-templates select="dokumen" mode="keadaan"/>
  <div class="dua">
    <xsl:apply-templates select="dokumen" mode="rincian"/>
    <section class="kotak">
      <h2>Punya berkas PDF-nya?</h2>
      <p>Unggah untuk memastikan bahwa tidak satu bita pun berubah sejak ditandatangani.</p>
      <xsl:call-template name="unggah">
        <xsl:with-param name="aksi" select="@jalur"/>
      </xsl:call-template>
      <p class="tombol-baris"><a class="tombol" href="/verifikasi">Periksa dokumen lain</a></p>
    </section>
  </div>
</xsl:template>

</xsl:stylesheet>
