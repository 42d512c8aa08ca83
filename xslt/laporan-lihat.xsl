<?xml version="1.0" encoding="UTF-8"?>
<!-- laporan-lihat.xsl: one report: filters, chart, table (U-21).  The figures
     are told in bagian/laporan-kata.xsl, the chart is bagian/laporan.xsl. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/laporan-kata.xsl"/>
<xsl:import href="bagian/laporan.xsl"/>

<xsl:variable name="laporan" select="/halaman/laporan"/>
<xsl:variable name="peran" select="string(/halaman/sesi/@peran)"/>
<xsl:variable name="label" select="'|per=Baris menurut|tgl-dari=Dari tanggal|tgl-sampai=Sampai tanggal|bln-dari=Dari bulan|bln-sampai=Sampai bulan|lembaga=Kode lembaga|produsen=Produsen|status=Status|fungsi=Fungsi|jenis=Jenis lembaga|peran=Peran|sumber=Sumber|langkah=Langkah|prov=Provinsi|kab=Kabupaten/Kota|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:apply-templates select="laporan" mode="judul-laporan"/>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/laporan">Reports</a></li>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <link rel="stylesheet" href="/aset/laporan.css?v={@versi}"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <xsl:if test="laporan/@per and not(galat)">
    <p class="lead">
      <xsl:apply-templates select="laporan" mode="periode"/>
      <xsl:if test="$peran != 'admin' and $peran != 'pejabat'">
        <xsl:text>, </xsl:text><xsl:value-of select="sesi/@lembaga"/>
      </xsl:if>
      <xsl:if test="laporan/@dari">
        <xsl:text>. Dibuat </xsl:text>
        <xsl:apply-templates select="laporan/@dibuat" mode="waktu"/>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </p>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="laporan" mode="saringan"/>
  <xsl:choose>
    <xsl:when test="galat"/>
    <xsl:when test="laporan/baris">
      <xsl:call-template name="daftar-kepala"/>
      <section class="kotak"><xsl:apply-templates select="laporan" mode="grafik"/></section>
      <xsl:apply-templates select="laporan" mode="tabel"/>
      <p class="petunjuk"><xsl:apply-templates select="laporan" mode="catatan"/></p>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada yang dapat dilaporkan'"/>
        <xsl:with-param name="teks" select="'Pilih periode lain, atau kembali setelah ada pekerjaan yang tercatat.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== filters ==== -->

<xsl:template match="laporan" mode="saringan">
  <form class="saringan" method="get" action="/laporan/{@kode}" role="search" aria-label="Saringan laporan">
    <xsl:if test="/halaman/pilihan[@nama = 'per']">
      <xsl:call-template name="pilih">
        <xsl:with-param name="nama" select="'per'"/>
        <xsl:with-param name="peta" select="$per-laporan"/>
        <xsl:with-param name="nilai" select="@per"/>
        <xsl:with-param name="wajib" select="true()"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@kode = 'langkah'">
      <xsl:call-template name="bulan"><xsl:with-param name="nama" select="'bln-dari'"/><xsl:with-param name="nilai" select="@dari"/></xsl:call-template>
      <xsl:call-template name="bulan"><xsl:with-param name="nama" select="'bln-sampai'"/><xsl:with-param name="nilai" select="@sampai"/></xsl:call-template>
      <xsl:if test="not(@per = 'langkah')">
        <xsl:call-template name="pilih-tetap">
          <xsl:with-param name="nama" select="'langkah'"/>
          <xsl:with-param name="opsi" select="$nama-langkah"/>
          <xsl:with-param name="biasa" select="'6'"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
    <xsl:if test="@kode != 'langkah' and @kode != 'pembaca'">
      <xsl:call-template name="tanggal"><xsl:with-param name="nama" select="'tgl-dari'"/><xsl:with-param name="nilai" select="@dari"/></xsl:call-template>
      <xsl:call-template name="tanggal"><xsl:with-param name="nama" select="'tgl-sampai'"/><xsl:with-param name="nilai" select="@sampai"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@kode = 'pembaca'">
      <xsl:call-template name="pilih-nama"><xsl:with-param name="nama" select="'prov'"/></xsl:call-template>
      <xsl:if test="/halaman/pilihan[@nama = 'kab']">
        <xsl:call-template name="pilih-nama"><xsl:with-param name="nama" select="'kab'"/></xsl:call-template>
      </xsl:if>
    </xsl:if>
    <xsl:if test="$peran = 'admin' or $peran = 'pejabat' or ($peran = 'produsen' and @kode != 'akun')">
      <div class="saring-ruas">
        <label for="r-lembaga">Kode lembaga</label>
        <input id="r-lembaga" type="text" name="lembaga" inputmode="numeric" autocomplete="off" maxlength="6" placeholder="Semua">
          <xsl:attribute name="value">
            <xsl:call-template name="isian"><xsl:with-param name="nama" select="'lembaga'"/></xsl:call-template>
          </xsl:attribute>
          <xsl:call-template name="tanda-galat"><xsl:with-param name="nama" select="'lembaga'"/></xsl:call-template>
        </input>
      </div>
    </xsl:if>
    <xsl:if test="/halaman/pilihan[@nama = 'produsen']">
      <xsl:call-template name="pilih-nama"><xsl:with-param name="nama" select="'produsen'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@kode = 'personalisasi'">
      <xsl:call-template name="pilih-tetap">
        <xsl:with-param name="nama" select="'status'"/>
        <xsl:with-param name="opsi">
          <xsl:if test="$peran = 'pengguna' or $peran = 'dinas'">|baru=Draf</xsl:if>
          <xsl:text>|diajukan=Diajukan|disetujui=Disetujui|terdaftar=Terdaftar|dikembalikan=Dikembalikan|diterima=Diterima|ditolak=Ditolak|ditarik=Ditarik|</xsl:text>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@kode = 'personalisasi' or @kode = 'pembaca'">
      <xsl:call-template name="pilih-tetap">
        <xsl:with-param name="nama" select="'fungsi'"/>
        <xsl:with-param name="opsi" select="'|R=R (baca)|RW=RW (baca dan tulis)|'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="(@kode = 'langkah' or @kode = 'balikan') and $peran != 'pengguna' and $peran != 'dinas'">
      <xsl:call-template name="pilih">
        <xsl:with-param name="nama" select="'jenis'"/>
        <xsl:with-param name="awalan" select="'jenis/'"/>
        <xsl:with-param name="peta" select="$kata-kunci"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@kode = 'balikan'">
      <xsl:call-template name="pilih-tetap">
        <xsl:with-param name="nama" select="'sumber'"/>
        <xsl:with-param name="opsi" select="'|berkas=Berkas|formulir=Formulir|layanan=Layanan web|'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@kode = 'akun'">
      <xsl:call-template name="pilih-tetap">
        <xsl:with-param name="nama" select="'peran'"/>
        <xsl:with-param name="opsi" select="'|pengguna=Lembaga pengguna|produsen=Produsen|dinas=Dinas|admin=Admin Ditjen|pejabat=Pejabat|verifikator=Verifikator|pemohon=Pemohon|'"/>
      </xsl:call-template>
    </xsl:if>
    <button class="tombol" type="submit">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
      <xsl:text>Tampilkan</xsl:text>
    </button>
  </form>
</xsl:template>

<!-- What stands in a filter: as typed when something is wrong. -->
<xsl:template name="isian">
  <xsl:param name="nama"/>
  <xsl:param name="nilai" select="/halaman/daftar/saring[@nama = $nama]/@nilai"/>
  <xsl:choose>
    <xsl:when test="/halaman/galat"><xsl:value-of select="/halaman/isian/ruas[@nama = $nama]"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$nilai"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="tanda-galat">
  <xsl:param name="nama"/>
  <xsl:if test="/halaman/galat[@ruas = $nama]">
    <xsl:attribute name="aria-invalid">true</xsl:attribute>
  </xsl:if>
</xsl:template>

<xsl:template name="label-saring">
  <xsl:param name="nama"/>
  <label for="r-{$nama}">
    <xsl:call-template name="label"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
  </label>
</xsl:template>

<!-- A choice among the page's codes, worded by a map. -->
<xsl:template name="pilih">
  <xsl:param name="nama"/>
  <xsl:param name="peta"/>
  <xsl:param name="awalan" select="''"/>
  <xsl:param name="nilai" select="/halaman/daftar/saring[@nama = $nama]/@nilai"/>
  <xsl:param name="wajib" select="false()"/>
  <xsl:variable name="ini">
    <xsl:call-template name="isian">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="nilai" select="$nilai"/>
    </xsl:call-template>
  </xsl:variable>
  <div class="saring-ruas">
    <xsl:call-template name="label-saring"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
    <select id="r-{$nama}" name="{$nama}">
      <xsl:call-template name="tanda-galat"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
      <xsl:if test="not($wajib)"><option value="">Semua</option></xsl:if>
      <xsl:for-each select="/halaman/pilihan[@nama = $nama]/opsi">
        <option value="{@nilai}">
          <xsl:if test="@nilai = $ini"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
          <xsl:call-template name="kata">
            <xsl:with-param name="peta" select="$peta"/>
            <xsl:with-param name="kode" select="concat($awalan, @nilai)"/>
          </xsl:call-template>
        </option>
      </xsl:for-each>
    </select>
  </div>
</xsl:template>

<!-- A choice among names of the page. -->
<xsl:template name="pilih-nama">
  <xsl:param name="nama"/>
  <xsl:variable name="ini">
    <xsl:call-template name="isian"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
  </xsl:variable>
  <div class="saring-ruas">
    <xsl:call-template name="label-saring"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
    <select id="r-{$nama}" name="{$nama}">
      <xsl:call-template name="tanda-galat"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
      <option value="">Semua</option>
      <xsl:call-template name="opsi">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="nilai" select="string($ini)"/>
      </xsl:call-template>
    </select>
  </div>
</xsl:template>

<!-- A choice that is always the same; biasa: what holds when none is made. -->
<xsl:template name="pilih-tetap">
  <xsl:param name="nama"/>
  <xsl:param name="opsi"/>
  <xsl:param name="biasa" select="''"/>
  <xsl:variable name="ini">
    <xsl:call-template name="isian">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="nilai" select="/halaman/laporan/@*[name() = $nama] | /halaman/daftar/saring[@nama = $nama]/@nilai"/>
    </xsl:call-template>
  </xsl:variable>
  <div class="saring-ruas">
    <xsl:call-template name="label-saring"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
    <select id="r-{$nama}" name="{$nama}">
      <xsl:call-template name="tanda-galat"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
      <xsl:if test="$biasa = ''"><option value="">Semua</option></xsl:if>
      <xsl:call-template name="opsi">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="opsi" select="$opsi"/>
        <xsl:with-param name="nilai">
          <xsl:choose>
            <xsl:when test="$ini = ''"><xsl:value-of select="$biasa"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$ini"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </select>
  </div>
</xsl:template>

<xsl:template name="tanggal">
  <xsl:param name="nama"/>
  <xsl:param name="nilai"/>
  <xsl:param name="jenis" select="'date'"/>
  <div class="saring-ruas">
    <xsl:call-template name="label-saring"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
    <input id="r-{$nama}" type="{$jenis}" name="{$nama}">
      <xsl:attribute name="value">
        <xsl:call-template name="isian">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="nilai" select="$nilai"/>
        </xsl:call-template>
      </xsl:attribute>
      <xsl:call-template name="tanda-galat"><xsl:with-param name="nama" select="$nama"/></xsl:call-template>
    </input>
  </div>
</xsl:template>

<xsl:template name="bulan">
  <xsl:param name="nama"/>
  <xsl:param name="nilai"/>
  <xsl:call-template name="tanggal">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="nilai" select="$nilai"/>
    <xsl:with-param name="jenis" select="'month'"/>
  </xsl:call-template>
</xsl:template>

<!-- Chips whose value is a code. -->
<xsl:template match="saring[@nama = 'status' or @nama = 'fungsi' or @nama = 'jenis' or @nama = 'peran' or @nama = 'sumber']" mode="nilai-saring">
  <xsl:call-template name="kata">
    <xsl:with-param name="peta" select="$kata-kunci"/>
    <xsl:with-param name="kode" select="concat(@nama, '/', @nilai)"/>
  </xsl:call-template>
</xsl:template>

<!-- What is wrong with a filter. -->
<xsl:template match="galat[@kode = 'sebelum-awal']" mode="kalimat">Akhir periode mendahului awalnya. Tukar keduanya, atau pilih akhir yang lain.</xsl:template>
<xsl:template match="galat[@kode = 'rentang-hari']" mode="kalimat">Laporan per hari paling panjang 366 hari. Persempit periodenya, atau pilih baris per bulan.</xsl:template>
<xsl:template match="galat[@kode = 'rentang']" mode="kalimat">Periode laporan paling panjang sepuluh tahun. Persempit periodenya.</xsl:template>
<xsl:template match="galat[@kode = 'bulan']" mode="kalimat">
  <xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template>
  <xsl:text> harus berupa bulan yang ada, misalnya 2026-01.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'bukan-anda']" mode="kalimat">Laporan Anda hanya memuat data lembaga Anda sendiri; saringan ini tidak dapat dipakai.</xsl:template>
<xsl:template match="galat[@kode = 'tidak-ada']" mode="kalimat">Tidak ada lembaga dengan kode itu. Tulis enam angka kode lembaga, misalnya 030848.</xsl:template>
<xsl:template match="galat[@kode = 'wilayah']" mode="kalimat">Pilih provinsi, lalu kabupaten/kota di dalamnya, dari daftar.</xsl:template>

<!-- ==== table ==== -->

<xsl:template match="laporan" mode="tabel">
  <xsl:variable name="kolom" select="kolom"/>
  <xsl:variable name="per"><xsl:apply-templates select="." mode="per"/></xsl:variable>
  <table class="tabel">
    <caption class="semu"><xsl:apply-templates select="." mode="hal"/></caption>
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="$per"/></th>
        <xsl:for-each select="kolom">
          <th scope="col" class="angka"><xsl:apply-templates select="." mode="kata"/></th>
        </xsl:for-each>
        <xsl:if test="@per = 'akun'"><th scope="col">Masuk terakhir</th></xsl:if>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="baris">
        <tr>
          <td class="utama" data-label="{$per}">
            <xsl:choose>
              <xsl:when test="@href"><a href="{@href}"><xsl:apply-templates select="." mode="label"/></a></xsl:when>
              <xsl:otherwise><xsl:apply-templates select="." mode="label"/></xsl:otherwise>
            </xsl:choose>
            <xsl:if test="../@per = 'akun'">
              <xsl:text> </xsl:text><small><xsl:value-of select="@kunci"/></small>
            </xsl:if>
          </td>
          <xsl:call-template name="sel"><xsl:with-param name="kolom" select="$kolom"/></xsl:call-template>
          <xsl:if test="../@per = 'akun'">
            <td class="rapat" data-label="Masuk terakhir">
              <xsl:choose>
                <xsl:when test="@waktu"><xsl:apply-templates select="@waktu" mode="waktu"/></xsl:when>
                <xsl:otherwise>–</xsl:otherwise>
              </xsl:choose>
            </td>
          </xsl:if>
        </tr>
      </xsl:for-each>
      <xsl:for-each select="lainnya">
        <tr>
          <td class="utama" data-label="{$per}">Lainnya (<xsl:apply-templates select="@banyak" mode="angka"/>)</td>
          <xsl:call-template name="sel"><xsl:with-param name="kolom" select="$kolom"/></xsl:call-template>
          <xsl:if test="../@per = 'akun'"><td data-label="Masuk terakhir">–</td></xsl:if>
        </tr>
      </xsl:for-each>
    </tbody>
    <xsl:for-each select="jumlah">
      <tfoot>
        <tr>
          <th scope="row" class="utama"><xsl:choose><xsl:when test="../@kode = 'langkah'">Semuanya</xsl:when><xsl:otherwise>Jumlah</xsl:otherwise></xsl:choose></th>
          <xsl:call-template name="sel"><xsl:with-param name="kolom" select="$kolom"/></xsl:call-template>
          <xsl:if test="../@per = 'akun'"><td data-label="Masuk terakhir">–</td></xsl:if>
        </tr>
      </tfoot>
    </xsl:for-each>
  </table>
</xsl:template>

<!-- The figures of a row, each with its heading for phones. -->
<xsl:template name="sel">
  <xsl:param name="kolom"/>
  <xsl:for-each select="n">
    <xsl:variable name="k" select="position()"/>
    <td class="angka">
      <xsl:attribute name="data-label"><xsl:apply-templates select="$kolom[$k]" mode="kata"/></xsl:attribute>
      <xsl:apply-templates select="." mode="angka"/>
    </td>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
