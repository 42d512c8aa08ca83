<?xml version="1.0" encoding="UTF-8"?>
<!-- admin-pengaturan.xsl: the settings, in groups (U-22). -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:variable name="label" select="'|kantor_induk=Kementerian pada kop surat|kantor_nama=Nama instansi|kantor_unit=Nama unit|kantor_alamat=Alamat kantor|kantor_telepon=Telepon kantor|kantor_surel=Surel layanan|kantor_wa=Nomor WhatsApp layanan|kantor_kota=Kota pada dokumen|kantor_jam=Jam layanan|kapasitas_harian=Kapasitas personalisasi per hari|norma_surat=Surat dan lampiran|norma_disposisi=Penerimaan dan disposisi|norma_personalisasi=Jadwal dan personalisasi|norma_dokumen=Dokumen dan tanda tangan|norma_serah_terima=Serah terima|nomor_bast=Nomor berita acara serah terima|nomor_surat_balasan=Nomor surat balasan|nomor_surat_selesai=Nomor surat keterangan selesai|nomor_pemusnahan=Nomor berita acara pemusnahan|nomor_bast_kembali=Nomor berita acara pengembalian|sistem_aktivasi=Tampilkan pintu Sistem Aktivasi di halaman depan|faktor_wajib_admin=Wajib untuk admin|faktor_wajib_pejabat=Wajib untuk pejabat|faktor_wajib_produsen=Wajib untuk produsen|faktor_wajib_dinas=Wajib untuk Dinas|faktor_wajib_pengguna=Wajib untuk lembaga pengguna|faktor_wajib_verifikator=Wajib untuk verifikator|faktor_wajib_pemohon=Wajib untuk pemohon|hapus_norma=Keputusan atas permintaan penghapusan|retensi_sesi=Sesi yang berakhir|retensi_masuk=Percobaan masuk yang gagal|retensi_tautan=Tautan yang tidak berlaku|retensi_pesan=Pesan keluar|retensi_notifikasi=Pemberitahuan|retensi_perangkat=Perangkat yang diingat, setelah tidak berlaku|retensi_pendaftaran=Pendaftaran yang ditolak|retensi_audit=Log audit, sekurang-kurangnya|beranda_tentang=Teks “Tentang” di halaman depan|balikan_maks_mb=Berkas terbesar|balikan_kuota_mb=Ruang untuk berkas kiriman, setiap lembaga|balikan_unggah_jam=Batas waktu menyelesaikan pengiriman yang terputus|balikan_simpan_hari=Berkas dan laporannya disimpan setelah selesai|balikan_tunggak_bulan=Dianggap menunggak bila tidak mengirim selama|balikan_laju_menit=Permintaan layanan web, setiap token|'"/>
<xsl:variable name="kelompok" select="'|kantor=Kantor|jadwal=Jadwal|norma=Norma waktu|nomor=Penomoran dokumen|sistem=Sistem|keamanan=Faktor kedua ketika masuk|beranda=Halaman depan|retensi=Data pribadi dan masa simpan|balikan=Data balikan|'"/>
<xsl:variable name="satuan" select="'|balikan_maks_mb=MB|balikan_kuota_mb=MB|balikan_unggah_jam=jam|balikan_simpan_hari=hari|balikan_tunggak_bulan=bulan|balikan_laju_menit=per menit|'"/>
<xsl:variable name="petunjuk" select="'|balikan_kuota_mb=Untuk berkas yang sedang dikirim dan yang masih disimpan; lembaga yang perlu ruang lain diatur di halamannya pada menu Lembaga|balikan_simpan_hari=Baris yang sudah dimuat tetap ada; yang dihapus berkas kiriman dan laporan baris yang ditolak|balikan_tunggak_bulan=Untuk daftar Tunggakan dan peringatan di halaman lembaga|hapus_norma=Permintaan harus diputuskan dalam waktu ini|retensi_audit=Log tidak pernah dihapus sistem; angka ini dijanjikan di halaman Data Pribadi|retensi_pesan=Sejak dibuat, bila sudah terkirim atau gagal|faktor_wajib_admin=Yang belum memasangnya, diminta memasang ketika masuk berikutnya|kantor_wa=Dengan kode negara tanpa tanda tambah, misalnya 6281234567890; kosongkan bila tidak ada|kapasitas_harian=Mengubahnya menyusun ulang seluruh rencana dan memberi tahu yang jadwalnya bergeser|nomor_bast={urut} diganti nomor urut, {tahun} diganti tahun|nomor_surat_balasan={urut} diganti nomor urut, {tahun} diganti tahun|nomor_surat_selesai={urut} diganti nomor urut, {tahun} diganti tahun|nomor_pemusnahan={urut} diganti nomor urut, {tahun} diganti tahun|nomor_bast_kembali={urut} diganti nomor urut, {tahun} diganti tahun|'"/>

<xsl:template match="galat[@kode = 'urut']" mode="kalimat">Pola nomor harus memuat {urut}, agar setiap dokumen mendapat nomor sendiri.</xsl:template>
<xsl:template match="galat[@kode = 'tanpa-kapasitas']" mode="kalimat">Dengan kapasitas ini tidak ada hari kerja yang cukup untuk kartu yang menunggu.</xsl:template>

<xsl:template match="halaman" mode="judul">Pengaturan</xsl:template>

<xsl:template match="halaman" mode="aksi">
  <a class="tombol" href="/admin/rute">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kunci'"/></xsl:call-template>
    <xsl:text>Hak akses halaman</xsl:text>
  </a>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <form action="/admin/pengaturan">
    <xsl:call-template name="form-rahasia"/>
    <xsl:for-each select="pengaturan[not(@kelompok = preceding-sibling::pengaturan[1]/@kelompok)]">
      <section class="kotak">
        <h2><xsl:value-of select="substring-before(substring-after($kelompok, concat('|', @kelompok, '=')), '|')"/></h2>
        <xsl:apply-templates select="../pengaturan[@kelompok = current()/@kelompok]"/>
      </section>
    </xsl:for-each>
    <xsl:call-template name="tombol-baris">
      <xsl:with-param name="teks" select="'Simpan pengaturan'"/>
      <xsl:with-param name="batal" select="'/beranda'"/>
    </xsl:call-template>
  </form>
  <xsl:if test="pengaturan/@diubah">
    <section>
      <h2>Perubahan terakhir</h2>
      <ul>
        <xsl:for-each select="pengaturan[@diubah]">
          <xsl:sort select="@diubah" order="descending"/>
          <xsl:if test="position() &lt;= 5">
            <li>
              <xsl:call-template name="label"><xsl:with-param name="nama" select="@nama"/></xsl:call-template>
              <xsl:text>: </xsl:text>
              <xsl:apply-templates select="@diubah" mode="waktu"/>
              <xsl:if test="@pengubah"><xsl:value-of select="concat(', ', @pengubah)"/></xsl:if>
            </li>
          </xsl:if>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="pengaturan">
  <xsl:variable name="p" select="substring-before(substring-after($petunjuk, concat('|', @nama, '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="@jenis = 'angka'">
      <xsl:call-template name="ruas-angka">
        <xsl:with-param name="nama" select="@nama"/>
        <xsl:with-param name="nilai" select="."/>
        <xsl:with-param name="petunjuk" select="$p"/>
        <xsl:with-param name="satuan" select="concat(substring-before(substring-after($satuan, concat('|', @nama, '=')), '|'), normalize-space(substring('kartu     hari kerjahari      tahun     ', 1 + 10 * (@kelompok = 'norma') + 20 * (@kelompok = 'retensi') + 10 * (@nama = 'retensi_audit') + 40 * (@kelompok = 'balikan'), 10)))"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="@jenis = 'ya-tidak'">
      <xsl:call-template name="ruas-centang">
        <xsl:with-param name="nama" select="@nama"/>
        <xsl:with-param name="nilai" select="."/>
        <xsl:with-param name="petunjuk" select="$p"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="@jenis = 'paragraf'">
      <xsl:call-template name="ruas-paragraf">
        <xsl:with-param name="nama" select="@nama"/>
        <xsl:with-param name="nilai" select="."/>
        <xsl:with-param name="petunjuk" select="$p"/>
        <xsl:with-param name="opsional" select="@min = 0"/>
        <xsl:with-param name="baris" select="6"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="ruas-teks">
        <xsl:with-param name="nama" select="@nama"/>
        <xsl:with-param name="nilai" select="."/>
        <xsl:with-param name="petunjuk" select="$p"/>
        <xsl:with-param name="opsional" select="@min = 0"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
