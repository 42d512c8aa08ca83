<?xml version="1.0" encoding="UTF-8"?>
<!--
  balikan-ruas.xsl: a parameter of data balikan in words.  <ruas> is what
  halaman_ruas() of program balikan writes.

    <xsl:apply-templates select="@jenis" mode="jenis-ruas"/>  Tanggal
    <xsl:apply-templates select="ruas" mode="aturan"/>        a sentence or two
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="opsi-jenis-ruas" select="'|teks=Teks|angka=Angka|tanggal=Tanggal|telepon=Nomor telepon|pilihan=Pilihan|'"/>
<xsl:template match="@*" mode="jenis-ruas">
  <xsl:value-of select="substring-before(substring-after($opsi-jenis-ruas, concat('|', ., '=')), '|')"/>
</xsl:template>

<!-- What may stand there. -->
<xsl:template match="ruas" mode="isi-ruas">
  <xsl:choose>
    <xsl:when test="@pola">
      <xsl:text>Menurut pola </xsl:text>
      <xsl:value-of select="@pola"/>
      <xsl:text> (9 = satu angka, A = satu huruf, X = huruf atau angka).</xsl:text>
    </xsl:when>
    <xsl:when test="@jenis = 'teks'">
      <xsl:text>Paling banyak </xsl:text>
      <xsl:apply-templates select="@panjang" mode="angka"/>
      <xsl:text> karakter.</xsl:text>
    </xsl:when>
    <xsl:when test="@jenis = 'angka'">
      <xsl:text>Paling banyak </xsl:text>
      <xsl:apply-templates select="@panjang" mode="angka"/>
      <xsl:text> angka, tanpa pemisah ribuan.</xsl:text>
    </xsl:when>
    <xsl:when test="@jenis = 'tanggal'">Ditulis tahun-bulan-hari, misalnya 2026-01-31; 31-01-2026 dan 31/01/2026 juga diterima.</xsl:when>
    <xsl:when test="@jenis = 'telepon'">Misalnya 081200000001 atau +6281200000001.</xsl:when>
    <xsl:otherwise>
      <xsl:text>Salah satu dari: </xsl:text>
      <xsl:for-each select="opsi">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:value-of select="."/>
      </xsl:for-each>
      <xsl:text>.</xsl:text>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="ruas" mode="aturan">
  <xsl:apply-templates select="@jenis" mode="jenis-ruas"/>
  <xsl:text>. </xsl:text>
  <xsl:apply-templates select="." mode="isi-ruas"/>
  <xsl:choose>
    <xsl:when test="@wajib"> Wajib diisi.</xsl:when>
    <xsl:otherwise> Boleh kosong.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- tabel-ruas: the parameters of a version; NIK is always there. -->
<xsl:template name="tabel-ruas">
  <xsl:param name="judul"/>
  <xsl:param name="ruas"/>
  <table class="tabel">
    <caption class="semu"><xsl:value-of select="$judul"/></caption>
    <thead>
      <tr>
        <th scope="col" class="angka">No.</th>
        <th scope="col">Nama</th>
        <th scope="col">Jenis</th>
        <th scope="col" class="angka">Panjang</th>
        <th scope="col">Pengisian</th>
        <th scope="col">Isi yang diterima</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td class="angka" data-label="No.">–</td>
        <td class="utama" data-label="Nama"><span class="kode">NIK</span></td>
        <td data-label="Jenis">NIK</td>
        <td class="angka" data-label="Panjang">16</td>
        <td data-label="Pengisian">Wajib</td>
        <td data-label="Isi">16 angka; selalu ada dan tidak perlu dibuat.</td>
      </tr>
      <xsl:for-each select="$ruas">
        <tr>
          <td class="angka" data-label="No."><xsl:value-of select="@urut"/></td>
          <td class="utama" data-label="Nama"><span class="kode"><xsl:value-of select="@nama"/></span></td>
          <td data-label="Jenis"><xsl:apply-templates select="@jenis" mode="jenis-ruas"/></td>
          <td class="angka" data-label="Panjang"><xsl:apply-templates select="@panjang" mode="angka"/></td>
          <td data-label="Pengisian">
            <xsl:choose>
              <xsl:when test="@wajib">Wajib</xsl:when>
              <xsl:otherwise>Boleh kosong</xsl:otherwise>
            </xsl:choose>
          </td>
          <td data-label="Isi"><xsl:apply-templates select="." mode="isi-ruas"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

</xsl:stylesheet>
