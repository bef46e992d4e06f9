// npm run bench -- durability [--saves N] [--browser chromium|firefox]
//
// What it costs to have each save on the disk before it is said to be saved. N quotes are saved one after the other in a
// page of the built extension, as the background does it: with transactions as the browser makes them by itself, and as
// our store asks for them. Milliseconds of a save, and in a second run, under strace, how often the system was told to
// flush the database's files. Needs Linux, strace, and the right to trace the browser. Build first (`npm run build`).
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openWeb } from '../tests/e2e/harness/web.ts';
import { bundle } from './bench-browser.mjs';
import { BUILT, launchWith } from './bench-extension.mjs';
import { findBrowsers } from './prepare.mjs';

const FLUSHES = 'fsync,fdatasync,sync_file_range,msync,syncfs';
/** Where the browsers keep the databases of extensions. */
const FILES = { chromium: /IndexedDB\/chrome-extension_/, firefox: /moz-extension\+\+\+.*\/idb\// };

const quantile = (xs, q) => [...xs].sort((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * q))];

/** The process and all that it started. */
function family(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const found = [pid];
  for (let at = 0; at < found.length; at++) {
    for (const [child, parent] of parents) if (parent === found[at]) found.push(child);
  }
  return found;
}

/** Does something while the browser is traced; gives how often files like these were flushed. */
async function flushesWhile(pid, files, work) {
  const args = family(pid).flatMap((one) => ['-p', String(one)]);
  const strace = spawn('strace', ['-f', '-y', '-e', `trace=${FLUSHES}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const attached = new Promise((resolve, reject) => {
    strace.on('error', reject);
    strace.stderr.on('data', (part) => {
      log += part;
      if (log.includes('attached')) resolve();
    });
    strace.on('close', () => reject(new Error(`strace: ${log.slice(0, 300)}`)));
  });
  await attached;
  await work();
  const ended = new Promise((resolve) => strace.once('close', resolve));
  strace.kill('SIGINT');
  await ended;
  return log.split('\n').filter((line) => files.test(line) && !line.includes('resumed>')).length;
}

/** A page of the extension that saves, and the browser's process. */
async function openChromium(script) {
  const context = await launchWith('', BUILT);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/welcome.html`);
  await page.evaluate(script);
  const browser = await context.browser().newBrowserCDPSession();
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const { id } = processInfo.find(({ type }) => type === 'browser');
  return { run: (expression) => page.evaluate(expression), pid: id, close: () => context.close() };
}

async function openFirefox(script) {
  process.env.PRESSMARK_FIREFOX ??= findBrowsers(['firefox']).firefox;
  const { launchFirefox } = await import('../tests/e2e/harness/firefox.ts');
  const web = await openWeb();
  const session = await launchFirefox(web);
  const page = await session.own('welcome.html');
  await page.evaluate(`${script};undefined`);
  const close = async () => {
    await session.close();
    await web.close();
  };
  return { run: (expression) => page.evaluate(expression), pid: session.browser.process().pid, close };
}

/** Takes from transactions what our store asks of them, or gives it back. */
const asking = (ours) => `{
  const own = (IDBDatabase.prototype.ownTransaction ??= IDBDatabase.prototype.transaction);
  IDBDatabase.prototype.transaction = ${ours} ? own : function (stores, mode) { return own.call(this, stores, mode); };
};undefined`;

async function measure(name, open, script, saves) {
  const { run, pid, close } = await open(script);
  try {
    const save = () => run(`bench.insertSome(${saves})`);
    // The first saves make the database.
    await save();
    const results = [];
    for (const ours of [false, true]) {
      await run(asking(ours));
      const times = await save();
      results.push({ ours, times, flushes: await flushesWhile(pid, FILES[name], save) });
    }
    return results;
  } finally {
    await close();
  }
}

/** Runs the bench; prints a line for each way of saving in each browser. */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { saves: { type: 'string', default: '30' }, browser: { type: 'string' } },
  });
  if (spawnSync('strace', ['-V']).status !== 0) throw new Error('strace is needed: apt-get install strace');
  const saves = Number(values.saves);
  const script = await bundle('tests/bench/store-entry.ts');
  for (const [name, open] of Object.entries({ chromium: openChromium, firefox: openFirefox })) {
    if (values.browser && values.browser !== name) continue;
    for (const { ours, times, flushes } of await measure(name, open, script, saves)) {
      const [median, p95] = [quantile(times, 0.5), quantile(times, 0.95)].map((ms) => ms.toFixed(1));
      console.log(
        `${name.padEnd(9)} ${(ours ? 'as we ask' : 'by itself').padEnd(10)} ${saves} saves: ${flushes} flushes; a save ${median} ms (median), ${p95} ms (p95)`,
      );
    }
  }
}
