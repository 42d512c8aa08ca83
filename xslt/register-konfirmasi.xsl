<?xml version="1.0" encoding="UTF-8"?>
<!-- register-konfirmasi.xsl: the page behind the link that confirms an e-mail address. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Konfirmasi alamat e-mail</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="@jalur"/>
    <xsl:with-param name="teks" select="'Ya, ini alamat saya'"/>
    <xsl:with-param name="batal" select="'/'"/>
    <xsl:with-param name="rupa" select="'utama'"/>
    <xsl:with-param name="isi">
      <p>
        <xsl:text>Apakah </xsl:text>
        <b><xsl:value-of select="akun/@email"/></b>
        <xsl:value-of select="concat(' alamat e-mail Anda, ', akun/@nama, '?')"/>
      </p>
      <xsl:choose>
        <xsl:when test="akun/@email-lama">
          <p>Alamat ini akan menggantikan <b><xsl:value-of select="akun/@email-lama"/></b> untuk semua pesan, juga untuk membuat password baru bila Anda lupa. Bila Anda tidak memintanya, tutup saja halaman ini.</p>
        </xsl:when>
        <xsl:otherwise>
          <p>Bila Anda tidak pernah mendaftar, tutup saja halaman ini.</p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
