<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-lihat.xsl: one ticket (P-13, P-16 ... P-18). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:variable name="status-halaman" select="'|draf=netral Konsep|baru=netral Draf (baru)|disetujui=proses Disetujui produsen|terdaftar=proses Terdaftar di Ditjen|diterima=baik Diterima Ditjen|'"/>

<xsl:variable name="nama-dokumen" select="'|bast=Berita Acara Serah Terima (BAST)|surat-balasan=Surat balasan|surat-selesai=Surat keterangan selesai|pemusnahan=Berita Acara Pemusnahan|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Tiket ', proses/@kode)"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="proses/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', proses/@judul)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="proses" mode="berikut"/>
  <section class="kotak" aria-labelledby="judul-kemajuan">
    <h2 id="judul-kemajuan">Kemajuan</h2>
    <xsl:call-template name="kemajuan">
      <xsl:with-param name="nilai" select="proses/@selesai"/>
      <xsl:with-param name="dari" select="proses/@jumlah"/>
      <xsl:with-param name="satuan" select="'kartu'"/>
      <xsl:with-param name="label" select="'Kartu selesai dipersonalisasi'"/>
    </xsl:call-template>
    <xsl:apply-templates select="langkah"/>
  </section>
  <xsl:apply-templates select="proses" mode="ringkas"/>
  <div class="dua">
    <xsl:call-template name="dokumen"/>
    <xsl:call-template name="kartu"/>
  </div>
  <xsl:apply-templates select="serah-terima"/>
  <section class="kotak" aria-labelledby="judul-linimasa">
    <h2 id="judul-linimasa">Linimasa dari permintaan sampai serah terima</h2>
    <xsl:apply-templates select="linimasa"/>
  </section>
</xsl:template>

<!-- == what next == -->

<xsl:template match="proses" mode="berikut">
  <xsl:variable name="giliran" select="($peran = 'admin' and (@status = 'antri' or @status = 'produksi' or @status = 'siap-serah' or (@status = 'dokumen' and ../dokumen[@status = 'draf']))) or ($peran = 'pejabat' and @status = 'tanda-tangan') or ($peran = 'produsen' and @status = 'diserahkan') or (($peran = 'pengguna' or $peran = 'dinas') and @status = 'selesai' and ../jumlah-kartu[@status = 'diserahkan'])"/>
  <section class="langkah-lanjut" aria-labelledby="judul-lanjut">
    <h2 id="judul-lanjut">
      <xsl:choose>
        <xsl:when test="$giliran">Langkah berikutnya untuk Anda</xsl:when>
        <xsl:otherwise>Keadaan sekarang</xsl:otherwise>
      </xsl:choose>
    </h2>
    <p><xsl:apply-templates select="." mode="keadaan"/></p>
    <xsl:apply-templates select="." mode="tombol"/>
  </section>
</xsl:template>

<xsl:template match="proses" mode="keadaan">
  <xsl:choose>
    <xsl:when test="@status = 'antri' and $peran = 'admin'">Tiket ini menunggu giliran. Personalisasi dapat dimulai kapan saja; rencananya mulai <xsl:apply-templates select="@estimasi-mulai" mode="tanggal"/>.</xsl:when>
    <xsl:when test="@status = 'antri'">Tiket ini menunggu giliran personalisasi, diperkirakan mulai <xsl:apply-templates select="@estimasi-mulai" mode="tanggal"/> dan selesai <xsl:apply-templates select="@estimasi-selesai" mode="tanggal"/>.</xsl:when>
    <xsl:when test="@status = 'produksi' and $peran = 'admin'">Lanjutkan personalisasi: masih <xsl:value-of select="format-number(@jumlah - @selesai, '#.##0', 'id')"/> kartu lagi.</xsl:when>
    <xsl:when test="@status = 'produksi'">Kartu sedang dipersonalisasi, diperkirakan selesai <xsl:apply-templates select="@estimasi-selesai" mode="tanggal"/>.</xsl:when>
    <xsl:when test="@status = 'tanda-tangan' and $peran = 'pejabat'">Semua kartu selesai. Periksa dan tanda tangani dokumen tiket ini.</xsl:when>
    <xsl:when test="@status = 'dokumen' and $peran = 'admin'">Semua kartu selesai. Periksa konsep BAST, surat balasan, dan surat keterangan selesai, lalu ajukan kepada pejabat yang akan menandatangani.</xsl:when>
    <xsl:when test="@status = 'dokumen'">Semua kartu selesai. BAST, surat balasan, dan surat keterangan selesai sedang disiapkan.</xsl:when>
    <xsl:when test="@status = 'tanda-tangan'">Semua kartu selesai. BAST, surat balasan, dan surat keterangan selesai menunggu tanda tangan pejabat.</xsl:when>
    <xsl:when test="@status = 'siap-serah' and $peran = 'admin'">Semua dokumen sudah ditandatangani. Serahkan kartu dan BAST kepada wakil produsen.</xsl:when>
    <xsl:when test="@status = 'siap-serah' and $peran = 'produsen'">Kartu dan BAST siap diambil. Kirim wakil resmi Anda dengan kartu identitasnya ke Ditjen Dukcapil.</xsl:when>
    <xsl:when test="@status = 'siap-serah'">Kartu dan BAST siap diserahkan kepada produsen.</xsl:when>
    <xsl:when test="@status = 'diserahkan' and $peran = 'produsen'">Kartu dan BAST sudah diserahkan kepada wakil Anda. Setelah jumlahnya dicocokkan, nyatakan penerimaannya.</xsl:when>
    <xsl:when test="@status = 'diserahkan'">Kartu dan BAST sudah diserahkan. Menunggu pernyataan “Diterima” dari produsen.</xsl:when>
    <xsl:when test="@status = 'selesai' and ($peran = 'pengguna' or $peran = 'dinas') and ../jumlah-kartu[@status = 'diserahkan']">Kartu dan BAST sudah diterima produsen. Ajukan aktivasinya agar mesin Anda dapat membaca KTP-el.</xsl:when>
    <xsl:when test="@status = 'selesai'">Kartu dan BAST sudah diterima produsen. Tiket ini selesai.</xsl:when>
    <xsl:when test="@status = 'batal'">Tiket ini dibatalkan. Alasannya ada pada linimasa di bawah.</xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template match="proses" mode="tombol">
  <xsl:variable name="ke" select="concat('/proses/', @id)"/>
  <xsl:choose>
    <xsl:when test="$peran = 'admin' and (@status = 'antri' or @status = 'produksi')">
      <p class="tombol-baris">
        <a class="tombol utama" href="{$ke}/produksi">
          <xsl:choose>
            <xsl:when test="@status = 'antri'">Mulai personalisasi</xsl:when>
            <xsl:otherwise>Lanjutkan personalisasi</xsl:otherwise>
          </xsl:choose>
        </a>
        <xsl:if test="@status = 'antri'">
          <a class="tombol" href="{$ke}/pindah">Pindahkan jadwal</a>
        </xsl:if>
        <a class="tombol" href="{$ke}/batal">Batalkan tiket</a>
      </p>
    </xsl:when>
    <xsl:when test="$peran = 'pejabat' and @status = 'tanda-tangan'">
      <p class="tombol-baris"><a class="tombol utama" href="/dokumen?tunggu=saya">Lihat dokumen yang menunggu</a></p>
    </xsl:when>
    <xsl:when test="$peran = 'admin' and (@status = 'dokumen' or @status = 'tanda-tangan')">
      <p class="tombol-baris">
        <xsl:if test="@status = 'dokumen' and ../dokumen[@status = 'draf']">
          <a class="tombol utama" href="/dokumen/{../dokumen[@status = 'draf'][1]/@id}">Periksa dan ajukan dokumen</a>
        </xsl:if>
        <a class="tombol" href="{$ke}/produksi">Periksa catatan kartu</a>
      </p>
    </xsl:when>
    <xsl:when test="$peran = 'admin' and @status = 'siap-serah'">
      <p class="tombol-baris"><a class="tombol utama" href="{$ke}/serah-terima">Catat serah terima</a></p>
    </xsl:when>
    <xsl:when test="$peran = 'produsen' and @status = 'diserahkan'">
      <p class="tombol-baris">
        <a class="tombol utama" href="{$ke}/diterima">Diterima</a>
        <a class="tombol" href="{$ke}/serah-terima/batal">Belum kami terima</a>
      </p>
    </xsl:when>
    <!-- P-19 -->
    <xsl:when test="($peran = 'pengguna' or $peran = 'dinas') and @status = 'selesai' and ../jumlah-kartu[@status = 'diserahkan']">
      <p class="tombol-baris"><a class="tombol utama" href="/aktivasi/baru?proses={@id}">Permintaan Aktivasi</a></p>
    </xsl:when>
    <xsl:when test="$peran = 'admin' and @status = 'diserahkan'">
      <p class="tombol-baris"><a class="tombol" href="{$ke}/serah-terima/batal">Batalkan serah terima</a></p>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<!-- == facts == -->

<xsl:template match="proses" mode="ringkas">
  <section class="kotak" aria-labelledby="judul-ringkas">
    <h2 id="judul-ringkas">Ringkasan</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'nomor'"/>
        <xsl:with-param name="muatan"><a href="/permintaan/{@permintaan}"><xsl:value-of select="@nomor"/></a></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'kode'"/><xsl:with-param name="isi" select="@kode"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="@lembaga"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'produsen'"/><xsl:with-param name="isi" select="@produsen"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'jumlah'"/>
        <xsl:with-param name="isi">
          <xsl:apply-templates select="@jumlah" mode="angka"/>
          <xsl:choose>
            <xsl:when test="@fungsi = 'RW'"> kartu, fungsi baca dan tulis (RW)</xsl:when>
            <xsl:otherwise> kartu, fungsi baca saja (R)</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'estimasi-mulai'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@estimasi-mulai" mode="tanggal"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'estimasi-selesai'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@estimasi-selesai" mode="tanggal"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="@paling-awal">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'Jadwal dipindahkan'"/>
          <xsl:with-param name="isi">
            <xsl:text>Tidak sebelum </xsl:text>
            <xsl:apply-templates select="@paling-awal" mode="tanggal"/>
            <xsl:value-of select="concat(': ', @alasan-pindah)"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Tiket terbit'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@dibuat" mode="waktu"/></xsl:with-param>
      </xsl:call-template>
    </dl>
  </section>
</xsl:template>

<xsl:template name="dokumen">
  <section class="kotak" aria-labelledby="judul-dokumen">
    <h2 id="judul-dokumen">Cetak Dokumen BAST</h2>
    <xsl:choose>
      <xsl:when test="dokumen">
        <ul class="berkas-baris">
          <xsl:for-each select="dokumen">
            <li>
              <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'dokumen'"/></xsl:call-template>
              <a href="/dokumen/{@id}"><xsl:value-of select="substring-before(substring-after($nama-dokumen, concat('|', @jenis, '=')), '|')"/></a>
              <small>
                <xsl:value-of select="@nomor"/>
                <xsl:if test="@ditandatangani">
                  <xsl:text>, ditandatangani </xsl:text>
                  <xsl:apply-templates select="@ditandatangani" mode="tanggal"/>
                </xsl:if>
              </small>
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="@status" mode="lencana"/>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:when>
      <xsl:otherwise><p>Dokumen dibuat setelah semua kartu selesai dipersonalisasi.</p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template name="kartu">
  <section class="kotak" aria-labelledby="judul-kartu">
    <h2 id="judul-kartu">Kartu</h2>
    <ul class="hitungan">
      <xsl:for-each select="jumlah-kartu">
        <li>
          <a href="/proses/{../proses/@id}/kartu?status={@status}">
            <b><xsl:apply-templates select="@jumlah" mode="angka"/></b>
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="@status" mode="kata-status"/>
          </a>
        </li>
      </xsl:for-each>
    </ul>
    <p><a href="/proses/{proses/@id}/kartu">Lihat daftar kartu</a></p>
  </section>
</xsl:template>

<xsl:template match="serah-terima">
  <section class="kotak" aria-labelledby="judul-serah">
    <h2 id="judul-serah">Serah terima</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Wakil produsen'"/><xsl:with-param name="isi" select="concat(@nama, ', ', @jabatan)"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'identitas'"/><xsl:with-param name="isi" select="translate(@identitas, '*', '•')"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Diserahkan'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@tanggal" mode="tanggal"/> oleh <xsl:value-of select="@petugas"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Dinyatakan diterima'"/>
        <xsl:with-param name="isi">
          <xsl:if test="@penerima">
            <xsl:apply-templates select="../proses/@diterima" mode="waktu"/> oleh <xsl:value-of select="@penerima"/>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </dl>
  </section>
</xsl:template>

</xsl:stylesheet>
