<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-kiriman.xsl: list of sendings of data balikan (B-06). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:variable name="label" select="'|status=Status|sumber=Sumber|lembaga=Lembaga|'"/>

<xsl:template match="halaman" mode="judul">Kiriman Data Balikan</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="$peminta">
    <a class="tombol utama" href="/balikan/unggah">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
      <xsl:text>Upload Data</xsl:text>
    </a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <form class="saringan" method="get" action="/balikan/kiriman" role="search">
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="$opsi-status-balikan"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'sumber'"/>
      <xsl:with-param name="opsi" select="$opsi-sumber"/>
    </xsl:call-template>
    <xsl:if test="not($peminta)">
      <div class="saring-ruas">
        <label for="s-lembaga">Kode lembaga</label>
        <input type="text" id="s-lembaga" name="lembaga" class="l-12" inputmode="numeric"
          maxlength="6" autocomplete="off"
          value="{daftar/saring[@nama = 'lembaga']/@nilai}"/>
      </div>
    </xsl:if>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <table class="tabel padat">
        <caption class="semu">Daftar kiriman</caption>
        <xsl:call-template name="kepala-kiriman"/>
        <tbody><xsl:apply-templates select="daftar/baris" mode="kiriman"/></tbody>
      </table>
    </xsl:when>
    <xsl:when test="daftar/saring">
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Tidak ada kiriman yang cocok'"/>
        <xsl:with-param name="teks" select="'Hapus salah satu saringan untuk melihat lebih banyak.'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$peminta">
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada kiriman'"/>
        <xsl:with-param name="teks" select="'Setiap berkas yang Anda kirim muncul di sini, juga data yang masuk lewat formulir dan layanan web, dijumlahkan per hari.'"/>
        <xsl:with-param name="ke" select="'/balikan/unggah'"/>
        <xsl:with-param name="tombol" select="'Upload Data'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada kiriman'"/>
        <xsl:with-param name="teks" select="'Belum ada lembaga yang mengirim data balikan.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

</xsl:stylesheet>
