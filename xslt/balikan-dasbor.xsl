<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-dasbor.xsl: data balikan as Ditjen's staff see it (B-15). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/grafik.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:template match="halaman" mode="judul">Data Balikan</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Data yang dikembalikan lembaga pengguna: berapa, dari siapa, dan kapan.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:for-each select="ringkas">
    <ul class="hitungan">
      <li><a href="/laporan/balikan?per=hari"><b><xsl:apply-templates select="@semua" mode="angka"/></b> baris hari ini</a></li>
      <li><a href="/balikan/pantau?urut=baris&amp;arah=turun"><b><xsl:apply-templates select="@baris" mode="angka"/></b> baris seluruhnya</a></li>
      <li><a href="/balikan/pantau"><b><xsl:apply-templates select="@lembaga" mode="angka"/></b> dari <xsl:apply-templates select="@terdaftar" mode="angka"/> lembaga sudah mengirim</a></li>
      <li><a href="/admin/akun"><xsl:if test="$peran != 'admin'"><xsl:attribute name="href">/balikan/pantau</xsl:attribute></xsl:if><b><xsl:apply-templates select="@akun" mode="angka"/></b> akun lembaga aktif</a></li>
    </ul>
  </xsl:for-each>
  <section class="kotak" aria-labelledby="tujuh-hari">
    <h2 id="tujuh-hari">Tujuh hari terakhir</h2>
    <xsl:apply-templates select="grafik[@nama = 'hari']">
      <xsl:with-param name="judul" select="'Baris yang dikirim setiap hari'"/>
      <xsl:with-param name="kolom" select="'Hari'"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="grafik[@nama = 'sumber']">
      <xsl:with-param name="judul" select="'Baris tujuh hari itu menurut sumbernya'"/>
      <xsl:with-param name="kolom" select="'Sumber'"/>
    </xsl:apply-templates>
    <p class="tombol-baris"><a class="tombol" href="/laporan/balikan">Grafik dan laporan menurut periode, lembaga, dan jenisnya</a><a class="tombol" href="/panduan#manual">Buku manual</a></p>
  </section>
  <div class="dua">
    <section class="kotak" aria-labelledby="terbanyak">
      <h2 id="terbanyak">Sepuluh lembaga terbanyak</h2>
      <xsl:apply-templates select="terbanyak"/>
    </section>
    <section class="kotak" aria-labelledby="terbaru">
      <h2 id="terbaru">Pengirim terakhir</h2>
      <xsl:apply-templates select="terbaru"/>
    </section>
  </div>
</xsl:template>

<xsl:template match="batang[@sumber]" mode="label-batang"><xsl:apply-templates select="@sumber" mode="sumber"/></xsl:template>

<xsl:template match="terbanyak | terbaru">
  <xsl:choose>
    <xsl:when test="lembaga">
      <table class="tabel kecil">
        <caption class="semu"><xsl:choose><xsl:when test="self::terbanyak">Lembaga dengan baris terbanyak</xsl:when><xsl:otherwise>Lembaga yang terakhir mengirim</xsl:otherwise></xsl:choose></caption>
        <thead>
          <tr>
            <th scope="col">Lembaga</th>
            <th scope="col" class="angka">Baris</th>
            <th scope="col">Terakhir</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="lembaga">
            <tr>
              <th scope="row"><a href="/balikan/pantau/{@id}"><xsl:value-of select="@nama"/></a></th>
              <td class="angka"><xsl:apply-templates select="@baris" mode="angka"/></td>
              <td class="rapat">
                <xsl:choose>
                  <xsl:when test="@terakhir"><xsl:apply-templates select="@terakhir" mode="tanggal"/></xsl:when>
                  <xsl:otherwise>–</xsl:otherwise>
                </xsl:choose>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:when>
    <xsl:otherwise><p>Belum ada lembaga yang mengirim.</p></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
