<?xml version="1.0" encoding="UTF-8"?>
<!--
  galat.xsl: the page of a request that failed (<kesalahan status="404"
  kode="tidak-ada"/>): what happened, what to do, the reference number, and a
  way back.  The codes are those of cgi-bin/lib/err.c.  When C gives what was
  typed (<isian>) and a token (<kiriman>), the form can be sent once more;
  it does so only for a form that came from our own pages.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/masuk.xsl"/>

<xsl:template match="halaman" mode="judul">
  <xsl:variable name="k" select="kesalahan/@kode"/>
  <xsl:choose>
    <xsl:when test="$k = 'isian'">Isian belum dapat diterima</xsl:when>
    <xsl:when test="$k = 'permintaan-rusak'">Kiriman tidak dapat dibaca</xsl:when>
    <xsl:when test="$k = 'belum-masuk'">Silakan masuk terlebih dahulu</xsl:when>
    <xsl:when test="$k = 'tidak-berhak'">Halaman ini bukan untuk akun Anda</xsl:when>
    <xsl:when test="$k = 'faktor-wajib'">Pasang faktor kedua dahulu</xsl:when>
    <xsl:when test="$k = 'formulir-kedaluwarsa'">Formulir sudah kedaluwarsa</xsl:when>
    <xsl:when test="$k = 'tidak-ada'">Halaman tidak ditemukan</xsl:when>
    <xsl:when test="$k = 'cara-salah'">Alamat ini tidak dapat dibuka dengan cara itu</xsl:when>
    <xsl:when test="$k = 'berubah'">Data sudah berubah</xsl:when>
    <xsl:when test="$k = 'tautan-habis'">Tautan tidak berlaku lagi</xsl:when>
    <xsl:when test="$k = 'terlalu-besar'">Kiriman terlalu besar</xsl:when>
    <xsl:when test="$k = 'kuota'">Kuota penyimpanan lembaga Anda penuh</xsl:when>
    <xsl:when test="$k = 'versi-lain'">Versi pengiriman tidak dikenal</xsl:when>
    <xsl:when test="$k = 'sedang-dipakai'">Sedang dikirim dari tempat lain</xsl:when>
    <xsl:when test="$k = 'rusak-di-jalan'">Kiriman rusak di jalan</xsl:when>
    <xsl:when test="$k = 'jenis-berkas'">Jenis berkas tidak diterima</xsl:when>
    <xsl:when test="$k = 'terlalu-sering'">Terlalu banyak permintaan</xsl:when>
    <xsl:when test="$k = 'sibuk'">Sistem sedang sibuk</xsl:when>
    <xsl:when test="$k = 'penuh'">Tempat penyimpanan penuh</xsl:when>
    <xsl:otherwise>Terjadi kesalahan pada sistem</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="halaman" mode="skrip">
  <xsl:if test="kesalahan/@kode = 'belum-masuk'">
    <xsl:call-template name="skrip">
      <xsl:with-param name="nama" select="'sandi'"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <xsl:variable name="k" select="kesalahan/@kode"/>
  <div class="kesalahan">
    <xsl:choose>
      <xsl:when test="$k = 'isian'">
        <p>Ada isian yang tidak sesuai, sehingga belum disimpan. Kembalilah ke formulir, periksa isiannya, lalu kirim lagi.</p>
      </xsl:when>
      <xsl:when test="$k = 'permintaan-rusak'">
        <p>Kiriman dari peramban Anda tidak lengkap atau tidak sesuai, sehingga tidak ada yang diubah. Muat ulang halaman sebelumnya, lalu coba lagi.</p>
      </xsl:when>
      <xsl:when test="$k = 'belum-masuk'">
        <p>Halaman ini hanya untuk yang sudah masuk, atau sesi Anda sudah berakhir. Setelah masuk, Anda akan langsung dibawa kembali ke halaman ini.</p>
      </xsl:when>
      <xsl:when test="$k = 'tidak-berhak'">
        <p>Akun Anda tidak mempunyai hak untuk membuka halaman atau melakukan tindakan ini. Bila menurut Anda seharusnya boleh, hubungi admin dengan menyebutkan nomor rujukan di bawah.</p>
      </xsl:when>
      <xsl:when test="$k = 'faktor-wajib'">
        <p>Untuk peran Anda, kode sekali pakai wajib selain password. Halaman lain baru dapat dibuka setelah Anda memasangnya. Tidak ada yang diubah.</p>
      </xsl:when>
      <xsl:when test="$k = 'formulir-kedaluwarsa'">
        <p>Demi keamanan, formulir hanya dapat dikirim dari halaman kami sendiri selama sesi Anda masih berlaku. Tidak ada yang diubah. Muat ulang formulirnya, lalu kirim lagi.</p>
      </xsl:when>
      <xsl:when test="$k = 'tidak-ada'">
        <p>Alamat ini tidak ada, sudah dipindahkan, atau bukan milik lembaga Anda. Periksa kembali alamatnya, atau mulai dari halaman depan.</p>
      </xsl:when>
      <xsl:when test="$k = 'cara-salah'">
        <p>Alamat ini ada, tetapi tidak menerima cara pengiriman yang dipakai. Buka kembali halaman sebelumnya dan gunakan tombol yang tersedia di sana.</p>
      </xsl:when>
      <xsl:when test="$k = 'berubah'">
        <p>Sementara Anda bekerja, data ini sudah diubah oleh orang lain atau dari jendela lain. Perubahan Anda belum disimpan. Buka kembali data itu untuk melihat keadaan terakhir, lalu ulangi bila masih perlu.</p>
      </xsl:when>
      <xsl:when test="$k = 'tautan-habis'">
        <p>Tautan ini sudah pernah dipakai atau sudah lewat masa berlakunya. Mintalah tautan yang baru.</p>
      </xsl:when>
      <xsl:when test="$k = 'terlalu-besar'">
        <p>Berkas atau isian yang Anda kirim melebihi batas<xsl:if test="kesalahan/@maks != ''"> (<xsl:apply-templates select="kesalahan/@maks" mode="bita"/>)</xsl:if>. Perkecil berkasnya, misalnya dengan memindai pada 150 dpi, lalu kirim lagi.</p>
      </xsl:when>
      <xsl:when test="$k = 'kuota'">
        <p>Berkas lembaga Anda yang sedang dikirim dan yang masih tersimpan sudah mencapai batas. Hapus unggahan yang tidak dilanjutkan, atau tunggu sampai berkas lama selesai dikerjakan dan dihapus, lalu kirim lagi.</p>
      </xsl:when>
      <xsl:when test="$k = 'versi-lain'">
        <p>Program pengirim memakai versi yang tidak kami dukung. Pakailah tus 1.0.0.</p>
      </xsl:when>
      <xsl:when test="$k = 'sedang-dipakai'">
        <p>Berkas ini sedang dikirim dari jendela atau komputer lain. Tunggu sebentar, lalu lanjutkan.</p>
      </xsl:when>
      <xsl:when test="$k = 'rusak-di-jalan'">
        <p>Yang tiba tidak sama dengan yang dikirim, sehingga bagian ini tidak disimpan. Kirim lagi bagian itu.</p>
      </xsl:when>
      <xsl:when test="$k = 'jenis-berkas'">
        <p>Isi berkas tidak sesuai dengan jenis yang diminta. Mengganti nama berkas tidak cukup: simpan ulang dalam jenis yang diminta, lalu kirim lagi.</p>
      </xsl:when>
      <xsl:when test="$k = 'terlalu-sering'">
        <p>Terlalu banyak permintaan dari akun atau jaringan Anda dalam waktu singkat. Tunggu <xsl:choose><xsl:when test="kesalahan/@tunggu-detik &gt; 90">sekitar <xsl:value-of select="ceiling(kesalahan/@tunggu-detik div 60)"/> menit</xsl:when><xsl:when test="kesalahan/@tunggu-detik &gt; 0"><xsl:value-of select="kesalahan/@tunggu-detik"/> detik</xsl:when><xsl:otherwise>beberapa saat</xsl:otherwise></xsl:choose>, lalu coba lagi.</p>
      </xsl:when>
      <xsl:when test="$k = 'sibuk'">
        <p>Sistem belum dapat melayani permintaan ini. Tidak ada yang hilang. Tunggu sekitar satu menit, lalu muat ulang halaman ini; formulir yang terkirim dua kali hanya diproses satu kali.</p>
      </xsl:when>
      <xsl:when test="$k = 'penuh'">
        <p>Berkas Anda belum dapat disimpan dan tidak ada yang diubah. Petugas kami perlu menyediakan tempat lebih dulu. Coba lagi nanti, atau hubungi admin dengan menyebutkan nomor rujukan di bawah.</p>
      </xsl:when>
      <xsl:otherwise>
        <p>Ini kesalahan kami, bukan kesalahan Anda, dan sudah dicatat. Tidak ada yang diubah. Coba lagi; bila tetap terjadi, hubungi admin dengan menyebutkan nomor rujukan di bawah.</p>
      </xsl:otherwise>
    </xsl:choose>

    <xsl:if test="$k = 'belum-masuk'">
      <xsl:call-template name="form-masuk">
        <xsl:with-param name="lanjut" select="@jalur"/>
      </xsl:call-template>
    </xsl:if>

    <xsl:if test="$k != 'belum-masuk' and isian/ruas and kiriman">
      <form class="kotak" action="{@jalur}">
        <xsl:call-template name="form-rahasia"/>
        <h2>Isian Anda masih ada</h2>
        <dl class="ringkasan">
          <xsl:for-each select="isian/ruas[. != '']">
            <div>
              <dt>
                <xsl:call-template name="label">
                  <xsl:with-param name="nama" select="@nama"/>
                </xsl:call-template>
              </dt>
              <dd><xsl:value-of select="."/></dd>
            </div>
          </xsl:for-each>
        </dl>
        <xsl:call-template name="isian-tersembunyi"/>
        <div class="tombol-baris">
          <button type="submit" class="tombol utama">Kirim lagi</button>
        </div>
      </form>
    </xsl:if>

    <xsl:if test="@rujukan != ''">
      <p class="rujukan">
        <xsl:text>Nomor rujukan: </xsl:text>
        <code><xsl:value-of select="@rujukan"/></code>
        <xsl:text> · kode </xsl:text>
        <xsl:value-of select="kesalahan/@status"/>
      </p>
    </xsl:if>
    <p class="tombol-baris">
      <xsl:choose>
        <xsl:when test="$k = 'belum-masuk'">
          <a class="tombol polos" href="/">Ke halaman depan</a>
        </xsl:when>
        <xsl:when test="$k = 'faktor-wajib'">
          <a class="tombol utama" href="/akun/faktor">Pasang sekarang</a>
        </xsl:when>
        <xsl:when test="sesi">
          <a class="tombol" href="/beranda">Kembali ke Dashboard</a>
        </xsl:when>
        <xsl:otherwise>
          <a class="tombol" href="/">Kembali ke halaman depan</a>
        </xsl:otherwise>
      </xsl:choose>
    </p>
  </div>
</xsl:template>

</xsl:stylesheet>
