<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-formulir.xsl: one record of data balikan by form (B-03). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-ruas.xsl"/>

<xsl:variable name="tersimpan" select="'|baru=Data sudah disimpan: NIK ini baru bagi lembaga Anda.|diperbarui=Data sudah diperbarui; nilai sebelumnya disimpan sebagai riwayat.|tetap=Tidak ada yang berubah: data yang sama sudah tersimpan.|'"/>
<xsl:template match="pesan[starts-with(@kode, 'rekaman-')]" mode="pesan">
  <xsl:variable name="apa" select="substring-before(concat(substring-after(@kode, 'rekaman-'), '-'), '-')"/>
  <xsl:value-of select="substring-before(substring-after($tersimpan, concat('|', $apa, '=')), '|')"/>
  <xsl:if test="contains(@kode, '-awas')"> Perhatikan: kode wilayah pada NIK itu tidak dikenal. Data tetap diterima, karena NIK tidak berubah walau wilayahnya dimekarkan; periksa lagi bila NIK mungkin salah ketik.</xsl:if>
</xsl:template>

<xsl:template match="galat[@ruas = 'nik']" mode="kalimat">
  <xsl:apply-templates select="@kode" mode="sebab"/>
</xsl:template>
<xsl:template match="galat[starts-with(@ruas, 'p-')]" mode="kalimat">
  <xsl:value-of select="concat(substring-after(@ruas, 'p-'), ': ')"/>
  <xsl:apply-templates select="@kode" mode="sebab"/>
  <xsl:variable name="saran">
    <xsl:apply-templates select="@kode" mode="saran"/>
  </xsl:variable>
  <xsl:if test="@kode = 'angka' or @kode = 'tanggal' or @kode = 'telepon'">
    <xsl:value-of select="concat(' ', $saran)"/>
  </xsl:if>
</xsl:template>
<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Parameter lembaga Anda baru saja diubah, sehingga isian di bawah ini mengikuti versi yang baru. Data belum disimpan: periksa lagi isiannya, lalu kirim.</xsl:template>

<xsl:template match="halaman" mode="judul">Form Online</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Kirim data balikan satu NIK. Untuk banyak NIK sekaligus, gunakan <a href="/balikan/unggah">Upload Data</a>.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:choose>
    <xsl:when test="parameter">
      <xsl:call-template name="rekaman"/>
    </xsl:when>
    <xsl:otherwise>
      <section class="kosong">
        <h2>Belum ada parameter</h2>
        <p>Formulir dibuat dari parameter lembaga Anda. Tentukan parameternya dahulu.</p>
        <p><a class="tombol utama" href="/balikan/parameter/ubah">Buat parameter</a></p>
      </section>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="rekaman">
  <form class="kotak" action="/balikan/formulir" autocomplete="off">
    <xsl:call-template name="form-rahasia"/>
    <input type="hidden" name="versi" value="{parameter/@id}"/>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nik'"/>
      <xsl:with-param name="label" select="'NIK'"/>
      <xsl:with-param name="petunjuk" select="'16 angka, seperti pada KTP-el.'"/>
      <xsl:with-param name="lebar" select="20"/>
      <xsl:with-param name="ketik" select="'numeric'"/>
    </xsl:call-template>
    <xsl:apply-templates select="parameter/ruas" mode="isian"/>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan'"/>
      <xsl:with-param name="batal" select="'/balikan'"/>
    </xsl:call-template>
  </form>
</xsl:template>

<xsl:template match="ruas" mode="isian">
  <xsl:variable name="petunjuk">
    <xsl:apply-templates select="." mode="isi-ruas"/>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="@jenis = 'pilihan'">
      <div class="ruas">
        <xsl:call-template name="ruas-kepala">
          <xsl:with-param name="nama" select="@isian"/>
          <xsl:with-param name="label" select="@nama"/>
          <xsl:with-param name="opsional" select="not(@wajib)"/>
        </xsl:call-template>
        <select>
          <xsl:call-template name="ruas-atribut">
            <xsl:with-param name="nama" select="@isian"/>
            <xsl:with-param name="opsional" select="not(@wajib)"/>
          </xsl:call-template>
          <option value="">– Pilih –</option>
          <xsl:variable name="terpilih" select="/halaman/isian/ruas[@nama = current()/@isian]"/>
          <xsl:for-each select="opsi">
            <option>
              <xsl:if test=". = $terpilih">
                <xsl:attribute name="selected">selected</xsl:attribute>
              </xsl:if>
              <xsl:value-of select="."/>
            </option>
          </xsl:for-each>
        </select>
      </div>
    </xsl:when>
    <xsl:when test="@jenis = 'tanggal'">
      <xsl:call-template name="ruas-tanggal">
        <xsl:with-param name="nama" select="@isian"/>
        <xsl:with-param name="label" select="@nama"/>
        <xsl:with-param name="opsional" select="not(@wajib)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="@jenis = 'telepon'">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="@isian"/>
        <xsl:with-param name="label" select="@nama"/>
        <xsl:with-param name="petunjuk" select="string($petunjuk)"/>
        <xsl:with-param name="opsional" select="not(@wajib)"/>
        <xsl:with-param name="lebar" select="20"/>
        <xsl:with-param name="jenis" select="'tel'"/>
        <xsl:with-param name="ketik" select="'tel'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="@isian"/>
        <xsl:with-param name="label" select="@nama"/>
        <xsl:with-param name="petunjuk" select="string($petunjuk)"/>
        <xsl:with-param name="opsional" select="not(@wajib)"/>
        <xsl:with-param name="lebar">
          <xsl:choose>
            <xsl:when test="@panjang &lt;= 8">8</xsl:when>
            <xsl:when test="@panjang &lt;= 12">12</xsl:when>
            <xsl:when test="@panjang &lt;= 20">20</xsl:when>
            <xsl:when test="@panjang &lt;= 30">30</xsl:when>
            <xsl:when test="@panjang &lt;= 45">45</xsl:when>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="ketik" select="substring('numeric', 1, 7 * (@jenis = 'angka'))"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
