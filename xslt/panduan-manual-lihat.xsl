<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-manual-lihat.xsl: one manual for the admin: who may download it, its
     editions, show or withdraw (B-18). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/manual.xsl"/>

<xsl:template match="halaman" mode="judul"><xsl:value-of select="manual/@judul"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/panduan">Panduan</a></li>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol utama" href="/panduan/manual/{manual/@id}/ubah">Ubah atau unggah edisi baru</a>
</xsl:template>

<xsl:template match="galat[@kode = 'berubah']" mode="kalimat">Statusnya sudah seperti itu: orang lain mungkin baru saja mengubahnya.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak" aria-labelledby="judul-ringkas">
    <h2 id="judul-ringkas">Buku manual</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'untuk'"/><xsl:with-param name="isi"><xsl:apply-templates select="manual/@untuk" mode="untuk"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'status'"/><xsl:with-param name="muatan"><xsl:apply-templates select="manual/@status" mode="lencana"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Yang diunduh'"/>
        <xsl:with-param name="muatan"><a href="/panduan/manual/{manual/@id}/berkas"><xsl:value-of select="manual/@nama"/></a><xsl:text> (</xsl:text><xsl:apply-templates select="manual" mode="keterangan-berkas"/>)</xsl:with-param>
      </xsl:call-template>
    </dl>
    <form action="/panduan/manual/{manual/@id}/saklar">
      <xsl:call-template name="form-rahasia"/>
      <div class="tombol-baris">
        <xsl:choose>
          <xsl:when test="manual/@status = 'aktif'"><button class="tombol" type="submit" name="aktif" value="tidak">Tarik buku ini</button></xsl:when>
          <xsl:otherwise><button class="tombol" type="submit" name="aktif" value="ya">Tampilkan lagi</button></xsl:otherwise>
        </xsl:choose>
      </div>
    </form>
  </section>
  <section aria-labelledby="judul-edisi">
    <h2 id="judul-edisi">Edisi</h2>
    <table class="tabel">
      <caption class="semu">Semua edisi buku manual ini</caption>
      <thead>
        <tr>
          <th scope="col" class="angka">Edisi</th>
          <th scope="col">Berkas</th>
          <th scope="col" class="angka">Ukuran</th>
          <th scope="col">Diunggah</th>
          <th scope="col">Oleh</th>
          <th scope="col" class="aksi">Tindakan</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="edisi"/></tbody>
    </table>
  </section>
</xsl:template>

<xsl:template match="edisi">
  <tr>
    <td class="angka" data-label="Edisi"><xsl:value-of select="@nomor"/></td>
    <td class="utama" data-label="Berkas"><xsl:value-of select="@nama"/></td>
    <td class="angka" data-label="Ukuran"><xsl:apply-templates select="@bita" mode="bita"/></td>
    <td data-label="Diunggah"><xsl:apply-templates select="@waktu" mode="waktu"/></td>
    <td data-label="Oleh"><xsl:value-of select="@oleh"/></td>
    <td class="aksi">
      <a href="/panduan/manual/{/halaman/manual/@id}/berkas/{@nomor}">Unduh<span class="semu"> edisi <xsl:value-of select="@nomor"/></span></a>
      <xsl:if test="@nomor != /halaman/manual/@edisi">
        <xsl:text> </xsl:text>
        <a href="/panduan/manual/{/halaman/manual/@id}/hapus/{@nomor}">Hapus<span class="semu"> edisi <xsl:value-of select="@nomor"/></span></a>
      </xsl:if>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
