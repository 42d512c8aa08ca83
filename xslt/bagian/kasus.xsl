<?xml version="1.0" encoding="UTF-8"?>
<!--
  kasus.xsl: the parts of a detail page: summary list, "what next" box,
  progress bar, steps against their norms, timeline.  Needs status.xsl beside
  it.  Boxes that need no template are written as they are:

    <section class="langkah-lanjut" aria-labelledby="lanjut">
      <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
      <p>Periksa permintaan ini lalu setujui atau tolak.</p>
      <p class="tombol-baris"><a class="tombol utama" href="…">…</a></p>
    </section>
    <section class="kotak"> <h2>Dokumen</h2> … </section>
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- butir-ringkasan: one line of a summary list.
     <dl class="ringkasan">
       <xsl:call-template name="butir-ringkasan">
         <xsl:with-param name="nama" select="'judul'"/>
         <xsl:with-param name="isi" select="permintaan/@judul"/>
       </xsl:call-template>
     </dl>
     nama is a key of the variable "label" (or label gives the text); isi is
     text, muatan is markup instead.  Nothing is shown as a dash. -->
<xsl:template name="butir-ringkasan">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="isi"/>
  <xsl:param name="muatan"/>
  <div>
    <dt>
      <xsl:choose>
        <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="label">
            <xsl:with-param name="nama" select="$nama"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </dt>
    <dd>
      <xsl:choose>
        <xsl:when test="$muatan != ''"><xsl:copy-of select="$muatan"/></xsl:when>
        <xsl:when test="$isi != ''"><xsl:value-of select="$isi"/></xsl:when>
        <xsl:otherwise>–</xsl:otherwise>
      </xsl:choose>
    </dd>
  </div>
</xsl:template>

<!-- kemajuan: a progress bar with its figures.
     <xsl:call-template name="kemajuan">
       <xsl:with-param name="nilai" select="tiket/@selesai"/>
       <xsl:with-param name="dari" select="tiket/@jumlah"/>
       <xsl:with-param name="satuan" select="'kartu'"/>
       <xsl:with-param name="label" select="'Kartu selesai'"/>
     </xsl:call-template>
     ringkas = true() leaves the label to readers of the screen (in tables). -->
<xsl:template name="kemajuan">
  <xsl:param name="nilai"/>
  <xsl:param name="dari"/>
  <xsl:param name="satuan"/>
  <xsl:param name="label" select="'Kemajuan'"/>
  <xsl:param name="ringkas" select="false()"/>
  <div class="kemajuan">
    <xsl:if test="not($ringkas)">
      <b><xsl:value-of select="$label"/></b>
    </xsl:if>
    <progress value="{$nilai}" max="{$dari}" aria-label="{$label}"></progress>
    <span>
      <xsl:value-of select="concat(format-number($nilai, '#.##0', 'id'), ' / ', format-number($dari, '#.##0', 'id'), ' ', $satuan)"/>
    </span>
  </div>
</xsl:template>

<!--
  langkah: the steps of the procedure with working days against the norm.
    <langkah>
      <tahap nomor="1" keadaan="selesai|berjalan|menunggu" hari="2"
             norma-min="2" norma="3" terlambat="ya" mulai="2026-11-02"
             selesai="2026-11-04" />
    </langkah>
    <xsl:apply-templates select="langkah"/>
  The five steps of spec P are worded here by number; a page with other
  steps gives the variable "nama-tahap" in the same form.
-->
<xsl:variable name="nama-tahap" select="'|1=Surat dan lampiran dari produsen|2=Penerimaan dan disposisi Ditjen|3=Penjadwalan dan personalisasi|4=BAST, surat balasan, dan tanda tangan|5=Serah terima kepada produsen|'"/>

<xsl:template match="langkah">
  <ol class="langkah">
    <xsl:for-each select="tahap">
      <li>
        <xsl:attribute name="class">
          <xsl:value-of select="@keadaan"/>
          <xsl:if test="@terlambat = 'ya'"> lambat</xsl:if>
        </xsl:attribute>
        <xsl:if test="@keadaan = 'berjalan'">
          <xsl:attribute name="aria-current">step</xsl:attribute>
        </xsl:if>
        <b>
          <xsl:value-of select="normalize-space(substring-before(substring-after($nama-tahap, concat('|', @nomor, '=')), '|'))"/>
        </b>
        <span class="langkah-keadaan">
          <xsl:choose>
            <xsl:when test="@keadaan = 'selesai'">Selesai</xsl:when>
            <xsl:when test="@keadaan = 'berjalan'">Sedang berjalan</xsl:when>
            <xsl:otherwise>Belum dimulai</xsl:otherwise>
          </xsl:choose>
          <xsl:if test="@selesai != ''">
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="@selesai" mode="tanggal"/>
          </xsl:if>
        </span>
        <span class="langkah-hari">
          <xsl:if test="@hari != ''">
            <xsl:value-of select="concat(@hari, ' hari kerja, ')"/>
          </xsl:if>
          <xsl:text>norma </xsl:text>
          <xsl:if test="@norma-min != '' and @norma-min != @norma">
            <xsl:value-of select="concat(@norma-min, '–')"/>
          </xsl:if>
          <xsl:value-of select="concat(@norma, ' hari')"/>
        </span>
        <xsl:if test="@terlambat = 'ya'">
          <span class="lencana awas">Terlambat</span>
        </xsl:if>
      </li>
    </xsl:for-each>
  </ol>
</xsl:template>

<!--
  linimasa: what happened, newest first or as C orders it.
    <linimasa>
      <peristiwa waktu="2026-11-20T09:14" oleh="Budi" lembaga="Bank Contoh"
                 kode="kirim" dari="draf" ke="baru" hari="2">catatan</peristiwa>
    </linimasa>
    <xsl:apply-templates select="linimasa"/>
  The events of a case, from request to handover, are worded here, because
  the pages of the request and of the ticket show the same timeline; a page
  about something else gives a "peristiwa" of its own ('|kirim=Permintaan
  dikirim|').  Without a word the change of status speaks for itself.  @hari
  is the number of working days since the event before.
-->
<!-- Those of a request for activation. -->
<xsl:variable name="peristiwa-aktivasi" select="'|dibuat=Draf dibuat|diubah=Draf diubah|diajukan=Permintaan dikirim ke Ditjen|ditarik=Permintaan ditarik|disetujui=Permintaan disetujui, token terbit|ditolak=Permintaan ditolak|token-dibuka=Token dibuka|token-ulang=Token diterbitkan ulang|'"/>
<xsl:variable name="peristiwa" select="'|dibuat=Draf dibuat|diubah=Draf diubah|diajukan=Permintaan diajukan kepada produsen|ditarik=Permintaan ditarik|disetujui=Permintaan disetujui produsen|diajukan-ulang=Permintaan diperbaiki dan diajukan ulang|ditolak=Permintaan ditolak produsen|terdaftar=Surat didaftarkan di Ditjen|disposisi=Disposisi dicatat|diterima-ditjen=Permintaan diterima Ditjen|dikembalikan=Permintaan dikembalikan kepada produsen|tiket-terbit=Kode tiket diterbitkan|tiket-dibatalkan=Tiket dibatalkan|dipindahkan=Jadwal dipindahkan|pindah-dibatalkan=Jadwal kembali menurut antrean|produksi-mulai=Personalisasi dimulai|produksi-berkas=Hasil personalisasi dicatat dari berkas|produksi-selesai=Semua kartu selesai dipersonalisasi|produksi-dibuka=Personalisasi dibuka kembali|dokumen-disiapkan=Draf dokumen disiapkan|dokumen-diajukan=Dokumen diajukan untuk ditandatangani|dokumen-ditandatangani=Dokumen ditandatangani|dokumen-dicabut=Dokumen dicabut|dokumen-diganti=Dokumen diganti|siap-serah=Semua dokumen ditandatangani|diserahkan=Kartu dan BAST diserahkan kepada wakil produsen|serah-terima-dibatalkan=Serah terima dibatalkan|kartu-diterima=Produsen menyatakan sudah menerima|'"/>

<xsl:template match="linimasa">
  <ol class="linimasa">
    <xsl:for-each select="peristiwa">
      <xsl:variable name="kata" select="normalize-space(substring-before(substring-after($peristiwa, concat('|', @kode, '=')), '|'))"/>
      <li>
        <p class="linimasa-apa">
          <b>
            <xsl:choose>
              <xsl:when test="$kata != ''"><xsl:value-of select="$kata"/></xsl:when>
              <xsl:when test="@ke != ''">Status berubah</xsl:when>
              <xsl:otherwise><xsl:value-of select="@kode"/></xsl:otherwise>
            </xsl:choose>
          </b>
          <xsl:if test="@ke != '' and @ke != string(@dari)">
            <span class="linimasa-ubah">
              <xsl:if test="@dari != ''">
                <xsl:apply-templates select="@dari" mode="kata-status"/>
                <span class="semu"> menjadi </span>
                <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kanan'"/></xsl:call-template>
              </xsl:if>
              <xsl:apply-templates select="@ke" mode="lencana"/>
            </span>
          </xsl:if>
        </p>
        <p class="linimasa-siapa">
          <time datetime="{@waktu}">
            <xsl:apply-templates select="@waktu" mode="waktu"/>
          </time>
          <xsl:if test="@oleh != ''">
            <xsl:value-of select="concat(' · ', @oleh)"/>
          </xsl:if>
          <xsl:if test="@lembaga != ''">
            <xsl:value-of select="concat(', ', @lembaga)"/>
          </xsl:if>
          <xsl:if test="@hari &gt; 0">
            <xsl:value-of select="concat(' · ', @hari, ' hari kerja sejak sebelumnya')"/>
          </xsl:if>
        </p>
        <xsl:if test=". != ''">
          <p class="linimasa-catatan"><xsl:apply-templates select="." mode="catatan-peristiwa"/></p>
        </xsl:if>
      </li>
    </xsl:for-each>
  </ol>
</xsl:template>

<xsl:template match="peristiwa" mode="catatan-peristiwa">
  <xsl:value-of select="."/>
</xsl:template>
<xsl:template match="peristiwa[@kode = 'dipindahkan']" mode="catatan-peristiwa">
  <xsl:text>Tidak sebelum </xsl:text>
  <xsl:value-of select="concat(substring(., 9, 2), ' ', substring('JanFebMarAprMeiJunJulAguSepOktNovDes', substring(., 6, 2) * 3 - 2, 3), ' ', substring(., 1, 4), ': ', substring(., 12))"/>
</xsl:template>
<!-- "dirjen: 2026-11-11; fpddk: 2026-11-12; …" -->
<xsl:template match="peristiwa[@kode = 'disposisi']" mode="catatan-peristiwa">
  <xsl:call-template name="catatan-disposisi"><xsl:with-param name="teks" select="string(.)"/></xsl:call-template>
</xsl:template>
<xsl:template name="catatan-disposisi">
  <xsl:param name="teks"/>
  <xsl:variable name="satu" select="normalize-space(substring-before(concat($teks, ';'), ';'))"/>
  <xsl:variable name="jabatan" select="substring-before(substring-after('|dirjen=Dirjen|fpddk=Direktur FPDDK|kasubdit=Kasubdit KI|', concat('|', substring-before($satu, ':'), '=')), '|')"/>
  <xsl:variable name="tgl" select="substring-after($satu, ': ')"/>
  <xsl:choose>
    <xsl:when test="$jabatan != ''">
      <xsl:value-of select="concat($jabatan, ' ', substring($tgl, 9, 2), ' ', substring('JanFebMarAprMeiJunJulAguSepOktNovDes', substring($tgl, 6, 2) * 3 - 2, 3), ' ', substring($tgl, 1, 4), substring($tgl, 11))"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$satu"/></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="contains($teks, ';')">
    <xsl:text>; </xsl:text>
    <xsl:call-template name="catatan-disposisi"><xsl:with-param name="teks" select="substring-after($teks, ';')"/></xsl:call-template>
  </xsl:if>
</xsl:template>
<xsl:template match="peristiwa[@kode = 'produksi-berkas']" mode="catatan-peristiwa">
  <xsl:value-of select="concat(format-number(., '#.##0', 'id'), ' kartu')"/>
</xsl:template>

</xsl:stylesheet>
