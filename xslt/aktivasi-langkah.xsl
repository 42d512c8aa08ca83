<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-langkah.xsl: the actions that have one small page each: hapus,
     kirim, tarik, setujui, tolak (A-01, A-02). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>

<xsl:variable name="judul-aksi" select="'|hapus=Hapus draf|kirim=Kirim permintaan aktivasi|tarik=Tarik permintaan aktivasi|setujui=Setujui permintaan aktivasi|tolak=Tolak permintaan aktivasi|'"/>
<xsl:variable name="teks-aksi" select="'|hapus=Ya, hapus draf ini|kirim=Ya, kirim|tarik=Ya, tarik permintaan|setujui=Ya, setujui dan terbitkan token|tolak=Tolak permintaan|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:value-of select="substring-before(substring-after($judul-aksi, concat('|', aktivasi/@aksi, '=')), '|')"/>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="k" select="aktivasi"/>
  <xsl:call-template name="konfirmasi">
    <xsl:with-param name="aksi" select="concat('/aktivasi/', $k/@id, '/', $k/@aksi)"/>
    <xsl:with-param name="batal" select="concat('/aktivasi/', $k/@id)"/>
    <xsl:with-param name="teks" select="substring-before(substring-after($teks-aksi, concat('|', $k/@aksi, '=')), '|')"/>
    <xsl:with-param name="rupa" select="substring('bahayautama', 1 + 6 * ($k/@aksi = 'kirim' or $k/@aksi = 'setujui'), 6)"/>
    <xsl:with-param name="isi">
      <xsl:apply-templates select="$k" mode="singkat"/>
      <p>
        <xsl:choose>
          <xsl:when test="$k/@aksi = 'hapus'">Draf ini beserta berkasnya akan dihapus dan tidak dapat dikembalikan. Kartunya dapat dipakai pada permintaan lain.</xsl:when>
          <xsl:when test="$k/@aksi = 'kirim'">Permintaan dikirim ke Ditjen Dukcapil. Setelah itu daftar mesin tidak dapat diubah lagi; permintaan masih dapat ditarik selama belum diputuskan.</xsl:when>
          <xsl:when test="$k/@aksi = 'tarik'">Ditjen Dukcapil tidak akan memprosesnya lagi dan kartunya dapat dipakai pada permintaan lain. Bila kelak diperlukan, buat permintaan baru dengan nomor surat lain.</xsl:when>
          <xsl:when test="$k/@aksi = 'setujui'">Satu token terbit untuk setiap kartu dan berlaku 30 hari. Hanya lembaga pemohon yang dapat melihatnya. Setelah itu permintaan tidak dapat ditolak lagi.</xsl:when>
          <xsl:when test="$k/@aksi = 'tolak'">Permintaan ini berakhir di sini. Alasan Anda disampaikan kepada lembaga pemohon.</xsl:when>
        </xsl:choose>
      </p>
      <xsl:if test="$k/@aksi = 'setujui' and not(perjanjian)">
        <div class="pesan awas">
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
          <p>Belum ada perjanjian (PKS) lembaga ini dengan akses pembaca KTP-el yang berlaku hari ini. Tanpa itu kartu tidak dapat diaktifkan, sementara token berlaku 30 hari sejak disetujui.</p>
        </div>
      </xsl:if>
    </xsl:with-param>
    <xsl:with-param name="ruas">
      <input type="hidden" name="versi" value="{$k/@versi}"/>
      <xsl:if test="$k/@aksi = 'tarik' or $k/@aksi = 'tolak'">
        <xsl:call-template name="ruas-paragraf">
          <xsl:with-param name="nama" select="'alasan'"/>
          <xsl:with-param name="opsional" select="$k/@aksi = 'tarik'"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
