<?xml version="1.0" encoding="UTF-8"?>
<!--
  balikan-unggah.xsl: sending a file of data balikan (B-04), and the uploads
  that are not whole.  The words of aset/tus.js are data-… of its box.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/balikan.xsl"/>

<xsl:variable name="label" select="'|berkas=Berkas data|cara=Bila ada baris yang salah|'"/>

<xsl:template match="halaman" mode="judul">Upload Data</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:call-template name="skrip"><xsl:with-param name="nama" select="'tus'"/></xsl:call-template>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:call-template name="tab-balikan"/>
  <xsl:if test="batas/@tanpa-parameter">
    <div class="pesan awas">
      <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'awas'"/></xsl:call-template>
      <p>Lembaga Anda belum menetapkan parameter, sehingga berkas belum dapat diperiksa. <a href="/balikan/parameter">Tetapkan parameter</a> dahulu.</p>
    </div>
  </xsl:if>
  <form class="form kotak" action="/balikan/unggah" data-tus="/balikan/unggah/tus" data-kiriman="/balikan/kiriman/" data-maks="{batas/@maks}">
    <xsl:call-template name="form-rahasia"><xsl:with-param name="berkas" select="true()"/></xsl:call-template>
    <h2>Kirim berkas</h2>
    <p>Baris pertama berisi nama kolom: NIK dan parameter lembaga Anda, urutannya bebas. <a href="/balikan/templat?jenis=xlsx">Unduh templat XLSX</a> atau <a href="/balikan/templat?jenis=csv">CSV</a>.</p>
    <xsl:call-template name="ruas-berkas">
      <xsl:with-param name="nama" select="'berkas'"/>
      <xsl:with-param name="petunjuk">
        <xsl:text>CSV (UTF-8; koma atau titik koma) atau XLSX, boleh dimampatkan dengan gzip. Paling besar </xsl:text>
        <xsl:apply-templates select="batas/@maks" mode="bita"/>
        <xsl:text>.</xsl:text>
      </xsl:with-param>
      <xsl:with-param name="terima" select="'.csv,.xlsx,.gz,text/csv'"/>
    </xsl:call-template>
    <xsl:call-template name="ruas-radio">
      <xsl:with-param name="nama" select="'cara'"/>
      <xsl:with-param name="opsi" select="$opsi-cara"/>
      <xsl:with-param name="nilai" select="'sebagian'"/>
    </xsl:call-template>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Kirim'"/>
      <xsl:with-param name="batal" select="'/balikan'"/>
    </xsl:call-template>
    <div class="tus" hidden="hidden"
      data-mengirim="Sedang mengirim. Halaman ini boleh ditutup: pengiriman berlanjut dari tempat yang sama bila berkas yang sama dipilih lagi di peramban ini."
      data-ulang=" Pengiriman lain dengan nama berkas yang sama belum selesai dan bukan ini yang dilanjutkan; yang ini mulai dari awal. Bila yang lama tidak diperlukan, hapus dari daftar di bawah: tempatnya masih terhitung."
      data-terputus="Sambungan terputus. Yang sudah terkirim tidak hilang; pengiriman dicoba lagi sendiri."
      data-masuk="Sesi Anda sudah berakhir. Yang sudah terkirim tidak hilang: masuk lagi di tab lain, lalu pengiriman berlanjut sendiri di sini."
      data-dijeda="Dijeda. Yang sudah terkirim tidak hilang."
      data-dibatalkan="Pengiriman dibatalkan."
      data-selesai="Berkas sudah sampai seluruhnya."
      data-penuh="Tempat penyimpanan kami sedang penuh. Pengiriman dicoba lagi sendiri."
      data-kuota="Kuota penyimpanan lembaga Anda tidak cukup. Hapus unggahan yang tidak dilanjutkan, atau tunggu sampai berkas lama dihapus, {batas/@simpan-hari} hari setelah selesai dikerjakan."
      data-terlalu-besar="Berkas ini terlalu besar."
      data-galat="Berkas tidak dapat dikirim. Muat ulang halaman ini, lalu coba lagi."
      data-sisa="sisa" data-detik="dtk" data-menit="menit" data-jam="jam">
      <p role="status"></p>
      <div class="kemajuan">
        <progress value="0" max="1" aria-label="Yang sudah terkirim"></progress>
        <span data-hitung=""></span>
      </div>
      <p class="tombol-baris">
        <button type="button" class="tombol kecil" data-jeda="Jeda" data-lanjut="Lanjutkan">Jeda</button>
        <button type="button" class="tombol kecil" data-batal="">Batalkan</button>
      </p>
    </div>
  </form>
  <section class="kotak" aria-labelledby="judul-kuota">
    <h2 id="judul-kuota">Tempat penyimpanan</h2>
    <div class="kemajuan">
      <progress value="{batas/@terpakai}" max="{batas/@kuota}" aria-label="Tempat yang terpakai"></progress>
      <span>
        <xsl:apply-templates select="batas/@terpakai" mode="bita"/>
        <xsl:text> dari </xsl:text>
        <xsl:apply-templates select="batas/@kuota" mode="bita"/>
      </span>
    </div>
    <p class="petunjuk">Berkas yang sedang dikirim dan yang masih disimpan. Berkas dihapus <xsl:value-of select="batas/@simpan-hari"/> hari setelah selesai dikerjakan; tanggalnya ada di halaman kirimannya.</p>
  </section>
  <xsl:if test="unggahan">
    <section class="kotak" aria-labelledby="judul-belum">
      <h2 id="judul-belum">Belum selesai dikirim</h2>
      <p>Untuk melanjutkan, pilih lagi berkas yang sama lalu tekan Kirim. Yang tidak dilanjutkan dihapus sendiri.</p>
      <xsl:if test="unggahan[not(@bytes)]">
        <p>Berkas CSV dimampatkan oleh peramban sambil dikirim, sehingga hanya dapat dilanjutkan di peramban tempat pengirimannya dimulai. Di tempat lain pengiriman mulai dari awal; hapus yang lama, karena tempatnya masih terhitung.</p>
      </xsl:if>
      <table class="tabel">
        <caption class="semu">Berkas yang belum selesai dikirim</caption>
        <thead><tr><th scope="col">Berkas</th><th scope="col">Sudah terkirim</th><th scope="col">Terakhir</th><th scope="col">Dihapus pada</th><th scope="col" class="aksi">Tindakan</th></tr></thead>
        <tbody><xsl:apply-templates select="unggahan"/></tbody>
      </table>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="unggahan">
  <tr>
    <td class="utama" data-label="Berkas"><xsl:value-of select="@nama"/><br/><small><xsl:value-of select="@oleh"/></small></td>
    <td data-label="Sudah terkirim">
      <xsl:apply-templates select="@letak" mode="bita"/>
      <xsl:if test="@bytes">
        <xsl:text> dari </xsl:text>
        <xsl:apply-templates select="@bytes" mode="bita"/>
      </xsl:if>
      <xsl:if test="not(@bytes)"><br/><small>dilanjutkan hanya di peramban asalnya</small></xsl:if>
    </td>
    <td class="rapat" data-label="Terakhir"><xsl:apply-templates select="@diubah" mode="waktu"/></td>
    <td class="rapat" data-label="Dihapus pada"><xsl:apply-templates select="@berakhir" mode="waktu"/></td>
    <td class="aksi">
      <button type="button" class="tombol kecil" hidden="hidden" data-lanjut="/balikan/unggah/tus/{@kode}" data-nama="{@nama}" data-bytes="{@bytes}">Lanjutkan<span class="semu"> mengirim <xsl:value-of select="@nama"/></span></button>
      <xsl:text> </xsl:text>
      <a href="/balikan/unggah/{@kode}/hapus">Hapus<span class="semu"> unggahan <xsl:value-of select="@nama"/></span></a>
    </td>
  </tr>
</xsl:template>

<xsl:template match="pesan[@kode = 'unggahan-dihapus']" mode="pesan">Unggahan yang belum selesai itu sudah dihapus.</xsl:template>
<xsl:template match="galat[@kode = 'kuota']" mode="kalimat">Kuota penyimpanan lembaga Anda tidak cukup untuk berkas ini: tersisa <xsl:apply-templates select="/halaman/batas/@sisa" mode="bita"/>. Hapus unggahan yang tidak dilanjutkan, atau tunggu sampai berkas lama dihapus, <xsl:value-of select="/halaman/batas/@simpan-hari"/> hari setelah selesai dikerjakan.</xsl:template>
<xsl:template match="galat[@kode = 'berkas-maks']" mode="kalimat">Berkas terlalu besar: paling besar <xsl:apply-templates select="/halaman/batas/@maks" mode="bita"/>. Mampatkan dengan gzip, atau bagi menjadi beberapa berkas.</xsl:template>

</xsl:stylesheet>
