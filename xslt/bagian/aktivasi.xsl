<?xml version="1.0" encoding="UTF-8"?>
<!--
  aktivasi.xsl: what the pages of activation share: the row of tabs, words of
  cards' states, breadcrumb.  Imported after layout.xsl and the other parts.

  A page calls "tab-aktivasi" first in its content.  A page below another tab
  than "Permintaan" has a breadcrumb of its own.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="peran" select="/halaman/sesi/@peran"/>

<xsl:variable name="peminta" select="$peran = 'pengguna' or $peran = 'dinas'"/>

<!-- Names of a request's fields; a page below another tab has its own. -->
<xsl:variable name="label" select="'|nomor=No. Permintaan|judul=Judul Permintaan|dibuat=Tgl Buat|lembaga=Lembaga Pengguna|proses=No. Permohonan Perso|jumlah=Jumlah Mesin|berkas=Berkas Permintaan|catatan=Catatan / Keterangan|alasan=Alasan|status=Status|'"/>

<!-- States of a request and of a card, for badges and words. -->
<xsl:variable name="status-kartu" select="'|kosong=netral Kosong|personal=info Dipersonalisasi|gagal=awas Gagal|rusak=buruk Rusak|terkunci=buruk Terkunci|diganti=netral Diganti|diserahkan=info Diserahkan|token=proses Token terbit|aktif=baik Aktif|ditangguhkan=awas Ditangguhkan|nonaktif=netral Nonaktif|dikembalikan=netral Dikembalikan|dimusnahkan=buruk Dimusnahkan|'"/>
<xsl:variable name="status-halaman" select="concat('|baru=netral Draf (baru)|', substring-after($status-kartu, '|'))"/>

<!-- The parts of activation; a producer has only the trace. -->
<xsl:template name="tab-aktivasi">
  <xsl:if test="$peran != 'produsen'">
    <xsl:variable name="j" select="/halaman/@jalur"/>
    <xsl:variable name="bagian" select="substring-before(concat(substring-after($j, '/aktivasi/'), '/'), '/')"/>
    <nav class="tombol-baris tab" aria-label="Bagian SAM Aktivasi">
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi'"/><xsl:with-param name="kata" select="'Permintaan'"/><xsl:with-param name="di" select="$bagian = '' or $bagian = 'baru' or number($bagian) = number($bagian)"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/kartu?status=aktif'"/><xsl:with-param name="kata" select="'Kartu'"/><xsl:with-param name="di" select="$bagian = 'kartu'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/massal'"/><xsl:with-param name="kata" select="'Massal'"/><xsl:with-param name="di" select="$bagian = 'massal'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/kembali'"/><xsl:with-param name="kata" select="'Pengembalian'"/><xsl:with-param name="di" select="$bagian = 'kembali'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/lacak'"/><xsl:with-param name="kata" select="'Lacak'"/><xsl:with-param name="di" select="$bagian = 'lacak'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/peta'"/><xsl:with-param name="kata" select="'Peta'"/><xsl:with-param name="di" select="$bagian = 'peta'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/aktivasi/perjanjian'"/><xsl:with-param name="kata" select="'Perjanjian'"/><xsl:with-param name="di" select="$bagian = 'perjanjian'"/></xsl:call-template>
    </nav>
  </xsl:if>
</xsl:template>

<!-- Breadcrumb of every page below the list. -->
<xsl:template match="halaman" mode="remah">
  <xsl:if test="@jalur != '/aktivasi' and $peran != 'produsen'">
    <li><a href="/aktivasi">SAM Aktivasi</a></li>
  </xsl:if>
  <xsl:if test="aktivasi and @jalur != concat('/aktivasi/', aktivasi/@id)">
    <li><a href="/aktivasi/{aktivasi/@id}"><xsl:value-of select="aktivasi/@nomor"/></a></li>
  </xsl:if>
</xsl:template>

<!-- A request in one paragraph, above forms. -->
<xsl:template match="aktivasi" mode="singkat">
  <p>
    <b><xsl:value-of select="@nomor"/></b>
    <xsl:value-of select="concat(' – ', @judul, ', ', @lembaga, ', tiket ', @tiket, ', ')"/>
    <xsl:apply-templates select="@jumlah" mode="angka"/>
    <xsl:text> mesin.</xsl:text>
  </p>
</xsl:template>

<!-- <kartu>s of a request as a table. -->
<xsl:template match="*" mode="tabel-mesin">
  <table class="tabel">
    <caption class="semu">Daftar mesin</caption>
    <thead>
      <tr>
        <th scope="col" class="angka">No.</th>
        <th scope="col">No. Seri Kartu SAM</th>
        <th scope="col">No. Identitas Kartu SAM</th>
        <th scope="col">PCID</th>
        <th scope="col">No. Mesin</th>
        <th scope="col">Outlet</th>
        <th scope="col">Alamat</th>
        <th scope="col">Status kartu</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="kartu">
        <tr>
          <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
          <td class="utama" data-label="No. Seri Kartu SAM"><a class="kode" href="/aktivasi/kartu/{@id}"><xsl:value-of select="@seri-kartu"/></a></td>
          <td data-label="No. Identitas Kartu SAM"><span class="kode"><xsl:value-of select="@sam-id"/></span></td>
          <td data-label="PCID"><span class="kode"><xsl:value-of select="@pcid"/></span></td>
          <td data-label="No. Mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
          <td data-label="Outlet"><xsl:value-of select="@outlet"/></td>
          <td data-label="Alamat"><xsl:value-of select="@alamat"/></td>
          <td data-label="Status kartu"><xsl:apply-templates select="@status" mode="lencana"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- lembar: pages of numbered rows.  ke is the address without ?hal. -->
<xsl:template name="lembar">
  <xsl:param name="ke"/>
  <xsl:variable name="l" select="/halaman/lembar"/>
  <div class="daftar-kaki">
    <p class="menampilkan">
      <xsl:text>Menampilkan baris </xsl:text>
      <xsl:apply-templates select="$l/@dari" mode="angka"/>–<xsl:apply-templates select="$l/@sampai" mode="angka"/>
      <xsl:text> dari </xsl:text>
      <xsl:apply-templates select="$l/@jumlah" mode="angka"/>
    </p>
    <xsl:if test="$l/@banyak &gt; 1">
      <nav class="halaman-lain" aria-label="Halaman baris">
        <xsl:if test="$l/@hal &gt; 1">
          <a class="tombol kecil" rel="prev" href="{$ke}?hal={$l/@hal - 1}">Sebelumnya</a>
        </xsl:if>
        <xsl:if test="$l/@hal &lt; $l/@banyak">
          <a class="tombol kecil" rel="next" href="{$ke}?hal={$l/@hal + 1}">Berikutnya</a>
        </xsl:if>
      </nav>
    </xsl:if>
  </div>
</xsl:template>

<!-- == messages == -->

<xsl:template match="pesan[@kode = 'aktivasi-disimpan']" mode="pesan">Draf sudah disimpan. Lengkapi daftar mesinnya, lalu kirim.</xsl:template>
<xsl:template match="pesan[@kode = 'aktivasi-diajukan']" mode="pesan">Permintaan aktivasi sudah dikirim ke Ditjen Dukcapil. Anda akan diberi tahu setelah diputuskan.</xsl:template>
<xsl:template match="pesan[@kode = 'aktivasi-ditarik']" mode="pesan">Permintaan aktivasi sudah ditarik. Kartunya dapat dipakai pada permintaan lain.</xsl:template>
<xsl:template match="pesan[@kode = 'aktivasi-disetujui']" mode="pesan">Permintaan disetujui dan token setiap kartu sudah terbit. Lembaga pemohon sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'aktivasi-ditolak']" mode="pesan">Permintaan sudah ditolak. Lembaga pemohon sudah diberi tahu beserta alasannya.</xsl:template>
<xsl:template match="pesan[@kode = 'draf-dihapus']" mode="pesan">Draf sudah dihapus.</xsl:template>
<xsl:template match="pesan[@kode = 'baris-disimpan']" mode="pesan">Daftar mesin sudah disimpan.</xsl:template>
<xsl:template match="pesan[@kode = 'token-diulang']" mode="pesan">Token baru untuk kartu itu sudah terbit. Token lamanya tidak berlaku lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'token-diulang-semua']" mode="pesan">Token baru sudah terbit. Semua token lama yang belum dipakai tidak berlaku lagi.</xsl:template>

<!-- == errors of a request == -->

<xsl:template match="galat[@ruas = 'nomor' and @kode = 'sudah-dipakai']" mode="kalimat">No. Permintaan ini sudah dipakai lembaga Anda pada permintaan aktivasi lain. Periksa nomor suratnya.</xsl:template>
<xsl:template match="galat[@ruas = 'proses' and (@kode = 'wajib' or @kode = 'angka' or @kode = 'tidak-ada')]" mode="kalimat">Pilih No. Permohonan Perso yang kartunya sudah diserahkan kepada lembaga Anda.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-habis']" mode="kalimat">Semua kartu tiket ini sudah diaktivasi atau sudah tercantum pada permintaan aktivasi lain.</xsl:template>
<xsl:template match="galat[@kode = 'melebihi-kartu']" mode="galat">
  <xsl:text>Jumlah Mesin melebihi kartu yang belum diaktivasi pada tiket ini: tersedia </xsl:text>
  <xsl:apply-templates select="@nilai" mode="angka"/>
  <xsl:text> kartu.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'surat-belum-ada']" mode="kalimat">Berkas Permintaan belum ada. Pilih “Ubah” dan tambahkan surat bertanda tangan (PDF) lebih dahulu.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-berubah']" mode="kalimat">Keadaan sebagian kartu sudah berubah sejak permintaan ini dibuat, sehingga belum dapat disetujui. Periksa daftar kartunya.</xsl:template>
<xsl:template match="galat[@kode = 'berubah']" mode="kalimat">Data ini sudah diubah orang lain sejak Anda membukanya. Periksa keadaan terbaru, lalu kirim lagi bila masih perlu.</xsl:template>

</xsl:stylesheet>
