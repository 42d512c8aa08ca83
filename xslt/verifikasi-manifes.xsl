<?xml version="1.0" encoding="UTF-8"?>
<!-- verifikasi-manifes.xsl: what anybody may learn of a manifest, reached by
     the QR code on its sheet (A-07, A-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>

<xsl:variable name="label" select="'|status=Status|lembaga=Lembaga Pengguna|mesin=Nomor seri perangkat|fungsi=Fungsi|berlaku=Masa berlaku|diterbitkan=Diterbitkan|tidak-berlaku=Tidak berlaku sejak|kode=Nomor manifes|penerbit=Penerbit|'"/>
<xsl:variable name="status-halaman" select="'|berlaku=baik Berlaku|dicabut=buruk Dicabut|diganti=netral Diganti|berakhir=netral Berakhir|'"/>
<!-- Why it is not in force. -->
<xsl:variable name="sebab" select="'|pindah=perangkat dipindahkan atau datanya diubah|perpanjangan=perjanjian kerja sama diperpanjang|pemulihan=penangguhan dicabut|penangguhan=kartu SAM ditangguhkan|pengembalian=kartu SAM dikembalikan|perjanjian=perjanjian kerja sama berakhir|'"/>

<xsl:template match="halaman" mode="judul">Verifikasi manifes</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Manifes perangkat pembaca KTP-el</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="manifes" mode="keadaan"/>
  <div class="dua">
    <xsl:apply-templates select="manifes" mode="rincian"/>
    <section class="kotak">
      <h2>Punya berkas XML-nya?</h2>
      <p>Tanda tangan elektroniknya (ECDSA P‑256, SHA‑256) dapat diperiksa sendiri dengan perkakas umum:</p>
      <p><code>xmlsec1 --verify --enabled-key-data key-name --pubkey-cert-pem sertifikat.pem manifes.xml</code></p>
      <p class="petunjuk">Nomor manifes di dalam berkas harus sama dengan yang di halaman ini.</p>
      <ul class="berkas-baris">
        <li><a href="/aktivasi/sertifikat.pem" download="sertifikat.pem">Sertifikat penerbit manifes (PEM)</a></li>
        <li><a href="/aktivasi/daftar-cabut.xml">Daftar manifes yang tidak berlaku (XML)</a></li>
      </ul>
      <p class="tombol-baris"><a class="tombol" href="/verifikasi">Periksa dokumen lain</a></p>
    </section>
  </div>
</xsl:template>

<xsl:template match="manifes" mode="keadaan">
  <xsl:variable name="baik" select="@status = 'berlaku'"/>
  <div role="status">
    <xsl:attribute name="class">
      <xsl:choose>
        <xsl:when test="$baik">pesan baik</xsl:when>
        <xsl:otherwise>pesan awas</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:call-template name="ikon">
      <xsl:with-param name="nama" select="substring('centangawas', 1 + 7 * not($baik), 4 + 3 * $baik)"/>
    </xsl:call-template>
    <p>
      <xsl:choose>
        <xsl:when test="$baik"><b>Manifes tercatat dan berlaku.</b> Cocokkan rincian di bawah ini dengan yang tertulis pada Lembar Manifest dan pada perangkat.</xsl:when>
        <xsl:when test="@status = 'diganti'"><b>Manifes tidak berlaku lagi: sudah diganti</b> dengan manifes lain<xsl:apply-templates select="." mode="sebab"/>.</xsl:when>
        <xsl:when test="@status = 'dicabut'"><b>Manifes tidak berlaku: sudah dicabut</b><xsl:apply-templates select="." mode="sebab"/>. Perangkat tidak boleh dipergunakan dengannya.</xsl:when>
        <xsl:otherwise><b>Manifes tidak berlaku lagi: masanya sudah berakhir</b><xsl:apply-templates select="." mode="sebab"/>.</xsl:otherwise>
      </xsl:choose>
    </p>
  </div>
</xsl:template>

<xsl:template match="manifes" mode="sebab">
  <xsl:if test="@sebab">
    <xsl:value-of select="concat(' (', substring-before(substring-after($sebab, concat('|', @sebab, '=')), '|'), ')')"/>
  </xsl:if>
</xsl:template>

<xsl:template match="manifes" mode="rincian">
  <section class="kotak">
    <h2>Rincian manifes</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'status'"/>
        <xsl:with-param name="muatan"><xsl:apply-templates select="@status" mode="lencana"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'kode'"/>
        <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@kode"/></span></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="@lembaga"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'mesin'"/>
        <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'fungsi'"/>
        <xsl:with-param name="isi">
          <xsl:choose>
            <xsl:when test="@fungsi = 'RW'">Baca dan tulis (RW)</xsl:when>
            <xsl:otherwise>Baca (R)</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'berlaku'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@berlaku-dari" mode="tanggal"/> s.d. <xsl:apply-templates select="@berlaku-sampai" mode="tanggal"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'diterbitkan'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@diterbitkan" mode="waktu"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="@tidak-berlaku">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="nama" select="'tidak-berlaku'"/>
          <xsl:with-param name="isi"><xsl:apply-templates select="@tidak-berlaku" mode="waktu"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'penerbit'"/><xsl:with-param name="isi" select="/halaman/kantor/@nama"/></xsl:call-template>
    </dl>
    <p class="petunjuk">Nama lembaga dan nomor seri disamarkan.</p>
  </section>
</xsl:template>

</xsl:stylesheet>
