<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kembali-lihat.xsl: one return (A-10): what next, its BAST, its
     cards, what happened. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kembali.xsl"/>

<xsl:template match="halaman" mode="judul">Pengembalian <xsl:value-of select="pengembalian/@nomor"/></xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="pengembalian/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', pengembalian/@lembaga)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="pengembalian" mode="lanjut"/>
  <div class="dua">
    <section class="kotak">
      <h2>Ringkasan</h2>
      <xsl:apply-templates select="pengembalian" mode="ringkas"/>
    </section>
    <section class="kotak">
      <h2>Riwayat</h2>
      <xsl:apply-templates select="linimasa"/>
    </section>
  </div>
  <h2>Kartu</h2>
  <xsl:call-template name="tabel-kartu-kembali">
    <xsl:with-param name="kartu" select="pengembalian/kartu"/>
    <xsl:with-param name="keterangan" select="'Kartu dalam pengembalian ini'"/>
  </xsl:call-template>
  <xsl:if test="pengembalian/boleh/@batal">
    <section class="kotak tidak-cetak">
      <h2>Koreksi</h2>
      <p class="tombol-baris"><a class="tombol bahaya" href="/aktivasi/kembali/{pengembalian/@id}/batal">Batalkan pengembalian</a></p>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="pengembalian" mode="lanjut">
  <section class="langkah-lanjut" aria-labelledby="lanjut">
    <h2 id="lanjut">
      <xsl:choose>
        <xsl:when test="boleh/@kirim or boleh/@terima">Langkah berikutnya untuk Anda</xsl:when>
        <xsl:otherwise>Keadaan sekarang</xsl:otherwise>
      </xsl:choose>
    </h2>
    <p>
      <xsl:choose>
        <xsl:when test="boleh/@kirim">Cetak berita acara, tanda tangani, dan kirim bersama kartunya kepada Ditjen Dukcapil. Setelah itu catat pengirimannya.</xsl:when>
        <xsl:when test="boleh/@terima">Cocokkan kartu yang tiba dengan berita acaranya. Bila semua cocok, catat penerimaannya.</xsl:when>
        <xsl:when test="@status = 'disusun'">Berita acara sudah terbit. Menunggu lembaga mengirim kartunya.</xsl:when>
        <xsl:when test="@status = 'dikirim'">Kartu dalam pengiriman. Manifesnya dicabut setelah Ditjen Dukcapil menerima kartunya.</xsl:when>
        <xsl:when test="@status = 'diterima'">Ditjen Dukcapil sudah menerima kartunya. Manifesnya sudah dicabut, dan kartunya menunggu dimusnahkan atau sudah dimusnahkan.</xsl:when>
        <xsl:otherwise>Pengembalian ini dibatalkan: <xsl:value-of select="@batal-alasan"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <p class="tombol-baris">
      <xsl:if test="boleh/@kirim"><a class="tombol utama" href="/aktivasi/kembali/{@id}/kirim">Catat pengiriman</a></xsl:if>
      <xsl:if test="boleh/@terima"><a class="tombol utama" href="/aktivasi/kembali/{@id}/terima">Catat penerimaan</a></xsl:if>
      <a class="tombol" href="/dokumen/{@dokumen}/berkas?tampil=ya">Cetak berita acara</a>
    </p>
  </section>
</xsl:template>

</xsl:stylesheet>
