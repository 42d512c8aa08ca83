<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-isi.xsl: the words of all chapters and the sizes of their
     pictures, for the pages that show them. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="panduan-gambar.xsl"/>
<xsl:import href="../panduan-memulai.xsl"/>
<xsl:import href="../panduan-akun.xsl"/>
<xsl:import href="../panduan-permintaan.xsl"/>
<xsl:import href="../panduan-persetujuan.xsl"/>
<xsl:import href="../panduan-pekerjaan-ditjen.xsl"/>
<xsl:import href="../panduan-tanda-tangan.xsl"/>
<xsl:import href="../panduan-verifikasi.xsl"/>
<xsl:import href="../panduan-perjanjian.xsl"/>
<xsl:import href="../panduan-aktivasi.xsl"/>
<xsl:import href="../panduan-manifes.xsl"/>
<xsl:import href="../panduan-masa-berlaku.xsl"/>
<xsl:import href="../panduan-perubahan-kartu.xsl"/>
<xsl:import href="../panduan-balikan.xsl"/>
<xsl:import href="../panduan-lacak.xsl"/>
<xsl:import href="../panduan-laporan.xsl"/>
<xsl:import href="../panduan-administrasi.xsl"/>
<xsl:import href="../panduan-status.xsl"/>

</xsl:stylesheet>
