<?xml version="1.0" encoding="UTF-8"?>
<!--
  masuk.xsl: the sign-in form, for the sign-in page and for a page that was
  asked for without a session.  Needs formulir.xsl beside it.

    <xsl:call-template name="form-masuk">
      <xsl:with-param name="lanjut" select="@jalur"/>
    </xsl:call-template>

  lanjut is the path to go on to (field "lanjut").  A form whose session
  ended while it was filled in comes along: <lanjutan jalur=""> with a <ruas
  nama=""> for each field, sent as "isi.<name>", the names as "isi-nama".
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="form-masuk">
  <xsl:param name="lanjut"/>
  <form class="kotak form-masuk" action="/login">
    <xsl:call-template name="form-rahasia"/>
    <xsl:choose>
      <xsl:when test="lanjutan">
        <input type="hidden" name="lanjut" value="{lanjutan/@jalur}"/>
        <xsl:for-each select="lanjutan/ruas">
          <input type="hidden" name="isi-nama" value="{@nama}"/>
          <input type="hidden" name="isi.{@nama}" value="{.}"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="isian">
        <xsl:for-each select="isian/ruas[@nama = 'lanjut' or @nama = 'isi-nama' or starts-with(@nama, 'isi.')]">
          <input type="hidden" name="{@nama}" value="{.}"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$lanjut != ''">
        <input type="hidden" name="lanjut" value="{$lanjut}"/>
      </xsl:when>
    </xsl:choose>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'username'"/>
      <xsl:with-param name="lengkap" select="'username'"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-sandi">
      <xsl:with-param name="nama" select="'sandi'"/>
    </xsl:call-template>
    <div class="tombol-baris">
      <button class="tombol utama" type="submit">Masuk</button>
    </div>
    <p><a href="/login/lupa">Lupa password?</a></p>
    <p>Tidak punya akun? <a href="/register">Daftar akun di sini</a></p>
  </form>
</xsl:template>

</xsl:stylesheet>
