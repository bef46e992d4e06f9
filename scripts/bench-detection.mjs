// npm run bench -- detection --corpus DIR [--json FILE] [--quick] [--readability] [--signals FILE]
//
// DIR holds labels.json, an array of { file, url, kind? }; a file ending in .gz is gunzipped. Each page is served at its
// own url as raw bytes without a charset in the header, everything else is blocked, its scripts are off. Every timing is the first call in a fresh load. --quick loads each page once (accuracy only, two tabs); --readability also times Readability's parse;
// --signals writes what scripts/fit-detection.mjs learns from.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, launch, pageBytes, tab, within } from './bench-browser.mjs';

const call = (page, source, names) => page.evaluate(`${source}\n;bench.timedAll(${JSON.stringify(names)})`);

/** One page: a load for each clock, so that none is warmed up by another; a single load where only accuracy counts. */
async function measure(view, source, label, bytes, options) {
  const names = ['detect', 'readerable', 'body', 'metadata'];
  if (options.readability) names.push('readability');
  if (options.signals) names.push('signals');
  let found = {};
  for (const group of options.quick ? [names] : names.map((name) => [name])) {
    // A tab of its own for each clock: whatever ran before in the same process would have warmed it up.
    if (!options.quick) await view.renew();
    await view.open(label.url, bytes);
    found = { ...found, ...(await call(view.page, source, group)) };
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
  const browser = await launch();
  const results = {};
  const signals = [];
  const queue = labels.values();
  const worker = async () => {
    let view = await tab(browser);
    for (const label of queue) {
      try {
        const bytes = pageBytes(values.corpus, label.file);
        const { entry, signals: own } = await within(20_000, measure(view, source, label, bytes, values));
        results[label.file] = entry;
        if (own) signals.push({ file: label.file, url: label.url, kind: label.kind, signals: own });
      } catch (error) {
        results[label.file] = { error: String(error instanceof Error ? error.message : error).slice(0, 300) };
        await view.close().catch(() => {});
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
