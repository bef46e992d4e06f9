// npm run bench -- store --annotations N [--only] [--ours] [--bulk] [--json FILE]
//
// The library of the built extension with N made-up annotations, and with 1,000, 10,000 … below N unless `--only` is
// given: imported from a file, opened, searched, added to, exported to a file; with `--bulk`, changed as a whole. Beside
// it, in the same run, the same work as Obsidian Web Clipper does it: one object in `storage.local`, read and written
// whole; `--ours` leaves that out. Build first (`npm run build`). Milliseconds, each the median of several goes where a
// go does not change the library; "p95" over every key of the queries. `bench -- store-exchange` has the other formats.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bench-browser.mjs';
import { BUILT } from './bench-extension.mjs';
import { exportFile, importFile, launch, makeFile } from './bench-store-browser.mjs';
import { benchBulk } from './bench-store-bulk.mjs';
import { benchLibrary } from './bench-store-library.mjs';
import { benchObject, writeClipper } from './bench-store-object.mjs';

/** Our own library at this size: what is written comes back from a file first, as in an empty profile. */
async function measureOurs(dir, annotations, script, bulk) {
  const profile = join(dir, 'profile');
  const file = await makeFile(dir, annotations);
  const { context, origin } = await launch(profile, BUILT);
  try {
    const { read, written } = await importFile({ context, origin, profile, file });
    // The database goes on putting itself in order for a while, as it would without anybody looking.
    await new Promise((resolve) => setTimeout(resolve, annotations / 20));
    const library = await benchLibrary({ context, origin, script, profile });
    const out = join(dir, 'export.json');
    const exported = await exportFile({ context, origin, profile, label: 'Pressmark file', path: out });
    return {
      ...library,
      import: read.ms + written.ms,
      importTask: Math.max(read.longest, written.longest),
      importMb: Math.max(read.memory, written.memory),
      export: exported.ms,
      exportTask: exported.longest,
      exportMb: exported.memory,
      fileMb: statSync(out).size / 1e6,
      ...(bulk ? await benchBulk({ context, origin, profile }) : {}),
    };
  } finally {
    await context.close();
  }
}

async function measureObject(dir, annotations, script) {
  const profile = join(dir, 'clipper-profile');
  const { context, origin } = await launch(profile, writeClipper(join(dir, 'clipper')));
  try {
    return await benchObject({ context, origin, script, annotations, profile });
  } finally {
    await context.close();
  }
}

async function measure(annotations, script, { ours, bulk }) {
  const dir = mkdtempSync(join(tmpdir(), 'pressmark-store-'));
  try {
    const pressmark = await measureOurs(dir, annotations, script, bulk);
    return { annotations, pressmark, oneObject: ours ? {} : await measureObject(dir, annotations, script) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const LABELS = {
  insert: 'insert one',
  firstScreen: 'open the library: first lines on screen',
  counted: 'open the library: everything counted',
  countedFirst: 'the same for the first time after an import',
  coldResults: 'open it with a search: first results',
  coldAll: 'open it with a search: all results',
  searchMedian: 'a key in the search, median',
  searchP95: 'a key in the search, p95',
  paintedP95: 'a key in the search until it is painted, p95',
  facet: 'choose a facet: results and counts',
  longest: 'longest task while searching',
  export: 'export to a file',
  exportTask: 'longest task while exporting',
  import: 'import of that file into an empty library',
  importTask: 'longest task while importing',
  selectAll: 'select all',
  tag: 'tag all',
  undoTag: 'undo that',
  delete: 'delete all',
  undoDelete: 'undo that too',
  bulkTask: 'longest task while changing all',
  memoryMb: 'memory while searching (MB)',
  exportMb: 'memory while exporting, at most (MB)',
  importMb: 'memory while importing, at most (MB)',
  bulkMb: 'memory while changing all, at most (MB)',
  fileMb: 'the file (MB)',
  storedMb: 'on disk (MB)',
};

const TASKS = new Set(['longest', 'exportTask', 'importTask', 'bulkTask']);

function cell(key, value) {
  if (value === undefined || value === null) return '–';
  // Browsers report tasks from 50 ms on.
  if (TASKS.has(key) && value === 0) return '< 50';
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function show(results) {
  const width = 46;
  console.log(
    `${''.padEnd(width)}${results.map(({ annotations: n }) => n.toLocaleString('en').padStart(20)).join('')}`,
  );
  console.log(`${''.padEnd(width)}${results.map(() => 'ours | one object'.padStart(20)).join('')}`);
  for (const [key, label] of Object.entries(LABELS)) {
    if (results.every(({ pressmark, oneObject }) => (pressmark[key] ?? oneObject[key] ?? null) === null)) continue;
    const cells = results.map(({ pressmark, oneObject }) =>
      `${cell(key, pressmark[key])} | ${cell(key, oneObject[key]).padStart(8)}`.padStart(20),
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
      /** Select all, tag, delete and their undoing as well. */
      bulk: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const most = Number(values.annotations);
  const sizes = values.only ? [most] : [...[1_000, 10_000, 100_000].filter((size) => size < most), most];
  const script = await bundle('tests/bench/store-entry.ts');
  const results = [];
  for (const size of sizes) {
    const from = performance.now();
    results.push(await measure(size, script, values));
    console.log(`${size.toLocaleString('en')} annotations: ${Math.round((performance.now() - from) / 1000)} s`);
    // What is known is told even if a larger size breaks off.
    if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
  }
  show(results);
}
