<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-data-hapus.xsl: asking for one's data to be erased: what will happen,
     and the password (U-25). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/data-pribadi.xsl"/>

<xsl:variable name="label" select="'|alasan=Alasan|sandi=Password|'"/>

<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Permintaan tidak dapat dikirim: sudah ada yang menunggu keputusan, atau ada pekerjaan yang harus diserahkan lebih dahulu.</xsl:template>

<xsl:template match="halaman" mode="judul">Minta data saya dihapus</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/akun/profil">Profil Saya</a></li>
  <li><a href="/akun/data">Data Pribadi Saya</a></li>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:choose>
    <xsl:when test="penghapusan/@status = 'diajukan'">
      <p>Permintaan Anda sudah menunggu keputusan, paling lambat <xsl:apply-templates select="penghapusan/@tenggat" mode="tanggal"/>.</p>
      <p class="tombol-baris"><a class="tombol" href="/akun/data">Kembali ke Data Pribadi Saya</a></p>
    </xsl:when>
    <xsl:when test="hambatan">
      <section class="langkah-lanjut" aria-labelledby="serahkan">
        <h2 id="serahkan">Serahkan dahulu pekerjaan ini</h2>
        <p>Permintaan dapat dikirim setelah pekerjaan berikut selesai atau ada yang melanjutkannya:</p>
        <ul><xsl:apply-templates select="hambatan"/></ul>
        <xsl:if test="hambatan[@kode != 'dokumen' and @kode != 'admin']">
          <p>Tidak ada akun aktif lain di lembaga Anda. Mintalah rekan Anda mendaftar; setelah akunnya aktif, pekerjaan lembaga dapat ia lanjutkan dan Anda dapat kembali ke sini.</p>
        </xsl:if>
        <p class="tombol-baris"><a class="tombol" href="/akun/data">Kembali ke Data Pribadi Saya</a></p>
      </section>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="'/akun/data/hapus'"/>
        <xsl:with-param name="teks" select="'Minta penghapusan'"/>
        <xsl:with-param name="batal" select="'/akun/data'"/>
        <xsl:with-param name="isi">
          <p>Admin memutuskan permintaan ini paling lama <xsl:value-of select="umur/@norma"/> hari. Begitu disetujui, akun ditutup, Anda tidak dapat masuk lagi, dan penghapusan tidak dapat dibatalkan. Sampai saat itu permintaan dapat Anda tarik.</p>
          <p><b>Unduh dahulu data Anda</b> bila masih memerlukannya: <a href="/akun/data#unduh">Data Pribadi Saya</a>.</p>
          <xsl:call-template name="yang-terjadi"><xsl:with-param name="audit" select="umur/@audit"/></xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="ruas">
          <xsl:call-template name="ruas-teks">
            <xsl:with-param name="nama" select="'alasan'"/>
            <xsl:with-param name="opsional" select="true()"/>
            <xsl:with-param name="petunjuk" select="'Anda tidak wajib memberi alasan'"/>
          </xsl:call-template>
          <xsl:call-template name="ruas-sandi"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
