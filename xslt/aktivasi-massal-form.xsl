<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-massal-form.xsl: sending a file of bulk activation (A-04). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kartu.xsl"/>

<xsl:template match="halaman" mode="judul">Kirim berkas aktivasi</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="form kotak" aria-labelledby="judul-templat">
    <h2 id="judul-templat">1. Isi templat</h2>
    <p>Templat berisi kartu lembaga Anda yang menunggu aktivasi. Lengkapi token, kode wilayah (10 angka kelurahan), Latitude, dan Longitude. Baris yang tidak ingin diaktifkan boleh dihapus.</p>
    <ul class="berkas-baris">
      <li><a href="/aktivasi/massal/templat/xlsx"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>Templat XLSX</a></li>
      <li><a href="/aktivasi/massal/templat/csv"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>Templat CSV</a></li>
    </ul>
  </section>
  <form class="form kotak" action="/aktivasi/massal/baru" data-unggah="data-unggah">
    <xsl:call-template name="form-rahasia"><xsl:with-param name="berkas" select="true()"/></xsl:call-template>
    <h2>2. Kirim</h2>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'CSV atau XLSX, paling banyak 20.000 baris. Berkasnya tidak disimpan karena berisi token.'"/>
      <xsl:with-param name="terima" select="'.csv,.xlsx'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Kirim dan aktifkan'"/>
      <xsl:with-param name="batal" select="'/aktivasi/massal'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
