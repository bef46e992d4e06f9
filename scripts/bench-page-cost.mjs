// npm run bench -- page-cost [--json FILE] [--rounds N]
//
// What the built extension adds to an article and to a page that is none: main-thread time (the renderer's own account
// of its tasks), bytes of script, heap. Each round opens the page once without and once with the extension, in a fresh
// tab; the figures are medians over the rounds. Build first (`npx wxt build`).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';

const extension = join(new URL('..', import.meta.url).pathname, '.output/chrome-mv3');
const executablePath = process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium';

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

const median = (xs) => xs.sort((a, b) => a - b)[xs.length >> 1];

async function open(withExtension) {
  return chromium.launchPersistentContext('', {
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
      ...(withExtension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
    ignoreDefaultArgs: ['--disable-extensions', '--headless'],
  });
}

async function visit(context, { url, html }) {
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort(),
  );
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url);
  await page.waitForTimeout(1_500);
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await page.close();
  return { ms: value('TaskDuration') * 1000, scriptMs: value('ScriptDuration') * 1000, heap: value('JSHeapUsedSize') };
}

/** Runs the bench; prints a table, with `--json` also writes it. */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '9' } },
  });
  const script = readFileSync(join(extension, 'detector.js'));
  const results = { scriptBytes: script.length, scriptGzipBytes: gzipSync(script, { level: 9 }).length };
  for (const state of ['off', 'on']) {
    const context = await open(state === 'on');
    for (const [name, fixture] of Object.entries(PAGES)) {
      await visit(context, fixture);
      const rounds = [];
      for (let i = 0; i < Number(values.rounds); i++) rounds.push(await visit(context, fixture));
      const of = (key) => median(rounds.map((round) => round[key]));
      results[name] = { ...results[name], [state]: { ms: of('ms'), scriptMs: of('scriptMs'), heap: of('heap') } };
    }
    await context.close();
  }
  console.log(`detector: ${results.scriptBytes} bytes, ${results.scriptGzipBytes} gzip`);
  for (const name of Object.keys(PAGES)) {
    const { off, on } = results[name];
    results[name].added = { ms: on.ms - off.ms, scriptMs: on.scriptMs - off.scriptMs, heap: on.heap - off.heap };
    const { added } = results[name];
    console.log(
      `${name.padEnd(8)} main thread ${off.ms.toFixed(1)} → ${on.ms.toFixed(1)} ms (script ${added.scriptMs.toFixed(2)} ms more), heap ${(added.heap / 1024).toFixed(0)} kB more`,
    );
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
}
