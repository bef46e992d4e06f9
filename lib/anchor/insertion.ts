import type { Span, TextIndex } from '../text/text-index';
import { type Word, wordsOf } from '../text/words';
import type { Wanted } from './wanted';

/** More inserted characters than this over the end of a block, or within one, are more than a rewording. */
const MOST_OVER_BLOCKS = 45;
const MOST_WITHIN_BLOCK = 80;

/** Characters on each side of an insertion that tell what the text is about there, and letters of a word that do. */
const NEIGHBOURHOOD = 1_500;
const STEM = 5;

/** The share of an insertion's longer words that stand around it too, where both are about the same thing. */
const SAME_MATTER = 0.2;
/** The same where more came in than the quote is long. */
const MUCH_THE_SAME = 0.35;

/** The characters that words take up, a space each included. */
export function lengthOf(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.end - word.start + 1, 0);
}

/**
 * Whether what came in between two words of the quote parts them: much text that is of another matter or longer than the
 * quote. `dropped` characters of the quote stood there; a `framed` quote still stands between its neighbours, so that
 * even a long addition is inside it.
 */
export function isTorn(
  index: TextIndex,
  wanted: Wanted,
  page: readonly Word[],
  [before, after]: [number, number],
  dropped: number,
  framed: boolean,
): boolean {
  const start = page[before]?.end ?? 0;
  const end = page[after]?.start ?? 0;
  if (end - start - dropped < MOST_OVER_BLOCKS) return false;
  const between = wordsWithoutFurniture(index, page.slice(before + 1, after), { start, end: end + 1 });
  const inserted = lengthOf(between) - dropped;
  const much = inserted >= MOST_WITHIN_BLOCK;
  if (!much && (inserted < MOST_OVER_BLOCKS || !blockStartsWithin(index, start, end))) return false;
  const longer = inserted >= wanted.exact.length;
  if (longer && !framed) return true;
  return sharedMatter(index, wanted, between, { start, end }) < (longer ? MUCH_THE_SAME : SAME_MATTER);
}

/**
 * How much inserted words are about the same thing as what stands around them, 0 to 1: a sentence that an editor added
 * says some of the words again, a teaser for another story doesn't.
 */
function sharedMatter(index: TextIndex, wanted: Wanted, inserted: readonly Word[], { start, end }: Span): number {
  const stems = stemsOf(inserted);
  if (stems.length === 0) return 0;
  const { text } = index;
  const around = new Set([
    ...stemsOf(wanted.words),
    ...stemsOf(wordsOf(text, Math.max(0, start - NEIGHBOURHOOD), start)),
    ...stemsOf(wordsOf(text, end, Math.min(text.length, end + NEIGHBOURHOOD))),
  ]);
  return stems.filter((stem) => around.has(stem)).length / stems.length;
}

/** The first letters of the words that are long enough to say what a text is about. */
function stemsOf(words: readonly Word[]): string[] {
  return words.filter(({ text }) => text.length >= STEM).map(({ text }) => text.slice(0, STEM).toLowerCase());
}

/** Whether a block of the page begins at an offset between these two, both included. */
export function blockStartsWithin(index: TextIndex, start: number, end: number): boolean {
  const { blocks } = index;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (blocks[low] ?? Number.POSITIVE_INFINITY) <= end;
}

/** What the template put inside a span. */
function furnitureIn(index: TextIndex, { start, end }: Span): Span[] {
  return index.furniture.filter((part) => part.start > start && part.end < end);
}

/** The words of a span but for those that the template put inside it. */
export function wordsWithoutFurniture(index: TextIndex, words: readonly Word[], span: Span): readonly Word[] {
  const inside = furnitureIn(index, span);
  if (inside.length === 0) return words;
  return words.filter((word) => inside.every((part) => word.start < part.start || word.end > part.end));
}

/** Whether nothing but spaces and what the template put inside tells a span from a text. */
export function readsAs(index: TextIndex, span: Span, text: string): boolean {
  let rest = '';
  let { end } = span;
  for (const part of furnitureIn(index, span).reverse()) {
    // One that lies in another was left out with it.
    if (part.end > end) continue;
    rest = index.text.slice(part.end, end) + rest;
    end = part.start;
  }
  rest = index.text.slice(span.start, end) + rest;
  return rest.replaceAll(' ', '') === text.replaceAll(' ', '');
}
