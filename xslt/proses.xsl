<?xml version="1.0" encoding="UTF-8"?>
<!-- proses.xsl: list of tickets (P-11). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Proses Personalisasi</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/proses/kalender">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kalender'"/></xsl:call-template>
    <xsl:text>Kalender</xsl:text>
  </a>
  <xsl:if test="$peran = 'admin' or $peran = 'pejabat'">
    <a class="tombol" href="/proses/pemusnahan">Daftar pemusnahan</a>
  </xsl:if>
</xsl:template>

<xsl:template match="saring[@nama = 'kelompok']" mode="nilai-saring">
  <xsl:value-of select="substring-before(substring-after($kelompok-opsi, concat('|', @nilai, '=')), '|')"/>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/proses" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Kode tiket, nomor, atau judul'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'kelompok'"/>
      <xsl:with-param name="opsi" select="$kelompok-opsi"/>
      <xsl:with-param name="kosong" select="'All'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <table class="tabel">
        <caption class="semu">Daftar tiket personalisasi</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'No. Permohonan'"/></xsl:call-template>
            <xsl:call-template name="kolom">
              <xsl:with-param name="teks" select="'Kode Tiket'"/>
              <xsl:with-param name="urut" select="'tiket'"/>
            </xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Judul Permintaan'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Estimasi Mulai'"/></xsl:call-template>
            <xsl:call-template name="kolom">
              <xsl:with-param name="teks" select="'Estimasi Selesai'"/>
              <xsl:with-param name="urut" select="'estimasi'"/>
            </xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Berkas'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status Perso'"/></xsl:call-template>
            <xsl:call-template name="kolom">
              <xsl:with-param name="teks" select="'Aksi'"/>
              <xsl:with-param name="kelas" select="'aksi'"/>
            </xsl:call-template>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="daftar/baris"/></tbody>
      </table>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada tiket'"/>
        <xsl:with-param name="teks" select="'Tiket terbit setelah Ditjen Dukcapil menerima sebuah permintaan.'"/>
        <xsl:with-param name="ke" select="'/permintaan'"/>
        <xsl:with-param name="tombol" select="'Lihat permintaan'"/>
        <xsl:with-param name="semua" select="'/proses'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

<xsl:template match="baris">
  <tr>
    <td data-label="No. Permohonan"><xsl:value-of select="@nomor"/></td>
    <td data-label="Kode Tiket"><span class="kode"><xsl:value-of select="@kode"/></span></td>
    <td class="utama" data-label="Judul Permintaan">
      <a href="/proses/{@id}"><xsl:value-of select="@judul"/></a>
      <xsl:if test="$peran != 'pengguna' and $peran != 'dinas'">
        <br/><small><xsl:value-of select="@lembaga"/></small>
      </xsl:if>
    </td>
    <td class="rapat" data-label="Estimasi Mulai"><xsl:apply-templates select="@estimasi-mulai" mode="tanggal"/></td>
    <td class="rapat" data-label="Estimasi Selesai"><xsl:apply-templates select="@estimasi-selesai" mode="tanggal"/></td>
    <td class="rapat" data-label="Berkas">
      <xsl:if test="@berkas = 'ya'">
        <a href="/proses/{@id}/berkas">
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
          <xsl:text>PDF</xsl:text>
          <span class="semu"> surat permintaan <xsl:value-of select="@nomor"/></span>
        </a>
      </xsl:if>
    </td>
    <td data-label="Status Perso">
      <xsl:apply-templates select="@status" mode="lencana"/>
      <xsl:if test="@status = 'produksi'">
        <xsl:call-template name="kemajuan">
          <xsl:with-param name="nilai" select="@selesai"/>
          <xsl:with-param name="dari" select="@jumlah"/>
          <xsl:with-param name="satuan" select="'kartu'"/>
          <xsl:with-param name="label" select="concat('Kartu selesai ', @kode)"/>
          <xsl:with-param name="ringkas" select="true()"/>
        </xsl:call-template>
      </xsl:if>
    </td>
    <td class="aksi">
      <a href="/proses/{@id}">Lihat<span class="semu"> tiket <xsl:value-of select="@kode"/></span></a>
      <xsl:if test="$peran = 'admin'">
        <xsl:choose>
          <xsl:when test="@status = 'antri' or @status = 'produksi'">
            <xsl:text> </xsl:text>
            <a href="/proses/{@id}/produksi">Kerjakan<span class="semu"> tiket <xsl:value-of select="@kode"/></span></a>
          </xsl:when>
          <xsl:when test="@status = 'siap-serah'">
            <xsl:text> </xsl:text>
            <a href="/proses/{@id}/serah-terima">Serahkan<span class="semu"> tiket <xsl:value-of select="@kode"/></span></a>
          </xsl:when>
        </xsl:choose>
      </xsl:if>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
