import * as v from 'valibot';
import { id, instant, longText, name, rowTimes, tag } from './fields';
import { positionSelectorSchema, quoteSelectorSchema, selectorsSchema } from './selectors';
import { COLOURS, SIGHTINGS } from './vocabulary';

export const sightingSchema = v.strictObject({
  status: v.picklist(SIGHTINGS),
  /** The words that stand there now, where they differ; null where they don't or nothing was found. */
  foundText: v.nullable(v.pipe(v.string(), v.maxLength(200_000))),
  seenAt: instant,
  /** When the page was first seen to say `foundText` in place of the quote, where that was at an earlier visit. */
  since: v.exactOptional(instant),
});
/** What became of a quote at the last visit. */
export type Sighting = v.InferOutput<typeof sightingSchema>;

/** A text that was replaced when the reader took the new one. */
export const revisionSchema = v.strictObject({
  quote: quoteSelectorSchema,
  position: positionSelectorSchema,
  replacedAt: instant,
});

export const keptSchema = v.strictObject({
  /** What the page said instead of the quote when the reader decided. */
  foundText: v.pipe(v.string(), v.maxLength(200_000)),
  /** When it was first seen to say so. */
  since: instant,
  keptAt: instant,
});
/** The reader's word that the quote stays as it was saved, although the page says something else. */
export type Kept = v.InferOutput<typeof keptSchema>;

/** What a person writes on a quote. */
export const annotationWordsSchema = v.strictObject({
  note: longText,
  tags: v.pipe(v.array(tag), v.maxLength(100)),
  colour: v.picklist(COLOURS),
  speaker: v.nullable(name),
});
export type AnnotationWords = v.InferOutput<typeof annotationWordsSchema>;

export const annotationSchema = v.strictObject({
  id,
  articleId: id,
  ...selectorsSchema.entries,
  ...annotationWordsSchema.entries,
  claimId: v.nullable(id),
  revisions: v.pipe(v.array(revisionSchema), v.maxLength(1_000)),
  sighting: v.nullable(sightingSchema),
  /** Only where the reader chose to keep the old: rows and files of before have no such field. */
  kept: v.exactOptional(keptSchema),
  ...rowTimes,
  deletedAt: v.nullable(instant),
});
/** One quote that a reader marked. Annotations may overlap and are never merged. */
export type Annotation = v.InferOutput<typeof annotationSchema>;
