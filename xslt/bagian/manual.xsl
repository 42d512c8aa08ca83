<?xml version="1.0" encoding="UTF-8"?>
<!-- manual.xsl: manuals (B-18): words, messages, and their files. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="label" select="'|judul=Judul|untuk=Untuk|berkas=Berkas PDF|status=Status|'"/>

<xsl:variable name="untuk" select="'|umum=Siapa saja, juga tanpa akun|akun=Semua pemegang akun|lembaga=Lembaga, Dinas, produsen, dan Ditjen|ditjen=Ditjen saja|'"/>

<xsl:template match="@untuk" mode="untuk">
  <xsl:value-of select="substring-before(substring-after($untuk, concat('|', ., '=')), '|')"/>
</xsl:template>

<xsl:template match="pesan[@kode = 'manual-dibuat']" mode="pesan">Buku manual sudah diunggah dan dapat diunduh di Panduan.</xsl:template>
<xsl:template match="pesan[@kode = 'manual-ditampilkan']" mode="pesan">Buku manual ini dapat diunduh lagi di Panduan.</xsl:template>
<xsl:template match="pesan[@kode = 'manual-ditarik']" mode="pesan">Buku manual ini tidak dapat diunduh lagi. Semua edisinya tetap tersimpan dan dapat ditampilkan kembali.</xsl:template>

<xsl:template match="pesan[@kode = 'manual-edisi-dihapus']" mode="pesan">Edisi itu sudah dihapus. Berkasnya dibuang dari penyimpanan dalam dua hari.</xsl:template>

<xsl:template match="galat[@ruas = 'judul' and @kode = 'sudah-dipakai']" mode="kalimat">Sudah ada buku manual dengan judul ini. Buka buku itu dan unggah edisi barunya di sana, atau tulis judul lain.</xsl:template>

<!-- "edisi 2, 14 Agu 2026, PDF 1,2 MB" -->
<xsl:template match="manual" mode="keterangan-berkas">
  <xsl:value-of select="concat('edisi ', @edisi, ', ')"/>
  <xsl:apply-templates select="@terbit" mode="tanggal"/>
  <xsl:text>, PDF </xsl:text>
  <xsl:apply-templates select="@bita" mode="bita"/>
</xsl:template>

</xsl:stylesheet>
