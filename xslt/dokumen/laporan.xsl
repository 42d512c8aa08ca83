<?xml version="1.0" encoding="UTF-8"?>
<!--
  laporan.xsl: a report on paper (U-21): letterhead, what it is of, table.
  It is no document of the register: nobody signs it.

  Besides what bagian.xsl tells, the document has zona="WIB", oleh="" (who had
  it made), <saring nama="" nilai=""/> for each filter, and <laporan> as told
  in ../bagian/laporan-kata.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="../bagian/teks.xsl"/>
<xsl:import href="../bagian/laporan-kata.xsl"/>
<xsl:import href="bagian.xsl"/>

<xsl:template name="judul-berkas">
  <xsl:text>Laporan: </xsl:text>
  <xsl:apply-templates select="/dokumen/laporan" mode="hal"/>
</xsl:template>

<xsl:template name="kaki-asli">
  <xsl:text>Dibuat oleh SI-FILMA </xsl:text>
  <xsl:apply-templates select="/dokumen/laporan/@dibuat" mode="waktu"/>
  <xsl:text> dari data pada saat itu; tidak ditandatangani.</xsl:text>
</xsl:template>

<xsl:template name="isi">
  <judul bawah="0">
    <xsl:call-template name="kapital">
      <xsl:with-param name="teks"><xsl:apply-templates select="laporan" mode="judul-laporan"/></xsl:with-param>
    </xsl:call-template>
  </judul>
  <judul ukuran="11.5" tebal="tidak" bawah="4"><xsl:apply-templates select="laporan" mode="periode"/></judul>
  <ringkasan lebar-label="40" bawah="3" ukuran="10">
    <butir label="Baris menurut"><xsl:apply-templates select="laporan" mode="per"/></butir>
    <xsl:if test="laporan/@langkah">
      <butir label="Langkah">
        <xsl:call-template name="kata">
          <xsl:with-param name="peta" select="$nama-langkah"/>
          <xsl:with-param name="kode" select="laporan/@langkah"/>
        </xsl:call-template>
      </butir>
    </xsl:if>
    <xsl:for-each select="saring">
      <xsl:variable name="kata" select="substring-before(substring-after($kata-kunci, concat('|', @nama, '/', @nilai, '=')), '|')"/>
      <butir>
        <xsl:attribute name="label">
          <xsl:value-of select="substring-before(substring-after('|milik=Data milik|lembaga=Lembaga|produsen=Produsen|status=Status|fungsi=Fungsi|jenis=Jenis lembaga|peran=Peran|sumber=Sumber|wilayah=Kode wilayah|', concat('|', @nama, '=')), '|')"/>
        </xsl:attribute>
        <xsl:choose>
          <xsl:when test="$kata != ''"><xsl:value-of select="$kata"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@nilai"/></xsl:otherwise>
        </xsl:choose>
      </butir>
    </xsl:for-each>
    <butir label="Dibuat">
      <xsl:apply-templates select="laporan/@dibuat" mode="waktu"/>
      <xsl:if test="@oleh != ''"><xsl:value-of select="concat(' oleh ', @oleh)"/></xsl:if>
    </butir>
  </ringkasan>
  <xsl:choose>
    <xsl:when test="laporan/baris"><xsl:apply-templates select="laporan" mode="tabel"/></xsl:when>
    <xsl:otherwise><paragraf>Tidak ada yang dapat dilaporkan untuk saringan ini.</paragraf></xsl:otherwise>
  </xsl:choose>
  <jarak tinggi="3"/>
  <paragraf ukuran="8.5" warna="abu"><xsl:apply-templates select="laporan" mode="catatan"/></paragraf>
</xsl:template>

<xsl:template match="laporan" mode="tabel">
  <tabel>
    <!-- Ten columns of figures want small print. -->
    <xsl:attribute name="ukuran">
      <xsl:choose>
        <xsl:when test="count(kolom) &gt; 7">6.6</xsl:when>
        <xsl:otherwise>8.5</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <kolom rata="kiri">
      <xsl:attribute name="lebar">
        <xsl:choose>
          <xsl:when test="@per = 'lembaga' or @per = 'produsen' or @per = 'akun' or @per = 'langkah' or @per = 'jenis'">26</xsl:when>
          <xsl:otherwise>17</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </kolom>
    <xsl:for-each select="kolom"><kolom lebar="12" rata="kanan"/></xsl:for-each>
    <xsl:if test="@per = 'akun'"><kolom lebar="20" rata="kiri"/></xsl:if>
    <kepala>
      <sel><xsl:apply-templates select="." mode="per"/></sel>
      <xsl:for-each select="kolom"><sel><xsl:apply-templates select="." mode="kata"/></sel></xsl:for-each>
      <xsl:if test="@per = 'akun'"><sel>Masuk terakhir</sel></xsl:if>
    </kepala>
    <xsl:for-each select="baris">
      <baris>
        <sel>
          <xsl:apply-templates select="." mode="label"/>
          <xsl:if test="../@per = 'akun'"><xsl:value-of select="concat(' (', @kunci, ')')"/></xsl:if>
        </sel>
        <xsl:for-each select="n"><sel><xsl:apply-templates select="." mode="angka"/></sel></xsl:for-each>
        <xsl:if test="../@per = 'akun'"><sel><xsl:apply-templates select="@waktu" mode="waktu"/></sel></xsl:if>
      </baris>
    </xsl:for-each>
    <xsl:for-each select="jumlah">
      <baris>
        <sel tebal="ya"><xsl:choose><xsl:when test="../@kode = 'langkah'">Semuanya</xsl:when><xsl:otherwise>Jumlah</xsl:otherwise></xsl:choose></sel>
        <xsl:for-each select="n"><sel tebal="ya"><xsl:apply-templates select="." mode="angka"/></sel></xsl:for-each>
        <xsl:if test="../@per = 'akun'"><sel/></xsl:if>
      </baris>
    </xsl:for-each>
  </tabel>
</xsl:template>

</xsl:stylesheet>
