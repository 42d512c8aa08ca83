<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-akun.xsl: chapter: one's own account, and the messages one gets. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'akun']/sub[@kode = 'profil']" mode="isi">
  <p>Buka <xsl:apply-templates select="$layar[@kode = 'profil']"/> dari nama Anda di kanan atas. Dengan <b>Ubah profil</b> Anda memperbaiki nama, <b>Nomor Telepon</b>, dan alamat; akhiri dengan <b>Simpan</b>. Nomor telepon dipakai untuk pesan WhatsApp.</p>
  <p>Username, lembaga, dan peran hanya dapat diganti admin. Bila Anda pindah lembaga, jangan meneruskan akun lama: mintalah admin menutupnya, lalu daftarkan yang baru.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'akun']/sub[@kode = 'email']" mode="isi">
  <ol>
    <li>Pada <xsl:apply-templates select="$layar[@kode = 'profil']"/> pilih <b>Ganti e-mail</b>.</li>
    <li>Isi <b>Alamat e-mail baru</b> dan <b>Password Anda</b>, lalu pilih <b>Kirim tautan konfirmasi</b>.</li>
    <li>Buka tautan yang tiba di alamat baru. Baru sejak itu alamatnya berganti.</li>
  </ol>
  <p>Alamat lama langsung diberi tahu, supaya Anda tahu bila orang lain yang mencobanya. Selama menunggu, tautan dapat dikirim lagi dengan <b>Kirim ulang</b>, dan pergantiannya dihentikan dengan <b>Batalkan</b>.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'akun']/sub[@kode = 'foto']" mode="isi">
  <p>Foto tidak wajib. Pilih <b>Pasang foto</b> pada <xsl:apply-templates select="$layar[@kode = 'profil']"/>, pilih gambar JPEG, PNG, atau WebP paling besar 5 MB, lalu <b>Simpan foto</b>. Yang disimpan hanya bagian tengahnya, 256 × 256 piksel; keterangan lain di dalam berkas, seperti tempat pemotretan, dibuang. Hanya Anda dan admin yang melihatnya. <b>Hapus foto</b> menghapusnya.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'akun']/sub[@kode = 'notifikasi']" mode="isi">
  <p>Lonceng di kanan atas menghitung pemberitahuan yang belum Anda baca. Pilih lonceng itu untuk membuka <xsl:apply-templates select="$layar[@kode = 'notifikasi']"/>, yang terbaru di atas.</p>
  <ul>
    <li><b>Buka</b> menuju permintaan, tiket, atau dokumennya, dan menandai pemberitahuan itu sudah dibaca.</li>
    <li><b>Tandai dibaca</b> hanya menandainya; <b>Tandai semua sudah dibaca</b> menandai seluruhnya.</li>
  </ul>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'notifikasi'"/>
    <xsl:with-param name="alt" select="'Halaman Notifikasi: daftar pemberitahuan dengan waktu, isi, status, dan tombol Buka.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'akun']/sub[@kode = 'pilihan']" mode="isi">
  <p>Pada <xsl:apply-templates select="$layar[@kode = 'pilihan-pesan']"/> Anda memilih untuk setiap kelompok apakah pemberitahuannya juga dikirim lewat e-mail atau WhatsApp. Lonceng selalu memuat semuanya. E-mail tentang <b>Akun dan keamanan</b> selalu dikirim. Akhiri dengan <b>Simpan</b>.</p>
  <p>Pesan tidak pernah memuat NIK, dokumen, atau password. Bila Anda menerima pesan yang memintanya, itu bukan dari kami.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'pilihan-pesan'"/>
    <xsl:with-param name="alt" select="'Halaman Pilihan Pesan: satu baris untuk setiap kelompok, dengan kotak centang E-mail dan WhatsApp.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'akun']/sub[@kode = 'data']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'data-pribadi']"/> menyebut apa yang disimpan tentang Anda, untuk apa, berapa lama, dan atas dasar apa. Halaman ini dibuka dengan <b>Data Pribadi</b> dari <xsl:apply-templates select="$layar[@kode = 'profil']"/>.</p>
  <ul>
    <li><b>Unduh ZIP</b> memberi Anda salinan semuanya, setelah password diketik.</li>
    <li><b>Minta data saya dihapus</b> mengirim permintaan kepada admin, ditegaskan dengan <b>Minta penghapusan</b>. Pekerjaan yang belum selesai harus diserahkan lebih dahulu; halaman itu menyebut yang mana. Sampai diputuskan, permintaan dapat ditarik dengan <b>Tarik permintaan</b>.</li>
  </ul>
  <p>Begitu disetujui, akun Anda ditutup untuk selamanya. Log tindakan dan dokumen resmi tetap disimpan, karena undang-undang mewajibkannya.</p>
</xsl:template>

</xsl:stylesheet>
