<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-balikan.xsl: chapter: data balikan, from its parameters on. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'parameter']" mode="isi">
  <p>Parameter ialah data yang lembaga Anda kirim untuk setiap NIK, misalnya NO_CIF atau NO_HP. Tanpa parameter belum ada data yang dapat dikirim.</p>
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'balikan-parameter']"/>, lalu pilih <b>Buat parameter</b> atau <b>Ubah parameter</b>.</li>
    <li>Isi <b>Nama</b> dengan huruf, angka, dan garis bawah, dan pilih <b>Jenis</b>: <b>Teks</b>, <b>Angka</b>, <b>Tanggal</b>, <b>Nomor telepon</b>, atau <b>Pilihan</b>. NIK tidak perlu ditulis.</li>
    <li>Untuk teks dan angka isi <b>Panjang</b>, dan <b>Pola</b> bila bentuknya selalu sama: 9 berarti satu angka, A satu huruf, X huruf atau angka. Untuk pilihan tulis <b>Daftar pilihan</b>, satu per baris.</li>
    <li>Centang <b>Wajib diisi</b> bila setiap NIK harus mempunyainya.</li>
    <li><b>Tambah parameter</b> menambah yang berikutnya; <b>Naik</b>, <b>Turun</b>, dan <b>Hapus</b> mengatur urutannya. Paling banyak 60 parameter.</li>
    <li>Pilih <b>Lanjut: periksa</b>, bacalah apa yang berubah, lalu <b>Simpan parameter</b>.</li>
  </ol>
  <p>Setiap perubahan menjadi versi baru. Data yang sudah dikirim tetap memakai versinya; semua versi ada di bawah daftar.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'balikan-parameter'"/>
    <xsl:with-param name="alt" select="'Parameter yang berlaku: nama, jenis, panjang, dan isi yang diterima.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'templat']" mode="isi">
  <ol>
    <li>Pada <xsl:apply-templates select="$layar[@kode = 'balikan-parameter']"/> unduh <b>Template Excel (XLSX)</b> atau <b>Template CSV</b>. Nama berkasnya memuat nomor versi parameter.</li>
    <li>Isi lembar Data mulai baris kedua, satu NIK per baris. Nama kolom jangan diubah; urutannya boleh lain.</li>
    <li>Lembar Contoh menunjukkan cara mengisi, lembar Aturan menjelaskan setiap kolom.</li>
  </ol>
  <p>Semua kolom template Excel berupa teks. Biarkan begitu: Excel hanya menyimpan 15 angka dari sebuah bilangan, sehingga angka terakhir NIK hilang dan tidak dapat dikembalikan. Sesudah parameter diubah, unduh template lagi.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'formulir']" mode="isi">
  <p>Data satu NIK dikirim dengan <xsl:apply-templates select="$layar[@kode = 'balikan-formulir']"/>. Isiannya mengikuti parameter lembaga Anda.</p>
  <ol>
    <li>Ketik NIK, isi parameternya, lalu pilih <b>Simpan</b>.</li>
    <li>Yang tampil sesudahnya mengatakan apa yang terjadi: datanya baru, memperbarui data sebelumnya, atau sama dengan yang sudah ada.</li>
    <li>Bila ada yang salah, isian tampil lagi dengan penjelasan di dekatnya; belum ada yang disimpan.</li>
  </ol>
  <p>Nilai yang digantikan disimpan sebagai riwayat. NIK yang kode kabupaten atau kecamatannya tidak dikenal tetap diterima dengan peringatan, karena NIK tidak berubah walau wilayahnya dimekarkan.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'unggah']" mode="isi">
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'balikan-unggah']"/> dan pilih berkasnya: CSV atau XLSX, boleh dimampatkan dengan gzip.</li>
    <li>Pada <b>Bila ada baris yang salah</b> pilih <b>Baris yang benar diterima, yang salah ditolak</b>, atau <b>Semua baris atau tidak sama sekali</b> bila berkas itu tidak boleh masuk sebagian.</li>
    <li>Pilih <b>Kirim</b>. Batang kemajuan menunjukkan berapa yang sudah sampai.</li>
  </ol>
  <p>Bila jaringan terputus, pengiriman dicoba lagi sendiri dari tempat yang sama. <b>Jeda</b> menghentikannya sementara. Halaman boleh ditutup: buka lagi di peramban yang sama, pilih berkas yang sama, dan hanya sisanya yang dikirim. Yang belum selesai tampil di bawah <b>Belum selesai dikirim</b>; yang tidak dilanjutkan sebaiknya dihapus di situ, karena tempatnya terhitung dalam kuota lembaga Anda.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'ikuti']" mode="isi">
  <p>Setiap kiriman ada di <xsl:apply-templates select="$layar[@kode = 'balikan-kiriman']"/>. Halamannya memperbarui diri: berapa persen yang sudah diperiksa dan dimuat, berapa baris per detik, dan kira-kira berapa lama lagi. Anda boleh meninggalkannya; lonceng dan pesan mengabari setelah selesai. Berkas satu lembaga dikerjakan satu demi satu; berkas lembaga lain yang besar tidak menahan berkas Anda.</p>
  <ul>
    <li><b>Baru</b>: NIK yang belum pernah lembaga Anda kirim.</li>
    <li><b>Diperbarui</b>: nilainya berubah; nilai lamanya disimpan sebagai riwayat.</li>
    <li><b>Tetap</b>: sama dengan yang sudah ada. Mengirim berkas yang sama sekali lagi tidak mengubah apa pun.</li>
    <li><b>Ditolak</b>: baris yang salah.</li>
    <li>Tidak dimuat: baris yang benar dari berkas yang gagal atau dibatalkan.</li>
  </ul>
  <p>Semuanya selalu berjumlah sama dengan baris pada berkas. <b>Riwayat</b> di bawahnya mencatat setiap perubahan status: kapan, dan oleh siapa.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'ditolak']" mode="isi">
  <p>Bila berkasnya sendiri yang salah, misalnya ada kolom yang bukan parameter, kiriman berstatus <b>Gagal</b> dan tidak ada baris yang dimuat. Halamannya menyebut kolom mana, dan kolom mana yang seharusnya ada.</p>
  <p>Bila barisnya yang salah, <b>Sebab penolakan</b> menghitungnya menurut alasan, dan <b>Baris yang ditolak</b> menunjukkan seratus kesalahan pertama dengan nomor baris seperti pada Excel. NIK disamarkan.</p>
  <ol>
    <li>Pilih <b>Unduh baris yang ditolak (CSV)</b>: hanya baris yang ditolak, seperti yang Anda kirim, dengan alasannya di kolom GALAT.</li>
    <li>Perbaiki nilainya. Kolom BARIS dan GALAT boleh dibiarkan. Angka yang dirusak Excel ditulis seperti 3171010101900010E+0: ganti dengan yang benar dari sumbernya, sebab tanpa itu barisnya ditolak lagi.</li>
    <li>Kirim berkas itu. Baris yang sudah diterima tidak perlu dikirim lagi, kecuali bila kiriman tadi memakai <b>Semua baris atau tidak sama sekali</b>.</li>
  </ol>
  <p><b>Peringatan</b> tidak menolak baris, dan menyebut nomor baris pertamanya. NIK dengan kode wilayah yang tidak dikenal tetap diterima. Kolom parameter yang tidak ada dalam berkas menjadi kosong pada setiap baris yang diterima, walau sebelumnya berisi; begitu pula bila kolomnya mengikuti parameter versi lama. Peringatan menyebut kolom mana; nilai sebelumnya tersimpan sebagai riwayat, dan <b>Urungkan kiriman</b> mengembalikannya.</p>
  <p>Berkas dan laporannya dihapus beberapa hari setelah selesai, pada tanggal yang disebut di halaman kirimannya; baris yang sudah dimuat tetap ada.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'balikan-kiriman'"/>
    <xsl:with-param name="alt" select="'Kiriman yang selesai: langkah berikutnya, hasilnya, dan sebab penolakan.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'excel']" mode="isi">
  <p>Excel menyimpan bilangan paling panjang 15 angka, sedangkan NIK 16 angka. Kolom NIK yang bukan teks menjadi seperti 3,17401E+15, atau angka terakhirnya berubah menjadi 0 atau hilang. NIK seperti itu ditolak bila nomor urutnya menjadi 0000 atau angkanya tinggal 15; bila selebihnya banyak yang berakhir dengan 0, halaman kiriman memperingatkannya. Angka itu tidak dapat dikembalikan dari berkas yang sudah rusak: ambil ulang NIK dari sumbernya.</p>
  <ol>
    <li>Pilih seluruh kolom NIK, lalu Format Sel, Nomor, Teks. Baru sesudah itu isi atau tempel NIK.</li>
    <li>Untuk membuka CSV pilih Data, Dari Teks/CSV, dan jadikan kolom NIK teks. Jangan klik ganda berkasnya.</li>
    <li>Simpan sebagai XLSX, atau sebagai CSV UTF-8.</li>
    <li>Sel yang berisi beberapa baris (Alt+Enter) ditolak: jadikan satu baris. Angka ditulis tanpa pemisah ribuan, misalnya 12500000; satu titik atau koma berarti pecahan, sehingga 12.500 diterima sebagai 12,5 dengan peringatan.</li>
  </ol>
  <p>Template Excel dari SI-FILMA sudah berisi kolom teks.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'urung']" mode="isi">
  <p>Berkas yang keliru tidak perlu dihapus baris demi baris.</p>
  <ul>
    <li><b>Batalkan kiriman</b> menghentikan berkas yang masih menunggu, diperiksa, atau dimuat. Baris yang telanjur dimuat dikembalikan.</li>
    <li><b>Urungkan kiriman</b> mengembalikan data seperti sebelum berkas yang sudah selesai itu: baris baru dihapus, baris yang diperbarui kembali ke nilai lamanya.</li>
  </ul>
  <p>Yang dapat diurungkan hanya kiriman terbaru lembaga Anda, termasuk yang lewat formulir dan layanan web. Bila ada yang lebih baru, halamannya menyebut yang mana. Data yang dikirim satu per satu tidak dapat diurungkan; sesudahnya, betulkan berkas yang lama dengan mengirim lagi baris yang benar. Data layanan web yang semuanya ditolak tidak menghalangi.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'layanan']" mode="isi">
  <p>Aplikasi lembaga Anda dapat mengirim sendiri, paling banyak 1.000 data sekali kirim. Alamat dan kode lembaga ada di <xsl:apply-templates select="$layar[@kode = 'balikan-layanan']"/>.</p>
  <ol>
    <li>Pada <b>Buat token</b> isi nama aplikasi yang memakainya, masa berlakunya, dan bila perlu jaringan asalnya.</li>
    <li>Salin tokennya saat itu juga: token hanya ditampilkan sekali, dan kami tidak menyimpannya. Simpan seperti password.</li>
    <li>Serahkan <b>Uraian lengkap (OpenAPI 3.1)</b> dan <b>Arti kode masalah</b> kepada pengembang aplikasi Anda.</li>
  </ol>
  <p>Cabut token yang diketahui orang lain atau tidak dipakai lagi; sejak itu permintaannya ditolak. Data satu hari tampil sebagai satu kiriman. Data yang ditolak ikut dihitung di situ; sebabnya ada pada jawaban kepada aplikasi Anda. Bila semuanya ditolak, lembaga Anda belum dianggap mengirim.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'balikan']/sub[@kode = 'pantau']" mode="isi">
  <p>Untuk admin dan pejabat Ditjen, <xsl:apply-templates select="$layar[@kode = 'balikan']"/> menunjukkan berapa baris yang masuk hari ini dan seluruhnya. Kiriman semua lembaga dapat dibaca, tetapi berkas dan NIK-nya tidak.</p>
  <ul>
    <li><xsl:apply-templates select="$layar[@kode = 'balikan-pantau']"/>: jumlah baris dan kiriman terakhir setiap lembaga. Halaman lembaganya memuat token layanan webnya; bila sebuah token jatuh ke tangan orang lain, admin memilih <b>Cabut</b> di situ dan lembaganya diberi tahu.</li>
    <li><xsl:apply-templates select="$layar[@kode = 'balikan-tunggakan']"/>: lembaga yang memakai pembaca KTP-el tetapi tidak mengirim data; yang belum pernah mengirim dihitung sejak didaftarkan. Lembaganya membaca hal yang sama di halaman <xsl:apply-templates select="$layar[@kode = 'balikan']"/>. Batas bulannya ada di <xsl:apply-templates select="$layar[@kode = 'admin-pengaturan']"/>.</li>
    <li><xsl:apply-templates select="$layar[@kode = 'balikan-penduduk']"/>: satu NIK, identitasnya, dan apa yang dikirim setiap lembaga. <b>Keperluan</b> harus diisi, dan setiap pencarian dicatat dalam log.</li>
  </ul>
</xsl:template>

</xsl:stylesheet>
