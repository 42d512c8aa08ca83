<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun.xsl: the list of accounts. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="status-halaman" select="'|menunggu=info Menunggu verifikasi|aktif=baik Aktif|ditolak=buruk Ditolak|nonaktif=netral Nonaktif|dihapus=netral Dihapus|'"/>

<xsl:template match="halaman" mode="judul">Pengguna</xsl:template>

<xsl:template match="pesan[@kode = 'akun-massal-dibuat']" mode="pesan">Semua akun dari berkas sudah dibuat. Setiap pemiliknya menerima tautan untuk membuat password pertama.</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/admin/akun/massal">Buat banyak akun</a>
  <a class="tombol utama" href="/admin/akun/baru">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
    <xsl:text>Buat akun</xsl:text>
  </a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/admin/akun" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Nama, username, e-mail, atau lembaga'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|menunggu=Menunggu verifikasi|aktif=Aktif|ditolak=Ditolak|nonaktif=Nonaktif|dihapus=Dihapus|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'peran'"/>
      <xsl:with-param name="opsi" select="$peran-opsi"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Daftar akun</caption>
        <thead>
          <tr>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Nama'"/><xsl:with-param name="urut" select="'nama'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Username'"/><xsl:with-param name="urut" select="'username'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Peran'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Lembaga'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Terdaftar'"/><xsl:with-param name="urut" select="'dibuat'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Masuk terakhir'"/></xsl:call-template>
            <xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status'"/></xsl:call-template>
            <th scope="col" class="aksi">Tindakan</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td class="utama" data-label="Nama"><xsl:value-of select="@nama"/></td>
              <td data-label="Username"><span class="kode"><xsl:value-of select="@username"/></span></td>
              <td data-label="Peran"><xsl:apply-templates select="@peran" mode="peran"/></td>
              <td data-label="Lembaga">
                <xsl:value-of select="@lembaga"/>
                <xsl:if test="not(@lembaga) and @lembaga-baru">
                  <xsl:value-of select="concat(@lembaga-baru, ' (baru)')"/>
                </xsl:if>
              </td>
              <td class="rapat" data-label="Terdaftar"><xsl:apply-templates select="@dibuat" mode="tanggal"/></td>
              <td data-label="Masuk terakhir"><xsl:choose><xsl:when test="@masuk-terakhir"><xsl:apply-templates select="@masuk-terakhir" mode="waktu"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
              <td class="aksi">
                <a href="/admin/akun/{@id}">
                  <xsl:choose>
                    <xsl:when test="@status = 'menunggu'">Verifikasi</xsl:when>
                    <xsl:otherwise>Lihat</xsl:otherwise>
                  </xsl:choose>
                  <span class="semu"> akun <xsl:value-of select="@username"/></span>
                </a>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada akun'"/>
        <xsl:with-param name="teks" select="'Akun muncul di sini setelah seseorang mendaftar.'"/>
        <xsl:with-param name="ke" select="'/admin/akun/baru'"/>
        <xsl:with-param name="tombol" select="'Buat akun'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
