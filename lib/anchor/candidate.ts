import type { Span, TextIndex } from '../text/text-index';
import { wordsOf } from '../text/words';
import { alignWords, type Pairing, type Token, tokensOf } from './align';
import { type Context, nearness } from './evidence';
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

function shareOf(tokens: readonly Token[], { at, same }: Pairing, from: number, to: number): number {
  let got = 0;
  let all = 0;
  for (let i = from; i < to; i++) {
    const weight = tokens[i]?.weight ?? 0;
    all += weight;
    if ((at[i] ?? -1) >= 0) got += weight * (same[i] === 1 ? 1 : 0.8);
  }
  return all === 0 ? 0 : got / all;
}

function side(wanted: Wanted, { at, same }: Pairing, step: 1 | -1): number | null {
  const from = step < 0 ? wanted.from - 1 : wanted.to;
  const count = step < 0 ? wanted.from : wanted.words.length - wanted.to;
  if (count === 0) return null;
  const tokens = Array.from({ length: count }, (_, i) => wanted.tokens[from + i * step]).filter((t) => t !== undefined);
  return nearness(tokens, (i) => {
    const place = from + i * step;
    return (at[place] ?? -1) < 0 ? 0 : same[place] === 1 ? 1 : 0.7;
  });
}

function lettersKept(wanted: Wanted, { at, same }: Pairing, extent: Extent): number {
  let got = 0;
  let all = 0;
  for (let i = wanted.from; i < wanted.to; i++) {
    const length = wanted.words[i]?.text.length ?? 0;
    all += length;
    const place = at[i] ?? -1;
    if (place >= extent.from && place < extent.to) got += length * (same[i] === 1 ? 1 : 0.8);
  }
  return all === 0 ? 0 : got / all;
}

function intactRun(wanted: Wanted, { at, same }: Pairing): number {
  let longest = 0;
  let run = 0;
  for (let i = wanted.from; i < wanted.to; i++) {
    const place = at[i] ?? -1;
    if (place < 0 || same[i] !== 1) run = 0;
    else run = run > 0 && place === (at[i - 1] ?? -1) + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** What stands in a window of the page for a quote; null where not one of its words does. */
export function candidateIn(index: TextIndex, wanted: Wanted, window: Span): Candidate | null {
  const page = wordsOf(index.text, window.start, window.end);
  const tokens = tokensOf(page);
  const pairing = alignWords(wanted.tokens, tokens);
  const context = { left: side(wanted, pairing, -1), right: side(wanted, pairing, 1) };
  const extent = extentOf(index, wanted, page, pairing.at, context);
  if (extent === null) return null;
  const span = spanOf(index.text, page, extent, wanted);
  const own = wordsWithoutFurniture(index, page.slice(extent.from, extent.to), span);
  const asMany = own.length === wanted.to - wanted.from;
  const paired = new Set(pairing.at.slice(wanted.from, wanted.to));
  let got = 0;
  let all = 0;
  for (let i = extent.from; i < extent.to; i++) {
    const weight = tokens[i]?.weight ?? 0;
    all += weight;
    if (paired.has(i)) got += weight;
  }
  return {
    span,
    quality: shareOf(wanted.tokens, pairing, wanted.from, wanted.to),
    density: all === 0 ? 0 : got / all,
    context,
    kept: lettersKept(wanted, pairing, extent),
    respelt: asMany && !pairing.at.subarray(wanted.from, wanted.to).includes(-1),
    intact: intactRun(wanted, pairing),
    unchanged: asMany && readsAs(index, span, wanted.exact),
  };
}
