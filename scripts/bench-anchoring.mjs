// npm run bench -- anchoring --corpus DIR [--json FILE] [--long]: describes quotes on one version of a page and finds
// them on the next, in a real Chromium, with the modules that ship. --no-snapshot: without the article's text as it was
// saved. --fragments: instead, whether the browser's own finder follows our links. --long: long pages, beside others.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');
const ADDRESS = 'https://news.example/article';

/** Builds one entrypoint of `tests/bench` into a classic script and gives its source. */
export async function bundle(name) {
  const outDir = join(ROOT, '.output/bench');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(ROOT, `tests/bench/${name}.ts`),
        formats: ['iife'],
        name: `bench_${name.replaceAll('-', '_')}`,
        fileName: () => `${name}.js`,
      },
    },
  });
  return readFile(join(outDir, `${name}.js`), 'utf8');
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** A page whose one address shows whatever `show` was last given; nothing else can be fetched, no page script runs. */
export async function servedPage(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let html = '';
  await page.route('**/*', (route) =>
    route.request().url().startsWith(ADDRESS)
      ? route.fulfill({
          body: html,
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': "script-src 'none'",
            'cross-origin-opener-policy': 'same-origin',
            'cross-origin-embedder-policy': 'require-corp',
          },
        })
      : route.abort(),
  );
  return {
    page,
    async show(text, fragment = '') {
      html = text;
      await page.goto('about:blank');
      await page.goto(ADDRESS + fragment, { waitUntil: 'domcontentloaded' });
    },
  };
}

async function runCase({ page, show }, script, dir, { before, after, quotes }, withSaved) {
  await show(await readFile(join(dir, before), 'utf8'));
  await page.evaluate(script);
  const { described, text } = await page.evaluate((q) => globalThis.pressmarkAnchoring.describe(q), quotes);
  await show(await readFile(join(dir, after), 'utf8'));
  await page.evaluate(script);
  const wanted = described.flatMap((selectors, i) => (selectors ? [{ id: String(i), selectors }] : []));
  const { answers, ms } = await page.evaluate(
    ([q, saved]) => globalThis.pressmarkAnchoring.locate(q, saved),
    [wanted, withSaved ? text : null],
  );
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return quotes.map((_, i) => {
    const answer = byId.get(String(i));
    if (!answer) return { status: 'missing', start: null, end: null, text: null, ms: ms / quotes.length };
    const drawn = ['unchanged', 'moved', 'edited'].includes(answer.status);
    const { status, start, end, score } = answer;
    return { status, start, end, text: answer.text, ms: ms / quotes.length, score, drawn };
  });
}

async function runCorpus(dir, file, withSaved) {
  const cases = JSON.parse(await readFile(join(dir, 'cases.json'), 'utf8'));
  const script = await bundle('anchoring-entry');
  const browser = await launch();
  const results = {};
  try {
    const served = await servedPage(browser);
    for (const one of cases) {
      try {
        results[one.id] = await runCase(served, script, dir, one, withSaved);
      } catch (error) {
        console.error(`${one.id}: ${error.message}`);
      }
    }
  } finally {
    await browser.close();
  }
  const all = Object.values(results).flat();
  const counts = {};
  for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
  console.table(counts);
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(`${all.length} quotes, ${times[times.length >> 1]?.toFixed(3)} ms each (median)`);
  if (file) await writeFile(file, JSON.stringify(results, null, 1));
}

/** Runs the bench with its arguments as they stand on the command line. */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string' },
      json: { type: 'string' },
      long: { type: 'boolean', default: false },
      fragments: { type: 'boolean', default: false },
      'no-snapshot': { type: 'boolean', default: false },
    },
  });
  if (values.corpus && values.fragments) {
    const { runFragments } = await import('./bench-anchoring-fragments.mjs');
    await runFragments(resolve(values.corpus));
  } else if (values.corpus) await runCorpus(resolve(values.corpus), values.json, !values['no-snapshot']);
  if (values.long) {
    const { runLong } = await import('./bench-anchoring-long.mjs');
    await runLong(values.json);
  }
  if (!values.corpus && !values.long) throw new Error('usage: bench anchoring --corpus DIR [--json FILE] [--long]');
}
