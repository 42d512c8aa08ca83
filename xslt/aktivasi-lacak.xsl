<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-lacak.xsl: any serial leads to its card; several cards to a
     choice (A-09). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/lacak.xsl"/>

<xsl:template match="halaman" mode="judul">Lacak kartu</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:call-template name="cari-lacak">
    <xsl:with-param name="cari" select="temuan/@cari"/>
  </xsl:call-template>
  <xsl:choose>
    <xsl:when test="temuan/kartu">
      <p class="menampilkan" role="status">
        <xsl:choose>
          <xsl:when test="temuan/@lebih">Sedikitnya <xsl:value-of select="count(temuan/kartu)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="count(temuan/kartu)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> kartu cocok dengan </xsl:text>
        <b><xsl:value-of select="temuan/@cari"/></b>
        <xsl:text>.</xsl:text>
      </p>
      <table class="tabel">
        <caption class="semu">Kartu yang cocok</caption>
        <thead>
          <tr><th scope="col">Seri Kartu</th><th scope="col">SAM ID</th><th scope="col">PCID</th><th scope="col">Seri Mesin</th><th scope="col">Kode Tiket</th><th scope="col">Lembaga</th><th scope="col">Status</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="temuan/kartu">
            <tr>
              <td class="utama" data-label="Seri Kartu"><a class="kode" href="/aktivasi/lacak/{@id}"><xsl:value-of select="@seri-kartu"/></a></td>
              <td data-label="SAM ID"><span class="kode"><xsl:value-of select="@sam"/></span></td>
              <td data-label="PCID"><span class="kode"><xsl:value-of select="@pcid"/></span></td>
              <td data-label="Seri Mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
              <td data-label="Kode Tiket"><xsl:value-of select="@tiket"/></td>
              <td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:when>
    <xsl:when test="temuan">
      <div class="kosong" role="status">
        <h2>Tidak ditemukan</h2>
        <p>Tidak ada kartu yang dapat Anda lihat dengan nomor “<xsl:value-of select="temuan/@cari"/>”. Periksa penulisannya; huruf besar atau kecil dan spasi tidak berpengaruh.</p>
      </div>
    </xsl:when>
    <xsl:otherwise>
      <div class="kosong">
        <h2>Satu nomor, seluruh perjalanannya</h2>
        <p>Tulis nomor yang tertera pada kartu, pembaca, atau surat. Anda akan melihat perjalanan kartu itu, dari perjanjian dan pesanan sampai tempatnya sekarang atau pemusnahannya.</p>
      </div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
