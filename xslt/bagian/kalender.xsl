<?xml version="1.0" encoding="UTF-8"?>
<!--
  kalender.xsl: the load calendar, a month or a week.

    <kalender jenis="bulan|pekan" bulan="2026-11" dari="2026-11-16"
        sampai="2026-11-22" sebelum="?…" berikut="?…" kini="?…"
        bulan-href="?…" pekan-href="?…">
      <pekan>
        <hari tanggal="2026-11-16" hari="1" rencana="250" kapasitas="250"
            persen="100" tutup="ya" libur="Hari Guru" ini="ya" luar="ya">
          <tiket kode="T00000069" jumlah="120" href="/proses/69"
              judul="Pengadaan 2026"/>
        </hari>
      </pekan>
    </kalender>
    <xsl:apply-templates select="kalender"/>

  @hari is the day of the week (1 Senin … 7 Minggu), @persen the load of the
  day (0–100), @luar a day of another month, @ini today, @href (optional) the
  page of the day.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="kalender">
  <div class="kalender-kepala">
    <h2>
      <xsl:choose>
        <xsl:when test="@jenis = 'pekan'">
          <xsl:apply-templates select="@dari" mode="tanggal"/>
          <xsl:text> – </xsl:text>
          <xsl:apply-templates select="@sampai" mode="tanggal"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="@bulan" mode="bulan"/>
        </xsl:otherwise>
      </xsl:choose>
    </h2>
    <nav class="tombol-baris" aria-label="Kalender">
      <a class="tombol" href="{@sebelum}">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kiri'"/></xsl:call-template>
        <xsl:text>Sebelumnya</xsl:text>
      </a>
      <xsl:if test="@kini != ''">
        <a class="tombol" href="{@kini}">Hari ini</a>
      </xsl:if>
      <a class="tombol" href="{@berikut}">
        <xsl:text>Berikutnya</xsl:text>
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kanan'"/></xsl:call-template>
      </a>
      <xsl:if test="@bulan-href != ''">
        <a class="tombol" href="{@bulan-href}">
          <xsl:if test="@jenis = 'bulan'">
            <xsl:attribute name="aria-current">true</xsl:attribute>
          </xsl:if>
          <xsl:text>Bulan</xsl:text>
        </a>
      </xsl:if>
      <xsl:if test="@pekan-href != ''">
        <a class="tombol" href="{@pekan-href}">
          <xsl:if test="@jenis = 'pekan'">
            <xsl:attribute name="aria-current">true</xsl:attribute>
          </xsl:if>
          <xsl:text>Pekan</xsl:text>
        </a>
      </xsl:if>
    </nav>
  </div>
  <table class="kalender {@jenis}">
    <caption class="semu">Beban personalisasi per hari kerja: kartu terencana dari kapasitas</caption>
    <thead>
      <tr>
        <xsl:for-each select="pekan[1]/hari">
          <th scope="col"><xsl:apply-templates select="@hari" mode="hari"/></th>
        </xsl:for-each>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="pekan">
        <tr><xsl:apply-templates select="hari" mode="kalender"/></tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="hari" mode="kalender">
  <td>
    <xsl:attribute name="class">
      <xsl:text>hari</xsl:text>
      <xsl:if test="@luar = 'ya'"> luar-bulan</xsl:if>
      <xsl:if test="@ini = 'ya'"> hari-ini</xsl:if>
      <xsl:if test="@tutup = 'ya'"> tutup</xsl:if>
      <xsl:if test="not(tiket) and not(@libur)"> sepi</xsl:if>
    </xsl:attribute>
    <p class="hari-tanggal">
      <span class="hari-nama">
        <xsl:apply-templates select="@hari" mode="hari"/>
        <xsl:text>, </xsl:text>
      </span>
      <time datetime="{@tanggal}">
        <xsl:choose>
          <xsl:when test="@href != ''">
            <a href="{@href}"><xsl:call-template name="hari-angka"/></a>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="hari-angka"/></xsl:otherwise>
        </xsl:choose>
      </time>
      <xsl:if test="@ini = 'ya'"><span class="semu"> (hari ini)</span></xsl:if>
    </p>
    <xsl:choose>
      <xsl:when test="@libur != ''">
        <p class="hari-libur"><xsl:value-of select="@libur"/></p>
      </xsl:when>
      <xsl:when test="@tutup = 'ya' and @hari &lt; 6">
        <p class="hari-libur">Tutup</p>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="@kapasitas &gt; 0">
      <p class="hari-beban">
        <svg class="beban" aria-hidden="true" width="100%" height="6">
          <rect class="dasar" width="100%" height="6" rx="3"/>
          <rect height="6" rx="3" width="{@persen}%">
            <xsl:attribute name="class">
              <xsl:choose>
                <xsl:when test="@persen &gt;= 100">isi penuh</xsl:when>
                <xsl:otherwise>isi</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </rect>
        </svg>
        <xsl:value-of select="concat(format-number(@rencana, '#.##0', 'id'), ' / ', format-number(@kapasitas, '#.##0', 'id'))"/>
        <span class="semu"> kartu</span>
        <xsl:if test="@persen &gt;= 100"><span class="hari-penuh"> penuh</span></xsl:if>
      </p>
    </xsl:if>
    <xsl:if test="tiket">
      <xsl:variable name="muat" select="8 + 1000 * (../../@jenis = 'pekan')"/>
      <ul>
        <xsl:for-each select="tiket[position() &lt;= $muat]">
          <li>
            <xsl:choose>
              <xsl:when test="@href != ''">
                <a href="{@href}"><xsl:value-of select="@kode"/></a>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="@kode"/></xsl:otherwise>
            </xsl:choose>
            <span>
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="@jumlah" mode="angka"/>
            </span>
            <xsl:if test="@judul != ''">
              <small><xsl:value-of select="@judul"/></small>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:if test="count(tiket) &gt; $muat">
        <p><small><xsl:value-of select="concat('dan ', count(tiket) - $muat, ' tiket lain')"/></small></p>
      </xsl:if>
    </xsl:if>
  </td>
</xsl:template>

<xsl:template name="hari-angka">
  <span class="hari-pendek"><xsl:value-of select="number(substring(@tanggal, 9, 2))"/></span>
  <span class="hari-panjang"><xsl:apply-templates select="@tanggal" mode="tanggal"/></span>
</xsl:template>

</xsl:stylesheet>
