<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-lembaga.xsl: the list of institutions. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Lembaga</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol utama" href="/admin/lembaga/baru">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
    <xsl:text>Tambah lembaga</xsl:text>
  </a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/admin/lembaga" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Nama, kota, atau kode'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'jenis'"/>
      <xsl:with-param name="opsi" select="$jenis-opsi"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|aktif=Aktif|nonaktif=Nonaktif|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Daftar lembaga</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Kode'"/><xsl:with-param name="urut" select="'kode'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Nama'"/><xsl:with-param name="urut" select="'nama'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Jenis'"/><xsl:with-param name="urut" select="'jenis'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Kota'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'PIC'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Akun aktif'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status'"/></xsl:call-template>
            <th scope="col" class="aksi">Tindakan</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td data-label="Kode"><span class="kode"><xsl:value-of select="@kode"/></span></td>
              <td class="utama" data-label="Nama"><xsl:value-of select="@nama"/></td>
              <td data-label="Jenis"><xsl:apply-templates select="@jenis" mode="jenis"/></td>
              <td data-label="Kota"><xsl:value-of select="@kota"/></td>
              <td data-label="PIC"><xsl:choose><xsl:when test="@pic-nama"><xsl:value-of select="@pic-nama"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
              <td class="angka" data-label="Akun aktif"><xsl:apply-templates select="@akun" mode="angka"/></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
              <td class="aksi"><a href="/admin/lembaga/{@id}">Ubah<span class="semu"> lembaga <xsl:value-of select="@nama"/></span></a></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada lembaga'"/>
        <xsl:with-param name="ke" select="'/admin/lembaga/baru'"/>
        <xsl:with-param name="tombol" select="'Tambah lembaga'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
