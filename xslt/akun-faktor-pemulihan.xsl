<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-faktor-pemulihan.xsl: the password before new recovery codes. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/faktor.xsl"/>

<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Kode itu sudah pernah ditampilkan, atau belum ada faktor kedua yang aktif. Bila kodenya belum tersimpan, buat yang baru di bawah ini.</xsl:template>

<xsl:template match="halaman" mode="judul">Kode pemulihan baru</xsl:template>

<xsl:template match="halaman" mode="remah"><xsl:call-template name="remah-faktor"/></xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="'/akun/faktor/pemulihan'"/>
    <xsl:with-param name="teks" select="'Buat sepuluh kode'"/>
    <xsl:with-param name="batal" select="'/akun/faktor'"/>
    <xsl:with-param name="rupa" select="'utama'"/>
    <xsl:with-param name="isi">
      <p>Anda mendapat sepuluh kode untuk masuk ketika ponsel hilang atau rusak. Sisa kode lama (<xsl:value-of select="faktor/@pemulihan"/>) langsung tidak berlaku.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-sandi"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
