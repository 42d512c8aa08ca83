<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-layanan.xsl: what pages with tokens of the web service share: their
     table, addresses, the example.  After status.xsl and balikan.xsl. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="label" select="'|nama=Nama token|hari=Masa berlaku|jaringan=Alamat jaringan yang boleh memakai|'"/>

<xsl:template match="layanan" mode="alamat">
  <xsl:param name="jalur"/>
  <xsl:value-of select="concat(@alamat, '/databalikan/api/', $jalur)"/>
</xsl:template>

<!-- tabel-token: cabut: with the links that revoke. -->
<xsl:template name="tabel-token">
  <xsl:param name="token"/>
  <xsl:param name="cabut" select="false()"/>
  <table class="tabel">
    <caption class="semu">Token layanan web</caption>
    <thead>
      <tr>
        <th scope="col">Nama</th>
        <th scope="col">Awalan</th>
        <th scope="col">Status</th>
        <th scope="col">Jaringan</th>
        <th scope="col">Berlaku sampai</th>
        <th scope="col">Terakhir dipakai</th>
        <xsl:if test="$cabut"><th scope="col" class="aksi">Tindakan</th></xsl:if>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="$token">
        <tr>
          <td class="utama" data-label="Nama"><xsl:value-of select="@nama"/><br/><small>dibuat <xsl:apply-templates select="@dibuat" mode="tanggal"/> oleh <xsl:value-of select="@oleh"/></small></td>
          <td data-label="Awalan"><span class="kode"><xsl:value-of select="@awalan"/>…</span></td>
          <td data-label="Status">
            <xsl:choose>
              <xsl:when test="@status = 'aktif'"><span class="lencana baik">Berlaku</span></xsl:when>
              <xsl:when test="@status = 'dicabut'"><span class="lencana netral">Dicabut</span></xsl:when>
              <xsl:otherwise><span class="lencana awas">Kedaluwarsa</span></xsl:otherwise>
            </xsl:choose>
          </td>
          <td data-label="Jaringan">
            <xsl:choose>
              <xsl:when test="jaringan">
                <span>
                  <xsl:for-each select="jaringan">
                    <xsl:if test="position() &gt; 1"><br/></xsl:if>
                    <span class="kode"><xsl:value-of select="."/></span>
                  </xsl:for-each>
                </span>
              </xsl:when>
              <xsl:otherwise>Semua</xsl:otherwise>
            </xsl:choose>
          </td>
          <td class="rapat" data-label="Berlaku sampai"><xsl:apply-templates select="@berakhir" mode="tanggal"/></td>
          <td class="rapat" data-label="Terakhir dipakai">
            <xsl:choose>
              <xsl:when test="@terakhir"><xsl:apply-templates select="@terakhir" mode="waktu"/></xsl:when>
              <xsl:otherwise>Belum pernah</xsl:otherwise>
            </xsl:choose>
          </td>
          <xsl:if test="$cabut">
            <td class="aksi">
              <xsl:if test="@status = 'aktif'"><a href="/balikan/layanan/{@id}/cabut">Cabut<span class="semu"> token <xsl:value-of select="@nama"/></span></a></xsl:if>
            </td>
          </xsl:if>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- An example to paste into a terminal; the NIK in it belongs to nobody. -->
<xsl:template match="layanan" mode="contoh">
  <xsl:param name="token" select="'TOKEN-ANDA'"/>
  <section class="kotak" aria-labelledby="judul-contoh">
    <h2 id="judul-contoh">Contoh</h2>
    <p>Dengan curl, satu rekaman. Tajuk Idempotency-Key membuat kiriman yang diulang dijawab sama dan bekerja satu kali.</p>
    <pre class="kode" tabindex="0">
      <xsl:text>curl -X POST </xsl:text>
      <xsl:apply-templates select="." mode="alamat"><xsl:with-param name="jalur" select="'store'"/></xsl:apply-templates>
      <xsl:text> \&#10;  -H 'Authorization: Bearer </xsl:text>
      <xsl:value-of select="$token"/>
      <xsl:text>' \&#10;  -H 'Idempotency-Key: kiriman-0001' \&#10;  -H 'Content-Type: application/json' \&#10;  -d '{"NIK":"3174010101900001"</xsl:text>
      <xsl:for-each select="kolom">,"<xsl:value-of select="@nama"/>":"…"</xsl:for-each>
      <xsl:text>}'</xsl:text>
    </pre>
  </section>
</xsl:template>

</xsl:stylesheet>
