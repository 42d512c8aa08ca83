<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-parameter.xsl: the parameters in force with their versions, or one
     version alone (B-01), and the template to download (B-02). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-ruas.xsl"/>

<xsl:template match="pesan[@kode = 'parameter-disimpan']" mode="pesan">Parameter sudah disimpan sebagai versi baru. Unduh template yang baru sebelum mengisi data berikutnya.</xsl:template>
<xsl:template match="pesan[@kode = 'parameter-tetap']" mode="pesan">Tidak ada yang berubah; versi yang berlaku tetap sama.</xsl:template>
<xsl:template match="pesan[@kode = 'parameter-belum']" mode="pesan">Template dibuat dari parameter. Buat parameternya dahulu.</xsl:template>

<xsl:variable name="daftar" select="/halaman/@jalur = '/balikan/parameter'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="$daftar">Setting Parameter</xsl:when>
    <xsl:otherwise>Parameter versi <xsl:value-of select="parameter/@nomor"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/balikan">Data Balikan</a></li>
  <xsl:if test="not($daftar)">
    <li><a href="/balikan/parameter">Setting Parameter</a></li>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="$daftar and parameter">
    <a class="tombol utama" href="/balikan/parameter/ubah">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'ubah'"/></xsl:call-template>
      <xsl:text>Ubah parameter</xsl:text>
    </a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:choose>
      <xsl:when test="$daftar">Parameter adalah data yang lembaga Anda kirim untuk setiap NIK, misalnya nomor nasabah atau nomor telepon.</xsl:when>
      <xsl:when test="parameter/@kini">Versi ini sedang berlaku.</xsl:when>
      <xsl:otherwise>Versi ini sudah diganti. Data yang dikirim dengan versi ini tetap memakainya.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:choose>
    <xsl:when test="not(parameter)">
      <section class="kosong">
        <h2>Belum ada parameter</h2>
        <p>Tentukan dahulu data apa yang akan dikirim untuk setiap NIK. Sesudah itu template dapat diunduh dan data dapat dikirim.</p>
        <p><a class="tombol utama" href="/balikan/parameter/ubah">Buat parameter</a></p>
      </section>
    </xsl:when>
    <xsl:when test="$daftar">
      <h2>
        <xsl:text>Yang berlaku: versi </xsl:text>
        <xsl:value-of select="parameter/@nomor"/>
      </h2>
      <xsl:call-template name="tabel-ruas">
        <xsl:with-param name="judul" select="'Parameter yang berlaku'"/>
        <xsl:with-param name="ruas" select="parameter/ruas"/>
      </xsl:call-template>
      <xsl:call-template name="templat"/>
      <xsl:call-template name="tabel-versi"/>
    </xsl:when>
    <xsl:otherwise>
      <p>
        <xsl:text>Dibuat </xsl:text>
        <xsl:apply-templates select="parameter/@dibuat" mode="waktu"/>
        <xsl:text> oleh </xsl:text>
        <xsl:value-of select="parameter/@oleh"/>
        <xsl:text>.</xsl:text>
      </p>
      <xsl:call-template name="tabel-ruas">
        <xsl:with-param name="judul" select="concat('Parameter versi ', parameter/@nomor)"/>
        <xsl:with-param name="ruas" select="parameter/ruas"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="templat">
  <section class="kotak" aria-labelledby="judul-templat">
    <h2 id="judul-templat">Download Template</h2>
    <p>Berkas untuk diisi, dengan kolom NIK dan semua parameter di atas. Pada template Excel semua kolom berupa teks, sehingga NIK tidak berubah menjadi bilangan; di dalamnya ada lembar contoh dan lembar aturan.</p>
    <ul class="berkas-baris">
      <li>
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
        <a href="/balikan/templat?jenis=xlsx">Template Excel (XLSX)</a>
      </li>
      <li>
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
        <a href="/balikan/templat?jenis=csv">Template CSV</a>
      </li>
    </ul>
  </section>
</xsl:template>

<xsl:template name="tabel-versi">
  <section aria-labelledby="judul-versi">
    <h2 id="judul-versi">Semua versi</h2>
    <table class="tabel kecil">
      <caption class="semu">Semua versi parameter</caption>
      <thead>
        <tr>
          <th scope="col" class="angka">Versi</th>
          <th scope="col">Dibuat</th>
          <th scope="col">Oleh</th>
          <th scope="col" class="angka">Parameter</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="versi">
          <tr>
            <td class="angka"><a href="/balikan/parameter/{@id}"><xsl:value-of select="@nomor"/></a></td>
            <td><xsl:apply-templates select="@dibuat" mode="waktu"/></td>
            <td class="bebas"><xsl:value-of select="@oleh"/></td>
            <td class="angka"><xsl:apply-templates select="@ruas" mode="angka"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

</xsl:stylesheet>
