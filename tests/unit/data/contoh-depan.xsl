<?xml version="1.0" encoding="UTF-8"?>
<!-- A visitor's page with doors. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../../../xslt/layout.xsl"/>

<xsl:template match="halaman" mode="judul">Sistem Informasi Kartu SAM</xsl:template>
<xsl:template match="halaman" mode="lead"><p class="lead">Dari permintaan sampai serah terima, terlihat setiap langkahnya.</p></xsl:template>
<xsl:template match="halaman" mode="isi">
  <ul class="pintu">
    <li><a href="/login"><b>Sistem Rekapitulasi Kartu SAM</b>Permintaan, personalisasi, dan serah terima kartu.</a></li>
    <li><a href="/login"><b>Sistem Aktivasi Kartu SAM</b>Aktivasi pembaca KTP-el beserta manifesnya.</a></li>
  </ul>
</xsl:template>
</xsl:stylesheet>
