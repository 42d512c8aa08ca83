<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-massal-lihat.xsl: progress and results of a file (A-04). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kartu.xsl"/>

<xsl:variable name="status-halaman" select="'|antri=info Antre|jalan=proses Berjalan|selesai=baik Selesai|berhasil=baik Berhasil|gagal=buruk Gagal|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="concat('Aktivasi massal: ', massal/@nama)"/>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="massal/@status" mode="lencana"/>
    <xsl:value-of select="concat(' dikirim ', massal/@oleh, ', ', massal/@lembaga, ', ')"/>
    <xsl:apply-templates select="massal/@dibuat" mode="waktu"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="massal"/>
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <table class="tabel">
        <caption class="semu">Hasil per baris</caption>
        <thead><tr><th scope="col" class="angka">Baris</th><th scope="col">No. Identitas Kartu SAM</th><th scope="col">No. Mesin</th><th scope="col">Hasil</th><th scope="col" class="aksi">Manifes</th></tr></thead>
        <tbody><xsl:apply-templates select="daftar/baris"/></tbody>
      </table>
    </xsl:when>
    <xsl:otherwise><p>Tidak ada baris dengan hasil ini.</p></xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

<xsl:template match="massal">
  <section class="kotak" aria-labelledby="judul-kemajuan">
    <h2 id="judul-kemajuan">Kemajuan</h2>
    <xsl:call-template name="kemajuan">
      <xsl:with-param name="nilai" select="@berhasil + @gagal"/>
      <xsl:with-param name="dari" select="@jumlah"/>
      <xsl:with-param name="satuan" select="'baris'"/>
      <xsl:with-param name="label" select="'Baris selesai'"/>
    </xsl:call-template>
    <ul class="hitungan">
      <li><a href="?status=berhasil"><b><xsl:apply-templates select="@berhasil" mode="angka"/></b> berhasil</a></li>
      <li><a href="?status=gagal"><b><xsl:apply-templates select="@gagal" mode="angka"/></b> gagal</a></li>
      <li><a href="?status=antri"><b><xsl:value-of select="format-number(@jumlah - @berhasil - @gagal, '#.##0', 'id')"/></b> menunggu</a></li>
    </ul>
    <xsl:choose>
      <xsl:when test="@status != 'selesai'">
        <p role="status">Kartu sedang diaktifkan. Halaman ini memperbarui dirinya; Anda boleh meninggalkannya dan diberi tahu setelah selesai.</p>
      </xsl:when>
      <xsl:otherwise>
        <p class="tombol-baris">
          <xsl:if test="@berhasil &gt; 0"><a class="tombol utama" href="/aktivasi/massal/{@id}/zip">Unduh semua manifes (ZIP)</a></xsl:if>
          <xsl:if test="@gagal &gt; 0">
            <a class="tombol" href="/aktivasi/massal/{@id}/galat/csv">Baris gagal (CSV)</a>
            <a class="tombol" href="/aktivasi/massal/{@id}/galat/xlsx">Baris gagal (XLSX)</a>
          </xsl:if>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="daftar/baris">
  <tr>
    <td class="angka" data-label="Baris"><xsl:apply-templates select="@nomor" mode="angka"/></td>
    <td class="utama" data-label="No. Identitas Kartu SAM"><span class="kode rapat"><xsl:value-of select="@sam"/></span></td>
    <td data-label="No. Mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
    <td data-label="Hasil">
      <xsl:apply-templates select="@status" mode="lencana"/>
      <xsl:if test="@kode != ''"><br/><small><xsl:apply-templates select="." mode="sebab"/></small></xsl:if>
    </td>
    <td class="aksi">
      <xsl:if test="@manifes">
        <a href="/aktivasi/manifes/{@manifes}/xml">XML<span class="semu"> manifes baris <xsl:value-of select="@nomor"/></span></a>
        <xsl:text> </xsl:text>
        <a href="/aktivasi/kartu/{@kartu}">Kartu<span class="semu"> baris <xsl:value-of select="@nomor"/></span></a>
      </xsl:if>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
