<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-kotak-keluar.xsl: the outbox; in development with the text of each message, since none is sent. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="pesan-keluar.xsl"/>

<xsl:variable name="label" select="'|kepada=Penerima|'"/>
<xsl:variable name="status-halaman" select="'|antri=info Menunggu dikirim|terkirim=baik Terkirim|gagal=buruk Gagal|'"/>

<xsl:template match="halaman" mode="judul">Kotak Keluar</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:choose>
      <xsl:when test="@mode = 'pengembangan'">Mode pengembangan: pesan tidak dikirim, isinya ditampilkan di sini.</xsl:when>
      <xsl:otherwise>Pesan kepada pengguna. Isinya hanya untuk penerimanya.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/admin/kotak-keluar" role="search">
    <div class="saring-ruas saring-cari">
      <label for="s-kepada">Alamat penerima</label>
      <input id="s-kepada" type="search" name="kepada" value="{daftar/saring[@nama = 'kepada']/@nilai}"/>
    </div>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|antri=Menunggu dikirim|terkirim=Terkirim|gagal=Gagal|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Pesan keluar</caption>
        <thead>
          <tr>
            <th scope="col">Waktu</th>
            <th scope="col">Kepada</th>
            <th scope="col">Pesan</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td class="rapat" data-label="Waktu"><xsl:apply-templates select="@dibuat" mode="waktu"/></td>
              <td data-label="Kepada">
                <xsl:if test="@nama != ''"><xsl:value-of select="@nama"/><br/></xsl:if>
                <span class="kode"><xsl:value-of select="@kepada"/></span>
              </td>
              <td class="utama" data-label="Pesan">
                <xsl:choose>
                  <xsl:when test="surat">
                    <details>
                      <summary><xsl:apply-templates select="surat" mode="perihal"/></summary>
                      <xsl:apply-templates select="surat" mode="badan"/>
                    </details>
                  </xsl:when>
                  <xsl:otherwise>
                    <xsl:value-of select="substring-before(substring-after($perihal, concat('|', @templat, '=')), '|')"/>
                  </xsl:otherwise>
                </xsl:choose>
              </td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada pesan'"/>
        <xsl:with-param name="teks" select="'Pesan muncul di sini begitu ada yang perlu diberitahukan.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
