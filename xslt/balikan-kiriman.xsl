<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-kiriman.xsl: list of sendings of data balikan (B-06). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:variable name="label" select="'|cari=Cari|status=Status|sumber=Sumber|lembaga=Kode lembaga|tgl-dari=Dari tanggal|tgl-sampai=Sampai tanggal|'"/>

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
    <xsl:call-template name="saring-cari"><xsl:with-param name="petunjuk" select="'Nama berkas atau nomor kiriman'"/></xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="$opsi-status-balikan"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'sumber'"/>
      <xsl:with-param name="opsi" select="$opsi-sumber"/>
    </xsl:call-template>
    <xsl:if test="not($peminta)">
      <xsl:call-template name="saring-diperiksa"><xsl:with-param name="nama" select="'lembaga'"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="saring-diperiksa"><xsl:with-param name="nama" select="'tgl-dari'"/></xsl:call-template>
    <xsl:call-template name="saring-diperiksa"><xsl:with-param name="nama" select="'tgl-sampai'"/></xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:if test="not(galat)"><xsl:call-template name="kiriman"/></xsl:if>
</xsl:template>

<!-- A filter that is checked: as typed when something is wrong. -->
<xsl:template name="saring-diperiksa">
  <xsl:param name="nama"/>
  <xsl:variable name="nilai" select="isian/ruas[@nama = $nama][/halaman/galat] | daftar[not(/halaman/galat)]/saring[@nama = $nama]/@nilai"/>
  <div class="saring-ruas">
    <label for="r-{$nama}"><xsl:call-template name="label"><xsl:with-param name="nama" select="$nama"/></xsl:call-template></label>
    <input id="r-{$nama}" type="date" name="{$nama}" value="{$nilai}">
      <xsl:if test="$nama = 'lembaga'">
        <xsl:attribute name="inputmode">numeric</xsl:attribute>
        <xsl:attribute name="maxlength">6</xsl:attribute>
        <xsl:attribute name="autocomplete">off</xsl:attribute>
      </xsl:if>
      <!-- A date field would hide what is no date. -->
      <xsl:if test="$nama = 'lembaga' or galat[@ruas = $nama and @kode = 'tanggal']">
        <xsl:attribute name="type">text</xsl:attribute>
        <xsl:attribute name="class">l-12</xsl:attribute>
      </xsl:if>
      <xsl:if test="galat[@ruas = $nama]"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
    </input>
  </div>
</xsl:template>

<xsl:template match="galat[@kode = 'sebelum-awal']" mode="kalimat">Sampai tanggal mendahului dari tanggal. Tukar keduanya, atau pilih yang lain.</xsl:template>
<xsl:template match="galat[@kode = 'tidak-ada']" mode="kalimat">Tidak ada lembaga dengan kode itu. Tulis enam angka kode lembaga, misalnya 030848.</xsl:template>

<xsl:template name="kiriman">
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
