<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-urung.xsl: take the entry of one card back (P-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Urungkan catatan kartu</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/proses/', proses/@id, '/produksi/', kartu/@id, '/urung')"/>
    <xsl:with-param name="teks" select="'Ya, urungkan catatan ini'"/>
    <xsl:with-param name="batal" select="concat('/proses/', proses/@id, '/produksi')"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="proses" mode="singkat"/>
      <p>
        <xsl:text>Kartu </xsl:text>
        <span class="kode"><xsl:value-of select="kartu/@seri-kartu"/></span>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="kartu/@status" mode="lencana"/>
        <xsl:if test="kartu/@sam">
          <xsl:text> dengan No. Identitas Kartu SAM </xsl:text>
          <span class="kode"><xsl:value-of select="kartu/@sam"/></span>
        </xsl:if>
        <xsl:text> kembali menjadi belum dikerjakan. Nomor identitas dan PCID-nya dihapus dari catatan.</xsl:text>
      </p>
      <xsl:if test="proses/@status = 'dokumen' or proses/@status = 'tanda-tangan'">
        <p>Tiket ini kembali ke tahap personalisasi sampai kartu tersebut dicatat lagi.</p>
      </xsl:if>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
