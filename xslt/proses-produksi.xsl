<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-produksi.xsl: personalising card by card with a scanner (P-12). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Personalisasi tiket ', proses/@kode)"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead"><xsl:value-of select="concat(proses/@judul, ', ', proses/@lembaga)"/></p>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'pindai'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak" aria-label="Kemajuan">
    <xsl:call-template name="kemajuan">
      <xsl:with-param name="nilai" select="proses/@selesai"/>
      <xsl:with-param name="dari" select="proses/@jumlah"/>
      <xsl:with-param name="satuan" select="'kartu'"/>
      <xsl:with-param name="label" select="'Kartu selesai dipersonalisasi'"/>
    </xsl:call-template>
  </section>
  <xsl:choose>
    <xsl:when test="proses/@status = 'antri' or proses/@status = 'produksi'">
      <xsl:apply-templates select="proses" mode="formulir"/>
    </xsl:when>
    <xsl:otherwise>
      <p>Tiket ini tidak dalam personalisasi lagi. Catatan kartu dapat diurungkan selama dokumennya belum ditandatangani.</p>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:if test="cacat/kartu">
    <section class="kotak" aria-labelledby="judul-cacat">
      <h2 id="judul-cacat">Perlu diganti atau dikerjakan ulang</h2>
      <table class="tabel">
        <caption class="semu">Kartu bermasalah</caption>
        <thead><tr><th scope="col" class="angka">No.</th><th scope="col">Seri Kartu</th><th scope="col">Status</th><th scope="col">Keterangan</th><th scope="col" class="aksi">Aksi</th></tr></thead>
        <tbody>
          <xsl:for-each select="cacat/kartu">
            <tr>
              <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
              <td class="utama" data-label="Seri Kartu"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
              <td data-label="Keterangan"><xsl:value-of select="@keterangan"/></td>
              <td class="aksi">
                <a href="/proses/{/halaman/proses/@id}/produksi/{@id}/ganti">Ganti<span class="semu"> kartu <xsl:value-of select="@seri-kartu"/></span></a>
                <xsl:text> </xsl:text>
                <a href="/proses/{/halaman/proses/@id}/produksi/{@id}/urung">Urungkan<span class="semu"> catatan kartu <xsl:value-of select="@seri-kartu"/></span></a>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:if>
  <section class="kotak" aria-labelledby="judul-terakhir">
    <h2 id="judul-terakhir">Sepuluh kartu terakhir</h2>
    <xsl:choose>
      <xsl:when test="terakhir/kartu">
        <table class="tabel">
          <caption class="semu">Kartu yang terakhir dicatat</caption>
          <thead><tr><th scope="col" class="angka">No.</th><th scope="col">Seri Kartu</th><th scope="col">SAM ID</th><th scope="col">PCID</th><th scope="col">Status</th><th scope="col">Dikerjakan</th><th scope="col" class="aksi">Aksi</th></tr></thead>
          <tbody><xsl:apply-templates select="terakhir/kartu"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p>Belum ada kartu yang dikerjakan.</p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="proses" mode="formulir">
  <form class="form kotak" action="/proses/{@id}/produksi">
    <xsl:call-template name="form-rahasia"/>
    <h2>Pindai satu kartu</h2>
    <xsl:if test="../berikutnya/kartu">
      <p class="petunjuk">
        <xsl:text>Kartu berikutnya dalam daftar: </xsl:text>
        <span class="kode"><xsl:value-of select="../berikutnya/kartu/@seri-kartu"/></span>
        <xsl:value-of select="concat(' (baris ', format-number(../berikutnya/kartu/@urut, '#.##0', 'id'), ')')"/>
      </p>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'seri_kartu'"/>
      <xsl:with-param name="lebar" select="30"/>
      <xsl:with-param name="lengkap" select="'off'"/>
      <xsl:with-param name="pindai" select="'tetap'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'sam_id'"/>
      <xsl:with-param name="petunjuk" select="'8 bita heksadesimal, spasi boleh ada, misalnya 30 15 4B 01 00 00 12 34'"/>
      <xsl:with-param name="lebar" select="30"/>
      <xsl:with-param name="lengkap" select="'off'"/>
      <xsl:with-param name="pindai" select="'ya'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'pcid'"/>
      <xsl:with-param name="lebar" select="30"/>
      <xsl:with-param name="lengkap" select="'off'"/>
      <xsl:with-param name="pindai" select="'ya'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Catat kartu'"/>
    </xsl:call-template>
    <details class="ruas">
      <xsl:if test="/halaman/galat[@ruas = 'status' or @ruas = 'keterangan'] or (/halaman/isian/ruas[@nama = 'status'] != '' and /halaman/isian/ruas[@nama = 'status'] != 'personal')">
        <xsl:attribute name="open">open</xsl:attribute>
      </xsl:if>
      <summary>Kartu gagal, rusak, atau terkunci</summary>
      <p class="petunjuk">Isi seri kartu di atas, pilih statusnya, dan jelaskan. No. Identitas Kartu SAM dan PCID tidak perlu diisi.</p>
      <xsl:call-template name="ruas-pilihan">
        <xsl:with-param name="nama" select="'status'"/>
        <xsl:with-param name="opsi" select="'|personal=Dipersonalisasi|gagal=Gagal, dapat dicoba lagi|rusak=Rusak|terkunci=Terkunci|'"/>
        <xsl:with-param name="nilai" select="'personal'"/>
        <xsl:with-param name="opsional" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'keterangan'"/>
        <xsl:with-param name="opsional" select="true()"/>
        <xsl:with-param name="petunjuk" select="'Wajib diisi bila kartu bermasalah'"/>
      </xsl:call-template>
      <xsl:call-template name="tombol-baris">
        <xsl:with-param name="teks" select="'Catat kartu bermasalah'"/>
        <xsl:with-param name="rupa" select="''"/>
      </xsl:call-template>
    </details>
    <p><a href="/proses/{@id}/produksi/berkas">Catat banyak kartu sekaligus dari berkas CSV atau XLSX</a></p>
  </form>
</xsl:template>

<xsl:template match="terakhir/kartu">
  <tr>
    <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
    <td class="utama" data-label="Seri Kartu"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></td>
    <td data-label="SAM ID"><span class="kode"><xsl:value-of select="@sam"/></span></td>
    <td data-label="PCID"><span class="kode"><xsl:value-of select="@pcid"/></span></td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
    <td class="rapat" data-label="Dikerjakan"><xsl:apply-templates select="@dikerjakan" mode="waktu"/></td>
    <td class="aksi">
      <xsl:if test="@status != 'diserahkan'">
        <a href="/proses/{/halaman/proses/@id}/produksi/{@id}/urung">Urungkan<span class="semu"> catatan kartu <xsl:value-of select="@seri-kartu"/></span></a>
      </xsl:if>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
