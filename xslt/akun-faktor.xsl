<?xml version="1.0" encoding="UTF-8"?>
<!-- akun-faktor.xsl: one's second factors and remembered devices (U-05). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/akun.xsl"/>
<xsl:import href="bagian/faktor.xsl"/>

<xsl:variable name="ada" select="/halaman/faktor[@totp or @surel or @wa]"/>

<xsl:template match="halaman" mode="judul">Faktor Kedua</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/akun/profil">Profil Saya</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <xsl:choose>
    <xsl:when test="sesi/@terbatas">
      <div class="pesan awas" role="status">
        <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kunci'"/></xsl:call-template>
        <p>Untuk peran Anda, kode sekali pakai wajib selain password. Pasang salah satu cara di bawah ini; setelah itu semua halaman terbuka. Biasanya selesai dalam dua menit.</p>
      </div>
    </xsl:when>
    <xsl:otherwise>
      <p class="lead">Selain password, Anda memberi kode sekali pakai ketika masuk. Orang yang mengetahui password Anda tetap tidak dapat masuk.</p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- One way: its state and what may be done. -->
<xsl:template name="cara">
  <xsl:param name="kode"/>
  <xsl:param name="sejak"/>
  <xsl:param name="uraian"/>
  <xsl:variable name="kata" select="substring-before(substring-after($cara-kata, concat('|', $kode, '=')), '|')"/>
  <tr>
    <td class="utama" data-label="Cara"><xsl:value-of select="$kata"/></td>
    <td data-label="Uraian"><xsl:value-of select="$uraian"/></td>
    <td data-label="Keadaan">
      <xsl:choose>
        <xsl:when test="$sejak"><span class="lencana baik">Aktif</span> sejak <xsl:apply-templates select="$sejak" mode="tanggal"/></xsl:when>
        <xsl:otherwise><span class="lencana netral">Belum dipasang</span></xsl:otherwise>
      </xsl:choose>
    </td>
    <td class="aksi">
      <xsl:choose>
        <xsl:when test="not($sejak)">
          <a href="/akun/faktor/{$kode}/aktifkan">Pasang<span class="semu"><xsl:value-of select="concat(': ', $kata)"/></span></a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:if test="$kode != 'surel'">
            <a href="/akun/faktor/{$kode}/aktifkan">Ganti<span class="semu"><xsl:value-of select="concat(': ', $kata)"/></span></a>
            <xsl:text> </xsl:text>
          </xsl:if>
          <a href="/akun/faktor/{$kode}/matikan">Matikan<span class="semu"><xsl:value-of select="concat(': ', $kata)"/></span></a>
        </xsl:otherwise>
      </xsl:choose>
    </td>
  </tr>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <table class="tabel">
    <caption class="semu">Cara memberi kode</caption>
    <thead>
      <tr>
        <th scope="col">Cara</th>
        <th scope="col">Uraian</th>
        <th scope="col">Keadaan</th>
        <th scope="col" class="aksi">Tindakan</th>
      </tr>
    </thead>
    <tbody>
      <xsl:call-template name="cara">
        <xsl:with-param name="kode" select="'totp'"/>
        <xsl:with-param name="sejak" select="faktor/@totp"/>
        <xsl:with-param name="uraian" select="'Paling aman. Aplikasi di ponsel menampilkan kode baru setiap 30 detik, juga tanpa sinyal.'"/>
      </xsl:call-template>
      <xsl:call-template name="cara">
        <xsl:with-param name="kode" select="'surel'"/>
        <xsl:with-param name="sejak" select="faktor/@surel"/>
        <xsl:with-param name="uraian" select="concat('Kode dikirim ke ', faktor/@email, ' setiap kali Anda masuk.')"/>
      </xsl:call-template>
      <xsl:call-template name="cara">
        <xsl:with-param name="kode" select="'wa'"/>
        <xsl:with-param name="sejak" select="faktor/@wa"/>
        <xsl:with-param name="uraian" select="concat('Kode dikirim ke WhatsApp ', faktor/@wa-ke, substring(faktor/@telepon, 1, string-length(faktor/@telepon) * not(faktor/@wa-ke)), '.')"/>
      </xsl:call-template>
      <xsl:if test="$ada">
        <tr>
          <td class="utama" data-label="Cara">Kode pemulihan</td>
          <td data-label="Uraian">Untuk masuk ketika ponsel hilang atau rusak. Setiap kode berlaku satu kali.</td>
          <td data-label="Keadaan">
            <span>
              <xsl:attribute name="class">lencana <xsl:choose><xsl:when test="faktor/@pemulihan &gt; 3">baik</xsl:when><xsl:otherwise>awas</xsl:otherwise></xsl:choose></xsl:attribute>
              <xsl:value-of select="faktor/@pemulihan"/> tersisa
            </span>
            <xsl:if test="faktor/@pemulihan-dibuat"> dibuat <xsl:apply-templates select="faktor/@pemulihan-dibuat" mode="tanggal"/></xsl:if>
          </td>
          <td class="aksi"><a href="/akun/faktor/pemulihan">Buat kode baru</a></td>
        </tr>
      </xsl:if>
    </tbody>
  </table>
  <xsl:if test="not(sesi/@terbatas)">
    <section aria-labelledby="judul-perangkat">
      <h2 id="judul-perangkat">Perangkat yang diingat</h2>
      <xsl:choose>
        <xsl:when test="perangkat">
          <p>Di sini kode tidak diminta. Cabut yang tidak Anda kenali, lalu ganti password.</p>
          <table class="tabel">
            <caption class="semu">Perangkat yang diingat</caption>
            <thead>
              <tr>
                <th scope="col">Perangkat</th>
                <th scope="col">Alamat jaringan</th>
                <th scope="col">Diingat sejak</th>
                <th scope="col">Terakhir masuk</th>
                <th scope="col">Sampai</th>
                <th scope="col" class="aksi">Tindakan</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="perangkat">
                <tr>
                  <td class="utama" data-label="Perangkat"><xsl:apply-templates select="@agen" mode="perangkat"/><xsl:if test="@ini"><xsl:text> </xsl:text><span class="lencana baik">Perangkat ini</span></xsl:if></td>
                  <td data-label="Alamat jaringan"><span class="kode"><xsl:value-of select="@alamat"/></span></td>
                  <td class="rapat" data-label="Diingat sejak"><xsl:apply-templates select="@dibuat" mode="tanggal"/></td>
                  <td class="rapat" data-label="Terakhir masuk"><xsl:apply-templates select="@terakhir" mode="waktu"/></td>
                  <td class="rapat" data-label="Sampai"><xsl:apply-templates select="@berakhir" mode="tanggal"/></td>
                  <td class="aksi">
                    <form action="/akun/faktor/perangkat/{@id}/cabut">
                      <xsl:call-template name="form-rahasia"/>
                      <button class="tombol kecil" type="submit">Cabut<span class="semu"> perangkat <xsl:apply-templates select="@agen" mode="perangkat"/> dari <xsl:value-of select="@alamat"/></span></button>
                    </form>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
          <form action="/akun/faktor/perangkat/cabut">
            <xsl:call-template name="form-rahasia"/>
            <p class="tombol-baris"><button class="tombol" type="submit">Cabut semua</button></p>
          </form>
        </xsl:when>
        <xsl:otherwise>
          <p>Tidak ada. Perangkat diingat bila Anda memilih “Ingat perangkat ini 30 hari” ketika memberi kode.</p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
