<?xml version="1.0" encoding="UTF-8"?>
<!--
  balikan-maju.xsl: progress and counts of a sending, on its page and alone
  (../balikan-maju.xsl).  data-hidup names where aset/hidup.js finds the next
  state; without it nothing changes any more.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="balikan" mode="maju">
  <section class="kotak" aria-labelledby="judul-maju" id="maju">
    <xsl:if test="@berjalan">
      <xsl:attribute name="data-hidup">
        <xsl:value-of select="concat('/balikan/kiriman/', @id, '?hidup=ya')"/>
      </xsl:attribute>
    </xsl:if>
    <h2 id="judul-maju">
      <xsl:choose>
        <xsl:when test="@berjalan">Kemajuan</xsl:when>
        <xsl:otherwise>Hasil</xsl:otherwise>
      </xsl:choose>
    </h2>
    <p role="status"><xsl:apply-templates select="." mode="keadaan"/></p>
    <xsl:if test="@berjalan">
      <noscript><p><a href="/balikan/kiriman/{@id}">Muat ulang halaman ini</a></p></noscript>
    </xsl:if>
    <div>
      <xsl:apply-templates select="maju"/>
      <xsl:if test="@baris &gt; 0">
        <p>Dari <b><xsl:apply-templates select="@baris" mode="angka"/></b> baris:</p>
        <ul class="hitungan">
          <li><span><b><xsl:apply-templates select="@diterima" mode="angka"/></b> baru</span></li>
          <li><span><b><xsl:apply-templates select="@diperbarui" mode="angka"/></b> diperbarui</span></li>
          <li><span><b><xsl:apply-templates select="@tetap" mode="angka"/></b> tetap</span></li>
          <li><span><b><xsl:apply-templates select="@ditolak" mode="angka"/></b> ditolak</span></li>
          <xsl:if test="@tidak-dimuat"><li><span><b><xsl:apply-templates select="@tidak-dimuat" mode="angka"/></b> tidak dimuat</span></li></xsl:if>
        </ul>
      </xsl:if>
    </div>
  </section>
</xsl:template>

<!-- One sentence, said aloud when it changes: tens of percent, so that it is
     not said each second. -->
<xsl:template match="balikan" mode="keadaan">
  <xsl:choose>
    <xsl:when test="@status = 'antri' and @antrean &gt; 0">
      <xsl:text>Menunggu </xsl:text>
      <xsl:apply-templates select="@antrean" mode="angka"/>
      <xsl:text> kiriman lembaga Anda yang lebih dahulu.</xsl:text>
    </xsl:when>
    <xsl:when test="@status = 'antri'">Menunggu giliran; biasanya hanya beberapa detik.</xsl:when>
    <xsl:when test="@status = 'periksa'"><xsl:value-of select="concat('Berkas sedang diperiksa', substring(concat(', ', floor(maju/@persen div 10) * 10, ' %'), 1, 9 * (maju/@persen &gt;= 10)), '.')"/></xsl:when>
    <xsl:when test="@status = 'muat'"><xsl:value-of select="concat('Baris yang benar sedang dimuat', substring(concat(', ', floor(maju/@persen div 10) * 10, ' %'), 1, 9 * (maju/@persen &gt;= 10)), '.')"/></xsl:when>
    <xsl:when test="@status = 'urung'">Baris kiriman ini sedang dikembalikan ke keadaan sebelumnya.</xsl:when>
    <xsl:when test="@status = 'gagal'">Berkas ini tidak diterima; tidak satu baris pun dimuat.</xsl:when>
    <xsl:when test="@status = 'batal'">Dibatalkan; tidak satu baris pun berlaku.</xsl:when>
    <xsl:when test="@status = 'diurungkan'">Diurungkan; data kembali seperti sebelum kiriman ini.</xsl:when>
    <xsl:when test="@sumber != 'berkas'">Data satu per satu pada hari ini, dijumlahkan.</xsl:when>
    <xsl:when test="@baris &gt; 0 and @tetap = @baris">Selesai. Semua baris sudah ada dan sama; tidak ada yang berubah.</xsl:when>
    <xsl:when test="@ditolak &gt; 0">Selesai, dengan baris yang ditolak.</xsl:when>
    <xsl:otherwise>Selesai. Semua baris diterima.</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="maju">
  <div class="kemajuan">
    <b>
      <xsl:choose>
        <xsl:when test="../@status = 'muat'">Memuat baris</xsl:when>
        <xsl:otherwise>Memeriksa berkas</xsl:otherwise>
      </xsl:choose>
    </b>
    <progress value="{@sudah}" max="{@semua}" aria-labelledby="judul-maju"></progress>
    <span>
      <xsl:value-of select="concat(@persen, ' %')"/>
      <xsl:if test="@laju">
        <xsl:text> · </xsl:text>
        <xsl:apply-templates select="@laju" mode="angka"/>
        <xsl:text> baris/detik · </xsl:text>
        <xsl:apply-templates select="@sisa-detik" mode="sisa"/>
      </xsl:if>
    </span>
  </div>
</xsl:template>

<xsl:template match="@*" mode="sisa">
  <xsl:choose>
    <xsl:when test=". &lt; 60">kurang dari satu menit lagi</xsl:when>
    <xsl:when test=". &lt; 5400"><xsl:value-of select="concat('kira-kira ', ceiling(. div 60), ' menit lagi')"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="concat('kira-kira ', round(. div 3600), ' jam lagi')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
