<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-lihat.xsl: one request for activation (A-01, A-02). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:variable name="peristiwa" select="$peristiwa-aktivasi"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Permintaan aktivasi ', aktivasi/@nomor)"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="aktivasi/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', aktivasi/@judul)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:apply-templates select="aktivasi" mode="berikut"/>
  <xsl:apply-templates select="aktivasi" mode="ringkas"/>
  <xsl:call-template name="mesin"/>
  <section class="kotak" aria-labelledby="judul-linimasa">
    <h2 id="judul-linimasa">Riwayat</h2>
    <xsl:apply-templates select="linimasa"/>
  </section>
</xsl:template>

<!-- == what next == -->

<xsl:template match="aktivasi" mode="berikut">
  <xsl:variable name="ke" select="concat('/aktivasi/', @id)"/>
  <section class="langkah-lanjut" aria-labelledby="judul-lanjut">
    <h2 id="judul-lanjut">
      <xsl:choose>
        <xsl:when test="boleh[@aksi = 'kirim' or @aksi = 'setujui' or @aksi = 'token']">Langkah berikutnya untuk Anda</xsl:when>
        <xsl:otherwise>Keadaan sekarang</xsl:otherwise>
      </xsl:choose>
    </h2>
    <p><xsl:apply-templates select="." mode="keadaan"/></p>
    <xsl:if test="alasan and (@status = 'ditolak' or @status = 'ditarik')">
      <p><b>Alasan: </b><xsl:value-of select="alasan"/></p>
    </xsl:if>
    <xsl:if test="(@status = 'diajukan' or @status = 'disetujui') and not(../perjanjian)">
      <xsl:call-template name="tanpa-perjanjian"/>
    </xsl:if>
    <xsl:if test="boleh">
      <p class="tombol-baris">
        <xsl:if test="boleh[@aksi = 'kirim']">
          <a class="tombol utama" href="{$ke}/kirim">Kirim</a>
          <a class="tombol" href="{$ke}/baris">Isi daftar mesin</a>
        </xsl:if>
        <xsl:if test="boleh[@aksi = 'ubah']"><a class="tombol" href="{$ke}/ubah">Ubah</a></xsl:if>
        <xsl:if test="boleh[@aksi = 'hapus']"><a class="tombol" href="{$ke}/hapus">Hapus draf</a></xsl:if>
        <xsl:if test="boleh[@aksi = 'setujui']"><a class="tombol utama" href="{$ke}/setujui">Setujui</a></xsl:if>
        <xsl:if test="boleh[@aksi = 'tolak']"><a class="tombol" href="{$ke}/tolak">Tolak</a></xsl:if>
        <xsl:if test="boleh[@aksi = 'tarik']"><a class="tombol" href="{$ke}/tarik">Tarik permintaan</a></xsl:if>
        <xsl:choose>
          <xsl:when test="boleh[@aksi = 'token']">
            <a class="tombol utama" href="{$ke}/token">Token kartu</a>
            <a class="tombol" href="/aktivasi/massal">Aktivasi banyak kartu</a>
          </xsl:when>
          <xsl:when test="boleh[@aksi = 'token-ulang']">
            <a class="tombol" href="{$ke}/token">Keadaan token</a>
          </xsl:when>
        </xsl:choose>
      </p>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template match="aktivasi" mode="keadaan">
  <xsl:choose>
    <xsl:when test="@status = 'baru' and not(surat)">Draf ini belum dikirim. Lengkapi daftar mesin dan tambahkan surat permintaan (PDF) melalui “Ubah”, lalu kirim.</xsl:when>
    <xsl:when test="@status = 'baru'">Draf ini belum dikirim. Periksa daftar mesinnya, lalu kirim ke Ditjen Dukcapil.</xsl:when>
    <xsl:when test="@status = 'diajukan' and $peran = 'admin'">Periksa surat dan daftar mesinnya, lalu setujui atau tolak. Persetujuan menerbitkan satu token untuk setiap kartu.</xsl:when>
    <xsl:when test="@status = 'diajukan'">Permintaan menunggu keputusan Ditjen Dukcapil.</xsl:when>
    <xsl:when test="@status = 'ditarik'">Permintaan ini ditarik lembaga pemohon. Kartunya dapat dipakai pada permintaan lain.</xsl:when>
    <xsl:when test="@status = 'ditolak'">Permintaan ini ditolak. Kartunya dapat diajukan lagi dengan surat lain.</xsl:when>
    <xsl:when test="@status = 'disetujui' and $peminta">Permintaan disetujui. Buka token setiap kartu, lalu lakukan aktivasi per kartu melalui “Do Aktivasi” pada daftar mesin, atau sekaligus dengan berkas.</xsl:when>
    <xsl:when test="@status = 'disetujui'">Permintaan disetujui dan token sudah terbit. Lembaga pemohon mengaktifkan kartunya masing-masing.</xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template name="tanpa-perjanjian">
  <div class="pesan awas">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
    <p>
      <xsl:choose>
        <xsl:when test="$peran = 'admin'">Belum ada perjanjian (PKS) lembaga ini dengan akses pembaca KTP-el yang berlaku hari ini. Tanpa itu kartu tidak dapat diaktifkan. <a href="/admin/perjanjian?cari={@lembaga}">Lihat perjanjian</a></xsl:when>
        <xsl:otherwise>Belum ada perjanjian (PKS) dengan akses pembaca KTP-el yang berlaku hari ini. Tanpa itu kartu tidak dapat diaktifkan.</xsl:otherwise>
      </xsl:choose>
    </p>
  </div>
</xsl:template>

<!-- == facts == -->

<xsl:template match="aktivasi" mode="ringkas">
  <section class="kotak" aria-labelledby="judul-ringkas">
    <h2 id="judul-ringkas">Ringkasan</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="isi" select="@nomor"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'judul'"/><xsl:with-param name="isi" select="@judul"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'dibuat'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@dibuat" mode="waktu"/> oleh <xsl:value-of select="@pembuat"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="concat(@lembaga, ' (', @lembaga-kode, ')')"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'proses'"/>
        <xsl:with-param name="muatan"><a class="kode" href="/proses/{@proses}"><xsl:value-of select="@tiket"/></a></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'jumlah'"/>
        <xsl:with-param name="isi">
          <xsl:apply-templates select="@jumlah" mode="angka"/>
          <xsl:choose>
            <xsl:when test="@fungsi = 'RW'"> mesin, fungsi baca dan tulis (RW)</xsl:when>
            <xsl:otherwise> mesin, fungsi baca saja (R)</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:if test="surat">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="nama" select="'berkas'"/>
          <xsl:with-param name="muatan"><a href="/aktivasi/{@id}/berkas"><xsl:value-of select="surat/@nama"/></a> (<xsl:apply-templates select="surat/@bita" mode="bita"/>)</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="@diajukan">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'Dikirim'"/>
          <xsl:with-param name="isi"><xsl:apply-templates select="@diajukan" mode="waktu"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="@diputus">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'Diputus'"/>
          <xsl:with-param name="isi"><xsl:apply-templates select="@diputus" mode="waktu"/> oleh <xsl:value-of select="@pemutus"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="../perjanjian">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'Perjanjian (PKS)'"/>
          <xsl:with-param name="isi"><xsl:value-of select="../perjanjian/@nomor"/>, berlaku sampai <xsl:apply-templates select="../perjanjian/@berakhir" mode="tanggal"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'catatan'"/><xsl:with-param name="isi" select="catatan"/></xsl:call-template>
    </dl>
  </section>
</xsl:template>

<xsl:template name="mesin">
  <section class="kotak" aria-labelledby="judul-mesin">
    <h2 id="judul-mesin">Daftar mesin</h2>
    <xsl:if test="aktivasi/@status = 'disetujui'">
      <ul class="hitungan">
        <xsl:for-each select="jumlah-kartu">
          <li>
            <a href="/aktivasi/{/halaman/aktivasi/@id}/baris">
              <b><xsl:apply-templates select="@jumlah" mode="angka"/></b>
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="@status" mode="kata-status"/>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:apply-templates select="cuplikan" mode="tabel-mesin"/>
    <p>
      <a href="/aktivasi/{aktivasi/@id}/baris">
        <xsl:choose>
          <xsl:when test="aktivasi/boleh[@aksi = 'ubah']">Isi atau ubah daftar mesin</xsl:when>
          <xsl:otherwise>Lihat seluruh daftar mesin</xsl:otherwise>
        </xsl:choose>
        <xsl:text> (</xsl:text>
        <xsl:apply-templates select="aktivasi/@jumlah" mode="angka"/>
        <xsl:text> mesin)</xsl:text>
      </a>
    </p>
  </section>
</xsl:template>

</xsl:stylesheet>
