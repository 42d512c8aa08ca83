<?xml version="1.0" encoding="UTF-8"?>
<!-- berita-acara-pemusnahan.xsl - the protocol of cards destroyed before
     witnesses (P-14).  The document XML is told in bagian.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian.xsl"/>

<xsl:template name="judul-berkas">Berita Acara Pemusnahan</xsl:template>

<xsl:template name="isi">
  <xsl:call-template name="kepala">
    <xsl:with-param name="baris-1">BERITA ACARA PEMUSNAHAN</xsl:with-param>
    <xsl:with-param name="baris-2">KARTU SAM</xsl:with-param>
  </xsl:call-template>

  <paragraf rata="penuh">
    <xsl:text>Pada hari ini, </xsl:text>
    <xsl:call-template name="hari-ini"/>
    <xsl:text>, bertempat di </xsl:text>
    <xsl:if test="pemusnahan/@tempat != ''">
      <xsl:value-of select="concat(pemusnahan/@tempat, ', ')"/>
    </xsl:if>
    <xsl:value-of select="@kota"/>
    <xsl:text>, yang bertanda tangan di bawah ini:</xsl:text>
  </paragraf>
  <ringkasan lebar-label="36">
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Nama</xsl:with-param>
      <xsl:with-param name="nilai" select="penandatangan/@nama"/>
      <xsl:with-param name="tebal">ya</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">NIP</xsl:with-param>
      <xsl:with-param name="nilai" select="penandatangan/@nip"/>
    </xsl:call-template>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Jabatan</xsl:with-param>
      <xsl:with-param name="nilai" select="penandatangan/@jabatan"/>
    </xsl:call-template>
  </ringkasan>
  <paragraf rata="penuh">
    <xsl:text>dengan disaksikan oleh para saksi yang namanya tercantum di bawah, telah memusnahkan kartu </xsl:text>
    <miring>Secure Access Module</miring>
    <xsl:text> (SAM) yang rusak, terkunci, gagal, batal dipergunakan, atau dikembalikan sebanyak </xsl:text>
    <tebal>
      <xsl:call-template name="jumlah">
        <xsl:with-param name="angka" select="count(kartu-rusak)"/>
      </xsl:call-template>
    </tebal>
    <xsl:if test="proses/@tiket != ''">
      <xsl:text> dari pekerjaan personalisasi dengan kode tiket </xsl:text>
      <xsl:value-of select="proses/@tiket"/>
    </xsl:if>
    <xsl:text>, dengan cara </xsl:text>
    <xsl:call-template name="cara"/>
    <xsl:text> sehingga tidak dapat dibaca atau dipergunakan kembali, dengan rincian sebagai berikut:</xsl:text>
  </paragraf>
  <tabel ukuran="10">
    <kolom lebar="10" rata="kanan"/>
    <kolom lebar="45" huruf="kode"/>
    <kolom lebar="40"/>
    <kolom lebar="70"/>
    <kepala>
      <sel>No.</sel>
      <sel>Nomor Seri Kartu</sel>
      <sel>Keadaan</sel>
      <sel>Keterangan</sel>
    </kepala>
    <xsl:for-each select="kartu-rusak">
      <baris>
        <sel><xsl:value-of select="position()"/></sel>
        <sel><xsl:value-of select="@seri-kosong"/></sel>
        <sel>
          <xsl:choose>
            <xsl:when test="@keadaan = 'terkunci'">Terkunci</xsl:when>
            <xsl:when test="@keadaan = 'gagal'">Gagal dipersonalisasi</xsl:when>
            <xsl:when test="@keadaan = 'batal'">Permohonan dibatalkan</xsl:when>
            <xsl:when test="@keadaan = 'kembali'">Dikembalikan</xsl:when>
            <xsl:otherwise>Rusak</xsl:otherwise>
          </xsl:choose>
        </sel>
        <sel><xsl:value-of select="@keterangan"/></sel>
      </baris>
    </xsl:for-each>
  </tabel>
  <utuh>
    <paragraf rata="penuh" bawah="4">Demikian Berita Acara Pemusnahan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.</paragraf>
    <xsl:if test="saksi">
      <paragraf tebal="ya" bawah="1.5">Saksi-saksi</paragraf>
      <tabel ukuran="10" bawah="5">
        <kolom lebar="10" rata="kanan"/>
        <kolom lebar="55"/>
        <kolom lebar="55"/>
        <kolom lebar="45"/>
        <kepala>
          <sel>No.</sel>
          <sel>Nama dan NIP</sel>
          <sel>Jabatan</sel>
          <sel>Tanda Tangan</sel>
        </kepala>
        <xsl:for-each select="saksi">
          <baris tinggi="14">
            <sel><xsl:value-of select="position()"/></sel>
            <sel>
              <xsl:value-of select="@nama"/>
              <xsl:if test="@nip != ''"><baris-baru/>NIP <xsl:value-of select="@nip"/></xsl:if>
            </sel>
            <sel><xsl:value-of select="@jabatan"/></sel>
            <sel/>
          </baris>
        </xsl:for-each>
      </tabel>
    </xsl:if>
    <tanda-tangan letak="kanan" lebar="86">
      <paragraf bawah="0.5"><xsl:call-template name="tempat-tanggal"/></paragraf>
      <xsl:call-template name="tanda-tangan-pejabat"/>
    </tanda-tangan>
  </utuh>
</xsl:template>

<xsl:template name="cara">
  <xsl:choose>
    <xsl:when test="pemusnahan/@cara = 'gunting'">digunting pada bagian chip</xsl:when>
    <xsl:when test="pemusnahan/@cara = 'bakar'">dibakar</xsl:when>
    <xsl:when test="pemusnahan/@cara = 'hancur'">dihancurkan dengan mesin penghancur</xsl:when>
    <xsl:otherwise>dirusak secara fisik</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
