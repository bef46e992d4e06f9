// npm run bench -- page-cost [--json FILE] [--rounds N]
//
// What the built extension adds to an article and to a page that is none. Two browsers stand ready, one with the
// extension and one without; each round opens each page in both, in a fresh tab, now the one first and now the other.
//
// Main thread: a trace of the renderer; what lies within an event that names one of the extension's scripts (compiling,
// evaluating, calling) is the extension's, in the thread's own time. The whole thread with and without it stands
// beside that, to show how little of the difference between two loads it explains. Heap: the renderer's JavaScript heap
// after a forced collection, with and without. Build first (`npx wxt build`).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { BUILT, launchWith } from './bench-extension.mjs';

const paragraph =
  '<p>The harbour council voted on Tuesday to buy a second ferry. “We have waited for this since the bridge closed,” the mayor said after the meeting, which lasted four hours.</p>';
const PAGES = {
  article: {
    url: 'https://harbour-news.example/politics/2024/03/05/council-votes-for-a-second-ferry',
    html: `<!doctype html><html lang="en"><head><title>Council votes for a second ferry</title><meta property="og:type" content="article"><meta property="og:title" content="Council votes for a second ferry"><meta property="article:published_time" content="2024-03-05T08:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Council votes for a second ferry"}</script></head><body><nav>${'<a href="/x">Section</a> '.repeat(60)}</nav><main><article><h1>Council votes for a second ferry</h1>${paragraph.repeat(40)}</article></main><footer>${'<a href="/y">More</a> '.repeat(80)}</footer></body></html>`,
  },
  other: {
    url: 'https://harbour-shop.example/products/anchor',
    html: `<!doctype html><html lang="en"><head><title>Anchor</title><meta property="og:type" content="product"></head><body><h1>Anchor</h1>${'<div class="card"><h3><a href="/products/rope">Rope</a></h3><span class="price">12</span></div>'.repeat(200)}</body></html>`,
  },
};

const median = (xs) => [...xs].sort((a, b) => a - b)[xs.length >> 1];
const quarter = (xs, q) => [...xs].sort((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * q))];
/** The middle and the two quarters around it. */
const spread = (xs) => ({ median: median(xs), q1: quarter(xs, 0.25), q3: quarter(xs, 0.75) });

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];
/** How long a page is watched after it has loaded (milliseconds): the detector runs at idle and may look again. */
const WATCHED = 1_500;

/** The extension's script that a trace event names, if any. */
function scriptOf({ args }) {
  const url = args?.data?.url ?? args?.fileName ?? args?.data?.fileName ?? '';
  return typeof url === 'string' && url.startsWith('chrome-extension://') ? url.split('/').slice(3).join('/') : '';
}

/** The events that lie in none of the others, in order. */
function outermost(events) {
  let end = 0;
  return [...events]
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter(({ ts, dur }) => {
      if (ts + dur <= end) return false;
      end = ts + dur;
      return true;
    });
}

/** Milliseconds that the thread worked on these events; what it waited for other programs is left out. */
const worked = (events) => outermost(events).reduce((sum, event) => sum + (event.tdur ?? event.dur), 0) / 1000;

/** What of a trace is the extension's, by script and by kind of event, and the page's whole main thread. */
function account(events) {
  const timed = events.filter((event) => event.ph === 'X' && event.dur !== undefined);
  const parser = timed.find((event) => event.name === 'ParseHTML');
  const own = timed.filter((event) => event.pid === parser?.pid && event.tid === parser?.tid);
  const parts = {};
  for (const event of own) {
    const script = scriptOf(event);
    if (script === '') continue;
    for (const name of [script, `${script}: ${event.name}`]) parts[name] = [...(parts[name] ?? []), event];
  }
  return {
    parts: Object.fromEntries(Object.entries(parts).map(([name, list]) => [name, worked(list)])),
    thread: worked(own.filter((event) => event.name.endsWith('RunTask'))),
  };
}

async function visit(context, { url, html }) {
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort(),
  );
  const session = await context.newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await page.goto(url);
  await page.waitForTimeout(WATCHED);
  await session.send('Tracing.end');
  await done;
  await session.send('HeapProfiler.collectGarbage');
  const heap = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { ...account(events), heap: heap.usedSize };
}

/** The rounds' figures of one page, with and without the extension. */
function summary({ on, off }) {
  const names = [...new Set([...on, ...off].flatMap((round) => Object.keys(round.parts)))];
  const of = (rounds, key) => spread(rounds.map((round) => round[key]));
  const heap = { on: of(on, 'heap'), off: of(off, 'heap') };
  return {
    parts: Object.fromEntries(names.map((name) => [name, spread(on.map((round) => round.parts[name] ?? 0))])),
    roundsWithoutItsScripts: off.filter((round) => Object.keys(round.parts).length === 0).length,
    thread: { on: of(on, 'thread'), off: of(off, 'thread') },
    heap,
    addedHeap: heap.on.median - heap.off.median,
  };
}

function report(results) {
  const range = ({ median, q1, q3 }, unit = 1, digits = 2) =>
    `${(median / unit).toFixed(digits)} (${(q1 / unit).toFixed(digits)} to ${(q3 / unit).toFixed(digits)})`;
  console.log(`detector: ${results.scriptBytes} bytes, ${results.scriptGzipBytes} gzip; ${results.rounds} rounds`);
  console.log('milliseconds of the main thread: median (quartiles)');
  for (const name of Object.keys(PAGES)) {
    const { parts, thread, heap, addedHeap, roundsWithoutItsScripts } = results[name];
    console.log(`\n${name}`);
    for (const [part, ms] of Object.entries(parts))
      console.log(`  ${part.includes(':') ? '  ' : ''}${part.padEnd(48)} ${range(ms)}`);
    console.log(`  whole thread: ${range(thread.off)} without, ${range(thread.on)} with`);
    console.log(`  none of its scripts in ${roundsWithoutItsScripts} of ${results.rounds} rounds without it`);
    console.log(
      `  heap, kB: ${range(heap.off, 1024, 0)} without, ${range(heap.on, 1024, 0)} with, ${(addedHeap / 1024).toFixed(0)} more`,
    );
  }
}

/** Runs the bench; prints a table, with `--json` also writes it. */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '9' } },
  });
  const rounds = Number(values.rounds);
  const script = readFileSync(join(BUILT, 'detector.js'));
  const results = { rounds, scriptBytes: script.length, scriptGzipBytes: gzipSync(script, { level: 9 }).length };
  const browsers = { on: await launchWith('', BUILT), off: await launchWith('', null) };
  const seen = Object.fromEntries(Object.keys(PAGES).map((name) => [name, { on: [], off: [] }]));
  // The first round only warms the browsers up.
  for (let round = -1; round < rounds; round++)
    for (const [name, fixture] of Object.entries(PAGES))
      for (const state of round % 2 === 0 ? ['on', 'off'] : ['off', 'on']) {
        const found = await visit(browsers[state], fixture);
        if (round >= 0) seen[name][state].push(found);
      }
  for (const context of Object.values(browsers)) await context.close();
  for (const [name, states] of Object.entries(seen)) results[name] = summary(states);
  report(results);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
}
