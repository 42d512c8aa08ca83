<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-manual-hapus.xsl: before an earlier edition of a manual is deleted
     (B-18). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Hapus edisi <xsl:value-of select="edisi/@nomor"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/panduan">Panduan</a></li>
  <li><a href="/panduan/manual/{manual/@id}"><xsl:value-of select="manual/@judul"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/panduan/manual/', manual/@id, '/hapus/', edisi/@nomor)"/>
    <xsl:with-param name="batal" select="concat('/panduan/manual/', manual/@id)"/>
    <xsl:with-param name="teks" select="'Ya, hapus edisi ini'"/>
    <xsl:with-param name="isi">
      <p>Edisi <xsl:value-of select="edisi/@nomor"/> dari <b><xsl:value-of select="manual/@judul"/></b>, berkas <b><xsl:value-of select="edisi/@nama"/></b>, dihapus untuk selamanya. Edisi lain tidak berubah.</p>
      <p>Salinan dalam cadangan yang sudah dibuat tetap ada sampai cadangan itu dihapus.</p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
