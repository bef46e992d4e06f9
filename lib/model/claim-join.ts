import * as v from 'valibot';
import { claimSchema, evidenceSchema } from './claim';
import { id, webAddress } from './fields';

/** The fields of a claim that a join fills where they stood empty. */
export const FILLED = [
  'type',
  'worthiness',
  'priority',
  'claimant',
  'claimDate',
  'verdict',
  'reviewUrl',
  'reviewDate',
] as const;
export type Filled = (typeof FILLED)[number];

/** What a join did, enough to take it back. */
export const joinRecordSchema = v.object({
  keep: id,
  gone: id,
  /** The appearances that were re-pointed. */
  annotationIds: v.pipe(v.array(id), v.maxLength(100_000)),
  /** What came to the claim that stays. */
  evidence: v.pipe(v.array(evidenceSchema), v.maxLength(1_000)),
  history: claimSchema.entries.history,
  sameAs: v.pipe(v.array(webAddress), v.maxLength(200)),
  filled: v.array(v.picklist(FILLED)),
  /** Articles without a quote that came along. */
  appearsAt: v.exactOptional(v.array(webAddress)),
});
export type JoinRecord = v.InferOutput<typeof joinRecordSchema>;
