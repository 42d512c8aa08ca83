<?xml version="1.0" encoding="UTF-8"?>
<!--
  proses.xsl: what the pages of the ticket share: names of its fields, words
  of its errors and messages, the short summary above a form.  Imported after
  layout.xsl and formulir.xsl.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="label" select="'|nomor=No. Permohonan|kode=Kode Tiket|judul=Judul Permintaan|lembaga=Lembaga Pengguna|produsen=Produsen|jumlah=Jumlah Kartu|kelompok=Status|estimasi-mulai=Estimasi Mulai|estimasi-selesai=Estimasi Selesai|seri_kartu=Seri kartu kosong|sam_id=No. Identitas Kartu SAM|pcid=PCID|status=Status kartu|keterangan=Keterangan|seri_baru=Seri kartu pengganti|berkas=Berkas hasil personalisasi|sebagian=Simpan baris yang benar|cara=Pilihan|nama=Nama wakil produsen|identitas=Nomor identitas|jabatan=Jabatan|mewakili=Mewakili|tanggal=Tanggal|alasan=Alasan|kartu=Kartu|saksi-1-nama=Nama saksi 1|saksi-1-jabatan=Jabatan saksi 1|saksi-2-nama=Nama saksi 2|saksi-2-jabatan=Jabatan saksi 2|saksi-3-nama=Nama saksi 3|saksi-3-jabatan=Jabatan saksi 3|saksi-4-nama=Nama saksi 4|saksi-4-jabatan=Jabatan saksi 4|'"/>

<xsl:variable name="peran" select="/halaman/sesi/@peran"/>

<xsl:variable name="kelompok-opsi" select="'|progress=On Progress|approved=Approved|rejected=Rejected|'"/>

<!-- Breadcrumb of every page below the list. -->
<xsl:template match="halaman" mode="remah">
  <xsl:if test="@jalur != '/proses'">
    <li><a href="/proses">Proses Personalisasi</a></li>
  </xsl:if>
  <xsl:if test="proses and @jalur != concat('/proses/', proses/@id)">
    <li><a href="/proses/{proses/@id}"><xsl:value-of select="proses/@kode"/></a></li>
  </xsl:if>
</xsl:template>

<!-- A ticket in one paragraph, above forms. -->
<xsl:template match="proses" mode="singkat">
  <p>
    <b class="kode"><xsl:value-of select="@kode"/></b>
    <xsl:value-of select="concat(' – ', @judul, ', ', @lembaga, ', ')"/>
    <xsl:apply-templates select="@jumlah" mode="angka"/>
    <xsl:text> kartu.</xsl:text>
  </p>
</xsl:template>

<!-- == messages == -->

<xsl:template match="pesan[@kode = 'jadwal-berubah']" mode="pesan">Perubahan sudah disimpan dan jadwal disusun ulang. Mereka yang estimasinya bergeser sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'jadwal-tetap']" mode="pesan">Perubahan sudah disimpan. Estimasi semua tiket tetap sama.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-personal']" mode="pesan">Kartu tercatat. Pindai kartu berikutnya.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-cacat']" mode="pesan">Kartu dicatat bermasalah. Ganti dengan kartu kosong lain agar tiket dapat diselesaikan.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-diganti']" mode="pesan">Kartu pengganti sudah masuk daftar. Kartu lama masuk daftar pemusnahan.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-diurungkan']" mode="pesan">Catatan kartu sudah diurungkan. Kartu itu kembali belum dikerjakan.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-berkas']" mode="pesan">Semua baris berkas sudah tercatat.</xsl:template>
<xsl:template match="pesan[@kode = 'produksi-selesai']" mode="pesan">Semua kartu tiket ini selesai dipersonalisasi. BAST, surat balasan, dan surat keterangan selesai disiapkan untuk ditandatangani.</xsl:template>
<xsl:template match="pesan[@kode = 'pemusnahan-dibuat']" mode="pesan">Berita Acara Pemusnahan sudah dibuat sebagai draf dan menunggu tanda tangan.</xsl:template>
<xsl:template match="pesan[@kode = 'diserahkan']" mode="pesan">Serah terima sudah dicatat. Produsen diminta menekan “Diterima”.</xsl:template>
<xsl:template match="pesan[@kode = 'serah-terima-dibatalkan']" mode="pesan">Serah terima sudah dibatalkan. Tiket kembali siap diserahkan.</xsl:template>
<xsl:template match="pesan[@kode = 'kartu-diterima']" mode="pesan">Terima kasih. Penerimaan kartu dan BAST sudah dicatat dan tiket ini selesai.</xsl:template>
<xsl:template match="pesan[@kode = 'tiket-dibatalkan']" mode="pesan">Tiket sudah dibatalkan. Lembaga pengguna dan produsen sudah diberi tahu.</xsl:template>

<!-- == errors == -->

<!-- In these @nilai is part of the sentence, not what was typed. -->
<xsl:template match="galat[@kode = 'kartu-tidak-ada' or @kode = 'kartu-sudah' or @kode = 'kartu-cacat' or @kode = 'sam-dipakai' or @kode = 'baris-salah']" mode="galat">
  <xsl:apply-templates select="." mode="kalimat"/>
</xsl:template>

<xsl:template match="galat[@kode = 'tiket-status']" mode="kalimat">Keadaan tiket sudah berubah sehingga langkah ini tidak dapat dilakukan lagi. Periksa keadaan terbarunya.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-status']" mode="kalimat">Keadaan kartu atau tiket ini tidak mengizinkannya lagi: dokumen sudah ditandatangani, kartu sudah masuk berita acara, atau orang lain sudah mengubahnya.</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-kapasitas']" mode="kalimat">Dengan perubahan ini tidak ada lagi hari kerja yang dapat menampung antrean, sehingga tidak disimpan.</xsl:template>
<xsl:template match="galat[@kode = 'hari-lalu']" mode="kalimat">Hari yang sudah lewat tidak dapat diubah. Pilih hari ini atau sesudahnya.</xsl:template>
<xsl:template match="galat[@kode = 'bukan-hari-kerja']" mode="kalimat">Hari ini bukan hari kerja, jadi kapasitasnya tidak dapat diatur. Hari libur diubah pada menu Hari Libur.</xsl:template>
<xsl:template match="galat[@kode = 'sudah-mulai']" mode="kalimat">Tiket ini sudah mulai dikerjakan atau sudah berakhir, sehingga tidak dapat dipindahkan.</xsl:template>
<xsl:template match="galat[@kode = 'bukan-produsen']" mode="kalimat">Kartu dan BAST hanya diserahkan kepada wakil produsen. Wakil perantara (reseller) atau lembaga pengguna tidak dapat menerimanya.</xsl:template>
<xsl:template match="galat[@kode = 'tanggal-serah']" mode="kalimat">Tanggal serah terima tidak boleh sesudah hari ini atau sebelum dokumen terakhir ditandatangani.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-wajib']" mode="kalimat">Pilih sedikitnya satu kartu yang akan dimusnahkan.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-banyak']" mode="kalimat">Satu berita acara memuat paling banyak 500 kartu.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-berubah']" mode="kalimat">Sebagian kartu yang dipilih sudah masuk berita acara lain. Periksa kembali daftar di bawah.</xsl:template>

<xsl:template match="galat[@kode = 'kartu-tidak-ada']" mode="kalimat">Kartu dengan seri “<xsl:value-of select="@nilai"/>” tidak ada dalam daftar seri tiket ini.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-sudah']" mode="kalimat">Kartu ini sudah dipersonalisasi<xsl:if test="@nilai != ''"> dengan No. Identitas Kartu SAM <xsl:value-of select="@nilai"/></xsl:if>. Urungkan catatannya lebih dahulu bila keliru.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-cacat']" mode="kalimat">Kartu ini dicatat rusak atau terkunci. Ganti dengan kartu kosong lain, lalu pindai kartu pengganti itu.</xsl:template>
<xsl:template match="galat[@kode = 'sam-dipakai']" mode="kalimat">No. Identitas Kartu SAM ini sudah dipakai kartu pada baris <xsl:value-of select="substring-after(@nilai, ' ')"/> tiket <xsl:value-of select="substring-before(@nilai, ' ')"/>. Satu nomor hanya untuk satu kartu.</xsl:template>
<xsl:template match="galat[@ruas = 'sam_id' and @kode = 'format']" mode="kalimat">No. Identitas Kartu SAM harus 8 bita heksadesimal, misalnya 30 15 4B 01 00 00 12 34.</xsl:template>
<xsl:template match="galat[@ruas = 'pcid' and @kode = 'format']" mode="kalimat">PCID hanya boleh berisi huruf, angka, dan tanda - . / _.</xsl:template>
<xsl:template match="galat[@ruas = 'seri_baru' and @kode = 'format']" mode="kalimat">Seri kartu pengganti harus 4 sampai 32 huruf, angka, atau tanda - . / _ dengan sedikitnya satu angka.</xsl:template>
<xsl:template match="galat[@ruas = 'seri_baru' and @kode = 'sudah-dipakai']" mode="kalimat">Seri ini sudah dipakai kartu lain. Periksa kembali kartu pengganti.</xsl:template>

<!-- == errors of a file's rows: the code is "field.code" == -->

<xsl:template match="galat[@kode = 'baris-salah']" mode="kalimat">
  <xsl:value-of select="format-number(substring-before(@nilai, ' '), '#.##0', 'id')"/>
  <xsl:text> baris tidak dapat dicatat. </xsl:text>
  <xsl:choose>
    <xsl:when test="substring-after(@nilai, ' ') = '0'">Belum ada yang disimpan: perbaiki berkasnya, atau pilih “Simpan baris yang benar”.</xsl:when>
    <xsl:otherwise><xsl:value-of select="format-number(substring-after(@nilai, ' '), '#.##0', 'id')"/> baris lain sudah disimpan.</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-baris']" mode="kalimat">Berkas ini tidak berisi satu baris kartu pun.</xsl:template>

<xsl:template match="galat[contains(@kode, '.')]" mode="galat">
  <xsl:variable name="kode" select="substring-after(@kode, '.')"/>
  <xsl:variable name="ruas">
    <xsl:call-template name="label"><xsl:with-param name="nama" select="substring-before(@kode, '.')"/></xsl:call-template>
  </xsl:variable>
  <xsl:text>Baris </xsl:text>
  <xsl:apply-templates select="@baris" mode="angka"/>
  <xsl:text>: </xsl:text>
  <xsl:choose>
    <xsl:when test="$kode = 'wajib'"><xsl:value-of select="$ruas"/> kosong.</xsl:when>
    <xsl:when test="$kode = 'kartu-tidak-ada'">seri kartu “<xsl:value-of select="@nilai"/>” tidak ada dalam tiket ini.</xsl:when>
    <xsl:when test="$kode = 'kartu-sudah'">kartu sudah dipersonalisasi<xsl:if test="@nilai != ''"> dengan nomor <xsl:value-of select="@nilai"/></xsl:if>.</xsl:when>
    <xsl:when test="$kode = 'kartu-cacat'">kartu “<xsl:value-of select="@nilai"/>” dicatat rusak atau terkunci, jadi harus diganti lebih dahulu.</xsl:when>
    <xsl:when test="$kode = 'sam-dipakai'">No. Identitas Kartu SAM sudah dipakai kartu pada baris <xsl:value-of select="substring-after(@nilai, ' ')"/> tiket <xsl:value-of select="substring-before(@nilai, ' ')"/>.</xsl:when>
    <xsl:when test="$kode = 'angka-bulat'"><xsl:value-of select="$ruas"/> tersimpan sebagai angka sehingga digitnya hilang. Ubah kolomnya menjadi teks.</xsl:when>
    <xsl:when test="$kode = 'terlalu-panjang'"><xsl:value-of select="$ruas"/> terlalu panjang.</xsl:when>
    <xsl:when test="$kode = 'pilihan'">status “<xsl:value-of select="@nilai"/>” tidak dikenal. Gunakan personal, gagal, rusak, atau terkunci.</xsl:when>
    <xsl:otherwise><xsl:value-of select="$ruas"/> “<xsl:value-of select="@nilai"/>” tidak sesuai bentuknya.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="galat[starts-with(@kode, 'tabel-')]" mode="kalimat">
  <xsl:choose>
    <xsl:when test="@kode = 'tabel-kutip-terbuka' or @kode = 'tabel-sesudah-kutip'">Tanda kutip tidak berpasangan.</xsl:when>
    <xsl:when test="@kode = 'tabel-utf16'">Berkas tersimpan sebagai UTF-16. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-karakter' or @kode = 'tabel-nul'">Ada karakter yang tidak dapat dibaca. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'tabel-baris-banyak'">Berkas terlalu panjang: paling banyak 100.000 baris.</xsl:when>
    <xsl:when test="@kode = 'tabel-kolom' or @kode = 'tabel-sel-panjang' or @kode = 'tabel-baris-panjang'">Baris ini terlalu panjang. Cukup lima kolom.</xsl:when>
    <xsl:otherwise>Berkas rusak atau tidak dapat dibaca. Simpan ulang sebagai CSV atau XLSX.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
