import type { Selectors } from '../model/selectors';
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

/** Quotes that stand where they stood are never cut into words: most are, so that is done when it is asked for. */
class Prepared implements Wanted {
  #words: readonly Word[] | null = null;
  #tokens: readonly Token[] | null = null;
  #from = 0;
  #to = 0;
  #weak: boolean | null = null;

  constructor(
    readonly id: string,
    readonly selectors: Selectors,
    readonly exact: string,
    readonly prefix: string,
    readonly suffix: string,
    readonly pattern: string,
    readonly offset: number,
  ) {}

  get words(): readonly Word[] {
    if (this.#words === null) {
      this.#words = wordsOf(this.pattern);
      this.#from = firstAt(this.#words, this.offset);
      this.#to = Math.max(this.#from, firstAt(this.#words, this.offset + this.exact.length));
    }
    return this.#words;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.words);
    return this.#tokens;
  }

  get from(): number {
    return this.words.length > 0 ? this.#from : 0;
  }

  get to(): number {
    return this.words.length > 0 ? this.#to : 0;
  }

  get weak(): boolean {
    this.#weak ??= this.#isWeak();
    return this.#weak;
  }

  #isWeak(): boolean {
    if (isUnspaced(this.exact)) return this.exact.length < 12;
    return this.exact.length < 24 || this.to - this.from < 4;
  }
}

/** Prepares a quote; linear in its length. `exact` is empty where nothing but white space was stored. */
export function prepareQuote(quote: QuoteToLocate): Wanted {
  const stored = quote.selectors.quote;
  const exact = normalise(stored.exact);
  const prefix = normalise(stored.prefix);
  const suffix = normalise(stored.suffix);
  const before = prefix === '' ? '' : prefix + joint(prefix, exact, /\s$/.test(stored.prefix));
  const after = suffix === '' ? '' : joint(exact, suffix, /^\s/.test(stored.suffix)) + suffix;
  return new Prepared(quote.id, quote.selectors, exact, prefix, suffix, before + exact + after, before.length);
}
