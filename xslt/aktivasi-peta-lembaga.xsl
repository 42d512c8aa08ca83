<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-peta-lembaga.xsl: recap by institution, its readers in use
     (A-14). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:template match="halaman" mode="judul">Rekap pembaca per lembaga</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/aktivasi">SAM Aktivasi</a></li>
  <li><a href="/aktivasi/peta">Peta pembaca aktif</a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <form class="saringan" method="get" action="/aktivasi/peta/lembaga" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Nama atau kode lembaga'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel padat">
        <caption class="semu">Lembaga dan pembaca yang dipakainya</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Kode'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Lembaga'"/><xsl:with-param name="urut" select="'nama'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Provinsi'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Kab/Kota'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Pembaca R'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Pembaca RW'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Pembaca dipakai'"/><xsl:with-param name="urut" select="'jumlah'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <th scope="col" class="aksi">Aksi</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td data-label="Kode"><span class="kode"><xsl:value-of select="@kode"/></span></td>
              <td class="utama" data-label="Lembaga"><xsl:value-of select="@nama"/></td>
              <td class="angka" data-label="Provinsi"><xsl:apply-templates select="@provinsi" mode="angka"/></td>
              <td class="angka" data-label="Kab/Kota"><xsl:apply-templates select="@kabkota" mode="angka"/></td>
              <td class="angka" data-label="Pembaca R"><xsl:apply-templates select="@r" mode="angka"/></td>
              <td class="angka" data-label="Pembaca RW"><xsl:apply-templates select="@rw" mode="angka"/></td>
              <td class="angka" data-label="Pembaca dipakai"><b><xsl:apply-templates select="@jumlah" mode="angka"/></b></td>
              <td class="aksi"><a href="/aktivasi/peta?lembaga={@id}">Peta<span class="semu"> pembaca <xsl:value-of select="@nama"/></span></a></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <p>Seluruhnya <b><xsl:apply-templates select="jumlah/@jumlah" mode="angka"/></b> pembaca dipakai<xsl:if test="$peran = 'admin' or $peran = 'pejabat'"> oleh <xsl:apply-templates select="jumlah/@lembaga" mode="angka"/> lembaga</xsl:if>, <xsl:apply-templates select="jumlah/@r" mode="angka"/> R dan <xsl:apply-templates select="jumlah/@rw" mode="angka"/> RW.</p>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada pembaca aktif'"/>
        <xsl:with-param name="teks" select="'Lembaga tampil di sini setelah ada kartu SAM-nya yang diaktivasi.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
