<?xml version="1.0" encoding="UTF-8"?>
<!--
  laporan-kata.xsl: the words of the reports, for their pages and for the
  printed ones (dokumen/laporan.xsl).  Needs teks.xsl.  The figures, made by
  cgi-bin/laporan-tampil.c:

    <laporan kode="kartu"         which report
             per="hari"           what a row stands for
             dari="2026-11-01" sampai="2026-11-22"   days, or months
             dibuat="2026-11-22T12:45"
             langkah="6"          the step all rows are about
             grafik="waktu|batang" utama="1" banding="3"   columns shown
             maks="500" batang="12">   end of its axis, rows it shows
      <kolom kode="selesai" rupa="angka|sepuluh"/>…
      <baris kunci="2026-11-02" kode="" nama="" href="" waktu="">
        <n>250</n>…               one a column; empty: there is none
      </baris>…
      <lainnya banyak="212"><n/>…</lainnya>   the rows that are not shown
      <jumlah><n/>…</jumlah>
    </laporan>
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="judul-laporan" select="'|personalisasi=Rekap permintaan personalisasi|kartu=Kartu selesai per hari|langkah=Lama setiap langkah|aktivasi=Rekap aktivasi|pembaca=Pembaca aktif per wilayah|balikan=Rekap data balikan|akun=Aktivitas akun|'"/>

<xsl:variable name="ringkas-laporan" select="'|personalisasi=Permintaan dan jumlah kartunya menurut waktu, lembaga, produsen, status, dan fungsi.|kartu=Kartu yang selesai dipersonalisasi setiap hari, dibandingkan dengan kapasitas.|langkah=Hari kerja yang terpakai pada setiap langkah dibandingkan dengan norma: median, persentil 90, dan yang terlambat.|aktivasi=Permintaan aktivasi, kartu yang diaktifkan, dan manifes yang diganti atau berhenti.|pembaca=Pembaca yang manifesnya sedang berlaku, menurut provinsi, kabupaten/kota, dan lembaga.|balikan=Baris data balikan yang dimuat: baru, diperbarui, tetap, dan ditolak, menurut waktu, lembaga, jenis lembaga, dan sumbernya.|akun=Berapa kali setiap akun masuk, gagal masuk, dan bertindak.|'"/>

<xsl:variable name="kolom-laporan" select="'|baru=Draf|diajukan=Diajukan|ditarik=Ditarik|ditolak=Ditolak|disetujui=Disetujui|terdaftar=Terdaftar|dikembalikan=Dikembalikan|diterima=Diterima|permintaan=Permintaan|kartu=Kartu diminta|selesai=Selesai|gagal=Gagal|kapasitas=Kapasitas|tiket=Tiket|median=Median|p90=Persentil 90|terlama=Terlama|norma=Norma|terlambat=Terlambat|diaktifkan=Kartu diaktifkan|pengganti=Manifes pengganti|berhenti=Manifes berhenti|kabkota=Kab/Kota|lembaga=Lembaga|r=R|rw=RW|pembaca=Pembaca|masuk=Masuk|gagal-masuk=Gagal masuk|tindakan=Tindakan|akun=Akun|baris=Baris|baris-baru=Baris baru|diperbarui=Diperbarui|tetap=Tetap|'"/>

<xsl:variable name="per-laporan" select="'|hari=Tanggal|bulan=Bulan|tahun=Tahun|lembaga=Lembaga|produsen=Produsen|status=Status|fungsi=Fungsi|langkah=Langkah|jenis=Jenis lembaga|peran=Peran|akun=Akun|provinsi=Provinsi|kabkota=Kabupaten/Kota|sumber=Sumber|'"/>

<xsl:variable name="nama-langkah" select="'|1=Surat dan lampiran|2=Penerimaan dan disposisi|3=Penjadwalan dan personalisasi|4=Dokumen dan tanda tangan|5=Serah terima|6=Seluruhnya|'"/>

<xsl:variable name="kata-kunci" select="'|status/baru=Draf|status/diajukan=Diajukan|status/ditarik=Ditarik|status/ditolak=Ditolak|status/disetujui=Disetujui|status/terdaftar=Terdaftar|status/dikembalikan=Dikembalikan|status/diterima=Diterima|fungsi/R=R (baca)|fungsi/RW=RW (baca dan tulis)|jenis/lembaga-negara=Lembaga negara|jenis/kementerian=Kementerian/LPNK|jenis/bhi-pusat=Badan hukum Indonesia, pusat|jenis/opd-provinsi=OPD provinsi|jenis/bhi-provinsi=Badan hukum Indonesia, provinsi|jenis/opd-kabkota=OPD kabupaten/kota|jenis/bhi-kabkota=Badan hukum Indonesia, kabupaten/kota|jenis/produsen=Produsen pembaca KTP-el|jenis/dinas-provinsi=Dinas Dukcapil provinsi|jenis/dinas-kabkota=Dinas Dukcapil kabupaten/kota|jenis/ditjen=Ditjen Dukcapil|sumber/berkas=Berkas|sumber/formulir=Formulir|sumber/layanan=Layanan web|peran/pengguna=Lembaga pengguna|peran/produsen=Produsen|peran/dinas=Dinas|peran/admin=Admin Ditjen|peran/pejabat=Pejabat|peran/verifikator=Verifikator|peran/pemohon=Pemohon|'"/>

<!-- The word of a code in one of the maps above. -->
<xsl:template name="kata">
  <xsl:param name="peta"/>
  <xsl:param name="kode"/>
  <xsl:value-of select="substring-before(substring-after($peta, concat('|', $kode, '=')), '|')"/>
</xsl:template>

<xsl:template match="laporan" mode="judul-laporan">
  <xsl:call-template name="kata">
    <xsl:with-param name="peta" select="$judul-laporan"/>
    <xsl:with-param name="kode" select="@kode"/>
  </xsl:call-template>
</xsl:template>

<!-- "Lama setiap langkah: Serah terima": what the rows are about. -->
<xsl:template match="laporan" mode="hal">
  <xsl:apply-templates select="." mode="judul-laporan"/>
  <xsl:if test="@langkah">
    <xsl:text>: </xsl:text>
    <xsl:call-template name="kata">
      <xsl:with-param name="peta" select="$nama-langkah"/>
      <xsl:with-param name="kode" select="@langkah"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- Heading of the first column. -->
<xsl:template match="laporan" mode="per">
  <xsl:call-template name="kata">
    <xsl:with-param name="peta" select="$per-laporan"/>
    <xsl:with-param name="kode" select="@per"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="kolom" mode="kata">
  <xsl:call-template name="kata">
    <xsl:with-param name="peta" select="$kolom-laporan"/>
    <xsl:with-param name="kode" select="@kode"/>
  </xsl:call-template>
</xsl:template>

<!-- What a row stands for. -->
<xsl:template match="baris" mode="label">
  <xsl:variable name="per" select="../@per"/>
  <xsl:variable name="kata" select="substring-before(substring-after($kata-kunci, concat('|', $per, '/', @kunci, '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="@nama"><xsl:value-of select="@nama"/></xsl:when>
    <xsl:when test="$per = 'hari'"><xsl:apply-templates select="@kunci" mode="tanggal"/></xsl:when>
    <xsl:when test="$per = 'bulan'"><xsl:apply-templates select="@kunci" mode="bulan"/></xsl:when>
    <xsl:when test="$per = 'langkah'">
      <xsl:if test="@kunci &lt; 6"><xsl:value-of select="concat(@kunci, '. ')"/></xsl:if>
      <xsl:call-template name="kata">
        <xsl:with-param name="peta" select="$nama-langkah"/>
        <xsl:with-param name="kode" select="@kunci"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$kata != ''"><xsl:value-of select="$kata"/></xsl:when>
    <xsl:when test="@kode">Kode <xsl:value-of select="@kode"/></xsl:when>
    <xsl:when test="$per = 'lembaga'">Tanpa lembaga</xsl:when>
    <xsl:otherwise><xsl:value-of select="@kunci"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A figure: 1.204, 2,5, or a dash where there is none. -->
<xsl:template match="n" mode="angka">
  <xsl:choose>
    <xsl:when test=". = ''">–</xsl:when>
    <xsl:otherwise><xsl:value-of select="format-number(., '#.##0,#', 'id')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- "01 Jan 2026 – 22 Nov 2026", "Januari 2026 – November 2026" -->
<xsl:template match="laporan" mode="periode">
  <xsl:choose>
    <xsl:when test="not(@dari)">Keadaan <xsl:apply-templates select="@dibuat" mode="waktu"/></xsl:when>
    <xsl:when test="string-length(@dari) = 7">
      <xsl:apply-templates select="@dari" mode="bulan"/>
      <xsl:if test="@sampai != @dari">
        <xsl:text> – </xsl:text>
        <xsl:apply-templates select="@sampai" mode="bulan"/>
      </xsl:if>
    </xsl:when>
    <xsl:otherwise>
      <xsl:apply-templates select="@dari" mode="tanggal"/>
      <xsl:if test="@sampai != @dari">
        <xsl:text> – </xsl:text>
        <xsl:apply-templates select="@sampai" mode="tanggal"/>
      </xsl:if>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- What the figures mean: a sentence or two under the table. -->
<xsl:template match="laporan" mode="catatan">
  <xsl:choose>
    <xsl:when test="@kode = 'personalisasi'">Permintaan dihitung pada Tgl Permintaan, dengan statusnya sekarang. Kartu diminta adalah Jumlah Mesin.</xsl:when>
    <xsl:when test="@kode = 'kartu'">Selesai: kartu yang berhasil dipersonalisasi pada hari itu. Gagal: kartu yang dinyatakan gagal, rusak, atau terkunci pada hari itu. Kapasitas hari yang tidak diatur tersendiri dihitung dari pengaturan yang berlaku sekarang.</xsl:when>
    <xsl:when test="@kode = 'langkah'">Dihitung pada langkah yang selesai dalam bulan itu, dalam hari kerja, menurut daftar hari libur sekarang. Median: separuh tiket tidak lebih lama. Persentil 90: sembilan dari sepuluh tiket tidak lebih lama. Terlambat: lebih lama dari norma.</xsl:when>
    <xsl:when test="@kode = 'aktivasi'">Permintaan dihitung pada Tgl Permintaan, dengan statusnya sekarang. Kartu diaktifkan: manifes pertama sebuah kartu. Manifes pengganti: karena pindah, perpanjangan, atau pemulihan. Manifes berhenti: dicabut atau berakhir.</xsl:when>
    <xsl:when test="@kode = 'pembaca'">Pembaca aktif adalah pembaca yang manifesnya sedang berlaku.</xsl:when>
    <xsl:when test="@kode = 'balikan'">Dihitung pada hari baris dimuat. Baru: NIK yang belum pernah dikirim lembaga itu. Diperbarui: nilai lama diganti. Tetap: sama dengan yang sudah ada, atau lebih lama daripadanya. Kiriman yang diurungkan tidak terhitung.</xsl:when>
    <xsl:when test="@kode = 'akun'">Dihitung dari log tindakan yang sudah disegel; tindakan beberapa detik terakhir dapat belum termasuk. Gagal masuk dihitung pada akun yang dicoba.</xsl:when>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
