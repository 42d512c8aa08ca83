<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-pantau.xsl: a tile for each institution (B-16). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:variable name="label" select="'|cari=Cari|jenis=Jenis lembaga|'"/>

<xsl:template match="halaman" mode="judul">Monitoring data balikan</xsl:template>

<xsl:template match="saring[@nama = 'jenis']" mode="nilai-saring">
  <xsl:value-of select="substring-before(substring-after($jenis-opsi, concat('|', @nilai, '=')), '|')"/>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <form class="saringan" method="get" action="/balikan/pantau" role="search">
    <xsl:call-template name="saring-cari"><xsl:with-param name="petunjuk" select="'Nama atau kode lembaga'"/></xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'jenis'"/>
      <xsl:with-param name="opsi" select="$jenis-opsi"/>
    </xsl:call-template>
    <div class="saring-ruas">
      <label for="s-urut">Urutkan</label>
      <select id="s-urut" name="urut">
        <xsl:call-template name="opsi">
          <xsl:with-param name="nama" select="'urut'"/>
          <xsl:with-param name="opsi" select="'|nama=Nama|baris=Jumlah baris|terakhir=Terakhir mengirim|'"/>
          <xsl:with-param name="nilai" select="string(daftar/@urut)"/>
        </xsl:call-template>
      </select>
    </div>
    <div class="saring-ruas">
      <label for="s-arah">Arah</label>
      <select id="s-arah" name="arah">
        <xsl:call-template name="opsi">
          <xsl:with-param name="nama" select="'arah'"/>
          <xsl:with-param name="opsi" select="'|naik=Naik|turun=Turun|'"/>
          <xsl:with-param name="nilai" select="string(daftar/@arah)"/>
        </xsl:call-template>
      </select>
    </div>
    <button class="tombol" type="submit">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
      <xsl:text>Cari</xsl:text>
    </button>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <ul class="hitungan">
        <xsl:for-each select="daftar/baris">
          <li>
            <a href="/balikan/pantau/{@id}">
              <b><xsl:apply-templates select="@baris" mode="angka"/></b>
              <xsl:value-of select="concat(' baris, ', @nama)"/>
              <br/>
              <small>
                <xsl:choose>
                  <xsl:when test="@terakhir">Terakhir <xsl:apply-templates select="@terakhir" mode="tanggal"/></xsl:when>
                  <xsl:otherwise>Belum pernah mengirim</xsl:otherwise>
                </xsl:choose>
              </small>
            </a>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Tidak ada lembaga'"/>
        <xsl:with-param name="teks" select="'Ubah saringan, atau daftarkan lembaga pada Administrasi, Lembaga.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
