<?xml version="1.0" encoding="UTF-8"?>
<!--
  lacak.xsl: the search of the trace pages.  Imported after aktivasi.xsl.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="cari-lacak">
  <xsl:param name="cari"/>
  <form class="saringan" method="get" action="/aktivasi/lacak" role="search">
    <div class="saring-ruas saring-cari">
      <label for="s-cari">Seri kartu, SAM ID, PCID, seri mesin, kode tiket, atau kode manifes</label>
      <input id="s-cari" type="search" name="cari" autocomplete="off" enterkeyhint="search" maxlength="120" value="{$cari}"/>
    </div>
    <button class="tombol" type="submit">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
      <xsl:text>Lacak</xsl:text>
    </button>
  </form>
</xsl:template>

</xsl:stylesheet>
