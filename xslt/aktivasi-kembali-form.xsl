<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kembali-form.xsl: an institution declares that it removes SAM
     cards and gives them back (A-10). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kembali.xsl"/>

<xsl:template match="halaman" mode="judul">Kembalikan kartu</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Nyatakan kartu SAM yang dilepas dari pembacanya. Berita acaranya langsung terbit dengan kode QR, untuk dikirim bersama kartu.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/aktivasi/kembali/baru" role="search">
    <div class="saring-ruas saring-cari">
      <label for="s-cari">Cari kartu: seri kartu atau mesin, SAM ID, atau nama tempat</label>
      <input id="s-cari" type="search" name="cari" autocomplete="off" enterkeyhint="search" value="{calon/@cari}"/>
    </div>
    <button class="tombol" type="submit">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
      <xsl:text>Cari</xsl:text>
    </button>
    <xsl:if test="calon/@cari">
      <a class="tombol polos" href="/aktivasi/kembali/baru">Semua kartu</a>
    </xsl:if>
  </form>
  <form action="/aktivasi/kembali">
    <xsl:call-template name="form-rahasia"/>
    <input type="hidden" name="cari" value="{calon/@cari}"/>
    <h2>Kartu yang dikembalikan</h2>
    <xsl:if test="galat[@ruas = 'kartu']">
      <div class="galat-ruas">
        <xsl:for-each select="galat[@ruas = 'kartu']">
          <p><span class="semu">Galat: </span><xsl:apply-templates select="." mode="galat"/></p>
        </xsl:for-each>
      </div>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="calon/kartu">
        <p class="menampilkan">
          <xsl:if test="calon/@lebih">Lebih dari </xsl:if>
          <xsl:apply-templates select="calon/@total" mode="angka"/>
          <xsl:text> kartu dapat dikembalikan.</xsl:text>
          <xsl:if test="calon/@total &gt; calon/@tampil"> Yang terbaru <xsl:apply-templates select="calon/@tampil" mode="angka"/> ditampilkan; cari yang lain, atau tulis nomor serinya di bawah.</xsl:if>
        </p>
        <xsl:call-template name="tabel-kartu-kembali">
          <xsl:with-param name="kartu" select="calon/kartu"/>
          <xsl:with-param name="pilih" select="true()"/>
          <xsl:with-param name="keterangan" select="'Kartu yang dapat dikembalikan'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <p id="r-kartu" tabindex="-1">
          <xsl:choose>
            <xsl:when test="calon/@cari">Tidak ada kartu yang cocok. Kartu yang sudah dikembalikan atau belum diserahkan tidak ditampilkan.</xsl:when>
            <xsl:otherwise>Lembaga Anda belum mempunyai kartu yang dapat dikembalikan.</xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:otherwise>
    </xsl:choose>
    <div class="kotak form">
      <xsl:call-template name="ruas-paragraf">
        <xsl:with-param name="nama" select="'seri'"/>
        <xsl:with-param name="petunjuk" select="'Kartu lain, satu setiap baris; dapat disalin dari lembar kerja atau dipindai'"/>
        <xsl:with-param name="opsional" select="true()"/>
        <xsl:with-param name="kelas" select="'kode'"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-pilihan">
        <xsl:with-param name="nama" select="'alasan'"/>
        <xsl:with-param name="opsi" select="$alasan-kembali"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'catatan'"/>
        <xsl:with-param name="opsional" select="true()"/>
        <xsl:with-param name="petunjuk" select="'Tercetak pada berita acara'"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'pengirim_nama'"/>
        <xsl:with-param name="petunjuk" select="'Yang menandatangani berita acara untuk lembaga Anda'"/>
        <xsl:with-param name="lengkap" select="'off'"/>
        <xsl:with-param name="lebar" select="30"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'pengirim_jabatan'"/>
        <xsl:with-param name="lengkap" select="'off'"/>
        <xsl:with-param name="lebar" select="30"/>
      </xsl:call-template>
      <p>Manifes kartu tetap berlaku sampai Ditjen Dukcapil menerima kartunya. Sebelum dikirim, pengembalian masih dapat dibatalkan.</p>
      <xsl:call-template name="tombol-baris">
        <xsl:with-param name="teks" select="'Terbitkan berita acara'"/>
        <xsl:with-param name="batal" select="'/aktivasi/kembali'"/>
      </xsl:call-template>
    </div>
  </form>
</xsl:template>

</xsl:stylesheet>
