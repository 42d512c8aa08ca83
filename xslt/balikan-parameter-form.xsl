<?xml version="1.0" encoding="UTF-8"?>
<!--
  balikan-parameter-form.xsl: the parameters being changed (B-01).  Each button
  of a row sends the form, which comes back with the rows so; without a script
  nothing else is needed.  aset/parameter.js hides what a kind does not use.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-ruas.xsl"/>

<xsl:variable name="ke" select="'/balikan/parameter/ubah'"/>
<xsl:variable name="banyak" select="count(/halaman/rancangan/baris)"/>
<xsl:variable name="berubah" select="/halaman/galat[@ruas = '' and @kode = 'berubah']"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="rancangan/@dasar = 0">Buat parameter</xsl:when>
    <xsl:otherwise>Ubah parameter</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/balikan">Data Balikan</a></li>
  <li><a href="/balikan/parameter">Setting Parameter</a></li>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'parameter'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Tulis data yang dikirim untuk setiap NIK, menurut urutan kolomnya. NIK selalu menjadi kolom pertama dan tidak perlu ditulis.</p>
</xsl:template>

<!-- Words of errors: of a row ("nama-3"), of the whole. -->
<xsl:template match="galat[contains(@ruas, '-')]" mode="galat">
  <xsl:variable name="ruas" select="substring-before(@ruas, '-')"/>
  <xsl:value-of select="concat('Parameter ', substring-after(@ruas, '-'), ': ')"/>
  <xsl:choose>
    <xsl:when test="$ruas = 'nama' and @kode = 'wajib'">tulis namanya.</xsl:when>
    <xsl:when test="$ruas = 'nama' and @kode = 'terlalu-panjang'">nama paling banyak 40 karakter.</xsl:when>
    <xsl:when test="$ruas = 'nama' and @kode = 'format'">nama hanya boleh berisi huruf A sampai Z, angka, dan garis bawah (_), dan dimulai dengan huruf.</xsl:when>
    <xsl:when test="@kode = 'nik'">kolom NIK selalu ada; beri nama lain.</xsl:when>
    <xsl:when test="$ruas = 'nama' and @kode = 'ganda'">
      <xsl:text>nama </xsl:text>
      <xsl:value-of select="@nilai"/>
      <xsl:text> sudah dipakai parameter lain.</xsl:text>
    </xsl:when>
    <xsl:when test="$ruas = 'jenis'">pilih jenisnya.</xsl:when>
    <xsl:when test="$ruas = 'panjang' and @kode = 'terlalu-besar'">
      <xsl:text>panjang paling banyak </xsl:text>
      <xsl:apply-templates select="@nilai" mode="angka"/>
      <xsl:text>.</xsl:text>
    </xsl:when>
    <xsl:when test="$ruas = 'panjang' and @kode = 'wajib'">tulis panjangnya.</xsl:when>
    <xsl:when test="$ruas = 'panjang'">panjang harus angka bulat, paling sedikit 1.</xsl:when>
    <xsl:when test="$ruas = 'pola' and @kode = 'terlalu-panjang'">pola paling banyak 60 karakter.</xsl:when>
    <xsl:when test="@kode = 'pola-panjang'">pola lebih panjang daripada panjang parameternya.</xsl:when>
    <xsl:when test="$ruas = 'pola'">pola untuk Angka hanya boleh berisi angka, titik, dan tanda minus.</xsl:when>
    <xsl:when test="$ruas = 'pilihan' and @kode = 'wajib'">tulis pilihannya, satu per baris.</xsl:when>
    <xsl:when test="$ruas = 'pilihan' and @kode = 'terlalu-panjang'">semua pilihan bersama paling banyak 2.000 karakter.</xsl:when>
    <xsl:when test="$ruas = 'pilihan' and @kode = 'ganda'">
      <xsl:text>pilihan </xsl:text>
      <xsl:value-of select="@nilai"/>
      <xsl:text> tertulis dua kali.</xsl:text>
    </xsl:when>
    <xsl:otherwise>ada karakter yang tidak dapat dibaca. Ketik ulang, jangan menyalin dari program lain.</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="galat[@kode = 'kosong']" mode="kalimat">Tulis paling sedikit satu parameter.</xsl:template>
<xsl:template match="galat[@kode = 'terlalu-banyak']" mode="kalimat">Paling banyak 60 parameter.</xsl:template>
<xsl:template match="galat[@kode = 'isi-panjang']" mode="galat">
  <xsl:text>Satu baris data memuat paling banyak 4.000 bita, sedangkan semua parameter bersama dapat mencapai </xsl:text>
  <xsl:apply-templates select="@nilai" mode="angka"/>
  <xsl:text> bita. Kurangi panjang parameter Teks: satu karakternya dihitung 4 bita.</xsl:text>
</xsl:template>
<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Parameter sudah diubah orang lain sementara Anda mengisi. Yang Anda tulis masih ada di bawah ini, belum disimpan. Bandingkan dengan yang berlaku sekarang, lalu periksa lagi bila masih perlu.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:call-template name="tapak">
    <xsl:with-param name="langkah" select="'|Parameter|Periksa|'"/>
    <xsl:with-param name="ke" select="1"/>
  </xsl:call-template>
  <xsl:if test="$berubah and parameter">
    <section aria-labelledby="judul-kini">
      <h2 id="judul-kini">
        <xsl:text>Yang berlaku sekarang: versi </xsl:text>
        <xsl:value-of select="concat(parameter/@nomor, ', oleh ', parameter/@oleh)"/>
      </h2>
      <xsl:call-template name="tabel-ruas">
        <xsl:with-param name="judul" select="'Parameter yang berlaku sekarang'"/>
        <xsl:with-param name="ruas" select="parameter/ruas"/>
      </xsl:call-template>
      <h2>Yang Anda tulis</h2>
    </section>
  </xsl:if>
  <form class="form" action="{$ke}">
    <xsl:call-template name="form-rahasia"/>
    <!-- What Enter in a field does: not the first row's buttons. -->
    <button type="submit" class="semu" tabindex="-1" aria-hidden="true" name="aksi" value="periksa">Periksa</button>
    <input type="hidden" name="dasar" value="{rancangan/@dasar}"/>
    <input type="hidden" name="banyak" value="{$banyak}"/>
    <xsl:for-each select="rancangan/baris">
      <xsl:call-template name="baris"/>
    </xsl:for-each>
    <p>
      <button type="submit" class="tombol" name="aksi" value="tambah" formaction="{$ke}#parameter-{$banyak + 1}">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
        <xsl:text>Tambah parameter</xsl:text>
      </button>
    </p>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Lanjut: periksa'"/>
      <xsl:with-param name="nilai" select="'periksa'"/>
      <xsl:with-param name="batal" select="'/balikan/parameter'"/>
    </xsl:call-template>
  </form>
</xsl:template>

<xsl:template name="baris">
  <fieldset class="kotak" id="parameter-{@urut}" data-parameter="{@jenis}">
    <legend><xsl:value-of select="concat('Parameter ', @urut)"/></legend>
    <div class="petak">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="concat('nama-', @urut)"/>
        <xsl:with-param name="label" select="'Nama'"/>
        <xsl:with-param name="petunjuk" select="'Misalnya NO_CIF atau NO_HP.'"/>
        <xsl:with-param name="nilai" select="@nama"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-pilihan">
        <xsl:with-param name="nama" select="concat('jenis-', @urut)"/>
        <xsl:with-param name="label" select="'Jenis'"/>
        <xsl:with-param name="petunjuk" select="'Apa yang diisikan.'"/>
        <xsl:with-param name="opsi" select="$opsi-jenis-ruas"/>
        <xsl:with-param name="nilai" select="@jenis"/>
      </xsl:call-template>
      <div data-untuk="teks angka">
        <xsl:call-template name="ruas-angka">
          <xsl:with-param name="nama" select="concat('panjang-', @urut)"/>
          <xsl:with-param name="label" select="'Panjang'"/>
          <xsl:with-param name="petunjuk" select="'Teks dan Angka: karakter terbanyak.'"/>
          <xsl:with-param name="nilai" select="@panjang"/>
          <xsl:with-param name="satuan" select="'karakter'"/>
        </xsl:call-template>
      </div>
      <div data-untuk="teks angka">
        <xsl:call-template name="ruas-teks">
          <xsl:with-param name="nama" select="concat('pola-', @urut)"/>
          <xsl:with-param name="label" select="'Pola'"/>
          <xsl:with-param name="petunjuk" select="'Teks dan Angka: 9 = satu angka, A = satu huruf, X = huruf atau angka, misalnya AA-9999.'"/>
          <xsl:with-param name="nilai" select="@pola"/>
          <xsl:with-param name="opsional" select="true()"/>
        </xsl:call-template>
      </div>
    </div>
    <div data-untuk="pilihan">
      <xsl:call-template name="ruas-paragraf">
        <xsl:with-param name="nama" select="concat('pilihan-', @urut)"/>
        <xsl:with-param name="label" select="'Daftar pilihan'"/>
        <xsl:with-param name="petunjuk" select="'Hanya untuk jenis Pilihan: satu per baris.'"/>
        <xsl:with-param name="nilai" select="pilihan"/>
        <xsl:with-param name="opsional" select="@jenis != 'pilihan'"/>
        <xsl:with-param name="baris" select="3"/>
      </xsl:call-template>
    </div>
    <xsl:call-template name="ruas-centang">
      <xsl:with-param name="nama" select="concat('wajib-', @urut)"/>
      <xsl:with-param name="label" select="'Wajib diisi'"/>
      <xsl:with-param name="nilai" select="@wajib"/>
    </xsl:call-template>
    <div class="tombol-baris">
      <xsl:if test="position() &gt; 1">
        <button type="submit" class="tombol kecil" name="aksi" value="naik-{@urut}" formaction="{$ke}#parameter-{@urut - 1}">
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'naik'"/></xsl:call-template>
          <xsl:text>Naik</xsl:text>
          <span class="semu"><xsl:value-of select="concat(' parameter ', @urut)"/></span>
        </button>
      </xsl:if>
      <xsl:if test="position() &lt; last()">
        <button type="submit" class="tombol kecil" name="aksi" value="turun-{@urut}" formaction="{$ke}#parameter-{@urut + 1}">
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'turun'"/></xsl:call-template>
          <xsl:text>Turun</xsl:text>
          <span class="semu"><xsl:value-of select="concat(' parameter ', @urut)"/></span>
        </button>
      </xsl:if>
      <button type="submit" class="tombol kecil" name="aksi" value="hapus-{@urut}" formaction="{$ke}#parameter-{@urut}">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'hapus'"/></xsl:call-template>
        <xsl:text>Hapus</xsl:text>
        <span class="semu"><xsl:value-of select="concat(' parameter ', @urut)"/></span>
      </button>
    </div>
  </fieldset>
</xsl:template>

</xsl:stylesheet>
