import * as v from 'valibot';
import { annotationWordsSchema } from './annotation';
import { claimantSchema, verdictSchema } from './claim';
import { id, instant, longText, shortText } from './fields';
import { selectorsSchema } from './selectors';
import { CLAIM_TYPES } from './vocabulary';

export const COMPOSERS = ['popup', 'card', 'edit', 'panel'] as const;

/** What the quick claim form holds; the full claim is worked up elsewhere. */
export const quickClaimSchema = v.strictObject({
  claimant: shortText,
  claimantKind: claimantSchema.entries.kind,
  /** The office that the article gives; for a claim that has none yet. */
  claimantRole: v.optional(v.nullable(shortText)),
  type: v.nullable(v.picklist(CLAIM_TYPES)),
  scaleId: verdictSchema.entries.scaleId,
  verdict: shortText,
});
export type QuickClaim = v.InferOutput<typeof quickClaimSchema>;

/** What a person writes on a quote, its claim included, as the quick form has it. */
export const quoteWordsSchema = v.strictObject({
  words: annotationWordsSchema,
  claim: v.nullable(quickClaimSchema),
});
export type QuoteWords = v.InferOutput<typeof quoteWordsSchema>;

/** Words that were typed and not yet saved: one per page address and composer, replaced at every keystroke. */
export const draftSchema = v.strictObject({
  /** Normalised page address; of an `edit` the id of the annotation, so that each keeps what was typed about it. */
  page: v.string(),
  composer: v.picklist(COMPOSERS),
  /** The annotation that is being edited, null for a new one. */
  annotationId: v.nullable(id),
  selectors: v.nullable(selectorsSchema),
  words: v.strictObject({ ...annotationWordsSchema.entries, tagInput: shortText }),
  claim: v.nullable(quickClaimSchema),
  /** Of an edit: the words that typing began from. Drafts of before have no such field. */
  base: v.optional(quoteWordsSchema),
  /** The full claim form of the panel as it was left, as JSON; parsed with its own schema by whoever takes it up. */
  form: v.optional(longText),
  updatedAt: instant,
});
export type Draft = v.InferOutput<typeof draftSchema>;

/** Names one draft as one surface left it: typed on anywhere since, it is another one. */
export const draftKeySchema = v.pick(draftSchema, ['page', 'composer', 'updatedAt']);
export type DraftKey = v.InferOutput<typeof draftKeySchema>;
