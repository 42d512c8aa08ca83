<?xml version="1.0" encoding="UTF-8"?>
<!-- dokumen-lihat.xsl: one document of the register: what it is, its file,
     its history, and what the person who looks may do next. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>
<xsl:import href="bagian/status.xsl"/>
<xsl:import href="bagian/kasus.xsl"/>
<xsl:import href="bagian/dokumen.xsl"/>

<xsl:variable name="peristiwa" select="'|dokumen-disiapkan=Konsep disiapkan|dokumen-pengganti=Konsep pengganti disiapkan untuk|dokumen-diajukan=Diajukan untuk ditandatangani|dokumen-ditandatangani=Ditandatangani|dokumen-disegel=Disegel oleh sistem|dokumen-dicabut=Dicabut|dokumen-diganti=Diganti dengan konsep baru|'"/>

<xsl:template match="halaman" mode="judul">
  <xsl:apply-templates select="dokumen/@jenis" mode="jenis"/>
</xsl:template>

<xsl:template match="halaman" mode="remah">
  <li><a href="/dokumen">Dokumen</a></li>
</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">
    <xsl:apply-templates select="dokumen/@status" mode="lencana"/>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="dokumen/@nomor != ''">Nomor <xsl:value-of select="dokumen/@nomor"/></xsl:when>
      <xsl:otherwise>Nomor diberikan ketika dokumen ditandatangani.</xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="pesan[@kode = 'dokumen-diajukan']" mode="pesan">Dokumen sudah diajukan. Pejabat penanda tangan sudah diberi tahu.</xsl:template>
<xsl:template match="pesan[@kode = 'dokumen-ditandatangani']" mode="pesan">Dokumen sudah ditandatangani dan berlaku. Tanda tangan sudah diperiksa.</xsl:template>
<xsl:template match="pesan[@kode = 'dokumen-dicabut']" mode="pesan">Dokumen sudah dicabut.</xsl:template>
<xsl:template match="pesan[@kode = 'dokumen-diganti']" mode="pesan">Konsep pengganti sudah disiapkan. Ajukan konsep ini untuk ditandatangani.</xsl:template>
<xsl:template match="pesan[@kode = 'pemusnahan-dibuat']" mode="pesan">Konsep Berita Acara Pemusnahan sudah dibuat. Periksa lalu ajukan untuk ditandatangani.</xsl:template>


<xsl:template match="halaman" mode="isi">
  <xsl:apply-templates select="dokumen" mode="lanjut"/>
  <div class="dua">
    <section class="kotak">
      <h2>Ringkasan</h2>
      <xsl:apply-templates select="dokumen" mode="ringkasan"/>
    </section>
    <section class="kotak">
      <h2>Berkas</h2>
      <xsl:apply-templates select="dokumen" mode="berkas"/>
    </section>
  </div>
  <xsl:apply-templates select="dokumen[boleh/@ajukan]" mode="ajukan"/>
  <section class="kotak">
    <h2>Riwayat dokumen</h2>
    <xsl:apply-templates select="linimasa"/>
  </section>
  <xsl:if test="dokumen/boleh[@cabut or @ganti]">
    <section class="kotak tidak-cetak">
      <h2>Koreksi</h2>
      <p class="tombol-baris">
        <xsl:if test="dokumen/boleh/@ganti">
          <a class="tombol" href="/dokumen/{dokumen/@id}/ganti">Ganti dengan dokumen baru</a>
        </xsl:if>
        <xsl:if test="dokumen/boleh/@cabut">
          <a class="tombol bahaya" href="/dokumen/{dokumen/@id}/cabut">Cabut dokumen</a>
        </xsl:if>
      </p>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="dokumen" mode="lanjut">
  <xsl:choose>
    <xsl:when test="boleh/@tanda-tangan">
      <section class="langkah-lanjut" aria-labelledby="lanjut">
        <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
        <p>Periksa konsep dokumen ini, lalu tanda tangani dengan password Anda.</p>
        <p class="tombol-baris">
          <a class="tombol utama" href="/dokumen/{@id}/tanda-tangan">Tanda tangani</a>
          <a class="tombol" href="/dokumen/{@id}/konsep">Buka konsep</a>
        </p>
      </section>
    </xsl:when>
    <xsl:when test="boleh/@ajukan and @status = 'draf'">
      <section class="langkah-lanjut" aria-labelledby="lanjut">
        <h2 id="lanjut">Langkah berikutnya untuk Anda</h2>
        <p>Periksa konsep dokumen ini, lalu ajukan kepada pejabat yang akan menandatangani.</p>
        <p class="tombol-baris">
          <a class="tombol" href="/dokumen/{@id}/konsep">Buka konsep</a>
          <a class="tombol utama" href="#ajukan">Ajukan untuk tanda tangan</a>
        </p>
      </section>
    </xsl:when>
    <xsl:when test="@status = 'menunggu-tanda-tangan'">
      <div class="pesan info"><p>Menunggu tanda tangan <b><xsl:value-of select="@penandatangan"/></b>.</p></div>
    </xsl:when>
    <xsl:when test="@status = 'dicabut'">
      <div class="pesan awas"><p>Dokumen ini dicabut dan tidak berlaku lagi.<xsl:if test="@pengganti"> Penggantinya: <a href="/dokumen/{@pengganti}">lihat dokumen pengganti</a>.</xsl:if></p></div>
    </xsl:when>
    <xsl:when test="@status = 'diganti'">
      <div class="pesan awas"><p>Dokumen ini sudah diganti dan tidak berlaku lagi. <a href="/dokumen/{@pengganti}">Lihat dokumen pengganti</a>.</p></div>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template match="dokumen" mode="ringkasan">
  <dl class="ringkasan">
    <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'nomor'"/><xsl:with-param name="isi" select="@nomor"/></xsl:call-template>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="nama" select="'tanggal'"/>
      <xsl:with-param name="isi"><xsl:apply-templates select="@tanggal" mode="tanggal"/></xsl:with-param>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="@proses">
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'perihal'"/><xsl:with-param name="isi" select="@perihal"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="nama" select="'tiket'"/>
          <xsl:with-param name="muatan"><a href="/proses/{@proses}"><xsl:value-of select="@tiket"/></a></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="@lembaga"/></xsl:call-template>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'produsen'"/><xsl:with-param name="isi" select="@produsen"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="butir-ringkasan"><xsl:with-param name="label" select="'Kartu dari tiket'"/><xsl:with-param name="isi" select="@perihal"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@jenis = 'bast-kembali'">
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'lembaga'"/><xsl:with-param name="isi" select="@lembaga"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="butir-ringkasan">
      <xsl:with-param name="nama" select="'penandatangan'"/>
      <xsl:with-param name="isi"><xsl:apply-templates select="." mode="penandatangan"/></xsl:with-param>
    </xsl:call-template>
    <xsl:if test="@ditandatangani">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label">
          <xsl:choose>
            <xsl:when test="@jenis = 'bast-kembali'">Disegel</xsl:when>
            <xsl:otherwise>Ditandatangani</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="isi"><xsl:apply-templates select="@ditandatangani" mode="waktu"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@dicabut">
      <xsl:call-template name="butir-ringkasan">
        <xsl:with-param name="label" select="'Tidak berlaku sejak'"/>
        <xsl:with-param name="isi"><xsl:apply-templates select="@dicabut" mode="waktu"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="butir-ringkasan"><xsl:with-param name="nama" select="'alasan'"/><xsl:with-param name="isi" select="@alasan"/></xsl:call-template>
    </xsl:if>
  </dl>
</xsl:template>

<xsl:template match="dokumen" mode="berkas">
  <xsl:choose>
    <xsl:when test="boleh/@berkas">
      <ul class="berkas-baris">
        <li>
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
          <a href="/dokumen/{@id}/berkas">Unduh PDF</a>
          <xsl:text> </xsl:text>
          <small><xsl:apply-templates select="@ukuran" mode="bita"/></small>
        </li>
        <li>
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'dokumen'"/></xsl:call-template>
          <a href="/dokumen/{@id}/berkas?tampil=ya">
            <xsl:choose>
              <xsl:when test="@jenis = 'bast'">Cetak Dokumen BAST</xsl:when>
              <xsl:otherwise>Buka dan cetak</xsl:otherwise>
            </xsl:choose>
          </a>
        </li>
      </ul>
      <p class="petunjuk">Keaslian berkas dapat diperiksa siapa saja di <a href="/verifikasi/{@kode}">halaman verifikasi</a>.</p>
      <dl class="ringkasan">
        <xsl:call-template name="butir-ringkasan">
          <xsl:with-param name="label" select="'SHA-256'"/>
          <xsl:with-param name="muatan"><span class="kode"><xsl:value-of select="@sha256"/></span></xsl:with-param>
        </xsl:call-template>
      </dl>
    </xsl:when>
    <xsl:when test="boleh/@konsep">
      <ul class="berkas-baris">
        <li>
          <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'dokumen'"/></xsl:call-template>
          <a href="/dokumen/{@id}/konsep">Buka konsep (PDF)</a>
        </li>
      </ul>
      <p class="petunjuk">Konsep bertanda air, tanpa nomor dan tanpa kode QR.</p>
    </xsl:when>
    <xsl:otherwise>
      <p>Berkas tersedia setelah dokumen ditandatangani.</p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="dokumen" mode="ajukan">
  <section class="kotak tidak-cetak" id="ajukan" aria-labelledby="ajukan-judul">
    <h2 id="ajukan-judul">Ajukan untuk tanda tangan</h2>
    <xsl:choose>
      <xsl:when test="/halaman/pilihan[@nama = 'pejabat']/opsi">
        <form action="/dokumen/{@id}/ajukan">
          <xsl:call-template name="form-rahasia"/>
          <xsl:call-template name="ruas-pilihan">
            <xsl:with-param name="nama" select="'pejabat'"/>
            <xsl:with-param name="petunjuk" select="'Hanya pejabat ini yang dapat menandatangani. Ia akan diberi tahu.'"/>
          </xsl:call-template>
          <xsl:if test="@proses">
            <xsl:call-template name="ruas-centang">
              <xsl:with-param name="nama" select="'semua'"/>
              <xsl:with-param name="nilai" select="'ya'"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="tombol-baris">
            <xsl:with-param name="teks" select="'Ajukan'"/>
          </xsl:call-template>
        </form>
      </xsl:when>
      <xsl:otherwise>
        <p>Belum ada pejabat yang aktif. Tambahkan akun dengan peran pejabat di <a href="/admin/akun">Pengguna</a>.</p>
      </xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

</xsl:stylesheet>
