<?xml version="1.0" encoding="UTF-8"?>
<!--
  galat-ruas.xsl: the error summary at the top of a page and the sentence of
  each field error (<galat ruas="judul" kode="wajib"/>).  A page may word a
  code of its own:

    <xsl:template match="galat[@kode = 'produsen-nonaktif']" mode="kalimat">
      Produsen ini tidak aktif lagi. Pilih produsen lain.
    </xsl:template>
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="ringkasan-galat">
  <section class="galat-ringkas" aria-labelledby="galat-judul"
    id="galat" tabindex="-1">
    <h2 id="galat-judul">Ada yang perlu diperbaiki</h2>
    <ul>
      <xsl:for-each select="/halaman/galat[position() &lt;= 20]">
        <li>
          <xsl:choose>
            <xsl:when test="@ruas != ''">
              <a href="#r-{@ruas}">
                <xsl:apply-templates select="." mode="galat"/>
              </a>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="." mode="galat"/>
            </xsl:otherwise>
          </xsl:choose>
        </li>
      </xsl:for-each>
    </ul>
    <xsl:if test="count(/halaman/galat) &gt; 20">
      <p>
        <xsl:text>Masih ada </xsl:text>
        <xsl:value-of select="count(/halaman/galat) - 20"/>
        <xsl:text> kesalahan lain; lihat di dekat isiannya.</xsl:text>
      </p>
    </xsl:if>
  </section>
</xsl:template>

<!-- One error with its line number, as in the summary and at the field. -->
<xsl:template match="galat" mode="galat">
  <xsl:if test="@baris">
    <xsl:text>Baris </xsl:text>
    <xsl:apply-templates select="@baris" mode="angka"/>
    <xsl:text>: </xsl:text>
  </xsl:if>
  <xsl:apply-templates select="." mode="kalimat"/>
  <xsl:if test="@nilai != ''">
    <xsl:value-of select="concat(' Anda menulis “', @nilai, '”.')"/>
  </xsl:if>
</xsl:template>

<xsl:template match="galat" mode="kalimat">
  <xsl:variable name="l">
    <xsl:call-template name="label">
      <xsl:with-param name="nama" select="@ruas"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="@kode = 'wajib'"><xsl:value-of select="$l"/> wajib diisi.</xsl:when>
    <xsl:when test="@kode = 'terlalu-panjang'"><xsl:value-of select="$l"/> terlalu panjang<xsl:call-template name="galat-maks"><xsl:with-param name="satuan" select="' karakter'"/></xsl:call-template>.</xsl:when>
    <xsl:when test="@kode = 'terlalu-pendek'"><xsl:value-of select="$l"/> terlalu pendek<xsl:call-template name="galat-min"><xsl:with-param name="satuan" select="' karakter'"/></xsl:call-template>.</xsl:when>
    <xsl:when test="@kode = 'angka'"><xsl:value-of select="$l"/> harus berupa angka bulat, misalnya 250.</xsl:when>
    <xsl:when test="@kode = 'terlalu-kecil'"><xsl:value-of select="$l"/> terlalu kecil<xsl:call-template name="galat-min"/>.</xsl:when>
    <xsl:when test="@kode = 'terlalu-besar'"><xsl:value-of select="$l"/> terlalu besar<xsl:call-template name="galat-maks"/>.</xsl:when>
    <xsl:when test="@kode = 'tanggal'"><xsl:value-of select="$l"/> harus berupa tanggal yang ada, misalnya 2026-11-22.</xsl:when>
    <xsl:when test="@kode = 'pilihan'">Pilih <xsl:value-of select="$l"/> dari daftar yang tersedia.</xsl:when>
    <xsl:when test="@kode = 'format'">Bentuk <xsl:value-of select="$l"/> tidak sesuai. Periksa kembali contoh di atas kotak isian.</xsl:when>
    <xsl:when test="@kode = 'utf8'"><xsl:value-of select="$l"/> berisi karakter yang tidak dapat dibaca. Ketik ulang, jangan menyalin dari program lain.</xsl:when>
    <xsl:when test="@kode = 'email'"><xsl:value-of select="$l"/> harus berupa alamat e-mail, misalnya nama@contoh.go.id.</xsl:when>
    <xsl:when test="@kode = 'telepon'"><xsl:value-of select="$l"/> harus berupa nomor telepon, misalnya 0812 3456 7890.</xsl:when>
    <xsl:when test="@kode = 'ganda'"><xsl:value-of select="$l"/> tertulis lebih dari satu kali.</xsl:when>
    <xsl:when test="@kode = 'sudah-dipakai'"><xsl:value-of select="$l"/> ini sudah dipakai. Gunakan yang lain.</xsl:when>
    <xsl:when test="@kode = 'berkas-wajib'">Pilih berkas untuk <xsl:value-of select="$l"/>.</xsl:when>
    <xsl:when test="@kode = 'berkas-jenis'">Jenis berkas untuk <xsl:value-of select="$l"/> tidak diterima. Periksa jenis berkas yang diminta.</xsl:when>
    <xsl:when test="@kode = 'berkas-besar'">Berkas untuk <xsl:value-of select="$l"/> terlalu besar<xsl:if test="@maks != ''">: paling besar <xsl:apply-templates select="@maks" mode="bita"/></xsl:if>.</xsl:when>
    <xsl:when test="@kode = 'berkas-kosong'">Berkas untuk <xsl:value-of select="$l"/> kosong.</xsl:when>
    <xsl:when test="@kode = 'berkas-rusak'">Berkas untuk <xsl:value-of select="$l"/> rusak atau tidak dapat dibaca.</xsl:when>
    <xsl:when test="@kode = 'tidak-cocok'"><xsl:value-of select="$l"/> tidak sama dengan isian sebelumnya.</xsl:when>
    <xsl:when test="@kode = 'salah'"><xsl:value-of select="$l"/> salah.</xsl:when>
    <xsl:when test="@kode = 'lazim'"><xsl:value-of select="$l"/> terlalu mudah ditebak. Gunakan yang lain.</xsl:when>
    <xsl:when test="@kode = 'berubah'">Data ini sudah diubah oleh orang lain atau dari jendela lain. Buka kembali halamannya untuk melihat keadaan terakhir, lalu ulangi bila masih perlu.</xsl:when>
    <xsl:when test="@ruas = ''">Isian ini belum dapat diterima. Periksa kembali, lalu kirim lagi.</xsl:when>
    <xsl:when test="@kode = 'tidak-ada'"><xsl:value-of select="$l"/> tidak ditemukan.</xsl:when>
    <xsl:otherwise><xsl:value-of select="$l"/> tidak dapat diterima.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="galat-maks">
  <xsl:param name="satuan"/>
  <xsl:if test="@maks != ''">
    <xsl:text>: paling banyak </xsl:text>
    <xsl:apply-templates select="@maks" mode="angka"/>
    <xsl:value-of select="$satuan"/>
  </xsl:if>
</xsl:template>

<xsl:template name="galat-min">
  <xsl:param name="satuan"/>
  <xsl:if test="@min != ''">
    <xsl:text>: paling sedikit </xsl:text>
    <xsl:apply-templates select="@min" mode="angka"/>
    <xsl:value-of select="$satuan"/>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
