<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan.xsl: an institution's overview of its data balikan: what is in
     force, what was sent, what to do next. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:template match="halaman" mode="judul">Data Balikan</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Data yang lembaga Anda simpan untuk sebuah NIK, misalnya nomor nasabah, dikirim balik ke Ditjen Dukcapil.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:apply-templates select="tunggakan"/>
  <xsl:apply-templates select="lanjut"/>
  <xsl:apply-templates select="ikhtisar"/>
  <xsl:if test="ikhtisar/@versi">
    <section class="kotak" aria-labelledby="judul-cara">
      <h2 id="judul-cara">Tiga cara mengirim</h2>
      <ul>
        <li><a href="/balikan/unggah">Upload Data</a>: berkas CSV atau XLSX, juga yang dikompres gzip; dilanjutkan sendiri bila jaringan terputus. Isi <a href="/balikan/templat?jenis=xlsx">template Excel</a> atau <a href="/balikan/templat?jenis=csv">template CSV</a>.</li>
        <li><a href="/balikan/formulir">Form Online</a>: satu data sekali isi.</li>
        <li><a href="/balikan/layanan">Web Service</a>: dari aplikasi lembaga Anda, tanpa berkas.</li>
      </ul>
      <p>Caranya langkah demi langkah ada di <a href="/panduan/balikan">Panduan data balikan</a> dan di <a href="/panduan#manual">buku manual Ditjen</a>.</p>
    </section>
  </xsl:if>
  <xsl:apply-templates select="terakhir"/>
</xsl:template>

<xsl:template match="tunggakan">
  <div class="pesan awas">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
    <p>
      <b>Lembaga Anda menunggak data balikan: </b>
      <xsl:text>pembaca KTP-el dipakai, tetapi </xsl:text>
      <xsl:choose>
        <xsl:when test="@terakhir">tidak ada kiriman selama lebih dari <xsl:value-of select="@bulan"/> bulan</xsl:when>
        <xsl:otherwise>belum ada kiriman yang barisnya diterima</xsl:otherwise>
      </xsl:choose>
      <xsl:text>. Lembaga yang tidak mengirim dapat kehilangan hak memakai pembaca KTP-el.</xsl:text>
    </p>
  </div>
</xsl:template>

<xsl:template match="lanjut">
  <section class="langkah-lanjut" aria-labelledby="lanjut">
    <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
    <xsl:choose>
      <xsl:when test="@kode = 'parameter'">
        <p>Tetapkan dahulu parameter: kolom apa saja yang lembaga Anda kirim di samping NIK, misalnya NO_CIF atau NO_HP.</p>
        <p class="tombol-baris"><a class="tombol utama" href="/balikan/parameter">Tetapkan parameter</a></p>
      </xsl:when>
      <xsl:when test="@kode = 'gagal'">
        <p>Berkas terakhir, <b><xsl:value-of select="@nama"/></b>, tidak dapat diterima. Lihat sebabnya, perbaiki, lalu kirim ulang.</p>
        <p class="tombol-baris"><a class="tombol utama" href="/balikan/kiriman/{@id}">Lihat sebabnya</a><a class="tombol" href="/balikan/unggah">Upload Data</a></p>
      </xsl:when>
      <xsl:when test="@kode = 'ditolak'">
        <p><xsl:apply-templates select="@ditolak" mode="angka"/> baris dari <b><xsl:value-of select="@nama"/></b> ditolak. Unduh baris itu dengan alasannya, perbaiki, lalu kirim ulang.</p>
        <p class="tombol-baris"><a class="tombol utama" href="/balikan/kiriman/{@id}">Lihat baris yang ditolak</a></p>
      </xsl:when>
      <xsl:when test="@kode = 'jalan'">
        <p>Kiriman Anda sedang dikerjakan. Anda boleh meninggalkan halaman ini; kami kabari setelah selesai.</p>
        <p class="tombol-baris">
          <xsl:choose>
            <xsl:when test="@id"><a class="tombol utama" href="/balikan/kiriman/{@id}">Lihat kemajuannya</a></xsl:when>
            <xsl:otherwise><a class="tombol utama" href="/balikan/kiriman">Lihat kiriman</a></xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:when>
      <xsl:when test="@kode = 'kirim'">
        <p>Parameter sudah ditetapkan. Unduh template-nya, isi, lalu kirim data balikan yang pertama.</p>
        <p class="tombol-baris"><a class="tombol utama" href="/balikan/unggah">Upload Data</a><a class="tombol" href="/balikan/templat?jenis=xlsx">Unduh template Excel</a></p>
      </xsl:when>
      <xsl:when test="@kode = 'tunggak'">
        <p>Kirim data yang baru atau berubah sejak kiriman terakhir.</p>
        <p class="tombol-baris"><a class="tombol utama" href="/balikan/unggah">Upload Data</a></p>
      </xsl:when>
      <xsl:otherwise>
        <p>Tidak ada yang harus dikerjakan sekarang. Kirim data berikutnya begitu ada yang baru atau berubah.</p>
        <p class="tombol-baris"><a class="tombol utama" href="/balikan/unggah">Upload Data</a></p>
      </xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="ikhtisar">
  <section class="kotak" aria-labelledby="judul-ikhtisar">
    <h2 id="judul-ikhtisar">Data lembaga Anda</h2>
    <dl class="ringkasan">
      <div><dt>Baris data balikan</dt><dd><xsl:apply-templates select="@baris" mode="angka"/></dd></div>
      <div>
        <dt>Terakhir mengirim</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="@terakhir"><xsl:apply-templates select="@terakhir" mode="waktu"/></xsl:when>
            <xsl:otherwise>Belum pernah</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
      <div>
        <dt>Parameter yang berlaku</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="@versi">
              <xsl:text>NIK</xsl:text>
              <xsl:for-each select="kolom"><xsl:value-of select="concat(', ', @nama)"/></xsl:for-each>
              <br/><small>versi <xsl:value-of select="@versi"/>, sejak <xsl:apply-templates select="@sejak" mode="tanggal"/> – <a href="/balikan/parameter">Setting Parameter</a></small>
            </xsl:when>
            <xsl:otherwise>Belum ditetapkan</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
    </dl>
    <ul class="hitungan">
      <li><a href="/balikan/kiriman"><b><xsl:apply-templates select="@jalan" mode="angka"/></b> kiriman sedang dikerjakan</a></li>
      <li><a href="/balikan/kiriman?status=gagal"><b><xsl:apply-templates select="@gagal" mode="angka"/></b> berkas gagal dalam 30 hari</a></li>
    </ul>
  </section>
</xsl:template>

<xsl:template match="terakhir">
  <section class="kotak" aria-labelledby="judul-terakhir">
    <h2 id="judul-terakhir">Kiriman terakhir</h2>
    <xsl:choose>
      <xsl:when test="baris">
        <table class="tabel padat">
          <caption class="semu">Lima kiriman terakhir</caption>
          <xsl:call-template name="kepala-kiriman"/>
          <tbody><xsl:apply-templates select="baris" mode="kiriman"/></tbody>
        </table>
        <p><a href="/balikan/kiriman">Semua kiriman</a></p>
      </xsl:when>
      <xsl:otherwise><p>Belum ada kiriman.</p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

</xsl:stylesheet>
