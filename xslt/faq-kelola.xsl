<?xml version="1.0" encoding="UTF-8"?>
<!-- faq-kelola.xsl: all questions for the admin, with their order, state and
     votes (U-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/faq.xsl"/>

<xsl:template match="halaman" mode="judul">Kelola pertanyaan</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/faq">Frequent Asked Question</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Urutan di sini adalah urutan di halaman umum. Yang nonaktif tidak tampil di sana.</p>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/faq/kelola/kelompok/baru">Tambah kelompok</a>
  <a class="tombol utama" href="/faq/kelola/baru">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
    <xsl:text>Tulis pertanyaan</xsl:text>
  </a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="kelompok"/>
</xsl:template>

<xsl:template match="kelompok">
  <section aria-labelledby="kelompok-{@id}">
    <div class="daftar-kepala">
      <h2 id="kelompok-{@id}"><xsl:value-of select="@nama"/></h2>
      <div class="tombol-baris">
        <a class="tombol kecil" href="/faq/kelola/kelompok/{@id}">Ubah nama<span class="semu"> kelompok <xsl:value-of select="@nama"/></span></a>
        <xsl:call-template name="geser">
          <xsl:with-param name="aksi" select="concat('/faq/kelola/kelompok/', @id, '/geser')"/>
          <xsl:with-param name="apa" select="concat('kelompok ', @nama)"/>
        </xsl:call-template>
      </div>
    </div>
    <xsl:choose>
      <xsl:when test="entri">
        <table class="tabel">
          <caption class="semu">Pertanyaan dalam kelompok <xsl:value-of select="@nama"/></caption>
          <thead>
            <tr>
              <th scope="col">Pertanyaan</th>
              <th scope="col" class="angka">Membantu</th>
              <th scope="col" class="angka">Tidak</th>
              <th scope="col">Diubah</th>
              <th scope="col">Status</th>
              <th scope="col">Urutan</th>
              <th scope="col" class="aksi">Tindakan</th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="entri"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p>Belum ada pertanyaan dalam kelompok ini, jadi kelompok ini belum tampil.</p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="entri">
  <tr id="faq-{@id}">
    <td class="utama" data-label="Pertanyaan"><a href="/faq/kelola/{@id}"><xsl:value-of select="@tanya"/></a></td>
    <td class="angka" data-label="Membantu"><xsl:apply-templates select="@ya" mode="angka"/></td>
    <td class="angka" data-label="Tidak"><xsl:apply-templates select="@tidak" mode="angka"/></td>
    <td class="rapat" data-label="Diubah"><xsl:apply-templates select="@diubah" mode="tanggal"/></td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
    <td data-label="Urutan">
      <xsl:call-template name="geser">
        <xsl:with-param name="aksi" select="concat('/faq/kelola/', @id, '/geser')"/>
        <xsl:with-param name="apa" select="@tanya"/>
      </xsl:call-template>
    </td>
    <td class="aksi"><a href="/faq/kelola/{@id}/ubah">Ubah<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="@tanya"/></span></a></td>
  </tr>
</xsl:template>

<!-- Up and down, where there is somewhere to go. -->
<xsl:template name="geser">
  <xsl:param name="aksi"/>
  <xsl:param name="apa"/>
  <xsl:variable name="ini" select="local-name()"/>
  <xsl:variable name="atas" select="preceding-sibling::*[local-name() = $ini]"/>
  <xsl:variable name="bawah" select="following-sibling::*[local-name() = $ini]"/>
  <xsl:if test="$atas or $bawah">
    <form class="tombol-baris" action="{$aksi}">
      <xsl:call-template name="form-rahasia"/>
      <xsl:if test="$atas">
        <button class="tombol kecil" type="submit" name="arah" value="naik">Naik<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="$apa"/></span></button>
      </xsl:if>
      <xsl:if test="$bawah">
        <button class="tombol kecil" type="submit" name="arah" value="turun">Turun<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="$apa"/></span></button>
      </xsl:if>
    </form>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
