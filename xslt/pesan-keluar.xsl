<?xml version="1.0" encoding="UTF-8"?>
<!--
  pesan-keluar.xsl: the words of messages to people (table kotak_keluar).

    <surat templat="akun-disetujui" nama="Budi" alamat="https://…" ke="/login">
      <isi nama="username">budi</isi>
    </surat>

  <xsl:apply-templates select="surat" mode="perihal"/> gives the subject,
  mode "badan" the paragraphs as <p>, mode "teks" the same as plain text, mode
  "singkat" one line for WhatsApp.  "inti" is one <p>, for it is read as text
  too.  A template of messages is a code in
  model/ (pesan_ke_akun and its kind); its subject is in the variable
  "perihal", its text a template of mode "inti" here.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="perihal" select="'|email-konfirmasi=Konfirmasi alamat e-mail Anda|email-baru=Konfirmasi alamat e-mail baru|email-batal=Permintaan mengganti alamat e-mail Anda|email-diganti=Alamat e-mail Anda diganti|profil-diubah=Profil Anda diubah|akun-baru=Pendaftaran akun baru|akun-dibuat=Akun SI-FILMA untuk Anda|akun-disetujui=Akun Anda sudah disetujui|akun-ditolak=Pendaftaran Anda ditolak|akun-ditahan=Percobaan masuk yang gagal ke akun Anda|akun-diubah=Hak akun Anda diubah|akun-ditutup=Akun Anda ditutup|akun-dibuka=Akun Anda dibuka kembali|lembaga-ditutup=Lembaga Anda ditutup|lembaga-dibuka=Lembaga Anda dibuka kembali|sandi-lupa=Tautan untuk password baru|sandi-tautan=Tautan untuk membuat password|sandi-diganti=Password Anda diganti|kode-masuk=Kode masuk SI-FILMA|kode-ditebak=Kode masuk yang salah berkali-kali|faktor-dipasang=Faktor kedua dipasang|faktor-dilepas=Faktor kedua dimatikan|faktor-diatur-ulang=Faktor kedua Anda diatur ulang|pemulihan-dibuat=Kode pemulihan baru|pemulihan-dipakai=Kode pemulihan dipakai|data-hapus-diminta=Permintaan penghapusan data Anda|data-hapus-baru=Permintaan penghapusan data pribadi|data-hapus-ditolak=Permintaan penghapusan data ditolak|data-dihapus=Data pribadi Anda sudah dihapus|permintaan-diajukan=Permintaan baru untuk disetujui|permintaan-ditarik=Permintaan ditarik|permintaan-disetujui=Permintaan disetujui produsen|permintaan-masuk=Permintaan masuk|permintaan-terdaftar=Permintaan terdaftar di Ditjen Dukcapil|permintaan-ditolak=Permintaan ditolak produsen|permintaan-dikembalikan=Permintaan dikembalikan untuk diperbaiki|tiket-terbit=Tiket personalisasi terbit|tiket-dibatalkan=Tiket dibatalkan|estimasi-berubah=Perkiraan jadwal berubah|produksi-mulai=Personalisasi dimulai|produksi-dibuka=Personalisasi dibuka kembali|kartu-diganti=Seri kartu diganti|produksi-selesai=Personalisasi selesai|dokumen-siap=Konsep dokumen siap|dokumen-diajukan=Dokumen menunggu tanda tangan Anda|dokumen-ditandatangani=Dokumen ditandatangani|dokumen-dicabut=Dokumen dicabut|dokumen-diganti=Dokumen diganti|siap-serah=Kartu siap diambil|diserahkan=Kartu diserahkan|serah-terima-dibatalkan=Serah terima dibatalkan|selesai=Kartu sudah diterima|kartu-ditangguhkan=Kartu SAM ditangguhkan|kartu-dipulihkan=Penangguhan kartu SAM dicabut|massal-selesai=Aktivasi massal selesai|aktivasi-diajukan=Permintaan aktivasi masuk|aktivasi-ditarik=Permintaan aktivasi ditarik|aktivasi-disetujui=Permintaan aktivasi disetujui|aktivasi-ditolak=Permintaan aktivasi ditolak|token-ditahan=Token kartu ditahan sementara|token-ulang=Token kartu diterbitkan ulang|perjanjian-dicatat=Perjanjian dicatat|perjanjian-diubah=Data perjanjian diubah|perjanjian-diperpanjang=Perjanjian diperpanjang|perjanjian-dihentikan=Perjanjian dihentikan|perjanjian-akan-berakhir=Perjanjian akan berakhir|perjanjian-berakhir=Perjanjian berakhir|pengembalian-dikirim=Kartu SAM dikirim kembali|pengembalian-diterima=Pengembalian kartu SAM diterima|pengembalian-batal=Pengembalian kartu SAM dibatalkan|balikan-selesai=Data balikan selesai dimuat|balikan-gagal=Berkas data balikan tidak diterima|balikan-diurungkan=Kiriman data balikan diurungkan|balikan-token-dicabut=Token Web Service lembaga Anda dicabut|'"/>

<xsl:template match="surat" mode="perihal">
  <xsl:variable name="kata" select="substring-before(substring-after($perihal, concat('|', @templat, '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="$kata != ''"><xsl:value-of select="$kata"/></xsl:when>
    <xsl:otherwise>Pemberitahuan SI-FILMA</xsl:otherwise>
  </xsl:choose>
  <xsl:if test="isi[@nama = 'tiket'] != ''">
    <xsl:value-of select="concat(': ', isi[@nama = 'tiket'])"/>
  </xsl:if>
</xsl:template>

<xsl:template match="surat" mode="badan">
  <p>Yth. <xsl:choose><xsl:when test="@nama != ''"><xsl:value-of select="@nama"/></xsl:when><xsl:otherwise>Bapak/Ibu</xsl:otherwise></xsl:choose>,</p>
  <xsl:apply-templates select="." mode="inti"/>
  <xsl:if test="isi[@nama = 'alasan'] != ''">
    <p>Alasan: <xsl:value-of select="isi[@nama = 'alasan']"/></p>
  </xsl:if>
  <xsl:apply-templates select="." mode="tautan"/>
  <p>Salam, SI-FILMA. Pesan ini dikirim otomatis dan tidak perlu dibalas.</p>
</xsl:template>

<!-- The case a message is about, in words. -->
<xsl:template match="surat" mode="perkara">
  <xsl:choose>
    <xsl:when test="isi[@nama = 'tiket'] != '' and isi[@nama = 'judul'] != ''">
      <xsl:value-of select="concat('tiket ', isi[@nama = 'tiket'], ' (', isi[@nama = 'judul'], ')')"/>
    </xsl:when>
    <xsl:when test="isi[@nama = 'tiket'] != ''">
      <xsl:value-of select="concat('tiket ', isi[@nama = 'tiket'])"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="concat('permintaan ', isi[@nama = 'nomor'], ' (', isi[@nama = 'judul'], ')')"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Where to go on. -->
<xsl:template match="surat" mode="tautan">
  <xsl:if test="@ke != ''">
    <p><a href="{@alamat}{@ke}"><xsl:value-of select="concat(@alamat, @ke)"/></a></p>
  </xsl:if>
</xsl:template>

<!-- The same without markup: the text part of an e-mail, and the few words of
     a WhatsApp message, which are one line. -->
<xsl:template match="surat" mode="teks">
  <xsl:variable name="inti"><xsl:apply-templates select="." mode="inti"/></xsl:variable>
  <xsl:text>Yth. </xsl:text>
  <xsl:choose><xsl:when test="@nama != ''"><xsl:value-of select="@nama"/></xsl:when><xsl:otherwise>Bapak/Ibu</xsl:otherwise></xsl:choose>
  <xsl:value-of select="concat(',&#10;&#10;', normalize-space($inti), '&#10;')"/>
  <xsl:if test="isi[@nama = 'alasan'] != ''">
    <xsl:value-of select="concat('&#10;Alasan: ', isi[@nama = 'alasan'], '&#10;')"/>
  </xsl:if>
  <xsl:if test="@ke != ''">
    <xsl:value-of select="concat('&#10;', @alamat, @ke, '&#10;')"/>
  </xsl:if>
  <xsl:text>&#10;Salam, SI-FILMA. Pesan ini dikirim otomatis dan tidak perlu dibalas.&#10;</xsl:text>
</xsl:template>

<xsl:template match="surat" mode="singkat">
  <xsl:variable name="perihal-ini"><xsl:apply-templates select="." mode="perihal"/></xsl:variable>
  <xsl:variable name="inti"><xsl:apply-templates select="." mode="inti"/></xsl:variable>
  <xsl:value-of select="concat('SI-FILMA - ', $perihal-ini, '. ', normalize-space($inti))"/>
  <xsl:if test="isi[@nama = 'alasan'] != ''">
    <xsl:value-of select="concat(' Alasan: ', normalize-space(isi[@nama = 'alasan']))"/>
  </xsl:if>
  <xsl:if test="@ke != ''">
    <xsl:value-of select="concat(' ', @alamat, @ke)"/>
  </xsl:if>
</xsl:template>

<xsl:template match="surat" mode="inti">
  <p>Ada perubahan pada <xsl:apply-templates select="." mode="perkara"/>.</p>
</xsl:template>

<!-- accounts -->
<xsl:template match="surat[@templat = 'email-konfirmasi']" mode="inti"><p>Buka tautan berikut untuk memastikan bahwa alamat ini milik Anda. Tautan berlaku <xsl:value-of select="isi[@nama = 'jam']"/> jam. Bila Anda tidak mendaftar, abaikan pesan ini.</p></xsl:template>
<xsl:template match="surat[@templat = 'email-baru']" mode="inti"><p>Anda meminta agar alamat ini menjadi alamat e-mail akun SI-FILMA Anda. Buka tautan berikut untuk menyetujuinya; sebelum itu alamat lama tetap dipakai. Tautan berlaku <xsl:value-of select="isi[@nama = 'jam']"/> jam. Bila Anda tidak memintanya, abaikan pesan ini.</p></xsl:template>
<xsl:template match="surat[@templat = 'email-batal']" mode="inti"><p>Dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/> diminta agar alamat e-mail akun Anda diganti menjadi <xsl:value-of select="isi[@nama = 'baru']"/>. Bila itu Anda sendiri, tidak ada yang perlu dilakukan di sini: buka tautan yang dikirim ke alamat baru. Bila bukan Anda, orang lain mengetahui password Anda: buka tautan berikut untuk menghentikannya. Tautan berlaku <xsl:value-of select="isi[@nama = 'jam']"/> jam, juga setelah alamatnya berganti.</p></xsl:template>
<xsl:template match="surat[@templat = 'email-diganti']" mode="inti"><p>Alamat e-mail akun Anda sekarang <xsl:value-of select="isi[@nama = 'baru']"/>, dikonfirmasi dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>. Bila itu bukan Anda, buka tautan penghentian yang kami kirim ke alamat lama, atau segera hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'email-diganti'][not(isi[@nama = 'alamat'])]" mode="inti" priority="1"><p>Admin mengganti alamat e-mail akun Anda menjadi <xsl:value-of select="isi[@nama = 'baru']"/>. Semua sesi Anda berakhir. Bila Anda tidak memintanya, segera hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'profil-diubah']" mode="inti"><p>Data pada profil Anda baru saja diubah (<xsl:value-of select="isi[@nama = 'apa']"/>), dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>. Bila itu bukan Anda, segera ganti password dan hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'akun-baru']" mode="inti"><p><xsl:value-of select="concat(isi[@nama = 'nama'], ' (', isi[@nama = 'username'], ')')"/> mendaftar dan menunggu verifikasi.</p></xsl:template>
<xsl:template match="surat[@templat = 'akun-dibuat']" mode="inti"><p>Kami membuatkan akun SI-FILMA untuk Anda. Buka tautan berikut untuk membuat password pertama. Tautan berlaku <xsl:value-of select="isi[@nama = 'jam']"/> jam.</p></xsl:template>
<xsl:template match="surat[@templat = 'akun-disetujui']" mode="inti"><p>Akun <xsl:value-of select="isi[@nama = 'username']"/> sudah disetujui. Silakan masuk dengan password yang Anda buat ketika mendaftar.</p></xsl:template>
<xsl:template match="surat[@templat = 'akun-ditolak']" mode="inti"><p>Pendaftaran akun Anda belum dapat kami setujui.</p></xsl:template>
<xsl:template match="surat[@templat = 'akun-ditahan']" mode="inti"><p>Ada beberapa percobaan masuk ke akun Anda dengan password yang salah, dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>. Untuk sementara, percobaan dari perangkat yang belum dikenal harus menunggu. Bila itu bukan Anda, password Anda tetap aman selama tidak mudah ditebak; gantilah bila ragu.</p></xsl:template>
<xsl:template match="surat[@templat = 'sandi-lupa' or @templat = 'sandi-tautan']" mode="inti"><p>Buka tautan berikut untuk membuat password baru. Tautan berlaku <xsl:value-of select="isi[@nama = 'jam']"/> jam dan hanya dapat dipakai satu kali. Bila Anda tidak memintanya, abaikan pesan ini.</p></xsl:template>
<xsl:template match="surat[@templat = 'sandi-diganti']" mode="inti"><p>Password akun Anda baru saja diganti, dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>. Bila itu bukan Anda, segera hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'kode-masuk']" mode="inti"><p>Kode Anda: <b><xsl:value-of select="isi[@nama = 'kode']"/></b></p><p>Kode berlaku <xsl:value-of select="isi[@nama = 'menit']"/> menit dan hanya untuk satu kali. Jangan memberikannya kepada siapa pun, juga kepada petugas kami. Bila Anda tidak sedang masuk ke SI-FILMA, segera ganti password Anda.</p></xsl:template>
<xsl:template match="surat[@templat = 'kode-ditebak']" mode="inti"><p>Seseorang memasukkan password Anda yang benar, lalu beberapa kali kode masuk yang salah, dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>. Bila itu bukan Anda, password Anda diketahui orang lain: segera ganti.</p></xsl:template>
<xsl:template match="surat" mode="cara-faktor"><xsl:value-of select="substring-before(substring-after('|totp=aplikasi autentikator|surel=kode lewat e-mail|wa=kode lewat WhatsApp|', concat('|', isi[@nama = 'cara'], '=')), '|')"/></xsl:template>
<xsl:template match="surat[@templat = 'faktor-dipasang']" mode="inti"><p>Faktor kedua untuk akun Anda baru saja dipasang: <xsl:apply-templates select="." mode="cara-faktor"/>, dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>. Bila itu bukan Anda, segera hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'faktor-dilepas']" mode="inti"><p>Faktor kedua untuk akun Anda baru saja dimatikan: <xsl:apply-templates select="." mode="cara-faktor"/>, dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>. Bila itu bukan Anda, segera hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'faktor-diatur-ulang']" mode="inti"><p>Admin menghapus semua faktor kedua akun Anda. Semua sesi Anda berakhir. Masuklah dengan password, lalu pasang faktor kedua yang baru. Bila Anda tidak memintanya, segera hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'pemulihan-dibuat']" mode="inti"><p>Sepuluh kode pemulihan baru dibuat untuk akun Anda, dari alamat jaringan <xsl:value-of select="isi[@nama = 'alamat']"/>; yang lama tidak berlaku lagi. Bila itu bukan Anda, segera hubungi admin.</p></xsl:template>
<xsl:template match="surat[@templat = 'pemulihan-dipakai']" mode="inti"><p>Salah satu kode pemulihan Anda baru saja dipakai untuk masuk. Sisa kode: <xsl:value-of select="isi[@nama = 'sisa']"/>. Bila itu bukan Anda, segera ganti password dan hubungi admin.</p></xsl:template>

<xsl:template match="surat[@templat = 'akun-diubah']" mode="inti"><p>Admin mengubah peran atau lembaga akun Anda. Masuklah kembali untuk memakainya.</p></xsl:template>
<xsl:template match="surat[@templat = 'akun-ditutup']" mode="inti"><p>Akun Anda ditutup dan tidak dapat dipakai masuk. Hubungi admin bila menurut Anda ini keliru.</p></xsl:template>
<xsl:template match="surat[@templat = 'akun-dibuka']" mode="inti"><p>Akun Anda dibuka kembali dan dapat dipakai masuk.</p></xsl:template>
<xsl:template match="surat[@templat = 'lembaga-ditutup']" mode="inti"><p>Lembaga Anda ditutup pada SI-FILMA, sehingga akun-akunnya tidak dapat dipakai masuk. Hubungi admin bila menurut Anda ini keliru.</p></xsl:template>
<xsl:template match="surat[@templat = 'lembaga-dibuka']" mode="inti"><p>Lembaga Anda dibuka kembali pada SI-FILMA, dan akun-akunnya dapat dipakai masuk.</p></xsl:template>

<!-- requests -->
<xsl:template match="surat[@templat = 'permintaan-diajukan']" mode="inti"><p><xsl:value-of select="isi[@nama = 'lembaga']"/> mengirim <xsl:apply-templates select="." mode="perkara"/> untuk <xsl:value-of select="isi[@nama = 'jumlah']"/> mesin. Mohon diperiksa dan dilengkapi.</p></xsl:template>
<xsl:template match="surat[@templat = 'permintaan-ditarik']" mode="inti"><p><xsl:value-of select="isi[@nama = 'lembaga']"/> menarik <xsl:apply-templates select="." mode="perkara"/>. Tidak ada yang perlu dikerjakan lagi.</p></xsl:template>
<xsl:template match="surat[@templat = 'permintaan-disetujui']" mode="inti"><p><xsl:value-of select="isi[@nama = 'produsen']"/> menyetujui <xsl:apply-templates select="." mode="perkara"/> dan meneruskannya kepada Ditjen Dukcapil.</p></xsl:template>
<xsl:template match="surat[@templat = 'permintaan-masuk']" mode="inti"><p>Ada <xsl:apply-templates select="." mode="perkara"/> dari <xsl:value-of select="isi[@nama = 'lembaga']"/> melalui <xsl:value-of select="isi[@nama = 'produsen']"/> yang menunggu didaftarkan.</p></xsl:template>
<xsl:template match="surat[@templat = 'permintaan-ditolak']" mode="inti"><p><xsl:value-of select="isi[@nama = 'produsen']"/> menolak <xsl:apply-templates select="." mode="perkara"/>.</p></xsl:template>
<xsl:template match="surat[@templat = 'permintaan-dikembalikan']" mode="inti"><p>Ditjen Dukcapil mengembalikan <xsl:apply-templates select="." mode="perkara"/> kepada produsen untuk diperbaiki.</p></xsl:template>

<xsl:template match="surat[@templat = 'permintaan-terdaftar']" mode="inti"><p>Ditjen Dukcapil mencatat <xsl:apply-templates select="." mode="perkara"/> dari <xsl:value-of select="isi[@nama = 'lembaga']"/> dalam buku agenda. Tiketnya terbit setelah disposisi.</p></xsl:template>

<!-- tickets -->
<xsl:template match="surat[@templat = 'produksi-mulai']" mode="inti"><p>Personalisasi <xsl:apply-templates select="." mode="perkara"/> dimulai: <xsl:value-of select="isi[@nama = 'jumlah']"/> kartu.</p></xsl:template>
<xsl:template match="surat[@templat = 'produksi-dibuka']" mode="inti"><p>Ada kartu <xsl:apply-templates select="." mode="perkara"/> yang dikerjakan ulang. Personalisasinya dibuka kembali; kami kabari setelah selesai.</p></xsl:template>
<xsl:template match="surat[@templat = 'kartu-diganti']" mode="inti"><p>Pada <xsl:apply-templates select="." mode="perkara"/>, kartu dengan seri <xsl:value-of select="isi[@nama = 'lama']"/> cacat dan diganti dengan seri <xsl:value-of select="isi[@nama = 'baru']"/>. Sesuaikan daftar kartu Anda.</p></xsl:template>
<xsl:template match="surat[@templat = 'tiket-terbit']" mode="inti"><p>Permintaan diterima. Terbit <xsl:apply-templates select="." mode="perkara"/>.<xsl:apply-templates select="." mode="perkiraan"/></p></xsl:template>
<xsl:template match="surat[@templat = 'estimasi-berubah']" mode="inti"><p>Jadwal <xsl:apply-templates select="." mode="perkara"/> berubah.<xsl:apply-templates select="." mode="perkiraan"/></p></xsl:template>
<xsl:template match="surat[@templat = 'tiket-dibatalkan']" mode="inti"><p>Pengerjaan <xsl:apply-templates select="." mode="perkara"/> dibatalkan.</p></xsl:template>
<xsl:template match="surat[@templat = 'produksi-selesai']" mode="inti"><p>Semua kartu <xsl:apply-templates select="." mode="perkara"/> sudah dipersonalisasi. Dokumennya sedang disiapkan.</p></xsl:template>
<xsl:template match="surat[@templat = 'siap-serah']" mode="inti"><p>Kartu <xsl:apply-templates select="." mode="perkara"/> dan dokumennya siap diambil.</p></xsl:template>
<xsl:template match="surat[@templat = 'diserahkan']" mode="inti"><p>Kartu <xsl:apply-templates select="." mode="perkara"/> sudah diserahkan. Setelah memeriksanya, pilih “Diterima” pada halaman tiket.</p></xsl:template>
<xsl:template match="surat[@templat = 'serah-terima-dibatalkan']" mode="inti"><p>Catatan serah terima <xsl:apply-templates select="." mode="perkara"/> dibatalkan.</p></xsl:template>
<xsl:template match="surat[@templat = 'selesai']" mode="inti"><p>Produsen sudah menerima kartu <xsl:apply-templates select="." mode="perkara"/>. Pengerjaan selesai.</p></xsl:template>

<!-- activation -->
<xsl:template match="surat" mode="perkara-aktivasi">
  <xsl:value-of select="concat('permintaan aktivasi ', isi[@nama = 'nomor'], ' (', isi[@nama = 'judul'], ')')"/>
</xsl:template>
<xsl:template match="surat[@templat = 'aktivasi-diajukan']" mode="inti"><p>Ada <xsl:apply-templates select="." mode="perkara-aktivasi"/> dari <xsl:value-of select="isi[@nama = 'lembaga']"/> untuk <xsl:value-of select="isi[@nama = 'jumlah']"/> mesin yang menunggu keputusan.</p></xsl:template>
<xsl:template match="surat[@templat = 'aktivasi-ditarik']" mode="inti"><p><xsl:value-of select="isi[@nama = 'lembaga']"/> menarik <xsl:apply-templates select="." mode="perkara-aktivasi"/>. Tidak ada yang perlu dikerjakan lagi.</p></xsl:template>
<xsl:template match="surat[@templat = 'aktivasi-disetujui']" mode="inti"><p>Ditjen Dukcapil menyetujui <xsl:apply-templates select="." mode="perkara-aktivasi"/>. Token setiap kartu dapat dibuka pada halaman permintaan dan berlaku 30 hari.</p></xsl:template>
<xsl:template match="surat[@templat = 'aktivasi-ditolak']" mode="inti"><p>Ditjen Dukcapil menolak <xsl:apply-templates select="." mode="perkara-aktivasi"/>.</p></xsl:template>
<xsl:template match="surat[@templat = 'token-ulang']" mode="inti"><p>Token kartu pada <xsl:apply-templates select="." mode="perkara-aktivasi"/> diterbitkan ulang. Token yang lama tidak berlaku lagi.</p></xsl:template>

<xsl:template match="surat[@templat = 'token-ditahan']" mode="inti"><p>Token kartu <xsl:value-of select="isi[@nama = 'seri']"/> beberapa kali salah dimasukkan. Aktivasi kartu itu ditahan sementara; setelah itu coba lagi dengan token yang benar, atau minta token baru kepada Ditjen Dukcapil.</p></xsl:template>

<!-- cards -->
<xsl:template match="surat[@templat = 'kartu-ditangguhkan']" mode="inti"><p><xsl:value-of select="isi[@nama = 'jumlah']"/> kartu SAM lembaga Anda ditangguhkan. Manifesnya dicabut, dan mesinnya tidak boleh dipakai sampai penangguhan dicabut.</p></xsl:template>
<xsl:template match="surat[@templat = 'kartu-dipulihkan']" mode="inti"><p>Penangguhan <xsl:value-of select="isi[@nama = 'jumlah']"/> kartu SAM lembaga Anda dicabut. Unduh manifes barunya dan pasang pada mesin.</p></xsl:template>
<xsl:template match="surat[@templat = 'massal-selesai']" mode="inti"><p>Berkas <xsl:value-of select="isi[@nama = 'nama']"/> sudah dikerjakan: <xsl:value-of select="isi[@nama = 'berhasil']"/> kartu aktif, <xsl:value-of select="isi[@nama = 'gagal']"/> baris gagal.</p></xsl:template>

<xsl:template match="surat" mode="perkiraan">
  <xsl:if test="isi[@nama = 'mulai'] != '' and isi[@nama = 'selesai'] != ''">
    <xsl:text> Perkiraan personalisasi: </xsl:text>
    <xsl:apply-templates select="isi[@nama = 'mulai']" mode="tanggal"/>
    <xsl:text> sampai </xsl:text>
    <xsl:apply-templates select="isi[@nama = 'selesai']" mode="tanggal"/>
    <xsl:text>.</xsl:text>
  </xsl:if>
  <xsl:if test="isi[@nama = 'lama_selesai'] != ''">
    <xsl:text> Sebelumnya selesai </xsl:text>
    <xsl:apply-templates select="isi[@nama = 'lama_selesai']" mode="tanggal"/>
    <xsl:text>.</xsl:text>
  </xsl:if>
</xsl:template>

<!-- personal data -->
<xsl:template match="surat[@templat = 'data-hapus-diminta']" mode="inti"><p>Kami menerima permintaan Anda agar data pribadi Anda dihapus. Keputusannya Anda terima paling lambat <xsl:apply-templates select="isi[@nama = 'tenggat']" mode="tanggal"/>. Bila bukan Anda yang meminta, tarik permintaan itu dan ganti password Anda.</p></xsl:template>
<xsl:template match="surat[@templat = 'data-hapus-baru']" mode="inti"><p>Seseorang meminta data pribadinya dihapus. Putuskan paling lambat <xsl:apply-templates select="isi[@nama = 'tenggat']" mode="tanggal"/>.</p></xsl:template>
<xsl:template match="surat[@templat = 'data-hapus-ditolak']" mode="inti"><p>Permintaan Anda agar data pribadi dihapus ditolak. Data Anda tetap disimpan, dan Anda dapat meminta lagi bila keadaannya berubah.</p></xsl:template>
<xsl:template match="surat[@templat = 'data-dihapus']" mode="inti"><p>Data pribadi pada akun <xsl:value-of select="isi[@nama = 'username']"/> sudah dihapus, sesuai permintaan Anda. Akun itu tidak dapat dipakai lagi. Yang tetap disimpan hanya yang diwajibkan hukum: dokumen yang sudah ditandatangani dan log audit.</p></xsl:template>

<!-- agreements -->
<xsl:template match="surat" mode="perjanjian">
  <xsl:value-of select="concat('perjanjian ', isi[@nama = 'nomor'], ' (', isi[@nama = 'judul'], ')')"/>
</xsl:template>
<xsl:template match="surat[@templat = 'perjanjian-dicatat']" mode="inti"><p>Ditjen Dukcapil mencatat <xsl:apply-templates select="." mode="perjanjian"/>, berlaku sampai <xsl:apply-templates select="isi[@nama = 'berakhir']" mode="tanggal"/>.</p></xsl:template>
<xsl:template match="surat[@templat = 'perjanjian-diubah']" mode="inti"><p>Ditjen Dukcapil mengubah data <xsl:apply-templates select="." mode="perjanjian"/>, berlaku sampai <xsl:apply-templates select="isi[@nama = 'berakhir']" mode="tanggal"/>. Periksa isinya.</p></xsl:template>
<xsl:template match="surat[@templat = 'perjanjian-diperpanjang']" mode="inti"><p>Masa berlaku <xsl:apply-templates select="." mode="perjanjian"/> diperpanjang sampai <xsl:apply-templates select="isi[@nama = 'berakhir']" mode="tanggal"/>. Manifes kartu SAM diperbarui; pasang manifes yang baru pada setiap mesin.</p></xsl:template>
<xsl:template match="surat[@templat = 'perjanjian-dihentikan']" mode="inti"><p>Ditjen Dukcapil menghentikan <xsl:apply-templates select="." mode="perjanjian"/>. Manifes kartu SAM menurut perjanjian itu tidak berlaku lagi.</p></xsl:template>
<xsl:template match="surat[@templat = 'perjanjian-akan-berakhir']" mode="inti"><p><xsl:choose><xsl:when test="isi[@nama = 'sisa'] = 0">Hari ini</xsl:when><xsl:otherwise><xsl:value-of select="isi[@nama = 'sisa']"/> hari lagi</xsl:otherwise></xsl:choose>, pada <xsl:apply-templates select="isi[@nama = 'berakhir']" mode="tanggal"/>, <xsl:apply-templates select="." mode="perjanjian"/> berakhir. Bila tidak diperpanjang, sesudah itu kartu SAM menjadi nonaktif.</p></xsl:template>
<xsl:template match="surat[@templat = 'perjanjian-berakhir']" mode="inti"><p>Sejak <xsl:apply-templates select="isi[@nama = 'berakhir']" mode="tanggal"/> <xsl:text> </xsl:text><xsl:apply-templates select="." mode="perjanjian"/> berakhir.<xsl:if test="isi[@nama = 'kartu'] &gt; 0"><xsl:text> </xsl:text><xsl:value-of select="isi[@nama = 'kartu']"/> kartu SAM menjadi nonaktif.</xsl:if> Hubungi Ditjen Dukcapil untuk memperpanjangnya.</p></xsl:template>

<!-- documents -->
<xsl:variable name="jenis-dokumen" select="'|bast=Berita acara serah terima|surat-balasan=Surat balasan|surat-selesai=Surat keterangan selesai|pemusnahan=Berita acara pemusnahan|bast-kembali=Berita acara pengembalian|'"/>
<xsl:template match="surat" mode="dokumen">
  <xsl:value-of select="substring-before(substring-after($jenis-dokumen, concat('|', isi[@nama = 'jenis'], '=')), '|')"/>
  <xsl:if test="isi[@nama = 'nomor'] != ''">
    <xsl:value-of select="concat(' nomor ', isi[@nama = 'nomor'])"/>
  </xsl:if>
  <xsl:if test="isi[@nama = 'tiket'] != ''">
    <xsl:value-of select="concat(' untuk tiket ', isi[@nama = 'tiket'])"/>
  </xsl:if>
</xsl:template>
<xsl:template match="surat[@templat = 'dokumen-siap']" mode="inti"><p>Konsep dokumen <xsl:apply-templates select="." mode="perkara"/> siap diperiksa dan diajukan kepada pejabat.</p></xsl:template>
<xsl:template match="surat[@templat = 'dokumen-diajukan']" mode="inti"><p><xsl:apply-templates select="." mode="dokumen"/> menunggu tanda tangan Anda.</p></xsl:template>
<xsl:template match="surat[@templat = 'dokumen-ditandatangani']" mode="inti"><p><xsl:apply-templates select="." mode="dokumen"/> sudah ditandatangani dan dapat diunduh.</p></xsl:template>
<xsl:template match="surat[@templat = 'dokumen-dicabut']" mode="inti"><p><xsl:apply-templates select="." mode="dokumen"/> dicabut dan tidak berlaku lagi.</p></xsl:template>
<xsl:template match="surat[@templat = 'dokumen-diganti']" mode="inti"><p><xsl:apply-templates select="." mode="dokumen"/> diganti dengan dokumen baru.</p></xsl:template>

<!-- returns -->
<xsl:template match="surat[@templat = 'pengembalian-dikirim']" mode="inti"><p><xsl:value-of select="isi[@nama = 'lembaga']"/> mengirim kembali <xsl:value-of select="isi[@nama = 'jumlah']"/> kartu SAM dengan berita acara nomor <xsl:value-of select="isi[@nama = 'nomor']"/> (<xsl:value-of select="isi[@nama = 'resi']"/>). Setelah kartu tiba dan cocok, catat penerimaannya.</p></xsl:template>
<xsl:template match="surat[@templat = 'pengembalian-diterima']" mode="inti"><p>Ditjen Dukcapil sudah menerima <xsl:value-of select="isi[@nama = 'jumlah']"/> kartu SAM yang Anda kembalikan dengan berita acara nomor <xsl:value-of select="isi[@nama = 'nomor']"/>. Manifesnya sudah dicabut.</p></xsl:template>
<xsl:template match="surat[@templat = 'pengembalian-batal']" mode="inti"><p>Ditjen Dukcapil membatalkan pengembalian <xsl:value-of select="isi[@nama = 'jumlah']"/> kartu SAM dengan berita acara nomor <xsl:value-of select="isi[@nama = 'nomor']"/>. Kartunya dapat Anda kembalikan dengan berita acara baru.</p></xsl:template>

<!-- data balikan -->
<xsl:template match="surat[@templat = 'balikan-selesai']" mode="inti"><p>Berkas <xsl:value-of select="isi[@nama = 'nama']"/> sudah dikerjakan. Dari <xsl:value-of select="isi[@nama = 'baris']"/> baris: <xsl:value-of select="isi[@nama = 'diterima']"/> baru, <xsl:value-of select="isi[@nama = 'diperbarui']"/> diperbarui, <xsl:value-of select="isi[@nama = 'tetap']"/> tetap, <xsl:value-of select="isi[@nama = 'ditolak']"/> ditolak.<xsl:if test="isi[@nama = 'ditolak'] &gt; 0"> Unduh baris yang ditolak beserta alasannya, perbaiki, lalu kirim ulang.</xsl:if></p></xsl:template>
<xsl:template match="surat[@templat = 'balikan-gagal']" mode="inti"><p>Berkas <xsl:value-of select="isi[@nama = 'nama']"/> tidak dapat diterima dan tidak ada baris yang dimuat.<xsl:if test="isi[@nama = 'galat'] = 'ada-yang-ditolak'"> <xsl:value-of select="concat(' ', isi[@nama = 'ditolak'])"/> barisnya salah, sedangkan Anda memilih semua atau tidak sama sekali.</xsl:if> Lihat sebabnya, perbaiki, lalu kirim ulang.</p></xsl:template>
<xsl:template match="surat[@templat = 'balikan-diurungkan']" mode="inti"><p>Kiriman <xsl:value-of select="isi[@nama = 'nama']"/> sudah diurungkan. Data balikan lembaga Anda kembali seperti sebelum kiriman itu.</p></xsl:template>
<xsl:template match="surat[@templat = 'balikan-token-dicabut']" mode="inti"><p>Ditjen Dukcapil mencabut token Web Service <xsl:value-of select="isi[@nama = 'nama']"/> (<xsl:value-of select="isi[@nama = 'awalan']"/>…). Sistem yang memakainya tidak dapat mengirim data balikan lagi. Tanyakan sebabnya kepada Ditjen, lalu buat token baru dan pasang pada sistem itu.</p></xsl:template>

</xsl:stylesheet>
