<?xml version="1.0" encoding="UTF-8"?>
<!--
  layout.xsl: the frame of every screen: head, top band, menu, breadcrumb,
  heading, messages, error summary, footer.  A page imports this file and
  gives templates for <halaman> in mode "judul" and "isi"; what a page may
  give besides is listed in bagian/BACA.txt.  No page's own content is here.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="bagian/teks.xsl"/>
<xsl:include href="bagian/pesan.xsl"/>
<xsl:include href="bagian/galat-ruas.xsl"/>
<xsl:include href="bagian/menu.xsl"/>

<xsl:output method="html" encoding="UTF-8" indent="no"/>

<xsl:template match="/">
  <xsl:apply-templates select="*"/>
</xsl:template>

<xsl:template match="halaman">
  <html lang="id">
    <head>
      <meta charset="utf-8"/>
      <title>
        <xsl:if test="galat">Galat: </xsl:if>
        <xsl:apply-templates select="." mode="judul"/>
        <xsl:text> – SI-FILMA</xsl:text>
      </title>
      <meta name="viewport"
        content="width=device-width, initial-scale=1"/>
      <xsl:if test="not(sesi)">
        <meta name="description" content="SI-FILMA: permintaan, personalisasi, dan serah terima kartu SAM pembaca KTP-el pada Ditjen Dukcapil."/>
      </xsl:if>
      <link rel="icon" type="image/svg+xml"
        href="/aset/lambang.svg?v={@versi}"/>
      <link rel="stylesheet" href="/aset/filma.css?v={@versi}"/>
      <xsl:if test="galat">
        <script src="/aset/galat.js?v={@versi}" defer="defer"></script>
      </xsl:if>
      <xsl:if test="sesi">
        <script src="/aset/menu.js?v={@versi}" defer="defer"></script>
        <script src="/aset/sesi.js?v={@versi}" defer="defer"></script>
      </xsl:if>
      <xsl:apply-templates select="." mode="skrip"/>
    </head>
    <body>
      <xsl:attribute name="class">
        <xsl:choose>
          <xsl:when test="sesi and not(sesi/@terbatas)">dalam</xsl:when>
          <xsl:otherwise>luar</xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(' hal-', @nama)"/>
      </xsl:attribute>
      <a class="lompat" href="#isi">Lompat ke isi</a>
      <xsl:choose>
        <xsl:when test="bagian[@nama = 'pita']">
          <xsl:apply-templates select="bagian[@nama = 'pita']"/>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="pita"/></xsl:otherwise>
      </xsl:choose>
      <div class="badan">
        <xsl:if test="sesi and not(sesi/@terbatas)">
          <details class="lipat">
            <summary>
              <svg class="ikon" aria-hidden="true">
                <use href="{$ikon}menu"/>
              </svg>
              <xsl:text>Menu</xsl:text>
            </summary>
          </details>
          <xsl:choose>
            <xsl:when test="bagian[@nama = 'menu']">
              <xsl:apply-templates select="bagian[@nama = 'menu']"/>
            </xsl:when>
            <xsl:otherwise><xsl:call-template name="menu"/></xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <div class="kolom">
          <xsl:apply-templates select="." mode="jejak"/>
          <main id="isi" tabindex="-1">
            <xsl:apply-templates select="pesan" mode="kotak-pesan"/>
            <xsl:if test="galat">
              <xsl:call-template name="ringkasan-galat"/>
            </xsl:if>
            <xsl:apply-templates select="." mode="kepala"/>
            <xsl:apply-templates select="." mode="isi"/>
          </main>
        </div>
      </div>
      <xsl:choose>
        <xsl:when test="bagian[@nama = 'kaki']">
          <xsl:apply-templates select="bagian[@nama = 'kaki']"/>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="kaki"/></xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="bagian[@nama = 'dialog']">
          <xsl:apply-templates select="bagian[@nama = 'dialog']"/>
        </xsl:when>
        <xsl:when test="sesi"><xsl:call-template name="dialog-sesi"/></xsl:when>
      </xsl:choose>
    </body>
  </html>
</xsl:template>

<!-- Parts of the page whose HTML is finished or made apart (lib/view.h,
     el_part): their place, and the document in which those are that nobody
     has asked for before.  What such a template reads must be in its own
     element, or in versi and zona of the root (/*/@versi). -->
<xsl:template match="bagian">
  <bagian dari="{@dari}" banyak="{@banyak}"/>
</xsl:template>
<xsl:template match="/bagian">
  <bagian><xsl:apply-templates/></bagian>
</xsl:template>
<xsl:template match="pita"><xsl:call-template name="pita"/></xsl:template>
<xsl:template match="menu"><xsl:call-template name="menu"/></xsl:template>
<xsl:template match="kaki"><xsl:call-template name="kaki"/></xsl:template>
<xsl:template match="dialog"><xsl:call-template name="dialog-sesi"/></xsl:template>

<!-- What a page gives; these are the answers when it does not. -->
<xsl:template match="halaman" mode="judul">SI-FILMA</xsl:template>
<xsl:template match="halaman" mode="isi"/>
<xsl:template match="halaman" mode="skrip"/>
<xsl:template match="halaman" mode="remah"/>
<xsl:template match="halaman" mode="lead"/>
<xsl:template match="halaman" mode="aksi"/>

<!-- Heading of the page: h1, actions at its right, one line below. -->
<xsl:template match="halaman" mode="kepala">
  <div class="kepala">
    <h1><xsl:apply-templates select="." mode="judul"/></h1>
    <div class="kepala-aksi">
      <xsl:apply-templates select="." mode="aksi"/>
    </div>
  </div>
  <xsl:apply-templates select="." mode="lead"/>
</xsl:template>

<!-- Breadcrumb; a page between Dashboard and itself gives <li>s in mode
     "remah".  The dashboard and visitors' pages have none. -->
<xsl:template match="halaman" mode="jejak">
  <xsl:if test="sesi and not(sesi/@terbatas) and @jalur != '/beranda'">
    <nav class="remah" aria-label="Jejak halaman">
      <ol>
        <li><a href="/beranda">Dashboard</a></li>
        <xsl:apply-templates select="." mode="remah"/>
        <li aria-current="page">
          <xsl:apply-templates select="." mode="judul"/>
        </li>
      </ol>
    </nav>
  </xsl:if>
</xsl:template>

<!-- skrip: one behaviour from /aset.  Use in mode "skrip" of a page:
     <xsl:call-template name="skrip">
       <xsl:with-param name="nama" select="'pindai'"/>
     </xsl:call-template> -->
<xsl:template name="skrip">
  <xsl:param name="nama"/>
  <script src="/aset/{$nama}.js?v={/halaman/@versi}" defer="defer"></script>
</xsl:template>

<!-- tab: one link of the row that the pages of a program share; ke: where it
     leads, kata: its word, di: true when the page belongs to it. -->
<xsl:template name="tab">
  <xsl:param name="ke"/>
  <xsl:param name="kata"/>
  <xsl:param name="di"/>
  <a class="tombol kecil" href="{$ke}">
    <xsl:if test="$di">
      <xsl:attribute name="aria-current">
        <xsl:choose>
          <xsl:when test="/halaman/@jalur = substring-before(concat($ke, '?'), '?')">page</xsl:when>
          <xsl:otherwise>true</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </xsl:if>
    <xsl:value-of select="$kata"/>
  </a>
</xsl:template>

<!-- The band at the top; here is <halaman>, or <pita> with the same inside. -->
<xsl:template name="pita">
  <header class="pita">
    <a class="merek">
      <xsl:attribute name="href">
        <xsl:choose>
          <xsl:when test="sesi">/beranda</xsl:when>
          <xsl:otherwise>/</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <img src="/aset/lambang.svg?v={@versi}" alt="" width="36" height="36"/>
      <span>
        <b>SI-FILMA</b>
        <xsl:if test="kantor/@nama != ''">
          <span class="semu">, </span>
          <small><xsl:value-of select="kantor/@nama"/></small>
        </xsl:if>
      </span>
    </a>
    <xsl:choose>
      <xsl:when test="sesi">
        <xsl:if test="not(sesi/@terbatas)">
          <xsl:call-template name="lonceng"/>
        </xsl:if>
        <details class="orang">
          <summary>
            <xsl:choose>
              <xsl:when test="sesi/@foto and not(sesi/@terbatas)">
                <img class="foto" src="/akun/foto/{sesi/@foto}" alt="" width="32" height="32"/>
              </xsl:when>
              <xsl:otherwise>
                <svg class="ikon" aria-hidden="true">
                  <use href="{$ikon}orang"/>
                </svg>
              </xsl:otherwise>
            </xsl:choose>
            <span class="orang-nama">
              <span class="semu">Menu akun </span>
              <b><xsl:value-of select="sesi/@nama"/></b>
              <small><xsl:value-of select="sesi/@lembaga"/></small>
            </span>
          </summary>
          <ul>
            <li class="orang-siapa">
              <b><xsl:value-of select="sesi/@nama"/></b>
              <xsl:if test="sesi/@lembaga != ''">
                <span><xsl:value-of select="sesi/@lembaga"/></span>
              </xsl:if>
            </li>
            <xsl:if test="not(sesi/@terbatas)">
              <li><a href="/akun/profil">Profil Saya</a></li>
              <li><a href="/akun/sandi">Ubah Password</a></li>
              <li><a href="/akun/sesi">Sesi Saya</a></li>
              <li><a href="/notifikasi/pilihan">Pilihan Pesan</a></li>
            </xsl:if>
            <li><a href="/akun/faktor">Faktor Kedua</a></li>
            <li>
              <form method="post" action="/akun/keluar" data-keluar="">
                <input type="hidden" name="csrf" value="{kiriman/@csrf}"/>
                <button type="submit">Keluar</button>
              </form>
            </li>
          </ul>
        </details>
      </xsl:when>
      <!-- Signed in a moment ago (lanjutkan.xsl). -->
      <xsl:when test="lanjutan/@csrf"/>
      <xsl:otherwise>
        <nav class="pita-tamu" aria-label="Akun">
          <a href="/login">Masuk</a>
          <a class="pita-daftar" href="/register">Daftar</a>
        </nav>
      </xsl:otherwise>
    </xsl:choose>
  </header>
</xsl:template>

<!-- The bell: how many messages are unread, told in words as well. -->
<xsl:template name="lonceng">
  <a class="lonceng" href="/notifikasi">
    <xsl:attribute name="aria-label">
      <xsl:text>Notifikasi: </xsl:text>
      <xsl:choose>
        <xsl:when test="sesi/@belum &gt; 99">lebih dari 99 belum dibaca</xsl:when>
        <xsl:when test="sesi/@belum &gt; 0"><xsl:value-of select="sesi/@belum"/> belum dibaca</xsl:when>
        <xsl:otherwise>tidak ada yang baru</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <svg class="ikon" aria-hidden="true">
      <use href="{$ikon}lonceng"/>
    </svg>
    <xsl:if test="sesi/@belum &gt; 0">
      <b>
        <xsl:choose>
          <xsl:when test="sesi/@belum &gt; 99">99+</xsl:when>
          <xsl:otherwise><xsl:value-of select="sesi/@belum"/></xsl:otherwise>
        </xsl:choose>
      </b>
    </xsl:if>
  </a>
</xsl:template>

<!-- Here is <halaman> or <kaki>, too. -->
<xsl:template name="kaki">
  <footer class="kaki">
    <p>
      <xsl:text>© </xsl:text>
      <xsl:value-of select="@tahun"/>
      <xsl:if test="kantor/@nama != ''">
        <xsl:value-of select="concat(' ', kantor/@nama)"/>
      </xsl:if>
    </p>
    <p>
      <xsl:value-of select="concat('SI-FILMA versi ', @versi)"/>
      <xsl:if test="@mode = 'pengembangan'">
        <xsl:text> · mode pengembangan</xsl:text>
      </xsl:if>
      <xsl:text> · </xsl:text>
      <a href="/verifikasi">Verifikasi dokumen</a>
    </p>
    <xsl:if test="kantor/@wa != ''">
      <!-- @tiket, when the page is about one, goes along in the text. -->
      <a class="wa" href="https://wa.me/{kantor/@wa}?text=Halo%2C%20saya%20ingin%20bertanya%20tentang%20SI-FILMA%20{@tiket}"
        rel="noopener noreferrer">
        <svg class="ikon" aria-hidden="true">
          <use href="{$ikon}pesan"/>
        </svg>
        <span>WhatsApp</span>
      </a>
    </xsl:if>
  </footer>
</xsl:template>

<!-- Here is <halaman> or <dialog>.  Time-out warning; aset/sesi.js opens it two minutes before the end. -->
<xsl:template name="dialog-sesi">
  <dialog id="sesi" class="dialog" aria-labelledby="sesi-judul"
    aria-describedby="sesi-teks" data-sisa="{sesi/@sisa-detik}"
    data-siapa="{sesi/@username}">
    <form method="post" action="/akun/sesi/perpanjang">
      <input type="hidden" name="csrf" value="{kiriman/@csrf}"/>
      <h2 id="sesi-judul">Sesi Anda hampir berakhir</h2>
      <p id="sesi-teks">
        <xsl:text>Demi keamanan, Anda akan dikeluarkan dalam </xsl:text>
        <b data-sisa-teks="" data-menit="menit" data-detik="detik">2 menit</b>
        <xsl:text>. Pilih “Tetap masuk” untuk melanjutkan pekerjaan.</xsl:text>
      </p>
      <p data-habis="" hidden="hidden">
        <xsl:text>Sesi Anda sudah berakhir. Masuklah kembali: Anda akan kembali ke halaman ini dan isian yang sudah diketik tetap ada.</xsl:text>
      </p>
      <p class="tombol-baris">
        <button class="tombol utama" type="submit">Tetap masuk</button>
        <a class="tombol utama" data-masuk="" href="{@jalur}"
          hidden="hidden">Masuk kembali</a>
      </p>
    </form>
  </dialog>
</xsl:template>

</xsl:stylesheet>
