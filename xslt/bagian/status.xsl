<?xml version="1.0" encoding="UTF-8"?>
<!--
  status.xsl: a status as a badge: word, colour and shape.

    <xsl:apply-templates select="status" mode="lencana"/>
  for <status kode="disetujui"/>; an attribute works as well:
    <xsl:apply-templates select="@status" mode="lencana"/>

  Each code has a word and a tone: netral (ring), info (dot), proses (half),
  baik (tick), awas (triangle), buruk (square).  A page gives the words of its
  own codes in the variable "status-halaman", without spaces around "|": it
  is looked at first, and a short one is found soon.
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="status-halaman" select="'|'"/>
<xsl:variable name="status-umum" select="'|draf=netral Draf|baru=info Baru|menunggu=info Menunggu|diajukan=info Diajukan|dikirim=info Dikirim|disetujui=baik Disetujui|disetujui-produsen=proses Disetujui produsen|ditolak=buruk Ditolak|dikembalikan=awas Dikembalikan|terdaftar=proses Terdaftar|disposisi=proses Disposisi|diterima=baik Diterima|dijadwalkan=info Dijadwalkan|antre=info Antre|berjalan=proses Berjalan|diproses=proses Diproses|proses=proses Diproses|personalisasi=proses Personalisasi|selesai=baik Selesai|ditarik=netral Ditarik|dibatalkan=netral Dibatalkan|batal=netral Batal|dihapus=netral Dihapus|antri=info Antri|produksi=proses Dipersonalisasi|dokumen=proses Dokumen disiapkan|tanda-tangan=proses Menunggu tanda tangan|siap-serah=proses Siap diserahkan|kosong=netral Belum dikerjakan|diserahkan=baik Diserahkan|serah-terima=proses Serah terima|ditutup=baik Ditutup|aktif=baik Aktif|nonaktif=netral Nonaktif|belum-verifikasi=info Menunggu verifikasi|menunggu-verifikasi=info Menunggu verifikasi|terkunci=buruk Terkunci|belum=netral Belum|dipersonalisasi=baik Dipersonalisasi|personal=baik Dipersonalisasi|gagal=awas Gagal|rusak=buruk Rusak|diganti=netral Diganti|token=proses Token terbit|ditangguhkan=awas Ditangguhkan|dimusnahkan=buruk Dimusnahkan|sah=baik Sah|berlaku=baik Berlaku|dicabut=buruk Dicabut|digantikan=netral Digantikan|menunggu-tanda-tangan=info Menunggu tanda tangan|ditandatangani=baik Ditandatangani|terkirim=baik Terkirim|menyerah=buruk Gagal terkirim|terlambat=awas Terlambat|tepat=baik Tepat waktu|'"/>

<xsl:template match="status" mode="lencana">
  <xsl:apply-templates select="@kode" mode="lencana"/>
</xsl:template>

<xsl:template match="@*" mode="lencana">
  <xsl:variable name="kata" select="substring-before(substring-after($status-halaman, concat('|', ., '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="$kata != ''">
      <span class="lencana {substring-before($kata, ' ')}"><xsl:value-of select="substring-after($kata, ' ')"/></span>
    </xsl:when>
    <xsl:otherwise>
      <xsl:variable name="umum" select="substring-before(substring-after($status-umum, concat('|', ., '=')), '|')"/>
      <xsl:choose>
        <xsl:when test="$umum != ''">
          <span class="lencana {substring-before($umum, ' ')}"><xsl:value-of select="substring-after($umum, ' ')"/></span>
        </xsl:when>
        <xsl:when test=". != ''">
          <span class="lencana netral"><xsl:value-of select="."/></span>
        </xsl:when>
      </xsl:choose>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- The word alone. -->
<xsl:template match="@*" mode="kata-status">
  <xsl:variable name="kata" select="substring-before(substring-after(concat($status-halaman, $status-umum), concat('|', ., '=')), '|')"/>
  <xsl:choose>
    <xsl:when test="$kata != ''">
      <xsl:value-of select="substring-after($kata, ' ')"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
