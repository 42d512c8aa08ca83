<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun-form.xsl: an account made or changed by an admin. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|nama=Nama User|jabatan=Jabatan|nip=NIP|'"/>

<xsl:template match="galat[@kode = 'peran-lembaga']" mode="kalimat">Peran ini tidak cocok dengan jenis lembaganya: produsen untuk produsen, dinas dan verifikator untuk Dinas, admin untuk Ditjen, pejabat untuk Ditjen atau Dinas, selebihnya lembaga pengguna.</xsl:template>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="akun">Ubah akun <xsl:value-of select="akun/@username"/></xsl:when>
    <xsl:otherwise>Buat akun</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/akun">Pengguna</a></li>
  <xsl:if test="akun">
    <li><a href="/admin/akun/{akun/@id}"><xsl:value-of select="akun/@nama"/></a></li>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:choose>
      <xsl:when test="akun">Mengganti peran, lembaga, atau e-mail mengakhiri semua sesi akun ini.</xsl:when>
      <xsl:otherwise>Akun langsung aktif. Pemiliknya menerima tautan untuk membuat password pertama.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak">
    <xsl:attribute name="action">
      <xsl:choose>
        <xsl:when test="akun">/admin/akun/<xsl:value-of select="akun/@id"/>/ubah</xsl:when>
        <xsl:otherwise>/admin/akun</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:call-template name="form-rahasia"/>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="nilai" select="akun/@nama"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:if test="not(akun)">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'username'"/>
        <xsl:with-param name="petunjuk" select="'3 sampai 40 huruf, angka, titik, garis bawah, atau tanda hubung; tidak dapat diganti'"/>
        <xsl:with-param name="lebar" select="30"/>
        <xsl:with-param name="lengkap" select="'off'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'peran'"/>
      <xsl:with-param name="nilai" select="akun/@peran"/>
      <xsl:with-param name="opsi" select="$peran-opsi"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'lembaga'"/>
      <xsl:with-param name="nilai" select="akun/@lembaga-id"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'jabatan'"/>
      <xsl:with-param name="petunjuk" select="'Wajib untuk pejabat: tercetak pada dokumen'"/>
      <xsl:with-param name="nilai" select="akun/@jabatan"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nip'"/>
      <xsl:with-param name="petunjuk" select="'Wajib untuk pejabat: 18 angka tanpa spasi'"/>
      <xsl:with-param name="nilai" select="akun/@nip"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="lebar" select="20"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-email">
      <xsl:with-param name="nama" select="'email'"/>
      <xsl:with-param name="nilai" select="akun/@email"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-telepon">
      <xsl:with-param name="nama" select="'telepon'"/>
      <xsl:with-param name="nilai" select="akun/@telepon"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan'"/>
      <xsl:with-param name="batal">
        <xsl:text>/admin/akun</xsl:text>
        <xsl:if test="akun">/<xsl:value-of select="akun/@id"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
