<?xml version="1.0" encoding="UTF-8"?>
<!--
  menu.xsl: the left menu by role.  A new program adds one "butir" line:
  where it leads, its icon in aset/ikon.svg, its word, and the roles that see
  it (spaces around each name; empty: everybody who is signed in).
  @kecuali names a path below @ke that has a line of its own.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="menu">
  <ul>
    <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/beranda'"/><xsl:with-param name="ikon" select="'beranda'"/><xsl:with-param name="teks" select="'Dashboard'"/></xsl:call-template>
    <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/permintaan'"/><xsl:with-param name="ikon" select="'permintaan'"/><xsl:with-param name="teks" select="'Permintaan Personalisasi'"/><xsl:with-param name="untuk" select="' pengguna produsen dinas admin '"/></xsl:call-template>
    <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/proses'"/><xsl:with-param name="ikon" select="'kartu'"/><xsl:with-param name="teks" select="'Proses Personalisasi'"/><xsl:with-param name="untuk" select="' pengguna produsen dinas admin pejabat '"/><xsl:with-param name="kecuali" select="'/proses/kalender'"/></xsl:call-template>
    <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/proses/kalender'"/><xsl:with-param name="ikon" select="'kalender'"/><xsl:with-param name="teks" select="'Kalender'"/><xsl:with-param name="untuk" select="' pengguna produsen dinas admin pejabat '"/></xsl:call-template>
    <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/dokumen'"/><xsl:with-param name="ikon" select="'dokumen'"/><xsl:with-param name="teks" select="'Dokumen'"/><xsl:with-param name="untuk" select="' pengguna produsen dinas admin pejabat '"/></xsl:call-template>
  </ul>
  <xsl:if test="/halaman/sesi/@peran = 'admin'">
    <h2>Administrasi</h2>
    <ul>
      <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/admin/akun'"/><xsl:with-param name="ikon" select="'pengguna'"/><xsl:with-param name="teks" select="'Pengguna'"/></xsl:call-template>
      <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/admin/lembaga'"/><xsl:with-param name="ikon" select="'lembaga'"/><xsl:with-param name="teks" select="'Lembaga'"/></xsl:call-template>
      <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/admin/libur'"/><xsl:with-param name="ikon" select="'libur'"/><xsl:with-param name="teks" select="'Hari Libur'"/></xsl:call-template>
      <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/admin/pengaturan'"/><xsl:with-param name="ikon" select="'pengaturan'"/><xsl:with-param name="teks" select="'Pengaturan'"/></xsl:call-template>
      <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/admin/audit'"/><xsl:with-param name="ikon" select="'log'"/><xsl:with-param name="teks" select="'Log'"/></xsl:call-template>
      <xsl:call-template name="butir"><xsl:with-param name="ke" select="'/admin/kotak-keluar'"/><xsl:with-param name="ikon" select="'kirim'"/><xsl:with-param name="teks" select="'Kotak Keluar'"/></xsl:call-template>
    </ul>
  </xsl:if>
</xsl:template>

<xsl:template name="butir">
  <xsl:param name="ke"/>
  <xsl:param name="ikon"/>
  <xsl:param name="teks"/>
  <xsl:param name="untuk"/>
  <xsl:param name="kecuali" select="'-'"/>
  <xsl:if test="$untuk = '' or contains($untuk, concat(' ', /halaman/sesi/@peran, ' '))">
    <li>
      <a href="{$ke}">
        <xsl:choose>
          <xsl:when test="/halaman/@jalur = $ke">
            <xsl:attribute name="aria-current">page</xsl:attribute>
          </xsl:when>
          <xsl:when test="starts-with(/halaman/@jalur, concat($ke, '/')) and not(starts-with(/halaman/@jalur, $kecuali))">
            <xsl:attribute name="aria-current">true</xsl:attribute>
          </xsl:when>
        </xsl:choose>
        <svg class="ikon" aria-hidden="true">
          <use href="/aset/ikon.svg?v={/halaman/@versi}#{$ikon}"/>
        </svg>
        <xsl:value-of select="$teks"/>
      </a>
    </li>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
