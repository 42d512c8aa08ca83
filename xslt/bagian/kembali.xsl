<?xml version="1.0" encoding="UTF-8"?>
<!--
  kembali.xsl: what the pages of returns share (A-10): words of states and
  reasons, breadcrumb, the facts of one return, messages and errors.
  Imported after bagian/aktivasi.xsl.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="alasan-kembali" select="'|rusak=Kartu atau perangkat rusak|tutup=Tempat layanan ditutup|selesai=Kerja sama selesai|lain=Lainnya|'"/>
<xsl:variable name="status-halaman" select="concat('|disusun=info Menunggu dikirim|dikirim=proses Dalam pengiriman|diterima=baik Diterima Ditjen|batal=netral Dibatalkan|', substring-after($status-kartu, '|'))"/>
<xsl:variable name="label" select="'|alasan=Alasan pengembalian|catatan=Keterangan|pengirim_nama=Nama yang menyerahkan|pengirim_jabatan=Jabatannya|seri=Nomor seri kartu atau SAM ID|resi=Nomor resi atau cara pengiriman|kartu=Kartu|status=Status|cari=Cari|'"/>
<xsl:variable name="peristiwa" select="'|kembali-disusun=Pengembalian dinyatakan, berita acara diterbitkan|kembali-dikirim=Kartu dan berita acara dikirim|kembali-diterima=Kartu diterima Ditjen Dukcapil|kembali-batal=Pengembalian dibatalkan|'"/>

<xsl:template match="halaman" mode="remah">
  <li><a href="/aktivasi">SAM Aktivasi</a></li>
  <xsl:if test="@jalur != '/aktivasi/kembali'">
    <li><a href="/aktivasi/kembali">Pengembalian</a></li>
  </xsl:if>
  <xsl:if test="pengembalian/@langkah">
    <li><a href="/aktivasi/kembali/{pengembalian/@id}"><xsl:value-of select="pengembalian/@nomor"/></a></li>
  </xsl:if>
</xsl:template>

<xsl:template match="@alasan" mode="alasan">
  <xsl:value-of select="substring-before(substring-after($alasan-kembali, concat('|', ., '=')), '|')"/>
</xsl:template>

<xsl:template match="pengembalian" mode="ringkas">
  <dl class="ringkasan">
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Berita acara'"/>
      <xsl:with-param name="muatan"><a href="/dokumen/{@dokumen}"><xsl:apply-templates select="@nomor" mode="patah"/></a></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Lembaga'"/>
      <xsl:with-param name="isi" select="@lembaga"/>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Jumlah kartu'"/>
      <xsl:with-param name="isi"><xsl:apply-templates select="@jumlah" mode="angka"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="nama" select="'alasan'"/>
      <xsl:with-param name="isi"><xsl:apply-templates select="@alasan" mode="alasan"/></xsl:with-param>
    </xsl:call-template>
    <xsl:if test="@catatan">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'catatan'"/><xsl:with-param name="isi" select="@catatan"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="label" select="'Yang menyerahkan'"/>
      <xsl:with-param name="isi" select="concat(@pengirim-nama, ', ', @pengirim-jabatan)"/>
    </xsl:call-template>
    <xsl:if test="@resi">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Pengiriman'"/>
        <xsl:with-param name="isi" select="@resi"/>
      </xsl:call-template>
    </xsl:if>
  </dl>
</xsl:template>

<!-- Cards of a return, or to choose from (pilih: with boxes to tick). -->
<xsl:template name="tabel-kartu-kembali">
  <xsl:param name="kartu"/>
  <xsl:param name="pilih" select="false()"/>
  <xsl:param name="keterangan"/>
  <table class="tabel">
    <xsl:if test="$pilih">
      <xsl:attribute name="id">r-kartu</xsl:attribute>
      <xsl:attribute name="tabindex">-1</xsl:attribute>
    </xsl:if>
    <caption class="semu"><xsl:value-of select="$keterangan"/></caption>
    <thead>
      <tr>
        <xsl:if test="$pilih"><th scope="col">Pilih</th></xsl:if>
        <th scope="col">Seri Kartu</th><th scope="col">SAM ID</th><th scope="col">Seri Mesin</th><th scope="col">Tempat</th><th scope="col">Status kartu</th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="$kartu">
        <tr>
          <xsl:if test="$pilih">
            <td data-label="Pilih">
              <input type="checkbox" name="kartu[]" value="{@id}" aria-label="Pilih kartu {@seri-kartu}">
                <xsl:if test="/halaman/isian/ruas[@nama = 'kartu[]' and . = current()/@id] or (../@pilih and not(/halaman/isian))">
                  <xsl:attribute name="checked">checked</xsl:attribute>
                </xsl:if>
              </input>
            </td>
          </xsl:if>
          <td class="utama" data-label="Seri Kartu"><a class="kode" href="/aktivasi/lacak/{@id}"><xsl:value-of select="@seri-kartu"/></a></td>
          <td data-label="SAM ID"><span class="kode"><xsl:value-of select="@sam"/></span></td>
          <td data-label="Seri Mesin"><span class="kode"><xsl:value-of select="@seri-mesin"/></span></td>
          <td data-label="Tempat">
            <xsl:choose>
              <xsl:when test="@outlet"><xsl:value-of select="@outlet"/></xsl:when>
              <xsl:otherwise>–</xsl:otherwise>
            </xsl:choose>
          </td>
          <td data-label="Status kartu"><xsl:apply-templates select="@status" mode="lencana"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="pesan[@kode = 'pengembalian-dibuat']" mode="pesan">Berita acara pengembalian sudah diterbitkan. Cetak, sertakan bersama kartunya, lalu catat pengirimannya di sini.</xsl:template>
<xsl:template match="pesan[@kode = 'pengembalian-dikirim']" mode="pesan">Pengiriman sudah dicatat dan Ditjen Dukcapil sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'pengembalian-diterima']" mode="pesan">Penerimaan sudah dicatat. Manifes kartunya dicabut, dan kartunya masuk daftar pemusnahan.</xsl:template>
<xsl:template match="pesan[@kode = 'pengembalian-batal']" mode="pesan">Pengembalian sudah dibatalkan. Kartunya bebas lagi dan berita acaranya dicabut.</xsl:template>

<!-- Errors about cards name the card, not what was typed. -->
<xsl:template match="galat[@ruas = 'kartu' or @ruas = 'seri']" mode="galat" priority="1">
  <xsl:if test="@baris">
    <xsl:text>Baris </xsl:text>
    <xsl:apply-templates select="@baris" mode="angka"/>
    <xsl:text>: </xsl:text>
  </xsl:if>
  <xsl:apply-templates select="." mode="kalimat"/>
</xsl:template>
<xsl:template match="galat[@kode = 'kartu-wajib']" mode="kalimat">Pilih sedikitnya satu kartu, atau tulis nomor serinya.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-banyak']" mode="kalimat">Anda memilih <xsl:value-of select="@nilai"/> kartu. Satu pengembalian paling banyak 500 kartu; buat beberapa pengembalian.</xsl:template>
<xsl:template match="galat[@kode = 'kartu-tidak-ada']" mode="kalimat">
  <xsl:choose>
    <xsl:when test="@nilai"><xsl:value-of select="concat('“', @nilai, '” bukan nomor seri atau SAM ID kartu lembaga Anda.')"/></xsl:when>
    <xsl:otherwise>Ada kartu terpilih yang bukan kartu lembaga Anda.</xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="galat[@kode = 'kartu-status']" mode="kalimat"><xsl:value-of select="concat('Kartu ', @nilai, ' belum diserahkan atau sudah dikembalikan.')"/></xsl:template>
<xsl:template match="galat[@kode = 'kartu-dikembalikan']" mode="kalimat"><xsl:value-of select="concat('Kartu ', @nilai, ' sudah ada dalam pengembalian lain.')"/></xsl:template>
<xsl:template match="galat[@kode = 'kartu-diajukan']" mode="kalimat"><xsl:value-of select="concat('Kartu ', @nilai, ' sedang diajukan untuk diaktivasi. Tarik dahulu permintaan aktivasinya.')"/></xsl:template>
<xsl:template match="galat[@kode = 'kartu-berubah']" mode="kalimat">Salah satu kartu baru saja dimasukkan ke pengembalian lain. Periksa pilihan Anda, lalu kirim lagi.</xsl:template>
<xsl:template match="galat[@kode = 'segel-tidak-ada']" mode="kalimat">Berita acara belum dapat disegel karena kunci segel belum dipasang. Hubungi Ditjen Dukcapil; tidak ada yang dicatat.</xsl:template>
<xsl:template match="galat[@kode = 'pengembalian-status']" mode="kalimat">Keadaan pengembalian ini sudah berubah sejak halaman ini dibuka. Periksa kembali di bawah ini.</xsl:template>

</xsl:stylesheet>
