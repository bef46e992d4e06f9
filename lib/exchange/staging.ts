import type { SettingsPatch } from '../settings/settings';
import type { PressmarkDatabase, StagedRows } from '../store/database';
import { IdSet } from './id-set';
import { TABLES, type TableName } from './native-format';

/** Where each table's rows lie in the staging table: a stretch that begins with row n of a list has the table's base plus n. */
const ROOM = 2 ** 44;
const baseOf = (table: TableName): number => TABLES.indexOf(table) * ROOM;

/** A row that was validated and waits to be merged. */
export interface Waiting<Row = unknown> {
  readonly number: number;
  readonly row: Row;
}

/** Rows are put aside in stretches: one record for each takes a tenth of the time of a record for each row. */
const CHUNK = 1_000;
/** Or fewer, where they are long: this many characters of the file. */
const LONGEST = 4_000_000;

/**
 * The rows of one import, validated and put aside in the store, so that neither a large file nor a tab that is closed
 * halfway costs memory or order.
 */
export class Staging {
  readonly #db: PressmarkDatabase;
  readonly importId: string;
  readonly ids: Readonly<Record<TableName, IdSet>> = {
    articles: new IdSet(),
    snapshots: new IdSet(),
    claims: new IdSet(),
    annotations: new IdSet(),
  };
  /** What the file says of settings: little, and kept here. */
  settings: SettingsPatch | null = null;
  readonly #waiting: Record<TableName, { rows: Waiting<object>[]; length: number }> = {
    articles: { rows: [], length: 0 },
    snapshots: { rows: [], length: 0 },
    claims: { rows: [], length: 0 },
    annotations: { rows: [], length: 0 },
  };
  #size = 0;
  #stretches = 0;

  constructor(db: PressmarkDatabase, importId: string) {
    this.#db = db;
    this.importId = importId;
  }

  /** How many rows were staged. */
  get size(): number {
    return this.#size;
  }

  /** Puts a row aside; `length` is how long it was in the file. False, and nothing done, where its id has come before. */
  async add(table: TableName, number: number, row: { readonly id: string }, length: number): Promise<boolean> {
    if (!this.ids[table].add(row.id)) return false;
    const waiting = this.#waiting[table];
    waiting.rows.push({ number, row });
    waiting.length += length;
    this.#size += 1;
    if (waiting.rows.length >= CHUNK || waiting.length >= LONGEST) await this.#flush(table);
    return true;
  }

  /** Puts aside what is still in memory. */
  async flush(): Promise<void> {
    for (const table of TABLES) await this.#flush(table);
  }

  async #flush(table: TableName): Promise<void> {
    const waiting = this.#waiting[table];
    const { rows } = waiting;
    const [first] = rows;
    waiting.rows = [];
    waiting.length = 0;
    if (!first) return;
    const stretch: StagedRows = { importId: this.importId, seq: baseOf(table) + first.number, rows };
    await this.#db.staging.put(stretch);
    this.#stretches += 1;
  }

  /** All rows that were staged are still there: half a file is never merged. */
  async isComplete(): Promise<boolean> {
    const there = await this.#db.staging
      .where('[importId+seq]')
      .between([this.importId, -1], [this.importId, Number.MAX_SAFE_INTEGER])
      .count();
    return there === this.#stretches;
  }

  /** The rows of a table, stretch by stretch, in the file's order. No async generator: its steps would leave a transaction. */
  async each<Row>(table: TableName, use: (rows: readonly Waiting<Row>[]) => Promise<void>): Promise<void> {
    const base = baseOf(table);
    let from = base - 1;
    for (;;) {
      const stretch = await this.#db.staging
        .where('[importId+seq]')
        .between([this.importId, from], [this.importId, base + ROOM], false, false)
        .first();
      if (!stretch) return;
      // The rows were validated with their table's schema before they were staged.
      await use(stretch.rows as readonly Waiting<Row>[]);
      from = stretch.seq;
    }
  }

  clear(): Promise<number> {
    return this.#db.staging
      .where('[importId+seq]')
      .between([this.importId, -1], [this.importId, Number.MAX_SAFE_INTEGER])
      .delete();
  }
}
