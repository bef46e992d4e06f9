import type { Selectors } from '../model/annotation';
import { normalise } from '../text/normalise';
import { isUnspaced, isWordEdge, type Word, wordsOf } from '../text/words';
import { type Token, tokensOf } from './align';

/** A quote to be found. */
export interface QuoteToLocate {
  readonly id: string;
  readonly selectors: Selectors;
}

/** A quote made ready: normalised, cut into words, with its context in one pattern. */
export interface Wanted {
  readonly id: string;
  readonly selectors: Selectors;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Context, quote and context in one. */
  readonly pattern: string;
  /** Where the quote begins in the pattern. */
  readonly offset: number;
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  /** The quote's first word and the one after its last, by place in `words`. */
  readonly from: number;
  readonly to: number;
  /** So short that likeness alone means nothing. */
  readonly weak: boolean;
}

function joint(left: string, right: string, spaced: boolean): string {
  if (left === '' || right === '' || spaced) return ' ';
  const both = left.slice(-1) + right.charAt(0);
  return isWordEdge(both, 1) ? ' ' : '';
}

/** Words of the quote and of its context on the page, that is, those inside a part of the pattern. */
function firstAt(words: readonly Word[], offset: number): number {
  const at = words.findIndex((word) => word.start >= offset);
  return at < 0 ? words.length : at;
}

/** Prepares a quote; linear in its length. `exact` is empty where nothing but white space was stored. */
export function prepareQuote(quote: QuoteToLocate): Wanted {
  const stored = quote.selectors.quote;
  const exact = normalise(stored.exact);
  const prefix = normalise(stored.prefix);
  const suffix = normalise(stored.suffix);
  const before = prefix === '' ? '' : prefix + joint(prefix, exact, /\s$/.test(stored.prefix));
  const after = suffix === '' ? '' : joint(exact, suffix, /^\s/.test(stored.suffix)) + suffix;
  const pattern = before + exact + after;
  const words = wordsOf(pattern);
  const from = firstAt(words, before.length);
  const to = firstAt(words, before.length + exact.length);
  const count = to - from;
  const weak = isUnspaced(exact) ? exact.length < 12 : exact.length < 24 || count < 4;
  return {
    id: quote.id,
    selectors: quote.selectors,
    exact,
    prefix,
    suffix,
    pattern,
    offset: before.length,
    words,
    tokens: tokensOf(words),
    from,
    to: Math.max(from, to),
    weak,
  };
}
