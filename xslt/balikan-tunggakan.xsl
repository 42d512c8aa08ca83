<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-tunggakan.xsl: institutions that use readers and owe data (B-16). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:variable name="label" select="'|cari=Cari|jenis=Jenis lembaga|'"/>

<xsl:template match="halaman" mode="judul">Tunggakan data balikan</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Lembaga yang memakai pembaca KTP-el, tetapi tidak mengirim data balikan selama <xsl:value-of select="daftar/@bulan"/> bulan. Yang belum pernah mengirim dihitung sejak lembaganya didaftarkan. Yang tidak mengirim dapat kehilangan akses pembacanya.</p>
</xsl:template>

<xsl:template match="saring[@nama = 'jenis']" mode="nilai-saring">
  <xsl:value-of select="substring-before(substring-after($jenis-opsi, concat('|', @nilai, '=')), '|')"/>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <form class="saringan" method="get" action="/balikan/tunggakan" role="search">
    <xsl:call-template name="saring-cari"><xsl:with-param name="petunjuk" select="'Nama atau kode lembaga'"/></xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'jenis'"/>
      <xsl:with-param name="opsi" select="$jenis-opsi"/>
    </xsl:call-template>
    <div class="saring-ruas">
      <label for="s-bulan">Tidak mengirim selama (bulan)</label>
      <input id="s-bulan" type="number" name="bulan" min="1" max="24" inputmode="numeric" value="{daftar/@bulan}"/>
    </div>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel padat">
        <caption class="semu">Lembaga yang menunggak</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Kode'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Lembaga'"/><xsl:with-param name="urut" select="'nama'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Pembaca aktif'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Baris'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Terakhir mengirim'"/><xsl:with-param name="urut" select="'terakhir'"/></xsl:call-template>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td data-label="Kode"><span class="kode"><xsl:value-of select="@kode"/></span></td>
              <td class="utama" data-label="Lembaga"><a href="/balikan/pantau/{@id}"><xsl:value-of select="@nama"/></a></td>
              <td class="angka" data-label="Pembaca aktif"><xsl:apply-templates select="@pembaca" mode="angka"/></td>
              <td class="angka" data-label="Baris"><xsl:apply-templates select="@baris" mode="angka"/></td>
              <td class="rapat" data-label="Terakhir mengirim">
                <xsl:choose>
                  <xsl:when test="@terakhir"><xsl:apply-templates select="@terakhir" mode="tanggal"/></xsl:when>
                  <xsl:otherwise>Belum pernah</xsl:otherwise>
                </xsl:choose>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Tidak ada tunggakan'"/>
        <xsl:with-param name="teks" select="'Setiap lembaga yang memakai pembaca sudah mengirim data balikan dalam masa itu.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
