import type { ChangedTable, Operation, UndoReport } from '../model/bulk';
import { isTombstone } from '../model/tombstone';
import { type Clock, UNDO_WINDOW_MS } from './clock';
import type { PressmarkDatabase, RowChange, StoredChanges, StoredOperation } from './database';
import { type OnProgress, RowReader } from './portions';

/** Collects what an operation changes and writes it down beside the changes, in the same transaction. */
export class ChangeLog {
  readonly #db: PressmarkDatabase;
  readonly #operationId: string;
  readonly rows: Record<ChangedTable, number> = { articles: 0, annotations: 0, claims: 0 };
  chunks = 0;

  constructor(db: PressmarkDatabase, operationId: string) {
    this.#db = db;
    this.#operationId = operationId;
  }

  async add(table: ChangedTable, rows: RowChange[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#db.changes.add({ operationId: this.#operationId, seq: this.chunks, table, rows });
    this.chunks += 1;
    this.rows[table] += rows.length;
  }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const keyOf = (value: unknown): string => JSON.stringify(value) ?? '';
const same = (a: unknown, b: unknown): boolean => keyOf(a) === keyOf(b);

/**
 * A list that was changed by an operation and again since, without what the operation did to it. Undefined where what it
 * had added is not all there any more: somebody has decided otherwise since.
 */
function listWithout(now: readonly unknown[], before: readonly unknown[], after: readonly unknown[]) {
  const [was, became, is] = [before, after, now].map((list) => new Set(list.map(keyOf)));
  if (!was || !became || !is) return undefined;
  const added = [...became].filter((key) => !was.has(key));
  if (!added.every((key) => is.has(key))) return undefined;
  const removed = before.filter((item) => !became.has(keyOf(item)) && !is.has(keyOf(item)));
  return [...now.filter((item) => !added.includes(keyOf(item))), ...removed];
}

interface TakenBack {
  readonly patch: Readonly<Record<string, unknown>>;
  /** Some field was changed since and stays. */
  readonly kept: boolean;
}

/** The fields of a row as they stood before a change, as far as nobody has changed them since. */
export function takeBack(row: Readonly<Record<string, unknown>>, { before, after }: RowChange): TakenBack {
  const patch: Record<string, unknown> = {};
  let kept = false;
  for (const [field, was] of Object.entries(before)) {
    const [became, is] = [after[field], row[field]];
    if (same(is, was)) continue;
    if (same(is, became)) patch[field] = was;
    else if (isList(is) && isList(was) && isList(became)) {
      const list = listWithout(is, was, became);
      if (list === undefined) kept = true;
      else patch[field] = list;
    } else kept = true;
  }
  return { patch, kept };
}

/** Operations that can still be undone, the latest first. */
export async function recentOperations(db: PressmarkDatabase): Promise<Operation[]> {
  const rows = await db.operations.orderBy('at').reverse().toArray();
  return rows.filter(({ undone }) => undone === null).map(operationOf);
}

/** An operation without the store's bookkeeping. */
export function operationOf({ chunks: _chunks, undone: _undone, ...operation }: StoredOperation): Operation {
  return operation;
}

/**
 * Takes an operation back in one transaction: each row gets its former values where nobody has changed them since, and
 * `updatedAt` moves on. Asked twice it answers the same. Undefined where there is none, or its window has passed.
 */
export function undoOperation(
  db: PressmarkDatabase,
  id: string,
  clock: Clock,
  onProgress: OnProgress = () => {},
): Promise<UndoReport | undefined> {
  const tables = [db.articles, db.annotations, db.claims, db.operations, db.changes];
  return db.transaction('rw', tables, async () => {
    const operation = await db.operations.get(id);
    if (!operation) return undefined;
    if (operation.undone !== null) return operation.undone;
    const now = clock.now();
    const report = { undone: 0, kept: 0 };
    const rows = operation.rows.articles + operation.rows.annotations + operation.rows.claims;
    const reader = await RowReader.for(db, operation.rows);
    const homes = new Set<string>();
    // Backwards: a row that was changed twice passes through what it was in between.
    for (let seq = operation.chunks - 1; seq >= 0; seq--) {
      const chunk = await db.changes.get([id, seq]);
      if (!chunk) continue;
      const { undone, kept } = await undoChunk(db, reader, chunk, now, homes);
      report.undone += undone;
      report.kept += kept;
      onProgress(report.undone + report.kept, rows);
    }
    await changesOf(db, id).delete();
    await db.operations.put({ ...operation, chunks: 0, undone: report });
    return report;
  });
}

/** A row with other values; a field that was not there before is not there again. */
function withPatch<Row extends object>(row: Row, patch: Readonly<Record<string, unknown>>): Row {
  const whole: Row & Record<string, unknown> = { ...row, ...patch };
  for (const [field, value] of Object.entries(patch)) if (value === undefined) delete whole[field];
  return whole;
}

/** Takes a portion back; `homes` are the articles that were brought back for portions before. */
async function undoChunk(
  db: PressmarkDatabase,
  reader: RowReader,
  { table, rows }: StoredChanges,
  now: string,
  homes: Set<string>,
): Promise<UndoReport> {
  const found = await reader.read<{ id: string; deletedAt: string | null }>(
    table,
    rows.map(({ id }) => id),
  );
  const restored: { id: string }[] = [];
  const articles = new Set<string>();
  let kept = 0;
  rows.forEach((change, at) => {
    const row = found[at];
    if (!row || isTombstone(row)) {
      kept += 1;
      return;
    }
    const back = takeBack({ ...row }, change);
    if (back.kept) kept += 1;
    if (Object.keys(back.patch).length === 0) return;
    const whole = withPatch(row, { ...back.patch, updatedAt: now });
    restored.push(whole);
    if (row.deletedAt !== null && whole.deletedAt === null && 'articleId' in row) articles.add(String(row.articleId));
  });
  await db.table(table).bulkPut(restored);
  // A library has few articles to many quotes: each is looked at once, not again for every portion.
  const unseen = [...articles].filter((id) => !homes.has(id));
  for (const id of unseen) homes.add(id);
  if (unseen.length > 0) await restoreArticles(db, unseen, now);
  return { undone: rows.length - kept, kept };
}

/** A quote that lives again brings its article back, if that was deleted after it. */
async function restoreArticles(db: PressmarkDatabase, ids: readonly string[], now: string): Promise<void> {
  const rows = await db.articles.bulkGet([...ids]);
  const deleted = rows.flatMap((row) => (row && !isTombstone(row) && row.deletedAt !== null ? [row] : []));
  await db.articles.bulkPut(deleted.map((row) => ({ ...row, deletedAt: null, updatedAt: now })));
}

const changesOf = (db: PressmarkDatabase, operationId: string) =>
  db.changes.where('[operationId+seq]').between([operationId, 0], [operationId, Number.MAX_SAFE_INTEGER]);

/** Forgets what was done longer than the undo window ago. Runs inside the caller's transaction over both tables. */
export async function forgetOperations(db: PressmarkDatabase, now: string): Promise<void> {
  const limit = new Date(Date.parse(now) - UNDO_WINDOW_MS).toISOString();
  for (const id of await db.operations.where('at').below(limit).primaryKeys()) {
    await changesOf(db, id).delete();
    await db.operations.delete(id);
  }
}
