<?xml version="1.0" encoding="UTF-8"?>
<!--
  masuk.xsl: the sign-in form, for the sign-in page and for a page that was
  asked for without a session.  Needs formulir.xsl beside it.

    <xsl:call-template name="form-masuk">
      <xsl:with-param name="lanjut" select="@jalur"/>
      <xsl:with-param name="bawa" select="isian"/>
    </xsl:call-template>

  lanjut is the path to go on to.  bawa is a form that was sent after its
  session had ended: its fields go along as isi-nama and isi.NAME, and
  cgi-bin/login.c hands them back after signing in.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="form-masuk">
  <xsl:param name="lanjut"/>
  <xsl:param name="bawa" select="/.."/>
  <form class="kotak form-masuk" action="/login">
    <xsl:call-template name="form-rahasia"/>
    <xsl:if test="$lanjut != ''">
      <input type="hidden" name="lanjut" value="{$lanjut}"/>
    </xsl:if>
    <xsl:for-each select="$bawa/ruas">
      <input type="hidden" name="isi-nama" value="{@nama}"/>
      <input type="hidden" name="isi.{@nama}" value="{.}"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$bawa/ruas">
        <!-- What is in <isian> is another form's: this field starts empty. -->
        <div class="ruas">
          <label for="r-username">Username</label>
          <input class="l-30" type="text" id="r-username" name="username"
            autocomplete="username" required="required"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-teks">
          <xsl:with-param name="nama" select="'username'"/>
          <xsl:with-param name="lengkap" select="'username'"/>
          <xsl:with-param name="lebar" select="30"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
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
