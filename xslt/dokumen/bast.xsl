<?xml version="1.0" encoding="UTF-8"?>
<!-- bast.xsl - Berita Acara Serah Terima: the handover protocol with the
     list of all cards.  The document XML is told in bagian.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="bagian.xsl"/>

<!-- A short list stands in the protocol itself, a long one behind it. -->
<xsl:variable name="jumlah-kartu" select="count(/dokumen/kartu)"/>
<xsl:variable name="berlampiran" select="$jumlah-kartu &gt; 5"/>

<xsl:template name="judul-berkas">Berita Acara Serah Terima</xsl:template>

<xsl:template name="isi">
  <xsl:call-template name="kepala">
    <xsl:with-param name="baris-1">BERITA ACARA SERAH TERIMA</xsl:with-param>
    <xsl:with-param name="baris-2">KARTU SAM HASIL PERSONALISASI</xsl:with-param>
  </xsl:call-template>

  <paragraf rata="penuh">
    <xsl:text>Pada hari ini, </xsl:text>
    <xsl:call-template name="hari-ini"/>
    <xsl:value-of select="concat(', bertempat di ', @kota, ', kami yang bertanda tangan di bawah ini:')"/>
  </paragraf>
  <daftar jenis="angka" bawah="0">
    <xsl:apply-templates select="pihak-pertama | pihak-kedua"/>
  </daftar>

  <paragraf rata="penuh">PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dari PIHAK PERTAMA, kartu <miring>Secure Access Module</miring> (SAM) hasil personalisasi dengan rincian sebagai berikut:</paragraf>
  <ringkasan lebar-label="36">
    <xsl:call-template name="butir-perkara"/>
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

  <paragraf rata="penuh" bawah="1">Serah terima ini dilakukan dengan ketentuan sebagai berikut:</paragraf>
  <daftar jenis="angka" rata="penuh">
    <butir>kartu SAM telah diperiksa bersama dan diterima oleh PIHAK KEDUA dalam keadaan baik, lengkap, dan sesuai dengan daftar kartu;</butir>
    <butir>sejak Berita Acara ini ditandatangani, tanggung jawab atas penyimpanan, pengamanan, dan pemasangan kartu SAM beralih kepada PIHAK KEDUA;</butir>
    <butir>kartu SAM hanya dipasang pada perangkat pembaca KTP-el dengan nomor seri sebagaimana tercantum dalam daftar kartu dan hanya dipergunakan oleh lembaga pengguna tersebut di atas, serta tidak dialihkan, dipinjamkan, atau digandakan;</butir>
    <butir>perangkat pembaca KTP-el dapat dipergunakan setelah diaktivasi oleh Direktorat Jenderal Kependudukan dan Pencatatan Sipil; dan</butir>
    <butir>kehilangan, kerusakan, atau penyalahgunaan kartu SAM segera dilaporkan secara tertulis kepada PIHAK PERTAMA.</butir>
  </daftar>

  <utuh>
    <paragraf rata="penuh" bawah="5">Demikian Berita Acara Serah Terima ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.</paragraf>
    <berdampingan>
      <sisi lebar="72">
        <paragraf bawah="0.5">PIHAK KEDUA</paragraf>
        <paragraf tebal="ya" bawah="0">
          <xsl:call-template name="atau-titik">
            <xsl:with-param name="teks" select="pihak-kedua/@jabatan"/>
          </xsl:call-template>
          <xsl:text>,</xsl:text>
        </paragraf>
        <ruang tinggi="33"/>
        <paragraf tebal="ya" garis-bawah="ya" bawah="0">
          <xsl:call-template name="atau-titik">
            <xsl:with-param name="teks" select="pihak-kedua/@nama"/>
          </xsl:call-template>
        </paragraf>
        <paragraf bawah="0"><xsl:value-of select="pihak-kedua/@instansi"/></paragraf>
      </sisi>
      <sisi>
        <xsl:call-template name="tanda-tangan-pejabat">
          <xsl:with-param name="di-atas">PIHAK PERTAMA</xsl:with-param>
        </xsl:call-template>
      </sisi>
    </berdampingan>
  </utuh>

  <xsl:if test="$berlampiran">
    <halaman-baru/>
    <tanda-tangan letak="kanan" lebar="85" ukuran="10">
      <paragraf bawah="0" tebal="ya">LAMPIRAN</paragraf>
      <paragraf bawah="0">Berita Acara Serah Terima</paragraf>
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
    <judul ukuran="12" bawah="3">DAFTAR KARTU SAM YANG DISERAHTERIMAKAN</judul>
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

<xsl:template match="pihak-pertama">
  <butir>
    <xsl:call-template name="pihak"/>
    <paragraf rata="penuh" bawah="1.5">dalam hal ini bertindak untuk dan atas nama <xsl:value-of select="@instansi"/>, selanjutnya disebut <tebal>PIHAK PERTAMA</tebal>;</paragraf>
  </butir>
</xsl:template>

<xsl:template match="pihak-kedua">
  <butir>
    <xsl:call-template name="pihak"/>
    <paragraf rata="penuh" bawah="1.5">dalam hal ini bertindak untuk dan atas nama <xsl:value-of select="@instansi"/>, selanjutnya disebut <tebal>PIHAK KEDUA</tebal>.</paragraf>
  </butir>
</xsl:template>

<xsl:template name="pihak">
  <ringkasan lebar-label="29" bawah="0.5">
    <butir label="Nama" tebal="ya">
      <xsl:call-template name="atau-titik">
        <xsl:with-param name="teks" select="@nama"/>
      </xsl:call-template>
    </butir>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">NIP</xsl:with-param>
      <xsl:with-param name="nilai" select="@nip"/>
    </xsl:call-template>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Nomor identitas</xsl:with-param>
      <xsl:with-param name="nilai" select="@identitas"/>
    </xsl:call-template>
    <butir label="Jabatan">
      <xsl:call-template name="atau-titik">
        <xsl:with-param name="teks" select="@jabatan"/>
      </xsl:call-template>
    </butir>
    <xsl:call-template name="butir">
      <xsl:with-param name="label">Alamat</xsl:with-param>
      <xsl:with-param name="nilai" select="@alamat"/>
    </xsl:call-template>
  </ringkasan>
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
      <sel>Nomor Seri Kartu Kosong</sel>
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
