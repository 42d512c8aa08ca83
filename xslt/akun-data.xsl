<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-data.xsl: what is kept about oneself, to be taken along (U-25). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/data-pribadi.xsl"/>

<xsl:variable name="status-halaman" select="$status-hapus"/>

<xsl:template match="pesan[@kode = 'hapus-diminta']" mode="pesan">Permintaan penghapusan sudah dikirim. Anda akan diberi tahu keputusannya.</xsl:template>
<xsl:template match="pesan[@kode = 'hapus-ditarik']" mode="pesan">Permintaan penghapusan sudah ditarik. Data Anda tetap ada.</xsl:template>
<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Tidak ada permintaan yang masih dapat ditarik: keadaannya sudah berganti.</xsl:template>

<xsl:template match="halaman" mode="judul">Data Pribadi Saya</xsl:template>

<xsl:template match="halaman" mode="remah"><li><a href="/akun/profil">Profil Saya</a></li></xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Apa saja yang SI-FILMA simpan tentang Anda, untuk apa, dan berapa lama. Data ini dapat Anda unduh, perbaiki, atau minta dihapus, sesuai UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.</p>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:if test="penghapusan">
    <section class="kotak" aria-labelledby="permintaan">
      <h2 id="permintaan">Permintaan penghapusan Anda</h2>
      <dl class="ringkasan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Status'"/><xsl:with-param name="muatan"><xsl:apply-templates select="penghapusan/@status" mode="lencana"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Diminta'"/><xsl:with-param name="isi"><xsl:apply-templates select="penghapusan/@diminta" mode="waktu"/></xsl:with-param></xsl:call-template>
        <xsl:choose>
          <xsl:when test="penghapusan/@status = 'diajukan'">
            <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Diputuskan paling lambat'"/><xsl:with-param name="isi"><xsl:apply-templates select="penghapusan/@tenggat" mode="tanggal"/></xsl:with-param></xsl:call-template>
          </xsl:when>
          <xsl:when test="penghapusan/@balasan">
            <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Alasan penolakan'"/><xsl:with-param name="isi" select="penghapusan/@balasan"/></xsl:call-template>
          </xsl:when>
        </xsl:choose>
      </dl>
      <xsl:if test="penghapusan/@status = 'diajukan'">
        <form action="/akun/data/hapus/tarik">
          <xsl:call-template name="form-rahasia"/>
          <p class="tombol-baris"><button class="tombol" type="submit">Tarik permintaan</button></p>
        </form>
      </xsl:if>
    </section>
  </xsl:if>
  <div class="dua">
    <section class="kotak" aria-labelledby="unduh">
      <h2 id="unduh">Unduh data saya</h2>
      <p>Satu berkas ZIP: halaman untuk dibaca (baca.html), tabel CSV, dan data.json untuk dibaca mesin. Simpan baik-baik: isinya tentang Anda.</p>
      <form action="/akun/data/unduh">
        <xsl:call-template name="form-rahasia"/>
        <xsl:call-template name="ruas-sandi"><xsl:with-param name="nama" select="'sandi'"/></xsl:call-template>
        <xsl:call-template name="tombol-baris"><xsl:with-param name="teks" select="'Unduh ZIP'"/></xsl:call-template>
      </form>
    </section>
    <section class="kotak" aria-labelledby="hak">
      <h2 id="hak">Hak Anda yang lain</h2>
      <ul>
        <li><a href="/akun/profil">Memperbaiki</a> nama, alamat, telepon, foto, dan e-mail.</li>
        <li><a href="/notifikasi/pilihan">Menarik persetujuan</a> atas pesan e-mail atau WhatsApp.</li>
        <li><a href="/akun/sesi">Mengeluarkan sesi</a> dan <a href="/akun/faktor">melupakan perangkat</a>.</li>
      </ul>
      <xsl:if test="not(penghapusan/@status = 'diajukan')">
        <p class="tombol-baris"><a class="tombol" href="/akun/data/hapus">Minta data saya dihapus</a></p>
      </xsl:if>
    </section>
  </div>
  <section aria-labelledby="disimpan">
    <h2 id="disimpan">Yang disimpan</h2>
    <table class="tabel">
      <caption class="semu">Data yang disimpan tentang Anda</caption>
      <thead>
        <tr>
          <th scope="col">Data</th>
          <th scope="col">Isi</th>
          <th scope="col">Untuk apa</th>
          <th scope="col">Berapa lama</th>
          <th scope="col">Dasar</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="kategori">
          <tr>
            <td class="utama" data-label="Data"><xsl:apply-templates select="@kode" mode="kategori"/></td>
            <td data-label="Isi"><xsl:apply-templates select="@kode" mode="kategori-isi"/></td>
            <td data-label="Untuk apa"><xsl:apply-templates select="@kode" mode="kategori-tujuan"/></td>
            <td data-label="Berapa lama"><xsl:apply-templates select="@kode" mode="kategori-umur"/></td>
            <td data-label="Dasar"><xsl:apply-templates select="@kode" mode="kategori-dasar"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <p>Selain itu, percobaan masuk yang gagal dicatat <xsl:value-of select="umur/@masuk"/> hari, dan pendaftaran yang ditolak <xsl:value-of select="umur/@pendaftaran"/> hari. SI-FILMA tidak menjual data dan tidak membagikannya kepada pihak lain.</p>
  </section>
</xsl:template>

</xsl:stylesheet>
