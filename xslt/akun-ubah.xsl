<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-ubah.xsl: changing one's profile (U-07). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|nama=Nama|telepon=Nomor Telepon|alamat=Alamat|kota=Kota|provinsi=Provinsi|'"/>

<xsl:template match="halaman" mode="judul">Ubah profil</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/akun/profil">Profil Saya</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Username, lembaga, dan peran tidak dapat diganti di sini. Alamat e-mail diganti <a href="/akun/email">di halamannya sendiri</a> karena harus dikonfirmasi.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak" action="/akun/profil/ubah">
    <xsl:call-template name="form-rahasia"/>
    <xsl:call-template name="ruas-rahasia">
      <xsl:with-param name="nama" select="'versi'"/>
      <xsl:with-param name="nilai" select="akun/@versi"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="nilai" select="akun/@nama"/>
      <xsl:with-param name="lebar" select="45"/>
      <xsl:with-param name="lengkap" select="'name'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-telepon">
      <xsl:with-param name="nama" select="'telepon'"/>
      <xsl:with-param name="nilai" select="akun/@telepon"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'alamat'"/>
      <xsl:with-param name="petunjuk" select="'Jalan dan nomor kantor'"/>
      <xsl:with-param name="nilai" select="akun/@alamat"/>
      <xsl:with-param name="lengkap" select="'address-line1'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'kota'"/>
      <xsl:with-param name="petunjuk" select="'Kota atau kabupaten'"/>
      <xsl:with-param name="nilai" select="akun/@kota"/>
      <xsl:with-param name="lengkap" select="'address-level2'"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:choose>
      <!-- A province written otherwise must not be lost by looking at it. -->
      <xsl:when test="pilihan[@nama = 'provinsi']/opsi[@nilai = /halaman/akun/@provinsi]">
        <xsl:call-template name="ruas-pilihan">
          <xsl:with-param name="nama" select="'provinsi'"/>
          <xsl:with-param name="nilai" select="akun/@provinsi"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-teks">
          <xsl:with-param name="nama" select="'provinsi'"/>
          <xsl:with-param name="nilai" select="akun/@provinsi"/>
          <xsl:with-param name="lengkap" select="'address-level1'"/>
          <xsl:with-param name="lebar" select="30"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan'"/>
      <xsl:with-param name="batal" select="'/akun/profil'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
