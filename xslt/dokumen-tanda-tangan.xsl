<?xml version="1.0" encoding="UTF-8"?>
<!-- dokumen-tanda-tangan.xsl: what is about to be signed, and the password
     that signs it (U-15). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/dokumen.xsl"/>

<xsl:variable name="tunggu" select="/halaman/tanda-tangan/dokumen[boleh/@tanda-tangan]"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="count($tunggu) = 1">Tanda tangani dokumen</xsl:when>
    <xsl:otherwise>Tanda tangani <xsl:value-of select="count($tunggu)"/> dokumen</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/dokumen">Dokumen</a></li>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
</xsl:template>

<xsl:template match="galat[@kode = 'sandi-tunggu']" mode="kalimat">Password atau kode terlalu sering salah. Coba lagi setelah <xsl:value-of select="@nilai"/> menit.</xsl:template>
<xsl:template match="galat[@kode = 'sandi-tunggu']" mode="galat">Password atau kode terlalu sering salah. Coba lagi setelah <xsl:value-of select="@nilai"/> menit.</xsl:template>
<xsl:template match="galat[@kode = 'kode-salah']" mode="kalimat">Kode dari aplikasi autentikator salah atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.</xsl:template>
<xsl:template match="galat[@ruas = '' and @kode = 'tidak-menunggu']" mode="kalimat">Tidak ada yang ditandatangani: salah satu dokumen tidak lagi menunggu tanda tangan, atau keadaan tiketnya sudah berubah. Periksa daftar di bawah ini.</xsl:template>
<xsl:template match="galat[@ruas = '' and @kode = 'kunci-tidak-ada']" mode="kalimat">Kunci tanda tangan elektronik Anda belum dipasang. Hubungi pengelola sistem.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <table class="tabel">
    <caption class="semu">Dokumen yang akan ditandatangani</caption>
    <thead>
      <tr>
        <th scope="col">Jenis dokumen</th>
        <th scope="col">Kode Tiket</th>
        <th scope="col">Perihal</th>
        <th scope="col">Lembaga Pengguna</th>
        <th scope="col">Produsen</th>
        <th scope="col">Status</th>
        <th scope="col" class="aksi">Tindakan</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="tanda-tangan/dokumen">
        <tr>
          <td class="utama" data-label="Jenis dokumen"><xsl:apply-templates select="." mode="sebutan"/></td>
          <td data-label="Kode Tiket"><xsl:value-of select="@tiket"/></td>
          <td data-label="Perihal"><xsl:value-of select="@perihal"/></td>
          <td data-label="Lembaga Pengguna"><xsl:value-of select="@lembaga"/></td>
          <td data-label="Produsen"><xsl:value-of select="@produsen"/></td>
          <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
          <td class="aksi">
            <xsl:choose>
              <xsl:when test="boleh/@konsep">
                <a href="/dokumen/{@id}/konsep">Buka konsep<span class="semu"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="sebutan"/><xsl:value-of select="concat(' ', @tiket)"/></span></a>
              </xsl:when>
              <xsl:otherwise>
                <a href="/dokumen/{@id}">Lihat<span class="semu"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="sebutan"/></span></a>
              </xsl:otherwise>
            </xsl:choose>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <xsl:choose>
    <xsl:when test="$tunggu">
      <div class="konfirmasi utama">
        <p>
          <xsl:text>Dengan memasukkan password, Anda membubuhkan tanda tangan elektronik. Dokumen mendapat nomor dan tanggal hari ini, langsung berlaku, dan dapat diunduh oleh para pihak. Tanda tangan tidak dapat dibatalkan; dokumen yang keliru hanya dapat dicabut atau diganti.</xsl:text>
        </p>
        <form action="{tanda-tangan/@aksi}">
          <xsl:call-template name="form-rahasia"/>
          <xsl:if test="tanda-tangan/@aksi = '/dokumen/tanda-tangan'">
            <xsl:for-each select="$tunggu">
              <input type="hidden" name="dokumen[]" value="{@id}"/>
            </xsl:for-each>
          </xsl:if>
          <xsl:call-template name="ruas-sandi">
            <xsl:with-param name="nama" select="'sandi'"/>
          </xsl:call-template>
          <xsl:if test="tanda-tangan/@kode">
            <xsl:call-template name="ruas-teks">
              <xsl:with-param name="nama" select="'kode'"/>
              <xsl:with-param name="label" select="'Kode 6 angka'"/>
              <xsl:with-param name="petunjuk" select="'Dari aplikasi autentikator Anda'"/>
              <xsl:with-param name="lebar" select="12"/>
              <xsl:with-param name="lengkap" select="'one-time-code'"/>
              <xsl:with-param name="ketik" select="'numeric'"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="tombol-baris">
            <xsl:with-param name="teks" select="'Tanda tangani'"/>
            <xsl:with-param name="batal" select="'/dokumen?tunggu=saya'"/>
          </xsl:call-template>
        </form>
      </div>
    </xsl:when>
    <xsl:otherwise>
      <p><a class="tombol" href="/dokumen?tunggu=saya">Kembali ke daftar</a></p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
