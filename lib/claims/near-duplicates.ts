import { type ClaimSignature, readClaim } from './normalise';

/** What makes two claims with much the same words different claims. */
export type ClaimDifference = 'number' | 'negation' | 'speaker';

export interface ClaimComparison {
  /** How much of their wording two claims share, 0 to 1. */
  readonly similarity: number;
  /** Worded enough alike to be called the same claim, and nothing in `differs`. */
  readonly same: boolean;
  /** Shown beside each other, the same or not; with little wording in common only where they share a figure. */
  readonly alike: boolean;
  readonly differs: readonly ClaimDifference[];
}

/** A claim as far as it is compared; `claimant` is who made it, where the text does not say. */
export interface ComparableClaim {
  readonly text: string;
  readonly claimant?: string | null;
}

export interface NearDuplicate<C extends ComparableClaim> extends ClaimComparison {
  readonly claim: C;
}

/** Above this share of common wording two claims are shown beside each other. */
export const ALIKE = 0.42;
/** The same for claims that share a figure: whoever words it anew keeps that. */
const ALIKE_BY_FIGURE = 0.28;
const CANDIDATES = 60;
const KEY_LENGTH = 4;

/** Compares two claims: a changed number, a negation or another speaker makes another claim. Never throws. */
export function compareClaims(a: string | ComparableClaim, b: string | ComparableClaim): ClaimComparison {
  return compareSignatures(signatureOf(a), signatureOf(b));
}

/**
 * The claims among `claims` that say nearly the same as a text, most alike first, those that differ in a number,
 * a negation or their speaker included and marked. For many look-ups build the index once with `indexClaims`.
 */
export function findNearDuplicates<C extends ComparableClaim>(
  text: string | ComparableClaim,
  claims: readonly C[],
): NearDuplicate<C>[] {
  return indexClaims(claims).find(text);
}

/** An index over claims whose look-ups compare only those that share words. */
export interface ClaimIndex<C extends ComparableClaim> {
  find(text: string | ComparableClaim): NearDuplicate<C>[];
}

/** Builds an index in time linear in the claims' length. */
export function indexClaims<C extends ComparableClaim>(claims: readonly C[]): ClaimIndex<C> {
  const index = growingIndex<C>();
  index.add(claims);
  return index;
}

/** An index that claims are added to in portions, so that many thousand don't hold a page up. */
export function growingIndex<C extends ComparableClaim>(): ClaimIndex<C> & { add(more: readonly C[]): void } {
  const claims: C[] = [];
  const signatures = new Map<number, ClaimSignature>();
  const byKey = new Map<string, number[]>();
  const add = (claim: C): void => {
    const index = claims.push(claim) - 1;
    const signature = signatureOf(claim);
    signatures.set(index, signature);
    for (const key of keysOf(signature)) {
      const holders = byKey.get(key);
      if (holders) holders.push(index);
      else byKey.set(key, [index]);
    }
  };
  return {
    add: (more) => {
      for (const claim of more) add(claim);
    },
    find: (text) => lookUp(signatureOf(text), claims, signatures, byKey),
  };
}

function lookUp<C extends ComparableClaim>(
  wanted: ClaimSignature,
  claims: readonly C[],
  signatures: ReadonlyMap<number, ClaimSignature>,
  byKey: ReadonlyMap<string, readonly number[]>,
): NearDuplicate<C>[] {
  const shared = new Map<number, number>();
  for (const key of keysOf(wanted)) {
    const holders = byKey.get(key) ?? [];
    // A rare word says more than one that half of the claims share.
    const weight = Math.log(1 + claims.length / (1 + holders.length));
    for (const index of holders) shared.set(index, (shared.get(index) ?? 0) + weight);
  }
  const candidates = [...shared].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES);
  const found: NearDuplicate<C>[] = [];
  for (const [index] of candidates) {
    const claim = claims[index];
    const signature = signatures.get(index);
    if (!claim || !signature) continue;
    const comparison = compareSignatures(wanted, signature);
    if (comparison.alike) found.push({ ...comparison, claim });
  }
  return found.sort((a, b) => b.similarity - a.similarity);
}

const signatureOf = (claim: string | ComparableClaim): ClaimSignature =>
  typeof claim === 'string' ? readClaim(claim) : readClaim(claim.text, claim.claimant ?? null);

const keysOf = (signature: ClaimSignature): Set<string> =>
  new Set([...signature.stems].map((stem) => stem.slice(0, KEY_LENGTH)));

function compareSignatures(a: ClaimSignature, b: ClaimSignature): ClaimComparison {
  const similarity = Math.round(500 * (dice(a.stems, b.stems) + dice(a.trigrams, b.trigrams))) / 1000;
  const differs: ClaimDifference[] = [];
  if (numbersDiffer(a.numbers, b.numbers)) differs.push('number');
  if (a.negated !== b.negated || a.direction * b.direction < 0) differs.push('negation');
  if (a.speaker !== null && b.speaker !== null && a.speaker !== b.speaker) differs.push('speaker');
  const alike = similarity >= (sharesFigure(a.numbers, b.numbers) ? ALIKE_BY_FIGURE : ALIKE);
  return { similarity, alike, same: similarity >= ALIKE && differs.length === 0, differs };
}

/** Both sides have a number that the other lacks; one that merely says more (a year) does not count. */
function numbersDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((number) => !b.has(number)) && [...b].some((number) => !a.has(number));
}

/** Whether two claims have a figure in common that says something: no year, no number that any two claims may have. */
function sharesFigure(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const telling = (figure: number) => (figure >= 10 || !Number.isInteger(figure)) && !(figure >= 1900 && figure < 2100);
  return [...a].some((number) => b.has(number) && telling(Number(number)));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const item of a) if (b.has(item)) common++;
  return (2 * common) / (a.size + b.size);
}
