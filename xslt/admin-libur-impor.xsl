<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-libur-impor.xsl: choosing an .ics file. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:variable name="label" select="'|berkas=Berkas kalender (.ics)|'"/>

<xsl:variable name="ics" select="'|terlalu-besar=Berkas kalender terlalu besar: paling besar 1 MB.|bukan-kalender=Berkas ini bukan kalender iCalendar.|versi=Kalender ini memakai versi iCalendar yang tidak kami kenal.|aksara=Berkas kalender berisi karakter yang tidak dapat dibaca.|baris=Baris ini tidak sesuai bentuk iCalendar.|susunan=Susunan kalender tidak lengkap: ada bagian yang tidak ditutup.|tanpa-tanggal=Acara ini tidak punya tanggal.|tanpa-nama=Acara ini tidak punya nama.|ganda=Keterangan acara ini tertulis dua kali.|tanggal=Tanggal acara ini tidak dapat dibaca.|rentang=Acara ini berakhir sebelum mulai, atau lebih dari 31 hari.|nama-panjang=Nama acara ini lebih dari 150 karakter.|berulang=Kalender memuat acara berulang. Hari libur ditetapkan per tahun; pakailah kalender tahun yang bersangkutan.|terlalu-banyak=Kalender memuat terlalu banyak hari.|kosong=Kalender ini tidak memuat acara.|'"/>
<xsl:template match="galat[starts-with(@kode, 'ics-')]" mode="kalimat">
  <xsl:value-of select="substring-before(substring-after($ics, concat('|', substring-after(@kode, 'ics-'), '=')), '|')"/>
</xsl:template>

<xsl:template match="halaman" mode="judul">Impor hari libur</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip">
    <xsl:with-param name="nama" select="'unggah'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/libur">Hari Libur</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Sebelum disimpan, Anda melihat dahulu apa yang berubah.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="kotak" action="/admin/libur/impor">
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'Kalender hari libur Indonesia dalam bentuk .ics, paling besar 1 MB'"/>
      <xsl:with-param name="terima" select="'.ics,text/calendar'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Lihat perubahan'"/>
      <xsl:with-param name="batal" select="'/admin/libur'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
