<?xml version="1.0" encoding="UTF-8"?>
<!--
  surel.xsl: a message as it is sent, for pekerja-notifikasi: <surat> of
  pesan-keluar.xsl becomes <kiriman perihal= teks= singkat=><html>…</html>.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian/teks.xsl"/>
<xsl:import href="pesan-keluar.xsl"/>

<xsl:template match="/">
  <xsl:apply-templates select="surat"/>
</xsl:template>

<xsl:template match="surat">
  <xsl:variable name="judul"><xsl:apply-templates select="." mode="perihal"/></xsl:variable>
  <kiriman perihal="{normalize-space($judul)}">
    <xsl:attribute name="teks"><xsl:apply-templates select="." mode="teks"/></xsl:attribute>
    <xsl:attribute name="singkat"><xsl:apply-templates select="." mode="singkat"/></xsl:attribute>
    <html lang="id">
      <head>
        <meta charset="utf-8"/>
        <title><xsl:value-of select="$judul"/></title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">
        <xsl:apply-templates select="." mode="badan"/>
      </body>
    </html>
  </kiriman>
</xsl:template>

</xsl:stylesheet>
