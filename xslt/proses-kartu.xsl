<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-kartu.xsl: the cards of a ticket (P-13). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Kartu tiket ', proses/@kode)"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead"><xsl:value-of select="concat(proses/@judul, ', ', proses/@lembaga)"/></p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/proses/{proses/@id}/kartu" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Seri kartu, seri mesin, atau SAM ID'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|kosong=Belum dikerjakan|personal=Dipersonalisasi|gagal=Gagal|rusak=Rusak|terkunci=Terkunci|diserahkan=Diserahkan|token=Token terbit|aktif=Aktif|ditangguhkan=Ditangguhkan|nonaktif=Nonaktif|dikembalikan=Dikembalikan|dimusnahkan=Dimusnahkan|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/kartu">
      <table class="tabel">
        <caption class="semu">Daftar kartu</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom">
              <xsl:with-param name="teks" select="'No.'"/>
              <xsl:with-param name="urut" select="'urut'"/>
              <xsl:with-param name="kelas" select="'angka'"/>
            </xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Seri Kartu'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Seri Mesin'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'SAM ID'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'PCID'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Dikerjakan'"/></xsl:call-template>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="daftar/kartu"/></tbody>
      </table>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Tidak ada kartu'"/>
        <xsl:with-param name="teks" select="'Tiket ini tidak mempunyai kartu lagi.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

<xsl:template match="daftar/kartu">
  <tr>
    <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
    <td class="utama" data-label="Seri Kartu"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></td>
    <td data-label="Seri Mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
    <td data-label="SAM ID"><span class="kode"><xsl:value-of select="@sam"/></span></td>
    <td data-label="PCID"><span class="kode"><xsl:value-of select="@pcid"/></span></td>
    <td data-label="Status">
      <xsl:apply-templates select="@status" mode="lencana"/>
      <xsl:if test="@keterangan != ''"><br/><small><xsl:value-of select="@keterangan"/></small></xsl:if>
    </td>
    <td class="rapat" data-label="Dikerjakan"><xsl:apply-templates select="@dikerjakan" mode="waktu"/></td>
  </tr>
</xsl:template>

</xsl:stylesheet>
