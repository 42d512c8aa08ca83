<?xml version="1.0" encoding="UTF-8"?>
<!-- permintaan-langkah.xsl: the actions that have one small page each:
     hapus, tarik, tolak, daftarkan, disposisi, terima, kembalikan. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/permintaan.xsl"/>

<xsl:variable name="judul-aksi" select="'|hapus=Hapus draf|tarik=Tarik permintaan|tolak=Tolak permintaan|daftarkan=Daftarkan surat|disposisi=Catat disposisi|terima=Terima permintaan|kembalikan=Kembalikan permintaan|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="substring-before(substring-after($judul-aksi, concat('|', permintaan/@aksi, '=')), '|')"/>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="p" select="permintaan"/>
  <xsl:variable name="aksi" select="concat('/permintaan/', $p/@id, '/', $p/@aksi)"/>
  <xsl:variable name="batal" select="concat('/permintaan/', $p/@id)"/>
  <xsl:variable name="apa">
    <p>
      <b><xsl:value-of select="$p/@nomor"/></b>
      <xsl:value-of select="concat(' – ', $p/@judul, ', ', $p/@lembaga, ', ')"/>
      <xsl:apply-templates select="$p/@jumlah" mode="angka"/>
      <xsl:text> mesin.</xsl:text>
    </p>
  </xsl:variable>
  <xsl:variable name="versi">
    <input type="hidden" name="versi" value="{$p/@versi}"/>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="$p/@aksi = 'hapus'">
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="$aksi"/>
        <xsl:with-param name="batal" select="$batal"/>
        <xsl:with-param name="teks" select="'Ya, hapus draf ini'"/>
        <xsl:with-param name="isi">
          <xsl:copy-of select="$apa"/>
          <p>Draf ini beserta berkasnya akan dihapus dan tidak dapat dikembalikan.</p>
        </xsl:with-param>
        <xsl:with-param name="ruas" select="$versi"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$p/@aksi = 'tarik'">
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="$aksi"/>
        <xsl:with-param name="batal" select="$batal"/>
        <xsl:with-param name="teks" select="'Ya, tarik permintaan'"/>
        <xsl:with-param name="isi">
          <xsl:copy-of select="$apa"/>
          <p><xsl:value-of select="$p/@produsen"/> tidak akan memprosesnya lagi. Bila kelak diperlukan, buat permintaan baru dengan nomor surat lain.</p>
        </xsl:with-param>
        <xsl:with-param name="ruas">
          <xsl:copy-of select="$versi"/>
          <xsl:call-template name="ruas-paragraf">
            <xsl:with-param name="nama" select="'alasan'"/>
            <xsl:with-param name="opsional" select="true()"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$p/@aksi = 'tolak'">
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="$aksi"/>
        <xsl:with-param name="batal" select="$batal"/>
        <xsl:with-param name="teks" select="'Tolak permintaan'"/>
        <xsl:with-param name="isi">
          <xsl:copy-of select="$apa"/>
          <p>Permintaan ini berakhir di sini dan seri yang pernah didaftarkan untuknya dapat dipakai lagi. Alasan Anda disampaikan kepada lembaga pemohon.</p>
        </xsl:with-param>
        <xsl:with-param name="ruas">
          <xsl:copy-of select="$versi"/>
          <xsl:call-template name="ruas-paragraf">
            <xsl:with-param name="nama" select="'alasan'"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$p/@aksi = 'kembalikan'">
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="$aksi"/>
        <xsl:with-param name="batal" select="$batal"/>
        <xsl:with-param name="teks" select="'Kembalikan kepada produsen'"/>
        <xsl:with-param name="isi">
          <xsl:copy-of select="$apa"/>
          <p><xsl:value-of select="$p/@produsen"/> dapat memperbaiki lampirannya lalu mengajukan ulang; semua yang sudah diisi tetap tersimpan.</p>
        </xsl:with-param>
        <xsl:with-param name="ruas">
          <xsl:copy-of select="$versi"/>
          <xsl:call-template name="ruas-paragraf">
            <xsl:with-param name="nama" select="'alasan'"/>
            <xsl:with-param name="petunjuk" select="'Sebutkan apa yang harus diperbaiki.'"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$p/@aksi = 'terima'">
      <xsl:call-template name="konfirmasi">
        <xsl:with-param name="aksi" select="$aksi"/>
        <xsl:with-param name="batal" select="$batal"/>
        <xsl:with-param name="teks" select="'Ya, terima permintaan'"/>
        <xsl:with-param name="rupa" select="'utama'"/>
        <xsl:with-param name="isi">
          <xsl:copy-of select="$apa"/>
          <p>
            <xsl:text>Kode tiket akan terbit dan </xsl:text>
            <xsl:apply-templates select="$p/@kartu" mode="angka"/>
            <xsl:text> kartu masuk jadwal personalisasi menurut disposisi Kasubdit KI tanggal </xsl:text>
            <xsl:apply-templates select="$p/disposisi[@jabatan = 'kasubdit']/@tanggal" mode="tanggal"/>
            <xsl:text>. Setelah itu permintaan tidak dapat dikembalikan lagi.</xsl:text>
          </p>
        </xsl:with-param>
        <xsl:with-param name="ruas" select="$versi"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$p/@aksi = 'daftarkan'">
      <form class="kotak" action="{$aksi}">
        <xsl:call-template name="form-rahasia"/>
        <xsl:copy-of select="$versi"/>
        <xsl:copy-of select="$apa"/>
        <xsl:call-template name="ruas-teks">
          <xsl:with-param name="nama" select="'agenda-nomor'"/>
          <xsl:with-param name="petunjuk" select="'Nomor pada buku agenda surat masuk.'"/>
          <xsl:with-param name="nilai" select="$p/@agenda-nomor"/>
          <xsl:with-param name="lebar" select="20"/>
        </xsl:call-template>
        <xsl:call-template name="ruas-tanggal">
          <xsl:with-param name="nama" select="'agenda-tanggal'"/>
          <xsl:with-param name="nilai" select="$p/@agenda-tanggal"/>
        </xsl:call-template>
        <xsl:call-template name="tombol-baris">
          <xsl:with-param name="teks" select="'Daftarkan surat'"/>
          <xsl:with-param name="batal" select="$batal"/>
        </xsl:call-template>
      </form>
    </xsl:when>
    <xsl:when test="$p/@aksi = 'disposisi'">
      <form class="kotak" action="{$aksi}">
        <xsl:call-template name="form-rahasia"/>
        <xsl:copy-of select="$versi"/>
        <xsl:copy-of select="$apa"/>
        <p>
          <xsl:text>Surat agenda </xsl:text>
          <xsl:value-of select="$p/@agenda-nomor"/>
          <xsl:text> diterima </xsl:text>
          <xsl:apply-templates select="$p/@agenda-tanggal" mode="tanggal"/>
          <xsl:text>. Isi berurutan; yang belum ada dibiarkan kosong.</xsl:text>
        </p>
        <xsl:for-each select="$p/disposisi">
          <fieldset class="ruas">
            <legend><xsl:call-template name="jabatan"><xsl:with-param name="kode" select="@jabatan"/></xsl:call-template></legend>
            <xsl:call-template name="ruas-tanggal">
              <xsl:with-param name="nama" select="concat('tanggal-', @jabatan)"/>
              <xsl:with-param name="label" select="'Tanggal disposisi'"/>
              <xsl:with-param name="nilai" select="@tanggal"/>
              <xsl:with-param name="opsional" select="@jabatan != 'dirjen'"/>
            </xsl:call-template>
            <xsl:call-template name="ruas-teks">
              <xsl:with-param name="nama" select="concat('catatan-', @jabatan)"/>
              <xsl:with-param name="label" select="'Isi disposisi'"/>
              <xsl:with-param name="nilai" select="@catatan"/>
              <xsl:with-param name="opsional" select="true()"/>
            </xsl:call-template>
          </fieldset>
        </xsl:for-each>
        <xsl:call-template name="tombol-baris">
          <xsl:with-param name="teks" select="'Simpan disposisi'"/>
          <xsl:with-param name="batal" select="$batal"/>
        </xsl:call-template>
      </form>
    </xsl:when>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
