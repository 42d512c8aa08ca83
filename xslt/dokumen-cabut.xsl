<?xml version="1.0" encoding="UTF-8"?>
<!-- dokumen-cabut.xsl: the page before a document is revoked. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/dokumen.xsl"/>

<xsl:template match="halaman" mode="judul">Cabut dokumen?</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/dokumen">Dokumen</a></li>
  <li><a href="/dokumen/{dokumen/@id}"><xsl:apply-templates select="dokumen" mode="sebutan"/></a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:choose>
    <xsl:when test="dokumen/boleh/@cabut">
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="concat('/dokumen/', dokumen/@id, '/cabut')"/>
        <xsl:with-param name="teks" select="'Ya, cabut dokumen'"/>
        <xsl:with-param name="batal" select="concat('/dokumen/', dokumen/@id)"/>
        <xsl:with-param name="isi">
          <p>
            <b><xsl:apply-templates select="dokumen" mode="sebutan"/></b>
            <xsl:choose>
              <xsl:when test="dokumen/@status = 'berlaku'"> akan dinyatakan tidak berlaku. Siapa pun yang memeriksanya di halaman verifikasi akan melihat bahwa dokumen ini dicabut. Nomornya tidak dipakai lagi.</xsl:when>
              <xsl:otherwise> (konsep) akan dibatalkan.</xsl:otherwise>
            </xsl:choose>
            <xsl:choose>
              <xsl:when test="dokumen/@jenis = 'pemusnahan'"> Kartu di dalamnya kembali ke daftar pemusnahan.</xsl:when>
              <xsl:when test="dokumen/@status-proses = 'siap-serah'"> Tiket <xsl:value-of select="dokumen/@tiket"/> kembali ke tahap dokumen sampai penggantinya ditandatangani.</xsl:when>
            </xsl:choose>
          </p>
        </xsl:with-param>
        <xsl:with-param name="ruas">
          <xsl:call-template name="ruas-paragraf">
            <xsl:with-param name="nama" select="'alasan'"/>
            <xsl:with-param name="petunjuk" select="'Ditulis dalam riwayat dan diberitahukan kepada para pihak.'"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <p>Dokumen ini tidak dapat Anda cabut: hanya dokumen yang berlaku yang dapat dicabut, oleh admin atau oleh pejabat yang menandatanganinya.</p>
      <p><a class="tombol" href="/dokumen/{dokumen/@id}">Kembali ke dokumen</a></p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
