<?xml version="1.0" encoding="UTF-8"?>
<!--
  aktivasi.xsl: what the pages of activation share: the row of tabs, words of
  cards' states, breadcrumb.  Imported after layout.xsl and the other parts.

  A page calls "tab-aktivasi" first in its content.  A page below another tab
  than "Permintaan" has a breadcrumb of its own.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="peran" select="/halaman/sesi/@peran"/>

<!-- States of a request and of a card, for badges and words. -->
<xsl:variable name="status-kartu" select="'|kosong=netral Kosong|personal=info Dipersonalisasi|gagal=awas Gagal|rusak=buruk Rusak|terkunci=buruk Terkunci|diganti=netral Diganti|diserahkan=info Diserahkan|token=proses Token terbit|aktif=baik Aktif|ditangguhkan=awas Ditangguhkan|nonaktif=netral Nonaktif|dikembalikan=netral Dikembalikan|dimusnahkan=buruk Dimusnahkan|'"/>
<xsl:variable name="status-halaman" select="concat('|baru=netral Draf (baru)|', substring-after($status-kartu, '|'))"/>

<!-- The parts of activation; a producer has only the trace. -->
<xsl:template name="tab-aktivasi">
  <xsl:if test="$peran != 'produsen'">
    <xsl:variable name="j" select="/halaman/@jalur"/>
    <xsl:variable name="bagian" select="substring-before(concat(substring-after($j, '/aktivasi/'), '/'), '/')"/>
    <nav class="tombol-baris tab" aria-label="Bagian SAM Aktivasi">
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi'"/><xsl:with-param name="kata" select="'Permintaan'"/><xsl:with-param name="di" select="$bagian = '' or $bagian = 'baru' or number($bagian) = number($bagian)"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/kartu'"/><xsl:with-param name="kata" select="'Kartu'"/><xsl:with-param name="di" select="$bagian = 'kartu'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/massal'"/><xsl:with-param name="kata" select="'Massal'"/><xsl:with-param name="di" select="$bagian = 'massal'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/kembali'"/><xsl:with-param name="kata" select="'Pengembalian'"/><xsl:with-param name="di" select="$bagian = 'kembali'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/lacak'"/><xsl:with-param name="kata" select="'Lacak'"/><xsl:with-param name="di" select="$bagian = 'lacak'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/peta'"/><xsl:with-param name="kata" select="'Peta'"/><xsl:with-param name="di" select="$bagian = 'peta'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/perjanjian'"/><xsl:with-param name="kata" select="'Perjanjian'"/><xsl:with-param name="di" select="$bagian = 'perjanjian'"/></xsl:call-template>
    </nav>
  </xsl:if>
</xsl:template>

<xsl:template name="tab">
  <xsl:param name="ke"/>
  <xsl:param name="kata"/>
  <xsl:param name="di"/>
  <a class="tombol kecil" href="{$ke}">
    <xsl:if test="$di">
      <xsl:attribute name="aria-current">
        <xsl:choose>
          <xsl:when test="/halaman/@jalur = $ke">page</xsl:when>
          <xsl:otherwise>true</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </xsl:if>
    <xsl:value-of select="$kata"/>
  </a>
</xsl:template>

<!-- Breadcrumb of every page below the list. -->
<xsl:template match="halaman" mode="remah">
  <xsl:if test="@jalur != '/aktivasi' and $peran != 'produsen'">
    <li><a href="/aktivasi">SAM Aktivasi</a></li>
  </xsl:if>
  <xsl:if test="aktivasi and @jalur != concat('/aktivasi/', aktivasi/@id)">
    <li><a href="/aktivasi/{aktivasi/@id}"><xsl:value-of select="aktivasi/@nomor"/></a></li>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
