// lapor.mjs - reporter for node --test: a line a test, failures with their
// reason, and the counts in the file UJI_ANGKA: passed, failed, skipped.
// Suites and files are not counted, only what is inside; a file that breaks
// is a failure.  Below a failure stands what the suite logged since the test
// before it ended: a page that answered 500 tells there why.

import { closeSync, openSync, readdirSync, readSync, statSync, writeFileSync }
  from 'node:fs';
import { join } from 'node:path';

const LOG = process.env.SIFILMA_VAR && join(process.env.SIFILMA_VAR, 'log');
const LOG_LINES = 5; // of each program

/** What each program logged since it was asked before: errors, then the last. */
const seen = new Map();
function logged() {
  const lines = [];
  let names = [];
  try {
    names = LOG ? readdirSync(LOG) : [];
  } catch { /* not started */ }
  for (const name of names) {
    try {
      lines.push(...grown(name));
    } catch { /* gone meanwhile */ }
  }
  return lines.join('');
}

function grown(name) {
  const path = join(LOG, name);
  const { size } = statSync(path);
  const from = seen.get(name) ?? 0;
  seen.set(name, size);
  if (size <= from) return [];
  const start = Math.max(from, size - 65536);
  const text = Buffer.alloc(size - start);
  const fd = openSync(path);
  readSync(fd, text, 0, text.length, start);
  closeSync(fd);
  const all = text.toString().trimEnd().split('\n');
  const wrong = all.filter((l) => / galat |signal|error/.test(l));
  return [...wrong.slice(-LOG_LINES), ...all.slice(-LOG_LINES)
    .filter((l) => !wrong.includes(l))].slice(0, LOG_LINES)
    .map((l) => `  log ${name}: ${l.slice(0, 400)}\n`);
}

const fileLine = (d) => d.nesting === 0 && /\.mjs$/.test(d.name);

export default async function* lapor(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  logged();
  for await (const { type, data: d } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') {
      continue;
    }
    const suite = d.details?.type === 'suite';
    const log = logged();
    const indent = '  '.repeat(d.nesting);
    if (type === 'test:fail') {
      // A suite fails with its tests; alone, it broke in a hook.
      const inside = d.details?.error?.failureType === 'subtestsFailed';
      if (!inside && d.todo === undefined) {
        failed++;
        const e = d.details?.error;
        yield `${indent}FAILED ${d.name} (${d.file ?? ''})\n${log}`;
        yield `${String(e?.cause?.stack ?? e?.cause ?? e?.stack ?? e)}\n`;
      }
    } else if (d.skip !== undefined) {
      skipped++;
      yield `${indent}skipped ${d.name} (${d.skip})\n`;
    } else if (!suite && !fileLine(d) && d.todo === undefined) {
      passed++;
      yield `${indent}ok ${d.name} (${Math.round(d.details.duration_ms)} ms)\n`;
    }
  }
  writeFileSync(process.env.UJI_ANGKA, `${passed} ${failed} ${skipped}\n`);
}
