<?xml version="1.0" encoding="UTF-8"?>
<!-- A page before a final action. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../../../xslt/layout.xsl"/>
<xsl:import href="../../../xslt/bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Hapus permintaan?</xsl:template>
<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="'/permintaan/69/hapus'"/>
    <xsl:with-param name="teks" select="'Ya, hapus permintaan'"/>
    <xsl:with-param name="batal" select="'/permintaan/69'"/>
    <xsl:with-param name="isi"><p>Permintaan <b><xsl:value-of select="permintaan/@nomor"/></b> (<xsl:value-of select="permintaan/@judul"/>) akan dihapus beserta berkasnya. Tindakan ini tidak dapat dibatalkan.</p></xsl:with-param>
    <xsl:with-param name="ruas"><xsl:call-template name="ruas-paragraf"><xsl:with-param name="nama" select="'alasan'"/><xsl:with-param name="opsional" select="true()"/></xsl:call-template>
</xsl:with-param>
  </xsl:call-template>
</xsl:template>
</xsl:stylesheet>
