<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-pantau-lihat.xsl: one institution's data balikan (B-16). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/grafik.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-layanan.xsl"/>

<xsl:template match="halaman" mode="judul"><xsl:value-of select="pengirim/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/balikan">Data Balikan</a></li>
  <li><a href="/balikan/pantau">Monitoring</a></li>
</xsl:template>

<xsl:template match="pesan[@kode = 'token-dicabut-ditjen']" mode="pesan">Token sudah dicabut dan lembaganya diberi tahu. Permintaan dengan token itu ditolak mulai sekarang.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <section class="kotak" aria-labelledby="pengirim">
    <h2 id="pengirim">Ringkasan</h2>
    <xsl:for-each select="pengirim">
      <dl class="ringkasan">
        <div><dt>Kode lembaga</dt><dd><span class="kode"><xsl:value-of select="@kode"/></span></dd></div>
        <div><dt>Jenis</dt><dd><xsl:value-of select="substring-before(substring-after($jenis-opsi, concat('|', @jenis, '=')), '|')"/></dd></div>
        <div><dt>Baris data balikan</dt><dd><xsl:apply-templates select="@baris" mode="angka"/></dd></div>
        <div>
          <dt>Terakhir mengirim</dt>
          <dd>
            <xsl:choose>
              <xsl:when test="@kiriman and @terakhir"><a href="/balikan/kiriman/{@kiriman}"><xsl:apply-templates select="@terakhir" mode="waktu"/></a></xsl:when>
              <xsl:otherwise>Belum pernah</xsl:otherwise>
            </xsl:choose>
          </dd>
        </div>
        <div><dt>Pembaca aktif</dt><dd><xsl:apply-templates select="@pembaca" mode="angka"/></dd></div>
        <div>
          <dt>Parameter</dt>
          <dd>
            <xsl:choose>
              <xsl:when test="/halaman/parameter">
                <xsl:for-each select="/halaman/parameter">
                  <xsl:value-of select="concat('versi ', @versi, ': ')"/>
                  <xsl:for-each select="ruas">
                    <xsl:if test="position() &gt; 1">, </xsl:if>
                    <span class="kode"><xsl:value-of select="@nama"/></span>
                  </xsl:for-each>
                </xsl:for-each>
              </xsl:when>
              <xsl:otherwise>Belum ditetapkan</xsl:otherwise>
            </xsl:choose>
          </dd>
        </div>
      </dl>
      <p class="tombol-baris">
        <a class="tombol utama" href="/balikan/kiriman?lembaga={@kode}">Lihat kirimannya</a>
        <a class="tombol" href="/laporan/balikan?lembaga={@kode}">Laporan lembaga ini</a>
      </p>
    </xsl:for-each>
  </section>
  <xsl:if test="token">
    <h2>Token Web Service</h2>
    <xsl:call-template name="tabel-token"><xsl:with-param name="token" select="token"/><xsl:with-param name="cabut" select="$peran = 'admin'"/></xsl:call-template>
  </xsl:if>
  <section class="kotak" aria-labelledby="bulanan">
    <h2 id="bulanan">Dua belas bulan terakhir</h2>
    <xsl:apply-templates select="grafik[@nama = 'bulan']">
      <xsl:with-param name="judul" select="'Baris yang dikirim setiap bulan'"/>
      <xsl:with-param name="kolom" select="'Bulan'"/>
    </xsl:apply-templates>
  </section>
  <section class="kotak" aria-labelledby="sumber">
    <h2 id="sumber">Menurut sumber</h2>
    <xsl:choose>
      <xsl:when test="sumber/baris">
        <table class="tabel padat">
          <caption class="semu">Baris menurut sumbernya, sejak awal</caption>
          <thead>
            <tr>
              <th scope="col">Sumber</th>
              <th scope="col" class="angka">Baru</th>
              <th scope="col" class="angka">Diperbarui</th>
              <th scope="col" class="angka">Tetap</th>
              <th scope="col" class="angka">Ditolak</th>
              <th scope="col" class="angka">Jumlah</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="sumber/baris">
              <tr>
                <td class="utama" data-label="Sumber"><xsl:apply-templates select="@sumber" mode="sumber"/></td>
                <td class="angka" data-label="Baru"><xsl:apply-templates select="@baris-baru" mode="angka"/></td>
                <td class="angka" data-label="Diperbarui"><xsl:apply-templates select="@diperbarui" mode="angka"/></td>
                <td class="angka" data-label="Tetap"><xsl:apply-templates select="@tetap" mode="angka"/></td>
                <td class="angka" data-label="Ditolak"><xsl:apply-templates select="@ditolak" mode="angka"/></td>
                <td class="angka" data-label="Jumlah"><b><xsl:apply-templates select="@baris" mode="angka"/></b></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p>Lembaga ini belum mengirim data balikan.</p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

</xsl:stylesheet>
