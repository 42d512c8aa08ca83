<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-pemusnahan.xsl: cards that wait for destruction, and the protocol
     with its witnesses (P-14). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:variable name="status-halaman" select="'|batal=netral Tiket dibatalkan|kembali=netral Dikembalikan lembaga|'"/>

<xsl:template match="halaman" mode="judul">Daftar pemusnahan</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/proses">Proses Personalisasi</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Kartu rusak, terkunci, gagal, atau dikembalikan yang menunggu dimusnahkan dengan Berita Acara Pemusnahan.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:choose>
    <xsl:when test="pemusnahan/@total = 0">
      <div class="kosong">
        <h2>Tidak ada kartu yang menunggu</h2>
        <p>Kartu masuk ke sini setelah dicatat rusak atau terkunci, setelah kartu gagal diganti, atau setelah pengembaliannya diterima.</p>
      </div>
    </xsl:when>
    <xsl:when test="$peran = 'admin'">
      <form class="form kotak" action="/proses/pemusnahan">
        <xsl:call-template name="form-rahasia"/>
        <xsl:call-template name="kartu-musnah"/>
        <h2>Saksi</h2>
        <p class="petunjuk">Sedikitnya dua saksi, paling banyak empat.</p>
        <xsl:call-template name="saksi"><xsl:with-param name="ke" select="1"/></xsl:call-template>
        <xsl:call-template name="saksi"><xsl:with-param name="ke" select="2"/></xsl:call-template>
        <xsl:call-template name="saksi"><xsl:with-param name="ke" select="3"/><xsl:with-param name="opsional" select="true()"/></xsl:call-template>
        <xsl:call-template name="saksi"><xsl:with-param name="ke" select="4"/><xsl:with-param name="opsional" select="true()"/></xsl:call-template>
        <xsl:call-template name="tombol-baris">
          <xsl:with-param name="teks" select="'Buat Berita Acara Pemusnahan'"/>
          <xsl:with-param name="batal" select="'/proses'"/>
        </xsl:call-template>
      </form>
    </xsl:when>
    <xsl:otherwise><xsl:call-template name="kartu-musnah"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="saksi">
  <xsl:param name="ke"/>
  <xsl:param name="opsional" select="false()"/>
  <div class="dua">
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="concat('saksi-', $ke, '-nama')"/>
      <xsl:with-param name="opsional" select="$opsional"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="concat('saksi-', $ke, '-jabatan')"/>
      <xsl:with-param name="opsional" select="$opsional"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
  </div>
</xsl:template>

<xsl:template name="kartu-musnah">
  <p>
    <xsl:apply-templates select="pemusnahan/@total" mode="angka"/>
    <xsl:text> kartu menunggu.</xsl:text>
    <xsl:if test="pemusnahan/@total &gt; pemusnahan/@tampil"> Yang paling lama menunggu ditampilkan lebih dahulu; sisanya menyusul setelah berita acara ini dibuat.</xsl:if>
  </p>
  <xsl:if test="galat[@ruas = 'kartu']">
    <div class="galat-ruas">
      <xsl:for-each select="galat[@ruas = 'kartu']">
        <p><span class="semu">Galat: </span><xsl:apply-templates select="." mode="galat"/></p>
      </xsl:for-each>
    </div>
  </xsl:if>
  <table class="tabel" id="r-kartu" tabindex="-1">
    <caption class="semu">Kartu yang menunggu dimusnahkan</caption>
    <thead>
      <tr>
        <xsl:if test="$peran = 'admin'"><th scope="col">Pilih</th></xsl:if>
        <th scope="col">Seri Kartu</th><th scope="col">Alasan</th><th scope="col">Keterangan</th><th scope="col">Tiket</th><th scope="col">Masuk daftar</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="pemusnahan/kartu">
        <tr>
          <xsl:if test="$peran = 'admin'">
            <td data-label="Pilih">
              <input type="checkbox" name="kartu[]" value="{@id}" aria-label="Pilih kartu {@seri-kartu}">
                <xsl:if test="/halaman/isian/ruas[@nama = 'kartu[]' and . = current()/@id] or not(/halaman/isian)">
                  <xsl:attribute name="checked">checked</xsl:attribute>
                </xsl:if>
              </input>
            </td>
          </xsl:if>
          <td class="utama" data-label="Seri Kartu"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></td>
          <td data-label="Alasan"><xsl:apply-templates select="@alasan" mode="lencana"/></td>
          <td data-label="Keterangan"><xsl:value-of select="@keterangan"/></td>
          <td data-label="Tiket"><a class="kode" href="/proses/{@proses}"><xsl:value-of select="@tiket"/></a><br/><small><xsl:value-of select="@lembaga"/></small></td>
          <td class="rapat" data-label="Masuk daftar"><xsl:apply-templates select="@masuk" mode="waktu"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

</xsl:stylesheet>
