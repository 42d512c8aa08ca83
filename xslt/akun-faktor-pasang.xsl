<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-faktor-pasang.xsl: the secret of an authenticator as a QR code, and
     the code that switches a second factor on. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/faktor.xsl"/>

<xsl:template match="halaman" mode="judul">Konfirmasi: <xsl:apply-templates select="faktor/@cara" mode="cara"/></xsl:template>

<xsl:template match="halaman" mode="remah"><xsl:call-template name="remah-faktor"/></xsl:template>

<!-- Dark on white whatever the colours of the page: a camera reads it. -->
<xsl:template name="gambar-qr">
  <svg viewBox="0 0 {faktor/@sisi} {faktor/@sisi}" width="240" height="240" role="img" aria-label="Kode QR untuk aplikasi autentikator; isinya sama dengan kunci di bawah">
    <rect width="100%" height="100%" fill="#fff"/>
    <path d="{faktor/@gambar}" fill="#000"/>
  </svg>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak">
    <xsl:choose>
      <xsl:when test="faktor/@cara = 'totp'">
        <ol>
          <li>Buka aplikasi autentikator di ponsel Anda dan pilih tambah akun.</li>
          <li>Arahkan kamera ke kode QR ini.</li>
          <li>Ketik kode 6 angka yang tampil di aplikasi.</li>
        </ol>
        <xsl:call-template name="gambar-qr"/>
        <p>Tidak dapat memindai? <a href="{faktor/@uri}">Buka di aplikasi autentikator</a> pada ponsel ini, atau ketik kunci berikut di aplikasi (jenis: berdasarkan waktu, 6 angka):</p>
        <p><b class="kode"><xsl:for-each select="faktor/kelompok"><xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="."/></xsl:for-each></b></p>
        <p>Kunci ini rahasia dan hanya tampil sampai Anda mengonfirmasinya.</p>
      </xsl:when>
      <xsl:when test="faktor/@cara = 'surel'">
        <p>Kode sudah dikirim ke <b><xsl:value-of select="faktor/@email"/></b> dan berlaku 10 menit. Bila belum tampak, periksa folder spam.</p>
      </xsl:when>
      <xsl:otherwise>
        <p>Kode sudah dikirim ke WhatsApp <b><xsl:value-of select="faktor/@telepon"/></b> dan berlaku 10 menit.</p>
      </xsl:otherwise>
    </xsl:choose>
    <form action="/akun/faktor/{faktor/@cara}">
      <xsl:call-template name="form-rahasia"/>
      <xsl:call-template name="ruas-kode"/>
      <xsl:call-template name="tombol-baris">
        <xsl:with-param name="teks" select="'Konfirmasi'"/>
        <xsl:with-param name="batal" select="'/akun/faktor'"/>
      </xsl:call-template>
      <xsl:if test="faktor/@cara != 'totp'">
        <p class="tombol-baris"><a class="tombol kecil" href="/akun/faktor/{faktor/@cara}/aktifkan">Kirim ulang kode</a></p>
      </xsl:if>
    </form>
  </section>
</xsl:template>

</xsl:stylesheet>
