<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-pindah.xsl: move a ticket in the plan, with a reason (P-08). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Pindahkan jadwal</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="form kotak" action="/proses/{proses/@id}/pindah">
    <xsl:call-template name="form-rahasia"/>
    <xsl:apply-templates select="proses" mode="singkat"/>
    <p>
      <xsl:text>Estimasi sekarang: </xsl:text>
      <xsl:apply-templates select="proses/@estimasi-mulai" mode="tanggal"/>
      <xsl:text> sampai </xsl:text>
      <xsl:apply-templates select="proses/@estimasi-selesai" mode="tanggal"/>
      <xsl:text>. Hari yang ditinggalkan dipakai tiket berikutnya, dan semua yang estimasinya bergeser diberi tahu.</xsl:text>
    </p>
    <xsl:call-template name="ruas-radio">
      <xsl:with-param name="nama" select="'cara'"/>
      <xsl:with-param name="opsi" select="'|tunda=Jangan mulai sebelum tanggal di bawah|antrean=Kembali menurut urutan antrean|'"/>
      <xsl:with-param name="nilai" select="'tunda'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-tanggal">
      <xsl:with-param name="nama" select="'tanggal'"/>
      <xsl:with-param name="label" select="'Paling awal'"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="nilai" select="proses/@paling-awal"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'alasan'"/>
      <xsl:with-param name="petunjuk" select="'Alasan ini tampil pada linimasa tiket'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan dan susun ulang'"/>
      <xsl:with-param name="batal" select="concat('/proses/', proses/@id)"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
