<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-lacak-lihat.xsl: one card through its whole life (A-09): the
     chain at a glance, where it is, its manifests, everything in order. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/lacak.xsl"/>

<xsl:variable name="status-halaman" select="concat('|berlaku=baik Berlaku|dicabut=buruk Dicabut|berakhir=netral Berakhir|', substring-after($status-kartu, '|'))"/>
<xsl:variable name="nama-rantai" select="'|perjanjian=Perjanjian|pesanan=Pesanan pembelian|permintaan=Permintaan|tiket=Tiket|personal=Personalisasi|bast=BAST|serah=Serah terima|aktivasi=Permintaan aktivasi|manifes=Manifes|kembali=Pengembalian|musnah=Pemusnahan|'"/>
<xsl:variable name="peristiwa" select="'|berlaku=Perjanjian mulai berlaku|pesanan=Pesanan pembelian|dibuat=Permintaan dibuat|diajukan=Permintaan diajukan|disetujui=Permintaan disetujui produsen|ditolak=Permintaan ditolak produsen|ditarik=Permintaan ditarik|tiket-terbit=Kode tiket diterbitkan|personal=Kartu dipersonalisasi|cacat=Kartu dicatat cacat|pengganti=Digantikan kartu lain|dicabut=BAST ditandatangani, kemudian dicabut|diganti=BAST ditandatangani, kemudian diganti|diserahkan=Kartu diserahkan kepada wakil produsen|kartu-diterima=Produsen menyatakan sudah menerima|aktivasi-diajukan=Permintaan aktivasi diajukan|aktivasi-disetujui=Permintaan aktivasi disetujui|aktivasi-ditolak=Permintaan aktivasi ditolak|aktivasi-ditarik=Permintaan aktivasi ditarik|kartu-token=Token diterbitkan|kartu-aktif=Kartu diaktivasi|kartu-pindah=Pembaca pindah, manifes diganti|kartu-tangguh=Ditangguhkan|kartu-pulih-diminta=Pencabutan penangguhan diminta|kartu-pulih=Penangguhan dicabut, manifes baru|kartu-tanpa-perjanjian=Manifes tidak terbit: perjanjian tidak berlaku|kartu-mesin-terpakai=Manifes tidak terbit: mesin memakai kartu lain|kartu-perpanjang=Manifes diperpanjang|kartu-nonaktif=Nonaktif karena perjanjian berakhir|kartu-kembali=Kartu diterima kembali, manifes dicabut|kartu-musnah=Kartu dimusnahkan|kartu-musnah-batal=Berita acara pemusnahan tidak berlaku lagi|kembali-disusun=Pengembalian dinyatakan|kembali-dikirim=Kartu dikirim kembali|kembali-batal=Pengembalian dibatalkan|musnah-daftar=Masuk daftar pemusnahan|musnah-berita=Berita acara pemusnahan ditandatangani|'"/>

<xsl:template match="halaman" mode="judul">Perjalanan kartu <xsl:value-of select="kartu/@seri-kartu"/></xsl:template>

<xsl:template match="halaman" mode="remah">
  <xsl:if test="$peran != 'produsen'">
    <li><a href="/aktivasi">SAM Aktivasi</a></li>
  </xsl:if>
  <li><a href="/aktivasi/lacak">Lacak kartu</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="kartu/@status" mode="lencana"/>
    <xsl:value-of select="concat(' ', kartu/@lembaga)"/>
  </p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-aktivasi"/>
  <xsl:call-template name="cari-lacak"/>
  <section class="kotak" aria-labelledby="rantai">
    <h2 id="rantai">Rantai perjalanan</h2>
    <ol class="langkah rantai">
      <xsl:apply-templates select="rantai/tahap"/>
    </ol>
  </section>
  <div class="dua">
    <section class="kotak">
      <h2>Kartu</h2>
      <xsl:apply-templates select="kartu"/>
    </section>
    <section class="kotak">
      <h2>Tempat</h2>
      <xsl:choose>
        <xsl:when test="tempat"><xsl:apply-templates select="tempat"/></xsl:when>
        <xsl:otherwise><p>Kartu ini belum pernah diaktivasi, jadi belum bertempat.</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </div>
  <xsl:if test="manifes">
    <xsl:call-template name="tabel-manifes"/>
  </xsl:if>
  <section class="kotak">
    <h2>Linimasa</h2>
    <xsl:apply-templates select="linimasa"/>
  </section>
</xsl:template>

<!-- A part of the chain: reached or not, its number, its date. -->
<xsl:template match="tahap">
  <li>
    <xsl:if test="@waktu"><xsl:attribute name="class">selesai</xsl:attribute></xsl:if>
    <b><xsl:value-of select="substring-before(substring-after($nama-rantai, concat('|', @nama, '=')), '|')"/></b>
    <xsl:choose>
      <xsl:when test="@waktu">
        <xsl:if test="@acuan">
          <xsl:variable name="teks">
            <xsl:choose>
              <xsl:when test="starts-with(@jalur, '/verifikasi/') and string-length(@acuan) = 32"><xsl:value-of select="substring(@acuan, 1, 8)"/>…</xsl:when>
              <xsl:otherwise><xsl:value-of select="@acuan"/></xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <span>
            <xsl:choose>
              <xsl:when test="@jalur"><a href="{@jalur}"><xsl:call-template name="patah"><xsl:with-param name="teks" select="string($teks)"/></xsl:call-template></a></xsl:when>
              <xsl:otherwise><xsl:call-template name="patah"><xsl:with-param name="teks" select="string($teks)"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </span>
        </xsl:if>
        <span class="langkah-keadaan">
          <xsl:if test="@nama = 'kembali' or @nama = 'musnah'">
            <xsl:value-of select="concat(substring-before(substring-after($peristiwa, concat('|', @kode, '=')), '|'), ', ')"/>
          </xsl:if>
          <xsl:apply-templates select="@waktu" mode="tanggal"/>
        </span>
      </xsl:when>
      <xsl:when test="@nama = 'kembali' or @nama = 'musnah'"><span class="langkah-keadaan">Tidak ada</span></xsl:when>
      <xsl:otherwise><span class="langkah-keadaan">Belum ada</span></xsl:otherwise>
    </xsl:choose>
  </li>
</xsl:template>

<xsl:template match="kartu">
  <dl class="ringkasan">
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Seri kartu'"/>
      <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@seri-kartu"/></span></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'SAM ID'"/>
      <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@sam"/></span></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'PCID'"/>
      <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@pcid"/></span></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Seri mesin'"/>
      <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Lembaga'"/>
      <xsl:with-param name="isi" select="@lembaga"/>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Status'"/>
      <xsl:with-param name="muatan"><xsl:apply-templates select="@status" mode="lencana"/></xsl:with-param>
    </xsl:call-template>
  </dl>
</xsl:template>

<xsl:template match="tempat">
  <xsl:if test="@status != 'berlaku'">
    <p>Tempat terakhir; manifesnya tidak berlaku lagi.</p>
  </xsl:if>
  <dl class="ringkasan">
    <xsl:if test="@outlet">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Nama tempat'"/>
        <xsl:with-param name="isi" select="@outlet"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@alamat">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Alamat'"/>
        <xsl:with-param name="isi" select="@alamat"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Wilayah'"/>
      <xsl:with-param name="isi">
        <xsl:if test="@kelurahan"><xsl:value-of select="concat(@kelurahan, ', ', @kecamatan, ', ')"/></xsl:if>
        <xsl:value-of select="concat(@kabkota, ', ', @provinsi)"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="@lintang">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Koordinat'"/>
        <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="concat(@lintang, ', ', @bujur)"/></span></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Pembaca'"/>
      <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Masa berlaku'"/>
      <xsl:with-param name="isi">
        <xsl:apply-templates select="@dari" mode="tanggal"/>
        <xsl:text> sampai </xsl:text>
        <xsl:apply-templates select="@sampai" mode="tanggal"/>
      </xsl:with-param>
    </xsl:call-template>
  </dl>
</xsl:template>

<xsl:template name="tabel-manifes">
  <h2>Manifes</h2>
  <table class="tabel">
    <caption class="semu">Manifes kartu ini, yang terbaru lebih dahulu</caption>
    <thead>
      <tr><th scope="col">Manifes</th><th scope="col">Pembaca</th><th scope="col">Tempat</th><th scope="col">Berlaku</th><th scope="col">Perjanjian</th><th scope="col">Status</th><th scope="col" class="aksi">Berkas</th></tr>
    </thead>
    <tbody>
      <xsl:for-each select="manifes">
        <tr>
          <td class="utama" data-label="Manifes"><a class="kode" href="/verifikasi/{@kode}"><xsl:value-of select="substring(@kode, 1, 8)"/>…</a></td>
          <td data-label="Pembaca"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
          <td data-label="Tempat">
            <xsl:if test="@outlet"><xsl:value-of select="@outlet"/><br/></xsl:if>
            <small><xsl:value-of select="@alamat"/></small>
          </td>
          <td class="rapat" data-label="Berlaku"><xsl:apply-templates select="@dari" mode="tanggal"/> – <xsl:apply-templates select="@sampai" mode="tanggal"/></td>
          <td data-label="Perjanjian"><xsl:apply-templates select="@perjanjian" mode="patah"/></td>
          <td data-label="Status"><xsl:apply-templates select="@status" mode="lencana"/></td>
          <td class="aksi">
            <a href="/aktivasi/manifes/{@id}/xml">XML<span class="semu"> manifes <xsl:value-of select="substring(@kode, 1, 8)"/></span></a>
            <xsl:text> </xsl:text>
            <a href="/aktivasi/manifes/{@id}/pdf">PDF<span class="semu"> manifes <xsl:value-of select="substring(@kode, 1, 8)"/></span></a>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- What a step names, as a link where there is more to read. -->
<xsl:template match="linimasa">
  <ol class="linimasa">
    <xsl:for-each select="peristiwa">
      <li>
        <p class="linimasa-apa">
          <b>
            <xsl:choose>
              <xsl:when test="@tahap = 'bast' and @kode = 'berlaku'">BAST ditandatangani</xsl:when>
              <xsl:otherwise><xsl:value-of select="substring-before(substring-after($peristiwa, concat('|', @kode, '=')), '|')"/></xsl:otherwise>
            </xsl:choose>
          </b>
          <xsl:if test="@acuan">
            <xsl:variable name="teks">
              <xsl:choose>
                <xsl:when test="starts-with(@jalur, '/verifikasi/')">manifes <xsl:value-of select="substring(@acuan, 1, 8)"/>…</xsl:when>
                <xsl:otherwise><xsl:value-of select="@acuan"/></xsl:otherwise>
              </xsl:choose>
            </xsl:variable>
            <span>
              <xsl:choose>
                <xsl:when test="@jalur"><a href="{@jalur}"><xsl:value-of select="$teks"/></a></xsl:when>
                <xsl:otherwise><xsl:value-of select="$teks"/></xsl:otherwise>
              </xsl:choose>
            </span>
          </xsl:if>
          <xsl:if test="@ke != '' and @ke != string(@dari)">
            <span class="linimasa-ubah">
              <xsl:if test="@dari != ''">
                <xsl:apply-templates select="@dari" mode="kata-status"/>
                <span class="semu"> menjadi </span>
                <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kanan'"/></xsl:call-template>
              </xsl:if>
              <xsl:apply-templates select="@ke" mode="lencana"/>
            </span>
          </xsl:if>
        </p>
        <p class="linimasa-siapa">
          <time datetime="{@waktu}"><xsl:apply-templates select="@waktu" mode="waktu"/></time>
          <xsl:if test="@oleh != ''"><xsl:value-of select="concat(' · ', @oleh)"/></xsl:if>
        </p>
        <xsl:if test=". != ''">
          <p class="linimasa-catatan"><xsl:value-of select="."/></p>
        </xsl:if>
      </li>
    </xsl:for-each>
  </ol>
</xsl:template>

</xsl:stylesheet>
