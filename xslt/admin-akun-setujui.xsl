<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun-setujui.xsl: approving a registration, with its role and institution. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|nama=Nama User|jabatan=Jabatan|nip=NIP|'"/>

<xsl:template match="galat[@kode = 'peran-lembaga']" mode="kalimat">Peran ini tidak cocok dengan jenis lembaganya: produsen untuk produsen, dinas dan verifikator untuk Dinas, admin untuk Ditjen, pejabat untuk Ditjen atau Dinas, selebihnya lembaga pengguna.</xsl:template>

<xsl:template match="halaman" mode="judul">Setujui pendaftaran <xsl:value-of select="akun/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/akun">Pengguna</a></li>
  <li><a href="/admin/akun/{akun/@id}"><xsl:value-of select="akun/@nama"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <div class="konfirmasi utama">
    <p>
      <xsl:text>Akun </xsl:text>
      <b><xsl:value-of select="akun/@username"/></b>
      <xsl:text> akan aktif dan pemiliknya diberi tahu.</xsl:text>
      <xsl:if test="akun/@lembaga-baru">
        <xsl:text> Ia meminta lembaga baru: </xsl:text>
        <b><xsl:value-of select="akun/@lembaga-baru"/></b>
        <xsl:text> (</xsl:text>
        <xsl:apply-templates select="akun/@lembaga-jenis" mode="jenis"/>
        <xsl:text>). Lembaga itu dibuat dengan alamat dari pendaftaran, kecuali Anda memilih lembaga yang sudah ada.</xsl:text>
      </xsl:if>
    </p>
    <form action="/admin/akun/{akun/@id}/setujui">
      <xsl:call-template name="form-rahasia"/>
      <xsl:call-template name="ruas-pilihan">
        <xsl:with-param name="nama" select="'lembaga'"/>
        <xsl:with-param name="nilai" select="akun/@lembaga-id"/>
        <xsl:with-param name="kosong">
          <xsl:choose>
            <xsl:when test="akun/@lembaga-baru">Buat lembaga baru: <xsl:value-of select="akun/@lembaga-baru"/></xsl:when>
            <xsl:otherwise>– Pilih –</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="opsional" select="boolean(akun/@lembaga-baru)"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-pilihan">
        <xsl:with-param name="nama" select="'peran'"/>
        <xsl:with-param name="nilai" select="akun/@peran"/>
        <xsl:with-param name="opsi" select="$peran-opsi"/>
      </xsl:call-template>
      <xsl:call-template name="tombol-baris">
        <xsl:with-param name="teks" select="'Setujui'"/>
        <xsl:with-param name="batal" select="concat('/admin/akun/', akun/@id)"/>
      </xsl:call-template>
    </form>
  </div>
</xsl:template>

</xsl:stylesheet>
