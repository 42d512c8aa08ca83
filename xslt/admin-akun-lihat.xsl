<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-akun-lihat.xsl: one account: what it is and what may be done about it. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/akun.xsl"/>

<xsl:variable name="status-halaman" select="'|menunggu=info Menunggu verifikasi|aktif=baik Aktif|ditolak=buruk Ditolak|nonaktif=netral Nonaktif|dihapus=netral Dihapus|'"/>

<xsl:template match="pesan[@kode = 'akun-dibuat']" mode="pesan">Akun sudah dibuat. Tautan untuk membuat password pertama sudah dikirim ke alamat e-mailnya.</xsl:template>
<xsl:template match="pesan[@kode = 'akun-disetujui']" mode="pesan">Akun sudah disetujui dan dapat dipakai. Pemiliknya sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'akun-ditolak']" mode="pesan">Pendaftaran sudah ditolak. Pemohon sudah diberi tahu alasannya.</xsl:template>
<xsl:template match="pesan[@kode = 'akun-ditutup']" mode="pesan">Akun sudah dinonaktifkan dan semua sesinya berakhir.</xsl:template>
<xsl:template match="pesan[@kode = 'akun-dibuka']" mode="pesan">Akun sudah diaktifkan lagi.</xsl:template>
<xsl:template match="pesan[@kode = 'tautan-terkirim']" mode="pesan">Tautan untuk membuat password sudah dikirim ke alamat e-mail akun ini. Tautan berlaku 3 hari.</xsl:template>

<xsl:template match="pesan[@kode = 'faktor-diatur-ulang']" mode="pesan">Faktor kedua sudah dihapus dan semua sesi akun ini berakhir. Pemiliknya sudah diberi tahu.</xsl:template>

<xsl:template match="halaman" mode="judul"><xsl:value-of select="akun/@nama"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/admin/akun">Pengguna</a></li>
</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="akun/@status = 'aktif' or akun/@status = 'nonaktif'">
    <a class="tombol" href="/admin/akun/{akun/@id}/ubah">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'ubah'"/></xsl:call-template>
      <xsl:text>Ubah</xsl:text>
    </a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:if test="akun/@status = 'menunggu'">
    <section class="langkah-lanjut" aria-labelledby="lanjut">
      <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
      <p>
        <xsl:text>Pastikan orang dan lembaganya benar, lalu setujui atau tolak pendaftaran ini.</xsl:text>
        <xsl:if test="not(akun/@email-sah)"> Alamat e-mailnya belum dikonfirmasi.</xsl:if>
      </p>
      <p class="tombol-baris">
        <a class="tombol utama" href="/admin/akun/{akun/@id}/setujui">Setujui</a>
        <a class="tombol" href="/admin/akun/{akun/@id}/tolak">Tolak</a>
      </p>
    </section>
  </xsl:if>
  <section class="kotak">
    <h2>Data akun</h2>
    <xsl:if test="akun/@foto">
      <p><img class="foto" src="/akun/foto/{akun/@foto}" alt="Foto {akun/@nama}" width="96" height="96"/></p>
    </xsl:if>
    <dl class="ringkasan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'status'"/><xsl:with-param name="muatan"><xsl:apply-templates select="akun/@status" mode="lencana"/></xsl:with-param></xsl:call-template>
      <xsl:if test="akun/@alasan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'alasan'"/><xsl:with-param name="isi" select="akun/@alasan"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'username'"/><xsl:with-param name="isi" select="akun/@username"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'peran'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@peran" mode="peran"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'lembaga'"/>
        <xsl:with-param name="muatan">
          <xsl:choose>
            <xsl:when test="akun/@lembaga-id">
              <a href="/admin/lembaga/{akun/@lembaga-id}"><xsl:value-of select="akun/@lembaga"/></a>
              <xsl:value-of select="concat(' (', akun/@lembaga-kode, ')')"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="concat(akun/@lembaga-baru, ' ')"/>
              <span class="lencana info">Lembaga baru</span>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Jenis lembaga'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@lembaga-jenis" mode="jenis"/></xsl:with-param></xsl:call-template>
      <xsl:if test="akun/@jabatan">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Jabatan'"/><xsl:with-param name="isi" select="akun/@jabatan"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="akun/@nip">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'NIP'"/><xsl:with-param name="isi" select="akun/@nip"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="nama" select="'email'"/>
        <xsl:with-param name="muatan">
          <xsl:value-of select="concat(akun/@email, ' ')"/>
          <xsl:choose>
            <xsl:when test="akun/@email-sah"><span class="lencana baik">Terkonfirmasi</span></xsl:when>
            <xsl:otherwise><span class="lencana awas">Belum dikonfirmasi</span></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'telepon'"/><xsl:with-param name="isi" select="akun/@telepon"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'alamat'"/><xsl:with-param name="isi" select="concat(akun/@alamat, ', ', akun/@kota, ', ', akun/@provinsi)"/></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Terdaftar'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@dibuat" mode="waktu"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Diputuskan'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@diputus" mode="waktu"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Masuk terakhir'"/><xsl:with-param name="isi"><xsl:apply-templates select="akun/@masuk-terakhir" mode="waktu"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Password'"/>
        <xsl:with-param name="isi">
          <xsl:choose>
            <xsl:when test="akun/@sandi-diubah">Diganti <xsl:apply-templates select="akun/@sandi-diubah" mode="waktu"/></xsl:when>
            <xsl:when test="akun/@punya-sandi">Ada</xsl:when>
            <xsl:otherwise>Belum dibuat</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Faktor kedua'"/>
        <xsl:with-param name="isi">
          <xsl:choose>
            <xsl:when test="akun/@faktor">
              <xsl:if test="akun/@totp">aplikasi autentikator, </xsl:if>
              <xsl:if test="akun/@surel">kode lewat e-mail, </xsl:if>
              <xsl:if test="akun/@wa">kode lewat WhatsApp, </xsl:if>
              <xsl:value-of select="concat(akun/@pemulihan, ' kode pemulihan')"/>
            </xsl:when>
            <xsl:when test="akun/@faktor-wajib">Belum dipasang; diminta ketika masuk</xsl:when>
            <xsl:otherwise>Belum dipasang</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </dl>
  </section>
  <p>
    <a href="/admin/audit?objek=akun&amp;objek-id={akun/@id}">Log tentang akun ini</a>
  </p>
  <xsl:if test="akun/@status = 'aktif'">
    <section class="kotak">
      <h2>Tindakan lain</h2>
      <form action="/admin/akun/{akun/@id}/tautan">
        <xsl:call-template name="form-rahasia"/>
        <p class="tombol-baris">
          <button class="tombol" type="submit">Kirim tautan password</button>
          <xsl:if test="akun/@faktor and not(akun/@saya)">
            <a class="tombol" href="/admin/akun/{akun/@id}/faktor">Atur ulang faktor kedua</a>
          </xsl:if>
          <xsl:if test="not(akun/@saya)">
            <a class="tombol" href="/admin/akun/{akun/@id}/tutup">Nonaktifkan</a>
          </xsl:if>
        </p>
      </form>
    </section>
  </xsl:if>
  <xsl:if test="akun/@status = 'nonaktif'">
    <form action="/admin/akun/{akun/@id}/buka">
      <xsl:call-template name="form-rahasia"/>
      <p class="tombol-baris"><button class="tombol" type="submit">Aktifkan lagi</button></p>
    </form>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
