<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kartu-lihat.xsl: one card: where it is, its manifests and its
     history (A-09). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kartu.xsl"/>

<xsl:variable name="peristiwa" select="'|dipersonalisasi=Kartu dipersonalisasi|diserahkan=Kartu diserahkan kepada wakil produsen|token=Token diterbitkan|aktif=Kartu diaktifkan|pindah=Mesin dipindahkan|tangguh=Kartu ditangguhkan|pulih-diminta=Pencabutan penangguhan diminta|pulih=Penangguhan dicabut|perpanjang=Manifes diperpanjang|nonaktif=Masa perjanjian berakhir|tanpa-perjanjian=Manifes tidak terbit: perjanjian tidak berlaku|mesin-terpakai=Manifes tidak terbit: mesin memakai kartu lain|kembali=Kartu dikembalikan|musnah=Kartu dimusnahkan|musnah-batal=Berita acara pemusnahan tidak berlaku lagi|'"/>
<xsl:variable name="status-manifes" select="'|berlaku=baik Berlaku|diganti=netral Diganti|dicabut=buruk Dicabut|berakhir=netral Berakhir|'"/>
<xsl:variable name="status-halaman" select="concat($status-kartu, substring-after($status-manifes, '|'))"/>
<xsl:variable name="sebab-manifes" select="'|pindah=mesin dipindahkan|perpanjangan=perjanjian diperpanjang|pemulihan=penangguhan dicabut|penangguhan=kartu ditangguhkan|pengembalian=kartu dikembalikan|perjanjian=perjanjian berakhir|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Kartu ', kartu/@seri-kartu)"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="kartu/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', kartu/@lembaga)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:if test="kartu/@perlu != ''">
    <div class="pesan info"><p>Manifes baru untuk kartu ini sedang diterbitkan.</p></div>
  </xsl:if>
  <xsl:apply-templates select="kartu/boleh"/>
  <xsl:apply-templates select="kartu" mode="ringkasan"/>
  <section class="kotak" aria-labelledby="judul-manifes">
    <h2 id="judul-manifes">Manifes</h2>
    <xsl:choose>
      <xsl:when test="kartu/manifes">
        <table class="tabel">
          <caption class="semu">Manifes kartu ini, terbaru di atas</caption>
          <thead><tr><th scope="col">Diterbitkan</th><th scope="col">Mesin dan Tempat</th><th scope="col">Masa Berlaku</th><th scope="col">Status</th><th scope="col" class="aksi">Berkas</th></tr></thead>
          <tbody><xsl:apply-templates select="kartu/manifes"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p>Belum ada manifes. Manifes terbit ketika kartu diaktifkan.</p></xsl:otherwise>
    </xsl:choose>
  </section>
  <section class="kotak" aria-labelledby="judul-riwayat">
    <h2 id="judul-riwayat">Riwayat</h2>
    <xsl:choose>
      <xsl:when test="linimasa/peristiwa"><xsl:apply-templates select="linimasa"/></xsl:when>
      <xsl:otherwise><p>Kartu ini belum dipersonalisasi.</p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<!-- What the notes of the two first events are. -->
<xsl:template match="peristiwa[@kode = 'dipersonalisasi']" mode="catatan-peristiwa">PCID <span class="kode"><xsl:value-of select="."/></span></xsl:template>
<xsl:template match="peristiwa[@kode = 'diserahkan']" mode="catatan-peristiwa">Diterima oleh <xsl:value-of select="."/></xsl:template>

<!-- == what next == -->

<xsl:template match="boleh">
  <xsl:variable name="k" select="concat('/aktivasi/kartu/', ../@id)"/>
  <xsl:if test="@*">
    <section class="langkah-lanjut" aria-labelledby="lanjut">
      <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
      <xsl:choose>
        <xsl:when test="@ajukan = 'ya'"><p>Kartu sudah diserahkan. Ajukan permintaan aktivasi untuk tiketnya.</p></xsl:when>
        <xsl:when test="@aktifkan = 'ya'">
          <p>Token kartu ini sudah terbit<xsl:if test="../asal/@token-berakhir"><xsl:text> dan berlaku sampai </xsl:text><xsl:apply-templates select="../asal/@token-berakhir" mode="waktu"/></xsl:if>. Aktifkan kartu setelah mesinnya berada di tempatnya.</p>
        </xsl:when>
        <xsl:when test="@pindah = 'ya'"><p>Bila mesin dipindahkan atau diganti, terbitkan manifes baru. Bila kartu tidak dipakai lagi, kembalikan kepada Ditjen Dukcapil.</p></xsl:when>
        <xsl:when test="@tangguhkan = 'ya'"><p>Sebagai sanksi, kartu dapat ditangguhkan: manifesnya langsung dicabut.</p></xsl:when>
        <xsl:when test="@pulihkan = 'ya'"><p>Bila sanksi selesai, cabut penangguhan: manifes baru terbit untuk tempat yang sama.</p></xsl:when>
      </xsl:choose>
      <p class="tombol-baris">
        <xsl:if test="@ajukan = 'ya'"><a class="tombol utama" href="/aktivasi/baru?proses={../asal/@proses}">Ajukan aktivasi</a></xsl:if>
        <xsl:if test="@aktifkan = 'ya'"><a class="tombol utama" href="{$k}/aktifkan">Do Aktivasi</a></xsl:if>
        <xsl:if test="@pindah = 'ya'">
          <a class="tombol" href="{$k}/pindah">Pindahkan mesin</a>
          <a class="tombol polos" href="/aktivasi/kembali/baru?cari={../@seri-kartu}">Kembalikan kartu</a>
        </xsl:if>
        <xsl:if test="@tangguhkan = 'ya'"><a class="tombol" href="/aktivasi/kartu/tangguhkan?kartu[]={../@id}">Tangguhkan</a></xsl:if>
        <xsl:if test="@pulihkan = 'ya'"><a class="tombol utama" href="/aktivasi/kartu/pulihkan?kartu[]={../@id}">Cabut penangguhan</a></xsl:if>
      </p>
    </section>
  </xsl:if>
</xsl:template>

<!-- == what it is == -->

<xsl:template match="kartu" mode="ringkasan">
  <section class="kotak" aria-labelledby="judul-kartu">
    <h2 id="judul-kartu">Kartu dan mesin</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'sam_id'"/>
        <xsl:with-param name="muatan"><xsl:if test="@sam != ''"><span class="kode"><xsl:value-of select="@sam"/></span></xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'PCID'"/>
        <xsl:with-param name="muatan"><xsl:if test="@pcid != ''"><span class="kode"><xsl:value-of select="@pcid"/></span></xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'seri_mesin'"/>
        <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Fungsi'"/>
        <xsl:with-param name="isi" select="asal/@fungsi"/>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Tempat'"/>
        <xsl:with-param name="muatan">
          <xsl:if test="@alamat != ''">
            <xsl:if test="@outlet != ''"><xsl:value-of select="@outlet"/><br/></xsl:if>
            <xsl:value-of select="@alamat"/><br/>
            <xsl:value-of select="concat(@kabkota, ' (', @wilayah, ')')"/><br/>
            <xsl:value-of select="concat(@lintang, ', ', @bujur)"/>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Berlaku sampai'"/>
        <xsl:with-param name="muatan"><xsl:apply-templates select="@berlaku-sampai" mode="tanggal"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Tiket personalisasi'"/>
        <xsl:with-param name="muatan"><xsl:if test="asal/@proses"><a href="/proses/{asal/@proses}"><xsl:value-of select="asal/@tiket"/></a></xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Permintaan personalisasi'"/>
        <xsl:with-param name="muatan"><a href="/permintaan/{asal/@permintaan}"><xsl:value-of select="asal/@nomor"/></a></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Permintaan aktivasi'"/>
        <xsl:with-param name="muatan"><xsl:if test="asal/@aktivasi"><a href="/aktivasi/{asal/@aktivasi}"><xsl:value-of select="asal/@aktivasi-nomor"/></a></xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Produsen'"/>
        <xsl:with-param name="isi" select="asal/@produsen"/>
      </xsl:call-template>
    </dl>
    <p><a href="/aktivasi/lacak?cari={@seri-kartu}">Lacak seluruh rantai kartu ini</a></p>
  </section>
</xsl:template>

<xsl:template match="kartu/manifes">
  <tr>
    <td class="utama rapat" data-label="Diterbitkan"><xsl:apply-templates select="@diterbitkan" mode="waktu"/></td>
    <td data-label="Mesin dan Tempat">
      <span class="kode"><xsl:value-of select="@seri-mesin"/></span><br/>
      <small><xsl:if test="@outlet != ''"><xsl:value-of select="concat(@outlet, ', ')"/></xsl:if><xsl:value-of select="@alamat"/></small>
    </td>
    <td data-label="Masa Berlaku">
      <xsl:apply-templates select="@dari" mode="tanggal"/>
      <xsl:text> – </xsl:text>
      <xsl:apply-templates select="@sampai" mode="tanggal"/>
      <br/><small>PKS <xsl:apply-templates select="@perjanjian" mode="patah"/></small>
    </td>
    <td data-label="Status">
      <xsl:apply-templates select="@status" mode="lencana"/>
      <xsl:if test="@sebab != '' and @status != 'berlaku'">
        <br/><small><xsl:value-of select="substring-before(substring-after($sebab-manifes, concat('|', @sebab, '=')), '|')"/></small>
      </xsl:if>
    </td>
    <td class="aksi">
      <a href="/aktivasi/manifes/{@id}/xml">XML<span class="semu"> manifes <xsl:value-of select="substring(@kode, 1, 8)"/></span></a>
      <xsl:text> </xsl:text>
      <a href="/aktivasi/manifes/{@id}/pdf">Lembar PDF<span class="semu"> manifes <xsl:value-of select="substring(@kode, 1, 8)"/></span></a>
      <xsl:text> </xsl:text>
      <a href="/verifikasi/{@kode}">Periksa<span class="semu"> manifes <xsl:value-of select="substring(@kode, 1, 8)"/></span></a>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
