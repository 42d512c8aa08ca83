<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kembali-langkah.xsl: sending, receipt, calling off a return: a
     page of its own for each (A-10). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kembali.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="pengembalian/@langkah = 'kirim'">Catat pengiriman</xsl:when>
    <xsl:when test="pengembalian/@langkah = 'terima'">Catat penerimaan</xsl:when>
    <xsl:otherwise>Batalkan pengembalian</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="pengembalian/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', pengembalian/@lembaga)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="pengembalian"/>
</xsl:template>

<xsl:template match="pengembalian[@langkah = 'kirim']">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/aktivasi/kembali/', @id, '/kirim')"/>
    <xsl:with-param name="teks" select="'Catat pengiriman'"/>
    <xsl:with-param name="rupa" select="'utama'"/>
    <xsl:with-param name="batal" select="concat('/aktivasi/kembali/', @id)"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="." mode="ringkas"/>
      <p>Kartu dan berita acara yang sudah ditandatangani dikirim kepada Ditjen Dukcapil. Setelah dicatat terkirim, pengembalian ini hanya dapat dibatalkan oleh Ditjen Dukcapil.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'resi'"/>
        <xsl:with-param name="petunjuk" select="'Misalnya: Pos Indonesia P2411220001, atau diantar langsung'"/>
        <xsl:with-param name="lengkap" select="'off'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="pengembalian[@langkah = 'terima']">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/aktivasi/kembali/', @id, '/terima')"/>
    <xsl:with-param name="teks" select="concat('Ya, ', format-number(@jumlah, '#.##0', 'id'), ' kartu sudah diterima')"/>
    <xsl:with-param name="rupa" select="'utama'"/>
    <xsl:with-param name="batal" select="concat('/aktivasi/kembali/', @id)"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="." mode="ringkas"/>
      <p>Semua kartu dalam berita acara ini sudah ada dan cocok. Setelah dicatat, manifesnya dicabut untuk selamanya, token yang belum terpakai batal, dan kartunya masuk daftar pemusnahan.</p>
      <p>Bila ada yang kurang, batalkan pengembalian ini; lembaga membuat berita acara baru.</p>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="pengembalian">
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/aktivasi/kembali/', @id, '/batal')"/>
    <xsl:with-param name="teks" select="'Ya, batalkan pengembalian'"/>
    <xsl:with-param name="batal" select="concat('/aktivasi/kembali/', @id)"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="." mode="ringkas"/>
      <p>Berita acaranya dicabut dan kartunya bebas lagi. Status kartu dan manifesnya tidak berubah.</p>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <xsl:call-template name="ruas-paragraf">
        <xsl:with-param name="nama" select="'alasan'"/>
        <xsl:with-param name="label" select="'Alasan pembatalan'"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
