<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-gambar.xsl: sizes of the pictures of the guide; written by
     tests/browser/gambar-panduan.mjs together with them. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="ukuran-gambar" select="'|daftar=776x620|masuk=456x418|faktor=1006x360|dashboard=1280x360|notifikasi=1006x520|pilihan-pesan=1006x620|permintaan-buat=776x640|permintaan-ikuti=1006x600|persetujuan=1006x600|kalender=1006x600|tiket=1006x480|dokumen=1037x520|verifikasi=1048x388|perjanjian=1006x403|perpanjang=776x400|aktivasi-minta=1006x440|aktivasi-satu=776x640|manifes=1006x640|kembali=1006x420|balikan-parameter=1006x300|balikan-kiriman=1006x680|lacak=1006x440|peta=1006x520|laporan=1006x640|admin-akun=1006x360|akun-massal=776x330|kotak-keluar=1006x520|status=1006x520|'"/>

</xsl:stylesheet>
