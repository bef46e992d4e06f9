/**
 * `npm run bench -- store-exchange [--annotations N]`: every format, beyond what `bench -- store` measures. A made-up library
 * goes in and out through its own rooms, in the built extension: time, the longest task on the page's main thread, memory.
 */
import { statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT } from './bench-extension.mjs';
import { exportFile, importFile, launch, makeFile, measured, openRoom } from './bench-store-browser.mjs';

const FORMATS = {
  native: 'Pressmark file',
  W3C: 'W3C Web Annotations',
  CSV: 'Table',
  'notes (zip)': 'Notes for Obsidian',
};

/** One library of N annotations in and out. */
async function exchange(annotations) {
  const dir = await mkdtemp(join(tmpdir(), 'pressmark-bench-'));
  const profile = join(dir, 'profile');
  const file = await makeFile(dir, annotations);
  const { context, origin } = await launch(profile, BUILT);
  const mb = (path) => Number((statSync(path).size / 1e6).toFixed(1));
  try {
    const { read, written } = await importFile({ context, origin, profile, file });
    const results = { 'read and compare': { ...read, MB: mb(file) }, import: written };
    const page = await openRoom(context, origin, 'import');
    results['read and compare again'] = await measured(page, profile, async () => {
      await page.setInputFiles('input[type=file]', file);
      await page.getByText('Everything in this file').waitFor();
    });
    await page.close();
    for (const [name, label] of Object.entries(FORMATS)) {
      const path = join(dir, 'out');
      const step = await exportFile({ context, origin, profile, label, path });
      results[`export ${name}`] = { ...step, MB: mb(path) };
    }
    return results;
  } finally {
    await context.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Runs the bench with the options of the command line. */
export async function run(args) {
  const { values } = parseArgs({ args, options: { annotations: { type: 'string' }, json: { type: 'string' } } });
  const sizes = values.annotations ? [Number(values.annotations)] : [10_000, 100_000];
  const all = {};
  for (const size of sizes) {
    all[size] = await exchange(size);
    console.log(`${size.toLocaleString('en')} annotations`);
    console.table(
      Object.fromEntries(
        Object.entries(all[size]).map(([name, { ms, longest, before, memory, MB }]) => [
          name,
          {
            seconds: (ms / 1000).toFixed(1),
            'longest task ms': longest === 0 ? '< 50' : Math.round(longest),
            'memory MB before': before?.toFixed(0) ?? '–',
            'at most': memory?.toFixed(0) ?? '–',
            'file MB': MB ?? '',
          },
        ]),
      ),
    );
  }
  if (values.json) writeFileSync(values.json, JSON.stringify(all, null, 1));
}
