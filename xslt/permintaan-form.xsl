<?xml version="1.0" encoding="UTF-8"?>
<!-- permintaan-form.xsl: a new request, or a draft again (P-01, P-02). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/permintaan.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="permintaan">Ubah draf permintaan</xsl:when>
    <xsl:otherwise>Buat permintaan</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Permintaan kartu SAM dikirim kepada produsen pembaca KTP-el yang Anda pilih. Sebelum dikirim, Anda dapat menyimpannya sebagai draf.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="dinas" select="sesi/@peran = 'dinas'"/>
  <form class="kotak" data-unggah="">
    <xsl:attribute name="action">
      <xsl:text>/permintaan</xsl:text>
      <xsl:if test="permintaan">
        <xsl:value-of select="concat('/', permintaan/@id, '/ubah')"/>
      </xsl:if>
    </xsl:attribute>
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <xsl:if test="permintaan">
      <input type="hidden" name="versi" value="{permintaan/@versi}"/>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nomor'"/>
      <xsl:with-param name="petunjuk" select="'Nomor surat lembaga Anda, misalnya 045/112/UMUM/2026.'"/>
      <xsl:with-param name="nilai" select="permintaan/@nomor"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'judul'"/>
      <xsl:with-param name="petunjuk" select="'Misalnya: Pengadaan pembaca KTP-el kantor cabang tahun 2026.'"/>
      <xsl:with-param name="nilai" select="permintaan/@judul"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'produsen'"/>
      <xsl:with-param name="petunjuk" select="'Produsen yang membuat mesin Anda.'"/>
      <xsl:with-param name="nilai" select="permintaan/@produsen-id"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-angka">
      <xsl:with-param name="nama" select="'jumlah'"/>
      <xsl:with-param name="petunjuk" select="'Satu mesin memerlukan satu kartu SAM; 1 sampai 100.000.'"/>
      <xsl:with-param name="nilai" select="permintaan/@jumlah"/>
      <xsl:with-param name="satuan" select="'mesin'"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$dinas">
        <xsl:call-template name="ruas-radio">
          <xsl:with-param name="nama" select="'fungsi'"/>
          <xsl:with-param name="opsi" select="'|R=Baca saja (R)|RW=Baca dan tulis (RW)|'"/>
          <xsl:with-param name="nilai" select="permintaan/@fungsi"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-radio">
          <xsl:with-param name="nama" select="'fungsi'"/>
          <xsl:with-param name="petunjuk" select="'Fungsi RW (baca dan tulis) hanya untuk Dinas.'"/>
          <xsl:with-param name="opsi" select="'|R=Baca saja (R)|'"/>
          <xsl:with-param name="nilai" select="'R'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'Surat permintaan bertanda tangan: PDF, paling besar 10 MB. Draf boleh disimpan tanpa berkas.'"/>
      <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
      <xsl:with-param name="ada" select="permintaan/surat/@nama"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-paragraf">
      <xsl:with-param name="nama" select="'catatan'"/>
      <xsl:with-param name="nilai" select="permintaan/catatan"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Kirim'"/>
      <xsl:with-param name="nilai" select="'kirim'"/>
      <xsl:with-param name="kedua" select="'Simpan draf'"/>
      <xsl:with-param name="kedua-nilai" select="'draf'"/>
      <xsl:with-param name="batal">
        <xsl:text>/permintaan</xsl:text>
        <xsl:if test="permintaan">/<xsl:value-of select="permintaan/@id"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
