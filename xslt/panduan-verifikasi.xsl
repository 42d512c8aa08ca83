<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-verifikasi.xsl: chapter: is a document genuine and in force. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'verifikasi']/sub[@kode = 'kode']" mode="isi">
  <p>Setiap dokumen dan lembar manifes memuat kode QR. Pindai dengan kamera ponsel; halaman verifikasi terbuka sendiri. Anda tidak perlu mempunyai akun.</p>
  <p>Tanpa kamera: buka <xsl:apply-templates select="$layar[@kode = 'verifikasi']"/>, ketik 32 angka dan huruf yang tercetak setelah “/verifikasi/” pada bagian bawah dokumen, lalu pilih <b>Periksa kode</b>.</p>
  <p>Cocokkan nomor, tanggal, dan jumlah di layar dengan yang tertulis pada dokumen. Nama para pihak dan nomor seri disamarkan, karena halaman ini dapat dibuka siapa saja.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'verifikasi'"/>
    <xsl:with-param name="alt" select="'Halaman Verifikasi dokumen: isian kode dan isian berkas.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'verifikasi']/sub[@kode = 'berkas']" mode="isi">
  <p>Bila Anda mempunyai berkas PDF-nya, unggah pada <xsl:apply-templates select="$layar[@kode = 'verifikasi']"/> dan pilih <b>Periksa berkas</b>. Berkas dibandingkan bita demi bita dengan yang kami terbitkan, lalu dibuang. Hasil pindai atau cetak ulang tidak dapat diperiksa dengan cara ini; pakailah kode QR-nya.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'verifikasi']/sub[@kode = 'arti']" mode="isi">
  <dl class="ringkasan">
    <div><dt><b>Berkas asli.</b></dt><dd>Tidak satu bita pun berubah sejak ditandatangani.</dd></div>
    <div><dt><b>Berkas sudah berubah.</b></dt><dd>Jangan dipercaya. Mintalah berkas aslinya.</dd></div>
    <div><dt><b>Bukan berkas dokumen kami.</b></dt><dd>Berkas ini tidak pernah kami terbitkan.</dd></div>
    <div><dt><b>Berlaku</b></dt><dd>Dokumen atau manifes sah dan dapat dipakai.</dd></div>
    <div><dt><b>Diganti</b></dt><dd>Ada dokumen atau manifes lain yang menggantikannya.</dd></div>
    <div><dt><b>Dicabut</b></dt><dd>Dinyatakan tidak berlaku; alasannya dapat ditanyakan kepada Ditjen Dukcapil.</dd></div>
    <div><dt><b>Berakhir</b></dt><dd>Masa berlaku manifes sudah lewat.</dd></div>
  </dl>
  <p>Manifes pembaca juga dapat diperiksa sepenuhnya tanpa halaman ini; lihat bab <a href="/panduan/manifes">Manifes dan pemeriksaannya</a>.</p>
</xsl:template>

</xsl:stylesheet>
