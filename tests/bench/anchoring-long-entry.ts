/** Long pages: our modules beside what else there is, on the same page with the same quotes. */
import { createTextQuoteSelectorMatcher } from '@apache-annotator/dom';
import approximateSearch from 'approx-string-match';
import { toRange } from 'dom-anchor-text-quote';
import Mark from 'mark.js';
import { describeSpan } from '../../lib/anchor/describe';
import { locateInSlices, locateQuotes } from '../../lib/anchor/locate';
import { runInSlices } from '../../lib/anchor/slices';
import type { QuoteToLocate } from '../../lib/anchor/wanted';
import { quotesAt, readingOrder } from '../../lib/highlight/hit-test';
import { createPainter } from '../../lib/highlight/paint';
import { buildTextIndex, textIndexSteps } from '../../lib/text/text-index';
import { spanToRange } from '../../lib/text/text-span';
import { HIDING, noteTouched } from '../../lib/text/touched';

let seed = 1;

function random(below: number): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** A vocabulary as skewed as a language's: few words make most of the text, so that runs repeat. */
const VOCABULARY = Array.from({ length: 6_000 }, (_, i) => {
  const length = i < 60 ? 1 : 2 + random(3);
  return Array.from({ length }, () => SYLLABLES[random(20)] ?? '').join('');
});

function word(): string {
  const skew = random(1_000_000) / 1_000_000;
  return VOCABULARY[Math.floor(VOCABULARY.length * skew ** 3)] ?? '';
}

let blocks: string[][] = [];

/** What was described last: kept here, so that handing it over is not part of what is measured. */
let kept: readonly QuoteToLocate[] = [];

function draw(): void {
  document.body.innerHTML = `<main>${blocks.map((words) => `<p>${words.join(' ')}.</p>`).join('\n')}</main>`;
}

/** Writes a page of so many words and describes quotes on it; gives them back in the order of a shuffled list. */
function write(words: number, count: number): QuoteToLocate[] {
  seed = words + count;
  blocks = Array.from({ length: Math.ceil(words / 60) }, () => Array.from({ length: 60 }, word));
  draw();
  const index = buildTextIndex(document);
  kept = Array.from({ length: count }, (_, i) => {
    const start = random(Math.max(1, index.text.length - 500));
    const edge = index.text.indexOf(' ', start) + 1;
    const described = describeSpan(index, { start: edge, end: index.text.indexOf(' ', edge + 60 + random(200)) });
    return described.ok ? [{ id: String(i), selectors: described.value }] : [];
  }).flat();
  return [...kept];
}

/** Edits a quarter of the page's blocks, one word in ten. */
function edit(): void {
  seed = 99;
  for (const words of blocks) {
    if (random(4) !== 0) continue;
    for (let i = 0; i < words.length; i++) if (random(10) === 0) words[i] = word();
  }
  draw();
}

type Run = (quotes: readonly QuoteToLocate[], until: () => boolean) => Promise<{ done: number; found: number }>;

async function each(
  quotes: readonly QuoteToLocate[],
  until: () => boolean,
  find: (quote: QuoteToLocate) => Promise<boolean> | boolean,
): Promise<{ done: number; found: number }> {
  let done = 0;
  let found = 0;
  for (const quote of quotes) {
    if (until()) break;
    done++;
    try {
      if (await find(quote)) found++;
    } catch {
      // A library that throws has not found it.
    }
  }
  return { done, found };
}

/** The others take 32 characters of context at most, or are meant to. */
function short({ exact, prefix, suffix }: QuoteToLocate['selectors']['quote']) {
  return { exact, prefix: prefix.slice(-32), suffix: suffix.slice(0, 32) };
}

const RUNS: Record<string, Run> = {
  pressmark: async (quotes) => {
    const located = locateQuotes(buildTextIndex(document), quotes);
    return { done: quotes.length, found: located.filter(({ range }) => range !== null).length };
  },
  'dom-anchor-text-quote': (quotes, until) =>
    each(quotes, until, ({ selectors }) => toRange(document.body, short(selectors.quote)) !== null),
  '@apache-annotator/dom': (quotes, until) =>
    each(quotes, until, async ({ selectors }) => {
      const match = createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', ...short(selectors.quote) });
      for await (const _ of match(document.body)) return true;
      return false;
    }),
  'approx-string-match': (quotes, until) =>
    each(quotes, until, ({ selectors }) => {
      const { exact } = selectors.quote;
      const text = document.body.textContent ?? '';
      return approximateSearch(text, exact, Math.min(256, exact.length / 2)).length > 0;
    }),
};

async function run(name: string, capMs: number) {
  const quotes = kept;
  const begin = performance.now();
  const result = await RUNS[name]?.(quotes, () => performance.now() - begin > capMs);
  return { ...(result ?? { done: 0, found: 0 }), ms: performance.now() - begin };
}

/** The longest task of a sliced run, in milliseconds; under 50 the browser reports none. */
async function longestTask(quotes: readonly QuoteToLocate[]): Promise<number> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  longest = 0;
  const index = await runInSlices(textIndexSteps(document));
  if (index !== null) await locateInSlices(index, quotes);
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return longest;
}

/** An unchanged article, from text to ranges, in milliseconds: the median and the worst of twenty readings. */
async function unchanged(quotes: readonly QuoteToLocate[]): Promise<{ median: number; worst: number }> {
  const times: number[] = [];
  for (let i = 0; i < 21; i++) {
    const begin = performance.now();
    locateQuotes(buildTextIndex(document), quotes);
    times.push(performance.now() - begin);
    await frame();
  }
  // The first reading, before the code is compiled, is the one that a page load sees.
  const [first = 0, ...rest] = times;
  rest.sort((a, b) => a - b);
  return { median: rest[10] ?? 0, worst: Math.max(first, rest.at(-1) ?? 0) };
}

/** Milliseconds for one look at what is under the pointer, with so many quotes drawn: the median and the worst. */
async function pointing(count: number): Promise<{ median: number; worst: number; hits: number }> {
  const index = buildTextIndex(document);
  const drawn = Array.from({ length: count }, (_, i) => {
    const start = random(Math.max(1, index.text.length - 200));
    const range = spanToRange(index, { start, end: start + 20 + random(100) });
    return range === null ? [] : [{ id: String(i), range }];
  }).flat();
  const order = readingOrder(drawn);
  scrollTo(0, document.documentElement.scrollHeight / 2);
  await frame();
  const times: number[] = [];
  let hits = 0;
  for (let i = 0; i < 200; i++) {
    const begin = performance.now();
    if (quotesAt(order, 10 + random(innerWidth - 20), 10 + random(innerHeight - 20)).length > 0) hits++;
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  return { median: times[100] ?? 0, worst: times.at(-1) ?? 0, hits };
}

/**
 * Milliseconds for reading a page again after one of its paragraphs changed: all of it, and what was touched alone. With
 * `links`, every twelfth word is one. Styles are computed before the clock starts, as on a page that is drawn.
 */
function readAgain(links: boolean): { whole: number; touched: number; segments: number } {
  seed = 3;
  const shown = (text: string, i: number): string => (links && i % 12 === 5 ? `<a href="#">${text}</a>` : text);
  document.body.innerHTML = `<main>${blocks.map((words) => `<p>${words.map(shown).join(' ')}.</p>`).join('\n')}</main>`;
  const observer = new MutationObserver(() => undefined);
  const hiding = { attributes: true, attributeFilter: HIDING };
  observer.observe(document, { childList: true, characterData: true, subtree: true, ...hiding });
  const paragraphs = document.querySelectorAll('p');
  let index = buildTextIndex(document);
  const times: Record<'whole' | 'touched', number[]> = { whole: [], touched: [] };
  for (let i = 0; i < 82; i++) {
    const node = paragraphs[random(paragraphs.length)]?.firstChild;
    if (node) node.nodeValue = `${word()} ${node.nodeValue ?? ''}`;
    document.body.getBoundingClientRect();
    const begin = performance.now();
    const touched = new Set<Node>();
    const known = noteTouched(touched, observer.takeRecords()) && i % 2 === 0;
    index = buildTextIndex(document, { before: known ? { index, touched } : null });
    times[known ? 'touched' : 'whole'].push(performance.now() - begin);
  }
  observer.disconnect();
  const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
  return { whole: median(times.whole), touched: median(times.touched), segments: index.segments.length };
}

let ranges: { id: string; range: Range }[] = [];

/** Finds what is to be painted, so that only painting is measured. */
function prepare(quotes: readonly QuoteToLocate[]): number {
  ranges = locateQuotes(buildTextIndex(document), quotes).flatMap(({ id, range }) => (range ? [{ id, range }] : []));
  return ranges.length;
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}

async function paint(how: 'pressmark' | 'mark.js'): Promise<number> {
  const before = document.querySelectorAll('*').length;
  if (how === 'pressmark') {
    createPainter({ registerAll: 1_000_000 }).paint(
      ranges.map(({ id, range }) => ({ id, colour: 'yellow', edited: false, range })),
    );
  } else {
    const starts = new Map<Node, number>();
    let length = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      starts.set(node, length);
      length += node.length;
    }
    const spans = ranges.map(({ range }) => {
      const start = (starts.get(range.startContainer) ?? 0) + range.startOffset;
      return { start, length: (starts.get(range.endContainer) ?? 0) + range.endOffset - start };
    });
    new Mark(document.body).markRanges(spans.sort((a, b) => a.start - b.start));
  }
  await frame();
  return document.querySelectorAll('*').length - before;
}

Object.assign(globalThis, {
  pressmarkLong: { write, edit, frame, run, longestTask, unchanged, pointing, readAgain, prepare, paint },
});
