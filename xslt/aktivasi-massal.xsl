<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-massal.xsl: files of bulk activation (A-04). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kartu.xsl"/>

<xsl:variable name="status-halaman" select="'|antri=info Antre|jalan=proses Berjalan|selesai=baik Selesai|'"/>

<xsl:template match="halaman" mode="judul">Aktivasi massal</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="$peran = 'pengguna' or $peran = 'dinas'">
    <a class="tombol utama" href="/aktivasi/massal/baru">Kirim berkas aktivasi</a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <table class="tabel">
        <caption class="semu">Berkas aktivasi massal</caption>
        <thead>
          <tr>
            <th scope="col">Dikirim</th>
            <th scope="col">Berkas</th>
            <xsl:if test="$peran = 'admin' or $peran = 'pejabat'"><th scope="col">Lembaga</th></xsl:if>
            <th scope="col" class="angka">Baris</th>
            <th scope="col" class="angka">Berhasil</th>
            <th scope="col" class="angka">Gagal</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td class="rapat" data-label="Dikirim"><xsl:apply-templates select="@dibuat" mode="waktu"/></td>
              <td class="utama" data-label="Berkas"><a href="/aktivasi/massal/{@id}"><xsl:value-of select="@nama"/></a><br/><small><xsl:value-of select="@oleh"/></small></td>
              <xsl:if test="$peran = 'admin' or $peran = 'pejabat'"><td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td></xsl:if>
              <td class="angka" data-label="Baris"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
              <td class="angka" data-label="Berhasil"><xsl:apply-templates select="@berhasil" mode="angka"/></td>
              <td class="angka" data-label="Gagal"><xsl:apply-templates select="@gagal" mode="angka"/></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:when>
    <xsl:when test="$peran = 'pengguna' or $peran = 'dinas'">
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada berkas'"/>
        <xsl:with-param name="teks" select="'Banyak kartu dapat diaktifkan sekaligus dari satu berkas CSV atau XLSX berisi token dan tempatnya.'"/>
        <xsl:with-param name="ke" select="'/aktivasi/massal/baru'"/>
        <xsl:with-param name="tombol" select="'Kirim berkas aktivasi'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada berkas'"/>
        <xsl:with-param name="teks" select="'Belum ada lembaga yang mengirim berkas aktivasi massal.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

</xsl:stylesheet>
