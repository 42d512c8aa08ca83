<?xml version="1.0" encoding="UTF-8"?>
<!--
  teks.xsl: how dates, times, numbers and sizes are written, icons, the
  look-up in a word map, and the choices of fields and filters.  layout.xsl imports it; pages need not.

    <xsl:apply-templates select="@dibuat" mode="tanggal"/>  09 Okt 2019
    <xsl:apply-templates select="@dibuat" mode="waktu"/>    09 Okt 2019 10:57 WIB
    <xsl:apply-templates select="@jumlah" mode="angka"/>    1.204
    <xsl:apply-templates select="@bita" mode="bita"/>       1,2 MB

  An absent or empty value writes nothing.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- An empty value is no number: it writes nothing. -->
<xsl:decimal-format name="id" decimal-separator="," grouping-separator="."
  NaN=""/>

<xsl:template match="@*|*" mode="tanggal">
  <xsl:value-of select="concat(substring(., 9, 2), ' ', substring('JanFebMarAprMeiJunJulAguSepOktNovDes', substring(., 6, 2) * 3 - 2, 3), ' ', substring(., 1, 4))"/>
</xsl:template>

<xsl:template match="@*|*" mode="waktu">
  <xsl:if test=". != ''">
    <xsl:apply-templates select="." mode="tanggal"/>
    <xsl:if test="contains(., 'T')">
      <xsl:value-of select="concat(' ', substring(., 12, 5), ' ')"/>
      <xsl:choose>
        <xsl:when test="/*/@zona">
          <xsl:value-of select="/*/@zona"/>
        </xsl:when>
        <xsl:otherwise>WIB</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:if>
</xsl:template>

<!-- Month and year of a date or of "2026-11": November 2026. -->
<xsl:template match="@*|*" mode="bulan">
  <xsl:variable name="peta" select="'|01=Januari|02=Februari|03=Maret|04=April|05=Mei|06=Juni|07=Juli|08=Agustus|09=September|10=Oktober|11=November|12=Desember|'"/>
  <xsl:value-of select="concat(substring-before(substring-after($peta, concat('|', substring(., 6, 2), '=')), '|'), ' ', substring(., 1, 4))"/>
</xsl:template>

<!-- Day of the week from 1 (Senin) to 7 (Minggu). -->
<xsl:template match="@*|*" mode="hari">
  <xsl:value-of select="substring-before(substring-after('|1=Senin|2=Selasa|3=Rabu|4=Kamis|5=Jumat|6=Sabtu|7=Minggu|', concat('|', ., '=')), '|')"/>
</xsl:template>

<xsl:template match="@*|*" mode="angka">
  <xsl:value-of select="format-number(., '#.##0', 'id')"/>
</xsl:template>

<!-- With at most one decimal: 2,5. -->
<xsl:template match="@*|*" mode="desimal">
  <xsl:value-of select="format-number(., '#.##0,#', 'id')"/>
</xsl:template>

<xsl:template match="@*|*" mode="bita">
  <xsl:choose>
    <xsl:when test=". = ''"/>
    <xsl:when test=". &gt;= 1073741824">
      <xsl:value-of select="concat(format-number(. div 1073741824, '#.##0,#', 'id'), ' GB')"/>
    </xsl:when>
    <xsl:when test=". &gt;= 1048576">
      <xsl:value-of select="concat(format-number(. div 1048576, '#.##0,#', 'id'), ' MB')"/>
    </xsl:when>
    <xsl:when test=". &gt;= 1024">
      <xsl:value-of select="concat(format-number(. div 1024, '#.##0', 'id'), ' KB')"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="concat(., ' bita')"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A long number of a letter, which may be broken after each "/". -->
<xsl:template match="@*|*" mode="patah">
  <xsl:call-template name="patah">
    <xsl:with-param name="teks" select="string(.)"/>
  </xsl:call-template>
</xsl:template>
<xsl:template name="patah">
  <xsl:param name="teks"/>
  <xsl:choose>
    <xsl:when test="contains($teks, '/')">
      <xsl:value-of select="concat(substring-before($teks, '/'), '/')"/>
      <wbr/>
      <xsl:call-template name="patah">
        <xsl:with-param name="teks" select="substring-after($teks, '/')"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$teks"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- angka: the same for a number that was worked out.
     <xsl:call-template name="angka">
       <xsl:with-param name="n" select="count(kartu)"/>
     </xsl:call-template> -->
<xsl:template name="angka">
  <xsl:param name="n"/>
  <xsl:value-of select="format-number($n, '#.##0', 'id')"/>
</xsl:template>

<!-- ikon: a picture from the sprite; always beside a word.
     <xsl:call-template name="ikon">
       <xsl:with-param name="nama" select="'unduh'"/>
     </xsl:call-template> -->
<xsl:template name="ikon">
  <xsl:param name="nama"/>
  <svg class="ikon" aria-hidden="true"><use href="{$ikon}{$nama}"/></svg>
</xsl:template>
<xsl:variable name="ikon" select="concat('/aset/ikon.svg?v=', /*/@versi, '#')"/>

<!--
  Names of fields, used by the field templates, the error summary and the
  filter chips.  A page gives its own in the variable "label", in the same
  form; it is looked at first.
-->
<xsl:variable name="label" select="'|'"/>
<xsl:variable name="label-umum" select="'|nama=Nama|username=Username|sandi=Password|sandi-lama=Password lama|sandi-baru=Password baru|sandi-ulang=Ulangi password|email=E-mail|telepon=Nomor Telepon|alamat=Alamat|kota=Kota|provinsi=Provinsi|lembaga=Lembaga|produsen=Produsen|status=Status|peran=Peran|berkas=Berkas|catatan=Catatan|alasan=Alasan|nomor=Nomor|judul=Judul|jumlah=Jumlah|tanggal=Tanggal|dari=Dari tanggal|sampai=Sampai tanggal|cari=Cari|tahun=Tahun|jenis=Jenis|'"/>

<xsl:template name="label">
  <xsl:param name="nama"/>
  <xsl:variable name="cari" select="concat('|', $nama, '=')"/>
  <xsl:choose>
    <xsl:when test="contains($label, $cari)">
      <xsl:value-of select="normalize-space(substring-before(substring-after($label, $cari), '|'))"/>
    </xsl:when>
    <xsl:when test="contains($label-umum, $cari)">
      <xsl:value-of select="substring-before(substring-after($label-umum, $cari), '|')"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$nama"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:variable name="pilihan" select="/halaman/pilihan | /bagian/sekitar/pilihan"/>

<!-- opsi: <option>s from $opsi ('|R=Baca saja|RW=Baca dan tulis|') or from
     the page's <pilihan>. -->
<xsl:template name="opsi">
  <xsl:param name="nama"/>
  <xsl:param name="opsi"/>
  <xsl:param name="nilai"/>
  <xsl:choose>
    <xsl:when test="$opsi != ''">
      <xsl:call-template name="opsi-sisa">
        <xsl:with-param name="sisa" select="substring($opsi, 2)"/>
        <xsl:with-param name="nilai" select="string($nilai)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:for-each select="$pilihan[@nama = $nama]/opsi">
        <option value="{@nilai}">
          <xsl:if test="@nilai = $nilai">
            <xsl:attribute name="selected">selected</xsl:attribute>
          </xsl:if>
          <xsl:value-of select="."/>
        </option>
      </xsl:for-each>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="opsi-sisa">
  <xsl:param name="sisa"/>
  <xsl:param name="nilai"/>
  <xsl:variable name="ini" select="normalize-space(substring-before($sisa, '='))"/>
  <option value="{$ini}">
    <xsl:if test="$ini = $nilai">
      <xsl:attribute name="selected">selected</xsl:attribute>
    </xsl:if>
    <xsl:value-of select="substring-before(substring-after($sisa, '='), '|')"/>
  </option>
  <xsl:variable name="lagi" select="substring-after($sisa, '|')"/>
  <xsl:if test="contains($lagi, '=')">
    <xsl:call-template name="opsi-sisa">
      <xsl:with-param name="sisa" select="$lagi"/>
      <xsl:with-param name="nilai" select="$nilai"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
