import * as v from 'valibot';

/**
 * The fields that every row is made of, with their bounds. The bounds are generous: they keep a hostile file or page
 * from filling the disk, never a reader from writing.
 */

/** Times are ISO 8601 in UTC, ending in `Z`. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, 'is not a time in UTC (ISO 8601, ending in Z)'),
  v.check((text) => Number.isFinite(Date.parse(text)), 'is not a time in UTC (ISO 8601, ending in Z)'),
);

/** A time as a publisher wrote it: a day, or a moment with or without its offset. */
export const publisherTime = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^\d{4}-\d\d-\d\d/, 'is not a date (ISO 8601)'),
);

export const id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'is not a UUID in lower case'),
);

/** An address that can be opened: http or https, nothing that runs. */
export const webAddress = v.pipe(
  v.string(),
  v.maxLength(8192),
  v.regex(/^https?:\/\//i, 'is not a web address (http or https)'),
  v.check((text) => URL.canParse(text), 'is not a web address (http or https)'),
);

export const shortText = v.pipe(v.string(), v.maxLength(2_000));
export const longText = v.pipe(v.string(), v.maxLength(200_000));
export const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));
export const tag = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
export const languageTag = v.pipe(v.string(), v.maxLength(35), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What every row carries. `updatedAt` moves with what a person changed, not with a sighting. */
export const rowTimes = { createdAt: instant, updatedAt: instant };

/** A short mark by which a text is known again, as `lib/text/fingerprint` makes it. */
export const mark = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/));
