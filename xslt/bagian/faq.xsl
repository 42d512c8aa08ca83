<?xml version="1.0" encoding="UTF-8"?>
<!--
  faq.xsl: what the pages of program faq share: labels, messages, sentences
  about markup that cannot be read, and the markup itself:
    <xsl:apply-templates select="jawab" mode="jawaban"/>
  writes what tambah_jawaban() (faq.c) put there.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="label" select="'|kelompok=Kelompok|tanya=Pertanyaan|alamat=Alamat halaman|jawab=Jawaban|nama=Nama kelompok|membantu=Jawaban Anda|'"/>

<xsl:template match="pesan[@kode = 'suara-dicatat']" mode="pesan">Terima kasih, pendapat Anda sudah dicatat.</xsl:template>
<xsl:template match="pesan[@kode = 'faq-dibuat']" mode="pesan">Pertanyaan sudah disimpan dan tampil untuk semua orang.</xsl:template>
<xsl:template match="pesan[@kode = 'faq-diaktifkan']" mode="pesan">Pertanyaan ini tampil lagi untuk semua orang.</xsl:template>
<xsl:template match="pesan[@kode = 'faq-dinonaktifkan']" mode="pesan">Pertanyaan ini tidak tampil lagi. Isinya tetap tersimpan dan dapat diaktifkan kembali.</xsl:template>
<xsl:template match="pesan[@kode = 'faq-dipulihkan']" mode="pesan">Versi lama sudah dipulihkan sebagai versi baru.</xsl:template>
<xsl:template match="pesan[@kode = 'faq-digeser']" mode="pesan">Urutan sudah diubah.</xsl:template>
<xsl:template match="pesan[@kode = 'faq-kelompok-dibuat']" mode="pesan">Kelompok baru sudah dibuat. Kelompok tampil setelah ada pertanyaan di dalamnya.</xsl:template>

<xsl:template match="galat[@ruas = 'alamat' and @kode = 'format']" mode="kalimat">Alamat halaman hanya berisi huruf kecil, angka, dan tanda hubung tunggal, misalnya lama-aktivasi; “kelola” tidak dapat dipakai.</xsl:template>
<xsl:template match="galat[@ruas = 'alamat' and @kode = 'sudah-dipakai']" mode="kalimat">Alamat halaman ini sedang atau pernah dipakai pertanyaan lain. Gunakan yang lain.</xsl:template>
<xsl:template match="galat[@kode = 'markah-tanda-butir']" mode="kalimat">Butir daftar diawali tanda hubung dan spasi: “- teks”.</xsl:template>
<xsl:template match="galat[@kode = 'markah-butir']" mode="kalimat">Butir daftar ini kosong. Tulis teksnya di baris yang sama, atau hapus barisnya.</xsl:template>
<xsl:template match="galat[@kode = 'markah-nomor']" mode="kalimat">Nomor daftar harus berurutan mulai dari 1, tanpa baris kosong di antaranya. Bila ini bukan daftar, tulis “\.” sebagai ganti titiknya.</xsl:template>
<xsl:template match="galat[@kode = 'markah-bersarang']" mode="kalimat">Daftar di dalam daftar tidak tersedia. Hapus spasi di awal baris.</xsl:template>
<xsl:template match="galat[@kode = 'markah-sesudah-daftar']" mode="kalimat">Beri satu baris kosong sesudah daftar. Bila baris ini lanjutan butir, awali dengan dua spasi.</xsl:template>
<xsl:template match="galat[@kode = 'markah-bintang-terbuka']" mode="kalimat">Tanda bintang di sini tidak punya pasangan. Tutup *miring* atau **tebal**, atau tulis “\*” untuk bintang biasa.</xsl:template>
<xsl:template match="galat[@kode = 'markah-bintang']" mode="kalimat">Terlalu banyak bintang berurutan. Gunakan *miring* atau **tebal**.</xsl:template>
<xsl:template match="galat[@kode = 'markah-ganda']" mode="kalimat">Teks tebal di dalam tebal atau miring di dalam miring. Tutup dahulu yang pertama.</xsl:template>
<xsl:template match="galat[@kode = 'markah-kurung']" mode="kalimat">Tautan ditulis [teks](/alamat). Untuk kurung siku biasa, tulis “\[” dan “\]”.</xsl:template>
<xsl:template match="galat[@kode = 'markah-tautan']" mode="kalimat">Tautan ini tidak punya teks. Tulis teksnya di antara kurung siku: [teks](/alamat).</xsl:template>
<xsl:template match="galat[@kode = 'markah-alamat']" mode="kalimat">Alamat tautan harus diawali https:// atau garis miring, misalnya /panduan, tanpa spasi dan tanpa tanda kurung.</xsl:template>

<!-- == the markup == -->

<xsl:template match="*" mode="jawaban">
  <xsl:apply-templates mode="markah"/>
</xsl:template>
<xsl:template match="alinea" mode="markah">
  <p><xsl:apply-templates mode="markah"/></p>
</xsl:template>
<xsl:template match="daftar-titik" mode="markah">
  <ul><xsl:apply-templates mode="markah"/></ul>
</xsl:template>
<xsl:template match="daftar-nomor" mode="markah">
  <ol><xsl:apply-templates mode="markah"/></ol>
</xsl:template>
<xsl:template match="butir" mode="markah">
  <li><xsl:apply-templates mode="markah"/></li>
</xsl:template>
<xsl:template match="miring" mode="markah">
  <em><xsl:apply-templates mode="markah"/></em>
</xsl:template>
<xsl:template match="tebal" mode="markah">
  <strong><xsl:apply-templates mode="markah"/></strong>
</xsl:template>
<xsl:template match="pranala" mode="markah">
  <a href="{@ke}">
    <xsl:if test="starts-with(@ke, 'https:')">
      <xsl:attribute name="rel">noopener noreferrer</xsl:attribute>
    </xsl:if>
    <xsl:apply-templates mode="markah"/>
  </a>
</xsl:template>

</xsl:stylesheet>
