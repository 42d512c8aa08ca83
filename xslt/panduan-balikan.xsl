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

</xsl:stylesheet>
