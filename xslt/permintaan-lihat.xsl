<?xml version="1.0" encoding="UTF-8"?>
<!-- permintaan-lihat.xsl: one request (P-02 ... P-06). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/permintaan.xsl"/>

<xsl:variable name="peran" select="/halaman/sesi/@peran"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Permintaan ', permintaan/@nomor)"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="permintaan/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', permintaan/@judul)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="permintaan" mode="berikut"/>
  <xsl:apply-templates select="permintaan" mode="ringkas"/>
  <xsl:if test="permintaan/disposisi/@tanggal or permintaan/@agenda-nomor">
    <xsl:apply-templates select="permintaan" mode="surat-masuk"/>
  </xsl:if>
  <xsl:apply-templates select="permintaan" mode="berkas"/>
  <xsl:if test="cuplikan/kartu">
    <xsl:apply-templates select="cuplikan"/>
  </xsl:if>
  <section class="kotak" aria-labelledby="judul-linimasa">
    <h2 id="judul-linimasa">Riwayat</h2>
    <xsl:apply-templates select="linimasa"/>
  </section>
</xsl:template>

<!-- == what next == -->

<xsl:template match="permintaan" mode="berikut">
  <section class="langkah-lanjut" aria-labelledby="judul-lanjut">
    <h2 id="judul-lanjut">
      <xsl:choose>
        <xsl:when test="boleh[@aksi != 'tarik']">Langkah berikutnya untuk Anda</xsl:when>
        <xsl:otherwise>Keadaan sekarang</xsl:otherwise>
      </xsl:choose>
    </h2>
    <p><xsl:apply-templates select="." mode="keadaan"/></p>
    <xsl:if test="alasan and (@status = 'dikembalikan' or @status = 'ditolak' or @status = 'ditarik')">
      <div class="pesan awas">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
        <p><b>Alasan: </b><xsl:value-of select="alasan"/></p>
      </div>
    </xsl:if>
    <xsl:if test="boleh or @proses">
      <p class="tombol-baris">
        <xsl:if test="@proses">
          <a class="tombol utama" href="/proses/{@proses}">Lihat tiket <xsl:value-of select="@tiket"/></a>
        </xsl:if>
        <xsl:for-each select="boleh">
          <xsl:call-template name="tombol-aksi"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template name="tombol-aksi">
  <xsl:variable name="kata" select="substring-before(substring-after('|ubah=Ubah atau kirim|hapus=Hapus draf|tarik=Tarik permintaan|setujui=Setujui dan isi daftar seri|tolak=Tolak|daftarkan=Daftarkan surat|disposisi=Catat disposisi|terima=Terima permintaan|kembalikan=Kembalikan|', concat('|', @aksi, '=')), '|')"/>
  <xsl:variable name="lengkap" select="../disposisi[@jabatan = 'kasubdit']/@tanggal != ''"/>
  <xsl:if test="@aksi != 'terima' or $lengkap">
    <a href="/permintaan/{../@id}/{@aksi}">
      <xsl:attribute name="class">
        <xsl:text>tombol</xsl:text>
        <xsl:if test="@aksi = 'ubah' or @aksi = 'setujui' or @aksi = 'daftarkan' or @aksi = 'terima' or (@aksi = 'disposisi' and not($lengkap))"> utama</xsl:if>
      </xsl:attribute>
      <xsl:choose>
        <xsl:when test="@aksi = 'setujui' and ../@status = 'dikembalikan'">Perbaiki dan ajukan ulang</xsl:when>
        <xsl:when test="@aksi = 'disposisi' and $lengkap">Perbaiki disposisi</xsl:when>
        <xsl:otherwise><xsl:value-of select="$kata"/></xsl:otherwise>
      </xsl:choose>
    </a>
  </xsl:if>
</xsl:template>

<xsl:template match="permintaan" mode="keadaan">
  <xsl:choose>
    <xsl:when test="@status = 'baru' and surat">Draf ini belum dikirim. Periksa isinya, lalu kirim kepada produsen.</xsl:when>
    <xsl:when test="@status = 'baru'">Draf ini belum lengkap: berkas surat permintaan belum ada. Lengkapi, lalu kirim kepada produsen.</xsl:when>
    <xsl:when test="@status = 'diajukan' and $peran = 'produsen'">Lembaga ini meminta persetujuan Anda. Siapkan daftar seri (<xsl:apply-templates select="@jumlah" mode="angka"/> baris), surat pesanan, dan salinan PKS.</xsl:when>
    <xsl:when test="@status = 'diajukan'">Menunggu keputusan <xsl:value-of select="@produsen"/>. Selama belum diputus, permintaan dapat ditarik oleh lembaga pemohon.</xsl:when>
    <xsl:when test="@status = 'ditarik'">Permintaan ini sudah ditarik oleh lembaga pemohon dan tidak diproses lagi.</xsl:when>
    <xsl:when test="@status = 'ditolak'">Produsen menolak permintaan ini. Lembaga pemohon dapat membuat permintaan baru.</xsl:when>
    <xsl:when test="@status = 'disetujui' and $peran = 'admin'">Produsen sudah menyetujui dan mengirim lampirannya. Daftarkan suratnya, atau kembalikan bila ada yang kurang.</xsl:when>
    <xsl:when test="@status = 'disetujui'">Produsen sudah menyetujui. Menunggu surat didaftarkan di Ditjen Dukcapil.</xsl:when>
    <xsl:when test="@status = 'terdaftar' and $peran = 'admin' and disposisi[@jabatan = 'kasubdit']/@tanggal != ''">Disposisi sudah lengkap. Terima permintaan agar kode tiket terbit, atau kembalikan bila ada yang kurang.</xsl:when>
    <xsl:when test="@status = 'terdaftar' and $peran = 'admin'">Surat sudah terdaftar. Catat disposisi sampai Kasubdit KI.</xsl:when>
    <xsl:when test="@status = 'terdaftar'">Surat sudah terdaftar di Ditjen Dukcapil dan menunggu disposisi.</xsl:when>
    <xsl:when test="@status = 'dikembalikan' and $peran = 'produsen'">Ditjen Dukcapil mengembalikan permintaan ini kepada Anda. Semua yang pernah diisi masih tersimpan: perbaiki yang kurang, lalu ajukan ulang.</xsl:when>
    <xsl:when test="@status = 'dikembalikan'">Ditjen Dukcapil mengembalikan permintaan ini kepada produsen untuk diperbaiki.</xsl:when>
    <xsl:when test="@status = 'diterima'">Ditjen Dukcapil sudah menerima permintaan ini. Kemajuan pengerjaan dapat dilihat pada tiketnya.</xsl:when>
  </xsl:choose>
</xsl:template>

<!-- == facts == -->

<xsl:template match="permintaan" mode="ringkas">
  <section class="kotak" aria-labelledby="judul-ringkas">
    <h2 id="judul-ringkas">Permintaan</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="isi" select="@nomor"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'judul'"/><xsl:with-param name="isi" select="@judul"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="@lembaga"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'produsen'"/><xsl:with-param name="isi" select="@produsen"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'jumlah'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@jumlah" mode="angka"/> mesin</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'fungsi'"/>
        <xsl:with-param name="isi">
          <xsl:choose>
            <xsl:when test="@fungsi = 'RW'">Baca dan tulis (RW)</xsl:when>
            <xsl:otherwise>Baca saja (R)</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Tgl Buat'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@dibuat" mode="waktu"/> oleh <xsl:value-of select="@pembuat"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="@diajukan">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'Diajukan'"/>
          <xsl:with-param name="isi"><xsl:apply-templates select="@diajukan" mode="waktu"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="@diputus">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'Diputus produsen'"/>
          <xsl:with-param name="isi"><xsl:apply-templates select="@diputus" mode="waktu"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="@tiket">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'Kode Tiket'"/>
          <xsl:with-param name="muatan"><a class="kode" href="/proses/{@proses}"><xsl:value-of select="@tiket"/></a></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'catatan'"/><xsl:with-param name="isi" select="catatan"/></xsl:call-template>
    </dl>
  </section>
</xsl:template>

<xsl:template match="permintaan" mode="surat-masuk">
  <section class="kotak" aria-labelledby="judul-disposisi">
    <h2 id="judul-disposisi">Surat dan disposisi di Ditjen</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'agenda-nomor'"/><xsl:with-param name="isi" select="@agenda-nomor"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'agenda-tanggal'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@agenda-tanggal" mode="tanggal"/></xsl:with-param>
      </xsl:call-template>
      <xsl:for-each select="disposisi">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label"><xsl:call-template name="jabatan"><xsl:with-param name="kode" select="@jabatan"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="isi">
            <xsl:apply-templates select="@tanggal" mode="tanggal"/>
            <xsl:if test="@catatan != ''"> – <xsl:value-of select="@catatan"/></xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </dl>
  </section>
</xsl:template>

<xsl:template match="permintaan" mode="berkas">
  <section class="kotak" aria-labelledby="judul-berkas">
    <h2 id="judul-berkas">Berkas</h2>
    <xsl:choose>
      <xsl:when test="surat or pks or pesanan">
        <ul class="berkas-baris">
          <xsl:apply-templates select="surat" mode="berkas"><xsl:with-param name="ke" select="'surat'"/><xsl:with-param name="apa" select="'Surat permintaan'"/></xsl:apply-templates>
          <xsl:for-each select="pesanan">
            <xsl:apply-templates select="berkas" mode="berkas">
              <xsl:with-param name="ke" select="concat('po-', @urut)"/>
              <xsl:with-param name="apa" select="concat('Surat pesanan ', @nomor)"/>
            </xsl:apply-templates>
          </xsl:for-each>
          <xsl:apply-templates select="pks" mode="berkas"><xsl:with-param name="ke" select="'pks'"/><xsl:with-param name="apa" select="'Salinan PKS'"/></xsl:apply-templates>
        </ul>
      </xsl:when>
      <xsl:otherwise><p>Belum ada berkas.</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="pesanan">
      <h3>Surat pesanan</h3>
      <table class="tabel">
        <caption class="semu">Surat pesanan</caption>
        <thead><tr><th scope="col">Nomor</th><th scope="col">Tanggal</th><th scope="col">Dari</th><th scope="col">Kepada</th><th scope="col" class="angka">Jml Mesin</th></tr></thead>
        <tbody>
          <xsl:for-each select="pesanan">
            <tr>
              <td class="utama" data-label="Nomor"><xsl:value-of select="@nomor"/></td>
              <td class="rapat" data-label="Tanggal"><xsl:apply-templates select="@tanggal" mode="tanggal"/></td>
              <td data-label="Dari"><xsl:value-of select="@dari"/></td>
              <td data-label="Kepada"><xsl:value-of select="@kepada"/></td>
              <td class="angka" data-label="Jml Mesin"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template match="*" mode="berkas">
  <xsl:param name="ke"/>
  <xsl:param name="apa"/>
  <li>
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'dokumen'"/></xsl:call-template>
    <a href="/permintaan/{/halaman/permintaan/@id}/berkas/{$ke}"><xsl:value-of select="$apa"/></a>
    <small><xsl:value-of select="@nama"/> (<xsl:apply-templates select="@bita" mode="bita"/>)</small>
  </li>
</xsl:template>

<xsl:template match="cuplikan">
  <section class="kotak" aria-labelledby="judul-kartu">
    <h2 id="judul-kartu">Daftar seri</h2>
    <table class="tabel">
      <caption class="semu">Cuplikan daftar seri</caption>
      <thead><tr><th scope="col" class="angka">No.</th><th scope="col">Seri kartu SAM kosong</th><th scope="col">Seri mesin</th></tr></thead>
      <tbody>
        <xsl:for-each select="kartu">
          <tr>
            <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
            <td class="utama" data-label="Seri kartu"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></td>
            <td data-label="Seri mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <p>
      <a href="/permintaan/{/halaman/permintaan/@id}/kartu">
        <xsl:text>Lihat seluruh daftar seri (</xsl:text>
        <xsl:apply-templates select="/halaman/permintaan/@kartu" mode="angka"/>
        <xsl:text> kartu)</xsl:text>
      </a>
    </p>
  </section>
</xsl:template>

</xsl:stylesheet>
