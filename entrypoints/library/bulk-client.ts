import { ask } from '../../lib/messages/client';
import type { BulkAction, BulkTarget, Operation, Retag, UndoReport } from '../../lib/model/bulk';
import { fail, ok, type Result } from '../../lib/model/result';
import { portions } from '../../lib/store/portions';
import type { BulkJob, FromBulkWorker, ToBulkWorker } from './bulk-protocol';

/** Told how much is done, from 0 to 1. */
type OnShare = (share: number) => void;

/** So many ids are sent at once: a message that the page writes in a millisecond or two. */
const IDS_AT_ONCE = 5_000;

/** Does one thing in a worker of its own; pages that show what changed are told afterwards. */
async function work(job: BulkJob, ids: readonly string[], onShare: OnShare): Promise<Result<Operation | UndoReport>> {
  const worker = new Worker(new URL('./bulk-worker.ts', import.meta.url), { type: 'module' });
  const send = (message: ToBulkWorker): void => worker.postMessage(message);
  const answer = await new Promise<Result<Operation | UndoReport>>((resolve) => {
    worker.addEventListener('error', ({ message }) => resolve(fail('storage-failed', message)));
    worker.addEventListener('message', ({ data }: MessageEvent<FromBulkWorker>) => {
      if (data.kind === 'progress') onShare(data.done / Math.max(1, data.of));
      else resolve(data.kind === 'done' ? ok(data.value) : { ok: false, error: data.error });
    });
    void sendAll(ids, send).then(() => send(job));
  });
  worker.terminate();
  if (answer.ok) await ask('store.changed', {});
  return answer;
}

async function sendAll(ids: readonly string[], send: (message: ToBulkWorker) => void): Promise<void> {
  for (const some of portions(ids, IDS_AT_ONCE)) {
    send({ kind: 'ids', ids: some });
    // A task of its own for each.
    if (some.length === IDS_AT_ONCE) await new Promise((resolve) => setTimeout(resolve));
  }
}

// The worker answers each job with what belongs to it.

/** Does one thing to many rows in one transaction. */
export const runOnMany = ({ of, ids }: BulkTarget, action: BulkAction, onShare: OnShare) =>
  work({ kind: 'run', id: crypto.randomUUID(), of, action }, ids, onShare) as Promise<Result<Operation>>;

/** Renames, merges or takes off tags across all quotes. */
export const retagAll = (change: Retag, onShare: OnShare) =>
  work({ kind: 'retag', id: crypto.randomUUID(), change }, [], onShare) as Promise<Result<Operation>>;

/** Takes an operation back where nobody has changed its rows since. */
export const undoMany = (id: string, onShare: OnShare) =>
  work({ kind: 'undo', id }, [], onShare) as Promise<Result<UndoReport>>;
