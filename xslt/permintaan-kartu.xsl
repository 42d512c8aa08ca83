<?xml version="1.0" encoding="UTF-8"?>
<!-- permintaan-kartu.xsl: the serial list of a request, page by page. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/permintaan.xsl"/>

<xsl:template match="halaman" mode="judul">Daftar seri</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead"><xsl:value-of select="concat(permintaan/@nomor, ' – ', permintaan/@judul)"/></p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/kartu">
      <table class="tabel">
        <caption class="semu">Daftar seri kartu dan mesin</caption>
        <thead>
          <tr>
            <th scope="col" class="angka">No.</th>
            <th scope="col">Seri kartu SAM kosong</th>
            <th scope="col">Seri mesin</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/kartu">
            <tr>
              <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
              <td class="utama" data-label="Seri kartu"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></td>
              <td data-label="Seri mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada daftar seri'"/>
        <xsl:with-param name="teks" select="'Daftar seri diisi produsen saat menyetujui permintaan.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

</xsl:stylesheet>
