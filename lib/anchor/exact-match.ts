import type { Span, TextIndex } from '../text/text-index';
import { positionToSpan } from '../text/text-span';
import { contextAt, contextScores, cutsWords } from './evidence';
import { exactPlaces, type GramIndex, plainPlaces } from './grams';
import type { SavedPlaces } from './saved-text';
import type { Wanted } from './wanted';

/** A place where the quote's words stand unchanged. */
export interface ExactPlace {
  readonly span: Span;
  /** Agreement of the surroundings, 0 to 1: the better side, the worse one and the mean of both. */
  readonly best: number;
  readonly worst: number;
  readonly mean: number;
  /** How far from where it stood, in characters. */
  readonly distance: number;
}

/** What exact search has to say: a place, several that can't be told apart, or a doubtful one. */
export type ExactFinding =
  | { readonly kind: 'found'; readonly place: ExactPlace }
  | { readonly kind: 'ambiguous'; readonly places: readonly ExactPlace[] }
  | { readonly kind: 'doubtful'; readonly place: ExactPlace }
  | { readonly kind: 'none' };

/** More occurrences than this and the quote says nothing by itself. */
const MOST_PLACES = 64;

/** Step one: the words stand where they stood, between what they stood between. */
export function atExpectedPlace(index: TextIndex, wanted: Wanted): Span | null {
  const span = positionToSpan(index, wanted.selectors.position);
  if (span === null || span.end - span.start !== wanted.exact.length) return null;
  if (!index.text.startsWith(wanted.exact, span.start)) return null;
  const { left, right } = contextAt(index.text, span, wanted);
  return (left ?? 1) === 1 && (right ?? 1) === 1 ? span : null;
}

/** Where the quote was expected, as an offset into the index; null beyond the page. */
export function expectedOffset(index: TextIndex, wanted: Wanted): number | null {
  const { start } = wanted.selectors.position;
  return positionToSpan(index, { start, end: start + 1 })?.start ?? null;
}

/** Every place where the words stand unchanged, the one that fits best first. */
export function exactMatches(index: TextIndex, grams: GramIndex | null, wanted: Wanted): ExactPlace[] {
  const starts =
    grams === null ? plainPlaces(index.text, wanted.exact, MOST_PLACES) : exactPlaces(grams, wanted.exact, MOST_PLACES);
  const expected = expectedOffset(index, wanted) ?? index.text.length;
  const { preferred } = index;
  const places: ExactPlace[] = [];
  for (const start of starts) {
    const span = { start, end: start + wanted.exact.length };
    if (cutsWords(index.text, span, wanted)) continue;
    const { best, worst, mean } = contextScores(contextAt(index.text, span, wanted));
    const inside = preferred !== null && span.start >= preferred.start && span.end <= preferred.end;
    places.push({ span, best, worst, mean: inside ? mean + 0.05 : mean, distance: Math.abs(start - expected) });
  }
  return places.sort((a, b) => b.mean - a.mean || a.distance - b.distance);
}

/** How much better than the next the surroundings have to fit. */
const MARGIN = 0.12;

/** Long enough that the words don't stand there by chance. */
const TELLING = 40;

function judgeOnly(place: ExactPlace, wanted: Wanted, before: number | null): ExactFinding {
  if (place.best >= 0.4) return { kind: 'found', place };
  // One of several is gone, and nothing around says that this is the one that was meant.
  if (before !== null && before > 1) return { kind: 'doubtful', place };
  if (before === 1 && wanted.exact.length >= 12) return { kind: 'found', place };
  if (!wanted.weak && (wanted.exact.length >= TELLING || place.best >= 0.2)) return { kind: 'found', place };
  return { kind: 'doubtful', place };
}

/**
 * Steps two and three: one place, or the one whose surroundings agree. Where as many are left as there were, the one
 * that was meant keeps its rank among them.
 */
export function judgeExact(places: readonly ExactPlace[], wanted: Wanted, before: SavedPlaces | null): ExactFinding {
  const [first, second] = places;
  if (first === undefined) return { kind: 'none' };
  if (second === undefined) return judgeOnly(first, wanted, before?.count ?? null);
  if (first.best >= 0.5 && first.mean - second.mean >= MARGIN) return { kind: 'found', place: first };
  const same = before !== null && before.count === places.length;
  if (same && before.rank !== null) {
    const ranked = [...places].sort((a, b) => a.span.start - b.span.start)[before.rank];
    if (ranked !== undefined) return { kind: 'found', place: ranked };
  }
  const equals = places.filter((place) => first.mean - place.mean < MARGIN);
  if (first.best >= 0.5 || same) return { kind: 'ambiguous', places: equals };
  return { kind: 'doubtful', place: first };
}
