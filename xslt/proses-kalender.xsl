<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-kalender.xsl: load of the days, month or week (P-09). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/kalender.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Kalender personalisasi</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/proses">Proses Personalisasi</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead tidak-cetak">
    <xsl:text>Kartu terencana dari kapasitas setiap hari kerja.</xsl:text>
    <xsl:if test="$peran = 'admin'"> Pilih sebuah tanggal untuk menutup hari itu atau mengubah kapasitasnya.</xsl:if>
    <xsl:if test="$peran != 'admin' and $peran != 'pejabat'"> Tiket yang ditampilkan hanya tiket Anda.</xsl:if>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/proses/kalender">
    <xsl:choose>
      <xsl:when test="kalender/@jenis = 'pekan'">
        <div class="saring-ruas">
          <label for="s-minggu">Pekan, mis. 2026-W47</label>
          <input id="s-minggu" name="minggu" type="week" value="{kalender/@minggu}"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <div class="saring-ruas">
          <label for="s-bulan">Bulan, mis. 2026-11</label>
          <input id="s-bulan" name="bulan" type="month" value="{kalender/@bulan}"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
    <button class="tombol" type="submit">Tampilkan</button>
  </form>
  <xsl:apply-templates select="kalender"/>
</xsl:template>

</xsl:stylesheet>
