import * as v from 'valibot';
import { tombstoneSchema } from '../model/tombstone';
import { settingsPatchSchema } from '../settings/settings';
import type { PressmarkDatabase, StoredSnapshot } from '../store/database';
import { packText } from '../store/pack';
import { MalformedTable } from './csv-cutter';
import { fromAnnotation, looksLikeAnnotation } from './foreign-rows';
import { ImportStopped, type Reason, type Refusals, type RowList, type RowName } from './import-report';
import { JsonCutter, MalformedFile, type Piece, type Place, parseOrNull } from './json-cutter';
import { FORMAT, FORMAT_VERSION, isTableName, ROW_SCHEMAS, type TableName } from './native-format';
import { QuoteStager } from './quote-stager';
import { TableReader } from './read-table';
import { reasonOf } from './row-reason';
import type { Staging } from './staging';

/** What is read: a file, or anything that streams like one. */
export interface ImportSource {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

interface ReadOptions {
  readonly now: string;
  readonly signal: AbortSignal | undefined;
  /** Told the bytes read so far. */
  readonly onProgress: ((bytes: number) => void) | undefined;
}

/**
 * Reads a file of any format that comes in: its rows are validated and put into `staging`, those that do not fit into
 * `refusals`. Nothing is kept in memory but the row that is being read. Throws `ImportStopped` where the file as a
 * whole can't be read.
 */
export async function readFile(
  db: PressmarkDatabase,
  source: ImportSource,
  staging: Staging,
  refusals: Refusals,
  options: ReadOptions,
): Promise<void> {
  const isTable = /\.csv$/i.test(source.name) || source.type === 'text/csv';
  const reader = isTable
    ? new TableReader(db, staging, refusals, options.now)
    : new JsonReader(db, staging, refusals, options.now);
  try {
    for await (const text of textOf(source, options)) await reader.take(text);
    await reader.finish();
    await staging.flush();
  } catch (error) {
    throw stopped(error);
  }
}

async function* textOf(source: ImportSource, { signal, onProgress }: ReadOptions): AsyncGenerator<string> {
  const reader = source.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for (;;) {
      if (signal?.aborted) throw new ImportStopped({ code: 'cancelled' });
      const { done, value } = await reader.read();
      yield decode(decoder, value, bytes);
      if (done) return;
      bytes += value.byteLength;
      onProgress?.(bytes);
    }
  } finally {
    await reader.cancel().catch(() => {
      // The file is not read any further in any case.
    });
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, at: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new ImportStopped({ code: 'not-utf8', at });
  }
}

const listName = (path: string): RowList => {
  const name = path.slice(1);
  return isTableName(name) ? name : 'annotations';
};

const rowName = (place: Place | null): RowName | null =>
  place && { list: listName(place.list), number: place.number, id: null };

function stopped(error: unknown): unknown {
  if (error instanceof MalformedFile) {
    const row = rowName(error.place);
    if (error.kind === 'not-json') return new ImportStopped({ code: 'not-json', at: error.at, row });
    return new ImportStopped({ code: error.kind === 'broken-off' ? 'broken-off' : 'row-too-large', row });
  }
  if (error instanceof MalformedTable) {
    const row: RowName = { list: 'table', number: error.row, id: null };
    return new ImportStopped({ code: error.kind === 'broken-off' ? 'broken-off' : 'row-too-large', row });
  }
  return error;
}

/** The native file's lists, and where other tools keep their annotations. */
const SHAPE = {
  objects: new Set(['', '/first', '/last', '/pages/*']),
  arrays: new Set(['/pages']),
  lists: new Set([
    '',
    '/articles',
    '/snapshots',
    '/claims',
    '/annotations',
    '/items',
    '/first/items',
    '/last/items',
    '/pages/*/items',
  ]),
};

/** A key that means something to JavaScript and nothing to us; as a value it is a word like any other. */
const FORBIDDEN_KEY = /"__proto__"\s*:/;

class JsonReader {
  readonly #cutter = new JsonCutter(SHAPE);
  readonly #staging: Staging;
  readonly #refusals: Refusals;
  readonly #quotes: QuoteStager;
  readonly #now: string;
  /** The fields of the top level: what the file says of itself, or a single annotation. */
  readonly #fields = new Map<string, unknown>();
  readonly #lists = new Set<string>();
  #number = 0;

  constructor(db: PressmarkDatabase, staging: Staging, refusals: Refusals, now: string) {
    this.#staging = staging;
    this.#refusals = refusals;
    this.#quotes = new QuoteStager(db, now, staging, refusals);
    this.#now = now;
  }

  async take(text: string): Promise<void> {
    for (const piece of this.#cutter.feed(text)) await this.#piece(piece);
  }

  async finish(): Promise<void> {
    this.#cutter.finish();
    if (this.#isNative()) {
      if (!this.#fields.has('version')) throw new ImportStopped({ code: 'not-pressmark' });
      return;
    }
    const type = [this.#fields.get('type')].flat();
    if (type.includes('Annotation') && this.#number === 0) {
      const value = Object.fromEntries(this.#fields);
      return this.#quotes.stage(fromAnnotation(value, this.#now), this.#name(1), false);
    }
    const known =
      [...this.#lists].some((list) => /items$|^$|^\/annotations$/.test(list)) ||
      type.includes('AnnotationCollection') ||
      type.includes('AnnotationPage');
    if (!known || this.#fields.has('format')) throw new ImportStopped({ code: 'not-pressmark' });
  }

  #isNative(): boolean {
    return this.#fields.get('format') === FORMAT;
  }

  #name(number: number): RowName {
    return { list: 'annotations', number, id: null };
  }

  async #piece(piece: Piece): Promise<void> {
    if (piece.kind === 'field') return this.#field(piece.path, piece.json);
    if (piece.kind === 'list') {
      this.#lists.add(piece.list);
      return;
    }
    const list = piece.list.slice(1);
    if (this.#isNative() && isTableName(list)) {
      if (!this.#fields.has('version')) throw new ImportStopped({ code: 'not-pressmark' });
      return this.#nativeRow(list, piece.number, piece.json);
    }
    return this.#foreignRow(piece.list, piece.json);
  }

  #field(path: string, json: string): void {
    const key = path.slice(1);
    if (key === '' || key.includes('/')) return;
    const value = parseOrNull(json);
    this.#fields.set(key, value);
    if (key === 'settings' && this.#isNative()) this.#settings(value, json);
    if (key === 'format' && value !== FORMAT) throw new ImportStopped({ code: 'not-pressmark' });
    if (key !== 'version' || !this.#isNative()) return;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
      throw new ImportStopped({ code: 'not-pressmark' });
    if (value > FORMAT_VERSION) throw new ImportStopped({ code: 'newer-version', version: value });
  }

  #settings(value: unknown, json: string): void {
    const name: RowName = { list: 'settings', number: 1, id: null };
    if (FORBIDDEN_KEY.test(json)) {
      this.#refusals.add(name, { code: 'forbidden-key' });
      return;
    }
    const parsed = v.safeParse(settingsPatchSchema, value, { abortEarly: true });
    if (parsed.success) this.#staging.settings = parsed.output;
    else this.#refusals.add(name, reasonOf(parsed.issues[0]));
  }

  async #nativeRow(table: TableName, number: number, json: string): Promise<void> {
    const value = parseOrNull(json);
    const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id).slice(0, 80) : null;
    const name: RowName = { list: table, number, id };
    if (value === null && json !== 'null') return this.#refusals.add(name, { code: 'not-json' });
    if (FORBIDDEN_KEY.test(json)) return this.#refusals.add(name, { code: 'forbidden-key' });
    const row = parseRow(table, value);
    if ('code' in row) return this.#refusals.add(name, row);
    if (!(await this.#staging.add(table, number, await stored(row), json.length)))
      this.#refusals.add(name, { code: 'duplicate' });
  }

  async #foreignRow(list: string, json: string): Promise<void> {
    const value = parseOrNull(json);
    // A list of something else is another file altogether; one odd row among annotations is one odd row.
    if (!/items$|^$|^\/annotations$/.test(list) || (this.#number === 0 && !looksLikeAnnotation(value)))
      throw new ImportStopped({ code: 'not-pressmark' });
    this.#number += 1;
    const name = this.#name(this.#number);
    if (FORBIDDEN_KEY.test(json)) return this.#refusals.add(name, { code: 'forbidden-key' });
    // The last page may be given whole although it is the first one, or one of the others.
    await this.#quotes.stage(fromAnnotation(value, this.#now), name, list === '/last/items');
  }
}

function parseRow(table: TableName, value: unknown) {
  // Four fields are few enough to look twice; most rows have many more.
  const isShort = typeof value === 'object' && value !== null && Object.keys(value).length === 4;
  const dead = isShort ? v.safeParse(tombstoneSchema, value) : null;
  if (dead?.success) return dead.output;
  const row = v.safeParse(ROW_SCHEMAS[table], value, { abortEarly: true });
  return row.success ? row.output : reasonOf(row.issues[0]);
}

/** A row as it lies in the store: a snapshot's text packed. */
async function stored(row: Exclude<ReturnType<typeof parseRow>, Reason>): Promise<{ readonly id: string }> {
  if (!('text' in row && 'takenAt' in row)) return row;
  const { text, ...rest } = row;
  const snapshot: StoredSnapshot = { ...rest, packedText: await packText(text) };
  return snapshot;
}
