<?xml version="1.0" encoding="UTF-8"?>
<!--
  manifes-xml.xsl: a manifest's facts as the file that a reader installs
  (A-05).  Its schema is manifes.rng; the signature is added afterwards, so
  everything in here is signed.

  What comes in, made by cgi-bin/dokumen/manifes.c (texts that are missing are
  left out):
  <manifes id="" menggantikan="" diterbitkan="2026-11-22T05:45:16Z">
    <kartu sam-id="" pcid="" seri="" fungsi="R|RW"/>
    <mesin seri=""/>
    <lembaga kode="" nama=""/>
    <tempat outlet="" alamat="" wilayah="" lintang="" bujur=""/>
    <perjanjian nomor="" berakhir="2027-12-31"/>
    <berlaku dari="2026-11-22" sampai="2027-12-31"/>
  </manifes>
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="urn:sifilma:manifes:1">

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:template match="/manifes">
  <manifes versi="1">
    <xsl:copy-of select="@*"/>
    <xsl:apply-templates select="*"/>
    <xsl:text>&#10;</xsl:text>
  </manifes>
</xsl:template>

<!-- The same elements in the manifest's namespace, one a line. -->
<xsl:template match="*">
  <xsl:text>&#10;</xsl:text>
  <xsl:element name="{name()}" namespace="urn:sifilma:manifes:1">
    <xsl:copy-of select="@*"/>
  </xsl:element>
</xsl:template>

</xsl:stylesheet>
