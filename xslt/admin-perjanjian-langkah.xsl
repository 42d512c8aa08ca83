<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-perjanjian-langkah.xsl: the actions on an agreement that have one
     small page each: perpanjang, hentikan. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/perjanjian.xsl"/>

<xsl:template match="galat[@ruas = 'berkas' and @kode = 'berkas-wajib']" mode="kalimat">Pilih berkas addendum.</xsl:template>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="perjanjian/@aksi = 'perpanjang'">Perpanjang perjanjian</xsl:when>
    <xsl:otherwise>Hentikan perjanjian</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/perjanjian">Perjanjian</a></li>
  <li><a href="/admin/perjanjian/{perjanjian/@id}"><xsl:value-of select="perjanjian/@nomor"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:if test="perjanjian/@aksi = 'perpanjang'">
    <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="perjanjian" mode="langkah"/>
</xsl:template>

<xsl:template match="perjanjian" mode="apa">
  <p>
    <b><xsl:value-of select="@nomor"/></b>
    <xsl:value-of select="concat(' – ', @judul, ', ', @lembaga, ', berlaku sampai ')"/>
    <xsl:apply-templates select="@berakhir" mode="tanggal"/>
    <xsl:text>.</xsl:text>
  </p>
</xsl:template>

<xsl:template match="perjanjian[@aksi = 'perpanjang']" mode="langkah">
  <form class="kotak" action="/admin/perjanjian/{@id}/perpanjang" data-unggah="">
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <input type="hidden" name="versi" value="{@versi}"/>
    <xsl:apply-templates select="." mode="apa"/>
    <p>
      <xsl:choose>
        <xsl:when test="@aktif + @nonaktif &gt; 0"><xsl:call-template name="angka"><xsl:with-param name="n" select="@aktif + @nonaktif"/></xsl:call-template> kartu akan mendapat manifes baru sampai tanggal yang baru<xsl:if test="@nonaktif &gt; 0">; <xsl:apply-templates select="@nonaktif" mode="angka"/> di antaranya nonaktif dan aktif kembali</xsl:if>. Manifes yang lama digantikan.</xsl:when>
        <xsl:otherwise>Belum ada kartu yang diaktifkan menurut perjanjian ini.</xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:call-template name="ruas-tanggal">
      <xsl:with-param name="nama" select="'berakhir'"/>
      <xsl:with-param name="label" select="'Berakhir yang baru'"/>
      <xsl:with-param name="petunjuk" select="'Hari terakhir perjanjian masih berlaku.'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'addendum'"/>
      <xsl:with-param name="petunjuk" select="'Nomor naskah yang memperpanjang perjanjian ini.'"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="label" select="'Berkas Addendum'"/>
      <xsl:with-param name="petunjuk" select="'PDF, paling besar 10 MB.'"/>
      <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Perpanjang'"/>
      <xsl:with-param name="batal" select="concat('/admin/perjanjian/', @id)"/>
    </xsl:call-template>
  </form>
</xsl:template>

<xsl:template match="perjanjian[@aksi = 'hentikan']" mode="langkah">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/perjanjian/', @id, '/hentikan')"/>
    <xsl:with-param name="batal" select="concat('/admin/perjanjian/', @id)"/>
    <xsl:with-param name="teks" select="'Hentikan perjanjian'"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="." mode="apa"/>
      <p>Perjanjian ini berakhir sekarang juga dan tidak dapat dilanjutkan lagi. <xsl:if test="@aktif &gt; 0"><b><xsl:apply-templates select="@aktif" mode="angka"/> kartu aktif</b> menjadi nonaktif dan manifesnya tidak berlaku lagi. </xsl:if>Alasan Anda disampaikan kepada lembaga.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <input type="hidden" name="versi" value="{@versi}"/>
      <xsl:call-template name="ruas-paragraf">
        <xsl:with-param name="nama" select="'alasan'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
