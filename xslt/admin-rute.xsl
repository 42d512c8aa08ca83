<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-rute.xsl: who may open what: the route tables of all programs. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Hak akses halaman</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Semua alamat dan siapa yang boleh membukanya, langsung dari tabel yang dipakai program.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:choose>
    <xsl:when test="rute/baris">
      <table class="tabel">
        <caption class="semu">Alamat dan peran</caption>
        <thead>
          <tr>
            <th scope="col">Program</th>
            <th scope="col">Cara</th>
            <th scope="col">Alamat</th>
            <th scope="col">Peran</th>
            <th scope="col">Penjagaan</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="rute/baris">
            <tr>
              <td data-label="Program"><xsl:value-of select="@program"/></td>
              <td data-label="Cara"><span class="kode"><xsl:value-of select="@cara"/></span></td>
              <td class="utama" data-label="Alamat"><span class="kode"><xsl:apply-templates select="@jalur" mode="patah"/></span></td>
              <td data-label="Peran"><xsl:value-of select="translate(@peran, ',', ' ')"/></td>
              <td data-label="Penjagaan"><xsl:value-of select="translate(@jaga, ',', ' ')"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:when>
    <xsl:otherwise>
      <div class="kosong">
        <h2>Tabel tidak tersedia</h2>
        <p>Berkas rute.tsv tidak ada di samping program. Pasang ulang untuk membuatnya.</p>
      </div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
