<?xml version="1.0" encoding="UTF-8"?>
<!--
  balikan.xsl: what the pages of data balikan share: breadcrumb, names of
  fields, words of all codes (status, source, reasons a row is refused,
  warnings, faults of a file) and messages.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="peran" select="/halaman/sesi/@peran"/>
<xsl:variable name="peminta" select="$peran = 'pengguna' or $peran = 'dinas'"/>

<xsl:template match="halaman" mode="remah">
  <xsl:if test="@jalur != '/balikan'">
    <li><a href="/balikan">Data Balikan</a></li>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
