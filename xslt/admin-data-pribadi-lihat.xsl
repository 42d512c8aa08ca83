<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-data-pribadi-lihat.xsl: one request for erasure, to be decided. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/data-pribadi.xsl"/>

<xsl:variable name="status-halaman" select="$status-hapus"/>

<xsl:template match="pesan[@kode = 'hapus-disetujui']" mode="pesan">Permintaan disetujui. Akun sudah ditutup dan datanya sedang dihapus; beberapa detik lagi selesai.</xsl:template>
<xsl:template match="pesan[@kode = 'hapus-ditolak']" mode="pesan">Permintaan ditolak. Pemohon sudah diberi tahu alasannya.</xsl:template>

<xsl:template match="halaman" mode="judul">Penghapusan: <xsl:value-of select="penghapusan/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah"><li><a href="/admin/data-pribadi">Data Pribadi</a></li></xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:if test="penghapusan/@status = 'diajukan'">
    <section class="langkah-lanjut" aria-labelledby="lanjut">
      <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
      <xsl:choose>
        <xsl:when test="penghapusan/@saya"><p>Ini permintaan Anda sendiri. Admin lain yang memutuskannya.</p></xsl:when>
        <xsl:when test="hambatan">
          <p>Belum dapat disetujui. Yang harus diserahkan lebih dahulu:</p>
          <ul><xsl:apply-templates select="hambatan"/></ul>
          <p class="tombol-baris"><a class="tombol" href="/admin/data-pribadi/{penghapusan/@id}/tolak">Tolak</a></p>
        </xsl:when>
        <xsl:otherwise>
          <p>Putuskan paling lambat <b><xsl:apply-templates select="penghapusan/@tenggat" mode="tanggal"/></b>.<xsl:if test="penghapusan/@lewat"> Tenggat ini sudah lewat.</xsl:if></p>
          <p class="tombol-baris">
            <a class="tombol utama" href="/admin/data-pribadi/{penghapusan/@id}/setujui">Setujui</a>
            <a class="tombol" href="/admin/data-pribadi/{penghapusan/@id}/tolak">Tolak</a>
          </p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:if>
  <section class="kotak">
    <h2>Permintaan</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Status'"/><xsl:with-param name="muatan"><xsl:apply-templates select="penghapusan/@status" mode="lencana"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Akun'"/><xsl:with-param name="muatan"><a href="/admin/akun/{penghapusan/@akun-id}"><xsl:value-of select="penghapusan/@nama"/></a><xsl:value-of select="concat(' (', penghapusan/@username, ')')"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Peran'"/><xsl:with-param name="isi"><xsl:apply-templates select="penghapusan/@peran" mode="peran"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Lembaga'"/><xsl:with-param name="isi" select="penghapusan/@lembaga"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Asal'"/><xsl:with-param name="isi"><xsl:choose><xsl:when test="penghapusan/@asal = 'retensi'">Masa simpan pendaftaran yang ditolak sudah habis</xsl:when><xsl:otherwise>Diminta pemilik akun</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
      <xsl:if test="penghapusan/@asal = 'orang'">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Diminta'"/><xsl:with-param name="isi"><xsl:apply-templates select="penghapusan/@diminta" mode="waktu"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Tenggat'"/><xsl:with-param name="isi"><xsl:apply-templates select="penghapusan/@tenggat" mode="tanggal"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Alasan'"/><xsl:with-param name="isi" select="penghapusan/@alasan"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="penghapusan/@diputus">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Diputuskan'"/><xsl:with-param name="isi"><xsl:apply-templates select="penghapusan/@diputus" mode="waktu"/><xsl:if test="penghapusan/@pemutus"><xsl:value-of select="concat(', ', penghapusan/@pemutus)"/></xsl:if></xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:if test="penghapusan/@balasan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Alasan penolakan'"/><xsl:with-param name="isi" select="penghapusan/@balasan"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="penghapusan/@selesai">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Selesai dihapus'"/><xsl:with-param name="isi"><xsl:apply-templates select="penghapusan/@selesai" mode="waktu"/></xsl:with-param></xsl:call-template>
      </xsl:if>
    </dl>
  </section>
</xsl:template>

</xsl:stylesheet>
