import type { Span, TextIndex } from '../text/text-index';
import { type Candidate, candidateIn } from './candidate';
import { diagonals, type GramIndex } from './grams';
import { prepareQuote, type Wanted } from './wanted';

/** More words than this are not aligned word by word: the matrix grows with their square. */
const LONG_QUOTE = 400;

/** Words at each end by which a long quote is found. */
const END_WORDS = 60;

/** Runs of the quote that are looked up to tell how much of it stands between the ends. */
const SAMPLES = 64;
const SAMPLE_LENGTH = 24;

/** Whether a quote is too long to be aligned as a whole. */
export function isLong(wanted: Wanted): boolean {
  return wanted.to - wanted.from > LONG_QUOTE;
}

function part(wanted: Wanted, exact: string, prefix: string, suffix: string): Wanted {
  return prepareQuote({
    id: wanted.id,
    selectors: { quote: { exact, prefix, suffix }, position: wanted.selectors.position },
  });
}

function ends(wanted: Wanted): { head: Wanted; tail: Wanted } {
  const { exact, offset, words, from, to } = wanted;
  const headEnd = (words[from + END_WORDS]?.start ?? 0) - offset;
  const tailStart = (words[to - END_WORDS]?.start ?? 0) - offset;
  return {
    head: part(wanted, exact.slice(0, headEnd), wanted.prefix, exact.slice(headEnd, headEnd + 64)),
    tail: part(wanted, exact.slice(tailStart), exact.slice(Math.max(0, tailStart - 64), tailStart), wanted.suffix),
  };
}

function placesOf(index: TextIndex, grams: GramIndex, wanted: Wanted): Candidate[] {
  const slack = 600;
  return diagonals(grams, wanted.pattern, 4).flatMap(({ start }) => {
    const window = { start: Math.max(0, start - slack), end: start + wanted.pattern.length + slack };
    const candidate = candidateIn(index, wanted, window);
    return candidate !== null && candidate.quality >= 0.5 ? [candidate] : [];
  });
}

function shareOf(index: TextIndex, wanted: Wanted, span: Span): number {
  const passage = index.text.slice(span.start, span.end);
  const step = Math.max(1, Math.floor((wanted.exact.length - SAMPLE_LENGTH) / SAMPLES));
  let found = 0;
  for (let i = 0; i < SAMPLES; i++) {
    if (passage.includes(wanted.exact.slice(i * step, i * step + SAMPLE_LENGTH))) found++;
  }
  return found / SAMPLES;
}

/** What may have become of a long quote: from where its first words stand to where its last do, best first. */
export function longCandidates(index: TextIndex, grams: GramIndex, wanted: Wanted): Candidate[] {
  const { head, tail } = ends(wanted);
  const tails = placesOf(index, grams, tail);
  const found: Candidate[] = [];
  for (const first of placesOf(index, grams, head)) {
    for (const last of tails) {
      const span = { start: first.span.start, end: last.span.end };
      const ratio = (span.end - span.start) / wanted.exact.length;
      if (last.span.start < first.span.end || ratio < 0.5 || ratio > 2) continue;
      const context = { left: first.context.left, right: last.context.right };
      const density = Math.min(1, 1 / ratio);
      const quality = shareOf(index, wanted, span);
      found.push({
        span,
        quality,
        density,
        context,
        kept: quality,
        respelt: false,
        intact: first.intact,
        unchanged: false,
      });
    }
  }
  return found.sort((a, b) => b.quality - a.quality).slice(0, 2);
}
