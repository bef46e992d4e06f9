import { chance, logOdds, SURE_NO, SURE_YES, withHead } from './detect';
import type { PageSignals, Reason, Signals } from './facts';
import { readAddress, settledByAddress } from './signals-address';
import { HEAD_WEIGHTS, SHAPE_WEIGHTS, type Weights } from './weights';

/** Reasons that are given. */
const MAX_REASONS = 8;

/** The weightiest first; what weighs nothing to speak of is left out. */
function reasonsOf(weights: Weights, signals: Signals): Reason[] {
  const own: Reason[] = [];
  for (const [signal, strength] of Object.entries(signals)) {
    const weight = Math.round((weights[signal] ?? 0) * strength * 100) / 100;
    if (Math.abs(weight) >= 0.1) own.push({ signal, weight });
  }
  return own.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/**
 * Says what speaks for and against a page being a news article, in log odds, the weightiest first, also where the
 * detector was sure earlier and did not look. For people who ask; the finding itself is `detectArticle`'s.
 */
export function explain({ head, shape }: PageSignals): Reason[] {
  const odds = logOdds(HEAD_WEIGHTS, head);
  const score = chance(odds);
  const unsure = score >= SURE_NO && score <= SURE_YES;
  return [
    ...(unsure ? reasonsOf(SHAPE_WEIGHTS, withHead({ ...shape }, odds)) : []),
    ...reasonsOf(HEAD_WEIGHTS, head),
  ].slice(0, MAX_REASONS);
}

/** The signal by which a page's address alone settled the finding; null if it did not. */
export function settledBy(address: string): string | null {
  const read = readAddress(address);
  return read === null ? 'address-not-web' : settledByAddress(read);
}
