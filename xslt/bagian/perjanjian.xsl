<?xml version="1.0" encoding="UTF-8"?>
<!--
  perjanjian.xsl: what the pages about agreements share, for the admin
  (/admin/perjanjian) and for institutions (/aktivasi/perjanjian): words of
  elements, ways and states, the list, the page of one.  Needs formulir,
  status, daftar and kasus beside it.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="pengurus" select="starts-with(/halaman/@jalur, '/admin/')"/>
<xsl:variable name="dasar" select="concat(substring('/aktivasi', 1 div not($pengurus)), substring('/admin', 1 div $pengurus), '/perjanjian')"/>

<xsl:variable name="metode-opsi" select="'|card-reader=Card reader|web-portal=Web portal|web-service=Web service|'"/>
<xsl:variable name="elemen-opsi" select="'|nik=NIK|no-kk=Nomor KK|nama=Nama lengkap|jenis-kelamin=Jenis kelamin|tempat-lahir=Tempat lahir|tanggal-lahir=Tanggal lahir|status-kawin=Status perkawinan|pekerjaan=Pekerjaan|alamat=Alamat|rt=RT|rw=RW|kelurahan=Kelurahan/desa|kecamatan=Kecamatan|kabupaten=Kabupaten/kota|provinsi=Provinsi|agama=Agama|golongan-darah=Golongan darah|pendidikan=Pendidikan|kewarganegaraan=Kewarganegaraan|nama-ibu=Nama ibu kandung|foto=Foto wajah|sidik-jari=Sidik jari|tanda-tangan=Tanda tangan|'"/>
<xsl:variable name="label" select="'|nomor=Nomor Perjanjian|judul=Judul Perjanjian|mulai=Mulai Berlaku|berakhir=Berakhir|elemen=Elemen Data|metode=Metode Akses|kuota=Kuota per Hari|berkas=Berkas Perjanjian|addendum=Nomor Addendum|alasan=Alasan Penghentian|'"/>
<xsl:variable name="status-halaman" select="'|berlaku=baik Berlaku|segera=awas Akan berakhir|akan=info Belum mulai|berakhir=netral Berakhir|dihentikan=buruk Dihentikan|'"/>
<xsl:variable name="peristiwa" select="'|dicatat=Perjanjian dicatat|diubah=Perjanjian diperbaiki|diperpanjang=Perjanjian diperpanjang|dihentikan=Perjanjian dihentikan|diingatkan=Lembaga diingatkan|berakhir=Perjanjian berakhir|'"/>

<!-- == messages, errors == -->

<xsl:template match="pesan[@kode = 'perjanjian-dicatat']" mode="pesan">Perjanjian sudah dicatat. Lembaganya diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'perjanjian-diperpanjang']" mode="pesan">Perjanjian sudah diperpanjang. Manifes kartunya diperbarui satu per satu; kemajuannya terlihat di bawah.</xsl:template>
<xsl:template match="pesan[@kode = 'perjanjian-dihentikan']" mode="pesan">Perjanjian sudah dihentikan. Manifesnya tidak berlaku lagi.</xsl:template>

<xsl:template match="galat[@ruas = 'berakhir' and @kode = 'sebelum-mulai']" mode="kalimat">Tanggal berakhir tidak boleh sebelum tanggal mulai.</xsl:template>
<xsl:template match="galat[@ruas = 'berakhir' and @kode = 'sudah-lewat']" mode="kalimat">Tanggal berakhir sudah lewat. Tulis tanggal hari ini atau sesudahnya.</xsl:template>
<xsl:template match="galat[@ruas = 'berakhir' and @kode = 'terlalu-lama']" mode="kalimat">Perjanjian ini lebih dari 20 tahun. Periksa kembali tahunnya.</xsl:template>
<xsl:template match="galat[@ruas = 'berakhir' and @kode = 'harus-lebih']" mode="kalimat">Tanggal berakhir yang baru harus sesudah yang lama.</xsl:template>
<xsl:template match="galat[@kode = 'sudah-dipakai-manifes']" mode="kalimat">Tanggal ini tidak dapat diubah lagi karena sudah tercantum pada manifes kartu. Gunakan “Perpanjang” atau “Hentikan”.</xsl:template>
<xsl:template match="galat[@kode = 'masih-dipakai-kartu']" mode="kalimat">Card reader tidak dapat dihapus karena manifes kartu sudah terbit menurut perjanjian ini.</xsl:template>
<xsl:template match="galat[@kode = 'lembaga-tidak-cocok']" mode="kalimat">Pilih lembaga pengguna atau Dinas yang masih aktif.</xsl:template>
<xsl:template match="galat[@ruas = 'nomor' and @kode = 'sudah-dipakai']" mode="kalimat">Lembaga ini sudah mempunyai perjanjian dengan nomor itu.</xsl:template>
<xsl:template match="galat[@ruas = 'elemen' and @kode = 'wajib']" mode="kalimat">Centang paling sedikit satu elemen data.</xsl:template>
<xsl:template match="galat[@ruas = 'metode' and @kode = 'wajib']" mode="kalimat">Centang paling sedikit satu metode akses.</xsl:template>
<xsl:template match="galat[@kode = 'berubah' and @ruas = '']" mode="kalimat">Perjanjian ini baru saja diubah orang lain. Periksa keadaannya sekarang, lalu ulangi bila masih perlu.</xsl:template>

<!-- == words == -->

<!-- kata-kode: the words of blank-joined codes, with commas. -->
<xsl:template name="kata-kode">
  <xsl:param name="kode"/>
  <xsl:param name="opsi"/>
  <xsl:variable name="satu" select="substring-before(concat($kode, ' '), ' ')"/>
  <xsl:variable name="sisa" select="substring-after($kode, ' ')"/>
  <xsl:value-of select="substring-before(substring-after($opsi, concat('|', $satu, '=')), '|')"/>
  <xsl:if test="$sisa != ''">
    <xsl:text>, </xsl:text>
    <xsl:call-template name="kata-kode">
      <xsl:with-param name="kode" select="$sisa"/>
      <xsl:with-param name="opsi" select="$opsi"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="saring[@nama = 'metode']" mode="nilai-saring">
  <xsl:value-of select="substring-before(substring-after($metode-opsi, concat('|', @nilai, '=')), '|')"/>
</xsl:template>

<!-- Days that are left, of a row or of one. -->
<xsl:template match="*" mode="sisa">
  <xsl:choose>
    <xsl:when test="@status = 'dihentikan'">–</xsl:when>
    <xsl:when test="@sisa &lt; 0">lewat <xsl:call-template name="angka"><xsl:with-param name="n" select="-@sisa"/></xsl:call-template> hari</xsl:when>
    <xsl:when test="@sisa = 0">hari ini</xsl:when>
    <xsl:otherwise><xsl:apply-templates select="@sisa" mode="angka"/> hari</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- == the list == -->

<xsl:template name="daftar-perjanjian">
  <form class="saringan" method="get" action="{$dasar}" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk">
        <xsl:choose>
          <xsl:when test="$semua-lembaga">Nomor, judul, atau nama lembaga</xsl:when>
          <xsl:otherwise>Nomor atau judul</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|berlaku=Berlaku|segera=Akan berakhir|akan=Belum mulai|berakhir=Berakhir|dihentikan=Dihentikan|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'metode'"/>
      <xsl:with-param name="opsi" select="$metode-opsi"/>
    </xsl:call-template>
    <xsl:if test="daftar/saring[@nama = 'lembaga']">
      <input type="hidden" name="lembaga" value="{daftar/saring[@nama = 'lembaga']/@nilai}"/>
    </xsl:if>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:if test="rekap[@keadaan = 'segera' and @jumlah &gt; 0] and not(daftar/saring[@nama = 'status'])">
    <div class="pesan awas">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
      <p><a href="{rekap[@keadaan = 'segera']/@ke}"><xsl:apply-templates select="rekap[@keadaan = 'segera']/@jumlah" mode="angka"/> perjanjian</a> berakhir dalam 60 hari.</p>
    </div>
  </xsl:if>
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <table class="tabel">
        <caption class="semu">Daftar perjanjian kerja sama</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Nomor'"/><xsl:with-param name="urut" select="'nomor'"/></xsl:call-template>
            <xsl:if test="$semua-lembaga">
              <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Lembaga'"/><xsl:with-param name="urut" select="'lembaga'"/></xsl:call-template>
            </xsl:if>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Metode Akses'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Mulai'"/><xsl:with-param name="urut" select="'mulai'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Berakhir'"/><xsl:with-param name="urut" select="'berakhir'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Sisa'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Berkas'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status'"/></xsl:call-template>
            <xsl:if test="$pengurus">
              <th scope="col" class="aksi">Tindakan</th>
            </xsl:if>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="daftar/baris"/></tbody>
      </table>
    </xsl:when>
    <xsl:when test="$pengurus">
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada perjanjian'"/>
        <xsl:with-param name="teks" select="'Catat perjanjian kerja sama (PKS) sebuah lembaga agar kartunya dapat diaktifkan.'"/>
        <xsl:with-param name="ke" select="'/admin/perjanjian/baru'"/>
        <xsl:with-param name="tombol" select="'Catat perjanjian'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada perjanjian'"/>
        <xsl:with-param name="teks" select="'Perjanjian kerja sama (PKS) dicatat oleh Ditjen Dukcapil setelah ditandatangani.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

<!-- Does the one who looks see more than his own institution's? -->
<xsl:variable name="semua-lembaga" select="/halaman/sesi/@peran = 'admin' or /halaman/sesi/@peran = 'pejabat'"/>

<xsl:template match="baris">
  <tr>
    <td class="utama" data-label="Nomor">
      <a href="{$dasar}/{@id}"><xsl:apply-templates select="@nomor" mode="patah"/></a>
      <br/><small><xsl:value-of select="@judul"/></small>
    </td>
    <xsl:if test="$semua-lembaga">
      <td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td>
    </xsl:if>
    <td data-label="Metode Akses">
      <xsl:call-template name="kata-kode">
        <xsl:with-param name="kode" select="@metode"/>
        <xsl:with-param name="opsi" select="$metode-opsi"/>
      </xsl:call-template>
    </td>
    <td class="rapat" data-label="Mulai"><xsl:apply-templates select="@mulai" mode="tanggal"/></td>
    <td class="rapat" data-label="Berakhir"><xsl:apply-templates select="@berakhir" mode="tanggal"/></td>
    <td class="angka rapat" data-label="Sisa"><xsl:apply-templates select="." mode="sisa"/></td>
    <td data-label="Berkas">
      <xsl:choose>
        <xsl:when test="@berkas"><a href="{$dasar}/{@id}/berkas/pks" aria-label="Unduh perjanjian {@nomor}">PDF</a></xsl:when>
        <xsl:otherwise>–</xsl:otherwise>
      </xsl:choose>
    </td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
    <xsl:if test="$pengurus">
      <td class="aksi">
        <xsl:choose>
          <xsl:when test="@status = 'segera' or @status = 'berakhir'"><a href="{$dasar}/{@id}/perpanjang">Perpanjang<span class="semu"><xsl:value-of select="concat(' ', @nomor)"/></span></a></xsl:when>
          <xsl:when test="@status = 'dihentikan'"><a href="{$dasar}/{@id}">Lihat<span class="semu"><xsl:value-of select="concat(' ', @nomor)"/></span></a></xsl:when>
          <xsl:otherwise><a href="{$dasar}/{@id}/ubah">Ubah<span class="semu"><xsl:value-of select="concat(' ', @nomor)"/></span></a></xsl:otherwise>
        </xsl:choose>
      </td>
    </xsl:if>
  </tr>
</xsl:template>

<!-- == one == -->

<xsl:template match="perjanjian" mode="lihat">
  <xsl:apply-templates select="." mode="berikut"/>
  <xsl:apply-templates select="." mode="ringkas"/>
  <xsl:apply-templates select="." mode="akses"/>
  <xsl:if test="contains(concat(' ', @metode, ' '), ' card-reader ') or kartu/@manifes &gt; 0">
    <xsl:apply-templates select="kartu" mode="lihat"/>
  </xsl:if>
  <xsl:if test="/halaman/linimasa/*">
    <section class="kotak" aria-labelledby="judul-linimasa">
      <h2 id="judul-linimasa">Riwayat</h2>
      <xsl:apply-templates select="/halaman/linimasa"/>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="perjanjian" mode="berikut">
  <section class="langkah-lanjut" aria-labelledby="judul-lanjut">
    <h2 id="judul-lanjut">
      <xsl:choose>
        <xsl:when test="$pengurus and @status != 'dihentikan'">Langkah berikutnya untuk Anda</xsl:when>
        <xsl:otherwise>Keadaan sekarang</xsl:otherwise>
      </xsl:choose>
    </h2>
    <p>
      <xsl:choose>
        <xsl:when test="@status = 'dihentikan'">Perjanjian ini sudah dihentikan. Untuk bekerja sama lagi diperlukan perjanjian baru.</xsl:when>
        <xsl:when test="@status = 'berakhir' and $pengurus">Perjanjian ini berakhir pada <xsl:apply-templates select="@berakhir" mode="tanggal"/>. Bila sudah ada addendum, perpanjang: kartu yang nonaktif karenanya aktif kembali dengan manifes baru.</xsl:when>
        <xsl:when test="@status = 'berakhir'">Perjanjian ini berakhir pada <xsl:apply-templates select="@berakhir" mode="tanggal"/>. Hubungi Ditjen Dukcapil untuk memperpanjangnya.</xsl:when>
        <xsl:when test="@status = 'segera'">Perjanjian ini berakhir <xsl:choose><xsl:when test="@sisa = 0">hari ini</xsl:when><xsl:otherwise>dalam <xsl:apply-templates select="@sisa" mode="angka"/> hari</xsl:otherwise></xsl:choose>. <xsl:choose><xsl:when test="$pengurus">Lembaga diingatkan 60, 30, dan 7 hari sebelumnya.</xsl:when><xsl:otherwise>Segera ajukan perpanjangan kepada Ditjen Dukcapil; setelah tanggal itu kartu menjadi nonaktif.</xsl:otherwise></xsl:choose></xsl:when>
        <xsl:when test="@status = 'akan'">Perjanjian ini mulai berlaku pada <xsl:apply-templates select="@mulai" mode="tanggal"/>.</xsl:when>
        <xsl:otherwise>Perjanjian ini berlaku sampai <xsl:apply-templates select="@berakhir" mode="tanggal"/>, <xsl:apply-templates select="@sisa" mode="angka"/> hari lagi.</xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:if test="alasan">
      <div class="pesan awas">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
        <p><b>Alasan: </b><xsl:value-of select="alasan"/></p>
      </div>
    </xsl:if>
    <xsl:if test="$pengurus and @status != 'dihentikan'">
      <p class="tombol-baris">
        <a href="{$dasar}/{@id}/perpanjang"><xsl:attribute name="class">tombol<xsl:if test="@status = 'segera' or @status = 'berakhir'"> utama</xsl:if></xsl:attribute>Perpanjang</a>
        <a class="tombol" href="{$dasar}/{@id}/ubah">Ubah</a>
        <a class="tombol" href="{$dasar}/{@id}/hentikan">Hentikan</a>
      </p>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template match="perjanjian" mode="ringkas">
  <section class="kotak" aria-labelledby="judul-ringkas">
    <h2 id="judul-ringkas">Perjanjian</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="isi" select="@nomor"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'judul'"/><xsl:with-param name="isi" select="@judul"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'lembaga'"/>
        <xsl:with-param name="muatan">
          <xsl:choose>
            <xsl:when test="$pengurus"><a href="/admin/perjanjian?lembaga={@lembaga-id}"><xsl:value-of select="@lembaga"/></a></xsl:when>
            <xsl:otherwise><xsl:value-of select="@lembaga"/></xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
          <span class="kode"><xsl:value-of select="@lembaga-kode"/></span>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'mulai'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@mulai" mode="tanggal"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'berakhir'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@berakhir" mode="tanggal"/><xsl:if test="@status != 'dihentikan'"> (<xsl:apply-templates select="." mode="sisa"/>)</xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Dicatat'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@dibuat" mode="waktu"/></xsl:with-param>
      </xsl:call-template>
    </dl>
    <xsl:if test="berkas">
      <ul class="berkas-baris">
        <li>
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'dokumen'"/></xsl:call-template>
          <a href="{$dasar}/{@id}/berkas/pks">Perjanjian</a>
          <small><xsl:value-of select="concat(' ', berkas/@nama, ', ')"/><xsl:apply-templates select="berkas/@bita" mode="bita"/></small>
        </li>
      </ul>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template match="perjanjian" mode="akses">
  <section class="kotak" aria-labelledby="judul-akses">
    <h2 id="judul-akses">Hak akses</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'metode'"/>
        <xsl:with-param name="isi"><xsl:call-template name="kata-kode"><xsl:with-param name="kode" select="@metode"/><xsl:with-param name="opsi" select="$metode-opsi"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'kuota'"/>
        <xsl:with-param name="isi">
          <xsl:choose>
            <xsl:when test="@kuota"><xsl:apply-templates select="@kuota" mode="angka"/> pencarian</xsl:when>
            <xsl:otherwise>Tidak dibatasi</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'elemen'"/>
        <xsl:with-param name="isi"><xsl:call-template name="kata-kode"><xsl:with-param name="kode" select="@elemen"/><xsl:with-param name="opsi" select="$elemen-opsi"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
    </dl>
  </section>
</xsl:template>

<xsl:template match="kartu" mode="lihat">
  <section class="kotak" aria-labelledby="judul-kartu">
    <h2 id="judul-kartu">Kartu menurut perjanjian ini</h2>
    <xsl:choose>
      <xsl:when test="@manifes = 0"><p>Belum ada kartu yang diaktifkan menurut perjanjian ini.</p></xsl:when>
      <xsl:otherwise>
        <dl class="ringkasan">
          <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Aktif'"/><xsl:with-param name="isi"><xsl:apply-templates select="@aktif" mode="angka"/> kartu</xsl:with-param></xsl:call-template>
          <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Nonaktif'"/><xsl:with-param name="isi"><xsl:apply-templates select="@nonaktif" mode="angka"/> kartu</xsl:with-param></xsl:call-template>
          <xsl:if test="@ditangguhkan &gt; 0">
            <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Ditangguhkan'"/><xsl:with-param name="isi"><xsl:apply-templates select="@ditangguhkan" mode="angka"/> kartu</xsl:with-param></xsl:call-template>
          </xsl:if>
          <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Manifes yang pernah terbit'"/><xsl:with-param name="isi"><xsl:apply-templates select="@manifes" mode="angka"/></xsl:with-param></xsl:call-template>
        </dl>
        <xsl:if test="@menunggu &gt; 0">
          <div class="pesan info" role="status">
            <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'jam'"/></xsl:call-template>
            <p><xsl:apply-templates select="@menunggu" mode="angka"/> kartu menunggu manifes baru. Ini berjalan sendiri; muat ulang halaman untuk melihat kemajuannya.</p>
          </div>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<!-- == timeline == -->

<xsl:template match="peristiwa[@kode = 'diperpanjang']" mode="catatan-peristiwa">
  <xsl:variable name="lama" select="substring(., 1, 10)"/>
  <xsl:variable name="baru" select="substring(., 14, 10)"/>
  <xsl:text>Berakhir </xsl:text>
  <xsl:call-template name="tanggal-teks"><xsl:with-param name="teks" select="$lama"/></xsl:call-template>
  <xsl:text> menjadi </xsl:text>
  <xsl:call-template name="tanggal-teks"><xsl:with-param name="teks" select="$baru"/></xsl:call-template>
  <xsl:if test="contains(., '; ')">, addendum <xsl:value-of select="substring-after(., '; ')"/></xsl:if>
  <xsl:if test="@berkas">
    <xsl:text> (</xsl:text>
    <a href="{$dasar}/{/halaman/perjanjian/@id}/berkas/{@id}">PDF<span class="semu"> addendum <xsl:value-of select="@berkas"/></span></a>
    <xsl:text>)</xsl:text>
  </xsl:if>
</xsl:template>
<xsl:template match="peristiwa[@kode = 'diingatkan']" mode="catatan-peristiwa">
  <xsl:choose>
    <xsl:when test=". = 0">Pada hari terakhir</xsl:when>
    <xsl:otherwise><xsl:value-of select="."/> hari sebelum berakhir</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="peristiwa[@kode = 'berakhir']" mode="catatan-peristiwa">
  <xsl:choose>
    <xsl:when test=". = 0">Tidak ada kartu yang menjadi nonaktif</xsl:when>
    <xsl:otherwise><xsl:value-of select="format-number(., '#.##0', 'id')"/> kartu menjadi nonaktif</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A date that is part of a text. -->
<xsl:template name="tanggal-teks">
  <xsl:param name="teks"/>
  <xsl:value-of select="concat(substring($teks, 9, 2), ' ', substring('JanFebMarAprMeiJunJulAguSepOktNovDes', substring($teks, 6, 2) * 3 - 2, 3), ' ', substring($teks, 1, 4))"/>
</xsl:template>

</xsl:stylesheet>
