<?xml version="1.0" encoding="UTF-8"?>
<!-- permintaan.xsl: list of requests (P-03). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/permintaan.xsl"/>

<xsl:variable name="peran" select="string(/halaman/sesi/@peran | /bagian/sekitar/@peran)"/>
<xsl:variable name="peminta" select="$peran = 'pengguna' or $peran = 'dinas'"/>

<xsl:template match="halaman" mode="judul">Permintaan Personalisasi</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="$peminta">
    <a class="tombol utama" href="/permintaan/baru">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>
      <xsl:text>Buat permintaan</xsl:text>
    </a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="sekitar">
    <xsl:with-param name="potong" select="0"/>
  </xsl:call-template>
  <xsl:call-template name="sekitar">
    <xsl:with-param name="potong" select="1"/>
  </xsl:call-template>
  <xsl:choose>
    <xsl:when test="daftar/bagian">
      <table class="tabel">
        <caption class="semu">Daftar permintaan kartu SAM</caption>
        <xsl:call-template name="sekitar">
          <xsl:with-param name="potong" select="2"/>
        </xsl:call-template>
        <tbody>
          <xsl:apply-templates select="daftar/bagian"/>
        </tbody>
      </table>
    </xsl:when>
    <xsl:when test="$peminta">
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada permintaan'"/>
        <xsl:with-param name="teks" select="'Siapkan surat permintaan dalam bentuk PDF, lalu buat permintaan pertama Anda.'"/>
        <xsl:with-param name="ke" select="'/permintaan/baru'"/>
        <xsl:with-param name="tombol" select="'Buat permintaan'"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada permintaan'"/>
        <xsl:with-param name="teks" select="'Permintaan muncul di sini setelah lembaga mengirimkannya.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="sekitar">
    <xsl:with-param name="potong" select="3"/>
  </xsl:call-template>
</xsl:template>

<!-- A part: what stands around the rows. -->
<xsl:template match="sekitar">
  <potongan>
    <form class="saringan" method="get" action="/permintaan" role="search">
      <xsl:call-template name="saring-cari">
        <xsl:with-param name="petunjuk" select="'Nomor atau judul'"/>
      </xsl:call-template>
      <xsl:call-template name="saring-pilihan">
        <xsl:with-param name="nama" select="'status'"/>
        <xsl:with-param name="label" select="'Status'"/>
        <xsl:with-param name="opsi" select="substring('|baru=Draf (baru)|diajukan=Diajukan|ditarik=Ditarik|ditolak=Ditolak|disetujui=Disetujui produsen|terdaftar=Terdaftar di Ditjen|dikembalikan=Dikembalikan|diterima=Diterima Ditjen|', 1 + 17 * not($peminta))"/>
      </xsl:call-template>
      <xsl:if test="$peran != 'produsen'">
        <xsl:call-template name="saring-pilihan">
          <xsl:with-param name="nama" select="'produsen'"/>
          <xsl:with-param name="label" select="'Produsen Dituju'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="not($peminta)">
        <div class="saring-ruas">
          <label for="s-lembaga">Kode lembaga</label>
          <input type="text" id="s-lembaga" name="lembaga" class="l-12" inputmode="numeric"
            maxlength="6" autocomplete="off"
            value="{daftar/saring[@nama = 'lembaga']/@nilai}"/>
        </div>
      </xsl:if>
      <xsl:call-template name="saring-tanggal">
        <xsl:with-param name="nama" select="'tgl-dari'"/>
        <xsl:with-param name="label" select="'Dari tanggal'"/>
      </xsl:call-template>
      <xsl:call-template name="saring-tanggal">
        <xsl:with-param name="nama" select="'tgl-sampai'"/>
        <xsl:with-param name="label" select="'Sampai tanggal'"/>
      </xsl:call-template>
      <xsl:call-template name="saring-tombol"/>
    </form>
    <xsl:call-template name="daftar-kepala"/>
    <thead>
      <tr>
        <th scope="col" class="angka">No.</th>
        <xsl:call-template name="kolom">
          <xsl:with-param name="teks" select="'No. Permintaan'"/>
          <xsl:with-param name="urut" select="'nomor'"/>
        </xsl:call-template>
        <th scope="col">Judul Permintaan</th>
        <xsl:call-template name="kolom">
          <xsl:with-param name="teks" select="'Tgl Permintaan'"/>
          <xsl:with-param name="urut" select="'tanggal'"/>
        </xsl:call-template>
        <th scope="col">Lembaga Pengguna</th>
        <th scope="col">Produsen Dituju</th>
        <xsl:call-template name="kolom">
          <xsl:with-param name="teks" select="'Jml Mesin'"/>
          <xsl:with-param name="urut" select="'jumlah'"/>
          <xsl:with-param name="kelas" select="'angka'"/>
        </xsl:call-template>
        <th scope="col">Berkas</th>
        <th scope="col">Status</th>
        <th scope="col" class="aksi">Aksi</th>
      </tr>
    </thead>
    <xsl:call-template name="daftar-kaki"/>
  </potongan>
</xsl:template>

<!-- A part: it reads nothing but its own row. -->
<xsl:template match="baris">
  <tr>
    <td class="angka" data-label="No."><xsl:value-of select="@no"/></td>
    <td class="utama" data-label="No. Permintaan"><a href="/permintaan/{@id}"><xsl:value-of select="@nomor"/></a></td>
    <td data-label="Judul Permintaan"><xsl:value-of select="@judul"/></td>
    <td class="rapat" data-label="Tgl Permintaan"><xsl:apply-templates select="@dibuat" mode="tanggal"/></td>
    <td data-label="Lembaga Pengguna"><xsl:value-of select="@lembaga"/></td>
    <td data-label="Produsen Dituju"><xsl:value-of select="@produsen"/></td>
    <td class="angka" data-label="Jml Mesin"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
    <td data-label="Berkas">
      <xsl:choose>
        <xsl:when test="@surat">
          <a href="/permintaan/{@id}/berkas/surat" aria-label="Unduh surat {@nomor}">PDF</a>
        </xsl:when>
        <xsl:otherwise>–</xsl:otherwise>
      </xsl:choose>
    </td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
    <td class="aksi"><xsl:call-template name="aksi-baris"/></td>
  </tr>
</xsl:template>

<xsl:template match="baris/@status" mode="lencana">
  <xsl:choose>
    <xsl:when test=". = 'diterima'"><span class="lencana baik">Diterima Ditjen</span></xsl:when>
    <xsl:when test=". = 'diajukan'"><span class="lencana info">Diajukan</span></xsl:when>
    <xsl:when test=". = 'disetujui'"><span class="lencana proses">Disetujui produsen</span></xsl:when>
    <xsl:when test=". = 'terdaftar'"><span class="lencana proses">Terdaftar di Ditjen</span></xsl:when>
    <xsl:when test=". = 'ditolak'"><span class="lencana buruk">Ditolak</span></xsl:when>
    <xsl:when test=". = 'dikembalikan'"><span class="lencana awas">Dikembalikan</span></xsl:when>
    <xsl:when test=". = 'ditarik'"><span class="lencana netral">Ditarik</span></xsl:when>
    <xsl:otherwise><span class="lencana netral">Draf (baru)</span></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- What the one who looks can do next with a row; "terima" is done on the
     request's own page. -->
<xsl:template name="aksi-baris">
  <a href="/permintaan/{@id}">
    <xsl:if test="@aksi and @aksi != 'terima'">
      <xsl:attribute name="href">
        <xsl:value-of select="concat('/permintaan/', @id, '/', @aksi)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@aksi = 'ubah'">Ubah</xsl:when>
      <xsl:when test="@aksi = 'daftarkan'">Daftarkan</xsl:when>
      <xsl:when test="@aksi">Proses</xsl:when>
      <xsl:otherwise>Lihat</xsl:otherwise>
    </xsl:choose>
    <span class="semu"><xsl:value-of select="concat(' ', @nomor)"/></span>
  </a>
</xsl:template>

</xsl:stylesheet>
