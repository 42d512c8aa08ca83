<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-layanan.xsl: the web service: its two addresses, the institution's
     tokens, a new one, an example (B-05). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-layanan.xsl"/>

<xsl:template match="pesan[@kode = 'token-dicabut']" mode="pesan">Token sudah dicabut. Permintaan dengan token itu ditolak mulai sekarang.</xsl:template>
<xsl:template match="galat[@ruas = 'jaringan' and @kode = 'jaringan']" mode="kalimat">Bukan alamat jaringan, atau lebih dari 20. Tulis satu alamat atau jaringan per baris, misalnya 203.0.113.7 atau 203.0.113.0/24.</xsl:template>
<xsl:template match="galat[@kode = 'token-penuh']" mode="kalimat">Lembaga Anda sudah memiliki 20 token yang berlaku. Cabut yang tidak dipakai lebih dahulu.</xsl:template>

<xsl:template match="halaman" mode="judul">Web Service</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Sistem lembaga Anda dapat mengirim data balikan langsung ke sini, satu rekaman atau sampai 1.000 rekaman sekali kirim.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="l" select="layanan"/>
  <xsl:call-template name="tab-balikan"/>
  <xsl:if test="$l/@versi = 0">
    <div class="pesan awas">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
      <p>Lembaga Anda belum menentukan parameter, sehingga layanan ini belum menerima data. Isi <a href="/balikan/parameter">Setting Parameter</a> lebih dahulu.</p>
    </div>
  </xsl:if>
  <section class="kotak" aria-labelledby="judul-alamat">
    <h2 id="judul-alamat">Alamat</h2>
    <dl class="ringkasan">
      <div><dt>Kode lembaga</dt><dd><span class="kode"><xsl:value-of select="$l/@kode"/></span></dd></div>
      <div><dt>Membaca parameter</dt><dd><span class="kode">GET <xsl:apply-templates select="$l" mode="alamat"><xsl:with-param name="jalur" select="'getparam_bylembaga'"/></xsl:apply-templates></span></dd></div>
      <div><dt>Mengirim data</dt><dd><span class="kode">POST <xsl:apply-templates select="$l" mode="alamat"><xsl:with-param name="jalur" select="'store'"/></xsl:apply-templates></span></dd></div>
      <div><dt>Batas</dt><dd><xsl:apply-templates select="$l/@laju" mode="angka"/> permintaan per menit setiap token, 2 MiB dan 1.000 rekaman setiap permintaan</dd></div>
    </dl>
    <p><a href="/databalikan/api/openapi.json">Uraian lengkap (OpenAPI 3.1)</a> · <a href="/balikan/layanan/masalah">Arti kode masalah</a></p>
  </section>
  <h2>Token</h2>
  <xsl:choose>
    <xsl:when test="$l/token">
      <xsl:call-template name="tabel-token">
        <xsl:with-param name="token" select="$l/token"/>
        <xsl:with-param name="cabut" select="true()"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise><p>Belum ada token. Buat satu untuk setiap sistem yang mengirim.</p></xsl:otherwise>
  </xsl:choose>
  <form class="kotak" action="/balikan/layanan" aria-labelledby="judul-baru">
    <xsl:call-template name="form-rahasia"/>
    <h2 id="judul-baru">Buat token</h2>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="petunjuk" select="'Sistem yang memakainya, misalnya Server CBS cabang utama.'"/>
      <xsl:with-param name="lebar" select="40"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-angka">
      <xsl:with-param name="nama" select="'hari'"/>
      <xsl:with-param name="petunjuk" select="'1 sampai 730 hari. Sesudah itu permintaan dengan token ini ditolak.'"/>
      <xsl:with-param name="nilai" select="'365'"/>
      <xsl:with-param name="satuan" select="'hari'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-paragraf">
      <xsl:with-param name="nama" select="'jaringan'"/>
      <xsl:with-param name="petunjuk" select="'Satu alamat atau jaringan per baris, IPv4 atau IPv6, misalnya 203.0.113.0/24. Kosong: dari mana pun.'"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="baris" select="3"/>
    </xsl:call-template>
    <p class="tombol-baris"><button class="tombol utama" type="submit">Buat token</button></p>
  </form>
  <xsl:apply-templates select="$l" mode="contoh"/>
</xsl:template>

</xsl:stylesheet>
