<?xml version="1.0" encoding="UTF-8"?>
<!--
  formulir.xsl: form fields.  A page with a form imports it after layout.xsl.

    <form action="/permintaan">
      <xsl:call-template name="form-rahasia"/>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'judul'"/>
        <xsl:with-param name="petunjuk" select="'Misalnya: Pengadaan 2026'"/>
        <xsl:with-param name="nilai" select="permintaan/@judul"/>
        <xsl:with-param name="lebar" select="30"/>
      </xsl:call-template>
      <xsl:call-template name="tombol-baris">
        <xsl:with-param name="teks" select="'Kirim'"/>
        <xsl:with-param name="batal" select="'/permintaan'"/>
      </xsl:call-template>
    </form>

  Parameters of every field:
    nama      name of the field (its id is "r-" and the name)
    label     its label; default: from the page's variable "label"
    petunjuk  hint under the label
    nilai     value when the form is shown first; a form that comes back
              shows what was typed (<isian>) instead
    opsional  true() marks it "(opsional)"; otherwise it is required
    lebar     width in characters: 4, 8, 12, 20, 30, 45; default: full
    lengkap   token for autocomplete, e.g. 'email'
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- form-rahasia: first thing inside every <form>: makes it a POST form and
     adds the CSRF token and the key that lets it act once.  With
     berkas = true() it can carry files, and has the words of
     aset/unggah.js. -->
<xsl:template name="form-rahasia">
  <xsl:param name="berkas" select="false()"/>
  <xsl:attribute name="method">post</xsl:attribute>
  <xsl:attribute name="novalidate">novalidate</xsl:attribute>
  <xsl:if test="$berkas">
    <xsl:attribute name="enctype">multipart/form-data</xsl:attribute>
    <xsl:attribute name="data-mengirim">Mengirim berkas</xsl:attribute>
    <xsl:attribute name="data-memeriksa">Berkas terkirim, sedang diperiksa</xsl:attribute>
    <xsl:attribute name="data-terputus">Sambungan terputus. Isian Anda masih ada, silakan kirim lagi.</xsl:attribute>
  </xsl:if>
  <input type="hidden" name="csrf" value="{/halaman/kiriman/@csrf}"/>
  <xsl:if test="/halaman/kiriman/@kunci">
    <input type="hidden" name="kunci" value="{/halaman/kiriman/@kunci}"/>
  </xsl:if>
</xsl:template>

<!-- ruas-rahasia: a hidden field of one's own. -->
<xsl:template name="ruas-rahasia">
  <xsl:param name="nama"/>
  <xsl:param name="nilai"/>
  <input type="hidden" name="{$nama}">
    <xsl:attribute name="value">
      <xsl:call-template name="ruas-nilai">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="nilai" select="$nilai"/>
      </xsl:call-template>
    </xsl:attribute>
  </input>
</xsl:template>

<!-- isian-tersembunyi: all that was typed, as hidden fields, so that it can
     be sent again from another page; passwords are never in <isian>. -->
<xsl:template name="isian-tersembunyi">
  <xsl:param name="awalan"/>
  <xsl:for-each select="/halaman/isian/ruas">
    <input type="hidden" name="{$awalan}{@nama}" value="{.}"/>
  </xsl:for-each>
</xsl:template>

<!-- What stands in a field: typed before given. -->
<xsl:template name="ruas-nilai">
  <xsl:param name="nama"/>
  <xsl:param name="nilai"/>
  <xsl:choose>
    <xsl:when test="/halaman/isian">
      <xsl:value-of select="/halaman/isian/ruas[@nama = $nama]"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$nilai"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="ruas-label">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="opsional"/>
  <xsl:choose>
    <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="label">
        <xsl:with-param name="nama" select="$nama"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:if test="$opsional">
    <span class="opsional"> (opsional)</span>
  </xsl:if>
</xsl:template>

<!-- Label, hint and errors above a field. -->
<xsl:template name="ruas-kepala">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="opsional"/>
  <label for="r-{$nama}">
    <xsl:call-template name="ruas-label">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="opsional" select="$opsional"/>
    </xsl:call-template>
  </label>
  <xsl:call-template name="ruas-keterangan">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="petunjuk" select="$petunjuk"/>
  </xsl:call-template>
</xsl:template>

<!-- Hint and errors, which the field names in aria-describedby. -->
<xsl:template name="ruas-keterangan">
  <xsl:param name="nama"/>
  <xsl:param name="petunjuk"/>
  <xsl:if test="$petunjuk != ''">
    <p class="petunjuk" id="r-{$nama}-petunjuk">
      <xsl:copy-of select="$petunjuk"/>
    </p>
  </xsl:if>
  <xsl:if test="/halaman/galat[@ruas = $nama]">
    <div class="galat-ruas" id="r-{$nama}-galat">
      <xsl:for-each select="/halaman/galat[@ruas = $nama]">
        <p>
          <span class="semu">Galat: </span>
          <xsl:apply-templates select="." mode="galat"/>
        </p>
      </xsl:for-each>
    </div>
  </xsl:if>
</xsl:template>

<!-- Attributes of the control itself. -->
<xsl:template name="ruas-atribut">
  <xsl:param name="nama"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="opsional"/>
  <xsl:param name="lengkap"/>
  <xsl:variable name="salah" select="/halaman/galat[@ruas = $nama]"/>
  <xsl:attribute name="id">r-<xsl:value-of select="$nama"/></xsl:attribute>
  <xsl:attribute name="name"><xsl:value-of select="$nama"/></xsl:attribute>
  <xsl:if test="$petunjuk != '' or $salah">
    <xsl:attribute name="aria-describedby">
      <xsl:if test="$petunjuk != ''">
        <xsl:value-of select="concat('r-', $nama, '-petunjuk')"/>
        <xsl:if test="$salah"><xsl:text> </xsl:text></xsl:if>
      </xsl:if>
      <xsl:if test="$salah">
        <xsl:value-of select="concat('r-', $nama, '-galat')"/>
      </xsl:if>
    </xsl:attribute>
  </xsl:if>
  <xsl:if test="$salah">
    <xsl:attribute name="aria-invalid">true</xsl:attribute>
  </xsl:if>
  <xsl:if test="not($opsional)">
    <xsl:attribute name="required">required</xsl:attribute>
  </xsl:if>
  <xsl:if test="$lengkap != ''">
    <xsl:attribute name="autocomplete">
      <xsl:value-of select="$lengkap"/>
    </xsl:attribute>
  </xsl:if>
</xsl:template>

<!-- ruas-teks: text of one line.  pindai marks a field for a barcode scanner
     (aset/pindai.js: Enter goes on to the next such field), satuan is a word
     after it.  The ones below choose jenis (type) and ketik (inputmode). -->
<xsl:template name="ruas-teks">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="lebar"/>
  <xsl:param name="lengkap"/>
  <xsl:param name="jenis" select="'text'"/>
  <xsl:param name="ketik"/>
  <xsl:param name="satuan"/>
  <xsl:param name="pindai"/>
  <div class="ruas">
    <xsl:call-template name="ruas-kepala">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
      <xsl:with-param name="opsional" select="$opsional"/>
    </xsl:call-template>
    <input type="{$jenis}">
      <xsl:call-template name="ruas-atribut">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="petunjuk" select="$petunjuk"/>
        <xsl:with-param name="opsional" select="$opsional"/>
        <xsl:with-param name="lengkap" select="$lengkap"/>
      </xsl:call-template>
      <xsl:if test="$lebar != ''">
        <xsl:attribute name="class">l-<xsl:value-of select="$lebar"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$ketik != ''">
        <xsl:attribute name="inputmode"><xsl:value-of select="$ketik"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$pindai != ''">
        <xsl:attribute name="data-pindai"><xsl:value-of select="$pindai"/></xsl:attribute>
        <xsl:attribute name="spellcheck">false</xsl:attribute>
      </xsl:if>
      <xsl:attribute name="value">
        <xsl:call-template name="ruas-nilai">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="nilai" select="$nilai"/>
        </xsl:call-template>
      </xsl:attribute>
    </input>
    <xsl:if test="$satuan != ''">
      <span class="satuan"><xsl:value-of select="$satuan"/></span>
    </xsl:if>
  </div>
</xsl:template>

<!-- ruas-angka: whole number; satuan is the word after it, e.g. 'kartu' -->
<xsl:template name="ruas-angka">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="lebar" select="8"/>
  <xsl:param name="lengkap"/>
  <xsl:param name="satuan"/>
  <xsl:call-template name="ruas-teks">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="label" select="$label"/>
    <xsl:with-param name="petunjuk" select="$petunjuk"/>
    <xsl:with-param name="nilai" select="$nilai"/>
    <xsl:with-param name="opsional" select="$opsional"/>
    <xsl:with-param name="lebar" select="$lebar"/>
    <xsl:with-param name="lengkap" select="$lengkap"/>
    <xsl:with-param name="satuan" select="$satuan"/>
    <xsl:with-param name="ketik" select="'numeric'"/>
  </xsl:call-template>
</xsl:template>

<!-- ruas-email: e-mail address -->
<xsl:template name="ruas-email">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="lebar" select="45"/>
  <xsl:param name="lengkap" select="'email'"/>
  <xsl:call-template name="ruas-teks">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="label" select="$label"/>
    <xsl:with-param name="petunjuk" select="$petunjuk"/>
    <xsl:with-param name="nilai" select="$nilai"/>
    <xsl:with-param name="opsional" select="$opsional"/>
    <xsl:with-param name="lebar" select="$lebar"/>
    <xsl:with-param name="lengkap" select="$lengkap"/>
    <xsl:with-param name="jenis" select="'email'"/>
  </xsl:call-template>
</xsl:template>

<!-- ruas-telepon: telephone number -->
<xsl:template name="ruas-telepon">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="lebar" select="20"/>
  <xsl:param name="lengkap" select="'tel'"/>
  <xsl:call-template name="ruas-teks">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="label" select="$label"/>
    <xsl:with-param name="petunjuk" select="$petunjuk"/>
    <xsl:with-param name="nilai" select="$nilai"/>
    <xsl:with-param name="opsional" select="$opsional"/>
    <xsl:with-param name="lebar" select="$lebar"/>
    <xsl:with-param name="lengkap" select="$lengkap"/>
    <xsl:with-param name="jenis" select="'tel'"/>
  </xsl:call-template>
</xsl:template>

<!-- ruas-tanggal: a date, nilai as 2026-11-22.  What was typed and is no
     date stays readable because the field is then plain text. -->
<xsl:template name="ruas-tanggal">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="lengkap"/>
  <xsl:variable name="isi" select="/halaman/isian/ruas[@nama = $nama]"/>
  <xsl:call-template name="ruas-teks">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="label" select="$label"/>
    <xsl:with-param name="petunjuk" select="$petunjuk"/>
    <xsl:with-param name="nilai" select="$nilai"/>
    <xsl:with-param name="opsional" select="$opsional"/>
    <xsl:with-param name="lebar" select="12"/>
    <xsl:with-param name="lengkap" select="$lengkap"/>
    <xsl:with-param name="jenis" select="substring('datetext', 1 + 4 * boolean($isi != '' and translate($isi, '012345678', '999999999') != '9999-99-99'), 4)"/>
  </xsl:call-template>
</xsl:template>

<!-- ruas-sandi: a password; never filled in again.  lengkap is
     'current-password' (default) or 'new-password'.  With kekuatan = true()
     its strength is told as one types (aset/sandi.js); akun is then the id
     of the field with the username, min the shortest length. -->
<xsl:template name="ruas-sandi">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="lengkap" select="'current-password'"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="kekuatan" select="false()"/>
  <xsl:param name="akun" select="'r-username'"/>
  <xsl:param name="min" select="8"/>
  <div class="ruas">
    <xsl:call-template name="ruas-kepala">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
      <xsl:with-param name="opsional" select="$opsional"/>
    </xsl:call-template>
    <span class="sandi">
      <input type="password" class="l-30">
        <xsl:call-template name="ruas-atribut">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="petunjuk" select="$petunjuk"/>
          <xsl:with-param name="opsional" select="$opsional"/>
          <xsl:with-param name="lengkap" select="$lengkap"/>
        </xsl:call-template>
        <xsl:if test="$kekuatan">
          <xsl:attribute name="data-kekuatan"><xsl:value-of select="$akun"/></xsl:attribute>
          <xsl:attribute name="data-min"><xsl:value-of select="$min"/></xsl:attribute>
        </xsl:if>
      </input>
      <button type="button" class="tombol kecil" hidden="hidden"
        data-lihat="r-{$nama}" data-lain="Sembunyikan">Tampilkan</button>
    </span>
    <xsl:if test="$kekuatan">
      <p class="kekuatan" role="status" data-untuk="r-{$nama}"
        data-0="Kekuatan: masih terlalu pendek."
        data-1="Kekuatan: lemah. Tambahkan kata lain."
        data-2="Kekuatan: cukup."
        data-3="Kekuatan: kuat."
        data-4="Password tidak boleh sama dengan username."></p>
    </xsl:if>
  </div>
</xsl:template>

<!-- ruas-paragraf: text of several lines; baris is its height. -->
<xsl:template name="ruas-paragraf">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="baris" select="4"/>
  <xsl:param name="kelas"/>
  <div class="ruas">
    <xsl:call-template name="ruas-kepala">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
      <xsl:with-param name="opsional" select="$opsional"/>
    </xsl:call-template>
    <textarea rows="{$baris}">
      <xsl:call-template name="ruas-atribut">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="petunjuk" select="$petunjuk"/>
        <xsl:with-param name="opsional" select="$opsional"/>
      </xsl:call-template>
      <xsl:if test="$kelas != ''">
        <xsl:attribute name="class"><xsl:value-of select="$kelas"/></xsl:attribute>
      </xsl:if>
      <!-- HTML drops a first line break: one more keeps what was typed. -->
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="ruas-nilai">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="nilai" select="$nilai"/>
      </xsl:call-template>
    </textarea>
  </div>
</xsl:template>

<!--
  Choices come from the page's <pilihan nama="produsen"><opsi nilai="3">PT
  Maju</opsi></pilihan>, or, where they are fixed, from the parameter opsi:
  '|R=Baca saja (R)|RW=Baca dan tulis (RW)|'.
  kosong is the text of the first, empty choice.
-->
<xsl:template name="ruas-pilihan">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="opsi"/>
  <xsl:param name="kosong" select="'– Pilih –'"/>
  <xsl:param name="lengkap"/>
  <div class="ruas">
    <xsl:call-template name="ruas-kepala">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
      <xsl:with-param name="opsional" select="$opsional"/>
    </xsl:call-template>
    <select>
      <xsl:call-template name="ruas-atribut">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="petunjuk" select="$petunjuk"/>
        <xsl:with-param name="opsional" select="$opsional"/>
        <xsl:with-param name="lengkap" select="$lengkap"/>
      </xsl:call-template>
      <option value=""><xsl:value-of select="$kosong"/></option>
      <xsl:call-template name="opsi">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="opsi" select="$opsi"/>
        <xsl:with-param name="nilai">
          <xsl:call-template name="ruas-nilai">
            <xsl:with-param name="nama" select="$nama"/>
            <xsl:with-param name="nilai" select="$nilai"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </select>
  </div>
</xsl:template>

<!-- ruas-radio: one of a few, all of them seen; opsi as above.  A choice
     from <opsi> may have a line of explanation in @ket. -->
<xsl:template name="ruas-radio">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="opsi"/>
  <fieldset class="ruas">
    <xsl:attribute name="id">r-<xsl:value-of select="$nama"/></xsl:attribute>
    <xsl:attribute name="tabindex">-1</xsl:attribute>
    <xsl:if test="/halaman/galat[@ruas = $nama] or $petunjuk != ''">
      <xsl:attribute name="aria-describedby">
        <xsl:if test="$petunjuk != ''">r-<xsl:value-of select="$nama"/>-petunjuk </xsl:if>
        <xsl:if test="/halaman/galat[@ruas = $nama]">r-<xsl:value-of select="$nama"/>-galat</xsl:if>
      </xsl:attribute>
    </xsl:if>
    <legend>
      <xsl:call-template name="ruas-label">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="label" select="$label"/>
        <xsl:with-param name="opsional" select="$opsional"/>
      </xsl:call-template>
    </legend>
    <xsl:call-template name="ruas-keterangan">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
    </xsl:call-template>
    <xsl:call-template name="radio">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="opsi" select="$opsi"/>
      <xsl:with-param name="nilai">
        <xsl:call-template name="ruas-nilai">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="nilai" select="$nilai"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </fieldset>
</xsl:template>

<xsl:template name="radio">
  <xsl:param name="nama"/>
  <xsl:param name="opsi"/>
  <xsl:param name="nilai"/>
  <xsl:variable name="satu" select="substring-before(substring-after($opsi, '|'), '|')"/>
  <xsl:choose>
    <xsl:when test="$satu != ''">
      <xsl:call-template name="radio-satu">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="ini" select="normalize-space(substring-before($satu, '='))"/>
        <xsl:with-param name="teks" select="normalize-space(substring-after($satu, '='))"/>
        <xsl:with-param name="nilai" select="$nilai"/>
      </xsl:call-template>
      <xsl:call-template name="radio">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="opsi" select="concat('|', substring-after(substring-after($opsi, '|'), '|'))"/>
        <xsl:with-param name="nilai" select="$nilai"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$opsi = ''">
      <xsl:for-each select="/halaman/pilihan[@nama = $nama]/opsi">
        <xsl:call-template name="radio-satu">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="ini" select="@nilai"/>
          <xsl:with-param name="teks" select="."/>
          <xsl:with-param name="ket" select="@ket"/>
          <xsl:with-param name="nilai" select="$nilai"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template name="radio-satu">
  <xsl:param name="nama"/>
  <xsl:param name="ini"/>
  <xsl:param name="teks"/>
  <xsl:param name="ket"/>
  <xsl:param name="nilai"/>
  <div class="pilih">
    <input type="radio" id="r-{$nama}-{$ini}" name="{$nama}" value="{$ini}">
      <xsl:if test="$ini = $nilai">
        <xsl:attribute name="checked">checked</xsl:attribute>
      </xsl:if>
    </input>
    <label for="r-{$nama}-{$ini}">
      <xsl:value-of select="$teks"/>
      <xsl:if test="$ket != ''">
        <small><xsl:value-of select="$ket"/></small>
      </xsl:if>
    </label>
  </div>
</xsl:template>

<!-- ruas-centang: one yes/no box, sent as "ya". -->
<xsl:template name="ruas-centang">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="nilai"/>
  <xsl:variable name="isi">
    <xsl:call-template name="ruas-nilai">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="nilai" select="$nilai"/>
    </xsl:call-template>
  </xsl:variable>
  <div class="ruas">
    <div class="pilih">
      <input type="checkbox" value="ya">
        <xsl:call-template name="ruas-atribut">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="petunjuk" select="$petunjuk"/>
          <xsl:with-param name="opsional" select="true()"/>
        </xsl:call-template>
        <xsl:if test="$isi = 'ya'">
          <xsl:attribute name="checked">checked</xsl:attribute>
        </xsl:if>
      </input>
      <label for="r-{$nama}">
        <xsl:call-template name="ruas-label">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="label" select="$label"/>
        </xsl:call-template>
      </label>
    </div>
    <xsl:call-template name="ruas-keterangan">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
    </xsl:call-template>
  </div>
</xsl:template>

<!-- ruas-centang-banyak: boxes of which several may be ticked, sent as
     "nama[]".  The page's <pilihan nama=> gives their codes, kata their words
     ('|nik=NIK|nama=Nama lengkap|'), nilai the ticked ones joined by blanks. -->
<xsl:template name="ruas-centang-banyak">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="kata"/>
  <xsl:param name="nilai"/>
  <xsl:variable name="kirim" select="concat($nama, '[]')"/>
  <fieldset class="ruas" id="r-{$nama}" tabindex="-1">
    <xsl:if test="/halaman/galat[@ruas = $nama] or $petunjuk != ''">
      <xsl:attribute name="aria-describedby">
        <xsl:if test="$petunjuk != ''">r-<xsl:value-of select="$nama"/>-petunjuk </xsl:if>
        <xsl:if test="/halaman/galat[@ruas = $nama]">r-<xsl:value-of select="$nama"/>-galat</xsl:if>
      </xsl:attribute>
    </xsl:if>
    <legend>
      <xsl:call-template name="ruas-label">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="label" select="$label"/>
      </xsl:call-template>
    </legend>
    <xsl:call-template name="ruas-keterangan">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
    </xsl:call-template>
    <div class="centang">
      <xsl:for-each select="/halaman/pilihan[@nama = $nama]/opsi">
        <xsl:variable name="ini" select="string(@nilai)"/>
        <div class="pilih">
          <input type="checkbox" id="r-{$nama}-{$ini}" name="{$kirim}" value="{$ini}">
            <xsl:if test="/halaman/isian/ruas[@nama = $kirim and . = $ini] or (not(/halaman/isian) and contains(concat(' ', $nilai, ' '), concat(' ', $ini, ' ')))">
              <xsl:attribute name="checked">checked</xsl:attribute>
            </xsl:if>
          </input>
          <label for="r-{$nama}-{$ini}"><xsl:value-of select="substring-before(substring-after($kata, concat('|', $ini, '=')), '|')"/></label>
        </div>
      </xsl:for-each>
    </div>
  </fieldset>
</xsl:template>

<!-- ruas-berkas: a file.  terima is for accept, e.g. '.pdf'.  A file that
     came with a form that had other errors is kept: C gives
     <ruas nama="berkas-tersimpan" berkas="surat.pdf" bita="93421">key</ruas>
     (the field's name and "-tersimpan"), which goes along hidden; @ada is
     the name of a file that the record has already. -->
<xsl:template name="ruas-berkas">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="petunjuk"/>
  <xsl:param name="opsional" select="false()"/>
  <xsl:param name="terima"/>
  <xsl:param name="ada"/>
  <xsl:variable name="simpan" select="/halaman/isian/ruas[@nama = concat($nama, '-tersimpan')]"/>
  <div class="ruas">
    <xsl:call-template name="ruas-kepala">
      <xsl:with-param name="nama" select="$nama"/>
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="petunjuk" select="$petunjuk"/>
      <xsl:with-param name="opsional" select="$opsional"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$simpan != ''">
        <p class="berkas-ada">
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'dokumen'"/></xsl:call-template>
          <span>
            <b><xsl:value-of select="$simpan/@berkas"/></b>
            <xsl:if test="$simpan/@bita != ''">
              <xsl:text> (</xsl:text>
              <xsl:apply-templates select="$simpan/@bita" mode="bita"/>
              <xsl:text>)</xsl:text>
            </xsl:if>
            <xsl:text> sudah diterima. Pilih berkas lagi hanya bila ingin menggantinya.</xsl:text>
          </span>
        </p>
        <input type="hidden" name="{$nama}-tersimpan" value="{$simpan}"/>
      </xsl:when>
      <xsl:when test="$ada != ''">
        <p class="berkas-ada">
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'dokumen'"/></xsl:call-template>
          <span>
            <b><xsl:value-of select="$ada"/></b>
            <xsl:text> sudah tersimpan. Pilih berkas lagi hanya bila ingin menggantinya.</xsl:text>
          </span>
        </p>
      </xsl:when>
    </xsl:choose>
    <input type="file">
      <xsl:call-template name="ruas-atribut">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="petunjuk" select="$petunjuk"/>
        <xsl:with-param name="opsional" select="$opsional or $simpan != '' or $ada != ''"/>
      </xsl:call-template>
      <xsl:if test="$terima != ''">
        <xsl:attribute name="accept"><xsl:value-of select="$terima"/></xsl:attribute>
      </xsl:if>
    </input>
  </div>
</xsl:template>

<!-- tombol-baris: the button that sends the form and the way out.  A second
     button has its own name (aksi) and value: kedua, kedua-nilai. -->
<xsl:template name="tombol-baris">
  <xsl:param name="teks" select="'Simpan'"/>
  <xsl:param name="nilai"/>
  <xsl:param name="kedua"/>
  <xsl:param name="kedua-nilai"/>
  <xsl:param name="batal"/>
  <xsl:param name="rupa" select="'utama'"/>
  <div class="tombol-baris">
    <button type="submit" class="tombol {$rupa}">
      <xsl:if test="$nilai != ''">
        <xsl:attribute name="name">aksi</xsl:attribute>
        <xsl:attribute name="value"><xsl:value-of select="$nilai"/></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="$teks"/>
    </button>
    <xsl:if test="$kedua != ''">
      <button type="submit" class="tombol" name="aksi" value="{$kedua-nilai}">
        <xsl:value-of select="$kedua"/>
      </button>
    </xsl:if>
    <xsl:if test="$batal != ''">
      <a class="tombol polos" href="{$batal}">Batal</a>
    </xsl:if>
  </div>
</xsl:template>

<!--
  konfirmasi: a page of its own before a destructive or final action.
    <xsl:call-template name="konfirmasi">
      <xsl:with-param name="aksi" select="concat('/permintaan/', permintaan/@id, '/hapus')"/>
      <xsl:with-param name="teks" select="'Ya, hapus permintaan'"/>
      <xsl:with-param name="batal" select="concat('/permintaan/', permintaan/@id)"/>
      <xsl:with-param name="isi"><p>Permintaan … akan dihapus.</p></xsl:with-param>
      <xsl:with-param name="ruas"> …fields… </xsl:with-param>
    </xsl:call-template>
  rupa: bahaya (default, red) or utama.
-->
<xsl:template name="konfirmasi">
  <xsl:param name="aksi"/>
  <xsl:param name="teks"/>
  <xsl:param name="batal"/>
  <xsl:param name="isi"/>
  <xsl:param name="ruas"/>
  <xsl:param name="rupa" select="'bahaya'"/>
  <div class="konfirmasi {$rupa}">
    <xsl:copy-of select="$isi"/>
    <form action="{$aksi}">
      <xsl:call-template name="form-rahasia"/>
      <xsl:copy-of select="$ruas"/>
      <xsl:call-template name="tombol-baris">
        <xsl:with-param name="teks" select="$teks"/>
        <xsl:with-param name="rupa" select="$rupa"/>
        <xsl:with-param name="batal" select="$batal"/>
      </xsl:call-template>
    </form>
  </div>
</xsl:template>

<!-- tapak: where one is in a long form.
     <xsl:call-template name="tapak">
       <xsl:with-param name="langkah" select="'|Data|Berkas|Periksa|'"/>
       <xsl:with-param name="ke" select="2"/>
     </xsl:call-template> -->
<xsl:template name="tapak">
  <xsl:param name="langkah"/>
  <xsl:param name="ke"/>
  <ol class="tapak">
    <xsl:call-template name="tapak-satu">
      <xsl:with-param name="langkah" select="$langkah"/>
      <xsl:with-param name="sisa" select="$ke"/>
    </xsl:call-template>
  </ol>
</xsl:template>

<xsl:template name="tapak-satu">
  <xsl:param name="langkah"/>
  <xsl:param name="sisa"/>
  <xsl:variable name="satu" select="substring-before(substring-after($langkah, '|'), '|')"/>
  <xsl:if test="$satu != ''">
    <li>
      <xsl:choose>
        <xsl:when test="$sisa = 1">
          <xsl:attribute name="aria-current">step</xsl:attribute>
        </xsl:when>
        <xsl:when test="$sisa &gt; 1">
          <xsl:attribute name="class">sudah</xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:value-of select="$satu"/>
    </li>
    <xsl:call-template name="tapak-satu">
      <xsl:with-param name="langkah" select="concat('|', substring-after(substring-after($langkah, '|'), '|'))"/>
      <xsl:with-param name="sisa" select="$sisa - 1"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
