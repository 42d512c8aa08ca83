<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-lacak.xsl: chapter: one card's whole way, the register, and the map. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'lacak']/sub[@kode = 'cari']" mode="isi">
  <p>Buka <xsl:apply-templates select="$layar[@kode = 'lacak']"/>. Tulis salah satu nomor: seri kartu, No. Identitas Kartu SAM, PCID, seri mesin, kode tiket, atau kode manifes. Lalu pilih <b>Lacak</b>. Huruf besar atau kecil dan spasi tidak berpengaruh. Anda hanya menemukan kartu milik lembaga Anda; produsen menemukan kartu dari permintaan kepadanya; Ditjen menemukan semuanya.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'lacak']/sub[@kode = 'baca']" mode="isi">
  <p><b>Rantai perjalanan</b> menampilkan mata rantainya, dari perjanjian dan surat pesanan sampai manifes, pengembalian, atau pemusnahan; yang belum ada disebut demikian. <b>Tempat</b> ialah letak mesin menurut manifes terakhir. <b>Linimasa</b> berisi setiap kejadian dengan waktu dan tautan ke halamannya.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'lacak'"/>
    <xsl:with-param name="alt" select="'Hasil Lacak kartu: rantai perjalanan sebuah kartu.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'lacak']/sub[@kode = 'register']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'kartu']"/> memuat semua kartu yang boleh Anda lihat, sejak produsen menyetujui permintaannya. Saring menurut <b>Status</b>, atau cari seri dan nomor identitasnya. Daftar yang tampil dapat diunduh. Halaman satu kartu menampilkan mesin dan tempatnya, semua manifesnya, dan riwayatnya, dengan tautan <b>Lacak seluruh rantai kartu ini</b>.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'lacak']/sub[@kode = 'peta']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'peta']"/> menampilkan pembaca yang aktif menurut provinsi, kabupaten/kota, atau lembaga: sebagai tabel, grafik, dan peta. Setiap lingkaran ialah satu tempat atau satu kabupaten/kota; makin luas lingkarannya, makin banyak pembacanya. Pilih saringannya, lalu <b>Tampilkan</b>. Garis pantainya kasar dan bukan acuan batas wilayah.</p>
  <p><xsl:apply-templates select="$layar[@kode = 'rekap']"/> menghitung <b>Pembaca dipakai</b> oleh setiap lembaga, untuk fungsi R dan RW. Keduanya dapat diunduh.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'peta'"/>
    <xsl:with-param name="alt" select="'Peta pembaca aktif: jumlah pembaca per daerah dan lingkaran pada peta.'"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
