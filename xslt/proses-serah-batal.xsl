<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-serah-batal.xsl: take a handover back that was not received. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="$peran = 'produsen'">Kartu belum kami terima</xsl:when>
    <xsl:otherwise>Batalkan serah terima</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/proses/', proses/@id, '/serah-terima/batal')"/>
    <xsl:with-param name="teks" select="'Ya, batalkan serah terima'"/>
    <xsl:with-param name="batal" select="concat('/proses/', proses/@id)"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="proses" mode="singkat"/>
      <p>Catatan serah terima dihapus dan tiket kembali siap diserahkan. Pihak lain diberi tahu beserta alasannya.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-paragraf">
        <xsl:with-param name="nama" select="'alasan'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
