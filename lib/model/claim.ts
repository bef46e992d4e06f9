import * as v from 'valibot';
import { id, instant, languageTag, longText, name, publisherTime, rowTimes, shortText, webAddress } from './fields';
import { CLAIM_TYPES, CLAIMANT_KINDS, PRIORITIES, PROGRESS, STANCES, WORTHINESS } from './vocabulary';

export const claimantSchema = v.strictObject({
  name,
  kind: v.picklist(CLAIMANT_KINDS),
  role: v.nullable(shortText),
  /** A link that identifies them. */
  sameAs: v.nullable(webAddress),
});
/** Who made the claim. */
export type Claimant = v.InferOutput<typeof claimantSchema>;

export const verdictSchema = v.strictObject({
  scaleId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  label: name,
  value: v.nullable(v.number()),
  best: v.nullable(v.number()),
  worst: v.nullable(v.number()),
  explanation: longText,
  setAt: instant,
});
/** What a person found. Never set by Pressmark itself. */
export type Verdict = v.InferOutput<typeof verdictSchema>;

export const evidenceSchema = v.strictObject({
  url: v.nullable(webAddress),
  archiveUrl: v.nullable(webAddress),
  title: shortText,
  stance: v.picklist(STANCES),
  quote: longText,
  annotationId: v.nullable(id),
  addedAt: instant,
});
export type Evidence = v.InferOutput<typeof evidenceSchema>;

/** What a person writes on a claim; everything but the row's own bookkeeping. */
export const claimWordsSchema = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200_000)),
  language: v.nullable(languageTag),
  type: v.nullable(v.picklist(CLAIM_TYPES)),
  worthiness: v.nullable(v.picklist(WORTHINESS)),
  priority: v.nullable(v.picklist(PRIORITIES)),
  progress: v.picklist(PROGRESS),
  claimant: v.nullable(claimantSchema),
  claimDate: v.nullable(publisherTime),
  verdict: v.nullable(verdictSchema),
  evidence: v.pipe(v.array(evidenceSchema), v.maxLength(1_000)),
  sameAs: v.pipe(v.array(webAddress), v.maxLength(200)),
  /** Where the finished check was published; only the person who published it knows. Rows of before have no such field. */
  reviewUrl: v.exactOptional(v.nullable(webAddress)),
  /** The day on which it was published. */
  reviewDate: v.exactOptional(v.nullable(publisherTime)),
});
export type ClaimWords = v.InferOutput<typeof claimWordsSchema>;

/** A claim appears without a quote in no more articles than this. */
export const MOST_PLACES = 200;

export const claimSchema = v.strictObject({
  id,
  ...claimWordsSchema.entries,
  /** Articles that it appears in without a quote, by the address that each is filed at. Rows of before have no such field. */
  appearsAt: v.exactOptional(v.pipe(v.array(webAddress), v.maxLength(MOST_PLACES))),
  /** Verdicts that were replaced or withdrawn, the oldest first. */
  history: v.pipe(
    v.array(v.strictObject({ verdict: v.nullable(verdictSchema), changedAt: instant })),
    v.maxLength(10_000),
  ),
  ...rowTimes,
  deletedAt: v.nullable(instant),
});
/** A statement to be checked. It appears where annotations point to it, and in articles without a quote: one claim, many articles. */
export type Claim = v.InferOutput<typeof claimSchema>;
