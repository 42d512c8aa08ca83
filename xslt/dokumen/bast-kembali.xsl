<?xml version="1.0" encoding="UTF-8"?>
<!-- bast-kembali.xsl - Berita Acara Pengembalian: what an institution sends
     along with the SAM cards that it gives back (A-10).  It is sealed when the
     return is declared; both sides sign the paper by hand when the cards are
     counted.  The document XML is told in bagian.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian.xsl"/>

<!-- A short list stands in the protocol itself, a long one behind it. -->
<xsl:variable name="jumlah-kartu" select="count(/dokumen/kartu)"/>
<xsl:variable name="berlampiran" select="$jumlah-kartu &gt; 5"/>

<xsl:template name="judul-berkas">Berita Acara Pengembalian Kartu SAM</xsl:template>

<xsl:template name="kaki-asli">Dokumen ini disegel secara elektronik; keasliannya dapat diperiksa dengan memindai kode QR atau melalui <xsl:value-of select="@alamat-verifikasi"/></xsl:template>

<xsl:template name="isi">
  <xsl:call-template name="kepala">
    <xsl:with-param name="baris-1">BERITA ACARA SERAH TERIMA</xsl:with-param>
    <xsl:with-param name="baris-2">PENGEMBALIAN KARTU SAM</xsl:with-param>
  </xsl:call-template>

  <paragraf rata="penuh">
    <xsl:text>Pada hari ini, </xsl:text>
    <xsl:call-template name="hari-ini"/>
    <xsl:text>, lembaga pengguna tersebut di bawah ini menyatakan telah melepas kartu </xsl:text>
    <miring>Secure Access Module</miring>
    <xsl:text> (SAM) dari perangkat pembaca KTP-el dan mengembalikannya kepada </xsl:text>
    <xsl:value-of select="kop/kantor[1]"/>
    <xsl:text>:</xsl:text>
  </paragraf>
  <ringkasan lebar-label="40">
    <butir label="Lembaga pengguna" tebal="ya">
      <xsl:value-of select="lembaga/@nama"/>
      <xsl:if test="lembaga/@kode != ''">
        <xsl:value-of select="concat(' (kode ', lembaga/@kode, ')')"/>
      </xsl:if>
    </butir>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Alamat</xsl:with-param>
      <xsl:with-param name="nilai" select="lembaga/@alamat"/>
    </xsl:call-template>
    <butir label="Yang menyerahkan">
      <xsl:value-of select="concat(pengembalian/@nama, ', ', pengembalian/@jabatan)"/>
    </butir>
    <butir label="Alasan pengembalian">
      <xsl:choose>
        <xsl:when test="pengembalian/@alasan = 'rusak'">kartu atau perangkat rusak</xsl:when>
        <xsl:when test="pengembalian/@alasan = 'tutup'">tempat layanan ditutup</xsl:when>
        <xsl:when test="pengembalian/@alasan = 'selesai'">kerja sama pemanfaatan data selesai</xsl:when>
        <xsl:otherwise>lainnya</xsl:otherwise>
      </xsl:choose>
    </butir>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Keterangan</xsl:with-param>
      <xsl:with-param name="nilai" select="pengembalian/@catatan"/>
    </xsl:call-template>
    <butir label="Jumlah" tebal="ya">
      <xsl:call-template name="jumlah">
        <xsl:with-param name="angka" select="$jumlah-kartu"/>
      </xsl:call-template>
    </butir>
    <xsl:if test="$berlampiran">
      <butir label="Daftar kartu">sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Berita Acara ini</butir>
    </xsl:if>
  </ringkasan>
  <xsl:if test="not($berlampiran)">
    <xsl:call-template name="tabel-kartu"/>
  </xsl:if>

  <paragraf rata="penuh" bawah="1">Pengembalian ini dilakukan dengan ketentuan sebagai berikut:</paragraf>
  <daftar jenis="angka" rata="penuh">
    <butir>kartu SAM tersebut tidak dipergunakan lagi sejak dilepas dari perangkatnya;</butir>
    <butir>manifes setiap kartu dicabut ketika kartu diterima dan dicocokkan dengan Berita Acara ini; dan</butir>
    <butir>kartu yang sudah diterima dimusnahkan dengan Berita Acara Pemusnahan.</butir>
  </daftar>

  <utuh>
    <paragraf rata="penuh" bawah="5">Demikian Berita Acara Serah Terima ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.</paragraf>
    <berdampingan>
      <sisi lebar="56">
        <paragraf bawah="0.5">Yang menyerahkan</paragraf>
        <paragraf tebal="ya" bawah="0"><xsl:value-of select="pengembalian/@jabatan"/>,</paragraf>
        <ruang tinggi="22"/>
        <paragraf tebal="ya" garis-bawah="ya" bawah="0"><xsl:value-of select="pengembalian/@nama"/></paragraf>
        <paragraf bawah="0"><xsl:value-of select="lembaga/@nama"/></paragraf>
      </sisi>
      <sisi lebar="50">
        <paragraf bawah="0.5">Yang menerima</paragraf>
        <paragraf tebal="ya" bawah="0">Petugas Ditjen Dukcapil,</paragraf>
        <ruang tinggi="22"/>
        <paragraf tebal="ya" bawah="0">………………………</paragraf>
        <paragraf bawah="0">Tanggal: ………………</paragraf>
      </sisi>
      <sisi>
        <xsl:call-template name="segel"/>
      </sisi>
    </berdampingan>
  </utuh>

  <xsl:if test="$berlampiran">
    <halaman-baru/>
    <tanda-tangan letak="kanan" lebar="85" ukuran="10">
      <paragraf bawah="0" tebal="ya">LAMPIRAN</paragraf>
      <paragraf bawah="0">Berita Acara Serah Terima Pengembalian</paragraf>
      <ringkasan lebar-label="18">
        <butir label="Nomor"><xsl:call-template name="nomor"/></butir>
        <butir label="Tanggal">
          <xsl:call-template name="tanggal">
            <xsl:with-param name="iso" select="@tanggal"/>
          </xsl:call-template>
        </butir>
      </ringkasan>
    </tanda-tangan>
    <jarak tinggi="3"/>
    <judul ukuran="12" bawah="3">DAFTAR KARTU SAM YANG DIKEMBALIKAN</judul>
    <xsl:call-template name="tabel-kartu"/>
    <paragraf ukuran="10">Jumlah seluruhnya:
      <tebal>
        <xsl:call-template name="jumlah">
          <xsl:with-param name="angka" select="$jumlah-kartu"/>
        </xsl:call-template>
      </tebal>.
    </paragraf>
  </xsl:if>
</xsl:template>

<xsl:template name="tabel-kartu">
  <tabel ukuran="9.5">
    <kolom lebar="10" rata="kanan"/>
    <kolom lebar="36" huruf="kode"/>
    <!-- eight pairs on one line -->
    <kolom lebar="51" huruf="kode"/>
    <kolom lebar="32" huruf="kode"/>
    <kolom lebar="36" huruf="kode"/>
    <kepala>
      <sel>No.</sel>
      <sel>Nomor Seri Kartu</sel>
      <sel>SAM ID</sel>
      <sel>PCID</sel>
      <sel>Nomor Seri Perangkat</sel>
    </kepala>
    <xsl:for-each select="kartu">
      <baris>
        <sel><xsl:value-of select="position()"/></sel>
        <sel><xsl:value-of select="@seri-kosong"/></sel>
        <sel><xsl:value-of select="@sam-id"/></sel>
        <sel><xsl:value-of select="@pcid"/></sel>
        <sel><xsl:value-of select="@seri-mesin"/></sel>
      </baris>
    </xsl:for-each>
  </tabel>
</xsl:template>

</xsl:stylesheet>
