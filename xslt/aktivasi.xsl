<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi.xsl: list of requests for activation (A-01). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:template match="halaman" mode="judul">SAM Aktivasi</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="$peminta">
    <a class="tombol utama" href="/aktivasi/baru">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
      <xsl:text>Buat permintaan</xsl:text>
    </a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <form class="saringan" method="get" action="/aktivasi" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Nomor atau judul'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="label" select="'Status'"/>
      <xsl:with-param name="opsi" select="substring('|baru=Draf (baru)|diajukan=Diajukan|ditarik=Ditarik|disetujui=Disetujui|ditolak=Ditolak|', 1 + 17 * not($peminta))"/>
    </xsl:call-template>
    <xsl:if test="not($peminta)">
      <div class="saring-ruas">
        <label for="s-lembaga">Kode lembaga</label>
        <input type="text" id="s-lembaga" name="lembaga" class="l-12" inputmode="numeric"
          maxlength="6" autocomplete="off"
          value="{daftar/saring[@nama = 'lembaga']/@nilai}"/>
      </div>
    </xsl:if>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:call-template name="daftar-kepala"/>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <table class="tabel">
        <caption class="semu">Daftar permintaan aktivasi</caption>
        <thead>
          <tr>
            <th scope="col" class="angka">No.</th>
            <th scope="col">No. Permintaan</th>
            <th scope="col">Judul Permintaan</th>
            <xsl:call-template name="kolom">
              <xsl:with-param name="teks" select="'Tgl Buat'"/>
              <xsl:with-param name="urut" select="'tanggal'"/>
            </xsl:call-template>
            <xsl:if test="not($peminta)"><th scope="col">Lembaga Pengguna</th></xsl:if>
            <th scope="col">No. Permohonan Perso</th>
            <th scope="col" class="angka">Jml Mesin</th>
            <th scope="col">Berkas</th>
            <th scope="col">Status</th>
            <th scope="col" class="aksi">Aksi</th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="daftar/baris"/>
        </tbody>
      </table>
    </xsl:when>
    <xsl:when test="$peminta">
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada permintaan aktivasi'"/>
        <xsl:with-param name="teks" select="'Permintaan dibuat untuk kartu SAM yang sudah diserahkan kepada lembaga Anda. Siapkan surat permintaan dalam bentuk PDF.'"/>
        <xsl:with-param name="ke" select="'/aktivasi/baru'"/>
        <xsl:with-param name="tombol" select="'Buat permintaan'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada permintaan aktivasi'"/>
        <xsl:with-param name="teks" select="'Permintaan muncul di sini setelah lembaga mengirimkannya.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

<xsl:variable name="sebelum" select="/halaman/daftar/@dari - 1"/>

<xsl:template match="baris">
  <tr>
    <td class="angka" data-label="No."><xsl:value-of select="$sebelum + position()"/></td>
    <td class="utama" data-label="No. Permintaan"><a href="/aktivasi/{@id}"><xsl:apply-templates select="@nomor" mode="patah"/></a></td>
    <td data-label="Judul Permintaan"><xsl:value-of select="@judul"/></td>
    <td class="rapat" data-label="Tgl Buat"><xsl:apply-templates select="@dibuat" mode="tanggal"/></td>
    <xsl:if test="not($peminta)"><td data-label="Lembaga Pengguna"><xsl:value-of select="@lembaga"/></td></xsl:if>
    <td data-label="No. Permohonan Perso"><a class="kode" href="/proses/{@proses}"><xsl:value-of select="@tiket"/></a></td>
    <td class="angka" data-label="Jml Mesin"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
    <td data-label="Berkas">
      <xsl:choose>
        <xsl:when test="@surat"><a href="/aktivasi/{@id}/berkas" aria-label="Unduh surat {@nomor}">PDF</a></xsl:when>
        <xsl:otherwise>–</xsl:otherwise>
      </xsl:choose>
    </td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
    <td class="aksi">
      <a href="/aktivasi/{@id}">
        <xsl:choose>
          <xsl:when test="@status = 'baru'">Lengkapi</xsl:when>
          <xsl:when test="@status = 'diajukan' and $peran = 'admin'">Proses</xsl:when>
          <xsl:otherwise>Lihat</xsl:otherwise>
        </xsl:choose>
        <span class="semu"><xsl:value-of select="concat(' ', @nomor)"/></span>
      </a>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
