// npm run bench -- detection --corpus DIR [--json FILE] [--quick] [--readability] [--signals FILE]
//
// DIR holds labels.json, an array of { file, url, kind? }; a file ending in .gz is gunzipped. Each page is served at its
// own url as raw bytes without a charset in the header, everything else is blocked, its scripts are off. Every timing is
// the first call in a fresh load, once the page has come to rest. --quick loads each page once (accuracy only, two tabs);
// --readability also times Readability's parse; --signals writes what scripts/fit-detection.mjs learns from.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, launch, pageBytes, tab, within } from './bench-browser.mjs';

const call = (page, source, names) => page.evaluate(`${source}\n;bench.timedAll(${JSON.stringify(names)})`);

/** What a page may take, load and calls together (milliseconds); then it counts as failed. */
const LIMIT = 20_000;

/** Loads a page and calls these functions in it; `apart` in a process of its own, once the page has come to rest. */
async function load(view, source, label, bytes, names, apart) {
  if (apart) await view.renew();
  await view.open(label.url, bytes);
  if (apart) await view.settle();
  return call(view.page, source, names);
}

/** One page: a load for each clock, so that none is warmed up by another; a single load where only accuracy counts. */
async function measure(view, source, label, bytes, options, turn) {
  const names = ['detect', 'readerable', 'body', 'metadata'];
  if (options.readability) names.push('readability');
  if (options.signals) names.push('signals');
  let found = {};
  // Each clock has its turn to be the first to open a page.
  const clocks = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)].map((name) => [name]);
  for (const group of options.quick ? [names] : clocks) {
    found = { ...found, ...(await within(LIMIT, load(view, source, label, bytes, group, !options.quick))) };
  }
  const { detect, readerable, body, metadata, readability, signals } = found;
  const d = detect.value;
  const m = metadata.value;
  return {
    entry: {
      newsArticle: d.newsArticle,
      score: d.score,
      kind: d.kind,
      stage: d.stage,
      title: m.title,
      authors: m.authors,
      publishedAt: m.publishedAt,
      modifiedAt: m.modifiedAt,
      siteName: m.siteName,
      language: m.language,
      section: m.section,
      canonicalUrl: m.canonicalUrl,
      publisher: m.publisher,
      paywalled: m.paywalled,
      corrections: m.corrections,
      sources: m.sources,
      body: body.value,
      detectMs: detect.ms,
      metadataMs: metadata.ms,
      bodyMs: body.ms,
      readerableMs: readerable.ms,
      ...(readability ? { readabilityMs: readability.ms, readabilityBody: readability.value } : {}),
    },
    signals: signals?.value,
  };
}

const mean = (xs) => xs.reduce((a, b) => a + b, 0) / (xs.length || Number.NaN);
const quantile = (xs, q) => {
  const sorted = xs.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};

/** The table for people: verdicts by label, shares of the stages, times. */
function report(labels, results) {
  const rows = labels.map((label) => ({ label, p: results[label.file] })).filter(({ p }) => p && !p.error);
  const kinds = [...new Set(rows.map(({ label }) => label.kind ?? 'page'))];
  console.log('label            pages  news');
  for (const kind of kinds) {
    const of = rows.filter(({ label }) => (label.kind ?? 'page') === kind);
    console.log(
      kind.padEnd(16),
      String(of.length).padStart(5),
      String(of.filter(({ p }) => p.newsArticle).length).padStart(5),
    );
  }
  console.log('\nstage            pages  mean ms');
  for (const stage of ['address', 'data', 'head', 'shape']) {
    const of = rows.filter(({ p }) => p.stage === stage);
    console.log(
      stage.padEnd(16),
      String(of.length).padStart(5),
      mean(of.map(({ p }) => p.detectMs))
        .toFixed(3)
        .padStart(8),
    );
  }
  console.log('\nmilliseconds       mean   median      p95      max');
  for (const key of ['detectMs', 'readerableMs', 'metadataMs', 'bodyMs', 'readabilityMs']) {
    const xs = rows.map(({ p }) => p[key]).filter(Number.isFinite);
    if (xs.length === 0) continue;
    const figures = [mean(xs), quantile(xs, 0.5), quantile(xs, 0.95), Math.max(...xs)];
    console.log(key.padEnd(14), ...figures.map((x) => x.toFixed(3).padStart(8)));
  }
  const failed = Object.entries(results).filter(([, p]) => p.error);
  if (failed.length > 0) console.log(`\n${failed.length} pages failed`, failed.slice(0, 5));
}

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string' },
      json: { type: 'string' },
      signals: { type: 'string' },
      quick: { type: 'boolean', default: false },
      readability: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  if (!values.corpus) throw new Error('bench detection: --corpus DIR is missing');
  const all = JSON.parse(readFileSync(join(values.corpus, 'labels.json'), 'utf8'));
  const labels = values.only ? all.filter((label) => label.file.includes(values.only)) : all;
  const source = await bundle();
  let browser = await launch();
  let reviving = null;
  /** Starts the browser anew, once for all tabs that lost it. */
  const revive = async () => {
    reviving ??= launch();
    browser = await reviving;
    reviving = null;
  };
  const results = {};
  const signals = [];
  const queue = labels.values();
  const worker = async () => {
    let view = await tab(browser);
    let turn = 0;
    for (const label of queue) {
      try {
        const bytes = pageBytes(values.corpus, label.file);
        const { entry, signals: own } = await measure(view, source, label, bytes, values, turn++);
        results[label.file] = entry;
        if (own) signals.push({ file: label.file, url: label.url, kind: label.kind, signals: own });
      } catch (error) {
        results[label.file] = { error: String(error instanceof Error ? error.message : error).slice(0, 300) };
        // A page that hangs may keep its tab from closing, or have taken the browser with it.
        await within(5_000, view.close()).catch(() => {});
        if (!browser.isConnected()) await revive();
        view = await tab(browser);
      }
    }
    await view.close();
  };
  await Promise.all(Array.from({ length: values.quick ? 2 : 1 }, worker));
  await browser.close();
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
  if (values.signals) writeFileSync(values.signals, signals.map((row) => `${JSON.stringify(row)}\n`).join(''));
  report(labels, results);
}
