<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-serah.xsl: handover to the producer's representative (P-16). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">Serah terima</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="form kotak" action="/proses/{proses/@id}/serah-terima">
    <xsl:call-template name="form-rahasia"/>
    <xsl:apply-templates select="proses" mode="singkat"/>
    <p>Cocokkan kartu identitas dan surat tugas wakil <b><xsl:value-of select="proses/@produsen"/></b>. Kartu dan BAST tidak diserahkan kepada perantara atau lembaga pengguna.</p>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nama'"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'identitas'"/>
      <xsl:with-param name="petunjuk" select="'Nomor kartu identitas, tanpa spasi'"/>
      <xsl:with-param name="lebar" select="20"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'jabatan'"/>
      <xsl:with-param name="petunjuk" select="'Jabatannya pada produsen'"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-radio">
      <xsl:with-param name="nama" select="'mewakili'"/>
      <xsl:with-param name="opsi" select="concat('|produsen=Produsen: ', translate(proses/@produsen, '|=', '  '), '|reseller=Perantara (reseller)|lembaga=Lembaga pengguna|')"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-tanggal">
      <xsl:with-param name="nama" select="'tanggal'"/>
      <xsl:with-param name="label" select="'Tanggal serah terima'"/>
      <xsl:with-param name="nilai" select="@hari-ini"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Catat serah terima'"/>
      <xsl:with-param name="batal" select="concat('/proses/', proses/@id)"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
