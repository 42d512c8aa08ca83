// pesan-bantu.mjs - servers that take messages, for tests and benchmarks: a
// mail server (server-surel.py) and a WhatsApp gateway that answers as it is
// told.  Both listen on free ports of 127.0.0.1.

import { spawn } from 'node:child_process';
import http from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const sini = dirname(fileURLToPath(import.meta.url));

// Debian's own python3: the package of aiosmtpd is for that one.

/** { port, surat: [what came], hentikan() }; pilihan as in its head. */
export async function serverSurel(...pilihan) {
  const p = spawn('/usr/bin/python3', [join(sini, 'server-surel.py'), ...pilihan],
    { stdio: ['pipe', 'pipe', 'inherit'] });
  const s = { port: 0, surat: [],
    hentikan: () => new Promise((r) => { p.on('exit', r); p.stdin.end(); }) };
  await new Promise((siap, gagal) => {
    p.on('exit', () => gagal(new Error('the mail server does not start')));
    createInterface({ input: p.stdout }).on('line', (baris) => {
      const isi = JSON.parse(baris);
      if (isi.port) { s.port = isi.port; siap(); } else s.surat.push(isi);
    });
  });
  return s;
}

/**
 * { url, minta: [{ to, text, body, token }], jawab(nomor) }: set jawab to say
 * what a number gets: 200 (default), another status, [status, headers, body],
 * "diam" (never an answer), "sampah" (200 with nonsense).
 */
export async function serverWa() {
  const s = { minta: [], jawab: () => 200, url: '' };
  const server = http.createServer((req, res) => {
    let isi = '';
    req.on('data', (b) => { isi += b; });
    req.on('end', () => {
      const body = JSON.parse(isi);
      s.minta.push({ to: body.to, body, token: req.headers.authorization,
        text: body.text?.body });
      const j = s.jawab(body.to, s.minta.length);
      const [status, headers, balas] = Array.isArray(j) ? j : [j, {}, null];
      if (status === 'diam') return;
      if (status === 'sampah') {
        res.writeHead(200, { 'content-type': 'text/html' });
        res.end('<html>Selamat datang di portal \0\xff');
        return;
      }
      res.writeHead(status, { 'content-type': 'application/json',
        ...headers });
      res.end(balas ?? JSON.stringify(status === 200 ?
        { messaging_product: 'whatsapp', contacts: [{ wa_id: body.to }],
          messages: [{ id: `wamid.${s.minta.length}` }] } :
        { error: { message: 'Ditolak untuk uji', code: 131000 } }));
    });
  });
  await new Promise((r) => { server.listen(0, '127.0.0.1', r); });
  s.url = `http://127.0.0.1:${server.address().port}/v1/messages`;
  s.hentikan = () => new Promise((r) => {
    server.closeAllConnections();
    server.close(r);
  });
  return s;
}
