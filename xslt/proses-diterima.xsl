<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-diterima.xsl: the producer's "Diterima" (P-16). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Nyatakan kartu diterima</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/proses/', proses/@id, '/diterima')"/>
    <xsl:with-param name="teks" select="'Diterima'"/>
    <xsl:with-param name="batal" select="concat('/proses/', proses/@id)"/>
    <xsl:with-param name="rupa" select="'utama'"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="proses" mode="singkat"/>
      <p>Anda menyatakan bahwa <xsl:apply-templates select="proses/@jumlah" mode="angka"/> kartu dan BAST sudah diterima lengkap. BAST ditutup dan tiket ini selesai; pernyataan ini tidak dapat ditarik.</p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
