import type { SightingStatus } from '../model/vocabulary';
import type { Span, TextIndex } from '../text/text-index';
import { readSpan, spanToRange } from '../text/text-span';
import { editedBesides, findEdited } from './approximate';
import { contextScores } from './evidence';
import { atExpectedPlace, type ExactPlace, exactMatches, expectedOffset, judgeExact } from './exact-match';
import { buildGrams, type GramIndex } from './grams';
import { longestAscending } from './order';
import {
  articleWasThere,
  isOtherCopy,
  type PageContext,
  prepareSaved,
  type SavedText,
  savedPlaces,
} from './saved-text';
import { runInSlices, type SliceOptions } from './slices';
import { prepareQuote, type QuoteToLocate, type Wanted } from './wanted';

/** What became of a quote on this page. */
export interface Located {
  readonly id: string;
  readonly status: SightingStatus;
  /** Where it stands in the index; for `uncertain` the place of the lookalike, null where there is none. */
  readonly span: Span | null;
  /** The same as a live range; only for what is to be drawn. */
  readonly range: Range | null;
  /** The words that stand there now where they differ, or those of the lookalike; null otherwise. */
  readonly foundText: string | null;
  /** How sure, 0 to 1; comparable within one page only. */
  readonly score: number;
}

/** One of several places for a quote. */
interface Option {
  readonly status: SightingStatus;
  readonly span: Span;
  readonly score: number;
  readonly context: number;
  readonly distance: number;
}

/** A quote's state between the passes. */
interface Draft {
  readonly wanted: Wanted;
  status: SightingStatus;
  span: Span | null;
  score: number;
  /** Agreement of the surroundings. */
  context: number;
  /** So much of the quote is left that it is known without them. */
  telling: boolean;
  /** Equal places among which order and distance decide. */
  places: readonly Option[];
}

/** So many words in a row, in a passage that is mostly the same, aren't there by chance. */
const TELLING_RUN = 6;

/** More text than this and exact search goes through the index of runs, if there are several quotes. */
const LARGE_PAGE = 60_000;
const MANY_QUOTES = 20;

function draftOf(wanted: Wanted): Draft {
  return { wanted, status: 'missing', span: null, score: 0, context: 0, telling: false, places: [] };
}

function settle(draft: Draft, status: SightingStatus, span: Span, score: number, context: number): void {
  draft.status = status;
  draft.span = span;
  draft.score = score;
  draft.context = context;
}

function optionOf(place: ExactPlace): Option {
  const { span, best, mean, distance } = place;
  return { status: 'unchanged', span, score: 0.5 + mean / 2, context: best, distance };
}

/** The exact pass; true where nothing more is to be looked for. */
function locateExact(draft: Draft, index: TextIndex, grams: GramIndex | null, saved: SavedText): boolean {
  const { wanted } = draft;
  const places = exactMatches(index, grams, wanted);
  const before = savedPlaces(saved, wanted);
  const finding = judgeExact(places, wanted, before);
  if (finding.kind === 'none') return false;
  if (finding.kind === 'ambiguous') {
    draft.places = finding.places.map(optionOf);
    const [first] = draft.places;
    if (first !== undefined) settle(draft, 'uncertain', first.span, 0.5, first.context);
    return true;
  }
  const { span, best, worst, mean } = finding.place;
  const fewer = before !== null && before.count > places.length;
  const other = fewer && isOtherCopy(saved, wanted, before, index, span);
  const found = finding.kind === 'found' && !other;
  settle(draft, found ? 'unchanged' : 'uncertain', span, 0.5 + mean / 2, best);
  if (!found) return false;
  // Of several copies (a pull quote, a standfirst) one is gone: it may be the one that was meant, edited.
  if (!fewer || (worst >= 0.9 && wanted.weak)) return true;
  draft.places = [optionOf(finding.place)];
  return false;
}

function locateEdited(draft: Draft, index: TextIndex, grams: GramIndex, saved: SavedText): void {
  const finding = findEdited(index, grams, saved, draft.wanted);
  if (finding.kind === 'none') return;
  const { candidate, score } = finding;
  if (finding.kind === 'doubtful') {
    if (draft.span === null) settle(draft, 'uncertain', candidate.span, score, 0);
    return;
  }
  const { best, worst } = contextScores(candidate.context);
  const status = candidate.unchanged ? 'unchanged' : 'edited';
  // The same words stand elsewhere, out of context: only an edited passage between both neighbours overrules them.
  if (draft.span !== null && worst < 0.6) return;
  if (draft.places.length > 0) {
    const expected = expectedOffset(index, draft.wanted) ?? index.text.length;
    const distance = Math.abs(candidate.span.start - expected);
    draft.places = [...draft.places, { status, span: candidate.span, score, context: best, distance }];
  } else {
    settle(draft, status, candidate.span, score, best);
    draft.telling = !draft.wanted.weak && candidate.quality >= 0.75 && candidate.intact >= TELLING_RUN;
  }
}

function bySavedPlace(a: Draft, b: Draft): number {
  return a.wanted.selectors.position.start - b.wanted.selectors.position.start;
}

function isInFurniture(index: TextIndex, span: Span): boolean {
  return index.furniture.some((part) => part.start <= span.start && part.end >= span.end);
}

/** Equal places: the one that keeps its distance from the neighbours that were found, if it is clearly the nearest. */
function settleAmbiguous(drafts: readonly Draft[], index: TextIndex): void {
  const sure = drafts.filter(
    ({ status, span, places }) => status === 'unchanged' && span !== null && places.length < 2,
  );
  const found = [...sure].sort(bySavedPlace);
  for (const draft of drafts) {
    if (draft.places.length < 2) continue;
    const saved = draft.wanted.selectors.position.start;
    const gap = (other: Draft): number => Math.abs(other.wanted.selectors.position.start - saved);
    const nearest = found.reduce<Draft | null>((best, other) => (!best || gap(other) < gap(best) ? other : best), null);
    const shift = (place: Option): number =>
      nearest?.span
        ? Math.abs(place.span.start - nearest.span.start - (saved - nearest.wanted.selectors.position.start))
        : place.distance;
    const [first, second] = [...draft.places].sort((a, b) => shift(a) - shift(b));
    if (first === undefined) continue;
    if (second === undefined || shift(first) * 2 + 20 < shift(second)) {
      settle(draft, first.status, first.span, first.score, first.context);
      continue;
    }
    // Unclear between the words as they were and an edited copy: the words as they were, unless in a pull quote.
    const exact = draft.places.find((place) => place.status === 'unchanged' && place.context >= 0.9);
    const edited = draft.places.some((place) => place.status === 'edited');
    const keep = exact !== undefined && edited && !isInFurniture(index, exact.span);
    const { status, span, score, context } = keep ? exact : { ...first, status: 'uncertain' as const };
    settle(draft, status, span, score, context);
  }
}

/**
 * The same words out of order may be a copy: a pull quote, a caption. Where an edited passage stands in order between
 * the quote's neighbours, that is what became of it.
 */
function* preferInOrder(drafts: readonly Draft[], index: TextIndex, grams: () => Generator<undefined, GramIndex>) {
  const drawn = drafts.filter(({ status, span }) => span !== null && status !== 'uncertain').sort(bySavedPlace);
  const kept = longestAscending(drawn.map((draft) => draft.span?.start ?? 0));
  for (const [i, draft] of drawn.entries()) {
    if (kept.has(i) || draft.status !== 'unchanged' || draft.span === null) continue;
    const before = drawn.findLast((_, at) => at < i && kept.has(at))?.span?.start ?? 0;
    const after = drawn.find((_, at) => at > i && kept.has(at))?.span?.start ?? index.text.length;
    const candidate = editedBesides(index, yield* grams(), draft.wanted, draft.span);
    if (candidate !== null && candidate.span.start >= before && candidate.span.start <= after)
      settle(draft, 'edited', candidate.span, 1, contextScores(candidate.context).best);
    yield;
  }
}

/** What stands out of order was moved; an edited passage out of order that its neighbours don't confirm is doubtful. */
function checkOrder(drafts: readonly Draft[]): void {
  const drawn = drafts.filter(({ status, span }) => span !== null && status !== 'uncertain').sort(bySavedPlace);
  const kept = longestAscending(drawn.map((draft) => draft.span?.start ?? 0));
  drawn.forEach((draft, i) => {
    if (kept.has(i)) return;
    if (draft.status === 'unchanged') draft.status = 'moved';
    else if (draft.status === 'edited' && draft.context < 0.6 && !draft.telling) draft.status = 'uncertain';
  });
}

function finish(draft: Draft, index: TextIndex, there: boolean): Located {
  const { wanted, span } = draft;
  const status = draft.status === 'missing' && !there ? 'unseen' : draft.status;
  const drawn = status === 'unchanged' || status === 'moved' || status === 'edited';
  const range = drawn && span !== null ? spanToRange(index, span) : null;
  const differs = status === 'edited' || status === 'uncertain';
  const foundText = differs && span !== null ? readSpan(index, span) : null;
  return { id: wanted.id, status, span, range, foundText, score: Math.min(1, draft.score) };
}

/**
 * Finds quotes on a page, one after the other; a generator, so that the caller can stop after each `yield` and let the
 * page breathe. Cheapest first: where it stood, exactly elsewhere, then what became of it. Never throws on any input.
 */
export function* locateSteps(
  index: TextIndex,
  quotes: readonly QuoteToLocate[],
  context: PageContext = {},
): Generator<undefined, Located[]> {
  const saved = prepareSaved(context);
  const drafts: Draft[] = [];
  const rest: Draft[] = [];
  for (const quote of quotes) {
    const draft = draftOf(prepareQuote(quote));
    drafts.push(draft);
    if (draft.wanted.exact === '') continue;
    const span = atExpectedPlace(index, draft.wanted);
    if (span !== null) settle(draft, 'unchanged', span, 1, 1);
    else rest.push(draft);
    yield;
  }
  let grams: GramIndex | null = null;
  if (rest.length > MANY_QUOTES && index.text.length > LARGE_PAGE) grams = yield* buildGrams(index.text);
  for (const draft of rest) {
    if (!locateExact(draft, index, grams, saved)) {
      grams ??= yield* buildGrams(index.text);
      locateEdited(draft, index, grams, saved);
    }
    yield;
  }
  settleAmbiguous(drafts, index);
  yield* preferInOrder(drafts, index, function* () {
    grams ??= yield* buildGrams(index.text);
    return grams;
  });
  checkOrder(drafts);
  const found = drafts.filter(({ status }) => status !== 'missing' && status !== 'uncertain').length;
  const there = found === drafts.length || articleWasThere(saved, index, found, drafts.length);
  const located: Located[] = [];
  for (const draft of drafts) {
    located.push(finish(draft, index, there));
    yield;
  }
  return located;
}

/** The same in tasks of a few milliseconds each; null where the signal ended it. */
export function locateInSlices(
  index: TextIndex,
  quotes: readonly QuoteToLocate[],
  context: PageContext = {},
  options: SliceOptions = {},
): Promise<Located[] | null> {
  return runInSlices(locateSteps(index, quotes, context), options);
}

/** All quotes in one go. */
export function locateQuotes(index: TextIndex, quotes: readonly QuoteToLocate[], context: PageContext = {}): Located[] {
  const steps = locateSteps(index, quotes, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
