<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-pekerjaan-ditjen.xsl: chapter: the office's work from the letter to the handover. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'surat']" mode="isi">
  <p>Permintaan berstatus <b>Disetujui produsen</b> menunggu Anda; Dashboard menghitungnya sebagai <b>surat menunggu didaftarkan</b>. Pada <xsl:apply-templates select="$layar[@kode = 'permintaan']"/> pilih <b>Daftarkan</b> pada barisnya, atau buka permintaannya untuk membaca dahulu lampirannya dan pilih <b>Daftarkan surat</b>. Isi <b>Nomor agenda</b> dan <b>Tanggal surat diterima</b> seperti pada buku agenda.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'disposisi']" mode="isi">
  <p>Pilih <b>Catat disposisi</b>. Disposisi berjalan berurutan: Direktur Jenderal, Direktur FPDDK, lalu Kepala Subdirektorat Keamanan Informasi. Isi <b>Tanggal disposisi</b> dan <b>Isi disposisi</b> yang sudah ada; yang belum ada dibiarkan kosong dan diisi kemudian. Akhiri dengan <b>Simpan disposisi</b>.</p>
  <p>Tanggal disposisi Kasubdit KI menentukan urutan dalam antrean.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'terima']" mode="isi">
  <ul>
    <li><b>Terima permintaan</b> muncul setelah disposisi lengkap. Kode tiket terbit, kartunya masuk jadwal, dan lembaga serta produsen diberi tahu. Setelah itu permintaan tidak dapat dikembalikan lagi.</li>
    <li><b>Kembalikan</b> mengirim permintaan kepada produsen beserta alasannya, misalnya karena lampiran kurang. Sebutkan apa yang harus diperbaiki.</li>
  </ul>
</xsl:template>

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'jadwal']" mode="isi">
  <p>Jadwal disusun sendiri: siapa yang lebih dahulu didisposisi, lebih dahulu dikerjakan, sebanyak kapasitas setiap hari kerja. Hari libur dan akhir pekan dilewati.</p>
  <ul>
    <li><xsl:apply-templates select="$layar[@kode = 'kalender']"/> menampilkan kartu terencana setiap hari. Pilih sebuah tanggal, lalu pada <b>Ubah kapasitas</b> tutup hari itu atau isi kapasitas lain.</li>
    <li>Pada tiket yang belum mulai, <b>Pindahkan jadwal</b> menundanya sampai tanggal tertentu atau mengembalikannya ke urutan antrean.</li>
    <li><b>Batalkan tiket</b> mengakhirinya. Kartu yang sudah dipersonalisasi masuk daftar pemusnahan.</li>
  </ul>
  <p>Perubahan kapasitas dan jadwal diakhiri dengan <b>Simpan dan susun ulang</b>. Setelah setiap perubahan, mereka yang estimasinya bergeser diberi tahu.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'kalender'"/>
    <xsl:with-param name="alt" select="'Kalender: kartu terencana setiap hari kerja dalam satu bulan.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'produksi']" mode="isi">
  <ol>
    <li>Buka tiket dari <xsl:apply-templates select="$layar[@kode = 'proses']"/>, lalu pilih <b>Mulai personalisasi</b>.</li>
    <li>Pindai atau ketik <b>Seri kartu kosong</b>, <b>No. Identitas Kartu SAM</b>, dan <b>PCID</b>, lalu pilih <b>Catat kartu</b>. Halaman langsung siap untuk kartu berikutnya.</li>
    <li>Hasil banyak kartu dapat dicatat sekaligus melalui <b>Catat banyak kartu sekaligus dari berkas CSV atau XLSX</b>. Kolomnya berurutan: seri_kartu, sam_id, pcid, status, keterangan. Dengan <b>Simpan baris yang benar</b>, baris yang salah tidak membatalkan baris lain.</li>
  </ol>
  <p>Catatan yang keliru diurungkan dengan <b>Urungkan</b>, selama dokumennya belum ditandatangani. Ketika kartu terakhir selesai, konsep dokumen disiapkan sendiri.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'tiket'"/>
    <xsl:with-param name="alt" select="'Halaman sebuah tiket yang sedang dipersonalisasi, dengan kemajuan kartunya.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'masalah']" mode="isi">
  <p>Buka <b>Kartu gagal, rusak, atau terkunci</b>, pilih statusnya, jelaskan, lalu pilih <b>Catat kartu bermasalah</b>. Kartu gagal dapat dicoba lagi. Kartu rusak atau terkunci harus diganti: pilih <b>Ganti</b> dan pindai seri kartu kosong penggantinya. Kartu yang digantikan masuk <xsl:apply-templates select="$layar[@kode = 'pemusnahan']"/>; lanjutannya pada <a href="/panduan/perubahan-kartu#musnah">Pemusnahan</a>.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'dokumen']" mode="isi">
  <p>Setiap tiket mempunyai BAST, surat balasan, dan surat keterangan selesai. Pada tiket pilih <b>Periksa dan ajukan dokumen</b>, baca konsepnya, lalu ajukan kepada pejabat. Lanjutannya pada bab <a href="/panduan/tanda-tangan">Tanda tangan pejabat</a>.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'pekerjaan-ditjen']/sub[@kode = 'serah-terima']" mode="isi">
  <ol>
    <li>Setelah semua dokumen ditandatangani, tiket berstatus <b>Siap diserahkan</b>. Pilih <b>Catat serah terima</b>.</li>
    <li>Cocokkan kartu identitas dan surat tugas wakil produsen. Isi <b>Nama wakil produsen</b>, <b>Nomor identitas</b>, <b>Jabatan</b>, dan <b>Tanggal serah terima</b>.</li>
    <li>Serahkan kartu dan BAST. Tiket selesai ketika produsen menyatakan menerimanya.</li>
  </ol>
  <p>Catatan yang keliru dibatalkan dengan <b>Batalkan serah terima</b> selama produsen belum menyatakan menerima.</p>
</xsl:template>

</xsl:stylesheet>
