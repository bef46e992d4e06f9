import type { Span, TextIndex } from '../text/text-index';
import { type Candidate, candidateIn } from './candidate';
import { contextScores } from './evidence';
import { BIN, diagonals, type GramIndex } from './grams';
import { isLong, longCandidates } from './long-quote';
import { findApproximate } from './myers';
import { isOldRival, type SavedText, wideContext } from './saved-text';
import type { Wanted } from './wanted';

/** What approximate search has to say. */
export type ApproximateFinding =
  | { readonly kind: 'found'; readonly candidate: Candidate; readonly score: number }
  | { readonly kind: 'doubtful'; readonly candidate: Candidate; readonly score: number }
  | { readonly kind: 'none' };

/** Windows that are looked into. */
const MOST_WINDOWS = 6;

/** Places with less than this share of the best one's votes are chance. */
const WORTH_A_LOOK = 0.15;

/** The same where a good one, between its neighbours, was found already. */
const HARDLY_A_RIVAL = 0.4;

/** How much better than the next a match has to be. */
const MARGIN = 0.06;

/** So many words in a row are not there by chance. */
const TELLING_RUN = 12;

/** Less of a quote's letters than this and another passage stands in its place. */
const HALF = 0.5;

/** So many words with nothing but another ending or letter are the quote wherever they stand. */
const ENOUGH_WORDS = 6;

/** The most characters of a quote for the bit-parallel matcher; longer ones are told by their words. */
const MOST_PATTERN = 2_000;

function windowAt(index: TextIndex, wanted: Wanted, start: number, slack: number): Span {
  return {
    start: Math.max(0, start - slack),
    end: Math.min(index.text.length, start + wanted.pattern.length + slack + BIN),
  };
}

/** Characters around a likely place that are looked through first: a neighbour's length, enough where little came in. */
const NARROW = 64;

/**
 * What stands at a likely place. Where the quote is found between both of its neighbours close by, a wider look would
 * find the same: its time follows the square of the width.
 */
function candidateAt(index: TextIndex, wanted: Wanted, start: number): Candidate | null {
  const close = candidateIn(index, wanted, windowAt(index, wanted, start, NARROW), start, NARROW + BIN);
  if (close !== null && close.quality >= 0.75 && close.density >= 0.75 && contextScores(close.context).worst >= 0.75)
    return close;
  const slack = Math.round(Math.min(900, Math.max(240, wanted.exact.length * 0.6)));
  return candidateIn(index, wanted, reaching(index, wanted, windowAt(index, wanted, start, slack)));
}

/** How much further an end of the quote is looked for, and the characters on either side of it by which it is known. */
const FAR = 1_500;
const OUTSIDE = 20;
const INSIDE = 12;

/** A window made as long as it takes to hold the quote's beginning and end, where they stand beside their neighbours. */
function reaching({ text }: TextIndex, { pattern, offset, exact, prefix, suffix }: Wanted, { start, end }: Span): Span {
  const from = Math.max(0, start - FAR);
  const around = text.slice(from, end + FAR);
  const last = offset + exact.length;
  const head = around.lastIndexOf(pattern.slice(Math.max(0, offset - OUTSIDE), offset + INSIDE), end - from);
  const tail = around.indexOf(pattern.slice(last - INSIDE, last + OUTSIDE), start - from);
  return {
    start: head < 0 ? start : Math.max(0, Math.min(start, from + head - prefix.length)),
    end: tail < 0 ? end : Math.min(text.length, Math.max(end, from + tail + suffix.length + INSIDE)),
  };
}

/** One number to compare candidates by. */
export function scoreOf(candidate: Candidate): number {
  return candidate.quality * 0.6 + candidate.density * 0.1 + contextScores(candidate.context).mean * 0.3;
}

/** The share of wrong characters that is let pass without the surroundings' word; almost nothing for a short quote. */
function errorBound(length: number): number {
  if (length < 60) return length < 40 ? 0 : Math.floor(length / 15);
  return Math.floor(Math.min(length * 0.2, 12 + length * 0.12));
}

function withinBound(index: TextIndex, wanted: Wanted, { span }: Candidate): boolean {
  const bound = errorBound(wanted.exact.length);
  if (bound === 0 || wanted.exact.length > MOST_PATTERN) return false;
  const around = index.text.slice(Math.max(0, span.start - bound), span.end + bound);
  return findApproximate(wanted.exact.toLowerCase(), around.toLowerCase(), bound) !== null;
}

/**
 * Whether a candidate is what became of the quote. The less of the quote is left, the more its neighbours have to
 * agree; without neighbours it has to be long and nearly the same. A short quote needs its neighbours always.
 */
function acceptable(index: TextIndex, wanted: Wanted, candidate: Candidate): boolean {
  const { quality, density, context, intact } = candidate;
  const { best, worst } = contextScores(context);
  if (candidate.kept < HALF) return false;
  // All of it still stands between its neighbours: what was put in doesn't make it another.
  if (quality >= 0.85 && worst >= 0.6) return true;
  if (density < 0.3) return false;
  if (quality >= 0.45 && density >= 0.5 && worst >= 0.6) return true;
  if (wanted.weak) return (quality >= 0.6 && best >= 0.8) || (quality >= 0.5 && best >= 0.9 && worst >= 0.3);
  if (quality >= 0.5 && best >= 0.9 && density >= 0.7) return true;
  if (quality >= 0.6 && best >= 0.75) return true;
  if (quality >= 0.75 && best >= 0.4) return true;
  if (quality >= 0.4 && density >= 0.6 && intact >= TELLING_RUN) return true;
  if (candidate.respelt && wanted.to - wanted.from >= ENOUGH_WORDS) return true;
  return withinBound(index, wanted, candidate);
}

/**
 * What the saved text adds: the paragraphs around the quote. A passage among the same neighbours may have lost half of
 * its words; one that shares a line with the quote and nothing beyond is a lookalike, unless it is nearly the same.
 */
function confirmed(index: TextIndex, saved: SavedText, wanted: Wanted, candidate: Candidate): boolean {
  const near = acceptable(index, wanted, candidate);
  const { quality, density, intact } = candidate;
  if (near && (quality >= 0.85 || intact >= TELLING_RUN)) return true;
  if (!near && (quality < 0.4 || density < 0.4 || candidate.kept < HALF)) return false;
  const wide = wideContext(saved, wanted, index, candidate.span);
  if (wide === null) return near;
  const { best, worst } = contextScores(wide);
  if (near) return best >= 0.35;
  if (wanted.weak) return quality >= 0.5 && worst >= 0.5;
  // Half of the words are others, and one of the neighbouring lines is too: that is another sentence in the same place.
  const replaced = density < 0.7 && contextScores(candidate.context).worst < 0.3;
  return !replaced && worst >= 0.35 && best >= 0.45;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The windows' candidates, best first, each place once. */
function candidates(index: TextIndex, grams: GramIndex, wanted: Wanted): Candidate[] {
  const found: Candidate[] = [];
  const likely = diagonals(grams, wanted.pattern, MOST_WINDOWS);
  const likeliest = likely[0]?.votes ?? 0;
  let sure = false;
  for (const diagonal of likely) {
    // Nothing that is as good as what was found has so few runs of the quote and its neighbours.
    if (diagonal.votes < likeliest * (sure ? HARDLY_A_RIVAL : WORTH_A_LOOK)) break;
    const candidate = candidateAt(index, wanted, diagonal.start);
    if (candidate === null) continue;
    const same = found.findIndex((other) => overlaps(other.span, candidate.span));
    const other = found[same];
    if (other === undefined) found.push(candidate);
    else if (scoreOf(candidate) > scoreOf(other)) found[same] = candidate;
    const { mean, worst } = contextScores(candidate.context);
    if (candidate.quality >= 0.9 && mean >= 0.85) break;
    if (candidate.quality >= 0.75 && worst >= 0.6) sure = true;
  }
  return found.sort((a, b) => scoreOf(b) - scoreOf(a));
}

/** What the quote became between its neighbours, other than at a place that holds its words; null where nothing did. */
export function editedBesides(index: TextIndex, grams: GramIndex, wanted: Wanted, taken: Span): Candidate | null {
  if (isLong(wanted)) return null;
  for (const { start } of diagonals(grams, wanted.pattern, MOST_WINDOWS)) {
    const candidate = candidateAt(index, wanted, start);
    if (candidate === null || overlaps(candidate.span, taken)) continue;
    const { worst } = contextScores(candidate.context);
    if (worst >= 0.8 && candidate.quality >= 0.4 && candidate.density >= 0.4 && candidate.kept >= HALF)
      return candidate;
  }
  return null;
}

/** Step four and five: likely places by rare runs of characters, aligned word by word, then weighed against each other. */
export function findEdited(index: TextIndex, grams: GramIndex, saved: SavedText, wanted: Wanted): ApproximateFinding {
  const all = isLong(wanted) ? longCandidates(index, grams, wanted) : candidates(index, grams, wanted);
  const first = all[0];
  if (first === undefined) return { kind: 'none' };
  const rivals = new Set(all.filter(({ unchanged, span }) => !unchanged && isOldRival(saved, wanted, index, span)));
  const good = all.filter((candidate) => !rivals.has(candidate) && confirmed(index, saved, wanted, candidate));
  const [best, next] = good;
  if (best === undefined) {
    const doubtful = first.quality >= 0.5 && (!wanted.weak || contextScores(first.context).best >= 0.5);
    return doubtful ? { kind: 'doubtful', candidate: first, score: scoreOf(first) } : { kind: 'none' };
  }
  const clear = next === undefined || scoreOf(best) - scoreOf(next) >= MARGIN;
  return { kind: clear ? 'found' : 'doubtful', candidate: best, score: scoreOf(best) };
}
