<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-masalah.xsl: what each problem of the web service means; the page
     that `type` of a problem document leads to (RFC 9457). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/masalah.xsl"/>

<xsl:template match="halaman" mode="judul">Kode masalah Web Service</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Jawaban yang bukan 200 berisi salah satu kode ini pada <span class="kode">kode</span> dan <span class="kode">type</span>.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <dl class="ringkasan">
    <xsl:call-template name="satu-masalah"><xsl:with-param name="sisa" select="substring($masalah, 2)"/></xsl:call-template>
  </dl>
</xsl:template>

<xsl:template name="satu-masalah">
  <xsl:param name="sisa"/>
  <xsl:if test="contains($sisa, '|') or $sisa != ''">
    <xsl:variable name="satu" select="substring-before(concat($sisa, '|'), '|')"/>
    <xsl:if test="$satu != ''">
      <div id="{substring-before($satu, '=')}">
        <dt><span class="kode"><xsl:value-of select="substring-before($satu, '=')"/></span></dt>
        <dd><b><xsl:value-of select="substring-before(substring-after($satu, '='), '~')"/></b><br/><xsl:value-of select="substring-after($satu, '~')"/></dd>
      </div>
    </xsl:if>
    <xsl:call-template name="satu-masalah"><xsl:with-param name="sisa" select="substring-after($sisa, '|')"/></xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
