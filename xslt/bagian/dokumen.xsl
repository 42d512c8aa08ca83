<?xml version="1.0" encoding="UTF-8"?>
<!--
  dokumen.xsl: words of the register of documents that its pages and those of
  verification share: kinds, fields, and the facts of one document.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="jenis-dokumen" select="'|bast=Berita Acara Serah Terima|surat-balasan=Surat Balasan|surat-selesai=Surat Keterangan Selesai|pemusnahan=Berita Acara Pemusnahan|bast-kembali=Berita Acara Pengembalian|'"/>
<xsl:variable name="label" select="'|jenis=Jenis dokumen|nomor=Nomor|tanggal=Tanggal|perihal=Perihal|tiket=Kode tiket|lembaga=Lembaga Pengguna|produsen=Produsen|penandatangan=Penanda tangan|pejabat=Pejabat penanda tangan|semua=Ajukan semua konsep tiket ini sekaligus|alasan=Alasan|sandi=Password Anda|tahun=Tahun|tunggu=Menunggu|pdf=Berkas PDF|kode=Kode verifikasi|penerbit=Penerbit|'"/>
<xsl:variable name="status-halaman" select="'|draf=netral Konsep|menunggu-tanda-tangan=info Menunggu tanda tangan|berlaku=baik Berlaku|dicabut=buruk Dicabut|diganti=netral Diganti|'"/>

<xsl:template match="@jenis" mode="jenis">
  <xsl:value-of select="substring-before(substring-after($jenis-dokumen, concat('|', ., '=')), '|')"/>
</xsl:template>

<xsl:template match="saring[@nama = 'jenis']" mode="nilai-saring">
  <xsl:value-of select="substring-before(substring-after($jenis-dokumen, concat('|', @nilai, '=')), '|')"/>
</xsl:template>

<!-- Kind and number: how a document is called in a sentence. -->
<xsl:template match="dokumen|baris" mode="sebutan">
  <xsl:apply-templates select="@jenis" mode="jenis"/>
  <xsl:if test="@nomor != ''">
    <xsl:value-of select="concat(' Nomor ', @nomor)"/>
  </xsl:if>
</xsl:template>

<!-- Position behind the name. -->
<xsl:template match="dokumen[@jenis = 'bast-kembali']|baris[@jenis = 'bast-kembali']" mode="penandatangan" priority="1">Segel elektronik SI-FILMA</xsl:template>
<xsl:template match="dokumen|baris" mode="penandatangan">
  <xsl:value-of select="@penandatangan"/>
  <xsl:if test="@jabatan != ''">
    <xsl:value-of select="concat(', ', @jabatan)"/>
  </xsl:if>
</xsl:template>

<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Tidak ada yang diubah: keadaan dokumen atau tiketnya sudah berubah sejak halaman ini dibuka. Periksa kembali di bawah ini.</xsl:template>

</xsl:stylesheet>
