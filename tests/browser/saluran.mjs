// saluran.mjs - a line between a browser and the suite that is held up or cut
// whenever one likes, with all that is on its way.  (A browser's own emulation
// makes a line slow; but what is on its way then is let go when it is to be
// offline.)

import net from 'node:net';

export class Saluran {
  /** In front of that address; .alamat is where to ask instead. */
  static async buka(tujuan) {
    const s = new Saluran();
    const u = new URL(tujuan);
    s.terputus = false;
    s.ditahan = false;
    s.ujung = new Set();
    s.server = net.createServer((klien) => {
      if (s.terputus) {
        klien.resetAndDestroy();
        return;
      }
      const sana = net.connect(Number(u.port), u.hostname);
      for (const [dari, ke] of [[klien, sana], [sana, klien]]) {
        s.ujung.add(dari);
        dari.on('error', () => {});
        dari.on('close', () => {
          s.ujung.delete(dari);
          ke.destroy();
        });
        if (s.ditahan) dari.pause();
        else dari.pipe(ke);
      }
    });
    await new Promise((selesai) => { s.server.listen(0, '127.0.0.1',
      selesai); });
    s.alamat = `http://127.0.0.1:${s.server.address().port}`;
    return s;
  }

  /** Cut, and dead until sambung(). */
  putus() {
    this.terputus = true;
    for (const s of this.ujung) s.resetAndDestroy();
  }

  /** Nothing goes on: what is on its way stays there until putus(). */
  tahan() {
    this.ditahan = true;
    for (const s of this.ujung) s.unpipe().pause();
  }

  sambung() {
    this.terputus = false;
    this.ditahan = false;
  }

  tutup() {
    this.putus();
    this.server.close();
  }
}
