<?xml version="1.0" encoding="UTF-8"?>
<!-- faq-kelola-versi.xsl: one version of a question, which may be restored
     (U-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/faq.xsl"/>

<xsl:template match="halaman" mode="judul">Versi <xsl:value-of select="versi/@nomor"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/faq">Frequent Asked Question</a></li>
  <li><a href="/faq/kelola">Kelola pertanyaan</a></li>
  <li><a href="/faq/kelola/{faq/@id}"><xsl:value-of select="faq/@tanya"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="versi/@waktu" mode="waktu"/>
    <xsl:text>, </xsl:text>
    <xsl:choose>
      <xsl:when test="versi/@oleh"><xsl:value-of select="versi/@oleh"/></xsl:when>
      <xsl:otherwise>bawaan SI-FILMA</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('. Kelompok ', versi/@kelompok, '.')"/>
    <xsl:if test="versi/@nomor = faq/@versi"> Ini versi yang sekarang.</xsl:if>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak panduan" aria-labelledby="judul-versi">
    <h2 id="judul-versi"><xsl:value-of select="versi/@tanya"/></h2>
    <xsl:apply-templates select="versi/jawab" mode="jawaban"/>
  </section>
  <xsl:if test="versi/@nomor != faq/@versi">
    <form class="kotak" action="/faq/kelola/{faq/@id}/versi/{versi/@nomor}">
      <xsl:call-template name="form-rahasia"/>
      <input type="hidden" name="versi" value="{faq/@versi}"/>
      <p>Pertanyaan, jawaban, dan kelompok di atas menjadi versi <xsl:value-of select="faq/@versi + 1"/> yang tampil. Versi <xsl:value-of select="faq/@versi"/> yang sekarang tetap tersimpan di riwayat.</p>
      <xsl:call-template name="tombol-baris">
        <xsl:with-param name="teks" select="'Pulihkan versi ini'"/>
        <xsl:with-param name="batal" select="concat('/faq/kelola/', faq/@id)"/>
      </xsl:call-template>
    </form>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
