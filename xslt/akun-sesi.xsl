<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-sesi.xsl: the places where one is signed in (U-08). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:template match="halaman" mode="judul">Sesi Saya</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Perangkat tempat Anda sedang masuk. Keluarkan yang tidak Anda kenali, lalu ganti password.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <table class="tabel">
    <caption class="semu">Sesi yang masih berlaku</caption>
    <thead>
      <tr>
        <th scope="col">Perangkat</th>
        <th scope="col">Alamat jaringan</th>
        <th scope="col">Masuk</th>
        <th scope="col">Terakhir dipakai</th>
        <th scope="col" class="aksi">Tindakan</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="sesi-lain/baris">
        <tr>
          <td class="utama" data-label="Perangkat"><xsl:apply-templates select="@agen" mode="perangkat"/></td>
          <td data-label="Alamat jaringan"><span class="kode"><xsl:value-of select="@alamat"/></span></td>
          <td class="rapat" data-label="Masuk"><xsl:apply-templates select="@dibuat" mode="waktu"/></td>
          <td class="rapat" data-label="Terakhir dipakai"><xsl:apply-templates select="@terakhir" mode="waktu"/></td>
          <td class="aksi">
            <xsl:choose>
              <xsl:when test="@ini"><span class="lencana baik">Sesi ini</span></xsl:when>
              <xsl:otherwise>
                <form action="/akun/sesi/{@id}/keluarkan">
                  <xsl:call-template name="form-rahasia"/>
                  <button class="tombol kecil" type="submit">Keluarkan<span class="semu"> sesi <xsl:apply-templates select="@agen" mode="perangkat"/> dari <xsl:value-of select="@alamat"/></span></button>
                </form>
              </xsl:otherwise>
            </xsl:choose>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <xsl:if test="sesi-lain/baris[not(@ini)]">
    <form action="/akun/sesi/keluarkan-lain">
      <xsl:call-template name="form-rahasia"/>
      <p class="tombol-baris"><button class="tombol" type="submit">Keluarkan semua yang lain</button></p>
    </form>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
