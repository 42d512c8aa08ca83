<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-faktor-aktifkan.xsl: the password before a second factor is set up. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/faktor.xsl"/>

<xsl:template match="halaman" mode="judul">Pasang: <xsl:apply-templates select="faktor/@cara" mode="cara"/></xsl:template>

<xsl:template match="halaman" mode="remah"><xsl:call-template name="remah-faktor"/></xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/akun/faktor/', faktor/@cara, '/aktifkan')"/>
    <xsl:with-param name="teks" select="'Lanjut'"/>
    <xsl:with-param name="batal" select="'/akun/faktor'"/>
    <xsl:with-param name="rupa" select="'utama'"/>
    <xsl:with-param name="isi">
      <xsl:choose>
        <xsl:when test="faktor/@cara = 'totp'">
          <p>Anda memerlukan aplikasi autentikator di ponsel, misalnya Aegis, FreeOTP, Google Authenticator, atau Microsoft Authenticator. Siapkan ponselnya, lalu masukkan password Anda.</p>
          <xsl:if test="faktor/@totp"><p>Yang terpasang sekarang tetap berlaku sampai yang baru dikonfirmasi dengan kodenya.</p></xsl:if>
        </xsl:when>
        <xsl:when test="faktor/@cara = 'surel'">
          <p>Setelah password benar, kami mengirim kode ke <b><xsl:value-of select="faktor/@email"/></b>. Ketik kode itu pada halaman berikutnya.</p>
        </xsl:when>
        <xsl:otherwise>
          <p>Setelah password benar, kami mengirim kode ke WhatsApp <b><xsl:value-of select="faktor/@telepon"/></b>. Ketik kode itu pada halaman berikutnya.</p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-sandi"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
