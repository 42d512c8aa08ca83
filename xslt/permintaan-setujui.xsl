<?xml version="1.0" encoding="UTF-8"?>
<!-- permintaan-setujui.xsl: the producer approves, or mends and resubmits,
     with serial list, purchase orders and agreement (P-04, P-05, P-21). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/permintaan.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="permintaan/@status = 'dikembalikan'">Perbaiki dan ajukan ulang</xsl:when>
    <xsl:otherwise>Setujui permintaan</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <xsl:if test="permintaan/alasan and permintaan/@status = 'dikembalikan'">
    <div class="pesan awas">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
      <p><b>Dikembalikan Ditjen Dukcapil dengan alasan: </b><xsl:value-of select="permintaan/alasan"/></p>
    </div>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="p" select="permintaan"/>
  <xsl:variable name="po1" select="$p/pesanan[@urut = 1]"/>
  <xsl:variable name="po2" select="$p/pesanan[@urut = 2]"/>
  <section class="kotak" aria-labelledby="judul-minta">
    <h2 id="judul-minta">Yang diminta</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="isi" select="$p/@nomor"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="$p/@lembaga"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'judul'"/><xsl:with-param name="isi" select="$p/@judul"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'jumlah'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="$p/@jumlah" mode="angka"/> mesin, fungsi <xsl:value-of select="$p/@fungsi"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'berkas'"/>
        <xsl:with-param name="muatan"><a href="/permintaan/{$p/@id}/berkas/surat"><xsl:value-of select="$p/surat/@nama"/></a></xsl:with-param>
      </xsl:call-template>
    </dl>
  </section>

  <form class="kotak" action="/permintaan/{$p/@id}/setujui" data-unggah="">
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <input type="hidden" name="versi" value="{$p/@versi}"/>

    <h2>1. Daftar seri</h2>
    <p>
      <xsl:text>Satu baris untuk satu mesin: seri kartu SAM kosong dan seri mesin, tepat </xsl:text>
      <b><xsl:apply-templates select="$p/@jumlah" mode="angka"/> baris</b>
      <xsl:text>. Unduh contoh: </xsl:text>
      <a href="/permintaan/contoh-seri/xlsx">XLSX</a>
      <xsl:text> atau </xsl:text>
      <a href="/permintaan/contoh-seri/csv">CSV</a>
      <xsl:text>.</xsl:text>
    </p>
    <xsl:if test="$p/@kartu &gt; 0">
      <p>
        <a href="/permintaan/{$p/@id}/kartu">Daftar seri yang tersimpan</a>
        <xsl:text> berisi </xsl:text>
        <xsl:apply-templates select="$p/@kartu" mode="angka"/>
        <xsl:text> kartu dan tetap dipakai bila Anda tidak mengirim yang baru.</xsl:text>
      </p>
    </xsl:if>
    <xsl:if test="galat[@ruas = 'seri-baris']">
      <xsl:call-template name="laporan-seri"/>
    </xsl:if>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'seri-berkas'"/>
      <xsl:with-param name="petunjuk" select="'CSV atau XLSX. Seri 4–32 huruf, angka, atau tanda - . / _ ; spasi diabaikan.'"/>
      <xsl:with-param name="terima" select="'.csv,.xlsx,text/csv'"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-paragraf">
      <xsl:with-param name="nama" select="'seri-ketik'"/>
      <xsl:with-param name="label" select="'Atau ketik / tempel di sini'"/>
      <xsl:with-param name="petunjuk" select="'Satu baris satu mesin: seri kartu;seri mesin'"/>
      <xsl:with-param name="opsional" select="true()"/>
      <xsl:with-param name="baris" select="6"/>
      <xsl:with-param name="kelas" select="'kode'"/>
    </xsl:call-template>

    <h2>2. Surat pesanan</h2>
    <xsl:call-template name="ruas-radio">
      <xsl:with-param name="nama" select="'jalur'"/>
      <xsl:with-param name="opsi" select="'|langsung=Lembaga memesan langsung kepada produsen (satu surat pesanan)|perantara=Melalui perantara (dua surat pesanan)|'"/>
      <xsl:with-param name="nilai" select="substring('langsungperantara', 1 + 8 * boolean($po2), 8 + boolean($po2))"/>
    </xsl:call-template>
    <xsl:call-template name="pesanan">
      <xsl:with-param name="ke" select="1"/>
      <xsl:with-param name="po" select="$po1"/>
    </xsl:call-template>
    <div class="kotak">
    <fieldset class="ruas">
      <legend>Hanya bila melalui perantara</legend>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'perantara'"/>
        <xsl:with-param name="petunjuk" select="'Perantara menerima surat pesanan pertama dari lembaga dan mengirim yang kedua kepada Anda.'"/>
        <xsl:with-param name="nilai" select="$po2/@dari"/>
        <xsl:with-param name="opsional" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="pesanan">
        <xsl:with-param name="ke" select="2"/>
        <xsl:with-param name="po" select="$po2"/>
        <xsl:with-param name="opsional" select="true()"/>
      </xsl:call-template>
    </fieldset>
    </div>

    <h2>3. Perjanjian kerja sama</h2>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'pks'"/>
      <xsl:with-param name="petunjuk" select="'Salinan PKS lembaga: PDF, paling besar 10 MB.'"/>
      <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
      <xsl:with-param name="ada" select="$p/pks/@nama"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks">
        <xsl:choose>
          <xsl:when test="$p/@status = 'dikembalikan'">Ajukan ulang</xsl:when>
          <xsl:otherwise>Setujui dan kirim ke Ditjen</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="batal" select="concat('/permintaan/', $p/@id)"/>
    </xsl:call-template>
  </form>
</xsl:template>

<xsl:template name="pesanan">
  <xsl:param name="ke"/>
  <xsl:param name="po"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:call-template name="ruas-teks">
    <xsl:with-param name="nama" select="concat('po', $ke, '-nomor')"/>
    <xsl:with-param name="nilai" select="$po/@nomor"/>
    <xsl:with-param name="opsional" select="$opsional"/>
    <xsl:with-param name="lebar" select="30"/>
  </xsl:call-template>
  <xsl:call-template name="ruas-tanggal">
    <xsl:with-param name="nama" select="concat('po', $ke, '-tanggal')"/>
    <xsl:with-param name="nilai" select="$po/@tanggal"/>
    <xsl:with-param name="opsional" select="$opsional"/>
  </xsl:call-template>
  <xsl:call-template name="ruas-angka">
    <xsl:with-param name="nama" select="concat('po', $ke, '-jumlah')"/>
    <xsl:with-param name="nilai" select="$po/@jumlah"/>
    <xsl:with-param name="opsional" select="$opsional"/>
    <xsl:with-param name="satuan" select="'mesin'"/>
  </xsl:call-template>
  <xsl:call-template name="ruas-berkas">
    <xsl:with-param name="nama" select="concat('po', $ke, '-berkas')"/>
    <xsl:with-param name="petunjuk" select="'PDF, paling besar 10 MB.'"/>
    <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
    <xsl:with-param name="ada" select="$po/berkas/@nama"/>
    <xsl:with-param name="opsional" select="$opsional"/>
  </xsl:call-template>
</xsl:template>

<!-- == what is wrong with the list == -->

<!-- The rows have a table of their own; the summary names the list once. -->
<xsl:template name="ringkasan-galat">
  <section class="galat-ringkas" aria-labelledby="galat-judul" id="galat" tabindex="-1">
    <h2 id="galat-judul">Ada yang perlu diperbaiki</h2>
    <ul>
      <!-- In the order of the form, which begins with the list. -->
      <xsl:apply-templates select="/halaman/galat[@ruas != 'seri-baris' and starts-with(@ruas, 'seri-')]" mode="butir"/>
      <xsl:apply-templates select="/halaman/galat[not(starts-with(@ruas, 'seri-'))]" mode="butir"/>
    </ul>
  </section>
</xsl:template>

<xsl:template match="galat" mode="butir">
  <li>
    <xsl:choose>
      <xsl:when test="@kode = 'daftar-salah'"><a href="#laporan-seri"><xsl:apply-templates select="." mode="galat"/></a></xsl:when>
      <xsl:when test="@ruas != ''"><a href="#r-{@ruas}"><xsl:apply-templates select="." mode="galat"/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="galat"/></xsl:otherwise>
    </xsl:choose>
  </li>
</xsl:template>

<xsl:template name="laporan-seri">
  <xsl:variable name="semua" select="/halaman/galat[@kode = 'daftar-salah']"/>
  <section id="laporan-seri" tabindex="-1" aria-labelledby="judul-laporan">
    <h3 id="judul-laporan">Baris yang perlu diperbaiki</h3>
    <p>
      <xsl:text>Belum ada satu baris pun yang disimpan. Ditampilkan </xsl:text>
      <xsl:call-template name="angka"><xsl:with-param name="n" select="count(/halaman/galat[@ruas = 'seri-baris'])"/></xsl:call-template>
      <xsl:text> dari </xsl:text>
      <xsl:apply-templates select="$semua/@baris" mode="angka"/>
      <xsl:text> kesalahan. </xsl:text>
      <a href="{$semua/@nilai}">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
        <xsl:text>Unduh laporan lengkap (CSV)</xsl:text>
      </a>
    </p>
    <table class="tabel">
      <caption class="semu">Baris daftar seri yang salah</caption>
      <thead><tr><th scope="col" class="angka">Baris</th><th scope="col">Seri</th><th scope="col">Masalah</th></tr></thead>
      <tbody>
        <xsl:for-each select="/halaman/galat[@ruas = 'seri-baris']">
          <tr>
            <td class="angka" data-label="Baris"><xsl:apply-templates select="@baris" mode="angka"/></td>
            <td class="utama" data-label="Seri"><span class="kode"><xsl:value-of select="@nilai"/></span></td>
            <td data-label="Masalah"><xsl:apply-templates select="." mode="kalimat"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<xsl:variable name="masalah-seri" select="'|kartu-kosong=Seri kartu belum diisi.|mesin-kosong=Seri mesin belum diisi.|kartu-bentuk=Bentuk seri kartu salah: 4–32 huruf, angka, atau - . / _ dengan sedikitnya satu angka.|mesin-bentuk=Bentuk seri mesin salah: 4–32 huruf, angka, atau - . / _ dengan sedikitnya satu angka.|kartu-angka=Seri kartu tersimpan sebagai bilangan sehingga angka terakhirnya hilang. Jadikan kolomnya teks lalu isi ulang.|mesin-angka=Seri mesin tersimpan sebagai bilangan sehingga angka terakhirnya hilang. Jadikan kolomnya teks lalu isi ulang.|kartu-ganda=Seri kartu ini sudah ada di baris sebelumnya.|mesin-ganda=Seri mesin ini sudah ada di baris sebelumnya.|kartu-terpakai=Seri kartu ini sudah dipakai pada permintaan lain.|mesin-terpakai=Seri mesin ini sudah dipakai pada permintaan lain.|'"/>

<xsl:template match="galat[@ruas = 'seri-baris']" mode="kalimat">
  <xsl:value-of select="substring-before(substring-after($masalah-seri, concat('|', @kode, '=')), '|')"/>
</xsl:template>

<xsl:template match="galat[@kode = 'daftar-salah']" mode="galat">
  <xsl:text>Daftar seri: ada </xsl:text>
  <xsl:apply-templates select="@baris" mode="angka"/>
  <xsl:text> kesalahan pada baris-barisnya. Perbaiki lalu kirim lagi seluruh daftarnya.</xsl:text>
</xsl:template>

<xsl:template match="galat[@kode = 'jumlah-seri']" mode="galat">
  <xsl:text>Daftar seri berisi </xsl:text>
  <xsl:apply-templates select="@nilai" mode="angka"/>
  <xsl:text> baris, padahal Jumlah Mesin permintaan ini </xsl:text>
  <xsl:apply-templates select="/halaman/permintaan/@jumlah" mode="angka"/>
  <xsl:text>. Jumlahnya harus sama.</xsl:text>
</xsl:template>

<xsl:template match="galat[@kode = 'dua-cara']" mode="kalimat">Pilih salah satu: kirim berkas daftar seri atau ketik daftarnya. Kosongkan kotak ketikan bila memakai berkas.</xsl:template>
<xsl:template match="galat[@ruas = 'seri-berkas' and @kode = 'berkas-wajib']" mode="kalimat">Kirim berkas daftar seri atau ketik daftarnya.</xsl:template>
<xsl:template match="galat[starts-with(@kode, 'tabel-')]" mode="kalimat">
  <xsl:choose>
    <xsl:when test="@kode = 'tabel-kutip-terbuka' or @kode = 'tabel-sesudah-kutip'">Tanda kutip tidak berpasangan.</xsl:when>
    <xsl:when test="@kode = 'tabel-utf16'">Berkas tersimpan sebagai UTF-16. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-karakter' or @kode = 'tabel-nul'">Ada karakter yang tidak dapat dibaca. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-baris-banyak'">Daftar terlalu panjang: paling banyak 100.000 baris.</xsl:when>
    <xsl:when test="@kode = 'tabel-kolom' or @kode = 'tabel-sel-panjang' or @kode = 'tabel-baris-panjang'">Baris ini terlalu panjang. Daftar seri cukup dua kolom.</xsl:when>
    <xsl:otherwise>Berkas daftar seri rusak atau tidak dapat dibaca. Simpan ulang sebagai CSV atau XLSX.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
