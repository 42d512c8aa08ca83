<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-perjanjian-form.xsl: an agreement, new or to be corrected. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/perjanjian.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="perjanjian"><xsl:value-of select="concat('Ubah perjanjian ', perjanjian/@nomor)"/></xsl:when>
    <xsl:otherwise>Catat perjanjian</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/perjanjian">Perjanjian</a></li>
  <xsl:if test="perjanjian">
    <li><a href="/admin/perjanjian/{perjanjian/@id}"><xsl:value-of select="perjanjian/@nomor"/></a></li>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <xsl:if test="perjanjian">
    <p class="lead"><xsl:value-of select="perjanjian/@lembaga"/>. Halaman ini untuk memperbaiki catatan; masa berlaku diperpanjang lewat “Perpanjang”.</p>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="p" select="perjanjian"/>
  <form class="kotak" data-unggah="">
    <xsl:attribute name="action">
      <xsl:text>/admin/perjanjian</xsl:text>
      <xsl:if test="$p"><xsl:value-of select="concat('/', $p/@id, '/ubah')"/></xsl:if>
    </xsl:attribute>
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$p">
        <input type="hidden" name="versi" value="{$p/@versi}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-pilihan">
          <xsl:with-param name="nama" select="'lembaga'"/>
          <xsl:with-param name="petunjuk" select="'Lembaga pengguna atau Dinas; tambahkan dahulu di Lembaga bila belum ada.'"/>
          <xsl:with-param name="nilai" select="@lembaga"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nomor'"/>
      <xsl:with-param name="petunjuk" select="'Seperti pada naskahnya, misalnya 119/1256/DUKCAPIL/2026.'"/>
      <xsl:with-param name="nilai" select="$p/@nomor"/>
      <xsl:with-param name="lebar" select="45"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'judul'"/>
      <xsl:with-param name="petunjuk" select="'Misalnya: Pemanfaatan data kependudukan untuk layanan nasabah.'"/>
      <xsl:with-param name="nilai" select="$p/@judul"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$p/@terpakai">
        <p class="petunjuk">Masa berlaku <xsl:apply-templates select="$p/@mulai" mode="tanggal"/> sampai <xsl:apply-templates select="$p/@berakhir" mode="tanggal"/> sudah tercantum pada manifes kartu dan tidak diubah di sini.</p>
        <input type="hidden" name="mulai" value="{$p/@mulai}"/>
        <input type="hidden" name="berakhir" value="{$p/@berakhir}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ruas-tanggal">
          <xsl:with-param name="nama" select="'mulai'"/>
          <xsl:with-param name="nilai" select="$p/@mulai"/>
        </xsl:call-template>
        <xsl:call-template name="ruas-tanggal">
          <xsl:with-param name="nama" select="'berakhir'"/>
          <xsl:with-param name="petunjuk" select="'Hari terakhir perjanjian masih berlaku.'"/>
          <xsl:with-param name="nilai" select="$p/@berakhir"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="ruas-centang-banyak">
      <xsl:with-param name="nama" select="'metode'"/>
      <xsl:with-param name="petunjuk" select="'Kartu SAM hanya dapat diaktifkan bila card reader dicentang.'"/>
      <xsl:with-param name="kata" select="$metode-opsi"/>
      <xsl:with-param name="nilai" select="$p/@metode"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-angka">
      <xsl:with-param name="nama" select="'kuota'"/>
      <xsl:with-param name="petunjuk" select="'Untuk web portal dan web service; kosongkan bila tidak dibatasi.'"/>
      <xsl:with-param name="nilai" select="$p/@kuota"/>
      <xsl:with-param name="lebar" select="12"/>
      <xsl:with-param name="satuan" select="'pencarian'"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-centang-banyak">
      <xsl:with-param name="nama" select="'elemen'"/>
      <xsl:with-param name="petunjuk" select="'Hanya yang disebut dalam perjanjian; yang lain tidak ditampilkan kepada lembaga.'"/>
      <xsl:with-param name="kata" select="$elemen-opsi"/>
      <xsl:with-param name="nilai" select="$p/@elemen"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'Naskah yang sudah ditandatangani kedua pihak: PDF, paling besar 10 MB.'"/>
      <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
      <xsl:with-param name="ada" select="$p/berkas/@nama"/>
      <xsl:with-param name="opsional" select="boolean($p)"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan'"/>
      <xsl:with-param name="batal">
        <xsl:text>/admin/perjanjian</xsl:text>
        <xsl:if test="$p"><xsl:value-of select="concat('/', $p/@id)"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
