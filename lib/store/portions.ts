import type { ChangedTable } from '../model/bulk';
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

/**
 * Reads many rows by id. Where most of a table is wanted, a stretch from one id to another is one request in place of
 * hundreds, as long as the ids of a portion stand in order.
 */
export class RowReader {
  private constructor(
    private readonly db: PressmarkDatabase,
    private readonly wanted: number,
    private readonly sizes: ReadonlyMap<ChangedTable, number>,
  ) {}

  /** A reader for an operation on so many rows. Runs inside the caller's transaction. */
  static async for(db: PressmarkDatabase, wanted: number): Promise<RowReader> {
    const sizes = new Map<ChangedTable, number>();
    if (wanted >= MANY) sizes.set('annotations', await db.annotations.count());
    return new RowReader(db, wanted, sizes);
  }

  /** The rows with these ids, in their order; undefined where there is none. */
  async read<Row extends { readonly id: string }>(
    name: ChangedTable,
    ids: readonly string[],
  ): Promise<(Row | undefined)[]> {
    const table = this.db.table<Row, string>(name);
    const [first, last] = [ids[0], ids.at(-1)];
    const size = this.sizes.get(name) ?? Number.POSITIVE_INFINITY;
    const inOrder = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id);
    if (first === undefined || last === undefined || !inOrder || this.wanted < size * DENSE) {
      return table.bulkGet([...ids]);
    }
    const stretch = await table.where(':id').between(first, last, true, true).toArray();
    const byId = new Map(stretch.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }
}
