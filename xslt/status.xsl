<?xml version="1.0" encoding="UTF-8"?>
<!--
  status.xsl: how the installation is doing (U-24): each thing with its state,
  its figures, and what to do when it is not good.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>

<xsl:variable name="status-halaman" select="'|baik=baik Baik|awas=awas Perlu perhatian|buruk=buruk Gangguan|keterangan=netral Keterangan|'"/>
<xsl:variable name="nama-antrean" select="'|pesan-antri=Pesan menunggu dikirim|pesan-gagal=Pesan gagal dikirim|massal=Berkas aktivasi massal|jadwal=Kartu menunggu dipersonalisasi|segel=Log belum disegel|cabutan=Manifes menunggu daftar cabut|balikan=Berkas data balikan|'"/>
<xsl:variable name="nama-pekerja" select="'|pekerja-notifikasi=Pengirim pesan|pekerja-balikan=Data balikan|pengaktif-massal=Aktivasi massal|penerbit-cabutan=Daftar cabut|penjaga-masa=Masa berlaku perjanjian|penjaga-retensi=Data pribadi dan masa simpan|penyegel-audit=Penyegel log|penyusun-jadwal=Penyusun jadwal|sapu-simpanan=Pembersih simpanan berkas|'"/>
<xsl:variable name="nama-sertifikat" select="'|ca=Otoritas sertifikat|manifes=Penanda tangan manifes|segel-dokumen=Segel dokumen|pejabat=Pejabat|'"/>
<xsl:variable name="nama-kunci" select="'|rahasia=Kunci formulir dan tautan|segel=Kunci segel log|token=Kunci token aktivasi|faktor=Kunci faktor kedua|ca-kunci.pem=Kunci otoritas sertifikat|manifes.key=Kunci manifes|segel-dokumen.pem=Kunci segel dokumen|'"/>
<xsl:variable name="nama-versi" select="'|suite=SI-FILMA|nginx=Server web|mariadb=Basis data|mariadb-klien=Klien basis data|openssl=OpenSSL|libxml2=libxml2|libxslt=libxslt|libsodium=libsodium|zlib=zlib|'"/>

<xsl:template match="halaman" mode="judul">Status Sistem</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Keadaan sistem pada <xsl:apply-templates select="@kini" mode="waktu"/>. Muat ulang halaman untuk angka terbaru.</p>
</xsl:template>

<!-- Seconds in words: 40 detik, 12 menit, 5 jam, 3 hari. -->
<xsl:template match="@*" mode="lama">
  <xsl:choose>
    <xsl:when test=". &lt; 120"><xsl:apply-templates select="." mode="angka"/> detik</xsl:when>
    <xsl:when test=". &lt; 7200"><xsl:value-of select="floor(. div 60)"/> menit</xsl:when>
    <xsl:when test=". &lt; 172800"><xsl:value-of select="floor(. div 3600)"/> jam</xsl:when>
    <xsl:otherwise><xsl:call-template name="angka"><xsl:with-param name="n" select="floor(. div 86400)"/></xsl:call-template> hari</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="kata">
  <xsl:param name="peta"/>
  <xsl:param name="kode"/>
  <xsl:variable name="kata" select="substring-before(substring-after($peta, concat('|', $kode, '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="$kata != ''"><xsl:value-of select="$kata"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$kode"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ============ what it is, its figures, what to do ============ -->

<xsl:template match="basis" mode="hal">Basis data</xsl:template>
<xsl:template match="basis" mode="nilai">
  <xsl:text>Menyala </xsl:text><xsl:apply-templates select="@nyala-detik" mode="lama"/>
  <xsl:text>; isi </xsl:text><xsl:apply-templates select="@bita" mode="bita"/>
  <xsl:text>; </xsl:text><xsl:apply-templates select="@perintah" mode="angka"/> perintah
</xsl:template>
<xsl:template match="basis" mode="anjuran">
  <xsl:choose>
    <xsl:when test="@baca-saja">Basis data menolak perubahan (read_only). Pastikan program terhubung ke server utama, bukan replika.</xsl:when>
    <xsl:otherwise>Perubahan yang sudah diakui dapat hilang bila listrik padam. Pasang sql/mariadb.cnf (innodb-flush-log-at-trx-commit = 1), lalu mulai ulang MariaDB.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="sambungan" mode="hal">Sambungan</xsl:template>
<xsl:template match="sambungan" mode="nilai">
  <xsl:apply-templates select="@kini" mode="angka"/> dari <xsl:apply-templates select="@maks" mode="angka"/>
  <xsl:text>; paling banyak </xsl:text><xsl:apply-templates select="@pernah" mode="angka"/>
</xsl:template>
<xsl:template match="sambungan" mode="anjuran">Kurangi jumlah proses program (SIFILMA_PROSES) atau naikkan max-connections MariaDB.</xsl:template>

<xsl:template match="log-biner" mode="hal">Log biner</xsl:template>
<xsl:template match="log-biner" mode="nilai">
  <xsl:choose>
    <xsl:when test="not(@nyala)">Mati: pemulihan hanya sampai cadangan terakhir</xsl:when>
    <xsl:when test="@hari = 0">Menyala, disimpan tanpa batas</xsl:when>
    <xsl:otherwise>Menyala, disimpan <xsl:apply-templates select="@hari" mode="angka"/> hari</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="log-biner" mode="anjuran">Log dapat tertinggal dari data bila listrik padam. Pasang sync-binlog = 1 seperti pada sql/mariadb-binlog.cnf.</xsl:template>

<xsl:template match="replikasi" mode="hal">Replikasi</xsl:template>
<xsl:template match="replikasi" mode="nilai">
  <xsl:choose>
    <xsl:when test="@galera &gt; 0">Galera, <xsl:apply-templates select="@galera" mode="angka"/> server</xsl:when>
    <xsl:when test="@replika &gt; 0">Server ini replika yang berjalan</xsl:when>
    <xsl:otherwise>Tidak dipakai</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="antrean" mode="hal">
  <xsl:call-template name="kata"><xsl:with-param name="peta" select="$nama-antrean"/><xsl:with-param name="kode" select="@kode"/></xsl:call-template>
</xsl:template>
<xsl:template match="antrean" mode="nilai">
  <xsl:apply-templates select="@jumlah" mode="angka"/>
  <xsl:if test="@detik &gt; 0">
    <xsl:choose>
      <xsl:when test="@kode = 'balikan'">Berkas besar wajar lama. Bila tidak ada yang maju, periksa pekerja data balikan di bawah, lognya, dan sisa ruang simpanan.</xsl:when>
    <xsl:when test="@kode = 'jadwal'">; tanpa perkiraan sejak </xsl:when>
      <xsl:otherwise>; tertua </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="@detik" mode="lama"/> lalu
  </xsl:if>
</xsl:template>
<xsl:template match="antrean" mode="anjuran">
  <xsl:choose>
    <xsl:when test="@kode = 'pesan-gagal'">Buka Kotak Keluar, baca sebabnya, perbaiki alamat atau server surat, lalu kirim ulang.</xsl:when>
    <xsl:when test="@kode = 'pesan-antri'">Periksa pekerja pengirim pesan serta sambungan ke server surat dan gateway WhatsApp.</xsl:when>
    <xsl:when test="@kode = 'massal'">Periksa pekerja aktivasi massal di bawah dan lognya.</xsl:when>
    <xsl:when test="@kode = 'jadwal'">Ada tiket tanpa perkiraan tanggal. Periksa pekerja penyusun jadwal, kapasitas harian, dan hari libur.</xsl:when>
    <xsl:when test="@kode = 'segel'">Periksa pekerja penyegel log. Jangan menghapus apa pun dari log.</xsl:when>
    <xsl:otherwise>Pembaca kartu belum tahu manifes yang dicabut. Periksa pekerja daftar cabut dan masa berlaku sertifikat manifes.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="rantai" mode="hal">Rantai segel log</xsl:template>
<xsl:template match="rantai" mode="nilai">
  <xsl:choose>
    <xsl:when test="@rusak">Rusak pada segel nomor <xsl:apply-templates select="@rusak" mode="angka"/>, diperiksa <xsl:apply-templates select="@waktu" mode="waktu"/></xsl:when>
    <xsl:when test="@waktu">Utuh sampai segel nomor <xsl:apply-templates select="@nomor" mode="angka"/>, diperiksa <xsl:apply-templates select="@waktu" mode="waktu"/></xsl:when>
    <xsl:otherwise>Belum pernah diperiksa</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="rantai" mode="anjuran">
  <xsl:choose>
    <xsl:when test="@rusak">Ada yang mengubah log dari luar. Hentikan perubahan, amankan cadangan, dan laporkan kepada pimpinan.</xsl:when>
    <xsl:otherwise>Pemeriksaan harian terlewat. Jalankan penyegel-audit --periksa.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="ruang" mode="hal">
  <xsl:choose>
    <xsl:when test="@kode = 'simpanan'">Simpanan berkas</xsl:when>
    <xsl:otherwise>Data basis data</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="ruang" mode="nilai">
  <xsl:choose>
    <xsl:when test="@total">
      <xsl:text>Terpakai </xsl:text><xsl:apply-templates select="@terpakai" mode="angka"/>
      <xsl:text>%; bebas </xsl:text><xsl:apply-templates select="@bebas" mode="bita"/>
      <xsl:text> dari </xsl:text><xsl:apply-templates select="@total" mode="bita"/>
    </xsl:when>
    <xsl:otherwise>Tidak terlihat dari server ini</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="ruang" mode="anjuran">Tambah ruang disk atau pindahkan cadangan dan log lama. Bila penuh, unggahan dan perubahan ditolak.</xsl:template>

<xsl:template match="cadangan" mode="hal">Cadangan terakhir yang berhasil</xsl:template>
<xsl:template match="cadangan" mode="nilai">
  <xsl:choose>
    <xsl:when test="@selesai">
      <xsl:apply-templates select="@umur-detik" mode="lama"/> lalu (<xsl:apply-templates select="@selesai" mode="waktu"/>
      <xsl:text>); </xsl:text><xsl:apply-templates select="@bita" mode="bita"/>
      <xsl:text> dalam </xsl:text><xsl:apply-templates select="@detik" mode="lama"/>
    </xsl:when>
    <xsl:otherwise>Belum ada</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="cadangan" mode="anjuran">
  <xsl:choose>
    <xsl:when test="hasil[1] and not(hasil[1]/@baik)">Cadangan terakhir gagal; sebabnya ada di bawah. Perbaiki, lalu jalankan sifilma-cadangkan.</xsl:when>
    <xsl:when test="hasil[1] and not(hasil[1]/@terkunci)">Cadangan terakhir tidak disandikan. Isi cadangan_penerima pada sifilma.conf.</xsl:when>
    <xsl:otherwise>Jalankan sifilma-cadangkan dan pastikan pewaktunya aktif: systemctl status sifilma-cadangkan.timer.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="pekerja" mode="hal">
  <xsl:call-template name="kata"><xsl:with-param name="peta" select="$nama-pekerja"/><xsl:with-param name="kode" select="@nama"/></xsl:call-template>
</xsl:template>
<xsl:template match="pekerja" mode="nilai">
  <xsl:choose>
    <xsl:when test="@detik">
      <xsl:text>Bekerja </xsl:text><xsl:apply-templates select="@detik" mode="lama"/> lalu di <span class="kode"><xsl:value-of select="@mesin"/></span>
    </xsl:when>
    <xsl:otherwise>Belum pernah terlihat</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="pekerja" mode="anjuran">Lihat lognya, lalu mulai ulang: systemctl restart sifilma-<xsl:value-of select="@nama"/>. Pekerjaan besar dapat membuatnya diam lebih lama.</xsl:template>

<xsl:template match="sertifikat" mode="hal">
  <xsl:call-template name="kata"><xsl:with-param name="peta" select="$nama-sertifikat"/><xsl:with-param name="kode" select="@kode"/></xsl:call-template>
  <xsl:if test="@kode = 'pejabat'">: <xsl:value-of select="@nama"/></xsl:if>
</xsl:template>
<xsl:template match="sertifikat" mode="nilai">
  <xsl:choose>
    <xsl:when test="not(@sampai)">Tidak terbaca</xsl:when>
    <xsl:when test="@hari &lt; 0">Berakhir <xsl:apply-templates select="@sampai" mode="tanggal"/></xsl:when>
    <xsl:otherwise>Berlaku sampai <xsl:apply-templates select="@sampai" mode="tanggal"/>, <xsl:apply-templates select="@hari" mode="angka"/> hari lagi</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="sertifikat" mode="anjuran">
  <xsl:choose>
    <xsl:when test="not(@sampai)">Jalankan sifilma-pasang; bila tetap tidak terbaca, buat lagi dengan buat-kunci.</xsl:when>
    <xsl:when test="@kode = 'pejabat'">Buat kunci dan sertifikat baru untuk pejabat ini dengan buat-kunci, lalu sifilma-pasang.</xsl:when>
    <xsl:when test="@kode = 'manifes'">Pindahkan manifes.key dan manifes.pem ke tempat arsip, lalu jalankan sifilma-pasang.</xsl:when>
    <xsl:when test="@kode = 'segel-dokumen'">Pindahkan segel-dokumen.pem ke tempat arsip, lalu jalankan sifilma-pasang.</xsl:when>
    <xsl:otherwise>Rencanakan otoritas baru: semua sertifikat dan pembaca kartu harus mengenalnya sebelum yang ini berakhir.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="kunci" mode="hal">
  <xsl:call-template name="kata"><xsl:with-param name="peta" select="$nama-kunci"/><xsl:with-param name="kode" select="@kode"/></xsl:call-template>
</xsl:template>
<xsl:template match="kunci" mode="nilai">
  <xsl:choose>
    <xsl:when test="@terbuka">Dapat dibaca semua pengguna server</xsl:when>
    <xsl:when test="@ada">Umur <xsl:apply-templates select="@hari" mode="angka"/> hari</xsl:when>
    <xsl:when test="@keadaan = 'keterangan'">Tidak disimpan di server ini</xsl:when>
    <xsl:otherwise>Tidak ada</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="kunci" mode="anjuran">
  <xsl:choose>
    <xsl:when test="@terbuka">Anggap kunci ini bocor: batasi izinnya dengan sifilma-pasang dan ganti.</xsl:when>
    <xsl:otherwise>Pulihkan dari cadangan. Jangan membuat yang baru sebelum yakin yang lama hilang: data lama tidak cocok dengan kunci baru.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="migrasi" mode="hal">Skema basis data</xsl:template>
<xsl:template match="migrasi" mode="nilai">
  <xsl:text>Nomor </xsl:text><xsl:value-of select="@nomor"/> (<span class="kode"><xsl:value-of select="@nama"/></span>)
</xsl:template>
<xsl:template match="migrasi" mode="anjuran">Perubahan skema berhenti di tengah. Ikuti petunjuk sql/migrasi sebelum memakai sistem lagi.</xsl:template>

<!-- ============ sections ============ -->

<xsl:template name="periksa">
  <xsl:param name="judul"/>
  <xsl:param name="isi"/>
  <section class="kotak">
    <h2><xsl:value-of select="$judul"/></h2>
    <table class="tabel">
      <caption class="semu"><xsl:value-of select="$judul"/></caption>
      <thead>
        <tr>
          <th scope="col">Yang diperiksa</th>
          <th scope="col">Keadaan</th>
          <th scope="col">Nilai</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$isi">
          <tr>
            <td class="utama" data-label="Yang diperiksa"><xsl:apply-templates select="." mode="hal"/></td>
            <td data-label="Keadaan"><xsl:apply-templates select="@keadaan" mode="lencana"/></td>
            <td data-label="Nilai">
              <xsl:apply-templates select="." mode="nilai"/>
              <xsl:if test="@keadaan = 'awas' or @keadaan = 'buruk'">
                <br/><strong>Yang perlu dilakukan: </strong><xsl:apply-templates select="." mode="anjuran"/>
              </xsl:if>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<xsl:template match="semua">
  <div role="status">
    <xsl:attribute name="class">
      <xsl:choose>
        <xsl:when test="@keadaan = 'baik'">pesan baik</xsl:when>
        <xsl:otherwise>pesan awas</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:call-template name="ikon">
      <xsl:with-param name="nama">
        <xsl:choose>
          <xsl:when test="@keadaan = 'baik'">centang</xsl:when>
          <xsl:otherwise>awas</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <p>
      <xsl:choose>
        <xsl:when test="@keadaan = 'baik'"><b>Semua berjalan baik.</b></xsl:when>
        <xsl:otherwise>
          <b>
            <xsl:if test="@buruk &gt; 0"><xsl:value-of select="@buruk"/> gangguan</xsl:if>
            <xsl:if test="@buruk &gt; 0 and @awas &gt; 0">, </xsl:if>
            <xsl:if test="@awas &gt; 0"><xsl:value-of select="@awas"/> hal perlu perhatian</xsl:if>
          </b>
          <xsl:text>. Yang perlu dilakukan ada pada barisnya.</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </p>
  </div>
</xsl:template>

<xsl:template name="hasil-cadangan">
  <section class="kotak">
    <h2>Cadangan terakhir</h2>
    <table class="tabel">
      <caption class="semu">Cadangan terakhir</caption>
      <thead>
        <tr>
          <th scope="col">Selesai</th>
          <th scope="col">Hasil</th>
          <th scope="col">Nama</th>
          <th scope="col" class="angka">Ukuran</th>
          <th scope="col" class="angka">Lama</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="cadangan/hasil">
          <tr>
            <td class="utama" data-label="Selesai"><xsl:apply-templates select="@selesai" mode="waktu"/></td>
            <td data-label="Hasil">
              <xsl:choose>
                <xsl:when test="@baik and @terkunci"><span class="lencana baik">Berhasil</span></xsl:when>
                <xsl:when test="@baik"><span class="lencana awas">Tidak disandikan</span></xsl:when>
                <xsl:otherwise><span class="lencana buruk">Gagal</span><xsl:if test="@sebab"><br/><xsl:value-of select="@sebab"/></xsl:if></xsl:otherwise>
              </xsl:choose>
            </td>
            <td data-label="Nama"><span class="kode"><xsl:value-of select="@nama"/></span></td>
            <td class="angka" data-label="Ukuran"><xsl:apply-templates select="@bita" mode="bita"/></td>
            <td class="angka" data-label="Lama"><xsl:apply-templates select="@detik" mode="lama"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<xsl:template name="hitungan-program">
  <section class="kotak">
    <h2>Permintaan yang dilayani</h2>
    <table class="tabel">
      <caption class="semu">Permintaan yang dilayani tiap program sejak server menyala</caption>
      <thead>
        <tr>
          <th scope="col">Program</th>
          <th scope="col" class="angka">Permintaan</th>
          <th scope="col" class="angka">Galat server</th>
          <th scope="col" class="angka">Rata-rata (milidetik)</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="program">
          <tr>
            <td class="utama" data-label="Program"><span class="kode"><xsl:value-of select="@nama"/></span></td>
            <td class="angka" data-label="Permintaan"><xsl:apply-templates select="@permintaan" mode="angka"/></td>
            <td class="angka" data-label="Galat server"><xsl:apply-templates select="@galat" mode="angka"/></td>
            <td class="angka" data-label="Rata-rata (milidetik)">
              <xsl:choose>
                <xsl:when test="@rata-us"><xsl:value-of select="format-number(@rata-us div 1000, '#.##0,0', 'id')"/></xsl:when>
                <xsl:otherwise>–</xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

<xsl:template name="versi-versi">
  <section class="kotak">
    <h2>Versi</h2>
    <dl class="ringkasan">
      <xsl:for-each select="versi">
        <div>
          <dt><xsl:call-template name="kata"><xsl:with-param name="peta" select="$nama-versi"/><xsl:with-param name="kode" select="@kode"/></xsl:call-template></dt>
          <dd><xsl:value-of select="@nilai"/></dd>
        </div>
      </xsl:for-each>
    </dl>
  </section>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="semua"/>
  <xsl:call-template name="periksa">
    <xsl:with-param name="judul" select="'Basis data, cadangan, dan ruang disk'"/>
    <xsl:with-param name="isi" select="basis | cadangan | ruang | sambungan | log-biner | replikasi | migrasi"/>
  </xsl:call-template>
  <xsl:call-template name="periksa">
    <xsl:with-param name="judul" select="'Antrean dan log'"/>
    <xsl:with-param name="isi" select="antrean | rantai"/>
  </xsl:call-template>
  <xsl:call-template name="periksa">
    <xsl:with-param name="judul" select="'Pekerja latar'"/>
    <xsl:with-param name="isi" select="pekerja"/>
  </xsl:call-template>
  <xsl:call-template name="periksa">
    <xsl:with-param name="judul" select="'Sertifikat dan kunci'"/>
    <xsl:with-param name="isi" select="sertifikat | kunci"/>
  </xsl:call-template>
  <xsl:if test="cadangan/hasil"><xsl:call-template name="hasil-cadangan"/></xsl:if>
  <xsl:if test="program"><xsl:call-template name="hitungan-program"/></xsl:if>
  <xsl:call-template name="versi-versi"/>
</xsl:template>

</xsl:stylesheet>
