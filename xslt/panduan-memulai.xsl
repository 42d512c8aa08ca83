<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-memulai.xsl: chapter: accounts, signing in, the screen, passwords and sessions. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'memulai']/sub[@kode = 'daftar']" mode="isi">
  <p>Akun dibuat sekali untuk setiap orang, bukan untuk satu kantor bersama-sama. Yang mendaftar sendiri ialah petugas lembaga pengguna, Dinas Dukcapil, dan produsen pembaca KTP-el. Akun admin dan pejabat dibuat oleh admin Ditjen.</p>
  <ol>
    <li>Pada halaman depan pilih <b>Daftar</b> di kanan atas, atau buka <xsl:apply-templates select="$layar[@kode = 'daftar']"/>.</li>
    <li>Isi data Anda. <b>Username</b> tidak dapat diganti kelak. <b>E-mail</b> harus alamat yang benar-benar Anda baca, karena semua pemberitahuan dikirim ke sana.</li>
    <li>Pada <b>Lembaga Anda</b> pilih <b>Sudah ada dalam daftar</b> lalu pilih lembaganya. Bila lembaga Anda tidak ada, pilih <b>Belum ada dalam daftar</b> dan isi nama resmi serta jenisnya.</li>
    <li>Pilih <b>Daftar</b>. Layar <b>Pendaftaran diterima</b> menjelaskan apa yang terjadi selanjutnya.</li>
    <li>Buka pesan kami, pilih tautan di dalamnya, lalu pilih <b>Ya, ini alamat saya</b>. Tautan itu berlaku 3 hari.</li>
  </ol>
  <p>Admin memeriksa pendaftaran Anda. Setelah disetujui atau ditolak, Anda menerima pesan. Selama menunggu, akun belum dapat dipakai masuk.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'daftar'"/>
    <xsl:with-param name="alt" select="'Form Pendaftaran: data diri, username, e-mail, dan lembaga.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'memulai']/sub[@kode = 'masuk']" mode="isi">
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'masuk']"/>, ketik <b>Username</b> dan <b>Password</b>, lalu pilih <b>Masuk</b>.</li>
    <li>Setelah masuk Anda berada di <b>Dashboard</b>: apa yang menunggu Anda, dan perubahan terakhir.</li>
  </ol>
  <p>Huruf besar dan kecil pada password dibedakan. Setelah beberapa kali salah, Anda harus menunggu sebelum mencoba lagi: mula-mula setengah menit, lalu makin lama, paling lama 15 menit. Ini melindungi akun Anda dari orang yang menebak-nebak.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'masuk'"/>
    <xsl:with-param name="alt" select="'Halaman Masuk: isian Username dan Password, dan tombol Masuk.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'memulai']/sub[@kode = 'faktor']" mode="isi">
  <p>Selain password, akun dapat dijaga dengan kode sekali pakai. Untuk admin, pejabat, produsen, dan Dinas hal ini biasanya wajib: setelah password, Anda dibawa ke <xsl:apply-templates select="$layar[@kode = 'faktor']"/>, dan halaman lain terbuka setelah satu cara terpasang. Yang lain boleh memasangnya kapan saja.</p>
  <ol>
    <li>Pasang aplikasi autentikator di ponsel Anda, misalnya Aegis, FreeOTP, atau Google Authenticator.</li>
    <li>Pada baris <b>Aplikasi autentikator</b> pilih <b>Pasang</b>, ketik password Anda, lalu pilih <b>Lanjut</b>.</li>
    <li>Arahkan kamera aplikasi ke kode QR, ketik <b>Kode 6 angka</b> yang tampil, lalu pilih <b>Konfirmasi</b>.</li>
    <li>Simpan sepuluh kode pemulihan: cetak, atau pilih <b>Unduh kode</b>. Kode itu hanya ditampilkan sekali. Setiap kode menggantikan ponsel untuk satu kali masuk.</li>
  </ol>
  <p>Tanpa ponsel pintar, pilih <b>Kode lewat e-mail</b> atau <b>Kode lewat WhatsApp</b>: kode dikirim setiap kali Anda masuk dan berlaku 10 menit.</p>
  <ul>
    <li>Dengan <b>Ingat perangkat ini 30 hari</b>, kode tidak diminta lagi di perangkat itu. Perangkat yang diingat ada pada <xsl:apply-templates select="$layar[@kode = 'faktor']"/> dan dapat dilupakan dengan <b>Cabut</b> atau <b>Cabut semua</b>; mengganti password melupakan semuanya.</li>
    <li>Ponsel hilang? Ketika diminta kode, pilih <b>Pakai kode pemulihan</b>. Bila kodenya pun hilang, hubungi admin; setelah memastikan bahwa itu Anda, admin mengatur ulang faktor kedua Anda.</li>
    <li>Kode selalu dianggap salah? Setel jam ponsel ke waktu otomatis.</li>
  </ul>
  <p>Setiap kode hanya diterima satu kali. Jangan memberikannya kepada siapa pun: kami tidak pernah memintanya.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'faktor'"/>
    <xsl:with-param name="alt" select="'Halaman Faktor Kedua: cara yang tersedia, masing-masing dengan tombol Pasang.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'memulai']/sub[@kode = 'layar']" mode="isi">
  <ul>
    <li>Menu di kiri berisi pekerjaan menurut peran Anda. Pada ponsel, menu dibuka dengan <b>Menu</b>.</li>
    <li>Nama Anda di kanan atas membuka <xsl:apply-templates select="$layar[@kode = 'profil']"/>, <xsl:apply-templates select="$layar[@kode = 'sandi']"/>, <xsl:apply-templates select="$layar[@kode = 'sesi']"/>, dan tombol untuk keluar.</li>
    <li>Lonceng di kanan atas menghitung pemberitahuan yang belum Anda baca; lanjutannya pada <xsl:call-template name="bab"><xsl:with-param name="kode" select="'akun'"/><xsl:with-param name="sub" select="'notifikasi'"/></xsl:call-template>.</li>
    <li>Setiap permintaan, tiket, dan kartu mempunyai kotak <b>Langkah berikutnya untuk Anda</b> di bagian atas. Bila tidak ada yang perlu Anda lakukan, judul kotak itu <b>Keadaan sekarang</b>. Mulailah selalu dari sana.</li>
    <li>Daftar dapat disaring dan dicari; saringan yang sedang dipakai tampil sebagai keping dan dapat dihapus satu per satu, atau sekaligus dengan <b>Hapus saringan</b>. Daftar yang tampil dapat diunduh sebagai <b>CSV</b> atau <b>XLSX</b>.</li>
    <li>Bila ada isian yang salah, halaman tampil lagi dengan semua yang sudah Anda ketik. Kesalahannya dirangkum di atas; pilih salah satu untuk langsung menuju isiannya.</li>
    <li>Semua pekerjaan dapat dilakukan tanpa tetikus dan dengan pembaca layar.</li>
  </ul>
  <p>Halaman galat memuat <b>Nomor rujukan:</b> diikuti sebuah nomor. Sebutkan nomor itu bila Anda menghubungi admin.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'dashboard'"/>
    <xsl:with-param name="alt" select="'Dashboard: menu di kiri, lonceng dan nama di kanan atas, dan apa yang menunggu.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'memulai']/sub[@kode = 'sandi']" mode="isi">
  <ul>
    <li>Password paling sedikit 8 karakter, untuk admin dan pejabat 12 karakter. Beberapa kata yang dirangkai lebih kuat dan lebih mudah diingat.</li>
    <li>Untuk mengganti password, buka <xsl:apply-templates select="$layar[@kode = 'sandi']"/>, isi <b>Password lama</b> dan <b>Password baru</b>, lalu pilih <b>Ganti password</b>. Sesi Anda di perangkat lain langsung berakhir.</li>
    <li>Lupa password? Pada halaman masuk pilih <b>Lupa password?</b>, isi <b>Username atau e-mail</b>, lalu pilih <b>Kirim tautan</b>. Tautannya berlaku 2 jam dan hanya dapat dipakai satu kali.</li>
  </ul>
  <p>Jangan memberikan password kepada siapa pun, juga kepada petugas kami. Kami tidak pernah memintanya.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'memulai']/sub[@kode = 'waktu-habis']" mode="isi">
  <p>Sesi berakhir setelah 30 menit tanpa kegiatan, dan selalu setelah 12 jam. Dua menit sebelumnya muncul <b>Sesi Anda hampir berakhir</b>; pilih <b>Tetap masuk</b> untuk melanjutkan.</p>
  <p>Bila sesi berakhir ketika Anda sedang mengisi formulir, masuklah kembali. Halaman <b>Lanjutkan pekerjaan Anda</b> menampilkan isian yang belum diproses; periksa sebentar, lalu pilih <b>Lanjutkan</b>. Formulir yang terkirim dua kali hanya diproses satu kali.</p>
  <p><xsl:apply-templates select="$layar[@kode = 'sesi']"/> menampilkan semua perangkat tempat Anda sedang masuk. Bila ada yang tidak Anda kenali, pilih <b>Keluarkan</b>, lalu ganti password.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'memulai']/sub[@kode = 'keluar']" mode="isi">
  <p>Pilih nama Anda di kanan atas, lalu <b>Keluar</b>. Lakukan selalu di komputer yang dipakai bersama. Bila lupa, keluarkan sesi itu dari perangkat lain melalui <xsl:apply-templates select="$layar[@kode = 'sesi']"/>, dengan <b>Keluarkan semua yang lain</b>.</p>
</xsl:template>

</xsl:stylesheet>
