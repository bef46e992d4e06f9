import { normalise } from '../text/normalise';
import type { Span, TextIndex } from '../text/text-index';
import { type Word, wordsOf } from '../text/words';
import { alignWords, tokensOf } from './align';
import { type Context, contextAt, shareFound } from './evidence';
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
  /** Where they begin in the saved text. */
  readonly starts: readonly number[];
  /** Which of them was meant, counted from the start; null where their surroundings don't tell. */
  readonly rank: number | null;
}

/** Looks the quote up in the saved text; null where there is none or the quote isn't in it. */
export function savedPlaces(saved: SavedText, wanted: Wanted): SavedPlaces | null {
  if (saved.text === '') return null;
  const places = plainPlaces(saved.text, wanted.exact, 8);
  if (places.length === 0) return null;
  const near = places.flatMap((start, i) => {
    const { left, right } = contextAt(saved.text, { start, end: start + wanted.exact.length }, wanted);
    return (left ?? 1) === 1 && (right ?? 1) === 1 ? [i] : [];
  });
  const exactly = near.filter((i) => {
    const start = (places[i] ?? 0) - wanted.offset;
    return start >= 0 && saved.text.startsWith(wanted.pattern, start);
  });
  const meant = exactly.length > 0 ? exactly : near;
  return { count: places.length, starts: places, rank: meant.length === 1 ? (meant[0] ?? null) : null };
}

/** Characters of the saved text on each side that are compared with the page. */
const WIDE = 360;

function shareThere(wanted: readonly Word[], page: readonly Word[]): number | null {
  if (wanted.length < 6) return null;
  const tokens = tokensOf(wanted);
  // Articles and prepositions line up anywhere.
  const telling = [...tokens.keys()].filter((i) => (tokens[i]?.weight ?? 0) >= 1);
  return telling.length === 0 ? null : shareFound(tokens, alignWords(tokens, tokensOf(page)), telling);
}

/** How well the neighbourhood of a passage agrees with that of a place in the saved text, several sentences far. */
function neighbourhood(saved: SavedText, place: Span, index: TextIndex, span: Span): Context {
  const { text } = saved;
  const page = index.text;
  const left = wordsOf(text, Math.max(0, place.start - WIDE), place.start);
  const right = wordsOf(text, place.end, Math.min(text.length, place.end + WIDE));
  const before = wordsOf(page, Math.max(0, span.start - WIDE * 1.5), span.start);
  const after = wordsOf(page, span.end, Math.min(page.length, span.end + WIDE * 1.5));
  return { left: shareThere(left, before), right: shareThere(right, after) };
}

/**
 * The agreement of a passage's neighbourhood with the quote's in the saved text: what was kept with the quote is a
 * line on each side, the saved text has the paragraphs around it. Null where the quote can't be placed there.
 */
export function wideContext(saved: SavedText, wanted: Wanted, index: TextIndex, span: Span): Context | null {
  const places = savedPlaces(saved, wanted);
  const start = places === null ? undefined : places.starts[places.count === 1 ? 0 : (places.rank ?? -1)];
  if (start === undefined) return null;
  return neighbourhood(saved, { start, end: start + wanted.exact.length }, index, span);
}

/**
 * Whether a place on the page that holds the quote's words is what became of another place of the saved text that
 * held them too.
 */
export function isOtherCopy(
  saved: SavedText,
  wanted: Wanted,
  before: SavedPlaces,
  index: TextIndex,
  span: Span,
): boolean {
  if (before.rank === null || before.count < 2) return false;
  const scores = before.starts.map((start) => {
    const { left, right } = neighbourhood(saved, { start, end: start + wanted.exact.length }, index, span);
    return (left ?? right ?? 0) + (right ?? left ?? 0);
  });
  const own = scores[before.rank] ?? 0;
  return Math.max(...scores) - own > 0.25;
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
