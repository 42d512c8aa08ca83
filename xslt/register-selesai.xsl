<?xml version="1.0" encoding="UTF-8"?>
<!-- register-selesai.xsl: what happens after the registration was sent. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>

<xsl:template match="halaman" mode="judul">Pendaftaran diterima</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak">
    <h2>Yang terjadi selanjutnya</h2>
    <ol>
      <li>Buka e-mail dari kami dan pilih tautan konfirmasi di dalamnya. Tautan berlaku 3 hari.</li>
      <li>Admin memeriksa pendaftaran Anda. Hasilnya, disetujui atau ditolak dengan alasannya, dikirim ke alamat yang sama.</li>
      <li>Setelah disetujui, masuklah dengan username dan password yang Anda buat.</li>
    </ol>
    <p class="tombol-baris">
      <a class="tombol" href="/">Ke halaman depan</a>
    </p>
  </section>
</xsl:template>

</xsl:stylesheet>
