<?xml version="1.0" encoding="UTF-8"?>
<!-- panduan-manifes.xsl: chapter: what a manifest is, and how anybody checks it. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="bab[@kode = 'manifes']/sub[@kode = 'apa']" mode="isi">
  <p>Manifes ialah berkas konfigurasi yang dipasang pada pembaca KTP-el. Isinya mengikat satu kartu SAM pada satu mesin, satu tempat, dan satu lembaga, untuk suatu masa. Manifes terbit ketika kartu diaktifkan, dan terbit lagi setiap kali mesin dipindahkan, perjanjian diperpanjang, atau penangguhan dicabut. Yang lama langsung tidak berlaku.</p>
  <p>Manifes berbentuk XML dengan tanda tangan elektronik (ECDSA P-256, SHA-256). Mengubah satu huruf saja membuat tanda tangannya tidak cocok lagi. Lembar PDF-nya memuat kode QR untuk diperiksa manusia.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'manifes']/sub[@kode = 'unduh']" mode="isi">
  <p>Buka kartunya dari <xsl:apply-templates select="$layar[@kode = 'kartu']"/>. Pada bagian <b>Manifes</b> setiap manifes dapat diunduh sebagai <b>XML</b> untuk mesin dan <b>Lembar PDF</b> untuk ditempel atau diarsipkan. Pasang selalu yang paling atas. Manifes banyak kartu diunduh sekaligus dari hasil aktivasi massal.</p>
  <xsl:call-template name="gambar">
    <xsl:with-param name="nama" select="'manifes'"/>
    <xsl:with-param name="alt" select="'Halaman satu kartu yang aktif, dengan mesin dan tempatnya.'"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="bab[@kode = 'manifes']/sub[@kode = 'cepat']" mode="isi">
  <p>Pindai kode QR pada lembar manifes. Halaman <xsl:apply-templates select="$layar[@kode = 'verifikasi']"/> menyebut apakah manifes itu berlaku, masa berlakunya, dan fungsinya. Cocokkan nomor seri perangkat yang tampak di layar dengan yang ada pada mesin.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'manifes']/sub[@kode = 'tanda-tangan']" mode="isi">
  <p>Auditor dapat memeriksa berkas XML di komputernya sendiri, tanpa akun, dengan perkakas umum <code>xmlsec1</code> (pada Debian dan Ubuntu: paket xmlsec1).</p>
  <ol>
    <li>Unduh <a href="/aktivasi/sertifikat.pem">sertifikat.pem</a>, sertifikat penerbit manifes. Cukup sekali; pastikan alamat situsnya benar.</li>
    <li>Jalankan persis begini:<p><code>xmlsec1 --verify --enabled-key-data key-name --pubkey-cert-pem sertifikat.pem manifes.xml</code></p>Jawaban <code>OK</code> berarti isinya utuh dan diterbitkan oleh Ditjen Dukcapil. Pada xmlsec1 versi 1.3 ke atas tambahkan <code>--lax-key-search</code>.</li>
    <li>Jangan menghilangkan <code>--enabled-key-data key-name</code>. Tanpa itu xmlsec1 percaya pada kunci atau sertifikat yang terselip di dalam berkas, juga bila pemalsu yang menyelipkannya, dan tetap menjawab <code>OK</code>.</li>
  </ol>
  <p>Jawaban <code>FAIL</code> atau galat tanpa <code>OK</code> berarti berkas diubah atau bukan dari kami. Jangan dipasang.</p>
</xsl:template>

<xsl:template match="bab[@kode = 'manifes']/sub[@kode = 'rincian']" mode="isi">
  <p>Tanda tangan yang benar belum cukup. Bandingkan juga isinya dengan kenyataan:</p>
  <dl class="ringkasan">
    <div><dt><code>manifes/@id</code></dt><dd>Nomor manifes, sama dengan kode pada QR. <code>@menggantikan</code> ialah manifes sebelumnya.</dd></div>
    <div><dt><code>kartu</code></dt><dd>No. Identitas Kartu SAM, PCID, seri kartu, dan fungsi: R baca, RW baca dan tulis.</dd></div>
    <div><dt><code>mesin/@seri</code></dt><dd>Harus sama dengan nomor seri pada perangkat.</dd></div>
    <div><dt><code>lembaga</code></dt><dd>Kode dan nama lembaga yang boleh memakainya.</dd></div>
    <div><dt><code>tempat</code></dt><dd>Outlet, alamat, kode wilayah, dan koordinat.</dd></div>
    <div><dt><code>perjanjian</code></dt><dd>Nomor perjanjian dan hari terakhirnya.</dd></div>
    <div><dt><code>berlaku</code></dt><dd>Hari ini harus berada di antara <code>@dari</code> dan <code>@sampai</code>, keduanya termasuk.</dd></div>
  </dl>
</xsl:template>

<xsl:template match="bab[@kode = 'manifes']/sub[@kode = 'cabut']" mode="isi">
  <p><a href="/aktivasi/daftar-cabut.xml">daftar-cabut.xml</a> memuat semua manifes yang tidak berlaku lagi walaupun tanggalnya belum lewat, beserta sejak kapan dan sebabnya. Daftar ini ditandatangani dengan cara yang sama dan diperiksa dengan perintah yang sama:</p>
  <p><code>xmlsec1 --verify --enabled-key-data key-name --pubkey-cert-pem sertifikat.pem daftar-cabut.xml</code></p>
  <p>Setiap perubahan menaikkan <code>@nomor</code>; pakailah daftar dengan nomor terbesar. Sebuah manifes boleh dipakai bila tanda tangannya benar, hari ini berada dalam masanya, dan nomornya (<code>@id</code>) tidak ada pada daftar ini.</p>
  <p>Sebab yang mungkin: <code>pindah</code>, <code>perpanjangan</code>, <code>pemulihan</code> (penangguhan dicabut), <code>penangguhan</code>, <code>pengembalian</code>, dan <code>perjanjian</code> (perjanjian dihentikan).</p>
</xsl:template>

</xsl:stylesheet>
