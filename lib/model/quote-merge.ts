import type { Annotation } from './annotation';
import type { Claim } from './claim';
import type { QuickClaim, QuoteWords } from './draft';
import { mergeFields, mergeLists } from './field-merge';

/** What two sides may have changed, each in another way; `claim` is whether it is one. */
export type QuoteField = 'note' | 'colour' | 'speaker' | 'claim' | 'claimant' | 'type' | 'verdict';

/** Two windows' changes of one quote put together. */
export interface MergedQuote {
  readonly quote: QuoteWords;
  /** Fields that both changed, each in another way: nobody but a person can say which stands. */
  readonly conflicts: readonly QuoteField[];
}

/** A quote as it stands after a save, or, where there are conflicts, as it stands because nothing was saved. */
export interface SavedQuote {
  readonly annotation: Annotation;
  /** Its claim, if that lives. */
  readonly claim: Claim | null;
  readonly conflicts: readonly QuoteField[];
}

/** A claim as the quick form has it. */
export function quickOf(claim: Claim): QuickClaim {
  return {
    claimant: claim.claimant?.name ?? '',
    claimantKind: claim.claimant?.kind ?? 'Person',
    type: claim.type,
    scaleId: claim.verdict?.scaleId ?? 'neutral',
    verdict: claim.verdict?.label ?? '',
  };
}

/** What a person wrote on a quote and, in the quick form, on its claim. */
export function wordsOfQuote({ note, tags, colour, speaker }: Annotation, claim: Claim | null): QuoteWords {
  return { words: { note, tags: [...tags], colour, speaker }, claim: claim && quickOf(claim) };
}

const NO_CLAIM: QuickClaim = { claimant: '', claimantKind: 'Person', type: null, scaleId: 'neutral', verdict: '' };
type QuickField = 'claimant' | 'type' | 'verdict';
const QUICK_FIELDS: readonly QuickField[] = ['claimant', 'type', 'verdict'];

/** What a quick form says in a field. Of nobody there is no kind, of no verdict no scale. */
function said(field: QuickField, quick: QuickClaim): string {
  const { claimant, claimantKind, type, scaleId, verdict } = quick;
  const kinds = {
    claimant: [claimant.trim(), claimantKind],
    type: [type ?? '', ''],
    verdict: [verdict.trim(), scaleId],
  };
  return kinds[field][0] === '' ? '' : JSON.stringify(kinds[field]);
}

const saysSame = (field: QuickField, a: QuickClaim, b: QuickClaim): boolean => said(field, a) === said(field, b);

/** Whether two quick claims say the same, or neither is one. */
export const sameQuick = (a: QuickClaim | null, b: QuickClaim | null): boolean =>
  a === null || b === null ? a === b : QUICK_FIELDS.every((field) => saysSame(field, a, b));

/** A quick claim with some fields as they stand in another. */
function withQuickFields(quick: QuickClaim, other: QuickClaim, fields: readonly QuoteField[]): QuickClaim {
  const { claimant, claimantKind, type, scaleId, verdict } = other;
  return {
    ...quick,
    ...(fields.includes('claimant') ? { claimant, claimantKind, claimantRole: other.claimantRole } : {}),
    ...(fields.includes('type') ? { type } : {}),
    ...(fields.includes('verdict') ? { scaleId, verdict } : {}),
  };
}

type MaybeClaim = QuickClaim | null;
interface MergedClaim {
  readonly claim: MaybeClaim;
  readonly conflicts: readonly QuoteField[];
}

function mergeQuick(base: MaybeClaim, mine: MaybeClaim, theirs: MaybeClaim): MergedClaim {
  if (mine === null || theirs === null) {
    if (sameQuick(base, mine)) return { claim: theirs, conflicts: [] };
    const conflict = !sameQuick(base, theirs) && mine !== theirs;
    return { claim: mine, conflicts: conflict ? ['claim'] : [] };
  }
  const { fromTheirs, conflicts } = mergeFields(QUICK_FIELDS, base ?? NO_CLAIM, mine, theirs, saysSame);
  return { claim: withQuickFields(mine, theirs, fromTheirs), conflicts };
}

const WORD_FIELDS = ['note', 'colour', 'speaker'] as const;

/**
 * Puts `mine`, written by somebody who began from `base`, together with `theirs`, which was saved in the meantime: a
 * field that only one side changed has that side's value, tags are those that either side put on and neither took off.
 * A field that both changed stands as in `mine` and is named in `conflicts`.
 */
export function mergeQuoteWords(base: QuoteWords, mine: QuoteWords, theirs: QuoteWords): MergedQuote {
  const merged = mergeFields(WORD_FIELDS, base.words, mine.words, theirs.words);
  const quick = mergeQuick(base.claim, mine.claim, theirs.claim);
  return {
    quote: {
      words: {
        ...mine.words,
        ...Object.fromEntries(merged.fromTheirs.map((field) => [field, theirs.words[field]])),
        tags: mergeLists(base.words.tags, mine.words.tags, theirs.words.tags),
      },
      claim: quick.claim,
    },
    conflicts: [...merged.conflicts, ...quick.conflicts],
  };
}

/** Words with some fields as they stand in other words, and the rest as it is. */
export function withQuoteFields<Words extends QuoteWords['words']>(
  quote: { readonly words: Words; readonly claim: MaybeClaim },
  other: QuoteWords,
  fields: readonly QuoteField[],
): { readonly words: Words; readonly claim: MaybeClaim } {
  const taken = WORD_FIELDS.filter((field) => fields.includes(field));
  const words = { ...quote.words, ...Object.fromEntries(taken.map((field) => [field, other.words[field]])) };
  if (fields.includes('claim')) return { words, claim: other.claim };
  const quick = QUICK_FIELDS.some((field) => fields.includes(field));
  if (!quick || other.claim === null) return { words, claim: quote.claim };
  return { words, claim: withQuickFields(quote.claim ?? NO_CLAIM, other.claim, fields) };
}
