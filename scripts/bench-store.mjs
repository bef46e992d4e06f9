// npm run bench -- store --annotations N [--only] [--ours] [--json FILE]
//
// The library of the built extension with N made-up annotations, and with 1,000, 10,000 … below N unless `--only` is
// given. Beside it, in the same browser and the same run, the same work as Obsidian Web Clipper does it: one object in
// `storage.local`, read and written whole. Build first (`npx wxt build`). Milliseconds, each the median of several goes
// unless it says otherwise; "p95" over every key of the queries.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { bundle } from './bench-browser.mjs';
import { benchLibrary } from './bench-store-library.mjs';
import { benchObject, writeClipper } from './bench-store-object.mjs';

const extension = join(new URL('..', import.meta.url).pathname, '.output/chrome-mv3');
const executablePath = process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium';

/** A browser with our extension and with one that keeps everything in one object. */
async function open(dir) {
  const clipper = writeClipper(join(dir, 'clipper'));
  const context = await chromium.launchPersistentContext(join(dir, 'profile'), {
    executablePath,
    headless: true,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension},${clipper}`,
      `--load-extension=${extension},${clipper}`,
    ],
    ignoreDefaultArgs: ['--disable-extensions', '--headless'],
  });
  const ids = { ours: null, clipper: null };
  while (ids.ours === null || ids.clipper === null) {
    for (const worker of context.serviceWorkers()) {
      const name = await worker.evaluate(() => chrome.runtime.getManifest().name);
      ids[name === 'One object' ? 'clipper' : 'ours'] = new URL(worker.url()).host;
    }
    if (ids.ours === null || ids.clipper === null) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { context, ids };
}

/** What is measured, in the order of the table. `parts` are other rooms' measurements over the same library. */
async function measure(annotations, script, ours) {
  const dir = mkdtempSync(join(tmpdir(), 'pressmark-store-'));
  const { context, ids } = await open(dir);
  try {
    const own = (path) => `chrome-extension://${ids.ours}/${path}`;
    const library = await benchLibrary({ context, own, script, annotations, profile: join(dir, 'profile') });
    const object = ours ? {} : await benchObject({ context, id: ids.clipper, script, annotations });
    return { annotations, pressmark: library, oneObject: object };
  } finally {
    await context.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

const LABELS = {
  insert: 'insert one',
  firstScreen: 'open the library: first lines on screen',
  counted: 'open the library: everything counted',
  coldResults: 'open it with a search: first results',
  coldAll: 'open it with a search: all results',
  searchMedian: 'a key in the search, median',
  searchP95: 'a key in the search, p95',
  paintedP95: 'a key in the search until it is painted, p95',
  facet: 'choose a facet: results and counts',
  longest: 'longest task on the page',
  memoryMb: 'memory of the extension’s pages (MB)',
  storedMb: 'on disk (MB)',
};

function show(results) {
  const sizes = results.map(({ annotations }) => annotations);
  const width = 46;
  const cell = (value) =>
    value === undefined || value === null ? '–' : value < 10 ? value.toFixed(1) : value.toFixed(0);
  console.log(`${''.padEnd(width)}${sizes.map((n) => n.toLocaleString('en').padStart(18)).join('')}`);
  console.log(`${''.padEnd(width)}${sizes.map(() => 'ours | one object'.padStart(18)).join('')}`);
  for (const [key, label] of Object.entries(LABELS)) {
    const cells = results.map(({ pressmark, oneObject }) =>
      `${cell(pressmark[key])} | ${cell(oneObject[key]).padStart(7)}`.padStart(18),
    );
    console.log(`${label.padEnd(width)}${cells.join('')}`);
  }
}

/** Runs the bench; prints a table, with `--json` also writes it. */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      annotations: { type: 'string', default: '100000' },
      only: { type: 'boolean', default: false },
      /** Leaves the other way out. */
      ours: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const most = Number(values.annotations);
  const sizes = values.only ? [most] : [...[1_000, 10_000, 100_000].filter((size) => size < most), most];
  const script = await bundle('tests/bench/store-entry.ts');
  const results = [];
  for (const size of sizes) {
    results.push(await measure(size, script, values.ours));
    console.log(`${size.toLocaleString('en')} annotations done`);
  }
  show(results);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
}
