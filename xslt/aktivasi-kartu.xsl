<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kartu.xsl: the register of cards (A-09). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kartu.xsl"/>

<xsl:variable name="pilih" select="$peran = 'admin' and (/halaman/daftar/saring[@nama = 'status']/@nilai = 'aktif' or /halaman/daftar/saring[@nama = 'status']/@nilai = 'ditangguhkan') and /halaman/daftar/kartu"/>

<xsl:template match="halaman" mode="judul">Kartu SAM</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <xsl:if test="$peran = 'pengguna' or $peran = 'dinas'">
    <a class="tombol" href="/aktivasi/massal/baru">Aktivasi dari berkas</a>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <form class="saringan" method="get" action="/aktivasi/kartu" role="search">
    <xsl:call-template name="saring-cari">
      <xsl:with-param name="petunjuk" select="'Seri kartu, SAM ID, PCID, atau seri mesin'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="label" select="'Status'"/>
      <xsl:with-param name="opsi" select="$opsi-status-kartu"/>
    </xsl:call-template>
    <xsl:if test="$peran = 'admin' or $peran = 'pejabat'">
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
  <xsl:apply-templates select="daftar/saring[@nama = 'lembaga']" mode="sanksi-lembaga"/>
  <xsl:choose>
    <xsl:when test="$pilih">
      <form method="get">
        <xsl:attribute name="action">
          <xsl:choose>
            <xsl:when test="daftar/saring[@nama = 'status']/@nilai = 'aktif'">/aktivasi/kartu/tangguhkan</xsl:when>
            <xsl:otherwise>/aktivasi/kartu/pulihkan</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:call-template name="tabel-kartu"/>
        <p class="tombol-baris">
          <button type="submit" class="tombol">
            <xsl:choose>
              <xsl:when test="daftar/saring[@nama = 'status']/@nilai = 'aktif'">Tangguhkan yang dipilih</xsl:when>
              <xsl:otherwise>Cabut penangguhan yang dipilih</xsl:otherwise>
            </xsl:choose>
          </button>
        </p>
      </form>
    </xsl:when>
    <xsl:when test="daftar/kartu"><xsl:call-template name="tabel-kartu"/></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada kartu'"/>
        <xsl:with-param name="teks" select="'Kartu SAM tercatat di sini sejak produsen menyetujui permintaan personalisasi.'"/>
        <xsl:with-param name="ke" select="'/permintaan'"/>
        <xsl:with-param name="tombol" select="'Lihat permintaan personalisasi'"/>
        <xsl:with-param name="semua" select="'/aktivasi/kartu'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="daftar-kaki"/>
</xsl:template>

<!-- All cards of an institution at once. -->
<xsl:template match="saring" mode="sanksi-lembaga">
  <xsl:if test="$peran = 'admin'">
    <p class="tombol-baris">
      <a class="tombol kecil" href="/aktivasi/kartu/tangguhkan?lembaga={@nilai}">Tangguhkan semua kartu aktif lembaga ini</a>
      <a class="tombol kecil" href="/aktivasi/kartu/pulihkan?lembaga={@nilai}">Cabut semua penangguhan lembaga ini</a>
    </p>
  </xsl:if>
</xsl:template>

<xsl:template name="tabel-kartu">
  <table class="tabel">
    <caption class="semu">Daftar kartu SAM</caption>
    <thead>
      <tr>
        <xsl:if test="$pilih"><th scope="col"><span class="semu">Pilih</span></th></xsl:if>
        <th scope="col">Seri Kartu</th>
        <th scope="col">No. Identitas Kartu SAM</th>
        <th scope="col">Seri Mesin</th>
        <xsl:if test="$peran = 'admin' or $peran = 'pejabat'"><th scope="col">Lembaga</th></xsl:if>
        <th scope="col">Tempat</th>
        <th scope="col">Berlaku Sampai</th>
        <th scope="col">Status</th>
        <th scope="col" class="aksi">Aksi</th>
      </tr>
    </thead>
    <tbody><xsl:apply-templates select="daftar/kartu"/></tbody>
  </table>
</xsl:template>

<xsl:template match="daftar/kartu">
  <tr>
    <xsl:if test="$pilih">
      <td data-label="Pilih">
        <input type="checkbox" name="kartu[]" value="{@id}" aria-label="Pilih kartu {@seri-kartu}"/>
      </td>
    </xsl:if>
    <td class="utama" data-label="Seri Kartu"><a href="/aktivasi/kartu/{@id}"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></a></td>
    <td data-label="No. Identitas Kartu SAM">
      <xsl:if test="@sam != ''"><span class="kode rapat"><xsl:value-of select="@sam"/></span></xsl:if>
      <xsl:if test="@pcid != ''"><br/><small>PCID <span class="kode"><xsl:value-of select="@pcid"/></span></small></xsl:if>
    </td>
    <td data-label="Seri Mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
    <xsl:if test="$peran = 'admin' or $peran = 'pejabat'">
      <td data-label="Lembaga"><xsl:value-of select="@lembaga"/></td>
    </xsl:if>
    <td data-label="Tempat">
      <xsl:value-of select="@outlet"/>
      <xsl:if test="@kabkota != ''">
        <xsl:if test="@outlet != ''"><br/></xsl:if>
        <small><xsl:value-of select="@kabkota"/></small>
      </xsl:if>
    </td>
    <td class="rapat" data-label="Berlaku Sampai"><xsl:apply-templates select="@berlaku-sampai" mode="tanggal"/></td>
    <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
    <td class="aksi">
      <xsl:choose>
        <xsl:when test="@status = 'token' and ($peran = 'pengguna' or $peran = 'dinas')">
          <a href="/aktivasi/kartu/{@id}/aktifkan">Do Aktivasi<span class="semu"> kartu <xsl:value-of select="@seri-kartu"/></span></a>
        </xsl:when>
        <xsl:otherwise>
          <a href="/aktivasi/kartu/{@id}">Lihat<span class="semu"> kartu <xsl:value-of select="@seri-kartu"/></span></a>
        </xsl:otherwise>
      </xsl:choose>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
