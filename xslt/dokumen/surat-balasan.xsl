<?xml version="1.0" encoding="UTF-8"?>
<!-- surat-balasan.xsl - the reply to the producer's letter, once the cards
     are personalised.  The document XML is told in bagian.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian.xsl"/>

<xsl:template name="judul-berkas">Surat Balasan Personalisasi Kartu SAM</xsl:template>

<xsl:template name="isi">
  <berdampingan>
    <sisi lebar="92">
      <ringkasan lebar-label="20">
        <butir label="Nomor"><xsl:call-template name="nomor"/></butir>
        <butir label="Sifat">
          <xsl:choose>
            <xsl:when test="@sifat != ''"><xsl:value-of select="@sifat"/></xsl:when>
            <xsl:otherwise>Biasa</xsl:otherwise>
          </xsl:choose>
        </butir>
        <butir label="Lampiran">
          <xsl:choose>
            <xsl:when test="@lampiran != ''"><xsl:value-of select="@lampiran"/></xsl:when>
            <xsl:otherwise>–</xsl:otherwise>
          </xsl:choose>
        </butir>
        <butir label="Hal" tebal="ya">Personalisasi Kartu SAM <xsl:value-of select="lembaga/@nama"/></butir>
      </ringkasan>
    </sisi>
    <sisi>
      <paragraf bawah="4"><xsl:call-template name="tempat-tanggal"/></paragraf>
      <paragraf bawah="0">Kepada</paragraf>
      <paragraf bawah="0">Yth. Pimpinan <xsl:value-of select="produsen/@nama"/></paragraf>
      <paragraf bawah="0">di</paragraf>
      <paragraf inden="6"><xsl:value-of select="produsen/@kota"/></paragraf>
    </sisi>
  </berdampingan>
  <jarak tinggi="6"/>

  <paragraf rata="penuh" inden="12" bawah="2.5">
    <xsl:text>Menindaklanjuti surat Saudara</xsl:text>
    <xsl:if test="proses/@nomor-surat != ''"> Nomor <xsl:value-of select="proses/@nomor-surat"/></xsl:if>
    <xsl:if test="proses/@tanggal-surat != ''">
      <xsl:text> tanggal </xsl:text>
      <xsl:call-template name="tanggal">
        <xsl:with-param name="iso" select="proses/@tanggal-surat"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text> hal permohonan personalisasi kartu </xsl:text>
    <miring>Secure Access Module</miring>
    <xsl:text> (SAM), dengan hormat kami sampaikan beberapa hal sebagai berikut:</xsl:text>
  </paragraf>
  <daftar jenis="angka" rata="penuh">
    <butir bawah="1.5">
      <xsl:text>Permohonan personalisasi kartu SAM untuk lembaga pengguna </xsl:text>
      <tebal><xsl:value-of select="lembaga/@nama"/></tebal>
      <xsl:text> sebanyak </xsl:text>
      <tebal>
        <xsl:call-template name="jumlah">
          <xsl:with-param name="angka" select="proses/@jumlah"/>
        </xsl:call-template>
      </tebal>
      <xsl:text> dengan fungsi </xsl:text>
      <xsl:call-template name="fungsi"/>
      <xsl:text> telah kami terima dan setujui, serta dicatat dengan kode tiket </xsl:text>
      <tebal><xsl:value-of select="proses/@tiket"/></tebal>
      <xsl:text>.</xsl:text>
    </butir>
    <butir bawah="1.5">
      <xsl:text>Personalisasi dilaksanakan oleh Subdirektorat Keamanan Informasi</xsl:text>
      <xsl:if test="proses/@tanggal-mulai != ''">
        <xsl:text> mulai tanggal </xsl:text>
        <xsl:call-template name="tanggal">
          <xsl:with-param name="iso" select="proses/@tanggal-mulai"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:text> dan telah selesai</xsl:text>
      <xsl:if test="proses/@tanggal-selesai != ''">
        <xsl:text> pada tanggal </xsl:text>
        <xsl:call-template name="tanggal">
          <xsl:with-param name="iso" select="proses/@tanggal-selesai"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </butir>
    <butir bawah="1.5">
      <xsl:text>Penyerahan kartu SAM dituangkan dalam Berita Acara Serah Terima</xsl:text>
      <xsl:if test="proses/@nomor-bast != ''"> Nomor <xsl:value-of select="proses/@nomor-bast"/></xsl:if>
      <xsl:text> dan hanya dilakukan kepada wakil yang ditunjuk oleh produsen dengan menunjukkan kartu identitas, tidak melalui penjual perantara maupun lembaga pengguna.</xsl:text>
    </butir>
    <butir bawah="1.5">Perangkat pembaca KTP-el yang telah dipasangi kartu SAM agar didaftarkan untuk diaktivasi oleh lembaga pengguna sebelum dipergunakan.</butir>
  </daftar>
  <utuh>
    <paragraf rata="penuh" inden="12" bawah="6">Demikian disampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.</paragraf>
    <tanda-tangan letak="kanan" lebar="86">
      <xsl:call-template name="tanda-tangan-pejabat"/>
    </tanda-tangan>
  </utuh>
  <xsl:call-template name="tembusan"/>
</xsl:template>

</xsl:stylesheet>
