<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-gambar.xsl: sizes of the pictures of the guide; written by
     tests/browser/gambar-panduan.mjs together with them. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="ukuran-gambar" select="'|daftar=776x620|masuk=448x418|faktor=998x360|dashboard=1280x360|notifikasi=998x440|pilihan-pesan=998x620|permintaan-buat=776x640|permintaan-ikuti=998x600|persetujuan=998x600|kalender=998x600|tiket=998x480|dokumen=998x520|verifikasi=1040x388|perjanjian=998x403|aktivasi-minta=998x440|aktivasi-satu=776x640|manifes=998x600|kembali=998x420|lacak=998x440|peta=998x520|laporan=998x640|admin-akun=998x480|akun-massal=776x330|kotak-keluar=998x520|status=998x520|'"/>

</xsl:stylesheet>
