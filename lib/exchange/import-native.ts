import * as v from 'valibot';
import { tombstoneSchema } from '../model/tombstone';
import type { PressmarkDatabase, StagedRow } from '../store/database';
import { packText } from '../store/pack';
import type { ImportProblem, ImportReport } from './import-report';
import { MalformedFile, type Piece, parseOrNull, RowCutter } from './json-rows';
import { mergeStaged } from './merge';
import { FORMAT, FORMAT_VERSION, ROW_SCHEMAS, type TableName } from './native-format';

export interface ImportOptions {
  /** Told the bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
  readonly importId: string;
}

/** Ends the reading of a file; never leaves this module. */
class Refused extends Error {
  constructor(readonly problem: ImportProblem) {
    super(problem.code);
  }
}

const CHUNK = 500;

/**
 * Reads a native file: every row is validated and staged first; once the last one is valid, one transaction moves them
 * into the library by the merge rules. A file that is refused, broken off or cancelled changes nothing.
 */
export async function importNative(
  db: PressmarkDatabase,
  file: Blob,
  { onProgress, signal, importId }: ImportOptions,
): Promise<ImportReport> {
  const staging = new Staging(db, importId);
  try {
    await readInto(staging, file, onProgress, signal);
    const counts = await mergeStaged(db, importId, staging.staged);
    return counts.ok ? { ok: true, ...counts.value } : { ok: false, problem: counts.error };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    if (error instanceof MalformedFile) return { ok: false, problem: { code: 'not-json', at: error.at } };
    return { ok: false, problem: { code: 'storage', detail: error instanceof Error ? error.message : String(error) } };
  } finally {
    await staging.clear().catch(() => {
      // The background clears what is left at its next start.
    });
  }
}

async function readInto(
  staging: Staging,
  file: Blob,
  onProgress: ImportOptions['onProgress'],
  signal: AbortSignal | undefined,
): Promise<void> {
  const cutter = new RowCutter();
  const reader = file.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for (;;) {
    if (signal?.aborted) throw new Refused({ code: 'cancelled' });
    const { done, value } = await reader.read();
    for (const piece of cutter.feed(decode(decoder, value, done, bytes))) await staging.take(piece);
    if (done) break;
    bytes += value.byteLength;
    onProgress?.(bytes);
  }
  cutter.finish();
  await staging.complete();
  if (signal?.aborted) throw new Refused({ code: 'cancelled' });
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, last: boolean, at: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : last ? decoder.decode() : '';
  } catch {
    throw new Refused({ code: 'not-json', at });
  }
}

class Staging {
  readonly #db: PressmarkDatabase;
  readonly #importId: string;
  #waiting: StagedRow[] = [];
  #seq = 0;
  #format = false;
  #version = false;
  readonly #ids = new Set<string>();

  constructor(db: PressmarkDatabase, importId: string) {
    this.#db = db;
    this.#importId = importId;
  }

  /** How many rows were staged. */
  get staged(): number {
    return this.#seq;
  }

  async take(piece: Piece): Promise<void> {
    if (piece.kind === 'field') this.#field(piece.key, piece.json);
    else await this.#row(piece.table, piece.index, piece.json);
  }

  /** Everything was read: the file said what it is, and the last rows are staged. */
  async complete(): Promise<void> {
    if (!this.#format || !this.#version) throw new Refused({ code: 'not-pressmark' });
    await this.#flush();
  }

  async clear(): Promise<void> {
    await this.#db.staging
      .where('[importId+seq]')
      .between([this.#importId, -1], [this.#importId, Number.MAX_SAFE_INTEGER])
      .delete();
  }

  #field(key: string, json: string): void {
    const value = parseOrNull(json);
    if (key === 'format') {
      if (value !== FORMAT) throw new Refused({ code: 'not-pressmark' });
      this.#format = true;
    }
    if (key === 'version') {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
        throw new Refused({ code: 'not-pressmark' });
      if (value > FORMAT_VERSION) throw new Refused({ code: 'newer-version', version: value });
      this.#version = true;
    }
  }

  async #row(table: TableName, index: number, json: string): Promise<void> {
    if (!this.#format || !this.#version) throw new Refused({ code: 'not-pressmark' });
    const where = `${table}[${index}]`;
    const row = parseRow(table, parseOrNull(json), where);
    if (this.#ids.has(`${table}/${row.id}`)) throw new Refused({ code: 'duplicate-id', row: `${where} (${row.id})` });
    this.#ids.add(`${table}/${row.id}`);
    this.#waiting.push({ importId: this.#importId, seq: this.#seq, table, row: await stored(row) });
    this.#seq += 1;
    if (this.#waiting.length >= CHUNK) await this.#flush();
  }

  async #flush(): Promise<void> {
    await this.#db.staging.bulkPut(this.#waiting);
    this.#waiting = [];
  }
}

function parseRow(table: TableName, value: unknown, where: string) {
  const dead = v.safeParse(tombstoneSchema, value);
  if (dead.success) return dead.output;
  const row = v.safeParse(ROW_SCHEMAS[table], value);
  if (row.success) return row.output;
  const issue = row.issues[0];
  const path = v.getDotPath(issue);
  const named =
    typeof value === 'object' && value !== null && 'id' in value
      ? `${where} (${String(value.id).slice(0, 60)})`
      : where;
  throw new Refused({ code: 'bad-row', row: named, detail: path ? `${path}: ${issue.message}` : issue.message });
}

async function stored(row: ReturnType<typeof parseRow>): Promise<unknown> {
  if (!('text' in row && 'takenAt' in row)) return row;
  const { text, ...rest } = row;
  return { ...rest, packedText: await packText(text) };
}
