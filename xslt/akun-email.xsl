<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-email.xsl: asking for another e-mail address (U-07). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|email=Alamat e-mail baru|sandi=Password Anda|'"/>

<xsl:template match="galat[@kode = 'email-sama']" mode="kalimat">Itu sudah alamat e-mail Anda. Tulis alamat yang lain.</xsl:template>
<xsl:template match="galat[@kode = 'email-sering']" mode="kalimat">Dalam satu jam paling banyak tiga tautan dikirim ke alamat baru. Cobalah lagi nanti.</xsl:template>

<xsl:template match="halaman" mode="judul">Ganti e-mail</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/akun/profil">Profil Saya</a></li>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip">
    <xsl:with-param name="nama" select="'sandi'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:text>Sekarang: </xsl:text>
    <b><xsl:value-of select="akun/@email"/></b>
    <xsl:text>. Alamat baru berlaku setelah tautan yang kami kirim ke sana dibuka; alamat lama langsung diberi tahu.</xsl:text>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:if test="akun/@email-baru">
    <div class="pesan awas">
      <p>
        <b><xsl:value-of select="akun/@email-baru"/></b>
        <xsl:text> masih menunggu konfirmasi. Permintaan baru menggantikannya.</xsl:text>
      </p>
    </div>
  </xsl:if>
  <form class="kotak" action="/akun/email">
    <xsl:call-template name="form-rahasia"/>
    <!-- For password managers. -->
    <input type="hidden" name="untuk" autocomplete="username" value="{akun/@username}"/>
    <xsl:call-template name="ruas-email">
      <xsl:with-param name="nama" select="'email'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-sandi">
      <xsl:with-param name="nama" select="'sandi'"/>
      <xsl:with-param name="petunjuk" select="'Supaya tidak ada orang lain yang menggantinya dari komputer Anda'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Kirim tautan konfirmasi'"/>
      <xsl:with-param name="batal" select="'/akun/profil'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
