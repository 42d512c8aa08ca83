<?xml version="1.0" encoding="UTF-8"?>
<!--
  akun.xsl: what the pages about accounts and institutions share: words of
  roles, kinds, devices and faults of passwords, and messages after signing in
  and out.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="peran-opsi" select="'|pengguna=Lembaga pengguna|produsen=Produsen|dinas=Dinas|admin=Admin Ditjen|pejabat=Pejabat|verifikator=Verifikator|pemohon=Pemohon|'"/>
<xsl:variable name="jenis-opsi" select="'|lembaga-negara=Lembaga negara|kementerian=Kementerian/LPNK|bhi-pusat=Badan hukum Indonesia, pusat|opd-provinsi=OPD provinsi|bhi-provinsi=Badan hukum Indonesia, provinsi|opd-kabkota=OPD kabupaten/kota|bhi-kabkota=Badan hukum Indonesia, kabupaten/kota|produsen=Produsen pembaca KTP-el|dinas-provinsi=Dinas Dukcapil provinsi|dinas-kabkota=Dinas Dukcapil kabupaten/kota|ditjen=Ditjen Dukcapil|'"/>
<!-- The same without Ditjen, for those who register themselves. -->
<xsl:variable name="jenis-opsi-daftar" select="concat(substring-before($jenis-opsi, '|ditjen='), '|')"/>

<!-- The word for a role or a kind of institution. -->
<xsl:template match="@*" mode="peran">
  <xsl:value-of select="substring-before(substring-after($peran-opsi, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:template match="@*" mode="jenis">
  <xsl:value-of select="substring-before(substring-after($jenis-opsi, concat('|', ., '=')), '|')"/>
</xsl:template>

<!-- A choice among roles or kinds shown as a chip. -->
<xsl:template match="saring[@nama = 'peran']" mode="nilai-saring">
  <xsl:apply-templates select="@nilai" mode="peran"/>
</xsl:template>
<xsl:template match="saring[@nama = 'jenis']" mode="nilai-saring">
  <xsl:apply-templates select="@nilai" mode="jenis"/>
</xsl:template>

<!-- @nilai is part of the sentence here, not what was typed. -->
<xsl:template match="galat[starts-with(@kode, 'masuk-') or starts-with(@kode, 'akun-') or @kode = 'lembaga-ditutup']" mode="galat">
  <xsl:apply-templates select="." mode="kalimat"/>
</xsl:template>

<xsl:template match="galat[@kode = 'masuk-salah']" mode="kalimat">Username atau password salah. Periksa huruf besar dan kecil pada password, lalu coba lagi.</xsl:template>
<xsl:template match="galat[@kode = 'masuk-tunggu']" mode="kalimat">Terlalu banyak percobaan yang salah. Demi keamanan, tunggu <xsl:value-of select="@nilai"/> menit, lalu coba lagi. Bila lupa, mintalah password baru.</xsl:template>
<xsl:template match="galat[@kode = 'masuk-ulang']" mode="kalimat">Waktu untuk memberi kode sudah habis. Masukkan password Anda sekali lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'masuk-ulang']" mode="pesan">Waktu untuk memberi kode sudah habis. Masukkan password Anda sekali lagi.</xsl:template>
<xsl:template match="galat[@kode = 'akun-menunggu']" mode="kalimat">Akun Anda belum diverifikasi oleh admin. Anda akan menerima pesan begitu akun dapat dipakai.</xsl:template>
<xsl:template match="galat[@kode = 'akun-ditolak']" mode="kalimat">Pendaftaran akun ini ditolak.<xsl:if test="@nilai != ''"> Alasan: <xsl:value-of select="@nilai"/></xsl:if></xsl:template>
<xsl:template match="galat[@kode = 'akun-nonaktif']" mode="kalimat">Akun ini sudah dinonaktifkan.<xsl:if test="@nilai != ''"> Alasan: <xsl:value-of select="@nilai"/></xsl:if> Hubungi admin bila Anda masih memerlukannya.</xsl:template>
<xsl:template match="galat[@kode = 'lembaga-ditutup']" mode="kalimat">Lembaga Anda tidak aktif lagi dalam sistem ini. Hubungi admin.</xsl:template>

<xsl:template match="galat[@kode = 'username']" mode="kalimat">Username terdiri atas 3 sampai 40 huruf, angka, titik, garis bawah, atau tanda hubung, dan diawali huruf atau angka.</xsl:template>
<xsl:template match="galat[@kode = 'sandi-pendek']" mode="kalimat">Password paling sedikit 8 karakter.</xsl:template>
<xsl:template match="galat[@kode = 'sandi-pendek-ditjen']" mode="kalimat">Password untuk admin dan pejabat paling sedikit 12 karakter.</xsl:template>
<xsl:template match="galat[@kode = 'sandi-username']" mode="kalimat">Password tidak boleh sama dengan username, juga bila ditambah angka.</xsl:template>
<xsl:template match="galat[@kode = 'sandi-sama']" mode="kalimat">Password baru harus berbeda dari password lama.</xsl:template>
<xsl:template match="galat[@kode = 'lazim' and starts-with(@ruas, 'sandi')]" mode="kalimat">Password ini terlalu mudah ditebak: banyak orang memakainya. Rangkai beberapa kata yang hanya berarti bagi Anda.</xsl:template>
<xsl:template match="galat[starts-with(@ruas, 'sandi') and @kode = 'tidak-cocok']" mode="kalimat">Kedua password baru tidak sama. Ketik ulang dengan teliti.</xsl:template>

<xsl:template match="pesan[@kode = 'tautan-dikirim']" mode="pesan">Bila akun itu ada, kami sudah mengirim tautan ke alamat e-mailnya. Tautan berlaku 2 jam.</xsl:template>
<xsl:template match="pesan[@kode = 'sandi-disetel']" mode="pesan">Password baru sudah disimpan. Silakan masuk.</xsl:template>
<xsl:template match="pesan[@kode = 'email-sah']" mode="pesan">Terima kasih, alamat e-mail Anda sudah dikonfirmasi.</xsl:template>
<xsl:template match="pesan[@kode = 'email-ditolak']" mode="pesan">Pergantian alamat e-mail dihentikan dan semua sesi sudah diakhiri. Tautan untuk membuat password baru sudah dikirim ke alamat lama: gantilah sekarang.</xsl:template>
<xsl:template match="pesan[@kode = 'sesi-lain-dikeluarkan']" mode="pesan">Semua sesi lain sudah dikeluarkan.</xsl:template>

<!-- What a User-Agent says of browser and system, in words. -->
<xsl:template match="@agen" mode="perangkat">
  <xsl:choose>
    <xsl:when test="contains(., 'Edg/')">Edge</xsl:when>
    <xsl:when test="contains(., 'OPR/')">Opera</xsl:when>
    <xsl:when test="contains(., 'SamsungBrowser')">Samsung Internet</xsl:when>
    <xsl:when test="contains(., 'Firefox/')">Firefox</xsl:when>
    <xsl:when test="contains(., 'Chrome/')">Chrome</xsl:when>
    <xsl:when test="contains(., 'Safari/')">Safari</xsl:when>
    <xsl:when test=". = ''">Peramban tidak dikenal</xsl:when>
    <xsl:otherwise><xsl:value-of select="substring(., 1, 40)"/></xsl:otherwise>
  </xsl:choose>
  <xsl:choose>
    <xsl:when test="contains(., 'Android')"> di Android</xsl:when>
    <xsl:when test="contains(., 'iPhone') or contains(., 'iPad')"> di iOS</xsl:when>
    <xsl:when test="contains(., 'Windows')"> di Windows</xsl:when>
    <xsl:when test="contains(., 'Mac OS')"> di macOS</xsl:when>
    <xsl:when test="contains(., 'Linux')"> di Linux</xsl:when>
  </xsl:choose>
</xsl:template>

<!-- The two fields of a new password; min: its shortest length. -->
<xsl:template name="ruas-sandi-baru">
  <xsl:param name="nama" select="'sandi-baru'"/>
  <xsl:param name="min" select="8"/>
  <xsl:param name="akun" select="'r-username'"/>
  <xsl:call-template name="ruas-sandi">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="lengkap" select="'new-password'"/>
    <xsl:with-param name="petunjuk" select="concat('Paling sedikit ', $min, ' karakter. Jangan memakai username, nama, atau kata yang umum; beberapa kata yang dirangkai lebih kuat dan lebih mudah diingat.')"/>
    <xsl:with-param name="kekuatan" select="true()"/>
    <xsl:with-param name="min" select="$min"/>
    <xsl:with-param name="akun" select="$akun"/>
  </xsl:call-template>
  <xsl:call-template name="ruas-sandi">
    <xsl:with-param name="nama" select="'sandi-ulang'"/>
    <xsl:with-param name="lengkap" select="'new-password'"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
