<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan.xsl: where the guide begins for a role: his chapters in the order
     of the work, the manuals that Ditjen uploaded, the other chapters; or what a
     search found. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/panduan.xsl"/>
<xsl:import href="bagian/manual.xsl"/>

<!-- What his work is, from the first chapter to the last. -->
<xsl:variable name="alur" select="'|tamu=Daftarkan akun bila Anda petugas lembaga, Dinas, atau produsen. Dokumen dan manifes dapat diperiksa siapa saja, tanpa akun.|pengguna=Mintalah kartu kepada produsen, tunggu kartunya selesai, mintalah aktivasinya, lalu aktifkan satu per satu di tempatnya. Sesudah itu jaga agar tempat dan masa berlakunya tetap benar.|dinas=Mintalah kartu kepada produsen, tunggu kartunya selesai, mintalah aktivasinya, lalu aktifkan satu per satu di tempatnya. Sesudah itu jaga agar tempat dan masa berlakunya tetap benar.|produsen=Setujui permintaan lembaga dengan daftar seri, surat pesanan, dan salinan PKS. Setelah kartunya siap, jemput di Ditjen dan nyatakan menerimanya.|admin=Daftarkan surat dan disposisinya, terima permintaan, personalisasi kartu menurut jadwal, ajukan dokumennya, lalu serahkan. Putuskan aktivasi, catat perjanjian, dan kelola akun.|pejabat=Baca konsep dokumen yang diajukan kepada Anda, lalu tanda tangani. Laporan dan status sistem menunjukkan jalannya pekerjaan.|verifikator=Masuk dengan aman, dan periksa dokumen dengan kode QR-nya.|pemohon=Masuk dengan aman, dan periksa dokumen dengan kode QR-nya.|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:if test="pencarian">Hasil pencarian: </xsl:if>
  <xsl:text>Panduan</xsl:text>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <xsl:if test="pencarian"><li><a href="/panduan">Panduan</a></li></xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Cara memakai SI-FILMA, satu bab untuk satu pekerjaan. Setiap bab dapat dicetak.</p>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/panduan/cetak?untuk={@untuk}">Cetak buku panduan</a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="cari-panduan"/>
  <xsl:choose>
    <xsl:when test="pencarian and (pencarian/@jumlah &gt; 0 or manual)"><xsl:call-template name="temuan"/></xsl:when>
    <xsl:when test="pencarian">
      <div class="kosong">
        <h2>Tidak ada yang cocok</h2>
        <p>Tidak ada bagian yang memuat semua kata “<xsl:value-of select="pencarian/@cari"/>”. Gunakan kata yang lebih sedikit atau kata lain.</p>
        <p><a class="tombol" href="/panduan">Semua bab</a></p>
      </div>
    </xsl:when>
    <xsl:otherwise><xsl:call-template name="daftar-bab"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- == what a search found == -->

<xsl:template name="temuan">
  <div class="daftar-kepala">
    <p class="menampilkan" role="status">
      <xsl:apply-templates select="pencarian/@jumlah" mode="angka"/>
      <xsl:value-of select="concat(' bagian memuat “', pencarian/@cari, '”')"/>
    </p>
    <p class="ekspor"><a href="/panduan">Semua bab</a></p>
  </div>
  <xsl:if test="manual"><xsl:call-template name="daftar-manual"/></xsl:if>
  <xsl:apply-templates select="temuan"/>
</xsl:template>

<xsl:template match="temuan">
  <section class="kotak panduan">
    <h2>
      <xsl:call-template name="bab">
        <xsl:with-param name="kode" select="@bab"/>
        <xsl:with-param name="sub" select="@sub"/>
      </xsl:call-template>
    </h2>
    <p><xsl:apply-templates select="kutip/node()"/></p>
    <p><small>Bab <xsl:call-template name="bab"><xsl:with-param name="kode" select="@bab"/></xsl:call-template></small></p>
  </section>
</xsl:template>

<xsl:template match="tanda"><mark><xsl:value-of select="."/></mark></xsl:template>

<!-- == the contents == -->

<xsl:template name="daftar-bab">
  <xsl:variable name="sendiri" select="@untuk = sesi/@peran or (not(sesi) and @untuk = 'tamu')"/>
  <xsl:variable name="untuk" select="@untuk"/>
  <section aria-labelledby="untuk-anda">
    <h2 id="untuk-anda">
      <xsl:choose>
        <xsl:when test="not($sendiri)">Untuk <xsl:apply-templates select="@untuk" mode="pembaca"/></xsl:when>
        <xsl:when test="sesi">Untuk pekerjaan Anda</xsl:when>
        <xsl:otherwise>Untuk semua orang</xsl:otherwise>
      </xsl:choose>
    </h2>
    <p class="panduan"><xsl:value-of select="substring-before(substring-after($alur, concat('|', @untuk, '=')), '|')"/></p>
    <div class="dua"><xsl:apply-templates select="bab[@untuk]"/></div>
  </section>
  <xsl:call-template name="daftar-manual"/>
  <xsl:if test="bab[not(@untuk)]">
    <section aria-labelledby="bab-lain">
      <h2 id="bab-lain">
        <xsl:choose>
          <xsl:when test="sesi or not($sendiri)">Bab lain</xsl:when>
          <xsl:otherwise>Untuk pemegang akun</xsl:otherwise>
        </xsl:choose>
      </h2>
      <div class="dua"><xsl:apply-templates select="bab[not(@untuk)]"/></div>
    </section>
  </xsl:if>
  <nav class="tidak-cetak" aria-labelledby="panduan-lain">
    <h2 id="panduan-lain">Panduan menurut peran</h2>
    <p class="tombol-baris">
      <xsl:call-template name="peran-lain"><xsl:with-param name="sisa" select="'tamu pengguna dinas produsen admin pejabat '"/></xsl:call-template>
    </p>
  </nav>
</xsl:template>

<!-- Manuals that staff uploaded (B-18). -->
<xsl:template name="daftar-manual">
  <xsl:variable name="kelola" select="sesi/@peran = 'admin'"/>
  <xsl:if test="manual or sesi">
    <section class="kotak" id="manual" aria-labelledby="judul-manual">
      <h2 id="judul-manual">Buku manual</h2>
      <xsl:choose>
        <xsl:when test="manual">
          <ul class="berkas-baris">
            <xsl:for-each select="manual">
              <li>
                <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
                <a href="/panduan/manual/{@id}/berkas"><xsl:value-of select="@judul"/></a>
                <small><xsl:text> (</xsl:text><xsl:apply-templates select="." mode="keterangan-berkas"/>)</small>
                <xsl:if test="$kelola">
                  <xsl:if test="@status = 'ditarik'"><xsl:text> </xsl:text><xsl:apply-templates select="@status" mode="lencana"/></xsl:if>
                  <xsl:text> </xsl:text>
                  <a href="/panduan/manual/{@id}">Kelola<span class="semu"><xsl:value-of select="concat(' ', @judul)"/></span></a>
                </xsl:if>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:when>
        <xsl:when test="$kelola"><p>Belum ada buku manual. Yang diunggah di sini dapat diunduh orang yang Anda pilih.</p></xsl:when>
        <xsl:otherwise><p>Belum ada buku manual untuk Anda.</p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$kelola and not(/halaman/pencarian)">
        <p class="tombol-baris tidak-cetak"><a class="tombol" href="/panduan/manual/baru">Unggah buku manual</a></p>
      </xsl:if>
    </section>
  </xsl:if>
</xsl:template>

<!-- A link for each role of a list of words. -->
<xsl:template name="peran-lain">
  <xsl:param name="sisa"/>
  <xsl:variable name="peran" select="substring-before($sisa, ' ')"/>
  <xsl:if test="$peran">
    <a class="tombol" href="/panduan?untuk={$peran}">
      <xsl:if test="$peran = @untuk"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
      <xsl:value-of select="substring-before(substring-after($nama-pembaca, concat('|', $peran, '=')), '|')"/>
    </a>
    <xsl:call-template name="peran-lain"><xsl:with-param name="sisa" select="substring-after($sisa, ' ')"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="bab">
  <section class="kotak" aria-labelledby="bab-{@kode}">
    <h3 id="bab-{@kode}"><a href="/panduan/{@kode}"><xsl:apply-templates select="." mode="nama-bab"/></a></h3>
    <p><xsl:apply-templates select="." mode="ringkas"/></p>
    <ul>
      <xsl:for-each select="sub">
        <li><a href="/panduan/{../@kode}#{@kode}"><xsl:apply-templates select="." mode="nama-sub"/></a></li>
      </xsl:for-each>
    </ul>
  </section>
</xsl:template>

</xsl:stylesheet>
