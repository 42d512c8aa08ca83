<?xml version="1.0" encoding="UTF-8"?>
<!--
  akun-data-lembar.xsl: baca.html of the archive that a person takes along
  (akun-data.c): a page of its own that needs nothing else.

    <lembar username= dibuat= zona=>
      <kategori kode= jumlah=><kolom nama=/><baris><sel>…</sel></baris></kategori>
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian/teks.xsl"/>
<xsl:import href="bagian/data-pribadi.xsl"/>

<xsl:template match="/lembar">
  <html lang="id">
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>Data pribadi <xsl:value-of select="@username"/></title>
    </head>
    <body>
      <h1>Data pribadi <xsl:value-of select="@username"/></h1>
      <p>Diunduh dari SI-FILMA pada <xsl:apply-templates select="@dibuat" mode="waktu"/>. Waktu dalam tabel menurut <xsl:value-of select="@zona"/>; dalam data.json menurut UTC. Di sini setiap bagian memuat paling banyak 200 baris; semuanya ada dalam folder tabel.</p>
      <p>Dalam data.json dan nama kolom dipakai kata-kata sistem. Rahasia (password, kunci faktor kedua, kode dalam tautan) tidak disertakan: yang disimpan hanya bentuk tersandinya.</p>
      <xsl:apply-templates select="kategori"/>
    </body>
  </html>
</xsl:template>

<xsl:template match="kategori">
  <h2><xsl:apply-templates select="@kode" mode="kategori"/> (<xsl:apply-templates select="@jumlah" mode="angka"/>)</h2>
  <p>Isi: <xsl:apply-templates select="@kode" mode="kategori-isi"/>. Tujuan: <xsl:apply-templates select="@kode" mode="kategori-tujuan"/>. Dasar: <xsl:apply-templates select="@kode" mode="kategori-dasar"/>.</p>
  <xsl:choose>
    <xsl:when test="baris">
      <table border="1" cellpadding="4">
        <tr>
          <xsl:for-each select="kolom"><th scope="col"><xsl:value-of select="translate(@nama, '_', ' ')"/></th></xsl:for-each>
        </tr>
        <xsl:for-each select="baris">
          <tr>
            <xsl:for-each select="sel"><td><xsl:value-of select="."/></td></xsl:for-each>
          </tr>
        </xsl:for-each>
      </table>
      <xsl:if test="@jumlah &gt; count(baris)"><p>Selebihnya: tabel/<xsl:value-of select="@kode"/>.csv</p></xsl:if>
    </xsl:when>
    <xsl:otherwise><p>Tidak ada.</p></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
