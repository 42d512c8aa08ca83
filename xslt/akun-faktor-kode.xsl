<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-faktor-kode.xsl: ten recovery codes, shown this once: to print, or
     to save as a text that is in the link itself. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Kode pemulihan Anda</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Faktor kedua Anda aktif. Simpan kode ini di tempat aman, terpisah dari ponsel: kode ini tidak akan ditampilkan lagi.</p>
</xsl:template>

<!-- Codes and user names are letters, digits and . _ - alone, so nothing else
     has to be escaped. -->
<xsl:template match="pemulihan" mode="data">
  <xsl:text>data:text/plain;charset=utf-8,SI-FILMA%20-%20kode%20pemulihan%20untuk%20</xsl:text>
  <xsl:value-of select="@untuk"/>
  <xsl:text>%0D%0ASetiap%20kode%20berlaku%20satu%20kali.%0D%0A%0D%0A</xsl:text>
  <xsl:for-each select="kode">
    <xsl:value-of select="concat(., '%0D%0A')"/>
  </xsl:for-each>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak" aria-labelledby="judul-kode">
    <h2 id="judul-kode">Sepuluh kode untuk <xsl:value-of select="pemulihan/@untuk"/></h2>
    <ol>
      <xsl:for-each select="pemulihan/kode">
        <li><b class="kode"><xsl:value-of select="."/></b></li>
      </xsl:for-each>
    </ol>
    <p>Bila ponsel hilang atau rusak, pilih “Pakai kode pemulihan” ketika masuk, lalu ketik salah satu. Setiap kode berlaku satu kali.</p>
    <p class="tidak-cetak">Cetak halaman ini dari menu peramban, atau unduh kodenya. Berkas unduhan dibuat di peramban Anda sendiri.</p>
    <div class="tombol-baris">
      <a class="tombol" download="kode-pemulihan-si-filma.txt">
        <xsl:attribute name="href"><xsl:apply-templates select="pemulihan" mode="data"/></xsl:attribute>
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
        <xsl:text>Unduh kode</xsl:text>
      </a>
      <xsl:choose>
        <xsl:when test="pemulihan/@lanjut"><a class="tombol utama" href="/akun/faktor/lanjut">Sudah saya simpan, lanjutkan</a></xsl:when>
        <xsl:otherwise><a class="tombol utama" href="/akun/faktor">Sudah saya simpan</a></xsl:otherwise>
      </xsl:choose>
    </div>
  </section>
</xsl:template>

</xsl:stylesheet>
