import { type ExportRequest, exportFile, previewFile } from '../../../lib/exchange/export-file';
import { ImportJob } from '../../../lib/exchange/import-file';
import { noteBackup } from '../../../lib/store/backup';
import { EXPORT_LOCK, IMPORT_LOCK, PressmarkDatabase } from '../../../lib/store/database';
import { openOutput } from './output';
import type { FromWorker, Target, ToWorker, WriteFailure } from './protocol';

/** Exports and imports, away from the page: 100,000 rows are read, validated and written without holding it up. */

const db = new PressmarkDatabase();
const stop = new AbortController();
const tell = (answer: FromWorker): void => postMessage(answer);

/** Told at most so often how far things are. */
const TELL_MS = 100;
let toldAt = 0;
function tellSometimes(answer: FromWorker, isLast = false): void {
  const now = performance.now();
  if (!isLast && now - toldAt < TELL_MS) return;
  toldAt = now;
  tell(answer);
}

class Cancelled extends Error {}

/** Small parts are written together. */
const PART = 1_000_000;

async function write(request: ExportRequest, target: Target): Promise<void> {
  const output = await openOutput(target);
  let rows = 0;
  let bytes = 0;
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingBytes = 0;
  const flush = async (): Promise<void> => {
    const part =
      waiting.length === 1 && waiting[0] ? waiting[0] : new Uint8Array(await new Blob(waiting).arrayBuffer());
    waiting = [];
    waitingBytes = 0;
    if (part.byteLength > 0) await output.write(part);
  };
  try {
    for await (const piece of exportFile(db, request)) {
      if (stop.signal.aborted) throw new Cancelled();
      waiting.push(piece.bytes);
      waitingBytes += piece.bytes.byteLength;
      bytes += piece.bytes.byteLength;
      rows += piece.rows;
      if (waitingBytes >= PART) await flush();
      tellSometimes({ kind: 'writing', rows, bytes });
    }
    await flush();
    if (stop.signal.aborted) throw new Cancelled();
    const file = await output.close();
    if (request.format === 'native' && request.scope.kind === 'all') await noteBackup(db, request.exportedAt);
    tell({ kind: 'written', rows, bytes, file });
  } catch (error) {
    await output.abort().catch(() => {
      // What is left of the file is removed with the next export.
    });
    throw error;
  }
}

function whyNot(error: unknown): WriteFailure {
  if (error instanceof Cancelled) return 'cancelled';
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}

async function runExport(request: ExportRequest, target: Target): Promise<void> {
  try {
    await navigator.locks.request(EXPORT_LOCK, { mode: 'shared' }, () => write(request, target));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    tell({ kind: 'not-written', why: whyNot(error), detail });
  }
}

/** The decision of the person who saw what an import would do. */
let decide: (decision: { readonly leaveOut: boolean } | null) => void = () => {};
const decided = new Promise<{ readonly leaveOut: boolean } | null>((resolve) => {
  decide = resolve;
});

/** Staged rows are nobody else's while this lock is held: the background would take them for leftovers. */
async function runImport(file: File, importId: string, now: string): Promise<void> {
  await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) {
      tell({ kind: 'prepared', result: { ok: false, problem: { code: 'busy' } } });
      return;
    }
    await db.staging.clear();
    const job = new ImportJob(db, {
      importId,
      now,
      signal: stop.signal,
      onProgress: (progress) => tellSometimes({ kind: 'importing', progress }),
    });
    // What was put aside is gone before anybody hears how it ended: the page lets the worker go then.
    const prepared = await job.prepare(file);
    if (!prepared.ok) await job.clear();
    tell({ kind: 'prepared', result: prepared });
    const decision = prepared.ok ? await decided : null;
    const result = decision ? await navigator.locks.request(EXPORT_LOCK, () => job.commit(decision.leaveOut)) : null;
    await job.clear();
    if (result) tell({ kind: 'committed', result });
  });
  close();
}

async function runPreview(request: ExportRequest): Promise<void> {
  try {
    tell({ kind: 'preview', preview: await previewFile(db, request) });
  } catch (error) {
    tell({ kind: 'not-written', why: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'preview':
      void runPreview(data.request);
      break;
    case 'write':
      void runExport(data.request, data.target);
      break;
    case 'prepare':
      void runImport(data.file, data.importId, data.now);
      break;
    case 'commit':
      decide({ leaveOut: data.leaveOut });
      break;
    case 'cancel':
      stop.abort();
      decide(null);
  }
});
