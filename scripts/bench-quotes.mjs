/** Finds the quotations of a folder of articles in a real browser, for scoring, and measures the time it takes. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build } from 'vite';
import { readLabelled } from './labelled.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, '.output', 'bench');
let bundle = null;

async function bundled() {
  if (bundle) return bundle;
  await mkdir(OUT, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: OUT,
      emptyOutDir: false,
      lib: {
        entry: join(ROOT, 'tests/bench/quotes-entry.ts'),
        formats: ['iife'],
        name: 'pressmarkQuotes',
        fileName: () => 'quotes.js',
      },
    },
  });
  bundle = await readFile(join(OUT, 'quotes.js'), 'utf8');
  return bundle;
}

/** Calls one function of the bench entry inside a page of its own and returns what it gave. */
export async function runInPage(name, argument) {
  const script = await bundled();
  const browser = await chromium.launch({
    executablePath: process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await page.evaluate(([call, given]) => globalThis.pressmarkBench[call](given), [name, argument]);
  } finally {
    await browser.close();
  }
}

/** Offsets of the contract are code points, those of the module UTF-16 units. */
function codePoints(text) {
  const points = new Int32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    points[at] = count;
    const low = text.charCodeAt(at);
    const inPair = at > 0 && low >= 0xdc00 && low <= 0xdfff && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (!inPair) count++;
    else points[at] = count - 1;
  }
  points[text.length] = count;
  return points;
}

/** The source as the article gives it there: with the office that stands right in front of the name. */
function sourceOf(text, { start, named, role, speaker, nameReason }) {
  if (!named || !role || !speaker) return speaker;
  if (nameReason === 'role') return `${role} ${speaker}`;
  const from = text.lastIndexOf('\n\n', start) + 1;
  const to = text.indexOf('\n\n', start);
  const paragraph = text.slice(from, to < 0 ? text.length : to).replace(/\s+/g, ' ');
  const inFront =
    paragraph.includes(`${role} ${speaker}`) || paragraph.includes(`${role} ${speaker.split(' ').at(-1)}`);
  return inFront ? `${role} ${speaker}` : speaker;
}

async function times(texts) {
  const words = texts.join('\n\n').split(/(?<=\s)/);
  const table = {};
  for (const count of [1000, 10_000, 100_000]) {
    let sample = words;
    while (sample.length < count) sample = sample.concat(words);
    const { quotations, segmenter } = await runInPage('time', sample.slice(0, count).join(''));
    table[`${count} words`] = {
      'quotations ms': quotations.toFixed(2),
      'ms per 1,000 words': ((1000 * quotations) / count).toFixed(2),
      'Intl.Segmenter ms': segmenter.toFixed(2),
    };
  }
  const pathological = {
    '1,000,000 straight marks': '"'.repeat(1_000_000),
    '1,000,000 opening marks': '“'.repeat(1_000_000),
    '1,000,000 mixed marks': '«“‘"’”»'.repeat(143_000),
    '1 MB without a full stop': 'the mayor said “so it goes” and then '.repeat(28_000),
    '1 MB of one word': 'a'.repeat(1_000_000),
  };
  for (const [name, text] of Object.entries(pathological)) {
    const { quotations, segmenter } = await runInPage('time', text);
    table[name] = {
      'quotations ms': quotations.toFixed(0),
      'ms per 1,000 words': '',
      'Intl.Segmenter ms': segmenter.toFixed(0),
    };
  }
  console.table(table);
}

async function languages() {
  const table = {};
  for (const set of ['fr', 'de', 'es', 'it', 'pt'].flatMap((code) =>
    ['', '-second', '-third', '-fourth', '-fifth', '-sixth', '-inventory'].map((part) => code + part),
  )) {
    const language = set.slice(0, 2);
    const path = join(ROOT, 'tests/fixtures/quotes', `${set}.txt`);
    const articles = (await readFile(path, 'utf8')).split(/\n---\n/).map((part) => readLabelled(part.trim()));
    const found = await runInPage(
      'findAll',
      articles.map(({ text }) => ({ text, language })),
    );
    const row = { quotations: 0, found: 0, extra: 0, named: 0, answered: 0, right: 0 };
    articles.forEach(({ gold, text }, index) => {
      const direct = found[index].filter((quotation) => quotation.kind === 'direct');
      row.extra += direct.length;
      for (const { end, speaker } of gold) {
        const hit = direct.find(
          (quotation) =>
            quotation.end <= end && /^(?:[\s\u00a0\u202f]*[^\s][.]?)?$/u.test(text.slice(quotation.end, end)),
        );
        row.quotations++;
        if (hit) row.found++;
        if (hit) row.extra--;
        if (!speaker) continue;
        row.named++;
        if (hit?.speaker) row.answered++;
        if (hit?.speaker === speaker) row.right++;
        else if (process.env.BENCH_VERBOSE)
          console.log(set, '|', speaker, '|', hit?.speaker, '|', hit?.reason, '|', text.slice(end - 60, end));
      }
    });
    table[set] = row;
  }
  console.table(table);
}

/** `--corpus DIR [--json FILE]`; without a corpus it reports the project's own sets in five languages. */
export async function run(args) {
  const { values } = parseArgs({ args, options: { corpus: { type: 'string' }, json: { type: 'string' } } });
  if (values.corpus) {
    const corpus = values.corpus;
    const files = (await readdir(corpus)).filter((name) => name.endsWith('.txt')).sort();
    const texts = await Promise.all(files.map((file) => readFile(join(corpus, file), 'utf8')));
    const found = await runInPage('find', texts);
    const predictions = {};
    files.forEach((file, index) => {
      const points = codePoints(texts[index]);
      predictions[file] = found[index].map((quotation) => ({
        start: points[quotation.start],
        end: points[quotation.end],
        speaker: sourceOf(texts[index], quotation),
      }));
    });
    const all = found.flat();
    console.table({
      articles: files.length,
      quotations: all.length,
      'with a speaker': all.filter((quotation) => quotation.speaker).length,
      'from a pronoun': all.filter((quotation) => quotation.nameReason === 'pronoun').length,
    });
    if (values.json) await writeFile(values.json, JSON.stringify(predictions));
    await times(texts);
  }
  await languages();
}
