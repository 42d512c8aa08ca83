<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-parameter-periksa.xsl: what a change of the parameters does, before
     it is done (B-01). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>
<xsl:import href="bagian/balikan-ruas.xsl"/>

<xsl:variable name="lama" select="/halaman/periksa/@nomor - 1"/>

<xsl:template match="halaman" mode="judul">Periksa jawaban Anda</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/balikan">Data Balikan</a></li>
  <li><a href="/balikan/parameter">Setting Parameter</a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:call-template name="tapak">
    <xsl:with-param name="langkah" select="'|Parameter|Periksa|'"/>
    <xsl:with-param name="ke" select="2"/>
  </xsl:call-template>
  <h2>
    <xsl:text>Parameter versi </xsl:text>
    <xsl:value-of select="periksa/@nomor"/>
  </h2>
  <table class="tabel">
    <caption class="semu">Parameter yang akan disimpan</caption>
    <thead>
      <tr>
        <th scope="col" class="angka">No.</th>
        <th scope="col">Nama</th>
        <th scope="col">Aturan</th>
        <th scope="col">Perubahan</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="periksa/ruas">
        <tr>
          <td class="angka" data-label="No."><xsl:value-of select="@urut"/></td>
          <td class="utama" data-label="Nama"><span class="kode"><xsl:value-of select="@nama"/></span></td>
          <td data-label="Aturan">
            <xsl:apply-templates select="." mode="aturan"/>
            <xsl:if test="lama">
              <br/>
              <small>
                <xsl:text>Sebelumnya: </xsl:text>
                <xsl:apply-templates select="lama/ruas" mode="aturan"/>
              </small>
            </xsl:if>
          </td>
          <td data-label="Perubahan">
            <xsl:choose>
              <xsl:when test="@akibat = 'baru'"><span class="lencana baik">Ditambahkan</span></xsl:when>
              <xsl:when test="@akibat = 'ubah'"><span class="lencana awas">Diubah</span></xsl:when>
              <xsl:when test="@akibat = 'pindah'"><span class="lencana info">Pindah urutan</span></xsl:when>
              <xsl:otherwise><span class="lencana netral">Tetap</span></xsl:otherwise>
            </xsl:choose>
          </td>
        </tr>
      </xsl:for-each>
      <xsl:for-each select="periksa/hapus">
        <tr>
          <td class="angka" data-label="No.">–</td>
          <td class="utama" data-label="Nama"><span class="kode"><xsl:value-of select="@nama"/></span></td>
          <td data-label="Aturan">Tidak dikirim lagi.</td>
          <td data-label="Perubahan"><span class="lencana buruk">Dihapus</span></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <div class="konfirmasi utama">
    <h2>Sesudah disimpan</h2>
    <ul>
      <xsl:if test="$lama &gt; 0">
        <li>
          <xsl:text>Data yang sudah dikirim tidak berubah dan tetap memakai versi yang dipakai saat mengirimnya, juga versi </xsl:text>
          <xsl:value-of select="$lama"/>
          <xsl:text>.</xsl:text>
        </li>
      </xsl:if>
      <li>
        <xsl:choose>
          <xsl:when test="$lama &gt; 0">Template harus diunduh lagi, karena kolomnya mengikuti versi baru.</xsl:when>
          <xsl:otherwise>Template dapat diunduh, dan data dapat dikirim.</xsl:otherwise>
        </xsl:choose>
      </li>
      <li>Form Online dan Web Service langsung memakai versi ini.</li>
    </ul>
    <form action="/balikan/parameter">
      <xsl:call-template name="form-rahasia"/>
      <xsl:for-each select="isian/ruas[@nama != 'aksi']">
        <input type="hidden" name="{@nama}" value="{.}"/>
      </xsl:for-each>
      <div class="tombol-baris">
        <button type="submit" class="tombol utama">Simpan parameter</button>
        <button type="submit" class="tombol" name="aksi" value="kembali" formaction="/balikan/parameter/ubah">Kembali mengubah</button>
        <a class="tombol polos" href="/balikan/parameter">Batal</a>
      </div>
    </form>
  </div>
</xsl:template>

</xsl:stylesheet>
