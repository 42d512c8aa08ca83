<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-batal.xsl: cancel a ticket. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Batalkan tiket</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/proses/', proses/@id, '/batal')"/>
    <xsl:with-param name="teks" select="'Ya, batalkan tiket'"/>
    <xsl:with-param name="batal" select="concat('/proses/', proses/@id)"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="proses" mode="singkat"/>
      <p>
        <xsl:text>Tiket ini berakhir di sini dan tidak dapat dihidupkan lagi. Seri kartu yang masih kosong dapat dipakai permintaan lain</xsl:text>
        <xsl:if test="proses/@selesai &gt; 0">
          <xsl:text>; </xsl:text>
          <xsl:apply-templates select="proses/@selesai" mode="angka"/>
          <xsl:text> kartu yang sudah dipersonalisasi masuk daftar pemusnahan</xsl:text>
        </xsl:if>
        <xsl:text>. Jadwal disusun ulang, dan lembaga pengguna serta produsen diberi tahu beserta alasannya.</xsl:text>
      </p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-paragraf">
        <xsl:with-param name="nama" select="'alasan'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
