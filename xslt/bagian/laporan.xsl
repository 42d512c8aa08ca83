<?xml version="1.0" encoding="UTF-8"?>
<!--
  laporan.xsl: the chart of a report, from the figures of its table, and these
  as a small table.  Of days, months and years columns stand side by side,
  drawn in a box that is stretched to the page (its words are outside, so that
  they keep their size); everything else lies on its side as in grafik.xsl.
  The vocabulary is told in laporan-kata.xsl, the looks are aset/laporan.css.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="laporan" mode="grafik">
  <xsl:variable name="utama" select="@utama"/>
  <xsl:variable name="banding" select="@banding"/>
  <figure class="grafik">
    <figcaption>
      <xsl:apply-templates select="." mode="hal"/>
      <xsl:text>: </xsl:text>
      <span class="rapat"><span class="kunci isi"/><xsl:apply-templates select="kolom[position() = $utama]" mode="kata"/></span>
      <xsl:if test="$banding">
        <xsl:text> </xsl:text>
        <span class="rapat"><span class="kunci pembanding"/><xsl:apply-templates select="kolom[position() = $banding]" mode="kata"/></span>
      </xsl:if>
      <xsl:if test="@grafik = 'batang' and count(baris) &gt; @batang">
        <xsl:value-of select="concat(' (', @batang, ' terbanyak)')"/>
      </xsl:if>
    </figcaption>
    <xsl:choose>
      <xsl:when test="@grafik = 'waktu'"><xsl:call-template name="kolom-waktu"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="batang-rebah"/></xsl:otherwise>
    </xsl:choose>
    <details>
      <summary>Lihat sebagai tabel</summary>
      <table class="tabel kecil">
        <caption class="semu"><xsl:apply-templates select="." mode="hal"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:apply-templates select="." mode="per"/></th>
            <xsl:for-each select="kolom[position() = $utama or position() = $banding]">
              <th scope="col" class="angka"><xsl:apply-templates select="." mode="kata"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="baris[position() &lt;= ../@batang]">
            <tr>
              <th scope="row"><xsl:apply-templates select="." mode="label"/></th>
              <xsl:for-each select="n[position() = $utama or position() = $banding]">
                <td class="angka"><xsl:apply-templates select="." mode="angka"/></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </details>
  </figure>
</xsl:template>

<!-- Ten units across and a hundred up for each column. -->
<xsl:template name="kolom-waktu">
  <xsl:variable name="utama" select="@utama"/>
  <xsl:variable name="banding" select="@banding"/>
  <xsl:variable name="maks" select="@maks"/>
  <xsl:variable name="lebar" select="count(baris) * 10"/>
  <div class="waktu" aria-hidden="true">
    <div class="waktu-y">
      <span><xsl:apply-templates select="@maks" mode="angka"/></span>
      <span><xsl:value-of select="format-number($maks div 2, '#.##0,#', 'id')"/></span>
      <span>0</span>
    </div>
    <svg viewBox="0 0 {$lebar} 100" preserveAspectRatio="none">
      <path class="bantu" d="M0 0H{$lebar}M0 50H{$lebar}M0 100H{$lebar}"/>
      <xsl:for-each select="baris">
        <xsl:variable name="x" select="(position() - 1) * 10"/>
        <xsl:variable name="v" select="n[position() = $utama]"/>
        <xsl:variable name="w" select="n[position() = $banding]"/>
        <xsl:if test="$v &gt; 0">
          <rect class="isi" x="{$x + 1}" width="8" y="{format-number(100 - 100 * $v div $maks, '0.##')}" height="{format-number(100 * $v div $maks, '0.##')}">
            <title><xsl:apply-templates select="." mode="label"/>: <xsl:apply-templates select="$v" mode="angka"/></title>
          </rect>
        </xsl:if>
        <xsl:if test="$w &gt; 0">
          <path class="pembanding" d="M{$x} {format-number(100 - 100 * $w div $maks, '0.##')}h10"/>
        </xsl:if>
      </xsl:for-each>
    </svg>
    <div class="waktu-x">
      <span><xsl:apply-templates select="baris[1]" mode="label"/></span>
      <xsl:if test="count(baris) &gt; 4">
        <span><xsl:apply-templates select="baris[round(count(../baris) div 2)]" mode="label"/></span>
      </xsl:if>
      <xsl:if test="count(baris) &gt; 1">
        <span><xsl:apply-templates select="baris[last()]" mode="label"/></span>
      </xsl:if>
    </div>
  </div>
</xsl:template>

<xsl:template name="batang-rebah">
  <xsl:variable name="utama" select="@utama"/>
  <xsl:variable name="banding" select="@banding"/>
  <xsl:variable name="maks" select="@maks"/>
  <div class="grafik-batang" aria-hidden="true">
    <xsl:for-each select="baris[position() &lt;= ../@batang]">
      <xsl:variable name="v" select="n[position() = $utama]"/>
      <xsl:variable name="w" select="n[position() = $banding]"/>
      <span class="grafik-label"><xsl:apply-templates select="." mode="label"/></span>
      <svg width="100%" height="18">
        <rect class="dasar" width="100%" height="18" rx="2"/>
        <xsl:if test="$v &gt; 0">
          <rect class="isi" height="18" rx="2" width="{format-number(100 * $v div $maks, '0.#')}%"/>
        </xsl:if>
        <xsl:if test="$w &gt; 0">
          <rect class="pembanding" height="18" width="3" x="{format-number(100 * $w div $maks * 0.995, '0.#')}%"/>
        </xsl:if>
      </svg>
      <span class="grafik-nilai">
        <xsl:apply-templates select="$v" mode="angka"/>
        <xsl:if test="$banding">
          <xsl:text> / </xsl:text><xsl:apply-templates select="$w" mode="angka"/>
        </xsl:if>
      </span>
    </xsl:for-each>
  </div>
</xsl:template>

</xsl:stylesheet>
