<?xml version="1.0" encoding="UTF-8"?>
<!-- notifikasi.xsl: the bell's page: what one was told, unread first to see (U-19). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="pesan-keluar.xsl"/>

<xsl:variable name="label" select="'|status=Tampilkan|'"/>
<xsl:variable name="status-halaman" select="'|belum=info Belum dibaca|dibaca=netral Sudah dibaca|'"/>

<xsl:template match="halaman" mode="judul">Notifikasi</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/notifikasi/pilihan">Pilihan pesan</a>
</xsl:template>

<xsl:template match="pesan[@kode = 'notifikasi-dibaca']" mode="pesan">Semua notifikasi ditandai sudah dibaca.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/notifikasi" role="search">
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|belum=Belum dibaca|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Notifikasi, yang terbaru di atas</caption>
        <thead>
          <tr>
            <th scope="col">Waktu</th>
            <th scope="col">Pemberitahuan</th>
            <th scope="col">Status</th>
            <th scope="col" class="aksi">Tindakan</th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="daftar/baris"/>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
      <xsl:if test="sesi/@belum &gt; 0">
        <form action="/notifikasi/dibaca">
          <xsl:call-template name="form-rahasia"/>
          <input type="hidden" name="sampai" value="{@terbaru}"/>
          <p class="tombol-baris"><button class="tombol" type="submit">Tandai semua sudah dibaca</button></p>
        </form>
      </xsl:if>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Tidak ada notifikasi'"/>
        <xsl:with-param name="teks" select="'Perubahan pada permintaan, tiket, dokumen, dan kartu Anda akan muncul di sini.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="baris">
  <xsl:variable name="perihal-ini"><xsl:apply-templates select="surat" mode="perihal"/></xsl:variable>
  <tr id="n{@id}">
    <td class="rapat" data-label="Waktu"><xsl:apply-templates select="@dibuat" mode="waktu"/></td>
    <td class="utama" data-label="Pemberitahuan">
      <b><xsl:value-of select="$perihal-ini"/></b>
      <xsl:apply-templates select="surat" mode="inti"/>
      <xsl:if test="surat/isi[@nama = 'alasan'] != ''">
        <p>Alasan: <xsl:value-of select="surat/isi[@nama = 'alasan']"/></p>
      </xsl:if>
    </td>
    <td data-label="Status">
      <xsl:choose>
        <xsl:when test="@belum"><span class="lencana info">Belum dibaca</span></xsl:when>
        <xsl:otherwise><span class="lencana netral">Sudah dibaca</span></xsl:otherwise>
      </xsl:choose>
    </td>
    <td class="aksi rapat">
      <xsl:if test="surat/@ke != ''">
        <form action="/notifikasi/{@id}/buka">
          <xsl:call-template name="form-rahasia"/>
          <button class="tombol kecil" type="submit">Buka<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="$perihal-ini"/></span></button>
        </form>
      </xsl:if>
      <xsl:if test="@belum">
        <form action="/notifikasi/{@id}/dibaca">
          <xsl:call-template name="form-rahasia"/>
          <button class="tombol kecil" type="submit">Tandai dibaca<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="$perihal-ini"/></span></button>
        </form>
      </xsl:if>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
