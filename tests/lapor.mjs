// lapor.mjs - reporter for node --test: a line a test, failures with their
// reason, and the counts in the file UJI_ANGKA: passed, failed, skipped.
// Suites and files are not counted, only what is inside; a file that breaks
// is a failure.

import { writeFileSync } from 'node:fs';

const fileLine = (d) => d.nesting === 0 && /\.mjs$/.test(d.name);

export default async function* lapor(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for await (const { type, data: d } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') {
      continue;
    }
    const suite = d.details?.type === 'suite';
    const indent = '  '.repeat(d.nesting);
    if (type === 'test:fail') {
      // A suite fails with its tests; alone, it broke in a hook.
      const inside = d.details?.error?.failureType === 'subtestsFailed';
      if (!inside && d.todo === undefined) {
        failed++;
        const e = d.details?.error;
        yield `${indent}FAILED ${d.name} (${d.file ?? ''})\n`;
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
