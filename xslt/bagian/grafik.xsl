<?xml version="1.0" encoding="UTF-8"?>
<!--
  grafik.xsl: a bar chart drawn as SVG, with its figures as a table.

    <grafik nama="beban" satuan="kartu" maks="250" batas="250">
      <batang label="16 Nov" nilai="250" href="…"/>
      …
    </grafik>
    <xsl:apply-templates select="grafik[@nama = 'beban']">
      <xsl:with-param name="judul" select="'Kartu per hari'"/>
      <xsl:with-param name="kolom" select="'Hari'"/>
    </xsl:apply-templates>

  A bar may have tanggal="2026-11-16" or bulan="2026-11" instead of label.
  @maks is the largest value, @batas a line across (e.g. the capacity).
  Bars lie on their sides, so that long labels stay readable on a phone.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="grafik">
  <xsl:param name="judul"/>
  <xsl:param name="kolom" select="'Butir'"/>
  <xsl:variable name="maks" select="@maks"/>
  <xsl:variable name="batas" select="@batas"/>
  <figure class="grafik">
    <figcaption><xsl:value-of select="$judul"/></figcaption>
    <div class="grafik-batang" aria-hidden="true">
      <xsl:for-each select="batang">
        <span class="grafik-label"><xsl:apply-templates select="." mode="label-batang"/></span>
        <svg width="100%" height="18">
          <rect class="dasar" width="100%" height="18" rx="2"/>
          <xsl:if test="$maks &gt; 0">
            <rect height="18" rx="2" width="{round(1000 * @nilai div $maks) div 10}%">
              <xsl:attribute name="class">
                <xsl:choose>
                  <xsl:when test="$batas != '' and @nilai &gt;= $batas">isi penuh</xsl:when>
                  <xsl:otherwise>isi</xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
            </rect>
            <xsl:if test="$batas != '' and $batas &lt; $maks">
              <rect class="batas" height="18" width="2" x="{round(1000 * $batas div $maks) div 10}%"/>
            </xsl:if>
          </xsl:if>
        </svg>
        <span class="grafik-nilai"><xsl:apply-templates select="@nilai" mode="angka"/></span>
      </xsl:for-each>
    </div>
    <details>
      <summary>Lihat sebagai tabel</summary>
      <table class="tabel kecil">
        <caption class="semu"><xsl:value-of select="$judul"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$kolom"/></th>
            <th scope="col" class="angka">
              <xsl:choose>
                <xsl:when test="@satuan != ''">
                  <xsl:value-of select="concat('Jumlah (', @satuan, ')')"/>
                </xsl:when>
                <xsl:otherwise>Jumlah</xsl:otherwise>
              </xsl:choose>
            </th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="batang">
            <tr>
              <th scope="row"><xsl:apply-templates select="." mode="label-batang"/></th>
              <td class="angka"><xsl:apply-templates select="@nilai" mode="angka"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </details>
  </figure>
</xsl:template>

<xsl:template match="batang" mode="label-batang">
  <xsl:value-of select="@label"/>
  <xsl:apply-templates select="@tanggal" mode="tanggal"/>
  <xsl:apply-templates select="@bulan" mode="bulan"/>
</xsl:template>

</xsl:stylesheet>
