<?xml version="1.0" encoding="UTF-8"?>
<!--
  manifes.xsl: "Lembar Manifest", the sheet for the file (A-07).  It is no
  manifest itself: that is the XML.  One that is not in force is printed as a
  draft is, with words of its own and without the QR code.

  Besides what bagian.xsl tells, the document has zona="WIB" and
  <manifes waktu="2026-11-22T12:45" status="" tidak-berlaku=""> with the
  elements of manifes-xml.xsl in it; <tempat> also has the names desa,
  kecamatan, kabkota and provinsi.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian.xsl"/>

<xsl:variable name="tanda-air" select="'TIDAK BERLAKU'"/>
<xsl:variable name="pemberitahuan" select="'TIDAK BERLAKU — manifest ini sudah diganti, dicabut, atau habis masa berlakunya'"/>

<xsl:template name="judul-berkas">Lembar Manifest</xsl:template>

<xsl:template name="kaki-draf">
  <xsl:text>Manifest </xsl:text>
  <xsl:value-of select="@kode"/>
  <xsl:text> tidak berlaku lagi. Keadaannya dapat diperiksa melalui </xsl:text>
  <xsl:value-of select="@alamat-verifikasi"/>
</xsl:template>

<xsl:template name="kaki-asli">
  <xsl:text>Lembar ini menerangkan manifest elektronik yang ditandatangani secara elektronik; keadaannya dapat diperiksa dengan memindai kode QR atau melalui </xsl:text>
  <xsl:value-of select="@alamat-verifikasi"/>
</xsl:template>

<xsl:template name="isi">
  <xsl:apply-templates select="manifes"/>
</xsl:template>

<xsl:template match="manifes">
  <judul bawah="0">LEMBAR MANIFEST</judul>
  <judul bawah="4">PERANGKAT PEMBACA KTP-EL</judul>

  <ringkasan lebar-label="50" bawah="2">
    <butir label="Nomor manifest"><kode><xsl:value-of select="@id"/></kode></butir>
    <butir label="Diterbitkan">
      <xsl:call-template name="saat"><xsl:with-param name="iso" select="@waktu"/></xsl:call-template>
    </butir>
    <butir label="Berlaku" tebal="ya">
      <xsl:call-template name="tanggal"><xsl:with-param name="iso" select="berlaku/@dari"/></xsl:call-template>
      <xsl:text> sampai dengan </xsl:text>
      <xsl:call-template name="tanggal"><xsl:with-param name="iso" select="berlaku/@sampai"/></xsl:call-template>
    </butir>
    <xsl:if test="@tidak-berlaku != ''">
      <butir label="Tidak berlaku sejak" tebal="ya">
        <xsl:call-template name="saat"><xsl:with-param name="iso" select="@tidak-berlaku"/></xsl:call-template>
      </butir>
    </xsl:if>
    <xsl:if test="@menggantikan != ''">
      <butir label="Menggantikan"><kode><xsl:value-of select="@menggantikan"/></kode></butir>
    </xsl:if>
  </ringkasan>

  <xsl:call-template name="bagian"><xsl:with-param name="teks">Kartu SAM dan perangkat</xsl:with-param></xsl:call-template>
  <ringkasan lebar-label="50" bawah="2">
    <butir label="Nomor identitas kartu SAM" tebal="ya"><kode><xsl:call-template name="pasang"><xsl:with-param name="hex" select="kartu/@sam-id"/></xsl:call-template></kode></butir>
    <xsl:if test="kartu/@pcid != ''">
      <butir label="PCID"><kode><xsl:value-of select="kartu/@pcid"/></kode></butir>
    </xsl:if>
    <butir label="Nomor seri kartu"><kode><xsl:value-of select="kartu/@seri"/></kode></butir>
    <butir label="Nomor seri perangkat" tebal="ya"><kode><xsl:value-of select="mesin/@seri"/></kode></butir>
    <butir label="Fungsi">
      <xsl:choose>
        <xsl:when test="kartu/@fungsi = 'RW'">baca dan tulis (RW)</xsl:when>
        <xsl:otherwise>baca (R)</xsl:otherwise>
      </xsl:choose>
    </butir>
  </ringkasan>

  <xsl:call-template name="bagian"><xsl:with-param name="teks">Lembaga pengguna</xsl:with-param></xsl:call-template>
  <ringkasan lebar-label="50" bawah="2">
    <butir label="Nama" tebal="ya"><xsl:value-of select="lembaga/@nama"/></butir>
    <butir label="Kode lembaga"><xsl:value-of select="lembaga/@kode"/></butir>
    <butir label="Perjanjian kerja sama">
      <xsl:text>Nomor </xsl:text>
      <xsl:value-of select="perjanjian/@nomor"/>
      <xsl:text>, berakhir </xsl:text>
      <xsl:call-template name="tanggal"><xsl:with-param name="iso" select="perjanjian/@berakhir"/></xsl:call-template>
    </butir>
  </ringkasan>

  <xsl:call-template name="bagian"><xsl:with-param name="teks">Tempat perangkat</xsl:with-param></xsl:call-template>
  <xsl:apply-templates select="tempat"/>

  <utuh>
    <xsl:choose>
      <xsl:when test="$draf">
        <ruang tinggi="16" bingkai="ya" warna="abu">Manifest ini tidak berlaku; perangkat tidak boleh dipergunakan dengannya.</ruang>
      </xsl:when>
      <xsl:otherwise>
        <qr isi="{../@alamat-verifikasi}" sisi="30" tinggi="34">
          <paragraf bawah="0.8" tebal="ya">Periksa keadaan manifest ini</paragraf>
          <paragraf bawah="0.8">Pindai kode QR dengan kamera ponsel: halaman resmi menunjukkan apakah manifest masih berlaku.</paragraf>
          <paragraf bawah="0" warna="abu" ukuran="8.5">Yang dipasang pada perangkat adalah berkas XML-nya, bertanda tangan elektronik (ECDSA P‑256, SHA‑256). Lembar ini untuk arsip.</paragraf>
        </qr>
      </xsl:otherwise>
    </xsl:choose>
  </utuh>
</xsl:template>

<xsl:template match="tempat">
  <ringkasan lebar-label="50" bawah="5">
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Nama tempat</xsl:with-param>
      <xsl:with-param name="nilai" select="@outlet"/>
      <xsl:with-param name="tebal">ya</xsl:with-param>
    </xsl:call-template>
    <butir label="Alamat"><xsl:value-of select="@alamat"/></butir>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Kelurahan/desa</xsl:with-param>
      <xsl:with-param name="nilai" select="@desa"/>
    </xsl:call-template>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Kecamatan</xsl:with-param>
      <xsl:with-param name="nilai" select="@kecamatan"/>
    </xsl:call-template>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Kabupaten/kota</xsl:with-param>
      <xsl:with-param name="nilai" select="@kabkota"/>
    </xsl:call-template>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Provinsi</xsl:with-param>
      <xsl:with-param name="nilai" select="@provinsi"/>
    </xsl:call-template>
    <butir label="Kode wilayah"><xsl:value-of select="concat(substring(@wilayah, 1, 2), '.', substring(@wilayah, 3, 2), '.', substring(@wilayah, 5, 2), '.', substring(@wilayah, 7))"/></butir>
    <butir label="Koordinat"><xsl:value-of select="concat(translate(@lintang, '-.', '−,'), '°; ', translate(@bujur, '-.', '−,'), '°')"/></butir>
  </ringkasan>
</xsl:template>

<!-- Heading of a group of facts. -->
<xsl:template name="bagian">
  <xsl:param name="teks"/>
  <paragraf tebal="ya" bawah="0.6" ukuran="11"><xsl:value-of select="$teks"/></paragraf>
  <garis/>
</xsl:template>

<!-- "22 November 2026 pukul 12.45 WIB" -->
<xsl:template name="saat">
  <xsl:param name="iso"/>
  <xsl:call-template name="tanggal"><xsl:with-param name="iso" select="$iso"/></xsl:call-template>
  <xsl:value-of select="concat(' pukul ', translate(substring($iso, 12, 5), ':', '.'), ' ', /dokumen/@zona)"/>
</xsl:template>

<!-- 16 hex digits in pairs. -->
<xsl:template name="pasang">
  <xsl:param name="hex"/>
  <xsl:value-of select="substring($hex, 1, 2)"/>
  <xsl:if test="string-length($hex) &gt; 2">
    <xsl:text> </xsl:text>
    <xsl:call-template name="pasang">
      <xsl:with-param name="hex" select="substring($hex, 3)"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
