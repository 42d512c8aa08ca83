<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-impor.xsl: the rows of a draft from a file (A-01). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/aktivasi-baris.xsl"/>

<xsl:variable name="ke" select="concat('/aktivasi/', /halaman/aktivasi/@id)"/>
<xsl:variable name="label" select="'|berkas=Berkas daftar mesin|'"/>

<xsl:template match="halaman" mode="judul">Isi daftar mesin dari berkas</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:apply-templates select="aktivasi" mode="singkat"/>
  <xsl:if test="galat[@ruas = 'impor-baris']">
    <xsl:call-template name="laporan"/>
  </xsl:if>
  <form class="kotak" action="{$ke}/impor" data-unggah="">
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <input type="hidden" name="versi" value="{aktivasi/@versi}"/>
    <p>
      <xsl:text>Unduh daftar yang sudah terisi, lengkapi, lalu kirim kembali: </xsl:text>
      <a href="{$ke}/daftar/xlsx">XLSX</a>
      <xsl:text> atau </xsl:text>
      <a href="{$ke}/daftar/csv">CSV</a>
      <xsl:text>. Berkas menggantikan seluruh daftar dan harus berisi tepat </xsl:text>
      <b><xsl:apply-templates select="aktivasi/@jumlah" mode="angka"/> baris</b>
      <xsl:text>.</xsl:text>
    </p>
    <p class="petunjuk">Kolom berurutan: No. Seri Kartu SAM, No. Identitas Kartu SAM, PCID, No. Mesin, Nama Outlet, Alamat Outlet. Kartu dikenali dari serinya, atau dari No. Identitas bila serinya kosong.</p>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'CSV atau XLSX, paling besar 20 MB.'"/>
      <xsl:with-param name="terima" select="'.csv,.xlsx,text/csv'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Isi daftar'"/>
      <xsl:with-param name="batal" select="concat($ke, '/baris')"/>
    </xsl:call-template>
  </form>
</xsl:template>

<!-- The rows have a table of their own; the summary names the list once. -->
<xsl:template name="ringkasan-galat">
  <section class="galat-ringkas" aria-labelledby="galat-judul" id="galat" tabindex="-1">
    <h2 id="galat-judul">Ada yang perlu diperbaiki</h2>
    <ul>
      <xsl:for-each select="/halaman/galat[@ruas != 'impor-baris']">
        <li>
          <xsl:choose>
            <xsl:when test="@kode = 'daftar-salah'"><a href="#laporan"><xsl:apply-templates select="." mode="galat"/></a></xsl:when>
            <xsl:when test="@ruas != ''"><a href="#r-{@ruas}"><xsl:apply-templates select="." mode="galat"/></a></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="." mode="galat"/></xsl:otherwise>
          </xsl:choose>
        </li>
      </xsl:for-each>
    </ul>
  </section>
</xsl:template>

<xsl:template name="laporan">
  <xsl:variable name="semua" select="/halaman/galat[@kode = 'daftar-salah']"/>
  <section class="kotak" id="laporan" tabindex="-1" aria-labelledby="judul-laporan">
    <h2 id="judul-laporan">Baris yang perlu diperbaiki</h2>
    <p>
      <xsl:text>Belum ada satu baris pun yang disimpan. Ditampilkan </xsl:text>
      <xsl:call-template name="angka"><xsl:with-param name="n" select="count(/halaman/galat[@ruas = 'impor-baris'])"/></xsl:call-template>
      <xsl:text> dari </xsl:text>
      <xsl:apply-templates select="$semua/@baris" mode="angka"/>
      <xsl:text> kesalahan. </xsl:text>
      <a href="{$semua/@nilai}">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
        <xsl:text>Unduh laporan lengkap (CSV)</xsl:text>
      </a>
    </p>
    <table class="tabel">
      <caption class="semu">Baris daftar mesin yang salah</caption>
      <thead><tr><th scope="col" class="angka">Baris</th><th scope="col">Isi</th><th scope="col">Masalah</th></tr></thead>
      <tbody>
        <xsl:for-each select="/halaman/galat[@ruas = 'impor-baris']">
          <tr>
            <td class="angka" data-label="Baris"><xsl:apply-templates select="@baris" mode="angka"/></td>
            <td class="utama" data-label="Isi"><xsl:value-of select="@nilai"/></td>
            <td data-label="Masalah"><xsl:apply-templates select="." mode="kalimat"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<xsl:template match="galat[@kode = 'daftar-salah']" mode="galat">
  <xsl:text>Daftar mesin: ada </xsl:text>
  <xsl:apply-templates select="@baris" mode="angka"/>
  <xsl:text> kesalahan pada baris-barisnya. Perbaiki lalu kirim lagi seluruh daftarnya.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'jumlah-baris']" mode="galat">
  <xsl:text>Berkas berisi </xsl:text>
  <xsl:apply-templates select="@nilai" mode="angka"/>
  <xsl:text> baris, padahal Jumlah Mesin permintaan ini </xsl:text>
  <xsl:apply-templates select="/halaman/aktivasi/@jumlah" mode="angka"/>
  <xsl:text>. Jumlahnya harus sama; Jumlah Mesin dapat diubah pada drafnya.</xsl:text>
</xsl:template>
<xsl:template match="galat[starts-with(@kode, 'tabel-')]" mode="kalimat">
  <xsl:choose>
    <xsl:when test="@kode = 'tabel-kutip-terbuka' or @kode = 'tabel-sesudah-kutip'">Tanda kutip tidak berpasangan.</xsl:when>
    <xsl:when test="@kode = 'tabel-utf16'">Berkas tersimpan sebagai UTF-16. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-karakter' or @kode = 'tabel-nul'">Ada karakter yang tidak dapat dibaca. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-baris-banyak'">Daftar terlalu panjang: paling banyak 100.000 baris.</xsl:when>
    <xsl:when test="@kode = 'tabel-kolom' or @kode = 'tabel-sel-panjang' or @kode = 'tabel-baris-panjang'">Baris ini terlalu panjang. Daftar mesin cukup enam kolom.</xsl:when>
    <xsl:otherwise>Berkas daftar mesin rusak atau tidak dapat dibaca. Simpan ulang sebagai CSV atau XLSX.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
