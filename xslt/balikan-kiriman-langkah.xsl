<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-kiriman-langkah.xsl: before a sending is cancelled or taken back:
     what will happen, and to how many rows. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:variable name="k" select="/halaman/balikan"/>

<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Kiriman ini tidak dapat diurungkan: ada kiriman yang lebih baru.</xsl:template>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="$k/@aksi = 'batal'">Batalkan kiriman</xsl:when>
    <xsl:otherwise>Urungkan kiriman</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:choose>
    <xsl:when test="$k/@penghalang">
      <div class="pesan awas">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
        <p>
          <xsl:text>Kiriman ini tidak dapat diurungkan, karena </xsl:text>
          <a href="/balikan/kiriman/{$k/@penghalang}">kiriman <xsl:value-of select="$k/@penghalang"/></a>
          <xsl:choose>
            <xsl:when test="$k/@satuan"> lebih baru, dan data yang dikirim satu per satu (Form Online, Web Service) tidak dapat diurungkan. Untuk membetulkan baris kiriman ini, kirim lagi baris itu dengan nilai yang benar; nilai lamanya tersimpan.</xsl:when>
            <xsl:otherwise> lebih baru. Urungkan atau batalkan kiriman yang lebih baru lebih dahulu, mulai dari yang terbaru.</xsl:otherwise>
          </xsl:choose>
        </p>
      </div>
      <p><a href="/balikan/kiriman/{$k/@id}">Kembali ke kiriman <xsl:value-of select="$k/@id"/></a></p>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="concat('/balikan/kiriman/', $k/@id, '/', $k/@aksi)"/>
        <xsl:with-param name="batal" select="concat('/balikan/kiriman/', $k/@id)"/>
        <xsl:with-param name="teks">
          <xsl:choose>
            <xsl:when test="$k/@aksi = 'batal'">Ya, batalkan kiriman ini</xsl:when>
            <xsl:otherwise>Ya, urungkan kiriman ini</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="isi">
          <p><b><xsl:apply-templates select="$k" mode="nama-kiriman"/></b>, dikirim <xsl:apply-templates select="$k/@dibuat" mode="waktu"/>.</p>
          <xsl:choose>
            <xsl:when test="$k/@aksi = 'urungkan'">
              <p>Data balikan lembaga Anda kembali seperti sebelum kiriman ini:</p>
              <ul>
                <li><xsl:apply-templates select="$k/@diterima" mode="angka"/> baris baru dihapus;</li>
                <li><xsl:apply-templates select="$k/@diperbarui" mode="angka"/> baris yang diperbarui kembali ke nilai lamanya;</li>
                <li><xsl:apply-templates select="$k/@tetap" mode="angka"/> baris yang sama tidak berubah.</li>
              </ul>
              <p>Ini tidak dapat dibalikkan, kecuali dengan mengirim berkasnya lagi.</p>
            </xsl:when>
            <xsl:when test="$k/@status = 'muat'">
              <p><xsl:value-of select="format-number($k/@diterima + $k/@diperbarui + $k/@tetap, '#.##0', 'id')"/> baris sudah dimuat. Baris itu dikembalikan ke keadaan sebelum kiriman ini, dan sisanya tidak dimuat.</p>
            </xsl:when>
            <xsl:otherwise>
              <p>Belum ada baris yang dimuat. Berkas tidak diperiksa lebih lanjut dan tidak satu baris pun berlaku.</p>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
