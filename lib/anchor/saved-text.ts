import { normalise } from '../text/normalise';
import type { Span, TextIndex } from '../text/text-index';
import { wordsOf } from '../text/words';
import { contextAt } from './evidence';
import { plainPlaces } from './grams';
import type { Wanted } from './wanted';

/** What is known of the article as it was when its quotes were saved. All of it may be missing. */
export interface PageContext {
  /** The article's text then, as the snapshot keeps it. */
  readonly savedText?: string | null;
  /** Its number of words then. */
  readonly savedWordCount?: number | null;
}

/** The saved text made ready for questions about it. */
export interface SavedText {
  readonly text: string;
  readonly words: number | null;
}

export function prepareSaved(context: PageContext): SavedText {
  const text = normalise(context.savedText ?? '');
  return { text, words: context.savedWordCount ?? null };
}

/** Where the quote's exact words stood in the article when it was saved. */
export interface SavedPlaces {
  readonly count: number;
  /** Which of them was meant, counted from the start; null where their surroundings don't tell. */
  readonly rank: number | null;
}

/** Looks the quote up in the saved text; null where there is none or the quote isn't in it. */
export function savedPlaces(saved: SavedText, wanted: Wanted): SavedPlaces | null {
  if (saved.text === '') return null;
  const places = plainPlaces(saved.text, wanted.exact, 8);
  if (places.length === 0) return null;
  const meant = places.flatMap((start, i) => {
    const { left, right } = contextAt(saved.text, { start, end: start + wanted.exact.length }, wanted);
    return (left ?? 1) === 1 && (right ?? 1) === 1 ? [i] : [];
  });
  return { count: places.length, rank: meant.length === 1 ? (meant[0] ?? null) : null };
}

/**
 * Whether a passage that differs from the quote stood in the article already when the quote was saved, elsewhere than
 * the quote: then it is a lookalike and not what became of it.
 */
export function isOldRival(saved: SavedText, wanted: Wanted, index: TextIndex, span: Span): boolean {
  if (saved.text === '') return false;
  const own = plainPlaces(saved.text, wanted.exact, 8);
  if (own.length === 0) return false;
  const passage = index.text.slice(span.start, span.end);
  if (passage.length < 12) return false;
  return plainPlaces(saved.text, passage, 8).some((at) =>
    own.every((place) => at + passage.length <= place || at >= place + wanted.exact.length),
  );
}

/** How many places of the saved text are looked up to tell whether the article is there. */
const SAMPLES = 60;

/** The share of the saved text that is on the page, by a sample of its word sequences; null where too little is known. */
function survival(saved: SavedText, index: TextIndex): number | null {
  const words = wordsOf(saved.text);
  const run = 4;
  if (words.length < 20) return null;
  const step = Math.max(run, Math.floor(words.length / SAMPLES));
  let found = 0;
  let asked = 0;
  for (let at = 0; at + run <= words.length; at += step) {
    const start = words[at]?.start ?? 0;
    const end = words[at + run - 1]?.end ?? start;
    asked++;
    if (index.text.includes(saved.text.slice(start, end))) found++;
  }
  return asked === 0 ? null : found / asked;
}

/** Fewer words than this is no article. */
const NO_ARTICLE = 40;

/**
 * Whether the article was on the page at all, so that something can be concluded from a quote's absence. A login wall,
 * an empty shell, an error page or another article at the address shows little of the saved text; an article that is
 * cut short shows some of it and is much shorter. Without saved text only an empty page and one that holds none of
 * several quotes in far fewer words than before are recognised.
 */
export function articleWasThere(saved: SavedText, index: TextIndex, found: number, asked: number): boolean {
  const body = index.preferred ?? { start: 0, end: index.text.length };
  const survived = survival(saved, index);
  if (survived !== null) {
    const volume = (body.end - body.start) / saved.text.length;
    if (survived < 0.2) return false;
    return survived >= 0.6 || volume >= 0.6;
  }
  const words = wordsOf(index.text, body.start, Math.min(body.end, body.start + 100_000)).length;
  if (words < NO_ARTICLE && found === 0 && (saved.words ?? asked * 10) > words) return false;
  if (saved.words === null) return true;
  return found > 0 ? words >= saved.words * 0.4 : words >= saved.words * 0.6;
}
