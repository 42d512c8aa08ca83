<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-peta.xsl: readers in use by region (A-14): map, chart, table.
     The map is drawn from the page's own points; nothing is fetched. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/grafik.xsl"/>
<xsl:import href="bagian/nusantara.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:variable name="label" select="'|prov=Provinsi|kab=Kabupaten/Kota|fungsi=Fungsi|lembaga=Lembaga|'"/>
<xsl:variable name="tingkat" select="/halaman/jumlah/@per"/>
<xsl:variable name="prov" select="/halaman/pilihan[@nama = 'prov']/opsi[@nilai = /halaman/daftar/saring[@nama = 'prov']/@nilai]"/>
<xsl:variable name="kab" select="/halaman/pilihan[@nama = 'kab']/opsi[@nilai = /halaman/daftar/saring[@nama = 'kab']/@nilai]"/>

<!-- "Indonesia", "Jawa Barat", "Kota Bandung, Jawa Barat" -->
<xsl:variable name="wilayah">
  <xsl:choose>
    <xsl:when test="$kab"><xsl:value-of select="concat($kab, ', ', $prov)"/></xsl:when>
    <xsl:when test="$prov"><xsl:value-of select="$prov"/></xsl:when>
    <xsl:when test="$tingkat = 'prov'">Indonesia</xsl:when>
    <xsl:otherwise>wilayah ini</xsl:otherwise>
  </xsl:choose>
</xsl:variable>

<xsl:variable name="butir">
  <xsl:choose>
    <xsl:when test="$tingkat = 'prov'">Provinsi</xsl:when>
    <xsl:when test="$tingkat = 'kab'">Kabupaten/Kota</xsl:when>
    <xsl:otherwise>Lembaga</xsl:otherwise>
  </xsl:choose>
</xsl:variable>

<xsl:template match="halaman" mode="judul">Peta pembaca aktif</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <link rel="stylesheet" href="/aset/peta.css?v={@versi}"/>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/aktivasi/peta/lembaga">Rekap per lembaga</a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <form class="saringan" method="get" action="/aktivasi/peta" role="search">
    <xsl:call-template name="saring-pilihan"><xsl:with-param name="nama" select="'prov'"/></xsl:call-template>
    <xsl:if test="pilihan[@nama = 'kab']">
      <xsl:call-template name="saring-pilihan"><xsl:with-param name="nama" select="'kab'"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'fungsi'"/>
      <xsl:with-param name="opsi" select="'|R=R (baca)|RW=RW (baca dan tulis)|'"/>
    </xsl:call-template>
    <xsl:if test="daftar/saring[@nama = 'lembaga']">
      <input type="hidden" name="lembaga" value="{daftar/saring[@nama = 'lembaga']/@nilai}"/>
    </xsl:if>
    <button class="tombol" type="submit">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
      <xsl:text>Tampilkan</xsl:text>
    </button>
  </form>
  <xsl:choose>
    <xsl:when test="jumlah/@jumlah &gt; 0">
      <p class="lead">
        <b><xsl:apply-templates select="jumlah/@jumlah" mode="angka"/></b>
        <xsl:text> pembaca aktif di </xsl:text>
        <xsl:value-of select="$wilayah"/>
        <xsl:if test="$tingkat = 'prov'">
          <xsl:text>, pada </xsl:text>
          <xsl:apply-templates select="jumlah/@provinsi" mode="angka"/>
          <xsl:text> provinsi</xsl:text>
        </xsl:if>
        <xsl:if test="$tingkat != 'lembaga'">
          <xsl:text> dan </xsl:text>
          <xsl:apply-templates select="jumlah/@kabkota" mode="angka"/>
          <xsl:text> kabupaten/kota</xsl:text>
        </xsl:if>
        <xsl:if test="$peran = 'admin' or $peran = 'pejabat'">
          <xsl:text>, dipakai </xsl:text>
          <xsl:apply-templates select="jumlah/@lembaga" mode="angka"/>
          <xsl:text> lembaga</xsl:text>
        </xsl:if>
        <xsl:text>.</xsl:text>
      </p>
      <xsl:apply-templates select="peta"/>
      <xsl:call-template name="daftar-kepala"/>
      <div class="dua">
        <section class="kotak">
          <xsl:apply-templates select="grafik">
            <xsl:with-param name="judul">
              <xsl:text>Pembaca aktif per </xsl:text>
              <xsl:value-of select="translate($butir, 'PKL', 'pkl')"/>
              <xsl:if test="count(daftar/baris) &gt; count(grafik/batang)">
                <xsl:value-of select="concat(' (', count(grafik/batang), ' terbanyak)')"/>
              </xsl:if>
            </xsl:with-param>
            <xsl:with-param name="kolom" select="string($butir)"/>
          </xsl:apply-templates>
        </section>
        <xsl:call-template name="tabel-wilayah"/>
      </div>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada pembaca aktif'"/>
        <xsl:with-param name="teks" select="'Pembaca tampil di sini setelah kartu SAM-nya diaktivasi dan manifesnya terbit.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="saring[@nama = 'fungsi']" mode="nilai-saring"><xsl:value-of select="@nilai"/></xsl:template>

<xsl:template name="tabel-wilayah">
  <table class="tabel padat">
    <caption class="semu"><xsl:value-of select="concat('Pembaca aktif per ', $butir)"/></caption>
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="$butir"/></th>
        <xsl:if test="$tingkat = 'prov'"><th scope="col" class="angka">Kab/Kota</th></xsl:if>
        <xsl:if test="$tingkat != 'lembaga' and ($peran = 'admin' or $peran = 'pejabat')"><th scope="col" class="angka">Lembaga</th></xsl:if>
        <th scope="col" class="angka">R</th>
        <th scope="col" class="angka">RW</th>
        <th scope="col" class="angka">Jumlah</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="daftar/baris">
        <xsl:variable name="nama">
          <xsl:choose>
            <xsl:when test="@nama"><xsl:value-of select="@nama"/></xsl:when>
            <xsl:otherwise>Kode <xsl:value-of select="@kode"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <tr>
          <td class="utama" data-label="{$butir}">
            <xsl:choose>
              <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="$nama"/></a></xsl:when>
              <xsl:otherwise><xsl:value-of select="$nama"/></xsl:otherwise>
            </xsl:choose>
          </td>
          <xsl:if test="$tingkat = 'prov'"><td class="angka" data-label="Kab/Kota"><xsl:apply-templates select="@kabkota" mode="angka"/></td></xsl:if>
          <xsl:if test="$tingkat != 'lembaga' and ($peran = 'admin' or $peran = 'pejabat')"><td class="angka" data-label="Lembaga"><xsl:apply-templates select="@lembaga" mode="angka"/></td></xsl:if>
          <td class="angka" data-label="R"><xsl:apply-templates select="@r" mode="angka"/></td>
          <td class="angka" data-label="RW"><xsl:apply-templates select="@rw" mode="angka"/></td>
          <td class="angka" data-label="Jumlah"><b><xsl:apply-templates select="@jumlah" mode="angka"/></b></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- The map.  Its units are thousandths of a degree, y growing southwards. -->
<xsl:template match="peta">
  <xsl:variable name="huruf" select="round(@lebar * 0.0115)"/>
  <xsl:variable name="kiri" select="@kiri"/>
  <xsl:variable name="atas" select="@atas"/>
  <xsl:variable name="lebar" select="@lebar"/>
  <xsl:variable name="tinggi" select="@tinggi"/>
  <figure class="grafik peta">
    <svg viewBox="{@kiri} {@atas} {@lebar} {@tinggi}" role="img" aria-labelledby="peta-judul">
      <title id="peta-judul"><xsl:value-of select="concat('Peta letak pembaca aktif di ', $wilayah, '; angkanya ada pada tabel di bawah')"/></title>
      <xsl:call-template name="nusantara"/>
      <xsl:for-each select="bujur">
        <line class="jaring" x1="{@x}" x2="{@x}" y1="{$atas}" y2="{$atas + $tinggi}"/>
        <xsl:if test="@x + $huruf * 5 &lt; $kiri + $lebar">
          <text x="{@x + $huruf * 0.35}" y="{$atas + $tinggi - $huruf * 0.6}" font-size="{$huruf}"><xsl:value-of select="concat(format-number(@x div 1000, '0,##', 'id'), '° BT')"/></text>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="lintang">
        <line class="jaring" y1="{@y}" y2="{@y}" x1="{$kiri}" x2="{$kiri + $lebar}"/>
        <!-- On the side towards the middle, away from what lies in the corners. -->
        <xsl:variable name="sisi" select="number(@y &lt; $atas + $tinggi * 0.5) * 1.5 - 0.4"/>
        <text x="{$kiri + $huruf * 0.5}" y="{@y + $huruf * $sisi}" font-size="{$huruf}">
          <xsl:choose>
            <xsl:when test="@y = 0">0°</xsl:when>
            <xsl:when test="@y &lt; 0"><xsl:value-of select="concat(format-number(- @y div 1000, '0,##', 'id'), '° LU')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="concat(format-number(@y div 1000, '0,##', 'id'), '° LS')"/></xsl:otherwise>
          </xsl:choose>
        </text>
      </xsl:for-each>
      <xsl:for-each select="titik">
        <circle cx="{@x}" cy="{@y}" r="{@r}">
          <title><xsl:value-of select="concat(@nama, ': ', format-number(@jumlah, '#.##0', 'id'), ' pembaca')"/></title>
        </circle>
      </xsl:for-each>
      <xsl:if test="contoh">
        <!-- Key: circles of as many readers, from the right edge on. -->
        <xsl:variable name="r" select="contoh[1]/@r"/>
        <xsl:variable name="langkah" select="$huruf * 4.2"/>
        <xsl:variable name="panjang" select="$langkah * count(contoh) + $huruf * 0.8"/>
        <xsl:variable name="x0" select="$kiri + $lebar - $panjang - $huruf"/>
        <g class="kunci">
          <rect x="{$x0}" y="{$atas + $huruf}" width="{$panjang}" height="{$r * 2 + $huruf * 2.6}" rx="{$huruf * 0.5}"/>
          <xsl:for-each select="contoh">
            <xsl:variable name="cx" select="$x0 + $huruf * 0.4 + $langkah * (position() - 0.5)"/>
            <circle cx="{$cx}" cy="{$atas + $huruf * 1.5 + $r}" r="{@r}"/>
            <text x="{$cx}" y="{$atas + $huruf * 2.9 + $r * 2}" font-size="{$huruf}" text-anchor="middle"><xsl:apply-templates select="@jumlah" mode="angka"/></text>
          </xsl:for-each>
        </g>
      </xsl:if>
    </svg>
    <p class="petunjuk">
      <xsl:choose>
        <xsl:when test="@dekat">Setiap lingkaran adalah tempat pembaca; makin luas lingkarannya, makin banyak pembacanya.</xsl:when>
        <xsl:otherwise>Setiap lingkaran adalah satu kabupaten/kota, di tengah letak pembacanya; makin luas lingkarannya, makin banyak pembacanya.</xsl:otherwise>
      </xsl:choose>
      <xsl:text> Garis pantai digambar kasar dan bukan acuan batas wilayah.</xsl:text>
    </p>
  </figure>
</xsl:template>

</xsl:stylesheet>
