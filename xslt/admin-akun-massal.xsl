<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun-massal.xsl: many accounts by a table (U-04): sending it, what
     is wrong in it, and what will be made. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|berkas=Berkas akun|'"/>
<xsl:variable name="kolom" select="'|nama=Nama|username=Username|email=E-mail|telepon=Telepon|peran=Peran|kode_lembaga=Kode lembaga|alamat=Alamat|kota=Kota|provinsi=Provinsi|'"/>
<xsl:variable name="salah" select="/halaman/galat[starts-with(@ruas, 'massal-')]"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="massal">Periksa akun dari berkas</xsl:when>
    <xsl:otherwise>Buat banyak akun</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/akun">Pengguna</a></li>
  <xsl:if test="massal">
    <li><a href="/admin/akun/massal">Buat banyak akun</a></li>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:if test="not(massal)">
    <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:choose>
      <xsl:when test="massal">
        <xsl:text>Semua baris sudah diperiksa: </xsl:text>
        <b><xsl:apply-templates select="massal/@jumlah" mode="angka"/> akun</b>
        <xsl:text> akan dibuat sekaligus. Belum ada yang disimpan.</xsl:text>
      </xsl:when>
      <xsl:otherwise>Seluruh berkas diperiksa lebih dahulu. Bila satu baris saja salah, tidak ada akun yang dibuat.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:choose>
    <xsl:when test="massal"><xsl:apply-templates select="massal"/></xsl:when>
    <xsl:otherwise>
      <xsl:if test="$salah"><xsl:call-template name="laporan"/></xsl:if>
      <xsl:call-template name="kirim"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="kirim">
  <section class="form kotak" aria-labelledby="judul-templat">
    <h2 id="judul-templat">1. Isi templat</h2>
    <p>Satu baris untuk satu orang. Peran: pengguna, produsen, dinas, verifikator, atau admin, sesuai dengan jenis lembaganya; akun pejabat dibuat satu per satu karena memerlukan jabatan dan NIP. Kode lembaga ada di daftar <a href="/admin/lembaga">Lembaga</a>. Alamat, kota, dan provinsi boleh kosong: dipakai alamat lembaganya.</p>
    <ul class="berkas-baris">
      <li><a href="/admin/akun/massal/templat/xlsx"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>Templat XLSX</a></li>
      <li><a href="/admin/akun/massal/templat/csv"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>Templat CSV</a></li>
    </ul>
  </section>
  <form class="form kotak" action="/admin/akun/massal" data-unggah="data-unggah">
    <xsl:call-template name="form-rahasia"><xsl:with-param name="berkas" select="true()"/></xsl:call-template>
    <h2>2. Kirim untuk diperiksa</h2>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'CSV atau XLSX, paling banyak 1.000 baris dan 5 MB. Jangan menulis password: setiap orang menerima tautan untuk membuatnya sendiri.'"/>
      <xsl:with-param name="terima" select="'.csv,.xlsx'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Periksa berkas'"/>
      <xsl:with-param name="batal" select="'/admin/akun'"/>
    </xsl:call-template>
  </form>
</xsl:template>

<!-- What will be made. -->
<xsl:template match="massal">
  <table class="tabel">
    <caption class="semu">Akun yang akan dibuat</caption>
    <thead>
      <tr>
        <th scope="col" class="angka">Baris</th>
        <th scope="col">Nama</th>
        <th scope="col">Username</th>
        <th scope="col">Peran</th>
        <th scope="col">Lembaga</th>
        <th scope="col">E-mail dan telepon</th>
        <th scope="col">Alamat</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="baris">
        <tr>
          <td class="angka" data-label="Baris"><xsl:apply-templates select="@nomor" mode="angka"/></td>
          <td class="utama" data-label="Nama"><xsl:value-of select="@nama"/></td>
          <td data-label="Username"><span class="kode"><xsl:value-of select="@username"/></span></td>
          <td data-label="Peran"><xsl:apply-templates select="@peran" mode="peran"/></td>
          <td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td>
          <td data-label="E-mail dan telepon"><xsl:value-of select="@email"/><br/><xsl:value-of select="@telepon"/></td>
          <td data-label="Alamat"><xsl:value-of select="concat(@alamat, ', ', @kota, ', ', @provinsi)"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <xsl:if test="@jumlah &gt; count(baris)">
    <p>
      <xsl:text>Ditampilkan </xsl:text>
      <xsl:call-template name="angka"><xsl:with-param name="n" select="count(baris)"/></xsl:call-template>
      <xsl:text> baris pertama dari </xsl:text>
      <xsl:apply-templates select="@jumlah" mode="angka"/>
      <xsl:text>; sisanya juga sudah diperiksa.</xsl:text>
    </p>
  </xsl:if>
  <form class="kotak" action="/admin/akun/massal/{@kode}">
    <xsl:call-template name="form-rahasia"/>
    <input type="hidden" name="segel" value="{@segel}"/>
    <p>Semua akun langsung aktif. Setiap pemiliknya menerima tautan yang berlaku 72 jam untuk membuat password pertama.</p>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Buat semua akun'"/>
      <xsl:with-param name="batal" select="'/admin/akun/massal'"/>
    </xsl:call-template>
  </form>
</xsl:template>

<!-- The rows have a table of their own; the summary names the file once. -->
<xsl:template name="ringkasan-galat">
  <section class="galat-ringkas" aria-labelledby="galat-judul" id="galat" tabindex="-1">
    <h2 id="galat-judul">Ada yang perlu diperbaiki</h2>
    <ul>
      <xsl:for-each select="/halaman/galat[not(starts-with(@ruas, 'massal-'))]">
        <li>
          <xsl:choose>
            <xsl:when test="@kode = 'daftar-salah'"><a href="#laporan"><xsl:apply-templates select="." mode="galat"/></a></xsl:when>
            <xsl:when test="@ruas != ''"><a href="#r-{@ruas}"><xsl:apply-templates select="." mode="galat"/></a></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="." mode="galat"/></xsl:otherwise>
          </xsl:choose>
        </li>
      </xsl:for-each>
    </ul>
  </section>
</xsl:template>

<xsl:template name="laporan">
  <xsl:variable name="semua" select="/halaman/galat[@kode = 'daftar-salah']"/>
  <section class="kotak" id="laporan" tabindex="-1" aria-labelledby="judul-laporan">
    <h2 id="judul-laporan">Baris yang perlu diperbaiki</h2>
    <p>
      <xsl:text>Belum ada satu akun pun yang dibuat. Ditampilkan </xsl:text>
      <xsl:call-template name="angka"><xsl:with-param name="n" select="count($salah)"/></xsl:call-template>
      <xsl:text> dari </xsl:text>
      <xsl:apply-templates select="$semua/@baris" mode="angka"/>
      <xsl:text> kesalahan. </xsl:text>
      <a href="{$semua/@nilai}">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
        <xsl:text>Unduh laporan lengkap (CSV)</xsl:text>
      </a>
    </p>
    <table class="tabel">
      <caption class="semu">Baris berkas yang salah</caption>
      <thead><tr><th scope="col" class="angka">Baris</th><th scope="col">Kolom</th><th scope="col">Isi</th><th scope="col">Masalah</th></tr></thead>
      <tbody>
        <xsl:for-each select="$salah">
          <tr>
            <td class="angka" data-label="Baris"><xsl:apply-templates select="@baris" mode="angka"/></td>
            <td data-label="Kolom"><xsl:value-of select="substring-before(substring-after($kolom, concat('|', substring-after(@ruas, 'massal-'), '=')), '|')"/></td>
            <td class="utama" data-label="Isi"><xsl:choose><xsl:when test="@kode = 'ganda'"><xsl:value-of select="substring-before(@nilai, ' (')"/></xsl:when><xsl:when test="@nilai != ''"><xsl:value-of select="@nilai"/></xsl:when><xsl:otherwise>(kosong)</xsl:otherwise></xsl:choose></td>
            <td data-label="Masalah"><xsl:apply-templates select="." mode="masalah"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<xsl:template match="galat" mode="masalah">
  <xsl:choose>
    <xsl:when test="@kode = 'wajib'">Wajib diisi.</xsl:when>
    <xsl:when test="@kode = 'terlalu-pendek'">Terlalu pendek.</xsl:when>
    <xsl:when test="@kode = 'terlalu-panjang'">Terlalu panjang.</xsl:when>
    <xsl:when test="@kode = 'ganda'">Username ini sudah ada pada baris <xsl:value-of select="translate(substring-after(@nilai, ' ('), ')', '')"/>.</xsl:when>
    <xsl:when test="@kode = 'sudah-dipakai'">Username ini sudah dipakai akun lain.</xsl:when>
    <xsl:when test="@kode = 'email'">Bukan alamat e-mail.</xsl:when>
    <xsl:when test="@kode = 'telepon'">Bukan nomor telepon.</xsl:when>
    <xsl:when test="@kode = 'telepon-nol'">Angka nol di depan hilang. Jadikan kolom ini teks, lalu tulis ulang nomornya.</xsl:when>
    <xsl:when test="@kode = 'peran'">Peran tidak dikenal. Tulis pengguna, produsen, dinas, verifikator, atau admin.</xsl:when>
    <xsl:when test="@kode = 'peran-pejabat'">Akun pejabat dibuat satu per satu, karena memerlukan jabatan dan NIP.</xsl:when>
    <xsl:when test="@kode = 'peran-lembaga'">Peran ini tidak cocok dengan jenis lembaganya.</xsl:when>
    <xsl:when test="@kode = 'lembaga-tiada'">Tidak ada lembaga dengan kode ini.</xsl:when>
    <xsl:when test="@kode = 'lembaga-tutup'">Lembaga ini sudah ditutup.</xsl:when>
    <xsl:otherwise><xsl:apply-templates select="." mode="kalimat"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="galat[@kode = 'daftar-salah']" mode="galat">
  <xsl:text>Berkas akun: ada </xsl:text>
  <xsl:apply-templates select="@baris" mode="angka"/>
  <xsl:text> kesalahan pada baris-barisnya. Perbaiki lalu kirim lagi seluruhnya.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'kolom-kurang']" mode="galat">Berkas akun tidak mempunyai kolom “<xsl:value-of select="@nilai"/>”. Baris pertama harus berisi nama-nama kolom, seperti pada templat.</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-baris']" mode="kalimat">Berkas akun tidak berisi satu orang pun.</xsl:template>
<xsl:template match="galat[starts-with(@kode, 'tabel-')]" mode="kalimat">
  <xsl:choose>
    <xsl:when test="@kode = 'tabel-kutip-terbuka' or @kode = 'tabel-sesudah-kutip'">Tanda kutip tidak berpasangan.</xsl:when>
    <xsl:when test="@kode = 'tabel-utf16'">Berkas tersimpan sebagai UTF-16. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-karakter' or @kode = 'tabel-nul'">Ada karakter yang tidak dapat dibaca. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-baris-banyak'">Berkas terlalu panjang: paling banyak 1.000 baris di bawah judul kolom. Bagilah menjadi beberapa berkas.</xsl:when>
    <xsl:when test="@kode = 'tabel-kolom' or @kode = 'tabel-sel-panjang' or @kode = 'tabel-baris-panjang'">Baris ini terlalu panjang.</xsl:when>
    <xsl:otherwise>Berkas akun rusak atau tidak dapat dibaca. Simpan ulang sebagai CSV atau XLSX.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
