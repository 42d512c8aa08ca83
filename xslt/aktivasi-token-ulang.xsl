<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-token-ulang.xsl: before tokens are issued anew (A-02). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:template match="halaman" mode="judul">Terbitkan ulang token</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="kartu" select="aktivasi/kartu"/>
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/aktivasi/', aktivasi/@id, '/token-ulang')"/>
    <xsl:with-param name="batal" select="concat('/aktivasi/', aktivasi/@id, '/token')"/>
    <xsl:with-param name="teks" select="'Ya, terbitkan ulang'"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="aktivasi" mode="singkat"/>
      <xsl:choose>
        <xsl:when test="$kartu">
          <p>Token kartu <b class="kode"><xsl:value-of select="$kartu/@seri-kartu"/></b> (<span class="kode"><xsl:value-of select="$kartu/@sam-id"/></span>) diganti dengan yang baru. Token lamanya langsung tidak berlaku.</p>
        </xsl:when>
        <xsl:otherwise>
          <p>Token semua kartu permintaan ini yang belum diaktivasi diganti dengan yang baru. Token lamanya langsung tidak berlaku, termasuk yang sudah dibagikan kepada petugas.</p>
        </xsl:otherwise>
      </xsl:choose>
      <p>Token baru berlaku 30 hari.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:if test="$kartu"><input type="hidden" name="kartu" value="{$kartu/@id}"/></xsl:if>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
