import * as v from 'valibot';
import { believableCanonical, normaliseAddress } from '../model/address';
import { type Annotation, annotationSchema } from '../model/annotation';
import type { Article } from '../model/article';
import { COLOURS } from '../model/vocabulary';
import { type CSV_COLUMNS, parseCsv, splitList, unguard } from './csv';
import type { ImportProblem } from './import-report';
import { FORMAT, FORMAT_VERSION } from './native-format';
import { stableId } from './stable-id';

/**
 * Reads W3C Web Annotations, Hypothesis's export and our own CSV into a native file, which the native import then
 * stages and merges, all or nothing. Ids that are no UUIDs become one that is always the same, so that reading a file
 * twice adds nothing twice.
 */
export type ForeignFile =
  | { readonly ok: true; readonly file: Blob }
  | { readonly ok: false; readonly problem: ImportProblem };

interface Found {
  readonly where: string;
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

const refuse = (row: string, detail: string): ForeignFile => ({ ok: false, problem: { code: 'bad-row', row, detail } });
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

/** What a JSON file holds: our W3C export, anybody's annotations, or Hypothesis's. Null where it is none of these. */
export function annotationsIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value.every((item) => 'target' in asRecord(item)) ? value : null;
  const file = asRecord(value);
  if (Array.isArray(file.annotations) && file.format !== FORMAT) return file.annotations;
  const type = listOf(file.type);
  if (type.includes('Annotation')) return [file];
  if (type.includes('AnnotationPage')) return listOf(file.items);
  if (!type.includes('AnnotationCollection')) return null;
  const pages = [file.first, ...listOf(file.pages), file.last].map(asRecord);
  const seen = new Set<unknown>();
  return pages.flatMap((page) => {
    if (page.items === undefined || seen.has(page.id)) return [];
    if (page.id !== undefined) seen.add(page.id);
    return listOf(page.items);
  });
}

function fromAnnotation(value: unknown, where: string, now: string): Found | string {
  const row = asRecord(value);
  const target = listOf(row.target)[0];
  const resource = typeof target === 'string' ? { source: target } : asRecord(target);
  const selectors = listOf('selector' in resource ? resource.selector : undefined).map(asRecord);
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (!quote || textOf(quote.exact) === '') return 'has no TextQuoteSelector';
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
  const document = asRecord(row.document);
  return {
    where,
    id: textOf(row.id),
    source,
    title: textOf(own.articleTitle) || textOf(listOf(document.title)[0]),
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

/** JSON that is not native: W3C or Hypothesis. */
export async function readForeignJson(value: unknown, now: string): Promise<ForeignFile> {
  const rows = annotationsIn(value);
  if (!rows) return { ok: false, problem: { code: 'not-pressmark' } };
  const found: Found[] = [];
  for (const [i, row] of rows.entries()) {
    const where = `annotation ${i + 1}`;
    const one = fromAnnotation(row, where, now);
    // A page note without a quote is not an error in Hypothesis; it has no place here, and the report says so.
    if (typeof one === 'string') return refuse(where, one);
    found.push(one);
  }
  return nativeFile(found, now);
}

/** Our own CSV. */
export async function readCsv(text: string, now: string): Promise<ForeignFile> {
  const rows = parseCsv(text);
  const [header, ...lines] = rows ?? [];
  if (!header || !['id', 'quote', 'url'].every((column) => header.includes(column))) {
    return { ok: false, problem: { code: 'not-pressmark' } };
  }
  const found: Found[] = [];
  for (const [i, line] of lines.entries()) {
    const where = `line ${i + 2}`;
    if (line.length !== header.length) return refuse(where, `has ${line.length} cells, not ${header.length}`);
    const cell = (column: (typeof CSV_COLUMNS)[number]): string => unguard(line[header.indexOf(column)] ?? '');
    const start = Number.parseInt(cell('start'), 10) || 0;
    found.push({
      where,
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
    });
  }
  return nativeFile(found, now);
}

async function nativeFile(found: readonly Found[], now: string): Promise<ForeignFile> {
  const articles = new Map<string, Article>();
  const annotations: Annotation[] = [];
  for (const one of found) {
    const url = normaliseAddress(one.source);
    if (url === null) return refuse(one.where, 'has no web address');
    const article = articles.get(url) ?? (await bareArticle(url, one, now));
    articles.set(url, article);
    const row = v.safeParse(annotationSchema, await annotationFrom(one, article.id));
    if (!row.success) return refuse(one.where, `${v.getDotPath(row.issues[0]) ?? ''}: ${row.issues[0].message}`);
    annotations.push(row.output);
  }
  const file = {
    format: FORMAT,
    version: FORMAT_VERSION,
    exportedAt: now,
    generator: 'import',
    articles: [...articles.values()],
    snapshots: [],
    claims: [],
    annotations,
  };
  return { ok: true, file: new Blob([JSON.stringify(file)]) };
}

async function annotationFrom(one: Found, articleId: string): Promise<Annotation> {
  const colour = COLOURS.find((name) => name === one.colour) ?? 'yellow';
  return {
    id: await stableId(one.id || `${one.source}\n${one.exact}\n${one.start}`),
    articleId,
    quote: { exact: one.exact, prefix: one.prefix.slice(-1000), suffix: one.suffix.slice(0, 1000) },
    position: { start: one.start, end: one.end },
    note: one.note,
    tags: [...new Set(one.tags.map((tag) => tag.trim()))],
    colour,
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
  return {
    id: await stableId(`article ${url}`),
    url,
    canonicalUrl: believableCanonical(null, url) ?? url,
    urls: [url],
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
    createdAt: one.created < now ? one.created : now,
    // The row of an article that is known here is richer: this one never wins over it.
    updatedAt: one.created < now ? one.created : now,
    deletedAt: null,
  };
}
