<?xml version="1.0" encoding="UTF-8"?>
<!-- kotak-keluar.xsl: the outbox for staff: how the channels do, each message with its fate, sending again (U-18).  Secrets are shown in development alone. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/daftar.xsl"/>
<xsl:import href="pesan-keluar.xsl"/>

<xsl:variable name="label" select="'|kepada=Penerima|saluran=Cara|status=Status|'"/>
<xsl:variable name="nama-saluran" select="'|surel=E-mail|wa=WhatsApp|'"/>
<xsl:variable name="status-halaman" select="'|antri=info Menunggu dikirim|mengirim=proses Sedang dikirim|terkirim=baik Terkirim|gagal=buruk Gagal|tampil=netral Ditampilkan|surel=netral E-mail|wa=netral WhatsApp|'"/>
<xsl:variable name="sebab" select="'|terputus=Pengiriman terputus dua kali; pesan mungkin sudah sampai|kedaluwarsa=Terlalu lama menunggu|alamat=Alamat e-mail tidak sah|nomor=Nomor telepon tidak sah|isi=Pesan tidak dapat disusun|sambungan=Server tidak dapat dihubungi|waktu=Server tidak menjawab pada waktunya|jawaban=Jawaban server tidak dikenal|kunci=Kunci aplikasi tidak terbaca|'"/>

<xsl:template match="halaman" mode="judul">Kotak Keluar</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:choose>
      <xsl:when test="@mode = 'pengembangan'">Mode pengembangan: yang tidak dikirim ditampilkan di sini, lengkap dengan tautannya.</xsl:when>
      <xsl:otherwise>Pesan kepada pengguna. Tautan dan kode rahasia hanya untuk penerimanya.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="pesan[@kode = 'pesan-diulang']" mode="pesan">Pesan masuk antrean lagi dan segera dikirim.</xsl:template>
<xsl:template match="pesan[@kode = 'pesan-tak-ada']" mode="pesan">Tidak ada pesan gagal yang dapat dikirim ulang.</xsl:template>
<xsl:template match="galat[@kode = 'berubah']" mode="kalimat">Pesan itu tidak dapat dikirim ulang: sudah terkirim, masih diantrekan, atau rahasianya sudah dihapus.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <div class="dua">
    <xsl:apply-templates select="saluran"/>
  </div>
  <form class="saringan" method="get" action="/kotak-keluar" role="search">
    <div class="saring-ruas saring-cari">
      <label for="s-kepada">Alamat atau nomor penerima</label>
      <input id="s-kepada" type="search" name="kepada" value="{daftar/saring[@nama = 'kepada']/@nilai}"/>
    </div>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'saluran'"/>
      <xsl:with-param name="opsi" select="$nama-saluran"/>
    </xsl:call-template>
    <xsl:call-template name="saring-pilihan">
      <xsl:with-param name="nama" select="'status'"/>
      <xsl:with-param name="opsi" select="'|antri=Menunggu dikirim|mengirim=Sedang dikirim|terkirim=Terkirim|gagal=Gagal|tampil=Ditampilkan|'"/>
    </xsl:call-template>
    <xsl:call-template name="saring-tombol"/>
  </form>
  <xsl:choose>
    <xsl:when test="daftar/baris">
      <xsl:call-template name="daftar-kepala"/>
      <table class="tabel">
        <caption class="semu">Pesan keluar</caption>
        <thead>
          <tr>
            <th scope="col">Waktu</th>
            <th scope="col">Kepada</th>
            <th scope="col">Pesan</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="daftar/baris"/>
        </tbody>
      </table>
      <xsl:call-template name="daftar-kaki"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="kosong">
        <xsl:with-param name="judul" select="'Belum ada pesan'"/>
        <xsl:with-param name="teks" select="'Pesan muncul di sini begitu ada yang perlu diberitahukan.'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:if test="saluran[@gagal &gt; 0]">
    <form action="/kotak-keluar/ulang">
      <xsl:call-template name="form-rahasia"/>
      <p class="tombol-baris"><button class="tombol" type="submit">Kirim ulang semua yang gagal</button></p>
    </form>
  </xsl:if>
</xsl:template>

<!-- How a channel does. -->
<xsl:template match="saluran">
  <section class="kotak" aria-labelledby="saluran-{@nama}">
    <h2 id="saluran-{@nama}"><xsl:value-of select="substring-before(substring-after($nama-saluran, concat('|', @nama, '=')), '|')"/></h2>
    <xsl:choose>
      <xsl:when test="@siap"/>
      <xsl:when test="/halaman/@mode = 'pengembangan'">
        <p>Tidak diatur: pesan ditampilkan di halaman ini dan tidak dikirim.</p>
      </xsl:when>
      <xsl:otherwise>
        <p>Belum diatur: pesan menunggu di antrean. Isi <code><xsl:choose><xsl:when test="@nama = 'wa'">wa_url</xsl:when><xsl:otherwise>smtp_url</xsl:otherwise></xsl:choose></code> pada berkas konfigurasi.</p>
      </xsl:otherwise>
    </xsl:choose>
    <dl class="ringkasan">
      <div>
        <dt>Menunggu</dt>
        <dd>
          <xsl:if test="@antri &gt;= 10000">≥ </xsl:if>
          <xsl:apply-templates select="@antri" mode="angka"/>
          <xsl:if test="@antri &gt; 0 and @tertua">, giliran berikutnya ditulis <xsl:apply-templates select="@tertua" mode="waktu"/></xsl:if>
        </dd>
      </div>
      <div>
        <dt>Gagal</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="@gagal &gt; 0"><a href="/kotak-keluar?saluran={@nama}&amp;status=gagal"><xsl:apply-templates select="@gagal" mode="angka"/> pesan</a></xsl:when>
            <xsl:otherwise>0</xsl:otherwise>
          </xsl:choose>
        </dd>
      </div>
    </dl>
  </section>
</xsl:template>

<xsl:template match="baris">
  <xsl:variable name="kata">
    <xsl:choose>
      <xsl:when test="surat"><xsl:apply-templates select="surat" mode="perihal"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring-before(substring-after($perihal, concat('|', @templat, '=')), '|')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <tr>
    <td class="rapat" data-label="Waktu"><xsl:apply-templates select="@dibuat" mode="waktu"/></td>
    <td data-label="Kepada">
      <xsl:if test="@nama != ''"><xsl:value-of select="@nama"/><br/></xsl:if>
      <span class="kode"><xsl:value-of select="@kepada"/></span>
      <br/>
      <xsl:apply-templates select="@saluran" mode="lencana"/>
    </td>
    <td class="utama" data-label="Pesan">
      <xsl:choose>
        <xsl:when test="surat">
          <details>
            <summary><xsl:value-of select="$kata"/></summary>
            <xsl:choose>
              <xsl:when test="@saluran = 'wa'"><p><xsl:apply-templates select="surat" mode="singkat"/></p></xsl:when>
              <xsl:otherwise><xsl:apply-templates select="surat" mode="badan"/></xsl:otherwise>
            </xsl:choose>
          </details>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$kata"/>
          <br/><small>Isinya rahasia penerima.</small>
        </xsl:otherwise>
      </xsl:choose>
    </td>
    <td data-label="Status">
      <xsl:apply-templates select="@status" mode="lencana"/>
      <xsl:apply-templates select="." mode="nasib"/>
      <xsl:if test="@ulang">
        <form action="/kotak-keluar/{@id}/ulang">
          <xsl:call-template name="form-rahasia"/>
          <button class="tombol kecil" type="submit">Kirim ulang<span class="semu"><xsl:text> </xsl:text><xsl:value-of select="$kata"/> kepada <xsl:value-of select="@kepada"/></span></button>
        </form>
      </xsl:if>
    </td>
  </tr>
</xsl:template>

<!-- What has been tried, and why it failed. -->
<xsl:template match="baris" mode="nasib">
  <xsl:if test="@terkirim">
    <br/><small><xsl:apply-templates select="@terkirim" mode="waktu"/></small>
  </xsl:if>
  <xsl:if test="@coba &gt; 1 or (@coba = 1 and @galat)">
    <br/><small><xsl:value-of select="@coba"/> kali dicoba<xsl:if test="@berikut">, lagi <xsl:apply-templates select="@berikut" mode="waktu"/></xsl:if></small>
  </xsl:if>
  <xsl:if test="@galat">
    <xsl:variable name="kode" select="substring-before(concat(@galat, ':'), ':')"/>
    <xsl:variable name="arti" select="substring-before(substring-after($sebab, concat('|', $kode, '=')), '|')"/>
    <br/>
    <small>
      <xsl:choose>
        <xsl:when test="$arti != ''"><xsl:value-of select="concat($arti, '.')"/></xsl:when>
        <xsl:otherwise>Server menjawab <xsl:value-of select="$kode"/>.</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="contains(@galat, ': ')">
        <xsl:text> </xsl:text>
        <span class="kode"><xsl:value-of select="substring-after(@galat, ': ')"/></span>
      </xsl:if>
    </small>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
