/*
 * What a row must be for the code that uses it not to stumble. Bounds are the business of what is written: a row that was
 * once let in is not hidden because one of its texts is long. Every row that is read passes here, a hundred thousand when
 * the search is made anew, so these are plain predicates: schemas cost thirty times as much.
 */

type Is = (value: unknown) => boolean;

const text: Is = (value) => typeof value === 'string';
const number: Is = (value) => typeof value === 'number';
/** A time that can be shown and counted from. */
const time: Is = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const maybe =
  (is: Is): Is =>
  (value) =>
    value === null || is(value);
/** A field that rows of before don't have. */
const later =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value);
const list =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const shape = (fields: Readonly<Record<string, Is>>): Is => {
  const checks = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const row = value as Readonly<Record<string, unknown>>;
    return checks.every(([name, is]) => is(row[name]));
  };
};

const times = { id: text, createdAt: time, updatedAt: time };
const quote = shape({ exact: text, prefix: text, suffix: text });
const position = shape({ start: number, end: number });
const verdict = maybe(shape({ scaleId: text, label: text, explanation: text }));

const tombstone = shape({ ...times, deletedAt: time });

const SHAPES = {
  articles: shape({
    ...times,
    url: text,
    canonicalUrl: text,
    urls: list(text),
    title: text,
    authors: list(text),
    siteName: maybe(text),
    publisher: maybe(text),
    section: maybe(text),
    language: maybe(text),
    publishedAt: maybe(text),
    modifiedAt: maybe(text),
    wordCount: number,
    textHash: maybe(text),
    archiveUrl: maybe(text),
    firstSeenAt: time,
    lastSeenAt: time,
    deletedAt: maybe(time),
  }),
  annotations: shape({
    ...times,
    articleId: text,
    quote,
    position,
    note: text,
    tags: list(text),
    colour: text,
    speaker: maybe(text),
    claimId: maybe(text),
    revisions: list(shape({ quote, position, replacedAt: time })),
    sighting: maybe(shape({ status: text, foundText: maybe(text), seenAt: time })),
    kept: later(shape({ foundText: text, since: time, keptAt: time })),
    deletedAt: maybe(time),
  }),
  claims: shape({
    ...times,
    text,
    language: maybe(text),
    type: maybe(text),
    worthiness: maybe(text),
    priority: maybe(text),
    progress: text,
    claimant: maybe(shape({ name: text, kind: text, role: maybe(text), sameAs: maybe(text) })),
    claimDate: maybe(text),
    verdict,
    evidence: list(shape({ url: maybe(text), archiveUrl: maybe(text), title: text, stance: text, quote: text })),
    sameAs: list(text),
    reviewUrl: later(maybe(text)),
    reviewDate: later(maybe(text)),
    history: list(shape({ verdict, changedAt: time })),
    deletedAt: maybe(time),
  }),
  snapshots: shape({
    ...times,
    articleId: text,
    takenAt: time,
    textHash: text,
    packedText: (value) => ArrayBuffer.isView(value),
    corrections: list(text),
  }),
} as const;

/** The tables whose rows are looked at before they are used. */
export type ShapedTable = keyof typeof SHAPES;
export const SHAPED_TABLES = Object.keys(SHAPES) as readonly ShapedTable[];

/** Whether a table's rows are looked at. */
export const isShaped = (table: string): table is ShapedTable => Object.hasOwn(SHAPES, table);

/** Whether a row of a table can be used: all is there that a row of its kind has, or it is what a deleted row leaves. */
export const isSound = (table: ShapedTable, row: unknown): boolean => SHAPES[table](row) || isWhatIsLeft(row);

const isWhatIsLeft = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && Object.keys(row).length === 4 && tombstone(row);
