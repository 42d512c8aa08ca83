<?xml version="1.0" encoding="UTF-8"?>
<!-- proses-hari.xsl: one day of the plan and its capacity (P-08). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/proses.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:apply-templates select="hari/@hari" mode="hari"/>
  <xsl:text>, </xsl:text>
  <xsl:apply-templates select="hari/@tanggal" mode="tanggal"/>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/proses">Proses Personalisasi</a></li>
  <li><a href="{hari/@bulan}">Kalender</a></li>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <section class="kotak" aria-labelledby="judul-beban">
    <h2 id="judul-beban">Beban</h2>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Kartu terencana'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="hari/@rencana" mode="angka"/> dari kapasitas <xsl:apply-templates select="hari/@kapasitas" mode="angka"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Kartu sudah selesai'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="hari/@selesai" mode="angka"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="hari/@libur">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Hari libur'"/><xsl:with-param name="isi" select="hari/@libur"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="hari/@khusus = 'ya'">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Kapasitas diubah karena'"/><xsl:with-param name="isi" select="hari/@alasan"/></xsl:call-template>
      </xsl:if>
    </dl>
    <xsl:if test="hari/tiket">
      <table class="tabel">
        <caption class="semu">Tiket pada hari itu</caption>
        <thead><tr><th scope="col">Kode Tiket</th><th scope="col">Judul Permintaan</th><th scope="col" class="angka">Kartu</th><th scope="col">Status</th></tr></thead>
        <tbody>
          <xsl:for-each select="hari/tiket">
            <tr>
              <td class="utama" data-label="Kode Tiket"><a class="kode" href="{@href}"><xsl:value-of select="@kode"/></a></td>
              <td data-label="Judul Permintaan"><xsl:value-of select="@judul"/><br/><small><xsl:value-of select="@lembaga"/></small></td>
              <td class="angka" data-label="Kartu"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </section>
  <xsl:choose>
    <xsl:when test="hari/@lalu = 'ya'"><p>Hari itu sudah lewat, jadi kapasitasnya tidak dapat diubah lagi.</p></xsl:when>
    <xsl:when test="not(hari/@kerja) and not(galat)"><p>Hari itu bukan hari kerja. Hari libur diubah pada menu Hari Libur.</p></xsl:when>
    <xsl:otherwise>
      <form class="form kotak" action="/proses/kalender/{hari/@tanggal}">
        <xsl:call-template name="form-rahasia"/>
        <h2>Ubah kapasitas</h2>
        <xsl:call-template name="ruas-radio">
          <xsl:with-param name="nama" select="'cara'"/>
          <xsl:with-param name="label" select="'Kapasitas pada hari itu'"/>
          <xsl:with-param name="opsi" select="'|tutup=Tutup: tidak ada personalisasi|ubah=Kapasitas lain, jumlahnya di bawah|biasa=Seperti biasa, menurut pengaturan|'"/>
        </xsl:call-template>
        <xsl:call-template name="ruas-angka">
          <xsl:with-param name="nama" select="'jumlah'"/>
          <xsl:with-param name="label" select="'Kapasitas'"/>
          <xsl:with-param name="opsional" select="true()"/>
          <xsl:with-param name="satuan" select="'kartu'"/>
          <xsl:with-param name="petunjuk" select="'Diisi hanya untuk kapasitas lain, 1 sampai 100.000.'"/>
        </xsl:call-template>
        <xsl:call-template name="ruas-teks">
          <xsl:with-param name="nama" select="'alasan'"/>
          <xsl:with-param name="petunjuk" select="'Misalnya: pemeliharaan mesin personalisasi'"/>
        </xsl:call-template>
        <p>Jadwal disusun ulang untuk tiket yang belum selesai. Lembaga pengguna dan produsen yang estimasinya bergeser diberi tahu.</p>
        <xsl:call-template name="tombol-baris">
          <xsl:with-param name="teks" select="'Simpan dan susun ulang'"/>
          <xsl:with-param name="batal" select="hari/@bulan"/>
        </xsl:call-template>
      </form>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
