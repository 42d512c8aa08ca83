<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one case. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="../../../xslt/layout.xsl"/>
<xsl:import href="../../../xslt/bagian/status.xsl"/>
<xsl:import href="../../../xslt/bagian/kasus.xsl"/>

<xsl:variable name="label" select="'|nomor=No. Permintaan|judul=Judul Permintaan|tanggal=Tgl Permintaan|lembaga=Lembaga Pengguna|produsen=Produsen Dituju|jumlah=Jumlah Mesin|catatan=Catatan / Keterangan|'"/>
<xsl:variable name="peristiwa" select="'|kirim=Permintaan dikirim|setuju=Disetujui produsen|disposisi=Disposisi dicatat|mulai=Personalisasi dimulai|'"/>
<xsl:template match="halaman" mode="judul">Permintaan <xsl:value-of select="permintaan/@nomor"/></xsl:template>
<xsl:template match="halaman" mode="remah"><li><a href="/permintaan">Permintaan Personalisasi</a></li></xsl:template>
<xsl:template match="halaman" mode="aksi"><xsl:apply-templates select="permintaan/status" mode="lencana"/></xsl:template>
<xsl:template match="halaman" mode="isi">
  <section class="langkah-lanjut" aria-labelledby="lanjut">
    <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
    <p>Kartu sedang dipersonalisasi. Anda akan diberi tahu bila serah terima sudah dapat dilakukan.</p>
    <p class="tombol-baris"><a class="tombol utama" href="/dokumen">Lihat dokumen</a><a class="tombol" href="/permintaan/69/tarik">Tarik permintaan</a></p>
  </section>
  <section class="kotak"><h2>Kemajuan</h2>
<xsl:call-template name="kemajuan"><xsl:with-param name="nilai" select="permintaan/@selesai"/><xsl:with-param name="dari" select="permintaan/@jumlah"/><xsl:with-param name="satuan" select="'kartu'"/><xsl:with-param name="label" select="'Kartu selesai'"/></xsl:call-template>
<br/>
  <xsl:apply-templates select="langkah"/></section>
  <div class="dua">
  <section class="kotak"><h2>Ringkasan</h2>
  <dl class="ringkasan">
<xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="isi" select="permintaan/@nomor"/></xsl:call-template>
<xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'judul'"/><xsl:with-param name="isi" select="permintaan/@judul"/></xsl:call-template>
<xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="permintaan/@lembaga"/></xsl:call-template>
<xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'produsen'"/><xsl:with-param name="isi" select="permintaan/@produsen"/></xsl:call-template>
<xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'jumlah'"/><xsl:with-param name="isi" select="permintaan/@jumlah"/></xsl:call-template>
<xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'catatan'"/><xsl:with-param name="isi" select="permintaan/@catatan"/></xsl:call-template>

  </dl></section>
  <section class="kotak"><h2>Dokumen</h2>
    <ul class="berkas-baris"><li><a href="/x">surat-permintaan.pdf</a> <small><xsl:apply-templates select="permintaan/@bita" mode="bita"/></small></li><li><a href="/y">BAST T00000069.pdf</a> <small>120 KB</small></li></ul>
  </section>
  </div>
  <section class="kotak"><h2>Linimasa</h2><xsl:apply-templates select="linimasa"/></section>
</xsl:template>
</xsl:stylesheet>
