<?xml version="1.0" encoding="UTF-8"?>
<!-- faq-kelola-lihat.xsl: one question for the admin: answer, state, votes,
     history (U-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/faq.xsl"/>

<xsl:template match="halaman" mode="judul"><xsl:value-of select="faq/@tanya"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/faq">Frequent Asked Question</a></li>
  <li><a href="/faq/kelola">Kelola pertanyaan</a></li>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol utama" href="/faq/kelola/{faq/@id}/ubah">Ubah</a>
</xsl:template>

<xsl:template match="galat[@kode = 'berubah']" mode="kalimat">Statusnya sudah seperti itu: orang lain mungkin baru saja mengubahnya.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak" aria-labelledby="judul-ringkas">
    <h2 id="judul-ringkas">Pertanyaan</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'kelompok'"/><xsl:with-param name="isi" select="faq/@kelompok"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'alamat'"/>
        <xsl:with-param name="muatan">
          <xsl:choose>
            <xsl:when test="faq/@status = 'aktif'"><a href="/faq/{faq/@alamat}">/faq/<xsl:value-of select="faq/@alamat"/></a></xsl:when>
            <xsl:otherwise>/faq/<xsl:value-of select="faq/@alamat"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'status'"/><xsl:with-param name="muatan"><xsl:apply-templates select="faq/@status" mode="lencana"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Diubah'"/><xsl:with-param name="isi"><xsl:apply-templates select="faq/@diubah" mode="waktu"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Apakah ini membantu?'"/>
        <xsl:with-param name="isi">
          <xsl:apply-templates select="faq/@ya" mode="angka"/> ya, <xsl:apply-templates select="faq/@tidak" mode="angka"/> tidak<xsl:if test="faq/@ya + faq/@tidak &gt; 0"> (<xsl:call-template name="angka"><xsl:with-param name="n" select="round(100 * faq/@ya div (faq/@ya + faq/@tidak))"/></xsl:call-template>% ya)</xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </dl>
    <form action="/faq/kelola/{faq/@id}/saklar">
      <xsl:call-template name="form-rahasia"/>
      <div class="tombol-baris">
        <xsl:choose>
          <xsl:when test="faq/@status = 'aktif'"><button class="tombol" type="submit" name="aktif" value="tidak">Nonaktifkan</button></xsl:when>
          <xsl:otherwise><button class="tombol" type="submit" name="aktif" value="ya">Aktifkan</button></xsl:otherwise>
        </xsl:choose>
      </div>
    </form>
  </section>
  <section class="kotak panduan" aria-labelledby="judul-jawaban">
    <h2 id="judul-jawaban">Jawaban</h2>
    <xsl:apply-templates select="faq/jawab" mode="jawaban"/>
  </section>
  <section aria-labelledby="judul-riwayat">
    <h2 id="judul-riwayat">Riwayat</h2>
    <table class="tabel">
      <caption class="semu">Versi pertanyaan ini</caption>
      <thead>
        <tr>
          <th scope="col" class="angka">Versi</th>
          <th scope="col">Pertanyaan</th>
          <th scope="col">Apa</th>
          <th scope="col">Kapan</th>
          <th scope="col">Oleh</th>
          <th scope="col" class="aksi">Tindakan</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="versi"/></tbody>
    </table>
  </section>
</xsl:template>

<xsl:template match="versi">
  <tr>
    <td class="angka" data-label="Versi"><xsl:value-of select="@nomor"/></td>
    <td class="utama" data-label="Pertanyaan"><xsl:value-of select="@tanya"/></td>
    <td data-label="Apa">
      <xsl:choose>
        <xsl:when test="@asal">Dipulihkan dari versi <xsl:value-of select="@asal"/></xsl:when>
        <xsl:when test="@nomor = 1">Dibuat</xsl:when>
        <xsl:otherwise>Diubah</xsl:otherwise>
      </xsl:choose>
    </td>
    <td data-label="Kapan"><xsl:apply-templates select="@waktu" mode="waktu"/></td>
    <td data-label="Oleh"><xsl:choose><xsl:when test="@oleh"><xsl:value-of select="@oleh"/></xsl:when><xsl:otherwise>Bawaan SI-FILMA</xsl:otherwise></xsl:choose></td>
    <td class="aksi"><a href="/faq/kelola/{/halaman/faq/@id}/versi/{@nomor}">Lihat<span class="semu"> versi <xsl:value-of select="@nomor"/></span></a></td>
  </tr>
</xsl:template>

</xsl:stylesheet>
