<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-libur-periksa.xsl: what an .ics file would change, before it does. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:variable name="libur-opsi" select="'|libur=Hari libur nasional|cuti=Cuti bersama|perayaan=Perayaan, bukan hari libur|'"/>
<xsl:template match="@jenis|@lama-jenis" mode="libur">
  <xsl:value-of select="substring-before(substring-after($libur-opsi, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-kapasitas']" mode="kalimat">Dengan perubahan ini tidak ada hari kerja yang cukup untuk kartu yang menunggu.</xsl:template>

<xsl:variable name="label" select="'|perayaan=Ambil juga perayaan yang bukan hari libur, sebagai hari libur nasional|'"/>

<xsl:template match="halaman" mode="judul">Periksa hari libur</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/libur">Hari Libur</a></li>
  <li><a href="/admin/libur/impor">Impor</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:value-of select="concat('Dari ', impor/@berkas, ': ', count(impor/baris[@akibat = 'baru' and @jenis != 'perayaan']), ' hari baru, ', count(impor/baris[@akibat = 'ubah' and @jenis != 'perayaan']), ' berubah, ', count(impor/baris[@akibat = 'sama' and @jenis != 'perayaan']), ' sudah sama.')"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <table class="tabel">
    <caption class="semu">Perubahan dari berkas</caption>
    <thead>
      <tr>
        <th scope="col">Tanggal</th>
        <th scope="col">Hari</th>
        <th scope="col">Nama</th>
        <th scope="col">Jenis</th>
        <th scope="col">Akibat</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="impor/baris">
        <tr>
          <td class="rapat" data-label="Tanggal"><xsl:apply-templates select="@tanggal" mode="tanggal"/></td>
          <td data-label="Hari"><xsl:apply-templates select="@hari" mode="hari"/></td>
          <td class="utama" data-label="Nama">
            <xsl:value-of select="@nama"/>
            <xsl:if test="@akibat = 'ubah'">
              <br/>
              <small>
                <xsl:value-of select="concat('sekarang: ', @lama, ', ')"/>
                <xsl:apply-templates select="@lama-jenis" mode="libur"/>
              </small>
            </xsl:if>
          </td>
          <td data-label="Jenis"><xsl:apply-templates select="@jenis" mode="libur"/></td>
          <td data-label="Akibat">
            <xsl:choose>
              <xsl:when test="@akibat = 'sama'"><span class="lencana netral">Sudah sama</span></xsl:when>
              <xsl:when test="@jenis = 'perayaan'"><span class="lencana netral">Tidak diambil</span></xsl:when>
              <xsl:when test="@akibat = 'ubah'"><span class="lencana awas">Diganti</span></xsl:when>
              <xsl:otherwise><span class="lencana baik">Ditambahkan</span></xsl:otherwise>
            </xsl:choose>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <form class="kotak" action="/admin/libur/impor/{impor/@id}">
    <xsl:call-template name="form-rahasia"/>
    <xsl:if test="impor/baris[@jenis = 'perayaan']">
      <xsl:call-template name="ruas-centang">
        <xsl:with-param name="nama" select="'perayaan'"/>
      </xsl:call-template>
    </xsl:if>
    <p>Rencana personalisasi disusun ulang, dan lembaga yang jadwalnya bergeser diberi tahu. Hari libur lain yang sudah ada tetap.</p>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan hari libur'"/>
      <xsl:with-param name="batal" select="'/admin/libur/impor'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
