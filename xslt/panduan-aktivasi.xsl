<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-aktivasi.xsl: chapter: from the request to active readers. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'siapkan']" mode="isi">
  <ul>
    <li>Tiket personalisasinya selesai: produsen sudah menyatakan menerima kartu.</li>
    <li>Lembaga Anda mempunyai perjanjian yang berlaku dengan metode akses <b>Card reader</b>. Tanpa itu permintaan masih dapat dibuat, tetapi kartu tidak dapat diaktifkan.</li>
    <li>Surat permintaan aktivasi yang sudah ditandatangani, dalam bentuk PDF.</li>
    <li>Tempat setiap mesin: nama dan alamat, kelurahan, serta koordinatnya.</li>
  </ul>
</xsl:template>

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'minta']" mode="isi">
  <ol>
    <li>Pada tiket yang selesai pilih <b>Permintaan Aktivasi</b>, atau buka <xsl:apply-templates select="$layar[@kode = 'aktivasi']"/> dan pilih <b>Buat permintaan</b>.</li>
    <li>Isi <b>No. Permintaan</b> dan <b>Judul Permintaan</b> seperti pada surat.</li>
    <li>Pilih <b>No. Permohonan Perso</b>, yaitu tiket yang kartunya akan diaktifkan, dan isi <b>Jumlah Mesin</b>. Sisanya dapat diminta kemudian.</li>
    <li>Pilih <b>Kirim sekarang</b>, atau <b>Simpan draf</b> bila daftar mesinnya masih perlu diisi.</li>
  </ol>
  <p>Permintaan yang belum diputus dapat ditarik dengan <b>Tarik permintaan</b>; kartunya lalu dapat dipakai pada permintaan lain.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'aktivasi-minta'"/>
    <xsl:with-param name="alt" select="'Daftar permintaan aktivasi dengan status dan jumlah kartunya.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'baris']" mode="isi">
  <p>Daftar mesin disusun sendiri dari tiketnya. Selama masih draf, pilih <b>Isi daftar mesin</b> untuk mengganti kartu, nomor mesin, nama outlet, dan alamatnya. <b>Simpan</b> menyimpan halaman itu, <b>Simpan dan lanjut</b> menuju halaman berikutnya.</p>
  <p>Daftar panjang lebih mudah diisi dari berkas: pilih <b>Isi dari berkas (CSV atau XLSX)</b>, unduh daftar yang sudah terisi, lengkapi, lalu kirim dengan <b>Isi daftar</b>. Berkas itu menggantikan seluruh daftar. Nama dan alamat outlet boleh menyusul saat aktivasi.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'putuskan']" mode="isi">
  <p>Admin Ditjen membuka permintaan berstatus <b>Diajukan</b>, memeriksa surat dan daftar mesinnya, lalu memilih <b>Setujui</b> atau <b>Tolak</b>. Persetujuan dengan <b>Ya, setujui dan terbitkan token</b> menerbitkan satu token untuk setiap kartu. Setelah itu permintaan tidak dapat ditolak lagi.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'token']" mode="isi">
  <p>Token ialah 10 huruf dan angka yang membuka aktivasi satu kartu, satu kali, selama 30 hari. Hanya lembaga pemohon yang dapat melihatnya; admin hanya melihat keadaannya.</p>
  <ol>
    <li>Pada permintaan yang disetujui pilih <b>Token kartu</b>, lalu <b>Buka token</b>. Nama Anda dan waktunya tercatat pada riwayat permintaan.</li>
    <li>Token tampil selama 15 menit dan dapat diunduh dengan <b>Unduh CSV</b> atau <b>Unduh XLSX</b>. Simpan berkas itu di tempat yang aman.</li>
    <li>Setelah selesai pilih <b>Selesai</b>.</li>
  </ol>
  <p>Bila token bocor atau kedaluwarsa, pilih <b>Terbitkan ulang</b> pada satu kartu atau <b>Terbitkan ulang semua</b>. Token lama langsung tidak berlaku.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'satu']" mode="isi">
  <ol>
    <li>Pastikan mesin sudah berada di tempatnya.</li>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'kartu']"/>, cari kartunya, lalu pilih <b>Do Aktivasi</b>.</li>
    <li>Ketik <b>No. Identitas Kartu SAM</b> seperti tercetak pada kartu, dan <b>Token Kartu SAM</b>. Huruf kecil, spasi, dan tanda hubung boleh.</li>
    <li>Periksa <b>No. Mesin</b> dan isi <b>Nama Outlet</b>.</li>
    <li>Isi <b>Latitude</b> dan <b>Longitude</b> dalam derajat desimal; selatan khatulistiwa bernilai negatif. <b>Pakai lokasi perangkat ini</b> mengisinya bila Anda berada di samping mesin.</li>
    <li>Isi <b>Alamat</b>, lalu pilih <b>Provinsi</b>, <b>Kabupaten/Kota</b>, <b>Kecamatan</b>, dan <b>Kelurahan</b>. <b>Kode Wilayah</b> terisi sendiri.</li>
    <li>Pilih <b>Aktifkan kartu</b>. Kartu menjadi aktif dan manifesnya terbit; unduh dan pasang pada mesin.</li>
  </ol>
  <p>Lima kali token salah mengunci aktivasi kartu itu selama satu jam. Satu mesin hanya memakai satu kartu yang aktif.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'aktivasi-satu'"/>
    <xsl:with-param name="alt" select="'Formulir Do Aktivasi: nomor kartu, token, mesin, dan tempatnya.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'massal']" mode="isi">
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'massal']"/>, pilih <b>Kirim berkas aktivasi</b>.</li>
    <li>Unduh <b>Templat XLSX</b> atau <b>Templat CSV</b>: isinya kartu Anda yang menunggu aktivasi. Berkas token yang Anda unduh juga dapat dipakai.</li>
    <li>Lengkapi token, kode wilayah, dan koordinatnya. Hapus baris yang tidak ingin diaktifkan. Paling banyak 20.000 baris.</li>
    <li>Pilih berkasnya, lalu <b>Kirim dan aktifkan</b>.</li>
  </ol>
  <p>Kartu diaktifkan satu per satu di belakang layar; Anda boleh meninggalkan halaman itu dan diberi tahu setelah selesai. Manifesnya diunduh sekaligus dengan <b>Unduh semua manifes (ZIP)</b>. Baris yang gagal tidak menghalangi yang lain: unduh <b>Baris gagal (XLSX)</b>, perbaiki, lalu kirim lagi. Berkas Anda tidak disimpan karena berisi token.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'aktivasi']/sub[@kode = 'kolom']" mode="isi">
  <p>Baris pertama memuat nama kolom. Urutannya bebas dan kolom lain diabaikan. Semua kolom harus ada kecuali outlet.</p>
  <table class="tabel">
    <caption class="semu">Kolom berkas aktivasi massal</caption>
    <thead><tr><th scope="col">Kolom</th><th scope="col">Isi</th><th scope="col">Contoh</th></tr></thead>
    <tbody>
      <tr><td class="utama" data-label="Kolom"><code>sam_id</code></td><td data-label="Isi">No. Identitas Kartu SAM, 8 bita heksadesimal</td><td data-label="Contoh"><code>30154B0100001234</code></td></tr>
      <tr><td class="utama" data-label="Kolom"><code>token</code></td><td data-label="Isi">Token kartu itu</td><td data-label="Contoh"><code>7KXQ4-M2RTH</code></td></tr>
      <tr><td class="utama" data-label="Kolom"><code>seri_mesin</code></td><td data-label="Isi">No. Mesin yang memakai kartu ini</td><td data-label="Contoh"><code>CR-2026-000815</code></td></tr>
      <tr><td class="utama" data-label="Kolom"><code>outlet</code></td><td data-label="Isi">Nama tempatnya; boleh kosong</td><td data-label="Contoh">KCP Dago</td></tr>
      <tr><td class="utama" data-label="Kolom"><code>alamat</code></td><td data-label="Isi">Jalan dan nomornya</td><td data-label="Contoh">Jalan Ir. H. Juanda 1</td></tr>
      <tr><td class="utama" data-label="Kolom"><code>kode_wilayah</code></td><td data-label="Isi">10 angka kode kelurahan atau desa</td><td data-label="Contoh"><code>3273010001</code></td></tr>
      <tr><td class="utama" data-label="Kolom"><code>latitude</code></td><td data-label="Isi">Derajat desimal; selatan negatif</td><td data-label="Contoh"><code>-6.914744</code></td></tr>
      <tr><td class="utama" data-label="Kolom"><code>longitude</code></td><td data-label="Isi">Derajat desimal</td><td data-label="Contoh"><code>107.609810</code></td></tr>
    </tbody>
  </table>
  <p>Dalam lembar kerja, jadikan sam_id, seri_mesin, dan kode_wilayah berjenis teks, agar angkanya tidak dibulatkan.</p>
</xsl:template>

</xsl:stylesheet>
