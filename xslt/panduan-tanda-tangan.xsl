<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-tanda-tangan.xsl: chapter: documents are submitted, signed, replaced and revoked. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'tanda-tangan']/sub[@kode = 'periksa']" mode="isi">
  <p>Konsep dokumen disiapkan sendiri oleh sistem ketika semua kartu sebuah tiket selesai. Konsep bertanda air, tanpa nomor, dan tanpa kode QR.</p>
  <p>Admin membuka konsepnya dari <xsl:apply-templates select="$layar[@kode = 'dokumen']"/>, memeriksanya dengan <b>Buka konsep</b>, memilih <b>Pejabat penanda tangan</b>, lalu mengajukannya dengan <b>Ajukan</b>. <b>Ajukan semua konsep tiket ini sekaligus</b> menghemat langkah. Pejabat itu diberi tahu.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'tanda-tangan']/sub[@kode = 'tanda-tangani']" mode="isi">
  <ol>
    <li>Buka <xsl:apply-templates select="$layar[@kode = 'dokumen']"/>. Dokumen yang menunggu Anda disaring dengan <b>Tanda tangan saya</b>; Dashboard juga menghitungnya.</li>
    <li>Pilih <b>Tanda tangani</b> pada satu dokumen, atau beri tanda centang pada beberapa dokumen lalu pilih <b>Tanda tangani yang dipilih</b>.</li>
    <li>Baca setiap konsep dengan <b>Buka konsep</b>.</li>
    <li>Ketik <b>Password Anda</b>, dan bila Anda memakai aplikasi autentikator juga <b>Kode 6 angka</b>, lalu tanda tangani.</li>
  </ol>
  <p>Dokumen mendapat nomor, tanggal hari itu, dan kode QR, langsung berlaku, dan dapat diunduh para pihak. Beberapa dokumen ditandatangani bersama-sama: bila satu tidak dapat, tidak satu pun yang ditandatangani. Hanya pejabat yang diajukan yang dapat menandatangani.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'dokumen'"/>
    <xsl:with-param name="alt" select="'Daftar Dokumen dengan saringan, status, dan tombol tindakan.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'tanda-tangan']/sub[@kode = 'keliru']" mode="isi">
  <p>Tanda tangan tidak dapat dibatalkan. Dokumen yang keliru diperbaiki pada bagian <b>Koreksi</b> halaman dokumen:</p>
  <ul>
    <li><b>Ganti dengan dokumen baru</b>, oleh admin: dokumen lama tidak berlaku lagi, konsep baru dengan data terkini disiapkan dan harus ditandatangani.</li>
    <li><b>Cabut dokumen</b>, oleh admin atau pejabat yang menandatanganinya: dokumen dinyatakan tidak berlaku dan nomornya tidak dipakai lagi.</li>
  </ul>
  <p>Alasannya wajib ditulis dan diberitahukan kepada para pihak. Siapa pun yang memeriksa dokumen itu melihat bahwa dokumennya tidak berlaku lagi.</p>
</xsl:template>

</xsl:stylesheet>
