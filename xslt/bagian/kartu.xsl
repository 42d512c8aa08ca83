<?xml version="1.0" encoding="UTF-8"?>
<!--
  kartu.xsl: what the pages of cards and of bulk activation share: names of
  their fields, words of their errors and messages, the card above a form.
  Imported after aktivasi.xsl.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="label" select="'|cari=Cari|status=Status|lembaga=Lembaga|sam_id=No. Identitas Kartu SAM|token=Token Kartu SAM|seri_mesin=No. Mesin|outlet=Nama Outlet|lintang=Latitude|bujur=Longitude|alamat=Alamat|provinsi=Provinsi|kota=Kabupaten/Kota|kecamatan=Kecamatan|kelurahan=Kelurahan|wilayah=Kode Wilayah|alasan=Alasan|berkas=Berkas aktivasi|kode_wilayah=Kode Wilayah|latitude=Latitude|longitude=Longitude|'"/>

<xsl:variable name="opsi-status-kartu" select="'|kosong=Kosong|personal=Dipersonalisasi|gagal=Gagal|rusak=Rusak|terkunci=Terkunci|diserahkan=Diserahkan|token=Token terbit|aktif=Aktif|ditangguhkan=Ditangguhkan|nonaktif=Nonaktif|dikembalikan=Dikembalikan|dimusnahkan=Dimusnahkan|'"/>

<xsl:template match="halaman" mode="remah">
  <li><a href="/aktivasi">SAM Aktivasi</a></li>
  <xsl:if test="@jalur != '/aktivasi/kartu' and starts-with(@jalur, '/aktivasi/kartu')">
    <li><a href="/aktivasi/kartu?status=aktif">Kartu SAM</a></li>
  </xsl:if>
  <xsl:if test="kartu and @jalur != concat('/aktivasi/kartu/', kartu/@id)">
    <li><a href="/aktivasi/kartu/{kartu/@id}"><xsl:value-of select="kartu/@seri-kartu"/></a></li>
  </xsl:if>
  <xsl:if test="@jalur != '/aktivasi/massal' and starts-with(@jalur, '/aktivasi/massal')">
    <li><a href="/aktivasi/massal">Aktivasi massal</a></li>
  </xsl:if>
</xsl:template>

<!-- A card in one paragraph, above forms. -->
<xsl:template match="kartu" mode="singkat">
  <p>
    <b class="kode"><xsl:value-of select="@seri-kartu"/></b>
    <xsl:value-of select="concat(' – mesin ', @seri-mesin, ', ', @lembaga, '. ')"/>
    <xsl:apply-templates select="@status" mode="lencana"/>
  </p>
</xsl:template>

<!-- == messages == -->

<xsl:template match="pesan[@kode = 'kartu-diaktifkan']" mode="pesan">Kartu sudah aktif dan manifesnya terbit. Unduh manifes, lalu pasang pada mesin.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-dipindahkan']" mode="pesan">Tempat mesin sudah diganti. Pasang manifes yang baru pada mesin; yang lama tidak berlaku lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-ditangguhkan']" mode="pesan">Kartu ditangguhkan dan manifesnya dicabut. Lembaga sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-dipulihkan']" mode="pesan">Penangguhan dicabut dan manifes baru sudah terbit. Lembaga sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-dipulihkan-sebagian']" mode="pesan">Penangguhan dicabut. Sebagian kartu belum mendapat manifes karena perjanjiannya tidak berlaku atau mesinnya sudah memakai kartu lain; kartu itu kini nonaktif.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-segera-dipulihkan']" mode="pesan">Penangguhan dicabut. Manifes baru untuk kartu lembaga ini sedang diterbitkan.</xsl:template>
<xsl:template match="pesan[@kode = 'pilih-kartu']" mode="pesan">Pilih dahulu kartunya, lalu tekan tombol di bawah daftar.</xsl:template>
<xsl:template match="pesan[@kode = 'massal-diterima']" mode="pesan">Berkas sudah diterima. Kartu diaktifkan satu per satu; Anda boleh meninggalkan halaman ini.</xsl:template>

<!-- == errors == -->

<!-- In these @nilai is part of the sentence, or says nothing more. -->
<xsl:template match="galat[@kode = 'token-salah' or @kode = 'token-terkunci' or @kode = 'kolom-kurang' or @kode = 'mesin-terpakai' or @kode = 'mesin-lembaga-lain']" mode="galat">
  <xsl:apply-templates select="." mode="kalimat"/>
</xsl:template>

<xsl:template match="galat[@ruas = 'sam_id' and @kode = 'format']" mode="kalimat">No. Identitas Kartu SAM harus 8 bita heksadesimal, misalnya 30 15 4B 01 00 00 12 34.</xsl:template>
<xsl:template match="galat[@kode = 'sam-lain']" mode="kalimat">Nomor ini bukan nomor kartu ini. Periksa nomor yang tercetak pada kartu.</xsl:template>
<xsl:template match="galat[@kode = 'sam-tidak-ada']" mode="kalimat">Lembaga Anda tidak mempunyai kartu dengan nomor ini.</xsl:template>
<xsl:template match="galat[@kode = 'token-salah']" mode="kalimat">
  <xsl:text>Token salah. </xsl:text>
  <xsl:value-of select="@nilai"/>
  <xsl:text> percobaan lagi sebelum aktivasi kartu ini dikunci selama satu jam.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'token-terkunci']" mode="kalimat">
  <xsl:text>Aktivasi kartu ini dikunci karena lima kali token salah. Coba lagi dalam </xsl:text>
  <xsl:value-of select="@nilai"/>
  <xsl:text> menit.</xsl:text>
</xsl:template>
<xsl:template match="galat[@kode = 'token-habis']" mode="kalimat">Kartu ini tidak mempunyai token yang masih berlaku. Terbitkan token baru dari permintaan aktivasinya.</xsl:template>
<xsl:template match="galat[@ruas = 'seri_mesin' and @kode = 'format']" mode="kalimat">No. Mesin harus 4 sampai 32 huruf, angka, atau tanda - . / _ dengan sedikitnya satu angka.</xsl:template>
<xsl:template match="galat[@kode = 'mesin-terpakai']" mode="kalimat">Mesin <xsl:value-of select="@nilai"/> sudah memakai kartu SAM lain yang masih aktif. Satu mesin hanya memakai satu kartu.</xsl:template>
<xsl:template match="galat[@kode = 'mesin-lembaga-lain']" mode="kalimat">Mesin <xsl:value-of select="@nilai"/> terdaftar sebagai milik lembaga lain. Periksa nomor yang tercetak pada mesin.</xsl:template>
<xsl:template match="galat[@kode = 'koordinat']" mode="kalimat"><xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template> harus berupa derajat desimal, misalnya <xsl:choose><xsl:when test="@ruas = 'lintang'">-6.914744</xsl:when><xsl:otherwise>107.609810</xsl:otherwise></xsl:choose>.</xsl:template>
<xsl:template match="galat[@kode = 'di-luar-indonesia']" mode="kalimat"><xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template> berada di luar wilayah Indonesia. Periksa apakah Latitude dan Longitude tertukar.</xsl:template>
<xsl:template match="galat[@ruas = 'kelurahan' and @kode = 'tidak-ada']" mode="kalimat">Kelurahan ini tidak ada dalam daftar kode wilayah. Pilih kembali.</xsl:template>
<xsl:template match="galat[@kode = 'wajib' and (@ruas = 'provinsi' or @ruas = 'kota' or @ruas = 'kecamatan' or @ruas = 'kelurahan')]" mode="kalimat">Pilih <xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template>.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-aktif']" mode="kalimat">Kartu ini sudah aktif. Mungkin rekan Anda baru saja mengaktifkannya.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-status']" mode="kalimat">Keadaan kartu ini sudah berubah sehingga langkah ini tidak dapat dilakukan. Periksa keadaan terbarunya.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-berubah']" mode="kalimat">Keadaan sebagian kartu sudah berubah, jadi tidak ada yang dilakukan. Periksa kembali daftarnya.</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-perjanjian']" mode="kalimat">Lembaga tidak mempunyai perjanjian kerja sama (PKS) untuk card reader yang berlaku hari ini, jadi manifes tidak dapat diterbitkan.</xsl:template>
<xsl:template match="galat[@kode = 'tempat-sama']" mode="kalimat">Mesin dan tempatnya sama dengan manifes yang berlaku. Ubah yang berpindah lebih dahulu.</xsl:template>

<!-- == a file == -->

<xsl:template match="galat[@kode = 'kolom-kurang']" mode="kalimat">Berkas tidak mempunyai kolom “<xsl:value-of select="@nilai"/>”. Gunakan templat dan jangan mengubah baris judulnya.</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-baris']" mode="kalimat">Berkas ini tidak berisi satu baris kartu pun.</xsl:template>
<xsl:template match="galat[starts-with(@kode, 'tabel-')]" mode="kalimat">
  <xsl:choose>
    <xsl:when test="@kode = 'tabel-kutip-terbuka' or @kode = 'tabel-sesudah-kutip'">Tanda kutip tidak berpasangan.</xsl:when>
    <xsl:when test="@kode = 'tabel-utf16'">Berkas tersimpan sebagai UTF-16. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-karakter' or @kode = 'tabel-nul'">Ada karakter yang tidak dapat dibaca. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-baris-banyak'">Berkas terlalu panjang: paling banyak 20.000 baris.</xsl:when>
    <xsl:when test="@kode = 'tabel-kolom' or @kode = 'tabel-sel-panjang' or @kode = 'tabel-baris-panjang'">Baris ini terlalu panjang.</xsl:when>
    <xsl:otherwise>Berkas rusak atau tidak dapat dibaca. Simpan ulang sebagai CSV atau XLSX.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Why a row of a file was refused: <baris kode= ruas=/>. -->
<xsl:template match="baris" mode="sebab">
  <xsl:variable name="r"><xsl:call-template name="label"><xsl:with-param name="nama" select="@ruas"/></xsl:call-template></xsl:variable>
  <xsl:choose>
    <xsl:when test="@kode = 'wajib'"><xsl:value-of select="$r"/> kosong.</xsl:when>
    <xsl:when test="@kode = 'angka-bulat'"><xsl:value-of select="$r"/> tersimpan sebagai angka sehingga digitnya hilang. Ubah kolomnya menjadi teks.</xsl:when>
    <xsl:when test="@kode = 'sam-tidak-ada'">Lembaga Anda tidak mempunyai kartu dengan nomor ini.</xsl:when>
    <xsl:when test="@kode = 'token-salah'">Token salah.</xsl:when>
    <xsl:when test="@kode = 'token-habis'">Token sudah terpakai atau kedaluwarsa.</xsl:when>
    <xsl:when test="@kode = 'token-terkunci'">Aktivasi kartu ini dikunci selama satu jam karena lima kali token salah.</xsl:when>
    <xsl:when test="@kode = 'mesin-terpakai'">Mesin sudah memakai kartu SAM lain yang masih aktif.</xsl:when>
    <xsl:when test="@kode = 'mesin-lembaga-lain'">Mesin terdaftar sebagai milik lembaga lain.</xsl:when>
    <xsl:when test="@kode = 'tidak-ada'">Kode wilayah tidak ada.</xsl:when>
    <xsl:when test="@kode = 'koordinat'"><xsl:value-of select="$r"/> bukan derajat desimal.</xsl:when>
    <xsl:when test="@kode = 'di-luar-indonesia'"><xsl:value-of select="$r"/> di luar wilayah Indonesia; mungkin tertukar.</xsl:when>
    <xsl:when test="@kode = 'kartu-aktif'">Kartu sudah aktif.</xsl:when>
    <xsl:when test="@kode = 'kartu-status'">Keadaan kartu tidak mengizinkan aktivasi.</xsl:when>
    <xsl:when test="@kode = 'tanpa-perjanjian'">Tidak ada perjanjian yang berlaku.</xsl:when>
    <xsl:when test="@kode = 'terlalu-panjang'"><xsl:value-of select="$r"/> terlalu panjang.</xsl:when>
    <xsl:otherwise>Bentuk <xsl:value-of select="$r"/> tidak sesuai.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
