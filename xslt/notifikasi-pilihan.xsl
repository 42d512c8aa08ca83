<?xml version="1.0" encoding="UTF-8"?>
<!-- notifikasi-pilihan.xsl: which messages one wants by which channel (U-19). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:variable name="kelompok" select="'|permintaan=Permintaan personalisasi|proses=Tiket: jadwal, produksi, serah terima|dokumen=Dokumen dan tanda tangan|aktivasi=Aktivasi, kartu, dan pengembalian|perjanjian=Perjanjian kerja sama|balikan=Data balikan|akun=Akun dan keamanan|'"/>

<xsl:template match="halaman" mode="judul">Pilihan Pesan</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/notifikasi">Notifikasi</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Semua pemberitahuan selalu ada pada <a href="/notifikasi">Notifikasi</a>. Pilih mana yang juga dikirim kepada Anda.</p>
</xsl:template>

<xsl:template match="pesan[@kode = 'pilihan-disimpan']" mode="pesan">Pilihan Anda sudah disimpan.</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="pilihan-pesan"/>
</xsl:template>

<xsl:template match="pilihan-pesan">
  <form class="kotak" action="/notifikasi/pilihan">
    <xsl:call-template name="form-rahasia"/>
    <dl class="ringkasan">
      <div><dt>E-mail</dt><dd><xsl:value-of select="@email"/></dd></div>
      <div><dt>WhatsApp</dt><dd><xsl:value-of select="@telepon"/></dd></div>
    </dl>
    <p>Alamat dan nomor ini dari <a href="/akun/profil">Profil Saya</a>.</p>
    <xsl:if test="not(@wa-siap) and /halaman/@mode != 'pengembangan'">
      <p>Kantor belum mengirim pesan WhatsApp. Pilihan Anda berlaku begitu layanan itu dibuka.</p>
    </xsl:if>
    <table class="tabel kecil">
      <caption class="semu">Pesan yang dikirim, per kelompok dan cara</caption>
      <thead>
        <tr>
          <th scope="col">Tentang</th>
          <th scope="col">E-mail</th>
          <th scope="col">WhatsApp</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="kelompok">
          <xsl:variable name="kata" select="substring-before(substring-after($kelompok, concat('|', @kode, '=')), '|')"/>
          <tr>
            <th scope="row"><xsl:value-of select="$kata"/></th>
            <td>
              <xsl:choose>
                <!-- Who else would learn that somebody changed the password? -->
                <xsl:when test="@kode = 'akun'">Selalu</xsl:when>
                <xsl:otherwise>
                  <xsl:call-template name="kotak-centang">
                    <xsl:with-param name="saluran" select="'surel'"/>
                    <xsl:with-param name="nama" select="concat('E-mail tentang ', $kata)"/>
                    <xsl:with-param name="nyala" select="@surel"/>
                  </xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
            </td>
            <td>
              <xsl:call-template name="kotak-centang">
                <xsl:with-param name="saluran" select="'wa'"/>
                <xsl:with-param name="nama" select="concat('WhatsApp tentang ', $kata)"/>
                <xsl:with-param name="nyala" select="@wa"/>
              </xsl:call-template>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan'"/>
      <xsl:with-param name="batal" select="'/notifikasi'"/>
    </xsl:call-template>
  </form>
</xsl:template>

<xsl:template name="kotak-centang">
  <xsl:param name="saluran"/>
  <xsl:param name="nama"/>
  <xsl:param name="nyala"/>
  <div class="pilih">
    <input type="checkbox" name="{$saluran}[]" value="{@kode}" aria-label="{$nama}">
      <xsl:if test="$nyala">
        <xsl:attribute name="checked">checked</xsl:attribute>
      </xsl:if>
    </input>
  </div>
</xsl:template>

</xsl:stylesheet>
