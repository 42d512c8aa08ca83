<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-ganti.xsl: a new blank card for one that failed (P-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Ganti kartu</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="form kotak" action="/proses/{proses/@id}/produksi/{kartu/@id}/ganti">
    <xsl:call-template name="form-rahasia"/>
    <xsl:apply-templates select="proses" mode="singkat"/>
    <p>
      <xsl:text>Kartu </xsl:text>
      <span class="kode"><xsl:value-of select="kartu/@seri-kartu"/></span>
      <xsl:value-of select="concat(' pada baris ', kartu/@urut, ' untuk mesin ')"/>
      <span class="kode"><xsl:value-of select="kartu/@seri-mesin"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="kartu/@status" mode="lencana"/>
      <xsl:text> digantikan kartu kosong lain dan masuk daftar pemusnahan.</xsl:text>
    </p>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'seri_baru'"/>
      <xsl:with-param name="petunjuk" select="'Pindai atau ketik seri kartu kosong penggantinya'"/>
      <xsl:with-param name="lebar" select="30"/>
      <xsl:with-param name="lengkap" select="'off'"/>
      <xsl:with-param name="pindai" select="'tetap'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Ganti kartu'"/>
      <xsl:with-param name="batal" select="concat('/proses/', proses/@id, '/produksi')"/>
    </xsl:call-template>
  </form>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'pindai'"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
