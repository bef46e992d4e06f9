import * as v from 'valibot';
import { bulkActionSchema, type Operation, retagSchema, type UndoReport } from '../../lib/model/bulk';
import { fail } from '../../lib/model/result';
import { runBulk } from '../../lib/store/bulk';
import { systemClock } from '../../lib/store/clock';
import { PressmarkDatabase } from '../../lib/store/database';
import { describeStoreError } from '../../lib/store/errors';
import { undoOperation } from '../../lib/store/operations';
import { retag } from '../../lib/store/tags';
import type { BulkJob, FromBulkWorker, ToBulkWorker } from './bulk-protocol';

/**
 * Changes many rows, or takes that back, away from the page: 100,000 are read and written without holding it up. One
 * worker does one thing, in one transaction: closed halfway, it has changed nothing.
 */

const db = new PressmarkDatabase();
const tell = (answer: FromBulkWorker): void => postMessage(answer);
const ids: string[] = [];

/** Told at most so often how far things are. */
const TELL_MS = 100;
let toldAt = performance.now();
function onProgress(done: number, of: number): void {
  const now = performance.now();
  if (now - toldAt < TELL_MS) return;
  toldAt = now;
  tell({ kind: 'progress', done, of });
}

/** What a person typed is parsed as what any message brings. */
function perform(job: BulkJob): Promise<Operation | UndoReport | undefined> {
  switch (job.kind) {
    case 'run':
      return runBulk(db, job.id, { of: job.of, ids }, v.parse(bulkActionSchema, job.action), systemClock, onProgress);
    case 'retag':
      return retag(db, job.id, v.parse(retagSchema, job.change), systemClock, onProgress);
    case 'undo':
      return undoOperation(db, job.id, systemClock, onProgress);
  }
}

async function run(job: BulkJob): Promise<void> {
  try {
    const value = await perform(job);
    tell(value === undefined ? { kind: 'failed', error: { code: 'not-found' } } : { kind: 'done', value });
  } catch (error) {
    const failed = v.isValiError(error) ? fail('bad-request', error.message) : describeStoreError(error);
    if (!failed.ok) tell({ kind: 'failed', error: failed.error });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToBulkWorker>) => {
  if (data.kind === 'ids') for (const id of data.ids) ids.push(id);
  else void run(data);
});
