import type { Span } from '../text/text-index';
import { isWordEdge, type Word, wordsOf } from '../text/words';
import { alignWords, type Pairing, type Token, tokensOf } from './align';
import type { Wanted } from './wanted';

/** How well the text around a place agrees with what stood around the quote, 0 to 1; null where nothing was kept. */
export interface Context {
  readonly left: number | null;
  readonly right: number | null;
}

/** The better side, the worse side and their mean; a side of which nothing was kept counts as the other. */
export function contextScores(context: Context): { best: number; worst: number; mean: number } {
  const left = context.left ?? context.right ?? 0;
  const right = context.right ?? context.left ?? 0;
  return { best: Math.max(left, right), worst: Math.min(left, right), mean: (left + right) / 2 };
}

/** Words next to the quote count most, each further one a tenth less. */
export const DECAY = 0.9;

/** Characters next to the quote that, if the same, make a closer look needless. */
const ENOUGH = 24;

/** The share of words that were found, by weight; `order` has their places, each worth `decay` of the one before. */
export function shareFound(
  tokens: readonly Token[],
  { at, same }: Pairing,
  order: readonly number[],
  decay = 1,
): number {
  let got = 0;
  let all = 0;
  let worth = 1;
  for (const i of order) {
    const weight = (tokens[i]?.weight ?? 0) * worth;
    all += weight;
    if ((at[i] ?? -1) >= 0) got += weight * (same[i] === 1 ? 1 : 0.7);
    worth *= decay;
  }
  return all === 0 ? 0 : got / all;
}

function alikeWords(context: readonly Word[], page: readonly Word[], reverse: boolean): number {
  const tokens = tokensOf(context);
  const order = [...tokens.keys()];
  return shareFound(tokens, alignWords(tokens, tokensOf(page)), reverse ? order.reverse() : order, DECAY);
}

function leftScore(text: string, at: number, prefix: string): number | null {
  const wanted = prefix.trimEnd();
  if (wanted === '') return null;
  let end = at;
  while (end > 0 && text.charAt(end - 1) === ' ') end--;
  const enough = Math.min(ENOUGH, wanted.length);
  if (text.startsWith(wanted.slice(-enough), end - enough) && end >= enough) return 1;
  const words = wordsOf(wanted);
  if (words.length === 0) return null;
  return alikeWords(words, wordsOf(text, Math.max(0, end - 2 * wanted.length - 40), end), true);
}

function rightScore(text: string, at: number, suffix: string): number | null {
  const wanted = suffix.trimStart();
  if (wanted === '') return null;
  let start = at;
  while (text.charAt(start) === ' ') start++;
  if (text.startsWith(wanted.slice(0, ENOUGH), start)) return 1;
  const words = wordsOf(wanted);
  if (words.length === 0) return null;
  return alikeWords(words, wordsOf(text, start, start + 2 * wanted.length + 40), false);
}

/** Compares what stands around a span with the quote's kept context. */
export function contextAt(text: string, span: Span, wanted: Wanted): Context {
  return { left: leftScore(text, span.start, wanted.prefix), right: rightScore(text, span.end, wanted.suffix) };
}

/**
 * Whether an exact occurrence cuts words where the quote didn't: "Linus" is not in "machines". A quote that was taken
 * from inside a word may stand inside one.
 */
export function cutsWords(text: string, span: Span, wanted: Wanted): boolean {
  const { pattern, offset, exact } = wanted;
  const start = isWordEdge(pattern, offset) && !isWordEdge(text, span.start);
  const end = isWordEdge(pattern, offset + exact.length) && !isWordEdge(text, span.end);
  return start || end;
}
