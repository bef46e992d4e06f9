import * as v from 'valibot';
import { addressKey, normaliseAddress } from '../model/address';
import { type Annotation, annotationSchema } from '../model/annotation';
import type { Article } from '../model/article';
import { COLOURS } from '../model/vocabulary';
import type { PressmarkDatabase } from '../store/database';
import { findArticle } from '../store/read';
import { type CSV_COLUMNS, splitList } from './csv';
import { unguard } from './csv-guard';
import type { Reason } from './import-report';
import { reasonOf } from './row-reason';
import { stableId } from './stable-id';

/** A quote as another tool tells it. */
export interface Found {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: string;
  readonly speaker: string | null;
  readonly created: string;
  readonly updated: string;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;

const record = v.record(v.string(), v.unknown());
const asRecord = (value: unknown): Record<string, unknown> => {
  const parsed = v.safeParse(record, value);
  return parsed.success ? parsed.output : {};
};

/** A time as the store writes it, or the fallback where there is none that can be read. */
function utc(value: unknown, fallback: string): string {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? new Date(time).toISOString() : fallback;
}

/** Reads a W3C annotation, or one of Hypothesis's export. */
export function fromAnnotation(value: unknown, now: string): Found | Reason {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { code: 'not-object' };
  const row = asRecord(value);
  const target = listOf(row.target)[0];
  const resource = typeof target === 'string' ? { source: target } : asRecord(target);
  const selectors = listOf('selector' in resource ? resource.selector : undefined).map(asRecord);
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (!quote || textOf(quote.exact) === '') return { code: 'no-quote' };
  const position = selectors.find((one) => one.type === 'TextPositionSelector') ?? {};
  const source = textOf(resource.source) || textOf(row.uri) || textOf('id' in resource ? resource.id : '');
  const bodies = listOf(row.body).map((body) => (typeof body === 'string' ? { value: body } : asRecord(body)));
  const purpose = (name: string) =>
    bodies.filter((body) => 'purpose' in body && body.purpose === name).map((body) => textOf(body.value));
  const notes = bodies
    .filter((body) => !('purpose' in body) || ['commenting', 'describing', 'replying'].includes(textOf(body.purpose)))
    .map((body) => textOf(body.value));
  const own = asRecord(row.pressmark);
  const start = numberOf(position.start);
  return {
    id: textOf(row.id),
    source,
    title: textOf(own.articleTitle) || textOf(listOf(asRecord(row.document).title)[0]),
    exact: textOf(quote.exact),
    prefix: textOf(quote.prefix),
    suffix: textOf(quote.suffix),
    start,
    end: Math.max(start, numberOf(position.end)),
    note: [...notes, textOf(row.bodyValue), textOf(row.text)].filter((note) => note !== '').join('\n\n'),
    tags: [...purpose('tagging'), ...listOf(row.tags).map(textOf)].filter((tag) => tag.trim() !== ''),
    colour: textOf(own.colour),
    speaker: purpose('identifying')[0] ?? null,
    created: utc(row.created, now),
    updated: utc(row.modified ?? row.updated, utc(row.created, now)),
  };
}

/** Whether a row could be an annotation at all; tells another tool's file from a file of something else. */
export const looksLikeAnnotation = (value: unknown): boolean => 'target' in asRecord(value);

/** Whether the first row of a table is the header of ours. */
export const isOwnHeader = (header: readonly string[]): boolean =>
  ['id', 'quote', 'url'].every((column) => header.includes(column));

/** Reads a row of our own table. */
export function fromCells(header: readonly string[], cells: readonly string[], now: string): Found | Reason {
  if (cells.length !== header.length) return { code: 'cells', found: cells.length, wanted: header.length };
  const cell = (column: (typeof CSV_COLUMNS)[number]): string => unguard(cells[header.indexOf(column)] ?? '');
  if (cell('quote') === '') return { code: 'no-quote' };
  const start = Number.parseInt(cell('start'), 10) || 0;
  return {
    id: cell('id'),
    source: cell('url'),
    title: cell('title'),
    exact: cell('quote'),
    prefix: cell('prefix'),
    suffix: cell('suffix'),
    start,
    end: Math.max(start, Number.parseInt(cell('end'), 10) || 0),
    note: cell('note'),
    tags: splitList(cell('tags')),
    colour: cell('colour'),
    speaker: cell('speaker') || null,
    created: utc(cell('createdAt'), now),
    updated: utc(cell('updatedAt'), now),
  };
}

/**
 * Gives quotes of other tools the rows that they become. Ids that are no UUIDs become one that is always the same, so
 * that reading a file twice adds nothing twice; an article that is known here takes the quotes as it is.
 */
export class ForeignRows {
  readonly #db: PressmarkDatabase;
  readonly #now: string;
  /** Address → the article's id, of the file's articles so far. */
  readonly #articles = new Map<string, string>();

  constructor(db: PressmarkDatabase, now: string) {
    this.#db = db;
    this.#now = now;
  }

  /** The quote's row, and its article's if that is new; or why it can be none. */
  async of(one: Found): Promise<{ annotation: Annotation; article: Article | null } | Reason> {
    const url = normaliseAddress(one.source);
    if (url === null) return { code: 'no-address' };
    const seen = this.#articles.get(url);
    const known = seen ?? (await findArticle(this.#db, [url]))?.id;
    const article = known === undefined ? await bareArticle(url, one, this.#now) : null;
    const articleId = known ?? article?.id ?? '';
    const row = v.safeParse(annotationSchema, await annotationFrom(one, articleId));
    if (!row.success) return reasonOf(row.issues[0]);
    this.#articles.set(url, articleId);
    return { annotation: row.output, article };
  }
}

async function annotationFrom(one: Found, articleId: string): Promise<Annotation> {
  return {
    id: await stableId(one.id || `${one.source}\n${one.exact}\n${one.start}`),
    articleId,
    quote: { exact: one.exact, prefix: one.prefix.slice(-1000), suffix: one.suffix.slice(0, 1000) },
    position: { start: one.start, end: one.end },
    note: one.note,
    tags: [...new Set(one.tags.map((tag) => tag.trim()))],
    colour: COLOURS.find((name) => name === one.colour) ?? 'yellow',
    speaker: one.speaker,
    claimId: null,
    revisions: [],
    sighting: null,
    createdAt: one.created,
    updatedAt: one.updated,
    deletedAt: null,
  };
}

async function bareArticle(url: string, one: Found, now: string): Promise<Article> {
  const born = one.created < now ? one.created : now;
  return {
    id: await stableId(`article ${url}`),
    url,
    canonicalUrl: url,
    urls: [addressKey(url) ?? url],
    title: one.title,
    authors: [],
    siteName: null,
    publisher: null,
    section: null,
    language: null,
    publishedAt: null,
    modifiedAt: null,
    wordCount: 0,
    textHash: null,
    archiveUrl: null,
    firstSeenAt: one.created,
    lastSeenAt: one.created,
    createdAt: born,
    // The row of an article that is known elsewhere is richer: this one never wins over it.
    updatedAt: born,
    deletedAt: null,
  };
}
