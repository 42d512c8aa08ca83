<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-kiriman-lihat.xsl: one sending: progress, counts, and what is
     wrong with it (B-06, B-08): the file, then reasons and warnings, then
     rows. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-maju.xsl"/>

<xsl:variable name="b" select="/halaman/balikan"/>

<!-- Events of the timeline, by the state they led to. -->
<xsl:variable name="peristiwa" select="'|antri=Berkas diterima|periksa=Pemeriksaan dimulai|muat=Pemuatan dimulai|selesai=Kiriman selesai dikerjakan|gagal=Berkas tidak dapat diterima|urung=Baris mulai dikembalikan|batal=Kiriman dibatalkan|diurungkan=Kiriman diurungkan|'"/>

<!-- What a spreadsheet does to long numbers. -->
<xsl:variable name="excel" select="$b/sebab[@kode = 'nik-bulat' or @kode = 'nik-ilmiah' or @kode = 'nik-potong' or @kode = 'nik-nol' or @kode = 'bulat' or @kode = 'ilmiah' or @kode = '?bulat']"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Kiriman ', $b/@id, ': ')"/>
  <xsl:apply-templates select="$b" mode="nama-kiriman"/>
</xsl:template>

<!-- What is going on says its state below, where it changes. -->
<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:if test="not($b/@berjalan)">
      <xsl:apply-templates select="$b/@status" mode="lencana"/>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:text>dikirim </xsl:text>
    <xsl:if test="$b/@oleh"><xsl:value-of select="concat($b/@oleh, ', ')"/></xsl:if>
    <xsl:value-of select="concat($b/@lembaga, ', ')"/>
    <xsl:apply-templates select="$b/@dibuat" mode="waktu"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:if test="$b/@berjalan">
    <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'hidup'"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="$b" mode="lanjut"/>
  <xsl:apply-templates select="$b/rusak"/>
  <xsl:apply-templates select="$b" mode="maju"/>
  <xsl:if test="$b/boleh">
    <p class="tombol-baris">
      <xsl:if test="$b/boleh[@aksi = 'batal']"><a class="tombol" href="/balikan/kiriman/{$b/@id}/batal">Batalkan kiriman</a></xsl:if>
      <xsl:if test="$b/boleh[@aksi = 'urungkan']"><a class="tombol" href="/balikan/kiriman/{$b/@id}/urungkan">Urungkan kiriman</a></xsl:if>
    </p>
  </xsl:if>
  <xsl:if test="$b/sebab[not(@peringatan)]">
    <section class="kotak" aria-labelledby="judul-sebab">
      <h2 id="judul-sebab">Sebab penolakan</h2>
      <xsl:call-template name="tabel-sebab">
        <xsl:with-param name="sebab" select="$b/sebab[not(@peringatan)]"/>
        <xsl:with-param name="judul" select="'Baris yang ditolak menurut sebabnya'"/>
      </xsl:call-template>
      <xsl:if test="$peminta and $excel[not(@peringatan)]"><xsl:call-template name="saran-excel"/></xsl:if>
    </section>
  </xsl:if>
  <xsl:if test="$b/sebab[@peringatan]">
    <section class="kotak" aria-labelledby="judul-peringatan">
      <h2 id="judul-peringatan">Peringatan</h2>
      <p>
        <xsl:choose>
          <xsl:when test="$b/@status = 'gagal'">Hal berikut tidak menolak baris. Periksalah sebelum mengirim lagi.</xsl:when>
          <xsl:otherwise>Baris berikut diterima. Periksalah: bila ternyata keliru, kirim lagi baris yang benar.</xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:call-template name="tabel-sebab">
        <xsl:with-param name="sebab" select="$b/sebab[@peringatan]"/>
        <xsl:with-param name="judul" select="'Peringatan menurut sebabnya'"/>
      </xsl:call-template>
      <xsl:if test="$peminta and $excel and not($excel[not(@peringatan)])"><xsl:call-template name="saran-excel"/></xsl:if>
    </section>
  </xsl:if>
  <xsl:if test="$b/salah[not(@peringatan)]">
    <section class="kotak" aria-labelledby="judul-salah">
      <h2 id="judul-salah">Baris yang ditolak</h2>
      <p>
        <xsl:choose>
          <xsl:when test="count($b/salah) &gt;= 100">Seratus kesalahan pertama; selengkapnya ada pada berkas CSV.</xsl:when>
          <xsl:otherwise>Semua kesalahan yang ditemukan.</xsl:otherwise>
        </xsl:choose>
        <xsl:text> Nomor baris sama dengan nomor pada Excel.</xsl:text>
      </p>
      <table class="tabel">
        <caption class="semu">Kesalahan pertama menurut baris</caption>
        <thead><tr><th scope="col" class="angka">Baris</th><th scope="col">Kolom</th><th scope="col">Isi</th><th scope="col">Alasan</th></tr></thead>
        <tbody><xsl:apply-templates select="$b/salah[not(@peringatan)]"/></tbody>
      </table>
    </section>
  </xsl:if>
  <xsl:apply-templates select="$b" mode="ringkasan"/>
  <xsl:if test="linimasa">
    <section class="kotak" aria-labelledby="judul-linimasa">
      <h2 id="judul-linimasa">Riwayat</h2>
      <xsl:apply-templates select="linimasa"/>
    </section>
  </xsl:if>
</xsl:template>

<!-- == what to do now == -->

<xsl:template match="balikan" mode="lanjut">
  <xsl:if test="@laporan and $peminta and (@status = 'selesai' or @status = 'gagal')">
    <section class="langkah-lanjut" aria-labelledby="lanjut">
      <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
      <p>
        <xsl:text>Unduh </xsl:text>
        <xsl:apply-templates select="@ditolak" mode="angka"/>
        <xsl:text> baris yang ditolak: isinya seperti yang Anda kirim, ditambah kolom berisi alasannya. Perbaiki lalu kirim ulang berkas ini</xsl:text>
        <xsl:choose>
          <xsl:when test="@status = 'selesai'">; baris yang sudah diterima tidak perlu dikirim lagi.</xsl:when>
          <xsl:otherwise>, bersama baris lainnya: karena dikirim dengan “semua atau tidak sama sekali”, belum ada baris yang diterima.</xsl:otherwise>
        </xsl:choose>
      </p>
      <p class="tombol-baris">
        <a class="tombol utama" href="/balikan/kiriman/{@id}/tolakan">
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
          <xsl:text>Unduh baris yang ditolak (CSV)</xsl:text>
        </a>
        <a class="tombol" href="/balikan/unggah">Kirim berkas perbaikan</a>
      </p>
    </section>
  </xsl:if>
</xsl:template>

<!-- == the file as a whole == -->

<xsl:template match="rusak">
  <section class="langkah-lanjut" aria-labelledby="judul-rusak">
    <h2 id="judul-rusak">Berkas tidak dapat diterima</h2>
    <p><b><xsl:apply-templates select="." mode="kalimat"/></b></p>
    <xsl:if test="@kode = 'rusak' and @salah">
      <p>Bacaannya berhenti pada baris <xsl:value-of select="@salah"/>.</p>
    </xsl:if>
    <xsl:if test="@ada">
      <dl class="ringkasan">
        <xsl:if test="@salah">
          <div>
            <dt>
              <xsl:choose>
                <xsl:when test="@kode = 'kolom-kurang'">Kolom yang tidak ada</xsl:when>
                <xsl:when test="@kode = 'kolom-ganda'">Kolom yang ganda</xsl:when>
                <xsl:otherwise>Kolom yang tidak dikenal</xsl:otherwise>
              </xsl:choose>
            </dt>
            <dd><xsl:value-of select="@salah"/></dd>
          </div>
        </xsl:if>
        <xsl:if test="@kurang"><div><dt>Kolom yang tidak ada</dt><dd><xsl:value-of select="@kurang"/></dd></div></xsl:if>
        <div><dt>Kolom menurut parameter</dt><dd><xsl:value-of select="@ada"/></dd></div>
      </dl>
    </xsl:if>
    <xsl:if test="$peminta and @kode != 'ada-yang-ditolak'">
      <p class="tombol-baris">
        <xsl:choose>
          <xsl:when test="@kode = 'tanpa-parameter'"><a class="tombol utama" href="/balikan/parameter">Tetapkan parameter</a></xsl:when>
          <xsl:otherwise>
            <a class="tombol utama" href="/balikan/unggah">Kirim ulang</a>
            <a class="tombol" href="/balikan/templat?jenis=xlsx">Unduh template Excel</a>
          </xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
  </section>
</xsl:template>

<!-- == rows == -->

<xsl:template name="tabel-sebab">
  <xsl:param name="sebab"/>
  <xsl:param name="judul"/>
  <table class="tabel">
    <caption class="semu"><xsl:value-of select="$judul"/></caption>
    <thead><tr><th scope="col" class="angka">Jumlah baris</th><th scope="col">Kolom</th><th scope="col">Alasan</th></tr></thead>
    <tbody>
      <xsl:for-each select="$sebab">
        <tr>
          <td class="angka" data-label="Jumlah baris"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
          <td class="utama" data-label="Kolom"><xsl:apply-templates select="." mode="kolom"/></td>
          <td data-label="Alasan">
            <xsl:apply-templates select="@kode" mode="sebab"/>
            <xsl:apply-templates select="." mode="rinci"/>
            <xsl:variable name="saran"><xsl:apply-templates select="@kode" mode="saran"/></xsl:variable>
            <xsl:if test="$saran != ''"><br/><small><xsl:value-of select="$saran"/></small></xsl:if>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Of a warning: which versions, which rows. -->
<xsl:template match="sebab" mode="rinci">
  <xsl:if test="@kode = '?versi-lama' and $b/@versi and $b/@berlaku">
    <xsl:value-of select="concat(' Kolomnya sama dengan versi ', $b/@versi, ', padahal yang berlaku versi ', $b/@berlaku, '.')"/>
  </xsl:if>
  <xsl:if test="di">
    <br/>
    <xsl:choose>
      <xsl:when test="@jumlah &gt; count(di)"><xsl:value-of select="concat(count(di), ' baris pertama: ')"/></xsl:when>
      <xsl:otherwise>Baris </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="di">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="@nomor" mode="angka"/>
    </xsl:for-each>
    <xsl:text>.</xsl:text>
  </xsl:if>
</xsl:template>

<xsl:template match="*" mode="kolom">
  <xsl:choose>
    <xsl:when test="@kode = '?versi-lama'">Semua kolom</xsl:when>
    <xsl:when test="@ruas != ''"><xsl:value-of select="@ruas"/></xsl:when>
    <xsl:otherwise>Seluruh baris</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="salah">
  <tr>
    <td class="angka" data-label="Baris"><xsl:apply-templates select="@nomor" mode="angka"/></td>
    <td class="utama" data-label="Kolom"><xsl:apply-templates select="." mode="kolom"/></td>
    <td data-label="Isi">
      <xsl:choose>
        <xsl:when test="@nilai != ''"><span class="kode"><xsl:value-of select="@nilai"/></span></xsl:when>
        <xsl:otherwise>–</xsl:otherwise>
      </xsl:choose>
    </td>
    <td data-label="Alasan"><xsl:apply-templates select="@kode" mode="sebab"/></td>
  </tr>
</xsl:template>

<xsl:template name="saran-excel">
  <div class="pesan info">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'info'"/></xsl:call-template>
    <p><b>Excel merusak NIK yang disimpan sebagai bilangan.</b> Excel hanya menyimpan 15 angka, sedangkan NIK 16 angka: angka terakhirnya diganti 0 atau hilang.</p>
  </div>
  <ol>
    <li>Buka lembar kerja baru, pilih seluruh kolom NIK, lalu Format Sel, Nomor, Teks. Atau pakai <a href="/balikan/templat?jenis=xlsx">template Excel</a>: kolom NIK-nya sudah teks.</li>
    <li>Baru sesudah itu tempel NIK dari sumber aslinya, bukan dari berkas yang sudah rusak.</li>
    <li>Untuk membuka CSV: Data, Dari Teks/CSV, dan pilih Teks untuk kolom NIK; jangan klik ganda berkasnya.</li>
  </ol>
</xsl:template>

<!-- == the rest == -->

<xsl:template match="balikan" mode="ringkasan">
  <section class="kotak" aria-labelledby="judul-ringkasan">
    <h2 id="judul-ringkasan">Rincian</h2>
    <dl class="ringkasan">
      <div><dt>Sumber</dt><dd><xsl:apply-templates select="@sumber" mode="sumber"/></dd></div>
      <xsl:if test="@sumber = 'berkas'">
        <div><dt>Ukuran berkas</dt><dd><xsl:apply-templates select="@bita" mode="bita"/></dd></div>
        <div><dt>Bila ada baris yang salah</dt><dd><xsl:apply-templates select="@cara" mode="cara"/></dd></div>
      </xsl:if>
      <div>
        <dt>Versi parameter</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="@versi"><xsl:value-of select="@versi"/></xsl:when>
            <xsl:otherwise>–</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
      <xsl:if test="@mulai"><div><dt>Mulai diperiksa</dt><dd><xsl:apply-templates select="@mulai" mode="waktu"/></dd></div></xsl:if>
      <xsl:if test="@selesai"><div><dt>Selesai</dt><dd><xsl:apply-templates select="@selesai" mode="waktu"/></dd></div></xsl:if>
      <xsl:if test="@hapus-pada"><div><dt>Berkas dan laporannya akan dihapus</dt><dd><xsl:apply-templates select="@hapus-pada" mode="tanggal"/></dd></div></xsl:if>
      <xsl:if test="@berkas-hapus"><div><dt>Berkas dan laporannya dihapus</dt><dd><xsl:apply-templates select="@berkas-hapus" mode="waktu"/></dd></div></xsl:if>
    </dl>
  </section>
</xsl:template>

</xsl:stylesheet>
