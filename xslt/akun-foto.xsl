<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-foto.xsl: one's picture (U-07). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="label" select="'|foto=Foto|'"/>

<xsl:template match="galat[@kode = 'gambar-rusak']" mode="kalimat">Foto ini rusak, terpotong, atau tidak dapat dibaca. Simpan ulang sebagai JPEG, PNG, atau WebP.</xsl:template>
<xsl:template match="galat[@kode = 'gambar-besar']" mode="kalimat">Foto ini terlalu besar untuk diolah: paling banyak 25 juta piksel. Perkecil dahulu, misalnya menjadi 2000 × 2000.</xsl:template>
<xsl:template match="galat[@ruas = 'foto' and @kode = 'berkas-jenis']" mode="kalimat">Foto harus berupa JPEG, PNG, atau WebP. Mengganti nama berkas tidak cukup.</xsl:template>

<xsl:template match="halaman" mode="judul">Foto</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/akun/profil">Profil Saya</a></li>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Tampil di samping nama Anda. Hanya Anda dan admin yang dapat melihatnya.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:if test="akun/@foto">
    <section class="kotak" aria-labelledby="judul-kini">
      <h2 id="judul-kini">Foto sekarang</h2>
      <p><img class="foto" src="/akun/foto/{akun/@foto}" alt="Foto Anda sekarang" width="256" height="256"/></p>
      <form action="/akun/foto/hapus">
        <xsl:call-template name="form-rahasia"/>
        <button class="tombol" type="submit">Hapus foto</button>
      </form>
    </section>
  </xsl:if>
  <form class="kotak" action="/akun/foto" data-unggah="data-unggah">
    <xsl:call-template name="form-rahasia"><xsl:with-param name="berkas" select="true()"/></xsl:call-template>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'foto'"/>
      <xsl:with-param name="petunjuk" select="'JPEG, PNG, atau WebP, paling besar 5 MB. Bagian tengahnya dipakai, 256 × 256 piksel; data lain dalam berkas, seperti tempat pemotretan, dibuang.'"/>
      <xsl:with-param name="terima" select="'image/jpeg,image/png,image/webp'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan foto'"/>
      <xsl:with-param name="batal" select="'/akun/profil'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
