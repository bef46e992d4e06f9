import type { Span, TextIndex } from '../text/text-index';
import { type Word, wordsOf } from '../text/words';
import { alignWords, type Pairing, type Token, tokensOf } from './align';
import { type Context, nearness } from './evidence';
import type { Wanted } from './wanted';

/** A passage of the page that may be what became of a quote. */
export interface Candidate {
  readonly span: Span;
  /** The share of the quote's words that stand there, by weight. */
  readonly quality: number;
  /** The share of the passage's words that are the quote's, by weight. */
  readonly density: number;
  readonly context: Context;
  /** The most words in a row that stand there as they stood in the quote. */
  readonly intact: number;
  /** Word for word the same, what the template put in between aside. */
  readonly sameWords: boolean;
}

/** The page words that belong to the quote: from the first to the one after the last. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

/** More inserted characters than this over the end of a block, or within one, are more than a rewording. */
const MOST_OVER_BLOCKS = 45;
const MOST_WITHIN_BLOCK = 80;

/** Characters on each side of an insertion that tell what the text is about there, and letters of a word that do. */
const NEIGHBOURHOOD = 1_500;
const STEM = 5;

/** The share of an insertion's longer words that stand around it too, where both are about the same thing. */
const SAME_MATTER = 0.2;

/**
 * The stretches of the quote that stand together on the page. They are cut where much came in between that is of
 * another matter or longer than the quote: another story, or the way to where the quote's end was moved. What the
 * template puts between paragraphs doesn't cut, nor does a sentence that was added on the same matter.
 */
function stretches(index: TextIndex, wanted: Wanted, page: readonly Word[], at: Int32Array): Extent[] {
  const found: Extent[] = [];
  let from = -1;
  let last = -1;
  let lastWord = -1;
  for (let i = wanted.from; i < wanted.to; i++) {
    const place = at[i] ?? -1;
    if (place < 0) continue;
    if (from < 0) from = i;
    else if (isTorn(index, wanted, page, [last, place], lengthOf(wanted.words.slice(lastWord + 1, i)))) {
      found.push({ from, to: lastWord + 1 });
      from = i;
    }
    last = place;
    lastWord = i;
  }
  if (from >= 0) found.push({ from, to: lastWord + 1 });
  return found;
}

function lengthOf(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.end - word.start + 1, 0);
}

function isTorn(
  index: TextIndex,
  wanted: Wanted,
  page: readonly Word[],
  [before, after]: [number, number],
  dropped: number,
): boolean {
  const start = page[before]?.end ?? 0;
  const end = page[after]?.start ?? 0;
  if (end - start - dropped < MOST_OVER_BLOCKS) return false;
  const between = wordsWithoutFurniture(index, page.slice(before + 1, after), { start, end: end + 1 });
  const inserted = lengthOf(between) - dropped;
  const much = inserted >= MOST_WITHIN_BLOCK;
  if (!much && (inserted < MOST_OVER_BLOCKS || !blockStartsWithin(index, start, end))) return false;
  return inserted >= wanted.exact.length || !isOnTheMatter(index, wanted, between, { start, end });
}

/**
 * Whether inserted words are about the same thing as what stands around them: a sentence that an editor added says some
 * of the words again, a teaser for another story doesn't.
 */
function isOnTheMatter(index: TextIndex, wanted: Wanted, inserted: readonly Word[], { start, end }: Span): boolean {
  const stems = stemsOf(inserted);
  if (stems.length === 0) return false;
  const { text } = index;
  const around = new Set([
    ...stemsOf(wanted.words),
    ...stemsOf(wordsOf(text, Math.max(0, start - NEIGHBOURHOOD), start)),
    ...stemsOf(wordsOf(text, end, Math.min(text.length, end + NEIGHBOURHOOD))),
  ]);
  return stems.filter((stem) => around.has(stem)).length >= stems.length * SAME_MATTER;
}

/** The first letters of the words that are long enough to say what a text is about. */
function stemsOf(words: readonly Word[]): string[] {
  return words.filter(({ text }) => text.length >= STEM).map(({ text }) => text.slice(0, STEM).toLowerCase());
}

function blockStartsWithin(index: TextIndex, start: number, end: number): boolean {
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

function weightIn(wanted: Wanted, at: Int32Array, { from, to }: Extent): number {
  let weight = 0;
  for (let i = from; i < to; i++) if ((at[i] ?? -1) >= 0) weight += wanted.tokens[i]?.weight ?? 0;
  return weight;
}

/**
 * The extent that corresponds to the quote: from its first word that is still there to its last, of the heaviest
 * stretch, with the words that were put in the place of its first and last ones where the neighbours tell.
 */
function extentOf(index: TextIndex, wanted: Wanted, page: readonly Word[], at: Int32Array): Extent | null {
  const parts = stretches(index, wanted, page, at);
  const weights = parts.map((part) => weightIn(wanted, at, part));
  const heaviest = parts[weights.indexOf(Math.max(...weights))];
  if (heaviest === undefined) return null;
  const from = at[heaviest.from] ?? 0;
  const to = (at[heaviest.to - 1] ?? 0) + 1;
  return {
    from: from - replacedBefore(index, wanted, page, at, heaviest.from),
    to: to + replacedAfter(index, wanted, page, at, heaviest.to),
  };
}

/** So many words at an end of the quote may have been replaced and still be told from its neighbours. */
const MOST_REPLACED = 2;

/** Words that stand where the quote's first ones did: between the last word before the quote and its first that is left. */
function replacedBefore(
  index: TextIndex,
  wanted: Wanted,
  page: readonly Word[],
  at: Int32Array,
  first: number,
): number {
  const gone = first - wanted.from;
  const place = at[first] ?? -1;
  if (gone === 0 || gone > MOST_REPLACED || place < 0 || wanted.from === 0) return 0;
  const neighbour = at[wanted.from - 1] ?? -1;
  if (neighbour < 0) return 0;
  const stood = place - neighbour - 1;
  return stood > 0 && stood <= gone + 1 && inOneBlock(index, page, neighbour + 1, place) ? stood : 0;
}

/** The same at its end. */
function replacedAfter(index: TextIndex, wanted: Wanted, page: readonly Word[], at: Int32Array, end: number): number {
  const gone = wanted.to - end;
  const place = at[end - 1] ?? -1;
  if (gone === 0 || gone > MOST_REPLACED || place < 0 || wanted.to === wanted.words.length) return 0;
  const neighbour = at[wanted.to] ?? -1;
  if (neighbour < 0) return 0;
  const stood = neighbour - place - 1;
  return stood > 0 && stood <= gone + 1 && inOneBlock(index, page, place, neighbour - 1) ? stood : 0;
}

function inOneBlock(index: TextIndex, page: readonly Word[], from: number, to: number): boolean {
  return !blockStartsWithin(index, (page[from]?.start ?? 0) + 1, page[to]?.start ?? 0);
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

const PUNCTUATION = /[^\p{L}\p{N}\p{M}\s]/u;

/** Takes in the punctuation that the quote had at its end, or whatever mark stands there in its place. */
function withTail(text: string, end: number, tail: string): number {
  let at = end;
  for (const mark of tail) {
    if (mark === ' ') continue;
    const next = text.charAt(at) === ' ' ? at + 1 : at;
    if (text.startsWith(mark, next)) at = next + mark.length;
    else if (at === end && PUNCTUATION.test(text.charAt(at))) return at + 1;
    else break;
  }
  return at;
}

function withHead(text: string, start: number, head: string): number {
  let at = start;
  for (const mark of [...head].reverse()) {
    if (mark === ' ') continue;
    const before = text.charAt(at - 1) === ' ' ? at - 1 : at;
    if (before >= mark.length && text.startsWith(mark, before - mark.length)) at = before - mark.length;
    else break;
  }
  return at;
}

function spanOf(text: string, words: readonly Word[], extent: Extent, wanted: Wanted): Span {
  const { pattern, offset, exact } = wanted;
  const firstWord = wanted.words[wanted.from];
  const lastWord = wanted.words[wanted.to - 1];
  const head = firstWord === undefined ? '' : pattern.slice(offset, firstWord.start);
  const tail = lastWord === undefined ? '' : pattern.slice(lastWord.end, offset + exact.length);
  const start = words[extent.from]?.start ?? 0;
  const end = words[extent.to - 1]?.end ?? start;
  return { start: withHead(text, start, head), end: withTail(text, end, tail) };
}

/** The words of a span but for those that the template put inside it. */
export function wordsWithoutFurniture(index: TextIndex, words: readonly Word[], span: Span): Word[] {
  const inside = index.furniture.filter((part) => part.start > span.start && part.end < span.end);
  if (inside.length === 0) return [...words];
  return words.filter((word) => inside.every((part) => word.start < part.start || word.end > part.end));
}

/** What stands in a window of the page for a quote; null where not one of its words does. */
export function candidateIn(index: TextIndex, wanted: Wanted, window: Span): Candidate | null {
  const page = wordsOf(index.text, window.start, window.end);
  const tokens = tokensOf(page);
  const pairing = alignWords(wanted.tokens, tokens);
  const extent = extentOf(index, wanted, page, pairing.at);
  if (extent === null) return null;
  const span = spanOf(index.text, page, extent, wanted);
  const own = wordsWithoutFurniture(index, page.slice(extent.from, extent.to), span);
  const quoteWords = wanted.words.slice(wanted.from, wanted.to);
  const sameWords = own.length === quoteWords.length && own.every((word, i) => word.text === quoteWords[i]?.text);
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
    context: { left: side(wanted, pairing, -1), right: side(wanted, pairing, 1) },
    intact: intactRun(wanted, pairing),
    sameWords,
  };
}
