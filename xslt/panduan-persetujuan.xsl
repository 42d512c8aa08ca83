<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-persetujuan.xsl: chapter: the producer approves, and receives what was made. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'persetujuan']/sub[@kode = 'periksa']" mode="isi">
  <p>Dashboard Anda menghitung <b>permintaan menunggu persetujuan Anda</b>. Daftarnya ada pada <xsl:apply-templates select="$layar[@kode = 'permintaan']"/>; tombol <b>Proses</b> pada barisnya langsung membuka halaman persetujuan. Untuk membaca dahulu surat permintaan dan jumlah mesinnya, pilih nomor permintaannya.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'persetujuan']/sub[@kode = 'setujui']" mode="isi">
  <p>Pada halaman permintaan pilih <b>Setujui dan isi daftar seri</b>. Halaman berikutnya terdiri atas tiga bagian:</p>
  <ul>
    <li><b>1. Daftar seri</b>: satu baris untuk setiap mesin, tepat sebanyak yang diminta.</li>
    <li><b>2. Surat pesanan</b>: satu surat bila lembaga memesan langsung, dua surat bila melalui perantara. Pilih pada <b>Jalur pembelian</b>, lalu isi nomor, tanggal, jumlah mesin, dan PDF setiap surat.</li>
    <li><b>3. Perjanjian kerja sama</b>: salinan PKS lembaga dalam bentuk PDF.</li>
  </ul>
  <p>Akhiri dengan <b>Setujui dan kirim ke Ditjen</b>. Permintaan lalu tidak dapat diubah lagi, kecuali bila Ditjen mengembalikannya.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'persetujuan'"/>
    <xsl:with-param name="alt" select="'Halaman persetujuan: berkas daftar seri dan surat pesanan.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'persetujuan']/sub[@kode = 'seri']" mode="isi">
  <p>Setiap baris berisi seri kartu SAM kosong dan seri mesin yang memakainya. Unduh contohnya, isi, lalu kirim sebagai <b>Berkas daftar seri</b> (CSV atau XLSX), atau tempel pada <b>Daftar seri yang diketik</b>. Pilih salah satu saja.</p>
  <ul>
    <li>Seri terdiri atas 4 sampai 32 huruf, angka, atau tanda - . / _ dengan sedikitnya satu angka. Spasi diabaikan.</li>
    <li>Dalam lembar kerja, jadikan kedua kolom berjenis teks. Seri panjang yang tersimpan sebagai bilangan kehilangan angka terakhirnya.</li>
    <li>Seri kartu dan seri mesin tidak boleh dipakai dua kali, juga pada permintaan lain.</li>
  </ul>
  <p>Bila ada baris yang salah, tidak satu baris pun disimpan. Kesalahannya tampil pada <b>Baris yang perlu diperbaiki</b>; yang lengkap ada pada <b>Unduh laporan lengkap (CSV)</b>.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'persetujuan']/sub[@kode = 'tolak']" mode="isi">
  <p>Pilih <b>Tolak</b>, tulis alasannya, lalu <b>Tolak permintaan</b>. Alasan itu disampaikan kepada lembaga. Permintaan berakhir di sini; lembaga dapat membuat permintaan baru.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'persetujuan']/sub[@kode = 'dikembalikan']" mode="isi">
  <p>Bila Ditjen menemukan kekurangan, permintaan kembali kepada Anda dengan status <b>Dikembalikan</b> dan alasannya. Pilih <b>Perbaiki dan ajukan ulang</b>: semua yang pernah diisi masih ada. Daftar seri dan berkas hanya perlu dikirim lagi bila berubah. Akhiri dengan <b>Ajukan ulang</b>.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'persetujuan']/sub[@kode = 'terima']" mode="isi">
  <ol>
    <li>Bila tiket pada <xsl:apply-templates select="$layar[@kode = 'proses']"/> berstatus <b>Siap diserahkan</b>, kirim wakil resmi Anda dengan kartu identitas dan surat tugasnya ke Ditjen Dukcapil. Perantara dan lembaga pengguna tidak dapat mewakili Anda.</li>
    <li>Cocokkan jumlah kartu dan BAST.</li>
    <li>Buka tiketnya, pilih <b>Diterima</b>, lalu nyatakan penerimaannya. Pernyataan ini tidak dapat ditarik. BAST ditutup dan tiket selesai.</li>
  </ol>
  <p>Bila serah terima sudah tercatat tetapi kartunya belum Anda terima, pilih <b>Belum kami terima</b> dan tulis alasannya.</p>
</xsl:template>

</xsl:stylesheet>
