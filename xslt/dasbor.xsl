<?xml version="1.0" encoding="UTF-8"?>
<!-- dasbor.xsl: the dashboard after signing in (U-09). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>

<xsl:variable name="status-halaman" select="'|baru=netral Draf (baru)|disetujui=proses Disetujui produsen|terdaftar=proses Terdaftar di Ditjen|'"/>

<xsl:template match="halaman" mode="judul">Selamat datang, <xsl:value-of select="sesi/@nama"/></xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:choose>
      <xsl:when test="sesi/@peran = 'pengguna' or sesi/@peran = 'dinas'">Di sini Anda meminta personalisasi kartu SAM untuk <xsl:value-of select="sesi/@lembaga"/>, mengikuti setiap langkahnya sampai selesai, lalu mengaktifkan kartunya pada pembaca Anda.</xsl:when>
      <xsl:when test="sesi/@peran = 'produsen'">Di sini Anda memeriksa permintaan yang ditujukan kepada <xsl:value-of select="sesi/@lembaga"/>, melengkapi lampirannya, dan menerima kartu yang selesai.</xsl:when>
      <xsl:when test="sesi/@peran = 'admin'">Di sini Anda memverifikasi akun, menerima permintaan, menjalankan personalisasi, dan menyetujui aktivasi.</xsl:when>
      <xsl:when test="sesi/@peran = 'pejabat'">Di sini Anda menandatangani dokumen dan memantau jalannya pekerjaan.</xsl:when>
      <xsl:otherwise>Akun Anda sudah aktif. Belum ada pekerjaan untuk peran Anda dalam sistem ini; pemberitahuan untuk Anda tampil di lonceng. Anda dapat membaca <a href="/panduan">Panduan</a> dan memeriksa dokumen melalui <a href="/verifikasi">Verifikasi dokumen</a>.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="sesi/@peran = 'pengguna' or sesi/@peran = 'dinas'">
    <a class="tombol utama" href="/permintaan/baru">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
      <xsl:text>Buat permintaan</xsl:text>
    </a>
  </xsl:if>
</xsl:template>

<xsl:variable name="kata-hitungan" select="'|akun-menunggu=pendaftaran akun menunggu verifikasi|permintaan-baru=permintaan masih draf|permintaan-diputuskan=permintaan menunggu persetujuan Anda|permintaan-dikembalikan=permintaan dikembalikan untuk diperbaiki|permintaan-didaftarkan=surat menunggu didaftarkan|permintaan-disposisi=surat menunggu disposisi atau penerimaan|permintaan-diajukan=permintaan menunggu produsen|proses-produksi=tiket sedang dipersonalisasi|proses-dokumen=tiket menunggu dokumen|dokumen-tanda-tangan=dokumen menunggu tanda tangan Anda|proses-siap-serah=tiket siap diserahkan|proses-diambil=tiket siap Anda ambil|proses-diserahkan=tiket menunggu tombol “Diterima” Anda|proses-berjalan=tiket dalam pengerjaan|aktivasi-diputuskan=permintaan aktivasi menunggu keputusan|aktivasi-diajukan=permintaan aktivasi menunggu Ditjen|kartu-token=kartu menunggu “Do Aktivasi”|kembali-dikirim=pengembalian kartu menunggu penerimaan|kembali-disusun=pengembalian kartu belum dikirim|aktivasi-baru=permintaan aktivasi masih draf|hapus-diajukan=permintaan penghapusan data pribadi|pesan-gagal=pesan keluar gagal terkirim|perjanjian-segera=perjanjian berakhir dalam 60 hari|balikan-gagal=berkas data balikan tidak diterima|balikan-ditolak=baris data balikan ditolak pada berkas terakhir|'"/>

<xsl:template match="halaman" mode="isi">
  <h2>Menunggu Anda</h2>
  <xsl:if test="not(sum(hitungan/@nilai) &gt; 0 or sesi/@belum &gt; 0)">
    <p>Tidak ada yang menunggu Anda saat ini.</p>
  </xsl:if>
  <xsl:if test="hitungan or sesi/@belum &gt; 0">
    <ul class="hitungan">
      <xsl:if test="sesi/@belum &gt; 0">
        <li>
          <a href="/notifikasi"><b><xsl:apply-templates select="sesi/@belum" mode="angka"/><xsl:if test="sesi/@belum &gt; 99">+</xsl:if></b> pemberitahuan belum dibaca</a>
        </li>
      </xsl:if>
      <xsl:for-each select="hitungan">
        <li>
          <a href="{@href}">
            <b><xsl:apply-templates select="@nilai" mode="angka"/></b>
            <xsl:text> </xsl:text>
            <xsl:value-of select="substring-before(substring-after($kata-hitungan, concat('|', @kode, '=')), '|')"/>
          </a>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:if>
  <xsl:if test="terlambat/baris and not(beban)"><xsl:call-template name="terlambat"/></xsl:if>
  <xsl:if test="beban">
    <div class="dua">
      <section class="kotak" aria-labelledby="beban">
        <h2 id="beban">Beban personalisasi</h2>
        <xsl:for-each select="beban/hari">
          <xsl:call-template name="kemajuan">
            <xsl:with-param name="nilai" select="@muatan"/>
            <xsl:with-param name="dari" select="@kapasitas"/>
            <xsl:with-param name="satuan" select="'kartu'"/>
            <xsl:with-param name="label">
              <xsl:choose>
                <xsl:when test="@ini">Hari ini</xsl:when>
                <xsl:otherwise><xsl:apply-templates select="@hari" mode="hari"/></xsl:otherwise>
              </xsl:choose>
              <xsl:text>, </xsl:text>
              <xsl:apply-templates select="@tanggal" mode="tanggal"/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
        <p class="tombol-baris"><a class="tombol" href="/proses/kalender">Buka kalender</a></p>
      </section>
      <xsl:call-template name="terlambat"/>
    </div>
  </xsl:if>
  <xsl:if test="perubahan">
    <section class="kotak" aria-labelledby="perubahan">
      <h2 id="perubahan">Perubahan terakhir</h2>
      <xsl:choose>
        <xsl:when test="perubahan/baris">
          <ol class="linimasa">
            <xsl:for-each select="perubahan/baris">
              <xsl:variable name="kata" select="substring-before(substring-after(concat(substring($peristiwa, 1, 9999 * not(@aktivasi)), substring($peristiwa-aktivasi, 1, 9999 * boolean(@aktivasi))), concat('|', @kode, '=')), '|')"/>
              <li>
                <p class="linimasa-apa">
                  <xsl:choose>
                    <xsl:when test="@aktivasi"><a href="/aktivasi/{@aktivasi}"><b><xsl:value-of select="@judul"/></b></a></xsl:when>
                    <xsl:otherwise><a href="/permintaan/{@permintaan}"><b><xsl:value-of select="@judul"/></b></a></xsl:otherwise>
                  </xsl:choose>
                  <span class="linimasa-ubah">
                    <xsl:choose>
                      <xsl:when test="$kata != ''"><xsl:value-of select="$kata"/></xsl:when>
                      <xsl:otherwise>Diperbarui</xsl:otherwise>
                    </xsl:choose>
                    <xsl:if test="@aktivasi"> (aktivasi)</xsl:if>
                    <xsl:if test="@ke != '' and not(@aktivasi)">
                      <xsl:text> </xsl:text>
                      <xsl:apply-templates select="@ke" mode="lencana"/>
                    </xsl:if>
                  </span>
                </p>
                <p class="linimasa-siapa">
                  <time datetime="{@waktu}"><xsl:apply-templates select="@waktu" mode="waktu"/></time>
                  <xsl:value-of select="concat(' · No. ', @nomor)"/>
                  <xsl:if test="@oleh != ''"><xsl:value-of select="concat(' · ', @oleh)"/></xsl:if>
                </p>
              </li>
            </xsl:for-each>
          </ol>
        </xsl:when>
        <xsl:when test="sesi/@peran = 'pengguna' or sesi/@peran = 'dinas'"><p>Belum ada permintaan. Siapkan surat permintaan dalam bentuk PDF, lalu pilih “Buat permintaan”; setiap langkahnya akan tampil di sini. Caranya ada di <a href="/panduan/permintaan">Panduan</a>.</p></xsl:when>
        <xsl:when test="sesi/@peran = 'produsen'"><p>Belum ada permintaan yang ditujukan kepada Anda. Begitu ada, Anda diberi tahu dan langkahnya tampil di sini. Pekerjaan Anda dijelaskan di <a href="/panduan/persetujuan">Panduan</a>.</p></xsl:when>
        <xsl:otherwise><p>Belum ada perubahan. Setiap langkah permintaan akan tampil di sini.</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:if>
</xsl:template>

<!-- Tickets past their estimate, those the person may see. -->
<xsl:template name="terlambat">
  <section class="kotak" aria-labelledby="terlambat">
    <h2 id="terlambat">Terlambat</h2>
    <xsl:choose>
      <xsl:when test="terlambat/baris">
        <p>
          <xsl:apply-templates select="terlambat/@total" mode="angka"/>
          <xsl:text> tiket melewati perkiraan selesainya.</xsl:text>
        </p>
        <ul>
          <xsl:for-each select="terlambat/baris">
            <li>
              <a href="/proses/{@id}"><span class="kode"><xsl:value-of select="@tiket"/></span></a>
              <xsl:value-of select="concat(' ', @judul, ', ', @lembaga, ', perkiraan selesai ')"/>
              <xsl:apply-templates select="@estimasi" mode="tanggal"/>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="terlambat/@total &gt; count(terlambat/baris)">
          <p><a href="/proses?kelompok=progress&amp;urut=estimasi&amp;arah=naik">Lihat semua, yang paling lama dahulu</a></p>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><p>Tidak ada tiket yang melewati perkiraan selesainya.</p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

</xsl:stylesheet>
