<?xml version="1.0" encoding="UTF-8"?>
<!-- A list page made of the shared templates. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../../../xslt/layout.xsl"/>
<xsl:import href="../../../xslt/bagian/status.xsl"/>
<xsl:import href="../../../xslt/bagian/daftar.xsl"/>

<xsl:variable name="label" select="'|nomor=No. Permintaan|produsen=Produsen Dituju|'"/>
<xsl:variable name="status-halaman" select="'|draf=netral Draf|baru=info Baru|disetujui=baik Disetujui|dikembalikan=awas Dikembalikan|ditolak=buruk Ditolak|diproses=proses Diproses|selesai=baik Selesai|ditarik=netral Ditarik|'"/>
<xsl:template match="halaman" mode="judul">Permintaan Personalisasi</xsl:template>
<xsl:template match="halaman" mode="aksi">
  <a class="tombol utama" href="/permintaan/baru"><xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tambah'"/></xsl:call-template>Buat permintaan</a>
</xsl:template>
<xsl:template match="pesan[@kode = 'permintaan-dikirim']" mode="pesan">Permintaan <b><xsl:value-of select="@nomor"/></b> sudah dikirim kepada produsen.</xsl:template>
<xsl:template match="halaman" mode="isi">
  <form class="saringan" method="get" action="/permintaan" role="search">
<xsl:call-template name="saring-cari"><xsl:with-param name="petunjuk" select="'Nomor atau judul'"/></xsl:call-template>
<xsl:call-template name="saring-pilihan"><xsl:with-param name="nama" select="'status'"/><xsl:with-param name="opsi" select="'|draf=Draf|baru=Baru|disetujui=Disetujui|'"/></xsl:call-template>
<xsl:call-template name="saring-pilihan"><xsl:with-param name="nama" select="'produsen'"/></xsl:call-template>
<xsl:call-template name="saring-tanggal"><xsl:with-param name="nama" select="'dari'"/></xsl:call-template>
<xsl:call-template name="saring-tanggal"><xsl:with-param name="nama" select="'sampai'"/></xsl:call-template>
<xsl:call-template name="saring-tombol"></xsl:call-template>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
<xsl:call-template name="daftar-kepala"></xsl:call-template>

      <table class="tabel">
        <caption class="semu">Daftar permintaan personalisasi</caption>
        <thead><tr>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'No.'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'No. Permintaan'"/><xsl:with-param name="urut" select="'nomor'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Judul Permintaan'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Tgl Permintaan'"/><xsl:with-param name="urut" select="'tanggal'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Lembaga Pengguna'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Produsen Dituju'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Jml Mesin'"/><xsl:with-param name="urut" select="'jumlah'"/><xsl:with-param name="kelas" select="'angka'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Berkas'"/></xsl:call-template>
<xsl:call-template name="kolom"><xsl:with-param name="teks" select="'Status'"/></xsl:call-template>

          <th scope="col" class="aksi">Tindakan</th>
        </tr></thead>
        <tbody>
          <xsl:for-each select="daftar/baris">
            <tr>
              <td class="angka" data-label="No."><xsl:value-of select="@no"/></td>
              <td data-label="No. Permintaan"><xsl:value-of select="@nomor"/></td>
              <td class="utama" data-label="Judul"><xsl:value-of select="@judul"/></td>
              <td data-label="Tanggal"><xsl:apply-templates select="@tanggal" mode="tanggal"/></td>
              <td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td>
              <td data-label="Produsen"><xsl:value-of select="@produsen"/></td>
              <td class="angka" data-label="Jml Mesin"><xsl:apply-templates select="@jumlah" mode="angka"/></td>
              <td data-label="Berkas"><a href="/permintaan/{@id}/berkas"><xsl:value-of select="@berkas"/><span class="semu"> permintaan <xsl:value-of select="@nomor"/></span></a></td>
              <td data-label="Status"><xsl:apply-templates select="status" mode="lencana"/></td>
              <td class="aksi"><a href="/permintaan/{@id}">Lihat<span class="semu"> permintaan <xsl:value-of select="@nomor"/></span></a></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
<xsl:call-template name="daftar-kaki"></xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
<xsl:call-template name="kosong"><xsl:with-param name="judul" select="'Belum ada permintaan'"/><xsl:with-param name="teks" select="'Buat permintaan pertama lembaga Anda, lalu kirim kepada produsen.'"/><xsl:with-param name="ke" select="'/permintaan/baru'"/><xsl:with-param name="tombol" select="'Buat permintaan'"/></xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
</xsl:stylesheet>
