<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-berkas.xsl: personalised cards from a file (P-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Hasil personalisasi dari berkas, tiket ', proses/@kode)"/>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak" aria-label="Kemajuan">
    <xsl:call-template name="kemajuan">
      <xsl:with-param name="nilai" select="proses/@selesai"/>
      <xsl:with-param name="dari" select="proses/@jumlah"/>
      <xsl:with-param name="satuan" select="'kartu'"/>
      <xsl:with-param name="label" select="'Kartu selesai dipersonalisasi'"/>
    </xsl:call-template>
  </section>
  <form class="form kotak" action="/proses/{proses/@id}/produksi/berkas" data-unggah="">
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <p>
      <xsl:text>Kolom berkas, berurutan: seri_kartu, sam_id, pcid, status (personal, gagal, rusak, atau terkunci), keterangan. Unduh contoh yang sudah berisi seri kartu tiket ini: </xsl:text>
      <a href="/proses/{proses/@id}/produksi/templat/csv">CSV</a>
      <xsl:text> atau </xsl:text>
      <a href="/proses/{proses/@id}/produksi/templat/xlsx">XLSX</a>
      <xsl:text>.</xsl:text>
    </p>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'CSV atau XLSX, paling besar 10 MB'"/>
      <xsl:with-param name="terima" select="'.csv,.xlsx'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-centang">
      <xsl:with-param name="nama" select="'sebagian'"/>
      <xsl:with-param name="petunjuk" select="'Bila ada baris yang salah, baris lain tetap dicatat. Tanpa pilihan ini, satu baris salah membatalkan seluruh berkas.'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Catat dari berkas'"/>
      <xsl:with-param name="batal" select="concat('/proses/', proses/@id, '/produksi')"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
