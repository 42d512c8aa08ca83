<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-manual-form.xsl: a manual, new or changed; a file of a change is its
     next edition (B-18). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/manual.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="manual">Ubah buku manual</xsl:when>
    <xsl:otherwise>Unggah buku manual</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/panduan">Panduan</a></li>
  <xsl:if test="manual">
    <li><a href="/panduan/manual/{manual/@id}"><xsl:value-of select="manual/@judul"/></a></li>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="b" select="manual"/>
  <form class="kotak" data-unggah="">
    <xsl:attribute name="action">
      <xsl:text>/panduan/manual/</xsl:text>
      <xsl:choose>
        <xsl:when test="$b"><xsl:value-of select="concat($b/@id, '/ubah')"/></xsl:when>
        <xsl:otherwise>baru</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <xsl:if test="$b">
      <xsl:call-template name="ruas-rahasia">
        <xsl:with-param name="nama" select="'versi'"/>
        <xsl:with-param name="nilai" select="$b/@versi"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'judul'"/>
      <xsl:with-param name="petunjuk" select="'Misalnya: Manual pengiriman data balikan. Tanpa nomor edisi; edisi dihitung sendiri.'"/>
      <xsl:with-param name="nilai" select="$b/@judul"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'untuk'"/>
      <xsl:with-param name="petunjuk" select="'Siapa yang dapat melihat dan mengunduhnya.'"/>
      <xsl:with-param name="nilai" select="$b/@untuk"/>
      <xsl:with-param name="opsi" select="$untuk"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$b">
        <xsl:call-template name="ruas-berkas">
          <xsl:with-param name="nama" select="'berkas'"/>
          <xsl:with-param name="petunjuk" select="concat('Hanya bila ada edisi baru, paling besar 20 MB. Edisi ', $b/@edisi, ' tetap tersimpan, tetapi yang diunduh orang adalah edisi baru.')"/>
          <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
          <xsl:with-param name="opsional" select="true()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-berkas">
          <xsl:with-param name="nama" select="'berkas'"/>
          <xsl:with-param name="petunjuk" select="'Paling besar 20 MB. Makin kecil makin baik: banyak kantor berjaringan lambat.'"/>
          <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks">
        <xsl:choose>
          <xsl:when test="$b">Simpan</xsl:when>
          <xsl:otherwise>Unggah</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="batal">
        <xsl:text>/panduan</xsl:text>
        <xsl:if test="$b"><xsl:value-of select="concat('/manual/', $b/@id)"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
