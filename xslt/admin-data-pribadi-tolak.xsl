<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-data-pribadi-tolak.xsl: refusing an erasure, with the reason. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:variable name="label" select="'|alasan=Alasan penolakan|'"/>

<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Permintaan ini sudah diputuskan, atau permintaan Anda sendiri.</xsl:template>

<xsl:template match="halaman" mode="judul">Tolak penghapusan: <xsl:value-of select="penghapusan/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/data-pribadi">Data Pribadi</a></li>
  <li><a href="/admin/data-pribadi/{penghapusan/@id}"><xsl:value-of select="penghapusan/@nama"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/data-pribadi/', penghapusan/@id, '/tolak')"/>
    <xsl:with-param name="teks" select="'Tolak permintaan'"/>
    <xsl:with-param name="batal" select="concat('/admin/data-pribadi/', penghapusan/@id)"/>
    <xsl:with-param name="isi">
      <p>Data <b><xsl:value-of select="penghapusan/@nama"/></b> tetap disimpan dan akunnya tetap dapat dipakai. Penolakan harus beralasan: misalnya data masih diperlukan untuk kewajiban hukum atau pemeriksaan yang berjalan.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'alasan'"/>
        <xsl:with-param name="petunjuk" select="'Dikirim kepada pemilik akun'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
