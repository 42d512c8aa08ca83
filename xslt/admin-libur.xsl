<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-libur.xsl: holidays of a year, and adding one (P-10). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>

<xsl:variable name="libur-opsi" select="'|libur=Hari libur nasional|cuti=Cuti bersama|perayaan=Perayaan, bukan hari libur|'"/>
<xsl:template match="@jenis|@lama-jenis" mode="libur">
  <xsl:value-of select="substring-before(substring-after($libur-opsi, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-kapasitas']" mode="kalimat">Dengan perubahan ini tidak ada hari kerja yang cukup untuk kartu yang menunggu.</xsl:template>

<xsl:variable name="label" select="'|nama=Nama hari libur|'"/>

<xsl:template match="pesan[@kode = 'libur-diimpor']" mode="pesan">Hari libur sudah diambil dari berkas dan rencana personalisasi disusun ulang.</xsl:template>

<xsl:template match="halaman" mode="judul">Hari Libur <xsl:value-of select="libur/@tahun"/></xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Hari libur nasional dan cuti bersama tidak dihitung sebagai hari kerja. Setiap perubahan menyusun ulang rencana personalisasi.</p>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/admin/libur?tahun={libur/@tahun - 1}"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kiri'"/></xsl:call-template><xsl:value-of select="libur/@tahun - 1"/></a>
  <a class="tombol" href="/admin/libur?tahun={libur/@tahun + 1}"><xsl:value-of select="libur/@tahun + 1"/><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kanan'"/></xsl:call-template></a>
  <a class="tombol" href="/admin/libur/impor"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>Impor .ics</a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:choose>
    <xsl:when test="libur/baris">
      <table class="tabel">
        <caption class="semu">Hari libur <xsl:value-of select="libur/@tahun"/></caption>
        <thead>
          <tr>
            <th scope="col">Tanggal</th>
            <th scope="col">Hari</th>
            <th scope="col">Nama</th>
            <th scope="col">Jenis</th>
            <th scope="col" class="aksi">Tindakan</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="libur/baris">
            <tr>
              <td class="rapat" data-label="Tanggal"><xsl:apply-templates select="@tanggal" mode="tanggal"/></td>
              <td data-label="Hari"><xsl:apply-templates select="@hari" mode="hari"/></td>
              <td class="utama" data-label="Nama"><xsl:value-of select="@nama"/></td>
              <td data-label="Jenis"><xsl:apply-templates select="@jenis" mode="libur"/></td>
              <td class="aksi"><a href="/admin/libur/{@tanggal}/hapus">Hapus<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="@nama"/></span></a></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada hari libur tahun ini'"/>
        <xsl:with-param name="teks" select="'Impor berkas .ics dari kalender pemerintah, atau tambahkan satu per satu di bawah.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <form class="kotak" action="/admin/libur">
    <xsl:call-template name="form-rahasia"/>
    <h2>Tambah atau ubah satu hari</h2>
    <xsl:call-template name="ruas-tanggal">
      <xsl:with-param name="nama" select="'tanggal'"/>
      <xsl:with-param name="petunjuk" select="'Bila tanggal ini sudah ada, nama dan jenisnya diganti'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-radio">
      <xsl:with-param name="nama" select="'jenis'"/>
      <xsl:with-param name="opsi" select="'|libur=Hari libur nasional|cuti=Cuti bersama|'"/>
      <xsl:with-param name="nilai" select="'libur'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan hari libur'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
