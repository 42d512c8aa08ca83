<?xml version="1.0" encoding="UTF-8"?>
<!-- A form with every kind of field. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../../../xslt/layout.xsl"/>
<xsl:import href="../../../xslt/bagian/formulir.xsl"/>

<xsl:variable name="label" select="'|nomor=No. Permintaan|judul=Judul Permintaan|produsen=Produsen Dituju|jumlah=Jumlah Mesin|fungsi=Fungsi|tanggal=Tanggal surat|daftar=Daftar serial|berkas=Berkas Permintaan|po=Surat pesanan|setuju=Data di atas sudah benar|sandi=Password baru|'"/>
<xsl:template match="halaman" mode="judul">Buat permintaan</xsl:template>
<xsl:template match="halaman" mode="remah"><li><a href="/permintaan">Permintaan Personalisasi</a></li></xsl:template>
<xsl:template match="halaman" mode="lead"><p class="lead">Isi sesuai surat permintaan lembaga Anda.</p></xsl:template>
<xsl:template match="halaman" mode="skrip"><xsl:call-template name="skrip"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template></xsl:template>
<xsl:template match="halaman" mode="isi">
<xsl:call-template name="tapak"><xsl:with-param name="langkah" select="'|Data permintaan|Berkas|Periksa jawaban Anda|'"/><xsl:with-param name="ke" select="2"/></xsl:call-template>

  <form class="kotak" action="/permintaan" data-unggah="" data-mengirim="Mengirim berkas" data-memeriksa="Memeriksa berkas" data-terputus="Sambungan terputus. Coba kirim lagi.">
<xsl:call-template name="form-rahasia"><xsl:with-param name="berkas" select="true()"/></xsl:call-template>
<xsl:call-template name="ruas-teks"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="petunjuk" select="'Nomor surat lembaga Anda sendiri, misalnya 120/PKS/XI/2026'"/><xsl:with-param name="lebar" select="30"/></xsl:call-template>
<xsl:call-template name="ruas-teks"><xsl:with-param name="nama" select="'judul'"/></xsl:call-template>
<xsl:call-template name="ruas-pilihan"><xsl:with-param name="nama" select="'produsen'"/></xsl:call-template>
<xsl:call-template name="ruas-angka"><xsl:with-param name="nama" select="'jumlah'"/><xsl:with-param name="satuan" select="'mesin'"/><xsl:with-param name="petunjuk" select="'Antara 1 dan 100.000'"/></xsl:call-template>
<xsl:call-template name="ruas-tanggal"><xsl:with-param name="nama" select="'tanggal'"/></xsl:call-template>
<xsl:call-template name="ruas-radio"><xsl:with-param name="nama" select="'fungsi'"/><xsl:with-param name="opsi" select="'|R=Baca saja (R)|RW=Baca dan tulis (RW)|'"/><xsl:with-param name="petunjuk" select="'RW hanya untuk Dinas.'"/></xsl:call-template>
<xsl:call-template name="ruas-email"><xsl:with-param name="nama" select="'email'"/><xsl:with-param name="opsional" select="true()"/></xsl:call-template>
<xsl:call-template name="ruas-telepon"><xsl:with-param name="nama" select="'telepon'"/><xsl:with-param name="opsional" select="true()"/></xsl:call-template>
<xsl:call-template name="ruas-berkas"><xsl:with-param name="nama" select="'berkas'"/><xsl:with-param name="petunjuk" select="'PDF, paling besar 10 MB'"/><xsl:with-param name="terima" select="'.pdf'"/></xsl:call-template>
<xsl:call-template name="ruas-berkas"><xsl:with-param name="nama" select="'po'"/><xsl:with-param name="petunjuk" select="'PDF, paling besar 10 MB'"/><xsl:with-param name="terima" select="'.pdf'"/></xsl:call-template>
<xsl:call-template name="ruas-paragraf"><xsl:with-param name="nama" select="'daftar'"/><xsl:with-param name="petunjuk" select="'Satu baris untuk setiap alat: serial kartu, lalu serial pembaca'"/><xsl:with-param name="kelas" select="'kode'"/><xsl:with-param name="baris" select="6"/></xsl:call-template>
<xsl:call-template name="ruas-paragraf"><xsl:with-param name="nama" select="'catatan'"/><xsl:with-param name="opsional" select="true()"/></xsl:call-template>
<xsl:call-template name="ruas-sandi"><xsl:with-param name="nama" select="'sandi'"/><xsl:with-param name="lengkap" select="'new-password'"/><xsl:with-param name="kekuatan" select="true()"/><xsl:with-param name="petunjuk" select="'Paling sedikit 8 karakter'"/></xsl:call-template>
<xsl:call-template name="ruas-centang"><xsl:with-param name="nama" select="'setuju'"/></xsl:call-template>
<xsl:call-template name="tombol-baris"><xsl:with-param name="teks" select="'Kirim permintaan'"/><xsl:with-param name="nilai" select="'kirim'"/><xsl:with-param name="kedua" select="'Simpan sebagai draf'"/><xsl:with-param name="kedua-nilai" select="'draf'"/><xsl:with-param name="batal" select="'/permintaan'"/></xsl:call-template>
  </form>
</xsl:template>
</xsl:stylesheet>
