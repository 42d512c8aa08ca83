<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-unggah-hapus.xsl: before an upload that is not whole is given up
     (B-04). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:template match="halaman" mode="judul">Hapus unggahan</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/balikan/unggah/', unggahan/@kode, '/hapus')"/>
    <xsl:with-param name="teks" select="'Ya, hapus unggahan'"/>
    <xsl:with-param name="batal" select="'/balikan/unggah'"/>
    <xsl:with-param name="isi">
      <p>
        <xsl:text>Bagian </xsl:text>
        <b><xsl:value-of select="unggahan/@nama"/></b>
        <xsl:text> yang sudah terkirim (</xsl:text>
        <xsl:apply-templates select="unggahan/@letak" mode="bita"/>
        <xsl:text>) akan dihapus dan tidak dapat dilanjutkan lagi. Data balikan lembaga Anda tidak berubah.</xsl:text>
      </p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
