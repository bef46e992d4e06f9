// npm run bench -- detection --corpus DIR [--json FILE] [--quick] [--readability] [--signals FILE]
//
// DIR holds labels.json, an array of { file, url, kind? }; a file ending in .gz is gunzipped. Each page is served at its
// own url as raw bytes without a charset in the header, everything else is blocked, its scripts are off. Every timing is
// the first call in a fresh load, once the page has come to rest. --quick loads each page once (accuracy only, two tabs);
// --readability also times Readability's parse; --signals writes what scripts/fit-detection.mjs learns from.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, pageBytes, resilient, within } from './bench-browser.mjs';

/** What a page may take, load and calls together (milliseconds); then it counts as failed. */
const LIMIT = 20_000;
/** Time between two words on how far the run is (milliseconds). */
const NEWS = 15_000;

/** Loads a page and calls these functions in it; `apart` in a process of its own, once the page has come to rest. */
async function load(view, source, label, bytes, names, apart) {
  await view.open(label.url, bytes, apart);
  if (apart) await view.settle();
  return view.page.evaluate(`${source}\n;bench.timedAll(${JSON.stringify(names)})`);
}

/** What is called in the pages: a load for each of these, so that none is warmed up by another. */
function clocksOf(options) {
  const names = ['detect', 'readerable', 'body', 'metadata'];
  if (options.readability) names.push('readability');
  if (options.signals) names.push('signals');
  return options.quick ? [names] : names.map((name) => [name]);
}

/**
 * The loads of a block of pages, as many as there are clocks: neighbours are different pages, which Chromium starts in
 * different processes, and each clock has its turn to be the first to open a page.
 */
function* loadsOf(block, clocks) {
  for (let round = 0; round < clocks.length; round++)
    for (const [place, label] of block.entries()) yield { label, names: clocks[(place + round) % clocks.length] };
}

/** What the bench writes of a page. */
function entryOf({ detect, readerable, body, metadata, readability }) {
  const d = detect.value;
  const m = metadata.value;
  return {
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
  };
}

/** Measures a block of pages in one tab, load by load; a page that fails in one of them is not loaded again. */
async function measure(block, clocks, source, options, own) {
  const found = new Map(block.map((label) => [label, {}]));
  for (const { label, names } of loadsOf(block, clocks)) {
    const page = found.get(label);
    if (page.error) continue;
    try {
      const bytes = pageBytes(options.corpus, label.file);
      const loaded = load(await own.tab(), source, label, bytes, names, !options.quick);
      Object.assign(page, await within(LIMIT, loaded));
    } catch (error) {
      page.error = String(error instanceof Error ? error.message : error).slice(0, 300);
      // A page that hangs may keep its tab from closing, or have taken the browser with it.
      await own.lost();
    }
  }
  return found;
}

/** Says on stderr from time to time how far the run is and how long it may still take; whether it did is returned. */
function teller(total) {
  const start = Date.now();
  let told = start;
  let done = 0;
  return (count) => {
    done += count;
    const now = Date.now();
    if (now - told < NEWS && done < total) return false;
    told = now;
    const each = (now - start) / 1000 / done;
    const left = Math.ceil((each * (total - done)) / 60);
    console.error(`${done} of ${total} pages, ${each.toFixed(2)} s each, about ${left} min left`);
    return true;
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
  // Playwright ends its browsers at this signal and no more: the run would start another.
  process.once('SIGTERM', () => process.exit(143));
  const source = await bundle();
  const clocks = clocksOf(values);
  const results = {};
  const signals = [];
  const tell = teller(labels.length);
  const save = () => values.json && writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
  const blocks = Array.from({ length: Math.ceil(labels.length / clocks.length) }, (_, i) =>
    labels.slice(i * clocks.length, (i + 1) * clocks.length),
  ).values();
  const worker = async () => {
    const own = resilient();
    for (const block of blocks) {
      for (const [label, page] of await measure(block, clocks, source, values, own)) {
        results[label.file] = page.error ? { error: page.error } : entryOf(page);
        if (page.signals)
          signals.push({ file: label.file, url: label.url, kind: label.kind, signals: page.signals.value });
      }
      // A run that is ended before its time leaves what it had.
      if (tell(block.length)) save();
    }
    await own.close();
  };
  await Promise.all(Array.from({ length: values.quick ? 2 : 1 }, worker));
  save();
  if (values.signals) writeFileSync(values.signals, signals.map((row) => `${JSON.stringify(row)}\n`).join(''));
  report(labels, results);
}
