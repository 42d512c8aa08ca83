<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-token.xsl: the tokens of an approved request: how they stand,
     and, after they were opened, the tokens themselves (A-02). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:variable name="ke" select="concat('/aktivasi/', /halaman/aktivasi/@id)"/>
<xsl:variable name="buka" select="/halaman/tokens/@pembukaan"/>
<xsl:variable name="status-halaman" select="concat('|siap=info Siap dipakai|kedaluwarsa=awas Kedaluwarsa|terpakai=baik Sudah dipakai|tidak-ada=netral Tidak ada|', substring-after($status-kartu, '|'))"/>

<xsl:template match="halaman" mode="judul">Token kartu</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:apply-templates select="aktivasi" mode="singkat"/>
  <xsl:choose>
    <xsl:when test="$buka">
      <section class="kotak" aria-labelledby="judul-buka">
        <h2 id="judul-buka">Token sedang dibuka</h2>
        <p>Simpan token di tempat yang aman; halaman ini tidak disimpan peramban. Pembukaan ini tercatat pada riwayat permintaan dan berlaku 15 menit, termasuk untuk mengunduh berkasnya. Berkas itu dapat dilengkapi dengan kode wilayah dan koordinat, lalu dikirim pada bagian “Massal” untuk mengaktifkan banyak kartu sekaligus.</p>
        <div class="tombol-baris">
          <form action="{$ke}/token/csv"><xsl:call-template name="rahasia-buka"/><button type="submit" class="tombol utama"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>Unduh CSV</button></form>
          <form action="{$ke}/token/xlsx"><xsl:call-template name="rahasia-buka"/><button type="submit" class="tombol"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>Unduh XLSX</button></form>
          <a class="tombol polos" href="{$ke}">Selesai</a>
        </div>
      </section>
    </xsl:when>
    <xsl:when test="aktivasi/boleh[@aksi = 'token']">
      <section class="langkah-lanjut" aria-labelledby="judul-buka">
        <h2 id="judul-buka">Buka token</h2>
        <p>Token hanya ditampilkan kepada lembaga Anda. Setiap kali dibuka, nama Anda dan waktunya tercatat pada riwayat permintaan.</p>
        <div class="tombol-baris">
          <form action="{$ke}/token"><xsl:call-template name="form-rahasia"/><button type="submit" class="tombol utama">Buka token</button></form>
          <a class="tombol" href="{$ke}/token-ulang">Terbitkan ulang semua</a>
        </div>
      </section>
    </xsl:when>
    <xsl:otherwise>
      <section class="langkah-lanjut" aria-labelledby="judul-buka">
        <h2 id="judul-buka">Keadaan token</h2>
        <p>Token hanya dapat dilihat lembaga pemohon. Bila token bocor atau kedaluwarsa, terbitkan ulang; token lama langsung tidak berlaku.</p>
        <p class="tombol-baris"><a class="tombol" href="{$ke}/token-ulang">Terbitkan ulang semua</a></p>
      </section>
    </xsl:otherwise>
  </xsl:choose>
  <table class="tabel">
    <caption class="semu">Token setiap kartu</caption>
    <thead>
      <tr>
        <th scope="col" class="angka">No.</th>
        <th scope="col">No. Identitas Kartu SAM</th>
        <th scope="col">No. Seri Kartu SAM</th>
        <th scope="col">No. Mesin</th>
        <th scope="col">Outlet</th>
        <xsl:if test="$buka"><th scope="col">Token Kartu SAM</th></xsl:if>
        <th scope="col">Keadaan</th>
        <th scope="col">Berlaku sampai</th>
        <th scope="col" class="aksi">Aksi</th>
      </tr>
    </thead>
    <tbody>
      <xsl:apply-templates select="tokens/kartu"/>
    </tbody>
  </table>
  <xsl:choose>
    <xsl:when test="$buka"><xsl:call-template name="lembar-buka"/></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="lembar">
        <xsl:with-param name="ke" select="concat($ke, '/token')"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="tokens/kartu">
  <tr>
    <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
    <td class="utama" data-label="No. Identitas Kartu SAM"><span class="kode"><xsl:value-of select="@sam-id"/></span></td>
    <td data-label="No. Seri Kartu SAM"><a class="kode" href="/aktivasi/kartu/{@id}"><xsl:value-of select="@seri-kartu"/></a></td>
    <td data-label="No. Mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
    <td data-label="Outlet"><xsl:value-of select="@outlet"/></td>
    <xsl:if test="$buka">
      <td data-label="Token Kartu SAM"><b class="kode rapat"><xsl:choose><xsl:when test="@token"><xsl:value-of select="@token"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></b></td>
    </xsl:if>
    <td data-label="Keadaan"><xsl:apply-templates select="@keadaan" mode="lencana"/></td>
    <td class="rapat" data-label="Berlaku sampai"><xsl:apply-templates select="@berakhir" mode="tanggal"/></td>
    <td class="aksi">
      <xsl:choose>
        <xsl:when test="@status != 'token'"><a href="/aktivasi/kartu/{@id}">Lihat<span class="semu"> kartu <xsl:value-of select="@seri-kartu"/></span></a></xsl:when>
        <xsl:otherwise><a href="{$ke}/token-ulang?kartu={@id}">Terbitkan ulang<span class="semu"> token kartu <xsl:value-of select="@seri-kartu"/></span></a></xsl:otherwise>
      </xsl:choose>
    </td>
  </tr>
</xsl:template>

<xsl:template name="rahasia-buka">
  <xsl:call-template name="form-rahasia"/>
  <input type="hidden" name="pembukaan" value="{$buka}"/>
</xsl:template>

<!-- Pages of one opening go on by forms, because its number is no part of an
     address. -->
<xsl:template name="lembar-buka">
  <div class="daftar-kaki">
    <p class="menampilkan">
      <xsl:text>Menampilkan baris </xsl:text>
      <xsl:apply-templates select="lembar/@dari" mode="angka"/>–<xsl:apply-templates select="lembar/@sampai" mode="angka"/>
      <xsl:text> dari </xsl:text>
      <xsl:apply-templates select="lembar/@jumlah" mode="angka"/>
    </p>
    <xsl:if test="lembar/@banyak &gt; 1">
      <div class="halaman-lain">
        <xsl:if test="lembar/@hal &gt; 1">
          <form action="{$ke}/token"><xsl:call-template name="rahasia-buka"/><button type="submit" class="tombol kecil" name="hal" value="{lembar/@hal - 1}">Sebelumnya</button></form>
        </xsl:if>
        <xsl:if test="lembar/@hal &lt; lembar/@banyak">
          <form action="{$ke}/token"><xsl:call-template name="rahasia-buka"/><button type="submit" class="tombol kecil" name="hal" value="{lembar/@hal + 1}">Berikutnya</button></form>
        </xsl:if>
      </div>
    </xsl:if>
  </div>
</xsl:template>

</xsl:stylesheet>
