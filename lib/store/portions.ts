import type { PressmarkDatabase } from './database';

/** Rows are read and written in portions of this size. */
const CHUNK = 500;

/** The list in portions. */
export function* portions<Item>(list: readonly Item[], size = CHUNK): Generator<readonly Item[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** Told how many rows of how many are done. */
export type OnProgress = (done: number, of: number) => void;

/** From so many rows on it pays to know how many there are in all. */
const MANY = 2_000;
/** A stretch of a table in which at least this share of the rows is wanted is read whole. */
const DENSE = 0.25;

/** A table in which many rows are looked up by id. */
interface Looked {
  /** How many ids will be asked for in all. */
  readonly wanted: number;
  readonly size: number;
}

/**
 * Reads many rows by id. Where most of a table is wanted, a stretch from one id to another is one request in place of
 * hundreds, as long as the ids of a portion stand in order; in an empty table nothing is looked for.
 */
export class RowReader {
  private constructor(
    private readonly db: PressmarkDatabase,
    private readonly tables: ReadonlyMap<string, Looked>,
  ) {}

  /** A reader that will be asked for so many rows of these tables. Runs inside the caller's transaction. */
  static async for(db: PressmarkDatabase, wanted: Readonly<Record<string, number>>): Promise<RowReader> {
    const tables = new Map<string, Looked>();
    for (const [name, number] of Object.entries(wanted)) {
      if (number >= MANY) tables.set(name, { wanted: number, size: await db.table(name).count() });
    }
    return new RowReader(db, tables);
  }

  /** The rows with these ids, in their order; undefined where there is none. */
  async read<Row extends { readonly id: string }>(name: string, ids: readonly string[]): Promise<(Row | undefined)[]> {
    const { wanted = 0, size = Number.POSITIVE_INFINITY } = this.tables.get(name) ?? {};
    if (size === 0) return ids.map(() => undefined);
    const table = this.db.table<Row, string>(name);
    const [first, last] = [ids[0], ids.at(-1)];
    const inOrder = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id);
    if (first === undefined || last === undefined || !inOrder || wanted < size * DENSE) return table.bulkGet([...ids]);
    const stretch = await table.where(':id').between(first, last, true, true).toArray();
    const byId = new Map(stretch.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }
}
