// orang-bantu.mjs - files for the tests of people: small pictures of each kind
// and a workbook, made here byte by byte.

import { deflateSync } from 'node:zlib';

const tabel = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

function crc32(b) {
  let c = 0xFFFFFFFF;
  for (const x of b) c = tabel[(c ^ x) & 255] ^ (c >>> 8);
  return (c ^ 0xFFFFFFFF) >>> 0;
}

function u32(n) {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n >>> 0);
  return b;
}

function potong(nama, isi) {
  const b = Buffer.concat([Buffer.from(nama), isi]);
  return Buffer.concat([u32(isi.length), b, u32(crc32(b))]);
}

/** A PNG in one colour [r, g, b]; isi: its raw rows instead. */
export function png(lebar, tinggi, warna = [0, 128, 0], isi = null) {
  const baris = Buffer.concat([Buffer.from([0]),
    Buffer.alloc(lebar * 3, Buffer.from(warna))]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'),
    potong('IHDR', Buffer.concat([u32(lebar), u32(tinggi),
      Buffer.from([8, 2, 0, 0, 0])])),
    potong('IDAT', deflateSync(isi ??
      Buffer.concat(Array(tinggi).fill(baris)))),
    potong('IEND', Buffer.alloc(0))]);
}

/** 48 x 32, left half red, right half blue. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD//gA7Q1JFQVRPUjogZ2QtanBlZyB2MS4wICh1c2lu' +
  'ZyBJSkcgSlBFRyB2NjIpLCBxdWFsaXR5ID0gNjAK/9sAQwANCQoLCggNCwoLDg4NDxMg' +
  'FRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sA' +
  'QwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P' +
  'T09PT09PT09PT09PT09P/8AAEQgAIAAwAwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAA' +
  'AAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNR' +
  'YQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElK' +
  'U1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqy' +
  's7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8B' +
  'AAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwAB' +
  'AgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1' +
  'Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWW' +
  'l5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz' +
  '9PX29/j5+v/aAAwDAQACEQMRAD8A5OiiivNPtwrKrVrKr6Th7/l58v1Pn89/5d/P9Aoo' +
  'or6U+fNWiiivzY/QArKrVrKr6Th7/l58v1Pn89/5d/P9Aooor6U+fP/Z', 'base64');
export const webp = Buffer.from(
  'UklGRlwAAABXRUJQVlA4IFAAAABQAwCdASowACAAPrVKn0mnJCKhMAgA4BaJQBdl0gAP' +
  'K96yMAD+73bX18RLn7//OJf0C/AXofz3/PcQf7AN71+/uLID0E3TOtK0oqECbAAAAA==', 'base64');

/** The JPEG with an EXIF segment that holds a text. */
export function denganExif(teks) {
  const t = Buffer.from(`${teks}\0`);
  const e = Buffer.alloc(26);
  e.write('II*\0', 'latin1');
  e.writeUInt32LE(8, 4);
  e.writeUInt16LE(1, 8);
  e.writeUInt16LE(0x010E, 10);
  e.writeUInt16LE(2, 12);
  e.writeUInt32LE(t.length, 14);
  e.writeUInt32LE(26, 18);
  const isi = Buffer.concat([Buffer.from('Exif\0\0'), e, t]);
  const n = isi.length + 2;
  return Buffer.concat([jpeg.subarray(0, 2),
    Buffer.from([0xFF, 0xE1, n >> 8, n & 255]), isi, jpeg.subarray(2)]);
}

function zip(berkas) {
  const depan = [], belakang = [];
  let letak = 0;
  for (const [nama, teks] of Object.entries(berkas)) {
    const isi = Buffer.from(teks);
    const n = Buffer.from(nama);
    const k = Buffer.alloc(26);
    k.writeUInt16LE(20, 0);
    k.writeUInt32LE(crc32(isi), 10);
    k.writeUInt32LE(isi.length, 14);
    k.writeUInt32LE(isi.length, 18);
    k.writeUInt16LE(n.length, 22);
    depan.push(Buffer.from('PK\x03\x04', 'latin1'), k, n, isi);
    const ekor = Buffer.alloc(14);
    ekor.writeUInt32LE(letak, 10);
    belakang.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), k, ekor, n);
    letak += 30 + n.length + isi.length;
  }
  const daftar = Buffer.concat(belakang);
  const akhir = Buffer.alloc(18);
  akhir.writeUInt16LE(Object.keys(berkas).length, 4);
  akhir.writeUInt16LE(Object.keys(berkas).length, 6);
  akhir.writeUInt32LE(daftar.length, 8);
  akhir.writeUInt32LE(letak, 12);
  return Buffer.concat([...depan, daftar, Buffer.from('PK\x05\x06', 'latin1'),
    akhir]);
}

const aman = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A workbook of one sheet: rows of texts, and of numbers as number cells. */
export function xlsx(baris) {
  const dok = 'http://schemas.openxmlformats.org/officeDocument/2006';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const paket = 'http://schemas.openxmlformats.org/package/2006';
  const app = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sel = (v) => typeof v === 'number' ? `<c><v>${v}</v></c>` :
    `<c t="inlineStr"><is><t>${aman(v)}</t></is></c>`;
  return zip({
    '[Content_Types].xml': `<Types xmlns="${paket}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats' +
      '-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ' +
      `ContentType="${app}.sheet.main+xml"/><Override PartName="/xl/work` +
      `sheets/sheet1.xml" ContentType="${app}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${paket}/relationships">` +
      `<Relationship Id="a" Type="${dok}/relationships/officeDocument" ` +
      'Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${dok}/relation` +
      'ships"><sheets><sheet name="Akun" sheetId="1" r:id="b"/></sheets>' +
      '</workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${paket}/relation` +
      `ships"><Relationship Id="b" Type="${dok}/relationships/worksheet" ` +
      'Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>` +
      baris.map((b) => `<row>${b.map(sel).join('')}</row>`).join('') +
      '</sheetData></worksheet>',
  });
}

/** The same as a CSV. */
export function csv(baris) {
  return baris.map((b) => b.map((v) => `"${String(v).replace(/"/g, '""')}"`)
    .join(',')).join('\r\n') + '\r\n';
}
