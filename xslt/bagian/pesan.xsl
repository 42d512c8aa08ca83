<?xml version="1.0" encoding="UTF-8"?>
<!--
  pesan.xsl: messages after a redirect (<pesan kode="…"/>).  A page words its
  own codes:

    <xsl:template match="pesan[@kode = 'permintaan-dikirim']" mode="pesan">
      Permintaan <xsl:value-of select="@nomor"/> sudah dikirim.
    </xsl:template>

  @rupa is baik (default), info or awas.  Common codes are worded here.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="pesan" mode="kotak-pesan">
  <div role="status">
    <xsl:attribute name="class">
      <xsl:text>pesan </xsl:text>
      <xsl:choose>
        <xsl:when test="@rupa"><xsl:value-of select="@rupa"/></xsl:when>
        <xsl:otherwise>baik</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <svg class="ikon" aria-hidden="true">
      <use>
        <xsl:attribute name="href">
          <xsl:value-of select="concat('/aset/ikon.svg?v=', /halaman/@versi)"/>
          <xsl:choose>
            <xsl:when test="@rupa = 'awas'">#awas</xsl:when>
            <xsl:when test="@rupa = 'info'">#info</xsl:when>
            <xsl:otherwise>#centang</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </use>
    </svg>
    <p><xsl:apply-templates select="." mode="pesan"/></p>
  </div>
</xsl:template>

<xsl:template match="pesan" mode="pesan">
  <xsl:choose>
    <xsl:when test="@kode = 'tersimpan'">Perubahan sudah disimpan.</xsl:when>
    <xsl:when test="@kode = 'dihapus'">Data sudah dihapus.</xsl:when>
    <xsl:when test="@kode = 'dikirim'">Data sudah dikirim.</xsl:when>
    <xsl:when test="@kode = 'dibuat'">Data baru sudah dibuat.</xsl:when>
    <xsl:when test="@kode = 'sudah-masuk'">Anda sudah masuk.</xsl:when>
    <xsl:when test="@kode = 'keluar'">Anda sudah keluar. Terima kasih.</xsl:when>
    <xsl:when test="@kode = 'masuk-dulu'">Silakan masuk terlebih dahulu.</xsl:when>
    <xsl:when test="@kode = 'sesi-habis'">Sesi Anda sudah berakhir. Silakan masuk kembali.</xsl:when>
    <xsl:when test="@kode = 'password-diganti'">Password Anda sudah diganti. Sesi di perangkat lain sudah dikeluarkan.</xsl:when>
    <xsl:when test="@kode = 'sesi-dikeluarkan'">Sesi itu sudah dikeluarkan.</xsl:when>
    <xsl:otherwise>Berhasil.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
