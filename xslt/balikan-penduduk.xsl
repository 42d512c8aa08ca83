<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-penduduk.xsl: what is known of a NIK (B-17). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:variable name="label" select="'|nik=NIK|keperluan=Keperluan|'"/>

<xsl:template match="halaman" mode="judul">Data Penduduk</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Cari satu NIK: identitasnya, dan apa yang dikirim setiap lembaga tentangnya. Setiap pencarian dicatat dalam log bersama nama Anda dan keperluannya.</p>
</xsl:template>

<xsl:template match="galat[@ruas = 'nik' and (starts-with(@kode, 'nik-') or @kode = 'kosong')]" mode="kalimat">
  <xsl:apply-templates select="@kode" mode="sebab"/>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:apply-templates select="temuan"/>
  <form class="kotak" action="/balikan/penduduk" autocomplete="off">
    <xsl:call-template name="form-rahasia"/>
    <h2><xsl:choose><xsl:when test="temuan">Cari lagi</xsl:when><xsl:otherwise>Cari</xsl:otherwise></xsl:choose></h2>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nik'"/>
      <xsl:with-param name="petunjuk" select="'16 angka'"/>
      <xsl:with-param name="lebar" select="20"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'keperluan'"/>
      <xsl:with-param name="petunjuk" select="'Untuk apa data ini dilihat, misalnya nomor surat pengaduan; paling sedikit 10 huruf'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Cari dan catat'"/>
    </xsl:call-template>
  </form>
</xsl:template>

<xsl:template match="temuan">
  <section class="kotak" aria-labelledby="identitas">
    <h2 id="identitas">NIK <span class="kode"><xsl:value-of select="@nik"/></span></h2>
    <xsl:choose>
      <xsl:when test="identitas">
        <xsl:for-each select="identitas">
          <dl class="ringkasan">
            <div><dt>Nama</dt><dd><xsl:value-of select="@nama"/></dd></div>
            <div><dt>Nomor KK</dt><dd><span class="kode"><xsl:value-of select="@no-kk"/></span></dd></div>
            <div><dt>Tempat, tanggal lahir</dt><dd><xsl:value-of select="concat(@tempat-lahir, ', ')"/><xsl:apply-templates select="@tanggal-lahir" mode="tanggal"/></dd></div>
            <div><dt>Jenis kelamin</dt><dd><xsl:choose><xsl:when test="@jenis-kelamin = 'P'">Perempuan</xsl:when><xsl:otherwise>Laki-laki</xsl:otherwise></xsl:choose></dd></div>
            <div>
              <dt>Alamat</dt>
              <dd>
                <xsl:value-of select="@alamat"/>
                <xsl:for-each select="wilayah"><xsl:value-of select="concat(', ', @nama)"/></xsl:for-each>
              </dd>
            </div>
            <div><dt>Status</dt><dd><xsl:value-of select="substring-before(substring-after('|hidup=Hidup|meninggal=Meninggal|pindah=Pindah ke luar negeri|', concat('|', @status, '=')), '|')"/></dd></div>
          </dl>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><p>Sumber data penduduk tidak mengenal NIK ini.</p></xsl:otherwise>
    </xsl:choose>
  </section>
  <h2>Data balikan</h2>
  <xsl:if test="not(lembaga)"><p>Belum ada lembaga yang mengirim data tentang NIK ini.</p></xsl:if>
  <xsl:for-each select="lembaga">
    <section class="kotak" aria-labelledby="lembaga-{@id}">
      <h3 id="lembaga-{@id}"><a href="/balikan/pantau/{@id}"><xsl:value-of select="@nama"/></a></h3>
      <xsl:call-template name="nilai"/>
      <xsl:if test="lama">
        <details>
          <summary>Nilai sebelumnya (<xsl:value-of select="count(lama)"/>)</summary>
          <xsl:for-each select="lama"><xsl:call-template name="nilai"/></xsl:for-each>
        </details>
      </xsl:if>
    </section>
  </xsl:for-each>
</xsl:template>

<!-- The values of one sending, and which it was. -->
<xsl:template name="nilai">
  <dl class="ringkasan">
    <xsl:for-each select="nilai">
      <div>
        <dt><span class="kode"><xsl:value-of select="@nama"/></span></dt>
        <dd><xsl:choose><xsl:when test=". != ''"><xsl:value-of select="."/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></dd>
      </div>
    </xsl:for-each>
  </dl>
  <p class="petunjuk">
    <a href="/balikan/kiriman/{@kiriman}">Kiriman <xsl:value-of select="@kiriman"/></a>
    <xsl:text> (</xsl:text>
    <xsl:apply-templates select="@sumber" mode="sumber"/>
    <xsl:text>), </xsl:text>
    <xsl:apply-templates select="@waktu" mode="waktu"/>
    <xsl:if test="@diganti"><xsl:text>, diganti </xsl:text><xsl:apply-templates select="@diganti" mode="waktu"/></xsl:if>
    <xsl:value-of select="concat(', parameter versi ', @versi, '.')"/>
  </p>
</xsl:template>

</xsl:stylesheet>
