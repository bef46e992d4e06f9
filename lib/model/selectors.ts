import * as v from 'valibot';
import { count } from './fields';

/** The quoted words with what stands before and after them (W3C TextQuoteSelector). */
export const quoteSelectorSchema = v.strictObject({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(200_000)),
  prefix: v.pipe(v.string(), v.maxLength(1_000)),
  suffix: v.pipe(v.string(), v.maxLength(1_000)),
});
export type QuoteSelector = v.InferOutput<typeof quoteSelectorSchema>;

/** Where the quote stood: Unicode code points into the text of the page's body (W3C TextPositionSelector). */
export const positionSelectorSchema = v.pipe(
  v.strictObject({ start: count, end: count }),
  v.check((position) => position.end >= position.start, 'ends before it starts'),
);
export type PositionSelector = v.InferOutput<typeof positionSelectorSchema>;

export const selectorsSchema = v.strictObject({ quote: quoteSelectorSchema, position: positionSelectorSchema });
/** What is kept of a selection, enough to find it again. */
export type Selectors = v.InferOutput<typeof selectorsSchema>;
