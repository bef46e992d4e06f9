import type { Claim, ClaimWords, Verdict } from './claim';
import { isSame, mergeFields, mergeLists } from './field-merge';

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
  const { id: _id, appearsAt: _at, history: _history, createdAt: _c, updatedAt: _u, deletedAt: _d, ...words } = claim;
  return words;
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

const same = (field: ClaimField, a: ClaimWords, b: ClaimWords): boolean =>
  field === 'verdict' ? sameVerdict(a.verdict, b.verdict) : isSame(a[field], b[field]);

/**
 * Puts `mine`, written by somebody who began from `base`, together with `theirs`, which was saved in the meantime: a
 * field that only one side changed has that side's value, lists have what either side added. A field that both changed
 * stands as in `mine` and is named in `conflicts`.
 */
export function mergeClaimWords(base: ClaimWords, mine: ClaimWords, theirs: ClaimWords): MergedClaim {
  const { fromTheirs, conflicts } = mergeFields<ClaimWords, (typeof FIELDS)[number]>(FIELDS, base, mine, theirs, same);
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
