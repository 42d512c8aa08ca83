<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-perubahan-kartu.xsl: chapter: relocation, suspension, return, destruction. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'perubahan-kartu']/sub[@kode = 'pindah']" mode="isi">
  <p>Bila mesin dipindahkan ke tempat lain, atau kartunya dipasang pada mesin lain:</p>
  <ol>
    <li>Buka kartunya dari <xsl:apply-templates select="$layar[@kode = 'kartu']"/>, pilih <b>Pindahkan mesin</b>.</li>
    <li>Ubah nomor mesin, nama outlet, koordinat, atau alamatnya. Isian berawal dari tempat yang sekarang.</li>
    <li>Pilih <b>Terbitkan manifes baru</b>, unduh, dan pasang pada mesin.</li>
  </ol>
  <p>Manifes yang lama langsung tidak berlaku dan masuk daftar pencabutan. Token tidak diperlukan.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'perubahan-kartu']/sub[@kode = 'tangguh']" mode="isi">
  <p>Sebagai sanksi, admin Ditjen dapat menangguhkan satu kartu dengan <b>Tangguhkan</b> pada halamannya, beberapa kartu dengan <b>Tangguhkan yang dipilih</b> di bawah <xsl:apply-templates select="$layar[@kode = 'kartu']"/>, atau seluruh kartu sebuah lembaga dengan <b>Tangguhkan semua kartu aktif lembaga ini</b> setelah daftarnya disaring menurut lembaga. Manifesnya langsung dicabut; mesinnya tidak boleh dipakai. Lembaga diberi tahu beserta alasannya.</p>
  <p>Setelah sanksi selesai, <b>Cabut penangguhan</b> menerbitkan manifes baru untuk tempat yang sama. Bila perjanjiannya sudah tidak berlaku, kartu menjadi nonaktif.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'perubahan-kartu']/sub[@kode = 'kembali']" mode="isi">
  <p>Kartu yang tidak dipakai lagi dikembalikan kepada Ditjen Dukcapil, tidak dibuang:</p>
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'kembali']"/> dan pilih <b>Kembalikan kartu</b>, atau pilih tombol yang sama pada halaman kartunya.</li>
    <li>Centang kartunya, atau tulis nomor serinya satu setiap baris. Paling banyak 500 kartu dalam satu pengembalian.</li>
    <li>Pilih <b>Alasan pengembalian</b>, isi <b>Nama yang menyerahkan</b> dan jabatannya, lalu pilih <b>Terbitkan berita acara</b>. Berita acaranya langsung terbit dengan kode QR.</li>
    <li>Pilih <b>Cetak berita acara</b>, tanda tangani, dan kirim bersama kartunya.</li>
    <li>Pilih <b>Catat pengiriman</b> dan isi <b>Nomor resi atau cara pengiriman</b>.</li>
  </ol>
  <p>Sampai Ditjen menerima kartunya, status dan manifesnya tidak berubah. Sebelum dikirim, pengembalian masih dapat dibatalkan dengan <b>Batalkan pengembalian</b>.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'kembali'"/>
    <xsl:with-param name="alt" select="'Daftar pengembalian kartu dengan berita acara dan statusnya.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'perubahan-kartu']/sub[@kode = 'terima']" mode="isi">
  <p>Admin Ditjen mencocokkan kartu yang tiba dengan berita acaranya, lalu memilih <b>Catat penerimaan</b>. Manifesnya dicabut untuk selamanya, token yang belum terpakai batal, dan kartunya masuk <xsl:apply-templates select="$layar[@kode = 'pemusnahan']"/>. Bila ada yang kurang, batalkan pengembaliannya; lembaga membuat berita acara baru.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'perubahan-kartu']/sub[@kode = 'musnah']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'pemusnahan']"/> memuat kartu rusak, terkunci, gagal, dari tiket yang dibatalkan, dan yang dikembalikan. Admin memilih kartunya, mengisi dua sampai empat saksi, lalu memilih <b>Buat Berita Acara Pemusnahan</b>. Setelah diajukan dan ditandatangani pejabat, kartu dari lembaga berstatus <b>Dimusnahkan</b>. Satu berita acara memuat paling banyak 500 kartu.</p>
</xsl:template>

</xsl:stylesheet>
