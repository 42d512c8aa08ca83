/*
 * tata-letak.h - layout XML to PDF.
 *
 * The layout XML is made by the stylesheets in xslt/dokumen, never by a
 * person.  Lengths are millimetres, font sizes points; every attribute may
 * be left out.
 * Truth values are "ya" and "tidak".
 *
 * <tata-letak judul="" pokok="" pembuat="" bahasa="id-ID" draf="tidak"
 *             tanda-air="KONSEP" pemberitahuan="" kaki=""
 *             halaman="Halaman %d dari %d">
 *   The root.  judul, pokok, pembuat: title, subject, author of the file.
 *   draf: each page bears tanda-air across and pemberitahuan at the top,
 *   and no <qr> is drawn.  kaki: small text at the foot of each page.
 *   halaman: page number; the first %d is the page, the second the count.
 *
 * Blocks, in the root and wherever "blocks" is written below:
 *   <kop lambang="ya">        letterhead: a <baris> (text) per line, emblem
 *                             at the left, double rule below
 *   <judul>                   heading, centred and bold: text
 *   <paragraf inden="0">      text; inden: of the first line
 *   <jarak tinggi="4"/>       empty space; none at the top of a page
 *   <garis/>                  thin rule
 *   <daftar jenis="angka">    numbered ("angka", "huruf") or "butir"; of
 *                             <butir>, each text or blocks
 *   <ringkasan lebar-label="40">  rows "label : value"; of
 *                             <butir label="">, each text
 *   <tabel ukuran="9.5">      <kolom lebar="10" rata="kiri" huruf="kode"/>…,
 *                             <kepala><sel>text</sel>…</kepala>,
 *                             <baris tinggi="0"><sel>…</sel>…</baris>…
 *                             Column widths are shares of the whole.  The
 *                             head is repeated on each page, a row is
 *                             never split; tinggi: least height of a row
 *   <berdampingan>            <sisi lebar="">blocks</sisi>… side by side;
 *                             sides without lebar share what is left
 *   <tanda-tangan letak="kanan" lebar="80">  blocks, kept on one page
 *   <utuh>                    blocks, kept on one page
 *   <ruang tinggi="22" bingkai="tidak">  room for a signature by hand;
 *                             with text: a note in its middle
 *   <qr isi="" sisi="25" tinggi="0">  QR code of isi, its dark part at least
 *                             25 wide; blocks stand at its right; tinggi:
 *                             least height
 *   <halaman-baru/>           page break
 *
 * Text is characters, <tebal>, <miring>, <garis-bawah>, <kode> (monospaced)
 * and <baris-baru/>; runs of white space count as one space.  <judul>,
 * <paragraf>, <baris> of a letterhead, <sel>, <butir> and <ruang> take
 *   ukuran="11.5"  rata="kiri|tengah|kanan|penuh"  tebal  miring
 *   garis-bawah  warna="hitam|abu"  spasi="1.15" (line spacing)
 *   bawah="2" (space below)
 */
#ifndef DOKUMEN_TATA_LETAK_H
#define DOKUMEN_TATA_LETAK_H

#include "../lib/arena.h"
#include "../lib/blob.h"
#include "../lib/err.h"

#include <libxml/tree.h>
#include <time.h>

/*
 * Render layout on A4 with embedded fonts, one PDF revision that equals for
 * equal input.  dibuat: the creation date to be told in the file.
 * The bytes of *pdf belong to a; layout stays the caller's and is not
 * changed.  ERR_INTERNAL: layout is not the vocabulary above, or a <qr>
 * holds more than fits a code; ERR_BUSY: memory is out.
 */
enum err tata_letak_pdf(struct arena *a, xmlDocPtr layout, time_t dibuat,
			struct blob *pdf);

#endif
