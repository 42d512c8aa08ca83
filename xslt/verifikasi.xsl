<?xml version="1.0" encoding="UTF-8"?>
<!-- verifikasi.xsl: the front page of verification (U-16): a code typed by
     hand, or a file. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/dokumen.xsl"/>
<xsl:import href="bagian/verifikasi.xsl"/>

<xsl:template match="halaman" mode="judul">Verifikasi dokumen</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Periksa apakah berita acara, surat, atau manifes SI-FILMA asli dan masih berlaku.</p>
</xsl:template>

<xsl:template match="galat[@ruas = 'kode' and @kode = 'kode-bentuk']" mode="kalimat">Kode verifikasi terdiri atas 32 angka dan huruf a–f. Periksa kembali kode yang Anda ketik.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="hasil"/>
  <xsl:apply-templates select="dokumen" mode="rincian"/>
  <div class="dua">
    <section class="kotak">
      <h2>Dengan kode</h2>
      <p>Cara termudah: pindai kode QR pada dokumen dengan kamera ponsel. Atau ketik kodenya di sini.</p>
      <form method="get" action="/verifikasi" novalidate="novalidate">
        <xsl:call-template name="ruas-teks">
          <xsl:with-param name="nama" select="'kode'"/>
          <xsl:with-param name="petunjuk" select="'32 angka dan huruf di bagian bawah dokumen, setelah “/verifikasi/”'"/>
        </xsl:call-template>
        <xsl:call-template name="tombol-baris">
          <xsl:with-param name="teks" select="'Periksa kode'"/>
        </xsl:call-template>
      </form>
    </section>
    <section class="kotak">
      <h2>Dengan berkas PDF</h2>
      <p>Berkas dibandingkan bita demi bita dengan yang kami terbitkan.</p>
      <xsl:call-template name="unggah">
        <xsl:with-param name="aksi" select="'/verifikasi'"/>
      </xsl:call-template>
    </section>
  </div>
</xsl:template>

</xsl:stylesheet>
