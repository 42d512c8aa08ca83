<?xml version="1.0" encoding="UTF-8"?>
<!--
  login.xsl: the sign-in page, also when a session ended while a form was
  filled in (<lanjutan>); any program may show it (lib/request.c).
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/masuk.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Masuk</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip">
    <xsl:with-param name="nama" select="'sandi'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <xsl:choose>
    <xsl:when test="lanjutan">
      <div class="pesan awas" role="status">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'jam'"/></xsl:call-template>
        <p>Sesi Anda sudah berakhir, sehingga yang baru saja Anda kirim belum diproses. Masuklah kembali: isian Anda tidak hilang dan dapat langsung dilanjutkan. Password dan berkas besar mungkin perlu diisi lagi.</p>
      </div>
    </xsl:when>
    <xsl:when test="masuk/@lanjut != ''">
      <p class="lead">Silakan masuk untuk membuka halaman yang Anda tuju.</p>
    </xsl:when>
    <xsl:otherwise>
      <p class="lead">Gunakan username dan password yang Anda daftarkan.</p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="form-masuk">
    <xsl:with-param name="lanjut" select="masuk/@lanjut"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
