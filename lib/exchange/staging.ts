import type { SettingsPatch } from '../settings/settings';
import type { PressmarkDatabase, StagedRow } from '../store/database';
import { IdSet } from './id-set';
import { TABLES, type TableName } from './native-format';

/** Where each table's rows lie in the staging table: row n of a list has the table's base plus n. */
const ROOM = 2 ** 44;
const baseOf = (table: TableName): number => TABLES.indexOf(table) * ROOM;

/** A row that was validated and waits to be merged. */
export interface Waiting<Row = unknown> {
  readonly number: number;
  readonly row: Row;
}

const CHUNK = 1_000;

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
  #waiting: StagedRow[] = [];
  #size = 0;

  constructor(db: PressmarkDatabase, importId: string) {
    this.#db = db;
    this.importId = importId;
  }

  /** How many rows were staged. */
  get size(): number {
    return this.#size;
  }

  /** Puts a row aside. False, and nothing done, where its id has come before. */
  async add(table: TableName, number: number, row: { readonly id: string }): Promise<boolean> {
    if (!this.ids[table].add(row.id)) return false;
    this.#waiting.push({ importId: this.importId, seq: baseOf(table) + number, table, row });
    this.#size += 1;
    if (this.#waiting.length >= CHUNK) await this.flush();
    return true;
  }

  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length > 0) await this.#db.staging.bulkPut(rows);
  }

  /** All rows that were staged are still there: half a file is never merged. */
  async isComplete(): Promise<boolean> {
    const there = await this.#db.staging
      .where('[importId+seq]')
      .between([this.importId, -1], [this.importId, Number.MAX_SAFE_INTEGER])
      .count();
    return there === this.#size;
  }

  /** The rows of a table, chunk by chunk, in the file's order. No async generator: its steps would leave a transaction. */
  async each<Row>(table: TableName, use: (rows: readonly Waiting<Row>[]) => Promise<void>): Promise<void> {
    const base = baseOf(table);
    let from = base - 1;
    for (;;) {
      const rows = await this.#db.staging
        .where('[importId+seq]')
        .between([this.importId, from], [this.importId, base + ROOM], false, false)
        .limit(CHUNK)
        .toArray();
      const last = rows.at(-1);
      if (!last) return;
      // The rows were validated with their table's schema before they were staged.
      await use(rows.map(({ seq, row }) => ({ number: seq - base, row: row as Row })));
      from = last.seq;
    }
  }

  clear(): Promise<number> {
    return this.#db.staging
      .where('[importId+seq]')
      .between([this.importId, -1], [this.importId, Number.MAX_SAFE_INTEGER])
      .delete();
  }
}
