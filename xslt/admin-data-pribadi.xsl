<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-data-pribadi.xsl: requests for erasure, and what was erased because
     its time was over (U-25). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/data-pribadi.xsl"/>

<xsl:variable name="status-halaman" select="$status-hapus"/>
<xsl:variable name="jenis-retensi" select="'|sesi=Sesi yang berakhir|masuk=Percobaan masuk yang gagal|tautan=Tautan yang tidak berlaku|pesan=Pesan keluar|notifikasi=Pemberitahuan|perangkat=Perangkat yang diingat|pendaftaran=Pendaftaran yang ditolak|permintaan=Orang yang meminta|'"/>

<xsl:template match="halaman" mode="judul">Data Pribadi</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Permintaan penghapusan data pribadi, dan yang dihapus sendiri karena masa simpannya habis.</p>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/admin/pengaturan">Atur masa simpan</a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <h2>Permintaan penghapusan</h2>
  <form class="saringan" method="get" action="/admin/data-pribadi">
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|diajukan=Menunggu keputusan|disetujui=Disetujui|selesai=Selesai|ditolak=Ditolak|ditarik=Ditarik|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Permintaan penghapusan data pribadi</caption>
        <thead>
          <tr>
            <th scope="col">Akun</th>
            <th scope="col">Peran</th>
            <th scope="col">Lembaga</th>
            <th scope="col">Diminta</th>
            <th scope="col">Tenggat</th>
            <th scope="col">Status</th>
            <th scope="col" class="aksi">Tindakan</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td class="utama" data-label="Akun"><xsl:value-of select="@nama"/></td>
              <td data-label="Peran"><xsl:apply-templates select="@peran" mode="peran"/></td>
              <td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td>
              <td class="rapat" data-label="Diminta">
                <xsl:choose>
                  <xsl:when test="@asal = 'retensi'">Masa simpan habis</xsl:when>
                  <xsl:otherwise><xsl:apply-templates select="@diminta" mode="tanggal"/></xsl:otherwise>
                </xsl:choose>
              </td>
              <td class="rapat" data-label="Tenggat"><xsl:apply-templates select="@tenggat" mode="tanggal"/><xsl:if test="@lewat"><xsl:text> </xsl:text><span class="lencana buruk">Lewat</span></xsl:if></td>
              <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
              <td class="aksi"><a href="/admin/data-pribadi/{@id}"><xsl:choose><xsl:when test="@status = 'diajukan'">Putuskan</xsl:when><xsl:otherwise>Lihat</xsl:otherwise></xsl:choose><span class="semu"> permintaan <xsl:value-of select="@nama"/></span></a></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada permintaan'"/>
        <xsl:with-param name="teks" select="'Orang meminta penghapusan di Profil Saya, Data Pribadi. Permintaannya muncul di sini.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <section class="kotak" aria-labelledby="retensi">
    <h2 id="retensi">Yang dihapus karena masa simpannya habis</h2>
    <p>Diperiksa setiap jam. Arsip pekerjaan, dokumen, dan log audit (sekurang-kurangnya <xsl:value-of select="retensi/@audit"/> tahun) tidak dihapus.</p>
    <table class="tabel padat">
      <caption class="semu">Jumlah yang dihapus menurut jenisnya</caption>
      <thead>
        <tr>
          <th scope="col">Jenis</th>
          <th scope="col" class="angka">Masa simpan</th>
          <th scope="col" class="angka">30 hari terakhir</th>
          <th scope="col" class="angka">Seluruhnya</th>
          <th scope="col">Terakhir</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="retensi/jenis">
          <tr>
            <td class="utama" data-label="Jenis"><xsl:value-of select="substring-before(substring-after($jenis-retensi, concat('|', @kode, '=')), '|')"/></td>
            <td class="angka" data-label="Masa simpan"><xsl:choose><xsl:when test="@hari"><xsl:value-of select="concat(@hari, ' hari')"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
            <td class="angka" data-label="30 hari terakhir"><xsl:apply-templates select="@baru" mode="angka"/></td>
            <td class="angka" data-label="Seluruhnya"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
            <td class="rapat" data-label="Terakhir"><xsl:choose><xsl:when test="@terakhir"><xsl:apply-templates select="@terakhir" mode="tanggal"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
</xsl:template>

</xsl:stylesheet>
