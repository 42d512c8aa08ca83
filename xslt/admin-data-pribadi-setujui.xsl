<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-data-pribadi-setujui.xsl: what agreeing to an erasure does. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/data-pribadi.xsl"/>

<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Permintaan ini tidak dapat disetujui: sudah diputuskan, permintaan Anda sendiri, atau ada pekerjaan yang harus diserahkan lebih dahulu.</xsl:template>

<xsl:template match="halaman" mode="judul">Setujui penghapusan: <xsl:value-of select="penghapusan/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/data-pribadi">Data Pribadi</a></li>
  <li><a href="/admin/data-pribadi/{penghapusan/@id}"><xsl:value-of select="penghapusan/@nama"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/data-pribadi/', penghapusan/@id, '/setujui')"/>
    <xsl:with-param name="teks" select="'Setujui dan hapus'"/>
    <xsl:with-param name="batal" select="concat('/admin/data-pribadi/', penghapusan/@id)"/>
    <xsl:with-param name="isi">
      <p>Akun <b><xsl:value-of select="penghapusan/@username"/></b> langsung ditutup dan datanya dihapus. Ini tidak dapat dibatalkan.</p>
      <xsl:call-template name="yang-terjadi"><xsl:with-param name="audit" select="penghapusan/@audit"/></xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
