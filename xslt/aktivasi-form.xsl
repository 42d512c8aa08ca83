<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-form.xsl: a new request for activation, or a draft again
     (A-01). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="aktivasi">Ubah draf permintaan aktivasi</xsl:when>
    <xsl:otherwise>Buat permintaan aktivasi</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'unggah'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Permintaan dikirim ke Ditjen Dukcapil. Setelah disetujui, setiap kartu SAM mendapat token untuk mengaktifkannya.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:choose>
    <xsl:when test="pilihan[@nama = 'proses']/opsi">
      <xsl:call-template name="isian-aktivasi"/>
    </xsl:when>
    <xsl:otherwise>
      <section class="kosong">
        <h2>Belum ada kartu yang dapat diaktivasi</h2>
        <p>Kartu muncul di sini setelah produsen menyatakan menerimanya dan selama belum tercantum pada permintaan aktivasi lain.</p>
        <p><a class="tombol" href="/proses">Lihat proses personalisasi</a></p>
      </section>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="isian-aktivasi">
  <form class="kotak" data-unggah="">
    <xsl:attribute name="action">
      <xsl:text>/aktivasi</xsl:text>
      <xsl:if test="aktivasi"><xsl:value-of select="concat('/', aktivasi/@id, '/ubah')"/></xsl:if>
    </xsl:attribute>
    <xsl:call-template name="form-rahasia">
      <xsl:with-param name="berkas" select="true()"/>
    </xsl:call-template>
    <xsl:if test="aktivasi">
      <input type="hidden" name="versi" value="{aktivasi/@versi}"/>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'nomor'"/>
      <xsl:with-param name="petunjuk" select="'Nomor surat lembaga Anda, misalnya 045/113/UMUM/2026.'"/>
      <xsl:with-param name="nilai" select="aktivasi/@nomor"/>
      <xsl:with-param name="lebar" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'judul'"/>
      <xsl:with-param name="petunjuk" select="'Perihal surat, misalnya: Aktivasi pembaca KTP-el kantor cabang tahun 2026.'"/>
      <xsl:with-param name="nilai" select="aktivasi/@judul"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-pilihan">
      <xsl:with-param name="nama" select="'proses'"/>
      <xsl:with-param name="petunjuk" select="'Tiket yang kartunya sudah diserahkan; di dalam kurung jumlah kartu yang masih dapat diaktivasi.'"/>
      <xsl:with-param name="nilai" select="aktivasi/@proses | pilih/@proses"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-angka">
      <xsl:with-param name="nama" select="'jumlah'"/>
      <xsl:with-param name="petunjuk" select="'Tidak lebih dari kartu tiket itu yang belum diaktivasi.'"/>
      <xsl:with-param name="nilai">
        <xsl:choose>
          <xsl:when test="aktivasi"><xsl:value-of select="aktivasi/@jumlah"/></xsl:when>
          <xsl:when test="pilih"><xsl:value-of select="pilihan[@nama = 'proses']/opsi[@nilai = current()/pilih/@proses]/@ket"/></xsl:when>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="satuan" select="'mesin'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk" select="'Surat permintaan bertanda tangan: PDF, paling besar 10 MB. Draf boleh disimpan tanpa berkas.'"/>
      <xsl:with-param name="terima" select="'.pdf,application/pdf'"/>
      <xsl:with-param name="ada" select="aktivasi/surat/@nama"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-paragraf">
      <xsl:with-param name="nama" select="'catatan'"/>
      <xsl:with-param name="nilai" select="aktivasi/catatan"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <p class="petunjuk">Daftar mesin disusun dari tiket: kartu SAM dan nomor mesinnya. Simpan sebagai draf bila nama dan alamat outlet atau nomor mesinnya masih perlu diisi.</p>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan draf'"/>
      <xsl:with-param name="nilai" select="'draf'"/>
      <xsl:with-param name="kedua" select="'Kirim sekarang'"/>
      <xsl:with-param name="kedua-nilai" select="'kirim'"/>
      <xsl:with-param name="batal">
        <xsl:text>/aktivasi</xsl:text>
        <xsl:if test="aktivasi">/<xsl:value-of select="aktivasi/@id"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </form>
</xsl:template>

</xsl:stylesheet>
