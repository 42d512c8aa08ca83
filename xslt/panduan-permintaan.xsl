<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-permintaan.xsl: chapter: an institution asks for cards. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'permintaan']/sub[@kode = 'siapkan']" mode="isi">
  <p>Satu mesin memerlukan satu kartu SAM. Siapkan:</p>
  <ul>
    <li>surat permintaan lembaga Anda yang sudah ditandatangani, dalam bentuk PDF, paling besar 10 MB;</li>
    <li>nama produsen yang membuat mesin Anda;</li>
    <li>jumlah mesin, 1 sampai 100.000.</li>
  </ul>
  <p>Fungsi baca dan tulis (RW) hanya untuk Dinas. Lembaga pengguna selalu meminta fungsi baca saja (R).</p>
</xsl:template>

<xsl:template match="bab[@kode = 'permintaan']/sub[@kode = 'buat']" mode="isi">
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'permintaan']"/>, lalu pilih <xsl:apply-templates select="$layar[@kode = 'buat-permintaan']"/>.</li>
    <li>Isi <b>No. Permintaan</b> dengan nomor surat Anda. Satu nomor hanya dapat dipakai sekali.</li>
    <li>Isi <b>Judul Permintaan</b>, pilih <b>Produsen Dituju</b>, dan isi <b>Jumlah Mesin</b>.</li>
    <li>Pada <b>Berkas Permintaan</b> pilih PDF surat Anda. <b>Catatan / Keterangan</b> boleh dikosongkan.</li>
  </ol>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'permintaan-buat'"/>
    <xsl:with-param name="alt" select="'Formulir Buat permintaan dengan nomor surat, judul, produsen, dan jumlah mesin.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'permintaan']/sub[@kode = 'kirim']" mode="isi">
  <ul>
    <li><b>Kirim</b> meneruskan permintaan kepada produsen. Setelah itu isinya tidak dapat diubah.</li>
    <li><b>Simpan draf</b> menyimpannya untuk Anda dan rekan selembaga. Draf dilanjutkan dengan <b>Ubah atau kirim</b> pada halamannya.</li>
  </ul>
</xsl:template>

<xsl:template match="bab[@kode = 'permintaan']/sub[@kode = 'tarik']" mode="isi">
  <p>Draf dihapus dengan <b>Hapus draf</b>. Permintaan yang sudah dikirim tetapi belum diputus produsen dapat ditarik dengan <b>Tarik permintaan</b>. Bila kelak diperlukan lagi, buat permintaan baru dengan nomor surat lain.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'permintaan']/sub[@kode = 'ikuti']" mode="isi">
  <p>Buka permintaan Anda dari <xsl:apply-templates select="$layar[@kode = 'permintaan']"/>. Statusnya bergerak sebagai berikut:</p>
  <ol>
    <li><b>Diajukan</b>: menunggu keputusan produsen.</li>
    <li><b>Disetujui produsen</b>: produsen sudah mengirim daftar seri, surat pesanan, dan salinan PKS kepada Ditjen Dukcapil.</li>
    <li><b>Terdaftar di Ditjen</b>: suratnya sudah dicatat dan menunggu disposisi.</li>
    <li><b>Diterima Ditjen</b>: kode tiket terbit dan kartu masuk jadwal personalisasi.</li>
  </ol>
  <p>Permintaan juga dapat <b>Ditolak</b> produsen, atau <b>Dikembalikan</b> Ditjen kepada produsen untuk diperbaiki. Alasannya selalu tertulis, dan setiap langkah ada pada <b>Riwayat</b>.</p>
  <p>Sejak tiket terbit, kemajuannya terlihat pada <xsl:apply-templates select="$layar[@kode = 'proses']"/>: <b>Estimasi Mulai</b>, <b>Estimasi Selesai</b>, dan berapa kartu yang sudah selesai. Bila estimasi bergeser, Anda diberi tahu. <xsl:apply-templates select="$layar[@kode = 'kalender']"/> menampilkan beban setiap hari kerja.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'permintaan-ikuti'"/>
    <xsl:with-param name="alt" select="'Halaman sebuah permintaan: status, langkah berikutnya, dan ringkasannya.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'permintaan']/sub[@kode = 'selesai']" mode="isi">
  <p>Kartu dan BAST diserahkan Ditjen kepada wakil produsen, bukan kepada lembaga. Setelah produsen menyatakan menerimanya, tiket selesai dan BAST dapat diunduh dari <xsl:apply-templates select="$layar[@kode = 'dokumen']"/>.</p>
  <p>Kartu belum dapat dipakai sebelum diaktifkan. Pada tiket yang selesai pilih <b>Permintaan Aktivasi</b>; lanjutannya pada bab <a href="/panduan/aktivasi">Aktivasi kartu</a>.</p>
</xsl:template>

</xsl:stylesheet>
