<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-profil.xsl: one's own account. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Profil Saya</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol utama" href="/akun/profil/ubah">Ubah profil</a>
  <a class="tombol" href="/akun/sandi">Ubah Password</a>
  <a class="tombol" href="/akun/sesi">Sesi Saya</a>
  <a class="tombol" href="/akun/faktor">Faktor Kedua</a>
  <a class="tombol" href="/akun/data">Data Pribadi</a>
</xsl:template>

<xsl:template match="galat[@kode = 'email-sering']" mode="kalimat">Dalam satu jam paling banyak tiga tautan dikirim ke alamat baru. Cobalah lagi nanti.</xsl:template>
<xsl:template match="galat[@ruas = '' and @kode = 'berubah']" mode="kalimat">Tidak ada lagi yang dapat diubah di sini: keadaannya sudah berganti.</xsl:template>
<xsl:template match="pesan[@kode = 'email-diminta']" mode="pesan">Tautan konfirmasi sudah dikirim ke alamat baru. Alamat lama tetap dipakai sampai tautan itu dibuka.</xsl:template>
<xsl:template match="pesan[@kode = 'email-dikirim-ulang']" mode="pesan">Tautan baru sudah dikirim. Tautan sebelumnya tidak berlaku lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'email-dibatalkan']" mode="pesan">Pergantian alamat e-mail dibatalkan.</xsl:template>
<xsl:template match="pesan[@kode = 'foto-diganti']" mode="pesan">Foto Anda sudah disimpan.</xsl:template>
<xsl:template match="pesan[@kode = 'foto-dihapus']" mode="pesan">Foto Anda sudah dihapus.</xsl:template>

<!-- A change of address that waits. -->
<xsl:template name="email-menunggu">
  <section class="kotak" aria-labelledby="judul-email">
    <h2 id="judul-email">Alamat e-mail baru menunggu konfirmasi</h2>
    <p>
      <xsl:text>Kami mengirim tautan ke </xsl:text>
      <b><xsl:value-of select="akun/@email-baru"/></b>
      <xsl:text> pada </xsl:text>
      <xsl:apply-templates select="akun/@email-baru-dikirim" mode="waktu"/>
      <xsl:text>, berlaku sampai </xsl:text>
      <xsl:apply-templates select="akun/@email-baru-berakhir" mode="waktu"/>
      <xsl:text>. Sampai tautan itu dibuka, pesan tetap dikirim ke alamat lama.</xsl:text>
    </p>
    <div class="tombol-baris">
      <form action="/akun/email/kirim-ulang">
        <xsl:call-template name="form-rahasia"/>
        <button class="tombol" type="submit">Kirim ulang<span class="semu"> tautan</span></button>
      </form>
      <form action="/akun/email/batal">
        <xsl:call-template name="form-rahasia"/>
        <button class="tombol" type="submit">Batalkan<span class="semu"> pergantian alamat e-mail</span></button>
      </form>
    </div>
  </section>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:if test="akun/@email-baru">
    <xsl:call-template name="email-menunggu"/>
  </xsl:if>
  <div class="dua">
    <section class="kotak">
      <h2>Anda</h2>
      <xsl:if test="akun/@foto">
        <p><img class="foto" src="/akun/foto/{akun/@foto}" alt="Foto Anda" width="128" height="128"/></p>
      </xsl:if>
      <dl class="ringkasan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nama'"/><xsl:with-param name="isi" select="akun/@nama"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'username'"/><xsl:with-param name="isi" select="akun/@username"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'peran'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@peran" mode="peran"/></xsl:with-param></xsl:call-template>
        <xsl:if test="akun/@jabatan">
          <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Jabatan'"/><xsl:with-param name="isi" select="akun/@jabatan"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="akun/@nip">
          <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'NIP'"/><xsl:with-param name="isi" select="akun/@nip"/></xsl:call-template>
        </xsl:if>
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="nama" select="'email'"/>
          <xsl:with-param name="muatan">
            <xsl:value-of select="akun/@email"/>
            <xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="akun/@email-sah"><span class="lencana baik">Terkonfirmasi</span></xsl:when>
              <xsl:otherwise><span class="lencana awas">Belum dikonfirmasi</span></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'telepon'"/><xsl:with-param name="isi" select="akun/@telepon"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'alamat'"/><xsl:with-param name="isi" select="concat(akun/@alamat, ', ', akun/@kota, ', ', akun/@provinsi)"/></xsl:call-template>
      </dl>
      <p class="tombol-baris">
        <a class="tombol" href="/akun/foto"><xsl:choose><xsl:when test="akun/@foto">Ganti foto</xsl:when><xsl:otherwise>Pasang foto</xsl:otherwise></xsl:choose></a>
        <a class="tombol" href="/akun/email">Ganti e-mail</a>
      </p>
    </section>
    <section class="kotak">
      <h2>Lembaga</h2>
      <dl class="ringkasan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="akun/@lembaga"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Kode Lembaga'"/><xsl:with-param name="isi" select="akun/@lembaga-kode"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'jenis'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@lembaga-jenis" mode="jenis"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Terdaftar sejak'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@dibuat" mode="tanggal"/></xsl:with-param></xsl:call-template>
      </dl>
      <p>Username, lembaga, dan peran tidak dapat Anda ganti sendiri. Bila berubah, hubungi admin.</p>
    </section>
  </div>
</xsl:template>

</xsl:stylesheet>
