<?xml version="1.0" encoding="UTF-8"?>
<!--
  bagian.xsl - what all printed documents share: letterhead, number, dates
  and numbers in words, signature block, QR caption, foot.  Each document
  (bast.xsl, …) imports this and gives the template "isi".  The result is
  the layout XML of cgi-bin/dokumen/tata-letak.h.

  The document XML, which the programs make (example: tests/unit/data/):

  <dokumen jenis="bast|surat-balasan|surat-selesai|berita-acara-pemusnahan|bast-kembali"
           status="draf|berlaku"    draf: watermark, no QR
           nomor=""                 empty while a draft: dots are printed
           tanggal="2019-10-09"     of the document; hari (1 Monday …
                                    7 Sunday) is added by dokumen_susun()
           kota="Jakarta"           where it is made
           kode=""                  verification code, unguessable
           alamat-verifikasi=""     address in the QR, code included
           sifat="" lampiran="">    of a letter; may be missing
    <kop lambang="ya"><instansi/>, <kantor/> (a line each, printed in
        capitals), <alamat/>, <kontak/></kop>
    <pihak-pertama nama="" nip="" jabatan="" instansi="" alamat=""/>
    <pihak-kedua nama="" identitas="" jabatan="" instansi="" alamat=""/>
    <proses tiket="T00000069" judul="" nomor-permintaan=""
            tanggal-permintaan="2019-09-20" fungsi="R|RW" jumlah="250"
            tanggal-mulai="" tanggal-selesai="" jumlah-gagal="0"
            nomor-surat="" tanggal-surat=""    the producer's letter
            nomor-bast=""/>
    <lembaga nama="" kode="" alamat=""/>
    <produsen nama="" alamat="" kota=""/>
    <kartu seri-kosong="" sam-id="" pcid="" seri-mesin=""/>…
    <kartu-rusak seri-kosong="" keadaan="rusak|terkunci|gagal|batal|kembali"
                 keterangan=""/>…
    <pengembalian nama="" jabatan="" alasan="rusak|tutup|selesai|lain"
                  catatan=""/>   who gives back, and why
    <pemusnahan cara="gunting|hancur|bakar" tempat=""/>   may be missing
    <penandatangan nama="" nip="" pangkat="" jabatan=""/>
    <saksi nama="" nip="" jabatan=""/>…
    <tembusan>Direktur …</tembusan>…
  </dokumen>

  What is missing is left out of the print, or dots stand for it.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:output method="xml" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:variable name="draf" select="/dokumen/@status != 'berlaku'"/>

<!-- Across and at the top of a draft; a stylesheet may give its own, as well as
     the templates kaki-draf and kaki-asli, the words at the foot. -->
<xsl:variable name="tanda-air" select="'KONSEP'"/>
<xsl:variable name="pemberitahuan" select="'KONSEP — dokumen ini belum ditandatangani dan belum berlaku'"/>

<xsl:template match="/">
  <xsl:apply-templates select="dokumen"/>
</xsl:template>

<xsl:template match="dokumen">
  <tata-letak bahasa="id-ID" halaman="Halaman %d dari %d"
      tanda-air="{$tanda-air}" pembuat="{kop/kantor[1]}"
      pemberitahuan="{$pemberitahuan}">
    <xsl:attribute name="draf">
      <xsl:choose>
        <xsl:when test="$draf">ya</xsl:when>
        <xsl:otherwise>tidak</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:attribute name="judul">
      <xsl:call-template name="judul-berkas"/>
      <xsl:if test="@nomor != ''"> Nomor <xsl:value-of select="@nomor"/></xsl:if>
    </xsl:attribute>
    <xsl:attribute name="pokok">
      <xsl:value-of select="proses/@judul"/>
    </xsl:attribute>
    <xsl:attribute name="kaki">
      <xsl:call-template name="judul-berkas"/>
      <xsl:if test="@nomor != ''"> Nomor <xsl:value-of select="@nomor"/></xsl:if>
      <xsl:text>. </xsl:text>
      <xsl:choose>
        <xsl:when test="$draf"><xsl:call-template name="kaki-draf"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="kaki-asli"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:apply-templates select="kop"/>
    <xsl:call-template name="isi"/>
  </tata-letak>
</xsl:template>

<xsl:template name="kaki-draf">Konsep ini hanya untuk diperiksa dan tidak dapat dipergunakan sebagai bukti.</xsl:template>

<xsl:template name="kaki-asli">Dokumen ini ditandatangani secara elektronik; keasliannya dapat diperiksa dengan memindai kode QR atau melalui <xsl:value-of select="@alamat-verifikasi"/></xsl:template>

<!-- Letterhead -->

<xsl:template match="kop">
  <kop bawah="5">
    <xsl:copy-of select="@lambang"/>
    <xsl:for-each select="instansi[. != '']">
      <baris ukuran="13">
        <xsl:call-template name="kapital">
          <xsl:with-param name="teks" select="."/>
        </xsl:call-template>
      </baris>
    </xsl:for-each>
    <xsl:for-each select="kantor[. != '']">
      <baris ukuran="14.5" tebal="ya">
        <xsl:variable name="nama">
          <xsl:call-template name="kapital">
            <xsl:with-param name="teks" select="."/>
          </xsl:call-template>
        </xsl:variable>
        <!-- The one long name everybody knows breaks where it should. -->
        <xsl:choose>
          <xsl:when test="starts-with($nama, 'DIREKTORAT JENDERAL ')">
            <xsl:text>DIREKTORAT JENDERAL</xsl:text>
            <baris-baru/>
            <xsl:value-of select="substring-after($nama, 'DIREKTORAT JENDERAL ')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$nama"/></xsl:otherwise>
        </xsl:choose>
      </baris>
    </xsl:for-each>
    <xsl:for-each select="alamat[. != '']">
      <baris ukuran="9"><xsl:value-of select="."/></baris>
    </xsl:for-each>
    <xsl:for-each select="kontak[. != '']">
      <baris ukuran="9"><xsl:value-of select="."/></baris>
    </xsl:for-each>
  </kop>
</xsl:template>

<xsl:template name="kapital">
  <xsl:param name="teks"/>
  <xsl:value-of select="translate($teks, 'abcdefghijklmnopqrstuvwxyzé', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÉ')"/>
</xsl:template>

<!-- Something a draft may not know yet: dots to be filled in. -->
<xsl:template name="atau-titik">
  <xsl:param name="teks"/>
  <xsl:choose>
    <xsl:when test="$teks != ''"><xsl:value-of select="$teks"/></xsl:when>
    <xsl:otherwise>………………………</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Heading of a protocol or statement: its lines, then the number. -->
<xsl:template name="kepala">
  <xsl:param name="baris-1"/>
  <xsl:param name="baris-2"/>
  <judul bawah="0"><xsl:value-of select="$baris-1"/></judul>
  <xsl:if test="$baris-2 != ''">
    <judul bawah="0"><xsl:value-of select="$baris-2"/></judul>
  </xsl:if>
  <judul ukuran="11.5" tebal="tidak" bawah="5">
    <xsl:text>Nomor: </xsl:text>
    <xsl:call-template name="nomor"/>
  </judul>
</xsl:template>

<xsl:template name="nomor">
  <xsl:call-template name="atau-titik">
    <xsl:with-param name="teks" select="/dokumen/@nomor"/>
  </xsl:call-template>
</xsl:template>

<!-- One row of a <ringkasan>; none without a value. -->
<xsl:template name="butir">
  <xsl:param name="label"/>
  <xsl:param name="nilai"/>
  <xsl:param name="tebal" select="'tidak'"/>
  <xsl:if test="$nilai != ''">
    <butir label="{$label}" tebal="{$tebal}"><xsl:value-of select="$nilai"/></butir>
  </xsl:if>
</xsl:template>

<!-- Dates -->

<xsl:template name="bulan">
  <xsl:param name="nomor"/>
  <xsl:value-of select="substring-before(substring-after(
    '|01Januari|02Februari|03Maret|04April|05Mei|06Juni|07Juli|08Agustus|09September|10Oktober|11November|12Desember|',
    concat('|', $nomor)), '|')"/>
</xsl:template>

<!-- 2019-10-09 as "9 Oktober 2019" -->
<xsl:template name="tanggal">
  <xsl:param name="iso"/>
  <xsl:if test="$iso != ''">
    <xsl:call-template name="tanpa-nol">
      <xsl:with-param name="angka" select="substring($iso, 9, 2)"/>
    </xsl:call-template>
    <xsl:text>&#160;</xsl:text>
    <xsl:call-template name="bulan">
      <xsl:with-param name="nomor" select="substring($iso, 6, 2)"/>
    </xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:value-of select="substring($iso, 1, 4)"/>
  </xsl:if>
</xsl:template>

<!-- "Rabu, tanggal sembilan bulan Oktober tahun dua ribu sembilan belas
     (09-10-2019)", of the document -->
<xsl:template name="hari-ini">
  <xsl:variable name="iso" select="/dokumen/@tanggal"/>
  <tebal>
    <xsl:value-of select="substring-before(substring-after(
      '|1Senin|2Selasa|3Rabu|4Kamis|5Jumat|6Sabtu|7Minggu|',
      concat('|', /dokumen/@hari)), '|')"/>
  </tebal>
  <xsl:text>, tanggal </xsl:text>
  <tebal>
    <xsl:call-template name="terbilang">
      <xsl:with-param name="angka" select="substring($iso, 9, 2)"/>
    </xsl:call-template>
  </tebal>
  <xsl:text> bulan </xsl:text>
  <tebal>
    <xsl:call-template name="bulan">
      <xsl:with-param name="nomor" select="substring($iso, 6, 2)"/>
    </xsl:call-template>
  </tebal>
  <xsl:text> tahun </xsl:text>
  <tebal>
    <xsl:call-template name="terbilang">
      <xsl:with-param name="angka" select="substring($iso, 1, 4)"/>
    </xsl:call-template>
  </tebal>
  <xsl:value-of select="concat(' (', substring($iso, 9, 2), '-',
    substring($iso, 6, 2), '-', substring($iso, 1, 4), ')')"/>
</xsl:template>

<!-- Numbers in words, digit by digit: up to 999 999 999. -->

<xsl:template name="tanpa-nol">
  <xsl:param name="angka"/>
  <xsl:choose>
    <xsl:when test="string-length($angka) &gt; 1 and starts-with($angka, '0')">
      <xsl:call-template name="tanpa-nol">
        <xsl:with-param name="angka" select="substring($angka, 2)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$angka"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="terbilang">
  <xsl:param name="angka"/>
  <xsl:variable name="kata">
    <xsl:call-template name="terbilang-kata">
      <xsl:with-param name="angka" select="$angka"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="normalize-space($kata) = ''">nol</xsl:when>
    <xsl:otherwise><xsl:value-of select="normalize-space($kata)"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="terbilang-kata">
  <xsl:param name="angka"/>
  <xsl:variable name="n">
    <xsl:call-template name="tanpa-nol">
      <xsl:with-param name="angka" select="$angka"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="p" select="string-length($n)"/>
  <xsl:choose>
    <xsl:when test="$p &gt; 6">
      <xsl:call-template name="terbilang-bagian">
        <xsl:with-param name="depan" select="substring($n, 1, $p - 6)"/>
        <xsl:with-param name="satuan">juta</xsl:with-param>
        <xsl:with-param name="sisa" select="substring($n, $p - 5)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$p &gt; 3">
      <xsl:call-template name="terbilang-bagian">
        <xsl:with-param name="depan" select="substring($n, 1, $p - 3)"/>
        <xsl:with-param name="satuan">ribu</xsl:with-param>
        <xsl:with-param name="se">seribu</xsl:with-param>
        <xsl:with-param name="sisa" select="substring($n, $p - 2)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$p = 3">
      <xsl:call-template name="terbilang-bagian">
        <xsl:with-param name="depan" select="substring($n, 1, 1)"/>
        <xsl:with-param name="satuan">ratus</xsl:with-param>
        <xsl:with-param name="se">seratus</xsl:with-param>
        <xsl:with-param name="sisa" select="substring($n, 2)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$n = '10'">sepuluh</xsl:when>
    <xsl:when test="$n = '11'">sebelas</xsl:when>
    <xsl:when test="$p = 2 and starts-with($n, '1')">
      <xsl:call-template name="terbilang-kata">
        <xsl:with-param name="angka" select="substring($n, 2)"/>
      </xsl:call-template>
      <xsl:text> belas</xsl:text>
    </xsl:when>
    <xsl:when test="$p = 2">
      <xsl:call-template name="terbilang-bagian">
        <xsl:with-param name="depan" select="substring($n, 1, 1)"/>
        <xsl:with-param name="satuan">puluh</xsl:with-param>
        <xsl:with-param name="sisa" select="substring($n, 2)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="substring-before(substring-after(
        '|0|1satu|2dua|3tiga|4empat|5lima|6enam|7tujuh|8delapan|9sembilan|',
        concat('|', $n)), '|')"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- depan times its unit, then the rest; se: the word for one of them -->
<xsl:template name="terbilang-bagian">
  <xsl:param name="depan"/>
  <xsl:param name="satuan"/>
  <xsl:param name="se"/>
  <xsl:param name="sisa"/>
  <xsl:choose>
    <xsl:when test="$depan = '1' and $se != ''"><xsl:value-of select="$se"/></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="terbilang-kata">
        <xsl:with-param name="angka" select="$depan"/>
      </xsl:call-template>
      <xsl:value-of select="concat(' ', $satuan)"/>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:text> </xsl:text>
  <xsl:call-template name="terbilang-kata">
    <xsl:with-param name="angka" select="$sisa"/>
  </xsl:call-template>
</xsl:template>

<!-- "250 (dua ratus lima puluh) keping" -->
<xsl:template name="jumlah">
  <xsl:param name="angka"/>
  <xsl:param name="satuan">keping</xsl:param>
  <xsl:value-of select="$angka"/>
  <xsl:text> (</xsl:text>
  <xsl:call-template name="terbilang">
    <xsl:with-param name="angka" select="string($angka)"/>
  </xsl:call-template>
  <xsl:value-of select="concat(') ', $satuan)"/>
</xsl:template>

<xsl:template name="fungsi">
  <xsl:choose>
    <xsl:when test="proses/@fungsi = 'RW'">baca dan tulis (RW)</xsl:when>
    <xsl:otherwise>baca (R)</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Rows that tell which case a document is about. -->
<xsl:template name="butir-perkara">
  <xsl:call-template name="butir">
    <xsl:with-param name="label">Kode tiket</xsl:with-param>
    <xsl:with-param name="nilai" select="proses/@tiket"/>
  </xsl:call-template>
  <xsl:call-template name="butir">
    <xsl:with-param name="label">Permintaan</xsl:with-param>
    <xsl:with-param name="nilai" select="proses/@judul"/>
  </xsl:call-template>
  <xsl:if test="proses/@nomor-permintaan != ''">
    <butir label="Nomor permintaan">
      <xsl:value-of select="proses/@nomor-permintaan"/>
      <xsl:if test="proses/@tanggal-permintaan != ''">
        <xsl:text> tanggal </xsl:text>
        <xsl:call-template name="tanggal">
          <xsl:with-param name="iso" select="proses/@tanggal-permintaan"/>
        </xsl:call-template>
      </xsl:if>
    </butir>
  </xsl:if>
  <butir label="Lembaga pengguna">
    <xsl:value-of select="lembaga/@nama"/>
    <xsl:if test="lembaga/@kode != ''">
      <xsl:value-of select="concat(' (kode ', lembaga/@kode, ')')"/>
    </xsl:if>
  </butir>
  <xsl:call-template name="butir">
    <xsl:with-param name="label">Produsen</xsl:with-param>
    <xsl:with-param name="nilai" select="produsen/@nama"/>
  </xsl:call-template>
  <butir label="Fungsi kartu"><xsl:call-template name="fungsi"/></butir>
</xsl:template>

<!-- The suite's seal in place of a signature: QR and note. -->
<xsl:template name="segel">
  <xsl:choose>
    <xsl:when test="$draf">
      <ruang tinggi="33" bingkai="ya" warna="abu">Tempat segel elektronik</ruang>
    </xsl:when>
    <xsl:otherwise>
      <qr isi="{@alamat-verifikasi}" sisi="25" tinggi="33">
        <paragraf bawah="0.6" tebal="ya">Disegel secara elektronik oleh SI-FILMA</paragraf>
        <paragraf bawah="0.6">pada tanggal
          <xsl:call-template name="tanggal">
            <xsl:with-param name="iso" select="@tanggal"/>
          </xsl:call-template>
        </paragraf>
        <paragraf bawah="0" warna="abu" ukuran="7.5">Pindai kode untuk memeriksa keaslian dokumen</paragraf>
      </qr>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Signature of the official: position, QR and note, name, NIP.  A draft
     has an empty frame in the place of the QR. -->
<xsl:template name="tanda-tangan-pejabat">
  <xsl:param name="di-atas"/>
  <xsl:if test="$di-atas != ''">
    <paragraf bawah="0.5"><xsl:value-of select="$di-atas"/></paragraf>
  </xsl:if>
  <paragraf tebal="ya" bawah="0">
    <xsl:call-template name="atau-titik">
      <xsl:with-param name="teks" select="penandatangan/@jabatan"/>
    </xsl:call-template>
    <xsl:text>,</xsl:text>
  </paragraf>
  <xsl:choose>
    <xsl:when test="$draf">
      <ruang tinggi="33" bingkai="ya" warna="abu">Tempat tanda tangan elektronik</ruang>
    </xsl:when>
    <xsl:otherwise>
      <qr isi="{@alamat-verifikasi}" sisi="25" tinggi="33">
        <paragraf bawah="0.6">Ditandatangani secara elektronik oleh</paragraf>
        <paragraf bawah="0.6" tebal="ya"><xsl:value-of select="penandatangan/@nama"/></paragraf>
        <paragraf bawah="0.6">pada tanggal
          <xsl:call-template name="tanggal">
            <xsl:with-param name="iso" select="@tanggal"/>
          </xsl:call-template>
        </paragraf>
        <paragraf bawah="0" warna="abu" ukuran="7.5">Pindai kode untuk memeriksa keaslian dokumen</paragraf>
      </qr>
    </xsl:otherwise>
  </xsl:choose>
  <paragraf tebal="ya" garis-bawah="ya" bawah="0">
    <xsl:call-template name="atau-titik">
      <xsl:with-param name="teks" select="penandatangan/@nama"/>
    </xsl:call-template>
  </paragraf>
  <xsl:if test="penandatangan/@pangkat != ''">
    <paragraf bawah="0"><xsl:value-of select="penandatangan/@pangkat"/></paragraf>
  </xsl:if>
  <xsl:if test="penandatangan/@nip != ''">
    <paragraf bawah="0">NIP <xsl:value-of select="penandatangan/@nip"/></paragraf>
  </xsl:if>
</xsl:template>

<!-- "Jakarta, 9 Oktober 2019" -->
<xsl:template name="tempat-tanggal">
  <xsl:value-of select="@kota"/>
  <xsl:text>, </xsl:text>
  <xsl:call-template name="tanggal">
    <xsl:with-param name="iso" select="@tanggal"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="tembusan">
  <xsl:if test="tembusan">
    <utuh>
      <jarak tinggi="4"/>
      <paragraf ukuran="10" bawah="0.5"><garis-bawah>Tembusan</garis-bawah>:</paragraf>
      <daftar jenis="angka" ukuran="10" lebar-label="6">
        <xsl:for-each select="tembusan">
          <butir bawah="0"><xsl:value-of select="."/></butir>
        </xsl:for-each>
      </daftar>
    </utuh>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
