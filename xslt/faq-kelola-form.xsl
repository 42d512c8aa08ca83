<?xml version="1.0" encoding="UTF-8"?>
<!-- faq-kelola-form.xsl: a question and its answer, new or changed, with the
     answer as it will be shown below (U-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/faq.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="faq">Ubah pertanyaan</xsl:when>
    <xsl:otherwise>Tulis pertanyaan</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/faq">Frequent Asked Question</a></li>
  <li><a href="/faq/kelola">Kelola pertanyaan</a></li>
  <xsl:if test="faq">
    <li><a href="/faq/kelola/{faq/@id}"><xsl:value-of select="faq/@tanya"/></a></li>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="f" select="faq"/>
  <xsl:variable name="ke">
    <xsl:text>/faq/kelola</xsl:text>
    <xsl:if test="$f"><xsl:value-of select="concat('/', $f/@id)"/></xsl:if>
  </xsl:variable>
  <form class="kotak" action="{$ke}{substring('/ubah', 1, 5 * boolean($f))}">
    <xsl:call-template name="form-rahasia"/>
    <xsl:if test="$f">
      <xsl:call-template name="ruas-rahasia">
        <xsl:with-param name="nama" select="'versi'"/>
        <xsl:with-param name="nilai" select="$f/@versi"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'tanya'"/>
      <xsl:with-param name="petunjuk" select="'Seperti orang menanyakannya, misalnya: Berapa lama aktivasi kartu SAM?'"/>
      <xsl:with-param name="nilai" select="$f/@tanya"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'kelompok'"/>
      <xsl:with-param name="nilai" select="$f/@kelompok-id"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-paragraf">
      <xsl:with-param name="nama" select="'jawab'"/>
      <xsl:with-param name="petunjuk" select="'Baris kosong memisahkan alinea. Cara menulis daftar, huruf tebal, dan tautan ada di bawah.'"/>
      <xsl:with-param name="nilai" select="$f/naskah"/>
      <xsl:with-param name="baris" select="14"/>
    </xsl:call-template>
    <details class="ruas">
      <summary>Cara menulis jawaban</summary>
      <dl class="ringkasan">
        <div><dt><span class="kode">*miring*</span></dt><dd><em>miring</em></dd></div>
        <div><dt><span class="kode">**tebal**</span></dt><dd><strong>tebal</strong></dd></div>
        <div><dt><span class="kode">- butir</span></dt><dd>Daftar bertitik, satu butir satu baris; sesudahnya satu baris kosong. Baris lanjutan diawali dua spasi.</dd></div>
        <div><dt><span class="kode">1. langkah</span></dt><dd>Daftar bernomor, berurutan mulai dari 1.</dd></div>
        <div><dt><span class="kode">[teks](/panduan)</span></dt><dd>Tautan ke halaman di sini, atau ke alamat lain yang diawali https://.</dd></div>
        <div><dt><span class="kode">\*</span></dt><dd>Bintang biasa; begitu juga \[ dan \].</dd></div>
      </dl>
    </details>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'alamat'"/>
      <xsl:with-param name="petunjuk" select="'Bagian akhir dari /faq/…, misalnya lama-aktivasi. Kosongkan agar dibuat dari pertanyaannya. Alamat lama tetap menuju ke sini.'"/>
      <xsl:with-param name="nilai" select="$f/@alamat"/>
      <xsl:with-param name="lebar" select="45"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <div class="tombol-baris">
      <button class="tombol utama" type="submit">Simpan</button>
      <button class="tombol" type="submit" formaction="{$ke}/pratinjau#pratinjau">Pratinjau</button>
      <a class="tombol polos" href="{$ke}">Batal</a>
    </div>
  </form>
  <xsl:if test="pratinjau">
    <section class="kotak panduan" id="pratinjau" aria-labelledby="judul-pratinjau">
      <h2 id="judul-pratinjau">Pratinjau: belum disimpan</h2>
      <xsl:if test="pratinjau/@tanya != ''">
        <h3><xsl:value-of select="pratinjau/@tanya"/></h3>
      </xsl:if>
      <xsl:apply-templates select="pratinjau" mode="jawaban"/>
    </section>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
