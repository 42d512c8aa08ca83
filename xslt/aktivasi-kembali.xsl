<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kembali.xsl: list of returns (A-10). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kembali.xsl"/>

<xsl:template match="halaman" mode="judul">Pengembalian kartu</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="$peran = 'pengguna' or $peran = 'dinas'">
    <a class="tombol utama" href="/aktivasi/kembali/baru">Kembalikan kartu</a>
  </xsl:if>
  <xsl:if test="$peran = 'admin' or $peran = 'pejabat'">
    <a class="tombol" href="/proses/pemusnahan">Daftar pemusnahan</a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <form class="saringan" method="get" action="/aktivasi/kembali" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Nomor berita acara, seri kartu atau mesin, atau SAM ID'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|disusun=Menunggu dikirim|dikirim=Dalam pengiriman|diterima=Diterima Ditjen|batal=Dibatalkan|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Daftar pengembalian kartu</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Berita acara'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Alasan'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Jml Kartu'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Dinyatakan'"/><xsl:with-param name="urut" select="'dibuat'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Pengiriman'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status'"/></xsl:call-template>
            <th scope="col" class="aksi">Aksi</th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="daftar/baris"/></tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:when test="$peran = 'pengguna' or $peran = 'dinas'">
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada pengembalian'"/>
        <xsl:with-param name="teks" select="'Kartu SAM yang dilepas dari pembacanya dikembalikan kepada Ditjen Dukcapil dengan berita acara.'"/>
        <xsl:with-param name="ke" select="'/aktivasi/kembali/baru'"/>
        <xsl:with-param name="tombol" select="'Kembalikan kartu'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada pengembalian'"/>
        <xsl:with-param name="teks" select="'Pengembalian dinyatakan oleh lembaga pengguna atau Dinas.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="baris">
  <tr>
    <td class="utama" data-label="Berita acara">
      <a href="/aktivasi/kembali/{@id}"><xsl:apply-templates select="@nomor" mode="patah"/></a>
      <xsl:if test="$peran = 'admin' or $peran = 'pejabat'">
        <br/><small><xsl:value-of select="@lembaga"/></small>
      </xsl:if>
    </td>
    <td data-label="Alasan"><xsl:apply-templates select="@alasan" mode="alasan"/></td>
    <td class="angka" data-label="Jml Kartu"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
    <td class="rapat" data-label="Dinyatakan"><xsl:apply-templates select="@dibuat" mode="tanggal"/></td>
    <td data-label="Pengiriman">
      <xsl:choose>
        <xsl:when test="@resi"><xsl:value-of select="@resi"/></xsl:when>
        <xsl:otherwise>–</xsl:otherwise>
      </xsl:choose>
    </td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
    <td class="aksi">
      <a href="/aktivasi/kembali/{@id}">Lihat<span class="semu"> pengembalian <xsl:value-of select="@nomor"/></span></a>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
