<?xml version="1.0" encoding="UTF-8"?>
<!-- verifikasi.xsl: what the two pages of verification share: the answer
     about a file, the facts of a document, and the upload form. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- The answer about a file. -->
<xsl:template match="hasil">
  <xsl:variable name="baik" select="@kode = 'identik' and ../dokumen/@status = 'berlaku'"/>
  <div role="status">
    <xsl:attribute name="class">
      <xsl:choose>
        <xsl:when test="$baik">pesan baik</xsl:when>
        <xsl:otherwise>pesan awas</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:call-template name="ikon">
      <xsl:with-param name="nama" select="substring('centangawas', 1 + 7 * not($baik), 4 + 3 * $baik)"/>
    </xsl:call-template>
    <p>
      <b>
        <xsl:choose>
          <xsl:when test="$baik">Berkas asli.</xsl:when>
          <xsl:when test="@kode = 'identik'">Berkas asli, tetapi dokumennya tidak berlaku lagi.</xsl:when>
          <xsl:when test="@kode = 'berubah'">Berkas sudah berubah.</xsl:when>
          <xsl:when test="@kode = 'lain'">Berkas ini dokumen lain.</xsl:when>
          <xsl:otherwise>Bukan berkas dokumen kami.</xsl:otherwise>
        </xsl:choose>
      </b>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@kode = 'identik'">Setiap bita “<xsl:value-of select="@berkas"/>” sama dengan berkas yang kami terbitkan.</xsl:when>
        <xsl:when test="@kode = 'berubah'">“<xsl:value-of select="@berkas"/>” tidak sama dengan berkas yang ditandatangani. Jangan dipercaya; mintalah berkas aslinya.</xsl:when>
        <xsl:when test="@kode = 'lain'">“<xsl:value-of select="@berkas"/>” adalah dokumen kami yang lain, bukan yang ditampilkan di halaman ini. Periksa melalui <a href="/verifikasi">halaman depan verifikasi</a>.</xsl:when>
        <xsl:otherwise>“<xsl:value-of select="@berkas"/>” tidak tercatat pada kami. Hasil pindai atau cetak ulang tidak dapat diperiksa dengan cara ini; unggah berkas PDF aslinya, atau pindai kode QR pada dokumen.</xsl:otherwise>
      </xsl:choose>
    </p>
  </div>
</xsl:template>

<xsl:template match="dokumen" mode="keadaan">
  <div role="status">
    <xsl:attribute name="class">
      <xsl:choose>
        <xsl:when test="@status = 'berlaku'">pesan baik</xsl:when>
        <xsl:otherwise>pesan awas</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:call-template name="ikon">
      <xsl:with-param name="nama" select="substring('centangawas', 1 + 7 * not(@status = 'berlaku'), 4 + 3 * (@status = 'berlaku'))"/>
    </xsl:call-template>
    <p>
      <xsl:choose>
        <xsl:when test="@status = 'berlaku'"><b>Dokumen tercatat dan berlaku.</b> Cocokkan rincian di bawah ini dengan yang tertulis pada dokumen Anda.</xsl:when>
        <xsl:when test="@status = 'diganti'"><b>Dokumen tidak berlaku lagi: sudah diganti</b><xsl:if test="@pengganti != ''"> dengan dokumen Nomor <xsl:value-of select="@pengganti"/></xsl:if>.</xsl:when>
        <xsl:otherwise><b>Dokumen tidak berlaku: sudah dicabut</b> pada <xsl:apply-templates select="@dicabut" mode="waktu"/>.</xsl:otherwise>
      </xsl:choose>
    </p>
  </div>
</xsl:template>

<xsl:template match="dokumen" mode="rincian">
  <section class="kotak">
    <h2>Rincian dokumen</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'jenis'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@jenis" mode="jenis"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="isi" select="@nomor"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'tanggal'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@tanggal" mode="tanggal"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'penerbit'"/><xsl:with-param name="isi" select="/halaman/kantor/@nama"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'penandatangan'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="." mode="penandatangan"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label">
          <xsl:choose>
            <xsl:when test="@jenis = 'bast-kembali'">Disegel</xsl:when>
            <xsl:otherwise>Ditandatangani</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="isi"><xsl:apply-templates select="@ditandatangani" mode="waktu"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="@lembaga">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="@lembaga"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@produsen">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'produsen'"/><xsl:with-param name="isi" select="@produsen"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'status'"/>
        <xsl:with-param name="muatan"><xsl:apply-templates select="@status" mode="lencana"/></xsl:with-param>
      </xsl:call-template>
    </dl>
    <p class="petunjuk">Nama para pihak disamarkan.</p>
  </section>
</xsl:template>

<!-- unggah: the form that takes a file; aksi is where it goes. -->
<xsl:template name="unggah">
  <xsl:param name="aksi"/>
  <form action="{$aksi}">
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'pdf'"/>
      <xsl:with-param name="petunjuk" select="'PDF, paling besar 10 MB. Berkas hanya diperiksa, tidak kami simpan.'"/>
      <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Periksa berkas'"/>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
