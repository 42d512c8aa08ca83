<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kartu-sanksi.xsl: before cards are suspended, or their suspension
     is lifted (A-11). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kartu.xsl"/>

<xsl:variable name="tangguh" select="/halaman/sanksi/@jenis = 'tangguh'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="$tangguh">Tangguhkan kartu</xsl:when>
    <xsl:otherwise>Cabut penangguhan</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="sanksi"/>
</xsl:template>

<xsl:template match="sanksi">
  <xsl:choose>
    <xsl:when test="@lembaga and @jumlah = 0">
      <p>
        <xsl:value-of select="@lembaga"/>
        <xsl:choose>
          <xsl:when test="$tangguh"> tidak mempunyai kartu aktif.</xsl:when>
          <xsl:otherwise> tidak mempunyai kartu yang ditangguhkan.</xsl:otherwise>
        </xsl:choose>
      </p>
      <p><a class="tombol" href="/aktivasi/kartu?lembaga={@lembaga-kode}">Kembali ke daftar kartu</a></p>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="/halaman/@jalur"/>
        <xsl:with-param name="rupa" select="substring('bahayautama', 1 + 6 * not($tangguh), 6)"/>
        <xsl:with-param name="teks">
          <xsl:choose>
            <xsl:when test="$tangguh">Ya, tangguhkan</xsl:when>
            <xsl:otherwise>Ya, cabut penangguhan</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="batal">
          <xsl:choose>
            <xsl:when test="@lembaga">/aktivasi/kartu?lembaga=<xsl:value-of select="@lembaga-kode"/></xsl:when>
            <xsl:when test="count(kartu) = 1">/aktivasi/kartu/<xsl:value-of select="kartu/@id"/></xsl:when>
            <xsl:otherwise>/aktivasi/kartu</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="isi">
          <xsl:choose>
            <xsl:when test="$tangguh">
              <p>Manifes <xsl:apply-templates select="." mode="sasaran"/> langsung dicabut dan masuk daftar pencabutan; mesinnya tidak boleh dipakai lagi. Lembaga diberi tahu beserta alasannya.</p>
            </xsl:when>
            <xsl:otherwise>
              <p>Manifes baru terbit untuk <xsl:apply-templates select="." mode="sasaran"/> pada tempat yang sama, berlaku sampai perjanjiannya berakhir. Lembaga diberi tahu.</p>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="kartu">
            <ul>
              <xsl:for-each select="kartu">
                <li>
                  <span class="kode"><xsl:value-of select="@seri-kartu"/></span>
                  <xsl:value-of select="concat(', mesin ', @seri-mesin, ', ', @lembaga, ' ')"/>
                  <xsl:apply-templates select="@status" mode="lencana"/>
                </li>
              </xsl:for-each>
            </ul>
          </xsl:if>
        </xsl:with-param>
        <xsl:with-param name="ruas">
          <xsl:for-each select="kartu"><input type="hidden" name="kartu[]" value="{@id}"/></xsl:for-each>
          <xsl:if test="@lembaga"><input type="hidden" name="lembaga" value="{@lembaga-kode}"/></xsl:if>
          <xsl:call-template name="ruas-paragraf">
            <xsl:with-param name="nama" select="'alasan'"/>
            <xsl:with-param name="petunjuk" select="'Dibaca oleh lembaga; paling banyak 300 karakter'"/>
            <xsl:with-param name="opsional" select="not($tangguh)"/>
            <xsl:with-param name="baris" select="3"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="sanksi" mode="sasaran">
  <xsl:choose>
    <xsl:when test="@lembaga">
      <xsl:if test="@lebih = 'ya'">lebih dari </xsl:if>
      <b><xsl:apply-templates select="@jumlah" mode="angka"/><xsl:text> kartu </xsl:text><xsl:value-of select="@lembaga"/></b>
    </xsl:when>
    <xsl:when test="count(kartu) = 1">kartu berikut</xsl:when>
    <xsl:otherwise><b><xsl:value-of select="count(kartu)"/> kartu</b> berikut</xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
