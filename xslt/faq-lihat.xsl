<?xml version="1.0" encoding="UTF-8"?>
<!-- faq-lihat.xsl: one question with its answer, "did this help?", and the
     others of its group (U-11). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/faq.xsl"/>

<xsl:template match="halaman" mode="judul"><xsl:value-of select="faq/@tanya"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/faq">Frequent Asked Question</a></li>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="sesi/@peran = 'admin'">
    <a class="tombol" href="/faq/kelola/{faq/@id}">Kelola pertanyaan ini</a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <article class="kotak panduan" aria-label="Jawaban">
    <xsl:apply-templates select="faq/jawab" mode="jawaban"/>
    <p class="petunjuk"><xsl:value-of select="concat(faq/@kelompok, ' · diperbarui ')"/><xsl:apply-templates select="faq/@diubah" mode="tanggal"/></p>
  </article>
  <form class="kotak tidak-cetak" action="/faq/{faq/@alamat}/suara">
    <xsl:call-template name="form-rahasia"/>
    <div id="r-membantu" role="group" aria-labelledby="judul-membantu" tabindex="-1">
      <h2 id="judul-membantu">Apakah ini membantu?</h2>
      <xsl:if test="faq/@pilihan">
        <p>Jawaban Anda: <strong><xsl:apply-templates select="faq/@pilihan" mode="ya-tidak"/></strong>. Anda dapat menggantinya.</p>
      </xsl:if>
      <div class="tombol-baris">
        <button class="tombol" type="submit" name="membantu" value="ya">
          <xsl:if test="faq/@pilihan = 'ya'"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
          <xsl:text>Ya</xsl:text>
        </button>
        <button class="tombol" type="submit" name="membantu" value="tidak">
          <xsl:if test="faq/@pilihan = 'tidak'"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
          <xsl:text>Tidak</xsl:text>
        </button>
      </div>
    </div>
  </form>
  <xsl:if test="lain">
    <nav class="kotak panduan tidak-cetak" aria-labelledby="judul-lain">
      <h2 id="judul-lain">Pertanyaan lain tentang <xsl:value-of select="faq/@kelompok"/></h2>
      <ul>
        <xsl:for-each select="lain">
          <li><a href="/faq/{@alamat}"><xsl:value-of select="@tanya"/></a></li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:if>
  <p class="tidak-cetak"><a href="/faq">Semua pertanyaan</a></p>
</xsl:template>

<xsl:template match="@pilihan" mode="ya-tidak">
  <xsl:choose>
    <xsl:when test=". = 'ya'">Ya</xsl:when>
    <xsl:otherwise>Tidak</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
