<?xml version="1.0" encoding="UTF-8"?>
<!-- aktivasi-kartu-form.xsl: "Do Aktivasi" (A-03) and relocation (A-13). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/aktivasi.xsl"/>
<xsl:import href="bagian/kartu.xsl"/>

<xsl:variable name="pindah" select="/halaman/tempat/@aksi = 'pindah'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:choose>
    <xsl:when test="$pindah">Pindahkan mesin</xsl:when>
    <xsl:otherwise>Do Aktivasi</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'wilayah'"/></xsl:call-template>
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'lokasi'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="kartu" mode="singkat"/>
  <xsl:if test="$pindah">
    <p>Setelah disimpan, manifes yang sekarang tidak berlaku lagi dan diganti dengan manifes baru yang harus dipasang pada mesin.</p>
  </xsl:if>
  <form class="form kotak" action="/aktivasi/kartu/{kartu/@id}/{tempat/@aksi}" data-wilayah="/aktivasi/wilayah">
    <xsl:call-template name="form-rahasia"/>
    <xsl:if test="not($pindah)">
      <!-- Enter sends the form, not the first "Pilih". -->
      <button type="submit" class="semu" tabindex="-1" aria-hidden="true">Aktifkan</button>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'sam_id'"/>
        <xsl:with-param name="petunjuk" select="'Tercetak pada kartu: 8 bita heksadesimal, spasi boleh ada, misalnya 30 15 4B 01 00 00 12 34'"/>
        <xsl:with-param name="lebar" select="30"/>
        <xsl:with-param name="lengkap" select="'off'"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'token'"/>
        <xsl:with-param name="petunjuk" select="'10 huruf dan angka dari permintaan aktivasi; huruf kecil, spasi, dan tanda hubung boleh'"/>
        <xsl:with-param name="lebar" select="20"/>
        <xsl:with-param name="lengkap" select="'off'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$pindah">
      <button type="submit" class="semu" tabindex="-1" aria-hidden="true">Pindahkan</button>
    </xsl:if>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'seri_mesin'"/>
      <xsl:with-param name="petunjuk" select="'Nomor seri card reader'"/>
      <xsl:with-param name="nilai" select="tempat/@seri-mesin"/>
      <xsl:with-param name="lebar" select="30"/>
      <xsl:with-param name="lengkap" select="'off'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-teks">
      <xsl:with-param name="nama" select="'outlet'"/>
      <xsl:with-param name="petunjuk" select="'Misalnya: KCP Dago'"/>
      <xsl:with-param name="nilai" select="tempat/@outlet"/>
      <xsl:with-param name="lebar" select="45"/>
      <xsl:with-param name="opsional" select="true()"/>
    </xsl:call-template>
    <h2>Tempat mesin</h2>
    <p hidden="hidden" data-lokasi="r-lintang r-bujur">
      <button type="button" class="tombol kecil">Pakai lokasi perangkat ini</button>
      <xsl:text> </xsl:text>
      <span role="status" data-cari="Mencari lokasi…" data-dapat="Latitude dan Longitude sudah terisi." data-gagal="Lokasi tidak didapat. Ketik sendiri Latitude dan Longitude."></span>
    </p>
    <div class="dua">
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'lintang'"/>
        <xsl:with-param name="petunjuk" select="'Derajat desimal, selatan negatif, misalnya -6.914744'"/>
        <xsl:with-param name="nilai" select="tempat/@lintang"/>
        <xsl:with-param name="lebar" select="12"/>
        <xsl:with-param name="lengkap" select="'off'"/>
      </xsl:call-template>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="'bujur'"/>
        <xsl:with-param name="petunjuk" select="'Derajat desimal, misalnya 107.609810'"/>
        <xsl:with-param name="nilai" select="tempat/@bujur"/>
        <xsl:with-param name="lebar" select="12"/>
        <xsl:with-param name="lengkap" select="'off'"/>
      </xsl:call-template>
    </div>
    <xsl:call-template name="ruas-paragraf">
      <xsl:with-param name="nama" select="'alamat'"/>
      <xsl:with-param name="nilai" select="tempat/@alamat"/>
      <xsl:with-param name="baris" select="2"/>
    </xsl:call-template>
    <xsl:call-template name="wilayah-satu">
      <xsl:with-param name="nama" select="'provinsi'"/>
      <xsl:with-param name="berikut" select="'kota'"/>
    </xsl:call-template>
    <xsl:call-template name="wilayah-satu">
      <xsl:with-param name="nama" select="'kota'"/>
      <xsl:with-param name="berikut" select="'kecamatan'"/>
    </xsl:call-template>
    <xsl:call-template name="wilayah-satu">
      <xsl:with-param name="nama" select="'kecamatan'"/>
      <xsl:with-param name="berikut" select="'kelurahan'"/>
    </xsl:call-template>
    <xsl:call-template name="wilayah-satu">
      <xsl:with-param name="nama" select="'kelurahan'"/>
    </xsl:call-template>
    <p class="ruas">
      <b>Kode Wilayah</b>
      <br/>
      <output class="kode" id="kode-wilayah" for="r-kelurahan">
        <xsl:choose>
          <xsl:when test="wilayah/@kode"><xsl:value-of select="wilayah/@kode"/></xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </output>
    </p>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks">
        <xsl:choose>
          <xsl:when test="$pindah">Terbitkan manifes baru</xsl:when>
          <xsl:otherwise>Aktifkan kartu</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="batal" select="concat('/aktivasi/kartu/', kartu/@id)"/>
    </xsl:call-template>
  </form>
</xsl:template>

<!-- A drop-down of regions; without scripts "Pilih" loads the next one. -->
<xsl:template name="wilayah-satu">
  <xsl:param name="nama"/>
  <xsl:param name="berikut"/>
  <xsl:call-template name="ruas-pilihan">
    <xsl:with-param name="nama" select="$nama"/>
    <xsl:with-param name="nilai" select="/halaman/wilayah/@*[name() = $nama]"/>
  </xsl:call-template>
  <xsl:if test="$berikut">
    <p class="pilih-wilayah">
      <button type="submit" class="tombol kecil" formnovalidate="formnovalidate"
        formaction="/aktivasi/kartu/{/halaman/kartu/@id}/{/halaman/tempat/@aksi}/wilayah#r-{$berikut}">
        <xsl:text>Pilih</xsl:text>
        <span class="semu"><xsl:text> </xsl:text><xsl:call-template name="label"><xsl:with-param name="nama" select="$nama"/></xsl:call-template></span>
      </button>
    </p>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
