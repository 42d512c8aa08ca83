<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-lembaga-tutup.xsl: before an institution is closed. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="galat[@kode = 'berubah' and @ruas = '']" mode="kalimat">Lembaga ini sudah nonaktif, atau merupakan lembaga Anda sendiri.</xsl:template>

<xsl:template match="halaman" mode="judul">Nonaktifkan <xsl:value-of select="lembaga/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/lembaga">Lembaga</a></li>
  <li><a href="/admin/lembaga/{lembaga/@id}"><xsl:value-of select="lembaga/@nama"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/lembaga/', lembaga/@id, '/tutup')"/>
    <xsl:with-param name="teks" select="'Nonaktifkan lembaga'"/>
    <xsl:with-param name="batal" select="concat('/admin/lembaga/', lembaga/@id)"/>
    <xsl:with-param name="isi">
      <p><xsl:apply-templates select="lembaga/@akun" mode="angka"/> akun aktif lembaga ini langsung dikeluarkan dan tidak dapat masuk lagi. Permintaan, tiket, dan dokumennya tetap ada, dan lembaga dapat diaktifkan lagi.</p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
