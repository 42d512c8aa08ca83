<?xml version="1.0" encoding="UTF-8"?>
<!-- beranda.xsl: the landing page: doors, about, the flow of the work as a picture, contact (U-01). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>

<xsl:template match="halaman" mode="judul">Sistem Informasi Kartu SAM</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Dari surat permintaan sampai serah terima, setiap langkah terlihat.</p>
</xsl:template>

<!-- The steps, drawn and told: |number=title;who acts|. -->
<xsl:variable name="alur" select="'|1=Surat dan lampiran;Lembaga dan produsen|2=Penerimaan dan disposisi;Ditjen Dukcapil|3=Jadwal dan personalisasi;Subdit Keamanan Informasi|4=BAST dan tanda tangan;Pejabat Ditjen|5=Serah terima;Ditjen kepada produsen|'"/>

<xsl:template match="halaman" mode="isi">
  <ul class="pintu">
    <li>
      <a href="/login?lanjut=/permintaan">
        <b>Sistem Rekapitulasi Kartu SAM</b>
        <xsl:text>Permintaan, personalisasi, dokumen, dan serah terima kartu.</xsl:text>
      </a>
    </li>
    <xsl:if test="pintu/@aktivasi = 'ya'">
      <li>
        <a href="/login?lanjut=/aktivasi">
          <b>Sistem Aktivasi Kartu SAM</b>
          <xsl:text>Aktivasi pembaca KTP-el beserta berkas konfigurasinya.</xsl:text>
        </a>
      </li>
    </xsl:if>
  </ul>
  <p>Baru pertama kali di sini? Baca <a href="/panduan">Panduan</a>: satu bab untuk setiap pekerjaan, dari mendaftar sampai memeriksa dokumen. Jawaban singkat atas pertanyaan yang sering diajukan ada di <a href="/faq">Frequent Asked Question</a>.</p>
  <xsl:if test="tentang != ''">
    <section aria-labelledby="tentang">
      <h2 id="tentang">Tentang</h2>
      <xsl:call-template name="alinea">
        <xsl:with-param name="teks" select="tentang"/>
      </xsl:call-template>
    </section>
  </xsl:if>
  <section class="kotak" aria-labelledby="alur">
    <h2 id="alur">Alur permintaan</h2>
    <div class="dua">
      <xsl:call-template name="gambar-alur"/>
      <div>
        <ol>
          <xsl:for-each select="alur/tahap">
            <li>
              <b><xsl:apply-templates select="." mode="alur-nama"/></b>
              <xsl:text>, oleh </xsl:text>
              <xsl:apply-templates select="." mode="alur-siapa"/>
              <xsl:text>: paling lama </xsl:text>
              <xsl:value-of select="@norma"/>
              <xsl:text> hari kerja.</xsl:text>
            </li>
          </xsl:for-each>
        </ol>
        <p>
          <xsl:text>Seluruhnya paling lama </xsl:text>
          <xsl:value-of select="sum(alur/tahap/@norma)"/>
          <xsl:text> hari kerja bila berkas lengkap dan antrean kosong. Personalisasi dikerjakan </xsl:text>
          <xsl:apply-templates select="alur/@kapasitas" mode="angka"/>
          <xsl:text> kartu per hari kerja, menurut urutan disposisi.</xsl:text>
        </p>
      </div>
    </div>
  </section>
  <section aria-labelledby="kontak">
    <h2 id="kontak">Kontak</h2>
    <p>
      <xsl:value-of select="kontak/@unit"/><br/>
      <xsl:value-of select="kantor/@nama"/><br/>
      <xsl:value-of select="kontak/@alamat"/><br/>
      <xsl:text>Telepon </xsl:text>
      <a href="tel:{translate(kontak/@telepon, ' ()-', '')}"><xsl:value-of select="translate(kontak/@telepon, ' -', '&#160;&#8209;')"/></a><br/>
      <xsl:text>Surel </xsl:text>
      <a href="mailto:{kontak/@surel}"><xsl:value-of select="kontak/@surel"/></a>
      <xsl:if test="kontak/@jam != ''">
        <br/>
        <xsl:value-of select="concat('Jam layanan ', kontak/@jam)"/>
      </xsl:if>
    </p>
  </section>
</xsl:template>

<xsl:template match="tahap" mode="alur-nama">
  <xsl:value-of select="substring-before(substring-after($alur, concat('|', @nomor, '=')), ';')"/>
</xsl:template>
<xsl:template match="tahap" mode="alur-siapa">
  <xsl:value-of select="substring-before(substring-after(substring-after($alur, concat('|', @nomor, '=')), ';'), '|')"/>
</xsl:template>

<!-- Narrow, so that its letters stay readable on a phone; the list beside it
     says the same to those who do not see it. -->
<xsl:template name="gambar-alur">
  <svg class="gambar" width="340" height="{90 * count(alur/tahap) - 14}" viewBox="0 0 340 {90 * count(alur/tahap) - 14}" aria-hidden="true" fill="none" stroke="currentColor">
    <xsl:for-each select="alur/tahap">
      <xsl:variable name="y" select="90 * (position() - 1)"/>
      <rect x="22" y="{$y + 2}" width="316" height="62" rx="8" stroke-opacity=".35" fill="currentColor" fill-opacity=".05"/>
      <circle cx="22" cy="{$y + 33}" r="19" fill="#1b4c8c" stroke="none"/>
      <text x="22" y="{$y + 39}" text-anchor="middle" font-size="17" font-weight="700" fill="#fff" stroke="none"><xsl:value-of select="@nomor"/></text>
      <text x="52" y="{$y + 28}" font-size="16" font-weight="600" fill="currentColor" stroke="none"><xsl:apply-templates select="." mode="alur-nama"/></text>
      <text x="52" y="{$y + 50}" font-size="13.5" fill="currentColor" stroke="none">
        <xsl:apply-templates select="." mode="alur-siapa"/>
        <xsl:value-of select="concat(' · ', @norma, ' hari')"/>
      </text>
      <xsl:if test="position() != last()">
        <path d="M180 {$y + 66}v17m-6-6 6 6 6-6" stroke-width="2"/>
      </xsl:if>
    </xsl:for-each>
  </svg>
</xsl:template>

<!-- A text of several lines as paragraphs. -->
<xsl:template name="alinea">
  <xsl:param name="teks"/>
  <xsl:if test="normalize-space($teks) != ''">
    <xsl:variable name="satu" select="substring-before(concat($teks, '&#10;'), '&#10;')"/>
    <xsl:if test="normalize-space($satu) != ''">
      <p><xsl:value-of select="$satu"/></p>
    </xsl:if>
    <xsl:call-template name="alinea">
      <xsl:with-param name="teks" select="substring-after($teks, '&#10;')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
