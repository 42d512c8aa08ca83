<?xml version="1.0" encoding="UTF-8"?>
<!-- faq.xsl: all questions in their groups, or those that a search found
     (U-11). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/faq.xsl"/>

<xsl:template match="halaman" mode="judul">Frequent Asked Question</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Jawaban atas pertanyaan yang sering diajukan tentang kartu SAM, pembaca KTP-el, dan data balikan.</p>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="sesi/@peran = 'admin'">
    <a class="tombol" href="/faq/kelola">Kelola pertanyaan</a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/faq" role="search">
    <div class="saring-ruas saring-cari">
      <label for="s-cari">Cari dalam pertanyaan dan jawaban</label>
      <input id="s-cari" type="search" name="cari" maxlength="100"
        autocomplete="off" enterkeyhint="search" value="{pencarian/@cari}"/>
    </div>
    <button class="tombol" type="submit">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
      <xsl:text>Cari</xsl:text>
    </button>
  </form>
  <xsl:if test="pencarian/@jumlah &gt; 0">
    <div class="daftar-kepala">
      <p class="menampilkan" role="status">
        <xsl:apply-templates select="pencarian/@jumlah" mode="angka"/>
        <xsl:text> pertanyaan</xsl:text>
        <xsl:if test="pencarian/@cari">
          <xsl:value-of select="concat(' cocok dengan “', pencarian/@cari, '”')"/>
        </xsl:if>
      </p>
      <xsl:if test="pencarian/@cari">
        <p class="ekspor"><a href="/faq">Tampilkan semua</a></p>
      </xsl:if>
    </div>
  </xsl:if>
  <xsl:for-each select="kelompok">
    <section class="kotak panduan" aria-labelledby="kelompok-{@id}">
      <h2 id="kelompok-{@id}"><xsl:value-of select="@nama"/></h2>
      <xsl:apply-templates select="bagian|entri"/>
    </section>
  </xsl:for-each>
  <xsl:if test="pencarian/@jumlah = 0">
    <div class="kosong">
      <xsl:choose>
        <xsl:when test="pencarian/@cari">
          <h2>Tidak ada yang cocok</h2>
          <p>Tidak ada pertanyaan yang memuat semua kata “<xsl:value-of select="pencarian/@cari"/>”. Gunakan kata yang lebih sedikit atau kata lain.</p>
          <p><a class="tombol" href="/faq">Tampilkan semua</a></p>
        </xsl:when>
        <xsl:otherwise>
          <h2>Belum ada pertanyaan</h2>
          <p>Jawaban atas pertanyaan yang sering diajukan akan tampil di sini.</p>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:if>
  <p>Belum menemukan jawabannya? Baca <a href="/panduan">Panduan</a> untuk cara mengerjakan sesuatu langkah demi langkah<xsl:if test="not(sesi)">, atau hubungi kami lewat <a href="/#kontak">Kontak</a></xsl:if>.</p>
</xsl:template>

<!-- A part: depends on nothing outside. -->
<xsl:template match="entri">
  <details class="tanya">
    <xsl:if test="@buka"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
    <summary><xsl:value-of select="@tanya"/></summary>
    <xsl:apply-templates select="." mode="jawaban"/>
    <p><a href="/faq/{@alamat}">Buka halaman jawaban ini<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="@tanya"/></span></a></p>
  </details>
</xsl:template>

</xsl:stylesheet>
