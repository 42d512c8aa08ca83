<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-baris.xsl: the rows of a request: a table of fields while it is
     a draft, a plain table afterwards (A-01). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/aktivasi-baris.xsl"/>

<xsl:variable name="ke" select="concat('/aktivasi/', /halaman/aktivasi/@id)"/>

<xsl:template match="halaman" mode="judul">Daftar mesin</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:if test="aktivasi/boleh[@aksi = 'ubah']">
    <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'pindai'"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:apply-templates select="aktivasi" mode="singkat"/>
  <p>
    <xsl:if test="aktivasi/boleh[@aksi = 'ubah']">
      <a href="{$ke}/impor">Isi dari berkas (CSV atau XLSX)</a>
      <xsl:text> · </xsl:text>
    </xsl:if>
    <xsl:text>Unduh daftar ini: </xsl:text>
    <a href="{$ke}/daftar/xlsx">XLSX</a>
    <xsl:text> atau </xsl:text>
    <a href="{$ke}/daftar/csv">CSV</a>
  </p>
  <xsl:choose>
    <xsl:when test="aktivasi/boleh[@aksi = 'ubah']">
      <xsl:call-template name="isian-mesin"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:apply-templates select="rincian" mode="tabel-mesin"/>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="lembar">
    <xsl:with-param name="ke" select="concat($ke, '/baris')"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="isian-mesin">
  <form action="{$ke}/baris">
    <xsl:call-template name="form-rahasia"/>
    <input type="hidden" name="versi" value="{aktivasi/@versi}"/>
    <input type="hidden" name="hal" value="{lembar/@hal}"/>
    <p class="petunjuk">Kartu lain dari tiket yang sama dapat dipakai dengan mengganti nomor serinya, atau mengetik No. Identitas Kartu SAM. Nama dan alamat outlet boleh menyusul saat aktivasi.</p>
    <table class="tabel isian">
      <caption class="semu">Daftar mesin yang dapat diubah</caption>
      <thead>
        <tr>
          <th scope="col" class="angka">No.</th>
          <th scope="col">No. Seri Kartu SAM</th>
          <th scope="col">No. Mesin</th>
          <th scope="col">Nama Outlet</th>
          <th scope="col">Alamat Outlet</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="rincian/kartu">
          <tr>
            <td class="angka" data-label="No."><xsl:apply-templates select="@urut" mode="angka"/></td>
            <xsl:call-template name="sel"><xsl:with-param name="ruas" select="'kartu'"/><xsl:with-param name="label" select="'No. Seri Kartu SAM'"/><xsl:with-param name="nilai" select="@seri-kartu"/><xsl:with-param name="pindai" select="true()"/></xsl:call-template>
            <xsl:call-template name="sel"><xsl:with-param name="ruas" select="'mesin'"/><xsl:with-param name="label" select="'No. Mesin'"/><xsl:with-param name="nilai" select="@seri-mesin"/><xsl:with-param name="pindai" select="true()"/></xsl:call-template>
            <xsl:call-template name="sel"><xsl:with-param name="ruas" select="'outlet'"/><xsl:with-param name="label" select="'Nama Outlet'"/><xsl:with-param name="nilai" select="@outlet"/></xsl:call-template>
            <xsl:call-template name="sel"><xsl:with-param name="ruas" select="'alamat'"/><xsl:with-param name="label" select="'Alamat Outlet'"/><xsl:with-param name="nilai" select="@alamat"/></xsl:call-template>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <div class="tombol-baris">
      <button type="submit" class="tombol utama" name="aksi" value="simpan">Simpan</button>
      <xsl:if test="lembar/@hal &lt; lembar/@banyak">
        <button type="submit" class="tombol" name="aksi" value="lanjut">Simpan dan lanjut</button>
      </xsl:if>
      <a class="tombol polos" href="{$ke}">Kembali ke permintaan</a>
    </div>
  </form>
</xsl:template>

<!-- A cell that is a field; its errors stand in the cell. -->
<xsl:template name="sel">
  <xsl:param name="ruas"/>
  <xsl:param name="label"/>
  <xsl:param name="nilai"/>
  <xsl:param name="pindai" select="false()"/>
  <xsl:variable name="nama" select="concat($ruas, '-', @urut)"/>
  <td data-label="{$label}">
    <input type="text" aria-label="{$label}, baris {@urut}" autocomplete="off">
      <xsl:call-template name="ruas-atribut">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="opsional" select="not($pindai)"/>
      </xsl:call-template>
      <xsl:if test="$pindai">
        <xsl:attribute name="class">kode</xsl:attribute>
        <xsl:attribute name="data-pindai"/>
        <xsl:attribute name="spellcheck">false</xsl:attribute>
      </xsl:if>
      <xsl:attribute name="value">
        <xsl:call-template name="ruas-nilai">
          <xsl:with-param name="nama" select="$nama"/>
          <xsl:with-param name="nilai" select="$nilai"/>
        </xsl:call-template>
      </xsl:attribute>
    </input>
    <xsl:call-template name="ruas-keterangan">
      <xsl:with-param name="nama" select="$nama"/>
    </xsl:call-template>
    <xsl:if test="$ruas = 'kartu'">
      <small>SAM <span class="kode"><xsl:value-of select="@sam-id"/></span><xsl:if test="@pcid"><br/>PCID <span class="kode"><xsl:value-of select="@pcid"/></span></xsl:if></small>
    </xsl:if>
  </td>
</xsl:template>

</xsl:stylesheet>
