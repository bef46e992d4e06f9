import type { Annotation } from '../model/annotation';
import type { ChangedTable, Operation } from '../model/bulk';
import { isTombstone } from '../model/tombstone';
import type { Clock } from './clock';
import type { PressmarkDatabase, RowChange } from './database';
import { ChangeLog, operationOf } from './operations';
import { type OnProgress, portions, RowReader } from './portions';

/** A change of many rows under way: where it writes, and the one time that all of it carries. */
export interface BulkRun {
  readonly db: PressmarkDatabase;
  readonly log: ChangeLog;
  readonly now: string;
  readonly clock: Clock;
  readonly onProgress: OnProgress;
}

type Done = Pick<Operation, 'kind' | 'what'>;

/** Runs changes in one transaction and keeps the operation if anything was changed. */
export function recorded(
  db: PressmarkDatabase,
  id: string,
  clock: Clock,
  change: (run: BulkRun) => Promise<Done | undefined>,
  onProgress: OnProgress = () => {},
): Promise<Operation | undefined> {
  const tables = [db.articles, db.annotations, db.claims, db.operations, db.changes];
  return db.transaction('rw', tables, async () => {
    const known = await db.operations.get(id);
    if (known) return operationOf(known);
    const run = { db, log: new ChangeLog(db, id), now: clock.now(), clock, onProgress };
    const done = await change(run);
    if (!done) return undefined;
    const operation: Operation = { id, at: run.now, ...done, rows: run.log.rows };
    if (run.log.chunks > 0) await db.operations.add({ ...operation, chunks: run.log.chunks, undone: null });
    return operation;
  });
}

type Editable = { readonly id: string; readonly deletedAt: string | null };

/** Changes the quotes with these ids that live. */
export function changeQuotes(
  run: BulkRun,
  ids: readonly string[],
  edit: (row: Annotation) => Partial<Annotation>,
): Promise<void> {
  return changeRows(run, 'annotations', ids, edit);
}

/** Changes the rows with these ids that live, in portions; a row that has it all already is not touched. */
export async function changeRows<Row extends Editable>(
  { db, log, now, onProgress }: BulkRun,
  table: ChangedTable,
  ids: readonly string[],
  edit: (row: Row) => Partial<Row>,
): Promise<void> {
  // In the order in which they lie in the store.
  const all = [...new Set(ids)].sort();
  const reader = await RowReader.for(db, { [table]: all.length });
  let done = 0;
  for (const some of portions(all)) {
    const rows = await reader.read<Row>(table, some);
    const changes: RowChange[] = [];
    const changed: Row[] = [];
    for (const row of rows) {
      if (!row || isTombstone(row) || row.deletedAt !== null) continue;
      const change = changeOf(row, edit(row));
      if (change === null) continue;
      changes.push(change);
      changed.push({ ...row, ...change.after, updatedAt: now });
    }
    await db.table(table).bulkPut(changed);
    await log.add(table, changes);
    done += some.length;
    onProgress(done, all.length);
  }
}

/** The fields that a patch really changes; null where there are none. */
export function changeOf<Row extends Editable>(row: Row, patch: Partial<Row>): RowChange | null {
  const now: Readonly<Record<string, unknown>> = { ...row };
  const fields = Object.entries(patch).filter(([field, value]) => JSON.stringify(now[field]) !== JSON.stringify(value));
  if (fields.length === 0) return null;
  return {
    id: row.id,
    before: Object.fromEntries(fields.map(([field]) => [field, now[field]])),
    after: Object.fromEntries(fields),
  };
}
