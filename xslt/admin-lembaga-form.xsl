<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-lembaga-form.xsl: an institution, new or to be changed. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|nama=Nama Lembaga|jenis=Jenis Lembaga|kode=Kode Lembaga|wilayah=Kode wilayah|pic-nama=Nama PIC|pic-telepon=Telepon PIC|asing=Sebagian besar milik asing|kuota=Kuota berkas data balikan|'"/>

<xsl:template match="galat[@kode = 'kode-lembaga']" mode="kalimat">Kode lembaga terdiri atas 6 angka, misalnya 030848.</xsl:template>
<xsl:template match="galat[@kode = 'jenis-berakun']" mode="kalimat">Jenis ini tidak cocok dengan peran akun yang sudah ada pada lembaga ini. Ubah dahulu peran akunnya.</xsl:template>
<xsl:template match="galat[@kode = 'berubah' and @ruas = '']" mode="kalimat">Lembaga ini sudah diaktifkan atau dinonaktifkan, atau merupakan lembaga Anda sendiri.</xsl:template>
<xsl:template match="pesan[@kode = 'lembaga-ditutup']" mode="pesan">Lembaga sudah dinonaktifkan; akunnya tidak dapat masuk lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'lembaga-dibuka']" mode="pesan">Lembaga sudah diaktifkan lagi.</xsl:template>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="lembaga"><xsl:value-of select="lembaga/@nama"/></xsl:when>
    <xsl:otherwise>Tambah lembaga</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/lembaga">Lembaga</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <xsl:if test="lembaga">
    <p class="lead">
      <xsl:apply-templates select="lembaga/@status" mode="lencana"/>
      <xsl:text> </xsl:text>
      <a href="/admin/akun?cari={lembaga/@nama}">
        <xsl:apply-templates select="lembaga/@akun" mode="angka"/>
        <xsl:text> akun aktif</xsl:text>
      </a>
      <xsl:if test="lembaga/@jenis != 'produsen' and lembaga/@jenis != 'ditjen'">
        <xsl:text> · </xsl:text>
        <a href="/admin/perjanjian?lembaga={lembaga/@id}">Perjanjian</a>
      </xsl:if>
    </p>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak">
    <xsl:attribute name="action">
      <xsl:text>/admin/lembaga</xsl:text>
      <xsl:if test="lembaga">/<xsl:value-of select="lembaga/@id"/></xsl:if>
    </xsl:attribute>
    <xsl:call-template name="form-rahasia"/>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="nilai" select="lembaga/@nama"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'jenis'"/>
      <xsl:with-param name="nilai" select="lembaga/@jenis"/>
      <xsl:with-param name="opsi" select="$jenis-opsi"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'kode'"/>
      <xsl:with-param name="nilai" select="lembaga/@kode"/>
      <xsl:with-param name="petunjuk" select="'6 angka; bila dikosongkan, nomor berikutnya yang bebas'"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="lebar" select="8"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'alamat'"/>
      <xsl:with-param name="nilai" select="lembaga/@alamat"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'kota'"/>
      <xsl:with-param name="nilai" select="lembaga/@kota"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'provinsi'"/>
      <xsl:with-param name="nilai" select="lembaga/@provinsi"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'wilayah'"/>
      <xsl:with-param name="nilai" select="lembaga/@wilayah"/>
      <xsl:with-param name="petunjuk" select="'2 angka provinsi atau 4 angka kabupaten/kota, misalnya 3273'"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="lebar" select="8"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'pic-nama'"/>
      <xsl:with-param name="nilai" select="lembaga/@pic-nama"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-telepon">
      <xsl:with-param name="nama" select="'pic-telepon'"/>
      <xsl:with-param name="nilai" select="lembaga/@pic-telepon"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-centang">
      <xsl:with-param name="nama" select="'asing'"/>
      <xsl:with-param name="nilai" select="lembaga/@asing"/>
      <xsl:with-param name="petunjuk" select="'Untuk badan hukum Indonesia'"/>
    </xsl:call-template>
    <xsl:if test="kuota and lembaga/@jenis != 'produsen' and lembaga/@jenis != 'ditjen'">
      <xsl:call-template name="ruas-angka">
        <xsl:with-param name="nama" select="'kuota'"/>
        <xsl:with-param name="nilai" select="kuota/@mb"/>
        <xsl:with-param name="petunjuk">
          <xsl:text>Ruang untuk berkas yang sedang dikirim dan yang masih disimpan; bila dikosongkan, seperti pada Pengaturan: </xsl:text>
          <xsl:apply-templates select="kuota/@biasa" mode="angka"/>
          <xsl:text> MB</xsl:text>
        </xsl:with-param>
        <xsl:with-param name="opsional" select="true()"/>
        <xsl:with-param name="satuan" select="'MB'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan'"/>
      <xsl:with-param name="batal" select="'/admin/lembaga'"/>
    </xsl:call-template>
  </form>
  <xsl:if test="lembaga/@status = 'aktif'">
    <p><a class="tombol" href="/admin/lembaga/{lembaga/@id}/tutup">Nonaktifkan lembaga</a></p>
  </xsl:if>
  <xsl:if test="lembaga/@status = 'nonaktif'">
    <form action="/admin/lembaga/{lembaga/@id}/buka">
      <xsl:call-template name="form-rahasia"/>
      <p class="tombol-baris"><button class="tombol" type="submit">Aktifkan lagi</button></p>
    </form>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
