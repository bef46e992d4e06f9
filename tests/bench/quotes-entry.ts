import { compareClaims, indexClaims } from '../../lib/claims/near-duplicates';
import { rateSentences } from '../../lib/claims/suggest';
import { findQuotations } from '../../lib/quotes/find-quotes';

/** Milliseconds of the fastest of a few runs, so that the machine's other work counts least. */
function fastest(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Runs the shipped modules inside the page; the bench calls these by name. */
const bench = {
  find: (texts: readonly string[]) =>
    texts.map((text) => findQuotations(text, null).filter((quotation) => quotation.kind === 'direct')),
  findAll: (texts: readonly { text: string; language: string }[]) =>
    texts.map(({ text, language }) => findQuotations(text, language)),
  time: (text: string) => ({
    quotations: fastest(5, () => findQuotations(text, null)),
    segmenter: fastest(5, () => [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].length),
  }),
  rateAll: (texts: readonly string[]) =>
    rateSentences(
      texts.map((text) => ({ start: 0, end: text.length, text })),
      'en',
    ).map((suggestion) => suggestion.worthiness),
  compareAll: (pairs: readonly { a: string; b: string }[]) => pairs.map(({ a, b }) => compareClaims(a, b)),
  timeIndex: (count: number) => {
    const claims = Array.from({ length: count }, (_, n) => ({
      text: `Report ${n}: district ${n % 97} spent ${n * 13} euros on ${['roads', 'schools', 'buses', 'parks'][n % 4]} in ${1990 + (n % 35)}`,
    }));
    const start = performance.now();
    const index = indexClaims(claims);
    const built = performance.now() - start;
    return { index: built, find: fastest(5, () => index.find('District 12 spent 1300 euros on schools in 2001')) };
  },
};

declare global {
  var pressmarkBench: typeof bench | undefined;
}

globalThis.pressmarkBench = bench;
