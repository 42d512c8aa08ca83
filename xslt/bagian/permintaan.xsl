<?xml version="1.0" encoding="UTF-8"?>
<!--
  permintaan.xsl: what the pages of the request share: names of its fields,
  words of its errors, messages and timeline.  Imported after layout.xsl.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="label" select="'|nomor=No. Permintaan|judul=Judul Permintaan|dibuat=Tgl Permintaan|lembaga=Lembaga Pengguna|produsen=Produsen Dituju|jumlah=Jumlah Mesin|fungsi=Fungsi|berkas=Berkas Permintaan|catatan=Catatan / Keterangan|tgl-dari=Dari tanggal|tgl-sampai=Sampai tanggal|seri-berkas=Berkas daftar seri|seri-ketik=Daftar seri yang diketik|seri-baris=Daftar seri|jalur=Jalur pembelian|perantara=Nama perantara|po1-nomor=Nomor surat pesanan|po1-tanggal=Tanggal surat pesanan|po1-jumlah=Jumlah mesin pada surat pesanan|po1-berkas=Berkas surat pesanan|po2-nomor=Nomor surat pesanan kedua|po2-tanggal=Tanggal surat pesanan kedua|po2-jumlah=Jumlah mesin pada surat pesanan kedua|po2-berkas=Berkas surat pesanan kedua|pks=Salinan PKS|agenda-nomor=Nomor agenda|agenda-tanggal=Tanggal surat diterima|tanggal-dirjen=Tanggal disposisi Dirjen|tanggal-fpddk=Tanggal disposisi Direktur FPDDK|tanggal-kasubdit=Tanggal disposisi Kasubdit KI|catatan-dirjen=Catatan Dirjen|catatan-fpddk=Catatan Direktur FPDDK|catatan-kasubdit=Catatan Kasubdit KI|'"/>

<xsl:variable name="status-halaman" select="'|baru=netral Draf (baru)|disetujui=proses Disetujui produsen|terdaftar=proses Terdaftar di Ditjen|diterima=baik Diterima Ditjen|kosong=netral Belum dikerjakan|'"/>

<xsl:variable name="nama-jabatan" select="'|dirjen=Direktur Jenderal|fpddk=Direktur FPDDK|kasubdit=Kepala Subdirektorat Keamanan Informasi|'"/>

<xsl:template name="jabatan">
  <xsl:param name="kode"/>
  <xsl:value-of select="substring-before(substring-after($nama-jabatan, concat('|', $kode, '=')), '|')"/>
</xsl:template>

<!-- Breadcrumb of every page below the list. -->
<xsl:template match="halaman" mode="remah">
  <xsl:if test="@jalur != '/permintaan' or @nama != 'permintaan'">
    <li><a href="/permintaan">Permintaan Personalisasi</a></li>
  </xsl:if>
  <xsl:if test="permintaan and @jalur != concat('/permintaan/', permintaan/@id)">
    <li><a href="/permintaan/{permintaan/@id}"><xsl:value-of select="permintaan/@nomor"/></a></li>
  </xsl:if>
</xsl:template>

<!-- == messages == -->

<xsl:template match="pesan[@kode = 'permintaan-dikirim']" mode="pesan">Permintaan sudah dikirim kepada produsen. Anda akan diberi tahu setelah produsen memutuskan.</xsl:template>
<xsl:template match="pesan[@kode = 'draf-disimpan']" mode="pesan">Draf sudah disimpan. Permintaan belum dikirim kepada produsen.</xsl:template>
<xsl:template match="pesan[@kode = 'draf-dihapus']" mode="pesan">Draf sudah dihapus.</xsl:template>
<xsl:template match="pesan[@kode = 'permintaan-ditarik']" mode="pesan">Permintaan sudah ditarik. Produsen sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'permintaan-disetujui']" mode="pesan">Persetujuan dan daftar seri sudah disimpan dan diteruskan kepada Ditjen Dukcapil.</xsl:template>
<xsl:template match="pesan[@kode = 'permintaan-ditolak']" mode="pesan">Permintaan sudah ditolak. Lembaga pemohon sudah diberi tahu beserta alasannya.</xsl:template>
<xsl:template match="pesan[@kode = 'permintaan-dikembalikan']" mode="pesan">Permintaan sudah dikembalikan kepada produsen beserta alasannya.</xsl:template>
<xsl:template match="pesan[@kode = 'surat-didaftarkan']" mode="pesan">Surat sudah didaftarkan. Lanjutkan dengan mencatat disposisi.</xsl:template>
<xsl:template match="pesan[@kode = 'disposisi-dicatat']" mode="pesan">Disposisi sudah dicatat.</xsl:template>
<xsl:template match="pesan[@kode = 'permintaan-diterima']" mode="pesan">Permintaan sudah diterima. Kode tiket diterbitkan dan pekerjaannya masuk jadwal personalisasi.</xsl:template>

<!-- == errors == -->

<xsl:template match="galat[@kode = 'berubah']" mode="kalimat">Data ini sudah diubah orang lain sejak Anda membukanya. Periksa keadaan terbaru di bawah, lalu kirim lagi.</xsl:template>
<xsl:template match="galat[@kode = 'formulir-kedaluwarsa']" mode="kalimat">Formulir ini sudah terlalu lama terbuka sehingga belum diproses. Isian Anda masih ada, silakan kirim lagi.</xsl:template>
<xsl:template match="galat[@ruas = 'nomor' and @kode = 'sudah-dipakai']" mode="kalimat">No. Permintaan ini sudah dipakai lembaga Anda pada permintaan lain. Periksa nomor suratnya.</xsl:template>
<xsl:template match="galat[@kode = 'rw-dinas']" mode="kalimat">Fungsi RW (baca dan tulis) hanya untuk Dinas. Pilih R.</xsl:template>
<xsl:template match="galat[@kode = 'produsen-nonaktif']" mode="kalimat">Produsen ini tidak ada atau tidak aktif lagi. Pilih produsen lain.</xsl:template>
<xsl:template match="galat[@ruas = 'produsen' and (@kode = 'angka' or @kode = 'wajib')]" mode="kalimat">Pilih produsen yang dituju.</xsl:template>
<xsl:template match="galat[@kode = 'masa-depan']" mode="kalimat">
  <xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template>
  <xsl:text> tidak boleh sesudah hari ini.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'kurang-dari-mesin']" mode="kalimat">
  <xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template>
  <xsl:text> tidak boleh kurang dari Jumlah Mesin permintaan ini (</xsl:text>
  <xsl:apply-templates select="/halaman/permintaan/@jumlah" mode="angka"/>
  <xsl:text>).</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'urutan']" mode="kalimat">
  <xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template>
  <xsl:text> harus diisi lebih dahulu: disposisi berjalan dari Dirjen ke Direktur FPDDK lalu ke Kasubdit KI.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'sebelum-agenda']" mode="kalimat">
  <xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template>
  <xsl:text> tidak boleh sebelum tanggal surat diterima (</xsl:text>
  <xsl:apply-templates select="/halaman/permintaan/@agenda-tanggal" mode="tanggal"/>
  <xsl:text>).</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'sebelum-atasan']" mode="kalimat">
  <xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template>
  <xsl:text> tidak boleh sebelum disposisi di atasnya.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'disposisi-belum-lengkap']" mode="kalimat">Disposisi belum lengkap. Catat disposisi sampai Kasubdit KI lebih dahulu.</xsl:template>

</xsl:stylesheet>
