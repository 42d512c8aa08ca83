<?xml version="1.0" encoding="UTF-8"?>
<!--
  panduan.xsl: what the pages of the guide share: titles of chapters and
  sections, names of the pages and pictures they show.  A chapter
  (panduan-CODE.xsl, no page of its own, listed in panduan-isi.xsl) gives a
  template for each of its sections:
    <xsl:template match="bab[@kode = 'CODE']/sub[@kode = 'daftar']" mode="isi">
  In a chapter <b> is a label exactly as it stands on the screen, and nothing
  else is <b>: tests/http/panduan.mjs looks for each of them in the other
  stylesheets.  A page is named by its title:
    <xsl:apply-templates select="$layar[@kode = 'permintaan']"/>
  which is a link for those who may open it.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="judul-bab" select="'|memulai=Memulai|akun=Akun dan pesan Anda|permintaan=Permintaan personalisasi|persetujuan=Persetujuan produsen|pekerjaan-ditjen=Pekerjaan Ditjen|tanda-tangan=Tanda tangan pejabat|verifikasi=Memeriksa dokumen|perjanjian=Perjanjian kerja sama|aktivasi=Aktivasi kartu|manifes=Manifes dan pemeriksaannya|masa-berlaku=Masa berlaku dan perpanjangan|perubahan-kartu=Pindah, penangguhan, pengembalian, pemusnahan|balikan=Data balikan|lacak=Lacak kartu dan peta|laporan=Laporan|administrasi=Administrasi|status=Status sistem dan cadangan|'"/>

<xsl:variable name="ringkas-bab" select="'|memulai=Mendaftar, masuk, mengganti password, dan bekerja dengan aman. Untuk semua orang.|akun=Data diri, foto, alamat e-mail, lonceng, pesan mana yang dikirim kepada Anda, dan data pribadi. Untuk semua pemegang akun.|permintaan=Meminta kartu SAM untuk pembaca KTP-el, dari surat sampai kartu diserahkan. Untuk lembaga pengguna dan Dinas.|persetujuan=Menyetujui permintaan dengan daftar seri, lalu menerima kartu yang selesai. Untuk produsen.|pekerjaan-ditjen=Surat masuk, disposisi, jadwal, personalisasi, dokumen, dan serah terima. Untuk admin Ditjen.|tanda-tangan=Mengajukan, menandatangani, mengganti, dan mencabut dokumen. Untuk pejabat dan admin.|verifikasi=Memastikan dokumen asli dan masih berlaku, dengan kode QR atau berkasnya. Untuk siapa saja.|perjanjian=Apa yang diizinkan perjanjian (PKS) dan sampai kapan. Untuk lembaga pengguna, Dinas, dan Ditjen.|aktivasi=Meminta aktivasi, membuka token, dan mengaktifkan kartu satu per satu atau dari berkas. Untuk lembaga pengguna, Dinas, dan admin.|manifes=Apa isi manifes, dan bagaimana memeriksanya tanpa SI-FILMA. Untuk lembaga, auditor, dan Ditjen.|masa-berlaku=Yang terjadi ketika perjanjian hampir atau sudah berakhir, dan sesudah diperpanjang. Untuk lembaga pengguna, Dinas, dan admin.|perubahan-kartu=Mesin berpindah, sanksi, kartu dikembalikan, dan kartu dimusnahkan. Untuk lembaga pengguna, Dinas, dan Ditjen.|balikan=Data yang dikirim lembaga untuk setiap NIK, dari parameternya sampai tersimpan. Untuk lembaga pengguna, Dinas, dan Ditjen.|lacak=Mencari sebuah kartu dan seluruh perjalanannya, dan melihat letak pembaca aktif. Untuk semua yang bekerja dengan kartu SAM.|laporan=Rekap pekerjaan dalam tabel, grafik, dan berkas, dan arti angkanya. Untuk semua yang bekerja dengan kartu SAM.|administrasi=Akun, lembaga, pengaturan, hari libur, pertanyaan, buku manual, pesan keluar, dan log. Untuk admin Ditjen.|status=Membaca keadaan sistem, dan apa yang dilakukan bila ada gangguan. Untuk admin dan pejabat.|'"/>

<!-- chapter/section=title -->
<xsl:variable name="judul-sub" select="concat('|memulai/daftar=Mendaftarkan akun|memulai/masuk=Masuk|memulai/faktor=Kode sekali pakai|memulai/layar=Mengenal layar|memulai/sandi=Password|memulai/waktu-habis=Sesi dan waktu habis|memulai/keluar=Keluar',
'|akun/profil=Data diri|akun/email=Mengganti alamat e-mail|akun/foto=Foto|akun/notifikasi=Lonceng dan notifikasi|akun/pilihan=Pesan lewat e-mail dan WhatsApp|akun/data=Data pribadi Anda',
'|permintaan/siapkan=Yang perlu disiapkan|permintaan/buat=Membuat permintaan|permintaan/kirim=Mengirim atau menyimpan draf|permintaan/tarik=Menarik atau menghapus|permintaan/ikuti=Mengikuti kemajuan|permintaan/selesai=Setelah kartu diserahkan',
'|persetujuan/periksa=Permintaan yang menunggu Anda|persetujuan/setujui=Menyetujui|persetujuan/seri=Menyusun daftar seri|persetujuan/tolak=Menolak|persetujuan/dikembalikan=Permintaan yang dikembalikan Ditjen|persetujuan/terima=Mengambil dan menerima kartu',
'|pekerjaan-ditjen/surat=Mendaftarkan surat|pekerjaan-ditjen/disposisi=Mencatat disposisi|pekerjaan-ditjen/terima=Menerima atau mengembalikan|pekerjaan-ditjen/jadwal=Jadwal dan kapasitas|pekerjaan-ditjen/produksi=Personalisasi kartu|pekerjaan-ditjen/masalah=Kartu bermasalah|pekerjaan-ditjen/dokumen=Dokumen tiket|pekerjaan-ditjen/serah-terima=Serah terima',
'|tanda-tangan/periksa=Memeriksa dan mengajukan konsep|tanda-tangan/tanda-tangani=Menandatangani|tanda-tangan/keliru=Dokumen yang keliru',
'|verifikasi/kode=Dengan kode QR|verifikasi/berkas=Dengan berkas PDF|verifikasi/arti=Arti hasilnya',
'|perjanjian/untuk-apa=Untuk apa perjanjian dicatat|perjanjian/lihat=Melihat perjanjian|perjanjian/catat=Mencatat perjanjian|perjanjian/ubah=Memperbaiki catatan',
'|aktivasi/siapkan=Sebelum mulai|aktivasi/minta=Membuat permintaan aktivasi|aktivasi/baris=Mengisi daftar mesin|aktivasi/putuskan=Memutuskan permintaan|aktivasi/token=Token kartu|aktivasi/satu=Mengaktifkan satu kartu|aktivasi/massal=Mengaktifkan banyak kartu|aktivasi/kolom=Kolom berkas aktivasi massal',
'|manifes/apa=Apa itu manifes|manifes/unduh=Mengunduh dan memasang|manifes/cepat=Memeriksa dengan kode QR|manifes/tanda-tangan=Memeriksa tanda tangan dengan xmlsec1|manifes/rincian=Membaca isinya|manifes/cabut=Daftar pencabutan',
'|masa-berlaku/pengingat=Pengingat|masa-berlaku/berakhir=Ketika perjanjian berakhir|masa-berlaku/perpanjang=Memperpanjang|masa-berlaku/hentikan=Menghentikan lebih awal',
'|perubahan-kartu/pindah=Mesin dipindahkan|perubahan-kartu/tangguh=Penangguhan|perubahan-kartu/kembali=Mengembalikan kartu|perubahan-kartu/terima=Menerima pengembalian|perubahan-kartu/musnah=Pemusnahan',
'|balikan/parameter=Menetapkan parameter|balikan/templat=Mengunduh template|balikan/formulir=Mengirim data satu NIK|balikan/unggah=Mengirim berkas|balikan/ikuti=Mengikuti kiriman|balikan/ditolak=Baris yang ditolak|balikan/excel=NIK dan Excel|balikan/urung=Membatalkan dan mengurungkan|balikan/layanan=Layanan web|balikan/pantau=Untuk Ditjen',
'|lacak/cari=Melacak satu kartu|lacak/baca=Membaca hasilnya|lacak/register=Daftar kartu|lacak/peta=Peta dan rekap pembaca',
'|laporan/buka=Laporan yang tersedia|laporan/saring=Memilih periode dan saringan|laporan/baca=Membaca angkanya|laporan/unduh=Mengunduh dan mencetak',
'|administrasi/verifikasi-akun=Memverifikasi pendaftaran|administrasi/akun=Mengelola akun|administrasi/massal=Membuat banyak akun|administrasi/lembaga=Lembaga|administrasi/pengaturan=Pengaturan|administrasi/libur=Hari libur|administrasi/faq=Pertanyaan yang sering diajukan|administrasi/manual=Buku manual|administrasi/log=Log tindakan|administrasi/pesan=Pesan keluar|administrasi/data-pribadi=Permintaan penghapusan data',
'|status/baca=Membaca halaman status|status/cadangan=Cadangan dan pemulihan|')"/>

<!-- Pages as their own titles say; what a visitor sees in the corner of the
     frame, as there. -->
<xsl:variable name="nama-layar" select="'|masuk=Masuk|lupa=Lupa password|daftar=Form Pendaftaran|verifikasi=Verifikasi dokumen|faq=Frequent Asked Question|dasbor=Dashboard|profil=Profil Saya|sandi=Ubah Password|sesi=Sesi Saya|faktor=Faktor Kedua|notifikasi=Notifikasi|pilihan-pesan=Pilihan Pesan|data-pribadi=Data Pribadi Saya|permintaan=Permintaan Personalisasi|buat-permintaan=Buat permintaan|proses=Proses Personalisasi|kalender=Kalender|pemusnahan=Daftar pemusnahan|dokumen=Dokumen|aktivasi=SAM Aktivasi|kartu=Kartu SAM|massal=Aktivasi massal|kembali=Pengembalian kartu|perjanjian=Perjanjian|lacak=Lacak kartu|peta=Peta pembaca aktif|rekap=Rekap pembaca per lembaga|balikan=Data Balikan|balikan-parameter=Setting Parameter|balikan-formulir=Form Online|balikan-unggah=Upload Data|balikan-kiriman=Kiriman Data Balikan|balikan-layanan=Web Service|balikan-pantau=Monitoring data balikan|balikan-tunggakan=Tunggakan data balikan|balikan-penduduk=Data Penduduk|laporan=Reports|admin-akun=Pengguna|admin-lembaga=Lembaga|admin-perjanjian=Perjanjian|admin-libur=Hari Libur|admin-pengaturan=Pengaturan|admin-faq=Kelola pertanyaan|admin-rute=Hak akses halaman|admin-log=Log|admin-massal=Buat banyak akun|admin-kotak-keluar=Kotak Keluar|admin-data-pribadi=Data Pribadi|admin-manual=Unggah buku manual|status=Status Sistem|'"/>

<xsl:variable name="layar" select="/halaman/layar"/>

<xsl:template match="layar">
  <xsl:variable name="nama" select="substring-before(substring-after($nama-layar, concat('|', @kode, '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="$nama"/></a></xsl:when>
    <xsl:otherwise><b><xsl:value-of select="$nama"/></b></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Whose guide it is. -->
<xsl:variable name="nama-pembaca" select="'|tamu=pengunjung|pengguna=lembaga pengguna|produsen=produsen|dinas=Dinas Dukcapil|admin=admin Ditjen|pejabat=pejabat penanda tangan|verifikator=verifikator|pemohon=pemohon|'"/>
<xsl:template match="@*" mode="pembaca">
  <xsl:value-of select="substring-before(substring-after($nama-pembaca, concat('|', ., '=')), '|')"/>
</xsl:template>

<!-- Title of the chapter @kode; of the section @kode of the chapter above. -->
<xsl:template match="*" mode="nama-bab">
  <xsl:value-of select="substring-before(substring-after($judul-bab, concat('|', @kode, '=')), '|')"/>
</xsl:template>
<xsl:template match="sub" mode="nama-sub">
  <xsl:value-of select="substring-before(substring-after($judul-sub, concat('|', ../@kode, '/', @kode, '=')), '|')"/>
</xsl:template>
<xsl:template match="bab" mode="ringkas">
  <xsl:value-of select="substring-before(substring-after($ringkas-bab, concat('|', @kode, '=')), '|')"/>
</xsl:template>

<!-- bab: a link in the text to another chapter.
     <xsl:call-template name="bab">
       <xsl:with-param name="kode" select="'aktivasi'"/>
       <xsl:with-param name="sub" select="'token'"/>   (may be left out)
     </xsl:call-template> -->
<xsl:template name="bab">
  <xsl:param name="kode"/>
  <xsl:param name="sub"/>
  <a href="/panduan/{$kode}{substring('#', 1, string-length($sub))}{$sub}">
    <xsl:choose>
      <xsl:when test="$sub"><xsl:value-of select="substring-before(substring-after($judul-sub, concat('|', $kode, '/', $sub, '=')), '|')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring-before(substring-after($judul-bab, concat('|', $kode, '=')), '|')"/></xsl:otherwise>
    </xsl:choose>
  </a>
</xsl:template>

<!-- gambar: a picture of a screen, made by tests/browser/gambar-panduan.mjs;
     fetched when it comes into sight, but at once where it is to be printed.
     <xsl:call-template name="gambar">
       <xsl:with-param name="nama" select="'masuk'"/>
       <xsl:with-param name="alt" select="'what it shows, for who cannot see it'"/>
     </xsl:call-template> -->
<xsl:template name="gambar">
  <xsl:param name="nama"/>
  <xsl:param name="alt"/>
  <xsl:variable name="ukuran" select="substring-before(substring-after($ukuran-gambar, concat('|', $nama, '=')), '|')"/>
  <p class="gambar"><img src="/aset/panduan/{$nama}.webp?v={/halaman/@versi}" alt="{$alt}" width="{substring-before($ukuran, 'x')}" height="{substring-after($ukuran, 'x')}"><xsl:if test="not(/halaman/bab[2])"><xsl:attribute name="loading">lazy</xsl:attribute></xsl:if></img></p>
</xsl:template>

<!-- Field for a search in all chapters. -->
<xsl:template name="cari-panduan">
  <form class="saringan" method="get" action="/panduan" role="search">
    <div class="saring-ruas saring-cari">
      <label for="s-cari">Cari dalam panduan</label>
      <input id="s-cari" type="search" name="cari" maxlength="100"
        autocomplete="off" enterkeyhint="search" value="{pencarian/@cari}"/>
    </div>
    <button class="tombol" type="submit">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
      <xsl:text>Cari</xsl:text>
    </button>
  </form>
</xsl:template>

</xsl:stylesheet>
