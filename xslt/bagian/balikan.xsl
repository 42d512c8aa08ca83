<?xml version="1.0" encoding="UTF-8"?>
<!--
  balikan.xsl: what the pages of data balikan share: the row of tabs,
  breadcrumb, names of fields, words of all codes (status, source, way, reasons
  a row is refused, warnings, faults of a file) and messages.  Imported after
  layout.xsl and the other parts.

  A page calls "tab-balikan" first in its content.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="peran" select="/halaman/sesi/@peran"/>
<xsl:variable name="peminta" select="$peran = 'pengguna' or $peran = 'dinas'"/>

<!-- States of a sending, for badges and words. -->
<xsl:variable name="status-halaman" select="'|antri=info Antre|periksa=proses Diperiksa|muat=proses Dimuat|selesai=baik Selesai|gagal=buruk Gagal|urung=proses Sedang diurungkan|batal=netral Dibatalkan|diurungkan=netral Diurungkan|'"/>

<!-- Words by code: <xsl:apply-templates select="@sumber" mode="sumber"/>. -->
<xsl:variable name="opsi-status-balikan" select="'|antri=Antre|periksa=Diperiksa|muat=Dimuat|selesai=Selesai|gagal=Gagal|urung=Sedang diurungkan|batal=Dibatalkan|diurungkan=Diurungkan|'"/>
<xsl:variable name="opsi-sumber" select="'|berkas=Berkas|formulir=Formulir|layanan=Layanan web|'"/>
<xsl:template match="@*" mode="sumber">
  <xsl:value-of select="substring-before(substring-after($opsi-sumber, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:variable name="opsi-cara" select="'|sebagian=Baris yang benar diterima, yang salah ditolak|semua=Semua baris atau tidak sama sekali|'"/>
<xsl:template match="@*" mode="cara">
  <xsl:value-of select="substring-before(substring-after($opsi-cara, concat('|', ., '=')), '|')"/>
</xsl:template>

<!-- The parts of data balikan, the institution's and Ditjen's. -->
<xsl:template name="tab-balikan">
  <xsl:variable name="j" select="/halaman/@jalur"/>
  <xsl:variable name="bagian" select="substring-before(concat(substring-after($j, '/balikan/'), '/'), '/')"/>
  <nav class="tombol-baris tab" aria-label="Bagian Data Balikan">
    <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan'"/><xsl:with-param name="kata" select="'Ikhtisar'"/><xsl:with-param name="di" select="$bagian = ''"/></xsl:call-template>
    <xsl:if test="$peminta">
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/parameter'"/><xsl:with-param name="kata" select="'Setting Parameter'"/><xsl:with-param name="di" select="$bagian = 'parameter'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/formulir'"/><xsl:with-param name="kata" select="'Form Online'"/><xsl:with-param name="di" select="$bagian = 'formulir'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/unggah'"/><xsl:with-param name="kata" select="'Upload Data'"/><xsl:with-param name="di" select="$bagian = 'unggah'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/layanan'"/><xsl:with-param name="kata" select="'Web Service'"/><xsl:with-param name="di" select="$bagian = 'layanan'"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/kiriman'"/><xsl:with-param name="kata" select="'Kiriman'"/><xsl:with-param name="di" select="$bagian = 'kiriman'"/></xsl:call-template>
    <xsl:if test="not($peminta)">
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/pantau'"/><xsl:with-param name="kata" select="'Monitoring'"/><xsl:with-param name="di" select="$bagian = 'pantau'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/tunggakan'"/><xsl:with-param name="kata" select="'Tunggakan'"/><xsl:with-param name="di" select="$bagian = 'tunggakan'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/balikan/penduduk'"/><xsl:with-param name="kata" select="'Data Penduduk'"/><xsl:with-param name="di" select="$bagian = 'penduduk'"/></xsl:call-template>
      <xsl:call-template name="tab"><xsl:with-param name="ke" select="'/laporan/balikan'"/><xsl:with-param name="kata" select="'Grafik Statistik'"/><xsl:with-param name="di" select="false()"/></xsl:call-template>
    </xsl:if>
  </nav>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <xsl:if test="@jalur != '/balikan'">
    <li><a href="/balikan">Data Balikan</a></li>
  </xsl:if>
  <xsl:if test="@jalur != '/balikan/kiriman' and starts-with(@jalur, '/balikan/kiriman')">
    <li><a href="/balikan/kiriman">Kiriman</a></li>
  </xsl:if>
  <xsl:if test="balikan and @jalur != concat('/balikan/kiriman/', balikan/@id)">
    <li><a href="/balikan/kiriman/{balikan/@id}"><xsl:value-of select="concat('Kiriman ', balikan/@id)"/></a></li>
  </xsl:if>
</xsl:template>

<!--
  Why a value or row was refused, in a plain sentence, by its code (kode= of
  the element): <xsl:apply-templates select="@kode" mode="sebab"/>.  saran: what
  to do about it, where there is more to say.
-->
<xsl:variable name="sebab-balikan" select="'|kosong=NIK kosong.|nik-panjang=NIK tidak 16 angka.|nik-potong=NIK hanya 15 angka; angka terakhirnya hilang.|nik-angka=NIK berisi selain angka.|nik-pemisah=NIK berisi spasi, titik, atau tanda hubung di antara angkanya.|nik-nol=Empat angka terakhir NIK 0000; nomor urut seperti itu tidak pernah terbit.|nik-provinsi=Dua angka pertama NIK bukan kode provinsi yang dikenal.|nik-tanggal=Tanggal lahir pada NIK (angka ke-7 dan 8) bukan 01–31 atau 41–71.|nik-bulan=Bulan lahir pada NIK (angka ke-9 dan 10) bukan 01–12.|nik-bulat=NIK tersimpan sebagai bilangan, sehingga angka terakhirnya hilang atau menjadi 0.|nik-ilmiah=NIK berubah menjadi bilangan ilmiah seperti 3,17401E+15.|wajib=Nilai wajib diisi, tetapi kosong.|terlalu-panjang=Nilai lebih panjang daripada yang ditetapkan parameter.|angka=Nilai bukan angka.|tanggal=Nilai bukan tanggal yang ada pada kalender.|telepon=Nilai bukan nomor telepon.|pilihan=Nilai tidak ada dalam daftar pilihan parameter.|pola=Nilai tidak mengikuti pola parameter.|sel-lebih=Baris berisi lebih banyak sel daripada kepala tabel.|bulat=Angka ini lebih panjang daripada yang disimpan Excel; angka terakhirnya menjadi 0.|ilmiah=Nilai berubah menjadi bilangan ilmiah seperti 1,23E+15.|ganti-baris=Ada ganti baris di dalam sel.|karakter=Ada karakter yang tidak dapat disimpan: tab, atau huruf yang bukan UTF-8.|kutip=Tanda kutip tidak berpasangan.|baris-panjang=Baris atau sel ini terlalu panjang.|?kabupaten=Kode kabupaten/kota pada NIK tidak dikenal.|?kecamatan=Kode kecamatan pada NIK tidak dikenal.|?ribuan=Satu titik atau koma dibaca sebagai pecahan: 12.500 menjadi 12,5.|?bulat=Terlalu banyak NIK berakhir dengan angka 0; mungkin Excel mengganti angka terakhirnya.|?kolom-kurang=Kolom ini tidak ada dalam berkas, sehingga nilainya menjadi kosong.|?versi-lama=Kolom berkas ini mengikuti parameter versi lama.|'"/>
<xsl:template match="@*" mode="sebab">
  <xsl:variable name="kata" select="substring-before(substring-after($sebab-balikan, concat('|', ., '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="$kata != ''"><xsl:value-of select="$kata"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:variable name="saran-balikan" select="'|nik-panjang=Hitung angkanya: mungkin ada yang terhapus atau terketik dua kali.|nik-potong=Biasanya karena NIK pernah menjadi bilangan, misalnya di Excel. Jadikan kolom NIK teks, lalu isi ulang dari sumbernya; jangan menambahkan 0.|nik-angka=Hapus spasi, tanda kutip, dan huruf dari kolom NIK.|nik-pemisah=Tulis 16 angka tanpa pemisah.|nik-nol=Biasanya karena Excel mengganti angka terakhir NIK dengan 0. Jadikan kolom NIK teks, lalu isi ulang dari sumbernya.|nik-bulat=Angka yang hilang tidak dapat dikembalikan dari berkas ini. Ambil ulang data dari sumbernya, jadikan kolom NIK teks, baru isi.|nik-ilmiah=Angka yang hilang tidak dapat dikembalikan dari berkas ini. Ambil ulang data dari sumbernya, jadikan kolom NIK teks, baru isi.|angka=Tulis tanpa pemisah ribuan, misalnya 12500000 atau 12500000,50.|tanggal=Tulis sebagai TTTT-BB-HH, misalnya 1990-12-31.|telepon=Tulis sebagai 08… atau +62…, tanpa huruf.|sel-lebih=Nilai yang berisi koma atau titik koma harus di antara tanda kutip.|bulat=Ambil ulang nilainya dari sumbernya dan jadikan kolomnya teks.|ilmiah=Ambil ulang nilainya dari sumbernya dan jadikan kolomnya teks.|ganti-baris=Hapus ganti barisnya. Pada Excel: Temukan dan Ganti, pada kotak pertama tekan Ctrl+J, pada kotak kedua ketik spasi.|karakter=Pada Excel: Simpan Sebagai, CSV UTF-8.|kutip=Tanda kutip di dalam nilai ditulis dua kali.|?kabupaten=Baris tetap diterima; NIK tidak berubah walau wilayahnya dimekarkan.|?kecamatan=Baris tetap diterima; NIK tidak berubah walau wilayahnya dimekarkan.|?ribuan=Bila itu pemisah ribuan, kirim lagi tanpa pemisah: 12500.|?bulat=Cocokkan dengan sumbernya. Bila keliru: urungkan kiriman ini, jadikan kolom NIK teks, isi ulang dari sumbernya, lalu kirim lagi.|?kolom-kurang=Nilai sebelumnya tersimpan sebagai riwayat. Bila nilainya masih berlaku, urungkan kiriman ini atau kirim lagi dengan semua kolom.|?versi-lama=Unduh template yang berlaku sebelum mengirim lagi.|'"/>
<xsl:template match="@*" mode="saran">
  <xsl:value-of select="substring-before(substring-after($saran-balikan, concat('|', ., '=')), '|')"/>
</xsl:template>

<!-- Why a whole file failed, by its kode. -->
<xsl:template match="rusak" mode="kalimat">
  <xsl:choose>
    <xsl:when test="@kode = 'jenis'">Berkas ini bukan CSV atau XLSX (boleh dikompres gzip).</xsl:when>
    <xsl:when test="@kode = 'utf16'">Berkas tersimpan sebagai UTF-16. Simpan ulang sebagai CSV UTF-8 atau XLSX.</xsl:when>
    <xsl:when test="@kode = 'rusak'">Berkas rusak atau terpotong. Simpan ulang dari Excel atau LibreOffice, lalu kirim lagi.</xsl:when>
    <xsl:when test="@kode = 'kosong'">Berkas tidak berisi satu baris data pun.</xsl:when>
    <xsl:when test="@kode = 'kolom-kurang'">Ada kolom parameter yang tidak ada pada kepala tabel.</xsl:when>
    <xsl:when test="@kode = 'kolom-ganda'">Ada kolom yang tertulis lebih dari sekali pada kepala tabel.</xsl:when>
    <xsl:when test="@kode = 'kolom-asing'">Ada kolom yang bukan parameter lembaga Anda. Hapus kolomnya, atau tambahkan sebagai parameter.</xsl:when>
    <xsl:when test="@kode = 'nik-tiada'">Kolom NIK tidak ada. Baris pertama berkas harus berisi nama kolom, satu di antaranya NIK.</xsl:when>
    <xsl:when test="@kode = 'tanpa-parameter'">Lembaga Anda belum menetapkan parameter.</xsl:when>
    <xsl:when test="@kode = 'terlalu-banyak-baris'">Berkas berisi terlalu banyak baris. Pecah menjadi beberapa berkas.</xsl:when>
    <xsl:when test="@kode = 'berat'">Isi berkas terlalu besar setelah dibuka. Pecah menjadi beberapa berkas.</xsl:when>
    <xsl:when test="@kode = 'ada-yang-ditolak'">Ada baris yang salah, dan berkas ini dikirim dengan “semua baris atau tidak sama sekali”. Tidak ada yang dimuat.</xsl:when>
    <xsl:when test="@kode = 'hilang'">Berkas hilang dari penyimpanan sebelum selesai dikerjakan. Kirim lagi berkas yang sama.</xsl:when>
    <xsl:otherwise>Berkas tidak dapat dikerjakan.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Table of sendings: heads and a row. -->
<xsl:template name="kepala-kiriman">
  <thead>
    <tr>
      <th scope="col" class="angka">
        <xsl:choose>
          <xsl:when test="/halaman/daftar/tautan[@urut]">
            <xsl:attribute name="aria-sort"><xsl:value-of select="concat(substring('ascending', 1, 9 * (/halaman/daftar/@arah = 'naik')), substring('descending', 1, 10 * (/halaman/daftar/@arah = 'turun')))"/></xsl:attribute>
            <a href="{/halaman/daftar/tautan[@urut]/@href}">No.</a>
          </xsl:when>
          <xsl:otherwise>No.</xsl:otherwise>
        </xsl:choose>
      </th>
      <th scope="col">Dikirim</th>
      <xsl:if test="not($peminta)"><th scope="col">Lembaga</th></xsl:if>
      <th scope="col">Kiriman</th>
      <th scope="col" class="angka">Baris</th>
      <th scope="col" class="angka">Baru</th>
      <th scope="col" class="angka">Diperbarui</th>
      <th scope="col" class="angka">Tetap</th>
      <th scope="col" class="angka">Ditolak</th>
      <th scope="col">Status</th>
    </tr>
  </thead>
</xsl:template>

<xsl:template match="baris" mode="kiriman">
  <tr>
    <td class="angka" data-label="No."><xsl:value-of select="@id"/></td>
    <td class="rapat" data-label="Dikirim"><xsl:apply-templates select="@dibuat" mode="waktu"/></td>
    <xsl:if test="not($peminta)"><td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td></xsl:if>
    <td class="utama" data-label="Kiriman">
      <a href="/balikan/kiriman/{@id}"><xsl:apply-templates select="." mode="nama-kiriman"/></a>
      <xsl:if test="@oleh != ''"><br/><small><xsl:value-of select="@oleh"/></small></xsl:if>
    </td>
    <td class="angka" data-label="Baris"><xsl:apply-templates select="@baris" mode="angka"/></td>
    <td class="angka" data-label="Baru"><xsl:apply-templates select="@diterima" mode="angka"/></td>
    <td class="angka" data-label="Diperbarui"><xsl:apply-templates select="@diperbarui" mode="angka"/></td>
    <td class="angka" data-label="Tetap"><xsl:apply-templates select="@tetap" mode="angka"/></td>
    <td class="angka" data-label="Ditolak"><xsl:apply-templates select="@ditolak" mode="angka"/></td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
  </tr>
</xsl:template>

<!-- The file's name; of single records what they are. -->
<xsl:template match="*" mode="nama-kiriman">
  <xsl:choose>
    <xsl:when test="@nama != ''"><xsl:value-of select="@nama"/></xsl:when>
    <xsl:when test="@sumber = 'formulir'">Form Online</xsl:when>
    <xsl:when test="@sumber = 'layanan'">Web Service</xsl:when>
    <xsl:otherwise><xsl:value-of select="concat('Kiriman ', @id)"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- == messages == -->

<xsl:template match="pesan[@kode = 'balikan-diterima']" mode="pesan">Berkas sudah diterima. Pemeriksaannya berjalan sendiri; Anda boleh meninggalkan halaman ini.</xsl:template>
<xsl:template match="pesan[@kode = 'balikan-dibatalkan']" mode="pesan">Kiriman dibatalkan.</xsl:template>
<xsl:template match="pesan[@kode = 'balikan-diurungkan']" mode="pesan">Kiriman sedang diurungkan. Data kembali seperti sebelumnya; kami kabari setelah selesai.</xsl:template>

</xsl:stylesheet>
