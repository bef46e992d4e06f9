import type { PressmarkDatabase } from '../store/database';
import { claimsWithArticles, exportClaimReviews, missingParts, type Publisher, type Unreviewed } from './claim-review';
import { exportCsv } from './csv';
import { articleNote, exportMarkdown, markdownNotes, templateOf } from './export-markdown';
import { exportNative, measureNative } from './export-native';
import { exportW3c } from './export-w3c';
import { articleBundles, type Bytes, type Chunk, countQuotes, type Scope } from './scope';
import { zipNotes } from './zip-notes';

/** What the library can be written as. */
export const FORMATS = ['native', 'w3c', 'claimreview', 'notes', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const EXTENSIONS: Readonly<Record<Format, string>> = {
  native: 'json',
  w3c: 'jsonld',
  claimreview: 'jsonld',
  notes: 'zip',
  markdown: 'md',
  csv: 'csv',
};

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  native: 'application/json',
  w3c: 'application/ld+json',
  claimreview: 'application/ld+json',
  notes: 'application/zip',
  markdown: 'text/markdown',
  csv: 'text/csv',
};

/** Everything that a file is made from, besides the store: exports know no clock and no settings of their own. */
export interface ExportRequest {
  readonly format: Format;
  readonly scope: Scope;
  readonly exportedAt: string;
  readonly generator: string;
  /** Names a W3C collection; a UUID. */
  readonly collectionId: string;
  /** The reader's own Markdown template, null for the default. */
  readonly template: string | null;
  readonly publisher: Publisher;
}

/** The file, part by part; nothing is read ahead of what was taken. */
export async function* exportFile(db: PressmarkDatabase, request: ExportRequest): AsyncGenerator<Bytes> {
  if (request.format === 'notes') {
    yield* zipNotes(markdownNotes(articleBundles(db, request.scope), templateOf(request.template)));
    return;
  }
  const encoder = new TextEncoder();
  for await (const { text, rows } of textOf(db, request)) yield { bytes: encoder.encode(text), rows };
}

function textOf(db: PressmarkDatabase, request: ExportRequest): AsyncGenerator<Chunk> {
  const { scope, exportedAt, generator } = request;
  switch (request.format) {
    case 'native':
      return exportNative(db, { scope, exportedAt, generator });
    case 'w3c':
      return exportW3c(articleBundles(db, scope), {
        generatedAt: exportedAt,
        collectionId: request.collectionId,
        label: 'Pressmark',
      });
    case 'claimreview':
      return exportClaimReviews(claimsWithArticles(db, scope), request.publisher);
    case 'csv':
      return exportCsv(articleBundles(db, scope));
    default:
      return exportMarkdown(articleBundles(db, scope), templateOf(request.template));
  }
}

/** What a file will be, before it is written. */
export interface Preview {
  /** Its first lines, as they will be written; of a zip file, those of its first note. */
  readonly text: string;
  /** Whether `text` is all of it. */
  readonly whole: boolean;
  /** How many rows, quotes or claims it will hold. */
  readonly rows: number;
  /** How many bytes, or about how many where `exact` is false. */
  readonly bytes: number;
  readonly exact: boolean;
  /** Claims without a draft, and what each lacks: the first of them, and how many there are. */
  readonly unreviewed: readonly Unreviewed[];
  readonly unreviewedCount: number;
}

const PREVIEW_LENGTH = 4_000;
const SAMPLE_ROWS = 200;
const NAMED_CLAIMS = 200;

/** Looks at the beginning of a file without writing it. */
export async function previewFile(db: PressmarkDatabase, request: ExportRequest): Promise<Preview> {
  if (request.format === 'claimreview') return previewReviews(db, request);
  const sample = await sampleOf(db, request);
  const shown = { text: cut(sample.text), unreviewed: [], unreviewedCount: 0 };
  if (sample.over) {
    const whole = request.format !== 'notes' && shown.text === sample.text;
    return { ...shown, whole, rows: sample.rows, bytes: sample.bytes, exact: request.format !== 'notes' };
  }
  const { scope } = request;
  const { rows, bytes } =
    request.format === 'native' ? await measureNative(db, scope) : await estimate(sample, await countQuotes(db, scope));
  return { ...shown, whole: false, rows, bytes, exact: false };
}

interface Sample {
  readonly text: string;
  readonly rows: number;
  readonly bytes: number;
  /** Whether the sample is the whole file. */
  readonly over: boolean;
}

const estimate = ({ rows, bytes }: Sample, count: number): { rows: number; bytes: number } => ({
  rows: count,
  bytes: rows === 0 ? bytes : Math.round((bytes / rows) * count),
});

const cut = (text: string): string =>
  text.length <= PREVIEW_LENGTH ? text : text.slice(0, PREVIEW_LENGTH).replace(/\n[^\n]*$/, '\n');

async function sampleOf(db: PressmarkDatabase, request: ExportRequest): Promise<Sample> {
  const source = request.format === 'notes' ? notesAsText(db, request.scope, request.template) : textOf(db, request);
  const encoder = new TextEncoder();
  let text = '';
  let rows = 0;
  let bytes = 0;
  for await (const chunk of source) {
    // A zip file has no lines; shown is its first note.
    const isShown = request.format === 'notes' ? text === '' : text.length < PREVIEW_LENGTH;
    if (isShown) text += chunk.text.slice(0, PREVIEW_LENGTH + 1);
    rows += chunk.rows;
    bytes += encoder.encode(chunk.text).byteLength;
    if (rows >= SAMPLE_ROWS) return { text, rows, bytes, over: false };
  }
  return { text, rows, bytes, over: true };
}

/** A zip file's notes one after the other; what the zip adds for each is counted by its text in the estimate. */
async function* notesAsText(db: PressmarkDatabase, scope: Scope, template: string | null): AsyncGenerator<Chunk> {
  const parsed = templateOf(template);
  for await (const part of articleBundles(db, scope)) {
    for (const bundle of part) yield { text: articleNote(bundle, parsed), rows: bundle.quotes.length };
  }
}

async function previewReviews(db: PressmarkDatabase, request: ExportRequest): Promise<Preview> {
  const sample = await sampleOf(db, request);
  const unreviewed: Unreviewed[] = [];
  let unreviewedCount = 0;
  let rows = 0;
  for await (const part of claimsWithArticles(db, request.scope)) {
    for (const { claim } of part) {
      const missing = missingParts(claim, request.publisher);
      if (missing.length === 0) rows += 1;
      else {
        unreviewedCount += 1;
        if (unreviewed.length < NAMED_CLAIMS)
          unreviewed.push({ id: claim.id, text: claim.text.slice(0, 300), missing });
      }
    }
  }
  const { bytes } = sample.over ? sample : estimate(sample, rows);
  const text = cut(sample.text);
  return {
    text,
    whole: sample.over && text === sample.text,
    rows,
    bytes,
    exact: sample.over,
    unreviewed,
    unreviewedCount,
  };
}
