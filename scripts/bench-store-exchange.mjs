/**
 * `npm run bench -- store-exchange --annotations N`: a made-up library goes in and out through the library's own rooms, in
 * the built extension: time, the longest task on the page's main thread, and the most memory that the extension's process took.
 */
import { createWriteStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { createServer } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, '.output', 'chrome-mv3');

/** Writes a native file of N annotations; gives its path. */
async function makeFile(dir, annotations) {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    server: { middlewareMode: true },
    optimizeDeps: { noDiscovery: true },
    logLevel: 'error',
  });
  const { libraryRows } = await server.ssrLoadModule('/tests/bench/library-rows.ts');
  const rows = libraryRows(annotations, 1);
  await server.close();
  const path = join(dir, 'library.json');
  const out = createWriteStream(path);
  const head = { format: 'pressmark', version: 1, exportedAt: '2026-05-04T00:00:00.000Z', generator: 'bench' };
  out.write(JSON.stringify(head).slice(0, -1));
  for (const table of ['articles', 'claims', 'annotations']) {
    out.write(`,"${table}":[`);
    for (const [i, row] of rows[table].entries()) out.write(`${i > 0 ? ',' : ''}\n${JSON.stringify(row)}`);
    out.write(']');
  }
  out.end(',"snapshots":[]}');
  await new Promise((resolve) => out.on('finish', resolve));
  return path;
}

/** The memory of the extension's own process (page and worker are one), in MB; Linux alone says so. */
function processMemory(profile) {
  let most = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('--extension-process') || !isBelow(pid, profile)) continue;
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
    } catch {
      // It ended meanwhile.
    }
  }
  return most;
}

/** Whether a process was started by the browser with this profile. */
function isBelow(pid, profile) {
  for (let at = pid; Number(at) > 1; ) {
    if (readFileSync(`/proc/${at}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`)) return true;
    at = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? '0';
  }
  return false;
}

/** Watches a page: its long tasks, its heap, and the memory of its process. */
async function watch(page, profile) {
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const before = processMemory(profile);
  let heap = 0;
  let memory = before;
  const timer = setInterval(() => {
    memory = Math.max(memory, processMemory(profile));
    void page
      .evaluate(() => performance.memory.usedJSHeapSize / 1e6)
      .then(
        (used) => {
          heap = Math.max(heap, used);
        },
        () => {},
      );
  }, 300);
  return async () => {
    clearInterval(timer);
    const tasks = await page.evaluate(() => globalThis.tasks);
    return { longestTask: Math.round(Math.max(0, ...tasks)), pageHeap: heap, before, memory };
  };
}

async function measured(page, profile, work) {
  const stop = await watch(page, profile);
  const from = performance.now();
  await work();
  const ms = performance.now() - from;
  return { ms: Math.round(ms), ...(await stop()) };
}

/** One library of N annotations in and out. */
async function exchange(annotations) {
  const dir = await mkdtemp(join(tmpdir(), 'pressmark-bench-'));
  const profile = join(dir, 'profile');
  const file = await makeFile(dir, annotations);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions', '--headless'],
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--enable-precise-memory-info',
      `--disable-extensions-except=${BUILT}`,
      `--load-extension=${BUILT}`,
    ],
  });
  try {
    await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const base = `chrome-extension://${new URL(worker.url()).host}/library.html`;
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    const open = async (room) => {
      await page.goto('about:blank');
      await page.goto(`${base}#/${room}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    };
    const mb = (path) => Number((statSync(path).size / 1e6).toFixed(1));
    const results = {};
    await open('import');
    results['read and compare'] = await measured(page, profile, async () => {
      await page.setInputFiles('input[type=file]', file);
      await page.getByRole('button', { name: /^Import \d/ }).waitFor();
    });
    results['import'] = await measured(page, profile, async () => {
      await page.getByRole('button', { name: /^Import \d/ }).click();
      await page.getByText(/Import of .* complete/).waitFor();
    });
    results['file in, MB'] = mb(file);
    await open('import');
    results['read and compare again'] = await measured(page, profile, async () => {
      await page.setInputFiles('input[type=file]', file);
      await page.getByText('Everything in this file').waitFor();
    });
    for (const [name, label] of [
      ['native', 'Pressmark file'],
      ['W3C', 'W3C Web Annotations'],
      ['CSV', 'Table'],
      ['notes (zip)', 'Notes for Obsidian'],
    ]) {
      await open('export');
      await page.getByText(label).first().click();
      await page.locator('pre.leave-file').waitFor();
      const download = page.waitForEvent('download');
      results[`export ${name}`] = await measured(page, profile, async () => {
        await page.getByRole('button', { name: 'Save the file' }).click();
        await page.getByText('Saved as').waitFor();
      });
      const path = join(dir, 'out');
      await (await download).saveAs(path);
      results[`export ${name}`].MB = mb(path);
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
  const sizes = values.annotations ? [Number(values.annotations)] : [1_000, 10_000, 100_000];
  const all = {};
  for (const size of sizes) {
    all[size] = await exchange(size);
    const { 'file in, MB': fileMB, ...steps } = all[size];
    console.log(`${size.toLocaleString('en')} annotations, a file of ${fileMB} MB`);
    console.table(
      Object.fromEntries(
        Object.entries(steps).map(([name, { ms, longestTask, pageHeap, before, memory, MB }]) => [
          name,
          {
            seconds: (ms / 1000).toFixed(1),
            'longest task ms': longestTask === 0 ? '< 50' : longestTask,
            'page heap MB': pageHeap.toFixed(1),
            'process MB before': before.toFixed(0),
            'at most': memory.toFixed(0),
            'file MB': MB ?? '',
          },
        ]),
      ),
    );
  }
  if (values.json) {
    writeFileSync(values.json, JSON.stringify(all, null, 1));
  }
}
