<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun-faktor.xsl: taking away the second factor of an account, with
     the reason (U-05). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Akun ini tidak mempunyai faktor kedua lagi.</xsl:template>

<xsl:template match="halaman" mode="judul">Atur ulang faktor kedua <xsl:value-of select="akun/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/akun">Pengguna</a></li>
  <li><a href="/admin/akun/{akun/@id}"><xsl:value-of select="akun/@nama"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/admin/akun/', akun/@id, '/faktor')"/>
    <xsl:with-param name="teks" select="'Atur ulang faktor kedua'"/>
    <xsl:with-param name="batal" select="concat('/admin/akun/', akun/@id)"/>
    <xsl:with-param name="isi">
      <p>Semua cara memberi kode, kode pemulihan, dan perangkat yang diingat milik <b><xsl:value-of select="akun/@username"/></b> dihapus, dan semua sesinya berakhir. <xsl:choose><xsl:when test="akun/@faktor-wajib">Ketika masuk berikutnya ia harus memasang faktor kedua yang baru.</xsl:when><xsl:otherwise>Setelah ini passwordnya saja cukup untuk masuk.</xsl:otherwise></xsl:choose> Ia diberi tahu.</p>
      <p>Pastikan lebih dahulu bahwa yang meminta benar orangnya, misalnya dengan menelepon nomor yang sudah Anda kenal: inilah jalan yang dicoba penipu.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'alasan'"/>
        <xsl:with-param name="petunjuk" select="'Ditampilkan kepada pemilik akun dan dicatat, misalnya “ponsel hilang, sudah dipastikan lewat telepon kantor”'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
