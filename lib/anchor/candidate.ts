import type { Span, TextIndex } from '../text/text-index';
import { type Word, wordsOf } from '../text/words';
import { alignWords, type Columns, type Pairing, tokensOf } from './align';
import { type Context, DECAY, shareFound } from './evidence';
import { type Extent, extentOf, spanOf } from './extent';
import { readsAs, wordsWithoutFurniture } from './insertion';
import type { Wanted } from './wanted';

/** A passage of the page that may be what became of a quote. */
export interface Candidate {
  readonly span: Span;
  /** The share of the quote's words that stand there, by weight. */
  readonly quality: number;
  /** The share of the passage's words that are the quote's, by weight. */
  readonly density: number;
  readonly context: Context;
  /** The share of the quote's letters that stand in the span, every word weighing what it is long. */
  readonly kept: number;
  /** Every word of the quote stands there, some with another ending, and none came in. */
  readonly respelt: boolean;
  /** The most words in a row that stand there as they stood in the quote. */
  readonly intact: number;
  /** The same to a reader, what the template put in between aside. */
  readonly unchanged: boolean;
}

/** What is got of a weight, summed over places, as a share of all of it. */
function shareOf({ from, to }: Extent, weightAt: (i: number) => number, got: (i: number) => number): number {
  let sum = 0;
  let all = 0;
  for (let i = from; i < to; i++) {
    const weight = weightAt(i);
    all += weight;
    sum += weight * got(i);
  }
  return all === 0 ? 0 : sum / all;
}

/** How much of the context on one side of the quote was found; null where none was kept. */
function side({ words, tokens, from, to }: Wanted, pairing: Pairing, step: 1 | -1): number | null {
  const count = step < 0 ? from : words.length - to;
  const nearest = step < 0 ? from - 1 : to;
  const order = Array.from({ length: count }, (_, i) => nearest + i * step);
  return count === 0 ? null : shareFound(tokens, pairing, order, DECAY);
}

function intactRun(wanted: Wanted, { at, same }: Pairing): number {
  let longest = 0;
  let run = 0;
  for (let i = wanted.from; i < wanted.to; i++) {
    const follows = at[i] === (at[i - 1] ?? -1) + 1;
    run = same[i] === 1 ? (follows ? run : 0) + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * Looks for each word of a pattern among those of the page that stand no further than `reach` characters from where it
 * would if the pattern began at `start` and nothing came in or went.
 */
function columnsNear(start: number, reach: number, pattern: readonly Word[], page: readonly Word[]): Columns {
  let first = 0;
  let last = 0;
  // Beyond the last word nothing is less than anything.
  const startOf = (at: number): number => page[at]?.start ?? Number.NaN;
  return (row) => {
    const at = start + (pattern[row]?.start ?? 0);
    while (startOf(first) < at - reach) first++;
    while (startOf(last) <= at + reach) last++;
    return [first + 1, last];
  };
}

/**
 * What stands in a window of the page for a quote; null where not one of its words does. With a `reach`, the quote is
 * looked for along the diagonal that begins at `start` alone.
 */
export function candidateIn(
  index: TextIndex,
  wanted: Wanted,
  window: Span,
  start = 0,
  reach = Number.POSITIVE_INFINITY,
): Candidate | null {
  const page = wordsOf(index.text, window.start, window.end);
  const tokens = tokensOf(page);
  const pairing = alignWords(wanted.tokens, tokens, columnsNear(start, reach, wanted.words, page));
  const context = { left: side(wanted, pairing, -1), right: side(wanted, pairing, 1) };
  const extent = extentOf(index, wanted, page, pairing.at, context);
  if (extent === null) return null;
  const span = spanOf(index.text, page, extent, wanted);
  const own = wordsWithoutFurniture(index, page.slice(extent.from, extent.to), span);
  const asMany = own.length === wanted.to - wanted.from;
  const { at, same } = pairing;
  const paired = new Set(at.slice(wanted.from, wanted.to));
  /** What a word is worth that stands between two places of the page. */
  const worth = (i: number, from: number, to: number): number => {
    const place = at[i] ?? -1;
    return place < from || place >= to ? 0 : same[i] === 1 ? 1 : 0.8;
  };
  return {
    span,
    quality: shareOf(
      wanted,
      (i) => wanted.tokens[i]?.weight ?? 0,
      (i) => worth(i, 0, page.length),
    ),
    density: shareOf(
      extent,
      (i) => tokens[i]?.weight ?? 0,
      (i) => Number(paired.has(i)),
    ),
    context,
    kept: shareOf(
      wanted,
      (i) => wanted.words[i]?.text.length ?? 0,
      (i) => worth(i, extent.from, extent.to),
    ),
    respelt: asMany && !at.subarray(wanted.from, wanted.to).includes(-1),
    intact: intactRun(wanted, pairing),
    unchanged: asMany && readsAs(index, span, wanted.exact),
  };
}
