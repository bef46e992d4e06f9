// npm run bench -- anchoring --corpus DIR [--json FILE] [--long]: describes quotes on one version of a page and finds
// them on the next, in a real Chromium, with the modules that ship. The saved text is the article's body, as a snapshot
// keeps it; --saved whole: the whole page's; --saved none: none. --fragments: instead, whether the browser's own finder
// follows our links, for so many --seconds. --long: long pages, beside others; in pieces with
// --words and --quotes (lists), --rest no (without the lines that have no size), --cap and --rounds.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, launch, servedPage } from './bench-anchoring-browser.mjs';

async function runCase({ page, show }, script, dir, { before, after, quotes }, saved) {
  await show(await readFile(join(dir, before), 'utf8'));
  await page.evaluate(script);
  const { described, text, whole } = await page.evaluate((q) => globalThis.pressmarkAnchoring.describe(q), quotes);
  await show(await readFile(join(dir, after), 'utf8'));
  await page.evaluate(script);
  const wanted = described.flatMap((selectors, i) => (selectors ? [{ id: String(i), selectors }] : []));
  const { answers, ms } = await page.evaluate(
    ([q, savedText]) => globalThis.pressmarkAnchoring.locate(q, savedText),
    [wanted, { body: text, whole, none: null }[saved]],
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

async function runCorpus(dir, file, saved) {
  const cases = JSON.parse(await readFile(join(dir, 'cases.json'), 'utf8'));
  const script = await bundle('anchoring-entry');
  const browser = await launch();
  const results = {};
  try {
    const served = await servedPage(browser);
    for (const one of cases) {
      try {
        results[one.id] = await runCase(served, script, dir, one, saved);
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
      seconds: { type: 'string', default: '120' },
      fragments: { type: 'boolean', default: false },
      saved: { type: 'string', default: 'body' },
      words: { type: 'string', default: '5000,50000,200000' },
      quotes: { type: 'string', default: '10,100,1000' },
      cap: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '3' },
      rest: { type: 'string', default: 'yes' },
    },
  });
  if (values.corpus && values.fragments) {
    const { runFragments } = await import('./bench-anchoring-fragments.mjs');
    await runFragments(resolve(values.corpus), Number(values.seconds));
  } else if (values.corpus) await runCorpus(resolve(values.corpus), values.json, values.saved);
  if (values.long) {
    const { runLong } = await import('./bench-anchoring-long.mjs');
    const list = (text) => text.split(',').filter(Boolean).map(Number);
    const { words, quotes, cap, rounds, rest } = values;
    await runLong(values.json, {
      words: list(words),
      quotes: list(quotes),
      cap: Number(cap),
      rounds: Number(rounds),
      rest: rest === 'yes',
    });
  }
  if (!values.corpus && !values.long)
    throw new Error(
      'usage: bench anchoring --corpus DIR [--json FILE] [--saved body|whole|none] [--fragments] [--long [--words 5000,50000] [--quotes 10,100] [--cap MS] [--rounds N] [--rest no]]',
    );
}
