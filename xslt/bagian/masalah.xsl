<?xml version="1.0" encoding="UTF-8"?>
<!-- masalah.xsl: words of the problems of the web service (lib/api.h), for its
     answers and for the page that lists them.  kode=Title~What to do| -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="masalah" select="concat(
  '|permintaan-rusak=Permintaan rusak~Permintaan tidak dapat dibaca. Periksa alamat dan tajuknya.',
  '|token-tiada=Token tidak ada~Sertakan token pada tajuk Authorization: Bearer.',
  '|token-salah=Token tidak berlaku~Token tidak dikenal, sudah dicabut, atau sudah kedaluwarsa. Buat token baru di halaman Web Service.',
  '|token-di-alamat=Token tidak boleh di alamat~Token atau data pada alamat tercatat di banyak tempat. Kirim token pada tajuk Authorization, data pada badan permintaan, dan ganti token ini.',
  '|lembaga-nonaktif=Lembaga tidak aktif~Lembaga pemilik token sedang tidak aktif. Hubungi Ditjen Dukcapil.',
  '|alamat-jaringan=Alamat jaringan tidak diizinkan~Token ini hanya berlaku dari alamat jaringan yang didaftarkan di halaman Web Service.',
  '|tanpa-parameter=Parameter belum ada~Lembaga belum menentukan parameter data balikan. Isi Setting Parameter lebih dahulu.',
  '|tidak-ada=Tidak ada~Alamat ini tidak ada pada layanan.',
  '|cara-salah=Metode tidak diizinkan~Pakai salah satu metode pada tajuk Allow.',
  '|badan-jenis=Jenis badan tidak diterima~Kirim application/json, application/x-www-form-urlencoded, atau multipart/form-data.',
  '|badan-kemasan=Kemasan badan tidak diterima~Content-Encoding yang diterima hanya gzip.',
  '|berkas-di-formulir=Berkas tidak diterima di sini~Unggah berkas lewat halaman Upload Data.',
  '|badan-besar=Badan terlalu besar~Badan permintaan paling besar 2 MiB, juga sesudah kemasan gzip dibuka.',
  '|terlalu-besar=Badan terlalu besar~Bagi kiriman menjadi beberapa permintaan.',
  '|badan-putus=Badan tidak lengkap~Sambungan putus sebelum seluruh badan diterima. Kirim lagi.',
  '|gzip-rusak=Kemasan gzip rusak~Badan bukan gzip yang utuh.',
  '|formulir-rusak=Formulir rusak~Badan tidak dapat dibaca sebagai formulir.',
  '|json-rusak=JSON rusak~Badan tidak dapat dibaca sebagai JSON; baris dan kolom menunjuk tempatnya.',
  '|json-utf8=Bukan UTF-8~JSON harus ditulis dalam UTF-8.',
  '|json-ganda=Nama ganda~Ada nama yang tertulis dua kali dalam satu objek JSON.',
  '|json-nul=Karakter terlarang~JSON memuat karakter U+0000.',
  '|json-angka=Angka terlalu besar~JSON memuat angka yang tidak muat dalam 64 bit. Tulis sebagai teks.',
  '|json-dalam=JSON terlalu dalam~Kirim satu objek, atau satu larik berisi objek.',
  '|json-banyak=JSON terlalu banyak isi~Bagi kiriman menjadi beberapa permintaan.',
  '|bukan-rekaman=Bukan rekaman~Kirim satu objek, atau satu larik berisi objek, setiap objek satu rekaman.',
  '|tanpa-rekaman=Tidak ada rekaman~Kirim paling sedikit satu rekaman.',
  '|terlalu-banyak-baris=Terlalu banyak rekaman~Satu permintaan memuat paling banyak 1.000 rekaman.',
  '|cara-tak-dikenal=Cara tidak dikenal~Parameter cara adalah sebagian atau semua.',
  '|ada-yang-ditolak=Ada rekaman yang ditolak~Dengan cara=semua tidak satu rekaman pun disimpan bila ada yang ditolak. Perbaiki rekaman pada hasil, lalu kirim lagi.',
  '|kunci-rusak=Idempotency-Key tidak dapat dipakai~Kunci terdiri atas 1 sampai 100 karakter ASCII yang tampak.',
  '|kunci-lain=Idempotency-Key sudah dipakai~Kunci ini sudah dipakai untuk isi yang lain. Pakai kunci baru untuk kiriman baru.',
  '|kunci-berjalan=Permintaan sedang dikerjakan~Permintaan dengan kunci yang sama sedang dikerjakan. Tunggu sebentar, lalu kirim lagi dengan kunci yang sama.',
  '|terlalu-sering=Terlalu sering~Batas permintaan tercapai. Tunggu selama detik pada tajuk Retry-After.',
  '|isian=Isian tidak diterima~Periksa kembali isi permintaan.',
  '|belum-masuk=Belum dikenali~Sertakan token pada tajuk Authorization: Bearer.',
  '|tidak-berhak=Tidak berhak~Token ini tidak berhak atas alamat ini.',
  '|berubah=Keadaan sudah berubah~Data berubah ketika permintaan dikerjakan. Kirim lagi.',
  '|jenis-berkas=Jenis badan tidak diterima~Kirim application/json, application/x-www-form-urlencoded, atau multipart/form-data.',
  '|kesalahan-kami=Kesalahan pada sistem~Terjadi kesalahan pada sistem kami. Sebutkan rujukan pada instance bila melapor.',
  '|sibuk=Sedang sibuk~Layanan sedang tidak dapat menjawab. Coba lagi sebentar lagi.',
  '|penuh=Penyimpanan penuh~Penyimpanan sedang penuh. Coba lagi nanti.|')"/>

<xsl:template name="judul-masalah">
  <xsl:param name="kode"/>
  <xsl:value-of select="substring-before(substring-after($masalah, concat('|', $kode, '=')), '~')"/>
</xsl:template>

<xsl:template name="rinci-masalah">
  <xsl:param name="kode"/>
  <xsl:value-of select="substring-before(substring-after(substring-after($masalah, concat('|', $kode, '=')), '~'), '|')"/>
</xsl:template>

</xsl:stylesheet>
