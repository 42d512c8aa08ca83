<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-profil.xsl: one's own account. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Profil Saya</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/akun/sandi">Ubah Password</a>
  <a class="tombol" href="/akun/sesi">Sesi Saya</a>
  <a class="tombol" href="/akun/faktor">Faktor Kedua</a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <div class="dua">
    <section class="kotak">
      <h2>Anda</h2>
      <dl class="ringkasan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nama'"/><xsl:with-param name="isi" select="akun/@nama"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'username'"/><xsl:with-param name="isi" select="akun/@username"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'peran'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@peran" mode="peran"/></xsl:with-param></xsl:call-template>
        <xsl:if test="akun/@jabatan">
          <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Jabatan'"/><xsl:with-param name="isi" select="akun/@jabatan"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="akun/@nip">
          <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'NIP'"/><xsl:with-param name="isi" select="akun/@nip"/></xsl:call-template>
        </xsl:if>
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="nama" select="'email'"/>
          <xsl:with-param name="muatan">
            <xsl:value-of select="akun/@email"/>
            <xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="akun/@email-sah"><span class="lencana baik">Terkonfirmasi</span></xsl:when>
              <xsl:otherwise><span class="lencana awas">Belum dikonfirmasi</span></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'telepon'"/><xsl:with-param name="isi" select="akun/@telepon"/></xsl:call-template>
      </dl>
    </section>
    <section class="kotak">
      <h2>Lembaga</h2>
      <dl class="ringkasan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="akun/@lembaga"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Kode Lembaga'"/><xsl:with-param name="isi" select="akun/@lembaga-kode"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'jenis'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@lembaga-jenis" mode="jenis"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'alamat'"/><xsl:with-param name="isi" select="concat(akun/@alamat, ', ', akun/@kota, ', ', akun/@provinsi)"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Terdaftar sejak'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@dibuat" mode="tanggal"/></xsl:with-param></xsl:call-template>
      </dl>
      <p>Username dan lembaga tidak dapat diganti. Bila data lain berubah, hubungi admin.</p>
    </section>
  </div>
</xsl:template>

</xsl:stylesheet>
