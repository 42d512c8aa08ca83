<?xml version="1.0" encoding="UTF-8"?>
<!--
  faktor.xsl: what the pages about the second factor share: words of the ways
  to give one, faults of codes, messages.  Needs formulir.xsl and akun.xsl
  beside it.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="label" select="'|kode=Kode|ingat=Ingat perangkat ini 30 hari|'"/>
<xsl:variable name="cara-kata" select="'|totp=Aplikasi autentikator|surel=Kode lewat e-mail|wa=Kode lewat WhatsApp|pemulihan=Kode pemulihan|'"/>

<!-- The word for a way. -->
<xsl:template match="@cara" mode="cara">
  <xsl:value-of select="substring-before(substring-after($cara-kata, concat('|', ., '=')), '|')"/>
</xsl:template>

<!-- @nilai is part of the sentence here, not what was typed. -->
<xsl:template match="galat[@kode = 'kode-terlalu-sering']" mode="galat">
  <xsl:apply-templates select="." mode="kalimat"/>
</xsl:template>
<xsl:template match="galat[@kode = 'kode-terlalu-sering']" mode="kalimat">Kode baru saja dikirim. Periksa pesan Anda, atau tunggu <xsl:value-of select="@nilai"/> menit sebelum meminta yang berikutnya.</xsl:template>
<xsl:template match="galat[@kode = 'kode-salah']" mode="kalimat">Kode salah, sudah dipakai, atau tidak berlaku lagi. Tunggu kode berikutnya, lalu coba lagi. Pastikan jam ponsel Anda tepat.</xsl:template>
<xsl:template match="galat[@kode = 'email-belum-sah']" mode="kalimat">Alamat e-mail Anda belum dikonfirmasi. Buka tautan konfirmasi yang pernah kami kirim, atau hubungi admin.</xsl:template>
<xsl:template match="galat[@kode = 'faktor-terakhir']" mode="kalimat">Ini satu-satunya faktor kedua Anda, dan untuk peran Anda harus ada satu. Pasang cara lain dahulu, baru matikan yang ini.</xsl:template>

<xsl:template match="pesan[@kode = 'faktor-dipasang']" mode="pesan">Faktor kedua sudah aktif. Perangkat yang pernah diingat harus memberi kode lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'faktor-dilepas']" mode="pesan">Cara itu sudah dimatikan.</xsl:template>
<xsl:template match="pesan[@kode = 'perangkat-dicabut']" mode="pesan">Perangkat itu akan diminta kode ketika masuk lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'perangkat-dicabut-semua']" mode="pesan">Semua perangkat akan diminta kode ketika masuk lagi.</xsl:template>

<!-- The field for a code.  With huruf = true() it may hold letters. -->
<xsl:template name="ruas-kode">
  <xsl:param name="label" select="'Kode 6 angka'"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="huruf" select="false()"/>
  <xsl:call-template name="ruas-teks">
    <xsl:with-param name="nama" select="'kode'"/>
    <xsl:with-param name="label" select="$label"/>
    <xsl:with-param name="petunjuk" select="$petunjuk"/>
    <xsl:with-param name="lebar" select="12"/>
    <xsl:with-param name="lengkap" select="'one-time-code'"/>
    <xsl:with-param name="ketik" select="substring('numerictext', 1 + 7 * $huruf, 7)"/>
  </xsl:call-template>
</xsl:template>

<!-- Breadcrumb of the pages below /akun/faktor. -->
<xsl:template name="remah-faktor">
  <li><a href="/akun/profil">Profil Saya</a></li>
  <li><a href="/akun/faktor">Faktor Kedua</a></li>
</xsl:template>

</xsl:stylesheet>
