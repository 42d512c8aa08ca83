<?xml version="1.0" encoding="UTF-8"?>
<!--
  masuk.xsl: the sign-in form, for the sign-in page and for a page that was
  asked for without a session.  Needs formulir.xsl beside it.

    <xsl:call-template name="form-masuk">
      <xsl:with-param name="kembali" select="@jalur"/>
    </xsl:call-template>

  kembali is the path to go on to (field "kembali").
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="form-masuk">
  <xsl:param name="kembali"/>
  <form class="kotak form-masuk" action="/login">
    <xsl:call-template name="form-rahasia"/>
    <xsl:if test="$kembali != ''">
      <input type="hidden" name="kembali" value="{$kembali}"/>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'username'"/>
      <xsl:with-param name="lengkap" select="'username'"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-sandi">
      <xsl:with-param name="nama" select="'password'"/>
    </xsl:call-template>
    <div class="tombol-baris">
      <button class="tombol utama" type="submit">Masuk</button>
    </div>
    <p><a href="/akun/lupa">Lupa password?</a></p>
    <p>Tidak punya akun? <a href="/register">Daftar akun di sini</a></p>
  </form>
</xsl:template>

</xsl:stylesheet>
