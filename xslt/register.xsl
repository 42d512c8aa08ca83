<?xml version="1.0" encoding="UTF-8"?>
<!-- register.xsl: the form Pendaftaran (U-03). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|nama=Nama User|cara-lembaga=Lembaga Anda|lembaga=Nama Lembaga|lembaga-nama=Nama Lembaga baru|lembaga-jenis=Jenis Lembaga|'"/>

<xsl:template match="halaman" mode="judul">Form Pendaftaran</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip">
    <xsl:with-param name="nama" select="'sandi'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Untuk lembaga pengguna, Dinas Dukcapil, dan produsen pembaca KTP-el. Akun dapat dipakai setelah diverifikasi oleh admin. Sudah punya akun? <a href="/login">Masuk di sini</a>.</p>
</xsl:template>

<xsl:template match="galat[@ruas = 'lembaga' and @kode = 'wajib']" mode="kalimat">Pilih lembaga Anda dari daftar, atau pilih “Belum ada dalam daftar”.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak" action="/register">
    <xsl:call-template name="form-rahasia"/>
    <h2>Anda</h2>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="petunjuk" select="'Nama lengkap tanpa gelar'"/>
      <xsl:with-param name="lengkap" select="'name'"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'username'"/>
      <xsl:with-param name="petunjuk" select="'3 sampai 40 huruf, angka, titik, garis bawah, atau tanda hubung; tidak dapat diganti'"/>
      <xsl:with-param name="lengkap" select="'username'"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-sandi-baru">
      <xsl:with-param name="nama" select="'sandi'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-email">
      <xsl:with-param name="nama" select="'email'"/>
      <xsl:with-param name="petunjuk" select="'Kami mengirim tautan konfirmasi ke alamat ini'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-telepon">
      <xsl:with-param name="nama" select="'telepon'"/>
      <xsl:with-param name="petunjuk" select="'Misalnya 0812 3456 7890'"/>
    </xsl:call-template>
    <h2>Lembaga</h2>
    <xsl:call-template name="ruas-radio">
      <xsl:with-param name="nama" select="'cara-lembaga'"/>
      <xsl:with-param name="opsi" select="'|ada=Sudah ada dalam daftar|baru=Belum ada dalam daftar|'"/>
      <xsl:with-param name="nilai" select="'ada'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'lembaga'"/>
      <xsl:with-param name="petunjuk" select="'Bila sudah ada dalam daftar'"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'lembaga-nama'"/>
      <xsl:with-param name="petunjuk" select="'Bila belum ada: nama resmi, tanpa singkatan'"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="lengkap" select="'organization'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'lembaga-jenis'"/>
      <xsl:with-param name="petunjuk" select="'Bila belum ada'"/>
      <xsl:with-param name="opsi" select="$jenis-opsi-daftar"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'alamat'"/>
      <xsl:with-param name="petunjuk" select="'Jalan dan nomor kantor'"/>
      <xsl:with-param name="lengkap" select="'address-line1'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'kota'"/>
      <xsl:with-param name="petunjuk" select="'Kota atau kabupaten'"/>
      <xsl:with-param name="lengkap" select="'address-level2'"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="pilihan[@nama = 'provinsi']/opsi">
        <xsl:call-template name="ruas-pilihan">
          <xsl:with-param name="nama" select="'provinsi'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-teks">
          <xsl:with-param name="nama" select="'provinsi'"/>
          <xsl:with-param name="lengkap" select="'address-level1'"/>
          <xsl:with-param name="lebar" select="30"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Daftar'"/>
      <xsl:with-param name="batal" select="'/'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
