import type { Claim, ClaimWords, Verdict } from './claim';

export type ClaimField = keyof ClaimWords;

/** Two people's, or two windows', changes of one claim put together. */
export interface MergedClaim {
  readonly words: ClaimWords;
  /** Fields that both changed, each in another way: nobody but a person can say which stands. */
  readonly conflicts: readonly ClaimField[];
}

/** A claim as it stands after a save, or, where there are conflicts, as it stands because nothing was saved. */
export interface SavedClaim {
  readonly claim: Claim;
  readonly conflicts: readonly ClaimField[];
}

/** Both verdicts say the same; when they were set is not part of what they say. */
export const sameVerdict = (a: Verdict | null, b: Verdict | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.scaleId === b.scaleId &&
    a.label === b.label &&
    a.value === b.value &&
    a.explanation === b.explanation);

/** What a person wrote on a claim, without the row's bookkeeping. */
export function wordsOfClaim(claim: Claim): ClaimWords {
  const { id: _id, history: _history, createdAt: _c, updatedAt: _u, deletedAt: _d, ...words } = claim;
  return words;
}

/** One spelling for a value, whatever order its fields were written in. */
function spelling(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A list with what one side took out of it taken out, and what either side put in. */
function mergeLists<Item>(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): Item[] {
  const [was, kept] = [new Set(base.map(spelling)), new Set(theirs.map(spelling))];
  const own = new Set(mine.map(spelling));
  return [
    ...mine.filter((item) => !was.has(spelling(item)) || kept.has(spelling(item))),
    ...theirs.filter((item) => !was.has(spelling(item)) && !own.has(spelling(item))),
  ];
}

const FIELDS = [
  'text',
  'language',
  'type',
  'worthiness',
  'priority',
  'progress',
  'claimant',
  'claimDate',
  'verdict',
  'reviewUrl',
  'reviewDate',
] as const satisfies readonly ClaimField[];

/**
 * Puts `mine`, written by somebody who began from `base`, together with `theirs`, which was saved in the meantime: a
 * field that only one side changed has that side's value, lists have what either side added. A field that both changed
 * stands as in `mine` and is named in `conflicts`.
 */
export function mergeClaimWords(base: ClaimWords, mine: ClaimWords, theirs: ClaimWords): MergedClaim {
  const conflicts: ClaimField[] = [];
  const same = (field: ClaimField, a: ClaimWords, b: ClaimWords): boolean =>
    field === 'verdict' ? sameVerdict(a.verdict, b.verdict) : spelling(a[field] ?? null) === spelling(b[field] ?? null);
  const fromTheirs = FIELDS.filter((field) => {
    if (same(field, mine, theirs) || same(field, base, theirs)) return false;
    if (same(field, base, mine)) return true;
    conflicts.push(field);
    return false;
  });
  return {
    words: {
      ...mine,
      ...Object.fromEntries(fromTheirs.map((field) => [field, theirs[field]])),
      evidence: mergeLists(base.evidence, mine.evidence, theirs.evidence),
      sameAs: mergeLists(base.sameAs, mine.sameAs, theirs.sameAs),
    },
    conflicts,
  };
}
