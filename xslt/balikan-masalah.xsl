<?xml version="1.0" encoding="UTF-8"?>
<!-- balikan-masalah.xsl: what each problem of the web service means; the page
     that `type` of a problem document leads to (RFC 9457).  Then the codes of
     single records, in the words of balikan-openapi.json. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/masalah.xsl"/>

<!-- kode=What it means| -->
<xsl:variable name="galat-rekaman" select="concat(
  '|kosong=NIK tidak ada atau kosong.',
  '|nik-panjang=NIK tidak 16 angka.',
  '|nik-angka=NIK berisi selain angka.',
  '|nik-pemisah=NIK berisi spasi, titik, atau tanda hubung di antara angkanya.',
  '|nik-ilmiah=NIK berubah menjadi bilangan ilmiah seperti 3.17401E+15; kirim sebagai teks.',
  '|nik-bulat=NIK pernah menjadi bilangan, seperti 3174010101900001.0, sehingga angka terakhirnya mungkin hilang; kirim sebagai teks.',
  '|nik-provinsi=Dua angka pertama NIK bukan kode provinsi yang dikenal.',
  '|nik-tanggal=Tanggal lahir pada NIK (angka ke-7 dan 8) bukan 01–31 atau 41–71.',
  '|nik-bulan=Bulan lahir pada NIK (angka ke-9 dan 10) bukan 01–12.',
  '|nik-nol=Empat angka terakhir NIK 0000; nomor urut seperti itu tidak pernah terbit.',
  '|wajib=Parameter wajib diisi, tetapi tidak ada atau kosong.',
  '|terlalu-panjang=Nilai lebih panjang daripada yang ditetapkan parameter.',
  '|karakter=Ada karakter kendali, misalnya ganti baris atau tab, atau teksnya bukan UTF-8.',
  '|angka=Nilai bukan angka. Boleh dengan minus di depan dan satu titik atau koma desimal, tanpa pemisah ribuan.',
  '|tanggal=Nilai bukan tanggal yang ada pada kalender, sejak 1900, sebagai TTTT-BB-HH, HH-BB-TTTT, atau HH/BB/TTTT.',
  '|telepon=Nilai bukan nomor telepon sebagai 08… atau +62….',
  '|pilihan=Nilai tidak ada pada pilihan parameter.',
  '|pola=Nilai tidak mengikuti pola parameter.',
  '|bulat=Nilai pernah menjadi bilangan di Excel, sehingga angka terakhirnya hilang.',
  '|ilmiah=Nilai berubah menjadi bilangan ilmiah seperti 1.23E+15; kirim sebagai teks.',
  '|kolom-asing=Tidak ada parameter bernama itu.',
  '|ganda=Nama yang sama tertulis lebih dari sekali; huruf besar dan kecil tidak dibedakan.',
  '|jenis-nilai=Nilai bukan teks, bilangan, atau null; bilangan ditulis tanpa pangkat, bukan seperti 1e3.',
  '|versi=Versi yang disebut bukan versi parameter yang berlaku.',
  '|isi-panjang=Semua nilai rekaman itu bersama-sama terlalu panjang.',
  '|')"/>
<xsl:variable name="peringatan-rekaman" select="concat(
  '|?kabupaten=Kode kabupaten/kota pada NIK tidak dikenal, atau tidak berlaku lagi.',
  '|?kecamatan=Kode kecamatan pada NIK tidak dikenal, atau tidak berlaku lagi.',
  '|')"/>

<xsl:template match="halaman" mode="judul">Kode masalah Web Service</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Jawaban yang bukan 200 berisi salah satu kode ini pada <span class="kode">kode</span> dan <span class="kode">type</span>.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <dl class="ringkasan">
    <xsl:call-template name="satu-masalah"><xsl:with-param name="sisa" select="substring($masalah, 2)"/></xsl:call-template>
  </dl>
  <h2>Kode pada rekaman</h2>
  <p>Jawaban 200 pun dapat memuat rekaman yang ditolak. Sebabnya ada pada <span class="kode">galat</span> rekaman itu, satu <span class="kode">kode</span> untuk setiap <span class="kode">ruas</span> yang salah. Rekaman yang ditolak ikut dihitung pada kiriman hari itu, kecuali dengan <span class="kode">cara=semua</span>.</p>
  <dl class="ringkasan">
    <xsl:call-template name="satu-galat"><xsl:with-param name="sisa" select="substring($galat-rekaman, 2)"/></xsl:call-template>
  </dl>
  <h2>Kode peringatan</h2>
  <p>Rekaman dengan <span class="kode">peringatan</span> diterima.</p>
  <dl class="ringkasan">
    <xsl:call-template name="satu-galat"><xsl:with-param name="sisa" select="substring($peringatan-rekaman, 2)"/></xsl:call-template>
  </dl>
</xsl:template>

<xsl:template name="satu-galat">
  <xsl:param name="sisa"/>
  <xsl:if test="$sisa != ''">
    <xsl:variable name="satu" select="substring-before($sisa, '|')"/>
    <div>
      <dt><span class="kode"><xsl:value-of select="substring-before($satu, '=')"/></span></dt>
      <dd><xsl:value-of select="substring-after($satu, '=')"/></dd>
    </div>
    <xsl:call-template name="satu-galat"><xsl:with-param name="sisa" select="substring-after($sisa, '|')"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="satu-masalah">
  <xsl:param name="sisa"/>
  <xsl:if test="contains($sisa, '|') or $sisa != ''">
    <xsl:variable name="satu" select="substring-before(concat($sisa, '|'), '|')"/>
    <xsl:if test="$satu != ''">
      <div id="{substring-before($satu, '=')}">
        <dt><span class="kode"><xsl:value-of select="substring-before($satu, '=')"/></span></dt>
        <dd><b><xsl:value-of select="substring-before(substring-after($satu, '='), '~')"/></b><br/><xsl:value-of select="substring-after($satu, '~')"/></dd>
      </div>
    </xsl:if>
    <xsl:call-template name="satu-masalah"><xsl:with-param name="sisa" select="substring-after($sisa, '|')"/></xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
