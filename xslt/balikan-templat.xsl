<?xml version="1.0" encoding="UTF-8"?>
<!--
  balikan-templat.xsl: the words of the sheet "Aturan" of a template (B-02), as
  one attribute: rows ended by LF, cells parted by TAB.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian/teks.xsl"/>
<xsl:import href="bagian/balikan-ruas.xsl"/>

<xsl:template match="/templat">
  <templat>
    <xsl:attribute name="aturan">
      <xsl:text>Kolom&#9;Wajib&#9;Aturan&#10;</xsl:text>
      <xsl:text>NIK&#9;ya&#9;16 angka, ditulis sebagai teks. Jangan mengubah kolom ini menjadi bilangan: angka terakhirnya hilang.&#10;</xsl:text>
      <xsl:for-each select="ruas">
        <xsl:value-of select="@nama"/>
        <xsl:text>&#9;</xsl:text>
        <xsl:choose>
          <xsl:when test="@wajib">ya</xsl:when>
          <xsl:otherwise>tidak</xsl:otherwise>
        </xsl:choose>
        <xsl:text>&#9;</xsl:text>
        <xsl:apply-templates select="@jenis" mode="jenis-ruas"/>
        <xsl:text>. </xsl:text>
        <xsl:apply-templates select="." mode="isi-ruas"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
      <xsl:text>Berkas&#9;&#9;Isi lembar Data mulai baris kedua, satu NIK per baris. Nama kolom pada baris pertama jangan diubah; urutan kolom boleh lain.&#10;</xsl:text>
      <xsl:text>Berkas&#9;&#9;Lembar Contoh hanya menunjukkan cara mengisi; datanya rekaan dan tidak ikut dibaca.&#10;</xsl:text>
      <xsl:text>Versi&#9;&#9;Template ini dibuat dari parameter versi </xsl:text>
      <xsl:value-of select="@nomor"/>
      <xsl:text>. Unduh lagi sesudah parameter diubah.&#10;</xsl:text>
    </xsl:attribute>
  </templat>
</xsl:template>

</xsl:stylesheet>
