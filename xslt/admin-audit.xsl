<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-audit.xsl: the audit log with the state of its chain (U-23). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>

<xsl:variable name="label" select="'|sejak=Dari tanggal|hingga=Sampai tanggal|tindakan=Tindakan|objek=Objek|objek-id=Nomor objek|'"/>

<xsl:template match="halaman" mode="judul">Log</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Catatan semua tindakan. Tidak dapat diubah; setiap baris disegel berantai, sehingga perubahan dari luar pun ketahuan.</p>
</xsl:template>

<xsl:template match="rantai">
  <div role="status">
    <xsl:attribute name="class">
      <xsl:choose>
        <xsl:when test="@keadaan = 'rusak'">pesan awas</xsl:when>
        <xsl:when test="@keadaan = 'utuh'">pesan baik</xsl:when>
        <xsl:otherwise>pesan info</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:call-template name="ikon">
      <xsl:with-param name="nama">
        <xsl:choose>
          <xsl:when test="@keadaan = 'rusak'">awas</xsl:when>
          <xsl:when test="@keadaan = 'utuh'">centang</xsl:when>
          <xsl:otherwise>info</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <p>
      <xsl:choose>
        <xsl:when test="@keadaan = 'rusak'">
          <b>Rantai rusak pada segel nomor <xsl:apply-templates select="@rusak" mode="angka"/></b>
          <xsl:choose>
            <xsl:when test="@sebab = 'celah'">: ada nomor yang hilang sebelum segel itu.</xsl:when>
            <xsl:when test="@sebab = 'hilang'">: baris yang disegel tidak ada lagi.</xsl:when>
            <xsl:otherwise>: isi baris atau segelnya diubah.</xsl:otherwise>
          </xsl:choose>
          <xsl:text> Diperiksa </xsl:text><xsl:apply-templates select="@diperiksa" mode="waktu"/>.
        </xsl:when>
        <xsl:when test="@keadaan = 'utuh'">
          <xsl:text>Rantai utuh sampai segel nomor </xsl:text>
          <xsl:apply-templates select="@sampai" mode="angka"/>
          <xsl:text>, diperiksa </xsl:text>
          <xsl:apply-templates select="@diperiksa" mode="waktu"/>
          <xsl:text>.</xsl:text>
        </xsl:when>
        <xsl:otherwise>Rantai belum pernah diperiksa.</xsl:otherwise>
      </xsl:choose>
      <xsl:text> Segel terakhir nomor </xsl:text>
      <xsl:apply-templates select="@segel" mode="angka"/>
      <xsl:if test="@belum &gt; 0">
        <xsl:text>, </xsl:text>
        <xsl:apply-templates select="@belum" mode="angka"/>
        <xsl:text> baris menunggu disegel</xsl:text>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </p>
  </div>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="rantai"/>
  <form class="saringan" method="get" action="/admin/audit" role="search">
    <xsl:call-template name="saring-tanggal"><xsl:with-param name="nama" select="'sejak'"/></xsl:call-template>
    <xsl:call-template name="saring-tanggal"><xsl:with-param name="nama" select="'hingga'"/></xsl:call-template>
    <div class="saring-ruas">
      <label for="s-username">Username</label>
      <input type="text" id="s-username" name="username" autocomplete="off" value="{daftar/saring[@nama = 'username']/@nilai}"/>
    </div>
    <xsl:call-template name="saring-pilihan"><xsl:with-param name="nama" select="'tindakan'"/></xsl:call-template>
    <xsl:call-template name="saring-pilihan"><xsl:with-param name="nama" select="'objek'"/></xsl:call-template>
    <div class="saring-ruas">
      <label for="s-objek-id">Nomor objek</label>
      <input type="text" id="s-objek-id" name="objek-id" inputmode="numeric" autocomplete="off" class="l-8" value="{daftar/saring[@nama = 'objek-id']/@nilai}"/>
    </div>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Log tindakan</caption>
        <thead>
          <tr>
            <th scope="col" class="angka">Segel</th>
            <th scope="col">Waktu</th>
            <th scope="col">Siapa</th>
            <th scope="col">Tindakan</th>
            <th scope="col">Objek</th>
            <th scope="col">Rincian</th>
            <th scope="col">Alamat jaringan</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td class="angka" data-label="Segel">
                <xsl:choose>
                  <xsl:when test="@segel"><xsl:apply-templates select="@segel" mode="angka"/></xsl:when>
                  <xsl:otherwise>belum</xsl:otherwise>
                </xsl:choose>
              </td>
              <td class="rapat" data-label="Waktu"><xsl:apply-templates select="@waktu" mode="waktu"/></td>
              <td data-label="Siapa">
                <xsl:choose>
                  <xsl:when test="@username"><span class="kode"><xsl:value-of select="@username"/></span></xsl:when>
                  <xsl:otherwise>–</xsl:otherwise>
                </xsl:choose>
                <xsl:if test="@lembaga"><br/><small><xsl:value-of select="@lembaga"/></small></xsl:if>
              </td>
              <td class="utama" data-label="Tindakan"><xsl:value-of select="@tindakan"/></td>
              <td data-label="Objek"><xsl:value-of select="@objek"/><xsl:if test="@objek-id != 0"><xsl:value-of select="concat(' ', @objek-id)"/></xsl:if></td>
              <td class="bebas" data-label="Rincian"><xsl:value-of select="."/></td>
              <td data-label="Alamat jaringan"><span class="kode"><xsl:value-of select="@alamat"/></span></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Log masih kosong'"/>
        <xsl:with-param name="teks" select="'Setiap tindakan dicatat di sini.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
