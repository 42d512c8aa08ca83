<?xml version="1.0" encoding="UTF-8"?>
<!--
  daftar.xsl: what stands around the table of a list: filter row, chips of
  the active filters, counts, export links, sortable heads, pager, empty
  state.  Needs status.xsl beside it.  The list is /halaman/daftar; the order
  on a page is

    <form class="saringan" method="get" action="/permintaan" role="search">
      saring-cari, saring-pilihan, saring-tanggal …, saring-tombol
    </form>
    daftar-kepala
    <table class="tabel"> with kolom for each head and
      <td data-label="Judul"> for each cell (the label is shown on phones);
      class="angka" for numbers, class="aksi" for the actions at the right,
      class="utama" on the cell that is the heading of the card on phones
    </table>
    daftar-kaki
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<!-- The list, and the choices of its filters: on the page, or in the part that
     list_around() made of them. -->
<xsl:variable name="daftar" select="/halaman/daftar | /bagian/sekitar/daftar"/>

<!-- sekitar: piece n of what stands around the rows, in its place.
     <xsl:call-template name="sekitar">
       <xsl:with-param name="potong" select="0"/>
     </xsl:call-template> -->
<xsl:template name="sekitar">
  <xsl:param name="potong"/>
  <bagian dari="{/halaman/bagian[@nama = 'sekitar']/@dari}" potong="{$potong}"/>
</xsl:template>

<!-- saring-cari: the search field (name cari).  petunjuk says what is
     searched, e.g. 'Nomor atau judul'. -->
<xsl:template name="saring-cari">
  <xsl:param name="petunjuk" select="'Cari'"/>
  <div class="saring-ruas saring-cari">
    <label for="s-cari"><xsl:value-of select="$petunjuk"/></label>
    <input id="s-cari" type="search" name="cari" autocomplete="off"
      enterkeyhint="search" value="{$daftar/@cari}"/>
  </div>
</xsl:template>

<!-- saring-pilihan: a filter by choice; opsi as in ruas-pilihan of
     formulir.xsl. -->
<xsl:template name="saring-pilihan">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <xsl:param name="opsi"/>
  <xsl:param name="kosong" select="'Semua'"/>
  <div class="saring-ruas">
    <label for="s-{$nama}">
      <xsl:choose>
        <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="label">
            <xsl:with-param name="nama" select="$nama"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </label>
    <select id="s-{$nama}" name="{$nama}">
      <option value=""><xsl:value-of select="$kosong"/></option>
      <xsl:call-template name="opsi">
        <xsl:with-param name="nama" select="$nama"/>
        <xsl:with-param name="opsi" select="$opsi"/>
        <xsl:with-param name="nilai" select="string($daftar/saring[@nama = $nama]/@nilai)"/>
      </xsl:call-template>
    </select>
  </div>
</xsl:template>

<!-- saring-tanggal: a filter by date, e.g. nama 'dari' and 'sampai'. -->
<xsl:template name="saring-tanggal">
  <xsl:param name="nama"/>
  <xsl:param name="label"/>
  <div class="saring-ruas">
    <label for="s-{$nama}">
      <xsl:choose>
        <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="label">
            <xsl:with-param name="nama" select="$nama"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </label>
    <input id="s-{$nama}" type="date" name="{$nama}"
      value="{$daftar/saring[@nama = $nama]/@nilai}"/>
  </div>
</xsl:template>

<!-- saring-tombol: the button; keeps rows per page and order. -->
<xsl:template name="saring-tombol">
  <xsl:if test="$daftar/@per and $daftar/@per != 25">
    <input type="hidden" name="per" value="{$daftar/@per}"/>
  </xsl:if>
  <xsl:if test="$daftar/@urut != ''">
    <input type="hidden" name="urut" value="{$daftar/@urut}"/>
    <input type="hidden" name="arah" value="{$daftar/@arah}"/>
  </xsl:if>
  <button class="tombol" type="submit">
    <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'cari'"/></xsl:call-template>
    <xsl:text>Cari</xsl:text>
  </button>
</xsl:template>

<!-- daftar-kepala: count, chips, export links. -->
<xsl:template name="daftar-kepala">
  <xsl:for-each select="$daftar">
    <div class="daftar-kepala">
      <xsl:call-template name="menampilkan"/>
      <xsl:if test="ekspor">
        <p class="ekspor">
          <span class="semu">Unduh daftar ini: </span>
          <xsl:if test="ekspor/@csv">
            <a href="{ekspor/@csv}">
              <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
              <xsl:text>CSV</xsl:text>
            </a>
          </xsl:if>
          <xsl:if test="ekspor/@xlsx">
            <a href="{ekspor/@xlsx}">
              <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
              <xsl:text>XLSX</xsl:text>
            </a>
          </xsl:if>
          <xsl:if test="ekspor/@pdf">
            <a href="{ekspor/@pdf}">
              <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'unduh'"/></xsl:call-template>
              <xsl:text>PDF</xsl:text>
            </a>
          </xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="saring[@nilai != '']">
        <ul class="keping-baris">
          <xsl:for-each select="saring[@nilai != '']">
            <li>
              <a class="keping" href="{@hapus}">
                <span class="semu">Hapus saringan </span>
                <xsl:call-template name="label">
                  <xsl:with-param name="nama" select="@nama"/>
                </xsl:call-template>
                <xsl:text>: </xsl:text>
                <b><xsl:apply-templates select="." mode="nilai-saring"/></b>
                <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'tutup'"/></xsl:call-template>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </div>
  </xsl:for-each>
</xsl:template>

<xsl:template name="menampilkan">
  <xsl:for-each select="$daftar">
    <p class="menampilkan">
      <xsl:choose>
        <xsl:when test="@total = 0">Tidak ada yang ditampilkan</xsl:when>
        <xsl:otherwise>
          <xsl:text>Menampilkan </xsl:text>
          <xsl:apply-templates select="@dari" mode="angka"/>
          <xsl:text>–</xsl:text>
          <xsl:apply-templates select="@sampai" mode="angka"/>
          <xsl:text> dari </xsl:text>
          <xsl:if test="@pasti = 'tidak'">lebih dari </xsl:if>
          <xsl:apply-templates select="@total" mode="angka"/>
        </xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:for-each>
</xsl:template>

<!-- What a chip says: the text of the choice, a date, or the value. -->
<xsl:template match="saring" mode="nilai-saring">
  <xsl:variable name="opsi" select="$pilihan[@nama = current()/@nama]/opsi[@nilai = current()/@nilai]"/>
  <xsl:choose>
    <xsl:when test="$opsi"><xsl:value-of select="$opsi"/></xsl:when>
    <xsl:when test="@teks"><xsl:value-of select="@teks"/></xsl:when>
    <xsl:when test="@nama = 'status'">
      <xsl:apply-templates select="@nilai" mode="kata-status"/>
    </xsl:when>
    <xsl:when test="translate(@nilai, '012345678', '999999999') = '9999-99-99'">
      <xsl:apply-templates select="@nilai" mode="tanggal"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="@nilai"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- kolom: a head of the table; sortable when the list has
     <tautan urut="judul" href="…" arah="naik"/> for it.
     <xsl:call-template name="kolom">
       <xsl:with-param name="teks" select="'Judul Permintaan'"/>
       <xsl:with-param name="urut" select="'judul'"/>
       <xsl:with-param name="kelas" select="'angka'"/>
     </xsl:call-template> -->
<xsl:template name="kolom">
  <xsl:param name="teks"/>
  <xsl:param name="urut"/>
  <xsl:param name="kelas"/>
  <th scope="col">
    <xsl:if test="$kelas">
      <xsl:attribute name="class"><xsl:value-of select="$kelas"/></xsl:attribute>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="not($urut)"><xsl:value-of select="$teks"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="ke" select="$daftar/tautan[@urut = $urut]/@href"/>
        <xsl:if test="$daftar/@urut = $urut">
          <xsl:attribute name="aria-sort">
            <xsl:choose>
              <xsl:when test="$daftar/@arah = 'turun'">descending</xsl:when>
              <xsl:otherwise>ascending</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="$ke"><a href="{$ke}"><xsl:value-of select="$teks"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="$teks"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </th>
</xsl:template>

<!-- daftar-kaki: pager and rows per page. -->
<xsl:template name="daftar-kaki">
  <xsl:for-each select="$daftar">
    <div class="daftar-kaki">
      <xsl:if test="@sebelum != '' or @berikut != '' or @awal != ''">
        <nav class="halaman-lain" aria-label="Halaman daftar">
          <xsl:if test="@awal != ''">
            <a class="tombol" href="{@awal}">Awal</a>
          </xsl:if>
          <xsl:if test="@sebelum != ''">
            <a class="tombol" rel="prev" href="{@sebelum}">
              <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kiri'"/></xsl:call-template>
              <xsl:text>Sebelumnya</xsl:text>
            </a>
          </xsl:if>
          <xsl:if test="@berikut != ''">
            <a class="tombol" rel="next" href="{@berikut}">
              <xsl:text>Berikutnya</xsl:text>
              <xsl:call-template name="ikon"><xsl:with-param name="nama" select="'kanan'"/></xsl:call-template>
            </a>
          </xsl:if>
        </nav>
      </xsl:if>
      <xsl:if test="tautan[@per] and not(@total = 0)">
        <p class="per">
          <xsl:text>Baris per halaman: </xsl:text>
          <xsl:for-each select="tautan[@per]">
            <xsl:choose>
              <xsl:when test="@per = ../@per">
                <b><xsl:value-of select="@per"/></b>
              </xsl:when>
              <xsl:otherwise>
                <a href="{@href}"><xsl:value-of select="@per"/></a>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </p>
      </xsl:if>
    </div>
  </xsl:for-each>
</xsl:template>

<!-- kosong: nothing to show, and what to do about it.
     <xsl:call-template name="kosong">
       <xsl:with-param name="judul" select="'Belum ada permintaan'"/>
       <xsl:with-param name="teks" select="'Buat permintaan pertama Anda.'"/>
       <xsl:with-param name="ke" select="'/permintaan/baru'"/>
       <xsl:with-param name="tombol" select="'Buat permintaan'"/>
     </xsl:call-template>
     When filters are active it says so instead and offers to clear them
     (semua: address of the list without filters). -->
<xsl:template name="kosong">
  <xsl:param name="judul"/>
  <xsl:param name="teks"/>
  <xsl:param name="ke"/>
  <xsl:param name="tombol"/>
  <xsl:param name="semua" select="/halaman/@jalur"/>
  <div class="kosong">
    <xsl:choose>
      <xsl:when test="$daftar/saring or $daftar/@cari != ''">
        <h2>Tidak ada yang cocok</h2>
        <p>Tidak ada data yang cocok dengan saringan ini. Ubah kata pencarian atau hapus saringan.</p>
        <p><a class="tombol" href="{$semua}">Hapus semua saringan</a></p>
      </xsl:when>
      <xsl:otherwise>
        <h2><xsl:value-of select="$judul"/></h2>
        <xsl:if test="$teks != ''"><p><xsl:value-of select="$teks"/></p></xsl:if>
        <xsl:if test="$ke != ''">
          <p><a class="tombol utama" href="{$ke}"><xsl:value-of select="$tombol"/></a></p>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </div>
</xsl:template>

</xsl:stylesheet>
