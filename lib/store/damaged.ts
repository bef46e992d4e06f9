import type { DBCore, DBCoreCursor, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie';
import * as v from 'valibot';
import { draftSchema } from '../model/draft';
import { isShaped, isSound, SHAPED_TABLES, type ShapedTable } from '../model/shapes';
import type { Tombstone } from '../model/tombstone';
import type { PressmarkDatabase } from './database';

/** No row was ever changed then: it marks what stands in for a damaged row. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** What is shown in place of a row that can't be used: that it has no words. The row itself stays as it lies. */
const standIn = (id: string): Tombstone => ({ id, createdAt: NEVER, updatedAt: NEVER, deletedAt: NEVER });

/** Whether a row only stands in for a damaged one, which lies in the store as it did. It is neither written nor exported. */
export const isStandIn = ({ updatedAt }: { readonly updatedAt: string }): boolean => updatedAt === NEVER;

/**
 * Sets rows aside that are damaged: whoever reads one gets what a deleted row leaves, which everybody knows to pass over,
 * and a draft that is damaged is not there. One such row would otherwise stop whatever meets it. Nothing is written.
 */
export const settingAside: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'damaged',
  // Next to the journal: what is cached and watched above it is sound.
  level: -1,
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      if (isShaped(name)) return checked(table, (row) => (isSound(name, row) ? row : standIn(idOf(row))));
      return name === 'drafts' ? checked(table, (row) => (v.is(draftSchema, row) ? row : undefined)) : table;
    },
  }),
};

const idOf = (row: unknown): string => String(typeof row === 'object' && row !== null && 'id' in row ? row.id : '');

type Check = (row: unknown) => unknown;

function checked(table: DBCoreTable, check: Check): DBCoreTable {
  const usable = (row: unknown): unknown => (row === undefined ? row : check(row));
  // By `then` alone: an awaited step would leave the transaction.
  return {
    ...table,
    get: (request) => table.get(request).then((row) => (isUpgrade(request.trans) ? row : usable(row))),
    getMany: (request) => table.getMany(request).then((rows) => (isUpgrade(request.trans) ? rows : rows.map(usable))),
    query: (request) =>
      table.query(request).then((found) => {
        if (request.values === false || isUpgrade(request.trans)) return found;
        return { ...found, result: found.result.map(usable).filter((row) => row !== undefined) };
      }),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => {
        if (cursor === null || request.values === false || isUpgrade(request.trans)) return cursor;
        return passingOver(cursor, usable);
      }),
  };
}

/** A cursor whose rows are checked, each once, and that goes on past those that are not there. */
function passingOver(cursor: DBCoreCursor, usable: Check): DBCoreCursor {
  let seen: unknown;
  let value: unknown;
  const current = (): unknown => {
    const row: unknown = cursor.value;
    if (row !== seen) value = usable(row);
    seen = row;
    return value;
  };
  // What the browser's own cursor has can be asked of itself alone.
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: current },
    start: {
      value: (onNext: () => void) => cursor.start(() => (current() === undefined ? cursor.continue() : onNext())),
    },
  });
}

/** An upgrade reads rows as the version before left them. */
const isUpgrade = (transaction: DBCoreTransaction): boolean =>
  'mode' in transaction && transaction.mode === 'versionchange';

/** A row that was set aside, as it lies in the store. */
export interface DamagedRow {
  readonly table: ShapedTable;
  readonly id: string;
  readonly row: unknown;
}

const AT_ONCE = 500;

/**
 * The rows that are set aside, at most `limit`. Reads every table, some rows at a time around Dexie, with a pause after
 * each portion; `signal` ends it early.
 */
export async function damagedRows(db: PressmarkDatabase, signal: AbortSignal, limit = 1_000): Promise<DamagedRow[]> {
  const found: DamagedRow[] = [];
  await db.open();
  for (const table of SHAPED_TABLES) {
    let range: IDBKeyRange | null = null;
    for (;;) {
      const rows: readonly unknown[] = await portionOf(db.backendDB(), table, range);
      for (const row of rows) {
        if (!isSound(table, row)) found.push({ table, id: idOf(row), row });
      }
      if (rows.length < AT_ONCE || found.length >= limit || signal.aborted) break;
      range = IDBKeyRange.lowerBound(idOf(rows.at(-1)), true);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return found.slice(0, limit);
}

function portionOf(db: IDBDatabase, table: ShapedTable, range: IDBKeyRange | null): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const asking = db.transaction(table).objectStore(table).getAll(range, AT_ONCE);
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}
