<?xml version="1.0" encoding="UTF-8"?>
<!-- login-kode.xsl: the second factor after the password (U-05). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/faktor.xsl"/>

<xsl:variable name="pemulihan" select="/halaman/faktor/@pakai-pemulihan"/>

<xsl:template match="galat[@kode = 'masuk-tunggu']" mode="kalimat">Terlalu banyak kode yang salah. Demi keamanan, tunggu <xsl:value-of select="@nilai"/> menit, lalu coba lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'kode-dikirim-surel']" mode="pesan">Kode sudah dikirim ke <xsl:value-of select="/halaman/faktor/@surel"/>.</xsl:template>
<xsl:template match="pesan[@kode = 'kode-dikirim-wa']" mode="pesan">Kode sudah dikirim lewat WhatsApp ke <xsl:value-of select="/halaman/faktor/@wa"/>.</xsl:template>

<xsl:template match="halaman" mode="judul">Kode masuk</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:text>Password Anda benar. </xsl:text>
    <xsl:choose>
      <xsl:when test="$pemulihan">Ketik salah satu kode pemulihan yang Anda simpan. Setiap kode hanya dapat dipakai satu kali.</xsl:when>
      <xsl:when test="faktor/@totp">Sekarang buka aplikasi autentikator di ponsel Anda, lalu ketik kode yang tampil untuk SI-FILMA.</xsl:when>
      <xsl:otherwise>Sekarang ketik kode yang kami kirim ke <xsl:choose><xsl:when test="faktor/@surel"><xsl:value-of select="faktor/@surel"/></xsl:when><xsl:otherwise>WhatsApp <xsl:value-of select="faktor/@wa"/></xsl:otherwise></xsl:choose>. Kode berlaku 10 menit.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak form-masuk" action="/login/kode">
    <xsl:call-template name="form-rahasia"/>
    <xsl:choose>
      <xsl:when test="$pemulihan">
        <input type="hidden" name="cara" value="pemulihan"/>
        <xsl:call-template name="ruas-kode">
          <xsl:with-param name="label" select="'Kode pemulihan'"/>
          <xsl:with-param name="petunjuk" select="'Misalnya k7f2m-9xq4p'"/>
          <xsl:with-param name="huruf" select="true()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-kode"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="ruas-centang">
      <xsl:with-param name="nama" select="'ingat'"/>
      <xsl:with-param name="petunjuk" select="'Di perangkat ini kode tidak diminta lagi selama 30 hari. Jangan dipilih pada komputer yang dipakai bersama.'"/>
    </xsl:call-template>
    <div class="tombol-baris">
      <button class="tombol utama" type="submit">Masuk</button>
    </div>
    <xsl:if test="faktor/@surel or faktor/@wa">
      <p class="tombol-baris">
        <xsl:if test="faktor/@surel">
          <button class="tombol" type="submit" name="aksi" value="surel">Kirim kode ke <xsl:value-of select="faktor/@surel"/></button>
        </xsl:if>
        <xsl:if test="faktor/@wa">
          <button class="tombol" type="submit" name="aksi" value="wa">Kirim kode ke WhatsApp <xsl:value-of select="faktor/@wa"/></button>
        </xsl:if>
      </p>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$pemulihan"><p><a href="/login/kode">Pakai kode 6 angka</a></p></xsl:when>
      <xsl:when test="faktor/@pemulihan"><p><a href="/login/kode?cara=pemulihan">Pakai kode pemulihan</a></p></xsl:when>
    </xsl:choose>
    <p>Tidak dapat memberi kode? Hubungi admin untuk mengatur ulang faktor kedua Anda. <a href="/login">Kembali ke halaman masuk</a></p>
  </form>
</xsl:template>

</xsl:stylesheet>
