<?xml version="1.0" encoding="UTF-8"?>
<!-- dokumen-daftar.xsl: the register of documents as a list (U-13, P-17); an
     official ticks there what he wants to sign at once. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/dokumen.xsl"/>

<xsl:template match="halaman" mode="judul">Dokumen</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Berita acara dan surat yang diterbitkan untuk permintaan kartu SAM.</p>
</xsl:template>

<xsl:template match="pesan[@kode = 'dokumen-ditandatangani-semua']" mode="pesan">Dokumen yang dipilih sudah ditandatangani dan berlaku.</xsl:template>
<xsl:template match="pesan[@kode = 'pilih-dokumen']" mode="pesan">Belum ada dokumen yang dipilih. Beri tanda centang pada dokumen yang akan ditandatangani.</xsl:template>

<xsl:template match="saring[@nama = 'tunggu']" mode="nilai-saring">tanda tangan saya</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/dokumen" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Kode tiket atau awal nomor'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'jenis'"/>
      <xsl:with-param name="opsi" select="$jenis-dokumen"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|draf=Konsep|berlaku=Berlaku|dicabut=Dicabut|diganti=Diganti|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'tahun'"/>
    </xsl:call-template>
    <xsl:if test="sesi/@peran = 'pejabat'">
      <xsl:call-template name="saring-pilihan">
        <xsl:with-param name="nama" select="'tunggu'"/>
        <xsl:with-param name="opsi" select="'|saya=Tanda tangan saya|'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <xsl:choose>
        <xsl:when test="daftar/baris/boleh/@tanda-tangan">
          <form method="get" action="/dokumen/tanda-tangan">
            <xsl:call-template name="tabel-dokumen">
              <xsl:with-param name="pilih" select="true()"/>
            </xsl:call-template>
            <p class="tombol-baris">
              <button class="tombol utama" type="submit">Tanda tangani yang dipilih</button>
            </p>
          </form>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="tabel-dokumen"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada dokumen'"/>
        <xsl:with-param name="teks" select="'Dokumen disiapkan sendiri oleh sistem ketika semua kartu sebuah tiket selesai dipersonalisasi.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="tabel-dokumen">
  <xsl:param name="pilih" select="false()"/>
  <table class="tabel">
    <caption class="semu">Daftar dokumen</caption>
    <thead>
      <tr>
        <xsl:if test="$pilih">
          <th scope="col">Pilih</th>
        </xsl:if>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Jenis dokumen'"/></xsl:call-template>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Nomor'"/></xsl:call-template>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Tanggal'"/></xsl:call-template>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Kode Tiket'"/></xsl:call-template>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Perihal'"/></xsl:call-template>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Penanda tangan'"/></xsl:call-template>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status'"/></xsl:call-template>
        <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Dibuat'"/><xsl:with-param name="urut" select="'dibuat'"/></xsl:call-template>
        <th scope="col" class="aksi">Tindakan</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="daftar/baris">
        <tr>
          <xsl:if test="$pilih">
            <td data-label="Pilih">
              <xsl:if test="boleh/@tanda-tangan">
                <label class="pilih-baris">
                  <input type="checkbox" name="dokumen[]" value="{@id}"/>
                  <span class="semu">
                    <xsl:text>Pilih </xsl:text>
                    <xsl:apply-templates select="." mode="sebutan"/>
                    <xsl:value-of select="concat(' ', @tiket)"/>
                  </span>
                </label>
              </xsl:if>
            </td>
          </xsl:if>
          <td class="utama" data-label="Jenis dokumen">
            <a href="/dokumen/{@id}"><xsl:apply-templates select="@jenis" mode="jenis"/></a>
          </td>
          <td data-label="Nomor">
            <xsl:choose>
              <xsl:when test="@nomor != ''"><xsl:apply-templates select="@nomor" mode="patah"/></xsl:when>
              <xsl:otherwise>–</xsl:otherwise>
            </xsl:choose>
          </td>
          <td class="rapat" data-label="Tanggal">
            <xsl:choose>
              <xsl:when test="@tanggal != ''"><xsl:apply-templates select="@tanggal" mode="tanggal"/></xsl:when>
              <xsl:otherwise>–</xsl:otherwise>
            </xsl:choose>
          </td>
          <td data-label="Kode Tiket">
            <xsl:choose>
              <xsl:when test="@proses"><a href="/proses/{@proses}"><xsl:value-of select="@tiket"/></a></xsl:when>
              <xsl:otherwise>–</xsl:otherwise>
            </xsl:choose>
          </td>
          <td data-label="Perihal"><xsl:value-of select="@perihal"/></td>
          <td data-label="Penanda tangan">
            <xsl:choose>
              <xsl:when test="@jenis = 'bast-kembali'">Segel elektronik</xsl:when>
              <xsl:when test="@penandatangan != ''"><xsl:value-of select="@penandatangan"/></xsl:when>
              <xsl:otherwise>–</xsl:otherwise>
            </xsl:choose>
          </td>
          <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
          <td class="rapat" data-label="Dibuat"><xsl:apply-templates select="@dibuat" mode="tanggal"/></td>
          <td class="aksi">
            <xsl:choose>
              <xsl:when test="boleh/@berkas">
                <a href="/dokumen/{@id}/berkas">Unduh<span class="semu"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="sebutan"/></span></a>
              </xsl:when>
              <xsl:when test="boleh/@tanda-tangan">
                <a href="/dokumen/{@id}/tanda-tangan">Tanda tangani<span class="semu"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="sebutan"/><xsl:value-of select="concat(' ', @tiket)"/></span></a>
              </xsl:when>
              <xsl:when test="boleh/@ajukan">
                <a href="/dokumen/{@id}#ajukan">Ajukan<span class="semu"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="sebutan"/><xsl:value-of select="concat(' ', @tiket)"/></span></a>
              </xsl:when>
              <xsl:otherwise>
                <a href="/dokumen/{@id}">Lihat<span class="semu"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="sebutan"/><xsl:value-of select="concat(' ', @tiket)"/></span></a>
              </xsl:otherwise>
            </xsl:choose>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

</xsl:stylesheet>
