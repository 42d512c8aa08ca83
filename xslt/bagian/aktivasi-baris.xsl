<?xml version="1.0" encoding="UTF-8"?>
<!--
  aktivasi-baris.xsl: what can be wrong with a row of a request for
  activation, typed (field "mesin-51") or in a file (field "impor-baris").
-->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="masalah-baris" select="'|kartu-kosong=No. Seri Kartu SAM belum diisi.|mesin-kosong=No. Mesin belum diisi.|kartu-bentuk=Bentuk No. Seri Kartu SAM salah: 4–32 huruf, angka, atau - . / _ dengan sedikitnya satu angka.|mesin-bentuk=Bentuk No. Mesin salah: 4–32 huruf, angka, atau - . / _ dengan sedikitnya satu angka.|kartu-angka=Nomor kartu tersimpan sebagai bilangan sehingga angka terakhirnya hilang. Jadikan kolomnya teks lalu isi ulang.|mesin-angka=No. Mesin tersimpan sebagai bilangan sehingga angka terakhirnya hilang. Jadikan kolomnya teks lalu isi ulang.|kartu-ganda=Kartu ini sudah ada di baris lain.|mesin-ganda=No. Mesin ini sudah ada di baris lain.|kartu-tidak-ada=Kartu ini bukan kartu tiket permintaan ini.|kartu-dipakai=Kartu ini sudah diaktivasi atau tercantum pada permintaan aktivasi lain.|mesin-terpakai=Mesin ini sudah dipakai kartu SAM lain.|sam-lain=No. Identitas Kartu SAM ini bukan milik kartu pada baris itu.|outlet-panjang=Nama outlet terlalu panjang: paling banyak 150 karakter.|alamat-panjang=Alamat outlet terlalu panjang: paling banyak 250 karakter.|'"/>

<xsl:template match="galat[contains(@kode, '-') and (@ruas = 'impor-baris' or starts-with(@ruas, 'kartu-') or starts-with(@ruas, 'mesin-') or starts-with(@ruas, 'outlet-') or starts-with(@ruas, 'alamat-'))]" mode="kalimat">
  <xsl:value-of select="substring-before(substring-after($masalah-baris, concat('|', @kode, '=')), '|')"/>
</xsl:template>

<!-- Here @nilai is the other row, not what was typed. -->
<xsl:template match="galat[@kode = 'kartu-ganda' or @kode = 'mesin-ganda']" mode="galat">
  <xsl:text>Baris </xsl:text>
  <xsl:apply-templates select="@baris" mode="angka"/>
  <xsl:choose>
    <xsl:when test="@kode = 'kartu-ganda'">: kartu ini sudah ada di baris </xsl:when>
    <xsl:otherwise>: No. Mesin ini sudah ada di baris </xsl:otherwise>
  </xsl:choose>
  <xsl:apply-templates select="@nilai" mode="angka"/>
  <xsl:text>.</xsl:text>
</xsl:template>

</xsl:stylesheet>
