<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-status.xsl: chapter: how the installation is doing, and its backups. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'status']/sub[@kode = 'baca']" mode="isi">
  <p><xsl:apply-templates select="$layar[@kode = 'status']"/> memeriksa basis data, cadangan, ruang disk, antrean, pekerja di belakang layar, sertifikat, dan kunci. Setiap baris menyebut keadaannya:</p>
  <dl class="ringkasan">
    <div><dt><b>Baik</b></dt><dd>Tidak ada yang perlu dilakukan.</dd></div>
    <div><dt><b>Perlu perhatian</b></dt><dd>Orang masih dapat bekerja, tetapi teruskan kepada pengelola sistem hari itu juga.</dd></div>
    <div><dt><b>Gangguan</b></dt><dd>Hubungi pengelola sistem sekarang.</dd></div>
  </dl>
  <p>Di bawah baris yang tidak baik tertulis apa yang harus dilakukan. Halaman ini tidak mengubah apa pun; muat ulang untuk melihat angka terbaru.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'status'"/>
    <xsl:with-param name="alt" select="'Halaman Status Sistem: tabel hal yang diperiksa, angkanya, dan keadaannya.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'status']/sub[@kode = 'cadangan']" mode="isi">
  <p>Setiap malam seluruh data dan berkas dicadangkan, dimampatkan, dan dienkripsi. Bagian <b>Cadangan terakhir</b> menyebut kapan dan seberapa besar. Cadangan berumur lebih dari dua hari berarti ada gangguan.</p>
  <p>Kunci pembukanya tidak ada pada server; pejabat yang ditunjuk menyimpannya di tempat lain. Tanpa kunci itu cadangan tidak dapat dibuka siapa pun, jadi simpan dua salinan di dua tempat. Memulihkan ialah pekerjaan pengelola sistem; mintalah agar dicoba pada mesin lain sekurangnya sekali setahun.</p>
</xsl:template>

</xsl:stylesheet>
