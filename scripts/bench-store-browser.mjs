// What the store's benches share: a browser with one extension in it, a file to import, and what a step cost.
import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { launchWith } from './bench-extension.mjs';

const ROOT = new URL('..', import.meta.url).pathname;
const PATIENCE_MS = 60_000;

/** A browser with this extension alone, so that nothing of another is measured; gives the extension's origin. */
export async function launch(profile, extension) {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`${extension} is not built: npm run build`);
  const context = await launchWith(profile, extension, {
    acceptDownloads: true,
    viewport: { width: 1280, height: 900 },
    args: ['--enable-precise-memory-info'],
  });
  // Files are offered as downloads: nobody is there to choose a place.
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  try {
    return { context, origin: await originOf(context) };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** The extension's origin, from its service worker or any page of its own, whichever is there first. */
async function originOf(context) {
  for (const from = performance.now(); performance.now() - from < PATIENCE_MS; ) {
    const addresses = [...context.serviceWorkers(), ...context.pages()].map((one) => one.url());
    const own = addresses.find((address) => address.startsWith('chrome-extension://'));
    if (own) return `chrome-extension://${new URL(own).host}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the extension did not start');
}

/** Writes a native file of N made-up annotations; gives its path. */
export async function makeFile(dir, annotations) {
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

/** The memory that the extension's processes hold for themselves (page, workers, background), in MB; Linux alone says so. */
export function memoryOf(profile) {
  let sum = 0;
  const pids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  for (const pid of pids) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('--extension-process') || !isBelow(pid, profile)) continue;
      sum += Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
    } catch {
      // It ended meanwhile.
    }
  }
  return sum === 0 ? null : sum;
}

/** Whether a process was started by the browser with this profile. */
function isBelow(pid, profile) {
  for (let at = pid; Number(at) > 1; ) {
    if (readFileSync(`/proc/${at}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`)) return true;
    at = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? '0';
  }
  return false;
}

/** Does something on a page: how long it took, the longest task of the page's main thread, and the most memory. */
export async function measured(page, profile, work) {
  await page.evaluate(() => {
    globalThis.benchTasks ??= new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.benchLongest = Math.max(globalThis.benchLongest, duration);
    }).observe({ type: 'longtask' });
    globalThis.benchLongest = 0;
  });
  const before = memoryOf(profile);
  let memory = before;
  const timer = setInterval(() => {
    memory = Math.max(memory ?? 0, memoryOf(profile) ?? 0);
  }, 250);
  const from = performance.now();
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const ms = performance.now() - from;
  const longest = await page.evaluate(
    () => new Promise((tell) => setTimeout(() => tell(globalThis.benchLongest), 100)),
  );
  return { ms, longest, before, memory };
}

/** Opens a room of the library in a tab of its own. */
export async function openRoom(context, origin, room) {
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`${origin}/library.html#/${room}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.bringToFront();
  return page;
}

/** Imports a file into the library: reading it with the comparison, and then writing. */
export async function importFile({ context, origin, profile, file }) {
  const page = await openRoom(context, origin, 'import');
  const read = await measured(page, profile, async () => {
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('button', { name: /^Import \d/ }).waitFor();
  });
  const written = await measured(page, profile, async () => {
    await page.getByRole('button', { name: /^Import \d/ }).click();
    await page.getByText(/Import of .* complete/).waitFor();
  });
  await page.close();
  return { read, written };
}

/** Writes the library in one of its formats, named by its label. */
export async function exportFile({ context, origin, profile, label, path }) {
  const page = await openRoom(context, origin, 'export');
  await page.getByText(label).first().click();
  await page.locator('pre.leave-file').waitFor();
  const download = page.waitForEvent('download');
  const step = await measured(page, profile, async () => {
    await page.getByRole('button', { name: 'Save the file' }).click();
    await page.getByText('Saved as').waitFor();
  });
  await (await download).saveAs(path);
  await page.close();
  return step;
}
