<?xml version="1.0" encoding="UTF-8"?>
<!-- lanjutkan.xsl: after signing in again, the form whose session had ended, ready to be sent once more. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:import href="layout.xsl"/>
<xsl:import href="bagian/formulir.xsl"/>

<xsl:template match="halaman" mode="judul">Lanjutkan pekerjaan Anda</xsl:template>

<xsl:template match="halaman" mode="lead">
  <p class="lead">Anda sudah masuk kembali. Isian yang Anda kirim sebelum sesi berakhir masih ada, tetapi belum diproses.</p>
</xsl:template>

<xsl:template match="halaman" mode="isi">
  <div class="konfirmasi utama">
    <form method="post" action="{lanjutan/@jalur}">
      <input type="hidden" name="csrf" value="{lanjutan/@csrf}"/>
      <input type="hidden" name="kunci" value="{kiriman/@kunci}"/>
      <xsl:for-each select="lanjutan/ruas">
        <input type="hidden" name="{@nama}" value="{.}"/>
      </xsl:for-each>
      <p>Periksa sebentar, lalu pilih “Lanjutkan” untuk mengirimnya ke <code><xsl:value-of select="lanjutan/@jalur"/></code>. Bila ada yang tidak Anda kenali, jangan dilanjutkan.</p>
      <div class="tombol-baris">
        <button type="submit" class="tombol utama">Lanjutkan</button>
        <a class="tombol polos" href="/beranda">Tidak jadi, ke dashboard</a>
      </div>
      <details>
        <summary>Lihat isian (<xsl:value-of select="count(lanjutan/ruas)"/>)</summary>
        <dl class="ringkasan">
          <xsl:for-each select="lanjutan/ruas[not(contains(@nama, '-tersimpan'))]">
            <div>
              <dt>
                <xsl:call-template name="label">
                  <xsl:with-param name="nama" select="@nama"/>
                </xsl:call-template>
              </dt>
              <dd>
                <xsl:value-of select="substring(., 1, 300)"/>
                <xsl:if test="string-length(.) &gt; 300">…</xsl:if>
              </dd>
            </div>
          </xsl:for-each>
        </dl>
      </details>
    </form>
  </div>
</xsl:template>

</xsl:stylesheet>
