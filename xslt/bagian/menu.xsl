<?xml version="1.0" encoding="UTF-8"?>
<!--
  menu.xsl: the left menu by role.  A new program adds one line: where it
  leads, the test that one is there, its icon in aset/ikon.svg, its word.
  Written out instead of made by a template for each line: it stands on every
  page, and a call with parameters costs as much as the line itself.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="menu">
  <xsl:variable name="j" select="string(@jalur)"/>
  <xsl:variable name="peran" select="string(sesi/@peran)"/>
  <nav class="menu" aria-label="Menu utama">
  <ul>
    <li><a href="/beranda"><xsl:if test="starts-with($j, '/beranda')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/beranda'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}beranda"/></svg>Dashboard</a></li>
    <xsl:if test="$peran != 'verifikator' and $peran != 'pemohon'">
    <xsl:if test="$peran != 'pejabat'">
    <li><a href="/permintaan"><xsl:if test="starts-with($j, '/permintaan')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/permintaan'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}permintaan"/></svg>Permintaan Personalisasi</a></li>
    </xsl:if>
    <li><a href="/proses"><xsl:if test="starts-with($j, '/proses') and not(starts-with($j, '/proses/kalender'))"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/proses'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}kartu"/></svg>Proses Personalisasi</a></li>
    <li><a href="/proses/kalender"><xsl:if test="starts-with($j, '/proses/kalender')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/proses/kalender'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}kalender"/></svg>Kalender</a></li>
    <xsl:choose>
      <xsl:when test="$peran = 'produsen'">
    <li><a href="/aktivasi/lacak"><xsl:if test="starts-with($j, '/aktivasi/lacak')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/aktivasi/lacak'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}cari"/></svg>Lacak Kartu</a></li>
      </xsl:when>
      <xsl:otherwise>
    <li><a href="/aktivasi"><xsl:if test="starts-with($j, '/aktivasi')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/aktivasi'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}kunci"/></svg>SAM Aktivasi</a></li>
    <li><a href="/balikan"><xsl:if test="starts-with($j, '/balikan')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/balikan'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}unggah"/></svg>Data Balikan</a></li>
      </xsl:otherwise>
    </xsl:choose>
    <li><a href="/dokumen"><xsl:if test="starts-with($j, '/dokumen')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/dokumen'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}dokumen"/></svg>Dokumen</a></li>
    <li><a href="/laporan"><xsl:if test="starts-with($j, '/laporan')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/laporan'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}laporan"/></svg>Reports</a></li>
    </xsl:if>
    <li><a href="/faq"><xsl:if test="starts-with($j, '/faq')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/faq'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}pesan"/></svg>Frequent Asked Question</a></li>
    <li><a href="/panduan"><xsl:if test="starts-with($j, '/panduan')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/panduan'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}info"/></svg>Panduan</a></li>
  </ul>
  <xsl:if test="$peran = 'admin'">
    <h2>Administrasi</h2>
    <ul>
    <li><a href="/admin/akun"><xsl:if test="starts-with($j, '/admin/akun')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/admin/akun'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}pengguna"/></svg>Pengguna</a></li>
    <li><a href="/admin/lembaga"><xsl:if test="starts-with($j, '/admin/lembaga')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/admin/lembaga'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}lembaga"/></svg>Lembaga</a></li>
    <li><a href="/admin/perjanjian"><xsl:if test="starts-with($j, '/admin/perjanjian')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/admin/perjanjian'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}permintaan"/></svg>Perjanjian</a></li>
    <li><a href="/admin/libur"><xsl:if test="starts-with($j, '/admin/libur')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/admin/libur'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}libur"/></svg>Hari Libur</a></li>
    <li><a href="/admin/pengaturan"><xsl:if test="starts-with($j, '/admin/pengaturan')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/admin/pengaturan'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}pengaturan"/></svg>Pengaturan</a></li>
    <li><a href="/admin/data-pribadi"><xsl:if test="starts-with($j, '/admin/data-pribadi')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/admin/data-pribadi'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}kunci"/></svg>Data Pribadi</a></li>
    <li><a href="/admin/audit"><xsl:if test="starts-with($j, '/admin/audit')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/admin/audit'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}log"/></svg>Log</a></li>
    <li><a href="/kotak-keluar"><xsl:if test="starts-with($j, '/kotak-keluar')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/kotak-keluar'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}kirim"/></svg>Kotak Keluar</a></li>
    <li><a href="/status"><xsl:if test="starts-with($j, '/status')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/status'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}jam"/></svg>Status Sistem</a></li>
    </ul>
  </xsl:if>
  <xsl:if test="$peran = 'pejabat'">
    <h2>Administrasi</h2>
    <ul>
    <li><a href="/status"><xsl:if test="starts-with($j, '/status')"><xsl:call-template name="di-sini"><xsl:with-param name="ke" select="'/status'"/></xsl:call-template></xsl:if><svg class="ikon" aria-hidden="true"><use href="{$ikon}jam"/></svg>Status Sistem</a></li>
    </ul>
  </xsl:if>
  </nav>
</xsl:template>

<!-- Marks the line: this page itself, or one below it. -->
<xsl:template name="di-sini">
  <xsl:param name="ke"/>
  <xsl:attribute name="aria-current">
    <xsl:choose>
      <xsl:when test="@jalur = $ke">page</xsl:when>
      <xsl:otherwise>true</xsl:otherwise>
    </xsl:choose>
  </xsl:attribute>
</xsl:template>

</xsl:stylesheet>
