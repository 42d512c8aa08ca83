<?xml version="1.0" encoding="UTF-8"?>
<!-- register-batal.xsl: the page behind the link that stops a change of an e-mail address (U-07). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Hentikan pergantian alamat e-mail</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="@jalur"/>
    <xsl:with-param name="teks" select="'Bukan saya, hentikan'"/>
    <xsl:with-param name="batal" select="'/'"/>
    <xsl:with-param name="isi">
      <p>
        <xsl:text>Alamat e-mail akun atas nama </xsl:text>
        <b><xsl:value-of select="akun/@nama"/></b>
        <xsl:text> tetap, atau kembali menjadi, </xsl:text>
        <b><xsl:value-of select="akun/@email-lama"/></b>
        <xsl:text>.</xsl:text>
      </p>
      <p>Karena password akun itu agaknya diketahui orang lain, semua sesinya diakhiri dan tautan untuk membuat password baru dikirim ke alamat lama. Bila Anda sendiri yang mengganti alamatnya, tutup saja halaman ini.</p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
