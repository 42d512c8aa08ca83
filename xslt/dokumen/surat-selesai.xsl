<?xml version="1.0" encoding="UTF-8"?>
<!-- surat-selesai.xsl - the statement that personalisation is complete.
     The document XML is told in bagian.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian.xsl"/>

<xsl:template name="judul-berkas">Surat Keterangan Selesai Personalisasi</xsl:template>

<xsl:template name="isi">
  <xsl:call-template name="kepala">
    <xsl:with-param name="baris-1">SURAT KETERANGAN</xsl:with-param>
    <xsl:with-param name="baris-2">SELESAI PERSONALISASI KARTU SAM</xsl:with-param>
  </xsl:call-template>

  <paragraf bawah="2">Yang bertanda tangan di bawah ini:</paragraf>
  <ringkasan lebar-label="40" bawah="3">
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
      <xsl:with-param name="label">Pangkat/golongan</xsl:with-param>
      <xsl:with-param name="nilai" select="penandatangan/@pangkat"/>
    </xsl:call-template>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Jabatan</xsl:with-param>
      <xsl:with-param name="nilai" select="penandatangan/@jabatan"/>
    </xsl:call-template>
  </ringkasan>
  <paragraf rata="penuh" bawah="2">dengan ini menerangkan bahwa personalisasi kartu <miring>Secure Access Module</miring> (SAM) untuk permohonan di bawah ini telah selesai dilaksanakan:</paragraf>
  <ringkasan lebar-label="40" bawah="3">
    <xsl:call-template name="butir-perkara"/>
    <xsl:if test="proses/@tanggal-mulai != ''">
      <butir label="Mulai dikerjakan">
        <xsl:call-template name="tanggal">
          <xsl:with-param name="iso" select="proses/@tanggal-mulai"/>
        </xsl:call-template>
      </butir>
    </xsl:if>
    <xsl:if test="proses/@tanggal-selesai != ''">
      <butir label="Selesai dikerjakan">
        <xsl:call-template name="tanggal">
          <xsl:with-param name="iso" select="proses/@tanggal-selesai"/>
        </xsl:call-template>
      </butir>
    </xsl:if>
    <butir label="Jumlah berhasil" tebal="ya">
      <xsl:call-template name="jumlah">
        <xsl:with-param name="angka" select="proses/@jumlah"/>
      </xsl:call-template>
    </butir>
    <xsl:if test="proses/@jumlah-gagal &gt; 0">
      <butir label="Kartu gagal">
        <xsl:call-template name="jumlah">
          <xsl:with-param name="angka" select="proses/@jumlah-gagal"/>
        </xsl:call-template>
        <xsl:text>, telah diganti dan dicatat untuk dimusnahkan</xsl:text>
      </butir>
    </xsl:if>
  </ringkasan>
  <paragraf rata="penuh" bawah="2.5">
    <xsl:text>Seluruh kartu tersebut telah diperiksa dan berfungsi, serta siap diserahterimakan kepada </xsl:text>
    <xsl:value-of select="produsen/@nama"/>
    <xsl:if test="proses/@nomor-bast != ''">
      <xsl:text> dengan Berita Acara Serah Terima Nomor </xsl:text>
      <xsl:value-of select="proses/@nomor-bast"/>
    </xsl:if>
    <xsl:text>. Surat keterangan ini menjadi kelengkapan permohonan aktivasi perangkat pembaca KTP-el.</xsl:text>
  </paragraf>
  <utuh>
    <paragraf rata="penuh" bawah="6">Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.</paragraf>
    <tanda-tangan letak="kanan" lebar="86">
      <paragraf bawah="0.5"><xsl:call-template name="tempat-tanggal"/></paragraf>
      <xsl:call-template name="tanda-tangan-pejabat"/>
    </tanda-tangan>
  </utuh>
  <xsl:call-template name="tembusan"/>
</xsl:template>

</xsl:stylesheet>
