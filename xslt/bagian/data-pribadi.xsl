<?xml version="1.0" encoding="UTF-8"?>
<!--
  data-pribadi.xsl: what the pages about personal data share: the kinds of
  data that are kept of a person with why, how long and on what ground, what
  must be handed over before erasure, and the statuses of a request.  <umur>
  has the days of the settings.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="kategori-kata" select="'|akun=Data akun dan foto|persetujuan=Pilihan pesan|faktor=Faktor kedua|sesi=Sesi masuk|perangkat=Perangkat yang diingat|tautan=Tautan yang dikirim|pesan=Pesan keluar|notifikasi=Pemberitahuan|permintaan=Riwayat permintaan personalisasi|aktivasi=Riwayat permintaan aktivasi|kartu=Riwayat kartu SAM|perjanjian=Riwayat perjanjian|berkas=Berkas yang diunggah|balikan=Kiriman data balikan|token=Token layanan web|audit-oleh=Log: yang Anda lakukan|audit-tentang=Log: tentang akun Anda|penghapusan=Permintaan penghapusan|'"/>
<xsl:variable name="kategori-isi" select="'|akun=nama, username, jabatan, NIP, e-mail, telepon, alamat, lembaga, foto|persetujuan=pesan apa yang Anda inginkan, lewat saluran apa|faktor=cara yang dipasang dan sejak kapan; rahasianya disimpan tersandi dan tidak ikut diunduh|sesi=waktu masuk, alamat jaringan, peramban|perangkat=waktu, alamat jaringan, peramban|tautan=tujuan tautan dan waktunya; kodenya tidak disimpan|pesan=pesan ke e-mail atau WhatsApp Anda dan waktunya|notifikasi=pemberitahuan di lonceng dan kapan dibaca|permintaan=langkah yang Anda lakukan dan catatannya|aktivasi=langkah yang Anda lakukan dan catatannya|kartu=langkah yang Anda lakukan dan catatannya|perjanjian=langkah yang Anda lakukan dan catatannya|berkas=nama, jenis, dan ukuran berkas|balikan=nama dan ukuran berkas yang Anda kirim, kapan, statusnya; bukan isinya|token=nama token yang Anda buat, delapan huruf pertamanya, kapan dibuat, dipakai, berakhir, dicabut|audit-oleh=tindakan, waktu, alamat jaringan|audit-tentang=tindakan dan waktu|penghapusan=alasan, keputusan, waktu|'"/>
<xsl:variable name="kategori-tujuan" select="'|akun=mengenali Anda, memberi hak sesuai lembaga, dan menghubungi Anda|persetujuan=mengirim hanya yang Anda inginkan|faktor=melindungi akun Anda|sesi=menjaga keamanan dan memperlihatkan di mana Anda masuk|perangkat=tidak menanyakan kode setiap kali|tautan=mengonfirmasi alamat dan membuat password|pesan=memberi tahu Anda|notifikasi=memberi tahu Anda|permintaan=membuktikan jalannya pekerjaan|aktivasi=membuktikan jalannya pekerjaan|kartu=membuktikan perjalanan kartu|perjanjian=membuktikan jalannya perjanjian|berkas=menjadi lampiran pekerjaan|balikan=membuktikan siapa yang mengirim|token=membuktikan siapa yang memberi akses|audit-oleh=pengawasan dan pembuktian|audit-tentang=pengawasan dan pembuktian|penghapusan=memenuhi hak Anda|'"/>
<!-- p: public task, k: agreement, s: consent, h: legal duty. -->
<xsl:variable name="kategori-dasar" select="'|akun=p|persetujuan=s|faktor=h|sesi=h|perangkat=s|tautan=p|pesan=p|notifikasi=p|permintaan=p|aktivasi=p|kartu=p|perjanjian=p|berkas=p|balikan=p|token=p|audit-oleh=h|audit-tentang=h|penghapusan=h|'"/>
<xsl:variable name="dasar-kata" select="'|p=tugas pemerintah dalam administrasi kependudukan|s=persetujuan Anda, dapat ditarik kapan saja|h=kewajiban hukum untuk mengamankan dan membuktikan|'"/>

<xsl:template match="@kode" mode="kategori">
  <xsl:value-of select="substring-before(substring-after($kategori-kata, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:template match="@kode" mode="kategori-isi">
  <xsl:value-of select="substring-before(substring-after($kategori-isi, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:template match="@kode" mode="kategori-tujuan">
  <xsl:value-of select="substring-before(substring-after($kategori-tujuan, concat('|', ., '=')), '|')"/>
</xsl:template>
<xsl:template match="@kode" mode="kategori-dasar">
  <xsl:variable name="d" select="substring-before(substring-after($kategori-dasar, concat('|', ., '=')), '|')"/>
  <xsl:value-of select="substring-before(substring-after($dasar-kata, concat('|', $d, '=')), '|')"/>
</xsl:template>

<!-- How long, from the settings. -->
<xsl:template match="@kode" mode="kategori-umur">
  <xsl:variable name="u" select="/halaman/umur"/>
  <xsl:choose>
    <xsl:when test=". = 'sesi'"><xsl:value-of select="concat($u/@sesi, ' hari setelah sesi berakhir')"/></xsl:when>
    <xsl:when test=". = 'perangkat'"><xsl:value-of select="concat($u/@perangkat, ' hari setelah tidak berlaku')"/></xsl:when>
    <xsl:when test=". = 'tautan'"><xsl:value-of select="concat($u/@tautan, ' hari setelah tidak berlaku')"/></xsl:when>
    <xsl:when test=". = 'pesan'"><xsl:value-of select="concat($u/@pesan, ' hari')"/></xsl:when>
    <xsl:when test=". = 'notifikasi'"><xsl:value-of select="concat($u/@notifikasi, ' hari')"/></xsl:when>
    <xsl:when test="starts-with(., 'audit')"><xsl:value-of select="concat('sekurang-kurangnya ', $u/@audit, ' tahun; tidak dapat diubah')"/></xsl:when>
    <xsl:when test=". = 'permintaan' or . = 'aktivasi' or . = 'kartu' or . = 'perjanjian' or . = 'berkas' or . = 'balikan' or . = 'token'">selama arsip pekerjaannya disimpan</xsl:when>
    <xsl:otherwise>selama akun ada</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:variable name="status-hapus" select="'|diajukan=info Menunggu keputusan|disetujui=proses Disetujui, sedang dihapus|selesai=baik Selesai dihapus|ditolak=buruk Ditolak|ditarik=netral Ditarik|'"/>

<!-- What must be handed over first, one <li> each. -->
<xsl:variable name="hambatan-kata" select="'|dokumen=dokumen menunggu tanda tangan: minta admin menggantinya dengan pejabat lain, atau tanda tangani|permintaan=permintaan personalisasi belum selesai|proses=tiket belum selesai|aktivasi=permintaan aktivasi belum diputuskan|pengembalian=pengembalian kartu belum diterima|admin=tidak ada admin lain yang aktif: buat akun admin pengganti|'"/>
<xsl:template match="hambatan">
  <li>
    <xsl:variable name="kata" select="substring-before(substring-after($hambatan-kata, concat('|', @kode, '=')), '|')"/>
    <xsl:choose>
      <xsl:when test="@kode = 'admin'"><xsl:value-of select="$kata"/></xsl:when>
      <xsl:when test="@href"><a href="{@href}"><xsl:apply-templates select="@nilai" mode="angka"/><xsl:value-of select="concat(' ', $kata)"/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="@nilai" mode="angka"/><xsl:value-of select="concat(' ', $kata)"/></xsl:otherwise>
    </xsl:choose>
  </li>
</xsl:template>

<!-- What goes and what stays; audit: years of the setting. -->
<xsl:template name="yang-terjadi">
  <xsl:param name="audit"/>
  <h2>Yang dihapus</h2>
  <ul>
    <li>nama, e-mail, telepon, alamat, jabatan, NIP, dan foto (berkas fotonya paling lambat dua hari kemudian);</li>
    <li>password, faktor kedua, semua sesi, perangkat yang diingat, dan tautan;</li>
    <li>semua pesan, pemberitahuan, dan pilihan pesan.</li>
  </ul>
  <h2>Yang tetap disimpan karena diwajibkan hukum</h2>
  <ul>
    <li>dokumen yang sudah ditandatangani, beserta nama yang tertulis di dalamnya, dan isi surat serta formulir milik lembaga;</li>
    <li>riwayat pekerjaan: langkahnya tetap ada, tetapi pelakunya tertulis “Akun dihapus” dengan nomor akun;</li>
    <li>
      <xsl:text>log audit: username, alamat jaringan, tindakan, dan rinciannya, sekurang-kurangnya </xsl:text>
      <xsl:value-of select="$audit"/>
      <xsl:text> tahun. Setiap barisnya disegel dengan baris sebelumnya, sehingga tidak dapat diubah atau dihapus;</xsl:text>
    </li>
    <li>username, agar tidak dipakai orang lain yang lalu tertukar dengan pemilik lama dalam log.</li>
  </ul>
</xsl:template>

</xsl:stylesheet>
